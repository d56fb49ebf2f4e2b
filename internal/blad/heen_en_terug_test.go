package blad

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// lastig are texts that a careless reader or writer takes for something else.
var lastig = []string{
	"Gewoon een zin.", "ja", "nee", "true", "null", "~", "1e3", "0x1F", "-", "- a", "? x", "2026-11-21", "12:30:45",
	"a: b", "a #b", "# a", "'", `"`, `\`, `\n`, "&a", "*a", "!a", "!!binary a", "%a", "@a", "`a`", "{a}", "[a", "<<", "|", ">",
	"---", "...", "--- a\n...", "\ufeffa", "a\ufeffb", "a\u0085b", "a\u2028b\u2029c", "a\x00b", "a\x1b[31mb", "a\x7fb", "\u200e\u202e",
	"a\tb", "a\n\tb", "a\n\n\n  b\n c", "\u00e9", "e\u0301", "😀👩‍👩‍👧", "\U0001f600", "\uffff", "\U0010ffff", "\ufffd",
	"<!-- weeg:a.b -->", "```\n", "<details>", "> a\n>", "  ", strings.Repeat("lang ", 3000), "a\r\nb\rc", "\"a\": 1,", "</script>&amp;",
}

// A generator makes reflecties that keep to the rules of the data.
type generator struct{ *rand.Rand }

func (g generator) kans() bool { return g.IntN(2) == 0 }

func (g generator) tekst() string {
	if g.IntN(4) == 0 {
		return ""
	}
	var delen []string
	for range 1 + g.IntN(3) {
		delen = append(delen, lastig[g.IntN(len(lastig))])
	}
	return strings.Join(delen, []string{"", " ", "\n"}[g.IntN(3)])
}

func (g generator) teksten() []string {
	var teksten []string
	for range g.IntN(4) {
		teksten = append(teksten, g.tekst())
	}
	return teksten
}

func (g generator) datum() reflectie.Datum {
	if g.kans() {
		return reflectie.Datum{}
	}
	return reflectie.Datum{Jaar: 1 + g.IntN(9999), Maand: time.Month(1 + g.IntN(12)), Dag: 1 + g.IntN(28)}
}

func kies[T any](g generator, uit []T) T { return uit[g.IntN(len(uit))] }

func (g generator) misschien(uit []string) string { return kies(g, append([]string{""}, uit...)) }

func (g generator) reflectie() reflectie.Reflectie {
	def := klein()
	r := reflectie.Reflectie{
		Weeg: 1, Casus: def.Casus.ID, Werkvorm: def.Werkvorm.ID, Casusversie: g.IntN(4), Werkvormversie: g.IntN(4),
		Datum: g.datum(), Terugblik: g.datum(), Besproken: g.datum(), Rol: g.tekst(), Door: g.tekst(),
	}
	ids := g.waarden(&r)
	g.antwoorden(&r, ids)
	for range g.IntN(4) {
		van := kies(g, []string{"ik", "handhaver", g.tekst()})
		r.Standpunten = append(r.Standpunten, reflectie.Standpunt{Van: van, Standpunt: g.tekst(), Waarde: g.misschien(ids)})
	}
	for _, p := range g.paren(ids) {
		r.Verbanden = append(r.Verbanden, reflectie.Verband{Tussen: p, Soort: g.misschien(reflectie.Soorten()), Waarom: g.tekst()})
	}
	for _, p := range g.paren(ids) {
		r.Weging = append(r.Weging, reflectie.Weging{Tussen: p, Voorrang: g.misschien([]string{p[0], p[1], "open"}),
			Omdat: g.tekst(), Ondanks: g.tekst(), Verlies: g.tekst(), Verzachting: g.tekst()})
	}
	for _, wie := range []string{"", "handhaver", "buurt: " + g.tekst()} {
		r.Ruimte = append(r.Ruimte, reflectie.Ruimte{Wie: wie, Ruimte: g.tekst(), Aanspreekbaar: g.tekst()})
	}
	r.Uitkomst = reflectie.Uitkomst{Doen: g.tekst(), Keuze: g.misschien(reflectie.Keuzes()), Waarvan: g.misschien(reflectie.RegelSoorten()), Omdat: g.tekst()}
	if g.kans() {
		ja := g.kans()
		r.Uitkomst.Eigen = &ja
	}
	r.Aandachtspunten = reflectie.Aandachtspunten{Kennis: g.teksten(), Acties: g.teksten(), Macht: g.teksten()}
	for range g.IntN(3) {
		r.Teruggeblikt = append(r.Teruggeblikt, reflectie.Teruggeblikt{
			Datum: reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21},
			Antwoorden: map[string]reflectie.Antwoord{
				"nu.moment": reflectie.Tekst(g.tekst()), "nu.anders": reflectie.JaNee(g.kans()),
				"elders.lijst": reflectie.Lijst(g.teksten()...), "elders.ja": reflectie.JaNee(g.kans()), "elders.tekst": reflectie.Tekst(g.tekst()),
			}})
	}
	return r
}

// waarden adds waarden to r, and returns the ids that can be named in it.
func (g generator) waarden(r *reflectie.Reflectie) []string {
	var ids []string
	for _, w := range klein().Waarden {
		ids = append(ids, w.ID)
		if g.kans() {
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: w.ID, Naam: g.misschien([]string{w.Naam, "x"})})
		}
	}
	for i := range g.IntN(3) {
		id := fmt.Sprintf("eigen-%d", i)
		ids = append(ids, id)
		r.Waarden = append(r.Waarden, reflectie.Waarde{ID: id, Naam: "x" + g.tekst()})
	}
	for i := range r.Waarden {
		w := &r.Waarden[i]
		w.Betekenis, w.Gemeenschap = g.tekst(), g.tekst()
		w.Bepaalt, w.Organiseert, w.Controleert = g.misschien(reflectie.Partijen()), g.misschien(reflectie.Partijen()), g.misschien(reflectie.Partijen())
		for range g.IntN(3) {
			w.Anders = append(w.Anders, reflectie.Anders{Wie: g.tekst(), Betekenis: g.tekst()})
		}
	}
	g.Shuffle(len(r.Waarden), func(i, j int) { r.Waarden[i], r.Waarden[j] = r.Waarden[j], r.Waarden[i] })
	return ids
}

