package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// A leider holds a conversation with the person that the ontvangst receives,
// makes the reflectie of it, and tells where all stands then.
type leider struct {
	ontvangst
	plek      plek
	schrijver schrijver
}

// voer holds a conversation to its end.
func (l leider) voer(ctx context.Context, stand sessie.Stand, kant gastheer) error {
	defer kant.sluit()
	ontgrendel, err := l.kast.Vergrendel(stand.ID)
	if err != nil {
		return err
	}
	defer ontgrendel()
	// Another window may have gone on with it before the lock was ours.
	if nu, err := l.kast.Concept(stand.ID); err == nil {
		nu.Naar, nu.Kop.Door, nu.Toch = cmp.Or(stand.Naar, nu.Naar), cmp.Or(stand.Kop.Door, nu.Kop.Door), stand.Toch
		stand = nu
	}
	stand.Vandaag = l.w.vandaag()
	if w := stand.Definitie.Werkvorm; stand.IsNieuw() && w.Duur > 0 {
		kant.Meld(fmt.Sprintf("Ongeveer %d minuten. Stoppen en later verdergaan kan altijd.", w.Duur))
	}
	// Who only looks leaves nothing behind; what was kept before stays.
	begin, bewaard := stand, !stand.Bewaard.IsZero()
	stand, err = gesprek.Run(ctx, sessie.New(stand), kant, func(stand sessie.Stand) error {
		if !bewaard && stand.IsZoals(begin) {
			return nil
		}
		bewaard, stand.Bewaard = true, l.w.Nu()
		return l.kast.Bewaar(stand)
	})
	if err != nil {
		kant.sluit()
		switch {
		case !errors.Is(err, gesprek.ErrGestopt):
			l.red(stand)
		case bewaard:
			l.vertelVerder(kant, stand.ID)
		default:
			l.w.melding("U hebt nog niets geschreven. Er is niets bewaard.")
		}
		return err
	}
	// The screen stays, for the end.
	af, err := l.schrijver.rondAf(stand)
	if err != nil {
		l.sluit(kant, af)
		l.vertelVerder(kant, stand.ID)
		return err
	}
	// The reflectie stands; whatever comes now, it must not be made twice.
	if bewaard {
		if err := l.kast.VerwijderConcept(stand.ID); err != nil {
			l.sluit(kant, af)
			return err
		}
	}
	return l.eindig(ctx, kant, af)
}

// schrijf makes the reflectie of answers that nobody was asked for here. Without
// private answers it needs no place of its own.
func (l leider) schrijf(stand sessie.Stand) error {
	if err := l.kast.Err(); err != nil && len(stand.Prive()) > 0 {
		return err
	}
	af, err := l.schrijver.nieuw(stand)
	if err != nil {
		return err
	}
	return l.vertel(af)
}

// red shows the answers of a conversation that could not be kept, so that they
// can be copied; private ones only where the person alone looks.
func (l leider) red(stand sessie.Stand) {
	b := l.w.bladzij()
	b.alinea("", "Bewaren is niet gelukt. Dit zijn uw antwoorden; kopieer wat u wilt houden.")
	b.antwoorden(stand.Vragen(), l.w.Terminal != nil)
	b.wit()
	fmt.Fprint(l.w.Fout, b.String())
}
