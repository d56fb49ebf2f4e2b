package sessie

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A papier is the bron where nobody answers: every question comes that could,
// of one waarde, one pair and one row each.
type papier struct{ gesprek }

// The ids of the two waarden on paper.
const (
	EneWaarde    = "ene-waarde"
	AndereWaarde = "andere-waarde"
)

func (p papier) voldoet(*casus.Als, plek) bool { return true }

func (p papier) gekozen() []string { return []string{EneWaarde} }

func (p papier) paren(string) []reflectie.Paar { return []reflectie.Paar{{EneWaarde, AndereWaarde}} }

func (p papier) oneens() string { return EneWaarde }

func (p papier) stemmen(ik int) []int { return []int{ik + 1} }

func (p papier) afspraken() []int { return []int{1} }

func (p papier) begonnen(string, int) bool { return true }

func (p papier) lagen() []casus.Rol {
	c := p.o.stand.Definitie.Casus
	if c.ID == "" {
		return []casus.Rol{{ID: "laag", Naam: p.o.woord("papier-laag"), Laag: true}}
	}
	return p.gesprek.lagen()
}

func (p papier) naam(id string) string {
	switch id {
	case EneWaarde:
		return p.o.woord("papier-waarde")
	case AndereWaarde:
		return p.o.woord("papier-ander")
	}
	return p.gesprek.naam(id)
}

// OpPapier is the key of a question whichever the waarde or the pair is that it is
// about: "weging.prijs". Rows that have a number keep it.
func OpPapier(sleutel string) string {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok || p.Rij == "" || p.Nummer() > 0 {
		return sleutel
	}
	return reflectie.Sleutel(p.Deel.Naam, p.Veld.Naam)
}

// A Papierstap is a step as it stands on paper, where nobody answers yet.
type Papierstap struct {
	Titel  string
	Uitleg string // its explanation; may be empty
	Alleen string // when it is taken at all, as a sentence; empty when always
	Stap   casus.Stap
	Vragen []Papiervraag
}

// A Papiervraag is a question as it stands on paper.
type Papiervraag struct {
	Vraag
	Alleen string     // when it is asked, as a sentence; empty when its step decides
	Als    *casus.Als // likewise, as a condition; nil where there is none
	Bij    string     // what the conversation is about when it is asked; "" for all
}

// GaatOver reports whether a condition looks at the answer to this question.
func (v Papiervraag) GaatOver(als casus.Als) bool {
	switch als.Vraag {
	case casus.AlsRegelSoort, casus.AlsRegelHerkomst:
		return v.Functie == casus.FunctieRegel
	case casus.AlsAantal:
		return v.Sleutel == reflectie.SleutelWaarden
	case SleutelSoort: // of two of them it is asked which these are
		soort := parensoort(v.Sleutel)
		return soort != "" && (len(als.Is) == 0 || slices.Contains(als.Is, soort))
	}
	return gaatOver(v.Sleutel, als.Vraag)
}

// Antwoordnaam is what a person sees of one answer that a condition names.
func (v Papiervraag) Antwoordnaam(id string) string { return v.papiernaam(id) }

// Papier returns every question that a conversation by this definition can ask,
// in order and in its own words, also those that most conversations leave out.
// It may be without a casus. The waarden in it are EneWaarde and AndereWaarde.
func Papier(def casus.Definitie) []Papierstap {
	stand := NewStand("", def)
	o := newOpbouw(&stand)
	o.bron = papier{gesprek{o}}
	stappen := def.Stappen()
	if w := def.Werkvorm; def.IsEigen() || def.Casus.ID == "" && (len(w.Bij) == 0 || slices.Contains(w.Bij, casus.BijEigen)) {
		eigen := w.Eigen
		eigen.Bij = casus.BijEigen
		stappen = append([]casus.Stap{eigen}, stappen...)
	}
	var vel []Papierstap
	for _, stap := range stappen {
		vanaf := len(o.vragen)
		o.doorloop(stap)
		opPapier := Papierstap{Titel: stap.Titel, Uitleg: stap.Uitleg, Alleen: o.alleen(stap.Als, stap.Bij), Stap: stap}
		for _, v := range o.vragen[vanaf:] {
			v.Toont = nil
			alleen := o.alleen(v.als, v.bij)
			if v.aanleiding != nil {
				alleen = alleenNa(*v.aanleiding)
			}
			opPapier.Vragen = append(opPapier.Vragen, Papiervraag{Vraag: v, Alleen: alleen, Als: v.als, Bij: v.bij})
		}
		vel = append(vel, opPapier)
	}
	return vel
}

