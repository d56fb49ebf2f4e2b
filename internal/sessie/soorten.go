package sessie

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// maxBetekenissen is of how many waarden it is asked what they mean, without
// being asked to.
const maxBetekenissen = 3

// MinWaarden and MaxWaarden say how many waarden work well. Fewer are asked
// for once more; more are welcome.
const (
	MinWaarden = 2
	MaxWaarden = 7
)

// Keys of what kinds of step ask besides fields of the data.
const (
	SleutelBotst  = "verbanden.botst"
	SleutelHelpt  = "verbanden.helpt"
	SleutelSoort  = "verbanden.soort" // of any pair; of the two above nobody is asked
	SleutelOneens = "realisatie.waarde"
)

// BotstNiets is the answer that no two waarden clash here.
const BotstNiets = "nee"

// eigenDeel adds what the step asks by itself.
func (o *opbouw) eigenDeel() {
	switch o.stap.Soort {
	case casus.StapRol:
		o.rol()
	case casus.StapStandpunten:
		o.standpunten()
	case casus.StapWaarden:
		o.waarden()
	case casus.StapSpiegel:
		o.spiegel()
	case casus.StapVerbanden:
		o.verbanden()
	case casus.StapRealisatie:
		o.realisatie()
	case casus.StapRuimte:
		o.ruimte()
	case casus.StapWeging:
		o.weging()
	case casus.StapAfspraken:
		o.afspraken()
	case casus.StapUitkomst, casus.StapAandachtspunten, "": // one thing; "" asks for a situation of one's own
		for _, v := range o.stap.Velden {
			o.veld(v, plek{deel: cmp.Or(string(o.stap.Soort), o.stap.ID)}, true)
		}
	}
}

// veld adds the question of one field of the data.
func (o *opbouw) veld(v casus.Vraag, p plek, geldt bool) {
	d, _ := reflectie.DeelVan(p.deel)
	f, ok := d.Veld(v.ID)
	if !ok {
		return
	}
	vraag := Vraag{Sleutel: p.sleutel(f.Naam), Boven: o.stap.Kop, Noemt: p.wie}
	switch f.Aard {
	case reflectie.EenLijn:
		vraag.Soort = casus.Regeltekst
	case reflectie.EenRol:
		o.keuzeOfRegel(&vraag, o.vrijeRollen(p, f.Naam))
	case reflectie.EenWaarde:
		vraag.Soort, vraag.Vrij, vraag.Opties = casus.Regeltekst, true, o.catalogus()
	case reflectie.EenKeuze:
		vraag.Soort = casus.Keuze
		vraag.Opties = casus.Elk(f.Keuzes, func(id string) Optie { return Optie{ID: id, Naam: optie(v, id).Naam} })
	case reflectie.Voorrang:
		vraag.Soort = casus.Keuze
		vraag.Opties = append(o.opties(p.paar[:]), Optie{ID: reflectie.OpenVoorrang, Naam: optie(v, reflectie.OpenVoorrang).Naam})
		vraag.Toont = o.bijVoorrang(p)
	case reflectie.EenJaNee:
		vraag.Soort = casus.JaNee
	case reflectie.EenDatum:
		vraag.Soort = casus.Datum
	case reflectie.Punten:
		vraag.Soort = casus.Lijst
	}
	if f.PerWaarde {
		vraag.Soort = casus.Tekst
		for _, id := range p.paar {
			vraag.Sleutel = reflectie.Sleutel(p.sleutel(f.Naam), id)
			o.woorden(v, vraag, o.eenVan(p, id), geldt)
		}
		return
	}
	switch {
	case f.Naam == "gekomen":
		vraag.Toont = o.afspraakVanToen(p)
	case vraag.Sleutel == "uitkomst.keuze":
		vraag.Toont = o.regelGetoond()
	case vraag.Sleutel == "uitkomst.waarvan" && o.vanZelf():
		o.gezien[vraag.Sleutel] = true // the casus says it; nobody is asked
		return
	}
	o.woorden(v, vraag, p, geldt)
}

// eenVan is the place of a pair, about one of its two.
func (o *opbouw) eenVan(p plek, id string) plek {
	return p.met(map[string]string{"waarde": o.inZin(id), "ander": o.inZin(p.paar.Ander(id))})
}

// opties returns waarden to choose from.
func (o *opbouw) opties(ids []string) []Optie {
	return casus.Elk(ids, func(id string) Optie { return Optie{ID: id, Naam: casus.MetHoofdletter(o.bron.naam(id))} })
}

