// Package gesprek holds the conversation itself: the loop that asks what a
// sessie says, keeps every confirmed answer, and goes where the person wants.
// It also has the front end that speaks in plain lines.
//
// It decides nothing about questions, order or answers; that is the sessie's.
// It opens no files; whoever calls it says how a Stand is kept.
package gesprek

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// Soort says what a person did at a question.
type Soort int

// What a person can do at a question.
const (
	Antwoorden Soort = iota // confirm Daad.Antwoord
	Overslaan               // go on; an answer that stands there stays
	Terug                   // to the question before
	Wissen                  // take the answer away, and stay
	Naar                    // to the question at Daad.Sleutel
	Stoppen                 // keep everything and stop
	Typen                   // still typing Daad.Antwoord: keep it, and stay
	Elders                  // about to write in another program: keep where that is, and stay
)

// A Daad is what a person did at a question.
type Daad struct {
	Soort    Soort
	Antwoord reflectie.Antwoord
	Sleutel  string
}

// A Voorkant asks one question: the one where the sessie is. It reads the
// sessie, and leaves it to the loop to change it.
type Voorkant interface {
	// Vraag returns what the person did. Together with an error, an Antwoorden
	// is what was typed and not yet confirmed when the end came.
	Vraag(ctx context.Context, s *sessie.Sessie) (Daad, error)
	// Kies asks for one of the opties, outside any conversation, and returns its
	// id. It fails as Vraag does, and with ErrGestopt when the person stops.
	Kies(ctx context.Context, k Keuze) (string, error)
	// Meld shows a short remark before the next question.
	Meld(tekst string)
	// Bewaard tells how the save went that followed on what the person did. A
	// fout that is not empty says that it failed, and holds until a later save
	// tells otherwise.
	Bewaard(fout string)
}

// A Keuze is a question that belongs to no conversation.
type Keuze struct {
	Titel  string // what it is about
	Vraag  string
	Uitleg string           // may be empty
	Toont  []sessie.Getoond // to read first
	Opties []sessie.Optie   // with a few words on each
	Zoek   bool             // there are many: what is typed finds them
	Hier   string           // id of the optie to point at first; "" is the first
	Terug  string           // id of the optie that goes back; "" where there is nothing to go back to
}

// Vind returns the opties that have each word of what is typed: first those of which
// the name has them as they are typed, then those of which the name has, and then those of
// which the id or what shows beside it has.
func (k Keuze) Vind(zoek string) []sessie.Optie {
	woorden := strings.Fields(zoek)
	zin := []string{strings.Join(woorden, " ")}
	var gevonden [len(sessie.Optie{}.Zoek) + 3][]sessie.Optie // by how much of them it took
	for _, o := range k.Opties {
		if reflectie.HeeftWoorden(o.Naam, zin) {
			gevonden[0] = append(gevonden[0], o)
			continue
		}
		tekst := ""
		for i, erbij := range append([]string{o.Naam, o.Uitleg + " " + o.ID}, o.Zoek[:]...) {
			tekst += " " + erbij
			if reflectie.HeeftWoorden(tekst, woorden) {
				gevonden[1+i] = append(gevonden[1+i], o)
				break
			}
		}
	}
	return slices.Concat(gevonden[:]...)
}

// ErrGestopt says that the conversation stopped before it was finished; all
// that was confirmed is kept.
var ErrGestopt = errors.New("gestopt")

// ErrTerug says that the person wants to go back to what came before the first question;
// all that was confirmed is kept.
var ErrTerug = errors.New("terug")

// Run asks until the person is done, and returns where the conversation then
// stands. After all that the person does, and before it returns, it calls
// bewaar. When that fails it says so and goes on: what was answered is still in
// the conversation, and is kept with the next answer, or in the reflectie when the
// person is done. Only when it fails as they stop, Run ends with its error, and the
// Stand holds what was not kept.
//
// It ends with ErrGestopt when the person stops, when input ends (an error
// io.EOF of the front end) and when ctx does.
func Run(ctx context.Context, s *sessie.Sessie, v Voorkant, bewaar func(sessie.Stand) error) (sessie.Stand, error) {
	for {
		stand, err := RunTerug(ctx, s, v, bewaar)
		if !errors.Is(err, ErrTerug) {
			return stand, err
		}
		v.Meld("Dit is de eerste vraag.")
	}
}

// RunTerug is Run where something came before the first question. It also ends with ErrTerug,
// when the person goes back there and all is kept.
func RunTerug(ctx context.Context, s *sessie.Sessie, v Voorkant, bewaar func(sessie.Stand) error) (sessie.Stand, error) {
	for s.Klaar() == "" {
		daad, err := v.Vraag(ctx, s)
		if err != nil || daad.Soort == Stoppen {
			switch {
			case err == nil:
				s.Onthoud(reflectie.Antwoord{}) // who stops has confirmed what they typed, or taken it back
			case !daad.Antwoord.IsZero():
				hier := s.Vraag().Sleutel
				_ = doe(s, daad) // typed and not confirmed: kept where it fits
				s.Goto(hier)
			}
			if fout := bewaar(s.Stand()); fout != nil {
				return s.Stand(), fout
			}
			v.Bewaard("")
			return s.Stand(), Gestopt(err)
		}
		terug := doe(s, daad)
		if terug != nil && !errors.Is(terug, ErrTerug) {
			v.Meld(terug.Error())
			continue
		}
		switch err := bewaar(s.Stand()); {
		case err == nil && terug != nil:
			return s.Stand(), ErrTerug
		case err == nil:
			v.Bewaard("")
		case s.Klaar() == "":
			v.Bewaard("Bewaren lukt niet. " + err.Error())
		case s.Klaar() == sessie.AfrondenLater:
			return s.Stand(), err
		}
	}
	if s.Klaar() == sessie.AfrondenLater {
		return s.Stand(), ErrGestopt
	}
	return s.Stand(), nil
}

// doe applies what the person did. Its error is for the person, and changes nothing; it is
// ErrTerug where no question is before this one.
func doe(s *sessie.Sessie, d Daad) error {
	switch d.Soort {
	case Antwoorden:
		return s.Answer(d.Antwoord)
	case Overslaan:
		s.Skip()
	case Terug:
		if !s.Back() {
			return ErrTerug
		}
	case Wissen:
		s.Clear()
	case Naar:
		s.Goto(d.Sleutel)
	case Elders:
		s.Verwacht()
	case Typen:
		s.Onthoud(d.Antwoord)
	}
	return nil
}

// Gestopt tells the ways to stop from a failure: it is ErrGestopt for a person
// who stops, the end of input and the end of a context, and else err.
func Gestopt(err error) error {
	if err == nil || errors.Is(err, io.EOF) || errors.Is(err, context.Canceled) {
		return ErrGestopt
	}
	return err
}
