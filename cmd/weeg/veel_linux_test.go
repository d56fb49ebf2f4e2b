package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// Who has ten times as many reflecties needs hardly more memory, by whichever command.
// How much that is differs from run to run, by when the garbage is collected: three
// runs tell. Nothing may be shared of what is read, so each file is another one.
func TestTenTimesAsManyReflectiesTakeHardlyMoreMemory(t *testing.T) {
	t.Parallel()
	alleenHeel(t)
	programma := filepath.Join(t.TempDir(), "weeg")
	if uit, err := exec.CommandContext(t.Context(), "go", "build", "-o", programma, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	tienduizend := veleReflecties(t, 10_000)
	duizend := eerste(t, 1000, tienduizend)
	for _, map_ := range []string{tienduizend, duizend} {
		alsTeam(t, map_)
	}
	kort := korteReflecties(t, 40_000, "Keer NUMMER.")
	bellers := korteReflecties(t, 10_000, strings.Repeat("Bel 06-12345678. ", 10)) // ten findings each
	for _, proef := range []struct {
		naam         string
		klein, groot string
		args         []string
		lijnen       int // after which it still has something to write
		most         int // kB
		groei        float64
	}{
		{"netwerk", duizend, tienduizend, []string{"netwerk", ".", "--formaat", "html"}, 0, 100_000, 1.5},
		{"kompas", duizend, tienduizend, []string{"kompas", "--json"}, 1, 150_000, 10}, // it holds what people wrote
		{"controleer", eerste(t, 1000, bellers), bellers, []string{"controleer", "."}, 90_000, 100_000, 1.5},
		{"lijst", eerste(t, 4000, kort), kort, []string{"reflectie", "lijst", "--jsonl"}, 39_000, 100_000, 5}, // it holds the names,
	} {
		t.Run(proef.naam, func(t *testing.T) {
			klein, groot := 0, 0
			for range 3 { // once, and where that is too much again: when the memory is cleared up is chance
				klein = max(klein, piek(t, programma, proef.klein, proef.lijnen/10, proef.args...))
				if groot = piek(t, programma, proef.groot, proef.lijnen, proef.args...); groot > proef.most {
					t.Fatalf("the most take %d kB", groot)
				}
				if float64(groot) <= proef.groei*float64(klein) {
					t.Logf("the most take %d kB, a tenth %d kB", groot, klein)
					return
				}
			}
			t.Errorf("the most take %d kB, a tenth %d kB at most", groot, klein)
		})
	}
}

// korteReflecties writes n reflecties of somebody who does the same, for a team.
func korteReflecties(t testing.TB, n int, doen string) string {
	t.Helper()
	map_ := t.TempDir()
	def := laad(t, "koken-in-het-schoolgebouw", "kort")
	r := reflectie.Reflectie{Weeg: 1, Casus: def.Casus.ID, Werkvorm: "kort", Datum: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}, Uitkomst: reflectie.Uitkomst{Doen: doen}}
	model := string(markdown.Encode(def, markdown.MetaVan("NAAM", def), r, nil))
	for i := range n {
		naam := fmt.Sprintf("2026-11-21-reflectie-%06d", i)
		tekst := strings.NewReplacer("NAAM", naam, "NUMMER", strconv.Itoa(i)).Replace(model)
		if err := os.WriteFile(filepath.Join(map_, naam+".md"), []byte(tekst), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	alsTeam(t, map_)
	return map_
}

// piek is the most memory, in kB, that a command had in a folder by the time that it
// has written so many lines, and the begin of what comes then. What is left must be more
// than a pipe holds: until it is read, weeg waits.
func piek(t *testing.T, programma, map_ string, lijnen int, args ...string) int {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), programma, args...)
	cmd.Dir, cmd.Env = map_, append(os.Environ(), "HOME="+t.TempDir())
	uit, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lees := bufio.NewReader(uit)
	for hier := 0; hier <= lijnen; {
		b, err := lees.ReadByte()
		if err != nil {
			t.Fatal(hier, err)
		}
		if b == '\n' || lijnen == 0 {
			hier++
		}
	}
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", cmd.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, lees); err != nil {
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
