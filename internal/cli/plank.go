package cli

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// A plank is where the reflecties stand when nobody says where. It finds them,
// and says what they are called and which of them wait.
type plank struct {
	w        Wereld
	plek     plek
	boekerij boekerij
}

// maxReflectie is how large a reflectie may be, in bytes.
const maxReflectie = 32 << 20

// leesReflectie reads a reflectie, and gives the bytes it came from too.
func leesReflectie(pad string) ([]byte, *markdown.Document, error) {
	data, err := archief.LeesBestand(pad, maxReflectie)
	if err != nil {
		return nil, nil, invoer(err)
	}
	doc, err := markdown.Parse(pad, data)
	return data, doc, invoer(err)
}

// leesHeel is leesReflectie of one that is not damaged: what is rewritten, or shared,
// must be all of it.
func leesHeel(pad string) ([]byte, *markdown.Document, error) {
	data, doc, err := leesReflectie(pad)
	if err == nil {
		err = invoer(doc.Heel())
	}
	return data, doc, err
}

// kop is the front matter of a file, or all of it where nothing ends that.
func kop(data []byte) []byte {
	kop, _, _ := bytes.Cut(data, []byte("\n---"))
	return kop
}

// An eerdereReflectie is one on the plank.
type eerdereReflectie struct {
	pad, casus, titel string
	datum, terugblik  reflectie.Datum
	teruggeblikt      reflectie.Datum      // the last day that somebody did, where a list tells that
	erbij             string               // what a list tells of it: the rol and door
	wacht             bool                 // the day to look back is here, and nobody did yet
	afspraken         []reflectie.Afspraak // of which nobody said yet what came: those that are due, or come before terugblik
}

// sinds is the day since which it waits, or will.
func (e eerdereReflectie) sinds() reflectie.Datum {
	dagen := casus.Elk(e.afspraken, func(a reflectie.Afspraak) reflectie.Datum { return a.Wanneer })
	if e.wacht || len(dagen) == 0 {
		dagen = append(dagen, e.terugblik)
	}
	return slices.MinFunc(dagen, func(a, b reflectie.Datum) int { return cmp.Compare(a.String(), b.String()) })
}

// waarop says for what it waits.
func (e eerdereReflectie) waarop() string {
	if !e.wacht && len(e.afspraken) > 0 {
		return afspraak(e.afspraken[0])
	}
	return "wacht sinds " + e.sinds().Voluit()
}

// wanneer says when somebody looked back at it, and on which day to come they will, if any.
func (e eerdereReflectie) wanneer(straks reflectie.Datum) string {
	al, op := "", "terugkijken op "
	if !e.teruggeblikt.IsZero() {
		al, op = "teruggekeken op "+e.teruggeblikt.Voluit(), "opnieuw op "
	}
	if straks.IsZero() {
		return al
	}
	return regel(al, op+straks.Voluit())
}

// afspraak says what one would do, and by when, on one line.
func afspraak(a reflectie.Afspraak) string {
	return "Afspraak voor " + a.Wanneer.Voluit() + ": " + strings.Join(strings.Fields(a.Wat), " ")
}

func (e eerdereReflectie) String() string {
	if e.datum.IsZero() {
		return e.titel
	}
	return e.titel + ", " + e.datum.Voluit()
}

// paden lists the files that may be reflecties, by name. A folder that is not
// there, or may not be read, has none.
func (p plank) paden() []string {
	mappen, _ := p.plek.mappen()
	var paden []string
	for _, dir := range mappen {
		hier, _ := archief.Reflecties(dir) // what it could read is what there is
		paden = append(paden, hier...)
	}
	slices.SortStableFunc(paden, opNaam)
	return paden
}

// alle are paden, and what the person wrote elsewhere, by name.
func (p plank) alle() []string {
	hier := p.paden()
	paden := append(hier, p.vanElders(hier)...)
	slices.SortStableFunc(paden, opNaam)
	return paden
}

