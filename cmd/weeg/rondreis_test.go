package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// vijandig are texts that would like to be something else than an answer.
var vijandig = []string{
	"Gewoon een zin.", "**vet** en `code`", "# kop\n\n## nog een", "---\nweeg: 2\n---", "<!-- weeg:uitkomst.doen -->\n> x",
	"<!-- weeg:begin kop -->", "```\nopen", "<details><summary>", "<!-- open", "null", "ja", "1e3", "2026-11-21", "~",
	"[niet ingevuld]: http://x", "[^1]: noot", "&lt;b&gt; &amp;lt; &#0;", "a\x00b\x1b[31m", "\u202erechts", "😀\u0301é",
	"* a\n  * b\n\t- c", "> citaat\n>> dieper", "| a | b |\n|---|---|", "\"aanhaling\" en 'nog een'", ":stop", ".", "..",
	"regel  \nmet spaties\n\n\n\nen leegte", strings.Repeat("lang ", 400), "men zegt altijd dat ze nooit", "a: b #c", "- x\n- y", "%&*!@`|>",
}

// gesprekje holds a conversation in which anything may be said, skipped or gone
// back on.
func gesprekje(t *testing.T, def casus.Definitie, r *rand.Rand) sessie.Stand {
	t.Helper()
	s := sessie.New(sessie.NewStand("proef", def))
	kies := func(o []sessie.Optie) string { return o[r.IntN(len(o))].ID }
	for range 120 {
		v := s.Vraag()
		var a reflectie.Antwoord
		tekst := vijandig[r.IntN(len(vijandig))]
		switch {
		case r.IntN(6) == 0:
			s.Skip()
			continue
		case r.IntN(12) == 0:
			s.Back()
			continue
		case v.Sleutel == sessie.SleutelAfronden:
			return s.Stand()
		case v.Soort == casus.JaNee:
			a = reflectie.JaNee(r.IntN(2) == 0)
		case v.Soort == casus.Datum:
			a = reflectie.Tekst(fmt.Sprintf("2027-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28)))
		case v.Soort == casus.Keuze && len(v.Opties) > 0 && (!v.Vrij || r.IntN(2) == 0):
			a = reflectie.Tekst(kies(v.Opties))
		case v.Soort == casus.Meerkeuze, v.Soort == casus.Waardenkeuze:
			var items []string
			for range 1 + r.IntN(4) {
				items = append(items, kies(v.Opties))
			}
			if v.Vrij && r.IntN(2) == 0 {
				items = append(items, tekst)
			}
			a = reflectie.Lijst(items...)
		default:
			a = reflectie.Tekst(tekst)
		}
		if err := s.Answer(a); err != nil {
			if strings.HasPrefix(v.Sleutel, "ruimte.") {
				s.Skip() // the same layer twice
				continue
			}
			t.Fatalf("%s takes no %v: %v", v.Sleutel, a, err)
		}
	}
	return s.Stand()
}

// Whatever is said in a conversation, the file, --json and the answer file all
// say the same, and nothing that was given in private.
func TestAnyConversationSurvivesTheWholeWayRound(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	for _, id := range []string{"koken-in-het-schoolgebouw", "signaal-van-de-balie", reflectie.Eigen} {
		for _, werkvorm := range []string{"waardenweging", "kort", "regel-en-bedoeling", "weerstand", "initiatief"} {
			def := laad(t, id, werkvorm)
			for seed := range uint64(steekproef(8)) {
				stand := gesprekje(t, def, rand.New(rand.NewPCG(seed, 7)))
				stand.Kop.Datum = reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}
				r, vervallen := stand.Reflectie()
				meta := markdown.MetaVan("proef", def)
				doc, err := markdown.Parse("proef.md", markdown.Encode(def, meta, r, vervallen))
				if err != nil {
					t.Fatalf("%s, %s, %d: %v", id, werkvorm, seed, err)
				}
				if d := cmp.Diff(r, doc.Reflectie); d != "" {
					t.Fatalf("%s, %s, %d: the file says otherwise:\n%s", id, werkvorm, seed, d)
				}
				json, err := reflectie.EncodeJSON(doc.Reflectie)
				if err != nil {
					t.Fatal(err)
				}
				b := leesBlad(t, fmt.Sprintf("%s, %s, %d", id, werkvorm, seed), json, def)
				terug, _ := sessie.StandVan("proef", def, b.Reflectie, nil, b.Prive).Reflectie()
				if d := cmp.Diff(r, terug); d != "" {
					t.Fatalf("%s, %s, %d: the answer file says otherwise:\n%s", id, werkvorm, seed, d)
				}
				for sleutel := range stand.Prive() {
					if strings.Contains(string(json), sleutel) {
						t.Errorf("%s, %s, %d: %s is in the file", id, werkvorm, seed, sleutel)
					}
				}
			}
		}
	}
}
