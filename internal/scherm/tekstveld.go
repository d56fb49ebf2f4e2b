package scherm

import (
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

	breedte, hoogte int // of the last View
	boven           plek

	gevouwen vouwsel // of the line that was asked for last
}

// A vouwsel remembers how a line is wrapped: one line may be a megabyte.
type vouwsel struct {
	regel   string
	breedte int
	delen   []int
}

// A plek is a place in a wrapped text: a line, and which part of it.
type plek struct{ rij, deel int }

func newTekstveld(v sessie.Vraag, st stijl) *tekstveld {
	t := &tekstveld{v: v, stijl: st, breedte: 80, hoogte: 1}
	t.vervang(v.Antwoord.Tekst())
	t.begin = t.tekst()
	return t
}

// vervang puts another text in its place, with the cursor at its end.
func (t *tekstveld) vervang(tekst string) {
	t.regels = strings.Split(strings.ToValidUTF8(tekst, "\uFFFD"), "\n")
	t.rij = len(t.regels) - 1
	t.kol = len(t.regels[t.rij])
	t.wens = -1
}

func (t *tekstveld) tekst() string { return strings.Join(t.regels, "\n") }

func (t *tekstveld) Daad() gesprek.Daad {
	tekst := t.tekst()
	return daad(t.v, reflectie.Tekst(tekst), tekst != t.begin)
}

func (t *tekstveld) Toetsen() []hint {
	nieuw := "nieuwe regel"
	if t.v.Soort == casus.Lijst {
		nieuw = "nieuw punt"
	}
	return []hint{tabHint(t.v, t.Daad()), {"enter", nieuw, false}}
}

