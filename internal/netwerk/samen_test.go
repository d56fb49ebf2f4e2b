package netwerk_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

func verband(a, b, soort string) reflectie.Verband {
	return reflectie.Verband{Tussen: reflectie.Paar{a, b}, Soort: soort}
}

// drie is the waardenetwerk of three reflecties, of which two by the same rol.
func drie() netwerk.Netwerk {
	van := func(rol string, verbanden ...reflectie.Verband) netwerk.Bijdrage {
		return netwerk.Bijdrage{Rol: rol, Reflectie: reflectie.Reflectie{Verbanden: verbanden,
			Waarden: []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "rust"}, {ID: "avg"}, {ID: "betrokkenheid"}}}}
	}
	return netwerk.New(catalogus(),
		van("Handhaver", verband("veiligheid", "rust", "tegen"), verband("avg", "rust", "versterkt")),
		van("Wethouder", verband("rust", "veiligheid", "geen"), verband("betrokkenheid", "veiligheid", "geen"),
			verband("avg", "rust", ""), verband("betrokkenheid", "rust", "")),
		van("Handhaver", verband("veiligheid", "rust", "tegen"), verband("avg", "rust", "versterkt")),
		van("", verband("veiligheid", "rust", "beide")))
}

func TestOfSeveralAnEdgeNamesWhoSawItSoAndWhoOtherwise(t *testing.T) {
	want := []string{
		"Veiligheid en rust: niet iedereen ziet hetzelfde. Handhaver: de waarden werken elkaar tegen. " +
			"Iemand zonder rol: de waarden versterken elkaar en werken elkaar tegen. Wethouder: de waarden raken elkaar niet.",
		"AVG en rust versterken elkaar. Volgens: Handhaver. Nog geen antwoord van: Wethouder.",
		"Betrokkenheid en veiligheid raken elkaar niet. Volgens: Wethouder.",
		"Hoe betrokkenheid en rust elkaar raken, staat er nog niet. Nog geen antwoord van: Wethouder.",
	}
	if d := cmp.Diff(want, drie().Zinnen()); d != "" {
		t.Error(d)
	}
	const mermaid = `graph LR
  w1["Veiligheid"]
  w2["Rust"]
  w3["AVG"]
  w4["Betrokkenheid"]
  w1 -.-|"– tegen#58; Handhaver"| w2
  w1 ---|"+ versterkt#58; iemand zonder rol"| w2
  w1 -.-|"– tegen#58; iemand zonder rol#59; ○ raken elkaar niet#58; Wethouder"| w2
  w3 ---|"+ versterkt#58; Handhaver"| w2
  w3 ---|"?#58; Wethouder"| w2
  w4 ---|"?#58; Wethouder"| w2
`
	if d := cmp.Diff(mermaid, drie().Mermaid()); d != "" {
		t.Error(d)
	}
	svg := string(plaatje(drie(), "Koken"))
	for _, rol := range []string{">Handhaver<", ">Wethouder<", ">iemand zonder rol<", ">raken elkaar niet<"} {
		if !strings.Contains(svg, rol) {
			t.Errorf("the picture does not say %s", rol)
		}
	}
}

