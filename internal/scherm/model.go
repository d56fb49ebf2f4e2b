package scherm

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A vraagMsg brings the next question, with all that its screen shows.
type vraagMsg struct {
	nummer    int                        // tells it from the questions before it
	keuze     *gesprek.Keuze             // it stands outside the conversation: only a choice answers it; or nil
	lezen     func(breedte int) []string // there is only this to read; nil for a question
	gesprek   string                     // id of the conversation
	vraag     sessie.Vraag
	titel     string // what the conversation is about
	stap, van int
	eerste    bool // there is nothing before it to go back to
	inleiding bool // the story stands before it
	begin     bool // the story is told first
	bewaard   bool // the answer before it was kept
	wijzigt   bool // the reflectie is there, and changes
	gewijzigd bool // something in it is another than it was
	// meldingen stay until the person changes something or leaves.
	meldingen   []string
	nietBewaard string // why the last save failed; stays until one does not
	poging      string // what was typed here and is no answer yet
	verhaal     []alinea
	zicht       zicht
	vragen      []sessie.Vraag // for the overview
	vervallen   []sessie.Vraag
	ook         map[string][]string // other words for a waarde, by its id
}

// An alinea is a piece of text with a heading.
type alinea struct{ kop, tekst string }

func newVraagMsg(ses *sessie.Sessie) vraagMsg {
	stand := ses.Stand()
	msg := vraagMsg{
		gesprek:   stand.ID,
		vraag:     ses.Vraag(),
		titel:     stand.Opschrift(),
		vragen:    ses.Vragen(),
		vervallen: ses.Genoemd(),
		verhaal:   verhaal(stand),
		zicht:     newZicht(stand),
		ook:       map[string][]string{},
		wijzigt:   stand.IsWijziging(),
	}
	msg.gewijzigd = msg.wijzigt && len(stand.Gewijzigd()) > 0
	msg.stap, msg.van = ses.Voortgang()
	msg.eerste = len(msg.vragen) == 0 || msg.vragen[0].Sleutel == msg.vraag.Sleutel
	for _, w := range stand.Definitie.Waarden {
		msg.ook[w.ID] = w.Ook
	}
	return msg
}

// newKiesMsg makes a question that belongs to no conversation. Whoever asked it may change
// their opties for the next one while this one is still drawn.
func newKiesMsg(k gesprek.Keuze) vraagMsg {
	k.Opties = slices.Clone(k.Opties)
	return vraagMsg{
		keuze:  &k,
		eerste: k.Terug == "",
		titel:  k.Titel,
		vraag:  sessie.Vraag{Sleutel: "keuze", Vraag: k.Vraag, Toelichting: k.Uitleg, Toont: k.Toont, Soort: casus.Keuze},
	}
}

// alleenKeuze reports whether only a choice leaves the question.
func (v vraagMsg) alleenKeuze() bool {
	return v.keuze != nil || v.vraag.Sleutel == sessie.SleutelAfronden
}

// A model is the screen: the question with its field, and what may lie on top of it.
type model struct {
	mu       sync.Mutex   // rest looks in from outside; drawing on the terminal never holds it
	verwerkt atomic.Int64 // begins and ends of messages: who waits for the end sees that it gets on
	stijl    stijl
	proef    bool // nothing is kept
	daden    chan<- verslag
	// bewerk opens a text in a program of the person's own; nil where there is none.
	bewerk func(id, sleutel, tekst string) (nieuw, melding string, err error)
	// haalKlad returns what such a program saved later; or nil.
	haalKlad func(id, sleutel, tekst string) (nieuw, melding string, ok bool)

	breedte, hoogte int
	vraag           *vraagMsg // nil before the first question
	veld            veld
	laag            laag               // on top of the question; or nil
	open            string             // the key that opens the laag
	wacht           bool               // the person is done; the next question is on its way
	gedaan          []gesprek.Daad     // what the person was done with
	straks          []tea.KeyMsg       // typed while no question took it: for the next one
	inEditor        bool               // another program has the terminal, or is about to
	opent           tea.Cmd            // gives it the terminal, once what is typed is kept; or nil
	wekker          tea.Cmd            // sends a tikMsg after a while
	tikt            bool               // what is typed will be looked at soon
	onthouden       reflectie.Antwoord // what was typed when it was kept last
	laat            bool               // the editor was open here, and may yet save
	gezegd          string             // what there is to say of the editor, or of a key; stays as vraag.meldingen do
	stuk            bool               // drawing or a key failed; the program ends
	beeld           string
}

// A laag is a screen that lies on top of the question.
type laag interface {
	// Toets handles a key. klaar closes the laag; a daad that is not nil leaves the question.
	Toets(tea.KeyMsg) (daad *gesprek.Daad, klaar bool)
	View(breedte, hoogte int) []string
	Toetsen() []hint
}

func (m *model) Init() tea.Cmd { return nil }

