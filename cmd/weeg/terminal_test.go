package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"
	"github.com/hinshun/vt10x"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A terminal runs weeg as a person at a terminal would, and sees its screen.
type terminal struct {
	t   testing.TB
	cmd *exec.Cmd
	pty *os.File

	mu    sync.Mutex
	vt    vt10x.Terminal
	ruw   strings.Builder
	nieuw chan struct{}
	einde chan struct{} // closed when the other side is closed
}

// newTerminal starts weeg on a terminal of this size.
func newTerminal(t testing.TB, cmd *exec.Cmd, breed, hoog int) *terminal {
	t.Helper()
	p := startOpPty(t, cmd, breed, hoog)
	term := &terminal{t: t, cmd: cmd, pty: p, vt: vt10x.New(vt10x.WithSize(breed, hoog)),
		nieuw: make(chan struct{}, 1), einde: make(chan struct{})}
	go term.lees()
	t.Cleanup(func() {
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		_ = p.Close()
	})
	return term
}

// startOpPty starts a command on a pseudo-terminal, and returns the other side.
func startOpPty(t testing.TB, cmd *exec.Cmd, breed, hoog int) *os.File {
	t.Helper()
	p, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(breed), Rows: uint16(hoog)})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip("this system has no pseudo-terminals: ", err)
	}
	if err == nil {
		p, err = sluitbaar(p)
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (z *terminal) lees() {
	defer close(z.einde)
	deel, rest := make([]byte, 8192), 0
	for {
		n, err := z.pty.Read(deel[rest:])
		n += rest
		heel := hele(deel[:n])
		z.mu.Lock()
		_, _ = z.vt.Write(deel[:heel])
		z.ruw.Write(deel[:heel])
		z.mu.Unlock()
		rest = copy(deel, deel[heel:n])
		select {
		case z.nieuw <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// hele returns how many bytes of b are whole letters: a read may end halfway one.
func hele(b []byte) int {
	for van := len(b) - 1; van >= max(0, len(b)-utf8.UTFMax); van-- {
		if utf8.RuneStart(b[van]) {
			if utf8.FullRune(b[van:]) {
				return len(b)
			}
			return van
		}
	}
	return len(b)
}

// beeld is the text on the screen, on one line: what stands at the left of a
// line down the screen, and then what stands at its right.
func (z *terminal) beeld() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	breed, _ := z.vt.Size()
	paneel := breed - min(44, breed*36/100)
	var links, rechts strings.Builder
	for regel := range strings.Lines(z.vt.String()) {
		if tekens := []rune(regel); breed >= 100 && len(tekens) > paneel && tekens[paneel] == '│' {
			regel = string(tekens[:paneel]) + "\n"
			rechts.WriteString(string(tekens[paneel:]))
		}
		links.WriteString(regel)
	}
	return plat(links.String() + rechts.String())
}

// plat writes a text without frames and line ends, so that wrapping does not matter.
func plat(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("│", " ", "─", " ", "━", " ", "\x00", " ").Replace(s)), " ")
}

func (z *terminal) rauw() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.ruw.String()
}

// wacht waits until waar holds for what is on the screen.
func (z *terminal) wacht(wat string, waar func(beeld string) bool) {
	z.t.Helper()
	laat := time.After(wacht)
	for !waar(z.beeld()) {
		select {
		case <-z.nieuw:
		case <-z.einde:
			if waar(z.beeld()) {
				return
			}
			z.t.Fatalf("it ended before %q was seen:\n%s", wat, z.scherm())
		case <-laat:
			z.t.Fatalf("not seen in time: %q\n%s\nIt was doing:\n%s", wat, z.scherm(), z.bezig())
		}
	}
}

// bezig stops a program that hangs, and returns which functions of ours its goroutines were in.
func (z *terminal) bezig() string {
	tot := len(z.rauw())
	_ = z.cmd.Process.Signal(syscall.SIGABRT) // it may have ended
	select {
	case <-z.einde:
	case <-time.After(wacht):
	}
	var regels []string
	for regel := range strings.Lines(z.rauw()[tot:]) {
		if strings.HasPrefix(regel, "ambt.example/") {
			regels = append(regels, regel[:min(len(regel), 90)])
		}
	}
	return strings.Join(regels, "\n")
}

// ziet waits for a text on the screen.
func (z *terminal) ziet(tekst string) {
	z.t.Helper()
	z.wacht(tekst, func(beeld string) bool { return strings.Contains(beeld, plat(tekst)) })
}

