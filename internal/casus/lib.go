package casus

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A Bron is a place that holds definitions: folders within FS, "" for none and
// "." for its root. A folder that does not exist holds nothing.
type Bron struct {
	FS         fs.FS
	Casussen   string // holds <id>.yaml
	Werkvormen string // holds <id>.yaml
	Waarden    string // holds waarden.yaml
	Naam       string // stands before the path in what a person reads: "casussen/"
	Beproefd   bool   // the sentences with its shared follow-ups were tried when it was made
}

// The kinds of definition that have a file each, as a person calls them.
const (
	watCasus    = "casus"
	watWerkvorm = "werkvorm"
	watWaarde   = "waarde"
)

const waardenBestand = "waarden.yaml"

// maxBytes is the most that one file may hold: some four hundred pages.
const maxBytes = 1 << 20

func (b Bron) folder(wat string) string {
	switch wat {
	case watCasus:
		return b.Casussen
	case watWerkvorm:
		return b.Werkvormen
	}
	return b.Waarden
}

// weergave is how a person knows the file at pad.
func (b Bron) weergave(pad string) string {
	if b.Naam == "" || strings.HasSuffix(b.Naam, "/") || strings.HasSuffix(b.Naam, `\`) {
		return b.Naam + pad
	}
	return b.Naam + "/" + pad
}

// ids lists the ids of the files of one kind.
func (b Bron) ids(wat string) ([]string, error) {
	folder := b.folder(wat)
	if folder == "" {
		return nil, nil
	}
	bestanden, err := fs.ReadDir(b.FS, folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // a folder that holds nothing yet is not in a git repository
	}
	if err != nil {
		return nil, strict.Bevindingen{{
			Plaats: strict.Plaats{Bestand: b.weergave(folder)},
			Tekst:  "deze map is niet te lezen; kijk of het een map is, en of u erin mag lezen",
		}}
	}
	var ids []string
	for _, bestand := range bestanden {
		id, ok := strings.CutSuffix(bestand.Name(), ".yaml")
		if !ok || bestand.IsDir() || !reflectie.IsID(id) || folder == b.Waarden && bestand.Name() == waardenBestand {
			continue
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// A Bibliotheek finds definitions by id in one or more bronnen. The catalogue
// and each werkvorm are read once, when first needed, because every casus is
// checked against them; a casus is read anew each time.
type Bibliotheek struct {
	bronnen    []Bron
	waarden    func() ([]Waarde, error)
	woorden    func() (woordenboek, error)
	werkvormen *sync.Map // by id, those that are right
}

// NewBibliotheek makes a library of the bronnen. A later one goes over an
// earlier one, by id.
func NewBibliotheek(bronnen ...Bron) Bibliotheek {
	b := Bibliotheek{bronnen: slices.Clone(bronnen), werkvormen: &sync.Map{}}
	b.waarden = sync.OnceValues(b.loadWaarden)
	b.woorden = sync.OnceValues(b.loadWoorden)
	return b
}

// Onbekend is the error that no definition has an id.
type Onbekend struct {
	Wat  string   // casus, werkvorm or waarde
	ID   string   // what was asked for
	Kent []string // the ids that there are
}

// Error says which id is meant, or how to see them all.
func (o *Onbekend) Error() string {
	if o.ID == o.Wat { // as help calls what stands there
		return fmt.Sprintf("zet op de plek van %s een naam; typ weeg %s lijst", strings.ToUpper(o.Wat), o.Wat)
	}
	return fmt.Sprintf("er bestaat geen %s %s; %s", o.Wat, strict.Aanhaling(o.ID),
		strict.Bedoelt(o.ID, o.Kent, "typ weeg "+o.Wat+" lijst"))
}

// read returns the file that holds the definition with this id.
func (b Bibliotheek) read(wat, id string) (data []byte, weergave string, err error) {
	if reflectie.IsID(id) { // so that no id can be a path
		for _, bron := range slices.Backward(b.bronnen) {
			folder := bron.folder(wat)
			if folder == "" || folder == bron.Waarden && id+".yaml" == waardenBestand {
				continue
			}
			pad := path.Join(folder, id+".yaml")
			data, err := strict.ReadFile(bron.FS, pad, bron.weergave(pad), maxBytes)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			return data, bron.weergave(pad), err
		}
	}
	kent, err := b.ids(wat)
	if err != nil {
		return nil, "", err
	}
	return nil, "", &Onbekend{Wat: wat, ID: id, Kent: kent}
}

func (b Bibliotheek) ids(wat string) ([]string, error) {
	var ids []string
	for _, bron := range b.bronnen {
		meer, err := bron.ids(wat)
		if err != nil {
			return nil, err
		}
		ids = append(ids, meer...)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// CasusIDs lists the ids of the casussen in alphabetical order, without opening them.
func (b Bibliotheek) CasusIDs() ([]string, error) { return b.ids(watCasus) }

// WerkvormIDs lists the ids of the werkvormen in alphabetical order, without opening them.
func (b Bibliotheek) WerkvormIDs() ([]string, error) { return b.ids(watWerkvorm) }

// Casus reads one casus and checks it wholly. An id that does not exist gives *Onbekend.
func (b Bibliotheek) Casus(id string) (Casus, error) {
	data, weergave, err := b.read(watCasus, id)
	if err != nil {
		return Casus{}, err
	}
	return b.ParseCasus(data, weergave, id)
}

// LoadCasus reads the casus in a file by its path, and checks it wholly against
// this library.
func (b Bibliotheek) LoadCasus(fsys fs.FS, naam, weergave string) (Casus, error) {
	data, err := strict.ReadFile(fsys, naam, weergave, maxBytes)
	if err != nil {
		return Casus{}, err
	}
	return b.ParseCasus(data, weergave, idVan(naam))
}

// ParseCasus reads the casus that these bytes hold, which a file called id is to have,
// and checks it wholly against this library.
func (b Bibliotheek) ParseCasus(data []byte, weergave, id string) (Casus, error) {
	go b.woorden() // while the catalogue is read: both are needed
	waarden, err := b.waarden()
	if err != nil {
		return Casus{}, err
	}
	werkvormen, err := b.WerkvormIDs()
	if err != nil {
		return Casus{}, err
	}
	woorden, err := b.woorden()
	if err != nil {
		return Casus{}, err
	}
	return parseCasus(data, weergave, id, &kennis{
		waarden:    Elk(waarden, func(w Waarde) string { return w.ID }),
		werkvormen: werkvormen,
		werkvorm:   b.Werkvorm,
		woorden:    woorden,
	})
}

// Werkvorm reads one werkvorm. An id that does not exist gives *Onbekend.
func (b Bibliotheek) Werkvorm(id string) (Werkvorm, error) {
	if w, ok := b.werkvormen.Load(id); ok {
		return w.(Werkvorm), nil
	}
	data, weergave, err := b.read(watWerkvorm, id)
	if err != nil {
		return Werkvorm{}, err
	}
	w, err := b.ParseWerkvorm(data, weergave, id)
	if err == nil {
		b.werkvormen.Store(id, w)
	}
	return w, err
}

// IsWerkvorm reports whether a file holds a werkvorm, and not a casus: it has steps.
// A file that cannot be opened is none, of which LoadCasus tells why; of one that is no
// YAML it cannot be told, and the error says where. weergave is how the person calls it.
func IsWerkvorm(fsys fs.FS, naam, weergave string) (bool, error) {
	data, err := strict.ReadFile(fsys, naam, weergave, maxBytes)
	if err != nil {
		return false, nil
	}
	n, err := strict.Parse(weergave, data, maxBytes)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(n.Velden, func(v strict.Veld) bool { return v.Naam == "stappen" }), nil
}

// LoadWerkvorm reads the werkvorm in a file by its path, with the words of this library.
func (b Bibliotheek) LoadWerkvorm(fsys fs.FS, naam, weergave string) (Werkvorm, error) {
	data, err := strict.ReadFile(fsys, naam, weergave, maxBytes)
	if err != nil {
		return Werkvorm{}, err
	}
	return b.ParseWerkvorm(data, weergave, idVan(naam))
}

// ParseWerkvorm reads the werkvorm that these bytes hold, which a file called id is to
// have, with the words of this library.
func (b Bibliotheek) ParseWerkvorm(data []byte, weergave, id string) (Werkvorm, error) {
	woorden, err := b.woorden()
	if err != nil {
		return Werkvorm{}, err
	}
	return parseWerkvorm(data, weergave, id, woorden)
}

// Casussen reads all casussen, by title. With faults it returns those that are
// right, and the faults of the others together.
func (b Bibliotheek) Casussen() ([]Casus, error) {
	casussen, err := all(b.CasusIDs, b.Casus)
	return Gesorteerd(casussen, func(c, d *Casus) int {
		return cmp.Compare(reflectie.Zoekvorm(c.Titel), reflectie.Zoekvorm(d.Titel))
	}), err
}

// Werkvormen reads all werkvormen, by id. With faults it returns those that are
// right, and the faults of the others together.
func (b Bibliotheek) Werkvormen() ([]Werkvorm, error) {
	return all(b.WerkvormIDs, b.Werkvorm)
}

// all loads everything there is, on all processors.
func all[T any](ids func() ([]string, error), load func(id string) (T, error)) ([]T, error) {
	lijst, err := ids()
	if err != nil {
		return nil, err
	}
	geladen, fouten := make([]T, len(lijst)), make([]error, len(lijst))
	var klaar sync.WaitGroup
	for i, id := range lijst {
		klaar.Go(func() { geladen[i], fouten[i] = load(id) })
	}
	klaar.Wait()
	var (
		f    strict.Fouten
		alle []T
	)
	verteld := map[string]bool{} // what is wrong in the catalogue or in the words, is so for each
	for i, err := range fouten {
		switch {
		case err == nil:
			alle = append(alle, geladen[i])
		case !verteld[err.Error()]:
			verteld[err.Error()] = true
			f.AddErr(err)
		}
	}
	return alle, f.Err()
}

// Waarden returns the catalogue: what a later bron has goes over the waarde
// with the same id, in its place, and what it adds comes last.
func (b Bibliotheek) Waarden() ([]Waarde, error) {
	waarden, err := b.waarden()
	return slices.Clone(waarden), err
}

// Waarde returns one waarde of the catalogue. An id that does not exist gives *Onbekend.
func (b Bibliotheek) Waarde(id string) (Waarde, error) {
	waarden, err := b.waarden()
	if err != nil {
		return Waarde{}, err
	}
	if w, ok := Zoek(waarden, func(w Waarde) bool { return w.ID == id }); ok {
		return w, nil
	}
	kent := Elk(waarden, func(w Waarde) string { return w.ID })
	slices.Sort(kent)
	return Waarde{}, &Onbekend{Wat: watWaarde, ID: id, Kent: kent}
}

func (b Bibliotheek) loadWaarden() ([]Waarde, error) {
	var (
		f         strict.Fouten
		catalogus []Waarde
	)
	plek := map[string]int{}
	for _, bron := range b.bronnen {
		if bron.Waarden == "" {
			continue
		}
		pad := path.Join(bron.Waarden, waardenBestand)
		waarden, err := LoadWaarden(bron.FS, pad, bron.weergave(pad))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		f.AddErr(err)
		for _, w := range waarden {
			if i, ok := plek[w.ID]; ok {
				catalogus[i] = w
				continue
			}
			plek[w.ID] = len(catalogus)
			catalogus = append(catalogus, w)
		}
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	return catalogus, nil
}

// idVan is the id that a file's name promises.
func idVan(naam string) string { return strings.TrimSuffix(path.Base(naam), ".yaml") }
