package reflectie

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Antwoorden holds every single answer by its key. It is the flat form of what
// a Reflectie answers:
//
//	rol  terugblik  waarden  spiegel  verbanden  weging     whole answers
//	eigen.titel  uitkomst.doen                              parts of one thing
//	standpunten.1.van  ruimte.2.wie  aandachtspunten.acties.1   rows, from 1
//	waarden.veiligheid.betekenis  waarden.veiligheid.anders.1.wie
//	verbanden.openheid+privacy.soort  weging.openheid+privacy.omdat
//	bedoeling.weet-niet  bedoeling.weet-niet.wie            open questions
//
// A pair in a key stands in alphabetical order. `waarden`, `verbanden` and
// `weging` list ids and pairs in the order of the reflectie; `spiegel` lists
// waarden that were taken in later.
type Antwoorden map[string]Antwoord

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
	SleutelAandachtspunten = "aandachtspunten"
	SleutelEigen           = Eigen
)

// velden returns the last words that make a key below prefix one of ours. A
// vraag or doorvraag in a step with such an id cannot bear one of these.
func velden(prefix string) []string {
	switch prefix {
	case SleutelEigen:
		return []string{"titel", "situatie", "moment"}
	case SleutelUitkomst:
		return []string{"doen", "eigen", "keuze", "waarvan", "omdat"}
	case SleutelStandpunten:
		return []string{"van", "standpunt", "waarde"}
	case SleutelRuimte:
		return []string{"wie", "ruimte", "aanspreekbaar"}
	case SleutelWaarden:
		return []string{"naam", "betekenis", "bepaalt", "organiseert", "controleert", "gemeenschap"}
	case SleutelVerbanden:
		return []string{"soort", "waarom"}
	case SleutelWeging:
		return []string{"voorrang", "omdat", "ondanks", "verlies", "verzachting"}
	case SleutelAandachtspunten:
		return []string{"kennis", "acties", "macht"}
	}
	return nil
}

// Gereserveerd reports whether id cannot be the id of a vraag or doorvraag in
// the step called stap, because the key would be one of the tool's own.
func Gereserveerd(stap, id string) bool {
	namen := velden(stap)
	if namen == nil {
		return false
	}
	_, err := strconv.Atoi(id)
	return err == nil || id == "anders" || slices.Contains(namen, id)
}

// Sleutel joins the parts of a key.
func Sleutel(delen ...string) string { return strings.Join(delen, ".") }

// Rij is the key of a field in row n, from 1: Rij("ruimte", 2, "wie").
func Rij(prefix string, n int, veld string) string {
	return Sleutel(prefix, strconv.Itoa(n), veld)
}

// set stores an answer; no answer leaves no key.
func (a Antwoorden) set(sleutel string, antwoord Antwoord) {
	if !antwoord.IsZero() {
		a[sleutel] = antwoord
	}
}

func (a Antwoorden) setTekst(sleutel, tekst string) { a.set(sleutel, Tekst(tekst)) }

// Gekozen returns the ids of the waarden that play here, each once: those
// chosen, and those taken in later.
func (a Antwoorden) Gekozen() []string {
	return uniek(slices.Concat(a[SleutelWaarden].lijst, a[SleutelSpiegel].lijst))
}

// Genoemd returns the ids of the own values that were named under a standpunt
// and not chosen, each once.
func (a Antwoorden) Genoemd() []string {
	gekozen := a.Gekozen()
	var ids []string
	for _, n := range a.Rijen(SleutelStandpunten) {
		if id := a[Rij(SleutelStandpunten, n, "waarde")].tekst; a.IsEigen(id) && !slices.Contains(gekozen, id) {
			ids = append(ids, id)
		}
	}
	return uniek(ids)
}

// uniek keeps the first of each.
func uniek(ids []string) []string {
	gezien := map[string]bool{}
	return slices.DeleteFunc(ids, func(id string) bool {
		dubbel := gezien[id]
		gezien[id] = true
		return dubbel
	})
}

// IsEigen reports whether id is a value of the person's own: one whose name is
// among the answers, because no catalogue has it.
func (a Antwoorden) IsEigen(id string) bool {
	return !a[Sleutel(SleutelWaarden, id, "naam")].IsZero()
}

// Paren returns the pairs that the answer at sleutel lists, each once.
func (a Antwoorden) Paren(sleutel string) []Paar {
	var paren []Paar
	gezien := map[string]bool{}
	for _, item := range a[sleutel].lijst {
		if p, ok := ParsePaar(item); ok && !gezien[p.Sleutel()] {
			gezien[p.Sleutel()] = true
			paren = append(paren, p)
		}
	}
	return paren
}