func (z *terminal) typ(toetsen ...string) {
	z.t.Helper()
	for _, t := range toetsen {
		if _, err := z.pty.WriteString(t); err != nil {
			z.t.Fatal(err)
		}
	}
}

// klaar waits for the end, and returns the exit code.
func (z *terminal) klaar() int {
	z.t.Helper()
	select {
	case <-z.einde:
	case <-time.After(wacht):
		z.t.Fatalf("it does not end:\n%s", z.scherm())
	}
	_ = z.cmd.Wait() // the exit code says it
	return z.cmd.ProcessState.ExitCode()
}

// The keys of a terminal.
const (
	enter    = "\r"
	tab      = "\t"
	op       = "\x1b[A"
	neer     = "\x1b[B"
	eind     = "\x1b[F"
	ctrlU    = "\x15"
	shiftTab = "\x1b[Z"
	ctrlC    = "\x03"
	ctrlO    = "\x0f"
	ctrlR    = "\x12"
	esc      = "\x1b"
)

// opdrachten are what a program says to a terminal and nobody reads.
var opdrachten = regexp.MustCompile(`\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07|[@-_])`)

// toetsen is what somebody presses on a terminal to give an answer.
func (s stap) toetsen(antwoorden reflectie.Antwoorden) []string {
	a := metNamen(s.vraag, s.antwoord, antwoorden)
	if a.IsZero() {
		return []string{tab}
	}
	plek := func(item string) int {
		for i, o := range s.vraag.Opties {
			p, _ := reflectie.ParsePaar(item)
			if o.ID == item || o.ID == p[1]+"+"+p[0] {
				return i
			}
		}
		return -1
	}
	switch s.vraag.Soort {
	case casus.Tekst:
		return []string{strings.ReplaceAll(a.Tekst(), "\n", enter), tab}
	case casus.Lijst:
		return []string{strings.Join(a.Lijst(), enter), tab}
	case casus.JaNee:
		if a.Ja() {
			return []string{enter}
		}
		return []string{neer, enter}
	case casus.Keuze:
		if i := plek(a.Tekst()); i >= 0 {
			return append(herhaal(neer, i), enter)
		}
		return []string{eind, enter, a.Tekst(), enter, enter}
	case casus.Datum:
		return []string{a.Tekst(), enter}
	case casus.Meerkeuze:
		var toetsen []string
		hier := 0
		for _, item := range a.Lijst() {
			daar := plek(item)
			toetsen = append(toetsen, herhaal(neer, daar-hier)...)
			toetsen = append(toetsen, herhaal(op, hier-daar)...)
			toetsen = append(toetsen, "x")
			hier = daar
		}
		return append(toetsen, tab)
	case casus.Waardenkeuze:
		var toetsen []string
		for _, item := range a.Lijst() {
			if i := plek(item); i >= 0 {
				item = s.vraag.Opties[i].Naam
			}
			toetsen = append(toetsen, item, enter)
		}
		return append(toetsen, tab)
	}
	tekst := a.Tekst()
	if i := plek(tekst); i >= 0 {
		tekst = s.vraag.Opties[i].Naam
	}
	return []string{tekst, tab}
}

func herhaal(toets string, n int) []string {
	var toetsen []string
	for range n {
		toetsen = append(toetsen, toets)
	}
	return toetsen
}

// antwoord answers the question that is on the screen, and waits for the next.
func (z *terminal) antwoord(s stap, volgende string, antwoorden reflectie.Antwoorden) {
	z.t.Helper()
	z.ziet(s.vraag.Vraag)
	toetsen := s.toetsen(antwoorden)
	if volgende != s.vraag.Vraag {
		z.typ(toetsen...)
		z.ziet(volgende)
		return
	}
	z.typ(toetsen[0]) // the next question looks the same, but for what was typed
	eerste, _, _ := strings.Cut(s.antwoord.Tekst(), "\n")
	z.ziet(eerste)
	z.typ(toetsen[1:]...)
	z.wacht("the same question, empty", func(beeld string) bool {
		return strings.Contains(beeld, plat(volgende)) && !strings.Contains(beeld, plat(eerste))
	})
}

// volgendeVraag is the question after stappen[i].
func volgendeVraag(stappen []stap, i int) string {
	if i+1 < len(stappen) {
		return stappen[i+1].vraag.Vraag
	}
	return "Hier rondt u af."
}

