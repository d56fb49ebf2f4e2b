package verloop_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/verloop"
)

var ingebouwd = casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Beproefd: true}

// laad makes a definition of a werkvorm and a casus in YAML, with the words and the
// waarden of the library; without a casus of the werkvorm alone.
func laad(t testing.TB, vorm, overCasus string) casus.Definitie {
	t.Helper()
	bestanden := fstest.MapFS{"w/proef.yaml": {Data: []byte("weeg: 1\nid: proef\nversie: 1\nnaam: Proef\n" + vorm)}}
	if overCasus != "" {
		bestanden["c/loket.yaml"] = &fstest.MapFile{Data: []byte("weeg: 1\nid: loket\nversie: 1\ntitel: Loket\nsituatie: Er was eens een loket.\nmoment: Mag het open?\nwerkvorm: proef\n" + overCasus)}
	}
	b := casus.NewBibliotheek(ingebouwd, casus.Bron{FS: bestanden, Casussen: "c", Werkvormen: "w"})
	w, err := b.Werkvorm("proef")
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	var c casus.Casus
	if overCasus != "" {
		if c, err = b.Casus("loket"); err != nil {
			t.Fatal(err)
		}
	}
	return casus.Definitie{Casus: c, Werkvorm: w, Waarden: waarden}
}

// Looking back at a situation of one's own, nobody tells it once more.
func TestASituationThatIsLookedBackAtIsNotAskedAgain(t *testing.T) {
	t.Parallel()
	def := laad(t, "bij: [reflectie]\nstappen:\n  - {id: een, titel: Een, soort: terugblik, vragen: [{id: a, vraag: A?, bij: eigen}, {id: b, vraag: B?, bij: casus}]}\n", "")
	def.Casus = casus.EigenCasus()
	v := verloop.New(def)
	if tekening := string(v.Markdown()); !strings.Contains(tekening, `v1["A#63;"]`) || strings.Contains(tekening, "v2[") || len(v.Nooit()) > 0 {
		t.Errorf("it asks more, or less, than A:\n%s", tekening)
	}
}

// nooit lists the keys of the questions to which no conversation comes.
func nooit(def casus.Definitie) []string {
	return casus.Elk(verloop.New(def).Nooit(), func(n verloop.Nooit) string { return n.Sleutel })
}

const kleineVorm = `bij: [casus, eigen]
stappen:
  - id: regel
    titel: De regel
    soort: vragen
    vragen:
      - {id: regel, vraag: Welke regel?, soort: regel, functie: regel}
      - {id: help, vraag: 'Helpt "die"?', soort: keuze, opties: [{id: ja, naam: Ja hoor}, {id: nee, naam: Nee hoor}]}
      - id: waarom
        vraag: Waarom niet?
        als: {vraag: regel.help, is: [nee]}
        doorvragen: [{id: wie, als: {woorden: [men]}, vraag: Wie is dat?}]
      - {id: wet, vraag: En de wet?, prive: true, als: {vraag: regel.soort, is: [wet, beleid], niet: true}, bij: casus}
  - id: klaar
    titel: Klaar
    soort: vragen
    als: {vraag: regel.help}
    vragen:
      - {id: nog, vraag: Nog iets?}
`

func TestTheDrawingHasEachQuestionInItsOrderWithWhenItIsAsked(t *testing.T) {
	t.Parallel()
	const wil = "```mermaid" + `
flowchart TD
  begin(["Begin"])
  subgraph s1["De regel"]
    v1["Welke regel#63;"]
    v2["Helpt #34;die#34;#63;"]
    v3{{"Waarom niet#63;"}}
    v3d1(["Wie is dat#63;"])
    v4{{"En de wet#63; #40;privé#41; #40;alleen bij een casus#41;"}}
  end
  subgraph s2["Klaar"]
    v5["Nog iets#63;"]
  end
  einde(["Einde"])
  begin --> v1
  v1 --> v2
  v2 --> v3
  v2 -.->|"alleen bij “Nee hoor”"| v3
  v3 -.->|"doorvraag"| v3d1
  v3 --> v4
  v1 -.->|"niet bij wet of beleid"| v4
  v4 --> v5
  v2 -.->|"de stap alleen bij een antwoord"| v5
  v5 --> einde
` + "```\n"
	def := laad(t, strings.Replace(kleineVorm, "bij: [casus, eigen]", "bij: [casus]", 1), "")
	if d := cmp.Diff(wil, string(verloop.New(def).Markdown())); d != "" {
		t.Errorf("the drawing (-want +got):\n%s", d)
	}
	eigen := string(verloop.New(laad(t, kleineVorm, "")).Markdown())
	if !strings.Contains(eigen, `subgraph s1["Uw situatie #40;alleen bij een eigen situatie#41;"]`) {
		t.Errorf("what is asked of a situation of one's own is not drawn:\n%s", eigen)
	}
}

