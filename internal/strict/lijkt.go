package strict

import (
	"strings"
	"unicode/utf8"
)

// Lijkt returns the candidate that somebody who wrote woord may have meant, or
// "". Capitals do not count. It takes the candidate with the fewest letters
// different, in all or in its first word; else one that begins with woord; else
// one that contains it; else one of which more than half is how woord begins, and the other way round.
func Lijkt(woord string, kandidaten []string) string {
	woord = strings.ToLower(strings.TrimSpace(woord))
	lengte := utf8.RuneCountInString(woord)
	if lengte == 0 {
		return ""
	}
	beste, afstand := "", max(lengte/3, min(2, lengte/2))+1
	dichtst := func(deel func(string) string) {
		for _, k := range kandidaten {
			if a := verschil(woord, deel(strings.ToLower(k)), afstand); a < afstand {
				beste, afstand = k, a
			}
		}
	}
	dichtst(func(k string) string { return k })
	if beste != "" || lengte < 4 {
		return beste
	}
	dichtst(func(k string) string { k, _, _ = strings.Cut(k, "-"); return k })
	if beste != "" {
		return beste
	}
	begin := string([]rune(woord)[:max(4, lengte/2+1)])
	for _, past := range []func(s, deel string) bool{strings.HasPrefix, strings.Contains,
		func(s, _ string) bool { return strings.HasPrefix(s, begin) && len(s) < 2*len(begin) }} {
		for _, k := range kandidaten {
			if past(strings.ToLower(k), woord) {
				return k
			}
		}
	}
	return ""
}

// verschil counts how many letters must be put in, left out or replaced to make
// b of a; it is grens where the lengths alone differ that much.
func verschil(a, b string, grens int) int {
	if len(a) > 4*(len(b)+grens) || len(b) > 4*(len(a)+grens) {
		return grens // too different in length, even when every letter takes four bytes
	}
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d >= grens || -d >= grens {
		return grens
	}
	rij := make([]int, len(y)+1)
	for j := range rij {
		rij[j] = j
	}
	for i := range x {
		schuin := rij[0]
		rij[0] = i + 1
		for j := range y {
			kosten := schuin
			if x[i] != y[j] {
				kosten = min(schuin, rij[j], rij[j+1]) + 1
			}
			schuin = rij[j+1]
			rij[j+1] = kosten
		}
	}
	return rij[len(y)]
}
