package cli

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// Only words are hidden, in all that others read: also in an answer that applies no
// more, and in what names a row. No choice changes, nothing that is private, and
// nothing comes that nobody answered.
func TestHidingChangesNothingElse(t *testing.T) {
	def, err := newTafel(t).s.boekerij.laad("koken-in-het-schoolgebouw", "waardenweging")
	if err != nil {
		t.Fatal(err)
	}
	stand := sessie.NewStand("proef", def)
	stand.Antwoorden = reflectie.Antwoorden{
		"moment.reactie": reflectie.Tekst("Bel 06-12345678."),
		"moment.twijfel": reflectie.Tekst("Bel 06-12345678."),
		"waarden":        reflectie.Lijst("veiligheid", "betrokkenheid", "06-12345678"),
		"verbanden":      reflectie.Lijst("betrokkenheid+veiligheid"),
		"verbanden.betrokkenheid+veiligheid.soort": reflectie.Tekst("tegen"),
		"ruimte.1.wie":           reflectie.Tekst("de baas, 06-12345678"),
		"uitkomst.doen":          reflectie.Tekst("Ik bel."),
		"aandachtspunten.acties": reflectie.Lijst("Bel 06-12345678.", "Ga langs."),
		"oud.vraag":              reflectie.Tekst("Bel 06-12345678."),
	}
	want := reflectie.Antwoorden{}
	for sleutel, a := range stand.Antwoorden {
		want[sleutel] = a
	}
	want["moment.twijfel"] = reflectie.Tekst("Bel 06-••••••••.")
	want["ruimte.1.wie"] = reflectie.Tekst("de baas, 06-••••••••")
	want["aandachtspunten.acties"] = reflectie.Lijst("Bel 06-••••••••.", "Ga langs.")
	want["oud.vraag"] = reflectie.Tekst("Bel 06-••••••••.")
	if d := cmp.Diff(want, verborgen(stand).Antwoorden); d != "" {
		t.Errorf("hidden (-want +got):\n%s", d)
	}
	if got := inAntwoorden(stand); len(got) != 4 {
		t.Errorf("it tells %q; want what is hidden, each once", got)
	}
}
