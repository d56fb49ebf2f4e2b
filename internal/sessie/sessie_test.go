package sessie_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func TestWhatAConversationBeginsWith(t *testing.T) {
	t.Parallel()
	want := []string{"rol", "moment.reactie", "moment.twijfel", "bedoeling.signaal", "bedoeling.lenzen", "bedoeling.wanneer", "bedoeling.keuken",
		"standpunten.2.van", "waarden.woorden", "waarden", "spiegel", "regel.regel",
		"ruimte.1.ruimte", "ruimte.1.aanspreekbaar", "ruimte.2.ruimte", "ruimte.3.ruimte", "uzelf.raakt",
		"uitkomst.doen", "uitkomst.eigen", "uitkomst.merkt", "aandachtspunten.kennis", "aandachtspunten.acties", "aandachtspunten.macht"}
	if d := cmp.Diff(want, sleutels(heel(t).Vragen())); d != "" {
		t.Errorf("about a casus (-want +asked):\n%s", d)
	}
	zonderCasus := []string{"rol", "bedoeling.keuken", "spiegel", "ruimte.2.ruimte", "ruimte.3.ruimte"}
	want = slices.DeleteFunc(want, func(sleutel string) bool { return slices.Contains(zonderCasus, sleutel) })
	want = slices.Concat([]string{"eigen.titel", "eigen.situatie", "eigen.moment"}, want, []string{"afspraken.1.wat"})
	want = slices.Insert(want, slices.Index(want, "uitkomst.merkt")+1, "uitkomst.verwachting")
	if d := cmp.Diff(want, sleutels(heelEigen(t).Vragen())); d != "" {
		t.Errorf("about one's own situation (-want +asked):\n%s", d)
	}
}

func TestConditionsDecideWhatIsAskedAndNeverWhatIsKept(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "bedoeling.signaal", ja)
	geef(t, s, "bedoeling.gehoord", tekst("De balie"))
	geef(t, s, "bedoeling.lenzen", lijst("recht", "geld"))
	geef(t, s, "bedoeling.geldvraag", tekst("Veel"))
	verander(t, s, "bedoeling.signaal", nee)
	if vraagt(s, "bedoeling.gehoord") {
		t.Error("the question is asked though its condition fails")
	}
	if d := cmp.Diff(map[string]string{"bedoeling.gehoord": "De balie"}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
	if got := gemaakt(s).Antwoorden["bedoeling.gehoord"].Tekst(); got != "De balie" {
		t.Errorf("the reflectie has %q, want the vervallen answer kept", got)
	}
	verander(t, s, "bedoeling.signaal", ja)
	if len(s.Vervallen()) != 0 || !vraagt(s, "bedoeling.gehoord") {
		t.Error("the answer does not come back with its condition")
	}
}

func TestAQuestionAboutAnAnswerWaitsForThatAnswer(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: regel
    titel: Regel
    soort: vragen
    vragen:
      - {id: regel, vraag: Welke regel?}
      - {id: helpt, vraag: Helpt die?, als: {vraag: regel.regel}}
      - {id: zonder, vraag: Waarom geen?, als: {vraag: regel.regel, niet: ja}}
`, ""))
	geef(t, s, "eigen.moment", tekst("Mag het?"))
	s.Skip()
	if vraagt(s, "regel.helpt") || s.Vraag().Sleutel != "regel.zonder" {
		t.Errorf("about a rule that nobody named comes %q", s.Vraag().Sleutel)
	}
	verander(t, s, "regel.regel", tekst("Geen gas."))
	if s.Vraag().Sleutel != "regel.helpt" || vraagt(s, "regel.zonder") {
		t.Errorf("after the rule comes %q", s.Vraag().Sleutel)
	}
}

func TestBackNeverChecksAndLosesNothing(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("handhaver"))
	geef(t, s, "moment.reactie", tekst("Wachten"))
	for s.Back() {
	}
	if s.Vraag().Sleutel != "rol" {
		t.Fatalf("back ends at %s", s.Vraag().Sleutel)
	}
	s.Skip()
	s.Skip()
	stand := s.Stand()
	if stand.Antwoorden["rol"].Tekst() != "handhaver" || stand.Antwoorden["moment.reactie"].Tekst() != "Wachten" {
		t.Error("walking back and on changed an answer")
	}
	if len(stand.Overgeslagen) != 0 {
		t.Errorf("answered questions count as skipped: %v", stand.Overgeslagen)
	}
}

func TestASkipIsSeenAndAnAnswerTakesItAway(t *testing.T) {
	t.Parallel()
	s := heel(t)
	status := func() sessie.Status { return bij(t, s, "rol").Status }
	s.Skip()
	if got := status(); got != sessie.Overgeslagen || got.String() != "overgeslagen" {
		t.Errorf("a skipped question is %s", got)
	}
	verander(t, s, "rol", tekst("buurt"))
	if got := status(); got != sessie.Ingevuld {
		t.Errorf("an answered question is %s", got)
	}
	s.Clear()
	if got := status(); got != sessie.Open || len(s.Stand().Antwoorden) != 0 {
		t.Errorf("a question that was cleared is %s, with %v", got, s.Stand().Antwoorden)
	}
	if s.Vraag().Sleutel != "rol" {
		t.Errorf("clearing went to %s", s.Vraag().Sleutel)
	}
}

func TestAnEmptyAnswerKeepsWhatWasThere(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("buurt"))
	verander(t, s, "rol", reflectie.Antwoord{})
	if got := s.Stand().Antwoorden["rol"].Tekst(); got != "buurt" || s.Vraag().Sleutel == "rol" {
		t.Errorf("an empty answer leaves %q, and goes to %s", got, s.Vraag().Sleutel)
	}
}

func TestOneCannotGoWhereNothingIsAsked(t *testing.T) {
	t.Parallel()
	s := heel(t)
	for _, sleutel := range []string{"bedoeling.gehoord", "weging", "", "bedoeling.nooit"} {
		if s.Goto(sleutel) || s.Vraag().Sleutel != "rol" {
			t.Errorf("goes to %q", sleutel)
		}
	}
	if s.Back() {
		t.Error("there is a question before the first")
	}
}

func TestAnAnswerThatTakesItsOwnQuestionAwayGoesOnFromThere(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: een
    titel: Een
    soort: vragen
    vragen:
      - {id: a, vraag: A?}
      - {id: b, vraag: B?, soort: janee}
      - {id: c, vraag: C?, als: {vraag: een.b, is: [ja]}}
      - {id: d, vraag: D?}
`, ""))
	geef(t, s, "een.b", ja)
	geef(t, s, "een.c", tekst("Ja."))
	verander(t, s, "een.b", nee)
	if s.Vraag().Sleutel != "een.d" {
		t.Errorf("after the question that is gone comes %s", s.Vraag().Sleutel)
	}
}

