// Package archief keeps the files: reflecties, concepts, private parts, and
// where a team keeps its own. It is the only room that writes files, and it
// writes them whole or not at all.
//
// It never asks a question, never looks at the clock or the environment, and
// never puts a concept or a private part in the folder of a team. Its errors
// are Dutch, name the file and say what to do, and never hold an answer.
package archief

import (
	"bytes"
	"fmt"
	"io"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Modes of what is written. What only the person may see is closed to others.
const (
	modeEigen      = 0o600
	modeEigenMap   = 0o700
	modeGedeeld    = 0o644
	modeGedeeldMap = 0o755
	modeProgramma  = 0o755
)

// An Archief keeps the files of one person. The zero Archief can write
// reflecties, and has no place for concepts and private parts.
type Archief struct {
	plekken Plekken
	err     error
}

// New returns the Archief that keeps concepts and private parts in plekken; or,
// with an error, one that has no places.
func New(plekken Plekken, err error) Archief { return Archief{plekken, err} }

// Err says why there is no place for concepts and private parts, if so. What
// needs one fails with it too.
func (a Archief) Err() error { return a.err }

// checkID refuses an id that could name a file outside its folder, or a device.
func checkID(id string) error {
	if reflectie.IsBestandsnaam(id) {
		return nil
	}
	return fout("", fmt.Sprintf("%s kan geen naam van een bestand zijn", strict.Aanhaling(id)),
		"gebruik hoogstens 200 kleine letters, cijfers en streepjes, en geen naam die Windows zelf gebruikt")
}

const (
	tekens        = "abcdefghijklmnopqrstuvwxyz0123456789"
	achtervoegsel = 4
)

// willekeurig reads four random letters or digits, each as likely as another.
func willekeurig(random io.Reader) (string, error) {
	// Bytes from 252 up would make the first letters more likely than the rest.
	const grens = 256 - 256%len(tekens)
	var b bytes.Buffer
	var een [1]byte
	for b.Len() < achtervoegsel {
		if _, err := io.ReadFull(random, een[:]); err != nil {
			return "", fout("", "het lukt niet om een willekeurige naam te maken", "probeer het opnieuw", err)
		}
		if int(een[0]) < grens {
			b.WriteByte(tekens[int(een[0])%len(tekens)])
		}
	}
	return b.String(), nil
}
