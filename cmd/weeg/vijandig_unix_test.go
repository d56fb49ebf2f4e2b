//go:build unix

package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// reReeks finds what a terminal takes for a command, whole or not.
var reReeks = regexp.MustCompile(`\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~]?)`)

// reEigen matches the commands that weeg writes: colours, where the cursor goes, what is
// wiped, the modes of a screen, and that there is no mouse.
var reEigen = regexp.MustCompile(`^\x1b\[(?:[0-9;]*m|[0-9;]*[ABCDHJK]|\?(?:25|1049|2004)[hl]|\?100[236]l)$`)

// onveiligOpTerminal names what is wrong with bytes that went to a terminal: a command that weeg
// does not write, or one of kaping.
func onveiligOpTerminal(ruw string) []string {
	var fout []string
	for _, reeks := range reReeks.FindAllString(ruw, -1) {
		if !reEigen.MatchString(reeks) || strings.Contains(reeks, "13;37") || strings.Contains(reeks, "1337") {
			fout = append(fout, fmt.Sprintf("the command %q", reeks))
		}
	}
	rest := strings.NewReplacer("\r", "").Replace(reReeks.ReplaceAllString(ruw, ""))
	return append(fout[:min(len(fout), 3)], onveilig(rest)...)
}

// A terminal gets the same as a pipe, and the commands that weeg itself gives it.
func TestWhatIsHostileInAFileIsShownAndNotObeyedOnATerminal(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	v := newVijand(t)
	t.Run("alle", func(t *testing.T) {
		for i, args := range v.opdrachten() {
			if !heel() && i%12 > 0 {
				continue
			}
			t.Run(fmt.Sprint(i), func(t *testing.T) {
				t.Parallel()
				v.opTerminal(t, args)
			})
		}
	})
	v.breek(t)
	for i, args := range v.gebroken() {
		if heel() || i%12 == 0 {
			v.opTerminal(t, args)
		}
	}
}

// weeg runs it in the folder, with a home elsewhere.
func (v vijand) weeg(t *testing.T, args ...string) *terminal {
	t.Helper()
	cmd := weeg(t, v.thuis, args...)
	cmd.Dir = v.werkmap
	return newTerminal(t, cmd, 80, 24)
}

// opTerminal runs a command on a terminal that is high enough to show all at once. What
// it asks is answered before it asks.
func (v vijand) opTerminal(t *testing.T, args []string) {
	t.Helper()
	cmd := weeg(t, v.thuis, args...)
	cmd.Dir = v.werkmap
	p := startOpPty(t, cmd, 80, 60_000)
	klok := time.AfterFunc(wacht, func() { _ = cmd.Process.Kill() })
	defer klok.Stop()
	if slices.Contains(args, "--toegankelijk") {
		if _, err := p.WriteString(":uitleg\n:overzicht\n:stop\n:stop\n"); err != nil {
			t.Fatal(err)
		}
	}
	var ruw strings.Builder
	deel := make([]byte, 1<<16)
	for gedrukt := false; ; {
		n, err := p.Read(deel)
		ruw.Write(deel[:n])
		if !gedrukt && strings.Contains(ruw.String(), "\x1b[?25l") { // it is on a screen, and waits
			gedrukt = true
			if _, err := p.WriteString(ctrlC); err != nil {
				t.Fatal(err)
			}
		}
		if err != nil {
			break
		}
	}
	_ = cmd.Wait() // how it ends is tried elsewhere
	_ = p.Close()
	if !klok.Stop() {
		t.Errorf("weeg %q does not end:\n%.3000q", args, ruw.String())
	}
	if fout := onveiligOpTerminal(ruw.String()); fout != nil {
		t.Errorf("weeg %q writes to a terminal:\n%s", args, strings.Join(fout, "\n"))
	}
}

// On a screen of ours nothing of it is obeyed either: where one chooses, in the story, a
// question, what is pasted there, the layers over it, and a page to leaf through.
func TestWhatIsHostileInAFileIsShownAndNotObeyedOnAScreen(t *testing.T) {
	t.Parallel()
	v := newVijand(t)
	for _, args := range [][]string{{"nieuw", "vijandig", "--opnieuw"}, {"verder", v.concept}, {"lees", v.reflectie}, {}} {
		z := v.weeg(t, args...)
		switch {
		case len(args) == 0:
			z.ziet("Een casus kiezen")
			z.typ(enter)
			z.ziet("K␛]0;1337␇")
		case args[0] == "lees":
			z.ziet("]0;1337")
			z.typ(eind)
			z.wacht("the end", func(beeld string) bool { return !strings.Contains(beeld, "er is meer") })
		case args[0] == "nieuw":
			z.doorVerhaal()
			z.typ(enter)
			z.ziet("K␛]0;1337␇")
			z.typ(enter)
			fallthrough
		default:
			z.ziet("ctrl+c stoppen")
			z.typ("\x1b[200~" + kaping + "\x1b[201~")
			z.ziet("alert(1337)")
			for _, laag := range []string{ctrlO, ctrlR} {
				z.typ(laag)
				z.ziet("esc terug naar de vraag")
				z.typ(esc)
				z.ziet("ctrl+c stoppen")
			}
			z.totEinde()
		}
		z.typ(ctrlC)
		z.klaar()
		if fout := onveiligOpTerminal(z.rauw()); fout != nil {
			t.Errorf("weeg %q writes to a terminal:\n%s", args, strings.Join(fout, "\n"))
		}
	}
}

// totEinde goes past every question, each of which is seen.
func (z *terminal) totEinde() {
	z.t.Helper()
	for beeld := z.beeld(); !strings.Contains(beeld, "Hier rondt u af."); beeld = z.beeld() {
		z.typ(tab)
		z.wacht("the next question", func(nu string) bool { return nu != beeld })
	}
}
