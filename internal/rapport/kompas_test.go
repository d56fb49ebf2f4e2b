package rapport_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/renderer/html"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/kompas"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

// kompasbronnen are the werkvormen that weeg carries, with a catalogue and casussen that
// have no digits in them.
func kompasbronnen(t *testing.T) kompas.Bronnen {
	t.Helper()
	bieb := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Beproefd: true})
	werkvormen, err := bieb.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	return kompas.Bronnen{Werkvormen: werkvormen,
		Waarden: []casus.Waarde{{ID: "openheid", Naam: "Openheid"}, {ID: "veiligheid", Naam: "Veiligheid"}, {ID: "zorg", Naam: "Zorg"}},
		Casus: func(id string) casus.Casus {
			return casus.Casus{ID: id, Titel: "Over " + id, Regels: []casus.Regel{{ID: "gas", Regel: "Geen gas.", Bedoeling: "Voor de rust."}},
				Rollen: []casus.Rol{{ID: "handhaver", Naam: "Handhaver", Zin: "de handhaver", Laag: true}, {ID: "buur", Naam: "Buur", Zin: "de buur"}}}
		}}
}

// geplant is a text that stands nowhere else, for a field or a question.
func geplant(waar string) string {
	return "Geplant " + strings.NewReplacer(".", " ", "-", " ").Replace(waar) + " vos"
}

// plant puts a text of its own in every field that holds free words, in answers to all
// questions of the werkvormen, private ones too, and in front of what is already there.
func plant(r *reflectie.Reflectie, werkvormen []casus.Werkvorm) (waar []string) {
	for _, d := range reflectie.Delen() {
		for _, rij := range r.Rijen(d) {
			for _, v := range d.Velden {
				sleutel := d.Naam + "." + v.Naam
				switch {
				case v.PerWaarde:
					for waarde := range rij.PerWaarde(v) {
						rij.ZetVoor(v, waarde, reflectie.Tekst(geplant(sleutel)))
					}
				case v.Aard == reflectie.Punten:
					rij.Zet(v, reflectie.Lijst(geplant(sleutel)))
				case v.Aard == reflectie.Proza, v.Aard == reflectie.EenLijn, v.Aard == reflectie.EenRol:
					rij.Zet(v, reflectie.Tekst(geplant(sleutel)))
				default:
					continue
				}
				waar = append(waar, sleutel)
			}
		}
	}
	r.Antwoorden = map[string]reflectie.Antwoord{}
	for _, w := range werkvormen {
		for _, s := range w.Stappen {
			for _, v := range s.Vragen {
				sleutel := s.ID + "." + v.ID
				r.Antwoorden[sleutel] = reflectie.Tekst(geplant("antwoorden." + sleutel))
				waar = append(waar, "antwoorden."+sleutel)
			}
		}
	}
	return waar
}

// magErin are the fields and questions of which a kompas shows the words.
func magErin(sleutel string) bool {
	return slices.Contains([]string{"weging.omdat", "waarden.naam", "waarden.betekenis", "aandachtspunten.kennis", "aandachtspunten.acties",
		"aandachtspunten.macht", "afspraken.wat", "afspraken.gekomen", "antwoorden.bedoeling.ontbreekt", "antwoorden.regel.regel",
		"antwoorden.regel.beschermt", "antwoorden.regel.waarom"}, sleutel)
}

var (
	reDag    = regexp.MustCompile(`, op \d{1,2} [a-z]+ \d{4}:`)
	reKop    = regexp.MustCompile(`(?s)<head>.*</head>`)
	reTag    = regexp.MustCompile(`(?s)<[^>]*>`)
	reBeeld  = regexp.MustCompile("(?s)```mermaid.*?```")
	reCijfer = regexp.MustCompile(`\d`)
	reTelt   = regexp.MustCompile(`(?i)meeste|meerderheid|gemiddeld|procent|score|winnaar|aantal|ons team vindt`)
)

// keren is how many of n that chance makes are tried: a quarter without WEEG_HEEL.
func keren(n uint64) uint64 {
	if os.Getenv("WEEG_HEEL") != "" {
		return n
	}
	return n / 4
}

