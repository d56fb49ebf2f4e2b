package archief

import (
	"os"
	"path/filepath"
)

const (
	kladPlek = "klad"
	maxKlad  = 16 << 20 // bytes of one text
)

// SchrijfKlad puts a text of the conversation with this id in a file of its own,
// for a program that edits it, and returns where. Only the person may read it.
// What a killed process left there is written over.
func (a Archief) SchrijfKlad(id, tekst string) (string, error) {
	p, err := pad(a.plekken.Staat, kladPlek, id, ".md")
	if err != nil {
		return "", err
	}
	if err := maakMap(filepath.Dir(p), modeEigenMap); err != nil {
		return "", err
	}
	return p, replace(p, []byte(tekst), modeEigen)
}

// Klad reads that text back.
func (a Archief) Klad(id string) (string, error) {
	p, err := pad(a.plekken.Staat, kladPlek, id, ".md")
	if err != nil {
		return "", err
	}
	data, err := LeesBestand(p, maxKlad)
	return string(data), err
}

// VerwijderKlad removes the file, there or not, and what an editor left beside
// it under its name.
func (a Archief) VerwijderKlad(id string) error {
	p, err := pad(a.plekken.Staat, kladPlek, id, ".md")
	if err != nil {
		return err
	}
	dir, naam := filepath.Split(p)
	for _, vorm := range []string{naam + "*", "." + naam + "*", "#" + naam + "*", ".#" + naam + "*"} {
		resten, err := filepath.Glob(dir + vorm) // an id has no character that Glob explains
		if err != nil {
			return schrijfFout(p, err)
		}
		for _, rest := range resten {
			if err := os.Remove(rest); err != nil {
				return schrijfFout(rest, err)
			}
		}
	}
	return nil
}
