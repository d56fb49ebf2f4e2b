package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

var deCasussen = sync.OnceValues(func() ([]casus.Casus, error) { return deBibliotheek.Casussen() })

// alleCasussen returns the casussen of the library, which are read once.
func alleCasussen(t *testing.T) []casus.Casus {
	t.Helper()
	casussen, err := deCasussen()
	if err != nil {
		t.Fatal(err)
	}
	return casussen
}

// alleWerkvormen returns the werkvormen of the library that can be about bij.
func alleWerkvormen(t *testing.T, bij string) []casus.Werkvorm {
	t.Helper()
	werkvormen, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(werkvormen, func(w casus.Werkvorm) bool { return !slices.Contains(w.Bij, bij) })
}

// heel reports whether all is looked at, as in .ci/run, or a part of what is much
// the same, so that who changes something waits two minutes at most.
func heel() bool { return os.Getenv("WEEG_HEEL") != "" }

// alleenHeel skips what takes long and seldom fails, unless heel.
func alleenHeel(t *testing.T) {
	t.Helper()
	if !heel() {
		t.Skip("this takes long; WEEG_HEEL=1 runs it, as .ci/run does")
	}
}

// naElkaar skips, with -short, what is much and goes one after another, or goes beside
// each other only as in a test that stays. So .ci/run looks for races.
func naElkaar(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("there is no race here that no other test can find; without -short it runs")
	}
}

// eenOp is of how many things that are much the same one is looked at, unless heel. With
// as many werkvormen for a casus, each casus comes in paren.
const eenOp = 5

// steekproef is how many of n are looked at: one in eenOp, unless heel.
func steekproef(n int) int {
	if heel() {
		return n
	}
	return (n + eenOp - 1) / eenOp
}

// paren returns a definition for a situation of one's own with each werkvorm, and
// for each casus with each that can go with it: one in eenOp, unless heel.
func paren(t *testing.T) []casus.Definitie {
	t.Helper()
	naElkaar(t)
	var paren []casus.Definitie
	for i, w := range alleWerkvormen(t, casus.BijCasus) {
		for j, c := range alleCasussen(t) {
			if heel() || (i+j)%eenOp == 0 {
				paren = append(paren, laad(t, c.ID, w.ID))
			}
		}
	}
	for _, w := range alleWerkvormen(t, casus.BijEigen) {
		paren = append(paren, laad(t, reflectie.Eigen, w.ID))
	}
	return paren
}

func TestTheListsHoldTheWholeLibrary(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	thuis := t.TempDir()
	for wat, minstens := range map[string]int{"casus": 30, "werkvorm": 7, "waarde": 44} {
		uit, fout, code := draai(t, thuis, "", wat, "lijst", "--json")
		if code != 0 || fout != "" {
			t.Fatalf("weeg %s lijst --json gives %d: %s", wat, code, fout)
		}
		var lijst []struct{ ID string }
		if err := json.Unmarshal([]byte(uit), &lijst); err != nil {
			t.Fatal(err)
		}
		if len(lijst) < minstens {
			t.Errorf("weeg %s lijst shows %d, want %d", wat, len(lijst), minstens)
		}
		for _, een := range lijst {
			if uit, fout, code := draai(t, thuis, "", wat, "toon", een.ID); code != 0 || uit == "" {
				t.Errorf("weeg %s toon %s gives %d: %s", wat, een.ID, code, fout)
			}
		}
	}
}

