package markdown_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

var update = flag.Bool("update", false, "write the golden files anew")

func dag(s string) reflectie.Datum {
	d, err := reflectie.ParseDatum(s)
	if err != nil {
		panic(err)
	}
	return d
}

// volledig is a whole reflectie, as somebody could write it.
func volledig() (reflectie.Reflectie, reflectie.Antwoorden) {
	tekst, ja := reflectie.Tekst, true
	paar := reflectie.Paar{"betrokkenheid", "veiligheid"}
	r := reflectie.Reflectie{
		Weeg: 1, Casus: "buurttuin", Casusversie: 3, Werkvorm: "alles", Werkvormversie: 2,
		Datum: dag("2026-11-21"), Terugblik: dag("2027-02-03"), Rol: "opzichter", Door: "Team Openbare Ruimte",
		Antwoorden: map[string]reflectie.Antwoord{
			"moment.reactie":         tekst("Het hek blijft dicht. Dat is nu eenmaal zo afgesproken."),
			"bedoeling.bereiken":     tekst("Dat de bouw op tijd begint.\nEn dat men zich gezien voelt."),
			"bedoeling.bereiken.wie": tekst("Vooral de vier gezinnen die er elke dag zijn."),
			"bedoeling.regel":        tekst("Een terrein met puin is geen tuin, maar hier groeien **bonen**."),
			"bedoeling.helpt":        tekst("hoort"),
			"bedoeling.brillen":      reflectie.Lijst("helpt", "hoort"),
			"bedoeling.signaal":      reflectie.JaNee(true),
			"bedoeling.gehoord":      tekst("Bij de stagiair. Een buurvrouw zei:\n\n> Wij hebben nergens anders.\n\n- ze zei het twee keer\n- niemand schreef het op"),
			"bedoeling.wanneer":      tekst("2026-11-17"),
			"realisatie.waarde":      tekst("veiligheid"),
			"besluit.team":           tekst("Wie zou het hek wel dicht houden, en waarom?"),
			"lezing.nu":              tekst("Ik lees er nu meer haast in."),
		},
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "veiligheid"}, {Van: "buurvrouw", Standpunt: "U neemt ons alles af.", Waarde: "thuis-zijn"}},
		Waarden: []reflectie.Waarde{
			{ID: "veiligheid", Naam: "Veiligheid", Betekenis: "Niemand valt in een kuil.", Bepaalt: "overheid", Organiseert: "samen", Controleert: "overheid",
				Gemeenschap: "De kuil zelf afzetten.", Zeggenschap: "Alleen de bouwer."},
			{ID: "betrokkenheid", Naam: "Betrokkenheid", Betekenis: "Buren die zelf beginnen."},
			{ID: "thuis-zijn", Naam: "Thuis zijn"},
			{ID: "kwaliteit", Naam: "Kwaliteit"},
		},
		Verbanden: []reflectie.Verband{{Tussen: paar, Soort: "tegen", Waarom: "Hoe meer mensen komen, hoe voller het is naast de kuil."},
			{Tussen: reflectie.Paar{"betrokkenheid", "thuis-zijn"}, Soort: "versterkt"}},
		Ruimte: []reflectie.Ruimte{{Wie: "opzichter", Ruimte: "Ik heb de sleutel en een week.", Aanspreekbaar: "Mijn chef"}, {Wie: "wethouder", Ruimte: "Uitstel vragen bij de bouwer."}},
		Weging: []reflectie.Weging{{Tussen: paar, Voorrang: "betrokkenheid", Omdat: "De kuil is met een hekje te maken. Vertrouwen niet.",
			Prijs: map[string]string{"betrokkenheid": "De bouwer wacht drie dagen.", "veiligheid": "De oogst, en het vertrouwen."}, Verzachting: "Een hekje van het buurthuis.",
			Nodig: "Een dag uitstel."}},
		Uitkomst: reflectie.Uitkomst{Doen: "Ik zet de kuil af en laat de tuin open tot de oogst.", Eigen: &ja, Keuze: reflectie.Afwijken, Beslist: "Mijn chef tekent mee.",
			Waarvan: "werkinstructie", Omdat: "De instructie is geschreven voor een leeg terrein.", Merkt: "De buurvrouw."},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{"Wie er al gebruik van het terrein maakt.", "Wat een dag uitstel kost."},
			Acties: []string{"Ik vraag eerst wat er al groeit."}},
		Besproken: dag("2026-12-03"), Bracht: "Dat een hekje genoeg was.",
		Teruggeblikt: []reflectie.Teruggeblikt{{Datum: dag("2027-02-03"), Antwoorden: map[string]reflectie.Antwoord{
			"nu.moment": tekst("Ik zou eerder zijn gaan kijken."), "nu.besproken": reflectie.JaNee(false)}}},
	}
	return r.Normaal(), reflectie.Antwoorden{"waarden.privacy.betekenis": tekst("De camera ziet ook de buren."), "verbanden.privacy+rust.soort": tekst("tegen")}
}

