// Package verloop shows how a conversation can go before anybody holds it: the steps
// and the questions of a definition in their order, when each of them is asked, and
// to which of them no conversation comes.
//
// It knows no condition by itself: whether a question can be asked, it finds out by
// answering, until the sessie asks it. It never writes a file, and the same
// definition gives the same bytes.
package verloop

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A Verloop is how the conversations by one definition can go.
type Verloop struct {
	def   casus.Definitie
	vel   []sessie.Papierstap
	nooit []Nooit
}

// A Nooit is a question to which no conversation comes.
type Nooit struct {
	Sleutel string
	Vraag   string
	Waarom  string // one or more sentences: when it would be asked
}

// New looks how a conversation by def can go. Without a casus it is of the werkvorm
// with all that this can be about.
func New(def casus.Definitie) Verloop {
	v := Verloop{def: def, vel: sessie.Papier(def)}
	if def.IsEigen() && !def.Werkvorm.KanBij(casus.BijEigen) { // it was told before, in what is looked back at
		v.vel = slices.DeleteFunc(v.vel, func(stap sessie.Papierstap) bool { return stap.Stap.ID == reflectie.Eigen })
	}
	v.nooit = v.zoekNooit()
	return v
}

// Nooit returns the questions to which no conversation comes, in their order.
func (v Verloop) Nooit() []Nooit { return slices.Clone(v.nooit) }

// Markdown returns the diagram in a fence, and below it a list of the questions to
// which no conversation comes. Of what is too large for Mermaid it returns nil.
func (v Verloop) Markdown() []byte {
	tekening := v.tekening()
	if tekening == "" {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "```mermaid\n%s```\n", tekening)
	if len(v.nooit) > 0 {
		fmt.Fprint(&b, "\nDeze vragen komen in geen gesprek voor:\n\n")
	}
	for _, n := range v.nooit {
		fmt.Fprintf(&b, "- `%s`: %s %s\n", n.Sleutel, citaat.Plat(n.Vraag), citaat.Plat(n.Waarom))
	}
	return []byte(b.String())
}

// Mermaid returns the diagram alone, with the keys of those questions in a comment.
// Of what is too large for Mermaid it returns nil.
func (v Verloop) Mermaid() []byte {
	tekening := v.tekening()
	if tekening == "" {
		return nil
	}
	if len(v.nooit) > 0 { // keys hold nothing that ends a comment
		sleutels := casus.Elk(v.nooit, func(n Nooit) string { return n.Sleutel })
		tekening += "%% Deze vragen komen in geen gesprek voor: " + strings.Join(sleutels, ", ") + "\n"
	}
	return []byte(tekening)
}

// isNooit reports whether no conversation comes to the question at a key.
func (v Verloop) isNooit(sleutel string) bool {
	return slices.ContainsFunc(v.nooit, func(n Nooit) bool { return n.Sleutel == sessie.OpPapier(sleutel) })
}
