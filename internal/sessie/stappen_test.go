package sessie_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func TestTheMomentStandsBesideTheFirstReaction(t *testing.T) {
	t.Parallel()
	s := heel(t)
	s.Skip()
	if d := cmp.Diff([]sessie.Getoond{{Kop: "De vraag", Tekst: "Mogen de buren koken?"}}, s.Vraag().Toont); d != "" {
		t.Errorf("without a rol (-want +got):\n%s", d)
	}
	verander(t, s, "rol", tekst("handhaver"))
	if d := cmp.Diff([]sessie.Getoond{{Kop: "Gemeentelijk handhaver", Tekst: "Hoeveel ruimte geeft u?"}}, s.Vraag().Toont); d != "" {
		t.Errorf("of the rol (-want +got):\n%s", d)
	}
	if toont := bij(t, heelEigen(t), "moment.reactie").Toont; len(toont) > 0 {
		t.Errorf("of one's own situation: %v", toont)
	}
}

func TestTheFirstReactionComesBackSeenByOneselfAlone(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("Sluiten"))
	want := []sessie.Getoond{{Kop: "Uw eerste reactie", Tekst: "Sluiten", Prive: true}}
	for _, sleutel := range []string{"standpunten.1.waarde", "besluit.verschil"} {
		v := bij(t, s, sleutel)
		if d := cmp.Diff(want, v.Toont); d != "" {
			t.Errorf("%s (-want +shown):\n%s", sleutel, d)
		}
		if got := v.Toont[0].Naam(); got != "Uw eerste reactie (alleen u ziet dit)" {
			t.Errorf("%s: over it stands %q", sleutel, got)
		}
	}
	for _, v := range s.Vragen() {
		if len(v.Toont) > 0 && !v.Toont[0].Prive && strings.Contains(v.Toont[0].Tekst, "Sluiten") {
			t.Errorf("%s shows it to anybody", v.Sleutel)
		}
	}
}

