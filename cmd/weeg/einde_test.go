package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// aanHetEinde leaves a conversation where only the reflectie is to be made.
func aanHetEinde(t *testing.T, thuis string) {
	t.Helper()
	aanHetEindeIn(t, thuis, thuis)
}

// aanHetEindeIn is aanHetEinde of one begun in a folder of its own.
func aanHetEindeIn(t *testing.T, dir, thuis string) {
	t.Helper()
	invoer := "1\nIk schrok.\n.\nOf ik te streng ben.\n.\n:naar einde\n"
	if _, fout, code := draaiIn(dir, thuis, invoer, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort", "--toegankelijk"); code != 4 {
		t.Fatal(code, fout)
	}
}

// At a terminal the conversation stays open where its reflectie cannot be written:
// the person reads why, and tries again, takes another place or goes on later.
func TestAReflectieThatCannotBeWrittenLeavesThePersonAWay(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		scherm, regels string // what the person types
		code           int
		in             string // the folder where the reflectie is then
	}{
		"again":         {"1", "1\r", 0, "reflecties"},
		"another place": {"2", "2\r", 0, "thuis"},
		"later":         {"3", "3\r", 4, ""},
		"leaving":       {ctrlC, ":stop\r", 4, ""},
	} {
		for wat, typ := range map[string]string{"screen": c.scherm, "lines": c.regels} {
			t.Run(naam+" "+wat, func(t *testing.T) {
				t.Parallel()
				dir := t.TempDir()
				thuis, bezet := filepath.Join(dir, "thuis"), filepath.Join(dir, "reflecties")
				if err := os.Mkdir(thuis, 0o700); err != nil {
					t.Fatal(err)
				}
				aanHetEindeIn(t, dir, thuis)
				bewaarLater(t, bezet, "van een ander") // a file, where the folder should be
				args, maak, vierde := []string{"verder"}, enter, "4"
				if wat == "lines" {
					args, maak, vierde = append(args, "--toegankelijk"), "1\r", "4\r"
				}
				cmd := weeg(t, thuis, args...)
				cmd.Dir = dir
				z := newTerminal(t, cmd, 80, 24)
				z.ziet("Hier rondt u af.")
				z.typ(maak)
				z.ziet("Uw reflectie is nog niet gemaakt")
				z.ziet("een deel van dit pad is een bestand")
				if naam == "again" {
					if err := os.Remove(bezet); err != nil {
						t.Fatal(err)
					}
				}
				z.typ(typ)
				if c.code == 0 {
					z.ziet("Geen datum")
					z.typ(vierde)
					z.ziet("Wat wilt u nu?")
					z.typ(vierde) // done
				} else {
					z.ziet("Uw antwoorden zijn bewaard.")
					z.ziet("weeg verder koken")
				}
				if code := z.klaar(); code != c.code {
					t.Errorf("it ends with %d:\n%s", code, z.rauw())
				}
				zoekEngels(t, "the screens", opdrachten.ReplaceAllString(z.rauw(), " "))
				paden, _ := filepath.Glob(filepath.Join(dir, "*", "*.md"))
				if klaar := len(paden) == 1 && filepath.Base(filepath.Dir(paden[0])) == c.in; klaar != (c.code == 0) {
					t.Errorf("the reflecties are %v", paden)
				}
				if uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json"); strings.Contains(uit, `"id"`) != (c.code == 4) {
					t.Errorf("the concepts are %s", uit)
				}
				if uit, _, _ := draai(t, thuis, "", "prive", "lijst"); strings.Contains(uit, "koken") != (c.code == 0) {
					t.Errorf("the private parts are %s", uit)
				}
			})
		}
	}
}
