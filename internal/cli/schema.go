package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/schema"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// Of what there is a schema.
const (
	schemaCasus        = "casus"
	schemaWerkvorm     = "werkvorm"
	schemaWaarden      = "waarden"
	schemaReflectie    = "reflectie"
	schemaAntwoordblad = "antwoordblad"
)

func schemas() []string {
	return []string{schemaCasus, schemaWerkvorm, schemaWaarden, schemaReflectie, schemaAntwoordblad}
}

func newSchema(u uitgifte, boekerij boekerij) *cobra.Command {
	var naar string
	cmd := &cobra.Command{
		Use:   "schema SOORT",
		Short: "Maak een JSON Schema, zodat uw editor meehelpt",
		Long: `Schrijft een JSON Schema (2020-12) voor een soort bestand: ` + casus.Opsomming(schemas()) + `.
Uw editor kan daarmee velden aanvullen, en laten zien wat niet kan.

In de map van uw team staat het schema van een casus al, in casussen/.schema. Zet dan bovenaan een
casus: # yaml-language-server: $schema=.schema/casus.json. Met weeg casus nieuw staat dat er al.

Niet alles past in een schema. Typ weeg controleer om alles na te kijken.`,
		Example:           "  weeg schema casus --naar casus.schema.json\n  weeg schema antwoordblad",
		Args:              argumenten(1, 1, "een soort bestand: "+casus.Opsomming(schemas())),
		ValidArgsFunction: vulEerste(schemas),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := boekerij.schema(args[0])
			if err != nil {
				return err
			}
			return u.zet(naar, data)
		},
	}
	cmd.Flags().StringVar(&naar, "naar", "", "schrijf naar een nieuw `bestand`")
	return cmd
}

// schema is the JSON Schema of a kind of file.
func (b boekerij) schema(soort string) ([]byte, error) {
	switch soort {
	case schemaReflectie:
		v := vorm.Vorm()
		moet(&v, "weeg", "casus", "werkvorm", "id")
		return schema.Maak("Een reflectie van weeg, als gegevens", schema.JSON, v), nil
	case schemaAntwoordblad:
		v := vorm.Vorm()
		v.Velden = append(v.Velden, &strict.Veldvorm{Naam: "prive", Vorm: vorm.Antwoordenvorm()})
		return schema.Maak("Een antwoordblad van weeg", schema.YAML, v), nil
	}
	if !slices.Contains(schemas(), soort) {
		return nil, gebruik("van %s is er geen schema; %s", strict.Aanhaling(soort),
			strict.Bedoelt(soort, schemas(), "kies uit "+strings.Join(schemas(), ", ")))
	}
	bieb, err := b.bieb()
	if err != nil {
		return nil, err
	}
	vormen, err := bieb.Vormen()
	if err != nil {
		return nil, invoer(err)
	}
	switch soort {
	case schemaCasus:
		return schema.Maak("Een casus van weeg", schema.YAML, vormen.Casus...), nil
	case schemaWerkvorm:
		return schema.Maak("Een werkvorm van weeg", schema.YAML, vormen.Werkvorm...), nil
	}
	return schema.Maak("Waarden voor weeg", schema.YAML, vormen.Waarden...), nil
}

// moet says that fields that are called so must be there, also in rows.
func moet(v *strict.Vorm, namen ...string) {
	for _, veld := range v.Velden {
		veld.Moet = veld.Moet || slices.Contains(namen, veld.Naam)
		for _, rij := range veld.Items {
			moet(rij, namen...)
		}
	}
}
