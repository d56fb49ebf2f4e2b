package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"ambt.example/weeg/internal/cli"
	"ambt.example/weeg/internal/markdown"
)

const (
	backtab = "\x1b[Z"
	ctrlB   = "\x02" // no key of ours
)

// maten are the screens on which the start and the end are looked at.
var maten = [...][2]int{{80, 24}, {40, 12}}

// beginscherm starts weeg alone, and waits for its first choice.
func beginscherm(t testing.TB, thuis string, maat [2]int, omgeving ...string) *terminal {
	t.Helper()
	cmd := weeg(t, thuis)
	cmd.Env = append(cmd.Env, omgeving...)
	z := newTerminal(t, cmd, maat[0], maat[1])
	z.wacht("the end of the list", func(beeld string) bool {
		return strings.Contains(beeld, "Wat wilt u doen?") && (strings.Contains(beeld, "Stoppen") || strings.Contains(beeld, "↓ meer"))
	})
	return z
}

// eindigt chooses at the end of a conversation when to look back, is done, and
// returns the exit code.
func (z *terminal) eindigt(toets string) int {
	z.t.Helper()
	z.ziet("Geen datum")
	z.typ(toets)
	z.ziet("Wat wilt u nu?")
	z.typ(eind, enter) // done
	return z.klaar()
}

// druk presses a key that the footer names.
func (z *terminal) druk(hint, toets string) {
	z.t.Helper()
	z.ziet(hint)
	z.typ(toets)
}

// wijst goes to the line of a list that begins so, and waits until it is pointed at.
func (z *terminal) wijst(naam string) {
	z.t.Helper()
	// A key that is pressed while the screen before it still stands there comes in the list that
	// follows, and two keys can bring that back to where it was.
	z.wacht("a list with "+naam, func(beeld string) bool {
		return strings.Contains(beeld, " "+naam) || strings.Contains(beeld, " meer")
	})
	for range 40 {
		if strings.Contains(z.beeld(), "› "+naam) {
			return
		}
		voor, toets := z.beeld(), neer
		boven, _, _ := strings.Cut(voor, "› ")
		if strings.Contains(boven, " "+naam) || !strings.Contains(voor, " "+naam) && !strings.Contains(voor, "↓ meer") {
			toets = op
		}
		z.typ(toets)
		z.wacht("another line", func(beeld string) bool { return beeld != voor })
	}
	z.t.Fatalf("%q is not in the list:\n%s", naam, z.beeld())
}

// kiest points at a line of a list and chooses it.
func (z *terminal) kiest(naam string) {
	z.t.Helper()
	z.wijst(naam)
	z.druk("enter kiezen", enter)
}

// kiestCasus chooses on the start screen the casus that is found first by a few words.
func (z *terminal) kiestCasus(zoek, naam string) {
	z.t.Helper()
	z.kiest("Een casus kiezen")
	z.ziet("Welke casus kiest u?")
	z.typ(zoek)
	z.ziet("› " + naam)
	z.typ(enter)
}

// kiestTwijfel chooses, of all that one can change, the answer about the doubt.
func (z *terminal) kiestTwijfel() {
	z.t.Helper()
	z.ziet("Wat wilt u wijzigen?")
	z.typ("twijfelt")
	z.ziet("› Waar twijfelt u over")
	z.typ(enter)
	z.ziet("Klaar met wijzigen?")
}

// rondAf goes from a question to the end, and chooses what stands first there.
func (z *terminal) rondAf(eerste string) {
	z.t.Helper()
	z.naarEinde()
	z.ziet("› " + eerste)
	z.typ(enter)
}

// naarEinde goes from a question to the last one.
func (z *terminal) naarEinde() {
	z.t.Helper()
	z.typ(ctrlO)
	z.ziet("enter naar die vraag")
	z.typ(eind, enter)
	z.ziet("Hier rondt u af")
}

// kiestGeenDag answers at the end that one does not look back, and comes to what one can do.
func (z *terminal) kiestGeenDag() {
	z.t.Helper()
	z.typ("4")
	z.ziet("Wat wilt u nu?")
}

// naScherm is what it says when the screen is gone.
func (z *terminal) naScherm() string {
	_, na, _ := strings.Cut(z.rauw(), "\x1b[?1049l")
	return na
}

// enige returns the only file in the folder of the reflecties.
func enige(t *testing.T, thuis string) (pad, tekst string) {
	t.Helper()
	paden, err := filepath.Glob(filepath.Join(thuis, "reflecties", "*.md"))
	if err != nil || len(paden) != 1 {
		t.Fatalf("the reflecties are %v: %v", paden, err)
	}
	data, err := os.ReadFile(paden[0])
	if err != nil {
		t.Fatal(err)
	}
	return paden[0], string(data)
}

// begonnen leaves a concept on a casus.
func begonnen(t testing.TB, thuis, casus string) {
	t.Helper()
	if _, fout, code := draai(t, thuis, "1\nEerst kijken.\n.\n:overslaan\n:stop\n", "nieuw", casus, "--werkvorm", "kort", "--toegankelijk"); code != 4 {
		t.Fatal(code, fout)
	}
}

// geschreven makes a reflectie on a casus in the folder of the reflecties.
func geschreven(t testing.TB, thuis, casus, datum string) {
	t.Helper()
	blad := fmt.Sprintf("weeg: 1\ncasus: %s\nwerkvorm: kort\ndatum: %s\nantwoorden: {moment.twijfel: Eerst kijken.}\n", casus, datum)
	if uit, fout, code := draai(t, thuis, blad, "nieuw", "--antwoorden", "-"); code != 0 {
		t.Fatal(code, uit, fout)
	}
}

// No casus says how a situation of one's own is weighed: the person does, unless
// they said it already.
func TestOfAnOwnSituationThePersonChoosesTheWerkvorm(t *testing.T) {
	t.Parallel()
	z := newTerminal(t, weeg(t, t.TempDir(), "nieuw", "--eigen"), 80, 24)
	z.ziet("Hoe wilt u wegen?")
	z.kiest("Kort wegen")
	z.ziet("Ongeveer 20 minuten.")
	z.ziet("Hoe noemt u deze situatie?")
	z.typ(ctrlC)
	z.klaar()

	z = newTerminal(t, weeg(t, t.TempDir(), "nieuw", "--eigen", "--toegankelijk"), 80, 24)
	z.ziet("1. Kort wegen")
	z.typ("1\r")
	z.ziet("Ongeveer 20 minuten.")
	z.ziet("Hoe noemt u deze situatie?")
	z.typ("De sleutel\r")
	z.ziet("Wat speelt er?")
	z.typ(":stop\r")
	z.ziet("--toegankelijk") // who goes on, goes on in lines
	z.klaar()
}

// Who never began anything is told in two sentences what this is, and is one key from a
// story and its first question.
func TestWhoStartsForTheFirstTimeIsWelcomedAndSoonAtTheFirstQuestion(t *testing.T) {
	t.Parallel()
	eerste := loop(t, laad(t, "koken-in-het-schoolgebouw", "kort"), nil)[0].vraag.Vraag
	const welkom = "U leest een verhaal, noemt de waarden die spelen en weegt ze. Er komt geen score uit en geen advies."
	for _, maat := range maten {
		z := beginscherm(t, t.TempDir(), maat)
		z.ziet("› Een eerste keer, ongeveer 20 minuten")
		if maat[1] > 12 {
			z.ziet("Koken in het oude schoolgebouw")
		}
		z.ziet(welkom)
		z.druk("enter kiezen", enter)
		z.doorVerhaal()
		z.druk("enter naar de eerste vraag", enter)
		z.ziet(eerste)
		z.typ(ctrlC)
		z.klaar()
	}
	cmd := weeg(t, t.TempDir())
	cmd.Env = append(cmd.Env, "ACCESSIBLE=1")
	z := newTerminal(t, cmd, 80, 120)
	z.ziet(welkom)
	z.ziet("1. Een eerste keer")
	z.typ("1\r")
	z.ziet(eerste)
	z.typ(":stop\r")
	z.klaar()
}

// Who starts weeg in another folder reads there what they wrote, once.
func TestWhoStartsElsewhereReadsWhatTheyWroteBefore(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis, elders := t.TempDir(), t.TempDir()
		eenAntwoordblad(t, thuis, "terugblik: 2026-01-02\n", "reflecties/een.md")
		cmd := weeg(t, thuis)
		cmd.Dir = elders
		z := newTerminal(t, cmd, maat[0], maat[1])
		z.ziet("Terugkijken")
		z.kiest("Lezen")
		z.ziet("Een verzonnen casus.")
		z.typ(ctrlC)
		z.klaar()
		if _, fout, _ := draaiIn(elders, thuis, "", "reflectie", "lijst"); !strings.Contains(fout, "Uw laatste reflectie staat in "+filepath.Join(thuis, "reflecties")) {
			t.Errorf("the list says %q", fout)
		}
	}
}

// That somebody began before is seen in any folder; what colleagues shared is not theirs.
func TestWhoBeganBeforeIsNotWelcomedAgain(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		maak   func(werkmap, thuis string)
		welkom bool
	}{
		"a concept":             {func(_, thuis string) { begonnen(t, thuis, "na-het-incident") }, false},
		"a reflectie elsewhere": {func(_, thuis string) { geschreven(t, thuis, "na-het-incident", "2026-03-02") }, false},
		"that of a colleague": {func(werkmap, _ string) {
			geschreven(t, werkmap, "na-het-incident", "2026-03-02")
			bewaarLater(t, filepath.Join(werkmap, ".weeg.yaml"), "weeg: 1\n")
		}, true},
	} {
		t.Run(naam, func(t *testing.T) {
			werkmap, thuis := t.TempDir(), t.TempDir()
			c.maak(werkmap, thuis)
			cmd := weeg(t, thuis)
			cmd.Dir = werkmap
			z := newTerminal(t, cmd, 80, 24)
			z.ziet("Stoppen")
			if got := strings.Contains(z.beeld(), "Een eerste keer"); got != c.welkom {
				t.Errorf("welcomed: %v, want %v:\n%s", got, c.welkom, z.beeld())
			}
			if c.welkom {
				z.kiest("Een eigen situatie")
				z.ziet("› Kort wegen") // a short one comes first there too
			}
			z.typ(ctrlC)
			z.klaar()
		})
	}
}

