package netwerk_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

func TestTheMatrixHasSignsAndTheirWords(t *testing.T) {
	want := `                  1  2  3  4  5  6  7
1 Betrokkenheid   ·  –
2 Veiligheid      –  ·        +
3 Gastvrij zijn         ·     ±  ○
4 Los                      ·
5 AVG                +  ±     ·     ?
6 Rust                  ○        ·
7 Onbekend                    ?     ·

–  werken elkaar tegen
+  versterken elkaar
±  versterken elkaar en werken elkaar
   tegen
○  raken elkaar niet
?  nog geen antwoord
·  dezelfde waarde
geen teken: over dit paar staat er niets`
	if d := cmp.Diff(want, strings.Join(alleen(voorbeeld()).Matrix(40), "\n")); d != "" {
		t.Error(d)
	}
	want = `                  1  2  3  4
1 Veiligheid      ·  ≠     ○
2 Rust            ≠  ·  +  ?
3 AVG                +  ·
4 Betrokkenheid   ○  ?     ·

≠  niet iedereen ziet hetzelfde; wie wat ziet, staat hieronder
+  versterken elkaar
○  raken elkaar niet
?  nog geen antwoord
·  dezelfde waarde
geen teken: over dit paar staat er niets`
	if d := cmp.Diff(want, strings.Join(drie().Matrix(80), "\n")); d != "" {
		t.Error(d)
	}
}

// However many waarden there are and whatever they are called, no line is too
// wide, and every pair meets once on each side of the diagonal.
func TestTheMatrixFitsAnyWidth(t *testing.T) {
	for _, n := range []int{1, 2, 7, 15, 40, 120} {
		var r reflectie.Reflectie
		for i := range n {
			naam := fmt.Sprintf("waarde %d %s", i, strings.Repeat("lang", i%9))
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: fmt.Sprintf("w-%d", i), Naam: naam})
			for j := range i {
				r.Verbanden = append(r.Verbanden, verband(fmt.Sprintf("w-%d", i), fmt.Sprintf("w-%d", j), "tegen"))
			}
		}
		for _, breedte := range []int{20, 40, 80, 120} {
			regels := netwerk.New(nil, netwerk.Bijdrage{Reflectie: r}).Matrix(breedte)
			tekst := strings.Join(regels, "\n")
			matrix, _, _ := strings.Cut(tekst, "\n–  werken")
			if got := strings.Count(matrix, "–"); got != n*(n-1) {
				t.Errorf("%d waarden on %d columns: %d signs, want %d:\n%s", n, breedte, got, n*(n-1), tekst)
			}
			for _, regel := range regels {
				if zetwerk.Breedte(regel) > breedte {
					t.Errorf("%d waarden: wider than %d: %q", n, breedte, regel)
				}
			}
		}
	}
}
