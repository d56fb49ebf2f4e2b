package archief

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ambt.example/weeg/internal/strict"
)

// TeamBestand is the file that makes a folder that of a team.
const TeamBestand = ".weeg.yaml"

const (
	teamVersie = 1
	maxTeam    = 1 << 20
)

// Where reflecties and the sheets of talks go when nobody says where.
const (
	GewoneReflecties = "reflecties"
	GewoonOverleg    = "overleg"
)

// A Team is a folder that a team shares. Wortel is its full path; the others
// are folders in it, with slashes, and "." for the folder itself. They never lead
// out of it. Of those with definitions a later one goes over an earlier one;
// Waarden are folders that hold a waarden.yaml. Reflecties and Overleg are never "",
// and need not be there yet. WoordenMee lets people's own words go along in a kompas that
// leaves the team. Uit are the codes of rules that are put off.
type Team struct {
	Wortel                        string
	Casussen, Werkvormen, Waarden []string
	Reflecties, Overleg           string
	WoordenMee                    bool
	Uit                           []strict.Woord // rules by which nothing is found
}

// ReflectiesMap returns the full path of the folder of the reflecties.
func (t Team) ReflectiesMap() string {
	return filepath.Join(t.Wortel, filepath.FromSlash(t.Reflecties))
}

// OverlegMap returns the full path of the folder of the sheets.
func (t Team) OverlegMap() string { return filepath.Join(t.Wortel, filepath.FromSlash(t.Overleg)) }

// ZoekTeam looks for the folder of a team: werkmap or the nearest folder above
// it with a .weeg.yaml. Without one it returns the zero Team. An error holds all
// faults of that file, each with its place.
func ZoekTeam(werkmap string) (Team, error) {
	dir, err := filepath.Abs(werkmap)
	if err != nil {
		return Team{}, leesFout(werkmap, err)
	}
	if dir = teamwortel(dir, os.Stat); dir == "" {
		return Team{}, nil
	}
	return leesTeam(dir)
}

// teamwortel is the folder of the team that a folder, by its full path, is in; "" where
// it is in none. kijk says whether a file of a team is there.
func teamwortel(dir string, kijk func(string) (fs.FileInfo, error)) string {
	for {
		// A folder that may not be looked into has no team for this person.
		if _, err := kijk(filepath.Join(dir, TeamBestand)); err == nil {
			return dir
		}
		boven := filepath.Dir(dir)
		if boven == dir {
			return ""
		}
		dir = boven
	}
}

// BlijftInTeam refuses a file in the folder of a team that leads out of it by a link: in
// what others shared, a link may not have weeg write in other files of a person. What
// stands in the person's own folders is theirs, and of what is not there others tell.
func (a Archief) BlijftInTeam(pad string) error {
	vol, err := filepath.Abs(pad)
	if err != nil {
		return leesFout(pad, err)
	}
	doel, err := filepath.EvalSymlinks(vol)
	if err != nil || a.isEigen(vol) {
		return nil
	}
	dirs := []string{filepath.Dir(vol)}
	if echt, err := filepath.EvalSymlinks(dirs[0]); err == nil { // a link may lead into the folder of a team too
		dirs = append(dirs, echt)
	}
	for _, dir := range dirs {
		if wortel := teamwortel(dir, os.Stat); wortel != "" && !ligtIn(doel, wortel) {
			return fout(pad, "dit is een verwijzing naar een plek buiten de map van het team, en daar schrijft Weeg niet",
				"zet het bestand zelf in de map van het team, of noem het bestand op zijn eigen plek", errBuiten)
		}
	}
	return nil
}

// isEigen reports whether a full path is in one of the person's own folders.
func (a Archief) isEigen(vol string) bool {
	for _, dir := range []string{a.plekken.Staat, a.plekken.Data} {
		if rel, err := filepath.Rel(dir, vol); dir != "" && err == nil && filepath.IsLocal(rel) {
			return true
		}
	}
	return false
}

func leesTeam(wortel string) (Team, error) {
	bestand := filepath.Join(wortel, TeamBestand)
	data, err := LeesBestand(bestand, maxTeam)
	if err != nil {
		return Team{}, err
	}
	node, err := strict.Parse(bestand, data, maxTeam)
	if err != nil {
		return Team{}, err
	}
	var fouten strict.Fouten
	o := node.Object(&fouten)
	l := teamLezer{wortel: wortel, o: o, fouten: &fouten}
	l.versie()
	team := Team{
		Wortel:     wortel,
		Casussen:   l.folders("casussen"),
		Werkvormen: l.folders("werkvormen"),
		Waarden:    l.folders("waarden"),
		Reflecties: l.eenMap("reflecties", GewoneReflecties),
		Overleg:    l.eenMap("overleg", GewoonOverleg),
	}
	team.WoordenMee, _ = o.Bool("woorden-mee")
	if o.Has("uit") {
		team.Uit = o.Strings("uit")
	}
	o.Done()
	if err := fouten.Err(); err != nil {
		return Team{}, err
	}
	return team, nil
}

