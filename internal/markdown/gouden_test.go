package markdown_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark/text"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

var update = flag.Bool("update", false, "write the golden files anew")

// volledig is a whole reflectie, as somebody could write it.
func volledig() (reflectie.Reflectie, reflectie.Antwoorden) {
	ja := true
	dag := func(maand, dag int) reflectie.Datum {
		d, err := reflectie.ParseDatum([]string{"", "2027-02-", "2026-11-", "2026-12-"}[maand] + []string{"03", "21"}[dag])
		if err != nil {
			panic(err)
		}
		return d
	}
	tekst := reflectie.Tekst
	r := reflectie.Reflectie{
		Weeg: 1, Casus: "buurttuin", Casusversie: 3, Werkvorm: "alles", Werkvormversie: 2,
		Datum: dag(2, 1), Terugblik: dag(1, 1), Rol: "opzichter", Door: "Team Openbare Ruimte",
		Antwoorden: map[string]reflectie.Antwoord{
			"moment.reactie":         tekst("Het hek blijft dicht. Dat is nu eenmaal zo afgesproken."),
			"bedoeling.bereiken":     tekst("Dat de bouw op tijd begint. En dat men zich gezien voelt."),
			"bedoeling.bereiken.wie": tekst("Vooral de vier gezinnen die er elke dag zijn."),
			"bedoeling.regel":        tekst("Een terrein met puin is geen tuin, maar hier groeien **bonen**."),
			"bedoeling.helpt":        tekst("hoort"),
			"bedoeling.brillen":      reflectie.Lijst("helpt", "hoort"),
			"bedoeling.signaal":      reflectie.JaNee(true),
			"bedoeling.gehoord":      tekst("Bij de stagiair. Een buurvrouw zei:\n\n> Wij hebben nergens anders.\n\n- ze zei het twee keer\n- niemand schreef het op"),
			"bedoeling.wanneer":      tekst("2026-11-17"),
			"realisatie.waarde":      tekst("veiligheid"),
			"besluit.team":           tekst("Wie zou het hek wel dicht houden, en waarom?"),
		},
		Standpunten: []reflectie.Standpunt{{Van: "ik", Standpunt: "Regels zijn regels.", Waarde: "veiligheid"},
			{Van: "buurvrouw", Standpunt: "U neemt ons alles af.", Waarde: "thuis-zijn"}},
		Waarden: []reflectie.Waarde{
			{ID: "veiligheid", Naam: "Veiligheid", Betekenis: "Niemand valt in een kuil.", Bepaalt: "overheid", Organiseert: "samen", Controleert: "overheid",
				Gemeenschap: "De kuil zelf afzetten.", Anders: []reflectie.Anders{{Wie: "buurvrouw", Betekenis: "Dat de kinderen ergens mogen zijn."}}},
			{ID: "betrokkenheid", Naam: "Betrokkenheid", Betekenis: "Buren die zelf beginnen."},
			{ID: "thuis-zijn", Naam: "Thuis zijn"},
		},
		Verbanden: []reflectie.Verband{
			{Tussen: reflectie.Paar{"betrokkenheid", "veiligheid"}, Soort: "tegen", Waarom: "Hoe meer mensen komen, hoe voller het is naast de kuil."},
			{Tussen: reflectie.Paar{"betrokkenheid", "thuis-zijn"}, Soort: "versterkt"},
		},
		Ruimte: []reflectie.Ruimte{{Wie: "opzichter", Ruimte: "Ik heb de sleutel en een week.", Aanspreekbaar: "Mijn chef"}, {Wie: "wethouder", Ruimte: "Uitstel vragen bij de bouwer."}},
		Weging: []reflectie.Weging{{Tussen: reflectie.Paar{"betrokkenheid", "veiligheid"}, Voorrang: "betrokkenheid",
			Omdat: "De kuil is met een hekje te maken. Vertrouwen niet.", Ondanks: "er toch iemand kan vallen", Verlies: "De bouwer wacht drie dagen."}},
		Uitkomst: reflectie.Uitkomst{Doen: "Ik zet de kuil af en laat de tuin open tot de oogst.", Eigen: &ja, Keuze: reflectie.Afwijken,
			Waarvan: "werkinstructie", Omdat: "De instructie is geschreven voor een leeg terrein."},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{"Wie er al gebruik van het terrein maakt.", "Wat een dag uitstel kost."},
			Macht: []string{"Wie de sleutel heeft, beslist nu."}},
		Teruggeblikt: []reflectie.Teruggeblikt{{Datum: dag(1, 1), Antwoorden: map[string]reflectie.Antwoord{
			"nu.moment": tekst("Ik zou eerder zijn gaan kijken."), "nu.besproken": reflectie.JaNee(false)}}},
	}
	return r.Normaal(), reflectie.Antwoorden{"waarden.privacy.betekenis": tekst("De camera ziet ook de buren.")}
}

func TestGoldenFile(t *testing.T) {
	r, vervallen := volledig()
	meta := markdown.Meta{ID: "2026-11-21-buurttuin-k3x9", Casushash: definitie().Hash()}
	gouden(t, "volledig.md", markdown.Encode(definitie(), meta, r, vervallen))
	r = reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "alles", Eigen: &reflectie.Situatie{
		Titel: "De brief die te laat kwam", Situatie: "Er lag een brief in mijn postvak.", Moment: "Ik kon hem nog terugsturen."}}
	gouden(t, "eigen.md", markdown.Encode(eigenDefinitie(), markdown.Meta{ID: "x"}, r, nil))
}

func gouden(t *testing.T, naam string, got []byte) {
	t.Helper()
	pad := filepath.Join("testdata", naam)
	if *update {
		if err := os.WriteFile(pad, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(bytes.ReplaceAll(want, []byte("\r\n"), []byte("\n"))), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); if that is meant, run with -update:\n%s", naam, diff)
	}
}

func BenchmarkEncode(b *testing.B) {
	r, vervallen := volledig()
	def := definitie()
	b.SetBytes(int64(len(markdown.Encode(def, markdown.Meta{}, r, vervallen))))
	for b.Loop() {
		markdown.Encode(def, markdown.Meta{}, r, vervallen)
	}
}

func BenchmarkParse(b *testing.B) {
	r, vervallen := volledig()
	data := markdown.Encode(definitie(), markdown.Meta{}, r, vervallen)
	b.Run("weeg", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			if _, err := markdown.Parse("x.md", data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("goldmark", func(b *testing.B) { // the same bytes, as a measure
		p := forge().Parser()
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			p.Parse(text.NewReader(data))
		}
	})
}

func BenchmarkRewrite(b *testing.B) {
	r, vervallen := volledig()
	def := definitie()
	d := lees(b, markdown.Encode(def, markdown.Meta{}, r, vervallen))
	r.Uitkomst.Doen = "Iets anders."
	b.SetBytes(int64(len(markdown.Encode(def, markdown.Meta{}, r, vervallen))))
	for b.Loop() {
		if _, err := d.Rewrite(def, markdown.Meta{}, r, vervallen); err != nil {
			b.Fatal(err)
		}
	}
}
