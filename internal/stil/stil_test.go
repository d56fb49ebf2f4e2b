package stil

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// kindVraag makes the test binary print what it sees of TERM, and stop.
const kindVraag = "STIL_KIND"

func TestMain(m *testing.M) {
	if os.Getenv(kindVraag) == "" {
		os.Exit(m.Run())
	}
	tijdens, tijdensEr := os.LookupEnv(variable)
	Herstel()
	na, naEr := os.LookupEnv(variable)
	fmt.Printf("%q %v, %q %v\n", tijdens, tijdensEr, na, naEr)
}

func TestTermIsDumbUntilRestored(t *testing.T) {
	tests := []struct{ naam, term, want string }{
		{"set", "TERM=xterm-256color", `"dumb" true, "xterm-256color" true`},
		{"empty", "TERM=", `"dumb" true, "" true`},
		{"dumb by choice", "TERM=dumb", `"dumb" true, "dumb" true`},
		{"unset", "", `"dumb" true, "" false`},
	}
	for _, test := range tests {
		t.Run(test.naam, func(t *testing.T) {
			kind := exec.Command(os.Args[0])
			for _, v := range os.Environ() {
				if !strings.HasPrefix(v, "TERM=") {
					kind.Env = append(kind.Env, v)
				}
			}
			kind.Env = append(kind.Env, kindVraag+"=1")
			if test.term != "" {
				kind.Env = append(kind.Env, test.term)
			}
			uit, err := kind.Output()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, strings.TrimSpace(string(uit))); diff != "" {
				t.Errorf("TERM during start, and after Herstel (-want +got):\n%s", diff)
			}
		})
	}
}

func TestInitialisedBeforeTheTerminalLibraries(t *testing.T) {
	type hier struct{}
	pad := reflect.TypeFor[hier]().PkgPath()
	if pad >= "github.com/charmbracelet" {
		t.Errorf("import path %q sorts after github.com/charmbracelet, so its init comes too late", pad)
	}
	bestand, err := parser.ParseFile(token.NewFileSet(), "stil.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var imports []string
	for _, i := range bestand.Imports {
		imports = append(imports, i.Path.Value)
	}
	if !slices.Equal(imports, []string{`"os"`}) {
		t.Errorf("imports %v; anything but os delays this init", imports)
	}
}
