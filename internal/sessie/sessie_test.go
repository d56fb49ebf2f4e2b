package sessie_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// definitie has every kind of step, conditions, doorvragen and a private question.
func definitie() casus.Definitie {
	return casus.Definitie{
		Casus: casus.Casus{
			Weeg: 1, ID: "koken", Versie: 3, Titel: "Koken",
			Situatie: "Buren koken.", Moment: "Mag het?",
			Rollen:  []casus.Rol{{ID: "handhaver", Naam: "Handhaver", Moment: "Hoeveel ruimte geeft u?"}, {ID: "wethouder", Naam: "Wethouder"}},
			Waarden: []casus.Gezien{{ID: "veiligheid", Hier: "Niemand raakt gewond."}, {ID: "openheid", Hier: "Men weet ervan."}},
			Regels:  []casus.Regel{{Regel: "Koken mag alleen in een keuken.", Bedoeling: "Geen brand."}},
			Vragen:  []casus.Extra{{Stap: "bedoeling", Vraag: casus.Vraag{ID: "keuken", Vraag: "Wat is een keuken?"}}, {Stap: "bestaat-niet", Vraag: casus.Vraag{ID: "x", Vraag: "Nooit gevraagd?"}}},
		},
		Werkvorm: casus.Werkvorm{Weeg: 1, ID: "proef", Versie: 2, Naam: "Proef", Duur: 5, Stappen: []casus.Stap{
			{ID: "moment", Titel: "Het moment", Soort: casus.StapRol, Vragen: []casus.Vraag{{ID: "reactie", Vraag: "Wat doet u?", Na: true,
				Doorvragen: []casus.Doorvraag{{ID: "wie", Als: casus.Aanleiding{Woorden: []string{"men", "ze"}, Zonder: []string{"wethouder"}}, Vraag: "Wie is dat?"}}}}},
			{ID: "bedoeling", Titel: "Bedoeling", Uitleg: "Neem de tijd.", Soort: casus.StapVragen, Vragen: []casus.Vraag{
				{ID: "signaal", Vraag: "Was er een signaal?", Soort: casus.JaNee},
				{ID: "gehoord", Vraag: "Wie hoorde het?", Soort: casus.Regeltje, Als: &casus.Als{Vraag: "bedoeling.signaal", Is: []string{"ja"}}},
				{ID: "lenzen", Vraag: "Welke lenzen?", Soort: casus.Meerkeuze, Opties: []casus.Optie{{ID: "recht", Naam: "Recht"}, {ID: "geld", Naam: "Geld"}}},
				{ID: "geldvraag", Vraag: "Hoeveel?", Als: &casus.Als{Vraag: "bedoeling.lenzen", Is: []string{"geld"}}},
			}},
			{ID: "standpunten", Titel: "Standpunten", Soort: casus.StapStandpunten},
			{ID: "waarden", Titel: "Waarden", Soort: casus.StapWaarden, Vragen: []casus.Vraag{{ID: "woorden", Vraag: "In eigen woorden?"}}},
			{ID: "spiegel", Titel: "Waarden", Soort: casus.StapSpiegel},
			{ID: "verbanden", Titel: "Verbanden", Soort: casus.StapVerbanden},
			{ID: "wie", Titel: "Wie gaat erover", Soort: casus.StapRealisatie},
			{ID: "ruimte", Titel: "Ruimte", Soort: casus.StapRuimte},
			{ID: "uzelf", Titel: "Uzelf", Soort: casus.StapVragen, Vragen: []casus.Vraag{{ID: "raakt", Vraag: "Wat raakt u?", Prive: true}}},
			{ID: "lagen", Titel: "Ruimte", Soort: casus.StapRuimte, Als: &casus.Als{Vraag: "bedoeling.signaal", Is: []string{"ja"}}},
			{ID: "weging", Titel: "Weging", Soort: casus.StapWeging, Als: &casus.Als{Vraag: "verbanden.soort", Is: []string{"tegen", "beide"}}},
			{ID: "besluit", Titel: "Weging", Soort: casus.StapUitkomst, Vragen: []casus.Vraag{{ID: "team", Vraag: "Wat zegt uw team?", Na: true, Als: &casus.Als{Vraag: "uitkomst.keuze", Is: []string{"afwijken"}}}}},
			{ID: "onthouden", Titel: "Onthouden", Soort: casus.StapAandachtspunten, Vragen: []casus.Vraag{{ID: "terugblik", Vraag: "Wanneer kijkt u terug?", Soort: casus.Datum, Na: true}}},
		}},
		Waarden: []casus.Waarde{
			{ID: "betrokkenheid", Naam: "Betrokkenheid", Ook: []string{"participatie"}, Groep: "Samenleving", Vraag: "Wie doet mee?"},
			{ID: "openheid", Naam: "Openheid", Groep: "Democratie"},
			{ID: "veiligheid", Naam: "Veiligheid", Groep: "Samenleving"},
			{ID: "zorg", Naam: "Zorg voor elkaar", Groep: "Samenleving"},
		},
	}
}

