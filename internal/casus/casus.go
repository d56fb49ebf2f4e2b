// Package casus holds the definitions of a conversation: Casus, Waarde,
// Werkvorm and Stap, and reads them from YAML, with all faults of a file at
// once and the place of each.
//
// It never holds an answer, and writes no files.
package casus

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ambt.example/weeg/internal/reflectie"
)

// Versie is the version of the formats.
const Versie = 1

// A Casus is a narrated critical situation, with roles, values, relations, and
// rules with their intention. It holds no solution.
type Casus struct {
	Weeg        int       `json:"weeg"`
	ID          string    `json:"id"`
	Versie      int       `json:"versie"`
	Titel       string    `json:"titel"`
	Kern        string    `json:"kern,omitempty"`
	Bron        string    `json:"bron,omitempty"`
	Trefwoorden []string  `json:"trefwoorden,omitempty"`
	Werkvorm    string    `json:"werkvorm,omitempty"`
	Situatie    string    `json:"situatie,omitempty"`
	Moment      string    `json:"moment,omitempty"`
	Rollen      []Rol     `json:"rollen,omitempty"`
	Waarden     []Gezien  `json:"waarden,omitempty"`
	Verbanden   []Verband `json:"verbanden,omitempty"`
	Regels      []Regel   `json:"regels,omitempty"`
	Vragen      []Extra   `json:"vragen,omitempty"`
}

// A Rol is a position from which somebody looks, and the moment as it is for them.
type Rol struct {
	ID     string `json:"id"`
	Naam   string `json:"naam"`
	Moment string `json:"moment,omitempty"`
}

// Gezien is a waarde that the writer of the casus saw, and what it can mean here.
type Gezien struct {
	ID   string `json:"id"`
	Hier string `json:"hier,omitempty"`
}

// A Verband is a relation of two waarden that the writer of the casus saw.
type Verband struct {
	Tussen reflectie.Paar `json:"tussen"`
	Soort  string         `json:"soort"`
	Uitleg string         `json:"uitleg,omitempty"`
}

// A Regel is a rule that is at work, or a habit that works as one, and its intention.
type Regel struct {
	Regel     string `json:"regel"`
	Bedoeling string `json:"bedoeling,omitempty"`
}

// An Extra is a question of the casus' own, added to a step of the werkvorm.
type Extra struct {
	Stap string `json:"stap"`
	Vraag
}

// A Waarde is a public or professional value in the catalogue.
type Waarde struct {
	ID           string   `json:"id"`
	Naam         string   `json:"naam"`
	Ook          []string `json:"ook,omitempty"`
	Groep        string   `json:"groep,omitempty"`
	Omschrijving string   `json:"omschrijving,omitempty"`
	Keerzijde    string   `json:"keerzijde,omitempty"`
	Vraag        string   `json:"vraag,omitempty"`
	Bron         string   `json:"bron,omitempty"`
}

// A Werkvorm is a way to reflect: a row of typed steps.
type Werkvorm struct {
	Weeg    int      `json:"weeg"`
	ID      string   `json:"id"`
	Versie  int      `json:"versie"`
	Naam    string   `json:"naam"`
	Duur    int      `json:"duur,omitempty"` // minutes that a person needs
	Voor    string   `json:"voor,omitempty"`
	Bij     []string `json:"bij,omitempty"` // any of BijCasus, BijEigen, BijReflectie
	Stappen []Stap   `json:"stappen"`
}

// What a werkvorm can be about.
const (
	BijCasus     = "casus"
	BijEigen     = "eigen"
	BijReflectie = "reflectie"
)

// A Stapsoort is a kind of step. The kinds are code, the steps are data.
type Stapsoort string

// The kinds of step.
const (
	StapVragen          Stapsoort = "vragen"
	StapRol             Stapsoort = "rol"
	StapStandpunten     Stapsoort = "standpunten"
	StapWaarden         Stapsoort = "waarden"
	StapSpiegel         Stapsoort = "spiegel"
	StapVerbanden       Stapsoort = "verbanden"
	StapRealisatie      Stapsoort = "realisatie"
	StapRuimte          Stapsoort = "ruimte"
	StapWeging          Stapsoort = "weging"
	StapUitkomst        Stapsoort = "uitkomst"
	StapAandachtspunten Stapsoort = "aandachtspunten"
	StapTerugblik       Stapsoort = "terugblik"
)

// Stapsoorten lists the kinds of step.
func Stapsoorten() []Stapsoort {
	return []Stapsoort{StapVragen, StapRol, StapStandpunten, StapWaarden, StapSpiegel, StapVerbanden,
		StapRealisatie, StapRuimte, StapWeging, StapUitkomst, StapAandachtspunten, StapTerugblik}
}

