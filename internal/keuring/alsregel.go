package keuring

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func alsRegel() controle {
	return controle{zoek: zoekAlsRegel, Regel: Regel{
		Code: "R025", Ernst: Tip, Naam: "een aandachtspunt dat klinkt als een regel",
		Uitleg: "Een aandachtspunt zegt waar u op let, niet wat moet. Zo blijft er iets te wegen.",
		Niet:   "> - Voortaan moeten we altijd eerst bellen.",
		Wel:    "> - wie er nog niet gebeld is",
	}}
}

// regelwoorden are those of who makes a rule.
func regelwoorden() casus.Aanleiding {
	return casus.Aanleiding{Woorden: []string{"voortaan", "we moeten altijd", "moeten we altijd", "we moeten eerst", "moeten we eerst", "iedereen moet", "moet iedereen",
		"iedereen dient", "dient altijd", "moet altijd", "altijd eerst", "mag nooit", "mogen nooit", "mag niet meer", "mogen niet meer", "is verplicht om", "wordt verplicht", "verplicht stellen", "nieuwe regel", "vaste regel"}}
}

func zoekAlsRegel(b *bestand, meld meld) {
	regelwoorden := regelwoorden()
	zeg := func(p strict.Plaats, punten []string) {
		for _, punt := range punten {
			if woorden := regelwoorden.Treft(punt); woorden != "" {
				meld(p, "met %s klinkt dit als een regel; waar wilt u een volgende keer op letten?", strict.Aanhaling(woorden))
			}
		}
	}
	d, _ := reflectie.DeelVan(reflectie.SleutelAandachtspunten)
	for _, v := range d.Velden {
		sleutel := reflectie.Sleutel(d.Naam, v.Naam)
		switch {
		case b.doc != nil:
			for _, rij := range b.doc.Reflectie.Rijen(d) {
				zeg(b.doc.Plaats(sleutel), rij.Antwoord(v).Lijst())
			}
		case b.soort == bladSoort:
			zeg(b.bijMerk(sleutel), b.blad.Velden[sleutel])
		}
	}
}

// bijMerk is the place of the marker of a sheet.
func (b *bestand) bijMerk(sleutel string) strict.Plaats {
	for i, lijn := range b.lijnen() {
		if strings.Contains(lijn, "<!-- weeg:"+sleutel+" -->") {
			return b.plaats(i+1, 1)
		}
	}
	return b.plaats(1, 1)
}
