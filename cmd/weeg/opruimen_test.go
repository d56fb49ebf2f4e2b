package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// On a terminal one's own reflecties go after a second yes alone; a no keeps them, and
// throws away the rest of what was chosen. On a small screen too.
func TestOwnReflectiesGoOnATerminalAfterASecondYes(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		begonnen(t, thuis, "koken-in-het-schoolgebouw")
		data := filepath.Join(thuis, ".local", "share", "weeg", "reflecties")
		if err := os.MkdirAll(data, 0o700); err != nil {
			t.Fatal(err)
		}
		eigen := filepath.Join(data, "2026-11-21-koken-k3x9.md")
		if err := os.WriteFile(eigen, []byte("Van mij."), 0o600); err != nil {
			t.Fatal(err)
		}
		zeg := func(tweede string) {
			z := newTerminal(t, weeg(t, thuis, "opruimen"), maat[0], maat[1])
			z.ziet("Wat wilt u weggooien?")
			z.kiest("Alles")
			z.ziet("Wilt u dit voorgoed weggooien")
			z.kiest("Ja, gooi weg")
			z.ziet("Weet u het zeker?")
			z.kiest(tweede)
			if tweede != "Ja, ook" {
				z.ziet("Wat wilt u weggooien?")
				z.kiest("Klaar")
			}
			if code := z.klaar(); code != 0 {
				t.Errorf("exit %d:\n%s", code, z.beeld())
			}
			if !strings.Contains(z.rauw(), "Weg: 1 ") {
				t.Errorf("what went is not told:\n%s", z.beeld())
			}
		}
		zeg("Nee, mijn")
		if _, err := os.Stat(eigen); err != nil {
			t.Error("a no did not keep it")
		}
		begonnen(t, thuis, "koken-in-het-schoolgebouw")
		zeg("Ja, ook")
		_ = filepath.WalkDir(filepath.Join(thuis, ".local"), func(pad string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				t.Errorf("%s is still there", pad)
			}
			return err
		})
	}
}