func TestAQuestionToWhichNoConversationComesIsNamed(t *testing.T) {
	t.Parallel()
	const (
		soort = "      - {id: soort, vraag: Welke soort?, soort: keuze, opties: [{id: a, naam: A}, {id: b, naam: B}]}\n"
		begin = "stappen:\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n"
		regel = "      - {id: regel, vraag: Welke regel?, soort: regel, functie: regel}\n"
		leeg  = "trefwoorden: []"
	)
	for naam, geval := range map[string]struct {
		vorm, casus string
		wil         []string
	}{
		"it hangs on one for a situation of one's own, where there is none": {
			"bij: [casus]\n" + begin + "      - {id: a, vraag: A?, bij: eigen}\n      - {id: b, vraag: B?, als: {vraag: een.a}}\n      - {id: c, vraag: C?}\n", "", []string{"een.a", "een.b"}},
		"it is for one, and can be": {
			"bij: [casus, eigen]\n" + begin + "      - {id: a, vraag: A?, bij: eigen}\n      - {id: b, vraag: B?, als: {vraag: een.a}}\n", "", nil},
		"its step wants another answer than it does": {
			begin + soort + "  - id: twee\n    titel: Twee\n    soort: vragen\n    als: {vraag: een.soort, is: [a]}\n    vragen:\n" +
				"      - {id: x, vraag: X?, als: {vraag: een.soort, is: [b]}}\n      - {id: y, vraag: Y?, als: {vraag: een.soort, is: [a, b]}}\n      - {id: z, vraag: Z?, als: {vraag: een.soort, is: [b], niet: true}}\n", "", []string{"twee.x"}},
		"it is for a casus, and its step is not": {
			"stappen:\n  - {id: een, titel: Een, soort: vragen, bij: eigen, vragen: [{id: a, vraag: A?, bij: casus}, {id: b, vraag: B?}]}\n", "", []string{"een.a"}},
		"nobody asks which rule it is": {
			begin + "      - {id: a, vraag: A?, als: {vraag: regel.soort, is: [wet]}}\n      - {id: b, vraag: B?, als: {vraag: regel.herkomst, niet: true}}\n", "", []string{"een.a"}},
		"no rule of the casus is of this kind": {
			begin + regel + "      - {id: a, vraag: A?, als: {vraag: regel.soort, is: [wet]}}\n      - {id: b, vraag: B?, als: {vraag: regel.soort, is: [beleid]}}\n",
			"regels: [{id: gas, regel: Niet op gas., soort: beleid}]", []string{"een.a"}},
		"no rule is, and the person can say that theirs is": {
			begin + regel + "  - {id: twee, titel: Twee, soort: uitkomst}\n  - id: drie\n    titel: Drie\n    soort: vragen\n    vragen: [{id: a, vraag: A?, als: {vraag: regel.soort, is: [wet]}}]\n",
			"regels: [{id: gas, regel: Niet op gas., soort: beleid}]", nil},
		"the casus has no rule": {
			begin + regel + "      - {id: a, vraag: A?, als: {vraag: regel.herkomst, is: [casus]}}\n      - {id: b, vraag: B?, als: {vraag: regel.herkomst, is: [eigen]}}\n", leeg, []string{"een.a"}},
		"what it hangs on is not asked in this werkvorm": {
			"stappen:\n  - {id: waarden, titel: Waarden, soort: waarden}\n  - {id: verbanden, titel: V, soort: verbanden}\n  - {id: weging, titel: W, soort: weging, velden: {prijs: {}, nodig: {}}}\n", "", []string{"weging.nodig"}},
		"so many waarden as nobody chooses": {
			"stappen:\n  - {id: waarden, titel: Waarden, soort: waarden}\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n      - {id: a, vraag: A?, als: {vraag: waarden.aantal, is: [veel]}}\n      - {id: b, vraag: B?, als: {vraag: waarden.aantal, is: [9]}}\n      - {id: c, vraag: C?, als: {vraag: waarden.aantal, is: [1]}}\n", "", []string{"een.a"}},
		"nothing is there to weigh": {
			"stappen:\n  - {id: weging, titel: W, soort: weging, velden: {prijs: {}}}\n", "", []string{"weging.prijs"}},
		"the werkvorm lacks its step": {
			begin + regel, "vragen: [{stap: er-niet, id: a, vraag: A?}, {stap: een, id: b, vraag: B?}, {stap: een, id: c, vraag: C?, bij: eigen}]", []string{"er-niet.a", "een.c"}},
		"the first is asked where there is room": {
			begin + regel + "  - {id: ruim, titel: Ruim, soort: casusvraag}\n", "vragen: [{stap: er-niet, id: a, vraag: A?}, {stap: ook-niet, id: b, vraag: B?}]", []string{"ook-niet.b"}},
		"a reflectie that is looked back at has it": {
			"bij: [reflectie]\n" + begin + "      - {id: a, vraag: A?, als: {vraag: uitkomst.keuze, is: [afwijken]}}\n      - {id: b, vraag: B?, als: {vraag: verbanden.soort, is: [tegen]}}\n      - {id: c, vraag: C?, bij: eigen}\n", "", nil},
	} {
		if got := nooit(laad(t, geval.vorm, geval.casus)); !slices.Equal(got, geval.wil) {
			t.Errorf("%s: no conversation comes to %q, want %q", naam, got, geval.wil)
		}
	}
}

