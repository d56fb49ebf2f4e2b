package archief

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A limit on the size of files fails halfway a write, as a full disk does.
func TestAWriteThatFailsHalfwayKeepsTheOldFile(t *testing.T) {
	dir := t.TempDir()
	pad := filepath.Join(dir, "x.json")
	write(t, pad, "oud")
	kind := exec.Command(os.Args[0], pad)
	kind.Env = append(os.Environ(), rol+"=volle-schijf")
	uit, err := kind.CombinedOutput()
	if err != nil {
		t.Fatal(err, string(uit))
	}
	if want := pad + ": dit bestand wordt te groot voor deze schijf"; !strings.HasPrefix(string(uit), want) {
		t.Errorf("said %q, want %q", uit, want)
	}
	wantInhoud(t, pad, "oud")
	wantAlleen(t, dir, "x.json")
}

func speelVolleSchijf(pad string) {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1000, Max: 1000}); err != nil {
		panic(err)
	}
	fmt.Println(replace(pad, make([]byte, 2000), modeEigen))
}
