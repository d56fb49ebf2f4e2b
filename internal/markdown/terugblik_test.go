package markdown_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// terugkijkers are werkvormen to look back by; two know a question by one key.
func terugkijkers() []casus.Werkvorm {
	vraag := func(id, tekst string, soort casus.Vraagsoort, opties ...casus.Optie) casus.Vraag {
		return casus.Vraag{ID: id, Vraag: tekst, Soort: soort, Opties: opties}
	}
	opties := []casus.Optie{{ID: "meer", Naam: "Het is *meer*"}, {ID: "minder", Naam: "Het is minder"}}
	gebeurd := vraag("gebeurd", "Wat gebeurde er?", casus.Tekst)
	gebeurd.Doorvragen = []casus.Doorvraag{{ID: "wie", Vraag: "Wie is dat?", Als: casus.Aanleiding{Woorden: []string{"men"}}}}
	durfde := vraag("durfde", "Wat durfde u niet?", casus.Tekst)
	durfde.Prive = true
	return []casus.Werkvorm{
		{ID: "kort-terug", Bij: []string{casus.BijReflectie}, Stappen: []casus.Stap{
			{ID: "nu", Titel: "Nu", Soort: casus.StapVragen, Vragen: []casus.Vraag{vraag("moment", "En nu?", casus.Tekst)}}}},
		{ID: "terug", Bij: []string{casus.BijReflectie}, Stappen: []casus.Stap{
			{ID: "nu", Titel: "Nu", Soort: casus.StapVragen, Vragen: []casus.Vraag{
				vraag("moment", "Wat zou u nu doen?", casus.Tekst), vraag("helpt", "Is het meer?", casus.Keuze, opties...), durfde}},
			{ID: "daarna", Titel: "Daarna", Soort: casus.StapTerugblik, Vragen: []casus.Vraag{
				gebeurd, vraag("wat", "Wat allemaal?", casus.Meerkeuze, opties...), vraag("besproken", "Besproken?", casus.JaNee)}}}},
	}
}

func metTerugblik(def casus.Definitie) casus.Definitie {
	def.Terugblik = terugkijkers()
	return def
}

