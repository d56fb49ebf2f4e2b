package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"syscall"

	"ambt.example/weeg/internal/archief"
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
	blijft bool                        // it stays in the window after a screen of ours
}

// opScherm shows it on a screen of ours, until the person closes it.
func (l leesstof) opScherm(ctx context.Context, kant gastheer, v rapport.Vorm) error {
	return onderbroken(kant.lees(ctx, l.titel, func(breedte int) []string {
		v.Breedte = breedte
		return append([]string{""}, l.alles(v)...)
	}))
}

// leesBreedte is as wide as a text to read gets, as on the screens of a conversation.
const leesBreedte = 84

// vorm is how text on standard output looks.
func (w Wereld) vorm() rapport.Vorm {
	if !w.UitTerminal {
		return rapport.Vorm{Breedte: w.breedte(), Zinnen: w.isKaal()}
	}
	breed, _ := w.maat()
	kaal := w.isKaal()
	return rapport.Vorm{Breedte: min(breed, leesBreedte), Zinnen: kaal, Opmaak: !kaal, Kleur: !kaal && w.isKleurig()}
}

// An uitgifte hands a result to the person: to read, or in a file of its own.
type uitgifte struct {
	ontvangst
	plek plek
}

// toon shows something to read: plain where it goes to a pipe or a file, and on
// a terminal with what that can do. There a text that is longer than the screen
// is leafed through: with the program in PAGER, or else on a screen of ours. No
// private answer goes to another program.
func (u uitgifte) toon(ctx context.Context, l leesstof) error {
	v := u.w.vorm()
	if !u.w.UitTerminal {
		return u.schrijf(l.regels(v))
	}
	alles := l.alles(v)
	// The line with the command and the one after it want to be seen too.
	if _, hoog := u.w.maat(); !v.Opmaak || len(alles) <= hoog-3 {
		return u.schrijf(alles)
	}
	ctx, stop := u.sein.totSignaal(ctx)
	defer stop()
	if pager := strings.TrimSpace(u.w.Getenv("PAGER")); pager != "" && l.regels != nil {
		err := u.blader(ctx, pager, l.regels(v))
		switch {
		case err == nil && l.prive != nil:
			return u.schrijf(append([]string{""}, rapport.PriveRegels(l.prive, v)...))
		case !errors.Is(err, errGeenPager):
			return err
		}
		defer u.w.melding("Het programma in PAGER werkt niet: %s. Weeg toonde de tekst daarom zelf.", strict.Aanhaling(pager))
	}
	if u.w.Terminal == nil { // nobody can press a key
		return u.schrijf(alles)
	}
	kant, err := u.gastheer(false)
	if err != nil {
		return err
	}
	defer kant.sluit()
	if err := l.opScherm(ctx, kant, v); err != nil || !l.blijft {
		return err
	}
	kant.sluit()
	return u.schrijf(l.alles(u.w.vorm())) // the window may have another width now
}

// schrijf writes lines to standard output.
func (u uitgifte) schrijf(regels []string) error { return u.w.schrijf(metRegeleinden(regels)) }

func metRegeleinden(regels []string) []byte {
	if len(regels) == 0 {
		return nil
	}
	return []byte(strings.Join(regels, "\n") + "\n")
}

// errGeenPager says that the program to leaf with is not there, or does not do.
var errGeenPager = errors.New("geen pager")

// blader gives a text to the person's own program to leaf with.
func (u uitgifte) blader(ctx context.Context, pager string, regels []string) error {
	woorden := splits(pager)
	cmd := exec.CommandContext(ctx, woorden[0], woorden[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(metRegeleinden(regels)), u.w.Uit, u.w.Fout
	if u.w.Getenv("LESS") == "" {
		cmd.Env = append(cmd.Environ(), "LESS=R") // it shows what is bold, and no codes
	}
	if u.w.OS != "windows" { // which has no way to ask
		cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	}
	cmd.WaitDelay = editorTijd
	err := u.sein.alsAnder(ctx, cmd.Run)
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

// standaarduitvoer is the name that stands for no file.
const standaarduitvoer = "-"

// isBestand reports whether naar names a file, and not standard output.
func isBestand(naar string) bool { return naar != "" && naar != standaarduitvoer }

// zet writes a result to a new file, and its path to standard output; or else the
// result itself.
func (u uitgifte) zet(naar string, data []byte) error {
	if !isBestand(naar) {
		return u.w.schrijf(data)
	}
	pad := u.plek.pad(naar)
	if err := u.kast.SchrijfNieuw(pad, data); err != nil {
		if errors.Is(err, archief.ErrBestaat) {
			return invoer(err)
		}
		return err
	}
	if u.w.UitTerminal {
		u.w.melding("Het bestand staat in:")
	}
	return u.w.schrijfPad(u.plek.toon(pad))
}

// metBestand has doe write a result as it goes, to standard output or to a new file, of
// which uitvoer.kies knows that it can come. What doe wrote comes there also where it ends
// with an error.
func (u uitgifte) metBestand(naar string, doe func(Wereld) error) error {
	if !isBestand(naar) {
		return doe(u.w)
	}
	var data bytes.Buffer
	w := u.w
	w.Uit, w.UitTerminal = &data, false
	err := doe(w)
	if err != nil && data.Len() == 0 {
		return err
	}
	return cmp.Or(u.zet(naar, data.Bytes()), err)
}

// bladert reports whether a page of Markdown is leafed through: on a terminal, where nobody
// asked for Markdown.
func (u uitgifte) bladert(uit uitvoer) bool { return uit.formaat+uit.naar == "" && u.w.UitTerminal }

// leverBlad is lever for a page of Markdown, with what stands before it for other programs.
func (u uitgifte) leverBlad(uit uitvoer, voorwerk, md string) error {
	if u.bladert(uit) {
		return u.w.drukLang(false, nil, func(b *bladzij) { b.markdown(md) })
	}
	return u.lever(uit.naar, []byte(voorwerk+md))
}

// lever is zet for what is made of a reflectie: it says what is shared with the file.
func (u uitgifte) lever(naar string, data []byte) error {
	if err := u.zet(naar, data); err != nil || !isBestand(naar) {
		return err
	}
	u.w.melding("Deelt u dit bestand? Uw privé-antwoorden staan er niet in. Een gedeeld bestand kan met de Woo worden opgevraagd.")
	return nil
}
