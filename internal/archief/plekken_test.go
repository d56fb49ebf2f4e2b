package archief

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlacesOfEachPlatform(t *testing.T) {
	thuis := map[string]string{"HOME": "/home/anna"}
	tests := []struct {
		naam, goos string
		omgeving   map[string]string
		want       Plekken
	}{
		{"linux", "linux", thuis, Plekken{"/home/anna/.local/state/weeg", "/home/anna/.local/share/weeg"}},
		{"bsd", "freebsd", thuis, Plekken{"/home/anna/.local/state/weeg", "/home/anna/.local/share/weeg"}},
		{"mac", "darwin", map[string]string{"HOME": "/Users/anna"},
			Plekken{"/Users/anna/Library/Application Support/weeg", "/Users/anna/Library/Application Support/weeg"}},
		{"windows", "windows", map[string]string{"LOCALAPPDATA": `C:\Users\anna\AppData\Local`, "HOME": "/home/anna"},
			Plekken{`C:\Users\anna\AppData\Local\weeg`, `C:\Users\anna\AppData\Local\weeg`}},
		{"xdg", "linux", map[string]string{"HOME": "/home/anna", "XDG_STATE_HOME": "/s/", "XDG_DATA_HOME": "/d"}, Plekken{"/s/weeg", "/d/weeg"}},
		{"one of xdg", "darwin", map[string]string{"HOME": "/Users/anna", "XDG_DATA_HOME": "/d"},
			Plekken{"/Users/anna/Library/Application Support/weeg", "/d/weeg"}},
		{"xdg without home", "linux", map[string]string{"XDG_STATE_HOME": "/s", "XDG_DATA_HOME": "/d"}, Plekken{"/s/weeg", "/d/weeg"}},
		{"relative xdg counts as absent", "linux", map[string]string{"HOME": "/home/anna", "XDG_STATE_HOME": "s", "XDG_DATA_HOME": "./d"},
			Plekken{"/home/anna/.local/state/weeg", "/home/anna/.local/share/weeg"}},
		{"xdg on windows", "windows", map[string]string{"XDG_STATE_HOME": `D:\s\`, "XDG_DATA_HOME": `\\server\anna`}, Plekken{`D:\s\weeg`, `\\server\anna\weeg`}},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			got, err := NewPlekken(test.goos, func(naam string) string { return test.omgeving[naam] })
			must(t, err)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWithoutAHomeTheErrorNamesTheVariable(t *testing.T) {
	tests := []struct {
		goos, want string
		omgeving   map[string]string
	}{
		{"linux", "HOME", nil},
		{"linux", "HOME", map[string]string{"HOME": "anna"}},
		{"linux", "HOME", map[string]string{"XDG_STATE_HOME": "/s"}},
		{"darwin", "HOME", nil},
		{"windows", "LOCALAPPDATA", map[string]string{"LOCALAPPDATA": `anna\AppData`}},
	}
	for _, test := range tests {
		got, err := NewPlekken(test.goos, func(naam string) string { return test.omgeving[naam] })
		wantFout(t, err, nil, "geef "+test.want+" ")
		if got != (Plekken{}) {
			t.Errorf("%s: %+v beside the error", test.goos, got)
		}
	}
}
