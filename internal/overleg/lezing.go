package overleg

import "ambt.example/weeg/internal/reflectie"

// A Tegenlezer finds, of what others wrote on a casus, what differs most from what
// somebody wrote themself: first by which waarde goes first, then by the rol.
type Tegenlezer struct {
	eigen  aard
	loot   func(n int) int
	verst  int // how much the one differs that was found
	gelijk int // how many differ as much
}

// NewTegenlezer begins to look for what differs from eigen. loot draws a number below n.
func NewTegenlezer(eigen reflectie.Reflectie, loot func(n int) int) *Tegenlezer {
	return &Tegenlezer{eigen: zonderKeuze(eigen), loot: loot, verst: -1}
}

// Verst reports whether r is the one, of all that it was shown. Of those that differ as
// much it is one by lot, so that not everybody reads the same.
func (t *Tegenlezer) Verst(r reflectie.Reflectie) bool {
	switch ver := t.eigen.verschil(zonderKeuze(r)); {
	case ver > t.verst:
		t.verst, t.gelijk = ver, 1
		return true
	case ver == t.verst:
		t.gelijk++
		return t.loot(t.gelijk) == 0
	}
	return false
}

// zonderKeuze is the aard of r, without what was done with the rule.
func zonderKeuze(r reflectie.Reflectie) aard {
	a := aardVan(r)
	a.keuze = ""
	return a
}
