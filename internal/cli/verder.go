package cli

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

func newVerder(a *app) *cobra.Command {
	var toegankelijk bool
	var naar string
	cmd := &cobra.Command{
		Use:   "verder [CONCEPT of BESTAND]",
		Short: "Ga verder met een concept, of vul een reflectie aan",
		Long: `Gaat verder waar u stopte. Zonder naam kiest weeg het concept dat er is.
Noemt u het bestand van een reflectie die af is, dan krijgt u de vragen die nog open staan.`,
		Example:           "  weeg verder\n  weeg verder reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md",
		Args:              argumenten(0, 1, "één concept of bestand"),
		ValidArgsFunction: a.conceptIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.vrij(naar); err != nil {
				return err
			}
			kant, err := a.voorkant(toegankelijk)
			if err != nil {
				return err
			}
			defer kant.sluit()
			ctx, stop := a.totSignaal(cmd.Context())
			defer stop()
			stand, err := a.verder(ctx, kant, args)
			if err != nil {
				return err
			}
			if naar != "" {
				stand.Naar = a.pad(naar)
			}
			return a.voer(ctx, stand, kant)
		},
	}
	cmd.Flags().StringVar(&naar, "naar", "", "schrijf de reflectie van een concept naar dit `bestand`")
	cmd.Flags().BoolVar(&toegankelijk, "toegankelijk", false, "het gesprek in gewone regels, voor een schermlezer of een pipe")
	return cmd
}

// verder finds what to go on with.
func (a *app) verder(ctx context.Context, kant gastheer, args []string) (sessie.Stand, error) {
	kast, err := a.archief()
	if err != nil {
		return sessie.Stand{}, err
	}
	if len(args) == 0 {
		return a.kiesConcept(ctx, kast, kant)
	}
	if isPad(args[0]) || strings.HasSuffix(args[0], ".md") {
		return a.standVanBestand(kast, args[0])
	}
	return a.concept(kast, args[0])
}

// concept finds a concept by its id.
func (a *app) concept(kast archief.Archief, id string) (sessie.Stand, error) {
	if _, err := kast.Pad(id); err != nil {
		return sessie.Stand{}, invoer(err)
	}
	stand, err := kast.Concept(id)
	if !bestaatNiet(err) {
		return stand, err
	}
	concepten, _ := kast.Concepten()
	var ids []string
	for _, c := range concepten {
		ids = append(ids, c.ID)
	}
	if lijkt := strict.Lijkt(id, ids); lijkt != "" {
		return stand, gebruik("er is geen concept %s; bedoelt u \"%s\"?", strict.Aanhaling(id), lijkt)
	}
	return stand, gebruik("er is geen concept %s; typ weeg concept lijst", strict.Aanhaling(id))
}

// kiesConcept takes the only concept there is, or asks which.
func (a *app) kiesConcept(ctx context.Context, kast archief.Archief, kant gastheer) (sessie.Stand, error) {
	concepten, fouten := kast.Concepten()
	switch {
	case len(concepten) == 0 && len(fouten) > 0:
		return sessie.Stand{}, errors.Join(fouten...)
	case len(concepten) == 0:
		return sessie.Stand{}, gebruik("er is geen concept om mee verder te gaan; begin met weeg nieuw")
	case len(concepten) == 1:
		return concepten[0], nil
	case a.Terminal == nil:
		var ids []string
		for _, c := range concepten {
			ids = append(ids, "  weeg verder "+c.ID)
		}
		return sessie.Stand{}, gebruik("er zijn %d concepten; kies er een:\n%s", len(concepten), strings.Join(ids, "\n"))
	}
	var opties []sessie.Optie
	for _, c := range concepten {
		opties = append(opties, sessie.Optie{ID: c.ID, Naam: regel(c.Titel(), c.Definitie.Werkvorm.Naam, tijdstip(c.Bewaard), kort(c))})
	}
	id, err := kant.Kies(ctx, gesprek.Keuze{Titel: "Verdergaan", Vraag: "Waarmee wilt u verder?", Opties: opties})
	if err != nil {
		return sessie.Stand{}, gesprek.Gestopt(err)
	}
	return kast.Concept(id)
}

// standVanBestand opens a finished reflectie at its first open question. Where
// it was opened before and not finished, that goes on.
func (a *app) standVanBestand(kast archief.Archief, naam string) (sessie.Stand, error) {
	pad, err := filepath.EvalSymlinks(a.pad(naam))
	if err != nil {
		pad = a.pad(naam) // reading it says what is wrong
	}
	_, doc, err := a.leesReflectie(naam)
	if err != nil {
		return sessie.Stand{}, err
	}
	concepten, _ := kast.Concepten()
	for _, c := range concepten {
		if c.Bestand == pad && !c.IsTerugblik() {
			return c, nil
		}
	}
	def, err := a.herstelDefinitie(doc.Reflectie)
	if err != nil {
		return sessie.Stand{}, err
	}
	if doc.Casushash != "" && doc.Casushash != def.Hash() {
		a.melding("De casus of de werkvorm is veranderd sinds deze reflectie. U krijgt de vragen van nu; wat u schreef, blijft staan.")
	}
	eigen, err := a.priveVan(kast, doc, def)
	if err != nil {
		return sessie.Stand{}, err
	}
	id, err := kast.NieuwID(doc.Reflectie.Casus, a.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.StandVan(id, def, doc.Reflectie, doc.Vervallen, eigen)
	stand.Begonnen, stand.Bestand = a.Nu(), pad
	stand.Gelezen = maps.Clone(stand.Antwoorden)
	stand.Plaats = eersteOpen(stand)
	return stand, nil
}

// priveVan reads the private answers that go with a reflectie.
func (a *app) priveVan(kast archief.Archief, doc *markdown.Document, def casus.Definitie) (reflectie.Antwoorden, error) {
	if doc.ID == "" {
		return nil, nil
	}
	data, err := kast.Prive(doc.ID)
	if bestaatNiet(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return markdown.ParsePrive(doc.ID, data, def)
}

// eersteOpen returns the key of the first question without an answer.
func eersteOpen(stand sessie.Stand) string {
	for _, v := range stand.Vragen() {
		if v.Antwoord.IsZero() {
			return v.Sleutel
		}
	}
	return sessie.SleutelAfronden
}
