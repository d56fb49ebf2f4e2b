package main

import (
	"encoding/json"
	"flag"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"

	"ambt.example/weeg/internal/cli"
)

// TestMain lets the scripts, and the tests that start a process, run this very
// binary as weeg.
func TestMain(m *testing.M) {
	testscript.Main(alles{m}, map[string]func(){"weeg": func() { os.Exit(cli.Main()) }})
}

// alles runs every test, twice as many at a time as there are processors: most of
// them wait for a program. At its end the browser goes too.
type alles struct{ m *testing.M }

func (a alles) Run() int {
	if err := flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0))); err != nil {
		panic(err)
	}
	debug.SetGCPercent(400) // thousands of conversations: clearing up took a sixth of the time
	defer func() { deChromium.stop() }()
	return a.m.Run()
}

// To rewrite what the scripts expect: WEEG_BIJWERKEN=1 go test ./cmd/weeg -run TestScripts
func TestScripts(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("WEEG_BIJWERKEN") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir+"/thuis")
			env.Setenv("XDG_STATE_HOME", "")
			env.Setenv("XDG_DATA_HOME", "")
			env.Setenv("TERM", "xterm-256color")
			env.Vars = append(env.Vars, zonderWacht)
			koken, err := os.ReadFile("testdata/koken.yaml")
			if err != nil {
				return err
			}
			return os.WriteFile(env.WorkDir+"/koken.yaml", koken, 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"jsongelijk": jsonGelijk,
			"bevat":      bevat,
			"wijzig":     wijzig,
		},
	})
}

// jsonGelijk compares two JSON files: jsongelijk A B [KEY...]; the keys are
// taken out of both first.
func jsonGelijk(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: jsongelijk A B [key...]")
	}
	lees := func(naam string) map[string]any {
		var v map[string]any
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(naam)), &v))
		for _, sleutel := range args[2:] {
			delete(v, sleutel)
		}
		return v
	}
	if d := cmp.Diff(lees(args[0]), lees(args[1])); d != "" {
		ts.Fatalf("%s and %s differ:\n%s", args[0], args[1], d)
	}
}

// bevat looks for a text in every file below a folder: [!] bevat DIR TEXT.
func bevat(ts *testscript.TestScript, neg bool, args []string) {
	gevonden := ""
	ts.Check(walk(ts.MkAbs(args[0]), func(pad string) error {
		data, err := os.ReadFile(pad)
		if strings.Contains(string(data), args[1]) {
			gevonden = pad
		}
		return err
	}))
	switch {
	case neg && gevonden != "":
		ts.Fatalf("%q stands in %s", args[1], gevonden)
	case !neg && gevonden == "":
		ts.Fatalf("%q stands in no file below %s", args[1], args[0])
	}
}

// wijzig replaces a text that stands once in a file: wijzig FILE OLD NEW, with \n for a new line.
func wijzig(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: wijzig FILE OLD NEW")
	}
	oud, nieuw := strings.ReplaceAll(args[1], `\n`, "\n"), strings.ReplaceAll(args[2], `\n`, "\n")
	tekst := ts.ReadFile(args[0])
	if n := strings.Count(tekst, oud); n != 1 {
		ts.Fatalf("%q stands %d times in %s:\n%s", oud, n, args[0], tekst)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(tekst, oud, nieuw, 1)), 0o644))
}
