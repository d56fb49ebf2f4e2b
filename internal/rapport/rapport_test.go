package rapport_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

func antwoord(tekst string) rapport.Bladzij {
	return rapport.Bladzij{Bron: rapport.Bron{Titel: "T"}, Delen: []markdown.Deel{{Soort: markdown.DeelAntwoord, Tekst: tekst}}}
}

func kaal(tekst string, breedte int) string {
	return strings.TrimPrefix(strings.Join(rapport.Regels(antwoord(tekst), nil, rapport.Vorm{Breedte: breedte}), "\n"), "T\n=\n\n")
}

func htmlVan(t testing.TB, tekst string) string {
	t.Helper()
	var b bytes.Buffer
	if err := rapport.HTML(&b, antwoord(tekst)); err != nil {
		t.Fatal(err)
	}
	_, na, _ := strings.Cut(b.String(), `<blockquote class="antwoord">`+"\n")
	inhoud, _, _ := strings.Cut(na, "</blockquote>\n</main>")
	return inhoud
}

func tabel(rijen string) string {
	return "<div class=\"tabel\" tabindex=\"0\" role=\"region\" aria-label=\"Tabel 1, opzij te schuiven\"><table>\n" + rijen + "</table></div>\n"
}

// What Markdown an answer has, as plain lines and on a page.
func TestMarkdownInAnAnswerIsRendered(t *testing.T) {
	for _, c := range []struct{ bron, lijn, page string }{
		{"**vet** en *schuin*", "**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>\n"},
		{"een\ntwee  \ndrie", "een\n    twee\n    drie", "<p>een<br>\ntwee<br>\ndrie</p>\n"},
		{"- a\n- b\n  1. c", "- a\n    - b\n      1. c", "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n"},
		{"3. c", "3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>\n"},
		{"> q", "> q", "<blockquote>\n<p>q</p>\n</blockquote>\n"},
		{"# k\n\n### l", "# k\n\n    ### l", "<h2>k</h2>\n<h3>l</h3>\n"},
		{"`<b>` \\*x\\*", "`<b>` *x*", "<p><code>&lt;b&gt;</code> *x*</p>\n"},
		{"```go\n<a>\n```", "  <a>", "<pre><code>&lt;a&gt;</code></pre>\n"},
		{"&lt;b&gt; &copy;", "&lt;b&gt; &copy;", "<p>&amp;lt;b&amp;gt; &amp;copy;</p>\n"},
		{"- [x] a", "- [x] a", "<ul>\n<li>☑ a</li>\n</ul>\n"},
		{"[n](https://x.example/?a=1&b=2)", "n (https://x.example/?a=1&b=2)", "<p><a href=\"https://x.example/?a=1&amp;b=2\">n</a></p>\n"},
		{"<https://x.example>", "https://x.example", "<p><a href=\"https://x.example\">https://x.example</a></p>\n"},
		{"<a@x.example>", "a@x.example", "<p><a href=\"mailto:a@x.example\">a@x.example</a></p>\n"},
		{"![beeld](https://x.example/p.png)", "beeld (https://x.example/p.png)", "<p><a href=\"https://x.example/p.png\">beeld</a></p>\n"},
		{"[a]: https://x.example\n\n[a]", "[a]: https://x.example\n\n    [a]", "<p>[a]: <a href=\"https://x.example\">https://x.example</a></p>\n<p>[a]</p>\n"},
		{"https://x.example/pad", "https://x.example/pad", "<p><a href=\"https://x.example/pad\">https://x.example/pad</a></p>\n"},
		{"[a](https://x.example?a=1&amp;b=2 \"een titel\")", "a (https://x.example?a=1&amp;b=2, een titel)", "<p><a href=\"https://x.example?a=1&amp;b=2\">a</a> (een titel)</p>\n"},
		{"[![b](https://b.example)](https://a.example)", "b (https://b.example) (https://a.example)", "<p><a href=\"https://a.example\">b (https://b.example)</a></p>\n"},
		{"[](https://b.example)", " (https://b.example)", "<p><a href=\"https://b.example\">https://b.example</a></p>\n"},
		{"# <https://a.example>", "# https://a.example", "<h2><a href=\"https://a.example\">https://a.example</a></h2>\n"},
		{"# <!-- -->\n\n#", "# <!-- -->\n\n    #", "<h2>&lt;!-- --&gt;</h2>\n"},
		{"~~~ tot slot: bel Ria", "  tot slot: bel Ria", "<pre><code>tot slot: bel Ria</code></pre>\n"},
		{"``` waarom Ria\nbij de deur\n```", "  waarom Ria\n      bij de deur", "<pre><code>waarom Ria\nbij de deur</code></pre>\n"},
		{"`een\ntwee`", "`een twee`", "<p><code>een twee</code></p>\n"},
		{"| a | b |\n|---|---|\n| 1 | 2 | derde |", "a  b\n    -  -  -----\n    1  2  derde", tabel("<tr><th>a</th><th>b</th><td></td></tr>\n<tr><td>1</td><td>2</td><td>derde</td></tr>\n")},
		{"a|b\n-|-\n\u00a0\nc|d|e", "a  b\n    -  -  -\n    \u00a0\n    c  d  e", tabel("<tr><th>a</th><th>b</th><td></td></tr>\n<tr><td>\u00a0</td><td></td><td></td></tr>\n<tr><td>c</td><td>d</td><td>e</td></tr>\n")},
		{"```\na|b\n-|-\nc|d|e\n```", "  a|b\n      -|-\n      c|d|e", "<pre><code>a|b\n-|-\nc|d|e</code></pre>\n"},
		{"```Belangrijk!\nlet op\n```", "  Belangrijk!\n      let op", "<pre><code>Belangrijk!\nlet op</code></pre>\n"},
		{"<https://x.example/a\\_b>", "https://x.example/a\\_b", "<p><a href=\"https://x.example/a%5C_b\">https://x.example/a\\_b</a></p>\n"},
		{"[d](<mijn stuk.docx>)", "d (mijn stuk.docx)", "<p>d (mijn stuk.docx)</p>\n"},
		{"*voor*\n\n" + strings.Repeat("[a] [b]\n", 501) + "\n*na*", "*voor*\n\n" + strings.Repeat("      [a] [b]\n", 501) + "\n    *na*",
			"<p><em>voor</em></p>\n<pre><code>" + strings.TrimSuffix(strings.Repeat("[a] [b]\n", 501), "\n") + "</code></pre>\n<p><em>na</em></p>\n"},
		{"een\n" + strings.Repeat("-", 210) + "\n\n*na*", "## een\n\n    *na*", "<h2>een</h2>\n<p><em>na</em></p>\n"},
		{"---", "---", "<hr>\n"},
		{"| a | |\n|:-:|---|\n| 1 | 2 |", "a\n    -  -\n    1  2",
			tabel("<tr><th>a</th><td></td></tr>\n<tr><td>1</td><td>2</td></tr>\n")},
	} {
		if d := cmp.Diff("    "+c.lijn, kaal(c.bron, 60)); d != "" {
			t.Errorf("%q as lines:\n%s", c.bron, d)
		}
		if d := cmp.Diff(c.page, htmlVan(t, c.bron)); d != "" {
			t.Errorf("%q on a page:\n%s", c.bron, d)
		}
	}
}

