package citaat

import "strings"

// maxDiep is how many quotes and items may stand in each other; what is deeper
// is taken for text, so that no line costs much more than another.
const maxDiep = 20

// breekbaar tells for each line of an answer whether it and the next are lines
// of one paragraph, so that a backslash at its end is a hard break. It is not
// where the next has a mark of a quote: that line begins something by itself.
// The lines stand at a column of the file.
func breekbaar(lijnen []string, kolom int) []bool {
	breekt := make([]bool, len(lijnen))
	var o ontleder
	for i, s := range lijnen {
		vervolg, tabelstreep := o.lees(zonderTabs(s, kolom))
		if vervolg {
			breekt[i-1] = true
		}
		if tabelstreep && i > 1 { // the line before was a row, and not of what stands above it
			breekt[i-2] = false
		}
	}
	return breekt
}

// Einde returns how many of the lines of a file, from the first of a quote on,
// are that quote's: those that begin with its mark, and the lazy ones that a
// renderer shows in its last paragraph.
func Einde(lijnen []string) int {
	o := ontleder{kentHTML: true}
	for i, s := range lijnen {
		o.lees(zonderTabs(s, 0))
		if len(o.houders) == 0 || o.houders[0].kolommen > 0 {
			return i
		}
	}
	return len(lijnen)
}

// An ontleder takes lines apart into blocks as CommonMark does, as far as one
// must know to say which lines are of one paragraph.
type ontleder struct {
	kentHTML bool     // in an answer, < is escaped
	houders  []houder // the open quotes and items, outermost first
	blad     blad     // what is open in the innermost
	laatste  string   // the last line of the paragraph
	slot     string   // what ends the code or HTML
}

// A houder holds other blocks.
type houder struct {
	kolommen int  // how far the lines of an item are indented; 0 for a quote
	leeg     bool // an item of which only the mark came
}

// A blad is a block of lines.
type blad int

const (
	geen blad = iota
	alinea
	tabel
	code // by indentation
	hek
	html
)

// lees takes the next line. It tells whether the line goes on with a paragraph,
// and whether it makes the last line of one the head of a table.
func (o *ontleder) lees(s string) (vervolg, tabelstreep bool) {
	n, citaat := 0, false
	for ; n < len(o.houders); n++ {
		rest, ok := o.houders[n].volg(s)
		if !ok {
			break
		}
		s = rest
		citaat = citaat || o.houders[n].kolommen == 0
	}
	heel := n == len(o.houders)
	if heel && o.houdt(s) {
		return false, false
	}
	if o.blad != alinea && !(o.blad == tabel && heel) {
		o.sluit(n)
	}
	for ; n < maxDiep && !isWit(s) && inspringing(s) < 4; n++ {
		if rest, ok := uitCitaat(s); ok {
			o.open(n, houder{})
			s, citaat = rest, true
		} else if o.begint(n, strings.TrimLeft(s, " ")) {
			return false, false
		} else if h, rest, ok := uitItem(s, o.blad == geen || n < len(o.houders)); ok {
			o.open(n, h)
			s = rest
		} else {
			break
		}
	}
	vervolg, tabelstreep = o.tekst(n, s)
	return vervolg && !citaat, tabelstreep
}

// volg takes off a line what makes it go on with a quote or an item.
func (h *houder) volg(s string) (rest string, ok bool) {
	switch {
	case h.kolommen == 0:
		return uitCitaat(s)
	case isWit(s):
		return s, !h.leeg
	case inspringing(s) < h.kolommen:
		return s, false
	}
	h.leeg = false
	return s[h.kolommen:], true
}

// houdt reports whether a line is of the code or HTML that is open.
func (o *ontleder) houdt(s string) bool {
	switch o.blad {
	case code:
		return isWit(s) || inspringing(s) > 3
	case hek:
		kaal := strings.TrimLeft(s, " ")
		if inspringing(s) < 4 && strings.HasPrefix(kaal, o.slot) && isAlleen(kaal, o.slot[:1]) {
			o.blad = geen
		}
		return true
	case html:
		if o.slot == "" && isWit(s) || o.slot != "" && strings.Contains(s, o.slot) {
			o.blad = geen
		}
		return true
	}
	return false
}

// sluit closes all but the outermost n quotes and items, and what is open in them.
func (o *ontleder) sluit(n int) {
	o.houders = o.houders[:n]
	o.blad = geen
}

// open opens a quote or an item in the outermost n.
func (o *ontleder) open(n int, h houder) {
	o.sluit(n)
	o.houders = append(o.houders, h)
}

// begint reports whether a line begins, or is, something other than a paragraph,
// a quote or an item, and takes it if so.
func (o *ontleder) begint(n int, s string) bool {
	switch {
	case reKop.MatchString(s), isStreep(s), o.blad == alinea && n == len(o.houders) && isSetext(s):
		o.sluit(n)
	case reHek.MatchString(s):
		o.sluit(n)
		o.blad = hek
		o.slot = s[:len(s)-len(strings.TrimLeft(s, s[:1]))]
	case o.kentHTML && strings.HasPrefix(s, "<") && (reHTML().MatchString(s) || o.blad != alinea && reTag().MatchString(s)):
		o.sluit(n)
		o.blad, o.slot = html, ""
		if strings.HasPrefix(s, "<!--") {
			o.slot = "-->"
		}
		o.houdt(s) // it may end where it began
	default:
		return false
	}
	return true
}

// tekst takes what remains of a line: nothing, code, or text, which goes on with
// a paragraph also where marks lack.
func (o *ontleder) tekst(n int, s string) (vervolg, tabelstreep bool) {
	ver := inspringing(s) > 3
	s = strings.TrimLeft(s, " ")
	switch {
	case s == "":
		o.sluit(n)
	case o.blad == tabel:
	case o.blad == geen && ver:
		o.blad = code
	case o.blad == geen:
		o.blad, o.laatste = alinea, s
	case n == len(o.houders) && !ver && reTabel.MatchString(s) && cellen(o.laatste) <= cellen(s):
		o.blad = tabel
		return false, true
	default:
		vervolg = !reKaal.MatchString(o.laatste) // a backslash after it would make it an item
		o.laatste = s
	}
	return vervolg, false
}
