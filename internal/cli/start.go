package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A start is what `weeg` alone does: it shows all that the person can do now.
type start struct {
	aanvang
	leider leider
	lezer  lezer
}

// toon shows the start screen until the person has begun or read something, or stops.
func (s start) toon(ctx context.Context) error {
	return s.met(ctx, false, func(ctx context.Context, s *startscherm) error { return s.begin(ctx) })
}

// kies lets the person choose a casus, and begins.
func (s start) kies(ctx context.Context, toegankelijk bool) error {
	return s.met(ctx, toegankelijk, func(ctx context.Context, s *startscherm) error {
		for {
			if err := s.kiesCasus(ctx); !errors.Is(err, errNaarBegin) {
				return err
			}
		}
	})
}

// lees lets the person choose what to read, until they have read enough.
func (s start) lees(ctx context.Context, zonderPrive bool) error {
	return s.met(ctx, false, func(ctx context.Context, s *startscherm) error {
		s.zonderPrive = zonderPrive
		return s.lezen(ctx)
	})
}

// met does something in which the person chooses.
func (s start) met(ctx context.Context, toegankelijk bool, doe func(context.Context, *startscherm) error) error {
	s.leider.terug = true
	err := s.leider.ontvang(ctx, toegankelijk, func(ctx context.Context, kant gastheer) error {
		if err := s.kast.Err(); err != nil {
			return err
		}
		s.plek.ruimOp(s.kast)
		bieb, err := s.boekerij.bieb()
		if err != nil {
			return err
		}
		scherm := &startscherm{start: s, bieb: bieb, kant: kant}
		err = doe(ctx, scherm)
		for _, id := range scherm.verlaten {
			if c, err := s.kast.Concept(id); err == nil && len(c.Beantwoord()) > 0 {
				kant.sluit()
				s.leider.hoeVerder(kant, c, "Wat u schreef bij "+titel(c)+", is bewaard.")
			}
		}
		return err
	})
	if errors.Is(err, errGenoeg) || errors.Is(err, gesprek.ErrTerug) {
		return nil
	}
	return err
}

// A startscherm is a start with a person at it. It tells of a file that is
// damaged, and goes on without it.
type startscherm struct {
	start
	bieb casus.Bibliotheek
	kant gastheer

	isBegin     bool     // what the person wants is asked once more after each thing, and tells how that went
	verlaten    []string // ids of the conversations that were left for the choice before them
	gemeld      bool     // that a concept is damaged
	zonderPrive bool     // of what is read, no private answers are shown
}

// begin asks what the person wants and does it, again where that leads back.
func (s *startscherm) begin(ctx context.Context) error {
	s.isBegin = true
	for hier := ""; ; {
		wensen, err := s.wensen()
		if err != nil {
			return err
		}
		k := gesprek.Keuze{Titel: "Weeg · van standpunt naar waarde", Vraag: "Wat wilt u doen?", Hier: hier, Opties: optiesVan(wensen)}
		if wensen[0].ID == wensEerste {
			k.Uitleg = welkom
		}
		if hier, err = s.kant.kies(ctx, k); err != nil {
			return err
		}
		i := slices.IndexFunc(wensen, func(w wens) bool { return w.ID == hier })
		if err := wensen[i].doe(ctx); !errors.Is(err, gesprek.ErrTerug) && !errors.Is(err, errNaarBegin) {
			return err
		}
	}
}

// errNaarBegin leads back to what the person wants, past the choices since.
var errNaarBegin = errors.New("naar het begin")

// Who never began anything sees wensEerste first, and what weeg is.
const (
	wensEerste = "eerste"
	welkom     = "U leest een verhaal, noemt de waarden die spelen en weegt ze. Er komt geen score uit en geen advies."
)

