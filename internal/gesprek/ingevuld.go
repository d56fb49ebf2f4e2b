package gesprek

import (
	"context"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// Ingevuld is the front end of an answer file: every answer stands in the
// sessie already, so it walks past each question and leaves it as it is.
type Ingevuld struct{}

// Meld says nothing: nobody is there.
func (Ingevuld) Meld(string) {}

// Vraag goes on; at the last question it has the reflectie made.
func (Ingevuld) Vraag(_ context.Context, s *sessie.Sessie) (Daad, error) {
	if s.Vraag().Sleutel == sessie.SleutelAfronden {
		return Daad{Soort: Antwoorden, Antwoord: reflectie.Tekst(sessie.AfrondenMaak)}, nil
	}
	return Daad{Soort: Overslaan}, nil
}
