package scherm

import (
	"io"
	"strings"

	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
)

// A stijl is how things look: two weights and one accent. No meaning hangs on
// colour alone; what is chosen also has a mark of its own.
type stijl struct {
	gewoon lipgloss.Style
	stil   lipgloss.Style // beside the point: header, explanation, keys
	vol    lipgloss.Style // the question
	accent lipgloss.Style // where the person is
}

// magenta is the bright one: it can be seen on a light and on a dark background,
// so nobody has to ask the terminal which one it has. Only marks have it: words
// stay as they are.
const magenta = lipgloss.Color("13")

func newStijl(kleur bool) stijl {
	r := lipgloss.NewRenderer(io.Discard, termenv.WithProfile(termenv.ANSI))
	r.SetColorProfile(termenv.ANSI) // bold and reverse are no colours
	r.SetHasDarkBackground(true)
	s := stijl{
		gewoon: r.NewStyle(),
		stil:   r.NewStyle().Faint(true),
		vol:    r.NewStyle().Bold(true),
		accent: r.NewStyle().Bold(true),
	}
	if kleur {
		s.accent = r.NewStyle().Foreground(magenta)
	}
	return s
}

// The marks of a list. A chosen one can be told apart without colour.
const (
	wijzer   = "› "
	geenPijl = "  "
	vinkAan  = "[x] "
	vinkUit  = "[ ] "
)

// rij returns the mark before a row of a list, and how its name looks.
func (s stijl) rij(hier bool) (pijl string, naam lipgloss.Style) {
	if hier {
		return merk + s.accent.Render(wijzer), s.vol
	}
	return geenPijl, s.gewoon
}

// cijfer stands before a row, in the place of the arrow: it is the key that chooses it. Only
// the first ones have one.
func (s stijl) cijfer(i int) string {
	if i >= len(cijfers) {
		return geenPijl
	}
	return s.stil.Render(cijfers[i:i+1] + " ")
}

// thema dresses the fields of huh.
func (s stijl) thema() *huh.Theme {
	velden := huh.FieldStyles{
		Base:                s.gewoon,
		SelectSelector:      s.accent.SetString(wijzer),
		MultiSelectSelector: s.accent.SetString(wijzer),
		SelectedOption:      s.vol,
		UnselectedOption:    s.gewoon,
		Option:              s.gewoon,
		SelectedPrefix:      s.accent.SetString(vinkAan),
		UnselectedPrefix:    s.stil.SetString(vinkUit),
	}
	return &huh.Theme{Focused: velden, Blurred: velden}
}

// teken draws a list of huh, and says on which line its cursor is. Where that is,
// the field knows: all lists move by the same keys.
func (s stijl) teken(lijst huh.Field, breedte int) (regels []string, cursor int) {
	lijst.WithTheme(s.thema()).WithWidth(breedte).Focus()
	lijst.Update(nil)
	regels = strings.Split(strings.TrimRight(lijst.View(), "\n "), "\n")
	for i, regel := range regels {
		if strings.HasPrefix(ansi.Strip(regel), wijzer) {
			regels[i] = merk + regel
			return regels, i
		}
	}
	return regels, 0
}
