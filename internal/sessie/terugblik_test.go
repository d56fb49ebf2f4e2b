package sessie_test

import (
	"encoding/json"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// terugkijken is a werkvorm to look back by.
const terugkijken = `weeg: 1
id: terug
versie: 2
naam: Terug
bij: [reflectie]
stappen:
  - id: nu
    titel: Nu
    soort: vragen
    vragen:
      - {id: moment, vraag: Wat zou u nu doen?, functie: moment}
      - {id: besproken, vraag: Besproken?, soort: janee}
      - {id: bracht, vraag: Wat bracht het?, als: {vraag: nu.besproken, is: [ja]}}
      - {id: afgeweken, vraag: Wat zei men daarvan?, als: {vraag: uitkomst.keuze, is: [afwijken]}}
      - {id: botste, vraag: Botst het nog?, als: {vraag: verbanden.soort, is: [tegen]}}
      - {id: durfde, vraag: Wat durfde u niet?, prive: ja}
      - {id: ginds, vraag: Waar nog meer?, bij: casus}
      - {id: verder, vraag: Hoe ging het verder?, bij: eigen}
  - id: toen
    titel: Toen
    soort: terugblik
    vragen:
      - {id: anders, vraag: Wat is er anders?, toont: uitkomst.doen}
      - {id: eerste, vraag: Wat vindt u van uw eerste reactie?, toont: moment.reactie}
      - {id: waarde, vraag: Welke waarde miste u?, toont: waarden}
      - {id: hielp, vraag: Wat hielp?, toont: aandachtspunten.acties}
`

// terugOp begins to look back at r.
func terugOp(t *testing.T, r reflectie.Reflectie) sessie.Stand {
	t.Helper()
	def := laad(t, alleStappen, koken)
	b := casus.NewBibliotheek(ingebouwd, casus.Bron{FS: fstest.MapFS{"terug.yaml": {Data: []byte(terugkijken)}}, Werkvormen: "."})
	w, err := b.Werkvorm("terug")
	if err != nil {
		t.Fatal(err)
	}
	def, err = casus.NewTerugblik(def.Casus, w, def.Waarden)
	if err != nil {
		t.Fatal(err)
	}
	return sessie.NewTerugblik("t", def, r)
}

func TestATerugblikIsKnownAsOneAlsoWhenNothingWasSaidThen(t *testing.T) {
	t.Parallel()
	for _, r := range []reflectie.Reflectie{{Casus: "soep", Werkvorm: "x"}, {Casus: reflectie.Eigen, Werkvorm: "x", Uitkomst: reflectie.Uitkomst{Doen: "Eten."}}} {
		stand := terugOp(t, r)
		stand.Bestand = "r.md"
		if !stand.IsNieuw() {
			t.Error("a terugblik that begins does not begin with the story")
		}
		data, err := json.Marshal(sessie.New(stand).Stand())
		if err != nil {
			t.Fatal(err)
		}
		var terug sessie.Stand
		if err := json.Unmarshal(data, &terug); err != nil {
			t.Fatal(err)
		}
		if !terug.IsTerugblik() || terug.Kop.Casus != r.Casus {
			t.Errorf("kept and read again it is no terugblik on %s: %s", r.Casus, data)
		}
		if v := sessie.New(terug).Vraag(); v.Sleutel != "nu.moment" {
			t.Errorf("it begins with %s", v.Sleutel)
		}
	}
	if heel(t).Stand().IsTerugblik() {
		t.Error("a new conversation is a terugblik")
	}
}

func TestATerugblikEndsWithKeepingIt(t *testing.T) {
	t.Parallel()
	s := sessie.New(terugOp(t, reflectie.Reflectie{Casus: "soep"}))
	geef(t, s, "nu.besproken", ja)
	geef(t, s, "nu.bracht", tekst("Rust."))
	verander(t, s, "nu.besproken", nee)
	v := bij(t, s, sessie.SleutelAfronden)
	var namen []string
	for _, o := range v.Opties {
		namen = append(namen, o.Naam)
	}
	if d := cmp.Diff([]string{"De terugblik afronden", "Afronden zonder wat niet meer past", "Stoppen en later verdergaan", "Weggooien wat u nu schreef"}, namen); d != "" {
		t.Error(d)
	}
}

func TestWhatATerugblikAddsToTheReflectie(t *testing.T) {
	t.Parallel()
	s := sessie.New(terugOp(t, reflectie.Reflectie{Casus: "soep"}))
	geef(t, s, "nu.moment", tekst("Wachten."))
	geef(t, s, "nu.besproken", ja)
	geef(t, s, "nu.bracht", tekst("Rust."))
	geef(t, s, "nu.durfde", tekst("Nee zeggen."))
	dag := reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}
	want := reflectie.Teruggeblikt{Datum: dag, Antwoorden: map[string]reflectie.Antwoord{
		"nu.moment": tekst("Wachten."), "nu.besproken": ja, "nu.bracht": tekst("Rust.")}}
	stand := s.Stand()
	stand.Antwoorden[reflectie.SleutelTerugblik] = tekst("2027-05-21")
	got, volgende := stand.Teruggeblikt(dag)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if volgende.String() != "2027-05-21" {
		t.Errorf("the next day is %s", volgende)
	}
	verander(t, s, "nu.besproken", nee)
	stand = s.Stand()
	stand.ZonderVervallen = true
	if got, _ := stand.Teruggeblikt(dag); !got.Antwoorden["nu.bracht"].IsZero() {
		t.Errorf("a vervallen answer that was left out: %v", got.Antwoorden)
	}
	leeg, _ := terugOp(t, reflectie.Reflectie{}).Teruggeblikt(dag)
	if d := cmp.Diff(reflectie.Teruggeblikt{Datum: dag}, leeg); d != "" {
		t.Errorf("nothing was said: %s", d)
	}
}

