package archief

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// dood is a process that is not there: no system counts this far.
const dood = "99999999-0"

func TestWhatAKilledProcessLeftIsCleanedUp(t *testing.T) {
	a, gedeeld := newArchief(t), t.TempDir()
	concept, err := a.Pad("koken-k3x9")
	must(t, err)
	prive, err := a.PadPrive("2026-11-21-koken-k3x9")
	must(t, err)
	klad, err := a.padKlad("koken-k3x9")
	must(t, err)
	reflectie := filepath.Join(gedeeld, "2026-11-21-koken-k3x9.md")
	for _, pad := range []string{concept, prive, klad, reflectie} {
		must(t, os.MkdirAll(filepath.Dir(pad), 0o700))
		write(t, pad, "af")
		write(t, tijdelijkeNaam(pad, dood), geheim)
		write(t, filepath.Join(filepath.Dir(pad), "."+filepath.Base(pad)+".lock"), "")
	}
	anders := []string{".x.lock", "x.md.lock", ".x.md.swp", ".x.txt.12-0.tmp", "x.md.12-0.tmp", ".x.md.tmp", ".md.12-0.tmp", ".notities.md.lock", ".settings.json.lock"}
	for _, naam := range anders {
		write(t, filepath.Join(gedeeld, naam), "van een ander")
	}
	must(t, os.Mkdir(filepath.Join(gedeeld, ".map.md.12-0.tmp"), 0o700))
	a.RuimOp(gedeeld, filepath.Join(gedeeld, "nergens"))
	for _, pad := range []string{concept, prive, klad} {
		wantAlleen(t, filepath.Dir(pad), filepath.Base(pad))
	}
	anders = append(anders, ".map.md.12-0.tmp", filepath.Base(reflectie))
	slices.Sort(anders)
	wantAlleen(t, gedeeld, anders...)
}

func TestWhatIsBeingWrittenIsNotCleanedUp(t *testing.T) {
	a, dir := newArchief(t), t.TempDir()
	tijdelijk, los, err := writeTijdelijk(filepath.Join(dir, "r.md"), []byte("tekst"), modeGedeeld)
	must(t, err)
	a.RuimOp(dir)
	wantInhoud(t, tijdelijk, "tekst")
	los()
	ontgrendel, err := vergrendel(filepath.Join(dir, "r.md"))
	must(t, err)
	a.RuimOp(dir)
	wantInhoud(t, filepath.Join(dir, ".r.md.lock"), "")
	ontgrendel()

	// Also when both happen at once, many times.
	klaar := make(chan bool)
	var ruimers, schrijvers sync.WaitGroup
	for range 2 {
		ruimers.Go(func() {
			for {
				select {
				case <-klaar:
					return
				default:
					a.RuimOp(dir)
				}
			}
		})
	}
	for i := range 4 {
		schrijvers.Go(func() {
			for n := range keren(200) {
				if err := replace(filepath.Join(dir, fmt.Sprintf("%d.md", i)), []byte("tekst"), modeGedeeld); err != nil {
					t.Errorf("write %d: %v", n, err)
					return
				}
			}
		})
	}
	schrijvers.Wait()
	close(klaar)
	ruimers.Wait()
}
