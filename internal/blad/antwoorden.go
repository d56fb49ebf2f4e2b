package blad

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// antwoorden reads the answers to open questions: those to private questions,
// or all others. A condition that does not hold keeps no answer out.
func (l *lezer) antwoorden(o *strict.Object, prive bool) reflectie.Antwoorden {
	antwoorden := reflectie.Antwoorden{}
	for _, veld := range o.Velden() {
		v, ok := l.vragen[veld.Naam]
		ok = ok || l.volgtOpVeld(veld.Naam)
		pad := reflectie.Sleutel("antwoorden", veld.Naam)
		l.Onthoud(pad, veld.Plaats)
		var a reflectie.Antwoord
		switch {
		case l.vragen == nil: // another casus or werkvorm; that has been said
			l.OpVorm(veld.Waarde)
		case isParenantwoord(veld):
			l.Fouten.Add(veld.Waarde.Plaats, `een paar hoort bij "verbanden:", met zijn "soort"`)
		case !ok && isVanLezer(veld.Naam) && !prive:
			a = l.OpVorm(veld.Waarde)
		case !ok:
			l.onbekendeVraag(veld)
		case v.Prive && !prive:
			l.Fouten.Add(veld.Plaats, `%s is een privévraag; zet dit antwoord onder "prive:"`, strict.Aanhaling(veld.Naam))
		case prive && !v.Prive:
			l.Fouten.Add(veld.Plaats, `%s is geen privévraag; zet dit antwoord onder "antwoorden:"`, strict.Aanhaling(veld.Naam))
		default:
			a = l.antwoord(veld.Naam, v, veld.Waarde)
		}
		antwoorden.Zet(veld.Naam, a)
	}
	return antwoorden
}

// isVanLezer reports whether a key is of what is said in reading a reflectie once
// more: a second reading, or what is different with an earlier weighing. No
// werkvorm asks it.
func isVanLezer(sleutel string) bool {
	deel, _, _ := strings.Cut(sleutel, ".")
	return (deel == "lezing" || deel == "eerder") && reflectie.IsOpen(sleutel)
}

// isParenantwoord reports whether a pair stands as the answer to which two clash
// or help, as a conversation asks it; a file has it as a verband.
func isParenantwoord(veld strict.Veld) bool {
	_, isPaar := reflectie.ParsePaar(reflectie.Normaal(veld.Waarde.Tekst))
	return sessie.IsParenvraag(veld.Naam) && (isPaar || veld.Waarde.Soort == strict.Lijst)
}

// volgtOpVeld reports whether a key is of a follow-up on a field of the data.
func (l *lezer) volgtOpVeld(sleutel string) bool {
	p, id, ok := reflectie.Doorvraag(sleutel)
	return ok && slices.Contains(l.doorvragenVan(p), id)
}

// doorvragenVan returns the ids of the follow-ups on a field of the data.
func (l *lezer) doorvragenVan(p reflectie.Plek) []string {
	var ids []string
	for _, stap := range l.def.Stappen() {
		for _, v := range stap.Velden {
			if casus.Veldsleutel(stap.Soort, v.ID) == reflectie.Sleutel(p.Deel.Naam, p.Veld.Naam) {
				ids = append(ids, casus.Elk(l.def.Werkvorm.Doorvragen(v), func(d *casus.Doorvraag) string { return d.ID })...)
			}
		}
	}
	return ids
}

// antwoord reads the answer to one question, in the shape of its kind.
func (l *lezer) antwoord(sleutel string, v casus.Vraag, n *strict.Node) reflectie.Antwoord {
	if n.Soort == strict.Leeg || n.Soort == strict.Scalar && reflectie.Normaal(n.Tekst) == "" {
		return reflectie.Antwoord{}
	}
	switch v.Soort {
	case casus.JaNee:
		return l.JaNee(n)
	case casus.Meerkeuze:
		if l.TeLang(n) {
			return reflectie.Antwoord{}
		}
		ids := casus.Elk(n.Strings(&l.Fouten), func(woord strict.Woord) string {
			return l.optie(v, woord.Plaats, reflectie.Normaal(woord.Tekst))
		})
		return reflectie.Lijst(ids...)
	}
	tekst := reflectie.Normaal(n.Text(&l.Fouten))
	if tekst == "" {
		return reflectie.Antwoord{}
	}
	if v.Functie == casus.FunctieRegel {
		l.bedoeldeRegel(n, tekst)
	}
	switch v.Soort {
	case casus.Keuze:
		tekst = l.optie(v, n.Plaats, tekst)
	case casus.Datum:
		return l.Datum(n, sleutel)
	case soortWaarde:
		l.Onthoud(sleutel, n.Plaats)
		l.verwijzing(sleutel, tekst)
	}
	return reflectie.Tekst(tekst)
}

