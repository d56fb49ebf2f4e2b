package keuring

import (
	"slices"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func prive() controle {
	return controle{zoek: zoekPrive, Regel: Regel{
		Code: "R027", Ernst: Fout, Naam: "een antwoord dat privé is, in een bestand dat u kunt delen",
		Uitleg: "Bij deze vraag zegt Weeg dat alleen u het antwoord leest. Haal het antwoord uit dit bestand.",
		Niet:   "### Wat zou u nu doen? <!-- weeg:moment.reactie -->",
		Wel:    "### Waar ik over twijfel <!-- weeg:moment.twijfel -->",
	}}
}

func zoekPrive(b *bestand, meld meld) {
	if b.doc == nil {
		return
	}
	const zeg = "dit is een antwoord op een privévraag, van stap %s; haal het uit dit bestand"
	for _, stap := range b.Stappen() {
		for _, vraag := range slices.Concat(stap.Vragen, stap.Velden) {
			sleutel := reflectie.Sleutel(stap.ID, vraag.ID)
			if !vraag.Prive {
				continue
			}
			if !b.doc.Reflectie.Antwoorden[sleutel].IsZero() {
				meld(b.doc.Plaats("antwoorden."+sleutel), zeg, strict.Aanhaling(stap.Titel))
			}
			if !b.doc.Vervallen[sleutel].IsZero() {
				meld(b.bijMerk("vervallen."+sleutel), zeg, strict.Aanhaling(stap.Titel))
			}
		}
	}
}
