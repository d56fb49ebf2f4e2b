//go:build !windows

package scherm

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/creack/pty"
	"github.com/google/go-cmp/cmp"
	"github.com/hinshun/vt10x"
	"golang.org/x/term"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

var _ gesprek.Voorkant = (*Scherm)(nil)

// A zit is a person at a terminal with a conversation on it.
type zit struct {
	t    *testing.T
	pty  *os.File
	tty  *os.File
	voor *term.State
	stop context.CancelFunc

	mu        sync.Mutex
	vt        vt10x.Terminal
	ruw       bytes.Buffer
	veranderd chan struct{}
	dicht     bool          // the person closes the terminal
	gesloten  chan struct{} // closed when nobody reads it any more

	klaar chan struct{}
	stand sessie.Stand
	err   error
}

// newZit begins a conversation.
func newZit(t *testing.T, breedte, hoogte int) *zit {
	t.Helper()
	return newZitMet(t, breedte, hoogte, func(sessie.Stand) error { return nil })
}

// newZitMet keeps every answer with bewaar.
func newZitMet(t *testing.T, breedte, hoogte int, bewaar func(sessie.Stand) error) *zit {
	t.Helper()
	return begin(t, breedte, hoogte, Opties{}, nil, bewaar)
}

// begin does something with the screen before the conversation; when that says
// false there is none.
func begin(t *testing.T, breedte, hoogte int, opties Opties, vooraf func(context.Context, *Scherm) bool, bewaar func(sessie.Stand) error) *zit {
	t.Helper()
	ptmx, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal here: ", err)
	}
	if err := pty.Setsize(ptmx, &pty.Winsize{Cols: uint16(breedte), Rows: uint16(hoogte)}); err != nil {
		t.Fatal(err)
	}
	voor, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	z := &zit{t: t, pty: ptmx, tty: tty, voor: voor, stop: stop, veranderd: make(chan struct{}, 1), gesloten: make(chan struct{}), klaar: make(chan struct{}),
		vt: vt10x.New(vt10x.WithSize(max(breedte, 80), max(hoogte, 24)))}
	go z.lees()
	go func() {
		defer close(z.klaar)
		s := New(tty, tty, opties)
		defer s.Einde()
		if vooraf != nil && !vooraf(ctx, s) {
			return
		}
		z.stand, z.err = gesprek.Run(ctx, sessie.New(sessie.NewStand("proef", definitie())), s, bewaar)
	}()
	t.Cleanup(func() {
		stop()
		select {
		case <-z.klaar:
		case <-time.After(5 * time.Second):
			t.Error("the conversation does not end")
		}
		// tty stays open, as the terminal of a person does: the library may
		// still be letting go of it.
		ptmx.Close()
	})
	return z
}

func definitie() casus.Definitie {
	kort, err := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Werkvormen: "werkvormen"}).Werkvorm("kort")
	if err != nil {
		panic(err)
	}
	return casus.Definitie{
		Casus: casus.Casus{ID: "koken", Titel: "Koken in het oude schoolgebouw", Situatie: "Ria roert in de soep.", Moment: "Wat nu?"},
		Werkvorm: casus.Werkvorm{ID: "kort", Gesprek: kort.Gesprek, Stappen: []casus.Stap{
			{ID: "bedoeling", Titel: "De bedoeling", Soort: casus.StapVragen, Vragen: []casus.Vraag{
				{ID: "bereiken", Vraag: "Wat wilt u bereiken?"},
				{ID: "weet-niet", Vraag: "Wat weet u niet?"},
				{ID: "wanneer", Vraag: "Wanneer kijkt u terug?", Soort: casus.Datum},
			}},
		}},
	}
}