func TestAConversationOnATerminalGivesWhatTheAnswerFileGives(t *testing.T) {
	t.Parallel()
	for _, maat := range [][2]int{{80, 24}, {40, 24}, {120, 40}}[:steekproef(3)] {
		thuis := t.TempDir()
		def, b := koken(t)
		stappen := loop(t, def, b.Antwoorden())
		z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--door", "Team Toezicht", "--naar", "scherm.md"), maat[0], maat[1])
		z.doorVerhaal()
		z.typ(enter)
		z.ziet(stappen[0].vraag.Vraag)
		z.typ(ctrlO) // every layer that a key opens is seen once
		z.ziet("esc terug naar de vraag")
		z.typ(esc)
		z.ziet("ctrl+c stoppen")
		z.typ(ctrlR)
		z.ziet("half vijf")
		z.typ(esc)
		z.ziet("ctrl+c stoppen")
		for i, s := range stappen {
			z.antwoord(s, volgendeVraag(stappen, i), b.Antwoorden())
		}
		z.typ(enter)
		if code := z.eindigt("4"); code != 0 {
			t.Fatalf("%v: ends with %d:\n%s", maat, code, z.rauw())
		}
		zoekEngels(t, "the screens", opdrachten.ReplaceAllString(z.rauw(), " "))
		if d := cmp.Diff(vanBlad(t, thuis), leesJSON(t, thuis, "scherm.md")); d != "" {
			t.Errorf("%v: the answer file (-) and the terminal (+) differ:\n%s", maat, d)
		}
	}
}

func TestKilledAtEveryQuestionOnATerminalLosesNothing(t *testing.T) {
	t.Parallel()
	alleenHeel(t)
	thuis := t.TempDir()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	args := []string{"nieuw", "koken-in-het-schoolgebouw", "--door", "Team Toezicht", "--naar", "scherm.md"}
	for i, s := range stappen {
		z := newTerminal(t, weeg(t, thuis, args...), 80, 24)
		if i == 0 {
			z.doorVerhaal()
			z.typ(enter)
		}
		z.antwoord(s, volgendeVraag(stappen, i), b.Antwoorden())
		if err := z.cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = z.cmd.Wait() // it was killed
		args = []string{"verder"}
	}
	z := newTerminal(t, weeg(t, thuis, "verder"), 80, 24)
	z.ziet("Hier rondt u af.")
	z.typ(enter)
	if code := z.eindigt("4"); code != 0 {
		t.Fatalf("ends with %d:\n%s", code, z.rauw())
	}
	if d := cmp.Diff(vanBlad(t, thuis), leesJSON(t, thuis, "scherm.md")); d != "" {
		t.Errorf("the answer file (-) and the killed conversation (+) differ:\n%s", d)
	}
}

// zonderHerhaling leaves out a key that comes twice in a row: asked once more.
func zonderHerhaling(sleutels []string) []string {
	var uniek []string
	for _, s := range sleutels {
		if len(uniek) == 0 || uniek[len(uniek)-1] != s {
			uniek = append(uniek, s)
		}
	}
	return uniek
}

// The answer file, line mode and the terminal go through the same questions in
// the same order. For the terminal the two tests above see every question on
// the screen in the order of loop.
func TestAllFrontEndsAskTheSameQuestionsInTheSameOrder(t *testing.T) {
	t.Parallel()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	var want, invoer []string
	for _, s := range stappen {
		want = append(want, s.vraag.Sleutel)
		invoer = append(invoer, s.typ(b.Antwoorden())...)
	}
	want = zonderHerhaling(want)

	var bladen []string
	for _, v := range sessie.StandVan("blad", def, b.Reflectie, nil, b.Prive).Vragen() {
		bladen = append(bladen, v.Sleutel)
	}
	if d := cmp.Diff(want, bladen); d != "" {
		t.Errorf("the answer file asks (+):\n%s", d)
	}
	var uit strings.Builder
	kant := gesprek.NewRegels(strings.NewReader(strings.Join(invoer, "\n")+"\n1\n"), &uit, gesprek.RegelsOpties{Breedte: 80})
	regels, _ := gevraagd(t, sessie.NewStand("regels", def), kant)
	if d := cmp.Diff(append(want, sessie.SleutelAfronden), regels); d != "" {
		t.Errorf("line mode asks (+):\n%s", d)
	}
}

// totReactie goes from the story of koken to the first question that is for the
// person alone.
func (z *terminal) totReactie() {
	z.t.Helper()
	z.doorVerhaal()
	z.typ(enter)
	z.ziet("Vanuit welke rol kijkt u?")
	z.typ(tab)
	z.ziet("Wat zou u nu doen?")
}

