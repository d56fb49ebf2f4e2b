package archief

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/iotest"
	"time"

	"ambt.example/weeg/internal/reflectie"
)

var dag = reflectie.Datum{Jaar: 2026, Maand: time.November, Dag: 21}

func TestANewNameIsRandomAndSafe(t *testing.T) {
	eerste, err := NieuweNaam(dag, "koken", nul{})
	must(t, err)
	tweede, err := NieuweNaam(dag, "koken", bytes.NewReader([]byte{1, 2, 3, 26}))
	must(t, err)
	if eerste != "2026-11-21-koken-aaaa" || tweede != "2026-11-21-koken-bcd0" {
		t.Errorf("the names are %s and %s", eerste, tweede)
	}
	_, err = NieuweNaam(dag, "../koken", nul{})
	wantFout(t, err, nil, `"../koken"`, "naam van een bestand")
	_, err = NieuweNaam(dag, "koken", iotest.ErrReader(fs.ErrClosed))
	wantFout(t, err, fs.ErrClosed)
}

func TestReflectiesAreTheMarkdownFilesOfAFolderByName(t *testing.T) {
	dir, elders := t.TempDir(), t.TempDir()
	for _, naam := range []string{"b.md", "a.md", "C.MD", ".verborgen.md", "README.md", "LeesMij.md", "x.txt", "md"} {
		write(t, filepath.Join(dir, naam), "tekst")
	}
	write(t, filepath.Join(elders, "doel"), "tekst")
	must(t, os.Mkdir(filepath.Join(dir, "map.md"), 0o755))
	want := []string{filepath.Join(dir, "C.MD"), filepath.Join(dir, "a.md"), filepath.Join(dir, "b.md")}
	got, err := Reflecties(dir)
	must(t, err)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	link(t, filepath.Join(elders, "doel"), filepath.Join(dir, "d.md"))
	link(t, filepath.Join(elders, "weg"), filepath.Join(dir, "dood.md"))
	link(t, elders, filepath.Join(dir, "naar-map.md"))
	got, err = Reflecties(dir)
	must(t, err)
	if want := append(want, filepath.Join(dir, "d.md"), filepath.Join(dir, "dood.md")); !slices.Equal(got, want) {
		t.Errorf("with links: got %q, want %q", got, want)
	}
}

func TestAFolderThatIsNotThereHasNoReflecties(t *testing.T) {
	dir := t.TempDir()
	if paden, err := Reflecties(filepath.Join(dir, "weg")); len(paden) > 0 || err != nil {
		t.Errorf("got %q, %v", paden, err)
	}
	bestand := filepath.Join(dir, "x")
	write(t, bestand, "tekst")
	_, err := Reflecties(bestand)
	wantFout(t, err, nil, bestand+": ", "bestand en geen map")
}

func TestSchrijfNieuwLeavesAnExistingFile(t *testing.T) {
	a := newArchief(t)
	pad := filepath.Join(t.TempDir(), "mijn reflectie.md")
	must(t, a.SchrijfNieuw(pad, []byte("een")))
	wantFout(t, a.SchrijfNieuw(pad, []byte("twee")), ErrBestaat, "bestaat al")
	wantInhoud(t, pad, "een")
}

