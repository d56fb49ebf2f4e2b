package netwerk

import (
	"cmp"
	"math/bits"
	"slices"

	"ambt.example/weeg/internal/casus"
)

// The picture has the waarden in columns at its sides, grouped as in the
// catalogue, and the verbanden as labels in a column of their own, each on the
// line between its two waarden. Lines only run between the columns, so that,
// however many there are, no line and no label ever lies over another label.

// A Formaat is the form of a picture.
type Formaat int

// The forms.
const (
	Breed Formaat = iota // waarden at both sides, the verbanden between them
	Smal                 // waarden at the left and verbanden at the right, for a small screen
)

// maten are sizes in pixels.
type maten struct {
	letter         letter
	rand           int // around everything
	waarde         int // width of a waarde
	goot           int // between two columns, for the lines
	verband        int // width of a verband
	wit            int // inside a box, at its sides
	tussen         int // between two boxes below each other
	kop            int // height of the name of a groep
	groep          int // between two groepen
	kolommenWaarde int // columns of waarden
}

func (f Formaat) maten() maten {
	if f == Smal {
		return maten{letter: letter{13, 17}, rand: 3, waarde: 148, goot: 36, verband: 150, wit: 6, tussen: 10, kop: 20, groep: 12, kolommenWaarde: 1}
	}
	return maten{letter: letter{14, 18}, rand: 20, waarde: 198, goot: 76, verband: 206, wit: 12, tussen: 12, kop: 24, groep: 14, kolommenWaarde: 2}
}

func (m maten) breedte() int {
	return 2*m.rand + m.kolommenWaarde*(m.waarde+m.goot) + m.verband
}

// A vak is a box: a waarde, a verband, or the name of a groep, which has no
// border. Its lines of text stand below each other.
type vak struct {
	x, y, b, h int
	regels     []regel
}

func (v vak) midden() int { return v.y + v.h/2 }

// A waardevak is the box of a waarde, in the left or the right column.
type waardevak struct {
	vak
	rechts bool
	kop    *vak // the name of the groep that it is the first of, or nil
}

// A verbandvak is the label of a verband: a row for each way in which it was
// seen, that begins with its sign.
type verbandvak struct {
	vak
	waarden     [2]*waardevak
	rijen       []rij
	vol, streep bool // its lines are solid, dashed, or both
}

type rij struct {
	teken           string
	woorden, rollen []regel
}

func (r rij) aantal() int { return len(r.woorden) + len(r.rollen) }

// A draad is a line from a waarde to the label of a verband.
type draad struct {
	x1, y1, x2, y2 int
	naar           *verbandvak
}

// An opstelling is a picture with a place for everything.
type opstelling struct {
	maten
	hoogte    int
	titel     []regel // above everything
	boven     int     // where the rest begins
	koppen    []vak
	waarden   []*waardevak
	vakken    map[string]*waardevak // by the id of the waarde
	verbanden []*verbandvak
	draden    []draad
}

// opstellen gives everything a place, with a title above it.
func (n Netwerk) opstellen(f Formaat, titel string) *opstelling {
	o := &opstelling{maten: f.maten(), vakken: map[string]*waardevak{}}
	if n.samen && f == Breed { // rollen want room too
		o.verband += 60
	}
	o.titel = o.letter.breek(titel, o.breedte()-2*o.rand)
	o.boven = o.rand + len(o.titel)*o.letter.regel + o.groep
	if len(n.Waarden) == 0 {
		regels := o.letter.breek(n.geenWaarden(), o.breedte()-2*o.rand)
		o.hoogte = o.boven + o.kop + (len(regels)-1)*o.letter.regel + o.rand
		o.koppen = []vak{{x: o.rand, regels: regels}}
		return o
	}
	links, rechts := n.kanten(f)
	een, ander := o.newKolom(n, links, false), o.newKolom(n, rechts, true)
	hoog := max(een.hoogte, ander.hoogte, o.labels(n))
	o.zet(een, hoog)
	o.zet(ander, hoog)
	o.schik(hoog)
	o.hoogte = o.boven + hoog + o.rand
	o.trek()
	return o
}

