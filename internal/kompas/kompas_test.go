package kompas_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unsafe"
	"weak"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/kompas"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

// bronnen are the definitions of these tests: casussen a, b and c, with two rollen and
// a rule each.
func bronnen() kompas.Bronnen {
	return kompas.Bronnen{
		Waarden: []casus.Waarde{{ID: "openheid", Naam: "Openheid"}, {ID: "veiligheid", Naam: "Veiligheid"}, {ID: "zorg", Naam: "Zorg"}},
		Werkvormen: []casus.Werkvorm{{Stappen: []casus.Stap{{ID: "s", Vragen: []casus.Vraag{{ID: "regel", Functie: casus.FunctieRegel},
			{ID: "waartegen", Functie: casus.FunctieBescherming}, {ID: "wie", Functie: casus.FunctieStem}, {ID: "reactie", Functie: casus.FunctieReactie, Prive: true}}}}}},
		Casus: func(id string) casus.Casus {
			if !slices.Contains([]string{"a", "b", "c"}, id) {
				return casus.Casus{}
			}
			return casus.Casus{ID: id, Titel: "Casus " + id, Regels: []casus.Regel{{ID: "gas", Regel: "Geen gas " + id, Bedoeling: "Om " + id}},
				Rollen: []casus.Rol{{ID: "handhaver", Naam: "Handhaver", Laag: true}, {ID: "buur", Naam: "Buur", Zin: "de buur"}}}
		},
	}
}

var vandaag = reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 1}

// willekeurig makes n reflecties, by their ids, that differ in all that a kompas looks at.
func willekeurig(seed uint64, n int) map[string]reflectie.Reflectie {
	r := rand.New(rand.NewPCG(seed, 7))
	uit := map[string]reflectie.Reflectie{}
	for i := range n {
		w := reflectietest.Willekeurig(r)
		w.Casus = []string{"a", "b", "c", reflectie.Eigen}[r.IntN(4)]
		w.Rol = []string{"handhaver", "Jan de Wit", "buur", ""}[r.IntN(4)]
		w.Datum = reflectie.Datum{Jaar: 2023 + r.IntN(4), Maand: 11, Dag: 1 + r.IntN(28)}
		w.Antwoorden = map[string]reflectie.Antwoord{"s.reactie": reflectie.Tekst("geheim"), "anders.wie": reflectie.Tekst("geheim")}
		for sleutel, teksten := range map[string][]string{"s.regel": {"gas", "Zo doen we dat hier"}, "s.waartegen": {"Brand", ""}, "s.wie": {"De buren", "De raad", ""}} {
			if a := reflectie.Tekst(teksten[r.IntN(len(teksten))]); !a.IsZero() {
				w.Antwoorden[sleutel] = a
			}
		}
		uit[fmt.Sprintf("2026-11-21-x-%04d", i)] = w
	}
	return uit
}

func van(alle map[string]reflectie.Reflectie) kompas.Kompas {
	b := kompas.NewBouwer(bronnen())
	for id, r := range alle {
		b.Add(id, r)
	}
	return b.Kompas()
}

// gevouwen is a text in which capitals, accents, spaces and its full stop make no difference.
func gevouwen(s string) string {
	return reflectie.Zoekvorm(strings.TrimRight(regexp.MustCompile(`\s+`).ReplaceAllString(s, " "), "."))
}

