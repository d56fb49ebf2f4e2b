// Package rapport shows what a reflectie says to somebody who reads it away
// from its file.
//
// It writes to a stream that it is given, changes nothing of what was said, and
// knows nothing of how a file is kept.
package rapport

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/zetwerk"
)

// Tekst writes a Markdown file of ours as text for a terminal of breedte
// columns: headings with a line under them, answers indented, and without the
// front matter, the markers and the drawing, of which the sentences remain.
func Tekst(w io.Writer, data []byte, breedte int) error {
	t := &tekst{w: bufio.NewWriter(w), breedte: breedte}
	regels := strings.Split(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n")
	for _, regel := range zonderKop(regels) {
		t.regel(regel)
	}
	t.sluit()
	return t.w.Flush()
}

// zonderKop leaves the front matter out.
func zonderKop(regels []string) []string {
	if len(regels) == 0 || regels[0] != "---" {
		return regels
	}
	for i, regel := range regels[1:] {
		if strings.TrimRight(regel, " ") == "---" {
			return regels[i+2:]
		}
	}
	return regels
}

// A tekst is a page in the making.
type tekst struct {
	w       *bufio.Writer
	breedte int
	begon   bool     // something was written
	wit     bool     // a blank line comes before what is written next
	alinea  []string // lines of a paragraph that is still open
	hek     string   // the fence that closes what is left out; "" outside
}

func (t *tekst) regel(regel string) {
	kaal := strings.TrimSpace(regel)
	switch {
	case t.hek != "":
		if strings.HasPrefix(kaal, t.hek) {
			t.hek = ""
		}
	case strings.HasPrefix(kaal, "```mermaid"):
		t.sluit()
		t.hek = "```"
	case strings.HasPrefix(kaal, "<!--") && strings.HasSuffix(kaal, "-->"):
		t.sluit()
	case kaal == "":
		t.sluit()
		t.wit = true
	case strings.HasPrefix(regel, ">"):
		t.citaat(strings.TrimPrefix(strings.TrimPrefix(regel, ">"), " "))
	case strings.HasPrefix(regel, "#"):
		t.kop(regel)
	default:
		t.voeg(zonderStreep(regel))
	}
}

// citaat writes a line of an answer as it was written.
func (t *tekst) citaat(regel string) {
	t.sluit()
	t.schrijf("    ", "    ", markdown.Herstel(regel))
}

// kop writes a heading: the higher, the heavier the line under it.
func (t *tekst) kop(regel string) {
	t.sluit()
	niveau := len(regel) - len(strings.TrimLeft(regel, "#"))
	tekst := zetwerk.VeiligRegel(zonderStreep(strings.TrimSpace(regel[niveau:])))
	t.wit = true
	t.schrijf("", "", tekst)
	if niveau <= 2 {
		streep := map[int]string{1: "=", 2: "-"}[niveau]
		t.schrijf("", "", strings.Repeat(streep, min(zetwerk.Breedte(tekst), t.breedte)))
	}
}

// voeg adds a line to the paragraph that is open; a list item opens its own.
func (t *tekst) voeg(regel string) {
	if strings.HasPrefix(regel, "- ") {
		t.sluit()
	}
	t.alinea = append(t.alinea, regel)
}

// sluit writes the paragraph that is open.
func (t *tekst) sluit() {
	if len(t.alinea) == 0 {
		return
	}
	regel := strings.Join(t.alinea, " ")
	t.alinea = nil
	if punt, ok := strings.CutPrefix(regel, "- "); ok {
		t.schrijf("- ", "  ", punt)
		return
	}
	t.schrijf("", "", regel)
}

// schrijf writes a text with one prefix before its first line and another
// before the rest.
func (t *tekst) schrijf(eerst, rest, regel string) {
	if t.wit && t.begon {
		fmt.Fprintln(t.w)
	}
	t.wit, t.begon = false, true
	for _, r := range zetwerk.Alinea(regel, t.breedte, eerst, rest) {
		fmt.Fprintln(t.w, r)
	}
}

// zonderStreep takes away the backslashes that keep Markdown from reading a
// character as its own, and the stars of emphasis around a whole line or item.
func zonderStreep(s string) string {
	if punt, ok := strings.CutPrefix(s, "- "); ok {
		return "- " + zonderStreep(punt)
	}
	if kern := strings.Trim(s, "*"); len(kern) > 0 && !strings.Contains(kern, "*") && len(s) > len(kern) {
		s = kern
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("\\`*_[]<>#|~&$^-+=:!.)(", s[i+1]) >= 0 {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
