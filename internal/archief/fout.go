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

// A Fout is a failure with one file, in Dutch: where, what is wrong, and what
// to do next. It never holds what the file says.
type Fout struct {
	Pad string // the file, or "" when it is about none
	Wat string // what is wrong
	Doe string // what to do next

	oorzaken []error
}

func (f *Fout) Error() string {
	tekst := f.Wat
	if f.Doe != "" {
		tekst += "; " + f.Doe
	}
	b := strict.Bevinding{Plaats: strict.Plaats{Bestand: f.Pad}, Tekst: tekst}
	return b.String()
}

// Unwrap gives the kind of failure and what the system said of it.
func (f *Fout) Unwrap() []error { return f.oorzaken }

// fout makes a Fout; nil causes are left out.
func fout(pad, wat, doe string, oorzaken ...error) *Fout {
	f := &Fout{Pad: pad, Wat: wat, Doe: doe}
	for _, oorzaak := range oorzaken {
		if oorzaak != nil {
			f.oorzaken = append(f.oorzaken, oorzaak)
		}
	}
	return f
}

// leesFout words why pad could not be read.
func leesFout(pad string, err error) error {
	if wat, doe, ok := reden(err); ok {
		return fout(pad, wat, doe, err)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fout(pad, "dit bestand bestaat niet", "kijk de naam na", err)
	case errors.Is(err, fs.ErrPermission):
		return fout(pad, "u mag dit bestand niet lezen", "vraag wie het beheert om toegang", err)
	}
	return fout(pad, "dit bestand is niet te lezen", "kijk na of de schijf nog werkt", err)
}

// schrijfFout words why pad could not be written.
func schrijfFout(pad string, err error) error {
	if wat, doe, ok := reden(err); ok {
		return fout(pad, wat, doe, err)
	}
	switch {
	case errors.Is(err, fs.ErrExist):
		return fout(pad, "dit bestand bestaat al", "kies een andere naam", ErrBestaat, err)
	case errors.Is(err, fs.ErrNotExist):
		return fout(pad, "deze map bestaat niet", "maak eerst de map, of kies een andere plek", err)
	case errors.Is(err, fs.ErrPermission):
		return fout(pad, "u mag hier niet schrijven", "kies een andere plek, of vraag wie deze map beheert om toegang", err)
	}
	return fout(pad, "hier schrijven lukt niet", "kies een andere plek", err)
}

// The codes of Windows for a full disk and for a file that another program holds.
// https://learn.microsoft.com/en-us/windows/win32/debug/system-error-codes
const (
	winGedeeld   = syscall.Errno(32)
	winSchijfVol = syscall.Errno(39)
	winRuimteOp  = syscall.Errno(112)
)

// reden words the causes that the disk or the path itself has, whether it is
// read or written.
func reden(err error) (wat, doe string, ok bool) {
	windows := runtime.GOOS == "windows"
	is := func(codes ...error) bool {
		for _, code := range codes {
			if errors.Is(err, code) {
				return true
			}
		}
		return false
	}
	switch {
	case is(syscall.ENOSPC), windows && is(winSchijfVol, winRuimteOp):
		return "de schijf is vol", "maak ruimte vrij en probeer het opnieuw", true
	case is(syscall.EDQUOT):
		return "uw ruimte op deze schijf is op", "maak ruimte vrij en probeer het opnieuw", true
	case is(syscall.EFBIG):
		return "dit bestand wordt te groot voor deze schijf", "kies een andere schijf", true
	case is(syscall.EROFS):
		return "op deze schijf kunt u alleen lezen", "kies een andere plek", true
	case is(syscall.ENOTDIR):
		return "een deel van dit pad is een bestand en geen map", "kijk het pad na", true
	case is(syscall.EISDIR):
		return "dit is een map en geen bestand", "noem een bestand", true
	case is(syscall.ENAMETOOLONG):
		return "deze naam is te lang", "kies een kortere naam", true
	case is(syscall.ELOOP):
		return "deze verwijzing komt bij zichzelf uit", "kijk het pad na", true
	case windows && is(winGedeeld):
		return "een ander programma houdt dit bestand vast", "sluit het daar en probeer het opnieuw", true
	}
	return "", "", false
}
