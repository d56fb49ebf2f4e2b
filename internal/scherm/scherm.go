// Package scherm is the front end on a terminal: one question per screen, with
// the casus and an overview a key away. It is the only room that knows huh,
// bubbletea and lipgloss.
//
// It reads a sessie and tells what the person did; it never changes a sessie,
// opens no files, and reads neither the environment nor the clock.
package scherm

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"
	"golang.org/x/term"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// Opties says how the screen looks.
type Opties struct {
	// Kleur allows the 16 colours of the terminal. Without it, bold, faint and
	// reverse carry the same meaning.
	Kleur bool
	// Verhaal opens a new conversation with the story of the casus.
	Verhaal bool
	// Terug lets a conversation be left backwards at its first question, but for one that
	// changes a reflectie.
	Terug bool
	// Proef says at every question that nothing is kept, in place of that it was.
	Proef bool
	// Bewerk lets the person change their text at a question in a program of their
	// own, which has the terminal meanwhile. The melding, if any, is shown with what
	// became of it. With an error the text stays as it was, and
	// the error is shown. Nil where that cannot be.
	Bewerk func(ctx context.Context, id, sleutel, tekst string) (nieuw, melding string, err error)
	// HaalKlad returns what such a program saved at the question after it ended, if
	// anything. Nil where that cannot be.
	HaalKlad func(id, sleutel, tekst string) (nieuw, melding string, ok bool)
}

// NaarEinde is how somebody comes to the end from any question.
const NaarEinde = "Druk op ctrl+o, kies \"Naar het einde\""

// wachttijd is how long a screen that handles nothing gets to give the terminal back. A
// terminal that no longer takes output must not keep the program from ending.
const wachttijd = 2 * time.Second

// A Scherm asks questions on a terminal. Its zero value is of no use; see New.
// It is not for use by more than one goroutine at a time.
type Scherm struct {
	in, uit *os.File
	opties  Opties
	stijl   stijl

	loop        *lus
	na          *model         // the screen when the terminal was gone, or the time: keys may wait in it; or nil
	eind        error          // why that was
	gevraagd    vraagMsg       // the question that was sent last
	wachtrij    []gesprek.Daad // what the person did, beyond the Daad returned last
	meldingen   []string
	nietBewaard string // why the last save failed
	typt        bool   // the person is still at the question that was asked last
	bewaard     bool   // the last answer was taken
	gesprek     string // id of the conversation of which was asked last; "" before the first
	inleiding   bool   // it begins with a story
	sleutel     string // the question of it that was asked last
	poging      string // what was answered to it
}

// A lus is one bubbletea program under way. One lives as long as a
// conversation: between two questions nothing flickers and no key is echoed.
type lus struct {
	programma *tea.Program
	model     *model
	voor      *term.State // how the terminal was; nil where it does not tell
	daden     chan verslag
	los       func() bool   // keeps it from ending with its context; false when that is under way
	stop      func()        // ends it, when nothing does so
	einde     chan struct{} // closed when the terminal is given back
	fout      error         // why it ended; to read after einde
}

// A verslag tells what the person did at one question.
type verslag struct {
	nummer int // of the question
	daden  []gesprek.Daad
}

// New makes a Scherm that reads keys from in and draws on uit, both terminals.
// Nothing happens to the terminal before the first Vraag.
func New(in, uit *os.File, opties Opties) *Scherm {
	// The libraries draw some things with a renderer of their own, which would
	// ask the terminal for its colours. It hears here what it may use.
	profiel := termenv.Ascii
	if opties.Kleur {
		profiel = termenv.ANSI
	}
	lipgloss.SetHasDarkBackground(true)
	lipgloss.SetColorProfile(profiel)
	return &Scherm{in: in, uit: uit, opties: opties, stijl: newStijl(opties.Kleur)}
}

// Meld shows a short remark at the next question.
func (s *Scherm) Meld(tekst string) { s.meldingen = append(s.meldingen, tekst) }

// Bewaard shows that a save failed, until one does not.
func (s *Scherm) Bewaard(fout string) { s.nietBewaard = fout }

// Vraag asks the question where the sessie is. The first one takes the whole
// terminal; Einde gives it back. When ctx ends, Vraag has given the terminal
// back and returns ctx.Err(). When the terminal itself is gone it returns io.EOF.
// What the person did before that comes first, also at questions that were not on
// the screen yet. With either comes what they had typed, when ctrl+c would keep it: a
// Daad of the Soort Antwoorden. Else the Daad is of the Soort Stoppen.
func (s *Scherm) Vraag(ctx context.Context, ses *sessie.Sessie) (gesprek.Daad, error) {
	var err error
	switch {
	case len(s.wachtrij) > 0:
	case s.typt && s.loop != nil: // it stands there, with the cursor in it
		s.loop.programma.Send(onthoudenMsg{s.gevraagd.nummer, s.nietBewaard})
		s.wachtrij, err = s.wacht(ctx)
	default:
		s.wachtrij, err = s.stel(ctx, s.vraagMsg(ses))
	}
	return s.neem(), err
}

