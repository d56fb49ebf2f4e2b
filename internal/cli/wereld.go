package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"

	"golang.org/x/term"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

// A Wereld is all that the program meets outside itself.
type Wereld struct {
	In       io.Reader
	Uit      io.Writer // results, and nothing else
	Fout     io.Writer // questions and messages
	Getenv   func(string) string
	Nu       func() time.Time
	Random   io.Reader
	Werkmap  func() (string, error)
	OS       string
	Terminal *Terminal // nil when there is no person at a terminal

	UitTerminal bool // Uit is a terminal, so that only a person reads it
	ZonderCodes bool // the terminal takes nothing but plain lines, and cannot say so in TERM

	// SluitMee reports whether the window closes with this process, as after a double
	// click, and something stands in it to read. Nil where no window does.
	SluitMee func() bool

	// Open has a file opened as a double click on it does. Nil where nobody would see that.
	Open func(pad string) error

	// Zuinig keeps the memory of the whole process small until what it returns is
	// called, for who goes through thousands of files. Nil leaves it as it is.
	Zuinig func() (gewoon func())
}

// A Terminal is where a person sits.
type Terminal struct {
	In, Uit *os.File

	// Zelf is how the person typed the name of this program, as "./weeg"; "" where weeg
	// is enough. What they are told to type must work when it is typed over.
	Zelf string

	blader func(leesstof) error // shows on standard output, where that is a terminal too; nil where it is not
}

const (
	gewoneBreedte = 80  // where nobody says
	gewoneHoogte  = 24  // likewise
	maxBreedte    = 100 // longer lines read badly
)

// thuis is the person's own folder; "" where nobody says.
func (w Wereld) thuis() string {
	if w.OS == "windows" {
		return w.Getenv("USERPROFILE")
	}
	return w.Getenv("HOME")
}

// vandaag is the day that it is.
func (w Wereld) vandaag() reflectie.Datum { return reflectie.DatumVan(w.Nu()) }

// isKaal reports whether a terminal gets plain lines: for a screen reader, or
// because it can do no more.
func (w Wereld) isKaal() bool {
	return w.ZonderCodes || w.Getenv("ACCESSIBLE") != "" || w.Getenv("TERM") == "dumb"
}

// isKleurig reports whether a screen may have colours.
func (w Wereld) isKleurig() bool { return w.Getenv("NO_COLOR") == "" }

// breedte is how many columns a text may take.
func (w Wereld) breedte() int {
	if w.Terminal != nil {
		if breed, _, err := term.GetSize(int(w.Terminal.Uit.Fd())); err == nil && breed > 0 {
			return min(breed, maxBreedte)
		}
	}
	return gewoneBreedte
}

// maat is the size of the terminal that standard output is. One that does not
// tell counts as 80 by 24.
func (w Wereld) maat() (breed, hoog int) {
	if uit, ok := w.Uit.(*os.File); ok && w.UitTerminal {
		if breed, hoog, err := term.GetSize(int(uit.Fd())); err == nil && breed > 0 && hoog > 0 {
			return breed, hoog
		}
	}
	return gewoneBreedte, gewoneHoogte
}

// schrijf writes a result to standard output.
func (w Wereld) schrijf(data []byte) error {
	_, err := w.Uit.Write(data)
	return err
}

// schrijfPad writes where something is as the result, on a line that a terminal can
// show: what comes out of a pipe may be shown on one too.
func (w Wereld) schrijfPad(pad string) error {
	return w.schrijf([]byte(zetwerk.VeiligRegel(pad) + "\n"))
}

// opdrachten are all that can stand behind the name of the program in a command.
const opdrachten = `--|\[OPDRACHT|(aanvulling|antwoordblad|besproken|casus|concept|controleer|delen|help|inrichten|kompas|lees|netwerk|nieuw|` +
	`opruimen|overleg|prive|reflectie|schema|terugblik|uitleg|verder|vraag|waarde|werkvorm|OPDRACHT)\b`

// What stands before a command: in a text of ours, and in an error, which may say how
// somebody called a file.
const (
	voorOpdracht       = `(^|[\s("])`
	voorOpdrachtInFout = `(?m)(^ *|[;:] |\b(?:[Mm]et|of|opdracht|typ|bedoelt u) "?)`
)

// zo writes each command in a text of ours as it works for the person here. What people
// wrote never goes through it.
func (t *Terminal) zo(tekst string) string { return t.na(voorOpdracht, tekst) }

// na is zo for the commands that stand after voor.
func (t *Terminal) na(voor, tekst string) string {
	if t == nil || t.Zelf == "" || !strings.Contains(tekst, naamZelf) {
		return tekst
	}
	re := regexp.MustCompile(voor + naamZelf + ` (` + opdrachten + `)`)
	return re.ReplaceAllStringFunc(tekst, func(s string) string { return strings.Replace(s, naamZelf, t.Zelf, 1) })
}

// foutmelding is what an error says to the person here.
func (w Wereld) foutmelding(err error) string {
	return w.Terminal.na(voorOpdrachtInFout, foutmelding(err))
}

// melding writes a message for the person. It is wrapped on a terminal alone:
// elsewhere a command in it should stay in one piece.
func (w Wereld) melding(format string, args ...any) {
	tekst := fmt.Sprintf(w.Terminal.zo(format), args...)
	if w.Terminal == nil {
		fmt.Fprintln(w.Fout, zetwerk.Veilig(tekst))
		return
	}
	for _, regel := range zetwerk.Alinea(tekst, w.breedte(), "", "") {
		fmt.Fprintln(w.Fout, regel)
	}
}

// meldRegel is melding of a line, which stays in one piece where it is to be copied: then it
// begins with two spaces.
func (w Wereld) meldRegel(regel string) {
	if strings.HasPrefix(regel, "  ") {
		fmt.Fprintln(w.Fout, zetwerk.VeiligRegel(regel))
		return
	}
	w.melding("%s", regel)
}

// opdracht shows a command on a line of its own, in one piece.
func (w Wereld) opdracht(tekst string) {
	if rest, ok := strings.CutPrefix(tekst, naamZelf+" "); ok && w.Terminal != nil && w.Terminal.Zelf != "" {
		tekst = w.Terminal.Zelf + " " + rest // which may hold what people wrote
	}
	fmt.Fprintln(w.Fout, "  "+zetwerk.VeiligRegel(tekst))
}

// houdOpen keeps a window that closes with this process open until the person has read
// what stands in it.
func (w Wereld) houdOpen() {
	if w.SluitMee == nil || !w.SluitMee() {
		return
	}
	w.melding("Druk op enter om dit venster te sluiten.")
	_, _ = bufio.NewReader(w.In).ReadString('\n') // whatever comes, there is nothing more to do
}

// zeker asks whether the person is sure to throw something away. Without a
// terminal it wants --ja.
func (w Wereld) zeker(wat string, ja bool) (bool, error) {
	if ja {
		return true, nil
	}
	if w.Terminal == nil {
		return false, gebruik("%s weggooien kan niet ongedaan worden gemaakt; geef --ja als u het zeker weet", wat)
	}
	w.melding("Wilt u %s weggooien? Typ ja of nee.", wat)
	antwoord, err := bufio.NewReader(w.In).ReadString('\n')
	if err != nil && err != io.EOF {
		return false, err
	}
	if a := strings.ToLower(strings.TrimSpace(antwoord)); a != "ja" && a != "j" {
		w.melding("Er is niets weggegooid.")
		return false, nil
	}
	return true, nil
}
