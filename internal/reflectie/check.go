package reflectie

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A Fout is a rule of the data that a reflectie breaks. Pad says where, with
// list positions from 0: "verbanden.1.tussen". Tekst says what, in Dutch.
type Fout struct{ Pad, Tekst string }

// Normaal returns r in normal form: texts normalised, and what is empty absent.
// It is meant for a reflectie in which Check finds no faults.
func (r Reflectie) Normaal() Reflectie {
	n, _ := Collect(r, Flatten(r))
	n.Weeg = Versie
	n.Door, n.Bracht = Normaal(r.Door), Normaal(r.Bracht)
	n.Teruggeblikt = nil
	for _, t := range r.Teruggeblikt {
		t.Antwoorden = maps.Clone(t.Antwoorden)
		maps.DeleteFunc(t.Antwoorden, func(_ string, a Antwoord) bool { return a.IsZero() })
		if len(t.Antwoorden) == 0 {
			t.Antwoorden = nil
		}
		n.Teruggeblikt = append(n.Teruggeblikt, t)
	}
	return n
}

// Check returns every rule of the data that r breaks. inCatalogus says whether
// the catalogue has a waarde; a waarde that is named must stand there or in r.
func (r Reflectie) Check(inCatalogus func(id string) bool) []Fout {
	c := controle{r: r, inCatalogus: inCatalogus, gekozen: map[string]bool{}}
	for _, w := range r.Waarden {
		c.gekozen[w.ID] = true
	}
	for _, d := range Delen() {
		gezien := map[string]bool{}
		for i, rij := range c.r.Rijen(d) {
			c.rij(d, rij, pad(d, i), gezien)
		}
	}
	c.waarden()
	if r.Casus != Eigen && r.Eigen != nil {
		c.fout("eigen", `het blok eigen kan alleen bij casus "eigen"`)
	}
	if r.Casus != Eigen && len(r.Afspraken) > 0 {
		c.fout(SleutelAfspraken, `afspraken kunnen alleen bij casus "eigen"; een casus is een oefening`)
	}
	for i, s := range r.Standpunten {
		if s.Van == Ik && s.Standpunt != "" {
			c.fout(RijSleutel(SleutelStandpunten, i, "standpunt"), `bij "van: ik" hoort alleen een waarde; zet uw reactie onder "prive:"`)
		}
	}
	for sleutel := range r.Antwoorden {
		if !IsOpen(sleutel) {
			c.fout("antwoorden."+sleutel, "%q is geen vraag; schrijf stap.vraag", kort(sleutel))
		}
	}
	slices.SortStableFunc(c.fouten, func(a, b Fout) int { return strings.Compare(a.Pad, b.Pad) })
	return c.fouten
}

// pad is the path to row i of a part.
func pad(d Deel, i int) string {
	if d.Rijen == Enkel {
		return d.Naam
	}
	return d.Naam + "." + strconv.Itoa(i)
}

func join(pad, veld string) string { return strings.TrimPrefix(pad+"."+veld, ".") }

// A controle gathers the faults of one reflectie.
type controle struct {
	r           Reflectie
	inCatalogus func(string) bool
	gekozen     map[string]bool
	fouten      []Fout
}

// kort cuts a word that is quoted in a fault; it could be a page.
func kort(woord string) string {
	if runes := []rune(woord); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return woord
}

func (c *controle) fout(pad, format string, args ...any) {
	c.fouten = append(c.fouten, Fout{pad, fmt.Sprintf(format, args...)})
}

func (c *controle) keuze(pad, waarde string, mag []string) {
	if waarde != "" && !slices.Contains(mag, waarde) {
		c.fout(pad, "%q kan hier niet; kies uit %s", kort(waarde), strings.Join(mag, ", "))
	}
}

// heel reports whether a row names the two waarden of which this word must be one;
// without them there is nothing to choose from. OpenVoorrang is none of two.
func (c *controle) heel(pad, woord string, p Paar) bool {
	if p[0] != "" && p[1] != "" {
		return true
	}
	if woord != "" && woord != OpenVoorrang {
		c.fout(pad, `%q kan hier nog niet; noem eerst de twee waarden bij "tussen"`, kort(woord))
	}
	return false
}

