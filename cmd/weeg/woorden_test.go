package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"gopkg.in/yaml.v3"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// vanRegelmodus is all that line mode may say itself: how to type an answer, and
// what becomes of it. Every other word of a conversation is data.
var vanRegelmodus = []string{
	"Een eigen situatie",
	"Ongeveer N minuten. Stoppen en later verdergaan kan altijd.",
	"U kunt bij elke vraag ook typen: :terug, :uitleg, :overslaan, :overzicht, :naar 3, :naar einde, :wis of :stop.",
	"Typ uw antwoord. Typ op de laatste regel alleen een punt.",
	"Typ elk punt op een eigen regel. Typ op de laatste regel alleen een punt.",
	"Typ uw antwoord op één regel.",
	"Typ een nummer, of uw eigen woorden.",
	"Typ een nummer.",
	"Typ ja of nee.",
	"Typ een datum, zoals 21-2-2027 of dinsdag.",
	"Typ een woord of een groep om te zoeken. Typ nummers, zoals 3 7. Zet een + voor een eigen waarde, zoals 3, 7, +buurtgevoel.",
	"Typ een of meer nummers, zoals 1 3.",
	"Wat u typt, komt ervoor in de plaats. Niets typen houdt uw antwoord zoals het is.",
	"Wat u typt, komt erbij. Met :wis begint u opnieuw. Niets typen houdt uw antwoord zoals het is.",
	"Uw antwoord tot nu toe:",
	"Dit antwoord is privé.",
}

// geenTekst are the keys of the library whose words nobody reads: ids, kinds,
// what a condition or a follow-up waits for, what one types to find something.
var geenTekst = regexp.MustCompile(`^(id|weeg|versie|soort|werkvorm|bij|sector|functie|toont|stap|tussen|duur|als|woorden|zonder|wel|niet|trefwoorden|ook|heette)$`)

// inSleutels puts in the place of every text below a node the path of keys that
// leads to it.
func inSleutels(n *yaml.Node, pad string) {
	switch n.Kind {
	case yaml.DocumentNode, yaml.SequenceNode:
		for i, kind := range n.Content {
			inSleutels(kind, pad+map[bool]string{true: "", false: "." + strconv.Itoa(i)}[n.Kind == yaml.DocumentNode])
		}
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			sleutel, waarde := n.Content[i].Value, n.Content[i+1]
			isLijst := sleutel == "doorvragen" && waarde.Kind == yaml.SequenceNode && len(waarde.Content) > 0 && waarde.Content[0].Kind == yaml.ScalarNode
			if !geenTekst.MatchString(sleutel) && !isLijst {
				inSleutels(waarde, pad+"."+sleutel)
			}
		}
	case yaml.ScalarNode:
		if n.Tag == "!!str" {
			n.Style, n.Value = yaml.DoubleQuotedStyle, pad
		}
	}
}

