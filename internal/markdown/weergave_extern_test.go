package markdown_test

import (
	"bytes"
	"fmt"
	"html"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// renderers are programs that turn Markdown into HTML: GitHub's own, and the one
// by which people make a Word file.
var renderers = []struct {
	naam, programma string
	args            []string
}{
	{"cmark-gfm", "cmark-gfm", []string{"-e", "table", "-e", "footnotes", "-e", "strikethrough", "-e", "autolink", "--unsafe"}},
	{"pandoc", "pandoc", []string{"-f", "markdown", "-t", "html", "--wrap=none"}},
	{"pandoc gfm", "pandoc", []string{"-f", "gfm", "-t", "html", "--wrap=none"}},
}

// render returns the body of a file as HTML.
func render(t *testing.T, i int, data []byte) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), renderers[i].programma, renderers[i].args...)
	cmd.Stdin = bytes.NewReader(lijfVan(t, data))
	var fout strings.Builder
	cmd.Stderr = &fout
	uit, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", renderers[i].naam, err, fout.String())
	}
	return string(uit)
}

var (
	reHTMLOpmerking = regexp.MustCompile(`(?s)<!--.*?--!?>`) // as a browser ends one
	reHTMLTag       = regexp.MustCompile(`(?s)<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>`)
)

// koppenIn lists the headings of a page with what they say, but for those in a
// quote, and a mark for each quote.
func koppenIn(pagina string) []string {
	var koppen []string
	pagina = reHTMLOpmerking.ReplaceAllString(pagina, "")
	diep, kop := 0, -1
	for _, m := range reHTMLTag.FindAllStringSubmatchIndex(pagina, -1) {
		sluit, naam := m[2] < m[3], strings.ToLower(pagina[m[4]:m[5]])
		isKop := len(naam) == 2 && naam[0] == 'h' && naam[1] != 'r'
		switch {
		case naam == "blockquote" && sluit:
			diep--
		case naam == "blockquote":
			if diep++; diep == 1 {
				koppen = append(koppen, ">")
			}
		case isKop && diep == 0 && !sluit:
			kop = m[1]
		case isKop && diep == 0 && kop >= 0:
			koppen = append(koppen, naam+" "+leesbaar(pagina[kop:m[0]]))
			kop = -1
		}
	}
	return koppen
}

// leesbaar is what a piece of a page shows.
func leesbaar(s string) string {
	s = reHTMLTag.ReplaceAllString(reHTMLOpmerking.ReplaceAllString(s, ""), "")
	return strings.Join(strings.Fields(html.UnescapeString(s)), " ")
}

// enders are names that would like to end a comment.
var enders = []string{"a -- b", "a --> b", "a --!> b", "--><b>x", "---", "a ---> b <!-- c"}

// bestookt is an own situation in which each of the texts is an answer, and all
// that has a name is called so that a comment would end.
func bestookt(teksten []string) reflectie.Reflectie {
	r := vol("woord")
	r.Rol, r.Door, r.Eigen.Titel = enders[0], enders[1], enders[2]
	r.Eigen.Situatie = "Het eigenlijke verhaal."
	r.Standpunten[1].Van, r.Ruimte[0].Wie, r.Afspraken[0].Bij = enders[3], enders[4], enders[5]
	for i, naam := range enders {
		id := fmt.Sprintf("eigen-%d", i)
		r.Waarden = append(r.Waarden, reflectie.Waarde{ID: id, Naam: naam, Betekenis: "woord"})
		r.Verbanden = append(r.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{id, "rust"}, Soort: reflectie.Tegen, Waarom: "woord"})
	}
	r.Antwoorden = map[string]reflectie.Antwoord{}
	for i, tekst := range teksten {
		r.Antwoorden[fmt.Sprintf("onbekend.v%d", i)] = reflectie.Tekst(tekst)
	}
	return r.Normaal()
}

// What a colleague sees on a forge and in Word: whatever is typed, the heading
// after it is a heading, and nothing of the data shows.
func TestRenderersShowThePageAndNothingOfTheData(t *testing.T) {
	t.Parallel()
	for _, r := range renderers {
		if _, err := exec.LookPath(r.programma); err != nil {
			t.Skipf("there is no %s here: .ci/run installs it", r.programma)
		}
	}
	var teksten, braaf []string
	for _, tekst := range append(vijandig(), "x^[noot] [^[noot]] [^1] [^1][^1]", "[^", "^[", "[^]") {
		if tekst = reflectie.Normaal(tekst); tekst != "" && len(tekst) < 2000 {
			teksten, braaf = append(teksten, tekst), append(braaf, "woord")
		}
	}
	for i, renderer := range renderers {
		t.Run(renderer.naam, func(t *testing.T) {
			t.Parallel()
			meta := markdown.Meta{ID: "2026-11-21-x-ab12"}
			want := koppenIn(render(t, i, markdown.Encode(eigenDefinitie(), meta, bestookt(braaf), nil)))
			pagina := render(t, i, markdown.Encode(eigenDefinitie(), meta, bestookt(teksten), nil))
			if len(want) < 2*len(teksten) {
				t.Fatalf("only %d headings and quotes", len(want))
			}
			if diff := cmp.Diff(want, koppenIn(pagina)); diff != "" {
				t.Errorf("an answer breaks out of its place (-want +got):\n%.3000s", diff)
			}
			toontNiets(t, pagina, "</blockquote>")
			leesbaar := leesbaar(pagina)
			for _, woord := range append(enders, "Het eigenlijke verhaal.") {
				if want := strings.NewReplacer("--", "–", "---", "—").Replace(woord); !strings.Contains(leesbaar, woord) && !strings.Contains(leesbaar, want) {
					t.Errorf("%q does not show", woord)
				}
			}
		})
		t.Run(renderer.naam+", koken", func(t *testing.T) {
			t.Parallel()
			r := koken()
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: "eigen", Naam: "a --> b --!> c -- d"})
			r.Verbanden = append(r.Verbanden, reflectie.Verband{Tussen: reflectie.Paar{"eigen", "veiligheid"}, Soort: "beide"})
			pagina := render(t, i, markdown.Encode(geleverd(t, "koken-in-het-schoolgebouw", "waardenweging"), markdown.Meta{ID: "2026-11-21-x-ab12"}, r, nil))
			toontNiets(t, pagina, "</details>")
			if n := strings.Count(pagina, "<details>"); n != 1 {
				t.Errorf("%d folded stories", n)
			}
		})
	}
}

// toontNiets checks that a page shows nothing of what is for the tool, and nothing at
// all after the last of its answers.
func toontNiets(t *testing.T, pagina, laatste string) {
	t.Helper()
	i := strings.LastIndex(pagina, laatste)
	if i < 0 {
		t.Fatalf("there is no %s", laatste)
	}
	if rest := leesbaar(pagina[i:]); rest != "" {
		t.Errorf("after the last of the page this shows: %.300q", rest)
	}
	leesbaar := leesbaar(pagina)
	for _, woord := range []string{"casushash", "werkvormversie", "2026-11-21-x-ab12", "standpunten:", "tussen:", "weeg:gegevens", "weeg:uitkomst", "schrijf erbuiten"} {
		if strings.Contains(leesbaar, woord) {
			t.Errorf("%q shows", woord)
		}
	}
}
