package strict

import (
	"errors"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"
)

// geweigerd is a file system in which nothing may be read.
type geweigerd struct{ err error }

func (g geweigerd) Open(naam string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: naam, Err: g.err}
}

func TestReadFileSaysInDutchWhyNot(t *testing.T) {
	fsys := fstest.MapFS{
		"map/goed.yaml": {Data: []byte("a: b")},
		"groot.yaml":    {Data: make([]byte, 2*megabyte+1)},
		"pijp":          {Mode: fs.ModeNamedPipe},
		"apparaat":      {Mode: fs.ModeDevice | fs.ModeCharDevice},
	}
	for name, tt := range map[string]struct {
		fsys       fs.FS
		naam, want string
		is         error
	}{
		"missing":    {fsys, "weg.yaml", "w: dit bestand bestaat niet; kijk of de naam klopt", fs.ErrNotExist},
		"folder":     {fsys, "map", "w: dit is een map; noem een bestand in die map", nil},
		"too large":  {fsys, "groot.yaml", "w: dit bestand is te groot (2,1 MB); weeg leest hoogstens 2 MB", nil},
		"named pipe": {fsys, "pijp", "w: dit is geen gewoon bestand; kies een ander bestand", nil},
		"device":     {fsys, "apparaat", "w: dit is geen gewoon bestand; kies een ander bestand", nil},
		"forbidden":  {geweigerd{fs.ErrPermission}, "x", "w: u mag dit bestand niet lezen; vraag wie het beheert om toegang", fs.ErrPermission},
		"outside":    {os.DirFS(t.TempDir()), "../x", "w: dit pad kan niet; noem een bestand binnen de map", fs.ErrInvalid},
		"broken":     {geweigerd{errors.New("i/o error")}, "x", "w: dit bestand is niet te lezen; kijk of de schijf nog bereikbaar is", nil},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := ReadFile(tt.fsys, tt.naam, "w", 2*megabyte)
			if err == nil || err.Error() != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
			if tt.is != nil && !errors.Is(err, tt.is) {
				t.Errorf("%v is not %v", err, tt.is)
			}
		})
	}
	data, err := ReadFile(fsys, "map/goed.yaml", "w", megabyte)
	if err != nil || string(data) != "a: b" {
		t.Errorf("%q, %v", data, err)
	}
}
