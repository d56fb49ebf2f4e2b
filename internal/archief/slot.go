package archief

import (
	"cmp"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
)

// vergrendel takes the lock of a file, which need not be there; while another holds
// it the error is ErrBezet. The system lets go of it when the process ends, however
// that ends.
//
// Letting go removes the file. On Unix it is removed while the lock is held,
// and who takes a lock checks that the file is still the one of that name; so
// nobody holds a lock on a file that is gone. Windows refuses to remove a file
// that is open, so there it is removed after, and stays when another has opened
// it meanwhile. A lock file that stays is empty and locks nothing; RuimOp removes it.
func vergrendel(bestand string) (ontgrendel func(), err error) {
	pad := slotVan(bestand)
	for {
		slot := flock.New(pad, flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(modeEigen))
		var vast bool
		err := volhard(func() (err error) {
			vast, err = slot.TryLock()
			return err
		})
		if vast && isNog(slot, pad) {
			return func() { laatLos(slot, pad) }, nil
		}
		slot.Close()
		if !vast {
			return nil, cmp.Or(err, ErrBezet)
		}
		// The holder before removed it between our opening and our locking.
	}
}

// slotVan is where the lock of a file stands.
func slotVan(bestand string) string {
	dir, basis := filepath.Split(bestand)
	return filepath.Join(dir, "."+basis+".lock")
}

// isNog reports whether the locked file is the one that pad names now.
func isNog(slot *flock.Flock, pad string) bool {
	vast, err := slot.Stat()
	if err != nil {
		return false
	}
	nu, err := os.Stat(pad)
	return err == nil && os.SameFile(vast, nu)
}

func laatLos(slot *flock.Flock, pad string) {
	if runtime.GOOS != "windows" {
		os.Remove(pad)
	}
	slot.Close()
	if runtime.GOOS == "windows" {
		os.Remove(pad)
	}
}
