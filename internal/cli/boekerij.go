package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// The werkvormen when nobody says which: to weigh by, to weigh by for the first
// time, and to look back by.
const (
	gewoneWerkvorm  = "waardenweging"
	eersteWerkvorm  = "kort" // with what somebody begins who never did
	eersteCasus     = "koken-in-het-schoolgebouw"
	gewoneTerugblik = "terugblik"
)

// A boekerij finds definitions: in the library that is built in, with that of a
// team over it. An error of it is wrong input.
type boekerij struct {
	plek  plek
	open  func(dir string) fs.FS            // opens a folder that is not built in
	bieb  func() (casus.Bibliotheek, error) // opened once, when first asked for; beside an error it is empty
	namen map[string]casus.Casus            // those that were read for what they are called
}

func newBoekerij(p plek) boekerij { return newBoekerijDoor(p, os.DirFS) }

// newBoekerijDoor makes a boekerij that reads what is not built in by way of open.
func newBoekerijDoor(p plek, open func(dir string) fs.FS) boekerij {
	bieb := sync.OnceValues(func() (casus.Bibliotheek, error) { return bibliotheek(p, open) })
	return boekerij{p, open, bieb, map[string]casus.Casus{}}
}

func bibliotheek(p plek, open func(dir string) fs.FS) (casus.Bibliotheek, error) {
	team, err := p.team()
	if err != nil {
		return casus.NewBibliotheek(), err
	}
	bronnen := []casus.Bron{{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "casussen", Beproefd: true}}
	if team.Wortel != "" {
		naam := team.Wortel
		if kort, err := filepath.Rel(p.werkmap, naam); err == nil {
			naam = kort
		}
		dirs := open(team.Wortel)
		op := func(i int, namen []string) string {
			if i < len(namen) {
				return namen[i]
			}
			return ""
		}
		for i := range max(len(team.Casussen), len(team.Werkvormen), len(team.Waarden)) {
			bronnen = append(bronnen, casus.Bron{FS: dirs, Naam: naam,
				Casussen: op(i, team.Casussen), Werkvormen: op(i, team.Werkvormen), Waarden: op(i, team.Waarden)})
		}
	}
	return casus.NewBibliotheek(bronnen...), nil
}

// alsID turns what a person calls a definition into its id: "Kort" is "kort".
func alsID(naam string) string {
	if reflectie.IsID(naam) {
		return naam
	}
	return cmp.Or(reflectie.Slug(naam), naam)
}

