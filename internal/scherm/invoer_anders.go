//go:build !unix

package scherm

import (
	"os"
	"time"
)

// volgt is for systems on which the library does not read the keyboard itself: it waits
// a moment.
func volgt(*os.File) bool {
	time.Sleep(samen)
	return false
}
