package sessie

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A Papierstap is a step as it stands on paper, where nobody answers yet.
type Papierstap struct {
	Titel  string
	Uitleg string // its explanation; may be empty
	Alleen string // when it is taken at all, as a sentence; empty when always
	Noot   string // how often its questions come; may be empty
	Vragen []Papiervraag
}

// A Papiervraag is a question as it stands on paper.
type Papiervraag struct {
	Vraag
	Alleen string // when it is asked, as a sentence; empty when its step decides
}

// Papier returns every question that a conversation by this definition can ask,
// in order and in its own words, also those that most conversations leave out.
// It may be without a casus. The waarden in it are EneWaarde and AndereWaarde.
func Papier(def casus.Definitie) []Papierstap {
	stand := NewStand("", def)
	stand.Antwoorden = voorbeeldantwoorden(def)
	r := newRij(&stand)
	r.papier = true
	var papier []Papierstap
	if w := def.Werkvorm; len(w.Bij) == 0 || slices.Contains(w.Bij, casus.BijEigen) {
		r.eigen()
		papier = append(papier, Papierstap{Titel: r.stap.Titel, Uitleg: r.stap.Uitleg,
			Alleen: "Alleen bij een eigen situatie.", Vragen: r.opPapier(0)})
	}
	for i, stap := range def.Stappen() {
		vanaf := len(r.vragen)
		r.doorloop(i, stap)
		papier = append(papier, Papierstap{Titel: stap.Titel, Uitleg: stap.Uitleg,
			Alleen: r.alleenAls(stap.Als), Noot: noot(stap.Soort), Vragen: r.opPapier(vanaf)})
	}
	return papier
}

// noot says how often the questions of a step's own part come.
func noot(soort casus.Stapsoort) string {
	switch soort {
	case casus.StapWaarden:
		return "De vraag wat een waarde hier betekent, komt bij hoogstens drie waarden."
	case casus.StapSpiegel:
		return "Alleen bij een casus. U ziet dan de waarden die u zelf niet koos."
	case casus.StapVerbanden:
		return "Bij elk paar dat u kiest, komen er twee vragen."
	case casus.StapRealisatie:
		return "Na de eerste vraag gaat het over de waarde die u daar kiest."
	case casus.StapWeging:
		return "Deze vragen komen bij elk paar dat botst. Laat u de voorrang open, dan komt alleen de vraag waarom."
	case casus.StapUitkomst:
		return "De regel komt alleen ter sprake als er een regel is. De vraag wat voor regel het is, komt als u ruimte gebruikt of afwijkt."
	case casus.StapAandachtspunten:
		return "Van elke soort mag u er drie opschrijven."
	}
	return ""
}

// opPapier returns the row from question i on, without what answered them.
func (r *rij) opPapier(i int) []Papiervraag {
	var vragen []Papiervraag
	for _, v := range r.vragen[i:] {
		if strings.HasPrefix(v.Sleutel, reflectie.SleutelWaarden+"."+AndereWaarde+".") {
			continue // the same as of the other waarde
		}
		v.Antwoord, v.Status, v.Toont = reflectie.Antwoord{}, Open, nil
		vragen = append(vragen, Papiervraag{Vraag: v, Alleen: r.alleen(v.Sleutel)})
	}
	return vragen
}

// alleen says when the open question at sleutel is asked.
func (r *rij) alleen(sleutel string) string {
	for _, v := range r.stap.Vragen {
		if openSleutel(r.stap.ID, v.ID) == sleutel {
			return r.alleenAls(v.Als)
		}
		for _, d := range v.Doorvragen {
			if reflectie.Sleutel(r.stap.ID, v.ID, d.ID) == sleutel {
				return alleenNa(d.Als)
			}
		}
	}
	return ""
}

// alleenAls writes a condition as a sentence.
func (r *rij) alleenAls(als *casus.Als) string {
	if als == nil {
		return ""
	}
	i := slices.IndexFunc(r.vragen, func(v Vraag) bool { return past(v.Sleutel, als.Vraag) })
	if i < 0 {
		return "Alleen als een eerder antwoord daar aanleiding toe geeft."
	}
	bij := `"` + r.vragen[i].Vraag + `"`
	if als.Vraag == alsSoort {
		bij = "een paar waarden"
	}
	if len(als.Is) == 0 || len(als.Is) == len(r.vragen[i].Opties) {
		return "Alleen als u bij " + bij + " iets invult."
	}
	var namen []string
	for _, id := range als.Is {
		namen = append(namen, `"`+r.vragen[i].optienaam(id)+`"`)
	}
	return "Alleen als u bij " + bij + " kiest voor " + casus.Opsomming(namen) + "."
}

// optienaam returns what a person sees of one choice.
func (v Vraag) optienaam(id string) string {
	if v.Soort == JaNee {
		return map[string]string{"ja": "Ja", "nee": "Nee"}[id]
	}
	return v.naam(id)
}

// alleenNa writes what calls for a doorvraag as a sentence.
func alleenNa(als casus.Aanleiding) string {
	if als.Korter > 0 {
		return fmt.Sprintf("Deze vraag kan volgen op een antwoord van minder dan %d woorden.", als.Korter)
	}
	var woorden []string
	for _, w := range als.Woorden {
		woorden = append(woorden, `"`+w+`"`)
	}
	return "Deze vraag kan volgen als u schrijft: " + casus.Opsomming(woorden) + "."
}

// The ids of the two waarden on paper. Inside a sentence they are called "de ene
// waarde" and "de andere waarde".
const (
	EneWaarde    = "ene-waarde"
	AndereWaarde = "andere-waarde"
)

// voorbeeldantwoorden answers each of the tool's own questions, so that none
// waits for another, but for those that would name who is meant in the
// questions after them.
func voorbeeldantwoorden(def casus.Definitie) reflectie.Antwoorden {
	const x = "x"
	ja := true
	paar := reflectie.Paar{EneWaarde, AndereWaarde}
	antwoorden := reflectie.Flatten(reflectie.Reflectie{
		Standpunten: []reflectie.Standpunt{{Van: reflectie.Ik, Waarde: EneWaarde}, {Standpunt: x, Waarde: AndereWaarde}},
		Waarden: []reflectie.Waarde{
			{ID: EneWaarde, Naam: "De ene waarde", Betekenis: x, Anders: []reflectie.Anders{{Betekenis: x}},
				Bepaalt: x, Organiseert: x, Controleert: x, Gemeenschap: x},
			{ID: AndereWaarde, Naam: "De andere waarde"},
		},
		Verbanden:       []reflectie.Verband{{Tussen: paar, Soort: reflectie.Tegen, Waarom: x}},
		Ruimte:          []reflectie.Ruimte{{Wie: reflectie.Ik, Ruimte: x, Aanspreekbaar: x}, {Ruimte: x, Aanspreekbaar: x}},
		Weging:          []reflectie.Weging{{Tussen: paar, Voorrang: EneWaarde, Omdat: x, Ondanks: x, Verlies: x, Verzachting: x}},
		Uitkomst:        reflectie.Uitkomst{Doen: x, Eigen: &ja, Keuze: reflectie.Afwijken, Waarvan: "beleid", Omdat: x},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{x}, Acties: []string{x}, Macht: []string{x}},
	})
	for _, stap := range def.Werkvorm.Stappen {
		for _, v := range stap.Vragen {
			if v.ID == casus.VraagReactie { // asked there, so not once more under the standpunten
				antwoorden[openSleutel(stap.ID, v.ID)] = reflectie.Tekst(x)
			}
		}
	}
	return antwoorden
}
