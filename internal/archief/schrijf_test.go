package archief

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"testing"
)

func TestSchrijfNieuwNeverOverwrites(t *testing.T) {
	for naam, maak := range map[string]func(t *testing.T, pad string){
		"file":          func(t *testing.T, pad string) { write(t, pad, "oud") },
		"folder":        func(t *testing.T, pad string) { must(t, os.Mkdir(pad, 0o755)) },
		"link":          func(t *testing.T, pad string) { link(t, t.TempDir(), pad) },
		"dangling link": func(t *testing.T, pad string) { link(t, filepath.Join(t.TempDir(), "weg"), pad) },
	} {
		t.Run(naam, func(t *testing.T) {
			dir := t.TempDir()
			pad := filepath.Join(dir, "x.md")
			maak(t, pad)
			voor, err := os.Lstat(pad)
			must(t, err)
			err = Archief{}.SchrijfNieuw(pad, []byte("nieuw"))
			wantFout(t, err, ErrBestaat, pad+": ", "bestaat al", "andere naam")
			if !errors.Is(err, fs.ErrExist) {
				t.Errorf("%q is not fs.ErrExist", err)
			}
			na, err := os.Lstat(pad)
			must(t, err)
			if !os.SameFile(voor, na) || voor.Size() != na.Size() {
				t.Error("what was there has changed")
			}
			wantAlleen(t, dir, "x.md")
		})
	}
}

func TestOfManyWritersOneWins(t *testing.T) {
	for naam, schrijf := range map[string]func(pad string, data []byte) error{
		"hard links": Archief{}.SchrijfNieuw,
		"no hard links": func(pad string, data []byte) error {
			tijdelijk, _, err := writeTijdelijk(pad, data, modeGedeeld)
			if err != nil {
				return err
			}
			defer os.Remove(tijdelijk)
			return claim(tijdelijk, pad)
		},
	} {
		t.Run(naam, func(t *testing.T) {
			dir := t.TempDir()
			pad := filepath.Join(dir, "x.md")
			fouten := make([]error, 50)
			var wg sync.WaitGroup
			for i := range fouten {
				wg.Go(func() { fouten[i] = schrijf(pad, fmt.Appendf(nil, "%d", i)) })
			}
			wg.Wait()
			winnaar := -1
			for i, err := range fouten {
				switch {
				case err == nil && winnaar >= 0:
					t.Errorf("writers %d and %d both won", winnaar, i)
				case err == nil:
					winnaar = i
				case !errors.Is(err, fs.ErrExist):
					t.Errorf("writer %d: %v", i, err)
				}
			}
			wantInhoud(t, pad, fmt.Sprint(winnaar))
			wantAlleen(t, dir, "x.md")
		})
	}
}

func TestAReaderSeesOldOrNewAndNothingBetween(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("who reads a file there without a pause keeps others from writing it")
	}
	pad := filepath.Join(t.TempDir(), "x.json")
	inhoud := func(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "%03d\n", n), 5_000) }
	must(t, replace(pad, inhoud(0), modeEigen))
	klaar := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		vorige := -1
		for {
			got, err := os.ReadFile(pad)
			if err != nil {
				t.Errorf("the file is gone for a moment: %v", err)
				return
			}
			n, err := strconv.Atoi(string(got[:min(3, len(got))]))
			if err != nil || !bytes.Equal(got, inhoud(n)) || n < vorige {
				t.Errorf("read %d bytes that nobody wrote", len(got))
				return
			}
			vorige = n
			select {
			case <-klaar:
				return
			default:
			}
		}
	})
	laatste := keren(200)
	for n := 1; n <= laatste; n++ {
		must(t, replace(pad, inhoud(n), modeEigen))
	}
	close(klaar)
	wg.Wait()
	wantInhoud(t, pad, string(inhoud(laatste)))
	wantAlleen(t, filepath.Dir(pad), "x.json")
}

func TestAFailedWriteLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	bestand := filepath.Join(dir, "a-bestand")
	map_ := filepath.Join(dir, "b-map")
	write(t, bestand, "oud")
	must(t, os.Mkdir(map_, 0o755))
	wantFout(t, replace(map_, []byte("nieuw"), modeEigen), nil, map_+": ")
	wantFout(t, replace(filepath.Join(dir, "weg", "x"), nil, modeEigen), fs.ErrNotExist, "deze map bestaat niet", "maak eerst de map")
	geenMap := "een bestand en geen map"
	if runtime.GOOS == "windows" { // it does not say which
		geenMap = "deze map bestaat niet"
	}
	wantFout(t, Archief{}.SchrijfNieuw(filepath.Join(bestand, "x"), nil), nil, geenMap)
	wantFout(t, maakMap(filepath.Join(bestand, "x"), modeEigenMap), nil, geenMap)
	wantFout(t, Archief{}.SchrijfNieuw(filepath.Join(dir, string(bytes.Repeat([]byte("x"), 300))), nil), nil, "naam is te lang")
	wantAlleen(t, dir, "a-bestand", "b-map")
	wantInhoud(t, bestand, "oud")
}

func TestAFolderWithoutWriteAccessIsSaidInDutch(t *testing.T) {
	dir := t.TempDir()
	must(t, os.Chmod(dir, 0o555))
	var err error
	alsGewoneGebruiker(t, dir, func() { err = Archief{}.SchrijfNieuw(filepath.Join(dir, "x.md"), nil) })
	wantFout(t, err, fs.ErrPermission, "u mag hier niet schrijven")
	wantAlleen(t, dir)
}

func TestALongNameStillHasATemporaryFile(t *testing.T) {
	dir := t.TempDir()
	naam := string(bytes.Repeat([]byte("é"), 126)) + ".md" // 255 bytes
	must(t, Archief{}.SchrijfNieuw(filepath.Join(dir, naam), []byte("tekst")))
	wantAlleen(t, dir, naam)
}

func TestCausesAreWordedInDutch(t *testing.T) {
	for fout, want := range map[error]string{
		syscall.ENOSPC:       "de schijf is vol; maak ruimte vrij",
		syscall.EDQUOT:       "uw ruimte op deze schijf is op",
		syscall.EROFS:        "kunt u alleen lezen",
		syscall.ENAMETOOLONG: "naam is te lang",
		syscall.EACCES:       "u mag",
		syscall.EIO:          "schijf",
	} {
		for _, maak := range []func(string, error) error{leesFout, schrijfFout} {
			err := maak("map/x\x1b.md", &fs.PathError{Op: "write", Path: "map/x\x1b.md", Err: fout})
			if fout == syscall.EIO {
				want = "map/x"
			}
			wantFout(t, err, fout, want)
			if bytes.ContainsRune([]byte(err.Error()), '\x1b') {
				t.Errorf("error %q holds a control character", err)
			}
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, doel, pad string) {
	t.Helper()
	if err := os.Symlink(doel, pad); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}