// maxKeuze is with how many groepen every division over two sides is tried.
const maxKeuze = 12

// kanten divides the groepen over the two sides, in the order of the catalogue:
// as even as can be, and with most verbanden from one side to the other. A groep
// stays whole, unless it is the only one.
func (n Netwerk) kanten(f Formaat) (links, rechts []deelgroep) {
	if f == Smal || len(n.Waarden) < 2 {
		return n.groepen, nil
	}
	if len(n.groepen) == 1 {
		g := n.groepen[0]
		half := (len(g.waarden) + 1) / 2
		return []deelgroep{{g.naam, g.waarden[:half]}}, []deelgroep{{g.naam, g.waarden[half:]}}
	}
	beste, minst := uint(0), 0
	for keuze := uint(2); keuze < 1<<min(len(n.groepen), maxKeuze); keuze += 2 { // the first groep is at the left
		if nadeel := n.nadeel(keuze); beste == 0 || nadeel < minst {
			beste, minst = keuze, nadeel
		}
	}
	for i, g := range n.groepen {
		if isRechts(beste, i) {
			rechts = append(rechts, g)
		} else {
			links = append(links, g)
		}
	}
	return links, rechts
}

// isRechts reports whether a division puts groep i at the right. Groepen beyond
// those that a division tells of take turns.
func isRechts(keuze uint, i int) bool {
	if i >= maxKeuze {
		return i%2 == 1
	}
	return keuze&(1<<i) != 0
}

// nadeel says how bad a division is: uneven sides, and verbanden that do not
// cross from one to the other.
func (n Netwerk) nadeel(keuze uint) int {
	kant := map[string]bool{}
	scheef := 0
	for i, g := range n.groepen {
		for _, w := range g.waarden {
			kant[w.ID] = isRechts(keuze, i)
		}
		if hoog := 2*len(g.waarden) + 1; isRechts(keuze, i) {
			scheef += hoog
		} else {
			scheef -= hoog
		}
	}
	zelfde := 0
	for _, v := range n.Verbanden {
		if v.isGetekend() && kant[v.Tussen[0]] == kant[v.Tussen[1]] {
			zelfde++
		}
	}
	// Of two that are as bad, one with fewer groepen at the right.
	return (3*zelfde+2*max(scheef, -scheef))*(maxKeuze+1) + bits.OnesCount(keuze)
}

// A kolom holds waarden below each other, and above some the name of their groep.
type kolom struct {
	waarden []*waardevak
	hoogte  int
}

func (o *opstelling) newKolom(n Netwerk, groepen []deelgroep, rechts bool) kolom {
	k, x := kolom{}, o.rand
	if rechts {
		x = o.breedte() - o.rand - o.waarde
	}
	for i, g := range groepen {
		if i > 0 {
			k.hoogte += o.groep
		}
		var kop *vak
		if len(n.groepen) > 1 || g.naam != "" { // else there is nothing to tell apart
			kop = &vak{x: x, y: k.hoogte, b: o.waarde, regels: o.letter.breek(cmp.Or(g.naam, "Eigen waarden"), o.waarde)}
			kop.h = o.kop + (len(kop.regels)-1)*o.letter.regel
			k.hoogte += kop.h
		}
		for j, w := range g.waarden {
			if j > 0 {
				k.hoogte += o.tussen
			}
			v := &waardevak{vak: vak{x: x, y: k.hoogte, b: o.waarde, regels: o.letter.breek(casus.MetHoofdletter(w.Naam), o.waarde-2*o.wit)}, rechts: rechts}
			v.h = len(v.regels)*o.letter.regel + o.wit + 4
			if j == 0 {
				v.kop = kop
			}
			k.waarden = append(k.waarden, v)
			o.vakken[w.ID] = v
			k.hoogte += v.h
		}
	}
	return k
}

