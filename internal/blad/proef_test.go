package blad

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A werkvorm with every kind of question and step, one to look back by, and a
// casus, in the words of the library.
const (
	proefWerkvorm = `weeg: 1
id: proef
versie: 3
naam: Proef
stappen:
  - {id: moment, titel: Het moment, soort: rol}
  - id: bedoeling
    titel: De bedoeling
    soort: vragen
    vragen:
      - {id: weet-niet, vraag: Wat weet u niet?, doorvragen: [{id: wie, als: {woorden: [men]}, vraag: Wie?}]}
      - {id: gewoonte, vraag: Welke gewoonte?, soort: regel}
      - {id: signaal, vraag: Was er een signaal?, soort: janee}
      - {id: gehoord, vraag: Bij wie?, als: {vraag: bedoeling.signaal, is: [ja]}}
      - {id: bril, vraag: Welke bril?, soort: keuze, opties: [{id: juridisch, naam: Wat zegt het recht}, {id: leefwereld, naam: Wat merkt een inwoner}]}
      - {id: brillen, vraag: Welke brillen?, soort: meerkeuze, opties: [{id: juridisch, naam: Wat zegt het recht}, {id: leefwereld, naam: Wat merkt een inwoner}]}
      - {id: wanneer, vraag: Wanneer?, soort: datum}
      - {id: durft-niet, vraag: Wat durft u niet?, prive: ja}
  - {id: standpunten, titel: Standpunten, soort: standpunten}
  - {id: waarden, titel: Waarden, soort: waarden}
  - {id: spiegel, titel: Waarden, soort: spiegel, bij: casus}
  - {id: verbanden, titel: Verbanden, soort: verbanden}
  - {id: wie, titel: Wie gaat erover, soort: realisatie}
  - {id: regel, titel: De regel, soort: vragen, vragen: [{id: regel, vraag: Welke regel?, soort: regel, functie: regel}]}
  - {id: ruimte, titel: Ruimte, soort: ruimte}
  - {id: weging, titel: Weging, soort: weging}
  - {id: besluit, titel: Besluit, soort: uitkomst}
  - {id: onthouden, titel: Onthouden, soort: aandachtspunten}
  - {id: afspraken, titel: Afspraken, soort: afspraken, bij: eigen}
`
	proefTerug = `weeg: 1
id: terugkijken
versie: 1
naam: Terugkijken
bij: [reflectie]
stappen:
  - id: nu
    titel: Nu
    soort: terugblik
    vragen:
      - {id: moment, vraag: Hoe ziet u het nu?}
      - {id: anders, vraag: Deed u het anders?, soort: janee}
      - {id: geheim, vraag: Wat deed het met u?, prive: ja}
`
	proefCasus = `weeg: 1
id: koken
versie: 2
titel: Koken
situatie: Buren koken.
moment: Mag het?
rollen:
  - {id: handhaver, naam: Gemeentelijk handhaver, zin: de handhaver, laag: true}
  - {id: wethouder, naam: Wethouder, zin: de wethouder, laag: true}
waarden: [{id: veiligheid, hier: Er is open vuur.}]
verbanden: [{tussen: [veiligheid, openheid], soort: tegen, uitleg: Zij botsen.}]
regels: [{id: gas, regel: Koken op gas mag niet., bedoeling: Geen brand., soort: beleid}]
vragen: [{stap: bedoeling, id: keuken, vraag: En de keuken?}]
`
)

var ingebouwd = casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"}

type proeven struct {
	klein, eigen casus.Definitie
	terug        casus.Werkvorm
}

// proef reads the definitions above once.
var proef = sync.OnceValues(func() (p proeven, err error) {
	bestanden := fstest.MapFS{}
	for pad, tekst := range map[string]string{"w/proef.yaml": proefWerkvorm, "w/terugkijken.yaml": proefTerug, "c/koken.yaml": proefCasus} {
		bestanden[pad] = &fstest.MapFile{Data: []byte(tekst)}
	}
	b := casus.NewBibliotheek(ingebouwd, casus.Bron{FS: bestanden, Casussen: "c", Werkvormen: "w"})
	c, err := b.Casus("koken")
	if err != nil {
		return p, err
	}
	w, err := b.Werkvorm("proef")
	if err != nil {
		return p, err
	}
	waarden, err := b.Waarden()
	if err != nil {
		return p, err
	}
	if p.klein, err = casus.NewDefinitie(c, w, waarden); err != nil {
		return p, err
	}
	if p.eigen, err = casus.NewDefinitie(casus.EigenCasus(), w, waarden); err != nil {
		return p, err
	}
	p.terug, err = b.Werkvorm("terugkijken")
	return p, err
})

func gelezen(t testing.TB) proeven {
	t.Helper()
	p, err := proef()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// klein is the casus koken with the werkvorm above.
func klein(t testing.TB) casus.Definitie { t.Helper(); return gelezen(t).klein }

func kleinEigen(t testing.TB) casus.Definitie { t.Helper(); return gelezen(t).eigen }

func terugkijken(t testing.TB) casus.Werkvorm { t.Helper(); return gelezen(t).terug }

// parseHeel reads a whole answer file of which the definitions are known.
func parseHeel(bestand string, data []byte, def casus.Definitie, terugblik ...casus.Werkvorm) (*Blad, error) {
	k, err := ParseKop(bestand, data)
	if err != nil {
		return nil, err
	}
	return k.Parse(def, terugblik...)
}

// parse reads a file in which nothing is wrong.
func parse(t testing.TB, tekst string) *Blad {
	t.Helper()
	b, err := parseHeel("blad.yaml", []byte(tekst), klein(t), terugkijken(t))
	if err != nil {
		t.Fatalf("faults in a good file:\n%v", err)
	}
	return b
}

// fouten returns what is wrong in a file.
func fouten(t testing.TB, tekst string) string {
	t.Helper()
	_, err := parseHeel("blad.yaml", []byte(tekst), klein(t), terugkijken(t))
	if err == nil {
		return ""
	}
	return err.Error()
}

// opmerkingen returns what is worth a look in a file in which nothing is wrong.
func opmerkingen(t testing.TB, tekst string) string {
	t.Helper()
	var regels []string
	for _, o := range parse(t, tekst).Opmerkingen {
		regels = append(regels, o.String())
	}
	return strings.Join(regels, "\n")
}

// kop stands above the answers in these tests.
const kop = "casus: koken\nwerkvorm: proef\n"

func leeg() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "koken", Werkvorm: "proef"}
}

// lastig are texts that a careless reader or writer takes for something else.
var lastig = []string{
	"Gewoon een zin.", "ja", "nee", "true", "null", "~", "1e3", "0x1F", "-", "- a", "? x", "2026-11-21", "12:30:45",
	"a: b", "a #b", "# a", "'", `"`, `\`, `\n`, "&a", "*a", "!a", "!!binary a", "%a", "@a", "`a`", "{a}", "[a", "<<", "|", ">",
	"---", "...", "--- a\n...", "\ufeffa", "a\ufeffb", "a\u0085b", "a\u2028b\u2029c", "a\x00b", "a\x1b[31mb", "a\x7fb", "\u200e\u202e",
	"a\tb", "a\n\tb", "a\n\n\n  b\n c", "\u00e9", "e\u0301", "😀👩‍👩‍👧", "\U0001f600", "\uffff", "\U0010ffff", "\ufffd",
	"<!-- weeg:a.b -->", "```\n", "<details>", "> a\n>", "  ", strings.Repeat("lang ", 3000), "a\r\nb\rc", "\"a\": 1,", "</script>&amp;",
}
