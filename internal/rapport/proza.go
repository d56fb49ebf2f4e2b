package rapport

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// maxDiepte is how deep quotes and lists may lie in each other. What lies deeper
// is shown at that depth.
const maxDiepte = 8

// A lezer reads Markdown as a forge does, but that nothing of it is lost: HTML in
// it is text, and so is the definition of a link, which would not be seen.
type lezer struct{ gewoon, zonderTabel parser.Parser }

func newLezer() lezer {
	gewoon := []goldmark.Extender{extension.Strikethrough, extension.TaskList, extension.Linkify}
	return lezer{
		gewoon:      newParser(append(gewoon, extension.Table)),
		zonderTabel: newParser(gewoon),
	}
}

func newParser(uitbreiding []goldmark.Extender) parser.Parser {
	zonder := func(alle []util.PrioritizedValue, weg any) []util.PrioritizedValue {
		var over []util.PrioritizedValue
		for _, p := range alle {
			if p.Value != weg {
				over = append(over, p)
			}
		}
		return over
	}
	p := parser.NewParser(
		parser.WithBlockParsers(zonder(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
		parser.WithInlineParsers(zonder(parser.DefaultInlineParsers(), parser.NewRawHTMLParser())...),
	)
	return goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(uitbreiding...)).Parser()
}

// lees returns the blocks of a text; of one that is no prose, as it stands.
func (l lezer) lees(bron []byte) ast.Node {
	switch soort(bron) {
	case proza:
		return l.gewoon.Parse(text.NewReader(bron))
	case scheveTabel:
		return l.zonderTabel.Parse(text.NewReader(bron))
	}
	doc, blok := ast.NewDocument(), ast.NewCodeBlock()
	regels := text.NewSegments()
	van := 0
	for regel := range bytes.Lines(bron) {
		regels.Append(text.NewSegment(van, van+len(regel)))
		van += len(regel)
	}
	blok.SetLines(regels)
	doc.AppendChild(doc, blok)
	return doc
}

// What a person writes in a paragraph has fewer of these. Reading more of them
// takes the square of their number.
const (
	maxHaken   = 1000   // [ that may begin a link
	maxSterren = 2000   // * _ and ~ that may begin emphasis
	maxNesten  = 100    // at the begin of a line, quotes and lists that it opens
	maxCellen  = 20_000 // of a table, those that are not there included
)

// A tekstsoort says how a text can be read.
type tekstsoort int

const (
	proza       tekstsoort = iota // Markdown
	scheveTabel                   // with a table in it of which a row has too many cells: those would be lost
	geenProza                     // nobody wrote it to be read
)

func soort(bron []byte) tekstsoort {
	uit := proza
	var haken, sterren, regels, streepjes, kolommen int // of this paragraph
	for regel := range bytes.Lines(bron) {
		if len(bytes.TrimSpace(regel)) == 0 {
			haken, sterren, regels, streepjes, kolommen = 0, 0, 0, 0, 0
			continue
		}
		regels++
		haken += bytes.Count(regel, []byte("["))
		for _, c := range regel {
			if c == '*' || c == '_' || c == '~' {
				sterren++
			}
		}
		hier := bytes.Count(regel, []byte("|"))
		streepjes = max(streepjes, hier)
		if haken > maxHaken || sterren > maxSterren || streepjes*regels > maxCellen || nesten(regel) > maxNesten {
			return geenProza
		}
		if isScheiding(regel) {
			kolommen = cellen(regel)
		} else if kolommen > 0 && cellen(regel) > kolommen {
			uit = scheveTabel
		}
	}
	return uit
}

// nesten counts the quotes and lists that a line opens.
func nesten(regel []byte) int {
	n := 0
	for {
		regel = bytes.TrimLeft(regel, " \t")
		rest := bytes.TrimLeft(regel, "0123456789")
		switch {
		case len(rest) > 1 && len(rest) < len(regel) && (rest[0] == '.' || rest[0] == ')') && isLeeg(rest[1]),
			len(rest) > 1 && len(rest) == len(regel) && bytes.IndexByte([]byte("-+*"), rest[0]) >= 0 && isLeeg(rest[1]):
			regel = rest[1:]
		case len(regel) > 0 && regel[0] == '>':
			regel = regel[1:]
		default:
			return n
		}
		n++
	}
}

func isLeeg(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }

// isScheiding reports whether a line may be the one below the headings of a table.
func isScheiding(regel []byte) bool {
	return bytes.ContainsAny(regel, "-") && len(bytes.Trim(regel, "|-: \t\r\n>")) == 0 && bytes.ContainsAny(regel, "|:")
}

// cellen counts the cells of a row of a table.
func cellen(regel []byte) int {
	regel = bytes.Trim(bytes.TrimLeft(regel, "> \t"), " \t\r\n")
	regel = bytes.TrimSuffix(bytes.TrimPrefix(regel, []byte("|")), []byte("|"))
	return bytes.Count(regel, []byte("|")) - bytes.Count(regel, []byte(`\|`)) + 1
}

// letterlijk is the text of a piece of a line: without the backslashes that keep
// Markdown from reading a character as its own. An entity stays as it was typed,
// and in a piece of code all does; a new line in that is a space.
func letterlijk(n *ast.Text, bron []byte) string {
	s := string(n.Segment.Value(bron))
	if n.IsRaw() {
		return strings.ReplaceAll(s, "\n", " ")
	}
	return zonderStreep(s)
}

func zonderStreep(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// code returns the lines of a block of code. Words behind its fence that are more
// than the name of a language are the first.
func code(n ast.Node, bron []byte) string {
	var b strings.Builder
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		if info := strings.TrimSpace(string(f.Info.Segment.Value(bron))); strings.ContainsAny(info, " \t") || n.Lines().Len() == 0 {
			b.WriteString(info + "\n")
		}
	}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(bron))
	}
	return strings.TrimRight(b.String(), "\n")
}

