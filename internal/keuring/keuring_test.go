package keuring_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/keuring"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

var update = flag.Bool("update", false, "write what is found into testdata")

func bibliotheek() casus.Bibliotheek {
	return casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden", Beproefd: true})
}

// nieuw makes a Keuring against the library that is built in.
func nieuw(uit ...string) *keuring.Keuring {
	bieb := bibliotheek()
	return keuring.New(bieb, func(r reflectie.Reflectie) keuring.Definitie {
		c, err := bieb.Casus(r.Casus)
		if r.Casus == reflectie.Eigen {
			c, err = casus.EigenCasus(), nil
		}
		weg := err != nil
		w, _ := bieb.Werkvorm(r.Werkvorm)
		waarden, _ := bieb.Waarden()
		def := casus.Definitie{Casus: c, Werkvorm: w, Waarden: waarden}
		return keuring.NewDefinitie(def, weg)
	}, uit)
}

// Of every rule testdata has a file in which it finds something, and one that looks like it
// in which nothing is found; and the example that people are shown stands in the first.
func TestEveryRuleFindsItsExampleAndNotItsNearMiss(t *testing.T) {
	t.Parallel()
	k := nieuw()
	for _, r := range keuring.Regels() {
		pad := filepath.Join("testdata", r.Code+".txtar")
		archief, err := txtar.ParseFile(pad)
		if err != nil {
			t.Errorf("%s has no pair of files: %v", r.Code, err)
			continue
		}
		var gevonden, verwacht string
		var niet, wel []byte
		gezien := map[string]bool{}
		for _, f := range archief.Files {
			if f.Name == "verwacht" {
				verwacht = string(f.Data)
				continue
			}
			soort, naam, _ := strings.Cut(f.Name, "/")
			bevindingen, isVan := k.Keur(naam, f.Data)
			if !isVan {
				t.Errorf("%s: %s is taken for no file of weeg's", r.Code, f.Name)
			}
			gezien[soort] = true
			switch soort {
			case "fout":
				for _, b := range bevindingen {
					gevonden += b.String() + "\n"
				}
				niet = append(niet, f.Data...)
			case "goed":
				for _, b := range bevindingen {
					t.Errorf("%s: the near miss gives %s", r.Code, b)
				}
				wel = append(wel, f.Data...)
			}
		}
		staatIn(t, r.Code, r.Niet, niet)
		staatIn(t, r.Code, r.Wel, wel)
		if !gezien["fout"] || !gezien["goed"] {
			t.Errorf("%s: wants a file in fout/ and one in goed/", r.Code)
		}
		if !strings.Contains(gevonden, "["+r.Code+"]") {
			t.Errorf("%s finds nothing in its example", r.Code)
		}
		if *update {
			archief.Files = slices.DeleteFunc(archief.Files, func(f txtar.File) bool { return f.Name == "verwacht" })
			archief.Files = append(archief.Files, txtar.File{Name: "verwacht", Data: []byte(gevonden)})
			if err := os.WriteFile(pad, txtar.Format(archief), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if d := cmp.Diff(verwacht, gevonden); d != "" {
			t.Errorf("%s (-want +got):\n%s", r.Code, d)
		}
	}
}

// staatIn reports where an example is not what is tried.
func staatIn(t *testing.T, code, voorbeeld string, data []byte) {
	t.Helper()
	for lijn := range strings.SplitSeq(voorbeeld, "\n") {
		if !strings.Contains(string(data), strings.TrimSpace(lijn)) {
			t.Errorf("%s: its example is not tried: %q", code, lijn)
		}
	}
}

// The library that weeg carries is as the rules want it: nothing is found, not even a tip.
func TestNothingIsFoundInTheLibrary(t *testing.T) {
	t.Parallel()
	k := nieuw()
	n := 0
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := casussen.FS.ReadFile(pad)
		if err != nil {
			return err
		}
		bevindingen, isVan := k.Keur(pad, data)
		if !isVan {
			t.Errorf("%s is taken for no file of weeg's", pad)
		}
		for _, b := range bevindingen {
			t.Errorf("%s", b)
		}
		n++
		return nil
	})
	if err != nil || n < 50 {
		t.Fatal(n, err)
	}
}