func TestWhatIsShownAgainHasANameAndNeverItsOldQuestion(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: een
    titel: Een
    soort: vragen
    vragen:
      - {id: met, vraag: Met?, naam: Wat u meenam}
      - {id: zonder, vraag: Zonder?}
      - {id: twee, vraag: En nu?, toont: een.met}
      - {id: drie, vraag: En dan?, toont: een.zonder}
`, koken))
	if toont := bij(t, s, "een.twee").Toont; len(toont) > 0 {
		t.Errorf("before an answer it shows %v", toont)
	}
	verander(t, s, "een.met", tekst("Brood."))
	verander(t, s, "een.zonder", tekst("Niets."))
	for sleutel, want := range map[string]sessie.Getoond{"een.twee": {Kop: "Wat u meenam", Tekst: "Brood."}, "een.drie": {Kop: "Wat u eerder schreef", Tekst: "Niets."}} {
		if d := cmp.Diff([]sessie.Getoond{want}, bij(t, s, sleutel).Toont); d != "" {
			t.Errorf("%s (-want +shown):\n%s", sleutel, d)
		}
	}
	if got := (sessie.Getoond{Kop: "Wat u meenam"}).Naam(); got != "Wat u meenam" {
		t.Errorf("over what anybody may see stands %q", got)
	}
}

func TestOfOneselfOnlyTheValueUnderTheReactionIsAsked(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("Sluiten"))
	if d := cmp.Diff([]string{"standpunten.1.waarde", "standpunten.2.van"}, vanDeel(s, "standpunten")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	geef(t, s, "standpunten.1.waarde", tekst("openheid"))
	if d := cmp.Diff([]reflectie.Standpunt{{Van: reflectie.Ik, Waarde: "openheid"}}, gemaakt(s).Standpunten); d != "" {
		t.Errorf("kept (-want +got):\n%s", d)
	}
	wis(t, s, "standpunten.1.waarde")
	if got := gemaakt(s).Standpunten; len(got) > 0 {
		t.Errorf("cleared, there still is %v", got)
	}
}

func TestWhoWroteNoFirstReactionIsNotAskedForTheValueUnderIt(t *testing.T) {
	t.Parallel()
	s := heel(t)
	if vraagt(s, "standpunten.1.waarde") {
		t.Error("asked before anything was written")
	}
	zonder := begin(laad(t, "\n  - {id: s, titel: S, soort: standpunten}\n", koken))
	if !vraagt(zonder, "standpunten.1.waarde") {
		t.Error("where no reaction is asked at all, the value is not asked either")
	}
}

// Who meets resistance hears the other first.
func TestWhoIsHeardFirstIsUpToTheStep(t *testing.T) {
	t.Parallel()
	stap := func(velden string) []string {
		s := begin(laad(t, "\n  - {id: s, titel: S, soort: standpunten, velden: {"+velden+"}}\n", koken))
		geef(t, s, "standpunten.2.van", tekst("buurt"))
		return sleutels(s.Vragen())
	}
	if d := cmp.Diff([]string{"standpunten.1.waarde", "standpunten.2.van", "standpunten.2.waarde"}, stap("ik: {}, van: {}, waarde: {}")); d != "" {
		t.Errorf("oneself first (-want +asked):\n%s", d)
	}
	if d := cmp.Diff([]string{"standpunten.2.van", "standpunten.2.waarde", "standpunten.1.waarde"}, stap("van: {}, waarde: {}, ik: {}")); d != "" {
		t.Errorf("the other first (-want +asked):\n%s", d)
	}
}

// A colleague reads the file without the private part that went with it.
func TestTheValueUnderAReactionIsNotVervallenWhereTheReactionIsNotAtHand(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Standpunten: []reflectie.Standpunt{{Van: reflectie.Ik, Waarde: "openheid"}}}
	s := sessie.New(sessie.StandVan("x", laad(t, alleStappen, koken), r, nil, nil))
	if v := vervallen(s); len(v) > 0 || !vraagt(s, "standpunten.1.waarde") {
		t.Errorf("vervallen is %v", v)
	}
}

func TestOneOtherIsHeardWhoIsNotOneself(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("handhaver"))
	for _, o := range bij(t, s, "standpunten.2.van").Opties {
		if o.ID == "handhaver" {
			t.Error("the other may be the person's own rol")
		}
	}
	if vraagt(s, "standpunten.2.standpunt") {
		t.Error("what somebody said is asked before who")
	}
	geef(t, s, "standpunten.2.van", tekst("De bakker op de hoek"))
	for sleutel, want := range map[string]string{
		"standpunten.2.standpunt": "Wat zegt de bakker op de hoek?", "standpunten.2.waarde": "Wat vindt de bakker op de hoek belangrijk?",
	} {
		if got := bij(t, s, sleutel).Vraag; got != want {
			t.Errorf("asks %q, want %q", got, want)
		}
	}
	if s.Goto("standpunten.3.van") {
		t.Error("the conversation asks who else")
	}
}

// Words that somebody else said stay, and are not passed off as those of another.
func TestWhoeverSaysItIsChangedTheWordsAreLookedAtAgain(t *testing.T) {
	t.Parallel()
	const zegt = "U veranderde wie dit zegt. Klopt dit nog?"
	s := heel(t)
	wil := func(wat, sleutel, melding string) {
		t.Helper()
		if v := bij(t, s, sleutel); v.Melding != melding {
			t.Errorf("%s: %s says %q, want %q", wat, sleutel, v.Melding, melding)
		}
	}
	geef(t, s, "standpunten.2.van", tekst("buurt"))
	verander(t, s, "standpunten.2.van", tekst("wethouder"))
	geef(t, s, "standpunten.2.standpunt", tekst("Het stinkt."))
	wil("written after the change", "standpunten.2.standpunt", "")
	verander(t, s, "standpunten.2.van", tekst("wethouder"))
	wil("nothing changed", "standpunten.2.standpunt", "")
	verander(t, s, "standpunten.2.van", tekst("provincie"))
	wil("changed", "standpunten.2.standpunt", zegt)
	wil("not answered", "standpunten.2.waarde", "")
	s = sessie.New(s.Stand())
	wil("later", "standpunten.2.standpunt", zegt)
	verander(t, s, "standpunten.2.van", tekst("wethouder"))
	wil("changed back", "standpunten.2.standpunt", "")
	wis(t, s, "standpunten.2.van")
	geef(t, s, "standpunten.2.van", tekst("buurt"))
	wil("wiped and another", "standpunten.2.standpunt", zegt)
	s.Skip()
	wil("looked at", "standpunten.2.standpunt", "")
	verander(t, s, "standpunten.2.van", tekst("provincie"))
	verander(t, s, "standpunten.2.standpunt", tekst("Het mag."))
	wil("written anew", "standpunten.2.standpunt", "")
}

// Who looks as somebody else now is asked whether their answers are still theirs.
func TestOnceTheRolIsAnotherTheAnswersAreLookedAtAgain(t *testing.T) {
	t.Parallel()
	const zegt = "U veranderde uw rol. Klopt dit nog?"
	s := heel(t)
	geef(t, s, "rol", tekst("handhaver"))
	geef(t, s, "moment.reactie", tekst("Stilleggen."))
	geef(t, s, "standpunten.2.van", tekst("buurt"))
	verander(t, s, "rol", tekst("wethouder"))
	for sleutel, want := range map[string]string{"moment.reactie": zegt, "standpunten.2.van": "", "rol": ""} {
		if got := bij(t, s, sleutel).Melding; got != want {
			t.Errorf("%s says %q, want %q", sleutel, got, want)
		}
	}
}

// Who writes more than who it is, is not asked a question that does not read.
func TestMoreThanARoleIsNotPutIntoASentence(t *testing.T) {
	t.Parallel()
	for van, want := range map[string]string{
		"De voorzitter van de wijkraad":                                    "Wat zegt de voorzitter van de wijkraad?",
		"Het afdelingshoofd. Hij zegt: we wachten.":                        "Wat zegt de ander?",
		"De voorzitter van de dorpsraad, want die wil een datum":           "Wat zegt de voorzitter van de dorpsraad?",
		"Mijn manager, die alleen op de cijfers let":                       "Wat zegt mijn manager?",
		"De man die hier al dertig jaar woont en alles van de straat weet": "Wat zegt de ander?",
	} {
		s := heel(t)
		geef(t, s, "standpunten.2.van", tekst(van))
		if got := bij(t, s, "standpunten.2.standpunt").Vraag; got != want {
			t.Errorf("after %q it asks %q", van, got)
		}
	}
}

// More voices come from a file; each is asked about in full, and once.
func TestMoreVoicesOfAFileAreAskedAbout(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Standpunten: []reflectie.Standpunt{{Van: "wethouder", Standpunt: "Ja."}, {Van: reflectie.Ik, Waarde: "openheid"}, {Van: "buurt"}}}
	s := sessie.New(sessie.StandVan("x", laad(t, alleStappen, koken), r, nil, reflectie.Antwoorden{"moment.reactie": tekst("Nee.")}))
	want := []string{"standpunten.2.waarde", "standpunten.1.van", "standpunten.1.standpunt", "standpunten.1.waarde",
		"standpunten.3.van", "standpunten.3.standpunt", "standpunten.3.waarde"}
	if d := cmp.Diff(want, vanDeel(s, "standpunten")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	var namen []string
	for _, o := range bij(t, s, "standpunten.3.van").Opties {
		namen = append(namen, o.ID)
	}
	if d := cmp.Diff([]string{"handhaver", "rijk", "provincie", "buurt"}, namen); d != "" {
		t.Errorf("all are offered but who speaks already (-want +got):\n%s", d)
	}
}

func TestOwnWordsUnderAStandpuntBecomeAValue(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("Sluiten"))
	geef(t, s, "standpunten.1.waarde", tekst("Openheid"))
	geef(t, s, "standpunten.2.van", tekst("buurt"))
	geef(t, s, "standpunten.2.waarde", tekst("Gehoord worden."))
	if v := bij(t, s, "standpunten.2.waarde"); v.Weergave() != "Gehoord worden" {
		t.Errorf("shown as %q", v.Weergave())
	}
	want := []reflectie.Standpunt{{Van: "ik", Waarde: "openheid"}, {Van: "buurt", Waarde: "gehoord-worden"}}
	if d := cmp.Diff(want, gemaakt(s).Standpunten); d != "" {
		t.Errorf("standpunten (-want +got):\n%s", d)
	}
	opties := bij(t, s, "waarden").Opties
	if opties[0].ID != "openheid" || opties[1].ID != "gehoord-worden" || opties[0].Groep != "Al door u genoemd" || opties[2].Groep == opties[0].Groep {
		t.Errorf("the list of values begins with %v", opties[:3])
	}
}

// Naming a value is not choosing it, and nothing else is laid in the person's mouth.
func TestOnlyWhatWasChosenIsAskedAbout(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "moment.reactie", tekst("Sluiten"))
	geef(t, s, "standpunten.1.waarde", tekst("Rust in de straat."))
	geef(t, s, "waarden", lijst("openheid", "veiligheid"))
	if vraagt(s, "waarden.rust-in-de-straat.betekenis") {
		t.Error("a value that was only named is asked about")
	}
	for _, o := range bij(t, s, "verbanden.botst").Opties {
		if strings.Contains(o.ID, "rust") {
			t.Error("a value that was only named is one of those that clash")
		}
	}
	w := gemaakt(s).Waarden
	if last := w[len(w)-1]; last.ID != "rust-in-de-straat" || last.Naam != "Rust in de straat" || !last.Genoemd {
		t.Errorf("the reflectie does not say that it was only named: %+v", last)
	}
}

func TestAFewOwnWordsInTheStepCanBeChosenAsAValueAndASentenceStaysAnAnswer(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - id: waarden
    titel: Waarden
    soort: waarden
    vragen:
      - {id: knel, vraag: Wat komt in de knel?, soort: regel}
      - {id: meer, vraag: Wat nog?, soort: regel}
`, koken))
	geef(t, s, "waarden.knel", tekst("Eerlijk zijn."))
	geef(t, s, "waarden.meer", tekst("Dat er altijd iemand is die naar je luistert, met inspraak en veiligheid"))
	var eerste []string
	for _, o := range s.Vraag().Opties[:3] {
		eerste = append(eerste, o.Groep+": "+o.Naam)
	}
	want := []string{"Al door u genoemd: Veiligheid", "Al door u genoemd: Eerlijk zijn", "Misschien bedoelt u: Betrokkenheid"}
	if d := cmp.Diff(want, eerste); d != "" {
		t.Fatalf("the list begins with (-want +got):\n%s", d)
	}
	if err := s.Answer(lijst("Eerlijk zijn", "betrokkenheid")); err != nil {
		t.Fatal(err)
	}
	r := gemaakt(s)
	if len(r.Waarden) != 2 || r.Waarden[0].ID != "eerlijk-zijn" || r.Waarden[0].Naam != "Eerlijk zijn" {
		t.Errorf("the reflectie has %+v", r.Waarden)
	}
	if r.Antwoorden["waarden.knel"].Tekst() != "Eerlijk zijn." {
		t.Error("what was typed is no answer any more")
	}
}

