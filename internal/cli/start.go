package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// errOnderbroken says that the person broke off where there was nothing to save.
var errOnderbroken = errors.New("onderbroken")

// What a person can do in any choice of the start screen, besides choosing.
var (
	errTerug  = errors.New("terug")  // to the choice before
	errGenoeg = errors.New("genoeg") // out of the program
)

// terug is the id of the last optie of every choice but the first. It is also
// what somebody types to go back in line mode, and no casus can be called so.
const terug = ":terug"

// A startscherm is what `weeg` alone shows: all that the person can do now. It
// tells of a file that is damaged, and goes on without it.
type startscherm struct {
	*app
	kast archief.Archief
	bieb casus.Bibliotheek
	kant gastheer

	gemeld      bool // that a concept is damaged
	zonderPrive bool // of what is read, no private answers are shown
}

// A wens is something that the person can do, and how.
type wens struct {
	sessie.Optie
	doe func(context.Context) error
}

// start shows the start screen until the person has begun or read something, or stops.
func (a *app) start(ctx context.Context) error {
	return a.metStartscherm(ctx, func(ctx context.Context, s *startscherm) (err error) {
		for hier := ""; ; {
			hier, err = s.begin(ctx, hier)
			if !errors.Is(err, errTerug) {
				return err
			}
		}
	})
}

// metStartscherm does something in which the person chooses.
func (a *app) metStartscherm(ctx context.Context, doe func(context.Context, *startscherm) error) error {
	kant, err := a.voorkant(false)
	if err != nil {
		return err
	}
	defer kant.sluit()
	ctx, stop := a.totSignaal(ctx)
	defer stop()
	s := &startscherm{app: a, kant: kant}
	if s.kast, err = a.archief(); err != nil {
		return err
	}
	if s.bieb, err = a.bibliotheek(); err != nil {
		return err
	}
	if err = doe(ctx, s); errors.Is(err, errGenoeg) || errors.Is(err, errTerug) {
		return nil
	}
	return err
}

// begin asks what the person wants and does it; hier is what was wanted before.
func (s *startscherm) begin(ctx context.Context, hier string) (gekozen string, err error) {
	wensen, err := s.wensen()
	if err != nil {
		return "", err
	}
	k := gesprek.Keuze{Titel: "Weeg · van standpunt naar waarde", Vraag: "Wat wilt u doen?", Hier: hier}
	for _, w := range wensen {
		k.Opties = append(k.Opties, w.Optie)
	}
	if wensen[0].ID == wensCasus {
		k.Uitleg = "U leest een casus, noemt de waarden die spelen en weegt ze. Er komt geen score uit en geen advies."
	}
	if gekozen, err = s.kies(ctx, k); err != nil {
		return "", err
	}
	i := slices.IndexFunc(wensen, func(w wens) bool { return w.ID == gekozen })
	return gekozen, wensen[i].doe(ctx)
}

// wensCasus is the id of the first thing to do for who has begun nothing.
const wensCasus = "casus"

// wensen lists what the person can do now. Of the reflecties it reads no more
// than when to look back at them.
func (s *startscherm) wensen() ([]wens, error) {
	casussen, err := s.bieb.CasusIDs()
	if err != nil {
		return nil, err
	}
	concepten, fouten := s.kast.Concepten()
	if len(fouten) > 0 && !s.gemeld {
		s.kant.Meld("Een concept is niet te lezen. Met weeg concept lijst ziet u welk.")
		s.gemeld = true
	}
	var wensen []wens
	add := func(id, naam, uitleg string, doe func(context.Context) error) {
		wensen = append(wensen, wens{sessie.Optie{ID: id, Naam: naam, Uitleg: uitleg}, doe})
	}
	if len(concepten) > 0 {
		add("verder", "Verder met "+titel(concepten[0]), s.stand(concepten[0]),
			func(ctx context.Context) error { return s.verder(ctx, concepten[0]) })
	}
	if len(concepten) > 1 {
		add("anders", "Verder met iets anders", telling(len(concepten)-1, "concept", "concepten"),
			func(ctx context.Context) error { return s.verderMet(ctx, concepten[1:]) })
	}
	add(wensCasus, "Een casus kiezen", telling(len(casussen), "casus", "casussen"), s.kiesCasus)
	add("eigen", "Een eigen situatie", "", func(ctx context.Context) error { return s.kiesWerkvorm(ctx, casus.EigenCasus()) })
	paden := s.bestanden()
	if n := s.wachten(paden); n > 0 {
		add("terugkijken", "Terugkijken", telling(n, "reflectie wacht op u", "reflecties wachten op u"), s.terugkijken)
	}
	if n := len(paden); n > 0 {
		add("lezen", "Lezen", telling(n, "reflectie", "reflecties"), s.lezen)
	}
	add("stoppen", "Stoppen", "", func(context.Context) error { return nil })
	return wensen, nil
}

