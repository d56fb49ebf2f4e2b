// Package privacy finds in a text what tells which person it is about: numbers, addresses,
// plates and dates of birth, and what looks like a name.
//
// It is pure: it works on texts alone, knows no files and asks nothing. Of a number or an
// address it shows no more than Masker does; a name it gives as it stands.
package privacy

import (
	"slices"
	"strings"
	"unicode"
)

// A Soort is a kind of personal data, as people call it.
type Soort string

// The kinds that Zoek finds.
const (
	BSN           Soort = "burgerservicenummer"
	IBAN          Soort = "rekeningnummer"
	Email         Soort = "e-mailadres"
	Telefoon      Soort = "telefoonnummer"
	Adres         Soort = "postcode met huisnummer"
	Kenteken      Soort = "kenteken"
	Geboortedatum Soort = "geboortedatum"
	Paspoort      Soort = "paspoortnummer"
	Rijbewijs     Soort = "rijbewijsnummer"
)

// A Vondst is one piece of personal data: where it stands in the text, in bytes.
type Vondst struct {
	Soort       Soort
	Begin, Eind int
}

// Zoek returns what there is in a text, in its order; no two overlap.
func Zoek(tekst string) []Vondst {
	var alle []Vondst
	plek := 0
	for hier := range strings.Lines(tekst) {
		l := lijn{hier, telCijfers(hier)}
		if l.cijfers > 0 || strings.Contains(hier, "@") { // most have none, and nothing is without
			alle = append(alle, inLijn(tekst, plek, l)...)
		}
		plek += len(hier)
	}
	slices.SortStableFunc(alle, func(v, w Vondst) int { return v.Begin - w.Begin })
	tot := 0
	return slices.DeleteFunc(alle, func(v Vondst) bool {
		if v.Begin < tot {
			return true // it is part of what was found already
		}
		tot = v.Eind
		return false
	})
}

// inLijn returns what there is in the line that begins at plek. What only looks like it
// keeps nothing hidden that begins within it.
func inLijn(tekst string, plek int, l lijn) []Vondst {
	var gevonden []Vondst
	lijn := l.tekst
	for _, h := range herkenners() {
		if !h.kan(l) {
			continue
		}
		for van := 0; ; {
			m := h.vorm.FindStringSubmatchIndex(lijn[van:])
			if m == nil {
				break
			}
			begin, eind := h.deel(m)
			begin, eind = van+begin, van+eind
			if hier, tot := h.klopt(tekst, plek+begin, plek+eind); tot > 0 {
				gevonden = append(gevonden, Vondst{h.soort, hier, tot})
				van = min(len(lijn), tot-plek)
				continue
			}
			van = begin + 1
		}
	}
	return gevonden
}

func telCijfers(tekst string) (n int) {
	for i := range len(tekst) {
		if '0' <= tekst[i] && tekst[i] <= '9' {
			n++
		}
	}
	return n
}

// Masker is what was found, so that its owner knows it again and nobody else learns it:
// its first two letters or digits.
func (v Vondst) Masker(tekst string) string {
	over := 2
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return r
		}
		if over--; over >= 0 {
			return r
		}
		return '•'
	}, tekst[v.Begin:v.Eind])
}

// Verberg is a text with a Masker in the place of all that Zoek finds.
func Verberg(tekst string) string {
	var b strings.Builder
	tot := 0
	for _, v := range Zoek(tekst) {
		b.WriteString(tekst[tot:v.Begin] + v.Masker(tekst))
		tot = v.Eind
	}
	return b.String() + tekst[tot:]
}
