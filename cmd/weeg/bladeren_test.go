package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A page that is longer than the screen is leafed through, with nothing to know
// but the footer, and the terminal is as it was after it.
func TestALongPageIsLeafedThrough(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	for _, maat := range maten {
		z := newTerminal(t, weeg(t, thuis, "lees", "r.md"), maat[0], maat[1])
		z.ziet("21 november 2026. Een verzonnen casus.")
		z.ziet("↓ er is meer")
		z.ziet("bladzijde 1 van")
		z.ziet("Onderaan staan uw") // before any of them comes
		z.ziet("enter verder lezen ↑↓ lezen b terug q sluiten")
		if strings.Contains(z.beeld(), "(privé)") {
			t.Fatalf("%v: nothing is left to leaf to:\n%s", maat, z.beeld())
		}
		z.typ(enter)
		z.ziet("bladzijde 2 van")
		z.typ(" ", "b", "b")
		z.ziet("bladzijde 1 van")
		z.typ("\x1b[F") // end
		z.ziet("Wat is er anders dan in uw eerste reactie? (privé)")
		z.ziet("Ik zie steeds die gang voor me")
		z.maat(60, 20)  // another size in the middle
		z.typ("\x1b[H") // home
		z.ziet("21 november 2026. Een verzonnen casus.")
		for hoog := range steekproef(6) { // no page begins with the line below a heading
			z.typ("\x1b[H")
			z.ziet("bladzijde 1 van")
			z.maat(66, 23-hoog)
			z.wacht("the new size", func(string) bool {
				regels := strings.Split(z.scherm(), "\n")
				return strings.Contains(regels[22-hoog], "sluiten")
			})
			for hier, van := z.bladzij(); hier < van; hier, van = z.bladzij() {
				z.typ(enter)
				z.ziet(fmt.Sprintf("bladzijde %d van", hier+1))
				regels := strings.Split(z.scherm(), "\n")
				if boven := regels[2] + regels[3]; strings.Trim(boven, " ─━") == "" && strings.ContainsAny(boven, "─━") {
					t.Errorf("of %d lines, a heading stands on the page before:\n%s", 23-hoog, z.scherm())
				}
			}
		}
		z.typ("\x1b[F")
		z.druk("enter sluiten", enter) // at the end there is nothing more to read
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		z.heel()
		if na := z.naScherm(); strings.TrimSpace(opdrachten.ReplaceAllString(na, "")) != "" {
			t.Errorf("%v: on the terminal is left %q", maat, na)
		}
	}
}

// So are help, a subject and a list that are longer than the screen, as weeg lees is; what
// fits stands on the terminal as it is.
func TestALongListIsLeafedThrough(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	for _, opdracht := range []string{"--help", "help nieuw", "uitleg bestanden", "waarde lijst", "casus toon na-het-incident", "werkvorm toon kort"} {
		z := newTerminal(t, weeg(t, thuis, strings.Fields(opdracht)...), 80, 24)
		z.ziet("bladzijde 1 van")
		z.typ("q")
		if code := z.klaar(); code != 0 {
			t.Errorf("%s ends with %d", opdracht, code)
		}
		if uit := opTerminal(t, thuis, 80, 24, []string{"PAGER=sed s/^/GELEZEN/"}, strings.Fields(opdracht)...); !strings.HasPrefix(uit, "GELEZEN") {
			t.Errorf("%s does not go through PAGER:\n%s", opdracht, uit)
		}
		if uit := opTerminal(t, thuis, 80, 400, nil, strings.Fields(opdracht)...); strings.Contains(uit, "bladzijde") || len(uit) < 1000 {
			t.Errorf("%s fits and is not on the terminal as it is:\n%s", opdracht, uit)
		}
	}
}

// A page of help or of names, of which one may want to type something, stays in the window
// when it is closed. A reflectie does not: what is private stands in it.
func TestWhatOneMayTypeStaysInTheWindowAndAReflectieDoesNot(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "", "r.md")
	for opdracht, blijft := range map[string]string{"casus lijst": "Begin met", "waarde lijst": "Meer over", "uitleg bestanden": "weeg lees", "--help": "weeg nieuw", "lees r.md": ""} {
		z := newTerminal(t, weeg(t, thuis, strings.Fields(opdracht)...), 80, 24)
		z.ziet("bladzijde 1 van")
		z.typ("q")
		if code := z.klaar(); code != 0 {
			t.Errorf("%s ends with %d", opdracht, code)
		}
		na := z.naScherm()
		if na = plat(opdrachten.ReplaceAllString(na, "")); (na != "") != (blijft != "") || !strings.Contains(na, blijft) {
			t.Errorf("after %s the window has %q", opdracht, na)
		}
	}
}

