package blad

import (
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// soortWaarde is the kind of a question that is answered with the id of a waarde.
const soortWaarde casus.Vraagsoort = "waarde"

// A vraag is one open question of a conversation, with its key.
type vraag struct {
	sleutel string
	casus.Vraag
}

// open returns every open question that can be answered under antwoorden or
// prive, by its key: doorvragen too, and those of which the condition may not hold.
func open(stappen []casus.Stap) map[string]vraag {
	vragen := map[string]vraag{}
	add := func(sleutel string, v casus.Vraag) {
		vragen[sleutel] = vraag{sleutel, v}
		for _, d := range v.Doorvragen {
			diep := reflectie.Sleutel(sleutel, d.ID)
			vragen[diep] = vraag{diep, casus.Vraag{ID: d.ID, Vraag: d.Vraag, Prive: v.Prive}}
		}
	}
	for _, stap := range stappen {
		for _, v := range stap.Vragen {
			add(reflectie.Sleutel(stap.ID, v.ID), v)
		}
		for _, v := range stap.Velden {
			switch sleutel := casus.Veldsleutel(stap.Soort, v.ID); {
			case sleutel == sessie.SleutelOneens:
				v.Soort = soortWaarde
				add(sleutel, v)
			case sleutel == sessie.SleutelBotst:
				v.Soort = casus.Keuze // which pair it is, its verband says
				v.Opties = []casus.Optie{{ID: sessie.BotstNiets}}
				add(sleutel, v)
			case stap.Soort == casus.StapVerbanden && v.ID == casus.VeldWanneer:
				add(sleutel, v)
			}
		}
	}
	return vragen
}
