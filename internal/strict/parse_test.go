package strict

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const megabyte = 1 << 20

// tree writes a node as a person would sketch it, so that a test compares all of it at once.
func tree(n *Node) string {
	switch n.Soort {
	case Scalar:
		if n.Vast {
			return fmt.Sprintf("%q", n.Tekst)
		}
		return n.Tekst
	case Lijst:
		var items []string
		for _, item := range n.Items {
			items = append(items, tree(item))
		}
		return "[" + strings.Join(items, " ") + "]"
	case Blok:
		var velden []string
		for _, v := range n.Velden {
			velden = append(velden, fmt.Sprintf("%s@%d:%d=%s", v.Naam, v.Plaats.Regel, v.Plaats.Kolom, tree(v.Waarde)))
		}
		return "{" + strings.Join(velden, " ") + "}"
	}
	return "-"
}

func TestParseKeepsScalarsAsWritten(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"words that YAML types": {"a: ja\nb: 1e3\nc: 2026-11-21\nd: true\ne: 0x1F\n", "{a@1:1=ja b@2:1=1e3 c@3:1=2026-11-21 d@4:1=true e@5:1=0x1F}"},
		"null is absent":        {"a: null\nb: ~\nc:\nd: 'null'\ne: \"\"\n", `{a@1:1=- b@2:1=- c@3:1=- d@4:1="null" e@5:1=""}`},
		"lists and blocks":      {"a: [x, {b: 'y'}, ]\nc:\n  - d: |\n      een\n      twee\n", "{a@1:1=[x {b@1:9=\"y\"}] c@2:1=[{d@3:5=\"een\\ntwee\\n\"}]}"},
		"byte order mark":       {"\ufeffa: b\n", "{a@1:1=b}"},
		"windows line ends":     {"a: b\r\nc: d\r\n", "{a@1:1=b c@2:1=d}"},
		"document marks":        {"---\na: b\n...\n", "{a@2:1=b}"},
		"columns in characters": {"{é: ü, b: c}", "{é@1:2=ü b@1:8=c}"},
		"json":                  {"{\"a\": [1, 2.50, true, null],\n\t\"b\": {\"c\": \"x\"}}", `{a@1:2=[1 2.50 true -] b@2:2={c@2:8="x"}}`},
		"json surrogate pair":   {`{"a": "\ud83d\ude00\u0007"}`, `{a@1:2="😀\a"}`},
		"json with a mark":      {"\ufeff {\"a\":\"b\"}", `{a@1:3="b"}`},
		"braces but not json":   {"{a: b}", "{a@1:2=b}"},
		"question marks": {"a: {b: Wie?, c: [Wat?, 'x? y', ?z], Mag?: \"ja\"}\nd: |\n  [Hoe? ]\n? e\n: f ? g\n",
			"{a@1:1={b@1:5=Wie? c@1:14=[Wat? \"x? y\" ?z] Mag?@1:37=\"ja\"} d@2:1=\"[Hoe? ]\\n\" e@4:3=f ? g}"},
		"line separator inside": {"a: \"x\u2028y\"\nb: c", `{a@1:1="x\u2028y" b@2:1=c}`},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := Parse("f.yaml", []byte(tt.in), megabyte)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, tree(n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func utf16Bytes(s string, big bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func manyKeys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: v\n", i)
	}
	return b.String()
}

// english are words of the library that no person should meet.
var english = regexp.MustCompile(`(?i)yaml|json|mapping|sequence|cannot|unmarshal|expected|did not find|could not|unknown|panic|anchor|alias|exceeded|line \d|document|scalar|invalid|token`)

func TestParseRefusesHostileInputInDutchWithAPlace(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"empty":                 {"", "f:1:1: dit bestand is leeg"},
		"white space":           {" \n\n", "f:1:1: dit bestand is leeg"},
		"comments alone":        {"# niets\n", "f:1:1: in dit bestand staat nog niets"},
		"null":                  {"~\n", "f:1:1: in dit bestand staat nog niets"},
		"binary":                {"a: b\nc: \x00\x01\n", "f:2:4: dit is geen tekstbestand; kies een ander bestand, of bewaar het bestand als UTF-8"},
		"utf-16 le with mark":   {"\xff\xfe" + utf16Bytes("a: b\n", false), "f:1:1: dit bestand is bewaard als UTF-16; bewaar het bestand als UTF-8"},
		"utf-16 be with mark":   {"\xfe\xff" + utf16Bytes("a: b\n", true), "f:1:1: dit bestand is bewaard als UTF-16"},
		"utf-16 le":             {utf16Bytes("weeg: 1\nid: x\n", false), "f:1:1: dit bestand is bewaard als UTF-16"},
		"utf-16 be":             {utf16Bytes("weeg: 1\nid: x\n", true), "f:1:1: dit bestand is bewaard als UTF-16"},
		"latin-1":               {"a: b\nc: \xe9\xe9n\n", "f:2:4: hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8"},
		"conflict of git":       {"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> fatma\n", "f:2:1: hier staat een conflict van git dat nog niet is opgelost; kies wat blijft"},
		"a line like one":       {"a: |\n  <<<<<<< HEAD\nb: <<<<<<<\nc: *bel\n", `f:4:4: weeg leest geen verwijzing ("*bel")`},
		"control characters":    {"a: b\x07\nc: \x1b[1m\nd: \u0080\n", "f:1:5: hier staat een onzichtbaar teken (U+0007); haal het weg\nf:2:4: hier staat een onzichtbaar teken (U+001B); haal het weg\nf:3:4: hier staat een onzichtbaar teken (U+0080); haal het weg"},
		"too large":             {strings.Repeat("a", megabyte+1), "f: dit bestand is te groot (1,1 MB); weeg leest hoogstens 1 MB"},
		"alias bomb":            {"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", `f:1:4: weeg leest geen namen om naar te verwijzen ("&a")`},
		"alias without anchor":  {"a: 1\nb: *bel\n", `f:2:4: weeg leest geen verwijzing ("*bel")`},
		"asterisk text":         {"a: *heel* mooi\n", `f:1:1: een tekst kan niet beginnen met "*" of "&"`},
		"self reference":        {"a: &a [*a]\n", `f:1:8: weeg leest geen verwijzing ("*a")`},
		"tags":                  {"a: !x b\nb: !!binary aGk=\n", `f:2:4: weeg leest geen soortaanduiding ("!!binary")`},
		"merge and complex key": {"m:\n  ? {x: y}\n  : 1\n  <<: {b: 1}", "f:2:5: de naam van een veld is hier een lijst of een blok; schrijf één woord en een dubbele punt\nf:4:3: weeg voegt geen blokken samen (\"<<\"); schrijf de velden hier uit"},
		"merge of an alias":     {"a: &x {b: c}\nd:\n  <<: *x\n", `f:3:3: weeg voegt geen blokken samen`},
		"empty key":             {"a:\n  '': b\n", "f:2:3: hier ontbreekt de naam van een veld"},
		"duplicate key":         {"a: 1\nb: 2\na: 3\n", `f:3:1: "a" staat er twee keer; de eerste staat op regel 1. Houd er één`},
		"duplicate json key":    {"{\"a\": 1,\n\"a\": 2}", `f:2:1: "a" staat er twee keer; de eerste staat op regel 1.`},
		"two documents":         {"a: 1\n---\nb: 2\n", `f:2:1: hier begint na "---" een tweede deel`},
		"broken second":         {"a: 1\n---\nb: [\n", "f:"},
		"deep flow":             {strings.Repeat("[", 100_000), "f:1:1: hier staat te veel in elkaar; weeg leest hoogstens 20 lagen diep"},
		"deep dashes":           {strings.Repeat("- ", 100_000), "f:1:1: hier staat te veel in elkaar"},
		"deep json":             {strings.Repeat(`{"a":`, 25) + "1" + strings.Repeat("}", 25), "f:1:101: hier staat te veel in elkaar"},
		"twenty-one deep":       {strings.Repeat("[", 21) + strings.Repeat("]", 21), "f:1:21: hier staat te veel in elkaar"},
		"20,000 keys, one dup":  {manyKeys(20_000) + "k7: v\n", `f:20001:1: "k7" staat er twee keer; de eerste staat op regel 8.`},
		"tab":                   {"a: 1\nb:\n\tc: 2\n", "f:3:1: deze regel springt in met een tab; gebruik daar spaties"},
		"tab after a text":      {"a: 1\nb: |\n  x\n\ty\n", "f:4:1: deze regel springt in met een tab; gebruik daar spaties"},
		"colon in a text":       {"a: 1\nb: Ja: nee\n", `f:2:1: hier staat een dubbele punt die niet past`},
		"missing colon":         {"a: 1\nb\nc: 2\n", "f:2:1: hier ontbreekt een dubbele punt"},
		"unclosed quote":        {"a: 1\nb: \"x\nc: 2\nd: 3\n", "f:2:1: hier begint een tekst met een aanhalingsteken dat nergens sluit"},
		"unclosed first quote":  {"a: 'x\nc: 2\nd: 3\n", "f:1:1: hier begint een tekst met een aanhalingsteken dat nergens sluit; zet de hele tekst tussen dubbele aanhalingstekens"},
		"text after a quote":    {"# uitleg\na: 1\nb:\n  - c: 2\n    d: 'Jan' zei het\n    e: 3\nf: 4\n", "f:5:1: deze regel past niet bij de regels erboven; kijk of die even ver inspringt, en of er tekst na een aanhalingsteken staat"},
		"wrong indentation":     {"a: 1\nb:\n  - c: 2\n   d: 3\n", "f:4:1: deze regel past niet bij de lijst erboven"},
		"unclosed list":         {"a: [1, 2\nb: 3\n", `f:1:1: hier opent een lijst met "[" die niet goed sluit`},
		"broken json":           {"{\"a\": [1, 2}", `f:1:1: hier opent een lijst met "["`},
		"at sign":               {"a: 1\nb: @jan\n", `f:2:4: een tekst kan niet beginnen met "@"; zet de hele tekst tussen aanhalingstekens`},
		"backslash":             {"a: \"C:\\dir\"\n", `f:1:1: een "\" kan hier niet`},
		"text beside a bar":     {"a: | tekst\n", `f:1:1: na "|" of ">" begint de tekst op de volgende regel`},
		"directive":             {"%YAML 9.9\n---\na: 1\n", "f:1:1: deze regel is niet te lezen"},
	} {
		t.Run(name, func(t *testing.T) {
			n, err := Parse("f", []byte(tt.in), megabyte)
			if err == nil {
				t.Fatalf("no error, but %s", tree(n))
			}
			if _, ok := errors.AsType[Bevindingen](err); !ok {
				t.Errorf("the error is %T, not Bevindingen", err)
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got  %s\nwant %s", err, tt.want)
			}
			if word := english.FindString(err.Error()); word != "" {
				t.Errorf("a person reads %q in %s", word, err)
			}
		})
	}
}

