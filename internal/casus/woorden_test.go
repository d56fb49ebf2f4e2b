package casus

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"ambt.example/weeg/internal/reflectie"

	"ambt.example/weeg/casussen"
)

// metWoorden is the test library with one file of words, or one werkvorm, over it.
func metWoorden(pad, tekst string) Bibliotheek {
	return NewBibliotheek(testBron(), Bron{FS: fstest.MapFS{pad: {Data: []byte(tekst)}}, Werkvormen: ".", Naam: "team"})
}

func TestAFaultInTheWordsIsToldWithItsPlace(t *testing.T) {
	for naam, tt := range map[string]struct{ bestand, tekst, want string }{
		"a field that the kind does not have": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: prijzs, vraag: Wat kost het?}\n",
			`team/stappen/weging.yaml:4:10: "prijzs" kan hier niet; bedoelt u "prijs"?`},
		"a field without its question": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: prijs, kop: Prijs}\n",
			`team/stappen/weging.yaml:4:5: "vraag" ontbreekt; voeg het toe`},
		"a choice without the words of one of its options": {"stappen/uitkomst.yaml",
			"weeg: 1\nsoort: uitkomst\nvelden:\n  - {id: keuze, vraag: En?, opties: [{id: volgen, naam: V}, {id: afwijken, naam: A}, {id: open, naam: O}]}\n",
			`team/stappen/uitkomst.yaml:4:5: bij "keuze" horen precies deze "opties": afwijken, open, ruimte-benutten, volgen`},
		"a choice without any": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: voorrang, vraag: Wat gaat voor?}\n",
			`team/stappen/weging.yaml:4:5: bij "voorrang" horen precies deze "opties": open`},
		"a placeholder that nothing fills": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: prijs, vraag: \"Wat kost {waarden}?\"}\n",
			`team/stappen/weging.yaml:4:24: tussen { en } kan hier alleen: a, b, waarde, ander, rol, wie, laag, regel, woorden, dag`},
		"a placeholder that is not closed, in a sentence": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: voorrang, vraag: Wat?, opties: [{id: open, naam: O, zin: \"Nog {open.\"}]}\n",
			`team/stappen/weging.yaml:4:42: tussen { en } kan hier alleen: a, b, waarde, ander, rol, wie, laag, regel, woorden, dag`},
		"a condition on what cannot be chosen": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: nodig, vraag: Wat?, als: {vraag: uitkomst.keuze, is: [afwijkn]}}\n",
			`team/stappen/weging.yaml:4:64: "afwijkn" kan hier niet; bedoelt u "afwijken"?`},
		"other words without when": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: omdat, vraag: Waarom?, anders: [{vraag: Hoe?}]}\n",
			`team/stappen/weging.yaml:4:42: bij "anders" hoort wanneer het geldt; schrijf "als" of "bij"`},
		"another kind than the file": {"stappen/weging.yaml",
			"weeg: 1\nsoort: uitkomst\n",
			`team/stappen/weging.yaml:2:8: hier hoort "weging", zoals het bestand heet`},
		"a sentence that must call for a follow-up and does not": {"stappen/doorvragen.yaml",
			"weeg: 1\nlijsten:\n  - id: kort\n    doorvragen:\n      - {id: wie, als: {woorden: [men]}, vraag: Wie?, wel: [Mensen willen dat.]}\n",
			`team/stappen/doorvragen.yaml:5:61: bij deze zin komt doorvraag "wie" niet, en dat moet wel; pas de woorden aan`},
		"a sentence that must not, and does": {"stappen/doorvragen.yaml",
			"weeg: 1\nlijsten:\n  - id: kort\n    doorvragen:\n      - {id: wie, als: {woorden: [men]}, vraag: Wie?, niet: [Men wil dat.]}\n",
			`team/stappen/doorvragen.yaml:5:62: bij deze zin komt doorvraag "wie", en dat moet niet; pas de woorden aan`},
		"a group of words that is not there": {"stappen/doorvragen.yaml",
			"weeg: 1\ngroepen:\n  - {id: wij, woorden: [we, wij]}\nlijsten:\n  - id: kort\n    doorvragen:\n      - {id: wie, als: {woorden: [=wji]}, vraag: Wie?}\n",
			`team/stappen/doorvragen.yaml:7:35: "wji" kan hier niet; kies uit wij`},
		"a phrase that is no words": {"stappen/doorvragen.yaml",
			"weeg: 1\nlijsten:\n  - id: kort\n    doorvragen:\n      - {id: wie, als: {woorden: [wordt ...]}, vraag: Wie?}\n",
			`team/stappen/doorvragen.yaml:5:35: "wordt ..." zoekt geen woord; schrijf vooraan en achteraan een woord`},
		"a shared list that is not there": {"stappen/weging.yaml",
			"weeg: 1\nsoort: weging\nvelden:\n  - {id: omdat, vraag: Waarom?, doorvragen: [krot]}\n",
			`team/stappen/weging.yaml:4:46: "krot" kan hier niet; bedoelt u "kort"?`},
		"a follow-up twice, once of a list": {"w.yaml",
			"weeg: 1\nid: w\nversie: 1\nnaam: W\nstappen:\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n      - {id: a, vraag: A?, doorvragen: [kort, {id: kort, als: {korter: 3}, vraag: En?}]}\n",
			`team/w.yaml:10:52: "kort" staat er twee keer; de eerste staat op regel 10. Houd er één, of geef deze een andere naam`},
		"a step that names a field of another kind": {"w.yaml",
			"weeg: 1\nid: w\nversie: 1\nnaam: W\nstappen:\n  - id: een\n    titel: Een\n    soort: ruimte\n    velden: {prijs: {}}\n",
			`team/w.yaml:9:14: "prijs" kan hier niet; kies uit ruimte`},
		"a step that shows what is not asked yet": {"w.yaml",
			"weeg: 1\nid: w\nversie: 1\nnaam: W\nstappen:\n  - id: een\n    titel: Een\n    soort: uitkomst\n    velden: {doen: {toont: een.later}}\n    vragen: [{id: later, vraag: L?, na: ja}]\n",
			`team/w.yaml:9:28: "een.later" is hier nog niet gevraagd; noem een vraag die eerder komt`},
		"a field that waits for one that comes after it": {"w.yaml",
			"weeg: 1\nid: w\nversie: 1\nnaam: W\nstappen:\n  - id: een\n    titel: Een\n    soort: weging\n    velden: {omdat: {als: {vraag: weging.voorrang}}, voorrang: {}}\n",
			`team/w.yaml:9:35: "weging.voorrang" is hier nog niet gevraagd; noem een vraag die eerder komt`},
	} {
		t.Run(naam, func(t *testing.T) {
			_, err := metWoorden(tt.bestand, tt.tekst).Werkvormen()
			if err == nil || err.Error() != tt.want {
				t.Errorf("finds %v\nwant  %s", err, tt.want)
			}
		})
	}
}

