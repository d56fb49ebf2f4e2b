package markdown_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// velden are the questions that the shipped werkvormen ask by a kind of step.
func velden(soort casus.Stapsoort) []casus.Vraag {
	var velden []casus.Vraag
	for _, w := range werkvormen() {
		for _, stap := range w.Stappen {
			for _, v := range stap.Velden {
				gehad := slices.ContainsFunc(velden, func(x casus.Vraag) bool { return x.ID == v.ID })
				v.Als = nil // all of them apply
				if stap.Soort == soort && !gehad {
					velden = append(velden, v)
				}
			}
		}
	}
	return velden
}

var werkvormen = sync.OnceValue(func() []casus.Werkvorm {
	alle, err := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Werkvormen: "werkvormen"}).Werkvormen()
	if err != nil {
		panic(err)
	}
	slices.SortStableFunc(alle, func(a, b casus.Werkvorm) int { // the words of the one that asks most
		return len(b.Stappen) - len(a.Stappen)
	})
	return alle
})

// definitie has every kind of step and every kind of question.
func definitie() casus.Definitie {
	als := func(vraag string, is ...string) *casus.Als { return &casus.Als{Vraag: vraag, Is: is} }
	opties := []casus.Optie{{ID: "helpt", Naam: "Het helpt *hier*"}, {ID: "hoort", Naam: "Zo hoort het"}, {ID: "ja", Naam: "Beide"}}
	stap := func(id, titel string, soort casus.Stapsoort, vragen ...casus.Vraag) casus.Stap {
		return casus.Stap{ID: id, Titel: titel, Soort: soort, Vragen: vragen, Velden: velden(soort)}
	}
	return casus.Definitie{
		Casus: casus.Casus{
			Weeg: 1, ID: "buurttuin", Versie: 3, Titel: "De buurttuin achter het hek",
			Kern:     "Buren verbouwen groente op grond waar de gemeente wil bouwen",
			Situatie: "Lang verhaal.",
			Moment:   "Maandag komt de graafmachine.\nDe bonen zijn over drie weken rijp.\n\nMag de tuin nog drie weken blijven?",
			Rollen: []casus.Rol{{ID: "opzichter", Naam: "Opzichter", Moment: "U hebt de sleutel van het hek. Wat doet u maandag?"},
				{ID: "wethouder", Naam: "Wethouder"}},
			Waarden: []casus.Gezien{{ID: "veiligheid", Hier: "Er ligt puin."}, {ID: "privacy", Hier: "Er hangt een camera."}},
			Regels:  []casus.Regel{{Regel: "Het bouwterrein is dicht."}},
			Vragen:  []casus.Extra{{Stap: "bedoeling", Vraag: casus.Vraag{ID: "bonen", Vraag: "Wat zeggen de bonen?"}}},
		},
		Werkvorm: casus.Werkvorm{Weeg: 1, ID: "alles", Versie: 2, Naam: "Alles", Duur: 10, Gesprek: werkvormen()[0].Gesprek, Eigen: werkvormen()[0].Eigen, Stappen: []casus.Stap{
			stap("moment", "Het moment", casus.StapRol, casus.Vraag{ID: "reactie", Vraag: "Wat zou u nu doen?", Na: true}),
			stap("bedoeling", "De bedoeling", casus.StapVragen,
				casus.Vraag{ID: "bereiken", Vraag: "Wat wilt u bereiken?", Doorvragen: []casus.Doorvraag{
					{ID: "wie", Als: casus.Aanleiding{Woorden: []string{"men"}}, Vraag: "Wie is dat hier?"}}},
				casus.Vraag{ID: "regel", Vraag: "Wat is de kern?", Soort: casus.Regeltekst},
				casus.Vraag{ID: "helpt", Vraag: "Helpt dit?", Soort: casus.Keuze, Opties: opties},
				casus.Vraag{ID: "brillen", Vraag: "Welke brillen?", Soort: casus.Meerkeuze, Opties: opties},
				casus.Vraag{ID: "signaal", Vraag: "Was er een signaal?", Soort: casus.JaNee},
				casus.Vraag{ID: "gehoord", Vraag: "Bij wie kwam het aan?", Als: als("bedoeling.signaal", "ja")},
				casus.Vraag{ID: "wanneer", Vraag: "Wanneer was dat?", Soort: casus.Datum},
				casus.Vraag{ID: "geheim", Vraag: "Wat durft u niet?", Prive: true}),
			stap("standpunten", "Onder de standpunten", casus.StapStandpunten),
			stap("waarden", "Waarden", casus.StapWaarden),
			stap("spiegel", "Waarden", casus.StapSpiegel),
			stap("verbanden", "Verbanden", casus.StapVerbanden),
			stap("wie", "Wie gaat erover", casus.StapRealisatie),
			stap("ruimte", "Regel en ruimte", casus.StapRuimte),
			stap("weging", "Wegen en besluiten", casus.StapWeging),
			stap("besluit", "Wegen en besluiten", casus.StapUitkomst,
				casus.Vraag{ID: "team", Vraag: "Wat vraagt u uw team?", Na: true, Als: als("uitkomst.keuze", "afwijken")}),
			stap("onthouden", "Onthouden", casus.StapAandachtspunten),
			stap("afspraken", "Onthouden", casus.StapAfspraken),
		}},
		Waarden: []casus.Waarde{{ID: "veiligheid", Naam: "Veiligheid"}, {ID: "betrokkenheid", Naam: "Betrokkenheid"},
			{ID: "privacy", Naam: "Privacy"}, {ID: "kwaliteit", Naam: "Kwaliteit"}},
	}
}

