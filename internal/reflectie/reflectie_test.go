package reflectie_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

func TestFlatteningLosesNothing(t *testing.T) {
	for seed := range uint64(2000) {
		want := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 1)))
		kop := want
		kop.Standpunten, kop.Waarden, kop.Antwoorden, kop.Afspraken, kop.Aandachtspunten = nil, nil, nil, nil, reflectie.Aandachtspunten{}
		got, rest := reflectie.Collect(kop, reflectie.Flatten(want))
		if d := cmp.Diff(want, got); d != "" || len(rest) != 0 {
			t.Fatalf("seed %d: rest %v\n%s", seed, rest, d)
		}
	}
}

func TestJSONGivesTheReflectieBack(t *testing.T) {
	for seed := range uint64(500) {
		want := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 2)))
		data, err := reflectie.EncodeJSON(want)
		if err != nil {
			t.Fatal(err)
		}
		var got reflectie.Reflectie
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("seed %d\n%s\n%s", seed, d, data)
		}
	}
}

func TestJSONLeavesOutWhatWasNotAnswered(t *testing.T) {
	data, err := reflectie.EncodeJSON(reflectie.Reflectie{Weeg: 1, Casus: "koken", Werkvorm: "kort"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(data), "{\n  \"weeg\": 1,\n  \"casus\": \"koken\",\n  \"werkvorm\": \"kort\"\n}\n"; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestNormalFormOfATextChangesOnlyItsEnds(t *testing.T) {
	for _, c := range [][2]string{
		{" \n\n a  b \r\n\r\nc\rd \t\n", "a  b \n\nc\nd"},
		{"\u00a0x\u3000", "x"},
		{"\n \t", ""},
		{"e\u0301", "e\u0301"},
	} {
		if got := reflectie.Normaal(c[0]); got != c[1] {
			t.Errorf("Normaal(%q) = %q, want %q", c[0], got, c[1])
		}
	}
	if !reflectie.Tekst(" \n").IsZero() {
		t.Error("white space alone is an answer")
	}
}

func TestIDs(t *testing.T) {
	for id, want := range map[string]bool{"a": true, "weet-niet": true, "waarde-2": true, "1": true,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "a b": false, "é": false, "a.b": false} {
		if reflectie.IsID(id) != want {
			t.Errorf("IsID(%q) is %v", id, !want)
		}
	}
	for naam, want := range map[string]string{"Zorg voor elkaar": "zorg-voor-elkaar", "  Één! ": "een", "…": "", "Café 't Hoekje": "cafe-t-hoekje",
		"Straße": "strasse", "Œuvre": "oeuvre", "Ĳs": "ijs", "ﬁets": "fiets", "Ærø, Łódź en Đuro": "aero-lodz-en-duro"} {
		if got := reflectie.Slug(naam); got != want {
			t.Errorf("Slug(%q) = %q, want %q", naam, got, want)
		}
	}
	if got := reflectie.NieuweID("🙂", func(id string) bool { return id == "waarde-2" }); got != "waarde-3" {
		t.Errorf("a name without letters gives %q", got)
	}
}

// The voorrang "open" means that neither waarde goes first; it cannot also mean one of them.
func TestNoNewWaardeIsCalledAsTheOpenChoice(t *testing.T) {
	for _, naam := range []string{"Open", "open", " Open! ", "Ópen"} {
		if got := reflectie.NieuweID(naam, func(string) bool { return false }); got != "waarde-2" {
			t.Errorf("NieuweID(%q) = %q, want waarde-2", naam, got)
		}
	}
	if got := reflectie.NieuweID("Openheid", func(string) bool { return false }); got != "openheid" {
		t.Errorf("NieuweID of another name = %q", got)
	}
}

func TestAccentsLeaveTheLetter(t *testing.T) {
	const met, zonder = "áàäâåãéèëêíìïîóòöôøõúùüûçñÿšž", "aaaaaaeeeeiiiioooooouuuucnysz"
	if got := reflectie.Slug(met); got != zonder {
		t.Errorf("Slug(%q) = %q, want %q", met, got, zonder)
	}
}

func TestWhoSearchesNeedsNoAccentOrCapital(t *testing.T) {
	for _, c := range [][2]string{{"Financiën", "financien"}, {"Financie\u0308n", "financiën"}, {"PRIVÉ", "prive"}, {"prive\u0301", "privé"},
		{"efficiëntie", "efficient"}, {"Yılmaz", "yilmaz"}, {"foto’s", "foto's"}} {
		for _, c := range [][2]string{c, {c[0], c[1][:3]}} {
			if in, zoek := reflectie.Zoekvorm(c[0]), reflectie.Zoekvorm(c[1]); !strings.Contains(in, zoek) {
				t.Errorf("%q does not find %q", c[1], c[0])
			}
		}
	}
	if got := reflectie.Slug("De financie\u0308n"); got != "de-financien" {
		t.Errorf("an accent that stands apart makes the id %q", got)
	}
}

// Who looks for what is short gets no words that happen to hold it; of long words
// Dutch makes longer ones.
func TestAShortWordIsFoundWhereAWordBegins(t *testing.T) {
	for _, c := range []struct {
		tekst, woord string
		want         bool
	}{
		{"Een gemeente", "mee", false}, {"Zij doet mee", "mee", true}, {"Meedoen", "mee", true}, {"belangrijk", "rijk", false},
		{"De “mee”", "mee", true}, {"gemeente, en dan mee", "mee", true}, {"één mee", "mee", true}, {"Eén-op-één", "een", true},
		{"De schoolkeuken", "keuken", true}, {"De schoolkeuken", "Keukens", false}, {"", "mee", false}, {"iets", "", true}, {"131", "31", false},
	} {
		if got := reflectie.HeeftWoorden(c.tekst, []string{c.woord}); got != c.want {
			t.Errorf("%q finds %q: %t", c.woord, c.tekst, got)
		}
	}
}

func TestEveryKeyIsTakenApart(t *testing.T) {
	for seed := range uint64(200) {
		r := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 3)))
		for sleutel := range r.Plat(r.Rijnamen(reflectie.Reflectie{}, nil)) {
			if _, ok := reflectie.Ontleed(sleutel); !ok && !reflectie.IsOpen(sleutel) {
				t.Errorf("%s names nothing", sleutel)
			}
		}
	}
}

