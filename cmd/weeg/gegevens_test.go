package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// What tells which person it is about is shown before a reflectie is made, and not
// whole. The person changes it, hides it, or leaves it; what is private is their own.
func TestWhatTellsOfPeopleIsChangedHiddenOrKept(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		keus       string
		staat, weg string // in the file
	}{
		"changed": {"1", "belde met de wijkagent.", "06-"},
		"hidden":  {"2", "belde met 06-••••••••.", "12345678"},
		"kept":    {"3", "belde met 06-12345678.", "•"},
	} {
		for _, regels := range []bool{false, true} {
			wijze, maak, einde := "screen", enter, ""
			if regels {
				wijze, maak, einde = "lines", "1\r", "\r"
			}
			t.Run(naam+" "+wijze, func(t *testing.T) {
				t.Parallel()
				thuis := t.TempDir()
				in := "1\nMail jan@voorbeeld.nl.\n.\nIk belde met 06-12345678.\n.\n:naar einde\n:stop\n"
				if _, fout, code := draai(t, thuis, in, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort", "--toegankelijk"); code != 4 {
					t.Fatal(code, fout)
				}
				args := []string{"verder"}
				if regels {
					args = append(args, "--toegankelijk")
				}
				z := newTerminal(t, weeg(t, thuis, args...), 80, 24)
				z.ziet("Hier rondt u af.")
				z.typ(maak)
				z.ziet("Hier staan gegevens van mensen in:")
				z.ziet("telefoonnummer 06-••••••••, bij \"Waar twijfelt u")
				if beeld := z.beeld(); strings.Contains(beeld, "12345678") || strings.Contains(beeld, "e-mail") {
					t.Errorf("it shows more than it may:\n%s", beeld)
				}
				z.typ(c.keus + einde)
				if naam == "changed" {
					z.ziet("Ik belde met 06-12345678.")
					if regels {
						z.typ(":wis\r", "Ik belde met de wijkagent.\r", ".\r", ":naar einde\r", maak)
					} else {
						z.typ(ctrlU, "Ik belde met de wijkagent.", ctrlO, eind, enter)
						z.ziet("Hier rondt u af.")
						z.typ(maak)
					}
				}
				z.ziet("Geen datum")
				z.typ("4" + einde)
				z.ziet("Wat wilt u nu?")
				z.typ("4" + einde)
				if code := z.klaar(); code != 0 {
					t.Fatalf("it ends with %d:\n%s", code, z.rauw())
				}
				_, tekst := enige(t, thuis)
				if !strings.Contains(tekst, c.staat) || strings.Contains(tekst, c.weg) {
					t.Errorf("the file must have %q and not %q:\n%s", c.staat, c.weg, tekst)
				}
			})
		}
	}
}

// Of answers from a file nobody is asked, so that it is told, also at a terminal.
func TestWhatTellsOfPeopleInAnAnswerFileIsTold(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	bewaarLater(t, filepath.Join(thuis, "blad.yaml"), "casus: koken-in-het-schoolgebouw\nwerkvorm: kort\nrol: handhaver\nuitkomst: {doen: Bel 06-12345678.}\n")
	cmd := weeg(t, thuis, "nieuw", "--antwoorden", "blad.yaml")
	cmd.Dir = thuis
	z := newTerminal(t, cmd, 80, 24)
	z.ziet("telefoonnummer 06-••••••••, bij")
	if code := z.klaar(); code != 0 {
		t.Fatalf("it ends with %d:\n%s", code, z.rauw())
	}
}
