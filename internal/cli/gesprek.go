package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/scherm"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A gastheer is a front end, and how to let go of the terminal after it.
type gastheer struct {
	gesprek.Voorkant
	sluit  func()
	regels bool // it speaks in plain lines

	// lees shows something to read, and waits until the person closes it; nil
	// where it speaks in plain lines.
	lees func(ctx context.Context, titel string, regels func(breedte int) []string) error
}

// voorkant chooses how to ask. Without a terminal nobody is asked anything
// unless lines were asked for.
func (a *app) voorkant(toegankelijk bool) (gastheer, error) {
	regels := toegankelijk || a.Terminal != nil && a.isKaal()
	switch {
	case regels:
		opties := gesprek.RegelsOpties{Breedte: a.breedte(), Openbaar: a.Terminal == nil}
		return gastheer{gesprek.NewRegels(a.In, a.Fout, opties), func() {}, true, nil}, nil
	case a.Terminal != nil:
		s := scherm.New(a.Terminal.In, a.Terminal.Uit, scherm.Opties{Kleur: a.Getenv("NO_COLOR") == "", Verhaal: true, Bewerk: a.bewerk})
		return gastheer{s, s.Einde, false, s.Lees}, nil
	}
	return gastheer{}, gebruik(`er is hier geen terminal om vragen te stellen. Kies wat u wilt:
  weeg verder --toegankelijk              het gesprek in gewone regels, ook door een pipe
  weeg nieuw CASUS --toegankelijk         een nieuw gesprek in gewone regels
  weeg terugblik BESTAND --toegankelijk   terugkijken op een reflectie
  weeg nieuw CASUS --antwoorden BESTAND   een ingevuld antwoordblad`)
}

// isKaal reports whether a terminal gets plain lines: for a screen reader, or
// because it can do no more.
func (w Wereld) isKaal() bool { return w.Getenv("ACCESSIBLE") != "" || w.Getenv("TERM") == "dumb" }

// totSignaal gives a context that ends when the process is asked to stop. One
// context serves a whole conversation, the questions before it included: a
// front end that has the terminal gives it back when its context ends.
func (a *app) totSignaal(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := context.WithCancel(ctx)
	signalen := make(chan os.Signal, 1)
	a.signalen = signalen
	signal.Notify(signalen, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		defer signal.Stop(signalen)
		for {
			select {
			case sig := <-signalen:
				if m, ok := sig.(merk); ok {
					close(m)
					continue
				}
				if a.inEditor.Load() && (sig == os.Interrupt || sig == syscall.SIGQUIT) {
					continue // a key in the editor, that the terminal sends to all
				}
				stop()
			case <-ctx.Done():
				return
			}
		}
	}()
	return ctx, stop
}

// A merk in the row of signals is closed when all that came before it were handled.
type merk chan struct{}

func (merk) Signal()        {}
func (merk) String() string { return "merk" }

// alsAnder runs something in which another program has the terminal. A key that
// the terminal sends to all is then for that program, also when it ends by it
// before we have heard of it. ctx is one of totSignaal.
func (a *app) alsAnder(ctx context.Context, doe func() error) error {
	mee := make(chan os.Signal, 1)
	signal.Notify(mee, os.Interrupt)
	a.inEditor.Store(true)
	defer a.inEditor.Store(false)
	err := doe()
	signal.Stop(mee) // from here on, what came before is in the row
	m := merk(make(chan struct{}))
	select {
	case a.signalen <- m:
	case <-ctx.Done():
		return err
	}
	select {
	case <-m:
	case <-ctx.Done():
	}
	return err
}

