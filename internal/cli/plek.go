package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A plek is where the program runs: a working folder, maybe in that of a team.
// It says where a path leads, and how a path is written for who stands there.
type plek struct {
	werkmap string
	zelf    string // werkmap, when no link leads to it
	os      string
	team    func() (archief.Team, error) // of the folder around it; looked for once, when first asked
	kast    archief.Archief
}

func newPlek(w Wereld) (plek, error) {
	werkmap, err := w.Werkmap()
	if err != nil {
		return plek{}, errors.New("de werkmap is er niet meer; ga naar een andere map en probeer het nog eens")
	}
	return plek{os: w.OS, kast: archief.New(archief.NewPlekken(w.OS, w.Getenv))}.in(werkmap), nil
}

// in is p with this working folder.
func (p plek) in(werkmap string) plek {
	p.werkmap, p.team = werkmap, sync.OnceValues(func() (archief.Team, error) {
		team, err := archief.ZoekTeam(werkmap)
		return team, invoer(err)
	})
	p.zelf = p.echt(werkmap)
	return p
}

// mee is where a path of p leads when the working folder is that of nu: one in it
// goes along.
func (p plek) mee(nu plek, pad string) string {
	for _, dir := range []string{p.werkmap, p.zelf} {
		if in, err := filepath.Rel(dir, pad); err == nil && filepath.IsLocal(in) {
			return filepath.Join(nu.werkmap, in)
		}
	}
	return pad
}

// A vak is a folder for reflecties or sheets, there or not.
type vak struct {
	dir  string
	maak func() error
}

// vak is where a reflectie goes when nobody says where: in the folder of a team to
// the person's own, unless they share it.
func (p plek) vak(deelt bool) (vak, error) {
	team, err := p.team()
	if err != nil {
		return vak{}, err
	}
	wortel, dir := p.werkmap, filepath.Join(p.werkmap, archief.GewoneReflecties)
	switch {
	case team.Wortel != "" && deelt:
		wortel, dir = team.Wortel, team.ReflectiesMap()
	case team.Wortel != "":
		dir, err := p.kast.EigenReflecties()
		return vak{dir, p.kast.MaakEigenReflecties}, err
	}
	return vak{dir, func() error { return maakMap(team, wortel, dir) }}, nil
}

// maakMap makes a folder in that of a team, or in another.
func maakMap(team archief.Team, wortel, dir string) error {
	if team.Wortel != "" && wortel == team.Wortel {
		return archief.MaakTeammap(wortel, dir)
	}
	return archief.MaakMap(wortel, dir)
}

// overleg is where the sheets of a team's talks stand.
func (p plek) overleg() (vak, error) {
	team, err := p.team()
	wortel, dir := p.werkmap, filepath.Join(p.werkmap, archief.GewoonOverleg)
	if team.Wortel != "" {
		wortel, dir = team.Wortel, team.OverlegMap()
	}
	return vak{dir, func() error { return maakMap(team, wortel, dir) }}, err
}

// mappen are the folders where the reflecties stand that can be found by their names:
// in a team's folder the person's own, and those of the team.
func (p plek) mappen() ([]string, error) {
	team, err := p.team()
	if err != nil {
		return nil, err
	}
	hier, err := p.vak(false)
	if team.Wortel == "" {
		return []string{hier.dir}, err
	}
	if err != nil { // there is no place for one's own
		return []string{team.ReflectiesMap()}, nil
	}
	return []string{hier.dir, team.ReflectiesMap()}, nil
}

// vanTeam is the team around this place. Where there is none it says how to get one.
func (p plek) vanTeam() (archief.Team, error) {
	team, err := p.team()
	if err == nil && team.Wortel == "" {
		err = gebruik("deze map is niet van een team; ga naar de map van uw team, of maak er een met: weeg inrichten")
	}
	return team, err
}

// isTeam reports whether this place is in the folder of a team.
func (p plek) isTeam() bool {
	team, err := p.team()
	return err == nil && team.Wortel != ""
}

// isGedeeld reports whether pad is in the folder of the team around this place.
func (p plek) isGedeeld(pad string) bool {
	team, err := p.team()
	return err == nil && team.Wortel != "" && filepath.Dir(p.echt(pad)) == p.echt(team.ReflectiesMap())
}

// isEigen reports whether pad is in the person's own folder.
func (p plek) isEigen(pad string) bool {
	dir, err := p.kast.EigenReflecties()
	return err == nil && filepath.Dir(p.echt(pad)) == p.echt(dir)
}

// ruimOp removes what killed processes left of a save: in the person's own folders,
// among the reflecties, in the working folder and beside files.
func (p plek) ruimOp(kast archief.Archief, bij ...string) {
	mappen, _ := p.mappen() // none, where they cannot be known
	mappen = append(mappen, p.werkmap)
	for _, pad := range bij {
		if pad != "" {
			mappen = append(mappen, filepath.Dir(pad))
		}
	}
	kast.RuimOp(mappen...)
}

// pad makes a path absolute from the working folder.
func (p plek) pad(naam string) string {
	switch {
	case filepath.IsAbs(naam), filepath.VolumeName(naam) != "": // "D:x.md" is meant from where one is on that disk
		return naam
	case naam != "" && os.IsPathSeparator(naam[0]): // on the disk where we are
		return filepath.VolumeName(p.werkmap) + naam
	}
	return filepath.Join(p.werkmap, naam)
}