// alleen writes a condition as a sentence.
func (o *opbouw) alleen(als *casus.Als, bij string) string {
	if als == nil {
		if o.stand.Definitie.Casus.ID != "" {
			return "" // what it is about is known
		}
		return map[string]string{casus.BijEigen: "Alleen bij een eigen situatie.", casus.BijCasus: "Alleen bij een casus."}[bij]
	}
	v, ok := casus.Zoek(o.vragen, func(v Vraag) bool {
		if als.Vraag == casus.AlsRegelSoort || als.Vraag == casus.AlsRegelHerkomst {
			return v.Functie == casus.FunctieRegel
		}
		return gaatOver(v.Sleutel, als.Vraag)
	})
	if !ok {
		return "Alleen als een eerder antwoord daar aanleiding toe geeft."
	}
	return v.alleenAls(*als)
}

// alleenAls writes a condition on the answer to v as a sentence.
func (v Vraag) alleenAls(als casus.Als) string {
	alleen, over := "Alleen", `"`+v.Vraag+`"`
	if als.Niet {
		alleen = "Niet"
	}
	namen := casus.Elk(als.Is, func(id string) string { return `"` + v.papiernaam(id) + `"` })
	switch {
	case als.Vraag == casus.AlsRegelSoort && len(als.Is) > 0:
		return fmt.Sprintf("%s als u bij %s iets invult van deze soort: %s.", alleen, over, casus.Opsomming(als.Is))
	case als.Vraag == casus.AlsRegelHerkomst && len(als.Is) == 1 && als.Is[0] == casus.BijCasus:
		return fmt.Sprintf("%s als u bij %s iets uit de lijst kiest.", alleen, over)
	case als.Vraag == casus.AlsRegelHerkomst && len(als.Is) == 1 && len(v.Opties) > 0:
		return fmt.Sprintf("%s als u bij %s eigen woorden invult.", alleen, over)
	case als.Vraag == casus.AlsRegelHerkomst || len(als.Is) == 0 || len(als.Is) > 1 && len(als.Is) == len(v.Opties):
		return fmt.Sprintf("%s als u bij %s iets invult.", alleen, over)
	}
	return fmt.Sprintf("%s als u bij %s kiest voor %s.", alleen, over, casus.Opsomming(namen))
}

// papiernaam is what a person sees of one choice.
func (v Vraag) papiernaam(id string) string {
	if v.Soort == casus.JaNee {
		return map[string]string{"ja": "Ja", "nee": "Nee"}[id]
	}
	return v.optienaam(id)
}

// alleenNa writes what calls for a doorvraag as a sentence: by an example, for the
// words themselves mean little to who does not write the list.
func alleenNa(d casus.Doorvraag) string {
	switch {
	case d.Als.Korter > 0:
		return fmt.Sprintf("Deze vraag kan volgen op een antwoord van minder dan %d woorden.", d.Als.Korter)
	case len(d.Wel) > 0:
		return fmt.Sprintf("Deze vraag kan volgen op een antwoord zoals: \"%s\"", d.Wel[0])
	}
	leesbaar := strings.NewReplacer("^", "", "...", "…", "*", "…")
	enkele := d.Als.Woorden[:min(3, len(d.Als.Woorden))] // nobody learns them by heart
	woorden := casus.Elk(enkele, func(w string) string { return `"` + leesbaar.Replace(w) + `"` })
	return "Deze vraag kan volgen als u schrijft: " + casus.Opsomming(woorden) + "."
}

// IsParenvraag reports whether a key is of a question that is answered with a
// pair, and kept as its verband.
func IsParenvraag(sleutel string) bool { return parensoort(sleutel) != "" }
