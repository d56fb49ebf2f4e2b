package privacy

import (
	"slices"
	"strings"
	"unicode"
)

// Namen are what looks like names in texts, but for the words of what is known. Each
// stands once, by the alphabet.
func Namen(teksten []string, bekend string) []string {
	kent := map[string]bool{}
	for _, woord := range strings.Fields(bekend) {
		kent[strings.ToLower(kaal(woord))] = true
	}
	var namen []string
	for _, tekst := range teksten {
		for zin := range strings.FieldsFuncSeq(tekst, func(r rune) bool { return strings.ContainsRune("\n!?:;“”\"", r) }) {
			namen = append(namen, inZin(strings.Fields(zin), kent)...)
		}
	}
	slices.Sort(namen)
	return slices.Compact(namen)
}

// inZin finds the names in one or more sentences.
func inZin(woorden []string, bekend map[string]bool) []string {
	var namen []string
	begint := true // of a sentence, where any word has a capital
	for i := 0; i < len(woorden); {
		n := naamLengte(woorden[i:])
		deel := woorden[i : i+n]
		if begint { // its first word has a capital for that
			deel = deel[min(1, n):]
		}
		if slices.ContainsFunc(deel, func(w string) bool { return isNaamwoord(kaal(w)) && !bekend[strings.ToLower(kaal(w))] }) {
			namen = append(namen, kaal(strings.Join(woorden[i:i+n], " ")))
		}
		i += max(1, n)
		begint = eindigt(woorden[i-1])
	}
	return namen
}

// naamLengte is of how many words the name is with which these begin; 0 of none.
func naamLengte(woorden []string) (n int) {
	for i, woord := range woorden {
		switch tussen := []string{"van", "de", "den", "der", "ten", "ter"}; {
		case isNaamwoord(kaal(woord)):
			n = i + 1
		case i == 0 || !slices.Contains(tussen, woord):
			return n
		}
		if strings.ContainsAny(woord, ",;)") || eindigt(woord) {
			return n
		}
	}
	return n
}

// eindigt reports whether a word ends a sentence, and is no initial.
func eindigt(woord string) bool { return strings.HasSuffix(woord, ".") && len([]rune(kaal(woord))) > 1 }

// kaal is a word without what stands around it.
func kaal(woord string) string {
	return strings.TrimFunc(woord, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// isNaamwoord reports whether a word may be of a name: a capital and then small
// letters, or an initial.
func isNaamwoord(woord string) bool {
	letters := []rune(woord)
	return len(letters) > 0 && unicode.IsUpper(letters[0]) && (len(letters) == 1 || slices.ContainsFunc(letters[1:], unicode.IsLower))
}
