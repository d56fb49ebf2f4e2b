package blad

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// The ids of two made-up waarden, with names that read well inside a question.
const (
	eneID    = "ene-waarde"
	andereID = "andere-waarde"
)

func paarSleutel() string { return reflectie.Paar{eneID, andereID}.Sleutel() }

// voorbeeldvragen returns the questions of a conversation in which everything
// is asked, by key, so that the file asks with the very words of the conversation.
func voorbeeldvragen(def casus.Definitie) map[string]sessie.Vraag {
	stand := sessie.NewStand("", def)
	stand.Antwoorden = reflectie.Flatten(voorbeeldreflectie())
	for _, stap := range def.Stappen() {
		vervul(stand.Antwoorden, stap.Als)
		for _, v := range stap.Vragen {
			vervul(stand.Antwoorden, v.Als)
		}
	}
	vragen := map[string]sessie.Vraag{}
	for _, v := range slices.Concat(stand.Vragen(), stand.Vervallen()) {
		vragen[v.Sleutel] = v
	}
	return vragen
}

// vervul answers so that a condition holds, whatever the kind of its question.
func vervul(antwoorden reflectie.Antwoorden, als *casus.Als) {
	if als == nil || len(als.Is) == 0 || !reflectie.IsOpen(als.Vraag) {
		return
	}
	antwoorden[als.Vraag] = reflectie.Tekst(als.Is[0])
}

// voorbeeldreflectie answers each of the tool's own questions, but for those
// that would name who is meant in the questions after them.
func voorbeeldreflectie() reflectie.Reflectie {
	const x = "x"
	ja := true
	paar := reflectie.Paar{eneID, andereID}
	return reflectie.Reflectie{
		Eigen: &reflectie.Situatie{Titel: x, Situatie: x, Moment: x},
		Standpunten: []reflectie.Standpunt{
			{Van: reflectie.Ik, Standpunt: x, Waarde: eneID},
			{Standpunt: x, Waarde: andereID},
		},
		Waarden: []reflectie.Waarde{
			{ID: eneID, Naam: "De ene waarde", Betekenis: x, Anders: []reflectie.Anders{{Betekenis: x}},
				Bepaalt: x, Organiseert: x, Controleert: x, Gemeenschap: x},
			{ID: andereID, Naam: "De andere waarde"},
		},
		Verbanden:       []reflectie.Verband{{Tussen: paar, Soort: reflectie.Tegen, Waarom: x}},
		Ruimte:          []reflectie.Ruimte{{Wie: reflectie.Ik, Ruimte: x, Aanspreekbaar: x}, {Ruimte: x, Aanspreekbaar: x}},
		Weging:          []reflectie.Weging{{Tussen: paar, Voorrang: eneID, Omdat: x, Ondanks: x, Verlies: x, Verzachting: x}},
		Uitkomst:        reflectie.Uitkomst{Doen: x, Eigen: &ja, Keuze: reflectie.Afwijken, Waarvan: "beleid", Omdat: x},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{x}, Acties: []string{x}, Macht: []string{x}},
	}
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
