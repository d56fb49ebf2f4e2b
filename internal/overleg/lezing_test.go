package overleg

import (
	"math/rand/v2"
	"testing"

	"ambt.example/weeg/internal/reflectie"
)

// Who reads one other, reads the one who let another waarde go first; of those one who
// looked from another rol; and of those that differ as much not always the same.
func TestTheOtherThatOneReadsDiffersMost(t *testing.T) {
	anders := map[string]bool{"zorg buur 1": true, "zorg buur 2": true}
	alle := map[string]reflectie.Reflectie{"gelijk": weegt("", "rust", "rijk"), "open": weegt("", "open", "buur"), "rol": weegt("", "rust", "buur"),
		"zorg rijk": weegt("", "zorg", "rijk"), "zorg buur 1": weegt("", "zorg", "buur"), "zorg buur 2": weegt("", "zorg", "buur")}
	gelezen := map[string]bool{}
	for seed := range uint64(40) { // a map gives them in another order each time
		tegen := NewTegenlezer(weegt("", "rust", "rijk"), rand.New(rand.NewPCG(seed, 1)).IntN)
		var got string
		for naam, r := range alle {
			r.Uitkomst.Keuze = naam // what was done with the rule does not count
			if tegen.Verst(r) {
				got = naam
			}
		}
		if !anders[got] {
			t.Fatalf("seed %d: it is %q", seed, got)
		}
		gelezen[got] = true
	}
	if len(gelezen) != 2 {
		t.Errorf("forty lots gave %v alone", gelezen)
	}
}
