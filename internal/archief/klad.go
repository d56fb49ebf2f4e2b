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

const kladPlek = "klad"

func (a Archief) padKlad(id string) (string, error) {
	return vak{plek: a.plekken.Staat, naam: kladPlek, einde: ".md", err: a.err}.pad(id)
}

// PadKlad returns where the Klad of a conversation stands, there or not.
func (a Archief) PadKlad(id string) string {
	p, _ := a.padKlad(id)
	return p
}

// A Klad is a text of a conversation in a file of its own, for a program that
// edits it. Who wrote it may be gone, and that program may save it yet.
type Klad struct {
	Sleutel string // of the question; "" when that is not known
	Was     string // the text as weeg wrote it
	Tekst   string // as it stands there
}

// IsVeranderd reports whether another program saved something there. What it left
// empty, it may be about to write.
func (k Klad) IsVeranderd() bool { return k.Tekst != k.Was && strings.TrimSpace(k.Tekst) != "" }

// wasEinde is what the name of the file ends in that holds Sleutel, on the first
// line, and Was.
const wasEinde = ".was"

// SchrijfKlad puts a text of the conversation with this id in its Klad, and
// returns where it stands. Only the person may read it. One that was changed and
// not read yet is never written over: the error is ErrBestaat.
func (a Archief) SchrijfKlad(id, sleutel, tekst string) (string, error) {
	p, err := a.padKlad(id)
	if err != nil {
		return "", err
	}
	k, err := a.Klad(id)
	switch {
	case err == nil && k.IsVeranderd():
		return p, schrijfFout(p, fs.ErrExist)
	case err == nil:
		if err := a.VerwijderKlad(id, k); err != nil {
			return p, err
		}
	case !errors.Is(err, fs.ErrNotExist):
		return p, err
	}
	if err := writeEigen(p+wasEinde, []byte(sleutel+"\n"+tekst)); err != nil {
		return p, err
	}
	return p, writeEigen(p, []byte(tekst))
}

// Klad reads the Klad of the conversation with this id. When there is none the
// error is fs.ErrNotExist.
func (a Archief) Klad(id string) (Klad, error) {
	p, err := a.padKlad(id)
	if err != nil {
		return Klad{}, err
	}
	data, err := LeesBestand(p, maxKlad)
	if err != nil {
		return Klad{}, err
	}
	k := Klad{Tekst: string(data)}
	if was, err := LeesBestand(p+wasEinde, 2*maxKlad); err == nil {
		k.Sleutel, k.Was, _ = strings.Cut(string(was), "\n")
	}
	return k, nil
}

// VerwijderKlad removes the Klad that was read, there or not, and what an editor
// left beside it under its name. Where something else stands now, it stays.
func (a Archief) VerwijderKlad(id string, gelezen Klad) error {
	p, err := a.padKlad(id)
	if err != nil {
		return err
	}
	nu, err := a.Klad(id)
	if err != nil && !errors.Is(err, fs.ErrNotExist) || err == nil && nu.Tekst != gelezen.Tekst {
		return nil
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
		if err := haalWeg(dir + b.Name()); err != nil {
			return schrijfFout(dir+b.Name(), err)
		}
	}
	return nil
}
