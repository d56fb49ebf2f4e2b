package keuring

import (
	"strings"

	"ambt.example/weeg/internal/strict"
)

func beschreven() controle {
	return controle{zoek: opmerkingen(true), Regel: Regel{
		Code: "R023", Ernst: Waarschuwing, Naam: "iemand schreef in een stuk dat Weeg zelf maakt",
		Uitleg: "Zo'n stuk maakt Weeg telkens opnieuw. Zet eigen woorden erbuiten, dan blijven ze staan.",
		Niet:   "Dit klopt niet meer.\n<!-- weeg:eind keuzes -->",
		Wel:    "<!-- weeg:eind keuzes -->\nDit klopt niet meer.",
	}}
}

func leestAnders() controle {
	return controle{zoek: opmerkingen(false), Regel: Regel{
		Code: "R028", Ernst: Waarschuwing, Naam: "Weeg leest dit anders dan het er staat",
		Uitleg: "Woorden onder een vraag zijn alleen een antwoord als er \"> \" voor staat.",
		Niet:   "Nog iets vergeten.",
		Wel:    "> Nog iets vergeten.",
	}}
}

// opmerkingen tells what the reader remarks on: of parts in which somebody wrote, or else
// the rest, but for what is damaged: that has a rule of its own.
func opmerkingen(opBeschreven bool) func(*bestand, meld) {
	return func(b *bestand, meld meld) {
		if b.doc == nil || b.doc.Gehavend {
			return
		}
		for _, o := range b.doc.Opmerkingen() {
			if opBeschreven == (o.Soort == strict.FoutBeschreven) {
				meld(o.Plaats, "%s", strings.Replace(o.Tekst, "Dit", "dit", 1)) // as the others begin
			}
		}
	}
}
