package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What somebody typed is there again, even when the machine stopped at once
// while they were typing.
func TestWhatIsBeingTypedSurvivesKill(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := newTerminal(t, weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort"), 80, 24)
	z.totTwijfel()
	z.typ("Eerst de brandweer bellen")
	z.ziet("bewaard")
	if err := z.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	z.klaar()

	z = newTerminal(t, weeg(t, thuis, "verder"), 80, 24)
	z.ziet("Eerst de brandweer bellen")
	z.ziet("tab verder")
	z.typ(" en dan schrijven", tab)
	z.ziet("Wat zeggen de ouderen tegen u")
	z.typ(ctrlC)
	z.klaar()
	if _, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk"); !strings.Contains(fout, "Eerst de brandweer bellen en dan schrijven") {
		t.Errorf("in line mode the answer is:\n%s", fout)
	}
}

// editor writes a program that does this to the file it gets, in a folder with
// a space in its name.
func editor(t *testing.T, doet string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "mijn editors")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	pad := filepath.Join(dir, "ed")
	if err := os.WriteFile(pad, []byte("#!/bin/sh\n"+doet+"\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	return pad
}

func TestTheEditorChangesWhatIsTypedAndLeavesNoFile(t *testing.T) {
	t.Parallel()
	for naam, c := range map[string]struct{ variabele, doet, ziet string }{
		"a path with a space":  {"EDITOR=%s", `echo "en dan schrijven" >>"$1"`, "en dan schrijven"},
		"quotes and options":   {`VISUAL="%s" -w`, `test "$1" = -w && echo "en dan wachten" >>"$2"`, "en dan wachten"},
		"fails after it saved": {"EDITOR=%s", `echo "en bewaard" >>"$1"; exit 1`, "Wat u daar bewaarde, staat hier nu"},
		"fails, saves nothing": {"EDITOR=%s", `exit 1`, "Bewerken lukt niet: de editor"},
		"fails while it saves": {"EDITOR=%s", `: >"$1"; exit 1`, "Bewerken lukt niet: de editor"},
		"one that is not":      {"EDITOR=%s-bestaat-niet", "", "Bewerken lukt niet: de editor"},
		"windows-1252":         {"EDITOR=%s", `printf 'Eerst bellen in het caf\351\n' >"$1"`, "Eerst bellen in het café"},
		"windows-1252 is said": {"EDITOR=%s", `printf 'Eerst bellen in het caf\351\n' >"$1"`, "las hem als Windows-1252"},
		"utf-16":               {"EDITOR=%s", `printf 'Eerst bellen, cafe' | sed 's/./&\x00/g' >"$1"`, "las hem als UTF-16"},
		"only for the person":  {"EDITOR=%s", `ls -l "$1" | cut -c1-10 >>"$1"`, "-rw-------"},
	} {
		t.Run(naam, func(t *testing.T) {
			thuis := t.TempDir()
			cmd := weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort")
			cmd.Env = append(cmd.Env, strings.ReplaceAll(c.variabele, "%s", editor(t, c.doet)))
			z := newTerminal(t, cmd, 80, 24)
			z.totTwijfel()
			z.ziet("ctrl+e editor")
			z.typ("Eerst bellen")
			z.ziet("Eerst bellen")
			z.typ("\x05") // ctrl+e
			z.ziet(c.ziet)
			z.ziet("Eerst bellen")
			z.typ(tab)
			z.ziet("Wat zeggen de ouderen tegen u")
			z.typ(ctrlC)
			if code := z.klaar(); code != 4 {
				t.Errorf("it ends with %d", code)
			}
			geenKlad(t, thuis)
		})
	}
}

// Who has no editor sees no key for one, and the key does nothing.
func TestNoEditorIsOfferedWhereThereIsNone(t *testing.T) {
	t.Parallel()
	for _, heeft := range []bool{false, true} {
		dir := t.TempDir()
		if heeft {
			if err := os.Symlink(editor(t, `echo "en dan schrijven" >>"$1"`), filepath.Join(dir, "nano")); err != nil {
				t.Fatal(err)
			}
		}
		cmd := weeg(t, t.TempDir(), "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort")
		cmd.Env = append(cmd.Env, "PATH="+dir, "EDITOR=", "VISUAL=")
		z := newTerminal(t, cmd, 80, 24)
		z.totTwijfel()
		z.ziet("ctrl+c stoppen")
		if got := strings.Contains(z.beeld(), "ctrl+e"); got != heeft {
			t.Errorf("there is an editor: %v, and it is offered: %v\n%s", heeft, got, z.beeld())
		}
		z.typ("Eerst bellen", "\x05") // ctrl+e
		if heeft {
			z.ziet("en dan schrijven")
		} else {
			z.ziet("Eerst bellen")
			z.typ(" en meteen")
			z.ziet("Eerst bellen en meteen")
			if strings.Contains(strings.ToLower(z.beeld()), "editor") {
				t.Errorf("the key says something:\n%s", z.beeld())
			}
		}
		z.typ(tab)
		z.ziet("Wat zeggen de ouderen tegen u")
		z.typ(ctrlC)
		z.klaar()
	}
}

// geenKlad fails where a file for an editor is left.
func geenKlad(t *testing.T, thuis string) {
	t.Helper()
	if resten, _ := filepath.Glob(filepath.Join(thuis, ".local", "state", "weeg", "klad", "*")); len(resten) > 0 {
		t.Errorf("%v stay behind", resten)
	}
}

// kortMet begins the short conversation with an editor that does this.
func kortMet(t *testing.T, thuis, doet string) *terminal {
	t.Helper()
	cmd := weeg(t, thuis, "nieuw", "koken-in-het-schoolgebouw", "--werkvorm", "kort")
	cmd.Env = append(cmd.Env, "EDITOR="+editor(t, doet))
	return newTerminal(t, cmd, 80, 24)
}

// bewaartEnWacht is an editor that saves a line, and waits for enter.
const bewaartEnWacht = `trap : INT; echo "en bewaard" >>"$1"; echo "de editor is open"; read regel`

// naarEditor types an answer and opens the editor, until that shows this.
func (z *terminal) naarEditor(getypt, ziet string) {
	z.t.Helper()
	z.typ(getypt)
	z.ziet(getypt)
	z.typ("\x05") // ctrl+e
	z.ziet(ziet)
}

// inEditor begins a conversation, opens an editor that saves a line, and waits
// for enter there.
func inEditor(t *testing.T, thuis string) *terminal {
	t.Helper()
	z := kortMet(t, thuis, bewaartEnWacht)
	z.totTwijfel()
	z.ziet("ctrl+e editor")
	z.naarEditor("Eerst bellen", "de editor is open")
	return z
}

// A key that an editor has for itself, ctrl+c among them, is not for weeg.
func TestInterruptInTheEditorDoesNotStopTheConversation(t *testing.T) {
	t.Parallel()
	z := inEditor(t, t.TempDir())
	if err := z.cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	z.typ("\n")
	z.ziet("en bewaard")
	z.ziet("tab verder")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Errorf("it ends with %d", code)
	}
}

