package gesprek

import (
	"fmt"
	"strings"

	"ambt.example/weeg/internal/casus"
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
		r.schrijf(fmt.Sprintf("U gaat verder met: %s. Met :uitleg leest u het verhaal terug.", stand.Titel()))
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
	r.schrijf(stand.Titel())
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
	if v.Melding != "" {
		r.schrijf(v.Melding)
	}
	if !voluit {
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
		r.keuzes(v.Opties)
		if len(v.Opties) > langeLijst {
			r.schrijf(v.Vraag)
		}
	}
	r.staand(v)
	r.hoe(v)
}

// langeLijst is how many choices push the question off a small screen, so that it
// is asked again below them.
const langeLijst = 15

// alsKop ends a heading as what comes under it wants: a question stays one.
func alsKop(kop string) string {
	if strings.HasSuffix(kop, "?") || strings.HasSuffix(kop, ":") {
		return kop
	}
	return kop + ":"
}

// keuzes numbers the choices, under their headings.
func (r *Regels) keuzes(opties []sessie.Optie) {
	groep := ""
	for i, o := range opties {
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
	if !v.Antwoord.IsZero() {
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
		r.schrijfMet("  ", fmt.Sprintf("%2d. %s (%s)", i+1, v.Vraag, v.Status))
		r.eenRegel(v)
	}
	if vervallen := s.Vervallen(); len(vervallen) > 0 {
		r.schrijf("Vervallen")
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
