package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"testing"
)

// What somebody is told to type works when it is typed over, and only a command is changed.
func TestACommandIsToldAsThePersonStartsWeeg(t *testing.T) {
	t.Parallel()
	for tekst, want := range map[string]string{
		"Ga verder met: weeg verder koken-k3x9":          "Ga verder met: ./weeg verder koken-k3x9",
		"weeg nieuw":                                     "./weeg nieuw",
		"typ weeg casus lijst of weeg werkvorm lijst":    "typ ./weeg casus lijst of ./weeg werkvorm lijst",
		"Weeg kent \"x\" niet; typ weeg --help":          "Weeg kent \"x\" niet; typ ./weeg --help",
		"de opdracht \"weeg antwoordblad x\" toont ze":   "de opdracht \"./weeg antwoordblad x\" toont ze",
		"Lees er een met: weeg uitleg ONDERWERP.":        "Lees er een met: ./weeg uitleg ONDERWERP.",
		"weeg leest hoogstens 10 lagen; weeg eerst zelf": "weeg leest hoogstens 10 lagen; weeg eerst zelf",
		"Uw reflectie staat in ~/weeg verder/een.md":     "Uw reflectie staat in ~/weeg verder/een.md",
		"ik overweeg nieuw beleid":                       "ik overweeg nieuw beleid",
	} {
		if got := (&Terminal{Zelf: "./weeg"}).zo(tekst); got != want {
			t.Errorf("%q is told as %q", tekst, got)
		}
		if got := (&Terminal{}).zo(tekst); got != tekst {
			t.Errorf("%q is told as %q to who types weeg", tekst, got)
		}
	}
}

// In an error a command is changed as well, and the name of a file is not.
func TestAnErrorTellsACommandAsThePersonStartsWeeg(t *testing.T) {
	t.Parallel()
	w := Wereld{Terminal: &Terminal{Zelf: "./weeg"}}
	for tekst, want := range map[string]string{
		"weeg kent de opdracht \"zzz\" niet; typ weeg --help": "Weeg kent de opdracht \"zzz\" niet; typ ./weeg --help",
		"kies:\n  weeg verder --toegankelijk   het gesprek":   "Kies:\n  ./weeg verder --toegankelijk   het gesprek",
		"\"weeg nieuw.md\" bestaat al":                        "\"weeg nieuw.md\" bestaat al",
		"~/p weeg nieuw/r.md:3:1: dit kan niet":               "~/p weeg nieuw/r.md:3:1: dit kan niet",
	} {
		if got := w.foutmelding(errors.New(tekst)); got != want {
			t.Errorf("%q is told as %q, want %q", tekst, got, want)
		}
	}
}

// What people called their file stays so in a command that holds it, and what is to be run
// in another folder names no program in this one.
func TestACommandKeepsWhatPeopleWroteAndWorksWhereItIsRun(t *testing.T) {
	t.Parallel()
	var fout bytes.Buffer
	w := Wereld{Fout: &fout, Terminal: &Terminal{Zelf: "./weeg"}}
	w.opdracht("weeg casus proef 'Wij weeg nieuw/x.yaml'")
	if got, want := fout.String(), "  ./weeg casus proef 'Wij weeg nieuw/x.yaml'\n"; got != want {
		t.Errorf("it tells to type %q, not %q", got, want)
	}
	b := &bladzij{breedte: 80, aan: w.Terminal}
	b.stukken(stukken("```\n(cd klad && weeg kompas)\n```\n\n```\nweeg kompas\n```\n"))
	if got, want := b.String(), "  (cd klad && weeg kompas)\n\n  ./weeg kompas\n"; got != want {
		t.Errorf("a page has\n%s\nand not\n%s", got, want)
	}
}

// A page that is Markdown elsewhere reads as text: without marks, drawings and escapes, and
// with the words of people as they typed them.
func TestAPageOfMarkdownReadsAsText(t *testing.T) {
	t.Parallel()
	b := &bladzij{breedte: 80, aan: &Terminal{Zelf: "./weeg"}}
	b.markdown("# Overleg\n\n```mermaid\ngraph LR\n```\n\n## Oneens <!-- weeg:oneens -->\n\n> Ik bel eerst.\\\n> \\[2\\] &lt;b&gt; typ weeg nieuw\n\n- Een punt\n")
	want := "Overleg\n=======\n\n\nOneens\n------\n\n> Ik bel eerst.\n> [2] <b> typ weeg nieuw\n\n- Een punt\n"
	if got := b.String(); got != want {
		t.Errorf("it reads\n%s\nand not\n%s", got, want)
	}
}

// Every command is one that is told so.
func TestEveryCommandIsToldAsThePersonStartsWeeg(t *testing.T) {
	t.Parallel()
	re := regexp.MustCompile("^(" + opdrachten + ")$")
	for _, naam := range append(onder(bouw(Wereld{}, plek{}, nil)), "help") {
		if !re.MatchString(naam) {
			t.Errorf("weeg %s is not known as a command", naam)
		}
	}
}

// A name that a shell finds needs nothing before it.
func TestHowWeegIsStartedAgain(t *testing.T) {
	hier := t.TempDir()
	if err := os.WriteFile(filepath.Join(hier, "weeg"), []byte("#!/bin/sh\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Chdir(hier)
	t.Setenv("PATH", t.TempDir())
	in := "." + string(filepath.Separator) + "weeg"
	for naam, want := range map[string]string{
		"weeg":                           "",
		in:                               in,
		filepath.Join(hier, "weeg"):      in,
		filepath.Join("een map", "weeg"): schelp(runtime.GOOS, filepath.Join("een map", "weeg")),
		filepath.Join("x&y(1)", "weeg"):  schelp(runtime.GOOS, filepath.Join("x&y(1)", "weeg")),
		"afwegen":                        "afwegen",
		"e\x1b[31m/weeg":                 "",
	} {
		if got := zelf(naam); got != want {
			t.Errorf("who typed %s is told to type %q, want %q", naam, got, want)
		}
	}
	t.Setenv("PATH", hier)
	if got := zelf(in); got != "" && runtime.GOOS != "windows" { // which looks for weeg.exe
		t.Errorf("weeg is found, and still %q is told", got)
	}
}
