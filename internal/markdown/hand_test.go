package markdown_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// eenvoudig is a small reflectie to edit by hand.
func eenvoudig() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Casusversie: 3, Werkvorm: "alles", Rol: "opzichter",
		Antwoorden: map[string]reflectie.Antwoord{"moment.reactie": reflectie.Tekst("Ik laat ze staan."),
			"bedoeling.bereiken": reflectie.Tekst("Eten\n\nvoor **allen**.")},
		Waarden:   []reflectie.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "privacy", Naam: "Privacy"}},
		Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"veiligheid", "privacy"}, Soort: "tegen", Waarom: "Er hangt een camera."}},
	}.Normaal()
}

// bewerk encodes eenvoudig and puts nieuw in the place of oud, which must be there.
func bewerk(t *testing.T, oudNieuw ...string) []byte {
	t.Helper()
	data := string(markdown.Encode(definitie(), markdown.Meta{ID: "proef"}, eenvoudig(), nil))
	for i := 0; i < len(oudNieuw); i += 2 {
		if !strings.Contains(data, oudNieuw[i]) {
			t.Fatalf("the file lacks %q:\n%s", oudNieuw[i], data)
		}
		data = strings.Replace(data, oudNieuw[i], oudNieuw[i+1], 1)
	}
	return []byte(data)
}

// herschrijf changes the reflectie in the file.
func herschrijf(t *testing.T, data []byte, verander func(r *reflectie.Reflectie)) string {
	t.Helper()
	d := lees(t, data)
	r := d.Reflectie.Normaal()
	verander(&r)
	nieuw := rewrite(t, d, definitie(), d.Meta, r, d.Vervallen)
	houdt(t, nieuw, d.Meta, r.Normaal(), d.Vervallen)
	return string(nieuw)
}

func TestEditedQuoteChangesThatAnswerAlone(t *testing.T) {
	want := eenvoudig()
	want.Antwoorden["moment.reactie"] = reflectie.Tekst("Ik bel de buren.\n\n- eerst Ria\n- dan < Samir")
	data := bewerk(t, "> Ik laat ze staan.", ">Ik bel de buren.\n>\n> - eerst Ria\n   > - dan < Samir")
	houdt(t, data, markdown.Meta{ID: "proef"}, want, nil)
	d := lees(t, data)
	if got := rewrite(t, d, definitie(), d.Meta, d.Reflectie, nil); !bytes.Equal(got, data) {
		t.Errorf("rewriting an edited quote changed it: %s", cmp.Diff(string(data), string(got)))
	}
}

func TestQuoteOverNietIngevuldIsAnAnswer(t *testing.T) {
	const leeg = "<!-- weeg:bedoeling.regel -->\n\n*niet ingevuld*\n"
	want := eenvoudig()
	want.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Het hek")
	for _, nieuw := range []string{"\n> Het hek\n", "*niet ingevuld*\n\n> Het hek\n", "> Het hek\n", "*niet ingevuld*\n> Het hek\n", "_niet ingevuld_\n\n\n> Het hek\n"} {
		houdt(t, bewerk(t, leeg, "<!-- weeg:bedoeling.regel -->\n"+nieuw), markdown.Meta{ID: "proef"}, want, nil)
	}
}

func TestNoteBetweenTwoQuestionsSurvivesAnyRewrite(t *testing.T) {
	const notitie = "Dit stond in de krant:\n\n> citaat uit de krant\n\n```\n<!-- weeg:bedoeling.regel -->\n```\n\n"
	data := bewerk(t, "### Wat is de kern?", notitie+"### Wat is de kern?", "### Wat wilt u bereiken?", "### Waar gaat het *ons* om?")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Het hek")
		r.Antwoorden["bedoeling.bereiken"] = reflectie.Tekst("Rust")
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
		r.Uitkomst.Keuze = reflectie.Afwijken
		r.Besproken = reflectie.Datum{Jaar: 2026, Maand: 12, Dag: 3}
	})
	for _, want := range []string{"> Rust\n\n" + notitie + "### Wat is de kern?", "### Waar gaat het *ons* om?",
		"### Bij wie kwam het aan?\n\n<!-- weeg:bedoeling.gehoord -->\n\n*niet ingevuld*", "- Besproken in het team: 3 december 2026",
		"<!-- weeg:begin bedoeling.signaal -->\n\nJa\n", "besproken: 2026-12-03\n---"} {
		if !strings.Contains(nieuw, want) {
			t.Errorf("after the rewrite this is missing: %q\n%s", want, nieuw)
		}
	}
}

