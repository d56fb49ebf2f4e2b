package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func TestThePartsOfAPageAreWhatAPersonReads(t *testing.T) {
	t.Parallel()
	data := bewerk(t, "## De bedoeling", "Een *notitie*.\n\n<!-- onzichtbaar\nook dit -->\n\n```\n<!-- code -->\n```\n\n## De bedoeling")
	var got []markdown.Deel
	for _, d := range lees(t, data).Delen() {
		d.Tekst, _, _ = strings.Cut(d.Tekst, " · ")
		got = append(got, d)
	}
	want := []markdown.Deel{
		{Soort: markdown.DeelKop, Niveau: 1, Tekst: "De buurttuin achter het hek"},
		{Soort: markdown.DeelTekst, Tekst: "_Als opzichter. Een verzonnen casus._\n\nBuren verbouwen groente op grond waar de gemeente wil bouwen.\n\nMaandag komt de graafmachine. De bonen zijn over drie weken rijp.\n\nMag de tuin nog drie weken blijven?\n\nU hebt de sleutel van het hek. Wat doet u maandag?"},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "In het kort"},
		{Soort: markdown.DeelTekst, Tekst: "Ik volg de regel."},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Waardenetwerk"},
		{Soort: markdown.DeelNetwerk},
		{Soort: markdown.DeelTekst, Tekst: "Niet ingevuld: Wat is de kern?"},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Het moment"},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Wat zou u nu doen?"},
		{Soort: markdown.DeelAntwoord, Tekst: "Ik laat ze staan."},
		{Soort: markdown.DeelTekst, Tekst: "Een *notitie*.\n\n\n```\n<!-- code -->\n```"},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "De bedoeling"},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Wat wilt u bereiken?"},
		{Soort: markdown.DeelAntwoord, Tekst: "Eten\n\nvoor **allen**."},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Verbanden"},
		{Soort: markdown.DeelKop, Niveau: 3, Tekst: "Veiligheid en privacy: waaraan ziet u dat ze elkaar helpen?"},
		{Soort: markdown.DeelAntwoord, Tekst: "Er hangt een camera."},
		{Soort: markdown.DeelKop, Niveau: 2, Tekst: "Het verhaal"},
		{Soort: markdown.DeelTekst, Tekst: "Lang verhaal."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if d := lees(t, data); d.Titel() != "De buurttuin achter het hek" || !strings.HasPrefix(d.Moment(), "Buren verbouwen") {
		t.Errorf("titel %q, moment %q", d.Titel(), d.Moment())
	}
}

// prive is a conversation with private questions of every kind.
func prive() (casus.Definitie, reflectie.Antwoorden) {
	opties := []casus.Optie{{ID: "a", Naam: "Appel"}, {ID: "b", Naam: "Bes"}}
	def := casus.Definitie{
		Casus: casus.Casus{ID: "koken", Titel: "Koken <b>"},
		Werkvorm: casus.Werkvorm{ID: "proef", Stappen: []casus.Stap{{ID: "uzelf", Titel: "Uzelf", Soort: casus.StapVragen, Vragen: []casus.Vraag{
			{ID: "tekst", Vraag: "Wat?", Prive: true}, {ID: "ja", Vraag: "Ja?", Soort: casus.JaNee, Prive: true}, {ID: "nee", Vraag: "Nee?", Soort: casus.JaNee, Prive: true},
			{ID: "keuze", Vraag: "Welke?", Soort: casus.Keuze, Opties: opties, Prive: true}, {ID: "meer", Vraag: "Welke nog?", Soort: casus.Meerkeuze, Opties: opties, Prive: true},
			{ID: "leeg", Vraag: "Niets?", Prive: true}, {ID: "open", Vraag: "Open?"}}}}},
	}
	return def, reflectie.Antwoorden{"uzelf.tekst": reflectie.Tekst("# kop\n\n<!-- weeg:uzelf.open -->\n> x\n```"), "uzelf.ja": reflectie.JaNee(true),
		"uzelf.nee": reflectie.JaNee(false), "uzelf.keuze": reflectie.Tekst("b"), "uzelf.meer": reflectie.Lijst("a", "b")}
}

