package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// schillen are the shells in which completion is tried: without what anybody set in
// them, and with the lines that put the script of weeg in them. The prompt comes
// last, and is typed otherwise than it shows.
var schillen = map[string]struct {
	programma   string
	args, begin []string
}{
	"bash": {"bash", []string{"--norc", "--noprofile"}, []string{"source <(weeg aanvulling bash)", "bind 'set show-all-if-ambiguous on'", "bind 'set completion-query-items 0'",
		"bind 'set page-completions off'", "PS1='ge''reed> '"}},
	"zsh":                 {"zsh", []string{"-f"}, []string{"autoload -U compinit", "compinit -D", "source <(weeg aanvulling zsh)", "LISTMAX=1000", "PS1='ge''reed> '"}},
	"zsh, from a package": {"zsh", []string{"-f"}, []string{"mkdir functies", "weeg aanvulling zsh >functies/_weeg", "fpath=($PWD/functies $fpath)", "autoload -U compinit", "compinit -D", "LISTMAX=1000", "PS1='ge''reed> '"}},
	"fish":                {"fish", []string{"--no-config"}, []string{"weeg aanvulling fish | source", "function fish_prompt; echo -n 'ge''reed> '; end"}},
}

// gereed is that prompt. achter is typed after a tab: once it is there, so is all
// that the tab gave.
const (
	gereed = "gereed>"
	achter = "#daarna"
)

// newSchil starts a shell on a terminal. Where there is none of that name, the
// test is skipped.
func newSchil(t testing.TB, thuis, naam string) *terminal {
	t.Helper()
	schil := schillen[naam]
	pad, err := exec.LookPath(schil.programma)
	if err != nil {
		t.Skipf("there is no %s here: .ci/run installs it", schil.programma)
	}
	cmd := weeg(t, thuis, schil.args...)
	cmd.Path, cmd.Args[0] = pad, schil.programma
	z := newTerminal(t, cmd, 180, 150)
	for _, regel := range schil.begin {
		z.typ(regel + enter)
	}
	z.ziet(gereed)
	return z
}

// regel puts a line in the place of what was typed.
func (z *terminal) regel(regel string) {
	z.t.Helper()
	z.typ("\x15\x0c")
	z.wacht("nothing but the prompt", func(beeld string) bool { return beeld == gereed })
	z.typ(regel)
	z.ziet(regel)
}

// vult presses tab, and returns what that puts on the terminal, also what goes
// again when one types on.
func (z *terminal) vult() string {
	z.t.Helper()
	n := len(z.rauw())
	z.typ(tab, achter)
	z.ziet(achter)
	return z.rauw()[n:]
}

// eigenConcept leaves a concept on a situation of one's own.
func eigenConcept(t testing.TB, thuis string) {
	t.Helper()
	if _, fout, code := draai(t, thuis, "De sleutel van de kast\nIlse vraagt erom.\n.\n:stop\n", "nieuw", "--eigen", "--werkvorm", "kort", "--toegankelijk"); code != 4 {
		t.Fatal(code, fout)
	}
}

