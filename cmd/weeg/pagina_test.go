package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/yuin/goldmark"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/kompas"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/overleg"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

// paginaVan is the page of a reflectie, as weeg lees writes it.
func paginaVan(t testing.TB, def casus.Definitie, r reflectie.Reflectie, vervallen reflectie.Antwoorden) []byte {
	t.Helper()
	doc, err := markdown.Parse("r.md", markdown.Encode(def, markdown.MetaVan("x", def), r, vervallen))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	err = rapport.HTML(&b, rapport.Bladzij{Bron: rapport.Bron{Titel: doc.Titel()}, Delen: doc.Delen(), Netwerk: netwerk.New(def.Waarden, netwerk.Bijdrage{Reflectie: r})})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// kompasVan is the page of the kompas of more people who wrote this, of whom the last
// let the other of two waarden go first.
func kompasVan(t testing.TB, r reflectie.Reflectie) []byte {
	t.Helper()
	werkvormen, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := deBibliotheek.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	bronnen := kompas.Bronnen{Waarden: waarden, Werkvormen: werkvormen, Casus: func(id string) casus.Casus {
		c, _ := deBibliotheek.Casus(id) // of one's own situation there is none
		return c
	}}
	bouwer := kompas.NewBouwer(bronnen)
	r.Uitkomst.Keuze = reflectie.Afwijken
	for i := range 6 {
		if i == 5 {
			r.Weging = slices.Clone(r.Weging)
			for j, w := range r.Weging {
				r.Weging[j].Voorrang = w.Tussen.Ander(w.Voorrang)
			}
		}
		bouwer.Add(fmt.Sprint(i), r)
	}
	var b bytes.Buffer
	if err := rapport.KompasHTML(&b, bouwer.Kompas().Beeld(bronnen, reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1})); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// overlegVan is the page of the sheet for a talk, of more people who wrote this on a casus.
func overlegVan(t testing.TB, over casus.Casus, r reflectie.Reflectie) []byte {
	t.Helper()
	r.Casus = over.ID
	bouwer := overleg.NewBouwer(over)
	for i := range 3 {
		bouwer.Add(fmt.Sprint(i), r)
	}
	blad := bouwer.Blad(func(int) int { return 0 })
	blad.Meegegaan = r.Weging[0].Omdat
	return overlegPagina(t, blad)
}

func overlegPagina(t testing.TB, blad overleg.Blad) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := rapport.OverlegHTML(&b, blad); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// paginas are the page of a shipped casus (of each, where heel) with all that can be answered, one
// with all that Markdown has in an answer, pages of a waardenetwerk, of a kompas, and of a sheet.
func paginas(t *testing.T) map[string][]byte {
	t.Helper()
	uit := map[string][]byte{}
	for i, c := range alleCasussen(t) {
		if !heel() && i%eenOp != 0 {
			continue
		}
		def := laad(t, c.ID, "waardenweging")
		r, vervallen := vol(t, def).Reflectie()
		uit[c.ID] = paginaVan(t, def, r, vervallen)
		if i == 0 {
			uit["a kompas"] = kompasVan(t, r)
			uit["a sheet"] = overlegVan(t, c, r)
		}
	}
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "lezen.yaml", "lezen.md")
	schrijfReflectie(t, thuis, "koken.yaml", "koken.md")
	for naam, args := range map[string][]string{
		"an answer with all of Markdown": {"lees", "lezen.md", "--formaat", "html"},
		"a waardenetwerk":                {"netwerk", "koken.md", "--formaat", "html"},
		"a waardenetwerk of several":     {"netwerk", "koken.md", "lezen.md", "--formaat", "html"},
	} {
		pagina, fout, code := draaiLos(t, thuis, "", args...)
		if code != 0 {
			t.Fatal(fout)
		}
		uit[naam] = []byte(pagina)
	}
	def := laad(t, "koken-in-het-schoolgebouw", "kort")
	r := willekeurigNetwerk(40, 60)
	r.Weeg, r.Casus, r.Werkvorm = 1, "koken-in-het-schoolgebouw", "kort"
	r.Antwoorden = map[string]reflectie.Antwoord{"moment.twijfel": reflectie.Tekst(breed)}
	uit["40 waarden and wide tables"] = paginaVan(t, def, r.Normaal(), nil)
	r.Waarden[0].Betekenis = breed
	r.Aandachtspunten.Macht = []string{breed}
	r.Weging = []reflectie.Weging{{Tussen: r.Verbanden[0].Tussen, Voorrang: r.Verbanden[0].Tussen[0], Omdat: breed}}
	uit["a kompas of 40 waarden and wide tables"] = kompasVan(t, r)
	r.Uitkomst.Doen = breed
	uit["a sheet with wide tables"] = overlegVan(t, def.Casus, r)
	uit["a sheet of one's own with wide tables"] = overlegPagina(t, overleg.VanEigen(reflectie.Situatie{Situatie: breed, Moment: breed}))
	return uit
}