// Rijen returns the numbers, in order, of the rows below prefix that hold an answer.
func (a Antwoorden) Rijen(prefix string) []int {
	var rijen []int
	prefix += "."
	for sleutel := range a {
		rest, ok := strings.CutPrefix(sleutel, prefix)
		if !ok {
			continue
		}
		nummer, _, _ := strings.Cut(rest, ".")
		if n, err := strconv.Atoi(nummer); err == nil && n > 0 {
			rijen = append(rijen, n)
		}
	}
	slices.Sort(rijen)
	return slices.Compact(rijen)
}

// Flatten gives every answer of r its key. Collect is its inverse.
func Flatten(r Reflectie) Antwoorden {
	a := Antwoorden{}
	for sleutel, antwoord := range r.Antwoorden {
		a.set(sleutel, antwoord)
	}
	a.setTekst(SleutelRol, r.Rol)
	a.setTekst(SleutelTerugblik, r.Terugblik.String())
	if r.Eigen != nil {
		a.setTekst("eigen.titel", r.Eigen.Titel)
		a.setTekst("eigen.situatie", r.Eigen.Situatie)
		a.setTekst("eigen.moment", r.Eigen.Moment)
	}
	for i, s := range r.Standpunten {
		a.setTekst(Rij(SleutelStandpunten, i+1, "van"), s.Van)
		a.setTekst(Rij(SleutelStandpunten, i+1, "standpunt"), s.Standpunt)
		a.setTekst(Rij(SleutelStandpunten, i+1, "waarde"), s.Waarde)
	}
	a.flattenWaarden(r.Waarden)
	var paren []string
	for _, v := range r.Verbanden {
		paren = append(paren, v.Tussen.String())
		a.setTekst(Sleutel(SleutelVerbanden, v.Tussen.Sleutel(), "soort"), v.Soort)
		a.setTekst(Sleutel(SleutelVerbanden, v.Tussen.Sleutel(), "waarom"), v.Waarom)
	}
	a.set(SleutelVerbanden, Lijst(paren...))
	for i, v := range r.Ruimte {
		a.setTekst(Rij(SleutelRuimte, i+1, "wie"), v.Wie)
		a.setTekst(Rij(SleutelRuimte, i+1, "ruimte"), v.Ruimte)
		a.setTekst(Rij(SleutelRuimte, i+1, "aanspreekbaar"), v.Aanspreekbaar)
	}
	paren = nil
	for _, w := range r.Weging {
		paren = append(paren, w.Tussen.String())
		for veld, tekst := range map[string]string{"voorrang": w.Voorrang, "omdat": w.Omdat,
			"ondanks": w.Ondanks, "verlies": w.Verlies, "verzachting": w.Verzachting} {
			a.setTekst(Sleutel(SleutelWeging, w.Tussen.Sleutel(), veld), tekst)
		}
	}
	a.set(SleutelWeging, Lijst(paren...))
	a.setTekst("uitkomst.doen", r.Uitkomst.Doen)
	if r.Uitkomst.Eigen != nil {
		a.set("uitkomst.eigen", JaNee(*r.Uitkomst.Eigen))
	}
	a.setTekst("uitkomst.keuze", r.Uitkomst.Keuze)
	a.setTekst("uitkomst.waarvan", r.Uitkomst.Waarvan)
	a.setTekst("uitkomst.omdat", r.Uitkomst.Omdat)
	for soort, punten := range map[string][]string{"kennis": r.Aandachtspunten.Kennis,
		"acties": r.Aandachtspunten.Acties, "macht": r.Aandachtspunten.Macht} {
		for i, punt := range punten {
			a.setTekst(Sleutel(SleutelAandachtspunten, soort, strconv.Itoa(i+1)), punt)
		}
	}
	return a
}

func (a Antwoorden) flattenWaarden(waarden []Waarde) {
	var ids []string
	for _, w := range waarden {
		if !w.Genoemd {
			ids = append(ids, w.ID)
		}
		for veld, tekst := range map[string]string{"naam": w.Naam, "betekenis": w.Betekenis, "bepaalt": w.Bepaalt,
			"organiseert": w.Organiseert, "controleert": w.Controleert, "gemeenschap": w.Gemeenschap} {
			a.setTekst(Sleutel(SleutelWaarden, w.ID, veld), tekst)
		}
		for i, anders := range w.Anders {
			prefix := Sleutel(SleutelWaarden, w.ID, "anders")
			a.setTekst(Rij(prefix, i+1, "wie"), anders.Wie)
			a.setTekst(Rij(prefix, i+1, "betekenis"), anders.Betekenis)
		}
	}
	a.set(SleutelWaarden, Lijst(ids...))
}

