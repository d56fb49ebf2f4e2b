// Package rapport shows what a reflectie says, and the waardenetwerk of one or
// more, to somebody who reads it away from its file: as lines for a terminal
// or a pipe, and as a page of HTML that stands on its own.
//
// It writes to a stream that it is given, changes nothing of what was said, and
// knows nothing of how a file is kept. Private answers it shows in lines alone,
// and only where it is handed them; a page has no place for them.
package rapport

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// A Bladzij is a reflectie as it is read.
type Bladzij struct {
	Bron
	Delen   []markdown.Deel
	Netwerk netwerk.Netwerk // stands where Delen say
}

// heeftKop reports whether the page begins with its own heading.
func (b Bladzij) heeftKop() bool {
	return len(b.Delen) > 0 && b.Delen[0].Soort == markdown.DeelKop && b.Delen[0].Niveau == 1 && strings.TrimSpace(b.Delen[0].Tekst) != ""
}

// A stuk is a part of a page, or questions that were not answered: those that
// come one after another stand in one list.
type stuk struct {
	markdown.Deel
	open []string
}

// nietIngevuld stands above the questions that were not answered.
const nietIngevuld = "Niet ingevuld:"

// stukken puts questions without an answer together where two or more come one
// after another.
func stukken(delen []markdown.Deel) []stuk {
	var uit []stuk
	for len(delen) > 0 {
		var open []string
		rest := delen
		for isOpen(rest) {
			open = append(open, rest[0].Tekst)
			rest = rest[2:]
		}
		if len(open) > 1 {
			uit = append(uit, stuk{open: open})
			delen = rest
		} else {
			uit = append(uit, stuk{Deel: delen[0]})
			delen = delen[1:]
		}
	}
	return uit
}

// isOpen reports whether the first of the parts is a question without an answer.
func isOpen(delen []markdown.Deel) bool {
	return len(delen) > 1 && delen[0].Soort == markdown.DeelKop && delen[0].Niveau == 3 && delen[1].Soort == markdown.DeelLeeg &&
		(len(delen) == 2 || delen[2].Soort == markdown.DeelKop)
}

// A Bron says which reflectie it is. What that does not tell is "".
type Bron struct {
	Bestand string          `json:"bestand"`
	Casus   string          `json:"casus"`
	Titel   string          `json:"titel"`
	Rol     string          `json:"rol,omitempty"`
	Door    string          `json:"door,omitempty"`
	Datum   reflectie.Datum `json:"datum,omitzero"`
}

// String says which one it is in words.
func (b Bron) String() string {
	delen := []string{b.Titel, b.Rol, b.Door, b.Datum.Voluit()}
	if b.Door != "" {
		delen[2] = "door " + b.Door
	}
	return strings.Join(slices.DeleteFunc(delen, func(s string) bool { return s == "" }), ", ")
}

// Bronnen are the reflecties that a waardenetwerk is of. Of velen it does not hold each.
type Bronnen struct {
	eerste   []Bron // those that are named one by one
	aantal   int
	anders   bool // they are about more than one situation
	perCasus map[string]gelijk
	eigen    int // how many are about situations of people's own
}

// A gelijk is how many are about one casus.
type gelijk struct {
	titel  string
	aantal int
}

// NewBronnen takes in reflecties.
func NewBronnen(bronnen ...Bron) *Bronnen {
	b := &Bronnen{perCasus: map[string]gelijk{}}
	for _, bron := range bronnen {
		b.Add(bron)
	}
	return b
}

// Add takes in one more.
func (b *Bronnen) Add(bron Bron) {
	if b.aantal++; !b.zijnVelen() {
		b.eerste = append(b.eerste, bron)
	}
	b.anders = b.anders || bron.Titel != b.eerste[0].Titel
	if bron.Casus == reflectie.Eigen {
		b.eigen++
		return
	}
	g := b.perCasus[bron.Casus]
	b.perCasus[bron.Casus] = gelijk{cmp.Or(g.titel, bron.Titel), g.aantal + 1}
}

// zijnVelen reports whether a list of them is not what one came for.
func (b *Bronnen) zijnVelen() bool { return b.aantal >= netwerk.Velen }

// Titel names what they are about, each thing once; of velen that are about more than
// one thing, it says how many they are.
func (b *Bronnen) Titel() string {
	if b.zijnVelen() && b.anders {
		return fmt.Sprintf("%d reflecties over verschillende situaties", b.aantal)
	}
	var titels []string
	for _, bron := range b.eerste {
		if !slices.Contains(titels, bron.Titel) {
			titels = append(titels, bron.Titel)
		}
	}
	return strings.Join(titels, ", ")
}

// Bijschrift is the title of a picture that stands on its own: of one reflectie it
// says which it is.
func (b *Bronnen) Bijschrift() string {
	if b.aantal == 1 {
		return b.eerste[0].String()
	}
	return b.Titel()
}

// inleiding stands above the waardenetwerk: it begins the list of them, or stands in
// its place. Of more than one casus it warns: "hier" is then more than one place.
func (b *Bronnen) inleiding() string {
	switch {
	case b.aantal == 1:
		return "Uit deze reflectie:"
	case b.zijnVelen() && b.anders:
		return "Uit " + b.Titel() + ". Onderaan staat welke."
	case b.zijnVelen():
		return fmt.Sprintf("Uit %d reflecties: %s.", b.aantal, b.Titel())
	case b.anders:
		return "Uit deze reflecties, over verschillende situaties:"
	}
	return "Uit deze reflecties:"
}

// boven says of each which one it is; of velen none is named.
func (b *Bronnen) boven() []string {
	if b.zijnVelen() {
		return nil
	}
	var namen []string
	for _, bron := range b.eerste {
		namen = append(namen, bron.String())
	}
	return namen
}

// aantalPerCasus stands above what onderaan says.
const aantalPerCasus = "Aantal reflecties per casus:"

// onderaan counts how many of velen are about each casus, in the order of the titles.
// Situations of people's own are together one, the last.
func (b *Bronnen) onderaan() []string {
	if !b.zijnVelen() || !b.anders {
		return nil
	}
	var regels []string
	for _, g := range b.perCasus {
		regels = append(regels, fmt.Sprintf("%s: %d", g.titel, g.aantal))
	}
	slices.Sort(regels)
	if b.eigen > 0 {
		regels = append(regels, fmt.Sprintf("Eigen situaties: %d", b.eigen))
	}
	return regels
}
