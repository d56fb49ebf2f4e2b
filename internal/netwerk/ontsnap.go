package netwerk

import (
	"html"
	"strings"
	"unicode/utf8"
)

// Ontsnap writes text as XML and HTML take it, between tags and between double
// quotation marks. A control character shows as its picture; what has none, or
// turns the direction in which text is read, becomes U+FFFD.
func Ontsnap(s string) string { return html.EscapeString(strings.Map(zichtbaar, s)) }

func zichtbaar(r rune) rune {
	switch {
	case r == '\n', r == '\t':
		return r
	case r < 0x20:
		return '\u2400' + r
	case r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r&0xfffe == 0xfffe:
		return utf8.RuneError
	}
	return r
}
