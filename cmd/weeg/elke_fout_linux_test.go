package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
)

// aanroepen are the system calls that open, write, sync, link, rename or remove.
var aanroepen = []string{"openat", "write", "fsync", "linkat", "renameat", "renameat2", "unlinkat", "mkdirat", "fchmodat"}

// fouten are what goes wrong at such a call, besides that the machine stops there.
var fouten = []string{"error=ENOSPC", "error=EIO", "error=EACCES"}

// A foutproef is something that a person does, in which each call fails once.
type foutproef struct {
	naam   string
	begin  func(t *testing.T, thuis string)
	args   []string
	typ    string
	gewoon int      // how it ends when nothing fails
	weer   []string // what a person does to try again
	// By what is answered, in how many saves of the concept it is kept. What was
	// answered before is kept in none.
	open, prive map[string]int
}

// metBestand leaves a reflectie with open questions, and its private part.
func metBestand(t *testing.T, thuis string) {
	t.Helper()
	aanHetEinde(t, thuis)
	if _, fout, code := draai(t, thuis, "1\n", "verder", "--toegankelijk", "--naar", "r.md"); code != 0 {
		t.Fatal(code, fout)
	}
}

var foutproeven = []foutproef{
	{"the last save", aanHetEinde, []string{"verder"}, "1\n", 0, []string{"verder"},
		map[string]int{"Of ik te streng ben": 0}, map[string]int{"Ik schrok": 0}},
	{"a save of a concept", aanHetEinde, []string{"verder"}, ":naar 4\nZe zijn trots.\n.\n:stop\n", 4, []string{"verder"},
		map[string]int{"Of ik te streng ben": 0, "Ze zijn trots": 2}, map[string]int{"Ik schrok": 0}},
	{"verder FILE", metBestand, []string{"verder", "r.md"}, ":naar 2\nEn ik lachte.\n.\n:naar 4\nZe zijn trots.\n.\n:naar einde\n1\n", 0, []string{"verder", "r.md"},
		map[string]int{"Of ik te streng ben": 0, "Ze zijn trots": 3}, map[string]int{"Ik schrok": 0, "En ik lachte": 1}},
	{"terugblik", metBestand, []string{"terugblik", "r.md"}, "Ik zou nu wachten.\n.\n:naar 2\nDat ze lachten.\n.\n:naar einde\n1\n", 0, []string{"verder"},
		map[string]int{"Of ik te streng ben": 0, "Ik zou nu wachten": 1, "Dat ze lachten": 3}, map[string]int{"Ik schrok": 0}},
}

// Whatever call fails, and wherever the machine stops: after two more tries at most
// there is one reflectie with all that was confirmed, and nothing else is left.
//
// At every call the machine stops once, and it fails once, with each error in turn. Without
// WEEG_HEEL one in so many is tried.
func TestWhateverFailsWhileItSavesNothingIsLostOrDoubled(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	if uit, err := exec.Command("strace", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace, which makes calls fail, is not there or may not do that: %v %s", err, uit)
	}
	programma := opEenDraad(t)
	var tel foutentelling
	t.Run("alle", func(t *testing.T) {
		n := 0
		for _, p := range foutproeven {
			begin, van := filepath.Join(t.TempDir(), "begin"), filepath.Join(t.TempDir(), "van")
			if err := os.Mkdir(begin, 0o700); err != nil {
				t.Fatal(err)
			}
			p.begin(t, begin)
			if err := os.Rename(begin, van); err != nil { // else it goes to where it was begun
				t.Fatal(err)
			}
			heelGoed := p.draai(t, programma, van, "")
			if heelGoed.code != p.gewoon {
				t.Fatalf("%s ends with %d:\n%s", p.naam, heelGoed.code, heelGoed.zegt)
			}
			for i, a := range heelGoed.aanroepen {
				for _, fout := range []string{"signal=KILL", fouten[i%len(fouten)]} {
					if n++; !heel() && n%eenFout != 0 {
						continue
					}
					t.Run(fmt.Sprintf("%s %s %s %d", p.naam, fout, a.naam, a.nummer), func(t *testing.T) {
						t.Parallel()
						pogingen := p.met(t, programma, van, fout, a)
						tel.zet(p.naam+"\t"+a.naam+"\t"+fout, pogingen, t.Failed())
					})
				}
			}
		}
	})
	t.Log("\n" + tel.String())
}

// eenFout is of how many faults one is tried where not all are.
const eenFout = 97