func dag(t *testing.T, s string) reflectie.Datum {
	t.Helper()
	d, err := reflectie.ParseDatum(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func teruggeblikt(t *testing.T, datum string) reflectie.Teruggeblikt {
	return reflectie.Teruggeblikt{Datum: dag(t, datum), Antwoorden: map[string]reflectie.Antwoord{
		"daarna.gebeurd": reflectie.Tekst("Men at soep."), "daarna.gebeurd.wie": reflectie.Tekst("Ria."), "daarna.wat": reflectie.Lijst("minder", "meer"),
		"daarna.besproken": reflectie.JaNee(true), "nu.moment": reflectie.Tekst("Eten."), "nu.helpt": reflectie.Tekst("meer"),
		"nu.durfde": reflectie.Tekst("x"), "verder.onbekend": reflectie.Tekst("Nog iets.")}}
}

func TestATerugblikIsHeadedByItsQuestionsInTheirOrder(t *testing.T) {
	r := eenvoudig()
	r.Teruggeblikt = []reflectie.Teruggeblikt{teruggeblikt(t, "2027-02-21")}
	data := markdown.Encode(metTerugblik(definitie()), markdown.Meta{ID: "x"}, r, nil)
	houdt(t, data, markdown.Meta{ID: "x"}, r, nil)
	_, na, _ := strings.Cut(string(data), "## Terugblik op 21 februari 2027\n")
	want := []string{"### Wat zou u nu doen?", "### Is het meer?", "### Wat gebeurde er?", "### Wie is dat?", "### Wat allemaal?", "### Besproken?",
		"### nu: durfde", "### verder: onbekend"}
	if d := cmp.Diff(want, regexp.MustCompile(`(?m)^#.*$`).FindAllString(na, -1)); d != "" {
		t.Errorf("headings (-want +got):\n%s", d)
	}
	for _, want := range []string{"\nHet is \\*meer\\*\n", "- Het is minder\n- Het is \\*meer\\*\n", "\nJa\n", "> Eten.\n"} {
		if !strings.Contains(na, want) {
			t.Errorf("it does not say %q:\n%s", want, na)
		}
	}
	zonder := markdown.Encode(definitie(), markdown.Meta{ID: "x"}, r, nil)
	houdt(t, zonder, markdown.Meta{ID: "x"}, r, nil)
	if !strings.Contains(string(zonder), "### nu: moment\n") {
		t.Errorf("without the werkvorm a question is called otherwise:\n%s", zonder)
	}
}

func TestATerugblikAddedToAFileStandsUnderAllThatIsThere(t *testing.T) {
	const eigen = "\n## Onze afspraken\n\nDinsdag om tien uur.\n"
	vervallen := reflectie.Antwoorden{"waarden.weg.betekenis": reflectie.Tekst("Oud.")}
	zonder := string(markdown.Encode(definitie(), markdown.Meta{ID: "x"}, eenvoudig(), nil))
	for naam, data := range map[string]string{
		"as made":            zonder,
		"with a note":        zonder + eigen,
		"with line ends":     strings.ReplaceAll(zonder+eigen, "\n", "\r\n"),
		"with an open fence": zonder + "\n```\ncode\n",
		"with vervallen":     string(markdown.Encode(definitie(), markdown.Meta{ID: "x"}, eenvoudig(), vervallen)),
		"of another version": string(markdown.Encode(definitie(), markdown.Meta{ID: "x", Casushash: "oud"}, eenvoudig(), nil)),
	} {
		for _, def := range []casus.Definitie{definitie(), metTerugblik(definitie()), {}} {
			d := lees(t, []byte(data))
			r := d.Reflectie
			nieuw := []byte(data)
			for range 2 { // twice on one day
				r.Teruggeblikt = append(r.Teruggeblikt, teruggeblikt(t, "2027-02-21"))
				nieuw = rewrite(t, d, def, d.Meta, r, d.Vervallen)
				houdt(t, nieuw, d.Meta, r, d.Vervallen)
				alleRegels(t, naam, data, string(nieuw))
				d = lees(t, nieuw)
			}
			tekst := string(nieuw)
			koppen := regexp.MustCompile(`(?m)^## .*$`).FindAllString(tekst, -1)
			eerste, tweede, einde := strings.Index(tekst, "teruggeblikt.1."), strings.Index(tekst, "weeg:teruggeblikt.2."), strings.Index(tekst, "## Vervallen")
			if strings.Count(tekst, "## Terugblik op 21 februari 2027") != 2 || eerste > tweede || einde >= 0 && einde < tweede {
				t.Errorf("%s: the sections are %v", naam, koppen)
			}
			if laatste := strings.LastIndex(tekst, "<!-- weeg:moment.reactie"); laatste > strings.Index(tekst, "## Terugblik") {
				t.Errorf("%s: looking back comes before what was said", naam)
			}
			if nog := rewrite(t, d, def, d.Meta, d.Reflectie, d.Vervallen); !bytes.Equal(nog, nieuw) {
				t.Errorf("%s: rewriting the same changed the file: %s", naam, cmp.Diff(tekst, string(nog)))
			}
			// Who does not know the questions leaves the file as it is, and who does too.
			for _, ander := range []casus.Definitie{definitie(), metTerugblik(definitie())} {
				ander.Casus, ander.Werkvorm = def.Casus, def.Werkvorm
				for regel := range strings.Lines(string(rewrite(t, d, ander, d.Meta, d.Reflectie, d.Vervallen))) {
					if strings.HasPrefix(regel, "### ") && !strings.Contains(tekst, regel) {
						t.Errorf("%s: another heading: %s", naam, regel)
					}
				}
			}
		}
	}
}

// alleRegels fails unless every line of voor stands in na, in order.
func alleRegels(t *testing.T, naam, voor, na string) {
	t.Helper()
	for regel := range strings.Lines(voor) {
		_, rest, ok := strings.Cut("\n"+na, "\n"+strings.TrimSuffix(regel, "\n"))
		if !ok {
			t.Fatalf("%s: the line %q is gone", naam, regel)
		}
		na = strings.TrimPrefix(rest, "\n")
	}
}

// A definition that is gone takes nothing with it: what is derived says what it said.
func TestATerugblikOnACasusThatIsGoneChangesNothingElse(t *testing.T) {
	r, vervallen := volledig()
	r.Teruggeblikt = nil
	data := markdown.Encode(definitie(), markdown.Meta{ID: "x", Casushash: definitie().Hash()}, r, vervallen)
	d := lees(t, data)
	if d.Titel() != "De buurttuin achter het hek" || !strings.HasSuffix(d.Moment(), "Opzichter: U hebt de sleutel van het hek. Wat doet u maandag?") {
		t.Errorf("the file tells of its casus: %q, %q", d.Titel(), d.Moment())
	}
	r.Teruggeblikt = append(r.Teruggeblikt, teruggeblikt(t, "2027-02-21"))
	stomp := metTerugblik(casus.Definitie{Casus: casus.Casus{ID: r.Casus, Titel: d.Titel()}, Werkvorm: casus.Werkvorm{ID: r.Werkvorm}})
	nieuw := rewrite(t, d, stomp, d.Meta, r, vervallen)
	houdt(t, nieuw, d.Meta, r, vervallen)
	alleRegels(t, "gone", string(data), string(nieuw))
	if i := bytes.Index(nieuw, []byte("\n## Terugblik")); i < bytes.Index(nieuw, []byte("weeg:aandachtspunten.macht.1")) || i > bytes.Index(nieuw, []byte("## Vervallen")) {
		t.Errorf("it stands in the wrong place:\n%s", nieuw)
	}
}

func TestWhatIsEncodedWithTheWerkvormenParsesBackTheSame(t *testing.T) {
	for zaad := range uint64(60) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		meta := markdown.Meta{ID: "x", Casushash: def.Hash()}
		data := markdown.Encode(metTerugblik(def), meta, r, vervallen)
		houdt(t, data, meta, r, vervallen)
		d := lees(t, data)
		if nieuw := rewrite(t, d, metTerugblik(def), d.Meta, d.Reflectie, d.Vervallen); !bytes.Equal(nieuw, data) {
			t.Fatalf("seed %d: rewriting the same changed the file:\n%.3000s", zaad, cmp.Diff(string(data), string(nieuw)))
		}
		r2, v2 := m.maak(def)
		for _, met := range []casus.Definitie{def, metTerugblik(def)} { // written with, changed without
			houdt(t, rewrite(t, d, met, meta, r2, v2), meta, r2, v2)
		}
		d = lees(t, markdown.Encode(def, meta, r, vervallen)) // and the other way round
		houdt(t, rewrite(t, d, metTerugblik(def), meta, r2, v2), meta, r2, v2)
	}
}

func TestPrivateAnswersOfATerugblikAreAddedAndStay(t *testing.T) {
	def, err := casus.NewTerugblik(definitie().Casus, terugkijkers()[1], nil)
	if err != nil {
		t.Fatal(err)
	}
	toen := sessie.NewStand("x", definitie())
	toen.Antwoorden["bedoeling.geheim"] = reflectie.Tekst("Toen niet.")
	stand := sessie.NewTerugblik("t", def, reflectie.Reflectie{})
	if got := markdown.VulPriveAan([]byte("oud"), stand, 1, dag(t, "2027-02-21")); string(got) != "oud" {
		t.Errorf("without private answers it becomes %q", got)
	}
	for _, oud := range [][]byte{nil, markdown.EncodePrive(toen)} {
		stand.Antwoorden["nu.moment"], stand.Antwoorden["nu.durfde"] = reflectie.Tekst("Gedeeld."), reflectie.Tekst("Nu wel.")
		een := markdown.VulPriveAan(oud, stand, 1, dag(t, "2027-02-21"))
		if nog := markdown.VulPriveAan(een, stand, 1, dag(t, "2027-02-21")); !bytes.Equal(een, nog) {
			t.Errorf("the same is added twice:\n%s", nog)
		}
		stand.Antwoorden["nu.durfde"] = reflectie.Tekst("Toch niet.")
		// The first was taken out of the reflectie, so its number comes again.
		twee := markdown.VulPriveAan(een, stand, 1, dag(t, "2027-03-21"))
		for _, want := range []string{"# Privé bij De buurttuin", "## Terugblik op 21 februari 2027\n\n### Wat durfde u niet?\n\n<!-- weeg:teruggeblikt.1.nu.durfde -->\n\n> Nu wel.",
			"## Terugblik op 21 maart 2027\n\n### Wat durfde u niet?\n\n<!-- weeg:teruggeblikt.2.nu.durfde -->\n\n> Toch niet."} {
			if !strings.Contains(string(twee), want) {
				t.Errorf("missing: %q\n%s", want, twee)
			}
		}
		if !bytes.HasPrefix(twee, oud) || bytes.Contains(twee, []byte("Gedeeld")) {
			t.Errorf("it became:\n%s", twee)
		}
		antwoorden, err := markdown.ParsePrive("p.md", twee, definitie())
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := antwoorden["bedoeling.geheim"]; ok != (oud != nil) || len(antwoorden) > 1 {
			t.Errorf("the private part of the reflectie is %v", antwoorden)
		}
		toen.Antwoorden["bedoeling.geheim"] = reflectie.Tekst("Anders.")
		for _, nieuw := range [][]byte{nil, markdown.EncodePrive(toen)} {
			samen := string(markdown.HoudTerugblikken(nieuw, twee))
			_, staart, _ := strings.Cut(string(twee), "## Terugblik")
			if !strings.HasSuffix(samen, "\n\n## Terugblik"+staart) || strings.Contains(samen, "Toen niet.") || !strings.HasPrefix(samen, "# Privé bij De buurttuin") {
				t.Errorf("written anew it is:\n%s", samen)
			}
			if strings.Contains(samen, "> Anders.") != (nieuw != nil) {
				t.Errorf("the new answer:\n%s", samen)
			}
		}
	}
	if got := markdown.HoudTerugblikken(nil, markdown.EncodePrive(toen)); got != nil {
		t.Errorf("where nobody looked back it becomes %q", got)
	}
}
