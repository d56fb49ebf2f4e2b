package zetwerk

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
)

func TestVeiligShowsWhatATerminalWouldObey(t *testing.T) {
	tests := []struct{ naam, s, want string }{
		{"plain", "Eén café\nmet 🙂", "Eén café\nmet 🙂"},
		{"escape", "\x1b[2Jweg", "␛[2Jweg"},
		{"title", "\x1b]0;x\x07", "␛]0;x␇"},
		{"nul and delete", "a\x00b\x7fc", "a␀b␡c"},
		{"one-byte controls", "a\u009b2Jb\u0085c", "a\uFFFD2Jb\uFFFDc"},
		{"lone return", "echt\rnep", "echt␍nep"},
		{"return and new line", "een\r\ntwee", "een\ntwee"},
		{"turned direction", "a\u202Eb\u2066c\u2069", "a\uFFFDb\uFFFDc\uFFFD"},
		{"separators", "a\u2028b\u2029c", "a\nb\nc"},
		{"tab", "a\tb", "a    b"},
		{"not UTF-8", "a\xffb\x9bc", "a\uFFFDb\uFFFDc"},
		{"joined emoji stay", "👩‍🚒 🏳️‍🌈", "👩‍🚒 🏳️‍🌈"},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Veilig(test.s)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if got, want := VeiligRegel("een\ntwee\r\n\x1b"), "een twee ␛"; got != want {
		t.Errorf("VeiligRegel: %q, want %q", got, want)
	}
}

func TestAfbrekenWrapsAtWords(t *testing.T) {
	tests := []struct {
		naam, s string
		breedte int
		want    []string
	}{
		{"fits", "een twee", 8, []string{"een twee"}},
		{"wraps", "een twee drie", 8, []string{"een twee", "drie"}},
		{"line ends stay", "een\n\ntwee\n", 20, []string{"een", "", "twee", ""}},
		{"empty", "", 20, []string{""}},
		{"only spaces", "   ", 20, []string{""}},
		{"indentation stays", "  een twee drie", 10, []string{"  een twee", "  drie"}},
		{"tab indents", "\teen", 10, []string{"    een"}},
		{"deep indentation leaves room", strings.Repeat(" ", 30) + "een twee", 8, []string{"    een", "    twee"}},
		{"spaces inside stay", "a  b c", 6, []string{"a  b c"}},
		{"spaces at the break go", "aaa   bbb  ", 5, []string{"aaa", "bbb"}},
		{"long word", "in vergunningaanvraagprocedure nu", 10, []string{"in", "vergunning", "aanvraagpr", "ocedure nu"}},
		{"long word with indentation", "  abcdef", 5, []string{"  abc", "  def"}},
		{"wide", "你好 世界", 5, []string{"你好", "世界"}},
		{"wide word is cut", "你好世界", 5, []string{"你好", "世界"}},
		{"emoji stays whole", "👩‍🚒👩‍🚒👩‍🚒", 4, []string{"👩‍🚒👩‍🚒", "👩‍🚒"}},
		{"accent stays on its letter", "e\u0301e\u0301e\u0301", 2, []string{"e\u0301e\u0301", "e\u0301"}},
		{"too wide for the line", "a你b", 1, []string{"a", "你", "b"}},
		{"width below one", "ab", 0, []string{"a", "b"}},
		{"fixed space holds", "aa art.\u00A05 bb", 8, []string{"aa", "art.\u00A05", "bb"}},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Afbreken(test.s, test.breedte)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAfbrekenOfAVeryLongWordIsNotSlow(t *testing.T) {
	// Quadratic work would take minutes here.
	regels := Afbreken(strings.Repeat("x", 2_000_000), 80)
	if got, want := len(regels), 25_000; got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
}

func TestAlineaPutsItsPrefixesBeforeLinesThatFit(t *testing.T) {
	for _, test := range []struct {
		s           string
		eerst, rest string
		want        []string
	}{
		{"een twee drie", "- ", "  ", []string{"- een", "  twee", "  drie"}},
		{"een\n\ntwee", "  ", "  ", []string{"  een", "", "  twee"}},
		{"\x1b[1m", "", "", []string{"␛[1m"}},
		{"", "> ", "> ", []string{">"}},
	} {
		if diff := cmp.Diff(test.want, Alinea(test.s, 7, test.eerst, test.rest)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.s, diff)
		}
	}
}

func TestInkortenCutsToTheWidth(t *testing.T) {
	for _, test := range []struct {
		s       string
		breedte int
		want    string
	}{
		{"koken", 5, "koken"},
		{"koken", 4, "kok…"},
		{"een twee", 5, "een…"},
		{"你好世界", 8, "你好世界"},
		{"你好世界", 6, "你好…"},
		{"e\u0301e\u0301e\u0301", 2, "e\u0301…"},
		{"een\ntwee", 20, "een twee"},
		{"koken", 1, "…"},
		{"koken", -3, "…"},
		{"", 0, ""},
	} {
		got := Inkorten(test.s, test.breedte)
		if got != test.want {
			t.Errorf("Inkorten(%q, %d) = %q, want %q", test.s, test.breedte, got, test.want)
		}
	}
}

func zaden(f *testing.F) {
	for _, s := range []string{"", "\u0603 x", "\u200d🚁", "een twee\n  drie", "\x1b[31m\r\n\u202E", "你好 👩‍🚒\u0301 \u0301", "🇳🇱🇧🇪🇳🇱",
		"a\u2028b\tc\xff", "\u200d\ufe0f ❤\ufe0f", " \ufe0fx y", "  \u3000\u3000a b", "\u2e3b\u2e3b"} {
		f.Add(s, 7)
		f.Add(s, 1)
	}
}

func FuzzVeilig(f *testing.F) {
	zaden(f)
	f.Fuzz(func(t *testing.T, s string, _ int) {
		got := Veilig(s)
		if !utf8.ValidString(got) {
			t.Errorf("%q is not UTF-8", got)
		}
		for _, r := range got {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) && r >= '\u202A') {
				t.Errorf("%q holds %U", got, r)
			}
		}
		if again := Veilig(got); again != got {
			t.Errorf("twice gives %q, once %q", again, got)
		}
		if strings.Contains(VeiligRegel(s), "\n") {
			t.Errorf("VeiligRegel(%q) has more than one line", s)
		}
	})
}

func FuzzAfbreken(f *testing.F) {
	zaden(f)
	f.Fuzz(func(t *testing.T, s string, breedte int) {
		breedte %= 200
		s = Veilig(s)
		regels := Afbreken(s, breedte)
		for _, regel := range regels {
			if strings.Contains(regel, "\n") {
				t.Errorf("line %q holds a line end", regel)
			}
			if Breedte(regel) > max(breedte, 1) && uniseg.GraphemeClusterCount(regel) > 1 {
				t.Errorf("line %q is %d wide, want %d", regel, Breedte(regel), breedte)
			}
			if strings.HasSuffix(regel, " ") {
				t.Errorf("line %q ends in a space", regel)
			}
		}
		if diff := cmp.Diff(letters(s), letters(strings.Join(regels, "\n"))); diff != "" {
			t.Errorf("text changed (-want +got):\n%s", diff)
		}
		if kort := Inkorten(s, breedte); Breedte(kort) > max(breedte, 1) {
			t.Errorf("Inkorten gives %q, %d wide, want %d", kort, Breedte(kort), breedte)
		}
	})
}

// letters is s without its white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