// A lezer takes answers out of a copy, so that what is left at the end is what
// had no place.
type lezer struct {
	rest    Antwoorden
	rijen   map[string][]int // by prefix: Antwoorden.Rijen of each, found in one pass
	gekozen map[string]bool
}

func newLezer(a Antwoorden) lezer {
	l := lezer{rest: maps.Clone(a), rijen: map[string][]int{}, gekozen: map[string]bool{}}
	if l.rest == nil {
		l.rest = Antwoorden{}
	}
	for sleutel := range a {
		delen := strings.Split(sleutel, ".")
		for i, deel := range delen[1:] {
			if n, err := strconv.Atoi(deel); err == nil && n > 0 {
				prefix := strings.Join(delen[:i+1], ".")
				l.rijen[prefix] = append(l.rijen[prefix], n)
			}
		}
	}
	for prefix, rijen := range l.rijen {
		slices.Sort(rijen)
		l.rijen[prefix] = slices.Compact(rijen)
	}
	for _, id := range append(a.Gekozen(), a.Genoemd()...) {
		l.gekozen[id] = true
	}
	return l
}

// onbekend reports whether nothing in the reflectie would say what id is: an
// own value that is no longer chosen.
func (l lezer) onbekend(a Antwoorden, id string) bool { return a.IsEigen(id) && !l.gekozen[id] }

func (l lezer) neem(sleutel string) Antwoord {
	a := l.rest[sleutel]
	delete(l.rest, sleutel)
	return a
}

func (l lezer) tekst(delen ...string) string { return l.neem(Sleutel(delen...)).tekst }

// Collect puts every answer of a in its place in r, over what r holds there.
// What has no place in a reflectie, such as what a waarde meant that is no
// longer chosen, comes back as rest.
func Collect(r Reflectie, a Antwoorden) (_ Reflectie, rest Antwoorden) {
	l := newLezer(a)
	r.Rol = l.tekst(SleutelRol)
	r.Terugblik = Datum{}
	if d, err := ParseDatum(a[SleutelTerugblik].tekst); err == nil {
		r.Terugblik = d
		l.neem(SleutelTerugblik)
	}
	r.Eigen = l.eigen()
	r.Standpunten = nil
	for _, n := range l.rijen[SleutelStandpunten] {
		rij := strconv.Itoa(n)
		s := Standpunt{
			Van:       l.tekst(SleutelStandpunten, rij, "van"),
			Standpunt: l.tekst(SleutelStandpunten, rij, "standpunt"),
			Waarde:    l.tekst(SleutelStandpunten, rij, "waarde"),
		}
		if s != (Standpunt{}) {
			r.Standpunten = append(r.Standpunten, s)
		}
	}
	r.Waarden = l.waarden(a)
	r.Verbanden = l.verbanden(a)
	r.Ruimte = nil
	for _, n := range l.rijen[SleutelRuimte] {
		rij := strconv.Itoa(n)
		v := Ruimte{
			Wie:           l.tekst(SleutelRuimte, rij, "wie"),
			Ruimte:        l.tekst(SleutelRuimte, rij, "ruimte"),
			Aanspreekbaar: l.tekst(SleutelRuimte, rij, "aanspreekbaar"),
		}
		if v != (Ruimte{}) {
			r.Ruimte = append(r.Ruimte, v)
		}
	}
	r.Weging = l.weging(a)
	r.Uitkomst = l.uitkomst()
	r.Aandachtspunten = Aandachtspunten{
		Kennis: l.punten("kennis"), Acties: l.punten("acties"), Macht: l.punten("macht"),
	}
	r.Antwoorden = nil
	for sleutel, antwoord := range l.rest {
		if IsOpen(sleutel) {
			if r.Antwoorden == nil {
				r.Antwoorden = map[string]Antwoord{}
			}
			r.Antwoorden[sleutel] = antwoord
			delete(l.rest, sleutel)
		}
	}
	return r, l.rest
}

func (l lezer) eigen() *Situatie {
	s := Situatie{l.tekst("eigen.titel"), l.tekst("eigen.situatie"), l.tekst("eigen.moment")}
	if s == (Situatie{}) {
		return nil
	}
	return &s
}

