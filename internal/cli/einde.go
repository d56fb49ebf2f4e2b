package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// sluit takes the screen away, and says what could not be said while it was there.
func (l leider) sluit(kant gastheer, af afloop) {
	kant.sluit()
	for _, tekst := range af.gezegd {
		l.w.meldRegel(tekst)
	}
}

// vertelVerder says that answers are kept, and how to go on with their concept, in the same
// way. What came to a reflectie is not in that yet.
func (l leider) vertelVerder(kant gastheer, stand sessie.Stand) {
	wat := "Uw antwoorden zijn bewaard."
	switch {
	case len(stand.Beantwoord()) == 0:
		wat = "U hebt nog niets geschreven. Waar u was, is wel bewaard."
	case stand.Bestand != "":
		wat += " Ze staan nog niet in uw reflectie: dat gebeurt pas aan het einde."
	}
	l.hoeVerder(kant, stand, wat)
	if stand.Bestand == "" && !stand.Definitie.MaaktCasus() && !kant.regels {
		l.w.melding("Liever een andere casus? Start Weeg opnieuw en kies \"Een casus kiezen\".")
	}
}

// hoeVerder says how to go on with a conversation in the same way, after what was done with it.
func (l leider) hoeVerder(kant gastheer, stand sessie.Stand, wat string) {
	opdracht, zo := "weeg verder "+stand.ID, "Start Weeg opnieuw en kies \"Verder met\", of typ:"
	if kant.regels && !l.w.isKaal() { // without it the start screen would come
		opdracht, zo = opdracht+" --toegankelijk", "Ga verder met:"
	}
	l.w.melding("%s %s", wat, zo)
	l.w.opdracht(opdracht)
}

// eindig tells where all stands now, asks when to look back where that was not
// chosen yet, and what the person wants then. However they leave that, the
// reflectie stands.
func (l leider) eindig(ctx context.Context, kant gastheer, af afloop) error {
	_, doc, err := leesReflectie(af.pad)
	if err != nil || l.w.Terminal == nil { // nobody is there to choose
		l.sluit(kant, af)
		if l.w.Terminal == nil {
			l.meldGegevens(af.stand)
		}
		return l.vertel(af)
	}
	git := l.plek.git(af.pad, af.stand.Kop.Casus)
	k := gesprek.Keuze{Titel: af.stand.Titel(), Toont: l.toont(kant, af, doc.Reflectie, git)}
	var datum reflectie.Datum
	var weg error
	if r := doc.Reflectie; r.Terugblik.IsZero() && !af.stand.Naderhand && len(r.Teruggeblikt) == 0 { // else it was asked just now, or is behind them
		if datum, weg = l.vraagTerugblik(ctx, kant.Kies, k); kant.regels {
			k.Toont = nil // it was said, and stands there
		}
		if !datum.IsZero() {
			af.fout = l.schrijver.zetTerugblik(af, datum)
		}
	}
	l.meldBijgewerkt(kant, af, !datum.IsZero())
	if af.anders {
		l.meldOuder(kant, af.pad)
	}
	if weg == nil {
		if stand, verder := l.daarna(ctx, kant, &af, k, doc); verder { // the end comes after it
			l.eerder = &af
			return l.voer(ctx, stand, kant)
		}
	}
	return l.vertelEinde(kant, af)
}

// meldBijgewerkt says what came of a change; metDag, that a day to look back came, which is
// told already.
func (l leider) meldBijgewerkt(kant gastheer, af afloop, metDag bool) {
	switch {
	case af.stand.IsTerugblik():
		kant.Meld("Uw terugblik is bewaard.")
	case af.pad != af.stand.Bestand: // it is new
	case af.anders:
		kant.Meld("Uw reflectie is bijgewerkt.")
	case len(af.stand.Gewijzigd()) > 0:
		kant.Meld("Uw privé-antwoorden zijn bijgewerkt.")
	case !metDag:
		kant.Meld("Er is niets veranderd.")
	}
}

