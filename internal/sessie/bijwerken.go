package sessie

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Verschil is what a newer version has otherwise, in the words of its questions.
type Verschil struct {
	Erbij     []string
	Weg       []string
	Anders    []string // "was → wordt", of a question that has other words
	Opnieuw   []string // of which the answer does not fit any more
	Verhaal   string   // the moment as it is now, where that or the story has changed
	Opschrift string   // the title as it is now, where that has changed
}

// IsZero reports whether all is as before.
func (v Verschil) IsZero() bool {
	return len(v.Erbij)+len(v.Weg)+len(v.Anders)+len(v.Opnieuw) == 0 && v.Verhaal == "" && v.Opschrift == ""
}

// Bijgewerkt is the conversation by a newer version of its casus and werkvorm, and what that
// has otherwise. All that was answered is kept: with the same question, also where that
// has another id and says how it was called; or else as a vervallen answer. What was given
// in private stays so, whoever asks it now. Of what is before the place where the person
// is, only what is new is asked, and then they come back.
func (s Stand) Bijgewerkt(def casus.Definitie) (Stand, Verschil) {
	was, wordt := papiervragen(s.Definitie), papiervragen(def)
	herkomst := s.herkomst(def, was, wordt)
	nieuw := s.clone()
	for sleutel := range s.Prive() {
		nieuw.Afgeschermd[sleutel] = true
	}
	if k := s.Klad; k != nil && (k.Prive || s.IsPrive(k.Sleutel)) {
		nieuw.Afgeschermd[k.Sleutel] = true
	}
	nieuw.hernoem(verhuizing(was, wordt, herkomst))
	nieuw.Definitie, nieuw.Nogmaals = def, ""
	nieuw.Kop.Werkvormversie = def.Werkvorm.Versie
	if !nieuw.IsTerugblik() { // else it is that of the reflectie
		nieuw.Kop.Casusversie = def.Casus.Versie
	}
	v := verschil(was, wordt, herkomst)
	v.casus(s.Definitie.Casus, def.Casus)
	opnieuw := nieuw.legWeg()
	teVragen := map[string]bool{}
	for _, sleutel := range wordt.sleutels {
		if herkomst[sleutel] == "" {
			teVragen[sleutel] = true
		}
		if opnieuw[sleutel] {
			teVragen[sleutel] = true
			v.Opnieuw = append(v.Opnieuw, wordt.vragen[sleutel])
		}
	}
	nieuw.naarNieuwe(teVragen)
	return nieuw, v
}

// verschil compares the questions.
func verschil(was, wordt papierlijst, herkomst map[string]string) (v Verschil) {
	blijft := map[string]bool{}
	for _, sleutel := range wordt.sleutels {
		van := herkomst[sleutel]
		blijft[van] = true
		switch nu := wordt.vragen[sleutel]; {
		case van == "":
			v.Erbij = append(v.Erbij, nu)
		case was.vragen[van] != nu:
			v.Anders = append(v.Anders, was.vragen[van]+" → "+nu)
		}
	}
	for _, sleutel := range was.sleutels {
		if !blijft[sleutel] {
			v.Weg = append(v.Weg, was.vragen[sleutel])
		}
	}
	return v
}

// casus compares what the conversation is about.
func (v *Verschil) casus(was, wordt casus.Casus) {
	if was.Situatie != wordt.Situatie || was.Moment != wordt.Moment {
		v.Verhaal = casus.Alineas(wordt.Moment)
	}
	if was.Titel != wordt.Titel {
		v.Opschrift = wordt.Titel
	}
}

// A papierlijst has the questions that can come, by their key on paper, in their order.
type papierlijst struct {
	sleutels []string
	vragen   map[string]string
}

func papiervragen(def casus.Definitie) papierlijst {
	p := papierlijst{vragen: map[string]string{}}
	for _, stap := range Papier(def) {
		for _, v := range stap.Vragen {
			sleutel := OpPapier(v.Sleutel)
			if _, al := p.vragen[sleutel]; al || v.Doorvraag {
				continue
			}
			p.sleutels = append(p.sleutels, sleutel)
			p.vragen[sleutel] = v.Vraag.Vraag
		}
	}
	return p
}

