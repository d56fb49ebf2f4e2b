package archief

import (
	"errors"
	"io/fs"
	"os"
	"time"
)

// On Windows a virus scanner, an indexer or what keeps a copy elsewhere opens a file that
// was just written. As long as it does, nobody may open that file, remove it or put another
// in its place. It is a matter of a moment: we try again, for a second in all.
const (
	eersteWacht  = 16 * time.Millisecond
	laatsteWacht = 512 * time.Millisecond
)

// errVast says that another program held a file all that time.
var errVast = errors.New("een ander programma houdt het bestand vast")

// houdVol does something, and does it again after a while as long as it fails so that weer.
func houdVol(doe func() error, weer func(error) bool, wacht func(time.Duration)) error {
	err := doe()
	for duur := eersteWacht; weer(err) && duur <= laatsteWacht; duur *= 2 {
		wacht(duur)
		err = doe()
	}
	return err
}

// volhard does something to a file, also where that may not for a moment.
func volhard(doe func() error) error {
	weer := func(err error) bool { return isVast(err) || isGeweigerd(err) }
	return metVast(houdVol(doe, weer, time.Sleep), isVast)
}

// metVast is err, and errVast where that is why.
func metVast(err error, isVast func(error) bool) error {
	if isVast(err) {
		return errors.Join(errVast, err)
	}
	return err
}

// hernoem is os.Rename that perseveres. What may not be put in the place of a file beside
// which we could write is refused because of that file.
func hernoem(van, naar string) error {
	return metVast(volhard(func() error { return os.Rename(van, naar) }), isGeweigerd)
}

// haalWeg is os.Remove that perseveres.
func haalWeg(pad string) error { return volhard(func() error { return os.Remove(pad) }) }

// openEen is os.OpenFile that perseveres.
func openEen(pad string, vlag int, mode fs.FileMode) (f *os.File, err error) {
	err = volhard(func() error {
		f, err = os.OpenFile(pad, vlag, mode)
		return err
	})
	return f, err
}

// openLees is os.Open that perseveres, but not with what one may not read: there may be
// thousands of those.
func openLees(pad string) (f *os.File, err error) {
	err = metVast(houdVol(func() error {
		f, err = os.Open(pad)
		return err
	}, isVast, time.Sleep), isVast)
	return f, err
}
