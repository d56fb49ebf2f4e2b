package scherm

import (
	"bytes"
	"errors"
	"io"
	"os"
	"unicode/utf8"
)

// An invoer is the keyboard. It mends two things that the reader of bubbletea
// does not: a letter of more than one byte that is cut in two by the size of a
// read, as happens in a paste, and the end of input, at which a program would
// wait forever.
type invoer struct {
	*os.File
	rest []byte // the first bytes of a letter whose others are still to come
	eind func() // called once, at the end of input
}

// Read reads whole letters.
func (i *invoer) Read(p []byte) (int, error) {
	if len(p) <= utf8.UTFMax { // no room to hold anything back
		return i.File.Read(p)
	}
	n := copy(p, i.rest)
	i.rest = nil
	gelezen, err := i.File.Read(p[n:])
	n += gelezen
	if errors.Is(err, io.EOF) && i.eind != nil {
		i.eind()
		i.eind = nil
	}
	if err != nil {
		return n, err
	}
	heel := n - afgebroken(p[:n])
	i.rest = bytes.Clone(p[heel:n])
	return heel, nil // which may be 0: waiting here for the rest could not be called off
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
