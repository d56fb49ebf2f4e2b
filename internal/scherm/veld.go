package scherm

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A veld is where the person answers.
type veld interface {
	// Toets handles a key that is not the screen's own. A daad that is not nil
	// leaves the question.
	Toets(tea.KeyMsg) *gesprek.Daad
	// Daad is what going on does now.
	Daad() gesprek.Daad
	// Hoogte says how many lines the field wants at this width, and with how
	// few it can do.
	Hoogte(breedte int) (wens, min int)
	// View draws it in at most so many lines.
	View(breedte, hoogte int) []string
	// Toetsen says which keys do something now.
	Toetsen() []hint
}

// A hint names a key and what it does. One that is bijzaak can be guessed, and
// makes way on a small screen.
type hint struct {
	toets, doet string
	bijzaak     bool
}

func newVeld(msg vraagMsg, st stijl) veld {
	v := msg.vraag
	if msg.keuze != nil {
		return newKiesveld(*msg.keuze, st)
	}
	switch v.Soort {
	case casus.Regeltekst:
		return newRegelveld(v, st, v.Weergave(), "")
	case casus.Datum:
		return newDatumveld(v, st, msg.poging)
	case casus.JaNee:
		return newKeuzeveld(v, st, []sessie.Optie{{ID: "ja", Naam: "Ja"}, {ID: "nee", Naam: "Nee"}})
	case casus.Keuze:
		return newKeuzeveld(v, st, v.Opties)
	case casus.Meerkeuze:
		return newMeerveld(v, st)
	case casus.Waardenkeuze:
		return newWaardenveld(v, st, msg.ook)
	}
	return newTekstveld(v, st)
}

// daad says what going on does with an answer: nothing where nothing changed,
// so that what stands there stays byte for byte.
func daad(v sessie.Vraag, a reflectie.Antwoord, veranderd bool) gesprek.Daad {
	switch {
	case !veranderd, a.IsZero() && v.Antwoord.IsZero():
		return gesprek.Daad{Soort: gesprek.Overslaan}
	case a.IsZero():
		return gesprek.Daad{Soort: gesprek.Wissen}
	}
	return gesprek.Daad{Soort: gesprek.Antwoorden, Antwoord: a}
}

// tabHint says what tab does now.
func tabHint(v sessie.Vraag, d gesprek.Daad) hint {
	switch {
	case d.Soort == gesprek.Wissen:
		return hint{toets: "tab", doet: "wissen"}
	case d.Soort != gesprek.Overslaan || !v.Antwoord.IsZero():
		return hint{toets: "tab", doet: "verder"}
	case v.Status == sessie.Overgeslagen && v.Melding != "": // it was, just now, and came once more
		return hint{toets: "tab", doet: "toch overslaan"}
	}
	return hint{toets: "tab", doet: "overslaan"}
}

// A regelveld takes one line, which is wrapped like any text, with options that the
// person may mean.
type regelveld struct {
	*tekstveld
	voorbeeld string // stands there while nothing is typed
	dag       bool   // a day is asked for: below the line stands which one it is

	treffers []sessie.Optie // the options that look like what is typed
	keus     int            // the one that is pointed at; -1 is the line itself
}

const maxTreffers = 3

func newRegelveld(v sessie.Vraag, st stijl, tekst, voorbeeld string) *regelveld {
	r := &regelveld{tekstveld: newTekstveld(v, st), voorbeeld: voorbeeld, keus: -1}
	r.vervang(zetwerk.VeiligRegel(tekst))
	r.begin = r.tekst()
	return r
}

// newDatumveld takes a day as people write it or as the files do. A poging that was
// no day is there to be mended.
func newDatumveld(v sessie.Vraag, st stijl, poging string) *regelveld {
	tekst := v.Antwoord.Tekst()
	if d, err := reflectie.ParseDatum(tekst); err == nil {
		tekst = fmt.Sprintf("%d-%d-%d", d.Dag, d.Maand, d.Jaar)
	}
	r := newRegelveld(v, st, cmp.Or(poging, tekst), "zoals 21-2-2027 of dinsdag")
	r.begin, r.dag = zetwerk.VeiligRegel(tekst), true
	return r
}

