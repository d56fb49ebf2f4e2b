package keuring

import (
	"slices"

	"ambt.example/weeg/internal/casus"
)

func zonderSpanning() controle {
	return controle{zoek: zoekSpanning, Regel: Regel{
		Code: "R013", Ernst: Waarschuwing, Naam: "een verhaal zonder spanning",
		Uitleg: "Er staat niet welke twee waarden elkaar hier tegenwerken. Dan is er weinig te wegen.",
		Niet:   "- {tussen: [veiligheid, vertrouwen], soort: versterkt}",
		Wel:    "- {tussen: [veiligheid, vertrouwen], soort: beide}",
	}}
}

func zoekSpanning(b *bestand, meld meld) {
	botst := func(v casus.Verband) bool { return v.Soort == "tegen" || v.Soort == "beide" }
	if b.soort != casusSoort || b.node == nil || slices.ContainsFunc(b.casus.Verbanden, botst) {
		return
	}
	plaats := b.plaats(1, 1)
	if verbanden := (tak{b.node}).veld("verbanden"); verbanden.Node != nil {
		plaats = verbanden.Plaats
	}
	meld(plaats, `geen twee waarden werken elkaar hier tegen; zet bij "verbanden" een paar met "soort: tegen" of "soort: beide"`)
}