// A casus has enough in it to weigh.
func TestACasusHasPeopleValuesRelationsAndRules(t *testing.T) {
	t.Parallel()
	tussen := func(c casus.Casus, wat string, n, minstens, hoogstens int) {
		t.Helper()
		if n < minstens || n > hoogstens {
			t.Errorf("%s has %d %s, want %d to %d", c.ID, n, wat, minstens, hoogstens)
		}
	}
	lagen := map[string]bool{}
	for _, c := range alleCasussen(t) {
		tussen(c, "rollen", len(c.Rollen), 2, 6)
		tussen(c, "waarden", len(c.Waarden), 4, 8)
		tussen(c, "verbanden", len(c.Verbanden), 3, 8)
		tussen(c, "regels", len(c.Regels), 1, 4)
		tussen(c, "questions of its own", len(c.Vragen), 2, 6)
		momenten := map[string]bool{}
		for _, r := range c.Rollen {
			momenten[r.Moment] = r.Moment != ""
		}
		tussen(c, "rollen with a moment of their own", len(momenten), len(c.Rollen), len(c.Rollen))
		var ids, soorten []string
		for _, w := range c.Waarden {
			ids = append(ids, w.ID)
			if w.Hier == "" {
				t.Errorf("%s: %s has no meaning here", c.ID, w.ID)
			}
		}
		for _, v := range c.Verbanden {
			soorten = append(soorten, v.Soort)
			if !slices.Contains(ids, v.Tussen[0]) || !slices.Contains(ids, v.Tussen[1]) || v.Uitleg == "" {
				t.Errorf("%s: %v has no uitleg, or a waarde that the casus does not name", c.ID, v.Tussen)
			}
		}
		if !slices.Contains(soorten, reflectie.Beide) && (!slices.Contains(soorten, reflectie.Versterkt) || !slices.Contains(soorten, reflectie.Tegen)) {
			t.Errorf("%s: its waarden only %v", c.ID, soorten)
		}
		for _, r := range c.Regels {
			if r.Bedoeling == "" {
				t.Errorf("%s: a rule without its intention: %s", c.ID, r.Regel)
			}
		}
		for _, woord := range c.Trefwoorden {
			lagen[woord] = true
		}
	}
	for _, laag := range []string{"gemeente", "provincie", "rijk", "uitvoering", "toezicht", "balie"} {
		if !lagen[laag] {
			t.Errorf("no casus plays at the %s", laag)
		}
	}
}

// vol holds a conversation in which everything is answered.
func vol(t *testing.T, def casus.Definitie) sessie.Stand {
	t.Helper()
	return volRonde(t, def, 0)
}

// gehouden holds the conversations that volRonde held.
var gehouden sync.Map

// volRonde does that so that in each ronde other conditions are met. By a definition
// of the library it is held once.
func volRonde(t *testing.T, def casus.Definitie, ronde int) sessie.Stand {
	t.Helper()
	sleutel := fmt.Sprint(def.Casus.ID, ", ", def.Werkvorm.ID, ronde)
	s, al := gehouden.Load(sleutel)
	if !al {
		s, _ = gehouden.LoadOrStore(sleutel, houd(t, def, ronde))
	}
	stand := s.(*sessie.Sessie).Stand()
	stand.Kop.Datum = reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}
	return stand
}

// houd holds a conversation up to its end.
func houd(t *testing.T, def casus.Definitie, ronde int) *sessie.Sessie {
	t.Helper()
	s := sessie.New(sessie.NewStand("vol", def))
	for n := 0; s.Vraag().Sleutel != sessie.SleutelAfronden; n++ {
		v := s.Vraag()
		if err := s.Answer(volAntwoord(def, v, ronde)); err != nil {
			t.Fatalf("%s, %s: %s takes no answer: %v", def.Casus.ID, def.Werkvorm.ID, v.Sleutel, err)
		}
		if n > 300 {
			t.Fatalf("%s, %s: the conversation does not end", def.Casus.ID, def.Werkvorm.ID)
		}
	}
	return s
}

