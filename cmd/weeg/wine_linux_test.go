package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/term"
)

// A windows is a disk of Windows as wine makes it, and a program for Windows on it.
//
// Wine shows that the program starts there, where its files stand, how it takes paths and
// line ends, and what files do that another process holds. What the wine of
// Debian 12 lacks: a console that draws what escape codes say, or refuses them; a window of
// the explorer, and so a double click, though weeg is alone in its window here too; keys as
// a keyboard sends them, AltGr among them; Kladblok as it is; links from one folder to another;
// a disk that refuses what NTFS refuses; the removal of a whole folder as Go asks it, so that
// the tests of other rooms fail there when they clear up; and the library of metToeval.
type windows struct {
	t         *testing.T
	programma string
	schijf    string // C: as Linux calls it
}

// newWindows makes a disk for a program.
func newWindows(t *testing.T, programma string) windows {
	t.Helper()
	for _, naam := range []string{"wine", dlltool, ld} {
		if _, err := exec.LookPath(naam); err != nil {
			t.Skipf("%s, of what runs programs for Windows, is not there: .ci/run installs it", naam)
		}
	}
	dir := t.TempDir()
	w := windows{t, programma, filepath.Join(dir, "drive_c")}
	t.Cleanup(func() { _ = w.met(exec.Command("wineserver", "-k")).Run() }) // it may have ended
	if uit, err := w.met(exec.Command("wine", "wineboot", "--init")).CombinedOutput(); err != nil {
		t.Fatalf("wine makes no disk: %v\n%s", err, uit)
	}
	w.metToeval()
	return w
}

// What makes a library for Windows.
const (
	dlltool = "x86_64-w64-mingw32-dlltool"
	ld      = "x86_64-w64-mingw32-ld"
)

// metToeval gives the disk the library that every Go program takes its random numbers from,
// which Windows has and the wine of Debian 12 has not: another of wine's does the same.
func (w windows) metToeval() {
	w.t.Helper()
	dir := w.t.TempDir()
	def, o := filepath.Join(dir, "toeval.def"), filepath.Join(dir, "toeval.o")
	if err := os.WriteFile(def, []byte("LIBRARY bcryptprimitives.dll\nEXPORTS\nProcessPrng=advapi32.SystemFunction036\n"), 0o644); err != nil {
		w.t.Fatal(err)
	}
	for _, cmd := range []*exec.Cmd{exec.Command(dlltool, "-d", def, "-e", o),
		exec.Command(ld, "--shared", "-e", "0", "-o", filepath.Join(w.schijf, "windows", "system32", "bcryptprimitives.dll"), o)} {
		if uit, err := cmd.CombinedOutput(); err != nil {
			w.t.Fatalf("%v\n%s", err, uit)
		}
	}
}

// met gives a command this disk. Wine may not ask for parts that nobody needs here.
func (w windows) met(cmd *exec.Cmd) *exec.Cmd {
	cmd.Env = append(os.Environ(), "WINEPREFIX="+filepath.Dir(w.schijf), "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml,winemenubuilder.exe=",
		"DISPLAY=", "XDG_STATE_HOME=", "XDG_DATA_HOME=", "TERM=", "ACCESSIBLE=", "LC_ALL=C.UTF-8")
	return cmd
}

// draai runs the program in a folder of the disk.
func (w windows) draai(map_, invoer string, args ...string) (uit, fout string, code int) {
	w.t.Helper()
	cmd := w.met(exec.Command("wine", append([]string{w.programma}, args...)...))
	cmd.Dir = filepath.Join(w.schijf, map_)
	var u, f bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(invoer), &u, &f
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		w.t.Fatal(err)
	}
	for _, tekst := range []string{u.String(), f.String()} {
		if !utf8.ValidString(tekst) {
			w.t.Errorf("weeg %q writes what is no UTF-8: %q", args, tekst)
		}
	}
	return u.String(), f.String(), cmd.ProcessState.ExitCode()
}

// wil runs weeg, which must end with code, and returns what it wrote.
func (w windows) wil(code int, map_, invoer string, args ...string) (uit, fout string) {
	w.t.Helper()
	uit, fout, got := w.draai(map_, invoer, args...)
	if got != code {
		w.t.Fatalf("weeg %q ends with %d, want %d:\n%s%s", args, got, code, uit, fout)
	}
	return uit, fout
}

