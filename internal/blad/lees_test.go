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

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

var update = flag.Bool("update", false, "rewrite the expected findings in testdata")

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
			b, err := parseHeel(filepath.Base(naam), data, klein(t), terugkijken(t))
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
	t.Parallel()
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
	t.Parallel()
	for geschreven, want := range map[string]bool{"true": true, "false": false, "ja": true, "Nee": false} {
		b := parse(t, kop+"antwoorden: {bedoeling.signaal: "+geschreven+"}")
		if a := b.Reflectie.Antwoorden["bedoeling.signaal"]; !a.Equal(reflectie.JaNee(want)) {
			t.Errorf("%s gives %v", geschreven, a)
		}
	}
	for _, geschreven := range []string{`"ja"`, "yes", "1", "[ja]"} {
		if fouten(t, kop+"antwoorden: {bedoeling.signaal: "+geschreven+"}") == "" {
			t.Errorf("%s was taken for yes or no", geschreven)
		}
	}
	if fouten(t, `{"antwoorden": {"bedoeling.signaal": "ja"}}`) == "" {
		t.Error(`JSON "ja" was taken for a boolean`)
	}
}

func TestAnswerIsKeptWhenItsConditionDoesNotHold(t *testing.T) {
	t.Parallel()
	b := parse(t, kop+"antwoorden:\n  bedoeling.signaal: nee\n  bedoeling.gehoord: de buurt\n  bedoeling.weet-niet.wie: de wijkagent\n")
	if got := b.Reflectie.Antwoorden["bedoeling.gehoord"].Tekst(); got != "de buurt" {
		t.Errorf("the answer under an unmet condition is %q", got)
	}
	if got := b.Reflectie.Antwoorden["bedoeling.weet-niet.wie"].Tekst(); got != "de wijkagent" {
		t.Errorf("the answer to a doorvraag that was not called for is %q", got)
	}
}

