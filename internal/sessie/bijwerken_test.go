package sessie_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
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

// Whatever becomes of the questions, version after version, no answer is lost, and none that
// was given in private comes in the open; nor does what was being typed.
func TestThroughManyVersionsNothingIsLostAndPrivateStaysPrivate(t *testing.T) {
	t.Parallel()
	for zaad := range uint64(200) {
		r := rand.New(rand.NewPCG(zaad, 1))
		ids := []string{"a", "b", "c", "d", "e"}
		maak := func(versie int) casus.Definitie {
			var vragen []casus.Vraag
			for _, i := range r.Perm(len(ids))[:1+r.IntN(len(ids))] {
				v := open(ids[i], string(rune('A'+r.IntN(8)))+"?")
				v.Prive = r.IntN(3) == 0
				for range r.IntN(3) {
					v.Heette = append(v.Heette, ids[r.IntN(len(ids))])
				}
				if r.IntN(4) == 0 {
					v.Soort = casus.Keuze
					for _, o := range r.Perm(6)[:2] {
						v.Opties = append(v.Opties, casus.Optie{ID: fmt.Sprint("o", o), Naam: fmt.Sprint("O", o)})
					}
				}
				vragen = append(vragen, v)
			}
			return vorm(versie, vragen...)
		}
		s := sessie.New(sessie.NewStand("x", maak(1)))
		open, prive := map[string]bool{}, map[string]bool{}
		n := 0
		antwoord := func() {
			for _, v := range s.Vragen() {
				if !v.Antwoord.IsZero() || r.IntN(4) == 0 || !s.Goto(v.Sleutel) {
					continue
				}
				n++
				tekst := fmt.Sprint("antwoord-", n)
				if v.Soort == casus.Keuze {
					tekst = v.Opties[0].ID
				}
				if err := s.Answer(reflectie.Tekst(tekst)); err != nil {
					t.Fatal(zaad, err)
				}
				if v.Soort != casus.Keuze {
					open[tekst], prive[tekst] = !s.Stand().IsPrive(v.Sleutel), s.Stand().IsPrive(v.Sleutel)
				}
			}
		}
		antwoord()
		for versie := 2; versie < 6; versie++ {
			stand := s.Stand()
			if vragen := s.Vragen(); r.IntN(3) == 0 && len(vragen) > 0 {
				v := vragen[r.IntN(len(vragen))]
				if v.Soort != casus.Keuze && v.Antwoord.IsZero() {
					n++
					tekst := fmt.Sprint("klad-", n)
					stand.Plaats, stand.Klad = v.Sleutel, &sessie.Klad{Sleutel: v.Sleutel, Antwoord: reflectie.Tekst(tekst), Prive: v.Prive}
					open[tekst], prive[tekst] = !stand.IsPrive(v.Sleutel), stand.IsPrive(v.Sleutel)
				}
			}
			stand, _ = stand.Bijgewerkt(maak(versie))
			s = sessie.New(stand)
			stand = s.Stand()
			er := map[string]bool{}
			for _, a := range stand.Antwoorden {
				er[a.Tekst()] = true
			}
			ref, vervallen := stand.Reflectie()
			deelbaar := map[string]bool{}
			for _, m := range []map[string]reflectie.Antwoord{ref.Antwoorden, vervallen} {
				for _, a := range m {
					deelbaar[a.Tekst()] = true
				}
			}
			for tekst := range open {
				if !er[tekst] {
					t.Fatalf("zaad %d, versie %d: %s is lost: %v", zaad, versie, tekst, stand.Antwoorden)
				}
				if prive[tekst] && deelbaar[tekst] {
					t.Fatalf("zaad %d, versie %d: %s was private", zaad, versie, tekst)
				}
			}
			antwoord()
		}
	}
}

// What somebody changed in the file in the meantime is taken in, also where the question
// goes by another id now.
func TestWhatChangedInTheFileIsTakenInUnderItsNewName(t *testing.T) {
	t.Parallel()
	stand := sessie.NewStand("x", vorm(1, open("a", "Een?"), open("b", "Twee?")))
	een := reflectie.Antwoorden{"stap.a": reflectie.Tekst("een")}
	stand.Antwoorden, stand.Gelezen, stand.Bestand = maps.Clone(een), maps.Clone(een), "r.md"
	heet := open("n", "Anders?")
	heet.Heette = []string{"a"}
	stand, _ = stand.Bijgewerkt(vorm(2, heet, open("b", "Twee?")))
	beide := stand.Samenvoegen(reflectie.Antwoorden{"stap.a": reflectie.Tekst("een, en meer")})
	if got := stand.Antwoorden["stap.n"].Tekst(); got != "een, en meer" || len(beide) > 0 {
		t.Errorf("%q, %v", got, beide)
	}
}