func volAntwoord(def casus.Definitie, v sessie.Vraag, ronde int) reflectie.Antwoord {
	if !v.Antwoord.IsZero() { // asked once more
		return v.Antwoord
	}
	var ids []string
	for _, o := range v.Opties {
		ids = append(ids, o.ID)
	}
	switch v.Soort {
	case casus.JaNee:
		return reflectie.JaNee(ronde%2 == 0)
	case casus.Datum:
		return reflectie.Tekst("2027-02-21")
	case casus.Meerkeuze:
		return reflectie.Lijst(ids...)
	case casus.Waardenkeuze:
		if v.Vrij {
			ids = []string{"openheid", "privacy", "vakmanschap", "Rust in de straat"}
		}
		return reflectie.Lijst(ids...)
	case casus.Lijst:
		return reflectie.Lijst("Men zegt *hier* iets.", "En nog iets over "+v.Sleutel+".")
	case casus.Keuze:
		if len(ids) > 0 {
			return reflectie.Tekst(volKeuze(def, v, ids, ronde))
		}
	case casus.Regeltekst:
		return reflectie.Tekst("Men zegt hier: " + v.Sleutel)
	}
	return reflectie.Tekst("Men zegt *hier* iets over " + v.Sleutel + ".\n\n- en nog iets")
}

// volKeuze chooses what a condition waits for, and then something else; in each
// ronde another.
func volKeuze(def casus.Definitie, v sessie.Vraag, ids []string, ronde int) string {
	if v.Functie == casus.FunctieRegel {
		return append(ids, "Men doet dat hier zo.")[ronde%(len(ids)+1)]
	}
	var wil []string
	for _, stap := range def.Stappen() {
		alle := []*casus.Als{stap.Als}
		for _, v := range slices.Concat(stap.Vragen, stap.Velden) {
			alle = append(alle, v.Als)
			for _, a := range v.Anders {
				alle = append(alle, a.Als)
			}
		}
		for _, als := range alle {
			if als != nil && gaatOver(v.Sleutel, als.Vraag) {
				wil = append(wil, als.Is...)
			}
		}
	}
	wil = slices.DeleteFunc(wil, func(id string) bool { return !slices.Contains(ids, id) })
	slices.Sort(wil)
	wil = slices.Compact(wil)
	rest := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(wil, id) })
	switch {
	case strings.HasSuffix(v.Sleutel, ".botst"):
		wil = append(rest[:1], wil...) // a pair that clashes, and then none
	case sessie.IsParenvraag(v.Sleutel):
		wil = []string{rest[len(rest)-1], rest[0]} // another pair than the one that clashes, and the same
	case len(wil) == 0 || len(rest) > 0:
		wil = append(wil, rest[0])
	}
	return wil[(ronde+ronde/3)%len(wil)] // not in step with the rules
}

// gaatOver reports whether a condition on vraag looks at the answer at sleutel,
// whichever its row.
func gaatOver(sleutel, vraag string) bool {
	p, ok := reflectie.Ontleed(sleutel)
	deel, veld, _ := strings.Cut(vraag, ".")
	return sleutel == vraag || ok && p.VanVeld(deel, veld)
}