// eigenDefinitie is about a situation of the person's own.
func eigenDefinitie() casus.Definitie {
	def := definitie()
	def.Casus = casus.EigenCasus()
	return def
}

// vijandig lists texts that try to get out of their place, or to be lost.
func vijandig() []string {
	alleTekens := func() string {
		var b strings.Builder
		for c := range rune(0xa1) {
			b.WriteRune(c)
		}
		return "a" + b.String() + "z"
	}()
	return []string{
		"Gewoon een zin.", "**vet** en `code`", "# Kop\n\n## Nog een\n### Drie", "Kop\n===\n\nKop\n---", "---", "---\nweeg: 1\n---",
		"```", "```mermaid\ngraph LR", "~~~\ncode", "````\n```\n````", "<!--", "<!-- open\n\nweg", "-->", "<details>", "<details><summary>x",
		"<script>alert(1)</script>", "</blockquote>", "<!-- weeg:bedoeling.bereiken -->", "<!-- weeg:begin kop -->\nx\n<!-- weeg:eind kop -->",
		"x\n<!-- weeg:eind waardenetwerk -->", "*niet ingevuld*", "_niet ingevuld_", "&lt;", "&amp;lt;", "&amp;amp;lt; &amp;#58; &#58; &#94;",
		"&#60; &#x3c; &LT; &euro; &#0; &#133; &#9; &#010; &#10;", "&", "&&lt;", "&amp;", "&amp;<", "&#", "&#1", "&#1;", "&#128;&#160;",
		"| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--|--", "[^1]\n\n[^1]: noot", "[^1", "[a]: http://x\n\n[a]", "[a]:\nhttp://x", "]:", "[^]:^[",
		"\\[a\\]: x", "> citaat\n> > dieper", ">", ">>>", ">\n>", "- a\n  - b\n\n1. c", "    ingesprongen", "a\n\tb", "a\n\n\n\nb", "a  \nb\\\nc", "\\", "a\\", "a\n\\",
		"> [!NOTE]\n> let op", "[!WARNING]\nx", "😀 👩‍👩‍👧 🏳️‍🌈", "שלום עולם \u202eomgekeerd\u202c", "\x00", "a\x00b", "a\x1b[31mrood", alleTekens,
		"a\u0085b\u2028c\u2029d\ufeffe", "\ufeff\ufeff", "a\ufffeb\uffff", "a\r\nb\rc", "\u00a0 x \u00a0", "...", "!@#$%^&*()_+-={}[]|\\:\";'<>?,./`~",
		"ja", "nee", "true", "null", "~", "1e3", "2026-11-21", "0x1f", "- a", "? x", ": y", "{a: b}", "[a, b]", "*x", "&x", "!x", "%x", "@x", "'", "\"", "a: b", "a #b",
		"www.example.nl https://example.nl a@b.nl", "$x$ $$y$$", ":smile: @iedereen #1", "a&#8203;b", "\u200b", "é e\u0301",
		strings.Repeat("lang ", 20000), strings.Repeat("x", 100_000), strings.Repeat("> ", 500) + "diep", strings.Repeat("&amp;", 300) + "lt;",
		"`<b>` en ```a```", "<a href=\"x\">\n\n<b", "<?php", "<![CDATA[", "<!DOCTYPE", "<http://x>", "~~weg~~ ==x==", "- [ ] taak\n- [x] klaar",
		"tekst\n    code\n\ttab", "Term\n: uitleg", "*[AFK]: uitleg", "{#id .klasse}", "{{ jinja }} {% x %}", "\\<b>", "a\n\n***\n\nb", "1) x\n2) y", "+", "=", "-",
	}
}

// A maker makes reflecties that are all different and all allowed.
type maker struct {
	r       *rand.Rand
	teksten []string
}

func newMaker(zaad uint64) maker {
	return maker{rand.New(rand.NewPCG(zaad, 7)), vijandig()}
}