func optie(v casus.Vraag, id string) casus.Optie {
	if o, ok := casus.Zoek(v.Opties, func(o casus.Optie) bool { return o.ID == id }); ok {
		return o
	}
	return casus.Optie{ID: id, Naam: id}
}

func (o *opbouw) inZin(id string) string { return casus.WaardeInZin(o.bron.naam(id)) }

// bijPaar is the place of a field of a pair, in the order in which it was named.
func (o *opbouw) bijPaar(deel string, p reflectie.Paar) plek {
	return plek{deel: deel, rij: p.Sleutel(), paar: p, namen: map[string]string{"a": o.inZin(p[0]), "b": o.inZin(p[1])}}
}

// bijWaarde is the place of a field of a waarde.
func (o *opbouw) bijWaarde(id string) plek {
	return plek{deel: reflectie.SleutelWaarden, rij: id, namen: map[string]string{"waarde": o.inZin(id)}}
}

// bijRij is the place of a field of a numbered row.
func bijRij(deel string, n int) plek { return plek{deel: deel, rij: strconv.Itoa(n)} }

func (o *opbouw) rol() {
	for _, v := range o.stap.Velden {
		vraag := Vraag{Sleutel: reflectie.SleutelRol}
		o.keuzeOfRegel(&vraag, o.rollen())
		o.woorden(v, vraag, plek{}, true)
	}
}

func (o *opbouw) rollen() []Optie {
	return casus.Elk(o.stand.Definitie.Casus.Rollen, func(r casus.Rol) Optie { return Optie{ID: r.ID, Naam: r.Naam} })
}

// keuzeOfRegel asks for one of the opties or own words; without opties for own words.
func (o *opbouw) keuzeOfRegel(v *Vraag, opties []Optie) {
	v.Soort = casus.Regeltekst
	if len(opties) > 0 {
		v.Soort, v.Vrij, v.Opties = casus.Keuze, true, opties
	}
}

// vrijeRollen returns the roles of the casus but the person's own, and those
// that another row is about.
func (o *opbouw) vrijeRollen(p plek, veld string) []Optie {
	eigen := o.tekst(reflectie.SleutelRol)
	return slices.DeleteFunc(o.rollen(), func(optie Optie) bool {
		return optie.ID == eigen || slices.ContainsFunc(o.stand.Antwoorden.Rijen(p.deel), func(n int) bool {
			return strconv.Itoa(n) != p.rij && o.tekst(reflectie.RijSleutel(p.deel, n, veld)) == optie.ID
		})
	})
}

// standpunten asks for the waarde under one's own reaction, and hears others: first
// what the step names first.
func (o *opbouw) standpunten() {
	ik := o.rijVan(reflectie.SleutelStandpunten, "van", reflectie.Ik)
	o.gezien[reflectie.RijSleutel(reflectie.SleutelStandpunten, ik, "van")] = true // it says "ik"; nobody is asked
	eerst := slices.IndexFunc(o.stap.Velden, func(v casus.Vraag) bool { return v.ID == casus.VeldIk })
	if eerst == 0 {
		o.eigenStandpunt(o.stap.Velden[eerst], ik)
	}
	for _, n := range o.bron.stemmen(ik) {
		p := bijRij(reflectie.SleutelStandpunten, n)
		p = p.met(map[string]string{"wie": o.wie(o.tekst(p.sleutel("van")))})
		bekend := o.bron.begonnen(p.deel, n)
		for _, v := range o.stap.Velden {
			o.veld(v, p, bekend || v.ID == "van")
		}
	}
	if eerst > 0 {
		o.eigenStandpunt(o.stap.Velden[eerst], ik)
	}
}

// eigenStandpunt asks for the waarde under one's own reaction, with that beside
// it: of who wrote one, or answered this already.
func (o *opbouw) eigenStandpunt(v casus.Vraag, ik int) {
	p := bijRij(reflectie.SleutelStandpunten, ik)
	reactie, gevraagd := o.metFunctie(casus.FunctieReactie)
	vraag := Vraag{Sleutel: p.sleutel("waarde"), Soort: casus.Regeltekst, Vrij: true, Opties: o.catalogus(), Noemt: reflectie.Ik}
	if !reactie.Antwoord.IsZero() {
		vraag.Toont = []Getoond{o.onderNaam(reactie)}
	}
	o.woorden(v, vraag, p, !gevraagd || !reactie.Antwoord.IsZero() || o.bron.begonnen(p.deel, ik))
}

