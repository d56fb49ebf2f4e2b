package scherm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/rivo/uniseg"

	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// An opmaak is a screen laid out: which lines of what are shown, so that the
// question, its field and the keys always are.
type opmaak struct {
	breedte, hoogte int
	paneel          int // columns at the right for the waardenetwerk
	marge           int
	kop             []string
	delen           []deel
	vooraf          int   // lines of deelUitleg that say what nothing else does
	titel           int   // the least lines of deelTitel: on who reads along depends what one writes
	stukken         []int // on which line of deelToont each begins: a name, and what stands below it
	lucht           bool  // empty lines between the parts
	voet            []string
	afgekort        bool // something is not shown, or not wholly
	reserve         bool // lines of the field wait for what may come: others need them more
}

// A deel is one part of the middle of a screen.
type deel struct {
	regels []string // all of it; nil for the field, which draws itself
	vol    int      // how many lines it wants
	toon   int      // how many lines are shown
}

const (
	minBreedte = 20 // a narrower screen shows the left of this
	maxBreedte = 84 // wider than this reads badly
	krap       = 16 // a screen with fewer lines has no room for air
)

// The parts, from top to bottom.
const (
	deelTitel = iota
	deelUitleg
	deelToont
	deelVraag
	deelMelding
	deelVeld
	deelHulp
	lucht // no part, but what is between them
)

// teken draws the screen: exactly as many lines as it has.
func (m *model) teken() []string {
	o := m.opmaak()
	var midden []string
	if m.laag != nil {
		midden = m.laag.View(o.tekstBreedte(), o.ruimte())
	} else {
		midden = o.midden(m.veld)
	}
	for i := range midden {
		if midden[i] != "" {
			midden[i] = strings.Repeat(" ", o.marge) + midden[i]
		}
	}
	midden = append(midden, make([]string, max(0, o.ruimte()-len(midden)))...)[:o.ruimte()]
	regels := slices.Concat(o.kop, m.naast(midden), o.voet)
	for i := range regels {
		regels[i] = ansi.Truncate(schoon(regels[i]), m.breedte, "")
	}
	return regels[:min(len(regels), o.hoogte)]
}

// schoon is the last guard of the terminal: no control character but those of
// our own styles, and nothing that turns the reading direction, whatever a
// field of the library let through.
func schoon(regel string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x1b:
			return r
		case r < 0x20, r >= 0x7f && r <= 0x9f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return '\uFFFD'
		}
		return r
	}, regel)
}

func (o *opmaak) ruimte() int { return max(1, o.hoogte-len(o.kop)-len(o.voet)) }

func (o *opmaak) tekstBreedte() int { return max(8, min(o.breedte-o.paneel-2*o.marge, maxBreedte)) }

// opmaak lays the screen out for its size.
func (m *model) opmaak() *opmaak {
	o := &opmaak{breedte: max(m.breedte, minBreedte), hoogte: m.hoogte, paneel: m.paneel(), marge: 3, lucht: m.hoogte >= krap}
	if m.breedte < smal {
		o.marge = 1
	}
	if m.laag != nil {
		m.laag.View(o.tekstBreedte(), max(1, o.hoogte-4)) // its keys depend on what fits
	}
	o.voet = m.voet(o)
	o.kop = m.kop(o)
	if m.laag != nil {
		m.laag.View(o.tekstBreedte(), o.ruimte())
		o.voet = m.voet(o)
		m.laag.View(o.tekstBreedte(), o.ruimte())
		o.kop = m.kop(o)
	}
	wens, minst := m.veld.Hoogte(o.tekstBreedte())
	_, o.reserve = m.veld.(*regelveld)
	o.delen = m.delen(o, wens)
	o.krimp(minst)
	if o.afgekort {
		o.voet = m.voet(o) // it says now where the rest can be read
		o.krimp(minst)
	}
	for _, i := range []int{deelVeld, deelToont, deelUitleg, deelHulp} { // they get back what room is left
		if d := &o.delen[i]; d.toon > 0 {
			d.toon = min(d.vol, d.toon+max(0, o.ruimte()-o.nodig()))
		}
	}
	return o
}

// meldingen are the remarks at a question; "" where there is none.
func (m *model) meldingen() []string {
	return append(slices.Clone(m.vraag.meldingen), m.vraag.vraag.Melding, m.gezegd, m.vraag.nietBewaard)
}

