package scherm

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

var update = flag.Bool("update", false, "write the screens in testdata anew")

// A proef is a screen under test.
type proef struct {
	t     *testing.T
	m     *model
	daden chan verslag
}

func newProef(t *testing.T, msg vraagMsg, breedte, hoogte int) *proef {
	t.Helper()
	s := New(nil, nil, Opties{})
	p := &proef{t: t, daden: make(chan verslag, 8)}
	p.m = &model{stijl: s.stijl, daden: p.daden}
	p.doe(bekendeMaat(nil, tea.WindowSizeMsg{Width: breedte, Height: hoogte}))
	p.doe(msg)
	return p
}

// doe sends a message, and runs what comes of it.
func (p *proef) doe(msg tea.Msg) {
	p.t.Helper()
	_, cmd := p.m.Update(msg)
	if p.m.stuk {
		p.t.Fatalf("the screen of %dx%d broke on a %T", p.m.breedte, p.m.hoogte, msg)
	}
	if cmd == nil {
		return
	}
	if meer, ok := cmd().(tea.BatchMsg); ok {
		for _, cmd := range meer {
			cmd()
		}
	}
}

// toets presses keys by the names that bubbletea gives them.
func (p *proef) toets(namen ...string) *proef {
	p.t.Helper()
	for _, naam := range namen {
		p.doe(toets(p.t, naam))
	}
	return p
}

func toets(t *testing.T, naam string) tea.KeyMsg {
	t.Helper()
	kaal, alt := strings.CutPrefix(naam, "alt+")
	for _, soort := range []tea.KeyType{tea.KeyEnter, tea.KeyTab, tea.KeyShiftTab, tea.KeyEsc, tea.KeyUp, tea.KeyDown, tea.KeyLeft,
		tea.KeyRight, tea.KeyHome, tea.KeyEnd, tea.KeyPgUp, tea.KeyPgDown, tea.KeyBackspace, tea.KeyDelete, tea.KeyCtrlC,
		tea.KeyCtrlR, tea.KeyCtrlN, tea.KeyCtrlP, tea.KeyCtrlO, tea.KeyCtrlT, tea.KeyCtrlK, tea.KeyCtrlU, tea.KeyCtrlW, tea.KeyCtrlA, tea.KeyCtrlHome, tea.KeyCtrlEnd,
		tea.KeyCtrlLeft, tea.KeyCtrlRight} {
		if k := (tea.KeyMsg{Type: soort, Alt: alt}); (tea.Key{Type: soort}).String() == kaal {
			return k
		}
	}
	if kaal == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(kaal), Alt: alt}
}

// typ types a text letter by letter.
func (p *proef) typ(s string) *proef {
	p.t.Helper()
	for _, r := range s {
		p.toets(string(r))
	}
	return p
}

func (p *proef) plak(s string) *proef {
	p.t.Helper()
	p.doe(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true})
	return p
}

func (p *proef) beeld() string { return ansi.Strip(p.m.View()) }

// zonderPaneel is the screen without what stands at the right of the line.
func (p *proef) zonderPaneel() string {
	var b strings.Builder
	for regel := range strings.Lines(p.beeld()) {
		if links := p.m.breedte - p.m.paneel(); ansi.StringWidth(regel) > links && strings.HasPrefix(ansi.TruncateLeft(regel, links, ""), "│") {
			regel = ansi.Truncate(regel, links, "") + "\n"
		}
		b.WriteString(regel)
	}
	return b.String()
}

// gedaan returns what the person did, or fails when the question is still there.
func (p *proef) gedaan() []gesprek.Daad {
	p.t.Helper()
	select {
	case v := <-p.daden:
		return v.daden
	default:
		p.t.Fatalf("the question is still on the screen:\n%s", p.beeld())
		return nil
	}
}

func (p *proef) wil(daden ...gesprek.Daad) {
	p.t.Helper()
	if diff := cmp.Diff(daden, p.gedaan()); diff != "" {
		p.t.Errorf("what the person did (-want +got):\n%s", diff)
	}
}

func (p *proef) toont(wil ...string) *proef {
	p.t.Helper()
	for _, w := range wil {
		if !strings.Contains(p.beeld(), w) {
			p.t.Errorf("the screen lacks %q:\n%s", w, p.beeld())
		}
	}
	return p
}

func (p *proef) toontNiet(nee ...string) {
	p.t.Helper()
	for _, w := range nee {
		if strings.Contains(p.beeld(), w) {
			p.t.Errorf("the screen has %q:\n%s", w, p.beeld())
		}
	}
}

// antwoord is the Daad of a confirmed text.
func antwoord(s string) gesprek.Daad {
	return gesprek.Daad{Soort: gesprek.Antwoorden, Antwoord: reflectie.Tekst(s)}
}

func lijstVan(s ...string) gesprek.Daad {
	return gesprek.Daad{Soort: gesprek.Antwoorden, Antwoord: reflectie.Lijst(s...)}
}

var overslaan = gesprek.Daad{Soort: gesprek.Overslaan}

// vraag is a question somewhere in a conversation.
func vraag(soort casus.Vraagsoort, opties ...sessie.Optie) vraagMsg {
	v := sessie.Vraag{Sleutel: "bedoeling.bereiken", Titel: "De bedoeling", Soort: soort, Opties: opties,
		Vraag:       "Wat wilt u hier echt bereiken?",
		Toelichting: "Een bibliotheek die boetes stuurt, wil haar boeken terug. Ze wil ook dat kinderen blijven lezen.",
	}
	vorige := sessie.Vraag{Sleutel: "rol", Titel: "Het moment", Vraag: "Vanuit welke rol kijkt u?", Status: sessie.Ingevuld,
		Soort: casus.Tekst, Antwoord: reflectie.Tekst("Handhaver.\nEn een beetje buur.")}
	later := sessie.Vraag{Sleutel: "uitkomst.doen", Titel: "Besluit", Vraag: "Wat doet u nu?", Status: sessie.Overgeslagen}
	return vraagMsg{vraag: v, titel: "Koken in het oude schoolgebouw", stap: 2, van: 9, vragen: []sessie.Vraag{vorige, v, later},
		zicht:   zicht{kop: "Uw waardenetwerk"},
		verhaal: []alinea{{"Koken in het oude schoolgebouw", strings.Repeat("Ria roert in de soep. ", 60)}, {"Het moment", "Wat nu?"}}}
}

func rollen() []sessie.Optie {
	return []sessie.Optie{{ID: "handhaver", Naam: "Gemeentelijk handhaver"}, {ID: "wethouder", Naam: "Wethouder"},
		{ID: "rijk", Naam: "Ambtenaar bij het Rijk"}}
}

func waarden() []sessie.Optie {
	return []sessie.Optie{
		{ID: "rechtmatigheid", Naam: "Rechtmatigheid", Groep: "Rechtsstaat", Uitleg: "Wat de overheid doet, staat in de wet of past erbinnen"},
		{ID: "rechtvaardigheid", Naam: "Rechtvaardigheid", Groep: "Rechtsstaat", Uitleg: "Lusten en lasten zijn eerlijk verdeeld"},
		{ID: "bijzondere-zorg", Naam: "Bijzondere zorg", Groep: "Omgang met inwoners", Uitleg: "Extra aandacht voor wie kwetsbaar is"},
		{ID: "veiligheid", Naam: "Veiligheid", Groep: "Samenleving", Uitleg: "Niemand raakt gewond of bang"},
		{ID: "zorg-voor-elkaar", Naam: "Zorg voor elkaar", Groep: "Samenleving", Uitleg: "Naar elkaar omzien, ook zonder plicht"},
	}
}

func waardenvraag(keus ...string) vraagMsg {
	msg := vraag(casus.Waardenkeuze, waarden()...)
	msg.vraag.Vraag, msg.vraag.Vrij = "Welke waarden spelen hier voor u?", true
	msg.vraag.Antwoord = reflectie.Lijst(keus...)
	msg.ook = map[string][]string{"rechtvaardigheid": {"billijkheid"}}
	return msg
}

func met(msg vraagMsg, doe func(*vraagMsg)) vraagMsg {
	doe(&msg)
	return msg
}

var maten = []struct{ breedte, hoogte int }{{80, 24}, {40, 12}, {120, 40}}

