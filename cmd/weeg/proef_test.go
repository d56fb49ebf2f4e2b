package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ambt.example/weeg/casussen"
)

// alleBestanden lists what there is below a folder.
func alleBestanden(t *testing.T, dir string) string {
	t.Helper()
	var paden []string
	err := filepath.WalkDir(dir, func(pad string, _ fs.DirEntry, err error) error {
		paden = append(paden, pad)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(paden, "\n")
}

// koffer is a casus that somebody is writing: with other words in place of its own.
func koffer(t *testing.T, pad string, woorden ...string) {
	t.Helper()
	data, err := casussen.FS.ReadFile("koken-in-het-schoolgebouw.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tekst := strings.Replace(string(data), "id: koken-in-het-schoolgebouw", "id: koffer", 1)
	nieuw := strings.NewReplacer(woorden...).Replace(tekst)
	if len(woorden) > 0 && nieuw == tekst {
		t.Fatalf("none of %q stands in the casus", woorden)
	}
	if err := os.WriteFile(pad, []byte(nieuw), 0o600); err != nil {
		t.Fatal(err)
	}
}

// regelVan is the line of a file in which a text comes first.
func regelVan(t *testing.T, pad, tekst string) int {
	t.Helper()
	data, err := os.ReadFile(pad)
	voor, _, ok := strings.Cut(string(data), tekst)
	if err != nil || !ok {
		t.Fatalf("%q is not in %s: %v", tekst, pad, err)
	}
	return 1 + strings.Count(voor, "\n")
}

func TestAChangeOfTheFileShowsAtTheNextQuestionOnTheScreen(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		pad := filepath.Join(thuis, "koffer.yaml")
		koffer(t, pad)
		voor := alleBestanden(t, thuis)
		z := newTerminal(t, weeg(t, thuis, "casus", "proef", "koffer.yaml", "--werkvorm", "kort"), maat[0], maat[1])
		z.doorVerhaal()
		z.typ(enter)
		z.ziet("Dit is een proef. Er wordt niets")
		z.ziet("proef stap 1 van 7")
		z.typ(enter)
		z.ziet("Wat zou u nu doen?")
		z.ziet("ctrl+c stoppen")
		if strings.Contains(z.beeld(), "ctrl+e") {
			t.Errorf("an editor would need a file for the text:\n%s", z.beeld())
		}

		koffer(t, pad, "id: betrokkenheid", "id: betrokkenheit")
		z.typ("Ik bel eerst.", tab)
		z.ziet("Waar twijfelt u over?")
		z.ziet("Wat u bewaarde, is nog niet goed.")
		z.ziet(fmt.Sprintf("koffer.yaml:%d:", regelVan(t, pad, "betrokkenheit")))

		koffer(t, pad, "vraag: Wat zeggen de ouderen", "vraag: Wat zegt de koffer", "Samir staat", "Fatma staat")
		z.typ("Of het mag.", tab)
		z.ziet("Wat zegt de koffer")
		z.ziet(`"koffer.yaml" is opnieuw gelezen.`)
		z.typ(ctrlR)
		z.ziet("esc terug naar de vraag")
		z.typ(esc)
		z.ziet("ctrl+c stoppen")

		z.typ(ctrlO) // what was answered is there still
		z.ziet("Of het mag.")
		z.typ(esc)
		z.ziet("ctrl+c stoppen")
		z.typ(ctrlC)
		if code := z.klaar(); code != 0 {
			t.Errorf("it ends with %d", code)
		}
		if uit := plat(opdrachten.ReplaceAllString(z.rauw(), " ")); !strings.Contains(uit, "Dit was een proef. Er is niets bewaard.") {
			t.Errorf("it does not say that nothing was kept:\n%s", uit)
		}
		if na := alleBestanden(t, thuis); na != voor {
			t.Errorf("there were\n%s\nand now\n%s", voor, na)
		}
	}
}

// Each casus and each werkvorm of the library can be tried, by its name and by its
// file, and comes to its end.
func TestAllOfTheLibraryCanBeTried(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	thuis := t.TempDir()
	var namen []string
	for _, c := range alleCasussen(t) {
		namen = append(namen, c.ID)
	}
	for _, bij := range []string{"casus", "eigen", "reflectie"} {
		for _, w := range alleWerkvormen(t, bij) {
			namen = append(namen, w.ID)
		}
	}
	hier, err := filepath.Abs("../../casussen")
	if err != nil {
		t.Fatal(err)
	}
	for i, naam := range namen {
		wat := naam
		if i%2 == 1 {
			wat = filepath.Join(hier, naam+".yaml")
			if _, err := os.Stat(wat); err != nil {
				wat = filepath.Join(hier, "werkvormen", naam+".yaml")
			}
		}
		uit, fout, code := draai(t, thuis, ":naar einde\n2\n", "casus", "proef", wat, "--toegankelijk")
		if code != 0 || uit != "" || !strings.Contains(fout, "Einde van de proef") {
			t.Errorf("weeg casus proef %s gives %d: %s%s", wat, code, uit, fout)
		}
	}
	if na := alleBestanden(t, thuis); na != thuis {
		t.Errorf("it left %s", na)
	}
}
