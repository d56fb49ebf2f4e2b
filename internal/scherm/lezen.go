package scherm

import (
	"context"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// Lees shows something to read, outside any conversation, until the person
// closes it. regels makes its lines for a width, safe for a terminal. It ends as
// Kies does.
func (s *Scherm) Lees(ctx context.Context, titel string, regels func(breedte int) []string) error {
	if err := ctx.Err(); err != nil {
		s.Einde()
		return err
	}
	msg := newKiesMsg(gesprek.Keuze{Titel: titel, Vraag: titel, Opties: []sessie.Optie{{ID: "klaar", Naam: "Klaar"}}})
	msg.lezen = onthouden(regels)
	daden, _, err := s.stel(ctx, msg)
	if err != nil {
		return err
	}
	if daden[0].Soort == gesprek.Stoppen {
		return gesprek.ErrGestopt
	}
	return nil
}

// onthouden keeps the lines of the last width: a long text is set once.
func onthouden(maak func(breedte int) []string) func(breedte int) []string {
	var regels []string
	voor := -1
	return func(breedte int) []string {
		if breedte != voor {
			regels, voor = maak(breedte), breedte
		}
		return regels
	}
}
