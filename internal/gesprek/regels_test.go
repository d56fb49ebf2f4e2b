package gesprek_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// woorden are those of the shipped library: of the conversation, and of one kind of step.
func woorden(soort casus.Stapsoort) (gesprek, velden []casus.Vraag) {
	b := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"})
	w, err := b.Werkvorm("waardenweging")
	if err != nil {
		panic(err)
	}
	i := slices.IndexFunc(w.Stappen, func(s casus.Stap) bool { return s.Soort == soort })
	return w.Gesprek, w.Stappen[i].Velden
}

func definitie() casus.Definitie {
	gesprek, velden := woorden(casus.StapWaarden)
	return casus.Definitie{
		Casus: casus.Casus{ID: "koken", Titel: "Koken", Situatie: "Buren koken.\nElke dag.", Moment: "Mag het?"},
		Werkvorm: casus.Werkvorm{ID: "proef", Duur: 10, Gesprek: gesprek, Stappen: []casus.Stap{
			{ID: "een", Titel: "Een", Uitleg: "Rustig aan.", Soort: casus.StapVragen, Vragen: []casus.Vraag{
				{ID: "tekst", Vraag: "Wat ziet u?"},
				{ID: "regel", Vraag: "Wie?", Soort: casus.Regeltekst},
				{ID: "keuze", Vraag: "Welke?", Soort: casus.Keuze, Opties: []casus.Optie{{ID: "a", Naam: "Appel"}, {ID: "b", Naam: "Bes"}}},
				{ID: "meer", Vraag: "Welke nog?", Soort: casus.Meerkeuze, Opties: []casus.Optie{{ID: "a", Naam: "Appel"}, {ID: "b", Naam: "Bes"}}},
				{ID: "ja", Vraag: "Zeker?", Soort: casus.JaNee},
				{ID: "dag", Vraag: "Wanneer?", Soort: casus.Datum},
				{ID: "stil", Vraag: "Wat raakt u?", Prive: true},
			}},
			{ID: "waarden", Titel: "Waarden", Soort: casus.StapWaarden, Velden: velden[:1]},
		}},
		Waarden: []casus.Waarde{{ID: "openheid", Naam: "Openheid", Groep: "Democratie"}, {ID: "zorg", Naam: "Zorg", Groep: "Samenleving"}},
	}
}

// praat holds a conversation in lines and returns what it came to.
func praat(t *testing.T, stand sessie.Stand, invoer ...string) (sessie.Stand, string, error) {
	t.Helper()
	var uit bytes.Buffer
	kant := gesprek.NewRegels(strings.NewReader(strings.Join(invoer, "\n")+"\n"), &uit, gesprek.RegelsOpties{Breedte: 60, Openbaar: true})
	stand, err := gesprek.Run(context.Background(), sessie.New(stand), kant, func(sessie.Stand) error { return nil })
	return stand, uit.String(), err
}

func begin() sessie.Stand { return sessie.NewStand("proef", definitie()) }

func TestEveryKindOfAnswerInLines(t *testing.T) {
	stand, uit, err := praat(t, begin(),
		"eerste regel", "", "..", "...", "::geen opdracht", ".",
		"::naam", "2", "1, Bes", "ja", "21-2-2027", ":overslaan", "1, +Buurtgevoel", ":overslaan", ":overslaan", "1")
	if err != nil {
		t.Fatalf("%v\n%s", err, uit)
	}
	for sleutel, want := range map[string]reflectie.Antwoord{
		"een.tekst": reflectie.Tekst("eerste regel\n\n.\n..\n::geen opdracht"),
		"een.regel": reflectie.Tekst(":naam"),
		"een.keuze": reflectie.Tekst("b"),
		"een.meer":  reflectie.Lijst("a", "b"),
		"een.ja":    reflectie.JaNee(true),
		"een.dag":   reflectie.Tekst("2027-02-21"),
		"waarden":   reflectie.Lijst("openheid", "buurtgevoel"),
	} {
		if got := stand.Antwoorden[sleutel]; !got.Equal(want) {
			t.Errorf("%s is %v, want %v", sleutel, got, want)
		}
	}
}

