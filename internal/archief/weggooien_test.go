package archief

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vol has an archief with one of each thing, and returns where each stands.
func vol(t *testing.T) (a Archief, pad map[string]string) {
	t.Helper()
	a = newArchief(t)
	must(t, a.Bewaar(stand("koken-k3x9", geheim)))
	_, err := a.SchrijfKlad("koken-k3x9", "moment.reactie", geheim)
	must(t, err)
	must(t, a.BewaarPrive("2026-11-21-koken-k3x9", []byte(geheim)))
	must(t, a.MaakEigenReflecties())
	must(t, a.OnthoudID("2026-11-21-koken-k3x9", ""))
	staat, data := a.plekken.Staat, a.plekken.Data
	pad = map[string]string{
		"concept":    filepath.Join(staat, "concepten", "koken-k3x9.json"),
		"klad":       filepath.Join(staat, "klad", "koken-k3x9.md"),
		"was":        filepath.Join(staat, "klad", "koken-k3x9.md.was"),
		"vim":        filepath.Join(staat, "klad", ".koken-k3x9.md.swp"),
		"half":       filepath.Join(staat, "concepten", ".koken-k3x9.json."+dood+".tmp"),
		"slot":       filepath.Join(staat, "concepten", ".weg-a1b2.json.lock"),
		"prive":      filepath.Join(data, "prive", "2026-11-21-koken-k3x9.md"),
		"halfprive":  filepath.Join(data, "prive", ".2026-11-21-koken-k3x9.md."+dood+".tmp"),
		"reflectie":  filepath.Join(data, "reflecties", "2026-11-21-koken-k3x9.md"),
		"eigen naam": filepath.Join(data, "reflecties", "Mijn naam.md"),
		"leesmij":    filepath.Join(data, "reflecties", "LEESMIJ.md"),
		"geschreven": filepath.Join(staat, "geschreven"),
		"onbekend":   filepath.Join(data, "notitie.txt"),
	}
	for naam, p := range pad {
		if _, err := os.Stat(p); err != nil {
			tekst := geheim
			if naam == "slot" {
				tekst = ""
			}
			write(t, p, tekst)
		}
	}
	return a, pad
}

// wat says by its base name what everything is, and how often it is listed.
func wat(t *testing.T, a Archief) map[string]string {
	t.Helper()
	lijst, fouten := a.Bewaard()
	if len(fouten) > 0 {
		t.Fatal(fouten)
	}
	got := map[string]string{}
	for _, b := range lijst {
		got[filepath.Base(b.Pad)] += string(b.Soort) + " " + b.Wat
	}
	return got
}

func van(lijst []Bewaard, soorten ...Bewaarsoort) []Bewaard {
	var deel []Bewaard
	for _, b := range lijst {
		for _, s := range soorten {
			if b.Soort == s {
				deel = append(deel, b)
			}
		}
	}
	return deel
}

func TestAllThatIsKeptIsListedAsWhatItIs(t *testing.T) {
	a, _ := vol(t)
	must(t, os.Mkdir(filepath.Join(a.plekken.Data, "prive", ".git"), 0o700))
	want := map[string]string{
		"koken-k3x9.json":                            "concepten concept",
		"koken-k3x9.md":                              "concepten klad",
		"koken-k3x9.md.was":                          "concepten hulpbestand",
		".koken-k3x9.md.swp":                         "concepten hulpbestand",
		".koken-k3x9.json." + dood + ".tmp":          "concepten tijdelijk",
		".weg-a1b2.json.lock":                        "rest slot",
		"2026-11-21-koken-k3x9.md":                   "prive privedeelreflecties reflectie",
		".2026-11-21-koken-k3x9.md." + dood + ".tmp": "prive tijdelijk",
		"Mijn naam.md":                               "reflecties reflectie",
		"LEESMIJ.md":                                 "reflecties onbekend",
		"geschreven":                                 "geschreven lijst",
		"notitie.txt":                                "rest onbekend",
		".git":                                       "rest map",
	}
	if diff := cmp.Diff(want, wat(t, a)); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	lijst, _ := a.Bewaard()
	for _, b := range van(lijst, Concepten, Privedelen, EigenReflecties) {
		if b.Grootte < int64(len(geheim)) || b.Gewijzigd.IsZero() {
			t.Errorf("%s has %d bytes, of %v", filepath.Base(b.Pad), b.Grootte, b.Gewijzigd)
		}
	}
}

