package reflectie

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// An Aard is what kind of thing a field holds.
type Aard string

// The kinds of field.
const (
	Versienummer Aard = "versie"   // of a format or a definition, from 1
	EenID        Aard = "id"       // an id
	EenLijn      Aard = "lijn"     // a few words, which read best on one line
	Proza        Aard = "proza"    // a text of any length; a file has it in its body
	EenRol       Aard = "rol"      // the id of a rol of the casus, or free words
	EenWaarde    Aard = "waarde"   // the id of a waarde
	EenKeuze     Aard = "keuze"    // one of Keuzes
	Voorrang     Aard = "voorrang" // one of the two of the pair, or OpenVoorrang
	EenJaNee     Aard = "janee"    // yes or no
	EenTeken     Aard = "teken"    // true, or absent
	EenDatum     Aard = "datum"    // a day
	Punten       Aard = "punten"   // a list of texts; a file has it in its body
	EenPaar      Aard = "paar"     // two waarden
)

// A Veld is one field, as a struct declares it.
type Veld struct {
	Naam      string
	Aard      Aard
	Keuzes    []string // of a keuze: what there is to choose
	IsNaam    bool     // it names its row
	IsKop     bool     // it is no answer: nobody is asked
	Voorwerk  int      // its place in the front matter of a file, from 1; 0 when it has none
	PerWaarde bool     // it has a text for each of the two of its pair
	index     int
}

// InLijf reports whether a file has the field in its body.
func (v Veld) InLijf() bool { return v.Aard == Proza || v.Aard == Punten }

// A Rijsoort says how the rows of a Deel are told apart.
type Rijsoort string

// The kinds of row.
const (
	Enkel     Rijsoort = "enkel" // there are no rows: it is one thing
	PerRol    Rijsoort = "per rol"
	PerWaarde Rijsoort = "per waarde"
	PerPaar   Rijsoort = "per paar"
	PerDatum  Rijsoort = "per datum"
	Genummerd Rijsoort = "genummerd"
)

// A Deel is a part of a Reflectie: its rows, or the one thing that it is.
type Deel struct {
	Naam   string // "" for the fields of the Reflectie itself
	Rijen  Rijsoort
	Velden []Veld
	index  int
	vragen int // index of the field that holds answers to open questions, or -1
}

// HeeftNummers reports whether rows are called by a number in Antwoorden.
func (d Deel) HeeftNummers() bool { return d.Rijen == PerRol || d.Rijen == Genummerd }

// HeeftVragen reports whether rows hold answers to open questions too.
func (d Deel) HeeftVragen() bool { return d.vragen >= 0 }

// Veld returns the field with this name.
func (d Deel) Veld(naam string) (Veld, bool) {
	return vind(d.Velden, func(v Veld) bool { return v.Naam == naam })
}

// Naamveld returns the field that names a row; of numbered rows there is none.
func (d Deel) Naamveld() (Veld, bool) {
	return vind(d.Velden, func(v Veld) bool { return v.IsNaam })
}

// vind returns the first of the declared parts or fields that is so.
func vind[T Deel | Veld](alle []T, is func(T) bool) (gevonden T, ok bool) {
	i := slices.IndexFunc(alle, is)
	if i >= 0 {
		gevonden = alle[i]
	}
	return gevonden, i >= 0
}

// Delen returns what the structs declare: the fields of the Reflectie itself
// first, then its parts in their order. It is shared; change nothing in it.
func Delen() []Deel { return delen() }

// delen reads the declaration once.
var delen = sync.OnceValue(func() []Deel {
	heel := leesDeel(reflect.TypeFor[Reflectie]())
	heel.Rijen = Enkel
	delen := []Deel{heel}
	for f := range reflect.TypeFor[Reflectie]().Fields() {
		if soort := f.Tag.Get("weeg"); isRijsoort(soort) {
			d := leesDeel(deelType(f.Type))
			d.Naam, d.Rijen, d.index = veldnaam(f), Rijsoort(soort), f.Index[0]
			delen = append(delen, d)
		}
	}
	return delen
})

func isRijsoort(s string) bool {
	return slices.Contains([]Rijsoort{Enkel, PerRol, PerWaarde, PerPaar, PerDatum, Genummerd}, Rijsoort(s))
}

func deelType(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		return t.Elem()
	}
	return t
}

func veldnaam(f reflect.StructField) string {
	naam, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return naam
}

// leesDeel reads the fields that a struct declares, but for its parts.
func leesDeel(t reflect.Type) Deel {
	d := Deel{vragen: -1}
	for f := range t.Fields() {
		tag := strings.Split(f.Tag.Get("weeg"), ",")
		switch {
		case isRijsoort(tag[0]):
		case tag[0] == "vragen":
			d.vragen = f.Index[0]
		default:
			d.Velden = append(d.Velden, leesVeld(f, tag))
		}
	}
	return d
}

func leesVeld(f reflect.StructField, tag []string) Veld {
	v := Veld{Naam: veldnaam(f), Aard: Aard(tag[0]), PerWaarde: f.Type.Kind() == reflect.Map, index: f.Index[0]}
	for _, woord := range tag[1:] {
		nummer, isVoorwerk := strings.CutPrefix(woord, "voorwerk=")
		switch {
		case isVoorwerk:
			v.Voorwerk, _ = strconv.Atoi(nummer)
		case woord == "naam":
			v.IsNaam = true
		case woord == "kop":
			v.IsKop = true
		default:
			v.Keuzes = strings.Split(woord, "|")
		}
	}
	return v
}