// schermen are the screens that are kept in testdata, with what the input of each looks like.
func schermen() []struct {
	naam   string
	msg    vraagMsg
	toets  []string
	invoer string
} {
	type rij = struct {
		naam   string
		msg    vraagMsg
		toets  []string
		invoer string
	}
	vol := func(m *vraagMsg) {
		m.vraag.Uitleg = strings.Repeat("Eerst gaat het om de bedoeling. De regel komt later. ", 6)
		m.vraag.Toelichting = strings.Repeat("Een moestuin ligt er verwilderd bij. ", 12)
		m.vraag.Toont = []sessie.Getoond{{Kop: "Uw eerste reactie", Tekst: strings.Repeat("Ik zou eerst met Ria praten.\n", 30)}}
		m.vraag.Melding = "Weet u het nog niet? Schrijf dan op wat u als eerste zou doen."
		m.meldingen = []string{"Kies een van de antwoorden die hier staan."}
	}
	nietBewaard := func(m *vraagMsg) { m.nietBewaard = "Bewaren lukt niet. De schijf is vol." }
	vrij := func(m *vraagMsg) { m.vraag.Vrij = true }
	lang := reflectie.Tekst(strings.TrimSpace(strings.Repeat("Een zin die ik al schreef.\n", 60)) + "\neinde")
	paren := []sessie.Optie{
		{ID: "betrokkenheid+veiligheid", Naam: "Betrokkenheid en veiligheid"},
		{ID: "betrokkenheid+rechtmatigheid", Naam: "Betrokkenheid en rechtmatigheid bij het gebruik van het gebouw"},
		{ID: "veiligheid+rechtmatigheid", Naam: "Veiligheid en rechtmatigheid"},
	}
	return []rij{
		{"tekst", vraag(casus.Tekst), nil, "│"},
		{"tekst-getypt", vraag(casus.Tekst), []string{"Dat de buren blijven koken.", "enter", "En dat niemand gewond raakt, ook niet bij rook in de gang."}, "gewond"},
		{"tekst-lang", met(vraag(casus.Tekst), func(m *vraagMsg) { m.vraag.Antwoord = lang }), nil, "einde"},
		{"tekst-vol", met(met(vraag(casus.Tekst), vol), nietBewaard), []string{"Toch praten."}, "Toch praten."},
		{"tekst-prive", met(vraag(casus.Tekst), func(m *vraagMsg) { m.vraag.Prive = true }), nil, "│"},
		{"regel", vraag(casus.Regeltekst), nil, "│"},
		{"regel-voorstel", met(vraag(casus.Regeltekst, waarden()...), vrij), []string{"z", "o", "r", "down"}, "› Bijzondere zorg"},
		{"datum", vraag(casus.Datum), nil, "21-2-2027"},
		{"keuze", vraag(casus.Keuze, rollen()...), []string{"down"}, "› Wethouder"},
		{"keuze-vol", met(vraag(casus.Keuze, rollen()...), vol), nil, "› Gemeentelijk"},
		{"keuze-vrij", met(vraag(casus.Keuze, rollen()...), vrij), []string{"end", "enter", "buurman"}, "│ buurman"},
		{"janee", vraag(casus.JaNee), nil, "› Ja"},
		{"meerkeuze", vraag(casus.Meerkeuze, rollen()...), []string{"x", "down"}, "[x] Gemeentelijk"},
		{"parenkeuze", vraag(casus.Meerkeuze, paren...), []string{"down", " "}, "[x] Betrokkenheid en recht"},
		{"waardenkeuze", waardenvraag("veiligheid"), nil, "› [ ] Rechtmatigheid"},
		{"waardenkeuze-vol", met(waardenvraag("veiligheid", "rechtmatigheid"), vol), nil, "› [ ] Rechtvaardigheid"},
		{"waardenkeuze-zoek", waardenvraag("veiligheid"), []string{"z", "o", "r"}, "zor"},
		{"verhaal", vraag(casus.Tekst), []string{"ctrl+r"}, ""},
		{"overzicht", vraag(casus.Tekst), []string{"ctrl+o"}, ""},
		{"netwerk", metNetwerk(vraag(casus.Keuze, rollen()...)), nil, "› Gemeentelijk handhaver"},
		{"netwerk-los", metNetwerk(vraag(casus.Tekst)), []string{"ctrl+t"}, ""},
	}
}

func TestQuestionInputAndKeysAreOnEveryScreen(t *testing.T) {
	for _, s := range schermen() {
		for _, maat := range maten {
			if s.naam == "netwerk-los" && maat.breedte >= breed {
				continue // there it stands beside the question
			}
			naam := fmt.Sprintf("%s-%dx%d", s.naam, maat.breedte, maat.hoogte)
			t.Run(naam, func(t *testing.T) {
				p := newProef(t, s.msg, maat.breedte, maat.hoogte).toets(s.toets...)
				regels := strings.Split(p.beeld(), "\n")
				if len(regels) != maat.hoogte {
					t.Errorf("%d lines on a screen of %d", len(regels), maat.hoogte)
				}
				for _, regel := range regels {
					if b := zetwerk.Breedte(regel); b > maat.breedte {
						t.Errorf("a line of %d columns: %q", b, regel)
					}
				}
				if s.invoer != "" {
					woorden := strings.Fields(s.msg.vraag.Vraag)
					p.toont(woorden[0], woorden[len(woorden)-1], s.invoer, "ctrl+c stoppen", "shift+tab terug", "ctrl+o overzicht", "tab")
				} else {
					p.toont("esc terug naar de vraag")
				}
				vergelijk(t, naam, p.foto())
			})
		}
	}
}

