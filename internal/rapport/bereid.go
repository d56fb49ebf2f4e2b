package rapport

import (
	"regexp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/markdown"
)

// What a person writes in a paragraph has fewer of these. Reading more of them
// takes the square of their number, in time or in memory.
const (
	maxHaken   = 1000    // [ that may begin a link
	maxSterren = 2000    // * _ and ~ that may begin emphasis
	maxCellen  = 20_000  // of a table, those that are not there included
	maxNesten  = 100     // quotes and lists that one line opens
	maxDiepte  = 200_000 // quotes and lists that are open, added up over all lines
)

// bereid makes a text ready to be read as Markdown. A paragraph that nobody wrote
// to be read becomes a block of code, in which it stands as it is. A table of
// which a row has more cells than there are headings gets empty headings: without
// them those cells would be lost.
func bereid(tekst string) []byte {
	b := bereider{}
	for regel := range strings.Lines(tekst) {
		b.regel(regel)
	}
	b.sluit()
	if b.diepte > maxDiepte {
		return []byte(alsCode(tekst))
	}
	return []byte(b.uit.String())
}

// A bereider goes through a text line by line.
type bereider struct {
	uit    strings.Builder
	alinea []string // lines that are not in uit yet
	code   markdown.Codeblok
	diep   int // how many quotes and lists the last line seems to be in
	diepte int // the sum of that
}

func (b *bereider) regel(regel string) {
	leeg := isLeeg(regel)
	if !leeg {
		b.diep = max(nesten(regel), inspringing(regel)/2)
	}
	b.diepte += b.diep
	if b.code.Neemt(strings.TrimRight(regel, "\r\n")) || leeg { // what is indented may be no fence, and counts as none
		b.sluit()
		b.uit.WriteString(regel)
	} else {
		b.alinea = append(b.alinea, regel)
	}
}

// sluit puts the lines of a paragraph in the text.
func (b *bereider) sluit() {
	alinea := strings.Join(verbreed(b.alinea), "")
	if !isProza(b.alinea) {
		alinea = alsCode(alinea)
	}
	b.uit.WriteString(alinea)
	b.alinea = nil
}

// alsCode puts a text between fences that it cannot close.
func alsCode(tekst string) string {
	hek := "```"
	for strings.Contains(tekst, hek) {
		hek += strings.Repeat("`", len(hek))
	}
	if !strings.HasSuffix(tekst, "\n") {
		tekst += "\n"
	}
	return hek + "\n" + tekst + hek + "\n"
}

// isProza reports whether somebody may have written a paragraph to be read.
func isProza(regels []string) bool {
	var haken, sterren, strepen int
	for _, r := range regels {
		haken += strings.Count(r, "[")
		sterren += strings.Count(r, "*") + strings.Count(r, "_") + strings.Count(r, "~")
		strepen = max(strepen, strings.Count(r, "|"))
		if nesten(r) > maxNesten {
			return false
		}
	}
	return haken <= maxHaken && sterren <= maxSterren && strepen*len(regels) <= maxCellen
}

// verbreed gives the table that a paragraph ends with, if it does, as many
// headings as its widest row has cells.
func verbreed(regels []string) []string {
	for i := 1; i < len(regels); i++ {
		kolommen, ok := kolommenVan(regels[i])
		if !ok && isLuieStreep(regels[i], regels[:i]) {
			kolommen, ok = 1, true
		}
		if !ok {
			continue
		}
		if min(cellen(regels[i-1]), cellen(zonderBegin(regels[i-1]))) > kolommen {
			break // it is no table
		}
		breedst := 0
		for _, rij := range regels[i+1:] {
			breedst = max(breedst, cellen(rij))
		}
		if meer := breedst - kolommen; meer > 0 {
			regels[i-1] = vulAan(regels[i-1], strings.Repeat(" |", meer))
			regels[i] = vulAan(regels[i], strings.Repeat("-|", meer))
		}
		break // what follows is rows
	}
	return regels
}

// reStreep matches the line below the headings of a table.
var reStreep = regexp.MustCompile(`^\|?[ \t\r\n\f\v]*:?-+:?[ \t\r\n\f\v]*(?:\|[ \t\r\n\f\v]*:?-+:?[ \t\r\n\f\v]*)*\|?$`)

// kolommenVan counts the columns that a line below headings tells of; ok is false
// for any other line.
func kolommenVan(regel string) (n int, ok bool) {
	regel = strings.Trim(zonderCitaat(regel), " \t\r\n\f\v")
	if strings.Trim(regel, "-") == "" || !reStreep.MatchString(regel) {
		return 0, false // a line of dashes alone is below a heading of another kind
	}
	return strings.Count(strings.TrimSuffix(strings.TrimPrefix(regel, "|"), "|"), "|") + 1, true
}

// reHouder matches the begin of a line that begins a quote or an item of a list.
var reHouder = regexp.MustCompile(`^[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])`)

// isLuieStreep reports whether two dashes below these lines go on with a paragraph that is
// in a quote or a list, and are not in it themselves. There they are below no heading, and
// so below the one column of a table. So is one dash before a line end of Windows, which
// goldmark takes for no item.
func isLuieStreep(regel string, boven []string) bool {
	streep := strings.TrimRight(strings.TrimPrefix(regel, " "), " \t\r\n")
	return (streep == "--" || streep == "-" && strings.HasSuffix(regel, "\r\n")) && slices.ContainsFunc(boven, reHouder.MatchString)
}

// cellen counts the cells of a row of a table.
func cellen(rij string) int {
	rij = strings.Trim(zonderCitaat(rij), " \t\r\n")
	rij = strings.TrimSuffix(strings.TrimPrefix(rij, "|"), "|")
	n := strings.Count(rij, "|") - strings.Count(rij, `\|`)
	if rij == "" || strings.HasSuffix(rij, "|") && !strings.HasSuffix(rij, `\|`) {
		return n
	}
	return n + 1
}

// vulAan puts cells at the end of a row.
func vulAan(rij, cellen string) string {
	kaal := strings.TrimRight(rij, " \t\r\n")
	einde := rij[len(kaal):]
	if !strings.HasSuffix(kaal, "|") || strings.HasSuffix(kaal, `\|`) {
		kaal += "|"
	}
	return kaal + cellen + einde
}

func zonderCitaat(regel string) string { return strings.TrimLeft(regel, "> \t") }

// zonderBegin takes away the quotes and the bullets that a line begins with.
func zonderBegin(regel string) string { return strings.TrimLeft(regel, "> \t-+*0123456789.)") }

// isLeeg reports whether Markdown takes a line for an empty one.
func isLeeg(regel string) bool { return strings.Trim(regel, " \t\r\n") == "" }

// inspringing is how many columns a line is indented.
func inspringing(regel string) int {
	kolom := 0
	for _, c := range regel {
		switch c {
		case ' ':
			kolom++
		case '\t':
			kolom += 4 - kolom%4
		default:
			return kolom
		}
	}
	return kolom
}

// reOpent matches what opens a quote or a list.
var reOpent = regexp.MustCompile(`^[ \t]*(?:>|(?:[-+*]|[0-9]+[.)])[ \t\r\n])`)

// nesten counts the quotes and lists that a line opens.
func nesten(regel string) int {
	n := 0
	for opent := reOpent.FindString(regel); opent != ""; opent = reOpent.FindString(regel) {
		regel = regel[len(strings.TrimRight(opent, " \t\r\n")):]
		n++
	}
	return n
}
