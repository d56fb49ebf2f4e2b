package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/sessie"
)

// A rolletje is the screens of one whole conversation, in the order in which
// they were seen: those in testdata, or with WEEG_BIJWERKEN=1 those of now.
type rolletje struct {
	z       *terminal
	pad     string
	wil     []string // those in testdata that are still to come
	gezien  strings.Builder
	schrijf bool
}

func newRolletje(z *terminal, naam string) *rolletje {
	r := &rolletje{z: z, pad: filepath.Join("testdata", "schermen", naam+".txt"), schrijf: os.Getenv("WEEG_BIJWERKEN") != ""}
	data, err := os.ReadFile(r.pad)
	if err != nil && !r.schrijf {
		z.t.Fatal(err)
	}
	for _, deel := range strings.SplitAfter(string(data), "\n=== ") {
		r.wil = append(r.wil, strings.TrimPrefix(strings.TrimSuffix(deel, "\n=== "), "=== "))
	}
	return r
}

// Days, how wide they are, the letters that tell one conversation from another, and the home
// differ each time.
var (
	dagen      = regexp.MustCompile(` *\d{1,2} (januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december) \d{4}`)
	dagenID    = regexp.MustCompile(`\b\d{4}-\d\d-\d\d\b`)
	naamstaart = regexp.MustCompile(`choolgebouw-[a-z0-9]{4}`)
	huizen     = regexp.MustCompile(`/thuis[A-Z2-7]{4}`)
)

// foto is the screen as it is kept: with a mark where its cursor is, and without what
// differs each time.
func (z *terminal) foto(naam string) string {
	z.mu.Lock()
	defer z.mu.Unlock()
	var b strings.Builder
	b.WriteString(naam + "\n")
	cursor := z.vt.Cursor()
	for rij, regel := range strings.Split(z.vt.String(), "\n") {
		if rij == cursor.Y && z.vt.CursorVisible() {
			cellen := []rune(regel)
			regel = string(cellen[:cursor.X]) + "▏" + string(cellen[cursor.X:])
		}
		regel = dagen.ReplaceAllString(regel, " DAG")
		regel = dagenID.ReplaceAllString(regel, "DAG")
		regel = naamstaart.ReplaceAllString(regel, "choolgebouw-????")
		regel = huizen.ReplaceAllString(regel, "/thuis????")
		b.WriteString(strings.TrimRight(strings.ReplaceAll(regel, "\x00", " "), " \n") + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// neem holds the screen against the one in testdata, which it waits for, and
// looks whether the question, a key and the way out are on it.
func (r *rolletje) neem(naam string) {
	r.z.t.Helper()
	if r.schrijf {
		r.z.stil()
		r.gezien.WriteString("=== " + r.z.foto(naam) + "\n")
		return
	}
	if len(r.wil) == 0 {
		r.z.t.Fatalf("testdata ends before %s", naam)
	}
	wil := strings.TrimRight(r.wil[0], "\n")
	r.wil = r.wil[1:]
	r.z.wacht("the screen of "+naam+":\n"+wil, func(string) bool { return r.z.foto(naam) == wil })
}

// stil waits until nothing new comes; only to make the testdata.
func (z *terminal) stil() {
	for {
		select {
		case <-z.nieuw:
		case <-time.After(500 * time.Millisecond):
			return
		}
	}
}

func (r *rolletje) klaar() {
	r.z.t.Helper()
	if !r.schrijf {
		if len(r.wil) > 0 && r.wil[0] != "" {
			r.z.t.Errorf("testdata has more: %s", r.wil[0])
		}
		return
	}
	if err := os.MkdirAll(filepath.Dir(r.pad), 0o755); err != nil {
		r.z.t.Fatal(err)
	}
	if err := os.WriteFile(r.pad, []byte(r.gezien.String()), 0o644); err != nil {
		r.z.t.Fatal(err)
	}
}

// A whole conversation, from the start screen to the end, at three sizes: each
// kind of question, the story, the overview and a jump, back, skip, an own
// value, the search, the editor, another size in the middle, stop and go on.
func TestAWholeConversationLooksAsItShould(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	for _, maat := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", maat[0], maat[1]), func(t *testing.T) {
			t.Parallel()
			heelGesprek(t, maat[0], maat[1])
		})
	}
}

