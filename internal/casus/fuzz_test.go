package casus

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/strict"
)

// Whatever stands in a file with definitions, it is loaded or each fault has a place in it,
// or in what it needs; and what is loaded once, is loaded the same again.
func FuzzLoad(f *testing.F) {
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := casussen.FS.ReadFile(pad)
		f.Add(strings.TrimSuffix(path.Base(pad), ".yaml"), data)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	b := NewBibliotheek(Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Beproefd: true})
	f.Fuzz(func(t *testing.T, id string, data []byte) {
		c, casusErr := b.ParseCasus(data, "x.yaml", id)
		w, vormErr := b.ParseWerkvorm(data, "x.yaml", id)
		_, waardenErr := ParseWaarden(data, "x.yaml")
		for _, err := range []error{casusErr, vormErr, waardenErr, b.CheckWoorden(data, "x.yaml", id), b.CheckWoorden(data, "x.yaml", soortDoorvragen)} {
			fouten, isFout := err.(strict.Bevindingen)
			if err != nil && !isFout {
				t.Fatalf("an error has no place: %v", err)
			}
			for _, b := range fouten {
				if b.Plaats.Bestand != "x.yaml" || b.Tekst == "" {
					t.Errorf("%+v", b)
				}
			}
		}
		if again, err := b.ParseCasus(data, "x.yaml", id); casusErr == nil && (err != nil || again.Hash() != c.Hash()) {
			t.Errorf("the casus is another one the second time: %v", err)
		}
		if again, err := b.ParseWerkvorm(data, "x.yaml", id); vormErr == nil && (err != nil || again.Hash() != w.Hash()) {
			t.Errorf("the werkvorm is another one the second time: %v", err)
		}
	})
}

// What calls for a follow-up stands in the text, whatever that is.
func FuzzWoorden(f *testing.F) {
	f.Add("Er wordt naar gekeken.", "er wordt ... gekeken", "door")
	f.Add("“Dat mag niet”, zei hij. Ach, nu eenmaal.", "^ach", "nu eenmaal*")
	f.Add("niet haalbaar\n\n- haalbaar", "haal*", "")
	f.Fuzz(func(t *testing.T, tekst, woorden, zonder string) {
		als := Aanleiding{Woorden: []string{woorden}}
		treft := als.Treft(tekst)
		if (treft != "") != als.Vuurt(tekst) {
			t.Errorf("%q treft %q, and vuurt %v", woorden, treft, als.Vuurt(tekst))
		}
		for woord := range strings.FieldsSeq(treft) {
			if woord != "…" && !strings.Contains(strings.ToLower(tekst), woord) {
				t.Errorf("%q stands not in %q", woord, tekst)
			}
		}
		als.Zonder = []string{zonder}
		if als.Vuurt(tekst) && treft == "" {
			t.Errorf("with what it must be without it comes in %q", tekst)
		}
	})
}