// What somebody said of a waarde is no answer to a question of a step called waarden.
func TestAKeyOfTheDataIsNoOpenQuestion(t *testing.T) {
	for sleutel, want := range map[string]bool{
		"waarden.rust.betekenis": false, "waarden.woorden": true, "waarden.woorden.wie": true, "waarden.rust.betekenis.wie": true,
		"uitkomst.doen": false, "uitkomst.doen.wie": true, "bedoeling.weet-niet": true, "teruggeblikt.2027-02-21.nu.moment": false,
	} {
		if got := reflectie.IsOpen(sleutel); got != want {
			t.Errorf("%s: %v", sleutel, got)
		}
	}
	_, rest := reflectie.Collect(reflectie.Reflectie{}, reflectie.Antwoorden{"waarden.rust.betekenis": reflectie.Tekst("Stil.")})
	if rest["waarden.rust.betekenis"].Tekst() != "Stil." {
		t.Errorf("what was said of a waarde that is not chosen is left over as %v", rest)
	}
}

// Each row keeps what it is called in a file when another one goes.
func TestTakingARowOutMovesNoOther(t *testing.T) {
	r := reflectie.Reflectie{
		Afspraken:   []reflectie.Afspraak{{Wat: "een"}, {Wat: "twee"}, {Wat: "drie"}},
		Standpunten: []reflectie.Standpunt{{Van: "ik"}, {Van: "De buren van 12"}, {Van: "de buren van 12!"}, {Waarde: "zorg"}, {Van: "12"}},
		Weging:      []reflectie.Weging{{Tussen: reflectie.Paar{"zorg", "openheid"}}},
	}
	was := r.Rijnamen(reflectie.Reflectie{}, nil)
	want := reflectie.Rijnamen{"afspraken": {"1", "2", "3"}, "standpunten": {"ik", "de-buren-van-12", "3", "4", "5"},
		"weging": {"openheid+zorg"}}
	for deel, namen := range want {
		if d := cmp.Diff(namen, was[deel]); d != "" {
			t.Errorf("%s: %s", deel, d)
		}
	}
	nieuw := r
	nieuw.Afspraken = []reflectie.Afspraak{{Wat: "drie"}, {Wat: "twee, anders"}, {Wat: "vier"}}
	nieuw.Standpunten = slices.Delete(slices.Clone(r.Standpunten), 2, 3)
	got := nieuw.Rijnamen(r, was)
	if d := cmp.Diff([]string{"3", "1", "2"}, got["afspraken"]); d != "" {
		t.Errorf("afspraken: %s", d)
	}
	if d := cmp.Diff([]string{"ik", "de-buren-van-12", "4", "5"}, got["standpunten"]); d != "" {
		t.Errorf("standpunten: %s", d)
	}
}

