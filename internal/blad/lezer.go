package blad

import (
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// maxRaad is for how many unknown words of one file a likely one is sought:
// more help nobody, and in a large file they would take minutes.
const maxRaad = 100

// A lezer reads one answer file: the shape of a reflectie, checked against the
// questions of a conversation.
type lezer struct {
	vorm.Lezer
	def       casus.Definitie
	vragen    map[string]casus.Vraag // open questions by key; nil when they cannot be known
	sleutels  []string               // the keys of vragen, in order
	terugblik map[string]casus.Vraag

	eigen []reflectie.Waarde // the waarden in this file, once they are read: those of the Reflectie themselves
	raad  int
}

func newLezer(def casus.Definitie, terugblik []casus.Werkvorm) *lezer {
	l := &lezer{
		def:       def,
		vragen:    open(def.Werkvorm, def.Stappen()),
		terugblik: map[string]casus.Vraag{},
	}
	l.sleutels = slices.Sorted(maps.Keys(l.vragen))
	for _, w := range terugblik {
		maps.Copy(l.terugblik, open(w, w.Stappen))
	}
	l.Rol = func(woord string) string { return BedoeldeRol(l.def.Casus, woord) }
	l.Vragen, l.NaRij = l.toen, l.waardeID
	return l
}

// blad reads the file as a whole. What it returns holds only when there are no faults.
func (l *lezer) blad(n *strict.Node) *Blad {
	o := n.Object(&l.Fouten)
	r := reflectie.Reflectie{Weeg: reflectie.Versie, Casus: l.def.Casus.ID, Werkvorm: l.def.Werkvorm.ID}
	l.kop(o, &r)
	antwoorden := o.Object("antwoorden")
	l.Delen(o, &r)
	l.eigen = r.Waarden
	l.nieuweIDs()
	r.Antwoorden = l.antwoorden(antwoorden, false)
	prive := l.antwoorden(o.Object("prive"), true)
	l.losseVragen(o, n.Velden)
	l.tekens(n)
	o.Done()
	l.verwijzingen(r)
	l.regelachtig(r.Aandachtspunten)
	l.gewogen(r)
	l.Check(r, l.inCatalogus)
	if l.Fouten.Len() > 0 {
		return nil
	}
	blad := &Blad{Reflectie: r.Normaal(), Prive: prive}
	blad.Opmerkingen, _ = l.Opmerkingen.Err().(strict.Bevindingen)
	return blad
}

// tekens remarks on each text behind which a # stands: that is where YAML stops
// reading, also in "zaak #1234"; and on each that stands between quotation marks that
// YAML does not know.
func (l *lezer) tekens(n *strict.Node) {
	heel := reflectie.Delen()[0]
	for _, veld := range n.Velden {
		if slices.Contains([]string{"weeg", "casus", "casusversie", "werkvorm", "werkvormversie", "datum"}, veld.Naam) {
			continue // no answers
		}
		if _, isTekst := heel.Veld(veld.Naam); isTekst {
			l.teken(&strict.Node{Velden: []strict.Veld{veld}}, veld.Plaats)
		} else if veld.Waarde.Soort != strict.Leeg { // else it is a heading with a remark beside it
			l.teken(veld.Waarde, veld.Waarde.Plaats)
		}
	}
}

func (l *lezer) teken(n *strict.Node, plaats strict.Plaats) {
	if t := strings.TrimSpace(n.Tekst); !n.Vast && strings.HasPrefix(t, "“") && strings.HasSuffix(t, "”") {
		l.Opmerkingen.Add(plaats, "de gekrulde aanhalingstekens horen nu bij uw antwoord; haal ze weg, of typ rechte")
	}
	if n.Hekje {
		l.Opmerkingen.Add(plaats, `wat op deze regel na " #" staat, telt niet mee; hoort het bij uw antwoord, zet dan de hele tekst tussen dubbele aanhalingstekens`)
	}
	for _, item := range n.Items {
		l.teken(item, item.Plaats)
	}
	for _, veld := range n.Velden {
		plaats := veld.Waarde.Plaats
		if veld.Waarde.Soort == strict.Leeg {
			plaats = veld.Plaats
		}
		l.teken(veld.Waarde, plaats)
	}
}

// kop reads what stands at the top. Which casus and werkvorm it goes with, who
// reads it chose before.
func (l *lezer) kop(o *strict.Object, r *reflectie.Reflectie) {
	l.Onthoud("", o.Begin())
	l.weeg(o)
	l.hoortBij(o, "casus", r.Casus)
	l.hoortBij(o, "werkvorm", r.Werkvorm)
	heel := reflectie.Delen()[0]
	l.Mag = func(v reflectie.Veld) bool {
		return v.Naam != "weeg" && v.Naam != "casus" && v.Naam != "werkvorm"
	}
	l.Velden(o, heel, r.Rijen(heel)[0], "")
	l.Mag = nil
	l.andereVersie("casusversie", "casus", r.Casusversie, l.def.Casus.Versie)
	l.andereVersie("werkvormversie", "werkvorm", r.Werkvormversie, l.def.Werkvorm.Versie)
}

// hoortBij checks that the file names no other definition than was chosen.
func (l *lezer) hoortBij(o *strict.Object, wat, gekozen string) {
	naam := reflectie.Normaal(l.Node(o, "", wat).Text(&l.Fouten))
	if naam == "" || naam == gekozen {
		return
	}
	l.vragen = nil
	l.Fouten.Add(o.Plaats(wat), "dit blad hoort bij %s %s, maar u koos %s; kies dezelfde, of haal deze regel weg",
		wat, strict.Aanhaling(naam), strict.Aanhaling(gekozen))
}

func (l *lezer) weeg(o *strict.Object) {
	n := l.Node(o, "", "weeg")
	if n == nil {
		return
	}
	fouten := l.Fouten.Len()
	versie := n.Int(&l.Fouten)
	switch {
	case l.Fouten.Len() > fouten || versie == reflectie.Versie:
	case versie > reflectie.Versie:
		l.Fouten.Add(n.Plaats, `dit blad is gemaakt met een nieuwere versie van weeg; haal die op, of zet hier "weeg: %d"`, reflectie.Versie)
	default:
		l.Fouten.Add(n.Plaats, `bij "weeg" hoort %d`, reflectie.Versie)
	}
}

// andereVersie remarks on a definition that has changed since. The version is
// kept as it is given.
func (l *lezer) andereVersie(veld, wat string, versie, nu int) {
	if versie > 0 && nu > 0 && versie != nu {
		l.Opmerkingen.Add(l.Plaats(veld), "dit blad hoort bij versie %d van de %s, en nu is er versie %d. Kijk of uw antwoorden nog passen", versie, wat, nu)
	}
}

// BedoeldeRol returns the id of the rol of a casus that free words look like, or "".
func BedoeldeRol(c casus.Casus, woord string) string {
	if _, ok := c.Rol(woord); ok {
		return ""
	}
	rol, _ := casus.Zoek(c.Rollen, func(r casus.Rol) bool { return bedoelt(woord, r.ID, r.Naam) })
	return rol.ID
}

// bedoelt reports whether woord is an id or a naam in other capitals, or the id
// with a letter or two amiss.
func bedoelt(woord, id, naam string) bool {
	verschil := len(woord) - len(id)
	return strings.EqualFold(woord, id) || strings.EqualFold(woord, naam) ||
		verschil >= -2 && verschil <= 2 && strict.Lijkt(woord, []string{id}) != ""
}

// maxPunt is how much of an aandachtspunt is read for words that sound like a rule.
const maxPunt = 2000

// regelachtig remarks on aandachtspunten that sound like a rule.
func (l *lezer) regelachtig(a reflectie.Aandachtspunten) {
	for soort, punten := range map[string][]string{"kennis": a.Kennis, "acties": a.Acties, "macht": a.Macht} {
		for i, punt := range punten {
			if melding := l.def.Regelachtig(punt[:min(len(punt), maxPunt)]); melding != "" {
				l.Opmerkingen.Add(l.Plaats(vorm.RijPad(vorm.Pad(reflectie.SleutelAandachtspunten, soort), i)), "%s", melding)
			}
		}
	}
}

// gewogen remarks on a pair that is weighed while nothing says that it clashes, and
// on one that clashes while it says that nothing does.
func (l *lezer) gewogen(r reflectie.Reflectie) {
	botst := map[string]bool{}
	niets := r.Antwoorden[sessie.SleutelBotst].Tekst() == sessie.BotstNiets
	for i, v := range r.Verbanden {
		botst[v.Tussen.Sleutel()] = v.Soort == reflectie.Tegen || v.Soort == reflectie.Beide
		if niets && botst[v.Tussen.Sleutel()] {
			l.Opmerkingen.Add(l.Plaats(vorm.RijPad(reflectie.SleutelVerbanden, i)), "dit paar botst, en bij %s staat dat hier niets botst; haal één van de twee weg",
				strict.Aanhaling(sessie.SleutelBotst))
		}
	}
	for i, w := range r.Weging {
		if !botst[w.Tussen.Sleutel()] && len(l.vragen) > 0 {
			l.Opmerkingen.Add(l.Plaats(vorm.RijPad(reflectie.SleutelWeging, i)), `u weegt dit paar, en bij "verbanden" staat niet dat het botst; zet het daar met "soort: tegen"`)
		}
	}
}

func (l *lezer) inCatalogus(id string) bool {
	_, ok := l.def.Waarde(id)
	return ok
}

// kent reports whether a waarde is of the catalogue, or stands in this file.
func (l *lezer) kent(id string) bool {
	return l.inCatalogus(id) || slices.ContainsFunc(l.eigen, func(w reflectie.Waarde) bool { return w.ID == id })
}

// lijkt returns the candidate that somebody may have meant, or "".
func (l *lezer) lijkt(woord string, kandidaten []string) string {
	l.raad++
	if l.raad > maxRaad {
		return ""
	}
	return strict.Lijkt(woord, kandidaten)
}
