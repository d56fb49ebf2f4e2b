// Package keuring looks at what a team keeps in files, and tells what is wrong there, each
// finding with its place and the rule that it goes by.
//
// A rule stands in a file of its own, with what it looks for, an example, and what looks
// like it and is right; regels.go names them all. What the readers of a file find by
// themselves goes by a rule too, told by its kind.
//
// It works on bytes and what it is given: no files, clock or terminal. It changes
// nothing, and never shows of somebody what a reader of the findings should not know.
package keuring

import (
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// An Ernst says how bad it is.
type Ernst string

// The degrees, the worst first.
const (
	Fout         Ernst = "fout"         // the file cannot be used, or tells what it must not
	Waarschuwing Ernst = "waarschuwing" // it can be used, and is probably not what was meant
	Tip          Ernst = "tip"          // it can be better
)

// A Regel is something that is looked for. Its Code never becomes that of another.
type Regel struct {
	Code    string // "R012"
	Ernst   Ernst
	Naam    string // what is wrong, in a few words
	Uitleg  string // why that matters, in a sentence or two
	Niet    string // how it looks when it is wrong, in one or more lines
	Wel     string // and what looks like it, and is right
	Herstel bool   // it can be made right without asking anybody
}

// A Bevinding is what was found by a rule.
type Bevinding struct {
	Plaats strict.Plaats
	Tekst  string // what is wrong, and what to do
	Regel  *Regel
}

// A controle is a rule and what finds it.
type controle struct {
	Regel
	van  strict.Foutsoort            // what the readers call it; or else:
	zoek func(b *bestand, meld meld) // looks at one file

	gemaskeerd bool // what it says of people shows them not
	vast       bool // it cannot be put off: with what it finds the file cannot be read
}

// kanUit reports whether the rule can be put off: never what the readers find.
func (c controle) kanUit() bool { return c.zoek != nil && !c.vast }

// KanUit reports whether there is a rule with this code that can be put off.
func KanUit(code string) bool {
	return slices.ContainsFunc(controles(), func(c controle) bool { return c.Code == code && c.kanUit() })
}

// A meld adds a finding.
type meld func(p strict.Plaats, format string, args ...any)

// A Definitie is by what a reflectie was made, as far as that is at hand.
type Definitie struct {
	casus.Definitie
	casusWeg bool           // the library has no such casus
	meta     markdown.Meta  // of it, which takes long to find
	kaal     casus.Werkvorm // without its follow-ups: nothing that is derived tells of those
}

// NewDefinitie makes one; casusWeg says that the library has no such casus. It takes long, and
// serves for every reflectie that was made by it.
func NewDefinitie(def casus.Definitie, casusWeg bool) Definitie {
	return Definitie{def, casusWeg, markdown.MetaVan("", def), def.Werkvorm.ZonderDoorvragen()}
}

// A Keuring looks at files. One can look at many at the same time.
type Keuring struct {
	bieb      casus.Bibliotheek
	van       func(reflectie.Reflectie) Definitie
	controles []controle
	uit       []string
}

// New makes a Keuring against a library. van finds by what a reflectie was made, also for
// more than one at the same time; uit are the codes of rules that are put off.
func New(bieb casus.Bibliotheek, van func(reflectie.Reflectie) Definitie, uit []string) *Keuring {
	return &Keuring{bieb: bieb, van: van, controles: controles(), uit: uit}
}

// Uit are the codes of the rules that are put off.
func (k *Keuring) Uit() []string { return slices.Clone(k.uit) }

// Regels returns all rules, by their code.
func Regels() []Regel {
	return casus.Elk(controles(), func(c controle) Regel { return c.Regel })
}

// A bestand is one file, as far as it can be read.
type bestand struct {
	naam string
	soort
	data []byte
	alle []string // its lines, once somebody asks for them
	bieb casus.Bibliotheek

	node      *strict.Node       // of a file with definitions that is right
	casus     casus.Casus        // where it is one that is right
	vorm      casus.Werkvorm     // likewise
	doc       *markdown.Document // of a reflectie that can be read
	Definitie                    // by what that was made
	blad      markdown.Teamblad  // of a sheet that can be read
	fouten    strict.Bevindingen // what its reader found
	gegevens  []gevonden         // what stands in it of people
}

// Keur looks at one file. naam is how the person calls it. isVan is false where it is none
// of weeg's.
func (k *Keuring) Keur(naam string, data []byte) (bevindingen []Bevinding, isVan bool) {
	soort := soortVan(naam, data)
	if soort == anders {
		return nil, false
	}
	b := &bestand{naam: naam, soort: soort, data: data, bieb: k.bieb}
	b.lees(k)
	b.zoekGegevens()
	uit := b.uitgezet()
	for i := range k.controles {
		c := &k.controles[i]
		if c.kanUit() && slices.Contains(k.uit, c.Code) {
			continue
		}
		meld := func(p strict.Plaats, format string, args ...any) {
			p.Regel, p.Kolom = max(1, p.Regel), max(1, p.Kolom) // a forge wants a line
			if c.kanUit() && uit.staatUit(c.Code, p.Regel) {
				return
			}
			tekst := fmt.Sprintf(format, args...)
			if !c.gemaskeerd {
				tekst = privacy.Verberg(tekst) // it may quote what stands there
			}
			bevindingen = append(bevindingen, Bevinding{p, tekst, &c.Regel})
		}
		if c.zoek != nil {
			c.zoek(b, meld)
			continue
		}
		for _, f := range b.fouten {
			if f.Soort == c.van {
				meld(f.Plaats, "%s", f.Tekst)
			}
		}
	}
	return casus.Gesorteerd(bevindingen, func(v, w *Bevinding) int {
		return cmp.Or(v.Plaats.Compare(w.Plaats), cmp.Compare(v.Regel.Code, w.Regel.Code))
	}), true
}

// lees reads the file as what it is.
func (b *bestand) lees(k *Keuring) {
	var f strict.Fouten
	var err error
	switch b.soort {
	case reflectieSoort:
		if b.doc, err = markdown.Parse(b.naam, b.data); b.doc != nil {
			b.Definitie = k.van(b.doc.Reflectie)
		}
	case bladSoort:
		b.blad, err = markdown.LeesTeamblad(b.naam, b.data)
	case casusSoort:
		b.casus, err = b.bieb.ParseCasus(b.data, b.naam, b.id())
	case vormSoort:
		b.vorm, err = b.bieb.ParseWerkvorm(b.data, b.naam, b.id())
	case waardenSoort:
		_, err = casus.ParseWaarden(b.data, b.naam)
	case woordenSoort:
		err = b.bieb.CheckWoorden(b.data, b.naam, b.id())
	}
	if err == nil && isYAML(b.naam) {
		b.node, _ = strict.Parse(b.naam, b.data, 0) // it was right just now
	}
	f.AddErr(err)
	if strings.EqualFold(filepath.Ext(b.naam), ".yml") && inMap(b.naam) != anders {
		f.AddAls(strict.FoutNaam, b.plaats(1, 1), "in deze map leest Weeg alleen bestanden met \".yaml\" aan het einde van de naam; geef dit bestand zo'n naam")
	}
	if err, isFout := f.Err().(strict.Bevindingen); isFout {
		b.fouten = b.hier(err)
	}
}

// hier are the findings in this file. Of what is wrong in another the file itself cannot be
// looked at any further, and that is one finding here.
func (b *bestand) hier(fouten strict.Bevindingen) strict.Bevindingen {
	hier := slices.DeleteFunc(slices.Clone(fouten), func(f strict.Bevinding) bool {
		return f.Plaats.Bestand != b.naam && f.Plaats.Bestand != ""
	})
	for i := range hier {
		hier[i].Plaats.Bestand = b.naam // of the file as a whole, too
	}
	if len(hier) > 0 {
		return hier
	}
	return strict.Bevindingen{{Plaats: strict.Plaats{Bestand: b.naam},
		Soort: strict.FoutOpmaak, Tekst: "dit bestand is nog niet na te kijken, want in een ander bestand staat een fout; herstel eerst " + fouten[0].Plaats.String()}}
}

// id is what the name of the file promises.
func (b *bestand) id() string {
	naam := strings.ReplaceAll(b.naam, `\`, "/")
	return strings.TrimSuffix(path.Base(naam), path.Ext(naam))
}

// lijnen are its lines, without their ends.
func (b *bestand) lijnen() []string {
	if b.alle == nil {
		b.alle = strict.Lijnen(b.data)
	}
	return b.alle
}

// plaats is a place on a line, from 1.
func (b *bestand) plaats(regel, kolom int) strict.Plaats {
	return strict.Plaats{Bestand: b.naam, Regel: regel, Kolom: kolom}
}