// vergelijk holds a screen against the one in testdata.
func vergelijk(t *testing.T, naam, beeld string) {
	t.Helper()
	var b strings.Builder
	for _, regel := range strings.Split(beeld, "\n") {
		b.WriteString(strings.TrimRight(regel, " ") + "\n")
	}
	pad := filepath.Join("testdata", naam+".txt")
	if *update {
		if err := os.WriteFile(pad, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	wil, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(wil), b.String()); diff != "" {
		t.Errorf("the screen changed; -update keeps it so (-want +got):\n%s", diff)
	}
}

func TestUnknownSizeCountsAs80By24(t *testing.T) {
	onbekend := newProef(t, vraag(casus.Tekst), 0, 0).beeld()
	if diff := cmp.Diff(newProef(t, vraag(casus.Tekst), 80, 24).beeld(), onbekend); diff != "" {
		t.Errorf("0x0 looks different from 80x24 (-want +got):\n%s", diff)
	}
}

func TestAnySizeIsFilledExactly(t *testing.T) {
	if testing.Short() {
		t.Skip("much, and one screen after another")
	}
	stap := 2
	if os.Getenv("WEEG_HEEL") != "" {
		stap = 1
	}
	for _, s := range schermen() {
		for breedte := 1; breedte <= 90; breedte += 29 {
			for hoogte := stap; hoogte <= 30; hoogte += stap {
				p := newProef(t, s.msg, breedte, hoogte).toets(s.toets...)
				if n := strings.Count(p.m.View(), "\n") + 1; n != hoogte {
					t.Fatalf("%s at %dx%d: %d lines", s.naam, breedte, hoogte, n)
				}
			}
		}
	}
}

func TestTextIsAnsweredWithTab(t *testing.T) {
	newProef(t, vraag(casus.Tekst), 80, 24).typ("Rust é").toets("enter").typ("en soep").toets("tab").
		wil(antwoord("Rust é\nen soep"))
}

func TestEmptyIsSkippedAndSaidSo(t *testing.T) {
	for _, soort := range []casus.Vraagsoort{casus.Tekst, casus.Regeltekst, casus.Datum, casus.Keuze, casus.JaNee,
		casus.Meerkeuze, casus.Meerkeuze, casus.Waardenkeuze} {
		p := newProef(t, vraag(soort, rollen()...), 80, 24)
		p.toont("tab overslaan")
		p.toets("tab").wil(overslaan)
	}
}

func TestAnAnswerStaysByteForByteWhenNothingIsTyped(t *testing.T) {
	for _, test := range []struct {
		soort casus.Vraagsoort
		a     reflectie.Antwoord
	}{
		{casus.Tekst, reflectie.Tekst("tab\there\x1b[31m\u202e")},
		{casus.Regeltekst, reflectie.Tekst("tab\there")},
		{casus.Datum, reflectie.Tekst("2027-02-21")},
		{casus.Keuze, reflectie.Tekst("gone")},
		{casus.Meerkeuze, reflectie.Lijst("rijk", "gone", "handhaver")},
		{casus.Waardenkeuze, reflectie.Lijst("rijk", "gone", "handhaver")},
	} {
		msg := vraag(test.soort, rollen()...)
		msg.vraag.Antwoord = test.a
		p := newProef(t, msg, 80, 24)
		p.toont("tab verder")
		p.toets("tab").wil(overslaan)
	}
}

func TestEmptyingAnAnswerClearsIt(t *testing.T) {
	wis := gesprek.Daad{Soort: gesprek.Wissen}
	for _, test := range []struct {
		soort  casus.Vraagsoort
		a      reflectie.Antwoord
		toets  []string
		verder string
	}{
		{casus.Tekst, reflectie.Tekst("weg"), []string{"ctrl+u"}, "tab"},
		{casus.Regeltekst, reflectie.Tekst("weg"), []string{"ctrl+u"}, "tab"},
		{casus.Meerkeuze, reflectie.Lijst("handhaver"), []string{"x"}, "tab"},
		{casus.Waardenkeuze, reflectie.Lijst("handhaver"), []string{" "}, "tab"},
		{casus.Keuze, reflectie.Tekst("rijk"), nil, "backspace"},
	} {
		msg := vraag(test.soort, rollen()...)
		msg.vraag.Antwoord = test.a
		p := newProef(t, msg, 80, 24).toets(test.toets...)
		p.toont(test.verder + " wissen")
		p.toets(test.verder).wil(wis)
	}
}

// An answer that was wiped can still come back.
func TestAWipedTextCanBeUndone(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.vraag.Antwoord = reflectie.Tekst("vier regels")
	p := newProef(t, msg, 80, 24).toets("ctrl+u", "tab")
	msg.vraag.Antwoord, msg.nummer = reflectie.Antwoord{}, msg.nummer+1
	p.doe(msg)
	p.toont("ctrl+z ongedaan").toets("ctrl+z").toont("│ vier regels")
	msg.vraag.Sleutel, msg.nummer = "een.ander", msg.nummer+1
	p.doe(msg)
	p.toontNiet("ongedaan")
}

func TestChoiceIsMadeWithEnter(t *testing.T) {
	newProef(t, vraag(casus.Keuze, rollen()...), 80, 24).toets("down", "enter").wil(antwoord("wethouder"))
	newProef(t, vraag(casus.JaNee), 80, 24).toets("down", "enter").
		wil(gesprek.Daad{Soort: gesprek.Antwoorden, Antwoord: reflectie.JaNee(false)})
}

func TestChoiceBeginsAtTheAnswer(t *testing.T) {
	msg := vraag(casus.Keuze, rollen()...)
	msg.vraag.Antwoord = reflectie.Tekst("rijk")
	p := newProef(t, msg, 80, 24)
	p.toont("› Ambtenaar bij het Rijk", "Gemeentelijk handhaver", "enter kiezen", "tab verder")

	msg = vraag(casus.JaNee)
	msg.vraag.Antwoord = reflectie.JaNee(false)
	newProef(t, msg, 80, 24).toont("› Nee")
}

func TestOwnWordsInsteadOfAChoice(t *testing.T) {
	msg := vraag(casus.Keuze, rollen()...)
	msg.vraag.Vrij = true
	p := newProef(t, msg, 80, 24).toets("end", "enter").typ("buurman")
	p.toets("esc").toont("› Eigen woorden", "Wethouder")
	p.toets("enter").toont("│ buurman")
	p.toets("enter").wil(antwoord("buurman"))
	// Who types at once what is not in the list, is typing their own words.
	newProef(t, msg, 80, 24).typ("buurman").toont("│ buurman").toets("enter").wil(antwoord("buurman"))

	msg.vraag.Antwoord = reflectie.Tekst("de buurman")
	newProef(t, msg, 80, 24).toont("│ de buurman")
}

// A key that was hit by accident in a list leaves nothing behind.
func TestALetterThatWasHitByAccidentInAListLeavesNothing(t *testing.T) {
	msg := vraag(casus.Keuze, rollen()...)
	msg.vraag.Vrij = true
	for _, terug := range [][]string{{"esc"}, {"backspace", "esc"}} {
		p := newProef(t, msg, 80, 24).typ("q").toont("│ q").toets(terug...).toont("› Gemeentelijk handhaver")
		p.toets("end", "enter").toont("in uw eigen woorden").toontNiet("│ q")
		p.toets("enter").wil(overslaan)
	}
	p := newProef(t, waardenvraag(), 80, 24).typ("q")
	p.toont("Niets gevonden", "tab overslaan").toontNiet("eigen waarde", "kiezen", "bewegen")
	p.toets("tab").wil(overslaan)
	p = newProef(t, waardenvraag(), 80, 24).typ("z").toont("tab overslaan") // some waarden have that letter
	p.toets("tab").wil(overslaan)
	newProef(t, waardenvraag(), 80, 24).typ("z").toets("enter", "tab").wil(lijstVan("bijzondere-zorg"))
}

// Many questions may come in one step: the line below the title moves with each.
func TestTheLineOfProgressMovesWithEachQuestion(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.stap, msg.van, msg.vragen = 2, 3, nil
	for _, v := range []sessie.Vraag{{Sleutel: "rol", Titel: "Het moment"}, {Sleutel: "een"}, {Sleutel: "twee"}, {Sleutel: "doen", Titel: "Besluiten"}} {
		if v.Titel == "" {
			v.Titel = msg.vraag.Titel
		}
		msg.vragen = append(msg.vragen, v)
	}
	vol := func(sleutel string) int {
		msg.vraag.Sleutel = sleutel
		return strings.Count(newProef(t, msg, 80, 24).beeld(), "━")
	}
	een, twee := vol("een"), vol("twee")
	if een < 26 || twee <= een || twee >= 52 {
		t.Errorf("of 78 columns %d and then %d are behind; want more each time, of the second third", een, twee)
	}
	nog := msg.vragen[1]
	nog.Sleutel = "nog"
	msg.vragen = slices.Insert(msg.vragen, 3, nog)
	if n := vol("twee"); n != twee {
		t.Errorf("an answer that brings a question moves it from %d to %d", twee, n)
	}
}

// Whatever the field, a key that does the same is called the same.
func TestAKeyThatDoesTheSameIsCalledTheSameAtEveryField(t *testing.T) {
	vrij := vraag(casus.Keuze, rollen()...)
	vrij.vraag.Vrij = true
	for _, c := range []struct {
		naam  string
		msg   vraagMsg
		toets []string // fills it in
		lijst bool
	}{
		{"a text", vraag(casus.Tekst), []string{"x"}, false},
		{"points", vraag(casus.Lijst), []string{"x"}, false},
		{"a line", vraag(casus.Regeltekst), []string{"x"}, false},
		{"a day", vraag(casus.Datum), []string{"x"}, false},
		{"one", vraag(casus.Keuze, rollen()...), nil, true},
		{"own words", vrij, []string{"x"}, true},
		{"yes or no", vraag(casus.JaNee), nil, true},
		{"several", vraag(casus.Meerkeuze, rollen()...), []string{"enter"}, true},
		{"waarden", waardenvraag(), []string{"enter"}, true},
	} {
		for _, maat := range maten {
			t.Run(fmt.Sprintf("%s %dx%d", c.naam, maat.breedte, maat.hoogte), func(t *testing.T) {
				p := newProef(t, c.msg, maat.breedte, maat.hoogte).toont("tab overslaan")
				if c.lijst {
					p.toont("enter kiezen")
				}
				if c.toets != nil {
					p.toets(c.toets...).toont("tab verder").toontNiet("overslaan")
				}
			})
		}
	}
}

// Who leaves open what matters is asked once more, and sees that the same key still
// leaves it open.
func TestAQuestionThatComesOnceMoreSaysThatItCanStillBeSkipped(t *testing.T) {
	for _, msg := range []vraagMsg{vraag(casus.Tekst), vraag(casus.Lijst), waardenvraag()} {
		msg.vraag.Status = sessie.Overgeslagen
		newProef(t, msg, 40, 12).toont("tab overslaan") // who comes back to it later
		msg.vraag.Melding = "Weet u het nog niet?"
		newProef(t, msg, 40, 12).toont("tab toch overslaan").typ("zorg").toontNiet("overslaan")
	}
}

func TestSeveralChoicesKeepTheirOrder(t *testing.T) {
	newProef(t, vraag(casus.Meerkeuze, rollen()...), 80, 24).toets("down", "x", "up", " ", "tab").
		wil(lijstVan("handhaver", "wethouder"))
	msg := vraag(casus.Meerkeuze, rollen()...)
	msg.vraag.Antwoord = reflectie.Lijst("rijk", "handhaver")
	newProef(t, msg, 80, 24).toets("down", "enter", "tab").wil(lijstVan("rijk", "handhaver", "wethouder"))
}

func TestEveryListMovesByTheSameKeys(t *testing.T) {
	namen := []string{"Een", "Twee", "Drie", "Vier", "Vijf", "Zes"}
	var opties []sessie.Optie
	for _, n := range namen {
		opties = append(opties, sessie.Optie{ID: strings.ToLower(n), Naam: n})
	}
	for naam, msg := range map[string]vraagMsg{
		"one": vraag(casus.Keuze, opties...), "several": vraag(casus.Meerkeuze, opties...),
		"waarden": vraag(casus.Waardenkeuze, opties...),
		"start":   newKiesMsg(gesprek.Keuze{Vraag: "Wat wilt u?", Opties: opties}),
	} {
		hier := func(p *proef) string {
			_, na, _ := strings.Cut(p.beeld(), "› ")
			regel, _, _ := strings.Cut(na, "\n")
			return strings.TrimSpace(strings.Trim(regel, "[] "))
		}
		p := newProef(t, msg, 80, 24)
		for _, stap := range []struct{ toets, wil string }{
			{"up", "Een"}, {"down", "Twee"}, {"ctrl+n", "Drie"}, {"ctrl+p", "Twee"}, {"end", "Zes"},
			{"down", "Zes"}, {"home", "Een"}, {"down", "Twee"}, {"pgdown", "Zes"}, {"pgup", "Twee"},
		} {
			if p.toets(stap.toets); hier(p) != stap.wil {
				t.Errorf("%s: %s goes to %q, not to %s", naam, stap.toets, hier(p), stap.wil)
			}
		}
	}
}

func TestTwoOptionsWithOneNameStayApart(t *testing.T) {
	newProef(t, vraag(casus.Meerkeuze, sessie.Optie{ID: "a", Naam: "Zorg"}, sessie.Optie{ID: "b", Naam: "Zorg"}), 80, 24).
		toets("x", "tab").wil(lijstVan("a"))
}

func TestChoicesStayWhenTheWindowChanges(t *testing.T) {
	p := newProef(t, vraag(casus.Meerkeuze, rollen()...), 80, 24).toets("down", "x")
	p.doe(tea.WindowSizeMsg{Width: 30, Height: 20})
	p.toont("› [x] Wethouder")
	p.toets("tab").wil(lijstVan("wethouder"))
}

func TestDateIsHandedOverAsItWasWritten(t *testing.T) {
	for _, s := range []string{"21-2-2027", "2027-02-21"} {
		newProef(t, vraag(casus.Datum), 80, 24).typ(s).toets("enter").wil(antwoord(s))
	}
}

// Which day somebody means is seen before it is kept.
func TestADayIsSaidInFullWhileItIsTyped(t *testing.T) {
	for _, maat := range maten {
		msg := vraag(casus.Datum)
		msg.vraag.Antwoord = reflectie.Tekst("2027-02-21")
		p := newProef(t, msg, maat.breedte, maat.hoogte)
		p.toont("21-2-2027", "zondag 21 februari 2027")
		p.toets("ctrl+u").typ("31 februari").toontNiet("zondag")
		newProef(t, msg, maat.breedte, maat.hoogte).toets("tab").wil(overslaan)
	}
}

// What no key types does not come along with a paste.
func TestAPasteInALineHoldsOnlyWhatCanBeTyped(t *testing.T) {
	newProef(t, vraag(casus.Regeltekst), 80, 24).plak("a\tb\x00c\x1b[31md\r\ne\u0085f").toets("enter").wil(antwoord("a bc[31md e f"))
}

func TestLineSuggestsButNeverForces(t *testing.T) {
	msg := vraag(casus.Regeltekst, waarden()...)
	msg.vraag.Vrij = true
	newProef(t, msg, 80, 24).typ("zorg").toets("enter").wil(antwoord("zorg"))
	p := newProef(t, msg, 80, 24).typ("zor").toets("down", "down")
	p.toont("› Zorg voor elkaar")
	p.toets("enter").wil(antwoord("zorg-voor-elkaar"))
	newProef(t, msg, 80, 24).typ("zor").toets("down", "up", "up", "tab").wil(antwoord("zor"))
}

// Who comes back to a question sees what they chose, wherever it is in the list, and the
// first key takes nothing away.
func TestWhatWasChosenBeforeIsInSight(t *testing.T) {
	msg := vraag(casus.Waardenkeuze, waarden()...)
	msg.vraag.Antwoord, msg.vraag.Status = reflectie.Lijst("zorg-voor-elkaar", "veiligheid", "rechtvaardigheid"), sessie.Ingevuld
	p := newProef(t, msg, 80, 24)
	p.toont("typ een woord\n     [x] Rechtvaardigheid\n     [x] Veiligheid\n     [x] Zorg voor elkaar\n     Rechtsstaat\n   › [ ] Rechtmatigheid\n")
	p.typ("recht").toont("› [ ] Rechtmatigheid", "[x] Rechtvaardigheid")

	msg.vraag.Vrij = true
	p = newProef(t, msg, 80, 24)
	p.typ("Burenplicht").toets("down", "down", "down", "enter", "esc").toets("home")
	p.toont("› [x] Rechtvaardigheid\n     [x] Veiligheid\n     [x] Zorg voor elkaar\n     Van uzelf\n")

	msg = vraag(casus.Keuze, waarden()[:3]...)
	msg.vraag.Antwoord, msg.vraag.Status = reflectie.Tekst("rechtvaardigheid"), sessie.Ingevuld
	p = newProef(t, msg, 80, 24)
	p.toets("up").toont("› Rechtmatigheid", "eerlijk verdeeld · gekozen")

	msg.vraag.Opties = []sessie.Optie{{ID: "handhaver", Naam: "Handhaver"}, {ID: "wethouder", Naam: "Wethouder"}}
	msg.vraag.Antwoord = reflectie.Tekst("wethouder")
	newProef(t, msg, 80, 24).toets("up").toont("› Handhaver", "Wethouder · gekozen")

	msg.vraag.Vrij, msg.vraag.Antwoord = true, reflectie.Tekst("de koster")
	newProef(t, msg, 80, 24).toets("esc", "home").toont("› Handhaver", "Eigen woorden: de koster · gekozen")
	if msg.vraag.Opties[1].Naam != "Wethouder" {
		t.Errorf("of who asks, the list says %q", msg.vraag.Opties[1].Naam)
	}
}

// Own words stay when one goes back to the list: they show there, and count until one chooses
// something else, or takes them away.
func TestOwnWordsStayOnTheWayBackToTheList(t *testing.T) {
	msg := vraag(casus.Keuze, sessie.Optie{ID: "handhaver", Naam: "Handhaver"}, sessie.Optie{ID: "wethouder", Naam: "Wethouder"})
	msg.vraag.Vrij = true
	terug := func() *proef { return newProef(t, msg, 80, 24).typ("buurvrouw").toets("esc") }
	terug().toont("› Eigen woorden: buurvrouw · gekozen", "tab verder").toets("tab").wil(antwoord("buurvrouw"))
	terug().toets("enter").toont("│ buurvrouw")
	terug().typ("w").toets("esc").toont("› Eigen woorden: buurvrouw · gekozen").toets("tab").wil(antwoord("buurvrouw"))
	terug().typ("tje").toets("esc", "tab").wil(antwoord("buurvrouwtje"))
	terug().toets("home", "enter").wil(antwoord("handhaver"))
	terug().toets("up", "3").toont("│ buurvrouw").toets("ctrl+u", "esc").toont("› Eigen woorden …", "tab overslaan")

	msg.vraag.Antwoord, msg.vraag.Status = reflectie.Tekst("handhaver"), sessie.Ingevuld
	newProef(t, msg, 80, 24).toets("3").typ("buurvrouw").toets("esc", "home").toont("› Handhaver  ", "buurvrouw · gekozen").toets("tab").wil(antwoord("buurvrouw"))

	newProef(t, msg, 80, 24).toets("3", " ", " ", "esc").toont("Handhaver · gekozen", "Eigen woorden …", "tab verder")

	msg.vraag.Antwoord = reflectie.Tekst("de koster")
	newProef(t, msg, 80, 24).toets("ctrl+u", "esc").toont("Eigen woorden: de koster · gekozen")
}

// Who makes a slip in the name of a waarde finds it first; a word of one's own is no slip.
func TestASlipInANameStillFindsTheWaarde(t *testing.T) {
	msg := vraag(casus.Waardenkeuze, waarden()...)
	msg.vraag.Vrij = true
	newProef(t, msg, 80, 24).typ("zorg voor ekaar").toets("enter", "esc", "tab").wil(gesprek.Daad{Antwoord: reflectie.Lijst("zorg-voor-elkaar")})
	newProef(t, msg, 80, 24).typ("zonsondergang").toets("enter", "esc", "tab").wil(gesprek.Daad{Antwoord: reflectie.Lijst("zonsondergang")})
}

// Of a line all that is typed stays in sight, and a line end that is pasted is a space.
func TestALongLineIsWrappedAndSeenWhole(t *testing.T) {
	p := newProef(t, vraag(casus.Regeltekst), 40, 12)
	const zin = "De buurvrouw van nummer zeven die elke dag kookt voor tien mensen"
	p.plak(strings.Replace(zin, " die", "\ndie", 1))
	p.toont("De buurvrouw", "tien mensen")
	p.toets("ctrl+j", "alt+enter", "up", "home", "!", "enter").wil(antwoord("!" + zin))
}

// On a small screen the room that is kept for suggestions goes to what explains
// the question, until there is a suggestion.
func TestRoomForSuggestionsDoesNotHideTheExplanation(t *testing.T) {
	v := sessie.Vraag{Sleutel: "standpunten.1.waarde", Stap: "standpunten", Titel: "Onder de standpunten", Soort: casus.Regeltekst, Vrij: true,
		Vraag: "Wat vond u belangrijk toen u zo reageerde?", Toelichting: "Een paar woorden zijn genoeg. Dit komt in het bestand.",
		Toont:  []sessie.Getoond{{Kop: "Uw eerste reactie", Tekst: strings.Repeat("Ik schrijf op wat ik zag. ", 6), Prive: true}},
		Opties: []sessie.Optie{{ID: "veiligheid", Naam: "Veiligheid"}}}
	p := newProef(t, vraagMsg{vraag: v, titel: "Koken", stap: 3, van: 12}, 40, 12)
	p.toont("Dit komt", "in het bestand.")
	p.typ("veil")
	p.toont("veil", "Veiligheid")
}

// Why questions fell away is said once: on a small screen it goes before what explains.
func TestWhyQuestionsFellAwayIsSeenOnASmallScreen(t *testing.T) {
	const zegt = "U koos niet wat botst, dus er valt nu niets te wegen. U kunt nog terug."
	v := sessie.Vraag{Sleutel: "uitkomst.doen", Stap: "besluit", Titel: "Besluiten", Soort: casus.Tekst,
		Vooraf: zegt, Uitleg: zegt + " U kunt bij uw eerste reactie blijven of iets anders kiezen.",
		Vraag: "Wat zou u doen?", Toelichting: "Schrijf het zo dat een collega het voor zich ziet."}
	newProef(t, vraagMsg{vraag: v, titel: "Koken", stap: 6, van: 7}, 40, 12).toont("U koos niet wat botst, dus er valt nu", "niets te wegen. U kunt nog terug.", "Wat zou u doen?")
}

// A text that is shortened ends after a whole word, where one ends in sight.
func TestAShortenedLineEndsAfterAWord(t *testing.T) {
	for regel, want := range map[string]string{
		"Volgt u de ene, dan komt de andere in de knel.": "Volgt u de ene, dan …",
		"\x1b[2mdertig letters en nog eens zes\x1b[0m":   "dertig letters en nog …",
		"dertigletters en nogeens zestien letters":       "dertigletters en …",
		"kort":                            "kort …",
		"│ aansprakelijkheidsverzekering": "│ aansprakelijkheidsv …",
		"precies twintig lettersenmeer":   "precies twintig …",
	} {
		if got := ansi.Strip(kap([]string{regel, "meer"}, 1, 23)[0]); got != want {
			t.Errorf("%q becomes %q, want %q", regel, got, want)
		}
	}
}

func TestWaardenAreFoundChosenAndTakenBack(t *testing.T) {
	p := newProef(t, waardenvraag(), 80, 24)
	p.toont("Gekozen: nog niets", "Wat de overheid doet")
	p.toontNiet("0 van", "0 gekozen") // beside a question that says how many
	p.typ("billijk")
	p.toont("› [ ] Rechtvaardigheid")
	p.toontNiet("Veiligheid")
	p.toets("enter")
	p.toont("Gekozen: Rechtvaardigheid", "1 gekozen", "Zoeken: billijk", "› [x] Rechtvaardigheid")
	p.toontNiet("Veiligheid") // the list stays as it was
	p.typ("veil").toets("enter")
	p.toont("Gekozen: Rechtvaardigheid · Veiligheid", "2 gekozen", "Zoeken: veil", "› [x] Veiligheid")
	p.toets("esc").toont("› [x] Veiligheid", "Bijzondere zorg")
	p.toets("up", " ", "up", " ", "tab").wil(lijstVan("veiligheid", "bijzondere-zorg"))
}

// Who looked a word up and goes on at once, did not type it for nothing.
func TestAWordThatWasLookedUpIsChosenBeforeThePersonGoesOn(t *testing.T) {
	p := newProef(t, waardenvraag(), 80, 24).typ("veil")
	p.toont("enter/tab kiezen").toets("tab").toont("Gekozen: Veiligheid", "tab verder")
	p.toets("tab").wil(lijstVan("veiligheid"))
	p = newProef(t, waardenvraag(), 80, 24).typ("veil").toets("enter").typ("veilig") // which is chosen already
	p.toets("tab").wil(lijstVan("veiligheid"))
	p = newProef(t, waardenvraag(), 80, 24).typ("eerlijk delen").toets("tab")
	p.toont("Gekozen: Eerlijk delen").toets("tab").wil(lijstVan("eerlijk delen"))
}

func TestOwnWaarde(t *testing.T) {
	p := newProef(t, waardenvraag(), 80, 24).typ("eerlijk delen")
	p.toont(`+ "eerlijk delen" als eigen waarde`)
	p.toets("enter").toont("Gekozen: Eerlijk delen", "› [x] Eerlijk delen")
	p.toets(" ").toont("Gekozen: nog niets").toets(" ").toont("Gekozen: Eerlijk delen")
	p.toets("tab").wil(lijstVan("eerlijk delen"))

	spiegel := waardenvraag()
	spiegel.vraag.Vrij = false
	p = newProef(t, spiegel, 80, 24).typ("eerlijk delen")
	p.toontNiet("als eigen waarde")
	p.toont("Niets gevonden")
	p.toets("enter", "esc").toont("Rechtmatigheid", "Gekozen: nog niets")
}

func TestBackKeepsWhatIsTyped(t *testing.T) {
	terug := gesprek.Daad{Soort: gesprek.Terug}
	newProef(t, vraag(casus.Tekst), 80, 24).toets("shift+tab").wil(terug)
	newProef(t, vraag(casus.Tekst), 80, 24).typ("half").toets("shift+tab").
		wil(antwoord("half"), gesprek.Daad{Soort: gesprek.Naar, Sleutel: "bedoeling.bereiken"}, terug)
	leeg := vraag(casus.Tekst)
	leeg.vraag.Antwoord = reflectie.Tekst("weg")
	newProef(t, leeg, 80, 24).toets("ctrl+u", "shift+tab").wil(gesprek.Daad{Soort: gesprek.Wissen}, terug)
	// A date that is none cannot be kept, and must not block the way back.
	newProef(t, vraag(casus.Datum), 80, 24).typ("morgen").toets("shift+tab").wil(terug)
}

func TestStopKeepsWhatIsTyped(t *testing.T) {
	stop := gesprek.Daad{Soort: gesprek.Stoppen}
	newProef(t, vraag(casus.Tekst), 80, 24).toets("ctrl+c").wil(stop)
	newProef(t, vraag(casus.Tekst), 80, 24).typ("half").toets("ctrl+o", "ctrl+c").
		wil(antwoord("half"), gesprek.Daad{Soort: gesprek.Naar, Sleutel: "bedoeling.bereiken"}, stop)
	newProef(t, afronden(), 80, 24).toets("down", "ctrl+c").wil(stop)
}

func TestTheEndKeepsWhatStoppingKeeps(t *testing.T) {
	stop := gesprek.Daad{Soort: gesprek.Stoppen}
	met := func(msg vraagMsg) vraagMsg { msg.nummer = 7; return msg }
	stond := vraag(casus.Tekst)
	stond.vraag.Antwoord = reflectie.Tekst("stond er")
	for _, test := range []struct {
		naam string
		p    *proef
		wil  gesprek.Daad
	}{
		{"typed ahead of the question", newProef(t, vraag(casus.Tekst), 80, 24).typ("oud").toets("tab").typ("nieuw"), antwoord("nieuw")},
		{"typed ahead and confirmed", newProef(t, vraag(casus.Tekst), 80, 24).typ("oud").toets("tab").typ("nieuw").toets("tab"), antwoord("nieuw")},
		{"typed", newProef(t, met(vraag(casus.Tekst)), 80, 24).typ("half").toets("ctrl+o"), antwoord("half")},
		{"chosen", newProef(t, met(waardenvraag()), 80, 24).toets(" "), lijstVan("rechtmatigheid")},
		{"confirmed and not handed over", newProef(t, met(vraag(casus.Tekst)), 80, 24).typ("af").toets("tab"), antwoord("af")},
		{"a choice confirmed", newProef(t, met(vraag(casus.Keuze, rollen()...)), 80, 24).toets("enter"), antwoord("handhaver")},
		{"nothing typed", newProef(t, met(vraag(casus.Tekst)), 80, 24), stop},
		{"only looked at", newProef(t, met(stond), 80, 24), stop},
		{"emptied", newProef(t, met(stond), 80, 24).toets("ctrl+u"), stop},
		{"a date that is none", newProef(t, met(vraag(casus.Datum)), 80, 24).typ("morgen"), stop},
		{"the end of the conversation", newProef(t, met(afronden()), 80, 24).toets("enter"), stop},
		{"a question that has been answered", newProef(t, vraag(casus.Tekst), 80, 24).typ("oud").toets("tab"), stop},
	} {
		if daden, _ := test.p.m.rest(met(vraag(casus.Tekst)), nil); !cmp.Equal([]gesprek.Daad{test.wil}, daden) {
			t.Errorf("%s gives %v, want %v", test.naam, daden, test.wil)
		}
	}
}

func afronden() vraagMsg {
	msg := vraag(casus.Keuze, sessie.Optie{ID: sessie.AfrondenMaak, Naam: "De reflectie maken", Uitleg: "met 1 vervallen antwoord onderaan"},
		sessie.Optie{ID: sessie.AfrondenLater, Naam: "Stoppen en later verdergaan"})
	msg.vraag.Sleutel = sessie.SleutelAfronden
	return msg
}

func TestOnlyAChoiceEndsTheConversation(t *testing.T) {
	p := newProef(t, afronden(), 80, 24)
	p.toont("De reflectie maken, met 1 vervallen antwoord onderaan")
	p.toontNiet("tab overslaan")
	p.toets("tab", "enter").wil(antwoord(sessie.AfrondenMaak))
}

func TestNoWayBackFromTheFirstQuestion(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.eerste = true
	p := newProef(t, msg, 80, 24)
	p.toontNiet("shift+tab")
	p.toets("shift+tab").typ("x").toets("tab").wil(antwoord("x"))
}

func TestStoryAndOverviewKeepWhatIsTyped(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24).typ("half")
	p.toets("ctrl+r").toont("Ria roert in de soep.", "esc terug naar de vraag")
	p.toontNiet("half")
	p.toets("pgdown", "end").toont("Het moment")
	p.typ("xyz").toets("ctrl+o").toont("Wat doet u nu?", "overgeslagen", "ingevuld", "ingevuld, hier", "half")
	p.toets("esc").typ(" af")
	p.toont("half af")
	p.toets("ctrl+r", "ctrl+r", "tab").wil(antwoord("half af"))
}

