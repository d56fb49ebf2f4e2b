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
// with their level, HTML and code blocks, quotes, lists, and the HTML in them.
func skelet(bron []byte) []string {
	var delen []string
	doc := forge().Parser().Parse(text.NewReader(bron))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			delen = append(delen, strings.Repeat("#", n.Level))
		case *ast.HTMLBlock:
			woorden := strings.Fields(string(n.Lines().Value(bron)))
			delen = append(delen, strings.Join(woorden[:min(3, len(woorden))], " "))
		default:
			delen = append(delen, n.Kind().String())
		}
	}
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if in && (n.Kind() == ast.KindRawHTML || n.Kind() == ast.KindHTMLBlock && n.Parent() != doc) && n.Parent().Kind() != ast.KindHeading {
			delen = append(delen, "HTML")
		}
		return ast.WalkContinue, nil
	})
	return delen
}

// vol answers every question with the same text where a text can stand.
func vol(tekst string) reflectie.Reflectie {
	a := reflectie.Tekst(tekst)
	paar := reflectie.Paar{"rust", "privacy"}
	return reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "alles", Rol: tekst, Door: tekst, Bracht: tekst,
		Eigen:       &reflectie.Situatie{Titel: tekst, Situatie: tekst, Moment: tekst},
		Antwoorden:  map[string]reflectie.Antwoord{"moment.reactie": a, "bedoeling.bereiken": a, "bedoeling.regel": a, "bedoeling.helpt": a, "onbekend.x": a},
		Standpunten: []reflectie.Standpunt{{Van: "ik"}, {Van: tekst, Standpunt: tekst}},
		Waarden:     []reflectie.Waarde{{ID: "rust", Naam: tekst, Betekenis: tekst, Gemeenschap: tekst}, {ID: "privacy", Naam: "Privacy", Betekenis: tekst}},
		Verbanden:   []reflectie.Verband{{Tussen: paar, Soort: "beide", Waarom: tekst}},
		Weging:      []reflectie.Weging{{Tussen: paar, Voorrang: "rust", Omdat: tekst, Prijs: map[string]string{"rust": tekst}}},
		Ruimte:      []reflectie.Ruimte{{Wie: tekst, Ruimte: tekst}},
		Uitkomst:    reflectie.Uitkomst{Doen: tekst, Keuze: "afwijken", Omdat: tekst},
		Afspraken:   []reflectie.Afspraak{{Wat: tekst, Bij: tekst}},
		Aandachtspunten: reflectie.Aandachtspunten{
			Kennis: []string{tekst, tekst}, Macht: []string{tekst}}}.Normaal()
}

func TestNothingTypedBreaksOutOfItsPlace(t *testing.T) {
	t.Parallel()
	// The same reflectie with a harmless text shows what the page must look like.
	proef := func(tekst string) []string {
		return skelet(lijfVan(t, markdown.Encode(eigenDefinitie(), markdown.Meta{}, vol(tekst), nil)))
	}
	want := proef("woord")
	for _, tekst := range vijandig() {
		if reflectie.Normaal(tekst) == "" {
			continue
		}
		if diff := cmp.Diff(want, proef(tekst)); diff != "" {
			t.Errorf("%.80q breaks the page (-want +got):\n%.1500s", tekst, diff)
		}
	}
}

func TestTheDataNeverEndTheirComment(t *testing.T) {
	t.Parallel()
	for _, tekst := range append(vijandig(), "-->", "--!>", "a--b---c----d", "->", "<!-->", "-- -->\n-->") {
		_, gegevens, _ := strings.Cut(string(markdown.Encode(eigenDefinitie(), markdown.Meta{}, vol(tekst), reflectie.Antwoorden{tekst: reflectie.Lijst(tekst)})), "<!-- weeg:gegevens")
		if gegevens = strings.TrimSuffix(gegevens, "\n-->\n"); strings.Contains(gegevens, "--") || strings.ContainsAny(gegevens, "<>") {
			t.Errorf("%.80q: the data hold what ends a comment:\n%.500s", tekst, gegevens)
		}
	}
}

func TestHeadingsShowWhatWasTyped(t *testing.T) {
	t.Parallel()
	for _, naam := range []string{"C#", "# kop #", "a*b*c_d_", "`x`", "[a](b)", "<b>&lt;", "1. een", "- twee", "a|b", "\\", "~~weg~~", "slot #", "===", "<!-- weeg:a.b -->"} {
		r := reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Werkvorm: "alles", Waarden: []reflectie.Waarde{{ID: "rust", Naam: naam, Betekenis: "x"}, {ID: "veiligheid", Naam: "Veiligheid"}},
			Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"rust", "veiligheid"}, Soort: "tegen"}}}
		var b bytes.Buffer
		if err := forge().Convert(lijfVan(t, markdown.Encode(definitie(), markdown.Meta{}, r, nil)), &b); err != nil {
			t.Fatal(err)
		}
		tekst := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", `"`).Replace(b.String())
		if !strings.Contains(strings.ToLower(tekst), "wat betekent "+strings.ToLower(naam)+" hier?") {
			t.Errorf("the heading with %q is not there", naam)
		}
	}
}

func TestMarkdownInAnAnswerRendersInsideIt(t *testing.T) {
	t.Parallel()
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