// One wrong file of words touches every werkvorm and every casus.
func TestAFaultInTheWordsIsToldOnce(t *testing.T) {
	b := NewBibliotheek(testBron(), Bron{FS: fstest.MapFS{
		"stappen/ruimte.yaml": {Data: []byte("weeg: 1\nsoort: ruimte\nvelden:\n  - {id: ruimte}\n")},
		"ook.yaml":            {Data: []byte("weeg: 1\nid: ook\nversie: 1\nnaam: Ook\nstappen: [{id: a, titel: A, soort: ruimte}]\n")},
	}, Werkvormen: ".", Naam: "team"})
	_, err := b.Werkvormen()
	if want := `team/stappen/ruimte.yaml:4:5: "vraag" ontbreekt; voeg het toe`; err == nil || err.Error() != want {
		t.Errorf("finds %v", err)
	}
}

func TestAStepTakesTheWordsThatItNamesAndChanges(t *testing.T) {
	w, err := metWoorden("w.yaml", `weeg: 1
id: w
versie: 1
naam: W
stappen:
  - id: een
    titel: Een
    soort: uitkomst
    velden:
      keuze: {}
      doen: {vraag: Wat doen we?, toelichting: Denk na., kort: ja}
`).Werkvorm("w")
	if err != nil {
		t.Fatal(err)
	}
	velden := w.Stappen[0].Velden
	if len(velden) != 2 || velden[0].ID != "keuze" || len(velden[0].Opties) != 4 {
		t.Fatalf("asks %v", velden)
	}
	doen := velden[1]
	if doen.Vraag != "Wat doen we?" || doen.Naam != "Wat u zou doen" || !doen.Kort || doen.Anders != nil {
		t.Errorf("asks %+v", doen)
	}
	heel, err := metWoorden("w.yaml", "").Werkvorm("wegen")
	if err != nil || heel.Stappen[4].Velden[0].Vraag != "Wat zou u doen?" {
		t.Errorf("another werkvorm asks %v, %v", heel.Stappen[4].Velden[0], err)
	}
}

