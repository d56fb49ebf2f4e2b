// Package netwerk shows the waardenetwerk of one reflectie, or of several at
// once: as sentences, a matrix, a Mermaid diagram and a picture.
//
// It accuses no side, gives no score, ranking or count of who saw what, and
// never writes to a file or a terminal. The same reflecties give the same bytes.
package netwerk

import (
	"cmp"
	"fmt"
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

	groepen []deelgroep    // those of the waarden, in the order of the catalogue
	samen   bool           // it is of several reflecties, so that who saw what is told
	plek    map[string]int // of a waarde, by its id
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
const ZonderRol = "iemand zonder rol"

// New puts reflecties together. The catalogue says in which groep a waarde is,
// and what it is called where a reflectie does not.
//
// A waarde of the catalogue is the same in every reflectie. An own value of one
// person is that of another when they call it the same, whatever its id; two of
// one person stay two, however alike they are called.
func New(catalogus []casus.Waarde, bijdragen ...Bijdrage) Netwerk {
	b := bouwer{catalogus: map[string]casus.Waarde{}, bezet: map[string]bool{}, knoop: map[string]string{}, verband: map[string]int{},
		n: Netwerk{Waarden: []Waarde{}, Verbanden: []Verband{}, samen: len(bijdragen) > 1, plek: map[string]int{}}}
	for _, w := range catalogus {
		b.catalogus[w.ID] = w
	}
	for _, bijdrage := range bijdragen {
		for _, w := range bijdrage.Reflectie.Waarden {
			b.bezet[w.ID] = true
		}
	}
	for _, bijdrage := range bijdragen {
		b.add(bijdrage)
	}
	b.n.groepen = groepen(catalogus, b.n.Waarden)
	return b.n
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

// A bouwer puts a Netwerk together.
type bouwer struct {
	catalogus map[string]casus.Waarde
	n         Netwerk
	bezet     map[string]bool   // ids that a reflectie uses, or a node has
	knoop     map[string]string // the id of a node, by what it is
	verband   map[string]int    // of an edge, by the key of its pair
}

func (b *bouwer) add(bijdrage Bijdrage) {
	r := bijdrage.Reflectie
	namen := map[string]string{}
	for _, w := range r.Waarden {
		namen[w.ID] = eenRegel(w.Naam)
	}
	hier := map[string]string{} // the id of a node, by the id of the waarde in r
	keer := map[string]int{}    // how many own values of r are called so
	knoop := func(id string) string {
		if hier[id] == "" {
			wat := "catalogus " + id
			if _, ok := b.catalogus[id]; !ok {
				naam := strings.ToLower(cmp.Or(namen[id], id))
				keer[naam]++
				wat = fmt.Sprintf("eigen %d %s", keer[naam], naam)
			}
			hier[id] = b.vind(wat, id, namen[id])
		}
		return hier[id]
	}
	for _, w := range r.Waarden {
		if !w.Genoemd {
			knoop(w.ID)
		}
	}
	for _, v := range r.Verbanden {
		b.zie(reflectie.Paar{knoop(v.Tussen[0]), knoop(v.Tussen[1])}, v.Soort, cmp.Or(eenRegel(bijdrage.Rol), ZonderRol))
	}
}

// vind returns the id of the node for a waarde, and adds it where it is new; wat
// tells one waarde from another.
func (b *bouwer) vind(wat, id, naam string) string {
	if knoop, ok := b.knoop[wat]; ok {
		return knoop
	}
	w := Waarde{ID: id, Naam: cmp.Or(naam, eenRegel(b.catalogus[id].Naam), id), Groep: b.catalogus[id].Groep}
	if _, ok := b.n.plek[id]; ok { // another waarde has that id
		for n := 2; b.bezet[w.ID]; n++ {
			w.ID = fmt.Sprintf("%s-%d", id, n)
		}
	}
	b.bezet[w.ID] = true
	b.knoop[wat] = w.ID
	b.n.plek[w.ID] = len(b.n.Waarden)
	b.n.Waarden = append(b.n.Waarden, w)
	return w.ID
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
	alle := soorten()
	slices.SortFunc(v.Gezien, func(x, y Gezien) int {
		return cmp.Compare(slices.Index(alle, x.Soort), slices.Index(alle, y.Soort))
	})
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
