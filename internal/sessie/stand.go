package sessie

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Formaat is the version of Stand as a concept holds it.
const Formaat = 1

// A Stand is all that a concept must hold to go on with a conversation later,
// with the definitions that it was begun with.
type Stand struct {
	Formaat   int             `json:"formaat"`
	ID        string          `json:"id"`
	Begonnen  time.Time       `json:"begonnen,omitzero"`
	Bewaard   time.Time       `json:"bewaard,omitzero"`
	Definitie casus.Definitie `json:"definitie"`

	// Kop is what stands at the top of the reflectie and nobody is asked.
	Kop        reflectie.Reflectie  `json:"kop"`
	Antwoorden reflectie.Antwoorden `json:"antwoorden,omitempty"` // private ones and vervallen ones included

	Plaats       string          `json:"plaats,omitempty"`       // key of the question where the person is; "" is the first
	Overgeslagen map[string]bool `json:"overgeslagen,omitempty"` // keys that were skipped
	Nogmaals     string          `json:"nogmaals,omitempty"`     // key that is being asked once more
	Herhaald     map[string]bool `json:"herhaald,omitempty"`     // keys that were asked once more already

	Naar            string `json:"naar,omitempty"`             // the file that the person wants, or "" for a name by itself
	Bestand         string `json:"bestand,omitempty"`          // the reflectie that is being completed
	ZonderVervallen bool   `json:"zonder-vervallen,omitempty"` // vervallen answers stay out of the file

	Eerder  reflectie.Antwoorden `json:"eerder,omitempty"`  // the answers that a terugblik looks back at
	Eerdere []Eerder             `json:"eerdere,omitempty"` // the person's aandachtspunten of earlier reflecties
}

// Eerder is what the person wanted to take along from an earlier reflectie.
type Eerder struct {
	Titel   string   `json:"titel"`
	Waarden []string `json:"waarden"` // ids of the waarden that played there
	Punten  []string `json:"punten"`
}

// NewStand begins a conversation.
func NewStand(id string, def casus.Definitie) Stand {
	return Stand{
		Formaat:   Formaat,
		ID:        id,
		Definitie: def,
		Kop: reflectie.Reflectie{
			Weeg:           reflectie.Versie,
			Casus:          def.Casus.ID,
			Casusversie:    def.Casus.Versie,
			Werkvorm:       def.Werkvorm.ID,
			Werkvormversie: def.Werkvorm.Versie,
		},
		Antwoorden: reflectie.Antwoorden{},
	}
}

// StandVan begins from what a reflectie and its private answers hold already,
// and from answers that have no place in a reflectie.
func StandVan(id string, def casus.Definitie, r reflectie.Reflectie, los ...reflectie.Antwoorden) Stand {
	s := NewStand(id, def)
	s.Kop.Datum, s.Kop.Door, s.Kop.Besproken, s.Kop.Teruggeblikt = r.Datum, r.Door, r.Besproken, r.Teruggeblikt
	s.Kop.Casusversie = cmp.Or(r.Casusversie, s.Kop.Casusversie)
	s.Kop.Werkvormversie = cmp.Or(r.Werkvormversie, s.Kop.Werkvormversie)
	s.Antwoorden = reflectie.Flatten(r)
	for _, w := range def.Waarden {
		delete(s.Antwoorden, naamSleutel(w.ID)) // the catalogue names it
	}
	for _, antwoorden := range los {
		maps.Copy(s.Antwoorden, antwoorden)
	}
	return s
}

func naamSleutel(id string) string {
	return reflectie.Sleutel(reflectie.SleutelWaarden, id, "naam")
}

// Naam returns what a waarde is called: in the catalogue, or in the person's own words.
func (s Stand) Naam(id string) string {
	if w, ok := s.Definitie.Waarde(id); ok {
		return w.Naam
	}
	if naam := s.Antwoorden[naamSleutel(id)].Tekst(); naam != "" {
		return naam
	}
	return id
}

// Titel returns what the conversation is about, in words.
func (s Stand) Titel() string {
	if titel := s.Antwoorden["eigen.titel"].Tekst(); titel != "" && s.Definitie.Casus.ID == reflectie.Eigen {
		return titel
	}
	return s.Definitie.Casus.Titel
}

// prive reports the keys of the private questions.
func (s Stand) prive() map[string]bool {
	prive := map[string]bool{}
	for _, stap := range s.stappen() {
		for _, v := range stap.Vragen {
			if v.Prive {
				prive[reflectie.Sleutel(stap.ID, v.ID)] = true
			}
		}
	}
	return prive
}

// stappen returns the steps of the werkvorm with the questions that the casus adds.
func (s Stand) stappen() []casus.Stap {
	stappen := slices.Clone(s.Definitie.Werkvorm.Stappen)
	for i, stap := range stappen {
		for _, extra := range s.Definitie.Casus.Vragen {
			if extra.Stap == stap.ID {
				stap.Vragen = append(slices.Clip(stap.Vragen), extra.Vraag)
			}
		}
		stappen[i] = stap
	}
	return stappen
}

// Reflectie returns what the file may hold: every answer but the private ones,
// and the vervallen answers that have no place in a reflectie.
func (s Stand) Reflectie() (r reflectie.Reflectie, vervallen reflectie.Antwoorden) {
	antwoorden := maps.Clone(s.Antwoorden)
	prive := s.prive()
	for sleutel := range antwoorden {
		if prive[sleutel] {
			delete(antwoorden, sleutel)
		}
	}
	if s.ZonderVervallen {
		for _, v := range s.Vervallen() {
			delete(antwoorden, v.Sleutel)
		}
	}
	r, vervallen = reflectie.Collect(s.Kop, antwoorden)
	for i, w := range r.Waarden {
		r.Waarden[i].Naam = s.Naam(w.ID)
	}
	if s.ZonderVervallen {
		vervallen = nil
	}
	return r, vervallen
}

// Prive returns the answers to private questions.
func (s Stand) Prive() reflectie.Antwoorden {
	prive := reflectie.Antwoorden{}
	for sleutel := range s.prive() {
		if a := s.Antwoorden[sleutel]; !a.IsZero() {
			prive[sleutel] = a
		}
	}
	return prive
}

// clone makes a copy that shares no maps with s.
func (s Stand) clone() Stand {
	s.Antwoorden = maps.Clone(s.Antwoorden)
	s.Overgeslagen = maps.Clone(s.Overgeslagen)
	s.Herhaald = maps.Clone(s.Herhaald)
	return s
}