func (o *opbouw) catalogus() []Optie { return casus.Elk(o.stand.Definitie.Waarden, waardeoptie) }

func waardeoptie(w casus.Waarde) Optie {
	return Optie{ID: w.ID, Naam: w.Naam, Uitleg: w.Omschrijving, Groep: w.Groep}
}

func (o *opbouw) waarden() {
	for _, v := range o.stap.Velden {
		if v.ID == casus.VeldWaarden {
			o.woorden(v, Vraag{Sleutel: reflectie.SleutelWaarden, Soort: casus.Waardenkeuze, Vrij: true, Opties: o.waardenlijst()}, plek{}, true)
			continue
		}
		for i, id := range o.bron.gekozen() {
			p := o.bijWaarde(id)
			o.veld(v, p, i < maxBetekenissen || !o.antwoord(p.sleutel(v.ID)).IsZero())
		}
	}
}

// waardenlijst has the catalogue by group, with what the person named already on top.
func (o *opbouw) waardenlijst() []Optie {
	var genoemd, misschien, rest []Optie
	groepGenoemd, groepMisschien := o.woord("genoemd"), o.woord("misschien")
	tekst := " " + strings.Join(casus.Woorden(o.eigenTekst()), " ") + " "
	noemt := func(naam string) bool { return strings.Contains(tekst, " "+strings.ToLower(naam)+" ") }
	onderStandpunten := casus.Elk(o.stand.Antwoorden.Rijen(reflectie.SleutelStandpunten), func(n int) string {
		return o.tekst(reflectie.RijSleutel(reflectie.SleutelStandpunten, n, "waarde"))
	})
	for _, w := range o.stand.Definitie.Waarden {
		optie := waardeoptie(w)
		switch {
		case slices.Contains(onderStandpunten, w.ID) || noemt(w.Naam):
			optie.Groep = groepGenoemd
			genoemd = append(genoemd, optie)
		case slices.ContainsFunc(w.Ook, noemt):
			optie.Groep = groepMisschien
			misschien = append(misschien, optie)
		default:
			rest = append(rest, optie)
		}
	}
	for _, id := range o.stand.eigenWaarden() {
		if len(strings.Fields(o.bron.naam(id))) > maxWoorden && !slices.Contains(o.bron.gekozen(), id) {
			continue // what one wrote under a standpunt was a sentence
		}
		genoemd = append(genoemd, Optie{ID: id, Naam: o.bron.naam(id), Groep: groepGenoemd})
	}
	for _, naam := range o.inEigenWoorden() {
		genoemd = append(genoemd, Optie{ID: naam, Naam: naam, Groep: groepGenoemd})
	}
	return slices.Concat(genoemd, misschien, rest)
}

// maxWoorden is how long a few words may be to be the name of a value; more is a
// sentence.
const maxWoorden = 4

// inEigenWoorden returns what the person wrote in a few words in this step, and
// that is no value yet.
func (o *opbouw) inEigenWoorden() []string {
	var namen []string
	for _, v := range o.vragen {
		naam := waardenaam(v.Antwoord.Tekst())
		n := len(strings.Fields(naam))
		if v.Stap == o.stap.ID && v.Soort == casus.Regeltekst && v.Geldt() && !v.Prive && n > 0 && n <= maxWoorden && !o.isWaarde(naam) {
			namen = append(namen, naam)
		}
	}
	return namen
}

// isWaarde reports whether a value is called so already.
func (o *opbouw) isWaarde(naam string) bool {
	return slices.ContainsFunc(o.stand.Definitie.Waarden, func(w casus.Waarde) bool { return strings.EqualFold(w.Naam, naam) }) ||
		slices.ContainsFunc(o.stand.eigenWaarden(), func(id string) bool { return strings.EqualFold(o.bron.naam(id), naam) })
}

// waardenaam makes a name of what somebody wrote: on one line, and not ended as
// a sentence is.
func waardenaam(tekst string) string {
	return strings.TrimRight(strings.TrimSpace(eenLijn(tekst)), ".,;: ")
}

// eigenTekst is what the person wrote in this step before choosing.
func (o *opbouw) eigenTekst() string {
	var teksten []string
	for _, v := range o.vragen {
		if v.Stap == o.stap.ID && (v.Soort == casus.Tekst || v.Soort == casus.Regeltekst) {
			teksten = append(teksten, v.Antwoord.Tekst())
		}
	}
	return strings.Join(teksten, "\n")
}