// breed is an answer with what wants to be wide: a table of many columns and one
// with a long word in it; and with links in and without a name.
var breed = strings.Repeat("| kolom ", 20) + "|\n" + strings.Repeat("|---", 20) + "|\n" + strings.Repeat("| cel ", 20) + "|\n\n" +
	"| een | twee |\n|---|---|\n| " + strings.Repeat("x", 120) + " | LAATSTE |\n\n" + strings.Repeat("woord", 60) + "\n\n" +
	"[![beeld](https://b.example)](https://a.example) [](https://c.example) https://d.example/" + strings.Repeat("pad/", 40) + "\n\n### ![](https://e.example)\n\n    " + strings.Repeat("code ", 50)

// No page keeps anybody out: axe-core finds nothing on it, light or dark, on a
// narrow screen or a wide one, and on the narrow one nothing has to be moved
// sideways. On paper it is black on white, also for who likes a dark screen.
func TestAPageHasNoBarriers(t *testing.T) {
	t.Parallel()
	axe := npm(t, "axe-core-*/axe.min.js")[0]
	b := newBrowser(t)
	for naam, pagina := range paginas(t) {
		b.toon("pagina.html", pagina)
		b.laad(axe)
		for _, schema := range []string{"light", "dark"} {
			for _, breed := range []int64{320, 1280} {
				b.opScherm(breed, schema, "")
				for _, fout := range bereken[[]string](b, `axe.run().then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 200) + " " + n.failureSummary).join("\n")))`) {
					t.Errorf("%s, %d pixels wide, %s: %s", naam, breed, schema, fout)
				}
				if breder := bereken[int](b, `document.scrollingElement.scrollWidth - innerWidth`); breder > 0 {
					t.Errorf("%s, %d pixels wide: it has to be moved %d pixels sideways", naam, breed, breder)
				}
			}
		}
		b.opScherm(1280, "dark", "print")
		if got := bereken[string](b, `getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color`); got != "rgb(255, 255, 255)rgb(27, 31, 38)" {
			t.Errorf("%s is printed in %s", naam, got)
		}
	}
	// And axe-core does find what is wrong.
	b.toon("fout.html", []byte(`<!doctype html><html><title>x</title><p style="color:#ccc;background:#fff">x<img src=x>`))
	b.laad(axe)
	if n := bereken[int](b, `axe.run().then(r => r.violations.length)`); n < 3 {
		t.Errorf("on a page with many faults axe-core finds %d", n)
	}
}

// hostiel are answers that would like to run, to fetch or to look otherwise. Each
// has the word kwaad in it, which somebody should be able to read.
var hostiel = []string{
	"<script>window.kwaad = 1</script>", "<img src=http://127.0.0.1:9/kwaad onerror=window.kwaad=1>", "<svg onload=window.kwaad=1></svg>",
	"<style>main{display:none}/*kwaad*/</style>", "[kwaad](javascript:window.kwaad=1)", "![kwaad](http://127.0.0.1:9/kwaad.png)",
	"<iframe src=http://127.0.0.1:9/kwaad></iframe>", "<a href=javascript:window.kwaad=1>kwaad</a>", "<link rel=stylesheet href=http://127.0.0.1:9/kwaad.css>",
	"<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/kwaad'>", "<base href=http://127.0.0.1:9/kwaad>", "<form action=http://127.0.0.1:9/kwaad><button>",
	"</blockquote></main></body><script>window.kwaad=1</script>", "<!--kwaad", "<p style='background:url(http://127.0.0.1:9/kwaad)'>", "<div onclick=window.kwaad=1>",
	"[kwaad](data:text/html,<script>1</script>)", "<video src=http://127.0.0.1:9/kwaad autoplay>", "<object data=http://127.0.0.1:9/kwaad>", "`<script>kwaad</script>`",
	"```html\n<script>window.kwaad=1</script>\n```", "| <img src=x onerror=window.kwaad=1> |\n|---|\n| <b>kwaad</b> |", "# <script>window.kwaad=1</script>", "<![CDATA[kwaad]]>",
}

