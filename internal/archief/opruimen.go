package archief

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"

	"github.com/gofrs/flock"
)

// RuimOp removes what killed processes left of a save, in the person's own folders
// and in those that are named: it may hold a private answer, or be an empty lock. A
// file that a living process holds stays. What cannot be removed is left for a next time.
func (a Archief) RuimOp(mappen ...string) {
	for _, v := range []vak{a.concepten(), {plek: a.plekken.Staat, naam: kladPlek}, a.prive()} {
		if v.plek != "" {
			ruimMapOp(filepath.Join(v.plek, v.naam), reEigenRest)
		}
	}
	for _, dir := range mappen {
		ruimMapOp(dir, reRest)
	}
}

// These match what tijdelijkeNaam makes of the names of our files, and finds the
// process; and the names of their locks. Among other people's files we only write
// reflecties.
var (
	reEigenRest = regexp.MustCompile(`^\..+\.(?:md|json)\.(?:([0-9]+)-[0-9]+\.tmp|lock)$`)
	reRest      = regexp.MustCompile(`^\..+\.md\.(?:([0-9]+)-[0-9]+\.tmp|lock)$`)
)

// ruimMapOp removes what is left in a folder by its name. A lock with something in it
// is of another program.
func ruimMapOp(dir string, rest *regexp.Regexp) {
	bestanden, _ := os.ReadDir(dir) // of what cannot be listed nothing can be found
	for _, b := range bestanden {
		m := rest.FindStringSubmatch(b.Name())
		if m == nil || !b.Type().IsRegular() {
			continue
		}
		if info, err := b.Info(); err == nil && (m[1] != "" || info.Size() == 0) {
			_ = ruimOp(filepath.Join(dir, b.Name()), m[1])
		}
	}
}

// ruimOp removes a temporary file or a lock unless who made it lives and holds it: then
// the error is ErrBezet. Windows would keep the writer itself out of a locked file; there
// the process counts, where the name has it, and a file that is open is not removed.
func ruimOp(pad, proces string) error {
	if runtime.GOOS == "windows" {
		pid, _ := strconv.Atoi(proces)                 // of a lock 0, which is no process
		if p, err := os.FindProcess(pid); err == nil { // there it is an error when it is gone
			p.Release()
			return ErrBezet
		}
		err := os.Remove(pad)
		if isVast(err) {
			return ErrBezet
		}
		return err
	}
	slot := flock.New(pad, flock.SetFlag(os.O_RDWR))
	defer slot.Close()
	vast, err := slot.TryLock()
	if err != nil {
		return err
	}
	if !vast || !isNog(slot, pad) {
		return ErrBezet
	}
	return os.Remove(pad)
}

// houdVast locks a temporary file until los is called or the process ends; nil when
// it is not there any more, or about to go. Where a disk has no locks nobody can
// take it for one that was left, so there it holds nothing.
func houdVast(pad string) (los func()) {
	if runtime.GOOS == "windows" {
		return func() {}
	}
	slot := flock.New(pad, flock.SetFlag(os.O_RDWR))
	vast, err := slot.TryLock()
	weg := errors.Is(err, fs.ErrNotExist) || vast && !isNog(slot, pad)
	if weg || !vast && err == nil {
		slot.Close()
		return nil
	}
	return func() { slot.Close() }
}
