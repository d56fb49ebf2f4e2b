package blad

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// kop reads what stands at the top.
func (l *lezer) kop(o *strict.Object, r *reflectie.Reflectie) {
	l.plaatsen[""] = o.Begin()
	l.weeg(o)
	if naam := l.tekst(o, "", "casus"); naam != "" && naam != r.Casus {
		l.vragen = nil
		l.f.Add(o.Plaats("casus"), "dit blad hoort bij casus %s, maar u koos %s; kies dezelfde, of haal deze regel weg",
			strict.Aanhaling(naam), strict.Aanhaling(r.Casus))
	}
	if naam := l.tekst(o, "", "werkvorm"); naam != "" && naam != r.Werkvorm {
		l.vragen = nil
		l.f.Add(o.Plaats("werkvorm"), "dit blad hoort bij werkvorm %s, maar u koos %s; kies dezelfde, of haal deze regel weg",
			strict.Aanhaling(naam), strict.Aanhaling(r.Werkvorm))
	}
	r.Casusversie = l.versie(o, "casusversie", "casus", l.def.Casus.Versie)
	r.Werkvormversie = l.versie(o, "werkvormversie", "werkvorm", l.def.Werkvorm.Versie)
	r.Datum = l.datum(o, "", "datum")
	r.Terugblik = l.datum(o, "", "terugblik")
	r.Besproken = l.datum(o, "", "besproken")
	r.Rol = l.rol(o, "", "rol")
	r.Door = l.regel(o, "", "door")
}

func (l *lezer) weeg(o *strict.Object) {
	n := l.node(o, "", "weeg")
	if n == nil {
		return
	}
	fouten := l.f.Len()
	versie := n.Int(&l.f)
	switch {
	case l.f.Len() > fouten || versie == reflectie.Versie:
	case versie > reflectie.Versie:
		l.f.Add(n.Plaats, `dit blad is gemaakt met een nieuwere versie van weeg; haal die op, of zet hier "weeg: %d"`, reflectie.Versie)
	default:
		l.f.Add(n.Plaats, `bij "weeg" hoort %d`, reflectie.Versie)
	}
}

func (l *lezer) eigen(o *strict.Object, r *reflectie.Reflectie) {
	blok := l.node(o, "", reflectie.Eigen).Object(&l.f)
	s := reflectie.Situatie{
		Titel:    l.tekst(blok, "eigen", "titel"),
		Situatie: l.tekst(blok, "eigen", "situatie"),
		Moment:   l.tekst(blok, "eigen", "moment"),
	}
	blok.Done()
	if s != (reflectie.Situatie{}) {
		r.Eigen = &s
	}
}

func (l *lezer) standpunten(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "standpunten", `{van: ik, standpunt: "…"}`) {
		pad := rij("standpunten", i)
		r.Standpunten = append(r.Standpunten, reflectie.Standpunt{
			Van:       l.rol(blok, pad, "van"),
			Standpunt: l.tekst(blok, pad, "standpunt"),
			Waarde:    l.tekst(blok, pad, "waarde"),
		})
		blok.Done()
	}
}

func (l *lezer) waarden(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "waarden", "{id: veiligheid}") {
		pad := rij("waarden", i)
		l.plaatsen[pad] = blok.Begin()
		w := reflectie.Waarde{
			ID:          l.tekst(blok, pad, "id"),
			Naam:        l.regel(blok, pad, "naam"),
			Betekenis:   l.tekst(blok, pad, "betekenis"),
			Anders:      l.anders(blok),
			Bepaalt:     l.keuze(blok, pad, "bepaalt", reflectie.Partijen()),
			Organiseert: l.keuze(blok, pad, "organiseert", reflectie.Partijen()),
			Controleert: l.keuze(blok, pad, "controleert", reflectie.Partijen()),
			Gemeenschap: l.tekst(blok, pad, "gemeenschap"),
		}
		w.Genoemd, _ = blok.Bool("genoemd")
		blok.Done()
		l.waardeID(pad, blok, w)
		r.Waarden = append(r.Waarden, w)
	}
	l.nieuweIDs(r)
	for _, w := range r.Waarden {
		l.onderWaarden[w.ID] = true
	}
}

func (l *lezer) anders(waarde *strict.Object) []reflectie.Anders {
	var lijst []reflectie.Anders
	for _, blok := range l.blokken(waarde, "anders", `{wie: buurt, betekenis: "…"}`) {
		lijst = append(lijst, reflectie.Anders{Wie: l.rol(blok, "anders", "wie"), Betekenis: l.tekst(blok, "anders", "betekenis")})
		blok.Done()
	}
	return lijst
}

