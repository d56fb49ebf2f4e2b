package vorm_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// lees reads what Schrijf wrote into what has no place there.
func lees(t *testing.T, yaml string, r reflectie.Reflectie, mag func(reflectie.Veld) bool) (reflectie.Reflectie, reflectie.Rijnamen) {
	t.Helper()
	n, err := strict.Parse("x.yaml", []byte("id: x\n"+yaml), 0)
	if err != nil {
		t.Fatalf("%v\n%s", err, yaml)
	}
	l := vorm.Lezer{Mag: mag, Genummerd: true}
	o := n.Object(&l.Fouten)
	o.Ken("id")
	l.Delen(o, &r)
	for _, veld := range o.Object("antwoorden").Velden() {
		heel := reflectie.Delen()[0]
		r.Rijen(heel)[0].ZetVraag(heel, veld.Naam, l.OpVorm(veld.Waarde))
	}
	o.Done()
	if err := l.Fouten.Err(); err != nil {
		t.Fatalf("%v\n%s", err, yaml)
	}
	return r, l.Namen
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	alles := func(v reflectie.Veld) bool { return !v.PerWaarde }
	for seed := range uint64(1000) {
		want := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 4)))
		namen := want.Rijnamen(reflectie.Reflectie{}, nil)
		yaml := vorm.Schrijf(want, namen, alles, func(string) bool { return true })
		kop := want
		kop.Eigen, kop.Antwoorden, kop.Standpunten, kop.Waarden, kop.Verbanden, kop.Ruimte, kop.Weging = nil, nil, nil, nil, nil, nil, nil
		kop.Uitkomst, kop.Afspraken, kop.Aandachtspunten, kop.Teruggeblikt = reflectie.Uitkomst{}, nil, reflectie.Aandachtspunten{}, nil
		got, gotNamen := lees(t, yaml, kop, alles)
		for i := range want.Weging {
			want.Weging[i].Prijs = nil // that is for the body of a file
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Fatalf("seed %d\n%s\n%s", seed, d, yaml)
		}
		for deel, rijen := range namen {
			if len(rijen) > 0 && !cmp.Equal(rijen, gotNamen[deel]) {
				t.Fatalf("seed %d: rows of %s are %v, were %v\n%s", seed, deel, gotNamen[deel], rijen, yaml)
			}
		}
	}
}

// The data stands in a comment of a page: nothing that somebody typed may end it.
func TestNothingWrittenEndsAComment(t *testing.T) {
	for seed := range uint64(1000) {
		r := reflectietest.Willekeurig(rand.New(rand.NewPCG(seed, 5)))
		yaml := vorm.Schrijf(r, r.Rijnamen(reflectie.Reflectie{}, nil), func(reflectie.Veld) bool { return true }, func(string) bool { return true })
		for _, mag := range []string{"--", "<", ">"} {
			if strings.Contains(yaml, mag) {
				t.Fatalf("seed %d: %q stands in\n%s", seed, mag, yaml)
			}
		}
	}
}

func TestFaultsOfTheDataHaveTheirPlace(t *testing.T) {
	for yaml, want := range map[string]string{
		"waarden:\n  - { id: zorg, mening: x }\n":                                     `x.yaml:3:17: "mening" kan hier niet`,
		"uitkomst: { keuze: soms }\n":                                                 `x.yaml:2:20: "soms" kan hier niet`,
		"uitkomst: { eigen: misschien }\n":                                            `x.yaml:2:20: bij "eigen" hoort ja of nee`,
		"afspraken:\n  - { nr: 1 }\n  - { nr: 1 }\n":                                  `"1" staat er twee keer`,
		"afspraken:\n  - { nr: nul }\n":                                               `hoort een heel getal`,
		"verbanden:\n  - { tussen: [a] }\n":                                           `horen twee waarden`,
		"verbanden:\n  - { tussen: [A b, c] }\n":                                      `geen id van een waarde`,
		"verbanden:\n  - { soort: tegen }\n":                                          `"tussen" ontbreekt`,
		"afspraken:\n  - { nr: 1, wanneer: gisteren }\n":                              `geen datum`,
		"teruggeblikt:\n  - { antwoorden: { nu.moment: x } }\n":                       `x.yaml:3:5: "datum" ontbreekt`,
		"ruimte:\n  - wie\n":                                                          `hoort een blok met velden`,
		"standpunten:\n  - { van: raad }\n  - { van: raad, waarde: zorg, nr: 2 }\n":   "",
		"teruggeblikt:\n  - { datum: 2027-02-21T00:00:00.000Z }\n":                    "",
		"afspraken:\n  - { nr: 1, wanneer: 1 maart 2026 }\n  - { wanneer: 1-3-26 }\n": "",
	} {
		n, err := strict.Parse("x.yaml", []byte("id: x\n"+yaml), 0)
		if err != nil {
			t.Fatal(err)
		}
		l := vorm.Lezer{Genummerd: true}
		o := n.Object(&l.Fouten)
		o.Ken("id")
		var r reflectie.Reflectie
		l.Delen(o, &r)
		o.Done()
		fout := ""
		if err := l.Fouten.Err(); err != nil {
			fout = err.Error()
		}
		if want == "" && fout != "" || !strings.Contains(fout, want) {
			t.Errorf("%q gives %q, want %q", yaml, fout, want)
		}
	}
}

func TestRowsThatNothingNamesCarryANumber(t *testing.T) {
	r := reflectie.Reflectie{
		Standpunten: []reflectie.Standpunt{{Van: "raad", Waarde: "zorg"}, {Van: "raad"}, {Waarde: "zorg"}},
		Afspraken:   []reflectie.Afspraak{{Hoe: "zelf"}},
	}
	yaml := vorm.Schrijf(r, r.Rijnamen(reflectie.Reflectie{}, nil), func(v reflectie.Veld) bool { return !v.InLijf() }, func(string) bool { return true })
	want := "standpunten:\n  - { van: raad, waarde: zorg }\n  - { nr: 2, van: raad }\n  - { nr: 3, waarde: zorg }\nafspraken:\n  - { nr: 1, hoe: zelf }\n"
	if yaml != want {
		t.Errorf("got\n%swant\n%s", yaml, want)
	}
}