func TestParseAcceptsWhatIsLargeButPlain(t *testing.T) {
	for name, in := range map[string]string{
		"20,000 keys": manyKeys(20_000),
		"twenty deep": strings.Repeat("[", 20) + "x" + strings.Repeat("]", 20),
		"exactly max": "a: " + strings.Repeat("x", megabyte-3),
	} {
		if _, err := Parse("f", []byte(in), megabyte); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFindingsComeAllAtOnceInOrder(t *testing.T) {
	_, err := Parse("f", []byte("c: !x 1\na: &n 2\na: *n\n<<: {}\n"), megabyte)
	bevindingen, _ := errors.AsType[Bevindingen](err)
	var places []string
	for _, b := range bevindingen {
		places = append(places, b.Plaats.String())
	}
	if diff := cmp.Diff([]string{"f:1:4", "f:2:4", "f:3:1", "f:3:4", "f:4:1"}, places); diff != "" {
		t.Error(diff)
	}
}

func TestErrorShowsFiftyFindingsAndCountsTheRest(t *testing.T) {
	for n, last := range map[int]string{
		50:  "f:50:1: fout",
		51:  "… en nog 1 andere fout",
		173: "… en nog 123 andere fouten",
	} {
		var f Fouten
		for i := range n {
			f.Add(Plaats{"f", n - i, 1}, "fout")
		}
		lines := strings.Split(f.Err().Error(), "\n")
		if lines[0] != "f:1:1: fout" || lines[len(lines)-1] != last || len(lines) != min(n, 51) {
			t.Errorf("%d findings: %d lines from %q to %q", n, len(lines), lines[0], lines[len(lines)-1])
		}
	}
}

func TestPlaatsShowsNoControlCharactersOfAFileName(t *testing.T) {
	if got, want := (Plaats{"a\x1b[2Jb\nc.yaml", 2, 3}).String(), `a\x1b[2Jb\nc.yaml:2:3`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"", "a: b\n", "{\"a\": [1, null]}", "a: &x [*x]\n", "m:\n  ? {x: y}\n  : 1\n  <<: {b: 1}", "a: 'x\nb: [\n",
		"- a\n - b\n\tc: d", "\ufeff{a: b}", "a: \u2028b\nc: *x\n", "\xff\xfea\x00", "a: 1\n---\nb: \"\\ud800\"\n", "? - a\n", "!a!b c", "{a: b?, ?c: [d ?]}\n? e\n", "%TAG ! x\n---\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := Parse("f", data, megabyte)
		if (err == nil) == (n == nil) {
			t.Fatalf("node %v and error %v", n, err)
		}
		if n != nil {
			checkRange(t, data, n)
			return
		}
		bevindingen, ok := errors.AsType[Bevindingen](err)
		if !ok || len(bevindingen) == 0 {
			t.Fatalf("%T without findings", err)
		}
		for _, b := range bevindingen {
			inRange(t, data, b.Plaats)
			if !utf8.ValidString(b.Tekst) || strings.ContainsFunc(b.Tekst, func(r rune) bool { return r < ' ' || r == 0x7f }) {
				t.Errorf("finding %q is no plain text", b.Tekst)
			}
		}
	})
}