func TestFewValuesAreAskedForOnceMoreAndNeverBlock(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("veiligheid"))
	if v := s.Vraag(); v.Sleutel != "waarden" || !strings.HasPrefix(v.Melding, "U koos er één.") {
		t.Fatalf("one value leads to %s with %q, want the same question once more", v.Sleutel, v.Melding)
	}
	s.Skip()
	if s.Vraag().Sleutel == "waarden" {
		t.Error("asked a third time")
	}
	if got := s.Stand().Antwoorden["waarden"].Lijst(); !slices.Equal(got, []string{"veiligheid"}) {
		t.Errorf("the value chosen is gone: %v", got)
	}
	if v := bij(t, s, "waarden"); v.Melding != "" {
		t.Errorf("who comes back later still reads %q", v.Melding)
	}

	s = heel(t)
	bij(t, s, "waarden")
	s.Skip()
	if v := s.Vraag(); v.Sleutel != "waarden" || !strings.Contains(v.Melding, "gaan over waarden") {
		t.Errorf("none leads to %s with %q", v.Sleutel, v.Melding)
	}
	if err := s.Answer(lijst("veiligheid", "openheid", "privacy")); err != nil || s.Vraag().Sleutel == "waarden" {
		t.Errorf("three lead to %s, %v", s.Vraag().Sleutel, err)
	}
}

// What one does, and why one deviates, are worth asking for once more.
func TestWhatMattersMostIsAskedOnceMoreWhenItIsSkipped(t *testing.T) {
	t.Parallel()
	s := heel(t)
	nogEens := func(sleutel, melding string) {
		t.Helper()
		bij(t, s, sleutel)
		s.Skip()
		if v := s.Vraag(); v.Sleutel != sleutel || v.Melding != melding {
			t.Errorf("skipping %s leads to %s with %q", sleutel, v.Sleutel, v.Melding)
		}
		s.Skip()
		if v := s.Vraag(); v.Sleutel == sleutel {
			t.Errorf("%s is asked a third time", sleutel)
		}
	}
	nogEens("uitkomst.doen", "Weet u het nog niet? Schrijf dan op wat u als eerste zou doen.")
	verander(t, s, "regel.regel", tekst("gas"))
	verander(t, s, "uitkomst.keuze", tekst("afwijken"))
	nogEens("aandachtspunten.macht", "U schreef nog niets op voor een volgende keer. Eén ding is genoeg.")
	nogEens("uitkomst.omdat", "U wijkt af van een regel. Een korte reden is genoeg.")
	s = heel(t)
	geef(t, s, "aandachtspunten.kennis", tekst("Wie de kap betaalt."))
	bij(t, s, "aandachtspunten.macht")
	s.Skip()
	if v := s.Vraag(); v.Melding != "" {
		t.Errorf("with one aandachtspunt there, %s says %q", v.Sleutel, v.Melding)
	}
	s = heel(t)
	geef(t, s, "regel.regel", tekst("gas"))
	for sleutel, a := range map[string]string{"uitkomst.doen": "Koken.", "uitkomst.keuze": "afwijken", "uitkomst.omdat": "Zij rekenden erop, en de kap komt er in mei."} {
		if !vraagt(s, sleutel) {
			verander(t, s, "uitkomst.keuze", tekst("afwijken"))
		}
		verander(t, s, sleutel, tekst(a))
		if v := s.Vraag(); v.Sleutel == sleutel {
			t.Errorf("%s was answered, and is asked once more: %q", sleutel, v.Melding)
		}
	}
}

