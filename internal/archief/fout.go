package archief

import (
	"errors"
	"io/fs"
	"runtime"
	"syscall"

	"ambt.example/weeg/internal/strict"
)

// Kinds of failure that a caller acts on, to be found with errors.Is. What is
// missing is fs.ErrNotExist.
var (
	ErrBestaat    = errors.New("het bestand bestaat al")
	ErrVeranderd  = errors.New("het bestand is intussen veranderd")
	ErrBezet      = errors.New("een ander programma werkt hieraan")
	ErrBeschadigd = errors.New("het bestand is beschadigd")
	ErrNieuwer    = errors.New("het bestand is van een nieuwere versie van weeg")
)

// errBuiten says that a link leads out of the folder of a team.
var errBuiten = errors.New("de verwijzing leidt buiten de map van het team")

// A Fout is a failure with one file, in Dutch: where, what is wrong, and what
// to do next. It never holds what the file says.
type Fout struct {
	Pad string // the file, or "" when it is about none

	tekst    string
	oorzaken []error
}

// fout makes a Fout of what is wrong and what to do next.
func fout(pad, wat, doe string, oorzaken ...error) *Fout {
	return &Fout{pad, wat + "; " + doe, oorzaken}
}

func (f *Fout) Error() string {
	return strict.Bevinding{Plaats: strict.Plaats{Bestand: f.Pad}, Tekst: f.tekst}.String()
}

// Unwrap gives the kind of failure and what the system said of it.
func (f *Fout) Unwrap() []error { return f.oorzaken }

// A reden is how the failure that code is of is worded.
type reden struct {
	code     error
	wat, doe string
}

// leesFout words why pad could not be read.
func leesFout(pad string, err error) error {
	return verwoord(pad, err, reden{nil, "dit bestand is niet te lezen", "kijk na of de schijf nog werkt"},
		reden{fs.ErrNotExist, "dit bestand bestaat niet", "kijk de naam na"},
		reden{fs.ErrPermission, "u mag dit bestand niet lezen", "vraag wie het beheert om toegang"})
}

// schrijfFout words why pad could not be written.
func schrijfFout(pad string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return fout(pad, "dit bestand bestaat al", "kies een andere naam", ErrBestaat, err)
	}
	return verwoord(pad, err, reden{nil, "hier schrijven lukt niet", "kies een andere plek"},
		reden{fs.ErrNotExist, "deze map bestaat niet", "maak eerst de map, of kies een andere plek"},
		reden{fs.ErrPermission, "u mag hier niet schrijven", "kies een andere plek, of vraag wie deze map beheert om toegang"})
}

// wegFout words why pad could not be removed.
func wegFout(pad string, err error) error {
	return verwoord(pad, err, reden{nil, "dit bestand weghalen lukt niet", "kijk na of de schijf nog werkt, en probeer het opnieuw"},
		reden{fs.ErrNotExist, "dit bestand bestaat niet", "kijk de naam na"},
		reden{fs.ErrPermission, "u mag dit bestand niet weghalen", "vraag wie deze map beheert om toegang"})
}

// verwoord words err by what the disk or the path itself has, else by the first
// of redenen that it is, else by anders.
func verwoord(pad string, err error, anders reden, redenen ...reden) error {
	for _, r := range append(schijfredenen(), redenen...) {
		if errors.Is(err, r.code) {
			return fout(pad, r.wat, r.doe, err)
		}
	}
	return fout(pad, anders.wat, anders.doe, err)
}

// schijfredenen are those of the disk or the path itself, whether it is read or
// written.
func schijfredenen() []reden {
	redenen := []reden{
		{errVast, "een ander programma houdt dit bestand vast", "sluit het daar en probeer het opnieuw"},
		{syscall.ENOSPC, "de schijf is vol", "maak ruimte vrij en probeer het opnieuw"},
		{syscall.EDQUOT, "uw ruimte op deze schijf is op", "maak ruimte vrij en probeer het opnieuw"},
		{syscall.EFBIG, "dit bestand wordt te groot voor deze schijf", "kies een andere schijf"},
		{syscall.EROFS, "op deze schijf kunt u alleen lezen", "kies een andere plek"},
		{syscall.EISDIR, "dit is een map en geen bestand", "noem een bestand"},
		{syscall.ENAMETOOLONG, "deze naam is te lang", "kies een kortere naam"},
		{syscall.ELOOP, "deze verwijzing komt bij zichzelf uit", "kijk het pad na"},
	}
	if runtime.GOOS != "windows" { // where it says no more than that a folder is not there
		redenen = append(redenen, reden{syscall.ENOTDIR, "een deel van dit pad is een bestand en geen map", "kijk het pad na"})
	} else { // it has codes of its own, which mean something else elsewhere
		// https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes
		redenen = append(redenen,
			reden{syscall.Errno(123), "deze naam kan niet op Windows", "kies een kortere naam, van letters en cijfers"},
			reden{syscall.Errno(206), "deze naam is te lang", "kies een kortere naam"},
			reden{syscall.Errno(39), "de schijf is vol", "maak ruimte vrij en probeer het opnieuw"},
			reden{syscall.Errno(112), "de schijf is vol", "maak ruimte vrij en probeer het opnieuw"})
	}
	return redenen
}