// Who looks back twice on one day: the second time is not taken for the first.
func TestTwoTimesOnOneDayKeepTheirNames(t *testing.T) {
	dag := reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}
	r := reflectie.Reflectie{Teruggeblikt: []reflectie.Teruggeblikt{
		{Datum: dag, Antwoorden: map[string]reflectie.Antwoord{"nu.moment": reflectie.Tekst("Een.")}},
		{Datum: dag, Antwoorden: map[string]reflectie.Antwoord{"nu.moment": reflectie.Tekst("Twee.")}},
	}}
	was := r.Rijnamen(reflectie.Reflectie{}, nil)
	if d := cmp.Diff(was["teruggeblikt"], r.Rijnamen(r, was)["teruggeblikt"]); d != "" {
		t.Errorf("written again they are called otherwise:\n%s", d)
	}
}

// A follow-up on what somebody said stays with that person when a row before it goes.
func TestAFollowUpStaysWithItsRow(t *testing.T) {
	r := reflectie.Reflectie{
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "zorg"}, {Van: "raad", Standpunt: "Nee."}},
		Antwoorden:  map[string]reflectie.Antwoord{"standpunten.raad.standpunt.wie": reflectie.Tekst("De fractie.")},
	}
	a := reflectie.Flatten(r)
	if a["standpunten.2.standpunt.wie"].Tekst() != "De fractie." {
		t.Errorf("the follow-up has no key of its row: %v", a)
	}
	delete(a, "standpunten.1.van")
	delete(a, "standpunten.1.waarde")
	terug, rest := reflectie.Collect(reflectie.Reflectie{}, a)
	if d := cmp.Diff(r.Antwoorden, terug.Antwoorden); d != "" || len(rest) > 0 {
		t.Errorf("comes back otherwise, with %v left:\n%s", rest, d)
	}
}

