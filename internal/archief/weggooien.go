package archief

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// An Opgeruimd tells what became of what should go.
type Opgeruimd struct {
	Weg    []Bewaard
	Bezet  []Bewaard // somebody works on it in another window; it stays
	Fouten []error   // of each that could not be removed
}

// Verwijder removes what Bewaard listed: of a link the link itself, and nothing that is
// vast. What is open in another window stays, and one failure keeps nothing else. When all
// is gone the folders go too.
func (a Archief) Verwijder(lijst []Bewaard) Opgeruimd {
	open := a.open()
	var op Opgeruimd
	vanID := map[string][]Bewaard{}
	for _, b := range lijst {
		switch {
		case b.IsVast():
		case b.Soort == Concepten && b.id != "":
			vanID[b.id] = append(vanID[b.id], b)
		case open[b.id] && (b.Soort == Privedelen || b.Soort == EigenReflecties):
			op.Bezet = append(op.Bezet, b)
		default:
			op.neem(b, a.verwijder(b))
		}
	}
	for _, b := range lijst { // in the order of the list, each conversation at once
		delen := vanID[b.id]
		if b.Soort == Concepten && len(delen) > 0 {
			a.verwijderGesprek(b.id, delen, &op)
			delete(vanID, b.id)
		}
	}
	if over, fouten := a.Bewaard(); len(over) == 0 && len(fouten) == 0 {
		a.verwijderMappen()
	}
	return op
}

// neem notes how the removal of b went.
func (op *Opgeruimd) neem(b Bewaard, err error) {
	switch {
	case err == nil:
		op.Weg = append(op.Weg, b)
	case errors.Is(err, ErrBezet):
		op.Bezet = append(op.Bezet, b)
	case !errors.Is(err, fs.ErrNotExist): // else somebody else removed it
		op.Fouten = append(op.Fouten, wegFout(b.Pad, err))
	}
}

// verwijderGesprek removes what there is of one conversation, under its lock.
func (a Archief) verwijderGesprek(id string, delen []Bewaard, op *Opgeruimd) {
	los, err := a.vergrendelGesprek(id)
	for _, b := range delen {
		if err != nil {
			op.neem(b, err)
			continue
		}
		op.neem(b, a.verwijder(b))
	}
	if err == nil {
		los()
	}
}

// vergrendelGesprek is Vergrendel, but makes nothing where a link would have it made.
func (a Archief) vergrendelGesprek(id string) (los func(), err error) {
	pad, err := a.Pad(id)
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(pad)
	for _, p := range []string{dir, slotVan(pad)} {
		if info, err := os.Lstat(p); err == nil && isVerwijzing(info.Mode()) {
			return func() {}, nil
		}
	}
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return func() {}, nil // a conversation that is open has its lock there
	}
	return a.Vergrendel(id)
}

// verwijder removes one thing. What became a folder since it was listed stays.
func (a Archief) verwijder(b Bewaard) error {
	info, err := os.Lstat(b.Pad)
	switch {
	case err != nil:
		return err
	case info.IsDir():
		return ErrBezet
	case isVerwijzing(info.Mode()) || b.Wat == WatVerwijzing:
		return haalWeg(b.Pad)
	case b.Wat == WatTijdelijk:
		return ruimOp(b.Pad, reTijdelijk.FindStringSubmatch(b.Pad)[1])
	case b.Wat == WatSlot && info.Size() == 0:
		return ruimOp(b.Pad, "")
	case b.Wat == WatReflectie:
		return metSlot(b.Pad, b.Pad, func() error { return haalWeg(b.Pad) })
	}
	return haalWeg(b.Pad)
}

// open has the ids of the reflecties that a conversation in another window is about: what
// is removed of those now, it could write again.
func (a Archief) open() map[string]bool {
	open := map[string]bool{}
	ids, _ := a.ConceptIDs() // none, where they cannot be listed
	for _, id := range ids {
		pad, _ := a.Pad(id) // it is an id
		if info, err := os.Lstat(slotVan(pad)); err != nil || !info.Mode().IsRegular() {
			continue
		}
		los, err := a.Vergrendel(id)
		if err == nil {
			los()
			continue
		}
		stand, _ := a.Concept(id) // one that cannot be read is about nothing
		if stand.Bestand != "" {
			open[strings.TrimSuffix(filepath.Base(stand.Bestand), ".md")] = true
		}
		if stand.Wordt != nil {
			open[stand.Wordt.ID] = true
		}
	}
	return open
}

// verwijderMappen removes the folders that are empty and no link.
func (a Archief) verwijderMappen() {
	var mappen []string
	for _, v := range a.bewaarvakken() {
		mappen = append(mappen, v.dir)
	}
	for _, dir := range append(mappen, a.plekken.Staat, a.plekken.Data) {
		if info, err := os.Lstat(dir); err == nil && info.IsDir() && teamVan(dir) == "" {
			os.Remove(dir)
		}
	}
}
