//go:build unix

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// metVenster is the environment of somebody with a window, in which a program opens files: a
// script that does this, with the file as $1.
func metVenster(t *testing.T, doet string) []string {
	t.Helper()
	dir := t.TempDir()
	for _, naam := range []string{"xdg-open", "open"} {
		if err := os.WriteFile(filepath.Join(dir, naam), []byte("#!/bin/sh\n"+doet+"\n"), 0o700); err != nil {
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
		venster := metVenster(t, fmt.Sprintf(`printf %%s "$1" >'%[1]s.half' && mv '%[1]s.half' '%[1]s'`, gezien))
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
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}

		z = beginscherm(t, thuis, maat, venster...)
		z.kiest("Lezen")
		z.kiest("Koken in het oude")
		z.ziet("Een verzonnen casus.")
		z.typ("q")
		z.kiest("Een webpagina maken")
		z.kiest("De webpagina openen")
		z.ziet("De webpagina gaat open in uw browser.")
		wantGeopend(t, gezien, filepath.Join(thuis, "een map", "-r-2.html"))
		z.typ(ctrlC)
		z.klaar()

		z = beginscherm(t, thuis, maat, metVenster(t, "exit 3")...)
		z.kiest("Lezen")
		z.kiest("Koken in het oude")
		z.ziet("Een verzonnen casus.")
		z.typ("q")
		z.kiest("Een webpagina maken")
		z.kiest("De webpagina openen")
		z.ziet("-r-3.html ging niet open")
		z.ziet("› De webpagina openen")
		z.typ(ctrlC)
		z.klaar()
	}
}

// wantGeopend checks which file the program that opens files got.
func wantGeopend(t *testing.T, gezien, want string) {
	t.Helper()
	got, err := os.ReadFile(gezien)
	if err != nil || string(got) != want {
		t.Errorf("what opens is %q, not %q: %v", got, want, err)
	}
	if err := os.Remove(gezien); err != nil {
		t.Error(err)
	}
}
