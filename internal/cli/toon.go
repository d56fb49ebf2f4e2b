package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"

	"golang.org/x/term"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/strict"
)

// A leesstof is something to read on standard output.
type leesstof struct {
	titel  string                      // stands above it on a screen of ours
	regels func(rapport.Vorm) []string // what may go to another program; nil where nothing may
	prive  []markdown.Deel             // what the person alone may, on a terminal; nil where there is nothing
	alles  func(rapport.Vorm) []string // both, as one text
}

// toon shows something to read: plain where it goes to a pipe or a file, and on
// a terminal with what that can do. There a text that is longer than the screen
// is leafed through: with the program in PAGER, or else on a screen of ours. No
// private answer goes to another program.
func (a *app) toon(ctx context.Context, l leesstof) error {
	v := a.vorm()
	if !a.UitTerminal {
		return a.schrijfUit(l.regels(v))
	}
	alles := l.alles(v)
	// The line with the command and the one after it want to be seen too.
	if _, hoog := a.maat(); !v.Opmaak || len(alles) <= hoog-3 {
		return a.schrijfUit(alles)
	}
	ctx, stop := a.totSignaal(ctx)
	defer stop()
	if pager := strings.TrimSpace(a.Getenv("PAGER")); pager != "" && l.regels != nil {
		err := a.blader(ctx, pager, l.regels(v))
		switch {
		case err == nil && l.prive != nil:
			return a.schrijfUit(append([]string{""}, rapport.PriveRegels(l.prive, v)...))
		case !errors.Is(err, errGeenPager):
			return err
		}
		defer a.melding("Het programma in PAGER werkt niet: %s. Weeg toonde de tekst daarom zelf.", strict.Aanhaling(pager))
	}
	if a.Terminal == nil { // nobody can press a key
		return a.schrijfUit(alles)
	}
	kant, err := a.voorkant(false)
	if err != nil {
		return err
	}
	defer kant.sluit()
	return onderbroken(kant.lees(ctx, l.titel, a.opBreedte(l)))
}

// opBreedte makes the lines of a text for a screen of ours.
func (a *app) opBreedte(l leesstof) func(breedte int) []string {
	return func(breedte int) []string {
		v := a.vorm()
		v.Breedte = breedte
		return append([]string{""}, l.alles(v)...)
	}
}

// onderbroken tells that the person broke off something in which there is
// nothing to lose.
func onderbroken(err error) error {
	if err != nil && errors.Is(gesprek.Gestopt(err), gesprek.ErrGestopt) {
		return errOnderbroken
	}
	return err
}

// vorm is how text on standard output looks.
func (a *app) vorm() rapport.Vorm {
	if !a.UitTerminal {
		return rapport.Vorm{Breedte: a.breedte(), Zinnen: a.isKaal()}
	}
	breed, _ := a.maat()
	breed = min(breed, leesBreedte)
	if a.isKaal() {
		return rapport.Vorm{Breedte: breed, Zinnen: true}
	}
	return rapport.Vorm{Breedte: breed, Opmaak: true, Kleur: a.Getenv("NO_COLOR") == ""}
}

// leesBreedte is as wide as a text to read gets, as on the screens of a conversation.
const leesBreedte = 84

// schrijfUit writes lines to standard output.
func (a *app) schrijfUit(regels []string) error {
	var b bytes.Buffer
	schrijfRegels(&b, regels)
	_, err := a.Uit.Write(b.Bytes())
	return err
}

// errGeenPager says that the program to leaf with is not there, or does not do.
var errGeenPager = errors.New("geen pager")

// blader gives a text to the person's own program to leaf with.
func (a *app) blader(ctx context.Context, pager string, regels []string) error {
	woorden := splits(pager)
	if len(woorden) == 0 {
		return errGeenPager
	}
	var b bytes.Buffer
	schrijfRegels(&b, regels)
	cmd := exec.CommandContext(ctx, woorden[0], woorden[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &b, a.Uit, a.Fout
	if a.Getenv("LESS") == "" {
		cmd.Env = append(cmd.Environ(), "LESS=R") // it shows what is bold, and no codes
	}
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = editorTijd
	err := a.alsAnder(ctx, cmd.Run)
	var klaar *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return errOnderbroken
	case errors.As(err, &klaar) && klaar.ExitCode() != 126 && klaar.ExitCode() != 127: // those say that a shell could not start it
		return fmt.Errorf("het programma in PAGER stopte met een fout: %s; kies een ander programma, of geen", strict.Aanhaling(pager))
	case err != nil:
		return errGeenPager
	}
	return nil
}

// maat is the size of the terminal that standard output is. One that does not
// tell counts as 80 by 24.
func (w Wereld) maat() (breed, hoog int) {
	if uit, ok := w.Uit.(*os.File); ok && w.UitTerminal {
		if breed, hoog, err := term.GetSize(int(uit.Fd())); err == nil && breed > 0 && hoog > 0 {
			return breed, hoog
		}
	}
	return gewoneBreedte, gewoneHoogte
}