func (z *zit) lees() {
	defer close(z.gesloten)
	buf, rest := make([]byte, 4096), 0
	for {
		n, err := z.pty.Read(buf[rest:])
		n += rest
		rest = afgebroken(buf[:n]) // a read may end halfway a letter
		z.mu.Lock()
		z.ruw.Write(buf[:n-rest])
		z.vt.Write(buf[:n-rest])
		dicht := z.dicht
		z.mu.Unlock()
		copy(buf, buf[n-rest:n])
		select {
		case z.veranderd <- struct{}{}:
		default:
		}
		if err != nil || dicht {
			return
		}
	}
}

func (z *zit) beeld() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.vt.String()
}

// ontvangen returns all that was sent to the terminal.
func (z *zit) ontvangen() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.ruw.String()
}

// wacht waits until all of wil stands on the screen.
func (z *zit) wacht(wil ...string) {
	z.t.Helper()
	z.wachtTot(strings.Join(wil, ", "), func() bool {
		beeld := z.beeld()
		for _, w := range wil {
			if !strings.Contains(beeld, w) {
				return false
			}
		}
		return true
	})
}

func (z *zit) wachtTot(wat string, waar func() bool) {
	z.t.Helper()
	einde := time.After(10 * time.Second)
	for !waar() {
		select {
		case <-z.veranderd:
		case <-einde:
			z.t.Fatalf("never seen: %s\n%s", wat, z.beeld())
		}
	}
}

func (z *zit) typ(s string) {
	z.t.Helper()
	if _, err := io.WriteString(z.pty, s); err != nil {
		z.t.Fatal(err)
	}
}

// uit waits for the end of the conversation, and checks that the terminal is as it was.
func (z *zit) uit(wil error) {
	z.t.Helper()
	select {
	case <-z.klaar:
	case <-time.After(5 * time.Second):
		z.t.Fatalf("the conversation does not end\n%s", z.beeld())
	}
	if !errors.Is(z.err, wil) {
		z.t.Errorf("it ended with %v; want %v", z.err, wil)
	}
	na, err := term.GetState(int(z.tty.Fd()))
	if err != nil {
		z.t.Fatal(err)
	}
	if !reflect.DeepEqual(z.voor, na) {
		z.t.Error("the terminal does not echo and edit as before")
	}
	const merk = "KLAAR"
	if _, err := io.WriteString(z.tty, merk); err != nil {
		z.t.Fatal(err)
	}
	z.wachtTot(merk, func() bool { return strings.Contains(z.ontvangen(), merk) })
	for naam, paar := range map[string][2]string{
		"the other screen":  {"\x1b[?1049h", "\x1b[?1049l"},
		"bracketed paste":   {"\x1b[?2004h", "\x1b[?2004l"},
		"the hidden cursor": {"\x1b[?25l", "\x1b[?25h"},
	} {
		if strings.LastIndex(z.ontvangen(), paar[0]) > strings.LastIndex(z.ontvangen(), paar[1]) {
			z.t.Errorf("%s is left on", naam)
		}
	}
	if vraag := "\x1b]11;?"; strings.Contains(z.ontvangen(), vraag) {
		z.t.Error("the terminal was asked for its colours")
	}
}

func (z *zit) antwoord(sleutel, wil string) {
	z.t.Helper()
	if got := z.stand.Antwoorden[sleutel].Tekst(); got != wil {
		z.t.Errorf("%s is %q; want %q", sleutel, got, wil)
	}
}

// opCaret matches a screen with its cursor where the person types or points, and
// opTekst one to read with it at its first line.
var (
	opCaret = regexp.MustCompile(`(?m)^ *(▏›|│ [^│\n]*▏|Zoeken: .*▏)`)
	opTekst = regexp.MustCompile(`(?ms)^ *▏( *│)?$.*esc terug naar de vraag`)
)

