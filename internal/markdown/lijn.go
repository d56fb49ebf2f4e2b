package markdown

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/strict"
)

// A lijn is one line of a file: offsets of its begin, of the end of its text and
// of the next line.
type lijn struct {
	tekst               string // without line end
	van, eind, volgende int
}

func (l lijn) leeg() bool { return isLeeg(l.tekst) }

func isLeeg(s string) bool { return strings.Trim(s, " \t") == "" }

// splits gives the lines of data, after a byte order mark. LF and CRLF end a line.
func splits(data []byte) []lijn {
	van := len(data) - len(bytes.TrimPrefix(data, []byte("\ufeff")))
	lijnen := make([]lijn, 0, bytes.Count(data, []byte("\n"))+1)
	for s := range strings.Lines(string(data[van:])) {
		tekst := strings.TrimSuffix(strings.TrimSuffix(s, "\n"), "\r")
		lijnen = append(lijnen, lijn{tekst, van, van + len(tekst), van + len(s)})
		van += len(s)
	}
	return lijnen
}

// plaats is where line i of a file begins.
func plaats(bestand string, i int) strict.Plaats {
	return strict.Plaats{Bestand: bestand, Regel: i + 1, Kolom: 1}
}

// eersteTitel returns the heading of a page.
func eersteTitel(lijnen []lijn) string {
	for _, l := range lijnen {
		if kopniveau(l.tekst) == 1 {
			return citaat.Ontplat(koptekst(l.tekst))
		}
	}
	return ""
}

// kaal takes the indentation off a line that may begin a block; ok is false of a
// line that is indented too far for that.
func kaal(s string) (_ string, ok bool) {
	kaal := strings.TrimLeft(s, " ")
	return kaal, len(s)-len(kaal) < 4 && !strings.HasPrefix(kaal, "\t")
}

// A Codeblok tells which lines, one after another, are code between fences. Its
// zero value is outside of any.
type Codeblok struct{ hek string } // the fence that is open, or ""

// Neemt reports whether the next line, without its end, is of a block of code:
// the fences too.
func (c *Codeblok) Neemt(s string) bool {
	if c.hek == "" {
		c.hek = hek(s)
		return c.hek != ""
	}
	s, ok := kaal(s)
	s = strings.TrimRight(s, " \t")
	if ok && len(s) >= len(c.hek) && strings.Trim(s, c.hek[:1]) == "" {
		c.hek = ""
	}
	return true
}

// hek returns the fence with which a line opens a block of code, or "".
func hek(s string) string {
	s, ok := kaal(s)
	for _, teken := range []string{"`", "~"} {
		rest := strings.TrimLeft(s, teken)
		if n := len(s) - len(rest); ok && n >= 3 && !(teken == "`" && strings.Contains(rest, "`")) {
			return s[:n]
		}
	}
	return ""
}

// kopniveau returns how deep a line without indentation is as a heading; 0 of
// what is none.
func kopniveau(s string) int {
	n := len(s) - len(strings.TrimLeft(s, "#"))
	if n > 6 || n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return n
}

// koptekst is what a heading says, as it stands there.
func koptekst(kop string) string { return strings.Trim(strings.TrimLeft(kop, "#"), " \t") }

// A merk is a comment of ours at the end of a line.
type merk struct {
	voor  string // what stands before it on the line
	soort string // "begin", "eind" or "gegevens"; "" of one that names an answer
	naam  string // the key, or the name of a part; "" where it has none that is right
	hash  string // what the begin of a derived part says of its words
}

var (
	reNaam   = regexp.MustCompile(`^[a-z0-9]+([-.+][a-z0-9]+)*$`)
	reNummer = regexp.MustCompile(`^\s*[0-9]+[.)]\s`)
)

// leesMerk finds our comment at the end of a line.
func leesMerk(s string) (m merk, ok bool) {
	i := strings.LastIndex(s, "<!--")
	if i < 0 {
		return m, false
	}
	inhoud, isOns := strings.CutPrefix(strings.TrimLeft(s[i+len("<!--"):], " \t"), "weeg:")
	if !isOns {
		return m, false
	}
	inhoud, na, dicht := strings.Cut(inhoud, "-->")
	m.voor = strings.TrimRight(s[:i], " \t")
	woorden := strings.Fields(inhoud)
	if len(woorden) > 0 && slices.Contains([]string{"begin", "eind", "gegevens"}, woorden[0]) {
		m.soort, woorden = woorden[0], woorden[1:]
	}
	if len(woorden) > 0 && (m.soort != "" || len(woorden) == 1) && reNaam.MatchString(woorden[0]) {
		m.naam = woorden[0]
	}
	if len(woorden) > 1 {
		m.hash = strings.TrimSuffix(woorden[1], ":")
	}
	return m, isLeeg(na) && (dicht || m.soort == "gegevens" && m.voor == "")
}

// vingerafdruk is what tells whether words differ: it is made of letters and
// digits alone, without the numbers that begin a list item, so that a formatter
// changes it nowhere.
func vingerafdruk(tekst string) string {
	som := sha256.New()
	for s := range strings.Lines(tekst) {
		_, _ = io.WriteString(som, strings.Map(letterOfCijfer, s[len(reNummer.FindString(s)):]))
	}
	return hex.EncodeToString(som.Sum(nil)[:4])
}

// letterOfCijfer takes out every other character.
func letterOfCijfer(r rune) rune {
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return r
	}
	return -1
}

// commentaar returns the offset of the # that begins a comment of YAML, or -1.
// quote is the mark of a text that is open where the line begins, and at its end.
func commentaar(s string, quote byte) (int, byte) {
	begin := true // a value may begin here
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote == '"' && c == '\\', quote == '\'' && strings.HasPrefix(s[i:], "''"):
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '#' && (i == 0 || s[i-1] == ' ' || s[i-1] == '\t'):
			return i, 0
		case begin && (c == '"' || c == '\''):
			quote = c
		case c != ' ' && c != '\t':
			begin = strings.IndexByte("[{,:-", c) >= 0
		}
	}
	return -1, quote
}