// On the last page enter closes what is read, and says so; back on the one before it
// reads on.
func TestOnTheLastPageEnterDoesNotSayThatItReadsOn(t *testing.T) {
	lang := strings.Repeat("regel\n", 60)
	for _, maat := range maten {
		for naam, msg := range map[string]vraagMsg{
			"over a question": met(vraag(casus.Tekst), func(m *vraagMsg) { m.verhaal = []alinea{{"Het moment", lang}} }),
			"alone": met(newKiesMsg(keuzes()), func(m *vraagMsg) {
				m.lezen = func(int) []string { return strings.Split(lang, "\n") }
			}),
		} {
			p := newProef(t, msg, maat.breedte, maat.hoogte)
			if msg.lezen == nil {
				p.toets("ctrl+r")
			}
			p.toont("enter verder lezen").toets("end").toont("enter sluiten").toontNiet("verder lezen")
			p.toets("up").toont("enter verder lezen").toets("down", "down").toont("enter sluiten").toets("enter")
			if p.m.laag != nil && !p.m.wacht {
				t.Errorf("%s, %v: enter does not close it:\n%s", naam, maat, p.beeld())
			}
		}
	}
}

// Who weighs two things sees of both that they are there and that there is more, the
// choices, and the keys that move and that show all.
func TestOnASmallScreenBothSidesOfAChoiceAreSeen(t *testing.T) {
	msg := vraag(casus.Keuze, rollen()...)
	for _, naam := range []string{"veiligheid", "zorg"} {
		msg.vraag.Toont = append(msg.vraag.Toont, sessie.Getoond{Kop: "Verloren als " + naam + " voorgaat",
			Tekst: "Van " + naam + strings.Repeat(" gaat er dan iets verloren", 6) + ", zegt men."})
	}
	for _, maat := range maten {
		p := newProef(t, msg, maat.breedte, maat.hoogte).toont("Verloren als veiligheid voorgaat", "│ Van veiligheid",
			"Verloren als zorg voorgaat", "│ Van zorg", "› Gemeentelijk handhaver", "Ambtenaar bij het Rijk", "↑↓ bewegen")
		if maat.breedte > 40 {
			continue
		}
		if n := strings.Count(p.beeld(), "…\n") + strings.Count(p.beeld(), "… "); n < 2 {
			t.Errorf("of both there is more than what is shown:\n%s", p.beeld())
		}
		p.toont("ctrl+r alles lezen").toets("ctrl+r")
		gelezen := p.beeld()
		for range 6 {
			gelezen += p.toets("pgdown").beeld()
		}
		if strings.Count(gelezen, "zegt men.") < 2 {
			t.Errorf("not all of it can be read:\n%s", gelezen)
		}
	}
}

