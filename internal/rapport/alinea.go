package rapport

import (
	"strings"
	"unicode"

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

// An alinea is a text of which each letter has a stijl. Its text is safe for a
// terminal.
type alinea struct {
	letters []rune
	stijlen []stijl
}

// met returns the alinea with more text at its end, made safe.
func (a alinea) met(tekst string, s stijl) alinea {
	for _, r := range zetwerk.Veilig(tekst) {
		a.letters = append(a.letters, r)
		a.stijlen = append(a.stijlen, s)
	}
	return a
}

// en returns the alinea with another one at its end.
func (a alinea) en(b alinea) alinea {
	a.letters, a.stijlen = append(a.letters, b.letters...), append(a.stijlen, b.stijlen...)
	return a
}

func (a alinea) String() string { return string(a.letters) }

// regels sets it on lines of at most breedte columns, with or without its stijlen.
func (a alinea) regels(breedte int, opmaak bool) []string {
	regels := zetwerk.Afbreken(a.String(), breedte)
	if !opmaak {
		return regels
	}
	plek := 0
	for i, regel := range regels {
		var b strings.Builder
		nu := stijl(0)
		for _, r := range regel {
			s := stijl(0)
			// Breaking left out white space, and indented where a line goes on.
			for plek < len(a.letters) && a.letters[plek] != r && unicode.IsSpace(a.letters[plek]) && !unicode.IsSpace(r) {
				plek++
			}
			if plek < len(a.letters) && a.letters[plek] == r {
				s = a.stijlen[plek]
				plek++
			}
			if s != nu {
				b.WriteString(s.sgr())
				nu = s
			}
			b.WriteRune(r)
		}
		if nu != 0 {
			b.WriteString(stijl(0).sgr())
		}
		regels[i] = b.String()
	}
	return regels
}
