package keuring

import (
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func andereVersie() controle {
	return controle{zoek: zoekVersie, Regel: Regel{
		Code: "R026", Ernst: Tip, Naam: "een casus die er zo niet meer is",
		Uitleg: "De reflectie blijft leesbaar. Maar wie haar leest, vindt de casus niet terug zoals die toen was.",
		Niet:   "casus: gemaal",
		Wel:    "casus: eigen",
	}}
}

func zoekVersie(b *bestand, meld meld) {
	if b.doc == nil || b.doc.Gehavend || b.doc.Reflectie.Casus == reflectie.Eigen {
		return
	}
	r := b.doc.Reflectie
	if b.casusWeg {
		meld(b.doc.Plaats("casus"), "casus %s staat niet in de bibliotheek; zet de casus terug, of laat het zo", strict.Aanhaling(r.Casus))
		return
	}
	if nu := b.Casus.Versie; r.Casusversie > 0 && nu > 0 && r.Casusversie != nu {
		meld(b.doc.Plaats("casusversie"), "dit is geschreven bij versie %d van de casus, en de bibliotheek heeft versie %d; laat het zo, of kijk wat er veranderde",
			r.Casusversie, nu)
	}
}
