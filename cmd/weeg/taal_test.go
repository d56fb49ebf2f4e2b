package main

import (
	"go/ast"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/zetwerk"
)

// later is a pattern that is made when a test first asks for it: this binary also
// runs as weeg, hundreds of times.
func later(patroon string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(patroon) })
}

// engels are words that English has and Dutch lacks, and that libraries put in
// messages, keys and prompts.
var engels = later(`(?i)\b(the|and|not|with|from|this|that|you|your|are|cannot|could|should|would|must|error|errors|failed|failure|unknown|invalid|expected|unexpected|found|missing|command|commands|flag|flags|argument|arguments|usage|available|examples?|default|file|files|directory|permission|denied|loading|submit|next|previous|back|select|toggle|confirm|matches|yes|exit|quit|cancel|continue|new|open file|line|value|values|key|keys|mapping|sequence|scalar|unmarshal|decode|panic|nil|string|struct|slice|interface|runtime|goroutine|required|requires|accepts|received|unable|already|exists|such|while|does|has|have|been|will|only|more|less|than|use|used)\b`)

// zoekEngels reports English words in a text that a person sees.
// voorScherm is the part of a page that says for which screen something is.
var voorScherm = regexp.MustCompile(`media="[^"]*"`)

func zoekEngels(t *testing.T, waar, tekst string) {
	t.Helper()
	for _, woord := range engels().FindAllString(tekst, -1) {
		t.Errorf("%s: the English word %q in:\n%s", waar, woord, omgeving(tekst, woord))
	}
}

func omgeving(tekst, woord string) string {
	i := strings.Index(tekst, woord)
	return tekst[max(0, i-80):min(len(tekst), i+80)]
}

// vakwoord finds a word that only who writes programs knows. The page for man has them,
// where it tells of the environment.
var vakwoord = later(`(?i)\b(pipe|pager|stdin|stdout|standaardinvoer|standaarduitvoer)\b`)

func TestNoEnglishInHelp(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	for _, cmd := range []string{"", "nieuw", "verder", "concept", "concept lijst", "concept toon", "concept verwijder",
		"prive", "prive lijst", "prive toon", "prive verwijder", "casus", "casus lijst", "casus toon",
		"werkvorm", "werkvorm lijst", "werkvorm toon", "waarde", "waarde lijst", "waarde toon",
		"antwoordblad", "lees", "netwerk", "kompas", "overleg", "terugblik", "aanvulling", "help",
		"casus nieuw", "casus proef", "reflectie", "reflectie lijst", "schema", "inrichten", "controleer", "opruimen",
		"delen", "besproken", "vraag", "uitleg"} {
		uit, fout, code := draai(t, thuis, "", append(strings.Fields(cmd), "--help")...)
		if code != 0 || fout != "" || !strings.Contains(uit, "Gebruik:") {
			t.Errorf("weeg %s --help gives %d and %q on standard error:\n%s", cmd, code, fout, uit)
		}
		zoekEngels(t, "weeg "+cmd+" --help", uit)
		if woord := vakwoord().FindString(uit); woord != "" {
			t.Errorf("weeg %s --help says %q to who does not know the word", cmd, woord)
		}
		for regel := range strings.Lines(uit) {
			if n := zetwerk.Breedte(strings.TrimRight(regel, "\n")); n > 80 {
				t.Errorf("weeg %s --help is %d columns wide: %s", cmd, n, regel)
			}
		}
	}
	for _, schil := range []string{"bash", "zsh", "fish", "powershell"} {
		uit, _, _ := draai(t, thuis, "", "aanvulling", schil)
		for regel := range strings.Lines(uit) {
			if opmerking, ok := strings.CutPrefix(strings.TrimSpace(regel), "#"); ok && !strings.Contains(regel, "weeg aanvulling") {
				zoekEngels(t, "weeg aanvulling "+schil, opmerking)
			}
		}
	}
}

func TestNoEnglishInAConversation(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	def, b := koken(t)
	var invoer []string
	for _, s := range loop(t, def, b.Antwoorden()) {
		invoer = append(invoer, ":uitleg", ":wat", ":overzicht")
		invoer = append(invoer, s.typ(b.Antwoorden())...)
	}
	_, fout, code := draai(t, t.TempDir(), strings.Join(invoer, "\n")+"\n1\n", "nieuw", "koken-in-het-schoolgebouw", "--toegankelijk")
	if code != 0 {
		t.Fatalf("gives %d", code)
	}
	zoekEngels(t, "line mode", fout)
}

// titelVanBron is a book or code that a waarde comes from: by its own title a reader
// finds it.
var titelVanBron = later(`"[^":]+: An\s+Inventory"|"The Integrity of Governance"|"What’s\s+Valued Most\?"`)