// zoals is the key of the question of a step that had these words, "" of none.
func (p papierlijst) zoals(stap, vraag string) string {
	for _, sleutel := range p.sleutels {
		if strings.HasPrefix(sleutel, stap+".") && p.vragen[sleutel] == vraag {
			return sleutel
		}
	}
	return ""
}

// herkomst says which question of then each question of now is: the one by whose id it
// says that it was called, of more the first that was answered; else the one with its own
// id; else the one of its step with the same words, of which only the id is another. Of
// then each is at most one of now.
func (s Stand) herkomst(def casus.Definitie, was, wordt papierlijst) map[string]string {
	van, bezet := map[string]string{}, map[string]bool{}
	neem := func(sleutel, oud string) {
		if _, er := was.vragen[oud]; er && !bezet[oud] && van[sleutel] == "" {
			van[sleutel], bezet[oud] = oud, true
		}
	}
	elk := func(doe func(stap string, v casus.Vraag, sleutel string)) {
		for _, stap := range def.Stappen() {
			for _, v := range stap.Vragen {
				doe(stap.ID, v, reflectie.Sleutel(stap.ID, v.ID))
			}
		}
	}
	elk(func(stap string, v casus.Vraag, sleutel string) {
		for _, beantwoord := range []bool{true, false} {
			for _, oud := range v.Heette {
				if !strings.Contains(oud, ".") {
					oud = reflectie.Sleutel(stap, oud)
				}
				if s.Antwoorden[oud].IsZero() != beantwoord {
					neem(sleutel, oud)
				}
			}
		}
	})
	for _, sleutel := range wordt.sleutels {
		neem(sleutel, sleutel)
	}
	elk(func(stap string, v casus.Vraag, sleutel string) {
		if oud := was.zoals(stap, v.Vraag); wordt.vragen[oud] == "" {
			neem(sleutel, oud)
		}
	})
	return van
}

// verhuizing says which key goes where, all at once. What is of no question any more stays
// where it is, or goes where nothing is asked when another question has its key now.
func verhuizing(was, wordt papierlijst, herkomst map[string]string) map[string]string {
	naar := map[string]string{}
	for sleutel, van := range herkomst {
		if van != sleutel {
			naar[van] = sleutel
		}
	}
	for _, sleutel := range was.sleutels {
		_, verhuist := naar[sleutel]
		if _, bezet := wordt.vragen[sleutel]; bezet && !verhuist && herkomst[sleutel] != sleutel {
			naar[sleutel] = sleutel + weggelegd
		}
	}
	return naar
}

// weggelegd ends the key of an answer that is of no question any more, where another has
// its key.
const weggelegd = "-eerder"

// nieuweSleutel is where a key goes, follow-ups with their question.
func nieuweSleutel(sleutel string, naar map[string]string) string {
	for deel := sleutel; deel != ""; deel = deel[:max(0, strings.LastIndexByte(deel, '.'))] {
		if n, ok := naar[deel]; ok {
			return n + sleutel[len(deel):]
		}
	}
	return sleutel
}

