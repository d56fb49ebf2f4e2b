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

// Nieuw is the id of a casus that is being written, and that no casus has.
const Nieuw = "nieuwe-casus"

// A Casus is a narrated critical situation, with roles, values, relations, and
// rules with their intention. It holds no solution.
type Casus struct {
	Weeg        int       `json:"weeg"`
	ID          string    `json:"id"`
	Versie      int       `json:"versie"`
	Titel       string    `json:"titel"`
	Kern        string    `json:"kern,omitempty"`
	Bron        string    `json:"bron,omitempty"`
	Sector      string    `json:"sector,omitempty"`
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

// A Rol is a position from which somebody looks, and the moment as it is for
// them. Zin is how it stands in a sentence: "de handhaver". Laag says that it is
// a layer of government, whose room is asked.
type Rol struct {
	ID     string `json:"id"`
	Naam   string `json:"naam"`
	Zin    string `json:"zin,omitempty"`
	Moment string `json:"moment,omitempty"`
	Laag   bool   `json:"laag,omitempty"`
}

// InZin writes the rol as it stands inside a sentence.
func (r Rol) InZin() string { return cmp.Or(r.Zin, InZin(r.Naam)) }

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

// A Regel is a rule that is at work, or a habit that works as one, with its
// intention. Soort is wet, beleid, werkinstructie or gewoonte.
type Regel struct {
	ID        string `json:"id"`
	Regel     string `json:"regel"`
	Bedoeling string `json:"bedoeling,omitempty"`
	Soort     string `json:"soort,omitempty"`
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

// A Werkvorm is a way to reflect: a sequence of typed steps.
type Werkvorm struct {
	Weeg    int      `json:"weeg"`
	ID      string   `json:"id"`
	Versie  int      `json:"versie"`
	Naam    string   `json:"naam"`
	Duur    int      `json:"duur,omitempty"` // minutes that a person needs
	Voor    string   `json:"voor,omitempty"`
	Bij     []string `json:"bij,omitempty"`   // any of BijCasus, BijEigen, BijReflectie
	Maakt   string   `json:"maakt,omitempty"` // what comes of it: MaaktCasus, or "" for a reflectie
	Stappen []Stap   `json:"stappen"`

	// Eigen asks for a situation of one's own, and Gesprek has the words of the
	// conversation that belong to no step. Both stand in files of their own, and
	// are here because a conversation needs them too.
	Eigen   Stap    `json:"eigen,omitzero"`
	Na      []Stap  `json:"na,omitempty"` // StapLezing and StapEerder: what can be asked once the reflectie is finished
	Gesprek []Vraag `json:"gesprek,omitempty"`
	Punten  []Vraag `json:"punten,omitempty"` // how the kinds of aandachtspunten are called, for where earlier ones come back

	Lijsten map[string][]Doorvraag `json:"lijsten,omitempty"` // follow-ups that questions share
}

// Doorvragen returns the follow-ups of a question, those of the lists that it names
// in their place.
func (w Werkvorm) Doorvragen(v Vraag) []*Doorvraag {
	var doorvragen []*Doorvraag
	for i, d := range v.Doorvragen {
		if d.Lijst == "" {
			doorvragen = append(doorvragen, &v.Doorvragen[i])
			continue
		}
		lijst := w.Lijsten[d.Lijst]
		for i := range lijst {
			doorvragen = append(doorvragen, &lijst[i])
		}
	}
	return doorvragen
}

// ZonderDoorvragen is the werkvorm without its follow-ups, for who wants to know what is
// asked: on those nothing hangs, and looking for what calls for them takes the most time.
func (w Werkvorm) ZonderDoorvragen() Werkvorm {
	zonder := func(v Vraag) Vraag {
		v.Doorvragen = nil
		return v
	}
	vanStap := func(s Stap) Stap {
		s.Vragen, s.Velden = Elk(s.Vragen, zonder), Elk(s.Velden, zonder)
		return s
	}
	w.Stappen, w.Eigen = Elk(w.Stappen, vanStap), vanStap(w.Eigen)
	return w
}

// The ids of the steps that come once a reflectie is finished, whichever the werkvorm.
const (
	StapLezing = "lezing" // somebody else's reflectie on the same casus was read
	StapEerder = "eerder" // the same two waarden were weighed elsewhere
)

// What a werkvorm can be about.
const (
	BijCasus     = "casus"
	BijEigen     = "eigen"
	BijReflectie = "reflectie"
)

// MaaktCasus is what comes of the conversation in which somebody writes a casus.
const MaaktCasus = "casus"

// A Stapsoort is a kind of step. The kinds are code, the steps are data.
type Stapsoort string

// The kinds of step.
const (
	StapVragen          Stapsoort = "vragen"
	StapCasusvraag      Stapsoort = "casusvraag"
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
	StapAfspraken       Stapsoort = "afspraken"
	StapTerugblik       Stapsoort = "terugblik"
)

// Stapsoorten lists the kinds of step.
func Stapsoorten() []Stapsoort {
	return []Stapsoort{StapVragen, StapCasusvraag, StapRol, StapStandpunten, StapWaarden, StapSpiegel, StapVerbanden,
		StapRealisatie, StapRuimte, StapWeging, StapUitkomst, StapAandachtspunten, StapAfspraken, StapTerugblik}
}

// A Stap is one step of a werkvorm. Its Vragen come before its own part, or
// after it when they say so.
type Stap struct {
	ID     string    `json:"id"`
	Titel  string    `json:"titel"`
	Uitleg string    `json:"uitleg,omitempty"`
	Soort  Stapsoort `json:"soort"`
	Als    *Als      `json:"als,omitempty"`
	Bij    string    `json:"bij,omitempty"` // BijCasus or BijEigen; "" for both
	Kop    string    `json:"kop,omitempty"` // the heading over its own part in a file; "" for none
	Vragen []Vraag   `json:"vragen,omitempty"`

	// Velden are the questions of its own part, in order: those of its kind, as
	// this step chooses and rewords them.
	Velden []Vraag `json:"velden,omitempty"`
}

// A Vraagsoort is a kind of question: all that a front end must know.
type Vraagsoort string

// The kinds of question, and the shape of their answers. An open question of a
// werkvorm is of one of the first six.
const (
	Tekst        Vraagsoort = "tekst"        // a text of any length
	Regeltekst   Vraagsoort = "regel"        // a text of one line
	Keuze        Vraagsoort = "keuze"        // a text: the id of an optie, or free words where those are welcome
	Meerkeuze    Vraagsoort = "meerkeuze"    // a list of ids
	JaNee        Vraagsoort = "janee"        // yes or no
	Datum        Vraagsoort = "datum"        // a text: a day as JJJJ-MM-DD
	Lijst        Vraagsoort = "lijst"        // a list of texts, mostly of a line each
	Waardenkeuze Vraagsoort = "waardenkeuze" // a list of ids of waarden, or names of own ones where those are welcome
)

// Vraagsoorten lists the kinds of open question.
func Vraagsoorten() []Vraagsoort {
	return []Vraagsoort{Tekst, Regeltekst, Keuze, Meerkeuze, JaNee, Datum}
}

// A Functie is what the program does with an answer besides keeping it.
type Functie string

// The functies.
const (
	FunctieReactie Functie = "reactie" // the first reaction: out of sight until one decides
	FunctieRegel   Functie = "regel"   // the rule at work: its opties are the rules of the casus
	FunctieMoment  Functie = "moment"  // in a terugblik, the moment asked again

	// What a kompas shows with the same of others.
	FunctieBescherming Functie = "bescherming" // what the rule protects
	FunctieStem        Functie = "stem"        // who does not take part
)

// Functies lists them.
func Functies() []Functie {
	return []Functie{FunctieReactie, FunctieRegel, FunctieMoment, FunctieBescherming, FunctieStem}
}

// A Vraag is one question: an open one of a step, or one that a kind of step
// asks by itself.
type Vraag struct {
	ID          string      `json:"id"`
	Vraag       string      `json:"vraag,omitempty"`
	Kop         string      `json:"kop,omitempty"`  // its heading in a file; the Vraag when absent
	Naam        string      `json:"naam,omitempty"` // what its answer is called where that is shown again
	Toelichting string      `json:"toelichting,omitempty"`
	Soort       Vraagsoort  `json:"soort,omitempty"` // Tekst when absent
	Opties      []Optie     `json:"opties,omitempty"`
	Zin         string      `json:"zin,omitempty"` // what a choice says in a file, as a sentence
	Prive       bool        `json:"prive,omitempty"`
	Kort        bool        `json:"kort,omitempty"` // it stands in the part "In het kort" of a file
	Na          bool        `json:"na,omitempty"`
	Aanbod      bool        `json:"aanbod,omitempty"` // it offers more questions, and says nothing by itself
	Functie     Functie     `json:"functie,omitempty"`
	Als         *Als        `json:"als,omitempty"`
	Bij         string      `json:"bij,omitempty"`   // BijCasus or BijEigen; "" for both
	Toont       string      `json:"toont,omitempty"` // key of an earlier answer to show beside it
	Heette      []string    `json:"heette,omitempty"`
	Anders      []Anders    `json:"anders,omitempty"`
	Doorvragen  []Doorvraag `json:"doorvragen,omitempty"`
}

// Anders is other words for a question where a condition holds.
type Anders struct {
	Als         *Als   `json:"als,omitempty"`
	Bij         string `json:"bij,omitempty"`
	Vraag       string `json:"vraag,omitempty"`
	Kop         string `json:"kop,omitempty"`
	Toelichting string `json:"toelichting,omitempty"`
	Zin         string `json:"zin,omitempty"`
}

// An Optie is one choice. Zin is what choosing it says in a file.
type Optie struct {
	ID   string `json:"id"`
	Naam string `json:"naam"`
	Zin  string `json:"zin,omitempty"`
}

// Als is a condition: the answer at the key Vraag is, or contains, one of Is;
// without Is, that there is an answer at all. Niet turns it round. Vraag may
// also be a field of the data, "uitkomst.keuze", or what AlsRegelSoort,
// AlsRegelHerkomst or AlsAantal names.
type Als struct {
	Vraag string   `json:"vraag"`
	Is    []string `json:"is,omitempty"`
	Niet  bool     `json:"niet,omitempty"`
}

// What a condition may look at that is no answer.
const (
	AlsRegelSoort    = "regel.soort"    // of the rule that was chosen: wet, beleid, werkinstructie, gewoonte
	AlsRegelHerkomst = "regel.herkomst" // of the rule that was chosen: casus or eigen
	AlsAantal        = "waarden.aantal" // how many waarden were chosen
)

// Past reports whether an answer of these words meets the condition, Niet aside.
func (a Als) Past(woorden []string) bool {
	if len(a.Is) == 0 {
		return len(woorden) > 0
	}
	return slices.ContainsFunc(woorden, func(w string) bool { return slices.Contains(a.Is, w) })
}

// A Doorvraag is a follow-up that an answer's own words call for. Wel and Niet
// are sentences that must call for it, and that must not: loading tries them, and
// they are no part of what a conversation says. One that names a Lijst stands for
// all of those, and has nothing else.
type Doorvraag struct {
	Lijst string     `json:"lijst,omitempty"`
	ID    string     `json:"id,omitempty"`
	Als   Aanleiding `json:"als,omitzero"`
	Vraag string     `json:"vraag,omitempty"`
	Wel   []string   `json:"-"`
	Niet  []string   `json:"-"`
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
	if w.Maakt != "" {
		return Definitie{}, fmt.Errorf("met werkvorm %q schrijft u een casus en weegt u niets; begin met: weeg casus nieuw", w.ID)
	}
	bij := BijCasus
	if c.ID == reflectie.Eigen {
		bij = BijEigen
	}
	if err := w.kanBij(bij); err != nil {
		return Definitie{}, err
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
	if err := w.kanBij(BijReflectie); err != nil {
		return Definitie{}, err
	}
	c.Vragen = nil
	return Definitie{Casus: c, Werkvorm: w, Waarden: waarden}, nil
}

// NewSchrijven puts together what somebody follows who writes a casus.
func NewSchrijven(w Werkvorm, waarden []Waarde) Definitie {
	return Definitie{Casus: Casus{Weeg: Versie, ID: Nieuw, Titel: w.Naam}, Werkvorm: w, Waarden: waarden}
}

// KanBij reports whether the werkvorm can be about this.
func (w Werkvorm) KanBij(bij string) bool { return w.kanBij(bij) == nil }

// kanBij tells in Dutch why the werkvorm cannot be about this. One that does not
// say what it can be about, looks back at nothing.
func (w Werkvorm) kanBij(bij string) error {
	switch {
	case slices.Contains(w.Bij, bij):
		return nil
	case len(w.Bij) > 0:
		return fmt.Errorf("werkvorm %q kan niet bij %s, wel bij %s", w.ID, bijNaam(bij), Opsomming(w.BijNamen()))
	case bij == BijReflectie:
		return fmt.Errorf("werkvorm %q kan niet bij %s; schrijf in die werkvorm \"bij: [reflectie]\"", w.ID, bijNaam(bij))
	}
	return nil
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
		case b.Len() > 0 && (Lijstteken(regel) != "" || strings.ContainsAny(regel[:1], " \t-*>")): // part of a list, or of a quotation
			b.WriteByte('\n')
		case b.Len() > 0:
			b.WriteString("\n\n")
		}
		b.WriteString(regel)
	}
	return b.String()
}

// BijNamen says in words what the werkvorm can be about.
func (w Werkvorm) BijNamen() []string { return Elk(w.Bij, bijNaam) }

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

// MaaktCasus reports whether a casus comes of the conversation, and no reflectie.
func (d Definitie) MaaktCasus() bool { return d.Werkvorm.Maakt == MaaktCasus }

// IsEigen reports whether the conversation is about a situation of one's own.
func (d Definitie) IsEigen() bool { return d.Casus.ID == reflectie.Eigen }

// Stappen returns the steps of the werkvorm with the questions that the casus
// adds. The first of those is asked in a step casusvraag where the werkvorm lacks
// the step that it names.
func (d Definitie) Stappen() []Stap {
	stappen := slices.Clone(d.Werkvorm.Stappen)
	for n, extra := range d.Casus.Vragen {
		i := slices.IndexFunc(stappen, func(s Stap) bool { return s.ID == extra.Stap })
		if i < 0 && n == 0 {
			i = slices.IndexFunc(stappen, func(s Stap) bool { return s.Soort == StapCasusvraag })
		}
		if i >= 0 {
			stappen[i].Vragen = append(slices.Clip(stappen[i].Vragen), extra.Vraag)
		}
	}
	return stappen
}

// Woord returns the words of the conversation that belong to no step, with the first of
// these ids that there is: a concept holds the words with which it was begun.
func (d Definitie) Woord(ids ...string) Vraag {
	for _, id := range ids {
		if v, ok := Zoek(d.Werkvorm.Gesprek, func(v Vraag) bool { return v.ID == id }); ok {
			return v
		}
	}
	return Vraag{ID: ids[0], Vraag: ids[0], Kop: ids[0]}
}

// Regelachtig is what weeg asks back of an aandachtspunt that sounds like a rule
// for everybody, with the words that do; "" of another. It is never a block.
func (d Definitie) Regelachtig(punt string) string {
	zinnen := Zinnen(punt)
	for _, dv := range d.Woord("regelachtig").Doorvragen {
		if woord := dv.Als.treft(zinnen); woord != "" {
			return strings.ReplaceAll(dv.Vraag, "{woorden}", woord)
		}
	}
	return ""
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

// WaardeInZin is InZin for a waarde that somebody named themselves: a name that is
// half a sentence stands between quotation marks, so that the sentence holds.
func WaardeInZin(naam string) string {
	if IsHalveZin(naam) {
		return Aanhaling(InZin(naam))
	}
	return InZin(naam)
}

// IsHalveZin reports whether a name reads as part of a sentence.
func IsHalveZin(naam string) bool {
	return strings.Count(naam, " ") > 3 || strings.HasPrefix(strings.ToLower(naam), "dat ")
}

// Aanhaling quotes somebody's words in a sentence.
func Aanhaling(woorden string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’", `"`, "'").Replace(woorden) + "”"
}

// MetHoofdletter writes words as they begin a sentence.
func MetHoofdletter(woorden string) string {
	if rest, ok := strings.CutPrefix(woorden, "“"); ok {
		return "“" + MetHoofdletter(rest)
	}
	if rest, ok := strings.CutPrefix(woorden, "ij"); ok { // one letter, in Dutch
		return "IJ" + rest
	}
	eerste, n := utf8.DecodeRuneInString(woorden)
	if eerste == utf8.RuneError {
		return woorden
	}
	return string(unicode.ToUpper(eerste)) + woorden[n:]
}

// Opsomming writes words as a sentence lists them: "a, b of c".
func Opsomming(woorden []string) string { return opsomming(woorden, " of ") }

// Samen writes words as a sentence adds them up: "a, b en c".
func Samen(woorden []string) string { return opsomming(woorden, " en ") }

func opsomming(woorden []string, tussen string) string {
	if len(woorden) < 2 {
		return strings.Join(woorden, "")
	}
	laatste := len(woorden) - 1
	return strings.Join(woorden[:laatste], ", ") + tussen + woorden[laatste]
}

// Waarde returns the waarde of the catalogue with this id.
func (d Definitie) Waarde(id string) (Waarde, bool) {
	return Zoek(d.Waarden, func(w Waarde) bool { return w.ID == id })
}

// Rol returns the rol of the casus with this id.
func (c Casus) Rol(id string) (Rol, bool) {
	return Zoek(c.Rollen, func(r Rol) bool { return r.ID == id })
}

// Regel returns the rule of the casus with this id.
func (c Casus) Regel(id string) (Regel, bool) {
	return Zoek(c.Regels, func(r Regel) bool { return r.ID == id })
}

// Gesorteerd returns the elements in an order; those that come together stay as they were.
// What is sorted are their places: to sort large elements themselves takes 9 KB of the
// program for each kind.
func Gesorteerd[T any](lijst []T, vergelijk func(a, b *T) int) []T {
	plaatsen := make([]*T, len(lijst))
	for i := range lijst {
		plaatsen[i] = &lijst[i]
	}
	slices.SortStableFunc(plaatsen, vergelijk)
	return Elk(plaatsen, func(e *T) T { return *e })
}

// Elk returns what f makes of each; never nil, which JSON has another word for.
func Elk[T, U any](lijst []T, f func(T) U) []U {
	alle := make([]U, 0, len(lijst))
	for _, een := range lijst {
		alle = append(alle, f(een))
	}
	return alle
}

// Houd returns those of which mag says so; lijst stays as it is.
func Houd[T any](lijst []T, mag func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(lijst), func(een T) bool { return !mag(een) })
}

// Zoek returns the first of which isHet says so.
func Zoek[T any](lijst []T, isHet func(T) bool) (een T, ok bool) {
	i := slices.IndexFunc(lijst, isHet)
	if i < 0 {
		return een, false
	}
	return lijst[i], true
}

// Hash tells one version of the casus from another: the begin of the SHA-256, in
// hexadecimal, of its canonical form, JSON with the keys in the order of the file.
func (c Casus) Hash() string { return hash(c) }

// Hash tells one version of the werkvorm, with all its words, from another, as
// Casus.Hash does. The catalogue stays out of it: a new synonym does not change
// a conversation.
func (w Werkvorm) Hash() string { return hash(w) }

func hash(v any) string {
	const cijfers = 12
	canoniek, err := json.Marshal(v)
	if err != nil {
		panic("casus: a definition of plain data always becomes JSON: " + err.Error())
	}
	som := sha256.Sum256(canoniek)
	return hex.EncodeToString(som[:])[:cijfers]
}

// Lijstteken is what begins an item of a list, with the space after it: "- ", "* ",
// "1. " or "1) "; "" where a line begins none. A year at the begin of a line is no
// number of an item.
func Lijstteken(regel string) string {
	nummer := len(regel) - len(strings.TrimLeft(regel, "0123456789"))
	na := strings.TrimLeft(regel, "0123456789")
	for _, teken := range []string{"- ", "* ", ". ", ") "} {
		isPunt := teken == "- " || teken == "* "
		if strings.HasPrefix(na, teken) && (isPunt && nummer == 0 || !isPunt && nummer > 0 && nummer < 3) {
			return regel[:nummer+len(teken)]
		}
	}
	return ""
}

// Alineas joins the lines of each paragraph, so that a text that was wrapped in
// its file can be wrapped anew. Blank lines, and lines that begin a list item or
// are indented, stay as they are.
func Alineas(s string) string {
	var b strings.Builder
	regels := strings.Split(s, "\n")
	for i, regel := range regels {
		if i > 0 {
			if regel == "" || regels[i-1] == "" || Lijstteken(regel) != "" || strings.ContainsAny(regel[:1], " \t-*>#|") {
				b.WriteByte('\n')
			} else {
				b.WriteByte(' ')
			}
		}
		b.WriteString(regel)
	}
	return b.String()
}
