package scherm

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/rivo/uniseg"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A tekstveld takes a text of any length. It is not the Text of huh: that one
// keeps no more than 10,000 lines, replaces tabs, takes a letter with an accent
// apart, and can not grow with its text.
//
// Only the lines in sight are wrapped, so a long text is as quick as a short one.
type tekstveld struct {
	v     sessie.Vraag
	stijl stijl
	begin string // the text as it was, to tell whether it changed

	regels []string // at least one
	rij    int      // the line of the cursor
	kol    int      // the byte in it before which the cursor stands
	wens   int      // the column that up and down try to keep; -1 is none

	eerder, later []stand // to undo, and to redo, the last one first
	rijgt         string  // the kind of change that goes on; "" when the next begins a new one

	breedte, hoogte int // of the last View
	boven           plek

	gevouwen vouwsel // of the line that was asked for last
}

// A vouwsel remembers how a line is wrapped: one line may be a megabyte.
type vouwsel struct {
	regel   string
	breedte int
	delen   []string
}

// A plek is a place in a wrapped text: a line, and which part of it.
type plek struct{ rij, deel int }

// A stand is a text as it was, with its cursor.
type stand struct {
	regels   []string
	rij, kol int
}

// How many changes can be undone, and how many lines they may have together.
const (
	maxEerder       = 200
	maxEerderRegels = 1_000_000
)

func newTekstveld(v sessie.Vraag, st stijl) *tekstveld {
	t := &tekstveld{v: v, stijl: st, breedte: 80, hoogte: 1}
	t.vervang(v.Weergave())
	t.begin = t.tekst()
	return t
}

// vervang puts another text in its place, with the cursor at its end.
func (t *tekstveld) vervang(tekst string) {
	t.regels, t.rij, t.kol, t.wens = []string{""}, 0, 0, -1
	t.voegIn(tekst)
}

func (t *tekstveld) tekst() string { return strings.Join(t.regels, "\n") }

func (t *tekstveld) Daad() gesprek.Daad {
	tekst := t.tekst()
	return daad(t.v, reflectie.Tekst(tekst), tekst != t.begin)
}

func (t *tekstveld) Toetsen() []hint {
	nieuw := "nieuwe regel"
	if t.v.Soort == casus.Lijst {
		nieuw = "volgend punt"
	}
	hints := []hint{tabHint(t.v, t.Daad()), {"enter", nieuw, false}}
	if len(t.eerder) > 0 {
		hints = append(hints, hint{toets: "ctrl+z", doet: "ongedaan", bijzaak: true})
	}
	return hints
}

// Toets handles a key. The ways to move and to delete are those of most
// terminals and editors.
func (t *tekstveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	wens := -1
	t.onthoudVoor(msg)
	switch msg.String() {
	case "ctrl+z":
		t.eerder, t.later = t.herstel(t.eerder, t.later)
	case "ctrl+y":
		t.later, t.eerder = t.herstel(t.later, t.eerder)
	case "enter", "ctrl+j", "alt+enter":
		t.voegIn("\n")
	case "left", "ctrl+b":
		t.links()
	case "right", "ctrl+f":
		t.rechts()
	case "up", "ctrl+p":
		wens = t.spring(-1)
	case "down", "ctrl+n":
		wens = t.spring(1)
	case "pgup":
		wens = t.spring(-max(1, t.hoogte-1))
	case "pgdown":
		wens = t.spring(max(1, t.hoogte-1))
	case "home", "ctrl+a":
		t.kol = 0
	case "end":
		t.kol = len(t.regels[t.rij])
	case "ctrl+home":
		t.rij, t.kol = 0, 0
	case "ctrl+end":
		t.rij = len(t.regels) - 1
		t.kol = len(t.regels[t.rij])
	case "ctrl+left", "alt+left", "alt+b":
		t.woordLinks()
	case "ctrl+right", "alt+right", "alt+f":
		t.woordRechts()
	case "backspace", "ctrl+h":
		t.wis(t.links)
	case "delete", "ctrl+d":
		t.wis(t.rechts)
	case "ctrl+w", "alt+backspace":
		t.wis(t.woordLinks)
	case "alt+delete", "alt+d":
		t.wis(t.woordRechts)
	case "ctrl+u":
		t.wis(func() { t.kol = 0 })
	case "ctrl+k":
		t.wis(func() { t.kol = len(t.regels[t.rij]) })
	default:
		if (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace) && (!msg.Alt || msg.Paste) {
			t.voegIn(string(msg.Runes))
		}
	}
	t.wens = wens
	return nil
}