// newKorteMaker leaves the long texts out.
func newKorteMaker(zaad uint64) maker {
	m := newMaker(zaad)
	m.teksten = slices.DeleteFunc(m.teksten, func(s string) bool { return len(s) > 2000 })
	return m
}

func (m maker) kans(n int) bool { return m.r.IntN(n) == 0 }

func (m maker) kies(mag ...string) string { return mag[m.r.IntN(len(mag))] }

func (m maker) tekst() string {
	if m.kans(4) {
		return ""
	}
	tekst := m.kies(m.teksten...)
	if m.kans(3) {
		tekst += m.kies("", " ", "\n", "\n\n", "\t") + m.kies(m.teksten...)
	}
	return reflectie.Normaal(tekst)
}

func (m maker) of(mag []string) string { return m.kies(append(mag, "")...) }

func (m maker) datum() reflectie.Datum {
	if m.kans(3) {
		return reflectie.Datum{}
	}
	d, err := reflectie.ParseDatum(fmt.Sprintf("20%02d-%02d-%02d", m.r.IntN(100), 1+m.r.IntN(12), 1+m.r.IntN(28)))
	if err != nil {
		panic(err)
	}
	return d
}

func (m maker) antwoord() reflectie.Antwoord {
	switch m.r.IntN(4) {
	case 0:
		return reflectie.JaNee(m.kans(2))
	case 1:
		return reflectie.Lijst(m.tekst(), m.kies("helpt", "hoort", "ja"), m.tekst())
	}
	return reflectie.Tekst(m.tekst())
}

func (m maker) ids() []string {
	ids := []string{"veiligheid", "betrokkenheid", "privacy", "kwaliteit", "rust", "waarde-2", "3d", "null", strings.Repeat("lang-", 250) + "x", "2024001"}
	m.r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
	return ids[:m.r.IntN(len(ids))]
}

// zet puts something at a field.
func (m maker) zet(v reflectie.Veld, rij reflectie.Rij, paar reflectie.Paar) {
	if v.IsNaam || v.IsKop && v.Aard != reflectie.EenLijn && v.Aard != reflectie.Proza && v.Aard != reflectie.EenDatum {
		return
	}
	switch v.Aard {
	case reflectie.EenKeuze:
		rij.Zet(v, reflectie.Tekst(m.of(v.Keuzes)))
	case reflectie.Voorrang:
		rij.Zet(v, reflectie.Tekst(m.kies("", paar[0], "open")))
	case reflectie.EenWaarde:
		rij.Zet(v, reflectie.Tekst(m.kies("", "veiligheid", "privacy")))
	case reflectie.EenJaNee:
		if m.kans(2) {
			rij.Zet(v, reflectie.JaNee(m.kans(2)))
		}
	case reflectie.EenDatum:
		rij.Zet(v, reflectie.Tekst(m.datum().String()))
	case reflectie.Punten:
		rij.Zet(v, reflectie.Lijst(m.tekst(), m.tekst(), m.tekst()))
	case reflectie.EenTeken, reflectie.EenPaar, reflectie.EenID, reflectie.Versienummer:
	default:
		if v.PerWaarde {
			rij.ZetVoor(v, paar[0], reflectie.Tekst(m.tekst()))
			rij.ZetVoor(v, paar[1], reflectie.Tekst(m.tekst()))
			return
		}
		rij.Zet(v, reflectie.Tekst(m.tekst()))
	}
}

// rij fills all fields of a row.
func (m maker) rij(d reflectie.Deel, rij reflectie.Rij, naam string) {
	paar, _ := reflectie.ParsePaar(naam)
	if v, ok := d.Naamveld(); ok {
		rij.Zet(v, reflectie.Tekst(naam))
	}
	for _, v := range d.Velden {
		m.zet(v, rij, paar)
	}
	if d.Rijen == reflectie.PerDatum {
		for _, sleutel := range []string{"nu.moment", "nu.helpt", "rare sleutel -->", "uitkomst.doen"} {
			rij.ZetVraag(d, sleutel, m.antwoord())
		}
	}
}

// namen names the rows that a part may have.
func (m maker) namen(d reflectie.Deel, ids []string) (namen []string) {
	switch d.Rijen {
	case reflectie.PerWaarde:
		return ids
	case reflectie.PerPaar:
		for i := 0; i+1 < len(ids); i += 1 + m.r.IntN(2) {
			if !m.kans(3) {
				namen = append(namen, ids[i]+"+"+ids[i+1])
			}
		}
		return namen
	}
	gezien := map[string]bool{}
	for range m.r.IntN(4) {
		naam := m.kies("ik", "wethouder", "opzichter", "2", "", m.tekst())
		if d.Rijen == reflectie.PerDatum {
			if naam = m.datum().String(); naam == "" {
				naam = "2026-11-21" // a time to look back has its day
			}
		}
		if d.Rijen != reflectie.PerRol || d.Naam == reflectie.SleutelStandpunten || !gezien[naam] || naam == "" {
			namen = append(namen, naam)
		}
		gezien[naam] = true
	}
	return namen
}

