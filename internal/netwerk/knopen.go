package netwerk

import "ambt.example/weeg/internal/casus"

// A Knoop is a waarde with the verbanden that begin at it, for who draws the
// waardenetwerk as text.
type Knoop struct {
	Naam   string
	Banden []Band
}

// A Band says how a waarde relates to another: by a sign, and by words that say
// the same.
type Band struct {
	Teken string // "+", "–", "±" or "?"
	Woord string // "helpt", "botst met"
	Met   string // name of the other waarde
}

// Knopen returns all waarden in their order. Each verband stands with the first
// of its two; one that is geen stands nowhere.
func (n Netwerk) Knopen() []Knoop {
	lijst := make([]Knoop, len(n.Waarden))
	for i, w := range n.Waarden {
		lijst[i].Naam = casus.MetHoofdletter(w.Naam)
	}
	for _, v := range n.Verbanden {
		een, ander := n.plek[v.Tussen[0]], n.plek[v.Tussen[1]]
		een, ander = min(een, ander), max(een, ander)
		for _, g := range v.Gezien {
			if s := soortVan(g.Soort); s.band != "" {
				lijst[een].Banden = append(lijst[een].Banden, Band{s.teken, s.band, casus.WaardeInZin(lijst[ander].Naam)})
			}
		}
	}
	return lijst
}
