package markdown_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// A formatter writes files anew, in place: all in one call.
type formatter struct {
	naam string
	doe  func(t *testing.T, map_ string)
}

// npmMap is the folder with the tools of npm.
func npmMap(t *testing.T) string {
	t.Helper()
	map_ := os.Getenv("WEEG_NPM")
	if map_ == "" {
		t.Skip("WEEG_NPM names no folder with prettier and markdownlint-cli2; .ci/run fetches them from npm")
	}
	return filepath.Join(map_, "node_modules")
}

// node runs a program of npm in a folder, and returns what it says.
func node(t *testing.T, map_ string, args ...string) (string, error) {
	t.Helper()
	args[0] = filepath.Join(npmMap(t), filepath.FromSlash(args[0]))
	cmd := exec.CommandContext(t.Context(), "node", args...)
	cmd.Dir = map_
	cmd.WaitDelay = time.Minute
	uit, err := cmd.CombinedOutput()
	return string(uit), err
}

const (
	prettier3  = "prettier/bin/prettier.cjs"
	prettier2  = "prettier2/bin-prettier.js"
	linter     = "markdownlint-cli2/markdownlint-cli2-bin.mjs"
	grayMatter = `for (const f of require("fs").readdirSync(".").filter(f => f.endsWith(".md"))) {
		const d = matter(require("fs").readFileSync(f, "utf8"))
		require("fs").writeFileSync(f, matter.stringify(d.content, d.data))
	}`
	jsYAML = `for (const f of require("fs").readdirSync(".").filter(f => f.endsWith(".md"))) {
		const m = /^(\ufeff?---\r?\n)([^]*?)(\r?\n---\r?\n[^]*)$/.exec(require("fs").readFileSync(f, "utf8"))
		if (m) require("fs").writeFileSync(f, m[1] + yaml.dump(yaml.load(m[2])).trimEnd() + m[3])
	}`
)

// formatters are programs that people let loose on a folder of Markdown, and
// what editors do by themselves when they save.
func formatters() []formatter {
	prettier := func(versie string, opties ...string) func(*testing.T, string) {
		return func(t *testing.T, map_ string) {
			t.Helper()
			if uit, err := node(t, map_, append([]string{versie, "--write", "--log-level=warn", "."}, opties...)...); err != nil {
				t.Fatalf("prettier: %v\n%s", err, uit)
			}
		}
	}
	script := func(pakket, naam, bron string) func(*testing.T, string) {
		return func(t *testing.T, map_ string) {
			t.Helper()
			bron := fmt.Sprintf("const %s = require(%q)\n%s", naam, filepath.ToSlash(filepath.Join(npmMap(t), pakket)), bron)
			cmd := exec.CommandContext(t.Context(), "node", "-e", bron)
			cmd.Dir = map_
			if uit, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%s: %v\n%s", pakket, err, uit)
			}
		}
	}
	return []formatter{
		{"prettier", prettier(prettier3)},
		{"prettier, always wrapped", prettier(prettier3, "--prose-wrap=always")},
		{"prettier, never wrapped", prettier(prettier3, "--prose-wrap=never")},
		{"prettier 2", func(t *testing.T, map_ string) {
			t.Helper()
			if uit, err := node(t, map_, prettier2, "--write", "--loglevel=warn", "."); err != nil {
				t.Fatalf("prettier 2: %v\n%s", err, uit)
			}
		}},
		{"markdownlint", func(t *testing.T, map_ string) {
			t.Helper()
			uit, err := node(t, map_, linter, "--fix", "*.md")
			if err != nil && !strings.Contains(uit, "Summary:") { // it fails on what it cannot mend
				t.Fatalf("markdownlint: %v\n%s", err, uit)
			}
		}},
		{"gray-matter", script("gray-matter", "matter", grayMatter)},
		{"js-yaml", script("js-yaml", "yaml", jsYAML)},
		{"CRLF", overBytes(func(b []byte) []byte {
			return bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
		})},
		{"BOM", overBytes(func(b []byte) []byte { return append([]byte("\ufeff"), bytes.TrimPrefix(b, []byte("\ufeff"))...) })},
		{"no spaces at the end of a line", overBytes(func(b []byte) []byte { return regexp.MustCompile(`(?m)[ \t]+(\r?)$`).ReplaceAll(b, []byte("$1")) })},
	}
}

