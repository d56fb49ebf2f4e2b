package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

func forge() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote))
}

// lijfVan returns a file without its front matter, as a forge renders it.
func lijfVan(t testing.TB, data []byte) []byte {
	t.Helper()
	_, lijf, ok := bytes.Cut(data[4:], []byte("\n---\n"))
	if !ok {
		t.Fatal("no front matter")
	}
	return lijf
}

// skelet lists what stands on the rendered page outside block quotes: headings
// with their level, HTML and code blocks, quotes, lists.
func skelet(bron []byte) []string {
	var delen []string
	doc := forge().Parser().Parse(text.NewReader(bron))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			delen = append(delen, strings.Repeat("#", n.Level)+" "+string(n.Lines().Value(bron)))
		case *ast.HTMLBlock:
			delen = append(delen, strings.TrimSpace(string(n.Lines().Value(bron))))
		default:
			delen = append(delen, n.Kind().String())
		}
	}
	return delen
}

// html lists the raw HTML inside block quotes.
func html(bron []byte) []string {
	var gevonden []string
	doc := forge().Parser().Parse(text.NewReader(bron))
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if in && (n.Kind() == ast.KindRawHTML || n.Kind() == ast.KindHTMLBlock && n.Parent() != doc) {
			gevonden = append(gevonden, n.Kind().String())
		}
		return ast.WalkContinue, nil
	})
	return gevonden
}

// vol answers every question with the same text where a text can stand.
func vol(tekst string) reflectie.Reflectie {
	a := reflectie.Tekst(tekst)
	return reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Werkvorm: "alles", Rol: tekst, Door: tekst,
		Antwoorden:  map[string]reflectie.Antwoord{"moment.reactie": a, "bedoeling.bereiken": a, "bedoeling.regel": a, "bedoeling.helpt": a, "onbekend.x": a},
		Standpunten: []reflectie.Standpunt{{Van: "ik", Standpunt: tekst}, {Van: tekst, Standpunt: tekst}},
		Waarden:     []reflectie.Waarde{{ID: "rust", Naam: tekst, Betekenis: tekst, Gemeenschap: tekst}, {ID: "privacy", Naam: "Privacy", Betekenis: tekst}},
		Verbanden:   []reflectie.Verband{{Tussen: reflectie.Paar{"rust", "privacy"}, Soort: "beide", Waarom: tekst}},
		Weging:      []reflectie.Weging{{Tussen: reflectie.Paar{"rust", "privacy"}, Voorrang: "rust", Omdat: tekst, Ondanks: tekst}},
		Ruimte:      []reflectie.Ruimte{{Wie: tekst, Ruimte: tekst}},
		Uitkomst:    reflectie.Uitkomst{Doen: tekst, Keuze: "afwijken", Omdat: tekst},
		Aandachtspunten: reflectie.Aandachtspunten{
			Kennis: []string{tekst, tekst}, Macht: []string{tekst}}}.Normaal()
}

func TestNothingTypedBreaksOutOfItsPlace(t *testing.T) {
	// The same reflectie with a harmless text shows what the page must look like.
	proef := func(tekst string) []string {
		delen := skelet(lijfVan(t, markdown.Encode(definitie(), markdown.Meta{}, vol(tekst), nil)))
		for i, d := range delen { // headings hold names: compare their level
			if strings.HasPrefix(d, "#") {
				delen[i], _, _ = strings.Cut(d, " ")
			}
		}
		return delen
	}
	want := proef("woord")
	for _, tekst := range vijandig() {
		if reflectie.Normaal(tekst) == "" {
			continue
		}
		if diff := cmp.Diff(want, proef(tekst)); diff != "" {
			t.Errorf("%.80q breaks the page (-want +got):\n%.1500s", tekst, diff)
		}
		bron := lijfVan(t, markdown.Encode(definitie(), markdown.Meta{}, vol(tekst), nil))
		if got := html(bron); len(got) > 0 {
			t.Errorf("%.80q makes HTML: %v", tekst, got)
		}
	}
}

func TestHeadingsShowWhatWasTyped(t *testing.T) {
	for _, naam := range []string{"C#", "# kop #", "a*b*c_d_", "`x`", "[a](b)", "<b>&lt;", "1. een", "- twee", "a|b", "\\", "~~weg~~", "slot #", "==="} {
		r := reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Werkvorm: "alles",
			Waarden: []reflectie.Waarde{{ID: "rust", Naam: naam, Betekenis: "x"}}}
		var b bytes.Buffer
		bron := lijfVan(t, markdown.Encode(definitie(), markdown.Meta{}, r, nil))
		if err := forge().Convert(bron, &b); err != nil {
			t.Fatal(err)
		}
		tekst := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`).Replace(b.String())
		if !strings.Contains(tekst, "Wat betekent "+strings.ToLower(naam)+" hier?</h3>") {
			t.Errorf("the heading with %q is not there", naam)
		}
	}
}

func TestMarkdownInAnAnswerRendersInsideIt(t *testing.T) {
	r := eenvoudig()
	r.Antwoorden["moment.reactie"] = reflectie.Tekst("**vet**\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n5 < 6 &amp; [^1]\n\n[a]: http://x")
	var b bytes.Buffer
	if err := forge().Convert(lijfVan(t, markdown.Encode(definitie(), markdown.Meta{}, r, nil)), &b); err != nil {
		t.Fatal(err)
	}
	_, na, _ := strings.Cut(b.String(), "<blockquote>")
	citaat, _, _ := strings.Cut(na, "</blockquote>")
	for _, want := range []string{"<strong>vet</strong>", "<li>een</li>", "<td>1</td>", "<pre><code>code", "5 &lt; 6 &amp; [^1]", "[a]: "} {
		if !strings.Contains(citaat, want) {
			t.Errorf("the answer lacks %q:\n%s", want, citaat)
		}
	}
}