func nieuw() *sessie.Sessie { return sessie.New(sessie.NewStand("proef", definitie())) }

// antwoord walks on, skipping what is asked, until key, and answers there.
func antwoord(t *testing.T, s *sessie.Sessie, sleutel string, a reflectie.Antwoord) {
	t.Helper()
	for range 200 {
		if s.Vraag().Sleutel == sleutel {
			if err := s.Answer(a); err != nil {
				t.Fatalf("%s: %v", sleutel, err)
			}
			return
		}
		if s.Vraag().Sleutel == sessie.SleutelAfronden {
			break
		}
		s.Skip()
	}
	t.Fatalf("%s is never asked; asked are %v", sleutel, sleutels(s.Vragen()))
}

func sleutels(vragen []sessie.Vraag) []string {
	var namen []string
	for _, v := range vragen {
		namen = append(namen, v.Sleutel)
	}
	return namen
}

func vraagt(s *sessie.Sessie, sleutel string) bool {
	return slices.Contains(sleutels(s.Vragen()), sleutel)
}

func tekst(s string) reflectie.Antwoord { return reflectie.Tekst(s) }

func TestFirstQuestionsOfAnEmptyConversation(t *testing.T) {
	want := []string{"rol", "moment.reactie", "bedoeling.signaal", "bedoeling.lenzen", "bedoeling.keuken",
		"standpunten.2.van", "waarden.woorden", "waarden", "spiegel",
		"ruimte.1.ruimte", "ruimte.1.aanspreekbaar", "uzelf.raakt", "uitkomst.doen",
		"aandachtspunten.kennis.1", "aandachtspunten.acties.1", "aandachtspunten.macht.1", "terugblik"}
	if got := sleutels(nieuw().Vragen()); !slices.Equal(got, want) {
		t.Errorf("asked\n%v\nwant\n%v", got, want)
	}
}

func TestConditionsDecideWhatIsAskedAndNeverWhatIsKept(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	antwoord(t, s, "bedoeling.gehoord", tekst("De balie"))
	antwoord(t, s, "bedoeling.lenzen", reflectie.Lijst("recht", "geld"))
	antwoord(t, s, "bedoeling.geldvraag", tekst("Veel"))
	s.Goto("bedoeling.signaal")
	if err := s.Answer(reflectie.JaNee(false)); err != nil {
		t.Fatal(err)
	}
	if vraagt(s, "bedoeling.gehoord") {
		t.Error("the question is asked though its condition fails")
	}
	if got := s.Vervallen(); len(got) != 1 || got[0].Sleutel != "bedoeling.gehoord" || got[0].Weergave() != "De balie" {
		t.Errorf("vervallen is %v, want the answer at bedoeling.gehoord", got)
	}
	r, _ := s.Stand().Reflectie()
	if got := r.Antwoorden["bedoeling.gehoord"].Tekst(); got != "De balie" {
		t.Errorf("the reflectie has %q, want the vervallen answer kept", got)
	}
	s.Goto("bedoeling.signaal")
	if err := s.Answer(reflectie.JaNee(true)); err != nil {
		t.Fatal(err)
	}
	if len(s.Vervallen()) != 0 || !vraagt(s, "bedoeling.gehoord") {
		t.Error("the answer does not come back with its condition")
	}
}

func TestAQuestionAboutAnAnswerWaitsForThatAnswer(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen = []casus.Stap{{ID: "regel", Titel: "Regel", Soort: casus.StapVragen, Vragen: []casus.Vraag{
		{ID: "regel", Vraag: "Welke regel?"},
		{ID: "helpt", Vraag: "Helpt die?", Als: &casus.Als{Vraag: "regel.regel"}},
	}}}
	s := sessie.New(sessie.NewStand("proef", def))
	s.Skip()
	if vraagt(s, "regel.helpt") {
		t.Error("the tool asks about a rule that nobody named")
	}
	s.Goto("regel.regel")
	if err := s.Answer(tekst("Geen gas.")); err != nil {
		t.Fatal(err)
	}
	if s.Vraag().Sleutel != "regel.helpt" {
		t.Errorf("after the rule comes %q", s.Vraag().Sleutel)
	}
}

func TestBackNeverChecksAndLosesNothing(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "rol", tekst("handhaver"))
	antwoord(t, s, "moment.reactie", tekst("Wachten"))
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

func TestRoleMomentStandsBesideTheFirstReaction(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "rol", tekst("Handhaver"))
	toont := s.Vraag().Toont
	if len(toont) != 1 || toont[0].Tekst != "Hoeveel ruimte geeft u?" {
		t.Errorf("beside the first reaction stands %v", toont)
	}
	if got := s.Stand().Antwoorden["rol"].Tekst(); got != "handhaver" {
		t.Errorf("the name of a role becomes %q, want its id", got)
	}
}

