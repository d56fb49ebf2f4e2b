package strict

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Quote writes s as a YAML scalar on one line that reads back as exactly s: as
// it is when it is a word like an id that no YAML reader takes for something
// else, and between double quotes otherwise, where what turns the reading direction
// stands by its number. Bytes that are not UTF-8 become U+FFFD.
func Quote(s string) string {
	if len(s) <= 100 && reGewoon().MatchString(s) && !IsWaarde(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 2)
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"', r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\u0085', r == '\u2028', r == '\u2029', r == '\ufeff', !mag(r), Keert(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// Tekstblok writes s as the value of a field of which the lines stand after inspring: as a
// block, as people write texts of more than one line, which reads back as s and a new
// line; where no block can hold it, or YAML could read it otherwise, as Quote does.
func Tekstblok(s, inspring string) string {
	lijnen := strings.Split(s, "\n")
	vreemd := func(r rune) bool {
		return r == '\t' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029' || r == '\ufeff' || !mag(r) || Keert(r)
	}
	rafelt := func(lijn string) bool { return strings.TrimRight(lijn, " ") != lijn }
	if s == "" || strings.TrimSpace(s) != s || !utf8.ValidString(s) || strings.ContainsFunc(strings.ReplaceAll(s, "\n", ""), vreemd) ||
		slices.ContainsFunc(lijnen, rafelt) {
		return Quote(s)
	}
	var b strings.Builder
	b.WriteString("|")
	for _, lijn := range lijnen {
		b.WriteByte('\n')
		if lijn != "" {
			b.WriteString(inspring + lijn)
		}
	}
	return b.String()
}

// Keert reports whether r turns the reading direction, so that a text shows
// otherwise than it is.
func Keert(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// reGewoon matches a word like an id.
var reGewoon = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[a-z](?:[a-z0-9-]*[a-z0-9])?$`)
})

// IsWaarde reports whether some YAML reader takes a word, of which capitals do
// not count, for a value.
func IsWaarde(woord string) bool {
	return slices.Contains([]string{"null", "true", "false", "yes", "no", "on", "off", "y", "n", "ja", "nee"}, strings.ToLower(woord))
}

// Aanhaling puts a word from a file between straight quotes, for a finding:
// what is invisible becomes visible, and a long word is cut to 40 characters.
func Aanhaling(s string) string {
	const lengte = 40
	n := 0
	for i := range s {
		if n == lengte {
			s = s[:i] + "…"
			break
		}
		n++
	}
	return strconv.Quote(s)
}

// HeleAanhaling puts the name of a file, or an id, between straight quotes: whole and as it
// is typed, so that one can find it.
func HeleAanhaling(s string) string { return `"` + zichtbaar(s) + `"` }

// Bedoelt asks whether somebody who wrote woord means the candidate that looks like it,
// which stands there whole, to be typed; where none does it is anders.
func Bedoelt(woord string, kandidaten []string, anders string) string {
	return BedoeltU(Lijkt(woord, kandidaten), anders)
}

// BedoeltU is Bedoelt of what is found already; "" is nothing.
func BedoeltU(lijkt, anders string) string {
	if lijkt == "" {
		return anders
	}
	return "bedoelt u " + HeleAanhaling(lijkt) + "?"
}

// zichtbaar makes what a terminal would not show, or would obey, visible in a file name.
func zichtbaar(s string) string {
	var b strings.Builder
	for _, r := range s {
		if unicode.IsPrint(r) && r != utf8.RuneError {
			b.WriteRune(r)
			continue
		}
		b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
	}
	return b.String()
}

// Wikkel breaks a text into lines of at most n characters, as a comment or a block has
// them; a longer word stands on a line of its own.
func Wikkel(tekst string, n int) []string {
	var lijnen []string
	lengte := 0
	for _, woord := range strings.Fields(tekst) {
		w := utf8.RuneCountInString(woord)
		if len(lijnen) > 0 && lengte+1+w <= n {
			lijnen[len(lijnen)-1] += " " + woord
			lengte += 1 + w
			continue
		}
		lijnen = append(lijnen, woord)
		lengte = w
	}
	return lijnen
}
