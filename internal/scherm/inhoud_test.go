package scherm

import (
	"os"
	"strings"
	"testing"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// TestEveryQuestionOfTheLibraryFits walks through every casus of the library,
// and looks whether each question stands on each screen with all its words: without
// WEEG_HEEL one casus in three, and each question on another one.
func TestEveryQuestionOfTheLibraryFits(t *testing.T) {
	if testing.Short() {
		t.Skip("much, and one screen after another")
	}
	b := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "casussen/"})
	catalogus, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	casussen, err := b.Casussen()
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range casussen {
		if os.Getenv("WEEG_HEEL") == "" && i%3 != 0 {
			continue
		}
		werkvorm, err := b.Werkvorm(c.Werkvorm)
		if err != nil {
			t.Fatal(err)
		}
		def, err := casus.NewDefinitie(c, werkvorm, catalogus)
		if err != nil {
			t.Fatal(err)
		}
		loop(t, sessie.New(sessie.NewStand("proef", def)), i/3)
	}
	for i, id := range []string{"kort", "vooruitblik", "initiatief"} {
		werkvorm, err := b.Werkvorm(id)
		if err != nil {
			t.Fatal(err)
		}
		def, err := casus.NewDefinitie(casus.EigenCasus(), werkvorm, catalogus)
		if err != nil {
			t.Fatal(err)
		}
		loop(t, sessie.New(sessie.NewStand("proef", def)), i)
	}
}

func loop(t *testing.T, ses *sessie.Sessie, nr int) {
	t.Helper()
	for n := range 500 {
		msg := newVraagMsg(ses)
		for i, maat := range maten {
			if os.Getenv("WEEG_HEEL") == "" && (n+nr)%len(maten) != i {
				continue
			}
			p := newProef(t, msg, maat.breedte, maat.hoogte)
			beeld := strings.Join(strings.Fields(p.zonderPaneel()), " ")
			if !strings.Contains(beeld, strings.Join(strings.Fields(msg.vraag.Vraag), " ")) || !strings.Contains(beeld, "ctrl+c stoppen") {
				t.Errorf("%dx%d: the question or the keys are not whole:\n%s", maat.breedte, maat.hoogte, p.beeld())
			}
		}
		if msg.vraag.Sleutel == sessie.SleutelAfronden {
			return
		}
		if err := ses.Answer(eenAntwoord(msg.vraag)); err != nil {
			t.Fatalf("%s: %v", msg.vraag.Sleutel, err)
		}
	}
	t.Error("the conversation never ends")
}

// eenAntwoord opens as many further questions as one answer can.
func eenAntwoord(v sessie.Vraag) reflectie.Antwoord {
	var ids []string
	for _, o := range v.Opties {
		ids = append(ids, o.ID)
	}
	switch v.Soort {
	case casus.JaNee:
		return reflectie.JaNee(true)
	case casus.Datum:
		return reflectie.Tekst("2027-02-21")
	case casus.Keuze:
		if v.Sleutel != sessie.SleutelAfronden && strings.HasSuffix(v.Sleutel, ".soort") {
			return reflectie.Tekst(reflectie.Beide)
		}
		return reflectie.Tekst(ids[len(ids)/2])
	case casus.Meerkeuze, casus.Waardenkeuze:
		return reflectie.Lijst(ids[:min(len(ids), 4)]...)
	}
	return reflectie.Tekst("Men vindt gewoon dat we maatwerk moeten doen.")
}