func TestOwnValuesGetAnIDThatNothingElseHas(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("Open", "🙂", "Rust in de straat", "rust in de Straat", "zorg voor elkaar"))
	want := []string{"waarde-2 Open", "waarde-3 🙂", "rust-in-de-straat Rust in de straat", "zorg-voor-elkaar "}
	var got []string
	for _, w := range gemaakt(s).Waarden {
		got = append(got, w.ID+" "+w.Naam)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("waarden (-want +got):\n%s", d)
	}
}

func TestTheMeaningOfThreeValuesIsAsked(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, "\n  - {id: w, titel: W, soort: waarden}\n", koken))
	geef(t, s, "waarden", lijst("openheid", "veiligheid", "privacy", "vertrouwen"))
	want := []string{"waarden", "waarden.openheid.betekenis", "waarden.veiligheid.betekenis", "waarden.privacy.betekenis"}
	if d := cmp.Diff(want, vanDeel(s, "waarden")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	geef(t, s, "waarden.privacy.betekenis", tekst("Geen namen."))
	verander(t, s, "waarden", lijst("openheid", "veiligheid", "vertrouwen", "privacy"))
	if !vraagt(s, "waarden.privacy.betekenis") {
		t.Error("what was answered of the fourth is asked no more")
	}
}

func TestMirrorShowsOnlyWhatThePersonDidNotChoose(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "waarden", lijst("veiligheid", "privacy"))
	v := bij(t, s, "spiegel")
	if len(v.Opties) != 1 || v.Opties[0] != (sessie.Optie{ID: "openheid", Naam: "Openheid", Uitleg: "Men weet ervan."}) {
		t.Errorf("the mirror shows %v, want openheid alone", v.Opties)
	}
	geef(t, s, "spiegel", lijst("openheid"))
	var ids []string
	for _, w := range gemaakt(s).Waarden {
		ids = append(ids, w.ID)
	}
	if d := cmp.Diff([]string{"veiligheid", "privacy", "openheid"}, ids); d != "" {
		t.Errorf("waarden (-want +got):\n%s", d)
	}
	verander(t, s, "waarden", lijst("veiligheid", "openheid"))
	if vraagt(heelEigen(t), "spiegel") {
		t.Error("there is a mirror of one's own situation")
	}
	alles := heel(t)
	geef(t, alles, "waarden", lijst("veiligheid", "openheid"))
	if vraagt(alles, "spiegel") {
		t.Error("who named all gets an empty mirror")
	}
}

