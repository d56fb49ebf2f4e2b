// Package reflectie holds what one person answered and weighed about one
// casus, as data, with the rules of that data: ids, pairs, normal form and the
// flat keys by which every single answer can be named.
//
// It knows nothing of casussen, questions, files or screens, and imports none
// of our other packages.
package reflectie

import (
	"bytes"
	"encoding/json"
)

// Versie is the version of the format.
const Versie = 1

// Eigen is the casus id of a reflectie about a situation of one's own.
const Eigen = "eigen"

// Ik is the van of one's own standpunt, and the wie of one's own room when no rol was chosen.
const Ik = "ik"

// How two waarden relate here.
const (
	Versterkt = "versterkt"
	Tegen     = "tegen"
	Beide     = "beide"
	Geen      = "geen"
)

// OpenVoorrang is the voorrang of a tension in which neither value goes first.
const OpenVoorrang = "open"

// How an uitkomst stands to the rule.
const (
	Volgen         = "volgen"
	RuimteBenutten = "ruimte-benutten"
	Afwijken       = "afwijken"
	OpenKeuze      = "open"
)

// A Reflectie is one reflectie in the shape of `weeg lees --json`. What was not
// answered is the zero value. Private answers have no place in it.
//
// The tags of these structs are the one declaration of the data. json is the
// name of a field; weeg is its aard, then words that say more:
//
//	naam         it names its row
//	kop          it stands at the top and is no answer: nobody is asked
//	voorwerk=N   it stands in the front matter of a file, as the Nth
//	a|b|c        of a keuze, what there is to choose
//
// Of a part it says how its rows are told apart: see Rijsoort.
type Reflectie struct {
	Weeg            int                 `json:"weeg" weeg:"versie,kop,voorwerk=1"`
	Casus           string              `json:"casus" weeg:"id,kop,voorwerk=3"`
	Eigen           *Situatie           `json:"eigen,omitempty" weeg:"enkel"`
	Casusversie     int                 `json:"casusversie,omitempty" weeg:"versie,kop"`
	Werkvorm        string              `json:"werkvorm" weeg:"id,kop,voorwerk=4"`
	Werkvormversie  int                 `json:"werkvormversie,omitempty" weeg:"versie,kop"`
	Datum           Datum               `json:"datum,omitzero" weeg:"datum,kop,voorwerk=5"`
	Terugblik       Datum               `json:"terugblik,omitzero" weeg:"datum,voorwerk=9"`
	Rol             string              `json:"rol,omitempty" weeg:"rol,voorwerk=7"`
	Door            string              `json:"door,omitempty" weeg:"lijn,kop,voorwerk=8"`
	Antwoorden      map[string]Antwoord `json:"antwoorden,omitempty" weeg:"vragen"`
	Standpunten     []Standpunt         `json:"standpunten,omitempty" weeg:"per rol"`
	Waarden         []Waarde            `json:"waarden,omitempty" weeg:"per waarde"`
	Verbanden       []Verband           `json:"verbanden,omitempty" weeg:"per paar"`
	Ruimte          []Ruimte            `json:"ruimte,omitempty" weeg:"per rol"`
	Weging          []Weging            `json:"weging,omitempty" weeg:"per paar"`
	Uitkomst        Uitkomst            `json:"uitkomst,omitzero" weeg:"enkel"`
	Afspraken       []Afspraak          `json:"afspraken,omitempty" weeg:"genummerd"`
	Aandachtspunten Aandachtspunten     `json:"aandachtspunten,omitzero" weeg:"enkel"`
	Besproken       Datum               `json:"besproken,omitzero" weeg:"datum,kop,voorwerk=6"`
	Bracht          string              `json:"bracht,omitempty" weeg:"proza,kop"`
	Overleg         *bool               `json:"overleg,omitempty" weeg:"janee,kop,voorwerk=10"`
	Teruggeblikt    []Teruggeblikt      `json:"teruggeblikt,omitempty" weeg:"per datum"`
}

// AlleenLezen reports whether others may only read it: it is in no sheet and no kompas.
func (r Reflectie) AlleenLezen() bool { return r.Overleg != nil && !*r.Overleg }

// A Situatie is a casus of one's own.
type Situatie struct {
	Titel    string `json:"titel,omitempty" weeg:"lijn,voorwerk=2"`
	Situatie string `json:"situatie,omitempty" weeg:"proza"`
	Moment   string `json:"moment,omitempty" weeg:"proza"`
}

// A Standpunt is what somebody (a role, or Ik) said, and the value that may lie
// under it. Of one's own, only the value.
type Standpunt struct {
	Van       string `json:"van,omitempty" weeg:"rol,naam"`
	Standpunt string `json:"standpunt,omitempty" weeg:"proza"`
	Waarde    string `json:"waarde,omitempty" weeg:"waarde"`
}

