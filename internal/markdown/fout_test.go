package markdown_test

import (
	"errors"
	"strings"
	"testing"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/strict"
)

const (
	kopje = "---\nweeg: 1\ncasus: a\nwerkvorm: b\n---\n"
	leeg  = "<!-- weeg:gegevens\n-->\n"
)

func TestFaultsSayWhatAndWhereInDutch(t *testing.T) {
	t.Parallel()
	met := func(gegevens string) string { return kopje + "<!-- weeg:gegevens\n" + gegevens + "\n-->\n" }
	for _, test := range []struct{ naam, data, want string }{
		{"empty", "", `f.md:1:1: dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`},
		{"no front matter", "# Kop\n", `f.md:1:1: dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`},
		{"never closed", "---\nweeg: 1\n", `f.md:1:1: het deel bovenaan heeft geen einde; zet onder het laatste veld een regel met "---"`},
		{"other front matter", "---\ntitle: x\n---\n", `f.md:1:1: dit is geen reflectie van weeg: bovenaan staat geen veld "weeg"; kies een ander bestand`},
		{"empty front matter", "---\n---\n", `f.md:1:1: dit is geen reflectie van weeg: bovenaan staat geen veld "weeg"; kies een ander bestand`},
		{"newer", "---\nweeg: 2\n---\n", `f.md:2:7: deze reflectie is gemaakt met een nieuwere versie van weeg; gebruik die`},
		{"no UTF-8", kopje + "ab\xff\n", `f.md:6:3: hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8`},
		{"twice", kopje + "### a <!-- weeg:a.b -->\n> x\n\n### b <!-- weeg:a.b -->\n" + leeg, `f.md:9:1: "a.b" staat er twee keer; de eerste staat op regel 6. Houd er één`},
		{"here and below", kopje + "### a <!-- weeg:a.b -->\n> geheim\n\n<!-- weeg:gegevens\nantwoorden: { a.b: geheim }\n-->\n",
			`f.md:6:1: "a.b" staat er twee keer: hier, en in de gegevens onderaan. Houd er één`},
		{"data twice", kopje + leeg + leeg, `f.md:8:1: "weeg:gegevens" staat er twee keer; de eerste staat op regel 6. Houd er één`},
		{"data without end", kopje + "<!-- weeg:gegevens\nid: x\n", `f.md:6:1: de gegevens eindigen nergens; zet eronder een regel met "-->"`},
		{"unknown key", met("uitkomst: { keus: open }"), `f.md:7:13: "keus" kan hier niet; bedoelt u "keuze"?`},
		{"prose in the data", met("uitkomst: { doen: geheim }"), `f.md:7:13: "doen" kan hier niet; kies uit eigen, keuze, waarvan`},
		{"comment", met("id: x # let op\n# en nog\nuitkomst: { keuze: open }"), "f.md:7:7: hier staat een opmerking in de gegevens, en Weeg schrijft die over; zet haar erbuiten\n" +
			"f.md:8:1: hier staat een opmerking in de gegevens, en Weeg schrijft die over; zet haar erbuiten"},
		{"choice", met("uitkomst: { keuze: wegkijken }"), `f.md:7:20: "wegkijken" kan hier niet; kies uit volgen, ruimte-benutten, afwijken, open`},
		{"no row", kopje + "### a <!-- weeg:afspraken.3.wat -->\n> x\n\n" + leeg,
			`f.md:6:1: "afspraken.3.wat" hoort bij een rij die niet in de gegevens onderaan staat; zet daar bij "afspraken" een rij bij, of haal dit merk weg`},
		{"row twice", met("standpunten:\n  - { nr: 2 }\n  - { nr: 2 }"), `f.md:9:5: "2" staat er twee keer; de eerste staat op regel 8. Houd er één, of geef deze een ander "nr"`},
		{"pair twice", met("verbanden:\n  - { tussen: [a, b] }\n  - { tussen: [b, a] }"), `f.md:9:15: het paar "b" en "a" staat er twee keer; houd er één`},
		{"no end", kopje + "<!-- weeg:begin keuzes 1 -->\nx\n" + leeg, `f.md:6:1: "keuzes" eindigt nergens; zet eronder een regel "<!-- weeg:eind keuzes -->"`},
		{"no begin", kopje + "<!-- weeg:eind keuzes -->\nx\n" + leeg, `f.md:6:1: hier eindigt "keuzes", maar het begin ontbreekt; haal deze regel weg`},
		{"bad marker", kopje + "### x <!-- weeg:a b -->\n" + leeg, `f.md:6:1: dit is geen geldig merk; schrijf bijvoorbeeld <!-- weeg:bedoeling.weet-niet -->`},
		{"no question", kopje + "### x <!-- weeg:foo -->\n" + leeg, `f.md:6:1: "foo" is geen vraag; schrijf stap.vraag`},
		{"choice in the body", kopje + "### x <!-- weeg:uitkomst.keuze -->\n> geheim\n" + leeg,
			`f.md:6:1: "uitkomst.keuze" hoort bovenaan of in de gegevens onderaan; haal het citaat hier weg`},
		{"swallowed by a fence", kopje + "```\n\n### x <!-- weeg:a.b -->\n> x\n" + leeg, "f.md:6:1: hier begint een blok code dat nergens eindigt; sluit het af met een regel \"```\""},
		{"swallowed up to another fence", kopje + "```\n<!-- weeg:begin waardenetwerk 1 -->\n```mermaid\n```\n<!-- weeg:eind waardenetwerk -->\n" + leeg,
			"f.md:6:1: hier begint een blok code dat nergens eindigt; sluit het af met een regel \"```\"\nf.md:10:1: hier eindigt \"waardenetwerk\", maar het begin ontbreekt; haal deze regel weg"},
		{"swallowed by a comment", kopje + "<!-- zomaar\n\n### x <!-- weeg:a.b -->\n> x\n" + leeg, `f.md:6:1: hier begint een opmerking die nergens eindigt; zet er "-->" achter`},
		{"conflict", kopje + "### x <!-- weeg:a.b -->\n\n> een\n<<<<<<< HEAD\n> twee\n=======\n> drie\n>>>>>>> ander\n" + leeg,
			"f.md:9:1: hier staat een conflict van git dat nog niet is opgelost; kies wat blijft, en haal de tekens weg die git erbij zette\n" +
				"f.md:13:1: hier staat een conflict van git dat nog niet is opgelost; kies wat blijft, en haal de tekens weg die git erbij zette"},
		{"all at once", "---\nweeg: 1\ncasus: a\ndatum: morgen\n---\n### x <!-- weeg:foo bar -->\n" + leeg,
			"f.md:2:1: \"werkvorm\" ontbreekt; voeg het toe\nf.md:4:8: dit is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21\n" +
				"f.md:6:1: dit is geen geldig merk; schrijf bijvoorbeeld <!-- weeg:bedoeling.weet-niet -->"},
		{"odd id", met("id: Con"), `f.md:7:5: "Con" kan geen naam van een bestand zijn; schrijf de naam van dit bestand, zonder ".md"`},
	} {
		_, err := markdown.Parse("f.md", []byte(test.data))
		if !errors.As(err, new(strict.Bevindingen)) {
			t.Errorf("%s: the error is a %T", test.naam, err)
			continue
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
	t.Parallel()
	for _, test := range []struct{ naam, data, want string }{
		{"text under a question", "### x <!-- weeg:a.b -->\n\nMijn antwoord.\n", `f.md:8:1: Weeg leest dit niet als antwoord. Zet er "> " voor.`},
		{"second quote", "### x <!-- weeg:a.b -->\n> een\n\n> twee\n", `f.md:9:1: Weeg leest dit niet als antwoord. Zet een regel met ">" tussen de twee citaten.`},
		{"in code", "```\n### x <!-- weeg:a.b -->\n```\n", "f.md:7:1: Dit staat in een blok code. Weeg leest het niet als antwoord."},
		{"note under an answer", "### x <!-- weeg:a.b -->\n> een\n\nEen notitie.\n\n> en een citaat\n", ""},
		{"an equals line alone", "Kop\n=======\n\n> =======\n\n```\n=======\n```\n\n### x <!-- weeg:a.b -->\n> y\n", ""},
		{"lazy line", "### x <!-- weeg:a.b -->\n> een\ntwee\n", ""},
		{"one marker gone", "### x <!-- weeg:a.b -->\n> een\n\n### y\n\n> twee\n", "f.md:11:1: Weeg leest dit niet als antwoord: in de kop erboven staat geen merk. Hoort het bij een vraag, zet het merk dan terug uit een eerdere versie."},
		{"a quote of one's own", "### x <!-- weeg:a.b -->\n> een\n\n### y\n\nFatma:\n\n> twee\n\n## Bron\n\n> drie\n", ""},
		{"nothing", "### x <!-- weeg:a.b -->\n\n## Kop\n\nTekst\n", ""},
	} {
		d, err := markdown.Parse("f.md", []byte(kopje+test.data+"\n"+leeg))
		if err != nil {
			t.Errorf("%s: %v", test.naam, err)
			continue
		}
		if got := strict.Bevindingen(d.Opmerkingen()).Error(); got != test.want {
			t.Errorf("%s:\n got: %s\nwant: %s", test.naam, got, test.want)
		}
	}
}

func TestIsVanKnowsOurFilesFromOthers(t *testing.T) {
	t.Parallel()
	for data, want := range map[string]bool{
		"": false, "# Lees mij\n": false, "---\ntitle: x\n---\nweeg: 1\n": false, "----\nweeg: 1\n": false, "---\nover-weeg: 1\n---\n": false,
		kopje: true, "\ufeff---\r\ntags: [a]\r\nweeg: 1\r\n": true, "---\n<<<<<<< HEAD\nweeg: 1\n": true, "---\n{weeg: 1, casus: a}\n---\n": true,
	} {
		if got := markdown.IsVan([]byte(data)); got != want {
			t.Errorf("IsVan(%q) = %v", data, got)
		}
	}
}
