package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
)

// A bevinding is a fault in the language: where it is, what it is, and what then.
type bevinding struct{ waar, wat, dan string }

func (b bevinding) String() string { return b.waar + ": " + b.wat + "; " + b.dan }

// A toets looks for one kind of fault in a text.
type toets func(tekst) []bevinding

const (
	maxZin       = 25  // words in a sentence
	maxGemiddeld = 12  // words a sentence, on average
	maxVooraf    = 400 // words before the first question: two minutes at 200 a minute
)

func korteZinnen(t tekst) []bevinding {
	var alle []bevinding
	for _, zin := range zinnen(t.tekst) {
		if n := telWoorden(zin); n > maxZin {
			alle = append(alle, bevinding{t.waar, fmt.Sprintf("a sentence has %d words: %s", n, zin),
				fmt.Sprintf("make it two, each of at most %d", maxZin)})
		}
	}
	return alle
}

// gemiddelde returns the average number of words in the sentences of texts.
func gemiddelde(teksten []tekst) float64 {
	woorden, aantal := 0, 0
	for _, t := range teksten {
		if t.soort.isZin() {
			woorden += telWoorden(t.tekst)
			aantal += len(zinnen(t.tekst))
		}
	}
	return float64(woorden) / float64(max(aantal, 1))
}

func korteZinnenGemiddeld(waar string, teksten []tekst) []bevinding {
	if g := gemiddelde(teksten); g > maxGemiddeld {
		return []bevinding{{waar, fmt.Sprintf("a sentence has %.1f words on average", g),
			fmt.Sprintf("make it at most %d", maxGemiddeld)}}
	}
	return nil
}

// heelWoord makes a pattern that finds any of these as whole words.
func heelWoord(woorden string) func() *regexp.Regexp {
	return later(`(?i)(?:^|[^\pL\pN])(` + woorden + `)(?:$|[^\pL\pN])`)
}

// vind reports what the pattern captures outside quotation marks.
func vind(t tekst, patroon func() *regexp.Regexp, wat, dan string) []bevinding {
	var alle []bevinding
	for _, zin := range zinnen(zonderCitaten(t.tekst)) {
		for _, m := range patroon().FindAllStringSubmatch(zin, -1) {
			if m[1] != "" {
				alle = append(alle, bevinding{t.waar, fmt.Sprintf("%s %q in: %s", wat, strings.ToLower(m[1]), zin), dan})
			}
		}
	}
	return alle
}

var (
	geenU = heelWoord(`je|jij|jou|jouw|jullie|jezelf`)
	// "Een fout van u heeft niemand gezien" is no slip: there u does nothing.
	foutU = later(`(?i)(?:^|[^\pL\pN])(?:(?:aan|achter|bij|boven|dan|door|met|naar|naast|namens|om|onder|op|over|tegen|tussen|uit|van|volgens|voor|zonder) u (?:heeft|kan|zal|is)` +
		`|(u (?:heeft|kan|zal|is)|heeft u))(?:$|[^\pL\pN])`)
	raad = heelWoord(strings.Join([]string{
		`u moet|u zou moeten|u dient|u kunt beter|u doet er goed aan|(?:wij|we) adviseren|(?:wij|we) raden`,
		`het is verstandig|is het verstandig|verstandig om|het is beter|het beste is|de beste (?:oplossing|keuze)`,
		`beste oplossing|beste antwoord|(?:juiste|goede|foute|verkeerde) (?:antwoord|oplossing)`,
		`ons advies|mijn advies|advies:|tips?|aanbevolen|aan te bevelen|best practices?`,
		`scores?|scoort|scoren|(?:\d+|aantal|twee|drie|vier|vijf|tien) punten|punten (?:halen|krijgen|verdienen|voor)`,
	}, "|"))
	pauze  = regexp.MustCompile(`(?:^|\s)[–—](?:\s|$)|\pL - \pL`)
	enOf   = heelWoord(`en/of`)
	plakt  = regexp.MustCompile(`\p{Ll}[.,;:?!]\p{Lu}`)
	kernRe = regexp.MustCompile(`^(Mag|Mogen|Mocht|Mochten|Kan|Kunnen|Kon|Konden|Moet|Moeten|Moest|Moesten|Durf|Durft|Durven|Durfde|Durfden) .*\?$`)
)

