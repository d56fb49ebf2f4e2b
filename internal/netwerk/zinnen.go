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
		if n.samen {
			zinnen = append(zinnen, strings.Join(samenZinnen(v, a, b), " "))
		} else {
			zinnen = append(zinnen, zin(v.Gezien[0].Soort, a, b))
		}
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

// samenZinnen say who saw a verband, and how.
func samenZinnen(v Verband, a, b string) []string {
	var zinnen []string
	switch gezegd := v.gezegd(); len(gezegd) {
	case 0:
		zinnen = []string{zin("", a, b)}
	case 1:
		zinnen = []string{zin(gezegd[0].Soort, a, b), "Volgens: " + strings.Join(gezegd[0].Rollen, ", ") + "."}
	default:
		zinnen = []string{paar(a, b) + ": niet iedereen ziet hier hetzelfde."}
		for _, g := range gezegd {
			zinnen = append(zinnen, strings.Join(g.Rollen, ", ")+": de waarden "+woorden(g.Soort)+".")
		}
	}
	if laatste := v.Gezien[len(v.Gezien)-1]; laatste.Soort == "" {
		zinnen = append(zinnen, "Nog geen antwoord van: "+strings.Join(laatste.Rollen, ", ")+".")
	}
	return zinnen
}
