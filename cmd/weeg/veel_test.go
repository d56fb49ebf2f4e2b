package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// veleReflecties writes n reflecties in a folder of their own, and returns its path.
// They are as teams write them: about every casus of the library and, one in twenty,
// about a situation of one's own; from every rol, by forty teams; one in eight with a
// value that nobody else has.
func veleReflecties(t testing.TB, n int) string {
	t.Helper()
	map_ := t.TempDir()
	modellen := modelreflecties(t)
	for i := range n {
		naam := fmt.Sprintf("2026-11-21-reflectie-%05d", i)
		tekst := strings.ReplaceAll(modellen[i%len(modellen)], "NAAM", naam)
		tekst = strings.ReplaceAll(tekst, "Team NUMMER", fmt.Sprint("Team ", i%40))
		tekst = strings.ReplaceAll(tekst, "NUMMER", strconv.Itoa(i))
		if err := os.WriteFile(filepath.Join(map_, naam+".md"), []byte(tekst), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return map_
}

// modelreflecties are those of veleReflecties, with NAAM and NUMMER in the place of
// what differs.
func modelreflecties(t testing.TB) []string {
	t.Helper()
	casussen, err := ingebouwd().Casussen()
	if err != nil {
		t.Fatal(err)
	}
	_, blad := koken(t)
	soorten := reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort")
	definities := map[string]casus.Definitie{}
	var modellen []string
	for i := range 80 {
		c := casussen[i%len(casussen)]
		r := blad.Reflectie
		r.Casus, r.Rol, r.Door = c.ID, c.Rollen[i%len(c.Rollen)].ID, "Team NUMMER"
		if i%20 == 19 {
			r.Casus, r.Rol, r.Eigen = reflectie.Eigen, "medewerker", &reflectie.Situatie{Titel: "Wat mij gebeurde NUMMER", Situatie: "Er stond iemand aan de balie."}
		}
		r.Waarden, r.Verbanden = nil, nil
		for j := range 4 {
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: c.Waarden[(i+j)%len(c.Waarden)].ID, Betekenis: "Dat iemand merkt dat je er niet bent."})
		}
		if i%8 == 7 {
			r.Waarden[3] = reflectie.Waarde{ID: "waarde-2", Naam: "Eigen woord NUMMER"}
		}
		for j := range 2 {
			r.Verbanden = append(r.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{r.Waarden[j].ID, r.Waarden[j+2].ID}, Soort: soorten[(i/3+j)%len(soorten)]})
		}
		if _, ok := definities[r.Casus]; !ok {
			definities[r.Casus] = laad(t, r.Casus, "waardenweging")
		}
		def := definities[r.Casus]
		modellen = append(modellen, string(markdown.Encode(def, markdown.MetaVan("NAAM", def), r.Normaal(), nil)))
	}
	return modellen
}

