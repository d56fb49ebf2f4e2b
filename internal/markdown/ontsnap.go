package markdown

import (
	"strconv"
	"strings"
	"unicode"
)

// nietIngevuld is what stands under a question without an answer.
const nietIngevuld = "*niet ingevuld*"

// citaat writes a text as a block quote, a line each, without a new line at its end.
func citaat(tekst string) string {
	var b strings.Builder
	b.Grow(len(tekst) + len(tekst)/16 + 8)
	for regel := range strings.SplitSeq(ontsnap(tekst), "\n") {
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteByte('>')
		if regel != "" {
			b.WriteByte(' ')
			b.WriteString(regel)
		}
	}
	return b.String()
}

// ontsnap escapes what could lead out of a block quote, and nothing else:
// Markdown in an answer must still render. A < would begin HTML that may never
// end, [^ a footnote that is shown elsewhere, ]: a link definition that vanishes
// and changes other answers; control characters do not survive editors. A text
// that looks like one of these escapes gets one more amp; so that it stays text.
func ontsnap(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	var b strings.Builder
	b.Grow(len(s) + len(s)/16)
	klaar := 0
	vervang := func(i, n int, door string) {
		b.WriteString(s[klaar:i])
		b.WriteString(door)
		klaar = i + n
	}
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '&':
			if _, _, ok := ontsnapping(s[i:]); ok {
				vervang(i, 1, "&amp;")
			}
		case c == '<':
			vervang(i, 1, "&lt;")
		case c == '[' && strings.HasPrefix(s[i:], "[^"):
			vervang(i, 2, "[&#94;")
		case c == ']' && strings.HasPrefix(s[i:], "]:"):
			vervang(i, 2, "]&#58;")
		case c < 0x20 && isOntsnapt(int(c)), c == 0x7f:
			vervang(i, 1, "&#"+strconv.Itoa(int(c))+";")
		case c == 0xc2 && s[i+1] <= 0x9f: // a C1 control; valid UTF-8 has its second byte
			vervang(i, 2, "&#"+strconv.Itoa(int(s[i+1]))+";")
		}
	}
	b.WriteString(s[klaar:])
	return b.String()
}

// herstel undoes ontsnap, exactly.
func herstel(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			if b.Len() == 0 {
				return s
			}
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		s = s[i:]
		n, teken, ok := ontsnapping(s)
		switch {
		case !ok:
			b.WriteByte('&')
			s = s[1:]
		case strings.HasPrefix(s, "&amp;"):
			b.WriteByte('&')
			b.WriteString(s[len("&amp;"):n])
			s = s[n:]
		default:
			b.WriteRune(teken)
			s = s[n:]
		}
	}
}

// ontsnapping reports whether s begins with one of our escapes, with any number
// of amp; in it, how long it is, and which character it stands for.
func ontsnapping(s string) (n int, teken rune, ok bool) {
	n = 1
	for strings.HasPrefix(s[n:], "amp;") {
		n += len("amp;")
	}
	if strings.HasPrefix(s[n:], "lt;") {
		return n + len("lt;"), '<', true
	}
	if !strings.HasPrefix(s[n:], "#") {
		return 0, 0, false
	}
	n++
	code, cijfers := 0, 0
	for ; cijfers < 3 && n < len(s) && s[n] >= '0' && s[n] <= '9'; cijfers++ {
		code = code*10 + int(s[n]-'0')
		n++
	}
	if n >= len(s) || s[n] != ';' || cijfers == 0 || len(strconv.Itoa(code)) != cijfers || !isOntsnapt(code) {
		return 0, 0, false
	}
	return n + 1, rune(code), true
}

// isOntsnapt reports whether a character is escaped by its number: ^ and : in
// their places, and control characters. New lines and tabs are text; a carriage
// return stands in no answer.
func isOntsnapt(code int) bool {
	switch code {
	case '\n', '\t', '\r':
		return false
	case '^', ':':
		return true
	}
	return code < 0x20 || code >= 0x7f && code <= 0x9f
}

// plat writes a text on one line so that nothing in it means anything in
// Markdown, wherever on a line it stands, and what is invisible shows.
func plat(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '\ufffd'
		}
		return r
	}, s)
	var b strings.Builder
	begin := true // only digits so far
	for i, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|~&$^", r) ||
			i == 0 && strings.ContainsRune("-+=:!", r) ||
			begin && i > 0 && (r == '.' || r == ')') {
			b.WriteByte('\\')
		}
		begin = begin && r >= '0' && r <= '9'
		b.WriteRune(r)
	}
	return b.String()
}

// ontplat takes the backslashes of plat out of a line again.
func ontplat(regel string) string {
	var b strings.Builder
	for i := 0; i < len(regel); i++ {
		if regel[i] == '\\' && i+1 < len(regel) {
			i++
		}
		b.WriteByte(regel[i])
	}
	return b.String()
}

// alineas writes prose of a casus as paragraphs, line by line as it was written.
func alineas(s string) string {
	var regels []string
	for regel := range strings.SplitSeq(s, "\n") {
		regel = plat(regel)
		if regel == "" && (len(regels) == 0 || regels[len(regels)-1] == "") {
			continue
		}
		regels = append(regels, regel)
	}
	return strings.TrimRight(strings.Join(regels, "\n"), "\n")
}

// isMerk reports whether a key can stand in a marker, as that of an answer: it
// has a dot, or is one of the two answers with a name of their own that are texts.
func isMerk(sleutel string) bool {
	if !strings.Contains(sleutel, ".") {
		return sleutel == "rol" || sleutel == "terugblik"
	}
	if strings.Contains(sleutel, "--") || strings.HasSuffix(sleutel, "-") {
		return false
	}
	return strings.IndexFunc(sleutel, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(".+-_", r)
	}) < 0
}
