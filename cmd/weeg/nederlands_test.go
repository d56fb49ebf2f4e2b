package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/sessie"
)

// meld reports what the checks find in every text that comes from at least here.
func meld(t *testing.T, vanaf herkomst, toetsen ...toets) {
	t.Helper()
	type gelezen struct {
		soort tekstsoort
		tekst string
	}
	gehad := map[gelezen]bool{} // werkvormen share most of their words
	for _, g := range gehelen(t) {
		if g.herkomst < vanaf {
			continue
		}
		for _, tk := range g.teksten {
			if gehad[gelezen{tk.soort, tk.tekst}] && g.herkomst == bibliotheek {
				continue
			}
			gehad[gelezen{tk.soort, tk.tekst}] = true
			for _, zoek := range toetsen {
				meldAlle(t, zoek(tk))
			}
		}
	}
}

func meldAlle(t *testing.T, bevindingen []bevinding) {
	t.Helper()
	for _, b := range bevindingen {
		t.Error(b)
	}
}

// What does not load is not checked, so it is told here.
func TestNederlandsIsReadInEveryFileOfTheLibrary(t *testing.T) {
	t.Parallel()
	if _, err := leesBibliotheek(); err != nil {
		t.Error(err)
	}
}

// A field that is new in a casus, a werkvorm or a waarde is checked too.
func TestNederlandsIsReadInEveryFieldOfTheLibrary(t *testing.T) {
	t.Parallel()
	lib, _ := leesBibliotheek()
	for _, c := range lib.casussen {
		meldOngelezen(t, c, vanCasus(c))
	}
	for _, w := range lib.werkvormen {
		meldOngelezen(t, w, vanWerkvorm(w))
	}
	meldOngelezen(t, lib.waarden, vanWaarden(lib.waarden))
}

// meldOngelezen reports each text in a definition that the checks do not read.
func meldOngelezen(t *testing.T, definitie any, g geheel) {
	t.Helper()
	data, err := json.Marshal(definitie)
	if err != nil {
		t.Fatal(err)
	}
	var boom any
	if err := json.Unmarshal(data, &boom); err != nil {
		t.Fatal(err)
	}
	var alles strings.Builder
	for _, tk := range g.teksten {
		alles.WriteString(tk.tekst + "\n")
	}
	for _, s := range metSpaties(boom) {
		if !strings.Contains(alles.String(), s) {
			t.Errorf("%s: nothing reads %q", g.naam, s)
		}
	}
}

// metSpaties returns every text with a space in it, but for the words that call
// for a doorvraag and the sentences that try them: those are not shown.
func metSpaties(boom any) []string {
	var alle []string
	switch v := boom.(type) {
	case string:
		for deel := range strings.SplitSeq(v, "; ") { // sources stand in a row
			if strings.Contains(deel, " ") {
				alle = append(alle, deel)
			}
		}
	case []any:
		for _, deel := range v {
			alle = append(alle, metSpaties(deel)...)
		}
	case map[string]any:
		for sleutel, deel := range v {
			if !slices.Contains([]string{"woorden", "zonder", "wel", "niet"}, sleutel) {
				alle = append(alle, metSpaties(deel)...)
			}
		}
	}
	return alle
}

func TestNederlandsIsSpelledRight(t *testing.T) {
	t.Parallel()
	var teksten []tekst
	for _, g := range gehelen(t) {
		teksten = append(teksten, g.teksten...)
	}
	meldAlle(t, spelling(t, teksten, leesLijst(t, "testdata/taal/woorden.txt")))
}

func TestNederlandsHasShortSentences(t *testing.T) { meld(t, programma, korteZinnen) }

// With -v it tells the figures of each story.
func TestNederlandsHasShortSentencesOnAverage(t *testing.T) {
	t.Parallel()
	for _, g := range gehelen(t) {
		if g.herkomst == programma {
			continue
		}
		meldAlle(t, korteZinnenGemiddeld(g.naam, g.teksten))
		for _, tk := range g.teksten {
			if tk.soort == situatie {
				meldAlle(t, korteZinnenGemiddeld(tk.waar, []tekst{tk}))
				t.Logf("%s: %d words, %.1f a sentence", tk.waar, telWoorden(tk.tekst), gemiddelde([]tekst{tk}))
			}
		}
		t.Logf("%s: %.1f words a sentence", g.naam, gemiddelde(g.teksten))
	}
}

func TestNederlandsSaysU(t *testing.T) { meld(t, programma, zegtU) }

func TestNederlandsHasPlainWordsAndMarks(t *testing.T) {
	t.Parallel()
	meld(t, programma, gewoneWoorden(leesVermijd(t)), leestekens)
}