// geteld is what a kompas of these reflecties must show, as lines: counted from their
// answers by key, and not from their fields.
func geteld(alle map[string]reflectie.Reflectie) map[string]bool {
	lijnen := map[string]bool{}
	waar, zo := map[string]map[string]bool{}, map[string]bool{} // of pairs
	zinnen := map[string][]string{}                             // of pairs, the lines
	punten := map[string]string{}                               // the last day of each
	rollen := map[string]bool{}                                 // by casus, whether somebody looked from it
	titels := map[string]string{"a": "Casus a", "b": "Casus b", "c": "Casus c"}
	for id, r := range alle {
		if r.Overleg != nil && !*r.Overleg {
			continue
		}
		titel, plek := titels[r.Casus], r.Casus
		if r.Casus == reflectie.Eigen {
			plek = id
		}
		for _, rol := range []string{"handhaver", "buur"} {
			rollen[r.Casus+" "+rol] = rollen[r.Casus+" "+rol] || r.Rol == rol
		}
		plat := reflectie.Flatten(r)
		for sleutel, antwoord := range plat {
			d := strings.Split(strings.ReplaceAll(sleutel, "waarde-2", "naam"), ".")
			switch {
			case d[0] == "weging" && d[len(d)-1] == "voorrang":
				paar := strings.Split(d[1], "+")
				slices.Sort(paar)
				p, voor := strings.Join(paar, "+"), strings.ReplaceAll(antwoord.Tekst(), "waarde-2", "naam")
				if waar[p] == nil {
					waar[p] = map[string]bool{}
				}
				waar[p][plek] = true
				zo[p+" "+plek+" "+voor] = true
				zin := plat[strings.TrimSuffix(sleutel, "voorrang")+"omdat"].Tekst()
				zinnen[p] = append(zinnen[p], fmt.Sprintf("%s: %s bij %q: %q", p, voor, titel, zin))
			case d[0] == "waarden" && d[len(d)-1] == "betekenis" && d[1] != "gehoord-worden":
				lijnen[fmt.Sprintf("betekent %s bij %q: %q", d[1], titel, antwoord.Tekst())] = true
			case d[0] == "aandachtspunten":
				for _, tekst := range antwoord.Lijst() {
					punt := fmt.Sprintf("%s: %q", d[1], gevouwen(tekst))
					punten[punt] = max(punten[punt], r.Datum.String())
				}
			case d[0] == "verbanden" && d[len(d)-1] == "soort":
				paar := strings.Split(d[1], "+")
				slices.Sort(paar)
				lijnen["verband "+strings.Join(paar, "+")+" "+antwoord.Tekst()] = true
				lijnen["waarde "+paar[0]], lijnen["waarde "+paar[1]] = true, true
			case sleutel == "waarden":
				for _, id := range antwoord.Lijst() {
					lijnen["waarde "+strings.ReplaceAll(id, "waarde-2", "naam")] = true
				}
			case d[0] == "afspraken" && d[2] == "gekomen" && !plat["afspraken."+d[1]+".wat"].IsZero():
				lijnen[fmt.Sprintf("afspraak %q: %q", plat["afspraken."+d[1]+".wat"].Tekst(), antwoord.Tekst())] = true
			case sleutel == "s.wie":
				lijnen[fmt.Sprintf("stem bij %q: %q", titel, antwoord.Tekst())] = true
			case sleutel == "s.regel" && plat["uitkomst.keuze"].Tekst() != "volgen":
				regel := antwoord.Tekst()
				if regel == "gas" && titel != "" {
					regel = "Geen gas " + r.Casus
				}
				lijnen[fmt.Sprintf("regel %q bij %q", regel, titel)] = true
				if tegen := plat["s.waartegen"]; !tegen.IsZero() {
					lijnen[fmt.Sprintf("regel %q bij %q: %q", regel, titel, tegen.Tekst())] = true
				}
			}
		}
	}
	for p, plekken := range waar {
		a, b, _ := strings.Cut(p, "+")
		terug := len(plekken) > 1
		for plek := range plekken {
			terug = terug || zo[p+" "+plek+" "+a] && zo[p+" "+plek+" "+b]
		}
		for _, zin := range zinnen[p] {
			if terug || strings.HasPrefix(zin, p+": open ") {
				lijnen[strings.TrimSuffix(zin, `: ""`)] = true
			}
		}
	}
	for punt, dag := range punten {
		if dag >= "2024-12-01" {
			lijnen[punt+" "+dag] = true
		}
	}
	for rol, keek := range rollen {
		if !keek && !strings.HasPrefix(rol, reflectie.Eigen) {
			lijnen["niemand als "+rol] = true
		}
	}
	return lijnen
}

