package netwerk_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

func catalogus() []casus.Waarde {
	return []casus.Waarde{{ID: "avg", Naam: "AVG", Groep: "Rechtsstaat"}, {ID: "betrokkenheid", Naam: "Betrokkenheid", Groep: "Samenleving"},
		{ID: "veiligheid", Naam: "Veiligheid", Groep: "Samenleving"}, {ID: "rust", Naam: "Rust", Groep: "Samenleving"}}
}

// alleen is the waardenetwerk of one reflectie.
func alleen(r reflectie.Reflectie) netwerk.Netwerk {
	return netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: r})
}

func voorbeeld() reflectie.Reflectie {
	verband := func(a, b, soort string) reflectie.Verband {
		return reflectie.Verband{Tussen: reflectie.Paar{a, b}, Soort: soort}
	}
	return reflectie.Reflectie{
		Waarden: []reflectie.Waarde{{ID: "betrokkenheid"}, {ID: "veiligheid", Naam: "Veiligheid"}, {ID: "gast", Naam: "gastvrij\nzijn"}, {ID: "los", Naam: "Los"},
			{ID: "avg"}, {ID: "rust"}, {ID: "onbekend"}},
		Verbanden: []reflectie.Verband{verband("betrokkenheid", "veiligheid", "tegen"), verband("veiligheid", "avg", "versterkt"),
			verband("gast", "avg", "beide"), verband("gast", "rust", "geen"), verband("avg", "onbekend", "")},
	}
}

func TestSentencesAccuseNoSide(t *testing.T) {
	want := []string{
		"Betrokkenheid en veiligheid werken elkaar hier tegen.",
		"Veiligheid en AVG versterken elkaar hier.",
		"Gastvrij zijn en AVG versterken elkaar hier, en werken elkaar ook tegen.",
		"Gastvrij zijn en rust raken elkaar hier niet.",
		"Hoe AVG en onbekend elkaar hier raken, staat er nog niet.",
		"Los telt ook mee.",
	}
	if diff := cmp.Diff(want, alleen(voorbeeld()).Zinnen()); diff != "" {
		t.Error(diff)
	}
}

func TestDiagramShowsEveryValueAndEveryRelation(t *testing.T) {
	want := `graph LR
  w1["Betrokkenheid"]
  w2["Veiligheid"]
  w3["gastvrij zijn"]
  w4["Los"]
  w5["AVG"]
  w6["Rust"]
  w7["onbekend"]
  w1 -.-|"– tegen"| w2
  w2 ---|"+ versterkt"| w5
  w3 ---|"+ versterkt"| w5
  w3 -.-|"– tegen"| w5
  w5 ---|"?"| w7
`
	if diff := cmp.Diff(want, alleen(voorbeeld()).Mermaid()); diff != "" {
		t.Error(diff)
	}
}

func TestNoNameCanBreakTheDiagram(t *testing.T) {
	knoop := regexp.MustCompile(`^  w1\["([\pL\pN\pM ,-]|[^\x00-\x7f]|#[0-9]+;)+"\]$`)
	for _, naam := range []string{`a "b" [c] (d) {e}`, "a;b%%c", "`code`", "end", "#35;", "<b>&amp;", "😀 👩‍👩‍👧", "a\nb", strings.Repeat("lang ", 40),
		"1. een", "- twee", "\\", "ﬂ°°35¶ß", "--> w2", "\u202eomgekeerd", "\x00\x1b", "ß", "|x|", "$$x$$", "*vet* _schuin_"} {
		r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "x", Naam: naam}}}
		regels := strings.Split(alleen(r).Mermaid(), "\n")
		if len(regels) != 3 || !knoop.MatchString(regels[1]) {
			t.Errorf("%q gives %q", naam, regels)
		}
	}
}

func TestANameThatCouldBeMoreStandsBetweenQuotationMarks(t *testing.T) {
	r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "x", Naam: "Rust --> stilte"}, {ID: "y", Naam: "Zorg voor elkaar"}}}
	want := []string{"“Rust --> stilte” telt hier mee.", "Zorg voor elkaar telt hier mee."}
	if diff := cmp.Diff(want, netwerk.New(nil, netwerk.Bijdrage{Reflectie: r}).Zinnen()); diff != "" {
		t.Error(diff)
	}
	r.Verbanden = []reflectie.Verband{{Tussen: reflectie.Paar{"y", "x"}, Soort: reflectie.Versterkt}}
	want = []string{"Zorg voor elkaar en “Rust --> stilte” versterken elkaar hier."}
	if diff := cmp.Diff(want, netwerk.New(nil, netwerk.Bijdrage{Reflectie: r}).Zinnen()); diff != "" {
		t.Error(diff)
	}
}

// Who takes a waarde back finds it in their waardenetwerk no more, whatever they said of
// it before; where nobody chose any, what was said is all there is.
func TestAWaardeThatWasTakenBackIsNotInIt(t *testing.T) {
	r := voorbeeld()
	r.Waarden = slices.DeleteFunc(r.Waarden, func(w reflectie.Waarde) bool { return w.ID == "veiligheid" || w.ID == "los" })
	for _, zin := range alleen(r).Zinnen() {
		if strings.Contains(strings.ToLower(zin), "veiligheid") {
			t.Errorf("it says %q", zin)
		}
	}
	r.Waarden = append(r.Waarden, reflectie.Waarde{ID: "los", Naam: "Los", Genoemd: true}) // kept for what names it
	r.Verbanden = append(r.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{"los", "rust"}, Soort: "tegen"})
	if beeld := alleen(r).Mermaid(); strings.Contains(beeld, "Los") {
		t.Errorf("it draws\n%s", beeld)
	}
	r.Waarden = nil
	if zinnen := alleen(r).Zinnen(); len(zinnen) != len(r.Verbanden) {
		t.Errorf("of %d verbanden it says %q", len(r.Verbanden), zinnen)
	}
}
