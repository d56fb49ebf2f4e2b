// Package roff writes pages for man, in the macros of man(7).
//
// What it gets is text; no character in it can command the formatter, and what one
// copies from a page is what stood in the text. So every hyphen is one that a shell
// takes. Words are not hyphenated and sentences are not set apart: a formatter does
// that as in English. Code stands between backticks, as in Markdown, and becomes bold.
package roff

import (
	"strconv"
	"strings"
	"unicode"
)

// A Blad is a page that is being written.
type Blad struct {
	b      strings.Builder
	alinea string // what parts a paragraph from what stands above it; a heading does so by itself
}

// New begins the page of a name in a section of the manual: of which day it is
// (2026-11-29), of which program, and what the manual is called.
func New(naam string, deel int, dag, programma, boek string) *Blad {
	b := &Blad{}
	b.b.WriteString(verzoek("TH", strings.ToUpper(naam), strconv.Itoa(deel), dag, argument(programma), argument(boek)) +
		verzoek("nh") + verzoek("ad", "l") + verzoek("ss", "12", "0"))
	return b
}

// Kop writes the heading of a part.
func (b *Blad) Kop(tekst string) { b.kop("SH", tekst) }

// Tussenkop writes a heading within a part.
func (b *Blad) Tussenkop(tekst string) { b.kop("SS", tekst) }

func (b *Blad) kop(macro, tekst string) {
	b.b.WriteString(verzoek(macro, argument(tekst)))
	b.alinea = ""
}

func (b *Blad) schrijf(macro, tekst string) {
	b.b.WriteString(macro + tekst)
	b.alinea = verzoek("PP")
}

// Naam writes what a page is about, as the part that indexes of man read.
func (b *Blad) Naam(naam, tekst string) { b.schrijf(b.alinea, lijnen(naam+" - "+tekst)) }

// Alinea writes a paragraph.
func (b *Blad) Alinea(tekst string) { b.schrijf(b.alinea, lijnen(tekst)) }

// Punt writes an item of a list.
func (b *Blad) Punt(tekst string) { b.schrijf(verzoek("IP", `\(bu`, "2"), lijnen(tekst)) }

// Begrip writes a term, as code, and what there is to say of it.
func (b *Blad) Begrip(term, tekst string) {
	b.schrijf(verzoek("TP"), begin(opgemaakt("`"+term+"`"))+lijnen(tekst))
}

// Letterlijk writes lines as they are.
func (b *Blad) Letterlijk(tekst string) {
	var alle strings.Builder
	for lijn := range strings.Lines(tekst) {
		alle.WriteString(begin(veilig(strings.TrimRight(lijn, " \n"))))
	}
	b.schrijf(b.alinea, verzoek("nf")+alle.String()+verzoek("fi"))
}

// Bytes returns the page.
func (b *Blad) Bytes() []byte { return []byte(b.b.String()) }

// verzoek is a line that the formatter obeys.
func verzoek(naam string, argumenten ...string) string {
	return "." + strings.Join(append([]string{naam}, argumenten...), " ") + "\n"
}

// argument is a text as what a macro gets.
func argument(tekst string) string { return `"` + veilig(tekst) + `"` }

// maxLijn is how long a line of text is at most, in bytes, as man(7) has it.
const maxLijn = 80

// lijnen is a paragraph as lines of text.
func lijnen(tekst string) string {
	var alle strings.Builder
	lijn := ""
	for woord := range strings.SplitSeq(opgemaakt(tekst), " ") {
		switch {
		case lijn == "":
			lijn = woord
		case lengte(lijn)+1+lengte(woord) > maxLijn:
			alle.WriteString(begin(lijn))
			lijn = woord
		default:
			lijn += " " + woord
		}
	}
	return alle.String() + begin(lijn)
}

// lengte is how many bytes a line takes when what is not ASCII is named by its number.
func lengte(lijn string) (n int) {
	for _, r := range lijn {
		if n++; r > unicode.MaxASCII {
			n += len(`[u00EB]`)
		}
	}
	return n
}

// opgemaakt is a text on one line, with what stands between backticks in bold.
func opgemaakt(tekst string) string {
	delen := strings.Split(tekst, "`")
	for i := range delen {
		delen[i] = veilig(delen[i])
		if i%2 == 1 {
			delen[i] = `\fB` + delen[i] + `\fR`
		}
	}
	return strings.Join(delen, "")
}

// begin is a line at whose begin no request can stand. An empty one, and one that is
// indented, have a meaning of their own.
func begin(lijn string) string {
	if lijn == "" || strings.HasPrefix(lijn, ".") || strings.HasPrefix(lijn, " ") {
		lijn = `\&` + lijn
	}
	return lijn + "\n"
}

// veilig is a text on one line of which a formatter shows every character as it is.
func veilig(tekst string) string {
	tekst = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, tekst)
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, `"`, `\(dq`, "^", `\(ha`, "~", `\(ti`).Replace(tekst)
}