// Some conversation asks each question that a werkvorm has, and every choice
// that somebody makes on the way comes back too.
func TestEveryQuestionOfAWerkvormIsAskedInSomeConversation(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	var defs []casus.Definitie
	for _, w := range alleWerkvormen(t, casus.BijEigen) {
		defs = append(defs, laad(t, reflectie.Eigen, w.ID))
	}
	for _, w := range alleWerkvormen(t, casus.BijCasus) {
		defs = append(defs, laad(t, "koken-in-het-schoolgebouw", w.ID))
	}
	for _, def := range defs {
		gevraagd := map[string]bool{}
		for ronde := range 6 {
			stand := volRonde(t, def, ronde)
			for _, v := range stand.Vragen() {
				gevraagd[v.Sleutel] = true
			}
			b := leesBlad(t, def.Werkvorm.ID, antwoordblad(t, stand), def)
			if d := cmp.Diff(stand.Antwoorden, sessie.StandVan("vol", def, b.Reflectie, nil, b.Prive).Antwoorden, zonderSpiegel); d != "" {
				t.Errorf("%s, %s: the answer file says otherwise:\n%s", def.Casus.ID, def.Werkvorm.ID, d)
			}
		}
		past := func(bij string) bool { return bij == "" || (bij == casus.BijEigen) == def.IsEigen() }
		for _, stap := range def.Werkvorm.Stappen {
			for _, v := range stap.Vragen {
				if sleutel := reflectie.Sleutel(stap.ID, v.ID); past(stap.Bij) && past(v.Bij) && !gevraagd[sleutel] {
					t.Errorf("%s: no conversation asks %s", def.Werkvorm.ID, sleutel)
				}
			}
			for _, v := range stap.Velden {
				sleutel := casus.Veldsleutel(stap.Soort, v.ID)
				switch sleutel {
				case "standpunten.ik":
					sleutel = "standpunten.waarde"
				case "ruimte.laag":
					sleutel = "ruimte.ruimte"
				case "verbanden.soort": // of a pair that a file names without one
					continue
				}
				isDit := func(s string) bool { return gaatOver(s, sleutel) }
				if past(stap.Bij) && past(v.Bij) && !slices.ContainsFunc(slices.Collect(maps.Keys(gevraagd)), isDit) {
					t.Errorf("%s: no conversation asks %s", def.Werkvorm.ID, sleutel)
				}
			}
		}
	}
}

// zonderSpiegel leaves out which values were taken in later, since the file lists
// them among the others, and what kind of rule the casus says it is.
var zonderSpiegel = cmp.FilterPath(func(p cmp.Path) bool {
	i, ok := p.Last().(cmp.MapIndex)
	return ok && slices.Contains([]string{reflectie.SleutelSpiegel, reflectie.SleutelWaarden, reflectie.SleutelWeging, "uitkomst.waarvan"}, i.Key().String())
}, cmp.Ignore())

// antwoordblad is the answer file of a conversation, in JSON.
func antwoordblad(t *testing.T, stand sessie.Stand) []byte {
	t.Helper()
	r, rest := stand.Reflectie()
	if len(rest) > 0 {
		t.Fatalf("answers without a place: %v", slices.Sorted(maps.Keys(rest)))
	}
	data, err := reflectie.EncodeJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	prive := map[string]string{}
	for sleutel, a := range stand.Prive() {
		prive[sleutel] = a.Tekst()
	}
	if len(prive) == 0 {
		return data
	}
	deel, err := json.Marshal(prive)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(strings.TrimSuffix(strings.TrimSpace(string(data)), "}") + fmt.Sprintf(", \"prive\": %s}", deel))
}

