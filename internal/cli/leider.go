package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// A leider holds a conversation with the person that the ontvangst receives,
// makes the reflectie of it, and tells where all stands then.
type leider struct {
	ontvangst
	plek      plek
	schrijver schrijver
	lezer     lezer
	deler     deler
	aanvang   aanvang

	eerder *afloop // what was made just before this conversation, and is to be told yet; nil of nothing
}

// voer holds a conversation to its end.
func (l leider) voer(ctx context.Context, stand sessie.Stand, kant gastheer) (err error) {
	defer func() {
		if !errors.Is(err, gesprek.ErrTerug) && !errors.Is(err, errNaarBegin) { // else the screen stays, for the choice before
			kant.sluit()
		}
	}()
	eerder := l.eerder
	defer func() {
		if eerder != nil { // it is not told yet, and stands
			err = cmp.Or(err, l.vertelEinde(kant, *eerder))
		}
	}()
	ontgrendel, err := l.kast.Vergrendel(stand.ID)
	if err != nil {
		return err
	}
	defer ontgrendel()
	if stand, err = l.nu(stand); err != nil {
		return err
	}
	if stand.IsWijziging() && eerder == nil && stand.Plaats != sessie.SleutelAfronden {
		kant.Meld(pasAanEinde(kant))
	}
	if pad := l.schrijver.gemaakt(stand); pad != "" {
		kant.Meld("Van dit gesprek is al een reflectie gemaakt: " + l.plek.toon(pad) + ". Rondt u het nog eens af, dan komt daarin wat u verandert.")
	}
	l.plek.ruimOp(l.kast, stand.Bestand, stand.Naar)
	stand.Vandaag = l.w.vandaag()
	if stand, err = l.neemKlad(stand, kant); err != nil {
		return err
	}
	if w := stand.Definitie.Werkvorm; stand.IsNieuw() && w.Duur > 0 {
		kant.Meld(fmt.Sprintf("Ongeveer %d minuten. Stoppen en later verdergaan kan altijd.", w.Duur))
	}
	// Who only looks leaves nothing behind; what was kept before stays.
	begin, bewaard := stand, !stand.Bewaard.IsZero()
	var mislukt error // the last save
	stand, err = l.vraag(ctx, stand, kant, func(stand sessie.Stand) error {
		if !bewaard && stand.IsZoals(begin) {
			mislukt = nil
			return nil
		}
		stand.Bewaard = l.w.Nu()
		mislukt = l.kast.Bewaar(stand)
		bewaard = bewaard || mislukt == nil
		return mislukt
	})
	switch {
	case errors.Is(err, gesprek.ErrTerug):
		return l.gaTerug(ctx, kant, stand, bewaard)
	case errors.Is(err, errWeggegooid):
		return l.laatZo(kant, stand, bewaard, l.terug && eerder == nil)
	case err != nil:
		kant.sluit()
		switch {
		case mislukt != nil:
			l.red(stand)
		case bewaard:
			l.vertelVerder(kant, stand)
		default:
			l.ruimKlad(stand.ID)
			l.w.melding("%s", onveranderd(stand))
			if eerder != nil && errors.Is(err, gesprek.ErrGestopt) { // who only looked is done
				err = nil
			}
		}
		return err
	}
	if bewaard {
		stand.Bewaard = l.w.Nu()
	}
	// The screen stays, for the end.
	l, af, err := l.maak(ctx, stand, kant)
	if err != nil {
		l.sluit(kant, af)
		return l.houd(af.stand, kant, mislukt == nil, err)
	}
	if eerder != nil { // it is the same reflectie
		af.gezegd, af.fout = append(eerder.gezegd, af.gezegd...), eerder.fout
		switch {
		case eerder.pagina == "":
		case l.lezer.isPagina(eerder.pagina, af.pad):
			af.pagina = eerder.pagina
		default:
			af.gezegd = append(af.gezegd, "Daarna wijzigde u uw reflectie. Die webpagina is nu ouder.")
		}
		eerder = nil
	}
	// The reflectie stands; whatever comes now, it must not be made twice.
	if bewaard {
		if err := l.kast.VerwijderConcept(stand.ID); err != nil {
			l.sluit(kant, af)
			err = errors.Join(err, l.vertel(af))
			l.w.melding("Uw %s is gemaakt. Alleen het concept ervan staat er nog. Gooi het weg met:", maaksel(stand))
			l.w.opdracht("weeg concept verwijder " + stand.ID)
			return err
		}
	}
	if pad := l.ruimKlad(stand.ID); pad != "" {
		af.gezegd = append(af.gezegd, "In uw editor bewaarde u nog een tekst die niet in de "+maaksel(stand)+" staat. U vindt hem in "+pad+".")
	}
	return l.eindig(ctx, kant, af)
}

