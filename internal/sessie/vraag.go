package sessie

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Soort is a kind of atomic question: all that a front end must know.
type Soort string

// The kinds of atomic question, and the shape of their answers.
const (
	Tekst        Soort = "tekst"        // a text of any length
	Regel        Soort = "regel"        // a text of one line
	Keuze        Soort = "keuze"        // a text: the id of an Optie, or free words where Vrij
	Meerkeuze    Soort = "meerkeuze"    // a list of ids
	JaNee        Soort = "janee"        // yes or no
	Datum        Soort = "datum"        // a text: a day as JJJJ-MM-DD
	Waardenkeuze Soort = "waardenkeuze" // a list of ids of waarden, or names of own ones where Vrij
	Parenkeuze   Soort = "parenkeuze"   // a list of pairs, "a+b"
)

// A Status says how an answer stands.
type Status int

// The statuses.
const (
	Open Status = iota
	Ingevuld
	Overgeslagen
	Vervallen // the question no longer applies; the answer is kept
)

// String is the status as people see it.
func (s Status) String() string {
	return [...]string{"nog open", "ingevuld", "overgeslagen", "vervallen"}[s]
}

// SleutelAfronden is the key of the last question: what to do with the answers.
// Its answer is not kept.
const SleutelAfronden = "afronden"

// The answers to the last question.
const (
	AfrondenMaak            = "maak"
	AfrondenZonderVervallen = "zonder-vervallen"
	AfrondenLater           = "later"
)

// An Optie is one thing to choose.
type Optie struct {
	ID, Naam string
	Uitleg   string // what it means, in a few words; may be empty
	Groep    string // the heading that it stands under; may be empty
}

// Getoond is something said earlier that stands beside a question.
type Getoond struct{ Kop, Tekst string }

// A Vraag is one atomic question, with the answer that stands there now.
type Vraag struct {
	Sleutel string

	Stap   string // id of the step
	Titel  string // title of the step
	Uitleg string // explanation of the step; only at its first question

	Vraag       string
	Toelichting string
	Soort       Soort
	Opties      []Optie
	Vrij        bool // own words are welcome besides the Opties
	Prive       bool // the answer never enters the reflectie
	Doorvraag   bool // a follow-up: left unanswered it leaves nothing in the file
	Toont       []Getoond

	Antwoord reflectie.Antwoord
	Status   Status
	Melding  string // why it is asked once more; empty at first

	// namen has the names of what the answer refers to but Opties lacks.
	namen func(id string) string
}

// Geldt reports whether the question applies now.
func (v Vraag) Geldt() bool { return v.Status != Vervallen }

// Weergave returns the answer as people read it: names for ids, a line an item.
func (v Vraag) Weergave() string {
	switch v.Antwoord.Vorm() {
	case reflectie.VormJaNee:
		if v.Antwoord.Ja() {
			return "Ja"
		}
		return "Nee"
	case reflectie.VormLijst:
		var regels []string
		for _, item := range v.Antwoord.Lijst() {
			regels = append(regels, v.naam(item))
		}
		return strings.Join(regels, "\n")
	}
	if v.Soort == Tekst {
		return v.Antwoord.Tekst()
	}
	if d, err := reflectie.ParseDatum(v.Antwoord.Tekst()); err == nil && v.Soort == Datum {
		return d.Voluit()
	}
	return v.naam(v.Antwoord.Tekst())
}

func (v Vraag) naam(id string) string {
	// There can be very many pairs to choose from; do not go looking among them.
	if p, ok := reflectie.ParsePaar(id); ok && v.namen != nil && v.Soort == Parenkeuze {
		return v.namen(p[0]) + " en " + casus.InZin(v.namen(p[1]))
	}
	if i := slices.IndexFunc(v.Opties, func(o Optie) bool { return o.ID == id }); i >= 0 {
		return v.Opties[i].Naam
	}
	if v.namen == nil {
		return id
	}
	if p, ok := reflectie.ParsePaar(id); ok {
		return v.namen(p[0]) + " en " + casus.InZin(v.namen(p[1]))
	}
	return v.namen(id)
}