// Whatever casus goes with whatever werkvorm: the answers become a file, and
// the file gives the answers back.
func TestEveryCasusWithEveryWerkvormComesBackEqual(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijf := func(naam string, data []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(thuis, naam), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	rond := func(naam string, data []byte, want reflectie.Reflectie) {
		t.Helper()
		schrijf(naam+".json", data)
		antwoorden := filepath.Join(thuis, naam+".json")
		for _, keer := range []string{"a", "b"} {
			bestand := filepath.Join(thuis, naam+keer+".md")
			if _, fout, code := draai(t, thuis, "", "nieuw", "--antwoorden", antwoorden, "--naar", bestand); code != 0 {
				t.Fatalf("%s: weeg nieuw gives %d:\n%s", naam, code, fout)
			}
			uit, fout, code := draai(t, thuis, "", "lees", bestand, "--json")
			if code != 0 {
				t.Fatalf("%s: weeg lees gives %d:\n%s", naam, code, fout)
			}
			wil, err := reflectie.EncodeJSON(want)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(string(wil), uit); d != "" {
				t.Fatalf("%s comes back otherwise:\n%s", naam, d)
			}
			schrijf(naam+".json", []byte(uit))
		}
	}
	for _, def := range paren(t) {
		stand := vol(t, def)
		r, _ := stand.Reflectie()
		rond(def.Casus.ID+"-"+def.Werkvorm.ID, antwoordblad(t, stand), r)
	}
	for _, w := range alleWerkvormen(t, casus.BijReflectie) {
		for _, over := range []string{"koken-in-het-schoolgebouw", reflectie.Eigen} { // it asks all casussen the same
			stand := vol(t, laad(t, over, "waardenweging"))
			stand.Kop.Teruggeblikt = []reflectie.Teruggeblikt{teruggeblikt(w)}
			r, _ := stand.Reflectie()
			rond(over+"-"+w.ID, antwoordblad(t, stand), r)
		}
	}
}

// teruggeblikt answers every question of a werkvorm that looks back.
func teruggeblikt(w casus.Werkvorm) reflectie.Teruggeblikt {
	antwoorden := map[string]reflectie.Antwoord{}
	for _, stap := range w.Stappen {
		for _, v := range stap.Vragen {
			sleutel := reflectie.Sleutel(stap.ID, v.ID)
			switch {
			case v.Prive:
			case v.Soort == casus.JaNee:
				antwoorden[sleutel] = reflectie.JaNee(true)
			case len(v.Opties) > 0:
				antwoorden[sleutel] = reflectie.Tekst(v.Opties[0].ID)
			case v.Soort == casus.Datum:
				antwoorden[sleutel] = reflectie.Tekst("2027-08-21")
			default:
				antwoorden[sleutel] = reflectie.Tekst("Nu zie ik " + sleutel + ".")
			}
		}
	}
	return reflectie.Teruggeblikt{Datum: reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}, Antwoorden: antwoorden}
}

// The person names their own before the casus' writer says anything.
func TestNothingOfTheWriterShowsBeforeThePersonNamedTheirOwn(t *testing.T) {
	t.Parallel()
	for _, def := range paren(t) {
		var vanSchrijver []string
		for _, w := range def.Casus.Waarden {
			vanSchrijver = append(vanSchrijver, w.Hier)
		}
		for _, v := range def.Casus.Verbanden {
			vanSchrijver = append(vanSchrijver, v.Uitleg)
		}
		for _, r := range def.Casus.Regels {
			vanSchrijver = append(vanSchrijver, r.Regel, r.Bedoeling)
		}
		vragen := vol(t, def).Vragen()
		isReactie := func(v sessie.Vraag) bool { return v.Functie == casus.FunctieReactie }
		reactie, genoemd := !slices.ContainsFunc(vragen, isReactie), false // initiatief begins with the others
		if reactie && def.Werkvorm.ID != "initiatief" {
			t.Errorf("%s asks for no first reaction", def.Werkvorm.ID)
		}
		for _, v := range vragen {
			reactie = reactie || isReactie(v)
			if v.Soort == casus.Waardenkeuze && !reactie {
				t.Errorf("%s: the waarden are asked before the first reaction", def.Werkvorm.ID)
			}
			if genoemd {
				break
			}
			genoemd = v.Soort == casus.Waardenkeuze && v.Vrij // that question itself may say nothing either
			getoond := []string{v.Vraag, v.Toelichting, v.Uitleg}
			for _, o := range v.Opties {
				getoond = append(getoond, o.Uitleg)
			}
			for _, t := range v.Toont {
				getoond = append(getoond, t.Tekst)
			}
			for _, tekst := range vanSchrijver {
				if slices.ContainsFunc(getoond, func(g string) bool { return strings.Contains(g, tekst) }) {
					t.Errorf("%s, %s: %s already says %q", def.Casus.ID, def.Werkvorm.ID, v.Sleutel, tekst)
				}
			}
		}
	}
}

