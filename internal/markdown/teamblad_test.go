package markdown

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
)

var eenBlad = Teamblad{ID: "2026-11-21-koken-k3x9", Casus: "koken", Datum: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}}

// People fill in a sheet by hand: with the mark of a quote and without, as a list and as
// lines, above, below or in the place of what stood there.
func TestWhatATeamWritesOnItsSheetIsReadBack(t *testing.T) {
	for naam, tekst := range map[string]string{
		"as a quote":             "### Willen we weten … <!-- weeg:kennis -->\n\n> - De tijd.\n> - De som.\n",
		"without marks":          "### Willen we weten … <!-- weeg:kennis -->\n\nDe tijd.\n\nDe som.\n",
		"as a list":              "### Willen we weten … <!-- weeg:kennis -->\n- De tijd.\n* De som.\n",
		"below the empty quote":  "### Willen we weten … <!-- weeg:kennis -->\n\n>\n\n- De tijd.\n- De som.\n",
		"under another heading":  "## Anders\n\nNiet dit.\n\n#### Wat we willen weten <!-- weeg:kennis -->\n\n> De tijd.\n\n> De som.\n",
		"the mark on its line":   "### Willen we weten\n\n<!-- weeg:kennis -->\n\n> De tijd.\n>\n> De som.\n",
		"as a word processor":    "### Willen we weten … <!-- weeg:kennis -->\r\n\r\n1. De tijd.\r\n2. De som.\r\n",
		"more below, and before": "Wij waren met\nz'n vijven.\n\n### Willen we weten … <!-- weeg:kennis -->\n\n> 1. De tijd.\n> 2. De som.\n\n### Leeg <!-- weeg:acties -->\n\n>\n\n## Tot slot\n\nNiet dit.\n",
	} {
		got, err := LeesTeamblad("b.md", []byte(eenBlad.Voorwerk()+"# Overleg\n\n"+tekst))
		want := eenBlad
		want.Velden = map[string][]string{"kennis": {"De tijd.", "De som."}}
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", naam, err, diff)
		}
	}
}

// A sheet that cannot be read says where, and any other file is no sheet.
func TestABrokenSheetSaysWhere(t *testing.T) {
	voor := eenBlad.Voorwerk()
	for naam, geval := range map[string]struct{ tekst, want string }{
		"a conflict of git": {voor + "<<<<<<< HEAD\n", "b.md:8:1: hier staat een conflict van git"},
		"no day":            {strings.Replace(voor, "2026-11-21\n---", "gisteren\n---", 1), "b.md:5:8: dit is geen datum"},
		"no end":            {"---\nweeg-overleg: 1\n", "b.md:1:1: het deel bovenaan heeft geen einde"},
		"no YAML":           {"---\nweeg-overleg: 1\nx: {\n---\n", "b.md:4:1: "},
		"an answer twice":   {voor + "# a <!-- weeg:x -->\n# b <!-- weeg:x -->\n", `b.md:9:1: "x" staat er twee keer`},
	} {
		if !IsTeamblad([]byte(geval.tekst)) {
			t.Errorf("%s: it is taken for another file", naam)
		}
		if _, err := LeesTeamblad("b.md", []byte(geval.tekst)); err == nil || !strings.HasPrefix(err.Error(), geval.want) {
			t.Errorf("%s: %v, want %q", naam, err, geval.want)
		}
	}
	for _, tekst := range []string{"", "# Notulen\n", "---\nweeg: 1\n---\n", "---\ntitel: weeg-overleg:\n---\n"} {
		if IsTeamblad([]byte(tekst)) {
			t.Errorf("%q is taken for a sheet", tekst)
		}
	}
}