func TestTheCasusAsksItsFirstQuestionWhereTheWerkvormHasPlaceForIt(t *testing.T) {
	stappen := []Stap{{ID: "begin", Soort: StapRol}, {ID: "los", Soort: StapCasusvraag}, {ID: "slot", Soort: StapUitkomst}}
	gesteld := func(extras ...Extra) string {
		def, err := NewDefinitie(Casus{ID: "koken", Vragen: extras}, Werkvorm{ID: "w", Stappen: stappen}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, s := range def.Stappen() {
			for _, v := range s.Vragen {
				keys = append(keys, s.ID+"."+v.ID)
			}
		}
		return strings.Join(keys, " ")
	}
	extra := func(stap, id string) Extra { return Extra{Stap: stap, Vraag: Vraag{ID: id, Vraag: "?"}} }
	for _, tt := range []struct{ got, want string }{
		{gesteld(extra("regel", "a"), extra("elders", "b")), "los.a"},
		{gesteld(extra("slot", "a"), extra("elders", "b")), "slot.a"},
		{gesteld(extra("elders", "a"), extra("begin", "b")), "begin.b los.a"},
		{gesteld(), ""},
	} {
		if tt.got != tt.want {
			t.Errorf("asks %q, want %q", tt.got, tt.want)
		}
	}
}

func TestARuleIsFoundByItsID(t *testing.T) {
	const casus = "weeg: 1\nid: c\nversie: 1\ntitel: T\nsituatie: s\nmoment: m\nregels:\n"
	c, err := parseCasus([]byte(casus+"  - {id: gas, regel: Geen gas., bedoeling: Geen brand., soort: wet}\n  - {id: deur, regel: Dicht.}\n"), "c.yaml", "c", &kennis{})
	if err != nil {
		t.Fatal(err)
	}
	if r, ok := c.Regel("deur"); !ok || r.Regel != "Dicht." || r.Soort != "" {
		t.Errorf("%+v, %v", r, ok)
	}
	if _, ok := c.Regel("gass"); ok {
		t.Error("finds a rule that is not there")
	}
	_, err = parseCasus([]byte(casus+"  - {id: gas, regel: Geen gas., soort: wett}\n  - {id: gas, regel: Dicht.}\n  - {regel: Zo hoort het.}\n"), "c.yaml", "c", &kennis{})
	want := strings.Join([]string{
		`c.yaml:8:40: "wett" kan hier niet; bedoelt u "wet"?`,
		`c.yaml:9:10: "gas" staat er twee keer; de eerste staat op regel 8. Houd er één, of geef deze een andere naam`,
		`c.yaml:10:5: "id" ontbreekt; voeg het toe`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("finds %v\nwant  %s", err, want)
	}
}

func TestAPhraseAllowsOneWordBetweenAndNoNegation(t *testing.T) {
	for _, tt := range []struct {
		tekst, zin string
		want       bool
	}{
		{"Dat mag helemaal niet van de AVG.", "mag niet van", true},
		{"Dat mag echt helemaal niet van de AVG.", "mag niet van", false},
		{"Ik bel altijd.", "ik altijd", true},
		{"Dat doe ik niet altijd.", "ik altijd", false},
		{"Dat is geen maatwerk.", "maatwerk", false},
		{"Dat is niet te doen en niet haalbaar.", "niet haalbaar", true},
		{"“Menselijke maat”, zei hij.", "menselijke maat", false},
		{"Maatwerker.", "maatwerk", false},
		{"Maatwerker.", "maatwerk*", true},
		{"Dat wordt later dit jaar nog eens bekeken.", "wordt ... bekeken", true},
		{"Dat wordt later niet nog eens bekeken.", "wordt ... bekeken", false},
		{"Dat wordt zo. Ik heb het bekeken.", "wordt ... bekeken", false},
		{"Dat wordt door de jurist dit jaar nog eens bekeken.", "wordt door ... bekeken", true},
		{"Dat wordt door de jurist dit jaar nog eens bekeken.", "door bekeken", false},
		{"Dat mag vanwege de regels niet.", "mag ... niet", true},
		{"Dat wordt lastig\n\nEr is naar gekeken", "wordt ... gekeken", false},
		{"Dat wordt (o.a. door ons) bekeken", "wordt ... bekeken", true},
		{"Dat wordt (lastig.) Ik heb gekeken", "wordt ... gekeken", false},
		{"Hoe dat moet. Dat moet nog.", "^hoe dat moet", true},
		{"Ik weet hoe dat moet.", "^hoe dat", false},
	} {
		if got := (Aanleiding{Woorden: []string{tt.zin}}).Vuurt(tt.tekst); got != tt.want {
			t.Errorf("%q in %q: %v", tt.zin, tt.tekst, got)
		}
	}
}

// elkeVraag visits every question that the embedded library can ask, by its key.
func elkeVraag(t *testing.T, doe func(naam string, soort Stapsoort, v Vraag)) {
	t.Helper()
	b := ingebouwd()
	werkvormen, err := b.Werkvormen()
	if err != nil || len(werkvormen) != 7 {
		t.Fatalf("%d werkvormen, %v", len(werkvormen), err)
	}
	for _, w := range werkvormen {
		for _, s := range append(w.Stappen, w.Eigen) {
			for _, v := range s.Vragen {
				doe(w.ID+" "+s.ID+"."+v.ID, StapVragen, v)
			}
			for _, v := range s.Velden {
				doe(w.ID+" "+s.ID+"."+v.ID, s.Soort, v)
			}
		}
	}
	casussen, err := b.Casussen()
	if err != nil || len(casussen) != 30 {
		t.Fatalf("%d casussen, %v", len(casussen), err)
	}
	for _, c := range casussen {
		for _, v := range c.Vragen {
			doe(c.ID+" "+v.Stap+"."+v.ID, StapVragen, v.Vraag)
		}
	}
}

// A choice means nothing to who reads the file without the question.
func TestEveryChoiceThatIsSharedSaysWhatItMeansInTheFile(t *testing.T) {
	elkeVraag(t, func(naam string, soort Stapsoort, v Vraag) {
		veld, deel, isVeld := Dataveld(soort, v.ID)
		kiest := isVeld && !veld.IsNaam && slices.Contains([]reflectie.Aard{reflectie.EenKeuze, reflectie.EenJaNee, reflectie.Voorrang,
			reflectie.EenDatum, reflectie.EenWaarde}, veld.Aard)
		kiest = kiest || slices.Contains([]Vraagsoort{Keuze, Meerkeuze, JaNee, Datum}, v.Soort) ||
			slices.Contains([]string{VeldIk, VeldOneens, VeldWaarden, VeldSpiegel}, v.ID) && !isVeld && soort != StapVragen
		if !kiest || v.Prive || v.Aanbod || deel == reflectie.SleutelVerbanden {
			return
		}
		for _, o := range v.Opties {
			if o.Zin == "" && v.Zin == "" {
				t.Errorf("%s: %s has no sentence", naam, o.ID)
			}
		}
		if len(v.Opties) == 0 && v.Zin == "" {
			t.Errorf("%s has no sentence", naam)
		}
	})
}

func TestEveryQuestionIsShortAndHasAName(t *testing.T) {
	woorden := func(s string) int { return len(strings.Fields(s)) }
	elkeVraag(t, func(naam string, _ Stapsoort, v Vraag) {
		for _, o := range v.Opties {
			if woorden(o.Naam) > 6 {
				t.Errorf("%s: the choice %q is long", naam, o.Naam)
			}
		}
		if woorden(v.Vraag) > 20 || strings.Count(v.Vraag, "?") > 1 {
			t.Errorf("%s asks %q", naam, v.Vraag)
		}
		toelichtingen := []string{v.Toelichting}
		for _, a := range v.Anders {
			toelichtingen = append(toelichtingen, a.Toelichting)
		}
		for _, tekst := range toelichtingen {
			zinnen := strings.FieldsFunc(tekst, func(r rune) bool { return r == '.' || r == '?' || r == '!' })
			if len(zinnen) > 3 {
				t.Errorf("%s explains %q", naam, tekst)
			}
			for _, zin := range zinnen {
				if woorden(zin) > 25 {
					t.Errorf("%s: a sentence of %d words: %q", naam, woorden(zin), zin)
				}
			}
		}
		if v.Prive && (v.Kort || len(v.Doorvragen) > 0) {
			t.Errorf("%s is private and yet %+v", naam, v)
		}
	})
}

// The sentences are of the kind that people write at work; loading tries them.
func TestEveryFollowUpHasFiveSentencesForAndFiveAgainst(t *testing.T) {
	lijsten := boek(t, ingebouwd()).lijsten
	if len(lijsten) == 0 {
		t.Fatal("no lists")
	}
	for lijst, doorvragen := range lijsten {
		for _, d := range doorvragen {
			if len(d.Wel) < 5 || len(d.Niet) < 5 {
				t.Errorf("%s %s: %d wel, %d niet", lijst, d.ID, len(d.Wel), len(d.Niet))
			}
		}
	}
}

// A kind of step that has no words, asks in nobody's words.
func TestEveryKindOfStepHasItsWords(t *testing.T) {
	w := boek(t, ingebouwd())
	zonder := []Stapsoort{StapVragen, StapCasusvraag, StapTerugblik}
	for _, soort := range Stapsoorten() {
		heeft := len(w.van(string(soort)).Velden) > 0
		if heeft == slices.Contains(zonder, soort) {
			t.Errorf("%s: has words: %v", soort, heeft)
		}
	}
	for _, id := range []string{"afronden", "afronden-terugblik", "vervallen", "een-waarde", "geen-waarde", "doen-leeg", "afwijken-leeg", "punten-leeg", "andere-naam", "andere-rol", "andere-voorrang", "afronden-open", "nog-een-afspraak",
		"botst-niets", "botst-overgeslagen", "geen-paar", "weer-rol", "weer-uzelf",
		"genoemd", "misschien", "groepen", "moment", "schreef", "voornemen", "afspraak-toen", "toen", "nu", "waarden-toen", "regel", "bedoeling", "getoond", "alleen-terminal",
		"vervalt", "collega", "eerder-zelf", "eerder-ander", "zou-doen", "ging-voor", "bleef-open", "waarom-toen", "verloren",
		"papier-waarde", "papier-ander", "papier-wie", "papier-rol", "papier-laag", "papier-regel"} {
		if !slices.ContainsFunc(w.van(soortGesprek).Velden, func(v Vraag) bool { return v.ID == id && v.Vraag+v.Kop != "" }) {
			t.Errorf("the conversation has no words for %q", id)
		}
	}
	for _, id := range []string{"titel", "situatie", "moment"} {
		if !slices.ContainsFunc(w.van(soortEigen).Velden, func(v Vraag) bool { return v.ID == id }) {
			t.Errorf("an own situation has no words for %q", id)
		}
	}
}

// A team that rewords what the conversation says keeps the words that it does not name.
func TestATeamRewordsSomeWordsOfTheConversation(t *testing.T) {
	team := Bron{FS: fstest.MapFS{"stappen/gesprek.yaml": {Data: []byte("weeg: 1\nsoort: gesprek\nvelden:\n  - {id: moment, kop: Waar het om gaat}\n")}}, Werkvormen: ".", Naam: "team/"}
	ons := Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"}
	w, alles := boek(t, NewBibliotheek(ons, team)).van(soortGesprek), boek(t, ingebouwd()).van(soortGesprek)
	if len(w.Velden) != len(alles.Velden) {
		t.Errorf("there are words for %d, not for %d", len(w.Velden), len(alles.Velden))
	}
	if i := slices.IndexFunc(w.Velden, func(v Vraag) bool { return v.ID == "moment" }); i < 0 || w.Velden[i].Kop != "Waar het om gaat" {
		t.Errorf("the words of the team are not there: %v", w.Velden)
	}
}

// What people remember of a casus is its own questions: each werkvorm asks one,
// the one that it suggests both where it can, and kort no more than one.
func TestEveryCasusAsksItsOwnQuestions(t *testing.T) {
	b := ingebouwd()
	casussen, _ := b.Casussen()
	werkvormen, _ := b.Werkvormen()
	for _, c := range casussen {
		if len(c.Vragen) != 2 || slices.ContainsFunc(c.Vragen, func(e Extra) bool { return e.Prive }) {
			t.Errorf("%s has %d questions, or a private one", c.ID, len(c.Vragen))
		}
		for _, w := range werkvormen {
			if !slices.Contains(w.Bij, BijCasus) {
				continue
			}
			def, err := NewDefinitie(c, w, nil)
			if err != nil {
				t.Fatal(err)
			}
			gesteld := 0
			for i, s := range def.Stappen() {
				gesteld += len(s.Vragen) - len(w.Stappen[i].Vragen)
			}
			want := map[string]int{"kort": 1, "weerstand": 1}
			if n, ok := want[w.ID]; gesteld != n && ok || gesteld != 2 && !ok {
				t.Errorf("%s with %s asks %d of its questions", c.ID, w.ID, gesteld)
			}
		}
	}
}

func TestEveryRolAndRuleOfTheLibraryCanStandInASentence(t *testing.T) {
	casussen, err := ingebouwd().Casussen()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range casussen {
		if c.Sector == "" || c.Versie < 2 {
			t.Errorf("%s: sector %q, versie %d", c.ID, c.Sector, c.Versie)
		}
		for _, r := range c.Rollen {
			if r.Zin == "" || strings.ToLower(r.Zin[:1]) != r.Zin[:1] {
				t.Errorf("%s: rol %s stands in a sentence as %q", c.ID, r.ID, r.Zin)
			}
		}
		for _, r := range c.Regels {
			if r.Soort == "" || r.Bedoeling == "" || strings.Count(r.Regel, ".") != 1+strings.Count(r.Regel, "3.000") {
				t.Errorf("%s: %+v", c.ID, r)
			}
		}
	}
}

// Marks that open and never close cost no more than other text.
func TestQuotationsAreReadInOnePass(t *testing.T) {
	tekst := strings.Repeat("“\"\" «", 20_000)
	if got := Woorden(tekst + " woord"); !slices.Equal(got, []string{"woord"}) {
		t.Errorf("of %d marks there are the words %.40q", len(tekst), got)
	}
}

func TestAValueThatIsHalfASentenceIsQuotedInOne(t *testing.T) {
	for naam, want := range map[string]string{
		"Veiligheid":                "veiligheid",
		"Rust in de straat":         "rust in de straat",
		"AVG":                       "AVG",
		"Dat “hij” mag \"blijven\"": "“dat ‘hij’ mag 'blijven'”",
		"Dat hij mag blijven":       "“dat hij mag blijven”",
		"Niet nog eens terug hoeven komen op de regeling": "“niet nog eens terug hoeven komen op de regeling”",
	} {
		if got := WaardeInZin(naam); got != want {
			t.Errorf("%q stands in a sentence as %q", naam, got)
		}
	}
}

// Of a phrase with "..." that begins everywhere and ends nowhere, each word costs
// the same: the number of comparisons is bounded, so this ends at once.
func TestATextWithoutAnEndIsReadInOnePass(t *testing.T) {
	als := Aanleiding{Woorden: []string{"wordt ... bekeken", "er wordt ... ga ik ... nooit"}}
	if als.Vuurt(strings.Repeat("er wordt dat ik ga ik ", 100_000)) {
		t.Error("it finds what is not there")
	}
}

func TestAQuotedNameBeginsASentenceWithACapital(t *testing.T) {
	if got := MetHoofdletter(WaardeInZin("Dat hij mag blijven")); got != "“Dat hij mag blijven”" {
		t.Errorf("it begins as %s", got)
	}
}

// A name may come from a file that is damaged, or from a program that calls.
func TestANameOfAnyBytesCanBeginASentence(t *testing.T) {
	for naam, want := range map[string]string{"": "", "“": "“", "\x80rust": "\x80rust", "“\xc3": "“\xc3", "\u202erust": "\u202erust", "één": "Één", "ijver": "IJver"} {
		if got := MetHoofdletter(naam); got != want {
			t.Errorf("%q begins as %q", naam, got)
		}
	}
}