// wensen lists what the person can do now. Of the reflecties it reads no more
// than when to look back at them.
func (s *startscherm) wensen() ([]wens, error) {
	casussen, err := s.bieb.CasusIDs()
	if err != nil {
		return nil, err
	}
	concepten, fouten := s.kast.Concepten()
	if len(fouten) > 0 && !s.gemeld {
		s.kant.Meld(s.w.Terminal.zo("Een concept is niet te lezen. Met weeg concept lijst ziet u welk."))
		s.gemeld = true
	}
	var wensen []wens
	add := func(id, naam, uitleg string, doe func(context.Context) error) {
		wensen = append(wensen, wens{sessie.Optie{ID: id, Naam: naam, Uitleg: uitleg}, doe})
	}
	verder := func(id string, c sessie.Stand) {
		add(id, "Verder met "+titel(c), s.w.hoever(c), func(ctx context.Context) error { return s.verder(ctx, c) })
	}
	if len(concepten) > 0 {
		verder("verder", concepten[0])
	}
	switch {
	case len(concepten) == 2 && titel(concepten[0]) != titel(concepten[1]):
		verder("ander", concepten[1])
	case len(concepten) > 1:
		add("anders", "Verder met iets anders", telling(len(concepten)-1, "gesprek", "gesprekken"),
			func(ctx context.Context) error { return s.verderMet(ctx, concepten[1:]) })
	}
	if len(concepten) == 0 && s.plank.isLeeg() {
		s.eerste(add)
	}
	add("casus", "Een casus kiezen", telling(len(casussen), "casus", "casussen"), s.kiesCasus)
	add("eigen", "Een eigen situatie", "", func(ctx context.Context) error { return s.kiesWerkvorm(ctx, casus.EigenCasus()) })
	eigen, anderen, agenda := s.plank.tel(s.plank.onbevangen(s.plank.alle()))
	if eigen > 0 {
		add("terugkijken", "Terugkijken", agenda.kort(), s.terugkijken)
	}
	if n := eigen + anderen; n > 0 {
		add("lezen", "Lezen", telling(n, "reflectie", "reflecties"), s.lezen)
	}
	if eigen > 0 {
		add("wijzigen", "Een antwoord wijzigen", "in een reflectie die af is", s.wijzigen)
	}
	switch {
	case len(concepten) == 0:
	case !slices.ContainsFunc(concepten, func(c sessie.Stand) bool { return !c.IsWijziging() }):
		add("weggooien", "Een wijziging weggooien", "uw reflectie blijft", s.weggooien)
	default:
		add("weggooien", "Een gesprek weggooien", "dat nog niet af is", s.weggooien)
	}
	add("vraag", "Een vraag voor vandaag", "", s.vraag)
	add("uitleg", "Uitleg", "", s.uitleg)
	add("stoppen", "Stoppen", "", func(context.Context) error { return nil })
	return wensen, nil
}

// eerste offers a first conversation, with which one is at its first question soonest. A
// library in which it does not load offers none.
func (s *startscherm) eerste(add func(id, naam, uitleg string, doe func(context.Context) error)) {
	def, err := s.boekerij.laad(eersteCasus, eersteWerkvorm)
	if err != nil {
		return
	}
	naam := fmt.Sprintf("Een eerste keer, ongeveer %d minuten", def.Werkvorm.Duur)
	add(wensEerste, naam, def.Casus.Titel, func(ctx context.Context) error {
		_, err := s.nieuw(ctx, def.Casus, def.Werkvorm.ID)
		return err
	})
}

// titel names a concept inside a sentence.
func titel(c sessie.Stand) string {
	t := cmp.Or(c.Titel(), c.ID)
	if t == casus.EigenCasus().Titel || c.Definitie.MaaktCasus() && t == c.Definitie.Casus.Titel {
		t = casus.InZin(t)
	}
	if a := aanloop(c); a != "" {
		return "de " + a + t
	}
	return t
}

// aanloop stands before the title of a concept of a reflectie that is there; "" of another.
func aanloop(c sessie.Stand) string {
	switch {
	case c.IsTerugblik():
		return "terugblik op "
	case c.IsWijziging():
		return "wijziging van "
	}
	return ""
}

// wanneer writes a day as people say it on another one.
func wanneer(t, nu time.Time) string {
	switch dag := reflectie.DatumVan(t); dag {
	case reflectie.DatumVan(nu):
		return "vandaag"
	case reflectie.DatumVan(nu.AddDate(0, 0, -1)):
		return "gisteren"
	default:
		return dag.Voluit()
	}
}

// verder goes on with a concept, unless another window does, or has finished it.
func (s *startscherm) verder(ctx context.Context, c sessie.Stand) error {
	if err := s.leider.kanVerder(c); err != nil {
		return s.kant.weer(err)
	}
	return s.voer(ctx, c)
}

// voer holds a conversation.
func (s *startscherm) voer(ctx context.Context, stand sessie.Stand) error {
	s.verlaten = slices.DeleteFunc(s.verlaten, func(id string) bool { return id == stand.ID })
	err := s.leider.voer(ctx, stand, s.kant)
	if errors.Is(err, gesprek.ErrTerug) {
		s.verlaten = append(s.verlaten, stand.ID)
	}
	return err
}

func (s *startscherm) verderMet(ctx context.Context, concepten []sessie.Stand) error {
	id, err := s.kant.kiesOnder(ctx, s.w.waarmee(concepten))
	if err != nil {
		return err
	}
	return s.verder(ctx, concepten[slices.IndexFunc(concepten, func(c sessie.Stand) bool { return c.ID == id })])
}

