package reflectie

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A key names one answer. It is taken apart here and nowhere else:
//
//	rol  terugblik  bracht                                  fields of the reflectie itself
//	waarden  spiegel  verbanden  weging                     whole answers: which rows there are
//	eigen.titel  uitkomst.doen  aandachtspunten.acties      parts of one thing
//	standpunten.1.van  ruimte.2.wie  afspraken.1.wat        rows, from 1
//	waarden.veiligheid.betekenis                            rows by the id of a waarde
//	verbanden.openheid+privacy.soort                        rows by their pair
//	weging.openheid+privacy.prijs.openheid                  a text for each of the pair
//	bedoeling.weet-niet  bedoeling.weet-niet.wie            open questions
//	teruggeblikt.2027-02-21.nu.moment                       of a time that the person looked back
//
// A pair in a key stands in alphabetical order. In a file rows of standpunten
// and ruimte are called by what names them; see Rijnamen.

// Keys of whole answers, and the prefixes of the keys below them.
const (
	SleutelRol             = "rol"
	SleutelTerugblik       = "terugblik"
	SleutelWaarden         = "waarden"
	SleutelSpiegel         = "spiegel"
	SleutelVerbanden       = "verbanden"
	SleutelWeging          = "weging"
	SleutelStandpunten     = "standpunten"
	SleutelRuimte          = "ruimte"
	SleutelUitkomst        = "uitkomst"
	SleutelAfspraken       = "afspraken"
	SleutelAandachtspunten = "aandachtspunten"
	SleutelTeruggeblikt    = "teruggeblikt"
	SleutelEigen           = Eigen
)

// Sleutel joins the parts of a key.
func Sleutel(delen ...string) string { return strings.Join(delen, ".") }

// Rij is the key of a field in row n, from 1: RijSleutel("ruimte", 2, "wie").
func RijSleutel(prefix string, n int, veld string) string {
	return Sleutel(prefix, strconv.Itoa(n), veld)
}

// A Plek is what a key names in a Reflectie.
type Plek struct {
	Deel   Deel
	Rij    string // the name of the row; "" where there is none
	Veld   Veld
	Waarde string // which of the pair it is about; "" where that is not told apart
	Vraag  string // of a row that holds open questions: which; "" of a field
}

// Nummer returns the number of a row that is called by one, or 0.
func (p Plek) Nummer() int {
	n, ok := rijnummer(p.Rij)
	if !ok || n < 1 || strconv.Itoa(n) != p.Rij {
		return 0
	}
	return n
}

// rijnummer reads the name of a row that is called by a number, which has no sign. Most
// names are none, and strconv.Atoi makes an error of each.
func rijnummer(naam string) (n int, ok bool) {
	if naam == "" || naam[0] < '0' || naam[0] > '9' {
		return 0, false
	}
	n, err := strconv.Atoi(naam)
	return n, err == nil
}

// VanVeld reports whether a key is of this field of this part, whichever its row.
func (p Plek) VanVeld(deel, veld string) bool { return p.Deel.Naam == deel && p.Veld.Naam == veld }

// Ontleed tells what a key names in a Reflectie; ok is false of an open question,
// of a whole answer and of what is no key.
func Ontleed(sleutel string) (_ Plek, ok bool) {
	deel, rest, isDeel := strings.Cut(sleutel, ".")
	if !isDeel {
		v, ok := Delen()[0].Veld(sleutel)
		return Plek{Deel: Delen()[0], Veld: v}, ok
	}
	d, ok := DeelVan(deel)
	if !ok || deel == "" {
		return Plek{}, false
	}
	p := Plek{Deel: d}
	if d.Rijen != Enkel {
		if p.Rij, rest, ok = strings.Cut(rest, "."); !ok || p.Rij == "" {
			return Plek{}, false
		}
	}
	if d.HeeftVragen() {
		p.Vraag = rest
		return p, rest != ""
	}
	veld, waarde, perWaarde := strings.Cut(rest, ".")
	p.Veld, ok = d.Veld(veld)
	p.Waarde = waarde
	return p, ok && perWaarde == p.Veld.PerWaarde && (!perWaarde || waarde != "")
}

// IsLijst reports whether a key is of a whole answer: it only says which rows there are.
func IsLijst(sleutel string) bool {
	return slices.Contains([]string{SleutelWaarden, SleutelSpiegel, SleutelVerbanden, SleutelWeging}, sleutel)
}

// Gereserveerd reports whether id cannot be the id of a vraag or doorvraag in
// the step called stap, because the key would be one of the tool's own.
func Gereserveerd(stap, id string) bool {
	d, ok := DeelVan(stap)
	if !ok || stap == "" {
		return false
	}
	_, isVeld := d.Veld(id)
	_, err := strconv.Atoi(id)
	return err == nil || isVeld || d.HeeftVragen()
}

// IsOpen reports whether a key names an open question (stap.vraag), or a
// follow-up (stap.vraag.doorvraag, and the key of a field with a doorvraag), as
// the keys of Reflectie.Antwoorden do.
func IsOpen(sleutel string) bool {
	if _, _, ok := Doorvraag(sleutel); ok {
		return true
	}
	if _, ok := Ontleed(sleutel); ok {
		return false // waarden.rust.naam, also where nothing names that waarde any more
	}
	delen := strings.Split(sleutel, ".")
	if len(delen) < 2 || len(delen) > 3 || slices.ContainsFunc(delen, func(s string) bool { return !IsID(s) }) {
		return false
	}
	return !Gereserveerd(delen[0], delen[1])
}