// onthoudVoor keeps the text as it is before a key that changes it. What is typed
// goes back a word at a time, what is wiped letter by letter at once.
func (t *tekstveld) onthoudVoor(msg tea.KeyMsg) {
	rijgt, begint := "", true
	switch toets := msg.String(); {
	case toets == "ctrl+z", toets == "ctrl+y":
		t.rijgt = ""
		return
	case slices.Contains([]string{"backspace", "ctrl+h", "delete", "ctrl+d"}, toets):
		rijgt, begint = "wissen", t.rijgt != "wissen"
	case msg.Type == tea.KeyRunes && !msg.Paste && !msg.Alt:
		rijgt, begint = "typen", t.rijgt != "typen"
	case msg.Type == tea.KeySpace, msg.Paste:
		rijgt = "typen"
	case !slices.Contains([]string{"enter", "ctrl+j", "alt+enter", "ctrl+w", "alt+backspace", "alt+delete", "alt+d", "ctrl+u", "ctrl+k"}, toets):
		t.rijgt = ""
		return
	}
	t.rijgt = rijgt
	if begint {
		t.onthoud()
	}
}

// onthoud keeps the text as it is, so that it can come back.
func (t *tekstveld) onthoud() {
	t.eerder = append(t.eerder, stand{slices.Clone(t.regels), t.rij, t.kol})
	t.eerder = t.eerder[max(0, len(t.eerder)-min(maxEerder, 1+maxEerderRegels/len(t.regels))):]
	t.later = nil
}

// herstel puts back the last of van, and keeps the text as it is in naar.
func (t *tekstveld) herstel(van, naar []stand) (_, _ []stand) {
	for len(van) > 0 && slices.Equal(van[len(van)-1].regels, t.regels) {
		van = van[:len(van)-1] // that key changed nothing
	}
	if len(van) == 0 {
		return van, naar
	}
	s := van[len(van)-1]
	naar = append(naar, stand{t.regels, t.rij, t.kol})
	t.regels, t.rij, t.kol = s.regels, s.rij, s.kol
	return van[:len(van)-1], naar
}

// voegIn puts a text before the cursor.
func (t *tekstveld) voegIn(s string) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	regel := t.regels[t.rij]
	nieuw := strings.Split(regel[:t.kol]+s, "\n")
	laatste := len(nieuw) - 1
	kol := len(nieuw[laatste])
	nieuw[laatste] += regel[t.kol:]
	t.regels = slices.Replace(t.regels, t.rij, t.rij+1, nieuw...)
	t.rij, t.kol = t.rij+laatste, kol
}

// wis takes away what lies between the cursor and where beweeg brings it.
func (t *tekstveld) wis(beweeg func()) {
	van := plek{t.rij, t.kol}
	beweeg()
	tot := plek{t.rij, t.kol}
	if voor(tot, van) {
		van, tot = tot, van
	}
	t.regels[van.rij] = t.regels[van.rij][:van.deel] + t.regels[tot.rij][tot.deel:]
	t.regels = slices.Delete(t.regels, van.rij+1, tot.rij+1)
	t.rij, t.kol = van.rij, van.deel
}

func (t *tekstveld) links() {
	switch {
	case t.kol > 0:
		t.kol -= len(laatsteTeken(t.regels[t.rij][:t.kol]))
	case t.rij > 0:
		t.rij--
		t.kol = len(t.regels[t.rij])
	}
}