// A verwijzing is where a link of any kind leads, and what its title says.
type verwijzing struct{ doel, titel string }

func verwijzingVan(n ast.Node, bron []byte) verwijzing {
	switch n := n.(type) {
	case *ast.Link:
		return verwijzing{doelVan(n.Destination), zonderStreep(string(n.Title))}
	case *ast.Image:
		return verwijzing{doelVan(n.Destination), zonderStreep(string(n.Title))}
	case *ast.AutoLink:
		doel := doelVan(n.URL(bron))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(doel), "mailto:") {
			doel = "mailto:" + doel
		}
		return verwijzing{doel: doel}
	}
	return verwijzing{}
}

// doelVan writes a destination as an address: what it holds of escapes and
// entities as they are meant.
func doelVan(doel []byte) string { return string(util.URLEscape(doel, true)) }

// isOpen reports whether somebody may follow it: to a page or a mail address. Any
// other stays text.
func (v verwijzing) isOpen() bool {
	laag := strings.ToLower(v.doel)
	if strings.ContainsFunc(v.doel, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return false
	}
	return strings.HasPrefix(laag, "https://") || strings.HasPrefix(laag, "http://") || strings.HasPrefix(laag, "mailto:")
}

// naast returns what is to be read beside the name of a link.
func (v verwijzing) naast(naam string, metDoel bool) string {
	var delen []string
	if metDoel && v.doel != "" && v.doel != naam {
		delen = append(delen, v.doel)
	}
	if v.titel != "" {
		delen = append(delen, v.titel)
	}
	if len(delen) == 0 {
		return ""
	}
	return " (" + strings.Join(delen, ", ") + ")"
}

// inhoud is the text of a node without any form; of what has none, where it leads.
func inhoud(n ast.Node, bron []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if in {
				b.WriteString(letterlijk(n, bron))
				if n.SoftLineBreak() || n.HardLineBreak() {
					b.WriteByte(' ')
				}
			}
		case *ast.AutoLink:
			if in {
				b.Write(n.Label(bron))
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimFunc(b.String(), func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// isZichtbaar reports whether anything of a node can be seen.
func isZichtbaar(n ast.Node, bron []byte) bool {
	zichtbaar := inhoud(n, bron) != ""
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		zichtbaar = zichtbaar || verwijzingVan(n, bron) != verwijzing{}
		return ast.WalkContinue, nil
	})
	return zichtbaar
}
