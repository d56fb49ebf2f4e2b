package scherm

import (
	"errors"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func typen(s string) gesprek.Daad {
	return gesprek.Daad{Soort: gesprek.Typen, Antwoord: reflectie.Tekst(s)}
}

func TestWhatIsTypedIsKeptWhileThePersonTypes(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("Eerst bel")
	p.doe(tikMsg{})
	p.wil(typen("Eerst bel"))
	p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
	p.toont("bewaard", "Eerst bel")
	p.typ("len")
	p.toontNiet("bewaard")
	p.doe(tikMsg{})
	p.wil(typen("Eerst bellen"))
	p.doe(tikMsg{})
	if len(p.daden) > 0 {
		t.Error("what did not change is kept once more")
	}
	p.toets("tab")
	p.wil(antwoord("Eerst bellen"))
}

// A save takes its time, and the person goes on.
func TestTheScreenSaysKeptOfAllThatIsTypedOrOfNothing(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("Eerst bel")
	p.doe(tikMsg{})
	p.wil(typen("Eerst bel"))
	p.typ("len")
	p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
	p.toontNiet("bewaard")
	p.doe(tikMsg{})
	p.wil(typen("Eerst bellen"))
	p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
	p.toont("bewaard")
}

// Own waarden are typed, and more than a few make work.
func TestWhatIsChosenIsKeptWhileThePersonChooses(t *testing.T) {
	for naam, c := range map[string]struct {
		msg     vraagMsg
		toetsen []string
		wil     []string
	}{
		"waarden": {waardenvraag(), []string{"r", "u", "s", "t", "enter"}, []string{"rust"}},
		"options": {vraag(casus.Meerkeuze, rollen()...), []string{"x"}, []string{"handhaver"}},
	} {
		p := newProef(t, c.msg, 80, 24).toets(c.toetsen...)
		p.doe(tikMsg{})
		if len(p.daden) == 0 {
			t.Errorf("%s: nothing is kept", naam)
			continue
		}
		p.wil(gesprek.Daad{Soort: gesprek.Typen, Antwoord: reflectie.Lijst(c.wil...)})
		p.doe(tikMsg{})
		if len(p.daden) > 0 {
			t.Errorf("%s: what did not change is kept once more", naam)
		}
	}
}

func TestThatKeepingFailsIsToldWhileThePersonTypes(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("Eerst")
	p.doe(tikMsg{})
	p.wil(typen("Eerst"))
	p.doe(onthoudenMsg{p.m.vraag.nummer, "Bewaren lukt niet. De schijf is vol."})
	p.toont("De schijf is vol", "Eerst")
	p.toontNiet("bewaard")
	p.typ(" bellen")
	p.toont("De schijf is vol") // it is as full as it was
	p.doe(tikMsg{})
	p.wil(typen("Eerst bellen"))
	p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
	p.toont("bewaard").toontNiet("De schijf is vol")
}

// The save before the editor opens may end after the editor failed.
func TestASaveWipesNoRemark(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	metEditor(p, func(string) (string, error) { return "", errors.New("de editor is er niet") })
	p.typ("Eerst bellen")
	p.bewerk()
	p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
	p.toont("bewaard", "Bewerken lukt niet: de editor is er niet")
	p.doe(tikMsg{})
	p.doe(tea.WindowSizeMsg{Width: 90, Height: 30})
	p.toets("left", "ctrl+o", "ctrl+o").toont("Bewerken lukt niet")
	p.doe(onthoudenMsg{p.m.vraag.nummer, "Bewaren lukt niet. De schijf is vol."})
	p.toont("Bewerken lukt niet", "De schijf is vol").toontNiet("bewaard")
	p.typ("x").toontNiet("Bewerken lukt niet")
	p.toont("De schijf is vol")
}

func TestARemarkStaysUntilThePersonChangesSomething(t *testing.T) {
	for naam, anders := range map[string]func(*proef){
		"a key":      func(p *proef) { p.typ("E") },
		"a paste":    func(p *proef) { p.plak("Eerst") },
		"the editor": func(p *proef) { p.bewerk() },
	} {
		t.Run(naam, func(t *testing.T) {
			msg := vraag(casus.Tekst)
			msg.meldingen = []string{"De casus is veranderd."}
			p := newProef(t, msg, 80, 24)
			metEditor(p, func(s string) (string, error) { return "Eerst", nil })
			p.doe(onthoudenMsg{nummer: p.m.vraag.nummer})
			p.doe(tikMsg{})
			p.toont("De casus is veranderd.")
			anders(p)
			p.toontNiet("De casus is veranderd.")
		})
	}
}

// What is said of a day that was none helps to mend it, key by key.
func TestARemarkOnADayStaysUntilItIsOne(t *testing.T) {
	msg := vraag(casus.Datum)
	msg.meldingen, msg.poging = []string{"Schrijf een dag."}, "31-2-202"
	p := newProef(t, msg, 80, 24)
	p.typ("7").toont("Schrijf een dag.")
	p.toets("ctrl+u").typ("28-2-").toont("Schrijf een dag.")
	p.typ("2027").toontNiet("Schrijf een dag.")
}

func TestAnEditorThatFailsLeavesTheOtherRemarks(t *testing.T) {
	msg := vraag(casus.Tekst)
	msg.meldingen = []string{"De casus is veranderd."}
	p := newProef(t, msg, 80, 24)
	metEditor(p, func(string) (string, error) { return "", errors.New("de editor is er niet") })
	p.bewerk()
	p.bewerk()
	p.toont("De casus is veranderd.", "Bewerken lukt niet")
	if n := strings.Count(p.beeld(), "Bewerken lukt niet"); n != 1 {
		t.Errorf("it is told %d times", n)
	}
}

// What failed to be kept before the editor opened may be told while it is open.
func TestTheEditorWipesNoFailedSave(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	metEditor(p, func(s string) (string, error) { return s + " en meer", nil })
	p.typ("Eerst")
	p.doe(onthoudenMsg{p.m.vraag.nummer, "Bewaren lukt niet. De schijf is vol."})
	p.bewerk()
	p.toont("en meer", "De schijf is vol")
}

func TestNothingIsKeptOfAQuestionThatIsLeft(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("Eerst").toets("tab")
	p.wil(antwoord("Eerst"))
	p.doe(tikMsg{})
	if len(p.daden) > 0 {
		t.Error("an answer that was given comes once more as a draft")
	}
}

// metEditor gives a proef an editor that makes doe of a text.
func metEditor(p *proef, doe func(string) (string, error)) {
	p.m.bewerk = func(_, _, tekst string) (string, string, error) {
		nieuw, err := doe(tekst)
		return nieuw, "", err
	}
}

// bewerk presses the key for the editor, and runs it.
func (p *proef) bewerk() {
	p.t.Helper()
	melding := ""
	b := p.m.bewerking(p.m.veld.(*tekstveld), &melding)
	if p.m.openBewerker() == nil {
		p.t.Error("the editor does not open")
	}
	p.typ("weg") // typed while the other program opens: for that one
	err := b.Run()
	p.doe(bewerktMsg{p.m.vraag.nummer, melding, err})
}

func TestTheEditorChangesTheText(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	metEditor(p, func(s string) (string, error) { return s + "\nen meer", nil })
	p.typ("Eerst bellen")
	p.toont("ctrl+e editor")
	p.bewerk()
	p.toont("Eerst bellen", "en meer")
	p.toets("tab")
	p.wil(antwoord("Eerst bellen\nen meer"))
}

// The machine may stop while the editor is open: what it is about is kept before.
func TestTheEditorOpensOnceTheTextIsKept(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	metEditor(p, func(s string) (string, error) { return s, nil })
	p.typ("Eerst bellen")
	p.m.Update(tea.KeyMsg{Type: tea.KeyCtrlE})
	if p.m.opent == nil {
		t.Fatal("the editor opened before anything was kept")
	}
	if _, open := p.m.Update(onthoudenMsg{nummer: p.m.vraag.nummer}); open == nil || p.m.opent != nil {
		t.Error("the editor does not open, or would open twice")
	}
}

func TestAnEditorThatFailsLosesNothing(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	metEditor(p, func(string) (string, error) { return "kapot", errors.New("de editor gaf een fout") })
	p.typ("Eerst bellen")
	p.bewerk()
	p.toont("Eerst bellen", "Bewerken lukt niet: de editor gaf een fout")
	p.toets("tab")
	p.wil(antwoord("Eerst bellen"))
}

func TestTheEditorKeyDoesNothingWhereThereIsNoText(t *testing.T) {
	p := newProef(t, vraag(casus.Keuze, sessie.Optie{ID: "a", Naam: "A"}, sessie.Optie{ID: "b", Naam: "B"}), 80, 24)
	metEditor(p, func(s string) (string, error) { t.Error("the editor opens"); return s, nil })
	p.doe(tea.KeyMsg{Type: tea.KeyCtrlE})
	p.toontNiet("ctrl+e")
}

func TestWhatWasTypedAndTakenBackIsNotKept(t *testing.T) {
	p := newProef(t, vraag(casus.Tekst), 80, 24)
	p.typ("geheim")
	p.doe(tikMsg{})
	p.wil(typen("geheim"))
	p.toets("ctrl+u")
	p.doe(tikMsg{})
	p.wil(gesprek.Daad{Soort: gesprek.Typen})
}

func TestADayAsPeopleWriteItIsKeptWhenThePersonStops(t *testing.T) {
	p := newProef(t, vraag(casus.Datum), 80, 24)
	p.typ("21-2-2027").toets("ctrl+c")
	if daden := p.gedaan(); len(daden) == 0 || daden[0].Antwoord.Tekst() != "21-2-2027" {
		t.Errorf("stopping does %v", daden)
	}
}
