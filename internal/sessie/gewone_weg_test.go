package sessie_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// volgt answers a question as the plain path has it: everything is answered, a
// rule of the casus is chosen and followed, one pair is weighed, the decision is
// one's own, and the offer to look further is declined.
func volgt(v sessie.Vraag) reflectie.Antwoord { return metKeuze(v, 0) }

// metKeuze answers a question with its nth choice.
func metKeuze(v sessie.Vraag, n int) reflectie.Antwoord {
	switch {
	case v.Soort == casus.JaNee:
		return reflectie.JaNee((n%2 == 0) != v.Aanbod)
	case v.Soort == casus.Datum:
		return tekst("2027-02-21")
	case v.Soort == casus.Lijst:
		return lijst("wie er die avond bij was")
	case v.Soort == casus.Waardenkeuze || v.Soort == casus.Meerkeuze:
		var ids []string
		for _, o := range v.Opties[:min(3, len(v.Opties))] {
			ids = append(ids, o.ID)
		}
		return lijst(ids...)
	case len(v.Opties) > 0:
		return tekst(v.Opties[n%len(v.Opties)].ID)
	}
	return tekst("Achttien mensen eten hier elke donderdag samen met hun buren.")
}

// loop walks to the end and returns the keys of what was asked, once each.
func loop(t testing.TB, s *sessie.Sessie, antwoord func(sessie.Vraag) reflectie.Antwoord) []string {
	t.Helper()
	var gevraagd []string
	for range 500 {
		v := s.Vraag()
		if v.Sleutel == sessie.SleutelAfronden {
			return gevraagd
		}
		if !slices.Contains(gevraagd, v.Sleutel) {
			gevraagd = append(gevraagd, v.Sleutel)
		}
		if err := s.Answer(antwoord(v)); err != nil {
			t.Fatalf("%s: %v", v.Sleutel, err)
		}
	}
	t.Fatalf("there is no end to %v", gevraagd)
	return nil
}

// telt counts questions as a person does: one's own story is no question, and an
// afspraak is one.
func telt(sleutels []string) (vragen, weging int) {
	gezien := map[string]bool{}
	for _, sleutel := range sleutels {
		p, ok := reflectie.Ontleed(sleutel)
		if ok && p.Deel.Naam == reflectie.SleutelAfspraken {
			sleutel = reflectie.Sleutel(p.Deel.Naam, p.Rij)
		}
		if strings.HasPrefix(sleutel, "eigen.") || gezien[sleutel] {
			continue
		}
		gezien[sleutel] = true
		vragen++
		if ok && p.Deel.Naam == reflectie.SleutelWeging && weging == 0 {
			weging = vragen
		}
	}
	return vragen, weging
}

// Few questions, each of which makes one think: time is what somebody lacks most.
func TestThePlainPathHasNoMoreQuestionsThanPromised(t *testing.T) {
	t.Parallel()
	type meest struct{ vragen, weging int }
	beloofd := map[string]meest{
		"waardenweging": {50, 36}, "kort": {17, 8}, "regel-en-bedoeling": {32, 0},
		"weerstand": {26, 0}, "initiatief": {33, 0}, "vooruitblik": {28, 0},
	}
	var tabel strings.Builder
	tab := tabwriter.NewWriter(&tabel, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "werkvorm\tcasus\tvragen\thoogstens\tweging vanaf\tuiterlijk\tvan de casus")
	gezien := map[string]bool{}
	for _, def := range alleGeleverde(t) {
		naam, hoogstens := def.Werkvorm.ID+"/"+def.Casus.ID, beloofd[def.Werkvorm.ID]
		if hoogstens.vragen == 0 {
			t.Errorf("nothing is promised of %s", def.Werkvorm.ID)
		}
		gezien[def.Werkvorm.ID] = true
		s := begin(def)
		buiten := slices.IndexFunc(def.Casus.Rollen, func(r casus.Rol) bool { return !r.Laag })
		gevraagd := loop(t, s, func(v sessie.Vraag) reflectie.Antwoord {
			if v.Sleutel == reflectie.SleutelRol && buiten >= 0 { // the rol that is asked about most layers
				return metKeuze(v, buiten)
			}
			return volgt(v)
		})
		vragen, weging := telt(gevraagd)
		van := vanCasus(def, gevraagd)
		fmt.Fprintf(tab, "%s\t%s\t%d\t%d\t%d\t%d\t%s\n", def.Werkvorm.ID, def.Casus.ID, vragen, hoogstens.vragen, weging, hoogstens.weging, strings.Join(van, " "))
		if vragen > hoogstens.vragen {
			t.Errorf("%s asks %d questions, at most %d were promised: %v", naam, vragen, hoogstens.vragen, gevraagd)
		}
		if weging == 0 || hoogstens.weging > 0 && weging > hoogstens.weging {
			t.Errorf("%s begins to weigh at question %d, at most %d was promised", naam, weging, hoogstens.weging)
		}
		if len(van) == 0 && !def.IsEigen() {
			t.Errorf("%s asks none of the casus' own questions", naam)
		}
		if v := s.Vervallen(); len(v) > 0 {
			t.Errorf("%s: straight on, and yet vervallen are %v", naam, sleutels(v))
		}
		nietGevraagd := slices.DeleteFunc(s.Vragen(), func(v sessie.Vraag) bool { return v.Status == sessie.Ingevuld })
		if len(nietGevraagd) > 0 {
			t.Errorf("%s: all was answered, and yet open are %v", naam, sleutels(nietGevraagd))
		}
	}
	for id := range beloofd {
		if !gezien[id] {
			t.Errorf("there is no werkvorm %s", id)
		}
	}
	if err := tab.Flush(); err != nil {
		t.Fatal(err)
	}
	t.Logf("\n%s", tabel.String())
}

// vanCasus returns which of the casus' own questions were asked.
func vanCasus(def casus.Definitie, gevraagd []string) []string {
	var van []string
	for _, extra := range def.Casus.Vragen {
		if slices.ContainsFunc(gevraagd, func(sleutel string) bool { return strings.HasSuffix(sleutel, "."+extra.ID) }) {
			van = append(van, extra.ID)
		}
	}
	return van
}
