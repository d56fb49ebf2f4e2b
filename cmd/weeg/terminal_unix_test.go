//go:build unix

package main

import (
	"os"
	"syscall"
)

// sluitbaar makes a file of which a Close does not wait for the Read that is
// under way: so a terminal can go while somebody watches it.
func sluitbaar(f *os.File) (*os.File, error) {
	fd, err := syscall.Dup(int(f.Fd()))
	if err != nil {
		return nil, err
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), f.Name()), f.Close()
}
