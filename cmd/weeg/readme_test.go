package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
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

func TestReflectieInTheReadmeIsWhatTheToolMakes(t *testing.T) {
	_, na, _ := strings.Cut(readme(t), "````markdown\n")
	voorbeeld, _, ok := strings.Cut(na, "````\n")
	if !ok {
		t.Fatal("the README shows no reflectie")
	}
	doc, err := markdown.Parse("README.md", []byte(voorbeeld))
	if err != nil {
		t.Fatal(err)
	}
	def := laad(t, doc.Reflectie.Casus, doc.Reflectie.Werkvorm)
	meta := doc.Meta
	meta.Casushash = def.Hash()
	if d := cmp.Diff(string(markdown.Encode(def, meta, doc.Reflectie, doc.Vervallen)), voorbeeld); d != "" {
		t.Errorf("the tool (-) and the README (+) differ:\n%s", d)
	}
	thuis := t.TempDir()
	blad, err := os.ReadFile("testdata/kort.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if uit, fout, code := draai(t, thuis, string(blad), "nieuw", "--antwoorden", "-", "--naar", "r.md"); code != 0 {
		t.Fatalf("%d %s %s", code, uit, fout)
	}
	var uitReadme map[string]any
	if err := os.WriteFile(thuis+"/readme.md", []byte(voorbeeld), 0o600); err != nil {
		t.Fatal(err)
	}
	uit, _, _ := draai(t, thuis, "", "lees", "readme.md", "--json")
	if err := json.Unmarshal([]byte(uit), &uitReadme); err != nil {
		t.Fatal(err)
	}
	delete(uitReadme, "datum")
	if d := cmp.Diff(leesJSON(t, thuis, "r.md"), uitReadme); d != "" {
		t.Errorf("the answer file (-) and the README (+) differ:\n%s", d)
	}
}

// What the README shows of a casus is the shipped one, with parts left out.
func TestCasusInTheReadmeIsAShippedOne(t *testing.T) {
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
