package netwerk_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

func TestEachVerbandStandsOnceWithASignAndWords(t *testing.T) {
	r := reflectie.Reflectie{
		Waarden: []reflectie.Waarde{{ID: "veiligheid"}, {ID: "zorg", Naam: "zorg voor elkaar"}, {ID: "rust"}, {ID: "openheid"}},
		Verbanden: []reflectie.Verband{
			{Tussen: reflectie.Paar{"zorg", "veiligheid"}, Soort: "tegen"},
			{Tussen: reflectie.Paar{"veiligheid", "rust"}, Soort: "versterkt"},
			{Tussen: reflectie.Paar{"zorg", "rust"}, Soort: "geen"},
			{Tussen: reflectie.Paar{"zorg", "openheid"}, Soort: "beide"},
			{Tussen: reflectie.Paar{"rust", "openheid"}},
		},
	}
	catalogus := []casus.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "rust", Naam: "Rust"}, {ID: "openheid", Naam: "Openheid"}}
	want := []netwerk.Knoop{
		{Naam: "Veiligheid", Banden: []netwerk.Band{{"–", "botst met", "zorg voor elkaar"}, {"+", "helpt", "rust"}}},
		{Naam: "Zorg voor elkaar", Banden: []netwerk.Band{{"±", "helpt en botst met", "openheid"}}},
		{Naam: "Rust", Banden: []netwerk.Band{{"?", "raakt", "openheid"}}},
		{Naam: "Openheid"},
	}
	if d := cmp.Diff(want, netwerk.New(catalogus, netwerk.Bijdrage{Reflectie: r}).Knopen()); d != "" {
		t.Error(d)
	}
}