func TestNederlandsOfTheLibraryMakesNoRuleAndGivesNoAdvice(t *testing.T) {
	t.Parallel()
	meld(t, bibliotheek, geenRegel, geenRaad)
}

func TestNederlandsOfTheLibraryFitsTheScreen(t *testing.T) {
	t.Parallel()
	meld(t, bibliotheek, binnenGrenzen, goedeKernvraag)
	lib, _ := leesBibliotheek()
	for _, w := range lib.werkvormen {
		meldAlle(t, elkeVraagToegelicht(w))
	}
}

func TestNederlandsBeforeTheFirstQuestionIsReadInTwoMinutes(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	lib, _ := leesBibliotheek()
	for _, c := range lib.casussen {
		t.Run(c.ID, func(t *testing.T) {
			werkvorm := c.Werkvorm
			if werkvorm == "" {
				werkvorm = "waardenweging"
			}
			def := laad(t, c.ID, werkvorm)
			_, fout, code := draai(t, t.TempDir(), "", "nieuw", c.ID, "--toegankelijk")
			eerste := sessie.New(sessie.NewStand("lezen", def)).Vraag().Vraag
			vooraf, _, gevraagd := strings.Cut(strings.Join(strings.Fields(fout), " "), eerste)
			if code != 4 || !gevraagd {
				t.Fatalf("gives %d and does not ask %q:\n%s", code, eerste, fout)
			}
			meldAlle(t, kortVooraf(c.ID+".yaml", vooraf))
			t.Logf("%d words before the first question", telWoorden(vooraf))
		})
	}
}

// herhaald is a text of n words that has no fault.
func herhaald(n int) string { return "Er" + strings.Repeat(" staat", n-1) }