// bedoeldeRegel asks when own words look like a rule of the casus.
func (l *lezer) bedoeldeRegel(n *strict.Node, woorden string) {
	if _, ok := l.def.Casus.Regel(woorden); ok {
		return
	}
	if r, ok := casus.Zoek(l.def.Casus.Regels, func(r casus.Regel) bool { return bedoelt(woorden, r.ID, r.Regel) }); ok {
		l.Opmerkingen.Add(n.Plaats, "de casus kent de regel %s; bedoelt u die? Eigen woorden mogen ook", strict.Aanhaling(r.ID))
	}
}

// optie returns the id of an option, or "" with a finding when there is none.
func (l *lezer) optie(v casus.Vraag, p strict.Plaats, woord string) string {
	var ids []string
	for _, o := range v.Opties {
		if o.ID == woord {
			return woord
		}
		if strings.EqualFold(o.Naam, woord) {
			l.Fouten.Add(p, "%s kan hier niet; bedoelt u %s?", strict.Aanhaling(woord), strict.Aanhaling(o.ID))
			return ""
		}
		ids = append(ids, o.ID)
	}
	if woord != "" {
		strict.Check(&l.Fouten, p, woord, ids)
	}
	return ""
}

// toen reads the answers of one time that somebody looked back.
func (l *lezer) toen(o *strict.Object, d reflectie.Deel, rij reflectie.Rij) {
	for _, veld := range o.Velden() {
		v, bekend := l.terugblik[veld.Naam]
		var a reflectie.Antwoord
		switch {
		case bekend && v.Prive, l.vragen[veld.Naam].Prive:
			l.Fouten.Add(veld.Plaats, "%s is een privévraag; haal dit antwoord weg uit dit blad", strict.Aanhaling(veld.Naam))
		case bekend:
			a = l.antwoord(veld.Naam, v, veld.Waarde)
		case !reflectie.IsOpen(veld.Naam) && !isVanStap(veld.Naam):
			l.Fouten.Add(veld.Plaats, "%s is geen vraag; schrijf stap.vraag, zoals nu.moment", strict.Aanhaling(veld.Naam))
		default:
			a = l.OpVorm(veld.Waarde)
		}
		rij.ZetVraag(d, veld.Naam, a)
	}
}

// isVanStap reports whether a key is of what a step asks by itself. A werkvorm
// to look back by may have such steps too, and no part of the file but this one
// has room for their answers then.
func isVanStap(sleutel string) bool {
	_, ok := reflectie.Ontleed(sleutel)
	return ok || reflectie.IsLijst(sleutel)
}

// onbekendeVraag adds the finding that no question has this key, and where the
// answer belongs when that can be told.
func (l *lezer) onbekendeVraag(veld strict.Veld) {
	naam := strict.Aanhaling(veld.Naam)
	stap, vraag, _ := strings.Cut(veld.Naam, ".")
	if p, id, ok := reflectie.Doorvraag(veld.Naam); ok {
		if lijkt := l.lijkt(id, l.doorvragenVan(p)); lijkt != "" {
			l.Fouten.Add(veld.Plaats, "%s is hier geen vraag; bedoelt u %s?", naam, strict.Aanhaling(strings.TrimSuffix(veld.Naam, id)+lijkt))
			return
		}
	}
	switch {
	case vraag != "" && reflectie.Gereserveerd(stap, laatste(vraag)):
		l.Fouten.Add(veld.Plaats, `%s is geen open vraag; vul het in bij %s`, naam, strict.Aanhaling(stap+":"))
	case vraag == "" && l.eersteVan(stap) != "":
		l.Fouten.Add(veld.Plaats, "%s is een stap; schrijf stap.vraag, zoals %s", naam, strict.Aanhaling(l.eersteVan(stap)))
	default:
		if lijkt := l.lijkt(veld.Naam, l.sleutels); lijkt != "" {
			l.Fouten.Add(veld.Plaats, "%s is hier geen vraag; bedoelt u %s?", naam, strict.Aanhaling(lijkt))
			return
		}
		l.Fouten.Add(veld.Plaats, "%s is hier geen vraag; de opdracht \"weeg antwoordblad %s\" toont de vragen", naam, l.def.Casus.ID)
	}
}

func laatste(sleutel string) string {
	return sleutel[strings.LastIndexByte(sleutel, '.')+1:]
}

// eersteVan returns the key of a question in a step, or "".
func (l *lezer) eersteVan(stap string) string {
	eerste, _ := casus.Zoek(l.sleutels, func(sleutel string) bool { return strings.HasPrefix(sleutel, stap+".") })
	return eerste
}

// losseVragen adds a finding for each question that stands at the top of the
// file, where its answer would go unread.
func (l *lezer) losseVragen(o *strict.Object, velden []strict.Veld) {
	for _, veld := range velden {
		v, ok := l.vragen[veld.Naam]
		if !ok {
			continue
		}
		blok := "antwoorden:"
		if v.Prive {
			blok = "prive:"
		}
		o.Ken(veld.Naam)
		l.Fouten.Add(veld.Plaats, "%s staat hier los; zet het ingesprongen onder %s", strict.Aanhaling(veld.Naam), strict.Aanhaling(blok))
	}
}