// Toets handles a key. The ways to move and to delete are those of most
// terminals and editors.
func (t *tekstveld) Toets(msg tea.KeyMsg) *gesprek.Daad {
	wens := -1
	switch msg.String() {
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

// voegIn puts a text before the cursor.
func (t *tekstveld) voegIn(s string) {
	s = strings.ToValidUTF8(s, "\uFFFD")
	regel := t.regels[t.rij]
	nieuw := strings.Split(regel[:t.kol]+s, "\n")
	laatste := len(nieuw) - 1
	kol := len(nieuw[laatste])
	nieuw[laatste] += regel[t.kol:]
	if laatste == 0 {
		t.regels[t.rij] = nieuw[0]
	} else {
		t.regels = append(t.regels[:t.rij:t.rij], append(nieuw, t.regels[t.rij+1:]...)...)
	}
	t.rij, t.kol = t.rij+laatste, kol
}

// wis takes away what lies between the cursor and where beweeg brings it.
func (t *tekstveld) wis(beweeg func()) {
	van := plek{t.rij, t.kol}
	beweeg()
	tot := plek{t.rij, t.kol}
	if tot.rij < van.rij || tot.rij == van.rij && tot.deel < van.deel {
		van, tot = tot, van
	}
	t.regels[van.rij] = t.regels[van.rij][:van.deel] + t.regels[tot.rij][tot.deel:]
	if tot.rij > van.rij {
		t.regels = append(t.regels[:van.rij+1:van.rij+1], t.regels[tot.rij+1:]...)
	}
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
		teken, _, _, _ := uniseg.FirstGraphemeClusterInString(t.regels[t.rij][t.kol:], -1)
		t.kol += len(teken)
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
	laatste, staat := "", -1
	for len(deel) > 0 {
		laatste, deel, _, staat = uniseg.FirstGraphemeClusterInString(deel, staat)
	}
	return laatste
}

func (t *tekstveld) woordLinks() {
	if t.kol == 0 {
		t.links()
		return
	}
	voor := strings.TrimRightFunc(t.regels[t.rij][:t.kol], unicode.IsSpace)
	t.kol = strings.LastIndexFunc(voor, unicode.IsSpace) + 1
	for !utf8.RuneStart(byteAt(voor, t.kol)) {
		t.kol++ // after a space of more than one byte
	}
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func (t *tekstveld) woordRechts() {
	na := t.regels[t.rij][t.kol:]
	if na == "" {
		t.rechts()
		return
	}
	woord := strings.TrimLeftFunc(na, unicode.IsSpace)
	if i := strings.IndexFunc(woord, unicode.IsSpace); i >= 0 {
		woord = woord[i:]
	} else {
		woord = ""
	}
	t.kol += len(na) - len(woord)
}

// spring moves the cursor n lines as they are on the screen, and returns the
// column that it tries to keep.
func (t *tekstveld) spring(n int) int {
	delen := t.vouw(t.rij)
	p := plek{t.rij, deelVan(delen, t.kol)}
	kolom := t.wens
	if kolom < 0 {
		kolom = breedteVan(t.regels[t.rij][delen[p.deel]:t.kol])
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
	regel := t.regels[p.rij]
	delen := t.vouw(p.rij)
	i, eind := delen[p.deel], len(regel)
	if p.deel+1 < len(delen) {
		eind = delen[p.deel+1]
	}
	vol, staat := 0, -1
	rest := regel[i:eind]
	for len(rest) > 0 {
		var teken string
		teken, rest, _, staat = uniseg.FirstGraphemeClusterInString(rest, staat)
		vol += breedteVan(teken)
		if vol > kolom || rest == "" && eind < len(regel) {
			break // the end of a line that goes on belongs to the next one
		}
		i += len(teken)
	}
	return i
}

// vouw returns the byte at which each wrapped part of a line begins.
func (t *tekstveld) vouw(rij int) []int {
	if g := t.gevouwen; g.delen == nil || g.breedte != t.breedte || g.regel != t.regels[rij] {
		t.gevouwen = vouwsel{t.regels[rij], t.breedte, vouw(t.regels[rij], t.breedte)}
	}
	return t.gevouwen.delen
}

func breedteVan(s string) int { return zetwerk.Breedte(zetwerk.VeiligRegel(s)) }

// vouw returns the byte at which each wrapped part of a line begins. A line
// breaks after a space, or within a word that is wider than the line. Spaces at
// the end of a part hang over its edge.
func vouw(regel string, breedte int) []int {
	delen := []int{0}
	if len(regel) < breedte && isASCII(regel) {
		return delen
	}
	vol, woord, woordBegin := 0, 0, 0
	rest, staat := regel, -1
	for i := 0; len(rest) > 0; {
		var teken string
		teken, rest, _, staat = uniseg.FirstGraphemeClusterInString(rest, staat)
		b := breedteVan(teken)
		if teken == " " || teken == "\t" {
			i += len(teken)
			vol += b
			woord, woordBegin = 0, i
			continue
		}
		if vol+b > breedte {
			if woordBegin > delen[len(delen)-1] {
				delen = append(delen, woordBegin)
				vol = woord
			}
			if vol+b > breedte && i > delen[len(delen)-1] {
				delen = append(delen, i)
				vol, woord, woordBegin = 0, 0, i
			}
		}
		i += len(teken)
		vol += b
		woord += b
	}
	return delen
}

// isASCII reports whether every byte of s is one column of plain text.
func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf-1 {
			return false
		}
	}
	return true
}

// deelVan returns in which part the byte at kol is.
func deelVan(delen []int, kol int) int {
	i := len(delen) - 1
	for i > 0 && delen[i] > kol {
		i--
	}
	return i
}

// kader is the bar at the left of the text.
const kader = "│ "

// tekstBreedte leaves room for the bar, and for the cursor after a full line.
func tekstBreedte(breedte int) int { return max(1, breedte-zetwerk.Breedte(kader)-1) }

// Hoogte wants one line more than the text has, up to more than any screen has.
func (t *tekstveld) Hoogte(breedte int) (wens, min int) {
	const genoeg = 200
	n := 1
	for i := 0; i < len(t.regels) && n < genoeg; i++ {
		n += len(vouw(t.regels[i], tekstBreedte(breedte)))
	}
	return max(n, 4), 2
}

func (t *tekstveld) View(breedte, hoogte int) []string {
	t.breedte, t.hoogte = tekstBreedte(breedte), max(1, hoogte)
	delen := t.vouw(t.rij)
	cursor := plek{t.rij, deelVan(delen, t.kol)}
	t.houdInBeeld(cursor)

	var regels []string
	for p := t.boven; len(regels) < t.hoogte; {
		regels = append(regels, t.stijl.accent.Render(kader)+t.deel(p, p == cursor))
		volgende := t.schuif(p, 1)
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
	if t.boven.rij >= len(t.regels) {
		t.boven = cursor
	}
	t.boven.deel = min(t.boven.deel, len(t.vouw(t.boven.rij))-1)
	laagste := t.schuif(cursor, 1-t.hoogte)
	if voor(t.boven, laagste) {
		t.boven = laagste
	}
	if voor(cursor, t.boven) {
		t.boven = cursor
	}
	eind := len(t.regels) - 1
	onder := t.schuif(plek{eind, len(t.vouw(eind)) - 1}, 1-t.hoogte)
	if voor(onder, t.boven) {
		t.boven = onder
	}
}

func voor(a, b plek) bool { return a.rij < b.rij || a.rij == b.rij && a.deel < b.deel }

// deel draws one wrapped line, with the cursor where it is on it.
func (t *tekstveld) deel(p plek, metCursor bool) string {
	regel := t.regels[p.rij]
	delen := t.vouw(p.rij)
	van, tot := delen[p.deel], len(regel)
	if p.deel+1 < len(delen) {
		tot = delen[p.deel+1]
	}
	if !metCursor {
		return zonderHang(zetwerk.VeiligRegel(regel[van:tot]), t.breedte)
	}
	voor := zetwerk.VeiligRegel(regel[van:t.kol])
	onder, na := " ", ""
	if t.kol < tot {
		teken, rest, _, _ := uniseg.FirstGraphemeClusterInString(regel[t.kol:tot], -1)
		onder, na = zetwerk.VeiligRegel(teken), zetwerk.VeiligRegel(rest)
	}
	// Spaces that hang over the edge have no place on the screen.
	voor = zonderHang(voor, t.breedte)
	if ruimte := t.breedte - zetwerk.Breedte(voor) - zetwerk.Breedte(onder); ruimte >= 0 {
		na = zonderHang(na, ruimte)
	} else {
		onder, na = " ", ""
	}
	return voor + t.stijl.cursor.Reverse(true).Render(onder) + na
}

// zonderHang cuts the spaces that hang over the edge.
func zonderHang(s string, breedte int) string {
	if zetwerk.Breedte(s) <= breedte {
		return s
	}
	kaal := strings.TrimRight(s, " ")
	if over := breedte - zetwerk.Breedte(kaal); over >= 0 {
		return kaal + strings.Repeat(" ", over)
	}
	return kaal
}
