package sessie_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// metWaarden is a conversation in which these waarden were chosen.
func metWaarden(t testing.TB, ids ...string) *sessie.Sessie {
	t.Helper()
	s := heel(t)
	geef(t, s, "waarden", lijst(ids...))
	return s
}

// paren writes the verbanden of a conversation: "a+b tegen".
func paren(s *sessie.Sessie) []string {
	var uit []string
	for _, v := range gemaakt(s).Verbanden {
		uit = append(uit, v.Tussen.String()+" "+v.Soort)
	}
	return uit
}

// toont returns what a question shows as its answer.
func toont(t testing.TB, s *sessie.Sessie, sleutel string) string {
	t.Helper()
	v := bij(t, s, sleutel)
	if v.Antwoord.IsZero() {
		return ""
	}
	return v.Weergave()
}

func TestWhichTwoClashIsOneChoiceOutOfAllPairs(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	v := bij(t, s, "verbanden.botst")
	if v.Vraag != "Welke twee waarden botsen hier het meest?" {
		t.Errorf("asks %q", v.Vraag)
	}
	var namen []string
	for _, o := range v.Opties {
		namen = append(namen, o.Naam)
	}
	want := []string{"Veiligheid en betrokkenheid", "Veiligheid en openheid", "Betrokkenheid en openheid", "Hier botst niets"}
	if d := cmp.Diff(want, namen); d != "" {
		t.Errorf("to choose from (-want +got):\n%s", d)
	}
	if n := len(bij(t, s, "verbanden.helpt").Opties); n != 3 {
		t.Errorf("which two help has %d choices", n)
	}
}

func TestThePairThatClashesComesLastAmongThoseThatHelp(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("betrokkenheid+veiligheid"))
	var opties []string
	for _, o := range bij(t, s, "verbanden.helpt").Opties {
		opties = append(opties, o.Naam+": "+o.Uitleg)
	}
	want := []string{"Veiligheid en openheid: ", "Betrokkenheid en openheid: ", "Veiligheid en betrokkenheid: botsen ook"}
	if d := cmp.Diff(want, opties); d != "" {
		t.Errorf("to choose from (-want +got):\n%s", d)
	}
}

func TestOfTwoItIsAskedWhetherTheyClash(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "openheid", "zorg-voor-elkaar")
	if v := bij(t, s, "verbanden.botst"); v.Vraag != "Botsen openheid en zorg voor elkaar hier?" || len(v.Opties) != 2 {
		t.Errorf("asks %q of %v", v.Vraag, v.Opties)
	}
	if s := metWaarden(t, "openheid"); vraagt(s, "verbanden.botst") || vraagt(s, "verbanden.helpt") {
		t.Error("of one waarde it is asked with what it clashes")
	}
}

func TestWhatClashesAndWhatHelpsAreKeptAsVerbanden(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "verbanden.helpt", tekst("betrokkenheid+openheid"))
	if d := cmp.Diff([]string{"veiligheid+betrokkenheid tegen", "betrokkenheid+openheid versterkt"}, paren(s)); d != "" {
		t.Errorf("verbanden (-want +got):\n%s", d)
	}
	if got := toont(t, s, "verbanden.botst"); got != "Veiligheid en betrokkenheid" {
		t.Errorf("the question shows %q", got)
	}
	want := []string{"verbanden.botst", "verbanden.helpt", "verbanden.betrokkenheid+openheid.waarom"}
	if d := cmp.Diff(want, vanDeel(s, "verbanden")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	if v := bij(t, s, want[2]); v.Vraag != "Betrokkenheid en openheid: waaraan ziet u dat ze elkaar helpen?" {
		t.Errorf("asks %q", v.Vraag)
	}
}