func TestParkedReactionReturns(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "moment.reactie", tekst("Sluiten"))
	if vraagt(s, "standpunten.1.standpunt") {
		t.Error("the first reaction is asked twice")
	}
	for _, sleutel := range []string{"standpunten.1.waarde", "uitkomst.doen"} {
		s.Goto(sleutel)
		if toont := s.Vraag().Toont; len(toont) != 1 || toont[0].Tekst != "Sluiten" {
			t.Errorf("%s shows %v, want the first reaction", sleutel, toont)
		}
	}
}

func TestASkippedReactionIsNotAskedForAgain(t *testing.T) {
	s := nieuw()
	for s.Vraag().Sleutel != "moment.reactie" {
		s.Skip()
	}
	s.Skip()
	for _, sleutel := range []string{"standpunten.1.standpunt", "standpunten.1.waarde"} {
		if vraagt(s, sleutel) {
			t.Errorf("%s is asked of who wrote no first reaction", sleutel)
		}
	}
}

func TestAnOwnSituationStandsToTheRuleThatWasNamed(t *testing.T) {
	def := definitie()
	def.Casus = casus.EigenCasus()
	begonnen := func() *sessie.Sessie {
		stand := sessie.NewStand("x", def)
		stand.Antwoorden["uitkomst.doen"] = tekst("Wachten.")
		return sessie.New(stand)
	}
	s := begonnen()
	if !vraagt(s, "uitkomst.keuze") {
		t.Error("who was never asked for a rule may have one, and is not asked what to do with it")
	}
	def.Werkvorm.Stappen = append([]casus.Stap{{ID: "regel", Titel: "Regel", Soort: casus.StapVragen,
		Vragen: []casus.Vraag{{ID: "regel", Vraag: "Welke regel speelt mee?"}}}}, def.Werkvorm.Stappen...)
	s = begonnen()
	if vraagt(s, "uitkomst.keuze") {
		t.Error("who named no rule is asked what to do with it")
	}
	antwoord(t, s, "regel.regel", tekst("Geen gas."))
	s.Goto("uitkomst.keuze")
	if toont := s.Vraag().Toont; len(toont) != 1 || toont[0].Tekst != "Geen gas." {
		t.Errorf("beside the choice stands %v", toont)
	}
}

func TestOwnWordsUnderAStandpuntBecomeAValue(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "moment.reactie", tekst("Sluiten"))
	antwoord(t, s, "standpunten.1.waarde", tekst("openheid"))
	antwoord(t, s, "standpunten.2.van", tekst("de buurt"))
	antwoord(t, s, "standpunten.2.standpunt", tekst("Jullie luisteren niet."))
	antwoord(t, s, "standpunten.2.waarde", tekst("Gehoord worden"))
	r, _ := s.Stand().Reflectie()
	want := []reflectie.Standpunt{{Van: "ik", Waarde: "openheid"}, {Van: "de buurt", Standpunt: "Jullie luisteren niet.", Waarde: "gehoord-worden"}}
	if !slices.Equal(r.Standpunten, want) {
		t.Errorf("standpunten %v, want %v", r.Standpunten, want)
	}
	s.Goto("waarden")
	if opties := s.Vraag().Opties; opties[0].ID != "openheid" || opties[1].ID != "gehoord-worden" {
		t.Errorf("the values named do not come first: %v", opties[:2])
	}
	if fouten := r.Check(func(id string) bool { return id == "openheid" }); len(fouten) != 0 {
		t.Errorf("the reflectie breaks its own rules: %v", fouten)
	}
}

func TestFewValuesAreAskedForOnceMoreAndNeverBlock(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid"))
	if v := s.Vraag(); v.Sleutel != "waarden" || !strings.Contains(v.Melding, "U koos er één") {
		t.Fatalf("one value leads to %s with %q, want the same question once more", v.Sleutel, v.Melding)
	}
	s.Skip()
	if s.Vraag().Sleutel == "waarden" {
		t.Error("asked a third time")
	}
	if got := s.Stand().Antwoorden["waarden"].Lijst(); !slices.Equal(got, []string{"veiligheid"}) {
		t.Errorf("the value chosen is gone: %v", got)
	}
}

func TestMirrorShowsOnlyWhatThePersonDidNotChoose(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "zorg"))
	s.Goto("spiegel")
	if o := s.Vraag().Opties; len(o) != 1 || o[0].ID != "openheid" {
		t.Errorf("the mirror shows %v, want openheid alone", o)
	}
	antwoord(t, s, "spiegel", reflectie.Lijst("openheid"))
	r, _ := s.Stand().Reflectie()
	var ids []string
	for _, w := range r.Waarden {
		ids = append(ids, w.ID+" "+w.Naam)
	}
	if want := []string{"veiligheid Veiligheid", "zorg Zorg voor elkaar", "openheid Openheid"}; !slices.Equal(ids, want) {
		t.Errorf("waarden %v, want %v", ids, want)
	}
}