func TestWhatTheEditorSavedIsKeptWhenTheProgramMustEnd(t *testing.T) {
	t.Parallel()
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		thuis := t.TempDir()
		z := inEditor(t, thuis)
		if err := z.cmd.Process.Signal(sig); err != nil {
			t.Fatal(err)
		}
		if code := z.klaar(); code != 4 {
			t.Errorf("%v: it ends with %d", sig, code)
		}
		if _, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk"); !strings.Contains(fout, "en bewaard") {
			t.Errorf("%v: afterwards there is\n%s", sig, fout)
		}
	}
}

// An editor may save and then end with an error, as after :cq or a crash.
func TestAnEditorThatFailsAfterItSavedKeepsTheText(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := kortMet(t, thuis, `echo "en dan schrijven" >>"$1"; exit 1`)
	z.totTwijfel()
	z.naarEditor("Eerst bellen", "en dan schrijven")
	z.typ(tab)
	z.ziet("Wat zeggen de ouderen tegen u")
	z.typ(ctrlC)
	z.klaar()
	if _, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk"); !strings.Contains(fout, "en dan schrijven") {
		t.Errorf("afterwards there is\n%s", fout)
	}
}

// laterBewaard begins a conversation with an editor that ends at once, as one
// does that hands the text to a window which was open already, and returns the
// file that this window has.
func laterBewaard(t *testing.T, thuis string) (*terminal, string) {
	t.Helper()
	z := kortMet(t, thuis, "exit 0")
	z.totTwijfel()
	z.naarEditor("Eerst bellen", "De editor stopte meteen")
	z.ziet("Eerst bellen")
	kladden, _ := filepath.Glob(filepath.Join(thuis, ".local", "state", "weeg", "klad", "*.md"))
	if len(kladden) != 1 {
		t.Fatalf("there is %v", kladden)
	}
	return z, kladden[0]
}

