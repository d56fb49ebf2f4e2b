package archief

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// houdt opens a file as a virus scanner does: until los nobody else may.
func houdt(t *testing.T, pad string) (los func()) {
	t.Helper()
	naam, err := syscall.UTF16PtrFromString(pad)
	must(t, err)
	h, err := syscall.CreateFile(naam, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	must(t, err)
	return func() { _ = syscall.CloseHandle(h) }
}

func TestAFileThatAVirusScannerHoldsForAMomentIsStillWritten(t *testing.T) {
	dir := t.TempDir()
	for naam, doe := range map[string]func(pad string) error{
		"rename": func(pad string) error { return os.Rename(filepath.Join(dir, "nieuw"), pad) },
		"remove": os.Remove,
		"open": func(pad string) error {
			f, err := os.OpenFile(pad, os.O_WRONLY, 0)
			f.Close()
			return err
		},
	} {
		pad := filepath.Join(dir, "x.json")
		write(t, pad, "oud")
		write(t, filepath.Join(dir, "nieuw"), "nieuw")
		los, wachten := houdt(t, pad), 0
		err := houdVol(func() error { return doe(pad) }, func(err error) bool { return isVast(err) || isGeweigerd(err) }, func(time.Duration) {
			if wachten++; wachten == 2 {
				los()
			}
		})
		if err != nil || wachten != 2 {
			t.Errorf("%s: after %d waits it is %v", naam, wachten, err)
		}
	}
}

func TestAFileThatAnotherProgramKeepsOpenIsLeftAndTold(t *testing.T) {
	a := newArchief(t)
	must(t, a.BewaarPrive("x", []byte("oud")))
	pad, err := a.PadPrive("x")
	must(t, err)
	los := houdt(t, pad)
	wantFout(t, a.BewaarPrive("x", []byte("nieuw")), errVast, pad+": een ander programma houdt dit bestand vast")
	wantFout(t, a.VerwijderPrive("x"), errVast, "houdt dit bestand vast")
	_, err = a.Prive("x")
	wantFout(t, err, errVast, "houdt dit bestand vast")
	los()
	wantInhoud(t, pad, "oud")
	wantAlleen(t, filepath.Dir(pad), "x.md")
}