// voer holds a conversation to its end, and makes the reflectie of it.
func (a *app) voer(ctx context.Context, stand sessie.Stand, kant gastheer) error {
	defer kant.sluit()
	kast, err := a.archief()
	if err != nil {
		return err
	}
	ontgrendel, err := kast.Vergrendel(stand.ID)
	if err != nil {
		return err
	}
	defer ontgrendel()
	// Another window may have gone on with it before the lock was ours.
	if nu, err := kast.Concept(stand.ID); err == nil {
		nu.Naar, nu.Kop.Door = cmp.Or(stand.Naar, nu.Naar), cmp.Or(stand.Kop.Door, nu.Kop.Door)
		stand = nu
	}
	stand, err = gesprek.Run(ctx, sessie.New(stand), kant, func(stand sessie.Stand) error {
		stand.Bewaard = a.Nu()
		return kast.Bewaar(stand)
	})
	if err != nil { // else the screen stays, for the end
		kant.sluit()
	}
	switch {
	case errors.Is(err, gesprek.ErrGestopt):
		a.melding("Uw antwoorden zijn bewaard. Ga verder met:")
		a.opdracht("weeg verder " + stand.ID)
		return err
	case err != nil:
		a.red(stand)
		return err
	}
	af := afloop{stand: stand}
	af.gezegd = a.ingehouden(func() { af.pad, af.id, err = a.rondAf(kast, stand) })
	if err != nil {
		kant.sluit()
		fmt.Fprint(a.Fout, af.gezegd)
		a.melding("Uw antwoorden zijn bewaard. Ga verder met:")
		a.opdracht("weeg verder " + stand.ID)
		return err
	}
	// The reflectie stands; whatever comes now, it must not be made twice.
	if err := kast.VerwijderConcept(stand.ID); err != nil {
		kant.sluit()
		fmt.Fprint(a.Fout, af.gezegd)
		return err
	}
	if stand.IsTerugblik() {
		kant.sluit()
		fmt.Fprint(a.Fout, af.gezegd)
		return a.vertelTerugblik(stand, af.pad, af.id)
	}
	return a.eindig(ctx, kast, kant, af)
}

// opdracht shows a command on a line of its own, in one piece.
func (a *app) opdracht(tekst string) { fmt.Fprintln(a.Fout, "  "+zetwerk.VeiligRegel(tekst)) }

// red shows the answers of a conversation that could not be kept, so that they
// can be copied; private ones only where the person alone looks.
func (a *app) red(stand sessie.Stand) {
	b := a.bladzij()
	b.alinea("", "Bewaren is niet gelukt. Dit zijn uw antwoorden; kopieer wat u wilt houden.")
	b.antwoorden(stand.Vragen(), a.Terminal != nil)
	b.wit()
	fmt.Fprint(a.Fout, b.String())
}

// rondAf writes the private part and the reflectie, and returns where the
// reflectie is and what it is called.
func (a *app) rondAf(kast archief.Archief, stand sessie.Stand) (pad, id string, err error) {
	if stand.IsTerugblik() {
		return a.blikTerug(kast, stand)
	}
	if stand.Bestand != "" {
		return a.vulAan(kast, stand)
	}
	stand.Kop.Datum = a.vandaag()
	return a.schrijfNieuw(kast, stand)
}

func (a *app) vandaag() reflectie.Datum { return reflectie.DatumVan(a.Nu()) }

// pogingen is how often a new name is tried; two people on one day never collide.
const pogingen = 20

// schrijfNieuw writes a new reflectie, where the person wants it or under a name of its own.
func (a *app) schrijfNieuw(kast archief.Archief, stand sessie.Stand) (pad, id string, err error) {
	dir, err := a.reflecties()
	if err != nil {
		return "", "", err
	}
	r, vervallen := stand.Reflectie()
	def := a.metTerugblik(stand.Definitie, r.Teruggeblikt)
	for range pogingen {
		id, err = archief.NieuweNaam(stand.Kop.Datum, stand.Definitie.Casus.ID, a.Random)
		if err != nil {
			return "", "", err
		}
		if pad = stand.Naar; pad == "" {
			pad = filepath.Join(dir, id+".md")
			if err := archief.MaakMap(dir); err != nil {
				return "", "", err
			}
		}
		meta := markdown.Meta{ID: id, Casushash: stand.Definitie.Hash()}
		err = a.schrijf(kast, stand, id, func() error {
			return kast.SchrijfNieuw(pad, markdown.Encode(def, meta, r, vervallen))
		})
		switch {
		case err == nil:
			return pad, id, nil
		case errors.Is(err, archief.ErrBestaat) && stand.Naar == "":
			continue
		case errors.Is(err, archief.ErrBestaat):
			return "", "", invoer(fmt.Errorf("%w\nGeef een andere plek met: weeg verder %s --naar BESTAND", err, stand.ID))
		}
		return "", "", err
	}
	return "", "", fmt.Errorf("er is geen vrije naam gevonden in %s; kies er zelf een met --naar", a.toonPad(dir))
}

// schrijf keeps the private part first, so that the reflectie never stands
// alone; when the reflectie fails, the private part is again what it was.
func (a *app) schrijf(kast archief.Archief, stand sessie.Stand, id string, reflectie func() error) error {
	prive := markdown.EncodePrive(stand)
	if prive == nil && stand.Bestand == "" {
		return reflectie()
	}
	oud, leesfout := kast.Prive(id)
	if leesfout != nil && !bestaatNiet(leesfout) {
		return leesfout
	}
	return zetPrive(kast, id, oud, markdown.HoudTerugblikken(prive, oud), reflectie)
}