// meldOuder says of the web pages of a reflectie that changed that they are older.
func (l leider) meldOuder(kant gastheer, pad string) {
	paginas := l.lezer.paginas(pad)
	if len(paginas) == 0 {
		return
	}
	data, err := l.lezer.leesPagina(pad, func(string) {})
	if err == nil && welke(paginas, data) != "" {
		return
	}
	gezegd := "De webpagina " + filepath.Base(paginas[0]) + " is nu ouder dan uw reflectie."
	if len(paginas) > 1 {
		gezegd = "De webpagina's die u maakte, zijn nu ouder dan uw reflectie."
	}
	kant.Meld(gezegd + " Wilt u een webpagina laten zien? Maak dan een nieuwe.")
}

// vertelEinde says, now that the screen is gone, where all stands.
func (l leider) vertelEinde(kant gastheer, af afloop) error {
	l.sluit(kant, af)
	nietGezegd := l.vertelPad(staatIn(af.stand), af, "")
	if elders := l.teamElders(af.stand); elders != "" && l.plek.isEigen(af.pad) {
		l.vertelDelen(elders, af)
	}
	if !kant.regels {
		l.vertelNog(af, l.plek.git(af.pad, af.stand.Kop.Casus))
	}
	if datum := dagVan(af.pad); af.fout != nil {
		l.w.melding("De dag om terug te kijken staat niet in het bestand.")
	} else if !datum.IsZero() {
		nog := ""
		if af.stand.IsTerugblik() {
			nog = "nog eens "
		}
		l.w.melding("Op %s kijkt u %sterug met:", datum.Voluit(), nog)
		l.w.opdracht(l.terugblik(af.pad))
	}
	return errors.Join(af.fout, nietGezegd)
}

// dagVan is the day on which somebody looks back at the reflectie at pad, as it stands
// there now; none where they did already, and chose no later one since.
func dagVan(pad string) reflectie.Datum { return uittrekselVan(pad).Dag() }

// uittrekselVan is what the reflectie at pad says of itself first; empty of one that cannot be
// read.
func uittrekselVan(pad string) markdown.Uittreksel {
	data, err := archief.LeesBestand(pad, maxReflectie)
	if err != nil {
		return markdown.Uittreksel{}
	}
	u, _ := markdown.LeesUittreksel(pad, data) // one that says nothing is damaged
	return u
}