func (t *tekstveld) rechts() {
	switch {
	case t.kol < len(t.regels[t.rij]):
		t.kol += len(eersteTeken(t.regels[t.rij][t.kol:]))
	case t.rij < len(t.regels)-1:
		t.rij++
		t.kol = 0
	}
}

// laatsteTeken returns the last character of s as a person sees it. It looks
// back only as far as it must, because a line can be very long.
func laatsteTeken(s string) string {
	const ver = 256
	deel := s[max(0, len(s)-ver):]
	for len(deel) > 0 && !utf8.RuneStart(deel[0]) {
		deel = deel[1:]
	}
	laatste := ""
	for g := uniseg.NewGraphemes(deel); g.Next(); {
		laatste = g.Str()
	}
	return laatste
}

func (t *tekstveld) woordLinks() {
	if t.kol == 0 {
		t.links()
		return
	}
	voor := strings.TrimRightFunc(t.regels[t.rij][:t.kol], unicode.IsSpace)
	t.kol = len(strings.TrimRightFunc(voor, isGeenWit))
}

func (t *tekstveld) woordRechts() {
	regel := t.regels[t.rij]
	if t.kol == len(regel) {
		t.rechts()
		return
	}
	na := strings.TrimLeftFunc(regel[t.kol:], unicode.IsSpace)
	t.kol = len(regel) - len(strings.TrimLeftFunc(na, isGeenWit))
}

func isGeenWit(r rune) bool { return !unicode.IsSpace(r) }

// spring moves the cursor n lines as they are on the screen, and returns the
// column that it tries to keep.
func (t *tekstveld) spring(n int) int {
	p, begin := t.cursorplek()
	kolom := t.wens
	if kolom < 0 {
		kolom = breedteVan(t.regels[t.rij][begin:t.kol])
	}
	doel := t.schuif(p, n)
	if doel == p { // on the first line up is its begin, on the last down is its end
		if n < 0 {
			t.kol = 0
		} else {
			t.kol = len(t.regels[t.rij])
		}
		return -1
	}
	t.rij = doel.rij
	t.kol = t.naarKolom(doel, kolom)
	return kolom
}

// schuif returns the place n wrapped lines further, as far as there are any.
func (t *tekstveld) schuif(p plek, n int) plek {
	for ; n < 0; n++ {
		switch {
		case p.deel > 0:
			p.deel--
		case p.rij > 0:
			p.rij--
			p.deel = len(t.vouw(p.rij)) - 1
		}
	}
	for ; n > 0; n-- {
		switch {
		case p.deel < len(t.vouw(p.rij))-1:
			p.deel++
		case p.rij < len(t.regels)-1:
			p = plek{p.rij + 1, 0}
		}
	}
	return p
}

// naarKolom returns the byte that stands at a column of a wrapped line.
func (t *tekstveld) naarKolom(p plek, kolom int) int {
	delen := t.vouw(p.rij)
	kol, vol := 0, 0
	for _, deel := range delen[:p.deel] {
		kol += len(deel)
	}
	for g := uniseg.NewGraphemes(delen[p.deel]); g.Next(); {
		vol += breedteVan(g.Str())
		_, eind := g.Positions()
		if vol > kolom || eind == len(delen[p.deel]) && p.deel < len(delen)-1 {
			break // the end of a line that goes on belongs to the next one
		}
		kol += len(g.Str())
	}
	return kol
}

// vouw returns the wrapped parts of a line.
func (t *tekstveld) vouw(rij int) []string {
	if g := t.gevouwen; g.breedte != t.breedte || g.regel != t.regels[rij] {
		t.gevouwen = vouwsel{t.regels[rij], t.breedte, zetwerk.Vouw(t.regels[rij], t.breedte)}
	}
	return t.gevouwen.delen
}

// cursorplek returns on which part of its line the cursor stands, and the byte at
// which that part begins.
func (t *tekstveld) cursorplek() (p plek, begin int) {
	p.rij = t.rij
	delen := t.vouw(t.rij)
	for p.deel < len(delen)-1 && begin+len(delen[p.deel]) <= t.kol {
		begin += len(delen[p.deel])
		p.deel++
	}
	return p, begin
}

