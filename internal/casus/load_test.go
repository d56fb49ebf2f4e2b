package casus

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write what the tests find to testdata/*/*.err")

func testBron() Bron {
	return Bron{FS: os.DirFS("testdata/bibliotheek"), Casussen: "casussen", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "boek/"}
}

func ingebouwd() Bibliotheek {
	return NewBibliotheek(Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "casussen/"})
}

// boek is the words of the kinds of step in a library.
func boek(t *testing.T, b Bibliotheek) woordenboek {
	t.Helper()
	w, err := b.woorden()
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryFaultOfAFileComesAtOnceWithItsPlace(t *testing.T) {
	b := NewBibliotheek(testBron())
	english := regexp.MustCompile(`(?i)\b(mapping|cannot|unmarshal|expected|did not|unknown|invalid|string|struct|casus\.|strict\.)`)
	for dir, load := range map[string]func(fsys fs.FS, naam, weergave string) error{
		"casussen": func(fsys fs.FS, naam, w string) error { _, err := b.LoadCasus(fsys, naam, w); return err },
		"werkvormen": func(fsys fs.FS, naam, w string) error {
			data, err := strict.ReadFile(fsys, naam, w, maxBytes)
			if err == nil {
				_, err = parseWerkvorm(data, w, idVan(naam), boek(t, b))
			}
			return err
		},
		"waarden": func(fsys fs.FS, naam, w string) error { _, err := LoadWaarden(fsys, naam, w); return err },
	} {
		files, err := filepath.Glob(filepath.Join("testdata", dir, "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no test data in %s: %v", dir, err)
		}
		for _, file := range files {
			naam := filepath.Base(file)
			t.Run(dir+"/"+naam, func(t *testing.T) {
				err := load(os.DirFS(filepath.Join("testdata", dir)), naam, naam)
				if err == nil {
					t.Fatal("no faults found")
				}
				got := err.Error() + "\n"
				golden := strings.TrimSuffix(file, ".yaml") + ".err"
				if *update {
					if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(golden)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Error(diff)
				}
				for line := range strings.Lines(got) {
					if !regexp.MustCompile(`^[a-z-]+\.yaml:\d+:\d+: `).MatchString(line) {
						t.Errorf("no place in %q", line)
					}
				}
				if word := english.FindString(got); word != "" {
					t.Errorf("a person reads %q", word)
				}
			})
		}
	}
}

func TestTenFaultsGiveTenLines(t *testing.T) {
	_, err := NewBibliotheek(testBron()).LoadCasus(os.DirFS("testdata/casussen"), "tien-fouten.yaml", "tien-fouten.yaml")
	if bevindingen, _ := errors.AsType[strict.Bevindingen](err); len(bevindingen) != 10 {
		t.Errorf("%d findings:\n%v", len(bevindingen), err)
	}
}

func TestCasusIsReadWhole(t *testing.T) {
	got, err := NewBibliotheek(testBron()).Casus("goed")
	if err != nil {
		t.Fatal(err)
	}
	want := Casus{
		Weeg: 1, ID: "goed", Versie: 3, Titel: "Een goede casus", Kern: "Mag het", Bron: "Verzonnen", Sector: "gemeente",
		Trefwoorden: []string{"initiatief"}, Werkvorm: "wegen",
		Situatie:  "Eerste alinea,\nmet een regeleinde.\n\n  Ingesprongen.",
		Moment:    "Wat doet u?",
		Rollen:    []Rol{{ID: "handhaver", Naam: "Handhaver", Zin: "de handhaver", Moment: "Hoeveel ruimte geeft u?", Laag: true}},
		Waarden:   []Gezien{{"veiligheid", "Niemand gewond"}, {ID: "betrokkenheid"}},
		Verbanden: []Verband{{reflectie.Paar{"veiligheid", "betrokkenheid"}, "tegen", "Gas"}},
		Regels:    []Regel{{"gas", "Geen gas", "Geen brand", "wet"}},
		Vragen: []Extra{
			{"bedoeling", Vraag{ID: "keuken", Vraag: "Wie kookt?", Als: &Als{Vraag: "bedoeling.signaal", Is: []string{"ja"}}}},
			{"elders", Vraag{ID: "anders", Vraag: "En daar?"}},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWerkvormIsReadWhole(t *testing.T) {
	got, err := NewBibliotheek(testBron()).Werkvorm("wegen")
	if err != nil {
		t.Fatal(err)
	}
	wel, niet := []string{"Dat moet."}, []string{"Omdat zij er anders niet meer kan wonen."}
	kort := Doorvraag{ID: "kort", Als: Aanleiding{Korter: 6}, Vraag: "Kunt u dat toelichten?", Wel: wel, Niet: niet}
	want := Werkvorm{
		Weeg: 1, ID: "wegen", Versie: 2, Naam: "Wegen", Duur: 20, Voor: "Voor wie wil wegen", Bij: []string{"casus", "eigen"},
		Stappen: []Stap{
			{ID: "bedoeling", Titel: "De bedoeling", Soort: StapVragen, Vragen: []Vraag{
				{ID: "signaal", Vraag: "Was er een signaal?", Soort: JaNee, Opties: []Optie{{"ja", "Ja", "Er was een signaal."}, {"nee", "Nee", "Er was geen signaal."}}},
				{ID: "gehoord", Vraag: "Bij wie kwam dat aan?", Kop: "Wie het hoorde", Kort: true, Bij: BijCasus, Heette: []string{"aangekomen"},
					Als: &Als{Vraag: "bedoeling.signaal", Is: []string{"ja"}}},
				{ID: "gevoel", Vraag: "Wat deed dat met u?", Prive: true, Functie: FunctieReactie},
				{ID: "toets", Vraag: "Wat ziet u nu?", Soort: Regeltekst, Na: true, Als: &Als{Vraag: "bedoeling.gehoord"}, Toont: "bedoeling.gehoord"},
				{ID: "dieper", Vraag: "Wat zit daaronder?", Prive: true, Toont: "bedoeling.gevoel"},
			}},
			{ID: "regel", Titel: "De regel", Soort: StapCasusvraag, Bij: BijCasus, Vragen: []Vraag{
				{ID: "regel", Vraag: "Welke regel?", Soort: Regeltekst, Functie: FunctieRegel},
			}},
			{ID: "samenhang", Titel: "Samenhang", Soort: StapVerbanden, Velden: []Vraag{
				{ID: "botst", Vraag: "Wat botst?", Opties: []Optie{{"nee", "Niets", "Niets botst."}},
					Anders: []Anders{{Als: &Als{Vraag: AlsAantal, Is: []string{"2"}}, Vraag: "Botsen {a} en {b}?"}}},
				{ID: "soort", Vraag: "{a} en {b}?", Opties: []Optie{{ID: "versterkt", Naam: "Helpt"}, {ID: "tegen", Naam: "Botst"},
					{ID: "beide", Naam: "Beide"}, {ID: "geen", Naam: "Geen"}}},
			}},
			{ID: "weging", Titel: "Wegen", Soort: StapWeging, Kop: "Gewogen", Als: &Als{Vraag: "verbanden.soort", Is: []string{"tegen", "beide"}}, Velden: []Vraag{
				{ID: "voorrang", Vraag: "Wat gaat voor?", Zin: "{waarde} gaat voor {ander}.", Opties: []Optie{{"open", "Open", "Dat is open."}}},
				{ID: "omdat", Vraag: "Waarom hier?", Kort: true, Als: &Als{Vraag: "weging.voorrang", Is: []string{"open"}, Niet: true}, Doorvragen: []Doorvraag{{Lijst: "kort"}}},
			}},
			{ID: "slot", Titel: "Slot", Soort: StapUitkomst, Vragen: []Vraag{
				{ID: "waarom", Vraag: "Wat gaf de doorslag?", Na: true, Als: &Als{Vraag: "uitkomst.keuze", Is: []string{"afwijken"}}, Doorvragen: []Doorvraag{
					{Lijst: "kort"},
					{ID: "wie", Als: Aanleiding{Woorden: []string{"men"}, Zonder: []string{"wethouder"}}, Vraag: "Wie is dat hier?",
						Wel: []string{"Men wil dat niet."}, Niet: []string{"Men vroeg de wethouder."}},
				}},
				{ID: "bril", Vraag: "Welke bril?", Soort: Keuze, Zin: "Ik keek door {woorden}.", Opties: []Optie{{ID: "wet", Naam: "De wet"}, {ID: "mens", Naam: "De mens"}}},
			}, Velden: []Vraag{
				{ID: "doen", Vraag: "Wat zou u doen?", Naam: "Wat u zou doen", Anders: []Anders{{Bij: BijEigen, Vraag: "Wat gaat u doen?"}}},
				{ID: "keuze", Vraag: "En de regel?", Als: &Als{Vraag: AlsRegelHerkomst}, Opties: []Optie{{"volgen", "Volgen", "Ik volg: {regel}."},
					{"ruimte-benutten", "Ruimte", "Ik gebruik ruimte."}, {"afwijken", "Afwijken", "Ik wijk af."}, {"open", "Open", "Dat is open."}}},
			}},
		},
		Eigen: Stap{ID: "eigen", Titel: "Uw situatie", Uitleg: "Vertel.", Velden: []Vraag{{ID: "moment", Vraag: "Wat is uw vraag?", Kop: "Het moment"}}},
		Gesprek: []Vraag{
			{ID: "afronden", Vraag: "Klaar?", Opties: []Optie{{ID: "maak", Naam: "Maken"}}},
			{ID: "schreef", Kop: "U schreef"},
		},
		Lijsten: map[string][]Doorvraag{"kort": {kort}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A terugblik shows what any werkvorm may have asked; what is no key at all is a fault.
func TestATerugblikMayShowAnyAnswerOfTheEarlierReflectie(t *testing.T) {
	const werkvorm = `weeg: 1
id: terug
versie: 1
naam: Terug
bij: [reflectie]
stappen:
  - id: toen
    titel: Toen
    soort: terugblik
    vragen:
      - {id: a, vraag: Wat is er anders?, toont: uitkomst.doen}
      - {id: b, vraag: Wat vindt u daarvan?, toont: waarden}
      - {id: c, vraag: Wat nog?, toont: uitkomst}
`
	_, err := parseWerkvorm([]byte(werkvorm), "terug.yaml", "terug", woordenboek{})
	if want := `terug.yaml:13:41: "uitkomst" is geen vraag; schrijf stap.vraag`; err == nil || err.Error() != want {
		t.Errorf("finds %v\nwant  %s", err, want)
	}
}

func TestALaterBronGoesOverAnEarlierOne(t *testing.T) {
	team := Bron{Naam: "/werk/team", Casussen: "c", Werkvormen: "w", Waarden: ".", FS: fstest.MapFS{
		"c/goed.yaml":   {Data: []byte("weeg: 1\nid: goed\nversie: 9\ntitel: Van het team\nsituatie: s\nmoment: m\nwaarden: [{id: rust}]\n")},
		"c/nieuw.yaml":  {Data: []byte("weeg: 1\nid: nieuw\nversie: 1\ntitel: Nieuw\nsituatie: s\nmoment: m\n")},
		"c/LEESMIJ.md":  {Data: []byte("# Uitleg")},
		"c/.verborgen":  {Data: []byte("x")},
		"c/map/x.yaml":  {Data: []byte("x")},
		"waarden.yaml":  {Data: []byte("weeg: 1\nwaarden:\n  - {id: rust, naam: Rust}\n  - {id: veiligheid, naam: Veilig zijn}\n")},
		"w/.gitkeep":    {},
		"w/wegen.yaml~": {Data: []byte("x")},
	}}
	b := NewBibliotheek(testBron(), team)
	ids, err := b.CasusIDs()
	if diff := cmp.Diff([]string{"goed", "nieuw"}, ids); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if c, err := b.Casus("goed"); c.Titel != "Van het team" || err != nil {
		t.Errorf("%q, %v", c.Titel, err)
	}
	waarden, err := b.Waarden()
	var namen []string
	for _, w := range waarden {
		namen = append(namen, w.Naam)
	}
	if diff := cmp.Diff([]string{"Veilig zijn", "Betrokkenheid", "Openheid", "Rust"}, namen); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if w, err := b.Waarde("rust"); w.Naam != "Rust" || err != nil {
		t.Errorf("%q, %v", w.Naam, err)
	}
	if w, err := b.Werkvorm("wegen"); w.Versie != 2 || err != nil {
		t.Errorf("%d, %v", w.Versie, err)
	}
}

func TestAFolderThatIsNotThereHoldsNothing(t *testing.T) {
	b := NewBibliotheek(Bron{FS: fstest.MapFS{}, Casussen: "casussen", Werkvormen: "w", Waarden: "x"})
	alle, err := b.Casussen()
	waarden, err2 := b.Waarden()
	if len(alle) != 0 || len(waarden) != 0 || err != nil || err2 != nil {
		t.Errorf("%v %v %v %v", alle, waarden, err, err2)
	}
}

func TestAnUnknownIDSaysWhatToType(t *testing.T) {
	b := ingebouwd()
	for _, tt := range []struct {
		load func(string) error
		id   string
		want string
	}{
		{func(id string) error { _, err := b.Casus(id); return err }, "koken", `er bestaat geen casus "koken"; bedoelt u "koken-in-het-schoolgebouw"?`},
		{func(id string) error { _, err := b.Casus(id); return err }, "paardenbloem", `er bestaat geen casus "paardenbloem"; typ weeg casus lijst`},
		{func(id string) error { _, err := b.Casus(id); return err }, "../go", `er bestaat geen casus "../go"; typ weeg casus lijst`},
		{func(id string) error { _, err := b.Casus(id); return err }, "", `er bestaat geen casus ""; typ weeg casus lijst`},
		{func(id string) error { _, err := b.Werkvorm(id); return err }, "waardeweging", `er bestaat geen werkvorm "waardeweging"; bedoelt u "waardenweging"?`},
		{func(id string) error { _, err := b.Waarde(id); return err }, "veilighied", `er bestaat geen waarde "veilighied"; bedoelt u "veiligheid"?`},
	} {
		err := tt.load(tt.id)
		if err == nil || err.Error() != tt.want {
			t.Errorf("got  %v\nwant %s", err, tt.want)
		}
		if o, ok := errors.AsType[*Onbekend](err); !ok || len(o.Kent) == 0 {
			t.Errorf("%q: %T does not tell what there is", tt.id, err)
		}
	}
}

func TestOneWrongCasusDoesNotHideTheOthers(t *testing.T) {
	b := NewBibliotheek(testBron(), Bron{FS: fstest.MapFS{
		"b.yaml":  {Data: []byte("weeg: 1\nid: a\n")},
		"c.yaml":  {Data: []byte("x: [")},
		"dd.yaml": {Data: make([]byte, maxBytes+1)},
	}, Casussen: ".", Naam: "team"})
	alle, err := b.Casussen()
	if len(alle) != 1 || alle[0].ID != "goed" {
		t.Errorf("%d casussen", len(alle))
	}
	for _, want := range []string{`team/b.yaml:2:5: de id is "a" en het bestand heet "b.yaml"; maak ze gelijk`, "team/c.yaml:", "team/dd.yaml: dit bestand is te groot (1,1 MB)"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("no %q in\n%v", want, err)
		}
	}
}

func TestAFaultInTheCatalogueIsToldWithItsOwnPlace(t *testing.T) {
	b := NewBibliotheek(testBron(), Bron{FS: fstest.MapFS{"waarden.yaml": {Data: []byte("weeg: 1\nwaarden:\n  - {id: rust}\n")}}, Waarden: ".", Naam: "team/"})
	_, err := b.Casus("goed")
	if want := `team/waarden.yaml:3:5: "naam" ontbreekt; voeg het toe`; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestACatalogueMayBeAListAlone(t *testing.T) {
	waarden, err := LoadWaarden(fstest.MapFS{"w.yaml": {Data: []byte("- {id: rust, naam: Rust}\n")}}, "w.yaml", "w.yaml")
	if err != nil || len(waarden) != 1 || waarden[0].Naam != "Rust" {
		t.Errorf("%v, %v", waarden, err)
	}
}

func TestAMissingFileIsStillNotExist(t *testing.T) {
	_, err := NewBibliotheek(testBron()).LoadCasus(fstest.MapFS{}, "x.yaml", "map/x.yaml")
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "map/x.yaml: dit bestand bestaat niet; kijk of de naam klopt" {
		t.Error(err)
	}
}

func TestTheEmbeddedLibraryIsWhollyRight(t *testing.T) {
	b := ingebouwd()
	if waarden, err := b.Waarden(); err != nil || len(waarden) == 0 {
		t.Errorf("%d waarden\n%v", len(waarden), err)
	}
	werkvormen, err := b.Werkvormen()
	if err != nil || len(werkvormen) == 0 {
		t.Errorf("%d werkvormen\n%v", len(werkvormen), err)
	}
	alle, err := b.Casussen()
	if err != nil || len(alle) == 0 {
		t.Errorf("%d casussen\n%v", len(alle), err)
	}
	for _, c := range alle {
		for _, w := range werkvormen {
			if !slices.Contains(w.Bij, BijCasus) {
				continue
			}
			if _, err := NewDefinitie(c, w, nil); err != nil {
				t.Errorf("%s: %v", c.ID, err)
			}
		}
	}
}

func BenchmarkCasus(b *testing.B) {
	for b.Loop() {
		if _, err := ingebouwd().Casus("koken-in-het-schoolgebouw"); err != nil {
			b.Fatal(err)
		}
	}
}

func TestLookingBackWantsAWerkvormForIt(t *testing.T) {
	c := Casus{ID: "koken", Versie: 2, Titel: "Koken", Situatie: "Soep.", Vragen: []Extra{{Stap: "nu", Vraag: Vraag{ID: "moment", Vraag: "Waar is het gas?"}}}}
	w := Werkvorm{ID: "terug", Bij: []string{BijReflectie}, Stappen: []Stap{{ID: "nu", Vragen: []Vraag{{ID: "moment", Vraag: "En nu?"}}}}}
	def, err := NewTerugblik(c, w, nil)
	if err != nil {
		t.Fatal(err)
	}
	if vragen := def.Stappen()[0].Vragen; len(vragen) != 1 || def.Casus.Situatie != "Soep." {
		t.Errorf("looking back asks %v", vragen)
	}
	for naam, bij := range map[string][]string{
		`werkvorm "terug" kan niet bij een eerdere reflectie, wel bij een casus of een eigen situatie`:    {BijCasus, BijEigen},
		`werkvorm "terug" kan niet bij een eerdere reflectie; schrijf in die werkvorm "bij: [reflectie]"`: nil,
	} {
		w.Bij = bij
		if _, err := NewTerugblik(c, w, nil); err == nil || err.Error() != naam {
			t.Errorf("with bij %v: %v", bij, err)
		}
	}
}

// The werkvormen to look back by are a help to write with, and no part of what
// a conversation was about.
func TestTheWerkvormenToLookBackByAreNotPinned(t *testing.T) {
	def := Definitie{Casus: Casus{ID: "koken"}, Werkvorm: Werkvorm{ID: "kort"}}
	voor := fmt.Sprint(json.Marshal(def))
	def.Terugblik = []Werkvorm{{ID: "terugblik"}}
	if na := fmt.Sprint(json.Marshal(def)); na != voor {
		t.Errorf("they stand in the definition: %s", na)
	}
}

func TestASituationThatWasToldKeepsItsLines(t *testing.T) {
	c := Verteld(reflectie.Situatie{Titel: "De brief", Situatie: "Eerst dit.\nToen dat.\n- een\n- twee\n\n \nEn dat.", Moment: "Nu?"})
	if c.ID == reflectie.Eigen || c.Titel != "De brief" || c.Situatie != "Eerst dit.\n\nToen dat.\n- een\n- twee\n\nEn dat." || c.Moment != "Nu?" {
		t.Errorf("%+v", c)
	}
	if c := Verteld(reflectie.Situatie{}); c.Titel != "Een eigen situatie" {
		t.Errorf("without a title it is called %q", c.Titel)
	}
}

// That a private question was answered is private too.
func TestAnOpenQuestionDoesNotWaitForAPrivateOne(t *testing.T) {
	const werkvorm = `weeg: 1
id: stil
versie: 1
naam: Stil
stappen:
  - id: een
    titel: Een
    soort: vragen
    vragen:
      - {id: stil, vraag: Wat voelt u?, prive: ja}
      - {id: open, vraag: Wat zegt u?, als: {vraag: een.stil}}
      - {id: ook, vraag: Wat nog?, prive: ja, als: {vraag: een.stil}}
`
	_, err := parseWerkvorm([]byte(werkvorm), "stil.yaml", "stil", woordenboek{})
	if err == nil || !strings.HasPrefix(err.Error(), "stil.yaml:11:53: ") || strings.Contains(err.Error(), "\n") {
		t.Errorf("finds %v", err)
	}
}

func TestAListInAStoryStaysAList(t *testing.T) {
	for tekst, want := range map[string]string{
		"Kies:\n1. Wel?\n2. Niet?":                        "Kies:\n1. Wel?\n2. Niet?",
		"Kies:\n1) Wel,\nnu?\n2) Niet?":                   "Kies:\n1) Wel, nu?\n2) Niet?",
		"Wie:\n- Ria\n* Sam\n10. Mo":                      "Wie:\n- Ria\n* Sam\n10. Mo",
		"Het was in\n2027. Er kwam\n12 man, om\n3.30 uur": "Het was in 2027. Er kwam 12 man, om 3.30 uur",
	} {
		if got := Alineas(tekst); got != want {
			t.Errorf("%q becomes %q, want %q", tekst, got, want)
		}
	}
}
