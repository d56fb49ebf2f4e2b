package cli

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/cobra"
)

// On Windows most people start a program by a double click. cobra then shows a text in
// English and ends, unless it has no text.
func TestADoubleClickIsNotTakenForAMistake(t *testing.T) {
	cobra.MousetrapHelpText = "This is a command line tool."
	args, uit := os.Args, os.Stdout
	defer func() { os.Args, os.Stdout = args, uit }()
	niets, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer niets.Close()
	os.Args, os.Stdout = []string{"weeg", "--versie"}, niets
	if code := Main(); code != 0 || cobra.MousetrapHelpText != "" {
		t.Errorf("it ends with %d, and cobra would say %q", code, cobra.MousetrapHelpText)
	}
}

func TestAWindowThatClosesWithTheProgramCanBeReadFirst(t *testing.T) {
	const vraag = "Druk op enter om dit venster te sluiten.\n"
	for naam, sluit := range map[string]bool{"a window of its own": true, "the window of a shell": false} {
		t.Run(naam, func(t *testing.T) {
			ta := newTafel(t)
			in := strings.NewReader("\n")
			ta.w.In = in
			ta.w.SluitMee = func() bool {
				if !strings.Contains(ta.fout.String(), "koken-in-het-schoolgebouw") {
					t.Errorf("it looks whether there is something to read when there is\n%s", ta.fout.String())
				}
				return sluit
			}
			if code := Run(t.Context(), ta.w, []string{"casus", "toon", "koken-in-het-schoolgebou"}); code != exitGebruik {
				t.Errorf("it ends with %d", code)
			}
			if got := strings.HasSuffix(ta.fout.String(), vraag); got != sluit {
				t.Errorf("it says\n%s", ta.fout.String())
			}
			if got := in.Len() == 0; got != sluit {
				t.Errorf("enter is read: %v", got)
			}
		})
	}
}

func TestAWindowThatTakesNoCodesGetsPlainLinesAndHearsWhy(t *testing.T) {
	const waarom = "Dit venster kan het scherm van Weeg niet tonen, daarom gaat het hier in gewone regels."
	for naam, c := range map[string]struct {
		args   []string
		zonder bool
		want   int
	}{
		"it takes none":        {[]string{"nieuw", "koken-in-het-schoolgebouw"}, true, 1},
		"and the person knows": {[]string{"nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"}, true, 0},
		"it takes them":        {[]string{"nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"}, false, 0},
	} {
		t.Run(naam, func(t *testing.T) {
			ta := newTafel(t)
			venster, err := os.Create(t.TempDir() + "/venster")
			if err != nil {
				t.Fatal(err)
			}
			defer venster.Close()
			ta.w.In, ta.w.Terminal, ta.w.ZonderCodes = strings.NewReader(":stop\n"), &Terminal{In: venster, Uit: venster}, c.zonder
			if code := Run(t.Context(), ta.w, c.args); code != exitGestopt {
				t.Errorf("it ends with %d", code)
			}
			gezegd := strings.Join(strings.Fields(ta.fout.String()), " ")
			if !strings.Contains(gezegd, "Vanuit welke rol kijkt u?") || strings.Count(gezegd, waarom) != c.want {
				t.Errorf("it says\n%s", ta.fout.String())
			}
		})
	}
}