func TestOfTheValueThatPeopleDisputeItIsAskedWhoDecides(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	if v := bij(t, s, "realisatie.waarde"); len(v.Opties) != 2 || v.Opties[1].Naam != "Betrokkenheid" {
		t.Errorf("to choose from is %v", v.Opties)
	}
	geef(t, s, "realisatie.waarde", tekst("betrokkenheid"))
	var namen []string
	for _, sleutel := range vanDeel(s, "waarden.betrokkenheid") {
		namen = append(namen, strings.TrimPrefix(sleutel, "waarden.betrokkenheid."))
	}
	if d := cmp.Diff([]string{"betekenis", "zeggenschap", "bepaalt", "organiseert", "controleert", "gemeenschap"}, namen); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	geef(t, s, "waarden.betrokkenheid.bepaalt", tekst("samen"))
	if vraagt(s, "waarden.veiligheid.bepaalt") {
		t.Error("of the other it is asked too")
	}
	verander(t, s, "realisatie.waarde", tekst("veiligheid"))
	if d := cmp.Diff(map[string]string{"waarden.betrokkenheid.bepaalt": "Samen"}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
	r := gemaakt(s)
	if r.Antwoorden["realisatie.waarde"].Tekst() != "veiligheid" || r.Waarden[1].Bepaalt != "samen" {
		t.Errorf("kept is %v, %+v", r.Antwoorden, r.Waarden[1])
	}
}

func TestTheRoomOfLayersIsThatOfTwoOthers(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "rol", tekst("wethouder"))
	vragen := map[string]string{}
	for _, sleutel := range vanDeel(s, "ruimte") {
		vragen[sleutel] = bij(t, s, sleutel).Vraag
	}
	want := map[string]string{
		"ruimte.1.ruimte": "Wat mag u hier zelf beslissen?", "ruimte.1.aanspreekbaar": "Wie moet het uitleggen als het misgaat?",
		"ruimte.2.ruimte": "Welke ruimte heeft de handhaver?", "ruimte.3.ruimte": "Welke ruimte heeft het Rijk?",
	}
	if d := cmp.Diff(want, vragen); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if got := gemaakt(s).Ruimte; len(got) > 0 {
		t.Errorf("before an answer there are rows: %v", got)
	}
	verander(t, s, "ruimte.1.aanspreekbaar", tekst("Ik."))
	geef(t, s, "ruimte.3.ruimte", tekst("Weinig."))
	wil := []reflectie.Ruimte{{Wie: "wethouder", Aanspreekbaar: "Ik."}, {Wie: "rijk", Ruimte: "Weinig."}}
	if d := cmp.Diff(wil, gemaakt(s).Ruimte); d != "" {
		t.Errorf("ruimte (-want +got):\n%s", d)
	}
	wis(t, s, "ruimte.3.ruimte")
	if d := cmp.Diff(wil[:1], gemaakt(s).Ruimte); d != "" {
		t.Errorf("after clearing (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"ruimte.1.ruimte", "ruimte.1.aanspreekbaar"}, vanDeel(heelEigen(t), "ruimte")); d != "" {
		t.Errorf("of one's own situation (-want +asked):\n%s", d)
	}
}

func TestOnesOwnRoomIsOnesOwnUnderAnotherRol(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "ruimte.1.ruimte", tekst("Een week."))
	if d := cmp.Diff([]reflectie.Ruimte{{Wie: reflectie.Ik, Ruimte: "Een week."}}, gemaakt(s).Ruimte); d != "" {
		t.Errorf("without a rol (-want +got):\n%s", d)
	}
	verander(t, s, "rol", tekst("buurt"))
	if got := toont(t, s, "ruimte.1.ruimte"); got != "Een week." {
		t.Errorf("who chooses a rol later finds %q", got)
	}
	geef(t, s, "ruimte.1.aanspreekbaar", tekst("De raad."))
	if d := cmp.Diff([]reflectie.Ruimte{{Wie: "buurt", Ruimte: "Een week.", Aanspreekbaar: "De raad."}}, gemaakt(s).Ruimte); d != "" {
		t.Errorf("with one (-want +got):\n%s", d)
	}
}

