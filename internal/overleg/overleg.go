// Package overleg brings together what a team puts on the table when it talks about a
// casus, or about somebody's own situation: the story, the two positions that differ
// most, who was not heard, and the question that the last talk took outside the team.
//
// It takes one reflectie at a time and keeps of it what may be shown in a Positie, and
// what tells positions apart; nobody's name, door, date or private answer has a place
// there. It counts nobody's vote and says not how many there are. It knows no files,
// clock or page, and what goes by lot it asks of the one who calls it.
package overleg

import (
	"cmp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// What a team writes on its sheet, by the marker above it.
const (
	Kennis  = "aandachtspunten.kennis"
	Acties  = "aandachtspunten.acties"
	Macht   = "aandachtspunten.macht"
	Oneens  = "oneens"
	Buiten  = "buiten.vraag"   // the question that it takes outside
	Gekomen = "buiten.gekomen" // what came of that of the last sheet
	Terug   = "terugkijken"    // when it looks back
	Ruimte  = "ruimte"         // in the place of what others wrote
)

const (
	genoeg     = 3 // reflecties on a casus, before anybody's words are shown
	zelfdeBlik = 3 // reflecties from a rol, before it is named
)

// A Blad is what stands on a sheet.
type Blad struct {
	Titel     string // "" for a situation of somebody's own
	Situatie  string
	Moment    string
	Posities  []Positie // two, and a third where there is one; none of too few reflecties
	Rol       string    // that nobody looked from, as it stands in a sentence
	Meegegaan string    // the question that the last sheet took outside
}

// Eigen reports whether it is about a situation of somebody's own.
func (b Blad) Eigen() bool { return b.Titel == "" }

// A Positie is what somebody would do, why, and what is lost then, in that person's
// words. Rol is there only where enough people looked from it.
type Positie struct {
	Doen, Omdat string
	Prijs       []string
	Rol         string
}

// A kandidaat is a Positie and what tells it from others.
type kandidaat struct {
	Positie
	aard
}

// An aard is how one weighed: of the pair that was weighed first which went first,
// what was done with the rule, and the rol.
type aard struct {
	tussen, voorrang, keuze, rol string
}

// verschil is how much two differ: most where each lets the other's waarde go last.
func (a aard) verschil(b aard) (n int) {
	if a.voorrang != b.voorrang {
		n += 4
		if a.tussen == b.tussen && a.voorrang != reflectie.OpenVoorrang && b.voorrang != reflectie.OpenVoorrang {
			n += 4
		}
	}
	if a.keuze != b.keuze {
		n += 2
	}
	if a.rol != b.rol {
		n++
	}
	return n
}

func aardVan(r reflectie.Reflectie) aard {
	a := aard{keuze: strings.Clone(r.Uitkomst.Keuze), rol: strings.Clone(r.Rol)} // what is kept, is kept apart from the file
	if len(r.Weging) > 0 {
		w := r.Weging[0]
		a.tussen, a.voorrang = w.Tussen.Sleutel(), strings.Clone(cmp.Or(w.Voorrang, reflectie.OpenVoorrang))
	}
	return a
}

// A Bouwer puts a sheet about a casus together, one reflectie after another.
type Bouwer struct {
	over       casus.Casus
	gezien     map[string]bool // by the id of the reflectie
	gekeken    map[string]int  // by the rol
	kandidaten []kandidaat
}

// NewBouwer begins a sheet about a casus.
func NewBouwer(over casus.Casus) *Bouwer {
	return &Bouwer{over: over, gezien: map[string]bool{}, gekeken: map[string]int{}}
}

// Add takes in the reflectie with this id, where it is about the casus and its maker
// lets it be more than read.
func (b *Bouwer) Add(id string, r reflectie.Reflectie) {
	if r.Casus != b.over.ID || r.AlleenLezen() || b.gezien[id] {
		return
	}
	b.gezien[id] = true
	k := kandidaat{Positie{Doen: strings.Clone(r.Uitkomst.Doen)}, aardVan(r)}
	b.gekeken[k.rol]++
	if len(r.Weging) > 0 {
		w := r.Weging[0]
		k.Omdat = strings.Clone(w.Omdat)
		for _, id := range w.Tussen {
			if prijs := w.Prijs[id]; prijs != "" && (id == k.voorrang || k.voorrang == reflectie.OpenVoorrang) {
				k.Prijs = append(k.Prijs, strings.Clone(prijs))
			}
		}
	}
	if k.Doen != "" || k.Omdat != "" {
		b.kandidaten = append(b.kandidaten, k)
	}
}

// Blad is the sheet. loot draws a number below n.
func (b *Bouwer) Blad(loot func(n int) int) Blad {
	blad := Blad{Titel: b.over.Titel, Situatie: b.over.Situatie, Moment: b.over.Moment, Posities: b.posities(loot)}
	nieuw := slices.DeleteFunc(slices.Clone(b.over.Rollen), func(r casus.Rol) bool { return b.gekeken[r.ID] > 0 })
	if len(nieuw) > 0 {
		blad.Rol = nieuw[loot(len(nieuw))].InZin()
	}
	return blad
}

// posities are the two that differ most, and the one that differs most from both, in
// an order by lot; which of those that differ as much, goes by lot too.
func (b *Bouwer) posities(loot func(n int) int) (posities []Positie) {
	alle := slices.Clone(b.kandidaten)
	if len(b.gezien) < genoeg || len(alle) < 2 {
		return nil
	}
	for i := len(alle) - 1; i > 0; i-- {
		j := loot(i + 1)
		alle[i], alle[j] = alle[j], alle[i]
	}
	gekozen := []int{0, 1}
	var soorten []int // of each aard one is enough
	for i, k := range alle {
		if slices.ContainsFunc(soorten, func(j int) bool { return alle[j].aard == k.aard }) {
			continue
		}
		for _, j := range soorten {
			if k.verschil(alle[j].aard) > alle[gekozen[0]].verschil(alle[gekozen[1]].aard) {
				gekozen = []int{j, i}
			}
		}
		soorten = append(soorten, i)
	}
	if loot(2) == 0 { // else who thinks as many do would often be the first
		slices.Reverse(gekozen)
	}
	derde, verst := -1, -1
	for i, k := range alle {
		if ver := min(k.verschil(alle[gekozen[0]].aard), k.verschil(alle[gekozen[1]].aard)); ver > verst && !slices.Contains(gekozen, i) {
			derde, verst = i, ver
		}
	}
	if derde >= 0 {
		gekozen = append(gekozen, derde)
	}
	for _, i := range gekozen {
		p := alle[i].Positie
		if rol, ok := b.over.Rol(alle[i].rol); ok && b.gekeken[rol.ID] >= zelfdeBlik {
			p.Rol = rol.InZin()
		}
		posities = append(posities, p)
	}
	return posities
}

// VanEigen is the sheet about somebody's own situation: what happened, and the question.
func VanEigen(s reflectie.Situatie) Blad { return Blad{Situatie: s.Situatie, Moment: s.Moment} }

// Meegegaan is the question that the last of these took outside the team, the answers
// on each by their marker, the last one last; "" where one after it says what came of it.
func Meegegaan(bladen []map[string][]string) string {
	for _, velden := range slices.Backward(bladen) {
		if vraag := velden[Buiten]; len(vraag) > 0 {
			return strings.Join(vraag, "\n\n")
		}
		if len(velden[Gekomen]) > 0 {
			break
		}
	}
	return ""
}