// A Waarde is a value that plays here: what it means, and who realises it.
type Waarde struct {
	ID          string `json:"id" weeg:"id,naam"`
	Naam        string `json:"naam,omitempty" weeg:"lijn"`
	Betekenis   string `json:"betekenis,omitempty" weeg:"proza"`
	Zeggenschap string `json:"zeggenschap,omitempty" weeg:"proza"`
	Bepaalt     string `json:"bepaalt,omitempty" weeg:"keuze,overheid|gemeenschap|samen|anders"`
	Organiseert string `json:"organiseert,omitempty" weeg:"keuze,overheid|gemeenschap|samen|anders"`
	Controleert string `json:"controleert,omitempty" weeg:"keuze,overheid|gemeenschap|samen|anders"`
	Gemeenschap string `json:"gemeenschap,omitempty" weeg:"proza"`

	// Genoemd says that the person only named it, under a standpunt, and did not
	// choose it: it stands here for its name.
	Genoemd bool `json:"genoemd,omitempty" weeg:"teken"`
}

// A Verband is how two waarden relate here, and why.
type Verband struct {
	Tussen Paar   `json:"tussen" weeg:"paar,naam"`
	Soort  string `json:"soort,omitempty" weeg:"keuze,versterkt|tegen|beide|geen"`
	Waarom string `json:"waarom,omitempty" weeg:"proza"`
}

// Ruimte is the room that one layer has, and who answers for it.
type Ruimte struct {
	Wie           string `json:"wie,omitempty" weeg:"rol,naam"`
	Ruimte        string `json:"ruimte,omitempty" weeg:"proza"`
	Aanspreekbaar string `json:"aanspreekbaar,omitempty" weeg:"proza"`
}

// A Weging is how one tension was weighed. Prijs holds, by the id of each of the
// two waarden, what is lost and for whom if that one is chosen. Voorrang is one
// of the two, or OpenVoorrang; Nodig is what is needed to choose.
type Weging struct {
	Tussen      Paar              `json:"tussen" weeg:"paar,naam"`
	Prijs       map[string]string `json:"prijs,omitempty" weeg:"proza"`
	Voorrang    string            `json:"voorrang,omitempty" weeg:"voorrang"`
	Omdat       string            `json:"omdat,omitempty" weeg:"proza"`
	Verzachting string            `json:"verzachting,omitempty" weeg:"proza"`
	Nodig       string            `json:"nodig,omitempty" weeg:"proza"`
}

// Uitkomst is what one does, who decides and who notices it, and how it stands
// to the rule. Verwachting is what one expects to happen.
type Uitkomst struct {
	Doen        string `json:"doen,omitempty" weeg:"proza"`
	Eigen       *bool  `json:"eigen,omitempty" weeg:"janee"`
	Beslist     string `json:"beslist,omitempty" weeg:"proza"`
	Keuze       string `json:"keuze,omitempty" weeg:"keuze,volgen|ruimte-benutten|afwijken|open"`
	Waarvan     string `json:"waarvan,omitempty" weeg:"keuze,wet|beleid|werkinstructie|gewoonte"`
	Omdat       string `json:"omdat,omitempty" weeg:"proza"`
	Merkt       string `json:"merkt,omitempty" weeg:"proza"`
	Verwachting string `json:"verwachting,omitempty" weeg:"proza"`
}

// An Afspraak is what one will do oneself, raise with somebody, or follow, by
// when, and later what came of it. Only a situation of one's own has any.
type Afspraak struct {
	Wat     string `json:"wat,omitempty" weeg:"proza"`
	Hoe     string `json:"hoe,omitempty" weeg:"keuze,zelf|aankaarten|volgen"`
	Bij     string `json:"bij,omitempty" weeg:"lijn"`
	Wanneer Datum  `json:"wanneer,omitzero" weeg:"datum"`
	Gekomen string `json:"gekomen,omitempty" weeg:"proza"`
}

// Aandachtspunten is what to take along into a next weighing.
type Aandachtspunten struct {
	Kennis []string `json:"kennis,omitempty" weeg:"punten"`
	Acties []string `json:"acties,omitempty" weeg:"punten"`
	Macht  []string `json:"macht,omitempty" weeg:"punten"`
}

// IsZero reports whether there are none.
func (a Aandachtspunten) IsZero() bool {
	return len(a.Kennis) == 0 && len(a.Acties) == 0 && len(a.Macht) == 0
}

// Teruggeblikt is one time that the person looked back.
type Teruggeblikt struct {
	Datum      Datum               `json:"datum,omitzero" weeg:"datum,naam"`
	Antwoorden map[string]Antwoord `json:"antwoorden,omitempty" weeg:"vragen"`
}

// EncodeJSON is how everything that weeg prints as JSON is written: indented,
// with a new line at the end, and with < and & as they are.
func EncodeJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// Telt reports whether what was said of a pair counts: the person has both waarden among
// theirs, or named none at all. What they took back is kept, for when it returns.
func (r Reflectie) Telt(p Paar) bool {
	var eerste, tweede, gekozen bool
	for _, w := range r.Waarden {
		if !w.Genoemd {
			gekozen, eerste, tweede = true, eerste || w.ID == p[0], tweede || w.ID == p[1]
		}
	}
	return !gekozen || eerste && tweede
}
