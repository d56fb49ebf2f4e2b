package archief

import (
	"errors"
	"io/fs"
	"os"

	"ambt.example/weeg/internal/strict"
)

// LeesBestand reads an ordinary file of at most max bytes. It
// never waits: what is no ordinary file (a folder, a pipe, a device) is refused
// unopened. The error has a *strict.Leesfout, and fs.ErrNotExist when there is
// no such file.
func LeesBestand(pad string, max int) ([]byte, error) {
	data, err := strict.ReadFile(schijf{}, pad, pad, max)
	if errors.Is(err, errVast) { // strict knows nothing of other programs
		err = leesFout(pad, err)
	}
	return data, err
}

// schijf is the whole file system by the paths of the system. os.DirFS refuses
// names that are not UTF-8, and older disks have those.
type schijf struct{}

func (schijf) Stat(pad string) (fs.FileInfo, error) { return os.Stat(pad) }

func (schijf) Open(pad string) (fs.File, error) {
	f, err := openLees(pad)
	if err != nil {
		return nil, err
	}
	return f, nil
}
