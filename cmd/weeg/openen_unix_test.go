//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// metVenster is the environment of somebody with a window, in which this program opens files.
func metVenster(t *testing.T, programma string) []string {
	t.Helper()
	dir := t.TempDir()
	for _, naam := range []string{"xdg-open", "open"} {
		if err := os.WriteFile(filepath.Join(dir, naam), []byte(programma), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"PATH=" + dir + string(os.PathListSeparator) + os.Getenv("PATH"), "DISPLAY=:9", "SSH_CONNECTION="}
}

// Where there is a window, a web page that was made opens in a browser: at the end of a
// conversation, and after reading from the start screen. Where it does not open, weeg says which
// file it is.
func TestAWebPageOpensForWhoHasAWindow(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := kortThuis(t)
		gezien := filepath.Join(thuis, "geopend")
		if err := syscall.Mkfifo(gezien, 0o600); err != nil {
			t.Fatal(err)
		}
		venster := metVenster(t, fmt.Sprintf("#!/bin/sh\nprintf %%s \"$1\" >'%s'\n", gezien))
		eenAntwoordblad(t, thuis, "", "een map/-r.md")
		z := vanBestand(t, thuis, "een map/-r.md", maat, venster...)
		z.ziet("tab overslaan")
		z.rondAf("De reflectie bijwerken")
		z.ziet("Geen datum")
		z.typ("4")
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat")
		z.ziet("› De webpagina openen")
		z.typ(enter)
		z.ziet("De webpagina gaat open in uw browser.")
		wantGeopend(t, gezien, filepath.Join(thuis, "een map", "-r.html"))
		z.ziet("› De webpagina openen") // one enter too many does not end it

		z.kiest("Een antwoord wijzigen") // of which nothing is in the page
		z.ziet("Wat wilt u wijzigen?")
		z.typ("zou u nu doen")
		z.ziet("› Wat zou u nu doen?")
		z.typ(enter)
		z.ziet("Klaar met wijzigen?")
		z.typ(ctrlU, "Bellen.")
		z.ziet("Bellen.")
		z.rondAf("De reflectie bijwerken")
		z.ziet("Uw privé-antwoorden zijn bijgewerkt.")
		z.ziet("De webpagina openen")
		if strings.Contains(z.beeld(), "Een webpagina maken") {
			t.Errorf("%v: of the page that is right it offers another:\n%s", maat, z.beeld())
		}
		pad := filepath.Join(thuis, "een map", "-r.md") // a colleague changes it meanwhile
		bewaarLater(t, pad, strings.ReplaceAll(leesTekst(t, pad), "Thuis krijgen ze", "Thuis kregen ze"))
		z.kiest("De reflectie lezen")
		z.ziet("Een verzonnen casus.")
		z.typ("q")
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat naast")
		z.ziet("› De webpagina openen")
		z.typ(enter)
		z.ziet("De webpagina gaat open in uw browser.")
		wantGeopend(t, gezien, filepath.Join(thuis, "een map", "-r-2.html"))
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}

		z = beginscherm(t, thuis, maat, venster...)
		z.leestEnMaaktPagina()
		z.ziet("De webpagina staat er al")
		z.ziet("› De webpagina openen")
		z.typ(enter)
		z.ziet("De webpagina gaat open in uw browser.")
		wantGeopend(t, gezien, filepath.Join(thuis, "een map", "-r-2.html"))
		z.typ(ctrlC)
		z.klaar()

		if err := os.Remove(filepath.Join(thuis, "een map", "-r.html")); err != nil { // of what it was before
			t.Fatal(err)
		}
		z = beginscherm(t, thuis, maat, metVenster(t, "no program")...)
		z.leestEnMaaktPagina()
		z.kiest("De webpagina openen")
		z.ziet("-r-2.html ging niet open")
		z.ziet("› De webpagina openen")
		z.typ(ctrlC)
		z.klaar()
	}
}

// leestEnMaaktPagina reads the only reflectie from the start screen, and makes a web page of it.
func (z *terminal) leestEnMaaktPagina() {
	z.t.Helper()
	z.kiest("Lezen")
	z.ziet("Een verzonnen casus.")
	z.typ("q")
	z.kiest("Een webpagina maken")
}

// wantGeopend waits until the program that opens files got one, and checks which.
func wantGeopend(t *testing.T, gezien, want string) {
	t.Helper()
	if got, err := os.ReadFile(gezien); err != nil || string(got) != want {
		t.Errorf("what opens is %q, not %q: %v", got, want, err)
	}
}