func bewaarLater(t *testing.T, pad, tekst string) {
	t.Helper()
	if err := os.WriteFile(pad, []byte(tekst), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestATextThatAWindowSavesLaterIsReadWhenThePersonComesBack(t *testing.T) {
	t.Parallel()
	for naam, toets := range map[string]string{"to the editor": "\x05", "to go on": tab} {
		t.Run(naam, func(t *testing.T) {
			thuis := t.TempDir()
			z, pad := laterBewaard(t, thuis)
			bewaarLater(t, pad, "Eerst bellen\nen later bewaard\n")
			z.typ(toets)
			z.ziet("Wat u in uw editor bewaarde, staat hier nu")
			z.ziet("en later bewaard")
			z.typ(tab)
			z.ziet("Wat zeggen de ouderen tegen u")
			z.typ(ctrlC)
			z.klaar()
			if _, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk"); !strings.Contains(fout, "en later bewaard") {
				t.Errorf("afterwards there is\n%s", fout)
			}
			geenKlad(t, thuis)
		})
	}
}

func TestATextThatAWindowSavesLaterIsKeptBesideWhatWasTypedMeanwhile(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z, pad := laterBewaard(t, thuis)
	z.typ(" en wachten")
	z.ziet("Eerst bellen en wachten")
	bewaarLater(t, pad, "Later bewaard.\n")
	z.typ(ctrlC)
	z.klaar()
	_, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk")
	for _, want := range []string{"Eerst bellen en wachten", "Later bewaard."} {
		if !strings.Contains(fout, want) {
			t.Errorf("%q is not in\n%s", want, fout)
		}
	}
}

func TestATextThatAWindowSavesForAnotherQuestionIsNotPutHere(t *testing.T) {
	t.Parallel()
	z, pad := laterBewaard(t, t.TempDir())
	z.typ(tab)
	z.ziet("Wat zeggen de ouderen tegen u")
	bewaarLater(t, pad, "Later bewaard.\n")
	z.typ("\x05")
	z.ziet("bij een andere vraag")
	z.typ("\x1b[Z") // shift+tab
	z.ziet("Eerst bellen")
	z.typ("\x05")
	z.ziet("Later bewaard.")
	z.typ(ctrlC)
	z.klaar()
}

// The machine may stop while the editor is open.
func TestWhatTheEditorSavedIsPickedUpAfterAKill(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := inEditor(t, thuis)
	if err := z.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	z.klaar()
	_, fout, _ := draai(t, thuis, ":naar 3\n:stop\n", "verder", "--toegankelijk")
	if n := strings.Count(fout, "en bewaard"); n == 0 || !strings.Contains(fout, "staat nu bij uw antwoord") {
		t.Errorf("afterwards there is\n%s", fout)
	}
	geenKlad(t, thuis)
}

// A private answer that was in the editor when the machine stopped stays private,
// and nothing of it is left in the editor's file.
func TestAPrivateAnswerInTheEditorIsPickedUpAfterAKillAndStaysPrivate(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	z := kortMet(t, thuis, strings.Replace(bewaartEnWacht, "en bewaard", "mijn geheim", 1))
	z.totReactie()
	z.ziet("alleen voor u")
	z.naarEditor("Eerst", "de editor is open")
	if err := z.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	z.klaar()
	_, fout, code := draai(t, thuis, ":naar einde\n1\n", "verder", "--toegankelijk", "--naar", "r.md")
	if code != 0 {
		t.Fatalf("it ends with %d:\n%s", code, fout)
	}
	openbaar, err := os.ReadFile(filepath.Join(thuis, "r.md"))
	if err != nil || strings.Contains(string(openbaar), "geheim") {
		t.Errorf("%v: in the file of the team stands\n%s", err, openbaar)
	}
	prive, _ := filepath.Glob(filepath.Join(thuis, ".local", "share", "weeg", "prive", "*.md"))
	if len(prive) != 1 {
		t.Fatalf("private parts: %v", prive)
	}
	if tekst, err := os.ReadFile(prive[0]); err != nil || !strings.Contains(string(tekst), "mijn geheim") {
		t.Errorf("the private part holds %s, %v", tekst, err)
	}
	geenKlad(t, thuis)
}

// Who opens the editor before they typed anything has a concept to go on with too.
func TestTheFirstTextOfAllIsPickedUpFromTheEditorAfterAKill(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	blad := "weeg: 1\ncasus: koken-in-het-schoolgebouw\nwerkvorm: kort\nrol: handhaver\nprive:\n  moment.reactie: Eerst bellen.\n"
	if err := os.WriteFile(filepath.Join(thuis, "a.yaml"), []byte(blad), 0o600); err != nil {
		t.Fatal(err)
	}
	r := filepath.Join(thuis, "r.md")
	if _, fout, code := draai(t, thuis, "", "nieuw", "koken-in-het-schoolgebouw", "--antwoorden", filepath.Join(thuis, "a.yaml"), "--naar", r); code != 0 {
		t.Fatal(fout)
	}
	cmd := weeg(t, thuis, "verder", r)
	cmd.Env = append(cmd.Env, "EDITOR="+editor(t, bewaartEnWacht))
	z := newTerminal(t, cmd, 80, 24)
	z.ziet("Waar twijfelt u over?")
	z.typ("\x05")
	z.ziet("de editor is open")
	if c, _ := filepath.Glob(filepath.Join(thuis, ".local", "state", "weeg", "concepten", "*.json")); len(c) != 1 {
		t.Errorf("the editor is open, and kept is %v", c)
	}
	if err := z.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	z.klaar()
	_, fout, _ := draai(t, thuis, ":stop\n", "verder", r, "--toegankelijk")
	if !strings.Contains(fout, "Waar twijfelt u over?") || !strings.Contains(fout, "en bewaard") {
		t.Errorf("afterwards there is\n%s", fout)
	}
}