func heelGesprek(t *testing.T, breed, hoog int) {
	thuis := kortThuis(t)
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	ed := editor(t, `echo "Uit de editor." >>"$1"`)
	begin := func(args ...string) *terminal {
		cmd := weeg(t, thuis, args...)
		cmd.Env = append(cmd.Env, "EDITOR="+ed)
		return newTerminal(t, cmd, breed, hoog)
	}
	z := begin()
	r := newRolletje(z, fmt.Sprintf("gesprek-%dx%d", breed, hoog))
	z.ziet("Een casus kiezen")
	r.neem("start")
	z.kiest("Een casus kiezen")
	z.ziet("Welke casus")
	z.typ("schoolgebouw")
	z.ziet("esc alles tonen")
	r.neem("zoeken")
	z.typ(enter)
	z.ziet("Hoe wilt u wegen?")
	r.neem("werkvorm")
	z.kiest(def.Werkvorm.Naam)
	z.ziet("lezen  ")
	r.neem("verhaal")
	z.doorVerhaal()
	z.typ(enter)
	for i, s := range stappen {
		z.ziet(begindeel(s.vraag.Vraag))
		r.neem(s.vraag.Sleutel)
		z = r.onderweg(s, begin)
		z.antwoord(s, volgendeVraag(stappen, i), b.Antwoorden())
	}
	r.neem("afronden")
	z.typ(enter)
	z.ziet("Geen datum")
	r.neem("einde")
	z.typ("3")
	z.ziet("Wat wilt u nu?")
	r.neem("daarna")
	z.typ(eind, enter)
	if code := z.klaar(); code != 0 {
		t.Errorf("ends with %d", code)
	}
	r.klaar()
}

// begindeel is as much of a question as the smallest screen surely shows.
func begindeel(vraag string) string {
	woorden := strings.Fields(vraag)
	return strings.Join(woorden[:min(3, len(woorden))], " ")
}

// onderweg does, at some questions, what else somebody does. It leaves the
// screen at the question, with nothing answered there.
func (r *rolletje) onderweg(s stap, begin func(...string) *terminal) *terminal {
	z := r.z
	terug := func() { z.ziet("ctrl+c stoppen") }
	switch s.vraag.Sleutel {
	case "bedoeling.bereiken":
		z.typ("Iets dat we bereiken.")
		z.ziet("bereiken.")
		z.typ("\x05")
		z.ziet("Uit de editor.")
		if breed, _ := z.vt.Size(); breed >= 80 { // a smaller screen has no room to say so
			z.ziet("bewaard") // it comes by itself after a second of rest, so before or after the picture
		}
		r.neem("editor")
		for range 2 { // and away with it
			z.typ("\x15\x7f")
		}
		z.typ("\x15")
		z.ziet("overslaan")
	case "bedoeling.ontbreekt":
		z.typ(ctrlO)
		z.ziet("esc terug")
		r.neem("overzicht")
		z.typ(op, enter)     // jump, and back again
		z.ziet("tab verder") // there was an answer
		r.neem("sprong")
		z.typ(ctrlO)
		z.ziet("esc terug")
		z.typ(neer, enter)
		z.ziet("tab overslaan")
		z.typ("\x1b[Z") // shift+tab
		z.ziet("tab verder")
		r.neem("terug")
		z.typ(tab)
		z.ziet("tab overslaan")
	case "waarden":
		z.typ("zor")
		z.ziet("Zoeken: zor")
		r.neem("zoek-waarde")
		z.typ(esc)
		z.ziet("typ een woord")
		breed, hoog := z.vt.Size()
		z.maat(62, 18)
		r.neem("andere-maat")
		z.maat(breed, hoog)
		terug()
	case "regel.opzij":
		z.typ(ctrlR)
		z.ziet("esc terug")
		r.neem("verhaal-terug")
		z.typ(esc)
		terug()
		z.typ(ctrlC)
		if code := z.klaar(); code != 4 {
			z.t.Errorf("stopping ends with %d", code)
		}
		r.z = begin("verder")
		r.z.ziet("ctrl+c stoppen")
		r.neem("verder")
	case "besluit.anders":
		if breed, _ := z.vt.Size(); breed < 100 {
			z.typ("\x14") // ctrl+t
			z.ziet("Uw waardenetwerk")
			r.neem("netwerk")
			z.typ(esc)
			terug()
		}
	}
	return r.z
}