func TestPairsAndTheirWeighing(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "betrokkenheid", "zorg"))
	antwoord(t, s, "verbanden", reflectie.Lijst("betrokkenheid+veiligheid", "betrokkenheid+zorg"))
	antwoord(t, s, "verbanden.betrokkenheid+veiligheid.soort", tekst("tegen"))
	antwoord(t, s, "verbanden.betrokkenheid+veiligheid.waarom", tekst("Vuur."))
	antwoord(t, s, "verbanden.betrokkenheid+zorg.soort", tekst("versterkt"))
	if vraagt(s, "weging.betrokkenheid+zorg.voorrang") {
		t.Error("a pair that strengthens is weighed")
	}
	antwoord(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	antwoord(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	s.Goto("waarden")
	if err := s.Answer(reflectie.Lijst("betrokkenheid", "zorg")); err != nil {
		t.Fatal(err)
	}
	if vraagt(s, "weging.betrokkenheid+veiligheid.omdat") {
		t.Error("a pair without one of its values is still weighed")
	}
	if n := len(s.Vervallen()); n != 4 {
		t.Errorf("%d answers are vervallen, want 4: %v", n, sleutels(s.Vervallen()))
	}
	s.Goto("waarden")
	if err := s.Answer(reflectie.Lijst("betrokkenheid", "zorg", "veiligheid")); err != nil {
		t.Fatal(err)
	}
	s.Goto("weging.betrokkenheid+veiligheid.omdat")
	if got := s.Vraag().Weergave(); got != "Leven gaat voor." {
		t.Errorf("the answer comes back as %q", got)
	}
}

func TestAnOwnValueThatIsDroppedLeavesNoDanglingPair(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "Buurtgevoel"))
	antwoord(t, s, "waarden.buurtgevoel.betekenis", tekst("Samen eten."))
	antwoord(t, s, "verbanden", reflectie.Lijst("veiligheid+buurtgevoel"))
	antwoord(t, s, "verbanden.buurtgevoel+veiligheid.soort", tekst("beide"))
	s.Goto("waarden")
	if err := s.Answer(reflectie.Lijst("veiligheid", "zorg")); err != nil {
		t.Fatal(err)
	}
	r, rest := s.Stand().Reflectie()
	if fouten := r.Check(func(id string) bool { return slices.Contains([]string{"veiligheid", "zorg"}, id) }); len(fouten) != 0 {
		t.Errorf("the reflectie breaks its own rules: %v", fouten)
	}
	if rest["waarden.buurtgevoel.betekenis"].Tekst() != "Samen eten." {
		t.Errorf("what the value meant is lost; rest is %v", rest)
	}
}

func TestPrivateAnswersStayOut(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "uzelf.raakt", tekst("GEHEIM"))
	r, rest := s.Stand().Reflectie()
	if json, _ := reflectie.EncodeJSON(r); strings.Contains(string(json), "GEHEIM") || strings.Contains(fmt.Sprint(rest), "GEHEIM") {
		t.Error("a private answer is in the reflectie")
	}
	if got := s.Stand().Prive()["uzelf.raakt"].Tekst(); got != "GEHEIM" {
		t.Errorf("the private part has %q", got)
	}
}

func TestWhatWasGivenInPrivateStaysPrivateUnderAnyDefinition(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "uzelf.raakt", tekst("GEHEIM"))
	for naam, verander := range map[string]func(*casus.Definitie){
		"the question is open now": func(d *casus.Definitie) {
			d.Werkvorm.Stappen[8].Vragen = []casus.Vraag{{ID: "raakt", Vraag: "Wat raakt u?"}}
		},
		"the question is gone": func(d *casus.Definitie) { d.Werkvorm.Stappen[8].Vragen = nil },
	} {
		stand := s.Stand()
		stand.Definitie = definitie()
		verander(&stand.Definitie)
		r, rest := stand.Reflectie()
		if json := json(t, r); strings.Contains(json, "GEHEIM") || len(rest) != 0 {
			t.Errorf("%s: the reflectie holds %s, rest %v", naam, json, rest)
		}
		if stand.Prive()["uzelf.raakt"].Tekst() != "GEHEIM" {
			t.Errorf("%s: the private part lost it", naam)
		}
		vragen, vervallen := stand.Expand()
		for _, v := range append(vragen, vervallen...) {
			if v.Sleutel == "uzelf.raakt" && !v.Prive {
				t.Errorf("%s: it is shown as an open question", naam)
			}
		}
	}
}