// A Stap is one step of a werkvorm. Its Vragen come before its own part, or
// after it when they say so.
type Stap struct {
	ID     string    `json:"id"`
	Titel  string    `json:"titel"`
	Uitleg string    `json:"uitleg,omitempty"`
	Soort  Stapsoort `json:"soort"`
	Als    *Als      `json:"als,omitempty"`
	Vragen []Vraag   `json:"vragen,omitempty"`
}

// A Vraagsoort is a kind of open question.
type Vraagsoort string

// The kinds of open question.
const (
	Tekst     Vraagsoort = "tekst"
	Regeltje  Vraagsoort = "regel" // a text of one line
	Keuze     Vraagsoort = "keuze"
	Meerkeuze Vraagsoort = "meerkeuze"
	JaNee     Vraagsoort = "janee"
	Datum     Vraagsoort = "datum"
)

// Vraagsoorten lists the kinds of open question.
func Vraagsoorten() []Vraagsoort {
	return []Vraagsoort{Tekst, Regeltje, Keuze, Meerkeuze, JaNee, Datum}
}

// Ids of vragen that have a meaning of their own, in any step.
const (
	VraagReactie   = "reactie"   // the first reaction: parked, and back at the standpunten and the uitkomst
	VraagTerugblik = "terugblik" // a datum: when to look back; kept at the top of the reflectie
	VraagRegel     = "regel"     // the rule at work: with none, an own situation has none to stand to
	VraagMoment    = "moment"    // in a terugblik, the moment asked again: it stands beside what was said then
)

// A Vraag is one open question.
type Vraag struct {
	ID          string      `json:"id"`
	Vraag       string      `json:"vraag"`
	Toelichting string      `json:"toelichting,omitempty"`
	Soort       Vraagsoort  `json:"soort,omitempty"` // Tekst when absent
	Opties      []Optie     `json:"opties,omitempty"`
	Prive       bool        `json:"prive,omitempty"`
	Na          bool        `json:"na,omitempty"`
	Als         *Als        `json:"als,omitempty"`
	Toont       string      `json:"toont,omitempty"` // key of an earlier answer to show beside it
	Doorvragen  []Doorvraag `json:"doorvragen,omitempty"`
}

// An Optie is one choice of a Keuze or Meerkeuze.
type Optie struct {
	ID   string `json:"id"`
	Naam string `json:"naam"`
}

// Als is a condition: the answer at the key Vraag is, or contains, one of Is;
// without Is, that there is an answer at all. Vraag may also be
// "uitkomst.keuze" or "verbanden.soort".
type Als struct {
	Vraag string   `json:"vraag"`
	Is    []string `json:"is,omitempty"`
}

// Past reports whether an answer of these words meets the condition.
func (a Als) Past(woorden []string) bool {
	if len(a.Is) == 0 {
		return len(woorden) > 0
	}
	return slices.ContainsFunc(woorden, func(w string) bool { return slices.Contains(a.Is, w) })
}

// A Doorvraag is a follow-up that an answer's own words call for.
type Doorvraag struct {
	ID    string     `json:"id"`
	Als   Aanleiding `json:"als"`
	Vraag string     `json:"vraag"`
}

// An Aanleiding is what calls for a Doorvraag: one of Woorden and none of
// Zonder, or fewer than Korter words.
type Aanleiding struct {
	Woorden []string `json:"woorden,omitempty"`
	Zonder  []string `json:"zonder,omitempty"`
	Korter  int      `json:"korter,omitempty"`
}

// A Definitie is all that a conversation is about and follows, so that it can
// be pinned: also when a file has changed or is gone since.
type Definitie struct {
	Casus    Casus    `json:"casus"`
	Werkvorm Werkvorm `json:"werkvorm"`
	Waarden  []Waarde `json:"waarden"` // the whole catalogue

	// Terugblik are the werkvormen by which somebody may have looked back, for
	// who writes down what they said then. No conversation follows them, so they
	// are not pinned.
	Terugblik []Werkvorm `json:"-"`
}

// NewDefinitie puts a casus, a werkvorm and a catalogue together, and tells in
// Dutch why they cannot go together.
func NewDefinitie(c Casus, w Werkvorm, waarden []Waarde) (Definitie, error) {
	bij := BijCasus
	if c.ID == reflectie.Eigen {
		bij = BijEigen
	}
	if len(w.Bij) > 0 && !slices.Contains(w.Bij, bij) {
		return Definitie{}, fmt.Errorf("werkvorm %q kan niet bij %s, wel bij %s", w.ID, bijNaam(bij), Opsomming(w.BijNamen()))
	}
	for _, extra := range c.Vragen {
		for _, stap := range w.Stappen {
			if stap.ID == extra.Stap && (reflectie.Gereserveerd(stap.ID, extra.ID) ||
				slices.ContainsFunc(stap.Vragen, func(v Vraag) bool { return v.ID == extra.ID })) {
				return Definitie{}, fmt.Errorf("werkvorm %q heeft in stap %q al een vraag %q; casus %q kan die niet nog eens toevoegen",
					w.ID, stap.ID, extra.ID, c.ID)
			}
		}
	}
	return Definitie{Casus: c, Werkvorm: w, Waarden: waarden}, nil
}

