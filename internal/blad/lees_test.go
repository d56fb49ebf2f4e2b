package blad

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

var update = flag.Bool("update", false, "rewrite the expected findings in testdata")

// klein is a definition with every kind of question and step.
func klein() casus.Definitie {
	opties := []casus.Optie{{ID: "juridisch", Naam: "Wat zegt het recht"}, {ID: "leefwereld", Naam: "Wat merkt een inwoner"}}
	return casus.Definitie{
		Casus: casus.Casus{
			Weeg: 1, ID: "koken", Versie: 2, Titel: "Koken", Moment: "Mag het?",
			Rollen:  []casus.Rol{{ID: "handhaver", Naam: "Gemeentelijk handhaver"}, {ID: "wethouder", Naam: "Wethouder"}},
			Waarden: []casus.Gezien{{ID: "veiligheid"}},
			Regels:  []casus.Regel{{Regel: "Koken mag niet."}},
			Vragen:  []casus.Extra{{Stap: "bedoeling", Vraag: casus.Vraag{ID: "keuken", Vraag: "En de keuken?"}}},
		},
		Werkvorm: casus.Werkvorm{
			Weeg: 1, ID: "waardenweging", Versie: 3, Naam: "Waardenweging",
			Stappen: []casus.Stap{
				{ID: "bedoeling", Titel: "De bedoeling", Soort: casus.StapVragen, Vragen: []casus.Vraag{
					{ID: "weet-niet", Vraag: "Wat weet u niet?", Doorvragen: []casus.Doorvraag{{ID: "wie", Als: casus.Aanleiding{Woorden: []string{"men"}}, Vraag: "Wie?"}}},
					{ID: "regel", Vraag: "Welke regel?", Soort: casus.Regeltje},
					{ID: "signaal", Vraag: "Was er een signaal?", Soort: casus.JaNee},
					{ID: "gehoord", Vraag: "Bij wie?", Als: &casus.Als{Vraag: "bedoeling.signaal", Is: []string{"ja"}}},
					{ID: "bril", Vraag: "Welke bril?", Soort: casus.Keuze, Opties: opties},
					{ID: "brillen", Vraag: "Welke brillen?", Soort: casus.Meerkeuze, Opties: opties},
					{ID: "wanneer", Vraag: "Wanneer?", Soort: casus.Datum},
					{ID: "durft-niet", Vraag: "Wat durft u niet?", Prive: true},
				}},
				{ID: "standpunten", Titel: "Standpunten", Soort: casus.StapStandpunten},
				{ID: "waarden", Titel: "Waarden", Soort: casus.StapWaarden},
				{ID: "verbanden", Titel: "Verbanden", Soort: casus.StapVerbanden},
				{ID: "wie", Titel: "Wie gaat erover", Soort: casus.StapRealisatie},
				{ID: "ruimte", Titel: "Ruimte", Soort: casus.StapRuimte},
				{ID: "weging", Titel: "Weging", Soort: casus.StapWeging},
				{ID: "uitkomst", Titel: "Uitkomst", Soort: casus.StapUitkomst},
				{ID: "onthouden", Titel: "Onthouden", Soort: casus.StapAandachtspunten, Vragen: []casus.Vraag{
					{ID: "terugblik", Vraag: "Wanneer kijkt u terug?", Soort: casus.Datum},
				}},
			},
		},
		Waarden: []casus.Waarde{
			{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "openheid", Naam: "Openheid"}, {ID: "privacy", Naam: "Privacy"},
			{ID: "zorg-voor-elkaar", Naam: "Zorg voor elkaar"}, {ID: "betrokkenheid", Naam: "Betrokkenheid"},
		},
	}
}

func terugkijken() casus.Werkvorm {
	return casus.Werkvorm{ID: "terugkijken", Bij: []string{casus.BijReflectie}, Stappen: []casus.Stap{
		{ID: "nu", Soort: casus.StapTerugblik, Vragen: []casus.Vraag{
			{ID: "moment", Vraag: "Hoe ziet u het nu?"},
			{ID: "anders", Vraag: "Deed u het anders?", Soort: casus.JaNee},
			{ID: "geheim", Vraag: "Wat deed het met u?", Prive: true},
		}},
	}}
}

func parse(t testing.TB, tekst string) *Blad {
	t.Helper()
	b, err := parseHeel("blad.yaml", []byte(tekst), klein(), terugkijken())
	if err != nil {
		t.Fatalf("faults in a good file:\n%v", err)
	}
	return b
}

func fouten(tekst string) string {
	_, err := parseHeel("blad.yaml", []byte(tekst), klein(), terugkijken())
	if err == nil {
		return ""
	}
	return err.Error()
}

// kop stands above the answers in the tests below.
const kop = "casus: koken\nwerkvorm: waardenweging\n"

func leeg() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "koken", Werkvorm: "waardenweging"}
}

