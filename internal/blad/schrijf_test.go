package blad

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// elkeDefinitie calls f for every casus of the library, and an own situation,
// with every werkvorm that can go with it.
func elkeDefinitie(t *testing.T, f func(t *testing.T, def casus.Definitie)) {
	t.Helper()
	b := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"})
	cs, err := b.Casussen()
	if err != nil {
		t.Fatal(err)
	}
	werkvormen, err := b.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	waarden, err := b.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	definities := 0
	for _, c := range append(cs, casus.EigenCasus()) {
		for _, w := range werkvormen {
			def, err := casus.NewDefinitie(c, w, waarden)
			if err != nil {
				continue // this werkvorm is about something else
			}
			definities++
			t.Run(c.ID+"/"+w.ID, func(t *testing.T) { f(t, def) })
		}
	}
	if definities < 4 {
		t.Errorf("only %d definitions in the library", definities)
	}
}

func TestEmptySheetParsesAndAnswersNothing(t *testing.T) {
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		sheet := Schrijf(def)
		b, err := parseHeel("antwoordblad.yaml", sheet, def)
		if err != nil {
			t.Fatalf("%v\n%s", err, sheet)
		}
		want := reflectie.Reflectie{Weeg: 1, Casus: def.Casus.ID, Casusversie: def.Casus.Versie,
			Werkvorm: def.Werkvorm.ID, Werkvormversie: def.Werkvorm.Versie}
		if diff := cmp.Diff(want, b.Reflectie); diff != "" {
			t.Errorf("reflectie (-want +got):\n%s", diff)
		}
		if len(b.Prive) > 0 || len(b.Opmerkingen) > 0 {
			t.Errorf("private %v, remarks %v", b.Prive, b.Opmerkingen)
		}
	})
}

func TestSheetNamesEveryQuestion(t *testing.T) {
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		sheet := string(Schrijf(def))
		prive := sheet[strings.LastIndex(sheet, "\nprive:")+1:]
		for sleutel, v := range open(def.Stappen()) {
			veld := "\n  " + sleutel + ":"
			if strings.Count(sleutel, ".") == 2 {
				veld = "\n  # " + sleutel + ":" // a doorvraag is rare
			}
			if !strings.Contains(sheet, veld) {
				t.Errorf("%s is not in the sheet", sleutel)
			}
			if v.Prive && !strings.Contains(prive, veld) {
				t.Errorf("%s does not stand under prive", sleutel)
			}
			if v.Vraag.Vraag != "" && !strings.Contains(plat(sheet), plat(v.Vraag.Vraag)) {
				t.Errorf("the question %q is not in the sheet", v.Vraag.Vraag)
			}
		}
		for _, stap := range def.Werkvorm.Stappen {
			if blok, ok := blokken[stap.Soort]; ok && !strings.Contains(sheet, "\n"+blok+":") {
				t.Errorf("step %s has no block %s", stap.ID, blok)
			}
		}
	})
}

var blokken = map[casus.Stapsoort]string{
	casus.StapStandpunten: "standpunten", casus.StapWaarden: "waarden", casus.StapVerbanden: "verbanden", casus.StapRuimte: "ruimte",
	casus.StapWeging: "weging", casus.StapUitkomst: "uitkomst", casus.StapAandachtspunten: "aandachtspunten",
}

// plat takes away how comments are wrapped.
func plat(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "#", " ")), " ")
}

func TestSheetFitsTheScreen(t *testing.T) {
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		for regel := range strings.Lines(string(Schrijf(def))) {
			if n := utf8.RuneCountInString(strings.TrimRight(regel, "\n")); n > breedte {
				t.Errorf("%d wide: %s", n, regel)
			}
			if strings.TrimRight(regel, " \n") != strings.TrimRight(regel, "\n") {
				t.Errorf("spaces at the end: %q", regel)
			}
		}
	})
}

