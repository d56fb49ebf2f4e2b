package strict

import (
	"cmp"
	"fmt"
)

// A Soort is a kind of node, as a finding calls it.
type Soort string

// The kinds of node.
const (
	Leeg   Soort = ""                // null, or nothing where a value could stand: as if absent
	Scalar Soort = "tekst"           // a text, a number, a date, true or false
	Lijst  Soort = "lijst"           // a list
	Blok   Soort = "blok met velden" // keys with values
)

// A Node is one value of a file, with its place.
type Node struct {
	Plaats Plaats
	Soort  Soort
	Tekst  string  // of a Scalar: as written, without quotes
	Vast   bool    // of a Scalar: between quotes, a YAML block, or a JSON string; so a text for certain
	Hekje  bool    // of a Scalar that is not Vast, or of nothing: a "#" follows on its line, and what comes after is no part of it
	Items  []*Node // of a Lijst
	Velden []Veld  // of a Blok, in the order of the file, each key once

	naam string // the key that it stands under, for findings
	json bool   // from JSON, where only true and false are booleans

	opname *opname // it is not there: what is asked of it is written down
}

// A Veld is one key of a Blok, with its own place, and its value.
type Veld struct {
	Naam   string
	Plaats Plaats
	Waarde *Node
}

// maxDiepte is how deep lists and blocks may stand in each other. Our formats need six.
const maxDiepte = 20

// Parse reads one YAML or JSON document of at most max bytes (0: no limit). The
// node that it returns is never Leeg, and holds no aliases, tags or duplicate
// keys. An error is Bevindingen, each with its place in bestand.
func Parse(bestand string, data []byte, max int) (*Node, error) {
	var f Fouten
	var n *Node
	data = checkBytes(&f, bestand, data, max)
	switch {
	case f.Len() > 0:
	case isJSON(data):
		n = parseJSON(&f, bestand, data)
	default:
		if checkTekens(&f, bestand, data); f.Len() == 0 {
			n = parseYAML(&f, bestand, data)
		}
	}
	if f.Len() == 0 && (n == nil || n.Soort == Leeg) {
		f.Add(Plaats{bestand, 1, 1}, "in dit bestand staat nog niets; vul het in, of kies een ander bestand")
	}
	if err := f.Err(); err != nil {
		bevindingen, _ := err.(Bevindingen)
		for i := range bevindingen {
			bevindingen[i].Soort = cmp.Or(bevindingen[i].Soort, FoutOpmaak)
		}
		return nil, bevindingen
	}
	return n, nil
}

// dubbel adds the finding that a key stands in a block already, or remembers on
// which line it does.
func dubbel(f *Fouten, gezien map[string]int, naam string, p Plaats) bool {
	eerst, ok := gezien[naam]
	if !ok {
		gezien[naam] = p.Regel
		return false
	}
	f.AddAls(FoutDubbel, p, "%s staat er twee keer; de eerste staat op regel %d. Houd er één", Aanhaling(naam), eerst)
	return true
}

// teDiep says that lists and blocks stand too deep in each other.
func teDiep() string {
	return fmt.Sprintf("hier staat te veel in elkaar; weeg leest hoogstens %d lagen diep", maxDiepte)
}
