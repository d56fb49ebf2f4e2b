package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
)

func newWaarde(w Wereld, boekerij boekerij) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de waarden", Args: argumenten(0, 0, ""),
		RunE: met(boekerij.bieb, func(bieb casus.Bibliotheek, _ []string) error { return waardeLijst(w, bieb, json) }),
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WAARDE", Short: "Toon één waarde", Args: argumenten(1, 1, "een waarde"),
		ValidArgsFunction: vul(func() []string {
			return casus.Elk(boekerij.waarden(), func(v casus.Waarde) string { return v.ID })
		}, cobra.ShellCompDirectiveNoFileComp),
		RunE: met(boekerij.bieb, func(bieb casus.Bibliotheek, args []string) error { return waardeToon(w, bieb, args[0], json) }),
	}, &json)
	return groep("waarde", "De catalogus van waarden", lijst, toon)
}

func waardeLijst(w Wereld, bieb casus.Bibliotheek, json bool) error {
	waarden, err := bieb.Waarden()
	if err != nil {
		return invoer(err)
	}
	return w.druk(json, waarden, func(b *bladzij) {
		groep := ""
		for i, v := range waarden {
			if v.Groep != groep && i > 0 {
				b.wit()
			}
			if v.Groep != groep {
				groep = v.Groep
				b.alinea("", groep)
			}
			b.punt("  ", v.ID+": "+v.Omschrijving)
		}
		b.wit()
		b.alinea("", "Meer over een waarde leest u met: weeg waarde toon WAARDE.")
	})
}

func waardeToon(w Wereld, bieb casus.Bibliotheek, id string, json bool) error {
	v, err := bieb.Waarde(alsID(id))
	if err != nil {
		return invoer(err)
	}
	return w.druk(json, v, func(b *bladzij) { b.waarde(v) })
}

func (b *bladzij) waarde(w casus.Waarde) {
	b.kop(w.Naam)
	b.wit()
	for _, deel := range []struct{ kop, tekst string }{
		{"", w.Omschrijving}, {"De keerzijde: ", w.Keerzijde}, {"Een vraag erbij: ", w.Vraag},
		{"Ook: ", strings.Join(w.Ook, ", ")}, {"Groep: ", w.Groep}, {"Bron: ", w.Bron},
	} {
		if deel.tekst != "" {
			b.alinea("", deel.kop+deel.tekst)
		}
	}
}
