package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// syntaxFout words an error of the YAML library for a person. Its own text is
// never shown; the line that it names is where possible replaced by a better
// one. leesbaar is what the library read in the place of data, line by line.
func syntaxFout(bestand string, data, leesbaar []byte, err error) Bevinding {
	regel, woorden := ontleed(err)
	tekst := regels(data)
	if i := slices.IndexFunc(tekst, IsConflict); i >= 0 {
		return Bevinding{Plaats{bestand, i + 1, 1}, Conflict, FoutConflict}
	}
	if naam, ok := strings.CutPrefix(woorden, "unknown anchor '"); ok {
		naam, _, _ = strings.Cut(naam, "'")
		return Bevinding{zoek(bestand, tekst, "*"+naam), verwijzing("*" + naam), FoutOpmaak}
	}
	p := probleemVan(woorden)
	switch p.regel {
	case vanBlok:
		regel = eersteFouteRegel(leesbaar, regel+1)
	case vanaf0:
		regel++
	}
	regel, _ = telRegels(data).plaats(regel, 1)
	regel = min(regel, len(tekst))
	if p.opent != "" && !strings.ContainsAny(tekst[regel-1], p.opent) {
		regel = 1 // the library cannot name the first line, and names the last it read
	}
	kandidaten := []int{regel, regel - 1, regel + 1}
	if strings.HasPrefix(woorden, "found a tab") {
		for r := regel; r <= len(tekst); r++ { // it stands below the line where its text begins
			kandidaten = append(kandidaten, r)
		}
	}
	for _, r := range kandidaten {
		if i := tab(tekst, r); i >= 0 {
			return Bevinding{Plaats{bestand, r, kolom(tekst[r-1], i)}, "deze regel springt in met een tab; gebruik daar spaties", FoutOpmaak}
		}
	}
	plaats := Plaats{bestand, regel, 1}
	if strings.HasPrefix(woorden, "found character that cannot start") {
		if i := verkeerdBegin(tekst[regel-1]); i >= 0 {
			plaats.Kolom = kolom(tekst[regel-1], i)
			return Bevinding{plaats, fmt.Sprintf("een tekst kan niet beginnen met %s; zet de hele tekst tussen aanhalingstekens", Aanhaling(tekst[regel-1][i:i+1])), FoutOpmaak}
		}
	}
	return Bevinding{plaats, p.uitleg + vermomd(tekst[regel-1]), FoutOpmaak}
}

// Conflict is what there is to say of a line that git puts around a conflict.
const Conflict = "hier staat een conflict van git dat nog niet is opgelost; kies wat blijft, en haal de tekens weg die git erbij zette"

// IsConflict reports whether git put this line around a conflict.
func IsConflict(regel string) bool {
	teken, _, _ := strings.Cut(regel, " ")
	return teken == "<<<<<<<" || teken == "|||||||" || teken == ">>>>>>>"
}

// vermomd says what on a line looks like a sign of YAML and is none; "" where
// nothing does.
func vermomd(regel string) string {
	switch {
	case strings.ContainsAny(regel, "\u00a0\u2007\u202f"):
		return ". Op deze regel staat een vaste spatie, die niet als spatie telt: typ daar een gewone"
	case regexp.MustCompile(`^\s*[“”„‘]|[:\[{,-]\s+[“”„‘]|[”“’]:?\s*$`).MatchString(regel):
		return ". Op deze regel staan gekrulde aanhalingstekens, die niet tellen: typ rechte"
	}
	return ""
}

// ontleed takes the line and the words out of an error of the library: 0 and
// none of a panic, and 0 where it means the first line.
func ontleed(err error) (regel int, woorden string) {
	m := regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)`).FindStringSubmatch(err.Error())
	if m == nil {
		return 0, ""
	}
	regel, _ = strconv.Atoi(m[1])
	return regel, m[2]
}

// eersteFouteRegel looks for the line that breaks a block: the lines before it
// can be read, and with it they cannot. It starts where the library stopped
// reading, and goes no further back than costs a fraction of a second.
func eersteFouteRegel(data []byte, anders int) int {
	l := regelLezer{rest: data}
	_, err := decode(yaml.NewDecoder(&l))
	if err == nil {
		// The fault stands after the document, where the library wants a new one.
		return anders
	}
	begin := len(data) - len(l.rest)
	gelezen := slices.Collect(bytes.Lines(data[:begin]))
	budget := 4 << 20
	for i, regel := range slices.Backward(gelezen) {
		begin -= len(regel)
		if budget -= begin + 64<<10; budget < 0 {
			return anders
		}
		if _, err := decode(yaml.NewDecoder(bytes.NewReader(data[:begin]))); err == nil || errors.Is(err, io.EOF) {
			return i + 1
		}
	}
	return anders
}

// A regelLezer hands out at most one line at a time, so that its reader stops
// close to what it cannot read.
type regelLezer struct{ rest []byte }

func (l *regelLezer) Read(p []byte) (int, error) {
	n := copy(p, bytes.SplitAfterN(l.rest, []byte("\n"), 2)[0])
	if n == 0 {
		return 0, io.EOF
	}
	l.rest = l.rest[n:]
	return n, nil
}

// tab returns the offset of a tab in the indentation of a line, or -1.
func tab(tekst []string, regel int) int {
	if regel < 1 || regel > len(tekst) {
		return -1
	}
	s := tekst[regel-1]
	inspringing := s[:len(s)-len(strings.TrimLeft(s, " \t"))]
	if inspringing == s {
		return -1
	}
	return strings.IndexByte(inspringing, '\t')
}

// verkeerdBegin returns the offset of a character that no unquoted text can begin with, or -1.
func verkeerdBegin(s string) int {
	for i := range len(s) {
		if strings.IndexByte("@`%\t", s[i]) >= 0 && (i == 0 || strings.IndexByte(" [{,\t", s[i-1]) >= 0) {
			return i
		}
	}
	return -1
}

