package cli

import (
	"testing"

	"ambt.example/weeg/internal/archief"
)

// Kladblok may save a text with a mark before it, and always with the line ends of Windows.
func TestWhatKladblokSavedComesBackAsItWasTyped(t *testing.T) {
	const want = "Eén zin.\n\nNog een."
	for naam, tekst := range map[string]string{
		"UTF-8":              "Eén zin.\r\n\r\nNog een.\r\n",
		"UTF-8 with a mark":  "\ufeffEén zin.\r\n\r\nNog een.",
		"ANSI":               "E\xe9n zin.\r\n\r\nNog een.\r\n",
		"UTF-16 with a mark": "\xff\xfeE\x00\xe9\x00n\x00 \x00z\x00i\x00n\x00.\x00\r\x00\n\x00\r\x00\n\x00N\x00o\x00g\x00 \x00e\x00e\x00n\x00.\x00",
	} {
		if got, _ := uitEditor(archief.Klad{Tekst: tekst}); got != want {
			t.Errorf("%s comes back as %q, want %q", naam, got, want)
		}
	}
}
