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

// A lezer reads Markdown as a forge does, but that HTML in it is text, and so is
// the definition of a link, which would not be seen.
type lezer struct{ parser.Parser }

func newLezer() lezer {
	// A block parser for HTML has priority 900, an inline one 400.
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
	return lezer{goldmark.New(goldmark.WithParser(p), goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Parser()}
}

// lees returns the blocks of a text; of one that is no prose, as it stands.
func (l lezer) lees(bron []byte) ast.Node {
	if isProza(bron) {
		return l.Parse(text.NewReader(bron))
	}
	doc, blok := ast.NewDocument(), ast.NewCodeBlock()
	regels := text.NewSegments()
	for van := 0; van < len(bron); {
		tot := len(bron)
		if i := bytes.IndexByte(bron[van:], '\n'); i >= 0 {
			tot = van + i + 1
		}
		regels.Append(text.NewSegment(van, tot))
		van = tot
	}
	blok.SetLines(regels)
	doc.AppendChild(doc, blok)
	return doc
}

// What a person writes has fewer of these. Reading more of them takes the square
// of their number.
const (
	maxHaken = 1000 // in a text, [ that may begin a link
	maxBegin = 200  // at the begin of a line, characters that open quotes and lists
)

// isProza reports whether a text is one that somebody may have written to be read.
func isProza(bron []byte) bool {
	if bytes.Count(bron, []byte("[")) > maxHaken {
		return false
	}
	for regel := range bytes.Lines(bron) {
		if len(regel)-len(bytes.TrimLeft(regel, "> -+*\t0123456789.)")) > maxBegin {
			return false
		}
	}
	return true
}

// letterlijk is the text of a piece of a line: without the backslashes that keep
// Markdown from reading a character as its own. An entity stays as it was typed.
func letterlijk(n *ast.Text, bron []byte) string {
	s := string(n.Segment.Value(bron))
	if n.IsRaw() {
		return s
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

// bronregels returns the lines of a block of code.
func bronregels(n ast.Node, bron []byte) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(bron))
	}
	return strings.TrimRight(b.String(), "\n")
}

// isVerwijzing reports whether a link may be one that somebody can follow: to a
// page or a mail address. Any other stays text.
func isVerwijzing(doel string) bool {
	laag := strings.ToLower(doel)
	if strings.ContainsFunc(doel, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return false
	}
	return strings.HasPrefix(laag, "https://") || strings.HasPrefix(laag, "http://") || strings.HasPrefix(laag, "mailto:")
}

// doelVan returns where a link of any kind leads, with the characters that have a
// meaning in Markdown as they are meant.
func doelVan(n ast.Node, bron []byte) string {
	switch n := n.(type) {
	case *ast.Link:
		return zonderStreep(string(n.Destination))
	case *ast.Image:
		return zonderStreep(string(n.Destination))
	case *ast.AutoLink:
		doel := string(n.URL(bron))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(doel), "mailto:") {
			doel = "mailto:" + doel
		}
		return doel
	}
	return ""
}

// inhoud is the text of a node without any form.
func inhoud(n ast.Node, bron []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && in {
			b.WriteString(letterlijk(t, bron))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
