package cli

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

func newNetwerk(a *app) *cobra.Command {
	u := uitvoer{formaten: []string{formaatTekst, formaatMermaid, formaatSVG, formaatHTML, formaatJSON}}
	cmd := &cobra.Command{
		Use: "netwerk BESTAND...", Short: "Toon het waardenetwerk van een of meer reflecties",
		Long: `Toont welke waarden er spelen, en waar ze elkaar versterken of tegenwerken. Van meer reflecties
samen ziet u per verband welke rollen het zo zagen, en welke anders.`,
		Example: `  weeg netwerk reflectie.md
  weeg netwerk reflectie.md --naar netwerk.svg
  weeg netwerk reflecties/*.md --formaat html --naar netwerk.html`,
		Args: argumenten(1, maxBestanden, "het bestand van een of meer reflecties"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.netwerk(cmd.Context(), args, u) },
	}
	u.vlaggen(cmd)
	return cmd
}

// maxBestanden is more than anybody can look at together.
const maxBestanden = 10_000

func (a *app) netwerk(ctx context.Context, paden []string, u uitvoer) error {
	formaat, err := u.kies()
	if err != nil {
		return err
	}
	if err := a.vrij(u.naar); err != nil {
		return err
	}
	bronnen, bijdragen, err := a.bijdragen(paden)
	if err != nil {
		return err
	}
	n := netwerk.New(a.catalogus(), bijdragen...)
	var uit bytes.Buffer
	switch formaat {
	case formaatMermaid:
		uit.WriteString(n.Mermaid())
	case formaatSVG:
		uit.Write(n.SVG(titelVanBronnen(bronnen)))
	case formaatHTML:
		err = rapport.NetwerkHTML(&uit, bronnen, n, titelVanBronnen(bronnen))
	case formaatJSON:
		var data []byte
		data, err = reflectie.EncodeJSON(struct {
			Reflecties []rapport.Bron `json:"reflecties"`
			netwerk.Netwerk
		}{bronnen, n})
		uit.Write(zichtbaar(data))
	default:
		lees := func(v rapport.Vorm) []string { return rapport.NetwerkRegels(bronnen, n, v) }
		if u.naar == "" {
			return a.toon(ctx, leesstof{titel: strings.Join(paden, ", "), regels: lees, alles: lees})
		}
		schrijfRegels(&uit, lees(rapport.Vorm{Breedte: gewoneBreedte}))
	}
	if err != nil {
		return err
	}
	return a.lever(u.naar, uit.Bytes())
}

// bijdragen reads reflecties, and tells all faults in them at once.
func (a *app) bijdragen(paden []string) (bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage, err error) {
	var fouten []error
	for _, pad := range paden {
		_, doc, err := a.leesReflectie(pad)
		if err != nil {
			fouten = append(fouten, err)
			continue
		}
		rol := a.rolVan(doc.Reflectie)
		bronnen = append(bronnen, a.bron(pad, doc, rol))
		bijdragen = append(bijdragen, netwerk.Bijdrage{Reflectie: doc.Reflectie, Rol: rol})
	}
	return bronnen, bijdragen, errors.Join(fouten...)
}

func (a *app) bron(pad string, doc *markdown.Document, rol string) rapport.Bron {
	r := doc.Reflectie
	return rapport.Bron{Bestand: pad, Casus: r.Casus, Titel: a.titelVan(doc), Rol: rol, Datum: r.Datum}
}

// rolVan names the rol of a reflectie in words: a casus has a name for it, or
// else it is what the person called it.
func (a *app) rolVan(r reflectie.Reflectie) string {
	if bieb, err := a.bibliotheek(); err == nil && r.Casus != reflectie.Eigen {
		if c, err := bieb.Casus(r.Casus); err == nil {
			if rol, ok := c.Rol(r.Rol); ok {
				return rol.Naam
			}
		}
	}
	return r.Rol
}

// titelVanBronnen names what reflecties are about, each thing once.
func titelVanBronnen(bronnen []rapport.Bron) string {
	var titels []string
	for _, b := range bronnen {
		if !slices.Contains(titels, b.Titel) {
			titels = append(titels, b.Titel)
		}
	}
	return strings.Join(titels, ", ")
}
