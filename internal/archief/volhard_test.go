package archief

import (
	"errors"
	"io/fs"
	"testing"
	"time"
)

func TestAFileThatAnotherProgramHoldsIsTriedAgainForASecond(t *testing.T) {
	vast, kapot := errors.New("vast"), errors.New("kapot")
	for naam, c := range map[string]struct {
		uitkomsten []error // of each try; the last one stays
		pogingen   int
		err        error
	}{
		"free":               {[]error{nil}, 1, nil},
		"held for a moment":  {[]error{vast, vast, nil}, 3, nil},
		"held, then broken":  {[]error{vast, kapot}, 2, kapot},
		"broken":             {[]error{kapot}, 1, kapot},
		"held all that time": {[]error{vast}, 7, vast},
	} {
		t.Run(naam, func(t *testing.T) {
			n := 0
			var gewacht time.Duration
			err := houdVol(func() error {
				n++
				return c.uitkomsten[min(n, len(c.uitkomsten))-1]
			}, func(err error) bool { return errors.Is(err, vast) }, func(d time.Duration) { gewacht += d })
			if n != c.pogingen || !errors.Is(err, c.err) {
				t.Errorf("after %d tries it is %v; want %d and %v", n, err, c.pogingen, c.err)
			}
			if c.pogingen == 7 && (gewacht < time.Second || gewacht > 1100*time.Millisecond) || gewacht > 0 != (n > 1) {
				t.Errorf("in %d tries it waits %v", n, gewacht)
			}
		})
	}
}

func TestThatAnotherProgramHoldsAFileIsSaidInDutch(t *testing.T) {
	dicht := &fs.PathError{Op: "rename", Path: "x.md", Err: fs.ErrPermission}
	isDicht := func(err error) bool { return errors.Is(err, fs.ErrPermission) }
	for _, maak := range []func(string, error) error{leesFout, schrijfFout, wegFout} {
		wantFout(t, maak("x.md", metVast(dicht, isDicht)), errVast, "x.md: een ander programma houdt dit bestand vast; sluit het daar")
		wantFout(t, maak("x.md", metVast(dicht, isVast)), fs.ErrPermission, "u mag")
	}
}
