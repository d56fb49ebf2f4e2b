package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestASaveOfWhatWasReadIsSeenAndNothingElse(t *testing.T) {
	t.Parallel()
	schrijf := func(tekst string, naar ...string) func(string) error {
		return func(dir string) error {
			return os.WriteFile(filepath.Join(append([]string{dir}, naar...)...), []byte(tekst), 0o600)
		}
	}
	for naam, geval := range map[string]struct {
		doe func(dir string) error
		wil []string
	}{
		"nothing":                         {func(string) error { return nil }, nil},
		"another text":                    {schrijf("anders", "a.yaml"), []string{"a.yaml"}},
		"as many bytes, a moment later":   {func(dir string) error { return os.Chtimes(filepath.Join(dir, "a.yaml"), time.Time{}, time.Unix(1, 0)) }, []string{"a.yaml"}},
		"it is gone":                      {func(dir string) error { return os.Remove(filepath.Join(dir, "a.yaml")) }, []string{"a.yaml"}},
		"what was missing is there":       {schrijf("x", "mist.yaml"), []string{"mist.yaml"}},
		"one that nobody read":            {schrijf("anders", "b.yaml"), nil},
		"one more in a folder":            {schrijf("x", "map", "nieuw.yaml"), []string{"map"}},
		"what an editor puts beside them": {schrijf("x", "map", ".a.yaml.swp"), nil},
	} {
		dir := t.TempDir()
		for _, doe := range []func(string) error{func(string) error { return os.Mkdir(filepath.Join(dir, "map"), 0o700) },
			schrijf("een", "a.yaml"), schrijf("twee", "b.yaml"), schrijf("drie", "map", "c.yaml")} {
			if err := doe(dir); err != nil {
				t.Fatal(err)
			}
		}
		w := newWachter()
		fsys := w.open(dir)
		if data, err := fs.ReadFile(fsys, "a.yaml"); err != nil || string(data) != "een" {
			t.Fatalf("%q, %v", data, err)
		}
		if _, err := fs.Stat(fsys, "mist.yaml"); err == nil {
			t.Fatal("there is a file that nobody made")
		}
		if namen, err := fs.ReadDir(fsys, "map"); err != nil || len(namen) != 1 {
			t.Fatalf("%v, %v", namen, err)
		}
		if err := geval.doe(dir); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, pad := range w.veranderd() {
			in, err := filepath.Rel(dir, pad)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, in)
		}
		if !slices.Equal(got, geval.wil) {
			t.Errorf("%s: %q has changed, want %q", naam, got, geval.wil)
		}
	}
}
