package blad

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func paarSleutel() string {
	return reflectie.Paar{sessie.EneWaarde, sessie.AndereWaarde}.Sleutel()
}

// papiervragen returns every question of a conversation by its key, so that the
// file asks with the very words of the conversation.
func papiervragen(def casus.Definitie) map[string]sessie.Vraag {
	vragen := map[string]sessie.Vraag{}
	for _, stap := range sessie.Papier(def) {
		for _, v := range stap.Vragen {
			vragen[v.Sleutel] = v.Vraag
		}
	}
	return vragen
}

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