func TestChangesHereAndInTheFileComeTogether(t *testing.T) {
	begin := reflectie.Antwoorden{"a.a": tekst("was"), "a.b": tekst("was"), "a.c": tekst("was"), "a.d": tekst("was"), "uitkomst.keuze": tekst("open")}
	stand := sessie.NewStand("x", definitie())
	stand.Gelezen = begin
	stand.Antwoorden = reflectie.Antwoorden{"a.a": tekst("was"), "a.b": tekst("hier"), "a.c": tekst("hier"), "a.e": tekst("nieuw"), "uitkomst.keuze": tekst("volgen")}
	beide := stand.Samenvoegen(reflectie.Antwoorden{"a.a": tekst("daar"), "a.b": tekst("was"), "a.c": tekst("daar"), "a.d": tekst("was"), "a.f": tekst("erbij"), "uitkomst.keuze": tekst("afwijken")})
	want := reflectie.Antwoorden{"a.a": tekst("daar"), "a.b": tekst("hier"), "a.c": tekst("daar\n\nhier"), "a.e": tekst("nieuw"), "a.f": tekst("erbij"), "uitkomst.keuze": tekst("volgen")}
	if !maps.EqualFunc(stand.Antwoorden, want, reflectie.Antwoord.Equal) {
		t.Errorf("came together as %v, want %v", stand.Antwoorden, want)
	}
	if !slices.Equal(beide, []string{"a.c", "uitkomst.keuze"}) {
		t.Errorf("changed on both sides: %v", beide)
	}
}

func TestLookingBackShowsWhatWasSaidThen(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen = []casus.Stap{
		{ID: "nu", Titel: "Nu", Soort: casus.StapVragen, Vragen: []casus.Vraag{{ID: "moment", Vraag: "Wat zou u nu doen?"}}},
		{ID: "toen", Titel: "Toen", Soort: casus.StapTerugblik, Vragen: []casus.Vraag{
			{ID: "anders", Vraag: "Wat is er anders?", Toont: "uitkomst.doen"},
			{ID: "eerste", Vraag: "Wat vindt u van uw eerste reactie?", Toont: "moment.reactie"},
		}},
	}
	stand := sessie.NewStand("x", def)
	stand.Eerder = reflectie.Antwoorden{"uitkomst.doen": tekst("Sluiten.")}
	s := sessie.New(stand)
	if toont := s.Vraag().Toont; len(toont) != 0 {
		t.Errorf("the moment is asked again with the old answer beside it: %v", toont)
	}
	antwoord(t, s, "nu.moment", tekst("Wachten."))
	want := []sessie.Getoond{{Kop: "Dit schreef u toen", Tekst: "Sluiten."}, {Kop: "Dit schrijft u nu", Tekst: "Wachten."}}
	if toont := s.Vraag().Toont; !slices.Equal(toont, want) {
		t.Errorf("looking back shows %v, want %v", toont, want)
	}
	if vraagt(s, "toen.eerste") {
		t.Error("the person looks back at a first reaction that they never wrote")
	}
}

func TestLookingBackNamesTheValuesThatWereChosenThen(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen = []casus.Stap{{ID: "toen", Titel: "Toen", Soort: casus.StapTerugblik, Vragen: []casus.Vraag{
		{ID: "waarde", Vraag: "Welke waarde zag u over het hoofd?", Toont: "waarden"}}}}
	stand := sessie.NewStand("x", def)
	stand.Eerder = reflectie.Flatten(reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "zorg", Naam: "Zorg voor elkaar"}, {ID: "rust", Naam: "Rust in de straat"}}})
	want := []sessie.Getoond{{Kop: "Deze waarden koos u toen", Tekst: "Zorg voor elkaar\nRust in de straat"}}
	if toont := sessie.New(stand).Vraag().Toont; !slices.Equal(toont, want) {
		t.Errorf("shows %v, want %v", toont, want)
	}
}

func TestEarlierPointsOnTheseValuesComeBackBeforeTheWeighing(t *testing.T) {
	stand := sessie.NewStand("x", definitie())
	stand.Eerdere = []sessie.Eerder{
		{Titel: "soep, 1 mei 2026", Waarden: []string{"zorg"}, Punten: []string{"Eerst bellen."}},
		{Titel: "gras, 2 mei 2026", Waarden: []string{"duurzaamheid"}, Punten: []string{"Niet van toepassing."}},
	}
	s := sessie.New(stand)
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "zorg"))
	antwoord(t, s, "verbanden", reflectie.Lijst("veiligheid+zorg"))
	antwoord(t, s, "verbanden.veiligheid+zorg.soort", tekst("tegen"))
	s.Goto("weging.veiligheid+zorg.voorrang")
	if toont := s.Vraag().Toont; len(toont) != 1 || toont[0].Tekst != "Eerst bellen." {
		t.Errorf("before the weighing comes back %v", toont)
	}
}

func TestFollowUpsFollowTheOwnWordsOfAnAnswer(t *testing.T) {
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
		s := nieuw()
		antwoord(t, s, "moment.reactie", tekst(c.tekst))
		if got := vraagt(s, "moment.reactie.wie"); got != c.want {
			t.Errorf("%q: follow-up %v, want %v", c.tekst, got, c.want)
		}
	}
}

func TestAtMostThreeFollowUpsAConversation(t *testing.T) {
	def := definitie()
	stap := &def.Werkvorm.Stappen[1]
	stap.Vragen = nil
	for i := range 5 {
		stap.Vragen = append(stap.Vragen, casus.Vraag{ID: fmt.Sprint("v", i), Vraag: "?",
			Doorvragen: []casus.Doorvraag{{ID: "d", Als: casus.Aanleiding{Woorden: []string{"men"}}, Vraag: "Wie?"}}})
	}
	s := sessie.New(sessie.NewStand("x", def))
	gesteld := 0
	for i := range 5 {
		antwoord(t, s, fmt.Sprintf("bedoeling.v%d", i), tekst("Men zegt dat."))
		if s.Vraag().Doorvraag {
			gesteld++
			s.Skip()
		}
	}
	if gesteld != 3 {
		t.Errorf("%d follow-ups asked, want 3", gesteld)
	}
}

