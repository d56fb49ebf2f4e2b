package sessie

import (
	"slices"
	"strconv"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Voorbeeld answers questions where nobody does: for who tries a definition and
// begins halfway, and to find out what a conversation can come to.
type Voorbeeld struct {
	Woorden string          // what it says where own words are asked
	Dag     reflectie.Datum // what it says where a day is
	Eisen   []casus.Als     // what its answers must meet, where they can
}

// Eisen returns what answers have to meet so that each of these conditions holds:
// those, and the ones under which it is asked what they look at. vel is the paper of
// the definition; a condition that is nil always holds.
func Eisen(def casus.Definitie, vel []Papierstap, als ...*casus.Als) []casus.Als {
	var alle []casus.Als
	var voeg func(*casus.Als)
	vraagt := func(a casus.Als) { // what a looks at must be asked
		for _, stap := range vel {
			if i := slices.IndexFunc(stap.Vragen, func(v Papiervraag) bool { return v.GaatOver(a) }); i >= 0 {
				voeg(stap.Stap.Als)
				voeg(stap.Vragen[i].Als)
				return
			}
		}
	}
	voeg = func(a *casus.Als) {
		if a == nil || slices.ContainsFunc(alle, func(b casus.Als) bool { return a.Vraag == b.Vraag && a.Niet == b.Niet && slices.Equal(a.Is, b.Is) }) {
			return
		}
		alle = append(alle, *a)
		if a.Niet {
			return // it holds as well where nobody asked
		}
		vraagt(*a)
		heeftSoort := func(r casus.Regel) bool { return a.Past([]string{r.Soort}) }
		if a.Vraag == casus.AlsRegelSoort && !slices.ContainsFunc(def.Casus.Regels, heeftSoort) { // the person has to say it
			vraagt(casus.Als{Vraag: sleutelWaarvan})
		}
	}
	for _, a := range als {
		voeg(a)
	}
	return alle
}

// sleutelWaarvan is of the question what kind of rule it is, where no casus says it.
const sleutelWaarvan = "uitkomst.waarvan"

// meesteVragen is more than any conversation asks: a walk always ends.
const meesteVragen = 1000

// Vul answers from the first question up to those of the step with this id, or to the
// end where that is "", so that what it hangs on holds. It reports whether it came
// there: a step may have nothing to ask, and then the person is where the next one asks.
func (s *Sessie) Vul(vb Voorbeeld, stap string) bool {
	def := s.stand.Definitie
	stappen := casus.Elk(def.Stappen(), func(stap casus.Stap) string { return stap.ID })
	tot := len(stappen)
	if stap != "" {
		tot = slices.Index(stappen, stap)
		vb.Eisen = append(slices.Clip(vb.Eisen), Eisen(def, Papier(def), def.Stappen()[tot].Als)...)
	}
	s.naar(s.sleutels()[0])
	for range meesteVragen {
		v := s.Vraag()
		if v.Sleutel == SleutelAfronden || slices.Index(stappen, v.Stap) >= tot {
			return v.Stap == stap
		}
		if s.Answer(vb.antwoord(s.stand, v)) != nil { // what does not fit here
			s.Skip()
		}
	}
	return false
}

// antwoord is what the example says to a question; a follow-up is left alone.
func (vb Voorbeeld) antwoord(stand Stand, v Vraag) reflectie.Antwoord {
	eisen := vb.over(v)
	switch {
	case v.Doorvraag || slices.ContainsFunc(eisen, func(a casus.Als) bool { return a.Niet && len(a.Is) == 0 }):
		return reflectie.Antwoord{}
	case v.Functie == casus.FunctieRegel:
		return vb.regel(stand, v)
	case v.Sleutel == reflectie.SleutelWaarden:
		return vb.waarden(stand, v)
	case IsParenvraag(v.Sleutel):
		return vb.paar(stand, v)
	}
	switch v.Soort {
	case casus.JaNee:
		i := slices.IndexFunc([]string{"ja", "nee"}, magVan(eisen))
		if i < 0 {
			return reflectie.Antwoord{}
		}
		return reflectie.JaNee(i == 0)
	case casus.Datum:
		return reflectie.Tekst(vb.Dag.String())
	case casus.Lijst:
		return reflectie.Lijst(vb.Woorden)
	case casus.Meerkeuze:
		niet := slices.DeleteFunc(eisen, func(a casus.Als) bool { return !a.Niet })
		return reflectie.Lijst(slices.DeleteFunc(ids(v.Opties), func(id string) bool { return !magVan(niet)(id) })...)
	case casus.Waardenkeuze:
		return reflectie.Lijst(ids(v.Opties)[:min(1, len(v.Opties))]...)
	}
	if len(v.Opties) == 0 {
		return reflectie.Tekst(vb.Woorden)
	}
	return eerste(v.Opties, magVan(eisen))
}

// over returns what the answer to a question has to meet.
func (vb Voorbeeld) over(v Vraag) []casus.Als {
	var eisen []casus.Als
	for _, a := range vb.Eisen {
		if gaatOver(v.Sleutel, a.Vraag) || a.Vraag == casus.AlsRegelSoort && v.Sleutel == sleutelWaarvan {
			eisen = append(eisen, a)
		}
	}
	return eisen
}

// van returns what has to be met of what is no answer by itself.
func (vb Voorbeeld) van(vraag string) []casus.Als {
	return slices.DeleteFunc(slices.Clone(vb.Eisen), func(a casus.Als) bool { return a.Vraag != vraag })
}

// magVan tells whether an answer meets all of the eisen.
func magVan(eisen []casus.Als) func(id string) bool {
	return func(id string) bool {
		return !slices.ContainsFunc(eisen, func(a casus.Als) bool { return a.Past([]string{id}) == a.Niet })
	}
}

func ids(opties []Optie) []string {
	return casus.Elk(opties, func(o Optie) string { return o.ID })
}

// eerste chooses the first of the opties that may be; none where none may.
func eerste(opties []Optie, mag func(id string) bool) reflectie.Antwoord {
	o, _ := casus.Zoek(opties, func(o Optie) bool { return mag(o.ID) })
	return reflectie.Tekst(o.ID)
}

// regel chooses a rule of the casus, or names one in own words.
func (vb Voorbeeld) regel(stand Stand, v Vraag) reflectie.Antwoord {
	soort, herkomst := magVan(vb.van(casus.AlsRegelSoort)), magVan(vb.van(casus.AlsRegelHerkomst))
	gekozen := eerste(v.Opties, func(id string) bool {
		r, _ := stand.Definitie.Casus.Regel(id)
		return herkomst(casus.BijCasus) && soort(r.Soort)
	})
	switch {
	case !gekozen.IsZero():
		return gekozen
	case herkomst(casus.BijEigen):
		return reflectie.Tekst(vb.Woorden)
	}
	return reflectie.Antwoord{}
}

// waarden chooses three, or as many as it must be: first of those that the writer of
// the casus saw, two that clash if there are.
func (vb Voorbeeld) waarden(stand Stand, v Vraag) reflectie.Antwoord {
	var eerst []string
	for _, verband := range stand.Definitie.Casus.Verbanden {
		if verband.Soort == reflectie.Tegen {
			eerst = append(eerst, verband.Tussen[:]...)
			break
		}
	}
	for _, w := range stand.Definitie.Casus.Waarden {
		eerst = append(eerst, w.ID)
	}
	eerst = slices.DeleteFunc(eerst, func(id string) bool { return !slices.Contains(ids(v.Opties), id) })
	samen := min(2, max(0, len(stand.Definitie.Casus.Waarden)-1), len(eerst)) // the writer saw one more than the person
	var alle []string
	for _, id := range slices.Concat(eerst[:samen], ids(v.Opties)) {
		gezien := slices.ContainsFunc(stand.Definitie.Casus.Waarden, func(g casus.Gezien) bool { return g.ID == id })
		if !slices.Contains(alle, id) && (!gezien || len(alle) < samen) {
			alle = append(alle, id)
		}
	}
	eisen, aantallen := vb.van(casus.AlsAantal), []int{3, 2, 4}
	for _, a := range eisen {
		for _, woord := range a.Is {
			if n, err := strconv.Atoi(woord); err == nil && n > 0 {
				aantallen = append(aantallen, n)
			}
		}
	}
	mag := magVan(eisen)
	for _, n := range aantallen {
		if mag(strconv.Itoa(n)) && n <= len(alle) {
			return reflectie.Lijst(alle[:n]...)
		}
	}
	return reflectie.Antwoord{}
}

// paar says which two clash, and which two help each other.
func (vb Voorbeeld) paar(stand Stand, v Vraag) reflectie.Antwoord {
	soort := parensoort(v.Sleutel)
	magSoort, magHier := magVan(vb.van(SleutelSoort)), magVan(vb.over(v))
	niet := !slices.ContainsFunc([]string{soort, reflectie.Beide}, magSoort)
	isPaar := func(id string) bool { _, ok := reflectie.ParsePaar(id); return ok }
	switch {
	case soort == reflectie.Tegen && (niet || !magHier(v.Opties[0].ID)):
		return eerste(v.Opties, func(id string) bool { return id == BotstNiets && magHier(id) })
	case niet:
		return reflectie.Antwoord{}
	case soort == reflectie.Versterkt && !magSoort(soort): // it must be both: the one that clashes comes last
		opties := slices.Clone(v.Opties)
		slices.Reverse(opties)
		return eerste(opties, isPaar)
	}
	for _, verband := range stand.Definitie.Casus.Verbanden {
		if id, ok := gekozen(v, verband.Tussen.String()); ok && verband.Soort == soort {
			return reflectie.Tekst(id)
		}
	}
	return eerste(v.Opties, isPaar)
}