// In reflecties of nobody, as weeg writes them, there is no word of a person and nothing
// that is wrong; at most a tip on words that chance put there.
func TestNobodyIsFoundInReflectiesOfNobody(t *testing.T) {
	t.Parallel()
	k, bieb, r := nieuw(), bibliotheek(), rand.New(rand.NewPCG(1, 1))
	w, err := bieb.Werkvorm("waardenweging")
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	ids, err := bieb.CasusIDs()
	if err != nil {
		t.Fatal(err)
	}
	aantal := 50
	if os.Getenv("WEEG_HEEL") != "" {
		aantal = 200
	}
	for i := range aantal {
		c, err := bieb.Casus(ids[i%len(ids)])
		if err != nil {
			t.Fatal(err)
		}
		ref := reflectietest.Willekeurig(r)
		ref.Casus, ref.Casusversie, ref.Werkvorm, ref.Werkvormversie, ref.Eigen, ref.Afspraken = c.ID, c.Versie, w.ID, w.Versie, nil, nil
		def := casus.Definitie{Casus: c, Werkvorm: w, Waarden: waarden}
		data := markdown.Encode(def, markdown.MetaVan("2026-11-21-een-aaaa", def), ref, nil)
		bevindingen, _ := k.Keur("2026-11-21-een-aaaa.md", data)
		for _, b := range bevindingen {
			if b.Regel.Ernst == keuring.Fout || b.Regel.Code >= "R031" || b.Regel.Code == "R022" {
				t.Errorf("reflectie %d: %s", i, b)
			}
		}
	}
}

// What is put off on a line is put off there, and nowhere else.
func TestARuleIsPutOffWhereThatStands(t *testing.T) {
	t.Parallel()
	k := nieuw()
	const begin = "weeg: 1\nid: x\nversie: 1\ntitel: X\n"
	const eind = "moment: Y?\nrollen: [{id: melder, naam: M}]\nverbanden: [{tussen: [veiligheid, vertrouwen], soort: tegen}]\n"
	for _, c := range []struct {
		midden string
		want   int
	}{
		{"kern: Bel 06-12345678.\nsituatie: Z.\n", 1},
		{"kern: Bel 06-12345678. # controleer uit: R034\nsituatie: Z.\n", 0},
		{"kern: Bel 06-12345678. # controleer uit: R033\nsituatie: Z.\n", 1},
		{"# controleer uit: R033, R034\nkern: Bel 06-12345678.\nsituatie: Bel 06-12345678.\n", 1},
		{"# controleer uit: R034\nsituatie: |\n  Bel 06-12345678.\n\n  Bel 06-12345678.\nkern: Bel 06-12345678.\n", 1},
		{"situatie: |\n  Bel 06-12345678.\n\n  # controleer uit: R034\n  Bel 06-12345678.\nkern: K.\n", 1},
		{"situatie: Bel 06-12345678.\nkern: K. # controleer uit: R034\n", 1},
	} {
		bevindingen, _ := k.Keur("x.yaml", []byte(begin+c.midden+eind))
		if len(bevindingen) != c.want {
			t.Errorf("in\n%s%d are found; want %d: %v", c.midden, len(bevindingen), c.want, bevindingen)
		}
	}
	if bevindingen, _ := nieuw("R034").Keur("x.yaml", []byte(begin+"kern: Bel 06-12345678.\nsituatie: Z.\n"+eind)); len(bevindingen) > 0 {
		t.Errorf("put off for all: %v", bevindingen)
	}
	md := "---\nweeg: 1\ncasus: eigen\nwerkvorm: kort\n---\n\n## Het verhaal <!-- weeg:eigen.situatie -->\n\n%s> Bel 06-12345678.\n> Bel 06-12345678.\n\nBel 06-12345678.\n\n<!-- weeg:gegevens\n-->\n"
	for voor, want := range map[string]int{"": 3, "<!-- controleer uit: R034 -->\n": 1} {
		n := 0
		bevindingen, _ := k.Keur("r.md", fmt.Appendf(nil, md, voor))
		for _, b := range bevindingen {
			if b.Regel.Code == "R034" {
				n++
			}
		}
		if n != want {
			t.Errorf("with %q %d are found; want %d: %v", voor, n, want, bevindingen)
		}
	}
}

