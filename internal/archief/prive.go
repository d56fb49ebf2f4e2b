package archief

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ambt.example/weeg/internal/strict"
)

// maxPrive is the largest private part that is read, in bytes.
const maxPrive = 16 << 20

const privePlek = "prive"

// PadPrive returns where the private part of a reflectie stands, there or not.
func (a Archief) PadPrive(id string) (string, error) {
	return pad(a.plekken.Data, privePlek, id, ".md")
}

// BewaarPrive writes the private part of the reflectie with this id, over the
// one that was there.
func (a Archief) BewaarPrive(id string, data []byte) error {
	p, err := a.PadPrive(id)
	if err != nil {
		return err
	}
	if err := maakMap(filepath.Dir(p), modeEigenMap); err != nil {
		return err
	}
	return replace(p, data, modeEigen)
}

// Prive reads the private part of the reflectie with this id. When there is
// none the error is fs.ErrNotExist.
func (a Archief) Prive(id string) ([]byte, error) {
	p, err := a.PadPrive(id)
	if err != nil {
		return nil, err
	}
	data, err := LeesBestand(p, maxPrive)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, geenPrive(id)
	}
	return data, err
}

// PriveLijst returns the ids that have a private part, in alphabetical order.
func (a Archief) PriveLijst() ([]string, error) {
	if a.plekken.Data == "" {
		return nil, nil
	}
	return ids(filepath.Join(a.plekken.Data, privePlek), ".md")
}

// VerwijderPrive removes the private part of the reflectie with this id.
func (a Archief) VerwijderPrive(id string) error {
	p, err := a.PadPrive(id)
	if err != nil {
		return err
	}
	err = remove(p)
	if errors.Is(err, fs.ErrNotExist) {
		return geenPrive(id)
	}
	return err
}

func geenPrive(id string) error {
	return fout("", fmt.Sprintf("er is geen privédeel %s", strict.Aanhaling(id)), "typ weeg prive lijst om te zien wat er is", fs.ErrNotExist)
}

// pad returns the file of an id in one of the person's own folders.
func pad(plek, vak, id, einde string) (string, error) {
	if plek == "" {
		return "", fout("", "weeg heeft geen eigen map om dit te bewaren", "geef HOME het volledige pad van uw eigen map")
	}
	if err := checkID(id); err != nil {
		return "", err
	}
	return filepath.Join(plek, vak, id+einde), nil
}

// ids lists the ids of the files in dir that end in einde, in alphabetical
// order. A folder that is not there has none.
func ids(dir, einde string) ([]string, error) {
	bestanden, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, leesFout(dir, err)
	}
	var lijst []string
	for _, b := range bestanden {
		id, ok := strings.CutSuffix(b.Name(), einde)
		if ok && !b.IsDir() && checkID(id) == nil {
			lijst = append(lijst, id)
		}
	}
	slices.Sort(lijst)
	return lijst, nil
}
