package rapport

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/zetwerk"
)

// A Vorm says how lines look. Its zero value is plain text, of no width.
type Vorm struct {
	Breedte int  // columns that a line may take, at least 1
	Opmaak  bool // bold, faint and slanted text, as a terminal shows it
	Kleur   bool // one colour besides
	Zinnen  bool // the waardenetwerk in sentences alone, for who has it read out
}

// Regels returns the page of a reflectie as lines, with the private answers that
// go with it, if any, at its end. What a line holds is safe for a terminal.
func Regels(b Bladzij, prive []markdown.Deel, v Vorm) []string {
	z := newZetter(v)
	if !b.heeftKop() {
		z.kop(1, b.Titel)
	}
	for _, s := range stukken(b.Delen) {
		if len(s.open) > 0 {
			z.opsomming(nietIngevuld, s.open, zacht)
		} else {
			z.deel(s.Deel, b.Netwerk)
		}
	}
	if len(prive) > 0 {
		z.prive(prive)
	}
	return z.regels
}

// PriveRegels returns private answers as lines of their own.
func PriveRegels(prive []markdown.Deel, v Vorm) []string {
	z := newZetter(v)
	z.prive(prive)
	return z.regels
}

// NetwerkRegels returns a waardenetwerk as lines: what it is of, a matrix, and
// sentences. What it is of comes last where that is long.
func NetwerkRegels(bronnen *Bronnen, n netwerk.Netwerk, v Vorm) []string {
	z := newZetter(v)
	z.kop(1, "Waardenetwerk")
	z.opsomming(bronnen.inleiding(), bronnen.boven(), 0)
	z.netwerk(n)
	if regels := bronnen.onderaan(); len(regels) > 0 {
		z.opsomming(aantalPerCasus, regels, 0)
	}
	return z.regels
}

// A marge is what stands before the lines of a block: before its first, and
// before the others.
type marge struct{ eerst, rest string }

// in puts the same before every line.
func (m marge) in(s string) marge { return marge{m.eerst + s, m.rest + s} }

// na is the margin of what comes next in the same block.
func (m marge) na() marge { return marge{m.rest, m.rest} }

// A zetter sets a page on lines.
type zetter struct {
	vorm Vorm
	lezer
	regels     []string
	beeld      bool // the waardenetwerk was drawn
	inAntwoord bool // what is being set is an answer
	merken     bool // what is bold or slanted has marks, as in Markdown
	onder      bool // the last line is that of a question: what answers it comes right below
}

func newZetter(v Vorm) *zetter {
	v.Breedte = max(1, v.Breedte)
	return &zetter{vorm: v, lezer: newLezer()}
}

func (z *zetter) deel(d markdown.Deel, n netwerk.Netwerk) {
	switch d.Soort {
	case markdown.DeelKop:
		z.kop(d.Niveau, d.Tekst)
	case markdown.DeelAntwoord:
		z.antwoord(d.Tekst)
	case markdown.DeelLeeg:
		z.wit()
		z.schrijf(marge{}, alinea{}.met("niet ingevuld", zacht))
	case markdown.DeelTekst:
		z.wit()
		z.proza(d.Tekst, marge{})
	case markdown.DeelNetwerk:
		if !z.beeld {
			z.netwerk(n)
		}
		z.beeld = true
	}
}

// opsomming sets lines of text as a list, with what it is above it.
func (z *zetter) opsomming(kop string, regels []string, s stijl) {
	z.wit()
	z.schrijf(marge{}, alinea{}.met(kop, s))
	for _, r := range regels {
		z.schrijf(marge{"- ", "  "}, alinea{}.met(r, s))
	}
}

// wit leaves a line empty, but for at the top and below another one.
func (z *zetter) wit() {
	if n := len(z.regels); n > 0 && z.regels[n-1] != "" && !z.onder {
		z.regels = append(z.regels, "")
	}
	z.onder = false
}

