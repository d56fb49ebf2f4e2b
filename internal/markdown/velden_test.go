package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// eenVeld returns a reflectie in which one field holds something, and what that
// is; "" where the field cannot stand by itself.
func eenVeld(d reflectie.Deel, v reflectie.Veld) (r reflectie.Reflectie, woord string) {
	r = reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "alles",
		Waarden: []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "rust", Naam: "Rust"}}}
	rij := r.Rijen(reflectie.Delen()[0])[0]
	namen := map[reflectie.Rijsoort]string{reflectie.PerRol: "wethouder", reflectie.PerWaarde: "rust", reflectie.PerPaar: "veiligheid+rust", reflectie.PerDatum: "2027-02-21"}
	switch {
	case d.Naam == reflectie.SleutelWaarden:
		rij = r.Rij(d, 1)
	case d.Naam != "":
		rij = r.Erbij(d)
	}
	if naam, ok := d.Naamveld(); ok {
		rij.Zet(naam, reflectie.Tekst(namen[d.Rijen]))
	}
	switch v.Aard {
	case reflectie.Proza, reflectie.EenLijn, reflectie.Punten:
		woord = "Woorden: van " + v.Naam
	case reflectie.EenRol:
		woord = "wethouder"
	case reflectie.EenWaarde, reflectie.Voorrang:
		woord = "rust"
	case reflectie.EenKeuze:
		woord = v.Keuzes[len(v.Keuzes)-1]
	case reflectie.EenDatum:
		woord = "2026-12-15"
	case reflectie.Versienummer:
		woord = "1"
	}
	switch {
	case v.IsNaam && v.Aard != reflectie.EenRol, v.Aard == reflectie.EenID, v.Aard == reflectie.EenTeken:
		return r, ""
	case v.Aard == reflectie.EenJaNee:
		rij.Zet(v, reflectie.JaNee(false))
		return r, "nee"
	case v.PerWaarde:
		rij.ZetVoor(v, "rust", reflectie.Tekst(woord))
	default:
		rij.Zet(v, reflectie.Tekst(woord))
	}
	return r, woord
}

func TestEveryFieldGoesThroughTheFileByItself(t *testing.T) {
	t.Parallel()
	leeg := reflectie.Reflectie{Weeg: 1, Casus: reflectie.Eigen, Werkvorm: "alles"}
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			t.Run(strings.Trim(d.Naam+"."+v.Naam, "."), func(t *testing.T) {
				t.Parallel()
				r, _ := eenVeld(d, v)
				r = r.Normaal()
				meta := markdown.Meta{ID: "x"}
				for _, def := range []casus.Definitie{eigenDefinitie(), {}} {
					data := markdown.Encode(def, meta, r, nil)
					houdt(t, data, meta, r, nil)
					doc := lees(t, data)
					if got := rewrite(t, doc, def, meta, r, nil); string(got) != string(data) {
						t.Errorf("rewriting the same changed the file: %s", cmp.Diff(string(data), string(got)))
					}
					zonder := rewrite(t, doc, def, meta, leeg, nil)
					houdt(t, zonder, meta, leeg.Normaal(), nil)
					terug := rewrite(t, lees(t, zonder), def, meta, r, nil)
					houdt(t, terug, meta, r, nil)
					if diff := cmp.Diff(string(data), string(terug)); diff != "" {
						t.Errorf("taken out and put in again it is another file (-fresh +rewritten):\n%s", diff)
					}
				}
			})
		}
	}
}

func TestEveryChoiceIsSaidInASentence(t *testing.T) {
	t.Parallel()
	namen := map[string]string{"2026-12-15": "15 december 2026", "samen": "Samen", "anders": "Iemand anders", "gewoonte": "Een gewoonte", "open": "Dat is nog open", "geen": "raken elkaar hier niet", "nee": "Nee"}
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			r, woord := eenVeld(d, v)
			if woord == "" || v.InLijf() || v.Voorwerk > 0 || v.Aard == reflectie.Versienummer {
				continue
			}
			for i, def := range []casus.Definitie{eigenDefinitie(), {}} {
				page := string(markdown.Encode(def, markdown.Meta{}, r, nil))
				page, _, _ = strings.Cut(page, "<!-- weeg:gegevens")
				want := woord
				if naam, ok := namen[woord]; ok && i == 0 {
					want = naam
				}
				if !strings.Contains(strings.ToLower(page), strings.ToLower(want)) && !strings.Contains(strings.ToLower(page), strings.ToLower(namen[woord] + "\x00")[:max(len(namen[woord]), 1)]) {
					t.Errorf("%s.%s: nothing on the page says %q:\n%s", d.Naam, v.Naam, want, page)
				}
			}
		}
	}
}
