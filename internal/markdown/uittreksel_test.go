package markdown_test

import (
	"testing"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// A day to look back counts until somebody did so on it or later; one that they chose anew
// after that counts again.
func TestADayToLookBackCountsUntilSomebodyDid(t *testing.T) {
	t.Parallel()
	dag := func(s string) reflectie.Datum {
		d, _ := reflectie.ParseDatum(s) // "" is none
		return d
	}
	for _, c := range []struct{ terugblik, teruggeblikt, dag string }{
		{"", "", ""},
		{"2026-12-07", "", "2026-12-07"},
		{"2026-12-07", "2026-11-30", "2026-12-07"},
		{"2026-12-07", "2026-12-07", ""},
		{"2026-12-07", "2026-12-09", ""},
		{"", "2026-11-30", ""},
	} {
		u := markdown.Uittreksel{Terugblik: dag(c.terugblik), Teruggeblikt: dag(c.teruggeblikt)}
		if got := u.Dag(); got != dag(c.dag) {
			t.Errorf("of %+v the day is %v", c, got)
		}
		if wacht := u.Wacht(dag("2026-12-06")); wacht {
			t.Errorf("%+v waits before its day", c)
		}
		if wacht := u.Wacht(dag("2026-12-10")); wacht != (c.dag != "") {
			t.Errorf("%+v: after its day it waits is %v", c, wacht)
		}
	}
}
