package main

import (
	"os/exec"
	"path/filepath"
	"testing"
)

// What reads pages for man most strictly, finds nothing to say of them.
func TestEveryManPageIsOneThatManReads(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("mandoc"); err != nil {
		t.Skip("there is no mandoc here: .ci/run installs it")
	}
	thuis := t.TempDir()
	if uit, fout, code := draai(t, thuis, "", "uitleg", "--man", "man"); code != 0 || uit != "man\n" {
		t.Fatal(code, uit, fout)
	}
	paden, err := filepath.Glob(filepath.Join(thuis, "man", "weeg*.[17]"))
	if err != nil || len(paden) < 30 {
		t.Fatal(paden, err)
	}
	if uit, err := exec.CommandContext(t.Context(), "mandoc", append([]string{"-Tlint", "-Wall"}, paden...)...).CombinedOutput(); err != nil || len(uit) > 0 {
		t.Errorf("%v\n%s", err, uit)
	}
}
