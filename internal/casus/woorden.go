package casus

import (
	"slices"
	"strings"
	"unicode"
)

// Vuurt reports whether what somebody wrote calls for a doorvraag.
func (als Aanleiding) Vuurt(tekst string) bool { return als.VuurtBij(Zinnen(tekst)) }

// VuurtBij is Vuurt for a text of which these are the Zinnen.
func (als Aanleiding) VuurtBij(zinnen [][]string) bool {
	if als.Korter > 0 {
		n := 0
		for _, zin := range zinnen {
			n += len(zin)
		}
		return n > 0 && n < als.Korter
	}
	return als.treft(zinnen) != ""
}

// Treft returns the words by which a text calls for it, as they stand there, or "".
func (als Aanleiding) Treft(tekst string) string { return als.treft(Zinnen(tekst)) }

// treft returns the words that call for it, as they stand in one of the zinnen,
// or "".
func (als Aanleiding) treft(zinnen [][]string) string {
	var hier []string // most answers have none, and then what it must be without need not be sought
	for _, zin := range zinnen {
		if hier = eerste(zin, als.Woorden, true); hier != nil {
			break
		}
	}
	if hier == nil || slices.ContainsFunc(zinnen, func(zin []string) bool { return eerste(zin, als.Zonder, false) != nil }) {
		return ""
	}
	return aangehaald(hier)
}

// aangehaald writes words as a person recognises them: of many how they begin and end.
func aangehaald(woorden []string) string {
	if n := len(woorden); n > 5 {
		return strings.Join(woorden[:2], " ") + " … " + strings.Join(woorden[n-2:], " ")
	}
	return strings.Join(woorden, " ")
}

// eerste returns by which words of zin the first of the uitdrukkingen stands in
// it, as vind finds it.
func eerste(zin, uitdrukkingen []string, keertOm bool) []string {
	for _, u := range uitdrukkingen {
		if hier := vind(zin, u, keertOm); hier != nil {
			return hier
		}
	}
	return nil
}

// Zinnen returns the words of a text in lower case, sentence by sentence, without
// what stands inside quotation marks: those are words of somebody else. A mark
// that is never closed begins no quotation, and nor does an apostrophe.
func Zinnen(tekst string) [][]string {
	var zinnen [][]string
	var zin []string
	for stuk := range strings.FieldsSeq(strings.ReplaceAll(zonderCitaten(strings.ToLower(tekst)), "\n\n", " . ")) {
		for woord := range strings.FieldsFuncSeq(stuk, geenWoord) {
			if woord = strings.Trim(woord, "'’-"); woord != "" {
				zin = append(zin, woord)
			}
		}
		if isEinde(stuk) && len(zin) > 0 {
			zinnen, zin = append(zinnen, zin), nil
		}
	}
	if len(zin) > 0 {
		zinnen = append(zinnen, zin)
	}
	return zinnen
}

// isEinde reports whether a word ends its sentence. The point of "o.a." does not.
func isEinde(stuk string) bool {
	stuk = strings.TrimRight(stuk, ")]")
	zonder := strings.TrimRight(stuk, ".?!;…")
	return zonder != stuk && !strings.Contains(zonder, ".")
}

func geenWoord(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' && r != '-'
}

// Woorden returns the words of Zinnen in one row.
func Woorden(tekst string) []string { return slices.Concat(Zinnen(tekst)...) }

func zonderCitaten(tekst string) string {
	paren := map[rune]rune{'"': '"', '“': '”', '„': '”', '«': '»', '‘': '’'}
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
	return eigen.String()
}

// vind returns the words of zin by which an uitdrukking stands in it, or none; not
// right after a negation where that turns it round, unless it holds one itself.
//
// An uitdrukking is words in a row, of which zin may have one more between each
// two, or up to maxTussen where the uitdrukking has "..."; but no negation there,
// unless the uitdrukking holds one. The first of each word that comes is taken. Of
// a word that ends in "*" only the begin must stand there; what begins with "^"
// must begin the zin.
func vind(zin []string, uitdrukking string, keertOm bool) []string {
	begin, rest, _ := strings.Cut(uitdrukking, " ")
	begin, vooraan := strings.CutPrefix(begin, "^")
	stam, open := strings.CutSuffix(begin, "*")
	for i, woord := range zin {
		if i > 0 && vooraan {
			break
		}
		if woord != stam && (!open || !strings.HasPrefix(woord, stam)) {
			continue
		}
		deel := strings.Fields(rest)
		ontkent := slices.ContainsFunc(strings.Fields(uitdrukking), isOntkenning)
		if keertOm && i > 0 && !ontkent && isOntkenning(zin[i-1]) {
			continue
		}
		if n, ok := lengte(zin[i+1:], deel, ontkent); ok {
			return zin[i : i+1+n]
		}
	}
	return nil
}

// maxTussen is as far as "..." reaches, in words, so that a text without an end costs
// no more than its length.
const maxTussen = 30

// lengte returns how many words of zin those of an uitdrukking take, where the
// one before them has been found.
func lengte(zin, uitdrukking []string, ontkent bool) (n int, ok bool) {
	ruim := false
	for _, u := range uitdrukking {
		if u == "..." {
			ruim = true
			continue
		}
		ver := zin[n:min(n+maxTussen, len(zin))]
		i := slices.IndexFunc(ver, func(woord string) bool { return is(woord, u) })
		tussen := zin[n : n+max(i, 0)]
		if i < 0 || i > 1 && !ruim || !ontkent && slices.ContainsFunc(tussen, isOntkenning) {
			return 0, false
		}
		n, ruim = n+i+1, false
	}
	return n, true
}

// is reports whether a word is the one that is looked for, or begins with it.
func is(woord, gezocht string) bool {
	if begin, ok := strings.CutSuffix(gezocht, "*"); ok {
		return strings.HasPrefix(woord, begin)
	}
	return woord == gezocht
}

func isOntkenning(woord string) bool {
	switch woord {
	case "niet", "geen", "nooit", "zonder", "noch", "niks":
		return true
	}
	return false
}