// Kies asks which of the opties the person wants, before a conversation, and
// returns its id. It ends as Vraag does, and with gesprek.ErrGestopt when the
// person stops. The conversation after it begins as if nothing was asked.
func (s *Scherm) Kies(ctx context.Context, k gesprek.Keuze) (id string, err error) {
	msg := newKiesMsg(k)
	msg.meldingen, s.meldingen = s.meldingen, nil
	return s.kies(ctx, msg)
}

// Lees shows something to read, outside any conversation, until the person
// closes it. regels makes its lines for a width, safe for a terminal. It ends as
// Kies does.
func (s *Scherm) Lees(ctx context.Context, titel string, regels func(breedte int) []string) error {
	msg := newKiesMsg(gesprek.Keuze{Titel: titel, Vraag: titel, Opties: []sessie.Optie{{ID: "klaar", Naam: "Klaar"}}})
	msg.lezen = regels
	_, err := s.kies(ctx, msg)
	return err
}

// kies asks a question that belongs to no conversation.
func (s *Scherm) kies(ctx context.Context, msg vraagMsg) (string, error) {
	daden, err := s.stel(ctx, msg)
	s.bewaard, s.poging = false, ""
	switch {
	case err != nil:
		return "", err
	case daden[0].Soort == gesprek.Terug:
		return msg.keuze.Terug, nil
	case daden[0].Soort == gesprek.Stoppen:
		return "", gesprek.ErrGestopt
	}
	return daden[0].Antwoord.Tekst(), nil
}

// stel puts a question on the screen, and waits for what the person does.
func (s *Scherm) stel(ctx context.Context, msg vraagMsg) ([]gesprek.Daad, error) {
	msg.nummer = s.gevraagd.nummer + 1
	s.gevraagd = msg
	switch err := ctx.Err(); {
	case s.na != nil:
		return s.na.rest(msg, s.eind)
	case s.loop == nil && err != nil:
		return []gesprek.Daad{{Soort: gesprek.Stoppen}}, err
	case s.loop == nil:
		s.loop = s.start(ctx)
	}
	s.loop.programma.Send(msg)
	return s.wacht(ctx)
}

// wacht waits for what the person does at the question that was sent last, at
// least one Daad. With an error that is what was answered and not handed over yet.
func (s *Scherm) wacht(ctx context.Context) ([]gesprek.Daad, error) {
	loop := s.loop
	for {
		select {
		case v := <-loop.daden:
			if v.nummer != s.gevraagd.nummer {
				continue // typed just before an earlier question was done
			}
			return v.daden, nil
		case <-loop.einde:
			s.eind = loop.fout
		case <-ctx.Done():
		}
		s.Einde()
		s.na, s.eind = loop.model, cmp.Or(ctx.Err(), s.eind)
		return s.na.rest(s.gevraagd, s.eind)
	}
}

// neem takes the first Daad of the row.
func (s *Scherm) neem() gesprek.Daad {
	d := s.wachtrij[0]
	s.wachtrij = s.wachtrij[1:]
	s.typt = d.Soort == gesprek.Typen || d.Soort == gesprek.Elders
	if d.Soort == gesprek.Antwoorden {
		s.bewaard, s.poging = true, d.Antwoord.Tekst()
	}
	return d
}

// vraagMsg takes along all that the screen shows of the sessie, so that only
// this goroutine ever touches it.
func (s *Scherm) vraagMsg(ses *sessie.Sessie) vraagMsg {
	msg := newVraagMsg(ses)
	if s.gesprek != msg.gesprek {
		s.gesprek = msg.gesprek
		s.inleiding = s.opties.Verhaal && !msg.wijzigt && len(msg.verhaal) > 0
		msg.begin = s.inleiding && ses.Stand().IsNieuw()
	}
	msg.meldingen, s.meldingen = s.meldingen, nil
	if len(msg.meldingen) > 0 && s.bewaard && s.sleutel == msg.vraag.Sleutel {
		msg.poging = s.poging
	}
	msg.nietBewaard = s.nietBewaard
	msg.bewaard = s.bewaard && s.nietBewaard == "" && len(msg.meldingen) == 0 // a remark may be that it was not taken
	if msg.bewaard && msg.gewijzigd && msg.vraag.Melding == "" && msg.vraag.Sleutel != sessie.SleutelAfronden {
		msg.meldingen = []string{"Klaar met wijzigen? " + NaarEinde + "."} // said anew after each answer
	}
	s.bewaard = false
	msg.inleiding = msg.eerste && s.inleiding
	msg.eerste = msg.eerste && (!s.opties.Terug || msg.wijzigt)
	s.sleutel = msg.vraag.Sleutel
	return msg
}

