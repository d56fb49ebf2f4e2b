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
	melding := def.Woord("vervalt").Toelichting
	if melding == "" {
		t.Fatal("there are no words for it")
	}
	geef(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	geef(t, s, "bedoeling.gehoord", tekst("Bij de stagiair."))
	verander(t, s, "bedoeling.signaal", reflectie.JaNee(false))
	if got := s.Vraag().Melding; !strings.Contains(got, "Dit past niet meer: “Wie hoorde het?” "+melding) {
		t.Errorf("it says %q", got)
	}
	s.Skip()
	if got := s.Vraag().Melding; strings.Contains(got, melding) {
		t.Errorf("it is said again: %q", got)
	}
}

// Of many answers the first are named; who is asked once more first is told after that.
func TestOfManyAnswersThatNoLongerApplyTheFirstAreNamed(t *testing.T) {
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.prijs.veiligheid", tekst("Het samen eten."))
	geef(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	verander(t, s, "waarden", reflectie.Lijst("veiligheid"))
	if got := s.Vraag().Melding; !strings.Contains(got, "U koos er één") || strings.Contains(got, "past niet meer") {
		t.Errorf("asked once more, it says %q", got)
	}
	s.Skip()
	if got := s.Vraag().Melding; !strings.Contains(got, "Dit past niet meer: “") || !strings.Contains(got, "” en nog 1. ") || strings.Count(got, "“") != 2 {
		t.Errorf("after it, it says %q", got)
	}
}
