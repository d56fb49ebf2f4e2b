package markdown_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func TestNoteInsideADerivedBlockSurvivesBelowIt(t *testing.T) {
	const notitie = "Let op: Ria weet meer.\n\n```\ncode\n\n- x\n```\n\n> een citaat\n"
	for _, test := range []struct{ blok, voor string }{
		{"kop", "- Casus: De buurttuin achter het hek\n"},
		{"kop", "<!-- weeg:eind kop -->"},
		{"rol", "Opzichter\n"},
		{"rol", "<!-- weeg:eind rol -->"},
		{"moment", "Maandag komt de graafmachine."},
		{"moment", "<!-- weeg:eind moment -->"},
		{"waarden", "<!-- weeg:eind waarden -->"},
		{"verbanden.privacy+veiligheid.soort", "<!-- weeg:eind verbanden.privacy+veiligheid.soort -->"},
		{"waardenetwerk", "```mermaid\n"},
		{"waardenetwerk", "<!-- weeg:eind waardenetwerk -->"},
	} {
		begin := "<!-- weeg:begin " + test.blok + " -->"
		data := string(bewerk(t))
		i := strings.Index(data, begin)
		if i < 0 {
			t.Fatalf("the file has no block %s:\n%s", test.blok, data)
		}
		i += strings.Index(data[i:], test.voor)
		met := data[:i] + notitie + "\n" + data[i:]
		verander := func(r *reflectie.Reflectie) {
			r.Rol, r.Door = "wethouder", "Ons"
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: "kwaliteit", Naam: "Kwaliteit"})
			r.Verbanden[0].Soort = "versterkt"
		}
		want := herschrijf(t, []byte(data), verander)
		eind := "<!-- weeg:eind " + test.blok + " -->\n"
		want = strings.Replace(want, eind, eind+"\n"+notitie, 1)
		got := herschrijf(t, []byte(met), verander)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, before %q: %s", test.blok, test.voor, diff)
		}
		if nog := herschrijf(t, []byte(got), func(*reflectie.Reflectie) {}); nog != got {
			t.Errorf("%s: a second rewrite changed the file: %s", test.blok, cmp.Diff(got, nog))
		}
		windows := herschrijf(t, bytes.ReplaceAll([]byte(met), []byte("\n"), []byte("\r\n")), verander)
		if strings.ReplaceAll(windows, "\r\n", "\n") != want {
			t.Errorf("%s: other text with Windows line ends", test.blok)
		}
	}
}

func TestStaleDerivedBlockChangesWithoutAWord(t *testing.T) {
	vol, vervallen := volledig()
	vers := string(markdown.Encode(definitie(), markdown.Meta{ID: "proef"}, vol, vervallen))
	for _, oudNieuw := range [][2]string{
		{"rol: opzichter", "rol: wethouder"}, {"rol: opzichter", "rol: \"van buiten\""}, {"rol: opzichter\n", ""},
		{"door: \"Team Openbare Ruimte\"\n", ""}, {"datum: 2026-11-21", "datum: 2025-01-01"}, {"naam: \"Thuis zijn\"", "naam: \"Rust\""},
		{"bedoeling.helpt: hoort", "bedoeling.helpt: ja"}, {"bedoeling.brillen: [helpt, hoort]", "bedoeling.brillen: [ja]"},
		{"bedoeling.signaal: true", "bedoeling.signaal: false"}, {"bedoeling.wanneer: \"2026-11-17\"", "bedoeling.wanneer: \"2025-11-17\""},
		{"{van: buurvrouw, waarde: thuis-zijn}", "{van: buurman, waarde: veiligheid}"}, {"soort: tegen", "soort: beide"},
		{"  - {tussen: [betrokkenheid, thuis-zijn], soort: versterkt}\n", ""}, {"voorrang: betrokkenheid", "voorrang: open"},
		{"  - {id: betrokkenheid, naam: \"Betrokkenheid\"}\n", "  - {id: betrokkenheid, naam: \"Betrokkenheid\"}\n  - {id: privacy}\n"},
		{"waarvan: werkinstructie", "waarvan: wet"}, {"keuze: afwijken, ", "keuze: volgen, "}, {"nu.besproken: false", "nu.besproken: true"},
	} {
		bewerkt := strings.Replace(vers, oudNieuw[0], oudNieuw[1], 1)
		if bewerkt == vers {
			t.Fatalf("the file lacks %q", oudNieuw[0])
		}
		d := lees(t, []byte(bewerkt))
		nieuw := string(rewrite(t, d, definitie(), d.Meta, d.Reflectie, d.Vervallen))
		in := true
		for _, regel := range strings.Split(nieuw, "\n") {
			switch {
			case strings.HasPrefix(regel, "#"), strings.HasPrefix(regel, "<!-- weeg:begin"), strings.HasPrefix(regel, "<!-- weeg:") && !strings.Contains(regel, "weeg:eind"):
				in = true
			case strings.HasPrefix(regel, "<!-- weeg:eind"):
				in = false
			case !in && regel != "":
				t.Errorf("%q to %q: %q was put outside its block", oudNieuw[0], oudNieuw[1], regel)
			}
		}
	}
}

