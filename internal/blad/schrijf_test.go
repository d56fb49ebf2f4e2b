package blad

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// elkeDefinitie calls f for an own situation with every werkvorm, and for every
// casus of the library with every one that can go with it: one in four, unless all
// is looked at, as in .ci/run.
func elkeDefinitie(t *testing.T, f func(t *testing.T, def casus.Definitie)) {
	t.Helper()
	b := casus.NewBibliotheek(ingebouwd)
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
	definities := []casus.Definitie{klein(t), kleinEigen(t)}
	heel := os.Getenv("WEEG_HEEL") != ""
	for i, c := range append(cs, casus.EigenCasus()) {
		for j, w := range werkvormen {
			if !heel && c.ID != reflectie.Eigen && (i+j)%5 != 0 {
				continue
			}
			if def, err := casus.NewDefinitie(c, w, waarden); err == nil { // else it is about something else
				definities = append(definities, def)
			}
		}
	}
	if len(definities) < 15 || heel && len(definities) < 90 {
		t.Errorf("only %d definitions", len(definities))
	}
	for _, def := range definities {
		t.Run(def.Casus.ID+"/"+def.Werkvorm.ID, func(t *testing.T) { f(t, def) })
	}
}

func TestAnEmptySheetParsesAndAnswersNothing(t *testing.T) {
	t.Parallel()
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

// plat takes away how comments are wrapped.
func plat(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "#", " ")), " ")
}

// vragenOpPapier returns the questions of a conversation, without follow-ups.
func vragenOpPapier(def casus.Definitie) []sessie.Papiervraag {
	var vragen []sessie.Papiervraag
	for _, stap := range sessie.Papier(def) {
		for _, v := range stap.Vragen {
			if !v.Doorvraag {
				vragen = append(vragen, v)
			}
		}
	}
	return vragen
}

// A number says where in the conversation a question comes: the shape of the file
// puts those of one kind together.
func TestASheetAsksEveryQuestionOnceUnderItsNumber(t *testing.T) {
	t.Parallel()
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		sheet := string(Schrijf(def))
		kaal := plat(sheet)
		for i, v := range vragenOpPapier(def) {
			vraag := plat(fmt.Sprintf("# %d. %s", i+1, v.Vraag.Vraag))
			if n := strings.Count(kaal, " "+vraag+" "); n != 1 {
				t.Errorf("%q stands in the sheet %d times", vraag, n)
			}
			if v.Alleen != "" && !strings.Contains(kaal, plat(v.Alleen)) {
				t.Errorf("of %q the sheet does not say: %s", v.Vraag.Vraag, v.Alleen)
			}
		}
		vorige := 0
		for lijn := range strings.Lines(sheet) {
			if lijn[0] != ' ' && lijn[0] != '#' && lijn[0] != '\n' {
				vorige = 0 // a block begins
			}
			var n int
			var woord string // a question has words after its number; a list of numbers that ends here has not
			if _, err := fmt.Sscanf(lijn, "  # %d. %s", &n, &woord); err == nil {
				if n < vorige {
					t.Errorf("%d comes after %d in one block: %s", n, vorige, lijn)
				}
				vorige = n
			}
		}
	})
}

func TestASheetKeepsPrivateQuestionsApart(t *testing.T) {
	t.Parallel()
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		sheet := string(Schrijf(def))
		for sleutel, v := range open(def.Werkvorm, def.Stappen()) {
			i := strings.Index(sheet, "\n  "+sleutel+":")
			if i < 0 {
				continue // a follow-up, or another kind of field
			}
			if inPrive := strings.LastIndex(sheet[:i], "\nprive:") > strings.LastIndex(sheet[:i], "\nantwoorden:"); inPrive != v.Prive {
				t.Errorf("%s: private is %v, and it stands under prive: %v", sleutel, v.Prive, inPrive)
			}
		}
	})
}

func TestASheetFitsTheScreen(t *testing.T) {
	t.Parallel()
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		lijnen := 0
		for regel := range strings.Lines(string(Schrijf(def))) {
			lijnen++
			if n := utf8.RuneCountInString(strings.TrimRight(regel, "\n")); n > breedte {
				t.Errorf("%d wide: %s", n, regel)
			}
			if strings.TrimRight(regel, " \n") != strings.TrimRight(regel, "\n") {
				t.Errorf("spaces at the end: %q", regel)
			}
		}
		if vragen := len(vragenOpPapier(def)); lijnen > 12*vragen+60 {
			t.Errorf("%d lines for %d questions", lijnen, vragen)
		}
	})
}