func TestVervangReplacesWhatWasRead(t *testing.T) {
	a := newArchief(t)
	dir := t.TempDir()
	pad := filepath.Join(dir, "x.md")
	write(t, pad, "oud")
	must(t, os.Chmod(pad, 0o664)) // wider than the umask leaves
	must(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")))
	wantInhoud(t, pad, "nieuw")
	wantMode(t, pad, 0o664)
	wantAlleen(t, dir, "x.md")
}

func TestVervangWritesNothingOverAnothersEdit(t *testing.T) {
	a := newArchief(t)
	dir := t.TempDir()
	pad := filepath.Join(dir, "x.md")
	for _, nu := range []string{"", "oux", "langer dan oud"} {
		write(t, pad, nu)
		wantFout(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")), ErrVeranderd, pad+": ", "intussen veranderd", "niets geschreven")
		wantInhoud(t, pad, nu)
	}
	wantAlleen(t, dir, "x.md")
	wantFout(t, a.Vervang(filepath.Join(dir, "weg.md"), nil, nil), fs.ErrNotExist, "bestaat niet")
	wantFout(t, a.Vervang(dir, nil, nil), nil, "dit is een map")
}

func TestVervangFollowsALink(t *testing.T) {
	a := newArchief(t)
	echt, hier := t.TempDir(), t.TempDir()
	doel, pad := filepath.Join(echt, "doel.md"), filepath.Join(hier, "x.md")
	write(t, doel, "oud")
	link(t, doel, pad)
	must(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")))
	wantInhoud(t, doel, "nieuw")
	if info, err := os.Lstat(pad); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v, %v", info, err)
	}
	wantAlleen(t, echt, "doel.md")
	wantAlleen(t, hier, "x.md")
}

// In the folder of a team a link may lead to another place in it, and to none outside,
// whichever way one comes there.
func TestVervangFollowsNoLinkOutOfATeam(t *testing.T) {
	a := newArchief(t)
	wortel, buiten := newTeam(t, "weeg: 1\n"), t.TempDir()
	dir := filepath.Join(wortel, "reflecties")
	must(t, os.MkdirAll(dir, 0o755))
	binnen, eigen := filepath.Join(wortel, "binnen.md"), filepath.Join(buiten, "eigen.md")
	write(t, binnen, "oud")
	write(t, eigen, "oud")
	link(t, binnen, filepath.Join(dir, "in.md"))
	link(t, eigen, filepath.Join(dir, "uit.md"))
	link(t, buiten, filepath.Join(dir, "map"))
	link(t, dir, filepath.Join(buiten, "team"))
	must(t, a.Vervang(filepath.Join(dir, "in.md"), []byte("oud"), []byte("nieuw")))
	wantInhoud(t, binnen, "nieuw")
	for _, pad := range []string{filepath.Join(dir, "uit.md"), filepath.Join(dir, "map", "eigen.md"), filepath.Join(buiten, "team", "uit.md")} {
		wantFout(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")), errBuiten, "buiten de map van het team")
		wantInhoud(t, eigen, "oud")
	}
	wantAlleen(t, buiten, "eigen.md", "team")
	must(t, a.Vervang(eigen, []byte("oud"), []byte("nieuw"))) // by its own name it is the person's
}

// Who keeps everything below one folder of a team may have a home elsewhere all the same.
func TestAPersonsOwnFolderMayBeALink(t *testing.T) {
	wortel, elders := newTeam(t, "weeg: 1\n"), t.TempDir()
	link(t, elders, filepath.Join(wortel, "data"))
	a := New(Plekken{Staat: filepath.Join(wortel, "staat"), Data: filepath.Join(wortel, "data", "weeg")}, nil)
	must(t, a.MaakEigenReflecties())
	dir, err := a.EigenReflecties()
	must(t, err)
	pad := filepath.Join(dir, "x.md")
	write(t, pad, "oud")
	must(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")))
	wantInhoud(t, pad, "nieuw")
}

func TestAFolderOfATeamIsNotMadeThroughALink(t *testing.T) {
	wortel, buiten := t.TempDir(), t.TempDir()
	link(t, buiten, filepath.Join(wortel, "uit"))
	wantFout(t, MaakTeammap(wortel, filepath.Join(wortel, "uit")), errBuiten, "buiten de map van het team")
	wantFout(t, MaakTeammap(wortel, filepath.Join(wortel, "uit", "diep")), errBuiten)
	wantAlleen(t, buiten)
	must(t, MaakTeammap(wortel, filepath.Join(wortel, "hier", "diep")))
}

func TestVervangLeavesAReadOnlyFile(t *testing.T) {
	a := newArchief(t)
	pad := filepath.Join(t.TempDir(), "x.md")
	write(t, pad, "oud")
	must(t, os.Chmod(pad, 0o444))
	wantFout(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")), fs.ErrPermission, "alleen lezen")
	wantInhoud(t, pad, "oud")
	must(t, os.Chmod(pad, 0o644)) // so that Windows can remove it
}

func TestVervangWaitsForNobody(t *testing.T) {
	a := newArchief(t)
	dir := t.TempDir()
	pad := filepath.Join(dir, "x.md")
	write(t, pad, "oud")
	echt, err := filepath.EvalSymlinks(dir)
	must(t, err)
	ontgrendel, err := vergrendel(filepath.Join(echt, "x.md"))
	must(t, err)
	wantFout(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")), ErrBezet, "een ander programma")
	wantInhoud(t, pad, "oud")
	ontgrendel()
	must(t, a.Vervang(pad, []byte("oud"), []byte("nieuw")))
}
