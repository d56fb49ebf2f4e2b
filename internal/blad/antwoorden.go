package blad

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// antwoorden reads the answers to open questions: those to private questions,
// or all others. A condition that does not hold keeps no answer out.
func (l *lezer) antwoorden(o *strict.Object, r *reflectie.Reflectie, prive bool) map[string]reflectie.Antwoord {
	antwoorden := map[string]reflectie.Antwoord{}
	for _, veld := range o.Velden() {
		v, ok := l.vragen[veld.Naam]
		switch {
		case l.vragen == nil: // another casus or werkvorm; that has been said
			l.opVorm(veld.Waarde)
			continue
		case !ok:
			l.onbekendeVraag(veld)
			continue
		case v.Prive && !prive:
			l.f.Add(veld.Plaats, `%s is een privévraag; zet dit antwoord onder "prive:"`, strict.Aanhaling(veld.Naam))
			continue
		case prive && !v.Prive:
			l.f.Add(veld.Plaats, `%s is geen privévraag; zet dit antwoord onder "antwoorden:"`, strict.Aanhaling(veld.Naam))
			continue
		}
		if a := l.antwoord(v, veld.Waarde, r.Waarden); !a.IsZero() {
			antwoorden[veld.Naam] = a
		}
	}
	if len(antwoorden) == 0 {
		return nil
	}
	return antwoorden
}

// antwoord reads the answer to one question, in the shape of its kind.
func (l *lezer) antwoord(v vraag, n *strict.Node, eigen []reflectie.Waarde) reflectie.Antwoord {
	if n.Soort == strict.Leeg || n.Soort == strict.Scalar && reflectie.Normaal(n.Tekst) == "" {
		return reflectie.Antwoord{}
	}
	switch v.Soort {
	case casus.JaNee:
		ja, gegeven := n.Bool(&l.f)
		if !gegeven {
			return reflectie.Antwoord{}
		}
		return reflectie.JaNee(ja)
	case casus.Meerkeuze:
		if l.isTeLang(n) {
			return reflectie.Antwoord{}
		}
		var ids []string
		for _, woord := range n.Strings(&l.f) {
			ids = append(ids, l.optie(v, woord.Plaats, reflectie.Normaal(woord.Tekst)))
		}
		return reflectie.Lijst(ids...)
	}
	tekst := reflectie.Normaal(n.Text(&l.f))
	if tekst == "" {
		return reflectie.Antwoord{}
	}
	switch v.Soort {
	case casus.Keuze:
		tekst = l.optie(v, n.Plaats, tekst)
	case casus.Datum:
		if _, err := reflectie.ParseDatum(tekst); err != nil {
			l.f.Add(n.Plaats, geenDatum)
		}
	case soortWaarde:
		l.plaatsen[v.sleutel] = n.Plaats
		l.verwijzing(&reflectie.Reflectie{Waarden: eigen}, v.sleutel, tekst)
	}
	return reflectie.Tekst(tekst)
}

// optie returns the id of an option, or "" with a finding when there is none.
func (l *lezer) optie(v vraag, p strict.Plaats, woord string) string {
	var ids []string
	for _, o := range v.Opties {
		if o.ID == woord {
			return woord
		}
		if strings.EqualFold(o.Naam, woord) {
			l.f.Add(p, "%s kan hier niet; bedoelt u %s?", strict.Aanhaling(woord), strict.Aanhaling(o.ID))
			return ""
		}
		ids = append(ids, o.ID)
	}
	if woord != "" {
		strict.Check(&l.f, p, woord, ids)
	}
	return ""
}

// opVorm reads an answer to a question that is not known, by its form alone.
func (l *lezer) opVorm(n *strict.Node) reflectie.Antwoord {
	switch {
	case n.Soort == strict.Lijst:
		var items []string
		for _, woord := range n.Strings(&l.f) {
			items = append(items, woord.Tekst)
		}
		return reflectie.Lijst(items...)
	case n.Soort == strict.Scalar && !n.Vast && (n.Tekst == "true" || n.Tekst == "false"):
		return reflectie.JaNee(n.Tekst == "true")
	}
	return reflectie.Tekst(n.Text(&l.f))
}

