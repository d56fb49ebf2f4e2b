package rapport

import (
	"io"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/kompas"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
)

// A vel is what the page of a kompas or a sheet is written on.
type vel interface {
	kop(niveau int, tekst string)
	nieuwBlad(kop string) // in print, it begins a page
	ruimte(niveau int, velden ...veld)
	streep()
	voet(tekst string) // the last line, in the place of what any page ends with
	zin(tekst string)  // of ours
	punten(zinnen []string)
	woorden(teksten []string) // of people, each as they typed it
	naast(een, ander func())  // writes both, beside each other where there is room
	netwerk(n netwerk.Netwerk, titel string)
}

// A veld is where people write: its heading, and the marker by which it is read back.
type veld struct{ kop, merk string }

// KompasHTML writes a kompas as a page that stands on its own.
func KompasHTML(w io.Writer, b kompas.Beeld) error {
	p := newPagina(w, "Kompas")
	schrijfKompas(p, b)
	return p.sluit()
}

// KompasMarkdown returns it as Markdown, in which nothing that somebody typed gets out
// of its quote.
func KompasMarkdown(b kompas.Beeld) string {
	var m markdownvel
	schrijfKompas(&m, b)
	return m.String()
}

func schrijfKompas(v vel, b kompas.Beeld) {
	v.kop(1, "Kompas")
	v.zin("Dit is geen beleid. Wie het volgende moment weegt, weegt opnieuw.")
	v.zin("Een bestand is geen persoon: dit kan van een paar mensen zijn.")
	if b.Samen {
		v.zin("Dit komt uit kompassen van teams. Wat in weinig reflecties staat, is weggelaten. Toch kan iemand te herkennen zijn.")
	}
	if b.Weinig {
		v.zin("Er zijn nog weinig reflecties. Daarom staan hier alleen vragen.")
	} else {
		spanningen(v, b)
		knelt(v, b)
		letten(v, b)
		betekent(v, b)
		ontbreekt(v, b)
		gekomen(v, b)
	}
	v.kop(2, "Vragen voor het volgende gesprek")
	v.punten(vragen(b))
}

func spanningen(v vel, b kompas.Beeld) {
	v.kop(2, "Spanningen die terugkomen")
	if len(b.Spanningen) == 0 {
		v.zin("Er is nog geen spanning die terugkomt.")
	}
	for _, s := range b.Spanningen {
		v.kop(3, netwerk.Paar(s.Tussen[0], s.Tussen[1]))
		kant := func(i int) func() {
			return func() {
				v.kop(4, netwerk.Vooraan(s.Tussen[i])+" gaat voor")
				if len(s.Kanten[i]) == 0 {
					v.zin("Daarover staat hier nog niets.")
				}
				bij(v, s.Kanten[i])
			}
		}
		v.naast(kant(0), kant(1))
		if len(s.OpenBij) > 0 {
			v.kop(4, "Nog open")
			bij(v, s.OpenBij)
		}
	}
	if len(b.Open) > 0 {
		v.kop(3, "Nog open")
	}
	for _, s := range b.Open {
		v.kop(4, netwerk.Paar(s.Tussen[0], s.Tussen[1]))
		bij(v, s.OpenBij)
	}
	if len(b.Oneens) > 0 {
		v.kop(3, "Waarover een team het niet eens was")
		bij(v, b.Oneens)
	}
}

func knelt(v vel, b kompas.Beeld) {
	if len(b.Regels) == 0 {
		return
	}
	v.kop(2, "Regels die knellen")
	for _, r := range b.Regels {
		v.kop(3, r.Regel)
		v.zin("Deze regel kwam terug " + casus.Samen(casus.Elk(r.Bij, func(b kompas.Bij) string { return waarbij(b.Casus) })) + ".")
		if r.Bedoeling != "" {
			v.zin("Waarom de regel er is, volgens de casus: " + r.Bedoeling)
		}
		if metWoorden := slices.DeleteFunc(slices.Clone(r.Bij), func(b kompas.Bij) bool { return len(b.Zinnen) == 0 }); len(metWoorden) > 0 {
			v.zin("Waartegen de regel beschermt:")
			bij(v, metWoorden)
		}
		if len(r.Lagen) > 0 {
			v.zin("Over deze regel kunt u praten met " + casus.Opsomming(r.Lagen) + ".")
		} else {
			v.zin("Met wie kunt u over deze regel praten?")
		}
	}
}

// soorten are the kinds of aandachtspunten: how each is called, and what is said where
// nobody wrote one.
func soorten(soort string) (kop, leeg string) {
	switch soort {
	case kompas.Kennis:
		return "Een volgende keer willen we weten", "Over wat we niet wisten"
	case kompas.Acties:
		return "Een volgende keer letten we bij onszelf op", "Over onszelf"
	}
	return "Een volgende keer letten we op de invloed van", "Over invloed"
}

