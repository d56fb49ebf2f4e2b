package netwerk

import (
	"fmt"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/reflectie"
)

// Mermaid returns the waardenetwerk as the text of a Mermaid diagram, without a
// fence and with a new line at its end; "" when r names no waarden. Every
// waarde is a node; a verband that is geen draws no edge.
func Mermaid(r reflectie.Reflectie, naam func(id string) string) string {
	ids := knopen(r)
	if len(ids) == 0 {
		return ""
	}
	n := namen(r, naam)
	var b strings.Builder
	b.WriteString("graph LR\n")
	nummer := map[string]int{}
	for i, id := range ids {
		nummer[id] = i + 1
		fmt.Fprintf(&b, "  w%d[\"%s\"]\n", i+1, label(n(id)))
	}
	for _, v := range r.Verbanden {
		for _, lijn := range lijnen(v.Soort) {
			fmt.Fprintf(&b, "  w%d %s w%d\n", nummer[v.Tussen[0]], lijn, nummer[v.Tussen[1]])
		}
	}
	return b.String()
}

// lijnen returns the edges of a verband, with words and a sign besides the
// kind of line: meaning never hangs on looks alone.
func lijnen(soort string) []string {
	const helpt, botst, onbekend = `---|"+ versterkt"|`, `-.-|"– tegen"|`, `---|"?"|`
	switch soort {
	case reflectie.Versterkt:
		return []string{helpt}
	case reflectie.Tegen:
		return []string{botst}
	case reflectie.Beide:
		return []string{helpt, botst}
	case reflectie.Geen:
		return nil
	}
	return []string{onbekend}
}

// label writes a name inside the quotes of a Mermaid label. What could mean
// anything to Mermaid, or to the Markdown that it reads in labels, becomes one
// of its entities: # with the decimal code and a semicolon.
func label(naam string) string {
	var b strings.Builder
	vorige := ' '
	for _, r := range naam {
		switch {
		case onzichtbaar(r):
			continue
		case isVeilig(r), r == '-' && unicode.IsLetter(vorige):
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, "#%d;", r)
		}
		vorige = r
	}
	return b.String()
}

// isVeilig reports whether r can stand in a label as it is. Four letters that
// Mermaid uses inside for its own entities cannot.
func isVeilig(r rune) bool {
	switch r {
	case 'ﬂ', '°', '¶', 'ß':
		return false
	case ' ', ',':
		return true
	}
	return r > unicode.MaxASCII || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// onzichtbaar reports whether r only steers the direction or order of text.
func onzichtbaar(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
