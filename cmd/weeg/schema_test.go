package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A schemaproef is a file, and what its reader finds wrong in it.
type schemaproef struct {
	Schema string          `json:"schema"`
	Data   json.RawMessage `json:"data"`
	naam   string
	fouten strict.Bevindingen
}

// keurMetAjv says of each file whether it passes its schema, by a validator that is not ours.
func keurMetAjv(t *testing.T, proeven []schemaproef) []bool {
	t.Helper()
	npm(t, "node_modules/ajv/package.json")
	dir := t.TempDir()
	for _, soort := range []string{"casus", "werkvorm", "waarden", "reflectie", "antwoordblad"} {
		uit, fout, code := draai(t, dir, "", "schema", soort)
		if code != 0 {
			t.Fatal(soort, fout)
		}
		if err := os.WriteFile(filepath.Join(dir, soort+".json"), []byte(uit), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := json.Marshal(proeven)
	if err != nil {
		t.Fatal(err)
	}
	const keur = `const Ajv = require("ajv/dist/2020"), lees = f => JSON.parse(require("fs").readFileSync(f, "utf8"))
		const ajv = new Ajv({strict: true, allowUnionTypes: true}), keurders = {}
		console.log(JSON.stringify(lees(0).map(p => (keurders[p.schema] ??= ajv.compile(lees(p.schema + ".json")))(p.data))))`
	cmd := exec.CommandContext(t.Context(), "node", "-e", keur)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(data)
	cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(os.Getenv("WEEG_NPM"), "node_modules"))
	uit, err := cmd.Output()
	if err != nil {
		if klaar := (*exec.ExitError)(nil); errors.As(err, &klaar) {
			t.Fatalf("%v\n%s", err, klaar.Stderr)
		}
		t.Fatal(err)
	}
	var goed []bool
	if err := json.Unmarshal(uit, &goed); err != nil || len(goed) != len(proeven) {
		t.Fatal(len(goed), err)
	}
	return goed
}

// lader reads a file as its kind, and returns what is wrong.
func lader(t *testing.T) func(soort, id string, data []byte) strict.Bevindingen {
	t.Helper()
	bieb := ingebouwd()
	def, _ := koken(t)
	return func(soort, id string, data []byte) strict.Bevindingen {
		var err error
		switch soort {
		case "casus":
			_, err = bieb.ParseCasus(data, "x.yaml", id)
		case "werkvorm":
			_, err = bieb.ParseWerkvorm(data, "x.yaml", id)
		case "waarden":
			_, err = casus.ParseWaarden(data, "x.yaml")
		case "antwoordblad":
			var kop *blad.Kop
			if kop, err = blad.ParseKop("x.yaml", data); err == nil {
				_, err = kop.Parse(def)
			}
		}
		fouten, _ := errors.AsType[strict.Bevindingen](err)
		return fouten
	}
}

// bronbestanden are files that are right, each of a kind, by what they hold.
func bronnen(t *testing.T) map[string]map[string]any {
	t.Helper()
	alle := map[string]map[string]any{"casus": {}, "werkvorm": {}, "waarden": {}, "antwoordblad": {}}
	neem := func(soort, id string, data []byte) {
		var v any
		if err := yaml.Unmarshal(data, &v); err != nil {
			t.Fatal(id, err)
		}
		alle[soort][id] = alsJSON(t, v)
	}
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		soort := map[string]string{".": "casus", "werkvormen": "werkvorm", "schrijven": "werkvorm", "waarden": "waarden"}[path.Dir(pad)]
		if err != nil || d.IsDir() || soort == "" {
			return err
		}
		data, err := casussen.FS.ReadFile(pad)
		neem(soort, strings.TrimSuffix(path.Base(pad), ".yaml"), data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	neem("antwoordblad", "koken", data)
	return alle
}

// alsJSON is what YAML holds, as JSON has it: a day is a text.
func alsJSON(t *testing.T, v any) any {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	data = regexp.MustCompile(`"(\d{4}-\d{2}-\d{2})T00:00:00Z"`).ReplaceAll(data, []byte(`"$1"`))
	var w any
	if err := json.Unmarshal(data, &w); err != nil {
		t.Fatal(err)
	}
	return w
}

// The schemas that stand beside the library are those that weeg makes.
func TestTheSchemasBesideTheLibraryAreNew(t *testing.T) {
	t.Parallel()
	bestanden, err := casussen.Schemas.ReadDir(".schema")
	if err != nil || len(bestanden) != 5 {
		t.Fatal(len(bestanden), err)
	}
	for _, b := range bestanden {
		soort := strings.TrimSuffix(b.Name(), ".json")
		uit, fout, code := draai(t, t.TempDir(), "", "schema", soort)
		if code != 0 {
			t.Fatal(fout)
		}
		pad := "../../casussen/" + casussen.Schema(soort)
		if os.Getenv("WEEG_BIJWERKEN") != "" {
			if err := os.WriteFile(pad, []byte(uit), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if data, err := os.ReadFile(pad); err != nil || string(data) != uit {
			t.Errorf("%s is older than what weeg schema %s says; WEEG_BIJWERKEN=1 writes it anew", pad, soort)
		}
	}
}

// Each file of the library names its schema, where that stands.
func TestTheLibraryPointsEditorsToItsSchema(t *testing.T) {
	t.Parallel()
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		soort := map[string]string{".": "casus", "werkvormen": "werkvorm", "schrijven": "werkvorm", "waarden": "waarden"}[path.Dir(pad)]
		if err != nil || d.IsDir() || soort == "" {
			return err
		}
		data, err := casussen.FS.ReadFile(pad)
		wijst, ok := strings.CutPrefix(strings.SplitN(string(data), "\n", 2)[0], "# yaml-language-server: $schema=")
		if naar := path.Join(path.Dir(pad), wijst); !ok || naar != casussen.Schema(soort) {
			t.Errorf("%s points to %q", pad, wijst)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Every file that weeg carries passes the schema of its kind, and so does what weeg tells
// of a reflectie.
func TestEveryFileOfTheLibraryPassesItsSchema(t *testing.T) {
	t.Parallel()
	var proeven []schemaproef
	for soort, bestanden := range bronnen(t) {
		for id, v := range bestanden {
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			proeven = append(proeven, schemaproef{Schema: soort, naam: id, Data: data})
		}
	}
	werkvormen, err := ingebouwd().Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	_, b := koken(t)
	alle := append(veldproeven(werkvormen), veldproef{veld: "koken", r: b.Reflectie})
	for _, p := range alle { // each field that there is
		data, err := reflectie.EncodeJSON(p.r)
		if err != nil {
			t.Fatal(err)
		}
		for _, soort := range []string{"reflectie", "antwoordblad"} {
			proeven = append(proeven, schemaproef{Schema: soort, naam: p.String(), Data: data})
		}
	}
	if len(proeven) < 140 {
		t.Fatal(len(proeven))
	}
	for i, goed := range keurMetAjv(t, proeven) {
		if !goed {
			t.Errorf("%s %s does not pass", proeven[i].Schema, proeven[i].naam)
		}
	}
}

// Of files that are right, and of hundreds in which one thing was changed, schema and
// loader say the same, but for what no schema can know.
func TestSchemaAndLoaderAgree(t *testing.T) {
	t.Parallel()
	npm(t, "node_modules/ajv/package.json")
	r, laad, alle := rand.New(rand.NewPCG(3, 1)), lader(t), bronnen(t)
	var proeven []schemaproef
	for _, soort := range []string{"casus", "werkvorm", "waarden", "antwoordblad"} {
		ids := slices.Sorted(func(yield func(string) bool) {
			for id := range alle[soort] {
				if !yield(id) {
					return
				}
			}
		})
		for i := range steekproef(250) {
			id := ids[i%len(ids)]
			v := alsJSON(t, alle[soort][id])
			wat := verander(r, v)
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			proeven = append(proeven, schemaproef{soort, data, id + ": " + wat, laad(soort, id, data)})
		}
	}
	goed, fout, anders := 0, 0, 0
	for i, past := range keurMetAjv(t, proeven) {
		p := proeven[i]
		zichtbaar := slices.DeleteFunc(slices.Clone(p.fouten), nietInSchema)
		switch {
		case !past && len(p.fouten) == 0:
			t.Errorf("%s %s: the schema refuses what the loader takes", p.Schema, p.naam)
		case past && len(zichtbaar) > 0:
			t.Errorf("%s %s: the schema takes what the loader refuses: %v", p.Schema, p.naam, zichtbaar)
		case past && len(p.fouten) > 0:
			anders++
		case past:
			goed++
		default:
			fout++
		}
	}
	t.Logf("of %d files both take %d and refuse %d; %d have only what no schema can know", len(proeven), goed, fout, anders)
	if goed < len(proeven)/20 || fout < len(proeven)/3 {
		t.Error("there is too little of either")
	}
}

// nietInSchema reports whether a finding hangs on another file or on another place in
// this one, or on what people write in a text.
func nietInSchema(b strict.Bevinding) bool {
	switch b.Soort {
	case strict.FoutVerwijzing, strict.FoutNaam, strict.FoutDubbel, strict.FoutVolgorde, strict.FoutZinnen:
		return true
	}
	if strings.HasSuffix(b.Tekst, ", open") { // one of the two of its pair
		return true
	}
	return slices.ContainsFunc([]string{
		"kan alleen bij een keuze", "minstens twee opties", "horen precies deze", "minstens één stap", "kan alleen bij een reflectie",
		"tussen { en }", `hoort "woorden" of "korter"`, "zoekt geen woord", "doorvragen kan alleen", "vraagt weeg nooit door", "hoort wanneer het geldt",
		"minstens één antwoord", "zijn de opties de regels", `"zonder" kan alleen`, "twee verschillende waarden", "kan niet bij een casus",
		"catalogus", "staat er twee keer", "privévraag", "geen van de twee", "bestaat niet", "onbekende vraag", "er is geen vraag", "is geen vraag",
		"de naam voor", "kan hier nog niet", "afspraken kunnen alleen", "het blok eigen", "hoort bij casus", "hoort bij werkvorm", "twee keer dezelfde", "dit is geen datum",
	}, func(s string) bool { return strings.Contains(b.Tekst, s) })
}

// verander changes one thing in a tree, and says what.
func verander(r *rand.Rand, v any) string {
	type plek struct {
		pad string
		zet func(any)
		weg func()
		nu  any
	}
	var plekken []plek
	var loop func(pad string, v any)
	loop = func(pad string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, w := range v {
				hier := pad + "." + k
				plekken = append(plekken, plek{hier, func(n any) { v[k] = n }, func() { delete(v, k) }, w})
				if k != "antwoorden" && k != "prive" { // which there are, a werkvorm says
					loop(hier, w)
				}
			}
			plekken = append(plekken, plek{pad + ".onbekend", func(any) { v["onbekend"] = "x" }, func() { v["tietel"] = "x" }, nil})
		case []any:
			for i, w := range v {
				hier := fmt.Sprintf("%s[%d]", pad, i)
				plekken = append(plekken, plek{hier, func(n any) { v[i] = n }, nil, w})
				loop(hier, w)
			}
		}
	}
	loop("", v)
	slices.SortFunc(plekken, func(a, b plek) int { return strings.Compare(a.pad, b.pad) })
	p := plekken[r.IntN(len(plekken))]
	if p.weg != nil && r.IntN(3) == 0 {
		p.weg()
		return p.pad + " gone"
	}
	nieuw := []any{nil, "x", "", 3, -1, 2.5, true, []any{}, []any{"x"}, map[string]any{}, map[string]any{"x": 1}, "Een Zin."}[r.IntN(12)]
	p.zet(nieuw)
	return fmt.Sprintf("%s is %#v", p.pad, nieuw)
}
