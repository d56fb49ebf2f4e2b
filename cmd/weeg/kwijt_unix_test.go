//go:build unix

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A verzinsel is a conversation that somebody is going to have: the command, the
// questions with what they answer there, and what comes of it.
type verzinsel struct {
	begin   []string
	stappen []stap
	wordt   sessie.Stand
}

// A verzinner makes up answers, of so many lines and words in a line at most. Each
// word comes once, so that a screen tells which was typed last.
type verzinner struct {
	*rand.Rand
	lijnen, woorden int
	nr              int
}

func (v *verzinner) woord() string {
	v.nr++
	woorden := []string{"soep", "gang", "branders", "bellen", "samen", "één", "café", "€", "<b>", "#", "nooddeur", "\"stoel\""}
	return fmt.Sprint(woorden[v.IntN(len(woorden))], v.nr)
}

func (v *verzinner) lijn() string {
	woorden := make([]string, 2+v.IntN(v.woorden-1))
	for i := range woorden {
		woorden[i] = v.woord()
	}
	return strings.Join(woorden, " ")
}

func (v *verzinner) tekst() string {
	lijnen := make([]string, 1+v.IntN(v.lijnen))
	for i := range lijnen {
		lijnen[i] = v.lijn()
	}
	return strings.Join(lijnen, "\n")
}

// antwoord makes up an answer, or none, but where the question would come once more.
func (v *verzinner) antwoord(vraag sessie.Vraag) reflectie.Antwoord {
	moet := slices.Contains([]string{"waarden", "uitkomst.doen", "aandachtspunten.acties"}, vraag.Sleutel)
	switch {
	case !moet && v.IntN(8) == 0:
		return reflectie.Antwoord{}
	case vraag.Soort == casus.Tekst && vraag.Sleutel != "eigen.moment":
		return reflectie.Tekst(v.tekst())
	case vraag.Soort == casus.Lijst:
		return reflectie.Lijst(strings.Split(v.tekst(), "\n")...)
	case vraag.Soort == casus.Datum:
		return reflectie.Tekst(fmt.Sprintf("%d-%d-2126", 1+v.IntN(28), 1+v.IntN(12)))
	case vraag.Soort == casus.Waardenkeuze:
		namen := []string{"Veiligheid", "Zorg voor elkaar", "Vertrouwen", v.woord()}
		v.Shuffle(len(namen), func(i, j int) { namen[i], namen[j] = namen[j], namen[i] })
		return reflectie.Lijst(namen[:2+v.IntN(2)]...)
	case vraag.Soort == casus.Keuze && (!vraag.Vrij || v.IntN(2) == 0):
		return reflectie.Tekst(vraag.Opties[v.IntN(len(vraag.Opties))].ID)
	}
	return reflectie.Tekst(v.lijn())
}

func (v *verzinner) verzin(t testing.TB, def casus.Definitie) verzinsel {
	t.Helper()
	plan := verzinsel{begin: []string{"nieuw", def.Casus.ID, "--werkvorm", def.Werkvorm.ID}}
	if def.IsEigen() {
		plan.begin[1] = "--eigen"
	}
	s := sessie.New(sessie.NewStand("verzinsel", def))
	for s.Vraag().Sleutel != sessie.SleutelAfronden {
		hier := stap{vraag: s.Vraag()}
		if n := len(plan.stappen); n > 0 && plan.stappen[n-1].vraag.Sleutel == hier.vraag.Sleutel {
			t.Fatalf("%s comes once more after %v", hier.vraag.Sleutel, hier.vraag.Antwoord)
		}
		hier.antwoord = v.antwoord(hier.vraag)
		if err := s.Answer(hier.antwoord); err != nil {
			t.Fatalf("%s takes no %v: %v", hier.vraag.Sleutel, hier.antwoord, err)
		}
		plan.stappen = append(plan.stappen, hier)
	}
	plan.wordt = s.Stand()
	return plan
}

// An aanslag is a key, or a few that go together and change nothing.
type aanslag struct {
	bytes string
	stap  int    // the question at which it is pressed
	tekst string // what is typed there with it
	woord bool   // which ends with a whole word
	weg   bool   // it leaves the question
}

const (
	backspace = "\x7f"
	links     = "\x1b[D"
	rechts    = "\x1b[C"
)