func TestRuleLikeWordingGetsAQuestionAndNoBlock(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "aandachtspunten.kennis.1", tekst("We bellen voortaan eerst."))
	v := s.Vraag()
	if v.Sleutel != "aandachtspunten.kennis.1" || !strings.Contains(v.Melding, `"voortaan"`) {
		t.Fatalf("at %s with %q, want the question back", v.Sleutel, v.Melding)
	}
	s.Skip()
	if s.Vraag().Sleutel != "aandachtspunten.kennis.2" {
		t.Errorf("keeping it leads to %s", s.Vraag().Sleutel)
	}
	r, _ := s.Stand().Reflectie()
	if !slices.Equal(r.Aandachtspunten.Kennis, []string{"We bellen voortaan eerst."}) {
		t.Errorf("kept is %v", r.Aandachtspunten.Kennis)
	}
}

func TestDeviatingAsksFromWhatAndWhyAndAboutTheTeam(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "uitkomst.doen", tekst("Eten."))
	antwoord(t, s, "uitkomst.keuze", tekst("afwijken"))
	for _, sleutel := range []string{"uitkomst.waarvan", "uitkomst.omdat", "besluit.team"} {
		if !vraagt(s, sleutel) {
			t.Errorf("%s is not asked", sleutel)
		}
	}
	antwoord(t, s, "uitkomst.waarvan", tekst("beleid"))
	s.Skip()
	if v := s.Vraag(); v.Sleutel != "uitkomst.omdat" || v.Melding == "" {
		t.Errorf("skipping why leads to %s, want it asked once more", v.Sleutel)
	}
}

func TestAnswersThatDoNotFitChangeNothing(t *testing.T) {
	s := nieuw()
	for _, c := range []struct {
		sleutel string
		a       reflectie.Antwoord
	}{
		{"bedoeling.signaal", tekst("misschien")},
		{"bedoeling.lenzen", reflectie.Lijst("recht", "kleur")},
		{"bedoeling.lenzen", tekst("recht")},
		{"rol", reflectie.Lijst("handhaver")},
		{"terugblik", tekst("2026-02-30")},
		{"spiegel", reflectie.Lijst("iets anders")},
	} {
		s.Goto(c.sleutel)
		if err := s.Answer(c.a); err == nil {
			t.Errorf("%s takes %v", c.sleutel, c.a)
		}
		if s.Vraag().Sleutel != c.sleutel || len(s.Stand().Antwoorden) != 0 {
			t.Errorf("%s: a refused answer changed the conversation", c.sleutel)
		}
	}
}

func TestDateAsPeopleWriteIt(t *testing.T) {
	for _, dag := range []string{"21-2-2027", "21/02/2027", "2027-02-21", " 21 2 2027 ", "2027-2-21"} {
		s := nieuw()
		antwoord(t, s, "terugblik", tekst(dag))
		if got := s.Stand().Antwoorden["terugblik"].Tekst(); got != "2027-02-21" {
			t.Errorf("%q becomes %q", dag, got)
		}
	}
}

func TestALossIsAskedForOnlyWhereSomethingWasChosen(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "zorg"))
	antwoord(t, s, "verbanden", reflectie.Lijst("veiligheid+zorg"))
	antwoord(t, s, "verbanden.veiligheid+zorg.soort", tekst("tegen"))
	voorrang, omdat := "weging.veiligheid+zorg.voorrang", "weging.veiligheid+zorg.omdat"
	verlies, zachter := "weging.veiligheid+zorg.verlies", "weging.veiligheid+zorg.verzachting"
	if vraagt(s, omdat) || vraagt(s, verlies) {
		t.Error("before a choice it asks for what follows from one")
	}
	antwoord(t, s, voorrang, tekst("open"))
	if v := s.Vraag(); v.Sleutel != omdat || v.Vraag != "Waarom laat u het nu open?" || vraagt(s, verlies) {
		t.Errorf("left open it asks %s: %q", v.Sleutel, v.Vraag)
	}
	s.Goto(voorrang)
	antwoord(t, s, voorrang, tekst("zorg"))
	if !vraagt(s, verlies) || vraagt(s, zachter) {
		t.Error("after a choice it does not ask for the loss, or already for what softens it")
	}
	antwoord(t, s, verlies, tekst("De buren."))
	if s.Vraag().Sleutel != zachter {
		t.Errorf("after the loss comes %s", s.Vraag().Sleutel)
	}
}

