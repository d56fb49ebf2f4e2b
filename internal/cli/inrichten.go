package cli

import (
	"bytes"
	"context"
	"embed"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// What the folder of a team begins with.
//
//go:embed all:inrichten
var teammap embed.FS

// An inrichter makes a folder into that of a team.
type inrichter struct {
	ontvangst
	plek plek
}

func newInrichten(i inrichter) *cobra.Command {
	var toegankelijk bool
	cmd := &cobra.Command{
		Use:   "inrichten [MAP]",
		Short: "Maak van een map de map van uw team",
		Long: `Zet in een map wat een team nodig heeft: .weeg.yaml, de mappen, en een LEESMIJ.md voor nieuwe
collega's. Ook komen er instellingen voor programma's die tekst opmaken: die blijven dan van
de reflecties af. En voor wie wil dat git of een website alles nakijkt, komt er een begin
daarvan. U ziet eerst wat er komt. Wat er al staat, blijft zoals het is.`,
		Example: "  weeg inrichten\n  weeg inrichten ../ons-team",
		Args:    argumenten(0, 1, "één map"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			dir := i.plek.werkmap
			if len(args) > 0 && args[0] == "" {
				return gebruik("noem een map, of niets voor de map waar u bent")
			}
			if len(args) > 0 {
				dir = i.plek.pad(args[0])
			}
			komt, er, err := i.wat(dir)
			if err != nil {
				return err
			}
			if i.w.Terminal == nil && !toegankelijk || len(komt) == 0 {
				return i.richtIn(dir, komt, er)
			}
			return i.ontvang(cmd.Context(), toegankelijk, func(ctx context.Context, kant gastheer) error {
				id, err := kant.kies(ctx, i.keuze(dir, komt, er))
				kant.sluit()
				if errors.Is(err, errGenoeg) || err == nil && id == "nee" {
					i.w.melding("Er is niets gemaakt.")
					return nil
				}
				if err != nil {
					return err
				}
				return i.richtIn(dir, komt, er)
			})
		},
	}
	toegankelijkVlag(cmd, &toegankelijk)
	return cmd
}

// wat says which files dir still gets, and which are there already.
func (i inrichter) wat(dir string) (komt, er []string, err error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, nil, gebruik("%s is geen map", strict.HeleAanhaling(i.plek.toon(dir)))
	}
	if team, err := archief.ZoekTeam(dir); err != nil {
		return nil, nil, invoer(err)
	} else if team.Wortel != "" && i.plek.echt(team.Wortel) != i.plek.echt(dir) {
		return nil, nil, gebruik("deze map hoort al bij het team van %s; richt die map in, of kies een map daarbuiten", strict.HeleAanhaling(team.Wortel))
	}
	bestanden, err := teambestanden()
	for _, naam := range slices.Sorted(maps.Keys(bestanden)) {
		if _, weg := os.Lstat(filepath.Join(dir, naam)); bestaatNiet(weg) {
			komt = append(komt, naam)
		} else {
			er = append(er, naam)
		}
	}
	return komt, er, err
}

// teambestanden are the files that the folder of a team begins with, by their names there:
// those of inrichten, and what an editor needs to help with a casus.
func teambestanden() (map[string][]byte, error) {
	bestanden := map[string][]byte{}
	err := fs.WalkDir(teammap, "inrichten", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		naam := strings.TrimPrefix(pad, "inrichten/")
		bestanden[filepath.FromSlash(naam)], err = teammap.ReadFile(pad)
		return err
	})
	if err != nil {
		return nil, err
	}
	schema := casussen.Schema(schemaCasus)
	bestanden[filepath.Join("casussen", filepath.FromSlash(schema))], err = casussen.Schemas.ReadFile(schema)
	return bestanden, err
}

// keuze shows what comes, and asks whether that is right.
func (i inrichter) keuze(dir string, komt, er []string) gesprek.Keuze {
	k := gesprek.Keuze{
		Titel:  "Inrichten",
		Toont:  []sessie.Getoond{{Kop: "Dit komt in de map " + filepath.Base(dir), Tekst: strings.Join(komt, "\n")}},
		Vraag:  "Zal Weeg dit maken?",
		Opties: []sessie.Optie{{ID: "ja", Naam: "Ja"}, {ID: "nee", Naam: "Nee"}},
	}
	if len(er) > 0 {
		k.Toont = append(k.Toont, sessie.Getoond{Kop: "Dit staat er al en blijft zo", Tekst: strings.Join(er, "\n")})
	}
	return k
}

// richtIn makes what is not there yet.
func (i inrichter) richtIn(dir string, komt, er []string) error {
	bestanden, err := teambestanden()
	if err != nil {
		return err
	}
	if len(komt) > 0 && !isMap(dir) {
		if err := archief.MaakMap(filepath.Dir(dir), dir); err != nil {
			return err
		}
	}
	for _, naam := range komt {
		data := bestanden[naam]
		pad := filepath.Join(dir, naam)
		if err := archief.MaakTeammap(dir, filepath.Dir(pad)); err != nil {
			return err
		}
		schrijf := i.kast.SchrijfNieuw
		if bytes.HasPrefix(data, []byte("#!")) {
			schrijf = i.kast.SchrijfProgramma
		}
		if err := schrijf(pad, data); err != nil && !errors.Is(err, archief.ErrBestaat) {
			return err
		}
		if err := i.w.schrijfPad(i.plek.toon(pad)); err != nil {
			return err
		}
	}
	switch {
	case len(komt) == 0:
		i.w.melding("Alles staat er al. Er is niets veranderd.")
		return nil
	case len(er) > 0:
		i.w.melding("Wat er al stond, is niet veranderd.")
	}
	i.w.melding("Lees LEESMIJ.md en vul daarin uw afspraken in. Wat u in deze map maakt, blijft van u tot u het deelt.")
	return nil
}
