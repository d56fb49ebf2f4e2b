package main

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/verloop"
)

// namen are what somebody could call a value, and Mermaid could take for
// something else.
var namen = []string{`"aanhaling"`, "[haken]", "(ronde)", "{accolades}", "een; twee", "end", "subgraph", "graph LR", "click w1 call x()", "style w1 fill:#f00",
	"%% opmerking", "%%{init: {}}%%", "---", "-->", "|pijp|", "`code`", "**vet**", "1. een", "- twee", "# kop", "<b>vet</b>", "<script>alert(1)</script>",
	"&lt;b&gt; &quot;", "#35;", "#quot;", "😀 👨‍👩‍👧", "ﬂ°°35¶ß", "\\n", "\\", "a\nb", "$$x$$", "\u202eomgekeerd", "مرحبا", "漢字", "w2", "default", "class", "o", "x",
	"href", "@{shape: x}", "~~~", "\"]\n  w9[\"", strings.Repeat("lang ", 40), strings.Repeat("x", 200), "\x00\x1b", "e\u0301\u0302\u0303", "a:b", "'", "a & b", "..."}

// hek returns the Mermaid blocks of a file.
func hekken(bestand []byte) []string {
	var blokken []string
	for _, deel := range strings.Split(string(bestand), "\n```mermaid\n")[1:] {
		blok, _, _ := strings.Cut(deel, "\n```\n")
		blokken = append(blokken, blok+"\n")
	}
	return blokken
}

// vreemd is a reflectie with names, rollen and verbanden of any kind.
func vreemd(r *rand.Rand) reflectie.Reflectie {
	naam := func() string {
		n := namen[r.IntN(len(namen))]
		if r.IntN(3) == 0 {
			n += namen[r.IntN(len(namen))]
		}
		return n
	}
	uit := reflectie.Reflectie{Weeg: 1, Casus: "koken-in-het-schoolgebouw", Werkvorm: "kort", Rol: naam(), Waarden: []reflectie.Waarde{{ID: "veiligheid"}}}
	for i := range 1 + r.IntN(9) {
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: fmt.Sprintf("eigen-%d", i), Naam: naam()})
	}
	for i, w := range uit.Waarden[1:] {
		for _, v := range uit.Waarden[:i+1] {
			if soort := r.IntN(7); soort < 5 {
				uit.Verbanden = append(uit.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{w.ID, v.ID}, Soort: append(reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort"), "")[soort]})
			}
		}
	}
	return uit.Normaal()
}

// Every diagram of the library, and of reflecties with names that would like to
// be something else, is one that Mermaid itself can read: the version that
// forges have now, and the newest.
func TestMermaidReadsEveryDiagram(t *testing.T) {
	t.Parallel()
	mermaids := npm(t, "mermaid-*/dist/mermaid.min.js")
	b := newBrowser(t)
	blokken := map[string]string{}
	add := func(naam string, bestand []byte) {
		t.Helper()
		gevonden := hekken(bestand)
		if len(gevonden) != 1 {
			t.Fatalf("%s has %d diagrams", naam, len(gevonden))
		}
		blokken[naam] = gevonden[0]
	}
	getekend := 0
	for _, def := range paren(t) {
		stand := vol(t, def)
		r, vervallen := stand.Reflectie()
		bestand := markdown.Encode(def, markdown.MetaVan("x", def), r, vervallen)
		if len(hekken(bestand)) == 0 && len(r.Verbanden) == 0 {
			continue // a werkvorm that does not ask for verbanden draws none
		}
		getekend++
		add(def.Casus.ID+", "+def.Werkvorm.ID, bestand)
	}
	if getekend < steekproef(18*3) {
		t.Errorf("only %d of the library have a diagram", getekend)
	}
	def := laad(t, "koken-in-het-schoolgebouw", "kort")
	r := rand.New(rand.NewPCG(5, 500))
	var vorige []netwerk.Bijdrage
	for i := range steekproef(500) {
		x := vreemd(r)
		add(fmt.Sprintf("generated %d", i), markdown.Encode(def, markdown.Meta{ID: "x"}, x, nil))
		vorige = append(vorige, netwerk.Bijdrage{Reflectie: x, Rol: x.Rol})
		if i%10 == 9 {
			blokken[fmt.Sprintf("generated %d to %d", i-9, i)] = netwerk.New(def.Waarden, vorige...).Mermaid()
			vorige = nil
		}
	}
	blokken["nothing"] = netwerk.New(nil).Mermaid()
	for _, bij := range []string{casus.BijCasus, casus.BijEigen, casus.BijReflectie} {
		for _, w := range alleWerkvormen(t, bij) {
			v := verloop.New(casus.Definitie{Werkvorm: w, Waarden: def.Waarden})
			blokken["verloop of "+w.ID] = string(v.Mermaid())
		}
	}
	// The second question of this casus is asked nowhere, which a comment says.
	blokken["verloop of a casus"] = string(verloop.New(def).Mermaid())
	if !strings.Contains(blokken["verloop of a casus"], "%%") {
		t.Error("no diagram has a comment")
	}
	for _, pad := range mermaids {
		versie := filepath.Base(filepath.Dir(filepath.Dir(pad)))
		b.open("about:blank")
		b.laad(pad)
		fouten := bereken[map[string]string](b, `(async blokken => {
			const fouten = {}
			for (const [naam, blok] of Object.entries(blokken))
				try { await mermaid.parse(blok) } catch (e) { fouten[naam] = String(e).slice(0, 300) + "\n" + blok }
			return fouten
		})(`+js(t, metFout(blokken))+`)`)
		if fouten[nietGoed] == "" {
			t.Errorf("%s takes a diagram that is wrong, so it says nothing about the others", versie)
		}
		delete(fouten, nietGoed)
		for naam, fout := range fouten {
			t.Errorf("%s cannot read %s: %s", versie, naam, fout)
		}
		toontElkeNaam(t, b, versie)
	}
}

// nietGoed is the name of a diagram that no Mermaid should take.
const nietGoed = "not a diagram"

func metFout(blokken map[string]string) map[string]string {
	alle := map[string]string{nietGoed: "graph LR\n  w1[\"open\n"}
	for naam, blok := range blokken {
		alle[naam] = blok
	}
	return alle
}

// toontElkeNaam draws a node with each of the names, and looks whether it says so.
func toontElkeNaam(t *testing.T, b *browser, versie string) {
	t.Helper()
	for _, naam := range namen {
		if letters(naam) == "" {
			continue // it is called by its id then
		}
		blok := netwerk.New(nil, netwerk.Bijdrage{Reflectie: reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "x", Naam: naam}}}}).Mermaid()
		got := bereken[string](b, `(async blok => {
			const {svg} = await mermaid.render("x", blok)
			const hier = document.createElement("div")
			hier.innerHTML = svg
			hier.querySelectorAll("style").forEach(s => s.remove())
			return hier.textContent
		})(`+js(t, blok)+`)`)
		if want := letters(naam); letters(got) != want {
			t.Errorf("%s shows %q as %q", versie, naam, got)
		}
	}
}

// letters is a text without what only says how it is set.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == '\u202e' || r == '\u200b' {
			return -1
		}
		return r
	}, s)
}
