package citaat

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	weergave "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// forge returns a renderer that does what forges do, and lets all HTML through.
func forge() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(weergave.WithUnsafe()))
}

// loop calls f for every node of a document.
func loop(doc ast.Node, f func(ast.Node)) {
	_ = ast.Walk(doc, func(n ast.Node, in bool) (ast.WalkStatus, error) {
		if in {
			f(n)
		}
		return ast.WalkContinue, nil
	})
}

// weergegeven returns what a forge makes of Markdown.
func weergegeven(t *testing.T, md goldmark.Markdown, bron string) string {
	t.Helper()
	var b bytes.Buffer
	if err := md.Convert([]byte(bron), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingBreaksOutOfItsQuote(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	md := forge()
	for i := range 4_000 {
		citaat := Schrijf(mengsel(r, 16, stukken()))
		if i%3 == 0 {
			citaat = SchrijfLijst([]string{"a", mengsel(r, 12, stukken()), mengsel(r, 12, stukken())})
		}
		bron := "# Kop <!-- weeg:a.b -->\n\n" + citaat + "\n\n# Wacht\n"
		ctx := parser.NewContext()
		doc := md.Parser().Parse(text.NewReader([]byte(bron)), parser.WithContext(ctx))
		var soorten []string
		for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
			soorten = append(soorten, n.Kind().String())
		}
		if !slices.Equal(soorten, []string{"Heading", "Blockquote", "Heading"}) || len(ctx.References()) > 0 {
			t.Fatalf("%v, %v of\n%s", soorten, ctx.References(), bron)
		}
		loop(doc.FirstChild().NextSibling(), func(n ast.Node) {
			if n.Kind() == ast.KindRawHTML || n.Kind() == ast.KindHTMLBlock {
				t.Fatalf("HTML of an answer gets through:\n%s", bron)
			}
		})
		if html := weergegeven(t, md, bron); !strings.HasSuffix(html, "</blockquote>\n<h1>Wacht</h1>\n") || strings.Count(html, "<!--") > 1 {
			t.Fatalf("%s\nof\n%s", html, bron)
		}
	}
}

// Markdown's own line breaks are compared with ours in texts without code spans
// and links, which may hold a line break themselves. Left out are marks of items
// with nothing after them: in a paragraph, a backslash there would make an item.
// Left out is where goldmark and cmark-gfm differ: tabs, of which goldmark counts
// the columns otherwise, empty items in items, and tables of lazy lines.
func TestEveryTypedLineBreakInAParagraphIsShown(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	los := []string{"a", "b", "een twee", "en", " ", "  ", "\n", "\n", "\n", "\n", "\n", "\n\n", "\n  ", "\n    ",
		"# ", "#", "---", "***", "\n```\n", "\n~~~~\n", "~~~"}
	soorten := [][]string{
		slices.Concat(los, []string{"-", "14. april", "- ", "* ", "+ ", "1. ", "1) ", "2. ", "10. ", "> ", ">", "===", "="}),
		slices.Concat(los, []string{"| c", "a | b", "\n| a | b |\n|---|---|\n", "\na | b\n-|-\n"}),
	}
	mds := []goldmark.Markdown{goldmark.New(), forge()}
	merkAlleen := regexp.MustCompile(`(?m)(^|[ >])([-+*]|[0-9]+[.)]) *$`)
	for i := range 5_000 {
		s := normaal(mengsel(r, 12, soorten[i%2]))
		if merkAlleen.MatchString(s) {
			continue
		}
		bron, md := Schrijf(s), mds[i%2]
		loop(md.Parser().Parse(text.NewReader([]byte(bron))), func(n ast.Node) {
			lijn, ok := n.(*ast.Text)
			if !ok || !lijn.SoftLineBreak() {
				return
			}
			_, rest, _ := strings.Cut(bron[lijn.Segment.Stop:], "\n")
			if volgende, _, _ := strings.Cut(rest, "\n"); strings.Count(volgende, ">") < 2 { // a quote in the quote
				t.Fatalf("no line break before %q in\n%s", volgende, bron)
			}
		})
		if html := weergegeven(t, md, bron); strings.Contains(html, `\`) {
			t.Fatalf("a backslash of ours shows:\n%s\nof\n%s", html, bron)
		}
	}
}

// lijnenBinnen tells which lines of a document stand in its first block.
func lijnenBinnen(md goldmark.Markdown, bron string) map[int]bool {
	binnen := map[int]bool{}
	loop(md.Parser().Parse(text.NewReader([]byte(bron))).FirstChild(), func(n ast.Node) {
		if n.Type() != ast.TypeBlock {
			return
		}
		for i := range n.Lines().Len() {
			binnen[strings.Count(bron[:n.Lines().At(i).Start], "\n")] = true
		}
	})
	return binnen
}

// Tables are left out: goldmark takes a lazy line below one for a row, where
// cmark-gfm and we end the quote. So is HTML in the quote that ends in the middle.
func TestAQuoteEndsWhereAForgeShowsItsEnd(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(13, 14))
	md := forge()
	citaten := []string{"> a", "> b c", "> - x", "> 1. x", "> > y", "> # k", "> ```", "> ~~~", ">     code", ">", "> a\\", "> ---", ">a", " > a",
		"   > a", "> <div>", "> <!-- x", "> <b>", "> <b>x</b> y", "> - ", "> -", "> > - a", ">  ", "> ===", "> -->", "> <!-- x -->", ">\ta", "> \tb"}
	volgende := []string{"", " ", "a", "  b", "    c", "\td", "- e", "* ", "-", "1. f", "2. g", "14. april", "2)", "# h", "#h", "#", "```", "~~~ x", "``",
		"---", "- - -", "***", "===", "=", "<!-- weeg:a.b -->", "<div>", "</p>", "<b>", "<b>x", "<x y='z'/>", "<https://x.nl>", "<?x", "<!X", "< 3",
		"<pre", "<script>", "    > i", "    - j", "| k |", "lui vervolg\\", "    ```", "### Kop <!-- weeg:a.b -->", "<summary>", "<a b=c d>", "</pre>"}
	for range 6_000 {
		var lijnen []string
		for range 1 + r.IntN(3) {
			lijnen = append(lijnen, citaten[r.IntN(len(citaten))])
		}
		for range 1 + r.IntN(5) {
			uit := volgende
			if r.IntN(4) == 0 {
				uit = citaten
			}
			lijnen = append(lijnen, uit[r.IntN(len(uit))])
		}
		bron := strings.Join(lijnen, "\n")
		n := Einde(lijnen)
		binnen := lijnenBinnen(md, bron)
		if n == 0 || n < len(lijnen) && binnen[n] {
			t.Fatalf("line %d belongs to the quote:\n%s", n+1, bron)
		}
		for i, s := range lijnen[:n] {
			if !strings.HasPrefix(strings.TrimLeft(s, " "), ">") && !binnen[i] {
				t.Fatalf("line %d does not belong to the quote:\n%s", i+1, bron)
			}
		}
	}
}

func TestPlainWordsShowAsTheyAreWhereverTheyStand(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(15, 16))
	md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Footnote))
	for range 3_000 {
		s := mengsel(r, 8, stukken())
		plat := Plat(s)
		terug := Ontplat(plat)
		if Plat(terug) != plat || strings.Contains(plat, "--") {
			t.Fatalf("%q became %q", s, plat)
		}
		if terug == "" {
			continue
		}
		want := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(terug)
		for _, plek := range [][4]string{
			{"", "", "<p>", "</p>"}, {"- ", "", "<ul>\n<li>", "</li>\n</ul>"}, {"## ", "", "<h2>", "</h2>"},
			{"a ", " b", "<p>a ", " b</p>"}, {"“", "”", "<p>“", "”</p>"}, {"a\n", "\nb", "<p>a\n", "\nb</p>"},
			{"# ", " <!-- weeg:a.b -->", "<h1>", " <!-- raw HTML omitted --></h1>"},
		} {
			if html := weergegeven(t, md, plek[0]+plat+plek[1]); html != plek[2]+want+plek[3]+"\n" {
				t.Fatalf("%q as %q shows as\n%s", terug, plek[0]+plat+plek[1], html)
			}
		}
	}
}
