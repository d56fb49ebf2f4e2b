package main

import (
	"go/ast"
	"go/token"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	// nietProza is what stands in a text of the program and is no prose: verbs of
	// fmt, marks of ours in a file, pieces of YAML, attributes of a page, what is
	// quoted from a file.
	nietProza    = regexp.MustCompile(`%[-+# 0]*[\d*]*(\.\d+)?[a-zA-Z%]|\b[a-zA-Z-]+="[^"]*"?|"[^"]*"|\{[^}]*\}|\[[^\]]*\]|<!--|-->|<[^<>]*>`)
	tussenruimte = regexp.MustCompile(` {2,}`)
)

// nietGezegd are texts that are no Dutch and that nobody reads as such: a folder
// of macOS, words of a diagram, a mark that a reader gives another, the
// names of fonts.
var nietGezegd = map[string]bool{"Application Support": true, "graph LR": true, "graph LR\n": true, "flowchart TD\n": true, "  subgraph s%d[\"%s\"]\n": true, "too large": true,
	"system-ui, -apple-system, 'Segoe UI', Roboto, Arial, 'DejaVu Sans', sans-serif": true}

// vanProgramma returns what each room of the program says. As in
// TestNoEnglishInTheTextsOfTheCode, that is every text with a space in it.
func vanProgramma(t *testing.T) []geheel {
	t.Helper()
	huis := kamers(t)
	var alle []geheel
	for _, kamer := range slices.Sorted(maps.Keys(huis)) {
		if !strings.HasPrefix(kamer, "internal/") || strings.HasSuffix(kamer, "test") { // a room for tests says nothing
			continue
		}
		for _, f := range huis[kamer] {
			g := geheel{naam: kamer + "/" + f.naam, herkomst: programma}
			ast.Inspect(f.File, func(n ast.Node) bool { return g.addCode(n) })
			alle = append(alle, g)
		}
	}
	return alle
}

// addCode adds the text that a node of a program holds, and reports whether to
// look inside it.
func (g *geheel) addCode(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		return !isNaarOns(n)
	case *ast.Field:
		return n.Tag == nil
	case *ast.BasicLit:
		s, err := strconv.Unquote(n.Value)
		if err != nil || n.Kind != token.STRING || !strings.Contains(strings.TrimSpace(s), " ") || isScript(s) {
			return true
		}
		// Words of a library stand beside what we say of them, which always has two parts.
		if nietGezegd[s] || nietGetoond[g.naam] && strings.HasPrefix(g.naam, "internal/strict/") && !strings.Contains(s, "; ") {
			return true
		}
		for _, r := range regelsVan(s) {
			g.addProgrammaregel(r)
		}
	}
	return true
}

// isNaarOns reports whether a call has a text for us to read, and nobody else.
func isNaarOns(call *ast.CallExpr) bool {
	switch fn := call.Fun.(type) {
	case *ast.Ident:
		return fn.Name == "panic"
	case *ast.SelectorExpr:
		x, ok := fn.X.(*ast.Ident)
		return ok && x.Name == "regexp"
	}
	return false
}

// isScript reports whether a text is a program for a shell.
func isScript(s string) bool { return strings.Contains(s, "__complete") || strings.Contains(s, "$") }

// regelsVan returns the lines of a text; one that is not indented goes on with
// the one above.
func regelsVan(s string) []string {
	var alle []string
	isLos := true
	for r := range strings.SplitSeq(s, "\n") {
		isIngesprongen := r == "" || strings.HasPrefix(r, " ")
		if isLos || isIngesprongen {
			alle = append(alle, r)
		} else {
			alle[len(alle)-1] += " " + r
		}
		isLos = isIngesprongen
	}
	return alle
}

// addProgrammaregel adds one line of a text of the program. What is indented is
// an example of what to type, with perhaps what it does in a column beside it.
func (g *geheel) addProgrammaregel(r string) {
	isVoorbeeld := strings.HasPrefix(r, "  ")
	for _, deel := range tussenruimte.Split(strings.TrimSpace(r), -1) {
		if isVoorbeeld && strings.HasPrefix(deel, "weeg ") {
			continue
		}
		if schoon := nietProza.ReplaceAllString(deel, weg); telWoorden(schoon) > 1 {
			g.add(strconv.Quote(deel), proza, schoon)
		}
	}
}