// From nothing to a reflectie, with no key but those that the footer names.
func TestFromTheStartScreenToAReflectie(t *testing.T) {
	t.Parallel()
	def := laad(t, "koken-in-het-schoolgebouw", "waardenweging")
	stappen := loop(t, def, nil)
	for _, maat := range maten {
		thuis := t.TempDir()
		z := beginscherm(t, thuis, maat)
		z.ziet("30 casussen")
		z.kiest("Een casus kiezen")
		z.ziet("Welke casus kiest u?")
		z.ziet("typ om te zoeken")
		z.typ("koken")
		z.ziet("esc alles tonen")
		z.ziet("› Koken in het oude schoolgebouw")
		z.druk("enter kiezen", enter)
		z.ziet("Hoe wilt u wegen?")
		z.ziet("› Kort wegen")
		z.kiest("Eerst het verhaal lezen")
		z.ziet("Donderdag, half vijf.")
		z.druk("q sluiten", "q")
		z.ziet("› Eerst het verhaal lezen")
		z.typ(op)
		z.ziet("› " + def.Werkvorm.Naam)
		z.druk("enter kiezen", enter)
		z.doorVerhaal()
		z.typ(enter)
		for i, s := range stappen {
			z.ziet(s.vraag.Vraag)
			slaOver := "tab overslaan"
			if i > 0 && s.vraag.Sleutel == stappen[i-1].vraag.Sleutel { // asked once more
				slaOver = "tab toch overslaan"
			}
			z.ziet(slaOver)
			voor, volgende := z.beeld(), plat(volgendeVraag(stappen, i))
			z.typ(tab)
			z.wacht(volgende, func(beeld string) bool { return beeld != voor && strings.Contains(beeld, volgende) })
		}
		z.druk("enter kiezen", enter)
		z.ziet("Uw reflectie staat in")
		z.ziet("Wanneer kijkt u hierop terug?")
		z.druk("enter kiezen", enter)
		z.ziet("Wat wilt u nu?")
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Fatalf("%v: ends with %d:\n%s", maat, code, z.rauw())
		}
		zoekEngels(t, "the start and the end", opdrachten.ReplaceAllString(z.rauw(), " "))
		if _, tekst := enige(t, thuis); !strings.Contains(tekst, "\nwerkvorm: waardenweging\n") || !strings.Contains(tekst, "\nterugblik: ") {
			t.Errorf("%v: the reflectie is\n%s", maat, tekst)
		}
	}
}

func TestTheStartScreenGoesOnWithAConcept(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		begonnen(t, thuis, "risico-7")
		begonnen(t, thuis, "na-het-incident")
		begonnen(t, thuis, "koken-in-het-schoolgebouw")
		z := beginscherm(t, thuis, maat)
		z.ziet("› Verder met Koken in het oude")
		z.ziet("vandaag, stap 2 van 7")
		z.druk("enter kiezen", enter)
		z.ziet("Wat zeggen de ouderen tegen u")
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 || !strings.Contains(z.beeld(), "Uw antwoorden zijn bewaard.") {
			t.Errorf("%v: ends with %d:\n%s", maat, code, z.beeld())
		}

		z = beginscherm(t, thuis, maat)
		z.wijst("Verder met iets anders")
		z.ziet("2 gesprekken")
		z.druk("enter kiezen", enter)
		z.ziet("Waarmee wilt u verder?")
		z.ziet("› Na het incident")
		z.ziet("Terug")
		z.druk("shift+tab terug", backtab)
		z.ziet("› Verder met iets anders") // where the person was
		z.druk("enter kiezen", enter)
		z.ziet("Waarmee wilt u verder?")
		z.druk("enter kiezen", enter)
		z.ziet("Wat had Otto die zaterdag van Kofi gewild?")
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 {
			t.Errorf("%v: ends with %d", maat, code)
		}
	}
}

// Of two conversations each has a name; and one of which nothing need come is thrown away, at its
// end or on the start screen, and no other with it.
func TestHalfAConversationCanBeThrownAway(t *testing.T) {
	t.Parallel()
	for _, maat := range maten[:steekproef(len(maten))] {
		thuis := t.TempDir()
		begonnen(t, thuis, "koken-in-het-schoolgebouw")
		begonnen(t, thuis, "na-het-incident")
		z := beginscherm(t, thuis, maat)
		z.kiest("Verder met Koken in het oude")
		z.ziet("Wat zeggen de ouderen tegen u")
		z.naarEinde()
		z.kiest("Weggooien wat u schreef")
		z.ziet("Deze vragen beantwoordde u sinds")
		z.typ(enter) // no, to begin with
		z.ziet("Hier rondt u af")
		z.kiest("Weggooien wat u schreef")
		z.ziet("voorgoed")
		z.kiest("Ja, gooi weg")
		z.ziet("Wat u schreef, is weg.") // and one goes on from where one began
		z.ziet("Wat wilt u doen?")
		if lijst, _, code := draai(t, thuis, "", "concept", "lijst"); code != 0 || strings.Contains(lijst, "koken") || !strings.Contains(lijst, "na-het-incident") {
			t.Errorf("%v: the concepten are\n%s", maat, lijst)
		}

		z.kiest("Een gesprek weggooien") // or on the start screen
		z.ziet("Wat wilt u weggooien?")
		z.kiest("Na het incident")
		z.ziet("Vanuit welke rol kijkt u")
		z.typ(enter) // no, to begin with
		z.ziet("Wat wilt u weggooien?")
		z.kiest("Na het incident")
		z.ziet("voorgoed")
		z.kiest("Ja, gooi weg")
		z.ziet("Wat wilt u doen?") // there is no more to throw away
		z.ziet("Het gesprek is weg.")
		z.wijst("Een eerste keer")
		if beeld := z.beeld(); strings.Contains(beeld, "weggooien") {
			t.Errorf("%v: it offers to throw away nothing:\n%s", maat, beeld)
		}
		z.typ(ctrlC)
		z.klaar()
	}
}

// Who took another casus than they meant goes back, by the story and the werkvormen; what they
// wrote already waits for them, or goes.
func TestWhoTookTheWrongCasusGoesBack(t *testing.T) {
	t.Parallel()
	for _, maat := range maten[:steekproef(len(maten))] {
		thuis := t.TempDir()
		z := beginscherm(t, thuis, maat)
		z.kiestCasus("drie lagen", "Drie lagen of vijf")
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.ziet("verder lezen")
		z.typ(esc) // out of the story is not into the questions
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.doorVerhaal()
		z.druk("shift+tab terug", backtab)
		z.ziet("Hoe wilt u wegen?")
		z.ziet("› Kort wegen") // where the person was
		z.druk("shift+tab terug", backtab)
		z.ziet("› Drie lagen of vijf")
		z.druk("shift+tab terug", backtab)
		z.ziet("Wat wilt u doen?")

		z.kiest("Een eerste keer") // nothing was kept
		z.ziet("Koken in het oude")
		z.doorVerhaal()
		z.typ(enter)
		z.ziet("Vanuit welke rol kijkt u?")
		z.typ("2")
		z.ziet("Wat zou u nu doen?")
		z.druk("shift+tab terug", backtab)
		z.terugUitGesprek()
		z.bewaart()
		z.ziet("Wat wilt u doen?")
		z.kiestCasus("oude school", "Koken in het oude")
		z.ziet("U begon hier al aan")
		z.kiest("Verdergaan waar ik was")
		z.terugUitGesprek()
		z.bewaart()
		z.ziet("Verdergaan waar ik was")
		z.typ(backtab)
		z.ziet("Welke casus kiest u?")
		z.typ(backtab)
		z.ziet("Wat wilt u doen?")
		z.kiest("Stoppen")
		if code := z.klaar(); code != 0 || !strings.Contains(z.naScherm(), "weeg verder koken-in-het-schoolgebouw-") {
			t.Errorf("%v: ends with %d and says:\n%s", maat, code, z.naScherm())
		}
		if lijst, _, _ := draai(t, thuis, "", "concept", "lijst"); strings.Count(lijst, "werkvorm") != 1 {
			t.Errorf("%v: the concepten are\n%s", maat, lijst)
		}

		z = beginscherm(t, thuis, maat) // or they want nothing of it
		z.kiest("Verder met Koken")
		z.terugUitGesprek()
		z.ziet("Wat doet u met wat u schreef?")
		z.typ("2") // one key is not enough
		z.ziet("voorgoed")
		z.ziet("Vanuit welke rol kijkt u?") // that is what was written
		z.typ(enter)
		z.ziet("Wat u schreef, is bewaard.")
		z.kiest("Verder met Koken")
		z.terugUitGesprek()
		z.ziet("Wat doet u met wat u schreef?")
		z.typ("2")
		z.ziet("voorgoed")
		z.kiest("Ja, gooi weg")
		z.ziet("Wat u schreef, is weg.")
		z.ziet("Wat wilt u doen?")
		z.kiest("Stoppen")
		if code := z.klaar(); code != 0 || strings.Contains(z.naScherm(), "weeg verder") {
			t.Errorf("%v: ends with %d and says:\n%s", maat, code, z.naScherm())
		}
		if lijst, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(lijst, "geen concepten") {
			t.Errorf("%v: the concepten are\n%s", maat, lijst)
		}
	}
}

// In plain lines too; there the first choice keeps it.
func TestInPlainLinesWhoGoesBackIsAskedWhatBecomesOfWhatTheyWrote(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := beginscherm(t, thuis, [2]int{80, 60}, "ACCESSIBLE=1")
	z.typ("1\r")
	z.ziet("Vanuit welke rol kijkt u?")
	z.typ("2\r")
	z.ziet("Wat zou u nu doen?")
	z.typ(":terug\r:terug\r")
	z.ziet("1. Bewaren voor later 2. Weggooien")
	z.typ("1\r")
	z.ziet("Wat u schreef, is bewaard. Wat wilt u doen? 1. Verder met Koken")
	z.typ("1\r:terug\r")
	z.wacht("the question once more", func(beeld string) bool { return strings.Count(beeld, "Wat doet u met wat u schreef?") == 2 })
	z.typ("2\r")
	z.ziet("voorgoed weggooien? 1. Ja, gooi weg 2. Nee")
	z.typ("1\r")
	z.ziet("Wat u schreef, is weg. Wat wilt u doen? U leest een verhaal")
	z.typ(":stop\r")
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
}