// getoond are the same lines of what a kompas shows.
func getoond(b kompas.Beeld) map[string]bool {
	lijnen := map[string]bool{}
	bij := func(wat string, lijst []kompas.Bij) {
		for _, b := range lijst {
			lijnen[fmt.Sprintf("%s bij %q", wat, b.Casus)] = true
			for _, zin := range b.Zinnen {
				lijnen[fmt.Sprintf("%s bij %q: %q", wat, b.Casus, zin)] = true
			}
		}
	}
	for _, s := range slices.Concat(b.Spanningen, b.Open) {
		p := strings.ToLower(s.Tussen[0] + "+" + s.Tussen[1])
		for i, kant := range s.Kanten {
			bij(p+": "+strings.ToLower(s.Tussen[i]), kant)
		}
		bij(p+": open", s.OpenBij)
	}
	for _, w := range b.Waarden {
		bij("betekent "+strings.ToLower(w.Waarde), w.Bij)
	}
	for _, r := range b.Regels {
		bij(fmt.Sprintf("regel %q", r.Regel), r.Bij)
	}
	bij("stem", b.Stemmen)
	for _, l := range b.Punten {
		for _, p := range l.Punten {
			lijnen[fmt.Sprintf("%s: %q %s", l.Soort, gevouwen(p.Tekst), p.Datum)] = true
		}
	}
	for _, w := range b.Netwerk.Waarden {
		lijnen["waarde "+w.ID] = true
	}
	for _, v := range b.Netwerk.Verbanden {
		for _, g := range v.Gezien {
			lijnen["verband "+v.Tussen.Sleutel()+" "+g.Soort] = true
		}
	}
	for _, a := range b.Afspraken {
		lijnen[fmt.Sprintf("afspraak %q: %q", a.Wat, a.Gekomen)] = true
	}
	for _, r := range b.Rollen {
		for _, rol := range r.Rollen {
			lijnen["niemand als "+strings.TrimPrefix(r.Casus, "Casus ")+" "+strings.TrimPrefix(rol, "de ")] = true
		}
	}
	return lijnen
}

// What a thousand people wrote is all there, where it belongs, and nothing else is:
// who counts by hand finds the same.
func TestTheKompasShowsWhatSomebodyWhoCountsByHandFinds(t *testing.T) {
	if testing.Short() {
		t.Skip("all of this goes one after another; without -short it runs")
	}
	for _, n := range []int{1000, 60, 9} {
		alle := willekeurig(uint64(n), n)
		want, got := geteld(alle), getoond(van(alle).Beeld(bronnen(), vandaag))
		for lijn := range got { // a casus stands there with its sentences, and alone where one had none
			if _, heeft := want[lijn]; !heeft && slices.ContainsFunc(slices.Collect(maps.Keys(want)), func(s string) bool { return strings.HasPrefix(s, lijn+": ") }) {
				delete(got, lijn)
			}
		}
		if d := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(got))); d != "" || len(want) < 20 {
			t.Errorf("of %d reflecties, by hand (-) and in the kompas (+):\n%s", n, d)
		}
	}
}

// How a waarde that somebody took back relates to others is not in it: so it says what
// their waardenetwerk says.
func TestVerbandenOfAWaardeThatWasTakenBackAreInNoKompas(t *testing.T) {
	r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "openheid"}, {ID: "zorg"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "zorg"}, Soort: "tegen"}, {Tussen: reflectie.Paar{"openheid", "zorg"}, Soort: "versterkt"}}}
	data, err := reflectie.EncodeJSON(van(map[string]reflectie.Reflectie{"2026-11-21-a-aaaa": r}))
	if err != nil {
		t.Fatal(err)
	}
	if s := string(data); strings.Contains(s, "veiligheid") || !strings.Contains(s, "versterkt") {
		t.Errorf("it holds\n%s", s)
	}
}

