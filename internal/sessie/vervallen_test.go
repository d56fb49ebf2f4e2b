package sessie_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
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

// gewogen is a conversation in which two waarden were weighed.
func gewogen(t *testing.T) *sessie.Sessie {
	t.Helper()
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.prijs.veiligheid", tekst("Het samen eten."))
	geef(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	return s
}

// Of many answers the first are named; who is asked once more first is told after that.
func TestOfManyAnswersThatNoLongerApplyTheFirstAreNamed(t *testing.T) {
	s := gewogen(t)
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
	verander(t, s, "waarden", reflectie.Lijst("betrokkenheid")) // of which they are asked for more
	s.Back()
	if got := s.Vraag().Melding; !strings.Contains(got, "bewaard: “Betrokkenheid en veiligheid”. ") {
		t.Errorf("it says %q", got)
	}
	einde := bij(t, s, sessie.SleutelAfronden).Toont
	if len(einde) != 1 || einde[0].Tekst != "- Betrokkenheid en veiligheid" {
		t.Errorf("the end shows %v", einde)
	}
}

// What is told is what the person read, once, and nothing that is private or that fits again.
func TestWhatIsToldIsWhatThePersonRead(t *testing.T) {
	s := gewogen(t)
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

// Who comes to the question again and does the same once more is told once more; what they
// went past is not told on.
func TestWhatNoLongerAppliesIsToldEachTimeItIsDone(t *testing.T) {
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	alle, minder := reflectie.Lijst("veiligheid", "betrokkenheid", "openheid"), reflectie.Lijst("betrokkenheid", "openheid")
	for range 2 {
		verander(t, s, "waarden", minder)
		if got := s.Vraag().Melding; !strings.Contains(got, "past niet meer") {
			t.Errorf("it says %q", got)
		}
		bij(t, s, "waarden")
		s.Skip()
		if got := s.Vraag().Melding; got != "" {
			t.Errorf("after it was seen again it says %q", got)
		}
		verander(t, s, "waarden", alle)
		if got := s.Vraag().Melding; got != "" {
			t.Errorf("of what fits again it says %q", got)
		}
	}
}

// What is private is not told of, and not shown at the end with what goes in the file.
func TestOfPrivateAnswersThatNoLongerApplyNothingIsTold(t *testing.T) {
	s := heel(t)
	var prive string
	for _, v := range s.Vragen() {
		if v.Prive && v.Soort == casus.Tekst {
			prive = v.Sleutel
		}
	}
	geef(t, s, prive, tekst("Dat ik bang ben."))
	stand := s.Stand()
	stand.Definitie.Werkvorm.Stappen = slices.Clone(stand.Definitie.Werkvorm.Stappen)
	for i, stap := range stand.Definitie.Werkvorm.Stappen { // the question is gone
		stand.Definitie.Werkvorm.Stappen[i].Vragen = slices.DeleteFunc(slices.Clone(stap.Vragen), func(v casus.Vraag) bool { return stap.ID+"."+v.ID == prive })
	}
	s = sessie.New(stand)
	if vervallen := s.Vervallen(); len(vervallen) != 1 || vervallen[0].Sleutel != prive {
		t.Fatalf("vervallen is %v", sleutels(vervallen))
	}
	if toont := bij(t, s, sessie.SleutelAfronden).Toont; strings.Contains(fmt.Sprint(toont), "bang") {
		t.Errorf("the end shows %v", toont)
	}
}
