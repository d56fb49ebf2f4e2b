//go:build !windows

package cli

import "os"

// metCodes is for Windows: elsewhere TERM says what a terminal takes.
func metCodes(*os.File) (terug func(), ok bool) { return func() {}, true }

// sluitMee is for Windows: elsewhere a terminal is that of a shell.
func sluitMee(*os.File) bool { return false }
