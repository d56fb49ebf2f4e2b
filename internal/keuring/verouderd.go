package keuring

import "slices"

func verouderd() controle {
	return controle{zoek: zoekVerouderd, Regel: Regel{
		Code: "R022", Ernst: Waarschuwing, Naam: "een stuk dat ouder is dan de gegevens", Herstel: true,
		Uitleg: "Iemand wijzigde een keuze, en wat Weeg daarover schrijft ging niet mee. Met --herstel maakt Weeg het opnieuw.",
		Niet:   "**Veiligheid gaat hier vóór vertrouwen.**\n- { tussen: [veiligheid, vertrouwen], voorrang: vertrouwen }",
		Wel:    "**Veiligheid gaat hier vóór vertrouwen.**\n- { tussen: [veiligheid, vertrouwen], voorrang: veiligheid }",
	}}
}

func zoekVerouderd(b *bestand, meld meld) {
	if b.doc == nil || b.casusWeg {
		return
	}
	van := b.Definitie.meta
	van.ID = b.doc.ID
	if van != b.doc.Meta {
		return // made with another version: then nobody can tell
	}
	def := b.Definitie.Definitie
	def.Werkvorm = b.kaal
	for _, oud := range b.doc.Verouderd(def, van) {
		meld(oud.Plaats, "dit stuk is ouder dan de gegevens; maak het opnieuw met: weeg controleer --herstel")
	}
}

// Herstelbaar reports whether one of these can be made right without asking anybody.
func Herstelbaar(bevindingen []Bevinding) bool {
	return slices.ContainsFunc(bevindingen, func(b Bevinding) bool { return b.Regel.Herstel })
}
