package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"
)

// How far it is, is shown when it takes more than a second, now and then; at the end it
// is gone. Who is not at a terminal, or has the result come by, sees nothing of it.
func TestHowFarItIsIsShownAfterASecondAndIsGoneAtTheEnd(t *testing.T) {
	loop := func(w Wereld, stappen int, duur time.Duration, schrijft bool) string {
		var uit bytes.Buffer
		nu := time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
		w.Fout, w.Nu = &uit, func() time.Time { return nu }
		if w.Getenv == nil {
			w.Getenv = func(string) string { return "" }
		}
		v := w.voortgang(stappen, schrijft)
		for range stappen {
			nu = nu.Add(duur)
			v.stap()
		}
		v.klaar()
		return uit.String()
	}
	hier := Wereld{Terminal: &Terminal{In: os.Stdin, Uit: os.Stderr}, UitTerminal: true}
	got := loop(hier, 1000, 3*time.Millisecond, false)
	if !strings.Contains(got, "\r\x1b[K█████████████░░░░░░░░░░░░░░░░░░░░░░░░░░░ 334 van 1000") || !strings.HasSuffix(got, "\r\x1b[K") {
		t.Errorf("shows %q", got)
	}
	if n := strings.Count(got, "van 1000"); n < 15 || n > 21 {
		t.Errorf("in two seconds it is drawn %d times", n)
	}
	kaal := hier
	kaal.Getenv = func(naam string) string { return map[string]string{"TERM": "dumb"}[naam] }
	for naam, got := range map[string]string{
		"done in a second":           loop(hier, 900, time.Millisecond, false),
		"no terminal":                loop(Wereld{}, 1000, 3*time.Millisecond, false),
		"the result comes by":        loop(hier, 1000, 3*time.Millisecond, true),
		"a terminal that is no more": loop(kaal, 1000, 3*time.Millisecond, false),
	} {
		if got != "" {
			t.Errorf("%s: shows %q", naam, got)
		}
	}
	hier.UitTerminal = false // the result goes elsewhere
	if loop(hier, 1000, 3*time.Millisecond, true) == "" {
		t.Error("who waits for a file sees nothing")
	}
}