// daarna lets the person do something with what was made, until they are done, or until
// they go on with a conversation beside it.
func (l leider) daarna(ctx context.Context, kant gastheer, af *afloop, k gesprek.Keuze, doc *markdown.Document) (sessie.Stand, bool) {
	const lezen, delen, wijzigen, klaar = "lezen", "delen", "wijzigen", "klaar"
	var opties []sessie.Optie
	if l.plek.isTeam() && !l.plek.isGedeeld(af.pad) && l.teamElders(af.stand) == "" {
		opties = append(opties, sessie.Optie{ID: delen, Naam: "Delen met uw team"})
	}
	var tafel leestafel
	if af.stand.Naast == nil && !af.stand.IsTerugblik() { // else it was looked for before the conversation
		tafel = l.lezer.plank.naast(doc.ID, doc.Reflectie)
	}
	for _, o := range []sessie.Optie{
		{ID: casus.StapLezing, Naam: "Lezen hoe een collega dit woog", Uitleg: "zonder naam; daarna twee vragen"},
		{ID: casus.StapEerder, Naam: "Zien hoe dit paar eerder woog", Uitleg: "bij een ander moment; daarna één vraag"},
	} {
		if tafel.heeft(o.ID) && !gevraagdNaar(doc.Reflectie, o.ID) {
			opties = append(opties, o)
		}
	}
	if af.stand.IsTerugblik() {
		opties = append(opties, sessie.Optie{ID: wijzigDag, Naam: "Een dag om nog eens terug te kijken"})
	} else {
		opties = append(opties, sessie.Optie{ID: wijzigen, Naam: "Een antwoord wijzigen"})
	}
	opties = append(opties, sessie.Optie{ID: klaar, Naam: "Klaar"})
	for {
		k.Opties = slices.Concat([]sessie.Optie{{ID: lezen, Naam: "De reflectie lezen"}}, l.paginakeuze(*af), opties)
		k.Vraag = "Wat wilt u nu?"
		if datum := dagVan(af.pad); !datum.IsZero() && af.fout == nil {
			k.Vraag = kijktTerug(af.stand) + " " + datum.Voluit() + ". " + k.Vraag
		}
		keus, err := kant.Kies(ctx, k)
		k.Hier = keus // unless it is done
		switch {
		case err != nil || keus == klaar:
			return sessie.Stand{}, false
		case keus == casus.StapLezing || keus == casus.StapEerder:
			var stand sessie.Stand
			if stand, err = l.naderhand(ctx, kant, af.pad, keus, tafel); err == nil {
				return stand, true
			}
		case keus == wijzigen:
			var stand sessie.Stand
			if stand, err = l.teWijzigen(ctx, kant, af.pad); err == nil {
				kant.Meld(pasAanEinde(kant))
				stand.Naderhand = true
				return stand, true
			}
		case keus == wijzigDag:
			err = l.wijzigDag(ctx, kant, af.stand, af.pad)
		case keus == lezen && kant.regels: // standard output is for the path
			err = l.lezer.toonOp(l.w.Fout, af.pad)
		case keus == lezen:
			err = l.lezer.toonAan(ctx, kant, l.plek.toon(af.pad), false)
		case keus == openen:
			err = l.open(kant, af.pagina, af.pad)
		case keus == delen:
			if err = l.deel(ctx, kant, af); err != nil {
				break
			}
			if k.Hier = klaar; l.plek.isGedeeld(af.pad) {
				opties = zonder(opties, delen)
				k.Toont = []sessie.Getoond{{Kop: staatIn(af.stand), Tekst: l.waar(af.pad)}}
			}
		default:
			var gezegd []string
			if af.pagina, gezegd, err = l.maakPagina(kant, af.pad); err == nil {
				af.gezegd, k.Hier = append(af.gezegd, gezegd...), openen
				if l.w.Open == nil {
					k.Hier = klaar
				}
			}
		}
		switch {
		case errors.Is(err, errOnderbroken), errors.Is(err, errGenoeg):
			return sessie.Stand{}, false
		case err != nil && !errors.Is(err, gesprek.ErrTerug):
			kant.Meld(l.w.foutmelding(err))
		}
		if kant.regels {
			k.Toont = nil
		}
	}
}

// The choices that make a web page, and open it.
const (
	webpagina = "webpagina"
	openen    = "openen"
)

func naarWebpagina() sessie.Optie {
	return sessie.Optie{ID: webpagina, Naam: "Een webpagina maken", Uitleg: "om te printen of te bespreken"}
}

// paginakeuze is what the person can do about a web page: make it, or open the one that was
// made, where that is possible and it is the right one still.
func (l leider) paginakeuze(af afloop) []sessie.Optie {
	switch {
	case af.pagina == "" || !l.lezer.isPagina(af.pagina, af.pad):
		return []sessie.Optie{naarWebpagina()}
	case l.w.Open == nil:
		return nil
	}
	return []sessie.Optie{naarBrowser()}
}

func naarBrowser() sessie.Optie {
	return sessie.Optie{ID: openen, Naam: "De webpagina openen", Uitleg: "in uw browser"}
}

