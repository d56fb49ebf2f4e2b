// Package zetwerk turns text into lines that a terminal can show: safe to
// print, and no wider than asked.
//
// It never writes to a terminal, knows nothing of colours or questions, and
// changes nothing of what is kept: only of what is shown.
package zetwerk

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

const tab = "    "

// Veilig returns s as a terminal may show it. A control character becomes its
// picture (ESC is ␛), and what has no picture becomes U+FFFD: the C1 controls,
// the characters that turn the reading direction, and invalid UTF-8. A tab
// becomes four spaces. Line ends of any kind become LF, except a lone CR, which
// could overwrite a line and is shown.
func Veilig(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.ReplaceAll(s, "\t", tab)
	return strings.Map(veiligeRune, s)
}

// VeiligRegel returns s as Veilig does, on one line: a new line becomes a space.
func VeiligRegel(s string) string {
	return strings.ReplaceAll(Veilig(s), "\n", " ")
}

func veiligeRune(r rune) rune {
	switch {
	case r == '\n' || r == '\u2028' || r == '\u2029': // line and paragraph separator
		return '\n'
	case r < 0x20:
		return '\u2400' + r // the pictures of the controls, in the same order
	case r == 0x7F:
		return '\u2421' // ␡
	case r >= 0x80 && r <= 0x9F, r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return utf8.RuneError
	}
	return r
}

// Breedte returns how many columns s takes on a terminal.
func Breedte(s string) int { return uniseg.StringWidth(s) }

// Afbreken returns s as lines of at most breedte columns, at least 1. Lines
// break between words; a longer word is broken itself. The line ends of s stay,
// and so does the indentation of a line, also where it goes on. Only a single
// character that is wider than breedte gets a line that is too wide.
func Afbreken(s string, breedte int) []string {
	breedte = max(breedte, 1)
	s = strings.ReplaceAll(s, "\t", tab)
	var regels []string
	for regel := range strings.SplitSeq(s, "\n") {
		regels = append(regels, breekRegel(regel, breedte)...)
	}
	return regels
}

// breekRegel wraps one line.
func breekRegel(regel string, breedte int) []string {
	diep := 0
	for g := uniseg.NewGraphemes(regel); g.Next() && g.Str() == " "; {
		diep++
	}
	// Half of the width stays for the words, however deep a line begins.
	inspringing := regel[:min(diep, breedte/2)]
	regels := Vouw(regel[diep:], breedte-len(inspringing))
	for i, deel := range regels {
		deel = strings.TrimRightFunc(deel, isWit)
		if len(inspringing)+Breedte(deel) <= breedte { // else it is one wide character, without indentation
			deel = inspringing + deel
		}
		// A space can be part of a character before it, and be left at the end.
		regels[i] = strings.TrimRight(deel, " ")
	}
	return regels
}

// Vouw returns the parts of a line, at least one, that each take at most
// breedte columns when they are shown as VeiligRegel does. A line breaks after
// white space, or within a word that is wider than the line. White space at the
// end of a part hangs over its edge, so that nothing is left out.
func Vouw(regel string, breedte int) []string {
	var delen []string
	begin, woord := 0, 0  // where this part and the last word begin
	vol, woordVol := 0, 0 // how wide they are so far
	for rest, staat := regel, -1; rest != ""; {
		var teken string
		hier, breed := len(regel)-len(rest), 1
		teken, rest, _, staat = uniseg.FirstGraphemeClusterInString(rest, staat)
		if len(teken) > 1 || teken[0] < ' ' || teken[0] > '~' { // most are one column, at a tenth of the time
			breed = Breedte(VeiligRegel(teken))
		}
		eind := hier + len(teken)
		wit := isWitTeken(teken)
		if !wit && vol+breed > breedte && woord > begin {
			delen = append(delen, regel[begin:woord])
			begin, vol = woord, woordVol
		}
		if !wit && vol+breed > breedte && hier > begin {
			delen = append(delen, regel[begin:hier])
			begin, vol = hier, 0
			woord, woordVol = hier, 0
		}
		vol += breed
		woordVol += breed
		if wit {
			woord, woordVol = eind, 0
		}
	}
	return append(delen, regel[begin:])
}

// isWitTeken reports whether a line may break after teken. A space that carries
// an accent holds on to what is next to it.
func isWitTeken(teken string) bool {
	r, n := utf8.DecodeRuneInString(teken)
	return n == len(teken) && isWit(r)
}

// isWit reports whether r is white space, but none that holds words together.
func isWit(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00A0' && r != '\u2007' && r != '\u202F'
}

// Alinea returns a text as lines that a terminal can show, no wider than
// breedte: the first with eerst before it, the others with rest. No line ends
// in a space.
func Alinea(tekst string, breedte int, eerst, rest string) []string {
	regels := Afbreken(Veilig(tekst), breedte-max(Breedte(eerst), Breedte(rest)))
	voor := eerst
	for i, regel := range regels {
		regels[i] = strings.TrimRight(voor+regel, " ")
		voor = rest
	}
	return regels
}

// Inkorten returns s on one line of at most breedte columns, at least 1. What
// does not fit makes place for "…".
func Inkorten(s string, breedte int) string {
	s = strings.ReplaceAll(s, "\n", " ")
	breedte = max(breedte, 1)
	if Breedte(s) <= breedte {
		return s
	}
	past, vol := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next(); {
		vol += g.Width()
		if vol > breedte-1 {
			break
		}
		past += len(g.Str())
	}
	return strings.TrimRight(s[:past], " ") + "…"
}