// partial is what of a kompas goes to another team, and comes back from its file.
func partial(t *testing.T, k kompas.Kompas) kompas.Kompas {
	t.Helper()
	data, err := reflectie.EncodeJSON(k)
	if err != nil {
		t.Fatal(err)
	}
	uit, err := kompas.Lees("deel.json", data)
	if err != nil {
		t.Fatal(err)
	}
	return uit
}

// Partials merge to the same bytes in whatever order and grouping; the same one twice
// changes nothing, nor does another version of the same reflectie change that.
func TestPartialsMergeToTheSameInAnyOrderAndGrouping(t *testing.T) {
	if testing.Short() {
		t.Skip("all of this goes one after another; without -short it runs")
	}
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 3))
		alle := willekeurig(seed, 40)
		heel := van(alle)
		var delen []kompas.Kompas
		for range 6 {
			deel := map[string]reflectie.Reflectie{}
			for id, een := range alle {
				if r.IntN(3) > 0 {
					continue
				}
				if r.IntN(5) == 0 { // somebody looked back since
					een.Aandachtspunten.Macht = append(slices.Clone(een.Aandachtspunten.Macht), "Wie er belt")
				}
				deel[id] = een
			}
			delen = append(delen, partial(t, van(deel)))
		}
		delen = append(delen, partial(t, heel), partial(t, kompas.NewBouwer(bronnen()).ZonderWoorden(heel)))
		voeg := func(delen ...kompas.Kompas) kompas.Kompas {
			b := kompas.NewBouwer(bronnen())
			for _, deel := range delen {
				b.Voeg(deel)
			}
			return partial(t, b.Kompas())
		}
		bytesVan := func(k kompas.Kompas) []byte {
			data, err := reflectie.EncodeJSON(k)
			if err != nil {
				t.Fatal(err)
			}
			return data
		}
		want := bytesVan(voeg(delen...))
		for range 10 {
			stapel := append(slices.Clone(delen), delen[r.IntN(len(delen))])
			for len(stapel) > 1 { // two at a time, whichever
				r.Shuffle(len(stapel), func(i, j int) { stapel[i], stapel[j] = stapel[j], stapel[i] })
				stapel = append(stapel[2:], voeg(stapel[0], stapel[1]))
			}
			if got := bytesVan(stapel[0]); !bytes.Equal(got, want) {
				t.Fatalf("seed %d: another order or grouping gives\n%s", seed, cmp.Diff(string(want), string(got)))
			}
		}
		if n := bytes.Count(want, []byte(`"id": "`)) - bytes.Count(bytesVan(heel), []byte(`"id": "`)); n != 0 {
			t.Errorf("seed %d: there are %d more", seed, n)
		}
	}
}

// een is a reflectie with something in each part.
func een() reflectie.Reflectie {
	return reflectie.Reflectie{Casus: "a", Datum: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21},
		Waarden:   []reflectie.Waarde{{ID: "zorg", Betekenis: "Omzien"}, {ID: "veiligheid"}, {ID: "waarde-2", Naam: "Gezien worden"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"zorg", "veiligheid"}, Soort: "tegen"}},
		Weging: []reflectie.Weging{{Tussen: reflectie.Paar{"zorg", "veiligheid"}, Voorrang: "zorg", Omdat: "Brand is zeldzaam"},
			{Tussen: reflectie.Paar{"zorg", "waarde-2"}, Voorrang: "open", Omdat: "Ik weet het niet"}},
		Aandachtspunten: reflectie.Aandachtspunten{Macht: []string{"De wethouder"}}}
}

// keer is that reflectie n times, by as many people, about a casus.
func keer(b *kompas.Bouwer, n int, casusID string, anders func(*reflectie.Reflectie)) {
	for i := range n {
		r := een()
		r.Casus = casusID
		if anders != nil {
			anders(&r)
		}
		b.Add(fmt.Sprint(casusID, n, anders != nil, i), r)
	}
}

