package sessie

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// maxDoorvragen is how many doorvragen a whole conversation may have.
const maxDoorvragen = 3

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

// Expand returns both at once: Vragen and Vervallen.
func (s Stand) Expand() (vragen, vervallen []Vraag) { return scheid(s.alle()) }

// scheid tells the questions that apply from those that do not.
func scheid(alle []Vraag) (vragen, vervallen []Vraag) {
	vragen = make([]Vraag, 0, len(alle))
	for _, v := range alle {
		if v.Geldt() {
			vragen = append(vragen, v)
		} else {
			vervallen = append(vervallen, v)
		}
	}
	return vragen, vervallen
}

// alle expands the steps, from the answers so far, into one row of atomic
// questions. Those that do not apply are in it only when they were answered.
func (s Stand) alle() []Vraag {
	r := newRij(&s)
	r.eigen()
	for i, stap := range s.Definitie.Stappen() {
		r.doorloop(i, stap)
	}
	r.doorvraagBudget()
	r.overig()
	return r.vragen
}

// A rij is a row of questions in the making.
type rij struct {
	stand  *Stand
	namen  func(id string) string
	vragen []Vraag
	gezien map[string]bool // keys in the row

	stap   casus.Stap
	geldt  bool // the step applies
	uitleg bool // the step's explanation has been given
	papier bool // nobody answers: every condition holds, and every doorvraag is there
}

func newRij(s *Stand) *rij {
	return &rij{stand: s, namen: s.Naam, gezien: map[string]bool{}}
}

// doorloop adds the questions of step i.
func (r *rij) doorloop(i int, stap casus.Stap) {
	r.begin(stap)
	r.open(stap, false)
	switch stap.Soort {
	case casus.StapRol:
		r.rol()
	case casus.StapStandpunten:
		r.standpunten()
	case casus.StapWaarden:
		r.waarden()
	case casus.StapSpiegel:
		r.spiegel()
	case casus.StapVerbanden:
		r.verbanden()
	case casus.StapRealisatie:
		r.realisatie()
	case casus.StapRuimte:
		ruimtes := r.ruimtestappen()
		r.ruimte(i == ruimtes[0], i == ruimtes[1])
	case casus.StapWeging:
		r.weging()
	case casus.StapUitkomst:
		r.uitkomst()
	case casus.StapAandachtspunten:
		r.aandachtspunten()
	}
	r.open(stap, true)
}

func (r *rij) begin(stap casus.Stap) {
	r.stap, r.uitleg = stap, false
	r.geldt = r.voldoet(stap.Als)
}

// antwoord returns the answer at a key.
func (r *rij) antwoord(delen ...string) reflectie.Antwoord {
	return r.stand.Antwoorden[reflectie.Sleutel(delen...)]
}

func (r *rij) tekst(delen ...string) string { return r.antwoord(delen...).Tekst() }

// voldoet reports whether a condition holds. An answer whose own question does
// not apply meets no condition.
func (r *rij) voldoet(als *casus.Als) bool {
	if als == nil || r.papier {
		return true
	}
	gezegd := false
	for _, v := range r.vragen {
		if !v.Geldt() || v.Antwoord.IsZero() || !past(v.Sleutel, als.Vraag) {
			continue
		}
		if als.Past(v.Antwoord.Woorden()) {
			return true
		}
		gezegd = true
	}
	return !gezegd && r.voldeedToen(als)
}

// voldeedToen reports whether a condition on what was weighed held in the
// reflectie that is looked back at.
func (r *rij) voldeedToen(als *casus.Als) bool {
	if als.Vraag != alsKeuze && als.Vraag != alsSoort {
		return false
	}
	for sleutel, a := range r.stand.Eerder {
		if past(sleutel, als.Vraag) && als.Past(a.Woorden()) {
			return true
		}
	}
	return false
}

// Conditions that a step's own part may meet: alsSoort looks at every verband.
const (
	alsKeuze = "uitkomst.keuze"
	alsSoort = "verbanden.soort"
)

// past reports whether a condition on vraag looks at the answer at sleutel.
// "verbanden.soort" looks at every verband.
func past(sleutel, vraag string) bool {
	if vraag != alsSoort {
		return sleutel == vraag
	}
	return strings.HasPrefix(sleutel, "verbanden.") && strings.HasSuffix(sleutel, ".soort")
}

// add puts a question in the row. One that does not apply stays only with an answer.
func (r *rij) add(v Vraag, geldt bool) {
	if r.gezien[v.Sleutel] {
		return
	}
	v.Antwoord = r.stand.Antwoorden[v.Sleutel]
	v.namen = r.namen
	v.Stap, v.Titel = r.stap.ID, r.stap.Titel
	v.Prive = v.Prive || r.stand.Afgeschermd[v.Sleutel]
	geldt = geldt && r.geldt
	switch {
	case !geldt && v.Antwoord.IsZero():
		return
	case !geldt:
		v.Status = Vervallen
	case !v.Antwoord.IsZero():
		v.Status = Ingevuld
	case r.stand.Overgeslagen[v.Sleutel]:
		v.Status = Overgeslagen
	}
	if geldt && !r.uitleg {
		v.Uitleg, r.uitleg = r.stap.Uitleg, true
	}
	if r.stand.Nogmaals == v.Sleutel {
		v.Melding = r.stand.melding(v)
	}
	r.gezien[v.Sleutel] = true
	r.vragen = append(r.vragen, v)
}

