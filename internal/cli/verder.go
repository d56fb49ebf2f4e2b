package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A verder goes on with a concept, or with a reflectie that has open questions.
type verder struct {
	aanvang
	leider leider
}

func newVerder(v verder) *cobra.Command {
	var naar string
	var toegankelijk, toch, bijwerken bool
	cmd := &cobra.Command{
		Use:   "verder [CONCEPT of BESTAND]",
		Short: "Ga verder met een concept, of vul een reflectie aan",
		Long: `Gaat verder waar u stopte. Zonder naam kiest weeg het concept dat er is.
Noemt u een casus, dan gaat u verder met wat u daaraan begon.
Noemt u het bestand van een reflectie die af is, dan begint u bij de eerste vraag die nog open staat.
Wilt u een antwoord wijzigen? Kies de vraag met ctrl+o of :overzicht, en aan het einde "De reflectie bijwerken".
Uw nieuwe antwoord komt dan in hetzelfde bestand, in plaats van het oude.
Is dat bestand intussen weg? Met --naar maakt u een nieuw bestand.

Een concept gaat verder met de casus en de werkvorm zoals ze waren toen u begon. Zijn die veranderd?
Met --bijwerken gaat u over op de nieuwe. U ziet eerst wat er anders is. Wat u schreef, blijft
staan. U krijgt alleen de vragen die nieuw zijn.`,
		Example:           "  weeg verder\n  weeg verder reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md",
		Args:              argumenten(0, 1, "één concept of bestand"),
		ValidArgsFunction: vulConcept(v.kast, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			return v.leider.ontvang(cmd.Context(), toegankelijk, func(ctx context.Context, kant gastheer) error {
				stand, err := v.stand(ctx, kant, args, toch)
				if err == nil && bijwerken {
					stand, err = v.werkBij(ctx, kant, stand)
				}
				if err != nil {
					return err
				}
				if !bijwerken && v.isOuder(stand) {
					kant.Meld(v.w.Terminal.zo(opOuder))
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
	cmd.Flags().BoolVar(&bijwerken, "bijwerken", false, "ga met een concept over op de nieuwe versie van de casus en de werkvorm")
	toegankelijkVlag(cmd, &toegankelijk)
	tochVlag(cmd, &toch)
	return cmd
}

// werkBij lets a concept go over to the newer version of what it is about and follows, once
// the person saw what that asks otherwise.
func (v verder) werkBij(ctx context.Context, kant gastheer, stand sessie.Stand) (sessie.Stand, error) {
	def, err := v.nu(stand)
	if err != nil {
		return stand, invoer(fmt.Errorf("%w. Zonder --bijwerken gaat u verder zoals het was", err))
	}
	if stand.Bewaard.IsZero() { // it is no concept yet, and begins by what there is now
		return stand, nil
	}
	_, verschil := stand.Bijgewerkt(def)
	if verschil.IsZero() {
		kant.Meld("Er is niets veranderd aan het verhaal en de vragen.")
		return v.gaOver(stand, def)
	}
	k := gesprek.Keuze{Titel: "Bijwerken", Vraag: "Gaat u over op de nieuwe versie?", Opties: []sessie.Optie{
		{ID: "ja", Naam: "Ja, ga over"}, {ID: "nee", Naam: "Nee, ga verder zoals het was"}}}
	for _, deel := range []struct {
		kop    string
		vragen []string
	}{{"Deze vragen komen erbij", verschil.Erbij}, {"Deze vragen gaan weg; wat u schreef, blijft", verschil.Weg}, {"Deze vragen zijn nu anders", verschil.Anders},
		{"Bij deze vragen past uw antwoord niet meer; het blijft bewaard", verschil.Opnieuw}} {
		if len(deel.vragen) > 0 {
			k.Toont = append(k.Toont, sessie.Getoond{Kop: deel.kop, Tekst: "- " + strings.Join(deel.vragen, "\n- ")})
		}
	}
	if verschil.Opschrift != "" {
		k.Toont = append([]sessie.Getoond{{Kop: "Let op. De casus heet nu", Tekst: verschil.Opschrift}}, k.Toont...)
	}
	if verschil.Verhaal != "" {
		k.Toont = append(k.Toont, sessie.Getoond{Kop: "Het verhaal is veranderd. Het moment is nu", Tekst: verschil.Verhaal})
	}
	id, err := kant.kies(ctx, k)
	if err != nil {
		return stand, gesprek.Gestopt(err)
	}
	if id == "nee" {
		return stand, nil
	}
	return v.gaOver(stand, def)
}

// opOuder tells somebody who goes on as it was.
const opOuder = "De casus of de werkvorm is veranderd sinds u begon. U gaat verder zoals het was. Met weeg verder --bijwerken gaat u over op de nieuwe versie."

// isOuder reports whether a concept was begun by an older version than there is now.
func (a aanvang) isOuder(stand sessie.Stand) bool {
	def, err := a.nu(stand)
	was := stand.Definitie
	return err == nil && !stand.Bewaard.IsZero() && (def.Casus.Versie > was.Casus.Versie || def.Werkvorm.Versie > was.Werkvorm.Versie)
}

// gaOver keeps a concept by other definitions: as it is now, and only where no other window
// goes on with it.
func (v verder) gaOver(stand sessie.Stand, def casus.Definitie) (sessie.Stand, error) {
	ontgrendel, err := v.kast.Vergrendel(stand.ID)
	if err != nil {
		return stand, err
	}
	defer ontgrendel()
	nu, err := v.kast.Concept(stand.ID)
	if err != nil {
		return stand, err
	}
	nu, _ = nu.Bijgewerkt(def)
	nu.Bewaard = v.w.Nu()
	return nu, v.kast.Bewaar(nu)
}

// nu is by what a conversation would be held that began now.
func (a aanvang) nu(stand sessie.Stand) (casus.Definitie, error) {
	was := stand.Definitie
	if !stand.IsTerugblik() {
		return a.boekerij.laad(was.Casus.ID, was.Werkvorm.ID)
	}
	w, waarden, err := a.boekerij.vorm(was.Werkvorm.ID)
	if err != nil {
		return casus.Definitie{}, err
	}
	def, err := casus.NewTerugblik(was.Casus, w, waarden)
	return def, invoer(err)
}

// stand finds what to go on with.
func (v verder) stand(ctx context.Context, kant gastheer, args []string, toch bool) (sessie.Stand, error) {
	if err := v.kast.Err(); err != nil {
		return sessie.Stand{}, err
	}
	if len(args) == 0 {
		concepten, fouten := v.kast.Concepten()
		return v.kies(ctx, kant, concepten, fouten)
	}
	if isPad(args[0]) || strings.HasSuffix(args[0], ".md") {
		return v.aanvang.vanBestand(kant.Meld, args[0], toch)
	}
	c, err := concept(v.kast, args[0], v.plank.ids()...)
	if err == nil {
		return c, nil
	}
	concepten, _ := v.kast.Concepten()
	id := alsID(args[0])
	var hier, zo []sessie.Stand // begun on this casus, and called so by the person
	for i := range concepten {
		switch heet := reflectie.Slug(concepten[i].Titel()); {
		case concepten[i].Definitie.Casus.ID == id:
			hier = append(hier, concepten[i])
		case strings.HasPrefix(heet+"-", id+"-"):
			zo = append(zo, concepten[i])
		}
	}
	if len(hier) == 0 {
		hier = zo
	}
	if len(hier) > 0 {
		return v.kies(ctx, kant, hier, nil)
	}
	if pad, fout := v.plank.vind(args[0]); fout == nil { // a reflectie by its id
		return v.aanvang.vanBestand(kant.Meld, pad, toch)
	}
	return c, err
}

// waarmee asks with which of these concepten the person goes on.
func (w Wereld) waarmee(concepten []sessie.Stand) gesprek.Keuze {
	k := gesprek.Keuze{Titel: "Verdergaan", Vraag: "Waarmee wilt u verder?", Zoek: len(concepten) >= zoekVanaf}
	zo := map[string]int{} // how many are called so
	for _, c := range concepten {
		naam := casus.MetHoofdletter(aanloop(c)) + cmp.Or(c.Titel(), c.ID)
		o := sessie.Optie{ID: c.ID, Naam: naam, Uitleg: regel(c.Definitie.Werkvorm.Naam, w.hoever(c))}
		zo[o.Naam+o.Uitleg]++
		k.Opties = append(k.Opties, o)
	}
	for i, o := range k.Opties {
		if zo[o.Naam+o.Uitleg] > 1 {
			k.Opties[i].Uitleg = regel(o.Uitleg, "bewaard om "+concepten[i].Bewaard.In(w.Nu().Location()).Format("15.04.05"))
		}
	}
	return k
}

// hoever writes when the person was busy with a concept, and how far.
func (w Wereld) hoever(c sessie.Stand) string {
	dag := wanneer(c.Bewaard.In(w.Nu().Location()), w.Nu())
	if c.IsWijziging() { // in which one goes where one wants
		return dag
	}
	return dag + ", " + kort(c)
}

// kies takes the only one of these concepten, or asks which.
func (v verder) kies(ctx context.Context, kant gastheer, concepten []sessie.Stand, fouten []error) (sessie.Stand, error) {
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
	id, err := kant.Kies(ctx, v.w.waarmee(concepten))
	if err != nil {
		return sessie.Stand{}, gesprek.Gestopt(err)
	}
	return v.kast.Concept(id)
}
