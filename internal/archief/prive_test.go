package archief

import (
	"io/fs"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPrivatePartsAreKeptForThePersonAlone(t *testing.T) {
	a := newArchief(t)
	id := "2026-11-21-koken-k3x9"
	must(t, a.BewaarPrive(id, []byte("een")))
	must(t, a.BewaarPrive(id, []byte("twee")))
	must(t, a.BewaarPrive("2026-01-01-fiets-a1b2", nil))
	got, err := a.Prive(id)
	if err != nil || string(got) != "twee" {
		t.Errorf("got %q, %v", got, err)
	}
	pad, err := a.PadPrive(id)
	must(t, err)
	if want := filepath.Join(a.plekken.Data, "prive", id+".md"); pad != want {
		t.Errorf("stands in %s, want %s", pad, want)
	}
	wantMode(t, pad, 0o600)
	wantMode(t, filepath.Dir(pad), 0o700)

	write(t, filepath.Join(filepath.Dir(pad), "Lees mij.md"), "")
	lijst, err := a.PriveLijst()
	must(t, err)
	if diff := cmp.Diff([]string{"2026-01-01-fiets-a1b2", id}, lijst); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}

	write(t, tijdelijkeNaam(pad, "12-0"), "een")
	must(t, a.VerwijderPrive(id))
	wantAlleen(t, filepath.Dir(pad), "2026-01-01-fiets-a1b2.md", "Lees mij.md")
	_, err = a.Prive(id)
	wantFout(t, err, fs.ErrNotExist, `er is geen privédeel "`+id+`"`, "weeg prive lijst")
	wantFout(t, a.VerwijderPrive(id), fs.ErrNotExist, `"`+id+`"`)
}
