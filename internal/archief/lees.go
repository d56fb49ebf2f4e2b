package archief

import (
	"io/fs"
	"os"

	"ambt.example/weeg/internal/strict"
)

// LeesBestand reads an ordinary file of at most max bytes. It
// never waits: what is no ordinary file (a folder, a pipe, a device) is refused
// unopened. The error is a *strict.Leesfout, and fs.ErrNotExist when there is
// no such file.
func LeesBestand(pad string, max int) ([]byte, error) {
	return strict.ReadFile(schijf{}, pad, pad, max)
}

// schijf is the whole file system by the paths of the system. os.DirFS refuses
// names that are not UTF-8, and older disks have those.
type schijf struct{}

func (schijf) Open(pad string) (fs.File, error)     { return os.Open(pad) }
func (schijf) Stat(pad string) (fs.FileInfo, error) { return os.Stat(pad) }
