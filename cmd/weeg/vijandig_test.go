package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// kaping is what a hostile text holds. Each thing that a terminal would obey bears 1337,
// so that it is known again when it comes out.
const kaping = "a\x1b[1337;1mb\x1b[13;37Hc\x1b]0;1337\x07d\x1b]52;c;MTMzNw==\x07e\x1b]8;;http://1337.invalid\x1b\\f\x1bP1337\x1b\\g\x1bc" +
	"\u009b1337mh\u009d0;1337\u009ci\u0085j\x7fk\x08\x08l\rm\x0bn\x0co\x0ep" +
	"\u202aq\u202br\u202cs\u202dt\u202eu\u2066v\u2067w\u2068x\u2069y\ufeffz\u200b\u200d\u2028weeg: 7\u2029casus: x<script>alert(1337)</script>--><img src=x onerror=alert(1337)>"

// kaperij is as much of it as a name can hold.
const kaperij = "K\x1b]0;1337\x07\u009b7m\x7f\u202e\u2066<b>"

// inYAML writes s between the quotes of a YAML text, with all that is special by its number.
func inYAML(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < 0x20 || r > 0x7e || r == '"' || r == '\\' {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return `"` + b.String() + `"`
}

// vult puts hostile texts in the place of KAPING and KAPERIJ.
func vult(yaml string) string {
	return strings.NewReplacer("KAPERIJ2", inYAML(kaperij+"2"), "KAPING", inYAML(kaping), "KAPERIJ", inYAML(kaperij)).Replace(yaml)
}

const vijandigeCasus = `weeg: 1
id: vijandig
versie: 1
titel: KAPERIJ
kern: KAPING
bron: KAPING
trefwoorden: [KAPERIJ]
werkvorm: vijandig
situatie: KAPING
moment: KAPERIJ
rollen: [{id: wethouder, naam: KAPERIJ, zin: KAPERIJ, moment: KAPERIJ, laag: true}, {id: ander, naam: KAPERIJ, zin: KAPERIJ}]
waarden: [{id: openheid, hier: KAPING}, {id: kaping, hier: KAPING}]
verbanden: [{tussen: [openheid, kaping], soort: tegen, uitleg: KAPING}]
regels: [{id: gas, regel: KAPING, bedoeling: KAPING, soort: beleid}]
vragen: [{stap: moment, id: hoe, vraag: KAPERIJ}]
`

const vijandigeWaarden = `weeg: 1
waarden: [{id: kaping, naam: KAPERIJ, ook: [KAPING], groep: KAPERIJ, omschrijving: KAPING, keerzijde: KAPING, vraag: KAPERIJ, bron: KAPING}]
`

const vijandigBlad = `weeg: 1
casus: vijandig
datum: 2026-11-21
terugblik: 2026-11-22
rol: wethouder
door: KAPERIJ
antwoorden: {moment.twijfel: KAPING, moment.hoe: KAPING, waarden.woorden: KAPING}
prive: {moment.reactie: KAPING}
waarden: [{naam: KAPERIJ2, betekenis: KAPING}, {id: kaping, betekenis: KAPING}, {id: openheid, betekenis: KAPING}]
verbanden: [{tussen: [openheid, kaping], soort: tegen, waarom: KAPING}]
weging: [{tussen: [openheid, kaping], prijs: {openheid: KAPING, kaping: KAPING}, voorrang: openheid, omdat: KAPING}]
uitkomst: {doen: KAPING}
aandachtspunten: {kennis: [KAPING], acties: [KAPING], macht: [KAPING]}
`

const vijandigEigen = `weeg: 1
casus: eigen
werkvorm: kort
datum: 2026-11-21
eigen: {titel: KAPERIJ, situatie: KAPING, moment: KAPERIJ}
door: KAPERIJ
antwoorden: {moment.twijfel: KAPING}
uitkomst: {doen: KAPING}
afspraken: [{wat: KAPING, hoe: aankaarten, bij: KAPERIJ, wanneer: 2026-11-22}]
`

// A vijand is the folder of a team in which every file is hostile.
type vijand struct {
	wortel                  string // the folder of the team
	werkmap                 string // a folder in it: so every path is a whole one, which this process can read too
	thuis                   string
	reflectie, eigen, proza string // paths of reflecties
	id, concept             string
	kompas                  string
}

// newVijand makes the folder: with weeg itself what that writes, and by hand what it
// would never write.
func newVijand(t *testing.T) vijand {
	t.Helper()
	v := vijand{wortel: t.TempDir(), thuis: t.TempDir()}
	v.werkmap = filepath.Join(v.wortel, "hier")
	if err := os.Mkdir(v.werkmap, 0o755); err != nil {
		t.Fatal(err)
	}
	zet := func(naam, tekst string) string { return v.zet(t, naam, tekst) }
	doe := func(invoer string, args ...string) string {
		t.Helper()
		uit, fout, code := draaiIn(v.werkmap, v.thuis, invoer, args...)
		if code != 0 && code != 4 {
			t.Fatalf("weeg %q ends with %d: %s", args, code, fout)
		}
		return strings.TrimSpace(uit)
	}
	zet(".weeg.yaml", "weeg: 1\ncasussen: casussen\nwerkvormen: werkvormen\nwaarden: waarden\n")
	zet("casussen/vijandig.yaml", vult(vijandigeCasus))
	zet("waarden/waarden.yaml", vult(vijandigeWaarden))
	zet("werkvormen/vijandig.yaml", vijandigeWerkvorm(t))

	blad, eigen := zet("blad.yaml", vult(vijandigBlad)), zet("eigen.yaml", vult(vijandigEigen))
	v.eigen = filepath.Join(v.wortel, "eigen.md")
	doe("", "nieuw", "--antwoorden", eigen, "--naar", v.eigen)
	for range 3 { // as many as a sheet and a kompas want
		v.reflectie = (doe("", "nieuw", "--antwoorden", blad, "--delen"))
	}
	v.id, _, _ = strings.Cut(doe("", "prive", "lijst"), "\n")
	kaal := strings.NewReplacer("\n", "", "\r", "").Replace(kaping)
	doe("1\n"+kaal+"\n.\n"+kaal+"\n.\n:stop\n", "nieuw", "vijandig", "--toegankelijk")
	v.concept, _, _ = strings.Cut(doe("", "concept", "lijst"), "\n")
	v.kompas = zet("kompas.json", strings.ReplaceAll(doe("", "kompas", "--json"), `"titel": "`, `"titel": "\u001b]0;1337\u0007\u202e`))
	overleg := (doe("", "overleg", "vijandig", "--nieuw"))
	bladTekst := leesTekst(t, overleg)
	zet("overleg/2026-11-22-vijandig.md", reKop.ReplaceAllString(bladTekst, "$0\n\n"+kaal+"\n"))

	// What a person, or who means harm, writes in a file by hand.
	tekst := leesTekst(t, v.reflectie)
	v.proza = zet("reflecties/met-de-hand.md", reKop.ReplaceAllString(strings.Replace(tekst, "---\n", "---\nmijn: "+inYAML(kaping)+"\nook: \u202e\n", 1), "${1}"+kaal+" $2"))
	zet("reflecties/rauw.md", strings.ReplaceAll(tekst, "&#27;", "\x1b"))
	zet("reflecties/voorwerk.md", strings.Replace(tekst, "\nwerkvorm: ", "\nwerkvorm: ../../"+kaal+"\nrommel\x1b]0;1337\x07: ", 1))
	zet("reflecties/sleutel.md", strings.Replace(tekst, "<!-- weeg:moment.twijfel -->", "<!-- weeg:moment.\x1b]0;1337\x07 -->", 1))
	zet("reflecties/gegevens.md", strings.Replace(tekst, "\nid: ", "\n\""+`\u001b]0;1337\u0007`+"\": x\nid: ", 1))
	zet("overleg/stuk.md", "---\nweeg-overleg: \x1b]0;1337\x07\ndatum: gisteren\x1b]0;1337\x07\n---\n")
	if runtime.GOOS != "windows" { // no name there can hold this
		zet("reflecties/2026-11-21-"+kapernaam+".md", tekst)
		zet("reflecties/2026-11-21-stuk-"+kapernaam+".md", "---\nweeg: 1\ncasus: vijandig\nrol: {\n---\n")
		zet("overleg/"+kapernaam+".md", "---\nweeg-overleg: 1\ndatum: gisteren\n---\n")
		zet("bij "+kapernaam+"/los.md", tekst)
		zet("reflecties/\x9b1337m\xff.md", "---\nweeg: 1\nrol: {\n---\n")
	}
	return v
}

// zet writes a file in the folder.
func (v vijand) zet(t *testing.T, naam, tekst string) (pad string) {
	t.Helper()
	pad = filepath.Join(v.wortel, filepath.FromSlash(naam))
	if err := os.MkdirAll(filepath.Dir(pad), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(pad, []byte(tekst), 0o644); err != nil {
		t.Fatal(err)
	}
	return pad
}

// breek adds definitions that cannot be read, each in another way.
func (v vijand) breek(t *testing.T) {
	t.Helper()
	zet := func(naam, tekst string) string { return v.zet(t, naam, tekst) }
	zet("casussen/stuk.yaml", "weeg: 1\nid: ../../x\n"+`"\u001b]0;1337\u0007": 1`+"\nwerkvorm: /etc/passwd\ntitel: \""+`\u009b1337m`+"\"\n")
	zet("casussen/rauw.yaml", "weeg: 1\nid: rauw\ntitel: x\x1b]0;1337\x07\u202e\n")
	zet("werkvormen/stuk.yaml", "weeg: 1\nid: stuk\nstappen: [{id: \"\\u001b]0;1337\\u0007\", soort: \"\\u202e\\u009b1337m\"}]\n")
	zet("casussen/CON.yaml", "weeg: 1\nid: con\n")
	if runtime.GOOS != "windows" { // no name there can hold this
		zet("casussen/"+kapernaam+".yaml", "weeg: 1\n")
		zet("casussen/\x9b1337m\xff.yaml", "weeg: 1\n")
	}
}

// kapernaam is a name of a file that holds what a terminal obeys.
const kapernaam = "K\x1b]0;1337\x07\u009b7m\x7f\u202e\u2066<b>\nx"

// reKop finds the headings of a page below its title.
var reKop = regexp.MustCompile(`(?m)^(##+ )(.*)$`)

// vijandigeWerkvorm is kort with hostile words.
func vijandigeWerkvorm(t *testing.T) string {
	t.Helper()
	tekst := leesTekst(t, "../../casussen/werkvormen/kort.yaml")
	tekst = strings.Replace(tekst, "id: kort", "id: vijandig", 1)
	return vult(regexp.MustCompile(`(?m)^( *(?:- )?(?:naam|voor|vraag|kop|titel|uitleg|toelichting)): .*$`).ReplaceAllString(tekst, "$1: KAPERIJ"))
}

// opdrachten is every command that reads a file, over it.
func (v vijand) opdrachten() [][]string {
	casusPad, werkvormPad := filepath.Join(v.wortel, "casussen", "vijandig.yaml"), filepath.Join(v.wortel, "werkvormen", "vijandig.yaml")
	alle := [][]string{
		{"casus", "lijst"}, {"casus", "lijst", "--json"}, {"casus", "toon", "vijandig"}, {"casus", "toon", "vijandig", "--json"},
		{"casus", "toon", casusPad},
		{"casus", "toon", kaping}, {"casus", "lijst", kaping},
		{"casus", "proef", casusPad, "--beeld"}, {"casus", "proef", werkvormPad, "--beeld"}, {"casus", "proef", werkvormPad, "--beeld", "--formaat", "mermaid"},
		{"casus", "proef", casusPad, "--toegankelijk"}, {"casus", "nieuw", "--uit", v.eigen, "--toegankelijk"},
		{"werkvorm", "lijst"}, {"werkvorm", "lijst", "--json"}, {"werkvorm", "toon", "vijandig"}, {"werkvorm", "toon", "vijandig", "--json"},
		{"werkvorm", "toon", werkvormPad}, {"werkvorm", "toon", kaping},
		{"waarde", "lijst"}, {"waarde", "lijst", "--json"}, {"waarde", "toon", "kaping"}, {"waarde", "toon", "kaping", "--json"}, {"waarde", "toon", kaping},
		{"antwoordblad", "vijandig"}, {"antwoordblad", "vijandig", "--werkvorm", kaping},
		{"nieuw", "--antwoorden", filepath.Join(v.wortel, "blad.yaml")}, {"nieuw", "--antwoorden", v.reflectie},
		{"nieuw", "vijandig", "--toegankelijk", "--opnieuw"}, {"verder", v.concept, "--toegankelijk"}, {"verder", v.proza, "--toegankelijk"}, {"verder", v.reflectie, "--toegankelijk"},
		{"lees", v.reflectie}, {"lees", v.reflectie, "--json"}, {"lees", v.reflectie, "--formaat", "html"}, {"lees", v.eigen}, {"lees", v.eigen, "--formaat", "html"},
		{"lees", kaping}, {"lees", "casussen/" + kaperij},
		{"netwerk", v.reflectie}, {"netwerk", filepath.Join(v.wortel, "reflecties")},
		{"reflectie", "lijst"}, {"reflectie", "lijst", "--json"}, {"reflectie", "lijst", "--jsonl"}, {"reflectie", "lijst", "K"}, {"reflectie", "lijst", kaping},
		{"kompas"}, {"kompas", "--formaat", "html"}, {"kompas", "--json"}, {"kompas", "--voeg-samen", v.kompas, v.kompas},
		{"overleg", "vijandig"}, {"overleg", "vijandig", "--formaat", "html"}, {"overleg", v.eigen}, {"overleg", v.eigen, "--formaat", "html"}, {"overleg", "vijandig", "--nieuw"},
		{"controleer"}, {"controleer", "--json"}, {"controleer", "--formaat", "sarif"}, {"controleer", "--herstel", v.wortel}, {"controleer", kaping},
		{"concept", "lijst"}, {"concept", "lijst", "--json"}, {"concept", "toon", v.concept}, {"concept", "toon", v.concept, "--json"}, {"concept", "toon", kaping},
		{"prive", "lijst"}, {"prive", "lijst", "--json"}, {"prive", "toon", v.id}, {"prive", "toon", kaping},
		{"terugblik"}, {"terugblik", "--json"}, {"terugblik", v.reflectie, "--toegankelijk"}, {"vraag"}, {"vraag", "--waarde", "kaping"}, {"vraag", "--werkvorm", "vijandig"},
		{"besproken", v.proza}, {"besproken", v.reflectie, "--zin", kaping}, {"delen", v.proza},
		{"opruimen"}, {"opruimen", "--json"}, {"opruimen", "--weg", kaping}, {"schema", "casus"}, {"schema", kaping},
		{"uitleg"}, {"uitleg", kaping}, {"aanvulling", kaping}, {kaping}, {"--" + kaping}, {"-" + kaping}, {"casus", kaping}, {"help", kaping}, {"inrichten", filepath.Join(v.wortel, kaperij)},
		{"__complete", "casus", "toon", ""}, {"__complete", "verder", ""}, {"__complete", "lees", ""}, {"__complete", "waarde", "toon", ""},
		{"__complete", "vraag", "--waarde", ""}, {"__complete", "delen", ""}, {"__complete", "prive", "toon", ""}, {"__complete", "nieuw", "--rol", ""}, {"__complete", "reflectie", "lijst", "--rol", ""},
	}
	for _, formaat := range []string{"mermaid", "svg", "html", "json"} {
		alle = append(alle, []string{"netwerk", v.reflectie, v.eigen, "--formaat", formaat})
	}
	stukke, _ := filepath.Glob(filepath.Join(v.wortel, "reflecties", "*.md"))
	namen, _ := filepath.Glob(filepath.Join(v.wortel, "bij*", "*.md"))
	for _, pad := range append(stukke, namen...) {
		alle = append(alle, []string{"lees", pad}, []string{"lees", pad, "--json"}, []string{"besproken", pad}, []string{"controleer", pad}, []string{"delen", pad, "--toch"}, []string{"netwerk", pad})
	}
	return append(alle, []string{"delen", v.eigen}, []string{"delen", v.eigen, "--toch", "--alleen-lezen"})
}

// gebroken is what reads the definitions that cannot be read.
func (v vijand) gebroken() [][]string {
	alle := [][]string{{"casus", "lijst"}, {"werkvorm", "lijst", "--json"}, {"werkvorm", "toon", "stuk"}, {"controleer"}, {"controleer", "--json"},
		{"kompas"}, {"nieuw", "vijandig", "--toegankelijk"}, {"__complete", "casus", "toon", ""}}
	paden, _ := filepath.Glob(filepath.Join(v.wortel, "casussen", "*.yaml"))
	for _, pad := range paden {
		alle = append(alle, []string{"casus", "toon", pad}, []string{"antwoordblad", pad}, []string{"nieuw", "--antwoorden", pad}, []string{"kompas", "--voeg-samen", pad}, []string{"casus", "proef", pad, "--toegankelijk"})
	}
	return alle
}

// isOnveilig reports whether a terminal could obey r, or show a text otherwise than it is.
func isOnveilig(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// onveilig names what in s a terminal could obey, with what stands around it.
func onveilig(s string) []string {
	var gevonden []string
	for i, r := range s {
		_, n := utf8.DecodeRuneInString(s[i:])
		if isOnveilig(r) || r == utf8.RuneError && n == 1 {
			gevonden = append(gevonden, strconv.QuoteToASCII(strings.ToValidUTF8(s[max(0, i-40):min(len(s), i+20)], "?")))
		}
	}
	return gevonden[:min(len(gevonden), 3)]
}

// In a pipe nothing that stands in a file, in its name or in what was typed, comes out so
// that a terminal would obey it.
func TestWhatIsHostileInAFileIsShownAndNotObeyedInAPipe(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	v := newVijand(t)
	v.inPipe(t, v.opdrachten())
	v.breek(t)
	v.inPipe(t, v.gebroken())
}

// Outside the folder of a team what stands in reflecties is a person's own, by whatever name
// it got there.
func TestWhatIsHostileIsShownAndNotObeyedWithoutATeam(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	v := newVijand(t)
	if err := os.Remove(filepath.Join(v.wortel, ".weeg.yaml")); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"reflectie", "lijst"}, {"reflectie", "lijst", "--jsonl"}, {"terugblik"}, {"terugblik", "--json"}, {"kompas"}, {"controleer"}, {"controleer", "--json"},
		{"__complete", "delen", ""}, {"__complete", "terugblik", ""}, {"__complete", "lees", ""}, {"__complete", "verder", ""}, {"netwerk", "reflecties", "--json"}} {
		cmd := weeg(t, v.thuis, args...)
		cmd.Dir = v.wortel
		uit, err := cmd.CombinedOutput()
		if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		if gevonden := onveilig(string(uit)); gevonden != nil || len(uit) == 0 {
			t.Errorf("weeg %q writes %d bytes:\n%s", args, len(uit), strings.Join(gevonden, "\n"))
		}
	}
}

// Whoever adds a command adds it here, or says why it reads no file.
func TestEveryCommandIsTriedOnAHostileFolder(t *testing.T) {
	t.Parallel()
	leest := map[string]bool{"aanvulling": true, "help": true}
	for _, args := range (vijand{}).opdrachten() {
		leest[args[0]] = true
		if len(args) > 1 {
			leest[args[0]+" "+args[1]] = true
		}
	}
	zonder := map[string]string{"concept verwijder": "it names an id", "prive verwijder": "it names an id"}
	onder := func(args ...string) []string {
		uit, _, _ := draai(t, t.TempDir(), "", append(args, "--help")...)
		_, lijst, _ := strings.Cut(uit, "\nOpdrachten:\n")
		lijst, _, _ = strings.Cut(lijst, "\n\n")
		var namen []string
		for regel := range strings.Lines(lijst) {
			namen = append(namen, strings.Fields(regel)[0])
		}
		return namen
	}
	for _, naam := range onder() {
		if !leest[naam] {
			t.Errorf("weeg %s is not tried", naam)
		}
		for _, deel := range onder(naam) {
			if naam += " " + deel; !leest[naam] && zonder[naam] == "" {
				t.Errorf("weeg %s is not tried", naam)
			}
			naam = strings.Fields(naam)[0]
		}
	}
}

// What the file of a team names lies in its folder, whatever that is called and wherever a
// link in it leads; and what it says is shown and not obeyed.
func TestTheFileOfATeamLeadsNowhereElse(t *testing.T) {
	t.Parallel()
	for _, stuk := range []string{
		"reflecties: ../buiten", "overleg: /etc", `casussen: 'C:\buiten'`, `reflecties: '..\buiten'`, `waarden: '\\server\map'`, "casussen: [hier/../../buiten]",
		"werkvormen: hier/link", "reflecties: hier/link/dieper", "casussen: " + inYAML(kaping), inYAML(kaperij) + ": 1", "uit: [" + inYAML(kaperij) + "]",
		"reflecties: a\x1b]0;1337\x07\u202e", "overleg: {a: " + inYAML(kaping) + "}", "weeg: " + inYAML(kaperij),
	} {
		thuis := t.TempDir()
		wortel, buiten := filepath.Join(thuis, "team"), filepath.Join(thuis, "buiten")
		for _, dir := range []string{filepath.Join(wortel, "hier"), buiten} {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Symlink(buiten, filepath.Join(wortel, "hier", "link")); err != nil && strings.Contains(stuk, "link") {
			t.Skip("this system makes no links: ", err)
		}
		bewaarLater(t, filepath.Join(wortel, ".weeg.yaml"), "weeg: 1\n"+stuk+"\n")
		blad := filepath.Join(thuis, "blad.yaml")
		bewaarLater(t, blad, "weeg: 1\ncasus: koken-in-het-schoolgebouw\n")
		opdrachten := [][]string{{"nieuw", "--antwoorden", blad, "--delen"}, {"controleer"}, {"overleg", "koken-in-het-schoolgebouw", "--nieuw"}, {"casus", "lijst"}, {"kompas"}}
		if !heel() {
			opdrachten = opdrachten[:2]
		}
		for _, args := range opdrachten {
			uit, fout, code := draaiIn(wortel, thuis, "", args...)
			if code != 2 && (!strings.HasPrefix(stuk, "uit:") || args[0] == "controleer") {
				t.Errorf("%q: weeg %q ends with %d: %s", stuk, args, code, uit)
			}
			if gevonden := onveilig(uit + fout); gevonden != nil {
				t.Errorf("%q: weeg %q writes\n%s", stuk, args, strings.Join(gevonden, "\n"))
			}
		}
		if er, err := os.ReadDir(buiten); err != nil || len(er) > 0 {
			t.Errorf("%q: outside stands %v %v", stuk, er, err)
		}
	}
}

// inPipe runs commands in a pipe: one in five, unless heel.
func (v vijand) inPipe(t *testing.T, opdrachten [][]string) {
	t.Helper()
	typ := kaperij + "\n" + strings.Repeat("1\n"+strings.ReplaceAll(kaping, "\r", "")+"\n.\n", 3) + ":overzicht\n:uitleg\n:naar einde\n1\n"
	for i, args := range opdrachten {
		if !heel() && i%5 > 0 {
			continue
		}
		uit, fout, code := draaiIn(v.werkmap, v.thuis, typ, args...)
		for waar, tekst := range map[string]string{"standard output": uit, "standard error": fout} {
			if gevonden := onveilig(tekst); gevonden != nil {
				t.Errorf("weeg %q (%d) writes to %s:\n%s", args, code, waar, strings.Join(gevonden, "\n"))
			}
		}
		if gevonden := reUitgebroken.FindString(uit); isPagina(args) && gevonden != "" {
			t.Errorf("weeg %q lets a text out of where it stands: %q", args, gevonden)
		}
		if uit+fout == "" {
			t.Errorf("weeg %q says nothing", args)
		}
	}
}

// isPagina reports whether a browser reads what comes out, also by way of Markdown.
func isPagina(args []string) bool {
	return slices.Contains(args, "html") || slices.Contains(args, "svg") || slices.Contains(args, "--beeld") ||
		slices.Contains([]string{"kompas", "overleg", "antwoordblad"}, args[0]) && !slices.Contains(args, "--json")
}

// reUitgebroken finds a script that would run, and a line that a text made its own.
var reUitgebroken = regexp.MustCompile(`(?m)(?:^|[^\])<(?:script>alert|img src=x)|(?:^|[\x{2028}\x{2029}\x{85}])(?:weeg: 7|casus: x).*$`)
