package sessie_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// opPapier returns all questions on paper.
func opPapier(def casus.Definitie) []sessie.Papiervraag {
	var vragen []sessie.Papiervraag
	for _, stap := range sessie.Papier(def) {
		vragen = append(vragen, stap.Vragen...)
	}
	return vragen
}

func papiervraag(t *testing.T, def casus.Definitie, sleutel string) sessie.Papiervraag {
	t.Helper()
	vragen := opPapier(def)
	i := slices.IndexFunc(vragen, func(v sessie.Papiervraag) bool { return v.Sleutel == sleutel })
	if i < 0 {
		t.Fatalf("no question %s on paper", sleutel)
	}
	return vragen[i]
}

// soortgelijk is a key without what tells its row from others.
func soortgelijk(sleutel string) string {
	delen := strings.Split(sleutel, ".")
	switch delen[0] {
	case "waarden", "verbanden", "weging", "standpunten", "ruimte", "afspraken":
		if len(delen) > 2 {
			delen[1] = "*"
		}
		if len(delen) > 3 && delen[2] == "prijs" {
			delen[3] = "*"
		}
	}
	return strings.Join(delen, ".")
}

// Who judges a werkvorm sees every question that somebody may get, and none twice.
func TestPaperHasEveryQuestionThatAConversationAsks(t *testing.T) {
	t.Parallel()
	defs := append(eenVanElk(t), laad(t, alleStappen, koken), laad(t, alleStappen, ""))
	for _, def := range defs {
		naam := def.Werkvorm.ID + "/" + def.Casus.ID
		var papier []string
		for _, v := range opPapier(def) {
			if !v.Antwoord.IsZero() || v.Status != sessie.Open || len(v.Toont) > 0 || v.Zin != "" || v.Vraag.Vraag == "" {
				t.Errorf("%s: %s stands on paper as %+v", naam, v.Sleutel, v.Vraag)
			}
			if slices.Contains(papier, v.Sleutel) {
				t.Errorf("%s: %s stands on paper twice", naam, v.Sleutel)
			}
			papier = append(papier, v.Sleutel)
		}
		for n := range 3 {
			for _, sleutel := range loop(t, begin(def), func(v sessie.Vraag) reflectie.Antwoord { return metKeuze(v, n) }) {
				if !slices.ContainsFunc(papier, func(op string) bool { return soortgelijk(op) == soortgelijk(sleutel) }) {
					t.Errorf("%s: the conversation asks %s, and paper does not", naam, sleutel)
				}
			}
		}
	}
}

func TestPaperIsInTheOrderOfTheConversation(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, koken)
	var papier []string
	for _, v := range opPapier(def) {
		papier = append(papier, soortgelijk(v.Sleutel))
	}
	vorige := -1
	for _, sleutel := range loop(t, begin(def), volgt) {
		i := slices.Index(papier, soortgelijk(sleutel))
		isRij := slices.ContainsFunc([]string{"waarden.", "standpunten.", "ruimte."}, func(deel string) bool { return strings.HasPrefix(sleutel, deel) })
		if i < vorige && !isRij { // of rows paper has one, and a conversation goes through each
			t.Errorf("%s comes before %s on paper", sleutel, papier[vorige])
		}
		vorige = max(vorige, i)
	}
}

func TestPaperSaysWhenAQuestionIsAsked(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen+`
  - id: slot
    titel: Slot
    soort: vragen
    vragen:
      - {id: meer, vraag: Wat nog?, als: {vraag: bedoeling.geldvraag}}
      - {id: niets, vraag: Waarom niets?, als: {vraag: bedoeling.geldvraag, niet: ja}}
      - {id: elke, vraag: Welke lens?, als: {vraag: bedoeling.lenzen, is: [geld, recht]}}
      - {id: uit, vraag: Uit de lijst?, als: {vraag: regel.herkomst, is: [casus]}}
      - {id: regel, vraag: Regel?, als: {vraag: regel.herkomst}}
      - {id: botst, vraag: Botst niets?, als: {vraag: verbanden.botst, is: [nee]}}
      - {id: veel, vraag: Veel?, als: {vraag: waarden.aantal, is: ["7"]}}
      - id: kort
        vraag: Kort?
        doorvragen: [{id: meer, als: {korter: 6}, vraag: Wat nog?}]
`, koken)
	const paar = "andere-waarde+ene-waarde."
	for sleutel, want := range map[string]string{
		"rol":                               "",
		"bedoeling.signaal":                 "",
		"bedoeling.gehoord":                 `Alleen als u bij "Was er een signaal?" kiest voor "Ja".`,
		"bedoeling.geldvraag":               `Alleen als u bij "Welke lenzen?" kiest voor "Geld".`,
		"slot.meer":                         `Alleen als u bij "Hoeveel?" iets invult.`,
		"slot.niets":                        `Niet als u bij "Hoeveel?" iets invult.`,
		"slot.elke":                         `Alleen als u bij "Welke lenzen?" iets invult.`,
		"slot.uit":                          `Alleen als u bij "Welke regel?" iets uit de lijst kiest.`,
		"slot.regel":                        `Alleen als u bij "Welke regel?" iets invult.`,
		"slot.botst":                        `Alleen als u bij "Welke twee waarden botsen hier het meest?" kiest voor "Hier botst niets".`,
		"slot.veel":                         `Alleen als een eerder antwoord daar aanleiding toe geeft.`,
		"slot.kort.meer":                    `Deze vraag kan volgen op een antwoord van minder dan 6 woorden.`,
		"regel.beschermt":                   `Alleen als u bij "Welke regel?" eigen woorden invult.`,
		"regel.wetruimte":                   `Alleen als u bij "Welke regel?" iets invult van deze soort: wet.`,
		"weging." + paar + "verzachting":    `Niet als u bij "Wat gaat hier vóór?" kiest voor "Ik laat het open".`,
		"weging." + paar + "nodig":          `Alleen als u bij "Wat gaat hier vóór?" kiest voor "Ik laat het open".`,
		"uitkomst.keuze":                    `Alleen als u bij "Welke regel?" iets invult.`,
		"besluit.team":                      `Alleen als u bij "Wat doet u met de regel?" kiest voor "Ik wijk af van de regel".`,
		"moment.twijfel.wie":                `Deze vraag kan volgen als u schrijft: "men" of "ze".`,
		"weging." + paar + "omdat":          `Alleen als u bij "Wat gaat hier vóór?" iets invult.`,
		"waarden.ene-waarde.betekenis":      "",
		"verbanden." + paar + "waarom":      `Alleen als u bij "De ene waarde en de andere waarde: helpen ze elkaar hier, of botsen ze?" kiest voor "Ze helpen elkaar" of "Allebei".`,
		"weging." + paar + "omdat.wat-telt": `Deze vraag kan volgen op een antwoord van minder dan 6 woorden.`,
	} {
		if got := papiervraag(t, def, sleutel).Alleen; got != want {
			t.Errorf("%s: %q, want %q", sleutel, got, want)
		}
	}
}