// gewoon holds the plain conversation: everything is answered, a rule of the casus
// is chosen and followed, one pair is weighed, it is one's own decision, and the
// offer to look further is declined. Of own words no follow-up is called for. It
// returns what was asked, without the story of one's own.
func gewoon(t *testing.T, def casus.Definitie, s *sessie.Sessie) []sessie.Vraag {
	t.Helper()
	var gevraagd []sessie.Vraag
	for s.Vraag().Sleutel != sessie.SleutelAfronden {
		v := s.Vraag()
		p, isVeld := reflectie.Ontleed(v.Sleutel)
		if isVeld && p.Deel.Naam == reflectie.SleutelAfspraken && p.Rij != "1" {
			s.Skip() // one afspraak is enough
			continue
		}
		if !isVeld || p.Deel.Naam != reflectie.SleutelEigen {
			gevraagd = append(gevraagd, v)
		}
		if v.Doorvraag || v.Melding != "" {
			t.Errorf("%s: %s is not part of a plain conversation", def.Werkvorm.ID, v.Sleutel)
		}
		if err := s.Answer(gewoonAntwoord(def, v)); err != nil {
			t.Fatalf("%s, %s: %v", def.Werkvorm.ID, v.Sleutel, err)
		}
	}
	return gevraagd
}

func gewoonAntwoord(def casus.Definitie, v sessie.Vraag) reflectie.Antwoord {
	switch {
	case v.Soort == casus.JaNee:
		return reflectie.JaNee(!v.Aanbod)
	case v.Soort == casus.Waardenkeuze && v.Vrij:
		return reflectie.Lijst("openheid", "privacy")
	case v.Functie == casus.FunctieRegel && len(v.Opties) > 0:
		return reflectie.Tekst(v.Opties[0].ID)
	case v.Soort == casus.Meerkeuze, v.Soort == casus.Waardenkeuze, sessie.IsParenvraag(v.Sleutel):
		if v.Soort == casus.Keuze {
			return reflectie.Tekst(v.Opties[0].ID)
		}
		return reflectie.Lijst(v.Opties[0].ID)
	case strings.HasSuffix(v.Sleutel, ".waarde"), strings.HasSuffix(v.Sleutel, ".voorrang"):
		return reflectie.Tekst("openheid")
	case v.Sleutel == "uitkomst.keuze":
		return reflectie.Tekst(reflectie.Volgen)
	case v.Soort == casus.Tekst, v.Soort == casus.Regeltekst:
		return reflectie.Tekst("Hier staan genoeg woorden voor een antwoord op de vraag.")
	}
	return volAntwoord(def, v, 0)
}

// grens is how much a werkvorm asks at most, and where its weighing begins at the latest.
var grens = map[string]struct{ vragen, weging int }{
	"waardenweging": {50, 36}, "kort": {17, 8}, "regel-en-bedoeling": {32, 32}, "weerstand": {26, 26}, "initiatief": {33, 33},
	"vooruitblik": {28, 28}, "terugblik": {12, 12},
}

// gewoneVragen holds the plain conversation about everything that a werkvorm can
// be about: a casus (one in three, unless heel), a situation of one's own, a reflectie.
func gewoneVragen(t *testing.T, w casus.Werkvorm, doe func(def casus.Definitie, vragen []sessie.Vraag)) {
	t.Helper()
	var over []string
	if slices.Contains(w.Bij, casus.BijEigen) {
		over = append(over, reflectie.Eigen)
	}
	if slices.Contains(w.Bij, casus.BijCasus) {
		for i, c := range alleCasussen(t) {
			if heel() || i%3 == 0 {
				over = append(over, c.ID)
			}
		}
	}
	for _, id := range over {
		def := laad(t, id, w.ID)
		doe(def, gewoon(t, def, sessie.New(sessie.NewStand("gewoon", def))))
	}
	if !slices.Contains(w.Bij, casus.BijReflectie) {
		return
	}
	for _, id := range []string{reflectie.Eigen, "koken-in-het-schoolgebouw"} {
		r, _ := vol(t, laad(t, id, "waardenweging")).Reflectie()
		c := laad(t, id, "waardenweging").Casus
		if r.Eigen != nil {
			c = casus.Verteld(*r.Eigen)
		}
		def, err := casus.NewTerugblik(c, w, nil)
		if err != nil {
			t.Fatal(err)
		}
		doe(def, gewoon(t, def, sessie.New(sessie.NewTerugblik("gewoon", def, r))))
	}
}

