package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"syscall"
	"testing"
)

// manieren are the ways in which a conversation ends that nobody finished.
var manieren = map[string]func(z *terminal) error{
	"interrupt": func(z *terminal) error { return z.cmd.Process.Signal(os.Interrupt) },
	"terminate": func(z *terminal) error { return z.cmd.Process.Signal(syscall.SIGTERM) },
	"hang-up":   func(z *terminal) error { return z.cmd.Process.Signal(syscall.SIGHUP) },
	"closed":    func(z *terminal) error { return z.pty.Close() },
}

// Whenever it ends, it ends, the terminal is as it was, and all that was
// confirmed and all that was typed is there again.
func TestEndingAtAnyMomentLosesNothing(t *testing.T) {
	t.Parallel()
	var keren []uint64
	for keer := range uint64(12) {
		if heel() || keer > 0 && keer < 4 { // an answer confirmed, one being typed, both, and something on top
			keren = append(keren, keer)
		}
	}
	for naam, stop := range manieren {
		for _, keer := range keren {
			t.Run(fmt.Sprintf("%s-%d", naam, keer), func(t *testing.T) {
				t.Parallel()
				eindig(t, stop, naam == "closed", rand.New(rand.NewPCG(keer, 4)))
			})
		}
	}
}

// eindig goes a random way into a conversation, and ends it there.
func eindig(t *testing.T, stop func(*terminal) error, dicht bool, r *rand.Rand) {
	thuis := t.TempDir()
	z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"), 80, 24)
	z.totReactie()
	bevestigd, getypt := zin(r), ""
	if r.IntN(3) > 0 { // one answer is confirmed
		z.typ(bevestigd)
		z.ziet(bevestigd)
		z.typ(tab)
		z.ziet("Waar twijfelt u over?")
	} else {
		bevestigd = ""
	}
	if r.IntN(4) > 0 { // something is being typed
		getypt = zin(r)
		z.typ(getypt)
		z.ziet(getypt)
	}
	switch r.IntN(4) { // and something lies on top
	case 0:
		z.typ(ctrlO)
		z.ziet("esc terug naar de vraag")
	case 1:
		z.typ(ctrlR)
		z.ziet("esc terug naar de vraag")
	}
	if err := stop(z); err != nil {
		t.Fatal(err)
	}
	if dicht {
		z.klaar()
		if code := z.cmd.ProcessState.ExitCode(); code != 4 {
			t.Errorf("it ends with %d", code)
		}
	} else {
		if code := z.klaar(); code != 4 {
			t.Errorf("it ends with %d:\n%s", code, z.rauw())
		}
		z.heel()
	}
	z = newTerminal(t, weeg(t, thuis, "verder", "--toegankelijk"), 80, 24)
	z.ziet("> ")
	z.typ(":naar 2\r") // an answer that is for the person alone
	if bevestigd != "" {
		z.ziet(bevestigd)
		z.typ(":naar 3\r")
	}
	if getypt != "" {
		z.ziet(getypt)
	}
	z.typ(":stop\r")
	z.klaar()
}

// zin is a line that nothing else on the screen has.
func zin(r *rand.Rand) string {
	woorden := []string{"eerst", "bellen", "soep", "gang", "branders", "nu", "samen", "morgen"}
	var zin []string
	for range 2 + r.IntN(4) {
		zin = append(zin, woorden[r.IntN(len(woorden))])
	}
	return strings.Join(zin, " ") + fmt.Sprint(" ", r.IntN(1000))
}

// heel reports whether the terminal is as it was before.
func (z *terminal) heel() {
	z.t.Helper()
	rauw := z.rauw()
	for wat, paar := range map[string][2]string{"the other screen": {"\x1b[?1049h", "\x1b[?1049l"},
		"the hidden cursor": {"\x1b[?25l", "\x1b[?25h"}, "bracketed paste": {"\x1b[?2004h", "\x1b[?2004l"}} {
		if strings.LastIndex(rauw, paar[0]) > strings.LastIndex(rauw, paar[1]) {
			z.t.Errorf("%s is left on", wat)
		}
	}
}