func breedteVan(s string) int { return zetwerk.Breedte(zetwerk.VeiligRegel(s)) }

// kader is the bar at the left of the text.
const kader = "│ "

// tekstBreedte leaves room for the bar, and for the cursor after a full line.
func tekstBreedte(breedte int) int { return max(1, breedte-zetwerk.Breedte(kader)-1) }

// Hoogte wants one line more than the text has, up to more than any screen has.
func (t *tekstveld) Hoogte(breedte int) (wens, min int) {
	const genoeg = 200
	n := 1
	for i := 0; i < len(t.regels) && n < genoeg; i++ {
		n += len(zetwerk.Vouw(t.regels[i], tekstBreedte(breedte)))
	}
	return max(n, 4), 2
}

func (t *tekstveld) View(breedte, hoogte int) []string {
	t.breedte, t.hoogte = tekstBreedte(breedte), max(1, hoogte)
	cursor, begin := t.cursorplek()
	t.houdInBeeld(cursor)

	var regels []string
	for p := t.boven; len(regels) < t.hoogte; {
		kol := -1
		if p == cursor {
			kol = t.kol - begin
		}
		volgende, rand := t.schuif(p, 1), kader
		switch {
		case len(regels) == 0 && p != plek{}:
			rand = "↑ " // there is more
		case len(regels) == t.hoogte-1 && volgende != p:
			rand = "↓ "
		}
		regels = append(regels, t.stijl.accent.Render(rand)+t.deel(p, kol))
		if volgende == p {
			break
		}
		p = volgende
	}
	for len(regels) < t.hoogte {
		regels = append(regels, t.stijl.accent.Render(strings.TrimSpace(kader)))
	}
	return regels
}

// houdInBeeld moves the window as little as it can, and never below the end of the text.
func (t *tekstveld) houdInBeeld(cursor plek) {
	if voor(cursor, t.boven) {
		t.boven = cursor
	}
	t.boven.deel = min(t.boven.deel, len(t.vouw(t.boven.rij))-1)
	laagste := t.schuif(cursor, 1-t.hoogte)
	if voor(t.boven, laagste) {
		t.boven = laagste
	}
	eind := len(t.regels) - 1
	onder := t.schuif(plek{eind, len(t.vouw(eind)) - 1}, 1-t.hoogte)
	if voor(onder, t.boven) {
		t.boven = onder
	}
}

func voor(a, b plek) bool { return a.rij < b.rij || a.rij == b.rij && a.deel < b.deel }

// deel draws one wrapped line, with the cursor before the byte at kol; -1 is nowhere.
func (t *tekstveld) deel(p plek, kol int) string {
	deel := t.vouw(p.rij)[p.deel]
	if kol < 0 {
		return zonderHang(zetwerk.VeiligRegel(deel), t.breedte)
	}
	voor := zetwerk.VeiligRegel(deel[:kol])
	onder, na := " ", ""
	if kol < len(deel) {
		teken := eersteTeken(deel[kol:])
		onder, na = zetwerk.VeiligRegel(teken), zetwerk.VeiligRegel(deel[kol+len(teken):])
	}
	// Spaces that hang over the edge have no place on the screen.
	voor = zonderHang(voor, t.breedte)
	if ruimte := t.breedte - zetwerk.Breedte(voor) - zetwerk.Breedte(onder); ruimte >= 0 {
		na = zonderHang(na, ruimte)
	} else {
		onder, na = " ", ""
	}
	return voor + merk + onder + na
}

// zonderHang cuts the spaces that hang over the edge.
func zonderHang(s string, breedte int) string {
	if zetwerk.Breedte(s) <= breedte {
		return s
	}
	kaal := strings.TrimRight(s, " ")
	return kaal + strings.Repeat(" ", max(0, breedte-zetwerk.Breedte(kaal)))
}
