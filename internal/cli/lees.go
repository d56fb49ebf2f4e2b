package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

// leesOpties are the options of `weeg lees`.
type leesOpties struct {
	uitvoer     uitvoer
	zonderPrive bool
}

func newLees(a *app) *cobra.Command {
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
				return a.kiesLezen(cmd.Context(), o)
			}
			return a.lees(cmd.Context(), args[0], o)
		},
	}
	o.uitvoer.vlaggen(cmd)
	cmd.Flags().BoolVar(&o.zonderPrive, "zonder-prive", false, "laat uw privé-antwoorden weg")
	return cmd
}

// kiesLezen lets the person choose which reflectie to read.
func (a *app) kiesLezen(ctx context.Context, o leesOpties) error {
	if u := o.uitvoer; a.Terminal == nil || !a.UitTerminal || u.json || u.formaat != "" || u.naar != "" {
		return gebruik("geef het bestand van een reflectie, zoals reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md; typ weeg lees --help")
	}
	if len((&startscherm{app: a}).teLezen()) == 0 {
		return gebruik("er is hier nog geen reflectie om te lezen; begin met weeg nieuw")
	}
	return a.metStartscherm(ctx, func(ctx context.Context, s *startscherm) error {
		s.zonderPrive = o.zonderPrive
		return s.lezen(ctx)
	})
}

func (a *app) lees(ctx context.Context, pad string, o leesOpties) error {
	formaat, err := o.uitvoer.kies()
	if err != nil {
		return err
	}
	if err := a.vrij(o.uitvoer.naar); err != nil {
		return err
	}
	pad = a.vindReflectie(pad)
	_, doc, err := a.leesReflectie(pad)
	if err != nil {
		return err
	}
	for _, opmerking := range doc.Opmerkingen() {
		a.melding("%s", opmerking)
	}
	var uit bytes.Buffer
	switch {
	case formaat == formaatJSON:
		data, err := reflectie.EncodeJSON(doc.Reflectie)
		if err != nil {
			return err
		}
		uit.Write(zichtbaar(data))
	case formaat == formaatHTML:
		if err := rapport.HTML(&uit, a.bladzijVan(pad, doc)); err != nil {
			return err
		}
	case o.uitvoer.naar != "":
		schrijfRegels(&uit, rapport.Regels(a.bladzijVan(pad, doc), nil, rapport.Vorm{Breedte: gewoneBreedte}))
	default:
		return a.toonReflectie(ctx, pad, doc, o.zonderPrive)
	}
	return a.lever(o.uitvoer.naar, uit.Bytes())
}

// vindReflectie returns the path of a reflectie that is named by its id, as weeg
// itself does; any other name is a path already.
func (a *app) vindReflectie(naam string) string {
	if _, err := os.Lstat(a.pad(naam)); err == nil || isPad(naam) {
		return naam
	}
	dir, err := a.reflecties()
	if err != nil {
		return naam
	}
	pad := filepath.Join(dir, strings.TrimSuffix(naam, ".md")+".md")
	if _, err := os.Lstat(pad); err != nil {
		return naam
	}
	return a.toonPad(pad)
}

// toonReflectie shows a reflectie to read.
func (a *app) toonReflectie(ctx context.Context, pad string, doc *markdown.Document, zonderPrive bool) error {
	var prive []markdown.Deel
	if a.UitTerminal && !zonderPrive {
		var err error
		if prive, err = a.privedelen(doc.ID); err != nil {
			a.melding("%s", foutmelding(err)) // the reflectie can be read all the same
		}
	}
	return a.toon(ctx, a.leesstof(pad, doc, prive))
}

// leesstof is the reflectie at pad to read, with the private answers that go with it.
func (a *app) leesstof(pad string, doc *markdown.Document, prive []markdown.Deel) leesstof {
	b := a.bladzijVan(pad, doc)
	return leesstof{titel: pad, prive: prive,
		regels: func(v rapport.Vorm) []string { return rapport.Regels(b, nil, v) },
		alles:  func(v rapport.Vorm) []string { return rapport.Regels(b, prive, v) },
	}
}

// privedelen reads the private answers that go with the reflectie called id, for
// a person at a terminal. There may be none.
func (a *app) privedelen(id string) ([]markdown.Deel, error) {
	if id == "" {
		return nil, nil
	}
	kast, err := a.archief()
	if err != nil {
		return nil, err
	}
	data, err := kast.Prive(id)
	if err != nil {
		if bestaatNiet(err) {
			return nil, nil
		}
		return nil, err
	}
	return markdown.LeesPrivedelen(id, data), nil
}

// bladzijVan is the page of the reflectie at pad. What is derived in the file may be
// older than what it is derived from: it is made anew, as long as the definition
// is the one that it was written with. Else the page is as the file has it.
func (a *app) bladzijVan(pad string, doc *markdown.Document) rapport.Bladzij {
	r := doc.Reflectie
	def, err := a.herstelDefinitie(r)
	if err == nil && def.Hash() == doc.Casushash {
		if nieuw, err := doc.Rewrite(a.metTerugblik(def, r.Teruggeblikt), doc.Meta, r, doc.Vervallen); err == nil {
			if vers, err := markdown.Parse("", nieuw); err == nil {
				doc = vers
			}
		}
	}
	return rapport.Bladzij{Bron: a.bron(pad, doc), Delen: doc.Delen(), Netwerk: netwerk.New(a.catalogus(), netwerk.Bijdrage{Reflectie: r})}
}

// titelVan names what a reflectie is about, as the file does.
func (a *app) titelVan(doc *markdown.Document) string {
	if titel := doc.Titel(); titel != "" {
		return titel
	}
	return a.waarover(doc.Reflectie)
}

// catalogus is that of the library. A reflectie can be read without: it holds
// the names of its waarden.
func (a *app) catalogus() []casus.Waarde {
	bieb, err := a.bibliotheek()
	if err != nil {
		return nil
	}
	waarden, _ := bieb.Waarden()
	return waarden
}
