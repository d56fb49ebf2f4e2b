package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func newWaarde(w Wereld, boekerij boekerij) *cobra.Command {
	var json bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst [WOORD]...", Short: "Toon de waarden",
		Long: `Toont de waarden. Zet er woorden achter om te zoeken. U ziet dan de waarden waarin
al die woorden staan: in de naam, in andere woorden ervoor of in de omschrijving.`,
		Example: "  weeg waarde lijst\n  weeg waarde lijst geld",
		RunE:    met(boekerij.bieb, func(bieb casus.Bibliotheek, woorden []string) error { return waardeLijst(w, bieb, woorden, json) }),
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon WAARDE", Short: "Toon één waarde", Args: argumenten(1, 1, "één waarde, met streepjes in de naam"),
		Long: `Toont één waarde, met haar keerzijde en een vraag erbij. U mag ook een ander woord
voor de waarde noemen.`,
		Example: "  weeg waarde toon menselijke-maat\n  weeg waarde toon maatwerk",
		ValidArgsFunction: vul(func() []string {
			return casus.Elk(boekerij.waarden(), func(v casus.Waarde) string { return v.ID })
		}, cobra.ShellCompDirectiveNoFileComp),
		RunE: met(boekerij.bieb, func(bieb casus.Bibliotheek, args []string) error { return waardeToon(w, bieb, args[0], json) }),
	}, &json)
	return groep("waarde", "De catalogus van waarden", lijst, toon)
}

func waardeLijst(w Wereld, bieb casus.Bibliotheek, woorden []string, json bool) error {
	waarden, err := bieb.Waarden()
	if err != nil {
		return invoer(err)
	}
	gezocht := strings.Join(woorden, " ")
	waarden = slices.DeleteFunc(waarden, func(v casus.Waarde) bool {
		tekst := strings.Join(append([]string{v.ID, v.Naam, v.Omschrijving}, v.Ook...), " ")
		return !reflectie.HeeftWoorden(tekst, strings.Fields(gezocht))
	})
	if len(waarden) == 0 && gezocht != "" {
		w.melding("Geen waarde gevonden met %s. Zie alle waarden met: weeg waarde lijst", strict.Aanhaling(gezocht))
	}
	return w.drukLang(json, waarden, func(b *bladzij) {
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
			if gezocht != "" && len(v.Ook) > 0 { // what was looked for may stand there alone
				b.alinea("    ", "Ook: "+strings.Join(v.Ook, ", "))
			}
		}
		if len(waarden) == 0 {
			return
		}
		b.wit()
		b.raad("", "Meer over een waarde leest u met: weeg waarde toon WAARDE.")
	})
}

func waardeToon(w Wereld, bieb casus.Bibliotheek, naam string, json bool) error {
	v, err := waardeMet(bieb, naam)
	if err != nil {
		return invoer(err)
	}
	return w.drukLang(json, v, func(b *bladzij) { b.waarde(v) })
}

// waardeMet finds a waarde by its id, its name, or another word for it.
func waardeMet(bieb casus.Bibliotheek, naam string) (casus.Waarde, error) {
	v, onbekend := bieb.Waarde(alsID(naam))
	if onbekend == nil {
		return v, nil
	}
	waarden, _ := bieb.Waarden()
	heet := func(woord string) bool {
		return reflectie.Zoekvorm(woord) == reflectie.Zoekvorm(strings.TrimSpace(naam))
	}
	gevonden := slices.DeleteFunc(waarden, func(v casus.Waarde) bool { return !heet(v.Naam) && !slices.ContainsFunc(v.Ook, heet) })
	switch len(gevonden) {
	case 0:
		return v, onbekend
	case 1:
		return gevonden[0], nil
	}
	ids := casus.Elk(gevonden, func(v casus.Waarde) string { return v.ID })
	return v, fmt.Errorf("%s past bij meer waarden; kies %s", strict.Aanhaling(naam), casus.Opsomming(ids))
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
