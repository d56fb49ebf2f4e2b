package archief

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

const geheim = "Mijn geheime antwoord"

func stand(id, plaats string) sessie.Stand {
	s := sessie.NewStand(id, casus.Definitie{Casus: casus.EigenCasus(), Waarden: []casus.Waarde{{ID: "zorg", Naam: "Zorg"}}})
	s.Begonnen = time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)
	s.Antwoorden["bedoeling.weet-niet"] = reflectie.Tekst(geheim + " <b> & \u2028 \x1b\n--- 🙂")
	s.Plaats = plaats
	return s
}

func TestAConceptComesBackAsItWasKept(t *testing.T) {
	a := newArchief(t)
	want := stand("koken-k3x9", "bedoeling.weet-niet")
	must(t, a.Bewaar(want))
	got, err := a.Concept("koken-k3x9")
	must(t, err)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("concept changed (-want +got):\n%s", diff)
	}
	want.Plaats = "uitkomst.doen"
	must(t, a.Bewaar(want))
	if got, err = a.Concept("koken-k3x9"); err != nil || got.Plaats != "uitkomst.doen" {
		t.Errorf("after saving again: %q, %v", got.Plaats, err)
	}
	pad, err := a.Pad("koken-k3x9")
	must(t, err)
	wantMode(t, pad, 0o600)
	wantMode(t, filepath.Dir(pad), 0o700)
	wantMode(t, a.plekken.Staat, 0o700)
	wantAlleen(t, filepath.Dir(pad), "koken-k3x9.json")
}

func TestConceptenAreNewestFirstAndDamagedOnesHideNone(t *testing.T) {
	a := newArchief(t)
	for i, id := range []string{"oud-aaaa", "nieuw-aaaa", "midden-bbbb", "midden-aaaa"} {
		s := stand(id, "")
		s.Bewaard = s.Begonnen.Add([]time.Duration{0, 9, 5, 5}[i] * time.Hour)
		must(t, a.Bewaar(s))
	}
	dir := filepath.Join(a.plekken.Staat, conceptPlek)
	write(t, filepath.Join(dir, "stuk-aaaa.json"), "{")
	write(t, filepath.Join(dir, "morgen-aaaa.json"), `{"formaat": 99, "id": "morgen-aaaa"}`)
	write(t, filepath.Join(dir, "Kladje van mij.json"), "geen concept")
	must(t, os.Mkdir(filepath.Join(dir, "map-aaaa.json"), 0o700))

	standen, fouten := a.Concepten()
	var got []string
	for _, s := range standen {
		got = append(got, s.ID)
	}
	if diff := cmp.Diff([]string{"nieuw-aaaa", "midden-aaaa", "midden-bbbb", "oud-aaaa"}, got); diff != "" {
		t.Errorf("concepts (-want +got):\n%s", diff)
	}
	if len(fouten) != 2 {
		t.Fatalf("faults %v, want 2", fouten)
	}
	wantFout(t, fouten[0], ErrNieuwer, "morgen-aaaa.json: ", "nieuwere versie")
	wantFout(t, fouten[1], ErrBeschadigd, "stuk-aaaa.json: ", "beschadigd")
}

func TestNoConceptsIsNoFault(t *testing.T) {
	if standen, fouten := newArchief(t).Concepten(); len(standen) != 0 || len(fouten) != 0 {
		t.Errorf("%v, %v", standen, fouten)
	}
}

