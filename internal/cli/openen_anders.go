//go:build !windows

package cli

import (
	"os/exec"
	"syscall"
)

// newOpen is what opens a file as a double click does; nil where no window can show it.
func newOpen(w Wereld) func(pad string) error {
	naam, venster := "xdg-open", w.Getenv("DISPLAY")+w.Getenv("WAYLAND_DISPLAY") != ""
	if w.OS == "darwin" {
		naam, venster = "open", w.Getenv("SSH_CONNECTION") == ""
	}
	if !venster {
		return nil
	}
	programma, err := exec.LookPath(naam)
	if err != nil {
		return nil
	}
	return func(pad string) error {
		cmd := exec.Command(programma, pad)
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // a browser stays when this ends, or ctrl+c is typed here
		if err := cmd.Start(); err != nil {
			return err
		}
		go func() { _ = cmd.Wait() }() // it may be the browser itself, which ends hours later
		return nil
	}
}