// vraag asks until the person is done. Then it says what a casus lacks, or which people
// can be known by what they wrote, and lets them go back for that.
func (l leider) vraag(ctx context.Context, stand sessie.Stand, kant gastheer, bewaar func(sessie.Stand) error) (sessie.Stand, error) {
	run := gesprek.Run
	if l.terug && !stand.IsWijziging() {
		run = gesprek.RunTerug
	}
	for {
		var err error
		s := sessie.New(stand) // what was answered, goes along
		if stand, err = run(ctx, s, kant, bewaar); err != nil {
			return stand, err
		}
		if s.Klaar() == sessie.AfrondenWeg {
			switch weg, err := l.wilWeg(ctx, kant, stand); {
			case err != nil:
				return stand, gesprek.Gestopt(err)
			case weg:
				return stand, errWeggegooid
			}
			continue
		}
		var sleutel string
		if stand.Definitie.MaaktCasus() {
			sleutel, err = l.nogTeDoen(ctx, kant, stand)
		} else {
			stand, sleutel, err = l.vraagGegevens(ctx, kant, stand)
		}
		if err != nil {
			return stand, gesprek.Gestopt(err)
		}
		if sleutel == "" {
			return stand, nil
		}
		stand.Plaats = sleutel
		kant.Meld("Klaar met wijzigen? " + kant.naarEinde() + ".")
	}
}

// gaTerug leaves a conversation at its first question, for the choice before it, and asks what
// becomes of what was written. Of one that began just now and in which nothing was, nothing
// stays.
func (l leider) gaTerug(ctx context.Context, kant gastheer, stand sessie.Stand, bewaard bool) error {
	switch {
	case len(watWeg(stand)) > 0:
		weg, err := l.wilWegOfLater(ctx, kant, stand)
		if err != nil {
			kant.sluit()
			l.vertelVerder(kant, stand)
			return gesprek.Gestopt(err)
		}
		gezegd := "Wat u schreef, is bewaard."
		if weg {
			if gezegd, err = l.gooiWeg(stand, l.isWeg(stand)); err != nil {
				return kant.weer(err)
			}
		}
		kant.Meld(gezegd)
	case stand.IsNieuw() && bewaard:
		if _, err := l.gooiWeg(stand, ""); err != nil {
			return err
		}
	case stand.IsNieuw():
		l.ruimKlad(stand.ID)
	}
	return gesprek.ErrTerug
}

// wilWegOfLater asks who leaves a conversation whether what they wrote may go, which they
// can go on with later.
func (l leider) wilWegOfLater(ctx context.Context, kant gastheer, stand sessie.Stand) (bool, error) {
	const bewaar, gooi = "bewaren", "weggooien"
	keus, err := kant.Kies(ctx, gesprek.Keuze{Titel: stand.Titel(), Vraag: "Wat doet u met wat u schreef?", Terug: bewaar,
		Opties: []sessie.Optie{{ID: bewaar, Naam: "Bewaren voor later"}, {ID: gooi, Naam: "Weggooien"}}})
	if err != nil || keus != gooi {
		return false, err
	}
	return l.wilWeg(ctx, kant, stand)
}

// errWeggegooid says that the person wants nothing of what they changed or wrote.
var errWeggegooid = errors.New("weggegooid")

// wilWeg reports whether what the person changed or wrote may go: they are sure, or there is
// nothing.
func (l leider) wilWeg(ctx context.Context, kant gastheer, stand sessie.Stand) (bool, error) {
	mag := func() bool {
		err := l.magWeg(stand)
		if err != nil {
			kant.Meld(l.w.foutmelding(err))
		}
		return err == nil
	}
	if !mag() {
		return false, nil
	}
	if len(watWeg(stand)) == 0 {
		return true, nil
	}
	keus, err := kant.Kies(ctx, l.zekerWeg(stand))
	return err == nil && keus == keuzeJa && mag(), err // the file can be gone since
}

// blijft reports whether a reflectie stays when a conversation is thrown away.
func (l leider) blijft(stand sessie.Stand) bool {
	return stand.Bestand != "" || l.schrijver.gemaakt(stand) != ""
}

// laatZo throws away what the person changed or wrote, and tells what stays. verder says that
// they go on from where they began.
func (l leider) laatZo(kant gastheer, stand sessie.Stand, bewaard, verder bool) error {
	gezegd := l.isWeg(stand)
	if bewaard {
		var err error
		if gezegd, err = l.gooiWeg(stand, gezegd); err != nil {
			kant.sluit()
			l.vertelVerder(kant, stand)
			return err
		}
	}
	if verder {
		kant.Meld(gezegd)
		return errNaarBegin
	}
	kant.sluit()
	l.w.melding("%s", gezegd)
	return nil
}

