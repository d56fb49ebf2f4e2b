package scherm

import (
	"unicode/utf16"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// A console mends what the library makes of the keys of Windows, where each key is an
// event of its own: a key that types nothing, such as shift, or an accent that waits for
// its letter, comes as the character 0; what AltGr types comes with alt, and a field would
// leave it; and an emoji comes in two halves.
type console struct {
	helft rune // the half that came last
}

// zeef is bekendeMaat, for a console.
func (c *console) zeef(m tea.Model, msg tea.Msg) tea.Msg {
	toets, ok := msg.(tea.KeyMsg)
	if !ok || toets.Type != tea.KeyRunes || len(toets.Runes) != 1 {
		return bekendeMaat(m, msg)
	}
	r, helft := toets.Runes[0], c.helft
	c.helft = 0
	switch {
	case r == 0:
		c.helft = helft
		return nil
	case utf16.IsSurrogate(r):
		heel := utf16.DecodeRune(helft, r)
		if heel == utf8.RuneError { // the other half is still to come
			c.helft = r
			return nil
		}
		toets.Runes = []rune{heel}
	}
	toets.Alt = toets.Alt && isGewoon(r)
	return toets
}

// isGewoon reports whether a key with alt may be a command, such as alt+b: nobody needs
// AltGr for these.
func isGewoon(r rune) bool {
	return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}
