package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A tafel is where one person works: a folder for the work, and folders of their own.
type tafel struct {
	t    *testing.T
	dir  string
	uit  bytes.Buffer
	fout bytes.Buffer
	w    Wereld
	kast archief.Archief
	s    schrijver
}

func newTafel(t *testing.T) *tafel {
	t.Helper()
	ta := &tafel{t: t, dir: t.TempDir()}
	eigen := map[string]string{"HOME": t.TempDir()}
	eigen["XDG_STATE_HOME"], eigen["XDG_DATA_HOME"] = filepath.Join(eigen["HOME"], "staat"), filepath.Join(eigen["HOME"], "data")
	ta.w = Wereld{
		In: strings.NewReader(""), Uit: &ta.uit, Fout: &ta.fout, Werkmap: func() (string, error) { return ta.dir, nil }, OS: runtime.GOOS,
		Getenv: func(naam string) string { return eigen[naam] },
		Nu:     func() time.Time { return time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC) },
		Random: &teller{},
	}
	ta.bouw()
	return ta
}

// bouw makes what writes, in the world as it is.
func (ta *tafel) bouw() {
	plek, err := newPlek(ta.w)
	if err != nil {
		ta.t.Fatal(err)
	}
	ta.kast = archief.New(archief.NewPlekken(ta.w.OS, ta.w.Getenv))
	ta.s = schrijver{ta.w, plek, ta.kast, newBoekerij(plek)}
}

// A teller is never random, and never twice the same.
type teller struct {
	n  int
	in func()
}

func (r *teller) Read(p []byte) (int, error) {
	if r.in != nil {
		r.in()
	}
	for i := range p {
		r.n++
		p[i] = byte(r.n)
	}
	return len(p), nil
}

// gesprek is a conversation that was kept, with an answer in the open and a private one.
func (ta *tafel) gesprek() sessie.Stand {
	ta.t.Helper()
	def, err := ta.s.boekerij.laad("koken-in-het-schoolgebouw", "kort")
	if err != nil {
		ta.t.Fatal(err)
	}
	stand := sessie.NewStand("koken-in-het-schoolgebouw-test", def)
	stand.Begonnen, stand.Bewaard = ta.w.Nu(), ta.w.Nu()
	stand.Antwoorden["moment.reactie"] = reflectie.Tekst("Ik schrok.")
	stand.Antwoorden["moment.twijfel"] = reflectie.Tekst("Of ik te streng ben.")
	ta.bewaar(stand)
	return stand
}

func (ta *tafel) bewaar(stand sessie.Stand) {
	ta.t.Helper()
	if err := ta.kast.Bewaar(stand); err != nil {
		ta.t.Fatal(err)
	}
}

// bewaard is the conversation as its concept holds it.
func (ta *tafel) bewaard(id string) sessie.Stand {
	ta.t.Helper()
	stand, err := ta.kast.Concept(id)
	if err != nil {
		ta.t.Fatal(err)
	}
	return stand
}

func (ta *tafel) rondAf(stand sessie.Stand) afloop {
	ta.t.Helper()
	af, err := ta.s.rondAf(stand)
	if err != nil {
		ta.t.Fatal(err)
	}
	return af
}

// heeft checks that there is one reflectie and one private part, both of id.
func (ta *tafel) heeft(af afloop) {
	ta.t.Helper()
	paden, _ := filepath.Glob(filepath.Join(filepath.Dir(af.pad), "*.md"))
	if len(paden) != 1 || paden[0] != af.pad {
		ta.t.Errorf("the reflecties are %v, want %s alone", paden, af.pad)
	}
	if _, doc, err := leesReflectie(af.pad); err != nil || doc.ID != af.id {
		ta.t.Errorf("the reflectie is not the one called %s: %v", af.id, err)
	}
	if ids, err := ta.kast.PriveLijst(); err != nil || len(ids) != 1 || ids[0] != af.id {
		ta.t.Errorf("the private parts are %v (%v), want %s alone", ids, err, af.id)
	}
}