// maak returns a reflectie about def, and vervallen answers beside it.
func (m maker) maak(def casus.Definitie) (reflectie.Reflectie, reflectie.Antwoorden) {
	r := reflectie.Reflectie{Weeg: 1, Casus: def.Casus.ID, Casusversie: m.r.IntN(3), Werkvorm: def.Werkvorm.ID, Werkvormversie: m.r.IntN(3)}
	ids := m.ids()
	for _, d := range reflectie.Delen() {
		switch {
		case d.Naam == "":
			m.rij(d, r.Rijen(d)[0], "")
		case (d.Naam == reflectie.SleutelEigen || d.Naam == reflectie.SleutelAfspraken) && def.Casus.ID != reflectie.Eigen:
		case d.Rijen == reflectie.Enkel:
			m.rij(d, r.Erbij(d), "")
		default:
			for _, naam := range m.namen(d, ids) {
				m.rij(d, r.Erbij(d), naam)
			}
		}
	}
	for i := range r.Waarden {
		r.Waarden[i].Naam = "Naam " + r.Waarden[i].Naam
	}
	for i := range r.Standpunten {
		if r.Standpunten[i].Van == reflectie.Ik {
			r.Standpunten[i].Standpunt = ""
		}
	}
	r.Antwoorden = map[string]reflectie.Antwoord{}
	for _, sleutel := range []string{"moment.reactie", "bedoeling.bereiken", "bedoeling.bereiken.wie", "bedoeling.regel", "bedoeling.helpt",
		"bedoeling.brillen", "bedoeling.signaal", "bedoeling.gehoord", "bedoeling.wanneer", "bedoeling.bonen", "besluit.team",
		"realisatie.waarde", "onbekend.vraag", "onbekend.naam", "lezing.x", "eerder.y", "null.true", "uitkomst.doen.wie", "1.a"} {
		if m.kans(2) {
			r.Antwoorden[sleutel] = m.antwoord()
		}
	}
	r = r.Normaal()
	for _, naam := range r.Rijnamen(reflectie.Reflectie{}, nil)[reflectie.SleutelAfspraken] {
		if m.kans(4) {
			r.Antwoorden[reflectie.SleutelAfspraken+"."+naam+".wat.men"] = reflectie.Tekst("Wie is men?")
		}
	}
	vervallen := reflectie.Antwoorden{}
	for _, sleutel := range []string{"waarden.weg.betekenis", "waarden.eigen-weg.naam", "verbanden.weg+x.soort",
		"verbanden.weg+x.waarom", "weging.weg+x.omdat", "foo", "moment", "een sleutel", "a.b-->", "Hoofd.Letter", "standpunten.7.foo",
		strings.Repeat("lange.", 100) + "x", "<<", "aandachtspunten.kennis.0", "standpunten.9.standpunt"} {
		if a := m.antwoord(); m.kans(3) && !a.IsZero() {
			vervallen[sleutel] = a
		}
	}
	return r.Normaal(), vervallen
}

// gelijk compares reflecties by what they say.
func gelijk() cmp.Options {
	return cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(reflectie.Antwoord.Equal)}
}

// lees parses a file that must be good.
func lees(t testing.TB, data []byte) *markdown.Document {
	t.Helper()
	d, err := markdown.Parse("reflectie.md", data)
	if err != nil {
		t.Fatalf("the file does not parse:\n%v\n%s", err, kortom(data))
	}
	return d
}

func kortom(data []byte) string {
	if len(data) > 20_000 {
		return string(data[:20_000]) + "…"
	}
	return string(data)
}

// houdt fails unless the file holds exactly this.
func houdt(t testing.TB, data []byte, m markdown.Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden) {
	t.Helper()
	d := lees(t, data)
	if diff := cmp.Diff(r, d.Reflectie, gelijk()); diff != "" {
		t.Fatalf("another reflectie came back (-want +got):\n%.5000s", diff)
	}
	if diff := cmp.Diff(vervallen, d.Vervallen, gelijk()); diff != "" {
		t.Fatalf("other vervallen answers came back (-want +got):\n%.5000s", diff)
	}
	if d.Meta != m {
		t.Fatalf("meta = %+v, want %+v", d.Meta, m)
	}
}

// rewrite changes a file that can be changed.
func rewrite(t testing.TB, d *markdown.Document, def casus.Definitie, m markdown.Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden) []byte {
	t.Helper()
	data, err := d.Rewrite(def, m, r, vervallen, markdown.Opties{})
	if err != nil {
		t.Fatalf("the file is refused: %v", err)
	}
	return data
}