// toen reads the answers of one time that somebody looked back.
func (l *lezer) toen(o *strict.Object) map[string]reflectie.Antwoord {
	var antwoorden map[string]reflectie.Antwoord
	for _, veld := range o.Velden() {
		v, bekend := l.terugblik[veld.Naam]
		var a reflectie.Antwoord
		switch {
		case bekend && v.Prive:
			l.f.Add(veld.Plaats, "%s is een privévraag; haal dit antwoord weg uit dit blad", strict.Aanhaling(veld.Naam))
		case bekend:
			a = l.antwoord(v, veld.Waarde, nil)
		case !reflectie.IsOpen(veld.Naam) && !isVanStap(veld.Naam):
			l.f.Add(veld.Plaats, "%s is geen vraag; schrijf stap.vraag, zoals nu.moment", strict.Aanhaling(veld.Naam))
		default:
			a = l.opVorm(veld.Waarde)
		}
		if a.IsZero() {
			continue
		}
		if antwoorden == nil {
			antwoorden = map[string]reflectie.Antwoord{}
		}
		antwoorden[veld.Naam] = a
	}
	return antwoorden
}

// isVanStap reports whether a key is of what a step asks by itself. A werkvorm
// to look back by may have such steps too, and no part of the file but this one
// has room for their answers then.
func isVanStap(sleutel string) bool {
	stap, rest, meer := strings.Cut(sleutel, ".")
	if meer {
		return reflectie.Gereserveerd(stap, laatste(rest)) || stap == reflectie.SleutelWaarden && strings.Contains(rest, ".anders.")
	}
	return slices.Contains([]string{reflectie.SleutelRol, reflectie.SleutelWaarden, reflectie.SleutelSpiegel,
		reflectie.SleutelVerbanden, reflectie.SleutelWeging}, sleutel)
}

// onbekendeVraag adds the finding that no question has this key, and where the
// answer belongs when that can be told.
func (l *lezer) onbekendeVraag(veld strict.Veld) {
	naam := strict.Aanhaling(veld.Naam)
	stap, vraag, _ := strings.Cut(veld.Naam, ".")
	switch {
	case vraag == casus.VraagTerugblik && l.vraagtTerugblik(stap):
		l.f.Add(veld.Plaats, `%s hoort niet onder "antwoorden:"; zet deze datum bovenaan, bij "terugblik:"`, naam)
	case vraag != "" && reflectie.Gereserveerd(stap, laatste(vraag)):
		l.f.Add(veld.Plaats, `%s is geen open vraag; vul het in bij %s`, naam, strict.Aanhaling(stap+":"))
	case vraag == "" && l.eersteVan(stap) != "":
		l.f.Add(veld.Plaats, "%s is een stap; schrijf stap.vraag, zoals %s", naam, strict.Aanhaling(l.eersteVan(stap)))
	default:
		if lijkt := l.lijkt(veld.Naam, l.sleutels); lijkt != "" {
			l.f.Add(veld.Plaats, "%s is hier geen vraag; bedoelt u %s?", naam, strict.Aanhaling(lijkt))
			return
		}
		l.f.Add(veld.Plaats, "%s is hier geen vraag; de opdracht \"weeg antwoordblad %s\" toont de vragen", naam, l.def.Casus.ID)
	}
}

func laatste(sleutel string) string {
	return sleutel[strings.LastIndexByte(sleutel, '.')+1:]
}

func (l *lezer) vraagtTerugblik(id string) bool {
	return slices.ContainsFunc(l.def.Stappen(), func(s casus.Stap) bool {
		return s.ID == id && slices.ContainsFunc(s.Vragen, func(v casus.Vraag) bool { return v.ID == casus.VraagTerugblik })
	})
}

// eersteVan returns the key of a question in a step, or "".
func (l *lezer) eersteVan(stap string) string {
	for _, sleutel := range l.sleutels {
		if strings.HasPrefix(sleutel, stap+".") {
			return sleutel
		}
	}
	return ""
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
		l.f.Add(veld.Plaats, "%s staat hier los; zet het ingesprongen onder %s", strict.Aanhaling(veld.Naam), strict.Aanhaling(blok))
	}
}
