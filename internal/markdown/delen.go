package markdown

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
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
	DeelNetwerk                   // the place of the waardenetwerk, with its drawing and its sentences
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

func (l *lijf) delen() []Deel {
	var delen []Deel
	hier := l.begin
	tekst := func(tot int) {
		if s := zonderOpmerkingen(l.teksten[hier:max(hier, tot)]); s != "" {
			delen = append(delen, Deel{Soort: DeelTekst, Tekst: s})
		}
	}
	for _, e := range l.elementen {
		tekst(e.lijn)
		hier = e.tot
		delen = append(delen, l.deel(e)...)
	}
	tekst(len(l.teksten))
	return delen
}

// deel makes parts of an element.
func (l *lijf) deel(e element) []Deel {
	switch e.soort {
	case isGegevens:
		return nil
	case isAfgeleid:
		return l.afgeleid(e)
	}
	var delen []Deel
	if e.kop != "" {
		delen = append(delen, Deel{Soort: DeelKop, Niveau: max(e.niveau, 1), Tekst: citaat.Ontplat(koptekst(e.kop))})
	}
	switch {
	case e.soort == isKop:
		return delen
	case e.niets:
		return append(delen, Deel{Soort: DeelTekst, Tekst: niets})
	case !e.heeftAntwoord():
		return append(delen, Deel{Soort: DeelLeeg})
	}
	return append(delen, Deel{Soort: DeelAntwoord, Tekst: citaat.Lees(l.antwoord(e))})
}

// afgeleid makes parts of what is derived. The waardenetwerk is drawn anew by
// who shows it; what stands below that is text.
func (l *lijf) afgeleid(e element) []Deel {
	lijnen := strings.Split(l.tussen(e), "\n")
	var delen []Deel
	if e.naam == deelNetwerk {
		delen = append(delen, Deel{Soort: DeelNetwerk})
		var code Codeblok
		for len(lijnen) > 0 && (code.Neemt(lijnen[0]) || isLeeg(lijnen[0]) || strings.HasPrefix(lijnen[0], "- ")) {
			lijnen = lijnen[1:]
		}
	}
	lijnen = slices.DeleteFunc(lijnen, func(s string) bool { return strings.HasPrefix(s, "<") })
	if tekst := strings.Trim(strings.Join(lijnen, "\n"), "\n"); tekst != "" {
		delen = append(delen, Deel{Soort: DeelTekst, Tekst: tekst})
	}
	return delen
}

// zonderOpmerkingen joins lines, but for HTML comments that begin a line: on a
// forge nobody sees those either. In a block of code they are text.
func zonderOpmerkingen(lijnen []string) string {
	var b strings.Builder
	var code Codeblok
	isOpmerking := false
	for _, s := range lijnen {
		kaal, _ := kaal(s)
		switch {
		case !isOpmerking && code.Neemt(s):
		case isOpmerking, strings.HasPrefix(kaal, "<!--"):
			_, na, klaar := strings.Cut(s, "-->")
			isOpmerking = !klaar
			if s = na; isLeeg(na) {
				continue
			}
		}
		b.WriteString(s + "\n")
	}
	return strings.Trim(b.String(), "\n")
}

// Bevat reports whether each of the words stands somewhere in the file, as they are
// searched.
func (d *Document) Bevat(woorden []string) bool {
	return len(woorden) == 0 || reflectie.HeeftWoorden(string(d.data), woorden)
}

// Titel returns the heading of the page, or "" where there is none.
func (d *Document) Titel() string { return eersteTitel(d.lijf.lijnen[d.lijf.begin:]) }

// Moment returns what the file tells of the casus, for when that itself is gone;
// "" where it tells nothing. Its first line, by whom and when, is no part of it.
func (d *Document) Moment() string {
	for _, e := range d.lijf.elementen {
		if e.soort == isAfgeleid && e.naam == deelMoment {
			_, tekst, _ := strings.Cut(d.lijf.tussen(e), "\n")
			return strings.Trim(citaat.Ontplat(tekst), "\n")
		}
	}
	return ""
}

// LeesPrivedelen returns the parts of the private answers that go with a
// reflectie: the bytes that EncodePrive wrote.
func LeesPrivedelen(bestand string, data []byte) []Deel {
	var f strict.Fouten // it is shown as far as it can be read
	l := leesLijf(&f, bestand, splits(data), 0)
	return l.delen()
}
