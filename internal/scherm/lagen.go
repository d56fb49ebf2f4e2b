package scherm

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// verhaal returns the story: that of the casus, or the person's own.
func verhaal(stand sessie.Stand) []alinea {
	situatie, moment := stand.Verhaal()
	alineas := []alinea{{stand.Titel(), situatie}, {"Het moment", moment}}
	return slices.DeleteFunc(alineas, func(a alinea) bool { return a.tekst == "" })
}

// bijVraag returns all that belongs to a question, for when not all of it fits.
func bijVraag(v sessie.Vraag) []alinea {
	alineas := []alinea{{v.Titel, v.Uitleg}}
	for _, t := range v.Toont {
		alineas = append(alineas, alinea{t.Naam(), t.Tekst})
	}
	return append(alineas, alinea{v.Vraag, v.Toelichting})
}

// A leesLaag shows something to read, from its top.
type leesLaag struct {
	bouw   func(breedte int) []string
	stijl  stijl
	begin  bool // it comes before the first question
	terug  bool // and one can go back from it
	alleen bool // it lies on no question: closing it is all there is to do
	keuze  bool // it lies on a choice
	boven  int
	eind   bool // the last line has been on the screen

	// Of the last View.
	breedte, hoogte int
	regels          []string // all of them
}

func newLeesLaag(stof []alinea, st stijl, begin bool) *leesLaag {
	return &leesLaag{stijl: st, begin: begin, bouw: func(breedte int) []string {
		regels := []string{""}
		for i, a := range stof {
			if i > 0 {
				regels = append(regels, "")
			}
			regels = append(regels, opgemaakt(a.kop, breedte, st.vol.Render)...)
			if lijf := tekst(a.tekst, breedte); len(lijf) > 0 {
				regels = append(regels, "")
				regels = append(regels, lijf...)
			}
		}
		return regels
	}}
}

func (l *leesLaag) Toets(msg tea.KeyMsg) (*gesprek.Daad, bool) {
	toets, letters := msg.String(), string(msg.Runes) // typed fast, some letters come together
	terug := 0
	if l.alleen {
		if toets == "esc" || strings.Contains(letters, "q") {
			return &gesprek.Daad{Soort: gesprek.Terug}, true
		}
		terug = strings.Count(letters, "b")
	}
	switch toets {
	case "esc", "shift+tab":
		switch {
		case l.terug:
			return &gesprek.Daad{Soort: gesprek.Terug}, true
		case toets == "esc" && !l.begin:
			return nil, true
		}
	case "enter", "tab":
		switch {
		case l.boven < l.over() && !(l.begin && l.eind): // nobody begins with half a story
			toets = "pgdown"
		case l.alleen:
			return &gesprek.Daad{Soort: gesprek.Terug}, true
		default:
			return nil, true
		}
	}
	switch toets {
	case " ", "pgdown":
		l.boven = l.einde(l.boven)
	case "pgup":
		terug = 1
	default:
		l.boven, _ = beweeg(toets, l.boven, 0, l.over()+1)
	}
	for range terug {
		l.boven = l.vorige()
	}
	l.boven = l.plek()
	l.eind = l.isAanEind()
	return nil, false
}

// einde returns where the page ends that begins at boven. Where there is more, its
// last line says so. Headings go along with what they are over, and a matrix stays whole,
// but for what would leave half of the page empty.
func (l *leesLaag) einde(boven int) int {
	einde := min(boven+max(1, l.hoogte-1), len(l.regels))
	matrix := l.beginMatrix(boven, einde)
	kop := matrix
	for kop > boven && (isWit(l.regels[kop-1]) || isKop(l.regels[kop-1])) {
		kop--
	}
	for kop < einde && isWit(l.regels[kop]) {
		kop++
	}
	for _, begin := range []int{kop, matrix} {
		if begin < einde && begin > boven+l.hoogte/2 {
			return begin
		}
	}
	return einde
}

func isWit(regel string) bool { return strings.TrimSpace(ansi.Strip(regel)) == "" }

// isKop reports whether a line is that of a heading, or the one below it.
func isKop(regel string) bool {
	return strings.HasPrefix(regel, "\x1b[1m") || strings.HasPrefix(regel, "\x1b[0;1m") || strings.Trim(ansi.Strip(regel), "━─") == ""
}

