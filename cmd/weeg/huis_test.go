package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "ambt.example/weeg/"

// mag says which of our packages each room may import. Data walks through the
// house in one direction.
var mag = map[string][]string{
	"cmd/weeg":           {"internal/cli"},
	"casussen":           {},
	"internal/roff":      {},
	"internal/stil":      {},
	"internal/zetwerk":   {},
	"internal/privacy":   {},
	"internal/strict":    {},
	"internal/reflectie": {},

	"internal/reflectie/reflectietest": {"internal/reflectie"}, // for tests alone
	"internal/casus":                   {"internal/strict", "internal/reflectie"},
	"internal/vorm":                    {"internal/strict", "internal/reflectie"},
	"internal/sessie":                  {"internal/casus", "internal/reflectie"},
	"internal/blad":                    {"internal/strict", "internal/casus", "internal/reflectie", "internal/vorm", "internal/sessie"},
	"internal/citaat":                  {"internal/reflectie"},
	"internal/netwerk":                 {"internal/casus", "internal/reflectie", "internal/zetwerk"},
	"internal/markdown":                {"internal/strict", "internal/casus", "internal/reflectie", "internal/vorm", "internal/sessie", "internal/netwerk", "internal/citaat"},
	"internal/archief":                 {"internal/strict", "internal/reflectie", "internal/sessie", "internal/markdown"},
	"internal/gesprek":                 {"internal/strict", "internal/casus", "internal/reflectie", "internal/sessie", "internal/zetwerk"},
	"internal/scherm":                  {"internal/casus", "internal/reflectie", "internal/sessie", "internal/gesprek", "internal/netwerk", "internal/zetwerk"},
	"internal/kompas":                  {"internal/strict", "internal/casus", "internal/reflectie", "internal/netwerk"},
	"internal/overleg":                 {"internal/casus", "internal/reflectie"},
	"internal/verloop":                 {"internal/casus", "internal/reflectie", "internal/sessie", "internal/netwerk", "internal/citaat"},
	"internal/schema":                  {"internal/strict"},
	"internal/keuring":                 {"internal/strict", "internal/casus", "internal/reflectie", "internal/markdown", "internal/privacy", "internal/verloop"},
	"internal/rapport":                 {"internal/casus", "internal/reflectie", "internal/markdown", "internal/netwerk", "internal/citaat", "internal/kompas", "internal/overleg", "internal/zetwerk"},
}

// deuren says which room alone may use a thing from outside.
var deuren = map[string][]string{
	"github.com/spf13/cobra":                {"internal/cli"},
	"github.com/spf13/pflag":                {"internal/cli"},
	"github.com/charmbracelet/huh":          {"internal/scherm"},
	"github.com/charmbracelet/bubbletea":    {"internal/scherm"},
	"github.com/charmbracelet/bubbles":      {"internal/scherm"},
	"github.com/charmbracelet/lipgloss":     {"internal/scherm"},
	"github.com/muesli/termenv":             {"internal/scherm"},
	"gopkg.in/yaml.v3":                      {"internal/strict"},
	"html/template":                         {},
	"github.com/yuin/goldmark":              {"internal/rapport"},
	"crypto/rand":                           {"internal/cli"},
	"math/rand":                             {"internal/reflectie/reflectietest"},
	"os/exec":                               {"internal/cli"},
	"github.com/gofrs/flock":                {"internal/archief"},
	"golang.org/x/sys":                      {"internal/cli", "internal/scherm"},
	"golang.org/x/term":                     {"internal/cli", "internal/scherm"},
	"github.com/mattn/go-isatty":            {},
	"github.com/atotto/clipboard":           {},
	"github.com/charmbracelet/x/exp/golden": {},
}

// roepen says which room alone may call a function of the standard library.
var roepen = map[string][]string{
	"time.Now":      {"internal/cli"},
	"os.Getenv":     {"internal/cli"},
	"os.LookupEnv":  {"internal/stil"},
	"os.Setenv":     {"internal/stil"},
	"os.Exit":       {"cmd/weeg"},
	"os.ReadFile":   {}, // what is read has its limit: archief.LeesBestand
	"os.WriteFile":  {"internal/archief"},
	"os.Create":     {"internal/archief"},
	"os.CreateTemp": {"internal/archief"},
	"os.OpenFile":   {"internal/archief"},
	"os.Rename":     {"internal/archief"},
	"os.Remove":     {"internal/archief"},
	"os.MkdirAll":   {"internal/archief"},
	"os.Link":       {"internal/archief"},
}

// A bronbestand is one file of the house, with its name.
type bronbestand struct {
	*ast.File
	naam string
}

