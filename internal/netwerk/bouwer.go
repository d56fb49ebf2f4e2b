package netwerk

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unique"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Bijdrage is a reflectie, and in words who made it: from which rol, by whom, and
// about what. What was not told is "".
type Bijdrage struct {
	Reflectie       reflectie.Reflectie
	Rol, Door, Over string
}

// ZonderRol stands for who did not tell from which rol they looked.
const ZonderRol = "iemand zonder rol"

// Velen are more reflecties than anybody names one by one.
const Velen = 11

// New puts reflecties together. The catalogue says in which groep a waarde is,
// and what it is called where a reflectie does not.
//
// A waarde of the catalogue is the same in every reflectie. An own value of one
// person is that of another when they call it the same, whatever its id; two of
// one person stay two, however alike they are called.
func New(catalogus []casus.Waarde, bijdragen ...Bijdrage) Netwerk {
	b := NewBouwer(catalogus)
	for _, bijdrage := range bijdragen {
		b.Add(bijdrage)
	}
	return b.Netwerk()
}

// A Bouwer puts reflecties together one by one. Of each it keeps no more than what
// it adds to the waardenetwerk, and nothing of the text that it was read from.
type Bouwer struct {
	catalogus []casus.Waarde
	bekend    map[string]casus.Waarde // the same, by id
	aantal    int                     // of the reflecties
	waarden   []Waarde                // each with the id of whoever named it first
	knoop     map[wat]int             // of waarden
	bezet     map[string]bool         // ids that a reflectie uses
	banden    []band
	verband   map[[2]int]int // of banden, by its waarden, the first of them first
	wie       []wie
	plek      map[wie]int // of wie
}

// wat tells one waarde from another: by its id, or, of an own value, by its name and
// the how manieth in a reflectie it is that is called so.
type wat struct {
	naam string
	keer int // 0 of the catalogue
}

// A wie is somebody in words.
type wie struct{ rol, door, over string }

// A band is an edge in the making, between two of the waarden.
type band struct {
	tussen [2]int
	gezien []visie
}

// A visie is one way in which it was seen, and by whom.
type visie struct {
	soort string
	wie   []int
}

// NewBouwer begins a waardenetwerk without reflecties.
func NewBouwer(catalogus []casus.Waarde) *Bouwer {
	b := &Bouwer{catalogus: catalogus, bekend: map[string]casus.Waarde{}, knoop: map[wat]int{}, bezet: map[string]bool{},
		verband: map[[2]int]int{}, plek: map[wie]int{}}
	for _, w := range catalogus {
		b.bekend[w.ID] = w
	}
	return b
}

// los is s apart from the text that it was cut from, which would stay as long as s.
func los(s string) string { return unique.Make(s).Value() }

// Add puts a reflectie with the others. What was said of a waarde that somebody took back
// is not in it.
func (b *Bouwer) Add(bijdrage Bijdrage) {
	b.aantal++
	r := bijdrage.Reflectie
	namen := map[string]string{}
	for _, w := range r.Waarden {
		namen[w.ID] = eenRegel(w.Naam)
	}
	hier := map[string]int{} // of waarden, by the id in r
	keer := map[string]int{} // how many own values of r are called so
	knoop := func(id string) int {
		i, ok := hier[id]
		if !ok {
			w := wat{naam: id}
			if _, ok := b.bekend[id]; !ok {
				w.naam = strings.ToLower(cmp.Or(namen[id], id))
				keer[w.naam]++
				w.keer = keer[w.naam]
			}
			i = b.vind(w, id, namen[id])
			hier[id] = i
			b.bezet[los(id)] = true
			b.waarden[i].keren++
		}
		return i
	}
	for _, w := range r.Waarden {
		if !w.Genoemd {
			knoop(w.ID)
		}
	}
	door := b.nummer(wie{eenRegel(bijdrage.Rol), eenRegel(bijdrage.Door), eenRegel(bijdrage.Over)})
	for _, v := range r.Verbanden {
		if !r.Telt(v.Tussen) {
			continue
		}
		b.zie([2]int{knoop(v.Tussen[0]), knoop(v.Tussen[1])}, v.Soort, door)
	}
}

// vind returns which of the waarden w is, and adds it where it is new.
func (b *Bouwer) vind(w wat, id, naam string) int {
	i, ok := b.knoop[w]
	if !ok {
		i = len(b.waarden)
		w.naam = los(w.naam)
		b.knoop[w] = i
		b.waarden = append(b.waarden, Waarde{ID: los(id), Naam: los(cmp.Or(naam, eenRegel(b.bekend[id].Naam), id)), Groep: b.bekend[id].Groep})
	}
	return i
}

