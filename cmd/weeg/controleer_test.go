package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// keurmap is a folder with all files in which some rule finds something.
func keurmap(t *testing.T) string {
	t.Helper()
	map_ := t.TempDir()
	paden, err := filepath.Glob("../../internal/keuring/testdata/*.txtar")
	if err != nil || len(paden) < 30 {
		t.Fatal(len(paden), err)
	}
	for _, pad := range paden {
		archief, err := txtar.ParseFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archief.Files {
			soort, naam, _ := strings.Cut(f.Name, "/")
			if soort != "fout" {
				continue
			}
			hier := filepath.Join(map_, "een map", strings.TrimSuffix(filepath.Base(pad), ".txtar"))
			if err := os.MkdirAll(hier, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(hier, naam), f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return map_
}

// controleer runs weeg controleer in a folder, and returns what it finds and its exit code.
func controleer(t *testing.T, dir string, args ...string) (string, int) {
	t.Helper()
	cmd := weeg(t, t.TempDir(), append([]string{"controleer"}, args...)...)
	cmd.Dir = dir
	uit, err := cmd.Output()
	if klaar := (*exec.ExitError)(nil); err != nil && !errors.As(err, &klaar) {
		t.Fatal(err)
	}
	return string(uit), cmd.ProcessState.ExitCode()
}

// What a forge reads to show findings is as its own schema wants it.
func TestSARIFPassesItsSchema(t *testing.T) {
	t.Parallel()
	schema := npm(t, "sarif-schema-2.1.0.json")[0]
	for _, dir := range []string{keurmap(t), t.TempDir()} {
		if err := os.MkdirAll(filepath.Join(dir, "reflecties"), 0o755); err != nil {
			t.Fatal(err)
		}
		uit, code := controleer(t, dir, "--formaat", "sarif", ".")
		if code > 1 {
			t.Fatal(code, uit)
		}
		bestand := filepath.Join(dir, "uit.sarif")
		if err := os.WriteFile(bestand, []byte(uit), 0o644); err != nil {
			t.Fatal(err)
		}
		const keur = `const Ajv = require("ajv-draft-04"), lees = f => JSON.parse(require("fs").readFileSync(f, "utf8"))
			const ajv = new Ajv({strict: false, allErrors: true})
			require("ajv-formats")(ajv)
			const ok = ajv.validate(lees(process.argv[1]), lees(process.argv[2]))
			if (!ok) { console.log(JSON.stringify(ajv.errors, null, 1)); process.exit(1) }`
		cmd := exec.CommandContext(t.Context(), "node", "-e", keur, schema, bestand)
		cmd.Env = append(os.Environ(), "NODE_PATH="+filepath.Join(os.Getenv("WEEG_NPM"), "node_modules"))
		if zegt, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, zegt)
		}
	}
}

// With what inrichten writes for a forge, each fault and each warning is shown at its line.
func TestAForgeShowsAFaultAtItsLine(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../internal/cli/inrichten/.github/weeg-meldingen.json")
	if err != nil {
		t.Fatal(err)
	}
	var matchers struct {
		ProblemMatcher []struct {
			Severity string
			Pattern  []struct {
				Regexp                            string
				File, Line, Column, Code, Message int
			}
		}
	}
	if err := json.Unmarshal(data, &matchers); err != nil {
		t.Fatal(err)
	}
	uit, code := controleer(t, keurmap(t), ".")
	if code != 1 {
		t.Fatal(code, uit)
	}
	gevonden := map[string]int{}
	for lijn := range strings.Lines(uit) {
		for _, m := range matchers.ProblemMatcher {
			p := m.Pattern[0]
			delen := regexp.MustCompile(p.Regexp).FindStringSubmatch(strings.TrimSuffix(lijn, "\n"))
			if delen == nil {
				continue
			}
			gevonden[m.Severity]++
			if want := delen[p.File] + ":" + delen[p.Line] + ":" + delen[p.Column] + ": "; !strings.HasPrefix(lijn, want) || !strings.HasSuffix(delen[p.File], ".md") && !strings.HasSuffix(delen[p.File], ".yaml") {
				t.Errorf("%q is taken apart as %q", lijn, delen)
			}
		}
	}
	if want := map[string]int{"error": strings.Count(uit, ": fout["), "warning": strings.Count(uit, ": waarschuwing[")}; gevonden["error"] != want["error"] || gevonden["warning"] != want["warning"] || want["error"] < 10 {
		t.Errorf("a forge shows %v of %v", gevonden, want)
	}
}
