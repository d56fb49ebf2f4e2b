package casus

import (
	standaard "cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/reflectie"
	"github.com/google/go-cmp/cmp"
)

// schrijven is the conversation in which somebody writes a casus.
func schrijven(t testing.TB) (Definitie, Bibliotheek) {
	t.Helper()
	bieb := ingebouwd()
	w, err := bieb.LoadWerkvorm(casussen.FS, casussen.Schrijven, casussen.Schrijven)
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	return NewSchrijven(w, waarden), bieb
}

// geantwoord is what somebody answered: a text at each key.
func geantwoord(teksten map[string]string) reflectie.Reflectie {
	r := reflectie.Reflectie{Weeg: reflectie.Versie, Casus: Nieuw, Antwoorden: map[string]reflectie.Antwoord{}}
	for sleutel, tekst := range teksten {
		r.Antwoorden[sleutel] = reflectie.Tekst(tekst)
	}
	return r
}

func vol() reflectie.Reflectie {
	r := geantwoord(map[string]string{
		sleutelHeetst: strings.Repeat("De man bij de balie legt zijn papieren neer en zegt niets. ", 10) + "\nToen ging de deur open.",
		sleutelVooraf: "In maart kreeg hij 400 euro te weinig.",
		sleutelRollen: "De handhaver: Wat schrijft u op?\n- Het afdelingshoofd : Hoeveel ruimte geeft u?\nbuurvrouw",
		sleutelEne:    "“Gelijk is gelijk,” zegt het hoofd.",
		sleutelAndere: "“Hij kan niet lezen,” zegt Ron.",
		sleutelUitweg: "Uitstel was er al twee keer.",
		sleutelVraag:  "Mag de brief vandaag weg?",
		sleutelRegel:  "Elke brief gaat binnen een week weg.",
		sleutelWaarom: "Niemand wacht langer dan een ander.",
		SleutelTitel:  "De brief van maart",
	})
	r.Waarden = []reflectie.Waarde{{ID: "veiligheid", Betekenis: "Niemand schrikt van post."}, {ID: "waarde-2", Naam: "Wettigheid"},
		{ID: "rechtmatigheid", Betekenis: "De brief moet weg."}, {ID: "trots", Naam: "Trots", Betekenis: "Hij wil geen hulp."}}
	r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "waarde-2"}, Soort: reflectie.Tegen},
		{Tussen: reflectie.Paar{"trots", "veiligheid"}, Soort: reflectie.Beide, Waarom: "Wie hulp weigert, staat alleen."}}
	return r
}

func TestACasusIsMadeOfWhatWasAnswered(t *testing.T) {
	def, bieb := schrijven(t)
	o := NewOntwerp(vol(), def.Waarden)
	c, err := bieb.ParseCasus(o.Schrijf(), "c.yaml", o.Casus.ID)
	if err != nil {
		t.Fatalf("%v\n%s", err, o.Schrijf())
	}
	if !strings.HasPrefix(c.Situatie, "De man bij de balie") || !strings.HasSuffix(c.Situatie, "maart kreeg hij 400 euro te weinig.\n\n“Gelijk is gelijk,” zegt het hoofd.\n\n“Hij kan niet lezen,” zegt Ron.\n\nUitstel was er al twee keer.") {
		t.Errorf("the story is not what was told, in its order:\n%s", c.Situatie)
	}
	for _, lijn := range strings.Split(c.Situatie, "\n") {
		if len([]rune(lijn)) > breedte {
			t.Errorf("a line of the story is too long for an editor: %q", lijn)
		}
	}
	c.Situatie = ""
	c.Vragen = nil
	want := Casus{
		Weeg: 1, ID: "de-brief-van-maart", Versie: 1, Titel: "De brief van maart", Moment: "Mag de brief vandaag weg?",
		Rollen: []Rol{{ID: "handhaver", Naam: "Handhaver", Zin: "de handhaver", Moment: "Wat schrijft u op?"},
			{ID: "afdelingshoofd", Naam: "Afdelingshoofd", Zin: "het afdelingshoofd", Moment: "Hoeveel ruimte geeft u?"},
			{ID: "buurvrouw", Naam: "buurvrouw"}},
		Waarden:   []Gezien{{ID: "veiligheid", Hier: "Niemand schrikt van post."}, {ID: "rechtmatigheid", Hier: "De brief moet weg."}}, // a synonym is the same waarde
		Verbanden: []Verband{{Tussen: reflectie.Paar{"veiligheid", "rechtmatigheid"}, Soort: reflectie.Tegen}},
		Regels:    []Regel{{ID: "regel", Regel: "Elke brief gaat binnen een week weg.", Bedoeling: "Niemand wacht langer dan een ander."}},
	}
	if d := cmp.Diff(want, c); d != "" {
		t.Errorf("the casus is not what was answered (-want +got):\n%s", d)
	}
	for _, staat := range []string{"#   hier: \"Hij wil geen hulp.\"", "# - tussen: [trots, veiligheid]", "\"Wie hulp weigert, staat alleen.\""} {
		if !strings.Contains(string(o.Schrijf()), staat) {
			t.Errorf("what the catalogue does not have is not kept in a comment: %s", staat)
		}
	}
	if len(o.Mist) != 1 || o.Mist[0].Sleutel != sleutelRollen {
		t.Errorf("it lacks the question of one rol, and says: %v", o.Mist)
	}
}

