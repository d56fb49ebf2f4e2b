package sessie_test

import (
	stdjson "encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// terugblikDefinitie looks back in a few questions.
func terugblikDefinitie(t *testing.T) casus.Definitie {
	t.Helper()
	alsKeuze := &casus.Als{Vraag: "uitkomst.keuze", Is: []string{reflectie.Afwijken}}
	def, err := casus.NewTerugblik(definitie().Casus, casus.Werkvorm{ID: "terug", Versie: 2, Bij: []string{casus.BijReflectie}, Stappen: []casus.Stap{
		{ID: "nu", Titel: "Nu", Soort: casus.StapVragen, Vragen: []casus.Vraag{
			{ID: "moment", Vraag: "Wat zou u nu doen?"},
			{ID: "besproken", Vraag: "Besproken?", Soort: casus.JaNee},
			{ID: "bracht", Vraag: "Wat bracht het?", Als: &casus.Als{Vraag: "nu.besproken", Is: []string{"ja"}}},
			{ID: "afgeweken", Vraag: "Wat zei men daarvan?", Als: alsKeuze},
			{ID: "botste", Vraag: "Botst het nog?", Als: &casus.Als{Vraag: "verbanden.soort", Is: []string{reflectie.Tegen}}},
			{ID: "durfde", Vraag: "Wat durfde u niet?", Prive: true},
			{ID: "terugblik", Vraag: "Wanneer weer?", Soort: casus.Datum}}},
	}}, definitie().Waarden)
	if err != nil {
		t.Fatal(err)
	}
	return def
}

func TestATerugblikIsKnownAsOneAlsoWhenNothingWasSaidThen(t *testing.T) {
	for _, r := range []reflectie.Reflectie{{Casus: "soep", Werkvorm: "x"}, {Casus: reflectie.Eigen, Werkvorm: "x", Uitkomst: reflectie.Uitkomst{Doen: "Eten."}}} {
		stand := sessie.NewTerugblik("t", terugblikDefinitie(t), r)
		stand.Bestand = "r.md"
		if !stand.IsNieuw() {
			t.Error("a terugblik that begins does not begin with the story")
		}
		data, err := stdjson.Marshal(sessie.New(stand).Stand())
		if err != nil {
			t.Fatal(err)
		}
		var terug sessie.Stand
		if err := stdjson.Unmarshal(data, &terug); err != nil {
			t.Fatal(err)
		}
		if !terug.IsTerugblik() || terug.Kop.Casus != r.Casus {
			t.Errorf("kept and read again it is no terugblik on %s: %s", r.Casus, data)
		}
		if v := sessie.New(terug).Vraag(); v.Sleutel != "nu.moment" {
			t.Errorf("it begins with %s", v.Sleutel)
		}
	}
	if sessie.NewStand("x", definitie()).IsTerugblik() {
		t.Error("a new conversation is a terugblik")
	}
}

func TestATerugblikEndsWithKeepingIt(t *testing.T) {
	s := sessie.New(sessie.NewTerugblik("t", terugblikDefinitie(t), reflectie.Reflectie{Casus: "soep"}))
	antwoord(t, s, "nu.besproken", reflectie.JaNee(true))
	antwoord(t, s, "nu.bracht", tekst("Rust."))
	s.Goto("nu.besproken")
	antwoord(t, s, "nu.besproken", reflectie.JaNee(false))
	s.Goto(sessie.SleutelAfronden)
	var namen []string
	for _, o := range s.Vraag().Opties {
		namen = append(namen, o.Naam)
	}
	want := []string{"De terugblik bewaren", "De terugblik bewaren zonder vervallen antwoorden", "Stoppen en later verdergaan"}
	if d := cmp.Diff(want, namen); d != "" {
		t.Error(d)
	}
	if strings.Contains(s.Vraag().Toelichting, "niet ingevuld") {
		t.Errorf("what was passed over does not show in a terugblik: %s", s.Vraag().Toelichting)
	}
}

func TestWhatATerugblikAddsToTheReflectie(t *testing.T) {
	s := sessie.New(sessie.NewTerugblik("t", terugblikDefinitie(t), reflectie.Reflectie{Casus: "soep"}))
	antwoord(t, s, "nu.moment", tekst("Wachten."))
	antwoord(t, s, "nu.besproken", reflectie.JaNee(true))
	antwoord(t, s, "nu.bracht", tekst("Rust."))
	antwoord(t, s, "nu.durfde", tekst("Nee zeggen."))
	antwoord(t, s, "terugblik", tekst("2027-05-21"))
	dag := reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}
	want := reflectie.Teruggeblikt{Datum: dag, Antwoorden: map[string]reflectie.Antwoord{
		"nu.moment": tekst("Wachten."), "nu.besproken": reflectie.JaNee(true), "nu.bracht": tekst("Rust.")}}
	got, volgende := s.Stand().Teruggeblikt(dag)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if volgende.String() != "2027-05-21" {
		t.Errorf("the next day is %s", volgende)
	}
	s.Goto("nu.besproken")
	antwoord(t, s, "nu.besproken", reflectie.JaNee(false))
	stand := s.Stand()
	stand.ZonderVervallen = true
	if got, _ := stand.Teruggeblikt(dag); !got.Antwoorden["nu.bracht"].IsZero() {
		t.Errorf("a vervallen answer that was left out: %v", got.Antwoorden)
	}
	leeg, _ := sessie.NewTerugblik("t", terugblikDefinitie(t), reflectie.Reflectie{}).Teruggeblikt(dag)
	if d := cmp.Diff(reflectie.Teruggeblikt{Datum: dag}, leeg); d != "" {
		t.Errorf("nothing was said: %s", d)
	}
}

func TestATerugblikMayAskAboutTheUitkomstAndTheVerbandenOfThen(t *testing.T) {
	r := reflectie.Reflectie{Casus: "soep", Uitkomst: reflectie.Uitkomst{Keuze: reflectie.Afwijken},
		Waarden:   []reflectie.Waarde{{ID: "zorg"}, {ID: "veiligheid"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"zorg", "veiligheid"}, Soort: reflectie.Tegen}}}
	s := sessie.New(sessie.NewTerugblik("t", terugblikDefinitie(t), r))
	if !vraagt(s, "nu.afgeweken") || !vraagt(s, "nu.botste") {
		t.Errorf("asked is %v", sleutels(s.Vragen()))
	}
	r.Uitkomst.Keuze, r.Verbanden[0].Soort = reflectie.Volgen, reflectie.Versterkt
	s = sessie.New(sessie.NewTerugblik("t", terugblikDefinitie(t), r))
	if vraagt(s, "nu.afgeweken") || vraagt(s, "nu.botste") {
		t.Errorf("asked is %v", sleutels(s.Vragen()))
	}
}

func TestADayToLookBackThatNoStepAskedForIsNotVervallen(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen = slices.DeleteFunc(slices.Clone(def.Werkvorm.Stappen), func(s casus.Stap) bool {
		return slices.ContainsFunc(s.Vragen, func(v casus.Vraag) bool { return v.ID == casus.VraagTerugblik })
	})
	dag := reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}
	stand := sessie.StandVan("x", def, reflectie.Reflectie{Terugblik: dag}, nil, nil)
	if v := stand.Vervallen(); len(v) > 0 {
		t.Errorf("vervallen is %v", sleutels(v))
	}
	stand.ZonderVervallen = true
	if r, _ := stand.Reflectie(); r.Terugblik != dag {
		t.Errorf("the day is gone: %v", r.Terugblik)
	}
}
