package citaat

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// stukken returns what hostile texts are made of.
func stukken() []string {
	return []string{
		"a", "b c", "14. april", "é", "👩‍🚒", "\u2028", "\u00a0", "\ufeff", "\u0085", "\x00", "\x0b", "\x1b", "\x7f", "\r", "\r\n", "\xff",
		" ", "  ", "    ", "\t", "\n", "\n", "\n", "\n\n", "\n  ", "\n    ", "\n\t", " \n", "  \n", "\\\n", "\\\\\n", "\\ \n",
		`\`, `\\`, `\<`, `\< `, `\&`, `\*`, "```", "``", "~~~", "```go", "- ", "* ", "+ ", "-", "1. ", "2) ", "10. ",
		"> ", ">", ">>", "# ", "## ", "#", "---", "***", "===", "=", "--", "|", "| a | b |", "|---|---|", ":-:", "|-|",
		"<", "<b>", "< 3", "</p", "<!--", "-->", "<?", "<!x", "<details>", "<pre>", "https://x.nl/", "www.x.nl", "*", "_", "`", "$", "!", "[x](y)",
		"&", "&lt;", "&amp;", "&amp;lt;", "&amp;amp;#92;", "&#92;", "&#94;", "&#58;", "&#0;", "&#9;", "&#13;", "&#092;", "&#", "&#x5c;", "amp;", ";", "9",
		"[^", "[^1]", "[^1]: x", "]:", "[x]: y", "]", ":", "<!-- weeg:a.b -->", "- [ ] ",
	}
}

// mengsel makes a text of up to n pieces.
func mengsel(r *rand.Rand, n int, stukken []string) string {
	var b strings.Builder
	for range 1 + r.IntN(n) {
		b.WriteString(stukken[r.IntN(len(stukken))])
	}
	return b.String()
}

func komtTerug(t *testing.T, s string) {
	t.Helper()
	lijnen := lijnenVan(Schrijf(s))
	if got, want := Lees(lijnen), normaal(s); got != want {
		t.Fatalf("%q became %q, by\n%s", want, got, strings.Join(lijnen, "\n"))
	}
	if n := Einde(append(lijnen, "", "# kop")); n != len(lijnen) {
		t.Fatalf("%d of %d lines belong to the quote of %q", n, len(lijnen), s)
	}
}

func lijstKomtTerug(t *testing.T, items ...string) {
	t.Helper()
	var want []string
	for _, s := range items {
		if s = normaal(s); s != "" {
			want = append(want, s)
		}
	}
	lijst := SchrijfLijst(items)
	if got := LeesLijst(lijnenVan(lijst)); !slices.Equal(got, want) {
		t.Fatalf("%q became %q, by\n%s", want, got, lijst)
	}
}

func TestWhateverIsTypedComesBackLetterForLetter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		komtTerug(t, mengsel(r, 16, stukken()))
	}
}

func TestEveryItemComesBackLetterForLetter(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 6_000 {
		lijstKomtTerug(t, mengsel(r, 12, stukken()), mengsel(r, 12, stukken()), mengsel(r, 4, stukken()))
	}
}

func FuzzCitaat(f *testing.F) {
	for _, s := range stukken() {
		f.Add("a"+s+"b\n"+s+s, s+"\n")
	}
	f.Fuzz(func(t *testing.T, s, u string) {
		komtTerug(t, s)
		lijstKomtTerug(t, s, u)
		lijnen := lijnenVan(s + "\n" + u) // whatever a file holds is read
		Lees(lijnen)
		LeesLijst(lijnen)
		Einde(lijnen)
		if plat := Plat(s); strings.Contains(plat, "--") || strings.Contains(plat, "\n") || Plat(Ontplat(plat)) != plat {
			t.Errorf("%q is not plain: %q", s, plat)
		}
	})
}

// gewoon makes a line of words that mean nothing in Markdown, also where a line
// is broken before or after any of them.
func gewoon(r *rand.Rand) string {
	woorden := strings.Fields(`de buren koken, “ja” – en half-open R&D AT&T; C:\map\ \ a\b < x<y <b> </p> 5>3 &lt; &#92; &copy; https://x.nl www.x.nl. ` +
		"[^1] [x]: a\u00a0b ~5 100% €5,- 👩‍🚒 a_b #5 d.w.z. (soms) 's -x 14.30")
	w := []string{"Nu"}
	for range r.IntN(12) {
		w = append(w, woorden[r.IntN(len(woorden))])
	}
	return strings.Join(w, " ")
}

