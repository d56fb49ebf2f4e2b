package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// A conversation by each werkvorm, written down as it went: what was asked, what
// was answered. Who changes a question reads here how the talk goes with it.
// To write them anew: WEEG_BIJWERKEN=1 go test ./cmd/weeg -run TestAConversationByEachWerkvorm
func TestAConversationByEachWerkvormReadsAsOne(t *testing.T) {
	t.Parallel()
	werkvormen, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range werkvormen {
		t.Run(w.ID, func(t *testing.T) {
			t.Parallel()
			stand, antwoorden := begonnenMet(t, w)
			stappen, stand := loopVan(t, stand, antwoorden)
			gouden(t, filepath.Join("gesprekken", w.ID+".txt"), verslag(stand, stappen))
		})
	}
}

// begonnenMet is a conversation by w that begins, and the answers to give.
func begonnenMet(t *testing.T, w casus.Werkvorm) (sessie.Stand, reflectie.Antwoorden) {
	t.Helper()
	if w.ID == "terugblik" {
		def, b := koken(t)
		terug, err := casus.NewTerugblik(def.Casus, w, def.Waarden)
		if err != nil {
			t.Fatal(err)
		}
		return sessie.NewTerugblik("gesprek", terug, b.Reflectie), losseAntwoorden(t, "testdata/gesprekken/terugblik.yaml")
	}
	pad := map[string]string{"waardenweging": "testdata/koken.yaml", "kort": "testdata/kort.yaml"}[w.ID]
	pad = cmp.Or(pad, "testdata/gesprekken/"+w.ID+".yaml")
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	o := yamlBlok(t, pad, data)
	def := laad(t, o.Text("casus"), w.ID)
	return sessie.NewStand("gesprek", def), leesBlad(t, pad, data, def).Antwoorden()
}

// Who named no rule is asked nothing of it.
func TestWhoNamesNoRuleIsAskedOfNone(t *testing.T) {
	t.Parallel()
	werkvormen, err := deBibliotheek.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	const regel = "regel.regel"
	aantal := 0
	for _, w := range werkvormen {
		stand, antwoorden := begonnenMet(t, w)
		if antwoorden[regel].IsZero() {
			continue
		}
		aantal++
		delete(antwoorden, regel)
		stappen, _ := loopVan(t, stand, antwoorden)
		for _, s := range stappen {
			zegt := []string{s.vraag.Vraag, s.vraag.Toelichting}
			if s.vraag.Stap != "regel" {
				zegt = append(zegt, s.vraag.Titel)
			}
			for _, tekst := range zegt {
				if strings.Contains(strings.ToLower(tekst), "de regel") || strings.Contains(tekst, "deze regel") {
					t.Errorf("%s: %s: %s", w.ID, s.vraag.Sleutel, tekst)
				}
			}
		}
	}
	if aantal < 3 {
		t.Errorf("in %d werkvormen a rule is named", aantal)
	}
}

func yamlBlok(t *testing.T, pad string, data []byte) *strict.Object {
	t.Helper()
	n, err := strict.Parse(pad, data, 0)
	if err != nil {
		t.Fatal(err)
	}
	var f strict.Fouten
	return n.Object(&f)
}

// losseAntwoorden reads answers by their keys: of looking back no answer file is made.
func losseAntwoorden(t *testing.T, pad string) reflectie.Antwoorden {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	antwoorden := reflectie.Antwoorden{}
	for _, v := range yamlBlok(t, pad, data).Velden() {
		antwoorden[v.Naam] = reflectie.Tekst(v.Waarde.Tekst)
	}
	return antwoorden
}

// verslag writes a conversation down.
func verslag(stand sessie.Stand, stappen []stap) string {
	toen := map[string]sessie.Vraag{}
	vragen, vervallen := stand.Expand()
	for _, v := range append(vragen, vervallen...) {
		toen[v.Sleutel] = v
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %s\n", stand.Definitie.Werkvorm.Naam, stand.Titel())
	titel := ""
	for _, stap := range stappen {
		v := stap.vraag
		if v.Titel != titel {
			titel = v.Titel
			fmt.Fprintf(&b, "\n## %s\n", titel)
		}
		b.WriteString("\n")
		for _, g := range v.Toont {
			fmt.Fprintf(&b, "  %s:\n    %s\n", g.Naam(), strings.ReplaceAll(g.Tekst, "\n", "\n    "))
		}
		if v.Melding != "" {
			fmt.Fprintf(&b, "%s\n", v.Melding)
		}
		b.WriteString(v.Vraag)
		if v.Prive {
			b.WriteString(" (alleen voor u)")
		}
		antwoord := cmp.Or(toen[v.Sleutel].Weergave(), "(overgeslagen)")
		fmt.Fprintf(&b, "\n> %s\n", strings.ReplaceAll(antwoord, "\n", "\n> "))
	}
	return regexp.MustCompile(`(?m) +$`).ReplaceAllString(b.String(), "")
}
