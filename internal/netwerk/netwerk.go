// Package netwerk shows the waardenetwerk of a reflectie: as sentences and as a
// Mermaid diagram.
//
// It accuses no side and gives no score or ranking, and it never writes to a
// file or a terminal.
package netwerk

import (
	"strings"
	"unicode"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Zinnen returns one sentence per verband of r, in its order. A waarde is
// called what r calls it, or else what naam returns.
func Zinnen(r reflectie.Reflectie, naam func(id string) string) []string {
	n := namen(r, naam)
	var zinnen []string
	for _, v := range r.Verbanden {
		zinnen = append(zinnen, zin(v.Soort, n(v.Tussen[0]), n(v.Tussen[1])))
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

// namen returns what a waarde is called, on one line.
func namen(r reflectie.Reflectie, naam func(id string) string) func(id string) string {
	eigen := map[string]string{}
	for _, w := range r.Waarden {
		eigen[w.ID] = eenRegel(w.Naam)
	}
	return func(id string) string {
		if n := eigen[id]; n != "" {
			return n
		}
		if naam != nil {
			if n := eenRegel(naam(id)); n != "" {
				return n
			}
		}
		return id
	}
}

func eenRegel(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
}

func metHoofdletter(naam string) string {
	for i, r := range naam {
		return string(unicode.ToUpper(r)) + naam[i+len(string(r)):]
	}
	return naam
}

// knopen returns the ids of all waarden in r, each once: the chosen ones, then
// those that only stand in a verband.
func knopen(r reflectie.Reflectie) []string {
	var ids []string
	gezien := map[string]bool{}
	add := func(id string) {
		if !gezien[id] {
			gezien[id] = true
			ids = append(ids, id)
		}
	}
	for _, w := range r.Waarden {
		if !w.Genoemd {
			add(w.ID)
		}
	}
	for _, v := range r.Verbanden {
		add(v.Tussen[0])
		add(v.Tussen[1])
	}
	return ids
}