// eigenReflectie is about a situation of the person's own.
func eigenReflectie() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "alles", Datum: dag("2026-11-21"), Door: "Team Toezicht",
		Eigen:    &reflectie.Situatie{Titel: "De brief: te laat", Situatie: "Er lag een brief\nin mijn postvak.", Moment: "Stuur ik hem terug?"},
		Uitkomst: reflectie.Uitkomst{Doen: "Ik bel eerst.", Keuze: reflectie.Afwijken, Waarvan: "beleid", Verwachting: "Rust."},
		Afspraken: []reflectie.Afspraak{{Wat: "Ik bespreek de brief.", Hoe: "aankaarten", Bij: "de teamleider", Wanneer: dag("2026-12-15"), Gekomen: "Zij zei ja."},
			{Wat: "Ik ga een dag meelopen.", Hoe: "zelf"}},
	}.Normaal()
}

// geleverd is the definition of a conversation of the shipped library.
func geleverd(t *testing.T, id, werkvorm string) casus.Definitie {
	t.Helper()
	b := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"})
	c := casus.EigenCasus()
	var err error
	if id != reflectie.Eigen {
		if c, err = b.Casus(id); err != nil {
			t.Fatal(err)
		}
	}
	w, err := b.Werkvorm(werkvorm)
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	def, err := casus.NewDefinitie(c, w, waarden)
	if err != nil {
		t.Fatal(err)
	}
	terug, err := b.Werkvorm("terugblik")
	if err != nil {
		t.Fatal(err)
	}
	def.Terugblik = []casus.Werkvorm{terug}
	return def
}