// Who goes back from a terugblik hears that the reflectie stays; and who stops where they are
// asked, keeps what they wrote.
func TestWhoGoesBackFromATerugblikKeepsTheReflectie(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	geschreven(t, thuis, "na-het-incident", "2026-03-02")
	begin := func() *terminal {
		z := beginscherm(t, thuis, [2]int{80, 24})
		z.kiest("Terugkijken")
		z.kiest("Nu terugkijken")
		z.doorVerhaal()
		z.typ(enter)
		z.ziet("Stel dat u weer voor dit moment staat.")
		z.typ("Bellen.")
		z.ziet("Bellen.")
		z.druk("shift+tab terug", backtab)
		z.doorVerhaal()
		z.druk("shift+tab terug", backtab)
		z.ziet("Wat doet u met wat u schreef?")
		return z
	}
	z := begin()
	z.kiest("Weggooien")
	z.ziet("voorgoed weggooien? Uw reflectie blijft zoals die is.")
	z.kiest("Ja, gooi weg")
	z.ziet("Wat u nu schreef, is weg. Uw reflectie is zoals die daarvoor was.")
	z.ziet("› Nu terugkijken")
	z.typ(ctrlC)
	z.klaar()

	z = begin()
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 || !strings.Contains(z.naScherm(), "weeg verder terugblik-na-het-incident-") {
		t.Errorf("ends with %d and says:\n%s", code, z.naScherm())
	}
	z = beginscherm(t, thuis, [2]int{80, 24})
	z.kiest("Verder met de terugblik op Na het incident")
	z.ziet("Bellen.")
	z.typ(ctrlC)
	z.klaar()
}

// Who goes back from the first question and then chooses the same, goes on with what they wrote.
// Of who wrote nothing, nothing stays.
func TestWhoGoesBackAndForthLosesNothingAndBeginsNothingTwice(t *testing.T) {
	t.Parallel()
	for _, maat := range maten[:steekproef(len(maten))] {
		thuis := t.TempDir()
		z := beginscherm(t, thuis, maat)
		z.kiest("Een eigen situatie")
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.ziet("Hoe noemt u deze situatie?")
		z.typ(tab)
		z.druk("shift+tab terug", backtab)
		z.ziet("Hoe noemt u deze situatie?")
		z.druk("shift+tab terug", backtab)
		z.ziet("› Kort wegen")
		if beeld := z.beeld(); strings.Contains(beeld, "bewaard") {
			t.Errorf("%v: of nothing it says that it is kept:\n%s", maat, beeld)
		}
		z.typ(enter)
		z.ziet("Hoe noemt u deze situatie?")
		z.typ("De sleutel")
		z.druk("shift+tab terug", backtab)
		z.bewaart()
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.ziet("De sleutel")
		if beeld := z.beeld(); strings.Contains(beeld, "bewaard  ") {
			t.Errorf("%v: nothing was answered here yet:\n%s", maat, beeld)
		}
		z.druk("shift+tab terug", backtab)
		z.bewaart()
		z.typ(backtab)
		z.ziet("Wat wilt u doen?")
		z.kiest("Een eigen situatie") // another one
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.ziet("Hoe noemt u deze situatie?")
		if beeld := z.beeld(); strings.Contains(beeld, "De sleutel") {
			t.Errorf("%v: what begins is what was begun before:\n%s", maat, beeld)
		}
		z.typ(ctrlC)
		z.klaar()
		if na := strings.Join(strings.Fields(z.naScherm()), " "); !strings.Contains(na, "Wat u schreef bij De sleutel, is bewaard.") {
			t.Errorf("%v: it does not say what waits: %s", maat, na)
		}
		if lijst, _, _ := draai(t, thuis, "", "concept", "lijst"); strings.Count(lijst, "werkvorm") != 1 {
			t.Errorf("%v: the concepten are\n%s", maat, lijst)
		}
	}
}

// bewaart leaves what was written for later, as it is asked who goes back from it.
func (z *terminal) bewaart() {
	z.t.Helper()
	z.ziet("Wat doet u met wat u schreef?")
	z.ziet("› Bewaren voor later")
	z.typ(enter)
	z.ziet("Wat u schreef, is bewaard.")
}

// terugUitGesprek goes back from the first question by the story to the choice before it.
func (z *terminal) terugUitGesprek() {
	z.t.Helper()
	z.ziet("Vanuit welke rol kijkt u?")
	z.druk("shift+tab terug", backtab)
	z.doorVerhaal()
	z.druk("shift+tab terug", backtab)
}

func TestAConceptThatIsOpenElsewhereIsNotOpenedTwice(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	begonnen(t, thuis, "koken-in-het-schoolgebouw")
	ander := newTerminal(t, weeg(t, thuis, "verder"), 80, 24)
	ander.ziet("Wat zeggen de ouderen tegen u")
	z := beginscherm(t, thuis, maten[0])
	z.typ(enter)
	z.ziet("in een ander venster")
	ander.typ(ctrlC)
	ander.klaar()
	z.kiest("Verder met Koken")
	z.ziet("Wat zeggen de ouderen tegen u")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Errorf("ends with %d", code)
	}
}

func TestTheStartScreenBeginsWithASituationOfOnesOwn(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		z := beginscherm(t, t.TempDir(), maat)
		z.kiest("Een eigen situatie")
		z.ziet("Hoe wilt u wegen?")
		z.ziet("› Kort wegen") // for the first time a short one comes first
		z.wijst("Vooruitblik") // which goes with nothing else
		z.wijst("Terug")
		z.druk("enter kiezen", enter)
		z.ziet("› Een eigen situatie")
		z.druk("enter kiezen", enter)
		z.ziet("Hoe wilt u wegen?")
		z.kiest("Kort wegen")
		z.ziet("stap 1 van")
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 {
			t.Errorf("%v: ends with %d:\n%s", maat, code, z.beeld())
		}
	}
}

func TestACasusThatWasBegunIsNotBegunAgainUnasked(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	begonnen(t, thuis, "koken-in-het-schoolgebouw")
	z := beginscherm(t, thuis, maten[0])
	z.kiestCasus("koken", "Koken in het oude schoolgebouw")
	z.ziet("U begon hier al aan")
	z.typ(backtab)
	z.ziet("Welke casus kiest u?")
	z.ziet("› Koken in het oude schoolgebouw")
	z.typ(enter)
	z.ziet("U begon hier al aan")
	z.kiest("Opnieuw beginnen")
	z.ziet("Hoe wilt u wegen?")
	z.typ(backtab)
	z.ziet("U begon hier al aan")
	z.typ(enter)
	z.ziet("Wat zeggen de ouderen tegen u")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Errorf("ends with %d", code)
	}
	if uit, _, _ := draai(t, thuis, "", "concept", "lijst", "--json"); strings.Count(uit, `"id"`) != 1 {
		t.Errorf("going on made another concept:\n%s", uit)
	}
}

func TestTheStartScreenReadsAReflectie(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		geschreven(t, thuis, "na-het-incident", "2026-03-02")
		geschreven(t, thuis, "koken-in-het-schoolgebouw", "2026-02-01")
		geschreven(t, thuis, "toegang-ontzegd", "2026-01-31")
		z := beginscherm(t, thuis, maat)
		z.wijst("Lezen")
		z.ziet("3 reflecties")
		z.typ(enter)
		z.ziet("Welke reflectie wilt u lezen?")
		z.ziet("› Na het incident, 2 maart 2026 Koken in het oude")
		z.typ("ontzegd")
		z.ziet("› Toegang ontzegd, 31 januari 2026")
		z.typ(enter)
		z.ziet("31 januari 2026. Een verzonnen casus.")
		z.ziet("q sluiten")
		z.typ("q")
		z.ziet("› Terug")
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat naast de reflectie")
		if paginas, _ := filepath.Glob(filepath.Join(thuis, "reflecties", "2026-01-31-*.html")); len(paginas) != 1 {
			t.Errorf("%v: of what one reads there are %d web pages", maat, len(paginas))
		}
		z.ziet("› Toegang ontzegd, 31 januari 2026") // and there the others are again
		z.typ(esc)
		z.ziet("Wat wilt u doen?")
		z.ziet("› Lezen")
		z.kiest("Stoppen")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
	}
}

// Who is lost reads on the screen itself how something works, and is back where they were.
func TestTheStartScreenExplains(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		z := beginscherm(t, t.TempDir(), maat)
		z.kiest("Uitleg")
		z.ziet("Waarover wilt u meer lezen?")
		z.kiest("Privé houden wat van u alleen is")
		z.ziet("q sluiten")
		z.ziet("alleen voor u")
		z.typ("q")
		z.ziet("› Privé houden wat van u alleen is")
		z.typ(esc)
		z.ziet("› Uitleg")
		z.kiest("Stoppen")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
	}
}

// Who chooses sees which casus they weighed before, whatever its file is called.
func TestACasusThatOneWeighedSaysSo(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "kort.yaml", "mijn-eigen-naam.md")
	z := beginscherm(t, thuis, [2]int{80, 24})
	z.kiest("Een casus kiezen")
	z.ziet("Welke casus kiest u?")
	z.typ("oude school")
	z.ziet("› Koken in het oude schoolgebouw")
	z.ziet("U woog deze al. Buren koken")
	z.typ("\x1b[B") // down
	z.wacht("another casus, not weighed", func(beeld string) bool {
		return strings.Contains(beeld, "Op het spel:") && !strings.Contains(beeld, "› Koken") && !strings.Contains(beeld, "U woog deze al")
	})
	z.typ(esc) // all of them again
	z.ziet("typ om te zoeken")
	z.typ(esc)
	z.ziet("Wat wilt u doen?")
	z.kiest("Stoppen")
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
}

