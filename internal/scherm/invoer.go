package scherm

import (
	"bytes"
	"errors"
	"io"
	"os"
	"regexp"
	"time"
	"unicode/utf8"
)

// An invoer is the keyboard. It mends four things that the reader of bubbletea
// does not: a letter of more than one byte that is cut in two by the size of a
// read, as happens in a paste; a key that is cut so, as happens to who types ahead; a
// long paste, which it reads anew from its begin with each read; and the end of input,
// at which a program would wait forever.
type invoer struct {
	*os.File
	rest []byte // the first bytes of a letter whose others are still to come
	eind func() // called once, at the end of input

	erbij   []byte // what comes before what is still to be read
	laatste []byte // the end of what was read: a mark may be cut in two
	inPlak  bool   // a paste is under way
	geplakt int    // bytes of this piece of it
}

// What stands around a paste, and how long a piece of one may be.
const (
	beginPlak = "\x1b[200~"
	eindPlak  = "\x1b[201~"
	maxPlak   = 64 << 10
)

// How long a key is at most, and how soon its bytes follow on each other.
const (
	maxToets = 16
	samen    = 10 * time.Millisecond
)

// reToets matches a key that may go on: escape, and alt with [ or O, are whole too.
var reToets = regexp.MustCompile(`\x1b(O|\[[0-?]*[ -/]*)?$`)

// Read reads whole letters and keys.
func (i *invoer) Read(p []byte) (int, error) {
	if len(p) <= utf8.UTFMax { // no room to hold anything back
		return i.File.Read(p)
	}
	if len(i.erbij) > 0 {
		n := copy(p, i.erbij)
		i.erbij = i.erbij[n:]
		return n, nil
	}
	n := copy(p, i.rest)
	i.rest = nil
	gelezen, err := i.File.Read(p[n:max(n+1, len(p)-maxToets)])
	n += gelezen
	for err == nil && n < len(p) && reToets.Match(p[max(0, n-maxToets):n]) && volgt(i.File) {
		meer, fout := i.File.Read(p[n : n+1])
		if fout != nil {
			break // it comes once more at the next Read
		}
		n += meer
	}
	if errors.Is(err, io.EOF) && i.eind != nil {
		i.eind()
		i.eind = nil
	}
	if err != nil {
		return n, err
	}
	heel := n - afgebroken(p[:n])
	i.rest = bytes.Clone(p[heel:n])
	i.knipPlak(p[:heel])
	return heel, nil // which may be 0: waiting here for the rest could not be called off
}

// knipPlak ends a long paste after what was read, and begins another.
func (i *invoer) knipPlak(gelezen []byte) {
	hier := append(i.laatste, gelezen...)
	begin, eind := bytes.LastIndex(hier, []byte(beginPlak)), bytes.LastIndex(hier, []byte(eindPlak))
	if begin != eind {
		i.inPlak = begin > eind
	}
	i.laatste = bytes.Clone(hier[max(0, len(hier)-len(beginPlak)+1):])
	if i.geplakt += len(gelezen); !i.inPlak {
		i.geplakt = 0
	}
	// Not within a line end of two, or a mark.
	if i.geplakt > maxPlak && !bytes.ContainsAny(i.laatste, "\r\x1b") {
		i.erbij, i.geplakt, i.laatste = []byte(eindPlak+beginPlak), 0, nil
	}
}

// afgebroken returns how many bytes at the end of b begin a letter that is not complete.
func afgebroken(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if eind := b[len(b)-n:]; utf8.RuneStart(eind[0]) && !utf8.FullRune(eind) {
			return n
		}
	}
	return 0
}