// Also where it opens only what does not fit: with it open, more fits.
func TestTheKeyThatOpensSomethingToReadClosesIt(t *testing.T) {
	for hoogte := 5; hoogte <= 24; hoogte++ {
		for _, toets := range []string{"ctrl+r", "ctrl+o", "ctrl+t"} {
			msg := metNetwerk(vraag(casus.Tekst))
			msg.verhaal = nil
			newProef(t, msg, 40, hoogte).toets(toets, toets).typ("half").toets("tab").wil(antwoord("half"))
		}
	}
}

func TestOverviewJumps(t *testing.T) {
	newProef(t, vraag(casus.Tekst), 80, 24).toets("ctrl+o", "down", "enter").
		wil(gesprek.Daad{Soort: gesprek.Naar, Sleutel: "uitkomst.doen"})
	p := newProef(t, vraag(casus.Tekst), 80, 24).toets("ctrl+o", "enter")
	p.toont("Wat wilt u hier echt bereiken?")
	p.toets("ctrl+o", "end", "enter").wil(gesprek.Daad{Soort: gesprek.Naar, Sleutel: sessie.SleutelAfronden})
	p = newProef(t, vraag(casus.Tekst), 80, 24)
	p.toets("ctrl+o", "e").wil(gesprek.Daad{Soort: gesprek.Naar, Sleutel: sessie.SleutelAfronden})
}

