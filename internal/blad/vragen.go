package blad

import (
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// soortWaarde is the kind of a question that is answered with the id of a waarde.
const soortWaarde casus.Vraagsoort = "waarde"

// open returns every open question that can be answered under antwoorden or
// prive, by its key: doorvragen too, and those of which the condition may not hold.
func open(w casus.Werkvorm, stappen []casus.Stap) map[string]casus.Vraag {
	vragen := map[string]casus.Vraag{}
	add := func(sleutel string, v casus.Vraag) {
		vragen[sleutel] = v
		for _, d := range w.Doorvragen(v) {
			vragen[reflectie.Sleutel(sleutel, d.ID)] = casus.Vraag{ID: d.ID, Vraag: d.Vraag, Prive: v.Prive}
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
