package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// What is read line by line is what is read wholly.
func TestAnUittrekselSaysWhatTheReflectieSays(t *testing.T) {
	want := func(t *testing.T, data []byte) markdown.Uittreksel {
		d := lees(t, data)
		u := markdown.Uittreksel{Casus: d.Reflectie.Casus, Titel: d.Titel(), Rol: d.Reflectie.Rol, Door: d.Reflectie.Door, Datum: d.Reflectie.Datum, Terugblik: d.Reflectie.Terugblik}
		for _, b := range d.Reflectie.Teruggeblikt {
			if b.Datum.String() > u.Teruggeblikt.String() {
				u.Teruggeblikt = b.Datum
			}
		}
		return u
	}
	controleer := func(naam string, data []byte) {
		t.Helper()
		got, err := markdown.LeesUittreksel("x.md", data)
		if err != nil {
			t.Fatalf("%s: %v\n%s", naam, err, data)
		}
		if d := cmp.Diff(want(t, data), got); d != "" {
			t.Errorf("%s (-want +got):\n%s\n%s", naam, d, kortom(data))
		}
	}
	for zaad := range uint64(100) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		data := markdown.Encode(metTerugblik(def), markdown.Meta{ID: "x"}, r, vervallen)
		controleer(fmt.Sprint("seed ", zaad), data)
		controleer(fmt.Sprint("seed, with line ends ", zaad), []byte(strings.ReplaceAll(string(data), "\n", "\r\n")))
	}
	const kop, lijf = "---\nweeg: 1\ncasus: koken\nwerkvorm: kort\n", "---\n\n# Koken \\*nu\\*\n"
	for _, velden := range []string{"", "datum: 2026-11-21\nterugblik: 2027-02-21\n", "terugblik: \"2027-02-21\"\n", "terugblik: '2027-02-21' # let op\n",
		"notitie: |\n  terugblik: 2020-01-01\n  teruggeblikt:\nterugblik: 2027-02-21\n", "terugblik: 2027-02-21\nteruggeblikt:\n  - {datum: 2027-02-22}\n",
		"teruggeblikt: [{datum: 2027-02-22}, {datum: 2027-02-20}]\n", "teruggeblikt:\n- datum: 2027-02-22\n  antwoorden: {nu.moment: x}\n",
		"teruggeblikt:\n  - datum:\n      2027-02-22\n", "teruggeblikt:\n  - {antwoorden: {nu.moment: x}}\n", "\n# van ons\n'onze sleutel': 1\nterugblik: 2027-02-21\n",
		"? lange\n: {terugblik: 2020-01-01}\n", "rol: handhaver\ndoor: \"Team Toezicht\"\n", "rol: \"Iemand \\\"anders\\\"\"\n", "rol: 'x'\ndoor: Team Zuid\n",
		"rol: true\n", "door: null\n", "rol: \" \"\n", "rol: |\n  veel\n  woorden\n", "door: \"\"\n", "rol: x # een opmerking\n",
		"teruggeblikt:\n  - {datum: 2027-02-22, antwoorden: {nu.moment: \"- {datum: 2028-01-01}\"}}\n  # datum\n",
	} {
		controleer(velden, []byte(kop+velden+lijf))
		controleer("after a mark, "+velden, []byte("\ufeff"+kop+velden+lijf))
	}
	controleer("in braces", []byte("---\n{weeg: 1, casus: koken, werkvorm: kort, terugblik: 2027-02-21}\n---\n"))
	controleer("without a heading", []byte(kop+"---\n\nTekst.\n## Kop\n"))
	for _, fout := range []string{"", "# Lees mij\n", "---\nlayout: x\n---\n", "---\nweeg: 2\ncasus: koken\n---\n", kop + "terugblik: morgen\n" + lijf, kop} {
		if u, err := markdown.LeesUittreksel("x.md", []byte(fout)); err == nil {
			t.Errorf("%q gives %+v", fout, u)
		}
	}
}

func TestAReflectieWaitsFromItsDayUntilSomebodyLooksBack(t *testing.T) {
	vandaag := dag(t, "2027-02-21")
	for _, tt := range []struct {
		terugblik, teruggeblikt string
		want                    bool
	}{
		{"", "", false}, {"2027-02-22", "", false}, {"2027-02-21", "", true}, {"2026-12-31", "", true},
		{"2027-02-01", "2027-01-31", true}, {"2027-02-01", "2027-02-01", false}, {"2027-02-01", "2027-02-20", false},
	} {
		var u markdown.Uittreksel
		for d, s := range map[*reflectie.Datum]string{&u.Terugblik: tt.terugblik, &u.Teruggeblikt: tt.teruggeblikt} {
			if err := d.UnmarshalText([]byte(s)); err != nil {
				t.Fatal(err)
			}
		}
		if got := u.Wacht(vandaag); got != tt.want {
			t.Errorf("to look back %q, looked back %q: %v", tt.terugblik, tt.teruggeblikt, got)
		}
	}
}

func BenchmarkUittreksel(b *testing.B) {
	r, vervallen := volledig()
	data := markdown.Encode(definitie(), markdown.Meta{}, r, vervallen)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := markdown.LeesUittreksel("x.md", data); err != nil {
			b.Fatal(err)
		}
	}
}
