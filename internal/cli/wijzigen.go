package cli

import (
	"context"
	"errors"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/scherm"
	"ambt.example/weeg/internal/sessie"
)

// teWijzigen opens a finished reflectie at the answer that the person wants to change. What
// they began of that before goes on.
func (l leider) teWijzigen(ctx context.Context, kant gastheer, pad string) (sessie.Stand, error) {
	stand, err := l.aanvang.vanBestand(kant.Meld, pad, false)
	if err != nil {
		return stand, err
	}
	if err := l.kanVerder(stand); err != nil {
		return stand, err
	}
	for {
		keus, err := kant.kiesOnder(ctx, l.watWijzigen(kant, stand))
		switch {
		case err != nil:
			return stand, err
		case keus == wijzigDag:
			if err := l.wijzigDag(ctx, kant, stand, pad); err != nil && !errors.Is(err, gesprek.ErrTerug) {
				return stand, err
			}
			continue
		case keus == wijzigNiet:
			weg, err := l.gooiConceptWeg(ctx, kant, stand)
			if err != nil {
				return stand, err
			}
			if weg {
				return l.teWijzigen(ctx, kant, pad)
			}
			continue
		case keus != wijzigVerder:
			stand.Plaats = keus
		case l.aanvang.isOuder(stand):
			kant.Meld(l.w.Terminal.zo(opOuder))
		}
		return stand, nil
	}
}

// What somebody can want to change beside an answer. No key of a question is called so.
const (
	wijzigDag    = ":dag"
	wijzigVerder = ":verder"
	wijzigNiet   = ":niet"
)

// watWijzigen asks which answer the person wants to change, by its key.
func (l leider) watWijzigen(kant gastheer, stand sessie.Stand) gesprek.Keuze {
	dag := sessie.Optie{ID: wijzigDag, Naam: "De dag om terug te kijken"}
	k := gesprek.Keuze{Titel: stand.Titel(), Vraag: "Wat wilt u wijzigen?"}
	if !stand.Bewaard.IsZero() {
		k.Opties = []sessie.Optie{{ID: wijzigVerder, Naam: "Verdergaan met wat u begon te wijzigen"},
			{ID: wijzigNiet, Naam: "Weggooien wat u begon te wijzigen"}, dag}
		return k
	}
	k.Zoek, k.Opties = true, []sessie.Optie{dag}
	for _, v := range stand.Vragen() {
		if k.Hier == "" { // who wants the day, finds it just above
			k.Hier = v.Sleutel
		}
		o := sessie.Optie{ID: v.Sleutel, Naam: v.Vraag, Zoek: [2]string{v.Kop}} // as the file calls it, too
		// "Wat zou u nu doen?" stands beside "Wat zou u doen?".
		if v.Prive {
			o.Naam += " (alleen voor u)"
		}
		switch {
		case kant.regels: // there all of it is read out
		case v.Status == sessie.Ingevuld && v.Prive:
			o.Uitleg = "Uw antwoord, alleen voor u: " + v.Weergave()
		case v.Status == sessie.Ingevuld:
			o.Uitleg = "Uw antwoord: " + v.Weergave()
		default:
			o.Uitleg = "Niet ingevuld."
		}
		k.Opties = append(k.Opties, o)
	}
	return k
}

// gooiConceptWeg throws away what the person changed or wrote and did not finish, where they
// are sure, and reports whether it did.
func (l leider) gooiConceptWeg(ctx context.Context, kant gastheer, stand sessie.Stand) (bool, error) {
	if err := l.magWeg(stand); err != nil {
		return false, err
	}
	keus, err := kant.kies(ctx, l.zekerWeg(stand))
	if err != nil || keus != keuzeJa {
		return false, err
	}
	ontgrendel, err := l.kast.Vergrendel(stand.ID)
	if err != nil {
		return false, err
	}
	defer ontgrendel()
	nu, err := l.nu(stand)
	switch {
	case err != nil: // it was finished elsewhere
		return false, err
	case !nu.Bewaard.Equal(stand.Bewaard):
		kant.Meld("In een ander venster kwam er iets bij. Er is niets weggegooid.")
		return false, nil
	}
	if err := l.magWeg(stand); err != nil {
		return false, err
	}
	wat := "Het gesprek is weg."
	if stand.IsWijziging() {
		wat = "Wat u wijzigde, is weg."
	}
	gezegd, err := l.gooiWeg(stand, wat)
	if err != nil {
		return false, err
	}
	kant.Meld(gezegd)
	return true, nil
}

// magWeg reports why what came to a reflectie must stay: its file is gone, and this is all
// that there is of it.
func (l leider) magWeg(stand sessie.Stand) error { return l.schrijver.weg(l.schrijver.volg(stand)) }

// gooiWeg removes what was kept of a conversation, of which the lock is held. What the person
// saved in an editor yet stays. It returns what to say: wat, and where that is.
func (l leider) gooiWeg(stand sessie.Stand, wat string) (gezegd string, err error) {
	if err := l.kast.VerwijderConcept(stand.ID); err != nil {
		return "", err
	}
	if pad := l.ruimKlad(stand.ID); pad != "" {
		wat += " In uw editor bewaarde u nog een tekst. U vindt hem in " + pad + "."
	}
	return wat, nil
}

// zekerWeg asks whether the person is sure that what they changed or wrote may go, and shows
// what that is.
func (l leider) zekerWeg(stand sessie.Stand) gesprek.Keuze {
	vraag, kop := "Wilt u dit voorgoed weggooien?", "Deze vragen beantwoordde u sinds "
	if l.blijft(stand) {
		vraag += " Uw reflectie blijft zoals die is."
	}
	if stand.IsWijziging() {
		kop = "Deze antwoorden wijzigde u sinds "
	}
	k := zeker(stand.Titel(), vraag, "Ja, gooi weg", "Nee")
	if vragen := casus.Elk(watWeg(stand), func(v sessie.Vraag) string { return "- " + v.Vraag }); len(vragen) > 0 {
		k.Toont = []sessie.Getoond{{Kop: kop + tijdstip(stand.Begonnen), Tekst: strings.Join(vragen, "\n")}}
	}
	return k
}

// watWeg are the questions of which the answer goes when a conversation is thrown away.
func watWeg(stand sessie.Stand) []sessie.Vraag {
	if stand.IsWijziging() {
		return stand.Gewijzigd()
	}
	return stand.Beantwoord()
}

// wijzigDag asks on which day the person wants to look back, and writes it.
func (l leider) wijzigDag(ctx context.Context, kant gastheer, stand sessie.Stand, pad string) error {
	datum, err := l.vraagTerugblik(ctx, kant.kiesOnder, gesprek.Keuze{Titel: stand.Titel(), Uitleg: nuOp(dagVan(pad))})
	if err != nil {
		return err
	}
	if err = l.schrijver.zetTerugblik(afloop{stand: stand, pad: pad}, datum); err == nil {
		kant.Meld(nuOp(datum))
	}
	return err
}

// nuOp says on which day somebody looks back now.
func nuOp(datum reflectie.Datum) string {
	if datum.IsZero() {
		return "Er is nu geen dag om terug te kijken."
	}
	return "De dag om terug te kijken is nu " + datum.Voluit() + "."
}

// pasAanEinde says when a reflectie that is there changes, and how one comes to that.
func pasAanEinde(kant gastheer) string {
	return "Klaar met wijzigen? " + kant.naarEinde() + " en \"De reflectie bijwerken\"."
}

// naarEinde is how somebody comes to the end from any question.
func (g gastheer) naarEinde() string {
	if g.regels {
		return "Typ :naar einde"
	}
	return scherm.NaarEinde
}
