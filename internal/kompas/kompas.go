// Package kompas brings together what the reflecties of a team, or of more teams,
// show: the tensions that come back, the rules that pinch, what to look at.
//
// It takes one reflectie at a time and keeps what may be shown of it, in a
// Bijdrage: nothing else has a place there, so nobody's name, door or private
// answer can get further. A Kompas is those, by the id of their reflectie, and its
// JSON form is a partial: partials merge in any order and grouping to the same one,
// and the same reflectie twice counts once. A Beeld is what a Kompas shows.
//
// It counts nobody's vote, ranks nothing, and knows no files, clock or page. What a
// team wrote on a sheet comes in beside the reflecties, as a Bijdrage of its own.
package kompas

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unique"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Versie is the version of the format of a partial.
const Versie = 1

// The kinds of Punt, as a reflectie calls them.
const (
	Kennis = "kennis"
	Acties = "acties"
	Macht  = "macht"
)

// A Kompas is what reflecties bring, in the order of their ids, each once.
type Kompas struct {
	Weeg       int        `json:"weeg"`
	Reflecties []Bijdrage `json:"reflecties"`

	samen bool // of more teams: it holds only what enough reflecties do
}

// A Bijdrage is what one reflectie brings. ID tells it from others and says nothing
// else: the id of a reflectie has the title of one's own situation in it. A waarde is
// called by its id in the catalogue, and one's own by its name in lower case.
type Bijdrage struct {
	ID        string          `json:"id"`
	Casus     string          `json:"casus"`
	Rol       string          `json:"rol,omitempty"` // of the casus
	Datum     reflectie.Datum `json:"datum,omitzero"`
	Waarden   []Waarde        `json:"waarden,omitempty"`
	Verbanden []Verband       `json:"verbanden,omitempty"`
	Weging    []Weging        `json:"weging,omitempty"`
	Regels    []Regel         `json:"regels,omitempty"`
	Punten    []Punt          `json:"punten,omitempty"`
	Stemmen   []string        `json:"stemmen,omitempty"` // who was missing
	Afspraken []Afspraak      `json:"afspraken,omitempty"`

	Blad   bool     `json:"blad,omitempty"`   // it is what a team wrote on a sheet, and no reflectie
	Oneens []string `json:"oneens,omitempty"` // what that team did not agree on
}

// A Waarde is one that counts, and what it means there. Naam is of an own one alone.
type Waarde struct {
	ID        string `json:"id"`
	Naam      string `json:"naam,omitempty"`
	Betekenis string `json:"betekenis,omitempty"`
}

// A Verband is how two waarden relate.
type Verband struct {
	Tussen reflectie.Paar `json:"tussen"`
	Soort  string         `json:"soort"`
}

// A Weging is which of two goes first, or that this stayed open, and why.
type Weging struct {
	Tussen   reflectie.Paar `json:"tussen"`
	Voorrang string         `json:"voorrang"`
	Omdat    string         `json:"omdat,omitempty"`
}

// A Regel is a rule that pinched: one of the casus, by its id, or in one's own words.
type Regel struct {
	ID        string `json:"id,omitempty"`
	Regel     string `json:"regel,omitempty"`
	Beschermt string `json:"beschermt,omitempty"`
}

// A Punt is what to look at a next time.
type Punt struct {
	Soort string `json:"soort"`
	Tekst string `json:"tekst,omitempty"`
}

// An Afspraak is what somebody would do, and what came of it.
type Afspraak struct {
	Wat     string `json:"wat"`
	Gekomen string `json:"gekomen"`
}

// Bronnen are the definitions that reflecties were written by.
type Bronnen struct {
	Waarden    []casus.Waarde
	Werkvormen []casus.Werkvorm
	Casus      func(id string) casus.Casus // of one that is gone it returns one without names
}

// A Bouwer puts reflecties and partials together one by one.
type Bouwer struct {
	bronnen  Bronnen
	bekend   map[string]bool // the waarden of the catalogue
	functies map[string]casus.Functie
	per      map[string]Bijdrage // by its ID
}

