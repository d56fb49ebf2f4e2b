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
