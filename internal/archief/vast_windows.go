package archief

import (
	"errors"
	"syscall"
)

// https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes
const (
	gedeeld   = syscall.Errno(32) // ERROR_SHARING_VIOLATION
	opSlot    = syscall.Errno(33) // ERROR_LOCK_VIOLATION
	geweigerd = syscall.ERROR_ACCESS_DENIED
)

// isVast reports whether err says that another program holds a file.
func isVast(err error) bool { return errors.Is(err, gedeeld) || errors.Is(err, opSlot) }

// isGeweigerd reports whether err says that one may not. Windows also says that of a file
// that another program holds, or that is gone when it lets go.
func isGeweigerd(err error) bool { return errors.Is(err, geweigerd) }