func (r *regelveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	switch {
	case msg.Paste:
	case toets == "enter":
		d := r.Daad()
		return &d
	case toets == "ctrl+j", toets == "alt+enter":
		return nil
	case len(r.treffers) > 0 && (toets == "down" || toets == "up"):
		plek, _ := beweeg(toets, r.keus+1, 1, len(r.treffers)+1) // the line itself comes first
		r.keus = plek - 1
		return nil
	}
	was := r.tekst()
	msg.Runes = []rune(strings.Map(opEenRegel, string(msg.Runes)))
	r.tekstveld.Toets(msg)
	if r.tekst() != was {
		r.zoek()
	}
	return nil
}

// opEenRegel makes a space of what ends a line or a column, and takes away what no
// key types.
func opEenRegel(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}

// zoek finds the options with a word that begins like what is typed.
func (r *regelveld) zoek() {
	r.treffers, r.keus = nil, -1
	woord := reflectie.Zoekvorm(strings.TrimSpace(r.tekst()))
	if woord == "" {
		return
	}
	for _, o := range r.v.Opties {
		naam := reflectie.Zoekvorm(o.Naam)
		if naam != woord && (strings.HasPrefix(naam, woord) || strings.Contains(naam, " "+woord)) && len(r.treffers) < maxTreffers {
			r.treffers = append(r.treffers, o)
		}
	}
}

func (r *regelveld) Daad() gesprek.Daad {
	if r.keus >= 0 {
		return daad(r.v, reflectie.Tekst(r.treffers[r.keus].ID), true)
	}
	return r.tekstveld.Daad()
}

func (r *regelveld) Hoogte(breedte int) (wens, minst int) {
	n := len(zetwerk.Vouw(r.tekst(), tekstBreedte(breedte)))
	switch {
	case r.dag:
		return n + 1, 2
	case len(r.v.Opties) == 0:
		return n, min(n, 4)
	}
	// The same all the time, so that nothing jumps while typing; where that cannot
	// be, there is room for one as soon as there is one.
	return n + maxTreffers, min(n, 4) + min(1, len(r.treffers))
}

func (r *regelveld) View(breedte, hoogte int) []string {
	n := len(zetwerk.Vouw(r.tekst(), tekstBreedte(breedte)))
	regels := r.tekstveld.View(breedte, min(n, max(1, hoogte-len(r.treffers))))
	if r.tekst() == "" {
		regels[0] += r.stijl.stil.Render(kort(r.voorbeeld, r.tekstveld.breedte-1))
	}
	if r.dag && len(regels) < hoogte {
		if dag, err := r.v.LeesDag(r.tekst()); err == nil {
			regels = append(regels, geenPijl+r.stijl.stil.Render(kort(dag.MetWeekdag(), breedte-2)))
		}
	}
	van := max(0, r.keus+1+len(regels)-hoogte) // what is pointed at stays in sight
	for i := van; i < len(r.treffers) && len(regels) < hoogte; i++ {
		pijl, st := geenPijl, r.stijl.stil
		if i == r.keus {
			pijl, st = wijzer, r.stijl.vol
			pijl = merk + pijl
		}
		regels = append(regels, geenPijl+r.stijl.accent.Render(pijl)+st.Render(kort(r.treffers[i].Naam, breedte-4)))
	}
	return regels
}

func (r *regelveld) Toetsen() []hint {
	var hints []hint
	if len(r.treffers) > 0 {
		hints = append(hints, hint{toets: "↑↓", doet: "voorstel", bijzaak: true})
	}
	t := tabHint(r.v, r.Daad())
	t.toets = "enter/tab"
	return append(hints, t)
}