func TestWhatACasusLacksIsToldWithItsQuestion(t *testing.T) {
	def, bieb := schrijven(t)
	alles := []string{sleutelHeetst, sleutelRollen, sleutelVraag, reflectie.SleutelWaarden, sleutelRegel, SleutelTitel}
	for naam, tt := range map[string]struct {
		doe  func(r *reflectie.Reflectie)
		want []string
	}{
		"nothing":               {func(r *reflectie.Reflectie) { *r = reflectie.Reflectie{} }, alles},
		"a story that is short": {func(r *reflectie.Reflectie) { r.Antwoorden[sleutelHeetst] = reflectie.Tekst("Kort.") }, []string{sleutelHeetst}},
		"a story without an end": {func(r *reflectie.Reflectie) {
			r.Antwoorden[sleutelHeetst] = reflectie.Tekst(strings.Repeat("lang ", 400))
		}, []string{sleutelHeetst}},
		"one rol": {func(r *reflectie.Reflectie) { r.Antwoorden[sleutelRollen] = reflectie.Tekst("De buur: Wat doet u?") }, []string{sleutelRollen}},
		"a long question": {func(r *reflectie.Reflectie) {
			r.Antwoorden[sleutelVraag] = reflectie.Tekst("Mag " + strings.Repeat("de brief ", 8) + "weg?")
		}, []string{sleutelVraag}},
		"one waarde": {func(r *reflectie.Reflectie) { r.Waarden, r.Verbanden = r.Waarden[:1], nil }, []string{reflectie.SleutelWaarden}},
		"no reason":  {func(r *reflectie.Reflectie) { delete(r.Antwoorden, sleutelWaarom) }, []string{sleutelWaarom}},
		"no title":   {func(r *reflectie.Reflectie) { delete(r.Antwoorden, SleutelTitel) }, []string{SleutelTitel}},
	} {
		r := vol()
		r.Antwoorden[sleutelRollen] = reflectie.Tekst("De handhaver: Wat schrijft u op?\nDe buur: Wat doet u?")
		if o := NewOntwerp(r, def.Waarden); len(o.Mist) > 0 {
			t.Fatalf("a casus that is whole lacks %v", o.Mist)
		}
		tt.doe(&r)
		o := NewOntwerp(r, def.Waarden)
		var got []string
		for _, g := range o.Mist {
			got = append(got, g.Sleutel)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: it lacks %v; want %v", naam, got, tt.want)
		}
		// What is there so far is a casus all the same, with what is to be done in it.
		bytes := o.Schrijf()
		if _, err := bieb.ParseCasus(bytes, "c.yaml", o.Casus.ID); err != nil {
			t.Errorf("%s: %v\n%s", naam, err, bytes)
		}
		ruim := strings.ReplaceAll(string(bytes), "\n# ", " ")
		for _, g := range o.Mist {
			if !strings.Contains(ruim, "nog te doen: "+g.Tekst) {
				t.Errorf("%s: the file does not say %q:\n%s", naam, g.Tekst, bytes)
			}
		}
		if o.IsLeeg() != (naam == "nothing") {
			t.Errorf("%s: IsLeeg is %v", naam, o.IsLeeg())
		}
	}
}