// delen lists the parts of a question with all their lines.
func (m *model) delen(o *opmaak, veldHoogte int) []deel {
	v, breedte := m.vraag.vraag, o.tekstBreedte()
	st := m.stijl
	titel := zetwerk.VeiligRegel(v.Titel)
	if v.Prive {
		titel += " · alleen voor u"
		o.titel = 1
	}
	var toont []string
	for _, t := range v.Toont {
		o.stukken = append(o.stukken, len(toont))
		toont = append(toont, opgemaakt(t.Naam(), breedte, st.stil.Render)...)
		for _, regel := range tekst(t.Tekst, breedte-2) {
			toont = append(toont, st.stil.Render(kader+regel))
		}
	}
	var meldingen []string
	for _, melding := range m.meldingen() {
		for i, regel := range tekst(melding, breedte-2) {
			meldingen = append(meldingen, st.accent.Render([]string{"• ", "  "}[min(i, 1)])+regel)
		}
	}
	o.vooraf = len(tekst(v.Vooraf, breedte))
	delen := []deel{
		deelTitel:   {regels: opgemaakt(titel, breedte, st.gewoon.Render)},
		deelUitleg:  {regels: opgemaakt(v.Uitleg, breedte, st.stil.Render)},
		deelToont:   {regels: toont},
		deelVraag:   {regels: opgemaakt(v.Vraag, breedte, st.vol.Render)},
		deelMelding: {regels: meldingen},
		deelHulp:    {regels: opgemaakt(v.Toelichting, breedte, st.stil.Render)},
	}
	for i := range delen {
		delen[i].vol = len(delen[i].regels)
	}
	delen[deelVeld].vol = veldHoogte
	for i := range delen {
		delen[i].toon = delen[i].vol
	}
	return delen
}

// tekst wraps a text that a terminal may show; of nothing it makes no lines.
func tekst(s string, breedte int) []string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return zetwerk.Afbreken(zetwerk.Veilig(s), max(1, breedte))
}

func opgemaakt(s string, breedte int, render func(...string) string) []string {
	regels := tekst(s, breedte)
	for i := range regels {
		regels[i] = render(regels[i])
	}
	return regels
}

// krimp takes lines away from what matters least first, until all fits.
func (o *opmaak) krimp(veldMin int) {
	zonderReserve := max(veldMin, o.ruimte()/2)
	if o.reserve {
		zonderReserve = veldMin
	}
	for _, stap := range []struct {
		deel, tot int
	}{
		{deelVeld, max(veldMin, o.ruimte()/2)}, {deelUitleg, max(2, o.vooraf)}, {deelToont, max(4, 3*len(o.stukken))}, {deelHulp, 3},
		{deelUitleg, o.vooraf}, {lucht, 0}, {deelVeld, zonderReserve}, {deelHulp, 2}, {deelToont, 4}, {deelToont, 2 * min(2, len(o.stukken))}, {deelVeld, max(veldMin, 4)}, {deelHulp, 0}, {deelTitel, o.titel},
		{deelUitleg, 0},
		{deelVeld, veldMin + 1}, {deelToont, 2}, {deelToont, 0}, {deelVeld, veldMin}, {deelMelding, 2}, {deelVeld, min(veldMin, 4)},
		{deelMelding, 1}, {deelVraag, max(1, o.ruimte()-5)}, {deelVeld, min(veldMin, 2)},
		{deelVraag, max(1, o.ruimte()-3)}, {deelVeld, 1}, {deelVraag, 1}, {deelMelding, 0}, {deelTitel, 0},
	} {
		over := o.nodig() - o.ruimte()
		if over <= 0 {
			return
		}
		if stap.deel == lucht {
			o.lucht = false
			continue
		}
		d := &o.delen[stap.deel]
		if d.toon <= stap.tot {
			continue
		}
		d.toon = max(stap.tot, d.toon-over)
		if stap.deel != deelVeld && stap.deel != deelTitel {
			o.afgekort = true
		}
	}
}

// witregels is how many empty lines come before a part that is shown; a remark
// stands close below the question.
func (o *opmaak) witregels(deel int) int {
	if o.lucht && deel != deelMelding {
		return 1
	}
	return 0
}