// overBytes does something to every file of a folder.
func overBytes(doe func([]byte) []byte) func(*testing.T, string) {
	return func(t *testing.T, map_ string) {
		t.Helper()
		paden, err := filepath.Glob(filepath.Join(map_, "*.md"))
		for _, pad := range paden {
			zet(t, pad, doe(leesVan(t, pad)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func leesVan(t *testing.T, pad string) []byte {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func zet(t *testing.T, pad string, data []byte) {
	t.Helper()
	if err := os.WriteFile(pad, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A proef is a file to be formatted, with what must come back of it.
type proef struct {
	naam string
	def  casus.Definitie
	data []byte
	// vers says that the tool alone wrote it, in plain prose.
	// A linter minds that a heading comes twice, as it does where somebody was
	// asked the same on two occasions.
	vers, dubbel bool
	// proza says that its answers are plain prose, which come back equal.
	proza    bool
	notities []string // what a person wrote in it besides answers
}

// proeven are files of every kind.
func proeven(t *testing.T) []proef {
	t.Helper()
	weging, kort := geleverd(t, "koken-in-het-schoolgebouw", "waardenweging"), geleverd(t, "koken-in-het-schoolgebouw", "kort")
	eigen := geleverd(t, reflectie.Eigen, "waardenweging")
	encode := func(naam string, def casus.Definitie, r reflectie.Reflectie, vervallen reflectie.Antwoorden) []byte {
		return markdown.Encode(def, markdown.MetaVan("2026-11-21-"+reflectie.Slug(naam)+"-k3x9", def), r, vervallen)
	}
	var alle []proef
	fris := func(naam string, def casus.Definitie, r reflectie.Reflectie, vervallen reflectie.Antwoorden) {
		alle = append(alle, proef{naam: naam, def: def, data: encode(naam, def, r, vervallen), vers: true, proza: true})
	}
	korte := koken()
	korte.Werkvorm, korte.Teruggeblikt, korte.Ruimte, korte.Bracht = "kort", nil, nil, "Dat Ria zelf met een plan kwam."
	afspraken := eigenReflectie()
	afspraken.Werkvorm = "waardenweging"
	terug := koken()
	terug.Teruggeblikt = append(terug.Teruggeblikt,
		reflectie.Teruggeblikt{Datum: dag("2027-02-21"), Antwoorden: map[string]reflectie.Antwoord{"nu.moment": reflectie.Tekst("Nog een keer dezelfde dag."), "nu.aandacht": reflectie.Tekst("Wie er telt.")}},
		reflectie.Teruggeblikt{Datum: dag("2027-08-21"), Antwoorden: map[string]reflectie.Antwoord{"nu.valt-op": reflectie.Tekst("Dat het rustig bleef."), "nu.x": reflectie.JaNee(true)}})
	vrij := koken()
	vrij.Rol = "de buurvrouw: nummer 7"
	vrij.Standpunten = append(vrij.Standpunten, reflectie.Standpunt{Van: "De eigenaar van “De Hoek”", Standpunt: "Gelden de regels alleen voor mij?"},
		reflectie.Standpunt{Van: "wethouder", Standpunt: "Later zei zij iets anders."}, reflectie.Standpunt{Standpunt: "Iemand in de zaal riep wat."})
	vrij.Ruimte = append(vrij.Ruimte, reflectie.Ruimte{Wie: "De brandweer (regio)", Ruimte: "Zij adviseert."})
	waarden := koken()
	for i, naam := range []string{"Er *bij* horen", "Rust & <ruimte>", "-- a --> b --!> c", "1. Eerst", "#hashtag", "`code` | pijp", "_onder_ [haak](x)"} {
		id := fmt.Sprintf("eigen-%d", i)
		waarden.Waarden = append(waarden.Waarden, reflectie.Waarde{ID: id, Naam: naam, Betekenis: "Dat telt hier ook."})
		waarden.Verbanden = append(waarden.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{id, "veiligheid"}, Soort: "beide", Waarom: "Soms wel, soms niet."})
	}
	lijsten := koken()
	lijsten.Aandachtspunten = reflectie.Aandachtspunten{Kennis: []string{"Eén regel.", "Twee regels:\nhier de tweede.", "Drie.\nEn vier.\nEn vijf."},
		Acties: []string{strings.Repeat("Een lang punt dat niet op één lijn past. ", 5)}, Macht: []string{"Wie betaalt.", "Wie het bonnetje tekent."}}
	lang := koken()
	lang.Uitkomst.Doen = strings.TrimSpace(strings.Repeat("Een zin die doorloopt tot ver voorbij de rand van elk scherm. ", 20)) + "\nEn een tweede lijn.\n\nEn een tweede alinea,\nmet ook twee lijnen."
	fris("koken", weging, koken(), nil)
	fris("kort", kort, korte, nil)
	fris("eigen", eigen, afspraken, nil)
	fris("terugblikken", weging, terug, nil)
	fris("vrije woorden", weging, vrij, nil)
	fris("lijsten", weging, lijsten, nil)
	fris("lange zinnen", weging, lang, reflectie.Antwoorden{"waarden.privacy.betekenis": reflectie.Tekst("De camera ziet ook de buren.")})
	alle[3].dubbel, alle[4].dubbel = true, true
	odd := proef{naam: "eigen waarden", def: weging, data: encode("eigen waarden", weging, waarden, nil), proza: true}
	alle = append(alle, odd)

	opgemaakt := koken()
	opgemaakt.Uitkomst.Doen = "# Plan\n\nEerst **dit**, dan *dat*.\n\n```go\nfunc main() {}\n\n\tx := 1\n```\n\n| wie | wat |\n|---|---|\n| Ria | *kookt* |\n\nTot slot."
	opgemaakt.Uitkomst.Merkt = "> Zij zei het zelf.\n> Twee keer.\n\n* een\n* twee\n  * dieper\n\n1. eerst\n2. dan\n\n---\n\n- [ ] taak\n- [x] klaar"
	opgemaakt.Antwoorden["bedoeling.bereiken"] = reflectie.Tekst("Kop\n===\n\n~~weg~~ `code` https://example.nl en [hier](https://example.nl).\nTweede lijn  \ndrie\\\nvier\n\n    code hier\n\nKop 2\n---\nSlot")
	opgemaakt.Aandachtspunten.Kennis = []string{"**vet** punt", "met lijst:\n\n- a\n- b", "```\ncode\n```"}
	alle = append(alle, proef{naam: "markdown", def: weging, data: encode("markdown", weging, opgemaakt, nil)})
	alle = append(alle, proef{naam: "vijandig", def: weging, data: encode("vijandig", weging, vijandigKoken(), nil)})

	hand := encode("met de hand", weging, koken(), nil)
	for _, w := range [][2]string{
		{"---\n\n# Koken in het oude schoolgebouw\n", "tags: [koken, \"buurt: oost\"]\naliases: mijn eerste weging\n---\n\n# Ons gesprek over koken\n\nGelezen door *Ilse*, zij vond het herkenbaar.\n"},
		{"### Wat ik zou doen <!--", "### Ons besluit, in gewone taal <!--"},
		{"## Waardenetwerk\n", "Hier een notitie tussendoor.\n\n- punt van mij\n- nog een punt van mij\n\n## Waardenetwerk\n\nDe tekening hieronder bespraken we lang.\n"},
		{"## Het verhaal\n", "## Mijn eigen kopje\n\nTekst onder een eigen kopje.\n\n## Het verhaal\n"},
	} {
		if !bytes.Contains(hand, []byte(w[0])) {
			t.Fatalf("there is no %q to write by", w[0])
		}
		hand = bytes.Replace(hand, []byte(w[0]), []byte(w[1]), 1)
	}
	notities := []string{"tags", "buurt: oost", "aliases: mijn eerste weging", "Ons gesprek over koken", "Gelezen door Ilse, zij vond het herkenbaar.", "Ons besluit, in gewone taal",
		"Hier een notitie tussendoor.", "punt van mij", "nog een punt van mij", "De tekening hieronder bespraken we lang.", "Mijn eigen kopje", "Tekst onder een eigen kopje."}
	alle = append(alle, proef{naam: "met de hand", def: weging, data: hand, proza: true, notities: notities},
		proef{naam: "crlf", def: weging, data: bytes.ReplaceAll(hand, []byte("\n"), []byte("\r\n")), proza: true, notities: notities},
		proef{naam: "bom", def: weging, data: append([]byte("\ufeff"), hand...), proza: true, notities: notities})
	return alle
}

// vijandigKoken answers with the hostile texts that a formatter takes, a
// question each: no control characters, and nothing of the size of a book.
func vijandigKoken() reflectie.Reflectie {
	r := koken()
	for i, tekst := range vijandig() {
		tekst = reflectie.Normaal(tekst)
		if tekst == "" || len(tekst) > 1000 || strings.ContainsFunc(tekst, func(c rune) bool {
			return c != '\n' && c != '\t' && (unicode.IsControl(c) || unicode.Is(unicode.Zl, c) || unicode.Is(unicode.Zp, c) || c == '\ufeff' || c == '\uffff' || c == '\ufffe')
		}) {
			continue
		}
		r.Antwoorden[fmt.Sprintf("onbekend.v%d", i)] = reflectie.Tekst(tekst)
	}
	return r.Normaal()
}

// blote writes an answer as the Markdown that stands in its quote.
func blote(tekst string) []byte {
	var b strings.Builder
	for lijn := range strings.SplitSeq(citaat.Schrijf(tekst), "\n") {
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(lijn, ">"), " ") + "\n")
	}
	return []byte(b.String())
}

// uitBlote reads it back.
func uitBlote(data []byte) string {
	lijnen := strings.Split(strings.TrimRight(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), "\n"), "\n")
	for i, lijn := range lijnen {
		lijnen[i] = "> " + lijn
	}
	return citaat.Lees(lijnen)
}

// toont is an answer as a page shows it.
func toont(t *testing.T, tekst string) string {
	t.Helper()
	var b bytes.Buffer
	if err := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe())).Convert([]byte(citaat.Schrijf(tekst)), &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// losseAntwoorden are the answers of a file that stand in its body, by a name for
// each: of a list each item.
func losseAntwoorden(r reflectie.Reflectie, vervallen reflectie.Antwoorden) map[string]string {
	teksten := map[string]string{}
	alle := r.Plat(r.Rijnamen(reflectie.Reflectie{}, nil))
	for sleutel, a := range vervallen {
		alle["vervallen."+sleutel] = a
	}
	for sleutel, a := range alle {
		p, ok := reflectie.Ontleed(sleutel)
		switch {
		case ok && !p.Veld.InLijf() && p.Vraag == "":
		case a.Vorm() == reflectie.VormTekst:
			teksten[sleutel] = a.Tekst()
		case ok && p.Veld.Aard == reflectie.Punten:
			for i, item := range a.Lijst() {
				teksten[fmt.Sprintf("%s.%d", sleutel, i)] = item
			}
		}
	}
	return teksten
}

// zonderAntwoorden is what a reflectie says in its data and front matter.
func zonderAntwoorden(r reflectie.Reflectie) reflectie.Antwoorden {
	alle := r.Plat(r.Rijnamen(reflectie.Reflectie{}, nil))
	maps.DeleteFunc(alle, func(sleutel string, a reflectie.Antwoord) bool {
		p, ok := reflectie.Ontleed(sleutel)
		if ok && p.Vraag == "" {
			return p.Veld.InLijf()
		}
		return a.Vorm() == reflectie.VormTekst
	})
	return alle
}

// alleenLetters is what no formatter changes of a text.
func alleenLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var reMerk = regexp.MustCompile(`<!-- weeg:((?:begin |eind )?[a-z0-9.+-]+)`)

// merken lists the markers of a file.
func merken(data []byte) []string {
	var alle []string
	for _, m := range reMerk.FindAllSubmatch(data, -1) {
		alle = append(alle, string(m[1]))
	}
	slices.Sort(alle)
	return alle
}

// Three rounds of what people do to a file: a program formats it, and then weeg
// changes something in it.
func TestWhatFormattersDoToAFile(t *testing.T) {
	t.Parallel()
	npmMap(t)
	alle := proeven(t)
	if len(alle) < 12 {
		t.Fatalf("only %d files", len(alle))
	}
	for _, f := range formatters() {
		t.Run(f.naam, func(t *testing.T) {
			t.Parallel()
			map_ := t.TempDir()
			stand := make([][]byte, len(alle))
			was := make([]*markdown.Document, len(alle))
			for i, p := range alle {
				stand[i], was[i] = p.data, lees(t, p.data)
			}
			los := map[string]string{} // what the program makes of an answer by itself
			for ronde := range 3 {
				var nieuw []string
				for i := range alle {
					zet(t, filepath.Join(map_, fmt.Sprintf("r%d.md", i)), stand[i])
					for _, tekst := range losseAntwoorden(was[i].Reflectie, was[i].Vervallen) {
						if _, al := los[tekst]; !al && !alle[i].proza {
							los[tekst] = ""
							zet(t, filepath.Join(map_, fmt.Sprintf("a%d.md", len(nieuw))), blote(tekst))
							nieuw = append(nieuw, tekst)
						}
					}
				}
				f.doe(t, map_)
				for i, tekst := range nieuw {
					pad := filepath.Join(map_, fmt.Sprintf("a%d.md", i))
					los[tekst] = uitBlote(leesVan(t, pad))
					if err := os.Remove(pad); err != nil {
						t.Fatal(err)
					}
				}
				for i, p := range alle {
					data := leesVan(t, filepath.Join(map_, fmt.Sprintf("r%d.md", i)))
					stand[i], was[i] = naRonde(t, p, ronde, was[i], data, los)
				}
			}
		})
	}
}

// naRonde checks what a formatter made of a file, and changes something in it.
// alleen holds what the formatter makes of an answer by itself.
func naRonde(t *testing.T, p proef, ronde int, was *markdown.Document, data []byte, alleen map[string]string) ([]byte, *markdown.Document) {
	t.Helper()
	d, err := markdown.Parse(p.naam, data)
	if err != nil {
		t.Fatalf("%s, round %d: %v\n%s", p.naam, ronde, err, kortom(data))
	}
	if a, b := len(was.Opmerkingen()), len(d.Opmerkingen()); a != b {
		t.Errorf("%s, round %d: %d remarks, and before %d: %v", p.naam, ronde, b, a, d.Opmerkingen())
	}
	if diff := cmp.Diff(zonderAntwoorden(was.Reflectie), zonderAntwoorden(d.Reflectie), gelijk()); diff != "" {
		t.Errorf("%s, round %d: the data changed (-was +is):\n%s", p.naam, ronde, diff)
	}
	if was.Meta != d.Meta {
		t.Errorf("%s, round %d: meta %+v, was %+v", p.naam, ronde, d.Meta, was.Meta)
	}
	oud, nu := losseAntwoorden(was.Reflectie, was.Vervallen), losseAntwoorden(d.Reflectie, d.Vervallen)
	if diff := cmp.Diff(slices.Sorted(maps.Keys(oud)), slices.Sorted(maps.Keys(nu))); diff != "" {
		t.Errorf("%s, round %d: other answers (-was +is):\n%s", p.naam, ronde, diff)
	}
	for _, sleutel := range slices.Sorted(maps.Keys(oud)) {
		// The formatter may do to an answer what it does to that text by itself, and
		// only that; what a page shows is what counts, for it wraps elsewhere.
		if oud[sleutel] == nu[sleutel] || !p.proza && (toont(t, nu[sleutel]) == toont(t, oud[sleutel]) || toont(t, nu[sleutel]) == toont(t, alleen[oud[sleutel]])) {
			continue
		}
		want := ""
		if !p.proza {
			want = fmt.Sprintf("\nalone: %q\n  was: %q\n   is: %q\nalone: %q", alleen[oud[sleutel]], toont(t, oud[sleutel]), toont(t, nu[sleutel]), toont(t, alleen[oud[sleutel]]))
		}
		t.Errorf("%s, round %d: the answer to %s changed\n  was: %q\n   is: %q%s", p.naam, ronde, sleutel, oud[sleutel], nu[sleutel], want)
	}
	r := d.Reflectie
	switch ronde {
	case 0:
		r.Door = "Team Oost"
	case 1:
		r.Bracht = "Dat we eerst gingen kijken,\nen toen pas schreven."
	case 2:
		r.Door, r.Rol = "Team West", "wethouder"
	}
	r = r.Normaal()
	nieuw := rewrite(t, d, p.def, d.Meta, r, d.Vervallen)
	houdt(t, nieuw, d.Meta, r, d.Vervallen)
	d2 := lees(t, nieuw)
	staatErEens(t, p, ronde, r, d.Vervallen, nieuw)
	if _, oud := d2.Vers(p.def, markdown.MetaVan("", p.def)); len(oud) > 0 {
		t.Errorf("%s, round %d: after a rewrite still %v", p.naam, ronde, oud)
	}
	return nieuw, d2
}

// staatErEens checks that each marker, each derived part and each note stands in
// the file once.
func staatErEens(t *testing.T, p proef, ronde int, r reflectie.Reflectie, vervallen reflectie.Antwoorden, data []byte) {
	t.Helper()
	d := lees(t, data)
	vers := markdown.Encode(p.def, d.Meta, r, vervallen)
	if diff := cmp.Diff(merken(vers), merken(data)); diff != "" {
		t.Errorf("%s, round %d: other markers than in a fresh file (-fresh +is):\n%s", p.naam, ronde, diff)
	}
	heel := alleenLetters(string(data))
	alsVers := alleenLetters(string(vers))
	for _, deel := range afgeleideDelen(vers) {
		if n := strings.Count(heel, alleenLetters(deel)); n != strings.Count(alsVers, alleenLetters(deel)) {
			t.Errorf("%s, round %d: a derived part stands there %d times:\n%.300s", p.naam, ronde, n, deel)
		}
	}
	for _, notitie := range p.notities {
		if !strings.Contains(heel, alleenLetters(notitie)) {
			t.Errorf("%s, round %d: the note %q is gone", p.naam, ronde, notitie)
		}
	}
}

// afgeleideDelen are the texts of the derived parts of a fresh file.
func afgeleideDelen(data []byte) []string {
	var delen []string
	for _, na := range strings.Split(string(data), "<!-- weeg:begin ")[1:] {
		_, na, _ = strings.Cut(na, "-->")
		deel, _, _ := strings.Cut(na, "<!-- weeg:eind ")
		delen = append(delen, deel)
	}
	return delen
}

// What nobody touched is what a formatter would make of it, so that one who has
// it on does not see a diff in every file.
func TestFormattersLeaveAFreshFileAlone(t *testing.T) {
	t.Parallel()
	npmMap(t)
	map_ := t.TempDir()
	dubbel := map[string]bool{}
	for _, p := range proeven(t) {
		dubbel[reflectie.Slug(p.naam)+".md"] = p.dubbel
		if p.vers {
			zet(t, filepath.Join(map_, reflectie.Slug(p.naam)+".md"), p.data)
		}
	}
	for naam, opties := range map[string][]string{
		"prettier":   {prettier3, "--check", "--log-level=warn", "."},
		"prettier 2": {prettier2, "--check", "--loglevel=warn", "."},
	} {
		if uit, err := node(t, map_, opties...); err != nil {
			t.Errorf("%s would write a fresh file otherwise: %v\n%s", naam, err, uit)
		}
	}
	uit, _ := node(t, map_, linter, "*.md")
	if !strings.Contains(uit, "Summary:") {
		t.Fatalf("markdownlint says nothing:\n%s", uit)
	}
	for lijn := range strings.Lines(uit) {
		bestand, _, _ := strings.Cut(lijn, ":")
		if dubbel[bestand] && strings.Contains(lijn, "MD024/no-duplicate-heading") {
			continue
		}
		if regel := regexp.MustCompile(`\bMD[0-9]+`).FindString(lijn); regel != "" && regel != "MD013" && regel != "MD033" {
			t.Errorf("markdownlint complains: %s", lijn)
		}
	}
}