func TestWhatDoesNotFitCanStillBeRead(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.vraag.Uitleg = "Dit is de uitleg van de stap."
	msg.vraag.Toelichting = strings.Repeat("Een lange toelichting. ", 40) + "Slot."
	p := newProef(t, msg, 40, 12)
	p.toontNiet("Slot.")
	p.toont("ctrl+r alles lezen")
	p.toets("ctrl+r").toont("Dit is de uitleg van de stap.")
	for range 60 {
		if strings.Contains(p.beeld(), "Slot.") {
			return
		}
		p.toets("down")
	}
	t.Error("the end of the explanation never came in sight")
}

func TestStoryComesFirstInANewConversation(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.begin = true
	p := newProef(t, msg, 80, 24)
	p.toont("Ria roert in de soep.", "enter verder lezen")
	p.toets("end").toont("enter naar de eerste vraag")
	p.toets("enter").toont("Wat wilt u hier echt bereiken?")
}

// Nobody begins with half a story: enter goes on reading while there is more.
func TestEnterReadsTheWholeStoryBeforeItBegins(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.begin = true
	p := newProef(t, msg, 40, 12)
	for keer := 0; !strings.Contains(p.beeld(), "enter naar de eerste vraag"); keer++ {
		if keer > 20 || strings.Contains(p.beeld(), "Wat wilt u hier echt bereiken?") {
			t.Fatalf("after enter %d times:\n%s", keer, p.beeld())
		}
		p.toont("enter verder lezen").toets("enter")
	}
	p.toets("enter").toont("Wat wilt u hier echt bereiken?")
}

func TestStoryComesFirstOnceAndOnlyInANewConversation(t *testing.T) {
	nieuw := sessie.NewStand("proef", casus.Definitie{Casus: casus.Casus{Titel: "Koken", Situatie: "Ria roert in de soep."}})
	nieuw.Antwoorden["rol"] = reflectie.Tekst("wethouder") // given along with the command
	eerder := nieuw
	eerder.Bewaard = time.Date(2027, 2, 21, 10, 0, 0, 0, time.UTC)
	for naam, test := range map[string]struct {
		stand sessie.Stand
		wil   bool
	}{"new": {nieuw, true}, "begun before": {eerder, false}} {
		s := New(nil, nil, Opties{Verhaal: true})
		if got := s.vraagMsg(sessie.New(test.stand)).begin; got != test.wil {
			t.Errorf("%s: the story comes first is %v; want %v", naam, got, test.wil)
		}
		if s.vraagMsg(sessie.New(test.stand)).begin {
			t.Errorf("%s: the story comes twice", naam)
		}
	}
}

// The header of a change says that it is not finished once there is something to finish.
func TestAChangeIsNotFinishedOnceSomethingChanged(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.wijzigt = true
	newProef(t, msg, 40, 12).toont("wijziging")
	p := newProef(t, msg, 80, 24).toont("wijziging   stap")
	p.typ("Anders.").doe(tikMsg{})
	p.toont("wijziging, nog niet af   stap")
	msg.gewijzigd = true
	newProef(t, msg, 80, 24).toont("wijziging, nog niet af   stap")
}

// Before the first question stands the story, and before that the choice that led to it.
func TestBackFromTheFirstQuestionIsTheStoryAndThenTheChoice(t *testing.T) {
	for _, uitKeuze := range []bool{true, false} {
		msg := vraag(casus.Tekst)
		msg.inleiding, msg.eerste = true, !uitKeuze
		p := newProef(t, msg, 40, 12).typ("half").toont("shift+tab terug")
		p.toets("shift+tab").toont("Ria roert in de soep.")
		if !uitKeuze {
			p.toontNiet("shift+tab")
			p.toets("shift+tab", "end", "enter").toont("half")
			continue
		}
		p.toont("shift+tab terug").toets("shift+tab").
			wil(antwoord("half"), gesprek.Daad{Soort: gesprek.Naar, Sleutel: msg.vraag.Sleutel}, gesprek.Daad{Soort: gesprek.Terug})
	}
}

func TestARemarkNeverStandsBesideKept(t *testing.T) {
	s := New(nil, nil, Opties{})
	s.bewaard = true
	s.Meld("Schrijf een dag.")
	if s.vraagMsg(sessie.New(sessie.NewStand("proef", casus.Definitie{}))).bewaard {
		t.Error("the header says that the answer was kept")
	}
}

