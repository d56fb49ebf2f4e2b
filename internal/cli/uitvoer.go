package cli

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/strict"
)

// The forms in which a reflectie, a waardenetwerk, a kompas, a sheet or an antwoordblad can be had.
const (
	formaatTekst    = "tekst"
	formaatMarkdown = "md"
	formaatHTML     = "html"
	formaatJSON     = "json"
	formaatJSONL    = "jsonl"
	formaatSVG      = "svg"
	formaatMermaid  = "mermaid"
	formaatYAML     = "yaml"
	formaatSARIF    = "sarif"
)

// An uitvoer says in which form something is wanted, and where.
type uitvoer struct {
	formaten      []string // that can be chosen, the usual one first
	formaat, naar string
	json          bool // the same as that formaat
}

func (u *uitvoer) vlaggen(cmd *cobra.Command) {
	cmd.Flags().StringVar(&u.formaat, "formaat", "", "het `formaat`: "+casus.Opsomming(u.formaten))
	vulVlag(cmd, "formaat", func() []string { return u.formaten })
	if slices.Contains(u.formaten, formaatJSON) {
		jsonVlag(cmd, &u.json)
	}
	cmd.Flags().StringVar(&u.naar, "naar", "", "schrijf naar een nieuw `bestand`; het einde van de naam kiest het formaat")
}

// kies returns the form that was asked for: by its name, or by the end of the
// name of the file. A file that would be called otherwise than it is, or that
// cannot be put there, is refused.
func (u uitvoer) kies() (string, error) {
	formaat := u.formaat
	switch {
	case u.json && formaat != "" && formaat != formaatJSON:
		return "", gebruik("kies --json of --formaat %s, niet allebei", strict.Aanhaling(formaat))
	case u.json:
		formaat = formaatJSON
	}
	if formaat != "" && !slices.Contains(u.formaten, formaat) {
		return "", gebruik("weeg kent het formaat %s niet; %s", strict.Aanhaling(formaat),
			strict.Bedoelt(formaat, u.formaten, "kies "+casus.Opsomming(u.formaten)))
	}
	einde := strings.ToLower(filepath.Ext(u.naar))
	if einde == strings.ToLower(filepath.Base(u.naar)) { // it begins with its only dot
		einde = ""
	}
	if einde == "" {
		return cmp.Or(formaat, u.formaten[0]), vrij(u.naar)
	}
	var einden []string
	for _, f := range u.formaten {
		if slices.Contains(eindenVan(f), einde) && (formaat == "" || formaat == f) {
			return f, vrij(u.naar)
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
	return map[string][]string{
		formaatTekst:    {".txt"},
		formaatMarkdown: {".md"},
		formaatHTML:     {".html", ".htm"},
		formaatJSON:     {".json"},
		formaatJSONL:    {".jsonl"},
		formaatSVG:      {".svg"},
		formaatMermaid:  {".mmd", ".mermaid"},
		formaatYAML:     {".yaml", ".yml"},
		formaatSARIF:    {".sarif"},
	}[formaat]
}
