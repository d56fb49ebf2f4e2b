package main

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// A lijstregel is a line of a list, with its number.
type lijstregel struct {
	nummer int
	groep  string // the comment above it
	tekst  string
}

func leesLijst(t *testing.T, pad string) []lijstregel {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	var alle []lijstregel
	groep := ""
	for i, r := range strings.Split(string(data), "\n") {
		if r = strings.TrimSpace(r); strings.HasPrefix(r, "#") {
			groep = r
		} else if r != "" {
			alle = append(alle, lijstregel{i + 1, groep, r})
		}
	}
	return alle
}

// opAlfabet compares words as a list has them, in which a name may also be a word.
func opAlfabet(a, b string) int {
	return cmp.Or(strings.Compare(strings.ToLower(a), strings.ToLower(b)), strings.Compare(a, b))
}

// spelwoorden returns the words of a text as they are written, with one kind of
// apostrophe. What has a digit or a mark inside is a number, a name of a file
// or a key; what begins with a colon or two dashes is typed as it is.
func spelwoorden(s string) []string {
	var alle []string
	for w := range strings.FieldsSeq(s) {
		if strings.HasPrefix(w, ":") || strings.HasPrefix(w, "--") {
			continue
		}
		w = strings.TrimFunc(strings.ReplaceAll(w, "'", "’"), func(r rune) bool { return !isLetterOfCijfer(r) })
		isWoord := !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '-' })
		if isWoord && utf8.RuneCountInString(w) > 1 {
			alle = append(alle, w)
		}
	}
	return alle
}

// onbekend asks hunspell which of these words it does not know. Where it or its
// Dutch dictionary is not installed, the test is skipped.
func onbekend(t *testing.T, woorden []string) map[string]bool {
	t.Helper()
	pad, err := exec.LookPath("hunspell")
	if err != nil {
		t.Skip("hunspell is not installed; on Debian: apt-get install hunspell hunspell-nl")
	}
	var uit, fout bytes.Buffer
	cmd := exec.Command(pad, "-d", "nl_NL", "-i", "utf-8", "-l")
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "HOME="+t.TempDir()) // no words of the one who runs this
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(strings.Join(woorden, "\n")+"\n"), &uit, &fout
	if err := cmd.Run(); err != nil {
		t.Skipf("hunspell has no dictionary nl_NL (%v); on Debian: apt-get install hunspell-nl\n%s", err, fout.String())
	}
	alle := map[string]bool{}
	for w := range strings.FieldsSeq(uit.String()) {
		alle[w] = true
		if !slices.Contains(woorden, w) {
			t.Errorf("hunspell reads %q, which is only a part of a word", w)
		}
	}
	return alle
}

// spelling reports each word that neither hunspell nor the list knows, at the
// first place where it stands, and each word of the list that is not needed.
func spelling(t *testing.T, teksten []tekst, lijst []lijstregel) []bevinding {
	t.Helper()
	var woorden []string
	waar := map[string]string{}
	add := func(w, plek string) {
		if _, ok := waar[w]; !ok {
			waar[w] = plek
			woorden = append(woorden, w)
		}
	}
	for _, tk := range teksten {
		for _, w := range spelwoorden(tk.tekst) {
			add(w, tk.waar)
		}
	}
	inTeksten := len(woorden)
	for _, r := range lijst {
		add(r.tekst, "")
	}
	fout := onbekend(t, woorden)
	var alle []bevinding
	gebruikt := map[string]bool{}
	for _, w := range woorden[:inTeksten] {
		i := slices.IndexFunc(lijst, func(r lijstregel) bool { return r.is(w) })
		if i >= 0 {
			gebruikt[lijst[i].tekst] = true
		} else if fout[w] {
			alle = append(alle, bevinding{waar[w], fmt.Sprintf("hunspell does not know %q", w), "mend it, or add it to testdata/taal/woorden.txt"})
		}
	}
	for i, r := range lijst {
		plek := fmt.Sprintf("testdata/taal/woorden.txt:%d", r.nummer)
		switch {
		case !fout[r.tekst]:
			alle = append(alle, bevinding{plek, fmt.Sprintf("hunspell knows %q", r.tekst), "take it out"})
		case !gebruikt[r.tekst]:
			alle = append(alle, bevinding{plek, fmt.Sprintf("no text has %q", r.tekst), "take it out"})
		}
		if i > 0 && r.groep == lijst[i-1].groep && opAlfabet(lijst[i-1].tekst, r.tekst) >= 0 {
			alle = append(alle, bevinding{plek, fmt.Sprintf("%q is out of order", r.tekst), "sort the group"})
		}
	}
	return alle
}

// is reports whether a word is this one of the list: at the start of a sentence
// it has a capital, and a name can have an s behind it.
func (r lijstregel) is(w string) bool {
	eerste, n := utf8.DecodeRuneInString(r.tekst)
	if unicode.IsUpper(eerste) {
		return w == r.tekst || w == r.tekst+"s" || w == r.tekst+"’s"
	}
	return w == r.tekst || w == string(unicode.ToUpper(eerste))+r.tekst[n:]
}
