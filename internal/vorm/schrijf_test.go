package vorm_test

import (
	"strings"
	"testing"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

func TestWordsOnALineOfTheirOwnReadBackAsThoseWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"Koken in het oude schoolgebouw": "Koken in het oude schoolgebouw", "Team (Noord), 2e": "Team (Noord), 2e", "handhaver": "handhaver",
		"De gang: wie telt?": `"De gang: wie telt?"`, "Ja": `"Ja"`, "true": `"true"`, "2026-11-21": `"2026-11-21"`, "a #b": `"a #b"`, "- x": `"- x"`, "a\nb": `"a\nb"`, "a  b": `"a  b"`, "1e3": `"1e3"`,
	} {
		got := vorm.Kaal(s)
		if got != want {
			t.Errorf("%q is written as %s, want %s", s, got, want)
		}
		n, err := strict.Parse("x", []byte("titel: "+got+"\n"), 0)
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		var f strict.Fouten
		if terug := n.Object(&f).Text("titel"); terug != s || f.Len() > 0 {
			t.Errorf("%q came back as %q, %v", s, terug, f.Err())
		}
	}
}

func TestKeysReadBackAndEndNoComment(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"nu.moment", "weging.a+b.omdat", "rare sleutel -->", "a..b", ".a", "a:b", "a--b", "<x>"} {
		geschreven := vorm.Sleutel(s)
		if strings.Contains(geschreven, "--") || strings.ContainsAny(geschreven, "<>") {
			t.Errorf("%q is written as %s", s, geschreven)
		}
		n, err := strict.Parse("x", []byte("{ "+geschreven+": x }"), 0)
		if err != nil || n.Velden[0].Naam != s {
			t.Errorf("%q came back otherwise: %v", s, err)
		}
	}
}

func TestARowKeepsTheNumberThatItHasInAFile(t *testing.T) {
	t.Parallel()
	const bestand = "teruggeblikt:\n  - { nr: 2, datum: 2027-02-21 }\n  - { datum: 2027-02-21 }\nwaarden:\n  - { id: \"2024001\" }\n"
	n, err := strict.Parse("x", []byte(bestand), 0)
	if err != nil {
		t.Fatal(err)
	}
	l := vorm.Lezer{Genummerd: true}
	var r reflectie.Reflectie
	l.Delen(n.Object(&l.Fouten), &r)
	if err := l.Fouten.Err(); err != nil {
		t.Fatal(err)
	}
	mag := func(v reflectie.Veld) bool { return !v.InLijf() }
	got := vorm.Schrijf(r, l.Namen, mag, func(string) bool { return true })
	const want = "waarden:\n  - { id: \"2024001\" }\nteruggeblikt:\n  - { nr: 2, datum: 2027-02-21 }\n  - { datum: 2027-02-21 }\n"
	if got != want {
		t.Errorf("got:\n%swant:\n%s", got, want)
	}
}