func TestALongQuestionOfOnesOwnIsAskedOnceMoreAndThenTaken(t *testing.T) {
	t.Parallel()
	lang := "Moet ik de familie nu bellen, of wacht ik tot de arts en de thuiszorg samen langs zijn geweest?"
	for _, c := range []struct {
		moment string
		want   bool
	}{{"Mag ik hem morgen laten gaan zonder dat zijn dochter ervan weet, of toch niet?", false}, {lang, true}} {
		s := heelEigen(t)
		geef(t, s, "eigen.moment", tekst(c.moment))
		v := s.Vraag()
		if got := v.Sleutel == "eigen.moment"; got != c.want || got && !strings.Contains(v.Melding, "vijftien woorden") {
			t.Errorf("%q leads to %s with %q", c.moment, v.Sleutel, v.Melding)
		}
	}
	s := heelEigen(t)
	geef(t, s, "eigen.moment", tekst(lang))
	if err := s.Answer(tekst(lang)); err != nil || s.Vraag().Sleutel == "eigen.moment" || gemaakt(s).Eigen.Moment != lang {
		t.Errorf("a long question is not taken: at %s, %v", s.Vraag().Sleutel, err)
	}
}

func TestRuleLikeWordingGetsAQuestionAndNoBlock(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "aandachtspunten.kennis", lijst("wie er kookt", "We bellen voortaan eerst."))
	v := s.Vraag()
	if v.Sleutel != "aandachtspunten.kennis" || v.Melding != "U schrijft “voortaan”. Wanneer zou u het anders doen? Het mag zo blijven." {
		t.Fatalf("at %s with %q, want the question back", v.Sleutel, v.Melding)
	}
	s.Skip()
	if s.Vraag().Sleutel != "aandachtspunten.acties" {
		t.Errorf("keeping it leads to %s", s.Vraag().Sleutel)
	}
	if d := cmp.Diff([]string{"wie er kookt", "We bellen voortaan eerst."}, gemaakt(s).Aandachtspunten.Kennis); d != "" {
		t.Error(d)
	}
	geef(t, s, "aandachtspunten.acties", lijst("hoe ik begin"))
	if s.Vraag().Sleutel != "aandachtspunten.macht" {
		t.Errorf("a point that is no rule leads to %s", s.Vraag().Sleutel)
	}
}

func TestAnswersThatDoNotFitChangeNothing(t *testing.T) {
	t.Parallel()
	s := heel(t)
	for _, c := range []struct {
		sleutel string
		a       reflectie.Antwoord
		want    string
	}{
		{"rol", lijst("handhaver"), "Kies een van de antwoorden die hier staan."},
		{"moment.twijfel", ja, "Schrijf hier een tekst."},
		{"bedoeling.signaal", tekst("misschien"), "Antwoord met ja of nee."},
		{"bedoeling.lenzen", lijst("recht", "kleur"), "Kies uit de antwoorden die hier staan."},
		{"bedoeling.lenzen", tekst("recht"), "Kies een of meer van de antwoorden die hier staan."},
		{"bedoeling.wanneer", tekst("2026-02-30"), "Dat is geen datum. Schrijf bijvoorbeeld 21-2-2027 of dinsdag."},
		{"spiegel", lijst("iets anders"), "Kies uit de antwoorden die hier staan."},
		{"aandachtspunten.macht", nee, "Schrijf hier een of meer punten, elk op een regel."},
	} {
		bij(t, s, c.sleutel)
		if err := s.Answer(c.a); err == nil || err.Error() != c.want {
			t.Errorf("%s takes %q with %v", c.sleutel, c.a.Woorden(), err)
		}
		if s.Vraag().Sleutel != c.sleutel || len(s.Stand().Antwoorden) != 0 {
			t.Errorf("%s: a refused answer changed the conversation", c.sleutel)
		}
	}
}

func TestADayAsPeopleWriteIt(t *testing.T) {
	t.Parallel()
	for _, dag := range []string{"21-2-2027", "21-2-27", "21/02/2027", "2027-02-21", " 21 2 2027 ", "2027-2-21", "21 februari 2027", "2027-02-21T00:00:00Z"} {
		s := heel(t)
		geef(t, s, "bedoeling.wanneer", tekst(dag))
		if v := bij(t, s, "bedoeling.wanneer"); v.Antwoord.Tekst() != "2027-02-21" || v.Weergave() != "21 februari 2027" {
			t.Errorf("%q becomes %q, shown as %q", dag, v.Antwoord.Tekst(), v.Weergave())
		}
	}
}

func TestAChoiceMayBeCalledByItsName(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("gemeentelijk HANDHAVER"))
	geef(t, s, "bedoeling.lenzen", lijst("Geld", "geld", "recht"))
	geef(t, s, "waarden", lijst("Zorg voor elkaar", "veiligheid"))
	geef(t, s, "verbanden.botst", tekst("veiligheid+zorg-voor-elkaar"))
	want := map[string]string{"rol": "Gemeentelijk handhaver", "bedoeling.lenzen": "Geld\nRecht", "waarden": "Zorg voor elkaar\nVeiligheid",
		"verbanden.botst": "Ze botsen"}
	for sleutel, naam := range want {
		if got := bij(t, s, sleutel).Weergave(); got != naam {
			t.Errorf("%s shows %q, want %q", sleutel, got, naam)
		}
	}
}

