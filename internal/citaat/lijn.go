package citaat

import (
	"regexp"
	"strings"
	"sync"
)

var (
	reKop   = regexp.MustCompile(`^#{1,6}(?: |$)`)
	reHek   = regexp.MustCompile("^(?:`{3,}[^`]*|~{3,}.*)$")
	reItem  = regexp.MustCompile(`^ {0,3}(?:[-+*]|[0-9]{1,9}[.)])(?:[ \t]|$)`)
	reKaal  = regexp.MustCompile(`^(?:[-+*]|1[.)]) +$`)
	reTabel = regexp.MustCompile(`^\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$`)
)

// What begins HTML anywhere, and a tag that does so only after a blank line. They
// take long to compile, and most texts never need them.
var (
	reHTML = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^<(?:!--|!\[CDATA\[|![a-z]|\?|(?:pre|script|style|textarea)(?:[ >]|$)|` +
			`/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|` +
			`dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|` +
			`main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|` +
			`thead|title|tr|track|ul)(?: |/?>|$))`)
	})
	reTag = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^</?[A-Za-z][A-Za-z0-9-]*(?: +[A-Za-z_:][\w.:-]*` +
			"(?: *= *(?:[^ \"'=<>`]+|'[^']*'|\"[^\"]*\"))?)* */?> *$")
	})
)

// zonderTabs writes the tabs of a line that begins at a column as the spaces that
// they stand for where Markdown counts them.
func zonderTabs(s string, kolom int) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		teken := s[i : i+1]
		if teken == "\t" {
			teken = "    "[kolom%4:]
		}
		b.WriteString(teken)
		kolom += len(teken)
	}
	return b.String()
}

// inspringing tells how many spaces a line begins with.
func inspringing(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

func isWit(s string) bool { return strings.TrimLeft(s, " \t") == "" }

// uitCitaat takes off the mark of a quote, with the white space after it.
func uitCitaat(s string) (rest string, ok bool) {
	n := inspringing(s)
	if n > 3 || !strings.HasPrefix(s[n:], ">") {
		return s, false
	}
	rest = s[n+1:]
	if rest != "" && (rest[0] == ' ' || rest[0] == '\t') {
		rest = rest[1:]
	}
	return rest, true
}

// uitItem takes off the mark of an item, with the spaces after it. In the middle
// of a paragraph not every mark begins an item.
func uitItem(s string, vrij bool) (h houder, rest string, ok bool) {
	if !reItem.MatchString(s) {
		return h, s, false
	}
	merk := strings.TrimLeft(s, " ")
	nummer := merk[:len(merk)-len(strings.TrimLeft(merk, "0123456789"))]
	n := len(s) - len(merk) + len(nummer) + 1
	rest = strings.TrimLeft(s[n:], " \t")
	h = houder{kolommen: n + 1, leeg: rest == ""}
	if !vrij && (h.leeg || nummer != "" && nummer != "1") {
		return h, s, false
	}
	if wit := len(s) - n - len(rest); !h.leeg && wit < 5 {
		h.kolommen = n + wit
	} else if !h.leeg { // code
		rest = s[n+1:]
	}
	return h, rest, true
}

// isAlleen reports whether a line is one character over and over, with spaces
// after it.
func isAlleen(s, teken string) bool {
	return strings.Trim(strings.TrimRight(s, " "), teken) == ""
}

// isStreep reports whether a line that is not blank is a rule.
func isStreep(s string) bool {
	teken := s[:1]
	return strings.Contains("*-_", teken) && strings.Trim(s, teken+" ") == "" && strings.Count(s, teken) > 2
}

// isSetext reports whether a line that is not blank makes a heading of the
// paragraph above it.
func isSetext(s string) bool { return strings.Contains("=-", s[:1]) && isAlleen(s, s[:1]) }

// cellen counts the cells of a table row.
func cellen(s string) int {
	s = strings.ReplaceAll(strings.TrimRight(s, " "), `\|`, "")
	return 1 + strings.Count(strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|"), "|")
}