func (l lezer) waarden(a Antwoorden) []Waarde {
	l.neem(SleutelWaarden)
	l.neem(SleutelSpiegel)
	var waarden []Waarde
	genoemd := a.Genoemd()
	for _, id := range append(a.Gekozen(), genoemd...) {
		w := Waarde{
			ID:          id,
			Genoemd:     slices.Contains(genoemd, id),
			Naam:        l.tekst(SleutelWaarden, id, "naam"),
			Betekenis:   l.tekst(SleutelWaarden, id, "betekenis"),
			Bepaalt:     l.tekst(SleutelWaarden, id, "bepaalt"),
			Organiseert: l.tekst(SleutelWaarden, id, "organiseert"),
			Controleert: l.tekst(SleutelWaarden, id, "controleert"),
			Gemeenschap: l.tekst(SleutelWaarden, id, "gemeenschap"),
		}
		prefix := Sleutel(SleutelWaarden, id, "anders")
		for _, n := range l.rijen[prefix] {
			rij := strconv.Itoa(n)
			if x := (Anders{l.tekst(prefix, rij, "wie"), l.tekst(prefix, rij, "betekenis")}); x != (Anders{}) {
				w.Anders = append(w.Anders, x)
			}
		}
		waarden = append(waarden, w)
	}
	return waarden
}

func (l lezer) verbanden(a Antwoorden) []Verband {
	l.neem(SleutelVerbanden)
	var verbanden []Verband
	for _, p := range a.Paren(SleutelVerbanden) {
		if l.onbekend(a, p[0]) || l.onbekend(a, p[1]) {
			continue
		}
		verbanden = append(verbanden, Verband{
			Tussen: p,
			Soort:  l.tekst(SleutelVerbanden, p.Sleutel(), "soort"),
			Waarom: l.tekst(SleutelVerbanden, p.Sleutel(), "waarom"),
		})
	}
	return verbanden
}

// weging takes the pairs that are listed first, then the verbanden that were
// weighed besides, in their own order.
func (l lezer) weging(a Antwoorden) []Weging {
	l.neem(SleutelWeging)
	var wegingen []Weging
	gedaan := map[string]bool{}
	for _, p := range slices.Concat(a.Paren(SleutelWeging), a.Paren(SleutelVerbanden)) {
		if gedaan[p.Sleutel()] || l.onbekend(a, p[0]) || l.onbekend(a, p[1]) {
			continue
		}
		gedaan[p.Sleutel()] = true
		w := Weging{
			Tussen:      p,
			Voorrang:    l.tekst(SleutelWeging, p.Sleutel(), "voorrang"),
			Omdat:       l.tekst(SleutelWeging, p.Sleutel(), "omdat"),
			Ondanks:     l.tekst(SleutelWeging, p.Sleutel(), "ondanks"),
			Verlies:     l.tekst(SleutelWeging, p.Sleutel(), "verlies"),
			Verzachting: l.tekst(SleutelWeging, p.Sleutel(), "verzachting"),
		}
		if w != (Weging{Tussen: p}) {
			wegingen = append(wegingen, w)
		}
	}
	return wegingen
}

func (l lezer) uitkomst() Uitkomst {
	u := Uitkomst{
		Doen:    l.tekst("uitkomst.doen"),
		Keuze:   l.tekst("uitkomst.keuze"),
		Waarvan: l.tekst("uitkomst.waarvan"),
		Omdat:   l.tekst("uitkomst.omdat"),
	}
	if eigen := l.neem("uitkomst.eigen"); eigen.vorm == VormJaNee {
		u.Eigen = &eigen.ja
	}
	return u
}

func (l lezer) punten(soort string) []string {
	var punten []string
	prefix := Sleutel(SleutelAandachtspunten, soort)
	for _, n := range l.rijen[prefix] {
		if punt := l.tekst(prefix, strconv.Itoa(n)); punt != "" {
			punten = append(punten, punt)
		}
	}
	return punten
}

// IsOpen reports whether a key names an open question (stap.vraag) or a
// follow-up of one (stap.vraag.doorvraag), as the keys of Reflectie.Antwoorden do.
func IsOpen(sleutel string) bool {
	delen := strings.Split(sleutel, ".")
	if len(delen) < 2 || len(delen) > 3 {
		return false
	}
	for _, deel := range delen {
		if !IsID(deel) {
			return false
		}
	}
	return !Gereserveerd(delen[0], delen[len(delen)-1])
}

// VergelijkSleutels orders keys for people: rows by their number, not by their digits.
func VergelijkSleutels(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		x, errX := strconv.Atoi(as[i])
		y, errY := strconv.Atoi(bs[i])
		if errX == nil && errY == nil && x != y {
			return cmp.Compare(x, y)
		}
		if c := strings.Compare(as[i], bs[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}
