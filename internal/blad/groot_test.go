package blad

import (
	"fmt"
	"strings"
	"testing"

	"ambt.example/weeg/internal/vorm"
)

// vol is the largest answer file that is still read: every waarde that fits,
// each with a name of its own, and a verband between each and the next.
func vol() []byte {
	var b strings.Builder
	b.WriteString("weeg: 1\ncasus: koken\nwerkvorm: proef\nwaarden:\n")
	for i := range vorm.MaxRijen {
		fmt.Fprintf(&b, "  - {naam: Eigen waarde %d, betekenis: Zo gaat het hier.}\n", i)
	}
	b.WriteString("verbanden:\n")
	for i := range vorm.MaxRijen - 1 {
		fmt.Fprintf(&b, "  - {tussen: [eigen-waarde-%d, eigen-waarde-%d], soort: tegen, waarom: Het een kost het ander.}\n", i, i+1)
	}
	return []byte(b.String())
}

func BenchmarkALargeAnswerFile(b *testing.B) {
	data := vol()
	def := klein(b)
	for b.Loop() {
		if _, err := parseHeel("vol.yaml", data, def); err != nil {
			b.Fatal(err)
		}
	}
}

// The largest file that is read is read in no time.
func TestALargeAnswerFileIsRead(t *testing.T) {
	t.Parallel()
	b, err := parseHeel("vol.yaml", vol(), klein(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Reflectie.Waarden) != vorm.MaxRijen || len(b.Reflectie.Verbanden) != vorm.MaxRijen-1 {
		t.Errorf("read are %d waarden and %d verbanden", len(b.Reflectie.Waarden), len(b.Reflectie.Verbanden))
	}
}

// An own waarde called Open may not take the id that means that neither goes first.
func TestAnOwnWaardeCalledOpenKeepsVoorrangClear(t *testing.T) {
	t.Parallel()
	const bestand = "weeg: 1\nwaarden:\n  - {naam: Open}\n  - {id: openheid}\nweging:\n  - {tussen: [%s, openheid], voorrang: open, omdat: Ik weet het niet.}\n"
	blad, err := parseHeel("x.yaml", fmt.Appendf(nil, bestand, "waarde-2"), klein(t))
	if err != nil {
		t.Fatal(err)
	}
	if id := blad.Reflectie.Waarden[0].ID; id != "waarde-2" {
		t.Errorf("the waarde has id %q, want waarde-2", id)
	}
	_, err = parseHeel("x.yaml", []byte("weeg: 1\nwaarden:\n  - {id: open, naam: Open}\n"), klein(t))
	const want = `x.yaml:3:10: "open" is al de naam van een keuze; geef de waarde een andere id`
	if err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("got %v, want %s", err, want)
	}
	_, err = parseHeel("x.yaml", []byte("weeg: 1\nwaarden:\n  - {id: open}\n"), klein(t))
	if err == nil || strings.Count(err.Error(), "x.yaml:") != 1 {
		t.Errorf("got %v, want one finding", err)
	}
}