// Doorvraag splits the key of a follow-up on a text of a part: what it follows,
// and its id.
func Doorvraag(sleutel string) (_ Plek, id string, ok bool) {
	i := strings.LastIndexByte(sleutel, '.')
	if i < 0 || !IsID(sleutel[i+1:]) {
		return Plek{}, "", false
	}
	p, ok := Ontleed(sleutel[:i])
	return p, sleutel[i+1:], ok && p.Deel.Naam != "" && p.Vraag == "" && p.Veld.InLijf()
}

// Hernoem gives the row in a key of a field, or of a follow-up on one, another name.
func Hernoem(sleutel string, naam func(deel, rij string) string) string {
	p, ok := Ontleed(sleutel)
	if !ok {
		if p, _, ok = Doorvraag(sleutel); !ok {
			return sleutel
		}
	}
	if p.Rij == "" {
		return sleutel
	}
	begin := p.Deel.Naam + "."
	return begin + naam(p.Deel.Naam, p.Rij) + sleutel[len(begin)+len(p.Rij):]
}

// A Rijnamen says what the rows of each part are called in the keys of a file,
// in their order.
type Rijnamen map[string][]string

// Rijnamen calls each row by what names it: the id of a waarde, a pair, a rol or
// the slug of free words, a day. What has no such name, or one that a row before
// it has, is called by a number; nil numbers each such row by its place.
//
// was says what the rows of old are called in a file. A row that stood there
// keeps its number, so that taking one out moves no other.
func (r Reflectie) Rijnamen(oud Reflectie, was Rijnamen) Rijnamen {
	namen := Rijnamen{}
	for _, d := range Delen()[1:] {
		if d.Rijen != Enkel {
			namen[d.Naam] = rijnamen(d, r.Rijen(d), oud.Rijen(d), was[d.Naam])
		}
	}
	return namen
}

func rijnamen(d Deel, rijen, oud []Rij, was []string) []string {
	namen := make([]string, len(rijen))
	bezet := map[string]bool{}
	vrij, hoogste := houdNummers(namen, d, rijen, oud, was)
	for _, naam := range namen {
		bezet[naam] = true
	}
	for i, rij := range rijen {
		if naam := rijnaam(d, rij); namen[i] == "" && !bezet[naam] {
			namen[i], bezet[naam] = naam, true
		}
	}
	for i := range namen {
		switch {
		case namen[i] != "":
		case len(vrij) > 0:
			namen[i], vrij = vrij[0], vrij[1:]
		default:
			hoogste = max(hoogste+1, i+1)
			namen[i] = strconv.Itoa(hoogste)
		}
	}
	return namen
}

// houdNummers calls the rows that stood in the file by the number that they had
// there. It returns the numbers of rows that are gone, and the highest of all.
func houdNummers(namen []string, d Deel, rijen, oud []Rij, was []string) (vrij []string, hoogste int) {
	gevonden := make([]bool, len(rijen))
	for j, naam := range was[:min(len(was), len(oud))] {
		i := 0
		if j < len(rijen) && !gevonden[j] && gelijk(d, rijen[j], oud[j]) {
			i = j // rows that hold the same by their fields alone keep their order
		}
		for i < len(rijen) && (gevonden[i] || !gelijk(d, rijen[i], oud[j])) {
			i++
		}
		if i < len(rijen) {
			gevonden[i] = true
		}
		n, isNummer := rijnummer(naam)
		if !isNummer {
			continue // what names it still does
		}
		hoogste = max(hoogste, n)
		if i == len(rijen) {
			vrij = append(vrij, naam)
		} else {
			namen[i] = naam
		}
	}
	return vrij, hoogste
}

// rijnaam is what a row is called by what names it, or "".
func rijnaam(d Deel, rij Rij) string {
	v, ok := d.Naamveld()
	if !ok {
		return ""
	}
	naam := rij.Antwoord(v).tekst
	switch d.Rijen {
	case PerPaar:
		p, _ := ParsePaar(naam)
		return p.Sleutel()
	case PerRol:
		if !IsID(naam) {
			naam = Slug(naam)
		}
		if _, isNummer := rijnummer(naam); isNummer {
			return "" // that is what a number would be
		}
	}
	return naam
}

// gelijk reports whether two rows hold the same.
func gelijk(d Deel, a, b Rij) bool {
	for _, v := range d.Velden {
		if !a.Antwoord(v).Equal(b.Antwoord(v)) || v.PerWaarde && !maps.Equal(a.PerWaarde(v), b.PerWaarde(v)) {
			return false
		}
	}
	return maps.EqualFunc(a.Vragen(d), b.Vragen(d), Antwoord.Equal)
}

// VergelijkSleutels orders keys for people: rows by their number, not by their digits.
func VergelijkSleutels(a, b string) int {
	for a != b {
		deelA, restA, meerA := strings.Cut(a, ".")
		deelB, restB, meerB := strings.Cut(b, ".")
		switch c := vergelijkRijen(deelA, deelB); {
		case c != 0:
			return c
		case !meerA:
			return -1
		case !meerB:
			return 1
		}
		a, b = restA, restB
	}
	return 0
}

func vergelijkRijen(a, b string) int {
	nA, isA := rijnummer(a)
	nB, isB := rijnummer(b)
	if isA && isB && nA != nB {
		return cmp.Compare(nA, nB)
	}
	return strings.Compare(a, b)
}
