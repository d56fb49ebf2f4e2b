package cli

import (
	"cmp"
	"context"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/sessie"
)

// teWijzigen opens a finished reflectie at the answer that the person wants to change. What
// they began of that before goes on.
func (l leider) teWijzigen(ctx context.Context, kant gastheer, pad string) (sessie.Stand, error) {
	stand, err := l.aanvang.vanBestand(kant.Meld, pad, false)
	if err != nil {
		return stand, err
	}
	ontgrendel, err := l.kast.Vergrendel(stand.ID)
	if err != nil { // another window goes on with it
		return stand, err
	}
	ontgrendel()
	begonnen := !stand.Bewaard.IsZero()
	if !begonnen {
		if stand.Plaats, err = l.vraagWat(ctx, kant, stand, pad); err != nil {
			return stand, err
		}
	}
	zin := "Uw reflectie verandert pas als u die aan het einde bijwerkt. Daar komt u met " + kant.naarEinde() + "."
	if begonnen {
		zin = "U begon hier al aan en gaat verder waar u was. " + zin
	}
	kant.Meld(zin)
	if begonnen && l.aanvang.isOuder(stand) {
		kant.Meld(l.w.Terminal.zo(opOuder))
	}
	return stand, nil
}

// naarEinde is how somebody comes to the end from any question.
func (g gastheer) naarEinde() string {
	if g.regels {
		return ":naar einde"
	}
	return "ctrl+o en Naar het einde"
}

// vraagWat asks which answer the person wants to change, and returns its key. The day to
// look back is none: that is asked and written at once.
func (l leider) vraagWat(ctx context.Context, kant gastheer, stand sessie.Stand, pad string) (string, error) {
	const dag = ":dag"
	k := gesprek.Keuze{Titel: stand.Titel(), Vraag: "Welk antwoord wilt u wijzigen?", Zoek: true}
	for _, v := range stand.Vragen() {
		if v.Status == sessie.Ingevuld {
			o := sessie.Optie{ID: v.Sleutel, Naam: v.Vraag}
			if !kant.regels { // there all of it is read out
				o.Uitleg = v.Weergave()
			}
			k.Opties = append(k.Opties, o)
		}
	}
	k.Opties = append(k.Opties, sessie.Optie{ID: dag, Naam: "De dag om terug te kijken"})
	keus, err := kant.kiesOnder(ctx, k)
	if err != nil || keus != dag {
		return keus, err
	}
	datum, err := l.vraagTerugblik(ctx, kant, gesprek.Keuze{Titel: stand.Titel()})
	if err == nil {
		err = l.schrijver.zetTerugblik(afloop{stand: stand, pad: pad}, datum)
	}
	if err == nil {
		kant.Meld("De dag om terug te kijken is gewijzigd.")
	}
	return "", cmp.Or(onderbroken(err), errTerug)
}