func TestPaperAsksInTheWordsThatFitNobodyYet(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, koken)
	for sleutel, want := range map[string]string{
		"verbanden.botst":                                  "Welke twee waarden botsen hier het meest?",
		"weging.andere-waarde+ene-waarde.omdat":            "Waarom kiest u hier voor de ene waarde?",
		"weging.andere-waarde+ene-waarde.prijs.ene-waarde": "Wat gaat er verloren als u kiest voor de ene waarde?",
		"standpunten.2.standpunt":                          "Wat zegt de ander?",
		"ruimte.2.ruimte":                                  "Welke ruimte heeft de handhaver?",
		"uitkomst.doen":                                    "Wat zou u doen?",
	} {
		if got := papiervraag(t, def, sleutel).Vraag.Vraag; got != want {
			t.Errorf("%s: %q, want %q", sleutel, got, want)
		}
	}
	if got := papiervraag(t, laad(t, alleStappen, ""), "uitkomst.doen").Vraag.Vraag; got != "Wat gaat u doen?" {
		t.Errorf("of one's own situation: %q", got)
	}
}

// Who is stuck at a question of the tool's own gets a hand.
func TestEachQuestionOfTheToolsOwnHasAToelichting(t *testing.T) {
	t.Parallel()
	for _, over := range []string{koken, ""} {
		def := laad(t, alleStappen, over)
		vanWerkvorm := map[string]bool{}
		for _, stap := range def.Stappen() {
			for _, v := range stap.Vragen {
				vanWerkvorm[v.Vraag] = true
			}
		}
		for _, v := range opPapier(def) {
			if v.Toelichting == "" && !vanWerkvorm[v.Vraag.Vraag] && !v.Doorvraag {
				t.Errorf("%q has no toelichting", v.Vraag.Vraag)
			}
		}
	}
}

// A werkvorm is judged before there is a casus: what a casus brings is there too,
// and what is only asked of one says so.
func TestPaperWithoutACasusHasWhatACasusBrings(t *testing.T) {
	t.Parallel()
	w := laad(t, alleStappen, koken).Werkvorm
	alleen := func(bij ...string) map[string]string {
		w.Bij = bij
		uit := map[string]string{}
		for _, stap := range sessie.Papier(casus.Definitie{Werkvorm: w}) {
			for _, v := range stap.Vragen {
				uit[v.Sleutel] = strings.TrimSpace(stap.Alleen + " " + v.Alleen)
			}
		}
		return uit
	}
	alle := alleen()
	for sleutel, want := range map[string]string{
		"rol": "Alleen bij een casus.", "spiegel": "Alleen bij een casus.", "ruimte.2.ruimte": "Alleen bij een casus.",
		"afspraken.1.wat": "Alleen bij een eigen situatie.", "uitkomst.verwachting": "Alleen bij een eigen situatie.",
		"eigen.titel": "Alleen bij een eigen situatie.", "bedoeling.geldvraag": `Alleen als u bij "Welke lenzen?" kiest voor "Geld".`, "ruimte.1.ruimte": "",
	} {
		if got, ok := alle[sleutel]; !ok || got != want {
			t.Errorf("%s: %q, want %q (on paper: %v)", sleutel, got, want, ok)
		}
	}
	if _, ok := alleen(casus.BijCasus)["eigen.titel"]; ok {
		t.Error("an own situation is told where none can be weighed")
	}
	if _, ok := alleen(casus.BijEigen)["eigen.titel"]; !ok {
		t.Error("an own situation is not told where one can be weighed")
	}
	if v := papiervraag(t, casus.Definitie{Werkvorm: w}, "uitkomst.doen"); v.Vraag.Vraag != "Wat zou u doen?" {
		t.Errorf("without a casus it asks %q", v.Vraag.Vraag)
	}
}

func TestPaperHasAStepForEachOfTheWerkvorm(t *testing.T) {
	t.Parallel()
	def := laad(t, alleStappen, "")
	var got, want []string
	for _, stap := range sessie.Papier(def) {
		got = append(got, stap.Titel)
	}
	want = append(want, "Uw situatie")
	for _, stap := range def.Werkvorm.Stappen {
		want = append(want, stap.Titel)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("steps (-want +got):\n%s", d)
	}
}
