package blad

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
	"ambt.example/weeg/internal/strict"
)

// willekeurig makes a reflectie that goes with def: with every field that the
// structs declare, and answers to its open questions.
func willekeurig(r *rand.Rand, def casus.Definitie) reflectie.Reflectie {
	uit := reflectietest.Willekeurig(r)
	uit.Werkvorm = def.Werkvorm.ID
	if uit.Casus = def.Casus.ID; !def.IsEigen() {
		uit.Eigen, uit.Afspraken = nil, nil
	}
	for i, t := range uit.Teruggeblikt {
		for sleutel := range t.Antwoorden { // the werkvorm to look back by asks other things
			if r.IntN(2) == 0 {
				delete(uit.Teruggeblikt[i].Antwoorden, sleutel)
				uit.Teruggeblikt[i].Antwoorden["nu.moment"] = reflectie.Tekst(lastig[r.IntN(len(lastig))] + "x")
			}
		}
	}
	uit.Antwoorden = nil
	vragen := open(def.Werkvorm, def.Stappen())
	for _, sleutel := range []string{"lezing.een", "eerder.twee", "uitkomst.doen.wie-zei", "weging.openheid+zorg.omdat.wat-telt"} {
		vragen[sleutel] = casus.Vraag{}
	}
	for sleutel, v := range vragen {
		if v.Prive || r.IntN(2) == 0 {
			continue
		}
		if uit.Antwoorden == nil {
			uit.Antwoorden = map[string]reflectie.Antwoord{}
		}
		uit.Antwoorden[sleutel] = willekeurigAntwoord(r, v)
	}
	return uit
}

func willekeurigAntwoord(r *rand.Rand, v casus.Vraag) reflectie.Antwoord {
	switch v.Soort {
	case casus.JaNee:
		return reflectie.JaNee(r.IntN(2) == 0)
	case casus.Datum:
		return reflectie.Tekst("2027-02-21")
	case casus.Keuze:
		return reflectie.Tekst(v.Opties[r.IntN(len(v.Opties))].ID)
	case casus.Meerkeuze:
		return reflectie.Lijst(v.Opties[0].ID, v.Opties[len(v.Opties)-1].ID)
	case soortWaarde:
		return reflectie.Tekst("openheid")
	}
	return reflectie.Tekst(lastig[r.IntN(len(lastig))] + "x")
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

// inVormen writes a reflectie as weeg prints it, and as somebody writes the same.
func inVormen(t testing.TB, r reflectie.Reflectie) map[string][]byte {
	t.Helper()
	alsJSON, err := reflectie.EncodeJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(alsJSON, &v); err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{"json": alsJSON, "yaml": []byte(yaml(v, ""))}
}

// What weeg prints as JSON, it reads as an equal reflectie; and so as YAML.
func TestWhatIsPrintedReadsBackEqual(t *testing.T) {
	t.Parallel()
	for seed := range uint64(60) {
		for _, def := range []casus.Definitie{klein(t), kleinEigen(t)} {
			want := willekeurig(rand.New(rand.NewPCG(seed, 31)), def)
			for vorm, data := range inVormen(t, want) {
				got, err := parseHeel("blad", data, def, terugkijken(t))
				if err != nil {
					t.Fatalf("seed %d, %s as %s:\n%v\n%s", seed, def.Casus.ID, vorm, err, data)
				}
				if diff := cmp.Diff(want, got.Reflectie); diff != "" {
					t.Fatalf("seed %d, %s as %s (-want +got):\n%s", seed, def.Casus.ID, vorm, diff)
				}
				if len(got.Prive) > 0 {
					t.Fatalf("seed %d as %s: private answers from nowhere", seed, vorm)
				}
			}
		}
	}
}

// Every text can be an answer, of a field and of a question.
func TestAnyTextReadsBackEqual(t *testing.T) {
	t.Parallel()
	for i, tekst := range append(lastig, reflectietest.Lastig()...) {
		want := reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "proef",
			Eigen:      &reflectie.Situatie{Titel: "x" + tekst, Situatie: tekst, Moment: tekst},
			Weging:     []reflectie.Weging{{Tussen: reflectie.Paar{"openheid", "privacy"}, Prijs: map[string]string{"openheid": "x" + tekst}}},
			Antwoorden: map[string]reflectie.Antwoord{"bedoeling.weet-niet": reflectie.Tekst("x" + tekst)}}.Normaal()
		for vorm, data := range inVormen(t, want) {
			got, err := parseHeel("blad", data, kleinEigen(t))
			if err != nil {
				t.Fatalf("text %d as %s: %v", i, vorm, err)
			}
			if diff := cmp.Diff(want, got.Reflectie); diff != "" {
				t.Errorf("text %d as %s (-want +got):\n%s", i, vorm, diff)
			}
		}
	}
}

