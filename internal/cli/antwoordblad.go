package cli

import (
	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/reflectie"
)

func newAntwoordblad(w Wereld, boekerij boekerij) *cobra.Command {
	var werkvorm string
	var eigen bool
	cmd := &cobra.Command{
		Use:   "antwoordblad CASUS",
		Short: "Schrijf een leeg antwoordblad om in een editor in te vullen",
		Long: `Schrijft een leeg antwoordblad in YAML, met de vragen erbij. Vul het in met een editor.
Maak er daarna een reflectie van met:

  weeg nieuw CASUS --antwoorden BESTAND`,
		Example:           "  weeg antwoordblad koken-in-het-schoolgebouw > antwoorden.yaml",
		Args:              argumenten(0, 1, "één casus"),
		ValidArgsFunction: vulEerste(boekerij.casusIDs),
		RunE: func(_ *cobra.Command, args []string) error {
			if eigen == (len(args) == 1) {
				return gebruik("geef één casus, of --eigen voor een situatie van uzelf; typ weeg casus lijst")
			}
			naam := reflectie.Eigen
			if !eigen {
				naam = args[0]
			}
			def, err := boekerij.laad(naam, werkvorm)
			if err != nil {
				return err
			}
			return w.schrijf(blad.Schrijf(def))
		},
	}
	cmd.Flags().StringVar(&werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	cmd.Flags().BoolVar(&eigen, "eigen", false, "voor een situatie van uzelf")
	return cmd
}