func TestLinesHoldNoEscapesAndFitTheWidth(t *testing.T) {
	def := definitie()
	def.Casus.Titel = "Koken\x1b]0;titel\a met heel veel woorden die samen breder zijn dan een regel"
	_, uit, _ := praat(t, sessie.NewStand("x", def), ":uitleg", ":overzicht", ":stop")
	if strings.ContainsAny(uit, "\x1b\a") {
		t.Error("an escape sequence of the casus reaches the terminal")
	}
	for regel := range strings.Lines(uit) {
		if len([]rune(strings.TrimSpace(regel))) > 60 {
			t.Errorf("wider than 60: %q", regel)
		}
	}
}

// In a reflectie that is there, a question without an answer is as its file has it; that some
// were skipped once, nobody knows any more.
func TestInAReflectieThatIsThereAQuestionIsNotOpenButLeftOrChanged(t *testing.T) {
	stand := begin()
	if _, uit, _ := praat(t, stand, ":overzicht", ":stop"); !strings.Contains(uit, "(nog open)") || strings.Contains(uit, "(niet ingevuld)") {
		t.Errorf("a new conversation says\n%s", uit)
	}
	stand.Bestand = "r.md"
	if _, uit, _ := praat(t, stand, "wat ik zag", ".", ":overzicht", ":stop"); strings.Contains(uit, "(nog open)") || !strings.Contains(uit, "(niet ingevuld)") ||
		strings.Count(uit, "(gewijzigd)\n      wat ik zag\n") != 1 || strings.Count(uit, "(gewijzigd)") != 1 {
		t.Errorf("a change says\n%s", uit)
	}
	stand.Gelezen = reflectie.Antwoorden{"een.tekst": reflectie.Tekst("wat er stond")}
	stand.Antwoorden = maps.Clone(stand.Gelezen)
	if _, uit, _ := praat(t, stand, ":overzicht", ":terug", ":wis", ":overzicht", ":stop"); strings.Count(uit, "(ingevuld)") != 1 || strings.Count(uit, "(gewijzigd)") != 1 {
		t.Errorf("an answer that is taken away is told as\n%s", uit)
	}
}

func TestBackKeepsAndAnEmptyAnswerKeeps(t *testing.T) {
	stand, uit, err := praat(t, begin(), "wat ik zag", ".", ":terug", ".", "wie ik zag", ":terug", "", ":stop")
	if !errors.Is(err, gesprek.ErrGestopt) {
		t.Fatalf("stopping gives %v", err)
	}
	if !strings.Contains(uit, "Uw antwoord tot nu toe:\n  wat ik zag") {
		t.Errorf("the earlier answer is not shown:\n%s", uit)
	}
	if stand.Antwoorden["een.tekst"].Tekst() != "wat ik zag" || stand.Antwoorden["een.regel"].Tekst() != "wie ik zag" {
		t.Errorf("answers are %v", stand.Antwoorden)
	}
	if stand.Plaats != "een.keuze" {
		t.Errorf("stands at %s", stand.Plaats)
	}
}

func TestAnEmptyLineIsAnEmptyAnswerAlsoWithItsDot(t *testing.T) {
	for _, leeg := range [][]string{{""}, {"."}, {"", "."}} {
		invoer := append(append([]string{"wat ik zag", ".", ":terug"}, leeg...), "wie ik zag", ":stop")
		stand, uit, _ := praat(t, begin(), invoer...)
		if stand.Antwoorden["een.tekst"].Tekst() != "wat ik zag" || stand.Antwoorden["een.regel"].Tekst() != "wie ik zag" {
			t.Errorf("%q: answers are %v\n%s", leeg, stand.Antwoorden, uit)
		}
	}
}

// Who ends each answer with a point does not pass by a choice with it.
func TestAPointIsNoAnswerToAChoice(t *testing.T) {
	for _, punt := range []string{".", " . ", ".."} {
		stand, uit, _ := praat(t, begin(), "Iets.", ".", "iemand", punt, "2", punt, "1 2", punt, "ja", ":stop")
		for _, sleutel := range []string{"een.keuze", "een.meer", "een.ja"} {
			if stand.Antwoorden[sleutel].IsZero() {
				t.Errorf("%q at %s passed it by", punt, sleutel)
			}
		}
		if n := strings.Count(uit, "Kies een van de antwoorden die hier staan."); n != 3 {
			t.Errorf("%q is refused %d times:\n%s", punt, n, uit)
		}
	}
}