// What people type in answers, names and rollen comes on the page as text. No
// request leaves the page, and its policy would stop one.
func TestNothingOnAPageRunsOrLeaves(t *testing.T) {
	t.Parallel()
	b := newBrowser(t)
	var mu sync.Mutex
	var gevraagd []string
	if err := chromedp.Listen(b.ctx, func(ev any) {
		if e, ok := ev.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			defer mu.Unlock()
			gevraagd = append(gevraagd, e.Request.URL)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(b.ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	getoond := map[string]int{}
	for i, tekst := range hostiel {
		r := reflectie.Reflectie{Weeg: 1, Casus: def.Casus.ID, Werkvorm: def.Werkvorm.ID, Rol: tekst, Door: tekst,
			Antwoorden:  map[string]reflectie.Antwoord{"moment.twijfel": reflectie.Tekst(tekst), "bedoeling.bereiken": reflectie.Tekst("> - " + tekst)},
			Standpunten: []reflectie.Standpunt{{Van: tekst, Standpunt: tekst}},
			Waarden:     []reflectie.Waarde{{ID: "veiligheid", Betekenis: tekst}, {ID: "x", Naam: tekst}},
			Verbanden:   []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "x"}, Soort: "beide", Waarom: tekst}}}
		paginas := map[string][]byte{"of a reflectie": paginaVan(t, def, r.Normaal(), nil)}
		r.Weging = []reflectie.Weging{{Tussen: reflectie.Paar{"veiligheid", "x"}, Voorrang: "x", Omdat: tekst}}
		r.Antwoorden = map[string]reflectie.Antwoord{"regel.regel": reflectie.Tekst(tekst), "bedoeling.ontbreekt": reflectie.Tekst("> - " + tekst)}
		r.Aandachtspunten.Macht = []string{tekst}
		paginas["of a kompas"] = kompasVan(t, r)
		r.Uitkomst.Doen, r.Weging[0].Prijs = tekst, map[string]string{"x": tekst}
		paginas["of a sheet"] = overlegVan(t, casus.Casus{ID: "x", Titel: tekst, Situatie: tekst, Moment: tekst, Rollen: []casus.Rol{{ID: "y", Naam: tekst}}}, r)
		for j, naam := range slices.Sorted(maps.Keys(paginas)) {
			if !heel() && i%len(paginas) != j { // each text on another page
				continue
			}
			getoond[naam]++
			b.toon("pagina.html", paginas[naam])
			got := bereken[struct {
				Kwaad    bool
				Elders   []string
				Leesbaar int
			}](b, `({
			kwaad: "kwaad" in window,
			elders: [...document.querySelectorAll("script,img:not(main > p.beeld > picture > img[src^='data:image/svg+xml;base64,']),iframe,link,form,button,object,video,base,style+style,main style,[onload],[onerror],[onclick],[style],a:not([href^=http]):not([href^=mailto])")].map(e => e.outerHTML.slice(0, 100)),
			leesbaar: document.body.innerText.split("kwaad").length - 1,
		})`)
			if got.Kwaad || len(got.Elders) > 0 || got.Leesbaar < 6 {
				t.Errorf("%q, %s: it ran: %v; elements: %v; it can be read %d times", tekst, naam, got.Kwaad, got.Elders, got.Leesbaar)
			}
		}
	}
	mu.Lock()
	bladen, beelden := 0, 0
	for _, adres := range gevraagd {
		switch {
		case strings.HasPrefix(adres, "data:image/svg+xml;base64,"):
			beelden++
		case strings.HasPrefix(adres, "file://") && strings.HasSuffix(adres, "/pagina.html"):
			bladen++
		default:
			t.Errorf("the page asks for %s", adres)
		}
	}
	want, metBeeld := 0, getoond["of a reflectie"]+getoond["of a kompas"]
	for _, n := range getoond {
		want += n
	}
	if want < len(hostiel) || bladen != want || beelden != metBeeld {
		t.Errorf("%d requests for a page and %d for a picture that it holds were seen of %v pages", bladen, beelden, getoond)
	}
	mu.Unlock()
	for naam, script := range map[string]string{
		"a script":  `e = document.createElement("script"), e.textContent = "window.kwaad = 1"`,
		"an image":  `e = document.createElement("img"), e.src = "http://127.0.0.1:9/x.png"`,
		"a style":   `e = document.createElement("style"), e.textContent = "main{display:none}"`,
		"a frame":   `e = document.createElement("iframe"), e.src = "http://127.0.0.1:9/"`,
		"a sheet":   `e = document.createElement("link"), e.rel = "stylesheet", e.href = "http://127.0.0.1:9/x.css"`,
		"a base":    `e = document.createElement("base"), e.href = "http://127.0.0.1:9/"`,
		"a request": `e = document.createElement("i"), fetch("http://127.0.0.1:9/").catch(() => 0)`,
	} {
		verboden := bereken[string](b, `new Promise(klaar => {
			document.addEventListener("securitypolicyviolation", v => klaar(v.violatedDirective), {once: true})
			let e
			`+script+`
			document.body.append(e)
		})`)
		if verboden == "" {
			t.Errorf("the policy of the page lets %s in", naam)
		}
	}
	if bereken[bool](b, `"kwaad" in window`) {
		t.Error("a script that was put on the page ran")
	}
}

