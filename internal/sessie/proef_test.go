package sessie_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// koken is the casus of these tests: layers, rules of two kinds and one without,
// and a question for a step that most of these werkvormen have.
const koken = `weeg: 1
id: koken
versie: 3
titel: Koken
situatie: Buren koken in een oude school.
moment: |
  Morgen moet het verslag er liggen.
  Mogen de buren koken?
rollen:
  - {id: handhaver, naam: Gemeentelijk handhaver, zin: de handhaver, laag: true, moment: Hoeveel ruimte geeft u?}
  - {id: wethouder, naam: Wethouder, zin: de wethouder, laag: true}
  - {id: rijk, naam: Ambtenaar bij het Rijk, zin: het Rijk, laag: true}
  - {id: provincie, naam: Provincie, zin: de provincie, laag: true}
  - {id: buurt, naam: Buurtbewoner, zin: de buurt}
waarden:
  - {id: veiligheid, hier: Niemand raakt gewond.}
  - {id: openheid, hier: Men weet ervan.}
regels:
  - {id: gas, regel: Koken op gas mag alleen in een keuken., bedoeling: Geen brand., soort: beleid}
  - {id: gebouw, regel: Dit gebouw is een school., soort: wet}
  - {id: norm, regel: NEN 8078 geldt hier.}
vragen:
  - {stap: bedoeling, id: keuken, vraag: Wat is hier een keuken?}
  - {stap: bestaat-niet, id: nooit, vraag: Wordt dit ooit gevraagd?}
`

// alleStappen has every kind of step but terugblik, with all that its kind asks.
const alleStappen = `
  - id: moment
    titel: Het moment
    soort: rol
    vragen:
      - {id: reactie, vraag: Wat doet u?, naam: Uw eerste reactie, prive: ja, functie: reactie, na: ja}
      - id: twijfel
        vraag: Waar twijfelt u over?
        na: ja
        doorvragen: [{id: wie, als: {woorden: [men, ze], zonder: [wethouder]}, vraag: Wie is dat?}]
  - id: bedoeling
    titel: De bedoeling
    uitleg: Neem de tijd.
    soort: vragen
    vragen:
      - {id: signaal, vraag: Was er een signaal?, soort: janee}
      - {id: gehoord, vraag: Wie hoorde het?, soort: regel, als: {vraag: bedoeling.signaal, is: [ja]}}
      - {id: lenzen, vraag: Welke lenzen?, soort: meerkeuze, opties: [{id: recht, naam: Recht}, {id: geld, naam: Geld}]}
      - {id: geldvraag, vraag: Hoeveel?, als: {vraag: bedoeling.lenzen, is: [geld]}}
      - {id: wanneer, vraag: Wanneer?, soort: datum}
  - {id: los, titel: De bedoeling, soort: casusvraag}
  - {id: standpunten, titel: Standpunten, soort: standpunten}
  - id: waarden
    titel: Waarden
    soort: waarden
    vragen: [{id: woorden, vraag: In eigen woorden?}]
  - {id: spiegel, titel: Waarden, soort: spiegel, bij: casus}
  - {id: verbanden, titel: Verbanden, soort: verbanden}
  - {id: wie, titel: Wie gaat erover, soort: realisatie}
  - id: regel
    titel: Regel en ruimte
    soort: vragen
    vragen:
      - {id: regel, vraag: Welke regel?, naam: De regel, soort: regel, functie: regel}
      - {id: beschermt, vraag: Waartegen beschermt die?, als: {vraag: regel.herkomst, is: [eigen]}}
      - {id: wetruimte, vraag: Welke ruimte geeft de wet?, als: {vraag: regel.soort, is: [wet]}}
  - {id: ruimte, titel: Regel en ruimte, soort: ruimte}
  - id: uzelf
    titel: Uzelf
    uitleg: Dit is alleen voor u.
    soort: vragen
    vragen: [{id: raakt, vraag: Wat raakt u?, prive: ja}]
  - {id: weging, titel: Wegen, uitleg: Neem de tijd., soort: weging}
  - id: besluit
    titel: Besluiten
    soort: uitkomst
    vragen:
      - {id: verschil, vraag: Wat is er anders?, prive: ja, na: ja, toont: moment.reactie, als: {vraag: moment.reactie}}
      - {id: team, vraag: Wat zegt uw team?, na: ja, als: {vraag: uitkomst.keuze, is: [afwijken]}}
  - {id: onthouden, titel: Onthouden, uitleg: Geen regels., soort: aandachtspunten}
  - {id: afspraken, titel: Onthouden, soort: afspraken, bij: eigen}
`

// laad makes a definition of steps, with the words of the library, about a casus
// in YAML, or a situation of one's own where that is "".
func laad(t testing.TB, stappen, overCasus string) casus.Definitie {
	t.Helper()
	if def, ok := geladen.Load([2]string{stappen, overCasus}); ok {
		return def.(casus.Definitie)
	}
	bestanden := fstest.MapFS{
		"werkvormen/proef.yaml": {Data: []byte("weeg: 1\nid: proef\nversie: 2\nnaam: Proef\nduur: 5\nstappen:" + stappen)},
	}
	if overCasus != "" {
		bestanden["casussen/koken.yaml"] = &fstest.MapFile{Data: []byte(overCasus)}
	}
	b := casus.NewBibliotheek(ingebouwd, casus.Bron{FS: bestanden, Casussen: "casussen", Werkvormen: "werkvormen"})
	w, err := b.Werkvorm("proef")
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	c := casus.EigenCasus()
	if overCasus != "" {
		if c, err = b.Casus("koken"); err != nil {
			t.Fatal(err)
		}
	}
	def, err := casus.NewDefinitie(c, w, waarden)
	if err != nil {
		t.Fatal(err)
	}
	geladen.Store([2]string{stappen, overCasus}, def)
	return def
}

