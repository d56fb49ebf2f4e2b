package sessie_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
	"ambt.example/weeg/internal/sessie"
)

// A reflectie that was made elsewhere, opened and kept again, is the same.
func TestAReflectieThatIsOpenedAndKeptIsTheSame(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, "")
	def.Werkvorm.ID, def.Waarden = "kort", nil // every waarde is the person's own, with the name that it has there
	for seed := range uint64(400) {
		want := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 21)))
		want.Werkvormversie = 2 // where a reflectie does not say, the version of now counts
		got, rest := sessie.StandVan("x", def, want, nil, nil).Reflectie()
		if d := cmp.Diff(want, got); d != "" || len(rest) != 0 {
			t.Fatalf("seed %d: left over %v\n%s", seed, rest, d)
		}
	}
}

// A wandelaar answers at random, and knows which answers each act may touch.
type wandelaar struct {
	*rand.Rand
	t testing.TB
	s *sessie.Sessie
	n int // how many texts were typed
}

func (w *wandelaar) tekst() string {
	lastig := reflectietest.Lastig()
	w.n++
	switch w.IntN(4) {
	case 0:
		return lastig[w.IntN(len(lastig))]
	case 1: // calls for a follow-up, or sounds like a rule
		return []string{"Er is gezegd dat het kan.", "Kort.", "We bellen voortaan eerst.", "Daar is geen tijd voor, nu eenmaal."}[w.IntN(4)] + fmt.Sprint(" ", w.n)
	}
	return lastig[w.IntN(len(lastig))] + fmt.Sprint(" ", w.n)
}

func (w *wandelaar) antwoord(v sessie.Vraag) reflectie.Antwoord {
	optie := func() string { return v.Opties[w.IntN(len(v.Opties))].ID }
	kiest := len(v.Opties) > 0 && (!v.Vrij || w.IntN(3) > 0)
	switch v.Soort {
	case casus.JaNee:
		return reflectie.JaNee(w.IntN(2) == 0)
	case casus.Datum:
		return reflectie.Tekst([]string{"2027-02-21", "1-3-2026", "morgen"}[w.IntN(3)])
	case casus.Lijst:
		return reflectie.Lijst(w.tekst(), w.tekst())
	case casus.Meerkeuze, casus.Waardenkeuze:
		var ids []string
		for range w.IntN(4) {
			if kiest {
				ids = append(ids, optie())
			} else if v.Vrij {
				ids = append(ids, w.tekst())
			}
		}
		return reflectie.Lijst(ids...)
	case casus.Keuze, casus.Regeltekst:
		if kiest {
			return reflectie.Tekst(optie())
		}
	}
	return reflectie.Tekst(w.tekst())
}

// stap does one thing, and checks that it touched nothing else.
func (w *wandelaar) stap() {
	v, voor := w.s.Vraag(), w.s.Stand().Antwoorden
	daad, mag := "", func(string) bool { return false }
	switch n := w.IntN(20); {
	case n < 12:
		a := w.antwoord(v)
		if v.Sleutel == sessie.SleutelAfronden {
			w.ergens()
			return
		}
		daad = fmt.Sprintf("answered %q", a.Woorden())
		if err := w.s.Answer(a); err == nil && !a.IsZero() {
			mag = raakt(v)
			nu := w.s.Stand().Antwoorden[v.Sleutel]
			if sessie.IsParenvraag(v.Sleutel) {
				nu = w.bij(v.Sleutel)
			}
			if nu.IsZero() || sessie.IsParenvraag(v.Sleutel) && !nu.Equal(a) {
				w.t.Fatalf("%s %s, and there stands %q", v.Sleutel, daad, nu.Woorden())
			}
		}
	case n < 14:
		daad = "skipped"
		w.s.Skip()
	case n < 16:
		daad = "went back"
		w.s.Back()
	case n < 18:
		daad = "went elsewhere"
		w.ergens()
	case n < 19:
		daad, mag = "cleared", raakt(v)
		w.s.Clear()
	default:
		daad = "typed on"
		w.s.Onthoud(w.antwoord(v))
	}
	na := w.s.Stand().Antwoorden
	for sleutel := range samen(voor, na) {
		if !voor[sleutel].Equal(na[sleutel]) && !mag(sleutel) {
			w.t.Fatalf("%s at %s, and that changed %s from %q to %q", daad, v.Sleutel, sleutel, voor[sleutel].Woorden(), na[sleutel].Woorden())
		}
	}
}

// bij returns the answer that a question shows, if it is still there.
func (w *wandelaar) bij(sleutel string) reflectie.Antwoord {
	for _, v := range slices.Concat(w.s.Vragen(), w.s.Vervallen()) {
		if v.Sleutel == sleutel {
			return v.Antwoord
		}
	}
	return reflectie.Antwoord{}
}

func samen(a, b reflectie.Antwoorden) reflectie.Antwoorden {
	uit := maps.Clone(a)
	maps.Copy(uit, b)
	return uit
}

// raakt says which answers an answer to v may touch: its own, the name of its
// row, and of a question about two waarden their verband.
func raakt(v sessie.Vraag) func(sleutel string) bool {
	return func(sleutel string) bool {
		p, ok := reflectie.Ontleed(sleutel)
		isNaam := ok && (p.VanVeld(reflectie.SleutelWaarden, "naam") || p.Veld.IsNaam)
		isVerband := sleutel == reflectie.SleutelVerbanden || sleutel == "verbanden.botst" || ok && p.VanVeld(reflectie.SleutelVerbanden, "soort")
		return sleutel == v.Sleutel || isNaam || sessie.IsParenvraag(v.Sleutel) && isVerband
	}
}

