package netwerk

import (
	"fmt"

	"ambt.example/weeg/internal/reflectie"
)

// A soort is how people see and hear in what way two waarden relate.
type soort struct {
	teken       string // meaning never hangs on the kind of line alone
	woorden     string // what it means, with the two waarden as its subject
	band        string // the same between the two
	zin         string // the same of a pair, that stands first; then perhaps " hier"
	vol, streep string // what stands at the solid line that is drawn, and at the dashed one; "" where there is none
}

// soorten are the soorten of the data in their order; the one that nobody said is last.
func soorten() []string { return append(reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort"), "") }

// soortVan returns how a soort of the data is shown, or that nobody said it.
func soortVan(id string) soort {
	switch id {
	case reflectie.Versterkt:
		return soort{teken: "+", woorden: "versterken elkaar", band: "helpt",
			zin: "%s versterken elkaar%s.", vol: "+ versterkt"}
	case reflectie.Tegen:
		return soort{teken: "–", woorden: "werken elkaar tegen", band: "botst met",
			zin: "%s werken elkaar%s tegen.", streep: "– tegen"}
	case reflectie.Beide:
		return soort{teken: "±", woorden: "versterken elkaar en werken elkaar tegen", band: "helpt en botst met",
			zin: "%s versterken elkaar%s, en werken elkaar ook tegen.", vol: "+ versterkt", streep: "– tegen"}
	case reflectie.Geen:
		return soort{teken: "○", woorden: "raken elkaar niet", zin: "%s raken elkaar%s niet."}
	}
	return soort{teken: "?", woorden: "nog geen antwoord", band: "raakt", vol: "?"}
}

// zin says how a verband was seen; hier is " hier" of one reflectie.
func zin(id, a, b, hier string) string {
	s := soortVan(id)
	if s.zin == "" {
		return "Hoe " + Midden(a) + " en " + Midden(b) + " elkaar" + hier + " raken, staat er nog niet."
	}
	return fmt.Sprintf(s.zin, Paar(a, b), hier)
}
