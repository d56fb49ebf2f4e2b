package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
)

// A tekst is a piece of prose that a person reads, with its place.
type tekst struct {
	waar  string // "koken-in-het-schoolgebouw.yaml: situatie"
	soort tekstsoort
	tekst string
}

// A tekstsoort says what a text is for: how long it may be hangs on that.
type tekstsoort int

const (
	proza        tekstsoort = iota // whole sentences
	situatie                       // the story of a casus
	moment                         // of a casus; its last sentence is the kernvraag
	vraag                          // a question
	toelichting                    // what helps with a question
	uitleg                         // what opens a step
	omschrijving                   // what a waarde is
	regel                          // a rule as a casus quotes it
	citaat                         // what somebody answered, as the README shows it
	kop                            // the title of a casus, a werkvorm or a stap
	optie                          // what one can choose
	label                          // any other name: no sentence
	zoekwoord                      // what people type to find something
)

// isZin reports whether a text of this kind counts for the average length.
func (s tekstsoort) isZin() bool { return s < kop }

// A geheel is what somebody reads as one: a casus, a werkvorm, the catalogue,
// the README, a page of weeg uitleg, or what one room of the program says.
type geheel struct {
	naam string
	herkomst
	teksten []tekst
}

type herkomst int

const (
	programma herkomst = iota // fragments, so without an average
	uitReadme
	bibliotheek
)

func (g *geheel) add(veld string, soort tekstsoort, s string) {
	if strings.TrimSpace(s) != "" {
		g.teksten = append(g.teksten, tekst{g.naam + ": " + veld, soort, s})
	}
}

// gehelen collects every text that a person sees.
func gehelen(t *testing.T) []geheel {
	t.Helper()
	naElkaar(t)
	lib, _ := leesBibliotheek() // TestNederlandsIsReadInEveryFileOfTheLibrary tells the faults
	var alle []geheel
	for _, c := range lib.casussen {
		alle = append(alle, vanCasus(c))
	}
	for _, w := range lib.werkvormen {
		alle = append(alle, vanWerkvorm(w))
	}
	alle = append(alle, vanStappen(t), vanWaarden(lib.waarden), geheel{"README.md", uitReadme, vanMarkdown("README.md", readme(t), 1)})
	return slices.Concat(alle, vanUitleg(t), vanProgramma(t))
}

// vanUitleg returns the pages of weeg uitleg.
func vanUitleg(t *testing.T) (alle []geheel) {
	t.Helper()
	paden, err := filepath.Glob("../../internal/cli/uitleg/*.md")
	if err != nil || len(paden) == 0 {
		t.Fatal("there are no pages", err)
	}
	for _, pad := range paden {
		data, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		naam := "uitleg/" + filepath.Base(pad)
		alle = append(alle, geheel{naam, uitReadme, vanMarkdown(naam, string(data), 1)})
	}
	return alle
}

type inhoud struct {
	casussen   []casus.Casus
	werkvormen []casus.Werkvorm
	waarden    []casus.Waarde
}

// leesBibliotheek reads the library that weeg carries with it, and the conversation in
// which somebody writes a casus. With a fault it
// returns the files that are right, so that their texts are checked all the same.
func leesBibliotheek() (inhoud, error) {
	cs, fout1 := deCasussen()
	ws, fout2 := deBibliotheek.Werkvormen()
	waarden, fout3 := deBibliotheek.Waarden()
	schrijven, fout4 := deBibliotheek.LoadWerkvorm(casussen.FS, casussen.Schrijven, casussen.Schrijven)
	return inhoud{cs, append(ws, schrijven), waarden}, errors.Join(fout1, fout2, fout3, fout4)
}

func vanCasus(c casus.Casus) geheel {
	g := geheel{naam: c.ID + ".yaml", herkomst: bibliotheek}
	g.add("titel", kop, c.Titel)
	g.add("kern", proza, c.Kern)
	g.add("bron", label, c.Bron)
	g.add("trefwoorden", zoekwoord, strings.Join(c.Trefwoorden, ", "))
	g.add("situatie", situatie, c.Situatie)
	g.add("moment", moment, c.Moment)
	for _, r := range c.Rollen {
		g.add("rol "+r.ID, optie, r.Naam)
		g.add("rol "+r.ID+", zin", optie, r.Zin)
		g.add("rol "+r.ID+", moment", proza, r.Moment)
	}
	for _, w := range c.Waarden {
		g.add("waarde "+w.ID, proza, w.Hier)
	}
	for _, v := range c.Verbanden {
		g.add("verband "+v.Tussen.String(), proza, v.Uitleg)
	}
	for i, r := range c.Regels {
		g.add(fmt.Sprintf("regel %d", i+1), regel, r.Regel)
		g.add(fmt.Sprintf("regel %d, bedoeling", i+1), proza, r.Bedoeling)
	}
	for _, e := range c.Vragen {
		g.addVraag(e.Stap, e.Vraag)
	}
	return g
}

