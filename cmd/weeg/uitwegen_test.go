package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
)

// rijenVan reads a table of the tests: a line a row, its cells between tabs.
func rijenVan(t *testing.T, pad string) [][]string {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	var rijen [][]string
	for lijn := range strings.Lines(string(data)) {
		rijen = append(rijen, strings.Split(strings.TrimSpace(lijn), "\t"))
	}
	return rijen
}

// Points that were written by somebody who never saw the list: most of what is a
// rule for everybody is asked back about, and next to nothing that is none.
func TestARuleForEverybodyIsAskedBackAboutAndAnHonestPointIsNot(t *testing.T) {
	t.Parallel()
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	var gemist, onterecht []string
	n := map[string]int{}
	for _, rij := range rijenVan(t, "testdata/taal/punten.tsv") {
		n[rij[0]]++
		switch vraagt := def.Regelachtig(rij[1]) != ""; {
		case rij[0] == "regel" && !vraagt:
			gemist = append(gemist, rij[1])
		case rij[0] == "eerlijk" && vraagt:
			onterecht = append(onterecht, rij[1])
		}
	}
	t.Logf("%d rules, of which missed:\n%s\n%d honest, of which asked about:\n%s", n["regel"], strings.Join(gemist, "\n"), n["eerlijk"], strings.Join(onterecht, "\n"))
	if n["regel"] != 60 || n["eerlijk"] != 60 || len(gemist) > 8 || len(onterecht) > 4 {
		t.Errorf("of %v %d were missed and %d asked about wrongly", n, len(gemist), len(onterecht))
	}
}

// doorvragenBij are the follow-ups of the question at a key.
func doorvragenBij(def casus.Definitie, sleutel string) []*casus.Doorvraag {
	for _, stap := range def.Werkvorm.Stappen {
		for _, v := range stap.Vragen {
			if stap.ID+"."+v.ID == sleutel {
				return def.Werkvorm.Doorvragen(v)
			}
		}
		for _, v := range stap.Velden {
			if casus.Veldsleutel(stap.Soort, v.ID) == sleutel || stap.ID+"."+v.ID == sleutel {
				return def.Werkvorm.Doorvragen(v)
			}
		}
	}
	return nil
}

// doorvraagBij is the follow-up that comes at an answer, or "-".
func doorvraagBij(t *testing.T, def casus.Definitie, sleutel, antwoord string) string {
	t.Helper()
	doorvragen := doorvragenBij(def, sleutel)
	if len(doorvragen) == 0 {
		t.Fatalf("%s has no follow-ups", sleutel)
	}
	if i := slices.IndexFunc(doorvragen, func(d *casus.Doorvraag) bool { return d.Als.Vuurt(antwoord) }); i >= 0 {
		return doorvragen[i].Vraag
	}
	return "-"
}

// Answers that were written apart from the follow-ups, with what a person would
// ask next, or "-" where nothing is dodged.
func TestAFollowUpComesAtADodgeAndNotAtAConcreteAnswer(t *testing.T) {
	t.Parallel()
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	n, vuurt := map[bool]int{}, map[bool]int{}
	for _, rij := range rijenVan(t, "testdata/taal/ontwijken.tsv") {
		ontwijkt := rij[2] != "-"
		n[ontwijkt]++
		komt := doorvraagBij(t, def, rij[0], rij[1])
		if komt != "-" {
			vuurt[ontwijkt]++
		}
		t.Logf("%s: %s\n\tweeg: %s\n\tmens: %s", rij[0], rij[1], komt, rij[2])
	}
	if n[true] != 49 || n[false] != 35 || vuurt[true] < 36 || vuurt[false] > 3 {
		t.Errorf("of %d that dodge one follows on %d, of %d that do not on %d", n[true], vuurt[true], n[false], vuurt[false])
	}
}

// Two lots of 42 answers by people who never saw the follow-ups, with what a
// colleague would ask back ("-" where nothing is dodged), the follow-up that comes,
// and what a strict facilitator who knew none of us said of it: goed or mis. Who
// changes what comes has it judged again.
func TestFollowUpsAreMostlyGoodAndSeldomSilly(t *testing.T) {
	t.Parallel()
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	n := map[string]int{}
	for _, rij := range rijenVan(t, "testdata/taal/antwoorden.tsv") {
		lot, sleutel, antwoord, mens, weeg, oordeel := rij[0], rij[1], rij[2], rij[3], rij[4], rij[5]
		if komt := doorvraagBij(t, def, sleutel, antwoord); komt != weeg {
			t.Errorf("%s: %s\n\tcomes:  %s\n\tjudged: %s\n\thuman:  %s", sleutel, antwoord, komt, weeg, mens)
		}
		n[lot]++
		n[lot+" "+oordeel]++
	}
	for _, lot := range []string{"u", "v"} {
		t.Logf("of %d answers: %d good, %d silly", n[lot], n[lot+" goed"], n[lot+" mis"])
		if n[lot] != 42 || n[lot+" goed"] < 18 || n[lot+" mis"] > 3 {
			t.Errorf("%s: of %d answers %d good and %d silly follow-ups", lot, n[lot], n[lot+" goed"], n[lot+" mis"])
		}
	}
}