func TestNoEnglishInTheLibrary(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(casussen.FS, pad)
		zoekEngels(t, pad, titelVanBron().ReplaceAllString(string(data), ""))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Every text in the code is seen by somebody, or is a name; names have no spaces.
func TestNoEnglishInTheTextsOfTheCode(t *testing.T) {
	t.Parallel()
	for kamer, bestanden := range kamers(t) {
		for _, f := range bestanden {
			if nietGetoond[kamer+"/"+f.naam] {
				continue
			}
			ast.Inspect(f.File, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if fn, ok := call.Fun.(*ast.Ident); ok && fn.Name == "panic" {
						return false // a slip of ours, for us to read
					}
				}
				lit, ok := n.(*ast.BasicLit)
				if !ok || lit.Kind != token.STRING {
					return true
				}
				tekst, err := strconv.Unquote(lit.Value)
				if err == nil && strings.Contains(strings.TrimSpace(tekst), " ") && !strings.Contains(tekst, "__complete") {
					zoekEngels(t, kamer, voorScherm.ReplaceAllString(tekst, ""))
				}
				return true
			})
		}
	}
}

// nietGetoond are files whose texts nobody reads: words of a library that are
// recognised, and scripts, of which TestNoEnglishInHelp reads the comments.
var nietGetoond = map[string]bool{
	"internal/strict/syntax.go": true,
}

// slechteInvoer makes files that no part of weeg can use.
func slechteInvoer(t *testing.T) map[string]string {
	t.Helper()
	dir := t.TempDir()
	schrijf := func(naam, tekst string) string {
		pad := dir + "/" + naam
		if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
		return pad
	}
	sleutels := &strings.Builder{}
	for i := range 20000 {
		sleutels.WriteString("sleutel" + strconv.Itoa(i) + ": x\n")
	}
	bom := "a0: &a0 [x, x]\n"
	for i := 1; i < 30; i++ {
		n, p := strconv.Itoa(i), strconv.Itoa(i-1)
		bom += "a" + n + ": &a" + n + " [*a" + p + ", *a" + p + "]\n"
	}
	return map[string]string{
		"missing":       dir + "/nergens.yaml",
		"a directory":   dir + "/",
		"empty":         schrijf("leeg.yaml", ""),
		"binary":        schrijf("binair.yaml", "\x7fELF\x02\x01\x01\x00\x00"),
		"UTF-16":        schrijf("utf16.yaml", "\xff\xfew\x00e\x00e\x00g\x00:\x00 \x001\x00\n\x00"),
		"50 MB":         schrijf("groot.yaml", strings.Repeat("weeg: 1\n", 50<<17)),
		"alias bomb":    schrijf("bom.yaml", bom),
		"20,000 keys":   schrijf("sleutels.yaml", sleutels.String()),
		"deep nesting":  schrijf("diep.yaml", "weeg: "+strings.Repeat("[", 20000)+strings.Repeat("]", 20000)+"\n"),
		"two documents": schrijf("twee.yaml", "weeg: 1\n---\nweeg: 1\n"),
		"merge":         schrijf("meng.yaml", "m:\n  ? {x: y}\n  : 1\n  <<: {b: 1}\n"),
		"a list":        schrijf("lijst.yaml", "- weeg\n- 1\n"),
		"an open quote": schrijf("open.yaml", "weeg: 1\ntitel: \"open\n"),
		"a tab":         schrijf("tab.yaml", "weeg: 1\nrollen:\n\t- id: x\n"),
		"bad JSON":      schrijf("stuk.json", `{"weeg": 1,`),
		"a custom tag":  schrijf("soort.yaml", "weeg: !!binary AAAA\n"),
		"old escapes":   schrijf("esc.yaml", "titel: \"\x1b]0;x\"\n"),
	}
}

func TestBadInputIsToldInDutchWithItsPlace(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	thuis := t.TempDir()
	voor := func(pad string) [][]string {
		return [][]string{
			{"casus", "toon", pad},
			{"nieuw", pad, "--toegankelijk"},
			{"nieuw", "koken-in-het-schoolgebouw", "--antwoorden", pad, "--naar", "uit.md"},
			{"lees", pad},
			{"verder", pad, "--toegankelijk"},
			{"terugblik", pad, "--toegankelijk"},
		}
	}
	for naam, pad := range slechteInvoer(t) {
		for _, args := range voor(pad) {
			uit, fout, code := draai(t, thuis, "", args...)
			if code != 2 || uit != "" {
				t.Errorf("%s: weeg %v gives %d and %q", naam, args, code, uit)
			}
			if !strings.HasPrefix(fout, pad) && naam != "missing" && naam != "a directory" {
				t.Errorf("%s: weeg %v does not say where:\n%s", naam, args, fout)
			}
			if strings.ContainsAny(fout, "\x1b\x00") || strings.Contains(fout, "goroutine") {
				t.Errorf("%s: weeg %v says %q", naam, args, fout)
			}
			if n := strings.Count(fout, "\n"); n > 60 {
				t.Errorf("%s: weeg %v says %d lines", naam, args, n)
			}
			zoekEngels(t, naam, strings.ReplaceAll(fout, pad, ""))
		}
	}
	if _, err := os.Stat(thuis + "/uit.md"); err == nil {
		t.Error("bad input made a reflectie")
	}
}