// vind is the one file of which the path on the disk ends so.
func (w windows) vind(einde string) string {
	w.t.Helper()
	var gevonden []string
	if err := walk(filepath.Join(w.schijf, "users"), func(pad string) error {
		if ok, _ := regexp.MatchString(einde+"$", pad); ok {
			gevonden = append(gevonden, pad)
		}
		return nil
	}); err != nil {
		w.t.Fatal(err)
	}
	if len(gevonden) != 1 {
		w.t.Fatalf("%s is %q", einde, gevonden)
	}
	return gevonden[0]
}

// exe makes a program for Windows, by go build or another command of go.
func exe(t *testing.T, opdracht ...string) string {
	t.Helper()
	pad := filepath.Join(t.TempDir(), "weeg.exe")
	cmd := exec.Command("go", slices.Insert(opdracht, 1, "-o", pad)...)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if uit, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	return pad
}

// metCRLF gives a text the line ends of Windows.
func metCRLF(tekst string) string { return strings.ReplaceAll(tekst, "\n", "\r\n") }

// Whoever works on Windows finds what others find. One disk serves, because wine takes
// seconds to make one.
func TestOnWindows(t *testing.T) {
	t.Parallel()
	alleenHeel(t)
	w := newWindows(t, "")
	w.programma = exe(t, "build", "-trimpath", "-ldflags=-s -w", ".")
	for _, proef := range []struct {
		naam string
		doe  func(windows)
	}{
		{"a conversation gives what it gives elsewhere", windows.gesprek},
		{"a screen takes what is typed, and its window stays to be read", windows.scherm},
		{"a web page opens, whatever its folder is called", windows.pagina},
		{"two windows do not write over each other", windows.tweeVensters},
		{"a file that another program holds is tried again and told", windows.vast},
	} {
		t.Run(proef.naam, func(t *testing.T) {
			w.t = t
			proef.doe(w)
		})
	}
}

