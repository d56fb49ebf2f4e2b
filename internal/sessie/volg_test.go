package sessie_test

import (
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// vragenVan is a definition of one step with these questions.
func vragenVan(vragen ...casus.Vraag) casus.Definitie {
	return casus.Definitie{Werkvorm: casus.Werkvorm{Stappen: []casus.Stap{{ID: "s", Soort: casus.StapVragen, Vragen: vragen}}}}
}

func optiesVan(ids ...string) []casus.Optie {
	return casus.Elk(ids, func(id string) casus.Optie { return casus.Optie{ID: id, Naam: id} })
}

func TestWhoGoesOnByAChangedDefinitionStaysWhereTheyAre(t *testing.T) {
	t.Parallel()
	oud := vragenVan(casus.Vraag{ID: "a"}, casus.Vraag{ID: "b"}, casus.Vraag{ID: "c"})
	for naam, geval := range map[string]struct {
		nu   casus.Definitie
		hier string // the key where the person is, who was at s.b
	}{
		"the same":             {oud, "s.b"},
		"one more before":      {vragenVan(casus.Vraag{ID: "a"}, casus.Vraag{ID: "nieuw"}, casus.Vraag{ID: "b"}, casus.Vraag{ID: "c"}), "s.b"},
		"it is gone":           {vragenVan(casus.Vraag{ID: "a"}, casus.Vraag{ID: "c"}), "s.c"},
		"another in its place": {vragenVan(casus.Vraag{ID: "a"}, casus.Vraag{ID: "anders"}, casus.Vraag{ID: "c"}), "s.anders"},
		"all before is gone":   {vragenVan(casus.Vraag{ID: "c"}), "s.c"},
		"all is gone":          {vragenVan(), sessie.SleutelAfronden},
	} {
		s := sessie.New(sessie.NewStand("proef", oud))
		if err := s.Answer(tekst("Dit blijft.")); err != nil {
			t.Fatal(err)
		}
		s.Volg(geval.nu)
		if hier := s.Vraag().Sleutel; hier != geval.hier {
			t.Errorf("%s: the person is at %s, want %s", naam, hier, geval.hier)
		}
		if a := s.Stand().Antwoorden["s.a"].Tekst(); a != "Dit blijft." {
			t.Errorf("%s: the answer is %q", naam, a)
		}
	}
}

func TestAnAnswerThatCannotBeAnyMoreIsAskedAnew(t *testing.T) {
	t.Parallel()
	keuze := func(ids ...string) casus.Vraag {
		return casus.Vraag{ID: "v", Soort: casus.Keuze, Opties: optiesVan(ids...)}
	}
	meer := func(ids ...string) casus.Vraag {
		return casus.Vraag{ID: "v", Soort: casus.Meerkeuze, Opties: optiesVan(ids...)}
	}
	for naam, geval := range map[string]struct {
		was, nu casus.Vraag
		a       reflectie.Antwoord
		blijft  bool
	}{
		"a text":                  {casus.Vraag{ID: "v"}, casus.Vraag{ID: "v", Vraag: "Anders?"}, tekst("zo"), true},
		"a text, now yes or no":   {casus.Vraag{ID: "v"}, casus.Vraag{ID: "v", Soort: casus.JaNee}, tekst("zo"), false},
		"a text, now a day":       {casus.Vraag{ID: "v"}, casus.Vraag{ID: "v", Soort: casus.Datum}, tekst("zo"), false},
		"yes, now a text":         {casus.Vraag{ID: "v", Soort: casus.JaNee}, casus.Vraag{ID: "v"}, reflectie.JaNee(true), false},
		"a choice that is there":  {keuze("x", "y"), keuze("y", "z"), tekst("y"), true},
		"a choice that is gone":   {keuze("x", "y"), keuze("y", "z"), tekst("x"), false},
		"choices that are there":  {meer("x", "y"), meer("x", "y", "z"), lijst("x", "y"), true},
		"choices, one of them no": {meer("x", "y"), meer("y", "z"), lijst("x", "y"), false},
	} {
		s := sessie.New(sessie.NewStand("proef", vragenVan(geval.was)))
		if err := s.Answer(geval.a); err != nil {
			t.Fatal(err)
		}
		s.Volg(vragenVan(geval.nu))
		if a := s.Stand().Antwoorden["s.v"]; a.IsZero() == geval.blijft {
			t.Errorf("%s: the answer is %v", naam, a.Woorden())
		}
	}
}

// Whoever begins halfway finds the steps before filled in, so that there is
// something to weigh.
func TestAnExampleFillsInWhatComesBeforeAStep(t *testing.T) {
	t.Parallel()
	vb := sessie.Voorbeeld{Woorden: "(voorbeeld)", Dag: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}}
	for _, def := range alleGeleverde(t) {
		if def.Casus.ID != "koken-in-het-schoolgebouw" && !def.IsEigen() {
			continue // with one casus it goes as with another
		}
		for _, stap := range def.Stappen() {
			vraagt := stap.Bij == "" || (stap.Bij == casus.BijEigen) == def.IsEigen()
			if stap.Soort == casus.StapRol || stap.Soort == casus.StapSpiegel || stap.Soort == casus.StapCasusvraag {
				vraagt = len(stap.Vragen) > 0 || stap.Soort != casus.StapCasusvraag && !def.IsEigen()
			}
			s := begin(def)
			if er := s.Vul(vb, stap.ID); er != vraagt {
				t.Errorf("%s, %s: step %s asks something: %v, want %v", def.Casus.ID, def.Werkvorm.ID, stap.ID, er, vraagt)
			}
			for _, v := range s.Vragen() {
				if v.Stap == stap.ID && v.Status != sessie.Open {
					t.Errorf("%s, %s: %s of step %s is %s already", def.Casus.ID, def.Werkvorm.ID, v.Sleutel, stap.ID, v.Status)
				}
			}
		}
	}
}