// scherm is what stands on the terminal, line by line.
func (z *terminal) scherm() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.vt.String()
}

// bladzij is which page stands there, of how many.
func (z *terminal) bladzij() (hier, van int) {
	z.t.Helper()
	_, na, _ := strings.Cut(z.beeld(), "bladzijde ")
	if _, err := fmt.Sscanf(na, "%d van %d", &hier, &van); err != nil {
		z.t.Fatalf("there is no page:\n%s", z.beeld())
	}
	return hier, van
}

// However somebody breaks off, the terminal is as it was; nothing was to be kept.
func TestReadingIsBrokenOffInOrder(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	for naam, stop := range map[string]func(*terminal){
		"ctrl+c": func(z *terminal) { z.typ(ctrlC) },
		"TERM":   func(z *terminal) { z.stuur(syscall.SIGTERM) },
		"HUP":    func(z *terminal) { z.stuur(syscall.SIGHUP) },
	} {
		z := newTerminal(t, weeg(t, thuis, "lees", "r.md"), 80, 24)
		z.ziet("q sluiten")
		stop(z)
		if code := z.klaar(); code != 130 {
			t.Errorf("%s ends with %d", naam, code)
		}
		z.heel()
	}
}

// A program that somebody chose themselves gets the page, and no private answer:
// those weeg writes on the terminal after it.
func TestThePagerGetsThePageAndNothingPrivate(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	const geheim = "Ik zie steeds die gang voor me"
	pager := filepath.Join(thuis, "mijn lezer.sh")
	if err := os.WriteFile(pager, []byte("#!/bin/sh\necho \"LESS=$LESS $1\" > omgeving\ncat > gelezen\necho GELEZEN\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	uit := opTerminal(t, thuis, 80, 24, []string{fmt.Sprintf("PAGER='%s' -x", pager)}, "lees", "r.md")
	gelezen, err := os.ReadFile(filepath.Join(thuis, "gelezen"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(gelezen), "Koken in het oude schoolgebouw") || strings.Contains(string(gelezen), geheim) || strings.Contains(string(gelezen), "privé") {
		t.Errorf("the pager got\n%s", gelezen)
	}
	if _, na, ok := strings.Cut(uit, "GELEZEN"); !ok || !strings.Contains(na, geheim) {
		t.Errorf("on the terminal stands\n%s", uit)
	}
	if omgeving, _ := os.ReadFile(filepath.Join(thuis, "omgeving")); string(omgeving) != "LESS=R -x\n" {
		t.Errorf("the pager was called with %q", omgeving)
	}
	uit = opTerminal(t, thuis, 80, 24, []string{fmt.Sprintf("PAGER='%s'", pager)}, "lees", "r.md", "--zonder-prive")
	if strings.Contains(uit, geheim) {
		t.Error("--zonder-prive shows the private answers after the pager")
	}
	uit = opTerminal(t, thuis, 80, 400, []string{fmt.Sprintf("PAGER='%s'", pager)}, "lees", "r.md")
	if strings.Contains(uit, "GELEZEN") || !strings.Contains(uit, geheim) {
		t.Error("what fits on the screen goes through the pager:\n" + uit)
	}
}

// One that stops before it has read all is nobody's concern; in the place of one
// that does not do, the page is on a screen of ours, and weeg says why.
func TestAPagerThatDoesNotDoStandsInNobodysWay(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	uit := opTerminal(t, thuis, 80, 24, []string{"PAGER=head -1"}, "lees", "r.md")
	if eerste, _, _ := strings.Cut(uit, "\n"); !strings.Contains(eerste, "Koken in het oude schoolgebouw") || !strings.Contains(uit, "(privé)") {
		t.Errorf("after one that reads a line there is %s", uit)
	}
	if err := os.WriteFile(filepath.Join(thuis, "geen-programma"), []byte("\x00\x01"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, pager := range []string{"bestaat-niet -x", "./geen-programma", "sh -c 'bestaat-niet'"} {
		cmd := weeg(t, thuis, "lees", "r.md")
		cmd.Env = append(cmd.Env, "PAGER="+pager)
		z := newTerminal(t, cmd, 80, 24)
		z.ziet("q sluiten")
		z.typ("q")
		code := z.klaar()
		if na := z.naScherm(); code != 0 || !strings.Contains(na, "Het programma in PAGER werkt niet") || strings.Contains(na, "(privé)") {
			t.Errorf("PAGER=%s ends with %d: %s", pager, code, na)
		}
	}
}

// After one that failed, weeg says so, and shows nothing that was not asked again.
func TestAPagerThatFailsIsTold(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	for _, pager := range []string{"false", "sh -c 'cat; exit 3'", "sh -c 'kill -9 $$'"} {
		cmd := weeg(t, thuis, "lees", "r.md")
		cmd.Env = append(cmd.Env, "PAGER="+pager)
		z := newTerminal(t, cmd, 80, 24)
		if code := z.klaar(); code != 3 || !strings.Contains(plat(z.rauw()), "Het programma in PAGER stopte met een fout") || strings.Contains(z.rauw(), "(privé)") {
			t.Errorf("PAGER=%s ends with %d: %s", pager, code, z.rauw())
		}
	}
}

// Somebody who breaks off while a program of their own has the page, sees no
// private answer any more.
func TestBreakingOffThePagerShowsNothingMore(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	cmd := weeg(t, thuis, "lees", "r.md")
	cmd.Env = append(cmd.Env, "PAGER=sh -c 'echo BEZIG; exec cat - /dev/tty >/dev/null'")
	z := newTerminal(t, cmd, 80, 24)
	z.ziet("BEZIG")
	z.stuur(syscall.SIGTERM)
	if code := z.klaar(); code != 130 || strings.Contains(z.rauw(), "privé") {
		t.Errorf("ends with %d: %s", code, z.rauw())
	}
}

// Private answers have a page too, and a waardenetwerk is leafed through as well.
func TestOtherPagesAreLeafedThroughToo(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	ids, _, _ := draai(t, thuis, "", "prive", "lijst")
	for _, args := range [][]string{{"prive", "toon", strings.TrimSpace(ids)}, {"netwerk", "r.md"}} {
		z := newTerminal(t, weeg(t, thuis, args...), 80, 12)
		z.ziet("q sluiten")
		z.typ(esc)
		if code := z.klaar(); code != 0 {
			t.Errorf("weeg %s ends with %d", args[0], code)
		}
	}
	// Of what is private alone, a pager gets nothing.
	cmd := weeg(t, thuis, "prive", "toon", strings.TrimSpace(ids))
	cmd.Env = append(cmd.Env, "PAGER=tee gelezen")
	z := newTerminal(t, cmd, 80, 12)
	z.ziet("q sluiten")
	z.typ("q")
	if _, err := os.Stat(filepath.Join(thuis, "gelezen")); z.klaar() != 0 || err == nil {
		t.Error("private answers go to a pager")
	}
}

// Without a file the person chooses one; without a terminal that cannot be.
func TestLeesAsksWhichReflectie(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	if _, fout, code := draai(t, thuis, "", "lees"); code != 2 || !strings.Contains(fout, "Geef het bestand van een reflectie") {
		t.Errorf("ends with %d: %s", code, fout)
	}
	z := newTerminal(t, weeg(t, thuis, "lees"), 80, 24)
	if code := z.klaar(); code != 2 || !strings.Contains(z.rauw(), "Er is hier nog geen reflectie om te lezen") {
		t.Errorf("ends with %d: %s", code, z.rauw())
	}
	if _, fout, code := draai(t, thuis, "casus: koken-in-het-schoolgebouw\nprive: {uzelf.houdt: GEHEIM}\n", "nieuw", "--antwoorden", "-"); code != 0 {
		t.Fatal(fout)
	}
	for _, zonder := range []bool{false, true} {
		args := []string{"lees"}
		if zonder {
			args = append(args, "--zonder-prive")
		}
		z = newTerminal(t, weeg(t, thuis, args...), 80, 24)
		z.ziet("› Koken in het oude schoolgebouw")
		z.typ(enter)
		z.ziet("q sluiten")
		z.typ("\x1b[F")
		z.ziet(map[bool]string{true: "Volgende week zijn we met twintig", false: "GEHEIM"}[zonder])
		if got := strings.Contains(z.beeld(), "GEHEIM"); got == zonder {
			t.Errorf("%v shows the private answer: %v", args, got)
		}
		z.typ("q")
		z.ziet("Een webpagina maken")
		z.kiest("Terug")
		z.ziet("Welke reflectie wilt u lezen?")
		z.typ(ctrlC)
		if code := z.klaar(); code != 130 {
			t.Errorf("ends with %d", code)
		}
	}
}