// NewBouwer begins a kompas of nothing.
func NewBouwer(bronnen Bronnen) *Bouwer {
	b := &Bouwer{bronnen, map[string]bool{}, map[string]casus.Functie{}, map[string]Bijdrage{}}
	for _, w := range bronnen.Waarden {
		b.bekend[w.ID] = true
	}
	for _, w := range bronnen.Werkvormen {
		for _, s := range w.Stappen {
			for _, v := range s.Vragen {
				if v.Functie != "" && !v.Prive {
					b.functies[s.ID+"."+v.ID] = v.Functie
				}
			}
		}
	}
	return b
}

// los is s apart from the text that it was cut from, which would stay as long as s.
func los(s string) string { return unique.Make(s).Value() }

// Add takes in the reflectie with this id, unless its maker wants that it is read only.
func (b *Bouwer) Add(id string, r reflectie.Reflectie) {
	if r.AlleenLezen() {
		return
	}
	bij := Bijdrage{ID: kenmerk(id), Casus: los(r.Casus), Datum: r.Datum}
	over := b.bronnen.Casus(r.Casus)
	if _, ok := over.Rol(r.Rol); ok {
		bij.Rol = los(r.Rol)
	}
	b.addWaarden(&bij, r)
	bij.Regels = b.regels(over, r)
	bij.Punten = punten(r.Aandachtspunten)
	for _, stem := range b.antwoorden(r, casus.FunctieStem) {
		bij.Stemmen = append(bij.Stemmen, los(stem))
	}
	for _, a := range r.Afspraken {
		if a.Wat != "" && a.Gekomen != "" {
			bij.Afspraken = append(bij.Afspraken, Afspraak{los(a.Wat), los(a.Gekomen)})
		}
	}
	b.neem(bij)
}

// AddBlad takes in what a team wrote on the sheet with this id, of a talk about a casus.
func (b *Bouwer) AddBlad(id, over string, datum reflectie.Datum, a reflectie.Aandachtspunten, oneens []string) {
	bij := Bijdrage{ID: kenmerk(id), Casus: over, Datum: datum, Blad: true, Punten: punten(a), Oneens: oneens}
	if over != "" && len(bij.Punten)+len(oneens) > 0 {
		b.neem(bij)
	}
}

// kenmerk tells an id from others, and says nothing else.
func kenmerk(id string) string {
	som := sha256.Sum256([]byte(id))
	return hex.EncodeToString(som[:12])
}

func punten(a reflectie.Aandachtspunten) (lijst []Punt) {
	for _, p := range []struct {
		soort   string
		teksten []string
	}{{Kennis, a.Kennis}, {Acties, a.Acties}, {Macht, a.Macht}} {
		for _, tekst := range p.teksten {
			lijst = append(lijst, Punt{p.soort, los(tekst)})
		}
	}
	return lijst
}

// addWaarden takes in the waarden, how they relate, and how they were weighed.
func (b *Bouwer) addWaarden(bij *Bijdrage, r reflectie.Reflectie) {
	namen := map[string]string{}
	for _, w := range r.Waarden {
		if !b.bekend[w.ID] {
			namen[w.ID] = strings.Join(strings.Fields(w.Naam), " ")
		}
	}
	sleutel := func(id string) string {
		if id == reflectie.OpenVoorrang {
			return id
		}
		return los(strings.ToLower(cmp.Or(namen[id], id)))
	}
	paar := func(p reflectie.Paar) reflectie.Paar { return reflectie.Paar{sleutel(p[0]), sleutel(p[1])} }
	for _, w := range r.Waarden {
		if !w.Genoemd {
			bij.Waarden = append(bij.Waarden, Waarde{sleutel(w.ID), los(namen[w.ID]), los(w.Betekenis)})
		}
	}
	for _, v := range r.Verbanden {
		if v.Soort != "" && r.Telt(v.Tussen) {
			bij.Verbanden = append(bij.Verbanden, Verband{paar(v.Tussen), los(v.Soort)})
		}
	}
	for _, w := range r.Weging {
		if w.Voorrang != "" {
			bij.Weging = append(bij.Weging, Weging{paar(w.Tussen), sleutel(w.Voorrang), los(w.Omdat)})
		}
	}
}

