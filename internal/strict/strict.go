// Package strict turns the bytes of a YAML or JSON file into checked nodes,
// each with its place, and collects what is wrong as findings in Dutch: all
// faults of a file at once. It is the only door to the YAML library.
//
// It knows no formats of ours, never writes a file, and never shows the text of
// an answer in a finding: only keys and words of choice.
package strict

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Plaats is a place in a file. Regel and Kolom count from 1, Kolom in
// characters; Regel 0 means the file as a whole.
type Plaats struct {
	Bestand      string
	Regel, Kolom int
}

// String writes "bestand:regel:kolom", or "bestand" for the file as a whole.
func (p Plaats) String() string {
	naam := zichtbaar(p.Bestand)
	if p.Regel == 0 {
		return naam
	}
	return naam + ":" + strconv.Itoa(p.Regel) + ":" + strconv.Itoa(p.Kolom)
}

// Compare orders places by file, line and column.
func (p Plaats) Compare(q Plaats) int {
	return cmp.Or(strings.Compare(p.Bestand, q.Bestand), cmp.Compare(p.Regel, q.Regel), cmp.Compare(p.Kolom, q.Kolom))
}

// A Foutsoort tells kinds of fault apart, for who explains or counts them. "" is a
// value that cannot stand where it does.
type Foutsoort string

// The other kinds of fault.
const (
	FoutOpmaak     Foutsoort = "opmaak"     // the file cannot be read as what it is
	FoutConflict   Foutsoort = "conflict"   // it holds a conflict of git
	FoutOnbekend   Foutsoort = "onbekend"   // a field that nobody knows
	FoutOntbreekt  Foutsoort = "ontbreekt"  // a field that must be there
	FoutDubbel     Foutsoort = "dubbel"     // what stands twice, and may stand once
	FoutVerwijzing Foutsoort = "verwijzing" // the name of something that is not there
	FoutNaam       Foutsoort = "naam"       // an id that is none, is another's, or is not that of its file
	FoutVolgorde   Foutsoort = "volgorde"   // a question that hangs on one that comes later, or that may not be known
	FoutZinnen     Foutsoort = "zinnen"     // a sentence that calls for a follow-up and must not, or the other way round
	FoutMerk       Foutsoort = "merk"       // a marker of a Markdown file
	FoutBeschreven Foutsoort = "beschreven" // a part that weeg makes, in which somebody wrote
)

// A Bevinding is something that is wrong, in Dutch, and where.
type Bevinding struct {
	Plaats Plaats
	Tekst  string
	Soort  Foutsoort
}

// String writes "plaats: tekst", or the tekst alone when there is no place.
func (b Bevinding) String() string {
	if b.Plaats == (Plaats{}) {
		return b.Tekst
	}
	return b.Plaats.String() + ": " + b.Tekst
}

// Bevindingen are findings; as an error they are one line each.
type Bevindingen []Bevinding

// maxRegels is how many findings an error shows: more than a person mends in one go.
const maxRegels = 50

// Error writes the findings in the order of their places, at most 50 of them.
func (b Bevindingen) Error() string {
	var regels []string
	gesorteerd := b.Sorted()
	for _, bevinding := range gesorteerd[:min(len(gesorteerd), maxRegels)] {
		regels = append(regels, bevinding.String())
	}
	switch rest := len(b) - maxRegels; {
	case rest == 1:
		regels = append(regels, "… en nog 1 andere fout")
	case rest > 1:
		regels = append(regels, fmt.Sprintf("… en nog %d andere fouten", rest))
	}
	return strings.Join(regels, "\n")
}

// Sorted returns the findings in the order of their places.
func (b Bevindingen) Sorted() Bevindingen {
	op := slices.Clone(b)
	slices.SortStableFunc(op, func(x, y Bevinding) int { return x.Plaats.Compare(y.Plaats) })
	return op
}

// Fouten collects findings while a file is read. The zero Fouten is ready for use.
type Fouten struct{ lijst Bevindingen }

// Add adds a finding; the format and its arguments are those of fmt.Sprintf.
func (f *Fouten) Add(p Plaats, format string, args ...any) {
	f.AddAls("", p, format, args...)
}

// AddAls is Add of a fault of this kind.
func (f *Fouten) AddAls(soort Foutsoort, p Plaats, format string, args ...any) {
	f.lijst = append(f.lijst, Bevinding{p, fmt.Sprintf(format, args...), soort})
}

// AddErr adds what err holds: the findings of Parse, the one of ReadFile, or
// the text of another error. A nil err adds nothing.
func (f *Fouten) AddErr(err error) {
	if b, ok := errors.AsType[Bevindingen](err); ok {
		f.lijst = append(f.lijst, b...)
	} else if l, ok := errors.AsType[*Leesfout](err); ok {
		f.lijst = append(f.lijst, l.Bevinding)
	} else if err != nil {
		f.lijst = append(f.lijst, Bevinding{Tekst: err.Error()})
	}
}

// Len returns how many findings there are.
func (f *Fouten) Len() int { return len(f.lijst) }

// Err returns the findings as Bevindingen in the order of their places, or nil
// when there are none.
func (f *Fouten) Err() error {
	if len(f.lijst) == 0 {
		return nil
	}
	return f.lijst.Sorted()
}
