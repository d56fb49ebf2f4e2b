package cli

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
)

var (
	reHek     = regexp.MustCompile("(?ms)^(```+)([a-z]*)\n(.*?)^```+$")
	reCode    = regexp.MustCompile("`([^`\n]+)`")
	reVanWeeg = regexp.MustCompile(`(?m)(?:^|[\s("'/\\])weeg((?: [^|;&<>()'\n]*)?)(?:$|[|;&<>()'\n])`)
)

// opdrachtenIn are the commands of weeg that a page shows, without the word weeg: in
// what can be copied and between backticks.
func opdrachtenIn(md string) (alle [][]string) {
	code := ""
	for _, m := range reHek.FindAllStringSubmatch(md, -1) {
		if !slices.Contains([]string{"yaml", "sql", "markdown"}, m[2]) {
			code += m[3]
		}
	}
	for _, m := range reCode.FindAllStringSubmatch(reHek.ReplaceAllString(md, ""), -1) {
		code += m[1] + "\n"
	}
	for _, m := range reVanWeeg.FindAllStringSubmatch(code, -1) {
		alle = append(alle, splits(strings.ReplaceAll(m[1], "...", "")))
	}
	return alle
}

// What somebody copies from the README or from a page of weeg uitleg is a command that
// weeg knows, with options that it knows, once a name stands where one goes.
func TestEveryCommandOnAPageIsOneThatWeegKnows(t *testing.T) {
	t.Parallel()
	w := wereldVan(t)
	paden, err := filepath.Glob("uitleg/*.md")
	if err != nil {
		t.Fatal(err)
	}
	aantal := 0
	for _, pad := range append(paden, "../../README.md") {
		data, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		for _, woorden := range opdrachtenIn(string(data)) {
			ingevuld := casus.Elk(woorden, strings.ToLower)
			if err := ontleed(w, ingevuld); err != nil {
				t.Errorf("%s: weeg %s: %v", pad, strings.Join(woorden, " "), err)
			}
			aantal++
		}
	}
	if aantal < 100 {
		t.Errorf("the pages show only %d commands", aantal)
	}
	for _, fout := range []string{"onzin", "casus onzin", "nieuw --onzin", "nieuw een twee", "delen"} {
		if err := ontleed(w, strings.Fields(fout)); err == nil {
			t.Errorf("weeg %s passes for a command", fout)
		}
	}
}

// ontleed reads what is typed after weeg as weeg does, and stops before it does it.
func ontleed(w Wereld, woorden []string) error {
	plek, err := newPlek(w)
	if err != nil {
		return err
	}
	cmd, rest, err := bouw(w, plek, newSein()).Find(woorden)
	if err != nil {
		return err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return err
	}
	if help, _ := cmd.Flags().GetBool("help"); help {
		return nil
	}
	if cmd.HasSubCommands() && cmd.HasParent() {
		return errors.New("it only holds others")
	}
	return cmd.ValidateArgs(cmd.Flags().Args())
}

func wereldVan(t *testing.T) Wereld {
	t.Helper()
	thuis := t.TempDir()
	return Wereld{
		OS:      "linux",
		Getenv:  func(naam string) string { return map[string]string{"HOME": thuis}[naam] },
		Werkmap: func() (string, error) { return thuis, nil },
	}
}

func TestAPageIsTakenApart(t *testing.T) {
	t.Parallel()
	md := "# Titel\n\nEen `weeg a`\nalinea.\n```sh\n# geen titel\n\n- geen punt\n```\n- een\n  punt\n- nog een\n\n## Kop\nTekst:\n  weeg a\n    b\nMeer\n"
	want := []stuk{
		{stukTitel, "Titel"}, {stukAlinea, "Een `weeg a` alinea."}, {stukLetterlijk, "# geen titel\n\n- geen punt\n"},
		{stukPunt, "een punt"}, {stukPunt, "nog een"}, {stukKop, "Kop"},
		{stukAlinea, "Tekst:"}, {stukLetterlijk, "weeg a\n  b\n"}, {stukAlinea, "Meer"},
	}
	if d := cmp.Diff(want, stukken(md), cmp.AllowUnexported(stuk{})); d != "" {
		t.Errorf("wanted (-) and found (+):\n%s", d)
	}
	b := &bladzij{breedte: 24}
	b.stukken(want)
	lees := "Titel\n=====\n\nEen \"weeg a\" alinea.\n\n  # geen titel\n\n  - geen punt\n\n- een punt\n- nog een\n\nKop\n---\n\nTekst:\n\n  weeg a\n    b\n\nMeer\n"
	if d := cmp.Diff(lees, b.String()); d != "" {
		t.Errorf("wanted (-) and shown (+):\n%s", d)
	}
}

// What can be copied stays whole on the smallest usual terminal, and in a man page there.
func TestWhatCanBeCopiedFromAPageFitsTheScreen(t *testing.T) {
	t.Parallel()
	for _, blad := range uitlegbladen() {
		for _, s := range stukken(blad.tekst) {
			for lijn := range strings.Lines(s.tekst) {
				if n := len([]rune(strings.TrimSuffix(lijn, "\n"))); s.soort == stukLetterlijk && n > 73 {
					t.Errorf("%s: a line of %d characters: %s", blad.onderwerp, n, lijn)
				}
			}
		}
	}
}
