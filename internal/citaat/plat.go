package citaat

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	reEntiteit   = regexp.MustCompile(`^&(?:#|[A-Za-z][A-Za-z0-9]+(?:;|$))`) // what follows the text may end one
	reLetterlijk = regexp.MustCompile(`\\([!-/:-@\[-\x60{-~])`)
)

// Plat writes a text on one line so that nothing in it means anything in
// Markdown, wherever on a line it stands, not even a comment's end. It writes no
// entities, and shows what is invisible.
func Plat(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	var b strings.Builder
	vorige := ' '
	cijfers := true // no other character came before
	for i, r := range s {
		if isOnzichtbaar(r) {
			r = '\ufffd'
		}
		if strings.ContainsRune("\\`*_[]<|~$", r) ||
			i == 0 && strings.ContainsRune("-+=:>", r) ||
			i > 0 && cijfers && (r == '.' || r == ')') ||
			vorige == ' ' && r == '#' || // of a heading's begin, or its end
			vorige == '-' && r == '-' ||
			r == '&' && reEntiteit.MatchString(s[i:]) {
			b.WriteByte('\\')
		}
		cijfers = cijfers && r >= '0' && r <= '9'
		vorige = r
		b.WriteRune(r)
	}
	return b.String()
}

// isOnzichtbaar reports whether a character shows nothing of itself. Those that
// join others, as in an emoji, do.
func isOnzichtbaar(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200c' && r != '\u200d'
}

// Ontplat takes the backslashes of Plat out of a line again. One that escapes
// nothing stays.
func Ontplat(s string) string { return reLetterlijk.ReplaceAllString(s, "$1") }