func (w *wandelaar) ergens() {
	vragen := w.s.Vragen()
	if len(vragen) > 0 {
		w.s.Goto(vragen[w.IntN(len(vragen))].Sleutel)
	}
}

var wandelingen = flag.Uint64("wandelingen", 2, "how many walks to take through each conversation")

// What somebody answers, skips, takes back and answers otherwise, in any order,
// is all there in the end, and is read back as it was.
func TestNoWalkThroughAConversationLosesAnAnswer(t *testing.T) {
	t.Parallel()
	vanWerkvorm := map[string]int{}
	for _, def := range alleGeleverde(t) {
		vanWerkvorm[def.Werkvorm.ID]++
		if n := vanWerkvorm[def.Werkvorm.ID]; n%9 != 1 && !def.IsEigen() {
			continue // all casussen are walked through elsewhere
		}
		t.Run(def.Werkvorm.ID+"/"+def.Casus.ID, func(t *testing.T) {
			t.Parallel()
			for seed := range *wandelingen {
				w := &wandelaar{Rand: rand.New(rand.NewPCG(seed, 22)), t: t, s: begin(def)}
				if seed%2 == 1 && def.IsEigen() { // on from a file that somebody made otherwise
					w.s = sessie.New(sessie.StandVan("x", def, reflectietest.Willekeurig(w.Rand), nil, nil))
				}
				for range 150 {
					w.stap()
				}
				allesBewaard(t, seed, w.s.Stand())
			}
		})
	}
}

// allesBewaard checks that the answers of a stand come back from what is kept.
func allesBewaard(t *testing.T, seed uint64, stand sessie.Stand) {
	t.Helper()
	def := stand.Definitie
	r, vervallen := stand.Reflectie()
	prive := stand.Prive()
	inCatalogus := func(id string) bool { _, ok := def.Waarde(id); return ok }
	if fouten := r.Check(inCatalogus); len(fouten) > 0 {
		t.Fatalf("seed %d: the reflectie breaks its own rules: %v", seed, fouten)
	}

	var bewaard []reflectie.Antwoord
	var genoemd strings.Builder // all that is kept, as text
	for _, antwoorden := range []reflectie.Antwoorden{reflectie.Flatten(r), vervallen, prive} {
		for sleutel, a := range antwoorden {
			bewaard = append(bewaard, a)
			fmt.Fprintln(&genoemd, strings.NewReplacer(".", " ", "+", " ").Replace(fmt.Sprint(sleutel, " ", strings.Join(a.Woorden(), " "))))
		}
	}
	isWeggehaald := func(sleutel string) bool { // an own waarde, of which nothing was said
		p, ok := reflectie.Ontleed(sleutel)
		return ok && p.VanVeld(reflectie.SleutelWaarden, "naam") && !slices.Contains(strings.Fields(genoemd.String()), p.Rij)
	}
	for sleutel, a := range stand.Antwoorden {
		if a.IsZero() {
			t.Errorf("seed %d: %s is kept and holds nothing", seed, sleutel)
		}
		switch sleutel { // they list what other keys hold
		case reflectie.SleutelWaarden, reflectie.SleutelSpiegel, reflectie.SleutelVerbanden, reflectie.SleutelWeging:
			continue
		case "uitkomst.waarvan":
			if r.Uitkomst.Waarvan != "" {
				continue // where the casus says it, that counts
			}
		}
		if !slices.ContainsFunc(bewaard, a.Equal) && !isWeggehaald(sleutel) {
			t.Fatalf("seed %d: the answer at %s is lost: %q", seed, sleutel, a.Woorden())
		}
	}
	for sleutel, a := range prive {
		if tekst := a.Tekst(); len(tekst) > 3 && strings.HasSuffix(tekst, "9") && strings.Contains(inJSON(t, r), tekst) {
			t.Errorf("seed %d: the private answer at %s stands in the reflectie", seed, sleutel)
		}
	}

	opnieuw := sessie.StandVan("y", def, r, vervallen, prive)
	r2, vervallen2 := opnieuw.Reflectie()
	if d := cmp.Diff(r, r2); d != "" {
		t.Fatalf("seed %d: read back it is another reflectie (-kept +read)\n%s", seed, d)
	}
	if d := cmp.Diff(vervallen, vervallen2); d != "" {
		t.Fatalf("seed %d: read back other answers are vervallen (-kept +read)\n%s", seed, d)
	}
	if d := cmp.Diff(prive, opnieuw.Prive()); d != "" {
		t.Fatalf("seed %d: read back other answers are private (-kept +read)\n%s", seed, d)
	}

	zonder := stand
	zonder.ZonderVervallen = true
	rz, over := zonder.Reflectie()
	rz2, _ := sessie.StandVan("z", def, rz, nil, prive).Reflectie()
	if fouten := rz.Check(inCatalogus); len(fouten) > 0 || len(over) > 0 || !cmp.Equal(rz, rz2) {
		t.Fatalf("seed %d: without vervallen answers: %v, left over %v\n%s", seed, fouten, over, cmp.Diff(rz, rz2))
	}

	data, err := json.Marshal(stand)
	if err != nil {
		t.Fatal(err)
	}
	var concept sessie.Stand
	if err := json.Unmarshal(data, &concept); err != nil {
		t.Fatal(err)
	}
	if r3, vervallen3 := concept.Reflectie(); !cmp.Equal(r, r3) || !cmp.Equal(vervallen, vervallen3) {
		t.Fatalf("seed %d: a concept gives another reflectie\n%s", seed, cmp.Diff(r, r3))
	}
}