// toetsen are the keys that give the answers from a question on, and end the
// conversation. What is in al stands there already.
func (v *verzinner) toetsen(plan verzinsel, van int, al reflectie.Antwoorden) []aanslag {
	var rij []aanslag
	for i := van; i < len(plan.stappen); i++ {
		s := plan.stappen[i]
		druk := func(bytes ...string) {
			for _, b := range bytes {
				rij = append(rij, aanslag{bytes: b, stap: i})
			}
		}
		keus := slices.IndexFunc(s.vraag.Opties, func(o sessie.Optie) bool { return o.ID == s.antwoord.Tekst() })
		staat := al[s.vraag.Sleutel]
		switch {
		case s.antwoord.IsZero(), s.antwoord.Equal(staat):
			druk(tab)
		case s.vraag.Soort == casus.Datum:
			druk(ctrlU, s.antwoord.Tekst(), enter)
		case s.vraag.Soort == casus.Waardenkeuze:
			for _, naam := range s.antwoord.Lijst() {
				if !slices.Contains(staat.Lijst(), naam) {
					druk(append(strings.Split(naam, ""), enter)...)
				}
			}
			druk(tab)
		case s.vraag.Soort == casus.Keuze && keus >= 0:
			druk(strconv.Itoa(keus + 1))
		case s.vraag.Soort == casus.Keuze:
			if staat.IsZero() {
				druk(eind, enter)
			}
			rij = append(rij, v.typend(i, van, alsTekst(staat), alsTekst(s.antwoord))...)
			druk(enter)
		default:
			rij = append(rij, v.typend(i, van, alsTekst(staat), alsTekst(s.antwoord))...)
			druk(tab)
		}
		rij[len(rij)-1].weg = true
	}
	n := len(plan.stappen)
	return append(rij, aanslag{bytes: enter, stap: n}, aanslag{bytes: "4", stap: n + 1}, aanslag{bytes: eind + enter, stap: n + 2})
}

// alsTekst is an answer as it stands in the field where it is typed.
func alsTekst(a reflectie.Antwoord) string { return strings.Join(a.Woorden(), "\n") }

// typend are the keys that make wil of what stands there, and some between them that
// change nothing.
func (v *verzinner) typend(hier, van int, staat, wil string) []aanslag {
	var rij []aanslag
	gelijk := 0
	for i, r := range wil {
		if gelijk != i || !strings.HasPrefix(staat[i:], string(r)) {
			break
		}
		gelijk += len(string(r))
	}
	for range []rune(staat[gelijk:]) {
		rij = append(rij, aanslag{bytes: backspace, stap: hier})
	}
	for i, r := range wil[gelijk:] {
		tot := gelijk + i + len(string(r))
		a := aanslag{bytes: string(r), stap: hier, tekst: wil[:tot], woord: tot == len(wil) || wil[tot] == ' ' || wil[tot] == '\n'}
		if r == '\n' {
			a.bytes = enter
		}
		ook := []string{"x" + backspace, links + rechts, ctrlO + ctrlO, ctrlR + ctrlR, "\x1b[200~x\x1b[201~" + backspace}
		if a.woord && hier > van { // a space at the end would go
			ook = append(ook, shiftTab+tab)
		}
		if n := v.IntN(60); n < len(ook) {
			a.bytes += ook[n]
		}
		rij = append(rij, a)
	}
	return rij
}

// bytesVan is what these keys send.
func bytesVan(rij []aanslag) string {
	var b strings.Builder
	for _, a := range rij {
		b.WriteString(a.bytes)
	}
	return b.String()
}

// kastVan is what a person keeps.
func kastVan(thuis string) archief.Archief {
	return archief.New(archief.NewPlekken(runtime.GOOS, func(naam string) string {
		return map[string]string{"HOME": thuis, "LOCALAPPDATA": thuis}[naam]
	}))
}

// A typist is somebody at a terminal, from the begin of a conversation to its end,
// through whatever happens to it.
type typist struct {
	*verzinner
	t     testing.TB
	plan  verzinsel
	thuis string
	weeg  string // the program; "" is this one
	z     *terminal
	rij   []aanslag // what is still to be pressed

	laatst  aanslag // what was pressed last
	gezien  aanslag // what was pressed last of what the screen showed
	bewaard string  // what of it the screen said to be kept
	moet    int     // the question that it reached
}

// ramen are windows as people have them, and as nobody has.
var ramen = [][2]int{{80, 24}, {40, 12}, {120, 40}, {60, 18}, {20, 5}, {33, 9}, {57, 17}, {100, 30}, {160, 12}, {41, 60}}