// What a person typed as a line break is one; text around the answers was only wrapped.
func TestALineBreakIsOneInAnAnswerAlone(t *testing.T) {
	for soort, want := range map[markdown.Deelsoort][2]string{
		markdown.DeelAntwoord: {"    een\n    twee", "<p>een<br>\ntwee</p>"},
		markdown.DeelTekst:    {"een twee", "<p>een\ntwee</p>"},
	} {
		b := rapport.Bladzij{Delen: []markdown.Deel{{Soort: soort, Tekst: "een\ntwee"}}}
		if got := strings.Join(rapport.Regels(b, nil, rapport.Vorm{Breedte: 60}), "\n"); !strings.HasSuffix(got, want[0]) {
			t.Errorf("%v as lines: %q", soort, got)
		}
		var page bytes.Buffer
		if err := rapport.HTML(&page, b); err != nil || !strings.Contains(page.String(), want[1]) {
			t.Errorf("%v on a page: %v %s", soort, err, page.String())
		}
	}
}

// What somebody types to do harm stays text: it makes no element of its own, and
// no link but to a page or a mail address.
func TestHostileTextStaysText(t *testing.T) {
	for _, bron := range []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<style>*{display:none}</style>",
		"<b>vet</b>", "<!-- x", "</blockquote></main>", "<div>\n\n**x**\n\n</div>", "<?php", "<![CDATA[x", "<a href=\"javascript:alert(1)\">x</a>",
	} {
		got := htmlVan(t, bron)
		if !strings.Contains(got, "&lt;") || strings.Contains(strings.NewReplacer("<p>", "", "</p>", "", "<strong>", "", "</strong>", "").Replace(got), "<") {
			t.Errorf("%q gives %s", bron, got)
		}
		if lijn := strings.ReplaceAll(kaal(bron, 200), "**", ""); !strings.Contains(lijn, strings.Split(strings.ReplaceAll(bron, "**", ""), "\n")[0]) {
			t.Errorf("%q gives the lines %s", bron, lijn)
		}
	}
	for _, bron := range []string{"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](data:text/html,y)", "![x](javascript:y)", "[x](vbscript:y)",
		"[x](\\javascript:y)", "[x](java&#115;cript:y)", "[x](//x.example)", "[x](file:///etc/passwd)", "<javascript:y>"} {
		if got := htmlVan(t, bron); strings.Contains(got, "href") || !strings.Contains(got, "x") && !strings.Contains(got, "javascript") {
			t.Errorf("%q gives %s", bron, got)
		}
	}
	if got := htmlVan(t, "[x](https://a.example/\"onclick=\"y)"); strings.Contains(got, `"onclick`) {
		t.Error(got)
	}
}