// A machine that stops between two steps of the end leaves a concept. Finishing it
// once more completes what stands there, whatever step it was.
func TestFinishingOnceMoreMakesNoSecondReflectieOrPrivatePart(t *testing.T) {
	for naam, gebeurt := range map[string]func(ta *tafel, af afloop) error{
		"the concept was not removed":  func(*tafel, afloop) error { return nil },
		"the reflectie was not there":  func(_ *tafel, af afloop) error { return os.Remove(af.pad) },
		"the private part was neither": func(ta *tafel, af afloop) error { return errors.Join(os.Remove(af.pad), ta.kast.VerwijderPrive(af.id)) },
	} {
		for _, naar := range []string{"", "r.md"} {
			t.Run(naam+" "+naar, func(t *testing.T) {
				ta := newTafel(t)
				stand := ta.gesprek()
				if naar != "" {
					stand.Naar = filepath.Join(ta.dir, naar)
				}
				eerst := ta.rondAf(stand)
				if err := gebeurt(ta, eerst); err != nil {
					t.Fatal(err)
				}
				weer := ta.bewaard(stand.ID)
				weer.Antwoorden["moment.twijfel"] = reflectie.Tekst("Of ik te laat ben.")
				af := ta.rondAf(weer)
				if af.pad != eerst.pad || af.id != eerst.id {
					t.Errorf("it is %s in %s, and was %s in %s", af.id, af.pad, eerst.id, eerst.pad)
				}
				ta.heeft(af)
				if data, _ := os.ReadFile(af.pad); !bytes.Contains(data, []byte("te laat")) || bytes.Contains(data, []byte("te streng")) {
					t.Errorf("the file does not hold what was answered last:\n%s", data)
				}
			})
		}
	}
}

// What somebody else has under the wanted name stays as it is, however often it is tried.
func TestFinishingOnceMoreInAFolderThatGotAnotherNameMakesNoSecondReflectie(t *testing.T) {
	ta := newTafel(t)
	stand := ta.gesprek()
	af, err := ta.s.rondAf(stand)
	if err != nil {
		t.Fatal(err)
	}
	stand.Wordt = af.stand.Wordt // as the concept has it when something stops what comes after
	if err := os.Rename(ta.dir, ta.dir+"-nieuw"); err != nil {
		t.Fatal(err)
	}
	ta.dir += "-nieuw"
	ta.bouw()
	nog, err := ta.s.rondAf(stand)
	if want := filepath.Join(ta.dir, "reflecties", filepath.Base(af.pad)); err != nil || nog.pad != want {
		t.Errorf("the second time it is %s, %v; want %s", nog.pad, err, want)
	}
	if paden, _ := filepath.Glob(filepath.Join(ta.dir, "reflecties", "*.md")); len(paden) != 1 {
		t.Errorf("the reflecties are %v", paden)
	}
}

func TestASecondTryLeavesTheFileOfSomebodyElse(t *testing.T) {
	ta := newTafel(t)
	stand := ta.gesprek()
	stand.Naar = filepath.Join(ta.dir, "r.md")
	if err := os.WriteFile(stand.Naar, []byte("van een ander\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := ta.s.rondAf(stand); !errors.Is(err, archief.ErrBestaat) {
			t.Fatalf("it says %v", err)
		}
		stand = ta.bewaard(stand.ID)
	}
	if data, _ := os.ReadFile(stand.Naar); string(data) != "van een ander\n" {
		t.Errorf("the file holds %q", data)
	}
	if err := os.Mkdir(filepath.Join(ta.dir, "elders"), 0o700); err != nil {
		t.Fatal(err)
	}
	stand.Naar = filepath.Join(ta.dir, "elders", "r.md")
	ta.heeft(ta.rondAf(stand))
}

// A klare is a front end at which the person finishes at once.
type klare struct{ gesprek.Voorkant }

func (klare) Vraag(_ context.Context, s *sessie.Sessie) (gesprek.Daad, error) {
	if s.Vraag().Sleutel != sessie.SleutelAfronden {
		return gesprek.Daad{Soort: gesprek.Naar, Sleutel: sessie.SleutelAfronden}, nil
	}
	return gesprek.Daad{Soort: gesprek.Antwoorden, Antwoord: reflectie.Tekst(sessie.AfrondenMaak)}, nil
}
func (klare) Meld(string)    {}
func (klare) Bewaard(string) {}

