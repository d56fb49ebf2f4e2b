package cli

import (
	"fmt"
	"io"
	"strings"
	"time"

	"ambt.example/weeg/internal/zetwerk"
)

// A voortgang shows on the terminal how far something is that takes more than a moment,
// and takes that away when it is done.
type voortgang struct {
	uit     io.Writer // nil where nobody looks
	nu      func() time.Time
	breedte int
	van     int

	hier          int
	begin, laatst time.Time
	staat         bool
}

// What is done by then is shown by its result alone; and how often it is drawn.
const (
	eenMoment = time.Second
	eenBeeld  = time.Second / 10
)

// voortgang begins something of so many steps. Where each step writes something
// itself, that tells how far it is.
func (w Wereld) voortgang(van int, schrijft bool) *voortgang {
	v := &voortgang{nu: w.Nu, breedte: w.breedte(), van: van, begin: w.Nu()}
	if w.Terminal != nil && !w.isKaal() && !(schrijft && w.UitTerminal) {
		v.uit = w.Fout
	}
	return v
}

// stap says that one step more was done.
func (v *voortgang) stap() {
	v.hier++
	nu := v.nu()
	if v.uit == nil || nu.Sub(v.begin) < eenMoment || nu.Sub(v.laatst) < eenBeeld {
		return
	}
	v.laatst, v.staat = nu, true
	tekst := fmt.Sprintf(" %d van %d", v.hier, v.van)
	balk := max(0, min(40, v.breedte-zetwerk.Breedte(tekst)-1))
	vol := balk * v.hier / max(1, v.van)
	fmt.Fprint(v.uit, "\r\x1b[K"+strings.Repeat("█", vol)+strings.Repeat("░", balk-vol)+tekst)
}

// klaar takes it away.
func (v *voortgang) klaar() {
	if v.staat {
		fmt.Fprint(v.uit, "\r\x1b[K")
	}
}