// nodig counts the lines that the middle takes.
func (o *opmaak) nodig() int {
	n := 0
	for i, d := range o.delen {
		if d.toon > 0 {
			n += o.witregels(i) + d.toon
		}
	}
	return n
}

// midden draws what opmaak laid out.
func (o *opmaak) midden(v veld) []string {
	var regels []string
	for i, d := range o.delen {
		if d.toon == 0 {
			continue
		}
		switch i {
		case deelVeld:
			d.regels = v.View(o.tekstBreedte(), d.toon)
			d.regels = d.regels[:min(len(d.regels), d.toon)]
		case deelToont:
			d.regels = o.verdeel(d.regels, d.toon)
		}
		regels = append(regels, make([]string, o.witregels(i))...)
		regels = append(regels, kap(d.regels, d.toon, o.tekstBreedte())...)
	}
	return regels
}

// verdeel shortens the stukken to n lines together. Where each can keep its name and a
// line, they share what there is: who weighs one against the other sees both, and where
// there is more of each. Else the first is worth most.
func (o *opmaak) verdeel(regels []string, n int) (deel []string) {
	if n < 2*len(o.stukken) {
		return regels
	}
	for i, van := range o.stukken {
		tot := len(regels)
		if i+1 < len(o.stukken) {
			tot = o.stukken[i+1]
		}
		toon := min(tot-van, max(n/(len(o.stukken)-i), n-len(regels)+tot))
		deel = append(deel, kap(regels[van:tot], toon, o.tekstBreedte())...)
		n -= toon
	}
	return deel
}

// kap keeps the first n lines, and marks the last when there were more.
func kap(regels []string, n, breedte int) []string {
	if len(regels) <= n || n <= 0 {
		return regels[:min(len(regels), max(n, 0))]
	}
	deel := slices.Clone(regels[:n])
	deel[n-1] = heleWoorden(deel[n-1], max(0, breedte-2)) + " …"
	return deel
}

// heleWoorden shortens a line to at most breedte, and ends it after a word where
// one ends in its second half.
func heleWoorden(regel string, breedte int) string {
	heel := ansi.Strip(regel)
	past := ansi.Truncate(heel, breedte, "")
	if i := strings.LastIndexByte(past, ' '); past != heel && heel[len(past)] != ' ' && zetwerk.Breedte(past[:max(i, 0)]) > breedte/2 {
		past = past[:i]
	}
	return ansi.Truncate(regel, zetwerk.Breedte(strings.TrimRight(past, " ")), "")
}

// kop draws the header: what this is about, and how far it is.
func (m *model) kop(o *opmaak) []string {
	voortgang := ""
	switch l, leest := m.laag.(*leesLaag); {
	case leest && l.alleen:
		voortgang = l.waar()
	case m.vraag.keuze != nil:
	case m.vraag.vraag.Sleutel == sessie.SleutelAfronden:
		voortgang = "einde"
	default:
		voortgang = fmt.Sprintf("stap %d van %d", m.vraag.stap, m.vraag.van)
	}
	switch {
	case m.proef:
		voortgang = strings.TrimSpace("proef   " + voortgang)
	case o.breedte < smal && m.vraag.wijzigt:
		voortgang = "wijziging"
	case o.breedte < smal && o.breedte >= 36 && m.vraag.bewaard: // something of the title stays
		voortgang = "bewaard  " + voortgang
	case o.breedte < smal:
	case m.vraag.gewijzigd || m.vraag.wijzigt && !m.onthouden.IsZero(): // that is kept, and not in the reflectie
		voortgang = "wijziging, nog niet af   " + voortgang
	case m.vraag.wijzigt:
		voortgang = "wijziging   " + voortgang
	case m.vraag.bewaard:
		voortgang = "bewaard   " + voortgang
	}
	breedte := o.breedte - 2
	titel := kort(m.vraag.titel, breedte-zetwerk.Breedte(voortgang)-2)
	if o.hoogte < 6 {
		return nil
	}
	regels := []string{" " + m.stijl.stil.Render(uiteen(titel, voortgang, breedte))}
	if o.hoogte < krap {
		return regels
	}
	return append(regels, " "+m.balk(breedte))
}

