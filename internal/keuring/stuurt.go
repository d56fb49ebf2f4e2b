package keuring

import (
	"slices"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/strict"
)

func stuurt() controle {
	return controle{zoek: zoekSturend, Regel: Regel{
		Code: "R015", Ernst: Waarschuwing, Naam: "woorden die het antwoord verraden",
		Uitleg: "De titel, de kern, het moment en de vragen laten open wat goed is. Zo weegt de lezer zelf.",
		Niet:   "moment: Zou u niet gewoon de beller geloven?",
		Wel:    "moment: Kunt u de beller geloven?",
	}}
}

// sturend are words of somebody who has chosen already.
func sturend() casus.Aanleiding {
	return casus.Aanleiding{Woorden: []string{"natuurlijk moet*", "natuurlijk mag", "moet natuurlijk", "mag natuurlijk", "uiteraard", "vanzelfsprekend", "onterecht", "helaas",
		"de juiste keuze", "de enige juiste", "het enige juiste", "zou u niet gewoon", "zou het niet beter", "zou u niet beter",
		"is het niet beter", "is het niet gewoon", "u moet ... gewoon", "iedereen begrijpt", "het is duidelijk dat", "te ver gegaan", "doorgeslagen"}}
}

func zoekSturend(b *bestand, meld meld) {
	if b.soort != casusSoort || b.node == nil {
		return
	}
	heel := tak{b.node}
	teksten := []tak{heel.veld("titel"), heel.veld("kern"), heel.veld("moment")}
	for _, rol := range heel.veld("rollen").items() {
		teksten = append(teksten, tak{rol}.veld("moment"))
	}
	for _, vraag := range heel.veld("vragen").items() {
		teksten = append(teksten, tak{vraag}.veld("vraag"), tak{vraag}.veld("toelichting"))
	}
	teksten = slices.DeleteFunc(teksten, func(t tak) bool { return t.Node == nil })
	sturend := sturend()
	for _, t := range teksten {
		if woorden := sturend.Treft(t.Tekst); woorden != "" {
			meld(t.Plaats, "met %s klinkt al door wat goed is; schrijf het zo dat beide kanten kunnen", strict.Aanhaling(woorden))
		}
	}
}
