package gesprek_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// metVragen is the definition of these tests with other questions in its first step.
func metVragen(vragen ...casus.Vraag) casus.Definitie {
	def := definitie()
	def.Werkvorm.Stappen = slices.Clone(def.Werkvorm.Stappen)
	def.Werkvorm.Stappen[0].Vragen = vragen
	return def
}

// probeer tries def; nieuw says which definition there is when the person leaves a
// question, false where it has not changed.
func probeer(t *testing.T, def casus.Definitie, nieuw func(n int) (casus.Definitie, bool), invoer ...string) (*sessie.Sessie, string) {
	t.Helper()
	var uit bytes.Buffer
	kant := gesprek.NewRegels(strings.NewReader(strings.Join(invoer, "\n")+"\n"), &uit, gesprek.RegelsOpties{Breedte: 60})
	s, n := sessie.New(sessie.NewStand("proef", def)), 0
	err := gesprek.Proef(context.Background(), s, kant, func() (casus.Definitie, bool) {
		n++
		return nieuw(n)
	})
	if !errors.Is(err, gesprek.ErrGestopt) {
		t.Fatal(err)
	}
	return s, uit.String()
}

// bijEerste gives a definition when the person leaves the first question.
func bijEerste(def casus.Definitie) func(int) (casus.Definitie, bool) {
	return func(n int) (casus.Definitie, bool) { return def, n == 1 }
}

func TestAQuestionThatIsPutInWhileSomebodyAnswersIsTheNext(t *testing.T) {
	t.Parallel()
	een, twee, nieuw := casus.Vraag{ID: "een", Vraag: "Eerst?"}, casus.Vraag{ID: "twee", Vraag: "Dan?"}, casus.Vraag{ID: "nieuw", Vraag: "Nieuw?"}
	s, uit := probeer(t, metVragen(een, twee), bijEerste(metVragen(een, nieuw, twee)), "dit", ".", "dat", ".")
	if a := s.Stand().Antwoorden; a["een.een"].Tekst() != "dit" || a["een.nieuw"].Tekst() != "dat" {
		t.Errorf("the answers are %v:\n%s", a, uit)
	}
}

func TestAnAnswerToAQuestionThatIsGoneIsOfNoOther(t *testing.T) {
	t.Parallel()
	een, twee := casus.Vraag{ID: "een", Vraag: "Eerst?"}, casus.Vraag{ID: "twee", Vraag: "Dan?"}
	for _, invoer := range [][]string{{"dit", "."}, {":overslaan"}, {":wis"}, {":terug"}} {
		s, uit := probeer(t, metVragen(een, twee), bijEerste(metVragen(twee)), invoer...)
		stand := s.Stand()
		if len(stand.Antwoorden) > 0 || len(stand.Overgeslagen) > 0 || stand.Plaats != "een.twee" {
			t.Errorf("after %v the person is at %s, with %v and %v:\n%s", invoer, stand.Plaats, stand.Antwoorden, stand.Overgeslagen, uit)
		}
	}
}

func TestWhoStopsLosesNothingAndWhoseInputEndsIsBrokenOff(t *testing.T) {
	t.Parallel()
	niets := func() (casus.Definitie, bool) { return casus.Definitie{}, false }
	for invoer, gestopt := range map[string]bool{":stop\n": false, "": true, "half": true} {
		kant := gesprek.NewRegels(strings.NewReader(invoer), io.Discard, gesprek.RegelsOpties{Breedte: 60})
		s := sessie.New(begin())
		if err := gesprek.Proef(context.Background(), s, kant, niets); errors.Is(err, gesprek.ErrGestopt) != gestopt || s.Klaar() != "" {
			t.Errorf("%q: %v, %q", invoer, err, s.Klaar())
		}
	}
}

func TestGoingSomewhereGoesThereInTheNewDefinition(t *testing.T) {
	t.Parallel()
	een, twee := casus.Vraag{ID: "een", Vraag: "Eerst?"}, casus.Vraag{ID: "twee", Vraag: "Dan?"}
	anders := twee
	anders.Vraag = "Dan dit?"
	s, uit := probeer(t, metVragen(een, twee), bijEerste(metVragen(een, anders)), ":naar 2")
	if s.Stand().Plaats != "een.twee" || !strings.Contains(uit, "Dan dit?") {
		t.Errorf("the person is at %s:\n%s", s.Stand().Plaats, uit)
	}
}