// eerste is a folder with the first n of the reflecties in another.
func eerste(t testing.TB, n int, map_ string) string {
	t.Helper()
	uit := t.TempDir()
	bestanden, err := os.ReadDir(map_)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bestanden[:n] {
		if err := os.Link(filepath.Join(map_, b.Name()), filepath.Join(uit, b.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return uit
}

// Over hundreds one sees the waarden first. What they are of is counted at the end,
// and what is printed is no longer for it that there are more.
func TestOverHundredsOneSeesWhatOneCameFor(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	map_ := veleReflecties(t, 320)
	var vorige []string
	for _, n := range []int{240, 320} {
		uit, fout, code := draai(t, t.TempDir(), "", "netwerk", eerste(t, n, map_))
		if code != 0 || fout != "" {
			t.Fatalf("ends with %d: %s", code, fout)
		}
		lijnen := strings.Split(uit, "\n")
		if want := fmt.Sprintf("Uit %d reflecties over verschillende situaties. Onderaan staat welke.", n); lijnen[3] != want {
			t.Errorf("begins with\n%s\nwant %s", strings.Join(lijnen[:6], "\n"), want)
		}
		if !regexp.MustCompile(`^ +1  2  3`).MatchString(lijnen[5]) {
			t.Errorf("what one came for does not come first:\n%s", strings.Join(lijnen[:10], "\n"))
		}
		_, over, _ := strings.Cut(uit, "\n\nAantal reflecties per casus:\n")
		som := 0
		for _, m := range regexp.MustCompile(`(?m)^- .*: (\d+)$`).FindAllStringSubmatch(over, -1) {
			aantal, err := strconv.Atoi(m[1])
			if err != nil {
				t.Fatal(err)
			}
			som += aantal
		}
		if som != n || !strings.HasSuffix(over, fmt.Sprintf("\n- Eigen situaties: %d\n", n/20)) {
			t.Errorf("counts %d of %d:\n%s", som, n, over)
		}
		if vorige != nil && len(lijnen) != len(vorige) {
			t.Errorf("of %d it takes %d lines, and of fewer %d", n, len(lijnen), len(vorige))
		}
		vorige = lijnen
	}
}

// However many files are read at a time, the result and what is told of those that
// cannot be read come in the order of the names.
func TestTheOrderOfTheNamesHoldsHoweverManyAreReadAtATime(t *testing.T) {
	t.Parallel()
	map_ := veleReflecties(t, 100)
	var stuk []string
	for i := range 20 {
		pad := filepath.Join(map_, fmt.Sprintf("2026-11-21-reflectie-%05d-stuk.md", 5*i))
		if err := os.WriteFile(pad, []byte("---\nweeg: 1\nrol: {\n---\n"+strings.Repeat("Een lange regel.\n", 100*(i%4))), 0o644); err != nil {
			t.Fatal(err)
		}
		stuk = append(stuk, pad)
	}
	var eerder []string
	for _, tegelijk := range []string{"1", "7"} {
		cmd := weeg(t, t.TempDir(), "netwerk", "--json", map_)
		cmd.Env = append(cmd.Env, "GOMAXPROCS="+tegelijk)
		var uit, fout strings.Builder
		cmd.Stdout, cmd.Stderr = &uit, &fout
		if err := cmd.Run(); err != nil {
			t.Fatalf("%v: %s", err, fout.String())
		}
		var genoemd []string
		for lijn := range strings.Lines(fout.String()) {
			pad, _, _ := strings.Cut(lijn, ":")
			genoemd = append(genoemd, pad)
		}
		if d := cmp.Diff(stuk, genoemd); d != "" {
			t.Errorf("with %s at a time standard error names others:\n%s", tegelijk, d)
		}
		var namen []string
		for _, m := range regexp.MustCompile(`"bestand": "(.*)"`).FindAllStringSubmatch(uit.String(), -1) {
			namen = append(namen, m[1])
		}
		if len(namen) != 100 || !slices.IsSorted(namen) {
			t.Errorf("with %s at a time there are %d names: %q", tegelijk, len(namen), namen)
		}
		got := []string{uit.String(), fout.String()}
		if eerder != nil && !slices.Equal(got, eerder) {
			t.Errorf("with %s at a time something else is said", tegelijk)
		}
		eerder = got
	}
}

// A kompas of a thousand reflecties is of all of them, and is the same with one among
// them that cannot be read: that costs one line on standard error.
func TestOneBrokenFileAmongAThousandCostsTheKompasOneLine(t *testing.T) {
	t.Parallel()
	aantal := steekproef(1000)
	map_ := veleReflecties(t, aantal)
	alsTeam(t, map_)
	kompas := func() (uit, fout string) {
		uit, fout, code := draai(t, filepath.Join(map_, "hier"), "", "kompas", "--json")
		if code != 0 {
			t.Fatal(code, fout)
		}
		return uit, fout
	}
	heel, fout := kompas()
	if n := strings.Count(heel, `"casus": `); n != aantal || fout != "" {
		t.Errorf("of %d there are %d: %s", aantal, n, fout)
	}
	stuk := filepath.Join(map_, "2026-11-21-reflectie-00100-stuk.md")
	if err := os.WriteFile(stuk, []byte("---\nweeg: 1\nrol: {\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if uit, fout := kompas(); uit != heel || strings.Count(fout, "\n") != 1 || !strings.HasPrefix(fout, stuk+":") {
		t.Errorf("it tells %q; the kompas is another one: %v", fout, uit != heel)
	}
}

// alsTeam makes a folder of reflecties that of a team.
func alsTeam(t testing.TB, map_ string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(map_, ".weeg.yaml"), []byte("weeg: 1\nreflecties: .\n"), 0o644); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkNetwerk times weeg netwerk over five hundred reflecties an operation, all
// in one folder, and tells how long it takes to only read and parse those on all
// processors: twenty operations are ten thousand reflecties.
func BenchmarkNetwerk(b *testing.B) {
	meetVele(b, func(map_ string) []string { return []string{"netwerk", map_} })
}

// BenchmarkKompas times weeg kompas in the same way.
func BenchmarkKompas(b *testing.B) {
	meetVele(b, func(string) []string { return []string{"kompas"} })
}

// BenchmarkControleer times weeg controleer in the same way.
func BenchmarkControleer(b *testing.B) {
	meetVele(b, func(map_ string) []string { return []string{"controleer", map_} })
}

// BenchmarkLijst times weeg reflectie lijst in the same way.
func BenchmarkLijst(b *testing.B) {
	meetVele(b, func(string) []string { return []string{"reflectie", "lijst", "--jsonl"} })
}

// meetVele times a command of which args makes the words, for who stands in a folder
// below a team's reflecties.
func meetVele(b *testing.B, args func(map_ string) []string) {
	n := 500 * b.N
	map_ := veleReflecties(b, n)
	alsTeam(b, map_)
	paden, err := filepath.Glob(filepath.Join(map_, "*.md"))
	if err != nil || len(paden) != n {
		b.Fatal(len(paden), err)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(200)) // as weeg has it
	begin := time.Now()
	var volgende atomic.Int64
	var klaar sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		klaar.Go(func() {
			for i := volgende.Add(1) - 1; i < int64(n); i = volgende.Add(1) - 1 {
				data, err := os.ReadFile(paden[i])
				if err == nil {
					_, err = markdown.Parse(paden[i], data)
				}
				if err != nil {
					b.Error(err)
				}
			}
		})
	}
	klaar.Wait()
	parse := time.Since(begin)
	runtime.GC()
	b.ResetTimer()
	if _, fout, code := draai(b, filepath.Join(map_, "hier"), "", args(map_)...); code != 0 {
		b.Fatal(fout)
	}
	b.StopTimer()
	b.ReportMetric(float64(parse.Nanoseconds())/float64(b.N), "parse-ns/op")
	b.ReportMetric(float64(b.Elapsed())/float64(parse), "×parse")
	b.ReportMetric(float64(n), "reflecties")
}
