package strict

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// A Leesfout is why a file cannot be read, in Dutch. It unwraps to the cause,
// so that errors.Is(err, fs.ErrNotExist) tells a missing file.
type Leesfout struct {
	Bevinding
	err error
}

// Error writes "bestand: tekst".
func (l *Leesfout) Error() string { return l.Bevinding.String() }

// Unwrap returns the cause; nil where the file system has no complaint.
func (l *Leesfout) Unwrap() error { return l.err }

// ReadFile reads a regular file of at most max bytes. weergave is the name that
// a person knows the file by. It looks before it opens, because opening a named
// pipe would wait. An error is a *Leesfout.
func ReadFile(fsys fs.FS, naam, weergave string, max int) ([]byte, error) {
	fout := func(err error, tekst string) error {
		return &Leesfout{Bevinding{Plaats{Bestand: weergave}, tekst, FoutOpmaak}, err}
	}
	info, err := fs.Stat(fsys, naam)
	if err != nil {
		return nil, fout(err, waarom(err))
	}
	switch {
	case info.IsDir():
		return nil, fout(nil, "dit is een map; noem een bestand in die map")
	case !info.Mode().IsRegular():
		return nil, fout(nil, "dit is geen gewoon bestand; kies een ander bestand")
	case info.Size() > int64(max):
		return nil, fout(nil, teGroot(info.Size(), max))
	}
	file, err := fsys.Open(naam)
	if err != nil {
		return nil, fout(err, waarom(err))
	}
	defer file.Close()
	r := io.LimitReader(file, int64(max)+1) // it may grow while we read
	var data bytes.Buffer
	data.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := data.ReadFrom(r); err != nil {
		return nil, fout(err, waarom(err))
	}
	if data.Len() > max {
		return nil, fout(nil, teGroot(int64(data.Len()), max))
	}
	return data.Bytes(), nil
}

func waarom(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "dit bestand bestaat niet; kijk of de naam klopt"
	case errors.Is(err, fs.ErrPermission):
		return "u mag dit bestand niet lezen; vraag wie het beheert om toegang"
	case errors.Is(err, fs.ErrInvalid):
		return "dit pad kan niet; noem een bestand binnen de map"
	}
	return "dit bestand is niet te lezen; kijk of de schijf nog bereikbaar is"
}
