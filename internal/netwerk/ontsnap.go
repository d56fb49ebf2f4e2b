package netwerk

import (
	"strings"
	"unicode/utf8"
)

// Ontsnap writes text as XML and HTML take it, between tags and between double
// quotation marks. A control character shows as its picture; what has none, or
// turns the direction in which text is read, becomes U+FFFD.
func Ontsnap(s string) string {
	if !strings.ContainsFunc(s, moetAnders) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for _, r := range s {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&#34;")
		case r == '\'':
			b.WriteString("&#39;")
		case r < 0x20 && moetAnders(r):
			b.WriteRune('\u2400' + r)
		case moetAnders(r):
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// moetAnders reports whether a character cannot stand there as it is.
func moetAnders(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r < 0x20, r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r&0xfffe == 0xfffe:
		return true
	}
	return strings.ContainsRune(`&<>"'`, r)
}