// Who reads by braille, by ear or through a magnifier follows the cursor that the
// terminal itself shows: on every screen that is kept it stands at the caret.
func TestTheTerminalShowsItsCursorAtTheCaretOfEveryKeptScreen(t *testing.T) {
	for _, maat := range maten {
		scherm := make(chan *Scherm)
		z := begin(t, maat.breedte, maat.hoogte, Opties{}, func(ctx context.Context, s *Scherm) bool {
			s.loop = s.start(ctx)
			scherm <- s
			<-ctx.Done()
			return false
		}, nil)
		programma := (<-scherm).loop.programma
		for _, s := range schermen() {
			naam := fmt.Sprintf("%s-%dx%d", s.naam, maat.breedte, maat.hoogte)
			data, err := os.ReadFile(filepath.Join("testdata", naam+".txt"))
			if errors.Is(err, fs.ErrNotExist) {
				continue // it is not kept at this size
			}
			if err != nil {
				t.Fatal(err)
			}
			wil := strings.TrimSpace(string(data))
			if strings.Count(wil, "▏") != 1 || !opCaret.MatchString(wil) && !opTekst.MatchString(wil) {
				t.Errorf("%s: the cursor does not stand where the person is:\n%s", naam, wil)
			}
			programma.Send(s.msg)
			for _, naam := range s.toets {
				programma.Send(toets(t, naam))
			}
			z.wachtTot(naam+":\n"+wil, func() bool { return z.foto() == wil })
		}
	}
}

// foto is the screen with a mark where its cursor is shown.
func (z *zit) foto() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	regels, cursor := strings.Split(z.vt.String(), "\n"), z.vt.Cursor()
	if z.vt.CursorVisible() {
		cellen := []rune(regels[cursor.Y])
		regels[cursor.Y] = string(cellen[:cursor.X]) + "▏" + string(cellen[cursor.X:])
	}
	for i := range regels {
		regels[i] = strings.TrimRight(strings.ReplaceAll(regels[i], "\x00", " "), " ")
	}
	return strings.TrimSpace(strings.Join(regels, "\n"))
}

func TestConversationOnATerminal(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Koken in het oude schoolgebouw", "stap 1 van 1", "Wat wilt u bereiken?", "tab overslaan")
	z.typ("Dat het goed gaat é 👩‍🍳")
	z.wacht("Dat het goed gaat é", "tab verder")
	z.typ("\t")
	z.wacht("Wat weet u niet?", "bewaard", "tab overslaan")
	z.typ("\x1b[Z")
	z.wacht("Wat wilt u bereiken?", "Dat het goed gaat é", "tab verder")
	z.typ("\t")
	z.wacht("Wat weet u niet?")
	z.typ("Of er\riemand is.\t")
	z.wacht("Wanneer kijkt u terug?")
	z.typ("gisteren\r")
	z.wacht("Dat is geen datum.", "Wanneer kijkt u terug?", "│ gisteren")
	z.typ("\x151-2-2027\r")
	z.wacht("De reflectie maken", "einde")
	z.typ("\r")
	z.uit(nil)
	z.antwoord("bedoeling.bereiken", "Dat het goed gaat é 👩‍🍳")
	z.antwoord("bedoeling.weet-niet", "Of er\niemand is.")
	z.antwoord("bedoeling.wanneer", "2027-02-01")
}

// What comes in one write with the key that ends a question is typed at the next,
// also when that is the key to stop.
func TestKeysTypedAheadArriveAtTheNextQuestion(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	z.typ("een\ttwee\t21-2-2027\x03")
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "een")
	z.antwoord("bedoeling.weet-niet", "twee")
	z.antwoord("bedoeling.wanneer", "2027-02-21")
}

func TestCtrlCKeepsWhatIsTypedAndStops(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	z.typ("half")
	z.wacht("half")
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "half")
	if z.stand.Plaats != "bedoeling.bereiken" {
		t.Errorf("the conversation goes on at %q", z.stand.Plaats)
	}
}

func TestASignalGivesTheTerminalBack(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	z.typ("half")
	z.wacht("half")
	begin := time.Now()
	z.stop()
	z.uit(gesprek.ErrGestopt)
	if d := time.Since(begin); d > time.Second {
		t.Errorf("that took %v", d)
	}
	z.antwoord("bedoeling.bereiken", "half")
}

