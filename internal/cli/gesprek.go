package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/scherm"
	"ambt.example/weeg/internal/sessie"
)

// A gastheer is a front end, and how to let go of the terminal after it.
type gastheer struct {
	gesprek.Voorkant
	sluit func()
}

// voorkant chooses how to ask. Without a terminal nobody is asked anything
// unless lines were asked for.
func (a *app) voorkant(toegankelijk bool) (gastheer, error) {
	regels := toegankelijk || a.Terminal != nil && (a.Getenv("ACCESSIBLE") == "1" || a.Getenv("TERM") == "dumb")
	switch {
	case regels:
		opties := gesprek.RegelsOpties{Breedte: a.breedte(), Openbaar: a.Terminal == nil}
		return gastheer{gesprek.NewRegels(a.In, a.Fout, opties), func() {}}, nil
	case a.Terminal != nil:
		s := scherm.New(a.Terminal.In, a.Terminal.Uit, scherm.Opties{Kleur: a.Getenv("NO_COLOR") == "", Verhaal: true})
		return gastheer{s, s.Einde}, nil
	}
	return gastheer{}, gebruik(`er is hier geen terminal om vragen te stellen. Kies wat u wilt:
  weeg verder --toegankelijk              het gesprek in gewone regels, ook door een pipe
  weeg nieuw CASUS --toegankelijk         een nieuw gesprek in gewone regels
  weeg nieuw CASUS --antwoorden BESTAND   een ingevuld antwoordblad`)
}

// totSignaal gives a context that ends when the process is asked to stop. One
// context serves a whole conversation, the questions before it included: a
// front end that has the terminal gives it back when its context ends.
func totSignaal(ctx context.Context) (context.Context, context.CancelFunc) {
	return signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
}

// voer holds a conversation to its end, and makes the reflectie of it.
func (a *app) voer(ctx context.Context, stand sessie.Stand, kant gastheer) error {
	defer kant.sluit()
	archief, err := a.archief()
	if err != nil {
		return err
	}
	ontgrendel, err := archief.Vergrendel(stand.ID)
	if err != nil {
		return err
	}
	defer ontgrendel()
	stand, err = gesprek.Run(ctx, sessie.New(stand), kant, func(stand sessie.Stand) error {
		stand.Bewaard = a.Nu()
		return archief.Bewaar(stand)
	})
	kant.sluit()
	if errors.Is(err, gesprek.ErrGestopt) {
		a.melding("Uw antwoorden zijn bewaard. Ga verder met: weeg verder %s", stand.ID)
	}
	if err != nil {
		return err
	}
	if err := a.rondAf(stand); err != nil {
		a.melding("Uw antwoorden zijn bewaard in concept %s.", stand.ID)
		return err
	}
	return archief.VerwijderConcept(stand.ID)
}

// rondAf writes the private part, and then the reflectie; it tells where.
func (a *app) rondAf(stand sessie.Stand) error {
	if stand.Bestand != "" {
		return a.vulAan(stand)
	}
	stand.Kop.Datum = a.vandaag()
	return a.schrijfNieuw(stand)
}

func (a *app) vandaag() reflectie.Datum { return reflectie.DatumVan(a.Nu()) }

// pogingen is how often a new name is tried; two people on one day never collide.
const pogingen = 20

// schrijfNieuw writes a new reflectie, where the person wants it or under a name of its own.
func (a *app) schrijfNieuw(stand sessie.Stand) error {
	kast, err := a.archief()
	if err != nil && len(stand.Prive()) > 0 {
		return err // without private answers it needs no place of its own
	}
	dir, err := a.reflecties()
	if err != nil {
		return err
	}
	for range pogingen {
		naam, err := archief.NieuweNaam(stand.Kop.Datum, stand.Definitie.Casus.ID, a.Random)
		if err != nil {
			return err
		}
		pad := stand.Naar
		if pad == "" {
			pad = filepath.Join(dir, naam+".md")
			if err := archief.MaakMap(dir); err != nil {
				return err
			}
		}
		r, vervallen := stand.Reflectie()
		meta := markdown.Meta{ID: naam, Casushash: stand.Definitie.Hash()}
		err = a.schrijf(kast, stand, meta, func() error {
			return kast.SchrijfNieuw(pad, markdown.Encode(stand.Definitie, meta, r, vervallen))
		})
		if errors.Is(err, archief.ErrBestaat) && stand.Naar == "" {
			continue
		}
		if errors.Is(err, archief.ErrBestaat) {
			return invoer(err)
		}
		if err != nil {
			return err
		}
		a.vertel(stand, pad, naam)
		_, err = fmt.Fprintln(a.Uit, a.toonPad(pad))
		return err
	}
	return fmt.Errorf("er is geen vrije naam gevonden in %s; kies er zelf een met --naar", a.toonPad(dir))
}