// Who asks that a reflectie is only read finds nothing of it in a kompas; of fewer than
// five the kompas asks questions alone.
func TestToReadOnlyIsInNoKompasAndFewAreOnlyAsked(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	nee := false
	keer(b, 7, "a", func(r *reflectie.Reflectie) { r.Overleg = &nee })
	keer(b, 4, "a", nil)
	if n := len(b.Kompas().Reflecties); n != 4 {
		t.Errorf("%d take part", n)
	}
	if d := cmp.Diff(kompas.Beeld{Weinig: true, Dag: vandaag}, b.Kompas().Beeld(bronnen(), vandaag), cmp.AllowUnexported(kompas.Beeld{}.Netwerk)); d != "" {
		t.Errorf("of four it shows %s", d)
	}
	keer(b, 1, "b", nil)
	if got := b.Kompas().Beeld(bronnen(), vandaag); got.Weinig || len(got.Spanningen) != 2 {
		t.Errorf("of five it shows %+v", got)
	}
}

// A weighing both ways in one casus is a tension that comes back; one that stayed open
// stands there as open, with its why.
func TestDisagreementAndWhatStayedOpenStandThere(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	keer(b, 5, "a", nil)
	eens := b.Kompas().Beeld(bronnen(), vandaag)
	if len(eens.Spanningen) != 0 || len(eens.Open) != 1 || eens.Open[0].OpenBij[0].Zinnen[0] != "Ik weet het niet" || eens.Open[0].Tussen != [2]string{"Gezien worden", "Zorg"} {
		t.Errorf("where all agree it shows %+v and %+v", eens.Spanningen, eens.Open)
	}
	keer(b, 1, "a", func(r *reflectie.Reflectie) { r.Weging[0].Voorrang, r.Weging[0].Omdat = "veiligheid", "Brand is erg" })
	want := []kompas.Spanning{{Tussen: [2]string{"Veiligheid", "Zorg"},
		Kanten: [2][]kompas.Bij{{{Casus: "Casus a", Zinnen: []string{"Brand is erg"}}}, {{Casus: "Casus a", Zinnen: []string{"Brand is zeldzaam"}}}}}}
	if d := cmp.Diff(want, b.Kompas().Beeld(bronnen(), vandaag).Spanningen); d != "" {
		t.Errorf("where somebody does not agree:\n%s", d)
	}
}

// What fewer than five reflecties hold, partials of more teams do not show.
func TestOfMoreTeamsNothingIsShownThatFewerThanFiveHold(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	keer(b, 5, "a", nil)
	keer(b, 5, "c", nil)
	keer(b, 4, "b", func(r *reflectie.Reflectie) { r.Waarden[0].Betekenis = "WEINIG"; r.Rol = "buur" })
	keer(b, 4, "a", func(r *reflectie.Reflectie) {
		r.Weging[0].Voorrang, r.Weging[0].Omdat = "veiligheid", "WEINIG"
		r.Verbanden[0].Soort = "versterkt"
		r.Waarden[2].Naam, r.Waarden[2].Betekenis = "WEINIG", "WEINIG"
		r.Aandachtspunten = reflectie.Aandachtspunten{Kennis: []string{"WEINIG"}}
		r.Antwoorden = map[string]reflectie.Antwoord{"s.regel": reflectie.Tekst("WEINIG"), "s.wie": reflectie.Tekst("WEINIG")}
		r.Afspraken = []reflectie.Afspraak{{Wat: "WEINIG", Gekomen: "WEINIG"}}
	})
	eigen := fmt.Sprintf("%+v", b.Kompas().Beeld(bronnen(), vandaag))
	samen := b.Kompas().Gedeeld().Beeld(bronnen(), vandaag)
	if got := fmt.Sprintf("%+v", samen); strings.Contains(got, "WEINIG") || strings.Contains(got, "Casus b") || !strings.Contains(eigen, "Casus b") || strings.Count(eigen, "WEINIG") < 10 {
		t.Errorf("it shows %s\nof one team %s", got, eigen)
	}
	if len(samen.Spanningen) != 2 || len(samen.Spanningen[1].Kanten[0]) != 0 || len(samen.Spanningen[1].Kanten[1]) != 2 || !samen.Punten[0].Leeg || samen.Punten[2].Leeg {
		t.Errorf("what five hold is not there: %+v", samen)
	}
}

