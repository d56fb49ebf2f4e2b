package scherm

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

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
	v     sessie.Vraag
	stijl stijl
	ook   map[string][]string
	keus  []string // ids, or names of own waarden that have no id yet
	zoek  string
	plek  int // in rijen
	rijen []waarderij
}

// A waarderij is one thing to choose: an option, or what was typed as an own waarde.
type waarderij struct {
	optie sessie.Optie
	nieuw bool
}

func newWaardenveld(v sessie.Vraag, st stijl, ook map[string][]string) *waardenveld {
	w := &waardenveld{v: v, stijl: st, ook: ook, keus: v.Antwoord.Lijst()}
	w.vul()
	return w
}

// vul finds the rows that fit what is typed. Names and other words for them
// come before descriptions: those only count when nothing else fits.
func (w *waardenveld) vul() {
	zoek := strings.ToLower(strings.TrimSpace(w.zoek))
	w.rijen = nil
	exact := false
	opties := w.opties()
	for _, o := range opties {
		exact = exact || strings.ToLower(o.Naam) == zoek
		if bevat(append([]string{o.Naam}, w.ook[o.ID]...), zoek) {
			w.rijen = append(w.rijen, waarderij{optie: o})
		}
	}
	if len(w.rijen) == 0 {
		for _, o := range opties {
			if bevat([]string{o.Uitleg}, zoek) {
				w.rijen = append(w.rijen, waarderij{optie: o})
			}
		}
	}
	if w.v.Vrij && zoek != "" && !exact {
		naam := strings.Join(strings.Fields(w.zoek), " ")
		w.rijen = append(w.rijen, waarderij{optie: sessie.Optie{ID: naam, Naam: naam}, nieuw: true})
	}
	w.plek = min(w.plek, max(0, len(w.rijen)-1))
}

// opties has the catalogue, and before it the own waarden that were just added.
func (w *waardenveld) opties() []sessie.Optie {
	var eigen []sessie.Optie
	for _, id := range w.keus {
		if w.v.Vrij && !slices.ContainsFunc(w.v.Opties, func(o sessie.Optie) bool { return o.ID == id }) {
			eigen = append(eigen, sessie.Optie{ID: id, Naam: id, Groep: "Van uzelf"})
		}
	}
	return append(eigen, w.v.Opties...)
}

func bevat(woorden []string, zoek string) bool {
	return slices.ContainsFunc(woorden, func(woord string) bool {
		return strings.Contains(strings.ToLower(woord), zoek)
	})
}

func (w *waardenveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	if toets == " " && w.zoek != "" {
		w.zoekOp(w.zoek + " ") // the name of an own waarde may have more words
		return nil
	}
	switch toets {
	case "up", "ctrl+p":
		w.plek = max(0, w.plek-1)
	case "down", "ctrl+n":
		w.plek = min(w.plek+1, max(0, len(w.rijen)-1))
	case "pgup":
		w.plek = max(0, w.plek-8)
	case "pgdown":
		w.plek = min(w.plek+8, max(0, len(w.rijen)-1))
	case "home":
		w.plek = 0
	case "end":
		w.plek = max(0, len(w.rijen)-1)
	case "enter", " ":
		w.kies()
	case "esc", "ctrl+u":
		w.zoekOp("")
	case "backspace", "ctrl+h":
		if w.zoek != "" {
			w.zoekOp(strings.TrimSuffix(w.zoek, laatsteTeken(w.zoek)))
		}
	default:
		if msg.Type == tea.KeyRunes && (!msg.Alt || msg.Paste) {
			eerste, _, _ := strings.Cut(string(msg.Runes), "\n")
			w.zoekOp(strings.TrimLeft(w.zoek+eerste, " "))
		}
	}
	return nil
}

// zoekOp looks for something else, from the top of the list.
func (w *waardenveld) zoekOp(zoek string) {
	w.zoek, w.plek = zoek, 0
	w.vul()
}

// kies chooses what the cursor is at, or takes it back. Then the whole list is
// there again, with the cursor where it was.
func (w *waardenveld) kies() {
	if len(w.rijen) == 0 {
		return
	}
	id := w.rijen[w.plek].optie.ID
	if i := slices.Index(w.keus, id); i >= 0 {
		w.keus = slices.Delete(slices.Clone(w.keus), i, i+1)
	} else {
		w.keus = append(slices.Clip(w.keus), id)
	}
	w.zoek = ""
	w.vul()
	w.plek = max(0, slices.IndexFunc(w.rijen, func(r waarderij) bool { return r.optie.ID == id }))
}

func (w *waardenveld) Daad() gesprek.Daad {
	a := reflectie.Lijst(w.keus...)
	return daad(w.v, a, !a.Equal(w.v.Antwoord))
}