// zet puts a column in the picture, spread over its height.
func (o *opstelling) zet(k kolom, hoog int) {
	over := hoog - k.hoogte
	for i, w := range k.waarden {
		lager := over * (2*i + 1) / (2 * len(k.waarden))
		if w.kop != nil {
			w.kop.y += lager
			o.koppen = append(o.koppen, *w.kop)
		}
		w.y += lager
	}
	o.waarden = append(o.waarden, k.waarden...)
}

// labels makes the labels of the verbanden, and returns how high they are below
// each other.
func (o *opstelling) labels(n Netwerk) int {
	hoog, ruimte := 0, o.verband-2*o.wit-o.inspring()
	for _, v := range n.Verbanden {
		if !v.isGetekend() {
			continue
		}
		l := &verbandvak{vak: vak{x: o.rand + o.waarde + o.goot, b: o.verband},
			waarden: [2]*waardevak{o.vakken[v.Tussen[0]], o.vakken[v.Tussen[1]]}}
		for _, g := range v.Gezien {
			s := soortVan(g.Soort)
			l.vol, l.streep = l.vol || s.vol != "", l.streep || s.streep != ""
			r := rij{teken: s.teken, woorden: o.letter.breek(s.woorden, ruimte)}
			if len(g.Rollen) > 0 {
				r.rollen = o.letter.breek(n.door(g), ruimte)
			}
			l.rijen = append(l.rijen, r)
			l.h += r.aantal()*o.letter.regel + 4
		}
		l.h += o.wit - 2
		o.verbanden = append(o.verbanden, l)
		hoog += l.h + o.tussen
	}
	return max(0, hoog-o.tussen)
}

// schik puts the labels in their column, each as near as can be to the middle of
// its two waarden.
func (o *opstelling) schik(hoog int) {
	for _, l := range o.verbanden {
		l.y = (l.waarden[0].midden()+l.waarden[1].midden())/2 - l.h/2
	}
	slices.SortStableFunc(o.verbanden, func(a, b *verbandvak) int { return cmp.Compare(a.midden(), b.midden()) })
	y := 0
	for _, l := range o.verbanden { // down, so that none lies over the one before it
		l.y = max(l.y, y)
		y = l.y + l.h + o.tussen
	}
	y = hoog
	for _, l := range slices.Backward(o.verbanden) { // and up again, where that went too far
		l.y = min(l.y, y-l.h)
		y = l.y - o.tussen
	}
}

// inspring is the room of a sign before the words.
func (o *opstelling) inspring() int { return o.letter.maat + 4 }

// trek draws the lines. Those that leave a waarde are spread over its side, in
// the order of where they go to.
func (o *opstelling) trek() {
	naar := map[*waardevak][]*verbandvak{} // the verbanden that a waarde is in; those lie in order
	for _, l := range o.verbanden {
		for _, w := range l.waarden {
			naar[w] = append(naar[w], l)
		}
	}
	for _, w := range o.waarden {
		for i, l := range naar[w] {
			ander := l.waarden[0]
			if ander == w {
				ander = l.waarden[1]
			}
			d := draad{x1: w.x + w.b, y1: w.y + w.h*(i+1)/(len(naar[w])+1), x2: l.x, y2: aankomst(w, ander, l), naar: l}
			if w.rechts {
				d.x1, d.x2 = w.x, l.x+l.b
			}
			o.draden = append(o.draden, d)
		}
	}
}

// aankomst is how high a line from a waarde comes to the label of its verband
// with another. Two that come to the same side come a little apart.
func aankomst(w, ander *waardevak, l *verbandvak) int {
	switch {
	case ander.rechts != w.rechts:
		return l.midden()
	case w.y < ander.y:
		return l.y + l.h/3
	}
	return l.y + l.h*2/3
}