// schrijf keeps the private part first, so that the reflectie never stands
// alone; when the reflectie fails, the private part goes again.
func (a *app) schrijf(kast archief.Archief, stand sessie.Stand, meta markdown.Meta, reflectie func() error) error {
	prive := markdown.EncodePrive(stand)
	if prive == nil {
		return reflectie()
	}
	oud, leesfout := kast.Prive(meta.ID)
	if err := kast.BewaarPrive(meta.ID, prive); err != nil {
		return err
	}
	err := reflectie()
	switch {
	case err == nil:
		return nil
	case leesfout == nil:
		return errors.Join(err, kast.BewaarPrive(meta.ID, oud))
	}
	return errors.Join(err, kast.VerwijderPrive(meta.ID))
}

// vulAan writes what was added to a reflectie over what stood there.
func (a *app) vulAan(stand sessie.Stand) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	oud, doc, err := a.leesReflectie(stand.Bestand)
	if err != nil {
		return err
	}
	r, vervallen := stand.Reflectie()
	meta := doc.Meta
	meta.Casushash = stand.Definitie.Hash()
	err = a.schrijf(kast, stand, meta, func() error {
		return kast.Vervang(stand.Bestand, oud, doc.Rewrite(stand.Definitie, meta, r, vervallen))
	})
	if err != nil {
		return err
	}
	a.vertel(stand, stand.Bestand, meta.ID)
	_, err = fmt.Fprintln(a.Uit, a.toonPad(stand.Bestand))
	return err
}

// vertel says where what was put, and what is shared when the file is.
func (a *app) vertel(stand sessie.Stand, pad, id string) {
	a.melding("Uw reflectie staat in %s. Deelt u dat bestand, dan deelt u alles wat erin staat. "+
		"Een gedeeld bestand kan met de Woo worden opgevraagd.", a.toonPad(pad))
	if len(stand.Prive()) > 0 {
		a.melding("Uw privé-antwoorden staan er niet in. Die staan alleen op deze computer: weeg prive toon %s", id)
		return
	}
	a.melding("U gaf bij deze reflectie geen privé-antwoorden.")
}

// leesReflectie reads a reflectie, and gives the bytes it came from too.
func (a *app) leesReflectie(pad string) ([]byte, *markdown.Document, error) {
	data, err := archief.LeesBestand(pad, maxReflectie)
	if err != nil {
		return nil, nil, invoer(err)
	}
	doc, err := markdown.Parse(pad, data)
	return data, doc, invoer(err)
}

// maxReflectie is how large a reflectie may be, in bytes.
const maxReflectie = 32 << 20

// kies asks one question before the conversation, with the same front end.
func (a *app) kies(ctx context.Context, kant gastheer, titel, vraag string, opties []casus.Optie) (string, error) {
	stand := sessie.NewStand("keuze", casus.Definitie{
		Casus: casus.Casus{ID: "keuze", Titel: titel},
		Werkvorm: casus.Werkvorm{Stappen: []casus.Stap{{ID: "keuze", Titel: titel, Soort: casus.StapVragen,
			Vragen: []casus.Vraag{{ID: "keuze", Vraag: vraag, Soort: casus.Keuze, Opties: opties}}}}},
	})
	for {
		gekozen, err := gesprek.Eens(ctx, sessie.New(stand), kant)
		if err != nil {
			return "", err
		}
		if id := gekozen.Antwoorden["keuze.keuze"].Tekst(); id != "" {
			return id, nil
		}
	}
}

// eerdere returns what this person wanted to take along from earlier
// reflecties. In a team's folder only those by door are known to be theirs.
func (a *app) eerdere(door string) []sessie.Eerder {
	dir, err := a.reflecties()
	if err != nil || a.team.Wortel != "" && door == "" {
		return nil
	}
	namen, err := filepath.Glob(filepath.Join(dir, "*.md"))
	if err != nil {
		return nil
	}
	var eerdere []sessie.Eerder
	for i := len(namen) - 1; i >= 0 && len(eerdere) < maxEerdere; i-- { // the newest last, by name
		_, doc, err := a.leesReflectie(namen[i])
		if err != nil || a.team.Wortel != "" && doc.Reflectie.Door != door {
			continue // a file that cannot be read now is no reason to stop
		}
		r := doc.Reflectie
		e := sessie.Eerder{Titel: r.Casus + ", " + r.Datum.Voluit(),
			Punten: append(append(append([]string{}, r.Aandachtspunten.Kennis...), r.Aandachtspunten.Acties...), r.Aandachtspunten.Macht...)}
		for _, w := range r.Waarden {
			e.Waarden = append(e.Waarden, w.ID)
		}
		if len(e.Punten) > 0 {
			eerdere = append(eerdere, e)
		}
	}
	return eerdere
}

// maxEerdere is how many earlier reflecties come back at most.
const maxEerdere = 5

// kort writes how far a conversation is: "stap 3 van 10".
func kort(stand sessie.Stand) string {
	stap, van := sessie.New(stand).Voortgang()
	return fmt.Sprintf("stap %d van %d", stap, van)
}

// regel joins the parts that are not empty.
func regel(delen ...string) string {
	var vol []string
	for _, d := range delen {
		if d != "" {
			vol = append(vol, d)
		}
	}
	return strings.Join(vol, ", ")
}