func (p *typist) raam() (breed, hoog int) {
	raam := ramen[p.IntN(len(ramen))]
	return raam[0], raam[1]
}

func (p *typist) open(args ...string) *terminal {
	p.t.Helper()
	cmd := weeg(p.t, p.thuis, args...)
	if p.weeg != "" {
		cmd.Path = p.weeg
	}
	breed, hoog := p.raam()
	return newTerminal(p.t, cmd, breed, hoog)
}

// begint goes on where the conversation is, after it ended in this way. It reports
// false when there is nothing left to do.
func (p *typist) begint(gedood bool) bool {
	p.t.Helper()
	standen, fouten := kastVan(p.thuis).Concepten()
	if len(fouten) > 0 || len(standen) > 1 {
		p.t.Fatalf("there are %d concepts: %v", len(standen), fouten)
	}
	n := len(p.plan.stappen)
	if len(standen) == 0 && p.laatst.stap >= n {
		p.rij = nil
		return false
	}
	van, al, args := 0, reflectie.Antwoorden{}, p.plan.begin
	if len(standen) > 0 {
		s := sessie.New(standen[0])
		van, args = slices.IndexFunc(p.plan.stappen, func(stap stap) bool { return stap.vraag.Sleutel == s.Vraag().Sleutel }), []string{"verder"}
		if van < 0 {
			van = n
		}
		for _, v := range s.Vragen() {
			al[v.Sleutel] = v.Antwoord
		}
		var namen []string
		for _, id := range al["waarden"].Lijst() {
			namen = append(namen, s.Stand().Naam(id))
		}
		al["waarden"] = reflectie.Lijst(namen...)
	}
	p.rij = p.isEr(van, al, gedood)
	p.rij = append(p.rij, p.toetsen(p.plan, van-len(p.rij), al)...)
	p.laatst, p.gezien, p.bewaard, p.moet = aanslag{stap: van}, aanslag{stap: van}, "", 0
	p.z = p.open(args...)
	p.z.wacht("the terminal is taken", func(string) bool { return strings.Contains(p.z.rauw(), "\x1b[?25h") })
	if args[0] == "nieuw" && args[1] != "--eigen" {
		p.z.typ(eind, enter) // the story
	}
	return true
}

// isEr looks whether all is there that the screen showed; after a kill, all that it
// said to be kept. Who was killed on the way back to a question goes back by the keys
// that it returns.
func (p *typist) isEr(van int, al reflectie.Antwoorden, gedood bool) (terug []aanslag) {
	p.t.Helper()
	n := len(p.plan.stappen)
	if van < p.moet {
		p.t.Errorf("it was at question %d, and goes on at %d", p.moet, van)
	}
	wil := p.gezien.tekst
	if gedood {
		wil = p.bewaard
	}
	if p.gezien.stap < n {
		sleutel := p.plan.stappen[p.gezien.stap].vraag.Sleutel
		if daar := alsTekst(al[sleutel]); !strings.HasPrefix(daar, strings.TrimSpace(wil)) {
			p.t.Errorf("at %s the screen had %q, and there is %q", sleutel, wil, daar)
		}
	}
	for i, s := range p.plan.stappen[:van] {
		if s.vraag.Soort != casus.Tekst && s.vraag.Soort != casus.Lijst || alsTekst(al[s.vraag.Sleutel]) == alsTekst(s.antwoord) {
			continue
		}
		if !gedood {
			p.t.Errorf("it goes on at question %d, and question %d has %v", van, i, al[s.vraag.Sleutel])
		}
		for range van - i {
			terug = append(terug, aanslag{bytes: shiftTab, stap: van})
		}
		break
	}
	return terug
}

// druk presses the next n keys, in one write.
func (p *typist) druk(n int) {
	p.t.Helper()
	if n = min(n, len(p.rij)); n == 0 {
		return
	}
	p.z.typ(bytesVan(p.rij[:n]))
	p.laatst, p.rij = p.rij[n-1], p.rij[n:]
}