// Two by the same rol are told as one: how many there were is nobody's vote.
func TestNothingCountsWhoSawWhat(t *testing.T) {
	data, err := json.Marshal(drie())
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"waarden":[{"id":"veiligheid","naam":"Veiligheid","groep":"Samenleving"},{"id":"rust","naam":"Rust","groep":"Samenleving"},` +
		`{"id":"avg","naam":"AVG","groep":"Rechtsstaat"},{"id":"betrokkenheid","naam":"Betrokkenheid","groep":"Samenleving"}],` +
		`"verbanden":[{"tussen":["veiligheid","rust"],"gezien":[{"soort":"tegen","rollen":["Handhaver"]},{"soort":"beide","rollen":["iemand zonder rol"]},{"soort":"geen","rollen":["Wethouder"]}]},` +
		`{"tussen":["avg","rust"],"gezien":[{"soort":"versterkt","rollen":["Handhaver"]},{"soort":"","rollen":["Wethouder"]}]},` +
		`{"tussen":["betrokkenheid","veiligheid"],"gezien":[{"soort":"geen","rollen":["Wethouder"]}]},{"tussen":["betrokkenheid","rust"],"gezien":[{"soort":"","rollen":["Wethouder"]}]}]}`
	if d := cmp.Diff(want, string(data)); d != "" {
		t.Error(d)
	}
}

// An own value of one person is that of another only when it is called the same.
func TestOwnValuesMeetByTheirName(t *testing.T) {
	van := func(id, naam string) netwerk.Bijdrage {
		return netwerk.Bijdrage{Rol: naam, Reflectie: reflectie.Reflectie{
			Waarden:   []reflectie.Waarde{{ID: id, Naam: naam}, {ID: "rust"}},
			Verbanden: []reflectie.Verband{verband(id, "rust", "tegen")}}}
	}
	n := netwerk.New(catalogus(), van("waarde-2", "Eerlijk delen"), van("waarde-2", "Stilte"), van("eerlijk-delen", "eerlijk delen"))
	var namen []string
	for _, w := range n.Waarden {
		namen = append(namen, w.ID+" "+w.Naam)
	}
	if d := cmp.Diff([]string{"waarde-2 Eerlijk delen", "rust Rust", "waarde-2-2 Stilte"}, namen); d != "" {
		t.Error(d)
	}
	want := []string{"Eerlijk delen en rust werken elkaar tegen. Volgens: Eerlijk delen, eerlijk delen.",
		"Stilte en rust werken elkaar tegen. Volgens: Stilte."}
	if d := cmp.Diff(want, n.Zinnen()); d != "" {
		t.Error(d)
	}
}

// Within one reflectie two values are two, however alike they are called.
func TestTwoValuesOfOnePersonStayTwo(t *testing.T) {
	r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "a", Naam: "Rust"}, {ID: "b", Naam: "rust"}, {ID: "rust"}},
		Verbanden: []reflectie.Verband{verband("a", "b", "tegen"), verband("b", "rust", "tegen")}}
	n := netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: r}, netwerk.Bijdrage{Reflectie: r})
	if len(n.Waarden) != 3 || len(n.Verbanden) != 2 {
		t.Errorf("%+v", n)
	}
}

// In whatever order the reflecties come, the same is said of the same waarden,
// also where ids cross: one calls stil what another calls rust.
func TestTheOrderOfReflectiesChangesNothing(t *testing.T) {
	een := netwerk.Bijdrage{Rol: "A", Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "stil", Naam: "Kalmte"}, {ID: "kalmte", Naam: "Stilte"}, {ID: "rust"}},
		Verbanden: []reflectie.Verband{verband("stil", "kalmte", "tegen"), verband("stil", "rust", "beide")}}}
	ander := netwerk.Bijdrage{Rol: "B", Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "stil", Naam: "Stilte"}, {ID: "stil-2", Naam: "kalmte"}, {ID: "rust"}},
		Verbanden: []reflectie.Verband{verband("stil-2", "stil", "tegen"), verband("stil", "rust", "tegen")}}}
	want := []string{"Kalmte en rust versterken elkaar, en werken elkaar ook tegen. Volgens: A.", "Kalmte en stilte werken elkaar tegen. Volgens: A, B.",
		"Stilte en rust werken elkaar tegen. Volgens: B."}
	got := netwerk.New(catalogus(), een, ander).Zinnen()
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	want[1] = "Kalmte en stilte werken elkaar tegen. Volgens: B, A."
	got = netwerk.New(catalogus(), ander, een).Zinnen()
	slices.Sort(got)
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// Where nobody may be known, all forms say how waarden relate and none who saw it.
func TestANetwerkWithoutNamesSaysWhatAndNotWho(t *testing.T) {
	b := netwerk.NewBouwer(catalogus())
	for _, soort := range []string{"tegen", "geen", ""} {
		b.Add(netwerk.Bijdrage{Rol: "Wethouder", Door: "Team Noord", Over: "Koken", Reflectie: reflectie.Reflectie{
			Verbanden: []reflectie.Verband{verband("rust", "avg", soort), verband("rust", "veiligheid", "tegen"), verband("avg", "veiligheid", soort)}}})
	}
	n := b.Naamloos()
	svg, _ := n.SVG(netwerk.Breed, "Kompas")
	alles := strings.Join(n.Zinnen(), "\n") + n.Mermaid() + string(svg)
	for _, woord := range []string{"Wethouder", "Team Noord", "Koken", "zonder rol", "Volgens", "Nog geen antwoord van"} {
		if strings.Contains(alles, woord) {
			t.Errorf("%s is in\n%s", woord, alles)
		}
	}
	want := []string{"Rust en AVG: niet iedereen ziet hetzelfde. De waarden werken elkaar tegen. De waarden raken elkaar niet.",
		"Rust en veiligheid werken elkaar tegen.", "AVG en veiligheid: niet iedereen ziet hetzelfde. De waarden werken elkaar tegen. De waarden raken elkaar niet."}
	if d := cmp.Diff(want, n.Zinnen()); d != "" {
		t.Error(d)
	}
}
