package archief

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ambt.example/weeg/internal/strict"
)

// A vak is one of the person's own folders, with a file for each id.
type vak struct {
	plek, naam string // the folder of weeg that it is in, and its name there
	einde      string // of the names of the files
	wat        string // what such a file is called
	opdracht   string // the command that lists them
	max        int    // the largest file that is read, in bytes
	err        error  // why there is no plek
}

// pad returns where the file of an id stands, there or not.
func (v vak) pad(id string) (string, error) {
	if v.plek == "" {
		return "", cmp.Or[error](v.err, fout("", "weeg heeft geen plek om dit te bewaren", "geef HOME het volledige pad van uw thuismap"))
	}
	if err := checkID(id); err != nil {
		return "", err
	}
	return filepath.Join(v.plek, v.naam, id+v.einde), nil
}

// lees reads the file of an id.
func (v vak) lees(id string) ([]byte, error) {
	p, err := v.pad(id)
	if err != nil {
		return nil, err
	}
	data, err := LeesBestand(p, v.max)
	return data, v.geen(id, err)
}

// maxBegin is how much begin reads, in bytes.
const maxBegin = 32 << 10

// begin reads the first bytes of the file of an id; none where that cannot be read.
func (v vak) begin(id string) []byte {
	p, err := v.pad(id)
	if err != nil {
		return nil
	}
	info, err := os.Stat(p)
	if err != nil || !info.Mode().IsRegular() { // a pipe would wait for who writes
		return nil
	}
	f, err := os.Open(p)
	if err != nil {
		return nil
	}
	defer f.Close()
	data := make([]byte, maxBegin)
	n, _ := io.ReadFull(f, data)
	return data[:n]
}

// verwijder removes the file of an id.
func (v vak) verwijder(id string) error {
	p, err := v.pad(id)
	if err != nil {
		return err
	}
	return v.geen(id, remove(p))
}

// geen names the id where err says that it has no file.
func (v vak) geen(id string, err error) error {
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return fout("", fmt.Sprintf("er is geen %s %s", v.wat, strict.HeleAanhaling(id)), "typ weeg "+v.opdracht+" lijst om te zien wat er is", fs.ErrNotExist)
}

// ids lists the ids that have a file, in alphabetical order.
func (v vak) ids() ([]string, error) {
	if v.plek == "" {
		return nil, nil
	}
	dir := filepath.Join(v.plek, v.naam)
	bestanden, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, leesFout(dir, err)
	}
	var lijst []string
	for _, b := range bestanden {
		id, ok := strings.CutSuffix(b.Name(), v.einde)
		if ok && !b.IsDir() && checkID(id) == nil {
			lijst = append(lijst, id)
		}
	}
	slices.Sort(lijst)
	return lijst, nil
}
