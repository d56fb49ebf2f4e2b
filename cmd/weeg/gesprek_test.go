package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/cli"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// wacht is how long a test waits for what must come: a machine that is busy with others may
// stand still for some time.
const wacht = time.Minute

func walk(dir string, doe func(pad string) error) error {
	return filepath.WalkDir(dir, func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return doe(pad)
	})
}

// ingebouwd is the library inside the binary, with others over it.
func ingebouwd(ook ...casus.Bron) casus.Bibliotheek {
	eigen := casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Naam: "casussen"}
	return casus.NewBibliotheek(append([]casus.Bron{eigen}, ook...)...)
}

// deBibliotheek is that library, for all tests: it reads most of what it holds once.
var deBibliotheek = ingebouwd()

// geladen holds the definitions that laad loaded. Nothing changes one.
var geladen sync.Map

// laad loads a definition from the library; the casus may be a situation of one's own.
func laad(t testing.TB, casusID, werkvorm string) casus.Definitie {
	t.Helper()
	sleutel := casusID + ", " + werkvorm
	if def, al := geladen.Load(sleutel); al {
		return def.(casus.Definitie)
	}
	c := casus.EigenCasus()
	if casusID != reflectie.Eigen {
		var err error
		if c, err = deBibliotheek.Casus(casusID); err != nil {
			t.Fatal(err)
		}
	}
	w, err := deBibliotheek.Werkvorm(werkvorm)
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := deBibliotheek.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	def, err := casus.NewDefinitie(c, w, waarden)
	if err != nil {
		t.Fatal(err)
	}
	geladen.Store(sleutel, def)
	return def
}

