package vorm

import (
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Vorm is what a Lezer takes of a whole reflectie, as the structs of reflectie declare it.
func Vorm() strict.Vorm {
	delen := reflectie.Delen()
	heel := vormVan(delen[0])
	heel.Velden = append(heel.Velden, &strict.Veldvorm{Naam: "antwoorden", Vorm: Antwoordenvorm()})
	for _, d := range delen[1:] {
		rij := vormVan(d)
		v := strict.Vorm{Soort: strict.VormLijst, Blanco: true, Items: []*strict.Vorm{&rij}}
		if d.Rijen == reflectie.Enkel {
			v = rij
			v.Blanco = true
		}
		heel.Velden = append(heel.Velden, &strict.Veldvorm{Naam: d.Naam, Vorm: v})
	}
	return heel
}

// Antwoordenvorm is that of answers to open questions: which there are, a werkvorm says.
func Antwoordenvorm() strict.Vorm {
	return strict.Vorm{Soort: strict.VormBlok, Open: true}
}

// vormVan is that of one row of a part.
func vormVan(d reflectie.Deel) strict.Vorm {
	blok := strict.Vorm{Soort: strict.VormBlok}
	for _, v := range d.Velden {
		moet := v.Aard == reflectie.EenPaar || v.IsNaam && d.Rijen == reflectie.PerDatum
		blok.Velden = append(blok.Velden, &strict.Veldvorm{Naam: v.Naam, Moet: moet, Vorm: veldvorm(v)})
	}
	if d.HeeftVragen() && d.Rijen != reflectie.Enkel {
		blok.Velden = append(blok.Velden, &strict.Veldvorm{Naam: "antwoorden", Vorm: Antwoordenvorm()})
	}
	return blok
}

// veldvorm is that of a field.
func veldvorm(v reflectie.Veld) strict.Vorm {
	tekst := strict.Vorm{Soort: strict.VormTekst}
	switch v.Aard {
	case reflectie.Versienummer:
		return strict.Vorm{Soort: strict.VormGetal, Minst: 1, Blanco: true}
	case reflectie.EenJaNee, reflectie.EenTeken:
		return strict.Vorm{Soort: strict.VormJaNee, Blanco: true}
	case reflectie.Punten:
		return strict.Vorm{Soort: strict.VormLijst, Blanco: true, Items: []*strict.Vorm{&tekst}}
	case reflectie.EenPaar:
		return strict.Vorm{Soort: strict.VormLijst, Lang: 2, Items: []*strict.Vorm{{Soort: strict.VormTekst, Patroon: reflectie.IDPatroon}}}
	case reflectie.EenID:
		tekst.Patroon = reflectie.IDPatroon
	case reflectie.EenKeuze:
		tekst.Mag = v.Keuzes
	}
	if v.PerWaarde {
		return strict.Vorm{Soort: strict.VormBlok, Open: true, Anders: &tekst}
	}
	return tekst
}