func TestRowsOfAFileThatNobodyAsksForStayAndAreAsked(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Rol: "buurt", Ruimte: []reflectie.Ruimte{{Wie: "De raad", Ruimte: "Veel.", Aanspreekbaar: "Niemand."}, {Wie: "buurt", Ruimte: "Geen."}}}
	s := sessie.New(sessie.StandVan("x", laad(t, alleStappen, koken), r, nil, nil))
	if v := bij(t, s, "ruimte.1.ruimte"); v.Vraag != "Welke ruimte heeft de raad?" || v.Antwoord.Tekst() != "Veel." {
		t.Errorf("asks %q, with %q", v.Vraag, v.Antwoord.Tekst())
	}
	if v := vervallen(s); len(v) > 0 {
		t.Errorf("vervallen is %v", v)
	}
	wis(t, s, "ruimte.1.ruimte")
	wis(t, s, "ruimte.1.aanspreekbaar")
	if d := cmp.Diff(r.Ruimte[1:], gemaakt(s).Ruimte); d != "" {
		t.Errorf("a row of which nothing is left (-want +got):\n%s", d)
	}
}

func TestTheRuleIsOneOfTheCasusOrOwnWords(t *testing.T) {
	t.Parallel()
	s := heel(t)
	v := bij(t, s, "regel.regel")
	if len(v.Opties) != 3 || !v.Vrij || v.Opties[0].Naam != "Koken op gas mag alleen in een keuken." {
		t.Errorf("to choose from is %v", v.Opties)
	}
	for antwoord, want := range map[string]struct {
		opgeslagen string
		vraagt     []string
	}{
		"gas":                           {"gas", nil},
		"Dit gebouw is een school.":     {"gebouw", []string{"regel.wetruimte"}},
		"Hier koken\nwij niet.":         {"Hier koken wij niet.", []string{"regel.beschermt"}},
		"norm":                          {"norm", nil},
		"een afspraak met de brandweer": {"een afspraak met de brandweer", []string{"regel.beschermt"}},
	} {
		verander(t, s, "regel.regel", tekst(antwoord))
		if got := s.Stand().Antwoorden["regel.regel"].Tekst(); got != want.opgeslagen {
			t.Errorf("%q is kept as %q", antwoord, got)
		}
		var gevraagd []string
		for _, sleutel := range []string{"regel.beschermt", "regel.wetruimte"} {
			if vraagt(s, sleutel) {
				gevraagd = append(gevraagd, sleutel)
			}
		}
		if d := cmp.Diff(want.vraagt, gevraagd); d != "" {
			t.Errorf("%q (-want +asked):\n%s", antwoord, d)
		}
	}
	if v := bij(t, heelEigen(t), "regel.regel"); len(v.Opties) > 0 {
		t.Errorf("of one's own situation one chooses from %v", v.Opties)
	}
}

