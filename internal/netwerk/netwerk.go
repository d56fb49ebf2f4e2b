// Package netwerk shows the waardenetwerk of one reflectie, or of several at
// once: as sentences, a matrix, a Mermaid diagram and a picture.
//
// It accuses no side, gives no score, ranking or count of who saw what, and
// never writes to a file or a terminal. The same reflecties give the same bytes.
package netwerk

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Bijdrage is a reflectie and the rol of who made it, in words; "" where that
// was not told.
type Bijdrage struct {
	Reflectie reflectie.Reflectie
	Rol       string
}

// A Netwerk holds the waarden that play, as nodes, and how they relate, as
// edges. Both keep the order in which they were named.
type Netwerk struct {
	Waarden   []Waarde  `json:"waarden"`
	Verbanden []Verband `json:"verbanden"`

	groepen []string // those of the waarden, in the order of the catalogue
	samen   bool     // it is of several reflecties, so that who saw what is told
}

// A Waarde is a node. Groep is "" for a value that the catalogue does not have.
type Waarde struct {
	ID    string `json:"id"`
	Naam  string `json:"naam"`
	Groep string `json:"groep,omitempty"`
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

// ZonderRol stands for who did not tell from which rol they looked.
const ZonderRol = "Rol niet genoemd"

// New puts reflecties together. The catalogue says in which groep a waarde is,
// and what it is called where a reflectie does not.
func New(catalogus []casus.Waarde, bijdragen ...Bijdrage) Netwerk {
	b := bouwer{catalogus: catalogus, n: Netwerk{Waarden: []Waarde{}, Verbanden: []Verband{}, samen: len(bijdragen) > 1},
		plek: map[string]int{}, verband: map[string]int{}}
	for _, bijdrage := range bijdragen {
		b.add(bijdrage)
	}
	for _, w := range catalogus {
		if !slices.Contains(b.n.groepen, w.Groep) && slices.ContainsFunc(b.n.Waarden, func(n Waarde) bool { return n.Groep == w.Groep }) {
			b.n.groepen = append(b.n.groepen, w.Groep)
		}
	}
	if slices.ContainsFunc(b.n.Waarden, func(n Waarde) bool { return n.Groep == "" }) && !slices.Contains(b.n.groepen, "") {
		b.n.groepen = append(b.n.groepen, "")
	}
	return b.n
}

// A bouwer puts a Netwerk together.
type bouwer struct {
	catalogus []casus.Waarde
	n         Netwerk
	plek      map[string]int // of a node, by its id
	verband   map[string]int // of an edge, by the key of its pair
}

func (b *bouwer) add(bijdrage Bijdrage) {
	r := bijdrage.Reflectie
	namen := map[string]string{}
	for _, w := range r.Waarden {
		namen[w.ID] = eenRegel(w.Naam)
	}
	hier := map[string]string{} // the id of a node, by the id of the waarde in r
	knoop := func(id string) {
		if hier[id] == "" {
			hier[id] = b.knoop(id, namen[id])
		}
	}
	for _, w := range r.Waarden {
		if !w.Genoemd {
			knoop(w.ID)
		}
	}
	for _, v := range r.Verbanden {
		knoop(v.Tussen[0])
		knoop(v.Tussen[1])
		b.zie(reflectie.Paar{hier[v.Tussen[0]], hier[v.Tussen[1]]}, v.Soort, cmp.Or(eenRegel(bijdrage.Rol), ZonderRol))
	}
}

// knoop returns the id of the node for a waarde, and adds it where it is new. An
// own value of one person and one of another are the same when they have the
// same id and name; the second of two that only share an id gets another one.
func (b *bouwer) knoop(id, naam string) string {
	w := Waarde{ID: id, Naam: cmp.Or(naam, id)}
	if i := slices.IndexFunc(b.catalogus, func(c casus.Waarde) bool { return c.ID == id }); i >= 0 {
		w.Naam, w.Groep = cmp.Or(naam, eenRegel(b.catalogus[i].Naam), id), b.catalogus[i].Groep
		naam = "" // whatever it is called, it is the same value
	}
	for {
		i, ok := b.plek[w.ID]
		if !ok {
			b.plek[w.ID] = len(b.n.Waarden)
			b.n.Waarden = append(b.n.Waarden, w)
			return w.ID
		}
		if naam == "" || strings.EqualFold(b.n.Waarden[i].Naam, naam) {
			return w.ID
		}
		w.ID += "-2"
	}
}

// zie takes in that a rol saw a verband in some way.
func (b *bouwer) zie(paar reflectie.Paar, soort, rol string) {
	i, ok := b.verband[paar.Sleutel()]
	if !ok {
		i = len(b.n.Verbanden)
		b.verband[paar.Sleutel()] = i
		b.n.Verbanden = append(b.n.Verbanden, Verband{Tussen: paar})
	}
	v := &b.n.Verbanden[i]
	j := slices.IndexFunc(v.Gezien, func(g Gezien) bool { return g.Soort == soort })
	if j < 0 {
		j = len(v.Gezien)
		v.Gezien = append(v.Gezien, Gezien{Soort: soort})
	}
	if g := &v.Gezien[j]; b.n.samen && !slices.Contains(g.Rollen, rol) {
		g.Rollen = append(g.Rollen, rol)
	}
	// In an order of its own: which one was seen first, or most, says nothing.
	slices.SortFunc(v.Gezien, func(x, y Gezien) int { return cmp.Compare(volgorde(x.Soort), volgorde(y.Soort)) })
}

// volgorde is the place of a soort among its kind; one that was not said is last.
func volgorde(soort string) int {
	if i := slices.Index(reflectie.Soorten(), soort); i >= 0 {
		return i
	}
	return len(reflectie.Soorten())
}

// waarde returns the node with an id.
func (n Netwerk) waarde(id string) Waarde {
	i := slices.IndexFunc(n.Waarden, func(w Waarde) bool { return w.ID == id })
	return n.Waarden[i] // every verband is between two of them
}

// isGetekend reports whether somebody saw that the two touch each other; else no
// line is drawn between them.
func (v Verband) isGetekend() bool {
	return slices.ContainsFunc(v.Gezien, func(g Gezien) bool { return g.Soort != reflectie.Geen })
}

// teken is the sign of a soort: meaning never hangs on the kind of line alone.
func teken(soort string) string {
	switch soort {
	case reflectie.Versterkt:
		return "+"
	case reflectie.Tegen:
		return "–"
	case reflectie.Beide:
		return "±"
	case reflectie.Geen:
		return "○"
	}
	return "?"
}

// woorden says what a sign means, with the two waarden as its subject.
func woorden(soort string) string {
	switch soort {
	case reflectie.Versterkt:
		return "versterken elkaar"
	case reflectie.Tegen:
		return "werken elkaar tegen"
	case reflectie.Beide:
		return "versterken elkaar en werken elkaar tegen"
	case reflectie.Geen:
		return "raken elkaar niet"
	}
	return "nog niet gezegd"
}

// kortweg says the same as woorden where there is little room.
func kortweg(soort string) string {
	if soort == reflectie.Beide {
		return "allebei"
	}
	return woorden(soort)
}

func eenRegel(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}

func metHoofdletter(naam string) string {
	for i, r := range naam {
		return string(unicode.ToUpper(r)) + naam[i+len(string(r)):]
	}
	return naam
}
