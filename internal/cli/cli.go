// Package cli is the command line: it reads the arguments, puts the rooms of
// the house together once, and gives each command what it needs.
//
// It is the only room that looks at the clock, the environment, the random
// source and the process's own streams. It knows nothing of how a question is
// asked or a file is written.
package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/stil"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

// The exit codes.
const (
	exitKlaar   = 0 // done
	exitGebruik = 2 // wrong use or wrong input
	exitMislukt = 3 // failed
	exitGestopt = 4 // stopped, with the concept saved

	exitOnderbroken = 130 // interrupted where there is nothing to save
)

// A Wereld is all that the program meets outside itself.
type Wereld struct {
	In       io.Reader
	Uit      io.Writer // results, and nothing else
	Fout     io.Writer // questions and messages
	Getenv   func(string) string
	Nu       func() time.Time
	Random   io.Reader
	Werkmap  string
	OS       string
	Terminal *Terminal // nil when there is no person at a terminal

	UitTerminal bool // Uit is a terminal, so that only a person reads it
}

// A Terminal is where a person sits.
type Terminal struct {
	In, Uit *os.File
}

// Main runs the program as the process that it is, and returns its exit code.
func Main() int {
	stil.Herstel()
	debug.SetGCPercent(400) // a run is short and small: collecting costs more than it gives back
	werkmap, err := os.Getwd()
	if err != nil {
		fmt.Fprintln(os.Stderr, "weeg: de werkmap is er niet meer. Ga naar een andere map en probeer het nog eens.")
		return exitMislukt
	}
	w := Wereld{
		In: os.Stdin, Uit: os.Stdout, Fout: os.Stderr,
		Getenv: os.Getenv, Nu: time.Now, Random: rand.Reader,
		Werkmap: werkmap, OS: runtime.GOOS,
	}
	w.UitTerminal = term.IsTerminal(int(os.Stdout.Fd()))
	if term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())) {
		w.Terminal = &Terminal{In: os.Stdin, Uit: os.Stderr}
	}
	return Run(context.Background(), w, os.Args[1:])
}

// Run runs one command and returns the exit code.
func Run(ctx context.Context, w Wereld, args []string) int {
	root := newRoot(&app{Wereld: w})
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err == nil {
		return exitKlaar
	}
	if !errors.Is(err, gesprek.ErrGestopt) && !errors.Is(err, errOnderbroken) {
		fmt.Fprintln(w.Fout, zetwerk.Veilig(foutmelding(err)))
	}
	return exitcode(err)
}

// foutmelding writes an error as a sentence. One about a file begins with the
// file, as it is called.
func foutmelding(err error) string {
	var (
		bevindingen strict.Bevindingen
		lezen       *strict.Leesfout
		schrijven   *archief.Fout
		stroom      *fs.PathError
	)
	tekst := err.Error()
	if errors.As(err, &bevindingen) || errors.As(err, &lezen) || errors.As(err, &schrijven) && schrijven.Pad != "" {
		return tekst
	}
	if errors.As(err, &stroom) { // a stream of ours; the system says why in English
		return stroom.Path + ": lezen of schrijven is niet gelukt"
	}
	eerste, n := utf8.DecodeRuneInString(tekst)
	return string(unicode.ToUpper(eerste)) + tekst[n:]
}

// exitcode says how the process ends after err.
func exitcode(err error) int {
	var g *gebruiksfout
	switch {
	case errors.As(err, &g):
		return exitGebruik
	case errors.Is(err, gesprek.ErrGestopt):
		return exitGestopt
	case errors.Is(err, errOnderbroken):
		return exitOnderbroken
	}
	return exitMislukt
}

// A gebruiksfout is wrong use or wrong input: exit code 2.
type gebruiksfout struct{ err error }

func (g *gebruiksfout) Error() string { return g.err.Error() }
func (g *gebruiksfout) Unwrap() error { return g.err }

// gebruik makes an error of wrong use.
func gebruik(format string, args ...any) error {
	return &gebruiksfout{fmt.Errorf(format, args...)}
}

// invoer marks err, if any, as wrong input.
func invoer(err error) error {
	if err == nil {
		return nil
	}
	return &gebruiksfout{err}
}

// melding writes a message for the person. It is wrapped on a terminal alone:
// elsewhere a command in it should stay in one piece.
func (w Wereld) melding(format string, args ...any) {
	tekst := fmt.Sprintf(format, args...)
	if w.Terminal == nil {
		fmt.Fprintln(w.Fout, zetwerk.Veilig(tekst))
		return
	}
	for _, regel := range zetwerk.Alinea(tekst, w.breedte(), "", "") {
		fmt.Fprintln(w.Fout, regel)
	}
}

// breedte is how many columns a text may take.
func (w Wereld) breedte() int {
	if w.Terminal != nil {
		if breed, _, err := term.GetSize(int(w.Terminal.Uit.Fd())); err == nil && breed > 0 {
			return min(breed, maxBreedte)
		}
	}
	return gewoneBreedte
}

const (
	gewoneBreedte = 80  // where nobody says
	gewoneHoogte  = 24  // likewise
	maxBreedte    = 100 // longer lines read badly
)
