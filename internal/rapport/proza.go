package rapport

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A lezer reads Markdown as a forge does, but that nothing of it is lost: HTML in
// it is text, and so is the definition of a link, which would not be seen.
type lezer struct {
	parser parser.Parser
	bron   []byte // the text that was read last
}

func newLezer() lezer {
	zonder := func(alle []util.PrioritizedValue, weg any) []util.PrioritizedValue {
		return slices.DeleteFunc(alle, func(p util.PrioritizedValue) bool { return p.Value == weg })
	}
	p := parser.NewParser(
		parser.WithBlockParsers(zonder(parser.DefaultBlockParsers(), parser.NewHTMLBlockParser())...),
		parser.WithInlineParsers(zonder(parser.DefaultInlineParsers(), parser.NewRawHTMLParser())...),
	)
	uitbreiding := goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify)
	return lezer{parser: goldmark.New(goldmark.WithParser(p), uitbreiding).Parser()}
}

// lees returns the blocks of a text, as bereid makes it.
func (l *lezer) lees(tekst string) ast.Node {
	l.bron = bereid(tekst)
	return l.parser.Parse(text.NewReader(l.bron))
}

// letterlijk is the text of a piece of a line: without the backslashes that keep
// Markdown from reading a character as its own. An entity stays as it was typed,
// and in a piece of code all does; a new line in that is a space.
func (l *lezer) letterlijk(n *ast.Text) string {
	s := n.Segment.Value(l.bron)
	if n.IsRaw() {
		return strings.ReplaceAll(string(s), "\n", " ")
	}
	return zonderStreep(s)
}

func zonderStreep(s []byte) string { return string(util.UnescapePunctuations(s)) }

// taal is what is written behind a fence to name a language.
var taal = regexp.MustCompile(`^[A-Za-z0-9+#.-]+$`)

// code returns the lines of a block of code. What stands behind its fence and is
// no name of a language is the first.
func (l *lezer) code(n ast.Node) string {
	var b strings.Builder
	if f, ok := n.(*ast.FencedCodeBlock); ok && f.Info != nil {
		if info := strings.TrimSpace(string(f.Info.Segment.Value(l.bron))); !taal.MatchString(info) || n.Lines().Len() == 0 {
			b.WriteString(info + "\n")
		}
	}
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(s.Value(l.bron))
	}
	return strings.TrimRight(b.String(), "\n")
}

// A verwijzing is where a link of any kind leads, as an address and as it was
// typed, and what its title says.
type verwijzing struct{ doel, getypt, titel string }

func (l *lezer) verwijzingVan(n ast.Node) verwijzing {
	switch n := n.(type) {
	case *ast.Link:
		return newVerwijzing(n.Destination, n.Title)
	case *ast.Image:
		return newVerwijzing(n.Destination, n.Title)
	case *ast.AutoLink: // in which nothing is an escape
		doel := string(util.URLEscape(n.URL(l.bron), false))
		if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(doel), "mailto:") {
			doel = "mailto:" + doel
		}
		return verwijzing{doel: doel}
	}
	return verwijzing{}
}

// newVerwijzing reads a destination: what it holds of escapes and entities as
// they are meant.
func newVerwijzing(doel, titel []byte) verwijzing {
	return verwijzing{string(util.URLEscape(doel, true)), zonderStreep(doel), zonderStreep(titel)}
}

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
	if metDoel && v.getypt != "" && v.getypt != naam {
		delen = append(delen, v.getypt)
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
func (l *lezer) inhoud(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if !in {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.WriteString(l.letterlijk(n))
			if n.SoftLineBreak() || n.HardLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.AutoLink:
			b.Write(n.Label(l.bron))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimFunc(b.String(), func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) })
}

// isZichtbaar reports whether anything of a node can be seen.
func (l *lezer) isZichtbaar(n ast.Node) bool {
	zichtbaar := l.inhoud(n) != ""
	_ = ast.Walk(n, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		zichtbaar = zichtbaar || l.verwijzingVan(n) != verwijzing{}
		return ast.WalkContinue, nil
	})
	return zichtbaar
}
