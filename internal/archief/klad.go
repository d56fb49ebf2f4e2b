package archief

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// maxKlad is the largest text that is read back, in bytes.
const maxKlad = 16 << 20

func (a Archief) padKlad(id string) (string, error) {
	return vak{plek: a.plekken.Staat, naam: "klad", einde: ".md", err: a.err}.pad(id)
}

// SchrijfKlad puts a text of the conversation with this id in a file of its own,
// for a program that edits it, and returns where. Only the person may read it.
// What a killed process left there is written over.
func (a Archief) SchrijfKlad(id, tekst string) (string, error) {
	p, err := a.padKlad(id)
	if err != nil {
		return "", err
	}
	return p, writeEigen(p, []byte(tekst))
}

// Klad reads that text back.
func (a Archief) Klad(id string) (string, error) {
	p, err := a.padKlad(id)
	if err != nil {
		return "", err
	}
	data, err := LeesBestand(p, maxKlad)
	return string(data), err
}

// VerwijderKlad removes the file, there or not, and what an editor left beside
// it under its name.
func (a Archief) VerwijderKlad(id string) error {
	p, err := a.padKlad(id)
	if err != nil {
		return err
	}
	dir, naam := filepath.Split(p)
	bestanden, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return schrijfFout(p, err)
	}
	for _, b := range bestanden {
		if !strings.HasPrefix(strings.TrimLeft(b.Name(), ".#"), naam) {
			continue
		}
		if err := os.Remove(dir + b.Name()); err != nil {
			return schrijfFout(dir+b.Name(), err)
		}
	}
	return nil
}