// The writer of a casus saw values that the person finds only after naming their own.
func TestSheetDoesNotShowWhatTheCasusWriterSaw(t *testing.T) {
	def := klein()
	def.Casus.Waarden = []casus.Gezien{{ID: "veiligheid", Hier: "Er is open vuur."}}
	def.Casus.Verbanden = []casus.Verband{{Tussen: reflectie.Paar{"veiligheid", "openheid"}, Soort: "tegen", Uitleg: "Zij botsen."}}
	sheet := string(Schrijf(def))
	for _, verklapt := range []string{"Er is open vuur", "Zij botsen", "id: veiligheid", "[veiligheid"} {
		if strings.Contains(sheet, verklapt) {
			t.Errorf("the sheet gives away %q", verklapt)
		}
	}
}

var (
	voorbeeldregel = regexp.MustCompile(`(?m)^#(   .*)?$`)
	doorvraagregel = regexp.MustCompile(`(?m)^  # ([a-z0-9-]+\.[a-z0-9-]+\.[a-z0-9-]+: \||  - \|)$`)
	tekstveld      = regexp.MustCompile(`(?m)^( *(?:- )?)([a-z0-9.-]+: |- )\|$`)
)

// ingevuld does what a person does: takes the hashes of the examples away,
// answers every text, and makes every choice.
func ingevuld(sheet string) string {
	kop, rest, _ := strings.Cut(sheet, "\nweeg: 1\n")
	rest = voorbeeldregel.ReplaceAllStringFunc(rest, func(regel string) string {
		return strings.TrimPrefix(strings.TrimPrefix(regel, "#"), " ")
	})
	rest = doorvraagregel.ReplaceAllStringFunc(rest, func(regel string) string {
		return strings.Replace(regel, "# ", "", 1)
	})
	rest = tekstveld.ReplaceAllStringFunc(rest, func(regel string) string {
		inspring := len(regel) - len(strings.TrimLeft(regel, " "))
		return regel + "\n" + strings.Repeat(" ", inspring+4) + "Antwoord: met een dubbele punt # en een hekje."
	})
	for veld, waarde := range map[string]string{
		"rol": "handhaver", "door": "Team Vergunningen", "  eigen": "ja", "keuze": "afwijken", "waarvan": "beleid",
		"soort": "tegen", "voorrang": "open", "bepaalt": "samen", "organiseert": "overheid", "controleert": "anders",
		"terugblik": "2027-02-21", "waarde": "openheid", "- van": "wethouder", "- wie": "buurt", "realisatie.waarde": "openheid",
		"bedoeling.signaal": "nee", "bedoeling.bril": "leefwereld", "bedoeling.brillen": "[leefwereld]", "bedoeling.wanneer": "2027-01-01",
	} {
		leegVeld := regexp.MustCompile(`(?m)^( *)` + regexp.QuoteMeta(veld) + `:$`)
		rest = leegVeld.ReplaceAllString(rest, "${1}"+veld+": "+waarde)
	}
	return kop + "\nweeg: 1\n" + rest
}