// Who passes a question by hears it, however they do; of one with an answer, that
// it stays.
func TestWhatIsSkippedIsSaid(t *testing.T) {
	for _, leeg := range []string{"", ".", ":overslaan"} {
		_, uit, _ := praat(t, begin(), leeg, "", ":stop")
		if n := strings.Count(uit, "  Overgeslagen.\n"); n != 2 {
			t.Errorf("after %q it is said %d times:\n%s", leeg, n, uit)
		}
		_, uit, _ = praat(t, begin(), "Iets.", ".", ":terug", leeg, ":stop")
		if !strings.Contains(uit, "  Uw antwoord blijft staan.\n") || strings.Contains(uit, "Overgeslagen") {
			t.Errorf("%q at what was answered says\n%s", leeg, uit)
		}
	}
	_, uit, _ := praat(t, begin(), ":naar 8", "", ":stop")
	if strings.Contains(uit, "Overgeslagen") {
		t.Errorf("what is asked once more is said to be skipped:\n%s", uit)
	}
}

// A row of numbers is shown as what was kept of it.
func TestWhatWasChosenByNumbersIsReadBack(t *testing.T) {
	_, uit, _ := praat(t, begin(), "Iets.", ".", "iemand", "2", "2 1 2", ":naar 8", "1, +zorg, +Buurtgevoel", ":stop")
	for _, want := range []string{"> \n  Bes, Appel\n", "> \n  Openheid, Zorg, Buurtgevoel\n"} {
		if !strings.Contains(uit, want) {
			t.Errorf("%q is not read back:\n%s", want, uit)
		}
	}
}

// Speech does not say a colon, and may end a word as it ends a sentence: a command
// without the one or with the other is asked about once.
func TestACommandWithoutItsColonIsAskedAboutOnce(t *testing.T) {
	stand, uit, _ := praat(t, begin(), "Terug.", ".", "iets anders", ".", "Overslaan.", ":stop")
	if stand.Antwoorden["een.tekst"].Tekst() != "iets anders" || !stand.Antwoorden["een.regel"].IsZero() {
		t.Errorf("kept is %v", stand.Antwoorden)
	}
	for _, want := range []string{"Typ dan :terug,", "Typ dan :overslaan,"} {
		if !strings.Contains(uit, want) {
			t.Errorf("it does not say %q:\n%s", want, uit)
		}
	}
	stand, _, _ = praat(t, begin(), "terug", ".", "terug", ".", ":stop")
	if stand.Antwoorden["een.tekst"].Tekst() != "terug" {
		t.Errorf("who means it keeps %v", stand.Antwoorden)
	}
}

// A day that is called by its name is told as the day that it is.
func TestADayByItsNameIsReadBack(t *testing.T) {
	stand := begin()
	stand.Vandaag = reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1}
	stand, uit, _ := praat(t, stand, ":naar 6", "dinsdag", ":stop")
	if stand.Antwoorden["een.dag"].Tekst() != "2026-12-08" || !strings.Contains(uit, "> \n  dinsdag 8 december 2026\n") {
		t.Errorf("kept is %v, and it says\n%s", stand.Antwoorden, uit)
	}
}

// Choices that are no waarden, and more than a small screen holds, push their
// question off it.
func TestTheQuestionStandsAgainBelowALongList(t *testing.T) {
	stand := begin()
	vraag := &stand.Definitie.Werkvorm.Stappen[0].Vragen[2]
	for i := range 16 {
		vraag.Opties = append(vraag.Opties, casus.Optie{ID: fmt.Sprintf("o%d", i), Naam: fmt.Sprintf("Optie %d", i)})
	}
	_, uit, _ := praat(t, stand, ":naar 3", ":stop")
	if _, onder, _ := strings.Cut(uit, "18. Optie 15"); !strings.Contains(onder, "Welke?") {
		t.Errorf("below the list stands %q", onder)
	}
}