func (g *geheel) addVraag(stap string, v casus.Vraag) {
	waar := "vraag " + stap + "." + v.ID
	g.add(waar, vraag, v.Vraag)
	g.add(waar+", kop", vraag, v.Kop)
	g.add(waar+", naam", label, v.Naam)
	g.add(waar+", toelichting", toelichting, v.Toelichting)
	g.add(waar+", zin", proza, v.Zin)
	for _, o := range v.Opties {
		g.add(waar+", optie "+o.ID, optie, o.Naam)
		g.add(waar+", optie "+o.ID+", zin", proza, o.Zin)
	}
	for _, a := range v.Anders {
		g.add(waar+", anders", vraag, a.Vraag)
		g.add(waar+", anders, kop", vraag, a.Kop)
		g.add(waar+", anders, toelichting", toelichting, a.Toelichting)
		g.add(waar+", anders, zin", proza, a.Zin)
	}
	for _, d := range v.Doorvragen {
		g.add(waar+", doorvraag "+d.ID, vraag, d.Vraag)
	}
}

func vanWerkvorm(w casus.Werkvorm) geheel {
	g := geheel{naam: "werkvormen/" + w.ID + ".yaml", herkomst: bibliotheek}
	g.add("naam", kop, w.Naam)
	g.add("voor", proza, w.Voor)
	for _, s := range slices.Concat([]casus.Stap{w.Eigen}, w.Stappen, w.Na) {
		g.add("stap "+s.ID, kop, s.Titel)
		g.add("stap "+s.ID+", uitleg", uitleg, s.Uitleg)
		g.add("stap "+s.ID+", kop", kop, s.Kop)
		for _, v := range slices.Concat(s.Vragen, s.Velden) {
			g.addVraag(s.ID, v)
		}
	}
	for _, v := range slices.Concat(w.Gesprek, w.Punten) {
		g.addVraag("gesprek", v)
	}
	for lijst, doorvragen := range w.Lijsten {
		for _, d := range doorvragen {
			g.add("lijst "+lijst+", doorvraag "+d.ID, vraag, d.Vraag)
		}
	}
	return g
}

// vanStappen returns all that the kinds of step ask by themselves, also what no
// werkvorm of the library takes: a werkvorm with a step of each kind has it.
func vanStappen(t *testing.T) geheel {
	t.Helper()
	alle := "weeg: 1\nid: alle\nversie: 1\nnaam: Alle\nbij: [reflectie]\nstappen:\n"
	for _, soort := range casus.Stapsoorten() {
		alle += fmt.Sprintf("  - {id: s-%s, titel: Stap, soort: %s}\n", soort, soort)
	}
	w, err := ingebouwd(casus.Bron{FS: fstest.MapFS{"w/alle.yaml": {Data: []byte(alle)}}, Werkvormen: "w"}).Werkvorm("alle")
	if err != nil {
		t.Fatal(err)
	}
	g := vanWerkvorm(w)
	g.naam = "werkvormen/stappen"
	return g
}

func vanWaarden(waarden []casus.Waarde) geheel {
	g := geheel{naam: "waarden/waarden.yaml", herkomst: bibliotheek}
	for _, w := range waarden {
		g.add(w.ID, optie, w.Naam)
		g.add(w.ID+", ook", zoekwoord, strings.Join(w.Ook, ", "))
		g.add(w.ID+", groep", label, w.Groep)
		g.add(w.ID+", omschrijving", omschrijving, w.Omschrijving)
		g.add(w.ID+", keerzijde", proza, w.Keerzijde)
		g.add(w.ID+", vraag", vraag, w.Vraag)
		for bron := range strings.SplitSeq(w.Bron, "; ") {
			g.add(w.ID+", bron", label, bron)
		}
	}
	return g
}