// A werkvorm asks no more than it may, comes to the weighing in time, and takes
// the time that it says, to the nearest five minutes: the story at two hundred
// words a minute, 75 seconds a text or a list, 20 a choice or a line; of the casus
// in the middle.
func TestAWerkvormAsksNoMoreThanItMayAndSaysHowLongItTakes(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	werkvormen, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range werkvormen {
		var minuten, bijEigen []float64
		meest, laatst := 0, 0
		gewoneVragen(t, w, func(def casus.Definitie, vragen []sessie.Vraag) {
			seconden := 60 * float64(len(strings.Fields(def.Casus.Situatie+" "+def.Casus.Moment))) / 200
			var geteld []string
			for _, v := range vragen {
				if v.Soort == casus.Tekst || v.Soort == casus.Lijst {
					seconden += 75
				} else {
					seconden += 20
				}
				p, _ := reflectie.Ontleed(v.Sleutel)
				if p.Deel.Naam != reflectie.SleutelAfspraken || p.Veld.Naam == "wat" { // an afspraak counts as one
					geteld = append(geteld, v.Sleutel)
				}
			}
			if strings.HasPrefix(def.Casus.ID, reflectie.Eigen) {
				bijEigen = append(bijEigen, seconden/60)
			} else {
				minuten = append(minuten, seconden/60)
			}
			if n := len(geteld); n > grens[w.ID].vragen {
				t.Errorf("%s, %s: it asks %d questions, and at most %d:\n%s", w.ID, def.Casus.ID, n, grens[w.ID].vragen, strings.Join(geteld, "\n"))
			}
			i := slices.IndexFunc(geteld, func(s string) bool { return strings.HasPrefix(s, reflectie.SleutelWeging+".") })
			meest, laatst = max(meest, len(geteld)), max(laatst, i+1)
			if i+1 > grens[w.ID].weging || i < 0 && w.ID != "terugblik" {
				t.Errorf("%s, %s: the weighing begins at question %d, and at %d at the latest", w.ID, def.Casus.ID, i+1, grens[w.ID].weging)
			}
		})
		if len(minuten) == 0 {
			minuten = bijEigen
		}
		slices.Sort(minuten)
		midden := minuten[len(minuten)/2]
		t.Logf("%-20s at most %2d questions (%d may be), the weighing at %2d (%d), %4.1f minutes (%d)",
			w.ID, meest, grens[w.ID].vragen, laatst, grens[w.ID].weging, midden, w.Duur)
		if vijf := 5 * int(midden/5+0.5); vijf != w.Duur && heel() { // of one in three another is in the middle
			t.Errorf("%s says %d minutes, and asks for %.1f", w.ID, w.Duur, midden)
		}
	}
}

// After the story, what a werkvorm says before its first question and the
// question itself stand on one screen.
func TestAWerkvormStartsWithinOneScreen(t *testing.T) {
	t.Parallel()
	for _, def := range paren(t) {
		args := []string{"nieuw", def.Casus.ID, "--werkvorm", def.Werkvorm.ID, "--toegankelijk"}
		if def.Casus.ID == reflectie.Eigen {
			args[1] = "--eigen"
		}
		_, fout, code := draai(t, t.TempDir(), "", args...)
		if code != 4 {
			t.Fatalf("weeg %v gives %d:\n%s", args, code, fout)
		}
		_, begin, ok := strings.Cut(fout, "U kunt bij elke vraag")
		begin, _, vraagt := strings.Cut(begin, "\n> ")
		if n := strings.Count(begin, "\n") + 2; !ok || !vraagt || n > 24 {
			t.Errorf("%s, %s: the first question ends on line %d:\n%s", def.Casus.ID, def.Werkvorm.ID, n, begin)
		}
	}
}