// gesprek is in a folder as people have them, with nothing of one's own outside one's own
// folder.
func (w windows) gesprek() {
	t := w.t
	const map_ = `Mijn map één`
	if err := os.Mkdir(filepath.Join(w.schijf, map_), 0o755); err != nil {
		t.Fatal(err)
	}
	hier := func(naam string) string { return filepath.Join(w.schijf, map_, naam) }

	if uit, _ := w.wil(0, map_, "", "--versie"); !strings.HasPrefix(uit, "weeg ") || !strings.Contains(uit, "windows/amd64") {
		t.Errorf("the version is %q", uit)
	}
	if uit, _ := w.wil(0, map_, "", "casus", "lijst"); !strings.Contains(uit, "Eén kabel, twee beloften") {
		t.Errorf("the casussen are\n%s", uit)
	}

	blad, err := os.ReadFile("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(hier("antwoorden ë.yaml"), []byte(metCRLF(string(blad))), 0o644); err != nil {
		t.Fatal(err)
	}
	naar := `C:\` + map_ + `\van blad.md`
	if uit, _ := w.wil(0, map_, "", "nieuw", "--antwoorden", `.\antwoorden ë.yaml`, "--naar", naar); uit != "van blad.md\n" {
		t.Errorf("it writes %q", uit)
	}
	wil := vanBlad(t, t.TempDir())
	if d := cmp.Diff(wil, leesJSON(t, hier(""), "van blad.md")); d != "" {
		t.Errorf("the answer file gives here (-) and on Windows (+):\n%s", d)
	}

	def, b := koken(t)
	var regels []string
	for _, s := range loop(t, def, b.Antwoorden()) {
		regels = append(regels, s.typ(b.Antwoorden())...)
	}
	helft := len(regels) / 2
	for regels[helft-1] != "." { // not within a text
		helft++
	}
	eerste, tweede := strings.Join(regels[:helft], "\r\n"), strings.Join(regels[helft:], "\r\n")
	w.wil(4, map_, eerste+"\r\n:stop\r\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk", "--door", "Team Toezicht", "--naar", `\`+map_+`\gesprek.md`)
	w.vind(`/AppData/Local/weeg/concepten/[^/]*\.json`)
	if uit, _ := w.wil(0, map_, tweede+"\r\n1\r\n", "verder", "--toegankelijk"); uit != "gesprek.md\n" {
		t.Errorf("it writes %q", uit)
	}
	if d := cmp.Diff(wil, leesJSON(t, hier(""), "gesprek.md")); d != "" {
		t.Errorf("the answer file (-) and a conversation on Windows (+) differ:\n%s", d)
	}
	if uit, _ := w.wil(0, map_, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
		t.Errorf("afterwards there is\n%s", uit)
	}

	// Without a name it goes among the reflecties, and its private part to one's own folder.
	uit, _ := w.wil(0, map_, "", "nieuw", "--antwoorden", "antwoorden ë.yaml")
	naam := strings.TrimSpace(uit)
	if ok, _ := regexp.MatchString(`^reflecties\\\d{4}-\d\d-\d\d-koken-in-het-schoolgebouw-\w{4}\.md$`, naam); !ok {
		t.Errorf("it writes %q", naam)
	}
	id := strings.TrimSuffix(strings.TrimPrefix(naam, `reflecties\`), ".md")
	prive, err := os.ReadFile(w.vind("/AppData/Local/weeg/prive/" + id + `\.md`))
	if geheim := "Ik zie steeds die gang voor me"; err != nil || !strings.Contains(string(prive), geheim) {
		t.Errorf("the private part holds, %v:\n%s", err, prive)
	}
	if uit, _ := w.wil(0, map_, "", "lees", naam); !strings.Contains(uit, "Koken in het oude schoolgebouw") {
		t.Errorf("it reads\n%s", uit)
	}
	w.wil(0, map_, "", "lees", id, "--naar", "pagina één.html")
	if pagina, err := os.ReadFile(hier("pagina één.html")); err != nil || !strings.Contains(string(pagina), "<title>") {
		t.Errorf("the page is, %v:\n%.200s", err, pagina)
	}

	if _, fout := w.wil(2, map_, "", "nieuw", "--antwoorden", "antwoorden ë.yaml", "--naar", "CON.md"); !strings.Contains(fout, "die Windows niet zelf gebruikt") {
		t.Errorf("of a name that Windows keeps it says\n%s", fout)
	}
	w.wil(0, map_, "", "besproken", `reflecties\*.md`) // no shell there puts the names in its place
	if data, err := os.ReadFile(hier("reflecties/" + id + ".md")); err != nil || !strings.Contains(string(data), "\nbesproken: ") {
		t.Errorf("it holds, %v:\n%s", err, data)
	}
	for _, naam := range []string{"van blad.md", "gesprek.md", naam} { // a colleague with git gets no line end changed
		data, err := os.ReadFile(hier(strings.ReplaceAll(naam, `\`, "/")))
		if err != nil || bytes.Contains(data, []byte("\r")) {
			t.Errorf("%s has line ends of Windows, or %v", naam, err)
		}
	}
}

// scherm types at a window that is for weeg alone. Wine puts what weeg draws at other places,
// so no more is seen than that the question came.
func (w windows) scherm() {
	cmd := w.met(exec.Command("wine", w.programma, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"))
	cmd.Dir = w.schijf
	z := newTerminal(w.t, cmd, 80, 24)
	z.ziet("verder lezen")
	z.typ(eind)
	z.ziet("naar de eerste vraag")
	z.typ(enter)
	z.ziet("Eigen woorden")        // near its end: what was drawn before may have scrolled away
	z.typ("Één collega van € 5 😀") // no rol of the casus, so it is typed
	z.ziet("collega van")
	z.typ(ctrlC)
	z.ziet("Druk op enter om dit venster te sluiten.")
	z.typ(enter)
	if code := z.klaar(); code != 4 {
		w.t.Errorf("it ends with %d", code)
	}
	ids, _ := w.wil(0, "", "", "concept", "lijst")
	id, _, _ := strings.Cut(ids, "\n")
	if uit, _ := w.wil(0, "", "", "concept", "toon", id); !strings.Contains(uit, "  Één collega van € 5 😀\n") {
		w.t.Errorf("the concept holds\n%s", uit)
	}
	w.wil(0, "", "", "concept", "verwijder", id, "--ja")
}

// pagina makes a web page at the end of a change, and opens it. What opens it here is no
// browser, which wine would need a window for, but a program that makes a copy.
func (w windows) pagina() {
	t := w.t
	for _, r := range [][2]string{{`HKCR\.html`, "pagina"}, {`HKCR\pagina\shell\open\command`, `C:\windows\system32\cmd.exe /c copy "%1" C:\geopend.html`}} {
		if uit, err := w.met(exec.Command("wine", "reg", "add", r[0], "/ve", "/d", r[1], "/f")).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, uit)
		}
	}
	const map_ = `Eén, twee & drie`
	if err := os.Mkdir(filepath.Join(w.schijf, map_), 0o755); err != nil {
		t.Fatal(err)
	}
	blad, err := os.ReadFile("testdata/kort.yaml")
	if err != nil {
		t.Fatal(err)
	}
	w.wil(0, map_, string(blad), "nieuw", "--antwoorden", "-", "--naar", "r.md")
	cmd := w.met(exec.Command("wine", w.programma, "verder", "r.md", "--toegankelijk"))
	cmd.Dir = filepath.Join(w.schijf, map_)
	z := newTerminal(t, cmd, 80, 24)
	// Until a program reads, wine leaves to Linux what is typed, which makes another key of enter.
	if _, err := term.MakeRaw(int(z.pty.Fd())); err != nil {
		t.Fatal(err)
	}
	z.ziet("Typ een nummer")
	z.typ(":naar einde\r")
	z.ziet("1. De reflectie bijwerken")
	z.typ("1\r")
	z.ziet("Geen datum")
	z.typ("4\r")
	z.ziet("Een webpagina maken")
	z.typ("2\r")
	z.ziet("De webpagina openen")
	z.typ("2\r")
	z.ziet("De webpagina gaat open in uw browser.")
	z.typ(":stop\r")
	z.ziet("Druk op enter om dit venster te sluiten.")
	z.typ(enter)
	if code := z.klaar(); code != 0 {
		t.Errorf("it ends with %d", code)
	}
	if uit, err := w.met(exec.Command("wineserver", "-w")).CombinedOutput(); err != nil { // until it is copied
		t.Fatalf("%v\n%s", err, uit)
	}
	want, _ := os.ReadFile(filepath.Join(w.schijf, map_, "r.html"))
	if got, err := os.ReadFile(filepath.Join(w.schijf, "geopend.html")); err != nil || len(want) == 0 || !bytes.Equal(got, want) {
		t.Errorf("what opens is, %v:\n%.200s", err, got)
	}
}

// tweeVensters has a conversation in two windows, and closes one halfway: files are locked
// there by other rules.
func (w windows) tweeVensters() {
	t := w.t
	w.wil(4, "", "1\r\nEerst.\r\n.\r\n:stop\r\n", "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort", "--toegankelijk")
	cmd := w.met(exec.Command("wine", w.programma, "verder", "--toegankelijk"))
	cmd.Dir = w.schijf
	in, m := leesMee(t, cmd)
	m.tot(t, func(tekst string) bool { return strings.HasSuffix(tekst, "> ") })
	if _, fout := w.wil(3, "", "", "verder", "--toegankelijk"); !strings.Contains(fout, "ander venster") {
		t.Errorf("the other window says\n%s", fout)
	}
	fmt.Fprint(in, "In dit venster.\r\n.\r\n")
	m.tot(t, func(tekst string) bool { return strings.Count(tekst, "\n> ") >= 2 })
	if err := cmd.Process.Kill(); err != nil { // the power fails
		t.Fatal(err)
	}
	_ = cmd.Wait() // it was killed
	if _, fout := w.wil(4, "", ":overzicht\r\n:stop\r\n", "verder", "--toegankelijk"); !strings.Contains(fout, "In dit venster.") {
		t.Errorf("afterwards there is\n%s", fout)
	}
}

// vast runs the tests of that room that are for Windows alone. They cannot clear up: wine
// does not remove a folder as Go asks it.
func (w windows) vast() {
	toets := windows{w.t, exe(w.t, "test", "-c", "-trimpath", "../../internal/archief"), w.schijf}
	uit, _, _ := toets.draai("", "", "-test.v", "-test.run=VirusScanner|AnotherProgramKeeps")
	for regel := range strings.Lines(uit) {
		if strings.Contains(regel, "_test.go:") || strings.Contains(regel, "panic") {
			w.t.Errorf("%s", regel)
		}
	}
	if n := strings.Count(uit, "=== RUN"); n != 2 {
		w.t.Errorf("%d tests ran:\n%s", n, uit)
	}
}
