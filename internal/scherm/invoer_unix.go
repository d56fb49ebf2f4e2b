//go:build unix

package scherm

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// volgt reports whether there is something to read, now or in a moment.
func volgt(f *os.File) bool {
	for {
		var fds unix.FdSet
		fds.Set(int(f.Fd()))
		moment := unix.NsecToTimeval(samen.Nanoseconds())
		n, err := unix.Select(int(f.Fd())+1, &fds, nil, nil, &moment)
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