func (c *controle) waarde(pad, id string) {
	if !c.gekozen[id] && !c.inCatalogus(id) {
		c.fout(pad, "waarde %q staat niet onder waarden en ook niet in de catalogus", kort(id))
	}
}

// rij checks one row by what its fields are. gezien has what names the rows before it.
func (c *controle) rij(d Deel, rij Rij, pad string, gezien map[string]bool) {
	naam, _ := d.Naamveld()
	paar := rij.Paar(naam)
	for _, v := range d.Velden {
		woord, pad := rij.Antwoord(v).tekst, join(pad, v.Naam)
		switch v.Aard {
		case EenID:
			if !IsID(woord) {
				c.fout(pad, "%q is geen geldige id; gebruik kleine letters, cijfers en streepjes", kort(woord))
			}
		case EenWaarde:
			if woord != "" {
				c.waarde(pad, woord)
			}
		case EenKeuze:
			c.keuze(pad, woord, v.Keuzes)
		case Voorrang:
			if c.heel(pad, woord, paar) {
				c.keuze(pad, woord, []string{paar[0], paar[1], OpenVoorrang})
			}
		case EenPaar:
			c.paar(pad, paar)
		}
		c.perWaarde(pad, rij.PerWaarde(v), paar)
		if v.IsNaam && d.Naam != SleutelStandpunten { // a rol may have more than one standpunt
			c.uniek(d, paar, pad, woord, gezien)
		}
	}
}

// uniek checks that no row before it is called the same.
func (c *controle) uniek(d Deel, p Paar, pad, woord string, gezien map[string]bool) {
	sleutel, wie := woord, fmt.Sprintf("%q", kort(woord))
	switch d.Rijen {
	case PerWaarde:
		wie = "waarde " + wie
	case PerDatum:
		return // somebody may look back twice on a day
	case PerPaar:
		if p[0] == p[1] {
			return
		}
		sleutel, wie = p.Sleutel(), fmt.Sprintf("het paar %q en %q", kort(p[0]), kort(p[1]))
	}
	if sleutel != "" && gezien[sleutel] {
		c.fout(pad, "%s staat er twee keer; houd er één", wie)
	}
	gezien[sleutel] = true
}

// paar checks that two waarden are two, and known.
func (c *controle) paar(pad string, p Paar) {
	c.waarde(pad, p[0])
	if p[0] == p[1] {
		c.fout(pad, "twee keer dezelfde waarde %q; een paar heeft twee waarden", kort(p[0]))
		return
	}
	c.waarde(pad, p[1])
}

// perWaarde checks that texts for each of a pair are for those two.
func (c *controle) perWaarde(pad string, teksten map[string]string, p Paar) {
	for id := range teksten {
		if c.heel(join(pad, id), id, p) && !p.Heeft(id) {
			c.fout(join(pad, id), "%q is geen van de twee waarden; kies uit %s, %s", kort(id), kort(p[0]), kort(p[1]))
		}
	}
}

// waarden checks what a waarde must have to be known.
func (c *controle) waarden() {
	for i, w := range c.r.Waarden {
		pad := Sleutel(SleutelWaarden, strconv.Itoa(i))
		switch {
		case w.ID == OpenVoorrang:
			c.fout(pad+".id", "%q is al de naam van een keuze; geef de waarde een andere id", w.ID)
		case w.Naam == "" && IsID(w.ID) && !c.inCatalogus(w.ID):
			c.fout(pad+".id", "waarde %q staat niet in de catalogus; geef een naam bij een eigen waarde", kort(w.ID))
		}
		if w.Genoemd && !slices.ContainsFunc(c.r.Standpunten, func(s Standpunt) bool { return s.Waarde == w.ID }) {
			c.fout(pad+".genoemd", "waarde %q staat onder geen standpunt; haal \"genoemd\" weg", kort(w.ID))
		}
	}
}