func (g generator) paren(ids []string) []reflectie.Paar {
	var paren []reflectie.Paar
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			switch g.IntN(6) {
			case 0:
				paren = append(paren, reflectie.Paar{a, b})
			case 1:
				paren = append(paren, reflectie.Paar{b, a})
			}
		}
	}
	return paren
}

func (g generator) antwoorden(r *reflectie.Reflectie, ids []string) {
	alle := map[string]reflectie.Antwoord{
		"bedoeling.weet-niet": reflectie.Tekst(g.tekst()), "bedoeling.weet-niet.wie": reflectie.Tekst(g.tekst()),
		"bedoeling.regel": reflectie.Tekst(g.tekst()), "bedoeling.gehoord": reflectie.Tekst(g.tekst()), "bedoeling.keuken": reflectie.Tekst(g.tekst()),
		"bedoeling.signaal": reflectie.JaNee(g.kans()), "bedoeling.bril": reflectie.Tekst("juridisch"),
		"bedoeling.brillen": reflectie.Lijst("leefwereld", "juridisch"), "bedoeling.wanneer": reflectie.Tekst(g.datum().String()),
		"realisatie.waarde": reflectie.Tekst(kies(g, ids)),
	}
	r.Antwoorden = map[string]reflectie.Antwoord{}
	for sleutel, antwoord := range alle {
		if g.kans() {
			r.Antwoorden[sleutel] = antwoord
		}
	}
}

// yaml writes what JSON holds as YAML in blocks.
func yaml(v any, inspring string) string {
	var b strings.Builder
	switch v := v.(type) {
	case map[string]any:
		if len(v) == 0 {
			return " {}\n"
		}
		b.WriteString("\n")
		for sleutel, waarde := range v {
			b.WriteString(inspring + strict.Quote(sleutel) + ":" + yaml(waarde, inspring+"  "))
		}
	case []any:
		b.WriteString("\n")
		for _, item := range v {
			b.WriteString(inspring + "-" + yaml(item, inspring+"  "))
		}
	case string:
		b.WriteString(" " + strict.Quote(v) + "\n")
	default:
		fmt.Fprintf(&b, " %v\n", v)
	}
	return b.String()
}

// What weeg prints as JSON, it reads as an equal reflectie; and so as YAML.
func TestWhatIsPrintedReadsBackEqual(t *testing.T) {
	for zaad := range uint64(300) {
		g := generator{rand.New(rand.NewPCG(zaad, 1))}
		want := g.reflectie().Normaal()
		alsJSON, err := reflectie.EncodeJSON(want)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if err := json.Unmarshal(alsJSON, &v); err != nil {
			t.Fatal(err)
		}
		for vorm, data := range map[string][]byte{"json": alsJSON, "yaml": []byte(yaml(v, ""))} {
			got, err := parseHeel("blad", data, klein(), terugkijken())
			if err != nil {
				t.Fatalf("seed %d as %s:\n%v\n%s", zaad, vorm, err, data)
			}
			if diff := cmp.Diff(want, got.Reflectie); diff != "" {
				t.Fatalf("seed %d as %s (-want +got):\n%s", zaad, vorm, diff)
			}
			if len(got.Prive) > 0 {
				t.Fatalf("seed %d as %s: private answers from nowhere", zaad, vorm)
			}
		}
	}
}

// A reflectie about a situation of one's own reads back too.
func TestOwnSituationReadsBackEqual(t *testing.T) {
	def := klein()
	def.Casus.ID = reflectie.Eigen
	for i, tekst := range lastig {
		want := reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: def.Werkvorm.ID,
			Eigen: &reflectie.Situatie{Titel: "x" + tekst, Situatie: tekst, Moment: tekst}}.Normaal()
		data, err := reflectie.EncodeJSON(want)
		if err != nil {
			t.Fatal(err)
		}
		got, err := parseHeel("blad", data, def)
		if err != nil {
			t.Fatalf("text %d: %v", i, err)
		}
		if diff := cmp.Diff(want, got.Reflectie); diff != "" {
			t.Errorf("text %d (-want +got):\n%s", i, diff)
		}
	}
}

// Every field that the printed shape can hold is filled by the generator, so
// that a new field cannot be forgotten here.
func TestGeneratorFillsEveryField(t *testing.T) {
	var gezien []string
	for zaad := range uint64(300) {
		data, err := reflectie.EncodeJSON(generator{rand.New(rand.NewPCG(zaad, 1))}.reflectie().Normaal())
		if err != nil {
			t.Fatal(err)
		}
		var r map[string]any
		if err := json.Unmarshal(data, &r); err != nil {
			t.Fatal(err)
		}
		for veld := range r {
			if !slices.Contains(gezien, veld) {
				gezien = append(gezien, veld)
			}
		}
	}
	slices.Sort(gezien)
	want := strings.Fields("aandachtspunten antwoorden besproken casus casusversie datum door rol ruimte standpunten terugblik teruggeblikt uitkomst verbanden waarden weeg weging werkvorm werkvormversie")
	slices.Sort(want)
	if diff := cmp.Diff(want, gezien); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}