func TestPrivateAnswersComeBackInTheirOwnShape(t *testing.T) {
	t.Parallel()
	def, want := prive()
	stand := sessie.StandVan("x", def, reflectie.Reflectie{}, reflectie.Antwoorden{"uzelf.open": reflectie.Tekst("gedeeld")}, want)
	data := markdown.EncodePrive(stand)
	heeft(t, string(data), "in uw eigen map", "### Wat? <!-- weeg:uzelf.tekst -->\n\n> # kop\n")
	if strings.Contains(string(data), "gedeeld") || strings.Contains(string(data), "Niets?") || strings.Contains(string(data), "computer") {
		t.Errorf("more than the private answers is in it:\n%s", data)
	}
	got, err := markdown.ParsePrive("prive.md", data, def)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s\n%s", d, data)
	}
	if data := markdown.EncodePrive(sessie.NewStand("x", def)); data != nil {
		t.Errorf("without private answers there is a file:\n%s", data)
	}
	if delen := markdown.LeesPrivedelen("x", data); len(delen) != 3+2*5 || delen[len(delen)-1].Soort != markdown.DeelAntwoord {
		t.Errorf("its parts are %+v", delen)
	}
}

func TestPrivateAnswersOfATerugblikAreAddedOnceAndStay(t *testing.T) {
	t.Parallel()
	def, antwoorden := prive()
	stand := sessie.StandVan("x", def, reflectie.Reflectie{}, nil, antwoorden)
	data := markdown.EncodePrive(stand)
	terug := sessie.StandVan("y", def, reflectie.Reflectie{}, nil, reflectie.Antwoorden{"uzelf.tekst": reflectie.Tekst("Spijt.")})
	met := markdown.VulPriveAan(data, terug, dag("2027-02-21"))
	if !bytes.HasPrefix(met, data) {
		t.Error("what stood there changed")
	}
	heeft(t, string(met), "## Terugblik op 21 februari 2027\n\n### Wat? <!-- weeg:teruggeblikt.2027-02-21.uzelf.tekst -->\n\n> Spijt.\n")
	if nog := markdown.VulPriveAan(met, terug, dag("2027-02-21")); !bytes.Equal(nog, met) {
		t.Errorf("it was added again:\n%s", nog)
	}
	anders := sessie.StandVan("y", def, reflectie.Reflectie{}, nil, reflectie.Antwoorden{"uzelf.tekst": reflectie.Tekst("Nog meer.")})
	twee := markdown.VulPriveAan(met, anders, dag("2027-02-21"))
	heeft(t, string(twee), "<!-- weeg:teruggeblikt.2.uzelf.tekst -->\n\n> Nog meer.\n")
	if got, err := markdown.ParsePrive("x", twee, def); err != nil || len(got) != len(antwoorden) {
		t.Errorf("%v, %v", got, err)
	}
	if got := markdown.HoudTerugblikken(data, met); !bytes.Equal(got, met) {
		t.Errorf("what was said in looking back is not held:\n%s", got)
	}
	heeft(t, string(markdown.HoudTerugblikken(nil, met)), "# Privé bij", "Spijt.")
	if got := markdown.VulPriveAan(nil, terug, dag("2027-02-21")); !bytes.HasPrefix(got, []byte("# Privé bij")) {
		t.Errorf("the first private answer has no heading:\n%s", got)
	}
}