// hernoem gives all that goes by a key its new one: what is said and what is known of it
// go together. Of an answer that nobody asks any more it is another one where that is taken.
func (s *Stand) hernoem(naar map[string]string) {
	bezet := map[string]bool{}
	for _, sleutels := range []func(func(string) bool){maps.Keys(s.Antwoorden), maps.Keys(s.Gelezen), maps.Keys(s.GelezenPrive)} {
		for sleutel := range sleutels {
			bezet[sleutel] = true
		}
	}
	vrij := map[string]string{}
	legWeg := func(oud string) {
		plek := oud + weggelegd
		for n := 2; bezet[plek]; n++ {
			plek = fmt.Sprintf("%s-%d", oud+weggelegd, n)
		}
		vrij[oud], bezet[plek] = plek, true
	}
	for _, oud := range slices.Sorted(maps.Keys(naar)) {
		if vrij[oud] = naar[oud]; naar[oud] == oud+weggelegd {
			legWeg(oud)
		}
	}
	for _, nieuw := range naar { // what stands there of a question of long ago
		if _, verhuist := vrij[nieuw]; !verhuist && bezet[nieuw] {
			legWeg(nieuw)
		}
	}
	if len(vrij) == 0 {
		return
	}
	s.Hernoemd = append(slices.Clip(s.Hernoemd), vrij)
	nieuw := func(sleutel string) string { return nieuweSleutel(sleutel, vrij) }
	s.Antwoorden = metSleutels(s.Antwoorden, nieuw)
	s.Overgeslagen = metSleutels(s.Overgeslagen, nieuw)
	s.Herhaald = metSleutels(s.Herhaald, nieuw)
	s.OnderNaam = metSleutels(s.OnderNaam, nieuw)
	s.Afgeschermd = metSleutels(s.Afgeschermd, nieuw)
	s.Gelezen, s.GelezenPrive = metSleutels(s.Gelezen, nieuw), metSleutels(s.GelezenPrive, nieuw)
	s.Plaats, s.Terug = nieuw(s.Plaats), nieuw(s.Terug)
	if s.Klad != nil {
		klad := *s.Klad
		klad.Sleutel = nieuw(klad.Sleutel)
		s.Klad = &klad
	}
}

// metSleutels is m with other keys, no two the same; nil stays nil.
func metSleutels[M ~map[string]V, V any](m M, nieuw func(string) string) M {
	if m == nil {
		return nil
	}
	naar := make(M, len(m))
	for sleutel, v := range m {
		naar[nieuw(sleutel)] = v
	}
	return naar
}

// zoalsNu are answers of a file, by the keys that the conversation has for them now.
func (s Stand) zoalsNu(daar reflectie.Antwoorden) reflectie.Antwoorden {
	for _, naar := range s.Hernoemd {
		daar = metSleutels(daar, func(sleutel string) string { return nieuweSleutel(sleutel, naar) })
	}
	return daar
}

// legWeg keeps an answer that its question cannot have any more where nothing is asked, and
// returns of which questions it did.
func (s *Stand) legWeg() map[string]bool {
	weg, naar := map[string]bool{}, map[string]string{}
	vragen, _ := s.Expand()
	for _, v := range vragen {
		if !v.Antwoord.IsZero() && !v.kanZijn(v.Antwoord) && reflectie.IsOpen(v.Sleutel) {
			weg[OpPapier(v.Sleutel)] = true
			naar[v.Sleutel] = v.Sleutel + weggelegd
		}
	}
	if k := s.Klad; k != nil {
		i := slices.IndexFunc(vragen, func(v Vraag) bool { return v.Sleutel == k.Sleutel })
		if i >= 0 && !vragen[i].isInWoorden() && !vragen[i].kanZijn(k.Antwoord) { // words, where one chooses now
			s.Antwoorden[k.Sleutel], s.Klad = k.Antwoord, nil
			naar[k.Sleutel] = k.Sleutel + weggelegd
		}
	}
	plaats, terug := s.Plaats, s.Terug
	s.hernoem(naar)
	s.Plaats, s.Terug = plaats, terug // the question is still asked
	return weg
}

// isInWoorden reports whether people answer in words, which a day is too while it is typed.
func (v Vraag) isInWoorden() bool {
	switch v.Soort {
	case casus.Tekst, casus.Regeltekst, casus.Lijst, casus.Datum, "":
		return true
	}
	return false
}

// naarNieuwe goes to the first of these questions that is open and comes before the place
// where the person is.
func (s *Stand) naarNieuwe(teVragen map[string]bool) {
	vragen, _ := s.Expand()
	hier := slices.IndexFunc(vragen, func(v Vraag) bool { return v.Sleutel == s.Plaats })
	if s.Plaats == SleutelAfronden {
		hier = len(vragen)
	}
	for _, v := range vragen[:max(0, hier)] {
		if teVragen[OpPapier(v.Sleutel)] && v.Status == Open {
			s.Terug, s.Plaats = s.Plaats, v.Sleutel
			return
		}
	}
}
