package main

import (
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
	for _, deel := range []string{"## In het kort", "weeg:eind keuzes", "weeg:eind waardenetwerk"} {
		if !strings.Contains(voorbeeld, deel) {
			t.Errorf("the README stops before %q", deel)
		}
	}
}

// What the README shows of a casus is the shipped one, with parts left out.
func TestCasusInTheReadmeIsAShippedOne(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	for _, m := range regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1) {
		if !strings.Contains(m[1], "situatie:") {
			continue
		}
		naam := regexp.MustCompile(`(?m)^id: (.*)$`).FindStringSubmatch(m[1])[1] + ".yaml"
		data, err := os.ReadFile("../../casussen/" + naam)
		if err != nil {
			t.Fatal(err)
		}
		rest := string(data)
		for regel := range strings.Lines(m[1]) {
			_, na, ok := strings.Cut(rest, regel)
			if !ok {
				t.Errorf("%s does not go on with %q", naam, regel)
			}
			rest = na
		}
		if err := os.WriteFile(filepath.Join(thuis, naam), []byte(m[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		if uit, fout, code := draai(t, thuis, "", "casus", "toon", "./"+naam); code != 0 {
			t.Errorf("%d\n%s\n%s", code, uit, fout)
		}
		return
	}
	t.Error("the README shows no casus")
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

func TestReadmeNamesCommandsThatExist(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	for _, m := range regexp.MustCompile("`weeg ([a-z]+(?: [a-z]+)?)").FindAllStringSubmatch(readme(t), -1) {
		args := strings.Fields(m[1])
		if args[0] == "nieuw" || args[0] == "waarde" && len(args) < 2 {
			args = args[:1]
		}
		if uit, fout, code := draai(t, thuis, "", append(args, "--help")...); code != 0 {
			t.Errorf("weeg %v --help gives %d: %s%s", args, code, uit, fout)
		}
	}
}
