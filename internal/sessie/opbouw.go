package sessie

import (
	"cmp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// Vragen returns every question that applies, in order, with its answer.
func (s Stand) Vragen() []Vraag {
	vragen, _ := s.Expand()
	return vragen
}

// Vervallen returns every question that no longer applies and has an answer.
func (s Stand) Vervallen() []Vraag {
	_, vervallen := s.Expand()
	return vervallen
}

// Expand returns both at once, Vragen and Vervallen: it expands the steps, from
// the answers so far, into one row of atomic questions. Those that do not apply
// are in it only when they were answered.
func (s Stand) Expand() (vragen, vervallen []Vraag) {
	o := newOpbouw(&s)
	if s.Definitie.IsEigen() {
		o.doorloop(s.Definitie.Werkvorm.Eigen)
	}
	stappen := s.Definitie.Stappen()
	besluit := -1 // the last step in which one decides
	for i, stap := range stappen {
		if stap.Soort == casus.StapUitkomst {
			besluit = i
		}
	}
	for i, stap := range stappen {
		o.klaar = besluit >= 0 && i > besluit
		o.doorloop(stap)
	}
	for _, stap := range s.Definitie.Werkvorm.Na {
		o.naderhand(stap)
	}
	o.doorvraagBudget()
	o.overig()
	if !slices.ContainsFunc(o.vragen, func(v Vraag) bool { return !v.Geldt() }) {
		return o.vragen, nil
	}
	vragen = make([]Vraag, 0, len(o.vragen))
	for _, v := range o.vragen {
		if v.Geldt() {
			vragen = append(vragen, v)
		} else {
			vervallen = append(vervallen, v)
		}
	}
	return vragen, vervallen
}

// A bron says which rows a conversation is about, and whether conditions hold: a
// person who answers, or paper, where nobody does and all may come.
type bron interface {
	voldoet(als *casus.Als, p plek) bool
	gekozen() []string                   // ids of the waarden that play
	paren(soort string) []reflectie.Paar // those of which a verband is of this soort; "" for all
	oneens() string                      // the id of the waarde that people dispute, or ""
	stemmen(ik int) []int                // rows of standpunten but one's own
	lagen() []casus.Rol                  // rollen of which the room is asked
	afspraken() []int                    // rows of afspraken
	begonnen(deel string, n int) bool    // a row says something
	naam(id string) string               // what a waarde is called
}

// An opbouw is a row of questions in the making.
type opbouw struct {
	stand  *Stand
	bron   bron
	vragen []Vraag
	gezien map[string]bool   // keys in the row
	nieuw  map[string]string // of a row that is not there yet: what names it, by the key of that

	stap   casus.Stap
	geldt  bool   // the step applies
	uitleg bool   // the step's explanation has been given
	vooraf string // what is said before the next question, whichever that is
	zelf   bool   // the person looks as themself, not from the rol
	klaar  bool   // what one does has been asked
}

// gewoonAantal is how many questions a long conversation has. They are large: a row that has
// to grow copies them all.
const gewoonAantal = 64

func newOpbouw(s *Stand) *opbouw {
	o := &opbouw{stand: s, vragen: make([]Vraag, 0, gewoonAantal), gezien: map[string]bool{}, nieuw: map[string]string{}}
	o.bron = gesprek{o}
	return o
}

// doorloop adds the questions of a step.
func (o *opbouw) doorloop(stap casus.Stap) {
	o.stap, o.uitleg = stap, false
	o.geldt = o.past(stap.Bij) && o.bron.voldoet(stap.Als, plek{})
	if o.geldt && !o.stand.Definitie.IsEigen() {
		o.kijktAls()
	}
	o.open(false)
	o.eigenDeel()
	o.open(true)
}

// naderhand adds the questions of a step that comes once the reflectie is finished:
// where there was something to read, or an answer says that there was.
func (o *opbouw) naderhand(stap casus.Stap) {
	if o.opPapier() {
		return
	}
	naast := o.naast(stap.ID)
	o.stap, o.uitleg, o.geldt = stap, len(naast) == 0, true
	for _, v := range stap.Vragen {
		vraag := Vraag{Sleutel: reflectie.Sleutel(stap.ID, v.ID), Toont: naast}
		o.woorden(v, vraag, plek{}, len(naast) > 0 || !o.antwoord(vraag.Sleutel).IsZero())
	}
}

// naast shows what was read of others, or elsewhere.
func (o *opbouw) naast(stap string) (getoond []Getoond) {
	for _, n := range o.stand.Naast {
		if n.Stap != stap {
			continue
		}
		kop := o.woord("collega")
		if stap == casus.StapEerder {
			kop = o.woord(map[bool]string{true: "eerder-zelf", false: "eerder-ander"}[n.Eigen]) + " (" + n.Titel + ")"
		}
		getoond = append(getoond, Getoond{Kop: kop, Tekst: strings.Join(o.gewogenElders(n), "\n")})
	}
	return getoond
}

// gewogenElders are the lines of what somebody would do, and how they weighed.
func (o *opbouw) gewogenElders(n Naast) (lijnen []string) {
	stand := Stand{Definitie: o.stand.Definitie, Antwoorden: n.Antwoorden}
	zet := func(woord, tekst string, p plek) {
		if tekst != "" {
			lijnen = append(lijnen, o.vul(o.woord(woord), p)+": "+strings.Join(strings.Fields(tekst), " "))
		}
	}
	zet("zou-doen", n.Antwoorden["uitkomst.doen"].Tekst(), plek{})
	for _, paar := range n.Antwoorden.Paren(reflectie.SleutelWeging) {
		veld := func(delen ...string) string {
			return n.Antwoorden[reflectie.Sleutel(append([]string{reflectie.SleutelWeging, paar.Sleutel()}, delen...)...)].Tekst()
		}
		if voorrang := veld("voorrang"); paar.Heeft(voorrang) {
			zet("ging-voor", stand.Naam(voorrang), plek{})
		} else {
			zet("bleef-open", paarnaam(stand.Naam, paar), plek{})
		}
		zet("waarom-toen", veld("omdat"), plek{})
		for _, id := range paar {
			zet("verloren", veld("prijs", id), plek{}.met(map[string]string{"waarde": casus.WaardeInZin(stand.Naam(id))}))
		}
	}
	return lijnen
}

// past reports whether something can come with what the conversation is about;
// of a werkvorm on paper without a casus, all can.
func (o *opbouw) past(bij string) bool {
	return o.opPapier() && o.stand.Definitie.Casus.ID == "" || o.stand.past(bij)
}

// past reports whether what is only for a casus, or for an own situation, comes here.
func (s Stand) past(bij string) bool {
	eigen := s.Definitie.IsEigen() || s.IsTerugblik() && s.Kop.Casus == reflectie.Eigen
	return bij == "" || (bij == casus.BijEigen) == eigen
}

// kijktAls says, where a step is for the person themself after one that was for
// the rol, or the other way round, that it is.
func (o *opbouw) kijktAls() {
	alleenPrive := len(o.stap.Vragen) > 0 && !slices.ContainsFunc(o.stap.Vragen, func(v casus.Vraag) bool { return !v.Prive })
	zelf := o.klaar || o.stap.Soort == casus.StapVragen && alleenPrive
	switch {
	case zelf == o.zelf:
		return
	case o.tekst(reflectie.SleutelRol) == "": // nobody looked as somebody else
	case zelf:
		o.zegVooraf(o.vul(o.woord("weer-uzelf"), plek{}))
	default:
		o.zegVooraf(o.vul(o.woord("weer-rol"), plek{}))
	}
	o.zelf = zelf
}

// zegVooraf says something before the next question, after what is said there already.
func (o *opbouw) zegVooraf(zin string) { o.vooraf = strings.TrimSpace(o.vooraf + " " + zin) }

func (o *opbouw) antwoord(delen ...string) reflectie.Antwoord {
	return o.stand.Antwoorden[reflectie.Sleutel(delen...)]
}

func (o *opbouw) tekst(delen ...string) string { return o.antwoord(delen...).Tekst() }

// add puts a question in the row. One that does not apply stays only with an answer.
func (o *opbouw) add(v Vraag, geldt bool) {
	if o.gezien[v.Sleutel] {
		return
	}
	if v.Antwoord.IsZero() {
		v.Antwoord = o.stand.Antwoorden[v.Sleutel]
	}
	v.opties, v.vandaag = o.bron.naam, o.stand.Vandaag
	v.Stap, v.Titel = o.stap.ID, o.stap.Titel
	v.weegt = o.stap.Soort == casus.StapWeging
	if v.isVast = o.stand.IsWijziging(); v.isVast {
		toen, isPrive := o.stand.GelezenPrive[v.Sleutel]
		if !isPrive {
			toen = o.stand.Gelezen[v.Sleutel]
		}
		v.isAnders = !o.stand.Antwoorden[v.Sleutel].Equal(toen)
	}
	v.Prive = v.Prive || o.stand.Afgeschermd[v.Sleutel]
	geldt = geldt && o.geldt
	switch {
	case !geldt && v.Antwoord.IsZero():
		return
	case !geldt:
		v.Status = Vervallen
	case !v.Antwoord.IsZero():
		v.Status = Ingevuld
	case o.stand.Overgeslagen[v.Sleutel]:
		v.Status = Overgeslagen
	}
	if geldt {
		v.Vooraf, v.Uitleg, o.vooraf = o.vooraf, o.vooraf, ""
		if !o.uitleg {
			v.Uitleg, o.uitleg = strings.TrimSpace(v.Uitleg+" "+o.stap.Uitleg), true
		}
	}
	if o.stand.Nogmaals == v.Sleutel {
		v.Melding, _ = o.stand.nogmaals(v.Sleutel)
	}
	o.gezien[v.Sleutel] = true
	o.vragen = append(o.vragen, v)
}

// open adds the step's open questions that come before its own part, or after it.
func (o *opbouw) open(na bool) {
	for _, v := range o.stap.Vragen {
		if v.Na != na {
			continue
		}
		o.woorden(v, Vraag{Sleutel: reflectie.Sleutel(o.stap.ID, v.ID), Prive: v.Prive}, plek{}, !o.mistToen(v))
	}
}

// mistToen reports whether v asks to look back at an answer that was not given then.
func (o *opbouw) mistToen(v casus.Vraag) bool {
	return o.stap.Soort == casus.StapTerugblik && v.Toont != "" && o.stand.Eerder != nil && len(o.toenEnNu(v.Toont)) == 0
}

// woorden adds a question with the words that v gives it, and its follow-ups.
// vraag has what the kind of step knows of it: its key, and perhaps its soort and opties.
func (o *opbouw) woorden(v casus.Vraag, vraag Vraag, p plek, geldt bool) {
	geldt = geldt && o.past(v.Bij) && o.bron.voldoet(v.Als, p)
	vraag.als, vraag.bij = v.Als, v.Bij
	v = o.metAnders(v, p)
	vraag.Vraag, vraag.Kop, vraag.Toelichting = o.vul(v.Vraag, p), o.vul(v.Kop, p), o.vul(v.Toelichting, p)
	vraag.Kort, vraag.Functie, vraag.Aanbod = v.Kort, v.Functie, v.Aanbod
	vraag.naam = o.vul(v.Naam, p)
	if vraag.Soort == "" {
		o.soort(&vraag, v)
	}
	vraag.Toont = append(vraag.Toont, o.toont(v)...)
	vraag.Zin = o.zin(v, vraag, p)
	o.add(vraag, geldt)
	if !v.Prive {
		o.doorvragen(v, vraag, geldt)
	}
}

// metAnders returns v with the other words for what holds now. On paper only
// what the conversation is about is known.
func (o *opbouw) metAnders(v casus.Vraag, p plek) casus.Vraag {
	for _, a := range v.Anders {
		onbekend := o.opPapier() && (a.Als != nil || o.stand.Definitie.Casus.ID == "")
		if onbekend || !o.past(a.Bij) || !o.bron.voldoet(a.Als, p) {
			continue
		}
		v.Vraag, v.Kop = cmp.Or(a.Vraag, v.Vraag), cmp.Or(a.Kop, v.Kop)
		v.Toelichting, v.Zin = cmp.Or(a.Toelichting, v.Toelichting), cmp.Or(a.Zin, v.Zin)
	}
	return v
}

// soort gives an open question its kind and what there is to choose.
func (o *opbouw) soort(vraag *Vraag, v casus.Vraag) {
	vraag.Soort = v.Soort
	if v.Soort == "" {
		vraag.Soort = casus.Tekst
	}
	vraag.Opties = casus.Elk(v.Opties, func(o casus.Optie) Optie { return Optie{ID: o.ID, Naam: o.Naam} })
	if v.Functie == casus.FunctieRegel {
		vraag.Soort = casus.Regeltekst
		for _, regel := range o.stand.Definitie.Casus.Regels {
			vraag.Soort, vraag.Vrij = casus.Keuze, true
			vraag.Opties = append(vraag.Opties, Optie{ID: regel.ID, Naam: regel.Regel})
		}
	}
}

// toont returns what stands beside a question: what it names, and the moment
// beside the first reaction.
func (o *opbouw) toont(v casus.Vraag) []Getoond {
	var getoond []Getoond
	switch {
	case v.Toont == "":
	case o.stap.Soort == casus.StapTerugblik:
		getoond = o.toenEnNu(v.Toont)
	default:
		getoond = o.eerder(v.Toont)
	}
	if v.Functie == casus.FunctieReactie {
		getoond = append(getoond, o.moment()...)
	}
	return getoond
}

// eerder returns what was answered at a key before, under its name.
func (o *opbouw) eerder(sleutel string) []Getoond {
	v, ok := casus.Zoek(o.vragen, func(v Vraag) bool { return v.Sleutel == sleutel && v.Geldt() && !v.Antwoord.IsZero() })
	if !ok {
		return nil
	}
	return []Getoond{o.onderNaam(v)}
}

func (o *opbouw) onderNaam(v Vraag) Getoond {
	return Getoond{cmp.Or(v.naam, o.woord("getoond")), v.Weergave(), v.Prive}
}

// woord returns words of the conversation that belong to no step.
func (o *opbouw) woord(id string) string { return o.stand.Definitie.Woord(id).Kop }

// punten shows aandachtspunten under the names of their kinds, after which comes bij.
func (o *opbouw) punten(antwoorden reflectie.Antwoorden) []Getoond {
	var getoond []Getoond
	for _, v := range o.stand.Definitie.Werkvorm.Punten {
		if a := antwoorden[reflectie.Sleutel(reflectie.SleutelAandachtspunten, v.ID)]; !a.IsZero() {
			getoond = append(getoond, Getoond{Kop: v.Naam, Tekst: strings.Join(a.Lijst(), "\n")})
		}
	}
	return getoond
}

// toenEnNu returns what was answered at sleutel in the reflectie that is looked
// back at, and beside what one would do then, what one would do now.
func (o *opbouw) toenEnNu(sleutel string) []Getoond {
	if sleutel == reflectie.SleutelAandachtspunten {
		return o.punten(o.stand.Eerder)
	}
	toen := o.stand.Eerder[sleutel]
	if toen.IsZero() {
		return nil
	}
	if sleutel == reflectie.SleutelWaarden {
		stand := Stand{Definitie: o.stand.Definitie, Antwoorden: o.stand.Eerder}
		gekozen := Vraag{Soort: casus.Waardenkeuze, Antwoord: reflectie.Lijst(o.stand.Eerder.Gekozen()...), opties: stand.Naam}
		return []Getoond{{Kop: o.woord("waarden-toen"), Tekst: gekozen.Weergave()}}
	}
	getoond := []Getoond{{Kop: o.woord("toen"), Tekst: Vraag{Soort: casus.Tekst, Antwoord: toen}.Weergave()}}
	if nu, ok := o.metFunctie(casus.FunctieMoment); ok && sleutel == "uitkomst.doen" && !nu.Antwoord.IsZero() {
		getoond = append(getoond, Getoond{o.woord("nu"), nu.Weergave(), nu.Prive})
	}
	return getoond
}

// moment shows the moment as it is for the rol that was chosen, or else the
// question that the casus ends with.
func (o *opbouw) moment() []Getoond {
	c := o.stand.Definitie.Casus
	if rol, ok := c.Rol(o.tekst(reflectie.SleutelRol)); ok && rol.Moment != "" {
		return []Getoond{{Kop: rol.Naam, Tekst: rol.Moment}}
	}
	if c.Moment == "" || o.stand.Definitie.IsEigen() {
		return nil
	}
	alineas := strings.Split(strings.TrimSpace(c.Moment), "\n\n")
	vraag := alineas[len(alineas)-1] // a casus asks it last
	lijnen := strings.Split(vraag, "\n")
	if !slices.ContainsFunc(lijnen, func(lijn string) bool { return casus.Lijstteken(lijn) != "" }) {
		vraag = lijnen[len(lijnen)-1]
	}
	return []Getoond{{Kop: o.woord("moment"), Tekst: casus.Alineas(vraag)}} // a list whole, with what it is of
}

// metFunctie returns the question with this functie that was asked before.
func (o *opbouw) metFunctie(f casus.Functie) (Vraag, bool) {
	return casus.Zoek(o.vragen, func(v Vraag) bool { return v.Functie == f && v.Geldt() })
}

// regel returns the rule that the person chose: of the casus, or in own words.
func (o *opbouw) regel() (_ casus.Regel, vanCasus, ok bool) {
	v, _ := o.metFunctie(casus.FunctieRegel)
	if v.Antwoord.IsZero() {
		return casus.Regel{}, false, false
	}
	if r, ok := o.stand.Definitie.Casus.Regel(v.Antwoord.Tekst()); ok {
		return r, true, true
	}
	return casus.Regel{Regel: v.Antwoord.Tekst()}, false, true
}

// doorvragen adds the follow-ups of a question: one that its answer calls for,
// and every one that was answered. What was asked already goes before what
// could be asked now; on paper all can come.
func (o *opbouw) doorvragen(v casus.Vraag, vraag Vraag, geldt bool) {
	if len(v.Doorvragen) == 0 {
		return
	}
	geldt = geldt && o.geldt && !o.stand.Afgeschermd[vraag.Sleutel]
	woorden := o.antwoord(vraag.Sleutel).Woorden()
	schreef := strings.Join(woorden, "\n")
	zinnen := casus.Zinnen(strings.Join(woorden, "\n\n")) // of a list each item by itself
	var roept []string
	doorvragen := o.stand.Definitie.Werkvorm.Doorvragen(v)
	for _, d := range doorvragen {
		if geldt && (o.opPapier() || d.Als.VuurtBij(zinnen)) {
			roept = append(roept, d.ID)
		}
	}
	gevraagd := slices.IndexFunc(roept, func(id string) bool {
		sleutel := reflectie.Sleutel(vraag.Sleutel, id)
		return !o.stand.Antwoorden[sleutel].IsZero() || o.stand.Overgeslagen[sleutel]
	})
	if len(roept) > 1 && !o.opPapier() {
		roept = roept[max(gevraagd, 0):][:1]
	}
	for _, d := range doorvragen {
		sleutel := reflectie.Sleutel(vraag.Sleutel, d.ID)
		nu := slices.Contains(roept, d.ID)
		if !nu && o.stand.Antwoorden[sleutel].IsZero() { // most of them, each time
			continue
		}
		o.add(Vraag{
			Sleutel:    sleutel,
			Vraag:      d.Vraag,
			Soort:      casus.Tekst,
			Doorvraag:  true,
			aanleiding: d,
			Toont:      []Getoond{{Kop: o.woord("schreef"), Tekst: schreef}},
		}, nu)
	}
}

func (o *opbouw) opPapier() bool {
	_, ok := o.bron.(papier)
	return ok
}

// maxDoorvragen is how many doorvragen a whole conversation may have, of which
// one is kept for the weighing; one of them may be about a short answer.
const maxDoorvragen = 3

// doorvraagBudget takes out the doorvragen beyond those. What was answered or
// skipped has been asked, so it stays and counts first.
func (o *opbouw) doorvraagBudget() {
	over, kort, bewaard := maxDoorvragen, 1, 0
	if o.kanWegen() {
		bewaard = 1
	}
	tel := func(v Vraag) {
		over--
		if v.weegt {
			bewaard = 0
		}
		if v.aanleiding.Als.Korter > 0 {
			kort--
		}
	}
	for _, v := range o.vragen {
		if v.Doorvraag && (v.Status == Ingevuld || v.Status == Overgeslagen) {
			tel(v)
		}
	}
	o.vragen = slices.DeleteFunc(o.vragen, func(v Vraag) bool {
		if !v.Doorvraag || v.Status != Open {
			return false
		}
		vrij := over - bewaard
		if v.weegt {
			vrij = over
		}
		if vrij <= 0 || v.aanleiding.Als.Korter > 0 && kort <= 0 {
			return true
		}
		tel(v)
		return false
	})
}

// kanWegen reports whether there is a weighing, or one can still come.
func (o *opbouw) kanWegen() bool {
	weegt := slices.ContainsFunc(o.stand.Definitie.Werkvorm.Stappen, func(s casus.Stap) bool { return s.Soort == casus.StapWeging })
	return weegt && o.tekst(SleutelBotst) != "nee" || slices.ContainsFunc(o.vragen, func(v Vraag) bool { return v.weegt && v.Geldt() })
}

// overig adds every answer that no step asks for, so that nothing goes unseen.
// The day to look back is none of them: whoever chose it, it stands at the top.
func (o *opbouw) overig() {
	o.stap, o.geldt = casus.Stap{}, false
	var sleutels []string
	for sleutel := range o.stand.Antwoorden {
		vanZelf := sleutel == reflectie.SleutelTerugblik || sleutel == "uitkomst.waarvan" && o.vanZelf()
		if !o.gezien[sleutel] && !reflectie.IsLijst(sleutel) && !isNaam(sleutel) && !vanZelf {
			sleutels = append(sleutels, sleutel)
		}
	}
	slices.SortFunc(sleutels, reflectie.VergelijkSleutels)
	for _, sleutel := range sleutels {
		soort := casus.Tekst
		switch o.antwoord(sleutel).Vorm() {
		case reflectie.VormLijst:
			soort = casus.Lijst
		case reflectie.VormJaNee:
			soort = casus.JaNee
		}
		o.add(Vraag{Sleutel: sleutel, Vraag: o.omschrijf(sleutel), Soort: soort}, false)
	}
}

// isNaam reports whether a key holds only what a waarde, or who a row, is called.
func isNaam(sleutel string) bool {
	p, ok := reflectie.Ontleed(sleutel)
	return ok && (p.VanVeld(reflectie.SleutelWaarden, "naam") || p.Deel.Rijen == reflectie.PerRol && p.Veld.IsNaam)
}

// omschrijf names an answer that no step of this werkvorm asks for.
func (o *opbouw) omschrijf(sleutel string) string {
	p, ok := reflectie.Ontleed(sleutel)
	if !ok {
		return strings.ReplaceAll(sleutel, ".", " ")
	}
	veld := strings.Join(slices.DeleteFunc([]string{p.Veld.Naam, p.Vraag, p.Waarde}, func(s string) bool { return s == "" }), " ")
	switch paar, isPaar := reflectie.ParsePaar(p.Rij); {
	case isPaar && isSoort(sleutel):
		return paarnaam(o.bron.naam, paar)
	case isPaar:
		return paarnaam(o.bron.naam, paar) + ": " + veld
	case p.Deel.Rijen == reflectie.PerWaarde:
		return o.bron.naam(p.Rij) + ": " + veld
	case p.Rij != "":
		return p.Deel.Naam + " " + p.Rij + ": " + veld
	}
	return strings.TrimSpace(p.Deel.Naam + " " + veld)
}

// wie is what a rol is called inside a sentence. Free words are as they are, and
// "de ander" where somebody wrote more than who it is: that reads in no sentence.
func (o *opbouw) wie(woord string) string {
	if rol, ok := o.stand.Definitie.Casus.Rol(woord); ok {
		return rol.InZin()
	}
	wie, rest, _ := strings.Cut(zinsdeel(woord), ",") // "mijn manager, die alleen op de cijfers let"
	if wie != "" && !strings.ContainsAny(wie+rest, ".;:?!") && len(strings.Fields(wie)) <= maxRolwoorden {
		return wie
	}
	return o.woord("papier-wie")
}

// maxRolwoorden is how many words say who somebody is: "de voorzitter van de
// wijkraad aan de overkant".
const maxRolwoorden = 8
