package sessie_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// doorvragenBij makes n questions with the same follow-ups, then waarden, what
// clashes and a weighing.
func doorvragenBij(n int) string {
	var b strings.Builder
	b.WriteString("\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n")
	for i := range n {
		fmt.Fprintf(&b, `      - id: v%d
        vraag: V%d?
        doorvragen:
          - {id: wie, als: {woorden: [men]}, vraag: Wie is dat?}
          - {id: wanneer, als: {woorden: [altijd]}, vraag: Welke keer niet?}
          - {id: meer, als: {korter: 3}, vraag: Wat nog?}
`, i, i)
	}
	b.WriteString(`  - {id: waarden, titel: Waarden, soort: waarden, velden: {waarden: {}}}
  - {id: botst, titel: Botst, soort: verbanden, velden: {botst: {}}}
  - {id: weging, titel: Wegen, soort: weging, velden: {voorrang: {}, omdat: {}, verzachting: {}}}
`)
	return b.String()
}

// openstaand returns the follow-ups that are asked and not answered or skipped.
func openstaand(s *sessie.Sessie) []string {
	return sleutels(slices.DeleteFunc(s.Vragen(), func(v sessie.Vraag) bool { return !v.Doorvraag || v.Status != sessie.Open }))
}

func TestFollowUpsFollowTheOwnWordsOfAnAnswer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tekst string
		want  bool
	}{
		{"Men wil dat niet", true},
		{"Ze komen, zei ze.", true},
		{"De mensen", false},
		{"Dat kan men.", true},
		{"Volgens \"men\" kan het", false},
		{"Er is geen men", false},
		{"De wethouder en ze", false},
		{"Geen men, maar ze", true},
	} {
		s := heel(t)
		geef(t, s, "moment.twijfel", tekst(c.tekst))
		if got := s.Vraag().Sleutel == "moment.twijfel.wie"; got != c.want {
			t.Errorf("%q: follow-up %v, want %v", c.tekst, got, c.want)
		}
	}
}

func TestAFollowUpShowsTheWordsThatItIsAbout(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.twijfel", tekst("Of men dat wil."))
	v := s.Vraag()
	if !v.Doorvraag || v.Vraag != "Wie is dat?" {
		t.Fatalf("asks %q", v.Vraag)
	}
	if d := cmp.Diff([]sessie.Getoond{{Kop: "U schreef", Tekst: "Of men dat wil."}}, v.Toont); d != "" {
		t.Error(d)
	}
	if err := s.Answer(tekst("De straat.")); err != nil {
		t.Fatal(err)
	}
	if got := gemaakt(s).Antwoorden["moment.twijfel.wie"].Tekst(); got != "De straat." {
		t.Errorf("the reflectie has %q", got)
	}
}

func TestAFollowUpLeftUnansweredLeavesNothing(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.twijfel", tekst("Of men dat wil."))
	s.Skip()
	verander(t, s, "moment.twijfel", tekst("Of de straat dat wil."))
	if vraagt(s, "moment.twijfel.wie") || len(s.Vervallen()) > 0 {
		t.Error("a follow-up that was skipped stays when its words are gone")
	}
}

func TestAnAnswerToAFollowUpStaysWhenItsWordsAreGone(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.twijfel", tekst("Of men dat wil."))
	geef(t, s, "moment.twijfel.wie", tekst("De straat."))
	verander(t, s, "moment.twijfel", tekst("Of de straat dat wil."))
	if d := cmp.Diff(map[string]string{"moment.twijfel.wie": "De straat."}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
}

func TestOneFollowUpAQuestion(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, doorvragenBij(1), koken))
	geef(t, s, "een.v0", tekst("Men altijd."))
	if d := cmp.Diff([]string{"een.v0.wie"}, openstaand(s)); d != "" {
		t.Fatalf("asked (-want +got):\n%s", d)
	}
	verander(t, s, "een.v0", tekst("Dat gaat hier altijd zo."))
	if err := s.Answer(tekst("In mei.")); err != nil {
		t.Fatal(err)
	}
	verander(t, s, "een.v0", tekst("Zo gaat het hier altijd, en men weet dat."))
	if got := openstaand(s); len(got) > 0 {
		t.Errorf("who answered one follow-up and wrote more is asked %v as well", got)
	}
	if len(s.Vervallen()) > 0 {
		t.Error("an answer to a follow-up that is still called for is vervallen")
	}
}

func TestAtMostThreeFollowUpsOfWhichOneIsKeptForTheWeighing(t *testing.T) {
	t.Parallel()
	const omdat = "weging.openheid+veiligheid.omdat"
	for _, c := range []struct {
		naam   string
		begin  reflectie.Antwoorden
		weging bool
		want   []string
	}{
		{"a weighing is there", reflectie.Antwoorden{"waarden": lijst("openheid", "veiligheid"), "verbanden": lijst("openheid+veiligheid"),
			"verbanden.openheid+veiligheid.soort": tekst("tegen"), "weging.openheid+veiligheid.voorrang": tekst("openheid")},
			true, []string{"een.v0.wie", "een.v1.wie", omdat + ".wie-zei"}},
		{"a weighing can come", nil, true, []string{"een.v0.wie", "een.v1.wie", omdat + ".wie-zei"}},
		{"nothing clashes", reflectie.Antwoorden{"verbanden.botst": tekst("nee")}, false, []string{"een.v0.wie", "een.v1.wie", "een.v2.wie"}},
	} {
		stand := sessie.NewStand("x", laad(t, doorvragenBij(5), koken))
		stand.Antwoorden = c.begin
		s := sessie.New(stand)
		var gesteld []string
		beantwoord := func(sleutel, woorden string) {
			geef(t, s, sleutel, tekst(woorden))
			if v := s.Vraag(); v.Doorvraag {
				gesteld = append(gesteld, v.Sleutel)
				s.Skip()
			}
		}
		for i := range 5 {
			beantwoord(fmt.Sprintf("een.v%d", i), "Men zegt dat hier al jaren.")
		}
		if c.weging && c.begin == nil {
			geef(t, s, "waarden", lijst("openheid", "veiligheid"))
			geef(t, s, "verbanden.botst", tekst("openheid+veiligheid"))
			geef(t, s, "weging.openheid+veiligheid.voorrang", tekst("openheid"))
		}
		if c.weging {
			beantwoord(omdat, "Er is gezegd dat dit moest.")
		}
		if d := cmp.Diff(c.want, gesteld); d != "" {
			t.Errorf("%s (-want +asked):\n%s", c.naam, d)
		}
	}
}

func TestAShortAnswerIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, doorvragenBij(3), koken))
	geef(t, s, "een.v0", tekst("Lastig."))
	if got := s.Vraag().Sleutel; got != "een.v0.meer" {
		t.Fatalf("a short answer leads to %s", got)
	}
	geef(t, s, "een.v1", tekst("Ook lastig."))
	if got := openstaand(s); len(got) > 0 {
		t.Errorf("a second short answer is asked about: %v", got)
	}
	geef(t, s, "een.v2", tekst("Dat weet men hier al jaren."))
	if d := cmp.Diff([]string{"een.v2.wie"}, openstaand(s)); d != "" {
		t.Errorf("another follow-up (-want +asked):\n%s", d)
	}
}

func TestAPrivateAnswerIsNeverFollowedUp(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("Men zegt ze, en ze zegt men."))
	geef(t, s, "uzelf.raakt", tekst("Er is gezegd dat het kan."))
	if got := openstaand(s); len(got) > 0 {
		t.Errorf("asked is %v", got)
	}
}
