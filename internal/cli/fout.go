package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/strict"
)

// The exit codes.
const (
	exitKlaar    = 0 // done
	exitGevonden = 1 // controleer found faults
	exitGebruik  = 2 // wrong use or wrong input
	exitMislukt  = 3 // failed
	exitGestopt  = 4 // stopped, with the concept saved

	exitOnderbroken = 130 // interrupted where there is nothing to save
)

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
	if !errors.As(err, &stroom) {
		return casus.MetHoofdletter(tekst)
	}
	switch stroom.Path { // the system says why in English
	case os.Stdout.Name():
		return "De uitkomst is niet te schrijven. Kijk of de schijf vol is, of stuur de uitkomst naar een andere plek."
	case os.Stdin.Name():
		return "De invoer is niet te lezen. Kijk of het een bestand is waar u bij mag, en geen map."
	}
	return stroom.Path + ": lezen of schrijven is niet gelukt; kijk of de schijf nog werkt"
}

// meldElk tells of files among many that cannot be read, on one line each: of one
// with more faults the first.
func (w Wereld) meldElk(fouten []error) {
	for _, err := range fouten {
		var b strict.Bevindingen
		if tekst := foutmelding(err); !errors.As(err, &b) || len(b) < 2 {
			w.melding("%s", tekst)
			continue
		}
		w.melding("%s (en nog %s)", b.Sorted()[0], telling(len(b)-1, "fout", "fouten"))
	}
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
	case errors.Is(err, errGevonden):
		return exitGevonden
	}
	return exitMislukt
}

// errOnderbroken says that the person broke off where there was nothing to save.
var errOnderbroken = errors.New("onderbroken")

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
