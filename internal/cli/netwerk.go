package cli

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
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
		Long: `Toont welke waarden er spelen, en waar ze elkaar versterken of tegenwerken.
Geeft u meer reflecties, of een map? Dan ziet u bij elk verband wat elke rol daar zag.`,
		Example: `  weeg netwerk reflectie.md
  weeg netwerk reflectie.md --naar netwerk.svg
  weeg netwerk reflecties --naar netwerk.html`,
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
		if uit.WriteString(n.Mermaid()); uit.Len() == 0 {
			return gebruik("dit waardenetwerk is te groot voor \"mermaid\"; kies --formaat \"svg\"")
		}
	case formaatSVG:
		titel := titelVanBronnen(bronnen)
		if len(bronnen) == 1 {
			titel = bronnen[0].String()
		}
		uit.Write(n.SVG(titel))
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
			return a.toon(ctx, leesstof{titel: titelVanBronnen(bronnen), regels: lees, alles: lees})
		}
		schrijfRegels(&uit, lees(rapport.Vorm{Breedte: gewoneBreedte}))
	}
	if err != nil {
		return err
	}
	return a.lever(u.naar, uit.Bytes())
}

// bijdragen reads reflecties, each once whatever it is called, and tells all
// faults in them at once.
func (a *app) bijdragen(paden []string) (bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage, err error) {
	bestanden, err := a.uitMappen(paden)
	fouten := []error{err}
	gezien := map[[sha256.Size]byte]bool{}
	for _, b := range bestanden {
		pad := a.vindReflectie(b.pad)
		data, doc, err := a.leesReflectie(pad)
		switch {
		case err != nil && b.uitMap && data != nil && !lijktReflectie(data):
			continue // another kind of file, that nobody named
		case err != nil:
			fouten = append(fouten, err)
			continue
		}
		if som := sha256.Sum256(data); !gezien[som] {
			gezien[som] = true
			bronnen = append(bronnen, a.bron(pad, doc))
			bijdragen = append(bijdragen, netwerk.Bijdrage{Reflectie: doc.Reflectie})
		}
	}
	noemRollen(bronnen, bijdragen)
	err = errors.Join(fouten...)
	if len(bronnen) == 0 && err == nil {
		return nil, nil, gebruik("hier staan nog geen reflecties; begin met weeg nieuw")
	}
	return bronnen, bijdragen, err
}

// A netwerkbestand is a file that may be a reflectie. One out of a folder may be
// something else.
type netwerkbestand struct {
	pad    string
	uitMap bool
}

// uitMappen puts the files that are right in a folder in its place.
func (a *app) uitMappen(paden []string) ([]netwerkbestand, error) {
	var alle []netwerkbestand
	var fouten []error
	for _, pad := range paden {
		if pad == "" || !isMap(a.pad(pad)) {
			alle = append(alle, netwerkbestand{pad: pad})
			continue
		}
		bestanden, err := reflectiesIn(a.pad(pad))
		if err != nil {
			fouten = append(fouten, invoer(fmt.Errorf("%s: deze map is niet te lezen; kijk na of u erbij mag", pad)))
		}
		for _, bestand := range bestanden {
			alle = append(alle, netwerkbestand{a.toonPad(bestand), true})
		}
	}
	return alle, errors.Join(fouten...)
}

// lijktReflectie reports whether a file begins as a reflectie does.
func lijktReflectie(data []byte) bool {
	kop, _, _ := bytes.Cut(data, []byte("\n---"))
	return bytes.HasPrefix(bytes.TrimPrefix(kop, []byte("\ufeff")), []byte("---")) && bytes.Contains(kop, []byte("weeg:"))
}

// bron says which reflectie a document is.
func (a *app) bron(pad string, doc *markdown.Document) rapport.Bron {
	r := doc.Reflectie
	return rapport.Bron{Bestand: pad, Casus: r.Casus, Titel: a.titelVan(doc), Rol: a.rolNaam(r.Casus, r.Rol), Door: r.Door, Datum: r.Datum}
}

// rolNaam names a rol in words: the casus has a name for it, or else it is what
// the person called it.
func (a *app) rolNaam(casusID, id string) string {
	if id == "" {
		return ""
	}
	if rol, ok := a.bekendeCasus(casusID).Rol(id); ok {
		return rol.Naam
	}
	return id
}

// noemRollen gives each reflectie a name for its rol that says whose it is: with
// the situation where they are about more than one, and with by whom it is where
// one rol stands for several.
func noemRollen(bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage) {
	door, titels := map[string]string{}, map[string]bool{}
	deelt := map[string]bool{} // rollen of which there is more than one
	for _, b := range bronnen {
		titels[b.Titel] = true
		if ander, ok := door[b.Rol]; ok && ander != b.Door {
			deelt[b.Rol] = true
		}
		door[b.Rol] = b.Door
	}
	for i, b := range bronnen {
		rol := cmp.Or(b.Rol, netwerk.ZonderRol)
		var bij []string
		if deelt[b.Rol] && b.Door != "" {
			bij = append(bij, b.Door)
		}
		if len(titels) > 1 {
			bij = append(bij, b.Titel)
		}
		if len(bij) > 0 {
			rol += " (" + strings.Join(bij, ", ") + ")"
		}
		bijdragen[i].Rol = rol
	}
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
