package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// terugblikOpties are the options of `weeg terugblik`.
type terugblikOpties struct {
	werkvorm     string
	toegankelijk bool
	json         bool
	toch         bool
}

// A terugblik looks back at a reflectie, or says which of them wait for that.
type terugblik struct {
	aanvang
	leider leider
}

func newTerugblik(t terugblik) *cobra.Command {
	var o terugblikOpties
	cmd := &cobra.Command{
		Use:   "terugblik [BESTAND]",
		Short: "Kijk terug op een eerdere reflectie",
		Long: `Kijkt terug op een eerdere reflectie. U krijgt het moment nog eens. Daarna ziet u wat u toen
schreef. Uw antwoorden komen erbij in het bestand. Wat er al stond, blijft staan.

Zonder bestand ziet u wat op u wacht: reflecties waarvan de dag om terug te kijken er is, en
afspraken waarvan de dag er is.`,
		Example:           "  weeg terugblik\n  weeg terugblik reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md",
		Args:              argumenten(0, 1, "het bestand van één reflectie"),
		ValidArgsFunction: vulEerste(t.paden),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case o.json && len(args) > 0:
				return gebruik("--json laat zien welke reflecties wachten; noem daarbij geen bestand")
			case len(args) == 0 && (o.json || t.w.Terminal == nil):
				return t.lijst(o.json)
			}
			return t.leider.ontvang(cmd.Context(), o.toegankelijk, func(ctx context.Context, kant gastheer) error {
				if len(args) > 0 {
					return t.kijk(ctx, kant, args[0], o)
				}
				return t.kies(ctx, kant, o)
			})
		},
	}
	cmd.Flags().StringVar(&o.werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	toegankelijkVlag(cmd, &o.toegankelijk)
	tochVlag(cmd, &o.toch)
	vulVlag(cmd, "werkvorm", func() []string {
		return casus.Elk(t.boekerij.terugblikvormen(), func(w casus.Werkvorm) string { return metUitleg(w.ID, w.Naam) })
	})
	return jsonVlag(cmd, &o.json)
}

// paden returns the reflecties that wait, as they are typed here.
func (t terugblik) paden() []string {
	a, _ := t.plank.agenda() // none, where it cannot be read
	return casus.Elk(a.wachten, func(e eerdereReflectie) string { return t.plek.toon(e.pad) })
}

// lijst writes which reflecties wait, a line each.
func (t terugblik) lijst(json bool) error {
	a, err := t.plank.agenda()
	if err != nil {
		return err
	}
	t.w.meldElk(a.fouten)
	type regel struct {
		Bestand   string          `json:"bestand"`
		Casus     string          `json:"casus"`
		Titel     string          `json:"titel"`
		Datum     reflectie.Datum `json:"datum,omitzero"`
		Terugblik reflectie.Datum `json:"terugblik,omitzero"`

		Afspraken []reflectie.Afspraak `json:"afspraken,omitempty"` // that are due
	}
	regels := casus.Elk(a.wachten, func(e eerdereReflectie) regel {
		return regel{t.plek.toon(e.pad), e.casus, e.titel, e.datum, e.terugblik, e.afspraken}
	})
	if !json && len(regels) == 0 {
		t.meldNiets(a)
	}
	return t.w.druk(json, regels, func(b *bladzij) {
		for i, e := range a.wachten {
			var wachten []string
			if e.wacht {
				wachten = append(wachten, e.String())
			}
			for _, wacht := range append(wachten, casus.Elk(e.afspraken, afspraak)...) {
				fmt.Fprintf(b, "%s\t%s\n", zetwerk.VeiligRegel(regels[i].Bestand), zetwerk.VeiligRegel(wacht))
			}
		}
	})
}

// meldNiets says that nothing waits, and what will.
func (t terugblik) meldNiets(a agenda) {
	if len(a.later) == 0 {
		t.w.melding("Er is geen reflectie die op u wacht. Terugkijken kan altijd: weeg terugblik BESTAND")
		return
	}
	eerst := a.later[0]
	wat := "De volgende is"
	if len(eerst.afspraken) > 0 {
		wat = "Het eerst komt uw afspraak bij"
	}
	t.w.melding("Er is nu niets dat op u wacht. %s \"%s\", op %s. Eerder terugkijken kan ook: kies Terugkijken in het startscherm, of typ weeg terugblik %s",
		wat, eerst.titel, eerst.sinds().Voluit(), t.plek.schelp(t.plek.toon(eerst.pad)))
}

// kies asks at which of the reflecties that wait, and looks back.
func (t terugblik) kies(ctx context.Context, kant gastheer, o terugblikOpties) error {
	a, err := t.plank.agenda()
	if err != nil {
		return err
	}
	if len(a.wachten) == 0 {
		t.w.meldElk(a.fouten)
		t.meldNiets(a)
		return nil
	}
	if len(a.fouten) > 0 {
		kant.Meld(t.w.Terminal.zo("Niet elk bestand is te lezen. Met weeg terugblik --json ziet u welk."))
	}
	k := gesprek.Keuze{Titel: "Terugkijken", Vraag: "Op welke reflectie kijkt u terug?", Zoek: len(a.wachten) >= zoekVanaf}
	for _, e := range a.wachten {
		k.Opties = append(k.Opties, sessie.Optie{ID: e.pad, Naam: e.String(), Uitleg: e.waarop()})
	}
	pad, err := kant.kies(ctx, k)
	switch {
	case errors.Is(err, errGenoeg):
		return nil
	case err != nil:
		return err
	}
	return t.kijk(ctx, kant, pad, o)
}

// kijk holds the conversation that looks back at the reflectie at pad.
func (t terugblik) kijk(ctx context.Context, kant gastheer, pad string, o terugblikOpties) error {
	if err := t.kast.Err(); err != nil {
		return err
	}
	pad, err := t.plank.vindEen(pad)
	if err != nil {
		return err
	}
	stand, err := t.aanvang.terugblik(kant.Meld, pad, o.werkvorm, o.toch)
	if err != nil {
		return err
	}
	return t.leider.voer(ctx, stand, kant)
}