// ziet types on to the end of a word, and waits until the cursor of the terminal
// stands after it.
func (p *typist) ziet() {
	p.t.Helper()
	n := slices.IndexFunc(p.rij, func(a aanslag) bool { return a.woord })
	if n < 0 {
		return
	}
	p.druk(n + 1)
	woord := p.laatst.tekst[strings.LastIndexAny(p.laatst.tekst, " \n")+1:]
	p.z.wacht("the cursor after "+woord, func(string) bool { return strings.HasSuffix(p.z.voorCursor(), woord) })
	p.gezien, p.moet = p.laatst, p.laatst.stap-1 // a key may be on the way that goes back
}

// voorCursor is what stands before the cursor on its line; "" where it is hidden.
func (z *terminal) voorCursor() string {
	z.mu.Lock()
	defer z.mu.Unlock()
	c := z.vt.Cursor()
	if !z.vt.CursorVisible() {
		return ""
	}
	return string([]rune(strings.Split(z.vt.String(), "\n")[c.Y])[:c.X])
}

func (p *typist) sein(sig os.Signal) {
	p.t.Helper()
	if err := p.z.cmd.Process.Signal(sig); err != nil {
		p.t.Fatal(err)
	}
}

// stopt ends the program in order, and goes on: all that was typed so far is there.
func (p *typist) stopt(doe func()) {
	p.t.Helper()
	p.gezien, p.moet = p.laatst, p.laatst.stap
	if p.laatst.weg {
		p.moet++
	}
	p.moet = min(p.moet, len(p.plan.stappen)) // what ends a conversation is to be chosen again
	doe()
	if code := p.z.klaar(); code != 4 && p.laatst.stap < len(p.plan.stappen) {
		p.t.Fatalf("it ends with %d:\n%s", code, p.z.beeld())
	}
	p.z.heel()
	p.begint(false)
}

// isAf holds the reflectie that was made, and its private part, against what was typed.
func (p *typist) isAf() {
	p.t.Helper()
	paden, _ := filepath.Glob(filepath.Join(p.thuis, "reflecties", "*"))
	if len(paden) != 1 {
		p.t.Fatalf("there are %d reflecties: %v", len(paden), paden)
	}
	data, err := os.ReadFile(paden[0])
	if err != nil {
		p.t.Fatal(err)
	}
	doc, err := markdown.Parse(paden[0], data)
	if err != nil {
		p.t.Fatal(err)
	}
	wil, _ := p.plan.wordt.Reflectie()
	wil.Datum = doc.Reflectie.Datum
	if d := cmp.Diff(wil, doc.Reflectie); d != "" {
		p.t.Errorf("what was typed (-) and what there is (+) differ:\n%s", d)
	}
	kast := kastVan(p.thuis)
	daar := reflectie.Antwoorden{}
	if data, err := kast.Prive(doc.ID); err == nil {
		if daar, err = markdown.ParsePrive(doc.ID, data, p.plan.wordt.Definitie); err != nil {
			p.t.Fatal(err)
		}
	}
	if wil := p.plan.wordt.Prive(); len(wil)+len(daar) > 0 && !cmp.Equal(wil, daar) {
		p.t.Errorf("what was typed in private (-) and what there is (+) differ:\n%s", cmp.Diff(wil, daar))
	}
	if ids, err := kast.ConceptIDs(); err != nil || len(ids) > 0 {
		p.t.Errorf("concepts %v stay: %v", ids, err)
	}
}

// gebeurt is what may happen to somebody who types.
func (p *typist) gebeurt() {
	p.t.Helper()
	stop := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}[p.IntN(3)]
	wat := p.IntN(16)
	p.t.Logf("at question %d, after %q: %d, %v", p.laatst.stap, p.laatst.tekst, wat, stop)
	switch wat {
	case 0, 1, 2: // a moment of rest
		select {
		case <-p.z.nieuw:
		case <-time.After(time.Duration(p.IntN(4)) * time.Millisecond):
		}
	case 3, 4:
		p.z.maat(p.raam())
	case 5:
		p.sein(syscall.SIGWINCH)
	case 6:
		p.sein(syscall.SIGSTOP)
		p.druk(p.IntN(40))
		p.z.maat(p.raam())
		p.sein(syscall.SIGCONT)
	case 7:
		p.sein(syscall.SIGTSTP)
		p.sein(syscall.SIGCONT)
	case 8:
		p.anderVenster()
	case 9, 10: // while it may still be busy with what was typed
		p.stopt(func() { p.sein(stop) })
	case 11:
		p.stopt(func() { p.z.typ(ctrlC) })
	case 12: // the window is closed
		p.ziet()
		if err := p.z.pty.Close(); err != nil {
			p.t.Fatal(err)
		}
		p.z.klaar()
		p.begint(false)
	case 13, 14:
		p.ziet()
		p.sterft()
	case 15:
		p.ziet()
		if breed, _ := p.z.vt.Size(); breed >= 60 && p.gezien.tekst != "" && p.gezien == p.laatst && !strings.Contains(p.gezien.bytes, shiftTab) {
			p.z.wacht("it is kept", func(beeld string) bool { return strings.Contains(beeld, "bewaard stap") })
			p.bewaard = p.gezien.tekst
		}
		p.sterft()
	}
}

