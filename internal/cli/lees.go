package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// The forms in which a reflectie or a waardenetwerk can be had.
const (
	formaatTekst   = "tekst"
	formaatHTML    = "html"
	formaatJSON    = "json"
	formaatSVG     = "svg"
	formaatMermaid = "mermaid"
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

Bladert u liever met een ander programma? Zet de naam daarvan in PAGER.
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
		return gebruik("geef het bestand van een reflectie; typ weeg lees --help")
	}
	return a.metStartscherm(ctx, func(ctx context.Context, s *startscherm) error {
		s.zonderPrive = o.zonderPrive
		if len(s.bestanden()) == 0 {
			return gebruik("er is hier nog geen reflectie om te lezen; begin met weeg nieuw")
		}
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

// An uitvoer says in which form something is wanted, and where.
type uitvoer struct {
	formaten      []string // that can be chosen, the usual one first
	formaat, naar string
	json          bool // the same as that formaat
}

func (u *uitvoer) vlaggen(cmd *cobra.Command) {
	cmd.Flags().StringVar(&u.formaat, "formaat", "", "het `formaat`: "+casus.Opsomming(u.formaten))
	cmd.Flags().StringVar(&u.naar, "naar", "", "schrijf naar een nieuw `bestand`; het einde van de naam kiest het formaat")
	vul := func(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
		return metBegin(u.formaten, begin), cobra.ShellCompDirectiveNoFileComp
	}
	if err := cmd.RegisterFlagCompletionFunc("formaat", vul); err != nil {
		panic("cli: " + err.Error()) // the option does not exist: a slip in this file
	}
	jsonVlag(cmd, &u.json)
}

// kies returns the form that was asked for: by its name, or by the end of the
// name of the file. A file that would be called otherwise than it is, is refused.
func (u uitvoer) kies() (string, error) {
	formaat := u.formaat
	switch {
	case u.json && formaat != "" && formaat != formaatJSON:
		return "", gebruik("kies --json of --formaat %s, niet allebei", strict.Aanhaling(formaat))
	case u.json:
		formaat = formaatJSON
	}
	if formaat != "" && !slices.Contains(u.formaten, formaat) {
		if lijkt := strict.Lijkt(formaat, u.formaten); lijkt != "" {
			return "", gebruik("weeg kent het formaat %s niet; bedoelt u \"%s\"?", strict.Aanhaling(formaat), lijkt)
		}
		return "", gebruik("weeg kent het formaat %s niet; kies %s", strict.Aanhaling(formaat), casus.Opsomming(u.formaten))
	}
	einde := strings.ToLower(filepath.Ext(u.naar))
	if einde == "" {
		return cmp.Or(formaat, u.formaten[0]), nil
	}
	var einden []string
	for _, f := range u.formaten {
		if slices.Contains(eindenVan(f), einde) && (formaat == "" || formaat == f) {
			return f, nil
		}
		einden = append(einden, eindenVan(f)[0])
	}
	if formaat != "" {
		return "", gebruik("een bestand met het formaat %s eindigt op %s, niet op %s", formaat, eindenVan(formaat)[0], strict.Aanhaling(einde))
	}
	return "", gebruik("weeg maakt hier geen bestand dat eindigt op %s; kies %s", strict.Aanhaling(einde), casus.Opsomming(einden))
}

// eindenVan returns how the name of a file in a form can end, the usual way first.
func eindenVan(formaat string) []string {
	switch formaat {
	case formaatHTML:
		return []string{".html", ".htm"}
	case formaatMermaid:
		return []string{".mmd", ".mermaid"}
	case formaatTekst:
		return []string{".txt"}
	}
	return []string{"." + formaat}
}

// lever writes a result to a new file, and its path to standard output; or else
// the result itself.
func (a *app) lever(naar string, data []byte) error {
	if naar == "" {
		_, err := a.Uit.Write(data)
		return err
	}
	kast, err := a.archief()
	if err != nil {
		return err
	}
	pad := a.pad(naar)
	if err := kast.SchrijfNieuw(pad, data); err != nil {
		if errors.Is(err, archief.ErrBestaat) {
			return invoer(err)
		}
		return err
	}
	if _, err = a.Uit.Write([]byte(a.toonPad(pad) + "\n")); err != nil {
		return err
	}
	a.melding("Deelt u dit bestand? Uw privé-antwoorden staan er niet in. Een gedeeld bestand kan met de Woo worden opgevraagd.")
	return nil
}

func schrijfRegels(b *bytes.Buffer, regels []string) {
	for _, r := range regels {
		b.WriteString(r + "\n")
	}
}
