package archief

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

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

// SchrijfNieuw writes a file where the person wants it. What exists already,
// also as a folder or a link, is ErrBestaat and stays as it is.
func (a Archief) SchrijfNieuw(pad string, data []byte) error {
	return writeNew(pad, data, modeGedeeld)
}

// Vervang puts nieuw in the place of oud in a file, and keeps its mode. It
// writes nothing and returns ErrVeranderd when the file no longer holds oud,
// and ErrBezet while another weeg does the same. A link stays a link: the file
// that it names is replaced.
func (a Archief) Vervang(pad string, oud, nieuw []byte) error {
	doel, err := filepath.EvalSymlinks(pad)
	if err != nil {
		return leesFout(pad, err)
	}
	dir, basis := filepath.Split(doel)
	ontgrendel, bezet, err := vergrendel(filepath.Join(dir, "."+basis+".lock"))
	if err != nil {
		return schrijfFout(pad, err)
	}
	if bezet {
		return fout(pad, "een ander programma schrijft nu in dit bestand", "probeer het zo opnieuw", ErrBezet)
	}
	defer ontgrendel()
	return vervang(pad, doel, oud, nieuw)
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