// It need not have been on the screen yet.
func TestWhatWasTypedJustBeforeASignalIsKept(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	lang := strings.TrimSpace(strings.Repeat("nog een woord ", 60))
	z.typ("een\t" + lang)
	z.stop()
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "een")
	z.antwoord("bedoeling.weet-niet", lang)
}

// A machine may be so busy that a key takes as long as a program that stops has.
func TestWhatASlowMachineStillHasToHandleAtASignalIsKept(t *testing.T) {
	keer, bezig := 0, make(chan struct{})
	opties := Opties{
		Bewerk: func(_ context.Context, _, _, tekst string) (string, string, error) {
			return tekst, "De editor is dicht.", nil
		},
		HaalKlad: func(_, _, tekst string) (string, string, bool) {
			if keer++; keer == 1 {
				close(bezig)
			}
			<-time.After(wachttijd / 2)
			return tekst, "", keer < 3 // who sees something new goes on by another tab
		},
	}
	z := begin(t, 80, 24, opties, nil, func(sessie.Stand) error { return nil })
	z.wacht("Wat wilt u bereiken?")
	z.typ("een\x05")
	z.wacht("De editor is dicht.")
	z.typ("\t\t\ttwee")
	<-bezig
	z.stop()
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "een")
	z.antwoord("bedoeling.weet-niet", "twee")
}

func TestASignalSkipsNoQuestion(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	z.stop()
	z.uit(gesprek.ErrGestopt)
	if len(z.stand.Overgeslagen) > 0 || len(z.stand.Antwoorden) > 0 {
		t.Errorf("skipped %v, answered %v; want nothing", z.stand.Overgeslagen, z.stand.Antwoorden)
	}
}

func TestWhatIsTypedComesWithTheError(t *testing.T) {
	prive := definitie()
	prive.Werkvorm.Stappen[0].Vragen[0].Prive = true
	for naam, def := range map[string]casus.Definitie{"open": definitie(), "private": prive} {
		t.Run(naam, func(t *testing.T) {
			var daad gesprek.Daad
			var err error
			z := begin(t, 80, 24, Opties{}, func(ctx context.Context, s *Scherm) bool {
				daad, err = s.Vraag(ctx, sessie.New(sessie.NewStand("proef", def)))
				return false
			}, nil)
			z.wacht("Wat wilt u bereiken?")
			z.typ("half\x12") // the story lies on top
			z.wacht("Ria roert in de soep.")
			z.stop()
			z.uit(nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("it ended with %v; want context.Canceled", err)
			}
			if diff := cmp.Diff(antwoord("half"), daad); diff != "" {
				t.Errorf("what comes along (-want +got):\n%s", diff)
			}
		})
	}
}

// A gemist is a context of which the end is seen before its functions begin, as
// happens on a busy machine.
type gemist struct{ context.Context }

func (gemist) AfterFunc(func()) (stop func() bool) { return func() bool { return true } }
func (gemist) Value(any) any                       { return nil } // nor does the one within tell them

func TestWhatWasTypedIsKeptWhenTheEndIsSeenAtOnce(t *testing.T) {
	var daad gesprek.Daad
	z := begin(t, 80, 24, Opties{}, func(ctx context.Context, s *Scherm) bool {
		daad, _ = s.Vraag(gemist{ctx}, sessie.New(sessie.NewStand("proef", definitie())))
		return false
	}, nil)
	z.wacht("Wat wilt u bereiken?")
	lang := strings.TrimSpace(strings.Repeat("nog een woord ", 60))
	z.typ(lang)
	z.stop()
	z.uit(nil)
	if diff := cmp.Diff(antwoord(lang), daad); diff != "" {
		t.Errorf("what comes along (-want +got):\n%s", diff)
	}
}