func TestTheListSaysWhenItWouldBeAsked(t *testing.T) {
	t.Parallel()
	def := laad(t, "stappen:\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n      - {id: a, vraag: Ja of nee?, soort: janee}\n      - {id: b, vraag: B?, als: {vraag: een.a, is: [ja]}}\n"+
		"  - id: twee\n    titel: Twee\n    soort: vragen\n    als: {vraag: een.b}\n    vragen:\n      - {id: 'c', vraag: 'Wat *is* <dit>?', als: {vraag: een.a, is: [nee]}}\n", "vragen: [{stap: drie, id: d, vraag: D?}]")
	v := verloop.New(def)
	_, lijst, _ := strings.Cut(string(v.Markdown()), "\n```\n")
	const wil = "\nDeze vragen komen in geen gesprek voor:\n\n" +
		"- `twee.c`: Wat \\*is\\* \\<dit>? Alleen als u bij \"B?\" iets invult. Alleen als u bij \"Ja of nee?\" kiest voor \"Nee\".\n" +
		"- `drie.d`: D? De werkvorm \"proef\" heeft geen stap \"drie\".\n"
	if d := cmp.Diff(wil, lijst); d != "" {
		t.Errorf("the list (-want +got):\n%s", d)
	}
	if !strings.Contains(string(v.Markdown()), `#60;dit#62;#63; #40;komt in geen gesprek voor#41;"`) {
		t.Errorf("the drawing does not say it:\n%s", v.Markdown())
	}
	if m := string(v.Mermaid()); !strings.HasSuffix(m, "\n%% Deze vragen komen in geen gesprek voor: twee.c, drie.d\n") || !strings.HasPrefix(m, "flowchart TD\n") {
		t.Errorf("the diagram alone is\n%s", m)
	}
}

// Whoever made the library left no question in it to which nobody comes.
func TestToEachQuestionOfTheLibraryAConversationComes(t *testing.T) {
	t.Parallel()
	b := casus.NewBibliotheek(ingebouwd)
	werkvormen, err := b.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	casussen, err := b.Casussen()
	if err != nil {
		t.Fatal(err)
	}
	defs := casus.Elk(werkvormen, func(w casus.Werkvorm) casus.Definitie { return casus.Definitie{Werkvorm: w, Waarden: waarden} })
	for i, c := range casussen {
		w, err := b.Werkvorm(c.Werkvorm)
		if err != nil {
			t.Fatal(err)
		}
		if i%10 == 0 { // the others differ in nothing that matters here
			defs = append(defs, casus.Definitie{Casus: c, Werkvorm: w, Waarden: waarden})
		}
	}
	for _, def := range defs {
		v := verloop.New(def)
		for _, n := range v.Nooit() {
			// Of a short werkvorm the second question of a casus finds no step.
			if len(def.Casus.Vragen) < 2 || n.Vraag != def.Casus.Vragen[1].Vraag.Vraag {
				t.Errorf("%s, %s: no conversation comes to %v", def.Casus.ID, def.Werkvorm.ID, n)
			}
		}
		if len(v.Mermaid()) == 0 || len(v.Mermaid()) >= netwerk.MermaidTekens {
			t.Errorf("%s, %s: the drawing has %d bytes", def.Casus.ID, def.Werkvorm.ID, len(v.Mermaid()))
		}
	}
}

func TestWhatIsTooLargeForMermaidIsNotDrawn(t *testing.T) {
	t.Parallel()
	doorvragen := "doorvragen: [{id: a, als: {woorden: [men]}, vraag: A?}, {id: b, als: {woorden: [ze]}, vraag: B?}, {id: c, als: {woorden: [ons]}, vraag: C?}]"
	var vragen strings.Builder
	for n := range 130 { // with its follow-ups each has four edges
		fmt.Fprintf(&vragen, "      - {id: v%d, vraag: Vraag?, %s}\n", n, doorvragen)
	}
	v := verloop.New(laad(t, "stappen:\n  - id: een\n    titel: Een\n    soort: vragen\n    vragen:\n"+vragen.String(), "bron: x"))
	if v.Markdown() != nil || v.Mermaid() != nil {
		t.Error("a diagram of more than 500 edges is drawn")
	}
}