// What leaves a team has none of the words that its people wrote, a name of their own
// for a value included, unless the team lets them go along.
func TestPeoplesWordsStayInTheTeam(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	for id, r := range willekeurig(1, 200) {
		b.Add(id+"-mijn-titel", r)
	}
	data, err := reflectie.EncodeJSON(b.ZonderWoorden(b.Kompas()))
	if err != nil {
		t.Fatal(err)
	}
	met, err := reflectie.EncodeJSON(b.Kompas())
	if err != nil {
		t.Fatal(err)
	}
	for _, woord := range []string{"Een zin.", "aftekst", "De buren", "Zo doen we", "naam", "2026-", "titel", "Jan", "geheim", "gehoord"} {
		if bytes.Contains(data, []byte(woord)) {
			t.Errorf("%q is in what leaves the team", woord)
		}
	}
	for _, woord := range []string{"Een zin.", "De buren", "Zo doen we", `"naam"`} {
		if !bytes.Contains(met, []byte(woord)) {
			t.Errorf("%q is not in what leaves a team that lets words go along", woord)
		}
	}
	for _, structuur := range []string{`"soort": "macht"`, `"rol": "buur"`, `"voorrang": "open"`, `"soort": "tegen"`, `"id": "gas"`} {
		if !bytes.Contains(data, []byte(structuur)) {
			t.Errorf("there is no %s", structuur)
		}
	}
}

// What somebody wanted to look at is asked again after a year, and gone after two; said
// again, it is new.
func TestAnAandachtspuntIsAskedAgainAfterAYearAndThenGoes(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	keer(b, 5, "a", nil)
	for tekst, dagen := range map[string][]string{"Wie er belt": {"2026-11-30"}, "Wie zwijgt": {"2025-11-30"}, "Wie er wacht": {"2024-11-30"}, "De raad": {"2024-01-01", "2026-12-01"}, "Van een jaar": {"2025-12-01"}} {
		for i, dag := range dagen {
			datum, err := reflectie.ParseDatum(dag)
			if err != nil {
				t.Fatal(err)
			}
			b.Add(tekst+dag, reflectie.Reflectie{Casus: "b", Datum: datum, Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{[]string{tekst, strings.ToUpper(tekst) + "."}[i]}}})
		}
	}
	var got []string
	for _, p := range b.Kompas().Beeld(bronnen(), vandaag).Punten[0].Punten {
		got = append(got, fmt.Sprint(p.Datum, " ", p.Tekst, " ", p.Oud))
	}
	want := []string{"2026-12-01 DE RAAD. false", "2026-11-30 Wie er belt false", "2025-12-01 Van een jaar false", "2025-11-30 Wie zwijgt true"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// What is no kompas is told with its place, and is none.
func TestWhatIsNoKompasIsTold(t *testing.T) {
	for data, want := range map[string]string{
		"":                            "x.json:1:1: dit is geen kompas van weeg",
		"{\n\"weeg\": 1,\n \"x\": 2}": "x.json:3:1: dit is geen kompas van weeg",
		`{"weeg": 1, "reflecties": [{"casus": "a"}]}`: "dit is geen kompas van weeg; maak er een met weeg kompas --json",
		`{"weeg": 2, "reflecties": []}`:               "x.json:1:1: dit kompas is gemaakt met een nieuwere versie van weeg; gebruik die versie",
		`{"weeg": 1, "reflecties": []} x`:             "dit is geen kompas",
		`[1]`:                                         "dit is geen kompas",
	} {
		if _, err := kompas.Lees("x.json", []byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", data, err)
		}
	}
}

// Of a reflectie no more stays than what may be shown.
func TestTheTextThatAReflectieWasReadFromIsLetGo(t *testing.T) {
	b := kompas.NewBouwer(bronnen())
	var teksten []weak.Pointer[byte]
	for i := range 20 {
		func() {
			tekst := strings.Repeat(fmt.Sprintf("veiligheid tegen Woorden %02d zorg ", i), 1000)
			teksten = append(teksten, weak.Make(unsafe.StringData(tekst)))
			id, soort, woord, ander := tekst[:10], tekst[11:16], tekst[17:27], tekst[28:32]
			b.Add(fmt.Sprint(i), reflectie.Reflectie{Casus: woord[:1], Rol: woord, Waarden: []reflectie.Waarde{{ID: id, Betekenis: woord}, {ID: woord[:3], Naam: woord}},
				Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{id, ander}, Soort: soort}}, Weging: []reflectie.Weging{{Tussen: reflectie.Paar{id, ander}, Voorrang: ander, Omdat: woord}},
				Antwoorden: map[string]reflectie.Antwoord{"s.regel": reflectie.Tekst(woord), "s.wie": reflectie.Tekst(woord)}, Afspraken: []reflectie.Afspraak{{Wat: woord, Gekomen: woord}},
				Aandachtspunten: reflectie.Aandachtspunten{Acties: []string{woord}}})
		}()
	}
	runtime.GC()
	for i, tekst := range teksten {
		if tekst.Value() != nil {
			t.Errorf("the text of reflectie %d stays", i)
		}
	}
	if n := len(b.Kompas().Reflecties); n != 20 {
		t.Error(n)
	}
}