// maat makes the screen another size: first as the one who looks at it sees it,
// and then for the program, so that nothing it draws comes too early.
func (z *terminal) maat(breed, hoog int) {
	z.t.Helper()
	z.mu.Lock()
	z.vt.Resize(breed, hoog)
	z.mu.Unlock()
	if err := pty.Setsize(z.pty, &pty.Winsize{Cols: uint16(breed), Rows: uint16(hoog)}); err != nil {
		z.t.Fatal(err)
	}
}

// Without colours nothing on the way says a colour, and all is still there.
func TestNoColorMeansNoColor(t *testing.T) {
	t.Parallel()
	kleur := regexp.MustCompile(`\x1b\[[0-9;]*\b(3[0-8]|4[0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m`)
	thuis := t.TempDir()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	cmd := weeg(t, thuis)
	cmd.Env = append(cmd.Env, "NO_COLOR=1")
	z := newTerminal(t, cmd, 80, 24)
	z.ziet("Stoppen")
	z.kiest("Een casus kiezen")
	z.ziet("Welke casus")
	z.typ("schoolgebouw", enter)
	z.ziet("Hoe wilt u wegen?")
	z.kiest(def.Werkvorm.Naam)
	z.doorVerhaal()
	z.typ(enter)
	for i, s := range stappen {
		z.antwoord(s, volgendeVraag(stappen, i), b.Antwoorden())
		if s.vraag.Soort == casus.Waardenkeuze {
			break
		}
	}
	z.typ(ctrlC)
	z.klaar()
	if k := kleur.FindString(z.rauw()); k != "" {
		t.Errorf("the terminal is told %q", k)
	}
}

// opCaret matches a screen with its cursor where the person types or points, and
// opTekst one to read with it at its first line.
var (
	opCaret = regexp.MustCompile(`(?m)^ *(▏›|│ [^│\n]*▏|Zoeken: .*▏)`)
	opTekst = regexp.MustCompile(`(?ms)^ *▏( *│.*)?$.*(esc terug naar de vraag|enter verder lezen|enter naar de eerste vraag)`)
)

