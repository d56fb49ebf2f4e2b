package keuring

import (
	"bytes"
	"errors"

	"ambt.example/weeg/internal/strict"
)

func gehavend() controle {
	return controle{zoek: zoekGehavend, vast: true, Regel: Regel{
		Code: "R020", Ernst: Fout, Naam: "de merken of de gegevens zijn weg",
		Uitleg: "Een programma haalde de opmerkingen uit het bestand. Weeg weet dan niet meer welk antwoord bij welke vraag hoort.",
		Niet:   "### Waar ik over twijfel",
		Wel:    "### Waar ik over twijfel <!-- weeg:moment.twijfel -->",
	}}
}

func zoekGehavend(b *bestand, meld meld) {
	if b.soort == bladSoort && len(b.fouten) == 0 && !bytes.Contains(b.data, []byte("<!-- weeg:")) {
		meld(b.plaats(1, 1), "de merken van Weeg zijn uit dit blad verdwenen; wat u invult, komt zo niet in het kompas. Maak het blad opnieuw en neem uw woorden over")
	}
	if b.doc == nil {
		return
	}
	if fouten, isFout := errors.AsType[strict.Bevindingen](b.doc.Heel()); isFout {
		meld(fouten[0].Plaats, "%s", fouten[0].Tekst)
	}
}