// What somebody types is theirs, also where it happens to be a word of the library.
func TestOwnWordsAreShownAsTheyWereTyped(t *testing.T) {
	t.Parallel()
	s := heelEigen(t)
	geef(t, s, "eigen.titel", tekst("openheid"))
	geef(t, s, "regel.regel", tekst("geven+nemen"))
	for sleutel, want := range map[string]string{"eigen.titel": "openheid", "regel.regel": "geven+nemen"} {
		if got := bij(t, s, sleutel).Weergave(); got != want {
			t.Errorf("%s shows %q, want %q", sleutel, got, want)
		}
	}
	s = heel(t)
	geef(t, s, "rol", tekst("zorg-voor-elkaar"))
	geef(t, s, "regel.regel", tekst("openheid"))
	for sleutel, want := range map[string]string{"rol": "zorg-voor-elkaar", "regel.regel": "openheid"} {
		if got := bij(t, s, sleutel).Weergave(); got != want {
			t.Errorf("of a casus %s shows %q, want %q", sleutel, got, want)
		}
	}
}

func TestPrivateAnswersStayOut(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("GEHEIM een"))
	geef(t, s, "uzelf.raakt", tekst("GEHEIM twee"))
	geef(t, s, "besluit.verschil", tekst("GEHEIM drie"))
	r, rest := s.Stand().Reflectie()
	if strings.Contains(inJSON(t, r), "GEHEIM") || len(rest) > 0 {
		t.Errorf("a private answer is in the reflectie, or among %v", rest)
	}
	want := reflectie.Antwoorden{"moment.reactie": tekst("GEHEIM een"), "uzelf.raakt": tekst("GEHEIM twee"), "besluit.verschil": tekst("GEHEIM drie")}
	if d := cmp.Diff(want, s.Stand().Prive()); d != "" {
		t.Errorf("private (-want +got):\n%s", d)
	}
}

func TestWhatWasGivenInPrivateStaysPrivateUnderAnyDefinition(t *testing.T) {
	t.Parallel()
	const stap = `
  - id: uzelf
    titel: Uzelf
    soort: vragen
    vragen: [{id: raakt, vraag: Wat raakt u?PRIVE}]
`
	s := begin(laad(t, strings.Replace(stap, "PRIVE", ", prive: ja", 1), koken))
	geef(t, s, "uzelf.raakt", tekst("Men zwijgt, zeggen ze. GEHEIM"))
	for naam, stappen := range map[string]string{
		"the question is open now, and follows up": strings.Replace(stap, "PRIVE", ", doorvragen: [{id: wie, als: {woorden: [men]}, vraag: Wie?}]", 1),
		"the question is gone":                     strings.Replace(stap, "raakt, vraag: Wat raakt u?PRIVE", "iets, vraag: Iets?", 1),
	} {
		stand := s.Stand()
		stand.Definitie = laad(t, stappen, koken)
		r, rest := stand.Reflectie()
		if strings.Contains(inJSON(t, r), "GEHEIM") || len(rest) != 0 {
			t.Errorf("%s: it is in the reflectie, or among %v", naam, rest)
		}
		if !strings.Contains(stand.Prive()["uzelf.raakt"].Tekst(), "GEHEIM") {
			t.Errorf("%s: the private part lost it", naam)
		}
		vragen, vervallen := stand.Expand()
		for _, v := range slices.Concat(vragen, vervallen) {
			if v.Sleutel == "uzelf.raakt" && !v.Prive || v.Doorvraag {
				t.Errorf("%s: %s is asked in the open", naam, v.Sleutel)
			}
		}
	}
}

func TestAPrivateAnswerThatIsReadBackStaysPrivate(t *testing.T) {
	t.Parallel()
	prive := reflectie.Antwoorden{"elders.geheim": tekst("GEHEIM"), "moment.twijfel": tekst("GEHEIM ooit")}
	stand := sessie.StandVan("x", laad(t, alleStappen, koken), reflectie.Reflectie{}, nil, prive)
	r, rest := stand.Reflectie()
	if strings.Contains(inJSON(t, r), "GEHEIM") || len(rest) > 0 {
		t.Errorf("it is in the reflectie, or among %v", rest)
	}
	if d := cmp.Diff(prive, stand.Prive()); d != "" {
		t.Errorf("private (-want +got):\n%s", d)
	}
}