// waardeID checks how a waarde is named: by an id of the catalogue, or by a naam.
func (l *lezer) waardeID(pad string, blok *strict.Object, w reflectie.Waarde) {
	pad += ".id"
	gegeven, inCatalogus := l.def.Waarde(w.ID)
	switch {
	case blok.Has("id") && blok.Node("id").Soort != strict.Scalar,
		blok.Has("naam") && blok.Node("naam").Soort != strict.Scalar:
		l.gemeld[pad] = true // that it is no text has been said
	case w.ID == "" && w.Naam == "":
		l.fout(pad, blok.Begin(), `deze waarde heeft geen "id" en geen "naam"; geef een id uit de catalogus, of een naam bij een eigen waarde`)
	case w.ID == "":
	case inCatalogus && w.Naam != "" && w.Naam != gegeven.Naam:
		l.opmerkingen.Add(blok.Plaats("naam"), "waarde %s heet in de catalogus %s, en die naam geldt. Voor een eigen naam is een eigen id nodig",
			strict.Aanhaling(w.ID), strict.Aanhaling(gegeven.Naam))
	case inCatalogus:
	case w.Naam == "":
		l.onbekendeWaarde(pad, blok.Plaats("id"), w.ID, "staat niet in de catalogus", "geef een eigen waarde een naam", nil)
	case !reflectie.IsID(w.ID):
		l.fout(pad, blok.Plaats("id"), `%s is geen geldige id; gebruik kleine letters, cijfers en streepjes, of laat "id" weg`, strict.Aanhaling(w.ID))
	}
}

// nieuweIDs gives an id to each waarde that has only a naam: that of the
// catalogue where the naam stands there, or else a new one.
func (l *lezer) nieuweIDs(r *reflectie.Reflectie) {
	bezet := map[string]bool{}
	opNaam := map[string]string{}
	for _, w := range l.def.Waarden {
		bezet[w.ID] = true
		opNaam[strings.ToLower(w.Naam)] = w.ID
	}
	for _, w := range r.Waarden {
		bezet[w.ID] = true
	}
	nieuw := map[string]bool{}
	for i, w := range r.Waarden {
		if w.ID != "" || w.Naam == "" {
			continue
		}
		naam := strings.ToLower(w.Naam)
		if nieuw[naam] {
			pad := rij("waarden", i) + ".id"
			l.fout(pad, l.plaats(rij("waarden", i)+".naam"), "een waarde met deze naam staat er twee keer; houd er één")
		}
		if opNaam[naam] == "" {
			opNaam[naam] = nieuweID(w.Naam, bezet)
			nieuw[naam] = true
		}
		r.Waarden[i].ID = opNaam[naam]
		bezet[opNaam[naam]] = true
	}
}

func nieuweID(naam string, bezet map[string]bool) string {
	return reflectie.NieuweID(naam, func(id string) bool { return bezet[id] })
}

func (l *lezer) verbanden(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "verbanden", "{tussen: [openheid, privacy], soort: tegen}") {
		pad := rij("verbanden", i)
		r.Verbanden = append(r.Verbanden, reflectie.Verband{
			Tussen: l.tussen(blok, pad),
			Soort:  l.keuze(blok, pad, "soort", reflectie.Soorten()),
			Waarom: l.tekst(blok, pad, "waarom"),
		})
		blok.Done()
	}
}

// tussen reads a pair of waarden.
func (l *lezer) tussen(o *strict.Object, pad string) reflectie.Paar {
	pad = join(pad, "tussen")
	if !o.Require("tussen") {
		l.gemeld[pad] = true
		return reflectie.Paar{}
	}
	l.plaatsen[pad] = o.Plaats("tussen")
	fouten := l.f.Len()
	woorden := o.Strings("tussen")
	if l.f.Len() > fouten {
		l.gemeld[pad] = true
		return reflectie.Paar{}
	}
	var p reflectie.Paar
	for i, woord := range woorden[:min(len(woorden), 2)] {
		p[i] = reflectie.Normaal(woord.Tekst)
		l.plaatsen[rij(pad, i)] = woord.Plaats
	}
	if len(woorden) != 2 || p[0] == "" || p[1] == "" {
		l.fout(pad, o.Plaats("tussen"), `bij "tussen" horen twee waarden, zoals [openheid, privacy]`)
		return reflectie.Paar{}
	}
	return p
}

func (l *lezer) ruimte(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "ruimte", `{wie: handhaver, ruimte: "…"}`) {
		pad := rij("ruimte", i)
		r.Ruimte = append(r.Ruimte, reflectie.Ruimte{
			Wie:           l.rol(blok, pad, "wie"),
			Ruimte:        l.tekst(blok, pad, "ruimte"),
			Aanspreekbaar: l.tekst(blok, pad, "aanspreekbaar"),
		})
		blok.Done()
	}
}

func (l *lezer) weging(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "weging", "{tussen: [openheid, privacy], voorrang: privacy}") {
		pad := rij("weging", i)
		w := reflectie.Weging{
			Tussen:      l.tussen(blok, pad),
			Omdat:       l.tekst(blok, pad, "omdat"),
			Ondanks:     l.tekst(blok, pad, "ondanks"),
			Verlies:     l.tekst(blok, pad, "verlies"),
			Verzachting: l.tekst(blok, pad, "verzachting"),
		}
		if w.Tussen == (reflectie.Paar{}) { // without the pair nobody knows what can stand here
			l.tekst(blok, pad, "voorrang")
		} else {
			w.Voorrang = l.keuze(blok, pad, "voorrang", []string{w.Tussen[0], w.Tussen[1], reflectie.OpenVoorrang})
		}
		blok.Done()
		r.Weging = append(r.Weging, w)
	}
}

