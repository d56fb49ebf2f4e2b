// Package markdown is the file of a reflectie, both ways: Encode writes it,
// Parse reads it, and Document.Rewrite changes in it only what the tool owns.
//
// The file is written for the colleague who reads it. What is short about the
// whole stands in the front matter; the answers stand in the body, a heading
// with a marker and a quote; everything structured stands in a comment at the
// end. Between begin and eind markers stands what is derived from those: it is
// ignored when read and made anew when written. Which field stands where, the
// structs of reflectie say.
//
// It works on bytes alone: no files, no clock, no terminal. It never overwrites
// words that a person wrote, never writes anything of a private question, and
// never shows an answer in a finding.
package markdown

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// Meta is what a file holds about itself besides the reflectie.
type Meta struct {
	ID           string // of the reflectie; its file name without .md
	Casushash    string // Definitie.CasusHash of what it was written with
	Werkvormhash string // Definitie.WerkvormHash of the same
}

// MetaVan is the Meta of a reflectie that is written with def.
func MetaVan(id string, def casus.Definitie) Meta {
	return Meta{ID: id, Casushash: def.Casus.Hash(), Werkvormhash: def.Werkvorm.Hash()}
}

// A Document is a reflectie and the bytes that it was read from.
type Document struct {
	Meta
	Reflectie reflectie.Reflectie  // in normal form
	Vervallen reflectie.Antwoorden // answers with no place in a Reflectie
	Gehavend  bool                 // its markers or its data are gone

	bestand    string
	data       []byte
	titel      string            // as the front matter says
	voorwerk   map[string]bereik // where its fields stand; nil where that is not a field a line
	lijf       lijf
	lezer      *vorm.Lezer
	namen      reflectie.Rijnamen   // of the rows of Reflectie, in this file
	plat       reflectie.Antwoorden // every answer by its key in this file
	inGegevens map[string]bool      // keys of open answers that stand in the data
}

// Encode writes a reflectie as a file. vervallen are answers with no place in a
// Reflectie: the rest of reflectie.Collect. Answers to private questions are
// left out, whoever passes them.
func Encode(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden) []byte {
	return newStuk(def, m, r.Normaal(), vervallen, nil).bytes()
}

// bytes is the whole file.
func (s *stuk) bytes() []byte {
	var b strings.Builder
	b.WriteString(grens + "\n")
	lijnen := s.voorwerk()
	for _, w := range voorwerkvelden() {
		if lijn, ok := lijnen[w.veld.Naam]; ok {
			b.WriteString(lijn + "\n")
		}
	}
	b.WriteString(grens + "\n\n" + s.titel + "\n")
	sectie, boven, eerste := "", "", true
	for _, blok := range s.blokken {
		if blok.groep != sectie {
			sectie, boven = blok.groep, ""
			b.WriteString(opLijn(blok.sectie))
		}
		if blok.boven != boven {
			boven = blok.boven
			b.WriteString(opLijn(boven))
		}
		b.WriteString(opLijn(blok.tekst(eerste)))
		eerste = eerste && !blok.afgeleid
	}
	b.WriteString("\n" + s.gegevens() + "\n")
	return []byte(b.String())
}

// opLijn is a part of a page with an empty line before it.
func opLijn(s string) string {
	if s == "" {
		return ""
	}
	return "\n" + s + "\n"
}

// grens is the line before and after the front matter.
const grens = "---"

// IsVan reports whether data is, or was once, a reflectie of weeg: it has front
// matter with a field weeg.
func IsVan(data []byte) bool {
	s, ok := strings.CutPrefix(strings.TrimPrefix(string(data[:min(len(data), 1<<14)]), "\ufeff"), grens)
	if eerste, _, _ := strings.Cut(s, "\n"); !ok || !isLeeg(strings.TrimRight(eerste, "\r")) {
		return false
	}
	for lijn := range strings.Lines(s) {
		lijn = strings.TrimRight(lijn, " \t\r\n")
		if lijn == grens {
			return false
		}
		if reWeeg.MatchString(lijn) {
			return true
		}
	}
	return false
}

// IsReflectie reports whether data is, or was once, a reflectie: IsVan says so, or a part
// that the tool made does.
func IsReflectie(data []byte) bool {
	return IsVan(data) || bytes.Contains(data, []byte("\n<!-- weeg:begin "))
}

var reWeeg = regexp.MustCompile(`^\{?[ \t]*["']?weeg["']?[ \t]*:`)

// Beschreven means that a person wrote in a derived part that has to be made
// anew. Opties.Toch moves what stands there below it.
type Beschreven struct {
	Deel   string
	Plaats strict.Plaats
}

// Error says what to do.
func (b *Beschreven) Error() string { return b.Unwrap().Error() }

// Unwrap is the same as a finding, which has its place.
func (b *Beschreven) Unwrap() error {
	return strict.Bevindingen{{Plaats: b.Plaats, Tekst: "in het stuk " + strict.Aanhaling(b.Deel) + " dat Weeg zelf maakt, schreef iemand iets. " +
		"Verplaats die woorden naar buiten het stuk, of gebruik --toch: dan zet Weeg ze eronder"}}
}

// GehavendFout means that a file cannot be rewritten, because its markers or its
// data are gone.
type GehavendFout struct{ Plaats strict.Plaats }

// Heel is a *GehavendFout where the markers or the data are gone: what was read is
// then not all that the person answered.
func (d *Document) Heel() error {
	if d.Gehavend {
		return &GehavendFout{plaats(d.bestand, 0)}
	}
	return nil
}

// Error says what to do.
func (g *GehavendFout) Error() string { return g.Unwrap().Error() }

// Unwrap is the same as a finding, which has its place.
func (g *GehavendFout) Unwrap() error {
	return strict.Bevindingen{{Plaats: g.Plaats, Tekst: zegGehavend}}
}

const zegGehavend = "de merken of de gegevens van Weeg zijn uit dit bestand verdwenen. Zet ze terug uit een eerdere versie van het bestand; " +
	"tot dan kan Weeg het niet aanvullen"

// ErrNietAanTeVullen means that a file was changed so much by hand that no
// rewrite is sure to keep both what a person wrote and the answers.
var ErrNietAanTeVullen = errors.New("dit bestand is zo gewijzigd dat weeg het niet veilig kan aanvullen; " +
	"er is niets geschreven; maak een nieuw bestand: weeg lees BESTAND --naar antwoorden.json en daarna weeg nieuw --antwoorden antwoorden.json")
