package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// wachtend makes two reflecties that wait, and returns the home of the person.
func wachtend(t *testing.T) string {
	t.Helper()
	thuis := t.TempDir()
	if err := os.Mkdir(filepath.Join(thuis, "reflecties"), 0o700); err != nil {
		t.Fatal(err)
	}
	for naam, blad := range map[string]string{
		"brief": `{"casus": "eigen", "werkvorm": "kort", "datum": "2020-01-01", "terugblik": "2020-04-01", "uitkomst": {"doen": "Bewaren.", "verwachting": "Dat zij belt."},
			"eigen": {"titel": "Een brief te veel", "situatie": "Er lag een brief.", "moment": "Stuur ik hem?"}}`,
		"koken": `{"casus": "koken-in-het-schoolgebouw", "werkvorm": "kort", "datum": "2020-01-02", "terugblik": "2020-03-01"}`,
	} {
		if _, fout, code := draaiLos(t, thuis, blad, "nieuw", "--antwoorden", "-", "--naar", "reflecties/"+naam+".md"); code != 0 {
			t.Fatal(code, fout)
		}
	}
	return thuis
}

func TestLookingBackOnATerminal(t *testing.T) {
	t.Parallel()
	thuis := wachtend(t)
	z := newTerminal(t, weeg(t, thuis, "terugblik"), 80, 24)
	z.ziet("Op welke reflectie kijkt u terug?")
	z.ziet("› Koken in het oude schoolgebouw, 2 januari 2020")
	z.typ(neer)
	z.ziet("› Een brief te veel, 1 januari 2020")
	z.typ(enter)
	z.ziet("Er lag een brief.") // the story comes first
	z.typ(enter)
	z.ziet("Stel dat het morgen weer gebeurt. Wat doet u dan?")
	z.typ("Ik stuur hem.", tab)
	z.ziet("Dit schreef u toen Bewaren. Dit schrijft u nu Ik stuur hem.")
	z.typ("Niets", ctrlR)
	z.ziet("Stuur ik hem?")
	z.typ(esc)
	z.ziet("Dit schreef u toen")
	if err := z.cmd.Process.Kill(); err != nil { // no chance to save
		t.Fatal(err)
	}
	_ = z.cmd.Wait() // it was killed

	z = newTerminal(t, weeg(t, thuis, "terugblik", "reflecties/brief.md"), 80, 24)
	z.ziet("Dit schreef u toen Bewaren. Dit schrijft u nu Ik stuur hem.")
	if _, fout, code := draai(t, thuis, "", "verder", "--toegankelijk"); code != 3 || !strings.Contains(fout, "ander venster") {
		t.Errorf("two windows look back at once: %d, %s", code, fout)
	}
	for _, volgende := range []string{"Dit schreef u toen Dat zij belt.", "Hoe gaat het met degene die toen iets verloor?"} {
		z.typ(tab)
		z.ziet(volgende)
	}
	z.typ(ctrlO)
	z.ziet("esc terug naar de vraag")
	z.typ(esc)
	z.ziet("ctrl+c stoppen")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Fatalf("stopping ends with %d:\n%s", code, z.rauw())
	}
	zoekEngels(t, "the screens", opdrachten.ReplaceAllString(z.rauw(), " "))
	if uit, fout, code := draai(t, thuis, ":naar einde\n1\n", "verder", "--toegankelijk"); code != 0 || uit != filepath.Join("reflecties", "brief.md")+"\n" {
		t.Fatalf("%d %q %s", code, uit, fout)
	}
	uit, _, _ := draaiLos(t, thuis, "", "lees", "reflecties/brief.md", "--json")
	if !strings.Contains(uit, `"nu.moment": "Ik stuur hem."`) {
		t.Errorf("the reflectie holds\n%s", uit)
	}
	if uit, _, _ := draai(t, thuis, "", "terugblik"); strings.Contains(uit, "brief") || !strings.Contains(uit, "koken") {
		t.Errorf("what waits now is\n%s", uit)
	}
}

