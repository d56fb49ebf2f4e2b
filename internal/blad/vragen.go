package blad

import (
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