// weggooien asks which conversation may go that is not finished, and throws it away.
func (s *startscherm) weggooien(ctx context.Context) error {
	for {
		concepten, fouten := s.kast.Concepten()
		if len(concepten) == 0 {
			return s.kant.weer(cmp.Or(errors.Join(fouten...), gesprek.ErrTerug))
		}
		k := s.w.waarmee(concepten)
		k.Titel, k.Vraag = "Weggooien", "Wat wilt u weggooien?"
		for i, c := range concepten {
			if s.leider.blijft(c) {
				k.Opties[i].Uitleg = regel("uw reflectie blijft", k.Opties[i].Uitleg)
			}
		}
		id, err := s.kant.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		c := concepten[slices.IndexFunc(concepten, func(c sessie.Stand) bool { return c.ID == id })]
		if _, err := s.leider.gooiConceptWeg(ctx, s.kant, c); err != nil {
			return s.kant.weer(err)
		}
	}
}

func (s *startscherm) kiesCasus(ctx context.Context) error {
	casussen, fout := s.bieb.Casussen()
	if fout != nil {
		s.kant.Meld(s.w.Terminal.zo("Niet elke casus is te lezen. Met weeg casus lijst ziet u waarom."))
	}
	g, gewogen := newGids(s.bieb), s.plank.gewogen(s.plank.alle())
	wensen := casus.Elk(casussen, func(c casus.Casus) wens {
		o := g.optie(c)
		if gewogen[c.ID] {
			o.Uitleg = "U woog deze al. " + o.Uitleg
		}
		if s.kant.regels { // all of it is read out
			o.Uitleg, _, _ = strings.Cut(o.Uitleg, ". Op het spel")
		}
		return wens{o, func(ctx context.Context) error { return s.casusGekozen(ctx, c) }}
	})
	k := gesprek.Keuze{Titel: "Een casus kiezen", Vraag: "Welke casus kiest u?", Zoek: true}
	return s.kant.doorloop(ctx, k, wensen)
}

// vraag shows the question of this day, and leads back.
func (s *startscherm) vraag(ctx context.Context) error {
	vragen, err := s.boekerij.dagvragen("", "")
	if err != nil || len(vragen) == 0 {
		return s.kant.weer(cmp.Or(err, errors.New("de catalogus van waarden heeft geen vragen")))
	}
	vandaag := s.w.vandaag()
	return s.laatLezen(ctx, "Weeg", func(b *bladzij) {
		b.dagvraag(vandaag, vanDeDag(vragen, vandaag))
		b.alinea("", "Wilt u dat moment wegen? Kies in het startscherm \"Een eigen situatie\".")
	})
}

// uitleg asks about what the person wants to read more, and shows it.
func (s *startscherm) uitleg(ctx context.Context) error {
	wensen := casus.Elk(uitlegbladen(), func(blad uitlegblad) wens {
		return wens{sessie.Optie{ID: blad.onderwerp, Naam: blad.titel()}, func(ctx context.Context) error {
			return s.laatLezen(ctx, "Uitleg", func(b *bladzij) {
				b.aan = s.w.Terminal
				b.stukken(stukken(blad.tekst))
			})
		}}
	})
	return s.kant.doorloop(ctx, gesprek.Keuze{Titel: "Uitleg", Vraag: "Waarover wilt u meer lezen?"}, wensen)
}

// casusGekozen begins with a casus, or goes on where the person was.
func (s *startscherm) casusGekozen(ctx context.Context, c casus.Casus) error {
	for {
		stand, begonnen := conceptVan(s.kast, c.ID)
		if !begonnen {
			return s.kiesWerkvorm(ctx, c)
		}
		id, err := s.kant.kiesOnder(ctx, alBegonnen(stand))
		if err != nil {
			return err
		}
		if id == keuzeVerder {
			err = s.verder(ctx, stand)
		} else {
			err = s.kiesWerkvorm(ctx, c)
		}
		if !errors.Is(err, gesprek.ErrTerug) {
			return err
		}
	}
}

