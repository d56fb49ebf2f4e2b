package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// reNet finds a system call that opens or uses a network, in what strace writes.
var reNet = regexp.MustCompile(`(?m)^(?:\d+ +)?(?:socket|socketpair|connect|bind|listen|accept4?|send(?:to|msg|mmsg)|recv(?:from|msg|mmsg))\(.*$`)

// Nothing that a person does with weeg, from the first answer to the kompas, makes a call
// that has to do with a network; not to a name service or another program here either.
func TestNoCommandMakesANetworkCall(t *testing.T) {
	t.Parallel()
	if uit, err := exec.Command("strace", "-qq", "-f", "-e", "trace=network", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace, which follows calls, is not there or may not do that: %v %s", err, uit)
	}
	thuis := t.TempDir()
	bewaarLater(t, filepath.Join(thuis, ".weeg.yaml"), "weeg: 1\n")
	blad, err := filepath.Abs("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	weeg := exec.Command("weeg").Path
	log := filepath.Join(t.TempDir(), "log")
	doe := func(want int, typ string, args ...string) {
		t.Helper()
		opdracht := append([]string{"-qq", "-f", "-e", "signal=none", "-e", "trace=network", "-o", log, weeg}, args...)
		if zegt, code := draaiMet(t, "strace", thuis, typ, opdracht...); code != want {
			t.Errorf("weeg %q ends with %d: %s", args, code, zegt)
		}
		if roep := reNet.FindString(leesTekst(t, log)); roep != "" {
			t.Errorf("weeg %q calls %s", args, roep)
		}
	}
	doe(0, "", "nieuw", "--antwoorden", blad, "--naar", "r.md")
	doe(0, "", "lees", "r.md", "--naar", "r.html")
	doe(0, "1\nIk bel eerst.\n.\n:overzicht\n:naar einde\n1\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk")
	doe(0, "", "delen", "r.md", "--ook-kompas", "--toch")
	if heel() {
		doe(0, "", "netwerk", "reflecties", "--naar", "n.svg")
		doe(0, "", "overleg", "koken-in-het-schoolgebouw", "--nieuw")
		doe(0, "", "reflectie", "lijst", "--json")
	}
	doe(0, "", "kompas", "--naar", "k.html")
	doe(0, "", "controleer")
}

// Where nothing were found that is there, the test above would say nothing.
func TestANetworkCallIsSeen(t *testing.T) {
	t.Parallel()
	for _, lijn := range []string{`1234  connect(3, {sa_family=AF_INET, sin_port=htons(443)}, 16) = 0`, `socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3`} {
		if !reNet.MatchString(strings.Repeat("x\n", 2) + lijn + "\n") {
			t.Errorf("not seen: %s", lijn)
		}
	}
}
