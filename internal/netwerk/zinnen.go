package netwerk

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// An Uitspraak says in words what a verband is. Visies are sentences that name
// the rollen behind it; of one reflectie there are none.
type Uitspraak struct {
	Zin    string
	Visies []string
}

// Uitspraken returns one for each verband, in their order.
func (n Netwerk) Uitspraken() []Uitspraak {
	var alle []Uitspraak
	for _, v := range n.Verbanden {
		a, b := n.waarde(v.Tussen[0]).Naam, n.waarde(v.Tussen[1]).Naam
		if n.samen {
			alle = append(alle, samenUitspraak(v, a, b))
		} else {
			alle = append(alle, Uitspraak{Zin: zin(v.Gezien[0].Soort, a, b)})
		}
	}
	return alle
}

// Zinnen returns the same with all sentences about a verband on one line.
func (n Netwerk) Zinnen() []string {
	var zinnen []string
	for _, u := range n.Uitspraken() {
		zinnen = append(zinnen, strings.Join(append([]string{u.Zin}, u.Visies...), " "))
	}
	return zinnen
}

// zin says how one person saw a verband.
func zin(soort, a, b string) string {
	paar := paar(a, b)
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
	return "Hoe " + casus.InZin(a) + " en " + casus.InZin(b) + " elkaar hier raken, staat er nog niet."
}

func paar(a, b string) string { return metHoofdletter(a) + " en " + casus.InZin(b) }

// samenUitspraak says who saw a verband, and how.
func samenUitspraak(v Verband, a, b string) Uitspraak {
	var u Uitspraak
	switch gezegd := v.gezegd(); len(gezegd) {
	case 0:
		u.Zin = zin("", a, b)
	case 1:
		u = Uitspraak{zin(gezegd[0].Soort, a, b), []string{"Volgens: " + strings.Join(gezegd[0].Rollen, ", ") + "."}}
	default:
		u.Zin = paar(a, b) + ": niet iedereen ziet hier hetzelfde."
		for _, g := range gezegd {
			u.Visies = append(u.Visies, metHoofdletter(strings.Join(g.Rollen, ", "))+": de waarden "+woorden(g.Soort)+".")
		}
	}
	if laatste := v.Gezien[len(v.Gezien)-1]; laatste.Soort == "" {
		u.Visies = append(u.Visies, "Nog geen antwoord van: "+strings.Join(laatste.Rollen, ", ")+".")
	}
	return u
}
