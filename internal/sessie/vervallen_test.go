package sessie_test

import (
	"strings"
	"testing"

	"ambt.example/weeg/internal/reflectie"
)

// Who changes an answer so that another no longer applies, is told at the next question,
// once.
func TestThatAnAnswerNoLongerAppliesIsTold(t *testing.T) {
	s := heel(t)
	def := s.Stand().Definitie
	melding := def.Woord("vervalt").Kop
	if melding == "" {
		t.Fatal("there are no words for it")
	}
	geef(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	geef(t, s, "bedoeling.gehoord", tekst("Bij de stagiair."))
	verander(t, s, "bedoeling.signaal", reflectie.JaNee(false))
	if got := s.Vraag().Melding; !strings.Contains(got, melding) {
		t.Errorf("it says %q", got)
	}
	s.Skip()
	if got := s.Vraag().Melding; strings.Contains(got, melding) {
		t.Errorf("it is said again: %q", got)
	}
}