// kop sets a heading of the page: the higher, the heavier the line under it.
func (z *zetter) kop(niveau int, tekst string) {
	if strings.TrimSpace(tekst) == "" {
		return
	}
	z.onder = false
	z.wit()
	tekst = zetwerk.VeiligRegel(tekst)
	z.schrijf(marge{}, alinea{}.met(tekst, vet))
	streep := z.streep(niveau)
	z.onder = streep == ""
	if streep != "" {
		z.schrijf(marge{}, alinea{}.met(strings.Repeat(streep, min(zetwerk.Breedte(tekst), z.vorm.Breedte)), zacht))
	}
}

// streep is what a line is drawn with: below a heading of a niveau that has one,
// and of the second niveau also elsewhere.
func (z *zetter) streep(niveau int) string {
	if z.vorm.Opmaak {
		return map[int]string{1: "━", 2: "─"}[niveau]
	}
	return map[int]string{1: "=", 2: "-"}[niveau]
}

// antwoord sets what a person wrote, apart from what the page says.
func (z *zetter) antwoord(tekst string) {
	z.wit()
	z.merken, z.inAntwoord = !z.vorm.Opmaak, true
	z.proza(tekst, marge{}.in(z.rand()))
	z.merken, z.inAntwoord = false, false
}

// rand stands before every line of an answer.
func (z *zetter) rand() string {
	if !z.vorm.Opmaak {
		return "    "
	}
	if z.vorm.Kleur {
		return "\x1b[95m│\x1b[0m "
	}
	return "│ "
}

// PriveTitel is the heading above private answers.
const PriveTitel = "Uw privé-antwoorden"

// prive sets private answers, each marked as such.
func (z *zetter) prive(delen []markdown.Deel) {
	z.kop(2, PriveTitel)
	z.wit()
	z.proza("Deze antwoorden staan niet in het bestand van uw reflectie.", marge{})
	for _, d := range delen {
		switch {
		case d.Soort == markdown.DeelKop && d.Niveau > 2:
			z.kop(d.Niveau, d.Tekst+" (privé)")
		case d.Soort == markdown.DeelAntwoord:
			z.antwoord(d.Tekst)
		}
	}
}

// netwerk sets a matrix and sentences.
func (z *zetter) netwerk(n netwerk.Netwerk) {
	z.wit()
	if len(n.Waarden) == 0 {
		z.schrijf(marge{}, alinea{}.met(cmp.Or(n.Rest, "Er staan nog geen waarden."), 0))
		return
	}
	if !z.vorm.Zinnen {
		z.regels = append(z.regels, n.Matrix(z.vorm.Breedte)...)
		z.wit()
	}
	uitspraken := n.Uitspraken()
	if len(uitspraken) == 0 && n.Rest == "" {
		z.schrijf(marge{}, alinea{}.met("Er staan nog geen verbanden.", 0))
	}
	for _, u := range uitspraken {
		z.schrijf(marge{"- ", "  "}, alinea{}.met(u.Zin, 0))
		for _, visie := range u.Visies {
			z.schrijf(marge{"  - ", "    "}, alinea{}.met(visie, 0))
		}
	}
	if n.Rest != "" {
		z.opsomming(n.Rest, nil, 0)
	}
}

// schrijf sets a paragraph.
func (z *zetter) schrijf(m marge, a alinea) {
	voor := m.eerst
	breedte := z.vorm.Breedte - max(kolommen(m.eerst), kolommen(m.rest))
	for _, regel := range a.regels(breedte, z.vorm.Opmaak) {
		z.regels = append(z.regels, strings.TrimRight(voor+regel, " "))
		voor = m.rest
	}
}

// kolommen is how wide a piece of a line is; nothing of its stijlen counts.
func kolommen(s string) int { return zetwerk.Breedte(ansi.Strip(s)) }

// proza sets Markdown.
func (z *zetter) proza(tekst string, m marge) {
	z.blokken(z.lees(tekst), m, 0, false)
}

// blokken sets the blocks in a block. Those of a tight list have no empty lines
// between them.
func (z *zetter) blokken(ouder ast.Node, m marge, diepte int, dicht bool) {
	for n := ouder.FirstChild(); n != nil; n = n.NextSibling() {
		if n != ouder.FirstChild() {
			m = m.na()
			if !dicht {
				z.regels = append(z.regels, strings.TrimRight(m.rest, " "))
			}
		}
		z.blok(n, m, diepte)
	}
}