// bestanden returns the answer files in testdata.
func bestanden(t testing.TB) []string {
	t.Helper()
	var namen []string
	for _, soort := range []string{"testdata/*.yaml", "testdata/*.json"} {
		gevonden, err := filepath.Glob(soort)
		if err != nil || len(gevonden) == 0 {
			t.Fatalf("no %s: %v", soort, err)
		}
		namen = append(namen, gevonden...)
	}
	return namen
}

// Every file in testdata has beside it the findings that it must give.
func TestFindings(t *testing.T) {
	for _, naam := range bestanden(t) {
		t.Run(filepath.Base(naam), func(t *testing.T) {
			data, err := os.ReadFile(naam)
			if err != nil {
				t.Fatal(err)
			}
			got := ""
			b, err := parseHeel(filepath.Base(naam), data, klein(), terugkijken())
			if err != nil {
				got = err.Error() + "\n"
			} else {
				for _, o := range b.Opmerkingen {
					got += "opmerking: " + o.String() + "\n"
				}
			}
			verwacht := strings.TrimSuffix(naam, filepath.Ext(naam)) + ".err"
			if *update {
				if err := os.WriteFile(verwacht, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(verwacht)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if strings.Contains(got, "GEHEIM") {
				t.Error("a finding shows the text of an answer")
			}
		})
	}
}

func TestYAMLTextAnswerIsTheScalarAsWritten(t *testing.T) {
	for _, test := range []struct{ geschreven, want string }{
		{"ja", "ja"}, {"nee", "nee"}, {"true", "true"}, {"1e3", "1e3"}, {"0x10", "0x10"}, {"2026-11-21", "2026-11-21"},
		{"12:30", "12:30"}, {"007", "007"}, {".inf", ".inf"}, {`"null"`, "null"}, {`"~"`, "~"}, {`" twee  spaties "`, "twee  spaties"},
		{"null", ""}, {"~", ""}, {"", ""}, {`""`, ""}, {`"  \n\t "`, ""}, {"|\n    regel één\n\n    regel twee\n", "regel één\n\nregel twee"},
		{`"een\r\ntwee\rdrie"`, "een\ntwee\ndrie"}, {`"e\u0301"`, "e\u0301"},
	} {
		b := parse(t, kop+"antwoorden:\n  bedoeling.weet-niet: "+test.geschreven)
		want := leeg()
		if test.want != "" {
			want.Antwoorden = map[string]reflectie.Antwoord{"bedoeling.weet-niet": reflectie.Tekst(test.want)}
		}
		if diff := cmp.Diff(want, b.Reflectie); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.geschreven, diff)
		}
	}
}

func TestYesAndNoOnlyWhereTheQuestionAsksForIt(t *testing.T) {
	for geschreven, want := range map[string]bool{"true": true, "false": false, "ja": true, "Nee": false} {
		b := parse(t, kop+"antwoorden: {bedoeling.signaal: "+geschreven+"}")
		if a := b.Reflectie.Antwoorden["bedoeling.signaal"]; !a.Equal(reflectie.JaNee(want)) {
			t.Errorf("%s gives %v", geschreven, a)
		}
	}
	for _, geschreven := range []string{`"ja"`, "yes", "1", "[ja]"} {
		if fouten(kop+"antwoorden: {bedoeling.signaal: "+geschreven+"}") == "" {
			t.Errorf("%s was taken for yes or no", geschreven)
		}
	}
	if fouten(`{"antwoorden": {"bedoeling.signaal": "ja"}}`) == "" {
		t.Error(`JSON "ja" was taken for a boolean`)
	}
}

func TestAnswerIsKeptWhenItsConditionDoesNotHold(t *testing.T) {
	b := parse(t, kop+"antwoorden:\n  bedoeling.signaal: nee\n  bedoeling.gehoord: de buurt\n  bedoeling.weet-niet.wie: de wijkagent\n")
	if got := b.Reflectie.Antwoorden["bedoeling.gehoord"].Tekst(); got != "de buurt" {
		t.Errorf("the answer under an unmet condition is %q", got)
	}
	if got := b.Reflectie.Antwoorden["bedoeling.weet-niet.wie"].Tekst(); got != "de wijkagent" {
		t.Errorf("the answer to a doorvraag that was not called for is %q", got)
	}
}

