package scherm

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A kiesveld takes one of the things that the person can do outside a
// conversation. Beside each stand a few words on it. More words stand below the
// list, those on the choice that is pointed at; so they do where there are many
// choices, and typing finds them.
type kiesveld struct {
	zoeklijst
	keuze gesprek.Keuze
	stijl stijl
}

func newKiesveld(keuze gesprek.Keuze, st stijl) *kiesveld {
	k := &kiesveld{zoeklijst: zoeklijst{vind: keuze.Vind}, keuze: keuze, stijl: st}
	k.zoekOp("")
	k.wijs(keuze.Hier)
	return k
}

func (k *kiesveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	toets := msg.String()
	i, isCijfer := cijfer(toets, len(k.rijen))
	switch {
	case k.beweeg(toets):
	case toets == "enter" && len(k.rijen) > 0:
		return &gesprek.Daad{Antwoord: reflectie.Tekst(k.rijen[k.plek].ID)}
	case toets == "esc" && k.zoek == "" && k.keuze.Terug != "":
		return &gesprek.Daad{Soort: gesprek.Terug}
	case k.keuze.Zoek || len(msg.Runes) == 0:
		k.typ(msg)
	case isCijfer:
		return &gesprek.Daad{Antwoord: reflectie.Tekst(k.rijen[i].ID)}
	}
	return nil
}

// cijfer returns which of n choices a digit points at.
func cijfer(toets string, n int) (int, bool) {
	i := strings.Index(cijfers, toets)
	return i, len(toets) == 1 && i >= 0 && i < n
}

// cijfers choose the first ones of a list, which show them.
const cijfers = "123456789"

// heeftCijfers reports whether n choices show the digits that choose them at once.
func heeftCijfers(n int) bool { return n > 1 }

// kiesHints are the keys that choose one of n lines; 0 where no digits show.
func kiesHints(n int) []hint {
	hints := []hint{{"↑↓", "bewegen", true}}
	if heeftCijfers(n) {
		hints = append(hints, hint{toets: fmt.Sprintf("1-%d", min(n, len(cijfers))), doet: "meteen", bijzaak: true})
	}
	return append(hints, hint{toets: "enter", doet: "kiezen"})
}

func (k *kiesveld) Daad() gesprek.Daad { return gesprek.Daad{Soort: gesprek.Overslaan} }

const (
	maxUitlegKies = 4  // lines that the words below a list may take
	maxNaast      = 36 // columns that the words beside a choice may take
)

func (k *kiesveld) Hoogte(breedte int) (wens, min int) {
	if k.keuze.Zoek {
		return len(k.keuze.Opties) + 2 + maxUitlegKies, 6
	}
	onder := 0 // the same for each of them, so that nothing jumps
	for _, o := range k.keuze.Opties {
		onder = max(onder, len(k.onder(o, breedte)))
	}
	if onder > 0 {
		onder++
	}
	return len(k.keuze.Opties) + onder, lijstMin(len(k.keuze.Opties))
}

// onder returns the words on a choice that stand below the list.
func (k *kiesveld) onder(o sessie.Optie, breedte int) []string {
	if k.naast(o, breedte) {
		return nil
	}
	regels := kap(tekst(o.Uitleg, breedte-2), maxUitlegKies, breedte-2)
	for i := range regels {
		regels[i] = geenPijl + k.stijl.stil.Render(regels[i])
	}
	return regels
}

// naast reports whether the words on a choice stand beside it.
func (k *kiesveld) naast(o sessie.Optie, breedte int) bool {
	uitleg := breedteVan(o.Uitleg)
	return !k.keuze.Zoek && uitleg <= maxNaast && breedteVan(o.Naam)+uitleg+6 <= breedte
}

func (k *kiesveld) View(breedte, hoogte int) []string {
	k.hoogte = hoogte
	var boven, rijen, onder []string
	minst := 0 // lines for the words below, also when the list takes all room
	if k.keuze.Zoek {
		boven = []string{zoekregel(k.zoek, breedte, k.stijl), ""}[:1+min(1, hoogte/10)]
		minst = min(max(0, hoogte-2)/3, maxUitlegKies)
	}
	for i, o := range k.rijen {
		rijen = append(rijen, k.rij(i, o, breedte))
	}
	if len(rijen) == 0 {
		rijen = []string{nietsGevonden(k.stijl)}
	} else {
		onder = k.onder(k.rijen[k.plek], breedte)
	}
	if over := hoogte - len(boven) - len(rijen); over > len(onder) && len(onder) > 0 {
		onder = append([]string{""}, onder...)
	} else {
		onder = kap(onder, max(over, minst), breedte)
	}
	regels := append(boven, venster(rijen, k.plek, max(1, hoogte-len(boven)-len(onder)), k.stijl)...)
	return append(regels, onder...)
}

func (k *kiesveld) rij(i int, o sessie.Optie, breedte int) string {
	pijl, st := k.zoeklijst.rij(i, k.stijl)
	if i != k.plek && !k.keuze.Zoek && heeftCijfers(len(k.rijen)) {
		pijl = k.stijl.cijfer(i)
	}
	naam, uitleg := zetwerk.VeiligRegel(o.Naam), zetwerk.VeiligRegel(o.Uitleg)
	if uitleg == "" || !k.naast(o, breedte) {
		return pijl + st.Render(kortNaam(naam, breedte-2))
	}
	return pijl + uiteen(st.Render(naam), k.stijl.stil.Render(uitleg), breedte-2)
}

// kortNaam is kort that leaves the day of a reflectie at its end, which tells it from another
// one on the same casus.
func kortNaam(naam string, breedte int) string {
	i := strings.LastIndex(naam, ", ")
	if i < 0 || breedteVan(naam) <= breedte || strings.IndexAny(naam[i+2:], cijfers) != 0 {
		return kort(naam, breedte)
	}
	voor, dag := naam[:i], naam[i:]
	if over := breedte - breedteVan(dag); over >= 8 { // else nobody reads which casus it is
		return kort(voor, over) + dag
	}
	return kort(naam, breedte)
}

func (k *kiesveld) Toetsen() []hint {
	if !k.keuze.Zoek {
		return kiesHints(len(k.keuze.Opties))
	}
	var hints []hint
	if len(k.rijen) > 0 {
		hints = kiesHints(0)
	}
	if k.zoek != "" {
		return append(hints, hint{toets: "esc", doet: "alles tonen"})
	}
	return append(hints, hint{toets: "typ", doet: "om te zoeken"})
}
