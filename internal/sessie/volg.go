package sessie

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Volg goes on by a definition that has changed under way, as that of a casus that
// somebody is writing. What was answered stays with its question, but for what that
// can no longer be answered with: a choice that is gone, a text where a list is
// asked now. The person stays where they are; where that question is gone, they
// come to the one after it.
func (s *Sessie) Volg(def casus.Definitie) {
	vorige, hier := s.sleutels(), s.stand.Plaats
	s.stand.Definitie, s.stand.Nogmaals = def, ""
	s.veranderd()
	for _, v := range s.Vragen() {
		if !v.Antwoord.IsZero() && !v.kanZijn(v.Antwoord) {
			delete(s.stand.Antwoorden, v.Sleutel)
		}
	}
	s.veranderd()
	if !s.Goto(hier) {
		s.voorbij(hier, vorige)
	}
}

// kanZijn reports whether an answer that was given to this question once can be its
// answer now.
func (v Vraag) kanZijn(a reflectie.Antwoord) bool {
	isOptie := func(id string) bool {
		_, ok := gekozen(v, id)
		return ok || v.Vrij || IsParenvraag(v.Sleutel) // a pair is kept as its verband
	}
	switch v.Soort {
	case casus.JaNee:
		return a.Vorm() == reflectie.VormJaNee
	case casus.Lijst:
		return a.Vorm() == reflectie.VormLijst
	case casus.Meerkeuze, casus.Waardenkeuze:
		// What was chosen of the waarden may stand in no list any more: of those that
		// the writer saw, the ones that were taken in are not offered again.
		return a.Vorm() == reflectie.VormLijst && (v.Soort == casus.Waardenkeuze || !slices.ContainsFunc(a.Lijst(), func(id string) bool { return !isOptie(id) }))
	case casus.Keuze:
		return a.Vorm() == reflectie.VormTekst && isOptie(a.Tekst())
	case casus.Datum:
		_, err := reflectie.ParseDatum(a.Tekst())
		return err == nil
	}
	return a.Vorm() == reflectie.VormTekst
}