func TestTheStartScreenLooksBackAtWhatWaits(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		geschreven(t, thuis, "na-het-incident", "2026-03-02")
		z := beginscherm(t, thuis, maat)
		z.kiest("Terugkijken")   // nothing waits, and one may
		z.ziet("Een dag kiezen") // there is but one, so that nobody is asked which
		z.kiest("Nu terugkijken")
		z.ziet("Terugblik: Na")
		z.typ(ctrlC)
		z.klaar()
		geschreven(t, thuis, "toegang-ontzegd", "2026-02-01\nterugblik: 2126-03-01")
		z = beginscherm(t, thuis, maat)
		if maat[0] >= 80 { // where there is room beside its name
			z.ziet("1 maart 2126, eerder mag ook")
		}
		z.kiest("Terugkijken")
		z.ziet("Op welke reflectie kijkt u terug?")
		z.wijst("Toegang ontzegd")
		z.ziet("terugkijken op 1 maart 2126")
		z.typ(enter)
		z.ziet("Nu terugkijken") // or another day, and then one sees it at the beginning
		z.kiest("Een andere dag kiezen")
		z.ziet("Na een week")
		z.typ(esc)
		z.ziet("› Een andere dag kiezen")
		z.typ(enter)
		z.kiest("Na een week")
		z.ziet("De dag om terug te kijken is nu ")
		z.wijst("Terugkijken")
		if maat[0] >= 80 {
			z.ziet("eerder mag ook")
			if strings.Contains(z.beeld(), "2126") {
				t.Errorf("it tells of the day before:\n%s", z.beeld())
			}
		}
		z.typ(ctrlC)
		z.klaar()
		geschreven(t, thuis, "koken-in-het-schoolgebouw", "2026-02-01\nterugblik: 2026-03-01")
		z = beginscherm(t, thuis, maat)
		z.wijst("Terugkijken")
		z.ziet("1 reflectie wacht op u")
		z.typ(enter)
		z.ziet("Op welke reflectie kijkt u terug?")
		z.ziet("› Koken in het oude schoolgebouw")
		z.ziet("van 1 februari 2026")
		z.kiest("Terug")
		z.ziet("› Terugkijken")
		z.typ(enter)
		z.ziet("Op welke reflectie kijkt u terug?")
		z.typ(enter)
		z.ziet("› Nu terugkijken") // or not today
		z.typ(enter)
		z.doorVerhaal()
		z.typ(enter)
		z.ziet("Stel dat u weer voor dit moment staat.")
		z.typ("Bellen.")
		z.ziet("Bellen.")
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		z = beginscherm(t, thuis, maat)
		z.ziet("› Verder met de terugblik op Koken")
		z.typ(enter)
		z.ziet("Stel dat u weer voor dit moment staat.")
		z.typ(ctrlC)
		z.klaar()
	}
}

// The first day on which something of one's own waits is told, also that of an afspraak, and
// the list points at it. What colleagues chose is not told, however much they shared.
func TestTheStartScreenTellsOfTheFirstDayOfOnesOwn(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	geschreven(t, thuis, "na-het-incident", "2026-03-03")
	z := beginscherm(t, thuis, [2]int{80, 24})
	z.ziet("er wacht niets op u")
	z.typ(ctrlC)
	z.klaar()
	blad := "weeg: 1\ncasus: eigen\nwerkvorm: waardenweging\ndatum: 2026-03-02\nterugblik: 2126-04-01\n" +
		"eigen: {titel: De sleutel, moment: Mag het?}\nafspraken: [{wat: Bellen., wanneer: 2126-03-01}]\n"
	if _, fout, code := draai(t, thuis, blad, "nieuw", "--antwoorden", "-"); code != 0 {
		t.Fatal(code, fout)
	}
	geschreven(t, thuis, "toegang-ontzegd", "2026-03-04\nterugblik: 2126-05-01")
	z = beginscherm(t, thuis, [2]int{80, 24})
	z.ziet("1 maart 2126, eerder mag ook")
	z.kiest("Terugkijken")
	z.ziet("› De sleutel")
	z.ziet("terugkijken op 1 maart 2126")
	z.typ(ctrlC)
	z.klaar()

	team := filepath.Join(thuis, "team")
	gedeeld := filepath.Join(team, "reflecties")
	if err := os.MkdirAll(gedeeld, 0o700); err != nil {
		t.Fatal(err)
	}
	bewaarLater(t, filepath.Join(team, ".weeg.yaml"), "weeg: 1\n")
	vanCollega(t, gedeeld, maxGeopend+1, "terugblik: 2126-01-01")
	cmd := weeg(t, thuis)
	cmd.Dir = team
	z = newTerminal(t, cmd, 80, 24)
	z.ziet("1 maart 2126, eerder mag ook")
	z.typ(ctrlC)
	z.klaar()
}

// maxGeopend is how many reflecties of one's own, and of others, are opened before the start
// screen.
const maxGeopend = 200

// vanCollega writes n reflecties in a folder, with one line more among what is told first.
func vanCollega(t *testing.T, dir string, n int, regel string) {
	t.Helper()
	for i := range n {
		id := fmt.Sprintf("2026-06-01-toegang-ontzegd-%04d", i)
		bewaarLater(t, filepath.Join(dir, id+".md"), "---\nweeg: 1\nid: "+id+
			"\ntitel: Toegang ontzegd\ncasus: toegang-ontzegd\nwerkvorm: kort\ndatum: 2026-06-01\n"+regel+"\n---\n\n# Toegang ontzegd\n")
	}
}

// Where there are more than are opened before the first screen, that says no day which may not
// be the first; what waits is found when one chooses to look back.
func TestOfVeryManyReflectiesNoWrongDayIsTold(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	geschreven(t, thuis, "na-het-incident", "2026-02-01\nterugblik: 2026-03-01")
	vanCollega(t, filepath.Join(thuis, "reflecties"), maxGeopend, "terugblik: 2126-01-01")
	z := beginscherm(t, thuis, [2]int{80, 24})
	z.ziet("201 reflecties")
	if beeld := z.beeld(); strings.Contains(beeld, "eerder mag ook") || strings.Contains(beeld, "er wacht niets") {
		t.Errorf("it tells of a day that it cannot know:\n%s", beeld)
	}
	z.kiest("Terugkijken")
	z.ziet("› Na het incident")
	z.ziet("Een andere reflectie")
	z.typ(ctrlC)
	z.klaar()
	geschreven(t, thuis, "na-het-incident", "2026-07-01\nterugblik: 2026-08-01")
	z = beginscherm(t, thuis, [2]int{80, 24})
	z.ziet("er wacht iets op u")
	z.typ(ctrlC)
	z.klaar()
}

// Where a folder cannot be read, the reflecties elsewhere can be looked back at all the same,
// and where no page can come any more one hears why.
func TestWhatIsInTheWayOfOneThingIsToldThere(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := totEinde(t, thuis, [2]int{80, 24})
	z.kiestGeenDag()
	pad, _ := enige(t, thuis)
	stam := strings.TrimSuffix(pad, ".md")
	bewaarLater(t, stam+".html", "Van eerder.\n")
	for n := 2; n <= 20; n++ {
		bewaarLater(t, fmt.Sprintf("%s-%d.html", stam, n), "Van eerder.\n")
	}
	z.kiest("Een webpagina maken")
	z.ziet("te veel webpagina's")
	z.typ(ctrlC)
	z.klaar()

	elders := t.TempDir()
	bewaarLater(t, filepath.Join(elders, "reflecties"), "Geen map.\n")
	cmd := weeg(t, thuis)
	cmd.Dir = elders
	z = newTerminal(t, cmd, 80, 24)
	z.ziet("Wat wilt u doen?")
	z.kiest("Terugkijken")
	z.ziet("Koken in het oude schoolgebouw")
	z.ziet("› Nu terugkijken")
	z.typ(ctrlC)
	z.klaar()
}

