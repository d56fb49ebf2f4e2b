package casus

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// What a file does not say of its casus: whether somebody has to decide within
// two days; whether it has been going on for long, or was decided before; whether
// the one whom the moment is about decides nothing; and which waarde nobody in the
// story speaks for.
var kenmerken = map[string]struct {
	snel, langzaam, zonderMacht bool
	stil                        string
}{
	"de-chatbot-zei-het":            {langzaam: true, stil: "rechtsbescherming"},
	"de-derde-melder":               {langzaam: true, zonderMacht: true, stil: "rechtsbescherming"},
	"risico-7":                      {},
	"de-knop":                       {langzaam: true, zonderMacht: true, stil: "menselijke-maat"},
	"de-laatste-plek":               {snel: true, stil: "bijzondere-zorg"},
	"de-stem-van-fokke":             {snel: true, zonderMacht: true, stil: "waardigheid"},
	"een-kabel-twee-beloften":       {stil: "bestaanszekerheid"},
	"een-uur-bij-zijn-vader":        {snel: true},
	"elke-zaterdag-zwemles":         {langzaam: true},
	"het-model-wees-haar-aan":       {snel: true},
	"koken-in-het-schoolgebouw":     {snel: true},
	"lessen-uit-het-casusoverleg":   {},
	"na-het-incident":               {},
	"negen-procent-goedkoper":       {stil: "waardigheid"},
	"openheid-over-een-fout":        {snel: true},
	"paarden-onder-schooltijd":      {langzaam: true},
	"potje-geld-voor-een-gezin":     {snel: true},
	"ruimte-van-het-rijk":           {},
	"schrijf-dat-niet-op":           {langzaam: true, stil: "belang-van-het-kind"},
	"signaal-van-de-balie":          {snel: true},
	"snel-of-zorgvuldig":            {},
	"een-brief-en-negentien-zomers": {langzaam: true},
	"tegenspraak-in-de-lijn":        {snel: true, zonderMacht: true},
	"toegang-ontzegd":               {snel: true},
	"twaalf-buren-bij-een-graf":     {snel: true},
	"warm-huis-lege-vakjes":         {snel: true},
	"wat-het-koor-al-weet":          {snel: true},
	"water-in-de-wijk":              {snel: true},
	"drie-lagen-of-vijf":            {},
	"weerstand-in-de-buurt":         {snel: true},
}

// Who reads three casussen and sees the mould, starts to look for the trick
// instead of the people. With -v it prints what there is of each.
func TestNoTwoCasussenAreOfOneMould(t *testing.T) {
	alle, err := ingebouwd().Casussen()
	if err != nil {
		t.Fatal(err)
	}
	namen := namenVan(alle)
	aantal := map[string]int{} // of what, in how many casussen
	for _, c := range alle {
		k, ok := kenmerken[c.ID]
		if !ok || k.stil != "" && !slices.ContainsFunc(c.Waarden, func(g Gezien) bool { return g.ID == k.stil }) {
			t.Errorf("kenmerken says nothing of %s, or names a waarde that it lacks: %q", c.ID, k.stil)
		}
		woorden := woordental(c.Situatie)
		begin, eind := soortBegin(c.Situatie), soortEind(c.Situatie, namen)
		t.Logf("%-30s %3d woorden, %d rollen, %-10s snel %-5t langzaam %-5t zonder macht %-5t stil %-19s begin: %s; eind: %s",
			c.ID, woorden, len(c.Rollen), c.Sector, k.snel, k.langzaam, k.zonderMacht, "“"+k.stil+"”", begin, eind)
		t.Logf("    %s … %s", eersteZin(c.Situatie), laatsteZin(c.Situatie))
		if woorden < 100 || woorden > 360 {
			t.Errorf("%s has %d words, want 100 to 360", c.ID, woorden)
		}
		if isKlein := slices.Contains(c.Trefwoorden, "klein"); isKlein != (woorden <= 160) {
			t.Errorf("%s has %d words; who looks for \"klein\" finds it: %t", c.ID, woorden, isKlein)
		}
		if len(c.Rollen) < 2 || len(c.Rollen) > 6 {
			t.Errorf("%s has %d rollen, want 2 to 6", c.ID, len(c.Rollen))
		}
		for wat, geldt := range map[string]bool{
			"buiten 250 tot 330 woorden": woorden < 250 || woorden > 330, "klein": woorden <= 160, "lang": woorden >= 330,
			"snel": k.snel, "langzaam": k.langzaam, "zonder macht": k.zonderMacht, "stil": k.stil != "",
			"rollen " + strconv.Itoa(len(c.Rollen)): true, "sector " + c.Sector: true, "begin " + begin: true, "eind " + eind: true,
		} {
			if geldt {
				aantal[wat]++
			}
		}
		for _, w := range c.Waarden {
			aantal["waarde "+w.ID]++
		}
	}
	for wat, minstens := range map[string]int{"buiten 250 tot 330 woorden": 8, "klein": 4, "lang": 2, "langzaam": 5, "zonder macht": 3, "stil": 6} {
		if aantal[wat] < minstens {
			t.Errorf("%d casussen are %s, want %d", aantal[wat], wat, minstens)
		}
	}
	if aantal["snel"] > len(alle)/2 || aantal["sector gemeente"] > 14 {
		t.Errorf("%d of %d want a decision within two days, %d are of a gemeente", aantal["snel"], len(alle), aantal["sector gemeente"])
	}
	soorten := map[string]int{}
	for _, wat := range slices.Sorted(maps.Keys(aantal)) {
		t.Logf("%2d %s", aantal[wat], wat)
		soort, _, _ := strings.Cut(wat, " ")
		soorten[soort]++
		if slices.Contains([]string{"rollen", "waarde", "begin", "eind"}, soort) && aantal[wat] > len(alle)/3 {
			t.Errorf("%s: in %d of %d casussen, want at most a third", wat, aantal[wat], len(alle))
		}
	}
	if soorten["begin"] < 6 || soorten["eind"] < 6 || soorten["sector"] < 8 {
		t.Errorf("%d ways to begin, %d to end, %d sectors", soorten["begin"], soorten["eind"], soorten["sector"])
	}
	waarden, _ := ingebouwd().Waarden()
	for _, w := range waarden {
		if aantal["waarde "+w.ID] == 0 {
			t.Errorf("no casus has %s", w.ID)
		}
		if !regexp.MustCompile(`\b(1[5-9]|20)\d\d\b|voor Christus`).MatchString(w.Bron) {
			t.Errorf("%s: a source without a year: %q", w.ID, w.Bron)
		}
	}
}

