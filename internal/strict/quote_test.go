package strict

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuoteKeepsWordsPlainAndOnlyThose(t *testing.T) {
	for s, want := range map[string]string{
		"veiligheid":         "veiligheid",
		"ruimte-benutten":    "ruimte-benutten",
		"waarde-2":           "waarde-2",
		"ja":                 `"ja"`,
		"null":               `"null"`,
		"true":               `"true"`,
		"no":                 `"no"`,
		"":                   `""`,
		"2026-11-21":         `"2026-11-21"`,
		"1e3":                `"1e3"`,
		"-":                  `"-"`,
		"a b":                `"a b"`,
		"Zei hij \"ja\"\\":   `"Zei hij \"ja\"\\"`,
		"\tx\ny\r":           `"\tx\ny\r"`,
		"\x00\x7f\u0085":     `"\u0000\u007F\u0085"`,
		"\u2028\ufeff\uffff": `"\u2028\uFEFF\uFFFF"`,
		"😀 é":                `"😀 é"`,
	} {
		if got := Quote(s); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func FuzzQuoteIsReadBackExactly(f *testing.F) {
	for _, s := range []string{"", "ja", "null", "~", "a: b", "# x", "\tx\ny", " x ", "\x00\x1b\x7f\u0085\u2028\u2029\ufeff\ufffe\uffff",
		"\U0001F468\u200D\U0001F469", "\U0010FFFF\U0001FFFE", "---", "<<", "*a", "\\", `"`, "'", "a\r\nb", "\u00a0", strings.Repeat("lang ", 500)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		q := Quote(s)
		for doc, text := range map[string]func(*Node) string{
			"a: " + q + "\n":             func(n *Node) string { return n.Velden[0].Waarde.Tekst },
			"- b\n- [" + q + ", x]\n":    func(n *Node) string { return n.Items[1].Items[0].Tekst },
			"{" + q + ": x, y: z} # y\n": func(n *Node) string { return n.Velden[0].Naam },
		} {
			if doc[0] == '{' && (s == "" || s == "y" || len(q) > 1000) {
				continue // no key, the same key twice, and longer than YAML lets a key be
			}
			n, err := Parse("f", []byte(doc), 0)
			if err != nil {
				t.Fatalf("%q: %v", doc, err)
			}
			if got := text(n); got != s {
				t.Errorf("%q is read back as %q", s, got)
			}
		}
	})
}

func TestAanhalingShowsWhatIsInvisibleAndCutsWhatIsLong(t *testing.T) {
	for s, want := range map[string]string{
		"koken":                   `"koken"`,
		"a\x1b[1m\nb":             `"a\x1b[1m\nb"`,
		"rechts\u202elinks":       `"rechts\u202elinks"`,
		"\xff":                    `"\xff"`,
		"één 😀":                   `"één 😀"`,
		strings.Repeat("é", 40):   `"` + strings.Repeat("é", 40) + `"`,
		strings.Repeat("é", 41):   `"` + strings.Repeat("é", 40) + `…"`,
		strings.Repeat("a", 1000): `"` + strings.Repeat("a", 40) + `…"`,
	} {
		if got := Aanhaling(s); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestATextOfMoreLinesIsABlockWhereThatReadsBack(t *testing.T) {
	for s, want := range map[string]string{
		"een":                      "|\n  een",
		"een: b\n\n# twee\n  drie": "|\n  een: b\n\n  # twee\n    drie",
		"---\nx":                   "|\n  ---\n  x",
		"":                         `""`,
		" een":                     `" een"`,
		"een \ntwee":               `"een \ntwee"`,
		"een\ttwee":                `"een\ttwee"`,
		"een\u2028twee":            `"een\u2028twee"`,
		"\xff":                     "\"\ufffd\"",
	} {
		if got := Tekstblok(s, "  "); got != want {
			t.Errorf("%q: got %s, want %s", s, got, want)
		}
	}
}

func FuzzATextOfMoreLinesIsReadBackExactly(f *testing.F) {
	f.Add("een\n\ntwee # x: y\n- z")
	f.Add("  a\n b\n---\n...")
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		doc := "a: " + Tekstblok(s, "  ") + "\nb: x\n"
		n, err := Parse("f", []byte(doc), 0)
		if err != nil {
			t.Fatalf("%q: %v", doc, err)
		}
		want := s
		if doc[len("a: ")] == '|' {
			want += "\n" // as every block ends
		}
		if got := n.Velden[0].Waarde.Tekst; got != want || len(n.Velden) != 2 {
			t.Errorf("%q is read back as %q", want, got)
		}
	})
}