// A keuzeveld takes one of a few options, or own words where these are welcome.
type keuzeveld struct {
	lijst
	v      sessie.Vraag
	opties []sessie.Optie
	stijl  stijl
	eigen  *regelveld // the own words; what stands there when the person leaves them counts
	typt   bool       // the person is at the own words
	was    string     // the own words, where a letter that was typed in the list led to them
	vast   bool       // only a choice leaves the question
}

// eigenKeus is the value of the option for own words; no id can have it.
const eigenKeus = "+"

func newKeuzeveld(v sessie.Vraag, st stijl, opties []sessie.Optie) *keuzeveld {
	k := &keuzeveld{v: v, opties: opties, stijl: st, vast: v.Sleutel == sessie.SleutelAfronden}
	if v.Vrij {
		tekst := ""
		if !v.Antwoord.IsZero() && k.gekozen() < 0 {
			tekst = v.Antwoord.Tekst()
		}
		v.Opties = nil // own words have no suggestions
		k.eigen = newRegelveld(v, st, tekst, "in uw eigen woorden")
		k.typt = tekst != "" || len(opties) == 0
	}
	k.zetRijen()
	k.plek = max(0, k.gekozen())
	return k
}

// gekozen is the line of the list that counts: that of the own words while there are any,
// else of what was chosen before; -1 is none.
func (k *keuzeveld) gekozen() int {
	switch {
	case k.eigen != nil && k.eigen.tekst() != "":
		return len(k.opties)
	case k.v.Antwoord.IsZero():
		return -1
	}
	return plekVan(k.opties, k.v.Antwoord.Woorden()[0])
}

// zetRijen makes the lines of the list.
func (k *keuzeveld) zetRijen() {
	k.rijen = slices.Clone(k.opties)
	if k.eigen != nil {
		naam := "Eigen woorden …"
		if tekst := k.eigen.tekst(); tekst != "" {
			naam = "Eigen woorden: " + kort(tekst, maxEigenNaam)
		}
		k.rijen = append(k.rijen, sessie.Optie{ID: eigenKeus, Naam: naam})
	}
	if i := k.gekozen(); i >= 0 {
		k.rijen[i] = alsGekozen(k.rijen[i])
	}
}

// maxEigenNaam is how many columns of the own words their line in the list shows.
const maxEigenNaam = 40

// naarLijst leaves the own words, which are the answer while there are any. One letter more
// is of a key that was hit by accident.
func (k *keuzeveld) naarLijst() {
	getypt := utf8.RuneCountInString(strings.TrimSpace(k.eigen.tekst()))
	if k.typt = false; getypt <= utf8.RuneCountInString(k.was)+1 {
		k.eigen.vervang(cmp.Or(k.was, k.eigen.begin))
	}
	if k.eigen.tekst() != "" {
		k.plek = len(k.opties) // enter goes back to them
	}
	k.zetRijen()
}

// alsGekozen says of an option that it was chosen, wherever the cursor is.
func alsGekozen(o sessie.Optie) sessie.Optie {
	const gekozen = " · gekozen"
	if o.Uitleg == "" {
		o.Naam += gekozen
	} else {
		o.Uitleg += gekozen
	}
	return o
}

// heeftLijst reports whether there is more to choose than own words.
func (k *keuzeveld) heeftLijst() bool {
	return len(k.rijen) > 0 && k.rijen[0].ID != eigenKeus
}

// huhOpties gives each option a name of its own: huh tells them apart by name.
// The names are wrapped, under their own first letter.
func huhOpties(opties []sessie.Optie, breedte int) []huh.Option[string] {
	gezien := map[string]bool{}
	var rijen []huh.Option[string]
	for _, o := range opties {
		naam := zetwerk.VeiligRegel(o.Naam)
		if o.Uitleg != "" {
			naam += ", " + zetwerk.VeiligRegel(o.Uitleg)
		}
		if gezien[naam] {
			naam += " (" + o.ID + ")"
		}
		gezien[naam] = true
		rijen = append(rijen, huh.NewOption(strings.Join(zetwerk.Afbreken(naam, max(1, breedte)), "\n"), o.ID))
	}
	return rijen
}