// A terminal obeys nothing that stands in a name, a rol or a title either.
func TestANameCannotCommandATerminal(t *testing.T) {
	const kwaad = "x\x1b[31mROOD\x1b]0;titel\x07\u009b5m\u202ey\x00"
	n := netwerk.New(nil, netwerk.Bijdrage{Rol: kwaad, Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "a", Naam: kwaad}, {ID: "b"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"a", "b"}, Soort: "tegen"}}}}, netwerk.Bijdrage{})
	bron := rapport.Bron{Titel: kwaad, Rol: kwaad, Door: kwaad}
	b := rapport.Bladzij{Bron: bron, Netwerk: n, Delen: []markdown.Deel{{Soort: markdown.DeelKop, Niveau: 2, Tekst: kwaad}, {Soort: markdown.DeelNetwerk}}}
	regels := append(rapport.NetwerkRegels(rapport.NewBronnen(bron), n, rapport.Vorm{Breedte: 30}), rapport.Regels(b, b.Delen, rapport.Vorm{Breedte: 30})...)
	for _, regel := range regels {
		if strings.ContainsFunc(regel, func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u202e' }) {
			t.Errorf("%q", regel)
		}
	}
}

// What is bold stays bold where a line goes on, whatever space it was broken at.
func TestAStyleStaysWithItsWords(t *testing.T) {
	for _, wit := range []string{" ", "\u2003", "  ", "\u3000 "} {
		tekst := strings.Repeat("gewoon"+wit+"**vet"+wit+"vet**"+wit, 30)
		var vet, gewoon string
		for _, regel := range rapport.Regels(antwoord(tekst), nil, rapport.Vorm{Breedte: 30, Opmaak: true})[3:] {
			for i, stuk := range strings.Split(strings.TrimPrefix(regel, "│ "), "\x1b[0") {
				if rest, ok := strings.CutPrefix(stuk, ";1m"); ok {
					vet += rest
				} else if gewoon += strings.TrimPrefix(stuk, "m"); i == 0 && strings.Contains(stuk, "vet") {
					t.Fatalf("%q is not bold in %q", stuk, regel)
				}
			}
		}
		if strings.Contains(vet, "gewoon") || strings.Contains(gewoon, "vet") || strings.Count(vet, "vet") != 60 {
			t.Errorf("broken at %q: bold is %q, plain %q", wit, vet, gewoon)
		}
	}
}

