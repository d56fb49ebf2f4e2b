package scherm

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// keuzes is a choice with words beside it, too many words for that, and a way back.
func keuzes() gesprek.Keuze {
	return gesprek.Keuze{Titel: "Weeg", Vraag: "Hoe wilt u wegen?", Hier: "kort", Terug: "weg", Opties: []sessie.Optie{
		{ID: "lang", Naam: "Lang wegen", Uitleg: "Voor wie een situatie uit het werk rustig en alleen wil wegen."},
		{ID: "kort", Naam: "Kort wegen", Uitleg: "10 minuten"},
		{ID: "weg", Naam: "Terug"},
	}}
}

func TestWordsThatDoNotFitBesideAChoiceStandBelowTheList(t *testing.T) {
	for _, maat := range maten {
		p := newProef(t, newKiesMsg(keuzes()), maat.breedte, maat.hoogte)
		p.toont("› Kort wegen", "10 minuten", "Terug")
		p.toontNiet("Voor wie")
		voor, _, _ := strings.Cut(p.beeld(), "Terug")
		p.toets("up").toont("› Lang wegen", "Terug")
		if maat.hoogte >= 12 {
			p.toont("Voor wie een situatie")
		}
		if na, _, _ := strings.Cut(p.beeld(), "Terug"); strings.Count(na, "\n") != strings.Count(voor, "\n") {
			t.Errorf("%v: the list jumps:\n%s", maat, p.beeld())
		}
	}
}

func TestGoingBackFromAChoice(t *testing.T) {
	terug := gesprek.Daad{Soort: gesprek.Terug}
	for _, toets := range []string{"shift+tab", "esc"} {
		p := newProef(t, newKiesMsg(keuzes()), 80, 24)
		p.toont("shift+tab terug").toets(toets).wil(terug)
	}
	zoekt := keuzes()
	zoekt.Zoek = true
	p := newProef(t, newKiesMsg(zoekt), 80, 24).typ("lang")
	p.toont("› Lang wegen", "esc alles tonen")
	p.toontNiet("Kort")
	p.toets("esc").toont("Kort wegen") // what is typed goes first
	p.toets("esc").wil(terug)
	eerste := keuzes()
	eerste.Terug = ""
	p = newProef(t, newKiesMsg(eerste), 80, 24)
	p.toontNiet("shift+tab")
	p.toets("esc", "shift+tab", "1").wil(antwoord("lang"))
}

func TestWhatIsTypedWithoutAccentsIsFound(t *testing.T) {
	opties := []sessie.Optie{{ID: "doelmatigheid", Naam: "Doelmatigheid"}, {ID: "prive", Naam: "Prive\u0301leven"}, {ID: "vrij", Naam: "Vrijheid", Uitleg: "Eén keuze."}}
	w := newWaardenveld(sessie.Vraag{Soort: casus.Waardenkeuze, Opties: opties, Vrij: true}, newStijl(false), map[string][]string{"doelmatigheid": {"efficiëntie"}})
	r := newRegelveld(sessie.Vraag{Soort: casus.Regeltekst, Opties: opties}, newStijl(false), "", "")
	for zoek, want := range map[string]string{"efficient": "doelmatigheid", "Efficie\u0308nt": "doelmatigheid", "prive": "prive", "privé": "prive", "een k": "vrij"} {
		if w.zoekOp(zoek); len(w.rijen) == 0 || w.rijen[0].ID != want {
			t.Errorf("the list of waarden finds %v by %q", w.rijen, zoek)
		}
		if gevonden := (gesprek.Keuze{Opties: opties}).Vind(zoek); want != "doelmatigheid" && (len(gevonden) != 1 || gevonden[0].ID != want) {
			t.Errorf("a list to search finds %v by %q", gevonden, zoek)
		}
		r.vervang(zoek)
		if r.zoek(); want == "prive" && len(r.treffers) != 1 {
			t.Errorf("a line suggests %v by %q", r.treffers, zoek)
		}
	}
	if w.zoekOp("privéleven"); len(w.rijen) != 1 {
		t.Errorf("what stands in the list is offered as an own waarde: %v", w.rijen)
	}
}

func TestANameIsFoundBeforeAnotherWordForAValue(t *testing.T) {
	v := sessie.Vraag{Soort: casus.Waardenkeuze, Opties: []sessie.Optie{
		{ID: "belang", Naam: "Algemeen belang"}, {ID: "maat", Naam: "Menselijke maat"}, {ID: "zorg", Naam: "Zorg", Uitleg: "Met mate."}}}
	w := newWaardenveld(v, newStijl(false), map[string][]string{"belang": {"Maatschappelijk belang"}})
	w.zoekOp("maat")
	if len(w.rijen) < 2 || w.rijen[0].ID != "maat" || w.rijen[1].ID != "belang" {
		t.Errorf("finds %v", w.rijen)
	}
	w.zoekOp("schap") // the middle of another word for it is chance
	if len(w.rijen) > 0 {
		t.Errorf("finds %v", w.rijen)
	}
}

