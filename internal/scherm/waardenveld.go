package scherm

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A waardenveld takes waarden from a catalogue that is too long to read
// through: typing looks them up, what is chosen stays in sight, and what is not
// in it can be added. The MultiSelect of huh has no groups, and chooses and
// filters by turns.
type waardenveld struct {
	zoeklijst
	v     sessie.Vraag
	stijl stijl
	ook   map[string][]string
	keus  []string // ids, or names of own waarden that have no id yet
	begin int      // where the cursor began: below what was chosen before
	nieuw bool     // the last row is what was typed, as an own waarde
	koos  bool     // what was looked for is chosen from: what is typed now is another word
}

func newWaardenveld(v sessie.Vraag, st stijl, ook map[string][]string) *waardenveld {
	w := &waardenveld{v: v, stijl: st, ook: ook, keus: v.Antwoord.Lijst()}
	w.vind = w.vindWaarden
	w.zoekOp("")
	for w.heeftGroepen() && w.plek < len(w.rijen)-1 && slices.Contains(w.keus, w.rijen[w.plek].ID) {
		w.plek++ // the first key of who comes back takes nothing away
	}
	w.begin = w.plek
	return w
}

// vindWaarden finds the rows that fit what is typed: names, first those in which it is a
// word, and of these those that begin with it, then other words for them, which begin so. Descriptions only count when nothing
// else fits.
func (w *waardenveld) vindWaarden(getypt string) []sessie.Optie {
	zoek := reflectie.Zoekvorm(strings.TrimSpace(getypt))
	bevat := func(woord string) bool { return strings.Contains(reflectie.Zoekvorm(woord), zoek) }
	begint := func(woord string) bool { return strings.Contains(" "+reflectie.Zoekvorm(woord), " "+zoek) }
	isWoord := func(naam string) bool { return slices.Contains(strings.Fields(reflectie.Zoekvorm(naam)), zoek) }
	var voorop, opWoord, opNaam, opAnders, opUitleg []sessie.Optie
	exact := false
	for _, o := range w.opties(zoek) {
		exact = exact || reflectie.Zoekvorm(o.Naam) == zoek
		switch {
		case isWoord(o.Naam) && strings.HasPrefix(reflectie.Zoekvorm(o.Naam), zoek):
			voorop = append(voorop, o)
		case isWoord(o.Naam):
			opWoord = append(opWoord, o)
		case zoek == "" || bevat(o.Naam): // the whole list stays in its order
			opNaam = append(opNaam, o)
		case slices.ContainsFunc(w.ook[o.ID], begint):
			opAnders = append(opAnders, o)
		case bevat(o.Uitleg):
			opUitleg = append(opUitleg, o)
		}
	}
	rijen := slices.Concat(voorop, opWoord, opNaam, opAnders)
	if len(rijen) == 0 {
		rijen = opUitleg
	}
	if i := gesprek.Verschreven(w.v.Opties, getypt); len(rijen) == 0 && i >= 0 {
		rijen = append(rijen, w.v.Opties[i])
	}
	w.nieuw = w.v.Vrij && !isMisslag(zoek) && !exact
	if w.nieuw {
		naam := strings.Join(strings.Fields(getypt), " ")
		rijen = append(rijen, sessie.Optie{ID: naam, Naam: naam, Uitleg: "Uw eigen waarde komt in de lijst te staan."})
	}
	return rijen
}

// isNieuw reports whether a row is what was typed, as an own waarde.
func (w *waardenveld) isNieuw(rij int) bool { return w.nieuw && rij == len(w.rijen)-1 }

// opties has the catalogue, and before it the own waarden that were just added. In the whole
// list what was chosen when the person was here before comes first, under no heading.
func (w *waardenveld) opties(zoek string) []sessie.Optie {
	var toen []string // what was chosen when they came here
	if zoek == "" && w.heeftGroepen() {
		toen = w.v.Antwoord.Lijst()
	}
	var eerder, eigen, rest []sessie.Optie
	for _, id := range w.keus {
		if w.v.Vrij && plekVan(w.v.Opties, id) < 0 {
			eigen = append(eigen, sessie.Optie{ID: id, Naam: casus.MetHoofdletter(id), Groep: "Van uzelf"})
		}
	}
	for _, o := range w.v.Opties {
		if slices.Contains(toen, o.ID) {
			o.Groep = ""
			eerder = append(eerder, o)
		} else {
			rest = append(rest, o)
		}
	}
	return slices.Concat(eerder, eigen, rest)
}

