package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// alleManbladen are the pages for man, with the command that they are made of.
func alleManbladen(t *testing.T) (*cobra.Command, map[string]string) {
	t.Helper()
	w := wereldVan(t)
	plek, err := newPlek(w)
	if err != nil {
		t.Fatal(err)
	}
	root := bouw(w, plek, newSein())
	bladen := map[string]string{}
	for naam, data := range manbladen(hulpVan(root), uitlegbladen()) {
		bladen[naam] = strings.NewReplacer(`\-`, "-", `\fB`, "", `\fR`, "").Replace(string(data))
	}
	return root, bladen
}

// Every command stands on the page of the one that holds it and on that of weeg, and
// there every option of it too.
func TestEveryCommandAndOptionHasItsPlaceInMan(t *testing.T) {
	t.Parallel()
	root, bladen := alleManbladen(t)
	heel := bladen["weeg.1"]
	staat := func(naam, wat string) {
		t.Helper()
		if !strings.Contains(bladen[naam], wat) {
			t.Errorf("%s lacks %q", naam, wat)
		}
	}
	var loop func(cmd *cobra.Command)
	loop = func(cmd *cobra.Command) {
		naam := "weeg.1"
		if delen := strings.Fields(cmd.CommandPath()); len(delen) > 1 {
			naam = "weeg-" + delen[1] + ".1"
			staat("weeg.1", "\n.TP\n"+cmd.CommandPath()+"\n"+cmd.Short+".\n")
		}
		if !cmd.HasSubCommands() || !cmd.HasParent() {
			staat(naam, cmd.UseLine())
			cmd.Flags().VisitAll(func(f *pflag.Flag) { staat(naam, "--"+f.Name) })
			staat(naam, "\n-h, --help\n")
		}
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				loop(c)
			}
		}
	}
	loop(root)
	for naam := range bladen {
		if id, deel, _ := strings.Cut(naam, "."); naam != "weeg.1" && !strings.Contains(heel, id+"("+deel+")") {
			t.Errorf("weeg.1 does not lead to %s", naam)
		}
	}
}

func TestEverySubjectHasItsPageInMan(t *testing.T) {
	t.Parallel()
	_, bladen := alleManbladen(t)
	for _, onderwerp := range []string{"beginnen", "team", "bestanden", "prive", "casus-schrijven", "toegankelijk", "windows", "veiligheid", "grote-schaal"} {
		blad, err := uitlegOver(onderwerp)
		if err != nil {
			t.Error(err)
			continue
		}
		man := strings.Join(strings.Fields(bladen["weeg-"+onderwerp+".7"]), " ")
		for _, m := range regexp.MustCompile(`(?m)^## (.*)$`).FindAllStringSubmatch(blad.tekst, -1) {
			if !strings.Contains(man, `.SH "`+m[1]+`"`) {
				t.Errorf("weeg-%s.7 lacks %q", onderwerp, m[1])
			}
		}
	}
}

// What weeg looks at in the environment, and how it ends, is told, in the README too.
func TestManTellsOfTheEnvironmentAndTheExitCodes(t *testing.T) {
	t.Parallel()
	_, bladen := alleManbladen(t)
	aantal := 0
	for _, patroon := range []string{"*.go", "../archief/*.go"} {
		paden, err := filepath.Glob(patroon)
		if err != nil {
			t.Fatal(err)
		}
		for _, pad := range paden {
			if strings.HasSuffix(pad, "_test.go") {
				continue
			}
			data, err := os.ReadFile(pad)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range regexp.MustCompile(`[gG]etenv\("([A-Z_]+)"\)`).FindAllStringSubmatch(string(data), -1) {
				aantal++
				if !regexp.MustCompile(`(?m)^([A-Z_]+, )*` + m[1] + `(, [A-Z_]+)*$`).MatchString(bladen["weeg.1"]) {
					t.Errorf("weeg.1 does not tell of %s, which %s reads", m[1], pad)
				}
			}
		}
	}
	if aantal < 10 {
		t.Errorf("only %d variables were found", aantal)
	}
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range aflopen() {
		if !strings.Contains(bladen["weeg.1"], "\n.TP\n"+a.term+"\n") || !strings.Contains(strings.Join(strings.Fields(string(readme)), " "), "Bij "+a.term+" ") {
			t.Errorf("weeg.1 or the README does not tell of exit code %s", a.term)
		}
	}
}

// Two people who make the pages of one version make the same.
func TestManIsTheSameWhoeverMakesIt(t *testing.T) {
	t.Parallel()
	_, een := alleManbladen(t)
	_, twee := alleManbladen(t)
	if d := cmp.Diff(een, twee); d != "" {
		t.Error(d)
	}
	for naam, tekst := range een {
		if lijn, _, _ := strings.Cut(tekst, "\n"); !strings.HasSuffix(lijn, " "+versiedag+` "weeg `+versie+`" "Handleiding van Weeg"`) {
			t.Errorf("%s begins with %s", naam, lijn)
		}
	}
}