// Where the disk fails after the reflectie was made, the person reads that it is
// made, and where, and what may be thrown away.
func TestAConceptThatCannotGoDoesNotHideThatTheReflectieIsMade(t *testing.T) {
	ta := newTafel(t)
	stand := ta.gesprek()
	pad, err := ta.kast.Pad(stand.ID)
	if err != nil {
		t.Fatal(err)
	}
	ta.w.Random = &teller{in: func() { // the reflectie is about to be made
		_ = os.Remove(pad)
		_ = os.MkdirAll(filepath.Join(pad, "vol"), 0o700) // what no remove can take away
	}}
	ta.bouw()
	l := leider{ontvangst{w: ta.w, kast: ta.kast}, ta.s.plek, ta.s, lezer{}, deler{}, aanvang{}, nil}
	err = l.voer(t.Context(), stand, gastheer{klare{}, func() {}, true, nil})
	if exitcode(err) != exitMislukt {
		t.Errorf("it ends with %v", err)
	}
	paden, _ := filepath.Glob(filepath.Join(ta.dir, "reflecties", "*.md"))
	if len(paden) != 1 {
		t.Fatalf("the reflecties are %v", paden)
	}
	toon := ta.s.plek.toon(paden[0])
	if ta.uit.String() != toon+"\n" {
		t.Errorf("standard output is %q", ta.uit.String())
	}
	io.WriteString(&ta.fout, foutmelding(err))
	for _, want := range []string{"Uw reflectie staat in " + toon, "Uw reflectie is gemaakt", "weeg concept verwijder " + stand.ID} {
		if !strings.Contains(ta.fout.String(), want) {
			t.Errorf("%q is not said:\n%s", want, ta.fout.String())
		}
	}
	if strings.Contains(ta.fout.String(), "andere plek") {
		t.Errorf("it sends the person elsewhere:\n%s", ta.fout.String())
	}
}

// A file that could be read when the conversation began is nobody's wrong input.
func TestAFileThatCannotBeReadAtTheEndIsAFailureAndTheConceptStays(t *testing.T) {
	ta := newTafel(t)
	stand := ta.gesprek()
	stand.Bestand = filepath.Join(ta.dir, "r.md")
	ta.bewaar(stand)
	if err := os.Mkdir(stand.Bestand, 0o700); err != nil {
		t.Fatal(err)
	}
	l := leider{ontvangst{w: ta.w, kast: ta.kast}, ta.s.plek, ta.s, lezer{}, deler{}, aanvang{}, nil}
	err := l.voer(t.Context(), stand, gastheer{klare{}, func() {}, true, nil})
	if exitcode(err) != exitMislukt || !strings.Contains(ta.fout.String(), "weeg verder "+stand.ID) {
		t.Errorf("it ends with %v and says\n%s", err, ta.fout.String())
	}
	ta.bewaard(stand.ID)
}

// Of two windows on one reflectie, the one that ends last takes nothing away that the
// other gave in private: it never read that.
func TestWhatAnotherWindowAnsweredInPrivateStays(t *testing.T) {
	const reactie, twijfel = "moment.reactie", "moment.twijfel"
	for naam, c := range map[string]struct{ begin, a, b, want string }{
		"b skips it":                   {"", "A schrok.", "", "A schrok."},
		"both answer it":               {"", "A schrok.", "B schrok.", "A schrok.\n\nB schrok."},
		"a adds to what b left":        {"Ik schrok.", "Ik schrok erg.", "Ik schrok.", "Ik schrok erg."},
		"a wipes what b left":          {"Ik schrok.", "", "Ik schrok.", ""},
		"b wipes what a changed":       {"Ik schrok.", "Ik schrok erg.", "", "Ik schrok erg."},
		"b changes what a wiped":       {"Ik schrok.", "", "Ik schrok erg.", "Ik schrok erg."},
		"b wipes what nobody changed":  {"Ik schrok.", "Ik schrok.", "", ""},
		"b changes what nobody wanted": {"Ik schrok.", "Ik schrok.", "Ik lachte.", "Ik lachte."},
	} {
		t.Run(naam, func(t *testing.T) {
			ta := newTafel(t)
			stand := ta.gesprek()
			stand.Antwoorden.Zet(reactie, reflectie.Tekst(c.begin))
			af := ta.rondAf(stand)
			if err := ta.kast.VerwijderConcept(stand.ID); err != nil {
				t.Fatal(err)
			}
			open := func() sessie.Stand {
				nu, err := aanvang{w: ta.w, plek: ta.s.plek, kast: ta.kast, boekerij: ta.s.boekerij}.vanBestand(func(string) {}, af.pad, false)
				if err != nil {
					t.Fatal(err)
				}
				return nu
			}
			a, b := open(), open()
			a.Antwoorden.Zet(reactie, reflectie.Tekst(c.a))
			b.Antwoorden.Zet(reactie, reflectie.Tekst(c.b))
			b.Antwoorden.Zet(twijfel, reflectie.Tekst("Of ik te laat ben."))
			ta.rondAf(a)
			ta.rondAf(b)
			if got := open().Antwoorden[reactie].Tekst(); got != c.want {
				t.Errorf("the private answer is %q, want %q", got, c.want)
			}
			if data, _ := os.ReadFile(af.pad); bytes.Contains(data, []byte("schrok")) || !bytes.Contains(data, []byte("te laat")) {
				t.Errorf("the file holds\n%s", data)
			}
		})
	}
}
