package cli

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAPatternStandsForTheFilesWhereNoShellSaysSo(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.Mkdir("reflecties", 0o755); err != nil {
		t.Fatal(err)
	}
	for _, naam := range []string{"a.md", "b.md", "c.html"} {
		if err := os.WriteFile(filepath.Join("reflecties", naam), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	alle := filepath.Join("reflecties", "*.md")
	got := metBestanden([]string{"netwerk", alle, "--naar", "x.svg", "--casus=*", "*.yaml", "ge*k", ""})
	want := []string{"netwerk", filepath.Join("reflecties", "a.md"), filepath.Join("reflecties", "b.md"), "--naar", "x.svg", "--casus=*", "*.yaml", "ge*k", ""}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the arguments (-want +got):\n%s", diff)
	}
}