// beginMatrix returns where the matrix begins that a page from boven to einde would
// break, or einde: lines without a blank one, among them the point of a value and itself.
// What is longer than a screen is broken anyway.
func (l *leesLaag) beginMatrix(boven, einde int) int {
	begin, slot := einde, einde
	for begin > boven && !isWit(l.regels[begin-1]) {
		begin--
	}
	for slot < min(len(l.regels), begin+l.hoogte) && !isWit(l.regels[slot]) {
		slot++
	}
	isPunt := func(regel string) bool { return slices.Contains(strings.Fields(ansi.Strip(regel)), "·") }
	if slot > einde && slices.ContainsFunc(l.regels[begin:slot], isPunt) {
		return begin
	}
	return einde
}

// bladzijden returns where the pages begin, but for the last, which ends with the
// last line.
func (l *leesLaag) bladzijden() []int {
	var begins []int
	for begin := 0; begin < l.over(); begin = l.einde(begin) {
		begins = append(begins, begin)
	}
	return begins
}

// vorige returns where the page before begins.
func (l *leesLaag) vorige() int {
	vorige := 0
	for _, begin := range l.bladzijden() {
		if begin < l.boven {
			vorige = begin
		}
	}
	return vorige
}

// over is how many lines are not on the screen.
func (l *leesLaag) over() int { return len(l.regels) - l.hoogte }

// isAanEind reports whether the last line is, or was, on the screen.
func (l *leesLaag) isAanEind() bool { return l.eind || l.boven >= l.over() }

// plek is the first line on the screen.
func (l *leesLaag) plek() int { return max(0, min(l.boven, l.over())) }

// waar says how far the person has read, where not all of it is on the screen.
func (l *leesLaag) waar() string {
	begins := l.bladzijden()
	if len(begins) == 0 {
		return ""
	}
	hier := len(begins) + 1
	if l.boven < l.over() {
		hier, _ = slices.BinarySearch(begins, l.boven+1)
	}
	return fmt.Sprintf("bladzijde %d van %d", hier, len(begins)+1)
}

func (l *leesLaag) View(breedte, hoogte int) []string {
	if breedte != l.breedte { // a long text is set once
		was := len(l.regels)
		l.regels, l.breedte = l.bouw(breedte), breedte
		l.boven = l.boven * len(l.regels) / max(1, was) // go on reading at about the same place
	}
	l.hoogte = hoogte
	boven := l.plek() // another height may be tried first: where the person is stays
	deel := make([]string, min(hoogte, len(l.regels)))
	copy(deel, l.regels[boven:])
	if boven < l.over() && hoogte > 2 {
		clear(deel[l.einde(boven)-boven:])
		deel[hoogte-1] = l.stijl.stil.Render("↓ er is meer")
	}
	if len(deel) > 0 {
		deel[0] = merk + deel[0]
	}
	return deel
}

func (l *leesLaag) Toetsen() []hint {
	enter, ook := hint{toets: "enter", doet: "verder lezen"}, hint{toets: "esc", doet: "terug naar de vraag"}
	switch {
	case l.begin:
		ook = hint{toets: "ctrl+c", doet: "stoppen"}
	case l.alleen:
		ook = hint{toets: "q", doet: "sluiten"}
	case l.keuze:
		ook.doet = "terug"
	}
	switch {
	case l.begin && l.isAanEind():
		enter.doet = "naar de eerste vraag"
	case l.boven >= l.over():
		enter.doet = "sluiten     " // as wide as what stood there: else the last page grows
	}
	var hints []hint
	if l.begin || l.over() > 0 {
		hints = append(hints, enter)
	}
	if l.over() > 0 {
		hints = append(hints, hint{toets: "↑↓", doet: "lezen"})
		if l.alleen {
			hints = append(hints, hint{toets: "b", doet: "terug"})
		}
	}
	if l.terug {
		hints = append(hints, hint{toets: "shift+tab", doet: "terug"})
	}
	return append(hints, ook)
}

// An overzicht lists all questions with their status, to go to one of them.
type overzicht struct {
	stijl     stijl
	vragen    []sessie.Vraag
	hier      string // key of the question where the person is
	vervallen []sessie.Vraag
	plek      int
	hoogte    int
}

// newOverzicht makes one, with what is typed at the question and not kept as an answer yet.
func newOverzicht(msg vraagMsg, getypt reflectie.Antwoord, st stijl) *overzicht {
	o := &overzicht{stijl: st, hier: msg.vraag.Sleutel, vervallen: msg.vervallen}
	o.vragen = append(slices.Clone(msg.vragen), sessie.Vraag{Sleutel: sessie.SleutelAfronden, Titel: "Afronden", Vraag: "Naar het einde"})
	o.plek = max(0, slices.IndexFunc(o.vragen, func(v sessie.Vraag) bool { return v.Sleutel == o.hier }))
	if hier := &o.vragen[o.plek]; hier.Sleutel == o.hier && !getypt.IsZero() {
		*hier = hier.MetGetypt(getypt)
	}
	return o
}