// Einde gives the terminal back as it was. It may be called more than once, and
// must be called before anything else is printed.
func (s *Scherm) Einde() {
	if s.loop == nil {
		return
	}
	loop := s.loop
	s.loop = nil
	if loop.los() {
		go loop.stop() // it may have ended, or be busy with a slow terminal
	}
	if loop.wachtEinde() {
		return
	}
	loop.programma.Kill()
	if loop.voor != nil {
		// Nothing can be drawn any more; that keys are seen again still can be.
		_ = term.Restore(int(s.in.Fd()), loop.voor)
	}
}

// wachtEinde waits for the end, as long as the loop gets on with what was typed, and
// reports whether it came.
func (l *lus) wachtEinde() bool {
	for verwerkt := int64(-1); verwerkt != l.model.verwerkt.Load(); {
		verwerkt = l.model.verwerkt.Load()
		select {
		case <-l.einde:
			return true
		case <-time.After(wachttijd):
		}
	}
	return false
}

// start takes the terminal.
func (s *Scherm) start(ctx context.Context) *lus {
	loop := &lus{daden: make(chan verslag, 4), einde: make(chan struct{})}
	in := &invoer{File: s.in, eind: func() { go loop.programma.Quit() }}
	loop.voor, _ = term.GetState(int(s.in.Fd()))
	loop.model = &model{stijl: s.stijl, daden: loop.daden, wekker: wekker, proef: s.opties.Proef}
	if s.opties.Bewerk != nil {
		loop.model.bewerk = func(id, sleutel, tekst string) (string, string, error) {
			return s.opties.Bewerk(ctx, id, sleutel, tekst)
		}
		loop.model.haalKlad = s.opties.HaalKlad
	}
	loop.programma = tea.NewProgram(loop.model,
		// The program does not end by itself at the end of input, and lets go of
		// the terminal in better order when it is asked than when it is killed.
		tea.WithInput(in),
		tea.WithOutput(&uitvoer{File: s.uit}),
		tea.WithAltScreen(),
		tea.WithoutSignalHandler(), // whoever runs us turns signals into the end of ctx
		tea.WithFilter(zeef()),
		tea.WithFPS(120), // at 60 a letter waits up to 17 ms to be seen
	)
	loop.los = context.AfterFunc(ctx, func() { loop.laatLos(in) })
	loop.stop = func() {
		if ctx.Err() != nil { // it ended just now: its function had not begun
			loop.laatLos(in)
			return
		}
		loop.programma.Quit()
	}
	go func() {
		defer close(loop.einde)
		defer loop.los()
		_, err := loop.programma.Run()
		loop.fout = eindfout(err, loop.model.stuk)
	}()
	return loop
}

// stilte is how often in a row nothing comes from a terminal that holds no more of what
// was typed. A busy machine brings that later: of twenty thousand writes to one, the
// last came after 164 ms.
const stilte = 30

// geduld is how long what was typed may take to be handled when the program must end. A
// key that is held down, or a child on the keys, must not keep it from ending.
const geduld = 5 * time.Second

// laatLos ends the program when all that was typed so far has come to it, or when
// that takes too long.
func (l *lus) laatLos(in *invoer) {
	l.programma.Send(nil) // it is under way, then
	ctx, stop := context.WithTimeout(context.Background(), geduld)
	defer stop()
	verwerkt := l.model.verwerkt.Load()
	for stil := 0; stil < stilte && ctx.Err() == nil; stil++ {
		if volgt(in.File) { // which waits a moment
			stil = 0
			select {
			case <-l.einde:
				return
			case <-time.After(samen):
			}
		}
		if n := l.model.verwerkt.Load(); n != verwerkt || n%2 == 1 { // there may be more of the same read
			stil, verwerkt = 0, n
		}
	}
	_ = l.programma.ReleaseTerminal() // which waits for what was read and did not come yet
	l.programma.Kill()
}

// eindfout tells why a program ended that nobody asked to end.
func eindfout(err error, stuk bool) error {
	if stuk || errors.Is(err, tea.ErrProgramPanic) {
		return errors.New("het scherm kan deze vraag niet tonen; wat u bevestigde, is bewaard; ga verder met --toegankelijk")
	}
	return io.EOF // the terminal is gone, and with it the person
}

// zeef looks at what comes to the program before anything else does.
func zeef() func(tea.Model, tea.Msg) tea.Msg {
	if runtime.GOOS == "windows" {
		return new(console).zeef
	}
	return bekendeMaat
}

// bekendeMaat gives a terminal that does not tell its size 80 by 24, before
// anything draws by it.
func bekendeMaat(_ tea.Model, msg tea.Msg) tea.Msg {
	if maat, ok := msg.(tea.WindowSizeMsg); ok {
		return tea.WindowSizeMsg{Width: cmp.Or(maat.Width, 80), Height: cmp.Or(maat.Height, 24)}
	}
	return msg
}
