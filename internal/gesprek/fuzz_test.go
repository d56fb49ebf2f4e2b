package gesprek_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// Whatever comes in by the line, it is an answer, a command or a question back: nothing
// breaks, nothing commands the terminal, and what was answered is there when it goes on.
func FuzzRegels(f *testing.F) {
	f.Add("eerste regel\n\n..\n...\n::geen opdracht\n.\n::naam\n2\n1, Bes\nja\n21-2-2027\n:overslaan\n1, +Buurtgevoel\n:overslaan\n1\n")
	f.Add(":uitleg\n:naar 3\n:terug\n:overzicht\n:wis\n:naar einde\n:stop\n")
	f.Add("terug\nja\n\x1b[31mrood\a\n.\n\xff\xfe\n.\n9999999999\n-1\n")
	f.Fuzz(func(t *testing.T, invoer string) {
		var uit bytes.Buffer
		var bewaard sessie.Stand
		kant := gesprek.NewRegels(strings.NewReader(invoer), &uit, gesprek.RegelsOpties{Breedte: 60, Openbaar: true})
		stand, err := gesprek.Run(context.Background(), sessie.New(begin()), kant, func(s sessie.Stand) error {
			bewaard = s
			return nil
		})
		if err != nil && !errors.Is(err, gesprek.ErrGestopt) {
			t.Fatalf("it ends with %v", err)
		}
		if strings.ContainsFunc(uit.String(), func(r rune) bool { return r < ' ' && r != '\n' || 0x7f <= r && r < 0xa0 }) || !utf8.ValidString(uit.String()) {
			t.Errorf("it writes %q", uit.String())
		}
		for sleutel, a := range bewaard.Antwoorden {
			if !stand.Antwoorden[sleutel].Equal(a) {
				t.Errorf("at %s %v was kept, and there is %v", sleutel, a, stand.Antwoorden[sleutel])
			}
		}
		sessie.New(stand).Vraag() // it can go on
	})
}
