package rapport_test

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// Of whatever somebody types, every letter is there again, in lines and on a page:
// as text, or in where a link leads.
func FuzzNothingThatWasTypedIsLost(f *testing.F) {
	for _, s := range []string{"**vet** _schuin_ ~~weg~~", "# kop\n\nkop\n===\n\nkop\n---", "- a\n  - b\n\n    c\n10) d", "> q\n> > r\nlui", "| a | b |\n|:-:|---|\n| c | d | e |\n| f |",
		"[a](b \"c\") ![d](e) <https://f.example> [g](<h i>) [j]: k\n[j] https://l.example/m", "<b>vet</b> <!-- x --> &amp; &eacute; &#65;", "`a` ``b ` c`` \\*d\\*", "    code\n\tmeer",
		"a\\\nb  \nc", "- [ ] a\n* [b] c", "1. a\n1. b\n\n\n- - - c", "a\u00a0b\u200bc\u202ed\x00e\x1b[31mf", "|\n|-|\n\u00a0\n|a|b|", "0\n: -\n0\n| -\n| | J", "- a|b\n  -|-\n  c|d|e", "> |a|\n> |-|\n> |b|c|", "a|\n-|\nb|c|\n|d|e\\|f|g", "+ a\n\n+\n\n  b", "***\n___\na", "[[[a]](b)](c) [](d)", "# [](e)\n#\n# <f@g.example>"} {
		f.Add(s)
	}
	merk, doel := regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(` href="([^"]*)"`)
	f.Fuzz(func(t *testing.T, tekst string) {
		if strings.Contains(tekst, "```") || strings.Contains(tekst, "~~~") || strings.Contains(strings.ToLower(tekst), "[x]") {
			return // the name of a language, and the mark of a task that is done, show in another way
		}
		pagina := htmlVan(t, tekst)
		zichtbaar := html.UnescapeString(merk.ReplaceAllString(pagina, " "))
		for _, m := range doel.FindAllStringSubmatch(pagina, -1) {
			adres := html.UnescapeString(m[1])
			if open, err := url.PathUnescape(adres); err == nil {
				adres = open
			}
			zichtbaar += " " + adres
		}
		for naam, got := range map[string]string{"page": zichtbaar, "lines": kaal(tekst, 60)} {
			for _, r := range tekst {
				if unicode.IsLetter(r) && !strings.ContainsRune(got, r) {
					t.Errorf("of %q the %s has no %q:\n%s", tekst, naam, r, got)
				}
			}
		}
	})
}