func TestOwnRoomAndThatOfOtherLayers(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "rol", tekst("handhaver"))
	antwoord(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	antwoord(t, s, "ruimte.1.ruimte", tekst("Een week."))
	antwoord(t, s, "ruimte.2.wie", tekst("wethouder"))
	antwoord(t, s, "ruimte.2.aanspreekbaar", tekst("De raad."))
	r, _ := s.Stand().Reflectie()
	want := []reflectie.Ruimte{{Wie: "handhaver", Ruimte: "Een week."}, {Wie: "wethouder", Aanspreekbaar: "De raad."}}
	if !slices.Equal(r.Ruimte, want) {
		t.Errorf("ruimte %v, want %v", r.Ruimte, want)
	}
}

func TestALayerIsToldOnce(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	antwoord(t, s, "ruimte.2.wie", tekst("de raad"))
	s.Goto("ruimte.3.wie")
	if err := s.Answer(tekst("de raad")); err == nil {
		t.Error("one layer has two rows")
	}
	s.Goto("ruimte.2.wie")
	if err := s.Answer(tekst("de raad")); err != nil {
		t.Errorf("the same answer again: %v", err)
	}
}

func TestAConceptGoesOnWhereItWas(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "bedoeling.keuken", tekst("Vier muren."))
	verder := sessie.New(s.Stand())
	if verder.Vraag().Sleutel != s.Vraag().Sleutel {
		t.Errorf("goes on at %s, was at %s", verder.Vraag().Sleutel, s.Vraag().Sleutel)
	}
}

func TestTheEndDoesNotMoveAway(t *testing.T) {
	s := nieuw()
	_, begin := s.Voortgang()
	antwoord(t, s, "waarden", reflectie.Lijst("veiligheid", "zorg"))
	antwoord(t, s, "verbanden", reflectie.Lijst("veiligheid+zorg"))
	antwoord(t, s, "verbanden.veiligheid+zorg.soort", tekst("tegen"))
	if _, van := s.Voortgang(); van != begin {
		t.Errorf("%d steps at first, %d now", begin, van)
	}
	s.Goto(sessie.SleutelAfronden)
	if stap, van := s.Voortgang(); stap != van {
		t.Errorf("the last question is in step %d of %d", stap, van)
	}
}

func TestLastQuestionOffersToLeaveVervallenAnswersOut(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "bedoeling.signaal", reflectie.JaNee(true))
	antwoord(t, s, "bedoeling.gehoord", tekst("De balie"))
	s.Goto("bedoeling.signaal")
	if err := s.Answer(reflectie.JaNee(false)); err != nil {
		t.Fatal(err)
	}
	s.Goto(sessie.SleutelAfronden)
	if err := s.Answer(tekst(sessie.AfrondenZonderVervallen)); err != nil {
		t.Fatal(err)
	}
	if s.Klaar() != sessie.AfrondenZonderVervallen {
		t.Fatalf("klaar is %q", s.Klaar())
	}
	r, _ := s.Stand().Reflectie()
	if _, ok := r.Antwoorden["bedoeling.gehoord"]; ok {
		t.Error("the vervallen answer is still in the reflectie")
	}
	if len(s.Stand().Antwoorden) == 0 {
		t.Error("the concept lost it too")
	}
}

func TestEveryFieldOfAReflectieIsAQuestionOrVervallen(t *testing.T) {
	ja := true
	r := reflectie.Reflectie{Weeg: 1, Casus: "koken", Casusversie: 3, Werkvorm: "proef", Werkvormversie: 2, Rol: "handhaver",
		Standpunten: []reflectie.Standpunt{{Van: "buurt", Standpunt: "Nee!"}, {Van: "ik", Standpunt: "Ja", Waarde: "zorg"}},
		Waarden: []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid", Betekenis: "Geen brand", Anders: []reflectie.Anders{{Wie: "buurt", Betekenis: "Licht"}},
			Bepaalt: "samen"}, {ID: "zorg", Naam: "Zorg voor elkaar"}, {ID: "eigen-ding", Naam: "Eigen ding"}},
		Verbanden:       []reflectie.Verband{{Tussen: reflectie.Paar{"zorg", "veiligheid"}, Soort: "beide", Waarom: "Vuur"}, {Tussen: reflectie.Paar{"openheid", "zorg"}, Soort: "tegen"}},
		Ruimte:          []reflectie.Ruimte{{Wie: "handhaver", Ruimte: "Veel"}},
		Weging:          []reflectie.Weging{{Tussen: reflectie.Paar{"veiligheid", "zorg"}, Voorrang: "zorg", Omdat: "Honger"}},
		Uitkomst:        reflectie.Uitkomst{Doen: "Eten", Eigen: &ja, Keuze: "volgen"},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{"a", "b", "c", "d"}},
		Antwoorden:      map[string]reflectie.Antwoord{"bedoeling.gehoord": tekst("Niemand")},
	}
	stand := sessie.StandVan("x", definitie(), r, nil, nil)
	terug, rest := stand.Reflectie()
	if got, want := json(t, terug), json(t, r); got != want || len(rest) != 0 {
		t.Errorf("came back as\n%s\nwant\n%s\nrest %v", got, want, rest)
	}
	gezien := append(sleutels(stand.Vragen()), sleutels(stand.Vervallen())...)
	for sleutel := range stand.Antwoorden {
		if !slices.Contains(gezien, sleutel) && !slices.Contains([]string{"weging", "waarden.eigen-ding.naam", "standpunten.2.van", "ruimte.1.wie"}, sleutel) {
			t.Errorf("nobody sees the answer at %s", sleutel)
		}
	}
}

