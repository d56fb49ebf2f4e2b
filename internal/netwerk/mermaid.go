package netwerk

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

// What Mermaid draws at most, where nobody set it otherwise: its maxTextSize and
// maxEdges.
const (
	MermaidTekens = 50_000
	MermaidLijnen = 500
)

// Mermaid returns the waardenetwerk as the text of a Mermaid diagram, without a
// fence and with a new line at its end. Every waarde is a node; a verband in
// which nobody saw that the two touch draws no edge. Of what is too large for
// Mermaid it returns "".
func (n Netwerk) Mermaid() string {
	var b strings.Builder
	aantal := 0
	b.WriteString("graph LR\n")
	for i, w := range n.Waarden {
		fmt.Fprintf(&b, "  w%d[\"%s\"]\n", i+1, MermaidLabel(w.Naam))
	}
	for _, v := range n.Verbanden {
		for _, l := range n.lijnen(v) {
			fmt.Fprintf(&b, "  w%d %s|\"%s\"| w%d\n", n.plek[v.Tussen[0]]+1, l.pijl, l.label, n.plek[v.Tussen[1]]+1)
			aantal++
		}
	}
	if b.Len() >= MermaidTekens || aantal >= MermaidLijnen {
		return ""
	}
	return b.String()
}

// maxLabel is how many columns of a name stand in a diagram.
const maxLabel = 300

// A mermaidlijn is one edge as Mermaid draws it.
type mermaidlijn struct{ pijl, label string }

// lijnen returns the edges of a verband, with words and a sign besides the
// kind of line: meaning never hangs on looks alone. Who saw that the two do not
// touch stands with the last.
func (n Netwerk) lijnen(v Verband) []mermaidlijn {
	var lijnen []mermaidlijn
	for _, g := range v.Gezien {
		s := soortVan(g.Soort)
		if s.vol != "" {
			lijnen = append(lijnen, mermaidlijn{"---", s.vol + n.labelDoor(g)})
		}
		if s.streep != "" {
			lijnen = append(lijnen, mermaidlijn{"-.-", s.streep + n.labelDoor(g)})
		}
	}
	if i := slices.IndexFunc(v.Gezien, func(g Gezien) bool { return g.Soort == reflectie.Geen }); i >= 0 && len(lijnen) > 0 {
		lijnen[len(lijnen)-1].label += "#59; ○ raken elkaar niet" + n.labelDoor(v.Gezien[i])
	}
	return lijnen
}

// labelDoor names in a label who saw a verband so.
func (n Netwerk) labelDoor(g Gezien) string {
	if len(g.Rollen) == 0 {
		return ""
	}
	return "#58; " + MermaidLabel(n.door(g))
}

// MermaidLabel writes a name inside the quotes of a Mermaid label. What could mean
// anything to Mermaid, or to the Markdown that it reads in labels, becomes one
// of its entities: # with the decimal code and a semicolon. The two pairs of
// letters that it writes entities with inside get a space without width. What
// nobody could read in a box is left out of a name.
func MermaidLabel(naam string) string {
	naam = zetwerk.Inkorten(naam, maxLabel)
	var b strings.Builder
	vorige := ' '
	for _, r := range strings.NewReplacer("ﬂ°", "ﬂ\u200b°", "¶ß", "¶\u200bß").Replace(naam) {
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

// isVeilig reports whether r can stand in a label as it is. The controls just above
// ASCII cannot: a terminal obeys them. Nor can what some take for the end of a line.
func isVeilig(r rune) bool {
	return r == ' ' || r == ',' || r >= 0xa0 && r != '\u2028' && r != '\u2029' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// onzichtbaar reports whether r only steers the direction or order of text.
func onzichtbaar(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0xfeff
}
