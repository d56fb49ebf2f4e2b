package cli

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Before one shares one sees the names of people that stand in it, as far as they look
// like names, and not the roles and words of the casus.
func TestNamesOfPeopleAreSeenBeforeOneShares(t *testing.T) {
	def := casus.Definitie{Casus: casus.Casus{Titel: "Koken", Situatie: "De handhaver Samir staat bij Ria. In de Kerkstraat is het stil."}}
	for tekst, want := range map[string][]string{
		"Ik belde met Jan Jansen over de AVG.":             {"Jan Jansen"},
		"Jan Peter Janssen belde.":                         {"Jan Peter Janssen"},
		"Het is de zaak van De Vries, en van Ter Horst.":   {"De Vries", "Ter Horst"},
		"Ik vroeg J. Smit. Samir lacht. Ria ook.":          {"J. Smit"},
		"Ik sprak Joke van der Meer.\nPiet stond erbij.":   {"Joke van der Meer"},
		"De buurvrouw kwam. Zij zei: \"Kom binnen.\"":      nil,
		"We gingen naar de Kerkstraat, met de WMO en NOS.": nil,
		"":                     nil,
		"Ik zag Ömer en Zoë.":  {"Zoë", "Ömer"},
		"Bij Jan, Piet en Ali": {"Ali", "Bij Jan", "Piet"},
	} {
		got := eigennamen(reflectie.Reflectie{Antwoorden: reflectie.Antwoorden{"a.b": reflectie.Tekst(tekst)}}, def)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("in %q (-want +got):\n%s", tekst, d)
		}
	}
	if got := eigennamen(reflectie.Reflectie{Door: "Kees Geheim", Rol: "Hoofd Inkomen"}, def); !cmp.Equal(got, []string{"Kees Geheim"}) {
		t.Errorf("of who it is by it says %v", got)
	}
}
