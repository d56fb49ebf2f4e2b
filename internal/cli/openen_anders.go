//go:build !windows

package cli

import (
	"context"
	"os/exec"
	"syscall"
	"time"
)

// openTijd is how long one waits whether a program fails that should open a file: xdg-open
// does so within it where there is no window.
const openTijd = time.Second

// newOpen is what opens a file as a double click does; nil where no window can show it.
func newOpen(w Wereld) func(ctx context.Context, pad string) error {
	naam, venster := "xdg-open", w.Getenv("DISPLAY")+w.Getenv("WAYLAND_DISPLAY") != ""
	if w.OS == "darwin" {
		naam, venster = "open", w.Getenv("SSH_CONNECTION") == ""
	}
	programma, err := exec.LookPath(naam)
	if err != nil || !venster {
		return nil
	}
	return func(ctx context.Context, pad string) error {
		cmd := exec.Command(programma, pad)
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // a browser stays when this ends, or ctrl+c is typed here
		if err := cmd.Start(); err != nil {
			return err
		}
		klaar := make(chan error, 1)
		go func() { klaar <- cmd.Wait() }()
		select {
		case err := <-klaar:
			return err
		case <-ctx.Done():
			return nil
		case <-time.After(openTijd): // it may be the browser itself
			return nil
		}
	}
}