// The catalogue is too long to listen to: what the person named comes first, and the
// rest is found by its group or by a word. A number means what was read out last.
func TestAChoiceOfManyWaardenIsShortAndAWordOrAGroupFindsThem(t *testing.T) {
	stand := begin()
	stand.Definitie.Waarden = append(stand.Definitie.Waarden,
		casus.Waarde{ID: "doelmatigheid", Naam: "Doelmatigheid", Groep: "Bestuur", Omschrijving: "Geld goed gebruiken", Ook: []string{"efficiëntie"}},
		casus.Waarde{ID: "vertrouwen", Naam: "Vertrouwen", Groep: "Bestuur", Omschrijving: "Op een ander bouwen"})
	for i := range 16 {
		stand.Definitie.Waarden = append(stand.Definitie.Waarden, casus.Waarde{ID: fmt.Sprintf("w%d", i), Naam: fmt.Sprintf("Waarde %d", i), Groep: "Overige"})
	}
	const vraag, hint = ":naar 8", "Typ een woord of een groep om te zoeken."
	for typ, want := range map[string]string{
		"EFFICIENTIE": "> \nBestuur\n   1. Doelmatigheid: Geld goed gebruiken\n" + hint,
		"geld":        "> \nBestuur\n   1. Doelmatigheid: Geld goed gebruiken\n" + hint,
		"vertr":       "> \nBestuur\n   1. Vertrouwen: Op een ander bouwen\n" + hint,
		"bestuur":     "> \nBestuur\n   1. Doelmatigheid: Geld goed gebruiken\n   2. Vertrouwen: Op een ander bouwen\n" + hint,
		"waarde":      "> \nDat past bij 16 waarden. Typ een langer woord.\n" + hint,
		"fiets":       "> \n\"fiets\" staat niet in de lijst.",
		"w0, fiets":   "> \n\"fiets\" staat niet in de lijst.",
		"+x, 3":       "> \nTyp eerst een woord of een groep. Dan ziet u nummers.",
	} {
		stand, uit, _ := praat(t, stand, vraag, typ, "geld", "1, Vertrouwen, w0, +buurtgevoel", ":stop")
		if !strings.Contains(uit, want) {
			t.Errorf("%q does not give %q:\n%s", typ, want, uit)
		}
		if got, want := stand.Antwoorden["waarden"], reflectie.Lijst("doelmatigheid", "vertrouwen", "w0", "buurtgevoel"); !got.Equal(want) {
			t.Errorf("after %q the answer is %v, want %v", typ, got, want)
		}
	}
	// What is found one by one comes together; what is given twice, once.
	beide, uit, _ := praat(t, stand, vraag, "geld", "1", vraag, "vertr", "1, doelmatigheid", ":stop")
	if got, want := beide.Antwoorden["waarden"], reflectie.Lijst("doelmatigheid", "vertrouwen"); !got.Equal(want) || !strings.Contains(strings.ReplaceAll(uit, "\n", " "), "Wat u typt, komt erbij.") {
		t.Errorf("one by one they are %v, want %v\n%s", got, want, uit)
	}
	_, uit, _ = praat(t, stand, vraag, vraag, ":stop")
	if !strings.Contains(uit, "U bent al bij deze vraag.") {
		t.Errorf("who goes where they are hears\n%s", uit)
	}
	stand.Definitie.Werkvorm.Stappen[1].Vragen = []casus.Vraag{{ID: "woorden", Vraag: "Wat telt?"}}
	_, uit, _ = praat(t, stand, vraag, "Zonder openheid geen efficiëntie.", ".", ":stop")
	want := "Al door u genoemd\n   1. Openheid\nMisschien bedoelt u\n   2. Doelmatigheid: Geld goed gebruiken\n" +
		"Groepen: Samenleving (1), Bestuur (1), Overige (16)\n" + hint
	if !strings.Contains(uit, want) || strings.Contains(uit, "Waarde 3") {
		t.Errorf("the choice is not\n%s\nbut\n%s", want, uit)
	}
}

func TestACommandInsideATextIsNoTextAndThatIsSaid(t *testing.T) {
	stand, uit, _ := praat(t, begin(), "eerst", ":stop", "::stop", ".  ", ":stop")
	if !strings.Contains(uit, "Sluit uw tekst eerst af met een punt. Typ daarna :stop.") || stand.Antwoorden["een.tekst"].Tekst() != "eerst\n:stop" {
		t.Errorf("kept is %v\n%s", stand.Antwoorden, uit)
	}
}

// Who goes on with a text, or is broken off in that, keeps what stood there.
func TestWhatIsTypedComesBelowTheTextThatIsThere(t *testing.T) {
	stand, uit, _ := praat(t, begin(), "eerst", ".", ":terug", "en toen", ".", ":terug", "half")
	if want := "eerst\nen toen\nhalf"; stand.Antwoorden["een.tekst"].Tekst() != want || !strings.Contains(uit, "Wat u typt, komt erbij.") {
		t.Errorf("kept is %v, want %q\n%s", stand.Antwoorden, want, uit)
	}
}