func TestAFailedSaveIsToldUntilALaterOneSucceeds(t *testing.T) {
	s := New(nil, nil, Opties{})
	ses := sessie.New(sessie.NewStand("proef", casus.Definitie{}))
	s.Bewaard("Bewaren lukt niet.")
	for range 2 { // the second time after an answer that was not taken
		s.bewaard = true
		if msg := s.vraagMsg(ses); msg.bewaard || msg.nietBewaard != "Bewaren lukt niet." {
			t.Errorf("kept is %v, told is %q", msg.bewaard, msg.nietBewaard)
		}
		s.Meld("Schrijf een dag.")
	}
	s.meldingen, s.bewaard = nil, true
	s.Bewaard("")
	if msg := s.vraagMsg(ses); !msg.bewaard || msg.nietBewaard != "" {
		t.Errorf("after a save, kept is %v, told is %q", msg.bewaard, msg.nietBewaard)
	}
}

func TestAChoiceOutsideTheConversationShowsOnlyWhatItNeeds(t *testing.T) {
	msg := newKiesMsg(gesprek.Keuze{Titel: "Koken in het oude schoolgebouw", Vraag: "U begon hier al aan, op 21 februari 2027 (stap 3 van 10). Wat wilt u?",
		Opties: []sessie.Optie{{ID: "verder", Naam: "Verdergaan", Uitleg: "stap 3 van 10"}, {ID: "opnieuw", Naam: "Opnieuw beginnen"}}})
	for _, maat := range maten {
		p := newProef(t, msg, maat.breedte, maat.hoogte)
		p.toont("Koken in het oude", "Wat wilt u?", "› Verdergaan", "Opnieuw beginnen", "enter kiezen", "ctrl+c stoppen")
		p.toontNiet("van 0", "tab", "ctrl+o", "ctrl+r", "backspace", "…")
		p.toets("tab", "shift+tab", "ctrl+o", "ctrl+r", "backspace", "esc", "down", "enter").wil(antwoord("opnieuw"))
	}
}

func TestTheOverviewShowsHowAnAnswerBeginsAndWhatIsVervallen(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.vervallen = []sessie.Vraag{{Vraag: "Bij wie kwam dat aan?", Soort: casus.Tekst, Antwoord: reflectie.Tekst("Bij de balie."), Status: sessie.Vervallen}}
	p := newProef(t, msg, 80, 24).toets("ctrl+o")
	p.toont("Handhaver. …", "Past nu niet meer", "Bij wie kwam dat aan?", "Bij de balie.")
	p.toets("end", "down").toont("› Bij wie kwam dat aan?") // of many, the last is reached so
	p.toets("enter").toont("› Bij wie kwam dat aan?")       // and is no question to go to
	p.toontNiet("enter naar die vraag")

	msg = vraag(casus.Tekst)
	msg.vragen = []sessie.Vraag{{Sleutel: "moment.reactie", Vraag: "Wat zou u nu doen?", Soort: casus.Tekst, Prive: true, Antwoord: reflectie.Tekst("Stilleggen."), Status: sessie.Ingevuld}}
	p = newProef(t, msg, 80, 24).toets("ctrl+o")
	p.toont("Wat zou u nu doen?", "alleen voor u").toontNiet("Stilleggen")
}

func TestOneKeyChooses(t *testing.T) {
	p := newProef(t, vraag(casus.Keuze, rollen()...), 80, 24)
	p.toont("1-3 meteen")
	p.toets("9", "0").toets("2").wil(antwoord("wethouder"))
	newProef(t, vraag(casus.Keuze, rollen()[:1]...), 80, 24).toontNiet("meteen", "↑↓")
	p = newProef(t, vraag(casus.JaNee), 80, 24)
	p.toets("2").wil(gesprek.Daad{Antwoord: reflectie.JaNee(false)})
	vrij := vraag(casus.Keuze, rollen()...)
	vrij.vraag.Vrij = true
	p = newProef(t, vrij, 80, 24)
	p.toets("4").typ("2 buren").toets("enter")
	p.wil(antwoord("2 buren"))
	p = newProef(t, afronden(), 80, 24)
	p.toets("1")
	if len(p.daden) > 0 {
		t.Error("a slip of the finger ends the conversation")
	}
}

// What is typed while a question makes way for the next belongs to the next.
func TestWhatIsTypedAheadIsForTheNextQuestion(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("een").toets("tab").typ("twee").toets("tab").typ("drie")
	p.wil(antwoord("een"))
	p.doe(vraag(casus.Tekst))
	p.wil(antwoord("twee"))
	p.doe(vraag(casus.Tekst))
	p.toont("drie").toets("ctrl+c", "x").wil(antwoord("drie"), gesprek.Daad{Soort: gesprek.Naar, Sleutel: "bedoeling.bereiken"}, gesprek.Daad{Soort: gesprek.Stoppen})
}

// Typed fast, letters come together. Each is a key all the same where it is no text:
// the first may leave the question, and the others are for the next.
func TestLettersThatComeTogetherAreEachAKey(t *testing.T) {
	samen := func(s string) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)} }
	p := newProef(t, vraag(casus.Keuze, rollen()...), 80, 24)
	p.doe(samen("z2één"))
	p.wil(antwoord("wethouder"))
	p.doe(vraag(casus.JaNee))
	p.doe(samen("2"))
	p.wil(gesprek.Daad{Antwoord: reflectie.JaNee(false)})
	p.doe(met(vraag(casus.Keuze, rollen()...), func(m *vraagMsg) { m.vraag.Vrij = true }))
	p.doe(samen("4buren"))
	p.toets("enter").wil(antwoord("buren"))
	p.doe(vraag(casus.Meerkeuze, rollen()...))
	p.doe(samen("xx"))
	p.toont("[ ] Gemeentelijk handhaver")
	p = newProef(t, vraag(casus.Keuze, rollen()...), 80, 24)
	p.doe(samen("1twee"))
	p.gedaan()
	p.doe(vraag(casus.Tekst))
	p.toont("│ twee")
}

// Many things to choose from are found by typing, and told about below.
func TestTypingFindsOneOfManyChoices(t *testing.T) {
	var opties []sessie.Optie
	for i := range 40 {
		opties = append(opties, sessie.Optie{ID: fmt.Sprintf("casus-%d", i), Naam: fmt.Sprintf("Verhaal %d", i), Uitleg: "Over iets gewoons"})
	}
	opties[30] = sessie.Optie{ID: "balie", Naam: "Een signaal van de balie", Uitleg: "Snelle hulp kan alleen als de balie doorgeeft welke ziekte iemand heeft"}
	for _, maat := range maten {
		p := newProef(t, newKiesMsg(gesprek.Keuze{Titel: "Weeg", Vraag: "Welke casus kiest u?", Opties: opties, Zoek: true}), maat.breedte, maat.hoogte)
		p.toont("Welke casus kiest u?", "› Verhaal 0", "↓ meer", "typ om te zoeken")
		p.typ("balie ziekte")
		p.toont("› Een signaal van de balie", "Snelle hulp kan alleen", "esc alles tonen")
		p.toontNiet("Verhaal 1")
		p.typ("x").toont("Niets gevonden").toontNiet("kiezen", "bewegen")
		p.toets("enter", "backspace", "enter").wil(antwoord("balie"))
	}
}

func TestEnterIsExplainedWhereItMakesALine(t *testing.T) {
	for hoogte := 6; hoogte <= 24; hoogte++ {
		p := newProef(t, vraag(casus.Tekst), 40, hoogte)
		p.toont("tab overslaan", "enter nieuwe regel", "ctrl+c stoppen")
		if hoogte < 9 {
			p.toontNiet("ctrl+o")
		}
	}
	newProef(t, vraag(casus.Lijst), 80, 24).toont("enter volgend punt")
}

func TestLongPasteArrivesWhole(t *testing.T) {
	tekst := strings.TrimSpace(strings.Repeat("Een regel\tmet een tab en een é.\n", 12_000))
	p := newProef(t, vraag(casus.Tekst), 80, 24).plak(strings.ReplaceAll(tekst, "\n", "\r\n"))
	p.toont("Een regel", "tab verder")
	p.toets("tab").wil(antwoord(tekst))
}

func TestPasteNeverPressesKeys(t *testing.T) {
	newProef(t, vraag(casus.Tekst), 80, 24).plak("a\tb\rc").toets("tab").wil(antwoord("a\tb\nc"))
	newProef(t, vraag(casus.Meerkeuze, rollen()...), 80, 24).plak("x").toets("tab").wil(overslaan)
	newProef(t, waardenvraag(), 80, 24).plak("veil\nx").toets("enter", "tab").wil(lijstVan("veiligheid"))
	p := newProef(t, vraag(casus.Tekst), 80, 24).toets("ctrl+r").plak("weg")
	p.toets("esc", "tab").wil(overslaan)
}

var (
	kleuren = regexp.MustCompile(`\x1b\[[0-9;]*?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m`)
	stijlen = regexp.MustCompile(`\x1b\[[0-9;]*m`)
)

