package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const collega = `casus: koken-in-het-schoolgebouw
werkvorm: kort
datum: 2026-11-21
door: Team Straatnaam
waarden: [{id: betrokkenheid}, {id: veiligheid}]
verbanden: [{tussen: [betrokkenheid, veiligheid], soort: tegen}]
weging:
  - {tussen: [betrokkenheid, veiligheid], voorrang: betrokkenheid, omdat: Zij eten anders alleen.}
uitkomst: {doen: Laten doorkoken tot de brandweer er was.}
`

// At the end one reads how a colleague weighed this, and answers two questions; what
// one answered stands in one's own file, and the end comes once more.
func TestAtTheEndThePersonReadsHowAColleagueWeighedThis(t *testing.T) {
	t.Parallel()
	for _, maat := range maten {
		thuis, ander := t.TempDir(), t.TempDir()
		for _, map_ := range []string{thuis, ander} {
			for naam, inhoud := range map[string]string{".weeg.yaml": "weeg: 1\n", "blad.yaml": collega} {
				bewaarLater(t, filepath.Join(map_, naam), inhoud)
			}
		}
		if _, fout, code := draai(t, ander, "", "nieuw", "--antwoorden", filepath.Join(ander, "blad.yaml"), "--delen"); code != 0 {
			t.Fatal(code, fout)
		}
		if err := os.Rename(filepath.Join(ander, "reflecties"), filepath.Join(thuis, "reflecties")); err != nil {
			t.Fatal(err)
		}
		z := totEinde(t, thuis, maat)
		z.typ("4") // no day
		z.ziet("Wat wilt u nu?")
		z.kiest("Lezen hoe een collega dit woog")
		z.ziet("Een collega bij:")
		if strings.Contains(z.beeld(), "Straatnaam") {
			t.Errorf("%v: it shows who wrote it:\n%s", maat, z.beeld())
		}
		z.typ("q")
		z.ziet("Wat ziet deze collega wat u niet zag?")
		z.typ("Wie er alleen thuis zit.", tab)
		z.ziet("Wat zou u nu anders schrijven?")
		z.typ("Niets.", tab)
		z.ziet("Hier rondt u af.")
		z.typ(enter)
		z.ziet("Wat wilt u nu?")
		if strings.Contains(z.beeld(), "een collega dit woog") {
			t.Errorf("%v: it is asked once more:\n%s", maat, z.beeld())
		}
		z.kiest("Klaar")
		if code := z.klaar(); code != 0 {
			t.Errorf("%v: ends with %d", maat, code)
		}
		eigen, _ := filepath.Glob(filepath.Join(thuis, ".local", "share", "weeg", "reflecties", "*.md"))
		if len(eigen) != 1 {
			t.Fatalf("%v: one's own are %v", maat, eigen)
		}
		tekst, err := os.ReadFile(eigen[0])
		if err != nil || !strings.Contains(string(tekst), "weeg:lezing.ziet -->\n\n> Wie er alleen thuis zit.\n") {
			t.Errorf("%v: the file holds, %v\n%s", maat, err, tekst)
		}
		if n := strings.Count(z.rauw(), eigen[0][len(thuis)+1:]); n == 0 {
			t.Errorf("%v: it does not say where the file is", maat)
		}
	}
}
