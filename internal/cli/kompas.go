package cli

import (
	"bytes"
	"errors"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/kompas"
	"ambt.example/weeg/internal/overleg"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

// A kompasmaker shows what all reflecties show together.
type kompasmaker struct {
	uitgifte
	boekerij boekerij
	plank    plank
}

func newKompas(k kompasmaker) *cobra.Command {
	u := uitvoer{formaten: []string{formaatMarkdown, formaatHTML, formaatJSON}}
	var samen bool
	cmd := &cobra.Command{
		Use: "kompas", Short: "Lees wat de reflecties van uw team samen laten zien",
		Long: `Toont wat alle reflecties in de map samen laten zien: welke spanningen terugkomen,
welke regels knellen en waar mensen op letten. Ook wat u na een gesprek op een blad schreef,
staat erin. Wie wat schreef, staat er niet in. Een reflectie met "overleg: nee" doet niet mee.

Met --json maakt u een kompas dat u met dat van andere teams kunt samenvoegen. Wat
mensen zelf schreven, gaat alleen mee als "woorden-mee: true" in .weeg.yaml staat.`,
		Example: `  weeg kompas
  weeg kompas --naar kompas.html
  weeg kompas --naar noord.json
  weeg kompas --voeg-samen noord.json zuid.json`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case samen && len(args) == 0:
				return gebruik("geef bij --voeg-samen de bestanden die weeg kompas --json maakte")
			case !samen && len(args) > 0:
				return gebruik("het kompas leest de map met reflecties; bestanden geeft u alleen met --voeg-samen")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return k.toon(args, u, samen) },
	}
	u.vlaggen(cmd)
	cmd.Flags().BoolVar(&samen, "voeg-samen", false, "voeg de kompassen samen die in deze bestanden staan, als JSON")
	return cmd
}

func (k kompasmaker) toon(paden []string, u uitvoer, samen bool) error {
	formaat, err := u.kies()
	if err != nil {
		return err
	}
	bieb, err := k.boekerij.bieb()
	if err != nil {
		return err
	}
	werkvormen, _ := bieb.Werkvormen() // one that is not right is told by weeg werkvorm lijst
	if k.w.Zuinig != nil {             // also after the reading: what is made of it is large too
		defer k.w.Zuinig()()
	}
	bronnen := kompas.Bronnen{Waarden: k.boekerij.waarden(), Werkvormen: werkvormen, Casus: k.boekerij.bekend}
	b := kompas.NewBouwer(bronnen)
	lees := k.reflecties
	if samen {
		lees = k.kompassen
	}
	fouten, err := lees(b, paden)
	if err != nil {
		return err
	}
	heel := b.Kompas()
	switch {
	case len(heel.Reflecties) == 0 && len(fouten) > 0:
		return errors.Join(fouten...)
	case len(heel.Reflecties) == 0:
		return gebruik("hier staan nog geen reflecties voor een kompas; begin met weeg nieuw")
	}
	k.w.meldElk(fouten)
	if formaat == formaatJSON {
		team, _ := k.uitgifte.plek.team()
		if !samen && !team.WoordenMee {
			heel = b.ZonderWoorden(heel)
		}
		data, err := encodeJSON(heel)
		if err != nil {
			return err
		}
		return k.lever(u.naar, data)
	}
	if samen {
		heel = heel.Gedeeld()
	}
	beeld := heel.Beeld(bronnen, k.w.vandaag())
	if formaat == formaatMarkdown {
		return k.leverBlad(u, "", rapport.KompasMarkdown(beeld))
	}
	var html bytes.Buffer
	if err := rapport.KompasHTML(&html, beeld); err != nil {
		return err
	}
	return k.lever(u.naar, html.Bytes())
}

// reflecties takes in what the team shared, and wrote on the sheets of its talks.
func (k kompasmaker) reflecties(b *kompas.Bouwer, _ []string) ([]error, error) {
	fouten, err := k.plank.gedeeld(b.Add)
	if err != nil {
		return nil, err
	}
	bladen, stuk, err := k.plank.teambladen()
	for _, t := range bladen {
		b.AddBlad(t.ID, t.Casus, t.Datum, reflectie.Aandachtspunten{Kennis: t.Velden[overleg.Kennis], Acties: t.Velden[overleg.Acties], Macht: t.Velden[overleg.Macht]}, t.Velden[overleg.Oneens])
	}
	return append(fouten, stuk...), err
}

// maxKompas is how large a partial may be, in bytes: some hundred thousand reflecties.
const maxKompas = 256 << 20

// kompassen takes in the partials at these paths.
func (k kompasmaker) kompassen(b *kompas.Bouwer, paden []string) (fouten []error, _ error) {
	for _, pad := range paden {
		data, err := archief.LeesBestand(pad, maxKompas)
		var deel kompas.Kompas
		if err == nil {
			deel, err = kompas.Lees(pad, data)
		}
		if err != nil {
			fouten = append(fouten, invoer(err))
			continue
		}
		b.Voeg(deel)
	}
	return fouten, nil
}
