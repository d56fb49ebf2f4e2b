package archief

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Sluit closes to others what stands open to them in the person's own folders, as after
// a restore that forgot the modes, and returns the folders of weeg in which it found that.
// On a disk that keeps no modes nothing can be closed, and nothing is returned. Windows
// has no such modes.
func (a Archief) Sluit() (dicht []string) {
	if a.err != nil || runtime.GOOS == "windows" {
		return nil
	}
	for _, plek := range []string{a.plekken.Staat, a.plekken.Data} {
		if plek != "" && sluitMap(plek) {
			dicht = append(dicht, plek)
		}
	}
	return dicht
}

// sluitMap closes a folder of weeg, the folders in it, and their files. Deeper weeg keeps
// nothing. It reports whether anything stood open.
func sluitMap(plek string) (stondOpen bool) {
	sluit := func(pad string, info fs.FileInfo, err error) {
		if err == nil && sluitEen(pad, info) {
			stondOpen = true
		}
	}
	info, err := os.Stat(plek) // it may be a link to another disk
	sluit(plek, info, err)
	elk := func(dir string, doe func(pad string, b fs.DirEntry)) {
		bestanden, _ := os.ReadDir(dir) // of what cannot be listed nobody else can read the names
		for _, b := range bestanden {
			pad := filepath.Join(dir, b.Name())
			info, err := b.Info()
			sluit(pad, info, err)
			doe(pad, b)
		}
	}
	elk(plek, func(pad string, b fs.DirEntry) {
		if b.IsDir() {
			elk(pad, func(string, fs.DirEntry) {})
		}
	})
	return stondOpen
}

// sluitEen closes one file or folder. A link is left alone: what it leads to is not weeg's.
func sluitEen(pad string, info fs.FileInfo) (stondOpen bool) {
	const anderen = 0o077
	if !info.IsDir() && !info.Mode().IsRegular() || info.Mode().Perm()&anderen == 0 {
		return false
	}
	if err := os.Chmod(pad, info.Mode().Perm()&^anderen); err != nil {
		return false
	}
	nu, err := os.Lstat(pad)
	return err == nil && nu.Mode().Perm()&anderen == 0
}