func TestChangesHereAndInTheFileComeTogether(t *testing.T) {
	t.Parallel()
	stand := sessie.NewStand("x", laad(t, alleStappen, koken))
	for _, c := range []struct {
		naam, sleutel         string
		was, hier, daar, want reflectie.Antwoord
		beide                 bool
	}{
		{naam: "untouched", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("was"), daar: tekst("was"), want: tekst("was")},
		{naam: "changed there", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("was"), daar: tekst("daar"), want: tekst("daar")},
		{naam: "changed here", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("hier"), daar: tekst("was"), want: tekst("hier")},
		{naam: "the same on both sides", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("nieuw"), daar: tekst("nieuw"), want: tekst("nieuw")},
		{naam: "both typed", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("hier"), daar: tekst("daar"), want: tekst("daar\n\nhier"), beide: true},
		{naam: "both typed at a field", sleutel: "uitkomst.doen", hier: tekst("hier"), daar: tekst("daar"), want: tekst("daar\n\nhier"), beide: true},
		{naam: "both chose", sleutel: "uitkomst.keuze", was: tekst("open"), hier: tekst("volgen"), daar: tekst("afwijken"), want: tekst("volgen"), beide: true},
		{naam: "new there", sleutel: "bedoeling.keuken", daar: tekst("daar"), want: tekst("daar")},
		{naam: "new here", sleutel: "bedoeling.keuken", hier: tekst("hier"), want: tekst("hier")},
		{naam: "gone here", sleutel: "moment.twijfel", was: tekst("was"), daar: tekst("was")},
		{naam: "gone there", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("was")},
		{naam: "gone there, changed here", sleutel: "moment.twijfel", was: tekst("was"), hier: tekst("hier"), want: tekst("hier"), beide: true},
		{naam: "both added points", sleutel: "aandachtspunten.macht", was: lijst("a"), hier: lijst("a", "hier"), daar: lijst("a", "daar"), want: lijst("a", "daar", "hier"), beide: true},
		{naam: "a point went on either side", sleutel: "aandachtspunten.macht", was: lijst("a", "b", "c"), hier: lijst("b", "c", "hier"), daar: lijst("a", "c"), want: lijst("c", "hier"), beide: true},
		{naam: "all points went there, one came here", sleutel: "aandachtspunten.macht", was: lijst("a"), hier: lijst("a", "hier"), want: lijst("hier"), beide: true},
		{naam: "both chose waarden", sleutel: "waarden", was: lijst("openheid"), hier: lijst("openheid", "veiligheid"), daar: lijst("openheid", "privacy"), want: lijst("openheid", "privacy", "veiligheid"), beide: true},
	} {
		stand, was, daar := stand, reflectie.Antwoorden{}, reflectie.Antwoorden{}
		stand.Antwoorden = reflectie.Antwoorden{}
		for a, waar := range map[*reflectie.Antwoord]reflectie.Antwoorden{&c.was: was, &c.hier: stand.Antwoorden, &c.daar: daar} {
			if !a.IsZero() {
				waar[c.sleutel] = *a
			}
		}
		stand.Gelezen = maps.Clone(was)
		beide := stand.Samenvoegen(daar)
		if got := stand.Antwoorden[c.sleutel]; !got.Equal(c.want) || len(beide) > 0 != c.beide {
			t.Errorf("%s: %q, want %q; told of %v", c.naam, got.Woorden(), c.want.Woorden(), beide)
		}
	}
}

// Somebody typed in the file, at a private question, while the conversation went
// on. The file loses it, so the private part gets it.
func TestWhatWasTypedAtAPrivateQuestionInTheFileBecomesPrivate(t *testing.T) {
	t.Parallel()
	const sleutel = "uzelf.raakt"
	for _, c := range []struct{ eigen, daar, want string }{
		{"Eigen", "In het bestand", "In het bestand\n\nEigen"},
		{"", "In het bestand", "In het bestand"},
		{"Eigen", "", "Eigen"},
	} {
		s := heel(t)
		if c.eigen != "" {
			geef(t, s, sleutel, tekst(c.eigen))
		}
		stand, daar := s.Stand(), reflectie.Antwoorden{}
		if c.daar != "" {
			daar[sleutel] = tekst(c.daar)
		}
		verteld := stand.Samenvoegen(daar)
		if got := stand.Antwoorden[sleutel].Tekst(); got != c.want || slices.Contains(verteld, sleutel) != (c.daar != "") {
			t.Errorf("%q here and %q there become %q, told of %v", c.eigen, c.daar, got, verteld)
		}
		if r, _ := stand.Reflectie(); len(r.Antwoorden) > 0 && !r.Antwoorden[sleutel].IsZero() {
			t.Error("it is still in the file")
		}
	}
}

func TestAConceptGoesOnWhereItWas(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "bedoeling.keuken", tekst("Vier muren."))
	verder := sessie.New(s.Stand())
	if verder.Vraag().Sleutel != s.Vraag().Sleutel {
		t.Errorf("goes on at %s, was at %s", verder.Vraag().Sleutel, s.Vraag().Sleutel)
	}
	stand := s.Stand()
	stand.Plaats = "bedoeling.bestaat-niet-meer"
	if got := sessie.New(stand).Vraag(); got.Sleutel != "standpunten.2.van" || got.Status != sessie.Open {
		t.Errorf("where the question is gone it goes on at %s, want the first that is open", got.Sleutel)
	}
	stand.Antwoorden, stand.Overgeslagen = nil, nil
	leeg := sessie.New(stand)
	if got := leeg.Vraag().Sleutel; got != "rol" {
		t.Errorf("with nothing answered it goes on at %s", got)
	}
	geef(t, leeg, "rol", tekst("buurt"))
}

