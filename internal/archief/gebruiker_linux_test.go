package archief

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// niemand is the user that owns no files.
const niemand = 65534

// alsGewoneGebruiker does what somebody without special rights does below dir, a
// folder of t.TempDir. Root may read and write everything, so as root doe runs
// on a thread of which Linux checks the file access as that of niemand. That
// thread ends with its goroutine, because nothing unlocks it.
func alsGewoneGebruiker(t *testing.T, dir string, doe func()) {
	t.Helper()
	if os.Geteuid() != 0 {
		doe()
		return
	}
	for _, pad := range []string{filepath.Dir(dir), dir} { // so that niemand can come this far
		info, err := os.Stat(pad)
		must(t, err)
		must(t, os.Chmod(pad, info.Mode().Perm()|0o555))
	}
	klaar := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := errors.Join(syscall.Setfsgid(niemand), syscall.Setfsuid(niemand))
		defer func() { klaar <- err }()
		if err == nil {
			doe()
		}
	}()
	must(t, <-klaar)
}

// Without this, the tests that want a refusal could pass for another reason.
func TestFileAccessAsAnOrdinaryUserIsReallyRefused(t *testing.T) {
	dir := t.TempDir()
	open, dicht := filepath.Join(dir, "open"), filepath.Join(dir, "dicht")
	write(t, open, "x")
	must(t, os.Chmod(open, 0o644))
	write(t, dicht, "x")
	must(t, os.Chmod(dicht, 0))
	alsGewoneGebruiker(t, dir, func() {
		if _, err := os.ReadFile(open); err != nil {
			t.Error("a file that everybody may read is refused:", err)
		}
		if _, err := os.ReadFile(dicht); !errors.Is(err, fs.ErrPermission) {
			t.Error("a file that nobody may read is not refused:", err)
		}
	})
	if os.Geteuid() != 0 {
		return
	}
	if _, err := os.ReadFile(dicht); err != nil {
		t.Error("the other threads are no longer root:", err)
	}
}
