package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// bouw builds a program for the benchmarks, as it would be shipped.
func bouw(b testing.TB, naam, pakket string) string {
	b.Helper()
	pad := filepath.Join(b.TempDir(), naam)
	if runtime.GOOS == "windows" {
		pad += ".exe"
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", pad, pakket)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if uit, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, uit)
	}
	return pad
}

// niets builds a program that does nothing: what every Go program costs here.
func niets(b *testing.B, naam string) string {
	b.Helper()
	bron := filepath.Join(b.TempDir(), "niets.go")
	if err := os.WriteFile(bron, []byte("package main\n\nfunc main() {}\n"), 0o600); err != nil {
		b.Fatal(err)
	}
	return bouw(b, naam, bron)
}

// BenchmarkTerminal times, on a terminal that never answers, a run that ends at
// once and the way to the first question.
func BenchmarkTerminal(b *testing.B) {
	b.Run("versie", func(b *testing.B) {
		for b.Loop() {
			newTerminal(b, weeg(b, b.TempDir(), "--versie"), 80, 24).klaar()
		}
	})
	b.Run("eerste-vraag", func(b *testing.B) {
		for b.Loop() {
			z := newTerminal(b, weeg(b, b.TempDir(), "nieuw", "koken-in-het-schoolgebouw"), 80, 24)
			z.doorVerhaal()
			z.typ(enter)
			z.ziet("Vanuit welke rol kijkt u?")
			z.typ(ctrlC)
			z.klaar()
		}
	})
}

// BenchmarkProcess times whole runs of the shipped program, beside one that
// does nothing.
func BenchmarkProcess(b *testing.B) {
	leeg, weeg := niets(b, "niets"), bouw(b, "weeg", ".")
	if info, err := os.Stat(weeg); err == nil {
		b.Logf("the stripped binary takes %.1f MB", float64(info.Size())/(1<<20))
	}
	koken, err := filepath.Abs("testdata/koken.yaml")
	if err != nil {
		b.Fatal(err)
	}
	thuis := b.TempDir()
	reflectie := filepath.Join(thuis, "r.md")
	run := func(b *testing.B, naam string, args ...string) {
		b.Helper()
		cmd := exec.Command(naam, args...)
		cmd.Dir = thuis
		cmd.Env = append(os.Environ(), "HOME="+thuis, "LOCALAPPDATA="+thuis, "XDG_STATE_HOME=", "XDG_DATA_HOME=")
		if uit, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, uit)
		}
	}
	run(b, weeg, "nieuw", "--antwoorden", koken, "--naar", reflectie)
	for _, c := range []struct {
		naam string
		doe  func(b *testing.B)
	}{
		{"niets", func(b *testing.B) { run(b, leeg) }},
		{"versie", func(b *testing.B) { run(b, weeg, "--versie") }},
		{"nieuw-antwoorden", func(b *testing.B) { run(b, weeg, "nieuw", "--antwoorden", koken) }},
		{"lees", func(b *testing.B) { run(b, weeg, "lees", reflectie) }},
		{"lees-html", func(b *testing.B) { run(b, weeg, "lees", reflectie, "--formaat", "html") }},
		{"netwerk-svg", func(b *testing.B) { run(b, weeg, "netwerk", reflectie, "--formaat", "svg") }},
		{"lees-json", func(b *testing.B) { run(b, weeg, "lees", reflectie, "--json") }},
		{"casus-lijst", func(b *testing.B) { run(b, weeg, "casus", "lijst") }},
	} {
		b.Run(c.naam, func(b *testing.B) {
			for b.Loop() {
				c.doe(b)
			}
		})
	}
}

