package sessie

import (
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
)

// Regelachtig returns the words in an aandachtspunt that sound like a rule, or "".
// What sounds like a rule gets a question back, never a block.
func Regelachtig(tekst string) string {
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor",
		"succesfactoren", "iedereen moet"} {
		if komtVoor(eigenWoorden(tekst), woord) {
			return woord
		}
	}
	return ""
}

// vuurt reports whether a text calls for a doorvraag.
func vuurt(als casus.Aanleiding, tekst string) bool {
	woorden := eigenWoorden(tekst)
	if als.Korter > 0 {
		return len(woorden) > 0 && len(woorden) < als.Korter
	}
	for _, w := range als.Zonder {
		if staatIn(woorden, w) >= 0 {
			return false
		}
	}
	for _, w := range als.Woorden {
		if komtVoor(woorden, w) {
			return true
		}
	}
	return false
}

// eigenWoorden returns the words of a text in lower case, without what stands
// inside quotation marks: those are words of somebody else.
func eigenWoorden(tekst string) []string {
	var eigen strings.Builder
	var sluit rune
	runes := []rune(strings.ToLower(tekst))
	for i, r := range runes {
		switch {
		case sluit != 0:
			if r == sluit {
				sluit = 0
				eigen.WriteByte(' ')
			}
		case sluitteken(runes, i) != 0:
			sluit = sluitteken(runes, i)
		default:
			eigen.WriteRune(r)
		}
	}
	return strings.FieldsFunc(eigen.String(), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
	})
}

// sluitteken returns the mark that ends the quotation that begins at i, or 0
// when none begins there or it is never closed. An apostrophe begins none.
func sluitteken(runes []rune, i int) rune {
	paren := map[rune]rune{'"': '"', '“': '”', '„': '”', '«': '»', '‘': '’'}
	sluit, ok := paren[runes[i]]
	if !ok {
		return 0
	}
	for _, r := range runes[i+1:] {
		if r == sluit {
			return sluit
		}
	}
	return 0
}

// komtVoor reports whether the words of zin stand in woorden, in a row, and not
// right after a negation.
func komtVoor(woorden []string, zin string) bool {
	for van := 0; ; {
		i := staatIn(woorden[van:], zin)
		if i < 0 {
			return false
		}
		if van+i == 0 || !isOntkenning(woorden[van+i-1]) {
			return true
		}
		van += i + 1
	}
}

// staatIn returns where the words of zin begin in woorden, or -1.
func staatIn(woorden []string, zin string) int {
	zoek := strings.Fields(strings.ToLower(zin))
	for i := 0; i+len(zoek) <= len(woorden); i++ {
		if gelijk(woorden[i:i+len(zoek)], zoek) {
			return i
		}
	}
	return -1
}

func gelijk(a, b []string) bool {
	for i := range b {
		if strings.Trim(a[i], "'’-") != b[i] {
			return false
		}
	}
	return len(b) > 0
}

func isOntkenning(woord string) bool {
	switch woord {
	case "niet", "geen", "nooit", "zonder", "noch", "niks":
		return true
	}
	return false
}