// open adds the step's open questions that come before its own part, or after it.
func (r *rij) open(stap casus.Stap, na bool) {
	for _, v := range stap.Vragen {
		if v.Na != na {
			continue
		}
		vraag := r.vraag(stap, v)
		geldt := r.voldoet(v.Als) && (r.papier || !r.mistToen(v))
		r.add(vraag, geldt)
		if !v.Prive {
			r.doorvragen(vraag, v, geldt)
		}
	}
}

// mistToen reports whether v asks to look back at an answer that was not given then.
func (r *rij) mistToen(v casus.Vraag) bool {
	return r.stap.Soort == casus.StapTerugblik && v.Toont != "" && r.stand.Eerder[v.Toont].IsZero()
}

func (r *rij) vraag(stap casus.Stap, v casus.Vraag) Vraag {
	vraag := Vraag{
		Sleutel:     openSleutel(stap.ID, v.ID),
		Vraag:       v.Vraag,
		Toelichting: v.Toelichting,
		Soort:       Soort(v.Soort),
		Prive:       v.Prive,
	}
	if v.Soort == "" {
		vraag.Soort = Tekst
	}
	for _, o := range v.Opties {
		vraag.Opties = append(vraag.Opties, Optie{ID: o.ID, Naam: o.Naam})
	}
	switch {
	case v.Toont == "":
	case stap.Soort == casus.StapTerugblik:
		vraag.Toont = r.toenEnNu(v.Toont)
	default:
		vraag.Toont = r.toon(v.Toont)
	}
	if v.ID == casus.VraagReactie {
		vraag.Toont = append(vraag.Toont, r.rolmoment()...)
	}
	return vraag
}

// openSleutel is the key of an open question. The date to look back has a place of its own.
func openSleutel(stap, vraag string) string {
	if vraag == casus.VraagTerugblik {
		return reflectie.SleutelTerugblik
	}
	return reflectie.Sleutel(stap, vraag)
}

// toenEnNu returns what was answered at sleutel in the reflectie that is looked
// back at, and beside it what the person says of the moment now.
func (r *rij) toenEnNu(sleutel string) []Getoond {
	toen := r.stand.Eerder[sleutel]
	if toen.IsZero() {
		return nil
	}
	if sleutel == reflectie.SleutelWaarden {
		return []Getoond{{"Deze waarden koos u toen", r.toenGekozen()}}
	}
	getoond := []Getoond{{"Dit schreef u toen", Vraag{Soort: Tekst, Antwoord: toen}.Weergave()}}
	if nu, ok := r.metID(casus.VraagMoment); ok && !nu.Antwoord.IsZero() {
		getoond = append(getoond, Getoond{"Dit schrijft u nu", nu.Weergave()})
	}
	return getoond
}

// toenGekozen names the waarden of the reflectie that is looked back at.
func (r *rij) toenGekozen() string {
	toen := Stand{Definitie: r.stand.Definitie, Antwoorden: r.stand.Eerder}
	var namen []string
	for _, id := range r.stand.Eerder.Gekozen() {
		namen = append(namen, toen.Naam(id))
	}
	return strings.Join(namen, "\n")
}

// toon returns what was answered at sleutel before.
func (r *rij) toon(sleutel string) []Getoond {
	for _, v := range r.vragen {
		if v.Sleutel == sleutel && !v.Antwoord.IsZero() {
			return []Getoond{{v.Vraag, v.Weergave()}}
		}
	}
	return nil
}

// rolmoment shows the moment as it is for the rol that was chosen, or else the
// question that the casus ends with.
func (r *rij) rolmoment() []Getoond {
	c := r.stand.Definitie.Casus
	if rol, ok := c.Rol(r.tekst(reflectie.SleutelRol)); ok && rol.Moment != "" {
		return []Getoond{{rol.Naam, rol.Moment}}
	}
	if c.Moment == "" || c.ID == reflectie.Eigen {
		return nil
	}
	regels := strings.Split(strings.TrimSpace(c.Moment), "\n")
	return []Getoond{{"De vraag", regels[len(regels)-1]}} // a casus asks it last
}

// reactie returns the first reaction that was asked and parked, and reports
// whether it was asked at all.
func (r *rij) reactie() (getoond []Getoond, gevraagd bool) {
	v, gevraagd := r.metID(casus.VraagReactie)
	if !v.Antwoord.IsZero() {
		getoond = []Getoond{{"Uw eerste reactie", v.Weergave()}}
	}
	return getoond, gevraagd
}