// The writer of a casus saw values that the person finds only after naming their own.
func TestASheetDoesNotShowWhatTheCasusWriterSaw(t *testing.T) {
	t.Parallel()
	sheet := string(Schrijf(klein(t)))
	for _, verklapt := range []string{"Er is open vuur", "Zij botsen", "id: veiligheid", "[veiligheid", "Geen brand"} {
		if strings.Contains(sheet, verklapt) {
			t.Errorf("the sheet gives away %q", verklapt)
		}
	}
}

// Each follow-up stands once, with the questions that it may follow.
func TestASheetSaysWhichFollowUpsThereAre(t *testing.T) {
	t.Parallel()
	sheet := plat(string(Schrijf(klein(t))))
	for _, want := range []string{"bedoeling.weet-niet.wie: |", "- wie: Wie? Bij vraag 2."} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet does not say %q", want)
		}
	}
	zonder := klein(t)
	zonder.Werkvorm.Stappen = slices.Clone(zonder.Werkvorm.Stappen[2:])
	if strings.Contains(string(Schrijf(zonder)), "Doorvragen") {
		t.Error("without follow-ups the sheet speaks of them")
	}
}

var (
	reVoorbeeld = regexp.MustCompile(`^#(   .*)?$`)
	reHekje     = regexp.MustCompile(`^  # ([a-z0-9.-]+\.[a-z0-9-]+: (?:\||nee)|  - \|)$`)
	reTekstveld = regexp.MustCompile(`^( *)(?:- )?(?:[a-z0-9.+-]+: )?\|$`)
	reKeuze     = regexp.MustCompile(`^( *)(- )?([a-z0-9.-]+):$`)
	reUit       = regexp.MustCompile(`Kies uit ([^.:]+)\.`)
	reOptie     = regexp.MustCompile(`- ([a-z0-9-]+): `)
)

// zonderHekjes does what the head of a sheet says: it takes the hash away on each
// line of an example, with the space after it.
func zonderHekjes(sheet string) string {
	kop, rest, _ := strings.Cut(sheet, "\nweeg: 1\n")
	var b strings.Builder
	for lijn := range strings.Lines(rest) {
		lijn = strings.TrimSuffix(lijn, "\n")
		switch {
		case reVoorbeeld.MatchString(lijn):
			lijn = strings.TrimPrefix(strings.TrimPrefix(lijn, "#"), " ")
		case reHekje.MatchString(lijn):
			lijn = strings.Replace(lijn, "# ", "", 1)
		}
		b.WriteString(lijn + "\n")
	}
	return kop + "\nweeg: 1\n" + b.String()
}

// antwoordtekst is what is filled in at every text.
const antwoordtekst = "Antwoord: met een dubbele punt # en een hekje."

// ingevuld fills a sheet in as a person does, who reads what stands above each
// field: a text at every text, and the nth of what there is to choose.
func ingevuld(sheet string, n int) string {
	kop, rest, _ := strings.Cut(zonderHekjes(sheet), "\nweeg: 1\n")
	var b, uitleg strings.Builder
	for lijn := range strings.Lines(rest) {
		lijn = strings.TrimSuffix(lijn, "\n")
		kaal := strings.TrimSpace(lijn)
		switch {
		case strings.HasPrefix(kaal, "#"):
			uitleg.WriteString(strings.TrimSpace(strings.TrimPrefix(kaal, "#")) + " ")
			b.WriteString(lijn + "\n")
			continue
		case reTekstveld.MatchString(lijn):
			inspring := strings.Repeat(" ", len(lijn)-len(strings.TrimLeft(lijn, " "))+4)
			b.WriteString(lijn + "\n" + inspring + antwoordtekst + "\n")
		case reKeuze.MatchString(lijn):
			b.WriteString(strings.TrimRight(lijn+" "+kies(kaal, uitleg.String(), n), " ") + "\n")
		default:
			b.WriteString(lijn + "\n")
		}
		uitleg.Reset()
	}
	return kop + "\nweeg: 1\n" + b.String()
}