// A terminal obeys nothing that stands in an answer.
func TestAnAnswerCannotCommandATerminal(t *testing.T) {
	for _, v := range []rapport.Vorm{{Breedte: 20}, {Breedte: 20, Opmaak: true}, {Breedte: 20, Opmaak: true, Kleur: true}} {
		for _, bron := range []string{"\x1b]0;x\x07", "`\x1b[31m`", "[\x1b[2J](https://x.example/\x1b[31m)", "```\n\x1b[31m\n```", "| \x1b[31m |\n|---|\n| \u009b31m |", "# \u202ex", "<https://x.example/\u009b>"} {
			for _, regel := range rapport.Regels(antwoord(bron), nil, v) {
				onze := strings.NewReplacer("\x1b[0m", "", "\x1b[95m", "", "\x1b[0;1m", "", "\x1b[0;2m", "", "\x1b[0;4m", "", "\x1b[0;1;4m", "").Replace(regel)
				if strings.ContainsFunc(onze, func(r rune) bool { return r < 0x20 || r >= 0x7f && r < 0xa0 || r == '\u202e' }) {
					t.Errorf("%q gives %q", bron, regel)
				}
			}
		}
	}
}

// Texts that are made to take long, to lie deep or to grow stand there as they
// are: nobody wrote them to be read.
func TestTextsThatAreMadeToTakeLong(t *testing.T) {
	const n = 50_000
	trap := ""
	for i := range 300 {
		trap += strings.Repeat("  ", i) + "- a\n"
	}
	for naam, bron := range map[string]string{
		"quotes": strings.Repeat("> ", n) + "x", "lists": strings.Repeat("- ", n) + "x", "numbers": strings.Repeat("1. ", n) + "x",
		"brackets": strings.Repeat("[", n) + strings.Repeat("]", n), "links": strings.Repeat("[a](", n), "images": strings.Repeat("![", n),
		"emphasis": strings.Repeat("*a **b ", n), "half emphasis": "a**b" + strings.Repeat("c* ", n), "stars": strings.Repeat("*", n), "underscores": strings.Repeat("_a_", n),
		"a tall table":          "|" + strings.Repeat("a|", 1500) + "\n|" + strings.Repeat("-|", 1500) + "\n" + strings.Repeat("|\n", 6000),
		"a wide table":          strings.Repeat("|a", 3000) + "\n" + strings.Repeat("|-", 3000) + "\n" + strings.Repeat("|\n", 40_000),
		"after no-break spaces": strings.Repeat(strings.Repeat("[", 999)+"\n\u00a0\n", 20),
		"many lines in a list":  strings.Repeat("- ", 99) + "a\n\n" + strings.Repeat("\n", 100_000) + "b",
		"stairs":                trap + strings.Repeat("\n", 100_000) + "b",
		"fences":                "[" + strings.Repeat("```[", n),
	} {
		wil := strings.TrimSpace(bron)
		pagina := strings.NewReplacer("&gt;", ">", "&lt;", "<").Replace(htmlVan(t, bron))
		if !strings.HasPrefix(pagina, "<pre><code>") || !strings.Contains(pagina, wil) {
			t.Errorf("%s is not on the page as it is: %.200q", naam, pagina)
		}
		lijnen := strings.Join(strings.Fields(kaal(bron, 80)), "")
		if lijnen != strings.Join(strings.Fields(wil), "") {
			t.Errorf("%s is not in the lines as it is: %.200q", naam, lijnen)
		}
	}
}

// What is much, but what somebody could write, is read as it was meant; and where
// it lies deep, nothing of it is left out.
func TestMuchTextIsReadAsItWasMeant(t *testing.T) {
	for naam, bron := range map[string]string{
		"a long text":   strings.Repeat("Een **vet** woord, een [naam](https://x.example) en *nog* iets.\n\n- punt\n  - lager\n", 5000),
		"a long table":  "| a | b |\n|---|---|\n" + strings.Repeat("| een | twee |\n", 4000),
		"one paragraph": strings.Repeat("Een **vet** woord op een regel.\n", 400),
		"a long word":   strings.Repeat("x", 50_000),
	} {
		if pagina := htmlVan(t, bron); strings.Contains(pagina, "<pre>") {
			t.Errorf("%s becomes code", naam)
		}
	}
	diep := ""
	for i := range 12 {
		diep += strings.Repeat("   ", i) + fmt.Sprintf("1. laag-%d\n", i)
	}
	lijnen, pagina := kaal(diep, 200), htmlVan(t, diep)
	for i := range 12 {
		if !strings.Contains(lijnen, fmt.Sprintf("1. laag-%d\n", i)) && i < 11 {
			t.Errorf("laag-%d has no number of its own in\n%s", i, lijnen)
		}
		if !strings.Contains(pagina, fmt.Sprintf("<ol>\n<li>laag-%d", i)) {
			t.Errorf("laag-%d has no list of its own on\n%s", i, pagina)
		}
	}
}

