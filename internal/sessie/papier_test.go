package sessie_test

import (
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func papiervraag(t *testing.T, papier []sessie.Papierstap, sleutel string) sessie.Papiervraag {
	t.Helper()
	for _, stap := range papier {
		for _, v := range stap.Vragen {
			if v.Sleutel == sleutel {
				return v
			}
		}
	}
	t.Fatalf("no question %s on paper", sleutel)
	return sessie.Papiervraag{}
}

// Who judges a werkvorm sees every question that somebody may get.
func TestPaperHasEveryQuestionThatAConversationAsks(t *testing.T) {
	def := definitie()
	var opPapier []string
	for _, stap := range sessie.Papier(def) {
		for _, v := range stap.Vragen {
			opPapier = append(opPapier, v.Vraag.Vraag)
			if !v.Antwoord.IsZero() || v.Status != sessie.Open || len(v.Toont) > 0 {
				t.Errorf("%q stands on paper with an answer", v.Vraag.Vraag)
			}
		}
	}
	ja := true
	paar := reflectie.Paar{"een", "ander"}
	r := reflectie.Reflectie{
		Rol:         "handhaver",
		Standpunten: []reflectie.Standpunt{{Van: "ik", Waarde: "een"}, {Standpunt: "Nee."}},
		Waarden:     []reflectie.Waarde{{ID: "een", Naam: "De ene waarde", Anders: []reflectie.Anders{{Betekenis: "Iets."}}}, {ID: "ander", Naam: "De andere waarde"}},
		Verbanden:   []reflectie.Verband{{Tussen: paar, Soort: "tegen", Waarom: "Kijk."}},
		Ruimte:      []reflectie.Ruimte{{Wie: "handhaver", Ruimte: "Veel."}, {Ruimte: "Weinig."}},
		Weging:      []reflectie.Weging{{Tussen: paar, Voorrang: "een", Verlies: "De buurt."}},
		Uitkomst:    reflectie.Uitkomst{Doen: "Eten.", Eigen: &ja, Keuze: "afwijken"},
		Antwoorden: map[string]reflectie.Antwoord{"moment.reactie": tekst("Men wacht."), "bedoeling.signaal": reflectie.JaNee(true),
			"bedoeling.lenzen": reflectie.Lijst("geld"), "realisatie.waarde": tekst("een")},
	}
	for _, v := range sessie.StandVan("x", def, r, nil, nil).Vragen() {
		vraag := strings.Replace(v.Vraag, "Wat betekent de andere waarde", "Wat betekent de ene waarde", 1)
		if !slices.Contains(opPapier, vraag) {
			t.Errorf("the conversation asks %q (%s), and paper does not", v.Vraag, v.Sleutel)
		}
	}
}

func TestPaperSaysWhenAQuestionIsAsked(t *testing.T) {
	def := definitie()
	def.Werkvorm.Stappen[1].Vragen = append(def.Werkvorm.Stappen[1].Vragen,
		casus.Vraag{ID: "meer", Vraag: "Wat nog?", Als: &casus.Als{Vraag: "bedoeling.geldvraag"}})
	papier := sessie.Papier(def)
	for sleutel, want := range map[string]string{
		"bedoeling.signaal":   "",
		"bedoeling.gehoord":   `Alleen als u bij "Was er een signaal?" kiest voor "Ja".`,
		"bedoeling.geldvraag": `Alleen als u bij "Welke lenzen?" kiest voor "Geld".`,
		"bedoeling.meer":      `Alleen als u bij "Hoeveel?" iets invult.`,
		"besluit.team":        `Alleen als u bij "Wat doet u met de regel?" kiest voor "Ik wijk af van de regel".`,
		"moment.reactie.wie":  `Deze vraag kan volgen als u schrijft: "men" of "ze".`,
	} {
		if got := papiervraag(t, papier, sleutel).Alleen; got != want {
			t.Errorf("%s: %q, want %q", sleutel, got, want)
		}
	}
	i := slices.IndexFunc(papier, func(s sessie.Papierstap) bool {
		return len(s.Vragen) > 0 && strings.HasPrefix(s.Vragen[0].Sleutel, "weging.")
	})
	if want := `Alleen als u bij een paar waarden kiest voor "Ze botsen" of "Allebei".`; papier[i].Alleen != want {
		t.Errorf("the weighing: %q, want %q", papier[i].Alleen, want)
	}
}

// Who is stuck at a question of the tool's own gets a hand.
func TestEachQuestionOfTheToolsOwnHasAToelichting(t *testing.T) {
	for _, stap := range sessie.Papier(definitie()) {
		for _, v := range stap.Vragen {
			open := slices.ContainsFunc(definitie().Stappen(), func(s casus.Stap) bool {
				return slices.ContainsFunc(s.Vragen, func(w casus.Vraag) bool { return v.Vraag.Vraag == w.Vraag })
			})
			if v.Toelichting == "" && !open && !v.Doorvraag {
				t.Errorf("%q has no toelichting", v.Vraag.Vraag)
			}
			if zinnen := strings.Count(v.Toelichting, ". ") + strings.Count(v.Toelichting, "? ") + 1; zinnen > 2 {
				t.Errorf("%q has a toelichting of %d sentences", v.Vraag.Vraag, zinnen)
			}
		}
	}
}

// A werkvorm is judged before there is a casus: what a casus brings is there too.
func TestPaperWithoutACasusHasWhatACasusBrings(t *testing.T) {
	w := definitie().Werkvorm
	sleutels := func(bij ...string) []string {
		w.Bij = bij
		var sleutels []string
		for _, stap := range sessie.Papier(casus.Definitie{Werkvorm: w}) {
			for _, v := range stap.Vragen {
				sleutels = append(sleutels, v.Sleutel)
			}
			if stap.Titel == "Wie gaat erover" && stap.Noot == "" {
				t.Error("nothing says how often the questions of a step come")
			}
		}
		return sleutels
	}
	casusAlleen := sleutels(casus.BijCasus)
	for _, sleutel := range []string{"spiegel", "uitkomst.keuze", "bedoeling.geldvraag"} {
		if !slices.Contains(casusAlleen, sleutel) {
			t.Errorf("paper lacks %s", sleutel)
		}
	}
	if slices.Contains(casusAlleen, "eigen.titel") || !slices.Contains(sleutels(casus.BijEigen), "eigen.titel") {
		t.Error("an own situation is told exactly where one can be weighed")
	}
}