// BenchmarkLeesGroot tells how many times the work of a file with ten thousand answers
// it takes to read one with forty thousand.
func BenchmarkLeesGroot(b *testing.B) {
	programma, thuis := bouw(b, "weeg", "."), b.TempDir()
	werk := func(n int) time.Duration {
		var antwoorden strings.Builder
		for i := range n {
			fmt.Fprintf(&antwoorden, "### Vraag <!-- weeg:casusvraag.v%d -->\n\n> Een antwoord.\n\n", i)
		}
		r := filepath.Join(thuis, "r.md")
		_ = os.Remove(r) // there at the second time
		if _, fout, code := draai(b, thuis, "", "nieuw", "--antwoorden", "testdata/koken.yaml", "--naar", r); code != 0 {
			b.Fatal(fout)
		}
		data, err := os.ReadFile(r)
		if err != nil {
			b.Fatal(err)
		}
		data = bytes.Replace(data, []byte("## Waardenetwerk"), []byte(antwoorden.String()+"## Waardenetwerk"), 1)
		if err := os.WriteFile(r, data, 0o600); err != nil {
			b.Fatal(err)
		}
		cmd := weeg(b, thuis, "lees", r)
		cmd.Path = programma
		if uit, err := cmd.Output(); err != nil || bytes.Count(uit, []byte("Een antwoord.")) != n {
			b.Fatalf("%v: %d answers were shown", err, bytes.Count(uit, []byte("Een antwoord.")))
		}
		return cmd.ProcessState.UserTime()
	}
	var klein, groot time.Duration
	for b.Loop() {
		klein, groot = klein+werk(10_000), groot+werk(40_000)
	}
	b.ReportMetric(float64(groot)/float64(klein), "times")
}

// BenchmarkToets times from a key to the screen that shows it, on a real
// terminal: a letter, with little text in the answer and with a hundred thousand
// bytes, and a key that brings another question, with what is answered kept on the
// disk. It tells the 99th percentile in milliseconds.
func BenchmarkToets(b *testing.B) {
	for naam, n := range map[string]int{"100-bytes": 100, "100-kB": 100_000} {
		b.Run(naam, func(b *testing.B) {
			z := newTerminal(b, weeg(b, b.TempDir(), "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"), 80, 24)
			z.totReactie()
			z.typ("\x1b[200~" + strings.Repeat("Soep en branders.\n", n/18) + "klaar\x1b[201~")
			z.ziet("klaar")
			var tijden duren
			for b.Loop() { // a whole alphabet each: ten of them tell a 99th percentile
				for i := range 26 {
					letter := string(rune('a' + i))
					tijden.meet(func() {
						z.typ(letter)
						z.ziet("klaar" + getypt(i))
					})
				}
				z.typ("\x17klaar") // and away with the whole word again
				z.wacht("an empty word", func(beeld string) bool { return strings.Contains(beeld, "klaar") && !strings.Contains(beeld, "klaara") })
			}
			b.ReportMetric(tijden.p99(), "p99-ms/key")
			z.typ(ctrlC)
			z.klaar()
		})
	}
	b.Run("vraag", func(b *testing.B) {
		z := newTerminal(b, weeg(b, b.TempDir(), "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"), 80, 24)
		z.totTwijfel()
		var tijden duren
		for b.Loop() {
			for i := range 10 {
				z.typ(getypt(i)) // what is typed is kept on the way
				z.ziet(getypt(i))
				tijden.meet(func() {
					z.typ(tab)
					z.ziet("Wat zeggen de ouderen tegen u")
				})
				tijden.meet(func() {
					z.typ(shiftTab)
					z.ziet("Waar twijfelt u over?")
				})
				z.typ(ctrlU)
				z.ziet("tab wissen")
			}
		}
		b.ReportMetric(tijden.p99(), "p99-ms/question")
		z.typ(ctrlC)
		z.klaar()
	})
}

// duren are times that were measured.
type duren []time.Duration

func (d *duren) meet(doe func()) {
	begin := time.Now()
	doe()
	*d = append(*d, time.Since(begin))
}

// p99 is the 99th percentile, in milliseconds.
func (d duren) p99() float64 {
	slices.Sort(d)
	return float64(d[len(d)*99/100].Microseconds()) / 1000
}

// getypt is what stands there after i letters and one more.
func getypt(i int) string {
	return "abcdefghijklmnopqrstuvwxyz"[:i%26+1]
}