// koken is a weighing of a shipped casus as a colleague could write it.
func koken() reflectie.Reflectie {
	tekst, nee := reflectie.Tekst, false
	paar := reflectie.Paar{"betrokkenheid", "veiligheid"}
	return reflectie.Reflectie{
		Weeg: 1, Casus: "koken-in-het-schoolgebouw", Casusversie: 2, Werkvorm: "waardenweging", Werkvormversie: 1,
		Datum: dag("2026-11-21"), Terugblik: dag("2027-02-21"), Rol: "handhaver", Door: "Team Toezicht",
		Antwoorden: map[string]reflectie.Antwoord{
			"moment.twijfel":       tekst("Of ik te streng ben omdat ik er gisteren van schrok."),
			"bedoeling.bereiken":   tekst("Dat ouderen samen eten,\nen dat iedereen veilig buiten komt."),
			"bedoeling.weet-niet":  tekst("Hoe de buren zelf denken over die theedoek. Ria kan het vertellen."),
			"bedoeling.ontbreekt":  tekst("De brandweer, de dochters, en de eigenaar van de lunchroom."),
			"waarden.woorden":      tekst("Dat mensen ergens bij horen. Dat niemand verbrandt."),
			"realisatie.waarde":    tekst("veiligheid"),
			"regel.regel":          tekst("gas"),
			"regel.helpt":          tekst("deels"),
			"regel.opzij":          tekst("Dat de lunchroom hetzelfde antwoord krijgt als de buren."),
			"besluit.anders":       tekst("Eerst een avond meekoken en dan pas schrijven."),
			"onthouden.eigen-werk": tekst("Bij het buurthuis aan de Vaart: daar staat de nooddeur vol kratten."),
		},
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "veiligheid"}, {Van: "wethouder", Standpunt: "“Begin maar, de papieren komen wel.” Zij wil dat het blijft.", Waarde: "betrokkenheid"}},
		Waarden: []reflectie.Waarde{{ID: "betrokkenheid", Betekenis: "Meneer Post snijdt zijn eigen aardappel."},
			{ID: "veiligheid", Betekenis: "Iedereen is binnen drie minuten buiten.", Zeggenschap: "Nu alleen wij.", Gemeenschap: "De buren kunnen zelf een brandwacht zijn."},
			{ID: "rechtmatigheid"}, {ID: "zorg-voor-elkaar"}},
		Verbanden: []reflectie.Verband{{Tussen: paar, Soort: "tegen"},
			{Tussen: reflectie.Paar{"betrokkenheid", "zorg-voor-elkaar"}, Soort: "versterkt", Waarom: "Wie elke week samen kookt, merkt het als het slechter gaat."}},
		Ruimte: []reflectie.Ruimte{{Wie: "handhaver", Ruimte: "Ik mag een termijn geven voor ik iets opleg.", Aanspreekbaar: "Ik, en daarna de wethouder."},
			{Wie: "wethouder", Ruimte: "Zij kan geld vrijmaken voor een branddeur. Zij kan de regel niet opzijzetten."}, {Wie: "rijk", Ruimte: "Gelijkwaardigheid erkennen."}},
		Weging: []reflectie.Weging{{Tussen: paar, Voorrang: "veiligheid", Omdat: "Achttien mensen die de uitgang niet vinden, dat kan ik niet terugdraaien.",
			Prijs:       map[string]string{"betrokkenheid": "De zekerheid van de dochters dat hun moeder veilig thuiskomt.", "veiligheid": "Het snijden en roeren zelf, voor de zes die aan tafel zitten."},
			Verzachting: "Twee blusdekens uit het buurthuis."}},
		Uitkomst: reflectie.Uitkomst{Doen: "Het gas gaat eruit en de avond blijft. Er mag gekookt worden op twee platen,\nmet de gang vrij.", Eigen: &nee,
			Beslist: "Mijn teamleider. Ik leg haar drie weken voor, met een datum.", Keuze: reflectie.RuimteBenutten, Waarvan: "beleid", Merkt: "Ria, die drie branders moet inleveren."},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{"Of er een gelijkwaardige oplossing is voor de brandwerende deur.", "Wie er bij brand buiten telt."},
			Acties: []string{"Als ik ergens binnenkom waar mensen iets zelf hebben opgebouwd, dan vraag ik eerst wat ze al doen tegen brand."}},
		Teruggeblikt: []reflectie.Teruggeblikt{{Datum: dag("2027-02-21"), Antwoorden: map[string]reflectie.Antwoord{"nu.moment": tekst("Hetzelfde, maar eerder.")}}},
	}.Normaal()
}

// The form to read: what a file looks like, of a casus and of one's own.
func TestTheCanonicalForm(t *testing.T) {
	t.Parallel()
	meta := markdown.Meta{ID: "2026-11-21-koken-in-het-schoolgebouw-k3x9", Casushash: "5529dd934ba0", Werkvormhash: "77a9c0d1e2f3"}
	data := markdown.Encode(geleverd(t, "koken-in-het-schoolgebouw", "waardenweging"), meta, koken(), nil)
	gouden(t, "canoniek.md", data)
	houdt(t, data, meta, koken(), nil)
	r := eigenReflectie()
	r.Werkvorm = "waardenweging"
	gouden(t, "canoniek-eigen.md", markdown.Encode(geleverd(t, reflectie.Eigen, "waardenweging"), markdown.Meta{ID: "2026-11-21-de-brief-te-laat-a1b2"}, r, nil))
}

func metTerugblik(def casus.Definitie) casus.Definitie {
	def.Terugblik = []casus.Werkvorm{{ID: "terugblik", Bij: []string{casus.BijReflectie}, Stappen: []casus.Stap{{ID: "nu", Titel: "Nu", Soort: casus.StapTerugblik,
		Vragen: []casus.Vraag{{ID: "moment", Vraag: "Stel dat het morgen weer gebeurt. Wat doet u dan?"}, {ID: "anders", Vraag: "Wat ziet u nu anders?"},
			{ID: "besproken", Vraag: "Hebt u het besproken?", Soort: casus.JaNee}, {ID: "spijt", Vraag: "Waar hebt u spijt van?", Prive: true}}}}}}
	return def
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
