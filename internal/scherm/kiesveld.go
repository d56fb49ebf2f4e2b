package scherm

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A kiesveld takes one of the things that the person can do outside a
// conversation. Beside each stands a few words on it; where there are many,
// typing finds them, and the words stand below the list.
type kiesveld struct {
	stijl  stijl
	opties []sessie.Optie
	zoekt  bool // typing finds
	zoek   string
	rijen  []sessie.Optie // those that fit what is typed
	plek   int            // in rijen
	hoogte int            // of the last View
}

func newKiesveld(opties []sessie.Optie, zoekt bool, st stijl) *kiesveld {
	k := &kiesveld{stijl: st, opties: opties, zoekt: zoekt}
	k.vul()
	return k
}

// vul finds the options that have each word that is typed.
func (k *kiesveld) vul() {
	woorden := strings.Fields(strings.ToLower(k.zoek))
	k.rijen = nil
	for _, o := range k.opties {
		tekst := strings.ToLower(o.Naam + " " + o.Uitleg + " " + o.ID)
		if !slices.ContainsFunc(woorden, func(w string) bool { return !strings.Contains(tekst, w) }) {
			k.rijen = append(k.rijen, o)
		}
	}
	k.plek = max(0, min(k.plek, len(k.rijen)-1))
}

func (k *kiesveld) zoekOp(zoek string) {
	k.zoek, k.plek = zoek, 0
	k.vul()
}

func (k *kiesveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	switch msg.String() {
	case "enter":
		if len(k.rijen) > 0 {
			return &gesprek.Daad{Antwoord: reflectie.Tekst(k.rijen[k.plek].ID)}
		}
	case "up", "ctrl+p":
		k.plek--
	case "down", "ctrl+n":
		k.plek++
	case "pgup":
		k.plek -= max(1, k.hoogte-2)
	case "pgdown":
		k.plek += max(1, k.hoogte-2)
	case "home":
		k.plek = 0
	case "end":
		k.plek = len(k.rijen) - 1
	case "esc", "ctrl+u":
		k.zoekOp("")
	case "backspace", "ctrl+h":
		k.zoekOp(strings.TrimSuffix(k.zoek, laatsteTeken(k.zoek)))
	default:
		return k.letter(msg)
	}
	k.plek = max(0, min(k.plek, len(k.rijen)-1))
	return nil
}

// letter looks for what is typed; where nothing is to be found by typing, a
// number chooses.
func (k *kiesveld) letter(msg tea.KeyMsg) *gesprek.Daad {
	if msg.Type != tea.KeyRunes && msg.Type != tea.KeySpace || msg.Alt {
		return nil
	}
	eerste, _, _ := strings.Cut(string(msg.Runes), "\n")
	if k.zoekt {
		k.zoekOp(strings.TrimLeft(k.zoek+eerste, " "))
		return nil
	}
	if i, ok := cijfer(eerste, len(k.rijen)); ok {
		return &gesprek.Daad{Antwoord: reflectie.Tekst(k.rijen[i].ID)}
	}
	return nil
}

// cijfer returns which of n choices a digit points at.
func cijfer(toets string, n int) (int, bool) {
	if len(toets) != 1 || toets[0] < '1' || toets[0] > '9' {
		return 0, false
	}
	i := int(toets[0] - '1')
	return i, i < n
}

func (k *kiesveld) Daad() gesprek.Daad { return gesprek.Daad{Soort: gesprek.Overslaan} }

// maxUitlegKies is how many lines the words below a list may take.
const maxUitlegKies = 3

func (k *kiesveld) Hoogte(int) (wens, min int) {
	if k.zoekt {
		return len(k.opties) + 2 + maxUitlegKies, 6
	}
	return len(k.opties), lijstMin(len(k.opties))
}

func (k *kiesveld) View(breedte, hoogte int) []string {
	k.hoogte = hoogte
	var boven, onder []string
	if k.zoekt {
		boven = []string{zoekregel(k.zoek, breedte, k.stijl), ""}
		if len(k.rijen) > 0 && hoogte >= 6 {
			for _, regel := range kap(tekst(k.rijen[k.plek].Uitleg, breedte-2), maxUitlegKies, breedte-2) {
				onder = append(onder, geenPijl+k.stijl.stil.Render(regel))
			}
		}
		if hoogte < 10 {
			boven = boven[:1]
			onder = onder[:min(len(onder), 1)]
		}
	}
	var rijen []string
	for i, o := range k.rijen {
		rijen = append(rijen, k.rij(i, o, breedte))
	}
	if len(rijen) == 0 {
		rijen = []string{geenPijl + k.stijl.stil.Render("Niets gevonden. Esc toont alles weer.")}
	}
	regels := append(boven, venster(rijen, k.plek, max(1, hoogte-len(boven)-len(onder)), k.stijl)...)
	return append(regels, onder...)
}

func (k *kiesveld) rij(i int, o sessie.Optie, breedte int) string {
	pijl, st := geenPijl, k.stijl.gewoon
	if i == k.plek {
		pijl, st = k.stijl.accent.Render(wijzer), k.stijl.vol
	}
	naam, uitleg := zetwerk.VeiligRegel(o.Naam), zetwerk.VeiligRegel(o.Uitleg)
	if k.zoekt || uitleg == "" || zetwerk.Breedte(naam)+zetwerk.Breedte(uitleg)+6 > breedte {
		return pijl + st.Render(kort(naam, breedte-2))
	}
	return pijl + uiteen(st.Render(naam), k.stijl.stil.Render(uitleg), breedte-2)
}

func (k *kiesveld) Toetsen() []hint {
	hints := []hint{{"↑↓", "bewegen", true}, {"enter", "kiezen", false}}
	switch {
	case k.zoek != "":
		hints = append(hints, hint{toets: "esc", doet: "alles tonen"})
	case k.zoekt:
		hints = append(hints, hint{toets: "typ", doet: "om te zoeken"})
	}
	return hints
}