// eigenWaarden returns the ids of the person's own values, in alphabetical order.
func (s Stand) eigenWaarden() []string {
	var ids []string
	for sleutel := range s.Antwoorden {
		if p, ok := reflectie.Ontleed(sleutel); ok && p.VanVeld(reflectie.SleutelWaarden, "naam") {
			ids = append(ids, p.Rij)
		}
	}
	slices.Sort(ids)
	return ids
}

func (o *opbouw) spiegel() {
	gekozen := o.antwoord(reflectie.SleutelWaarden).Lijst()
	var opties []Optie
	for _, g := range o.stand.Definitie.Casus.Waarden {
		if !slices.Contains(gekozen, g.ID) {
			opties = append(opties, Optie{ID: g.ID, Naam: o.bron.naam(g.ID), Uitleg: g.Hier})
		}
	}
	for _, v := range o.stap.Velden {
		o.woorden(v, Vraag{Sleutel: reflectie.SleutelSpiegel, Soort: casus.Waardenkeuze, Opties: opties}, plek{}, len(opties) > 0 || o.opPapier())
	}
}

// verbanden asks which two clash most and which two help each other: each a
// choice out of all pairs, kept as the verband of that pair.
func (o *opbouw) verbanden() {
	gekozen := o.bron.gekozen()
	geldt := len(gekozen) > 1 || o.opPapier()
	if !geldt && (len(gekozen) > 0 || o.stand.Overgeslagen[reflectie.SleutelWaarden]) {
		o.zegVooraf(o.stand.Definitie.Woord("geen-paar").Vraag)
	}
	for _, v := range o.stap.Velden {
		switch v.ID {
		case casus.VeldBotst:
			opties := o.paren(gekozen)
			if len(opties) == 1 {
				opties[0].Naam = optie(v, "ja").Naam
			}
			opties = append(opties, Optie{ID: BotstNiets, Naam: optie(v, BotstNiets).Naam})
			o.woorden(v, o.parenvraag(SleutelBotst, opties), o.tweePlek(gekozen), geldt)
			if v := o.gesteld(SleutelBotst); v.Geldt() && v.Antwoord.Tekst() == BotstNiets {
				o.zegVooraf(o.stand.Definitie.Woord("botst-niets").Vraag)
			}
		case casus.VeldHelpt:
			o.woorden(v, o.parenvraag(SleutelHelpt, o.helpend(v, gekozen)), o.tweePlek(gekozen), geldt)
		case casus.VeldWanneer:
			o.woorden(v, Vraag{Sleutel: reflectie.Sleutel(reflectie.SleutelVerbanden, v.ID), Soort: casus.Tekst}, plek{}, geldt)
		default:
			o.verbandveld(v)
		}
	}
}

// helpend returns every pair. The one that clashes most comes last and says that
// it does: two waarden can do both.
func (o *opbouw) helpend(v casus.Vraag, gekozen []string) []Optie {
	opties := o.paren(gekozen)
	botst := o.bron.paren(reflectie.Tegen)
	if len(botst) == 0 || o.opPapier() {
		return opties
	}
	i := slices.IndexFunc(opties, func(o Optie) bool { p, _ := reflectie.ParsePaar(o.ID); return zelfde(p)(botst[0]) })
	if i < 0 {
		return opties
	}
	ook := opties[i]
	ook.Uitleg = optie(v, "ook").Naam
	return append(slices.Delete(opties, i, i+1), ook)
}

// gesteld is the question with this key that was asked before.
func (o *opbouw) gesteld(sleutel string) Vraag {
	v, _ := casus.Zoek(o.vragen, func(v Vraag) bool { return v.Sleutel == sleutel })
	return v
}

// parenvraag asks for one pair, and has the one that was chosen.
func (o *opbouw) parenvraag(sleutel string, opties []Optie) Vraag {
	vraag := Vraag{Sleutel: sleutel, Soort: casus.Keuze, Opties: opties}
	if p := o.bron.paren(parensoort(sleutel)); len(p) > 0 {
		id, _ := gekozen(vraag, p[0].String())
		vraag.Antwoord = reflectie.Tekst(id)
	}
	return vraag
}

// tweePlek names the two where only two were chosen.
func (o *opbouw) tweePlek(gekozen []string) plek {
	if len(gekozen) != 2 {
		return plek{}
	}
	return plek{namen: map[string]string{"a": o.inZin(gekozen[0]), "b": o.inZin(gekozen[1])}}
}

