// Package cli is the command line: it reads the arguments, puts the rooms of
// the house together once, and gives each command what it needs.
//
// What a command is given: the Wereld (streams, clock, terminal), the plek (where
// things are), the kast (the archief of this person), the boekerij (definitions),
// the plank (reflecties), and what is made of those. The ontvangst asks by one front end or
// another; of a conversation the aanvang makes the begin, the leider holds it and
// tells how it ended, and the schrijver writes it; the proef holds one of which
// nothing is kept, about what somebody is writing; the lezer makes something to
// read, and the uitgifte hands it out.
//
// It is the only room that looks at the clock, the environment, the random
// source and the process's own streams. It knows nothing of how a question is
// asked or a file is written.
package cli

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/stil"
	"ambt.example/weeg/internal/zetwerk"
)

// Main runs the program as the process that it is, and returns its exit code.
func Main() int {
	stil.Herstel()
	debug.SetGCPercent(400) // a command makes a few megabytes and ends: clearing up costs it more than the room
	// On Windows cobra takes a start from the explorer for a mistake: it says so
	// in English and ends. A double click on weeg.exe must open the start screen.
	cobra.MousetrapHelpText = ""
	w := Wereld{
		In: os.Stdin, Uit: os.Stdout, Fout: os.Stderr,
		Getenv: os.Getenv, Nu: time.Now, Random: rand.Reader,
		Werkmap: os.Getwd, OS: runtime.GOOS,
		Zuinig: zuinig,
	}
	w.UitTerminal = term.IsTerminal(int(os.Stdout.Fd()))
	if term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())) {
		w.Terminal = &Terminal{In: os.Stdin, Uit: os.Stderr, Zelf: zelf(os.Args[0])}
		w.SluitMee = func() bool { return sluitMee(os.Stderr) }
		w.Open = newOpen(w)
	}
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		terug, ok := metCodes(f)
		defer terug()
		w.ZonderCodes = w.ZonderCodes || !ok
	}
	args := os.Args[1:]
	if w.OS == "windows" {
		args = metBestanden(args)
	}
	return Run(context.Background(), w, args)
}

// naamZelf is what this program is called.
const naamZelf = "weeg"

// zelf is how somebody who typed naam can start this program again; "" where its name is
// enough, which a shell finds along PATH, or where nobody can type it.
func zelf(naam string) string {
	kaal := filepath.Base(naam)
	if pad, err := exec.LookPath(naamZelf); err == nil {
		daar, _ := os.Stat(pad)
		if hier, err := os.Stat(naam); err == nil && os.SameFile(hier, daar) {
			return ""
		}
	}
	if werkmap, _ := os.Getwd(); filepath.Dir(naam) == werkmap { // a window that the program opened
		naam = "." + string(filepath.Separator) + kaal
	}
	naam = strings.TrimSuffix(naam, ".exe")
	if naam == naamZelf || naam != zetwerk.VeiligRegel(naam) || strings.Contains(naam, "%") {
		return ""
	}
	return schelp(runtime.GOOS, naam)
}

// zuinig clears up more often than Main asks: nearly all that is read of a file is
// let go at once.
func zuinig() (gewoon func()) {
	percent := debug.SetGCPercent(200)
	grens := debug.SetMemoryLimit(96 << 20) // what makes more of thousands clears up in time; one large file never could
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(grens)
	}
}

// Run runs one command and returns the exit code.
func Run(ctx context.Context, w Wereld, args []string) int {
	sein := newSein()
	code := draai(ctx, w, sein, args)
	if !sein.moetWeg.Load() {
		w.houdOpen()
	}
	return code
}

// draai runs one command, tells what went wrong, and returns the exit code.
func draai(ctx context.Context, w Wereld, sein *sein, args []string) int {
	plek, err := newPlek(w)
	if err != nil {
		fmt.Fprintln(w.Fout, foutmelding(err))
		return exitMislukt
	}
	if w.UitTerminal && w.Terminal != nil {
		uitgifte := uitgifte{ontvangst{w: w, kast: plek.kast, sein: sein}, plek}
		w.Terminal.blader = func(l leesstof) error { return uitgifte.toon(ctx, l) }
	}
	root := bouw(w, plek, sein)
	root.SetArgs(args)
	uit := &uitgang{naar: w.Uit}
	root.SetOut(uit)
	err = cmp.Or(root.ExecuteContext(ctx), uit.fout)
	if err == nil {
		return exitKlaar
	}
	if !errors.Is(err, gesprek.ErrGestopt) && !errors.Is(err, errOnderbroken) && !errors.Is(err, errGevonden) {
		for regel := range strings.SplitSeq(w.foutmelding(err), "\n") {
			w.meldRegel(regel)
		}
	}
	return exitcode(err)
}

// An uitgang is where cobra writes help. It remembers that this failed, which
// cobra does not tell.
type uitgang struct {
	naar io.Writer
	fout error
}

func (u *uitgang) Write(p []byte) (int, error) {
	n, err := u.naar.Write(p)
	u.fout = cmp.Or(u.fout, err)
	return n, err
}

// bouw puts the program together: each thing once, and to each command what it
// needs. Nothing is opened before a command asks.
func bouw(w Wereld, plek plek, sein *sein) *cobra.Command {
	var (
		kast      = plek.kast
		boekerij  = newBoekerij(plek)
		plank     = plank{w, plek, boekerij}
		ontvangst = ontvangst{w: w, kast: kast, sein: sein}
		uitgifte  = uitgifte{ontvangst, plek}
		lezer     = lezer{uitgifte, boekerij, plank}
		schrijver = schrijver{w, plek, kast, boekerij}
		aanvang   = aanvang{w, plek, kast, boekerij, plank}
		deler     = deler{ontvangst, plek, plank, schrijver}
		leider    = leider{ontvangst, plek, schrijver, lezer, deler, aanvang, nil}
		start     = start{aanvang, leider, lezer}
	)
	return newRoot(w, kast, start,
		newNieuw(nieuw{aanvang, leider}, start),
		newVerder(verder{aanvang, leider}),
		newTerugblik(terugblik{aanvang, leider}),
		newConcept(w, plek, kast),
		newPrive(uitgifte),
		newCasus(w, plek, boekerij, newCasusNieuw(nieuw{aanvang, leider}), newProef(proef{uitgifte, boekerij})),
		newWerkvorm(w, boekerij),
		newWaarde(w, boekerij),
		newAntwoordblad(uitgifte, boekerij),
		newLees(lezer, start),
		newNetwerk(waardenetwerk{uitgifte, boekerij, plank}),
		newKompas(kompasmaker{uitgifte, boekerij, plank}),
		newOverleg(overlegmaker{uitgifte, boekerij, plank}),
		newReflectie(uitgifte, plank),
		newSchema(uitgifte, boekerij),
		newInrichten(inrichter{ontvangst, plek}),
		newControleer(uitgifte, controleur{w, plek, boekerij, plank, schrijver}),
		newOpruimen(opruimer{ontvangst, plek}),
		newDelen(deler),
		newBesproken(deler),
		newVraag(w, boekerij),
		newUitleg(uitgifte),
		newAanvulling(w),
	)
}