// A question that two casussen ask is of neither; and a person is asked what they
// do, keep back or sign, and not only what they say.
func TestTheQuestionsOfACasusAreItsOwn(t *testing.T) {
	alle, _ := ingebouwd().Casussen()
	gesteld, rollen, zegt := map[string]string{}, 0, 0
	for _, c := range alle {
		for _, v := range c.Vragen {
			if eerder, ok := gesteld[v.Vraag.Vraag]; ok {
				t.Errorf("%s and %s both ask: %s", eerder, c.ID, v.Vraag.Vraag)
			}
			gesteld[v.Vraag.Vraag] = c.ID
		}
		for _, r := range c.Rollen {
			rollen++
			if strings.Contains(r.Moment, "Wat zegt u") {
				zegt++
			}
		}
	}
	if zegt > rollen/10 {
		t.Errorf("%d of %d rollen are asked what they say", zegt, rollen)
	}
}

// Somebody who meets a number, a street or a name twice thinks that it is the same one.
func TestNoNumberOrNameIsInTwoCasussen(t *testing.T) {
	alle, err := ingebouwd().Casussen()
	if err != nil {
		t.Fatal(err)
	}
	namen := namenVan(alle)
	for _, woord := range strings.Fields("Daardoor Daarmee Denk Eind Eén Gemeentelijk Lees Rijk Tegelijk Vroeger Welk") { // nobody's
		delete(namen, woord)
	}
	waar := map[string]string{}
	for _, c := range alle {
		hier := map[string]bool{}
		for _, tekst := range teksten(c) {
			for _, n := range getallen(tekst) {
				hier[n] = true
			}
			for _, woord := range getal.FindAllString(tekst, -1) {
				if naam := enkel(woord, namen); namen[naam] {
					hier[naam] = true
				}
			}
		}
		t.Logf("%s: %s", c.ID, strings.Join(slices.Sorted(maps.Keys(hier)), " "))
		for wat := range hier {
			if eerder, ok := waar[wat]; ok {
				t.Errorf("%s: in %s and in %s", wat, eerder, c.ID)
			}
			waar[wat] = c.ID
		}
	}
}

func TestGetallenSeesDigitsAndWords(t *testing.T) {
	for tekst, want := range map[string][]string{
		"Twaalf buren, elf jaar en 12 euro.":      nil,
		"Het kost 38.000 euro, dat is 1,4 of 13.": {"38000", "13"},
		"Achttien mensen en vijfendertig katten.": {"18", "35"},
		"Drieëntwintig keer, en tienduizend.":     {"23", "10000"},
		"Een duizendpoot telt 2.700 poten.":       {"2700"},
	} {
		if got := getallen(tekst); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", tekst, got, want)
		}
	}
}

// teksten is all that a person reads of a casus.
func teksten(c Casus) []string {
	alle := []string{c.Titel, c.Kern, c.Situatie, c.Moment}
	for _, r := range c.Rollen {
		alle = append(alle, r.Naam, r.Zin, r.Moment)
	}
	for _, w := range c.Waarden {
		alle = append(alle, w.Hier)
	}
	for _, v := range c.Verbanden {
		alle = append(alle, v.Uitleg)
	}
	for _, r := range c.Regels {
		alle = append(alle, r.Regel, r.Bedoeling)
	}
	for _, v := range c.Vragen {
		alle = append(alle, v.Vraag.Vraag, v.Toelichting)
	}
	return alle
}