// kiesWerkvorm asks how to weigh, and begins.
func (s *startscherm) kiesWerkvorm(ctx context.Context, c casus.Casus) error {
	k := s.aanvang.kiesWerkvorm(s.bieb, c)
	begonnen := map[string]string{} // by its werkvorm, the id of what began here and was left for this choice
	wensen := casus.Elk(k.Opties, func(o sessie.Optie) wens {
		return wens{o, func(ctx context.Context) error {
			if was, err := s.kast.Concept(begonnen[o.ID]); err == nil { // "" is none
				return s.verder(ctx, was)
			}
			id, err := s.nieuw(ctx, c, o.ID)
			begonnen[o.ID] = id
			return err
		}}
	})
	if c.Situatie != "" {
		wensen = append(wensen, wens{sessie.Optie{ID: ":verhaal", Naam: "Eerst het verhaal lezen"},
			func(ctx context.Context) error { return s.verhaal(ctx, c) }})
	}
	return s.kant.doorloop(ctx, k, wensen)
}

// verhaal tells the casus, and leads back.
func (s *startscherm) verhaal(ctx context.Context, c casus.Casus) error {
	return s.laatLezen(ctx, c.Titel, func(b *bladzij) { b.tekst(c.Situatie + "\n\n" + c.Moment) })
}

// laatLezen shows a page, and leads back.
func (s *startscherm) laatLezen(ctx context.Context, titel string, schrijf func(*bladzij)) error {
	pagina := func(breedte int) string {
		b := &bladzij{breedte: breedte}
		schrijf(b)
		return b.String()
	}
	if s.kant.regels {
		s.kant.Meld(pagina(s.w.breedte()))
		return gesprek.ErrTerug
	}
	err := s.kant.lees(ctx, titel, func(breedte int) []string { return strings.Split("\n"+pagina(breedte), "\n") })
	return cmp.Or(onderbroken(err), gesprek.ErrTerug)
}

// nieuw begins a conversation, and returns its id.
func (s *startscherm) nieuw(ctx context.Context, c casus.Casus, werkvorm string) (id string, err error) {
	def, err := s.boekerij.definitie(c, werkvorm)
	if err != nil {
		return "", s.kant.weer(err)
	}
	stand, err := s.aanvang.nieuw(def, "")
	if err != nil {
		return "", err
	}
	return stand.ID, s.voer(ctx, stand)
}

// terugkijken asks at which of the reflecties that wait, and begins; where none does, at
// which of all.
func (s *startscherm) terugkijken(ctx context.Context) error {
	eigen := s.plank.eigen(s.plank.alle())
	agenda := s.plank.agendaVan(eigen)
	eerder := func(ctx context.Context) error { return s.eerderTerugkijken(ctx, eigen, agenda.later) }
	if len(agenda.wachten) == 0 {
		return eerder(ctx)
	}
	wensen := casus.Elk(agenda.wachten, func(e eerdereReflectie) wens {
		o := sessie.Optie{ID: e.pad, Naam: e.titel}
		if !e.datum.IsZero() {
			o.Uitleg = "van " + e.datum.Voluit()
		}
		doe := s.nuOfLater
		if len(e.afspraken) > 0 { // they wait, whatever day one would choose
			doe = s.terugkijkenOp
		}
		return wens{o, func(ctx context.Context) error { return doe(ctx, e.pad) }}
	})
	if len(eigen) == 1 {
		return wensen[0].doe(ctx)
	}
	wensen = append(wensen, wens{sessie.Optie{ID: "andere", Naam: "Een andere reflectie"}, eerder})
	k := gesprek.Keuze{Titel: "Terugkijken", Vraag: "Op welke reflectie kijkt u terug?", Zoek: len(wensen) >= zoekVanaf}
	return s.kant.doorloop(ctx, k, wensen)
}

// eerderTerugkijken asks at which of their reflecties somebody looks back, whether it waits
// or not. It points at the one of which the day to come is the first.
func (s *startscherm) eerderTerugkijken(ctx context.Context, eigen []string, later []eerdereReflectie) error {
	k := gesprek.Keuze{Titel: "Terugkijken", Vraag: "Op welke reflectie kijkt u terug?", Zoek: true}
	straks := map[string]reflectie.Datum{}
	for _, e := range later {
		k.Hier = cmp.Or(k.Hier, e.pad)
		straks[e.pad] = e.sinds()
	}
	eerdere := s.plank.teLezen(eigen)
	for i, e := range eerdere {
		eerdere[i].erbij = regel(e.wanneer(straks[e.pad]), e.erbij)
	}
	return s.metReflectie(ctx, k, eerdere, s.nuOfLater)
}

