package archief

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLeesBestandRefusesWhatIsNoOrdinaryFile(t *testing.T) {
	dir := t.TempDir()
	groot := filepath.Join(dir, "groot.md")
	write(t, groot, strings.Repeat("x", 101))
	tests := []struct {
		naam, pad, want string
		soort           error
	}{
		{"missing", filepath.Join(dir, "weg.md"), "bestaat niet", fs.ErrNotExist},
		{"folder", dir, "map", nil},
		{"device", os.DevNull, "geen gewoon bestand", nil},
		{"too large", groot, "", nil},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			data, err := LeesBestand(test.pad, 100)
			wantFout(t, err, test.soort, test.pad+": ", test.want)
			if data != nil {
				t.Errorf("got %q beside the error", data)
			}
		})
	}
}

func TestLeesBestandReadsUpToTheCap(t *testing.T) {
	// A name in Latin-1, as older disks have them.
	for _, naam := range []string{"precies.md", "caf\xe9.md", "..md", "met spatie.md"} {
		pad := filepath.Join(t.TempDir(), naam)
		if err := os.WriteFile(pad, []byte(strings.Repeat("x", 100)), 0o644); err != nil {
			t.Logf("%q cannot be a name here: %v", naam, err)
			continue
		}
		if data, err := LeesBestand(pad, 100); err != nil || len(data) != 100 {
			t.Errorf("%q: %d bytes, %v", naam, len(data), err)
		}
	}
}

func TestAFileWithoutReadAccessIsSaidInDutch(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "x.md")
	write(t, pad, "tekst")
	must(t, os.Chmod(pad, 0))
	var err error
	alsGewoneGebruiker(t, filepath.Dir(pad), func() { _, err = LeesBestand(pad, 100) })
	wantFout(t, err, fs.ErrPermission, "u mag dit bestand niet lezen")
}

func TestAKladThatIsTooLargeIsRefusedUnread(t *testing.T) {
	a := newArchief(t)
	pad, err := a.SchrijfKlad("x", "moment.twijfel", "tekst")
	must(t, err)
	must(t, os.Truncate(pad, 1<<36))
	_, err = a.Klad("x")
	wantFout(t, err, nil, "te groot")
}