// metID returns the open question with this id that was asked before, in
// whichever step and for everybody to read.
func (r *rij) metID(id string) (Vraag, bool) {
	for _, v := range r.vragen {
		isTekst := v.Soort == Tekst || v.Soort == Regel // "Nee" names no rule and is no reaction
		if v.Sleutel == reflectie.Sleutel(v.Stap, id) && v.Stap != reflectie.Eigen && isTekst && v.Geldt() && !v.Prive {
			return v, true
		}
	}
	return Vraag{}, false
}

// doorvragen adds the follow-ups of v: the first that its answer calls for, and
// every one that was answered.
func (r *rij) doorvragen(vraag Vraag, v casus.Vraag, geldt bool) {
	if len(v.Doorvragen) == 0 {
		return
	}
	geldt = geldt && r.geldt
	gekozen := false
	woorden := eigenWoorden(r.tekst(vraag.Sleutel))
	for _, d := range v.Doorvragen {
		nu := r.papier || geldt && !gekozen && vuurt(d.Als, woorden)
		gekozen = gekozen || nu
		r.add(Vraag{
			Sleutel:   reflectie.Sleutel(r.stap.ID, v.ID, d.ID),
			Vraag:     d.Vraag,
			Soort:     Tekst,
			Doorvraag: true,
			Toont:     []Getoond{{"U schreef", r.tekst(vraag.Sleutel)}},
		}, nu)
	}
}

// doorvraagBudget takes out the doorvragen beyond three a conversation, and
// those on short answers beyond one. What was answered or skipped has been
// asked, so it stays and counts first.
func (r *rij) doorvraagBudget() {
	over, kort := maxDoorvragen, 1
	tel := func(v Vraag) {
		over--
		if r.isKort(v.Sleutel) {
			kort--
		}
	}
	for _, v := range r.vragen {
		if v.Doorvraag && (v.Status == Ingevuld || v.Status == Overgeslagen) {
			tel(v)
		}
	}
	r.vragen = slices.DeleteFunc(r.vragen, func(v Vraag) bool {
		if !v.Doorvraag || v.Status != Open {
			return false
		}
		if over <= 0 || kort <= 0 && r.isKort(v.Sleutel) {
			return true
		}
		tel(v)
		return false
	})
}

// isKort reports whether the doorvraag at sleutel is one about a short answer.
func (r *rij) isKort(sleutel string) bool {
	for _, stap := range r.stand.Definitie.Stappen() {
		for _, v := range stap.Vragen {
			for _, d := range v.Doorvragen {
				if reflectie.Sleutel(stap.ID, v.ID, d.ID) == sleutel {
					return d.Als.Korter > 0
				}
			}
		}
	}
	return false
}

// overig adds every answer that no step asks for, so that nothing goes unseen.
// The day to look back is none of them: whoever chose it, it stands at the top.
func (r *rij) overig() {
	r.stap, r.geldt = casus.Stap{}, false
	var sleutels []string
	for sleutel := range r.stand.Antwoorden {
		if !r.gezien[sleutel] && !isLijst(sleutel) && !isNaam(sleutel) && sleutel != reflectie.SleutelTerugblik {
			sleutels = append(sleutels, sleutel)
		}
	}
	slices.SortFunc(sleutels, reflectie.VergelijkSleutels)
	for _, sleutel := range sleutels {
		soort := Tekst
		if a := r.stand.Antwoorden[sleutel]; a.Vorm() == reflectie.VormLijst {
			soort = Meerkeuze
		} else if a.Vorm() == reflectie.VormJaNee {
			soort = JaNee
		}
		r.add(Vraag{Sleutel: sleutel, Vraag: r.omschrijf(sleutel), Soort: soort}, false)
	}
}

// isNaam reports whether a key holds only what a waarde is called.
func isNaam(sleutel string) bool {
	delen := strings.Split(sleutel, ".")
	return len(delen) == 3 && sleutel == naamSleutel(delen[1])
}

// isLijst reports whether a key only lists what other keys hold.
func isLijst(sleutel string) bool {
	switch sleutel {
	case reflectie.SleutelWaarden, reflectie.SleutelSpiegel, reflectie.SleutelVerbanden, reflectie.SleutelWeging:
		return true
	}
	return false
}

// omschrijf names an answer that no step of this werkvorm asks for.
func (r *rij) omschrijf(sleutel string) string {
	delen := strings.Split(sleutel, ".")
	veld := delen[len(delen)-1]
	if len(delen) > 2 {
		if p, ok := reflectie.ParsePaar(delen[1]); ok {
			return r.paar(p) + ": " + veld
		}
		if delen[0] == reflectie.SleutelWaarden {
			return r.stand.Naam(delen[1]) + ": " + veld
		}
	}
	return strings.Join(delen, " ")
}