// sleutelbibliotheek writes the whole library as that of a team, with the path of
// its keys for every text, and returns the folder.
func sleutelbibliotheek(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	schrijf := func(naam string, data []byte) {
		t.Helper()
		naam = filepath.Join(dir, filepath.FromSlash(naam))
		if err := os.MkdirAll(filepath.Dir(naam), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(naam, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	schrijf(".weeg.yaml", []byte("weeg: 1\ncasussen: cs\nwerkvormen: cs/werkvormen\nwaarden: cs/waarden\n"))
	err := fs.WalkDir(casussen.FS, ".", func(pad string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(casussen.FS, pad)
		if err != nil {
			return err
		}
		var n yaml.Node
		// {vraag: Wie kookt?} is right in our files, and not for every reader of YAML.
		if err := yaml.Unmarshal(bytes.ReplaceAll(data, []byte("?"), nil), &n); err != nil {
			return fmt.Errorf("%s: %w", pad, err)
		}
		inSleutels(&n, "@"+strings.TrimSuffix(path.Base(pad), ".yaml"))
		data, err = yaml.Marshal(&n)
		schrijf("cs/"+pad, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// sleutelantwoord answers a question with words that no program says, and that follow-ups wait for.
func sleutelantwoord(v sessie.Vraag, nr int) reflectie.Antwoord {
	const tekst = "@zeg maatwerk: niet haalbaar"
	switch {
	case !v.Antwoord.IsZero():
		return reflectie.Antwoord{}
	case v.Soort == casus.JaNee:
		return reflectie.JaNee(nr == 0)
	case v.Soort == casus.Datum:
		return reflectie.Tekst("2027-02-21")
	case v.Soort == casus.Lijst, v.Soort == casus.Meerkeuze && len(v.Opties) == 0:
		return reflectie.Lijst("@een", "@twee")
	case v.Soort == casus.Waardenkeuze && v.Vrij:
		return reflectie.Lijst("openheid", "privacy", "@eigen")
	case len(v.Opties) > 0 && v.Soort != casus.Regeltekst:
		id := v.Opties[min(nr, len(v.Opties)-1)].ID
		if v.Soort == casus.Keuze {
			return reflectie.Tekst(id)
		}
		return reflectie.Lijst(id)
	}
	return reflectie.Tekst(tekst)
}

// watOver is what a conversation said besides the words of the library, those of
// line mode and what the person typed.
func watOver(gezegd string) string {
	gezegd = strings.Join(strings.Fields(gezegd), " ")
	gezegd = regexp.MustCompile(`Ongeveer \d+ minuten`).ReplaceAllString(gezegd, "Ongeveer N minuten")
	for _, zin := range vanRegelmodus {
		gezegd = strings.ReplaceAll(gezegd, zin, " ")
	}
	gezegd = strings.NewReplacer("@zeg maatwerk: niet haalbaar", " ", "zondag 21 februari 2027", " ").Replace(gezegd) // what was answered
	// Two words of the library may have "en" between them: a pair of waarden.
	gezegd = regexp.MustCompile(`Stap \d+ van \d+:|@[\w.:-]+( en @[\w.:-]+)?`).ReplaceAllString(gezegd, " ")
	over := strings.FieldsFunc(gezegd, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' })
	return strings.Join(over, " ")
}

// All words that a person reads in a conversation are in the library: of a
// library that holds the paths of its keys, a whole conversation shows those.
func TestAllWordsOfAConversationAreData(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	dir := sleutelbibliotheek(t)
	bieb := casus.NewBibliotheek(casus.Bron{FS: os.DirFS(dir), Casussen: "cs", Werkvormen: "cs/werkvormen", Waarden: "cs/waarden", Naam: dir})
	waarden, err := bieb.Waarden()
	if err != nil {
		t.Fatal(err)
	}
	werkvormen, err := bieb.Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	koken, err := bieb.Casus("koken-in-het-schoolgebouw")
	if err != nil {
		t.Fatal(err)
	}
	if len(vanRegelmodus) > 16 {
		t.Errorf("line mode says %d sentences of its own, and they were to be few", len(vanRegelmodus))
	}
	thuis := t.TempDir()
	for _, w := range werkvormen {
		for i, c := range []casus.Casus{koken, casus.EigenCasus()} {
			if i > 0 && !heel() && slices.Contains(w.Bij, casus.BijCasus) {
				continue
			}
			def, err := casus.NewDefinitie(c, w, waarden)
			if err != nil {
				continue // not about this
			}
			for nr := range steekproef(2) {
				args := []string{"nieuw", c.ID, "--werkvorm", w.ID, "--toegankelijk", "--opnieuw"}
				if def.IsEigen() {
					args[1] = "--eigen"
				}
				gezegd := houdt(t, dir, thuis, sessie.NewStand("x", def), nr, args)
				if over := watOver(gezegd); over != "" {
					t.Errorf("%s, %s: the program itself says %q", w.ID, c.ID, over)
				}
				if n := strings.Count(gezegd, "@"); n < 40 {
					t.Errorf("%s, %s: only %d texts of the library are seen", w.ID, c.ID, n)
				}
			}
		}
	}
	if over := watOver("Stap 1 van 3: @kort.stappen.0.titel\nWaar twijfelt u over?\nTyp een nummer.\n> "); over != "Waar twijfelt u over" {
		t.Errorf("of a question in Dutch it sees %q", over)
	}
}

// houdt holds a whole conversation in line mode, and returns what was said in it.
func houdt(t *testing.T, dir, thuis string, stand sessie.Stand, nr int, args []string) string {
	t.Helper()
	s := sessie.New(stand)
	var invoer []string
	for s.Vraag().Sleutel != sessie.SleutelAfronden {
		v := s.Vraag()
		a := sleutelantwoord(v, nr)
		invoer = append(invoer, stap{v, a}.typ(nil)...)
		if err := s.Answer(a); err != nil {
			t.Fatalf("%s: %v", v.Sleutel, err)
		}
	}
	cmd := weeg(t, thuis, args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(strings.Join(invoer, "\n") + "\n")
	var fout strings.Builder
	cmd.Stderr = &fout
	if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() != 4 { // it stops at the last question
		t.Fatalf("weeg %v: %v\n%s", args, err, fout.String())
	}
	gezegd, _, ok := cutLast(fout.String(), "\n> ")
	if !ok {
		t.Fatalf("weeg %v asks nothing:\n%s", args, fout.String())
	}
	return gezegd
}

// cutLast cuts a text around the last sep.
func cutLast(s, sep string) (voor, na string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}