func TestWithoutWaardenOrVerbandenThePageSaysSo(t *testing.T) {
	een := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "a", Naam: "Rust"}}}
	var velen, verbonden []netwerk.Bijdrage // that share nothing that one could look at
	for i := range 61 {
		w := reflectie.Waarde{ID: fmt.Sprint("w-", i), Naam: fmt.Sprint("Woord ", i)}
		velen = append(velen, netwerk.Bijdrage{Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{w}}})
		verbonden = append(verbonden, netwerk.Bijdrage{Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{w, {ID: "rust"}},
			Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{w.ID, "rust"}}}}})
	}
	rust := []casus.Waarde{{ID: "rust", Naam: "Rust", Groep: "Samenleving"}}
	const rest = "Eigen waarden uit maar één reflectie staan hier niet bij (61). Met --json krijgt u ze wel."
	for _, test := range []struct {
		want string
		n    netwerk.Netwerk
	}{
		{"Er staan nog geen waarden.", netwerk.New(nil)},
		{"Er staan nog geen verbanden.", netwerk.New(nil, netwerk.Bijdrage{Reflectie: een}, netwerk.Bijdrage{Reflectie: een})},
		{"- Rust telt hier mee.", netwerk.New(nil, netwerk.Bijdrage{Reflectie: een})},
		{rest, netwerk.New(nil, velen...).Kern()},
		{rest, netwerk.New(rust, verbonden...).Kern()},
	} {
		want, n := test.want, test.n
		b := rapport.Bladzij{Delen: []markdown.Deel{{Soort: markdown.DeelNetwerk}}, Netwerk: n}
		if got := rapport.Regels(b, nil, rapport.Vorm{Breedte: 100}); got[len(got)-1] != want || want == rest && strings.Contains(strings.Join(got, ""), "nog geen") {
			t.Errorf("%q", got)
		}
		var page bytes.Buffer
		if err := rapport.HTML(&page, b); err != nil || !strings.Contains(page.String(), ">"+strings.TrimPrefix(want, "- ")+"<") {
			t.Error(err, page.String())
		}
	}
}

// Questions without an answer that follow each other stand in one list.
func TestWhatWasLeftOpenStandsTogether(t *testing.T) {
	kop := func(tekst string) markdown.Deel {
		return markdown.Deel{Soort: markdown.DeelKop, Niveau: 3, Tekst: tekst}
	}
	open := markdown.Deel{Soort: markdown.DeelLeeg}
	b := rapport.Bladzij{Delen: []markdown.Deel{{Soort: markdown.DeelKop, Niveau: 1, Tekst: "T"}, kop("Een?"), open, kop("Twee <b>?"), open, kop("Drie?"), {Soort: markdown.DeelAntwoord, Tekst: "ja"},
		kop("Vier?"), open, kop("Vijf?"), open, {Soort: markdown.DeelTekst, Tekst: "Een notitie."}}}
	const want = "T\n=\n\nNiet ingevuld:\n- Een?\n- Twee <b>?\n\nDrie?\n    ja\n\nVier?\nniet ingevuld\n\nVijf?\nniet ingevuld\n\nEen notitie."
	if d := cmp.Diff(want, strings.Join(rapport.Regels(b, nil, rapport.Vorm{Breedte: 80}), "\n")); d != "" {
		t.Error(d)
	}
	var page bytes.Buffer
	if err := rapport.HTML(&page, b); err != nil || !strings.Contains(page.String(), "<p class=\"leeg\">Niet ingevuld:</p>\n<ul class=\"leeg\">\n<li>Een?</li>\n<li>Twee &lt;b&gt;?</li>\n</ul>\n<h2>Drie?</h2>") {
		t.Error(err, page.String())
	}
}
