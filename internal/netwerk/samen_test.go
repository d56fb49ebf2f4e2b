package netwerk_test

import (
	"encoding/json"
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
			Waarden: []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "rust"}}}}
	}
	return netwerk.New(catalogus(),
		van("Handhaver", verband("veiligheid", "rust", "tegen"), verband("avg", "rust", "versterkt")),
		van("Wethouder", verband("rust", "veiligheid", "geen"), verband("betrokkenheid", "veiligheid", "geen")),
		van("Handhaver", verband("veiligheid", "rust", "tegen"), verband("avg", "rust", "versterkt")),
		van("", verband("veiligheid", "rust", "beide")))
}

func TestOfSeveralAnEdgeNamesWhoSawItSoAndWhoOtherwise(t *testing.T) {
	want := []string{
		"Tussen veiligheid en rust ziet niet iedereen hetzelfde. Handhaver: ze werken elkaar tegen. " +
			"Rol niet genoemd: ze versterken elkaar en werken elkaar tegen. Wethouder: ze raken elkaar niet.",
		"AVG en rust versterken elkaar hier. Gezien door: Handhaver.",
		"Betrokkenheid en veiligheid raken elkaar hier niet. Gezien door: Wethouder.",
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
  w1 ---|"+ versterkt#58; Rol niet genoemd"| w2
  w1 -.-|"– tegen#58; Rol niet genoemd, ○ raken elkaar niet#58; Wethouder"| w2
  w3 ---|"+ versterkt#58; Handhaver"| w2
`
	if d := cmp.Diff(mermaid, drie().Mermaid()); d != "" {
		t.Error(d)
	}
	svg := string(drie().SVG("Koken"))
	for _, rol := range []string{">Handhaver<", ">Wethouder<", ">Rol niet genoemd<", ">raken elkaar niet<"} {
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
		`"verbanden":[{"tussen":["veiligheid","rust"],"gezien":[{"soort":"tegen","rollen":["Handhaver"]},{"soort":"beide","rollen":["Rol niet genoemd"]},{"soort":"geen","rollen":["Wethouder"]}]},` +
		`{"tussen":["avg","rust"],"gezien":[{"soort":"versterkt","rollen":["Handhaver"]}]},` +
		`{"tussen":["betrokkenheid","veiligheid"],"gezien":[{"soort":"geen","rollen":["Wethouder"]}]}]}`
	if d := cmp.Diff(want, string(data)); d != "" {
		t.Error(d)
	}
}

// An own value of one person is that of another only when it is called the same.
func TestOwnValuesMeetByTheirName(t *testing.T) {
	van := func(naam string) netwerk.Bijdrage {
		return netwerk.Bijdrage{Rol: naam, Reflectie: reflectie.Reflectie{
			Waarden:   []reflectie.Waarde{{ID: "waarde-2", Naam: naam}, {ID: "rust"}},
			Verbanden: []reflectie.Verband{verband("waarde-2", "rust", "tegen")}}}
	}
	n := netwerk.New(catalogus(), van("Eerlijk delen"), van("Stilte"), van("eerlijk delen"))
	var namen []string
	for _, w := range n.Waarden {
		namen = append(namen, w.ID+" "+w.Naam)
	}
	if d := cmp.Diff([]string{"waarde-2 Eerlijk delen", "rust Rust", "waarde-2-2 Stilte"}, namen); d != "" {
		t.Error(d)
	}
	want := []string{"Eerlijk delen en rust werken elkaar hier tegen. Gezien door: Eerlijk delen, eerlijk delen.",
		"Stilte en rust werken elkaar hier tegen. Gezien door: Stilte."}
	if d := cmp.Diff(want, n.Zinnen()); d != "" {
		t.Error(d)
	}
}