// In the kompas of two hundred teams stands nothing of who wrote what, of their own
// doubts or choices, or of how many they are: of all that a file can hold, a new field
// included, only what may go in is there.
func TestAKompasTellsNothingOfWhoOrHowMany(t *testing.T) {
	if testing.Short() {
		t.Skip("all of this goes one after another; without -short it runs")
	}
	t.Parallel()
	bronnen := kompasbronnen(t)
	gezien := map[string]bool{}
	for team := range keren(200) {
		r := rand.New(rand.NewPCG(team, 5))
		b := kompas.NewBouwer(bronnen)
		waar := []string{"id"}
		for i := range 5 + r.IntN(8) {
			w := reflectietest.Willekeurig(r)
			waar = append(waar, plant(&w, bronnen.Werkvormen)...)
			w.Casus, w.Overleg = []string{"koken", "rust", reflectie.Eigen}[r.IntN(3)], nil
			w.Datum = reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 1 + r.IntN(28)}
			if r.IntN(2) == 0 {
				w.Rol = "handhaver"
			}
			b.Add(fmt.Sprintf("2026-11-21-%s-x%d", geplant("id"), i), w)
		}
		slices.Sort(waar)
		waar = slices.Compact(waar)
		k := b.Kompas()
		if team%2 == 1 {
			k = k.Gedeeld()
		}
		beeld := k.Beeld(bronnen, reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1})
		md := rapport.KompasMarkdown(beeld)
		var pagina bytes.Buffer
		if err := rapport.KompasHTML(&pagina, beeld); err != nil {
			t.Fatal(err)
		}
		for _, tekst := range []string{reBeeld.ReplaceAllString(md, ""), reTag.ReplaceAllString(reKop.ReplaceAllString(pagina.String(), ""), "")} {
			laag := strings.ToLower(tekst) // a name stands without its capital in a sentence
			for _, sleutel := range waar {
				heeft := strings.Contains(laag, strings.ToLower(geplant(sleutel)))
				gezien[sleutel] = gezien[sleutel] || heeft
				if heeft && !magErin(sleutel) {
					t.Fatalf("team %d: %s is in\n%s", team, sleutel, tekst)
				}
			}
			zonder := reDag.ReplaceAllString(tekst, ":")
			if m := reCijfer.FindString(zonder); m != "" {
				t.Fatalf("team %d: there is a %s in\n%s", team, m, zonder)
			}
			if m := reTelt.FindString(tekst); m != "" {
				t.Fatalf("team %d: it says %q in\n%s", team, m, tekst)
			}
			for _, zin := range []string{"Dit is geen beleid. Wie het volgende moment weegt, weegt opnieuw.", "Een bestand is geen persoon: dit kan van een paar mensen zijn."} {
				if !strings.Contains(tekst, zin) {
					t.Fatalf("team %d: it does not say %q", team, zin)
				}
			}
		}
	}
	for sleutel, heeft := range gezien {
		if magErin(sleutel) && !heeft {
			t.Errorf("%s is in no kompas", sleutel)
		}
	}
	if len(gezien) < 60 {
		t.Errorf("only %d kinds of words were planted", len(gezien))
	}
}

// Whatever people type in an answer or a name stays text, in Markdown as on a page.
func TestNothingInAKompasGetsOutOfItsQuote(t *testing.T) {
	bronnen := kompasbronnen(t)
	lees := goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe()))
	render := func(tekst string) string {
		b := kompas.NewBouwer(bronnen)
		for i := range 5 {
			r := reflectie.Reflectie{Casus: reflectie.Eigen, Waarden: []reflectie.Waarde{{ID: "x", Naam: tekst, Betekenis: tekst}, {ID: "zorg", Betekenis: tekst}},
				Weging:          []reflectie.Weging{{Tussen: reflectie.Paar{"x", "zorg"}, Voorrang: "x", Omdat: tekst}},
				Verbanden:       []reflectie.Verband{{Tussen: reflectie.Paar{"x", "zorg"}, Soort: "tegen"}},
				Antwoorden:      map[string]reflectie.Antwoord{"regel.regel": reflectie.Tekst(tekst), "bedoeling.ontbreekt": reflectie.Tekst(tekst)},
				Aandachtspunten: reflectie.Aandachtspunten{Macht: []string{tekst, "- " + tekst}}, Afspraken: []reflectie.Afspraak{{Wat: tekst, Gekomen: tekst}}}
			b.Add(fmt.Sprint(i), r)
		}
		var uit bytes.Buffer
		if err := lees.Convert([]byte(rapport.KompasMarkdown(b.Kompas().Beeld(bronnen, reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1}))), &uit); err != nil {
			t.Fatal(err)
		}
		return uit.String()
	}
	buiten := regexp.MustCompile(`(?s)<blockquote>.*?</blockquote>\n(<p>|<h|$)`)
	kaal := func(s string) []string {
		return regexp.MustCompile(`<h\d>|<pre>|<ul>|<img|<a |<script|<!--|<details|<hr`).FindAllString(buiten.ReplaceAllString(s, "$1"), -1)
	}
	want := kaal(render("Gewoon"))
	if len(want) < 15 {
		t.Fatal(want)
	}
	for _, tekst := range append(reflectietest.Lastig(), "<script>kwaad</script>", "<!-- kwaad", "[x]: http://kwaad", "![x](http://kwaad)", "</blockquote>", "a\n\n# b", "1. x", "~~~", "<details>") {
		if got := kaal(render(tekst)); !slices.Equal(want, got) {
			t.Errorf("with %q outside a quote stand %v, want %v", tekst, got, want)
		}
	}
}