// What is damaged is told, and is in the way of nothing else.
func TestDamagedFilesDoNotBreakTheStartScreen(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	begonnen(t, thuis, "koken-in-het-schoolgebouw")
	geschreven(t, thuis, "na-het-incident", "2026-03-02")
	concepten := filepath.Join(thuis, ".local", "state", "weeg", "concepten")
	for pad, tekst := range map[string]string{
		filepath.Join(concepten, "stuk-aaaa.json"):                 "{",
		filepath.Join(thuis, "reflecties", "README.md"):            "# Onze reflecties\n",
		filepath.Join(thuis, "reflecties", "leeg.md"):              "",
		filepath.Join(thuis, "reflecties", "2027-01-01-stuk.md"):   "---\nweeg: 1\ndatum: 2027-01-01\nrol: {\n---\n\n# Stuk\n",
		filepath.Join(thuis, "reflecties", "2027-01-02-binair.md"): "\xff\xfe\x00",
	} {
		if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(thuis, "reflecties", "map.md"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, maat := range maten {
		z := beginscherm(t, thuis, maat)
		z.ziet("weeg concept lijst")
		z.ziet("› Verder met Koken")
		z.kiest("Lezen")
		z.ziet("Welke reflectie wilt u lezen?")
		z.typ("stuk")
		z.ziet("› 2027-01-01-stuk.md")
		z.typ(enter)
		z.ziet("2027-01-01-stuk.md:5:")
		z.typ("incident")
		z.ziet("› Na het incident")
		z.typ(ctrlC)
		if code := z.klaar(); code != 130 {
			t.Errorf("%v: ends with %d", maat, code)
		}
	}
}

// A team keeps more than reflecties in a folder. Only reflecties are counted and
// offered to read, the damaged ones too: what is wrong with one must be told.
func TestFilesOfOtherProgramsAreNotOfferedAsReflecties(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	geschreven(t, thuis, "na-het-incident", "2026-03-02")
	for naam, tekst := range map[string]string{
		"0001-adr.md":           "---\nstatus: accepted\ndate: 2026-01-05\n---\n\n# Wij kiezen een adr\n",
		"notulen.md":            "---\ntitle: Overleg\noverweeg: ja\nterugblik: 2026-01-01\n---\n\nOver weeg: 1\n",
		"kladje.md":             "Zonder voorwerk.\n",
		"2027-01-01-stuk.md":    "---\nweeg: 1\nrol: {\n---\n\n# Stuk\n",
		"2027-01-02-open.md":    "---\ncasus: koken\n'weeg': 1\n\n# Zonder einde\n",
		"2027-01-03-git.md":     "<<<<<<< HEAD\n---\nweeg: 1\n---\n=======\n\n# Git\n\n<!-- weeg:begin moment 41b161af -->\n",
		"2027-01-04-windows.md": "\ufeff---\r\nweeg: 1\r\ncasus: koken\r\n---\r\n",
	} {
		if err := os.WriteFile(filepath.Join(thuis, "reflecties", naam), []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	z := newTerminal(t, weeg(t, thuis, "lees"), 80, 40)
	z.ziet("Welke reflectie wilt u lezen?")
	for _, wel := range []string{"Na het incident", "2027-01-01-stuk.md", "2027-01-02-open.md", "2027-01-03-git.md", "2027-01-04-windows.md"} {
		z.ziet(wel)
	}
	for _, niet := range []string{"adr", "notulen", "kladje"} {
		if strings.Contains(z.beeld(), niet) {
			t.Errorf("%s is offered as a reflectie:\n%s", niet, z.beeld())
		}
	}
	z.typ(ctrlC)
	z.klaar()
	z = beginscherm(t, thuis, maten[0])
	z.wijst("Lezen")
	z.ziet("5 reflecties")
	z.typ(ctrlC)
	z.klaar()
	if uit, fout, code := draai(t, thuis, "", "terugblik", "--json"); code != 0 || strings.Contains(uit+fout, "notulen") {
		t.Errorf("to look back at a note is asked: %d %s%s", code, uit, fout)
	}
}

func TestLeavingTheStartScreen(t *testing.T) {
	t.Parallel()
	sub := func(z *terminal) {
		z.kiest("Een casus kiezen")
		z.ziet("Welke casus kiest u?")
	}
	for naam, c := range map[string]struct {
		doe  func(z *terminal)
		code int
	}{
		"the last choice":    {func(z *terminal) { z.kiest("Stoppen") }, 0},
		"one key":            {func(z *terminal) { z.druk("1-6 meteen", "6") }, 0},
		"ctrl+c":             {func(z *terminal) { z.druk("ctrl+c stoppen", ctrlC) }, 130},
		"ctrl+c further on":  {func(z *terminal) { sub(z); z.druk("ctrl+c stoppen", ctrlC) }, 130},
		"back and out":       {func(z *terminal) { sub(z); z.typ(backtab); z.ziet("Wat wilt u doen?"); z.kiest("Stoppen") }, 0},
		"esc goes back":      {func(z *terminal) { sub(z); z.typ(esc); z.ziet("Wat wilt u doen?"); z.kiest("Stoppen") }, 0},
		"a signal":           {func(z *terminal) { z.stuur(syscall.SIGTERM) }, 130},
		"the terminal goes":  {func(z *terminal) { z.stuur(syscall.SIGHUP) }, 130},
		"a key of no choice": {func(z *terminal) { z.typ("x", "9", tab, ctrlB, ctrlO, ctrlR); z.kiest("Stoppen") }, 0},
	} {
		t.Run(naam, func(t *testing.T) {
			thuis := t.TempDir()
			z := beginscherm(t, thuis, maten[0])
			c.doe(z)
			if code := z.klaar(); code != c.code {
				t.Errorf("ends with %d, want %d:\n%s", code, c.code, z.beeld())
			}
			if uit, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
				t.Errorf("leaves a concept:\n%s", uit)
			}
			if na := z.naScherm(); strings.TrimSpace(opdrachten.ReplaceAllString(na, "")) != "" {
				t.Errorf("says after it: %q", na)
			}
		})
	}
}

func (z *terminal) stuur(sig os.Signal) {
	z.t.Helper()
	if err := z.cmd.Process.Signal(sig); err != nil {
		z.t.Fatal(err)
	}
}

func TestTheStartScreenInPlainLines(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		typ  []string
		code int
	}{
		"stop by its number":     {[]string{"6\r"}, 0},
		"stop by its name":       {[]string{"stoppen\r"}, 0},
		"stop by its command":    {[]string{":stop\r"}, 0},
		"interrupted":            {[]string{ctrlC}, 130},
		"end of input":           {[]string{"\x04"}, 130},
		"back by its command":    {[]string{"2\r", "Welke casus kiest u?", ":terug\r", "Wat wilt u doen?", "6\r"}, 0},
		"back by its number":     {[]string{"2\r", "31. Terug", "31\r", "Wat wilt u doen?", "6\r"}, 0},
		"found by a word":        {[]string{"2\r", "31. Terug", "inspraak\r", "1. Drie lagen of vijf: ", "5. Terug", "koken betrokkenheid\r", "1. Koken in het oude schoolgebouw: Buren koken", "2. Terug", "1\r", "Hoe wilt u wegen?", ":stop\r"}, 0},
		"a conversation":         {[]string{"3\r", "Hoe wilt u wegen?", "2\r", "Stap 1 van", ":stop\r"}, 4},
		"back to the choice":     {[]string{"3\r", "Hoe wilt u wegen?", "2\r", "Stap 1 van", ":terug\r", "7. Terug Typ een nummer. >", "7\r", "6. Stoppen Typ een nummer. >", "6\r"}, 0},
		"another story":          {[]string{"1\r", "Ria roert in de soep", ":terug\r", "2\r", "drie lagen\r", "1. Drie lagen of vijf: ", "1\r", "Hoe wilt u wegen?", "1\r", "Op de borden in de dorpszaal", ":stop\r"}, 4},
		"a question to think of": {[]string{"4\r", "Een vraag voor ", "uit uw eigen werk", "6. Stoppen", ":stop\r"}, 0},
		"what is explained":      {[]string{"5\r", "Waarover wilt u meer lezen?", "5\r", "Privé houden wat van u alleen is =", "10. Terug", ":stop\r"}, 0},
		"back in the sub menu":   {[]string{"3\r", "7. Terug", "7\r", "6. Stoppen", ":stop\r"}, 0},
	} {
		for _, omgeving := range []string{"ACCESSIBLE=1", "TERM=dumb"} {
			t.Run(naam+" "+omgeving, func(t *testing.T) {
				cmd := weeg(t, t.TempDir())
				cmd.Env = append(cmd.Env, omgeving)
				z := newTerminal(t, cmd, 80, 120)
				z.ziet("1. Een eerste keer, ongeveer 20 minuten: Koken in het oude schoolgebouw 2. Een casus kiezen: 30 casussen 3. Een eigen situatie 4. Een vraag voor vandaag 5. Uitleg 6. Stoppen Typ een nummer. >")
				for _, t := range c.typ {
					if strings.HasSuffix(t, "\r") || len(t) == 1 {
						z.typ(t)
						continue
					}
					z.ziet(t)
				}
				if code := z.klaar(); code != c.code {
					t.Errorf("ends with %d, want %d:\n%s", code, c.code, z.rauw())
				}
				if strings.Contains(z.rauw(), "\x1b") {
					t.Error("it steers the terminal")
				}
				if strings.Contains(z.rauw(), "--eigen") {
					t.Error("it tells what to type where a choice stands for it")
				}
			})
		}
	}
}

func TestTheStartScreenAsksTheTerminalNothingAndHasNoColourWhenNotWanted(t *testing.T) {
	t.Parallel()
	kleur := regexp.MustCompile(`\x1b\[[0-9;]*[349][0-7]m`)
	for _, c := range []struct {
		omgeving string
		kleur    bool
	}{{"NO_COLOR=", true}, {"NO_COLOR=1", false}} {
		z := beginscherm(t, t.TempDir(), maten[0], c.omgeving)
		z.ziet("› Een eerste keer") // told by a mark, not by a colour
		z.kiest("Stoppen")
		z.klaar()
		if heeft := kleur.MatchString(z.rauw()); heeft != c.kleur {
			t.Errorf("%s: colours %v, want %v", c.omgeving, heeft, c.kleur)
		}
		for _, vraag := range vragenAanTerminal {
			if strings.Contains(z.rauw(), vraag) {
				t.Errorf("the start screen writes %q", vraag)
			}
		}
	}
}

func TestWithoutAPersonToChooseWeegAloneShowsHelp(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	help, _, _ := draai(t, thuis, "", "--help")
	if uit, fout, code := draai(t, thuis, ""); uit != help || fout != "" || code != 0 {
		t.Errorf("in a pipe it gives %d, %q and\n%s", code, fout, uit)
	}
	uit, err := os.Create(filepath.Join(thuis, "uit"))
	if err != nil {
		t.Fatal(err)
	}
	defer uit.Close()
	cmd := weeg(t, thuis)
	cmd.Stdout = uit
	z := newTerminal(t, cmd, 80, 24)
	if code := z.klaar(); code != 0 || z.rauw() != "" {
		t.Errorf("it gives %d and %q", code, z.rauw())
	}
	if data, _ := os.ReadFile(uit.Name()); string(data) != help {
		t.Errorf("a file gets\n%s", data)
	}
}

// totEinde answers the short conversation of testdata/kort.yaml to the end.
func totEinde(t *testing.T, thuis string, maat [2]int, args ...string) *terminal {
	t.Helper()
	return totEindeIn(t, thuis, thuis, maat, args...)
}

// totEindeIn is totEinde in a folder outside the home.
func totEindeIn(t *testing.T, werkmap, thuis string, maat [2]int, args ...string) *terminal {
	t.Helper()
	def := laad(t, "koken-in-het-schoolgebouw", "kort")
	data, err := os.ReadFile("testdata/kort.yaml")
	if err != nil {
		t.Fatal(err)
	}
	antwoorden := leesBlad(t, "kort.yaml", data, def).Antwoorden()
	stappen := loop(t, def, antwoorden)
	cmd := weeg(t, thuis, append([]string{"nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"}, args...)...)
	cmd.Dir = werkmap
	z := newTerminal(t, cmd, maat[0], maat[1])
	z.doorVerhaal()
	z.typ(enter)
	for i, s := range stappen {
		z.antwoord(s, volgendeVraag(stappen, i), antwoorden)
	}
	z.typ(enter)
	z.ziet("Wanneer kijkt u hierop terug?")
	z.ziet("Geen datum")
	return z
}

func TestTheEndAsksWhenToLookBack(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct {
		toets string
		want  func(nu time.Time) string
	}{
		"a week":       {"1", func(nu time.Time) string { return werkdag(nu.AddDate(0, 0, 7)) }},
		"four weeks":   {neer + enter, func(nu time.Time) string { return werkdag(nu.AddDate(0, 0, 28)) }},
		"three months": {"3", func(nu time.Time) string { return werkdag(overMaanden(nu)) }},
		"no day":       {"4", func(time.Time) string { return "" }},
		"ctrl+c":       {ctrlC, func(time.Time) string { return "" }},
	} {
		for _, maat := range maten[:steekproef(len(maten))] {
			t.Run(fmt.Sprint(naam, maat), func(t *testing.T) {
				thuis := t.TempDir()
				z := totEinde(t, thuis, maat)
				pad, voor := enige(t, thuis)
				z.ziet("Uw reflectie staat in")
				want := c.want(time.Now())
				z.typ(c.toets)
				if naam != "ctrl+c" {
					z.ziet("Wat wilt u nu?")
					z.kiest("Klaar")
				}
				if code := z.klaar(); code != 0 {
					t.Fatalf("ends with %d:\n%s", code, z.rauw())
				}
				_, na := enige(t, thuis)
				doc, err := markdown.Parse(pad, []byte(na))
				if err != nil || doc.Reflectie.Terugblik.String() != want {
					t.Errorf("looking back is on %q, want %q: %v", doc.Reflectie.Terugblik, want, err)
				}
				erbij := "terugblik: " + want + "\n"
				if want != "" && strings.Count(na, erbij) != 1 {
					t.Errorf("the file lacks %q", erbij)
				}
				na = strings.Replace(na, erbij, "", 1)
				if na != voor {
					t.Errorf("more than the day was changed:\n%s", na)
				}
				later := z.naScherm()
				later = plat(opdrachten.ReplaceAllString(later, ""))
				kaal := strings.ReplaceAll(later, " ", "") // it says where, once
				if !strings.Contains(kaal, "Uwreflectiestaatin:"+pad) || strings.Count(kaal, filepath.Base(pad)) != 1 {
					t.Errorf("after the screen it says %q", later)
				}
				if gezegd := strings.Contains(later, "kijkt u terug met: weeg terugblik"); gezegd != (want != "") {
					t.Errorf("after the screen it says %q", later)
				}
				if uit, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
					t.Errorf("a concept is left:\n%s", uit)
				}
			})
		}
	}
}

// werkdag is the day of t, or the first after it on which people work.
func werkdag(t time.Time) string {
	vrij := regexp.MustCompile(`^(Sat|Sun)|(01-01|04-27|05-05|12-25|12-26)$`)
	for vrij.MatchString(t.Format("Mon 2006-01-02")) {
		t = t.AddDate(0, 0, 1)
	}
	return t.Format(time.DateOnly)
}

// overMaanden is the same day three months later, or the last of that month.
func overMaanden(nu time.Time) time.Time {
	for dag := nu.Day(); ; dag-- {
		if d := time.Date(nu.Year(), nu.Month()+3, dag, 0, 0, 0, 0, time.Local); d.Day() == dag {
			return d
		}
	}
}

func TestTheEndTellsWhereAllStandsAndHowToShareIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		naam string
		maak []string // folders
		args []string
		git  []string
	}{
		{"no repository", nil, nil, nil},
		{"a repository", []string{".git"}, nil, []string{"git add reflecties/", `git commit -m "Reflectie op koken-in-het-schoolgebouw"`}},
		{"a name with a space", []string{".git", "van mij"}, []string{"--naar", "van mij/d'r $x.md"}, []string{`git add 'van mij/d'\''r $x.md'`}},
		{"a name like an option", []string{".git"}, []string{"--naar=-x.md"}, []string{"git add ./-x.md"}},
		{"another repository", []string{"team/.git"}, []string{"--naar", "team/x.md"}, []string{"/team add x.md", `/team commit -m "Reflectie`}},
	} {
		t.Run(c.naam, func(t *testing.T) {
			thuis := t.TempDir()
			for _, dir := range c.maak {
				if err := os.MkdirAll(filepath.Join(thuis, dir), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			z := totEinde(t, thuis, [2]int{120, 40}, c.args...)
			z.ziet("Privé U gaf geen privé-antwoorden.")
			z.ziet("Uw waardenetwerk Veiligheid en zorg voor elkaar werken elkaar hier tegen.")
			z.ziet("Weeg deelt niets. Iemand kan een gedeeld bestand met de Woo opvragen.")
			if len(c.git) > 0 {
				z.ziet(`commit -m "Reflectie`)
			} else if strings.Contains(z.beeld(), "git ") {
				t.Errorf("without a repository it tells of git:\n%s", z.beeld())
			}
			z.typ("3")
			z.ziet("Wat wilt u nu?")
			z.typ(eind, enter)
			if code := z.klaar(); code != 0 {
				t.Errorf("ends with %d", code)
			}
			na := z.naScherm()
			na = plat(opdrachten.ReplaceAllString(na, ""))
			for _, git := range c.git {
				if !strings.Contains(na, git) {
					t.Errorf("after the screen it says %q, without %q", na, git)
				}
			}
			if strings.Contains(na, "Woo") || strings.Contains(na, "git ") != (len(c.git) > 0) {
				t.Errorf("after the screen it says %q", na)
			}
		})
	}
}

// vanBestand opens a reflectie to complete it.
func vanBestand(t *testing.T, thuis, pad string, maat [2]int, omgeving ...string) *terminal {
	t.Helper()
	cmd := weeg(t, thuis, "verder", pad)
	cmd.Env = append(cmd.Env, omgeving...)
	return newTerminal(t, cmd, maat[0], maat[1])
}

// eenAntwoordblad makes a reflectie of testdata/koken.yaml, with these lines more.
func eenAntwoordblad(t testing.TB, thuis, meer, naar string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(thuis, naar)), 0o700); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, fout, code := draai(t, thuis, string(data)+meer, "nieuw", "--antwoorden", "-", "--naar", filepath.Join(thuis, naar)); code != 0 {
		t.Fatal(code, fout)
	}
}