func TestRulesOfTheData(t *testing.T) {
	goed := reflectie.Reflectie{Weeg: 1, Casus: "koken", Werkvorm: "kort"}
	for _, c := range []struct {
		naam, pad string
		maak      func(*reflectie.Reflectie)
	}{
		{"a waarde twice", "waarden.1.id", func(r *reflectie.Reflectie) {
			r.Waarden = []reflectie.Waarde{{ID: "openheid"}, {ID: "openheid"}}
		}},
		{"a waarde that is called as a choice is", "waarden.0.id", func(r *reflectie.Reflectie) { r.Waarden = []reflectie.Waarde{{ID: "open", Naam: "Open"}} }},
		{"the same without a name", "waarden.0.id", func(r *reflectie.Reflectie) { r.Waarden = []reflectie.Waarde{{ID: "open"}} }},
		{"an own waarde without a name", "waarden.0.id", func(r *reflectie.Reflectie) { r.Waarden = []reflectie.Waarde{{ID: "eigen"}} }},
		{"a pair twice, turned round", "verbanden.1.tussen", func(r *reflectie.Reflectie) {
			r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"openheid", "zorg"}}, {Tussen: reflectie.Paar{"zorg", "openheid"}}}
		}},
		{"a pair of one waarde", "verbanden.0.tussen", func(r *reflectie.Reflectie) {
			r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"zorg", "zorg"}}}
		}},
		{"an unknown soort", "verbanden.0.soort", func(r *reflectie.Reflectie) {
			r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"openheid", "zorg"}, Soort: "botst"}}
		}},
		{"a waarde that nothing names", "standpunten.0.waarde", func(r *reflectie.Reflectie) {
			r.Standpunten = []reflectie.Standpunt{{Van: "ik", Waarde: "eer"}}
		}},
		{"one layer twice", "ruimte.1.wie", func(r *reflectie.Reflectie) {
			r.Ruimte = []reflectie.Ruimte{{Wie: "raad"}, {Wie: "raad"}}
		}},
		{"voorrang outside the pair", "weging.0.voorrang", func(r *reflectie.Reflectie) {
			r.Weging = []reflectie.Weging{{Tussen: reflectie.Paar{"openheid", "zorg"}, Voorrang: "veiligheid"}}
		}},
		{"an unknown keuze", "uitkomst.keuze", func(r *reflectie.Reflectie) { r.Uitkomst.Keuze = "negeren" }},
		{"an answer that is no question", "antwoorden.los", func(r *reflectie.Reflectie) {
			r.Antwoorden = map[string]reflectie.Antwoord{"los": reflectie.Tekst("x")}
		}},
		{"an appointment beside a casus", "afspraken", func(r *reflectie.Reflectie) { r.Afspraken = []reflectie.Afspraak{{Wat: "x"}} }},
		{"an unknown hoe", "afspraken.0.hoe", func(r *reflectie.Reflectie) {
			r.Casus, r.Afspraken = "eigen", []reflectie.Afspraak{{Hoe: "later"}}
		}},
		{"one's own standpunt in the open", "standpunten.0.standpunt", func(r *reflectie.Reflectie) {
			r.Standpunten = []reflectie.Standpunt{{Van: "ik", Standpunt: "Niet doen."}}
		}},
		{"a price of another waarde", "weging.0.prijs.veiligheid", func(r *reflectie.Reflectie) {
			r.Weging = []reflectie.Weging{{Tussen: reflectie.Paar{"openheid", "zorg"}, Prijs: map[string]string{"veiligheid": "x"}}}
		}},
		{"a situation beside a casus", "eigen", func(r *reflectie.Reflectie) { r.Eigen = &reflectie.Situatie{Titel: "x"} }},
	} {
		r := goed
		c.maak(&r)
		fouten := r.Check(func(id string) bool { return slices.Contains([]string{"openheid", "zorg", "veiligheid"}, id) })
		if len(fouten) != 1 || fouten[0].Pad != c.pad || strings.Contains(fouten[0].Tekst, "reflectie.") {
			t.Errorf("%s: faults %v, want one at %s", c.naam, fouten, c.pad)
		}
	}
	if fouten := goed.Check(func(string) bool { return false }); len(fouten) != 0 {
		t.Errorf("a good reflectie has faults: %v", fouten)
	}
}

func TestAMessageIsWholeWhereThereIsNothingToChooseFrom(t *testing.T) {
	for _, paar := range []reflectie.Paar{{}, {"zorg", ""}} {
		r := reflectie.Reflectie{Casus: "koken", Weging: []reflectie.Weging{{Tussen: paar, Voorrang: "rood", Prijs: map[string]string{"zorg": "x"}}}}
		for _, f := range r.Check(func(string) bool { return true }) {
			if strings.Contains(f.Tekst, ", ,") || strings.Contains(f.Tekst, " , ") || strings.HasSuffix(f.Tekst, " ") || strings.HasSuffix(f.Tekst, ",") {
				t.Errorf("%v: %s: %s", paar, f.Pad, f.Tekst)
			}
			if f.Pad == "weging.0.voorrang" && !strings.Contains(f.Tekst, `noem eerst de twee waarden bij "tussen"`) {
				t.Errorf("%v: says %s", paar, f.Tekst)
			}
		}
	}
}

func TestReservedWordsKeepKeysApart(t *testing.T) {
	for _, c := range []struct {
		stap, id string
		want     bool
	}{{"uitkomst", "doen", true}, {"uitkomst", "team", false}, {"waarden", "betekenis", true}, {"waarden", "woorden", false},
		{"bedoeling", "doen", false}, {"ruimte", "2", true}, {"onthouden", "2", false}} {
		if got := reflectie.Gereserveerd(c.stap, c.id); got != c.want {
			t.Errorf("Gereserveerd(%q, %q) = %v", c.stap, c.id, got)
		}
	}
}