// regels are the rules that were named and not just followed. What one did instead
// does not go along.
func (b *Bouwer) regels(over casus.Casus, r reflectie.Reflectie) (regels []Regel) {
	if r.Uitkomst.Keuze == reflectie.Volgen {
		return nil
	}
	beschermt := strings.Join(b.antwoorden(r, casus.FunctieBescherming), "\n\n")
	for _, regel := range b.antwoorden(r, casus.FunctieRegel) {
		if _, ok := over.Regel(regel); ok {
			regels = append(regels, Regel{ID: los(regel), Beschermt: los(beschermt)})
		} else {
			regels = append(regels, Regel{Regel: los(regel), Beschermt: los(beschermt)})
		}
	}
	return regels
}

// antwoorden are the texts that were answered where a question has this functie.
func (b *Bouwer) antwoorden(r reflectie.Reflectie, f casus.Functie) (teksten []string) {
	for sleutel, a := range r.Antwoorden {
		if b.functies[sleutel] == f && a.Tekst() != "" {
			teksten = append(teksten, a.Tekst())
		}
	}
	slices.Sort(teksten)
	return teksten
}

// neem takes in what one reflectie brings. Where there is another version of it, the
// one that says most is taken, so that it does not matter which one comes first.
func (b *Bouwer) neem(bij Bijdrage) {
	if ander, ok := b.per[bij.ID]; ok && vergelijk(ander, bij) > 0 {
		return
	}
	b.per[bij.ID] = bij
}

func vergelijk(a, b Bijdrage) int {
	x, _ := json.Marshal(a) // it is text and lists alone
	y, _ := json.Marshal(b)
	return cmp.Or(cmp.Compare(len(x), len(y)), bytes.Compare(x, y))
}

// Voeg takes in all that a partial holds.
func (b *Bouwer) Voeg(k Kompas) {
	for _, bij := range k.Reflecties {
		b.neem(bij)
	}
}

// Kompas is that of all that was taken in.
func (b *Bouwer) Kompas() Kompas {
	k := Kompas{Weeg: Versie, Reflecties: make([]Bijdrage, 0, len(b.per))}
	for _, bij := range b.per {
		k.Reflecties = append(k.Reflecties, bij)
	}
	k.Reflecties = casus.Gesorteerd(k.Reflecties, func(x, y *Bijdrage) int { return strings.Compare(x.ID, y.ID) })
	return k
}

// Lees reads a partial. An error has the place where it stops being one.
func Lees(bestand string, data []byte) (Kompas, error) {
	var k Kompas
	tekst, _ := strict.Ontcijfer(data) // some shells write otherwise what a program prints
	data = []byte(tekst)
	lezer := json.NewDecoder(bytes.NewReader(data))
	lezer.DisallowUnknownFields()
	err := lezer.Decode(&k)
	tot := lezer.InputOffset()
	if err == nil {
		if _, verder := lezer.Token(); verder != io.EOF {
			err = cmp.Or(verder, io.ErrUnexpectedEOF)
		}
	}
	plaats := strict.Plaats{Bestand: bestand, Regel: 1 + bytes.Count(data[:tot], []byte("\n")), Kolom: 1}
	switch {
	case err == nil && k.Weeg > Versie:
		return k, strict.Bevindingen{{Plaats: plaats, Tekst: "dit kompas is gemaakt met een nieuwere versie van weeg; gebruik die versie"}}
	case err != nil || k.Weeg != Versie || slices.ContainsFunc(k.Reflecties, func(b Bijdrage) bool { return b.ID == "" || b.Casus == "" }):
		return k, strict.Bevindingen{{Plaats: plaats, Tekst: "dit is geen kompas van weeg; maak er een met weeg kompas --json"}}
	}
	return k, nil
}

// minstens is how many reflecties there must be for more than questions, and how many
// must hold what is shown of more teams.
const minstens = 5

