package markdown

import (
	"strings"

	"ambt.example/weeg/internal/strict"
)

// A Deelsoort is a kind of part of a page.
type Deelsoort int

// The kinds of part.
const (
	DeelKop      Deelsoort = iota // a heading: Tekst is plain, on one line
	DeelAntwoord                  // an answer: Tekst is Markdown, of a text as the person wrote it
	DeelLeeg                      // a question that was not answered
	DeelTekst                     // anything else, in Markdown: what it is about, or a note of a person
	DeelNetwerk                   // the place of the waardenetwerk
)

// A Deel is one part of the page that a file is, for who shows it in another form.
type Deel struct {
	Soort  Deelsoort
	Niveau int // of a heading, from 1
	Tekst  string
}

// Delen returns the page in parts, in the order of the file: all that a person
// reads on it, and nothing that is for the tool alone.
func (d *Document) Delen() []Deel { return d.lijf.delen() }

// LeesPrivedelen returns the parts of the private answers that go with a
// reflectie: the bytes that EncodePrive wrote.
func LeesPrivedelen(bestand string, data []byte) []Deel {
	var f strict.Fouten // it is shown as far as it can be read
	l := leesLijf(&f, bestand, splits(data, 0), 0)
	return l.delen()
}

func (l *lijf) delen() []Deel {
	var delen []Deel
	hier := l.begin
	tussen := func(tot int) {
		if tekst := zonderOpmerkingen(l.regels[hier:tot]); tekst != "" {
			delen = append(delen, Deel{Soort: DeelTekst, Tekst: tekst})
		}
	}
	for _, e := range l.elementen {
		tussen(e.regel)
		hier = e.tot
		delen = append(delen, l.deel(e))
	}
	tussen(len(l.regels))
	return delen
}

// deel makes a part of an element.
func (l *lijf) deel(e element) Deel {
	switch {
	case e.soort == isKop:
		return Deel{Soort: DeelKop, Niveau: e.niveau, Tekst: ontplat(strings.TrimSpace(strings.TrimLeft(l.regels[e.regel].tekst, "#")))}
	case e.soort == isVraag && e.tekst != "":
		return Deel{Soort: DeelAntwoord, Tekst: e.tekst}
	case e.soort == isVraag:
		return Deel{Soort: DeelLeeg}
	case e.naam == blokNetwerk:
		return Deel{Soort: DeelNetwerk}
	}
	tekst := zonderOpmerkingen(l.regels[e.regel+1 : e.tot-1])
	if isNietIngevuld(tekst) {
		return Deel{Soort: DeelLeeg}
	}
	if e.naam == blokKop || e.naam == blokMoment {
		return Deel{Soort: DeelTekst, Tekst: tekst}
	}
	return Deel{Soort: DeelAntwoord, Tekst: tekst} // a choice
}

// zonderOpmerkingen joins lines, but for HTML comments that begin a line: on a
// forge nobody sees those either. In a block of code they are text.
func zonderOpmerkingen(regels []regel) string {
	var b strings.Builder
	blok, isOpmerking := "", false
	for _, r := range regels {
		tekst := r.tekst
		switch {
		case blok != "":
			if SluitHek(tekst, blok) {
				blok = ""
			}
		case !isOpmerking && Hek(tekst) != "":
			blok = Hek(tekst)
		case isOpmerking, strings.HasPrefix(tekst[inspringing(tekst):], "<!--"):
			_, na, klaar := strings.Cut(tekst, "-->")
			isOpmerking = !klaar
			if tekst = na; strings.TrimSpace(na) == "" {
				continue
			}
		}
		b.WriteString(tekst + "\n")
	}
	return strings.Trim(b.String(), "\n")
}