func TestUnknownFrontMatterSurvivesByteForByte(t *testing.T) {
	const eigen = "# van ons\nlabels:   [ 'a',\"b\" ]   # let op\n\nrol:   'opzichter'  # wie\n"
	data := bewerk(t, "rol: opzichter\n", eigen, "{id: privacy, naam: \"Privacy\"}", "{id: privacy, naam: \"Privacy\", bron: [x, 1]}")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Door = "Team Groen"
		r.Waarden[1].Bepaalt = "samen"
	})
	for _, want := range []string{eigen, "door: \"Team Groen\"\n", "{id: privacy, naam: \"Privacy\", bepaalt: samen, bron: [x, 1]}"} {
		if !strings.Contains(nieuw, want) {
			t.Errorf("after the rewrite this is missing: %q\n%s", want, nieuw)
		}
	}
}

func TestWindowsLineEndsStay(t *testing.T) {
	data := bytes.ReplaceAll(bewerk(t), []byte("\n"), []byte("\r\n"))
	houdt(t, data, markdown.Meta{ID: "proef"}, eenvoudig(), nil)
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("a\nb")
		r.Uitkomst = reflectie.Uitkomst{Keuze: reflectie.Afwijken, Omdat: "Zo"}
		r.Rol = "wethouder"
	})
	if strings.Count(nieuw, "\n") != strings.Count(nieuw, "\r\n") {
		t.Errorf("some lines lost their line end:\n%q", nieuw)
	}
}

func TestMovedSectionReadsAndStaysWhereItIs(t *testing.T) {
	data := string(bewerk(t))
	van := strings.Index(data, "## De bedoeling\n")
	tot := strings.Index(data, "## Onder de standpunten\n")
	verhuisd := data[:van] + data[tot:] + "\n" + strings.TrimSuffix(data[van:tot], "\n")
	houdt(t, []byte(verhuisd), markdown.Meta{ID: "proef"}, eenvoudig(), nil)
	if nieuw := herschrijf(t, []byte(verhuisd), func(*reflectie.Reflectie) {}); nieuw != verhuisd {
		t.Errorf("the section did not stay: %s", cmp.Diff(verhuisd, nieuw))
	}
	nieuw := herschrijf(t, []byte(verhuisd), func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
	})
	if strings.Index(nieuw, "weeg:bedoeling.gehoord ") < strings.LastIndex(nieuw, "## De bedoeling\n") {
		t.Errorf("the new question stands outside its section:\n%s", nieuw)
	}
}

func TestQuestionThatAPersonTookOutStaysOut(t *testing.T) {
	data := bewerk(t, "### Wat is de kern?\n\n<!-- weeg:bedoeling.regel -->\n\n*niet ingevuld*\n\n", "")
	if nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Door = "Ons" }); strings.Contains(nieuw, "Wat is de kern?") {
		t.Errorf("the question is back:\n%s", nieuw)
	}
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Antwoorden["bedoeling.regel"] = reflectie.Tekst("Het hek") })
	if !strings.Contains(nieuw, "### Wat is de kern?\n\n<!-- weeg:bedoeling.regel -->\n\n> Het hek\n\n### Helpt dit?") {
		t.Errorf("its answer did not come in its place:\n%s", nieuw)
	}
}

func TestAnswerThatBecomesVervallenMovesToTheEnd(t *testing.T) {
	data := []byte(herschrijf(t, bewerk(t), func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
		r.Antwoorden["bedoeling.gehoord"] = reflectie.Tekst("Bij de stagiair.")
	}))
	nee := func(r *reflectie.Reflectie) { r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(false) }
	nieuw := herschrijf(t, data, nee)
	const vraag = "### Bij wie kwam het aan?\n\n<!-- weeg:bedoeling.gehoord -->\n\n> Bij de stagiair.\n"
	if !strings.HasSuffix(nieuw, "\n\n## Vervallen antwoorden\n\n"+vraag) || strings.Count(nieuw, vraag) != 1 {
		t.Errorf("it does not stand at the end:\n%s", nieuw)
	}
	terug := herschrijf(t, []byte(nieuw), func(r *reflectie.Reflectie) {
		r.Antwoorden["bedoeling.signaal"] = reflectie.JaNee(true)
	})
	if diff := cmp.Diff(string(data), terug); diff != "" {
		t.Errorf("going back did not give the file back: %s", diff)
	}
	bewerkt := strings.Replace(string(data), "> Bij de stagiair.", "> Bij de stagiair.\n\nMooi.", 1)
	if nieuw := herschrijf(t, []byte(bewerkt), nee); strings.Contains(nieuw, "## Vervallen") || !strings.Contains(nieuw, "Mooi.") {
		t.Errorf("an edited question did not stay in its place:\n%s", nieuw)
	}
}

