package scherm

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"ambt.example/weeg/internal/sessie"
)

// beweeg returns where a key brings the cursor that is at plek, of n places one
// below the other. ok reports whether it is a key that moves.
func beweeg(toets string, plek, bladzij, n int) (_ int, ok bool) {
	switch toets {
	case "up":
		plek--
	case "down":
		plek++
	case "pgup":
		plek -= bladzij
	case "pgdown":
		plek += bladzij
	case "home":
		plek = 0
	case "end":
		plek = n - 1
	default:
		return plek, false
	}
	return max(0, min(plek, n-1)), true
}

// bladzij is how many lines a page further is, of so many on the screen.
func bladzij(hoogte int) int { return max(1, hoogte-2) }

// plekVan returns where the option with an id is; -1 where it is not there.
func plekVan(opties []sessie.Optie, id string) int {
	return slices.IndexFunc(opties, func(o sessie.Optie) bool { return o.ID == id })
}

// A lijst is where the cursor is in a list.
type lijst struct {
	rijen  []sessie.Optie
	plek   int // in rijen
	hoogte int // lines of the last View
}

// beweeg moves the cursor, and reports whether the key does that.
func (l *lijst) beweeg(toets string) (ok bool) {
	switch toets {
	case "ctrl+p":
		toets = "up"
	case "ctrl+n":
		toets = "down"
	}
	l.plek, ok = beweeg(toets, l.plek, bladzij(l.hoogte), len(l.rijen))
	return ok
}

// wijs puts the cursor at an option, where that is in the list.
func (l *lijst) wijs(id string) {
	l.plek = max(0, plekVan(l.rijen, id))
}

// A zoeklijst is a list in which typing finds; its rows are those that fit what is
// typed.
type zoeklijst struct {
	lijst
	zoek string
	vind func(zoek string) []sessie.Optie
	typt bool // the last key was a letter: the person looks at what they type
}

// rij returns the mark before a row, and how its name looks.
func (z *zoeklijst) rij(i int, st stijl) (pijl string, naam lipgloss.Style) {
	pijl, naam = st.rij(i == z.plek)
	if z.typt {
		pijl = strings.TrimPrefix(pijl, merk)
	}
	return pijl, naam
}

// zoekOp looks for something else, from the top of the list.
func (z *zoeklijst) zoekOp(zoek string) {
	z.zoek, z.rijen, z.plek = zoek, z.vind(zoek), 0
}

// beweeg moves the cursor, and reports whether the key does that.
func (z *zoeklijst) beweeg(toets string) (ok bool) {
	ok = z.lijst.beweeg(toets)
	z.typt = z.typt && !ok
	return ok
}

// typ changes what is looked for.
func (z *zoeklijst) typ(msg tea.KeyMsg) {
	z.typt = true
	switch toets := msg.String(); {
	case z.zoek == "" && msg.Type != tea.KeyRunes: // there is nothing to take away, and a space finds nothing; the cursor stays
	case toets == "esc", toets == "ctrl+u":
		z.zoekOp("")
	case toets == "backspace", toets == "ctrl+h":
		z.zoekOp(strings.TrimSuffix(z.zoek, laatsteTeken(z.zoek)))
	case (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace) && (!msg.Alt || msg.Paste):
		eerste, _, _ := strings.Cut(string(msg.Runes), "\n")
		z.zoekOp(strings.TrimLeft(z.zoek+eerste, " "))
	}
}

// nietsGevonden stands where a zoeklijst has no rows.
func nietsGevonden(st stijl) string {
	return geenPijl + st.stil.Render("Niets gevonden. Esc toont alles weer.")
}