// kamers parses every file of the house that is no test.
func kamers(t *testing.T) map[string][]bronbestand {
	t.Helper()
	gevonden := map[string][]bronbestand{}
	err := filepath.WalkDir("../..", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(pad, ".go") || strings.HasSuffix(pad, "_test.go") {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), pad, nil, parser.ParseComments)
		if err != nil {
			return err
		}
		kamer, err := filepath.Rel("../..", filepath.Dir(pad))
		gevonden[filepath.ToSlash(kamer)] = append(gevonden[filepath.ToSlash(kamer)], bronbestand{f, filepath.Base(pad)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return gevonden
}

func TestImportsGoOneWayAndEachDependencyHasOneDoor(t *testing.T) {
	t.Parallel()
	for kamer, bestanden := range kamers(t) {
		onze, bekend := mag[kamer]
		if !bekend && kamer != "internal/cli" {
			t.Errorf("%s is a room that this test does not know", kamer)
		}
		for _, f := range bestanden {
			for _, imp := range f.Imports {
				pad, err := strconv.Unquote(imp.Path.Value)
				if err != nil {
					t.Fatal(err)
				}
				if onder, ok := strings.CutPrefix(pad, module); ok && kamer != "internal/cli" && !slices.Contains(onze, onder) {
					t.Errorf("%s imports %s", kamer, onder)
				}
				if pad == "net" || strings.HasPrefix(pad, "net/") && pad != "net/url" || strings.HasPrefix(pad, "golang.org/x/net") {
					t.Errorf("%s imports %s: weeg has no network", kamer, pad)
				}
				for naam, door := range deuren {
					if (pad == naam || strings.HasPrefix(pad, naam+"/")) && !slices.Contains(door, kamer) {
						t.Errorf("%s imports %s, which has its door in %v", kamer, pad, door)
					}
				}
			}
		}
	}
}

func TestClockEnvironmentAndFilesHaveOneDoor(t *testing.T) {
	t.Parallel()
	for kamer, bestanden := range kamers(t) {
		for _, f := range bestanden {
			ast.Inspect(f.File, func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				x, ok := sel.X.(*ast.Ident)
				if !ok {
					return true
				}
				if door, ok := roepen[x.Name+"."+sel.Sel.Name]; ok && x.Obj == nil && !slices.Contains(door, kamer) {
					t.Errorf("%s uses %s.%s, which has its door in %v", kamer, x.Name, sel.Sel.Name, door)
				}
				return true
			})
		}
	}
}

func TestEveryRoomSaysWhatItIsFor(t *testing.T) {
	t.Parallel()
	for kamer, bestanden := range kamers(t) {
		if !slices.ContainsFunc(bestanden, func(f bronbestand) bool { return f.Doc.Text() != "" }) {
			t.Errorf("%s has no package comment", kamer)
		}
	}
}

func TestNoPackageStateAndOneInit(t *testing.T) {
	t.Parallel()
	for kamer, bestanden := range kamers(t) {
		if kamer == "internal/stil" {
			continue // it says why in its own comment
		}
		for _, f := range bestanden {
			for _, fout := range toestand(f.File) {
				t.Errorf("%s/%s has %s", kamer, f.naam, fout)
			}
		}
	}
}

// toestand names what a file has of package state: an init, or a variable that
// may change. Errors, regular expressions, embedded files, what is computed once,
// and assertions that a type has an interface do not change.
func toestand(f *ast.File) []string {
	var fouten []string
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Name.Name == "init" && d.Recv == nil {
				fouten = append(fouten, "an init")
			}
		case *ast.GenDecl:
			if d.Tok != token.VAR {
				continue
			}
			for _, spec := range d.Specs {
				v := spec.(*ast.ValueSpec)
				for i, naam := range v.Names {
					if !staatVast(v, i) {
						fouten = append(fouten, "var "+naam.Name)
					}
				}
			}
		}
	}
	return fouten
}

// staatVast reports whether the name at i of a var declares something that does not change.
func staatVast(v *ast.ValueSpec, i int) bool {
	if v.Names[i].Name == "_" {
		return v.Type != nil
	}
	if len(v.Values) == 0 {
		return isVan(v.Type, "embed", "FS")
	}
	if len(v.Values) != len(v.Names) {
		return false
	}
	roep, ok := v.Values[i].(*ast.CallExpr)
	return ok && (isVan(roep.Fun, "errors", "New") || isVan(roep.Fun, "regexp", "MustCompile") || isVan(roep.Fun, "sync", "OnceValue"))
}

// isVan reports whether e names a thing of another package.
func isVan(e ast.Expr, pakket, naam string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := sel.X.(*ast.Ident)
	return ok && x.Name == pakket && sel.Sel.Name == naam
}

func TestPackageStateIsRecognised(t *testing.T) {
	t.Parallel()
	for bron, want := range map[string]int{
		"var a = map[string]int{}": 1,
		"var a int":                1,
		"var (\n\ta = 1\n\tb = errors.New(\"x\")\n\tc []string\n)": 2,
		"var a, b = f()":                        2,
		"var _ = f()":                           1,
		"var f = func() {}":                     1,
		"func init() {}":                        1,
		"var errX = errors.New(\"x\")":          0,
		"var re = regexp.MustCompile(\"x\")":    0,
		"var een = sync.OnceValue(f)":           0,
		"var FS embed.FS":                       0,
		"var _ io.Reader = T{}":                 0,
		"const a = 1":                           0,
		"func f() { var a int; _ = a }":         0,
		"type T struct{}\n\nfunc (T) init() {}": 0,
	} {
		f, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\n\n"+bron+"\n", 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := toestand(f); len(got) != want {
			t.Errorf("%s: found %v, want %d", bron, got, want)
		}
	}
}
