package cli

import (
	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/reflectie"
)

func newAntwoordblad(uit uitgifte, boekerij boekerij) *cobra.Command {
	u := uitvoer{formaten: []string{formaatYAML}}
	var werkvorm string
	var eigen bool
	cmd := &cobra.Command{
		Use:   "antwoordblad CASUS",
		Short: "Schrijf een leeg antwoordblad om in een editor in te vullen",
		Long: `Schrijft een leeg antwoordblad in YAML, met de vragen erbij. Vul het in met een editor.
Maak er daarna een reflectie van met:

  weeg nieuw CASUS --antwoorden BESTAND`,
		Example:           "  weeg antwoordblad koken-in-het-schoolgebouw --naar antwoorden.yaml",
		Args:              argumenten(0, 1, "één casus, met streepjes in de naam"),
		ValidArgsFunction: vulEerste(boekerij.casusIDs),
		RunE: func(_ *cobra.Command, args []string) error {
			if eigen == (len(args) == 1) {
				return gebruik("geef één casus, of --eigen voor een situatie van uzelf; typ weeg casus lijst")
			}
			naam, verder := reflectie.Eigen, "--eigen"
			if !eigen {
				naam, verder = args[0], uit.plek.schelp(args[0])
			}
			if _, err := u.kies(); err != nil {
				return err
			}
			def, err := boekerij.laad(naam, werkvorm)
			if err != nil {
				return err
			}
			if err := uit.zet(u.naar, blad.Schrijf(def)); err != nil || !isBestand(u.naar) {
				return err
			}
			opdracht, maakt := "weeg nieuw "+verder, "een reflectie"
			if def.MaaktCasus() {
				opdracht, maakt = "weeg casus nieuw", "een casus"
			}
			uit.w.melding("Vul het blad in met een editor. Maak er daarna %s van met:", maakt)
			uit.w.opdracht(opdracht + " --antwoorden " + uit.plek.schelp(uit.plek.toon(uit.plek.pad(u.naar))))
			return nil
		},
	}
	cmd.Flags().StringVar(&werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	cmd.Flags().BoolVar(&eigen, "eigen", false, "voor een situatie van uzelf")
	cmd.Flags().StringVar(&u.naar, "naar", "", "schrijf het blad naar een nieuw `bestand`")
	vulVlag(cmd, "werkvorm", boekerij.werkvormIDs)
	return cmd
}
