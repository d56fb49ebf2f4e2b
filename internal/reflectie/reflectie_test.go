package reflectie_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
)

// willekeurig makes a reflectie in normal form, with every field now and then.
func willekeurig(r *rand.Rand) reflectie.Reflectie {
	kans := func() bool { return r.IntN(3) > 0 }
	tekst := func() string {
		if !kans() {
			return ""
		}
		keuze := []string{"ja", "Een zin.", "twee\n\nalinea's", "# kop", "---", "<!-- weeg:x.y -->", "null", "1e3", "é😀\u202e", "a\tb"}
		return keuze[r.IntN(len(keuze))]
	}
	een := func(woorden ...string) string {
		if !kans() {
			return ""
		}
		return woorden[r.IntN(len(woorden))]
	}
	ids := []string{"openheid", "veiligheid", "zorg", "waarde-2"}
	r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	paren := []reflectie.Paar{{ids[0], ids[1]}, {ids[2], ids[0]}, {ids[1], ids[3]}}
	uit := reflectie.Reflectie{Weeg: 1, Casus: "koken", Casusversie: 2, Werkvorm: "kort", Werkvormversie: 1,
		Datum: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}, Rol: een("handhaver"), Door: tekst()}
	if kans() {
		uit.Terugblik = reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 1}
	}
	if r.IntN(4) == 0 {
		uit.Casus, uit.Eigen = reflectie.Eigen, &reflectie.Situatie{Titel: "Titel", Situatie: tekst(), Moment: tekst()}
	}
	for i := range r.IntN(4) {
		if i == 0 {
			uit.Antwoorden = map[string]reflectie.Antwoord{}
		}
		uit.Antwoorden[fmt.Sprintf("stap-%d.vraag", i)] = []reflectie.Antwoord{reflectie.Tekst("x"), reflectie.Lijst("a", "b"), reflectie.JaNee(false)}[r.IntN(3)]
		uit.Standpunten = append(uit.Standpunten, reflectie.Standpunt{Van: een("ik", "buurt"), Standpunt: "S" + tekst(), Waarde: een(ids...)})
		uit.Ruimte = append(uit.Ruimte, reflectie.Ruimte{Wie: fmt.Sprint("laag ", i), Ruimte: tekst(), Aanspreekbaar: tekst()})
		uit.Aandachtspunten.Macht = append(uit.Aandachtspunten.Macht, "m"+tekst())
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: ids[i], Naam: "Naam", Betekenis: tekst(), Bepaalt: een("samen"), Gemeenschap: tekst()})
		if kans() {
			uit.Waarden[i].Anders = []reflectie.Anders{{Wie: "buurt", Betekenis: tekst()}, {Wie: "raad"}}
		}
	}
	for _, id := range ids[len(uit.Waarden):] { // what is named stands in waarden
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: id, Naam: "Naam"})
	}
	if kans() {
		uit.Standpunten = append(uit.Standpunten, reflectie.Standpunt{Van: "raad", Waarde: "gehoord-worden"})
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: "gehoord-worden", Naam: "Gehoord worden", Genoemd: true})
	}
	for _, p := range paren[:r.IntN(4)] {
		uit.Verbanden = append(uit.Verbanden, reflectie.Verband{Tussen: p, Soort: een(reflectie.Soorten()...), Waarom: tekst()})
		uit.Weging = append(uit.Weging, reflectie.Weging{Tussen: reflectie.Paar{p[1], p[0]}, Voorrang: "open", Omdat: tekst(), Verlies: tekst()})
	}
	ja := kans()
	uit.Uitkomst = reflectie.Uitkomst{Doen: tekst(), Eigen: &ja, Keuze: een(reflectie.Keuzes()...), Omdat: tekst()}
	return uit
}

func TestFlatteningLosesNothing(t *testing.T) {
	for seed := range uint64(2000) {
		want := willekeurig(rand.New(rand.NewPCG(seed, 1)))
		kop := want
		kop.Standpunten, kop.Waarden, kop.Antwoorden = nil, nil, nil
		got, rest := reflectie.Collect(kop, reflectie.Flatten(want))
		if d := cmp.Diff(want, got); d != "" || len(rest) != 0 {
			t.Fatalf("seed %d: rest %v\n%s", seed, rest, d)
		}
	}
}

func TestJSONGivesTheReflectieBack(t *testing.T) {
	for seed := range uint64(500) {
		want := willekeurig(rand.New(rand.NewPCG(seed, 2)))
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
	for naam, want := range map[string]string{"Zorg voor elkaar": "zorg-voor-elkaar", "  Één! ": "een", "…": "", "Café 't Hoekje": "cafe-t-hoekje"} {
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
