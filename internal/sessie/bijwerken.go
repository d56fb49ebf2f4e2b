package sessie

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Verschil is what a newer version asks otherwise, in the words of its questions.
type Verschil struct {
	Erbij  []string
	Weg    []string
	Anders []string // "was → wordt", of a question that has other words

	Verhaal string // the moment as it is now, where that or the story has changed
}

// IsZero reports whether the story and the questions are as before.
func (v Verschil) IsZero() bool {
	return len(v.Erbij)+len(v.Weg)+len(v.Anders) == 0 && v.Verhaal == ""
}

// Bijgewerkt is the conversation by a newer version of its casus and werkvorm, and what that
// asks otherwise. All that was answered is kept: with the same question, also where that
// has another id and says how it was called; or else as a vervallen answer. Of what is
// before the place where the person is, only what is new is asked, and then they come back.
func (s Stand) Bijgewerkt(def casus.Definitie) (Stand, Verschil) {
	was, wordt := papiervragen(s.Definitie), papiervragen(def)
	heette := heettes(def, was, wordt)
	nieuw := s.clone()
	for sleutel := range s.Prive() { // what was given in private stays so, whoever asks it now
		nieuw.Afgeschermd[sleutel] = true
	}
	nieuw.hernoem(heette)
	nieuw.Definitie = def
	nieuw.Kop.Casusversie, nieuw.Kop.Werkvormversie = def.Casus.Versie, def.Werkvorm.Versie
	if nieuw.IsTerugblik() {
		nieuw.Kop.Casusversie = s.Kop.Casusversie // that of the reflectie
	}
	nieuw.legWeg()
	var v Verschil
	kwam := map[string]bool{}
	for _, naar := range heette {
		kwam[naar] = true
	}
	for _, sleutel := range was.sleutels {
		naar := cmp.Or(heette[sleutel], sleutel)
		if nu, er := wordt.vragen[naar]; er && nu != was.vragen[sleutel] {
			v.Anders = append(v.Anders, was.vragen[sleutel]+" → "+nu)
		}
	}
	if oud := s.Definitie.Casus; oud.Situatie != def.Casus.Situatie || oud.Moment != def.Casus.Moment {
		v.Verhaal = casus.Alineas(def.Casus.Moment)
	}
	erbij := map[string]bool{}
	for _, sleutel := range wordt.sleutels {
		if _, al := was.vragen[sleutel]; !al && !kwam[sleutel] {
			erbij[sleutel] = true
			v.Erbij = append(v.Erbij, wordt.vragen[sleutel])
		}
	}
	for _, sleutel := range was.sleutels {
		_, nog := wordt.vragen[sleutel]
		if _, anders := heette[sleutel]; !nog && !anders {
			v.Weg = append(v.Weg, was.vragen[sleutel])
		}
	}
	nieuw.naarNieuwe(erbij)
	return nieuw, v
}

// A papierlijst has the questions that can come, by their key on paper, in their order.
type papierlijst struct {
	sleutels []string
	vragen   map[string]string
}

// zoals is the id of the question of a step that had these words: only its id is another.
func (p papierlijst) zoals(stap, vraag string) string {
	for _, sleutel := range p.sleutels {
		if id, ok := strings.CutPrefix(sleutel, stap+"."); ok && p.vragen[sleutel] == vraag {
			return id
		}
	}
	return ""
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

// heettes says how questions that have another id were called, by the key of then.
func heettes(def casus.Definitie, was, wordt papierlijst) map[string]string {
	naar := map[string]string{}
	for _, stap := range def.Stappen() {
		for _, v := range stap.Vragen {
			sleutel := reflectie.Sleutel(stap.ID, v.ID)
			if _, stondEr := was.vragen[sleutel]; stondEr {
				continue
			}
			for _, oud := range slices.Concat(v.Heette, []string{was.zoals(stap.ID, v.Vraag)}) {
				if !strings.Contains(oud, ".") {
					oud = reflectie.Sleutel(stap.ID, oud)
				}
				_, wasEr := was.vragen[oud]
				_, isEr := wordt.vragen[oud]
				if wasEr && !isEr {
					naar[oud] = sleutel
					break
				}
			}
		}
	}
	return naar
}

// hernoem gives what goes by an old key the new one, follow-ups too.
func (s *Stand) hernoem(naar map[string]string) {
	nieuw := func(sleutel string) string {
		for oud, n := range naar {
			if rest, ok := strings.CutPrefix(sleutel, oud); ok && (rest == "" || rest[0] == '.') {
				return n + rest
			}
		}
		return sleutel
	}
	s.Antwoorden = metSleutels(s.Antwoorden, nieuw)
	s.Overgeslagen = metSleutels(s.Overgeslagen, nieuw)
	s.Herhaald = metSleutels(s.Herhaald, nieuw)
	s.OnderNaam = metSleutels(s.OnderNaam, nieuw)
	s.Afgeschermd = metSleutels(s.Afgeschermd, nieuw)
	s.Plaats, s.Nogmaals = nieuw(s.Plaats), ""
	if s.Klad != nil {
		klad := *s.Klad
		klad.Sleutel = nieuw(klad.Sleutel)
		s.Klad = &klad
	}
}

// metSleutels is m with other keys; what stands at the new one already goes first.
func metSleutels[M ~map[string]V, V any](m M, nieuw func(string) string) M {
	naar := M{}
	for _, sleutel := range slices.Sorted(maps.Keys(m)) {
		n := nieuw(sleutel)
		if _, al := m[n]; al && n != sleutel {
			n = sleutel
		}
		naar[n] = m[sleutel]
	}
	return naar
}

// legWeg keeps an answer that its question cannot have any more where nothing is asked.
func (s *Stand) legWeg() {
	prive := s.prive()
	vragen, _ := s.Expand()
	for _, v := range vragen {
		if v.Antwoord.IsZero() || v.kanZijn(v.Antwoord) {
			continue
		}
		delete(s.Antwoorden, v.Sleutel)
		plek := v.Sleutel + weggelegd
		s.Antwoorden[plek] = reflectie.Tekst(strings.Join(v.Antwoord.Woorden(), "\n"))
		if prive[v.Sleutel] {
			s.Afgeschermd[plek] = true
		}
	}
}

// weggelegd ends the key of an answer that does not fit its question any more.
const weggelegd = "-eerder"

// naarNieuwe goes to the first question that is new and comes before the place where the
// person is.
func (s *Stand) naarNieuwe(erbij map[string]bool) {
	vragen, _ := s.Expand()
	hier := slices.IndexFunc(vragen, func(v Vraag) bool { return v.Sleutel == s.Plaats })
	if s.Plaats == SleutelAfronden {
		hier = len(vragen)
	}
	for _, v := range vragen[:max(0, hier)] {
		if erbij[OpPapier(v.Sleutel)] && v.Status == Open {
			s.Terug, s.Plaats = s.Plaats, v.Sleutel
			return
		}
	}
}
