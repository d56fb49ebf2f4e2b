package strict

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// findings parses in, lets read read it, and returns what is wrong.
func findings(t *testing.T, in string, read func(o *Object)) string {
	t.Helper()
	n, err := Parse("f", []byte(in), megabyte)
	if err != nil {
		t.Fatal(err)
	}
	var f Fouten
	read(n.Object(&f))
	if err := f.Err(); err != nil {
		return err.Error()
	}
	return ""
}

func TestObjectReadsEveryKind(t *testing.T) {
	in := "tekst: ja\ngetal: 12\nwaar: Ja\nniet: false\nlijst: [a, ~, 3]\nrijen:\n  - {id: x}\n  -\nblok: {id: y}\nleeg: ~\n"
	got := findings(t, in, func(o *Object) {
		if s := o.Required("tekst"); s != "ja" {
			t.Errorf("text %q", s)
		}
		if n := o.Int("getal"); n != 12 {
			t.Errorf("number %d", n)
		}
		if ja, ok := o.Bool("waar"); !ja || !ok {
			t.Error("ja is not yes")
		}
		if ja, ok := o.Bool("niet"); ja || !ok {
			t.Error("false is not no")
		}
		if _, ok := o.Bool("leeg"); ok || o.Has("leeg") {
			t.Error("null is present")
		}
		if diff := cmp.Diff([]Woord{{"a", Plaats{"f", 5, 9}}, {"3", Plaats{"f", 5, 15}}}, o.Strings("lijst")); diff != "" {
			t.Error(diff)
		}
		rijen := o.Objects("rijen")
		if len(rijen) != 1 || rijen[0].Text("id") != "x" {
			t.Errorf("%d rows", len(rijen))
		}
		if o.Object("blok").Text("id") != "y" {
			t.Error("the block is not read")
		}
		if o.Object("leeg") != nil || o.Object("afwezig").Text("id") != "" {
			t.Error("a block that is absent is read")
		}
		o.Done()
	})
	if got != "" {
		t.Error(got)
	}
}

func TestObjectCollectsFaultsWithPlaces(t *testing.T) {
	for name, tt := range map[string]struct {
		in, want string
		read     func(o *Object)
	}{
		"missing":         {"b: 1", `f:1:1: "titel" ontbreekt; voeg het toe`, func(o *Object) { o.Required("titel") }},
		"empty":           {"a: 1\ntitel: ' '", `f:2:8: "titel" is leeg; vul het in`, func(o *Object) { o.Required("titel") }},
		"list for text":   {"titel: [a]", `f:1:8: bij "titel" hoort een tekst, en geen lijst`, func(o *Object) { o.Required("titel") }},
		"block for text":  {"titel: {a: b}", `f:1:8: bij "titel" hoort een tekst, en geen blok met velden`, func(o *Object) { o.Text("titel") }},
		"text for list":   {"ook: a, b", `f:1:6: bij "ook" hoort een lijst; zet wat er staat tussen [ en ]`, func(o *Object) { o.Strings("ook") }},
		"list in list":    {"ook: [a, [b]]", `f:1:10: bij "ook" hoort een tekst, en geen lijst`, func(o *Object) { o.Strings("ook") }},
		"text for block":  {"als: x", `f:1:6: bij "als" hoort een blok met velden`, func(o *Object) { o.Object("als") }},
		"text for blocks": {"rij: [geheim]", `f:1:7: bij "rij" hoort een blok met velden`, func(o *Object) { o.Objects("rij") }},
		"no number":       {"duur: lang", `f:1:7: bij "duur" hoort een heel getal`, func(o *Object) { o.Int("duur") }},
		"half a number":   {"duur: 1.5", `f:1:7: bij "duur" hoort een heel getal`, func(o *Object) { o.Int("duur") }},
		"quoted number":   {"duur: '5'", `f:1:7: bij "duur" hoort een heel getal; schrijf het zonder aanhalingstekens`, func(o *Object) { o.Int("duur") }},
		"huge number":     {"duur: 99999999999999999999", `f:1:7: bij "duur" hoort een heel getal`, func(o *Object) { o.Int("duur") }},
		"no yes or no":    {"prive: misschien", `f:1:8: bij "prive" hoort ja of nee`, func(o *Object) { o.Bool("prive") }},
		"json yes":        {`{"prive": "ja"}`, `f:1:11: bij "prive" hoort true of false; schrijf het zonder aanhalingstekens`, func(o *Object) { o.Bool("prive") }},
		"choice":          {"soort: tegn", `f:1:8: "tegn" kan hier niet; bedoelt u "tegen"?`, func(o *Object) { o.Choice("soort", []string{"beide", "tegen"}) }},
		"distant choice":  {"soort: paars", `f:1:8: "paars" kan hier niet; kies uit beide, tegen`, func(o *Object) { o.Choice("soort", []string{"beide", "tegen"}) }},
		"unknown key":     {"titel: a\ntitle: b\nx: c", "f:2:1: \"title\" kan hier niet; bedoelt u \"titel\"?\nf:3:1: \"x\" kan hier niet; kies uit titel, kern", func(o *Object) { o.Text("titel"); o.Text("kern"); o.Done() }},
		"no choice":       {"soort: paars", `f:1:8: "paars" kan hier niet; haal het weg`, func(o *Object) { o.Choice("soort", nil) }},
		"no key":          {"x: a", `f:1:1: "x" kan hier niet; haal het weg`, func(o *Object) { o.Done() }},
		"any key is allowed": {"x: a\ny: b", "", func(o *Object) {
			if len(o.Velden()) != 2 {
				t.Error("fields are missing")
			}
			o.Done()
		}},
	} {
		t.Run(name, func(t *testing.T) {
			got := findings(t, tt.in, tt.read)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if strings.Contains(got, "geheim") {
				t.Error("a finding shows the text of an answer")
			}
		})
	}
}

func TestLijktFindsWhatWasMeant(t *testing.T) {
	ids := []string{"koken-in-het-schoolgebouw", "signaal-van-de-balie", "weerstand-in-de-buurt", "titel", "id", "prive"}
	for woord, want := range map[string]string{
		"koken":                     "koken-in-het-schoolgebouw",
		"Koken-In-Het-Schoolgebouw": "koken-in-het-schoolgebouw",
		"koken-in-het-schoolgebou":  "koken-in-het-schoolgebouw",
		"balie":                     "signaal-van-de-balie",
		"tietl":                     "titel",
		"titl":                      "titel",
		"di":                        "",
		"in":                        "id", // one letter
		"":                          "",
		"paardenbloem":              "",
		"buu":                       "", // too short to look inside
		"privacy":                   "prive",
		"privileges":                "", // less than half is the same
		strings.Repeat("x", 100000): "",
	} {
		if got := Lijkt(woord, ids); got != want {
			t.Errorf("%.30q: got %q, want %q", woord, got, want)
		}
	}
}
