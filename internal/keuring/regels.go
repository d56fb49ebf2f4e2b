package keuring

// controles are all rules, by their code.
func controles() []controle {
	return append([]controle{
		onleesbaar(), gitconflict(), onbekendVeld(), ontbreekt(), verkeerdeWaarde(), dubbel(), verwijzing(), verkeerdeNaam(),
		volgorde(), doorvraagzinnen(), onbereikbaar(), zonderSpanning(), zonderRollen(), stuurt(), volledigeNaam(), langeZin(),
		gehavend(), merk(), verouderd(), beschreven(), afwijkenZonderReden(), alsRegel(), andereVersie(), prive(), leestAnders(),
	}, gegevens()...)
}
