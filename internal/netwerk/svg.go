package netwerk

import (
	"cmp"
	"embed"
	"fmt"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
)

// SVG returns the waardenetwerk as a picture that stands on its own, in a form:
// a document with its own colours for light, dark and print. titel says what it
// is about; hoogte is in pixels.
func (n Netwerk) SVG(f Formaat, titel string) (svg []byte, hoogte int) {
	t, o := tekenaar{}, n.opstellen(f, titel)
	t.begin(o, titel, n.Beschrijving())
	t.b.WriteString("<style>\n" + stijl() + "</style>\n")
	t.teken(o)
	return []byte(t.b.String()), o.hoogte
}

// stijl returns the colours of the picture as CSS.
func stijl() string {
	data, err := bestanden.ReadFile("beeld.css")
	if err != nil {
		panic("netwerk: " + err.Error()) // it is in the program
	}
	return string(data)
}

//go:embed beeld.css
var bestanden embed.FS

// Colours of paper. The sign has one of its own to be found by; it is a word too.
const (
	wit       = "#ffffff"
	vlak      = "#f4f5f7"
	omlijning = "#6b7280"
	inkt      = "#1b1f26"
	zacht     = "#4b5563"
	kleur     = "#86198f"
)

// lettertypen are those that machines have, none of them to be fetched.
const lettertypen = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, 'DejaVu Sans', sans-serif"

// A tekenaar writes SVG.
type tekenaar struct{ b strings.Builder }

func (t *tekenaar) f(format string, args ...any) { fmt.Fprintf(&t.b, format, args...) }

func (t *tekenaar) begin(o *opstelling, titel, zinnen string) {
	id := "weeg-netwerk-" + strconv.Itoa(o.breedte())
	t.f(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%[2]d" role="img" aria-labelledby="%[3]s-titel" aria-describedby="%[3]s-zinnen" font-family="%[4]s">`+"\n",
		o.breedte(), o.hoogte, id, lettertypen)
	t.f("<title id=\"%s-titel\">%s</title>\n", id, Ontsnap("Waardenetwerk: "+titel))
	t.f("<desc id=\"%s-zinnen\">%s</desc>\n", id, Ontsnap(zinnen))
}

// geenWaarden stands in the place of waarden.
func (n Netwerk) geenWaarden() string { return cmp.Or(n.Rest, "Er staan nog geen waarden.") }

// Beschrijving says in words what the picture shows.
func (n Netwerk) Beschrijving() string {
	if len(n.Waarden) == 0 {
		return n.geenWaarden()
	}
	var namen []string
	for _, w := range n.Waarden {
		namen = append(namen, casus.MetHoofdletter(w.Naam))
	}
	tekst := "De waarden zijn: " + strings.Join(namen, ", ") + "."
	if len(n.Verbanden) == 0 {
		return tekst + " " + cmp.Or(n.Rest, "Er staan nog geen verbanden.")
	}
	return strings.TrimSpace(tekst + " " + strings.Join(n.Zinnen(), " ") + " " + n.Rest)
}

func (t *tekenaar) teken(o *opstelling) {
	t.f(`<rect class="weeg-grond" width="%d" height="%d" fill="%s"/>`+"\n", o.breedte(), o.hoogte, wit)
	t.regels(o.titel, o.letter, o.rand, o.rand+o.letter.maat, `class="weeg-titel" font-weight="bold" fill="`+inkt+`"`)
	t.f("<g transform=\"translate(0 %d)\">\n", o.boven)
	for _, d := range o.draden {
		t.draad(d)
	}
	for _, k := range o.koppen {
		t.regels(k.regels, o.letter, k.x, k.y+o.letter.maat, `class="weeg-kop" fill="`+zacht+`"`)
	}
	for _, w := range o.waarden {
		t.f(`<g class="weeg-waarde"><rect class="weeg-vak" x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="%s"/>`+"\n", w.x, w.y, w.b, w.h, vlak, omlijning)
		t.regels(w.regels, o.letter, w.x+o.wit, w.y+(o.wit+4)/2+o.letter.maat, `class="weeg-naam" fill="`+inkt+`"`)
		t.b.WriteString("</g>\n")
	}
	for _, l := range o.verbanden {
		t.verband(o, l)
	}
	t.b.WriteString("</g>\n</svg>\n")
}

func (t *tekenaar) verband(o *opstelling, l *verbandvak) {
	t.f(`<g class="weeg-verband"><rect class="weeg-label" x="%d" y="%d" width="%d" height="%d" rx="%d" fill="%s" stroke="%s"/>`+"\n",
		l.x, l.y, l.b, l.h, min(14, l.h/2), wit, omlijning)
	y := l.y + (o.wit+2)/2 + o.letter.maat
	for _, r := range l.rijen {
		x := l.x + o.wit + o.inspring()
		t.regels([]regel{{tekst: r.teken}}, letter{o.letter.maat + 2, 0}, l.x+o.wit, y, `class="weeg-teken" font-weight="bold" fill="`+kleur+`"`)
		t.regels(r.woorden, o.letter, x, y, `class="weeg-woord" fill="`+inkt+`"`)
		t.regels(r.rollen, o.letter, x, y+len(r.woorden)*o.letter.regel, `class="weeg-rol" fill="`+zacht+`"`)
		y += r.aantal()*o.letter.regel + 4
	}
	t.b.WriteString("</g>\n")
}

// regels writes lines of text below each other; y is the foot of the first.
func (t *tekenaar) regels(regels []regel, l letter, x, y int, hoe string) {
	for _, r := range regels {
		dwang := ""
		if r.breedte > 0 {
			dwang = fmt.Sprintf(` textLength="%d" lengthAdjust="spacingAndGlyphs"`, r.breedte)
		}
		t.f(`<text x="%d" y="%d" font-size="%d" %s%s>%s</text>`+"\n", x, y, l.maat, hoe, dwang, Ontsnap(r.tekst))
		y += l.regel
	}
}

// draad draws one line, or a solid one beside a dashed one.
func (t *tekenaar) draad(d draad) {
	naast := 0
	if d.naar.vol && d.naar.streep {
		naast = 3
	}
	if d.naar.vol {
		t.lijn(d, -naast, "")
	}
	if d.naar.streep {
		t.lijn(d, naast, ` stroke-dasharray="6 5"`)
	}
}

// lijn draws a curve that leaves and comes in level.
func (t *tekenaar) lijn(d draad, naast int, streep string) {
	buig := (d.x2 - d.x1) / 2
	t.f(`<path class="weeg-lijn" d="M%d %dC%d %d %d %d %d %d" fill="none" stroke="%s" stroke-width="2"%s/>`+"\n",
		d.x1, d.y1+naast, d.x1+buig, d.y1+naast, d.x2-buig, d.y2+naast, d.x2, d.y2+naast, zacht, streep)
}