// In each shell that weeg has a script for, tab gives what can stand there, with
// what it is called, and no file of the folder where none can be meant.
func TestTabGivesNamesInARealShell(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	thuis := t.TempDir()
	if err := os.WriteFile(filepath.Join(thuis, "kladje.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	begonnen(t, thuis, "koken-in-het-schoolgebouw")
	begonnen(t, thuis, "na-het-incident")
	eigenConcept(t, thuis)
	for s, naam := range slices.Sorted(maps.Keys(schillen)) {
		t.Run(naam, func(t *testing.T) {
			t.Parallel()
			z := newSchil(t, thuis, naam)
			for i, c := range []struct {
				regel string
				wil   []string
			}{
				{"weeg nieuw ", []string{"koken-in-het-schoolgebouw", "Koken in het oude schoolgebouw", "na-het-incident", "Na het incident"}},
				{"weeg nieuw kok", []string{"en-in-het-schoolgebouw"}},
				{"weeg nieuw koken-in-het-schoolgebouw --rol ", []string{"handhaver", "Gemeentelijk handhaver", "rijk", "Ambtenaar bij het Rijk"}},
				{"weeg nieuw --werkvorm=", []string{"kort", "Kort wegen", "waardenweging", "Waardenweging"}},
				{"weeg nieuw --werkvorm=ko", []string{"rt"}},
				{"weeg nieuw --werkvorm ", []string{"kort", "Kort wegen"}},
				{"weeg verder ", []string{"koken-in-het-schoolgebouw-", "Koken in het oude schoolgebouw", "na-het-incident-", "Na het incident", "eigen-", "De sleutel van de kast"}},
				{"weeg concept toon ei", []string{"gen-"}},
				{"weeg nieuw --", []string{"--werkvorm", "de werkvorm; zie weeg werkvorm lijst"}},
				{"weeg help ", []string{"werkvorm", "antwoordblad"}},
				{"weeg nieuw --door ", nil},
				{"weeg casus lijst ", nil},
				{"weeg lees kla", []string{"dje.txt"}},
				{"weeg nieuw --naar kla", []string{"dje.txt"}},
				{"weeg nieuw --naar=kla", []string{"dje.txt"}},
			} {
				if !heel() && i%len(schillen) != s { // each line in another shell
					continue
				}
				z.regel(c.regel)
				got := z.vult()
				for _, want := range c.wil {
					if !strings.Contains(got, want) {
						t.Errorf("%s⇥ does not give %q:\n%q", c.regel, want, got)
					}
				}
				if strings.Contains(got, "kladje.txt") && !strings.HasSuffix(c.regel, "kla") {
					t.Errorf("%s⇥ gives a file:\n%q", c.regel, got)
				}
				if strings.Contains(got, "`") {
					t.Errorf("%s⇥ gives marks:\n%q", c.regel, got)
				}
			}
		})
	}
}

// BenchmarkAanvulling times what a tab takes beside a hundred concepts: weeg alone
// beside a program that does nothing, and in each shell from the tab to all of the
// list beside a weeg that does nothing.
func BenchmarkAanvulling(b *testing.B) {
	thuis, leeg, echt := b.TempDir(), niets(b, "weeg"), bouw(b, "weeg", ".")
	honderdConcepten(b, thuis)
	for naam, args := range map[string][]string{"niets": {leeg}, "versie": {echt, "--versie"}, "weeg": {echt, "__complete", "verder", ""}} {
		b.Run(naam, func(b *testing.B) {
			for b.Loop() {
				cmd := weeg(b, thuis, args[1:]...)
				cmd.Path = args[0]
				if uit, err := cmd.Output(); err != nil || naam == "weeg" && strings.Count(string(uit), "\t") != 100 {
					b.Fatalf("%v\n%s", err, uit)
				}
			}
		})
	}
	for schil := range schillen {
		for naam, pad := range map[string]string{"": echt, "-niets": leeg} {
			b.Run(schil+naam, func(b *testing.B) {
				z := newSchil(b, thuis, schil)
				for b.Loop() {
					b.StopTimer()
					z.regel(pad + " concept toon ")
					b.StartTimer()
					if n := strings.Count(z.vult(), "koken-in-het-schoolgebouw-"); n < 50 && pad == echt {
						b.Fatalf("tab gives %d concepts", n)
					}
				}
			})
		}
	}
}

// honderdConcepten leaves a hundred concepts: half of them on a situation of one's own.
func honderdConcepten(b *testing.B, thuis string) {
	b.Helper()
	begonnen(b, thuis, "koken-in-het-schoolgebouw")
	eigenConcept(b, thuis)
	paden, err := filepath.Glob(filepath.Join(thuis, ".local", "state", "weeg", "concepten", "*.json"))
	if err != nil || len(paden) != 2 {
		b.Fatal(paden, err)
	}
	for _, pad := range paden {
		data, err := os.ReadFile(pad)
		if err != nil {
			b.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(pad), ".json")
		for i := range 49 {
			ander := fmt.Sprintf("%s%02da", id[:len(id)-3], i)
			// The id ends in what chance gave it, which may be this very one.
			if ander == id {
				ander = id[:len(id)-3] + "99a"
			}
			if err := os.WriteFile(filepath.Join(filepath.Dir(pad), ander+".json"), bytes.ReplaceAll(data, []byte(id), []byte(ander)), 0o600); err != nil {
				b.Fatal(err)
			}
		}
	}
}