func TestPrivateAnswersStayOutOfTheReflectie(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
	k, err := ParseKop("blad.yaml", []byte("casus: koken\nwerkvorm: proef\nonbekend: 1\n"))
	if err != nil {
		t.Fatal(err)
	}
	if k.Casus != "koken" || k.Werkvorm != "proef" {
		t.Errorf("casus %q, werkvorm %q", k.Casus, k.Werkvorm)
	}
	if got := k.Plaats("werkvorm").String(); got != "blad.yaml:2:11" {
		t.Errorf("werkvorm stands at %s", got)
	}
	if _, err := k.Parse(klein(t)); err == nil {
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

func TestTheHeadTellsWhetherSomebodyLookedBack(t *testing.T) {
	t.Parallel()
	for tekst, want := range map[string]bool{"teruggeblikt: []\n": true, kop: false, `{"teruggeblikt": null}`: true} {
		k, err := ParseKop("blad.yaml", []byte(tekst))
		if err != nil {
			t.Fatal(err)
		}
		if k.Teruggeblikt() != want || k.Err() != nil {
			t.Errorf("%q: %v, %v", tekst, k.Teruggeblikt(), k.Err())
		}
	}
}

func TestTheFormatOfAnotherVersionIsAFault(t *testing.T) {
	t.Parallel()
	for versie, want := range map[string]string{
		"1": "", "~": "", "0": `bij "weeg" hoort 1`, "2": "dit blad is gemaakt met een nieuwere versie van weeg", "een": `bij "weeg" hoort een heel getal`,
	} {
		if got := fouten(t, "weeg: "+versie+"\n"+kop); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("weeg: %s gives %q", versie, got)
		}
	}
}

func TestWhatTheCommandGivesMayBeAbsent(t *testing.T) {
	t.Parallel()
	b := parse(t, "antwoorden: {bedoeling.gewoonte: nee}\n")
	want := leeg()
	want.Antwoorden = map[string]reflectie.Antwoord{"bedoeling.gewoonte": reflectie.Tekst("nee")}
	if diff := cmp.Diff(want, b.Reflectie); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestOwnValueGetsAnID(t *testing.T) {
	t.Parallel()
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

// Two waarden never share an id: not the one that is given and the one that is made.
func TestAnIDThatIsGivenIsNotMadeTwice(t *testing.T) {
	t.Parallel()
	b := parse(t, kop+"waarden: [{naam: Rust}, {id: rust, naam: Rust in de straat}]\n")
	if got := b.Reflectie.Waarden[0].ID; got != "waarde-2" {
		t.Errorf("the waarde that has only a naam is called %q", got)
	}
}

// A werkvorm to look back by may ask what only another part of the file has room for.
func TestALookBackMayHoldWhatAStepAsksByItself(t *testing.T) {
	t.Parallel()
	b := parse(t, kop+"teruggeblikt: [{datum: 2027-02-21, antwoorden: {waarden: [openheid], uitkomst.doen: Wachten., nu.anders: nee}}]\n")
	want := map[string]reflectie.Antwoord{"waarden": reflectie.Lijst("openheid"), "uitkomst.doen": reflectie.Tekst("Wachten."), "nu.anders": reflectie.JaNee(false)}
	if diff := cmp.Diff(want, b.Reflectie.Teruggeblikt[0].Antwoorden); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEmptyBlocksAndNullsAreAbsent(t *testing.T) {
	t.Parallel()
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
	t.Parallel()
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
	t.Parallel()
	got := fouten(t, "casus: elders\nantwoorden: {stap.een: a, stap.twee: b}\n")
	if strings.Count(got, "\n") != 0 || !strings.HasPrefix(got, `blad.yaml:1:8: dit blad hoort bij casus "elders"`) {
		t.Errorf("got:\n%s", got)
	}
}

func TestTooLargeAFileIsRefused(t *testing.T) {
	t.Parallel()
	got := fouten(t, "door: "+strings.Repeat("a", MaxBytes))
	if !strings.HasPrefix(got, "blad.yaml: ") {
		t.Errorf("got %.200q", got)
	}
}

func TestLongWordsAreCutInFindings(t *testing.T) {
	t.Parallel()
	lang := strings.Repeat("lang", 500)
	for _, tekst := range []string{
		"verbanden: [{tussen: [" + lang + ", privacy], soort: " + lang + "}]",
		"waarden: [{id: " + lang + "}, {id: " + lang + ", naam: a}, {id: " + lang + ", naam: a}]",
		"ruimte: [{wie: " + lang + "}, {wie: " + lang + "}]",
		lang + ": 1",
		"antwoorden: {" + lang + ": 1, bedoeling.bril: " + lang + "}",
		"waarden: [{id: " + lang + ", naam: a}]\nverbanden: [{tussen: [" + lang + ", " + lang + "]}]",
	} {
		got := fouten(t, tekst)
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
		"weging: [{tussen: [openheid, privacy], prijs: " + geheim + "}]",
		"weging: [{tussen: [openheid, privacy], prijs: {openheid: [" + geheim + "]}}]",
		"afspraken: [{wat: [" + geheim + "], wanneer: " + geheim + "}]",
		"antwoorden: {verbanden.wanneer: [" + geheim + "]}",
		"antwoorden: {uitkomst.doen: " + geheim + "}",
		"bracht: [" + geheim + "]",
		"overleg: " + geheim,
		"uitkomst: {eigen: " + geheim + "}",
		"aandachtspunten: {kennis: " + geheim + "}",
		"datum: " + geheim,
		"teruggeblikt: [{datum: 2026-01-01, antwoorden: {nu.geheim: " + geheim + "}}]",
		"bedoeling.weet-niet: " + geheim,
		geheim,
	} {
		got := fouten(t, tekst)
		if got == "" {
			t.Errorf("no fault in %s", tekst)
		}
		if strings.Contains(got, "GEHEIM") {
			t.Errorf("%s\nshows the answer:\n%s", tekst, got)
		}
	}
}

func TestManyUnknownKeysAreNoReasonToWait(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString(kop + "antwoorden:\n")
	for i := range 20000 {
		fmt.Fprintf(&b, "  bedoelingen.vraag-%d: a\n", i)
	}
	got := fouten(t, b.String())
	if !strings.Contains(got, "andere fouten") {
		t.Errorf("got %.300s", got)
	}
}

func TestListThatNobodyCanReadIsRefused(t *testing.T) {
	t.Parallel()
	for _, tekst := range []string{
		"waarden:\n" + strings.Repeat("- {naam: a}\n", 20_000),
		"verbanden:\n" + strings.Repeat("- {tussen: [openheid, privacy]}\n", 20_000),
		"aandachtspunten: {macht: [" + strings.Repeat("a,", 20_000) + "]}",
		"antwoorden: {bedoeling.brillen: [" + strings.Repeat("a,", 20_000) + "]}",
	} {
		got := fouten(t, tekst)
		if strings.Contains(got, "\n") || !strings.Contains(got, "deze lijst heeft 20000 onderdelen") {
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
	def, terug := klein(f), terugkijken(f)
	f.Add([]byte("antwoorden:\n  bedoeling.signaal: ja\nwaarden:\n  - {naam: Rust, betekenis: |\n    a}\nweging:\n  - {tussen: [rust, openheid], voorrang: rust}\n"))
	f.Add([]byte(`{"waarden":[{"id":"openheid"}],"uitkomst":{"eigen":true,"doen":"\ud83d\ude00"},"prive":{"bedoeling.durft-niet":"a"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parseHeel("blad", data, def, terug)
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
		terug, err := parseHeel("blad", heen, def, terug)
		if err != nil {
			t.Fatalf("what it read is refused:\n%v\n%s", err, heen)
		}
		if diff := cmp.Diff(b.Reflectie, terug.Reflectie); diff != "" {
			t.Errorf("(-read +read again):\n%s", diff)
		}
	})
}

// Whatever YAML can do that an answer file does not need is a fault with its
// place, and never an answer.
func TestYAMLThatAnAnswerFileDoesNotNeedIsAFault(t *testing.T) {
	t.Parallel()
	diep := strings.Repeat("[", 200) + "GEHEIM" + strings.Repeat("]", 200)
	for naam, tekst := range map[string]string{
		"an anchor and its alias":   "uitkomst: {doen: &a GEHEIM, merkt: *a}\n",
		"a tag":                     "uitkomst: {doen: !!binary R0VIRUlN}\n",
		"a key of another kind":     "uitkomst: {doen: GEHEIM, [a, b]: GEHEIM}\n",
		"a merge":                   "uitkomst: {<<: {doen: GEHEIM}}\n",
		"a key twice":               "uitkomst: {doen: GEHEIM, doen: GEHEIM}\n",
		"a second document":         "rol: handhaver\n---\nrol: wethouder\n",
		"a tab that indents":        "uitkomst:\n\tdoen: GEHEIM\n",
		"a bracket that stays open": "uitkomst: {doen: GEHEIM\n",
		"a quote that stays open":   "uitkomst: {doen: \"GEHEIM}\n",
		"lists in lists":            "antwoorden: {bedoeling.brillen: " + diep + "}\n",
		"a control character":       "uitkomst: {doen: \"GEHEIM\a\"}\n",
		"bytes that are no UTF-8":   "uitkomst: {doen: GEHEIM \xff}\n",
		"UTF-16":                    "\xff\xfeu\x00:\x00 \x001\x00",
		"a list at the top":         "- GEHEIM\n",
		"a text at the top":         "GEHEIM\n",
		"nothing":                   "",
		"comments alone":            "# GEHEIM\n",
		"JSON that stops":           `{"uitkomst": {"doen": "GEHEIM"`,
		"JSON and more":             `{"rol": "handhaver"} GEHEIM`,
		"JSON with a number":        `{"uitkomst": {"eigen": 1}}`,
	} {
		got := fouten(t, tekst)
		if !strings.HasPrefix(got, "blad.yaml:") || strings.Contains(got, "GEHEIM") {
			t.Errorf("%s: %.200q", naam, got)
		}
	}
}

// Windows writes its own line ends, and some editors a mark before the first line.
func TestLineEndsOfWindowsAreNoPartOfAnAnswer(t *testing.T) {
	t.Parallel()
	tekst := "\ufeff" + strings.ReplaceAll(kop+"uitkomst:\n  doen: |\n    Een.\n\n    Twee.\n  eigen: ja\n", "\n", "\r\n")
	r := parse(t, tekst).Reflectie
	if r.Uitkomst.Doen != "Een.\n\nTwee." || r.Uitkomst.Eigen == nil || !*r.Uitkomst.Eigen {
		t.Errorf("read is %+v", r.Uitkomst)
	}
}
