package archief

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// MaakMap makes a folder that a team shares, and the folders above it up to wortel.
// One that is there already is fine; but where wortel itself is gone, somebody moved
// it, and it is not made anew.
func MaakMap(wortel, pad string) error {
	if _, err := os.Stat(wortel); errors.Is(err, fs.ErrNotExist) {
		return fout(wortel, "deze map is er niet meer", "zet de map terug, of kies een andere plek", err)
	}
	return maakMap(pad, modeGedeeldMap)
}

// MaakTeammap is MaakMap in the folder of a team: no link may lead out of that.
func MaakTeammap(wortel, pad string) error {
	if !ligtIn(pad, wortel) {
		return fout(pad, "deze map is een verwijzing naar een plek buiten de map van het team", "haal de verwijzing weg, of noem in "+TeamBestand+" een andere map", errBuiten)
	}
	return MaakMap(wortel, pad)
}

func maakMap(pad string, mode fs.FileMode) error {
	if err := os.MkdirAll(pad, mode); err != nil {
		return schrijfFout(pad, err)
	}
	return nil
}

// SchrijfNieuw writes a file where the person wants it, whole or not at all. What
// exists already, also as a folder or a link, is ErrBestaat and stays as it is; of
// writers at the same time one wins. In the person's own folders it is closed to others.
func (a Archief) SchrijfNieuw(pad string, data []byte) error {
	if a.isEigen(pad) {
		return schrijfNieuw(pad, data, modeEigen)
	}
	return schrijfNieuw(pad, data, modeGedeeld)
}

// SchrijfProgramma is SchrijfNieuw of a file that can be run.
func (a Archief) SchrijfProgramma(pad string, data []byte) error {
	return schrijfNieuw(pad, data, modeProgramma)
}

func schrijfNieuw(pad string, data []byte, mode fs.FileMode) error {
	return writeVia(pad, data, mode, func(tijdelijk string) error {
		err := os.Link(tijdelijk, pad)
		switch {
		case err == nil:
			_ = haalWeg(tijdelijk) // RuimOp does it else
		case !errors.Is(err, fs.ErrExist):
			// Not every file system has hard links (FAT, some network drives).
			err = claim(tijdelijk, pad)
		}
		return err
	})
}

// claim does what a hard link does, where there are none: an empty file that
// must be new holds the name until tijdelijk takes its place.
func claim(tijdelijk, pad string) error {
	f, err := os.OpenFile(pad, os.O_WRONLY|os.O_CREATE|os.O_EXCL, modeGedeeld)
	if err != nil {
		return err
	}
	err = errors.Join(f.Close(), hernoem(tijdelijk, pad))
	if err != nil {
		_ = haalWeg(pad) // ours, and empty
	}
	return err
}

// writeEigen writes a file that only the person may read, over what is there,
// and makes its folder.
func writeEigen(pad string, data []byte) error {
	if err := maakMap(filepath.Dir(pad), modeEigenMap); err != nil {
		return err
	}
	return replace(pad, data, modeEigen)
}

// replace writes a file over what is there, if anything is: who reads pad finds
// the old bytes or the new, and a failure leaves the old.
func replace(pad string, data []byte, mode fs.FileMode) error {
	return writeVia(pad, data, mode, func(tijdelijk string) error { return hernoem(tijdelijk, pad) })
}

// replaceMode is replace with a mode that the umask does not narrow: the one
// that the file has.
func replaceMode(pad string, data []byte, mode fs.FileMode) error {
	return writeVia(pad, data, mode, func(tijdelijk string) error {
		if err := os.Chmod(tijdelijk, mode); err != nil {
			return err
		}
		return hernoem(tijdelijk, pad)
	})
}

// writeVia writes a file beside pad, and lets geef give that its name. On a failure
// nothing stays.
func writeVia(pad string, data []byte, mode fs.FileMode, geef func(tijdelijk string) error) error {
	tijdelijk, los, err := writeTijdelijk(pad, data, mode)
	if err != nil {
		return err
	}
	defer los()
	if err := geef(tijdelijk); err != nil {
		_ = haalWeg(tijdelijk)
		return schrijfFout(pad, err)
	}
	syncMap(filepath.Dir(pad))
	return nil
}

// writeTijdelijk writes data to a new file beside pad, and on to the disk. On a
// failure nothing stays. Until los nobody takes it for what a killed process left.
func writeTijdelijk(pad string, data []byte, mode fs.FileMode) (naam string, los func(), err error) {
	f, los, err := openTijdelijk(pad, mode)
	if err != nil {
		return "", nil, schrijfFout(pad, err)
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		_ = haalWeg(f.Name())
		los()
		return "", nil, schrijfFout(pad, err)
	}
	return f.Name(), los, nil
}

// openTijdelijk makes the temporary file with mode from the start, so that the
// person's umask counts and a private text is never open to others.
func openTijdelijk(pad string, mode fs.FileMode) (f *os.File, los func(), err error) {
	for poging := 0; ; poging++ {
		f, err := os.OpenFile(tijdelijkeNaam(pad, fmt.Sprintf("%d-%d", os.Getpid(), poging)),
			os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		switch {
		case err == nil:
			if los := houdVast(f.Name()); los != nil {
				return f, los, nil
			}
			f.Close() // it was cleaned up between our making and our locking
		case !errors.Is(err, fs.ErrExist), poging == 10_000:
			return nil, nil, err
		}
	}
}

// tijdelijkeNaam is hidden, stands beside pad, and names it, so that what a
// killed process left can be found.
func tijdelijkeNaam(pad, uniek string) string {
	dir, basis := filepath.Split(pad)
	const genoeg = 200 // with what is put around it, within what file systems allow
	if len(basis) > genoeg {
		basis = strings.ToValidUTF8(basis[:genoeg], "")
	}
	return filepath.Join(dir, "."+basis+"."+uniek+".tmp")
}

// remove removes pad, and what a killed process left of it, because that holds
// the same answers as pad does.
func remove(pad string) error {
	if err := haalWeg(pad); err != nil {
		return wegFout(pad, err)
	}
	dir, basis := filepath.Split(pad)
	bestanden, _ := os.ReadDir(dir) // of what cannot be listed nothing can be found
	for _, b := range bestanden {
		if strings.HasPrefix(b.Name(), "."+basis+".") && strings.HasSuffix(b.Name(), ".tmp") {
			_ = haalWeg(dir + b.Name())
		}
	}
	return nil
}

// syncMap brings a new name on to the disk. The bytes are there already, so
// where a system cannot do this (Windows, some network drives) the worst that a
// power cut does is leave the old file; that is no reason to fail.
func syncMap(dir string) {
	d, err := os.Open(dir)
	if err != nil {
		return
	}
	_ = d.Sync()
	_ = d.Close()
}