func (o *overzicht) Toets(msg tea.KeyMsg) (*gesprek.Daad, bool) {
	toets := msg.String()
	switch toets {
	case "esc":
		return nil, true
	case "e", "enter":
		if toets == "e" {
			o.plek = len(o.vragen) - 1
		}
		switch {
		case o.plek >= len(o.vragen): // that question is not asked now
			return nil, false
		case o.vragen[o.plek].Sleutel == o.hier:
			return nil, true
		}
		return &gesprek.Daad{Soort: gesprek.Naar, Sleutel: o.vragen[o.plek].Sleutel}, true
	case "end":
		o.plek = len(o.vragen) - 1 // what is vervallen comes after it
		return nil, false
	}
	o.plek, _ = beweeg(toets, o.plek, bladzij(o.hoogte), len(o.vragen)+len(o.vervallen))
	return nil, false
}

func (o *overzicht) View(breedte, hoogte int) []string {
	o.hoogte = hoogte
	var regels []string
	titel, cursor := "", 0
	einde := len(o.vragen) - 1
	isVast := len(o.vervallen) == 0 && hoogte >= 6 // the way to the end stays in sight; what is vervallen comes after it
	vragen := o.vragen
	if isVast {
		vragen = vragen[:einde]
	}
	for i, v := range vragen {
		if v.Titel != titel {
			titel = v.Titel
			regels = append(regels, "", geenPijl+o.stijl.stil.Render(kort(titel, breedte-2)))
		}
		if i == o.plek {
			cursor = len(regels)
		}
		regels = append(regels, o.regel(v, i == o.plek, breedte))
		regels = append(regels, o.eenRegel(v, breedte)...)
	}
	if len(o.vervallen) > 0 { // they are kept, and come back with their question
		regels = append(regels, "", geenPijl+o.stijl.stil.Render(kort("Past nu niet meer. Het blijft bewaard.", breedte-2)))
	}
	for i, v := range o.vervallen {
		pijl, naam := geenPijl, o.stijl.stil
		if len(o.vragen)+i == o.plek {
			pijl, naam = o.stijl.rij(true)
			cursor = len(regels)
		}
		regels = append(regels, pijl+naam.Render(kort(v.Vraag, breedte-2)))
		regels = append(regels, o.eenRegel(v, breedte)...)
	}
	if !isVast {
		return venster(regels, cursor, hoogte, o.stijl)
	}
	if o.plek == einde {
		cursor = len(regels) - 1
	}
	slot := []string{"", o.regel(o.vragen[einde], o.plek == einde, breedte)}
	if hoogte < 12 {
		slot = slot[1:]
	}
	return append(venster(regels, cursor, hoogte-len(slot), o.stijl), slot...)
}

// eenRegel draws an answer, or how it begins, below its question. Of one that is for
// the person alone it says only that: the first reaction comes back in its own time.
func (o *overzicht) eenRegel(v sessie.Vraag, breedte int) []string {
	lijn := v.EenLijn()
	switch {
	case lijn == "":
		return nil
	case v.Prive:
		lijn = "alleen voor u"
	}
	return []string{geenPijl + geenPijl + o.stijl.stil.Render(kort(lijn, breedte-4))}
}

func (o *overzicht) regel(v sessie.Vraag, hier bool, breedte int) string {
	pijl, st := o.stijl.rij(hier)
	status := v.Hoe()
	if v.Sleutel == sessie.SleutelAfronden {
		status = ""
	}
	if v.Sleutel == o.hier {
		status = strings.TrimPrefix(status+", hier", ", ")
	}
	status = kort(status, breedte/2) // in a narrow window the question is not lost to it
	naam := kort(v.Vraag, breedte-2-zetwerk.Breedte(status)-2)
	return pijl + uiteen(st.Render(naam), o.stijl.stil.Render(status), breedte-2)
}

func (o *overzicht) Toetsen() []hint {
	hints := []hint{{"↑↓", "bewegen", true}, {"enter", "naar die vraag", false}, {"esc", "terug naar de vraag", false}, {"e", "einde", false}}
	if o.plek >= len(o.vragen) { // it can only be read here
		hints = slices.Delete(hints, 1, 2)
	}
	return hints
}