// What a team wrote on the sheet of a talk stands beside what one person wrote, and is
// no reflectie: it does not make few into many, or looks from a rol.
func TestWhatATeamWroteOnASheetStandsThereAsATeams(t *testing.T) {
	samen := func(reflecties int) kompas.Kompas {
		b := kompas.NewBouwer(bronnen())
		for i := range reflecties {
			b.Add(fmt.Sprint(i), reflectie.Reflectie{Casus: "a", Rol: "buur", Datum: vandaag})
		}
		for range 3 { // the same sheet counts once
			b.AddBlad("blad", "b", vandaag, reflectie.Aandachtspunten{Macht: []string{"Wie de agenda maakt"}}, []string{"Of haast telt"})
		}
		b.AddBlad("leeg", "c", vandaag, reflectie.Aandachtspunten{}, nil)
		b.AddBlad("zonder casus", "", vandaag, reflectie.Aandachtspunten{Macht: []string{"x"}}, nil)
		return b.Kompas()
	}
	if k := samen(4); !k.Beeld(bronnen(), vandaag).Weinig || len(k.Reflecties) != 5 {
		t.Errorf("a sheet makes four reflecties five: %v", k)
	}
	beeld := samen(5).Beeld(bronnen(), vandaag)
	if diff := cmp.Diff([]kompas.Aandachtspunt{{Tekst: "Wie de agenda maakt", Casus: "Casus b", Datum: vandaag, Blad: true}}, beeld.Punten[2].Punten); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]kompas.Bij{{Casus: "Casus b", Zinnen: []string{"Of haast telt"}}}, beeld.Oneens); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]kompas.Rollen{{Casus: "Casus a", Rollen: []string{"handhaver"}}}, beeld.Rollen); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	kaal, err := json.Marshal(kompas.NewBouwer(bronnen()).ZonderWoorden(samen(5)))
	if err != nil || bytes.Contains(kaal, []byte("haast")) || bytes.Contains(kaal, []byte("agenda")) || !bytes.Contains(kaal, []byte(`"blad":true`)) {
		t.Errorf("without words it is %s, %v", kaal, err)
	}
	if b := samen(5).Gedeeld().Beeld(bronnen(), vandaag); len(b.Oneens)+len(b.Punten[2].Punten) > 0 {
		t.Errorf("of more teams it shows %v and %v", b.Oneens, b.Punten[2])
	}
}