func TestWipingTakesTheAnswerAway(t *testing.T) {
	stand, _, _ := praat(t, begin(), "fout", ".", ":terug", ":wis", "goed", ".", ":stop")
	if got := stand.Antwoorden["een.tekst"].Tekst(); got != "goed" {
		t.Errorf("after wiping the answer is %q", got)
	}
}

func TestOverviewJumps(t *testing.T) {
	stand, uit, _ := praat(t, begin(), "x", ".", ":overzicht", ":naar 5", "nee", ":stop")
	if !strings.Contains(uit, "1. Wat ziet u? (ingevuld)") || !strings.Contains(uit, "2. Wie? (nog open)") {
		t.Errorf("the overview lacks a status:\n%s", uit)
	}
	if got := stand.Antwoorden["een.ja"]; !got.Equal(reflectie.JaNee(false)) {
		t.Errorf("after the jump the answer went elsewhere: %v", stand.Antwoorden)
	}
}

func TestWrongInputIsToldAndAskedAgain(t *testing.T) {
	for _, c := range []struct {
		naar, typ, want string
	}{
		{":naar 3", "7", "Typ een nummer van 1 tot en met 2."},
		{":naar 3", "peer", "Kies een van de antwoorden die hier staan."},
		{":naar 4", "1 9", "Typ een nummer van 1 tot en met 2."},
		{":naar 5", "misschien", "Typ ja of nee."},
		{":naar 6", "31-2-2027", "Dat is geen datum."},
		{":naar 8", "opnheid", `"opnheid" staat niet in de lijst. Bedoelt u Openheid? Is het een eigen waarde?`},
		{":naar 8", "opnieuw", `"opnieuw" staat niet in de lijst. Is het een eigen waarde?`},
		{":naar 8", ":hulp", "Die opdracht is er niet."},
	} {
		stand, uit, _ := praat(t, begin(), c.naar, c.typ, ":stop")
		if !strings.Contains(strings.ReplaceAll(uit, "\n", " "), c.want) {
			t.Errorf("%s at %s says\n%s\nwant %s", c.typ, c.naar, uit, c.want)
		}
		if len(stand.Antwoorden) != 0 {
			t.Errorf("%s at %s was taken: %v", c.typ, c.naar, stand.Antwoorden)
		}
	}
}

func TestPrivateAnswersAreNotShownInAPipe(t *testing.T) {
	stand, uit, _ := praat(t, begin(), ":naar 7", "GEHEIM", ".", ":terug", ":overzicht", ":uitleg", ":stop")
	if strings.Contains(uit, "GEHEIM") {
		t.Errorf("a private answer is shown:\n%s", uit)
	}
	if stand.Antwoorden["een.stil"].Tekst() != "GEHEIM" {
		t.Error("the private answer is not kept")
	}
}

// The overview tells of what is for the person alone that it is there, and not
// what it says: the first reaction comes back in its own time.
func TestTheOverviewKeepsPrivateAnswersOutOfSight(t *testing.T) {
	var uit bytes.Buffer
	kant := gesprek.NewRegels(strings.NewReader(":naar 7\nGEHEIM\n.\n:overzicht\n:stop\n"), &uit, gesprek.RegelsOpties{Breedte: 60})
	if _, err := gesprek.Run(t.Context(), sessie.New(begin()), kant, func(sessie.Stand) error { return nil }); !errors.Is(err, gesprek.ErrGestopt) {
		t.Fatal(err)
	}
	if strings.Contains(uit.String(), "GEHEIM") || !strings.Contains(uit.String(), "Wat raakt u? (ingevuld)") {
		t.Errorf("the overview is\n%s", uit.String())
	}
}

func TestTheEndOfInputEndsATextAndStops(t *testing.T) {
	stand, _, err := praat(t, begin(), "half", "een zin zonder punt")
	if !errors.Is(err, gesprek.ErrGestopt) {
		t.Errorf("end of input gives %v", err)
	}
	if got := stand.Antwoorden["een.tekst"].Tekst(); got != "half\neen zin zonder punt" {
		t.Errorf("kept is %q", got)
	}
}