func (l *lezer) uitkomst(o *strict.Object, r *reflectie.Reflectie) {
	blok := l.node(o, "", "uitkomst").Object(&l.f)
	r.Uitkomst = reflectie.Uitkomst{
		Doen:    l.tekst(blok, "uitkomst", "doen"),
		Keuze:   l.keuze(blok, "uitkomst", "keuze", reflectie.Keuzes()),
		Waarvan: l.keuze(blok, "uitkomst", "waarvan", reflectie.RegelSoorten()),
		Omdat:   l.tekst(blok, "uitkomst", "omdat"),
	}
	if ja, gegeven := l.node(blok, "uitkomst", "eigen").Bool(&l.f); gegeven {
		r.Uitkomst.Eigen = &ja
	}
	blok.Done()
}

func (l *lezer) aandachtspunten(o *strict.Object, r *reflectie.Reflectie) {
	blok := l.node(o, "", "aandachtspunten").Object(&l.f)
	r.Aandachtspunten = reflectie.Aandachtspunten{
		Kennis: l.punten(blok, "kennis"), Acties: l.punten(blok, "acties"), Macht: l.punten(blok, "macht"),
	}
	blok.Done()
}

// maxPunt is how much of an aandachtspunt is read for words that sound like a rule.
const maxPunt = 2000

func (l *lezer) punten(o *strict.Object, veld string) []string {
	var punten []string
	for _, punt := range l.lijst(o, "aandachtspunten", veld).Strings(&l.f) {
		tekst := reflectie.Normaal(punt.Tekst)
		if woord := sessie.Regelachtig(tekst[:min(len(tekst), maxPunt)]); woord != "" {
			l.opmerkingen.Add(punt.Plaats, `u schrijft "%s". Dat klinkt als een regel. Wat wilt u een volgende keer wegen? Het mag ook zo blijven`, woord)
		}
		punten = append(punten, tekst)
	}
	return punten
}

func (l *lezer) teruggeblikt(o *strict.Object, r *reflectie.Reflectie) {
	for i, blok := range l.blokken(o, "teruggeblikt", "{datum: 2027-02-21, antwoorden: {…}}") {
		pad := rij("teruggeblikt", i)
		blok.Require("datum")
		r.Teruggeblikt = append(r.Teruggeblikt, reflectie.Teruggeblikt{
			Datum:      l.datum(blok, pad, "datum"),
			Antwoorden: l.toen(blok.Object("antwoorden")),
		})
		blok.Done()
	}
}

// verwijzingen checks that each waarde that is named elsewhere is known.
func (l *lezer) verwijzingen(r *reflectie.Reflectie) {
	for i, s := range r.Standpunten {
		l.verwijzing(r, rij("standpunten", i)+".waarde", s.Waarde)
	}
	for i, v := range r.Verbanden {
		l.paar(r, rij("verbanden", i)+".tussen", v.Tussen)
	}
	for i, w := range r.Weging {
		l.paar(r, rij("weging", i)+".tussen", w.Tussen)
	}
}

func (l *lezer) paar(r *reflectie.Reflectie, pad string, p reflectie.Paar) {
	if l.gemeld[pad] {
		return
	}
	for i, id := range p {
		if !l.verwijzing(r, rij(pad, i), id) {
			l.gemeld[pad] = true
		}
	}
}

// verwijzing reports whether a waarde that is named at pad is known, or "".
func (l *lezer) verwijzing(r *reflectie.Reflectie, pad, id string) bool {
	if id == "" || l.onderWaarden[id] || l.inCatalogus(id) {
		return true
	}
	l.onbekendeWaarde(pad, l.plaats(pad), id, "staat niet onder waarden en ook niet in de catalogus", "zet die met een naam onder waarden", r.Waarden)
	return false
}

// onbekendeWaarde adds the finding that no waarde has this id. More than one
// word is no slip of the pen but somebody's own words, and those are not shown.
func (l *lezer) onbekendeWaarde(pad string, p strict.Plaats, id, wat, raad string, eigen []reflectie.Waarde) {
	var ids []string
	for _, w := range eigen {
		ids = append(ids, w.ID)
	}
	for _, w := range l.def.Waarden {
		ids = append(ids, w.ID)
	}
	lijkt := reflectie.Slug(id)
	if !slices.Contains(ids, lijkt) {
		lijkt = l.lijkt(id, ids)
	}
	naam := "waarde " + strict.Aanhaling(id)
	if len(strings.Fields(id)) > 1 {
		naam = "deze waarde"
	}
	if lijkt != "" {
		l.fout(pad, p, "%s %s; bedoelt u %s?", naam, wat, strict.Aanhaling(lijkt))
		return
	}
	l.fout(pad, p, "%s %s; %s", naam, wat, raad)
}