// A page is printed on A4, and nothing of it is wider than the paper or, in the
// picture, too small to read. No sheet is left half empty: a long reflectie takes four at most.
func TestAPageIsPrintedOnA4(t *testing.T) {
	alleenHeel(t)
	t.Parallel()
	const papier = 210 - 2*18 // mm, between the margins
	b := newBrowser(t)
	for naam, pagina := range paginas(t) {
		b.toon("pagina.html", pagina)
		b.opScherm(papier*96*10/254, "light", "print")
		got := bereken[struct {
			Breder, Kleinste float64
			Buiten           []string
		}](b, `({
			breder: document.scrollingElement.scrollWidth - innerWidth,
			buiten: [...document.querySelectorAll("main *")].filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 80)),
			kleinste: Math.min(99, ...[...document.querySelectorAll("img")].map(s => s.getBoundingClientRect().width / s.naturalWidth * 14 * .75)),
		})`)
		if got.Breder > 0 || len(got.Buiten) > 0 || got.Kleinste < 7 {
			t.Errorf("%s: %v pixels too wide, letters of %.1f points, outside the paper: %v", naam, got.Breder, got.Kleinste, got.Buiten)
		}
	}
	def, blad := koken(t)
	b.toon("pagina.html", paginaVan(t, def, blad.Reflectie, nil))
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		t.Fatal(err)
	}
	bladen, a4 := bytes.Count(pdf, []byte("/Type /Page\n")), bytes.Count(pdf, []byte("/MediaBox [0 0 594.95996 841.91998]"))
	if bladen < 2 || bladen > 4 || a4 != bladen {
		t.Errorf("%d pages, %d of them A4; want 2 to 4", bladen, a4)
	}
}

// The sheet of the casussen with the longest stories is two A4. What a team must not see
// yet begins on the second, with some fifty words of each of three people.
func TestASheetIsTwoPagesOfA4(t *testing.T) {
	alleenHeel(t)
	t.Parallel()
	b := newBrowser(t)
	zin := "Ik bel vandaag nog met de teamleider en ik leg haar voor wat ik zag."
	r := reflectie.Reflectie{Uitkomst: reflectie.Uitkomst{Doen: zin + " Met de twee kanten die eraan zitten."}, Weging: []reflectie.Weging{{Tussen: reflectie.Paar{"a", "b"}, Voorrang: "a", Omdat: zin, Prijs: map[string]string{"a": zin}}}}
	casussen := slices.Clone(alleCasussen(t))
	slices.SortFunc(casussen, func(c, d casus.Casus) int { return len(d.Situatie+d.Moment) - len(c.Situatie+c.Moment) })
	bladen := map[string][]byte{"few reflecties": overlegPagina(t, overleg.NewBouwer(casussen[0]).Blad(func(int) int { return 0 }))}
	for _, c := range casussen[:4] {
		bladen[c.ID] = overlegVan(t, c, r)
	}
	for naam, blad := range bladen {
		b.toon("pagina.html", blad)
		pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
		if err != nil {
			t.Fatal(err)
		}
		kop := bereken[string](b, `[...document.querySelectorAll(".nieuw-blad")].map(e => e.innerText).join()`)
		if bladen := bytes.Count(pdf, []byte("/Type /Page\n")); bladen != 2 || kop != "Blad 2: omdraaien na minuut 12" {
			t.Errorf("%s: %d pages; on a new one stands %q", naam, bladen, kop)
		}
	}
}

// BenchmarkPagina times the page of a reflectie of a megabyte, beside Markdown
// alone on the same answers.
func BenchmarkPagina(b *testing.B) {
	def := laad(b, "koken-in-het-schoolgebouw", "waardenweging")
	tekst := strings.Repeat("Een alinea met **vet**, een [naam](https://voorbeeld.example) en nog wat woorden erbij.\n\n- een punt\n- nog een punt\n\n", 900)
	r := reflectie.Reflectie{Weeg: 1, Casus: def.Casus.ID, Werkvorm: def.Werkvorm.ID, Antwoorden: map[string]reflectie.Antwoord{}}
	for i := range 9 {
		r.Antwoorden[fmt.Sprintf("bedoeling.x%d", i)] = reflectie.Tekst(tekst)
	}
	bestand := markdown.Encode(def, markdown.Meta{ID: "x"}, r.Normaal(), nil)
	b.Run("1-MB", func(b *testing.B) {
		b.SetBytes(int64(len(bestand)))
		for b.Loop() {
			doc, err := markdown.Parse("r.md", bestand)
			if err != nil {
				b.Fatal(err)
			}
			if err := rapport.HTML(&bytes.Buffer{}, rapport.Bladzij{Bron: rapport.Bron{Titel: "x"}, Delen: doc.Delen()}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("goldmark-alone", func(b *testing.B) {
		b.SetBytes(int64(len(bestand)))
		for b.Loop() {
			if err := goldmark.Convert(bestand, &bytes.Buffer{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
