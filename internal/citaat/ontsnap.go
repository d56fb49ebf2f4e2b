package citaat

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// ontsnapping is one of our escapes, or a text that looks like one: of <, or of
// a backslash, [, ^, : or a control character by its number. New lines and tabs are
// text; a carriage return stands in no answer.
const ontsnapping = `&(?:amp;)*(?:lt|#(?:[0-8]|1[124-9]|2[0-9]|3[01]|58|9[124]|12[789]|1[345][0-9]));`

// They take long to compile, and most texts never need them.
var (
	reTeken = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(ontsnapping + `|<[A-Za-z/!?]|\[\^\[?|\^\[|\]:|\\+(?:[ \t]|<[A-Za-z/!?]?|\[\^\[?|\^\[|$)|[\x00-\x08\x0b-\x1f\x7f-\x{9f}]`)
	})
	reOntsnapping = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(ontsnapping + `|\\<`) })
)

// ontsnap escapes what could lead out of a block quote, and nothing else:
// Markdown in an answer must still render. A < could begin HTML that never
// ends, [^ and ^[ a footnote that is shown elsewhere, ]: a link definition that vanishes
// and changes other answers; control characters do not survive editors. A
// backslash at the end of a line would be a hard break, and one before white
// space gets there when a line is wrapped; one before < reads as an escape, and
// one before what we write would end ours. A
// text that looks like one of these escapes gets one more amp; and stays text.
func ontsnap(lijn string) string {
	if !strings.ContainsAny(lijn, `&<[]\`) && !strings.ContainsFunc(lijn, unicode.IsControl) { // most lines, at a tenth of the time
		return lijn
	}
	return reTeken().ReplaceAllStringFunc(lijn, func(s string) string {
		switch s[0] {
		case '&':
			return "&amp;" + s[1:]
		case '<':
			return "&lt;" + s[1:]
		case '[': // not the ^: after a real [, cmark-gfm takes it for a footnote all the same, and the page ends there
			return "&#91;" + ontsnap(s[1:])
		case '^':
			return strings.Replace(s, "^[", "&#94;[", 1)
		case ']':
			return "]&#58;"
		case '\\':
			rest := strings.TrimLeft(s, `\`)
			return strings.Repeat("&#92;", len(s)-len(rest)) + ontsnap(rest)
		}
		r, _ := utf8.DecodeRuneInString(s)
		return "&#" + strconv.Itoa(int(r)) + ";"
	})
}

// herstel undoes ontsnap, exactly; and the \< that a formatter or a person
// writes, which ontsnap never does.
func herstel(lijn string) string {
	if !strings.ContainsAny(lijn, `&\`) {
		return lijn
	}
	return reOntsnapping().ReplaceAllStringFunc(lijn, func(s string) string {
		switch {
		case s == `\<` || s == "&lt;":
			return "<"
		case strings.HasPrefix(s, "&amp;"):
			return "&" + s[len("&amp;"):]
		}
		code, _ := strconv.Atoi(s[len("&#") : len(s)-1])
		return string(rune(code))
	})
}