func (z *zetter) blok(n ast.Node, m marge, diepte int) {
	switch n := n.(type) {
	case *ast.Heading:
		hekjes := ""
		if z.merken {
			hekjes = strings.Repeat("#", n.Level) + " "
		}
		z.schrijf(m, alinea{}.met(hekjes, 0).en(z.zin(n, vet)))
	case *ast.Blockquote:
		z.dieper(n, m.in("> "), m, diepte, false)
	case *ast.List:
		z.lijst(n, m, diepte)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		z.schrijf(m.in("  "), alinea{}.met(z.code(n), zacht))
	case *ast.ThematicBreak:
		z.schrijf(m, alinea{}.met(strings.Repeat(z.streep(2), 3), zacht))
	case *extast.Table:
		z.tabel(n, m)
	default:
		z.schrijf(m, z.zin(n, 0))
	}
}

// maxInspringen is how many quotes and lists in each other are indented.
const maxInspringen = 8

// dieper sets the blocks in a quote or list, with binnen before them; where that
// would be too deep, with buiten.
func (z *zetter) dieper(n ast.Node, binnen, buiten marge, diepte int, dicht bool) {
	if diepte >= maxInspringen || kolommen(binnen.rest) > z.vorm.Breedte/2 {
		binnen = buiten
	}
	z.blokken(n, binnen, diepte+1, dicht)
}

func (z *zetter) lijst(l *ast.List, m marge, diepte int) {
	nummer := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		punt := "- "
		if l.IsOrdered() {
			punt = fmt.Sprintf("%d. ", nummer)
			nummer++
		}
		if item != l.FirstChild() {
			m = m.na()
			if !l.IsTight {
				z.regels = append(z.regels, strings.TrimRight(m.rest, " "))
			}
		}
		if item.FirstChild() == nil {
			z.schrijf(m, alinea{}.met(punt, 0))
			continue
		}
		z.dieper(item, marge{m.eerst + punt, m.rest + strings.Repeat(" ", len(punt))}, marge{m.eerst + punt, m.rest}, diepte, l.IsTight)
	}
}

// zin collects what stands in a paragraph.
func (z *zetter) zin(n ast.Node, s stijl) alinea {
	var a alinea
	for kind := n.FirstChild(); kind != nil; kind = kind.NextSibling() {
		a = a.en(z.stukje(kind, s))
	}
	return a
}

// stukje is a piece of a line. An answer in plain text has marks as in Markdown:
// nothing of what the person meant is lost.
func (z *zetter) stukje(n ast.Node, s stijl) alinea {
	tussen := func(merk string, s stijl) alinea {
		if !z.merken {
			merk = ""
		}
		return alinea{}.met(merk, 0).en(z.zin(n, s)).met(merk, 0)
	}
	switch n := n.(type) {
	case *ast.Text:
		einde := ""
		switch {
		case n.HardLineBreak(), n.SoftLineBreak() && z.inAntwoord: // the person ended the line there
			einde = "\n"
		case n.SoftLineBreak():
			einde = " "
		}
		return alinea{}.met(z.letterlijk(n), s).met(einde, s)
	case *ast.CodeSpan:
		return alinea{}.met("`", s).en(z.zin(n, s)).met("`", s)
	case *ast.Emphasis:
		if n.Level == 1 {
			return tussen("*", s|schuin)
		}
		return tussen("**", s|vet)
	case *extast.Strikethrough:
		return tussen("~~", s|door)
	case *extast.TaskCheckBox:
		if n.IsChecked {
			return alinea{}.met("[x] ", s)
		}
		return alinea{}.met("[ ] ", s)
	case *ast.AutoLink:
		return alinea{}.met(string(n.Label(z.bron)), s|onder)
	case *ast.Link, *ast.Image:
		naam := z.zin(n, s|onder)
		return naam.met(z.verwijzingVan(n).naast(naam.String(), true), s)
	}
	return z.zin(n, s)
}