// vijandig are texts that break a file where somebody forgets to quote them.
var vijandig = []string{
	"dubbele: punt", "a: b: c", "# geen commentaar", "een # hekje", `"aangehaald"`, "'s avonds", "'t is: zo", "---", "...", "--- \n...", "- lijst\n- nog een",
	"1. een\n2. twee", "tab\tin het midden", "\tvooraan", "  ingesprongen\n    verder", "een\n\n\n\ntwee", "spatie aan het einde  \nen verder", "🙂 en ë en 漢", "|", ">-", "|\n  x",
	"{a: b}", "[a, b]", "*naam", "&naam", "!soort x", "? sleutel", "@x", "`x`", "%YAML 1.2", "null", "ja", "nee", "12", "2026-11-21", "~", "a\\b\\n", "nul\x00byte", "escape \x1b[31m",
	"keer \u202e om", "lijn \u2028 einde", "bom \ufeff x", "nog te doen: x", "weeg: 1\nid: anders", "woord?", "{vraag: Wie kookt?}", "\xff\xfe", strings.Repeat("eindeloos", 40), "a\r\nb\rc",
	strings.Repeat("- 1. * > ", 40), ":", "::", "-", "x:", "x :y", "“x” ‘y’", "<!-- weeg -->", "${x}", "$(x)",
}

// metTekst puts one text at every place where somebody can write one.
func metTekst(tekst string) reflectie.Reflectie {
	r := geantwoord(nil)
	for _, sleutel := range sleutels() {
		r.Antwoorden[sleutel] = reflectie.Tekst(tekst)
	}
	eigen := reflectie.NieuweID(tekst, func(id string) bool { return id == "veiligheid" || id == "openheid" })
	r.Waarden = []reflectie.Waarde{{ID: "veiligheid", Betekenis: tekst}, {ID: "openheid"}, {ID: eigen, Naam: tekst, Betekenis: tekst}}
	r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "openheid"}, Soort: reflectie.Tegen, Waarom: tekst},
		{Tussen: reflectie.Paar{"veiligheid", eigen}, Soort: reflectie.Geen, Waarom: tekst}}
	return r
}

func sleutels() []string {
	return []string{SleutelTitel, sleutelHeetst, sleutelVooraf, sleutelRollen, sleutelEne, sleutelAndere, sleutelUitweg, sleutelVraag, sleutelRegel, sleutelWaarom}
}

// komtTerug checks that what was answered reads back as the same casus.
func komtTerug(t *testing.T, bieb Bibliotheek, waarden []Waarde, r reflectie.Reflectie) {
	t.Helper()
	o := NewOntwerp(r, waarden)
	bytes := o.Schrijf()
	c, err := bieb.ParseCasus(bytes, "c.yaml", o.Casus.ID)
	if err != nil {
		t.Fatalf("%v\n%s", err, bytes)
	}
	want := o.Casus
	want.Titel = standaard.Or(want.Titel, naamZonder)
	want.Situatie, c.Situatie = Alineas(standaard.Or(want.Situatie, leegVerhaal)), Alineas(c.Situatie)
	want.Moment, c.Moment = Alineas(standaard.Or(want.Moment, leegMoment)), Alineas(c.Moment)
	if d := cmp.Diff(alsJSON(t, want), alsJSON(t, c)); d != "" {
		t.Errorf("what was written is not what is read (-want +got):\n%s\n%s", d, bytes)
	}
	if strings.ContainsFunc(string(bytes), func(r rune) bool { return r < ' ' && r != '\n' || r >= '\u202a' && r <= '\u202e' }) {
		t.Errorf("a character that nobody sees stands in the file as it is:\n%q", bytes)
	}
}

// alsJSON is a casus as text, in which a byte that is no UTF-8 shows as such.
func alsJSON(t *testing.T, c Casus) string {
	t.Helper()
	data, err := json.MarshalIndent(c, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(data), `\ufffd`, "\ufffd")
}

