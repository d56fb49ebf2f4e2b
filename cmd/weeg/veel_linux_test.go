package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// Ten thousand reflecties take hardly more memory than one thousand do. How much that
// is differs from run to run, by when the garbage is collected: three runs tell.
func TestTenThousandReflectiesTakeNoMoreMemoryThanOneThousand(t *testing.T) {
	alleenHeel(t)
	programma := filepath.Join(t.TempDir(), "weeg")
	if uit, err := exec.CommandContext(t.Context(), "go", "build", "-o", programma, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	tienduizend := veleReflecties(t, 10_000)
	duizend := eerste(t, 1000, tienduizend)
	klein, groot := 0, 0
	for range 3 {
		klein = max(klein, piek(t, programma, duizend))
	}
	for range 3 {
		if groot = piek(t, programma, tienduizend); groot > 100_000 {
			t.Fatalf("ten thousand take %d kB", groot)
		}
		if 2*groot <= 3*klein {
			t.Logf("ten thousand take %d kB, one thousand %d kB", groot, klein)
			return
		}
	}
	t.Errorf("ten thousand take %d kB, one thousand %d kB at most", groot, klein)
}

// piek is the most memory, in kB, that weeg netwerk had over a folder by the time it
// has its result. That is a page that no pipe holds whole: until it is read, weeg waits.
func piek(t *testing.T, programma, map_ string) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), programma, "netwerk", map_, "--formaat", "html")
	uit, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(uit, make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, uit); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`(?m)^VmHWM:\s+(\d+) kB$`).FindSubmatch(status)
	if m == nil {
		t.Fatalf("the process had ended:\n%s", status)
	}
	kB, err := strconv.Atoi(string(m[1]))
	if err != nil {
		t.Fatal(err)
	}
	return kB
}
