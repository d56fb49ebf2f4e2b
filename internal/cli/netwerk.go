package cli

import (
	"bytes"
	"context"
	"errors"
	"unique"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
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
Zijn het er meer dan tien? Dan staat onderaan hoeveel er over elke casus gaan.
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
	bronnen, bouwer := rapport.NewBronnen(), netwerk.NewBouwer(w.boekerij.waarden())
	var alle []rapport.Bron // of velen only JSON names each
	err = w.lees(paden, func(bron rapport.Bron, r reflectie.Reflectie) {
		bronnen.Add(bron)
		bouwer.Add(netwerk.Bijdrage{Reflectie: r, Rol: bron.Rol, Door: bron.Door, Over: bron.Titel})
		if formaat == formaatJSON {
			alle = append(alle, bron)
		}
	})
	if err != nil {
		return err
	}
	n := bouwer.Netwerk()
	if formaat != formaatJSON {
		n = n.Kern()
	}
	var uit []byte
	switch formaat {
	case formaatMermaid:
		if uit = []byte(n.Mermaid()); len(uit) == 0 {
			return gebruik("dit waardenetwerk is te groot voor \"mermaid\"; kies --formaat \"svg\"")
		}
	case formaatSVG:
		uit, _ = n.SVG(netwerk.Breed, bronnen.Bijschrift())
	case formaatHTML:
		var b bytes.Buffer
		err = rapport.NetwerkHTML(&b, bronnen, n)
		uit = b.Bytes()
	case formaatJSON:
		uit, err = encodeJSON(struct {
			Reflecties []rapport.Bron `json:"reflecties"`
			netwerk.Netwerk
		}{alle, n})
	default:
		lees := func(v rapport.Vorm) []string { return rapport.NetwerkRegels(bronnen, n, v) }
		if u.naar == "" {
			return w.uitgifte.toon(ctx, leesstof{titel: bronnen.Titel(), regels: lees, alles: lees})
		}
		uit = metRegeleinden(lees(rapport.Vorm{Breedte: gewoneBreedte}))
	}
	if err != nil {
		return err
	}
	if n.Rest != "" && (formaat == formaatMermaid || formaat == formaatSVG) { // a picture has no room to say it
		w.w.melding("%s", n.Rest)
	}
	return w.uitgifte.lever(u.naar, uit)
}

// lees gives neem the reflecties at paden, and which each is. What cannot be read is
// told, on a line each; where there is nothing else, it is the error.
func (w waardenetwerk) lees(paden []string, neem func(rapport.Bron, reflectie.Reflectie)) error {
	aantal := 0
	var fouten []error
	for g := range w.plank.elk(paden, false) {
		if g.err != nil {
			fouten = append(fouten, g.err)
		}
		if g.doc == nil {
			continue
		}
		aantal++
		bron := w.plank.bron(g.pad, g.doc)
		for _, s := range []*string{&bron.Casus, &bron.Titel, &bron.Rol, &bron.Door} {
			*s = unique.Make(*s).Value() // apart from the file that it was cut from
		}
		neem(bron, g.doc.Reflectie)
	}
	switch {
	case aantal > 0:
		w.w.meldElk(fouten)
		return nil
	case len(fouten) > 0:
		return errors.Join(fouten...)
	}
	return gebruik("hier staan nog geen reflecties; begin met weeg nieuw")
}
