package rapport

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
)

// HTML writes a reflectie as a page that stands on its own: it asks nothing of
// anybody, runs nothing, and shows nothing of what somebody typed but as text
// and the Markdown in it. Private answers are not in it.
func HTML(w io.Writer, b Bladzij) error {
	p := newPagina(w, b.Bron.String())
	if !b.heeftKop() {
		p.kop(1, b.Titel)
	}
	p.stukken(b.Delen, b)
	return p.sluit()
}

func (p *pagina) stukken(delen []markdown.Deel, b Bladzij) {
	for _, s := range stukken(delen) {
		if len(s.open) > 0 {
			p.uit("<p class=\"leeg\">", nietIngevuld, "</p>\n")
			p.lijstVan(` class="leeg"`, s.open)
		} else {
			p.deel(s.Deel, b)
		}
	}
}

// NetwerkHTML writes a waardenetwerk as such a page: what it is of, the picture,
// and sentences. What it is of comes last where that is long.
func NetwerkHTML(w io.Writer, bronnen *Bronnen, n netwerk.Netwerk) error {
	titel := bronnen.Titel()
	p := newPagina(w, "Waardenetwerk: "+titel)
	p.kop(1, "Waardenetwerk")
	p.alinea(bronnen.inleiding())
	p.lijstVan("", bronnen.boven())
	p.netwerk(n, titel)
	if regels := bronnen.onderaan(); len(regels) > 0 {
		p.alinea(aantalPerCasus)
		p.lijstVan("", regels)
	}
	return p.sluit()
}

// A pagina is one in the making. A failure to write is told by sluit.
type pagina struct {
	w *bufio.Writer
	lezer
	niveau   int    // of the last heading
	beeld    bool   // the waardenetwerk was drawn
	tabel    int    // how many there are
	antwoord bool   // an answer is being written
	link     bool   // a link is open: there is none within one
	na       string // what comes after the contents

	opNieuw bool // in print, the next heading begins a page
}

// newPagina writes what comes before the contents. The foot of a page tells who
// gets it from somebody what it is, and what not. The one style is let in by its
// hash; all else, whatever got on the page, a browser does not run or fetch.
func newPagina(w io.Writer, titel string) *pagina {
	stijl := bestand("bladzij.css")
	som := sha256.Sum256([]byte(stijl))
	p := &pagina{w: bufio.NewWriter(w), lezer: newLezer()}
	voor, na, _ := strings.Cut(bestand("bladzij.html"), "{inhoud}\n")
	p.na = na
	p.uit(strings.NewReplacer("{som}", base64.StdEncoding.EncodeToString(som[:]),
		"{titel}", netwerk.Ontsnap(titel), "{stijl}", stijl).Replace(voor))
	return p
}

//go:embed bladzij.html bladzij.css
var bestanden embed.FS

func bestand(naam string) string {
	data, err := bestanden.ReadFile(naam)
	if err != nil {
		panic("rapport: " + err.Error()) // it is in the program
	}
	return string(data)
}

func (p *pagina) sluit() error {
	p.uit(p.na)
	return p.w.Flush()
}

func (p *pagina) uit(delen ...string) {
	for _, d := range delen {
		_, _ = p.w.WriteString(d) // a bufio.Writer keeps its first error for Flush
	}
}

func (p *pagina) deel(d markdown.Deel, b Bladzij) {
	switch d.Soort {
	case markdown.DeelKop:
		p.kop(d.Niveau, d.Tekst)
	case markdown.DeelAntwoord:
		p.uit("<blockquote class=\"antwoord\">\n")
		p.antwoord = true
		p.proza(d.Tekst)
		p.antwoord = false
		p.uit("</blockquote>\n")
	case markdown.DeelLeeg:
		p.uit("<p class=\"leeg\">niet ingevuld</p>\n")
	case markdown.DeelTekst:
		p.proza(d.Tekst)
	case markdown.DeelNetwerk:
		p.netwerk(b.Netwerk, b.Bron.Titel)
	}
}