func zegtU(t tekst) []bevinding {
	if t.soort == citaat {
		return nil
	}
	return append(vind(t, geenU, "it says", `say "u"`), vind(t, foutU, "it says", `say "u hebt", "u kunt", "u zult" or "u bent"`)...)
}

// leestekens looks for marks that have no place anywhere, in what somebody says either.
func leestekens(t tekst) []bevinding {
	var alle []bevinding
	for _, zin := range zinnen(t.tekst) {
		for _, f := range []struct {
			fout     bool
			wat, dan string
		}{
			{strings.Contains(zin, "!"), "an exclamation mark", "end with a full stop"},
			{pauze.MatchString(zin), "a dash as a pause", "use a comma or a full stop"},
			{enOf().MatchString(zin), `"en/of"`, `choose "en" or "of"`},
			{plakt.MatchString(zin), "no space after a mark", "put one there"},
		} {
			if f.fout {
				alle = append(alle, bevinding{t.waar, f.wat + " in: " + zin, f.dan})
			}
		}
	}
	return alle
}

// A vermijding is a word, or words in a row, for which there is a plain one.
type vermijding struct {
	woorden []string // in lower case; one that ends in * begins a word
	gewoon  string
}

// leesVermijd reads lines of "woord: gewoon woord".
func leesVermijd(t *testing.T) []vermijding {
	t.Helper()
	var alle []vermijding
	gezien := map[string]bool{}
	for _, r := range leesLijst(t, "testdata/taal/vermijd.txt") {
		woord, gewoon, ok := strings.Cut(r.tekst, ": ")
		if !ok || gewoon == "" || gezien[woord] || woord != strings.ToLower(woord) {
			t.Errorf("testdata/taal/vermijd.txt:%d: %q is no new \"woord: gewoon woord\" in lower case", r.nummer, r.tekst)
			continue
		}
		gezien[woord] = true
		alle = append(alle, vermijding{strings.Fields(woord), gewoon})
	}
	return alle
}

// kaleWoorden returns the words of a text in lower case, without the marks around them.
func kaleWoorden(s string) []string {
	var alle []string
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if w = strings.TrimFunc(w, func(r rune) bool { return !isLetterOfCijfer(r) }); w != "" {
			alle = append(alle, w)
		}
	}
	return alle
}

// staatIn reports whether the words stand in a row in zin.
func (v vermijding) staatIn(zin []string) bool {
	for i := 0; i+len(v.woorden) <= len(zin); i++ {
		if slices.EqualFunc(v.woorden, zin[i:i+len(v.woorden)], func(patroon, w string) bool {
			begin, isBegin := strings.CutSuffix(patroon, "*")
			return w == patroon || isBegin && strings.HasPrefix(w, begin)
		}) {
			return true
		}
	}
	return false
}

// gewoneWoorden looks for words to avoid outside quotation marks. What people
// type to find something is in their own words.
func gewoneWoorden(vermijd []vermijding) toets {
	return func(t tekst) []bevinding {
		if t.soort == citaat || t.soort == zoekwoord {
			return nil
		}
		var alle []bevinding
		for _, zin := range zinnen(zonderCitaten(t.tekst)) {
			woorden := kaleWoorden(zin)
			for _, v := range vermijd {
				if v.staatIn(woorden) {
					alle = append(alle, bevinding{t.waar, fmt.Sprintf("the word %q in: %s", strings.Join(v.woorden, " "), zin),
						fmt.Sprintf("say %q", v.gewoon)})
				}
			}
		}
		return alle
	}
}