func TestTwoConversationsShareNoAnswers(t *testing.T) {
	t.Parallel()
	s := heel(t)
	stand := s.Stand()
	ander := sessie.New(stand)
	geef(t, ander, "rol", tekst("buurt"))
	ander.Skip()
	if len(stand.Antwoorden) != 0 || len(s.Stand().Antwoorden) != 0 || len(stand.Overgeslagen) != 0 {
		t.Error("an answer in one conversation turns up in another")
	}
}

// Who lets another waarde go first is asked whether the reason still holds.
func TestAReasonIsAskedAgainWhereAnotherWaardeGoesFirst(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("veiligheid", "openheid"))
	geef(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	voorrang, omdat := "weging.openheid+veiligheid.voorrang", "weging.openheid+veiligheid.omdat"
	geef(t, s, voorrang, tekst("veiligheid"))
	geef(t, s, omdat, tekst("Omdat niemand gewond mag raken, en dat hier het zwaarst telt."))
	if m := bij(t, s, omdat).Melding; m != "" {
		t.Errorf("before it changed it says %q", m)
	}
	verander(t, s, voorrang, tekst("openheid"))
	bij(t, s, omdat)
	if m := s.Vraag().Melding; !strings.Contains(m, "Klopt dit nog?") {
		t.Errorf("where another waarde goes first it says %q", m)
	}
	verander(t, s, voorrang, tekst("veiligheid"))
	bij(t, s, omdat)
	if m := s.Vraag().Melding; m != "" {
		t.Errorf("back as it was it says %q", m)
	}
}

// Who takes an own waarde away again finds nothing of it in the file that they share.
func TestAnOwnWaardeThatIsTakenAwayIsGone(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("veiligheid", "Rust voor mevrouw De Vries"))
	if r, _ := s.Stand().Reflectie(); len(r.Waarden) != 2 {
		t.Fatalf("it has the waarden %+v", r.Waarden)
	}
	bij(t, s, "waarden")
	geef(t, s, "waarden", lijst("veiligheid"))
	r, vervallen := s.Stand().Reflectie()
	if len(r.Waarden) != 1 || len(vervallen) != 0 {
		t.Errorf("of an own waarde that was taken away there is %+v, and vervallen %v", r.Waarden, vervallen)
	}
	verander(t, s, "waarden", lijst("veiligheid", "Rust", "Rust in de wijk", "Weg")) // one is in the name of another, and in a key
	verander(t, s, "waarden", lijst("veiligheid"))
	if _, vervallen := s.Stand().Reflectie(); len(vervallen) != 0 {
		t.Errorf("of own waarden that were taken away there is still %v", vervallen)
	}
}