// echt is pad with all links followed; of what is not there, those of its folder.
func (p plek) echt(naam string) string {
	pad := p.pad(naam)
	if doel, err := filepath.EvalSymlinks(pad); err == nil {
		return doel
	}
	if dir, err := filepath.EvalSymlinks(filepath.Dir(pad)); err == nil {
		return filepath.Join(dir, filepath.Base(pad))
	}
	return pad
}

// toon writes a path as short as it can be typed here.
func (p plek) toon(pad string) string {
	if kort, err := filepath.Rel(p.werkmap, pad); err == nil && !strings.HasPrefix(kort, "..") {
		return kort
	}
	return pad
}

func (p plek) schelp(naam string) string { return schelp(p.os, naam) }

// schelp writes a name as a shell takes it for one word.
func schelp(os, naam string) string {
	if strings.HasPrefix(naam, "-") {
		naam = "." + string(filepath.Separator) + naam
	}
	isGewoon := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("._/-+,@", r) ||
			os == "windows" && strings.ContainsRune(`\:`, r)
	}
	switch {
	case !strings.ContainsFunc(naam, func(r rune) bool { return !isGewoon(r) }):
		return naam
	case os == "windows":
		return `"` + naam + `"` // no name there has such a mark in it
	}
	return "'" + strings.ReplaceAll(naam, "'", `'\''`) + "'"
}

// git returns what to type to put a reflectie in the git repository around it; over
// is the id of its casus. Nothing in it comes from a text that somebody else wrote.
func (p plek) git(pad, over string) []string {
	if over == reflectie.Eigen {
		over = "een eigen situatie"
	}
	return p.gitMet(pad, "Reflectie op "+over)
}

// maxInstellingen is how large the settings of a git repository may be, in bytes.
const maxInstellingen = 1 << 20

// gitMet is git for any file, with what it is.
func (p plek) gitMet(pad, wat string) []string {
	pad = p.echt(pad)
	wortel := filepath.Dir(pad)
	for {
		if _, err := os.Lstat(filepath.Join(wortel, ".git")); err == nil {
			break
		}
		if wortel == filepath.Dir(wortel) {
			return nil
		}
		wortel = filepath.Dir(wortel)
	}
	git, vanaf := "git", p.echt(".")
	if binnen, err := filepath.Rel(wortel, vanaf); err != nil || !filepath.IsLocal(binnen) {
		git, vanaf = "git -C "+p.schelp(wortel), wortel
	}
	naam, err := filepath.Rel(vanaf, pad)
	if err != nil || strings.ContainsFunc(wortel+naam, unicode.IsControl) {
		return nil
	}
	opdrachten := []string{git + " add " + p.schelp(naam), git + ` commit -m "` + wat + `"`}
	if instellingen, err := archief.LeesBestand(filepath.Join(wortel, ".git", "config"), maxInstellingen); err == nil && bytes.Contains(instellingen, []byte("[remote ")) {
		opdrachten = append(opdrachten, git+" pull --rebase", git+" push") // others may have come before
	}
	return opdrachten
}

// vrij reports, before a conversation and not after it, that a file cannot be
// put where the person wants it.
func vrij(naar string) error {
	if naar == "" {
		return nil
	}
	if isMap(naar) || os.IsPathSeparator(naar[len(naar)-1]) {
		return gebruik("%s is een map; zet er de naam van een bestand achter", strict.HeleAanhaling(naar))
	}
	if _, err := os.Lstat(naar); err == nil && !reflectie.IsApparaat(filepath.Base(naar)) { // Windows has those in every folder
		return gebruik("%s bestaat al; kies een andere naam bij --naar", strict.HeleAanhaling(naar))
	}
	if dir := filepath.Dir(naar); !isMap(dir) {
		return gebruik("de map %s bestaat niet; maak die eerst, of kies een andere plek bij --naar", strict.HeleAanhaling(dir))
	}
	if raad := nietOveral(filepath.Base(naar)); raad != "" {
		return gebruik("de naam %s kan niet op Windows, dus een collega daar krijgt het bestand niet; kies bij --naar een naam %s", strict.HeleAanhaling(filepath.Base(naar)), raad)
	}
	return nil
}

// nietOveral says what to do about a name that a file cannot have on Windows: who
// shares a folder with it there cannot get the folder any more. It is "" for one
// that goes everywhere.
// https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
func nietOveral(naam string) string {
	const nooit = `< > : " / \ | ? *`
	switch {
	case !utf8.ValidString(naam), strings.ContainsFunc(naam, unicode.IsControl):
		return "zonder tekens die niet te zien zijn"
	case strings.ContainsAny(naam, strings.ReplaceAll(nooit, " ", "")):
		return "zonder de tekens " + nooit
	case strings.HasSuffix(naam, "."), strings.HasSuffix(naam, " "):
		return "zonder punt of spatie aan het einde"
	case reflectie.IsApparaat(naam):
		return "die Windows niet zelf gebruikt"
	}
	return ""
}

// isMap reports whether pad is a folder.
func isMap(pad string) bool {
	info, err := os.Stat(pad)
	return err == nil && info.IsDir()
}