// Update handles one message and draws what comes of it. A fault in that must
// never leave a terminal in disorder or show itself in English, so it ends the
// program the normal way.
func (m *model) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	m.verwerkt.Add(1)
	defer m.verwerkt.Add(1)
	m.mu.Lock()
	defer m.mu.Unlock()
	defer func() {
		if recover() != nil {
			m.stuk, m.wacht = true, true
			cmd = tea.Quit
		}
	}()
	cmd = m.verwerk(msg)
	if m.vraag != nil && m.breedte > 0 {
		m.beeld = strings.Join(metCaret(m.teken(), m.breedte), "\n")
	}
	return m, cmd
}

func (m *model) View() string { return m.beeld }

func (m *model) verwerk(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.breedte, m.hoogte = msg.Width, msg.Height
	case vraagMsg:
		was, gewist := m.veld, len(m.gedaan) > 0 && m.gedaan[0].Soort == gesprek.Wissen && m.vraag.vraag.Sleutel == msg.vraag.Sleutel
		m.vraag, m.wacht, m.gedaan, m.laag, m.onthouden, m.gezegd, m.laat = &msg, false, nil, nil, reflectie.Antwoord{}, "", false
		m.veld = newVeld(msg, m.stijl)
		if nieuw, ok := m.veld.(*tekstveld); ok && gewist { // what was taken away here can come back
			if oud, ok := was.(*tekstveld); ok {
				nieuw.eerder = oud.eerder
			}
		}
		switch {
		case msg.lezen != nil:
			m.laag, m.open = &leesLaag{stijl: m.stijl, bouw: msg.lezen, alleen: true}, ""
		case msg.begin:
			m.leidIn()
		}
		return m.neemToetsen()
	case tikMsg:
		m.tikt = false
		return m.onthoud()
	case onthoudenMsg:
		if m.vraag != nil && m.vraag.nummer == msg.nummer {
			m.vraag.bewaard = msg.fout == "" && m.getypt().Equal(m.onthouden) // more may have been typed since
			m.vraag.nietBewaard = msg.fout
			open := m.opent
			m.opent = nil
			return open
		}
	case bewerktMsg:
		return m.bewerkt(msg)
	case tea.KeyMsg:
		if m.inEditor { // it was for that program
			return nil
		}
		m.straks = append(m.straks, msg)
		return m.neemToetsen()
	}
	return nil
}

// neemToetsen handles the keys that were typed, up to one that leaves the question:
// what comes after it is for the next.
func (m *model) neemToetsen() tea.Cmd {
	var cmds []tea.Cmd
	for len(m.straks) > 0 && m.vraag != nil && !m.wacht && !m.inEditor {
		toets := m.straks[0]
		m.straks = m.straks[1:]
		if n := len(toets.Runes); n > 1 && !toets.Paste && m.laag == nil && !m.neemtTekst() { // typed fast, and the first may leave the question
			rest := toets
			toets.Runes, rest.Runes = toets.Runes[:1], toets.Runes[1:]
			m.straks = append([]tea.KeyMsg{rest}, m.straks...)
		}
		cmds = append(cmds, m.toets(toets))
	}
	return tea.Batch(cmds...)
}

// neemtTekst reports whether letters are text to the field, and not keys.
func (m *model) neemtTekst() bool {
	switch veld := m.veld.(type) {
	case *keuzeveld:
		return veld.typt
	case *kiesveld:
		return veld.keuze.Zoek
	case *meerveld:
		return false
	}
	return true
}

// toets handles a key: the screen's own, then that of what lies on top, then the field's.
func (m *model) toets(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste {
		if m.laag != nil {
			return nil
		}
		m.toetsVeld(plak(msg))
		return m.tik()
	}
	switch toets := msg.String(); toets {
	case "ctrl+c":
		m.neemKlad()
		return m.klaar(m.weg(gesprek.Daad{Soort: gesprek.Stoppen})...)
	case "ctrl+r", "ctrl+o", "ctrl+t":
		m.wissel(toets)
		return nil
	case "ctrl+e":
		return m.openBewerker()
	case "ctrl+s", "ctrl+q", "ctrl+v": // the terminal's
		return nil
	}
	if m.laag != nil {
		daad, klaar := m.laag.Toets(msg)
		switch {
		case daad != nil: // it stays on the screen until the next question comes
			m.neemKlad()
			return m.klaar(m.weg(*daad)...)
		case klaar:
			m.laag = nil
		}
		return nil
	}
	switch msg.String() {
	case "tab", "shift+tab":
		if m.neemKlad() { // it is seen before the person goes on
			return m.tik()
		}
	}
	switch msg.String() {
	case "shift+tab":
		switch {
		case m.vraag.inleiding:
			m.leidIn()
			return nil
		case m.vraag.eerste:
			return nil
		}
		return m.klaar(m.weg(gesprek.Daad{Soort: gesprek.Terug})...)
	case "tab":
		if m.vraag.alleenKeuze() {
			return nil // a slip of the finger must not end the conversation
		}
		if w, ok := m.veld.(*waardenveld); !ok || !w.zoekt() {
			return m.klaar(m.veld.Daad())
		}
	}
	if daad := m.toetsVeld(msg); daad != nil {
		return m.klaar(*daad)
	}
	return m.tik()
}

