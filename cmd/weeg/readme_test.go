package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
)

// readme returns the README.
func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The README shows the first part of a reflectie: all that a colleague reads in
// two minutes, as the tool writes it.
func TestReflectieInTheReadmeIsWhatTheToolMakes(t *testing.T) {
	t.Parallel()
	_, na, _ := strings.Cut(readme(t), "````markdown\n")
	voorbeeld, _, ok := strings.Cut(na, "````\n")
	if !ok {
		t.Fatal("the README shows no reflectie")
	}
	thuis := t.TempDir()
	blad, err := os.ReadFile("testdata/kort.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if uit, fout, code := draai(t, thuis, string(blad), "nieuw", "--antwoorden", "-", "--naar", "r.md"); code != 0 {
		t.Fatalf("%d %s %s", code, uit, fout)
	}
	gemaakt, err := os.ReadFile(filepath.Join(thuis, "r.md"))
	if err != nil {
		t.Fatal(err)
	}
	begin := string(gemaakt[:min(len(gemaakt), len(voorbeeld))])
	if d := cmp.Diff(begin, voorbeeld); d != "" {
		t.Errorf("the tool (-) and the README (+) differ:\n%s", d)
	}
	for _, deel := range []string{"## In het kort", "weeg:eind keuzes", "### Waarom dit hier voorgaat"} {
		if !strings.Contains(voorbeeld, deel) {
			t.Errorf("the README stops before %q", deel)
		}
	}
}

// What the page on writing a casus shows is a shipped one, with parts left out. Its
// lines are broken elsewhere, so that they fit a screen.
func TestTheCasusThatAPageShowsIsAShippedOne(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	voorbeeld := yamlOp(t, "casus-schrijven")
	naam := regexp.MustCompile(`(?m)^id: (.*)$`).FindStringSubmatch(voorbeeld)[1] + ".yaml"
	data, err := os.ReadFile("../../casussen/" + naam)
	if err != nil {
		t.Fatal(err)
	}
	opEenRegel := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, ">-", "")), " ") }
	rest := opEenRegel(string(data))
	for _, veld := range regexp.MustCompile(`(?m)^ *(?:- )?[a-z]+:`).Split(voorbeeld, -1) {
		_, na, ok := strings.Cut(rest, opEenRegel(veld))
		if !ok {
			t.Errorf("%s does not go on with %q", naam, veld)
			continue
		}
		rest = na
	}
	bewaarLater(t, filepath.Join(thuis, naam), voorbeeld)
	if uit, fout, code := draai(t, thuis, "", "casus", "toon", "./"+naam); code != 0 {
		t.Errorf("%d\n%s\n%s", code, uit, fout)
	}
}

