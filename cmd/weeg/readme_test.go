package main

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestCasusInTheReadmeLoads(t *testing.T) {
	thuis := t.TempDir()
	for _, m := range regexp.MustCompile("(?ms)^```yaml\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1) {
		if !strings.Contains(m[1], "situatie:") {
			continue
		}
		if err := os.WriteFile(thuis+"/fietsen-op-de-stoep.yaml", []byte(m[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		if uit, fout, code := draai(t, thuis, "", "casus", "toon", "./fietsen-op-de-stoep.yaml"); code != 0 || !strings.Contains(uit, "Mevrouw De Wit") {
			t.Errorf("%d\n%s\n%s", code, uit, fout)
		}
		return
	}
	t.Error("the README shows no casus")
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
