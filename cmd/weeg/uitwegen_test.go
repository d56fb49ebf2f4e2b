package main

import (
	"os"
	"strings"
	"testing"
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