// isWeg tells, of a conversation that is thrown away, what stays.
func (l leider) isWeg(stand sessie.Stand) string {
	switch {
	case len(watWeg(stand)) == 0:
		return onveranderd(stand)
	case l.blijft(stand):
		return "Wat u nu schreef, is weg. Uw reflectie is zoals die daarvoor was."
	}
	return "Wat u schreef, is weg."
}

// onveranderd says that nothing is kept of who only looked.
func onveranderd(stand sessie.Stand) string {
	if stand.Bestand != "" {
		return "Er is niets veranderd. Uw reflectie staat er nog zoals die was."
	}
	return "U hebt nog niets geschreven. Er is niets bewaard."
}

// maaksel is what comes of a conversation, as people call it.
func maaksel(stand sessie.Stand) string {
	if stand.Definitie.MaaktCasus() {
		return "casus"
	}
	return "reflectie"
}

// maak makes the reflectie, also where the working folder is called otherwise now. Where that fails
// the person says what to do, if they are there; else af.stand is what is to be kept.
func (l leider) maak(ctx context.Context, stand sessie.Stand, kant gastheer) (_ leider, af afloop, err error) {
	for {
		l = l.verhuis(&stand)
		if af, err = l.schrijver.rondAf(stand); err == nil {
			return l, af, nil
		}
		stand.Wordt = af.stand.Wordt
		af.stand = stand
		if l.w.Terminal == nil {
			return l, af, err
		}
		switch keuze, stop := kant.Kies(ctx, l.nietGemaakt(stand, err)); {
		case stop != nil || keuze == "later":
			return l, af, gesprek.ErrGestopt
		case keuze != "weer":
			stand.Naar = keuze
		}
	}
}

// nietGemaakt asks what to do about a reflectie that could not be made. A new one
// may go to the person's home, whatever is wrong with the place where it should go.
func (l leider) nietGemaakt(stand sessie.Stand, err error) gesprek.Keuze {
	k := gesprek.Keuze{
		Titel:  stand.Titel(),
		Toont:  []sessie.Getoond{{Kop: "Uw " + maaksel(stand) + " is nog niet gemaakt", Tekst: l.w.foutmelding(err)}},
		Vraag:  "Wat wilt u?",
		Opties: []sessie.Optie{{ID: "weer", Naam: "Nog eens proberen"}},
	}
	var plek *plekfout
	if thuis := l.w.thuis(); thuis != "" && errors.As(err, &plek) {
		einde := ".md"
		if stand.Definitie.MaaktCasus() {
			einde = ".yaml"
		}
		pad := filepath.Join(thuis, stand.Wordt.ID+einde)
		k.Opties = append(k.Opties, sessie.Optie{ID: pad, Naam: "In uw thuismap zetten", Uitleg: pad})
	}
	k.Opties = append(k.Opties, sessie.Optie{ID: "later", Naam: "Later verdergaan"})
	return k
}

// houd keeps a conversation of which the reflectie was not made, because of err, and
// tells where its answers are. vast says that all but what came of that was kept.
func (l leider) houd(stand sessie.Stand, kant gastheer, vast bool, err error) error {
	stand.Bewaard = l.w.Nu()
	if fout := l.kast.Bewaar(stand); fout != nil && !vast {
		l.red(stand)
		if !errors.Is(err, gesprek.ErrGestopt) {
			l.w.melding("%s", l.w.foutmelding(err))
		}
		return fout
	}
	l.vertelVerder(kant, stand)
	var lezen *strict.Leesfout
	if errors.As(err, &lezen) { // it could be read before, so the person named no wrong file
		return lezen
	}
	return err
}

// verhuis goes along with the working folder, which somebody may have renamed, and
// takes the files of stand in it along.
func (l leider) verhuis(stand *sessie.Stand) leider {
	if nu, err := newPlek(l.w); err == nil && nu.werkmap != l.plek.werkmap {
		stand.Naar, stand.Bestand, stand.Werkmap = l.plek.mee(nu, stand.Naar), l.plek.mee(nu, stand.Bestand), l.plek.mee(nu, stand.Werkmap)
		l.plek, l.schrijver.plek, l.schrijver.boekerij = nu, nu, newBoekerij(nu)
		l.deler.plek, l.deler.plank.plek, l.deler.schrijver = nu, nu, l.schrijver
		l.lezer.plek, l.lezer.plank.plek, l.aanvang.plek, l.aanvang.plank.plek = nu, nu, nu, nu
	}
	return l
}