// vanElders lists what the person wrote and is still there, the last first, without what is
// among these files here, by this name or its own.
func (p plank) vanElders(hier []string) []string {
	namen, gezien := map[string]string{}, map[string]bool{}
	for _, pad := range hier {
		namen[filepath.Base(pad)] = pad
	}
	var paden []string
	for id, pad := range p.plek.kast.WaarGeschreven() {
		if gezien[id] || gezien[pad] || namen[id+".md"] != "" {
			continue
		}
		if _, err := os.Lstat(pad); err != nil {
			continue
		}
		data, _ := archief.LeesBestand(namen[filepath.Base(pad)], maxReflectie)
		if gezien[id], gezien[pad] = true, true; !bytes.Contains(data, []byte(id)) {
			paden = append(paden, pad)
		}
	}
	return paden
}

func opNaam(a, b string) int { return cmp.Compare(filepath.Base(a), filepath.Base(b)) }

// eigen lists those of paden that the person wrote. In a team's folder these are the
// ones in their own folder, and what they shared.
func (p plank) eigen(paden []string) []string {
	if !p.plek.isTeam() {
		return paden
	}
	geschreven := p.plek.kast.Geschreven()
	return slices.DeleteFunc(slices.Clone(paden), func(pad string) bool {
		return p.plek.isGedeeld(pad) && !geschreven[strings.TrimSuffix(filepath.Base(pad), ".md")]
	})
}

// isLeeg reports whether the person made no reflectie yet, here or elsewhere. What
// colleagues shared is not theirs.
func (p plank) isLeeg() bool {
	if len(p.plek.kast.Geschreven()) > 0 {
		return false
	}
	eigen := p.eigen(p.paden())
	return len(eigen) == p.agendaVan(laatste(eigen)).anders
}

// onbevangen leaves out what others wrote on a casus of the library where the person
// wrote nothing on it yet, so that they weigh by themself first. It goes by the names.
func (p plank) onbevangen(paden []string) []string {
	if !p.plek.isTeam() {
		return paden
	}
	bieb, _ := p.boekerij.bieb() // of none, and of what cannot be listed, nothing is left out
	casusIDs, _ := bieb.CasusIDs()
	gewogen := p.gewogen(paden)
	return slices.DeleteFunc(slices.Clone(paden), func(pad string) bool {
		over := naamDeel(pad)
		return !gewogen[over] && slices.Contains(casusIDs, over)
	})
}

// gewogen has what the person's own among paden are about, and all that they wrote under
// whatever name. It goes by the names, and by the ids.
func (p plank) gewogen(paden []string) map[string]bool {
	gewogen := map[string]bool{}
	for _, pad := range p.eigen(paden) {
		gewogen[naamDeel(pad)] = true
	}
	for id := range p.plek.kast.Geschreven() {
		gewogen[naamDeel(id)] = true
	}
	return gewogen
}

// naamDeel is what the name of a reflectie says that it is about: of
// "2026-11-21-koken-k3x9.md" it is "koken".
func naamDeel(pad string) string {
	naam := strings.TrimSuffix(filepath.Base(pad), ".md")
	naam = naam[min(len(naam), len("2026-11-21-")):]
	return naam[:max(0, strings.LastIndexByte(naam, '-'))]
}

// vind returns the path of a reflectie that is named by its id, as weeg itself
// does; any other name is a path already. Of a name that is neither, the error says
// which reflectie may be meant.
func (p plank) vind(naam string) (string, error) {
	if _, err := os.Lstat(p.plek.pad(naam)); !errors.Is(err, fs.ErrNotExist) || isPad(naam) {
		return naam, nil
	}
	mappen, _ := p.plek.mappen()
	id := strings.TrimSuffix(naam, ".md")
	for _, dir := range mappen {
		pad := filepath.Join(dir, id+".md")
		if _, err := os.Lstat(pad); err == nil {
			return p.plek.toon(pad), nil
		}
	}
	for geschreven, pad := range p.plek.kast.WaarGeschreven() {
		if geschreven == id && heeftID(pad, id) {
			return p.plek.toon(pad), nil
		}
	}
	return naam, invoer(strict.Bevindingen{{Plaats: strict.Plaats{Bestand: naam},
		Tekst: "dit bestand bestaat niet; " + strict.Bedoelt(id, p.ids(), "kijk of de naam klopt")}})
}