// kies is what to fill in at a field, by what stands above it; "" where it holds
// other fields.
func kies(veld, uitleg string, n int) string {
	var mag []string
	switch {
	case strings.Contains(uitleg, "Antwoord met ja of nee."):
		mag = []string{"ja", "nee"}
	case strings.Contains(uitleg, "jaar-maand-dag"), strings.Contains(uitleg, "Schrijf een datum, zoals"):
		mag = []string{"2027-02-21", "15-12-2026"}
	case strings.Contains(uitleg, "Schrijf een id"):
		mag = []string{"rechtszekerheid"}
	case veld == "door:":
		mag = []string{"Team Vergunningen"}
	case strings.Contains(uitleg, "Kies uit:"):
		_, opties, _ := strings.Cut(uitleg, "Kies uit:")
		for _, m := range reOptie.FindAllStringSubmatch(opties, -1) {
			mag = append(mag, m[1])
		}
	case reUit.MatchString(uitleg):
		mag = strings.FieldsFunc(strings.ReplaceAll(reUit.FindStringSubmatch(uitleg)[1], " of ", ", "), func(r rune) bool { return r == ',' || r == ' ' })
	default:
		return ""
	}
	woord := mag[n%len(mag)]
	if strings.Contains(uitleg, "tussen rechte haken") {
		woord = "[" + woord + "]"
	}
	return woord
}

// inBlad is the key in a file of a question on paper, of which the waarden have
// no name yet.
func inBlad(voorbeeld reflectie.Paar, sleutel string) string {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok {
		return sleutel
	}
	echt := map[string]string{sessie.EneWaarde: voorbeeld[0], sessie.AndereWaarde: voorbeeld[1]}
	if paar, isPaar := reflectie.ParsePaar(p.Rij); isPaar {
		sleutel = strings.Replace(sleutel, p.Rij, reflectie.Paar{echt[paar[0]], echt[paar[1]]}.Sleutel(), 1)
	}
	for papier, id := range echt {
		sleutel = strings.Replace(sleutel, "."+papier, "."+id, 1)
	}
	return sleutel
}

// Who follows the sheet, takes the hashes of the examples away and fills in what
// stands there, has answered every question, and nothing is wrong.
func TestASheetThatIsFilledInAnswersEveryQuestion(t *testing.T) {
	t.Parallel()
	elkeDefinitie(t, func(t *testing.T, def casus.Definitie) {
		voorbeeld := voorbeeldwaarden(def)
		sheet := string(Schrijf(def))
		if _, err := parseHeel("antwoordblad.yaml", []byte(zonderHekjes(sheet)), def); err != nil {
			t.Fatalf("with the examples, and nothing filled in:\n%v\n%s", err, zonderHekjes(sheet))
		}
		for n := range 3 {
			vol := ingevuld(sheet, n)
			b, err := parseHeel("antwoordblad.yaml", []byte(vol), def)
			if err != nil {
				t.Fatalf("%v\n%s", err, vol)
			}
			antwoorden := b.Antwoorden()
			plaats := map[string]string{} // of who takes a stand, in the order of the sheet
			for _, v := range vragenOpPapier(def) {
				if p, ok := reflectie.Ontleed(v.Sleutel); ok && p.Deel.Naam == reflectie.SleutelStandpunten {
					if plaats[p.Rij] == "" {
						plaats[p.Rij] = strconv.Itoa(len(plaats) + 1)
					}
					v.Sleutel = reflectie.Sleutel(p.Deel.Naam, plaats[p.Rij], p.Veld.Naam)
				}
				if sessie.IsParenvraag(v.Sleutel) || v.Sleutel == reflectie.SleutelSpiegel {
					continue // they are answered with a verband, and with a waarde
				}
				a := antwoorden[inBlad(voorbeeld, v.Sleutel)]
				if a.IsZero() {
					t.Errorf("%s was filled in and is empty\n%s", inBlad(voorbeeld, v.Sleutel), vol)
				}
				isTekst := v.Soort == casus.Tekst || v.Soort == casus.Regeltekst && !v.Vrij
				if isTekst && a.Tekst() != antwoordtekst {
					t.Errorf("%s is %q", v.Sleutel, a.Tekst())
				}
			}
			if b.Reflectie.Door != "Team Vergunningen" {
				t.Errorf("door is %q", b.Reflectie.Door)
			}
			if verbanden := slices.ContainsFunc(def.Werkvorm.Stappen, func(s casus.Stap) bool { return s.Soort == casus.StapVerbanden }); verbanden &&
				(len(b.Reflectie.Verbanden) == 0 || antwoorden[sessie.SleutelBotst].IsZero()) {
				t.Error("nothing is said of what clashes")
			}
		}
	})
}