// A digit chooses where it shows: of ten choices the last has none.
func TestADigitChoosesOnlyWhereItShows(t *testing.T) {
	var opties []sessie.Optie
	for i := range 10 {
		opties = append(opties, sessie.Optie{ID: fmt.Sprint("keus", i), Naam: fmt.Sprint("Keus ", "abcdefghij"[i:i+1])})
	}
	p := newProef(t, newKiesMsg(gesprek.Keuze{Vraag: "Wat wilt u nu?", Opties: opties}), 80, 24)
	p.toont("1-9 meteen", "2 Keus b", "9 Keus i", "  Keus j")
	p.toontNiet("0 Keus j")
	p.toets("0", "9").wil(antwoord("keus8"))
	p = newProef(t, newKiesMsg(gesprek.Keuze{Vraag: "Wat wilt u nu?", Opties: opties[:9]}), 80, 24)
	p.toont("1-9 meteen", "2 Keus b")
	p.toets("3").wil(antwoord("keus2"))
}

// What is done leaves the list at once, also while the screen with it is still drawn.
func TestWhatAnAskerTakesOutOfTheirListStaysOnTheScreen(t *testing.T) {
	opties := []sessie.Optie{{ID: "lezen", Naam: "Lezen"}, {ID: "delen", Naam: "Delen"}, {ID: "klaar", Naam: "Klaar"}}
	msg := newKiesMsg(gesprek.Keuze{Vraag: "Wat wilt u nu?", Opties: opties})
	_ = slices.DeleteFunc(opties, func(o sessie.Optie) bool { return o.ID == "delen" })
	if naam := msg.keuze.Opties[1].Naam; naam != "Delen" {
		t.Errorf("the second line of the screen becomes %q", naam)
	}
}

// Two reflecties on one casus have names that begin alike: the day stays in a narrow window.
func TestANameThatDoesNotFitKeepsItsDay(t *testing.T) {
	p := newProef(t, newKiesMsg(gesprek.Keuze{Vraag: "Welke reflectie wilt u lezen?", Zoek: true, Opties: []sessie.Optie{
		{ID: "een", Naam: "Koken in het oude schoolgebouw, 30 september 2026"},
		{ID: "twee", Naam: "Koken in het oude schoolgebouw, 2 maart 2026"},
		{ID: "lang", Naam: "Kort, en daarna veel meer woorden dan er op een regel passen"},
	}}), 40, 12)
	p.toont("Koken in het oud…, 30 september 2026", "Koken in het oude sch…, 2 maart 2026", "Kort, en daarna veel meer woorden d…")
}

// Who types words in a list of a few hears that they do nothing there.
func TestWhoTypesInAListThatTakesNoTextHearsHowToChoose(t *testing.T) {
	const gezegd = "Woorden typen kan hier niet."
	for _, maat := range maten {
		p := newProef(t, newKiesMsg(keuzes()), maat.breedte, maat.hoogte)
		p.toontNiet(gezegd)
		p.toets("down").toontNiet(gezegd)
		p.typ("stop").toont(gezegd, "› Terug")
		p.toets("up").toontNiet(gezegd)
		p.typ("9").toontNiet(gezegd)
		p.toets("down", "enter").wil(antwoord("weg"))
	}
	zoekt := keuzes()
	zoekt.Zoek = true
	newProef(t, newKiesMsg(zoekt), 80, 24).typ("q").toontNiet(gezegd)
	for _, soort := range []casus.Vraagsoort{casus.Keuze, casus.JaNee, casus.Meerkeuze} {
		v := vraagMsg{vraag: sessie.Vraag{Sleutel: "s.v", Vraag: "Helpt het?", Soort: soort, Opties: keuzes().Opties}}
		newProef(t, v, 80, 24).typ("q").toont(gezegd)
	}
	eigen := vraagMsg{vraag: sessie.Vraag{Sleutel: "s.v", Vraag: "Wie doet het?", Soort: casus.Keuze, Vrij: true, Opties: keuzes().Opties}}
	newProef(t, eigen, 80, 24).typ("q").toontNiet(gezegd)
	meer := vraagMsg{vraag: sessie.Vraag{Sleutel: "s.v", Vraag: "Wie doen het?", Soort: casus.Meerkeuze, Opties: keuzes().Opties}}
	newProef(t, meer, 80, 24).typ("x").toontNiet(gezegd) // that chooses
}