func TestADamagedConceptIsKeptAndNotQuoted(t *testing.T) {
	a := newArchief(t)
	must(t, a.Bewaar(stand("koken-k3x9", "")))
	pad, err := a.Pad("koken-k3x9")
	must(t, err)
	heel, err := os.ReadFile(pad)
	must(t, err)
	tests := map[string]string{
		"empty":         "",
		"halved":        string(heel[:len(heel)/2]),
		"zeroes":        string(make([]byte, len(heel))),
		"with a tail":   string(heel) + geheim,
		"wrong kind":    strings.Replace(string(heel), `"antwoorden": {`, `"antwoorden": ["`+geheim+`"], "x": {`, 1),
		"a list":        `["` + geheim + `"]`,
		"no version":    `{"id": "koken-k3x9"}`,
		"wrong version": `{"formaat": "` + geheim + `"}`,
		"deep":          `{"formaat": 1, "x": ` + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + `}`,
		"another id":    strings.Replace(string(heel), `"id": "koken-k3x9"`, `"id": "fiets-a1b2"`, 1),
	}
	for naam, inhoud := range tests {
		t.Run(naam, func(t *testing.T) {
			write(t, pad, inhoud)
			_, err := a.Concept("koken-k3x9")
			wantFout(t, err, ErrBeschadigd, pad+": ")
			if strings.Contains(err.Error(), geheim) {
				t.Errorf("error quotes an answer: %q", err)
			}
			wantInhoud(t, pad, inhoud)
		})
	}
}

func TestAMissingConceptSaysWhereToLook(t *testing.T) {
	a := newArchief(t)
	_, err := a.Concept("koken-k3x9")
	wantFout(t, err, fs.ErrNotExist, `er is geen concept "koken-k3x9"`, "weeg concept lijst")
	wantFout(t, a.VerwijderConcept("koken-k3x9"), fs.ErrNotExist, `"koken-k3x9"`)
}

func TestARemovedConceptLeavesNoAnswers(t *testing.T) {
	a := newArchief(t)
	must(t, a.Bewaar(stand("koken-k3x9", "")))
	must(t, a.Bewaar(stand("koken-k3x9-b", "")))
	pad, err := a.Pad("koken-k3x9")
	must(t, err)
	write(t, tijdelijkeNaam(pad, "12-0"), geheim) // as a killed process leaves it
	must(t, a.VerwijderConcept("koken-k3x9"))
	wantAlleen(t, filepath.Dir(pad), "koken-k3x9-b.json")
}

func TestANewIDIsNotInUse(t *testing.T) {
	a := newArchief(t)
	id, err := a.NieuwID("koken", nul{})
	if err != nil || id != "koken-aaaa" {
		t.Fatalf("got %q, %v", id, err)
	}
	must(t, a.Bewaar(stand(id, "")))
	id, err = a.NieuwID("koken", bytes.NewReader([]byte{0, 0, 0, 0, 1, 1, 1, 1}))
	if err != nil || id != "koken-bbbb" {
		t.Errorf("got %q, %v", id, err)
	}
	_, err = a.NieuwID("koken", nul{})
	wantFout(t, err, fs.ErrExist)
	_, err = a.NieuwID("../koken", nul{})
	wantFout(t, err, nil, "naam van een bestand")
}

func TestWhatWasSavedSurvivesAKill(t *testing.T) {
	a := newArchief(t)
	for ronde := range 3 {
		kind := exec.Command(os.Args[0], a.plekken.Staat)
		kind.Env = append(os.Environ(), rol+"=schrijver")
		uit, err := kind.StdoutPipe()
		must(t, err)
		must(t, kind.Start())
		bevestigd := -1
		regels := bufio.NewScanner(uit)
		for regels.Scan() {
			n, err := strconv.Atoi(regels.Text())
			if err != nil {
				t.Fatal(regels.Text())
			}
			bevestigd = n
			if n == 20+7*ronde {
				must(t, kind.Process.Kill())
			}
		}
		kind.Wait()
		got, err := a.Concept("koken-k3x9")
		must(t, err)
		// One more may have been saved before the kill than was confirmed.
		if n, _ := strconv.Atoi(got.Plaats); n < bevestigd || n > bevestigd+1 {
			t.Errorf("concept holds answer %s after %d was confirmed", got.Plaats, bevestigd)
		}
	}
}

func speelSchrijver(staat string) {
	a := New(Plekken{Staat: staat}, nil)
	for n := range 100_000 {
		if err := a.Bewaar(stand("koken-k3x9", strconv.Itoa(n))); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(n)
	}
}
