package blad

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// soortWaarde is the kind of a question that is answered with the id of a waarde.
const soortWaarde casus.Vraagsoort = "waarde"

// sleutelOneens is the key under which sessie keeps the waarde that people
// dispute. No werkvorm writes that question; its step of kind realisatie asks it.
const sleutelOneens = "realisatie.waarde"

// A vraag is one open question of a conversation, with its key.
type vraag struct {
	sleutel string
	casus.Vraag
}

// stappen returns the steps of the werkvorm with the questions that the casus adds.
func stappen(def casus.Definitie) []casus.Stap {
	stappen := slices.Clone(def.Werkvorm.Stappen)
	for i, stap := range stappen {
		for _, extra := range def.Casus.Vragen {
			if extra.Stap == stap.ID {
				stap.Vragen = append(slices.Clip(stap.Vragen), extra.Vraag)
			}
		}
		stappen[i] = stap
	}
	return stappen
}

// open returns every open question that can be answered under antwoorden or
// prive, by its key: doorvragen too, and those of which the condition may not
// hold. The day to look back has a place of its own, so it is not among them.
func open(stappen []casus.Stap) map[string]vraag {
	vragen := map[string]vraag{}
	for _, stap := range stappen {
		for _, v := range stap.Vragen {
			if v.ID == casus.VraagTerugblik {
				continue
			}
			sleutel := reflectie.Sleutel(stap.ID, v.ID)
			vragen[sleutel] = vraag{sleutel, v}
			for _, d := range v.Doorvragen {
				diep := reflectie.Sleutel(sleutel, d.ID)
				vragen[diep] = vraag{diep, casus.Vraag{ID: d.ID, Vraag: d.Vraag, Prive: v.Prive}}
			}
		}
		if stap.Soort == casus.StapRealisatie {
			vragen[sleutelOneens] = vraag{sleutelOneens, casus.Vraag{ID: "waarde", Soort: soortWaarde}}
		}
	}
	return vragen
}