func TestTheEndAsksNoDayThatWasChosenAndTellsWhatIsPrivate(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := kortThuis(t)
		eenAntwoordblad(t, thuis, "terugblik: 2031-02-21\n", "r.md")
		ids, _, _ := draai(t, thuis, "", "prive", "lijst")
		z := vanBestand(t, thuis, "r.md", maat)
		z.ziet("tab overslaan")
		z.rondAf("De reflectie bijwerken")
		z.ziet("U kijkt hierop terug op 21 februari 2031.")
		z.ziet("› De reflectie lezen")
		if maat[1] < 24 {
			z.typ(ctrlR) // all that stands there
			z.ziet("esc terug")
			if strings.Contains(z.beeld(), "naar de vraag") {
				t.Errorf("%v: it leads back to a question:\n%s", maat, z.beeld())
			}
		}
		z.ziet("5 antwoorden, te zien")
		if strings.Contains(z.beeld(), "prive toon") { // where it may be cut
			t.Errorf("%v: it says on the screen what to type:\n%s", maat, z.beeld())
		}
		if maat[1] < 24 {
			z.typ(esc)
			z.ziet("› De reflectie lezen")
		}
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		if strings.Contains(z.rauw(), "Geen datum") {
			t.Errorf("%v: it asks for a day", maat)
		}
		na := z.naScherm()
		if na = strings.Join(strings.Fields(opdrachten.ReplaceAllString(na, "")), ""); !strings.Contains(na, "weegprivetoon"+strings.TrimSpace(ids)) {
			t.Errorf("%v: after the screen it says %q", maat, na)
		}
	}
}

// Who starts ./weeg is told commands that begin so: in an error, on a page, where they stop
// and at the end.
func TestWhatOneIsToldToTypeCanBeTypedOver(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "terugblik: 2031-02-21\n", "r.md")
	leeg, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer leeg.Close()
	zegt := func(args, invoer string) string {
		var uit bytes.Buffer
		omgeving := map[string]string{"HOME": thuis, "LOCALAPPDATA": thuis, "ACCESSIBLE": "1"}
		cli.Run(t.Context(), cli.Wereld{In: strings.NewReader(invoer), Uit: &uit, Fout: &uit, OS: runtime.GOOS,
			Werkmap: func() (string, error) { return thuis, nil }, Random: rand.Reader, Nu: time.Now, UitTerminal: true,
			Terminal: &cli.Terminal{In: leeg, Uit: leeg, Zelf: "./weeg"}, Getenv: func(naam string) string { return omgeving[naam] }}, strings.Fields(args))
		return uit.String()
	}
	for _, test := range []struct {
		args, invoer string
		wil          string
	}{
		{"casus toon zzz", "", "typ ./weeg casus lijst"},
		{"vraag", "", "Typ: ./weeg nieuw --eigen"},
		{"--help", "", "Gebruik:\n  ./weeg [OPDRACHT]\n"},
		{"nieuw -h", "", "\n  ./weeg nieuw --eigen --werkvorm kort\n"},
		{"help casus", "", "Meer over een opdracht: ./weeg casus OPDRACHT --help\n"},
		{"nieuw na-het-incident --werkvorm kort", "1\nIk weeg nieuw bewijs.\n.\n:stop\n", "  ./weeg verder na-het-incident-"},
		{"verder " + filepath.Join(thuis, "r.md"), ":naar einde\n1\n3\n", "5 antwoorden: ./weeg prive toon"},
	} {
		if got := zegt(test.args, test.invoer); !strings.Contains(got, test.wil) || strings.Contains(got, " weeg verder") || strings.Contains(got, " weeg prive") {
			t.Errorf("weeg %s says\n%s", test.args, got)
		}
	}
	id, _, _ := strings.Cut(zegt("concept lijst", ""), " ")
	if got := zegt("concept toon "+id, ""); !strings.Contains(got, "Ik weeg nieuw bewijs.") {
		t.Errorf("what the person wrote is changed:\n%s", got)
	}
}

func TestTheEndInPlainLines(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "", "r.md")
	z := vanBestand(t, thuis, "r.md", [2]int{80, 60}, "ACCESSIBLE=1")
	z.ziet("U kunt bij elke vraag ook typen")
	z.typ(":naar einde\r")
	z.ziet("1. De reflectie bijwerken")
	z.typ("1\r")
	z.ziet("Uw waardenetwerk:")
	z.ziet("Wanneer kijkt u hierop terug?")
	z.typ("1\r")
	z.ziet("Wat wilt u nu?")
	z.typ("1\r")
	z.ziet("niet in het bestand van uw reflectie")
	z.ziet("2. Een webpagina maken")
	z.typ("4\r")
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
	want := werkdag(time.Now().AddDate(0, 0, 7))
	if got := leesJSON(t, thuis, "r.md")["terugblik"]; got != want {
		t.Errorf("looking back is on %v, want %s", got, want)
	}

	z = vanBestand(t, thuis, "r.md", [2]int{80, 60}, "ACCESSIBLE=1")
	z.ziet("U kunt bij elke vraag ook typen")
	z.typ(":naar einde\r")
	z.ziet("1. De reflectie bijwerken")
	z.typ("1\r")
	z.ziet("Wat wilt u nu?")
	z.typ("4\r")
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
	if beeld := z.beeld(); strings.Contains(beeld, "Wanneer kijkt u") || !strings.Contains(beeld, "U kijkt hierop terug op") || !strings.Contains(beeld, "Woo") || !strings.Contains(beeld, " "+filepath.Join(thuis, "r.md")+" Op ") {
		t.Errorf("it says\n%s", beeld)
	}
}