// alinea writes a line of text, if it says something.
func (p *pagina) alinea(tekst string) {
	if tekst != "" {
		p.uit("<p>", netwerk.Ontsnap(tekst), "</p>\n")
	}
}

// lijstVan writes lines of text as a list, if there are any.
func (p *pagina) lijstVan(hoe string, regels []string) {
	if len(regels) == 0 {
		return
	}
	p.uit("<ul", hoe, ">\n")
	for _, r := range regels {
		p.uit("<li>", netwerk.Ontsnap(r), "</li>\n")
	}
	p.uit("</ul>\n")
}

// kop writes a heading, at most one level below the one before it, so that none
// is missing in between. There is one of the first level.
func (p *pagina) kop(niveau int, tekst string) {
	if strings.TrimSpace(tekst) == "" {
		return // a heading that says nothing leads nowhere
	}
	p.opKop(niveau, func() { p.uit(netwerk.Ontsnap(tekst)) })
}

func (p *pagina) opKop(niveau int, inhoud func()) {
	minst := min(p.niveau+1, 2)
	p.niveau = max(minst, min(niveau, p.niveau+1, 6))
	klasse := ""
	if p.opNieuw {
		klasse, p.opNieuw = ` class="nieuw-blad"`, false
	}
	p.uit(fmt.Sprintf("<h%d%s>", p.niveau, klasse))
	inhoud()
	p.uit(fmt.Sprintf("</h%d>\n", p.niveau))
}

// netwerk draws the waardenetwerk, and says the same in words. A page has it
// once, as one image that a word processor keeps; a small screen gets another form of it.
func (p *pagina) netwerk(n netwerk.Netwerk, titel string) {
	if p.beeld {
		return
	}
	p.beeld = true
	if len(n.Waarden) == 0 {
		p.alinea(cmp.Or(n.Rest, "Er staan nog geen waarden."))
		return
	}
	breed, hoogte := n.SVG(netwerk.Breed, titel)
	smal, _ := n.SVG(netwerk.Smal, titel)
	klasse := "beeld"
	if hoogte > eenBlad {
		klasse = "beeld hoog"
	}
	// A paragraph: of a figure without a caption, pandoc drops the alt.
	p.uit(`<p class="`, klasse, `">`, `<picture><source media="screen and (max-width: 42rem)" srcset="`, alsAdres(smal), `"><img src="`, alsAdres(breed),
		`" alt="`, netwerk.Ontsnap(n.Beschrijving()), "\"></picture></p>\n")
	uitspraken := n.Uitspraken()
	if len(uitspraken) == 0 {
		p.alinea(cmp.Or(n.Rest, "Er staan nog geen verbanden."))
		return
	}
	p.uit("<ul>\n")
	for _, u := range uitspraken {
		p.uit("<li>", netwerk.Ontsnap(u.Zin))
		if len(u.Visies) > 0 {
			p.uit("\n")
			p.lijstVan("", u.Visies)
		}
		p.uit("</li>\n")
	}
	p.uit("</ul>\n")
	p.alinea(n.Rest)
}

// alsAdres writes a picture as an address that holds it whole.
func alsAdres(svg []byte) string {
	return "data:image/svg+xml;base64," + base64.StdEncoding.EncodeToString(svg)
}

// eenBlad is how high, in pixels, a picture can be that can still be read when it
// is made to fit on one page of A4.
const eenBlad = 1400

// proza writes Markdown.
func (p *pagina) proza(tekst string) {
	p.binnen(p.lees(tekst))
}

// binnen writes what is in a node.
func (p *pagina) binnen(n ast.Node) {
	for kind := n.FirstChild(); kind != nil; kind = kind.NextSibling() {
		p.knoop(kind)
	}
}

