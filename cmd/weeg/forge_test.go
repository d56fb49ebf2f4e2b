package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// alsForge shows the file of a reflectie as a forge does: Markdown with raw HTML,
// without its front matter.
func alsForge(t *testing.T, bestand []byte) []byte {
	t.Helper()
	_, lijf, ok := strings.Cut(string(bestand), "\n---\n")
	if !ok {
		t.Fatalf("no front matter in\n%s", bestand)
	}
	var b bytes.Buffer
	b.WriteString("<!doctype html><meta charset=utf-8><title>r</title>\n")
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))
	if err := md.Convert([]byte(lijf), &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opent are answers that open something and never close it: what comes after
// them would be out of sight.
var opent = []string{
	"<!-- open", "<!--", "<!-->", "<!--->", "<details>", "<details><summary>meer", "```\nopen", "~~~~\nopen", "````md\n```\nopen", "<script>", "<style>", "<textarea>",
	"<title>", "<plaintext>", "<xmp>", "<template>", "<noscript>", "<iframe>", "<select>", "<svg><desc>", "<![CDATA[", "<?php", "<!DOCTYPE html", "<div hidden>", "<dialog>",
	"> <details>\n> - <!--", "- ```\n  open", "| a |\n|---|\n| <details> |", "tekst\n<!--\n\nmeer", "\\<!-- open", "&lt;!-- open", "`<!-- open", "[a]: <details>", "    <!--", "--> <details>", "--!>", "$$ open", "<a href=\"",
}

// naamVan holds all that could end the comment with the data.
const naamVan = "Rust -- echt --> ja --!> nee <!-- <b>"

// opForge is a reflectie with this text in an answer early on, in one of the
// aandachtspunten and under a waarde, and a name of one's own that is no friend.
func opForge(tekst string) reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "koken-in-het-schoolgebouw", Werkvorm: "waardenweging", Rol: naamVan, Door: naamVan,
		Antwoorden: map[string]reflectie.Antwoord{"moment.twijfel": reflectie.Tekst(tekst), "bedoeling.bereiken": reflectie.Tekst(tekst), "bedoeling.weet-niet": reflectie.Tekst("MIDDEN"),
			"regel.regel": reflectie.Tekst(naamVan), "onthouden.eigen-werk": reflectie.Tekst("LAATSTE")},
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "x"}, {Van: naamVan, Standpunt: tekst, Waarde: "veiligheid"}},
		Waarden:     []reflectie.Waarde{{ID: "veiligheid", Betekenis: tekst}, {ID: "x", Naam: naamVan}},
		Verbanden:   []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "x"}, Soort: "versterkt", Waarom: "HELPT"}},
		Uitkomst:    reflectie.Uitkomst{Doen: "DOEN"}, Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{tekst, "TWEEDE"}, Macht: []string{"INVLOED"}}}
}