func TestEveryConfirmedAnswerIsSavedAtOnce(t *testing.T) {
	var bewaard []int
	kant := gesprek.NewRegels(strings.NewReader("a\n.\nb\n1\n"), io.Discard, gesprek.RegelsOpties{Breedte: 80})
	_, err := gesprek.Run(context.Background(), sessie.New(begin()), kant, func(s sessie.Stand) error {
		bewaard = append(bewaard, len(s.Antwoorden))
		return nil
	})
	if !errors.Is(err, gesprek.ErrGestopt) || !slices.Equal(bewaard, []int{1, 2, 3, 3}) {
		t.Errorf("saved with %v answers, error %v", bewaard, err)
	}
}

func TestAFailedSaveIsToldAndTheNextOneKeepsAll(t *testing.T) {
	vol := errors.New("de schijf is vol")
	var uit bytes.Buffer
	var bewaard sessie.Stand
	n := 0
	kant := gesprek.NewRegels(strings.NewReader("a\n.\nb\n:stop\n"), &uit, gesprek.RegelsOpties{Breedte: 80})
	_, err := gesprek.Run(context.Background(), sessie.New(begin()), kant, func(s sessie.Stand) error {
		if n++; n == 1 {
			return vol
		}
		bewaard = s
		return nil
	})
	if !errors.Is(err, gesprek.ErrGestopt) || !strings.Contains(uit.String(), "Bewaren lukt niet. de schijf is vol") {
		t.Errorf("error %v, said:\n%s", err, uit.String())
	}
	if len(bewaard.Antwoorden) != 2 {
		t.Errorf("kept is %v", bewaard.Antwoorden)
	}
}

// A verklikker writes down what a front end hears about saves.
type verklikker struct {
	gesprek.Voorkant
	gehoord *[]string
}

func (v verklikker) Bewaard(fout string) { *v.gehoord = append(*v.gehoord, fout) }

func TestOfEachSaveTheFrontEndHearsHowItWent(t *testing.T) {
	var gehoord []string
	n := 0
	kant := gesprek.NewRegels(strings.NewReader("a\n.\nb\n:stop\n"), io.Discard, gesprek.RegelsOpties{Breedte: 80})
	_, err := gesprek.Run(context.Background(), sessie.New(begin()), verklikker{kant, &gehoord}, func(sessie.Stand) error {
		if n++; n == 1 {
			return errors.New("de schijf is vol")
		}
		return nil
	})
	if !errors.Is(err, gesprek.ErrGestopt) || !slices.Equal(gehoord, []string{"Bewaren lukt niet. de schijf is vol", "", ""}) {
		t.Errorf("error %v, heard %q", err, gehoord)
	}
}

func TestAStopThatCannotBeKeptIsNoStop(t *testing.T) {
	vol := errors.New("de schijf is vol")
	kant := gesprek.NewRegels(strings.NewReader("a\n.\n:stop\n"), io.Discard, gesprek.RegelsOpties{Breedte: 80})
	stand, err := gesprek.Run(context.Background(), sessie.New(begin()), kant, func(sessie.Stand) error { return vol })
	if !errors.Is(err, vol) || errors.Is(err, gesprek.ErrGestopt) {
		t.Errorf("the error is %v", err)
	}
	if stand.Antwoorden["een.tekst"].Tekst() != "a" {
		t.Errorf("the caller cannot save what was not kept: %v", stand.Antwoorden)
	}
}

func TestATextThatWasBeingTypedIsKeptAtTheEnd(t *testing.T) {
	in, schrijf := io.Pipe()
	defer schrijf.Close()
	ctx, stop := context.WithCancel(context.Background())
	gelezen := make(chan struct{})
	go func() {
		io.WriteString(schrijf, "halve\n")
		io.WriteString(schrijf, "tekst\n") // taken when the line before it was
		close(gelezen)
	}()
	go func() { <-gelezen; stop() }()
	kant := gesprek.NewRegels(in, io.Discard, gesprek.RegelsOpties{Breedte: 80})
	stand, err := gesprek.Run(ctx, sessie.New(begin()), kant, func(sessie.Stand) error { return nil })
	if !errors.Is(err, gesprek.ErrGestopt) || !strings.HasPrefix(stand.Antwoorden["een.tekst"].Tekst(), "halve") {
		t.Errorf("error %v, kept %v", err, stand.Antwoorden)
	}
}

func TestAMarkBeforePipedInputIsNoAnswer(t *testing.T) {
	stand, _, _ := praat(t, begin(), "\ufeffeerst", ".", ":stop")
	if got := stand.Antwoorden["een.tekst"].Tekst(); got != "eerst" {
		t.Errorf("kept is %q", got)
	}
}