func TestTheEndDoesNotMoveAway(t *testing.T) {
	t.Parallel()
	s := heel(t)
	stap, begin := s.Voortgang()
	if stap != 1 || begin != 11 {
		t.Errorf("begins in step %d of %d; steps under one title are one", stap, begin)
	}
	geef(t, s, "waarden", lijst("veiligheid", "openheid"))
	geef(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	vorige := 0
	for _, v := range s.Vragen() {
		bij(t, s, v.Sleutel)
		stap, van := s.Voortgang()
		if van != begin || stap < vorige {
			t.Errorf("%s is in step %d of %d, after step %d of %d", v.Sleutel, stap, van, vorige, begin)
		}
		vorige = stap
	}
	bij(t, s, sessie.SleutelAfronden)
	if stap, van := s.Voortgang(); stap != van {
		t.Errorf("the last question is in step %d of %d", stap, van)
	}
	if stap, van := heelEigen(t).Voortgang(); stap != 1 || van != begin+1 {
		t.Errorf("one's own story is step %d of %d", stap, van)
	}
}

func TestTheLastQuestionOffersToLeaveVervallenAnswersOut(t *testing.T) {
	t.Parallel()
	s := heel(t)
	namen := func() (namen []string) {
		for _, o := range bij(t, s, sessie.SleutelAfronden).Opties {
			namen = append(namen, strings.TrimSpace(o.Naam+" "+o.Uitleg))
		}
		return namen
	}
	if d := cmp.Diff([]string{"De reflectie maken", "Stoppen en later verdergaan", "Weggooien wat u schreef"}, namen()); d != "" {
		t.Errorf("with nothing vervallen (-want +got):\n%s", d)
	}
	verander(t, s, "bedoeling.signaal", ja)
	geef(t, s, "bedoeling.gehoord", tekst("De balie"))
	verander(t, s, "bedoeling.signaal", nee)
	want := []string{"De reflectie maken ook met wat niet meer past", "Maken zonder wat niet meer past", "Stoppen en later verdergaan", "Weggooien wat u schreef"}
	if d := cmp.Diff(want, namen()); d != "" {
		t.Errorf("with one vervallen (-want +got):\n%s", d)
	}
	if toont := bij(t, s, sessie.SleutelAfronden).Toont; len(toont) != 1 || !strings.Contains(toont[0].Tekst, "- Wie hoorde het? “De balie”") {
		t.Errorf("of what no longer fits it shows %v", toont)
	}
	if err := s.Answer(tekst(sessie.AfrondenZonderVervallen)); err != nil {
		t.Fatal(err)
	}
	if s.Klaar() != sessie.AfrondenZonderVervallen {
		t.Fatalf("klaar is %q", s.Klaar())
	}
	if a := gemaakt(s).Antwoorden["bedoeling.gehoord"]; !a.IsZero() {
		t.Error("the vervallen answer is still in the reflectie")
	}
	if s.Stand().Antwoorden["bedoeling.gehoord"].IsZero() {
		t.Error("the concept lost it too")
	}
	bij(t, s, "rol")
	if s.Klaar() != "" {
		t.Error("who goes back is still done")
	}
}

// What clashed with a waarde that no longer counts leaves no bare pair behind.
func TestLeavingVervallenAnswersOutLeavesNothingOfThem(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("veiligheid", "openheid"))
	geef(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	geef(t, s, "weging.openheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.openheid+veiligheid.omdat", tekst("Leven gaat voor."))
	verander(t, s, "waarden", lijst("veiligheid", "privacy"))
	if r := gemaakt(s); len(r.Verbanden) != 1 || len(r.Weging) != 1 {
		t.Errorf("kept are %v and %v", r.Verbanden, r.Weging)
	}
	stand := s.Stand()
	stand.ZonderVervallen = true
	if r, rest := stand.Reflectie(); len(r.Verbanden) != 0 || len(r.Weging) != 0 || len(rest) != 0 {
		t.Errorf("left behind are %v, %v and %v", r.Verbanden, r.Weging, rest)
	}
}

// A draft is what is lost when the machine stops while somebody types.
func TestADraftIsAnAnswerWhenTheConversationGoesOn(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("handhaver"))
	s.Onthoud(tekst("Eerst bel"))
	stand := s.Stand()
	if !stand.Antwoorden["moment.reactie"].IsZero() {
		t.Error("a draft counts as an answer while the person is typing")
	}
	verder := sessie.New(stand)
	if v := verder.Vraag(); v.Sleutel != "moment.reactie" || v.Antwoord.Tekst() != "Eerst bel" || verder.Stand().Klad != nil {
		t.Errorf("the conversation goes on at %s with %q", v.Sleutel, v.Antwoord.Tekst())
	}
	if err := s.Answer(tekst("Eerst bellen.")); err != nil {
		t.Fatal(err)
	}
	if s.Stand().Klad != nil {
		t.Error("the draft stays beside the answer")
	}
	s.Onthoud(tekst("x"))
	s.Onthoud(reflectie.Antwoord{})
	if s.Stand().Klad != nil {
		t.Error("a draft that was taken back is kept")
	}
}

func TestADraftThatIsPrivateStaysPrivate(t *testing.T) {
	t.Parallel()
	s := heel(t)
	bij(t, s, "uzelf.raakt")
	s.Onthoud(tekst("De theedoek"))
	zonder := s.Stand()
	zonder.Definitie = laad(t, strings.Replace(alleStappen, "{id: raakt, vraag: Wat raakt u?, prive: ja}", "{id: ander, vraag: Iets anders?}", 1), koken)
	for _, stand := range []sessie.Stand{s.Stand(), zonder} {
		verder := sessie.New(stand).Stand()
		r, rest := verder.Reflectie()
		if strings.Contains(inJSON(t, r), "theedoek") || len(rest) > 0 || verder.Prive()["uzelf.raakt"].Tekst() != "De theedoek" {
			t.Errorf("a private draft is private as %v, left over %v", verder.Prive(), rest)
		}
	}
}

// A newer version of the werkvorm may have lost the question.
func TestADraftAtAQuestionThatIsGoneIsKeptToo(t *testing.T) {
	t.Parallel()
	s := heel(t)
	bij(t, s, "bedoeling.keuken")
	s.Onthoud(tekst("Vier muren en een"))
	stand := s.Stand()
	stand.Definitie.Casus.Vragen = nil
	verder := sessie.New(stand)
	if d := cmp.Diff(map[string]string{"bedoeling.keuken": "Vier muren en een"}, vervallen(verder)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
}

func TestWhatAConversationIsAbout(t *testing.T) {
	t.Parallel()
	s := heelEigen(t)
	if got := s.Stand().Titel(); got != "Een eigen situatie" || !s.Stand().IsNieuw() {
		t.Errorf("at first it is called %q", got)
	}
	geef(t, s, "eigen.titel", tekst("De sleutel"))
	if got := s.Stand().Titel(); got != "De sleutel" {
		t.Errorf("then it is called %q", got)
	}
	if got := heel(t).Stand().Titel(); got != "Koken" {
		t.Errorf("of a casus it is called %q", got)
	}
}

// What somebody wrote by hand in the file at a private question is not lost where
// the person answered it too: it becomes private with that answer.
func TestWhatTheFileSaysAtAPrivateQuestionIsKeptWithThePrivateAnswer(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, koken)
	r := reflectie.Reflectie{Casus: def.Casus.ID, Antwoorden: map[string]reflectie.Antwoord{"moment.reactie": tekst("Met de hand erbij.")}}
	s := sessie.StandVan("x", def, r, nil, reflectie.Antwoorden{"moment.reactie": tekst("Stilleggen.")})
	if got := s.Prive()["moment.reactie"].Tekst(); got != "Stilleggen.\n\nMet de hand erbij." {
		t.Errorf("the private answer is %q", got)
	}
	if uit, _ := s.Reflectie(); !uit.Antwoorden["moment.reactie"].IsZero() {
		t.Error("it stays in the reflectie")
	}
	nog := sessie.StandVan("x", def, r, nil, reflectie.Antwoorden{"moment.reactie": tekst("Met de hand erbij.")})
	if got := nog.Prive()["moment.reactie"].Tekst(); got != "Met de hand erbij." {
		t.Errorf("said twice: %q", got)
	}
}

