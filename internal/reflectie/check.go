package reflectie

import (
	"fmt"
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
	n.Door = Normaal(r.Door)
	n.Teruggeblikt = nil
	for _, t := range r.Teruggeblikt {
		kopie := Teruggeblikt{Datum: t.Datum}
		for sleutel, antwoord := range t.Antwoorden {
			if !antwoord.IsZero() {
				if kopie.Antwoorden == nil {
					kopie.Antwoorden = map[string]Antwoord{}
				}
				kopie.Antwoorden[sleutel] = antwoord
			}
		}
		n.Teruggeblikt = append(n.Teruggeblikt, kopie)
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
	c.id("casus", r.Casus)
	c.id("werkvorm", r.Werkvorm)
	if r.Casus != Eigen && r.Eigen != nil {
		c.fout("eigen", `het blok eigen kan alleen bij casus "eigen"`)
	}
	for i, s := range r.Standpunten {
		if s.Waarde != "" {
			c.waarde(pad("standpunten", i, "waarde"), s.Waarde)
		}
	}
	c.waarden()
	c.verbanden()
	c.ruimte()
	c.weging()
	c.keuze("uitkomst.keuze", r.Uitkomst.Keuze, Keuzes())
	c.keuze("uitkomst.waarvan", r.Uitkomst.Waarvan, RegelSoorten())
	for sleutel := range r.Antwoorden {
		if !IsOpen(sleutel) {
			c.fout("antwoorden."+sleutel, fmt.Sprintf("%q is geen vraag; schrijf stap.vraag", kort(sleutel)))
		}
	}
	slices.SortFunc(c.fouten, func(a, b Fout) int { return strings.Compare(a.Pad, b.Pad) })
	return c.fouten
}

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

func (c *controle) fout(pad, tekst string) { c.fouten = append(c.fouten, Fout{pad, tekst}) }

func pad(lijst string, i int, veld string) string {
	p := lijst + "." + strconv.Itoa(i)
	if veld != "" {
		p += "." + veld
	}
	return p
}

func (c *controle) id(pad, id string) {
	if !IsID(id) {
		c.fout(pad, fmt.Sprintf("%q is geen geldige id; gebruik kleine letters, cijfers en streepjes", kort(id)))
	}
}

func (c *controle) keuze(pad, waarde string, mag []string) {
	if waarde != "" && !slices.Contains(mag, waarde) {
		c.fout(pad, fmt.Sprintf("%q kan hier niet; kies uit %s", kort(waarde), strings.Join(mag, ", ")))
	}
}

func (c *controle) waarde(pad, id string) {
	if !c.gekozen[id] && !c.inCatalogus(id) {
		c.fout(pad, fmt.Sprintf("waarde %q staat niet onder waarden en ook niet in de catalogus", kort(id)))
	}
}

func (c *controle) waarden() {
	gezien := map[string]bool{}
	for i, w := range c.r.Waarden {
		c.id(pad("waarden", i, "id"), w.ID)
		if w.ID == OpenVoorrang {
			c.fout(pad("waarden", i, "id"), fmt.Sprintf("%q is al de naam van een keuze; geef de waarde een andere id", w.ID))
		}
		if gezien[w.ID] {
			c.fout(pad("waarden", i, "id"), fmt.Sprintf("waarde %q staat er twee keer; houd er één", kort(w.ID)))
		}
		gezien[w.ID] = true
		if w.Naam == "" && IsID(w.ID) && w.ID != OpenVoorrang && !c.inCatalogus(w.ID) {
			c.fout(pad("waarden", i, "id"), fmt.Sprintf("waarde %q staat niet in de catalogus; geef een naam bij een eigen waarde", kort(w.ID)))
		}
		if w.Genoemd && !slices.ContainsFunc(c.r.Standpunten, func(s Standpunt) bool { return s.Waarde == w.ID }) {
			c.fout(pad("waarden", i, "genoemd"), fmt.Sprintf("waarde %q staat onder geen standpunt; haal \"genoemd\" weg", kort(w.ID)))
		}
		c.keuze(pad("waarden", i, "bepaalt"), w.Bepaalt, Partijen())
		c.keuze(pad("waarden", i, "organiseert"), w.Organiseert, Partijen())
		c.keuze(pad("waarden", i, "controleert"), w.Controleert, Partijen())
	}
}

// paar checks one pair, and that it does not stand in gezien already.
func (c *controle) paar(pad string, p Paar, gezien map[string]bool) {
	c.waarde(pad, p[0])
	switch {
	case p[0] == p[1]:
		c.fout(pad, fmt.Sprintf("twee keer dezelfde waarde %q; een paar heeft twee waarden", kort(p[0])))
		return
	case gezien[p.Sleutel()]:
		c.fout(pad, fmt.Sprintf("het paar %q en %q staat er twee keer; houd er één", kort(p[0]), kort(p[1])))
	}
	gezien[p.Sleutel()] = true
	c.waarde(pad, p[1])
}

func (c *controle) verbanden() {
	gezien := map[string]bool{}
	for i, v := range c.r.Verbanden {
		c.paar(pad("verbanden", i, "tussen"), v.Tussen, gezien)
		c.keuze(pad("verbanden", i, "soort"), v.Soort, Soorten())
	}
}

func (c *controle) ruimte() {
	gezien := map[string]bool{}
	for i, v := range c.r.Ruimte {
		if v.Wie != "" && gezien[v.Wie] {
			c.fout(pad("ruimte", i, "wie"), fmt.Sprintf("%q staat er twee keer; houd er één", kort(v.Wie)))
		}
		gezien[v.Wie] = true
	}
}

func (c *controle) weging() {
	gezien := map[string]bool{}
	for i, w := range c.r.Weging {
		c.paar(pad("weging", i, "tussen"), w.Tussen, gezien)
		c.keuze(pad("weging", i, "voorrang"), w.Voorrang, []string{w.Tussen[0], w.Tussen[1], OpenVoorrang})
	}
}