func kies(id *string, err *error) func(context.Context, *Scherm) bool {
	return func(ctx context.Context, s *Scherm) bool {
		*id, *err = s.Kies(ctx, gesprek.Keuze{Titel: "Koken", Vraag: "U begon hier al aan. Wat wilt u?",
			Opties: []sessie.Optie{{ID: "verder", Naam: "Verdergaan"}, {ID: "opnieuw", Naam: "Opnieuw beginnen"}}})
		return *err == nil
	}
}

func TestAChoiceBeforeTheConversationLeavesNoTrace(t *testing.T) {
	var id string
	var err error
	z := begin(t, 80, 24, Opties{Verhaal: true}, kies(&id, &err), func(sessie.Stand) error { return nil })
	z.wacht("Koken", "U begon hier al aan.", "› Verdergaan", "enter kiezen")
	for _, nee := range []string{"stap", "tab", "ctrl+o", "ctrl+r"} {
		if strings.Contains(z.beeld(), nee) {
			t.Errorf("the screen has %q:\n%s", nee, z.beeld())
		}
	}
	z.typ("\t\x0f\x12\x1b[Z\x1b[B\r") // tab, ctrl+o, ctrl+r and shift+tab do nothing
	z.wacht("Ria roert in de soep.", "enter naar de eerste vraag", "stap 1 van 1")
	if strings.Contains(z.beeld(), "bewaard") {
		t.Errorf("a choice counts as an answer that was kept:\n%s", z.beeld())
	}
	z.typ("\r")
	z.wacht("Wat wilt u bereiken?")
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
	if id != "opnieuw" || err != nil {
		t.Errorf("chosen is %q, %v; want opnieuw", id, err)
	}
	if n := strings.Count(z.ontvangen(), "\x1b[?1049h"); n != 1 {
		t.Errorf("the terminal was taken %d times; want once", n)
	}
}

func TestAChoiceBeforeTheConversationCanBeStopped(t *testing.T) {
	for naam, test := range map[string]struct {
		doe func(*zit)
		wil error
	}{
		"ctrl+c":   {func(z *zit) { z.typ("\x03") }, gesprek.ErrGestopt},
		"a signal": {func(z *zit) { z.stop() }, context.Canceled},
	} {
		t.Run(naam, func(t *testing.T) {
			var id string
			var err error
			z := begin(t, 80, 24, Opties{}, kies(&id, &err), nil)
			z.wacht("› Verdergaan")
			test.doe(z)
			z.uit(nil)
			if id != "" || !errors.Is(err, test.wil) {
				t.Errorf("it ended with %q, %v; want %v", id, err, test.wil)
			}
		})
	}
}

func TestASignalWhileSavingGivesTheTerminalBack(t *testing.T) {
	bezig, verder := make(chan struct{}), make(chan struct{})
	var eens sync.Once
	z := newZitMet(t, 80, 24, func(sessie.Stand) error {
		eens.Do(func() { close(bezig); <-verder }) // a slow disk
		return nil
	})
	z.wacht("Wat wilt u bereiken?")
	z.typ("x\t")
	<-bezig
	z.stop()
	z.wachtTot("the screen as it was", func() bool { return strings.Contains(z.ontvangen(), "\x1b[?1049l") })
	close(verder)
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "x")
}

func TestWhatIsTypedWhileASaveIsUnderWayIsKeptWhenASignalComes(t *testing.T) {
	bewaart, mag := make(chan struct{}), make(chan struct{})
	var eens sync.Once
	z := newZitMet(t, 80, 24, func(sessie.Stand) error {
		eens.Do(func() {
			close(bewaart)
			<-mag
		})
		return nil
	})
	z.wacht("Wat wilt u bereiken?")
	z.typ("Eerst")
	<-bewaart
	z.typ(" bellen")
	z.wacht("Eerst bellen")
	z.stop()
	close(mag)
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "Eerst bellen")
}

