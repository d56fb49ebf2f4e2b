package markdown_test

import (
	"errors"
	"strings"
	"testing"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/strict"
)

func TestFaultsSayWhatAndWhereInDutch(t *testing.T) {
	const kop = "---\nweeg: 1\ncasus: a\nwerkvorm: b\n---\n"
	for _, test := range []struct{ naam, data, want string }{
		{"empty", "", `f.md:1:1: dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`},
		{"no front matter", "# Kop\n", `f.md:1:1: dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`},
		{"never closed", "---\nweeg: 1\n", `f.md:1:1: het deel bovenaan heeft geen einde; zet onder het laatste veld een regel met "---"`},
		{"other front matter", "---\ntitle: x\n---\n", `f.md:1:1: dit is geen reflectie van weeg: bovenaan staat geen veld "weeg"; kies een ander bestand`},
		{"newer", "---\nweeg: 2\n---\n", `f.md:2:7: deze reflectie is gemaakt met een nieuwere versie van weeg; gebruik die`},
		{"no UTF-8", kop + "ab\xff\n", `f.md:6:3: hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8`},
		{"twice", kop + "<!-- weeg:a.b -->\n> x\n\n<!-- weeg:a.b -->\n", `f.md:9:1: "a.b" staat er twee keer; de eerste staat op regel 6. Houd er één`},
		{"here and above", "---\nweeg: 1\ncasus: a\nwerkvorm: b\nantwoorden:\n  a.b: geheim\n---\n<!-- weeg:a.b -->\n> ook geheim\n",
			`f.md:8:1: "a.b" staat er twee keer: hier, en bovenaan op regel 6. Houd er één`},
		{"no end", kop + "<!-- weeg:begin kop -->\nx\n", `f.md:6:1: het blok "kop" eindigt nergens; zet eronder een regel "<!-- weeg:eind kop -->"`},
		{"no begin", kop + "<!-- weeg:eind kop -->\nx\n", `f.md:6:1: hier eindigt "kop", maar het begin ontbreekt; haal deze regel weg`},
		{"bad marker", kop + "<!-- weeg:a b -->\n", `f.md:6:1: deze regel is geen geldig merk; schrijf bijvoorbeeld <!-- weeg:bedoeling.weet-niet -->`},
		{"no question", kop + "<!-- weeg:foo -->\n", `f.md:6:1: "foo" is geen vraag; schrijf stap.vraag`},
		{"swallowed by a fence", kop + "```\n<!-- weeg:a.b -->\n> x\n", "f.md:6:1: hier begint een blok code dat nergens eindigt; sluit het af met een regel \"```\""},
		{"yes or no as a quote", kop + "<!-- weeg:uitkomst.eigen -->\n> ja\n", `f.md:6:1: "uitkomst.eigen" hoort bovenaan in het bestand, als ja of nee; haal het citaat hier weg`},
		{"choice", "---\nweeg: 1\ncasus: a\nwerkvorm: b\nuitkomst: {eigen: ja, keuze: wegkijken}\n---\n",
			`f.md:5:30: "wegkijken" kan hier niet; kies uit volgen, ruimte-benutten, afwijken, open`},
		{"choice in the body", kop + "<!-- weeg:uitkomst.keuze -->\n> wegkijken\n",
			`f.md:6:1: "wegkijken" kan hier niet; kies uit volgen, ruimte-benutten, afwijken, open`},
		{"all at once", "---\nweeg: 1\ncasus: A\ndatum: morgen\nverbanden:\n  - {tussen: [a, b], soort: x}\n  - {tussen: [b]}\n---\n<!-- weeg:foo -->\n",
			"f.md:2:1: \"werkvorm\" ontbreekt; voeg het toe\nf.md:4:8: \"morgen\" is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21\n" +
				"f.md:7:14: bij \"tussen\" horen twee waarden, zoals [openheid, privacy]\nf.md:9:1: \"foo\" is geen vraag; schrijf stap.vraag"},
		{"pair twice", "---\nweeg: 1\ncasus: a\nwerkvorm: b\nverbanden:\n  - {tussen: [a, b]}\n  - {tussen: [b, a]}\n---\n",
			`f.md:7:14: het paar "b" en "a" staat er twee keer; houd er één`},
		{"terugblik without a row", kop + "<!-- weeg:teruggeblikt.1.nu.moment -->\n> x\n",
			`f.md:6:1: "teruggeblikt.1.nu.moment" hoort bij een terugblik die bovenaan niet staat; zet daar bij "teruggeblikt" een regel bij`},
		{"row too high", kop + "<!-- weeg:standpunten.99999999.standpunt -->\n> x\n", `f.md:6:1: "standpunten.99999999.standpunt" heeft een te hoog nummer; nummer vanaf 1`},
		{"list for text", "---\nweeg: 1\ncasus: a\nwerkvorm: b\nrol: [x]\n---\n", `f.md:5:6: bij "rol" hoort een tekst, en geen lijst`},
	} {
		_, err := markdown.Parse("f.md", []byte(test.data))
		if err == nil {
			t.Errorf("%s: no fault", test.naam)
			continue
		}
		if !errors.As(err, new(strict.Bevindingen)) {
			t.Errorf("%s: the error is a %T", test.naam, err)
		}
		if err.Error() != test.want {
			t.Errorf("%s:\n got: %s\nwant: %s", test.naam, err, test.want)
		}
		if strings.Contains(err.Error(), "geheim") {
			t.Errorf("%s: the fault shows an answer", test.naam)
		}
	}
}

func TestRemarksOnTextThatIsNoAnswer(t *testing.T) {
	const kop = "---\nweeg: 1\ncasus: a\nwerkvorm: b\n---\n"
	for _, test := range []struct{ naam, data, want string }{
		{"text under a question", "<!-- weeg:a.b -->\n\nMijn antwoord.\n", `f.md:8:1: Weeg leest dit niet als antwoord. Zet er "> " voor.`},
		{"text under niet ingevuld", "<!-- weeg:a.b -->\n\n*niet ingevuld*\n\nToch wel.\n", `f.md:10:1: Weeg leest dit niet als antwoord. Zet er "> " voor.`},
		{"line that runs on", "<!-- weeg:a.b -->\n> een\ntwee\n", `f.md:8:1: Weeg leest dit niet als antwoord. Zet er "> " voor.`},
		{"second quote", "<!-- weeg:a.b -->\n> een\n\n> twee\n", `f.md:9:1: Weeg leest dit niet als antwoord. Zet een regel met ">" tussen de twee citaten.`},
		{"quote in a derived block", "<!-- weeg:begin rol -->\n> een\n<!-- weeg:eind rol -->\n", `f.md:7:1: Weeg leest dit niet als antwoord. Wijzig dit bovenaan in het bestand.`},
		{"note under an answer", "<!-- weeg:a.b -->\n> een\n\nEen notitie.\n", ""},
		{"nothing", "<!-- weeg:a.b -->\n\n## Kop\n\nTekst\n", ""},
	} {
		d, err := markdown.Parse("f.md", []byte(kop+test.data))
		if err != nil {
			t.Errorf("%s: %v", test.naam, err)
			continue
		}
		if got := strict.Bevindingen(d.Opmerkingen()).Error(); got != test.want {
			t.Errorf("%s:\n got: %s\nwant: %s", test.naam, got, test.want)
		}
	}
}
