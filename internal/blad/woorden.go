package blad

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// voorbeeldwaarden returns the ids of two waarden for an example, of different
// groups where it can. They are not among those that the writer of the casus
// saw: the person names their own first.
func voorbeeldwaarden(def casus.Definitie) reflectie.Paar {
	waarden := slices.DeleteFunc(slices.Clone(def.Waarden), func(w casus.Waarde) bool {
		return slices.ContainsFunc(def.Casus.Waarden, func(g casus.Gezien) bool { return g.ID == w.ID })
	})
	if len(waarden) < 2 {
		return reflectie.Paar{"openheid", "privacy"}
	}
	i := slices.IndexFunc(waarden, func(w casus.Waarde) bool { return w.Groep != waarden[0].Groep })
	return reflectie.Paar{waarden[0].ID, waarden[max(i, 1)].ID}
}