// open shows a web page of the reflectie at pad in the browser of the person. That it came to
// be seen, nobody can tell.
func (l leider) open(kant gastheer, pagina, pad string) error {
	naam := l.waar(pagina)
	if filepath.Dir(pagina) == filepath.Dir(pad) { // of which the place is in sight
		naam = filepath.Base(pagina)
	}
	if err := l.w.Open(pagina); err != nil {
		return fmt.Errorf("%s ging niet open; open die webpagina zelf in uw browser", naam)
	}
	kant.Meld("De webpagina gaat open in uw browser. Gebeurt dat niet? Open dan zelf " + naam + ".")
	return nil
}

// maakPagina makes a web page of the reflectie at pad and tells where it is; it returns its
// path, and what to say of it when the screen is gone.
func (l leider) maakPagina(kant gastheer, pad string) (pagina string, gezegd []string, err error) {
	ouder := l.lezer.paginas(pad)
	if pagina, err = l.lezer.maakPagina(pad, kant.Meld); err != nil {
		return "", nil, err
	}
	staat, nog := "staat ", "Uw privé-antwoorden staan er niet in."
	switch {
	case slices.Contains(ouder, pagina): // nothing in it changed since
		staat = "staat er al, "
	case len(ouder) == 1:
		nog += " Ernaast staat een oudere: " + filepath.Base(ouder[0]) + "."
	case len(ouder) > 1:
		nog += " De andere ernaast zijn ouder."
	}
	waar := "in " + l.waar(pagina)
	if filepath.Dir(pagina) == filepath.Dir(pad) { // of which the place is in sight
		waar = "naast de reflectie, en heet " + filepath.Base(pagina)
	}
	kant.Meld("De webpagina " + staat + waar + ". " + nog)
	return pagina, []string{"De webpagina staat in:", "  " + l.waar(pagina), nog}, nil
}

// kijktTerug begins to tell when somebody looks back, who may have done so just now.
func kijktTerug(stand sessie.Stand) string {
	if stand.IsTerugblik() {
		return "U kijkt nog eens terug op"
	}
	return "U kijkt hierop terug op"
}

// zonder leaves out what was done.
func zonder(opties []sessie.Optie, id string) []sessie.Optie {
	return slices.DeleteFunc(opties, func(o sessie.Optie) bool { return o.ID == id })
}

// deel asks how the reflectie is shared, and does that.
func (l leider) deel(ctx context.Context, kant gastheer, af *afloop) error {
	stof, err := l.deler.teDelen(af.pad)
	if err != nil {
		return err
	}
	keus, err := kant.Kies(ctx, l.deler.keuze(stof))
	switch {
	case err != nil:
		return onderbroken(err)
	case keus == deelNiet:
		return nil
	}
	naar, err := l.deler.deel(stof, keus)
	if err != nil {
		return err
	}
	af.pad = naar
	kant.Meld("Uw reflectie staat nu in de map van uw team: " + l.waar(naar) + ".")
	if kant.regels {
		l.w.vertelGit(l.plek.git(naar, af.stand.Kop.Casus))
	}
	return nil
}

// terugblik is the command that looks back at the reflectie at pad. What waits where
// reflecties are kept, or the person wrote one, it finds by itself.
func (l leider) terugblik(pad string) string {
	if slices.Contains(l.lezer.plank.alle(), pad) {
		return "weeg terugblik"
	}
	return "weeg terugblik " + l.plek.schelp(l.plek.toon(pad))
}

// vertelPad says where what was made is, and what there is to know of that. On standard
// output it writes the path alone; where the person sees that too, it is not said twice.
func (l leider) vertelPad(waar string, af afloop, nog string) error {
	if l.w.Terminal == nil || !l.w.UitTerminal {
		l.w.melding("%s", strings.TrimSpace(waar+" "+l.waar(af.pad)+". "+nog))
		return l.w.schrijfPad(l.plek.toon(af.pad))
	}
	l.w.melding("%s:", strings.TrimSuffix(waar, ":"))
	err := l.w.schrijfPad(l.waar(af.pad))
	if nog != "" {
		l.w.melding("%s", nog)
	}
	return err
}

