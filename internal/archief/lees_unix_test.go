//go:build unix

package archief

import (
	"path/filepath"
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

func TestAPipeIsNoReflectie(t *testing.T) {
	dir := t.TempDir()
	must(t, syscall.Mkfifo(filepath.Join(dir, "pijp.md"), 0o644))
	if paden, err := Reflecties(dir); len(paden) > 0 || err != nil {
		t.Errorf("got %q, %v", paden, err)
	}
}