// leidIn tells the story that stands before the first question.
func (m *model) leidIn() {
	lezing := newLeesLaag(m.vraag.verhaal, m.stijl, true)
	lezing.terug = m.vraag.inleiding && !m.vraag.eerste
	m.laag, m.open = lezing, "ctrl+r"
}

// plak gives pasted text plain line ends.
func plak(msg tea.KeyMsg) tea.KeyMsg {
	msg.Runes = []rune(strings.ReplaceAll(strings.ReplaceAll(string(msg.Runes), "\r\n", "\n"), "\r", "\n"))
	return msg
}

// wissel opens the laag of a key, where there is one, or closes it.
func (m *model) wissel(toets string) {
	if m.laag != nil && m.open == toets {
		m.laag = nil
		return
	}
	var nieuw laag
	stof := m.leesstof()
	switch {
	case toets == "ctrl+r" && len(stof) > 0:
		lezing := newLeesLaag(stof, m.stijl, false)
		lezing.keuze = m.vraag.keuze != nil
		nieuw = lezing
	case toets == "ctrl+o" && len(m.vraag.vragen) > 0:
		nieuw = newOverzicht(*m.vraag, m.getypt(), m.stijl)
	case toets == "ctrl+t" && m.toontZicht():
		nieuw = newZichtLaag(m.vraag.zicht, m.stijl)
	default:
		return
	}
	m.laag, m.open = nieuw, toets
}

// toontZicht reports whether a key shows what the person made so far: where it
// does not stand beside the question.
func (m *model) toontZicht() bool {
	return m.paneel() == 0 && m.vraag.keuze == nil && len(m.vraag.zicht.knopen) > 0
}

// klaar leaves the question.
func (m *model) klaar(daden ...gesprek.Daad) tea.Cmd {
	m.wacht, m.gedaan = true, daden
	return m.meldDaden(daden)
}

// meldDaden tells what the person did at this question.
func (m *model) meldDaden(daden []gesprek.Daad) tea.Cmd {
	uit, v := m.daden, verslag{m.vraag.nummer, daden}
	return func() tea.Msg {
		uit <- v
		return nil
	}
}

// weg leaves the question for another one. What the person typed here goes
// along first: going somewhere else never loses it.
func (m *model) weg(naar gesprek.Daad) []gesprek.Daad {
	daad := m.veld.Daad()
	switch {
	case m.vraag.alleenKeuze():
		return []gesprek.Daad{naar}
	case daad.Soort == gesprek.Wissen:
		return []gesprek.Daad{daad, naar}
	case daad.Soort != gesprek.Antwoorden || !m.past(daad.Antwoord):
		return []gesprek.Daad{naar}
	}
	return []gesprek.Daad{daad, {Soort: gesprek.Naar, Sleutel: m.vraag.vraag.Sleutel}, naar}
}

// past reports whether the sessie will take an answer that the person did not
// confirm. Only a date can be half typed.
func (m *model) past(a reflectie.Antwoord) bool {
	if m.vraag.vraag.Soort != casus.Datum {
		return true
	}
	_, err := m.vraag.vraag.LeesDag(a.Tekst())
	return err == nil
}

// rest returns what the person did at a question, with the keys that waited for it.
// Where they did not leave it, that is what stopping now would keep: its answer, or
// else that they stop; with einde. It is for when the terminal or the time is gone.
func (m *model) rest(msg vraagMsg, einde error) (daden []gesprek.Daad, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	daden, err = []gesprek.Daad{{Soort: gesprek.Stoppen}}, einde // a zero Daad would be an empty answer
	defer func() { _ = recover() }()                             // a field that breaks has nothing to keep
	if m.vraag == nil || m.vraag.nummer != msg.nummer {
		m.verwerk(msg)
	}
	switch {
	case m.stuk || m.vraag.alleenKeuze():
	case m.wacht:
		return m.gedaan, nil
	case !m.getypt().IsZero():
		daden[0] = gesprek.Daad{Antwoord: m.getypt()}
	}
	return daden, err
}

// leesstof is what the person can read back.
func (m *model) leesstof() []alinea {
	if m.breedte == 0 {
		return m.vraag.verhaal
	}
	o := m.opmaak()
	if !o.afgekort {
		return m.vraag.verhaal
	}
	stof := bijVraag(m.vraag.vraag)
	if d := o.delen[deelMelding]; d.toon < d.vol {
		stof = append(stof, alinea{tekst: strings.TrimSpace(strings.Join(m.meldingen(), "\n\n"))})
	}
	return append(stof, m.vraag.verhaal...)
}