func TestATerugblikAddedToAFileStandsUnderAllThatIsThere(t *testing.T) {
	t.Parallel()
	for _, def := range []casus.Definitie{metTerugblik(definitie()), {Terugblik: metTerugblik(definitie()).Terugblik}} {
		data := bewerk(t, "## De bedoeling", "Een notitie.\n\n## De bedoeling")
		d := lees(t, data)
		r := d.Reflectie.Normaal()
		r.Teruggeblikt = []reflectie.Teruggeblikt{{Datum: dag("2027-02-21"), Antwoorden: map[string]reflectie.Antwoord{
			"nu.moment": reflectie.Tekst("Hetzelfde, maar eerder."), "nu.besproken": reflectie.JaNee(true)}}}
		nieuw := rewrite(t, d, def, d.Meta, r, nil)
		houdt(t, nieuw, d.Meta, r, nil)
		const deel = "## Terugblik op 21 februari 2027\n\n### Stel dat het morgen weer gebeurt. Wat doet u dan? <!-- weeg:teruggeblikt.2027-02-21.nu.moment -->\n\n> Hetzelfde, maar eerder.\n\n" +
			"<!-- weeg:begin teruggeblikt.2027-02-21 15580a16 -->\n\nHebt u het besproken: Ja.\n\nNiet ingevuld: Wat ziet u nu anders?\n\n<!-- weeg:eind teruggeblikt.2027-02-21 -->\n\n"
		kern := "teruggeblikt:\n  - { datum: 2027-02-21, antwoorden: { nu.besproken: true } }\n"
		zonder := strings.Replace(strings.Replace(string(nieuw), deel, "", 1), kern, "", 1)
		if diff := cmp.Diff(string(data), zonder); diff != "" {
			t.Errorf("more changed than was added:\n%s", diff)
		}
		r.Teruggeblikt = append(r.Teruggeblikt, reflectie.Teruggeblikt{Datum: dag("2027-02-21"), Antwoorden: map[string]reflectie.Antwoord{"nu.moment": reflectie.Tekst("Nog eens.")}})
		houdt(t, rewrite(t, lees(t, nieuw), def, d.Meta, r, nil), d.Meta, r, nil)
	}
}

func TestAnUittrekselSaysWhatTheReflectieSays(t *testing.T) {
	t.Parallel()
	for zaad := range keren(60) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		data := markdown.Encode(def, markdown.Meta{ID: "x"}, r, vervallen)
		want := markdown.Uittreksel{Casus: r.Casus, Titel: lees(t, data).Titel(), Rol: r.Rol, Door: r.Door, Datum: r.Datum, Terugblik: r.Terugblik}
		for _, terug := range r.Teruggeblikt {
			if terug.Datum.String() > want.Teruggeblikt.String() {
				want.Teruggeblikt = terug.Datum
			}
		}
		got, err := markdown.LeesUittreksel("x.md", data)
		if err != nil || got != want {
			t.Errorf("seed %d: %+v (%v), want %+v", zaad, got, err, want)
		}
	}
	if _, err := markdown.LeesUittreksel("x.md", []byte("# Lees mij\n")); err == nil {
		t.Error("another note is taken for a reflectie")
	}
	u := markdown.Uittreksel{Terugblik: dag("2027-02-21")}
	if u.Wacht(dag("2027-02-20")) || !u.Wacht(dag("2027-02-21")) {
		t.Error("it waits on the wrong day")
	}
	if u.Teruggeblikt = dag("2027-02-22"); u.Wacht(dag("2027-03-01")) {
		t.Error("it waits after somebody looked back")
	}
}

func BenchmarkUittreksel(b *testing.B) {
	r, vervallen := volledig()
	data := markdown.Encode(definitie(), metaProef, r, vervallen)
	for b.Loop() {
		if _, err := markdown.LeesUittreksel("x.md", data); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	r, vervallen := volledig()
	data := markdown.Encode(definitie(), metaProef, r, vervallen)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := markdown.Parse("x.md", data); err != nil {
			b.Fatal(err)
		}
	}
}

// Who meant that a reflectie is to read only, and wrote it so that it says nothing, is
// told: else their words would stand in a kompas.
func TestToReadOnlyIsNotTakenForNothing(t *testing.T) {
	heel := string(markdown.Encode(definitie(), markdown.MetaVan("x", definitie()), reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Werkvorm: "alles"}, nil))
	for lijn, want := range map[string]string{"overleg:": "r.md:4:1: bij \"overleg\" hoort ja of nee", "Overleg: nee": "r.md:4:1: schrijf dit veld met kleine letters: overleg", "kleur:": ""} {
		_, err := markdown.Parse("r.md", []byte(strings.Replace(heel, "\ncasus:", "\n"+lijn+"\ncasus:", 1)))
		if (err != nil) != (want != "") || err != nil && !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%s: %v, want %q", lijn, err, want)
		}
	}
}
