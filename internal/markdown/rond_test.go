package markdown_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// keren is how many seeds of n are tried: a sixth, unless all are, as in .ci/run.
func keren(n uint64) uint64 {
	if os.Getenv("WEEG_HEEL") != "" {
		return n
	}
	return (n + 5) / 6
}

func definities() []casus.Definitie {
	return []casus.Definitie{definitie(), eigenDefinitie(), {}}
}

func TestWhatIsEncodedParsesBackTheSame(t *testing.T) {
	for zaad := range keren(150) {
		m := newKorteMaker(zaad)
		if zaad < 10 {
			m = newMaker(zaad)
		}
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		if fouten := r.Check(func(string) bool { return true }); len(fouten) > 0 {
			t.Fatalf("seed %d: the maker makes faults: %v", zaad, fouten)
		}
		meta := markdown.Meta{ID: "2026-11-21-x-ab1" + m.kies("", "2"), Casushash: def.Casus.Hash(), Werkvormhash: "2"}
		houdt(t, markdown.Encode(def, meta, r, vervallen), meta, r, vervallen)
		houdt(t, markdown.Encode(casus.Definitie{}, meta, r, vervallen), meta, r, vervallen)
	}
}

func TestRewriteOfTheSameKeepsEveryByte(t *testing.T) {
	for zaad := range keren(100) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		data := markdown.Encode(def, markdown.Meta{ID: "x"}, r, vervallen)
		if zaad%3 == 0 {
			data = bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))
		}
		d := lees(t, data)
		if nieuw := rewrite(t, d, def, d.Meta, d.Reflectie, d.Vervallen); !bytes.Equal(nieuw, data) {
			t.Fatalf("seed %d: rewriting the same changed the file:\n%.3000s", zaad, cmp.Diff(string(data), string(nieuw)))
		}
	}
}

func TestRewriteHoldsTheNewReflectieAndLooksLikeAFreshFile(t *testing.T) {
	for zaad := range keren(100) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r1, v1 := m.maak(def)
		r2, v2 := m.maak(def)
		d := lees(t, markdown.Encode(def, markdown.Meta{ID: "x"}, r1, v1))
		meta := markdown.Meta{ID: "x", Casushash: "y"}
		nieuw := rewrite(t, d, def, meta, r2, v2)
		houdt(t, nieuw, meta, r2, v2)
		for _, r := range strings.Split(string(markdown.Encode(def, meta, r2, v2)), "\n") {
			kop, _, isVraag := strings.Cut(r, " <!--") // a row that has no name keeps the number that it had
			if strings.HasPrefix(r, "##") && !strings.Contains(string(nieuw), "\n"+kop+map[bool]string{true: " <!--", false: "\n"}[isVraag]) {
				t.Errorf("seed %d: heading %q is missing after a rewrite", zaad, r)
			}
		}
	}
}