func (w *waardenveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	switch {
	case w.beweeg(toets):
	case toets == "enter", toets == "tab", toets == " " && (w.zoek == "" || w.koos): // the name of an own waarde may have more words
		w.kies()
		w.typt = false
	default:
		w.zoekMet(msg)
	}
	return nil
}

// isMisslag reports whether what was typed is no more than a letter, which a key that
// was hit by accident leaves.
func isMisslag(getypt string) bool { return utf8.RuneCountInString(getypt) <= 1 }

// zoekt reports whether a word was typed of which nothing is chosen yet: it would be
// lost where the person went on.
func (w *waardenveld) zoekt() bool {
	return !isMisslag(w.zoek) && !w.koos && len(w.rijen) > 0 && !slices.Contains(w.keus, w.rijen[w.plek].ID)
}

// zoekMet changes what is looked for. In the whole list the cursor stays where it was.
func (w *waardenveld) zoekMet(msg tea.KeyMsg) {
	var hier string
	if len(w.rijen) > 0 {
		hier = w.rijen[w.plek].ID
	}
	if w.koos && len(msg.Runes) > 0 && !msg.Alt {
		w.zoekOp("")
	}
	was := w.zoek
	w.typ(msg)
	w.koos = w.koos && w.zoek == was
	if w.zoek == "" {
		w.wijs(hier)
	}
}

// kies chooses what the cursor is at, or takes it back. The list stays as it is.
func (w *waardenveld) kies() {
	if len(w.rijen) == 0 {
		return
	}
	id := w.rijen[w.plek].ID
	w.keus = wissel(w.keus, id)
	w.koos = w.zoek != ""
	w.zoekOp(w.zoek) // an own waarde is in it now
	w.wijs(id)
}

func (w *waardenveld) Daad() gesprek.Daad {
	a := reflectie.Lijst(w.keus...)
	return daad(w.v, a, !a.Equal(w.v.Antwoord))
}

// telling says how many are chosen.
func (w *waardenveld) telling() string {
	switch n := len(w.keus); {
	case n == 0:
		return ""
	case w.v.Vrij && n > sessie.MaxWaarden:
		return fmt.Sprintf("%d, dat mag", n) // more than works well, and welcome
	default:
		return fmt.Sprintf("%d gekozen", n)
	}
}

// maxGekozen is how many lines the chosen ones may take.
const maxGekozen = 3

// gekozen draws the line of what is chosen.
func (w *waardenveld) gekozen(breedte, hoogte int) []string {
	var namen []string
	for _, id := range w.keus {
		naam := casus.MetHoofdletter(id) // of an own waarde, as the others are
		if i := plekVan(w.v.Opties, id); i >= 0 {
			naam = w.v.Opties[i].Naam
		}
		namen = append(namen, zetwerk.VeiligRegel(naam))
	}
	tekst := "Gekozen: " + strings.Join(namen, " · ")
	if len(namen) == 0 {
		tekst = "Gekozen: nog niets"
	}
	telling := w.telling()
	ruimte := max(10, breedte-zetwerk.Breedte(telling)-2)
	regels := kap(zetwerk.Afbreken(tekst, ruimte), hoogte, ruimte)
	for i := range regels {
		regels[i] = w.stijl.vol.Render(regels[i])
	}
	regels[0] = uiteen(regels[0], w.stijl.stil.Render(telling), breedte)
	return regels
}

// smal is the width below which a description gets a line of its own.
const smal = 60

func (w *waardenveld) Hoogte(breedte int) (wens, min int) {
	lijst, _ := w.regels(breedte)
	vast := len(w.gekozen(breedte, maxGekozen)) + 2 + maxUitleg // an empty line and the search line
	if !w.heeftGroepen() {
		vast += meerUitleg
	}
	return max(len(lijst)+vast, 9), 7
}

// maxUitleg is how many lines the description under the list takes, and meerUitleg how many
// more where the whole list is in sight.
const maxUitleg, meerUitleg = 2, 2