// opEenDraad builds weeg so that it does all with files on the thread that it begins
// with: for who follows that one, the same call is the n-th each time.
func opEenDraad(t *testing.T) (programma string) {
	t.Helper()
	const main = `package main

import (
	"os"
	"runtime"

	"ambt.example/weeg/internal/cli"
)

func init() { runtime.LockOSThread() }

func main() { os.Exit(cli.Main()) }
`
	dir := t.TempDir()
	hier, err := filepath.Abs("main.go")
	if err != nil {
		t.Fatal(err)
	}
	bewaarLater(t, filepath.Join(dir, "main.go"), main)
	bewaarLater(t, filepath.Join(dir, "overlay.json"), fmt.Sprintf(`{"Replace": {%q: %q}}`, hier, filepath.Join(dir, "main.go")))
	programma = filepath.Join(dir, "weeg")
	if uit, err := exec.Command("go", "build", "-overlay", filepath.Join(dir, "overlay.json"), "-o", programma, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	return programma
}

// metPad is what a person types, with the whole path of a file.
func metPad(thuis string, args []string) []string {
	args = append(slices.Clone(args), "--toegankelijk")
	for i, arg := range args {
		if filepath.Ext(arg) == ".md" {
			args[i] = filepath.Join(thuis, arg)
		}
	}
	return args
}

// An aanroep is a call in our folders: the nummer-th of that name.
type aanroep struct {
	naam   string
	nummer int
}

// A foutloop is how a run went.
type foutloop struct {
	thuis     string
	zegt      string // on standard error
	code      int    // -1 where it was killed
	aanroepen []aanroep
	bewaard   int  // how often the concept was saved
	geraakt   bool // the call that had to fail was one in our folders
}

var (
	reAanroep = regexp.MustCompile(`^([a-z0-9]+)\(`)
	reWerkmap = regexp.MustCompile(`AT_FDCWD<[^>]*>`)
)

// draai runs it in a copy of a folder, and lets what inject says go wrong.
func (p foutproef) draai(t *testing.T, programma, van, inject string) foutloop {
	t.Helper()
	thuis := filepath.Join(t.TempDir(), "thuis")
	if err := os.CopyFS(thuis, os.DirFS(van)); err != nil {
		t.Fatal(err)
	}
	log := filepath.Join(t.TempDir(), "log")
	opties := []string{"-qq", "-y", "-s0", "-o", log, "-e", "signal=none", "-e", "trace=" + strings.Join(aanroepen, ",")}
	if inject != "" {
		opties = append(opties, "-e", "inject="+inject)
	}
	opties = slices.Concat(opties, []string{programma}, metPad(thuis, p.args))
	l := foutloop{thuis: thuis}
	l.zegt, l.code = draaiMet(t, "strace", thuis, p.typ, opties...)
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	tel := map[string]int{}
	for lijn := range strings.Lines(string(data)) {
		m := reAanroep.FindStringSubmatch(lijn)
		if m == nil {
			continue
		}
		tel[m[1]]++
		lijn = reWerkmap.ReplaceAllString(lijn, "")
		van := strings.Contains(lijn, thuis)
		if van {
			l.aanroepen = append(l.aanroepen, aanroep{m[1], tel[m[1]]})
		}
		if strings.HasPrefix(m[1], "renameat") && strings.Contains(lijn, `.json") = 0`) {
			l.bewaard++
		}
		l.geraakt = van && (strings.Contains(lijn, "(INJECTED)") || strings.Contains(lijn, "= ?")) || l.geraakt
	}
	return l
}

// draaiMet runs a program, and returns what it said and how it ended.
func draaiMet(t *testing.T, programma, thuis, typ string, args ...string) (zegt string, code int) {
	t.Helper()
	cmd := weeg(t, thuis, args...) // for its environment
	cmd.Path, cmd.Err = exec.LookPath(programma)
	var fout bytes.Buffer
	cmd.Stdin, cmd.Stderr = strings.NewReader(typ), &fout
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return fout.String(), cmd.ProcessState.ExitCode()
}

// met lets one call fail, tries again as a person would, and checks what stands
// there then. It returns how many tries that took.
func (p foutproef) met(t *testing.T, programma, van, fout string, a aanroep) (pogingen int) {
	l := p.draai(t, programma, van, fmt.Sprintf("%s:%s:when=%d", a.naam, fout, a.nummer))
	if !l.geraakt {
		t.Fatalf("the call was another one; it ends with %d:\n%s", l.code, l.zegt)
	}
	gedood := strings.HasPrefix(fout, "signal")
	if !gedood {
		p.zegtHet(t, l)
	}
	begonnen := strings.Contains(l.zegt, "\n> ")
	blijft := func(antwoorden map[string]int) []string {
		return slices.Sorted(func(yield func(string) bool) {
			for tekst, na := range antwoorden {
				if (na == 0 || gedood && na <= l.bewaard || !gedood && begonnen) && !yield(tekst) {
					return
				}
			}
		})
	}
	open, prive := blijft(p.open), blijft(p.prive)
	zegt, code := l.zegt, l.code
	for code != 0 && pogingen < 2 {
		pogingen++
		zegt, code = draaiMet(t, programma, l.thuis, ":naar einde\n1\n", metPad(l.thuis, p.weer)...)
		if code == 2 && strings.Contains(zegt, "Er is geen concept") {
			code = 0
		}
	}
	if code != 0 {
		t.Errorf("after %d tries it still says:\n%s", pogingen, zegt)
	}
	reflecties, privedelen, rest := bestandenIn(t, l.thuis)
	if len(rest) > 0 { // the next start cleans up
		if fout, code := draaiMet(t, programma, l.thuis, "", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
			t.Errorf("the next start ends with %d: %s", code, fout)
		}
		reflecties, privedelen, rest = bestandenIn(t, l.thuis)
	}
	if len(reflecties) != 1 || len(privedelen) != 1 || len(rest) > 0 {
		t.Fatalf("there are the reflecties %v, the private parts %v and %v", reflecties, privedelen, rest)
	}
	heeft(t, reflecties[0], privedelen[0], open, prive)
	if t.Failed() {
		t.Logf("it ended with %d and said:\n%s", l.code, l.zegt)
	}
	return pogingen
}

// reGo finds what Go, or the system, says of a fault.
var reGo = regexp.MustCompile(`(?i)no such|input/output|not permitted|no space|operation|\bopen /|openat|rename|unlink|syscall|%!|errno|<nil>|0x[0-9a-f]{6}`)

// zegtHet checks what a person reads of a fault: where all stands, in Dutch.
func (p foutproef) zegtHet(t *testing.T, l foutloop) {
	t.Helper()
	switch {
	case l.code == p.gewoon:
	case l.code == 2 && !strings.Contains(l.zegt, "\n> "): // nothing was asked: the file that was named cannot be read
	case l.code != 3:
		t.Errorf("it ends with %d", l.code)
	case !regexp.MustCompile(`weeg verder|staat in |` + regexp.QuoteMeta(l.thuis) + `/[^ ]+: `).MatchString(l.zegt):
		t.Error("it does not say what stands where")
	}
	zegt := strings.ReplaceAll(l.zegt, l.thuis, "")
	zoekEngels(t, "what it says", zegt)
	if woord := reGo.FindString(zegt); woord != "" {
		t.Errorf("it says %q", woord)
	}
}

// bestandenIn are the reflecties below a folder, the private parts, and what else there is.
func bestandenIn(t *testing.T, thuis string) (reflecties, privedelen, rest []string) {
	t.Helper()
	err := walk(thuis, func(pad string) error {
		van, _ := filepath.Rel(thuis, filepath.Dir(pad))
		switch isTekst := filepath.Ext(pad) == ".md" && filepath.Base(pad)[0] != '.'; {
		case isTekst && van == filepath.Join(".local", "share", "weeg", "prive"):
			privedelen = append(privedelen, pad)
		case isTekst && (van == "reflecties" || van == "."):
			reflecties = append(reflecties, pad)
		case filepath.Base(pad) == "geschreven": // the ids of what the person wrote
		default:
			rest = append(rest, pad)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return reflecties, privedelen, rest
}

// heeft checks that a reflectie and its private part hold each of these answers once.
func heeft(t *testing.T, reflectie, privedeel string, open, prive []string) {
	t.Helper()
	lees := func(pad string) string {
		data, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	bestand, deel := lees(reflectie), lees(privedeel)
	for _, tekst := range open {
		if n := strings.Count(bestand, tekst); n != 1 {
			t.Errorf("%q stands %d times in the reflectie:\n%s", tekst, n, bestand)
		}
	}
	for _, tekst := range prive {
		if n := strings.Count(deel, tekst); n != 1 || strings.Contains(bestand, tekst) {
			t.Errorf("%q stands %d times in the private part, and in the open: %v", tekst, n, strings.Contains(bestand, tekst))
		}
	}
	if id := strings.TrimSuffix(filepath.Base(privedeel), ".md"); !strings.Contains(bestand, id) {
		t.Errorf("the private part is of %s, and the reflectie is another", id)
	}
}

// A foutentelling counts, by what was done, which call and what went wrong there.
type foutentelling struct {
	mu       sync.Mutex
	keer     map[string]int
	pogingen map[string]*[3]int
	kwijt    map[string]int
}

func (f *foutentelling) zet(rij string, pogingen int, kwijt bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.keer == nil {
		f.keer, f.pogingen, f.kwijt = map[string]int{}, map[string]*[3]int{}, map[string]int{}
	}
	if f.pogingen[rij] == nil {
		f.pogingen[rij] = &[3]int{}
	}
	f.keer[rij]++
	f.pogingen[rij][pogingen]++
	if kwijt {
		f.kwijt[rij]++
	}
}

func (f *foutentelling) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-20s %-9s %-13s %5s  %s  %s\n", "what", "call", "fault", "times", "ended by the first, second, third try", "lost")
	for _, rij := range slices.Sorted(maps.Keys(f.keer)) {
		deel := strings.Split(rij, "\t")
		fmt.Fprintf(&b, "%-20s %-9s %-13s %5d  %2d %2d %2d  %d\n", deel[0], deel[1], deel[2], f.keer[rij], f.pogingen[rij][0], f.pogingen[rij][1], f.pogingen[rij][2], f.kwijt[rij])
	}
	return b.String()
}
