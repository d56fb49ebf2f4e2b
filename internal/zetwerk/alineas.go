package zetwerk

import "strings"

// Alineas joins the lines of each paragraph, so that a text that was wrapped in
// its file can be wrapped anew. Blank lines, and lines that begin a list item or
// are indented, stay as they are.
func Alineas(s string) string {
	var b strings.Builder
	regels := strings.Split(s, "\n")
	for i, regel := range regels {
		if i > 0 {
			if regel == "" || regels[i-1] == "" || strings.ContainsAny(regel[:1], " \t-*>#|") {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(regel)
	}
	return b.String()
}
