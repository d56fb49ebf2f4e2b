// Package rapport shows what a reflectie says, and the waardenetwerk of one or
// more, to somebody who reads it away from its file: as lines for a terminal
// or a pipe, and as a page of HTML that stands on its own.
//
// It writes to a stream that it is given, changes nothing of what was said, and
// knows nothing of how a file is kept. Private answers it shows in lines alone,
// and only where it is handed them; a page has no place for them.
package rapport

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// A Bladzij is a reflectie as it is read.
type Bladzij struct {
	Titel   string
	Delen   []markdown.Deel
	Netwerk netwerk.Netwerk // stands where Delen say
}

// A Bron is a reflectie that is in a waardenetwerk. What it does not tell is "".
type Bron struct {
	Bestand string          `json:"bestand"`
	Casus   string          `json:"casus"`
	Titel   string          `json:"titel"`
	Rol     string          `json:"rol,omitempty"`
	Datum   reflectie.Datum `json:"datum,omitzero"`
}

// String says what it is of.
func (b Bron) String() string {
	delen := []string{b.Titel, b.Rol, b.Datum.Voluit()}
	return strings.Join(slices.DeleteFunc(delen, func(s string) bool { return s == "" }), ", ")
}