func TestHowItStandsToTheRuleIsAskedWhereOneWasChosen(t *testing.T) {
	t.Parallel()
	for naam, s := range map[string]*sessie.Sessie{"a casus": heel(t), "one's own": heelEigen(t)} {
		if vraagt(s, "uitkomst.keuze") {
			t.Errorf("%s: who named no rule is asked what to do with it", naam)
		}
		geef(t, s, "regel.regel", tekst("Geen gas."))
		want := []sessie.Getoond{{Kop: "De regel die u noemde", Tekst: "Geen gas."}}
		if d := cmp.Diff(want, bij(t, s, "uitkomst.keuze").Toont); d != "" {
			t.Errorf("%s (-want +shown):\n%s", naam, d)
		}
	}
	s := heel(t)
	geef(t, s, "regel.regel", tekst("gas"))
	want := []sessie.Getoond{{Kop: "De regel die u noemde", Tekst: "Koken op gas mag alleen in een keuken."}, {Kop: "Waarom die regel er is, volgens de casus", Tekst: "Geen brand."}}
	if d := cmp.Diff(want, bij(t, s, "uitkomst.keuze").Toont); d != "" {
		t.Errorf("of the casus (-want +shown):\n%s", d)
	}
	geef(t, s, "uitkomst.keuze", tekst("volgen"))
	wis(t, s, "regel.regel")
	if d := cmp.Diff(map[string]string{"uitkomst.keuze": "Ik volg de regel"}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
}

func TestDeviatingAsksWhyAndFromWhat(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "regel.regel", tekst("Zo doen we dat."))
	geef(t, s, "uitkomst.keuze", tekst("volgen"))
	for _, sleutel := range []string{"uitkomst.omdat", "uitkomst.waarvan", "besluit.team"} {
		if vraagt(s, sleutel) {
			t.Errorf("who follows the rule is asked %s", sleutel)
		}
	}
	verander(t, s, "uitkomst.keuze", tekst("afwijken"))
	for _, sleutel := range []string{"uitkomst.omdat", "uitkomst.waarvan", "besluit.team"} {
		if !vraagt(s, sleutel) {
			t.Errorf("who deviates is not asked %s", sleutel)
		}
	}
}

func TestWhatKindOfRuleIsNotAskedWhereTheCasusSaysIt(t *testing.T) {
	t.Parallel()
	for regel, want := range map[string]struct {
		gevraagd bool
		waarvan  string
	}{"gas": {false, "beleid"}, "gebouw": {false, "wet"}, "norm": {true, "gewoonte"}, "Zo doen we dat.": {true, "gewoonte"}} {
		s := heel(t)
		geef(t, s, "regel.regel", tekst(regel))
		geef(t, s, "uitkomst.keuze", tekst("afwijken"))
		if got := vraagt(s, "uitkomst.waarvan"); got != want.gevraagd {
			t.Errorf("%s: asked is %v", regel, got)
		}
		if want.gevraagd {
			geef(t, s, "uitkomst.waarvan", tekst("gewoonte"))
		}
		r := gemaakt(s)
		if r.Uitkomst.Waarvan != want.waarvan {
			t.Errorf("%s: the reflectie says %q, want %q", regel, r.Uitkomst.Waarvan, want.waarvan)
		}
		opnieuw := sessie.New(sessie.StandVan("x", s.Stand().Definitie, r, nil, nil))
		if v := vervallen(opnieuw); len(v) > 0 {
			t.Errorf("%s: read back, vervallen is %v", regel, v)
		}
		if d := cmp.Diff(r, gemaakt(opnieuw)); d != "" {
			t.Errorf("%s: read back (-kept +got):\n%s", regel, d)
		}
		verander(t, opnieuw, "regel.regel", tekst("Een andere gewoonte."))
		if got := toont(t, opnieuw, "uitkomst.waarvan"); got != "" && !want.gevraagd {
			t.Errorf("%s: of another rule the person is said to have said %q", regel, got)
		}
	}
}

// Who names a rule and does not say yet what to do with it has not said what kind it is.
func TestTheKindOfARuleComesAlongWithWhatOneDoesWithIt(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "regel.regel", tekst("gas"))
	if got := gemaakt(s).Uitkomst; got != (reflectie.Uitkomst{}) {
		t.Errorf("the reflectie has %+v", got)
	}
}

func TestADecisionOfSomebodyElseAsksWho(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "uitkomst.eigen", ja)
	if vraagt(s, "uitkomst.beslist") {
		t.Error("who decides is asked of one's own decision")
	}
	verander(t, s, "uitkomst.eigen", nee)
	if s.Vraag().Sleutel != "uitkomst.beslist" {
		t.Errorf("then comes %s", s.Vraag().Sleutel)
	}
}