func TestAnotherPairTakesThePlaceOfTheOneThatClashed(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	verander(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	if d := cmp.Diff([]string{"veiligheid+openheid tegen"}, paren(s)); d != "" {
		t.Errorf("verbanden (-want +got):\n%s", d)
	}
	if got := toont(t, s, "verbanden.botst"); got != "Veiligheid en openheid" {
		t.Errorf("the question shows %q", got)
	}
	wis(t, s, "verbanden.botst")
	if got := paren(s); len(got) > 0 || toont(t, s, "verbanden.botst") != "" {
		t.Errorf("cleared, there still are %v", got)
	}
}

func TestAPairThatBothClashesAndHelpsIsBoth(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "verbanden.helpt", tekst("betrokkenheid+veiligheid"))
	geef(t, s, "verbanden.betrokkenheid+veiligheid.waarom", tekst("Men let op elkaar."))
	zijn := func(want ...string) {
		t.Helper()
		if d := cmp.Diff(want, paren(s)); d != "" {
			t.Errorf("verbanden (-want +got):\n%s", d)
		}
	}
	zijn("veiligheid+betrokkenheid beide")
	verander(t, s, "verbanden.helpt", tekst("betrokkenheid+openheid"))
	zijn("veiligheid+betrokkenheid tegen", "betrokkenheid+openheid versterkt")
	verander(t, s, "verbanden.botst", tekst("betrokkenheid+openheid"))
	zijn("betrokkenheid+openheid beide")
	wis(t, s, "verbanden.helpt")
	zijn("betrokkenheid+openheid tegen")
	if d := cmp.Diff(map[string]string{"verbanden.betrokkenheid+veiligheid.waarom": "Men let op elkaar."}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
}

func TestWhereNothingClashesItSaysSoAndGoesOn(t *testing.T) {
	t.Parallel()
	const zegt = "Hier botst niets, zegt u. Dan valt er niets te wegen en gaat u verder."
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	verander(t, s, "verbanden.botst", tekst("Hier botst niets"))
	if v := s.Vraag(); v.Sleutel != "verbanden.helpt" || v.Uitleg != zegt {
		t.Errorf("then comes %s, which says %q", v.Sleutel, v.Uitleg)
	}
	r := gemaakt(s)
	if got := r.Antwoorden["verbanden.botst"].Tekst(); got != sessie.BotstNiets || len(r.Verbanden) > 0 {
		t.Errorf("the reflectie says %q, with %v", got, r.Verbanden)
	}
	if got := vanDeel(s, "weging"); len(got) > 0 {
		t.Errorf("weighed is %v", got)
	}
	if !vraagt(s, "verbanden.wanneer") {
		t.Error("what would make them clash is not asked")
	}
	verander(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	if s.Vraag().Uitleg == zegt || !gemaakt(s).Antwoorden["verbanden.botst"].IsZero() {
		t.Error("who finds a clash is still told that there is none")
	}
	verander(t, s, "verbanden.botst", tekst(sessie.BotstNiets))
	wis(t, s, "verbanden.botst")
	if got := toont(t, s, "verbanden.botst"); got != "" {
		t.Errorf("cleared, it shows %q", got)
	}
	geef(t, s, "verbanden.botst", tekst(sessie.BotstNiets))
	verander(t, s, "waarden", lijst("veiligheid"))
	for _, v := range s.Vragen() {
		if strings.Contains(v.Uitleg, zegt) {
			t.Errorf("%s answers what is no longer asked", v.Sleutel)
		}
	}
}

func TestWhoSkipsWhatClashesIsToldThatNothingIsWeighed(t *testing.T) {
	t.Parallel()
	const zin = "U koos niet wat botst, dus er valt nu niets te wegen. Ga terug als u dat nog wilt."
	for _, waarden := range [][]string{{"veiligheid", "betrokkenheid"}, {"veiligheid", "betrokkenheid", "openheid"}} {
		s := metWaarden(t, waarden...)
		s.Goto("verbanden.botst")
		s.Skip()
		if d := cmp.Diff([]string{"uitkomst.doen"}, zegt(s, zin)); d != "" {
			t.Errorf("%v: it is said before (-want +got):\n%s", waarden, d)
		}
		if got := vanDeel(s, "weging"); len(got) > 0 {
			t.Errorf("weighed is %v", got)
		}
		verander(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
		s.Skip()
		if got := zegt(s, zin); len(got) > 0 {
			t.Errorf("%v: who found a clash is told at %v that there is none", waarden, got)
		}
	}
}

// What a step says comes once, also where something else is said before it.
func TestThatNothingClashesIsSaidBesideWhatElseIsSaid(t *testing.T) {
	t.Parallel()
	s := begin(laad(t, `
  - {id: rol, titel: Rol, soort: rol}
  - {id: waarden, titel: Waarden, soort: waarden, velden: {waarden: {}}}
  - {id: botst, titel: Botst, uitleg: Kijk goed., soort: verbanden, velden: {botst: {}}}
  - {id: uzelf, titel: Uzelf, uitleg: Voor u alleen., soort: vragen, vragen: [{id: raakt, vraag: Wat raakt u?, prive: ja}]}
`, koken))
	geef(t, s, "rol", tekst("handhaver"))
	geef(t, s, "waarden", lijst("openheid", "veiligheid"))
	geef(t, s, "verbanden.botst", tekst(sessie.BotstNiets))
	const want = "Hier botst niets, zegt u. Dan valt er niets te wegen en gaat u verder. Nu even zonder rol. Tot hier keek u als de handhaver. Voor u alleen."
	if got := s.Vraag().Uitleg; got != want {
		t.Errorf("says %q\nwant %q", got, want)
	}
}

// More pairs than one come from a file: the conversation asks for one and keeps all.
func TestAReflectieWithMorePairsKeepsThemAll(t *testing.T) {
	t.Parallel()
	r := reflectie.Reflectie{Rol: "handhaver",
		Waarden: []reflectie.Waarde{{ID: "openheid"}, {ID: "veiligheid"}, {ID: "privacy"}, {ID: "vertrouwen"}},
		Verbanden: []reflectie.Verband{
			{Tussen: reflectie.Paar{"veiligheid", "openheid"}, Soort: "tegen"},
			{Tussen: reflectie.Paar{"openheid", "vertrouwen"}, Soort: "versterkt", Waarom: "Men weet het."},
			{Tussen: reflectie.Paar{"privacy", "openheid"}, Soort: "tegen", Waarom: "Namen."},
			{Tussen: reflectie.Paar{"privacy", "vertrouwen"}, Soort: "beide"},
		},
		Weging: []reflectie.Weging{{Tussen: reflectie.Paar{"privacy", "openheid"}, Voorrang: "privacy"}},
	}
	nieuw := func() *sessie.Sessie {
		return sessie.New(sessie.StandVan("x", laad(t, alleStappen, koken), r, nil, nil))
	}
	alle := []string{"veiligheid+openheid tegen", "openheid+vertrouwen versterkt", "privacy+openheid tegen", "privacy+vertrouwen beide"}
	for _, c := range []struct {
		naam, botst string
		wis         bool
		toont       string
		want        []string
	}{
		{naam: "untouched", toont: "Openheid en veiligheid", want: alle},
		{naam: "the same again", botst: "openheid+veiligheid", toont: "Openheid en veiligheid", want: alle},
		{naam: "another of them", botst: "openheid+privacy", toont: "Openheid en privacy",
			want: []string{alle[2], alle[0], alle[1], alle[3]}},
		{naam: "a new one", botst: "veiligheid+vertrouwen", toont: "Veiligheid en vertrouwen",
			want: []string{alle[1], "veiligheid+vertrouwen tegen", alle[2], alle[3]}},
		{naam: "one that helps", botst: "openheid+vertrouwen", toont: "Openheid en vertrouwen",
			want: []string{"openheid+vertrouwen beide", alle[2], alle[3]}},
		{naam: "none", botst: sessie.BotstNiets, toont: "Hier botst niets",
			want: []string{alle[1], "privacy+vertrouwen versterkt"}},
		{naam: "cleared", wis: true, toont: "Openheid en privacy", want: alle[1:]},
	} {
		s := nieuw()
		if c.wis {
			wis(t, s, "verbanden.botst")
		}
		if c.botst != "" {
			verander(t, s, "verbanden.botst", tekst(c.botst))
		}
		if d := cmp.Diff(c.want, paren(s)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.naam, d)
		}
		if got := toont(t, s, "verbanden.botst"); got != c.toont {
			t.Errorf("%s: the question shows %q, want %q", c.naam, got, c.toont)
		}
		if got := toont(t, s, "verbanden.helpt"); got != "Openheid en vertrouwen" {
			t.Errorf("%s: what helps most shows %q", c.naam, got)
		}
	}
	s := nieuw()
	if !vraagt(s, "weging.openheid+privacy.voorrang") {
		t.Error("a second pair that was weighed is not asked about")
	}
	if got := toont(t, s, "verbanden.openheid+privacy.soort"); got != "Ze botsen" {
		t.Errorf("of the second pair is shown %q", got)
	}
	verander(t, s, "verbanden.openheid+privacy.soort", tekst("geen"))
	if d := cmp.Diff([]string{alle[0], alle[1], "privacy+openheid geen", alle[3]}, paren(s)); d != "" {
		t.Errorf("the second changed (-want +got):\n%s", d)
	}
}

func TestAValueThatIsDroppedTakesWhatWasSaidOfItAlong(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.prijs.veiligheid", tekst("Het samen eten."))
	geef(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	wil := map[string]string{
		"verbanden.betrokkenheid+veiligheid.soort":         "tegen",
		"weging.betrokkenheid+veiligheid.prijs.veiligheid": "Het samen eten.",
		"weging.betrokkenheid+veiligheid.voorrang":         "Veiligheid",
		"weging.betrokkenheid+veiligheid.omdat":            "Leven gaat voor.",
	}
	verander(t, s, "waarden", lijst("betrokkenheid", "openheid"))
	if d := cmp.Diff(wil, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
	if vraagt(s, "weging.betrokkenheid+veiligheid.omdat") {
		t.Error("a pair without one of its values is still weighed")
	}
	verander(t, s, "verbanden.botst", tekst("betrokkenheid+openheid"))
	verander(t, s, "waarden", lijst("betrokkenheid", "openheid", "veiligheid"))
	if got := toont(t, s, "verbanden.botst"); got != "Betrokkenheid en openheid" {
		t.Errorf("with the value comes back %q, in place of what was chosen last", got)
	}
	if got := toont(t, s, "weging.betrokkenheid+veiligheid.omdat"); got != "Leven gaat voor." {
		t.Errorf("the answer comes back as %q", got)
	}
}

func TestWhatWasWeighedOfAPairThatNoLongerClashesIsVervallenInItsOwnWords(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid", "openheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.voorrang", tekst("veiligheid"))
	geef(t, s, "weging.betrokkenheid+veiligheid.omdat", tekst("Leven gaat voor."))
	verander(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	var vragen []string
	for _, v := range s.Vervallen() {
		vragen = append(vragen, v.Vraag)
	}
	if d := cmp.Diff([]string{"Wat gaat hier vóór?", "Waarom kiest u hier voor veiligheid?"}, vragen); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
	r, rest := s.Stand().Reflectie()
	if len(r.Weging) != 0 || rest["weging.betrokkenheid+veiligheid.omdat"].Tekst() != "Leven gaat voor." {
		t.Errorf("weighed is %v, left over %v", r.Weging, rest)
	}
	verander(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	if got := toont(t, s, "weging.betrokkenheid+veiligheid.voorrang"); got != "Veiligheid" {
		t.Errorf("when it clashes again, first goes %q", got)
	}
}

func TestAnOwnValueThatIsDroppedLeavesNoDanglingPair(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "Buurtgevoel")
	geef(t, s, "waarden.buurtgevoel.betekenis", tekst("Samen eten."))
	geef(t, s, "verbanden.botst", tekst("veiligheid+buurtgevoel"))
	verander(t, s, "waarden", lijst("veiligheid", "openheid"))
	r, rest := s.Stand().Reflectie()
	if fouten := r.Check(func(id string) bool { return id == "veiligheid" || id == "openheid" }); len(fouten) != 0 {
		t.Errorf("the reflectie breaks its own rules: %v", fouten)
	}
	if rest["waarden.buurtgevoel.betekenis"].Tekst() != "Samen eten." {
		t.Errorf("what was said of the value is lost; left over is %v", rest)
	}
}

func TestWhatIsLostIsAskedOfEachInTheOrderInWhichTheyWereNamed(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	const paar = "weging.betrokkenheid+veiligheid."
	want := []string{paar + "prijs.veiligheid", paar + "prijs.betrokkenheid", paar + "voorrang", paar + "verzachting"}
	if d := cmp.Diff(want, vanDeel(s, "weging")); d != "" {
		t.Errorf("asked (-want +got):\n%s", d)
	}
	for sleutel, vraag := range map[string]string{
		want[0]: "Wat gaat er verloren als u kiest voor veiligheid?", want[1]: "Wat gaat er verloren als u kiest voor betrokkenheid?",
	} {
		if v := bij(t, s, sleutel); v.Vraag != vraag {
			t.Errorf("%s asks %q", sleutel, v.Vraag)
		}
	}
	var namen []string
	for _, o := range bij(t, s, paar+"voorrang").Opties {
		namen = append(namen, o.Naam)
	}
	if d := cmp.Diff([]string{"Veiligheid", "Betrokkenheid", "Ik laat het open"}, namen); d != "" {
		t.Errorf("to choose from (-want +got):\n%s", d)
	}
	verander(t, s, want[1], tekst("De buren."))
	w := gemaakt(s).Weging[0]
	if d := cmp.Diff(map[string]string{"betrokkenheid": "De buren."}, w.Prijs); d != "" || w.Tussen != (reflectie.Paar{"veiligheid", "betrokkenheid"}) {
		t.Errorf("prijs of %v (-want +got):\n%s", w.Tussen, d)
	}
}

func TestLeftOpenItIsAskedWhyAndWhatIsNeeded(t *testing.T) {
	t.Parallel()
	s := metWaarden(t, "veiligheid", "betrokkenheid")
	geef(t, s, "verbanden.botst", tekst("veiligheid+betrokkenheid"))
	const paar = "weging.betrokkenheid+veiligheid."
	geef(t, s, paar+"voorrang", tekst("betrokkenheid"))
	if v := s.Vraag(); v.Sleutel != paar+"omdat" || v.Vraag != "Waarom kiest u hier voor betrokkenheid?" || v.Kop != "Waarom dit hier voorgaat" {
		t.Errorf("after a choice it asks %q", v.Vraag)
	}
	if vraagt(s, paar+"nodig") || !vraagt(s, paar+"verzachting") {
		t.Errorf("after a choice it asks %v", vanDeel(s, "weging"))
	}
	geef(t, s, paar+"verzachting", tekst("Een brandblusser."))
	verander(t, s, paar+"voorrang", tekst(reflectie.OpenVoorrang))
	if v := s.Vraag(); v.Sleutel != paar+"omdat" || v.Vraag != "Waarom laat u het open?" || v.Kop != "Waarom ik het openlaat" {
		t.Errorf("left open it asks %q", v.Vraag)
	}
	if !vraagt(s, paar+"nodig") || vraagt(s, paar+"verzachting") {
		t.Errorf("left open it asks %v", vanDeel(s, "weging"))
	}
	if d := cmp.Diff(map[string]string{paar + "verzachting": "Een brandblusser."}, vervallen(s)); d != "" {
		t.Errorf("vervallen (-want +got):\n%s", d)
	}
}

// Before one chooses, one's own words on the pair and earlier points stand beside it.
func TestWhatOneSaidStandsBesideTheChoice(t *testing.T) {
	t.Parallel()
	stand := sessie.NewStand("x", laad(t, alleStappen, koken))
	stand.Eerdere = []sessie.Eerder{
		{Titel: "soep, 1 mei 2026", Waarden: []string{"openheid"}, Punten: reflectie.Antwoorden{"aandachtspunten.acties": lijst("Eerst bellen.", "Op tijd gaan."), "aandachtspunten.kennis": lijst("Wie beslist.")}},
		{Titel: "gras, 2 mei 2026", Waarden: []string{"duurzaamheid"}, Punten: reflectie.Antwoorden{"aandachtspunten.acties": lijst("Gaat hier niet over.")}},
	}
	s := sessie.New(stand)
	geef(t, s, "waarden", lijst("veiligheid", "openheid"))
	geef(t, s, "verbanden.botst", tekst("veiligheid+openheid"))
	geef(t, s, "weging.openheid+veiligheid.prijs.veiligheid", tekst("Het samen eten."))
	want := []sessie.Getoond{
		{Kop: "Verloren als veiligheid voorgaat", Tekst: "Het samen eten."}, // first, as a small screen cuts off what comes last
		{Kop: "Wat u zich eerder voornam (soep, 1 mei 2026)",
			Tekst: "Wat u wilde weten: Wie beslist.\nWaar u bij uzelf op zou letten: Eerst bellen.\nWaar u bij uzelf op zou letten: Op tijd gaan."},
	}
	if d := cmp.Diff(want, bij(t, s, "weging.openheid+veiligheid.voorrang").Toont); d != "" {
		t.Errorf("beside the choice (-want +got):\n%s", d)
	}
}