// zie takes in that somebody saw in some way how two waarden relate.
func (b *Bouwer) zie(tussen [2]int, soort string, door int) {
	paar := [2]int{min(tussen[0], tussen[1]), max(tussen[0], tussen[1])}
	i, ok := b.verband[paar]
	if !ok {
		i = len(b.banden)
		b.verband[paar] = i
		b.banden = append(b.banden, band{tussen: tussen})
	}
	v := &b.banden[i]
	j := slices.IndexFunc(v.gezien, func(g visie) bool { return g.soort == soort })
	if j < 0 {
		j = len(v.gezien)
		v.gezien = append(v.gezien, visie{soort: los(soort)})
	}
	v.gezien[j].wie = append(v.gezien[j].wie, door)
}

// nummer returns which of those in wie somebody is, and adds who is new.
func (b *Bouwer) nummer(w wie) int {
	i, ok := b.plek[w]
	if !ok {
		i = len(b.wie)
		w = wie{los(w.rol), los(w.door), los(w.over)}
		b.plek[w] = i
		b.wie = append(b.wie, w)
	}
	return i
}

// Netwerk is that of all reflecties so far.
func (b *Bouwer) Netwerk() Netwerk { return b.netwerk(b.aantal > 1, b.namen()) }

// Naamloos is Netwerk of many, without who saw what.
func (b *Bouwer) Naamloos() Netwerk { return b.netwerk(true, nil) }

func (b *Bouwer) netwerk(samen bool, namen []string) Netwerk {
	n := Netwerk{Waarden: append([]Waarde{}, b.waarden...), Verbanden: []Verband{}, samen: samen, velen: b.aantal >= Velen,
		plek: map[string]int{}}
	nummer := map[string]int{} // that the last waarde with such an id got
	for i := range n.Waarden {
		w := &n.Waarden[i]
		if _, ok := n.plek[w.ID]; ok { // another waarde has that id
			w.ID = b.vrij(w.ID, nummer)
		}
		n.plek[w.ID] = i
	}
	alle := soorten()
	for _, v := range b.banden {
		uit := Verband{Tussen: reflectie.Paar{n.Waarden[v.tussen[0]].ID, n.Waarden[v.tussen[1]].ID}}
		for _, g := range v.gezien {
			uit.Gezien = append(uit.Gezien, Gezien{Soort: g.soort, Rollen: rollen(g.wie, namen)})
		}
		// In an order of its own: which one was seen first, or most, says nothing.
		slices.SortStableFunc(uit.Gezien, func(x, y Gezien) int { return cmp.Compare(slices.Index(alle, x.Soort), slices.Index(alle, y.Soort)) })
		n.Verbanden = append(n.Verbanden, uit)
	}
	n.groepen = groepen(b.catalogus, n.Waarden)
	return n
}

// vrij makes an id that no reflectie uses.
func (b *Bouwer) vrij(id string, nummer map[string]int) string {
	for n := max(2, nummer[id]+1); ; n++ {
		if nieuw := fmt.Sprintf("%s-%d", id, n); !b.bezet[nieuw] {
			nummer[id] = n
			return nieuw
		}
	}
}

// namen names who saw something, by their number: from which rol, about what where
// that is not the same for all, and by whom where one rol is of several. Of velen it is
// the rol alone. Of one reflectie nobody asks.
func (b *Bouwer) namen() []string {
	if b.aantal < 2 {
		return nil
	}
	door, deelt, over := map[string]string{}, map[string]bool{}, map[string]bool{}
	for _, w := range b.wie {
		ander, ok := door[w.rol]
		deelt[w.rol] = deelt[w.rol] || ok && ander != w.door
		door[w.rol], over[w.over] = w.door, true
	}
	var namen []string
	for _, w := range b.wie {
		var bij []string
		if deelt[w.rol] && w.door != "" {
			bij = append(bij, w.door)
		}
		if len(over) > 1 && w.over != "" {
			bij = append(bij, w.over)
		}
		naam := cmp.Or(w.rol, ZonderRol)
		if len(bij) > 0 && b.aantal < Velen {
			naam += " (" + strings.Join(bij, ", ") + ")"
		}
		namen = append(namen, naam)
	}
	return namen
}

// rollen are the names of who saw something, each once.
func rollen(wie []int, namen []string) []string {
	if namen == nil {
		return nil
	}
	var uit []string
	genoemd := map[string]bool{}
	for _, w := range wie {
		if naam := namen[w]; !genoemd[naam] {
			genoemd[naam] = true
			uit = append(uit, naam)
		}
	}
	return uit
}