// The overview has one line for an answer: all that was chosen, or how a text begins.
func TestAnAnswerInOneLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		v    sessie.Vraag
		want string
	}{
		{sessie.Vraag{Soort: casus.Lijst, Antwoord: reflectie.Lijst("Bellen.", "Wachten.")}, "Bellen; Wachten."},
		{sessie.Vraag{Soort: casus.Meerkeuze, Antwoord: reflectie.Lijst("a", "b"), Opties: []sessie.Optie{{ID: "a", Naam: "Zorg"}, {ID: "b", Naam: "Recht"}}}, "Zorg, Recht"},
		{sessie.Vraag{Soort: casus.Tekst, Antwoord: tekst("Eerst.\n\nDan.")}, "Eerst. …"},
		{sessie.Vraag{Soort: casus.Tekst, Antwoord: tekst("Eerst.")}, "Eerst."},
	} {
		if got := c.v.EenLijn(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// What came of an afspraak stands under that afspraak, whatever was done to the
// file meanwhile; where it is no longer to be found, it stands under none.
func TestWhatCameOfAnAfspraakStandsUnderIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		naam      string
		toen, nu  []string
		gekomen   map[int]string
		want      []string
		blijftToe int // how many answers find no afspraak
	}{
		{"as it was", []string{"a", "b"}, []string{"a", "b"}, map[int]string{1: "A", 2: "B"}, []string{"A", "B"}, 0},
		{"reworded", []string{"a", "b"}, []string{"a", "b anders"}, map[int]string{1: "A", 2: "B"}, []string{"A", "B"}, 0},
		{"swapped", []string{"a", "b"}, []string{"b", "a"}, map[int]string{1: "A", 2: "B"}, []string{"B", "A"}, 0},
		{"the first removed, one added", []string{"a", "b"}, []string{"b", "c"}, map[int]string{1: "A", 2: "B"}, []string{"B", ""}, 1},
		{"swapped and reworded", []string{"a", "b"}, []string{"b", "a anders"}, map[int]string{1: "A"}, []string{"", ""}, 1},
		{"twice the same", []string{"z", "z"}, []string{"z", "z"}, map[int]string{1: "A", 2: "B"}, []string{"A", "B"}, 0},
		{"all gone", []string{"a"}, nil, map[int]string{1: "A"}, nil, 1},
	} {
		afspraken := func(wat []string) (rijen []reflectie.Afspraak) {
			for _, w := range wat {
				rijen = append(rijen, reflectie.Afspraak{Wat: w})
			}
			return rijen
		}
		dag, _ := reflectie.ParseDatum("2026-11-21")
		r := reflectie.Reflectie{Weeg: 1, Casus: "eigen", Werkvorm: "kort", Datum: dag, Afspraken: afspraken(c.toen)}
		stand := sessie.NewTerugblik("x", casus.Definitie{}, r)
		stand.Antwoorden = reflectie.Antwoorden{}
		for n, tekst_ := range c.gekomen {
			stand.Antwoorden[reflectie.RijSleutel("afspraken", n, "gekomen")] = tekst(tekst_)
		}
		r.Afspraken = afspraken(c.nu)
		r = stand.BlikTerug(r, dag)
		var got []string
		for _, a := range r.Afspraken {
			got = append(got, a.Gekomen)
		}
		over := 0
		for _, g := range r.Teruggeblikt {
			over += len(g.Antwoorden)
		}
		if d := cmp.Diff(c.want, got); d != "" || over != c.blijftToe {
			t.Errorf("%s: %d left (-want +got):\n%s", c.naam, over, d)
		}
	}
}

// Who types marks of a list, as in a word processor, gets no second ones.
func TestAListHasItsMarksOnce(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "aandachtspunten.kennis", tekst("- wat er is\n* wie er was\n  1. of het klopt\n2026 was een jaar"))
	if d := cmp.Diff([]string{"wat er is", "wie er was", "of het klopt", "2026 was een jaar"}, s.Stand().Antwoorden["aandachtspunten.kennis"].Lijst()); d != "" {
		t.Error(d)
	}
}

// Who is asked whether one pair clashes, may say yes.
func TestYesIsAnAnswerToWhetherOnePairClashes(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("openheid", "veiligheid"))
	geef(t, s, "verbanden.botst", tekst("ja"))
	if r, _ := s.Stand().Reflectie(); len(r.Verbanden) != 1 || r.Verbanden[0].Soort != reflectie.Tegen {
		t.Errorf("what clashes is %v", r.Verbanden)
	}
}