// vindEen is vind, and finds the only reflectie on what is called naam too. In a team's
// folder what colleagues wrote does not count.
func (p plank) vindEen(naam string) (string, error) {
	pad, err := p.vind(naam)
	if err == nil {
		return pad, nil
	}
	over := alsID(naam)
	paden := slices.DeleteFunc(p.eigen(p.alle()), func(pad string) bool { return naamDeel(pad) != over })
	switch len(paden) {
	case 0:
		return pad, err
	case 1:
		return p.plek.toon(paden[0]), nil
	}
	return pad, gebruik("hierop zijn er %d reflecties; noem het bestand van een ervan, zie weeg reflectie lijst", len(paden))
}

// heeftID reports whether the file at pad is the reflectie with this id, or may be: another
// one may have its place now.
func heeftID(pad, id string) bool {
	if _, err := os.Lstat(pad); err != nil || filepath.Base(pad) == id+".md" {
		return err == nil
	}
	_, doc, err := leesReflectie(pad)
	return err != nil || doc.ID == "" || doc.ID == id
}

// laatste says where the person wrote last, for who finds nothing here; "" where nobody knows.
func (p plank) laatste() string {
	if paden := p.vanElders(nil); len(paden) > 0 {
		return "uw laatste reflectie staat in " + filepath.Dir(paden[0])
	}
	return ""
}

// ids are those of the reflecties that somebody may mean, the newest first. A name that is
// no id may hold anything, and is not told to type.
func (p plank) ids() []string {
	ids := casus.Elk(p.onbevangen(p.alle()), func(pad string) string { return strings.TrimSuffix(filepath.Base(pad), ".md") })
	slices.Reverse(ids)
	return slices.DeleteFunc(ids, func(id string) bool { return !reflectie.IsID(id) })
}

// elk yields the reflecties at paden, and in the place of a folder those in it, each
// once whatever it is called, in that order. It holds no more than a few of them: what
// is kept, must be kept apart from the document. What cannot be read comes with its
// error in its place, and keeps nobody from the rest. It shows how far it is; schrijft
// says that who takes them writes each.
// Each of its callers would hold all of its loop, were it inlined.
//
//go:noinline
func (p plank) elk(paden []string, schrijft bool) iter.Seq[gelezen] {
	return func(yield func(gelezen) bool) {
		var bestanden []bestand
		for _, pad := range paden {
			if pad == "" || !isMap(p.plek.pad(pad)) {
				gevonden, err := p.vind(pad)
				if err != nil && !yield(gelezen{pad: pad, err: err}) {
					return
				}
				if err == nil {
					bestanden = append(bestanden, bestand{pad: gevonden})
				}
				continue
			}
			inMap, err := archief.Reflecties(p.plek.pad(pad))
			if err != nil && !yield(gelezen{pad: pad, err: invoer(fmt.Errorf("%s: deze map is niet te lezen; kijk na of u erbij mag", pad))}) {
				return
			}
			for _, b := range inMap {
				bestanden = append(bestanden, bestand{b, true})
			}
		}
		if p.w.Zuinig != nil {
			defer p.w.Zuinig()()
		}
		gezien := map[som]bool{}
		voortgang := p.w.voortgang(len(bestanden), schrijft)
		defer voortgang.klaar()
		for b, g := range archief.Tegelijk(bestanden, p.lees) {
			voortgang.stap()
			if g.anders && b.inMap || g.doc != nil && gezien[g.som] {
				continue // another kind of file, that nobody named; or seen before
			}
			gezien[g.som] = true
			if !yield(g) {
				return
			}
		}
	}
}

