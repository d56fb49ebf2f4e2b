package gesprek

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// schrijf writes a text as lines that fit.
func (r *Regels) schrijf(tekst string) { r.schrijfMet("", tekst) }

// schrijfMet writes a text as lines that fit, with a prefix before each.
func (r *Regels) schrijfMet(voor, tekst string) {
	for _, regel := range zetwerk.Alinea(tekst, r.opties.Breedte, voor, voor) {
		fmt.Fprintln(r.uit, regel)
	}
}

func (r *Regels) witregel() { fmt.Fprintln(r.uit) }

// begin opens the conversation: the story when it is new, one line when the
// person goes on.
func (r *Regels) begin(s *sessie.Sessie) {
	stand := s.Stand()
	if !stand.IsNieuw() {
		r.schrijf(fmt.Sprintf("U gaat verder met: %s. Met :uitleg leest u het verhaal terug.", stand.Opschrift()))
	} else {
		r.verhaal(s)
	}
	r.witregel()
	r.schrijf("U kunt bij elke vraag ook typen: :terug, :uitleg, :overslaan, :overzicht, :naar\u00a03, :naar\u00a0einde, :wis of :stop.")
}

// verhaal tells the casus.
func (r *Regels) verhaal(s *sessie.Sessie) {
	stand := s.Stand()
	situatie, moment := stand.Verhaal()
	r.schrijf(stand.Opschrift())
	for _, tekst := range []string{situatie, moment} {
		if tekst != "" {
			r.witregel()
			r.schrijf(tekst)
		}
	}
	r.witregel()
}

// toon shows a question: with its choices when voluit, else only what changed.
func (r *Regels) toon(s *sessie.Sessie, v sessie.Vraag, voluit bool) {
	if v.Melding != "" && (voluit || v.Melding != r.gemeld) {
		r.schrijf(v.Melding)
	}
	r.gemeld = v.Melding
	if !voluit {
		if inGroepen(v) {
			r.staand(v)
		}
		r.hoe(v)
		return
	}
	r.witregel()
	stap, van := s.Voortgang()
	if v.Sleutel == sessie.SleutelAfronden {
		r.schrijf(v.Titel)
	} else {
		r.schrijf(fmt.Sprintf("Stap %d van %d: %s", stap, van, v.Titel))
	}
	if v.Uitleg != "" {
		r.schrijf(v.Uitleg)
	}
	r.witregel()
	for _, t := range v.Toont {
		naam, tekst := t.Naam(), t.Tekst
		if t.Prive && r.opties.Openbaar {
			naam, tekst = t.Kop, s.Stand().Definitie.Woord("alleen-terminal").Kop
		}
		r.schrijf(alsKop(naam))
		r.schrijfMet("  ", tekst)
	}
	r.schrijf(v.Vraag)
	if v.Toelichting != "" {
		r.schrijfMet("  ", v.Toelichting)
	}
	if v.Prive {
		r.schrijfMet("  ", "Dit antwoord is privé.")
	}
	if v.Soort != casus.Regeltekst { // which has suggestions, not choices
		switch {
		case inGroepen(v):
			r.groepen(s, v)
		case len(v.Opties) > langeLijst:
			r.keuzes(v.Opties)
			r.schrijf(v.Vraag)
		default:
			r.keuzes(v.Opties)
		}
	}
	r.staand(v)
	r.hoe(v)
}

// langeLijst is how many choices are more than one reads, or listens to, at once:
// waarden are then found by group or by a word. Below other choices the question,
// which they push off a small screen, is asked again.
const langeLijst = 15

// inGroepen reports whether the choices of v are waarden, too many to read out.
func inGroepen(v sessie.Vraag) bool {
	return v.Soort == casus.Waardenkeuze && len(v.Opties) > langeLijst
}

// groepVan names the group that a waarde is found by.
func groepVan(o sessie.Optie) string { return cmp.Or(o.Groep, "Andere") }

// groepen reads out what the person named and what they may mean, and of the other
// groups how many waarden each has.
func (r *Regels) groepen(s *sessie.Sessie, v sessie.Vraag) {
	def := s.Stand().Definitie
	bovenaan := []string{def.Woord("genoemd").Kop, def.Woord("misschien").Kop}
	isBovenaan := func(o sessie.Optie) bool { return slices.Contains(bovenaan, o.Groep) }
	r.keuzesVan(v.Opties, isBovenaan)
	var namen []string
	aantal := map[string]int{}
	for _, o := range v.Opties {
		if isBovenaan(o) {
			continue
		}
		if aantal[groepVan(o)]++; aantal[groepVan(o)] == 1 {
			namen = append(namen, groepVan(o))
		}
	}
	if len(namen) > 0 {
		r.schrijf(alsKop(def.Woord("groepen").Kop) + " " + strings.Join(casus.Elk(namen, func(naam string) string { return fmt.Sprintf("%s (%d)", naam, aantal[naam]) }), ", "))
	}
}