func TestAFreshPageIsThatOfARewrite(t *testing.T) {
	t.Parallel()
	for zaad := range keren(60) {
		m := newKorteMaker(zaad)
		def := definities()[zaad%2]
		r, vervallen := m.maak(def)
		data := markdown.Encode(def, markdown.Meta{ID: "x"}, r, vervallen)
		if zaad%2 == 0 { // it is older than its data, and somebody wrote in it
			data = bytes.Replace(data, []byte("<!-- weeg:eind keuzes"), []byte("Iets van mij.\n\n<!-- weeg:eind keuzes"), 1)
			data = bytes.Replace(data, []byte("Niet ingevuld: "), []byte("Niet ingevuld: ooit nog iets · "), 1)
		}
		if zaad%3 == 0 {
			data = append([]byte("\ufeff"), bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n"))...)
		}
		d := lees(t, data)
		nieuw, err := d.Rewrite(def, d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{Toch: true})
		if err != nil {
			t.Fatal(err)
		}
		vers, _ := d.Vers(def, markdown.MetaVan("", def))
		if diff := cmp.Diff(lees(t, nieuw).Delen(), vers.Delen()); diff != "" {
			t.Errorf("seed %d: another page than that of a rewrite (-rewrite +fresh):\n%.2000s", zaad, diff)
		}
		if !bytes.Equal(data, nieuw) && zaad%2 == 1 {
			t.Errorf("seed %d: a fresh file is not left alone", zaad)
		}
	}
}

func TestEveryTextComesBackFromAnySlot(t *testing.T) {
	def := definitie()
	for _, tekst := range vijandig() {
		tekst = reflectie.Normaal(tekst)
		r := reflectie.Reflectie{Weeg: 1, Casus: "buurttuin", Werkvorm: "alles",
			Antwoorden:  map[string]reflectie.Antwoord{"bedoeling.bereiken": reflectie.Tekst(tekst), "bedoeling.helpt": reflectie.Tekst(tekst)},
			Standpunten: []reflectie.Standpunt{{Van: tekst, Standpunt: tekst}},
			Uitkomst:    reflectie.Uitkomst{Doen: tekst}}.Normaal()
		houdt(t, markdown.Encode(def, markdown.Meta{}, r, nil), markdown.Meta{}, r, nil)
	}
}

func TestRewriteOfAHandEditedFileKeepsItsTextAndTakesTheAnswers(t *testing.T) {
	notities := []string{"Notitie van mij.", "> los citaat", "```\n<!-- weeg:a.b -->\n```", "## Mijn kop", "- lijst\n- nog een", "<div>html</div>", "#### klein", "[a]: http://x", "~~~\n> x\n~~~", "```\nopen"}
	geweigerd := 0
	for zaad := range keren(100) {
		m := newKorteMaker(zaad)
		def := definitie()
		r1, v1 := m.maak(def)
		r2, v2 := m.maak(def)
		regels := strings.Split(string(markdown.Encode(def, markdown.Meta{ID: "x"}, r1, v1)), "\n")
		for range 1 + m.r.IntN(5) {
			i := m.r.IntN(len(regels))
			switch m.r.IntN(4) {
			case 0:
				regels = append(regels[:i:i], append([]string{"", m.kies(notities...), ""}, regels[i:]...)...)
			case 1:
				regels = append(regels[:i:i], regels[i+1:]...)
			case 2:
				j := m.r.IntN(len(regels))
				regels[i], regels[j] = regels[j], regels[i]
			case 3:
				regels[i] += m.kies(" ", "x", "\t", "<!-- -->")
			}
		}
		data := []byte(strings.Join(regels, "\n"))
		d, err := markdown.Parse("x.md", data)
		if err != nil {
			continue // damage is told, not guessed at
		}
		if fouten := d.Reflectie.Check(func(string) bool { return true }); len(fouten) > 0 {
			t.Errorf("seed %d: Parse let faults through: %v", zaad, fouten)
		}
		vers, err := d.Rewrite(def, d.Meta, d.Reflectie, d.Vervallen, markdown.Opties{Toch: true})
		if d.Gehavend {
			continue
		}
		if errors.Is(err, markdown.ErrNietAanTeVullen) { // a fence that somebody opened closes at ours
			geweigerd++
			continue
		}
		if err != nil {
			t.Errorf("seed %d: %v\n%s", zaad, err, data)
			continue
		}
		houdt(t, vers, d.Meta, d.Reflectie, d.Vervallen)
		d2 := lees(t, vers)
		if nog := rewrite(t, d2, def, d2.Meta, d2.Reflectie, d2.Vervallen); !bytes.Equal(vers, nog) {
			t.Fatalf("seed %d: a second rewrite changed the file:\n%.3000s", zaad, cmp.Diff(string(vers), string(nog)))
		}
		nieuw, err := d.Rewrite(def, d.Meta, r2, v2, markdown.Opties{Toch: true})
		if err != nil {
			geweigerd++
			t.Log(zaad, err)
			continue
		}
		houdt(t, nieuw, d.Meta, r2, v2)
		const notitie = "\nNotitie van mij.\n"
		for _, herschreven := range [][]byte{vers, nieuw} {
			if strings.Count(string(data), notitie) != strings.Count(string(herschreven), notitie) {
				t.Errorf("seed %d: a note is gone", zaad)
			}
		}
	}
	if uint64(geweigerd) > max(1, keren(100)*3/100) {
		t.Errorf("%d of the files were refused", geweigerd)
	}
}