// om writes a node between two tags.
func (p *pagina) om(tag string, n ast.Node) {
	p.uit("<", tag, ">")
	p.binnen(n)
	p.uit("</", tag, ">")
}

// knoop writes a node.
func (p *pagina) knoop(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		if p.isZichtbaar(n) {
			p.opKop(3+n.Level, func() { p.binnen(n) })
		}
	case *ast.Blockquote:
		p.uit("<blockquote>\n")
		p.binnen(n)
		p.uit("</blockquote>\n")
	case *ast.List:
		p.lijst(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		p.uit("<pre><code>", netwerk.Ontsnap(p.code(n)), "</code></pre>\n")
	case *ast.ThematicBreak:
		p.uit("<hr>\n")
	case *extast.Table:
		p.schrijfTabel(n)
	case *ast.Paragraph:
		p.om("p", n)
		p.uit("\n")
	case *ast.Text:
		p.uit(netwerk.Ontsnap(p.letterlijk(n)))
		switch {
		case n.HardLineBreak(), n.SoftLineBreak() && p.antwoord: // the person ended the line there
			p.uit("<br>\n")
		case n.SoftLineBreak():
			p.uit("\n")
		}
	case *ast.CodeSpan:
		p.om("code", n)
	case *ast.Emphasis:
		p.om([]string{"em", "strong"}[min(n.Level, 2)-1], n)
	case *extast.Strikethrough:
		p.om("del", n)
	case *extast.TaskCheckBox:
		vak := "☐ "
		if n.IsChecked {
			vak = "☑ "
		}
		p.uit(vak)
	case *ast.AutoLink, *ast.Link, *ast.Image: // to fetch an image would tell somebody that the page is read
		p.verwijzing(n)
	default:
		p.binnen(n)
	}
}

func (p *pagina) lijst(l *ast.List) {
	tag, begin := "ul", ""
	if l.IsOrdered() {
		tag = "ol"
		if l.Start != 1 {
			begin = fmt.Sprintf(` start="%d"`, l.Start)
		}
	}
	p.uit("<", tag, begin, ">\n")
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		p.om("li", item)
		p.uit("\n")
	}
	p.uit("</", tag, ">\n")
}

// schrijfTabel writes a table. One that is too wide for the page moves by itself.
func (p *pagina) schrijfTabel(t *extast.Table) {
	p.tabel++
	p.uit(fmt.Sprintf("<div class=\"tabel\" tabindex=\"0\" role=\"region\" aria-label=\"Tabel %d, opzij te schuiven\"><table>\n", p.tabel))
	for rij := t.FirstChild(); rij != nil; rij = rij.NextSibling() {
		_, isKop := rij.(*extast.TableHeader)
		p.uit("<tr>")
		for cel := rij.FirstChild(); cel != nil; cel = cel.NextSibling() {
			tag := "td"
			if isKop && p.isZichtbaar(cel) {
				tag = "th"
			}
			p.om(tag, cel)
		}
		p.uit("</tr>\n")
	}
	p.uit("</table></div>\n")
}

// verwijzing writes a link that somebody may follow. Of any other, and of one
// within a link, it stands there as text where it leads.
func (p *pagina) verwijzing(n ast.Node) {
	v, naam := p.verwijzingVan(n), p.inhoud(n)
	volgbaar := v.isOpen() && !p.link
	if volgbaar {
		p.link = true
		p.uit(`<a href="`, netwerk.Ontsnap(v.doel), `">`)
		if naam == "" {
			p.uit(netwerk.Ontsnap(v.doel))
		}
	}
	if auto, ok := n.(*ast.AutoLink); ok {
		p.uit(netwerk.Ontsnap(string(auto.Label(p.bron))))
	}
	p.binnen(n)
	if volgbaar {
		p.uit("</a>")
		p.link = false
	}
	p.uit(netwerk.Ontsnap(v.naast(naam, !volgbaar)))
}
