package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// schrijfReflectie makes a reflectie of an answer file in testdata, in thuis.
func schrijfReflectie(t testing.TB, thuis, blad, naar string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + blad)
	if err != nil {
		t.Fatal(err)
	}
	if _, fout, code := draai(t, thuis, string(data), "nieuw", "--antwoorden", "-", "--naar", naar); code != 0 {
		t.Fatal(fout)
	}
}

// gouden compares with a file in testdata, which WEEG_BIJWERKEN=1 writes anew.
func gouden(t *testing.T, naam, got string) {
	t.Helper()
	pad := filepath.Join("testdata", naam)
	if os.Getenv("WEEG_BIJWERKEN") != "" {
		if err := os.WriteFile(pad, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s looks otherwise; WEEG_BIJWERKEN=1 writes it anew:\n%s", naam, d)
	}
}

// opTerminal runs weeg on a terminal to its end, and returns what it wrote, with
// ESC as ␛.
func opTerminal(t *testing.T, thuis string, breed, hoog int, omgeving []string, args ...string) string {
	t.Helper()
	cmd := weeg(t, thuis, args...)
	cmd.Env = append(cmd.Env, omgeving...)
	z := newTerminal(t, cmd, breed, hoog)
	if code := z.klaar(); code != 0 {
		t.Fatalf("ends with %d: %s", code, z.rauw())
	}
	return strings.NewReplacer("\r\n", "\n", "\x1b", "␛").Replace(z.rauw())
}

// A reflectie on terminals of three widths, without colour, for a screen reader
// and in a pipe: all that Markdown has, a table that fits and one that doesn't,
// the waardenetwerk, and private answers.
func TestLeesLooksTheSameEachTime(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "lezen.yaml", "r.md")
	for naam, uit := range map[string]string{
		"lees-40.txt":          opTerminal(t, thuis, 40, 400, nil, "lees", "r.md"),
		"lees-80.txt":          opTerminal(t, thuis, 80, 400, nil, "lees", "r.md"),
		"lees-120.txt":         opTerminal(t, thuis, 120, 400, nil, "lees", "r.md"),
		"lees-zonderkleur.txt": opTerminal(t, thuis, 80, 400, []string{"NO_COLOR=1"}, "lees", "r.md"),
		"lees-voorgelezen.txt": opTerminal(t, thuis, 80, 400, []string{"ACCESSIBLE=1"}, "lees", "r.md"),
	} {
		gouden(t, naam, uit)
		if !strings.Contains(uit, "(privé)") || !strings.Contains(uit, "nergens") {
			t.Errorf("%s does not show the private answer as such", naam)
		}
	}
	uit, fout, code := draaiLos(t, thuis, "", "lees", "r.md")
	if code != 0 || fout != "" {
		t.Fatal(code, fout)
	}
	gouden(t, "lees-pipe.txt", uit)
}

// Colours, and whatever else a terminal obeys, are on a terminal alone.
func TestOnlyATerminalGetsCodes(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "lezen.yaml", "r.md")
	kleurloos := opTerminal(t, thuis, 80, 400, []string{"NO_COLOR=1"}, "lees", "r.md")
	if strings.Contains(kleurloos, "␛[3") || strings.Contains(kleurloos, "␛[4") {
		t.Error("NO_COLOR leaves a colour:\n" + kleurloos)
	}
	for _, omgeving := range []string{"TERM=dumb", "ACCESSIBLE=1"} {
		if kaal := opTerminal(t, thuis, 80, 24, []string{omgeving}, "lees", "r.md"); strings.Contains(kaal, "␛") {
			t.Errorf("%s gets codes:\n%s", omgeving, kaal)
		}
	}
	if uit, _, _ := draaiLos(t, thuis, "", "lees", "r.md"); strings.Contains(uit, "\x1b") {
		t.Error("a pipe gets codes:\n" + uit)
	}
}

// Private answers are on a terminal alone, and there too not when they are not wanted.
func TestPrivateAnswersStayOnTheTerminal(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "lezen.yaml", "r.md")
	const geheim = "nergens"
	if uit := opTerminal(t, thuis, 80, 400, nil, "lees", "r.md", "--zonder-prive"); strings.Contains(uit, geheim) || strings.Contains(uit, "privé") {
		t.Error("--zonder-prive shows it:\n" + uit)
	}
	for _, args := range [][]string{{"lees", "r.md"}, {"lees", "r.md", "--json"}, {"lees", "r.md", "--formaat", "html"}, {"lees", "r.md", "--naar", "r.txt"},
		{"lees", "r.md", "--naar", "r.html"}, {"netwerk", "r.md"}, {"netwerk", "r.md", "--formaat", "html"}, {"netwerk", "r.md", "--formaat", "json"}} {
		if uit, fout, code := draaiLos(t, thuis, "", args...); code != 0 || strings.Contains(uit+fout, geheim) {
			t.Errorf("weeg %s gives %d, or the private answer:\n%s%s", strings.Join(args, " "), code, uit, fout)
		}
	}
	for _, args := range [][]string{{"lees", "r.md", "--naar", "t.txt"}, {"lees", "r.md", "--naar", "t.html"}, {"lees", "r.md", "--formaat", "html"}, {"lees", "r.md", "--json"}, {"netwerk", "r.md"}} {
		if uit := opTerminal(t, thuis, 80, 400, nil, args...); strings.Contains(uit, geheim) {
			t.Errorf("weeg %s writes the private answer to a terminal that did not ask for a page to read", strings.Join(args, " "))
		}
	}
	bestanden, err := filepath.Glob(filepath.Join(thuis, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, pad := range bestanden {
		if data, err := os.ReadFile(pad); err == nil && strings.Contains(string(data), geheim) {
			t.Errorf("the private answer is in %s", filepath.Base(pad))
		}
	}
}