// Who looked back sees where it stands, and can read it at once.
func TestWhoLookedBackCanReadIt(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		eenAntwoordblad(t, thuis, "terugblik: 2026-11-22\n", "r.md")
		bewaarLater(t, filepath.Join(thuis, "r.html"), "Van eerder.\n")
		z := newTerminal(t, weeg(t, thuis, "terugblik", "r.md"), maat[0], maat[1])
		z.doorVerhaal()
		z.typ(enter)
		z.ziet("Stel dat u weer voor dit moment staat.")
		z.typ("Ik doe het weer zo.", tab)
		z.ziet("Wat valt u op?")
		z.rondAf("De terugblik afronden")
		z.ziet("Wat wilt u nu?")
		z.ziet("De webpagina r.html is nu ouder")
		if beeld := z.beeld(); strings.Contains(beeld, "Wanneer kijkt u") || strings.Contains(beeld, "Een antwoord wijzigen") {
			t.Errorf("%v: it asks what one is done with:\n%s", maat, beeld)
		}
		z.ziet("Uw terugblik is bewaard.")
		z.kiest("Een dag om nog eens terug te kijken")
		z.ziet("Wanneer kijkt u hierop terug?")
		z.kiest("Na 4 weken")
		z.ziet("Wat wilt u nu?")
		z.ziet("U kijkt nog eens terug op")
		z.kiest("De reflectie lezen")
		z.ziet("bladzijde 1 van")
		z.typ(eind)
		z.wacht("the end", func(beeld string) bool { return !strings.Contains(beeld, "er is meer") })
		z.typ("q")
		z.ziet("Wat wilt u nu?")
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		if na := z.naScherm(); !strings.Contains(plat(na), "Uw terugblik staat in") {
			t.Errorf("%v: after the screen it says %q", maat, na)
		}
		if uit, _, _ := draaiLos(t, thuis, "", "lees", "r.md"); !strings.Contains(uit, "Ik doe het weer zo.") {
			t.Errorf("%v: the reflectie is\n%s", maat, uit)
		}
		if got, want := leesJSON(t, thuis, "r.md")["terugblik"], werkdag(time.Now().AddDate(0, 0, 28)); got != want {
			t.Errorf("%v: looking back once more is on %v, want %s", maat, got, want)
		}
		z = beginscherm(t, thuis, maat)
		z.wijst("Terugkijken")
		if maat[0] >= 80 { // where there is room beside its name
			z.ziet("opnieuw op ")
		}
		z.typ(enter)
		z.ziet(", opnieuw op ")
		z.typ(ctrlC)
		z.klaar()
	}
}

func TestChoosingNothingToLookBackAt(t *testing.T) {
	t.Parallel()
	thuis := wachtend(t)
	z := newTerminal(t, weeg(t, thuis, "terugblik"), 40, 12)
	z.ziet("Op welke reflectie kijkt u terug?")
	z.typ(ctrlC)
	if code := z.klaar(); code != 130 {
		t.Errorf("ctrl+c ends with %d", code)
	}
	z = newTerminal(t, weeg(t, thuis, "terugblik", "--toegankelijk"), 80, 24)
	z.ziet("2. Een brief te veel, 1 januari 2020: wacht sinds 1 april 2020")
	z.typ(":stop\r")
	if code := z.klaar(); code != 0 {
		t.Errorf(":stop ends with %d", code)
	}
	if uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json"); uit != "[]\n" {
		t.Errorf("it left a concept:\n%s", uit)
	}
	if err := os.RemoveAll(filepath.Join(thuis, "reflecties")); err != nil {
		t.Fatal(err)
	}
	z = newTerminal(t, weeg(t, thuis, "terugblik"), 80, 24)
	z.ziet("Er is geen reflectie die op u wacht.")
	if code := z.klaar(); code != 0 {
		t.Errorf("with nothing to do it ends with %d", code)
	}
}

// Whichever steps a team puts in a werkvorm to look back by: what was said goes
// into the file, comes back, and is headed by its question.
func TestAnyStepCanBePartOfLookingBack(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	alle, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range alle {
		toen := vol(t, laad(t, "koken-in-het-schoolgebouw", "waardenweging"))
		r, _ := toen.Reflectie()
		w.Bij = []string{casus.BijReflectie}
		def, err := casus.NewTerugblik(toen.Definitie.Casus, w, toen.Definitie.Waarden)
		if err != nil {
			t.Fatal(err)
		}
		s := sessie.New(sessie.NewTerugblik("terug", def, r))
		for s.Vraag().Sleutel != sessie.SleutelAfronden {
			if err := s.Answer(volAntwoord(def, s.Vraag(), 0)); err != nil {
				t.Fatalf("%s: %v", w.ID, err)
			}
		}
		gezegd, _ := s.Stand().Teruggeblikt(reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21})
		r.Teruggeblikt = append(r.Teruggeblikt, gezegd)
		naar := toen.Definitie
		naar.Terugblik = []casus.Werkvorm{w}
		data := markdown.Encode(naar, markdown.Meta{ID: "x"}, r, nil)
		doc, err := markdown.Parse("x.md", data)
		if err != nil {
			t.Fatalf("%s: %v", w.ID, err)
		}
		if d := cmp.Diff(r.Normaal(), doc.Reflectie); d != "" {
			t.Errorf("%s comes back otherwise:\n%s", w.ID, d)
		}
		_, terug, _ := strings.Cut(string(data), "## Terugblik op 21 februari 2027")
		for _, v := range s.Vragen() {
			if kop := strings.ReplaceAll(v.Sleutel, ".", ": "); !v.Prive && strings.Contains(terug, "### "+kop+"\n") {
				t.Errorf("%s: a question is called %q", w.ID, kop)
			}
		}
		json, err := reflectie.EncodeJSON(r)
		if err != nil {
			t.Fatal(err)
		}
		kop, err := blad.ParseKop("x.json", json)
		if err != nil {
			t.Fatal(err)
		}
		b, err := kop.Parse(toen.Definitie, w)
		if err != nil {
			t.Fatalf("%s: %v\n%v", w.ID, err, slices.Sorted(maps.Keys(gezegd.Antwoorden)))
		}
		if d := cmp.Diff(r.Normaal(), b.Reflectie); d != "" {
			t.Errorf("%s comes back from an answer file otherwise:\n%s", w.ID, d)
		}
	}
}
