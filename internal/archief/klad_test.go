package archief_test

import (
	"os"
	"path/filepath"
	"testing"

	"ambt.example/weeg/internal/archief"
)

func TestAKladIsForThePersonAloneAndLeavesNothing(t *testing.T) {
	staat := t.TempDir()
	a := archief.New(archief.Plekken{Staat: staat}, nil)
	pad, err := a.SchrijfKlad("koken-k3x9", "Eerst bellen.")
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(pad)
	if err != nil {
		t.Fatal(err)
	}
	if onder, err := filepath.Rel(staat, pad); err != nil || onder != filepath.Join("klad", "koken-k3x9.md") || info.Mode().Perm() != 0o600 {
		t.Errorf("the text is at %s with mode %v", pad, info.Mode())
	}
	if err := os.WriteFile(pad, []byte("Eerst bellen, dan schrijven."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, rest := range []string{pad + "~", filepath.Join(filepath.Dir(pad), ".koken-k3x9.md.swp")} { // as editors do
		if err := os.WriteFile(rest, []byte("Eerst bellen."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if tekst, err := a.Klad("koken-k3x9"); err != nil || tekst != "Eerst bellen, dan schrijven." {
		t.Errorf("back comes %q, %v", tekst, err)
	}
	if err := a.VerwijderKlad("koken-k3x9"); err != nil {
		t.Fatal(err)
	}
	if rest, _ := os.ReadDir(filepath.Dir(pad)); len(rest) > 0 {
		t.Errorf("%v stays behind", rest)
	}
	if err := a.VerwijderKlad("koken-k3x9"); err != nil {
		t.Errorf("once more: %v", err)
	}
}
