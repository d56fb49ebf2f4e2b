package keuring

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/verloop"
)

func onbereikbaar() controle {
	return controle{zoek: zoekOnbereikbaar, Regel: Regel{
		Code: "R012", Ernst: Waarschuwing, Naam: "een vraag die niemand krijgt",
		Uitleg: "Geen enkel antwoord leidt naar deze vraag. Kijk naar de voorwaarde, en naar de stap waar zij bij hoort.",
		Niet:   "- {stap: nergens, id: bel, vraag: Wie belt u terug?}",
		Wel:    "- {stap: bedoeling, id: bel, vraag: Wie belt u terug?}",
	}}
}

func zoekOnbereikbaar(b *bestand, meld meld) {
	switch {
	case b.node == nil:
	case b.soort == vormSoort && b.vorm.Maakt == "":
		b.nooitInVorm(meld)
	case b.soort == casusSoort:
		b.nooitInCasus(meld)
	}
}

// nooitInVorm looks for questions of a werkvorm.
func (b *bestand) nooitInVorm(meld meld) {
	waarden, _ := b.bieb.Waarden() // without them it could not have been read
	stappen := tak{b.node}.veld("stappen")
	for _, n := range verloop.New(casus.Definitie{Werkvorm: b.vorm, Waarden: waarden}).Nooit() {
		stap, id, _ := strings.Cut(n.Sleutel, ".")
		plaats := stappen.Plaats // of one that a kind of step asks
		if vraag := stappen.met("id", stap).veld("vragen").met("id", id); vraag.Node != nil {
			plaats = vraag.Plaats
		}
		meld(plaats, "naar vraag %s leidt geen enkel antwoord. %s", strict.Aanhaling(n.Sleutel), n.Waarom)
	}
}

// nooitInCasus looks for questions of a casus that no werkvorm asks: each is for those that
// have its step.
func (b *bestand) nooitInCasus(meld meld) {
	if len(b.casus.Vragen) == 0 {
		return
	}
	vormen, err := b.bieb.Werkvormen()
	if err != nil {
		return // a werkvorm that is not right may ask it
	}
	waarden, _ := b.bieb.Waarden()
	for _, e := range b.casus.Vragen {
		komt := slices.ContainsFunc(vormen, func(w casus.Werkvorm) bool {
			def, err := casus.NewDefinitie(b.casus, w, waarden)
			return err == nil && komtIn(def, e)
		})
		if !komt {
			meld((tak{b.node}).veld("vragen").met("id", e.ID).Plaats, "vraag %s komt in geen enkele werkvorm; kijk naar de stap en naar de voorwaarde",
				strict.Aanhaling(reflectie.Sleutel(e.Stap, e.ID)))
		}
	}
}

// komtIn reports whether a conversation by def can come to a question of its casus.
func komtIn(def casus.Definitie, e casus.Extra) bool {
	isDeze := func(v casus.Vraag) bool { return v.ID == e.ID && v.Vraag == e.Vraag.Vraag }
	stap, er := casus.Zoek(def.Stappen(), func(s casus.Stap) bool { return slices.ContainsFunc(s.Vragen, isDeze) })
	if !er {
		return false
	}
	if stap.Als == nil && e.Als == nil && stap.Bij == "" && e.Bij == "" {
		return true // nothing keeps it away, and finding that out takes long
	}
	sleutel := reflectie.Sleutel(stap.ID, e.ID)
	return !slices.ContainsFunc(verloop.New(def).Nooit(), func(n verloop.Nooit) bool { return n.Sleutel == sleutel })
}
