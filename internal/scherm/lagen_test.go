package scherm

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// verzonnen makes lines to read: headings with a line below them or without, and
// paragraphs. Each can be told apart.
func verzonnen(r *rand.Rand) []string {
	vet := newStijl(false).vol
	regels := []string{""}
	for n := range 5 + r.IntN(20) {
		switch r.IntN(3) {
		case 0:
			regels = append(regels, vet.Render(fmt.Sprintf("Kop %d.", n)), "────────")
		case 1:
			regels = append(regels, vet.Render(fmt.Sprintf("Kop %d,", n)), vet.Render(fmt.Sprintf("die lang is %d.", n)))
		}
		regels = append(regels, "")
		for m := range r.IntN(12) {
			regels = append(regels, fmt.Sprintf("regel %d-%d.", n, m))
		}
		regels = append(regels, "")
	}
	return regels
}

// Paging through a text, there and back, shows all of it, and counts its pages.
func TestPagingPassesNoLineBy(t *testing.T) {
	if testing.Short() {
		t.Skip("much, and one screen after another")
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		regels := verzonnen(r)
		breedte, hoogte := 40+r.IntN(60), 4+r.IntN(30)
		msg := newKiesMsg(keuzes())
		msg.lezen = func(int) []string { return slices.Clone(regels) }
		p := newProef(t, msg, breedte, hoogte)
		teller := func() (hier, van int) {
			if _, na, ok := strings.Cut(p.beeld(), "bladzijde "); ok {
				_, _ = fmt.Sscanf(na, "%d van %d", &hier, &van)
			}
			return hier, van
		}
		for _, toets := range []string{" ", "b", "pgdown", "pgup"} {
			gezien := ""
			l := p.m.laag.(*leesLaag)
			for i, vorige := 0, -1; l.boven != vorige; i++ {
				vorige = l.boven
				gezien += p.beeld() + "\n"
				hier, van := teller()
				if wil := i + 1; hoogte >= 6 && van > 0 && (toets == " " || toets == "pgdown") && hier != wil {
					t.Fatalf("%dx%d: screen %d is page %d of %d", breedte, hoogte, wil, hier, van)
				}
				p.toets(toets)
			}
			if hier, van := teller(); hoogte >= 6 && van > 0 && hier != van && (toets == " " || toets == "pgdown") {
				t.Fatalf("%dx%d: the last screen is page %d of %d", breedte, hoogte, hier, van)
			}
			for _, regel := range regels {
				if !strings.Contains(gezien, ansi.Strip(regel)) {
					t.Fatalf("%dx%d: %q is on no page with %q", breedte, hoogte, regel, toets)
				}
			}
		}
	}
}

// A heading does not stand at the bottom of a page, cut off from what it is over.
func TestAPageDoesNotEndWithAHeading(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		regels := verzonnen(r)
		l := &leesLaag{stijl: newStijl(false), alleen: true, bouw: func(int) []string { return regels }}
		hoogte := 8 + r.IntN(30)
		l.View(40, hoogte)
		for _, begin := range l.bladzijden() {
			l.boven = begin
			beeld := l.View(40, hoogte)
			n := len(beeld) - 1 // the last says that there is more
			for n > 0 && (isWit(beeld[n-1]) || isKop(beeld[n-1])) {
				n--
			}
			if onder := strings.Join(beeld[n:len(beeld)-1], ""); onder != "" && n > hoogte/2 && !isWit(onder) {
				t.Errorf("of %d lines a page ends with a heading:\n%s", hoogte, strings.Join(beeld, "\n"))
			}
		}
	}
}

// Who reads a matrix sees all of its rows at once, below the numbers that they go by.
func TestAMatrixIsNotBrokenOverTwoPages(t *testing.T) {
	matrix := []string{"          1  2", "1 Rust    ·  –", "2 Een lange", "  naam    –  ·"}
	heel := strings.Join(matrix, "\n")
	for erboven := range 60 {
		for hoogte := 12; hoogte < 30; hoogte++ {
			regels := slices.Repeat([]string{"Een regel."}, erboven)
			if regels = append(regels, ""); erboven%3 == 0 {
				regels = append(regels, newStijl(false).vol.Render("Waardenetwerk"), "")
			}
			regels = append(append(regels, matrix...), slices.Repeat([]string{"", "Daarna."}, 20)...)
			l := &leesLaag{stijl: newStijl(false), alleen: true, bouw: func(int) []string { return regels }}
			l.View(40, hoogte)
			staat := false
			for _, begin := range append(l.bladzijden(), l.over()) {
				l.boven = begin
				staat = staat || strings.Contains(strings.ReplaceAll(strings.Join(l.View(40, hoogte), "\n"), merk, ""), heel)
			}
			if !staat {
				t.Fatalf("of %d lines, with %d above it, no page has the whole matrix", hoogte, len(regels))
			}
		}
	}
}

// Who reads a text without a blank line in it does not wait for each page.
func TestALongAnswerStaysQuickToLeafThrough(t *testing.T) {
	regels := slices.Repeat([]string{"Een regel van een antwoord zonder witregel."}, 10_000)
	l := &leesLaag{stijl: newStijl(false), alleen: true, bouw: func(int) []string { return regels }}
	begin := time.Now()
	for range 5 {
		l.View(40, 12)
		l.Toets(toets(t, "pgdown"))
		l.waar()
	}
	if duur := time.Since(begin); duur > 10*time.Second {
		t.Errorf("five pages of 10,000 lines take %v", duur)
	}
}
