//go:build unix

package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"syscall"
	"testing"
)

// A seingever writes on, and sends a signal to this process when it is asked something.
type seingever struct {
	bytes.Buffer
	sein syscall.Signal
}

func (s *seingever) Write(p []byte) (int, error) {
	if bytes.Equal(p, []byte("> ")) {
		if err := syscall.Kill(os.Getpid(), s.sein); err != nil {
			return 0, err
		}
	}
	return s.Buffer.Write(p)
}

// Who closes the window has nothing more to read, and cannot press enter.
func TestAWindowThatIsClosedIsNotKeptOpen(t *testing.T) {
	for sein, want := range map[syscall.Signal]bool{syscall.SIGTERM: false, syscall.SIGINT: true} {
		ta := newTafel(t)
		in, toetsen := io.Pipe()
		defer toetsen.Close()
		gevraagd := false
		ta.w.In, ta.w.Fout = in, &seingever{sein: sein}
		ta.w.SluitMee = func() bool { gevraagd = true; return false }
		if code := Run(t.Context(), ta.w, []string{"nieuw", "koken-in-het-schoolgebouw", "--toegankelijk"}); code != exitGestopt {
			t.Errorf("%v: it ends with %d", sein, code)
		}
		if gevraagd != want {
			t.Errorf("%v: it looks whether the window must stay: %v", sein, gevraagd)
		}
	}
}

// On Windows a program with a window of its own cannot be asked to end. Killed, it would
// lose what is typed in it; let go, it can still save that.
func TestAnEditorThatCannotBeAskedToEndMaySaveLater(t *testing.T) {
	cmd := exec.Command("sh", "-c", `echo open; read later; echo "bewaard: $later"`)
	toetsen, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	lees, schrijf, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer lees.Close()
	cmd.Stdout = schrijf
	ctx, stop := context.WithCancel(t.Context())
	stop()
	o := ontvangst{w: Wereld{OS: "windows"}}
	if err := o.totEinde(ctx, cmd); !errors.Is(err, context.Canceled) {
		t.Fatalf("it ends with %v", err)
	}
	schrijf.Close()
	if _, err := io.WriteString(toetsen, "nog een zin\n"); err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(lees)
	if want := "open\nbewaard: nog een zin\n"; string(got) != want || err != nil {
		t.Errorf("it saved %q, %v; want %q", got, err, want)
	}
}
