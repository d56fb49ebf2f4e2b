package cli

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// An app is what the commands share. It opens nothing before a command asks.
type app struct {
	Wereld

	teamEens sync.Once
	team     archief.Team
	teamFout error

	biebEens sync.Once
	bieb     casus.Bibliotheek
	biebFout error

	namen map[string]casus.Casus // for what they are called; see bekendeCasus

	inEditor atomic.Bool    // another program has the terminal
	signalen chan os.Signal // those that the process gets, while totSignaal turns them into an end
}

// zoekTeam looks once for the folder of a team around the working folder.
func (a *app) zoekTeam() (archief.Team, error) {
	a.teamEens.Do(func() { a.team, _, a.teamFout = archief.ZoekTeam(a.Werkmap) })
	return a.team, invoer(a.teamFout)
}

// bibliotheek is the embedded library, with that of a team over it.
func (a *app) bibliotheek() (casus.Bibliotheek, error) {
	a.biebEens.Do(func() { a.bieb, a.biebFout = a.newBibliotheek() })
	return a.bieb, a.biebFout
}

func (a *app) newBibliotheek() (casus.Bibliotheek, error) {
	team, err := a.zoekTeam()
	if err != nil {
		return casus.Bibliotheek{}, err
	}
	bronnen := []casus.Bron{{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "casussen"}}
	if team.Wortel != "" {
		naam := team.Wortel
		if kort, err := filepath.Rel(a.Werkmap, naam); err == nil {
			naam = kort
		}
		bronnen = append(bronnen, casus.Bron{FS: os.DirFS(team.Wortel),
			Casussen: team.Casussen, Werkvormen: team.Werkvormen, Waarden: team.Waarden, Naam: naam})
	}
	return casus.NewBibliotheek(bronnen...), nil
}

// reflecties is the folder where a reflectie goes when nobody says where.
func (a *app) reflecties() (string, error) {
	team, err := a.zoekTeam()
	if err != nil {
		return "", err
	}
	if team.Wortel == "" {
		return filepath.Join(a.Werkmap, archief.GewoneReflecties), nil
	}
	return team.ReflectiesMap(), nil
}

// archief is where this person's files are.
func (a *app) archief() (archief.Archief, error) {
	plekken, err := archief.NewPlekken(a.OS, a.Getenv)
	if err != nil {
		return archief.Archief{}, err
	}
	return archief.New(plekken), nil
}

// alsID turns what a person calls a definition into its id: "Kort" is "kort".
func alsID(naam string) string {
	if reflectie.IsID(naam) {
		return naam
	}
	return cmp.Or(reflectie.Slug(naam), naam)
}

// isPad reports whether a casus is meant by its path, not by its id.
func isPad(s string) bool {
	return strings.HasSuffix(s, ".yaml") || strings.HasSuffix(s, ".yml") || strings.ContainsAny(s, `/\`)
}

// casus loads a casus by id or by path.
func (a *app) casus(naam string) (casus.Casus, error) {
	bieb, err := a.bibliotheek()
	if err != nil {
		return casus.Casus{}, err
	}
	if !isPad(naam) {
		c, err := bieb.Casus(alsID(naam))
		return c, invoer(err)
	}
	map_, bestand := filepath.Split(a.pad(naam))
	c, err := bieb.LoadCasus(os.DirFS(map_), bestand, naam)
	return c, invoer(err)
}

// bekendeCasus returns a casus of the library for the names in it: of itself and
// of its rollen. It is read once, however many reflecties are about it; of one
// that is gone, or not right, it returns one without names.
func (a *app) bekendeCasus(id string) casus.Casus {
	if c, ok := a.namen[id]; ok {
		return c
	}
	var c casus.Casus
	if bieb, err := a.bibliotheek(); err == nil && id != reflectie.Eigen {
		if gevonden, err := bieb.Casus(id); err == nil {
			c = gevonden
		}
	}
	if a.namen == nil {
		a.namen = map[string]casus.Casus{}
	}
	a.namen[id] = c
	return c
}

// pad makes a path absolute from the working folder.
func (a *app) pad(naam string) string {
	if filepath.IsAbs(naam) {
		return naam
	}
	return filepath.Join(a.Werkmap, naam)
}

// toonPad writes a path as short as it can be typed here.
func (a *app) toonPad(pad string) string {
	if kort, err := filepath.Rel(a.Werkmap, pad); err == nil && !strings.HasPrefix(kort, "..") {
		return kort
	}
	return pad
}

// definitie puts together what a conversation follows. Without a werkvorm the
// casus says which, or else it is the weighing of values.
func (a *app) definitie(c casus.Casus, werkvorm string) (casus.Definitie, error) {
	bieb, err := a.bibliotheek()
	if err != nil {
		return casus.Definitie{}, err
	}
	if werkvorm == "" {
		werkvorm = c.Werkvorm
	}
	if werkvorm == "" {
		werkvorm = gewoneWerkvorm
	}
	w, err := bieb.Werkvorm(alsID(werkvorm))
	if err != nil {
		return casus.Definitie{}, invoer(err)
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		return casus.Definitie{}, invoer(err)
	}
	def, err := casus.NewDefinitie(c, w, waarden)
	return def, invoer(err)
}

const gewoneWerkvorm = "waardenweging"

// herstelDefinitie finds the definitions of a reflectie that was written before.
func (a *app) herstelDefinitie(r reflectie.Reflectie) (casus.Definitie, error) {
	if r.Casus == reflectie.Eigen {
		return a.definitie(casus.EigenCasus(), r.Werkvorm)
	}
	c, err := a.casus(r.Casus)
	if err != nil {
		return casus.Definitie{}, err
	}
	return a.definitie(c, r.Werkvorm)
}

// isMap reports whether pad is a folder.
func isMap(pad string) bool {
	info, err := os.Stat(pad)
	return err == nil && info.IsDir()
}

// bestaatNiet reports whether err says that a file is not there.
func bestaatNiet(err error) bool { return errors.Is(err, fs.ErrNotExist) }