// naam returns what a chosen waarde is called; an own one is called as it was typed.
func (w *waardenveld) naam(id string) string {
	for _, o := range w.v.Opties {
		if o.ID == id {
			return o.Naam
		}
	}
	return id
}

// telling says how many are chosen.
func (w *waardenveld) telling() string {
	if w.v.Vrij && len(w.keus) <= sessie.MaxWaarden {
		return fmt.Sprintf("%d van %d", len(w.keus), sessie.MaxWaarden)
	}
	if w.v.Vrij {
		return fmt.Sprintf("%d, dat mag", len(w.keus)) // more than works well, and welcome
	}
	return fmt.Sprintf("%d gekozen", len(w.keus))
}

// maxGekozen is how many lines the chosen ones may take.
const maxGekozen = 3

// gekozen draws the line of what is chosen.
func (w *waardenveld) gekozen(breedte, hoogte int) []string {
	var namen []string
	for _, id := range w.keus {
		namen = append(namen, zetwerk.VeiligRegel(w.naam(id)))
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
	lijst, _ := w.lijst(breedte)
	vast := len(w.gekozen(breedte, maxGekozen)) + 2 + maxUitleg // an empty line and the search line
	return max(len(lijst)+vast, 9), 7
}

// maxUitleg is how many lines the description under the list takes.
const maxUitleg = 2

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
	lijst, cursor := w.lijst(breedte)
	deel := venster(lijst, cursor, max(1, hoogte-len(regels)-uitleg), w.stijl)
	regels = append(regels, deel...)
	if uitleg == 0 || len(w.rijen) == 0 {
		return regels
	}
	for _, regel := range kap(zetwerk.Afbreken(w.omschrijving(), breedte-2), uitleg, breedte-2) {
		regels = append(regels, geenPijl+w.stijl.stil.Render(regel))
	}
	return regels
}

// zoekregel draws what is typed to look something up.
func zoekregel(zoek string, breedte int, st stijl) string {
	cursor := st.cursor.Reverse(true).Render(" ")
	zoek = zetwerk.VeiligRegel(zoek)
	for zetwerk.Breedte(zoek) > breedte-7 { // the end of what is typed stays in sight
		zoek = zoek[len(eersteTeken(zoek)):]
	}
	if zoek == "" {
		return st.stil.Render("zoek ") + cursor + st.stil.Render(" typ een woord")
	}
	return st.stil.Render("zoek ") + zoek + cursor
}

// omschrijving tells what the waarde under the cursor is.
func (w *waardenveld) omschrijving() string {
	r := w.rijen[w.plek]
	if r.nieuw {
		return "Uw eigen waarde komt in de lijst te staan."
	}
	return zetwerk.VeiligRegel(r.optie.Uitleg)
}

// lijst draws all rows under the headings of their groups, and says on which
// line the cursor is.
func (w *waardenveld) lijst(breedte int) (regels []string, cursor int) {
	groep := ""
	for i, r := range w.rijen {
		if r.optie.Groep != groep && !r.nieuw {
			groep = r.optie.Groep
			regels = append(regels, geenPijl+w.stijl.stil.Render(kort(groep, breedte-2)))
		}
		if i == w.plek {
			cursor = len(regels)
		}
		regels = append(regels, w.regel(r, i == w.plek, breedte))
	}
	if len(w.rijen) == 0 {
		regels = append(regels, geenPijl+w.stijl.stil.Render("Niets gevonden. Esc toont alles weer."))
	}
	return regels, cursor
}

func (w *waardenveld) regel(r waarderij, hier bool, breedte int) string {
	pijl, naamstijl := geenPijl, w.stijl.gewoon
	if hier {
		pijl, naamstijl = w.stijl.accent.Render(wijzer), w.stijl.vol
	}
	ruimte := breedte - 6
	if r.nieuw {
		naam := kort(r.optie.Naam, max(1, ruimte-20))
		return pijl + naamstijl.Render(kort(fmt.Sprintf("+ \"%s\" als eigen waarde", naam), breedte-2))
	}
	vink := w.stijl.stil.Render(vinkUit)
	if slices.Contains(w.keus, r.optie.ID) {
		vink = w.stijl.accent.Render(vinkAan)
	}
	return pijl + vink + naamstijl.Render(kort(r.optie.Naam, ruimte))
}

func (w *waardenveld) Toetsen() []hint {
	kies := "enter"
	if w.zoek == "" {
		kies = "enter/spatie"
	}
	hints := []hint{{"↑↓", "bewegen", true}, {kies, "kiezen", false}, tabHint(w.v, w.Daad())}
	if w.zoek != "" {
		hints = append(hints, hint{toets: "esc", doet: "alles tonen", bijzaak: true})
	}
	return hints
}