// koken returns the answers of testdata/koken.yaml.
func koken(t testing.TB) (casus.Definitie, *blad.Blad) {
	t.Helper()
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	data, err := os.ReadFile("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return def, leesBlad(t, "koken.yaml", data, def)
}

// leesBlad reads an answer file that has no faults.
func leesBlad(t testing.TB, naam string, data []byte, def casus.Definitie) *blad.Blad {
	t.Helper()
	kop, err := blad.ParseKop(naam, data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	b, err := kop.Parse(def)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return b
}

// A stap is one question of a conversation and what is answered there; nothing
// is a skip.
type stap struct {
	vraag    sessie.Vraag
	antwoord reflectie.Antwoord
}

// loop walks the whole conversation that gives these answers, and returns each
// question that comes by.
func loop(t testing.TB, def casus.Definitie, antwoorden reflectie.Antwoorden) []stap {
	t.Helper()
	stappen, _ := loopVan(t, sessie.NewStand("loop", def), antwoorden)
	return stappen
}

// loopVan is loop from where a conversation is, and returns where it ended too.
func loopVan(t testing.TB, stand sessie.Stand, antwoorden reflectie.Antwoorden) ([]stap, sessie.Stand) {
	t.Helper()
	s := sessie.New(stand)
	var stappen []stap
	for s.Vraag().Sleutel != sessie.SleutelAfronden {
		v := s.Vraag()
		a := antwoordVan(v, antwoorden)
		if !v.Antwoord.IsZero() { // asked once more, and left as it is
			a = reflectie.Antwoord{}
		}
		stappen = append(stappen, stap{v, a})
		if err := s.Answer(metNamen(v, a, antwoorden)); err != nil {
			t.Fatalf("%s: %v", v.Sleutel, err)
		}
		if len(stappen) > 500 {
			t.Fatal("the conversation does not end")
		}
	}
	return stappen, s.Stand()
}

// antwoordVan is the answer to a question. Which two clash and which two help is
// kept as the soort of their verband.
func antwoordVan(v sessie.Vraag, antwoorden reflectie.Antwoorden) reflectie.Antwoord {
	if a := antwoorden[v.Sleutel]; !a.IsZero() || !sessie.IsParenvraag(v.Sleutel) {
		return a
	}
	soort := map[bool]string{true: reflectie.Tegen, false: reflectie.Versterkt}[v.Sleutel == "verbanden.botst"]
	for _, p := range antwoorden.Paren(reflectie.SleutelVerbanden) {
		if s := antwoorden["verbanden."+p.Sleutel()+".soort"].Tekst(); s == soort || s == reflectie.Beide {
			return reflectie.Tekst(p.String())
		}
	}
	return reflectie.Antwoord{}
}

// metNamen gives own values by their name, as a person would.
func metNamen(v sessie.Vraag, a reflectie.Antwoord, antwoorden reflectie.Antwoorden) reflectie.Antwoord {
	if v.Soort != casus.Waardenkeuze {
		return a
	}
	var items []string
	for _, id := range a.Lijst() {
		if naam := antwoorden["waarden."+id+".naam"].Tekst(); naam != "" {
			id = naam
		}
		items = append(items, id)
	}
	return reflectie.Lijst(items...)
}

// typ is what somebody types in line mode to give an answer.
func (s stap) typ(antwoorden reflectie.Antwoorden) []string {
	a := metNamen(s.vraag, s.antwoord, antwoorden)
	if a.IsZero() {
		return []string{":overslaan"}
	}
	nummer := func(item string) string {
		i := slices.IndexFunc(s.vraag.Opties, func(o sessie.Optie) bool {
			p, _ := reflectie.ParsePaar(item)
			return o.ID == item || o.Naam == item || o.ID == p[1]+"+"+p[0]
		})
		switch {
		case i < 0:
			return "+" + item
		case s.vraag.Soort == casus.Waardenkeuze: // which are too many to have a number
			return item
		}
		return fmt.Sprint(i + 1)
	}
	switch s.vraag.Soort {
	case casus.Tekst:
		return append(strings.Split(a.Tekst(), "\n"), ".")
	case casus.Lijst:
		return append(a.Lijst(), ".")
	case casus.JaNee:
		return a.Woorden()
	case casus.Keuze:
		if n := nummer(a.Tekst()); !strings.HasPrefix(n, "+") {
			return []string{n}
		}
	case casus.Meerkeuze, casus.Waardenkeuze:
		var items []string
		for _, item := range a.Lijst() {
			items = append(items, nummer(item))
		}
		return []string{strings.Join(items, ", ")}
	}
	return []string{a.Tekst()}
}

// An opname is a front end that writes down which questions are asked.
type opname struct {
	gesprek.Voorkant
	sleutels *[]string
}

func (o opname) Vraag(ctx context.Context, s *sessie.Sessie) (gesprek.Daad, error) {
	if sleutel := s.Vraag().Sleutel; len(*o.sleutels) == 0 || (*o.sleutels)[len(*o.sleutels)-1] != sleutel {
		*o.sleutels = append(*o.sleutels, sleutel)
	}
	return o.Voorkant.Vraag(ctx, s)
}

// gevraagd holds a conversation and returns the keys of the questions in the
// order in which they were asked, and the reflectie.
func gevraagd(t *testing.T, stand sessie.Stand, kant gesprek.Voorkant) ([]string, reflectie.Reflectie) {
	t.Helper()
	var sleutels []string
	stand, err := gesprek.Run(t.Context(), sessie.New(stand), opname{kant, &sleutels}, func(sessie.Stand) error { return nil })
	if err != nil {
		t.Fatal(err)
	}
	r, _ := stand.Reflectie()
	return sleutels, r
}

// zonderWacht keeps a program that was built with the race detector from waiting
// a second before it ends.
const zonderWacht = "GORACE=atexit_sleep_ms=0"

// kortThuis is a home with a path as short as people have, and as long each time: where a
// screen tells where something is, that matters.
func kortThuis(t testing.TB) string {
	t.Helper()
	for {
		thuis := "/tmp/thuis" + rand.Text()[:4]
		switch err := os.Mkdir(thuis, 0o700); {
		case err == nil:
			t.Cleanup(func() {
				if err := os.RemoveAll(thuis); err != nil {
					t.Error(err)
				}
			})
			return thuis
		case !errors.Is(err, fs.ErrExist):
			t.Fatal(err)
		}
	}
}

// weeg makes a command that runs this binary as weeg, with a home of its own.
func weeg(t testing.TB, thuis string, args ...string) *exec.Cmd {
	t.Helper()
	zelf, err := exec.LookPath("weeg") // testscript puts it there
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(zelf, args...)
	cmd.Dir = thuis
	cmd.Env = append(os.Environ(), "HOME="+thuis, "XDG_STATE_HOME=", "XDG_DATA_HOME=", "LOCALAPPDATA="+thuis, "TERM=xterm-256color", "NO_COLOR=", "EDITOR=nano", "VISUAL=", "ACCESSIBLE=", "DISPLAY=", "WAYLAND_DISPLAY=", zonderWacht)
	return cmd
}

// draai runs weeg to its end, in this process: to start one takes longer than what
// most of them do.
func draai(t testing.TB, thuis, invoer string, args ...string) (uit, fout string, code int) {
	t.Helper()
	return draaiIn(thuis, thuis, invoer, args...)
}

// draaiIn is draai in a folder outside the home.
func draaiIn(werkmap, thuis, invoer string, args ...string) (uit, fout string, code int) {
	var u, f bytes.Buffer
	omgeving := map[string]string{"HOME": thuis, "LOCALAPPDATA": thuis, "TERM": "xterm-256color", "PATH": os.Getenv("PATH")}
	code = cli.Run(context.Background(), cli.Wereld{In: strings.NewReader(invoer), Uit: &u, Fout: &f, Werkmap: func() (string, error) { return werkmap, nil }, OS: runtime.GOOS,
		Random: rand.Reader, Nu: time.Now, Getenv: func(naam string) string { return omgeving[naam] }}, args)
	return u.String(), f.String(), code
}

// draaiLos is draai in a process of its own, where a path is meant from thuis.
func draaiLos(t testing.TB, thuis, invoer string, args ...string) (uit, fout string, code int) {
	t.Helper()
	cmd := weeg(t, thuis, args...)
	var u, f bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(invoer), &u, &f
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return u.String(), f.String(), cmd.ProcessState.ExitCode()
}

// leesJSON reads a reflectie as data, without what differs from day to day.
func leesJSON(t testing.TB, thuis, pad string) map[string]any {
	t.Helper()
	uit, fout, code := draai(t, thuis, "", "lees", filepath.Join(thuis, pad), "--json")
	if code != 0 {
		t.Fatalf("lees gives %d: %s", code, fout)
	}
	var v map[string]any
	if err := json.Unmarshal([]byte(uit), &v); err != nil {
		t.Fatal(err)
	}
	delete(v, "datum")
	return v
}

// vanBlad makes the reflectie of testdata/koken.yaml with the answer file.
func vanBlad(t testing.TB, thuis string) map[string]any {
	t.Helper()
	blad, err := filepath.Abs("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	uit, fout, code := draai(t, thuis, "", "nieuw", "--antwoorden", blad, "--naar", "blad.md")
	if code != 0 || uit != "blad.md\n" {
		t.Fatalf("nieuw --antwoorden gives %d and %q: %s", code, uit, fout)
	}
	return leesJSON(t, thuis, "blad.md")
}

func TestAPipedConversationGivesWhatTheAnswerFileGives(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	var eerste, tweede []string
	tweeTeksten := 1
	for stappen[tweeTeksten-1].vraag.Soort != casus.Tekst || stappen[tweeTeksten].vraag.Soort != casus.Tekst {
		tweeTeksten++
	}
	if tweeTeksten >= len(stappen)/2 {
		t.Fatal("the first half of the conversation has no two texts in a row")
	}
	for i, s := range stappen {
		regels := s.typ(b.Antwoorden())
		if i == tweeTeksten { // back and forth: an answer that is kept
			regels = append(regels, ":terug", ":terug", ".", ".", ":overzicht", ":uitleg")
		}
		if i < len(stappen)/2 {
			eerste = append(eerste, regels...)
		} else {
			tweede = append(tweede, regels...)
		}
	}
	uit, fout, code := draai(t, thuis, strings.Join(eerste, "\n")+"\n:stop\n",
		"nieuw", "koken-in-het-schoolgebouw", "--toegankelijk", "--door", "Team Toezicht", "--naar", "regels.md")
	if code != 4 || uit != "" {
		t.Fatalf("stopping gives %d and %q:\n%s", code, uit, fout)
	}
	uit, fout, code = draai(t, thuis, strings.Join(tweede, "\n")+"\n1\n", "verder", "--toegankelijk")
	if code != 0 || uit != "regels.md\n" {
		t.Fatalf("going on gives %d and %q:\n%s", code, uit, fout)
	}
	if d := cmp.Diff(vanBlad(t, thuis), leesJSON(t, thuis, "regels.md")); d != "" {
		t.Errorf("the answer file (-) and the pipe (+) differ:\n%s", d)
	}
	if uit, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
		t.Errorf("after the reflectie a concept is left:\n%s", uit)
	}
}

// A meelezer collects what a process writes, and lets a test wait for it.
type meelezer struct {
	tekst bytes.Buffer
	nieuw chan []byte
}

// leesMee starts a conversation in lines, and returns where one types and what it says.
func leesMee(t testing.TB, cmd *exec.Cmd) (io.WriteCloser, *meelezer) {
	t.Helper()
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	fout, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return in, newMeelezer(fout)
}

func newMeelezer(r io.Reader) *meelezer {
	m := &meelezer{nieuw: make(chan []byte)}
	go func() {
		defer close(m.nieuw)
		for {
			deel := make([]byte, 4096)
			n, err := r.Read(deel)
			if n > 0 {
				m.nieuw <- deel[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	return m
}

// tot reads until klaar says that what was written is enough.
func (m *meelezer) tot(t testing.TB, klaar func(tekst string) bool) {
	t.Helper()
	laat := time.After(wacht)
	for !klaar(m.tekst.String()) {
		select {
		case deel, ok := <-m.nieuw:
			if !ok {
				t.Fatalf("it ended before that was seen:\n%s", m.tekst.String())
			}
			m.tekst.Write(deel)
		case <-laat:
			t.Fatalf("not seen in time:\n%s", m.tekst.String())
		}
	}
}

func TestKilledAtEveryQuestionInLineModeLosesNothing(t *testing.T) {
	t.Parallel()
	alleenHeel(t)
	thuis := t.TempDir()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	args := []string{"nieuw", "koken-in-het-schoolgebouw", "--toegankelijk", "--door", "Team Toezicht", "--naar", "regels.md"}
	for _, s := range stappen {
		cmd := weeg(t, thuis, args...)
		in, m := leesMee(t, cmd)
		m.tot(t, func(tekst string) bool { return strings.HasSuffix(tekst, "\n> ") })
		if plat := strings.Join(strings.Fields(m.tekst.String()), " "); !strings.Contains(plat, strings.Join(strings.Fields(s.vraag.Vraag), " ")) {
			t.Fatalf("after a kill it asks something else than %q:\n%s", s.vraag.Vraag, m.tekst.String())
		}
		fmt.Fprintln(in, strings.Join(s.typ(b.Antwoorden()), "\n"))
		m.tot(t, func(tekst string) bool { return strings.Count(tekst, "\n> ") >= 2 })
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait() // it was killed
		args = []string{"verder", "--toegankelijk"}
	}
	if _, fout, code := draai(t, thuis, "1\n", args...); code != 0 {
		t.Fatalf("the end gives %d: %s", code, fout)
	}
	if d := cmp.Diff(vanBlad(t, thuis), leesJSON(t, thuis, "regels.md")); d != "" {
		t.Errorf("the answer file (-) and the killed conversation (+) differ:\n%s", d)
	}
}