func TestNederlandsFindsThePlantedFaultAndNoOther(t *testing.T) {
	t.Parallel()
	vermijd := []vermijding{{[]string{"impact"}, "gevolg"}, {[]string{"op", "basis", "van"}, "door"}, {[]string{"facilite*"}, "helpen"}}
	toetsen := []toets{korteZinnen, zegtU, gewoneWoorden(vermijd), leestekens, geenRegel, geenRaad, binnenGrenzen, goedeKernvraag}
	const (
		alsU    = `say "u"`
		oordeel = "leave the judgement to who reads it"
	)
	zin26 := herhaald(26) + "."
	lang := strings.Repeat(herhaald(10)+". ", 37) // 370 words
	for naam, p := range map[string]struct {
		soort tekstsoort
		tekst string
		want  []bevinding
	}{
		"nothing":              {proza, "U kunt morgen bellen. Wie neemt er dan op?", nil},
		"25 words":             {proza, herhaald(25) + ".", nil},
		"26 words":             {proza, "Kort. " + zin26, []bevinding{{"x", "a sentence has 26 words: " + zin26, "make it two, each of at most 25"}}},
		"je":                   {proza, "Bel je buurvrouw.", []bevinding{{"x", `it says "je" in: Bel je buurvrouw.`, alsU}}},
		"Jullie":               {proza, "Jullie bellen morgen.", []bevinding{{"x", `it says "jullie" in: Jullie bellen morgen.`, alsU}}},
		"je, said":             {situatie, strings.Repeat("“Bel je buurvrouw,” zegt Ria tegen haar. ", 25), nil},
		"je, quoted straight":  {proza, `U schrijft "je belt" en meer.`, nil},
		"je, in single quotes": {proza, "Op het briefje staat ‘bel je collega’s maar’ en meer.", nil},
		"je, never closed":     {proza, "“Bel je buurvrouw, zegt ze.", []bevinding{{"x", `it says "je" in: “Bel je buurvrouw, zegt ze.`, alsU}}},
		"je, in an answer":     {citaat, "Dat iemand merkt dat je er niet bent.", nil},
		"u heeft":              {proza, "Wat u heeft gezien.", []bevinding{{"x", `it says "u heeft" in: Wat u heeft gezien.`, `say "u hebt", "u kunt", "u zult" or "u bent"`}}},
		"u, the object":        {proza, "Welke fout van u heeft niemand gezien?", nil},
		"a word to avoid":      {proza, "Dat heeft impact.", []bevinding{{"x", `the word "impact" in: Dat heeft impact.`, `say "gevolg"`}}},
		"words to avoid":       {proza, "Kies op basis van feiten.", []bevinding{{"x", `the word "op basis van" in: Kies op basis van feiten.`, `say "door"`}}},
		"a form of it":         {proza, "Hij faciliteert dat.", []bevinding{{"x", `the word "facilite*" in: Hij faciliteert dat.`, `say "helpen"`}}},
		"a word to avoid said": {proza, "“Dat heeft impact,” zegt Ria.", nil},
		"a word to search by":  {zoekwoord, "impact, gevolg", nil},
		"exclamation mark":     {proza, "“Kom!” zegt ze.", []bevinding{{"x", "an exclamation mark in: “Kom!” zegt ze.", "end with a full stop"}}},
		"a dash":               {proza, "Hij belt – te laat.", []bevinding{{"x", "a dash as a pause in: Hij belt – te laat.", "use a comma or a full stop"}}},
		"a short dash":         {proza, "Hij belt - te laat.", []bevinding{{"x", "a dash as a pause in: Hij belt - te laat.", "use a comma or a full stop"}}},
		"en/of":                {proza, "Bel en/of schrijf.", []bevinding{{"x", `"en/of" in: Bel en/of schrijf.`, `choose "en" or "of"`}}},
		"no space":             {proza, "Hij belt.Zij niet.", []bevinding{{"x", "no space after a mark in: Hij belt.Zij niet.", "put one there"}}},
		"altijd":               {proza, "Zij belt altijd.", []bevinding{{"x", `"altijd" sounds like a rule`, "say what happens here"}}},
		"altijd, said":         {proza, "“Zij belt altijd,” zegt Ria.", nil},
		"altijd, in a rule":    {regel, "Een melding komt altijd op papier.", nil},
		"advice":               {proza, "Het is verstandig om te bellen.", []bevinding{{"x", `it gives advice or a score: "het is verstandig" in: Het is verstandig om te bellen.`, oordeel}}},
		"a duty":               {uitleg, "Hier moet iets. U moet bellen.", []bevinding{{"x", `it gives advice or a score: "u moet" in: U moet bellen.`, oordeel}}},
		"a question of duty":   {vraag, "Wat moet u hier laten zien?", nil},
		"advice, said":         {proza, "“U moet bellen,” zegt Ria.", nil},
		"a score":              {proza, "U haalt 8 punten.", []bevinding{{"x", `it gives advice or a score: "8 punten" in: U haalt 8 punten.`, oordeel}}},
		"a long title":         {kop, herhaald(7), []bevinding{{"x", "it has 7 words: " + herhaald(7), "make it at most 6"}}},
		"a long option":        {optie, herhaald(7), []bevinding{{"x", "it has 7 words: " + herhaald(7), "make it at most 6"}}},
		"a long question":      {vraag, herhaald(21), []bevinding{{"x", "it has 21 words: " + herhaald(21), "make it at most 20"}}},
		"a long omschrijving":  {omschrijving, herhaald(16), []bevinding{{"x", "it has 16 words: " + herhaald(16), "make it at most 15"}}},
		"three sentences":      {toelichting, "Een. Twee. Drie.", []bevinding{{"x", "it has 3 sentences: Een. Twee. Drie.", "make it at most 2"}}},
		"a short story":        {situatie, herhaald(10) + ".", []bevinding{{"x", "it has 10 words", "make it at least 100"}}},
		"a long story":         {situatie, lang, []bevinding{{"x", "it has 370 words: " + lang, "make it at most 360"}}},
		"a kernvraag":          {moment, "Zij wacht, en u ook.\nMag zij blijven?", nil},
		"a comma in it":        {moment, "Mag zij blijven, of niet?", []bevinding{{"x", "the kernvraag has a comma: Mag zij blijven, of niet?", "ask one thing"}}},
		"a long one":           {moment, "Mag " + herhaald(15) + "?", []bevinding{{"x", "the kernvraag has 16 words: Mag " + herhaald(15) + "?", "make it at most 15"}}},
		"another beginning":    {moment, "Hoe kan zij blijven?", []bevinding{{"x", "the last sentence is no kernvraag: Hoe kan zij blijven?", "begin with mag, kan, moet or durf, and ask"}}},
		"no question":          {moment, "Kan zij blijven? Dat weet u niet.", []bevinding{{"x", "the last sentence is no kernvraag: Dat weet u niet.", "begin with mag, kan, moet or durf, and ask"}}},
	} {
		var got []bevinding
		for _, zoek := range toetsen {
			got = append(got, zoek(tekst{"x", p.soort, p.tekst})...)
		}
		if d := cmp.Diff(p.want, got, cmp.AllowUnexported(bevinding{})); d != "" {
			t.Errorf("%s: wanted (-) and found (+):\n%s", naam, d)
		}
	}
}

