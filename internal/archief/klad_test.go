package archief_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"ambt.example/weeg/internal/archief"
)

func TestAKladIsForThePersonAloneAndLeavesNothing(t *testing.T) {
	staat := t.TempDir()
	a := archief.New(archief.Plekken{Staat: staat}, nil)
	pad, err := a.SchrijfKlad("koken-k3x9", "moment.reactie", "Eerst bellen.")
	if err != nil {
		t.Fatal(err)
	}
	if onder, err := filepath.Rel(staat, pad); err != nil || onder != filepath.Join("klad", "koken-k3x9.md") {
		t.Errorf("the text is at %s", pad)
	}
	if info, err := os.Stat(pad); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" { // where modes mean nothing
		t.Errorf("the text has mode %v, %v", info, err)
	}
	if err := os.WriteFile(pad, []byte("Eerst bellen, dan schrijven."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, rest := range []string{pad + "~", filepath.Join(filepath.Dir(pad), ".koken-k3x9.md.swp")} { // as editors do
		if err := os.WriteFile(rest, []byte("Eerst bellen."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	k, err := a.Klad("koken-k3x9")
	if want := (archief.Klad{Sleutel: "moment.reactie", Was: "Eerst bellen.", Tekst: "Eerst bellen, dan schrijven."}); err != nil || k != want {
		t.Errorf("back comes %+v, %v", k, err)
	}
	if err := a.VerwijderKlad("koken-k3x9", k); err != nil {
		t.Fatal(err)
	}
	if rest, _ := os.ReadDir(filepath.Dir(pad)); len(rest) > 0 {
		t.Errorf("%v stays behind", rest)
	}
	if err := a.VerwijderKlad("koken-k3x9", k); err != nil {
		t.Errorf("once more: %v", err)
	}
}

func TestAKladThatAnEditorSavedSinceIsNeverWrittenOverOrRemoved(t *testing.T) {
	a := archief.New(archief.Plekken{Staat: t.TempDir()}, nil)
	pad, err := a.SchrijfKlad("koken-k3x9", "moment.reactie", "Eerst bellen.")
	if err != nil {
		t.Fatal(err)
	}
	gelezen, err := a.Klad("koken-k3x9")
	if err != nil || gelezen.IsVeranderd() {
		t.Fatalf("%+v, %v", gelezen, err)
	}
	if err := os.WriteFile(pad, []byte("Later bewaard."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.VerwijderKlad("koken-k3x9", gelezen); err != nil {
		t.Error(err)
	}
	if _, err := a.SchrijfKlad("koken-k3x9", "moment.anders", "Weg ermee."); !errors.Is(err, archief.ErrBestaat) {
		t.Errorf("writing over it gives %v", err)
	}
	if k, err := a.Klad("koken-k3x9"); err != nil || k.Tekst != "Later bewaard." || !k.IsVeranderd() {
		t.Errorf("now there is %+v, %v", k, err)
	}
}