// Who wants to change an answer finds that where they made the reflectie, and where they
// begin; it comes in the same file.
func TestAnAnswerOfAFinishedReflectieIsChangedFromTheScreens(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		wijzig := func(z *terminal, woord string) {
			z.kiestTwijfel()
			z.typ(ctrlU, woord)
			z.rondAf("De reflectie bijwerken")
		}
		z := totEinde(t, thuis, maat)
		z.kiestGeenDag()
		z.kiest("Een antwoord wijzigen")
		wijzig(z, "Of het morgen nog kan.")
		z.ziet("Wat wilt u nu?") // and not once more when to look back
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Fatalf("%v: ends with %d", maat, code)
		}
		if _, tekst := enige(t, thuis); !strings.Contains(tekst, "> Of het morgen nog kan.\n") {
			t.Errorf("%v: the file is\n%s", maat, tekst)
		}

		z = beginscherm(t, thuis, maat)
		z.kiest("Een antwoord wijzigen")
		wijzig(z, "Of Ria het redt.")
		z.ziet("Wanneer kijkt u hierop terug?")
		z.typ("4")
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Fatalf("%v: ends with %d", maat, code)
		}
		if _, tekst := enige(t, thuis); !strings.Contains(tekst, "> Of Ria het redt.\n") || strings.Contains(tekst, "morgen nog kan") {
			t.Errorf("%v: the file is\n%s", maat, tekst)
		}
	}
}

// Who changes nothing after all, or stops halfway, hears what stands: the reflectie as it
// was, where it is, and what was said of it before.
func TestWhoStopsChangingHearsWhatStands(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		z := totEinde(t, thuis, maat)
		z.kiestGeenDag()
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat")
		z.kiest("Een antwoord wijzigen")
		z.kiestTwijfel()
		z.typ(ctrlC)
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: who made it and changed nothing ends with %d", maat, code)
		}
		pad, was := enige(t, thuis)
		na := func(z *terminal) string {
			na := z.naScherm()
			return strings.Join(strings.Fields(opdrachten.ReplaceAllString(na, "")), "")
		}
		for _, want := range []string{"Erisnietsveranderd", "Dewebpaginastaatin", filepath.Base(pad)} {
			if !strings.Contains(na(z), want) {
				t.Errorf("%v: it does not say %q: %q", maat, want, na(z))
			}
		}

		z = beginscherm(t, thuis, maat)
		z.kiest("Een antwoord wijzigen")
		z.kiestTwijfel()
		z.typ(ctrlU, "Of het kan.")
		ander := beginscherm(t, thuis, maat)
		z.typ(tab)
		z.ziet("Wat zeggen de ouderen tegen u")
		z.ziet("Klaar met wijzigen?") // it says so anew
		ander.kiest("Een antwoord wijzigen")
		ander.ziet("U werkt al aan")
		ander.ziet("Wat wilt u doen?")
		ander.typ(ctrlC)
		ander.klaar()
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 || !strings.Contains(na(z), "Zestaannognietinuwreflectie:") {
			t.Errorf("%v: halfway it ends with %d and says %q", maat, code, na(z))
		}
		if _, tekst := enige(t, thuis); tekst != was {
			t.Errorf("%v: the reflectie changed:\n%s", maat, tekst)
		}

		z = beginscherm(t, thuis, maat)
		if maat[0] >= 80 { // where there is room beside its name
			z.ziet("Verder met de wijziging van Koken")
		}
		z.kiest("Een antwoord wijzigen")
		z.kiest("Verdergaan met wat u begon")
		z.ziet("Klaar met wijzigen?")
		z.rondAf("De reflectie bijwerken")
		z.ziet("Geen datum")
		z.typ("4")
		z.ziet("Uw reflectie is bijgewerkt.")
		z.ziet("nu ouder dan uw")
		if _, tekst := enige(t, thuis); !strings.Contains(tekst, "> Of het kan.\n") {
			t.Errorf("%v: the reflectie is\n%s", maat, tekst)
		}

		z.kiest("Een webpagina maken") // beside the one that is older
		z.ziet("De webpagina staat")
		if maat[0] >= 80 { // where all of it fits
			z.ziet("Ernaast staat een oudere")
		}
		z.kiest("Een antwoord wijzigen")
		z.kiestTwijfel()
		z.typ(ctrlU, "Of het mag.", tab)
		z.ziet("Wat zeggen de ouderen")
		if maat[1] >= 16 { // where there is room for more than the keys
			z.ziet("ctrl+o overzicht en einde")
		}
		pad, _ = enige(t, thuis)
		stam := strings.TrimSuffix(pad, ".md")
		bewaarLater(t, stam+"-3.md", "Van een ander.\n") // its page is none of this one
		bewaarLater(t, stam+"-3.html", "Van een ander.\n")
		if err := os.Mkdir(stam+"-4.html", 0o700); err != nil {
			t.Fatal(err)
		}
		z.rondAf("De reflectie bijwerken")
		z.ziet("die u maakte, zijn")
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat")
		if maat[0] >= 80 {
			z.ziet("-5.html.")
			z.ziet("De andere ernaast zijn ouder.")
		}
		z.typ(ctrlC)
		z.klaar()
		if want := "Diewebpaginaisnuouder."; !strings.Contains(na(z), want) {
			t.Errorf("%v: it does not say %q of the page before the change: %q", maat, want, na(z))
		}
	}
}

// halfGewijzigd is at the question after one of which the answer of a finished reflectie was
// changed; was is that reflectie.
func halfGewijzigd(t *testing.T, thuis string, maat [2]int) (z *terminal, was string) {
	t.Helper()
	z = totEinde(t, thuis, maat)
	z.kiestGeenDag()
	z.typ(ctrlC)
	z.klaar()
	_, was = enige(t, thuis)
	z = beginscherm(t, thuis, maat)
	z.kiest("Een antwoord wijzigen")
	z.kiestTwijfel()
	z.typ(ctrlU, "Toch maar iets anders.", tab)
	z.ziet("Wat zeggen de ouderen")
	return z, was
}

// wantWeg checks that nothing is half any more, and that the reflectie is as it was.
func wantWeg(t *testing.T, thuis, was string) {
	t.Helper()
	if _, tekst := enige(t, thuis); tekst != was {
		t.Errorf("the reflectie changed:\n%s", tekst)
	}
	if uit, _, _ := draai(t, thuis, "", "concept", "lijst"); !strings.Contains(uit, "geen concepten") {
		t.Errorf("something is half still: %s", uit)
	}
}

// Who changed something halfway and thinks better of it sees what that is, and is asked
// whether they are sure; then it is gone, and the reflectie is as it was.
func TestHalfAChangeCanBeThrownAway(t *testing.T) {
	t.Parallel()
	for _, maat := range maten[:steekproef(len(maten))] {
		thuis := t.TempDir()
		z, was := halfGewijzigd(t, thuis, maat)
		z.typ(ctrlC)
		z.klaar()

		z = beginscherm(t, thuis, maat)
		z.kiest("Een wijziging weggooien") // it is no conversation, and the reflectie stays
		z.ziet("Wat wilt u weggooien?")
		z.ziet("Wijziging van Koken")
		z.typ(esc)
		z.ziet("Wat wilt u doen?")
		z.kiest("Een antwoord wijzigen")
		z.kiest("Weggooien wat u begon")
		z.ziet("Deze antwoorden wijzigde u sinds")
		z.ziet("Waar twijfelt u over")
		z.typ(enter) // no, to begin with
		z.ziet("Wat wilt u wijzigen?")
		z.kiest("Weggooien wat u begon")
		z.kiest("Ja, gooi weg")
		z.ziet("is weg")
		z.kiestTwijfel()
		if beeld := z.beeld(); strings.Contains(beeld, "Toch maar") {
			t.Errorf("%v: what was thrown away is back:\n%s", maat, beeld)
		}
		z.typ(ctrlC)
		z.klaar()
		wantWeg(t, thuis, was)
	}
}

// Also at the end of a change it can be thrown away, where somebody looks for that.
func TestAtItsEndAChangeCanBeThrownAway(t *testing.T) {
	t.Parallel()
	for _, maat := range maten[:steekproef(len(maten))] {
		thuis := t.TempDir()
		z, was := halfGewijzigd(t, thuis, maat)
		z.naarEinde()
		z.kiest("Weggooien wat u nu schreef")
		z.ziet("blijft zoals")
		z.typ(enter) // no, to begin with
		z.ziet("Hier rondt u af")
		z.kiest("Weggooien wat u nu schreef")
		z.kiest("Ja, gooi weg")
		z.ziet("is weg")
		z.ziet("Wat wilt u doen?")
		wantWeg(t, thuis, was)

		z.kiest("Een antwoord wijzigen")
		z.kiestTwijfel()
		z.rondAf("De reflectie bijwerken")
		z.kiestGeenDag()
		z.ziet("Er is niets veranderd.")
		z.typ(ctrlC)
		z.klaar()
	}
}