func TestNederlandsFindsWhatIsTooLongAsAWhole(t *testing.T) {
	t.Parallel()
	goed := tekst{"x", proza, strings.Repeat(herhaald(12)+". ", 3)}
	fout := tekst{"x", proza, strings.Repeat(herhaald(13)+". ", 3)}
	titel := tekst{"x", kop, "Kort"} // a name does not make the sentences shorter
	zonder := casus.Werkvorm{ID: "w", Stappen: []casus.Stap{{ID: "s", Vragen: []casus.Vraag{{ID: "a", Toelichting: "Zo."}, {ID: "b"}}}}}
	for naam, p := range map[string]struct{ want, got []bevinding }{
		"an average of 12": {nil, korteZinnenGemiddeld("x", []tekst{goed, titel})},
		"an average of 13": {[]bevinding{{"x", "a sentence has 13.0 words on average", "make it at most 12"}}, korteZinnenGemiddeld("x", []tekst{fout, titel})},
		"no toelichting":   {[]bevinding{{"werkvormen/w.yaml", "vraag s.b has no toelichting", "help who is stuck"}}, elkeVraagToegelicht(zonder)},
		"two minutes":      {nil, kortVooraf("x", herhaald(400))},
		"more than that":   {[]bevinding{{"x", "401 words come before the first question", "make it at most 400"}}, kortVooraf("x", herhaald(401))},
	} {
		if d := cmp.Diff(p.want, p.got, cmp.AllowUnexported(bevinding{})); d != "" {
			t.Errorf("%s: wanted (-) and found (+):\n%s", naam, d)
		}
	}
}

func TestNederlandsFindsAMisspelledWordAndAListThatIsTooLong(t *testing.T) {
	t.Parallel()
	teksten := []tekst{{"x", proza, "Collega’s zien ’s avonds Zyxwils fiets op het wethoudersplien. “Zo’n 9.000 euro,” mompeldt Ria."}}
	lijst := []lijstregel{{1, "", "fiets"}, {2, "", "qwrtschool"}, {3, "", "Zyxwil"}, {4, "", "wethoudersplien"}}
	want := []bevinding{
		{"x", `hunspell does not know "mompeldt"`, "mend it, or add it to testdata/taal/woorden.txt"},
		{"testdata/taal/woorden.txt:1", `hunspell knows "fiets"`, "take it out"},
		{"testdata/taal/woorden.txt:2", `no text has "qwrtschool"`, "take it out"},
		{"testdata/taal/woorden.txt:4", `"wethoudersplien" is out of order`, "sort the group"},
	}
	if d := cmp.Diff(want, spelling(t, teksten, lijst), cmp.AllowUnexported(bevinding{})); d != "" {
		t.Errorf("wanted (-) and found (+):\n%s", d)
	}
}

func TestNederlandsSentencesEndWhereTheyEnd(t *testing.T) {
	t.Parallel()
	for s, want := range map[string][]string{
		"“Mag dat wel?” vraagt hij. Zij knikt.":           {"“Mag dat wel?” vraagt hij.", "Zij knikt."},
		"“Dat mag. Maar niet nu,” zegt Ria.":              {"“Dat mag.", "Maar niet nu,” zegt Ria."},
		"“Dat mag,” zegt Ria. “Maar niet nu.”":            {"“Dat mag,” zegt Ria.", "“Maar niet nu.”"},
		"Het kost 9.000 euro. 140 mensen wachten.":        {"Het kost 9.000 euro.", "140 mensen wachten."},
		"Kijk bijv. bij art. 3 van de wet.":               {"Kijk bijv. bij art. 3 van de wet."},
		"Dat vraagt Jan. Zij knikt.":                      {"Dat vraagt Jan.", "Zij knikt."},
		"Begin de zin met: omdat … En dan verder.":        {"Begin de zin met: omdat …", "En dan verder."},
		"“Ja, maar …” zegt hij.":                          {"“Ja, maar …” zegt hij."},
		"Hij wacht tot drie uur. ’s Avonds belt hij.":     {"Hij wacht tot drie uur.", "’s Avonds belt hij."},
		"Hij wacht.\n’t Is stil. (Heel stil.) En dan?":    {"Hij wacht.", "’t Is stil.", "(Heel stil.)", "En dan?"},
		"# Een kop\nEen zin\nover twee regels\n\nEn meer": {"Een kop", "Een zin over twee regels", "En meer"},
		"Kies:\n- het een\n- het ander\n1. een nummer":    {"Kies:", "het een", "het ander", "een nummer"},
		"… “”": nil,
	} {
		if d := cmp.Diff(want, zinnen(s)); d != "" {
			t.Errorf("%s: wanted (-) and found (+):\n%s", s, d)
		}
	}
}
