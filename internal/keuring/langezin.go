package keuring

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

func langeZin() controle {
	return controle{zoek: zoekLangeZin, Regel: Regel{
		Code: "R017", Ernst: Tip, Naam: "een lange zin",
		Uitleg: "Een zin van meer dan 25 woorden leest niemand in één keer. Maak er twee van.",
		Niet: "kern: Wie belt er als het regent en de lamp boven de deur van het oude gemaal het niet doet, terwijl de man van de " +
			"storingsdienst net naar huis is gegaan?",
		Wel: "kern: Wie belt er als het regent? De lamp boven de deur van het oude gemaal doet het niet. De man van de " +
			"storingsdienst is net naar huis gegaan.",
	}}
}

// maxZin is of how many words a sentence may be.
const maxZin = 25

func zoekLangeZin(b *bestand, meld meld) {
	if b.node == nil {
		return
	}
	for n := range (tak{b.node}).proza() {
		for plek, zin := range zinnen(n.Tekst) {
			if aantal := len(woorden(zin)); aantal > maxZin {
				meld(b.in(n, plek), "deze zin heeft %d woorden; maak er twee van, of haal er iets uit", aantal)
			}
		}
	}
}

// zinnen yields the sentences of a text, each with where it begins, in bytes. A blank
// line ends one too, and so does what begins an item of a list.
func zinnen(tekst string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		begin := 0
		geef := func(tot int) bool {
			zin := tekst[begin:tot]
			kaal := strings.TrimLeftFunc(zin, unicode.IsSpace)
			van := begin + len(zin) - len(kaal)
			begin = tot
			return kaal == "" || yield(van, strings.TrimSpace(kaal))
		}
		for i := range tekst {
			rest := tekst[i:]
			isEinde := i > 0 && strings.ContainsRune(".?!…", laatste(tekst[:i])) && (rest[0] == ' ' || rest[0] == '\n') && !gaatDoor(rest)
			if (isEinde || strings.HasPrefix(rest, "\n\n") || strings.HasPrefix(rest, "\n- ")) && !geef(i) {
				return
			}
		}
		geef(len(tekst))
	}
}

// gaatDoor reports whether a text goes on with a small letter, as after "o.a.".
func gaatDoor(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \n"))
	return unicode.IsLower(r)
}

// laatste is the last letter or mark of a text, but for the quotation marks and brackets
// that close after it.
func laatste(tekst string) rune {
	runen := []rune(strings.TrimRight(tekst[max(0, len(tekst)-16):], "’”'\")»"))
	if len(runen) == 0 {
		return 0
	}
	return runen[len(runen)-1]
}

// woorden are what has a letter or a digit in it.
func woorden(zin string) []string {
	return slices.DeleteFunc(strings.Fields(zin), func(w string) bool {
		return !strings.ContainsFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	})
}