func TestWithoutColourThereIsNone(t *testing.T) {
	for _, s := range schermen() {
		p := newProef(t, s.msg, 80, 24).toets(s.toets...)
		if k := kleuren.FindString(p.m.View()); k != "" {
			t.Errorf("%s: colour %q without colour", s.naam, k)
		}
	}
}

// foto is the screen with a mark where the cursor of the terminal is.
func (p *proef) foto() string {
	p.t.Helper()
	rij, kol := p.caret()
	regels := strings.Split(p.beeld(), "\n")
	regels[rij] = ansi.Truncate(regels[rij], kol, "") + "▏" + ansi.TruncateLeft(regels[rij], kol, "")
	return strings.Join(regels, "\n")
}

// caret is where the cursor of the terminal is told to be.
func (p *proef) caret() (rij, kol int) {
	p.t.Helper()
	m := reCaret.FindStringSubmatch(p.m.View())
	if m == nil {
		p.t.Fatalf("the cursor is nowhere:\n%s", p.beeld())
	}
	rij, _ = strconv.Atoi(m[1])
	kol, _ = strconv.Atoi(m[2])
	return rij - 1, kol - 1
}

// rondCaret is what stands before and after the cursor of the terminal.
func (p *proef) rondCaret() (voor, na string) {
	p.t.Helper()
	rij, kol := p.caret()
	regel := strings.Split(p.beeld(), "\n")[rij]
	return strings.TrimSpace(ansi.Truncate(regel, kol, "")), strings.TrimRight(ansi.TruncateLeft(regel, kol, ""), " │")
}

// Who reads by braille, by ear or through a magnifier follows the cursor of the terminal.
func TestTheCursorStandsWhereThePersonIs(t *testing.T) {
	wil := func(p *proef, voor, na string) {
		t.Helper()
		if v, n := p.rondCaret(); v != voor || n != na {
			t.Errorf("around the cursor stand %q and %q, want %q and %q:\n%s", v, n, voor, na, p.beeld())
		}
	}
	for _, maat := range maten {
		p := newProef(t, vraag(casus.Tekst), maat.breedte, maat.hoogte)
		wil(p, "│", "")
		wil(p.typ("één €").toets("left"), "│ één", "€")
		p = newProef(t, vraag(casus.Keuze, rollen()...), maat.breedte, maat.hoogte).toets("down")
		wil(p, "", "› Wethouder")
		p = newProef(t, waardenvraag(), maat.breedte, maat.hoogte).typ("veil")
		wil(p, "Zoeken: veil", "")
		wil(p.toets("enter"), "", "› [x] Veiligheid")
		wil(p.typ("z"), "Zoeken: z", "")
		msg := vraag(casus.Regeltekst, waarden()...)
		msg.vraag.Vrij = true
		p = newProef(t, msg, maat.breedte, maat.hoogte).typ("zor")
		wil(p, "│ zor", "")
		wil(p.toets("down"), "", "› Bijzondere zorg")
		p = newProef(t, vraag(casus.Tekst), maat.breedte, maat.hoogte).toets("ctrl+o", "up")
		if _, na := p.rondCaret(); !strings.HasPrefix(na, "› Vanuit welke rol") {
			t.Errorf("in the overview it stands at %q", na)
		}
	}
	for _, s := range schermen() {
		newProef(t, s.msg, 40, 12).toets(s.toets...).rondCaret()
	}
}

func TestColourIsOneOfSixteen(t *testing.T) {
	s := New(nil, nil, Opties{Kleur: true})
	t.Cleanup(func() { New(nil, nil, Opties{}) })
	gezien := map[string]bool{}
	for _, scherm := range schermen() {
		m := &model{stijl: s.stijl, daden: make(chan verslag, 1)}
		m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		m.Update(scherm.msg)
		for _, k := range kleuren.FindAllString(m.View(), -1) {
			gezien[k] = true
		}
	}
	if !gezien["\x1b[95m"] || len(gezien) != 1 {
		t.Errorf("colours %v; want one accent", gezien)
	}
}

func TestNoEscapeSequenceFromAFileReachesTheTerminal(t *testing.T) {
	const kwaad = "a\x1b]0;titel\x07b\x1b[2Jc\u202ed\u009b31me\rf\x00"
	opties := []sessie.Optie{{ID: "a", Naam: kwaad, Uitleg: kwaad, Groep: kwaad}, {ID: "b", Naam: "b"}}
	for _, soort := range []casus.Vraagsoort{casus.Tekst, casus.Regeltekst, casus.Datum, casus.Keuze, casus.JaNee,
		casus.Meerkeuze, casus.Meerkeuze, casus.Waardenkeuze} {
		msg := vraag(soort, opties...)
		v := &msg.vraag
		v.Vraag, v.Titel, v.Uitleg, v.Toelichting, v.Melding = kwaad, kwaad, kwaad, kwaad, kwaad
		v.Toont = []sessie.Getoond{{Kop: kwaad, Tekst: kwaad}}
		v.Antwoord, v.Vrij = reflectie.Tekst(kwaad), true
		if soort == casus.Waardenkeuze {
			v.Antwoord = reflectie.Lijst(kwaad, "a")
		}
		msg.titel, msg.meldingen, msg.nietBewaard, msg.verhaal = kwaad, []string{kwaad}, kwaad, []alinea{{kwaad, kwaad}}
		msg.vragen = []sessie.Vraag{*v}
		for _, toetsen := range [][]string{nil, {"ctrl+r"}, {"ctrl+o"}, {"a"}} {
			p := newProef(t, msg, 80, 40).toets(toetsen...)
			kaal := stijlen.ReplaceAllString(reCaret.ReplaceAllString(p.m.View(), ""), "")
			if i := strings.IndexFunc(kaal, func(r rune) bool {
				return r != '\n' && r < 0x20 || r >= 0x7f && r <= 0x9f || r == '\u202e'
			}); i >= 0 {
				t.Errorf("%s %v: %q reaches the terminal", soort, toetsen, kaal[i:min(len(kaal), i+8)])
			}
		}
	}
}

func TestWhatIsPastedCannotTurnTheReadingDirection(t *testing.T) {
	for _, soort := range []casus.Vraagsoort{casus.Tekst, casus.Regeltekst, casus.Datum, casus.Waardenkeuze} {
		p := newProef(t, vraag(soort), 80, 24).plak("a\u202eb")
		if strings.Contains(p.m.View(), "\u202e") || !strings.Contains(p.beeld(), "a\uFFFDb") {
			t.Errorf("%s: the screen does not show it as a mark:\n%q", soort, p.beeld())
		}
	}
}

func TestEverythingIsDutch(t *testing.T) {
	engels := regexp.MustCompile(`(?i)\b(next|back|submit|select|toggle|filter|new line|complete|up|down|loading|matches|help|quit)\b`)
	for _, s := range schermen() {
		p := newProef(t, s.msg, 80, 24).toets(s.toets...)
		if woord := engels.FindString(p.beeld()); woord != "" {
			t.Errorf("%s: English %q:\n%s", s.naam, woord, p.beeld())
		}
	}
}

func TestAFaultEndsTheScreenInOrder(t *testing.T) {
	m := &model{stijl: newStijl(false), breedte: 80, hoogte: 24}
	msg := vraag(casus.Tekst)
	m.Update(msg)
	m.veld = nil // as if a field broke
	_, cmd := m.Update(tea.KeyMsg{Type: tea.KeyTab})
	if cmd == nil || cmd() != (tea.QuitMsg{}) || !m.stuk {
		t.Error("the program goes on after a fault")
	}
	if err := eindfout(nil, true); !strings.Contains(err.Error(), "--toegankelijk") {
		t.Errorf("error %q does not say what to do", err)
	}
}

// Who lays what they wrote then beside what they write now reads both, and not how each begins.
func TestWhoComparesReadsBothTexts(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.vraag.Uitleg = "Leg toen en nu naast elkaar."
	msg.vraag.Toont = []sessie.Getoond{
		{Kop: "Dit schreef u toen", Tekst: strings.Repeat("Ik zou eerst bellen met de brandweer. ", 5) + "EINDE-TOEN"},
		{Kop: "Dit schrijft u nu", Tekst: "We hebben het zo gedaan. EINDE-NU"}}
	newProef(t, msg, 80, 24).toont("EINDE-TOEN", "EINDE-NU")
}

// What is said at a question and does not fit stands whole where one reads all of it.
func TestARemarkThatIsCutIsReadWhole(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.vraag.Toont = []sessie.Getoond{{Kop: "Dit schreef u", Tekst: strings.Repeat("Ik bel eerst. ", 20)}}
	msg.meldingen = []string{strings.Repeat("De volgende vragen gaan over waarden. ", 8) + "EINDE"}
	p := newProef(t, msg, 40, 12)
	if strings.Contains(p.beeld(), "EINDE") {
		t.Fatalf("all of it fits:\n%s", p.beeld())
	}
	p.toets("ctrl+r")
	for range 10 {
		if strings.Contains(p.beeld(), "EINDE") {
			return
		}
		p.toets("pgdown")
	}
	t.Errorf("the end of the remark is nowhere:\n%s", p.beeld())
}
