package casus

import (
	"slices"
	"strings"
	"unicode"
)

// Vuurt reports whether what somebody wrote calls for a doorvraag.
func (als Aanleiding) Vuurt(tekst string) bool { return als.VuurtBij(Woorden(tekst)) }

// VuurtBij is Vuurt for a text of which these are the Woorden.
func (als Aanleiding) VuurtBij(woorden []string) bool {
	if als.Korter > 0 {
		return len(woorden) > 0 && len(woorden) < als.Korter
	}
	return als.treft(woorden) != ""
}

// treft returns which of the woorden call for it, as they stand there, or "".
func (als Aanleiding) treft(woorden []string) string {
	if slices.ContainsFunc(als.Zonder, func(zin string) bool { i, _ := staatIn(woorden, zin); return i >= 0 }) {
		return ""
	}
	for _, zin := range als.Woorden {
		if hier := vind(woorden, zin); len(hier) > 0 {
			return strings.Join(hier, " ")
		}
	}
	return ""
}

// Woorden returns the words of a text in lower case, without what stands
// inside quotation marks: those are words of somebody else. A mark that is
// never closed begins no quotation, and nor does an apostrophe.
func Woorden(tekst string) []string {
	paren := map[rune]rune{'"': '"', '“': '”', '„': '”', '«': '»', '‘': '’'}
	tekst = strings.ToLower(tekst)
	laatste := map[rune]int{} // so that no mark is looked for to the end more than once
	for _, sluit := range paren {
		laatste[sluit] = strings.LastIndex(tekst, string(sluit))
	}
	var eigen strings.Builder
	var sluit rune // the mark that ends the quotation that is open
	for i, r := range tekst {
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

// vind returns the words among woorden by which zin stands there: in a row or with
// one word between two of them, and without a negation right before them or
// between them, unless zin holds one itself. It returns none where zin does not.
func vind(woorden []string, zin string) []string {
	ontkent := isOntkend(zin)
	for van := 0; ; {
		i, n := staatIn(woorden[van:], zin)
		if i < 0 {
			return nil
		}
		if van += i; van == 0 || ontkent || !isOntkenning(woorden[van-1]) {
			return woorden[van : van+n]
		}
		van++
	}
}

// isOntkend reports whether zin holds a negation.
func isOntkend(zin string) bool {
	for woord := range strings.FieldsSeq(strings.ToLower(zin)) {
		if isOntkenning(woord) {
			return true
		}
	}
	return false
}

// staatIn returns where the words of zin begin in woorden, and how many they
// take; or -1.
func staatIn(woorden []string, zin string) (i, n int) {
	zin = strings.ToLower(zin)
	ontkent := isOntkend(zin)
	for i := range woorden {
		if n := beginMet(woorden[i:], zin, ontkent); n > 0 {
			return i, n
		}
	}
	return -1, 0
}

// beginMet returns how many of the woorden those of zin take, where they begin
// with them: with at most one word between each two, that is no negation unless
// zin holds one. Else it returns 0.
func beginMet(woorden []string, zin string, ontkent bool) int {
	i := 0
	for z := range strings.FieldsSeq(zin) {
		switch {
		case i < len(woorden) && is(woorden[i], z):
			i++
		case i > 0 && i+1 < len(woorden) && is(woorden[i+1], z) && (ontkent || !isOntkenning(woorden[i])):
			i += 2
		default:
			return 0
		}
	}
	return i
}

func is(woord, gezocht string) bool { return strings.Trim(woord, "'’-") == gezocht }

func isOntkenning(woord string) bool {
	switch woord {
	case "niet", "geen", "nooit", "zonder", "noch", "niks":
		return true
	}
	return false
}