func TestAClosedTerminalEndsTheConversation(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	z.typ("half")
	z.wacht("half")
	z.mu.Lock()
	z.dicht = true
	z.mu.Unlock()
	io.WriteString(z.tty, " ") // the read that is under way must end before a close does anything
	<-z.gesloten
	z.pty.Close()
	select {
	case <-z.klaar:
	case <-time.After(5 * time.Second):
		t.Fatal("the conversation goes on without a terminal")
	}
	if !errors.Is(z.err, gesprek.ErrGestopt) {
		t.Errorf("it ended with %v; want ErrGestopt", z.err)
	}
	if got := z.stand.Antwoorden["bedoeling.bereiken"].Tekst(); strings.TrimSpace(got) != "half" {
		t.Errorf("what was typed is %q; want half", got)
	}
}

func TestTheEndOfInputEndsTheConversation(t *testing.T) {
	ptmx, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal here: ", err)
	}
	defer ptmx.Close()
	in, toetsen, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	toetsen.Close()
	go io.Copy(io.Discard, ptmx)
	s := New(in, tty, Opties{})
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	if _, err := s.Vraag(ctx, sessie.New(sessie.NewStand("proef", definitie()))); !errors.Is(err, io.EOF) {
		t.Errorf("it ended with %v; want io.EOF", err)
	}
}

func TestATerminalThatHangsGetsItsKeysBack(t *testing.T) {
	if testing.Short() {
		t.Skip("waits as long as a screen may take")
	}
	ptmx, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal here: ", err)
	}
	defer ptmx.Close()
	defer tty.Close()
	voor, err := term.MakeRaw(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	s := New(tty, tty, Opties{})
	s.loop = &lus{programma: tea.NewProgram(&model{}), los: func() bool { return true }, stop: func() {}, model: &model{}, voor: voor, einde: make(chan struct{})} // which never ends
	s.Einde()
	na, err := term.GetState(int(tty.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(voor, na) {
		t.Error("the terminal does not echo and edit as before")
	}
}

func TestTerminalWithoutASize(t *testing.T) {
	z := newZit(t, 0, 0)
	z.wacht("Wat wilt u bereiken?", "ctrl+c stoppen")
	z.typ("een lange regel")
	z.wacht("een lange regel")
	z.typ("\x15kort")
	z.wachtTot("nothing of the longer line", func() bool {
		return strings.Contains(z.beeld(), "kort") && !strings.Contains(z.beeld(), "ange")
	})
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
}

func TestPasteOfTenThousandLinesArrivesWhole(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	tekst := strings.TrimSpace(strings.Repeat("Eén regel met een é.\n", 10_000)) + " Slot."
	z.typ("\x1b[200~" + strings.ReplaceAll(tekst, "\n", "\r") + "\x1b[201~")
	z.wacht("Slot.")
	z.typ("\t")
	z.wacht("Wat weet u niet?")
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", tekst)
}

func TestPasteWithoutBracketsKeepsEveryLetter(t *testing.T) {
	z := newZit(t, 80, 24)
	z.wacht("Wat wilt u bereiken?")
	tekst := strings.Repeat("é", 3000) // every read of 256 bytes could cut one in two
	z.typ("x" + tekst + "Slot.")
	z.wacht("Slot.")
	z.typ("\t")
	z.wacht("Wat weet u niet?")
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "x"+tekst+"Slot.")
}

func TestTheStoryLiesOnTopOfWhatIsTyped(t *testing.T) {
	z := newZit(t, 40, 12)
	z.wacht("Wat wilt u bereiken?")
	z.typ("half")
	z.wacht("half")
	z.typ("\x12")
	z.wacht("Ria roert in de soep.")
	z.typ("\x1b")
	z.wacht("Wat wilt u bereiken?", "half")
	z.typ(" af\t")
	z.wacht("Wat weet u niet?")
	z.typ("\x03")
	z.uit(gesprek.ErrGestopt)
	z.antwoord("bedoeling.bereiken", "half af")
}