// zoek lists the waarden that are meant by what was typed: those of a group, or
// those that have each of the words in their name, in other words for it or in
// their description. It reports whether there are any.
func (r *Regels) zoek(s *sessie.Sessie, v sessie.Vraag, tekst string) bool {
	zoek := reflectie.Zoekvorm(tekst)
	isGroep := func(o sessie.Optie) bool { return reflectie.Zoekvorm(groepVan(o)) == zoek }
	if slices.ContainsFunc(v.Opties, isGroep) {
		r.keuzesVan(v.Opties, isGroep)
		return true
	}
	ook := map[string]string{}
	for _, w := range s.Stand().Definitie.Waarden {
		ook[w.ID] = strings.Join(w.Ook, " ")
	}
	gevonden := map[string]bool{}
	for _, o := range v.Opties {
		if reflectie.HeeftWoorden(strings.Join([]string{o.Naam, ook[o.ID], o.Uitleg}, " "), strings.Fields(tekst)) {
			gevonden[o.ID] = true
		}
	}
	switch {
	case len(gevonden) > langeLijst:
		r.schrijf(fmt.Sprintf("Dat past bij %d waarden. Typ een langer woord.", len(gevonden)))
	case len(gevonden) > 0:
		r.keuzesVan(v.Opties, func(o sessie.Optie) bool { return gevonden[o.ID] })
	}
	return len(gevonden) > 0
}

// alsKop ends a heading as what comes under it wants: a question stays one.
func alsKop(kop string) string {
	if strings.HasSuffix(kop, "?") || strings.HasSuffix(kop, ":") {
		return kop
	}
	return kop + ":"
}

// keuzes numbers the choices, under their headings.
func (r *Regels) keuzes(opties []sessie.Optie) {
	r.keuzesVan(opties, func(sessie.Optie) bool { return true })
}

// keuzesVan reads out some of the choices. A number means one of these, until others
// are read out.
func (r *Regels) keuzesVan(opties []sessie.Optie, isBedoeld func(sessie.Optie) bool) {
	r.genummerd = slices.DeleteFunc(slices.Clone(opties), func(o sessie.Optie) bool { return !isBedoeld(o) })
	groep := ""
	for i, o := range r.genummerd {
		if o.Groep != groep {
			groep = o.Groep
			r.schrijf(groep)
		}
		regel := fmt.Sprintf("%2d. %s", i+1, o.Naam)
		if o.Uitleg != "" {
			regel += ": " + o.Uitleg
		}
		r.schrijfMet("  ", regel)
	}
}

// staand says what stands there now, but never a private answer where others may see it.
func (r *Regels) staand(v sessie.Vraag) {
	switch {
	case v.Antwoord.IsZero():
	case v.Prive && r.opties.Openbaar:
		r.schrijf("Er staat al een antwoord.")
	default:
		r.schrijf("Uw antwoord tot nu toe:")
		r.schrijfMet("  ", v.Weergave())
	}
}

// hoe says what to type.
func (r *Regels) hoe(v sessie.Vraag) {
	hoe := map[casus.Vraagsoort]string{
		casus.Tekst:        "Typ uw antwoord. Typ op de laatste regel alleen een punt.",
		casus.Lijst:        "Typ elk punt op een eigen regel. Typ op de laatste regel alleen een punt.",
		casus.Regeltekst:   "Typ uw antwoord op één regel.",
		casus.Keuze:        "Typ een nummer.",
		casus.Meerkeuze:    "Typ een of meer nummers, zoals 1 3.",
		casus.JaNee:        "Typ ja of nee.",
		casus.Datum:        "Typ een datum, zoals 21-2-2027 of dinsdag.",
		casus.Waardenkeuze: "Typ een of meer nummers, zoals 1 3.",
	}[v.Soort]
	switch {
	case v.Soort == casus.Keuze && v.Vrij:
		hoe = "Typ een nummer, of uw eigen woorden."
	case v.Soort == casus.Waardenkeuze && v.Vrij:
		hoe = "Typ nummers, zoals 3 7. Zet een + voor een eigen waarde, zoals 3, 7, +buurtgevoel."
	}
	if inGroepen(v) {
		hoe = "Typ een woord of een groep om te zoeken. " + hoe
	}
	switch {
	case v.Antwoord.IsZero():
	case v.Soort == casus.Tekst, v.Soort == casus.Lijst, inGroepen(v):
		hoe += " Wat u typt, komt erbij. Met :wis begint u opnieuw. Niets typen houdt uw antwoord zoals het is."
	default:
		hoe += " Wat u typt, komt ervoor in de plaats. Niets typen houdt uw antwoord zoals het is."
	}
	r.schrijf(hoe)
}

// overzicht lists every question with its status and its answer in one line.
func (r *Regels) overzicht(s *sessie.Sessie) {
	titel := ""
	for i, v := range s.Vragen() {
		if v.Titel != titel {
			titel = v.Titel
			r.schrijf(titel)
		}
		r.schrijfMet("  ", fmt.Sprintf("%2d. %s (%s)", i+1, v.Vraag, v.Hoe()))
		r.eenRegel(v)
	}
	if vervallen := s.Genoemd(); len(vervallen) > 0 {
		r.schrijf("Past nu niet meer. Het blijft bewaard.")
		for _, v := range vervallen {
			r.schrijfMet("  ", v.Vraag)
			r.eenRegel(v)
		}
	}
	r.schrijf("Met :naar en een nummer gaat u naar een vraag, zoals :naar\u00a03. Met :naar\u00a0einde rondt u af.")
}

func (r *Regels) eenRegel(v sessie.Vraag) {
	if v.Antwoord.IsZero() || v.Prive { // the first reaction comes back in its own time
		return
	}
	r.schrijfMet("      ", zetwerk.Inkorten(zetwerk.VeiligRegel(v.EenLijn()), max(20, r.opties.Breedte-6)))
}
