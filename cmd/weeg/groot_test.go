package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reusachtig is how large a file is that nobody can read: where weeg tried, this test
// would not end.
const reusachtig = 1 << 36

// A file of any kind that is too large is refused by its size, and told.
func TestAFileThatIsTooLargeIsRefusedUnread(t *testing.T) {
	t.Parallel()
	const staat, data = "thuis/.local/state/weeg/", "thuis/.local/share/weeg/"
	for _, proef := range []struct {
		bestand string
		args    []string
		code    int
	}{
		{"team/.weeg.yaml", []string{"casus", "lijst"}, 2},
		{"team/c/groot.yaml", []string{"casus", "toon", "groot"}, 2},
		{"team/w/groot.yaml", []string{"werkvorm", "toon", "groot"}, 2},
		{"team/a/waarden.yaml", []string{"waarde", "lijst"}, 2},
		{"los/groot.yaml", []string{"casus", "toon", "los/groot.yaml"}, 2},
		{"los/groot.yaml", []string{"nieuw", "--antwoorden", "los/groot.yaml"}, 2},
		{"los/groot.md", []string{"lees", "los/groot.md"}, 2},
		{"los/groot.md", []string{"lees", "los/groot.md", "--json"}, 2},
		{"los/groot.md", []string{"netwerk", "los/groot.md"}, 2},
		{"los/groot.md", []string{"besproken", "los/groot.md"}, 2},
		{"los/groot.md", []string{"verder", "los/groot.md", "--toegankelijk"}, 2},
		{"los/groot.md", []string{"terugblik", "los/groot.md", "--toegankelijk"}, 2},
		{"los/groot.md", []string{"controleer", "los/groot.md"}, 2},
		{"team/reflecties/groot.md", []string{"reflectie", "lijst"}, 2},
		{"team/reflecties/groot.md", []string{"kompas"}, 2},
		{"team/overleg/groot.md", []string{"overleg", "koken-in-het-schoolgebouw"}, 0},
		{"los/groot.json", []string{"kompas", "--voeg-samen", "los/groot.json"}, 2},
		{staat + "concepten/groot.json", []string{"concept", "lijst"}, 3},
		{staat + "concepten/groot.json", []string{"concept", "toon", "groot"}, 3},
		{staat + "concepten/groot.json", []string{"verder", "groot", "--toegankelijk"}, 3},
		{data + "prive/groot.md", []string{"prive", "toon", "groot"}, 2},
		{data + "reflecties/groot.md", []string{"reflectie", "lijst"}, 2},
	} {
		van := t.TempDir()
		teamdir, thuis := filepath.Join(van, "team"), filepath.Join(van, "thuis")
		for _, dir := range []string{"team/c", "team/w", "team/a", "team/reflecties", "team/overleg", "los", staat + "concepten", data + "prive", data + "reflecties"} {
			if err := os.MkdirAll(filepath.Join(van, filepath.FromSlash(dir)), 0o755); err != nil {
				t.Fatal(err)
			}
		}
		bewaarLater(t, filepath.Join(teamdir, ".weeg.yaml"), "weeg: 1\ncasussen: c\nwerkvormen: w\nwaarden: a\n")
		pad := filepath.Join(van, filepath.FromSlash(proef.bestand))
		f, err := os.Create(pad)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(reusachtig); err != nil {
			t.Skip("this disk holds no such file: ", err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		args := append([]string(nil), proef.args...)
		for i, arg := range args {
			if strings.HasPrefix(arg, "los/") {
				args[i] = filepath.Join(van, filepath.FromSlash(arg))
			}
		}
		uit, fout, code := draaiIn(filepath.Join(teamdir, "c"), thuis, "", args...)
		if code != proef.code || !strings.Contains(fout, "dit bestand is te groot (65536 MB); weeg leest hoogstens ") || !strings.Contains(fout, filepath.Base(pad)+":") {
			t.Errorf("%s: weeg %q ends with %d, want %d:\n%s%.300s", proef.bestand, proef.args, code, proef.code, fout, uit)
		}
	}
}

// Nor is more read of what comes by a pipe than an answer file may hold.
func TestInputThatIsTooMuchIsNotReadOn(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	veel := strings.Repeat("x", 16<<20+1)
	if _, fout, code := draai(t, thuis, veel, "nieuw", "koken-in-het-schoolgebouw", "--antwoorden", "-"); code != 2 || !strings.Contains(fout, "is te groot") {
		t.Errorf("an answer file ends with %d: %.300s", code, fout)
	}
	if !heel() { // a line that long takes a second
		return
	}
	if _, fout, code := draai(t, thuis, veel+"\n.\n:stop\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"); code != 4 || !strings.Contains(plat(fout), "Er komt meer dan 16 MB tekst binnen. Weeg leest niet verder.") {
		t.Errorf("a conversation ends with %d: %.300s", code, fout)
	}
}