func json(t *testing.T, r reflectie.Reflectie) string {
	t.Helper()
	b, err := reflectie.EncodeJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A draft is what is lost when the machine stops while somebody types.
func TestADraftIsAnAnswerWhenTheConversationGoesOn(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "rol", tekst("handhaver"))
	s.Onthoud(tekst("Eerst bel"))
	stand := s.Stand()
	if !stand.Antwoorden["moment.reactie"].IsZero() {
		t.Error("a draft counts as an answer while the person is typing")
	}
	verder := sessie.New(stand)
	if v := verder.Vraag(); v.Sleutel != "moment.reactie" || v.Antwoord.Tekst() != "Eerst bel" {
		t.Errorf("the conversation goes on at %s with %q", v.Sleutel, v.Antwoord.Tekst())
	}
	if err := s.Answer(tekst("Eerst bellen.")); err != nil {
		t.Fatal(err)
	}
	if s.Stand().Klad != nil {
		t.Error("the draft stays beside the answer")
	}
}

func TestADraftThatIsPrivateStaysPrivate(t *testing.T) {
	s := nieuw()
	s.Goto("uzelf.raakt")
	s.Onthoud(tekst("De theedoek"))
	r, _ := sessie.New(s.Stand()).Stand().Reflectie()
	if strings.Contains(json(t, r), "theedoek") {
		t.Error("a private draft enters the reflectie")
	}
}

func TestWhoDoesNothingYetIsAskedNothingAboutIt(t *testing.T) {
	s := nieuw()
	if vraagt(s, "uitkomst.eigen") || vraagt(s, "uitkomst.keuze") {
		t.Error("a decision that nobody took is asked about")
	}
	antwoord(t, s, "uitkomst.doen", tekst("Eten."))
	if !vraagt(s, "uitkomst.eigen") || !vraagt(s, "uitkomst.keuze") {
		t.Error("a decision is not asked about")
	}
}

// Naming a value is not choosing it, and nothing else is laid in the person's mouth.
func TestOnlyWhatWasChosenIsAskedAbout(t *testing.T) {
	s := nieuw()
	antwoord(t, s, "moment.reactie", tekst("Sluiten"))
	antwoord(t, s, "standpunten.1.waarde", tekst("Rust in de straat."))
	s.Goto("waarden")
	if o := s.Vraag().Opties[0]; o.Naam != "Rust in de straat" {
		t.Errorf("first in the list is %q", o.Naam)
	}
	if err := s.Answer(reflectie.Lijst("openheid", "veiligheid")); err != nil {
		t.Fatal(err)
	}
	if vraagt(s, "waarden.rust-in-de-straat.betekenis") {
		t.Error("a value that was only named is asked about")
	}
	s.Goto("verbanden")
	if n := len(s.Vraag().Opties); n != 1 {
		t.Errorf("two values give %d pairs", n)
	}
	r, _ := s.Stand().Reflectie()
	if w := r.Waarden[len(r.Waarden)-1]; w.ID != "rust-in-de-straat" || !w.Genoemd {
		t.Errorf("the reflectie does not say that it was only named: %+v", w)
	}
}

func TestAFewOwnWordsInTheStepCanBeChosenAsAValue(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen = []casus.Stap{{ID: "waarden", Titel: "Waarden", Soort: casus.StapWaarden, Vragen: []casus.Vraag{
		{ID: "knel", Vraag: "Wat komt in de knel?", Soort: casus.Regeltje}, {ID: "meer", Vraag: "Wat nog?", Soort: casus.Regeltje}}}}
	s := sessie.New(sessie.NewStand("x", def))
	for _, a := range []string{"Eerlijk zijn.", "Dat er altijd iemand is die naar je luistert met participatie"} {
		if err := s.Answer(tekst(a)); err != nil {
			t.Fatal(err)
		}
	}
	o := s.Vraag().Opties
	if o[0].Naam != "Eerlijk zijn" || o[1].ID != "betrokkenheid" || o[1].Groep == o[0].Groep {
		t.Fatalf("the list begins with %v", o[:2])
	}
	if err := s.Answer(reflectie.Lijst(o[0].ID, "betrokkenheid")); err != nil {
		t.Fatal(err)
	}
	r, _ := s.Stand().Reflectie()
	if len(r.Waarden) != 2 || r.Waarden[0].ID != "eerlijk-zijn" || r.Waarden[0].Naam != "Eerlijk zijn" {
		t.Errorf("the reflectie has %+v", r.Waarden)
	}
}