// On every screen that is kept stands the question, where to answer it, and how
// to go on or out; and its cursor is shown where the person is.
func TestEveryKeptScreenIsWhole(t *testing.T) {
	t.Parallel()
	def, b := koken(t)
	vragen := map[string]string{}
	for _, s := range loop(t, def, b.Antwoorden()) {
		vragen[s.vraag.Sleutel] = s.vraag.Vraag
	}
	eigen := map[string]string{}
	for _, v := range eigenVragen() {
		eigen[v.naam] = v.vraag
	}
	bestanden, err := filepath.Glob("testdata/schermen/*.txt")
	if err != nil || len(bestanden) == 0 {
		t.Fatalf("no screens: %v", err)
	}
	for _, bestand := range bestanden {
		data, err := os.ReadFile(bestand)
		if err != nil {
			t.Fatal(err)
		}
		vragen := vragen
		if strings.HasPrefix(filepath.Base(bestand), "eigen-") {
			vragen = eigen
		}
		for scherm := range strings.SplitSeq(strings.TrimPrefix(string(data), "=== "), "\n=== ") {
			naam, beeld, _ := strings.Cut(scherm, "\n")
			links := ""
			for regel := range strings.Lines(beeld) {
				if deel, _, ok := strings.Cut(regel, " │"); ok && strings.TrimSpace(deel) != "" {
					regel = deel // without what stands beside the question
				}
				links += " " + regel
			}
			if vraag, ok := vragen[naam]; ok && !strings.Contains(plat(links), plat(vraag)) {
				t.Errorf("%s, %s: not the whole question %q:\n%s", bestand, naam, vraag, beeld)
			}
			if !strings.Contains(plat(beeld), "ctrl+c stoppen") && !strings.Contains(plat(beeld), "esc terug naar de vraag") {
				t.Errorf("%s, %s: no way out:\n%s", bestand, naam, beeld)
			}
			if strings.Count(beeld, "▏") != 1 || !opCaret.MatchString(beeld) && !opTekst.MatchString(beeld) {
				t.Errorf("%s, %s: the cursor does not stand where the person is:\n%s", bestand, naam, beeld)
			}
			if _, ok := vragen[naam]; ok && !strings.ContainsAny(beeld, "›│") && !strings.Contains(beeld, "Zoeken: ") {
				t.Errorf("%s, %s: nowhere to answer:\n%s", bestand, naam, beeld)
			}
		}
	}
}

// The first reaction is out of sight until it comes back, and is marked then.
func TestTheFirstReactionIsOutOfSightUntilItComesBack(t *testing.T) {
	t.Parallel()
	for _, maat := range []string{"80x24", "40x12", "120x40"} {
		data, err := os.ReadFile("testdata/schermen/gesprek-" + maat + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		var terug []string
		for scherm := range strings.SplitSeq(strings.TrimPrefix(string(data), "=== "), "\n=== ") {
			naam, beeld, _ := strings.Cut(scherm, "\n")
			if !strings.Contains(beeld, "Ik schrijf op wat ik zag") {
				continue
			}
			terug = append(terug, naam)
			if !strings.Contains(beeld, "Uw eerste reactie (alleen u ziet dit)") {
				t.Errorf("%s, %s: the first reaction stands there without a word:\n%s", maat, naam, beeld)
			}
		}
		if want := "standpunten.1.waarde besluit.verschil"; strings.Join(terug, " ") != want {
			t.Errorf("%s: the first reaction is seen at %v, not at %s", maat, terug, want)
		}
	}
}

// What the conversation above does not meet: looking back, and a situation of
// one's own in which nothing clashes.
func TestLookingBackAndAnOwnSituationLookAsTheyShould(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	for _, maat := range [][2]int{{80, 24}, {40, 12}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", maat[0], maat[1]), func(t *testing.T) {
			t.Parallel()
			terugkijken(t, kortThuis(t), maat)
			eigenSituatie(t, kortThuis(t), maat)
		})
	}
}

func terugkijken(t *testing.T, thuis string, maat [2]int) {
	_, b := koken(t)
	blad, err := os.ReadFile("testdata/koken.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if _, fout, code := draai(t, thuis, string(blad), "nieuw", "--antwoorden", "-", "--naar", "r.md"); code != 0 {
		t.Fatal(fout)
	}
	def := laad(t, b.Reflectie.Casus, b.Reflectie.Werkvorm)
	def, err = casus.NewTerugblik(def.Casus, laadWerkvorm(t, "terugblik"), def.Waarden)
	if err != nil {
		t.Fatal(err)
	}
	z := newTerminal(t, weeg(t, thuis, "terugblik", "r.md"), maat[0], maat[1])
	r := newRolletje(z, fmt.Sprintf("terugblik-%dx%d", maat[0], maat[1]))
	z.doorVerhaal()
	z.typ(enter)
	s := sessie.New(sessie.NewTerugblik("terug", def, b.Reflectie))
	for s.Vraag().Sleutel != sessie.SleutelAfronden {
		z.ziet(s.Vraag().Vraag)
		r.neem(s.Vraag().Sleutel)
		if s.Vraag().Sleutel == "nu.moment" {
			z.typ("Ik bel eerst.")
			z.ziet("Ik bel eerst.")
		}
		z.typ(tab)
		s.Skip()
	}
	z.ziet("De terugblik afronden")
	r.neem("afronden")
	z.typ(ctrlC)
	z.klaar()
	r.klaar()
}