func TestCommentsInAFieldThatChangesStay(t *testing.T) {
	data := bewerk(t, "waarden:\n", "waarden:  # ONZE KEUZE\n", "  - {id: veiligheid,", "  # eerst dit\n  - {id: veiligheid,",
		"naam: \"Privacy\"}\n", "naam: 'Privacy #1'}   # OOK DIT\n\n  # en dit\n", "rol: opzichter\n", "rol: opzichter  # de onze\n",
		"verbanden:\n  - {tussen: [veiligheid, privacy], soort: tegen}\n", "verbanden: # b\n# links\n- tussen: [veiligheid, privacy] # c\n  # d\n  soort: tegen # e\n")
	nieuw := herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Rol = "wethouder"
		r.Waarden[0].Bepaalt = "samen"
		r.Waarden = append(r.Waarden, reflectie.Waarde{ID: "kwaliteit", Naam: "Kwaliteit"})
		r.Verbanden[0].Soort = "beide"
	})
	const want = "rol: wethouder  # de onze\nwaarden:  # ONZE KEUZE\n  # eerst dit\n  - {id: veiligheid, naam: \"Veiligheid\", bepaalt: samen}\n" +
		"  - {id: privacy, naam: 'Privacy #1'}   # OOK DIT\n  - {id: kwaliteit, naam: \"Kwaliteit\"}\n\n  # en dit\n" +
		"verbanden: # b\n# links\n# c\n# d\n- {tussen: [veiligheid, privacy], soort: beide} # e\n---\n"
	if !strings.Contains(nieuw, want) {
		t.Errorf("the front matter is\n%.900s\nwant\n%s", nieuw, want)
	}
	nieuw = herschrijf(t, data, func(r *reflectie.Reflectie) {
		r.Rol, r.Waarden, r.Verbanden = "", r.Waarden[:1], nil
	})
	const weg = "# de onze\nwaarden:  # ONZE KEUZE\n  # eerst dit\n  - {id: veiligheid, naam: \"Veiligheid\"}\n  # OOK DIT\n\n  # en dit\n# b\n# links\n# c\n# d\n# e\n---\n"
	if !strings.Contains(nieuw, weg) {
		t.Errorf("after rows went the front matter is\n%.900s\nwant\n%s", nieuw, weg)
	}
}

