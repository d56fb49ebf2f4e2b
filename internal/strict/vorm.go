package strict

import (
	"hash/fnv"
	"slices"
	"strconv"
)

// A Vorm is what a reader takes in some place, as far as that does not hang on what stands
// elsewhere. Opname finds it by letting the reader read.
type Vorm struct {
	Soort   Vormsoort
	Mag     []string // of a text: what it can be; nil is anything
	Patroon string   // of a text: a regular expression that it matches; "" is anything
	Minst   int      // of a number: the least
	Meest   int      // of a number: the most; 0 is any
	Lang    int      // of a list: how many items, 0 is any
	Items   []*Vorm  // of a list: what each can be
	Velden  []*Veldvorm
	Blanco  bool  // white space alone is nothing
	Open    bool  // of a block: it may have other fields too
	Anders  *Vorm // of an open block: what those hold; nil is anything

	bezoeken []bezoek
}

// A Vormsoort is a kind of Vorm. A field that is never read has none.
type Vormsoort string

// The kinds of Vorm.
const (
	VormTekst Vormsoort = "tekst" // any scalar, as it is written
	VormGetal Vormsoort = "getal" // a whole number
	VormJaNee Vormsoort = "janee"
	VormLijst Vormsoort = "lijst"
	VormBlok  Vormsoort = "blok"
)

// A Veldvorm is a field of a block.
type Veldvorm struct {
	Naam string
	Vorm
	Moet    bool  // it must be there
	MoetBij []Bij // it must be there where one of these holds
}

// A Bij is that a field has a value, unless another has one.
type Bij struct {
	Veld, Is             string
	Tenzij, TenzijWaarde string
}

// keren is how often a reader is let read: so often that each two choices were made together.
const keren = 300

// Opname is what a reader takes. It is let read many times what is not there: each time it
// chooses otherwise, and what it asks for is written down. What it finds wrong says nothing.
func Opname(lees func(n *Node)) Vorm { return neemOp(Blok, VormBlok, lees) }

// OpnameLijst is Opname of a list of blocks.
func OpnameLijst(lees func(n *Node)) Vorm { return neemOp(Lijst, VormLijst, lees) }

func neemOp(soort Soort, vorm Vormsoort, lees func(n *Node)) Vorm {
	v := &Vorm{Soort: vorm}
	for keer := range keren {
		lees(&Node{Soort: soort, opname: &opname{v, keer, ""}})
	}
	v.rond()
	return *v
}

// An opname writes down what is asked of a node.
type opname struct {
	vorm *Vorm
	keer int
	pad  string // tells one choice from another
}

// A bezoek is one time that a block was read: which fields had to be there, and what was
// chosen.
type bezoek struct {
	moet   map[string]bool
	keuzes map[string]string
}

// als says what kind of thing is read.
func (o *opname) als(soort Vormsoort) *Vorm {
	o.vorm.Soort = soort
	return o.vorm
}

// item is what a list has of a kind.
func (o *opname) item(soort Vormsoort) *opname {
	lijst := o.als(VormLijst)
	i := slices.IndexFunc(lijst.Items, func(v *Vorm) bool { return v.Soort == soort })
	if i < 0 {
		i = len(lijst.Items)
		lijst.Items = append(lijst.Items, &Vorm{Soort: soort})
	}
	return &opname{lijst.Items[i], o.keer, o.pad + "[]"}
}

// node is what stands in a list or under a field, of a kind.
func (o *opname) node(naam string, soort Soort) *Node {
	return &Node{Soort: soort, Tekst: "opname", Plaats: Plaats{Regel: 1, Kolom: 1}, naam: naam, opname: o}
}

// object is a block that is read once.
func (o *opname) object(f *Fouten) *Object {
	o.als(VormBlok).Open = true // until the reader says that it asked for all
	o.vorm.bezoeken = append(o.vorm.bezoeken, bezoek{map[string]bool{}, map[string]string{}})
	return &Object{node: o.node("", Blok), f: f, bezoek: len(o.vorm.bezoeken) - 1}
}

// veld is a field of a block.
func (o *opname) veld(naam string) *opname {
	i := slices.IndexFunc(o.vorm.Velden, func(v *Veldvorm) bool { return v.Naam == naam })
	if i < 0 {
		i = len(o.vorm.Velden)
		o.vorm.Velden = append(o.vorm.Velden, &Veldvorm{Naam: naam})
	}
	return &opname{&o.vorm.Velden[i].Vorm, o.keer, o.pad + "." + naam}
}

// kies makes a choice, another one each time; "" is none.
func (o *opname) kies(mag []string) string {
	vorm := o.als(VormTekst)
	for _, m := range mag {
		if !slices.Contains(vorm.Mag, m) {
			vorm.Mag = append(vorm.Mag, m)
		}
	}
	h := fnv.New32a()
	h.Write([]byte(o.pad + " " + strconv.Itoa(o.keer)))
	return append(slices.Clone(mag), "")[int(h.Sum32()>>8)%(len(mag)+1)]
}

// rond says which fields must always be there, and which under a condition.
func (v *Vorm) rond() {
	for _, veld := range v.Velden {
		n := 0
		for _, b := range v.bezoeken {
			if b.moet[veld.Naam] {
				n++
			}
		}
		switch {
		case n > 0 && n == len(v.bezoeken):
			veld.Moet = true
		case n > 0:
			veld.MoetBij = v.moetBij(veld.Naam)
		}
		veld.rond()
	}
	for _, item := range v.Items {
		item.rond()
	}
	v.bezoeken = nil
}

// moetBij finds the choices with which a field must always be there, or but for one other.
func (v *Vorm) moetBij(naam string) []Bij {
	var bij []Bij
	for _, kiest := range v.Velden {
		for _, is := range kiest.Mag {
			moet, al := 0, true
			for _, b := range v.bezoeken {
				switch {
				case b.keuzes[kiest.Naam] != is:
				case b.moet[naam]:
					moet++
				default:
					al = false
				}
			}
			if moet == 0 {
				continue
			}
			if al {
				bij = append(bij, Bij{Veld: kiest.Naam, Is: is})
				continue
			}
			if veld, waarde, ok := v.tenzij(naam, kiest.Naam, is); ok {
				bij = append(bij, Bij{kiest.Naam, is, veld, waarde})
			}
		}
	}
	return bij
}

// tenzij finds the choice that alone keeps a field from having to be there.
func (v *Vorm) tenzij(naam, kiest, is string) (veld, waarde string, ok bool) {
	for _, ander := range v.Velden {
		for _, w := range ander.Mag {
			past := ander.Naam != kiest
			for _, b := range v.bezoeken {
				if b.keuzes[kiest] == is && b.moet[naam] == (b.keuzes[ander.Naam] == w) {
					past = false
				}
			}
			if past {
				return ander.Naam, w, true
			}
		}
	}
	return "", "", false
}

// Meer says more of what a field holds than its reading does. It is for Opname, and does
// nothing where something is read.
func (o *Object) Meer(key string, zeg func(*Vorm)) {
	if o != nil && o.node.opname != nil {
		zeg(o.node.opname.veld(key).vorm)
	}
}