// Every field that somebody can be asked for has its place in the sheet: a new one
// fails here by its name.
func TestEveryFieldStandsInASheet(t *testing.T) {
	t.Parallel()
	var gevuld []string
	for _, def := range []casus.Definitie{klein(t), kleinEigen(t)} {
		for n := range 4 {
			b, err := parseHeel("blad.yaml", []byte(ingevuld(string(Schrijf(def)), n)), def)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range reflectie.Delen() {
				for _, rij := range b.Reflectie.Rijen(d) {
					for _, v := range d.Velden {
						if !rij.Antwoord(v).IsZero() || len(rij.PerWaarde(v)) == 2 {
							gevuld = append(gevuld, d.Naam+"."+v.Naam)
						}
					}
				}
			}
		}
	}
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			naam := d.Naam + "." + v.Naam
			vanZelf := v.IsKop || v.Aard == reflectie.EenTeken || d.Rijen == reflectie.PerDatum || naam == "waarden.naam" || naam == ".terugblik"
			if !vanZelf && !slices.Contains(gevuld, naam) {
				t.Errorf("%s cannot be filled in", naam)
			}
		}
	}
}

// A sheet as somebody opens it in an editor.
func TestHowASheetLooks(t *testing.T) {
	t.Parallel()
	for naam, def := range map[string]casus.Definitie{"koken": klein(t), "eigen": kleinEigen(t)} {
		pad := filepath.Join("testdata", "leeg", naam+".yaml")
		got := Schrijf(def)
		if *update {
			if err := os.WriteFile(pad, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(pad)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", naam, diff)
		}
	}
}

// A casus may hold anything; the sheet stays a file that parses.
func TestASheetOfAHostileCasusParses(t *testing.T) {
	t.Parallel()
	for i, tekst := range lastig {
		def := klein(t)
		def.Casus.Titel, def.Casus.Moment = tekst, tekst
		def.Casus.Rollen = []casus.Rol{{ID: "handhaver", Naam: tekst, Zin: tekst, Moment: tekst, Laag: true}}
		def.Casus.Regels = []casus.Regel{{ID: "gas", Regel: tekst}}
		def.Werkvorm.Naam = tekst
		def.Werkvorm.Stappen = slices.Clone(def.Werkvorm.Stappen)
		for j := range def.Werkvorm.Stappen {
			stap := &def.Werkvorm.Stappen[j]
			stap.Titel, stap.Uitleg = tekst, tekst
			stap.Vragen, stap.Velden = slices.Clone(stap.Vragen), slices.Clone(stap.Velden)
			for k := range stap.Vragen {
				stap.Vragen[k].Vraag, stap.Vragen[k].Toelichting = tekst, tekst
			}
			for k := range stap.Velden {
				stap.Velden[k].Vraag, stap.Velden[k].Toelichting = tekst, tekst
			}
		}
		for vorm, blad := range map[string]string{"empty": string(Schrijf(def)), "with the examples": zonderHekjes(string(Schrijf(def)))} {
			b, err := parseHeel("blad.yaml", []byte(blad), def)
			if err != nil {
				t.Fatalf("text %d, %s: %v", i, vorm, err)
			}
			delete(b.Reflectie.Antwoorden, sessie.SleutelBotst)
			if len(b.Reflectie.Antwoorden) > 0 || b.Reflectie.Rol != "" || len(b.Prive) > 0 {
				t.Errorf("text %d, %s, became an answer: %+v", i, vorm, b.Reflectie)
			}
		}
	}
}

func TestASheetTellsWhichCommandComesNext(t *testing.T) {
	t.Parallel()
	for def, want := range map[*casus.Definitie][2]string{
		new(klein(t)):      {"weeg nieuw koken --antwoorden BESTAND", `bij de casus "Koken"`},
		new(kleinEigen(t)): {"weeg nieuw --eigen --antwoorden BESTAND", "bij een eigen situatie"},
	} {
		sheet := string(Schrijf(*def))
		for _, zin := range want {
			if !strings.Contains(sheet, zin) {
				t.Errorf("the sheet of %s does not say %q", def.Casus.ID, zin)
			}
		}
	}
}
