package netwerk

import (
	"strings"
	"unicode"

	"ambt.example/weeg/internal/zetwerk"
)

// A letter says how large text in the picture is: sizes in pixels.
type letter struct {
	maat  int // of the letters
	regel int // from one line to the next
}

// tekst is how wide, in pixels, text of so many columns is taken to be: 0.6 of
// the size of the letters each, about the average in a wide font.
func (l letter) tekst(kolommen int) int { return kolommen * l.maat * 6 / 10 }

// breek sets a text on lines of at most breedte pixels. A word that is a little
// too long for that is not broken, but set closer.
func (l letter) breek(tekst string, breedte int) []regel {
	tekst = zetwerk.VeiligRegel(tekst)
	kolommen := max(1, breedte*10/(l.maat*6))
	for _, woord := range strings.Fields(tekst) {
		if n := zetwerk.Breedte(woord); n <= kolommen*5/4 {
			kolommen = max(kolommen, n)
		}
	}
	var regels []regel
	for _, s := range zetwerk.Afbreken(tekst, kolommen) {
		regels = append(regels, regel{tekst: s, breedte: l.dwang(s, breedte)})
	}
	return regels
}

// A regel is one line of text in the picture. A breedte that is not 0 is the
// width in pixels that it is made to take, whatever the font.
type regel struct {
	tekst   string
	breedte int
}

// dwang returns the width that a line must be made to take, so that it stays
// within breedte: for letters of which nobody can say how wide a font draws them,
// and for more wide letters than a line was made for. 0 leaves it to the font.
func (l letter) dwang(s string, breedte int) int {
	breed := 0
	for _, r := range s {
		n := honderdsten(r)
		if n == 0 {
			return max(1, min(breedte, l.tekst(zetwerk.Breedte(s))))
		}
		breed += n
	}
	if breed*l.maat/100 > breedte {
		return breedte
	}
	return 0
}

// honderdsten is the most that a letter takes in DejaVu Sans, in hundredths of
// the size of the letters; 0 for one of other scripts. Few fonts are wider.
func honderdsten(r rune) int {
	switch {
	case r >= 0x180 && !strings.ContainsRune("–’‘“”…€", r), unicode.IsMark(r):
		return 0
	case r == ' ', strings.ContainsRune("ijlIf,.:;/\\|'íìîïÍÌÎÏ’‘", r):
		return 36
	case strings.ContainsRune("-()[]tr!–", r):
		return 50
	case strings.ContainsRune("mwMW%@+=<>~^#&æœÆŒ…©®¼½¾±×÷¬", r):
		return 107
	case unicode.IsUpper(r):
		return 92
	}
	return 66
}
