package netwerk_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

var lastig = []string{"Zorg", `"aanhaling" & <b>`, "end", "😀 👨‍👩‍👧", strings.Repeat("heel lang ", 20), strings.Repeat("Ö", 200), "a\x00\x1b\u202e", "مرحبا", "漢字漢字漢字漢字漢字漢字"}

// willekeurig is a network of n waarden with about m verbanden.
func willekeurig(n, m int, namen []string) reflectie.Reflectie {
	r := rand.New(rand.NewPCG(uint64(n), uint64(m)))
	var uit reflectie.Reflectie
	for i := range n {
		naam := fmt.Sprintf("%s %d", namen[i%len(namen)], i)
		uit.Waarden = append(uit.Waarden, reflectie.Waarde{ID: fmt.Sprintf("w-%d", i), Naam: naam})
	}
	gezien := map[string]bool{}
	for range m {
		i, j := r.IntN(n), r.IntN(n)
		p := reflectie.Paar{fmt.Sprintf("w-%d", i), fmt.Sprintf("w-%d", j)}
		if i != j && !gezien[p.Sleutel()] {
			gezien[p.Sleutel()] = true
			uit.Verbanden = append(uit.Verbanden, reflectie.Verband{Tussen: p, Soort: []string{"tegen", "versterkt", "beide", "geen", ""}[r.IntN(5)]})
		}
	}
	return uit
}

// plaatje is the wide picture of a waardenetwerk.
func plaatje(n netwerk.Netwerk, titel string) []byte {
	svg, _ := n.SVG(netwerk.Breed, titel)
	return svg
}

// Whatever is in it, the picture is good XML, the same each time, with a name
// and a description, and without anything from elsewhere.
func TestThePictureStandsOnItsOwn(t *testing.T) {
	van := regexp.MustCompile(`(href|src|url\(|@import|<script|<foreignObject|\son[a-z]+=)`)
	for _, n := range []int{0, 1, 2, 7, 40} {
		r := willekeurig(max(n, 1), 2*n, lastig)
		r.Waarden = r.Waarden[:n]
		a, b := netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: r}), netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: r})
		svg := plaatje(a, strings.Join(lastig, " "))
		if !bytes.Equal(svg, plaatje(b, strings.Join(lastig, " "))) {
			t.Errorf("%d waarden: another picture of the same", n)
		}
		d := xml.NewDecoder(bytes.NewReader(svg))
		var namen []string
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%d waarden: %v", n, err)
			}
			if s, ok := tok.(xml.StartElement); ok {
				namen = append(namen, s.Name.Local)
			}
		}
		if len(namen) < 4 || namen[0] != "svg" || namen[1] != "title" || namen[2] != "desc" {
			t.Errorf("%d waarden: it begins with %v", n, namen)
		}
		if m := van.FindString(string(svg)); m != "" {
			t.Errorf("%d waarden: it has %s", n, m)
		}
	}
}

// Who does not see the picture hears what is in it.
func TestThePictureIsDescribedInSentences(t *testing.T) {
	svg := string(plaatje(alleen(voorbeeld()), "Koken & eten"))
	for _, want := range []string{`aria-labelledby="weeg-netwerk-794-titel" aria-describedby="weeg-netwerk-794-zinnen"`, `<title id="weeg-netwerk-794-titel">Waardenetwerk: Koken &amp; eten</title>`,
		`<desc id="weeg-netwerk-794-zinnen">De waarden zijn: Betrokkenheid, Veiligheid, Gastvrij zijn, Los, AVG, Rust, Onbekend. Betrokkenheid en veiligheid werken elkaar hier tegen. `} {
		if !strings.Contains(svg, want) {
			t.Errorf("there is no %s in\n%.900s", want, svg)
		}
	}
}

// The kind of line says what the sign says.
func TestTheLinesOfThePicture(t *testing.T) {
	for soort, want := range map[string]struct {
		teken       string
		vol, streep int
	}{
		"versterkt": {"+", 2, 0}, "tegen": {"–", 0, 2}, "beide": {"±", 2, 2}, "geen": {"", 0, 0}, "": {"?", 2, 0},
	} {
		r := reflectie.Reflectie{Verbanden: []reflectie.Verband{verband("rust", "avg", soort)}}
		svg := string(plaatje(alleen(r), "x"))
		streep := strings.Count(svg, "stroke-dasharray")
		vol := strings.Count(svg, "<path") - streep
		if vol != want.vol || streep != want.streep || want.teken != "" && !strings.Contains(svg, ">"+want.teken+"</text>") {
			t.Errorf("%q gives %d solid and %d dashed lines, want %+v", soort, vol, streep, want)
		}
	}
}