func TestFencedAndIndentedFrontMatterIsWrittenAnewAsAWhole(t *testing.T) {
	data := []byte("---\n{weeg: 1, casus: buurttuin, werkvorm: alles, labels: [a, 2026-01-01]}\n---\n")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Door = "Ons" })
	if want := "---\nweeg: 1\ncasus: buurttuin\nwerkvorm: alles\ndoor: \"Ons\"\nlabels: [a, 2026-01-01]\n---\n"; !strings.HasPrefix(nieuw, want) {
		t.Errorf("front matter:\n%s\nwant:\n%s", nieuw, want)
	}
}

func TestProseInTheFrontMatterIsReadAndStays(t *testing.T) {
	data := []byte("---\nweeg: 1\ncasus: buurttuin\nwerkvorm: alles\nstandpunten:\n  - {van: ik, standpunt: Weg ermee}\naandachtspunten: {kennis: [Wie belooft wat]}\n---\n")
	nieuw := herschrijf(t, data, func(*reflectie.Reflectie) {})
	if nieuw != string(data) {
		t.Errorf("it did not stay: %s", cmp.Diff(string(data), nieuw))
	}
	nieuw = herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Standpunten[0].Standpunt = "Laat staan"
		r.Aandachtspunten.Kennis = append(r.Aandachtspunten.Kennis, "Wie de sleutel heeft")
	})
	if !strings.Contains(nieuw, `- {van: ik, standpunt: "Laat staan"}`) || !strings.Contains(nieuw, "> Wie de sleutel heeft") {
		t.Errorf("the new answers:\n%s", nieuw)
	}
}

func TestRowsWithGapsKeepTheirNumbers(t *testing.T) {
	data := []byte("---\nweeg: 1\ncasus: buurttuin\nwerkvorm: alles\n---\n<!-- weeg:aandachtspunten.kennis.2 -->\n> twee\n<!-- weeg:aandachtspunten.kennis.5 -->\n> vijf\n")
	d := lees(t, data)
	if diff := cmp.Diff([]string{"twee", "vijf"}, d.Reflectie.Aandachtspunten.Kennis); diff != "" {
		t.Fatal(diff)
	}
	if got := rewrite(t, d, definitie(), d.Meta, d.Reflectie, nil); !bytes.Equal(got, data) {
		t.Errorf("rewriting the same changed the file: %s", cmp.Diff(string(data), string(got)))
	}
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) { r.Aandachtspunten.Kennis = append(r.Aandachtspunten.Kennis, "zes") })
	if !strings.Contains(nieuw, "<!-- weeg:aandachtspunten.kennis.6 -->\n\n> zes") {
		t.Errorf("the third:\n%s", nieuw)
	}
}

func TestPrivateQuestionsLeaveNothing(t *testing.T) {
	r := eenvoudig()
	r.Antwoorden["bedoeling.geheim"] = reflectie.Tekst("Nee zeggen.")
	data := string(markdown.Encode(definitie(), markdown.Meta{}, r, reflectie.Antwoorden{"bedoeling.geheim": reflectie.JaNee(true)}))
	for _, nooit := range []string{"geheim", "durft", "Nee zeggen"} {
		if strings.Contains(data, nooit) {
			t.Errorf("the file says %q", nooit)
		}
	}
}

func TestSkipsShowAndDoorvragenDoNot(t *testing.T) {
	r := eenvoudig()
	r.Antwoorden["bedoeling.bereiken"] = reflectie.Tekst("Wat men wil.")
	r.Uitkomst.Keuze = reflectie.Afwijken
	data := string(markdown.Encode(definitie(), markdown.Meta{}, r, nil))
	for _, want := range []string{"### Was er een signaal?\n\n<!-- weeg:begin bedoeling.signaal -->\n\n*niet ingevuld*", "**Nog niet in het team besproken**",
		"- Afwijken van welke soort regel: *niet ingevuld*", "<!-- weeg:aandachtspunten.macht.1 -->\n\n*niet ingevuld*"} {
		if !strings.Contains(data, want) {
			t.Errorf("missing: %q", want)
		}
	}
	for _, nooit := range []string{"Wie is dat hier?", "Hoorde u nog een stem", "Wie deze casus schreef", "## Vervallen", "En wie nog meer"} {
		if strings.Contains(data, nooit) {
			t.Errorf("the file says %q", nooit)
		}
	}
}
