// Package blad reads the answer file, in which somebody answers a whole
// conversation in YAML or JSON, and writes the empty one to fill in.
//
// It checks every line of it, with all faults at once and the place of each. It
// never shows the text of an answer in a fault, and knows no files, no terminal
// and no clock: what a file leaves out, such as the day, its caller fills in.
package blad

import (
	"maps"
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// MaxBytes is how large an answer file may be.
const MaxBytes = 16 << 20

// A Blad is what an answer file holds.
type Blad struct {
	// Reflectie is in normal form. Datum, Casusversie and Werkvormversie are
	// zero where the file does not say.
	Reflectie reflectie.Reflectie
	// Prive holds the answers to private questions.
	Prive reflectie.Antwoorden
	// Opmerkingen are worth a look, and stop nothing.
	Opmerkingen strict.Bevindingen
}

// Antwoorden returns every single answer by its key, private ones included.
func (b *Blad) Antwoorden() reflectie.Antwoorden {
	antwoorden := reflectie.Flatten(b.Reflectie)
	maps.Copy(antwoorden, b.Prive)
	return antwoorden
}

// A Kop is an answer file of which the bytes are read, and which says so far
// only which definitions it goes with.
type Kop struct {
	Casus, Werkvorm string // "" when the file does not name one

	bestand string
	data    []byte
	node    *strict.Node
	err     error
}

// ParseKop reads the bytes of an answer file. An error is strict.Bevindingen.
func ParseKop(bestand string, data []byte) (*Kop, error) {
	node, err := strict.Parse(bestand, data, MaxBytes)
	if err != nil {
		return nil, err
	}
	var f strict.Fouten
	o := node.Object(&f)
	if o == nil {
		return nil, f.Err()
	}
	k := &Kop{Casus: reflectie.Normaal(o.Text("casus")), Werkvorm: reflectie.Normaal(o.Text("werkvorm")),
		bestand: bestand, data: data, node: node}
	k.err = f.Err()
	return k, nil
}

// Err returns what is wrong with the names of the casus and the werkvorm, for
// whoever cannot go on to Parse without them. Parse reports it too.
func (k *Kop) Err() error { return k.err }

// Plaats returns the place of a field at the top, such as casus, for whoever
// finds that what it names does not exist.
func (k *Kop) Plaats(veld string) strict.Plaats {
	var f strict.Fouten
	return k.node.Object(&f).Plaats(veld)
}

// Teruggeblikt reports whether the file says anything about looking back, so
// that Parse wants the werkvormen for that.
func (k *Kop) Teruggeblikt() bool {
	return slices.ContainsFunc(k.node.Velden, func(v strict.Veld) bool { return v.Naam == "teruggeblikt" })
}

// Parse reads the answers to the questions of def. What the file says about
// looking back is read with the werkvormen in terugblik where they know the
// question, and by its form otherwise. An error is strict.Bevindingen.
func (k *Kop) Parse(def casus.Definitie, terugblik ...casus.Werkvorm) (*Blad, error) {
	l := newLezer(def, terugblik)
	l.achterHekjes(k.bestand, k.data)
	blad := l.blad(k.node)
	if err := l.Fouten.Err(); err != nil {
		return nil, err
	}
	return blad, nil
}