// A teamLezer reads one .weeg.yaml, and collects its faults.
type teamLezer struct {
	wortel string
	o      *strict.Object
	fouten *strict.Fouten
}

func (l teamLezer) versie() {
	if !l.o.Require("weeg") {
		return
	}
	voor := l.fouten.Len()
	versie := l.o.Int("weeg")
	switch {
	case l.fouten.Len() > voor || versie == teamVersie:
	case versie > teamVersie:
		l.fouten.Add(l.o.Plaats("weeg"), "dit bestand is gemaakt met een nieuwere versie van weeg; gebruik die versie")
	default:
		l.fouten.Add(l.o.Plaats("weeg"), "deze versie bestaat niet; schrijf weeg: %d", teamVersie)
	}
}

// eenMap reads one folder that need not be there yet. The usual one is checked too: it
// may be a link.
func (l teamLezer) eenMap(key, gewoon string) string {
	naam := strict.Woord{Tekst: cmp.Or(l.o.Text(key), gewoon), Plaats: l.o.Plaats(key)}
	return cmp.Or(l.folder(naam, false), gewoon)
}

// folders reads one folder or a list of them, which must be there.
func (l teamLezer) folders(key string) []string {
	n := l.o.Node(key)
	var namen []strict.Woord
	switch {
	case n == nil:
	case n.Soort == strict.Blok:
		l.fouten.Add(n.Plaats, "bij %s hoort de naam van een map, of een lijst van mappen: [%s, gedeeld/%s]", strict.Aanhaling(key), key, key)
	case n.Soort == strict.Lijst:
		namen = n.Strings(l.fouten)
	default:
		namen = []strict.Woord{{Tekst: n.Text(l.fouten), Plaats: n.Plaats}}
	}
	var folders []string
	for _, naam := range namen {
		if dir := l.folder(naam, true); dir != "" {
			folders = append(folders, dir)
		}
	}
	return folders
}

// folder checks one folder. One that moet must be there already.
func (l teamLezer) folder(naam strict.Woord, moet bool) string {
	waarde, plaats := naam.Tekst, naam.Plaats
	if waarde == "" {
		return ""
	}
	schoon := path.Clean(strings.ReplaceAll(waarde, `\`, "/"))
	if !filepath.IsLocal(filepath.FromSlash(schoon)) {
		l.fouten.Add(plaats, "%s ligt niet in de map van het team; noem een map die daarin staat", strict.Aanhaling(waarde))
		return ""
	}
	vol := filepath.Join(l.wortel, filepath.FromSlash(schoon))
	info, err := os.Stat(vol)
	switch {
	case errors.Is(err, fs.ErrNotExist) && moet:
		l.fouten.Add(plaats, "map %s bestaat niet; maak de map, of haal de naam hier weg", strict.Aanhaling(waarde))
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		l.fouten.Add(plaats, "map %s is niet te lezen; kijk na of u erbij mag", strict.Aanhaling(waarde))
	case err == nil && !info.IsDir():
		l.fouten.Add(plaats, "%s is een bestand; noem de map waar het in staat", strict.Aanhaling(waarde))
	case !ligtIn(vol, l.wortel):
		l.fouten.Add(plaats, "%s verwijst naar een plek buiten de map van het team; noem een map die daarin staat", strict.Aanhaling(waarde))
	default:
		return schoon
	}
	return ""
}

// ligtIn reports whether a folder lies in another when all links are followed:
// a link in a shared repository may not lead weeg to other files of a person.
// Of a folder that is not there yet, the part that is counts.
func ligtIn(dir, wortel string) bool {
	echt, err := filepath.EvalSymlinks(dir)
	for errors.Is(err, fs.ErrNotExist) && dir != filepath.Dir(dir) {
		dir = filepath.Dir(dir)
		echt, err = filepath.EvalSymlinks(dir)
	}
	if err != nil {
		return false
	}
	wortel, err = filepath.EvalSymlinks(wortel)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(wortel, echt)
	return err == nil && filepath.IsLocal(rel)
}
