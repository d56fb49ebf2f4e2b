package sessie_test

import (
	"slices"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// vorm is a werkvorm of one step with these questions.
func vorm(versie int, vragen ...casus.Vraag) casus.Definitie {
	return casus.Definitie{
		Casus:    casus.Casus{Weeg: 1, ID: "c", Versie: versie, Titel: "C", Situatie: "S", Moment: "M?"},
		Werkvorm: casus.Werkvorm{Weeg: 1, ID: "w", Versie: versie, Naam: "W", Stappen: []casus.Stap{{ID: "stap", Titel: "Stap", Soort: casus.StapVragen, Vragen: vragen}}},
	}
}

func open(id, vraag string) casus.Vraag { return casus.Vraag{ID: id, Vraag: vraag} }

// Somebody who was half way gets the questions that are new, and then goes on where they
// were; what they wrote stays, with its question where that is called otherwise.
func TestWhoGoesOnByANewerVersionIsAskedWhatIsNew(t *testing.T) {
	t.Parallel()
	keuze := casus.Vraag{ID: "keuze", Vraag: "Welke?", Soort: casus.Keuze, Opties: []casus.Optie{{ID: "a", Naam: "De a"}, {ID: "b", Naam: "De b"}}}
	s := sessie.New(sessie.NewStand("x", vorm(1, open("een", "Een?"), open("oud", "Oud?"), keuze, open("weg", "Weg?"), open("prive", "Privé?"), open("laat", "Laat?"))))
	for _, a := range []reflectie.Antwoord{reflectie.Tekst("1"), reflectie.Tekst("wat ik schreef"), reflectie.Tekst("b"), reflectie.Tekst("vervalt")} {
		if err := s.Answer(a); err != nil {
			t.Fatal(err)
		}
	}
	s.Skip()
	if s.Stand().Plaats != "stap.laat" {
		t.Fatal(s.Stand().Plaats)
	}
	heet := open("nieuw", "Nieuw?")
	heet.Heette = []string{"oud"}
	andere := keuze
	andere.Opties = []casus.Optie{{ID: "a", Naam: "De a"}, {ID: "c", Naam: "De c"}}
	prive := open("prive", "Privé?")
	prive.Prive = true
	def := vorm(2, open("erbij", "Erbij?"), open("een", "Een?"), heet, andere, open("ook-erbij", "Ook erbij?"), prive, open("laat", "Laat?"), open("later", "Later?"))
	stand, v := s.Stand().Bijgewerkt(def)
	if !slices.Equal(v.Erbij, []string{"Erbij?", "Ook erbij?", "Later?"}) || !slices.Equal(v.Weg, []string{"Weg?"}) || !slices.Equal(v.Anders, []string{"Oud? → Nieuw?"}) || v.Verhaal != "" {
		t.Errorf("it tells %+v", v)
	}
	for sleutel, want := range map[string]string{"stap.een": "1", "stap.nieuw": "wat ik schreef", "stap.weg": "vervalt", "stap.keuze-eerder": "b"} {
		if got := stand.Antwoorden[sleutel].Tekst(); got != want {
			t.Errorf("at %s stands %q; want %q", sleutel, got, want)
		}
	}
	if a := stand.Antwoorden["stap.keuze"]; !a.IsZero() || stand.Kop.Werkvormversie != 2 || stand.Kop.Casusversie != 2 {
		t.Errorf("%v, %+v", a, stand.Kop)
	}
	s = sessie.New(stand)
	var vervallen []string
	for _, v := range s.Vervallen() {
		vervallen = append(vervallen, v.Sleutel)
	}
	if !slices.Contains(vervallen, "stap.weg") || !slices.Contains(vervallen, "stap.keuze-eerder") {
		t.Errorf("vervallen are %v", vervallen)
	}
	for _, want := range []string{"stap.erbij", "stap.keuze", "stap.ook-erbij", "stap.laat", "stap.later", sessie.SleutelAfronden} {
		if got := s.Vraag().Sleutel; got != want {
			t.Fatalf("it asks %s; want %s", got, want)
		}
		s.Skip()
	}
}

// What was said in private stays so, also where the newer version asks it in the open
// under another name.
func TestWhatWasPrivateStaysSoInANewerVersion(t *testing.T) {
	t.Parallel()
	prive := open("stil", "Stil?")
	prive.Prive = true
	s := sessie.New(sessie.NewStand("x", vorm(1, prive, open("twee", "Twee?"))))
	if err := s.Answer(reflectie.Tekst("geheim")); err != nil {
		t.Fatal(err)
	}
	luid := open("luid", "Luid?")
	luid.Heette = []string{"stap.stil"}
	stand, _ := s.Stand().Bijgewerkt(vorm(2, luid, open("twee", "Twee?")))
	r, vervallen := stand.Reflectie()
	if len(r.Antwoorden) > 0 || len(vervallen) > 0 || stand.Prive()["stap.luid"].Tekst() != "geheim" {
		t.Errorf("%v %v %v", r.Antwoorden, vervallen, stand.Prive())
	}
}

// Nothing is asked again, and nothing moves, where nothing changed.
func TestTheSameVersionChangesNothing(t *testing.T) {
	t.Parallel()
	s := sessie.New(sessie.NewStand("x", vorm(1, open("een", "Een?"), open("twee", "Twee?"))))
	if err := s.Answer(reflectie.Tekst("1")); err != nil {
		t.Fatal(err)
	}
	stand, v := s.Stand().Bijgewerkt(vorm(2, open("een", "Een?"), open("twee", "Twee?")))
	if !v.IsZero() || stand.Plaats != "stap.twee" || stand.Terug != "" || stand.Antwoorden["stap.een"].Tekst() != "1" {
		t.Errorf("%+v, %+v", v, stand)
	}
}

// Of a question that only has another id, or other words, nothing is lost, and other words
// are shown; a story that is another one is told.
func TestOtherWordsAreShown(t *testing.T) {
	t.Parallel()
	s := sessie.New(sessie.NewStand("x", vorm(1, open("een", "Een?"), open("twee", "Twee?"))))
	if err := s.Answer(reflectie.Tekst("1")); err != nil {
		t.Fatal(err)
	}
	def := vorm(2, open("anders", "Een?"), open("twee", "Twee, maar anders?"))
	def.Casus.Situatie, def.Casus.Moment = "Een ander verhaal.", "Mag het nu?"
	stand, v := s.Stand().Bijgewerkt(def)
	if len(v.Erbij)+len(v.Weg) > 0 || !slices.Equal(v.Anders, []string{"Twee? → Twee, maar anders?"}) || v.Verhaal != "Mag het nu?" || stand.Antwoorden["stap.anders"].Tekst() != "1" {
		t.Errorf("%+v, %v", v, stand.Antwoorden)
	}
}
