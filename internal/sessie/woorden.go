package sessie

import (
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
)

// Regelachtig returns the words in an aandachtspunt that sound like a rule, or "".
// What sounds like a rule gets a question back, never a block.
func Regelachtig(tekst string) string {
	woorden := eigenWoorden(tekst)
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor",
		"succesfactoren", "iedereen moet"} {
		if komtVoor(woorden, woord) {
			return woord
		}
	}
	return ""
}

// vuurt reports whether a text of these words calls for a doorvraag.
func vuurt(als casus.Aanleiding, woorden []string) bool {
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
// inside quotation marks: those are words of somebody else. A mark that is
// never closed begins no quotation, and nor does an apostrophe.
func eigenWoorden(tekst string) []string {
	paren := map[rune]rune{'"': '"', '“': '”', '„': '”', '«': '»', '‘': '’'}
	runes := []rune(strings.ToLower(tekst))
	laatste := map[rune]int{}
	for i, r := range runes {
		laatste[r] = i
	}
	var eigen strings.Builder
	var sluit rune // the mark that ends the quotation that is open
	for i, r := range runes {
		sluitteken := paren[r]
		switch {
		case sluit != 0 && r == sluit:
			sluit = 0
			eigen.WriteByte(' ')
		case sluit != 0:
		case sluitteken != 0 && laatste[sluitteken] > i:
			sluit = sluitteken
		default:
			eigen.WriteRune(r)
		}
	}
	return strings.FieldsFunc(eigen.String(), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
	})
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
