// Package citaat writes what a person typed as a Markdown block quote, and
// reads it back: letter for letter where nobody touched the file, and the same
// words with the same line breaks where a formatter wrapped it anew.
//
// The writer and the reader ask one function, breekbaar, at which line ends a
// backslash may stand. The reader asks it only after the marks, the backslashes
// and the escapes are off, so it asks about the lines that the writer asked
// about. Where breekbaar is wrong, a page looks ugly; the answer stays.
//
// It is pure text: it knows no files, no questions and no markers, and it never
// refuses a text, makes it shorter, or lets anything in it out of its quote.
package citaat

import (
	"strings"

	"ambt.example/weeg/internal/reflectie"
)

// Schrijf writes a text as a block quote, a line each, without a line end after
// the last. A text that is not in normal form is brought into it.
func Schrijf(tekst string) string {
	return strings.Join(citeer(normaal(tekst), "", ""), "\n")
}

// SchrijfLijst writes an answer that is a list as one quote with an item each.
func SchrijfLijst(items []string) string {
	var lijnen []string
	for _, item := range items {
		if item = normaal(item); item != "" {
			lijnen = append(lijnen, citeer(item, "- ", "  ")...)
		}
	}
	return strings.Join(lijnen, "\n")
}

// citeer quotes the lines of a text in normal form, the first after one prefix
// and the others after another.
func citeer(tekst, eerste, verder string) []string {
	lijnen := strings.Split(tekst, "\n")
	breekt := breekbaar(lijnen, 2+len(eerste))
	for i, lijn := range lijnen {
		citaat := ">"
		if lijn != "" {
			citaat += " " + eerste + ontsnap(lijn)
		}
		if breekt[i] && eindigtOpAdres(lijn) {
			citaat += " "
		}
		if breekt[i] {
			citaat += `\`
		}
		lijnen[i] = citaat
		eerste = verder
	}
	return lijnen
}

// normaal brings a text into normal form, of valid characters only.
func normaal(s string) string { return reflectie.Normaal(strings.ToValidUTF8(s, "\ufffd")) }

// Lees reads the lines of a quote, without their line ends, back to the text.
func Lees(lijnen []string) string {
	return samen(kaal(lijnen), 2)
}

// LeesLijst reads the lines of a quote back to the items of a list. What stands
// there without a mark is an item too, so that nothing is lost.
func LeesLijst(lijnen []string) []string {
	var items []string
	var item []lijn
	sluit := func() {
		if s := samen(item, 4); s != "" {
			items = append(items, s)
		}
		item = nil
	}
	kolommen := 0 // how far the lines of the item are indented
	wit := true   // a blank line came before, or nothing
	for _, l := range kaal(lijnen) {
		leeg := isWit(l.tekst)
		if leeg || kolommen > 0 && inspringing(zonderTabs(l.tekst, 0)) >= kolommen {
			l.tekst = zonderInspringing(l.tekst, kolommen)
		} else if h, rest, ok := uitItem(l.tekst, true); ok || wit {
			sluit()
			kolommen = h.kolommen
			l.tekst = rest
		}
		wit = leeg
		item = append(item, l)
	}
	sluit()
	return items
}

// eindigtOpAdres reports whether a line ends in the address of a page, with or
// without spaces after it. There, GitHub takes a backslash for a part of the
// address, and the writer puts one space between, which the reader takes away.
func eindigtOpAdres(lijn string) bool {
	lijn = strings.TrimRight(lijn, " ")
	woord := lijn[strings.LastIndexAny(lijn, " \t")+1:]
	return strings.Contains(woord, "://") || strings.Contains(woord, "www.")
}

// A lijn is a line of a text as it is read: without marks and escapes.
type lijn struct {
	tekst string
	hard  bool // a backslash stood at its end
}

// kaal takes the mark, the backslash and the escapes off the lines of a quote.
func kaal(lijnen []string) []lijn {
	uit := make([]lijn, len(lijnen))
	for i, s := range lijnen {
		s, ok := uitCitaat(s)
		if !ok { // a lazy line, which no white space indents
			s = strings.TrimLeft(s, " \t")
		}
		s, hard := strings.CutSuffix(s, `\`)
		s = herstel(s)
		if hard && eindigtOpAdres(s) {
			s = strings.TrimSuffix(s, " ")
		}
		uit[i] = lijn{s, hard}
	}
	return uit
}

// zonderInspringing takes columns of white space off a line, as far as it has them.
func zonderInspringing(s string, kolommen int) string {
	for kolom := 0; kolom < kolommen && s != "" && isWit(s[:1]); s = s[1:] {
		kolom += len(zonderTabs(s[:1], kolom))
	}
	return s
}

// samen joins lines to the text that they are, in normal form. Where the writer
// would have put a backslash and none stands, a formatter wrapped a line, or a
// person broke it with two spaces.
func samen(lijnen []lijn, kolom int) string {
	teksten := make([]string, len(lijnen))
	for i, l := range lijnen {
		teksten[i] = l.tekst
	}
	breekt := breekbaar(teksten, kolom)
	var b strings.Builder
	zacht := false // the line end before this line is white space in a paragraph
	for i, s := range teksten {
		if zacht {
			s = strings.TrimLeft(s, " \t")
		}
		zacht = breekt[i] && !lijnen[i].hard
		einde := "\n"
		if zacht {
			if !strings.HasSuffix(s, "  ") {
				einde = " "
			}
			s = strings.TrimRight(s, " \t")
		}
		b.WriteString(s)
		b.WriteString(einde)
	}
	return reflectie.Normaal(b.String())
}
