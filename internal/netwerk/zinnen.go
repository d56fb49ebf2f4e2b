package netwerk

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Zinnen returns a line of one or more sentences per verband, in their order. Of
// several reflecties they name the rollen behind each way of seeing it.
func (n Netwerk) Zinnen() []string {
	var zinnen []string
	for _, v := range n.Verbanden {
		a, b := n.waarde(v.Tussen[0]).Naam, n.waarde(v.Tussen[1]).Naam
		switch {
		case !n.samen:
			zinnen = append(zinnen, zin(v.Gezien[0].Soort, a, b))
		case len(v.Gezien) == 1:
			zinnen = append(zinnen, zin(v.Gezien[0].Soort, a, b)+" Gezien door: "+strings.Join(v.Gezien[0].Rollen, ", ")+".")
		default:
			zinnen = append(zinnen, verschil(v, a, b))
		}
	}
	return zinnen
}

func zin(soort, a, b string) string {
	paar := metHoofdletter(a) + " en " + casus.InZin(b)
	switch soort {
	case reflectie.Versterkt:
		return paar + " versterken elkaar hier."
	case reflectie.Tegen:
		return paar + " werken elkaar hier tegen."
	case reflectie.Beide:
		return paar + " versterken elkaar hier, en werken elkaar ook tegen."
	case reflectie.Geen:
		return paar + " raken elkaar hier niet."
	}
	return "Van " + casus.InZin(a) + " en " + casus.InZin(b) + " is nog niet gezegd hoe ze elkaar raken."
}

// verschil tells who saw what where not everybody saw the same.
func verschil(v Verband, a, b string) string {
	delen := []string{"Tussen " + casus.InZin(a) + " en " + casus.InZin(b) + " ziet niet iedereen hetzelfde."}
	for _, g := range v.Gezien {
		wat := "ze " + woorden(g.Soort)
		if g.Soort == "" {
			wat = "nog niet gezegd"
		}
		delen = append(delen, strings.Join(g.Rollen, ", ")+": "+wat+".")
	}
	return strings.Join(delen, " ")
}
