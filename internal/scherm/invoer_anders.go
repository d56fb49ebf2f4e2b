//go:build !unix

package scherm

import "os"

// volgt is for systems on which the library does not read the keyboard itself.
func volgt(*os.File) bool { return false }
