package netwerk

import (
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
)

// An Uitspraak says in words what a verband is. Visies are sentences that name
// the rollen behind it; of one reflectie there are none.
type Uitspraak struct {
	Zin    string
	Visies []string
}

// Uitspraken returns one for each verband, in their order; of one reflectie
// also one for each waarde that no verband names.
func (n Netwerk) Uitspraken() []Uitspraak {
	var alle []Uitspraak
	genoemd := map[string]bool{}
	for _, v := range n.Verbanden {
		a, b := n.waarde(v.Tussen[0]).Naam, n.waarde(v.Tussen[1]).Naam
		genoemd[v.Tussen[0]], genoemd[v.Tussen[1]] = true, true
		if n.samen {
			alle = append(alle, n.samenUitspraak(v, a, b))
		} else {
			alle = append(alle, Uitspraak{Zin: zin(v.Gezien[0].Soort, a, b, " hier")})
		}
	}
	ook := " telt ook mee."
	if len(n.Verbanden) == 0 {
		ook = " telt hier mee."
	}
	for _, w := range n.Waarden {
		if !n.samen && !genoemd[w.ID] {
			alle = append(alle, Uitspraak{Zin: Vooraan(w.Naam) + ook})
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

// Paar names two waarden as they begin a sentence.
func Paar(a, b string) string { return Vooraan(a) + " en " + Midden(b) }

// Vooraan is how a name begins a sentence, and Midden how it stands further on.
// A name that could be taken for more than a name stands between quotation marks.
func Vooraan(naam string) string { return inTekst(naam, casus.MetHoofdletter) }

func Midden(naam string) string { return inTekst(naam, casus.InZin) }

func inTekst(naam string, schrijf func(string) string) string {
	if !isGewoon(naam) || casus.IsHalveZin(naam) {
		return casus.Aanhaling(naam)
	}
	return schrijf(naam)
}

// isGewoon reports whether a name is words alone.
func isGewoon(naam string) bool {
	return strings.IndexFunc(naam, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -'’/()&", r)
	}) < 0 && !strings.Contains(naam, "--")
}

// samenUitspraak says who saw a verband, and how.
func (n Netwerk) samenUitspraak(v Verband, a, b string) Uitspraak {
	var u Uitspraak
	switch gezegd := v.gezegd(); len(gezegd) {
	case 0:
		u.Zin = zin("", a, b, "")
	case 1:
		u.Zin = zin(gezegd[0].Soort, a, b, "")
		if len(gezegd[0].Rollen) > 0 {
			u.Visies = []string{"Volgens: " + n.door(gezegd[0]) + "."}
		}
	default:
		u.Zin = Paar(a, b) + ": niet iedereen ziet hetzelfde."
		for _, g := range gezegd {
			wie := casus.MetHoofdletter(n.door(g)) + ": de waarden "
			if len(g.Rollen) == 0 {
				wie = "De waarden "
			}
			u.Visies = append(u.Visies, wie+soortVan(g.Soort).woorden+".")
		}
	}
	if laatste := v.Gezien[len(v.Gezien)-1]; laatste.Soort == "" && len(laatste.Rollen) > 0 {
		u.Visies = append(u.Visies, "Nog geen antwoord van: "+n.door(laatste)+".")
	}
	return u
}

// maxRollen is how many rollen are named of velen: as many as a casus has.
const maxRollen = 6

// door names who saw it so.
func (n Netwerk) door(g Gezien) string {
	if n.velen && len(g.Rollen) > maxRollen {
		return strings.Join(g.Rollen[:maxRollen], ", ") + " en andere rollen"
	}
	return strings.Join(g.Rollen, ", ")
}