func TestTheCasusAsksItsOwnQuestions(t *testing.T) {
	t.Parallel()
	s := heel(t)
	if v := bij(t, s, "bedoeling.keuken"); v.Vraag != "Wat is hier een keuken?" || v.Titel != "De bedoeling" {
		t.Errorf("asks %q under %q", v.Vraag, v.Titel)
	}
	if vraagt(s, "bestaat-niet.nooit") || vraagt(s, "los.nooit") {
		t.Error("the second question is asked in a step that the casus did not name")
	}
	zonder := begin(laad(t, "\n  - {id: a, titel: A, soort: rol}\n  - {id: los, titel: Los, soort: casusvraag}\n", koken))
	if d := cmp.Diff([]string{"rol", "los.keuken"}, sleutels(zonder.Vragen())); d != "" {
		t.Errorf("where the werkvorm lacks the step (-want +asked):\n%s", d)
	}
	geef(t, zonder, "los.keuken", tekst("Vier muren."))
	if got := gemaakt(zonder).Antwoorden["los.keuken"].Tekst(); got != "Vier muren." {
		t.Errorf("kept is %q", got)
	}
}

func TestSomeQuestionsAreAskedOnlyOfACasusOrOnlyOfOnesOwnSituation(t *testing.T) {
	t.Parallel()
	const stappen = `
  - id: a
    titel: A
    soort: vragen
    vragen:
      - {id: casus, vraag: Casus?, bij: casus}
      - {id: eigen, vraag: Eigen?, bij: eigen}
      - {id: altijd, vraag: Altijd?}
  - {id: b, titel: B, soort: vragen, bij: eigen, vragen: [{id: stap, vraag: Stap?}]}
`
	vanStap := func(s *sessie.Sessie) []string {
		return slices.DeleteFunc(sleutels(s.Vragen()), func(sleutel string) bool { return strings.HasPrefix(sleutel, "eigen.") })
	}
	if d := cmp.Diff([]string{"a.casus", "a.altijd"}, vanStap(begin(laad(t, stappen, koken)))); d != "" {
		t.Errorf("of a casus (-want +asked):\n%s", d)
	}
	if d := cmp.Diff([]string{"a.eigen", "a.altijd", "b.stap"}, vanStap(begin(laad(t, stappen, "")))); d != "" {
		t.Errorf("of one's own (-want +asked):\n%s", d)
	}
}

func TestOnesOwnStoryIsToldFirst(t *testing.T) {
	t.Parallel()
	s := heelEigen(t)
	v := s.Vraag()
	if v.Sleutel != "eigen.titel" || v.Titel != "Uw situatie" || !strings.HasPrefix(v.Uitleg, "Geef uw situatie een naam") {
		t.Errorf("begins with %s under %q: %q", v.Sleutel, v.Titel, v.Uitleg)
	}
	geef(t, s, "eigen.titel", tekst("De sleutel"))
	geef(t, s, "eigen.situatie", tekst("Zij belt.\n\nIk sta er."))
	geef(t, s, "eigen.moment", tekst("Mag ik naar binnen?"))
	want := &reflectie.Situatie{Titel: "De sleutel", Situatie: "Zij belt.\n\nIk sta er.", Moment: "Mag ik naar binnen?"}
	if d := cmp.Diff(want, gemaakt(s).Eigen); d != "" {
		t.Errorf("kept (-want +got):\n%s", d)
	}
}

func TestOneOrTwoAfsprakenEachWithItsDay(t *testing.T) {
	t.Parallel()
	s := heelEigen(t)
	if d := cmp.Diff([]string{"afspraken.1.wat"}, vanDeel(s, "afspraken")); d != "" {
		t.Errorf("at first (-want +asked):\n%s", d)
	}
	geef(t, s, "afspraken.1.wat", tekst("Bellen."))
	want := []string{"afspraken.1.wat", "afspraken.1.hoe", "afspraken.1.wanneer", "afspraken.1.gekomen", "afspraken.2.wat"}
	if d := cmp.Diff(want, vanDeel(s, "afspraken")); d != "" {
		t.Errorf("after the first (-want +asked):\n%s", d)
	}
	geef(t, s, "afspraken.1.hoe", tekst("aankaarten"))
	if s.Vraag().Sleutel != "afspraken.1.bij" {
		t.Errorf("raising it with somebody leads to %s", s.Vraag().Sleutel)
	}
	geef(t, s, "afspraken.1.wanneer", tekst("15-12-2026"))
	geef(t, s, "afspraken.2.wat", tekst("Schrijven."))
	if vraagt(s, "afspraken.3.wat") {
		t.Error("a third is asked for")
	}
	wil := []reflectie.Afspraak{{Wat: "Bellen.", Hoe: "aankaarten", Wanneer: reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 15}}, {Wat: "Schrijven."}}
	if d := cmp.Diff(wil, gemaakt(s).Afspraken); d != "" {
		t.Errorf("kept (-want +got):\n%s", d)
	}
	if vraagt(heel(t), "afspraken.1.wat") {
		t.Error("a casus is an exercise, and has no afspraken")
	}
}