// balk draws how far the conversation is. It moves with each question, and never back
// when an answer brings more of them: how many a step still asks, nobody knows.
func (m *model) balk(breedte int) string {
	stap, hier := max(0, m.vraag.stap-1), 0 // hier is how many of the step came before
	for _, v := range m.vraag.vragen {
		if v.Sleutel == m.vraag.vraag.Sleutel {
			break
		}
		if v.Titel == m.vraag.vraag.Titel {
			hier++
		}
	}
	if m.vraag.vraag.Sleutel == sessie.SleutelAfronden {
		stap, hier = m.vraag.van, 0
	}
	vol := breedte * (stap*(hier+2) + hier) / (max(1, m.vraag.van) * (hier + 2))
	return m.stijl.accent.Render(strings.Repeat("━", vol)) + m.stijl.stil.Render(strings.Repeat("─", breedte-vol))
}

// uiteen puts two texts at both ends of a line.
func uiteen(links, rechts string, breedte int) string {
	return links + strings.Repeat(" ", max(1, breedte-ansi.StringWidth(links)-ansi.StringWidth(rechts))) + rechts
}

// voet draws the footer: the keys that do something now. Where not all of them
// fit, those make way that nobody needs to answer the question and go on.
func (m *model) voet(o *opmaak) []string {
	var lijn []string
	if o.hoogte >= krap {
		lijn = append(lijn, " "+m.stijl.stil.Render(strings.Repeat("─", o.breedte-2)))
	}
	hints := m.hints(o)
	eerste := hints[0] // in a list: the keys that move, which stay where they take no line
	hints = slices.DeleteFunc(hints, func(h hint) bool { return h.bijzaak && o.hoogte < krap })
	if met := append([]hint{eerste}, hints...); eerste != hints[0] && len(m.hintregels(o, met)) == len(m.hintregels(o, hints)) {
		hints = met
	}
	ruimte := max(1, o.hoogte/3) - len(lijn)
	regels := m.hintregels(o, hints)
	for _, wijkt := range []string{"ctrl+e", "ctrl+t", "ctrl+o", "ctrl+r", "shift+tab"} {
		if len(regels) <= ruimte {
			break
		}
		hints = slices.DeleteFunc(hints, func(h hint) bool { return h.toets == wijkt })
		regels = m.hintregels(o, hints)
	}
	return append(lijn, regels[:min(len(regels), ruimte)]...)
}

// hintregels puts hints on as few lines as hold them.
func (m *model) hintregels(o *opmaak, hints []hint) []string {
	tussen := "   "
	if o.breedte < smal {
		tussen = "  "
	}
	var regels []string
	for _, h := range hints {
		tekst := h.toets + " " + m.stijl.stil.Render(h.doet)
		laatste := len(regels) - 1
		if laatste >= 0 && ansi.StringWidth(regels[laatste]+tussen+tekst) <= o.breedte {
			regels[laatste] += tussen + tekst
		} else {
			regels = append(regels, " "+tekst)
		}
	}
	return regels
}

// hints lists the keys that do something now.
func (m *model) hints(o *opmaak) []hint {
	if m.laag != nil {
		return m.laag.Toetsen()
	}
	hints := m.veld.Toetsen()
	if _, ok := m.veld.(*tekstveld); ok && m.bewerk != nil {
		hints = append(hints, hint{toets: "ctrl+e", doet: "editor", bijzaak: true})
	}
	if m.vraag.inleiding || !m.vraag.eerste {
		hints = append(hints, hint{toets: "shift+tab", doet: "terug"})
	}
	switch {
	case o.afgekort:
		hints = append(hints, hint{toets: "ctrl+r", doet: "alles lezen"})
	case len(m.vraag.verhaal) > 0:
		hints = append(hints, hint{toets: "ctrl+r", doet: "verhaal"})
	}
	if m.toontZicht() {
		hints = append(hints, hint{toets: "ctrl+t", doet: "netwerk", bijzaak: true})
	}
	switch {
	case len(m.vraag.vragen) == 0:
	case o.hoogte >= krap && m.vraag.vraag.Sleutel != sessie.SleutelAfronden: // one can be done at any question
		hints = append(hints, hint{toets: "ctrl+o", doet: "overzicht en einde"})
	default:
		hints = append(hints, hint{toets: "ctrl+o", doet: "overzicht"})
	}
	return append(hints, hint{toets: "ctrl+c", doet: "stoppen"})
}

func eersteTeken(s string) string {
	teken, _, _, _ := uniseg.FirstGraphemeClusterInString(s, -1)
	return teken
}