// zetPrive puts one private part in the place of another, nil for none, and
// then writes the reflectie.
func zetPrive(kast archief.Archief, id string, oud, prive []byte, reflectie func() error) error {
	zet := func(data []byte) error {
		if data != nil {
			return kast.BewaarPrive(id, data)
		}
		if err := kast.VerwijderPrive(id); !bestaatNiet(err) {
			return err
		}
		return nil
	}
	if err := zet(prive); err != nil {
		return err
	}
	if err := reflectie(); err != nil {
		return errors.Join(err, zet(oud))
	}
	return nil
}

// vulAan writes what was changed here over what stands in the file now. What
// was changed there meanwhile stays.
func (a *app) vulAan(kast archief.Archief, stand sessie.Stand) (pad, id string, err error) {
	oud, doc, err := a.leesReflectie(stand.Bestand)
	if err != nil {
		return "", "", err
	}
	daar := sessie.StandVan("", stand.Definitie, doc.Reflectie, doc.Vervallen, nil).Antwoorden
	for _, sleutel := range stand.Samenvoegen(daar) {
		a.melding("Het antwoord bij %s is intussen ook in het bestand veranderd. Kijk daar of het klopt.", sleutel)
	}
	stand.Kop.Besproken, stand.Kop.Teruggeblikt = doc.Reflectie.Besproken, doc.Reflectie.Teruggeblikt
	r, vervallen := stand.Reflectie()
	meta := doc.Meta
	meta.Casushash = stand.Definitie.Hash()
	if meta.ID == "" {
		if meta.ID, err = archief.NieuweNaam(a.vandaag(), stand.Definitie.Casus.ID, a.Random); err != nil {
			return "", "", err
		}
	}
	nieuw, err := doc.Rewrite(a.metTerugblik(stand.Definitie, r.Teruggeblikt), meta, r, vervallen)
	if err != nil {
		return "", "", fmt.Errorf("%s: %w", a.toonPad(stand.Bestand), err)
	}
	err = a.schrijf(kast, stand, meta.ID, func() error { return kast.Vervang(stand.Bestand, oud, nieuw) })
	return stand.Bestand, meta.ID, err
}

// vertel says where what was put, and what is shared when the file is; on
// standard output it writes the path alone.
func (a *app) vertel(stand sessie.Stand, pad, id string) error {
	a.melding("Uw reflectie staat in %s. Deelt u dat bestand, dan deelt u alles wat erin staat. "+
		"Een gedeeld bestand kan met de Woo worden opgevraagd.", a.toonPad(pad))
	if len(stand.Prive()) > 0 {
		a.melding("Uw privé-antwoorden staan er niet in. Die staan alleen op deze computer: weeg prive toon %s", id)
	} else {
		a.melding("U gaf bij deze reflectie geen privé-antwoorden.")
	}
	_, err := fmt.Fprintln(a.Uit, a.toonPad(pad))
	return err
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

// eerdere returns what this person wanted to take along from earlier
// reflecties: those by the same door. In a team's folder a reflectie that does
// not say by whom it is, can be anybody's.
func (a *app) eerdere(door string) []sessie.Eerder {
	dir, err := a.reflecties()
	if err != nil || a.team.Wortel != "" && door == "" {
		return nil
	}
	namen, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var eerdere []sessie.Eerder
	for i := len(namen) - 1; i >= 0 && len(eerdere) < maxEerdere; i-- { // the newest last, by name
		if !strings.HasSuffix(namen[i].Name(), ".md") {
			continue
		}
		_, doc, err := a.leesReflectie(filepath.Join(dir, namen[i].Name()))
		if err != nil || doc.Reflectie.Door != door {
			continue // a file that cannot be read now is no reason to stop
		}
		r := doc.Reflectie
		e := sessie.Eerder{Titel: a.waarover(r) + ", " + r.Datum.Voluit(),
			Punten: slices.Concat(r.Aandachtspunten.Kennis, r.Aandachtspunten.Acties, r.Aandachtspunten.Macht)}
		for _, w := range r.Waarden {
			if w.Genoemd {
				continue
			}
			e.Waarden = append(e.Waarden, w.ID)
		}
		if len(e.Punten) > 0 {
			eerdere = append(eerdere, e)
		}
	}
	return eerdere
}

// waarover names what a reflectie is about.
func (a *app) waarover(r reflectie.Reflectie) string {
	if r.Eigen != nil && r.Eigen.Titel != "" {
		return r.Eigen.Titel
	}
	return cmp.Or(a.bekendeCasus(r.Casus).Titel, r.Casus)
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