// waar tells a person where a file is; another program gets a path as it is typed here.
func (l leider) waar(pad string) string {
	if l.w.Terminal == nil {
		return l.plek.toon(pad)
	}
	return l.plek.pad(pad)
}

// vraagTerugblik asks by kies when to look back; it returns no day where the person wants
// none, and fails where they leave the question.
func (l leider) vraagTerugblik(ctx context.Context, kies func(context.Context, gesprek.Keuze) (string, error), k gesprek.Keuze) (reflectie.Datum, error) {
	k.Vraag = "Wanneer kijkt u hierop terug?"
	week, weken, maanden := werkdag(l.w.Nu().AddDate(0, 0, 7)), werkdag(l.w.Nu().AddDate(0, 0, 28)), werkdag(naMaanden(l.w.Nu(), 3))
	k.Opties = []sessie.Optie{
		{ID: week.String(), Naam: "Na een week", Uitleg: week.Voluit()},
		{ID: weken.String(), Naam: "Na 4 weken", Uitleg: weken.Voluit()},
		{ID: maanden.String(), Naam: "Na 3 maanden", Uitleg: maanden.Voluit()},
		{ID: "geen", Naam: "Geen datum", Uitleg: "een dag kiezen kan later ook"},
	}
	keus, err := kies(ctx, k)
	datum, _ := reflectie.ParseDatum(keus) // what is no day chooses none
	return datum, err
}

// naMaanden returns the same day so many months later, or the last of that month.
func naMaanden(t time.Time, maanden int) time.Time {
	eerste := time.Date(t.Year(), t.Month()+time.Month(maanden), 1, 0, 0, 0, 0, time.UTC)
	laatste := eerste.AddDate(0, 1, -1)
	return eerste.AddDate(0, 0, min(t.Day(), laatste.Day())-1)
}

// werkdag returns the day of t, or the first after it on which people work: no
// weekend, and none of the feasts that have the same day each year.
func werkdag(t time.Time) reflectie.Datum {
	for ; ; t = t.AddDate(0, 0, 1) {
		vrij := t.Weekday() == time.Saturday || t.Weekday() == time.Sunday ||
			slices.Contains([]string{"01-01", "04-27", "05-05", "12-25", "12-26"}, t.Format("01-02"))
		if !vrij {
			return reflectie.DatumVan(t)
		}
	}
}

// toont tells where all stands, what stays private, what was weighed and how it
// can be shared. What to type, a screen says when it is gone: only then it is whole.
func (l leider) toont(kant gastheer, af afloop, r reflectie.Reflectie, git []string) []sessie.Getoond {
	toont := []sessie.Getoond{{Kop: staatIn(af.stand), Tekst: l.waar(af.pad)}}
	switch n := len(af.stand.Prive()); {
	case n > 0:
		waar := ", te zien als u de reflectie hier leest"
		if kant.regels {
			waar = l.w.Terminal.zo(": weeg prive toon ") + af.id
		}
		toont = append(toont, sessie.Getoond{Kop: "Privé, niet in dat bestand", Tekst: telling(n, "antwoord", "antwoorden") + waar})
	case !af.stand.IsTerugblik(): // to which others may belong
		toont = append(toont, sessie.Getoond{Kop: "Privé", Tekst: "U gaf geen privé-antwoorden."})
	}
	mee := ""
	if af.stand.IsTerugblik() {
		mee = terugblikMee + " "
	} else if zinnen := netwerk.New(af.stand.Definitie.Waarden, netwerk.Bijdrage{Reflectie: r}).Zinnen(); len(zinnen) > 0 {
		toont = append(toont, sessie.Getoond{Kop: "Uw waardenetwerk", Tekst: strings.Join(zinnen, "\n")})
	}
	delen := append([]string{"Weeg deelt niets. " + mee + "Iemand kan een gedeeld bestand met de Woo opvragen."}, git...)
	switch {
	case l.plek.isEigen(af.pad) && (l.plek.isTeam() || l.teamElders(af.stand) != ""):
		delen = []string{mee + "Uw team ziet dit bestand niet, zolang u het niet deelt."}
	case l.plek.isGedeeld(af.pad):
		delen[0] = mee + "Dit bestand staat in de map van uw team. Iemand kan het met de Woo opvragen."
	}
	return append(toont, sessie.Getoond{Kop: "Delen", Tekst: strings.Join(delen, "\n  ")})
}