func TestKiesAsksOutsideAConversation(t *testing.T) {
	var uit bytes.Buffer
	kant := gesprek.NewRegels(strings.NewReader("7\nwat\n2\n"), &uit, gesprek.RegelsOpties{Breedte: 80})
	id, err := kant.Kies(context.Background(), gesprek.Keuze{Titel: "Titel", Vraag: "Wat nu?", Opties: []sessie.Optie{{ID: "a", Naam: "Aap"}, {ID: "b", Naam: "Boom"}}})
	if err != nil || id != "b" || strings.Contains(uit.String(), ":terug") {
		t.Errorf("%q, %v:\n%s", id, err, uit.String())
	}
	if _, err := kant.Kies(context.Background(), gesprek.Keuze{Vraag: "?"}); err != io.EOF {
		t.Errorf("at the end of input: %v", err)
	}
}

// What shows of a choice brings it before one that only tells it somewhere.
func TestTheChoiceThatIsMeantIsFoundFirst(t *testing.T) {
	k := gesprek.Keuze{Opties: []sessie.Optie{
		{ID: "a", Naam: "Water", Zoek: [2]string{"", "Zij praat mee."}},
		{ID: "b", Naam: "Vuur", Zoek: [2]string{"meedoen inspraak", ""}},
		{ID: "c", Naam: "We nemen het mee"},
		{ID: "d", Naam: "De gemeente", Zoek: [2]string{"", "algemeen"}},
		{ID: "e", Naam: "Wie let op?", Uitleg: "Uw antwoord: de buren, bij vuur"},
	}}
	for zoek, want := range map[string]string{"mee": "cba", "inspraak": "b", "gemeente": "d", "praat water": "a", "": "abcde", "meel": "", "vuur": "be", "op let": "e", "het mee": "c"} {
		got := strings.Join(casus.Elk(k.Vind(zoek), func(o sessie.Optie) string { return o.ID }), "")
		if got != want {
			t.Errorf("%q finds %q, want %q", zoek, got, want)
		}
	}
}

func TestOneOfManyChoicesIsFoundByAWord(t *testing.T) {
	k := gesprek.Keuze{Vraag: "Welke?", Zoek: true, Terug: "weg"}
	for i := range 100 {
		k.Opties = append(k.Opties, sessie.Optie{ID: fmt.Sprint("verhaal-", i), Naam: fmt.Sprint("Verhaal ", i), Uitleg: "iets gewoons"})
	}
	k.Opties[70].Uitleg = "een signaal van de balie"
	k.Opties = append(k.Opties, sessie.Optie{ID: "weg", Naam: "Terug"})
	for typ, want := range map[string]string{
		"3\n":                "verhaal-2",
		"balie signaal\n1\n": "verhaal-70",
		"balie\n2\n":         "weg", // it can be chosen wherever there is a list
		"31\n":               "weg",
		"verhaal 7\n":        "verhaal-7", // by its name
		"32\nniets\n1\n":     "verhaal-0",
		":terug\n":           "weg",
	} {
		var uit bytes.Buffer
		kant := gesprek.NewRegels(strings.NewReader(typ), &uit, gesprek.RegelsOpties{Breedte: 80})
		if id, err := kant.Kies(context.Background(), k); err != nil || id != want {
			t.Errorf("%q gives %q, %v:\n%s", typ, id, err, uit.String())
		}
		for _, want := range []string{"30. Verhaal 29", "31. Terug\nEr zijn er nog 70. Die vindt u met een woord.\nTyp een nummer, of een woord om te zoeken.\n> "} {
			if !strings.Contains(uit.String(), want) {
				t.Errorf("the list lacks %q:\n%s", want, uit.String())
			}
		}
	}
	var uit bytes.Buffer
	kant := gesprek.NewRegels(strings.NewReader(":terug\na\n"), &uit, gesprek.RegelsOpties{Breedte: 80})
	if id, _ := kant.Kies(context.Background(), gesprek.Keuze{Opties: []sessie.Optie{{ID: "a", Naam: "Aap"}}}); id != "a" {
		t.Errorf("there is nothing to go back to, and it chooses %q:\n%s", id, uit.String())
	}
}