// zoek returns the place of the first word woord, or the first line.
func zoek(bestand string, tekst []string, woord string) Plaats {
	for r, s := range tekst {
		if i := strings.Index(s, woord); i >= 0 {
			return Plaats{bestand, r + 1, kolom(s, i)}
		}
	}
	return Plaats{bestand, 1, 1}
}

// A probleem is what the library can meet, and what a person can look for then.
type probleem struct {
	begin  string // of the words of the library
	regel  telling
	opent  string // characters of which one must stand on its line, because it is about what opens there
	uitleg string
}

// A telling is how the library counts to the line that it names.
type telling int

const (
	vanaf1  telling = iota // its scanner
	vanaf0                 // its parser
	vanBlok                // its parser too, and it names the line where the whole block begins
)

func probleemVan(woorden string) probleem {
	const anders = "deze regel is niet te lezen; kijk of er een tab, een aanhalingsteken of een dubbele punt verkeerd staat, en of de regel goed inspringt"
	for _, p := range []probleem{
		{"mapping values are not allowed", vanaf1, "", `hier staat een dubbele punt die niet past; zet een tekst met ": " erin tussen aanhalingstekens, of kijk of de regel goed inspringt`},
		{"could not find expected ':'", vanaf1, "", "hier ontbreekt een dubbele punt na de naam van een veld; kijk ook of de regel goed inspringt"},
		{"did not find expected key", vanBlok, "", "deze regel past niet bij de regels erboven; kijk of die even ver inspringt, en of er tekst na een aanhalingsteken staat"},
		{"did not find expected '-'", vanBlok, "", "deze regel past niet bij de lijst erboven; kijk of die even ver inspringt, en of er een streepje voor hoort"},
		{"did not find expected <document", vanBlok, "", "deze regel past niet bij de regels erboven; kijk of die even ver inspringt, en of er een haakje te veel staat"},
		{"block sequence entries", vanaf1, "", "hier kan geen streepje staan; begin een lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens"},
		{"mapping keys are not allowed", vanaf1, "", "hier kan geen vraagteken staan; zet de tekst tussen aanhalingstekens"},
		{"found unexpected end", vanaf1, `"'`, "hier begint een tekst met een aanhalingsteken dat nergens sluit; zet de hele tekst tussen dubbele aanhalingstekens"},
		{"found unexpected document", vanaf1, `"'`, "hier begint een tekst met een aanhalingsteken dat niet sluit voor de volgende streep; zet de hele tekst tussen dubbele aanhalingstekens"},
		{"did not find expected ',' or ']'", vanaf0, "[{", `hier opent een lijst met "[" die niet goed sluit; kijk of er een komma of een "]" ontbreekt`},
		{"did not find expected ',' or '}'", vanaf0, "[{", `hier opent een blok met "{" dat niet goed sluit; kijk of er een komma of een "}" ontbreekt`},
		{"did not find expected node", vanaf0, "", "hier ontbreekt iets; kijk of er een komma, haakje of aanhalingsteken te veel staat"},
		{"found undefined tag handle", vanaf0, "", anders},
		{"found unknown escape", vanaf1, "", `een "\" kan hier niet; schrijf "\\", of zet de tekst tussen enkele aanhalingstekens`},
		{"did not find expected hex", vanaf1, "", `een "\" kan hier niet; schrijf "\\", of zet de tekst tussen enkele aanhalingstekens`},
		{"found invalid Unicode", vanaf1, "", `een "\" kan hier niet; schrijf "\\", of zet de tekst tussen enkele aanhalingstekens`},
		{"did not find expected alphabetic", vanaf1, "", `een tekst kan niet beginnen met "*" of "&"; zet de hele tekst tussen aanhalingstekens`},
		{"did not find expected comment", vanaf1, "", `na "|" of ">" begint de tekst op de volgende regel; zet die daar, en laat hem inspringen`},
		{"found a tab", vanaf1, "", "hier staat een tab; gebruik spaties"},
		{"exceeded max depth", vanaf1, "", teDiep()},
	} {
		if strings.HasPrefix(woorden, p.begin) {
			return p
		}
	}
	return probleem{uitleg: anders}
}
