package markdown

import (
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// terugblikTitel is the title of the section of one terugblik.
func terugblikTitel(datum reflectie.Datum) string {
	if datum.IsZero() {
		return "Terugblik"
	}
	return "Terugblik op " + datum.Voluit()
}

// terugblikvragen returns, for each time that the person looked back, the
// questions that were answered, in the order of the page.
func terugblikvragen(def casus.Definitie, kop reflectie.Reflectie) [][]sessie.Vraag {
	toen := reflectie.Flatten(kop)
	var alle [][]sessie.Vraag
	for _, t := range kop.Teruggeblikt {
		alle = append(alle, vragenVan(def, toen, t))
	}
	return alle
}

// vragenVan finds the questions of one terugblik: those of the werkvorm that
// knows the most of them, then the others by their keys. Which werkvorm was
// followed stands nowhere, and it may be gone.
func vragenVan(def casus.Definitie, toen reflectie.Antwoorden, t reflectie.Teruggeblikt) []sessie.Vraag {
	var bekend []sessie.Vraag
	for _, w := range def.Terugblik {
		stand := sessie.NewStand("", casus.Definitie{Casus: casus.Casus{Rollen: def.Casus.Rollen}, Werkvorm: w, Waarden: def.Waarden})
		stand.Eerder, stand.Antwoorden = toen, t.Antwoorden
		vragen, vervallen := stand.Expand()
		gevonden := slices.DeleteFunc(append(vragen, vervallen...), func(v sessie.Vraag) bool {
			_, ok := t.Antwoorden[v.Sleutel]
			return !ok || v.Stap == "" || v.Prive // nobody asked it, or nobody may read that
		})
		if len(gevonden) > len(bekend) {
			bekend = gevonden
		}
	}
	rest := maps.Clone(t.Antwoorden)
	for _, v := range bekend {
		delete(rest, v.Sleutel)
	}
	for _, sleutel := range slices.SortedFunc(maps.Keys(rest), reflectie.VergelijkSleutels) {
		bekend = append(bekend, sessie.Vraag{Sleutel: sleutel, Vraag: strings.ReplaceAll(sleutel, ".", ": "),
			Soort: sessie.Tekst, Antwoord: rest[sleutel]})
	}
	return bekend
}

// terugblikPlek is where an answer of the n-th terugblik stands.
func (s *stuk) terugblikPlek(n int, v sessie.Vraag) plek {
	merk := terugblikSleutel(n, v.Sleutel)
	if v.Antwoord.Vorm() != reflectie.VormTekst || !isMerk(merk) {
		return inKop
	}
	if p, ok := s.plek.elders[merk]; ok {
		return p // a person may have put it there
	}
	if v.Soort != sessie.Tekst && v.Soort != sessie.Regel || isKopveld(v.Sleutel) {
		return inKop
	}
	return inLijf
}

// terugblikvraag returns the question at a key of the n-th terugblik; one
// without an answer where there is none.
func (s *stuk) terugblikvraag(n int, sleutel string) sessie.Vraag {
	if n < 1 || n > len(s.terug) {
		return sessie.Vraag{}
	}
	i := slices.IndexFunc(s.terug[n-1], func(v sessie.Vraag) bool { return v.Sleutel == sleutel })
	if i < 0 {
		return sessie.Vraag{}
	}
	return s.terug[n-1][i]
}
