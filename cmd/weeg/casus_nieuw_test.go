package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// schrijfcasus is the conversation in which somebody writes a casus, with the answers of
// testdata/casus_nieuw.yaml, and the casus that the answer file gives.
func schrijfcasus(t *testing.T) (casus.Definitie, *blad.Blad, string) {
	t.Helper()
	w, err := deBibliotheek.LoadWerkvorm(casussen.FS, casussen.Schrijven, casussen.Schrijven)
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := deBibliotheek.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	pad, err := filepath.Abs("testdata/casus_nieuw.yaml")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	def, thuis := casus.NewSchrijven(w, waarden), t.TempDir()
	uit, fout, code := draai(t, thuis, "", "casus", "nieuw", "--antwoorden", pad, "--naar", filepath.Join(thuis, "envelop.yaml"))
	if code != 0 || strings.Contains(fout, "Nog te doen") {
		t.Fatalf("casus nieuw --antwoorden gives %d and %q: %s", code, uit, fout)
	}
	return def, leesBlad(t, pad, data, def), leesTekst(t, filepath.Join(thuis, "envelop.yaml"))
}

func leesTekst(t *testing.T, pad string) string {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestACasusFromAPipeIsThatOfTheAnswerFile(t *testing.T) {
	t.Parallel()
	def, b, want := schrijfcasus(t)
	thuis := t.TempDir()
	var regels []string
	for _, s := range loop(t, def, b.Antwoorden()) {
		regels = append(regels, s.typ(b.Antwoorden())...)
	}
	if n := len(loop(t, def, b.Antwoorden())); n > 16 {
		t.Errorf("with two waarden it asks %d questions; few of them make one think", n)
	}
	naar := filepath.Join(thuis, "envelop.yaml")
	_, fout, code := draai(t, thuis, strings.Join(append(regels, "1"), "\n")+"\n", "casus", "nieuw", "--toegankelijk", "--naar", naar)
	if code != 0 {
		t.Fatalf("it ends with %d:\n%s", code, fout)
	}
	if d := cmp.Diff(want, leesTekst(t, naar)); d != "" {
		t.Errorf("the answer file (-) and the pipe (+) differ:\n%s", d)
	}
}

// A casus is written on a screen: stopped and gone on with, and at the end gone back for
// what it lacks. However small the screen, it is the casus of the answer file.
func TestACasusIsWrittenOnATerminalAndWhatItLacksIsAskedAgain(t *testing.T) {
	t.Parallel()
	def, b, want := schrijfcasus(t)
	antwoorden := b.Antwoorden()
	titel := antwoorden[casus.SleutelTitel].Tekst()
	for _, maat := range maten {
		thuis := t.TempDir()
		stappen := loop(t, def, antwoorden)
		half := len(stappen) / 2
		z := newTerminal(t, weeg(t, thuis, "casus", "nieuw", "--naar", "envelop.yaml"), maat[0], maat[1])
		for i := range half {
			z.antwoord(stappen[i], volgendeVraag(stappen, i), antwoorden)
		}
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 {
			t.Fatalf("%v: stopping ends with %d:\n%s", maat, code, z.rauw())
		}
		z = newTerminal(t, weeg(t, thuis, "verder"), maat[0], maat[1])
		for i := half; i < len(stappen); i++ {
			s := stappen[i]
			if s.vraag.Sleutel == casus.SleutelTitel {
				s.antwoord = reflectie.Antwoord{} // passed over
			}
			z.antwoord(s, volgendeVraag(stappen, i), antwoorden)
		}
		z.typ(enter)
		z.ziet("De casus heeft nog geen titel.")
		z.ziet("Wat wilt u?")
		z.typ(enter) // go on writing first
		z.ziet("Hoe heet deze casus?")
		z.typ(titel, tab)
		z.ziet("Waaraan kan iemand herkennen")
		z.ziet("GEHEIMZAND") // what was answered is there
		z.typ(tab)
		z.ziet("Hier rondt u af.")
		z.typ(enter)
		if code := z.klaar(); code != 0 {
			t.Fatalf("%v: ends with %d:\n%s", maat, code, z.rauw())
		}
		if d := cmp.Diff(want, leesTekst(t, filepath.Join(thuis, "envelop.yaml"))); d != "" {
			t.Errorf("%v: the answer file (-) and the terminal (+) differ:\n%s", maat, d)
		}
		if !strings.Contains(z.rauw(), "weeg nieuw envelop.yaml") {
			t.Errorf("%v: it does not say how to weigh it:\n%s", maat, z.rauw())
		}
		if uit, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
			t.Errorf("%v: after the casus a concept is left:\n%s", maat, uit)
		}
		zoekEngels(t, "the screens", opdrachten.ReplaceAllString(z.rauw(), " "))
	}
}

