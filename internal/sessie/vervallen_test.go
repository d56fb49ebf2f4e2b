package sessie_test

import (
	"strings"
	"testing"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
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
	if got := s.Vraag().Melding; !strings.Contains(got, "Dit past niet meer, maar blijft bewaard: “Wie hoorde het?” "+melding) {
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
	if got := s.Vraag().Melding; !strings.Contains(got, "Dit past niet meer, maar blijft bewaard: “") || !strings.Contains(got, "” en nog 1. ") || strings.Count(got, "“") != 2 {
		t.Errorf("after it, it says %q", got)
	}
}

// Of a pair of which nothing else was said, the pair is told; also to who goes back, and at
// the end.
func TestAPairThatNoLongerAppliesIsToldAlsoToWhoGoesBack(t *testing.T) {
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	verander(t, s, "waarden", reflectie.Lijst("betrokkenheid", "openheid"))
	s.Back()
	s.Back()
	if got := s.Vraag().Melding; !strings.Contains(got, "bewaard: “Betrokkenheid en veiligheid” ") {
		t.Errorf("it says %q", got)
	}
	einde := bij(t, s, sessie.SleutelAfronden).Toont
	if len(einde) != 1 || einde[0].Tekst != "- Betrokkenheid en veiligheid" {
		t.Errorf("the end shows %v", einde)
	}
}

// What is told is what the person read, once, and nothing that is private or that fits again.
func TestWhatIsToldIsWhatThePersonRead(t *testing.T) {
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	bij(t, s, "weging.betrokkenheid+veiligheid.voorrang")
	s.Clear()
	if got := s.Vraag().Melding; got != "" {
		t.Errorf("before they went on it says %q", got)
	}
	s.Skip()
	if got := s.Vraag().Melding; !strings.Contains(got, "“Waarom kiest u hier voor veiligheid?”") {
		t.Errorf("of a reason it says %q", got)
	}
	bij(t, s, "waarden")
	s.Clear()
	if err := s.Answer(reflectie.Lijst("veiligheid", "betrokkenheid")); err != nil {
		t.Fatal(err)
	}
	if got := s.Vraag().Melding; strings.Contains(got, "past niet meer") {
		t.Errorf("of what fits again it says %q", got)
	}
}
