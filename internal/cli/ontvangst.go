package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/scherm"
	"ambt.example/weeg/internal/sessie"
)

// An ontvangst receives the person: it chooses how to ask them, and lets go of
// the terminal after it.
type ontvangst struct {
	w    Wereld
	kast archief.Archief
	sein *sein

	terug bool // a choice leads to what is asked, and one can go back to it
	proef bool // nothing is kept of what is asked: no editor either, which needs a file
}

// gastheer chooses how to ask. Without a terminal nobody is asked anything
// unless lines were asked for.
func (o ontvangst) gastheer(toegankelijk bool) (gastheer, error) {
	w := o.w
	switch {
	case toegankelijk || w.Terminal != nil && w.isKaal():
		if w.ZonderCodes && !toegankelijk {
			w.melding("Dit venster kan het scherm van Weeg niet tonen, daarom gaat het hier in gewone regels.")
		}
		opties := gesprek.RegelsOpties{Breedte: w.breedte(), Openbaar: w.Terminal == nil}
		return gastheer{gesprek.NewRegels(w.In, w.Fout, opties), func() {}, true, nil}, nil
	case w.Terminal != nil:
		opties := scherm.Opties{Kleur: w.isKleurig(), Verhaal: true, Terug: o.terug, Bewerk: o.bewerk, HaalKlad: o.haalKlad}
		if o.proef {
			opties.Proef = true
		}
		if o.proef || !o.heeftEditor() {
			opties.Bewerk, opties.HaalKlad = nil, nil
		}
		s := scherm.New(w.Terminal.In, w.Terminal.Uit, opties)
		return gastheer{s, s.Einde, false, s.Lees}, nil
	case o.proef:
		return gastheer{}, gebruik("er is hier geen terminal om vragen te stellen; met --toegankelijk komen de antwoorden ook uit een bestand, en met --beeld ziet u alle vragen")
	}
	return gastheer{}, gebruik(`er is hier geen terminal om vragen te stellen. Kies wat u wilt:
  weeg verder --toegankelijk              het gesprek in gewone regels, ook uit een bestand
  weeg nieuw CASUS --toegankelijk         een nieuw gesprek in gewone regels
  weeg terugblik BESTAND --toegankelijk   terugkijken op een reflectie
  weeg nieuw CASUS --antwoorden BESTAND   een ingevuld antwoordblad`)
}

// ontvang does something in which the person is asked. Its context ends when
// the process is asked to stop.
func (o ontvangst) ontvang(ctx context.Context, toegankelijk bool, doe func(context.Context, gastheer) error) error {
	kant, err := o.gastheer(toegankelijk)
	if err != nil {
		return err
	}
	defer kant.sluit()
	ctx, stop := o.sein.totSignaal(ctx)
	defer stop()
	return doe(ctx, kant)
}

// A gastheer is a front end, and how to let go of the terminal after it.
type gastheer struct {
	gesprek.Voorkant
	sluit  func()
	regels bool // it speaks in plain lines

	// lees shows something to read, and waits until the person closes it; nil
	// where it speaks in plain lines.
	lees func(ctx context.Context, titel string, regels func(breedte int) []string) error
}

// errGenoeg says that the person wants out of the program. In any choice outside a
// conversation they can do so, besides choosing and going back (gesprek.ErrTerug).
var errGenoeg = errors.New("genoeg")

// terug is the id of the last optie of every choice but the first. It is also
// what somebody types to go back in line mode, and no casus can be called so.
const terug = ":terug"

// zoekVanaf is how many things there are when typing finds them.
const zoekVanaf = 15

// kies asks for one of the opties. The error says how else the person left it.
func (g gastheer) kies(ctx context.Context, k gesprek.Keuze) (string, error) {
	id, err := g.Kies(ctx, k)
	switch {
	case err == nil && id == terug:
		return "", gesprek.ErrTerug
	case err == nil:
		return id, nil
	case g.regels && errors.Is(err, gesprek.ErrGestopt): // they typed that they want to stop
		return "", errGenoeg
	}
	return "", onderbroken(err)
}

// kiesOnder asks for one of the opties of a choice that came after another.
func (g gastheer) kiesOnder(ctx context.Context, k gesprek.Keuze) (string, error) {
	k.Opties = append(slices.Clip(k.Opties), sessie.Optie{ID: terug, Naam: "Terug"})
	k.Terug = terug
	return g.kies(ctx, k)
}

// keuzeJa is the choice of who is sure.
const keuzeJa = "ja"

// zeker asks whether the person is sure. To begin with they are not.
func zeker(titel, vraag, wel, niet string) gesprek.Keuze {
	const nee = "nee"
	return gesprek.Keuze{Titel: titel, Vraag: vraag, Hier: nee, Terug: nee,
		Opties: []sessie.Optie{{ID: keuzeJa, Naam: wel}, {ID: nee, Naam: niet}}}
}

// A wens is something that the person can do, and how.
type wens struct {
	sessie.Optie
	doe func(context.Context) error
}

func optiesVan(wensen []wens) []sessie.Optie {
	return casus.Elk(wensen, func(w wens) sessie.Optie { return w.Optie })
}

// doorloop asks which of the wensen the person has, and does it. It asks again
// where that leads back.
func (g gastheer) doorloop(ctx context.Context, k gesprek.Keuze, wensen []wens) error {
	k.Opties = optiesVan(wensen)
	for {
		id, err := g.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(wensen, func(w wens) bool { return w.ID == id })
		if err := wensen[i].doe(ctx); !errors.Is(err, gesprek.ErrTerug) {
			return err
		}
		k.Hier = id
	}
}

// weer shows what went wrong at the choice before, which is asked again. That the person
// left it is nothing that went wrong.
func (g gastheer) weer(err error) error {
	if errors.Is(err, gesprek.ErrTerug) || errors.Is(err, errGenoeg) || errors.Is(err, errOnderbroken) {
		return err
	}
	g.Meld(foutmelding(err))
	return gesprek.ErrTerug
}

// onderbroken tells that the person broke off something in which there is
// nothing to lose.
func onderbroken(err error) error {
	if err != nil && errors.Is(gesprek.Gestopt(err), gesprek.ErrGestopt) {
		return errOnderbroken
	}
	return err
}

// regel joins the parts that are not empty.
func regel(delen ...string) string {
	return strings.Join(slices.DeleteFunc(delen, func(d string) bool { return d == "" }), ", ")
}
