package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
)

func newWaarde(a *app) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de waarden", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.waardeLijst(json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WAARDE", Short: "Toon één waarde", Args: argumenten(1, 1, "een waarde"),
		ValidArgsFunction: a.waardeIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.waardeToon(args[0], json) },
	}, &json)
	return groep("waarde", "De catalogus van waarden", lijst, toon)
}

func (a *app) waardeLijst(json bool) error {
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		return invoer(err)
	}
	return a.druk(json, waarden, func(b *bladzij) {
		groep := ""
		for i, w := range waarden {
			if w.Groep != groep && i > 0 {
				b.wit()
			}
			if w.Groep != groep {
				groep = w.Groep
				b.alinea("", groep)
			}
			b.punt("  ", w.ID+": "+w.Omschrijving)
		}
		b.wit()
		b.alinea("", "Meer over een waarde leest u met: weeg waarde toon WAARDE.")
	})
}

func (a *app) waardeToon(id string, json bool) error {
	bieb, err := a.bibliotheek()
	if err != nil {
		return err
	}
	w, err := bieb.Waarde(alsID(id))
	if err != nil {
		return invoer(err)
	}
	return a.druk(json, w, func(b *bladzij) { b.waarde(w) })
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