// wikkel writes the lines of a quote as a formatter may: wrapped at other
// spaces, and sometimes with a space left at an end.
func wikkel(r *rand.Rand, citaat, inspringing string) string {
	var b strings.Builder
	for i, lijn := range lijnenVan(citaat) {
		if i > 0 {
			b.WriteByte('\n')
		}
		merk := len(lijn) - len(strings.TrimLeft(lijn, "> -"))
		b.WriteString(lijn[:merk])
		for j, woord := range strings.Split(lijn[merk:], " ") {
			switch {
			case j == 0:
			case woord != `\` && r.IntN(4) == 0:
				b.WriteString([]string{"\n> ", " \n> ", "\n>   "}[r.IntN(3)] + inspringing)
			default:
				b.WriteByte(' ')
			}
			b.WriteString(woord)
		}
	}
	return b.String()
}

func TestPlainProseComesBackFromAnyWrapping(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 3_000 {
		s := gewoon(r)
		for range r.IntN(4) {
			s += []string{"\n", "\n\n"}[r.IntN(2)] + gewoon(r)
		}
		citaat := wikkel(r, Schrijf(s), "")
		if got := Lees(lijnenVan(citaat)); got != s {
			t.Fatalf("%q became %q, by\n%s", s, got, citaat)
		}
	}
}

func TestAListComesBackFromOtherMarksAndWrapping(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 3_000 {
		var items []string
		for range 1 + r.IntN(4) {
			s := gewoon(r)
			for range r.IntN(3) {
				s += []string{"\n", "\n\n"}[r.IntN(2)] + gewoon(r)
			}
			items = append(items, s)
		}
		citaat := wikkel(r, SchrijfLijst(items), "  ")
		merk := []string{"- ", "* ", "+ ", "1. ", "7) ", "-   ", "12.  "}[r.IntN(7)]
		los := []string{"", "\n>"}[r.IntN(2)]
		citaat = strings.ReplaceAll(citaat, "\n>   ", "\n> "+strings.Repeat(" ", len(merk)))
		citaat = strings.ReplaceAll("\n"+citaat, "\n> - ", los+"\n> "+merk)[1:]
		if got := LeesLijst(lijnenVan(citaat)); !slices.Equal(got, items) {
			t.Fatalf("%q became %q, by\n%s", items, got, citaat)
		}
	}
}

// groot returns texts of a size, by what is much in them.
func groot(bytes int) map[string]string {
	vol := func(s string) string { return strings.Repeat(s, bytes/len(s)) }
	return map[string]string{
		"prose":       vol("De gang was donker en niemand zei iets, ook Ria niet; dat weet ik nu zeker van haar.\nEn toen?\n\n"),
		"one line":    vol("woord "),
		"blank lines": "- a\n" + vol("\n") + "b",
		"nested":      strings.Repeat("- ", bytes/4) + "a\n" + vol("\n\n  b"),
		"quotes":      vol("> "),
		"dashes":      vol("- "),
		"backslashes": "a" + vol(`\`),
		"escapes":     vol("&amp;amp;lt;<b>[^1]: \x01"),
		"amp":         "&" + vol("amp;"),
		"fences":      vol("```\n`````\n"),
		"tables":      vol("a|b\n-|-\n"),
		"cells":       "a\n" + vol("-|"),
		"tabs":        vol("\t\t- x\n"),
		"digits":      vol("1"),
		"spaces":      "a" + vol(" ") + "b",
		"addresses":   vol("https://x.nl\n"),
	}
}

// Of what takes the square of its size, this would not end.
func TestALargePasteComesBack(t *testing.T) {
	for _, s := range groot(1 << 16) {
		komtTerug(t, s)
		lijstKomtTerug(t, s, "a")
		Einde(lijnenVan(s))
		Ontplat(Plat(s))
	}
}

func BenchmarkCitaat(b *testing.B) {
	for naam, s := range groot(1 << 18) {
		s = normaal(s)
		lijnen := lijnenVan(Schrijf(s))
		for richting, doe := range map[string]func(){
			"write/": func() { Schrijf(s) }, "read/": func() { Lees(lijnen) }, "end/": func() { Einde(lijnen) }} {
			b.Run(richting+naam, func(b *testing.B) {
				b.SetBytes(int64(len(s)))
				for b.Loop() {
					doe()
				}
			})
		}
	}
}
