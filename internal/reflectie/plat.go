package reflectie

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Antwoorden holds every single answer by its key. It is the flat form of what
// a Reflectie answers. `waarden`, `verbanden` and `weging` list ids and pairs in
// the order of the reflectie; `spiegel` lists waarden that were taken in later.
type Antwoorden map[string]Antwoord

// set stores an answer; no answer leaves no key.
func (a Antwoorden) set(sleutel string, antwoord Antwoord) {
	if !antwoord.IsZero() {
		a[sleutel] = antwoord
	}
}

// Zet puts an answer at a key; no answer leaves no key.
func (a Antwoorden) Zet(sleutel string, antwoord Antwoord) {
	delete(a, sleutel)
	a.set(sleutel, antwoord)
}

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
		if id := a[RijSleutel(SleutelStandpunten, n, "waarde")].tekst; a.IsEigen(id) && !slices.Contains(gekozen, id) {
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

// Paren returns the pairs that the answers at these keys list, each once.
func (a Antwoorden) Paren(sleutels ...string) []Paar {
	var paren []Paar
	gezien := map[string]bool{}
	for _, sleutel := range sleutels {
		for _, item := range a[sleutel].lijst {
			if p, ok := ParsePaar(item); ok && !gezien[p.Sleutel()] {
				gezien[p.Sleutel()] = true
				paren = append(paren, p)
			}
		}
	}
	return paren
}

// Rijen returns the numbers, in order, of the rows of a part that hold an answer.
func (a Antwoorden) Rijen(deel string) []int {
	var rijen []int
	for sleutel := range a {
		if !strings.HasPrefix(sleutel, deel) { // as most, and taking them apart takes longer
			continue
		}
		if p, ok := Ontleed(sleutel); ok && p.Deel.Naam == deel && p.Nummer() > 0 {
			rijen = append(rijen, p.Nummer())
		}
	}
	slices.Sort(rijen)
	return slices.Compact(rijen)
}

// Flatten gives every answer of r its key, with a number for each row that is
// not called by an id or a pair. Collect is its inverse.
func Flatten(r Reflectie) Antwoorden {
	namen := r.Rijnamen(Reflectie{}, nil)
	genummerd := func(deel, rij string) string {
		d, _ := DeelVan(deel)
		if i := slices.Index(namen[deel], rij); i >= 0 && d.HeeftNummers() {
			return strconv.Itoa(i + 1)
		}
		return rij
	}
	a := Antwoorden{}
	for sleutel, antwoord := range r.Plat(namen) {
		p, isVeld := Ontleed(sleutel)
		if isVeld && (p.Veld.IsKop || p.Deel.Rijen == PerDatum) { // nobody is asked
			continue
		}
		a[Hernoem(sleutel, genummerd)] = antwoord
	}
	for _, sleutel := range []string{SleutelWaarden, SleutelVerbanden, SleutelWeging} {
		d, _ := DeelVan(sleutel)
		naam, _ := d.Naamveld()
		var namen []string
		for _, rij := range r.Rijen(d) {
			if !rij.Waarde().Genoemd {
				namen = append(namen, rij.Antwoord(naam).tekst)
			}
		}
		a.set(sleutel, Lijst(namen...))
	}
	return a
}

// Plat gives every field of r that holds something its key, with the rows called
// by namen: what nobody is asked and what is said in looking back too, but not
// the fields that name a row by themselves. It has no whole answers.
func (r Reflectie) Plat(namen Rijnamen) Antwoorden {
	a := Antwoorden{}
	for _, d := range Delen() {
		for i, rij := range r.Rijen(d) {
			begin := ""
			switch {
			case d.Naam == "":
			case d.Rijen == Enkel:
				begin = d.Naam + "."
			default:
				begin = d.Naam + "." + namen[d.Naam][i] + "."
			}
			for sleutel, antwoord := range rij.Vragen(d) {
				a.set(begin+sleutel, antwoord)
			}
			for _, v := range d.Velden {
				if v.Aard == EenTeken || v.IsNaam && d.Rijen != PerRol { // a name by itself is in the key
					continue
				}
				a.set(begin+v.Naam, rij.Antwoord(v))
				for waarde, tekst := range rij.PerWaarde(v) {
					a.set(begin+Sleutel(v.Naam, waarde), Tekst(tekst))
				}
			}
		}
	}
	return a
}

// Collect puts every answer of a in its place in r, over what r holds there.
// What has no place in a reflectie, such as what a waarde meant that is no
// longer chosen, comes back as rest.
func Collect(r Reflectie, a Antwoorden) (_ Reflectie, rest Antwoorden) {
	v := verzamelaar{r: r, a: a, rest: Antwoorden{}, nummers: map[string][]int{}}
	maps.Copy(v.rest, a)
	for _, d := range Delen() {
		if d.Rijen != PerDatum {
			v.deel(d)
		}
	}
	genoemd := a.Genoemd()
	for i, w := range v.r.Waarden {
		v.r.Waarden[i].Genoemd = slices.Contains(genoemd, w.ID)
	}
	maps.DeleteFunc(v.rest, func(sleutel string, _ Antwoord) bool { return IsLijst(sleutel) })
	v.open()
	return v.r, v.rest
}

// A verzamelaar takes answers out of a copy, so that what is left at the end is
// what had no place.
type verzamelaar struct {
	r       Reflectie
	a, rest Antwoorden
	nummers map[string][]int // by part: the numbers of the rows that r has, in order
}

func (v *verzamelaar) neem(sleutel string) Antwoord {
	a := v.rest[sleutel]
	delete(v.rest, sleutel)
	return a
}

// deel fills one part.
func (v *verzamelaar) deel(d Deel) {
	if d.Naam == "" {
		v.vul(d, v.r.Rijen(d)[0], "")
		return
	}
	v.r.leeg(d)
	if d.Rijen == Enkel {
		v.vul(d, v.r.Erbij(d), d.Naam+".")
		if v.r.Eigen != nil && *v.r.Eigen == (Situatie{}) {
			v.r.Eigen = nil
		}
		return
	}
	for _, naam := range v.rijen(d) {
		kopie := v.r
		rij := kopie.Erbij(d)
		if veld, ok := d.Naamveld(); ok && d.Rijen != PerRol {
			rij.Zet(veld, Tekst(naam))
		}
		sleutel := naam
		if p, ok := ParsePaar(naam); ok {
			sleutel = p.Sleutel()
		}
		vol := v.vul(d, rij, d.Naam+"."+sleutel+".")
		if !vol && (d.HeeftNummers() || d.Naam == SleutelWeging) {
			continue
		}
		v.r = kopie
		if n, isNummer := rijnummer(naam); isNummer && d.HeeftNummers() {
			v.nummers[d.Naam] = append(v.nummers[d.Naam], n)
		}
	}
}

// rijen returns what the rows of a part are called, in their order.
func (v *verzamelaar) rijen(d Deel) []string {
	var namen []string
	waarden := append(v.a.Gekozen(), v.a.Genoemd()...)
	switch d.Rijen {
	case PerWaarde:
		return waarden
	case PerPaar:
		sleutels := []string{d.Naam}
		if d.Naam == SleutelWeging { // those that are listed, then the verbanden that were weighed besides
			sleutels = append(sleutels, SleutelVerbanden)
		}
		// An own value that is no longer chosen: nothing in the reflectie would say what it is.
		onbekend := func(id string) bool { return v.a.IsEigen(id) && !slices.Contains(waarden, id) }
		for _, p := range v.a.Paren(sleutels...) {
			if !onbekend(p[0]) && !onbekend(p[1]) {
				namen = append(namen, p.String())
			}
		}
		return namen
	}
	for _, n := range v.a.Rijen(d.Naam) {
		namen = append(namen, strconv.Itoa(n))
	}
	return namen
}

// vul fills one row, of which the keys begin so, and reports whether anything
// was there.
func (v *verzamelaar) vul(d Deel, rij Rij, begin string) bool {
	vol := false
	for _, veld := range d.Velden {
		switch {
		case veld.IsKop, veld.Aard == EenTeken, veld.IsNaam && d.Rijen != PerRol:
			continue
		case veld.PerWaarde:
			naam, _ := d.Naamveld()
			paar, _ := ParsePaar(rij.Antwoord(naam).tekst)
			for _, id := range paar {
				if a := v.neem(begin + Sleutel(veld.Naam, id)); !a.IsZero() {
					rij.ZetVoor(veld, id, a)
					vol = true
				}
			}
			continue
		}
		sleutel := begin + veld.Naam
		if veld.Aard == EenDatum { // half a date stays among the rest
			if _, err := ParseDatum(v.a[sleutel].tekst); err != nil {
				rij.Zet(veld, Antwoord{})
				continue
			}
		}
		a := v.neem(sleutel)
		vol = vol || !a.IsZero()
		rij.Zet(veld, a)
	}
	return vol
}

// open gives the open questions their place. A follow-up on a numbered row is
// called as that row is in a file.
func (v *verzamelaar) open() {
	v.r.Antwoorden = nil
	namen := v.r.Rijnamen(Reflectie{}, nil)
	naam := func(deel, rij string) string {
		n, isNummer := rijnummer(rij)
		i := slices.Index(v.nummers[deel], n)
		if !isNummer || i < 0 {
			return rij
		}
		return namen[deel][i]
	}
	for sleutel, antwoord := range v.rest {
		if !IsOpen(sleutel) {
			continue
		}
		if v.r.Antwoorden == nil {
			v.r.Antwoorden = map[string]Antwoord{}
		}
		v.r.Antwoorden[Hernoem(sleutel, naam)] = antwoord
		delete(v.rest, sleutel)
	}
}
