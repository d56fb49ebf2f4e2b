package main

import (
	"bytes"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// gewoonBestand is the file of a plain conversation, and what it was about.
func gewoonBestand(t *testing.T, over string) (casus.Definitie, []byte) {
	t.Helper()
	def := laad(t, over, "waardenweging")
	s := sessie.New(sessie.NewStand("maat", def))
	gewoon(t, def, s)
	r, rest := s.Stand().Reflectie()
	if r.Eigen != nil {
		r.Eigen.Titel = "Koken in de school" // a title is no sentence
	}
	r.Door, r.Datum = "Team Toezicht", reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}
	return def, markdown.Encode(def, markdown.MetaVan("2026-11-21-"+def.Casus.ID+"-k3x9", def), r, rest)
}

// The file of a whole weighing with one line an answer is one that a colleague
// reads: the point stands on the first screen of a forge, and it is not long.
func TestTheFileOfAWholeWeighingIsShortAndBeginsWithThePoint(t *testing.T) {
	t.Parallel()
	for _, over := range []string{"koken-in-het-schoolgebouw", reflectie.Eigen} {
		def, bestand := gewoonBestand(t, over)
		lijnen := strings.Split(strings.TrimSuffix(string(bestand), "\n"), "\n")
		waar := func(begin string) int {
			for i, lijn := range lijnen {
				if strings.HasPrefix(lijn, begin) {
					return i + 1
				}
			}
			t.Fatalf("%s: no line begins with %q in\n%s", over, begin, bestand)
			return 0
		}
		leeg := 0
		for _, lijn := range lijnen {
			if lijn == "" {
				leeg++
			}
		}
		commentaar := strings.Count(string(bestand), "<!--")
		voorwerk := bytes.Index(bestand, []byte("\n---\n"))
		inVoorwerk := bytes.Count(bestand[:voorwerk], []byte("\n"))
		doen := waar(map[bool]string{true: "### Wat ik ga doen", false: "### Wat ik zou doen"}[def.IsEigen()])
		t.Logf("%s: %d lines, %d comments, %d empty, front matter %d, In het kort %d, what one does %d",
			over, len(lijnen), commentaar, leeg, inVoorwerk, waar("## In het kort"), doen)
		for naam, maat := range map[string][2]int{
			"lines":           {len(lijnen), 280},
			"comments":        {commentaar, 48},
			"empty lines":     {leeg, 120},
			"in front matter": {inVoorwerk, 11},
			"In het kort":     {waar("## In het kort"), 29},
			"what one does":   {doen, 39},
		} {
			if maat[0] > maat[1] {
				t.Errorf("%s: %s: %d, at most %d", over, naam, maat[0], maat[1])
			}
		}
	}
}

// forgeStijl is how wide and how far apart a forge sets a page.
const forgeStijl = `<style>
body { width: 948px; margin: 32px; font: 16px/1.5 "DejaVu Sans", sans-serif }
h1, h2 { padding-bottom: .3em; border-bottom: 1px solid }
h1, h2, h3, h4 { margin: 24px 0 16px; line-height: 1.25 } h1 { font-size: 2em } h2 { font-size: 1.5em } h3 { font-size: 1.25em } h4 { font-size: 1em }
p, blockquote, table { margin: 0 0 16px } blockquote { padding: 0 1em; border-left: .25em solid }
td, th { padding: 6px 13px; border: 1px solid }
</style>`

// On a forge, which sets the front matter as a table above the page, one reads
// what the writer does without scrolling.
func TestOnAForgeTheDecisionStandsOnTheFirstScreen(t *testing.T) {
	alleenHeel(t)
	t.Parallel()
	b := newBrowser(t)
	for _, over := range []string{"koken-in-het-schoolgebouw", reflectie.Eigen} {
		def, bestand := gewoonBestand(t, over)
		voorwerk, _, _ := strings.Cut(strings.TrimPrefix(string(bestand), "---\n"), "\n---\n")
		var koppen, cellen strings.Builder
		for veld := range strings.SplitSeq(voorwerk, "\n") {
			naam, waarde, _ := strings.Cut(veld, ": ")
			koppen.WriteString("<th>" + html.EscapeString(naam))
			cellen.WriteString("<td>" + html.EscapeString(waarde))
		}
		pagina := forgeStijl + "<table><tr>" + koppen.String() + "<tr>" + cellen.String() + "</table>\n"
		b.toon("forge.html", bytes.Replace(alsForge(t, bestand), []byte("</title>\n"), []byte("</title>\n"+pagina), 1))
		b.opScherm(1012, "light", "screen")
		got := bereken[map[string]float64](b, `Object.fromEntries([...document.querySelectorAll("h2, h3")].map(e => [e.innerText, e.getBoundingClientRect().top + scrollY]))`)
		for kop, y := range got {
			if strings.HasPrefix(kop, "Wat ik") && strings.HasSuffix(kop, "doen") {
				t.Logf("%s: %s at %.0f px, In het kort at %.0f", over, kop, y, got["In het kort"])
				if y > 600 {
					t.Errorf("%s: %q stands at %.0f pixels", over, kop, y)
				}
			}
		}
		if got["In het kort"] == 0 {
			t.Errorf("%s: no summary in %v", over, got)
		}
		doc, err := markdown.Parse("r.md", bestand)
		if err != nil {
			t.Fatal(err)
		}
		b.toon("pagina.html", paginaVan(t, def, doc.Reflectie, doc.Vervallen))
		b.opScherm(657, "light", "print")
		n := b.bladen()
		t.Logf("%s: printed on %d sheets", over, n)
		if n > 4 {
			t.Errorf("%s: its page is printed on %d sheets", over, n)
		}
	}
}

