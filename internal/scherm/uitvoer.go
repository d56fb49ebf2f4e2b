package scherm

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// merk stands in a line before the character where the person is. A terminal that
// would get it shows nothing: it is a command that none knows.
const merk = "\x1b]weeg\x1b\\"

// reCaret matches what tells an uitvoer where the person is, at the end of a frame.
var reCaret = regexp.MustCompile(`\x1b\]weeg;(\d+);(\d+)\x1b\\`)

// metCaret takes the marks out of the lines of a screen, and says at the end of the
// last line where the last mark was: the screen differs with it, so that it is drawn.
func metCaret(regels []string, breedte int) []string {
	rij, kol := len(regels), 1
	for i, regel := range regels {
		if plek := strings.LastIndex(regel, merk); plek >= 0 {
			rij, kol = i+1, min(ansi.StringWidth(regel[:plek])+1, breedte)
			regels[i] = strings.ReplaceAll(regel, merk, "")
		}
	}
	if n := len(regels); n > 0 {
		regels[n-1] += fmt.Sprintf("\x1b]weeg;%d;%d\x1b\\", rij, kol)
	}
	return regels
}

// An uitvoer is the terminal that is drawn on. bubbletea hides the cursor of the
// terminal and leaves it below the last line; who reads by braille, by ear or through
// a magnifier follows that cursor, so after each frame it stands where the person is.
type uitvoer struct {
	*os.File
	caret []byte // puts the cursor there, and shows it
}

// Write writes a frame, or anything else as it is.
func (u *uitvoer) Write(p []byte) (int, error) {
	if !bytes.HasPrefix(p, []byte(ansi.CursorHomePosition)) {
		return u.File.Write(p)
	}
	beeld := reCaret.ReplaceAllFunc(p, func(plek []byte) []byte {
		m := reCaret.FindSubmatch(plek)
		u.caret = fmt.Appendf(nil, "\x1b[%s;%sH%s", m[1], m[2], ansi.ShowCursor)
		return nil
	})
	if _, err := u.File.Write(bytes.Join([][]byte{[]byte(ansi.HideCursor), beeld, u.caret}, nil)); err != nil {
		return 0, err
	}
	return len(p), nil
}