// ZonderWoorden is the structure alone: what people wrote themselves stays behind,
// their own waarden and rules with it.
func (b *Bouwer) ZonderWoorden(k Kompas) Kompas {
	van := func(p reflectie.Paar) bool { return b.bekend[p[0]] && b.bekend[p[1]] }
	k.Reflecties = casus.Elk(k.Reflecties, func(bij Bijdrage) Bijdrage {
		uit := Bijdrage{ID: bij.ID, Casus: bij.Casus, Rol: bij.Rol, Blad: bij.Blad}
		for _, w := range bij.Waarden {
			if b.bekend[w.ID] {
				uit.Waarden = append(uit.Waarden, Waarde{ID: w.ID})
			}
		}
		for _, v := range bij.Verbanden {
			if van(v.Tussen) {
				uit.Verbanden = append(uit.Verbanden, v)
			}
		}
		for _, w := range bij.Weging {
			if van(w.Tussen) {
				uit.Weging = append(uit.Weging, Weging{Tussen: w.Tussen, Voorrang: w.Voorrang})
			}
		}
		for _, r := range bij.Regels {
			if r.ID != "" {
				uit.Regels = append(uit.Regels, Regel{ID: r.ID})
			}
		}
		for _, p := range bij.Punten {
			if !slices.Contains(uit.Punten, Punt{Soort: p.Soort}) {
				uit.Punten = append(uit.Punten, Punt{Soort: p.Soort})
			}
		}
		return uit
	})
	return k
}

// Gedeeld is the kompas of more teams: what fewer than five reflecties hold is not in
// it. What people wrote stays with what they wrote it about.
func (k Kompas) Gedeeld() Kompas {
	aantal := map[string]int{}
	for _, bij := range slices.DeleteFunc(slices.Clone(k.Reflecties), func(b Bijdrage) bool { return b.Blad }) {
		gezien := map[string]bool{}
		bij.zeef(func(delen ...string) bool {
			if wat := strings.Join(delen, "\x00"); !gezien[wat] {
				gezien[wat] = true
				aantal[wat]++
			}
			return true
		})
	}
	k.samen = true
	k.Reflecties = casus.Elk(k.Reflecties, func(bij Bijdrage) Bijdrage {
		return bij.zeef(func(delen ...string) bool { return aantal[strings.Join(delen, "\x00")] >= minstens })
	})
	return k
}

// zeef keeps of a Bijdrage what mag lets through, each by what it says without words.
func (bij Bijdrage) zeef(mag func(delen ...string) bool) Bijdrage {
	over := bij.Casus
	if !mag("casus", over) {
		return Bijdrage{ID: bij.ID, Blad: bij.Blad}
	}
	if !mag("rol", over, bij.Rol) {
		bij.Rol = ""
	}
	bij.Waarden = casus.Houd(bij.Waarden, func(w Waarde) bool { return mag("waarde", over, w.ID) })
	bij.Verbanden = casus.Houd(bij.Verbanden, func(v Verband) bool { p := opVolgorde(v.Tussen); return mag("verband", p[0], p[1], v.Soort) })
	bij.Weging = casus.Houd(bij.Weging, func(w Weging) bool { p := opVolgorde(w.Tussen); return mag("weging", over, p[0], p[1], w.Voorrang) })
	bij.Regels = casus.Houd(bij.Regels, func(r Regel) bool { return mag("regel", over, r.ID, r.Regel) })
	bij.Punten = casus.Houd(bij.Punten, func(p Punt) bool { return mag("punt", over, p.Soort) })
	bij.Oneens = casus.Houd(bij.Oneens, func(string) bool { return mag("oneens", over) })
	bij.Stemmen = casus.Houd(bij.Stemmen, func(string) bool { return mag("stem", over) })
	bij.Afspraken = casus.Houd(bij.Afspraken, func(Afspraak) bool { return mag("afspraak", over) })
	return bij
}

// opVolgorde is a pair in alphabetical order: it is the same pair in either.
func opVolgorde(p reflectie.Paar) reflectie.Paar {
	return reflectie.Paar{min(p[0], p[1]), max(p[0], p[1])}
}
