package keuring

func zonderRollen() controle {
	return controle{zoek: zoekRollen, Regel: Regel{
		Code: "R014", Ernst: Waarschuwing, Naam: "een casus zonder rollen",
		Uitleg: "Wie de casus leest, kiest dan geen plek om vanaf te kijken.",
		Niet:   "rollen: []",
		Wel:    "rollen:\n  - {id: melder, naam: De beller}",
	}}
}

func zoekRollen(b *bestand, meld meld) {
	if b.soort == casusSoort && b.node != nil && len(b.casus.Rollen) == 0 {
		meld(b.plaats(1, 1), `deze casus heeft geen rollen; noem bij "rollen" wie erin kijkt of beslist`)
	}
}