func (k *keuzeveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	if k.typt {
		if toets == "esc" && k.heeftLijst() {
			k.naarLijst()
			return nil
		}
		return k.eigen.Toets(msg)
	}
	i, isCijfer := cijfer(toets, len(k.rijen))
	switch {
	case k.beweeg(toets):
	case toets == "enter" && len(k.rijen) > 0:
		return k.kies(k.rijen[k.plek].ID)
	case (toets == "backspace" || toets == "delete") && !k.v.Antwoord.IsZero():
		return &gesprek.Daad{Soort: gesprek.Wissen}
	case isCijfer && !k.vast:
		return k.kies(k.rijen[i].ID)
	case k.eigen != nil && msg.Type == tea.KeyRunes && !msg.Alt: // own words, of somebody who types them at once
		k.was, k.typt = k.eigen.tekst(), true
		return k.eigen.Toets(msg)
	}
	return nil
}

// kies confirms an option.
func (k *keuzeveld) kies(keus string) *gesprek.Daad {
	switch {
	case keus == eigenKeus:
		k.plek, k.was, k.typt = len(k.opties), "", true
		return nil
	case k.v.Soort == casus.JaNee:
		return &gesprek.Daad{Antwoord: reflectie.JaNee(keus == "ja")}
	}
	return &gesprek.Daad{Antwoord: reflectie.Tekst(keus)}
}

func (k *keuzeveld) Daad() gesprek.Daad {
	if k.eigen != nil {
		return k.eigen.Daad()
	}
	return gesprek.Daad{Soort: gesprek.Overslaan}
}

func (k *keuzeveld) Hoogte(breedte int) (wens, min int) {
	if k.typt {
		return k.eigen.Hoogte(breedte)
	}
	regels, _ := k.regels(breedte)
	return len(regels), lijstMin(len(regels))
}

// lijstMin is how few lines a list of n lines can do with: the one under the
// cursor and one on each side.
func lijstMin(n int) int { return min(n, 3) }

// regels draws the whole list, and says on which line the cursor is.
func (k *keuzeveld) regels(breedte int) (regels []string, cursor int) {
	if len(k.rijen) == 0 {
		return nil, 0
	}
	hier := k.rijen[k.plek].ID
	opties := huhOpties(k.rijen, breedte-zetwerk.Breedte(wijzer))
	regels, cursor = k.stijl.teken(huh.NewSelect[string]().Options(opties...).Value(&hier), breedte)
	if !k.vast && heeftCijfers(len(opties)) {
		k.nummer(regels, opties)
	}
	return regels, cursor
}

// nummer puts before each option, but for the one under the cursor, the digit that chooses it.
func (k *keuzeveld) nummer(regels []string, opties []huh.Option[string]) {
	regel := 0 // where an option begins
	for i, o := range opties {
		if regel >= len(regels) {
			return
		}
		if rest, ok := strings.CutPrefix(regels[regel], geenPijl); ok {
			regels[regel] = k.stijl.cijfer(i) + rest
		}
		regel += 1 + strings.Count(o.Key, "\n")
	}
}

func (k *keuzeveld) View(breedte, hoogte int) []string {
	if k.typt {
		return k.eigen.View(breedte, hoogte)
	}
	k.hoogte = hoogte
	regels, cursor := k.regels(breedte)
	return venster(regels, cursor, hoogte, k.stijl)
}