// gedeeld gives each reflectie that the team shared, with its id, to add. One that lost a
// part is told, and left out: it may have said that it is to read only.
func (p plank) gedeeld(add func(id string, r reflectie.Reflectie)) (fouten []error, _ error) {
	vak, err := p.plek.vak(true)
	if err != nil {
		return nil, err
	}
	var mappen []string
	if isMap(vak.dir) { // else it is not there yet
		mappen = append(mappen, vak.dir)
	}
	for g := range p.elk(mappen, false) {
		if g.err != nil {
			fouten = append(fouten, g.err)
			continue
		}
		add(cmp.Or(g.doc.ID, strings.TrimSuffix(filepath.Base(g.pad), ".md")), g.doc.Reflectie)
	}
	return fouten, nil
}

// maxTeamblad is how large a sheet may be, in bytes.
const maxTeamblad = 4 << 20

// teambladen are the sheets of the team's talks, the last one last.
func (p plank) teambladen() (bladen []markdown.Teamblad, fouten []error, _ error) {
	vak, err := p.plek.overleg()
	if err != nil {
		return nil, nil, err
	}
	paden, err := archief.Reflecties(vak.dir)
	if err != nil {
		fouten = append(fouten, invoer(err))
	}
	for _, pad := range paden {
		pad = p.plek.toon(pad)
		data, err := archief.LeesBestand(pad, maxTeamblad)
		if err == nil && !markdown.IsTeamblad(data) {
			continue // a note of the team's own
		}
		var blad markdown.Teamblad
		if err == nil {
			blad, err = markdown.LeesTeamblad(pad, data)
		}
		if err != nil {
			fouten = append(fouten, invoer(err))
			continue
		}
		blad.ID = cmp.Or(blad.ID, filepath.Base(pad))
		bladen = append(bladen, blad)
	}
	return casus.Gesorteerd(bladen, func(a, b *markdown.Teamblad) int { return cmp.Compare(a.Datum.String(), b.Datum.String()) }), fouten, nil
}

// A bestand may be a reflectie; in a folder it may be something else.
type bestand struct {
	pad   string
	inMap bool
}

// A som tells the bytes of one file from those of another.
type som [sha256.Size / 2]byte

// A gelezen is what a bestand turned out to be. Where there is both a document and an
// error, that says what is damaged.
type gelezen struct {
	pad    string // as one who stands here calls it
	doc    *markdown.Document
	som    som
	anders bool // it is no reflectie
	err    error
}

func (p plank) lees(b bestand) gelezen {
	if b.inMap {
		b.pad = p.plek.toon(b.pad)
	}
	data, doc, err := leesReflectie(b.pad)
	if err != nil {
		return gelezen{pad: b.pad, anders: data != nil && !markdown.IsReflectie(data), err: err}
	}
	heel := sha256.Sum256(data)
	return gelezen{pad: b.pad, doc: doc, som: som(heel[:]), err: invoer(doc.Heel())}
}

// bron says which reflectie a document is.
func (p plank) bron(pad string, doc *markdown.Document) rapport.Bron {
	r := doc.Reflectie
	titel := cmp.Or(doc.Titel(), p.boekerij.waarover(r)) // as its file names it
	return rapport.Bron{Bestand: pad, Casus: r.Casus, Titel: titel, Rol: p.boekerij.rol(r.Casus, r.Rol), Door: r.Door, Datum: r.Datum}
}