// verbandveld asks a field of the two waarden that clash, or of each verband.
func (o *opbouw) verbandveld(v casus.Vraag) {
	_, deel, _ := casus.Dataveld(o.stap.Soort, v.ID)
	if deel == reflectie.SleutelWaarden {
		if botst := o.bron.paren(reflectie.Tegen); len(botst) > 0 {
			for _, id := range botst[0] {
				o.veld(v, o.bijWaarde(id), true)
			}
		}
		return
	}
	for _, p := range o.bron.paren("") {
		bij := o.bijPaar(reflectie.SleutelVerbanden, p)
		if v.ID == "soort" && o.isGekozenPaar(p) {
			o.gezien[bij.sleutel("soort")] = true // asked as which two clash, or help
			continue
		}
		o.veld(v, bij, true)
	}
}

// isGekozenPaar reports whether a pair is the one that clashes most, or helps.
func (o *opbouw) isGekozenPaar(p reflectie.Paar) bool {
	for _, soort := range []string{reflectie.Tegen, reflectie.Versterkt} {
		if paren := o.bron.paren(soort); !o.opPapier() && len(paren) > 0 && zelfde(p)(paren[0]) {
			return true
		}
	}
	return false
}

// paren returns every pair of the waarden that were chosen.
func (o *opbouw) paren(gekozen []string) []Optie {
	var opties []Optie
	for i, a := range gekozen {
		for _, b := range gekozen[i+1:] {
			p := reflectie.Paar{a, b}
			opties = append(opties, Optie{ID: p.String(), Naam: paarnaam(o.bron.naam, p)})
		}
	}
	return opties
}

func (o *opbouw) realisatie() {
	gekozen := o.bron.gekozen()
	oneens := o.bron.oneens()
	for _, v := range o.stap.Velden {
		if v.ID == casus.VeldOneens {
			o.woorden(v, Vraag{Sleutel: SleutelOneens, Soort: casus.Keuze, Opties: o.opties(gekozen)}, plek{}, len(gekozen) > 0)
			continue
		}
		for _, id := range gekozen {
			p := o.bijWaarde(id)
			o.veld(v, p, id == oneens || oneens == "" && !o.antwoord(p.sleutel(v.ID)).IsZero())
		}
	}
}

// ruimte asks for one's own room, and for that of other layers of the casus.
func (o *opbouw) ruimte() {
	const deel = reflectie.SleutelRuimte
	ik := o.eigenRuimte()
	for _, v := range o.stap.Velden {
		if v.ID != casus.VeldLaag {
			p := bijRij(deel, ik)
			p.wie = o.stand.ik()
			o.veld(v, p, true)
		}
	}
	for _, v := range o.stap.Velden {
		if v.ID != casus.VeldLaag {
			continue
		}
		v.ID = "ruimte"
		for _, rol := range o.bron.lagen() {
			p := bijRij(deel, o.rijVan(deel, "wie", rol.ID)).met(map[string]string{"laag": rol.InZin()})
			p.wie = rol.ID
			o.veld(v, p, true)
		}
	}
	for _, n := range o.stand.Antwoorden.Rijen(deel) { // of a file: what nobody asks here stays
		p := bijRij(deel, n)
		p.wie = o.tekst(p.sleutel("wie"))
		p = p.met(map[string]string{"laag": o.wie(p.wie)})
		for _, v := range o.stap.Velden {
			if v.ID == casus.VeldLaag {
				v.ID = "ruimte"
				o.veld(v, p, n != ik)
			} else if n != ik && v.ID != "ruimte" {
				o.veld(v, p, !o.antwoord(p.sleutel(v.ID)).IsZero())
			}
		}
	}
}

// eigenRuimte returns the row about the person's own room: that of their rol,
// or one that says Ik.
func (o *opbouw) eigenRuimte() int {
	for _, n := range o.stand.Antwoorden.Rijen(reflectie.SleutelRuimte) {
		if wie := o.tekst(reflectie.RijSleutel(reflectie.SleutelRuimte, n, "wie")); wie == o.stand.ik() || wie == reflectie.Ik {
			return n
		}
	}
	return o.rijVan(reflectie.SleutelRuimte, "wie", o.stand.ik())
}

