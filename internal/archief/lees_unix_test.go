//go:build unix

package archief

import (
	"path/filepath"
	"slices"
	"syscall"
	"testing"
)

// It would wait for ever if the pipe were opened.
func TestLeesBestandDoesNotWaitForAPipe(t *testing.T) {
	pad := filepath.Join(t.TempDir(), "pijp")
	must(t, syscall.Mkfifo(pad, 0o644))
	_, err := LeesBestand(pad, 100)
	wantFout(t, err, nil, "geen gewoon bestand")
	a := newArchief(t)
	wantFout(t, a.Vervang(pad, nil, nil), nil, "geen gewoon bestand")
}

// What stands among reflecties and is none is told by who reads it, without waiting.
func TestAPipeAmongReflectiesIsListedAndRefused(t *testing.T) {
	dir := t.TempDir()
	pad := filepath.Join(dir, "pijp.md")
	must(t, syscall.Mkfifo(pad, 0o644))
	if paden, err := Reflecties(dir); !slices.Equal(paden, []string{pad}) || err != nil {
		t.Errorf("got %q, %v", paden, err)
	}
}
