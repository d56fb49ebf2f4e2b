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

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/strict"
)

// editorTijd is how long an editor gets to close when the program must stop.
const editorTijd = time.Second

// bewerk opens a text of the conversation with this id in the person's editor,
// and returns what it became, with what the person should know of it.
func (o ontvangst) bewerk(ctx context.Context, id, tekst string) (nieuw, melding string, err error) {
	pad, err := o.kast.SchrijfKlad(id, tekst+"\n")
	if err != nil {
		return "", "", err
	}
	fout := o.sein.alsAnder(ctx, func() error { return o.draai(ctx, pad) })
	nieuw, err = o.leesKlad(id) // also when the program has to end: what was saved there is kept
	// What an editor that failed left empty, it may have failed to write.
	if fout != nil && ctx.Err() == nil && (nieuw == tekst || strings.TrimSpace(nieuw) == "") {
		return "", "", errors.Join(fout, o.kast.VerwijderKlad(id))
	}
	if err != nil {
		return "", "", err // whatever stands there, it stays
	}
	if fout != nil {
		melding = fmt.Sprintf("De editor %s stopte met een fout. Wat u daar bewaarde, staat hier nu.", strict.Aanhaling(o.editor()))
	}
	if err := o.kast.VerwijderKlad(id); err != nil {
		melding = err.Error()
	}
	return nieuw, melding, nil
}

// leesKlad reads what an editor saved, as it stands in an answer.
func (o ontvangst) leesKlad(id string) (string, error) {
	tekst, err := o.kast.Klad(id)
	tekst = strings.TrimPrefix(strings.ReplaceAll(tekst, "\r\n", "\n"), "\ufeff")
	return strings.TrimSuffix(tekst, "\n"), err // an editor ends it with a new line
}

// editor is how the person calls their editor.
func (o ontvangst) editor() string {
	naam := cmp.Or(strings.TrimSpace(o.w.Getenv("VISUAL")), strings.TrimSpace(o.w.Getenv("EDITOR")))
	if naam == "" {
		naam = map[bool]string{true: "notepad", false: "nano"}[o.w.OS == "windows"] // who never chose one is lost in vi
	}
	return naam
}

func (o ontvangst) draai(ctx context.Context, pad string) error {
	naam := o.editor()
	woorden, err := editorwoorden(naam)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, woorden[0], append(woorden[1:], pad)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = o.w.Terminal.In, o.w.Terminal.Uit, o.w.Terminal.Uit
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = editorTijd
	if err := cmd.Run(); err != nil {
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
	return nil, fmt.Errorf("de editor %s is er niet; zet in EDITOR de naam van uw editor", strict.Aanhaling(naam))
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
