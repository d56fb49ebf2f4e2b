package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Work is done once: how often one run reads a file, parses it, checks it and
// expands its questions, by the counters of a binary that was built to count.
func TestReadingAFileDoesItsWorkOnce(t *testing.T) {
	t.Parallel()
	alleenHeel(t)
	thuis := t.TempDir()
	programma := filepath.Join(thuis, "weeg-telt.exe")
	draai := func(naam string, args ...string) string {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), naam, args...)
		cmd.Env = append(os.Environ(), "GOCOVERDIR="+thuis, "XDG_STATE_HOME="+thuis, "XDG_DATA_HOME="+thuis)
		uit, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", naam, args, err, uit)
		}
		return string(uit)
	}
	draai("go", "build", "-cover", "-covermode=count", "-coverpkg=./...,ambt.example/weeg/internal/...", "-o", programma, ".")
	bestand := filepath.Join(thuis, "r.md")
	draai(programma, "nieuw", "--antwoorden", filepath.Join("testdata", "koken.yaml"), "--naar", bestand)
	const (
		lezen   = "archief/lees.go LeesBestand"
		parse   = "markdown/lees.go Parse"
		check   = "reflectie/check.go (r Reflectie) Check"
		expand  = "sessie/opbouw.go (s Stand) Expand"
		rewrite = "markdown/herschrijf.go (d *Document) Rewrite"
	)
	for _, test := range []struct {
		args []string
		want map[string]int
	}{
		{[]string{"lees", bestand, "--json"}, map[string]int{lezen: 1, parse: 1, check: 1, expand: 0, rewrite: 0}},
		{[]string{"lees", bestand}, map[string]int{lezen: 1, parse: 1, check: 1, expand: 1, rewrite: 0}},
	} {
		tel := t.TempDir()
		cmd := exec.CommandContext(t.Context(), programma, test.args...)
		cmd.Env = append(os.Environ(), "GOCOVERDIR="+tel, "XDG_STATE_HOME="+thuis, "XDG_DATA_HOME="+thuis)
		if uit, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", test.args, err, uit)
		}
		profiel := filepath.Join(tel, "profiel")
		draai("go", "tool", "covdata", "textfmt", "-i="+tel, "-o="+profiel)
		data, err := os.ReadFile(profiel)
		if err != nil {
			t.Fatal(err)
		}
		for functie, want := range test.want {
			if got := keren(t, string(data), functie); got != want {
				t.Errorf("weeg %s calls %s %d times, want %d", strings.Join(test.args[:1], " "), functie, got, want)
			}
		}
	}
}

// keren tells how often a function was called: how often its first block ran.
func keren(t *testing.T, profiel, functie string) int {
	t.Helper()
	bestand, naam, _ := strings.Cut(functie, " ")
	bron, err := os.ReadFile(filepath.Join("..", "..", "internal", filepath.FromSlash(bestand)))
	if err != nil {
		t.Fatal(err)
	}
	voor, _, ok := strings.Cut(string(bron), "\nfunc "+naam+"(")
	if !ok {
		t.Fatalf("there is no %s in %s", naam, bestand)
	}
	lijn := strings.Count(voor, "\n") + 2
	m := regexp.MustCompile(fmt.Sprintf(`internal/%s:%d\.\d+,\d+\.\d+ \d+ (\d+)`, regexp.QuoteMeta(bestand), lijn)).FindStringSubmatch(profiel)
	if m == nil {
		t.Fatalf("nothing counts %s in line %d of %s", naam, lijn, bestand)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		t.Fatal(err)
	}
	return n
}
