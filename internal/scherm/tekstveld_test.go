package scherm

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

func newTekstproef(tekst string) *tekstveld {
	return newTekstveld(sessie.Vraag{Antwoord: reflectie.Tekst(tekst)}, newStijl(false))
}

// Who comes back to a list finds the items, and adds to them.
func TestAListComesBackAsItStands(t *testing.T) {
	veld := newTekstveld(sessie.Vraag{Soort: casus.Lijst, Antwoord: reflectie.Lijst("Bellen.", "Wachten.")}, newStijl(false))
	if d := veld.Daad(); veld.tekst() != "Bellen.\nWachten." || d.Soort != gesprek.Overslaan {
		t.Errorf("it stands there as %q, and going on does %v", veld.tekst(), d)
	}
	veld.Toets(toets(t, "enter"))
	veld.Toets(toets(t, "X"))
	if d := veld.Daad(); d.Antwoord.Tekst() != "Bellen.\nWachten.\nX" {
		t.Errorf("after one more it is %q", d.Antwoord.Tekst())
	}
}

func TestEditingText(t *testing.T) {
	for _, test := range []struct {
		naam, begin string
		toetsen     []string
		wil         string // with | where the cursor is
	}{
		{"left and right", "abc", []string{"left", "left", "X", "right", "Y"}, "aXbY|c"},
		{"a new line in the middle", "abcd", []string{"left", "left", "enter"}, "ab\n|cd"},
		{"backspace joins lines", "ab\ncd", []string{"home", "backspace"}, "ab|cd"},
		{"delete joins lines", "ab\ncd", []string{"up", "end", "delete"}, "ab|cd"},
		{"backspace at the very begin", "ab", []string{"home", "backspace"}, "|ab"},
		{"delete at the very end", "ab", []string{"delete"}, "ab|"},
		{"a letter with a loose accent is one", "ae\u0301", []string{"backspace"}, "a|"},
		{"a family is one", "a👨‍👩‍👧b", []string{"left", "backspace"}, "a|b"},
		{"word to the left", "een twee", []string{"ctrl+left", "X"}, "een X|twee"},
		{"word to the right", "een twee", []string{"home", "ctrl+right", "X"}, "eenX| twee"},
		{"delete a word", "een twee ", []string{"ctrl+w"}, "een |"},
		{"delete to the begin", "een\ntwee", []string{"left", "ctrl+u"}, "een\n|e"},
		{"delete to the end", "een\ntwee", []string{"home", "right", "ctrl+k"}, "een\nt|"},
		{"up keeps the column", "lange regel\nx\nlange regel", []string{"up", "up"}, "lange regel|\nx\nlange regel"},
		{"up on the first line goes to its begin", "abc", []string{"up"}, "|abc"},
		{"down on the last line goes to its end", "abc", []string{"home", "down"}, "abc|"},
		{"the whole text", "een\ntwee", []string{"ctrl+home", "X", "ctrl+end", "Y"}, "Xeen\ntweeY|"},
		{"alt and a letter type nothing", "a", []string{"alt+x"}, "a|"},
		{"an unknown key types nothing", "a", []string{"ctrl+o", "esc"}, "a|"},
	} {
		t.Run(test.naam, func(t *testing.T) {
			veld := newTekstproef(test.begin)
			veld.View(80, 5)
			for _, naam := range test.toetsen {
				veld.Toets(toets(t, naam))
			}
			regels := slices.Clone(veld.regels)
			regels[veld.rij] = regels[veld.rij][:veld.kol] + "|" + regels[veld.rij][veld.kol:]
			if diff := cmp.Diff(test.wil, strings.Join(regels, "\n")); diff != "" {
				t.Errorf("text and cursor (-want +got):\n%s", diff)
			}
		})
	}
}

func TestUpAndDownFollowTheWrappedLines(t *testing.T) {
	veld := newTekstproef("een twee drie vier vijf zes")
	veld.View(13, 5) // ten columns of text: "een twee ", "drie vier ", "vijf zes"
	veld.Toets(toets(t, "up"))
	veld.Toets(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("X")})
	if got, want := veld.tekst(), "een twee drie vieXr vijf zes"; got != want {
		t.Errorf("typed at %q; want %q", got, want)
	}
}

func TestTheBoxGrowsAndThenScrolls(t *testing.T) {
	veld := newTekstproef("")
	if wens, _ := veld.Hoogte(40); wens != 4 {
		t.Errorf("an empty box wants %d lines", wens)
	}
	veld.voegIn("1\n2\n3\n4\n5\n6")
	if wens, _ := veld.Hoogte(40); wens != 7 {
		t.Errorf("a box of six lines wants %d", wens)
	}
	laat := func(wil ...string) {
		t.Helper()
		var got []string
		for _, regel := range veld.View(40, 3) {
			got = append(got, strings.TrimSpace(strings.TrimPrefix(ansi.Strip(regel), "│")))
		}
		if diff := cmp.Diff(wil, got); diff != "" {
			t.Errorf("lines in sight (-want +got):\n%s", diff)
		}
	}
	laat("↑ 4", "5", "6")
	for range 5 {
		veld.Toets(toets(t, "up"))
	}
	laat("1", "2", "↓ 3")
	veld.Toets(toets(t, "ctrl+end"))
	laat("↑ 4", "5", "6")
	for range 8 { // what is deleted makes room for what stood above
		veld.Toets(toets(t, "backspace"))
	}
	laat("1", "2", "")
}

