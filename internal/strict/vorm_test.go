package strict_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ambt.example/weeg/internal/strict"
)

// What a reader asks for is what its file holds: also what it asks only after some choice.
func TestAReaderSaysItselfWhatItTakes(t *testing.T) {
	t.Parallel()
	var f strict.Fouten
	lees := func(n *strict.Node) {
		o := n.Object(&f)
		o.Required("naam")
		o.Int("aantal")
		for _, o := range o.Objects("vragen") {
			soort := o.Choice("soort", []string{"tekst", "keuze"})
			vrij, _ := o.Bool("vrij")
			_ = vrij
			if functie := o.Choice("functie", []string{"regel"}); soort == "keuze" && functie != "regel" {
				o.Require("opties")
			}
			o.Strings("opties")
			o.Done()
		}
		o.Object("los").Velden()
		o.Object("vast").VeldenUit([]string{"a"})
		o.Done()
	}
	got := strict.Opname(lees)
	tekst := strict.Vorm{Soort: strict.VormTekst}
	want := strict.Vorm{Soort: strict.VormBlok, Velden: []*strict.Veldvorm{
		{Naam: "naam", Vorm: strict.Vorm{Soort: strict.VormTekst, Patroon: `\S`}, Moet: true},
		{Naam: "aantal", Vorm: strict.Vorm{Soort: strict.VormGetal}},
		{Naam: "vragen", Vorm: strict.Vorm{Soort: strict.VormLijst, Items: []*strict.Vorm{{Soort: strict.VormBlok, Velden: []*strict.Veldvorm{
			{Naam: "soort", Vorm: strict.Vorm{Soort: strict.VormTekst, Mag: []string{"tekst", "keuze"}}},
			{Naam: "vrij", Vorm: strict.Vorm{Soort: strict.VormJaNee}},
			{Naam: "functie", Vorm: strict.Vorm{Soort: strict.VormTekst, Mag: []string{"regel"}}},
			{Naam: "opties", Vorm: strict.Vorm{Soort: strict.VormLijst, Items: []*strict.Vorm{&tekst}}, MoetBij: []strict.Bij{{Veld: "soort", Is: "keuze", Tenzij: "functie", TenzijWaarde: "regel"}}},
		}}}}},
		{Naam: "los", Vorm: strict.Vorm{Soort: strict.VormBlok, Open: true}},
		{Naam: "vast", Vorm: strict.Vorm{Soort: strict.VormBlok, Velden: []*strict.Veldvorm{{Naam: "a"}}}},
	}}
	if d := cmp.Diff(want, got, cmpopts.IgnoreUnexported(strict.Vorm{})); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
