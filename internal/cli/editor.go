package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// editorTijd is how long an editor gets to close when the program must stop.
const editorTijd = time.Second

// meteen is how soon an editor ends that leaves the text to a window which was
// open already.
const meteen = 1500 * time.Millisecond

// What the person should know of their editor.
const (
	laatBewaard = "Wat u in uw editor bewaarde, staat hier nu. Ctrl+z haalt terug wat hier stond."
	meteenDicht = "De editor stopte meteen. Is uw tekst open in een ander venster? Bewaar hem daar. Druk dan hier op ctrl+e of ga verder."
)

// bewerk opens the text of a question in the person's editor, and returns what it
// became, with what the person should know of it.
func (o ontvangst) bewerk(ctx context.Context, id, sleutel, tekst string) (nieuw, melding string, err error) {
	if laat, melding, ok := o.haalKlad(id, sleutel, tekst); ok {
		return laat, melding, nil
	}
	begin := o.w.Nu()
	pad, err := o.kast.SchrijfKlad(id, sleutel, tekst+"\n")
	if errors.Is(err, archief.ErrBestaat) {
		return "", "", errors.New("in uw editor bewaarde u nog een tekst bij een andere vraag; ga naar die vraag en druk daar op ctrl+e")
	}
	if err != nil {
		return "", "", err
	}
	fout := o.sein.alsAnder(ctx, func() error { return o.draai(ctx, pad) })
	k, err := o.kast.Klad(id) // also when the program has to end: what was saved there is kept
	switch {
	case fout != nil && ctx.Err() == nil && !k.IsVeranderd():
		return "", "", errors.Join(fout, o.kast.VerwijderKlad(id, k))
	case err != nil:
		return "", "", err // whatever stands there, it stays
	case fout != nil:
		melding = fmt.Sprintf("De editor %s stopte met een fout. Wat u daar bewaarde, staat hier nu.", strict.Aanhaling(o.editor()))
	case k.Tekst == k.Was && o.w.Nu().Sub(begin) < meteen:
		return tekst, meteenDicht, nil
	}
	if err := o.kast.VerwijderKlad(id, k); err != nil {
		melding = err.Error()
	}
	nieuw, opmerking := uitEditor(k)
	return nieuw, strings.TrimSpace(melding + " " + opmerking), nil
}

// haalKlad takes what an editor saved at a question since weeg looked last, if
// anything.
func (o ontvangst) haalKlad(id, sleutel, tekst string) (nieuw, melding string, ok bool) {
	k, err := o.kast.Klad(id)
	if err != nil || !k.IsVeranderd() || k.Sleutel != "" && k.Sleutel != sleutel {
		return "", "", false
	}
	_ = o.kast.VerwijderKlad(id, k) // one that stays is read again
	nieuw, opmerking := naast(tekst, k)
	return nieuw, strings.TrimSpace(laatBewaard + " " + opmerking), true
}

// naast is what an editor saved, below what was typed meanwhile, and what there is
// to say of how it was read.
func naast(getypt string, k archief.Klad) (tekst, opmerking string) {
	tekst, opmerking = uitEditor(k)
	getypt = reflectie.Normaal(getypt)
	if getypt == reflectie.Normaal(k.Was) || strings.Contains(reflectie.Normaal(tekst), getypt) {
		return tekst, opmerking
	}
	return getypt + "\n\n" + tekst, opmerking
}

// uitEditor is what an editor saved, as it stands in an answer, and what there is
// to say of how it was read.
func uitEditor(k archief.Klad) (tekst, opmerking string) {
	tekst, opmerking = strict.Ontcijfer([]byte(k.Tekst))
	tekst = strings.ReplaceAll(tekst, "\r\n", "\n")
	return strings.TrimSuffix(tekst, "\n"), opmerking // an editor ends it with a new line
}

// editor is how the person calls their editor.
func (o ontvangst) editor() string {
	naam := cmp.Or(strings.TrimSpace(o.w.Getenv("VISUAL")), strings.TrimSpace(o.w.Getenv("EDITOR")))
	if naam == "" {
		naam = map[bool]string{true: "notepad", false: "nano"}[o.w.OS == "windows"] // who never chose one is lost in vi
	}
	return naam
}

// heeftEditor reports whether there is an editor to offer. So there is where the person
// named one that is not there: then they hear why it does not open.
func (o ontvangst) heeftEditor() bool {
	_, err := editorwoorden(o.editor())
	return err == nil || strings.TrimSpace(o.w.Getenv("VISUAL")+o.w.Getenv("EDITOR")) != ""
}

// totEinde runs an editor until it ends. When ctx ends it gets a moment for that. On Windows
// nobody can ask it: the system tells the programs in a window that this closes, and one
// with a window of its own, such as Kladblok, stays open. It may hold what is not saved yet.
func (o ontvangst) totEinde(ctx context.Context, cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	klaar := make(chan error, 1)
	go func() { klaar <- cmd.Wait() }()
	select {
	case err := <-klaar:
		return err
	case <-ctx.Done():
	}
	isWindows := o.w.OS == "windows"
	if !isWindows {
		_ = cmd.Process.Signal(syscall.SIGTERM) // it may have ended
	}
	select {
	case err := <-klaar:
		return cmp.Or(err, ctx.Err())
	case <-time.After(editorTijd):
	}
	if isWindows {
		return ctx.Err()
	}
	_ = cmd.Process.Kill() // likewise
	return <-klaar
}

func (o ontvangst) draai(ctx context.Context, pad string) error {
	naam := o.editor()
	woorden, err := editorwoorden(naam)
	if err != nil {
		return err
	}
	cmd := exec.Command(woorden[0], append(woorden[1:], pad)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = o.w.Terminal.In, o.w.Terminal.Uit, o.w.Terminal.Uit
	if err := o.totEinde(ctx, cmd); err != nil {
		return fmt.Errorf("de editor %s stopte met een fout; uw tekst is zoals die was", strict.Aanhaling(naam))
	}
	return nil
}

// editorwoorden splits what VISUAL or EDITOR holds into a program and what it
// gets along. A program whose path has spaces may stand there as it is, or
// between quotation marks.
func editorwoorden(naam string) ([]string, error) {
	for _, woorden := range [][]string{{naam}, splits(naam)} {
		if _, err := exec.LookPath(woorden[0]); err == nil {
			return woorden, nil
		}
	}
	return nil, fmt.Errorf("de editor %s is er niet op deze computer; typ uw tekst hier, of zet in EDITOR de naam van een editor die er wel is", strict.Aanhaling(naam))
}

var (
	reWoord     = regexp.MustCompile(`(?:"[^"]*"?|'[^']*'?|[^ \t"'])+`)
	reAanhaling = regexp.MustCompile(`"([^"]*)"?|'([^']*)'?`)
)

// splits cuts a command at its spaces, but for those between quotation marks. Of
// a command that says anything there is a first word.
func splits(opdracht string) []string {
	return casus.Elk(reWoord.FindAllString(opdracht, -1), func(woord string) string {
		return reAanhaling.ReplaceAllString(woord, "$1$2")
	})
}