// geladen has what laad made before; nobody changes it.
var geladen sync.Map

// ingebouwd is the library that the program carries with it.
var ingebouwd = casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"}

// geleverd has the conversations that the library can give: each werkvorm with a
// situation of one's own, and with each casus that goes with it: one in four, unless
// all is looked at, as in .ci/run.
var geleverd = sync.OnceValues(func() (defs []casus.Definitie, err error) {
	b := casus.NewBibliotheek(ingebouwd)
	casussen, err := b.Casussen()
	if err != nil {
		return nil, err
	}
	werkvormen, err := b.Werkvormen()
	if err != nil {
		return nil, err
	}
	waarden, err := b.Waarden()
	if err != nil {
		return nil, err
	}
	for i, w := range werkvormen {
		for j, c := range append(casussen, casus.EigenCasus()) {
			if c.ID != reflectie.Eigen && (i+j)%5 != 0 && os.Getenv("WEEG_HEEL") == "" {
				continue
			}
			if def, err := casus.NewDefinitie(c, w, waarden); err == nil {
				defs = append(defs, def)
			}
		}
	}
	return defs, nil
})

func alleGeleverde(t testing.TB) []casus.Definitie {
	t.Helper()
	defs, err := geleverd()
	if err != nil {
		t.Fatal(err)
	}
	return defs
}

// heel is a conversation with every kind of step about the casus koken.
func heel(t testing.TB) *sessie.Sessie { return begin(laad(t, alleStappen, koken)) }

// heelEigen is one about a situation of one's own.
func heelEigen(t testing.TB) *sessie.Sessie { return begin(laad(t, alleStappen, "")) }

func begin(def casus.Definitie) *sessie.Sessie { return sessie.New(sessie.NewStand("proef", def)) }

// geef walks on, skipping what is asked, until key, and answers there.
func geef(t testing.TB, s *sessie.Sessie, sleutel string, a reflectie.Antwoord) {
	t.Helper()
	for range 300 {
		v := s.Vraag()
		if v.Sleutel == sleutel {
			if err := s.Answer(a); err != nil {
				t.Fatalf("%s: %v", sleutel, err)
			}
			return
		}
		if v.Sleutel == sessie.SleutelAfronden {
			break
		}
		s.Skip()
	}
	t.Fatalf("%s is not asked any more; asked are %v", sleutel, sleutels(s.Vragen()))
}

// verander goes back or on to a question that is asked, and answers there.
func verander(t testing.TB, s *sessie.Sessie, sleutel string, a reflectie.Antwoord) {
	t.Helper()
	bij(t, s, sleutel)
	geef(t, s, sleutel, a)
}

// bij goes to a question that is asked, and returns it.
func bij(t testing.TB, s *sessie.Sessie, sleutel string) sessie.Vraag {
	t.Helper()
	if !s.Goto(sleutel) {
		t.Fatalf("%s is not asked; asked are %v", sleutel, sleutels(s.Vragen()))
	}
	return s.Vraag()
}

// wis takes the answer at a question away.
func wis(t testing.TB, s *sessie.Sessie, sleutel string) {
	t.Helper()
	bij(t, s, sleutel)
	s.Clear()
}

func sleutels(vragen []sessie.Vraag) []string {
	var namen []string
	for _, v := range vragen {
		namen = append(namen, v.Sleutel)
	}
	return namen
}

// vanDeel returns the keys of the questions about a part of the data.
func vanDeel(s *sessie.Sessie, deel string) []string {
	return slices.DeleteFunc(sleutels(s.Vragen()), func(sleutel string) bool {
		return sleutel != deel && !strings.HasPrefix(sleutel, deel+".")
	})
}

func vraagt(s *sessie.Sessie, sleutel string) bool {
	return slices.Contains(sleutels(s.Vragen()), sleutel)
}

// vervallen returns the answers that count as vervallen, by key, as people read them.
func vervallen(s *sessie.Sessie) map[string]string {
	uit := map[string]string{}
	for _, v := range s.Vervallen() {
		uit[v.Sleutel] = v.Weergave()
	}
	return uit
}

// gemaakt is the reflectie that comes of a conversation now.
func gemaakt(s *sessie.Sessie) reflectie.Reflectie {
	r, _ := s.Stand().Reflectie()
	return r
}

func tekst(s string) reflectie.Antwoord { return reflectie.Tekst(s) }

func lijst(items ...string) reflectie.Antwoord { return reflectie.Lijst(items...) }

var ja, nee = reflectie.JaNee(true), reflectie.JaNee(false)

// inJSON is a reflectie as it is printed.
func inJSON(t testing.TB, r reflectie.Reflectie) string {
	t.Helper()
	b, err := reflectie.EncodeJSON(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
