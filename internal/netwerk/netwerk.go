// Package netwerk shows the waardenetwerk of one reflectie, or of several at
// once: as sentences, a matrix, a Mermaid diagram and a picture.
//
// It accuses no side, gives no score, ranking or count of who saw what, and
// never writes to a file or a terminal. The same reflecties give the same bytes.
package netwerk

import (
	"slices"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Netwerk holds the waarden that play, as nodes, and how they relate, as
// edges. Both keep the order in which they were named.
type Netwerk struct {
	Waarden   []Waarde  `json:"waarden"`
	Verbanden []Verband `json:"verbanden"`
	Rest      string    `json:"-"` // what Kern left out, in words

	groepen []deelgroep    // those of the waarden, in the order of the catalogue
	samen   bool           // it is of several reflecties, so that who saw what is told
	velen   bool           // it is of more than anybody names one by one
	plek    map[string]int // of a waarde, by its id
}

// A Waarde is a node. Groep is "" for a value that the catalogue does not have.
type Waarde struct {
	ID    string `json:"id"`
	Naam  string `json:"naam"`
	Groep string `json:"groep,omitempty"`

	keren int // in how many reflecties it is
}

// A Verband is an edge. Of one reflectie it was seen in one way, of several
// perhaps in more.
type Verband struct {
	Tussen reflectie.Paar `json:"tussen"`
	Gezien []Gezien       `json:"gezien"`
}

// A Gezien is one way in which a verband was seen, and the rollen that saw it
// so, each once. Soort is "" where nobody said yet how the waarden relate.
type Gezien struct {
	Soort  string   `json:"soort"`
	Rollen []string `json:"rollen,omitempty"`
}

// A deelgroep is a groep, or part of one, with the waarden that stand together.
type deelgroep struct {
	naam    string // "" for that of own values
	waarden []Waarde
}

// groepen divides waarden, in the order of the catalogue; own values are last.
func groepen(catalogus []casus.Waarde, waarden []Waarde) []deelgroep {
	var namen []string
	for _, w := range catalogus {
		if w.Groep != "" && !slices.Contains(namen, w.Groep) {
			namen = append(namen, w.Groep)
		}
	}
	var lijst []deelgroep
	for _, naam := range append(namen, "") {
		leden := slices.DeleteFunc(slices.Clone(waarden), func(w Waarde) bool { return w.Groep != naam })
		if len(leden) > 0 {
			lijst = append(lijst, deelgroep{naam, leden})
		}
	}
	return lijst
}

// waarde returns the node with an id that a verband names.
func (n Netwerk) waarde(id string) Waarde { return n.Waarden[n.plek[id]] }

// isGetekend reports whether somebody saw that the two touch each other; else no
// line is drawn between them.
func (v Verband) isGetekend() bool {
	return slices.ContainsFunc(v.Gezien, func(g Gezien) bool { return g.Soort != reflectie.Geen })
}

// gezegd returns the ways in which somebody said that they saw it.
func (v Verband) gezegd() []Gezien {
	return slices.DeleteFunc(slices.Clone(v.Gezien), func(g Gezien) bool { return g.Soort == "" })
}

func eenRegel(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}