func TestOneFolderForBothIsListedOnce(t *testing.T) {
	dir := t.TempDir()
	a := New(Plekken{Staat: dir, Data: dir}, nil)
	must(t, a.Bewaar(stand("koken-k3x9", geheim)))
	must(t, a.BewaarPrive("koken-k3x9", []byte(geheim)))
	must(t, a.OnthoudID("x", ""))
	want := map[string]string{"koken-k3x9.json": "concepten concept", "koken-k3x9.md": "prive privedeel", "geschreven": "geschreven lijst"}
	if diff := cmp.Diff(want, wat(t, a)); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	if runtime.GOOS == "windows" {
		return
	}
	link := filepath.Join(t.TempDir(), "link")
	must(t, os.Symlink(dir, link))
	if diff := cmp.Diff(want, wat(t, New(Plekken{Staat: dir, Data: link}, nil))); diff != "" {
		t.Errorf("listed by a link (-want +got):\n%s", diff)
	}
}

func TestOnlyWhatIsMeantGoesAndAnswersGoWithIt(t *testing.T) {
	a, pad := vol(t)
	lijst, _ := a.Bewaard()
	op := a.Verwijder(van(lijst, Concepten, Privedelen))
	if len(op.Weg) != 7 || op.Bezet != nil || op.Fouten != nil {
		t.Fatalf("%+v", op)
	}
	for _, naam := range []string{"concept", "klad", "was", "vim", "half", "prive", "halfprive"} {
		wantNiet(t, pad[naam])
	}
	for _, naam := range []string{"slot", "reflectie", "eigen naam", "leesmij", "geschreven", "onbekend"} {
		wantEr(t, pad[naam])
	}
}

func wantEr(t *testing.T, pad string) {
	t.Helper()
	if _, err := os.Lstat(pad); err != nil {
		t.Errorf("%s is gone", filepath.Base(pad))
	}
}

func wantNiet(t *testing.T, pad string) {
	t.Helper()
	if _, err := os.Lstat(pad); err == nil {
		t.Errorf("%s is still there", filepath.Base(pad))
	}
}

func TestWhenAllIsGoneTheFoldersGoAndOnceMoreIsFine(t *testing.T) {
	a, _ := vol(t)
	lijst, _ := a.Bewaard()
	for range 2 {
		if op := a.Verwijder(lijst); op.Bezet != nil || op.Fouten != nil {
			t.Fatalf("%+v", op)
		}
		wantNiet(t, a.plekken.Staat)
		wantNiet(t, a.plekken.Data)
		wantEr(t, filepath.Dir(a.plekken.Data)) // of the system
		if over, fouten := a.Bewaard(); over != nil || fouten != nil {
			t.Fatalf("%v %v", over, fouten)
		}
	}
}