func (k *keuzeveld) Toetsen() []hint {
	if k.typt {
		hints := k.eigen.Toetsen()
		if k.heeftLijst() {
			hints = append(hints, hint{toets: "esc", doet: "naar de lijst"})
		}
		return hints
	}
	if k.vast {
		return kiesHints(0)
	}
	hints := kiesHints(len(k.rijen))
	if len(k.rijen) == 1 {
		hints = hints[1:] // there is nowhere to go
	}
	hints = append(hints, tabHint(k.v, k.Daad()))
	if !k.v.Antwoord.IsZero() {
		hints = append(hints, hint{toets: "backspace", doet: "wissen", bijzaak: true})
	}
	return hints
}

// A meerveld takes any number of options.
type meerveld struct {
	lijst
	v     sessie.Vraag
	stijl stijl
	keus  []string
}

func newMeerveld(v sessie.Vraag, st stijl) *meerveld {
	return &meerveld{lijst: lijst{rijen: v.Opties}, v: v, stijl: st, keus: v.Antwoord.Lijst()}
}

func (m *meerveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	switch {
	case m.beweeg(toets), len(m.rijen) == 0:
	case toets == "enter", toets == " ", toets == "x":
		m.keus = wissel(m.keus, m.rijen[m.plek].ID)
	}
	return nil
}

// wissel takes what is chosen away, and adds at the end what is not.
func wissel(keus []string, id string) []string {
	if i := slices.Index(keus, id); i >= 0 {
		return slices.Delete(slices.Clone(keus), i, i+1)
	}
	return append(slices.Clip(keus), id)
}

// gekozen returns what is chosen: what stood there first, in its own order.
func (m *meerveld) gekozen() []string {
	ids := m.v.Antwoord.Lijst()
	for _, o := range m.rijen {
		if !slices.Contains(ids, o.ID) {
			ids = append(ids, o.ID)
		}
	}
	return slices.DeleteFunc(ids, func(id string) bool { return !slices.Contains(m.keus, id) })
}

func (m *meerveld) Daad() gesprek.Daad {
	a := reflectie.Lijst(m.gekozen()...)
	return daad(m.v, a, !a.Equal(m.v.Antwoord))
}

// regels draws the whole list, and says on which line the cursor is.
func (m *meerveld) regels(breedte int) ([]string, int) {
	gekozen := slices.Clone(m.keus)
	opties := huhOpties(m.rijen, breedte-zetwerk.Breedte(wijzer+vinkUit))
	veld := huh.NewMultiSelect[string]().Options(opties...).Value(&gekozen).WithKeyMap(huh.NewDefaultKeyMap())
	for range m.plek { // it has no other way to be told where the cursor is
		veld.Update(tea.KeyMsg{Type: tea.KeyDown})
	}
	return m.stijl.teken(veld, breedte)
}

func (m *meerveld) Hoogte(breedte int) (wens, min int) {
	regels, _ := m.regels(breedte)
	return len(regels), lijstMin(len(regels))
}

func (m *meerveld) View(breedte, hoogte int) []string {
	m.hoogte = hoogte
	regels, cursor := m.regels(breedte)
	return venster(regels, cursor, hoogte, m.stijl)
}

func (m *meerveld) Toetsen() []hint {
	return []hint{{"↑↓", "bewegen", true}, {"enter", "kiezen", false}, tabHint(m.v, m.Daad())}
}

// venster shows hoogte lines of a list around its cursor, and says where more is.
func venster(regels []string, cursor, hoogte int, st stijl) []string {
	hoogte = max(hoogte, 1)
	if len(regels) <= hoogte {
		return regels
	}
	van := min(max(0, cursor-hoogte/2), len(regels)-hoogte)
	deel := slices.Clone(regels[van : van+hoogte])
	if van > 0 && cursor > van {
		deel[0] = st.stil.Render(geenPijl + "↑ meer")
	}
	if van+hoogte < len(regels) && cursor < van+hoogte-1 {
		deel[hoogte-1] = st.stil.Render(geenPijl + "↓ meer")
	}
	return deel
}

// kort is a name on one line that fits.
func kort(s string, breedte int) string {
	return zetwerk.Inkorten(zetwerk.VeiligRegel(s), max(breedte, 1))
}
