package gesprek

import (
	"context"
	"errors"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/sessie"
)

// Proef is Run for who tries a definition: nothing is kept, and the definition may
// change under way. Each time that the person leaves a question it asks herlees for
// one that has; of that is what comes next. What they did is done in it, where it
// still has that question.
//
// At the end s.Klaar says what was chosen; it is "" where the person stops before
// it, in which nothing is lost. It ends with ErrGestopt when input ends, or ctx.
func Proef(ctx context.Context, s *sessie.Sessie, v Voorkant, herlees func() (def casus.Definitie, veranderd bool)) error {
	p := &proefkant{Voorkant: v, herlees: herlees}
	_, err := Run(ctx, s, p, func(sessie.Stand) error { return nil })
	if p.klaar && errors.Is(err, ErrGestopt) {
		return nil
	}
	return err
}

// A proefkant asks as its Voorkant does, of a definition that may change while the
// person answers. Run owns the sessie, and this is part of it.
type proefkant struct {
	Voorkant
	herlees func() (casus.Definitie, bool)
	klaar   bool // the person said that they stop
}

func (p *proefkant) Vraag(ctx context.Context, s *sessie.Sessie) (Daad, error) {
	daad, err := p.Voorkant.Vraag(ctx, s)
	p.klaar = err == nil && daad.Soort == Stoppen
	if err != nil || p.klaar || daad.Soort == Typen || daad.Soort == Elders {
		return daad, err // they are done, or still at it
	}
	def, veranderd := p.herlees()
	if !veranderd {
		return daad, nil
	}
	hier := s.Vraag().Sleutel
	s.Volg(def)
	if nu := s.Vraag().Sleutel; nu != hier && daad.Soort != Naar {
		return Daad{Soort: Naar, Sleutel: nu}, nil // it was for a question that is gone
	}
	return daad, nil
}
