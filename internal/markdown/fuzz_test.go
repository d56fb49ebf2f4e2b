package markdown

import (
	"bytes"
	"maps"
	"testing"
	"unicode/utf8"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

func FuzzParse(f *testing.F) {
	f.Add([]byte("---\nweeg: 1\ncasus: a\nwerkvorm: b\n---\n\n# A\n\n<!-- weeg:a.b -->\n\n> x\n"))
	f.Add([]byte("---\r\nweeg: 1\r\ncasus: a\r\nwerkvorm: b\r\nstandpunten:\r\n  - {}\r\n---\r\n<!-- weeg:standpunten.1.standpunt -->\r\n>x"))
	f.Add([]byte("---\n{weeg: 1, casus: a, werkvorm: b}\n---\n<!-- weeg:begin rol -->\n> x\n<!-- weeg:eind rol -->\n```\n"))
	f.Add([]byte("---\nweeg: 1\ncasus: a\nwerkvorm: b\nwaarden: [{id: x, naam: X}]\nteruggeblikt: [{}]\n---\n<!-- weeg:teruggeblikt.1.a -->\n> x\n"))
	ja := true
	r := reflectie.Reflectie{Casus: "a", Werkvorm: "b", Rol: "x",
		Antwoorden:      map[string]reflectie.Antwoord{"a.b": reflectie.Tekst("# x\n\n<b>"), "a.c": reflectie.Lijst("x")},
		Waarden:         []reflectie.Waarde{{ID: "x", Naam: "X", Betekenis: "y", Anders: []reflectie.Anders{{Betekenis: "z"}}}, {ID: "y", Naam: "Y"}},
		Verbanden:       []reflectie.Verband{{Tussen: reflectie.Paar{"x", "y"}, Soort: "tegen"}},
		Uitkomst:        reflectie.Uitkomst{Eigen: &ja},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{"k"}},
		Teruggeblikt:    []reflectie.Teruggeblikt{{Antwoorden: map[string]reflectie.Antwoord{"nu.x": reflectie.Tekst("t")}}}}
	f.Add(Encode(casus.Definitie{}, Meta{ID: "i"}, r, reflectie.Antwoorden{"foo": reflectie.Tekst("x")}))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Parse("f.md", data)
		if err != nil {
			return
		}
		d.Opmerkingen()
		vers, err := d.Rewrite(casus.Definitie{}, d.Meta, d.Reflectie, d.Vervallen)
		if err != nil {
			t.Fatalf("a rewrite of the same is refused: %v", err)
		}
		d2, err := Parse("f.md", vers)
		if err != nil {
			t.Fatalf("the rewritten file does not parse: %v\n%s", err, vers)
		}
		a, b := reflectie.Flatten(d.Reflectie), reflectie.Flatten(d2.Reflectie)
		if !maps.EqualFunc(a, b, reflectie.Antwoord.Equal) || !maps.EqualFunc(d.Vervallen, d2.Vervallen, reflectie.Antwoord.Equal) {
			t.Fatalf("a rewrite of the same changed answers:\n%s", vers)
		}
		if !bytes.Contains(data, []byte("weeg:begin")) && !bytes.Equal(vers, data) {
			t.Fatalf("a rewrite of the same changed bytes:\n%q\n%q", data, vers)
		}
		if nog, err := d2.Rewrite(casus.Definitie{}, d2.Meta, d2.Reflectie, d2.Vervallen); err != nil || !bytes.Equal(nog, vers) {
			t.Fatalf("a second rewrite changed bytes:\n%q\n%q", vers, nog)
		}
	})
}

func FuzzAnswer(f *testing.F) {
	for _, s := range []string{"a", "&lt;", "&amp;#58;", "<!--", "[^1]: x", "]:", "\x00\u0085", "> x\n\n>", "&#&#1", "&&amp;&#94;", "a \n b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		if got := herstel(ontsnap(s)); got != s {
			t.Fatalf("escape and back: %q became %q", s, got)
		}
		s = reflectie.Normaal(s)
		r := reflectie.Reflectie{Casus: "a", Werkvorm: "b", Door: s,
			Antwoorden: map[string]reflectie.Antwoord{"a.b": reflectie.Tekst(s), "a.c": reflectie.Lijst(s)},
			Uitkomst:   reflectie.Uitkomst{Doen: s}, Aandachtspunten: reflectie.Aandachtspunten{Macht: []string{s, "x"}}}.Normaal()
		d, err := Parse("f.md", Encode(casus.Definitie{}, Meta{}, r, nil))
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if !maps.EqualFunc(reflectie.Flatten(d.Reflectie), reflectie.Flatten(r), reflectie.Antwoord.Equal) || d.Reflectie.Door != s {
			t.Fatalf("%q came back otherwise", s)
		}
	})
}

func TestForeignEntitiesStayAsTyped(t *testing.T) {
	for _, s := range []string{"&eacute;", "&#60;", "&#058;", "&#x3a;", "&LT;", "&lt", "&#9;", "&#13;", "&#160;", "&amp;eacute;", "&amp;"} {
		if ontsnap(s) != s || herstel(s) != s {
			t.Errorf("%q became %q and %q", s, ontsnap(s), herstel(s))
		}
	}
	for s, want := range map[string]string{"&lt;": "&amp;lt;", "&amp;#58;": "&amp;amp;#58;", "<b>": "&lt;b>", "[^1]: x": "[&#94;1]&#58; x", "\x07": "&#7;"} {
		if got := ontsnap(s); got != want {
			t.Errorf("%q is written as %q, want %q", s, got, want)
		}
	}
}
