package scherm

import (
	"io"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
)

// rust is how long what is typed may wait to be kept. Nobody loses more typing
// than this to a machine that stops.
const rust = time.Second

// A tikMsg says that it is time to keep what is typed.
type tikMsg struct{}

// An onthoudenMsg says that what was typed at a question is kept; with a
// fout, why it is not. It comes when it comes, so it says nothing about
// anything else that stands on the screen.
type onthoudenMsg struct {
	nummer int
	fout   string
}

// toetsVeld gives a key to the field. With what the person changes by it the
// remarks go; one on a day that was none stays until it is one.
func (m *model) toetsVeld(msg tea.KeyMsg) *gesprek.Daad {
	voor := m.veld.Daad()
	daad := m.veld.Toets(msg)
	na := m.veld.Daad()
	switch veranderd := na.Soort != voor.Soort || !na.Antwoord.Equal(voor.Antwoord); {
	case veranderd && m.past(na.Antwoord):
		m.wisMeldingen()
		if m.vraag.vraag.Soort == casus.Waardenkeuze { // it said how many were chosen
			m.vraag.vraag.Melding = ""
		}
	case veranderd || daad != nil || m.neemtTekst():
	case msg.Type == tea.KeyRunes && !msg.Alt && unicode.IsLetter(msg.Runes[0]):
		m.gezegd = typenKanNiet
	case m.gezegd == typenKanNiet: // it was read
		m.gezegd = ""
	}
	return daad
}

// typenKanNiet is said where somebody types words and a list takes none.
const typenKanNiet = "Woorden typen kan hier niet. Kies met ↑↓ en enter."

// wisMeldingen takes the remarks away. Only what the person does may lead to
// it, never a message that comes by the clock: that could wipe a remark before
// anybody read it. That a save failed is no such remark; only a later save ends that.
func (m *model) wisMeldingen() { m.vraag.meldingen, m.gezegd = nil, "" }

// tik sees to it that what is typed now is kept soon.
func (m *model) tik() tea.Cmd {
	m.vraag.bewaard = false
	if m.tikt || m.wekker == nil {
		return nil
	}
	m.tikt = true
	return m.wekker
}

// wekker wakes a model after rust.
func wekker() tea.Msg {
	time.Sleep(rust)
	return tikMsg{}
}

// onthoud keeps what is typed, without leaving the question.
func (m *model) onthoud() tea.Cmd {
	if m.vraag == nil || m.wacht || m.vraag.alleenKeuze() {
		return nil
	}
	getypt := m.getypt()
	if getypt.Equal(m.onthouden) {
		return nil
	}
	m.onthouden = getypt
	return m.meldDaden([]gesprek.Daad{{Soort: gesprek.Typen, Antwoord: getypt}})
}

// getypt is what is typed here and not confirmed; nothing where that is gone again,
// and so is what was kept of it.
func (m *model) getypt() reflectie.Antwoord {
	daad := m.veld.Daad()
	if daad.Soort != gesprek.Antwoorden || !m.past(daad.Antwoord) {
		return reflectie.Antwoord{}
	}
	return daad.Antwoord
}

// A bewerktMsg says that the program in which the person changed a text is done.
type bewerktMsg struct {
	nummer  int
	melding string
	fout    error
}

// A bewerking is the time that another program has the terminal. It is a
// tea.ExecCommand, and has no use for the streams of bubbletea: that program
// needs the terminal itself.
type bewerking func() error

func (b bewerking) Run() error          { return b() }
func (b bewerking) SetStdin(io.Reader)  {}
func (b bewerking) SetStdout(io.Writer) {}
func (b bewerking) SetStderr(io.Writer) {}

// bewerking puts what the other program makes of the text in its place, and what
// there is to say of it in melding.
func (m *model) bewerking(veld *tekstveld, melding *string) bewerking {
	id, sleutel, tekst := m.vraag.gesprek, m.vraag.vraag.Sleutel, veld.tekst()
	return func() (err error) {
		tekst, *melding, err = m.bewerk(id, sleutel, tekst)
		m.mu.Lock() // at once, so that it is there too when the program has to end
		defer m.mu.Unlock()
		m.inEditor = false // the keys are for us again, before the message that says so
		if err != nil {
			return err
		}
		veld.onthoud()
		veld.vervang(tekst)
		return nil
	}
}

// openBewerker opens the text in the person's own editor, once what is typed so far
// is kept: that program may be long under way, and this one may be gone after it.
func (m *model) openBewerker() tea.Cmd {
	veld, ok := m.veld.(*tekstveld)
	if !ok || m.bewerk == nil || m.laag != nil {
		return nil
	}
	m.inEditor, m.laat, m.straks = true, true, nil
	nummer, melding := m.vraag.nummer, ""
	m.opent = tea.Exec(m.bewerking(veld, &melding), func(err error) tea.Msg { return bewerktMsg{nummer, melding, err} })
	return tea.Sequence(m.onthoud(), m.meldDaden([]gesprek.Daad{{Soort: gesprek.Elders}}))
}

// bewerkt goes on after the editor. When that failed, what stood there stays.
func (m *model) bewerkt(msg bewerktMsg) tea.Cmd {
	m.inEditor = false
	if m.vraag.nummer != msg.nummer || m.wacht {
		return nil
	}
	if msg.fout != nil {
		m.gezegd = "Bewerken lukt niet: " + msg.fout.Error()
		return nil
	}
	m.wisMeldingen()
	m.gezegd = msg.melding
	return m.tik()
}

// neemKlad takes what an editor saved here after it ended, and reports whether
// there was any: an editor that leaves it to a window which was open already.
func (m *model) neemKlad() bool {
	veld, ok := m.veld.(*tekstveld)
	if !ok || !m.laat || m.haalKlad == nil {
		return false
	}
	tekst, melding, ok := m.haalKlad(m.vraag.gesprek, m.vraag.vraag.Sleutel, veld.tekst())
	if ok {
		veld.onthoud()
		veld.vervang(tekst)
		m.wisMeldingen()
		m.gezegd = melding
	}
	return ok
}