func TestCommentsInOtherNotationsStay(t *testing.T) {
	const kop = "---\nweeg: 1 # a1\ncasus: buurttuin\nwerkvorm: alles\n"
	for _, veld := range []string{
		"uitkomst: # a2\n  # a3\n  keuze: volgen # a4\n  eigen: ja # a5\n",
		"uitkomst: {keuze: volgen, # a2\n  # a3\n  eigen: ja} # a4\n",
		"antwoorden: # a2\n  bedoeling.helpt: ja # a3\n  # a4\n  bedoeling.wanneer: |- # a5\n    # geen\n",
		"antwoorden:\n  bedoeling.helpt: 'it''s # geen' # a2\n  bedoeling.wanneer: \"x \\\" # geen\n    # ook geen\" # a3\n",
		"besproken: 2026-01-02 # a2\n",
		"standpunten: [{van: ik}, # a2\n  {van: ' # geen '}] # a3\n",
		"standpunten:\n  -\n    # a2\n    van: ik # a3\n  - # a4\n    van: don't # a5\n",
	} {
		for _, data := range []string{kop + veld + "---\n", "---\n{weeg: 1, # a1\ncasus: buurttuin, labels: [x], # b\nwerkvorm: alles}\n---\n"} {
			nieuw := herschrijf(t, []byte(data), func(r *reflectie.Reflectie) {
				r.Door = "Ons"
				ja := false
				r.Uitkomst = reflectie.Uitkomst{Keuze: "afwijken", Eigen: &ja}
				r.Antwoorden = map[string]reflectie.Antwoord{"bedoeling.helpt": reflectie.Tekst("hoort")}
				r.Standpunten = []reflectie.Standpunt{{Van: "zij"}}
				r.Besproken = reflectie.Datum{Jaar: 2026, Maand: 3, Dag: 4}
			})
			for _, o := range []string{"# a1", "# a2", "# a3", "# a4", "# a5", "# b"} {
				if strings.Count(data, o) != strings.Count(nieuw, o) {
					t.Errorf("comment %q of\n%s\nis gone:\n%.500s", o, data, nieuw)
				}
			}
			if strings.Contains(nieuw, "geen") {
				t.Errorf("text became a comment:\n%.500s", nieuw)
			}
		}
	}
}

func TestUnknownFieldsStayWhenTheirBlockIsEmptied(t *testing.T) {
	for _, veld := range []string{"uitkomst: {keuze: volgen, bron: [x, 1]}\n", "uitkomst:\n  keuze: volgen\n  bron: [x, 1]   # b\n"} {
		data := "---\nweeg: 1\ncasus: buurttuin\nwerkvorm: alles\n" + veld + "---\n"
		nieuw := herschrijf(t, []byte(data), func(r *reflectie.Reflectie) { r.Uitkomst = reflectie.Uitkomst{} })
		if !strings.Contains(nieuw, "bron: [x, 1]") || strings.Contains(nieuw, "volgen") {
			t.Errorf("after the choice went:\n%s", nieuw)
		}
	}
}

func TestOddIDIsAFaultWithItsPlace(t *testing.T) {
	lang := strings.Repeat("a", 201)
	for id, toont := range map[string]string{"con": "con", `"../../x"`: "../../x", "A": "A", "a--b": "a--b", lang: lang[:40] + "…"} {
		_, err := markdown.Parse("f.md", []byte("---\nweeg: 1\nid: "+id+"\ncasus: a\nwerkvorm: b\n---\n"))
		want := `f.md:3:5: "` + toont + `" is geen geldige id; haal deze regel weg, dan maakt weeg een nieuwe`
		if !errors.As(err, new(strict.Bevindingen)) || err.Error() != want {
			t.Errorf("id %s: %v, want %s", id, err, want)
		}
	}
}

func TestAbsentIDStaysAbsentUntilThereIsOne(t *testing.T) {
	data := []byte("---\nweeg: 1\ncasus: buurttuin\nwerkvorm: alles\n---\n")
	d := lees(t, data)
	if d.ID != "" {
		t.Errorf("id = %q", d.ID)
	}
	if got := rewrite(t, d, definitie(), d.Meta, d.Reflectie, nil); !bytes.Equal(got, data) {
		t.Errorf("a rewrite of the same: %s", got)
	}
	got := rewrite(t, d, definitie(), markdown.Meta{ID: "2026-11-21-buurttuin-k3x9"}, d.Reflectie, nil)
	if want := "---\nweeg: 1\nid: \"2026-11-21-buurttuin-k3x9\"\ncasus: buurttuin\n"; !strings.HasPrefix(string(got), want) {
		t.Errorf("with an id: %s", got)
	}
}

func TestWhatCannotBeRewrittenIsRefused(t *testing.T) {
	d := lees(t, bewerk(t))
	data, err := d.Rewrite(definitie(), markdown.Meta{ID: "../x"}, d.Reflectie, nil)
	if !errors.Is(err, markdown.ErrNietAanTeVullen) || data != nil {
		t.Errorf("got %q, %v", data, err)
	}
}
