package cli

import (
	"bytes"
	"context"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/rapport"
)

// leesOpties are the options of `weeg lees`.
type leesOpties struct {
	uitvoer     uitvoer
	zonderPrive bool
}

// A lees shows a reflectie, or writes it in another form.
type lees struct {
	w        Wereld
	plank    plank
	lezer    lezer
	uitgifte uitgifte
	start    start
}

func newLees(l lees) *cobra.Command {
	o := leesOpties{uitvoer: uitvoer{formaten: []string{formaatTekst, formaatHTML, formaatJSON}}}
	cmd := &cobra.Command{
		Use: "lees [BESTAND]", Short: "Lees een reflectie",
		Long: `Toont een reflectie om te lezen. Is de tekst langer dan het scherm? Dan bladert u erdoor.
Zonder bestand kiest u eerst welke reflectie.

In een terminal staan uw privé-antwoorden onderaan. Nergens anders: ze gaan nooit mee naar
een bestand, een pipe of een ander programma.

Noemt u een bestand, en bladert u liever met een ander programma? Zet de naam daarvan in PAGER.
Uw privé-antwoorden ziet u dan pas als u dat programma sluit.`,
		Example: `  weeg lees reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md
  weeg lees reflectie.md --naar reflectie.html
  weeg lees reflectie.md --json > antwoorden.json`,
		Args: argumenten(0, 1, "het bestand van één reflectie"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return l.kies(cmd.Context(), o)
			}
			return l.lees(cmd.Context(), args[0], o)
		},
	}
	o.uitvoer.vlaggen(cmd)
	cmd.Flags().BoolVar(&o.zonderPrive, "zonder-prive", false, "laat uw privé-antwoorden weg")
	return cmd
}

// kies lets the person choose which reflectie to read.
func (l lees) kies(ctx context.Context, o leesOpties) error {
	if u := o.uitvoer; l.w.Terminal == nil || !l.w.UitTerminal || u.json || u.formaat != "" || u.naar != "" {
		return gebruik("geef het bestand van een reflectie, zoals reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md; typ weeg lees --help")
	}
	if len(l.plank.teLezen()) == 0 {
		return gebruik("er is hier nog geen reflectie om te lezen; begin met weeg nieuw")
	}
	return l.start.lees(ctx, o.zonderPrive)
}

// lees gives the reflectie at pad, or that of this id, in the form that is wanted.
func (l lees) lees(ctx context.Context, pad string, o leesOpties) error {
	formaat, err := o.uitvoer.kies()
	if err != nil {
		return err
	}
	if err := vrij(o.uitvoer.naar); err != nil {
		return err
	}
	pad = l.plank.vind(pad)
	_, doc, err := leesReflectie(pad)
	if err != nil {
		return err
	}
	for _, opmerking := range doc.Opmerkingen() {
		l.w.melding("%s", opmerking)
	}
	var uit []byte
	switch {
	case formaat == formaatJSON:
		uit, err = encodeJSON(doc.Reflectie)
	case formaat == formaatHTML:
		var b bytes.Buffer
		err = rapport.HTML(&b, l.lezer.bladzij(pad, l.lezer.vers(doc, l.lezer.meld)))
		uit = b.Bytes()
	case o.uitvoer.naar != "":
		uit = metRegeleinden(rapport.Regels(l.lezer.bladzij(pad, l.lezer.vers(doc, l.lezer.meld)), nil, rapport.Vorm{Breedte: gewoneBreedte}))
	default:
		return l.lezer.toon(ctx, pad, doc, o.zonderPrive)
	}
	if err != nil {
		return err
	}
	return l.uitgifte.lever(o.uitvoer.naar, uit)
}
