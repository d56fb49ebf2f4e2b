package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

func TestPrivateAnswersComeBackInTheirOwnShape(t *testing.T) {
	opties := []casus.Optie{{ID: "a", Naam: "Appel"}, {ID: "b", Naam: "Bes"}}
	def := casus.Definitie{
		Casus: casus.Casus{ID: "koken", Titel: "Koken <b>"},
		Werkvorm: casus.Werkvorm{ID: "proef", Stappen: []casus.Stap{{ID: "uzelf", Titel: "Uzelf", Soort: casus.StapVragen, Vragen: []casus.Vraag{
			{ID: "tekst", Vraag: "Wat?", Prive: true},
			{ID: "ja", Vraag: "Ja?", Soort: casus.JaNee, Prive: true},
			{ID: "nee", Vraag: "Nee?", Soort: casus.JaNee, Prive: true},
			{ID: "keuze", Vraag: "Welke?", Soort: casus.Keuze, Opties: opties, Prive: true},
			{ID: "meer", Vraag: "Welke nog?", Soort: casus.Meerkeuze, Opties: opties, Prive: true},
			{ID: "leeg", Vraag: "Niets?", Prive: true},
			{ID: "open", Vraag: "Open?"},
		}}}},
	}
	want := reflectie.Antwoorden{
		"uzelf.tekst": reflectie.Tekst("# kop\n\n<!-- weeg:uzelf.open -->\n> x\n```"),
		"uzelf.ja":    reflectie.JaNee(true),
		"uzelf.nee":   reflectie.JaNee(false),
		"uzelf.keuze": reflectie.Tekst("b"),
		"uzelf.meer":  reflectie.Lijst("a", "b"),
	}
	stand := sessie.StandVan("x", def, reflectie.Reflectie{}, reflectie.Antwoorden{"uzelf.open": reflectie.Tekst("gedeeld")}, want)
	data := markdown.EncodePrive(stand)
	if strings.Contains(string(data), "gedeeld") || strings.Contains(string(data), "Niets?") {
		t.Errorf("more than the private answers is in it:\n%s", data)
	}
	got, err := markdown.ParsePrive("prive.md", data, def)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s\n%s", d, data)
	}
	if data := markdown.EncodePrive(sessie.NewStand("x", def)); data != nil {
		t.Errorf("without private answers there is a file:\n%s", data)
	}
}
