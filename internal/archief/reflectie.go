package archief

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ambt.example/weeg/internal/reflectie"
)

// NieuweNaam returns a new name for a reflectie, without .md:
// "2026-11-21-koken-in-het-schoolgebouw-k3x9". It serves as its id too.
func NieuweNaam(datum reflectie.Datum, casus string, random io.Reader) (string, error) {
	if err := checkID(casus); err != nil {
		return "", err
	}
	staart, err := willekeurig(random)
	if err != nil {
		return "", err
	}
	return datum.String() + "-" + casus + "-" + staart, nil
}

// Reflecties lists what a folder has that may be reflecties, by name: all that ends
// in .md and is no folder. Nothing is opened, so a link may lead nowhere: who reads
// it can say so. Hidden files and the one that explains the folder are left out. A
// folder that is not there has none; of one that could not be read to its end, the
// error comes with what was read.
func Reflecties(dir string) ([]string, error) {
	bestanden, err := os.ReadDir(dir)
	isBestand := false
	if errors.Is(err, fs.ErrNotExist) { // which Windows says of a file too
		info, fout := os.Stat(dir)
		isBestand = fout == nil && !info.IsDir()
	}
	switch {
	case isBestand:
		return nil, fout(dir, "dit is een bestand en geen map", "noem een map", err)
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		err = leesFout(dir, err)
	}
	var paden []string
	for _, b := range bestanden {
		if pad := filepath.Join(dir, b.Name()); IsReflectienaam(b.Name()) && !isMap(pad, b) {
			paden = append(paden, pad)
		}
	}
	return paden, err
}

// IsReflectienaam reports whether a file that is called so may be a reflectie.
func IsReflectienaam(naam string) bool {
	naam = strings.ToLower(naam)
	return strings.HasSuffix(naam, ".md") && !strings.HasPrefix(naam, ".") && naam != "readme.md" && naam != "leesmij.md"
}

// isMap reports whether what a folder has at pad is a folder, or leads to one.
func isMap(pad string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return d.IsDir()
	}
	info, err := os.Stat(pad)
	return err == nil && info.IsDir()
}

// Vervang puts nieuw in the place of oud in a file, and keeps its mode. It
// writes nothing and returns ErrVeranderd when the file no longer holds oud,
// and ErrBezet while another weeg does the same. A link stays a link: the file
// that it names is replaced, unless that is outside the folder of the team that the
// link is in.
func (a Archief) Vervang(pad string, oud, nieuw []byte) error {
	if err := a.BlijftInTeam(pad); err != nil {
		return err
	}
	doel, err := filepath.EvalSymlinks(pad)
	if err != nil {
		return leesFout(pad, err)
	}
	return metSlot(pad, doel, func() error { return vervang(pad, doel, oud, nieuw) })
}

// metSlot does something under the lock of the file that pad leads to.
func metSlot(pad, doel string, doe func() error) error {
	ontgrendel, err := vergrendel(doel)
	if errors.Is(err, ErrBezet) {
		return fout(pad, "een ander programma schrijft nu in dit bestand", "probeer het zo opnieuw", err)
	}
	if err != nil {
		return schrijfFout(pad, err)
	}
	defer ontgrendel()
	return doe()
}

// vervang does the work of Vervang, on the file that pad leads to, under its lock.
func vervang(pad, doel string, oud, nieuw []byte) error {
	veranderd := fout(pad, "dit bestand is intussen veranderd", "er is niets geschreven; probeer het opnieuw", ErrVeranderd)
	info, err := os.Stat(doel)
	switch {
	case err != nil:
		return leesFout(pad, err)
	case info.Mode().IsRegular() && info.Size() != int64(len(oud)):
		return veranderd
	case info.Mode().Perm()&0o200 == 0:
		return fout(pad, "dit bestand kunt u alleen lezen", "maak het schrijfbaar, of werk in een kopie", os.ErrPermission)
	}
	nu, err := LeesBestand(doel, len(oud)+1)
	if err != nil {
		return err
	}
	if !bytes.Equal(nu, oud) {
		return veranderd
	}
	if bytes.Equal(oud, nieuw) {
		return nil
	}
	return replaceMode(doel, nieuw, info.Mode().Perm())
}