// Whatever a file holds, it is looked at, and nobody's number comes out whole.
func FuzzKeur(f *testing.F) {
	paden, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, pad := range paden {
		archief, err := txtar.ParseFile(pad)
		if err != nil {
			f.Fatal(err)
		}
		for _, bestand := range archief.Files {
			f.Add(bestand.Name, bestand.Data)
		}
	}
	f.Add("x.yaml", []byte("weeg: 1\nid: x\ntitel: T\nsituatie: \r\r\r\r een twee\nbel 06-12345678: ja\n"))
	k := nieuw()
	f.Fuzz(func(t *testing.T, naam string, data []byte) {
		for _, naam := range []string{naam, "x.md", "x.yaml"} {
			bevindingen, _ := k.Keur(naam, data)
			for _, b := range bevindingen {
				if b.Plaats.Bestand != naam || b.Tekst == "" || b.Plaats.Regel > bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\r"))+1 {
					t.Errorf("%q: %+v", naam, b)
				}
				if len(privacy.Zoek(b.Tekst)) > 0 {
					t.Errorf("it tells a number whole: %s", b)
				}
			}
		}
	})
}

// In each form the same is told, also when there is nothing.
func TestTheFormsTellTheSame(t *testing.T) {
	t.Parallel()
	bevindingen, _ := nieuw().Keur("een map/x.yaml", []byte("weeg: 1\nid: y\ntitel: \"<!-- \\u001b[31m -->\"\nsituatie: Bel 06-12345678.\nmoment: Y?\nonbekend: ja\n"))
	if len(bevindingen) < 3 {
		t.Fatal(bevindingen)
	}
	for _, n := range []int{0, len(bevindingen)} {
		var j, s bytes.Buffer
		for _, u := range []keuring.Uitslag{keuring.NewJSON(&j), keuring.NewSARIF(&s, "0.1")} {
			for _, b := range bevindingen[:n] {
				if err := u.Meld(b); err != nil {
					t.Fatal(err)
				}
			}
			if err := u.Sluit(); err != nil {
				t.Fatal(err)
			}
		}
		var opJSON []struct {
			Bestand, Ernst, Code, Tekst string
			Regel, Kolom                int
		}
		var sarif struct {
			Runs []struct {
				Results []struct {
					RuleID  string `json:"ruleId"`
					Level   string
					Message struct{ Text string }
				}
			}
		}
		if err := errors.Join(json.Unmarshal(j.Bytes(), &opJSON), json.Unmarshal(s.Bytes(), &sarif)); err != nil {
			t.Fatal(err, j.String(), s.String())
		}
		if len(opJSON) != n || len(sarif.Runs) != 1 || len(sarif.Runs[0].Results) != n {
			t.Fatalf("of %d it tells %d and %d", n, len(opJSON), len(sarif.Runs[0].Results))
		}
		for i, b := range bevindingen[:n] {
			if o, s := opJSON[i], sarif.Runs[0].Results[i]; o.Code != b.Regel.Code || s.RuleID != o.Code || o.Tekst != b.Tekst || s.Message.Text != o.Tekst || o.Regel != b.Plaats.Regel {
				t.Errorf("%s\n%+v\n%+v", b, o, s)
			}
		}
	}
}