// nu is the conversation as it is kept now: another window may have gone on with it
// before the lock was ours. One that was kept and is gone was finished there or
// thrown away, so that going on would make it twice.
func (l leider) nu(stand sessie.Stand) (sessie.Stand, error) {
	nu, err := l.kast.Concept(stand.ID)
	switch {
	case err == nil:
		nu.Naar, nu.Kop.Door, nu.Toch = cmp.Or(stand.Naar, nu.Naar), cmp.Or(stand.Kop.Door, nu.Kop.Door), stand.Toch
		if l.schrijver.gemaakt(nu) != "" {
			return nu, nil
		}
		nu = l.schrijver.volg(nu)
		if err := l.schrijver.weg(nu); err != nil && (nu.Naar == "" || nu.IsTerugblik()) {
			return nu, err // to be told before the conversation, and not after it
		}
		return nu, nil
	case !bestaatNiet(err):
		return stand, err
	case !stand.Bewaard.IsZero():
		return stand, gebruik("dit gesprek is er niet meer. U rondde het intussen af in een ander venster, of gooide het weg; " +
			"wat u afrondde, staat bij uw reflecties")
	}
	return stand, nil // it is new
}

// kanVerder reports why nobody can go on with a conversation here: another window does, or
// has finished it.
func (l leider) kanVerder(stand sessie.Stand) error {
	ontgrendel, err := l.kast.Vergrendel(stand.ID)
	if err != nil {
		return err
	}
	defer ontgrendel()
	_, err = l.nu(stand)
	return err
}

// neemKlad takes into a concept what the person saved in their editor when weeg was
// gone. The file goes once the concept is on the disk.
func (l leider) neemKlad(stand sessie.Stand, kant gastheer) (sessie.Stand, error) {
	k, err := l.kast.Klad(stand.ID)
	if err != nil || !k.IsVeranderd() || stand.Bewaard.IsZero() {
		return stand, nil
	}
	ses := sessie.New(stand) // what was being typed is an answer now
	sleutel := cmp.Or(k.Sleutel, ses.Vraag().Sleutel)
	getypt := ses.Stand().Antwoorden[sleutel].Tekst()
	tekst, opmerking := naast(getypt, k)
	if !ses.Leg(sleutel, reflectie.Tekst(tekst)) {
		return stand, nil // nobody is asked for it; the end tells where it stands
	}
	stand = ses.Stand()
	stand.Bewaard = l.w.Nu()
	if err := l.kast.Bewaar(stand); err != nil {
		return stand, err
	}
	kant.Meld(strings.TrimSpace("Wat u in uw editor bewaarde, staat nu bij uw antwoord. " + opmerking))
	return stand, l.kast.VerwijderKlad(stand.ID, k)
}

// ruimKlad removes what was written for an editor. Where the person saved
// something there that was not read, it stays, and pad tells where.
func (l leider) ruimKlad(id string) (pad string) {
	k, err := l.kast.Klad(id)
	if err == nil && k.IsVeranderd() {
		return l.kast.PadKlad(id)
	}
	_ = l.kast.VerwijderKlad(id, k)
	return ""
}

// schrijf makes the reflectie of answers that nobody was asked for here. Without
// private answers it needs no place of its own.
func (l leider) schrijf(stand sessie.Stand) error {
	if err := l.kast.Err(); err != nil && len(stand.Prive()) > 0 {
		return err
	}
	l.plek.ruimOp(l.kast, stand.Naar)
	af, err := l.schrijver.nieuw(stand)
	if err != nil {
		return err
	}
	l.meldGegevens(af.stand)
	return l.vertel(af)
}

// red shows the answers of a conversation that could not be kept, so that they
// can be copied; private ones only where the person alone looks. It tells what of
// them a save before kept.
func (l leider) red(stand sessie.Stand) {
	b := l.w.bladzij()
	b.alinea("", "Bewaren is niet gelukt. Dit zijn uw antwoorden; kopieer wat u wilt houden.")
	b.antwoorden(stand.Vragen(), l.w.Terminal != nil)
	b.wit()
	eerder, err := l.kast.Concept(stand.ID)
	prive := stand.Prive()
	maps.DeleteFunc(prive, func(sleutel string, a reflectie.Antwoord) bool { return eerder.Antwoorden[sleutel].Equal(a) })
	if len(prive) > 0 && l.w.Terminal == nil {
		b.alinea("", "Uw privé-antwoorden laat weeg hier niet zien. Ze zijn ook niet bewaard: geef ze later opnieuw.")
	}
	fmt.Fprint(l.w.Fout, b.String())
	if err == nil {
		l.w.melding("Wat eerder wel bewaard is, op %s, staat in het concept. Ga daarmee verder met:", tijdstip(eerder.Bewaard))
		l.w.opdracht("weeg verder " + stand.ID)
	}
}