// doorVerhaal goes to the end of the story, where the conversation can begin.
func (z *terminal) doorVerhaal() {
	z.t.Helper()
	z.wacht("the story", func(beeld string) bool {
		return strings.Contains(beeld, "verder lezen") || strings.Contains(beeld, "naar de eerste vraag")
	})
	z.typ("\x1b[F")
	z.ziet("enter naar de eerste vraag")
}

// totTwijfel goes on to the first question whose answer comes in the file.
func (z *terminal) totTwijfel() {
	z.t.Helper()
	z.totReactie()
	z.typ(tab)
	z.ziet("Waar twijfelt u over?")
}

func TestSignalsStopWithTheConceptSavedAndTheTerminalRestored(t *testing.T) {
	t.Parallel()
	for _, sig := range []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP} {
		for _, toegankelijk := range []bool{false, true} {
			thuis := t.TempDir()
			args := []string{"nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"}
			if toegankelijk {
				args = append(args, "--toegankelijk")
			}
			z := newTerminal(t, weeg(t, thuis, args...), 80, 24)
			if toegankelijk {
				z.ziet("Vanuit welke rol kijkt u?")
				z.typ(":overslaan\r")
				z.ziet("Typ op de laatste regel alleen een punt")
				z.typ("Ik bel eerst.\r", ".\r")
				z.ziet("Waar twijfelt u over?")
				z.typ(":overslaan\r")
			} else {
				z.totReactie()
				z.typ("Ik bel eerst.", tab)
				z.ziet("Waar twijfelt u over?")
				z.typ(tab)
			}
			z.ziet("Wat zeggen de ouderen tegen u")
			if err := z.cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
			if code := z.klaar(); code != 4 {
				t.Errorf("%v, lines %v: ends with %d:\n%s", sig, toegankelijk, code, z.rauw())
			}
			z.heel()
			uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json")
			if !strings.Contains(uit, `"stap": 2`) {
				t.Errorf("%v, lines %v: the concept is\n%s", sig, toegankelijk, uit)
			}
		}
	}
}

// vragenAanTerminal are the ways in which a program asks a terminal something.
var vragenAanTerminal = []string{"\x1b]10;?", "\x1b]11;?", "\x1b[6n", "\x1b[c", "\x1b[>", "\x1b[?u", "\x1bP"}

func TestNothingIsAskedOfATerminalThatNeverAnswers(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	for _, args := range [][]string{{"--versie"}, {"--help"}, {"casus", "lijst"}, {"werkvorm", "lijst"}, {"waarde", "lijst"},
		{"concept", "lijst"}, {"prive", "lijst"}, {"nieuw", "--help"}} {
		z := newTerminal(t, weeg(t, thuis, args...), 80, 400) // what is longer than the screen is leafed through
		if code := z.klaar(); code != 0 {
			t.Errorf("weeg %v ends with %d", args, code)
		}
		for _, vraag := range append(vragenAanTerminal, "\x1b") {
			if strings.Contains(z.rauw(), vraag) {
				t.Errorf("weeg %v writes %q", args, vraag)
			}
		}
	}
	z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw"), 80, 24)
	z.doorVerhaal()
	z.typ(enter)
	z.ziet("Vanuit welke rol kijkt u?")
	for _, vraag := range vragenAanTerminal {
		if strings.Contains(z.rauw(), vraag) {
			t.Errorf("the conversation writes %q", vraag)
		}
	}
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Errorf("ctrl+c ends with %d", code)
	}
}

func TestPrivateAnswersAreShownOnATerminal(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	vanBlad(t, thuis)
	ids, _, _ := draai(t, thuis, "", "prive", "lijst")
	z := newTerminal(t, weeg(t, thuis, "prive", "toon", strings.TrimSpace(ids)), 80, 24)
	z.ziet("Mijn moeder had hier graag gezeten.")
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
	if _, _, code := draai(t, thuis, "1\nEerst.\n.\nSchrik\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
		t.Fatal(code)
	}
	ids, _, _ = draai(t, thuis, "", "concept", "lijst")
	id, _, _ := strings.Cut(ids, "\n")
	z = newTerminal(t, weeg(t, thuis, "concept", "toon", id), 80, 24)
	z.ziet("Wat voelt u als eerste? (privé)")
	z.ziet("Schrik")
	z.klaar()
}

func TestBeginningAgainAsksWhichWay(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	if _, _, code := draai(t, thuis, "1\nEerst.\n.\nSchrik\nOf ik haar bel.\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
		t.Fatal(code)
	}
	z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw"), 80, 24)
	z.ziet("U begon hier al aan")
	z.typ(enter)
	z.ziet("Wat wilt u hier echt bereiken?")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Errorf("ends with %d", code)
	}
	if uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json"); strings.Count(uit, `"id"`) != 1 {
		t.Errorf("going on made another concept:\n%s", uit)
	}
}

