package netwerk

import (
	"fmt"
	"slices"
)

// maxWaarden is how many waarden anybody can look at together.
const maxWaarden = 60

// Kern is what a person can look at of the waardenetwerk of velen. Where that has
// more than maxWaarden, the own values that the fewest reflecties have stay out, and
// Rest says so, also where nothing else is left. Any other waardenetwerk is its own.
func (n Netwerk) Kern() Netwerk {
	var keren []int // of own values
	for _, w := range n.Waarden {
		if w.Groep == "" {
			keren = append(keren, w.keren)
		}
	}
	ruimte := max(0, maxWaarden-(len(n.Waarden)-len(keren)))
	if !n.velen || len(keren) <= ruimte {
		return n
	}
	slices.Sort(keren)
	minst := keren[len(keren)-1-ruimte] + 1
	weg, _ := slices.BinarySearch(keren, minst)
	waaruit := "maar één reflectie"
	if minst > 2 {
		waaruit = fmt.Sprintf("minder dan %d reflecties", minst)
	}
	kern := Netwerk{samen: n.samen, velen: n.velen, plek: map[string]int{},
		Rest: fmt.Sprintf("Eigen waarden uit %s staan hier niet bij (%d). Met --json krijgt u ze wel.", waaruit, weg)}
	isUit := func(w Waarde) bool { return w.Groep == "" && w.keren < minst }
	for _, w := range n.Waarden {
		if !isUit(w) {
			kern.plek[w.ID] = len(kern.Waarden)
			kern.Waarden = append(kern.Waarden, w)
		}
	}
	for _, v := range n.Verbanden {
		if !isUit(n.waarde(v.Tussen[0])) && !isUit(n.waarde(v.Tussen[1])) {
			kern.Verbanden = append(kern.Verbanden, v)
		}
	}
	for _, g := range n.groepen {
		if leden := slices.DeleteFunc(slices.Clone(g.waarden), isUit); len(leden) > 0 {
			kern.groepen = append(kern.groepen, deelgroep{g.naam, leden})
		}
	}
	return kern
}
