package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/strict"
)

func newPrive(u uitgifte) *cobra.Command {
	var json, ja bool
	ids := vul(func() []string {
		ids, _ := u.kast.PriveLijst()
		return ids
	}, cobra.ShellCompDirectiveNoFileComp)
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon bij welke reflecties u privé-antwoorden hebt", Args: argumenten(0, 0, ""), PreRunE: eigenMap(u.kast),
		RunE: func(*cobra.Command, []string) error { return priveLijst(u.w, u.kast, json) },
	}, &json)
	toon := &cobra.Command{
		Use: "toon REFLECTIE", Short: "Toon uw privé-antwoorden bij een reflectie", Args: argumenten(1, 1, "één reflectie"),
		ValidArgsFunction: ids, PreRunE: eigenMap(u.kast),
		RunE: func(cmd *cobra.Command, args []string) error { return priveToon(cmd.Context(), u, args[0]) },
	}
	weg := &cobra.Command{
		Use: "verwijder REFLECTIE", Short: "Gooi uw privé-antwoorden bij een reflectie weg", Args: argumenten(1, 1, "één reflectie"),
		ValidArgsFunction: ids, PreRunE: eigenMap(u.kast),
		RunE: func(_ *cobra.Command, args []string) error { return priveVerwijder(u.w, u.kast, args[0], ja) },
	}
	jaVlag(weg, &ja)
	return groep("prive", "Uw privé-antwoorden, in uw eigen map", lijst, toon, weg)
}

func priveLijst(w Wereld, kast archief.Archief, json bool) error {
	ids, err := kast.PriveLijst()
	if err != nil {
		return err
	}
	return w.druk(json, append([]string{}, ids...), func(b *bladzij) {
		for _, id := range ids {
			b.alinea("", id)
		}
		if len(ids) == 0 {
			b.alinea("", "Er zijn geen privé-antwoorden.")
		}
	})
}

// geenPrive turns "there is none" into words.
func geenPrive(kast archief.Archief, id string, err error) error {
	if !bestaatNiet(err) {
		return invoer(err)
	}
	ids, _ := kast.PriveLijst() // none, where they cannot be listed
	return gebruik("bij %s zijn er geen privé-antwoorden; %s", strict.HeleAanhaling(id), strict.Bedoelt(id, ids, "typ weeg prive lijst"))
}

func priveToon(ctx context.Context, u uitgifte, id string) error {
	data, err := u.kast.Prive(id)
	if err != nil {
		return geenPrive(u.kast, id, err)
	}
	if !u.w.UitTerminal {
		pad, _ := u.kast.PadPrive(id) // it was just read
		return gebruik("privé-antwoorden laat weeg alleen op een terminal zien; het bestand is %s", pad)
	}
	delen := markdown.LeesPrivedelen(id, data)
	lees := func(v rapport.Vorm) []string { return rapport.PriveRegels(delen, v) }
	return u.toon(ctx, leesstof{titel: rapport.PriveTitel, prive: delen, alles: lees})
}

func priveVerwijder(w Wereld, kast archief.Archief, id string, ja bool) error {
	if _, err := kast.Prive(id); err != nil {
		return geenPrive(kast, id, err)
	}
	if ok, err := w.zeker(fmt.Sprintf("de privé-antwoorden bij \"%s\"", id), ja); !ok {
		return err
	}
	if err := kast.VerwijderPrive(id); err != nil {
		return err
	}
	w.melding("De privé-antwoorden bij %s zijn weg.", id)
	return nil
}

// eigenMap refuses what cannot do without a folder of the person's own.
func eigenMap(kast archief.Archief) func(*cobra.Command, []string) error {
	return func(*cobra.Command, []string) error { return kast.Err() }
}

// bestaatNiet reports whether err says that a file is not there.
func bestaatNiet(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// priveVan reads the private part of the reflectie called id; nil where there is
// none, as of a reflectie without an id.
func priveVan(kast archief.Archief, id string) ([]byte, error) {
	if id == "" {
		return nil, nil
	}
	data, err := kast.Prive(id)
	if bestaatNiet(err) {
		return nil, nil
	}
	return data, err
}
