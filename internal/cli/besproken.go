package cli

import (
	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

func newBesproken(d deler) *cobra.Command {
	var zin string
	cmd := &cobra.Command{
		Use:   "besproken BESTAND...",
		Short: "Zet in een reflectie dat u die met uw team besprak",
		Long: `Zet de dag van vandaag in een reflectie als de dag waarop u die met uw team besprak.
Met --zin schrijft u erbij wat het gesprek bracht. Verder verandert er niets.`,
		Example: `  weeg besproken 2026-11-21-de-knop-k3x9 --zin "We bellen eerst."`,
		Args:    argumenten(1, maxBestanden, "het bestand van een reflectie"),
		RunE: func(_ *cobra.Command, args []string) error {
			if zin != "" && len(args) > 1 {
				return gebruik("met --zin kan één bestand tegelijk; wat het gesprek bracht, zegt ieder over het eigen bestand")
			}
			for _, pad := range args {
				pad, err := d.plank.vind(pad)
				if err == nil {
					err = d.besproken(pad, zin)
				}
				if err != nil {
					return err
				}
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&zin, "zin", "", "een `zin` over wat het gesprek bracht")
	return cmd
}

// besproken writes in the reflectie at pad that it was talked about, and says where.
func (d deler) besproken(pad, zin string) error {
	oud, doc, err := leesHeel(pad)
	if err == nil {
		err = invoer(d.kast.BlijftInTeam(pad))
	}
	if err != nil {
		return err
	}
	if was := doc.Reflectie.Bracht; zin != "" && was != "" && was != reflectie.Normaal(zin) {
		return gebruik("%s: hier staat al wat een gesprek bracht; wijzig die zin in het bestand, onder \"Wat het gesprek veranderde\"", pad)
	}
	nieuw, err := d.schrijver.wijzig(pad, doc, d.schrijver.boekerij.geschreven(doc.Reflectie), markdown.Opties{}, func(r *reflectie.Reflectie) {
		r.Besproken = d.w.vandaag()
		if zin != "" {
			r.Bracht = reflectie.Normaal(zin)
		}
	})
	if err != nil {
		return err
	}
	if err := d.kast.Vervang(pad, oud, nieuw); err != nil {
		return err
	}
	return d.w.schrijfPad(d.plek.toon(d.plek.pad(pad)))
}
