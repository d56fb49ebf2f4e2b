package rapport_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/renderer/html"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/overleg"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

// magOpBlad are the fields of which a sheet shows the words.
func magOpBlad(sleutel string, eigen bool) bool {
	if eigen {
		return slices.Contains([]string{"eigen.situatie", "eigen.moment"}, sleutel)
	}
	return slices.Contains([]string{"uitkomst.doen", "weging.omdat", "weging.prijs"}, sleutel)
}

// reTijd is what a sheet says of its own steps and time.
var reTijd = regexp.MustCompile(`(?i)\b(stap|blad|minuut) \d+(–\d+)?|\b45 minuten`)

// On the sheets of two hundred teams stands nothing of who wrote what or when, of their
// private answers or first reactions, or of how many they are: of all that a file can
// hold, a new field included, only what may go in is there.
func TestASheetTellsNothingOfWhoOrHowMany(t *testing.T) {
	if testing.Short() {
		t.Skip("all of this goes one after another; without -short it runs")
	}
	t.Parallel()
	bronnen := kompasbronnen(t)
	gezien := map[string]bool{}
	for team := range keren(200) {
		r := rand.New(rand.NewPCG(team, 6))
		over := bronnen.Casus("koken")
		over.Situatie, over.Moment = "Er wordt gekookt.", "Mag dat?"
		b, waar := overleg.NewBouwer(over), []string{"id"}
		var blad overleg.Blad
		for i := range 1 + r.IntN(8) {
			w := reflectietest.Willekeurig(r)
			w.Eigen = &reflectie.Situatie{}
			waar = append(waar, plant(&w, bronnen.Werkvormen)...)
			w.Casus, w.Overleg = []string{"koken", "koken", "rust"}[r.IntN(3)], nil
			w.Datum = reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 1 + r.IntN(28)}
			if r.IntN(2) == 0 {
				w.Rol = "handhaver"
			}
			b.Add(fmt.Sprintf("2026-11-21-%s-x%d", geplant("id"), i), w)
			blad = overleg.VanEigen(*w.Eigen)
		}
		eigen := team%4 == 0
		if !eigen {
			blad = b.Blad(r.IntN)
		}
		var pagina bytes.Buffer
		if err := rapport.OverlegHTML(&pagina, blad); err != nil {
			t.Fatal(err)
		}
		for _, tekst := range []string{rapport.OverlegMarkdown(blad), reTag.ReplaceAllString(reKop.ReplaceAllString(pagina.String(), ""), "")} {
			laag := strings.ToLower(tekst)
			for _, sleutel := range waar {
				heeft := strings.Contains(laag, strings.ToLower(geplant(sleutel)))
				gezien[sleutel] = gezien[sleutel] || heeft
				if heeft && !magOpBlad(sleutel, eigen) {
					t.Fatalf("team %d: %s is in\n%s", team, sleutel, tekst)
				}
			}
			if m := reCijfer.FindString(reTijd.ReplaceAllString(tekst, "")); m != "" {
				t.Fatalf("team %d: there is a %s in\n%s", team, m, tekst)
			}
			if m := reTelt.FindString(tekst); m != "" {
				t.Fatalf("team %d: it says %q in\n%s", team, m, tekst)
			}
			for _, zin := range []string{"Wie leiding geeft, praat als laatste.", "Dan is er de vertrouwenspersoon. Dit is geen meldpunt."} {
				if !strings.Contains(tekst, zin) {
					t.Fatalf("team %d: it does not say %q", team, zin)
				}
			}
			if eigen != strings.Contains(tekst, "Wie dit inbrengt, mag op elk moment stoppen, zonder reden.") || eigen == strings.Contains(tekst, "Blad 2") {
				t.Fatalf("team %d, of its own situation: %v\n%s", team, eigen, tekst)
			}
		}
	}
	for sleutel, heeft := range gezien {
		if (magOpBlad(sleutel, true) || magOpBlad(sleutel, false)) && !heeft {
			t.Errorf("%s is on no sheet", sleutel)
		}
	}
	if len(gezien) < 60 {
		t.Errorf("only %d kinds of words were planted", len(gezien))
	}
}

// Whatever people type stays text on a sheet, and none of it reads as an answer of the team.
func TestNothingOnASheetGetsOutOfItsQuote(t *testing.T) {
	lees := goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe()))
	render := func(tekst string) []string {
		p := overleg.Positie{Doen: tekst, Omdat: tekst, Prijs: []string{tekst, "- " + tekst}, Rol: tekst}
		var uit bytes.Buffer
		for _, blad := range []overleg.Blad{{Titel: tekst, Situatie: tekst, Moment: tekst, Rol: tekst, Meegegaan: tekst, Posities: []overleg.Positie{p, p, p}}, {Situatie: tekst, Moment: tekst}} {
			if err := lees.Convert([]byte(rapport.OverlegMarkdown(blad)), &uit); err != nil {
				t.Fatal(err)
			}
		}
		buiten := regexp.MustCompile(`(?s)<blockquote>.*?</blockquote>\n(<p>|<h|<ul|<hr|$)`).ReplaceAllString(uit.String(), "$1")
		return regexp.MustCompile(`<h\d>|<pre>|<ul>|<img|<a |<script|<!--.*?-->|<!--|<details|<hr`).FindAllString(buiten, -1)
	}
	want := render("Gewoon")
	if len(want) < 30 {
		t.Fatal(want)
	}
	for _, tekst := range append(reflectietest.Lastig(), "<script>kwaad</script>", "<!-- kwaad", "# x <!-- weeg:oneens -->", "[x]: http://kwaad", "</blockquote>", "a\n\n# b", "1. x", "~~~", "<details>") {
		if got := render(tekst); !slices.Equal(want, got) {
			t.Errorf("with %q outside a quote stand %v, want %v", tekst, got, want)
		}
	}
}

// A sheet of a casus without rollen, or from all of which somebody looked, asks who is missing.
func TestASheetWithNobodyToSeatAsksWhoIsMissing(t *testing.T) {
	md := rapport.OverlegMarkdown(overleg.NewBouwer(casus.Casus{ID: "x", Titel: "X"}).Blad(func(int) int { return 0 }))
	if !strings.Contains(md, "Wie merkt hier iets van, maar praat niet mee? Wat zou die zeggen?") {
		t.Error(md)
	}
}
