package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// willekeurigNetwerk has n waarden, of the catalogue and with names that are
// hard to draw, and about m verbanden.
func willekeurigNetwerk(n, m int) reflectie.Reflectie {
	r := rand.New(rand.NewPCG(uint64(n), uint64(m)))
	alle, err := deBibliotheek.Waarden()
	if err != nil {
		panic(err)
	}
	var uit reflectie.Reflectie
	for i := range n {
		w := reflectie.Waarde{ID: alle[(7*i)%len(alle)].ID}
		if i%4 == 3 || i >= len(alle) {
			w = reflectie.Waarde{ID: fmt.Sprintf("eigen-%d", i), Naam: namen[(5*i)%len(namen)]}
		}
		uit.Waarden = append(uit.Waarden, w)
	}
	gezien := map[string]bool{}
	for range m {
		p := reflectie.Paar{uit.Waarden[r.IntN(n)].ID, uit.Waarden[r.IntN(n)].ID}
		if p[0] != p[1] && !gezien[p.Sleutel()] {
			gezien[p.Sleutel()] = true
			uit.Verbanden = append(uit.Verbanden, reflectie.Verband{Tussen: p, Soort: append(reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort"), "")[r.IntN(5)]})
		}
	}
	return uit
}

// meetTekening measures a picture by its own geometry: every label within the
// canvas and its own box, no box on another, no name of a groep on anything, and
// no line across a box.
const meetTekening = `(() => {
	const fouten = [], svg = document.querySelector("svg")
	const [, , breed, hoog] = svg.getAttribute("viewBox").split(" ").map(Number)
	const raam = e => {
		const b = e.getBBox(), m = svg.getCTM().inverse().multiply(e.getCTM())
		return {l: b.x + m.e, b: b.y + m.f, r: b.x + m.e + b.width, o: b.y + m.f + b.height, wat: e.textContent.trim().slice(0, 40) || e.tagName}
	}
	const binnen = (a, b) => a.l >= b.l - .5 && a.b >= b.b - .5 && a.r <= b.r + .5 && a.o <= b.o + .5
	const raakt = (a, b) => a.l < b.r - .5 && b.l < a.r - .5 && a.b < b.o - .5 && b.b < a.o - .5
	const canvas = {l: 0, b: 0, r: breed, o: hoog}
	const vakken = [...svg.querySelectorAll(".weeg-waarde, .weeg-verband")].map(g => {
		const vak = {...raam(g.querySelector("rect")), wat: g.textContent.trim().slice(0, 40)}
		for (const t of g.querySelectorAll("text"))
			if (!binnen(raam(t), vak)) fouten.push("is cut: " + JSON.stringify(raam(t)) + " in " + JSON.stringify(vak))
		return vak
	})
	const koppen = [...svg.querySelectorAll(".weeg-kop, .weeg-titel")].map(raam)
	const alle = [...vakken, ...koppen]
	for (const a of alle) if (!binnen(a, canvas)) fouten.push("leaves the canvas: " + JSON.stringify(a))
	alle.forEach((a, i) => alle.slice(i + 1).forEach(b => { if (raakt(a, b)) fouten.push(a.wat + " lies on " + b.wat) }))
	for (const lijn of svg.querySelectorAll("path")) {
		const m = svg.getCTM().inverse().multiply(lijn.getCTM())
		for (let n = lijn.getTotalLength(), s = 0, stap = Math.max(2, n / 60); s <= n; s += stap) {
			const p = lijn.getPointAtLength(s), x = p.x + m.e, y = p.y + m.f
			for (const a of alle)
				if (x > a.l + 1 && x < a.r - 1 && y > a.b + 1 && y < a.o - 1) { fouten.push("a line runs across " + a.wat); s = n; break }
		}
	}
	return {fouten: fouten.slice(0, 10), hoog: hoog, waarden: svg.querySelectorAll(".weeg-waarde").length, verbanden: svg.querySelectorAll(".weeg-verband").length, lijnen: svg.querySelectorAll("path").length}
})()`

// Of 2 to 40 waarden, of one reflectie and of several, wide and narrow, no label
// lies on another or on a waarde, and none is cut.
func TestNoLabelOfThePictureIsCutOrCovered(t *testing.T) {
	alleenHeel(t)
	t.Parallel()
	b := newBrowser(t)
	catalogus, err := deBibliotheek.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{2, 7, 15, 40} {
		een := willekeurigNetwerk(n, 2*n)
		ander := willekeurigNetwerk(n, 3*n)
		for naam, w := range map[string]netwerk.Netwerk{
			"one":     netwerk.New(catalogus, netwerk.Bijdrage{Reflectie: een}),
			"several": netwerk.New(catalogus, netwerk.Bijdrage{Reflectie: een, Rol: "Gemeentelijk handhaver"}, netwerk.Bijdrage{Reflectie: ander, Rol: namen[n]}, netwerk.Bijdrage{Reflectie: ander}),
		} {
			for vorm, f := range map[string]netwerk.Formaat{"wide": netwerk.Breed, "narrow": netwerk.Smal} {
				beeld, hoogte := w.SVG(f, namen[n]+strings.Repeat(" titel", 40))
				b.toon("x.svg", beeld)
				got := bereken[struct {
					Fouten                     []string
					Waarden, Verbanden, Lijnen int
					Hoog                       float64
				}](b, meetTekening)
				for _, fout := range got.Fouten {
					t.Errorf("%d waarden of %s, %s: %s", n, naam, vorm, fout)
				}
				if got.Hoog != float64(hoogte) {
					t.Errorf("%d waarden of %s, %s: it is %v high and says %d", n, naam, vorm, got.Hoog, hoogte)
				}
				if got.Waarden < n || n > 2 && (got.Verbanden < n || got.Lijnen < 2*got.Verbanden) {
					t.Errorf("%d waarden of %s, %s: it has %d waarden, %d verbanden and %d lines", n, naam, vorm, got.Waarden, got.Verbanden, got.Lijnen)
				}
			}
		}
	}
	// And what is wrong is seen.
	b.toon("fout.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><path d="M0 10C30 10 60 10 90 10"/>`+
		`<g class="weeg-waarde"><rect x="20" y="0" width="30" height="20"/><text x="22" y="14">Een naam die niet past</text></g>`+
		`<g class="weeg-verband"><rect x="40" y="5" width="70" height="20"/><text x="42" y="14">x</text></g></svg>`))
	if got := bereken[struct{ Fouten []string }](b, meetTekening); len(got.Fouten) < 4 {
		t.Errorf("of a picture with everything wrong it says %v", got.Fouten)
	}
}