func TestALinkGoesAndWhatItLeadsToStays(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making a link takes rights there")
	}
	a, elders := newArchief(t), t.TempDir()
	for _, naam := range []string{"concepten", "reflecties"} {
		must(t, os.Mkdir(filepath.Join(elders, naam), 0o700))
	}
	for _, naam := range []string{"concepten/koken-k3x9.json", "reflecties/van-mij.md", "los.md", "slot"} {
		write(t, filepath.Join(elders, naam), geheim)
	}
	staat, data := a.plekken.Staat, a.plekken.Data
	must(t, os.MkdirAll(filepath.Join(data, "prive"), 0o700))
	must(t, os.MkdirAll(filepath.Join(staat, "klad"), 0o700))
	write(t, filepath.Join(staat, "klad", "koken-k3x9.md"), geheim)
	links := map[string]string{
		filepath.Join(staat, "concepten"):           filepath.Join(elders, "concepten"),
		filepath.Join(data, "reflecties"):           filepath.Join(elders, "reflecties"),
		filepath.Join(data, "prive", "koken.md"):    filepath.Join(elders, "los.md"),
		filepath.Join(data, "prive", ".x.md.lock"):  filepath.Join(elders, "slot"),
		filepath.Join(data, "prive", "nergens"):     filepath.Join(elders, "is er niet"),
		filepath.Join(data, "prive", ".x.1-0.tmp"):  elders,
		filepath.Join(staat, "geschreven"):          filepath.Join(elders, "los.md"),
		filepath.Join(staat, "klad", "ander-x.md~"): filepath.Join(elders, "los.md"),
	}
	for link, doel := range links {
		must(t, os.Symlink(doel, link))
	}
	lijst, fouten := a.Bewaard()
	n := 0
	for _, b := range lijst {
		if want, ok := links[b.Pad]; ok && (b.Wat != WatVerwijzing || b.Doel != want) {
			t.Errorf("%s is %s to %q", b.Pad, b.Wat, b.Doel)
		} else if ok {
			n++
		}
	}
	if n != len(links) || len(fouten) > 0 || len(lijst) != len(links)+1 {
		t.Fatalf("%d links in %+v, %v", n, lijst, fouten)
	}
	if op := a.Verwijder(lijst); len(op.Weg) != len(links)+1 || op.Fouten != nil || op.Bezet != nil {
		t.Fatalf("%+v", op)
	}
	wantNiet(t, staat)
	wantNiet(t, data)
	wantAlleen(t, elders, "concepten", "los.md", "reflecties", "slot")
	wantAlleen(t, filepath.Join(elders, "concepten"), "koken-k3x9.json")
	wantAlleen(t, filepath.Join(elders, "reflecties"), "van-mij.md")
	wantInhoud(t, filepath.Join(elders, "los.md"), geheim)
}

func TestWhatIsOpenInAnotherWindowStays(t *testing.T) {
	a, pad := vol(t)
	s := stand("fiets-a1b2", geheim)
	s.Bestand = pad["reflectie"]
	must(t, a.Bewaar(s))
	los, err := a.Vergrendel("fiets-a1b2")
	must(t, err)
	defer los()
	lijst, _ := a.Bewaard()
	op := a.Verwijder(lijst)
	var bezet []string
	for _, b := range op.Bezet {
		bezet = append(bezet, fmt.Sprint(b.Soort, " ", filepath.Base(b.Pad)))
	}
	want := []string{"prive .2026-11-21-koken-k3x9.md." + dood + ".tmp", "prive 2026-11-21-koken-k3x9.md",
		"reflecties 2026-11-21-koken-k3x9.md", "rest .fiets-a1b2.json.lock", "concepten fiets-a1b2.json"}
	if runtime.GOOS == "windows" {
		t.Skip("a lock is no file of its own there")
	}
	if diff := cmp.Diff(want, bezet); diff != "" || op.Fouten != nil {
		t.Errorf("stays (-want +got):\n%s%v", diff, op.Fouten)
	}
	wantNiet(t, pad["concept"])
	wantEr(t, pad["prive"])
	wantEr(t, pad["reflectie"])
	los()
	over, _ := a.Bewaard()
	if op := a.Verwijder(over); op.Bezet != nil || op.Fouten != nil {
		t.Errorf("%+v", op)
	}
	wantNiet(t, a.plekken.Staat)
}