func laadWerkvorm(t *testing.T, id string) casus.Werkvorm {
	t.Helper()
	w, err := deBibliotheek.Werkvorm(id)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// An eigenVraag is what is asked of a situation of one's own, the name of its
// screen, and what somebody presses there.
type eigenVraag struct {
	vraag, naam string
	toetsen     []string
}

func eigenVragen() []eigenVraag {
	return []eigenVraag{
		{"Hoe noemt u deze situatie?", "eigen.titel", []string{"De sleutel van het buurthuis", enter}},
		{"Wat speelt er?", "eigen.situatie", []string{"Vrijdag, vijf uur. De beheerder vraagt of hij de sleutel mag houden.", tab}},
		{"Voor welke vraag staat u?", "eigen.moment", []string{"Mag hij de sleutel nog een weekend houden, ook al zei de wethouder dat die maandag bij ons moet liggen?", tab}},
		{"Uw vraag telt meer dan vijftien woorden.", "eigen.moment, asked once more", []string{"\x15", "Mag hij de sleutel nog een weekend houden?", tab}},
		{"Wat zou u nu doen?", "moment.reactie", []string{"De sleutel ophalen.", tab}},
		{"Waar twijfelt u over?", "moment.twijfel", []string{tab}},
		{"Wat staat hier op het spel", "waarden.woorden", []string{"Dat hij mij gelooft.", tab}},
		{"Welke waarden tellen hier mee?", "waarden", []string{"betrouwb", enter, "eigenaar", enter, tab}},
		{"Botsen ", "verbanden.botst", []string{eind, enter}},
		{"Welke twee waarden helpen elkaar hier?", "verbanden.helpt", []string{enter}},
		{"Wanneer botsen deze waarden wel?", "verbanden.wanneer", []string{"Als er iets wegraakt.", tab}},
		{"Wat gaat u doen?", "uitkomst.doen", []string{"Hem bellen.", tab}},
		{"Wat is er anders dan in uw eerste reactie?", "besluit.verschil", []string{"Ik bel eerst.", tab}},
		{"Een volgende keer wil ik weten", "aandachtspunten.kennis", []string{"Wie er nog meer een sleutel heeft.", enter, "Wat er in de overeenkomst staat.", tab}},
		{"Een volgende keer let ik bij mezelf op", "aandachtspunten.acties", []string{tab}},
		{"Een volgende keer let ik op de invloed van", "aandachtspunten.macht", []string{tab}},
		{"Wat neemt u zich voor?", "afspraken.wat", []string{"De sleutels tellen.", tab}},
		{"Voor welke dag?", "afspraken.wanneer", []string{"31 februari", enter}},
		{"Dat is geen datum.", "afspraken.wanneer, no day", []string{"\x15", "1 maart 2126", enter}},
	}
}

// eigenSituatie goes through a situation of one's own from its title to its afspraak.
func eigenSituatie(t *testing.T, thuis string, maat [2]int) {
	z := newTerminal(t, weeg(t, thuis, "nieuw", "--eigen", "--werkvorm", "kort"), maat[0], maat[1])
	r := newRolletje(z, fmt.Sprintf("eigen-%dx%d", maat[0], maat[1]))
	for _, v := range eigenVragen() {
		z.ziet(v.vraag)
		r.neem(v.naam)
		z.typ(v.toetsen...)
	}
	z.ziet("Neemt u zich nog iets voor?")
	z.typ(tab)
	z.ziet("Hier rondt u af.")
	r.neem("afronden")
	z.typ(ctrlC)
	z.klaar()
	r.klaar()
}