// weging asks of the pair that clashes most; and of another that was weighed.
func (o *opbouw) weging() {
	botst := o.bron.paren(reflectie.Tegen)
	if o.geldt && len(botst) == 0 && o.gesteld(SleutelBotst).Status == Overgeslagen {
		o.zegVooraf(o.stand.Definitie.Woord("botst-overgeslagen").Vraag)
	}
	for i, p := range slices.Concat(botst, o.gewogen()) { // then what no longer clashes
		bij := o.bijWeging(p)
		geldt := i < len(botst) && (i == 0 || onder(o.stand.Antwoorden, bij.deel, bij.rij) > 0)
		for _, v := range o.stap.Velden {
			o.veld(v, bij, geldt)
		}
	}
}

// gewogen returns every pair of which an answer says how it was weighed.
func (o *opbouw) gewogen() []reflectie.Paar {
	paren := o.stand.Antwoorden.Paren(reflectie.SleutelWeging)
	for _, sleutel := range slices.Sorted(maps.Keys(o.stand.Antwoorden)) {
		p, ok := reflectie.Ontleed(sleutel)
		if paar, isPaar := reflectie.ParsePaar(p.Rij); ok && isPaar && p.Deel.Naam == reflectie.SleutelWeging && !slices.ContainsFunc(paren, zelfde(paar)) {
			paren = append(paren, paar)
		}
	}
	return paren
}

// bijWeging is the place of a field of a weighing; {waarde} is the one that goes first.
func (o *opbouw) bijWeging(p reflectie.Paar) plek {
	bij := o.bijPaar(reflectie.SleutelWeging, p)
	if voorrang := o.tekst(bij.sleutel("voorrang")); p.Heeft(voorrang) {
		return o.eenVan(bij, voorrang)
	}
	return bij
}

// bijVoorrang shows what was said of a pair, and the person's own aandachtspunten
// of earlier reflecties in which one of these waarden played.
func (o *opbouw) bijVoorrang(p plek) []Getoond {
	var getoond []Getoond
	for _, v := range o.vragen {
		if v.Stap == o.stap.ID && strings.HasPrefix(v.Sleutel, p.sleutel("")) && v.Geldt() && !v.Antwoord.IsZero() {
			getoond = append(getoond, o.onderNaam(v))
		}
	}
	gekozen := o.bron.gekozen()
	for _, e := range o.stand.Eerdere {
		if slices.ContainsFunc(e.Waarden, func(id string) bool { return slices.Contains(gekozen, id) }) {
			punten := casus.Elk(o.punten(e.Punten), func(g Getoond) string {
				return g.Kop + ": " + strings.ReplaceAll(g.Tekst, "\n", "\n"+g.Kop+": ")
			})
			getoond = append(getoond, Getoond{Kop: o.woord("voornemen") + " (" + e.Titel + ")", Tekst: strings.Join(punten, "\n")})
		}
	}
	return getoond
}

// regelGetoond shows the rule that the person chose, and what it is for.
func (o *opbouw) regelGetoond() []Getoond {
	r, _, ok := o.regel()
	if !ok {
		return nil
	}
	getoond := []Getoond{{Kop: o.woord("regel"), Tekst: r.Regel}}
	if r.Bedoeling != "" {
		getoond = append(getoond, Getoond{Kop: o.woord("bedoeling"), Tekst: r.Bedoeling})
	}
	return getoond
}

// vanZelf reports whether the casus says what kind of rule the person chose.
func (o *opbouw) vanZelf() bool {
	r, _, ok := o.regel()
	return ok && r.Soort != ""
}

func (o *opbouw) afspraken() {
	for _, n := range o.bron.afspraken() {
		p := bijRij(reflectie.SleutelAfspraken, n)
		p = p.met(map[string]string{"wie": o.wie(o.tekst(p.sleutel("bij")))})
		for _, v := range o.stap.Velden {
			if n > 1 && v.ID == "wat" {
				nog := o.stand.Definitie.Woord("nog-een-afspraak")
				v.Vraag, v.Toelichting = nog.Vraag, nog.Toelichting
			}
			o.veld(v, p, v.ID == "wat" || o.bron.begonnen(p.deel, n))
		}
	}
}

// afspraakVanToen is what one would do, and by when.
func (o *opbouw) afspraakVanToen(p plek) []Getoond {
	toen := o.stand.Eerder
	if toen == nil {
		return nil
	}
	tekst := toen[p.sleutel("wat")].Tekst()
	if dag, err := reflectie.ParseDatum(toen[p.sleutel("wanneer")].Tekst()); err == nil {
		tekst += "\n(" + dag.Voluit() + ")"
	}
	return []Getoond{{Kop: o.woord("afspraak-toen"), Tekst: tekst}}
}