func TestNoTextBreaksTheCasusThatIsMadeOfIt(t *testing.T) {
	def, bieb := schrijven(t)
	for _, tekst := range vijandig {
		komtTerug(t, bieb, def.Waarden, metTekst(tekst))
		for _, sleutel := range sleutels() { // and beside other texts
			r := vol()
			r.Antwoorden[sleutel] = reflectie.Tekst(tekst)
			komtTerug(t, bieb, def.Waarden, r)
		}
	}
}

func FuzzCasusComesBack(f *testing.F) {
	def, bieb := schrijven(f)
	for _, tekst := range vijandig {
		f.Add(tekst, "De een zegt dit.\nDe ander niet.")
	}
	f.Fuzz(func(t *testing.T, een, ander string) {
		if !utf8.ValidString(een + ander) {
			return // a conversation never gives bytes that are no UTF-8
		}
		r := metTekst(een)
		r.Antwoorden[sleutelHeetst] = reflectie.Tekst(ander)
		komtTerug(t, bieb, def.Waarden, r)
	})
}

func TestNothingPrivateAndNothingElseGoesAlongFromAReflectie(t *testing.T) {
	bieb := ingebouwd()
	w, err := bieb.Werkvorm("waardenweging")
	if err != nil {
		t.Fatal(err)
	}
	def, err := NewDefinitie(EigenCasus(), w, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := reflectie.Reflectie{
		Casus: reflectie.Eigen, Door: "GEHEIM team", Rol: "handhaver",
		Eigen:       &reflectie.Situatie{Titel: "De brief", Situatie: "Er lag een brief.", Moment: "Mag hij weg?"},
		Antwoorden:  map[string]reflectie.Antwoord{"moment.reactie": reflectie.Tekst("GEHEIM"), "moment.twijfel": reflectie.Tekst("GEHEIM")},
		Standpunten: []reflectie.Standpunt{{Van: reflectie.Ik, Waarde: "openheid"}, {Van: "afdelingshoofd", Standpunt: "Gelijk is gelijk.", Waarde: "veiligheid"}},
		Waarden:     []reflectie.Waarde{{ID: "veiligheid", Betekenis: "Niemand schrikt.", Zeggenschap: "GEHEIM"}, {ID: "openheid", Genoemd: true}},
		Verbanden:   []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "openheid"}, Soort: reflectie.Tegen, Waarom: "Zo is het."}},
		Uitkomst:    reflectie.Uitkomst{Doen: "GEHEIM", Omdat: "GEHEIM"},
		Ruimte:      []reflectie.Ruimte{{Wie: "handhaver", Ruimte: "GEHEIM"}},
		Weging:      []reflectie.Weging{{Tussen: reflectie.Paar{"veiligheid", "openheid"}, Omdat: "GEHEIM"}},
	}
	regels := 0
	for _, stap := range w.Stappen {
		for _, v := range stap.Vragen {
			switch sleutel := reflectie.Sleutel(stap.ID, v.ID); {
			case v.Functie == FunctieRegel:
				regels++
				r.Antwoorden[sleutel] = reflectie.Tekst("Elke brief gaat weg.")
			case v.Functie == FunctieBescherming:
				regels++
				r.Antwoorden[sleutel] = reflectie.Tekst("Niemand wacht.")
			case v.Prive:
				r.Antwoorden[sleutel] = reflectie.Tekst("GEHEIM")
			}
		}
	}
	if regels != 2 {
		t.Fatalf("the werkvorm asks %d things about the rule; this test knows 2", regels)
	}
	got := VanReflectie(r, def)
	want := geantwoord(map[string]string{
		SleutelTitel: "De brief", sleutelHeetst: "Er lag een brief.", sleutelVraag: "Mag hij weg?", sleutelRollen: "Handhaver\nAfdelingshoofd",
		sleutelAndere: "Gelijk is gelijk.", sleutelRegel: "Elke brief gaat weg.", sleutelWaarom: "Niemand wacht.",
	})
	want.Waarden = []reflectie.Waarde{{ID: "veiligheid", Betekenis: "Niemand schrikt."}}
	want.Verbanden = r.Verbanden
	if d := cmp.Diff(want, got, cmp.Comparer(reflectie.Antwoord.Equal)); d != "" {
		t.Errorf("from a reflectie comes (-want +got):\n%s", d)
	}
}