// Filling everything in gives a reflectie in which nothing is absent.
func TestFilledInSheetGivesEveryAnswer(t *testing.T) {
	def := klein()
	sheet := ingevuld(string(Schrijf(def)))
	b, err := parseHeel("antwoordblad.yaml", []byte(sheet), def)
	if err != nil {
		t.Fatalf("%v\n%s", err, sheet)
	}
	const tekst = "Antwoord: met een dubbele punt # en een hekje."
	ja := true
	antwoord := reflectie.Tekst(tekst)
	// openheid and privacy are the first of the catalogue that the casus does not name
	paar := reflectie.Paar{"openheid", "privacy"}
	want := reflectie.Reflectie{
		Weeg: 1, Casus: "koken", Casusversie: 2, Werkvorm: "waardenweging", Werkvormversie: 3,
		Terugblik: reflectie.Datum{Jaar: 2027, Maand: 2, Dag: 21}, Rol: "handhaver", Door: "Team Vergunningen",
		Antwoorden: map[string]reflectie.Antwoord{
			"bedoeling.weet-niet": antwoord, "bedoeling.weet-niet.wie": antwoord, "bedoeling.regel": antwoord, "bedoeling.gehoord": antwoord,
			"bedoeling.keuken": antwoord, "bedoeling.signaal": reflectie.JaNee(false), "bedoeling.bril": reflectie.Tekst("leefwereld"),
			"bedoeling.brillen": reflectie.Lijst("leefwereld"), "bedoeling.wanneer": reflectie.Tekst("2027-01-01"),
			"realisatie.waarde": reflectie.Tekst("openheid"),
		},
		Standpunten: []reflectie.Standpunt{
			{Van: "ik", Standpunt: tekst, Waarde: "openheid"}, {Van: "wethouder", Standpunt: tekst, Waarde: "openheid"},
		},
		Waarden: []reflectie.Waarde{{ID: "openheid", Betekenis: tekst, Anders: []reflectie.Anders{{Wie: "buurt", Betekenis: tekst}},
			Bepaalt: "samen", Organiseert: "overheid", Controleert: "anders", Gemeenschap: tekst}},
		Verbanden:       []reflectie.Verband{{Tussen: paar, Soort: "tegen", Waarom: tekst}},
		Ruimte:          []reflectie.Ruimte{{Wie: "ik", Ruimte: tekst, Aanspreekbaar: tekst}, {Wie: "buurt", Ruimte: tekst, Aanspreekbaar: tekst}},
		Weging:          []reflectie.Weging{{Tussen: paar, Voorrang: "open", Omdat: tekst, Ondanks: tekst, Verlies: tekst, Verzachting: tekst}},
		Uitkomst:        reflectie.Uitkomst{Doen: tekst, Eigen: &ja, Keuze: "afwijken", Waarvan: "beleid", Omdat: tekst},
		Aandachtspunten: reflectie.Aandachtspunten{Kennis: []string{tekst}, Acties: []string{tekst}, Macht: []string{tekst}},
	}
	if diff := cmp.Diff(want, b.Reflectie); diff != "" {
		t.Errorf("reflectie (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(reflectie.Antwoorden{"bedoeling.durft-niet": antwoord}, b.Prive); diff != "" {
		t.Errorf("private answers (-want +got):\n%s", diff)
	}
}

func TestFilledInSheetOfTheLibraryParses(t *testing.T) {
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		sheet := ingevuld(string(Schrijf(def)))
		b, err := parseHeel("antwoordblad.yaml", []byte(sheet), def)
		if err != nil {
			t.Fatalf("%v\n%s", err, sheet)
		}
		verbanden := slices.ContainsFunc(def.Werkvorm.Stappen, func(s casus.Stap) bool { return s.Soort == casus.StapVerbanden })
		if len(b.Reflectie.Antwoorden) < 3 || len(b.Reflectie.Waarden) == 0 || verbanden == (len(b.Reflectie.Verbanden) == 0) || b.Reflectie.Aandachtspunten.IsZero() {
			t.Errorf("little was taken from the sheet: %+v", b.Reflectie)
		}
	})
}

// A casus may hold anything; the sheet stays a file that parses.
func TestSheetOfAHostileCasusParses(t *testing.T) {
	for i, tekst := range lastig {
		def := klein()
		def.Casus.Titel, def.Casus.Moment = tekst, tekst
		def.Casus.Rollen[0].Naam, def.Casus.Rollen[0].Moment = tekst, tekst
		def.Werkvorm.Naam = tekst
		for j := range def.Werkvorm.Stappen {
			stap := &def.Werkvorm.Stappen[j]
			stap.Titel, stap.Uitleg = tekst, tekst
			for k := range stap.Vragen {
				stap.Vragen[k].Vraag, stap.Vragen[k].Toelichting = tekst, tekst
			}
		}
		b, err := parseHeel("blad.yaml", Schrijf(def), def)
		if err != nil {
			t.Fatalf("text %d: %v", i, err)
		}
		if len(b.Reflectie.Antwoorden) > 0 || b.Reflectie.Rol != "" {
			t.Errorf("text %d became an answer: %+v", i, b.Reflectie)
		}
	}
}

func TestSheetOfTheLibraryTellsWhichCommandComesNext(t *testing.T) {
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		want := "weeg nieuw " + def.Casus.ID + " --antwoorden BESTAND"
		if def.Casus.ID == reflectie.Eigen {
			want = "weeg nieuw --eigen --antwoorden BESTAND"
		}
		if sheet := string(Schrijf(def)); !strings.Contains(sheet, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	})
}
