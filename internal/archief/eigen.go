package archief

import (
	"bytes"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// EigenReflecties is the folder where a reflectie is the person's alone, there or not.
func (a Archief) EigenReflecties() (string, error) {
	if a.err != nil {
		return "", a.err
	}
	return filepath.Join(a.plekken.Data, GewoneReflecties), nil
}

// MaakEigenReflecties makes that folder, closed to others.
func (a Archief) MaakEigenReflecties() error {
	dir, err := a.EigenReflecties()
	if err != nil {
		return err
	}
	return maakMap(dir, modeEigenMap)
}

// Deel moves the reflectie at van, which holds oud, to a new file at naar, which holds
// nieuw. That is on the disk before the other goes; where it is there already, only
// that is left to do. Where van holds something else by now, nothing is done and the
// error is ErrVeranderd; where naar does, it is ErrBestaat. No file is moved to itself.
func (a Archief) Deel(van, naar string, oud, nieuw []byte) error {
	return metSlot(van, van, func() error { return a.deel(van, naar, oud, nieuw) })
}

func (a Archief) deel(van, naar string, oud, nieuw []byte) error {
	nu, err := LeesBestand(van, len(oud)+1)
	if err != nil {
		return err
	}
	if !bytes.Equal(nu, oud) {
		return fout(van, "dit bestand is intussen veranderd", "er is niets gedeeld; probeer het opnieuw", ErrVeranderd)
	}
	err = a.SchrijfNieuw(naar, nieuw)
	if errors.Is(err, ErrBestaat) && isAnder(van, naar) {
		if daar, _ := LeesBestand(naar, len(nieuw)+1); bytes.Equal(daar, nieuw) {
			err = nil // an earlier try came so far
		}
	}
	if err != nil {
		return err
	}
	return remove(van)
}

// isAnder reports whether naar is a file of its own, and not another way to van.
func isAnder(van, naar string) bool {
	daar, err := os.Lstat(naar)
	if err != nil || !daar.Mode().IsRegular() {
		return false
	}
	hier, err := os.Stat(van)
	return err == nil && !os.SameFile(hier, daar)
}

// geschreven is the file with the ids of the reflecties that the person wrote, a line each,
// with a tab and the path at which it was put.
func (a Archief) geschreven() string { return filepath.Join(a.plekken.Staat, "geschreven") }

// OnthoudID keeps that the person wrote the reflectie with this id, at pad.
func (a Archief) OnthoudID(id, pad string) error {
	if a.err != nil {
		return a.err
	}
	if err := maakMap(a.plekken.Staat, modeEigenMap); err != nil {
		return err
	}
	f, err := openEen(a.geschreven(), os.O_APPEND|os.O_CREATE|os.O_WRONLY, modeEigen)
	if err != nil {
		return schrijfFout(a.geschreven(), err)
	}
	_, err = f.WriteString(id + "\t" + strings.ReplaceAll(pad, "\n", "") + "\n")
	if err := errors.Join(err, f.Close()); err != nil {
		return schrijfFout(a.geschreven(), err)
	}
	return nil
}

// Geschreven has the ids of the reflecties that the person wrote here; none where
// that cannot be read.
func (a Archief) Geschreven() map[string]bool {
	ids := map[string]bool{}
	for id := range a.WaarGeschreven() {
		ids[id] = true
	}
	return ids
}

// WaarGeschreven yields those ids with the path at which each was put, there or not, the
// last first.
func (a Archief) WaarGeschreven() iter.Seq2[string, string] {
	return func(yield func(id, pad string) bool) {
		if a.err != nil {
			return
		}
		data, _ := LeesBestand(a.geschreven(), maxConcept)
		for _, lijn := range slices.Backward(strings.FieldsFunc(string(data), func(r rune) bool { return r == '\n' || r == '\r' })) {
			if id, pad, _ := strings.Cut(lijn, "\t"); !yield(id, pad) {
				return
			}
		}
	}
}
