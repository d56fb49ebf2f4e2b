package rapport

import (
	"strings"

	"ambt.example/weeg/internal/zetwerk"
)

// A stijl is how a piece of text looks, in bits.
type stijl byte

const (
	vet stijl = 1 << iota
	zacht
	schuin
	onder
	door
)

// sgr is what a terminal wants for a stijl.
func (s stijl) sgr() string {
	codes := "0"
	for i, code := range []string{"1", "2", "3", "4", "9"} {
		if s&(1<<i) != 0 {
			codes += ";" + code
		}
	}
	return "\x1b[" + codes + "m"
}

// An alinea is a text of which each byte has a stijl. Its text is safe for a
// terminal.
type alinea struct {
	tekst   []byte
	stijlen []stijl
}

// met returns the alinea with more text at its end.
func (a alinea) met(tekst string, s stijl) alinea {
	a.tekst = append(a.tekst, tekst...)
	for range len(tekst) {
		a.stijlen = append(a.stijlen, s)
	}
	return a
}

// en returns the alinea with another one at its end.
func (a alinea) en(b alinea) alinea {
	a.tekst, a.stijlen = append(a.tekst, b.tekst...), append(a.stijlen, b.stijlen...)
	return a
}

// regels sets it on lines of at most breedte columns, with or without its stijlen.
func (a alinea) regels(breedte int, opmaak bool) []string {
	regels := zetwerk.Afbreken(string(a.tekst), breedte)
	if !opmaak {
		return regels
	}
	plek := 0
	for i, regel := range regels {
		var b strings.Builder
		nu := stijl(0)
		for j := range len(regel) {
			s := stijl(0)
			// Breaking left out white space, and indented where a line goes on.
			for plek < len(a.tekst) && a.tekst[plek] != regel[j] && isWit(a.tekst[plek]) && !isWit(regel[j]) {
				plek++
			}
			if plek < len(a.tekst) && a.tekst[plek] == regel[j] {
				s = a.stijlen[plek]
				plek++
			}
			if s != nu {
				b.WriteString(s.sgr())
				nu = s
			}
			b.WriteByte(regel[j])
		}
		if nu != 0 {
			b.WriteString(stijl(0).sgr())
		}
		regels[i] = b.String()
	}
	return regels
}

func isWit(c byte) bool { return c == ' ' || c == '\n' }
