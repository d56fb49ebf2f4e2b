//go:build unix

package archief

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWhatStandsOpenInAPersonsOwnFoldersIsClosed(t *testing.T) {
	a := newArchief(t)
	if dicht := a.Sluit(); dicht != nil {
		t.Errorf("before there is anything it closes %q", dicht)
	}
	must(t, a.BewaarPrive("x", []byte("privé")))
	must(t, a.OnthoudID("x", ""))
	must(t, a.MaakEigenReflecties())
	eigen, err := a.EigenReflecties()
	must(t, err)
	reflectie := filepath.Join(eigen, "x.md")
	must(t, a.SchrijfNieuw(reflectie, []byte("x")))
	wantMode(t, reflectie, 0o600)
	if dicht := a.Sluit(); dicht != nil {
		t.Errorf("of what weeg made it closes %q", dicht)
	}
	prive, err := a.PadPrive("x")
	must(t, err)
	buiten := filepath.Join(t.TempDir(), "buiten")
	write(t, buiten, "van een ander")
	must(t, os.Chmod(buiten, 0o644))
	link(t, buiten, filepath.Join(filepath.Dir(prive), "link.md"))
	for _, pad := range []string{a.plekken.Data, filepath.Dir(prive), eigen} {
		must(t, os.Chmod(pad, 0o755))
	}
	must(t, os.Chmod(prive, 0o664))
	must(t, os.Chmod(reflectie, 0o644))
	must(t, os.Chmod(a.geschreven(), 0o444)) // by hand, so that it is not changed by accident
	if dicht := a.Sluit(); !slices.Equal(dicht, []string{a.plekken.Staat, a.plekken.Data}) {
		t.Errorf("it closes %q", dicht)
	}
	for _, dir := range []string{a.plekken.Data, filepath.Dir(prive), eigen} {
		wantMode(t, dir, 0o700)
	}
	wantMode(t, prive, 0o600)
	wantMode(t, reflectie, 0o600)
	wantMode(t, a.geschreven(), 0o400)
	wantMode(t, buiten, 0o644)
	if dicht := a.Sluit(); dicht != nil {
		t.Errorf("the second time it closes %q", dicht)
	}
}
