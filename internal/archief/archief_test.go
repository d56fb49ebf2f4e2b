package archief

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
)

// rol makes the test binary play another process instead of running the tests.
const rol = "ARCHIEF_ROL"

func TestMain(m *testing.M) {
	switch os.Getenv(rol) {
	case "":
		os.Exit(m.Run())
	case "schrijver":
		speelSchrijver(os.Args[1])
	case "slothouder":
		speelSlothouder(os.Args[1])
	case "volle-schijf":
		speelVolleSchijf(os.Args[1])
	}
}

func newArchief(t *testing.T) Archief {
	t.Helper()
	dir := t.TempDir()
	return New(Plekken{Staat: filepath.Join(dir, "staat", "weeg"), Data: filepath.Join(dir, "data", "weeg")}, nil)
}

func write(t *testing.T, pad, tekst string) {
	t.Helper()
	if err := os.WriteFile(pad, []byte(tekst), 0o644); err != nil {
		t.Fatal(err)
	}
}

func wantInhoud(t *testing.T, pad, want string) {
	t.Helper()
	got, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s holds %q, want %q", filepath.Base(pad), got, want)
	}
}

// wantAlleen checks that dir holds these names and nothing else: no temporary
// files and no locks.
func wantAlleen(t *testing.T, dir string, namen ...string) {
	t.Helper()
	bestanden, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range bestanden {
		got = append(got, b.Name())
	}
	if strings.Join(got, " ") != strings.Join(namen, " ") {
		t.Errorf("%s holds %q, want %q", filepath.Base(dir), got, namen)
	}
}

// wantFout checks that err is of a kind, names what, and is in Dutch.
func wantFout(t *testing.T, err, soort error, delen ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", delen)
	}
	if soort != nil && !errors.Is(err, soort) {
		t.Errorf("error %q is not %q", err, soort)
	}
	for _, deel := range delen {
		if !strings.Contains(err.Error(), deel) {
			t.Errorf("error %q does not say %q", err, deel)
		}
	}
	for _, engels := range []string{"no such", "permission denied", "file exists", "not a directory", "is a directory",
		"open /", "link /", "rename /", "mkdir", "invalid", " json", "unexpected", "%!", "<nil>"} {
		if strings.Contains(err.Error(), engels) {
			t.Errorf("error %q is not in plain Dutch: %q", err, engels)
		}
	}
}

func wantMode(t *testing.T, pad string, want os.FileMode) {
	t.Helper()
	if runtime.GOOS == "windows" {
		return // modes mean nothing there; the folder of the person is closed by itself
	}
	info, err := os.Stat(pad)
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Mode().Perm(); got != want {
		t.Errorf("%s has mode %o, want %o", filepath.Base(pad), got, want)
	}
}

// nul gives the letter a for ever.
type nul struct{}

func (nul) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestRandomLettersAreSmallLettersAndDigits(t *testing.T) {
	got, err := willekeurig(bytes.NewReader([]byte{255, 0, 254, 25, 26, 252, 251}))
	if err != nil {
		t.Fatal(err)
	}
	if want := "az09"; got != want { // 252 and up are thrown away
		t.Errorf("got %q, want %q", got, want)
	}
	_, err = willekeurig(iotest.ErrReader(io.ErrUnexpectedEOF))
	wantFout(t, err, io.ErrUnexpectedEOF, "willekeurige naam", "opnieuw")
}

func TestIDsThatAreNoPlainFileNameAreRefused(t *testing.T) {
	a := newArchief(t)
	for _, id := range []string{"", ".", "..", "../x", "a/b", `a\b`, "/etc/passwd", "a\x00b", "A", "a b", "é", "a--b",
		"-a", "con", "nul", "com1", "lpt9", strings.Repeat("a", 201), "\x1b[2J"} {
		for naam, doe := range map[string]func() error{
			"Pad":              func() error { _, err := a.Pad(id); return err },
			"Concept":          func() error { _, err := a.Concept(id); return err },
			"Bewaar":           func() error { return a.Bewaar(stand(id, "")) },
			"VerwijderConcept": func() error { return a.VerwijderConcept(id) },
			"Vergrendel":       func() error { _, err := a.Vergrendel(id); return err },
			"PadPrive":         func() error { _, err := a.PadPrive(id); return err },
			"Prive":            func() error { _, err := a.Prive(id); return err },
			"BewaarPrive":      func() error { return a.BewaarPrive(id, []byte("geheim")) },
			"VerwijderPrive":   func() error { return a.VerwijderPrive(id) },
		} {
			t.Run(naam+" "+id, func(t *testing.T) {
				err := doe()
				wantFout(t, err, nil)
				if strings.ContainsAny(err.Error(), "\x00\x1b") {
					t.Errorf("error %q holds control characters", err)
				}
			})
		}
	}
	for _, plek := range []string{a.plekken.Staat, a.plekken.Data} {
		if _, err := os.Stat(plek); err == nil {
			t.Errorf("%s was made for a refused id", plek)
		}
	}
}

func TestWithoutAPlaceNothingIsKeptAnywhere(t *testing.T) {
	t.Chdir(t.TempDir())
	var a Archief
	wantFout(t, a.Bewaar(stand("koken-k3x9", "")), nil, "HOME")
	wantFout(t, a.BewaarPrive("koken-k3x9", nil), nil, "HOME")
	wantAlleen(t, ".")
	if standen, fouten := a.Concepten(); standen != nil || fouten != nil {
		t.Errorf("Concepten: %v, %v", standen, fouten)
	}
	if lijst, err := a.PriveLijst(); lijst != nil || err != nil {
		t.Errorf("PriveLijst: %v, %v", lijst, err)
	}
}