func TestWhatIsBeingWrittenStays(t *testing.T) {
	a, pad := vol(t)
	tijdelijk, los, err := writeTijdelijk(pad["prive"], []byte(geheim), modeEigen)
	must(t, err)
	slot, err := vergrendel(pad["reflectie"])
	must(t, err)
	lijst, _ := a.Bewaard()
	op := a.Verwijder(lijst)
	if len(op.Bezet) < 2 || op.Fouten != nil {
		t.Errorf("%+v", op)
	}
	wantEr(t, tijdelijk)
	wantEr(t, pad["reflectie"])
	wantNiet(t, pad["prive"])
	slot()
	los()
}

func TestNothingInTheFolderOfATeamGoes(t *testing.T) {
	a, pad := vol(t)
	diep := filepath.Join(a.plekken.Data, "prive", "map")
	must(t, os.Mkdir(diep, 0o700))
	write(t, filepath.Join(diep, "x.md"), geheim)
	write(t, filepath.Join(a.plekken.Data, "reflecties", TeamBestand), "kapot: [")
	lijst, _ := a.Bewaard()
	op := a.Verwijder(lijst)
	for _, b := range op.Weg {
		if b.IsVast() {
			t.Errorf("%s is gone", b.Pad)
		}
	}
	wantEr(t, pad["reflectie"])
	wantEr(t, pad["leesmij"])
	wantEr(t, filepath.Join(diep, "x.md"))
	wantNiet(t, pad["prive"])
	wantNiet(t, pad["concept"])

	a, pad = vol(t)
	write(t, filepath.Join(filepath.Dir(a.plekken.Data), TeamBestand), "weeg: 1")
	lijst, _ = a.Bewaard()
	a.Verwijder(lijst)
	wantEr(t, pad["prive"])
	wantEr(t, pad["reflectie"])
	wantNiet(t, pad["concept"])
}

func TestAFailureKeepsNothingElseAndIsTold(t *testing.T) {
	a, pad := vol(t)
	wortel := filepath.Dir(filepath.Dir(a.plekken.Data))
	if os.Geteuid() == 0 { // so that niemand could remove all of it
		must(t, filepath.WalkDir(wortel, func(pad string, _ fs.DirEntry, err error) error {
			return errors.Join(err, os.Chown(pad, niemand, niemand))
		}))
	}
	dir := filepath.Dir(pad["prive"])
	must(t, os.Chmod(dir, 0o500))
	defer os.Chmod(dir, 0o700)
	alsGewoneGebruiker(t, wortel, func() {
		lijst, _ := a.Bewaard()
		op := a.Verwijder(lijst)
		if len(op.Fouten) != 2 {
			t.Errorf("told: %v", op.Fouten)
			return
		}
		wantFout(t, op.Fouten[0], os.ErrPermission, "prive", "u mag dit bestand niet weghalen")
	})
	wantEr(t, pad["prive"])
	wantNiet(t, pad["concept"])
	wantNiet(t, pad["reflectie"])
	must(t, os.Chmod(dir, 0))
	alsGewoneGebruiker(t, wortel, func() {
		if _, fouten := a.Bewaard(); len(fouten) != 1 || !errors.Is(fouten[0], os.ErrPermission) {
			t.Errorf("%v", fouten)
		}
	})
}

func TestWithoutAPlaceNothingIsListed(t *testing.T) {
	lijst, fouten := New(NewPlekken("linux", func(string) string { return "" })).Bewaard()
	if len(lijst) > 0 || len(fouten) != 1 || !strings.Contains(fouten[0].Error(), "HOME") {
		t.Errorf("%v %v", lijst, fouten)
	}
}

func TestAFolderOfOnesOwnIsKnown(t *testing.T) {
	a, pad := vol(t)
	for dir, want := range map[string]bool{
		a.plekken.Data: true, filepath.Dir(pad["concept"]): true, filepath.Dir(a.plekken.Data): false, t.TempDir(): false,
	} {
		if got := a.IsEigenMap(dir); got != want {
			t.Errorf("%s: %v", dir, got)
		}
	}
}