// sterft is the power that fails.
func (p *typist) sterft() {
	p.t.Helper()
	p.sein(os.Kill)
	p.z.klaar()
	p.begint(true)
}

// anderVenster is another window on the same conversation, which is refused.
func (p *typist) anderVenster() {
	p.t.Helper()
	if ids, _ := kastVan(p.thuis).ConceptIDs(); len(ids) == 0 || p.laatst.stap >= len(p.plan.stappen) {
		return // there is none yet, or perhaps none any more
	}
	z := p.open("verder")
	if code := z.klaar(); code != 3 || !strings.Contains(plat(z.rauw()), "in een ander venster") {
		p.t.Fatalf("another window ends with %d:\n%s", code, z.rauw())
	}
}

// What a person typed is there, however they typed it, and whatever happens to the
// program, its window and its terminal meanwhile. With WEEG_ZAAD=7 only the
// conversation is had that 7 makes up.
func TestWhatAPersonTypedIsThere(t *testing.T) {
	t.Parallel()
	van, tot, programma := 0, 4, ""
	if heel() {
		tot, programma = 400, bouw(t, "weeg", ".") // as it is shipped: with the race detector it is slow
	}
	overCasus, overEigen := laad(t, "koken-in-het-schoolgebouw", "kort"), laad(t, reflectie.Eigen, "kort")
	if zaad, err := strconv.Atoi(os.Getenv("WEEG_ZAAD")); err == nil {
		van, tot = zaad, zaad+1
	} else {
		t.Run("ten thousand keys at once", func(t *testing.T) {
			t.Parallel()
			v := &verzinner{Rand: rand.New(rand.NewPCG(1, 10_000)), lijnen: steekproef(20), woorden: 24}
			(&typist{verzinner: v, t: t, plan: v.verzin(t, overCasus), thuis: t.TempDir(), weeg: programma}).vooruit(steekproef(10_000))
		})
	}
	for zaad := van; zaad < tot; zaad++ {
		t.Run(fmt.Sprintf("WEEG_ZAAD=%d", zaad), func(t *testing.T) {
			t.Parallel()
			v := &verzinner{Rand: rand.New(rand.NewPCG(uint64(zaad), 8)), lijnen: 2, woorden: 5}
			def := overCasus
			if v.IntN(5) == 0 || zaad == 0 { // also of a few
				def = overEigen
			}
			(&typist{verzinner: v, t: t, plan: v.verzin(t, def), thuis: t.TempDir(), weeg: programma}).totEinde()
		})
	}
}

// vooruit types a whole conversation of at least so many keys in one write, without
// looking: what comes after the key that leaves a question is for the next one.
func (p *typist) vooruit(n int) {
	p.t.Helper()
	p.begint(false)
	if len(p.rij) < n {
		p.t.Fatalf("there are only %d keys", len(p.rij))
	}
	p.z.maat(80, 24)
	p.z.ziet(p.plan.stappen[0].vraag.Vraag)
	p.druk(len(p.rij))
	if code := p.z.klaar(); code != 0 {
		p.t.Fatalf("it ends with %d:\n%s", code, p.z.beeld())
	}
	p.isAf()
}

// totEinde types a whole conversation, through whatever happens.
func (p *typist) totEinde() {
	p.t.Helper()
	for p.begint(false); len(p.rij) > 0; {
		p.druk(1 + p.IntN(60))
		if p.IntN(3) == 0 {
			p.ziet()
		}
		if len(p.rij) > 0 && p.IntN(4) == 0 {
			p.gebeurt()
		}
	}
	if code := p.z.klaar(); code != 0 && p.laatst.stap > len(p.plan.stappen) {
		p.t.Errorf("it ends with %d:\n%s", code, p.z.beeld())
	}
	p.isAf()
}
