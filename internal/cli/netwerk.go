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

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
)

// A waardenetwerk shows the waarden of reflecties together.
type waardenetwerk struct {
	plek     plek
	boekerij boekerij
	plank    plank
	uitgifte uitgifte
}

func newNetwerk(w waardenetwerk) *cobra.Command {
	u := uitvoer{formaten: []string{formaatTekst, formaatMermaid, formaatSVG, formaatHTML, formaatJSON}}
	cmd := &cobra.Command{
		Use: "netwerk BESTAND...", Short: "Toon het waardenetwerk van een of meer reflecties",
		Long: `Toont welke waarden er spelen, en waar ze elkaar versterken of tegenwerken.
Geeft u meer reflecties, of een map? Dan ziet u bij elk verband wat elke rol daar zag.`,
		Example: `  weeg netwerk reflectie.md
  weeg netwerk reflectie.md --naar netwerk.svg
  weeg netwerk reflecties --naar netwerk.html`,
		Args: argumenten(1, maxBestanden, "het bestand van een of meer reflecties"),
		RunE: func(cmd *cobra.Command, args []string) error { return w.toon(cmd.Context(), args, u) },
	}
	u.vlaggen(cmd)
	return cmd
}

// maxBestanden is more than anybody can look at together.
const maxBestanden = 10_000

func (w waardenetwerk) toon(ctx context.Context, paden []string, u uitvoer) error {
	formaat, err := u.kies()
	if err != nil {
		return err
	}
	if err := vrij(u.naar); err != nil {
		return err
	}
	bronnen, bijdragen, err := w.bijdragen(paden)
	if err != nil {
		return err
	}
	n := netwerk.New(w.boekerij.waarden(), bijdragen...)
	var uit []byte
	switch formaat {
	case formaatMermaid:
		if uit = []byte(n.Mermaid()); len(uit) == 0 {
			return gebruik("dit waardenetwerk is te groot voor \"mermaid\"; kies --formaat \"svg\"")
		}
	case formaatSVG:
		titel := titelVanBronnen(bronnen)
		if len(bronnen) == 1 {
			titel = bronnen[0].String()
		}
		uit, _ = n.SVG(netwerk.Breed, titel)
	case formaatHTML:
		var b bytes.Buffer
		err = rapport.NetwerkHTML(&b, bronnen, n, titelVanBronnen(bronnen))
		uit = b.Bytes()
	case formaatJSON:
		uit, err = encodeJSON(struct {
			Reflecties []rapport.Bron `json:"reflecties"`
			netwerk.Netwerk
		}{bronnen, n})
	default:
		lees := func(v rapport.Vorm) []string { return rapport.NetwerkRegels(bronnen, n, v) }
		if u.naar == "" {
			return w.uitgifte.toon(ctx, leesstof{titel: titelVanBronnen(bronnen), regels: lees, alles: lees})
		}
		uit = metRegeleinden(lees(rapport.Vorm{Breedte: gewoneBreedte}))
	}
	if err != nil {
		return err
	}
	return w.uitgifte.lever(u.naar, uit)
}

// bijdragen reads reflecties, each once whatever it is called, and tells all
// faults in them at once.
func (w waardenetwerk) bijdragen(paden []string) (bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage, err error) {
	bestanden, err := w.uitMappen(paden)
	fouten := []error{err}
	gezien := map[[sha256.Size]byte]bool{}
	for _, b := range bestanden {
		pad := w.plank.vind(b.pad)
		data, doc, err := leesReflectie(pad)
		switch {
		case err != nil && b.uitMap && data != nil && !heeftKop(data, "weeg:"):
			continue // another kind of file, that nobody named
		case err != nil:
			fouten = append(fouten, err)
			continue
		}
		if som := sha256.Sum256(data); !gezien[som] {
			gezien[som] = true
			bronnen = append(bronnen, w.plank.bron(pad, doc))
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
func (w waardenetwerk) uitMappen(paden []string) ([]netwerkbestand, error) {
	var alle []netwerkbestand
	var fouten []error
	for _, pad := range paden {
		if pad == "" || !isMap(w.plek.pad(pad)) {
			alle = append(alle, netwerkbestand{pad: pad})
			continue
		}
		bestanden, err := archief.Reflecties(w.plek.pad(pad))
		if err != nil {
			fouten = append(fouten, invoer(fmt.Errorf("%s: deze map is niet te lezen; kijk na of u erbij mag", pad)))
		}
		for _, bestand := range bestanden {
			alle = append(alle, netwerkbestand{w.plek.toon(bestand), true})
		}
	}
	return alle, errors.Join(fouten...)
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
