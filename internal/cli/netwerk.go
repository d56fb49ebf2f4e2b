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
	uitgifte
	boekerij boekerij
	plank    plank
}

func newNetwerk(w waardenetwerk) *cobra.Command {
	u := uitvoer{formaten: []string{formaatTekst, formaatMermaid, formaatSVG, formaatHTML, formaatJSON}}
	cmd := &cobra.Command{
		Use: "netwerk BESTAND...", Short: "Toon het waardenetwerk van een of meer reflecties",
		Long: `Toont welke waarden er spelen, en waar ze elkaar versterken of tegenwerken.
Geeft u meer reflecties, of een map? Dan ziet u bij elk verband wat elke rol daar zag.
Is er een niet te lezen? Dan staat er welke dat is, en ziet u de andere.`,
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

// bijdragen reads reflecties, each once whatever it is called. In the place of a
// folder come the files in it. What cannot be read keeps nobody from the rest: it is
// told, on a line each. Only where there is no rest, the error has all faults at once.
func (w waardenetwerk) bijdragen(paden []string) (bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage, err error) {
	var mapfouten, fouten []error
	gezien := map[[sha256.Size]byte]bool{}
	lees := func(pad string, uitMap bool) {
		data, doc, err := leesReflectie(pad)
		switch som := sha256.Sum256(data); {
		case err != nil && uitMap && data != nil && !isReflectie(data):
			// another kind of file, that nobody named
		case err != nil:
			fouten = append(fouten, err)
		case !gezien[som]:
			gezien[som] = true
			bronnen = append(bronnen, w.plank.bron(pad, doc))
			bijdragen = append(bijdragen, netwerk.Bijdrage{Reflectie: doc.Reflectie})
		}
	}
	for _, pad := range paden {
		if pad == "" || !isMap(w.plek.pad(pad)) {
			lees(w.plank.vind(pad), false)
			continue
		}
		bestanden, err := archief.Reflecties(w.plek.pad(pad))
		if err != nil {
			mapfouten = append(mapfouten, invoer(fmt.Errorf("%s: deze map is niet te lezen; kijk na of u erbij mag", pad)))
		}
		for _, bestand := range bestanden {
			lees(w.plek.toon(bestand), true)
		}
	}
	noemRollen(bronnen, bijdragen)
	fouten = append(mapfouten, fouten...)
	switch {
	case len(bronnen) > 0:
		w.w.meldElk(fouten)
	case len(fouten) > 0:
		return nil, nil, errors.Join(fouten...)
	default:
		return nil, nil, gebruik("hier staan nog geen reflecties; begin met weeg nieuw")
	}
	return bronnen, bijdragen, nil
}

// noemRollen gives each reflectie a name for its rol that says whose it is: with
// the situation where they are about more than one, and with by whom it is where
// one rol stands for several.
func noemRollen(bronnen []rapport.Bron, bijdragen []netwerk.Bijdrage) {
	wie, titels := map[string]string{}, map[string]bool{}
	deelt := map[string]bool{} // rollen of which there is more than one
	for _, b := range bronnen {
		titels[b.Titel] = true
		if ander, ok := wie[b.Rol]; ok && ander != b.Door {
			deelt[b.Rol] = true
		}
		wie[b.Rol] = b.Door
	}
	for i, b := range bronnen {
		var door, titel string
		if deelt[b.Rol] {
			door = b.Door
		}
		if len(titels) > 1 {
			titel = b.Titel
		}
		bijdragen[i].Rol = cmp.Or(b.Rol, netwerk.ZonderRol)
		if bij := regel(door, titel); bij != "" {
			bijdragen[i].Rol += " (" + bij + ")"
		}
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