func TestPrivateAnswersStayOutOfTheReflectie(t *testing.T) {
	b := parse(t, kop+"prive:\n  bedoeling.durft-niet: GEHEIM\n")
	if len(b.Reflectie.Antwoorden) > 0 {
		t.Errorf("the reflectie holds %v", b.Reflectie.Antwoorden)
	}
	want := reflectie.Antwoorden{"bedoeling.durft-niet": reflectie.Tekst("GEHEIM")}
	if diff := cmp.Diff(want, b.Prive); diff != "" {
		t.Errorf("private answers (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, b.Antwoorden()); diff != "" {
		t.Errorf("all answers (-want +got):\n%s", diff)
	}
}

func TestHeadIsReadOnceAndSaysWhichDefinitions(t *testing.T) {
	k, err := ParseKop("blad.yaml", []byte("casus: koken\nwerkvorm: waardenweging\nonbekend: 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if k.Casus != "koken" || k.Werkvorm != "waardenweging" {
		t.Errorf("casus %q, werkvorm %q", k.Casus, k.Werkvorm)
	}
	if got := k.Plaats("werkvorm").String(); got != "blad.yaml:2:11" {
		t.Errorf("werkvorm stands at %s", got)
	}
	if _, err := k.Parse(klein()); err == nil {
		t.Error("an unknown key was accepted")
	}
	k, err = ParseKop("blad.yaml", []byte("casus: [koken]\n"))
	if err != nil {
		t.Fatal(err)
	}
	if k.Casus != "" || k.Err() == nil {
		t.Errorf("casus %q, fault %v", k.Casus, k.Err())
	}
}

func TestWhatTheCommandGivesMayBeAbsent(t *testing.T) {
	b := parse(t, "antwoorden: {bedoeling.regel: nee}\n")
	want := leeg()
	want.Antwoorden = map[string]reflectie.Antwoord{"bedoeling.regel": reflectie.Tekst("nee")}
	if diff := cmp.Diff(want, b.Reflectie); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOwnValueGetsAnID(t *testing.T) {
	b := parse(t, kop+`
waarden:
  - {naam: Rust in de straat}
  - {naam: Veiligheid}
  - {naam: 安心}
  - {id: mijn-waarde, naam: Iets van mij}
verbanden:
  - {tussen: [rust-in-de-straat, waarde-2], soort: tegen}
`)
	var ids []string
	for _, w := range b.Reflectie.Waarden {
		ids = append(ids, w.ID)
	}
	if diff := cmp.Diff([]string{"rust-in-de-straat", "veiligheid", "waarde-2", "mijn-waarde"}, ids); diff != "" {
		t.Errorf("ids (-want +got):\n%s", diff)
	}
}

func TestEmptyBlocksAndNullsAreAbsent(t *testing.T) {
	b := parse(t, kop+`
rol: ~
antwoorden: {bedoeling.signaal: , bedoeling.brillen: [], bedoeling.bril: "", bedoeling.wanneer: " "}
prive:
standpunten: [{van: , standpunt: null}]
waarden: []
weging: [~, {tussen: [openheid, privacy], voorrang: ""}]
uitkomst: {eigen: , doen: "  "}
aandachtspunten: {kennis: [~, " "], acties: }
teruggeblikt:
`)
	if diff := cmp.Diff(leeg(), b.Reflectie); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPairsAndRowsKeepTheirOrder(t *testing.T) {
	b := parse(t, kop+`
waarden: [{id: privacy}, {id: openheid}]
verbanden:
  - {tussen: [privacy, openheid]}
  - {tussen: [betrokkenheid, veiligheid]}
weging:
  - {tussen: [openheid, privacy], voorrang: open}
`)
	r := b.Reflectie
	if r.Verbanden[0].Tussen != (reflectie.Paar{"privacy", "openheid"}) || r.Verbanden[1].Tussen != (reflectie.Paar{"betrokkenheid", "veiligheid"}) ||
		r.Weging[0].Tussen != (reflectie.Paar{"openheid", "privacy"}) || r.Waarden[0].ID != "privacy" {
		t.Errorf("order changed: %+v", r)
	}
}

func TestOtherCasusGivesOneFaultAndNotOnePerKey(t *testing.T) {
	got := fouten("casus: elders\nantwoorden: {stap.een: a, stap.twee: b}\n")
	if strings.Count(got, "\n") != 0 || !strings.HasPrefix(got, `blad.yaml:1:8: dit blad hoort bij casus "elders"`) {
		t.Errorf("got:\n%s", got)
	}
}

func TestTooLargeAFileIsRefused(t *testing.T) {
	got := fouten("door: " + strings.Repeat("a", MaxBytes))
	if !strings.HasPrefix(got, "blad.yaml: ") {
		t.Errorf("got %.200q", got)
	}
}

func TestLongWordsAreCutInFindings(t *testing.T) {
	lang := strings.Repeat("lang", 500)
	for _, tekst := range []string{
		"verbanden: [{tussen: [" + lang + ", privacy], soort: " + lang + "}]",
		"waarden: [{id: " + lang + "}, {id: " + lang + ", naam: a}, {id: " + lang + ", naam: a}]",
		"ruimte: [{wie: " + lang + "}, {wie: " + lang + "}]",
		lang + ": 1",
		"antwoorden: {" + lang + ": 1, bedoeling.bril: " + lang + "}",
		"waarden: [{id: " + lang + ", naam: a}]\nverbanden: [{tussen: [" + lang + ", " + lang + "]}]",
	} {
		got := fouten(tekst)
		if got == "" {
			t.Errorf("no fault in %.60s", tekst)
		}
		for regel := range strings.Lines(got) {
			if len(regel) > 500 {
				t.Errorf("a finding of %d bytes on %.60s: %.150s", len(regel), tekst, regel)
			}
		}
	}
}

// What somebody answered may be confidential, also when it stands in the wrong place.
func TestFindingsNeverShowAnAnswer(t *testing.T) {
	const geheim = "GEHEIM woord van Jan"
	for _, tekst := range []string{
		"antwoorden: {bedoeling.durft-niet: " + geheim + "}",
		"antwoorden: {bedoeling.onbekend: " + geheim + "}",
		"antwoorden: {bedoeling.signaal: " + geheim + "}",
		"antwoorden: {bedoeling.wanneer: " + geheim + "}",
		"antwoorden: {bedoeling.brillen: {a: " + geheim + "}}",
		"antwoorden: {bedoeling.weet-niet: [" + geheim + "]}",
		"antwoorden: {realisatie.waarde: " + geheim + "}",
		"prive: {bedoeling.weet-niet: " + geheim + "}",
		"prive: " + geheim,
		"standpunten: [{standpunt: [" + geheim + "], waarde: " + geheim + "}]",
		"waarden: [" + geheim + "]",
		"verbanden: [{tussen: " + geheim + ", waarom: {a: " + geheim + "}}]",
		"weging: [{omdat: " + geheim + "}]",
		"uitkomst: {eigen: " + geheim + "}",
		"aandachtspunten: {kennis: " + geheim + "}",
		"datum: " + geheim,
		"teruggeblikt: [{datum: 2026-01-01, antwoorden: {nu.geheim: " + geheim + "}}]",
		"bedoeling.weet-niet: " + geheim,
		geheim,
	} {
		got := fouten(tekst)
		if got == "" {
			t.Errorf("no fault in %s", tekst)
		}
		if strings.Contains(got, "GEHEIM") {
			t.Errorf("%s\nshows the answer:\n%s", tekst, got)
		}
	}
}

func TestManyUnknownKeysAreNoReasonToWait(t *testing.T) {
	var b strings.Builder
	b.WriteString(kop + "antwoorden:\n")
	for i := range 20000 {
		fmt.Fprintf(&b, "  bedoelingen.vraag-%d: a\n", i)
	}
	got := fouten(b.String())
	if !strings.Contains(got, "andere fouten") {
		t.Errorf("got %.300s", got)
	}
}

func TestListThatNobodyCanReadIsRefused(t *testing.T) {
	for _, tekst := range []string{
		"waarden:\n" + strings.Repeat("- {naam: a}\n", 100000),
		"verbanden:\n" + strings.Repeat("- {tussen: [openheid, privacy]}\n", 100000),
		"aandachtspunten: {macht: [" + strings.Repeat("a,", 100000) + "]}",
		"antwoorden: {bedoeling.brillen: [" + strings.Repeat("a,", 100000) + "]}",
	} {
		got := fouten(tekst)
		if strings.Contains(got, "\n") || !strings.Contains(got, "deze lijst heeft 100000 onderdelen") {
			t.Errorf("%.20s: got %.200s", tekst, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, naam := range bestanden(f) {
		data, err := os.ReadFile(naam)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	def := klein()
	f.Add([]byte("antwoorden:\n  bedoeling.signaal: ja\nwaarden:\n  - {naam: Rust, betekenis: |\n    a}\nweging:\n  - {tussen: [rust, openheid], voorrang: rust}\n"))
	f.Add([]byte(`{"waarden":[{"id":"openheid"}],"uitkomst":{"eigen":true,"doen":"\ud83d\ude00"},"prive":{"bedoeling.durft-niet":"a"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parseHeel("blad", data, def, terugkijken())
		if err != nil {
			bevindingen, ok := errors.AsType[strict.Bevindingen](err)
			if !ok || len(bevindingen) == 0 {
				t.Fatalf("an error of another kind: %v", err)
			}
			for _, bevinding := range bevindingen {
				if bevinding.Plaats.Bestand != "blad" || bevinding.Tekst == "" {
					t.Errorf("a finding without place or text: %+v", bevinding)
				}
			}
			return
		}
		heen, err := reflectie.EncodeJSON(b.Reflectie)
		if err != nil {
			t.Fatal(err)
		}
		terug, err := parseHeel("blad", heen, def, terugkijken())
		if err != nil {
			t.Fatalf("what it read is refused:\n%v\n%s", err, heen)
		}
		if diff := cmp.Diff(b.Reflectie, terug.Reflectie); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}