// Of a story that somebody made up there is no tomorrow. What belongs to one's
// own life alone is asked and said of one's own situation, and nowhere else.
var vanEigenLeven = map[string]string{
	"an appointment":           "Wat neemt u zich voor?",
	"what came of it":          "Wat is er van uw afspraak terechtgekomen?",
	"what one expects":         "Wat verwacht u dat er gebeurt?",
	"what happened since":      "Wat gebeurde er?",
	"that the team has not":    "Nog niet in het team besproken",
	"whom one talked with":     "Hebt u dit met anderen besproken?",
	"what changed around one":  "Wat is er om u heen veranderd?",
	"by when one will do that": "Voor welke dag?",
}

// gezegdOver is all that is asked and written about a subject by the weighing of
// values, of one who deviates, and in looking back at it.
func gezegdOver(t *testing.T, over string) string {
	t.Helper()
	var alles strings.Builder
	vraag := func(def casus.Definitie, vragen []sessie.Vraag) {
		for _, v := range vragen {
			alles.WriteString(v.Titel + "\n" + v.Uitleg + "\n" + v.Vraag + "\n" + v.Toelichting + "\n")
		}
	}
	def := laad(t, over, "waardenweging")
	s := sessie.New(sessie.NewStand("leven", def))
	vraag(def, gewoon(t, def, s))
	r, rest := s.Stand().Reflectie()
	r.Uitkomst.Keuze, r.Uitkomst.Omdat = reflectie.Afwijken, "Omdat het hier niet past."
	alles.Write(markdown.Encode(def, markdown.MetaVan("x", def), r, rest))
	w, err := deBibliotheek.Werkvorm("terugblik")
	if err != nil {
		t.Fatal(err)
	}
	c := def.Casus
	if r.Eigen != nil {
		c = casus.Verteld(*r.Eigen)
	}
	terug, err := casus.NewTerugblik(c, w, def.Waarden)
	if err != nil {
		t.Fatal(err)
	}
	vraag(terug, gewoon(t, terug, sessie.New(sessie.NewTerugblik("leven", terug, r))))
	r.Teruggeblikt = []reflectie.Teruggeblikt{{Datum: reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}, Antwoorden: map[string]reflectie.Antwoord{"nu.moment": reflectie.Tekst("Wachten.")}}}
	def.Terugblik = []casus.Werkvorm{w}
	alles.Write(markdown.Encode(def, markdown.MetaVan("x", def), r, rest))
	return alles.String()
}

func TestOfACasusNobodyAsksWhatOnlyLifeCanAnswer(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	for _, c := range alleCasussen(t) {
		gezegd := gezegdOver(t, c.ID)
		for wat, woorden := range vanEigenLeven {
			if strings.Contains(gezegd, woorden) {
				t.Errorf("%s: %s: %q", c.ID, wat, woorden)
			}
		}
		if !strings.Contains(gezegd, "Waar komt u zoiets in uw eigen werk tegen?") {
			t.Errorf("%s: nobody asks where it is in one's own work", c.ID)
		}
	}
}

func TestOfAnOwnSituationAllThatLifeCanAnswerIsAsked(t *testing.T) {
	t.Parallel()
	gezegd := gezegdOver(t, reflectie.Eigen)
	for wat, woorden := range vanEigenLeven {
		if !strings.Contains(gezegd, woorden) {
			t.Errorf("%s is missing: %q", wat, woorden)
		}
	}
}

// In a word processor too: some forty lines of text fill its first page.
func TestInAWordProcessorTheDecisionStandsOnTheFirstPage(t *testing.T) {
	t.Parallel()
	for _, over := range []string{"koken-in-het-schoolgebouw", reflectie.Eigen} {
		_, bestand := gewoonBestand(t, over)
		pad := filepath.Join(t.TempDir(), "r.md")
		if err := os.WriteFile(pad, bestand, 0o600); err != nil {
			t.Fatal(err)
		}
		voor, _, ok := strings.Cut(pandoc(t, "-f", "gfm", "-t", "plain", "--columns=80", pad), "Wat ik ")
		if n := strings.Count(voor, "\n"); !ok || n > 40 {
			t.Errorf("%s: what one does stands on line %d:\n%s", over, n, voor)
		}
	}
}