func TestAConceptInTwoWindowsLosesNothing(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	if _, _, code := draai(t, thuis, "1\nEerst.\n.\nSchrik\nOf ik haar bel.\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 {
		t.Fatal(code)
	}
	z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw"), 80, 24)
	z.ziet("U begon hier al aan")
	if _, fout, code := draai(t, thuis, "In het andere venster.\n.\n:stop\n", "verder", "--toegankelijk"); code != 4 {
		t.Fatal(code, fout)
	}
	z.typ(enter)
	z.ziet("Wat weet u hier niet?")
	if _, fout, code := draai(t, thuis, "", "verder", "--toegankelijk"); code != 3 || !strings.Contains(fout, "ander") {
		t.Errorf("two windows go on at once: %d, %s", code, fout)
	}
	z.typ("In dit venster.", tab)
	z.ziet("Wie merkt hier iets van, maar praat niet mee?")
	z.typ(ctrlC)
	z.klaar()
	ids, _, _ := draai(t, thuis, "", "concept", "lijst")
	id, _, _ := strings.Cut(ids, "\n")
	uit, _, _ := draai(t, thuis, "", "concept", "toon", id)
	if !strings.Contains(uit, "In het andere venster.") || !strings.Contains(uit, "In dit venster.") {
		t.Errorf("the concept holds\n%s", uit)
	}
}

// Who leaves a window open at the choice to go on, and finishes in another, gets
// no second reflectie from the first.
func TestAConceptThatWasFinishedInAnotherWindowMakesNoSecondReflectie(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		args []string
		ziet string
		typ  []string
		code int // -1 where it asks on
	}{
		"going on":         {[]string{"nieuw", "koken-in-het-schoolgebouw"}, "U begon hier al aan", []string{enter}, 2},
		"the start screen": {nil, "Verder met Koken", []string{enter}, -1},
	} {
		t.Run(naam, func(t *testing.T) {
			t.Parallel()
			thuis := t.TempDir()
			if _, _, code := draai(t, thuis, "1\nEerst.\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort", "--toegankelijk"); code != 4 {
				t.Fatal(code)
			}
			z := newTerminal(t, weeg(t, thuis, c.args...), 80, 24)
			z.ziet(c.ziet)
			if _, fout, code := draai(t, thuis, ":naar einde\n1\n", "verder", "--toegankelijk"); code != 0 {
				t.Fatal(code, fout)
			}
			z.typ(c.typ...)
			z.ziet("is er niet meer. U rondde het intussen af")
			if c.code < 0 {
				z.ziet("Een casus kiezen")
				z.typ(ctrlC)
				z.klaar()
			} else if code := z.klaar(); code != c.code {
				t.Errorf("it ends with %d", code)
			}
			if paden, _ := filepath.Glob(filepath.Join(thuis, "reflecties", "*.md")); len(paden) != 1 {
				t.Errorf("there are %d reflecties: %v", len(paden), paden)
			}
			if uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json"); strings.Contains(uit, `"id"`) {
				t.Errorf("a concept stays:\n%s", uit)
			}
		})
	}
}

func TestWhatIsBeingTypedIsKeptWhenTheTerminalGoes(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		thuis := t.TempDir()
		z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"), 80, 24)
		z.totTwijfel()
		z.typ("Een halve gedachte")
		z.ziet("Een halve gedachte")
		if err := z.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if code := z.klaar(); code != 4 {
			t.Errorf("%v: ends with %d", sig, code)
		}
		ids, _, _ := draai(t, thuis, "", "concept", "lijst")
		id, _, _ := strings.Cut(ids, "\n")
		if uit, _, _ := draai(t, thuis, "", "concept", "toon", id); !strings.Contains(uit, "Een halve gedachte") {
			t.Errorf("%v: the concept holds\n%s", sig, uit)
		}
	}
}

// In a pipe the first reaction has its moment beside it: that is no secret, though
// the answer is.
func TestInAPipeAPrivateQuestionKeepsWhatItIsAbout(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	_, fout, code := draai(t, thuis, "1\nGEHEIM\n.\n:naar 6\n:naar 2\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk")
	if code != 4 || strings.Count(plat(fout), "U zag de branders, de gang en de mensen aan tafel.") != 2 {
		t.Errorf("it ends with %d, and asks\n%s", code, fout)
	}
	if strings.Contains(fout, "GEHEIM") {
		t.Errorf("it shows the private answer:\n%s", fout)
	}
}