// terugblikMee says what goes along with a file in which somebody looked back.
const terugblikMee = "Deelt u dit bestand, dan deelt u ook uw terugblik."

// staatIn begins to tell where what was made stands.
func staatIn(stand sessie.Stand) string {
	if stand.IsTerugblik() {
		return "Uw terugblik staat in"
	}
	return "Uw reflectie staat in"
}

// telling writes how many there are.
func telling(n int, een, meer string) string {
	if n == 1 {
		return "1 " + een
	}
	return fmt.Sprintf("%d %s", n, meer)
}

// vertelNog says what the person may want to type, now that the screen is gone.
func (l leider) vertelNog(af afloop, git []string) {
	if len(af.stand.Prive()) > 0 {
		l.w.melding("Uw privé-antwoorden ziet u als u de reflectie leest, of met:")
		l.w.opdracht("weeg prive toon " + af.id)
	}
	l.w.vertelGit(git)
}

// vertelGit says what to type to take a file to the others.
func (w Wereld) vertelGit(git []string) {
	if len(git) > 0 {
		w.melding("Delen met git gaat zo:")
	}
	for _, opdracht := range git {
		w.opdracht(opdracht)
	}
}

// teamElders is where a conversation of another team than the one here was begun, or "".
func (l leider) teamElders(stand sessie.Stand) string {
	if !isMap(stand.Werkmap) {
		return ""
	}
	hier, _ := l.plek.team()
	if daar, err := l.plek.in(stand.Werkmap).team(); err != nil || daar.Wortel == "" || l.plek.echt(daar.Wortel) == l.plek.echt(hier.Wortel) {
		return ""
	}
	return stand.Werkmap
}

// vertelDelen says how to share with the team where a conversation was begun.
func (l leider) vertelDelen(elders string, af afloop) {
	l.w.melding("Delen met uw team kan in de map %s met:", elders)
	l.w.opdracht("weeg delen " + af.id)
}

// vertel says where what was put, and what is shared when the file is; on
// standard output it writes the path alone.
func (l leider) vertel(af afloop) (err error) {
	elders := l.teamElders(af.stand)
	switch {
	case af.stand.Definitie.MaaktCasus():
		return l.vertelCasus(af)
	case af.stand.IsTerugblik():
		err = l.vertelPad(staatIn(af.stand), af, terugblikMee)
	case elders != "" && l.plek.isEigen(af.pad):
		err = l.vertelPad("Uw reflectie staat in uw eigen map:", af, "")
		l.vertelDelen(elders, af)
	case l.plek.isTeam() && l.plek.isEigen(af.pad):
		err = l.vertelPad("Uw reflectie staat in uw eigen map:", af, "Delen met uw team kan met:")
		l.w.opdracht("weeg delen " + af.id)
	default:
		err = l.vertelPad("Uw reflectie staat in", af, "Deelt u dat bestand, dan deelt u alles wat erin staat. "+
			"Een gedeeld bestand kan met de Woo worden opgevraagd.")
	}
	switch {
	case len(af.stand.Prive()) > 0:
		l.w.melding("Uw privé-antwoorden staan er niet in. Die staan in uw eigen map: weeg prive toon %s", af.id)
	case !af.stand.IsTerugblik():
		l.w.melding("U gaf bij deze reflectie geen privé-antwoorden.")
	}
	return err
}