// Whatever an answer opens, on a forge all headings and answers after it are
// there to be seen, in their own place, and nothing of the data is.
func TestNoAnswerHidesWhatFollowsItOnAForge(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	type pagina struct {
		Koppen, Elders, Binnen []string
		Zichtbaar              string
		Citaten                int
	}
	toon := func(tekst string) pagina {
		b.toon("forge.html", alsForge(t, markdown.Encode(def, markdown.MetaVan("x", def), opForge(tekst).Normaal(), nil)))
		return bereken[pagina](b, `({
			koppen: [...document.querySelectorAll("body > h1, body > h2, body > h3, body > h4")].filter(e => e.checkVisibility()).map(e => e.innerText),
			elders: [...document.querySelectorAll("script,style,textarea,iframe,template,svg,xmp,plaintext,noscript,select,dialog,[hidden],body title,details details,blockquote details,details ~ details")].map(e => e.outerHTML.slice(0, 80)),
			binnen: [...document.querySelectorAll("body > blockquote")].filter(e => e.checkVisibility()).map(e => e.innerText.trim()),
			zichtbaar: document.body.innerText,
			citaten: document.querySelectorAll("body > blockquote").length,
		})`)
	}
	gewoon := toon("Gewoon een zin.")
	if len(gewoon.Koppen) < 15 || gewoon.Citaten < 10 {
		t.Fatalf("of a harmless answer only this can be seen: %+v", gewoon)
	}
	for i, tekst := range opent {
		if i%eenOp != 0 && !heel() {
			continue
		}
		got := toon(tekst)
		if !slices.Equal(got.Koppen, gewoon.Koppen) {
			t.Errorf("%q: the headings to be seen are\n%q, not\n%q", tekst, got.Koppen, gewoon.Koppen)
		}
		if got.Citaten != gewoon.Citaten || len(got.Elders) > 0 {
			t.Errorf("%q: %d answers stand on the page, not %d; what it made: %q", tekst, got.Citaten, gewoon.Citaten, got.Elders)
		}
		for _, want := range []string{"MIDDEN", "LAATSTE", "HELPT", "DOEN", "INVLOED"} {
			if !slices.ContainsFunc(got.Binnen, func(s string) bool { return s == want }) {
				t.Errorf("%q: the answer %s cannot be seen by itself: %q", tekst, want, got.Binnen)
			}
		}
		for _, geheim := range []string{"weeg:", "werkvormhash", "casusversie", "tussen:"} {
			if strings.Contains(got.Zichtbaar, geheim) {
				t.Errorf("%q: %q of the data can be seen in\n%s", tekst, geheim, got.Zichtbaar)
			}
		}
	}
	// And what does hide the rest is seen to.
	b.toon("fout.html", alsForge(t, []byte("---\nweeg: 1\n---\n\n# T\n\n<details>\n\n## Weg\n")))
	if n := bereken[int](b, `[...document.querySelectorAll("h2")].filter(e => e.checkVisibility()).length`); n != 0 {
		t.Error("a heading in an open details counts as one that can be seen")
	}
}

// pandoc runs pandoc, which WEEG_NPM wants too: .ci/run installs it.
func pandoc(t *testing.T, args ...string) string {
	t.Helper()
	if os.Getenv("WEEG_NPM") == "" {
		t.Skip("without WEEG_NPM nothing from elsewhere judges a page; .ci/run installs pandoc beside it")
	}
	cmd := exec.Command("pandoc", args...)
	cmd.Stderr = os.Stderr
	uit, err := cmd.Output()
	if err != nil {
		t.Fatalf("pandoc %v: %v", args, err)
	}
	return string(uit)
}

// A page that somebody opens in a word processor keeps all that it says: its
// headings, its answers, the story, and the waardenetwerk as one picture that says
// in words what it shows. Nothing of the data comes along.
func TestAPageBecomesADocument(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	if _, fout, code := draaiLos(t, thuis, "", "lees", "r.md", "--formaat", "html", "--naar", "r.html"); code != 0 {
		t.Fatal(fout)
	}
	document := filepath.Join(thuis, "r.docx")
	pandoc(t, "-f", "html", "-t", "docx", "-o", document, filepath.Join(thuis, "r.html"))

	z, err := zip.OpenReader(document)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	beelden := 0
	var inhoud string
	for _, f := range z.File {
		if strings.HasPrefix(f.Name, "word/media/") {
			beelden++
		}
		if f.Name == "word/document.xml" {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			inhoud = string(data)
		}
	}
	const alt = "Veiligheid en zorg voor elkaar werken elkaar hier tegen. Zorg voor elkaar en gezien worden versterken elkaar hier."
	gevonden := regexp.MustCompile(`<wp:docPr descr="([^"]*)"`).FindAllStringSubmatch(inhoud, -1)
	if len(gevonden) != 1 || !strings.Contains(html.UnescapeString(gevonden[0][1]), alt) || beelden == 0 {
		t.Errorf("the document has %d files of a picture, and pictures that say %q", beelden, gevonden)
	}
	tekst := plat(pandoc(t, "-f", "docx", "-t", "plain", "--wrap=none", document))
	hier := 0
	for _, want := range []string{"Koken in het oude schoolgebouw", "Mogen de buren volgende week weer koken", "In het kort", "Zorg voor elkaar gaat hier vóór veiligheid.", "Wat ik zou doen",
		"Ik geef een waarschuwing", "Een volgende keer", "Waardenetwerk", "De bedoeling", "Het verhaal", "Donderdag, half vijf."} {
		i := strings.Index(tekst[hier:], want)
		if i < 0 {
			t.Fatalf("the document lacks %q, or has it too early:\n%s", want, tekst)
		}
		hier += i
	}
	for _, niet := range []string{"weeg:", "casusversie", "Mijn moeder"} {
		if strings.Contains(tekst, niet) {
			t.Errorf("the document says %q", niet)
		}
	}
}

