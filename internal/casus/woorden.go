package casus

import (
	"regexp"
	"slices"
	"strings"
	"sync"
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

// treft returns which of its words call for it, or "".
func (als Aanleiding) treft(woorden []string) string {
	if slices.ContainsFunc(als.Zonder, func(zin string) bool { return staatIn(woorden, zin) >= 0 }) {
		return ""
	}
	zin, _ := zoek(als.Woorden, func(zin string) bool { return KomtVoor(woorden, zin) })
	return zin
}

// reCitaat matches a quotation. A mark that is never closed begins none, and nor
// does an apostrophe.
var reCitaat = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`"[^"]*"|[“„][^”]*”|«[^»]*»|‘[^’]*’`)
})

// Woorden returns the words of a text in lower case, without what stands
// inside quotation marks: those are words of somebody else.
func Woorden(tekst string) []string {
	eigen := reCitaat().ReplaceAllString(strings.ToLower(tekst), " ")
	return strings.FieldsFunc(eigen, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
	})
}

// KomtVoor reports whether the words of zin stand in woorden, in a row or with
// one word between two of them, and without a negation right before them or
// between them, unless zin holds one itself.
func KomtVoor(woorden []string, zin string) bool {
	ontkent := isOntkend(zin)
	for van := 0; ; {
		i := staatIn(woorden[van:], zin)
		if i < 0 {
			return false
		}
		if van+i == 0 || ontkent || !isOntkenning(woorden[van+i-1]) {
			return true
		}
		van += i + 1
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

// staatIn returns where the words of zin begin in woorden, or -1.
func staatIn(woorden []string, zin string) int {
	zin = strings.ToLower(zin)
	ontkent := isOntkend(zin)
	eerste, _, _ := strings.Cut(strings.TrimSpace(zin), " ")
	for i := range woorden {
		if is(woorden[i], eerste) && beginMet(woorden[i:], zin, ontkent) {
			return i
		}
	}
	return -1
}

// beginMet reports whether woorden begin with those of zin, with at most one
// word between each two. That word is no negation, unless zin holds one.
func beginMet(woorden []string, zin string, ontkent bool) bool {
	i := 0
	for z := range strings.FieldsSeq(zin) {
		switch {
		case i < len(woorden) && is(woorden[i], z):
			i++
		case i > 0 && i+1 < len(woorden) && is(woorden[i+1], z) && (ontkent || !isOntkenning(woorden[i])):
			i += 2
		default:
			return false
		}
	}
	return i > 0
}

func is(woord, gezocht string) bool { return strings.Trim(woord, "'’-") == gezocht }

func isOntkenning(woord string) bool {
	switch woord {
	case "niet", "geen", "nooit", "zonder", "noch", "niks":
		return true
	}
	return false
}