func TestTextIsNeverWiderThanItsBox(t *testing.T) {
	for _, tekst := range []string{strings.Repeat("woord ", 30), strings.Repeat("x", 100), strings.Repeat("字", 50),
		"\t\t\ttabs\t\t\t\t\teinde", strings.Repeat(" ", 90) + "x", strings.Repeat("👨‍👩‍👧", 20), "kort"} {
		veld := newTekstproef("")
		veld.voegIn(tekst)
		for range 120 {
			for _, regel := range veld.View(24, 6) {
				if b := zetwerk.Breedte(ansi.Strip(regel)); b > 24 {
					t.Fatalf("%q: a line of %d columns in a box of 24: %q", tekst, b, ansi.Strip(regel))
				}
			}
			if n := strings.Count(strings.Join(veld.View(24, 6), ""), merk); n != 1 {
				t.Fatalf("%q: %d cursors in sight", tekst, n)
			}
			veld.Toets(toets(t, "left"))
		}
	}
}

func TestALongTextStaysQuickToType(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	veld := newTekstproef(strings.Repeat("Een zin van een gewone lengte, zoals mensen die schrijven. ", 20_000)) // a line of 1 MB
	begin := time.Now()
	for range 5 {
		veld.Toets(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("x")})
		veld.View(80, 20)
	}
	if duur := time.Since(begin); duur > 5*time.Second {
		t.Errorf("five keys in a line of 1 MB take %v", duur)
	}
}

func FuzzTekstveld(f *testing.F) {
	f.Add("een twee\ndrie", "lruduxeb")
	f.Add("e\u0301👨‍👩‍👧\t x", "bbdwklhe")
	f.Add("\xff\xfe\r\n", "xdb")
	f.Fuzz(func(t *testing.T, tekst, toetsen string) {
		if len(toetsen) > 200 || len(tekst) > 2000 {
			return
		}
		veld := newTekstproef("")
		veld.voegIn(tekst)
		if got := veld.tekst(); got != strings.ToValidUTF8(tekst, "\uFFFD") {
			t.Fatalf("pasted %q, got %q", tekst, got)
		}
		namen := map[rune]string{'l': "left", 'r': "right", 'u': "up", 'd': "down", 'b': "backspace", 'x': "delete",
			'w': "ctrl+left", 'W': "ctrl+right", 'h': "home", 'e': "end", 'n': "enter", 'k': "ctrl+k", 'p': "pgup", 'P': "pgdown"}
		for _, r := range toetsen {
			naam, ok := namen[r]
			if !ok {
				naam = "é"
			}
			veld.Toets(toets(t, naam))
			regels := veld.View(12, 3)
			if len(regels) != 3 || strings.Count(strings.Join(regels, ""), merk) != 1 {
				t.Fatalf("after %q: no cursor in %q", naam, regels)
			}
			if !utf8.ValidString(veld.tekst()) {
				t.Fatalf("after %q: a letter is cut in two: %q", naam, veld.tekst())
			}
		}
	})
}

// What a key changed can be undone, also what it wiped, and done again.
func TestWhatChangesATextCanBeUndoneAndDoneAgain(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	tekst := func(want string) {
		t.Helper()
		if got := p.m.veld.(*tekstveld).tekst(); got != want {
			t.Errorf("the text is %q, want %q", got, want)
		}
	}
	p.typ("Eerst").toets(" ").typ("bellen").toets("enter").plak("en dan\nlangsgaan")
	p.toets("ctrl+u")
	tekst("Eerst bellen\nen dan\n")
	for _, want := range []string{"Eerst bellen\nen dan\nlangsgaan", "Eerst bellen\n", "Eerst bellen", "Eerst", "", ""} {
		p.toets("ctrl+z")
		tekst(want)
	}
	for range 4 {
		p.toets("ctrl+y")
	}
	tekst("Eerst bellen\nen dan\nlangsgaan")
	p.toets("backspace", "backspace", "backspace").toets("ctrl+z")
	tekst("Eerst bellen\nen dan\nlangsgaan")
	p.toets("backspace").typ("!").toets("ctrl+y") // there is nothing to do again after another change
	tekst("Eerst bellen\nen dan\nlangsgaa!")
	p.toets("home", "backspace", "backspace", "up", "home", "backspace", "ctrl+z") // the last of these changed nothing
	tekst("Eerst bellen\nen dan\nlangsgaa!")
}

func TestAWipedLineComesBack(t *testing.T) {
	p := newProef(t, vraag(casus.Regeltekst), 80, 24).typ("De buurman").toets("ctrl+u", "ctrl+z")
	p.toont("De buurman").toets("enter").wil(antwoord("De buurman"))
}

// The bar beside a text that does not fit says where there is more of it.
func TestATextSaysThatThereIsMoreOfIt(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 40, 12)
	p.typ("een").toontNiet("↑ ")
	p.plak("\n2\n3\n4\n5\n6\n7\n8\nnegen").toont("↑ ").toontNiet("↓ ")
	p.toets("ctrl+home").toont("│ een", "↓ ")
	p.toontNiet("↑ ")
}
