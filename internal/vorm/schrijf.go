package vorm

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// breedte is how long a line may be before its values stand under each other.
const breedte = 100

// Schrijf writes the fields of r that mag lets through as YAML: the parts in
// their order, a row or a thing a line, with the rows called by namen, then the
// answers to open questions. Nothing in it can end a comment of HTML: -, < and >
// of free words are written by their number where they would.
//
// vraag says which answers to open questions belong here.
func Schrijf(r reflectie.Reflectie, namen reflectie.Rijnamen, mag func(reflectie.Veld) bool, vraag func(sleutel string) bool) string {
	s := schrijver{r: &r, namen: namen, mag: mag, vraag: vraag}
	for _, d := range reflectie.Delen()[1:] {
		if d.Rijen == reflectie.Enkel {
			s.enkel(d)
		} else {
			s.rijen(d)
		}
	}
	return s.b.String() + Antwoorden("antwoorden", s.gekozen("", r.Antwoorden))
}

// A schrijver writes one reflectie.
type schrijver struct {
	r     *reflectie.Reflectie
	namen reflectie.Rijnamen
	mag   func(reflectie.Veld) bool
	vraag func(sleutel string) bool
	b     strings.Builder
}

func (s *schrijver) enkel(d reflectie.Deel) {
	for _, rij := range s.r.Rijen(d) {
		if velden := s.velden(d, rij); len(velden) > 0 {
			s.b.WriteString(d.Naam + ": " + blok(velden) + "\n")
		}
	}
}

func (s *schrijver) rijen(d reflectie.Deel) {
	rijen := s.r.Rijen(d)
	if len(rijen) == 0 {
		return
	}
	s.b.WriteString(d.Naam + ":\n")
	vanzelf := s.r.Rijnamen(reflectie.Reflectie{}, nil)[d.Naam]
	for i, rij := range rijen {
		velden := s.velden(d, rij)
		if naam := s.namen[d.Naam][i]; isNummer(naam) && (d.Rijen != reflectie.PerWaarde || naam != vanzelf[i]) {
			velden = slices.Insert(velden, 0, nummer+": "+naam)
		}
		if gekozen := s.gekozen(d.Naam+"."+s.namen[d.Naam][i]+".", rij.Vragen(d)); len(gekozen) > 0 {
			velden = append(velden, "antwoorden: "+blok(gekozen))
		}
		s.b.WriteString("  - " + blok(velden) + "\n")
	}
}

func isNummer(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func blok(velden []string) string {
	if len(velden) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(velden, ", ") + " }"
}

// velden writes the fields of a row that hold something.
func (s *schrijver) velden(d reflectie.Deel, rij reflectie.Rij) []string {
	var velden []string
	for _, v := range d.Velden {
		if a := rij.Antwoord(v); s.mag(v) && !a.IsZero() {
			velden = append(velden, v.Naam+": "+Waarde(v, a))
		}
	}
	return velden
}

// Waarde writes what a field holds as YAML on one line.
func Waarde(v reflectie.Veld, a reflectie.Antwoord) string {
	switch v.Aard {
	case reflectie.EenPaar:
		p, _ := reflectie.ParsePaar(a.Tekst())
		return "[" + woord(p[0]) + ", " + woord(p[1]) + "]"
	case reflectie.EenDatum, reflectie.Versienummer:
		return a.Tekst()
	case reflectie.EenLijn, reflectie.Proza:
		return aanhaling(a.Tekst())
	}
	return Antwoord(a)
}

// Antwoord writes an answer as YAML on one line: an id as it is, other words in
// double quotes.
func Antwoord(a reflectie.Antwoord) string {
	switch a.Vorm() {
	case reflectie.VormJaNee:
		return fmt.Sprint(a.Ja())
	case reflectie.VormLijst:
		var items []string
		for _, item := range a.Lijst() {
			items = append(items, woord(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return woord(a.Tekst())
}

// Sleutel writes a key: bare where it is one of ours, in double quotes otherwise.
func Sleutel(s string) string {
	for woord := range strings.SplitSeq(strings.ReplaceAll(s, "+", "."), ".") {
		if !reflectie.IsID(woord) {
			return aanhaling(s)
		}
	}
	return s
}

// Kaal writes words that stand on a line of their own: as they are where every
// reader of YAML takes them for just those words, in double quotes otherwise.
func Kaal(s string) string {
	// Marks that mean nothing in YAML where they stand, and a letter before them.
	vreemd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !strings.ContainsRune(" .,()/’“”-", r)
	}
	eerste, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(eerste) || strings.ContainsFunc(s, vreemd) || strings.Contains(s+" ", "  ") || strict.IsWaarde(s) {
		return strict.Quote(s)
	}
	return s
}

// woord writes an id bare and other words quoted.
func woord(s string) string {
	_, err := reflectie.ParseDatum(s)
	if err == nil || strict.Quote(s) == s && reflectie.IsID(s) {
		return s
	}
	return aanhaling(s)
}

// aanhaling writes words in double quotes, so that nothing in them ends a comment.
func aanhaling(s string) string {
	s = strict.Quote(s)
	if !strings.HasPrefix(s, `"`) {
		s = `"` + s + `"`
	}
	return strings.NewReplacer("--", `-\x2D`, "<", `\x3C`, ">", `\x3E`).Replace(s)
}

// gekozen writes the answers to open questions that belong here, by their key.
func (s *schrijver) gekozen(prefix string, antwoorden map[string]reflectie.Antwoord) []string {
	var regels []string
	for _, sleutel := range slices.SortedFunc(maps.Keys(antwoorden), reflectie.VergelijkSleutels) {
		if s.vraag(prefix + sleutel) {
			regels = append(regels, Sleutel(sleutel)+": "+Antwoord(antwoorden[sleutel]))
		}
	}
	return regels
}

// Antwoorden writes a block of fields under a name: on one line where it fits.
func Antwoorden(naam string, velden []string) string {
	if len(velden) == 0 {
		return ""
	}
	if lijn := naam + ": " + blok(velden); len(lijn) <= breedte {
		return lijn + "\n"
	}
	return naam + ":\n  " + strings.Join(velden, "\n  ") + "\n"
}
