package cli

import (
	"context"
	"errors"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// A verder goes on with a concept, or with a reflectie that has open questions.
type verder struct {
	aanvang
	leider leider
}

func newVerder(v verder) *cobra.Command {
	var naar string
	var toegankelijk, toch bool
	cmd := &cobra.Command{
		Use:   "verder [CONCEPT of BESTAND]",
		Short: "Ga verder met een concept, of vul een reflectie aan",
		Long: `Gaat verder waar u stopte. Zonder naam kiest weeg het concept dat er is.
Noemt u het bestand van een reflectie die af is, dan begint u bij de eerste vraag die nog open staat.
Is dat bestand intussen weg? Met --naar maakt u een nieuw bestand.`,
		Example:           "  weeg verder\n  weeg verder reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md",
		Args:              argumenten(0, 1, "één concept of bestand"),
		ValidArgsFunction: vulConcept(v.kast, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			return v.leider.ontvang(cmd.Context(), toegankelijk, func(ctx context.Context, kant gastheer) error {
				stand, err := v.stand(ctx, kant, args, toch)
				if err != nil {
					return err
				}
				if naar != "" {
					if v.leider.schrijver.gemaakt(stand) != "" {
						stand.Bestand = stand.Wordt.Pad
					}
					stand.Naar = v.plek.pad(naar)
					if stand.Bestand != "" && v.leider.schrijver.weg(stand) == nil {
						return gebruik("uw antwoorden komen in een bestand dat er al is: %s; laat --naar weg", v.plek.toon(stand.Bestand))
					}
					vrij := vrij
					if stand.Definitie.MaaktCasus() {
						vrij = vrijVoorCasus
					}
					if err := vrij(naar); err != nil {
						return err
					}
				}
				return v.leider.voer(ctx, stand, kant)
			})
		},
	}
	cmd.Flags().StringVar(&naar, "naar", "", "schrijf de reflectie van een concept naar dit `bestand`")
	toegankelijkVlag(cmd, &toegankelijk)
	tochVlag(cmd, &toch)
	return cmd
}

// stand finds what to go on with.
func (v verder) stand(ctx context.Context, kant gastheer, args []string, toch bool) (sessie.Stand, error) {
	if err := v.kast.Err(); err != nil {
		return sessie.Stand{}, err
	}
	if len(args) == 0 {
		return v.kies(ctx, kant)
	}
	if isPad(args[0]) || strings.HasSuffix(args[0], ".md") {
		return v.aanvang.vanBestand(args[0], toch)
	}
	c, err := concept(v.kast, args[0])
	if pad := v.aanvang.plank.vind(args[0]); err != nil && pad != args[0] { // a reflectie by its id
		return v.aanvang.vanBestand(pad, toch)
	}
	return c, err
}

// kies takes the only concept there is, or asks which.
func (v verder) kies(ctx context.Context, kant gastheer) (sessie.Stand, error) {
	concepten, fouten := v.kast.Concepten()
	switch {
	case len(concepten) == 0 && len(fouten) > 0:
		return sessie.Stand{}, errors.Join(fouten...)
	case len(concepten) == 0:
		return sessie.Stand{}, gebruik("er is geen concept om mee verder te gaan; begin met weeg nieuw")
	case len(concepten) == 1:
		return concepten[0], nil
	case v.w.Terminal == nil:
		opdrachten := casus.Elk(concepten, func(c sessie.Stand) string { return "  weeg verder " + c.ID })
		return sessie.Stand{}, gebruik("er zijn %d concepten; kies er een:\n%s", len(concepten), strings.Join(opdrachten, "\n"))
	}
	opties := casus.Elk(concepten, func(c sessie.Stand) sessie.Optie {
		return sessie.Optie{ID: c.ID, Naam: regel(c.Titel(), c.Definitie.Werkvorm.Naam, tijdstip(c.Bewaard), kort(c))}
	})
	id, err := kant.Kies(ctx, gesprek.Keuze{Titel: "Verdergaan", Vraag: "Waarmee wilt u verder?", Opties: opties})
	if err != nil {
		return sessie.Stand{}, gesprek.Gestopt(err)
	}
	return v.kast.Concept(id)
}
