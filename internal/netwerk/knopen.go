package netwerk

import (
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

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

// Knopen returns all waarden of r in their order. Each verband stands with the
// first of its two; one that is geen stands nowhere.
func Knopen(r reflectie.Reflectie, naam func(id string) string) []Knoop {
	n := namen(r, naam)
	ids := knopen(r)
	lijst := make([]Knoop, len(ids))
	plek := map[string]int{}
	for i, id := range ids {
		lijst[i].Naam = metHoofdletter(n(id))
		plek[id] = i
	}
	for _, v := range r.Verbanden {
		if v.Soort == reflectie.Geen {
			continue
		}
		een, ander := plek[v.Tussen[0]], plek[v.Tussen[1]]
		een, ander = min(een, ander), max(een, ander)
		teken, woord := band(v.Soort)
		lijst[een].Banden = append(lijst[een].Banden, Band{teken, woord, casus.InZin(lijst[ander].Naam)})
	}
	return lijst
}

func band(soort string) (teken, woord string) {
	switch soort {
	case reflectie.Versterkt:
		return "+", "helpt"
	case reflectie.Tegen:
		return "–", "botst met"
	case reflectie.Beide:
		return "±", "helpt en botst met"
	}
	return "?", "raakt"
}