func TestTheOtherAfspraakKeepsItsPlaceWhenOneIsCleared(t *testing.T) {
	t.Parallel()
	s := heelEigen(t)
	geef(t, s, "afspraken.1.wat", tekst("Bellen."))
	geef(t, s, "afspraken.2.wat", tekst("Schrijven."))
	geef(t, s, "afspraken.2.hoe", tekst("zelf"))
	wis(t, s, "afspraken.1.wat")
	want := []string{"afspraken.1.wat", "afspraken.2.wat", "afspraken.2.hoe", "afspraken.2.wanneer", "afspraken.2.gekomen"}
	if d := cmp.Diff(want, vanDeel(s, "afspraken")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if s.Vraag().Sleutel != "afspraken.1.wat" || toont(t, s, "afspraken.2.wat") != "Schrijven." {
		t.Errorf("at %s, and the second is %q", s.Vraag().Sleutel, toont(t, s, "afspraken.2.wat"))
	}
}

// Who made more in an editor keeps them all.
func TestMoreAfsprakenOfAFileAreAllAskedAbout(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Casus: reflectie.Eigen, Afspraken: []reflectie.Afspraak{{Wat: "a"}, {Hoe: "volgen"}, {Wat: "c"}}}
	s := sessie.New(sessie.StandVan("x", laad(t, alleStappen, ""), r, nil, nil))
	if !vraagt(s, "afspraken.2.wat") || !vraagt(s, "afspraken.3.wanneer") || vraagt(s, "afspraken.4.wat") || len(s.Vervallen()) > 0 {
		t.Errorf("asked are %v", vanDeel(s, "afspraken"))
	}
}

func TestAandachtspuntenAreLists(t *testing.T) {
	t.Parallel()
	s := heel(t)
	geef(t, s, "aandachtspunten.kennis", tekst("wie er kookt\n\n  wie er eet  "))
	geef(t, s, "aandachtspunten.acties", lijst("of ik bel", " "))
	if s.Vraag().Sleutel != "aandachtspunten.macht" || vanDeel(s, "aandachtspunten")[2] != "aandachtspunten.macht" {
		t.Errorf("asked are %v", vanDeel(s, "aandachtspunten"))
	}
	want := reflectie.Aandachtspunten{Kennis: []string{"wie er kookt", "wie er eet"}, Acties: []string{"of ik bel"}}
	if d := cmp.Diff(want, gemaakt(s).Aandachtspunten); d != "" {
		t.Errorf("kept (-want +got):\n%s", d)
	}
	if v := bij(t, s, "aandachtspunten.kennis"); v.Weergave() != "wie er kookt\nwie er eet" || v.Boven != "Een volgende keer" || v.Uitleg != "Geen regels." {
		t.Errorf("shown as %q under %q", v.Weergave(), v.Boven)
	}
}

func TestAnAnswerThatNoStepAsksForIsSeen(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{
		Standpunten: []reflectie.Standpunt{{Van: "buurt", Standpunt: "Nee!"}},
		Waarden:     []reflectie.Waarde{{ID: "openheid", Betekenis: "Alles op tafel."}, {ID: "veiligheid"}},
		Verbanden:   []reflectie.Verband{{Tussen: reflectie.Paar{"openheid", "veiligheid"}, Waarom: "Daarom."}},
		Uitkomst:    reflectie.Uitkomst{Doen: "Eten."},
		Antwoorden:  map[string]reflectie.Antwoord{"elders.vraag": lijst("a", "b"), "elders.ja": ja},
	}
	s := sessie.New(sessie.StandVan("x", laad(t, "\n  - {id: rol, titel: Rol, soort: rol}\n", koken), r, nil, nil))
	want := map[string]string{"standpunten 1: standpunt": "Nee!", "Openheid: betekenis": "Alles op tafel.", "Openheid en veiligheid: waarom": "Daarom.",
		"uitkomst doen": "Eten.", "elders vraag": "a\nb", "elders ja": "Ja"}
	got := map[string]string{}
	for _, v := range s.Vervallen() {
		got[v.Vraag] = v.Weergave()
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
	if d := cmp.Diff(r.Standpunten, gemaakt(s).Standpunten); d != "" {
		t.Error(d)
	}
}

// The day was chosen at the end, and stands at the top.
func TestADayToLookBackIsNotVervallen(t *testing.T) {
	t.Parallel()
	dag := reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}
	stand := sessie.StandVan("x", laad(t, alleStappen, koken), reflectie.Reflectie{Terugblik: dag}, nil, nil)
	if v := stand.Vervallen(); len(v) > 0 {
		t.Errorf("vervallen is %v", sleutels(v))
	}
	stand.ZonderVervallen = true
	if r, _ := stand.Reflectie(); r.Terugblik != dag {
		t.Errorf("the day is gone: %v", r.Terugblik)
	}
}