// On a printed page stands first what a meeting needs: title, moment and In het kort, on
// one sheet. What comes next goes on below it, so that no paper stays empty.
func TestWhatAMeetingNeedsStandsOnTheFirstSheet(t *testing.T) {
	alleenHeel(t)
	t.Parallel()
	b := newBrowser(t)
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	schrijfReflectie(t, thuis, "kort.yaml", "kort.md")
	if _, fout, code := draai(t, thuis, "casus: koken-in-het-schoolgebouw\nwaarden: [{id: veiligheid}, {id: privacy}]\n", "nieuw", "--antwoorden", "-", "--naar", "leeg.md"); code != 0 {
		t.Fatal(fout)
	}
	for naam, want := range map[string]int{"r.md": 3, "kort.md": 2, "leeg.md": 0} {
		pagina, fout, code := draaiLos(t, thuis, "", "lees", naam, "--formaat", "html")
		if code != 0 {
			t.Fatal(fout)
		}
		b.toon("pagina.html", []byte(pagina))
		heel := b.bladen()
		b.opScherm(657, "light", "print") // between the margins of A4
		if n := bereken[int](b, `[...document.querySelectorAll("main *")].filter(e => getComputedStyle(e).breakBefore == "page").length`); n > 0 {
			t.Errorf("%s begins a sheet at %d places, of which the rest stays empty", naam, n)
		}
		if want == 0 {
			continue // it says nothing in short
		}
		voor := bereken[[]string](b, `(() => {
			const koppen = [...document.querySelectorAll("h1, h2")], hier = koppen.findIndex(e => e.innerText == "Waardenetwerk")
			while (koppen[hier].nextSibling) koppen[hier].nextSibling.remove()
			koppen[hier].remove()
			document.querySelector("footer").remove()
			return koppen.slice(0, hier).map(e => e.innerText)
		})()`)
		if n := b.bladen(); n != 1 || heel < 2 || heel > want || !slices.Equal(voor, []string{"Koken in het oude schoolgebouw", "In het kort"}) {
			t.Errorf("%s: what is for a meeting, %q, takes %d sheets of %d, want 1 of 2 to %d", naam, voor, n, heel, want)
		}
	}
}

// A page has its headings in order, none missing in between, shows the story, and
// keeps the data to itself.
func TestAPageBeginsWithThePointAndHasNoData(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	pagina, fout, code := draaiLos(t, thuis, "", "lees", "r.md", "--formaat", "html")
	if code != 0 {
		t.Fatal(fout)
	}
	var koppen []string
	vorige := 0
	for _, kop := range regexp.MustCompile(`<h(\d)[^>]*>([^<]*)</h`).FindAllStringSubmatch(pagina, -1) {
		niveau := int(kop[1][0] - '0')
		if niveau > vorige+1 {
			t.Errorf("a heading of level %d comes after one of level %d: %s", niveau, vorige, kop[2])
		}
		vorige = niveau
		if niveau <= 2 {
			koppen = append(koppen, kop[2])
		}
	}
	want := []string{"Koken in het oude schoolgebouw", "In het kort", "Waardenetwerk"}
	if len(koppen) < 5 || !slices.Equal(koppen[:3], want) || koppen[len(koppen)-1] != "Het verhaal" {
		t.Errorf("its headings are %q", koppen)
	}
	if !strings.Contains(pagina, "“Volgende week zijn we met twintig,” zegt ze.") || strings.Contains(pagina, "<details") {
		t.Error("it does not show the story")
	}
	for _, niet := range []string{"weeg:", "casushash", "werkvormversie", "tussen:", "<!--"} {
		if strings.Contains(pagina, niet) {
			t.Errorf("it holds %q", niet)
		}
	}
	if n := strings.Count(pagina, "<img "); n != 1 || !strings.Contains(pagina, fmt.Sprintf(`alt="%s`, "De waarden zijn: Veiligheid, Zorg voor elkaar")) {
		t.Errorf("it has %d pictures, or one that says nothing", n)
	}
}