// NewTerugblik puts together what looking back at a reflectie follows, and tells
// in Dutch why it cannot. c is what that reflectie was about; the questions that
// it adds go with another werkvorm, and are not asked.
func NewTerugblik(c Casus, w Werkvorm, waarden []Waarde) (Definitie, error) {
	if len(w.Bij) == 0 {
		return Definitie{}, fmt.Errorf("werkvorm %q kan niet bij %s; schrijf in die werkvorm \"bij: [reflectie]\"", w.ID, bijNaam(BijReflectie))
	}
	if !slices.Contains(w.Bij, BijReflectie) {
		return Definitie{}, fmt.Errorf("werkvorm %q kan niet bij %s, wel bij %s", w.ID, bijNaam(BijReflectie), Opsomming(w.BijNamen()))
	}
	c.Vragen = nil
	return Definitie{Casus: c, Werkvorm: w, Waarden: waarden}, nil
}

// Verteld is the casus of a situation that the person told of before: a story
// to read back, of which nothing is asked any more. Each line of it is a
// paragraph, because it was typed and not wrapped.
func Verteld(s reflectie.Situatie) Casus {
	c := EigenCasus()
	c.ID = "eigen-situatie"
	c.Titel = cmp.Or(s.Titel, c.Titel)
	c.Situatie, c.Moment = losseRegels(s.Situatie), losseRegels(s.Moment)
	return c
}

func losseRegels(tekst string) string {
	var b strings.Builder
	for regel := range strings.SplitSeq(tekst, "\n") {
		switch {
		case strings.TrimSpace(regel) == "":
			continue
		case b.Len() > 0 && strings.ContainsAny(regel[:1], " \t-*>"): // part of a list, or of a quotation
			b.WriteByte('\n')
		case b.Len() > 0:
			b.WriteString("\n\n")
		}
		b.WriteString(regel)
	}
	return b.String()
}

// BijNamen says in words what the werkvorm can be about.
func (w Werkvorm) BijNamen() []string {
	var namen []string
	for _, bij := range w.Bij {
		namen = append(namen, bijNaam(bij))
	}
	return namen
}

func bijNaam(bij string) string {
	switch bij {
	case BijEigen:
		return "een eigen situatie"
	case BijReflectie:
		return "een eerdere reflectie"
	}
	return "een casus"
}

// EigenCasus is the casus of a situation of the person's own; the situation
// itself is asked, not defined.
func EigenCasus() Casus {
	return Casus{Weeg: Versie, ID: reflectie.Eigen, Titel: "Een eigen situatie"}
}

// Stappen returns the steps of the werkvorm, with the questions that the casus adds.
func (d Definitie) Stappen() []Stap {
	stappen := slices.Clone(d.Werkvorm.Stappen)
	for i, stap := range stappen {
		for _, extra := range d.Casus.Vragen {
			if extra.Stap == stap.ID {
				stap.Vragen = append(slices.Clip(stap.Vragen), extra.Vraag)
			}
		}
		stappen[i] = stap
	}
	return stappen
}

// InZin writes the name of a waarde as it stands inside a sentence: without its
// capital, unless more of it is in capitals.
func InZin(naam string) string {
	eerste, n := utf8.DecodeRuneInString(naam)
	if rest := naam[n:]; rest != "" && strings.ToLower(rest) == rest {
		return string(unicode.ToLower(eerste)) + rest
	}
	return naam
}

// Opsomming writes words as a sentence lists them: "a, b of c".
func Opsomming(woorden []string) string {
	if len(woorden) < 2 {
		return strings.Join(woorden, "")
	}
	laatste := len(woorden) - 1
	return strings.Join(woorden[:laatste], ", ") + " of " + woorden[laatste]
}

// Waarde returns the waarde of the catalogue with this id.
func (d Definitie) Waarde(id string) (Waarde, bool) {
	for _, w := range d.Waarden {
		if w.ID == id {
			return w, true
		}
	}
	return Waarde{}, false
}

// Rol returns the rol of the casus with this id.
func (c Casus) Rol(id string) (Rol, bool) {
	for _, r := range c.Rollen {
		if r.ID == id {
			return r, true
		}
	}
	return Rol{}, false
}

// Hash is the SHA-256, in hexadecimal, of the definition's canonical form: the
// casus and the werkvorm as JSON, with their keys in the order of the files.
// The catalogue stays out of it: a new synonym does not change a conversation.
func (d Definitie) Hash() string {
	canoniek, err := json.Marshal(struct {
		Casus    Casus    `json:"casus"`
		Werkvorm Werkvorm `json:"werkvorm"`
	}{d.Casus, d.Werkvorm})
	if err != nil {
		panic("casus: a definition of plain data always becomes JSON: " + err.Error())
	}
	som := sha256.Sum256(canoniek)
	return hex.EncodeToString(som[:])
}