// nuOfLater asks whether somebody looks back now, or wants another day for that. Who began to
// look back goes on.
func (s *startscherm) nuOfLater(ctx context.Context, pad string) error {
	stand, err := s.aanvang.terugblik(func(string) {}, pad, "", false) // what to know comes when it begins
	if err != nil {
		return s.kant.weer(err)
	}
	if !stand.Bewaard.IsZero() {
		return s.verder(ctx, stand)
	}
	k := gesprek.Keuze{Titel: stand.Titel(), Vraag: "Wat wilt u?"}
	anders := "Een andere dag kiezen"
	u := uittrekselVan(pad)
	var straks reflectie.Datum
	switch dag := u.Dag(); {
	case dag.IsZero():
		anders = "Een dag kiezen"
	case dag.String() > s.w.vandaag().String():
		straks = dag
	}
	if wanneer := (eerdereReflectie{teruggeblikt: u.Teruggeblikt}).wanneer(straks); wanneer != "" {
		k.Uitleg = casus.MetHoofdletter(wanneer) + "."
	}
	return s.kant.doorloop(ctx, k, []wens{
		{sessie.Optie{ID: "nu", Naam: "Nu terugkijken"}, func(ctx context.Context) error { return s.terugkijkenOp(ctx, pad) }},
		{sessie.Optie{ID: wijzigDag, Naam: anders}, func(ctx context.Context) error {
			if err := s.leider.wijzigDag(ctx, s.kant, stand, pad); err != nil {
				return s.kant.weer(err)
			}
			return errNaarBegin // which tells of that day
		}},
	})
}

// terugkijkenOp looks back at the reflectie at pad.
func (s *startscherm) terugkijkenOp(ctx context.Context, pad string) error {
	stand, err := s.aanvang.terugblik(s.kant.Meld, pad, "", false)
	if err != nil {
		return s.kant.weer(err)
	}
	return s.verder(ctx, stand)
}

// lezen asks which reflectie and shows it; in plain lines that is all.
func (s *startscherm) lezen(ctx context.Context) error {
	k := gesprek.Keuze{Titel: "Lezen", Vraag: "Welke reflectie wilt u lezen?", Zoek: true}
	return s.metReflectie(ctx, k, s.plank.teLezen(s.plank.onbevangen(s.plank.alle())), s.lezenVan)
}

// wijzigen asks in which of their reflecties the person wants to change an answer, and begins.
func (s *startscherm) wijzigen(ctx context.Context) error {
	k := gesprek.Keuze{Titel: "Een antwoord wijzigen", Vraag: "In welke reflectie?", Zoek: true}
	return s.metReflectie(ctx, k, s.plank.teLezen(s.plank.eigen(s.plank.alle())), func(ctx context.Context, pad string) error {
		stand, err := s.leider.teWijzigen(ctx, s.kant, pad)
		if err != nil {
			return s.kant.weer(err)
		}
		return s.voer(ctx, stand)
	})
}

// metReflectie asks for one of these reflecties, and does something with it; where there is
// but one, the start screen does so at once.
func (s *startscherm) metReflectie(ctx context.Context, k gesprek.Keuze, uit []eerdereReflectie, doe func(context.Context, string) error) error {
	if len(uit) == 1 && s.isBegin {
		return doe(ctx, s.plek.toon(uit[0].pad))
	}
	zo := map[string]int{} // how many are called so
	wensen := casus.Elk(uit, func(e eerdereReflectie) wens {
		o := sessie.Optie{ID: e.pad, Naam: e.String(), Uitleg: e.erbij}
		if zo[e.String()]++; !s.kant.regels || zo[e.String()] > 1 { // there all of it is read out
			o.Uitleg = regel(e.erbij, s.plek.toon(e.pad))
		}
		return wens{o, func(ctx context.Context) error { return doe(ctx, s.plek.toon(e.pad)) }}
	})
	return s.kant.doorloop(ctx, k, wensen)
}

// lezenVan shows the reflectie at pad. After a screen the person can make a web page of it,
// and chooses again.
func (s *startscherm) lezenVan(ctx context.Context, pad string) error {
	if err := s.lezer.toonAan(ctx, s.kant, pad, s.zonderPrive); err != nil {
		return s.kant.weer(err)
	}
	if s.kant.regels {
		return nil
	}
	k := gesprek.Keuze{Titel: "Lezen", Vraag: "Wat wilt u nu?", Opties: []sessie.Optie{naarWebpagina()}, Hier: terug}
	if _, err := s.kant.kiesOnder(ctx, k); err != nil {
		return err
	}
	pad = s.plek.pad(pad)
	pagina, _, err := s.leider.maakPagina(s.kant, pad)
	if err != nil {
		return s.kant.weer(err)
	}
	if s.w.Open == nil {
		return gesprek.ErrTerug
	}
	k.Hier = openen
	return s.kant.doorloop(ctx, k, []wens{{naarBrowser(), func(ctx context.Context) error {
		return s.kant.weer(cmp.Or(s.leider.open(s.kant, pagina, pad), gesprek.ErrTerug))
	}}})
}