// isPad reports whether a casus or a werkvorm is meant by its path, not by its id.
func isPad(s string) bool {
	return strings.HasSuffix(s, ".yaml") || strings.HasSuffix(s, ".yml") || strings.ContainsAny(s, `/\`)
}

// casus loads a casus by id, by title or by path.
func (b boekerij) casus(naam string) (casus.Casus, error) {
	c, err := laadVan(b, naam, soort[casus.Casus]{casus.Bibliotheek.Casus, casus.Bibliotheek.LoadCasus, casus.Bibliotheek.Casussen,
		func(c casus.Casus) string { return c.Titel }})
	if err == nil && !isPad(naam) {
		b.namen[c.ID] = c // who shows a reflectie names what it is about next
	}
	return c, err
}

// werkvorm loads a werkvorm by id, by name or by path.
func (b boekerij) werkvorm(naam string) (casus.Werkvorm, error) {
	return laadVan(b, naam, soort[casus.Werkvorm]{casus.Bibliotheek.Werkvorm, casus.Bibliotheek.LoadWerkvorm, casus.Bibliotheek.Werkvormen,
		func(w casus.Werkvorm) string { return w.Naam }})
}

// A soort is how the definitions of one kind are loaded, and what screens call them.
type soort[T any] struct {
	opID  func(casus.Bibliotheek, string) (T, error)
	opPad func(_ casus.Bibliotheek, map_ fs.FS, bestand, weergave string) (T, error)
	alle  func(casus.Bibliotheek) ([]T, error)
	heet  func(T) string
}

// laadVan loads what is called naam from the library, or from its file where naam is a path.
func laadVan[T any](b boekerij, naam string, s soort[T]) (T, error) {
	bieb, err := b.bieb()
	if err != nil {
		var niets T
		return niets, err
	}
	if isPad(naam) {
		map_, bestand := filepath.Split(b.plek.pad(naam))
		t, err := s.opPad(bieb, b.open(map_), bestand, naam)
		return t, invoer(err)
	}
	t, err := s.opID(bieb, alsID(naam))
	if !reflectie.IsID(naam) && errors.As(err, new(*casus.Onbekend)) { // typed as the screens have it; a file holds ids
		allen, _ := s.alle(bieb) // what cannot be read has no name
		if zo, ok := casus.Zoek(allen, func(t T) bool { return reflectie.Slug(s.heet(t)) == alsID(naam) }); ok {
			return zo, nil
		}
	}
	return t, invoer(err)
}

// isWerkvorm reports whether naam is of a werkvorm, and not of a casus. A name that
// neither has is an error.
func (b boekerij) isWerkvorm(naam string) (bool, error) {
	if isPad(naam) {
		map_, bestand := filepath.Split(b.plek.pad(naam))
		isVorm, err := casus.IsWerkvorm(b.open(map_), bestand, b.plek.toon(b.plek.pad(naam)))
		return isVorm, invoer(err)
	}
	bieb, err := b.bieb()
	if err != nil {
		return false, err
	}
	casussen, fout := bieb.CasusIDs()
	vormen, ook := bieb.WerkvormIDs()
	if err := errors.Join(fout, ook); err != nil {
		return false, invoer(err)
	}
	switch id := alsID(naam); {
	case slices.Contains(casussen, id):
		return false, nil
	case slices.Contains(vormen, id):
		return true, nil
	}
	return false, gebruik("er bestaat geen casus of werkvorm %s; %s", strict.Aanhaling(naam),
		strict.Bedoelt(naam, slices.Concat(casussen, vormen), "noem een bestand, of typ weeg casus lijst of weeg werkvorm lijst"))
}

// vorm loads a werkvorm by its id, and the waarden that it can be about.
func (b boekerij) vorm(id string) (casus.Werkvorm, []casus.Waarde, error) {
	bieb, err := b.bieb()
	if err != nil {
		return casus.Werkvorm{}, nil, err
	}
	w, err := bieb.Werkvorm(id)
	if err != nil {
		return w, nil, invoer(err)
	}
	waarden, err := bieb.Waarden()
	return w, waarden, invoer(err)
}

// definitie puts together what a conversation follows. Without a werkvorm the
// casus says which, or else it is the weighing of values.
func (b boekerij) definitie(c casus.Casus, werkvorm string) (casus.Definitie, error) {
	w, err := b.werkvorm(cmp.Or(werkvorm, c.Werkvorm, gewoneWerkvorm))
	if err != nil {
		return casus.Definitie{}, err
	}
	return b.samen(c, w)
}

// samen is definitie with a werkvorm that was loaded.
func (b boekerij) samen(c casus.Casus, w casus.Werkvorm) (casus.Definitie, error) {
	bieb, err := b.bieb()
	if err != nil {
		return casus.Definitie{}, err
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		return casus.Definitie{}, invoer(err)
	}
	def, err := casus.NewDefinitie(c, w, waarden)
	return def, invoer(err)
}

// laad finds the casus and the werkvorm that are asked for, or that a reflectie
// was written by.
func (b boekerij) laad(naam, werkvorm string) (casus.Definitie, error) {
	switch naam {
	case reflectie.Eigen:
		return b.definitie(casus.EigenCasus(), werkvorm)
	case casus.Nieuw:
		return b.schrijven()
	}
	c, err := b.casus(naam)
	if err != nil {
		return casus.Definitie{}, err
	}
	return b.definitie(c, werkvorm)
}

// schrijven is what somebody follows who writes a casus.
func (b boekerij) schrijven() (casus.Definitie, error) {
	bieb, err := b.bieb()
	if err != nil {
		return casus.Definitie{}, err
	}
	w, err := bieb.LoadWerkvorm(casussen.FS, casussen.Schrijven, "casussen/"+casussen.Schrijven)
	if err != nil {
		return casus.Definitie{}, invoer(err)
	}
	waarden, err := bieb.Waarden()
	return casus.NewSchrijven(w, waarden), invoer(err)
}

// geschreven finds the definitions by which a reflectie was written, or as much
// of them as is left.
func (b boekerij) geschreven(r reflectie.Reflectie) casus.Definitie {
	def, err := b.laad(r.Casus, r.Werkvorm)
	if err == nil {
		return def
	}
	def = casus.Definitie{Casus: casus.Casus{ID: r.Casus}, Werkvorm: casus.Werkvorm{Weeg: casus.Versie, ID: r.Werkvorm}, Waarden: b.waarden()}
	bieb, _ := b.bieb()
	if w, err := bieb.Werkvorm(r.Werkvorm); err == nil {
		def.Werkvorm = w
	}
	return def
}

// waarden is the catalogue. A reflectie can be read without: it holds the names
// of its waarden.
func (b boekerij) waarden() []casus.Waarde {
	bieb, _ := b.bieb()
	waarden, _ := bieb.Waarden()
	return waarden
}

// terugblikvormen are the werkvormen to look back by. One that cannot be read is
// told by weeg werkvorm lijst.
func (b boekerij) terugblikvormen() []casus.Werkvorm {
	bieb, _ := b.bieb()
	alle, _ := bieb.Werkvormen()
	return slices.DeleteFunc(alle, func(w casus.Werkvorm) bool { return !slices.Contains(w.Bij, casus.BijReflectie) })
}

// metTerugblik lets def name the questions of the times that somebody looked
// back, where there are any. Those of the werkvormen in eerst count before others.
func (b boekerij) metTerugblik(def casus.Definitie, terug []reflectie.Teruggeblikt, eerst ...casus.Werkvorm) casus.Definitie {
	if len(terug) > 0 {
		def.Terugblik = append(eerst, b.terugblikvormen()...)
	}
	return def
}

// bekend returns a casus of the library for the names in it: of itself and of
// its rollen. It is read once, however many reflecties are about it; of one that
// is gone, or not right, it returns one without names.
func (b boekerij) bekend(id string) casus.Casus {
	if c, ok := b.namen[id]; ok {
		return c
	}
	bieb, _ := b.bieb()
	c, _ := bieb.Casus(id) // no casus can be called as a situation of one's own is
	b.namen[id] = c
	return c
}

// waarover names what a reflectie is about.
func (b boekerij) waarover(r reflectie.Reflectie) string {
	if r.Eigen != nil && r.Eigen.Titel != "" {
		return r.Eigen.Titel
	}
	return cmp.Or(b.bekend(r.Casus).Titel, r.Casus)
}

// rol names a rol in words: the casus has a name for it, or else it is what the
// person called it.
func (b boekerij) rol(casusID, id string) string {
	if id == "" {
		return ""
	}
	if rol, ok := b.bekend(casusID).Rol(id); ok {
		return rol.Naam
	}
	return id
}

// casusIDs are the ids of the casussen to complete with, each with its title.
func (b boekerij) casusIDs() []string {
	bieb, _ := b.bieb()
	alle, _ := bieb.Casussen() // one that is not right is told by weeg casus lijst
	return casus.Elk(alle, func(c casus.Casus) string { return metUitleg(c.ID, c.Titel) })
}

// werkvormIDs are those of the werkvormen, each with its name.
func (b boekerij) werkvormIDs() []string {
	bieb, _ := b.bieb()
	alle, _ := bieb.Werkvormen() // as with casussen
	return casus.Elk(alle, func(w casus.Werkvorm) string { return metUitleg(w.ID, w.Naam) })
}

// rolIDs are those of the rollen of a casus that is called naam on the command line.
func (b boekerij) rolIDs(naam string) []string {
	c, _ := b.casus(naam) // of none there are no rollen
	return casus.Elk(c.Rollen, func(r casus.Rol) string { return metUitleg(r.ID, r.Naam) })
}

// duur names a werkvorm and the time that it takes.
func duur(w casus.Werkvorm) string {
	if w.Duur == 0 {
		return w.Naam
	}
	return fmt.Sprintf("%s, ongeveer %d minuten", w.Naam, w.Duur)
}