// titel names a concept inside a sentence.
func titel(c sessie.Stand) string {
	switch t := cmp.Or(c.Titel(), c.ID); {
	case c.IsTerugblik():
		return "de terugblik op " + t
	case t == casus.EigenCasus().Titel:
		return casus.InZin(t)
	default:
		return t
	}
}

// telling writes how many there are.
func telling(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return fmt.Sprintf("%d %s", n, meer)
}

// stand writes when the person was busy with a concept, and how far.
func (s *startscherm) stand(c sessie.Stand) string {
	return wanneer(c.Bewaard.In(s.Nu().Location()), s.Nu()) + ", " + kort(c)
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

// kies asks for one of the opties. The error says how else the person left it.
func (s *startscherm) kies(ctx context.Context, k gesprek.Keuze) (string, error) {
	id, err := s.kant.Kies(ctx, k)
	switch {
	case err == nil && id == terug:
		return "", errTerug
	case err == nil:
		return id, nil
	case s.kant.regels && errors.Is(err, gesprek.ErrGestopt): // they typed that they want to stop
		return "", errGenoeg
	case errors.Is(gesprek.Gestopt(err), gesprek.ErrGestopt):
		return "", errOnderbroken
	}
	return "", err
}

// kiesOnder asks for one of the opties of a choice that came after another.
func (s *startscherm) kiesOnder(ctx context.Context, k gesprek.Keuze) (string, error) {
	k.Opties = append(slices.Clip(k.Opties), sessie.Optie{ID: terug, Naam: "Terug"})
	k.Terug = terug
	return s.kies(ctx, k)
}

// weer shows what went wrong at the choice before, which is asked again.
func (s *startscherm) weer(err error) error {
	s.kant.Meld(foutmelding(err))
	return errTerug
}

// verder goes on with a concept, unless another window does.
func (s *startscherm) verder(ctx context.Context, c sessie.Stand) error {
	ontgrendel, err := s.kast.Vergrendel(c.ID)
	if err != nil {
		return s.weer(err)
	}
	ontgrendel()
	return s.voer(ctx, c, s.kant)
}

// zoekVanaf is how many things there are when typing finds them.
const zoekVanaf = 15

func (s *startscherm) verderMet(ctx context.Context, concepten []sessie.Stand) error {
	k := gesprek.Keuze{Titel: "Verdergaan", Vraag: "Waarmee wilt u verder?", Zoek: len(concepten) >= zoekVanaf}
	for _, c := range concepten {
		naam := cmp.Or(c.Titel(), c.ID)
		if c.IsTerugblik() {
			naam = "Terugblik op " + naam
		}
		k.Opties = append(k.Opties, sessie.Optie{ID: c.ID, Naam: naam, Uitleg: regel(c.Definitie.Werkvorm.Naam, s.stand(c))})
	}
	id, err := s.kiesOnder(ctx, k)
	if err != nil {
		return err
	}
	return s.verder(ctx, concepten[slices.IndexFunc(concepten, func(c sessie.Stand) bool { return c.ID == id })])
}

func (s *startscherm) kiesCasus(ctx context.Context) error {
	casussen, fout := s.bieb.Casussen()
	if fout != nil {
		s.kant.Meld("Niet elke casus is te lezen. Met weeg casus lijst ziet u waarom.")
	}
	k := gesprek.Keuze{Titel: "Een casus kiezen", Vraag: "Welke casus kiest u?", Zoek: true}
	for _, c := range casussen {
		uitleg := c.Kern
		if len(c.Trefwoorden) > 0 && !s.kant.regels { // there all of it is read out
			uitleg += ". Gaat over: " + strings.Join(c.Trefwoorden, ", ")
		}
		k.Opties = append(k.Opties, sessie.Optie{ID: c.ID, Naam: c.Titel, Uitleg: strings.TrimPrefix(uitleg, ". ")})
	}
	for {
		id, err := s.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		c := casussen[slices.IndexFunc(casussen, func(c casus.Casus) bool { return c.ID == id })]
		if err := s.casusGekozen(ctx, c); !errors.Is(err, errTerug) {
			return err
		}
		k.Hier = id
	}
}

// casusGekozen begins with a casus, or goes on where the person was.
func (s *startscherm) casusGekozen(ctx context.Context, c casus.Casus) error {
	stand, begonnen := s.conceptVan(s.kast, casus.Definitie{Casus: c})
	if !begonnen {
		return s.kiesWerkvorm(ctx, c)
	}
	for {
		id, err := s.kiesOnder(ctx, alBegonnen(stand))
		if err != nil {
			return err
		}
		if id == keuzeVerder {
			err = s.verder(ctx, stand)
		} else {
			err = s.kiesWerkvorm(ctx, c)
		}
		if !errors.Is(err, errTerug) {
			return err
		}
	}
}

// kiesWerkvorm asks how to weigh, and begins. What the casus suggests comes
// first, then what takes the least time.
func (s *startscherm) kiesWerkvorm(ctx context.Context, c casus.Casus) error {
	alle, _ := s.bieb.Werkvormen() // one that is not right is told by weeg werkvorm lijst
	bij, eerst := casus.BijCasus, cmp.Or(c.Werkvorm, gewoneWerkvorm)
	if c.ID == reflectie.Eigen {
		bij = casus.BijEigen
	}
	werkvormen := slices.DeleteFunc(alle, func(w casus.Werkvorm) bool { return len(w.Bij) > 0 && !slices.Contains(w.Bij, bij) })
	slices.SortStableFunc(werkvormen, func(v, w casus.Werkvorm) int {
		if v.ID == eerst || w.ID == eerst {
			return map[bool]int{true: -1, false: 1}[v.ID == eerst]
		}
		return cmp.Compare(v.Duur, w.Duur)
	})
	k := gesprek.Keuze{Titel: c.Titel, Vraag: "Hoe wilt u wegen?"}
	for _, w := range werkvormen {
		uitleg := w.Voor
		if w.ID == c.Werkvorm {
			uitleg = "Deze stelt de casus voor. " + uitleg
		}
		k.Opties = append(k.Opties, sessie.Optie{ID: w.ID, Naam: duur(w), Uitleg: uitleg})
	}
	for {
		id, err := s.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		if err := s.nieuw(ctx, c, id); !errors.Is(err, errTerug) {
			return err
		}
		k.Hier = id
	}
}

// nieuw begins a conversation.
func (s *startscherm) nieuw(ctx context.Context, c casus.Casus, werkvorm string) error {
	def, err := s.definitie(c, werkvorm)
	if err != nil {
		return s.weer(err)
	}
	stand, err := s.nieuweStand(s.kast, def, "")
	if err != nil {
		return err
	}
	return s.voer(ctx, stand, s.kant)
}

// bestanden lists the files in the folder of the reflecties, by name. A folder
// that is not there, or may not be read, has none.
func (s *startscherm) bestanden() []string {
	dir, err := s.reflecties()
	if err != nil {
		return nil
	}
	paden, _ := reflectiesIn(dir) // what it could read is what there is to choose
	return paden
}

// reflectiesIn lists the files in a folder that may be reflecties, by name.
func reflectiesIn(dir string) ([]string, error) {
	alle, err := os.ReadDir(dir)
	var paden []string
	for _, b := range alle {
		naam := strings.ToLower(b.Name())
		if pad := filepath.Join(dir, b.Name()); strings.HasSuffix(naam, ".md") && !strings.HasPrefix(naam, ".") && naam != "readme.md" && !isMap(pad) {
			paden = append(paden, pad)
		}
	}
	return paden, err
}

// maxVooraf is how many reflecties are opened before the first screen: those
// with the last names, which begin with the day. A thousand would keep it waiting.
const maxVooraf = 200

// wachten counts the reflecties that wait to be looked back at.
func (s *startscherm) wachten(paden []string) int {
	n := 0
	for _, pad := range paden[max(0, len(paden)-maxVooraf):] {
		if u, err := s.uittreksel(pad); err == nil && u.Wacht(s.vandaag()) {
			n++
		}
	}
	return n
}

// terugkijken asks at which of the reflecties that wait, and begins.
func (s *startscherm) terugkijken(ctx context.Context) error {
	wachten, err := s.teDoen()
	if err != nil {
		return s.weer(err)
	}
	k := gesprek.Keuze{Titel: "Terugkijken", Vraag: "Op welke reflectie kijkt u terug?", Zoek: len(wachten) >= zoekVanaf}
	for _, e := range wachten {
		o := sessie.Optie{ID: e.pad, Naam: e.titel}
		if !e.datum.IsZero() {
			o.Uitleg = "van " + e.datum.Voluit()
		}
		k.Opties = append(k.Opties, o)
	}
	for {
		pad, err := s.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		stand, err := s.terugblikStand(s.kast, s.kant, pad, "")
		if err != nil {
			err = s.weer(err)
		} else {
			err = s.verder(ctx, stand)
		}
		if !errors.Is(err, errTerug) {
			return err
		}
		k.Hier = pad
	}
}

// leesHier shows a reflectie on this screen.
func (s *startscherm) leesHier(ctx context.Context, pad string, doc *markdown.Document) error {
	var prive []markdown.Deel
	if !s.zonderPrive {
		var err error
		if prive, err = s.privedelen(doc.ID); err != nil {
			s.kant.Meld(foutmelding(err))
		}
	}
	l := s.app.leesstof(pad, doc, prive)
	return onderbroken(s.kant.lees(ctx, l.titel, s.opBreedte(l)))
}

// lezen asks which reflectie and shows it; in plain lines that is all.
func (s *startscherm) lezen(ctx context.Context) error {
	gevonden := s.teLezen()
	k := gesprek.Keuze{Titel: "Lezen", Vraag: "Welke reflectie wilt u lezen?", Zoek: true}
	for _, e := range gevonden {
		o := sessie.Optie{ID: e.pad, Naam: e.String(), Uitleg: e.wie}
		if !s.kant.regels { // there all of it is read out
			o.Uitleg = regel(e.wie, s.toonPad(e.pad))
		}
		k.Opties = append(k.Opties, o)
	}
	for {
		pad, err := s.kiesOnder(ctx, k)
		if err != nil {
			return err
		}
		_, doc, err := s.leesReflectie(s.toonPad(pad))
		switch {
		case err != nil:
			_ = s.weer(err)
		case s.kant.regels:
			return s.toonReflectie(ctx, s.toonPad(pad), doc, s.zonderPrive)
		default:
			if err := s.leesHier(ctx, s.toonPad(pad), doc); err != nil {
				return err
			}
		}
		k.Hier = pad
	}
}

// teLezen lists the reflecties, the newest first. One that is damaged is among
// them by the name of its file: what is wrong with it is told when it is chosen.
func (s *startscherm) teLezen() []eerdereReflectie {
	var gevonden []eerdereReflectie
	for _, pad := range s.bestanden() {
		data, err := archief.LeesBestand(pad, maxReflectie)
		if err != nil || !bytes.HasPrefix(data, []byte("---")) {
			continue // it went away, or is another kind of file
		}
		u, _ := markdown.LeesUittreksel(pad, data)
		gevonden = append(gevonden, eerdereReflectie{pad: pad, titel: cmp.Or(u.Titel, filepath.Base(pad)), datum: u.Datum,
			wie: rapport.Bron{Rol: s.rolNaam(u.Casus, u.Rol), Door: u.Door}.String()})
	}
	slices.SortStableFunc(gevonden, func(a, b eerdereReflectie) int {
		return cmp.Or(cmp.Compare(b.datum.String(), a.datum.String()), cmp.Compare(a.pad, b.pad))
	})
	return gevonden
}
