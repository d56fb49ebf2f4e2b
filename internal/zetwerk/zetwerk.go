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

const (
	tab        = "    "
	weggelaten = "…"
)

// Veilig returns s as a terminal may show it. A control character becomes its
// picture (ESC is ␛), and what has no picture becomes U+FFFD: the C1 controls,
// the characters that turn the reading direction, and invalid UTF-8. A tab
// becomes four spaces. Line ends of any kind become LF, except a lone CR, which
// could overwrite a line and is shown.
func Veilig(s string) string {
	if isVeilig(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteString(tab)
		case r == '\u2028' || r == '\u2029': // line and paragraph separator
			b.WriteByte('\n')
		default:
			b.WriteRune(veiligeRune(r))
		}
	}
	return b.String()
}

// VeiligRegel returns s as Veilig does, on one line: a new line becomes a space.
func VeiligRegel(s string) string {
	return strings.ReplaceAll(Veilig(s), "\n", " ")
}

// isVeilig reports whether s needs no change; most texts don't.
func isVeilig(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if r == '\t' || r == '\u2028' || r == '\u2029' || veiligeRune(r) != r {
			return false
		}
	}
	return true
}

func veiligeRune(r rune) rune {
	switch {
	case r == '\n':
		return r
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
	stukken := splits(regel)
	inspringing := ""
	if len(stukken) > 0 && stukken[0].wit {
		inspringing, stukken = stukken[0].tekst, stukken[1:]
		// Half of the width stays for the words, however deep a line begins.
		inspringing = inspringing[:min(len(inspringing), breedte/2)]
	}
	z := zetter{breedte: breedte, inspringing: inspringing}
	wit := stuk{}
	for _, st := range stukken {
		if st.wit {
			wit = st
			continue
		}
		z.woord(wit, st)
		wit = stuk{}
	}
	return z.klaar()
}

// A stuk is a word or the white space between two words.
type stuk struct {
	tekst   string
	breedte int
	wit     bool
}

// splits cuts a line into words and white space, in turn. Spaces at its begin
// are one stuk of plain spaces.
func splits(regel string) []stuk {
	var stukken []stuk
	rest, begin, eind, staat := regel, 0, 0, -1
	for len(rest) > 0 {
		var teken string
		var breedte int
		teken, rest, breedte, staat = uniseg.FirstGraphemeClusterInString(rest, staat)
		wit := isWit(teken, len(stukken) == 0 || len(stukken) == 1 && stukken[0].wit)
		if n := len(stukken); n == 0 || stukken[n-1].wit != wit {
			begin = eind
			stukken = append(stukken, stuk{wit: wit})
		}
		eind += len(teken)
		laatste := &stukken[len(stukken)-1]
		laatste.tekst = regel[begin:eind]
		laatste.breedte += breedte
	}
	return stukken
}

// isWit reports whether a line may break at teken. At its begin only plain
// spaces count, because those are what indents.
func isWit(teken string, begin bool) bool {
	if begin || teken == " " {
		return teken == " "
	}
	r, n := utf8.DecodeRuneInString(teken)
	if n != len(teken) {
		return false // a space that carries an accent
	}
	switch r {
	case '\u00A0', '\u2007', '\u202F': // spaces that hold words together
		return false
	}
	return unicode.IsSpace(r)
}

// A zetter sets words on lines.
type zetter struct {
	breedte     int
	inspringing string
	regels      []string
	regel       strings.Builder
	vol         int // columns of regel that are taken, when it holds a word
	begonnen    bool
}

// woord sets one word, after white space that is dropped where the line breaks.
func (z *zetter) woord(wit, w stuk) {
	switch {
	case !z.begonnen:
		z.begin()
	case z.vol+wit.breedte+w.breedte <= z.breedte:
		z.regel.WriteString(wit.tekst)
		z.vol += wit.breedte
	default:
		z.sluit()
		z.begin()
	}
	if z.vol+w.breedte <= z.breedte {
		z.regel.WriteString(w.tekst)
		z.vol += w.breedte
		return
	}
	z.breek(w.tekst)
}

// breek sets a word that is longer than a line.
func (z *zetter) breek(woord string) {
	staat := -1
	for len(woord) > 0 {
		var teken string
		var breedte int
		teken, woord, breedte, staat = uniseg.FirstGraphemeClusterInString(woord, staat)
		if z.vol+breedte > z.breedte && z.regel.Len() > len(z.inspringing) {
			z.sluit()
			z.begin()
		}
		if z.vol+breedte > z.breedte { // even alone: without indentation then
			z.regel.Reset()
			z.vol = 0
		}
		z.regel.WriteString(teken)
		z.vol += breedte
	}
}

func (z *zetter) begin() {
	z.regel.WriteString(z.inspringing)
	z.vol = len(z.inspringing)
	z.begonnen = true
}

func (z *zetter) sluit() {
	// A space can be part of a character before it, and be left at the end.
	z.regels = append(z.regels, strings.TrimRight(z.regel.String(), " "))
	z.regel.Reset()
	z.begonnen = false
}

func (z *zetter) klaar() []string {
	if z.begonnen || len(z.regels) == 0 {
		z.sluit()
	}
	return z.regels
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
	past, vol, rest, staat := 0, 0, s, -1
	for len(rest) > 0 {
		var teken string
		var w int
		teken, rest, w, staat = uniseg.FirstGraphemeClusterInString(rest, staat)
		if vol+w > breedte-1 {
			break
		}
		vol += w
		past += len(teken)
	}
	return strings.TrimRight(s[:past], " ") + weggelaten
}