// heeftGroepen reports whether this is a catalogue. A list without them is short.
func (w *waardenveld) heeftGroepen() bool { return len(w.v.Opties) > 0 && w.v.Opties[0].Groep != "" }

func (w *waardenveld) View(breedte, hoogte int) []string {
	uitleg := min(maxUitleg, max(0, hoogte-4))
	if hoogte < 8 {
		uitleg = min(uitleg, 1)
	}
	regels := w.gekozen(breedte, max(1, min(maxGekozen, hoogte-3-uitleg)))
	if hoogte >= 9 {
		regels = append(regels, "")
	}
	regels = append(regels, zoekregel(w.zoek, breedte, w.stijl))
	lijst, cursor := w.regels(breedte)
	if over := hoogte - len(regels) - len(lijst) - uitleg; over > 0 && uitleg > 0 {
		uitleg += min(over, meerUitleg)
	}
	w.hoogte = max(1, hoogte-len(regels)-uitleg)
	if cursor < w.hoogte-1 && w.zoek == "" && w.plek <= w.begin {
		cursor = 0 // what was chosen before stays in sight
	}
	regels = append(regels, venster(lijst, cursor, w.hoogte, w.stijl)...)
	if uitleg == 0 || len(w.rijen) == 0 {
		return regels
	}
	wat := zetwerk.VeiligRegel(w.rijen[w.plek].Uitleg)
	if uitleg > 1 && wat != "" && !w.isNieuw(w.plek) { // there is room to say of which it is
		wat = zetwerk.VeiligRegel(w.rijen[w.plek].Naam) + ": " + wat
	}
	for _, regel := range kap(zetwerk.Afbreken(wat, breedte-2), uitleg, breedte-2) {
		regels = append(regels, geenPijl+w.stijl.stil.Render(regel))
	}
	return regels
}

// zoekregel draws what is typed to look something up.
func zoekregel(zoek string, breedte int, st stijl) string {
	zoek = zetwerk.VeiligRegel(zoek)
	for zetwerk.Breedte(zoek) > max(0, breedte-9) { // the end of what is typed stays in sight
		zoek = zoek[len(eersteTeken(zoek)):]
	}
	regel := st.stil.Render("Zoeken: ") + zoek + merk
	if zoek == "" {
		regel += st.stil.Render("typ een woord")
	}
	return regel
}

// regels draws all rows under the headings of their groups, and says on which
// line the cursor is.
func (w *waardenveld) regels(breedte int) (regels []string, cursor int) {
	groep := ""
	for i, o := range w.rijen {
		if o.Groep != groep && !w.isNieuw(i) {
			groep = o.Groep
			regels = append(regels, geenPijl+w.stijl.stil.Render(kort(groep, breedte-2)))
		}
		if i == w.plek {
			cursor = len(regels)
		}
		regels = append(regels, w.regel(i, breedte))
	}
	if len(w.rijen) == 0 {
		regels = append(regels, nietsGevonden(w.stijl))
	}
	return regels, cursor
}

func (w *waardenveld) regel(rij, breedte int) string {
	o := w.rijen[rij]
	pijl, naamstijl := w.rij(rij, w.stijl)
	ruimte := breedte - 6
	if w.isNieuw(rij) {
		naam := kort(o.Naam, max(1, ruimte-20))
		return pijl + naamstijl.Render(kort(fmt.Sprintf("+ \"%s\" als eigen waarde", naam), breedte-2))
	}
	vink := w.stijl.stil.Render(vinkUit)
	if slices.Contains(w.keus, o.ID) {
		vink = w.stijl.accent.Render(vinkAan)
	}
	return pijl + vink + naamstijl.Render(kort(o.Naam, ruimte))
}

func (w *waardenveld) Toetsen() []hint {
	hints := []hint{{"↑↓", "bewegen", true}, {"enter", "kiezen", false}, tabHint(w.v, w.Daad())}
	switch {
	case len(w.rijen) == 0:
		hints = hints[2:]
	case slices.Contains(w.keus, w.rijen[w.plek].ID):
		hints[1].doet = "weghalen"
	case w.zoekt():
		hints = []hint{hints[0], {"enter/tab", "kiezen", false}}
	}
	if w.zoek != "" {
		hints = append(hints, hint{toets: "esc", doet: "alles tonen", bijzaak: true})
	}
	return hints
}