// teLezen lists the reflecties among these files, the newest first. One that is
// damaged is among them by the name of its file: what is wrong with it is told when it
// is chosen.
func (p plank) teLezen(paden []string) []eerdereReflectie {
	var gevonden []eerdereReflectie
	for _, pad := range paden {
		data, err := archief.LeesBestand(pad, maxReflectie)
		if err != nil || !markdown.IsReflectie(data) {
			continue // it went away, or is another kind of file
		}
		u, _ := markdown.LeesUittreksel(pad, data)
		gevonden = append(gevonden, eerdereReflectie{pad: pad, titel: cmp.Or(u.Titel, filepath.Base(pad)), datum: u.Datum,
			teruggeblikt: u.Teruggeblikt, erbij: rapport.Bron{Rol: p.boekerij.rol(u.Casus, u.Rol), Door: u.Door}.String()})
	}
	return casus.Gesorteerd(gevonden, func(a, b *eerdereReflectie) int {
		return cmp.Or(cmp.Compare(b.datum.String(), a.datum.String()), cmp.Compare(a.pad, b.pad))
	})
}

// nietGedeeld lists the reflecties that only the person has.
func (p plank) nietGedeeld() []string {
	return slices.DeleteFunc(p.paden(), p.plek.isGedeeld)
}

// An agenda says at which reflecties to look back, those that wait longest first.
type agenda struct {
	wachten []eerdereReflectie // the day is here, or that of an afspraak
	later   []eerdereReflectie // the day is still to come
	fouten  []error            // files that may be among them and cannot be read
	anders  int                // files that are no reflectie, or nobody can open
	meer    bool               // there are files that were not opened
}

// errAnders says that a file is no reflectie.
var errAnders = errors.New("geen reflectie")

// agenda reads when to look back at the reflecties.
func (p plank) agenda() (agenda, error) {
	mappen, err := p.plek.mappen()
	if err != nil {
		return agenda{}, err
	}
	var paden []string
	for _, dir := range mappen {
		hier, err := archief.Reflecties(dir)
		if err != nil {
			return agenda{}, fmt.Errorf("de map %s is niet te lezen; kijk na of u erbij mag", p.plek.toon(dir))
		}
		paden = append(paden, hier...)
	}
	return p.agendaVan(p.eigen(append(paden, p.vanElders(paden)...))), nil
}

// agendaVan reads when to look back at the reflecties in these files.
func (p plank) agendaVan(paden []string) agenda {
	var a agenda
	vandaag := p.w.vandaag()
	for _, pad := range paden {
		u, afspraken, straks, err := p.uittreksel(pad, vandaag)
		var dicht *strict.Leesfout
		if errors.Is(err, errAnders) || errors.As(err, &dicht) {
			a.anders++
		}
		if err != nil && !errors.Is(err, errAnders) {
			a.fouten = append(a.fouten, err)
		}
		e := eerdereReflectie{pad: pad, casus: u.Casus, titel: cmp.Or(u.Titel, u.Casus), datum: u.Datum, terugblik: u.Terugblik, teruggeblikt: u.Teruggeblikt,
			wacht: u.Wacht(vandaag), afspraken: afspraken}
		switch {
		case e.wacht || len(afspraken) > 0:
			a.wachten = append(a.wachten, e)
		case !u.Dag().IsZero():
			e.afspraken = slices.DeleteFunc(straks, func(a reflectie.Afspraak) bool { return a.Wanneer.String() >= e.terugblik.String() })
			a.later = append(a.later, e)
		case len(straks) > 0:
			e.afspraken = straks
			a.later = append(a.later, e)
		}
	}
	opDag := func(v, w *eerdereReflectie) int {
		return cmp.Or(cmp.Compare(v.sinds().String(), w.sinds().String()), cmp.Compare(v.pad, w.pad))
	}
	a.wachten, a.later = casus.Gesorteerd(a.wachten, opDag), casus.Gesorteerd(a.later, opDag)
	return a
}

// kort says in a few words when to look back; "" where that takes reading all of them.
func (a agenda) kort() string {
	switch {
	case len(a.wachten) > 0 && a.meer:
		return "er wacht iets op u"
	case len(a.wachten) > 0:
		return telling(len(a.wachten), "reflectie wacht op u", "reflecties wachten op u")
	case a.meer:
		return ""
	case len(a.later) > 0 && !a.later[0].teruggeblikt.IsZero():
		return "opnieuw op " + a.later[0].sinds().Voluit()
	case len(a.later) > 0:
		return a.later[0].sinds().Voluit() + ", eerder mag ook"
	default:
		return "er wacht niets op u"
	}
}