// DeelVan returns the part with this name.
func DeelVan(naam string) (Deel, bool) {
	return vind(Delen(), func(d Deel) bool { return d.Naam == naam })
}

// KeuzesVan returns what there is to choose at a field, such as "uitkomst.keuze".
func KeuzesVan(deel, veld string) []string {
	d, _ := DeelVan(deel)
	v, _ := d.Veld(veld)
	return slices.Clone(v.Keuzes)
}

// A Rij is one row of a part, or the one thing that it is.
type Rij struct{ v reflect.Value }

// Rijen returns the rows of a part as they are in r; changing one changes r.
func (r *Reflectie) Rijen(d Deel) []Rij {
	heel := reflect.ValueOf(r).Elem()
	if d.Naam == "" {
		return []Rij{{heel}}
	}
	f := heel.Field(d.index)
	switch {
	case f.Kind() == reflect.Slice:
		rijen := make([]Rij, f.Len())
		for i := range rijen {
			rijen[i] = Rij{f.Index(i)}
		}
		return rijen
	case f.Kind() == reflect.Pointer && f.IsNil():
		return nil
	}
	return []Rij{{reflect.Indirect(f)}}
}

// Rij returns row i, from 0, of a part that has rows.
func (r *Reflectie) Rij(d Deel, i int) Rij {
	return Rij{reflect.ValueOf(r).Elem().Field(d.index).Index(i)}
}

// Erbij adds an empty row to a part of r, or returns the one thing that it is.
func (r *Reflectie) Erbij(d Deel) Rij {
	f := reflect.ValueOf(r).Elem().Field(d.index)
	switch {
	case f.Kind() == reflect.Slice:
		f.Set(reflect.Append(f, reflect.Zero(f.Type().Elem())))
		return Rij{f.Index(f.Len() - 1)}
	case f.Kind() == reflect.Pointer && f.IsNil():
		f.Set(reflect.New(f.Type().Elem()))
	}
	return Rij{reflect.Indirect(f)}
}

// leeg takes every row of a part away.
func (r *Reflectie) leeg(d Deel) {
	f := reflect.ValueOf(r).Elem().Field(d.index)
	f.SetZero()
}

// Antwoord returns what stands at a field; of one with a text for each of its
// pair it returns nothing: see PerWaarde.
func (rij Rij) Antwoord(v Veld) Antwoord {
	f := rij.v.Field(v.index)
	if f.IsZero() {
		return Antwoord{}
	}
	switch x := f.Interface().(type) {
	case string:
		return Tekst(x)
	case *bool:
		return JaNee(*x)
	case bool:
		return JaNee(x)
	case Datum:
		return Tekst(x.String())
	case []string:
		return Lijst(x...)
	case Paar:
		return Tekst(x.String())
	case int:
		return Tekst(strconv.Itoa(x))
	}
	return Antwoord{}
}

// Waarde returns the row as a Waarde; of a row of another part it is the zero one.
func (rij Rij) Waarde() Waarde {
	w, _ := rij.v.Interface().(Waarde)
	return w
}

// Paar returns the pair at a field.
func (rij Rij) Paar(v Veld) Paar {
	p, _ := rij.v.Field(v.index).Interface().(Paar)
	return p
}

// PerWaarde returns the text for each of the two of the pair that has one, by
// the id of the waarde.
func (rij Rij) PerWaarde(v Veld) map[string]string {
	m, _ := rij.v.Field(v.index).Interface().(map[string]string)
	return m
}

// Vragen returns the answers to open questions that a row holds.
func (rij Rij) Vragen(d Deel) map[string]Antwoord {
	if d.vragen < 0 {
		return nil
	}
	return rij.v.Field(d.vragen).Interface().(map[string]Antwoord)
}

// Zet puts an answer at a field, of the shape that the field has; one of another
// shape, or that is no day or pair, leaves nothing there.
func (rij Rij) Zet(v Veld, a Antwoord) {
	f := rij.v.Field(v.index)
	switch f.Interface().(type) {
	case string:
		f.SetString(a.tekst)
	case *bool:
		f.SetZero()
		if a.vorm == VormJaNee {
			f.Set(reflect.ValueOf(&a.ja))
		}
	case bool:
		f.SetBool(a.ja)
	case Datum:
		d, _ := ParseDatum(a.tekst)
		f.Set(reflect.ValueOf(d))
	case []string:
		if a.vorm == VormTekst {
			a = Lijst(a.tekst)
		}
		f.Set(reflect.ValueOf(a.Lijst()))
	case Paar:
		p, _ := ParsePaar(a.tekst)
		f.Set(reflect.ValueOf(p))
	case int:
		n, _ := strconv.Atoi(a.tekst)
		f.SetInt(int64(n))
	}
}

// ZetVoor puts the text for one of the two of a pair at a field.
func (rij Rij) ZetVoor(v Veld, waarde string, a Antwoord) {
	if !a.IsZero() {
		rij.zetIn(v.index, waarde, a.tekst)
	}
}

// ZetVraag puts the answer to an open question in a row.
func (rij Rij) ZetVraag(d Deel, sleutel string, a Antwoord) {
	if !a.IsZero() {
		rij.zetIn(d.vragen, sleutel, a)
	}
}

// zetIn puts what there is at sleutel in the map that a field holds.
func (rij Rij) zetIn(index int, sleutel string, wat any) {
	f := rij.v.Field(index)
	if f.IsNil() {
		f.Set(reflect.MakeMap(f.Type()))
	}
	f.SetMapIndex(reflect.ValueOf(sleutel), reflect.ValueOf(wat))
}
