package scherm

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// A heading does not stand at the bottom of a page, cut off from what it is over,
// and paging passes no line by.
func TestAPageDoesNotEndWithAHeading(t *testing.T) {
	regels := []string{"Titel", "━━━━━", "", "een", "twee", "drie", "vier", "", "Het moment", "──────────", "", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"}
	l := &leesLaag{stijl: newStijl(false), alleen: true, bouw: func(int) []string { return regels }}
	gezien := map[string]bool{}
	for range len(regels) {
		beeld := l.View(40, 11)
		if strings.Contains(strings.Join(beeld, "\n"), "Het moment") != strings.Contains(strings.Join(beeld, "\n"), "vijf") {
			t.Errorf("a heading without its text:\n%s", strings.Join(beeld, "\n"))
		}
		for _, regel := range beeld {
			gezien[strings.TrimPrefix(regel, merk)] = true
		}
		l.Toets(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
	}
	for _, regel := range regels {
		if !gezien[regel] {
			t.Errorf("%q was on no page", regel)
		}
	}
	if got := l.waar(); got != "bladzijde 2 van 2" {
		t.Errorf("at the end it is %s", got)
	}
}