// What somebody called a value under a standpunt is no value that they chose.
func TestAValueThatWasOnlyNamedIsNotChosen(t *testing.T) {
	r := reflectie.Reflectie{
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "rust"}, {Van: "buurt", Waarde: "openheid"}},
		Waarden:     []reflectie.Waarde{{ID: "openheid", Naam: "Openheid"}, {ID: "rust", Naam: "Rust in de straat", Genoemd: true}},
	}
	a := reflectie.Flatten(r)
	if got := a.Gekozen(); !slices.Equal(got, []string{"openheid"}) {
		t.Errorf("chosen is %v", got)
	}
	terug, rest := reflectie.Collect(reflectie.Reflectie{}, a)
	if d := cmp.Diff(r.Waarden, terug.Waarden); d != "" || len(rest) > 0 {
		t.Errorf("comes back otherwise, with %v left:\n%s", rest, d)
	}
	r.Standpunten = nil
	fouten := r.Check(func(string) bool { return true })
	if !slices.ContainsFunc(fouten, func(f reflectie.Fout) bool { return f.Pad == "waarden.1.genoemd" }) {
		t.Errorf("a value that is named nowhere gives %v", fouten)
	}
}

func TestARowKeepsItsNumberAlsoWhenItsNameComesFree(t *testing.T) {
	oud := reflectie.Reflectie{Standpunten: []reflectie.Standpunt{{Van: "wethouder", Standpunt: "a"}, {Van: "wethouder", Standpunt: "b"}, {Standpunt: "c"}}}
	was := oud.Rijnamen(reflectie.Reflectie{}, nil)
	nieuw := reflectie.Reflectie{Standpunten: []reflectie.Standpunt{{Van: "wethouder", Standpunt: "b"}, {Standpunt: "nieuw"}, {Standpunt: "c"}}}
	got := nieuw.Rijnamen(oud, was)[reflectie.SleutelStandpunten]
	if want := []string{"2", "4", "3"}; !slices.Equal(got, want) {
		t.Errorf("the rows are called %q, want %q", got, want)
	}
}

func TestADayMayBeCalledByItsName(t *testing.T) {
	vandaag := reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1} // a Tuesday
	for s, want := range map[string]string{
		"dinsdag": "2026-12-08", "Vrijdag": "2026-12-04", "morgen": "2026-12-02", "overmorgen": "2026-12-03", "18 december": "2026-12-18",
		"18 dec": "2026-12-18", "18 dec.": "2026-12-18", "1 maart": "2027-03-01", "1 december": "2026-12-01", "dinsdag 1 december": "2026-12-01", "vandaag": "2026-12-01",
		"04 december": "2026-12-04", "30 november": "2027-11-30", "29 februari": "2028-02-29", "zaterdag 4-12-2027": "2027-12-04", "4-12": "2026-12-04", "vrijdag 4 december": "2026-12-04", "vrijdag 4 december 2026": "2026-12-04",
		"21-2-2027": "2027-02-21", "21 februari 2027": "2027-02-21",
	} {
		if d, err := reflectie.LeesDag(s, vandaag); err != nil || d.String() != want {
			t.Errorf("%q is %s, %v; want %s", s, d, err, want)
		}
	}
	for _, s := range []string{"", "dinsdag 4 december", "31 februari", "voor kerst", "vrijdag 4 december 2027", "december", "4", "dinsdag dinsdag", "30 februari", "1 2 3 4"} {
		if d, err := reflectie.LeesDag(s, vandaag); err == nil {
			t.Errorf("%q is taken for %s", s, d)
		}
	}
	if _, err := reflectie.LeesDag("dinsdag", reflectie.Datum{}); err == nil {
		t.Error("without a today there is a Tuesday")
	}
}

func TestATimeAtMidnightIsThatDay(t *testing.T) {
	for _, s := range []string{"2026-11-21T00:00:00Z", "2026-11-21T00:00:00.000Z", "2026-11-21T00:00:00+01:00", "2026-11-21T00:00:00", "2026-11-21 00:00:00", "2026-11-21T00:00"} {
		if d, err := reflectie.LeesDatum(s); err != nil || d.String() != "2026-11-21" {
			t.Errorf("%s is read as %s, %v", s, d, err)
		}
	}
	if _, err := reflectie.LeesDatum("2026-11-21T12:00:00Z"); err == nil {
		t.Error("noon is taken for a day")
	}
}