// What the page on a team shows of its settings is what weeg takes there.
func TestTheSettingsThatAPageShowsAreOnesThatWeegTakes(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	bewaarLater(t, filepath.Join(thuis, ".weeg.yaml"), yamlOp(t, "team"))
	for _, dir := range []string{"casussen", "werkvormen", "waarden"} {
		if err := os.Mkdir(filepath.Join(thuis, dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if uit, fout, code := draai(t, thuis, "", "reflectie", "lijst"); code != 0 {
		t.Errorf("%d\n%s\n%s", code, uit, fout)
	}
}

// yamlOp is the YAML on a page of weeg uitleg.
func yamlOp(t *testing.T, onderwerp string) string {
	t.Helper()
	data, err := os.ReadFile("../../internal/cli/uitleg/" + onderwerp + ".md")
	if err != nil {
		t.Fatal(err)
	}
	_, na, _ := strings.Cut(string(data), "```yaml\n")
	blok, _, ok := strings.Cut(na, "```\n")
	if !ok {
		t.Fatalf("the page on %s shows no YAML", onderwerp)
	}
	return blok
}

func TestReadmeListsTheWholeLibrary(t *testing.T) {
	t.Parallel()
	rij := func(cellen ...string) {
		t.Helper()
		if regel := "| " + strings.Join(cellen, " | ") + " |\n"; !strings.Contains(readme(t), regel) {
			t.Errorf("the README lacks %s", regel)
		}
	}
	for _, c := range alleCasussen(t) {
		rij("`"+c.ID+"`", c.Titel, c.Kern)
	}
	for _, bij := range []string{casus.BijCasus, casus.BijEigen, casus.BijReflectie} {
		for _, w := range alleWerkvormen(t, bij) {
			rij("`"+w.ID+"`", strconv.Itoa(w.Duur), w.Voor, casus.Opsomming(w.BijNamen()))
		}
	}
}

// A reader sees on one screen what this is and how to begin, and the rest is short: more
// stands on the pages of weeg uitleg.
func TestTheReadmeIsShort(t *testing.T) {
	t.Parallel()
	tekst := readme(t)
	if n := strings.Count(tekst, "\n"); n > 220 {
		t.Errorf("the README has %d lines, at most 220", n)
	}
	koppen := regexp.MustCompile(`(?m)^## `).FindAllStringIndex(tekst, 2)
	if len(koppen) < 2 {
		t.Fatal("the README has no two headings")
	}
	begin := tekst[:koppen[1][0]]
	if n := strings.Count(begin, "\n"); n > 40 {
		t.Errorf("the README begins with %d lines, at most 40", n)
	}
	for _, deel := range []string{"(.beeld/gesprek.svg)", "`weeg.exe`", "`./weeg`", "weeg nieuw "} {
		if !strings.Contains(begin, deel) {
			t.Errorf("the first screen of the README lacks %s", deel)
		}
	}
}

// Who reads the README finds every page of weeg uitleg, by what it is for.
func TestTheReadmeLeadsToEveryPage(t *testing.T) {
	t.Parallel()
	paden, err := filepath.Glob("../../internal/cli/uitleg/*.md")
	if err != nil || len(paden) < 8 {
		t.Fatal(paden, err)
	}
	for _, pad := range paden {
		data, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		titel, _, _ := strings.Cut(strings.TrimPrefix(string(data), "# "), "\n")
		onderwerp := strings.TrimSuffix(filepath.Base(pad), ".md")
		if lijn := fmt.Sprintf("- [`%s`](internal/cli/uitleg/%[1]s.md): %s\n", onderwerp, titel); !strings.Contains(readme(t), lijn) {
			t.Errorf("the README lacks %s", lijn)
		}
	}
}

// What the README has somebody type opens what it says: a conversation, or the start.
// That what stands elsewhere in it is a command is told in internal/cli.
func TestWhatTheReadmeHasOneTypeRuns(t *testing.T) {
	t.Parallel()
	var opdrachten []string
	for _, m := range regexp.MustCompile("(?ms)^```sh\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1) {
		opdrachten = append(opdrachten, strings.Split(strings.TrimSpace(m[1]), "\n")...)
	}
	opent := map[string]string{
		"weeg nieuw koken-in-het-schoolgebouw --werkvorm kort": "Donderdag, half vijf.",
		"go run ./cmd/weeg": "Wat wilt u doen?",
		"go test ./...":     "", // what runs this
	}
	for _, opdracht := range opdrachten {
		ziet, bekend := opent[opdracht]
		if !bekend {
			t.Errorf("nothing tries %q", opdracht)
		}
		delete(opent, opdracht)
		_, args, _ := strings.Cut(opdracht, "weeg")
		if ziet == "" {
			continue
		}
		z := newTerminal(t, weeg(t, t.TempDir(), strings.Fields(args)...), 80, 24)
		z.ziet(ziet)
		z.ziet("ctrl+c stoppen")
		z.typ(ctrlC)
		z.klaar()
	}
	for opdracht := range opent {
		t.Errorf("the README lacks %q", opdracht)
	}
}
