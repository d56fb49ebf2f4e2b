package blad

import (
	"slices"

	"ambt.example/weeg/internal/casus"
)

// voorbeeldwaarden returns the ids of two waarden for an example, of different
// groups where it can. They are not among those that the writer of the casus
// saw: the person names their own first.
func (s *schrijver) voorbeeldwaarden() (een, ander string) {
	waarden := slices.DeleteFunc(slices.Clone(s.def.Waarden), func(w casus.Waarde) bool {
		return slices.ContainsFunc(s.def.Casus.Waarden, func(g casus.Gezien) bool { return g.ID == w.ID })
	})
	if len(waarden) < 2 {
		return "openheid", "privacy"
	}
	i := slices.IndexFunc(waarden, func(w casus.Waarde) bool { return w.Groep != waarden[0].Groep })
	return waarden[0].ID, waarden[max(i, 1)].ID
}