func letten(v vel, b kompas.Beeld) {
	v.kop(2, "Waar we op letten")
	for _, l := range b.Punten {
		kop, leeg := soorten(l.Soort)
		v.kop(3, kop)
		switch {
		case l.Leeg && b.Samen:
			v.zin(leeg + " staat hier nog niets.")
		case l.Leeg:
			v.zin(leeg + " schreef nog niemand iets.")
		case len(l.Punten) == 0:
			v.zin("Hierover schreven mensen iets. Hun woorden zijn niet meegegaan.")
		}
		for _, p := range l.Punten {
			wie := "Iemand schreef " + waarbij(p.Casus)
			if p.Blad {
				wie = "Toen, " + waarbij(p.Casus)
			}
			if !p.Datum.IsZero() && p.Casus != "" { // the day would tie what one person wrote of themself together
				wie += ", op " + p.Datum.Voluit()
			}
			v.zin(wie + ":")
			v.woorden([]string{p.Tekst})
			if p.Oud {
				v.zin("Klopt dit nog?")
			}
		}
	}
}

func betekent(v vel, b kompas.Beeld) {
	if len(b.Netwerk.Waarden) == 0 {
		return
	}
	v.kop(2, "Wat waarden hier betekenen")
	for _, w := range b.Waarden {
		v.kop(3, netwerk.Vooraan(w.Waarde))
		bij(v, w.Bij)
	}
	v.kop(3, "Het waardenetwerk van alle reflecties")
	v.netwerk(b.Netwerk, "Kompas")
}

func ontbreekt(v vel, b kompas.Beeld) {
	if len(b.Rollen)+len(b.Stemmen) == 0 {
		return
	}
	v.kop(2, "Wie we nog niet spraken")
	if len(b.Rollen) > 0 {
		if b.Samen {
			v.zin("Vanuit deze rollen keek niemand, of bijna niemand:")
		} else {
			v.zin("Vanuit deze rollen keek nog niemand:")
		}
		v.punten(casus.Elk(b.Rollen, func(r kompas.Rollen) string {
			return casus.MetHoofdletter(waarbij(r.Casus)) + ": " + strings.Join(r.Rollen, ", ")
		}))
	}
	if len(b.Stemmen) > 0 {
		v.zin("Wie er iets van merkt, maar niet meepraat:")
		bij(v, b.Stemmen)
	}
}

func gekomen(v vel, b kompas.Beeld) {
	if len(b.Afspraken) == 0 {
		return
	}
	v.kop(2, "Wat ervan kwam")
	for _, a := range b.Afspraken {
		v.zin("Iemand nam zich voor:")
		v.woorden([]string{a.Wat})
		v.zin("Dit kwam ervan:")
		v.woorden([]string{a.Gekomen})
	}
}

// bij writes what people wrote, by casus. Of which nobody's words are there, the casus
// is named.
func bij(v vel, lijst []kompas.Bij) {
	var zonder []string
	for _, b := range lijst {
		if len(b.Zinnen) == 0 {
			zonder = append(zonder, waarbij(b.Casus))
			continue
		}
		v.zin(casus.MetHoofdletter(waarbij(b.Casus)) + ":")
		v.woorden(b.Zinnen)
	}
	if len(zonder) > 0 {
		v.zin("Zonder woorden erbij: " + casus.Samen(zonder) + ".")
	}
}

func waarbij(titel string) string {
	if titel == "" {
		return "bij een eigen situatie"
	}
	return "bij " + casus.Aanhaling(titel)
}

// maxVragen is how many questions a talk can take.
const maxVragen = 3

// vragen are the questions for a next talk, made from what the kompas shows, and else
// some that any team can ask. From month to month they are about something else.
func vragen(b kompas.Beeld) []string {
	var uit []string
	if s, ok := vanDeMaand(b, b.Spanningen); ok {
		uit = append(uit, "Wanneer gaat bij ons "+netwerk.Midden(s.Tussen[0])+" voor, en wanneer "+netwerk.Midden(s.Tussen[1])+"?")
	}
	if r, ok := vanDeMaand(b, b.Rollen); ok {
		rol, _ := vanDeMaand(b, r.Rollen)
		uit = append(uit, "Wat zou "+rol+" zeggen "+waarbij(r.Casus)+"?")
	}
	if r, ok := vanDeMaand(b, b.Regels); ok {
		uit = append(uit, "Waartegen beschermt deze regel: "+casus.Aanhaling(strings.TrimSuffix(r.Regel, "."))+"?")
	}
	if w, ok := vanDeMaand(b, b.Waarden); ok {
		uit = append(uit, "Bedoelen we hetzelfde met "+netwerk.Midden(w.Waarde)+"?")
	}
	uit = append(uit, "Welk moment uit ons werk willen we samen wegen?", "Wie merkt iets van ons werk, maar praat niet mee?", "Waarover zijn we het niet eens?")
	return uit[:maxVragen]
}

// vanDeMaand takes one of a list, another each month.
func vanDeMaand[T any](b kompas.Beeld, lijst []T) (een T, ok bool) {
	if len(lijst) == 0 {
		return een, false
	}
	return lijst[(12*b.Dag.Jaar+int(b.Dag.Maand))%len(lijst)], true
}

func (p *pagina) zin(tekst string) { p.uit("<p>", netwerk.Ontsnap(tekst), "</p>\n") }

func (p *pagina) naast(een, ander func()) {
	p.uit("<div class=\"naast\">\n<div>\n")
	een()
	p.uit("</div>\n<div>\n")
	ander()
	p.uit("</div>\n</div>\n")
}

func (p *pagina) punten(zinnen []string) { p.lijstVan("", zinnen) }

func (p *pagina) woorden(teksten []string) {
	for _, tekst := range teksten {
		p.deel(markdown.Deel{Soort: markdown.DeelAntwoord, Tekst: tekst}, Bladzij{})
	}
}
