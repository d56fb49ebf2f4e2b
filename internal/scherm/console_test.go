package scherm

import (
	"testing"
	"unicode/utf16"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/casus"
)

// opConsole presses keys as the library makes them of a console of Windows: of each the
// characters, 0 for a key that types nothing.
func (p *proef) opConsole(alt bool, tekens ...rune) *proef {
	p.t.Helper()
	c := new(console)
	for _, r := range tekens {
		if msg := c.zeef(p.m, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: alt}); msg != nil {
			p.doe(msg)
		}
	}
	return p
}

func TestOnAConsoleOfWindowsATextHoldsWhatThePersonTyped(t *testing.T) {
	for naam, c := range map[string]struct {
		alt    bool
		tekens []rune
		want   string
	}{
		"an accent waits for its letter": {tekens: []rune{0, 'é', 0, 'é', 'n'}, want: "één"},
		"shift and caps lock":            {tekens: []rune{0, 'A', 0, 'b'}, want: "Ab"},
		"AltGr":                          {alt: true, tekens: []rune{0, '€', '@', 'ß'}, want: "€@ß"},
		"an emoji":                       {tekens: append([]rune{'a'}, halven('😀', '👍')...), want: "a😀👍"},
		"half an emoji":                  {tekens: []rune{0xd83d, 'a', 0xde00}, want: "a"},
	} {
		t.Run(naam, func(t *testing.T) {
			newProef(t, vraag(casus.Tekst), 80, 24).opConsole(c.alt, c.tekens...).toets("tab").wil(antwoord(c.want))
		})
	}
}

// halven are characters as a console of Windows gives them.
func halven(tekens ...rune) []rune {
	var halven []rune
	for _, h := range utf16.Encode(tekens) {
		halven = append(halven, rune(h))
	}
	return halven
}

// Who goes to press ctrl+o at a choice has typed no words of their own.
func TestOnAConsoleOfWindowsAKeyThatTypesNothingDoesNothing(t *testing.T) {
	msg := vraag(casus.Keuze, waarden()...)
	msg.vraag.Vrij = true
	p := newProef(t, msg, 80, 24)
	was := p.beeld()
	if p.opConsole(false, 0).opConsole(true, 0); p.beeld() != was {
		t.Errorf("the screen was\n%s\nand became\n%s", was, p.beeld())
	}
}

func TestOnAConsoleOfWindowsAltMovesByWords(t *testing.T) {
	newProef(t, vraag(casus.Tekst), 80, 24).typ("een twee").opConsole(true, 'b').typ("x").toets("tab").wil(antwoord("een xtwee"))
}