// The conversation asks what the code makes a casus of, and nothing for nothing.
func TestEveryQuestionOfTheCasusConversationIsUsed(t *testing.T) {
	def, _ := schrijven(t)
	gevraagd := map[string]bool{}
	for _, stap := range def.Stappen() {
		for _, v := range stap.Vragen {
			gevraagd[reflectie.Sleutel(stap.ID, v.ID)] = true
		}
	}
	gebruikt := map[string]bool{SleutelOngezegd: true}
	for _, sleutel := range sleutels() {
		gebruikt[sleutel] = true
	}
	if !maps.Equal(gevraagd, gebruikt) {
		t.Errorf("asked are %v, and used %v", gevraagd, gebruikt)
	}
}

func TestWordsThatMustStayUnsaidAreFoundAsWholeWords(t *testing.T) {
	def, _ := schrijven(t)
	o := NewOntwerp(vol(), def.Waarden)
	got := o.Ongezegd("- ron\nBalie., papier\nMÁART\nzegt het hoofd\n\nPurmerend; Het was Ron op 400 meter van de kerk")
	if want := []string{"ron", "Balie", "MÁART", "zegt het hoofd", "Ron", "400"}; !slices.Equal(got, want) {
		t.Errorf("found %q; want %q", got, want)
	}
}

func TestWritingACasusIsNoWayToWeighAndHasItsOwnName(t *testing.T) {
	def, bieb := schrijven(t)
	if _, err := NewDefinitie(Casus{ID: "de-knop"}, def.Werkvorm, nil); err == nil || !strings.Contains(err.Error(), "weeg casus nieuw") {
		t.Errorf("weighing by it gives %v", err)
	}
	if ids, _ := bieb.WerkvormIDs(); slices.Contains(ids, def.Werkvorm.ID) {
		t.Error("it stands among the werkvormen")
	}
	_, err := bieb.ParseCasus([]byte("weeg: 1\nid: nieuwe-casus\nversie: 1\ntitel: x\nsituatie: x\nmoment: x\n"), "nieuwe-casus.yaml", Nieuw)
	if err == nil || err.Error() != `nieuwe-casus.yaml:2:5: "nieuwe-casus" is de naam voor een casus die nog geschreven wordt; kies een andere id` {
		t.Errorf("a casus of that name gives %v", err)
	}
}

func TestAWerkvormMayRewordWhatBelongsToNoStep(t *testing.T) {
	const vorm = "weeg: 1\nid: x\nversie: 1\nnaam: X\nmaakt: %s\ngesprek:\n  - {id: %s, vraag: Klaar?}\nstappen:\n  - {id: a, titel: A, soort: vragen}\n"
	lees := func(maakt, id string) (Werkvorm, error) {
		return ingebouwd().LoadWerkvorm(fstest.MapFS{"x.yaml": {Data: fmt.Appendf(nil, vorm, maakt, id)}}, "x.yaml", "x.yaml")
	}
	w, err := lees("casus", "afronden")
	if err != nil {
		t.Fatal(err)
	}
	v := Definitie{Werkvorm: w}.Woord("afronden")
	gewoon, err := ingebouwd().Werkvorm("kort")
	if err != nil {
		t.Fatal(err)
	}
	if ander := (Definitie{Werkvorm: gewoon}).Woord("afronden"); v.Vraag != "Klaar?" || v.Kop != ander.Kop || ander.Vraag == "Klaar?" {
		t.Errorf("it says %+v, and another werkvorm %+v", v, ander)
	}
	for _, tt := range []struct{ maakt, id, want string }{
		{"casus", "afrondn", `x.yaml:7:10: "afrondn" kan hier niet; bedoelt u "afronden"?`},
		{"kasus", "afronden", `x.yaml:5:8: "kasus" kan hier niet; bedoelt u "casus"?`},
	} {
		if _, err := lees(tt.maakt, tt.id); err == nil || err.Error() != tt.want {
			t.Errorf("maakt %s, id %s: %v; want %s", tt.maakt, tt.id, err, tt.want)
		}
	}
}
