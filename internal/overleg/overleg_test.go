package overleg

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

var koken = casus.Casus{ID: "koken", Titel: "Koken", Rollen: []casus.Rol{{ID: "buur", Naam: "Buur", Zin: "de buur"}, {ID: "rijk", Naam: "Rijk", Zin: "het Rijk"}}}

// weegt is a reflectie of who let a waarde go first of two.
func weegt(doen, voorrang, rol string) reflectie.Reflectie {
	return reflectie.Reflectie{Casus: "koken", Rol: rol, Uitkomst: reflectie.Uitkomst{Doen: doen},
		Weging: []reflectie.Weging{{Tussen: reflectie.Paar{"rust", "zorg"}, Voorrang: voorrang, Prijs: map[string]string{"rust": "prijs rust", "zorg": "prijs zorg"}}}}
}

func blad(seed uint64, alle ...reflectie.Reflectie) Blad {
	b := NewBouwer(koken)
	for i, r := range alle {
		b.Add(fmt.Sprint(i), r)
		b.Add(fmt.Sprint(i), r) // the same file in another place
	}
	return b.Blad(rand.New(rand.NewPCG(seed, 1)).IntN)
}

func doen(b Blad) (doen []string) {
	for _, p := range b.Posities {
		doen = append(doen, p.Doen)
	}
	return doen
}

// Of many who think alike and one who thinks otherwise, that one is on the table, now
// first and now second.
func TestTheTwoThatDifferMostAreOnTheTableInAnOrderByLot(t *testing.T) {
	alle := []reflectie.Reflectie{weegt("anders", "zorg", "buur"), weegt("open", "open", "")}
	for i := range 20 {
		alle = append(alle, weegt(fmt.Sprint("zelfde", i), "rust", "buur"))
	}
	eerst, naast := map[bool]bool{}, map[string]bool{}
	for seed := range uint64(40) {
		got := doen(blad(seed, alle...))
		waar := slices.Index(got, "anders")
		if len(got) != 3 || waar < 0 || waar > 1 || got[2] != "open" {
			t.Fatalf("seed %d: %q", seed, got)
		}
		eerst[waar == 0], naast[got[1-waar]] = true, true
	}
	if len(eerst) != 2 || len(naast) < 5 {
		t.Errorf("forty lots gave the same: %v, beside %v", eerst, naast)
	}
}

// What is lost is that of what one chose; where that stayed open, of both.
func TestAPositionShowsThePriceOfWhatWasChosen(t *testing.T) {
	b := blad(1, weegt("a", "rust", ""), weegt("b", "zorg", ""), weegt("c", "open", ""))
	for _, p := range b.Posities {
		if want := map[string][]string{"a": {"prijs rust"}, "b": {"prijs zorg"}, "c": {"prijs rust", "prijs zorg"}}[p.Doen]; !slices.Equal(p.Prijs, want) {
			t.Errorf("%s: %q, want %q", p.Doen, p.Prijs, want)
		}
	}
}

// A rol that only one or two people had would tell who they are.
func TestARolIsNamedOnlyWhereThreeShareIt(t *testing.T) {
	twee := []reflectie.Reflectie{weegt("a", "rust", "buur"), weegt("b", "zorg", "buur"), weegt("c", "rust", "Jan van de balie"), weegt("c", "zorg", "Jan van de balie"), weegt("c", "zorg", "Jan van de balie")}
	for seed := range uint64(20) {
		for _, p := range blad(seed, twee...).Posities {
			if p.Rol != "" {
				t.Fatalf("seed %d: it names %q", seed, p.Rol)
			}
		}
	}
	gezien := false
	for seed := range uint64(20) {
		for _, p := range blad(seed, append(twee, weegt("d", "rust", "buur"))...).Posities {
			gezien = gezien || p.Rol == "de buur"
		}
	}
	if !gezien {
		t.Error("a rol that three share is never named")
	}
}

// With fewer than three who let it, nobody's words are there.
func TestFewerThanThreeReflectiesShowNobodysWords(t *testing.T) {
	nee := false
	alleenLezen, elders := weegt("c", "rust", "rijk"), weegt("d", "rust", "rijk")
	alleenLezen.Overleg, elders.Casus = &nee, "anders"
	b := blad(1, weegt("a", "rust", "buur"), weegt("b", "zorg", ""), alleenLezen, elders)
	if len(b.Posities) != 0 {
		t.Errorf("it shows %q", doen(b))
	}
	if b.Rol != "het Rijk" { // from which nobody looked who counts
		t.Errorf("the empty chair is for %q", b.Rol)
	}
}

// The question that the last talk took outside comes back until somebody says what came of it.
func TestTheQuestionOfTheLastTalkComesBackOnce(t *testing.T) {
	vraag := func(s string) map[string][]string { return map[string][]string{Buiten: {s}} }
	gekomen := map[string][]string{Gekomen: {"Niets."}}
	for _, geval := range []struct {
		bladen []map[string][]string
		want   string
	}{
		{nil, ""},
		{[]map[string][]string{vraag("een"), vraag("twee")}, "twee"},
		{[]map[string][]string{vraag("een"), {}}, "een"}, // the last sheet was never filled in
		{[]map[string][]string{vraag("een"), gekomen}, ""},
		{[]map[string][]string{vraag("een"), gekomen, vraag("drie")}, "drie"},
		{[]map[string][]string{{Buiten: {"een", "twee"}}}, "een\n\ntwee"},
	} {
		if got := Meegegaan(geval.bladen); got != geval.want {
			t.Errorf("of %v comes back %q, want %q", geval.bladen, got, geval.want)
		}
	}
}