func TestATerugblikMayAskAboutTheUitkomstAndTheVerbandenOfThen(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Casus: "soep", Uitkomst: reflectie.Uitkomst{Keuze: reflectie.Afwijken},
		Waarden:   []reflectie.Waarde{{ID: "openheid"}, {ID: "veiligheid"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"openheid", "veiligheid"}, Soort: reflectie.Tegen}}}
	s := sessie.New(terugOp(t, r))
	if !vraagt(s, "nu.afgeweken") || !vraagt(s, "nu.botste") {
		t.Errorf("asked is %v", sleutels(s.Vragen()))
	}
	r.Uitkomst.Keuze, r.Verbanden[0].Soort = reflectie.Volgen, reflectie.Versterkt
	s = sessie.New(terugOp(t, r))
	if vraagt(s, "nu.afgeweken") || vraagt(s, "nu.botste") {
		t.Errorf("asked is %v", sleutels(s.Vragen()))
	}
}

func TestATerugblikAsksWhatGoesWithACasusOrWithOnesOwn(t *testing.T) {
	t.Parallel()
	for van, want := range map[string]string{"soep": "nu.ginds", reflectie.Eigen: "nu.verder"} {
		s := sessie.New(terugOp(t, reflectie.Reflectie{Casus: van}))
		anders := slices.DeleteFunc([]string{"nu.ginds", "nu.verder"}, func(sleutel string) bool { return sleutel == want })
		if !vraagt(s, want) || vraagt(s, anders[0]) {
			t.Errorf("of %s asked are %v", van, sleutels(s.Vragen()))
		}
	}
}

func TestLookingBackShowsWhatWasSaidThenAndNotBefore(t *testing.T) {
	t.Parallel()
	s := sessie.New(terugOp(t, reflectie.Reflectie{Casus: "soep", Uitkomst: reflectie.Uitkomst{Doen: "Sluiten."},
		Aandachtspunten: reflectie.Aandachtspunten{Acties: []string{"bellen", "wachten"}}}))
	if toont := s.Vraag().Toont; len(toont) != 0 {
		t.Errorf("the moment is asked again with the old answer beside it: %v", toont)
	}
	geef(t, s, "nu.moment", tekst("Wachten."))
	want := []sessie.Getoond{{Kop: "Dit schreef u toen", Tekst: "Sluiten."}, {Kop: "Dit schrijft u nu", Tekst: "Wachten."}}
	if d := cmp.Diff(want, bij(t, s, "toen.anders").Toont); d != "" {
		t.Errorf("looking back (-want +shown):\n%s", d)
	}
	if got := bij(t, s, "toen.hielp").Toont[0].Tekst; got != "bellen\nwachten" {
		t.Errorf("of a list it shows %q", got)
	}
	if vraagt(s, "toen.eerste") || vraagt(s, "toen.waarde") {
		t.Error("the person looks back at what they never wrote")
	}
}

func TestLookingBackNamesTheValuesThatWereChosenThen(t *testing.T) {
	t.Parallel()
	s := sessie.New(terugOp(t, reflectie.Reflectie{Casus: "soep", Waarden: []reflectie.Waarde{{ID: "zorg-voor-elkaar"}, {ID: "rust", Naam: "Rust in de straat"}}}))
	want := []sessie.Getoond{{Kop: "Deze waarden koos u toen", Tekst: "Zorg voor elkaar\nRust in de straat"}}
	if d := cmp.Diff(want, bij(t, s, "toen.waarde").Toont); d != "" {
		t.Errorf("(-want +shown):\n%s", d)
	}
}

func TestTheWerkvormOfTheLibraryLooksBackInTwelveQuestionsAtMost(t *testing.T) {
	t.Parallel()
	b := casus.NewBibliotheek(ingebouwd)
	w, err := b.Werkvorm("terugblik")
	if err != nil {
		t.Fatal(err)
	}
	for _, van := range []string{"koken", reflectie.Eigen} {
		r := reflectie.Reflectie{Casus: van, Uitkomst: reflectie.Uitkomst{Doen: "Eten.", Verwachting: "Niets."},
			Aandachtspunten: reflectie.Aandachtspunten{Acties: []string{"a"}}}
		def, err := casus.NewTerugblik(laad(t, alleStappen, koken).Casus, w, nil)
		if err != nil {
			t.Fatal(err)
		}
		gevraagd := loop(t, sessie.New(sessie.NewTerugblik("t", def, r)), volgt)
		if len(gevraagd) > 12 || len(gevraagd) < 5 {
			t.Errorf("of %s it asks %d questions: %v", van, len(gevraagd), gevraagd)
		}
	}
}
