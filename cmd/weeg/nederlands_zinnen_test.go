package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// telWoorden counts the words of a text: what has a letter or a digit.
func telWoorden(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(w, isLetterOfCijfer) {
			n++
		}
	}
	return n
}

func isLetterOfCijfer(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// zinnen splits a text into sentences. A title, an item of a list and a
// paragraph end one, also without a full stop.
func zinnen(s string) []string {
	var alle []string
	for _, blok := range blokken(s) {
		woorden := strings.Fields(blok)
		begin := 0
		for i, w := range woorden {
			if i < len(woorden)-1 && !(eindigtZin(w) && begintZin(woorden[i+1:])) {
				continue
			}
			if zin := strings.Join(woorden[begin:i+1], " "); telWoorden(zin) > 0 {
				alle = append(alle, zin)
			}
			begin = i + 1
		}
	}
	return alle
}

// blokken splits a text into paragraphs, items and titles.
func blokken(s string) []string {
	alle := []string{""}
	for r := range strings.SplitSeq(s, "\n") {
		r = strings.TrimSpace(r)
		if r == "" || strings.HasPrefix(r, "#") || opsomming.MatchString(r) {
			alle = append(alle, "")
		}
		alle[len(alle)-1] += " " + opsomming.ReplaceAllString(strings.TrimLeft(r, "# "), "")
		if strings.HasPrefix(r, "#") {
			alle = append(alle, "")
		}
	}
	return alle
}

// afkortingen have a full stop that ends no sentence. None of them is a name as well.
var afkortingen = strings.Fields("art bijv bv ca dhr dr drs mevr mr mw nr nrs o.a prof t.a.v t.o.v d.w.z m.n")

// eindigtZin reports whether a sentence can end with this word. Whether a
// question inside quotation marks ends it, only the next word tells.
func eindigtZin(w string) bool {
	w = strings.TrimRight(w, `”"’»)]`)
	kaal, punt := strings.CutSuffix(w, ".")
	if punt && !strings.HasSuffix(kaal, ".") {
		return !slices.Contains(afkortingen, strings.ToLower(strings.TrimLeft(kaal, `“"‘«([`)))
	}
	return punt || strings.HasSuffix(w, "!") || strings.HasSuffix(w, "?") || strings.HasSuffix(w, "…")
}

func begintZin(woorden []string) bool {
	w := strings.TrimLeft(woorden[0], `“"‘„«([…`)
	if (strings.HasPrefix(w, "’") || strings.HasPrefix(w, "'")) && len(woorden) > 1 { // ’s Avonds
		w = woorden[1]
	}
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.HasPrefix(w, weg)
}

// zonderCitaten takes out what stands inside quotation marks: those are words
// of somebody else. A mark that is never closed begins no quotation.
func zonderCitaten(s string) string {
	runes := []rune(s)
	var eigen strings.Builder
	for i := 0; i < len(runes); i++ {
		if einde := eindeCitaat(runes, i); einde > i {
			eigen.WriteString(weg)
			i = einde
			continue
		}
		eigen.WriteRune(runes[i])
	}
	return eigen.String()
}

// eindeCitaat returns where the quotation ends that begins at i, or -1.
func eindeCitaat(runes []rune, i int) int {
	sluit, ok := map[rune]rune{'“': '”', '„': '”', '"': '"', '‘': '’', '«': '»'}[runes[i]]
	if !ok {
		return -1
	}
	for j := i + 1; j < len(runes); j++ {
		isApostrof := runes[j] == '’' && j+1 < len(runes) && unicode.IsLetter(runes[j+1])
		if runes[j] == sluit && !isApostrof {
			return j
		}
	}
	return -1
}
