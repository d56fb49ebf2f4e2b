// Package rapport shows what a reflectie says, and the waardenetwerk of one or
// more, to somebody who reads it away from its file: as lines for a terminal
// or a pipe, and as a page of HTML that stands on its own.
//
// It writes to a stream that it is given, changes nothing of what was said, and
// knows nothing of how a file is kept. Private answers it shows in lines alone,
// and only where it is handed them; a page has no place for them.
package rapport

import (
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

// namen says of each which one it is.
func namen(bronnen []Bron) []string {
	var namen []string
	for _, b := range bronnen {
		namen = append(namen, b.String())
	}
	return namen
}

// inleiding stands above the list of reflecties that a waardenetwerk is of. Of
// more than one casus it warns: "hier" is then more than one place.
func inleiding(bronnen []Bron) string {
	if len(bronnen) == 1 {
		return "Uit deze reflectie:"
	}
	if slices.ContainsFunc(bronnen, func(b Bron) bool { return b.Titel != bronnen[0].Titel }) {
		return "Uit deze reflecties, over verschillende situaties:"
	}
	return "Uit deze reflecties:"
}