// Whoever writes where something private is still named, is told so and shown it; what
// that is, stands in no file and is not shown in a pipe.
func TestWhatMustStayUnsaidIsAskedAboutAndKeptNowhere(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := newTerminal(t, weeg(t, thuis, "casus", "nieuw"), 80, 24)
	z.ziet("Wat gebeurde er")
	z.typ("Het was druk in Geheimzand.", tab)
	z.ziet("Wat ging eraan vooraf?")
	z.typ(ctrlO)
	z.ziet("esc terug naar de vraag")
	z.typ(eind, op, enter)
	z.ziet("Waaraan kan iemand herkennen")
	z.typ("Geheimzand", enter, "een gele jas", tab)
	z.ziet("Hier rondt u af.")
	z.typ(enter)
	z.ziet("staat er nog in (alleen u ziet dit)")
	z.ziet("Geheimzand")
	z.typ(enter)
	z.ziet("Het was druk in Geheimzand.")
	z.typ(ctrlU, "Het was druk in de hal.", tab)
	z.ziet("Wat ging eraan vooraf?")
	z.typ(ctrlO)
	z.ziet("esc terug naar de vraag")
	z.typ(eind, enter)
	z.ziet("Hier rondt u af.")
	z.typ(enter)
	z.ziet("Dit ontbreekt nog")
	if strings.Contains(z.beeld(), "ongezegd") {
		t.Errorf("what is not said any more is still asked about:\n%s", z.beeld())
	}
	z.typ(neer, enter)
	if code := z.klaar(); code != 0 {
		t.Fatalf("ends with %d:\n%s", code, z.rauw())
	}
	err := walk(thuis, func(pad string) error {
		if tekst := leesTekst(t, pad); strings.Contains(tekst, "Geheimzand") || strings.Contains(tekst, "gele jas") {
			t.Errorf("what had to stay unsaid stands in %s", pad)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// No text, wherever somebody writes it, gives a casus that cannot be read, and what is
// read is what was written.
func TestHostileAnswersGiveACasusThatReadsBack(t *testing.T) {
	t.Parallel()
	for _, tekst := range []string{"a: b # c", "\"x\" en 'y'", "---\nweeg: 9\n...", "\ttab\tvooraan", "- {a: [b]}\n\n\n- *c &d !e", "🙂 \x1b[31m\u202e?", "|\n  >-"} {
		thuis := t.TempDir()
		antwoorden := map[string]string{}
		for _, sleutel := range []string{"moment.heetst", "moment.vooraf", "mensen.rollen", "mensen.ene", "mensen.andere", "knoop.uitweg", "regel.waarom"} {
			antwoorden[sleutel] = tekst
		}
		lijn := strings.ReplaceAll(tekst, "\n", " ")
		antwoorden["knoop.vraag"], antwoorden["regel.regel"], antwoorden[casus.SleutelTitel] = lijn, lijn, lijn
		invoer, err := json.Marshal(map[string]any{"antwoorden": antwoorden, "waarden": []map[string]string{{"id": "veiligheid", "betekenis": tekst}, {"naam": lijn, "betekenis": tekst}}})
		if err != nil {
			t.Fatal(err)
		}
		naar := filepath.Join(thuis, "c.yaml")
		if _, fout, code := draai(t, thuis, string(invoer), "casus", "nieuw", "--antwoorden", "-", "--naar", naar); code != 0 {
			t.Fatalf("%q gives %d: %s", tekst, code, fout)
		}
		uit, fout, code := draai(t, thuis, "", "casus", "toon", naar, "--json")
		var c casus.Casus
		if err := json.Unmarshal([]byte(uit), &c); code != 0 || err != nil {
			t.Fatalf("%q is read as %v, %d: %s", tekst, err, code, fout)
		}
		schoon := reflectie.Normaal(tekst)
		if c.Titel != reflectie.Normaal(lijn) || c.Moment != c.Titel || c.Regels[0].Regel != c.Titel || c.Regels[0].Bedoeling != schoon || c.Waarden[0].Hier != schoon {
			t.Errorf("%q is read back as %+v", tekst, c)
		}
		for _, woord := range strings.Fields(tekst) {
			if !strings.Contains(c.Situatie, woord) {
				t.Errorf("%q is not in the story: %q", woord, c.Situatie)
			}
		}
	}
}