func woordental(s string) (n int) {
	for woord := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(woord, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// soortBegin says how a story begins.
func soortBegin(situatie string) string {
	eerste := strings.TrimRight(strings.Fields(situatie)[0], ",.")
	switch {
	case strings.HasPrefix(eerste, "“"):
		return "iemand praat"
	case regexp.MustCompile(`^(’s Nachts|Tien over|Donderdag|Vorige week|Voor de derde keer|Drie keer)`).MatchString(situatie):
		return "een tijd"
	case slices.Contains(strings.Fields("In Op Bij Achter Onder"), eerste):
		return "een plek"
	case slices.Contains(strings.Fields("Een Het De Bladzijde Groen Nummer"), eerste):
		return "een ding"
	case eerste == "Inschrijver":
		return "een uitslag"
	}
	return "iemand doet iets"
}

// soortEind says how a story ends: by its last sentence.
func soortEind(situatie string, namen map[string]bool) string {
	laatste, zin := alinea(situatie, -1), laatsteZin(situatie)
	eerste, _, _ := strings.Cut(zin, " ")
	switch {
	case regexp.MustCompile(`\?”( \p{Ll}[^.“]*\.)?$`).MatchString(laatste):
		return "iemand vraagt"
	case regexp.MustCompile(`”( \p{Ll}[^.“]*\.)?$`).MatchString(laatste):
		return "iemand zegt iets"
	case regexp.MustCompile(`\b(leeg|niets|niet)\b`).MatchString(zin):
		return "er ontbreekt iets"
	case regexp.MustCompile(`\b(april|uur|december)\b`).MatchString(zin):
		return "een tijd"
	case namen[eerste] || slices.Contains(strings.Fields("Hij Zij Iedereen"), eerste):
		return "iemand doet iets"
	}
	return "een ding"
}

// alinea is the nth paragraph of a story, on one line; -1 is the last.
func alinea(situatie string, n int) string {
	alineas := strings.Split(strings.TrimSpace(situatie), "\n\n")
	return strings.Join(strings.Fields(alineas[(n+len(alineas))%len(alineas)]), " ")
}

// zinnen are the sentences of a text, each with who says it.
func zinnen(tekst string) []string {
	return regexp.MustCompile(`\S.*?[.?]”?( \p{Ll}[^.“]*\.)?( |$)`).FindAllString(tekst, -1)
}

func eersteZin(situatie string) string { return strings.TrimSpace(zinnen(alinea(situatie, 0))[0]) }

func laatsteZin(situatie string) string {
	alle := zinnen(alinea(situatie, -1))
	return strings.TrimSpace(alle[len(alle)-1])
}

var telwoorden = func() map[string]int {
	een := strings.Fields("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien")
	tien := strings.Fields("nul tien twintig dertig veertig vijftig zestig zeventig tachtig negentig")
	var woord func(n int) string
	woord = func(n int) string {
		switch {
		case n < 20:
			return een[n]
		case n < 100 && n%10 == 0:
			return tien[n/10]
		case n < 100 && strings.HasSuffix(een[n%10], "e"):
			return een[n%10] + "ën" + tien[n/10]
		case n < 100:
			return een[n%10] + "en" + tien[n/10]
		}
		voor, na := "", ""
		if n/100 > 1 {
			voor = een[n/100]
		}
		if n%100 > 0 {
			na = woord(n % 100)
		}
		return voor + "honderd" + na
	}
	alle := map[string]int{"duizend": 1000}
	for n := 1; n < 1000; n++ {
		alle[woord(n)] = n
		if n > 1 {
			alle[woord(n)+"duizend"] = 1000 * n
		}
	}
	return alle
}()

var getal = regexp.MustCompile(`\d+(?:\.\d{3})*(?:,\d+)?|\pL+`)

// getallen returns the numbers above twelve in a text, in digits or as a word.
func getallen(s string) (alle []string) {
	for _, woord := range getal.FindAllString(s, -1) {
		n, ok := telwoorden[strings.ToLower(woord)]
		if !ok {
			n, _ = strconv.Atoi(strings.ReplaceAll(woord, ".", ""))
		}
		if n > 12 {
			alle = append(alle, strconv.Itoa(n))
		}
	}
	return alle
}

// namenVan returns the words that are never without a capital: names, and what
// is called by one.
func namenVan(alle []Casus) map[string]bool {
	namen, klein := map[string]bool{}, map[string]bool{}
	for _, c := range alle {
		for _, tekst := range teksten(c) {
			for _, woord := range getal.FindAllString(tekst, -1) {
				if laag := strings.ToLower(woord); laag == woord {
					klein[woord] = true
				} else if len(woord) > 1 {
					namen[woord] = true
				}
			}
		}
	}
	maps.DeleteFunc(namen, func(naam string, _ bool) bool { return klein[strings.ToLower(naam)] })
	return namen
}

// enkel takes the s of possession off a name.
func enkel(naam string, namen map[string]bool) string {
	if kort, ok := strings.CutSuffix(naam, "s"); ok && namen[kort] {
		return kort
	}
	return naam
}