// What another window is busy with, or of which the reflectie is gone, is not thrown away;
// and a text that one saved in an editor stays.
func TestWhatIsNeededYetIsNotThrownAway(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z, was := halfGewijzigd(t, thuis, maten[0])
	z.typ(ctrlC)
	z.klaar()
	concepten, _ := filepath.Glob(filepath.Join(thuis, ".local/state/weeg/concepten/*.json"))
	if len(concepten) != 1 {
		t.Fatalf("there is %v", concepten)
	}
	id := strings.TrimSuffix(filepath.Base(concepten[0]), ".json")
	vraagt := func() {
		t.Helper()
		z = beginscherm(t, thuis, maten[0])
		z.kiest("Een antwoord wijzigen")
		z.kiest("Weggooien wat u begon")
		z.ziet("blijft zoals")
	}

	vraagt()
	ander := newTerminal(t, weeg(t, thuis, "verder", id), 80, 24)
	ander.ziet("Klaar met wijzigen?")
	z.kiest("Ja, gooi weg")
	z.ziet("U werkt al aan")
	ander.typ(ctrlC)
	ander.klaar()
	z.typ(ctrlC)
	z.klaar()

	ander = newTerminal(t, weeg(t, thuis, "verder", id), 80, 24)
	ander.ziet("Klaar met wijzigen?")
	ander.naarEinde()
	ander.kiest("Weggooien wat u nu schreef")
	ander.ziet("blijft zoals")
	pad, _ := enige(t, thuis)
	if err := os.Rename(pad, pad+".elders"); err != nil {
		t.Fatal(err)
	}
	ander.kiest("Ja, gooi weg")
	ander.ziet("dit bestand is er niet meer")
	ander.stuur(syscall.SIGTERM)
	ander.klaar()
	if err := os.Rename(pad+".elders", pad); err != nil {
		t.Fatal(err)
	}

	vraagt()
	if err := os.Rename(pad, pad+".elders"); err != nil {
		t.Fatal(err)
	}
	z.kiest("Ja, gooi weg")
	z.ziet("dit bestand is er niet meer")
	z.typ(ctrlC)
	z.klaar()
	if err := os.Rename(pad+".elders", pad); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(concepten[0]); err != nil {
		t.Fatalf("all that was left of it is gone: %v", err)
	}

	klad := filepath.Join(thuis, ".local/state/weeg/klad", id+".md")
	for naam, tekst := range map[string]string{klad: "Nog een gedachte.\n", klad + ".was": "Iets anders.\n"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(naam), 0o700), os.WriteFile(naam, []byte(tekst), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	vraagt()
	z.kiest("Ja, gooi weg")
	z.ziet("is weg")
	z.ziet("In uw editor bewaarde u nog een tekst")
	z.typ(ctrlC)
	z.klaar()
	if tekst, err := os.ReadFile(klad); err != nil || string(tekst) != "Nog een gedachte.\n" {
		t.Errorf("what was saved in an editor is %q, %v", tekst, err)
	}
	wantWeg(t, thuis, was)
}

// However often one changes an answer in one go, a script gets the path once, also where
// one stops halfway the last of it, and the exit code tells of that.
func TestAScriptGetsThePathOnceHoweverOftenOneChanges(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "terugblik: 2031-02-21\n", "r.md")
	var uit bytes.Buffer
	cmd := weeg(t, thuis, "verder", "r.md")
	cmd.Stdout = &uit
	z := newTerminal(t, cmd, 80, 24)
	z.ziet("Klaar met wijzigen?")
	for _, woord := range []string{"Eerst dit.", "Dan dat."} {
		z.rondAf("De reflectie bijwerken")
		z.ziet("Wat wilt u nu?")
		z.kiest("Een antwoord wijzigen")
		z.kiestTwijfel()
		z.typ(ctrlU, woord, tab)
		z.ziet("De bedoeling")
	}
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 || uit.String() != "r.md\n" {
		t.Errorf("it ends with %d, and a script gets %q", code, uit.String())
	}
	if uit, _, _ := draaiLos(t, thuis, "", "lees", "r.md"); !strings.Contains(uit, "Eerst dit.") || strings.Contains(uit, "Dan dat.") {
		t.Errorf("the reflectie is\n%s", uit)
	}
}

// The day to look back is changed where the answers are.
func TestTheDayToLookBackCanBeAnother(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "terugblik: 2031-02-21\n", filepath.Join("reflecties", "r.md"))
	z := beginscherm(t, thuis, [2]int{80, 24})
	z.kiest("Een antwoord wijzigen")
	z.ziet("Wat wilt u wijzigen?")
	z.ziet("Wat zou u nu doen? (alleen voor u)")
	z.typ("waar ik over twijfel") // as the file calls that question
	z.ziet("› Waar twijfelt u over")
	z.typ(esc)
	z.ziet("typ een woord")
	z.typ("dag")
	z.kiest("De dag om terug te kijken")
	z.ziet("Wanneer kijkt u hierop terug?")
	z.ziet("is nu 21 februari 2031.")
	z.kiest("Na 4 weken")
	z.ziet("Wat wilt u wijzigen?")
	if strings.Contains(z.beeld(), "2031") || !strings.Contains(z.beeld(), "terug te kijken is nu ") {
		t.Errorf("it does not say which day it is now:\n%s", z.beeld())
	}
	z.kiest("De dag om terug te kijken")
	z.ziet("Wanneer kijkt u hierop terug?")
	z.typ(shiftTab)
	z.ziet("Wat wilt u wijzigen?")
	z.typ(ctrlC)
	z.klaar()
	want := werkdag(time.Now().AddDate(0, 0, 28))
	if got := leesJSON(t, thuis, "reflecties/r.md")["terugblik"]; got != want {
		t.Errorf("looking back is on %v, want %s", got, want)
	}
}

// In a team's folder the end shares what was made, when the person says so.
func TestAtTheEndThePersonSharesWithTheirTeam(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		team := filepath.Join(thuis, "team")
		if err := os.Mkdir(team, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(team, ".weeg.yaml"), []byte("weeg: 1\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		eigen := filepath.Join(thuis, ".local", "share", "weeg", "reflecties")
		z := totEindeIn(t, team, thuis, maat)
		z.kiestGeenDag()
		z.kiest("Delen met uw team")
		z.ziet("Voor wie is deze reflectie?")
		z.kiest("Voor mijzelf")
		z.ziet("› Klaar")
		if gedeeld, _ := os.ReadDir(filepath.Join(team, "reflecties")); len(gedeeld) > 0 {
			t.Fatalf("%v: shared without being asked: %v", maat, gedeeld)
		}
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat")
		z.ziet("› Klaar")
		if thuis, _ := filepath.Glob(filepath.Join(thuis, "*.html")); len(thuis) != 1 {
			t.Errorf("%v: of what is still one's own the page is not in one's home: %v", maat, thuis)
		}
		if hier, _ := filepath.Glob(filepath.Join(team, "*.html")); len(hier) > 0 {
			t.Errorf("%v: git would share with the team what one did not: %v", maat, hier)
		}
		z.kiest("Delen met uw team")
		z.ziet("Voor wie is deze reflectie?")
		z.kiest("Voor mijn team, alleen")
		z.ziet("Uw reflectie staat nu in de map van uw team")
		z.ziet("› Klaar")
		if strings.Contains(z.beeld(), "Delen met") {
			t.Errorf("%v: it can be shared once more:\n%s", maat, z.beeld())
		}
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		pad, tekst := enige(t, team)
		if over, _ := os.ReadDir(eigen); len(over) > 0 || !strings.Contains(tekst, "\noverleg: nee\n") {
			t.Errorf("%v: what stays is %v, and what is shared is\n%s", maat, over, tekst)
		}
		if na := z.naScherm(); !strings.Contains(plat(na), filepath.Base(pad)) && maat[0] >= 80 {
			t.Errorf("%v: after the screen it says %q", maat, na)
		}
	}
}

func TestAtTheEndThePersonReadsWhatWasMadeAndMakesAPageOfIt(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis := t.TempDir()
		z := totEinde(t, thuis, maat)
		z.kiestGeenDag()
		z.kiest("De reflectie lezen")
		z.ziet("Een verzonnen casus.")
		z.typ("q")
		z.ziet("› De reflectie lezen") // one enter too many while leafing does not end it
		z.kiest("Een webpagina maken")
		z.ziet("De webpagina staat")
		z.ziet("› Klaar")
		if strings.Contains(z.beeld(), "Een webpagina maken") || strings.Contains(z.beeld(), "Zien waar") {
			t.Errorf("%v: the page is made, and it offers one:\n%s", maat, z.beeld())
		}
		z.kiest("De reflectie lezen")
		z.ziet("Een verzonnen casus.")
		z.typ(ctrlC) // which is enough
		if code := z.klaar(); code != 0 {
			t.Fatalf("%v: ends with %d:\n%s", maat, code, z.rauw())
		}
		pad, _ := enige(t, thuis)
		pagina := strings.TrimSuffix(filepath.Base(pad), ".md") + ".html"
		if na := z.naScherm(); !strings.Contains(plat(na), plat(filepath.Join(thuis, "reflecties", pagina))) && maat[0] >= 80 {
			t.Errorf("%v: after the screen it does not say where the page is: %q", maat, na)
		}
		if er, _ := filepath.Glob(filepath.Join(thuis, "reflecties", "*.html")); len(er) != 1 {
			t.Errorf("%v: the pages are %v", maat, er)
		}
		data, err := os.ReadFile(filepath.Join(thuis, "reflecties", pagina))
		if err != nil || !strings.Contains(string(data), "Koken in het oude schoolgebouw") {
			t.Errorf("%v: the page: %v", maat, err)
		}
	}
}

// What somebody changed meanwhile is told when the screen is gone, and stands.
func TestTheEndOfACompletionKeepsWhatChangedMeanwhile(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	eenAntwoordblad(t, thuis, "", "r.md")
	z := vanBestand(t, thuis, "r.md", maten[0])
	z.ziet("De schrijver van deze casus zag ook deze waarden.")
	z.typ(enter) // an answer of this side
	z.ziet("Gekozen: Betrokkenheid")
	z.typ(tab)
	z.ziet("Welke twee waarden botsen hier het meest?")
	z.rondAf("De reflectie bijwerken")
	z.ziet("Geen datum")
	pad := filepath.Join(thuis, "r.md")
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pad, append(data, "\nEen eigen noot.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := z.eindigt("1"); code != 0 {
		t.Errorf("ends with %d:\n%s", code, z.rauw())
	}
	if data, _ = os.ReadFile(pad); !strings.HasSuffix(string(data), "\nEen eigen noot.\n") || !strings.Contains(string(data), "\nterugblik: ") || !strings.Contains(string(data), "id: betrokkenheid") {
		t.Errorf("the file is\n%s", data)
	}
}

// BenchmarkStart times the way to the start screen beside a thousand reflecties.
func BenchmarkStart(b *testing.B) {
	thuis := b.TempDir()
	eenAntwoordblad(b, thuis, "terugblik: 2126-02-21\n", "reflecties/een.md")
	paden, err := filepath.Glob(filepath.Join(thuis, "reflecties", "*.md"))
	if err != nil || len(paden) != 1 {
		b.Fatal(paden, err)
	}
	data, err := os.ReadFile(paden[0])
	if err != nil {
		b.Fatal(err)
	}
	for i := range 999 {
		naam := fmt.Sprintf("2026-02-01-koken-in-het-schoolgebouw-%04d.md", i)
		if err := os.WriteFile(filepath.Join(thuis, "reflecties", naam), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		z := beginscherm(b, thuis, maten[0])
		z.ziet("1000 reflecties")
		b.StopTimer()
		z.typ(ctrlC)
		z.klaar()
		b.StartTimer()
	}
}