// uittreksel reads when to look back at a reflectie, which of its afspraken are due,
// and of which the day is still to come. A file that says nothing of either is not
// looked into; of one that is no reflectie the error is errAnders.
func (p plank) uittreksel(pad string, vandaag reflectie.Datum) (u markdown.Uittreksel, afspraken, straks []reflectie.Afspraak, err error) {
	data, err := archief.LeesBestand(pad, maxReflectie)
	switch {
	case err != nil:
		return u, nil, nil, err
	case !markdown.IsReflectie(data):
		return u, nil, nil, errAnders
	}
	heeftAfspraken := bytes.Contains(data, []byte("\n"+reflectie.SleutelAfspraken+":"))
	if !bytes.Contains(kop(data), []byte("terugblik")) && !heeftAfspraken {
		return u, nil, nil, nil
	}
	if u, err = markdown.LeesUittreksel(p.plek.toon(pad), data); err != nil || !heeftAfspraken {
		return u, nil, nil, err
	}
	doc, err := markdown.Parse(p.plek.toon(pad), data)
	if err != nil {
		return u, nil, nil, err
	}
	for _, a := range doc.Reflectie.Afspraken {
		dag := a.Wanneer.String()
		switch {
		case a.Wanneer.IsZero(), a.Gekomen != "", u.Teruggeblikt.String() >= dag: // who looked back then was asked about it
		case dag <= vandaag.String():
			afspraken = append(afspraken, a)
		default:
			straks = append(straks, a)
		}
	}
	return u, afspraken, straks, nil
}

// maxVooraf is how many reflecties of the person, and of others, are opened before the
// first screen: those with the last names, which begin with the day. A thousand would keep
// it waiting.
const maxVooraf = 200

// laatste are those of paden that are opened before the first screen.
func laatste(paden []string) []string { return paden[max(0, len(paden)-maxVooraf):] }

// tel counts the person's own reflecties among files and those of others, and reads when to
// look back at their own. Those that are not opened count as reflecties by their name.
func (p plank) tel(paden []string) (eigen, anderen int, a agenda) {
	van := p.eigen(paden)
	isEigen := map[string]bool{}
	for _, pad := range van {
		isEigen[pad] = true
	}
	rest := slices.DeleteFunc(slices.Clone(paden), func(pad string) bool { return isEigen[pad] })
	a = p.agendaVan(laatste(van))
	a.meer = len(van) > maxVooraf
	return len(van) - a.anders, len(rest) - p.agendaVan(laatste(rest)).anders, a
}

// maxEerdere is how many earlier reflecties come back at most.
const maxEerdere = 5

// eerdere returns what this person wanted to take along from earlier
// reflecties: outside a team's folder those by the same door.
func (p plank) eerdere(door string) []sessie.Eerder {
	var eerdere []sessie.Eerder
	for _, pad := range slices.Backward(p.eigen(p.paden())) { // the newest first, by name
		if len(eerdere) == maxEerdere {
			break
		}
		_, doc, err := leesReflectie(pad)
		if err != nil || doc.Reflectie.Door != door && !p.plek.isTeam() {
			continue // a file that cannot be read now is no reason to stop
		}
		r := doc.Reflectie
		e := sessie.Eerder{Titel: p.boekerij.waarover(r) + ", " + r.Datum.Voluit(),
			Punten: reflectie.Flatten(reflectie.Reflectie{Aandachtspunten: r.Aandachtspunten})}
		for _, w := range r.Waarden {
			if !w.Genoemd {
				e.Waarden = append(e.Waarden, w.ID)
			}
		}
		if len(e.Punten) > 0 {
			eerdere = append(eerdere, e)
		}
	}
	return eerdere
}