// The waarden stand by groep, in the order of the catalogue; own ones last.
func TestThePictureHasTheGroupsOfTheCatalogue(t *testing.T) {
	r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "eigen", Naam: "Iets eigens"}, {ID: "rust"}, {ID: "avg"}, {ID: "veiligheid"}}}
	kop := regexp.MustCompile(`class="weeg-kop"[^>]*>([^<]+)<`)
	var koppen []string
	svg, _ := alleen(r).SVG(netwerk.Smal, "x")
	for _, m := range kop.FindAllStringSubmatch(string(svg), -1) {
		koppen = append(koppen, m[1])
	}
	if got := strings.Join(koppen, ", "); got != "Rechtsstaat, Samenleving, Eigen waarden" {
		t.Error(got)
	}
}

func TestEachFormHasIdsOfItsOwn(t *testing.T) {
	id := regexp.MustCompile(` id="([^"]+)"`)
	gezien := map[string]bool{}
	for _, f := range []netwerk.Formaat{netwerk.Breed, netwerk.Smal} {
		svg, _ := alleen(voorbeeld()).SVG(f, "x")
		for _, m := range id.FindAllStringSubmatch(string(svg), -1) {
			if gezien[m[1]] {
				t.Errorf("the id %s is there twice", m[1])
			}
			gezien[m[1]] = true
		}
	}
	if len(gezien) != 4 {
		t.Errorf("found the ids %v", gezien)
	}
}

// The size of a picture is that of what is in it.
func TestAPictureIsNeverOutOfProportion(t *testing.T) {
	maat := regexp.MustCompile(`viewBox="0 0 (\d+) (\d+)"`)
	m := maat.FindStringSubmatch(string(plaatje(alleen(willekeurig(40, 100, []string{"Zorg"})), "x")))
	hoog, err := strconv.Atoi(m[2])
	if err != nil || hoog > 5000 {
		t.Errorf("40 waarden and 100 verbanden are %s high: %v", m[2], err)
	}
}

func BenchmarkSVG(b *testing.B) {
	n := netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: willekeurig(40, 100, []string{"Zorg voor elkaar", "Rechtmatigheid"})})
	b.Run("40-waarden", func(b *testing.B) {
		for b.Loop() {
			plaatje(n, "Koken")
		}
	})
	b.Run("40-waarden-mermaid", func(b *testing.B) { // for comparison
		for b.Loop() {
			n.Mermaid()
		}
	})
}

// Whatever people call their waarden, the picture is good XML that runs nothing.
func FuzzSVG(f *testing.F) {
	for _, naam := range lastig {
		f.Add(naam, "Titel")
	}
	f.Add("]]><script>alert(1)</script>", "<!--")
	f.Add("\u2066x\u2028\u0085", "&#x0;")
	f.Fuzz(func(t *testing.T, naam, titel string) {
		r := reflectie.Reflectie{Waarden: []reflectie.Waarde{{ID: "a", Naam: naam}, {ID: "b", Naam: naam + naam}, {ID: "c", Naam: "Zorg"}},
			Verbanden: []reflectie.Verband{{Tussen: reflectie.Paar{"a", "b"}, Soort: "tegen"}, {Tussen: reflectie.Paar{"b", "c"}, Soort: "beide"}}}
		svg := plaatje(netwerk.New(catalogus(), netwerk.Bijdrage{Reflectie: r}), titel)
		d := xml.NewDecoder(bytes.NewReader(svg))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				t.Fatalf("of %q: %v", naam, err)
			}
			if s, ok := tok.(xml.StartElement); ok && slices.Contains([]string{"script", "foreignObject", "image", "a", "use", "iframe"}, s.Name.Local) {
				t.Errorf("of %q it has <%s>", naam, s.Name.Local)
			}
		}
	})
}