func checkRange(t *testing.T, data []byte, n *Node) {
	inRange(t, data, n.Plaats)
	for _, item := range n.Items {
		checkRange(t, data, item)
	}
	for _, v := range n.Velden {
		inRange(t, data, v.Plaats)
		checkRange(t, data, v.Waarde)
	}
}

func inRange(t *testing.T, data []byte, p Plaats) {
	t.Helper()
	lines := regels([]byte(strings.TrimPrefix(string(data), "\ufeff")))
	if p.Bestand != "f" || p.Regel < 1 || p.Regel > len(lines) || p.Kolom < 1 || p.Kolom > utf8.RuneCountInString(lines[p.Regel-1])+1 {
		t.Errorf("place %v is not in %q", p, data)
	}
}

func BenchmarkParse(b *testing.B) {
	var s strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&s, "- id: waarde-%d\n  naam: Een waarde\n  ook: [dit, dat]\n  omschrijving: Een zin van gemiddelde lengte over deze waarde\n", i)
	}
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Parse("f", data, 0); err != nil {
			b.Fatal(err)
		}
	}
}

// Many a Dutch word begins with an apostrophe, and many a plural has one.
func TestATextThatBeginsWithAnApostropheSwallowsNoOtherAnswer(t *testing.T) {
	t.Parallel()
	const advies = "waar iets nieuws begint; zet de hele tekst tussen dubbele aanhalingstekens"
	for name, tt := range map[string]struct{ in, want string }{
		"an answer":           {"a:\n  b.c: 't gaat om de oudjes\n  d.e: de rust van de auto'\n", "f:2:8: deze tekst begint met een aanhalingsteken en loopt door over regel 3, " + advies},
		"at the top":          {"a: 's avonds\nb: x\nc: de auto'\n", "f:1:4: deze tekst begint met een aanhalingsteken en loopt door over regel 2, " + advies},
		"further on":          {"a:\n  b: 's avonds\n    en later\n\n  c: de auto'\n", "loopt door over regel 5, "},
		"another block":       {"a:\n  b: 's avonds\nc:\n  d: de auto'\n", "loopt door over regel 3, "},
		"a list":              {"a:\n  - 's avonds\n  - de auto'\n", "f:2:5: deze tekst begint met een aanhalingsteken en loopt door over regel 3, "},
		"a list of blocks":    {"a:\n  - b: 's avonds\n  - b: de auto'\n", "f:2:8: deze tekst begint met een aanhalingsteken en loopt door over regel 3, "},
		"double":              {"a: \"Nee\nb: zei de buurman\"\n", "f:1:4: deze tekst begint met een aanhalingsteken en loopt door over regel 2, "},
		"two in one word":     {"a: 't is ''s avonds\nb: de auto'\n", "loopt door over regel 2, "},
		"a line of the text":  {"a:\n  b: 'let op\n    c: dit hoort erbij'\n", ""},
		"no key":              {"a: 'let op\n  dit hoort erbij'\nb: x\n", ""},
		"on one line":         {"a: {b: 't gaat om rust, c: de auto'}\n", "f:1:8: deze tekst begint met een apostrof, die hier"},
		"an item on one line": {"a: ['s avonds, de auto']\n", "f:1:5: deze tekst begint met een apostrof, die hier"},
		"nothing swallowed":   {"a: 't gaat om de auto'\nb: x\n", "f:1:4: deze tekst begint met een apostrof, die hier"},
		"closed":              {"a: '''t gaat om de auto''s'\nb: 'x'\n", ""},
		"escaped":             {"a: \"zei \\\"ja\\\"\"\nb: \"x\"\n", ""},
		"empty":               {"a: ''\nb: \"\"\nc: x\n", ""},
		"in a list on a line": {"a: ['b\n  c: d']\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse("f", []byte(tt.in), megabyte)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// A word processor makes these signs unasked, and nobody sees them in an editor.
func TestWhatAWordProcessorPutInTheSignsOfAFileIsNamed(t *testing.T) {
	t.Parallel()
	const (
		krul   = "Op deze regel staan gekrulde aanhalingstekens, die niet tellen: typ rechte"
		spatie = "Op deze regel staat een vaste spatie, die niet als spatie telt: typ daar een gewone"
	)
	for name, tt := range map[string]struct{ in, want string }{
		"a key":             {"“waarden”: x\n", `"“waarden”" kan hier niet; bedoelt u "waarden"? ` + krul},
		"before a key":      {"\u00a0waarden: x\n", `bedoelt u "waarden"? ` + spatie},
		"after a colon":     {"waarden:\u00a0x\n", "hier hoort een blok met velden. " + spatie},
		"a closing sign":    {"waarden: \"rust”\n", "nergens sluit; zet de hele tekst tussen dubbele aanhalingstekens. " + krul},
		"words of somebody": {"waarden: Zij zei “nee” en ging.\nx: y\n", `"x" kan hier niet; kies uit waarden`},
	} {
		var f Fouten
		n, err := Parse("f", []byte(tt.in), megabyte)
		f.AddErr(err)
		if o := n.Object(&f); o != nil {
			o.Text("waarden")
			o.Done()
		}
		if got := fmt.Sprint(f.Err()); !strings.Contains(got, tt.want) {
			t.Errorf("%s: got %s\nwant %s", name, got, tt.want)
		}
	}
}
