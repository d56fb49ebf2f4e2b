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

// Soorten lists the kinds of verband.
func Soorten() []string { return []string{Versterkt, Tegen, Beide, Geen} }

// Partijen lists who can define, organise and control a value.
func Partijen() []string { return []string{"overheid", "gemeenschap", "samen", "anders"} }

// Keuzes lists how an uitkomst can stand to the rule.
func Keuzes() []string { return []string{Volgen, RuimteBenutten, Afwijken, OpenKeuze} }

// RegelSoorten lists what kind of rule that can be.
func RegelSoorten() []string { return []string{"wet", "beleid", "werkinstructie", "gewoonte"} }

// A Reflectie is one reflectie in the shape of `weeg lees --json`. What was not
// answered is the zero value. Private answers have no place in it.
type Reflectie struct {
	Weeg            int                 `json:"weeg"`
	Casus           string              `json:"casus"`
	Eigen           *Situatie           `json:"eigen,omitempty"`
	Casusversie     int                 `json:"casusversie,omitempty"`
	Werkvorm        string              `json:"werkvorm"`
	Werkvormversie  int                 `json:"werkvormversie,omitempty"`
	Datum           Datum               `json:"datum,omitzero"`
	Terugblik       Datum               `json:"terugblik,omitzero"`
	Rol             string              `json:"rol,omitempty"`
	Door            string              `json:"door,omitempty"`
	Antwoorden      map[string]Antwoord `json:"antwoorden,omitempty"`
	Standpunten     []Standpunt         `json:"standpunten,omitempty"`
	Waarden         []Waarde            `json:"waarden,omitempty"`
	Verbanden       []Verband           `json:"verbanden,omitempty"`
	Ruimte          []Ruimte            `json:"ruimte,omitempty"`
	Weging          []Weging            `json:"weging,omitempty"`
	Uitkomst        Uitkomst            `json:"uitkomst,omitzero"`
	Aandachtspunten Aandachtspunten     `json:"aandachtspunten,omitzero"`
	Besproken       Datum               `json:"besproken,omitzero"`
	Teruggeblikt    []Teruggeblikt      `json:"teruggeblikt,omitempty"`
}

// A Situatie is a casus of one's own.
type Situatie struct {
	Titel    string `json:"titel,omitempty"`
	Situatie string `json:"situatie,omitempty"`
	Moment   string `json:"moment,omitempty"`
}

// A Standpunt is what somebody (a role, or Ik) said, and the value that may lie under it.
type Standpunt struct {
	Van       string `json:"van,omitempty"`
	Standpunt string `json:"standpunt,omitempty"`
	Waarde    string `json:"waarde,omitempty"`
}

// A Waarde is a value that plays here: what it means, and who realises it.
type Waarde struct {
	ID          string   `json:"id"`
	Naam        string   `json:"naam,omitempty"`
	Betekenis   string   `json:"betekenis,omitempty"`
	Anders      []Anders `json:"anders,omitempty"`
	Bepaalt     string   `json:"bepaalt,omitempty"`
	Organiseert string   `json:"organiseert,omitempty"`
	Controleert string   `json:"controleert,omitempty"`
	Gemeenschap string   `json:"gemeenschap,omitempty"`

	// Genoemd says that the person only named it, under a standpunt, and did not
	// choose it: it stands here for its name.
	Genoemd bool `json:"genoemd,omitempty"`
}

// Anders is what a value means to somebody else.
type Anders struct {
	Wie       string `json:"wie,omitempty"`
	Betekenis string `json:"betekenis,omitempty"`
}

// A Verband is how two waarden relate here, and why.
type Verband struct {
	Tussen Paar   `json:"tussen"`
	Soort  string `json:"soort,omitempty"`
	Waarom string `json:"waarom,omitempty"`
}

// Ruimte is the room that one layer has, and who answers for it.
type Ruimte struct {
	Wie           string `json:"wie,omitempty"`
	Ruimte        string `json:"ruimte,omitempty"`
	Aanspreekbaar string `json:"aanspreekbaar,omitempty"`
}

// A Weging is how one tension was weighed. Voorrang is one of the two waarden, or OpenVoorrang.
type Weging struct {
	Tussen      Paar   `json:"tussen"`
	Voorrang    string `json:"voorrang,omitempty"`
	Omdat       string `json:"omdat,omitempty"`
	Ondanks     string `json:"ondanks,omitempty"`
	Verlies     string `json:"verlies,omitempty"`
	Verzachting string `json:"verzachting,omitempty"`
}

// Uitkomst is what one does, and how that stands to the rule.
type Uitkomst struct {
	Doen    string `json:"doen,omitempty"`
	Eigen   *bool  `json:"eigen,omitempty"`
	Keuze   string `json:"keuze,omitempty"`
	Waarvan string `json:"waarvan,omitempty"`
	Omdat   string `json:"omdat,omitempty"`
}

// Aandachtspunten is what to take along into a next weighing.
type Aandachtspunten struct {
	Kennis []string `json:"kennis,omitempty"`
	Acties []string `json:"acties,omitempty"`
	Macht  []string `json:"macht,omitempty"`
}

// IsZero reports whether there are none.
func (a Aandachtspunten) IsZero() bool {
	return len(a.Kennis) == 0 && len(a.Acties) == 0 && len(a.Macht) == 0
}

// Teruggeblikt is one time that the person looked back.
type Teruggeblikt struct {
	Datum      Datum               `json:"datum,omitzero"`
	Antwoorden map[string]Antwoord `json:"antwoorden,omitempty"`
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