func TestAContextThatEndsStopsTheWait(t *testing.T) {
	in, schrijf := io.Pipe()
	defer schrijf.Close()
	ctx, stop := context.WithCancel(context.Background())
	var bewaard bool
	kant := gesprek.NewRegels(in, writerFunc(func(p []byte) (int, error) {
		if bytes.Contains(p, []byte("> ")) {
			stop() // the question stands; now the signal comes
		}
		return len(p), nil
	}), gesprek.RegelsOpties{Breedte: 80})
	_, err := gesprek.Run(ctx, sessie.New(begin()), kant, func(sessie.Stand) error { bewaard = true; return nil })
	if !errors.Is(err, gesprek.ErrGestopt) || !bewaard {
		t.Errorf("error %v, saved %v", err, bewaard)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// A pipe brings what the program before it makes.
func TestLinesThatAreNoUTF8AreReadAndThatIsSaidOnce(t *testing.T) {
	utf16 := func(s string) string {
		var b strings.Builder
		for _, r := range "\ufeff" + s {
			b.WriteByte(byte(r))
			b.WriteByte(byte(r >> 8))
		}
		return b.String()
	}
	for als, invoer := range map[string]string{
		"Windows-1252": "in het caf\xe9\nen caf\xe9\n.\n:stop\n",
		"UTF-16":       utf16("in het café\r\nen café\r\n.\r\n:stop\r\n"),
	} {
		var uit strings.Builder
		kant := gesprek.NewRegels(strings.NewReader(invoer), &uit, gesprek.RegelsOpties{Breedte: 60, Openbaar: true})
		stand, err := gesprek.Run(t.Context(), sessie.New(begin()), kant, func(sessie.Stand) error { return nil })
		if !errors.Is(err, gesprek.ErrGestopt) {
			t.Errorf("%s: %v", als, err)
		}
		if got := stand.Antwoorden["een.tekst"].Tekst(); got != "in het café\nen café" {
			t.Errorf("%s: the answer is %q", als, got)
		}
		if n := strings.Count(uit.String(), als); n != 1 {
			t.Errorf("%s is said %d times:\n%s", als, n, uit.String())
		}
	}
}

// perRegel is what somebody types: each read gives one line.
type perRegel struct{ regels []string }

func (p *perRegel) Read(b []byte) (int, error) {
	if len(p.regels) == 0 {
		return 0, io.EOF
	}
	n := copy(b, p.regels[0])
	p.regels = p.regels[1:]
	return n, nil
}

// What is typed after the last answer is for who asks after that, as where a window waits for
// enter before it closes.
func TestWhatIsTypedAfterTheLastAnswerIsLeft(t *testing.T) {
	in := &perRegel{[]string{"2\n", "\n"}}
	kant := gesprek.NewRegels(in, io.Discard, gesprek.RegelsOpties{Breedte: 60})
	keus, err := kant.Kies(t.Context(), gesprek.Keuze{Vraag: "Wat nu?", Opties: []sessie.Optie{{ID: "a", Naam: "Een"}, {ID: "b", Naam: "Twee"}}})
	if err != nil || keus != "b" {
		t.Fatal(keus, err)
	}
	rest, err := io.ReadAll(in)
	if err != nil || string(rest) != "\n" {
		t.Errorf("what is left is %q, %v", rest, err)
	}
}

// However many choices there are, all of them can be chosen where no word finds them; where one
// does, the one that goes back is there too.
func TestAllChoicesAreReadOutUnlessAWordFindsThem(t *testing.T) {
	k := gesprek.Keuze{Vraag: "Wat nu?", Terug: "terug"}
	for i := range 40 {
		k.Opties = append(k.Opties, sessie.Optie{ID: fmt.Sprint("n", i+1), Naam: fmt.Sprintf("Nummer %d", i+1)})
	}
	k.Opties = append(k.Opties, sessie.Optie{ID: "terug", Naam: "Terug"})
	for zoek, want := range map[bool]string{false: "40. Nummer 40\n  41. Terug\n", true: "30. Nummer 30\n  31. Terug\nEr zijn er nog 10."} {
		var uit strings.Builder
		k.Zoek = zoek
		kant := gesprek.NewRegels(strings.NewReader("Nummer 3\n"), &uit, gesprek.RegelsOpties{Breedte: 60})
		if keus, err := kant.Kies(t.Context(), k); err != nil || keus != "n3" {
			t.Errorf("it gives %q, %v", keus, err)
		}
		if !strings.Contains(uit.String(), want) {
			t.Errorf("it reads out\n%s", uit.String())
		}
	}
}
