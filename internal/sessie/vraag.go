package sessie

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
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
	AfrondenWeg             = "weg" // of what was answered nothing is kept; a reflectie stays as it was
)

// An Optie is one thing to choose.
type Optie struct {
	ID, Naam string
	Uitleg   string    // what it means, in a few words; may be empty
	Groep    string    // the heading that it stands under; may be empty
	Zoek     [2]string // what else it is found by, after what shows of it: the nearest first
}

// Getoond is something said earlier that stands beside a question. What is Prive
// is for the person alone: on a terminal, never in a pipe.
type Getoond struct {
	Kop, Tekst string
	Prive      bool
}

// Naam is the heading over it, which says so where it is for the person alone.
func (g Getoond) Naam() string {
	if g.Prive {
		return g.Kop + " (alleen u ziet dit)"
	}
	return g.Kop
}

// A Vraag is one atomic question, with the answer that stands there now.
type Vraag struct {
	Sleutel string

	Stap   string // id of the step
	Titel  string // title of the step
	Uitleg string // explanation of the step; only at its first question
	Vooraf string // what Uitleg begins with: why other questions fell away, or as who one looks now

	Vraag       string
	Kop         string // its heading in a file, where that is not the question
	Kort        bool   // it stands in the part of a file that says all in short
	Boven       string // the heading over it and its like in a file: "Een volgende keer"; may be empty
	Zin         string // what the choice that was made says in a file; "" of a text
	Toelichting string
	Soort       casus.Vraagsoort
	Functie     casus.Functie
	Opties      []Optie
	Vrij        bool // own words are welcome besides the Opties
	Prive       bool // the answer never enters the reflectie
	Aanbod      bool // it offers more questions, and says nothing in the file
	Doorvraag   bool // a follow-up: left unanswered it leaves nothing in the file
	Toont       []Getoond
	Noemt       string // what names its row where nobody is asked, or ""; set with the first answer in it

	Antwoord reflectie.Antwoord
	Status   Status
	Melding  string // why it is asked once more; empty at first

	naam     string // what the answer is called where it is shown again
	weegt    bool   // it belongs to a weighing
	isVast   bool   // it is of a reflectie that is there, in which a question is not open but left
	isAnders bool   // and its answer is another than stands there
	opties   func(id string) string
	vandaag  reflectie.Datum

	// When it is asked: a condition, what it can be about, or, of a follow-up,
	// what calls for it.
	als        *casus.Als
	bij        string
	aanleiding *casus.Doorvraag
}

// Hoe says how its answer stands, as people see it.
func (v Vraag) Hoe() string {
	switch {
	case v.isAnders:
		return "gewijzigd"
	case v.isVast && v.Status == Open:
		return "niet ingevuld"
	}
	return v.Status.String()
}

// MetGetypt is the question with what is being typed as its answer.
func (v Vraag) MetGetypt(a reflectie.Antwoord) Vraag {
	v.isAnders = v.isAnders || v.isVast && !a.Equal(v.Antwoord)
	v.Antwoord, v.Status = a, Ingevuld
	return v
}

// naamsleutel is the key of what names its row.
func (v Vraag) naamsleutel() string {
	p, _ := reflectie.Ontleed(v.Sleutel)
	naam, _ := p.Deel.Naamveld()
	return reflectie.Sleutel(p.Deel.Naam, p.Rij, naam.Naam)
}

// naamVan is the key of what says by whom it is, or of what: of a standpunt who has that,
// of a reason what it is for, and else the rol. "" of those themselves.
func (v Vraag) naamVan() string {
	naam := reflectie.SleutelRol
	switch p, ok := reflectie.Ontleed(v.Sleutel); {
	case ok && p.Deel.Naam == reflectie.SleutelStandpunten:
		naam = v.naamsleutel()
	case ok && p.VanVeld(reflectie.SleutelWeging, "omdat"):
		naam = reflectie.Sleutel(p.Deel.Naam, p.Rij, "voorrang")
	}
	if naam == v.Sleutel {
		return ""
	}
	return naam
}

// LeesDag reads a day as people name it or as the files do.
func (v Vraag) LeesDag(tekst string) (reflectie.Datum, error) {
	return reflectie.LeesDag(tekst, v.vandaag)
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
		lijnen := v.Antwoord.Lijst()
		for i, item := range lijnen {
			if v.Soort != casus.Lijst {
				lijnen[i] = v.optienaam(item)
			}
		}
		return strings.Join(lijnen, "\n")
	}
	if v.Soort == casus.Tekst || v.Soort == casus.Regeltekst && !v.Vrij {
		return v.Antwoord.Tekst()
	}
	if d, err := reflectie.ParseDatum(v.Antwoord.Tekst()); err == nil && v.Soort == casus.Datum {
		return d.Voluit()
	}
	return v.optienaam(v.Antwoord.Tekst())
}

// EenLijn returns the answer in one line: a list whole, of a text how it begins.
func (v Vraag) EenLijn() string {
	if v.Antwoord.Vorm() == reflectie.VormLijst {
		return strings.ReplaceAll(strings.ReplaceAll(v.Weergave(), ".\n", "; "), "\n", ", ")
	}
	eerste, _, meer := strings.Cut(strings.TrimSpace(v.Weergave()), "\n")
	if meer {
		eerste += " …"
	}
	return eerste
}

// optienaam is what a person sees of one choice, or of what an answer refers to.
func (v Vraag) optienaam(id string) string {
	if o, ok := casus.Zoek(v.Opties, func(o Optie) bool { return o.ID == id }); ok {
		return o.Naam
	}
	if v.opties == nil || v.Vrij && v.Soort == casus.Keuze {
		return id // own words are as they are
	}
	if p, ok := reflectie.ParsePaar(id); ok {
		return paarnaam(v.opties, p)
	}
	return v.opties(id)
}

// paarnaam names a pair of waarden: "Betrokkenheid en veiligheid".
func paarnaam(naam func(id string) string, p reflectie.Paar) string {
	return casus.MetHoofdletter(casus.WaardeInZin(naam(p[0]))) + " en " + casus.WaardeInZin(naam(p[1]))
}