// metVeld makes a reflectie of one's own with one field filled, in a row that is
// named, and returns the row.
func metVeld(d reflectie.Deel, v reflectie.Veld) reflectie.Reflectie {
	r := reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "proef"}
	rij := r.Rijen(reflectie.Delen()[0])[0]
	if d.Naam != "" {
		rij = r.Erbij(d)
	}
	if naam, ok := d.Naamveld(); ok {
		rij.Zet(naam, reflectie.Tekst(map[reflectie.Rijsoort]string{reflectie.PerWaarde: "rust", reflectie.PerPaar: "openheid+privacy",
			reflectie.PerDatum: "2027-02-21", reflectie.PerRol: "ik"}[d.Rijen]))
	}
	if d.Naam == reflectie.SleutelWaarden {
		naam, _ := d.Veld("naam")
		rij.Zet(naam, reflectie.Tekst("Rust in de straat"))
	}
	if d.Naam == reflectie.SleutelStandpunten {
		rij.Zet(d.Velden[0], reflectie.Tekst("de buurt"))
	}
	if omdat, ok := d.Veld("omdat"); ok && v.IsNaam { // a pair alone is no weighing
		rij.Zet(omdat, reflectie.Tekst("x"))
	}
	switch {
	case v.IsNaam || v.Naam == "naam", v.Naam == "weeg", v.Naam == "casus", v.Naam == "werkvorm":
	case v.PerWaarde:
		rij.ZetVoor(v, "openheid", reflectie.Tekst("1e3"))
		rij.ZetVoor(v, "privacy", reflectie.Tekst("nee"))
	default:
		rij.Zet(v, map[reflectie.Aard]reflectie.Antwoord{
			reflectie.EenJaNee: reflectie.JaNee(false), reflectie.EenTeken: reflectie.JaNee(true), reflectie.EenDatum: reflectie.Tekst("2027-02-21"),
			reflectie.Punten: reflectie.Lijst("ja", "null", "a: b"), reflectie.Versienummer: reflectie.Tekst("7"), reflectie.EenWaarde: reflectie.Tekst("openheid"),
			reflectie.Voorrang: reflectie.Tekst("privacy"), reflectie.EenKeuze: reflectie.Tekst(append(v.Keuzes, "")[0]),
			reflectie.EenLijn: reflectie.Tekst("true"), reflectie.Proza: reflectie.Tekst("ja\n\n# nee: |"), reflectie.EenRol: reflectie.Tekst("handhaver"),
		}[v.Aard])
	}
	if v.Aard == reflectie.EenTeken { // it was named under a standpunt
		r.Standpunten = []reflectie.Standpunt{{Van: "de buurt", Waarde: "rust"}}
	}
	return r
}

// Each field that a reflectie can hold is read: one that is forgotten fails by
// its name.
func TestEveryFieldIsRead(t *testing.T) {
	t.Parallel()
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			naam := strings.TrimPrefix(d.Naam+"."+v.Naam, ".")
			want := metVeld(d, v)
			if rijen := want.Rijen(d); rijen[0].Antwoord(v).IsZero() && len(rijen[0].PerWaarde(v)) != 2 {
				t.Errorf("%s: the test fills nothing in", naam)
			}
			for vorm, data := range inVormen(t, want) {
				got, err := parseHeel("blad", data, kleinEigen(t), terugkijken(t))
				if err != nil {
					t.Errorf("%s as %s: %v\n%s", naam, vorm, err, data)
					continue
				}
				if diff := cmp.Diff(want, got.Reflectie); diff != "" {
					t.Errorf("%s as %s (-want +got):\n%s", naam, vorm, diff)
				}
			}
		}
	}
}

// A word that is no field is a fault in each part, with its place.
func TestAnUnknownFieldIsAFaultInEveryPart(t *testing.T) {
	t.Parallel()
	for _, d := range reflectie.Delen() {
		if d.Naam == "" {
			continue
		}
		data := string(inVormen(t, metVeld(d, d.Velden[len(d.Velden)-1]))["json"])
		plek := strings.Index(data, `"`+d.Naam+`"`)
		plek += strings.Index(data[plek:], "{") + 1
		_, err := parseHeel("blad", []byte(data[:plek]+"\n"+`"onbekend": "GEHEIM",`+data[plek:]), kleinEigen(t), terugkijken(t))
		regel := strings.Count(data[:plek], "\n") + 2
		if want := fmt.Sprintf(`blad:%d:1: "onbekend" kan hier niet`, regel); err == nil || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), "GEHEIM") {
			t.Errorf("%s: %v, want %s", d.Naam, err, want)
		}
	}
}

