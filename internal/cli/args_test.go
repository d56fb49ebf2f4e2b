package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPatternStandsForTheFilesWhereNoShellSaysSo(t *testing.T) {
	t.Chdir(t.TempDir())
	dir := "map [1]"
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, naam := range []string{"a.md", "B.MD", "c.html", ".a.md.lock", ".verborgen.md"} {
		if err := os.WriteFile(filepath.Join(dir, naam), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	eerste, tweede := filepath.Join(dir, "a.md"), filepath.Join(dir, "B.MD")
	gewoon := []string{"--naar", "x.svg", "--casus=*", "--zin", "*", "Een * is geen bestand.", "*.yaml", "ge*k", ""}
	got := metBestanden(append([]string{"netwerk", filepath.Join(dir, "*.md")}, gewoon...))
	want := append([]string{"netwerk", tweede, eerste}, gewoon...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the arguments (-want +got):\n%s", diff)
	}
}