// geenRegel looks for words that make a rule of what is a weighing.
func geenRegel(t tekst) []bevinding {
	if t.soort == regel {
		return nil
	}
	for _, woord := range []string{"altijd", "nooit", "voortaan", "stappenplan", "protocol", "succesfactor", "succesfactoren", "iedereen moet"} {
		if (casus.Aanleiding{Woorden: []string{woord}}).Vuurt(t.tekst) {
			return []bevinding{{t.waar, fmt.Sprintf("%q sounds like a rule", woord), "say what happens here"}}
		}
	}
	return nil
}

func geenRaad(t tekst) []bevinding {
	if t.soort == regel {
		return nil
	}
	return vind(t, raad, "it gives advice or a score:", "leave the judgement to who reads it")
}

// grenzen says how long a text may be; 0 is no limit.
var grenzen = map[tekstsoort]struct{ minWoorden, maxWoorden, maxZinnen int }{
	kop:          {maxWoorden: 6},
	optie:        {maxWoorden: 6},
	vraag:        {maxWoorden: 20},
	omschrijving: {maxWoorden: 15},
	situatie:     {minWoorden: 100, maxWoorden: 360},
	toelichting:  {maxZinnen: 2},
	uitleg:       {maxZinnen: 2},
}

func binnenGrenzen(t tekst) []bevinding {
	var alle []bevinding
	g, n := grenzen[t.soort], telWoorden(t.tekst)
	if g.maxWoorden > 0 && n > g.maxWoorden {
		alle = append(alle, bevinding{t.waar, fmt.Sprintf("it has %d words: %s", n, t.tekst), fmt.Sprintf("make it at most %d", g.maxWoorden)})
	}
	if n < g.minWoorden {
		alle = append(alle, bevinding{t.waar, fmt.Sprintf("it has %d words", n), fmt.Sprintf("make it at least %d", g.minWoorden)})
	}
	if z := len(zinnen(t.tekst)); g.maxZinnen > 0 && z > g.maxZinnen {
		alle = append(alle, bevinding{t.waar, fmt.Sprintf("it has %d sentences: %s", z, t.tekst), fmt.Sprintf("make it at most %d", g.maxZinnen)})
	}
	return alle
}

// goedeKernvraag looks at the last sentence of the moment of a casus.
func goedeKernvraag(t tekst) []bevinding {
	if t.soort != moment {
		return nil
	}
	var alle []bevinding
	kern := ""
	if z := zinnen(t.tekst); len(z) > 0 {
		kern = z[len(z)-1]
	}
	if n := telWoorden(kern); n > 15 {
		alle = append(alle, bevinding{t.waar, fmt.Sprintf("the kernvraag has %d words: %s", n, kern), "make it at most 15"})
	}
	if strings.Contains(kern, ",") {
		alle = append(alle, bevinding{t.waar, "the kernvraag has a comma: " + kern, "ask one thing"})
	}
	if !kernRe.MatchString(kern) {
		alle = append(alle, bevinding{t.waar, "the last sentence is no kernvraag: " + kern, "begin with mag, kan, moet or durf, and ask"})
	}
	return alle
}

// elkeVraagToegelicht looks for questions that do not help who is stuck.
func elkeVraagToegelicht(w casus.Werkvorm) []bevinding {
	var alle []bevinding
	for _, s := range slices.Concat([]casus.Stap{w.Eigen}, w.Stappen, w.Na) {
		for _, v := range slices.Concat(s.Vragen, s.Velden) {
			if v.Toelichting == "" {
				alle = append(alle, bevinding{"werkvormen/" + w.ID + ".yaml", "vraag " + s.ID + "." + v.ID + " has no toelichting", "help who is stuck"})
			}
		}
	}
	return alle
}

// kortVooraf looks at all that is shown before the first question.
func kortVooraf(waar, s string) []bevinding {
	if n := telWoorden(s); n > maxVooraf {
		return []bevinding{{waar, fmt.Sprintf("%d words come before the first question", n), fmt.Sprintf("make it at most %d", maxVooraf)}}
	}
	return nil
}