// A follow-up on a field has the key of that field, with the row called as in a file.
func TestFollowUpsOnFieldsAreAnswers(t *testing.T) {
	t.Parallel()
	want := map[string]string{
		"weging.openheid+privacy.omdat.wat-telt": "a", "uitkomst.doen.wie-zei": "b", "ruimte.ik.ruimte.die-tijd": "c",
		"waarden.openheid.betekenis.wat-merkt": "d", "afspraken.1.wat.eerste-zin": "e",
	}
	var b strings.Builder
	b.WriteString("casus: eigen\nwaarden: [{id: openheid, betekenis: x}, {id: privacy}]\nruimte: [{wie: ik, ruimte: x}]\n" +
		"weging: [{tussen: [openheid, privacy], omdat: x}]\nafspraken: [{wat: x}]\nantwoorden:\n")
	for sleutel, tekst := range want {
		fmt.Fprintf(&b, "  %s: %s\n", sleutel, tekst)
	}
	blad, err := parseHeel("blad.yaml", []byte(b.String()), kleinEigen(t))
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for sleutel, a := range blad.Reflectie.Antwoorden {
		got[sleutel] = a.Tekst()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	for _, sleutel := range []string{"afspraken.1.hoe.wie", "weging.openheid+privacy.voorrang.wie", "weging.openheid+privacy.omdat.nooit"} {
		_, err := parseHeel("blad.yaml", []byte("antwoorden: {"+sleutel+": GEHEIM}"), kleinEigen(t))
		if err == nil || !strings.HasPrefix(err.Error(), `blad.yaml:1:14: "`+sleutel+`" is`) {
			t.Errorf("%s: %v", sleutel, err)
		}
	}
}

// What is read aloud twice, and what differs from an earlier weighing, no werkvorm asks.
func TestASecondReadingIsRead(t *testing.T) {
	t.Parallel()
	b := parse(t, kop+"antwoorden: {lezing.anders: Toen wel., eerder.voorrang: [a, b]}\n")
	want := map[string]reflectie.Antwoord{"lezing.anders": reflectie.Tekst("Toen wel."), "eerder.voorrang": reflectie.Lijst("a", "b")}
	if diff := cmp.Diff(want, b.Reflectie.Antwoorden); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestARuleIsAnIDOrOwnWords(t *testing.T) {
	t.Parallel()
	for geschreven, want := range map[string]string{
		"gas": "", "een afspraak met de brandweer": "",
		"GAS":                    `blad.yaml:3:27: de casus kent de regel "gas"; bedoelt u die? Eigen woorden mogen ook`,
		"koken op gas mag niet.": `blad.yaml:3:27: de casus kent de regel "gas"; bedoelt u die? Eigen woorden mogen ook`,
	} {
		tekst := kop + "antwoorden: {regel.regel: " + geschreven + "}\n"
		if got := opmerkingen(t, tekst); got != want {
			t.Errorf("%q: %q, want %q", geschreven, got, want)
		}
		if got := parse(t, tekst).Reflectie.Antwoorden["regel.regel"].Tekst(); got != geschreven {
			t.Errorf("%q is kept as %q", geschreven, got)
		}
	}
}

// Who weighs a pair and forgets to say that it clashes hears so: the weighing
// would stand among what no longer applies.
func TestWeighingAPairThatDoesNotClashIsRemarkedOn(t *testing.T) {
	t.Parallel()
	const weging = "weging: [{tussen: [openheid, privacy], omdat: Namen.}]\n"
	for verbanden, want := range map[string]int{
		"": 1, "verbanden: [{tussen: [openheid, privacy], soort: versterkt}]\n": 1,
		"verbanden: [{tussen: [privacy, openheid], soort: tegen}]\n": 0, "verbanden: [{tussen: [openheid, privacy], soort: beide}]\n": 0,
	} {
		if got := opmerkingen(t, kop+verbanden+weging); strings.Count(got, `staat niet dat het botst`) != want {
			t.Errorf("%q: %q", verbanden, got)
		}
	}
	if got := opmerkingen(t, kop+"verbanden: [{tussen: [openheid, privacy], soort: tegen}]\nantwoorden: {verbanden.botst: nee}\n"); !strings.HasPrefix(got, "blad.yaml:3:13: dit paar botst") {
		t.Errorf("that nothing clashes, and a pair that does: %q", got)
	}
}

func TestGeneratorAnswersEveryQuestion(t *testing.T) {
	t.Parallel()
	gezien := map[string]bool{}
	for seed := range uint64(50) {
		for sleutel := range willekeurig(rand.New(rand.NewPCG(seed, 31)), klein(t)).Antwoorden {
			gezien[sleutel] = true
		}
	}
	for sleutel, v := range open(klein(t).Werkvorm, klein(t).Stappen()) {
		if !v.Prive && !gezien[sleutel] {
			t.Errorf("%s is never answered", sleutel)
		}
	}
	if slices.ContainsFunc(klein(t).Werkvorm.Stappen, func(s casus.Stap) bool { return s.Soort == casus.StapTerugblik }) {
		t.Error("the werkvorm looks back")
	}
}
