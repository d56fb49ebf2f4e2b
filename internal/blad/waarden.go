package blad

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// waardeID checks how a waarde is named: by an id of the catalogue, or by a naam.
func (l *lezer) waardeID(blok *strict.Object, d reflectie.Deel, rij reflectie.Rij, pad string) {
	if d.Rijen != reflectie.PerWaarde {
		return
	}
	w := rij.Waarde()
	pad += ".id"
	gegeven, inCatalogus := l.def.Waarde(w.ID)
	switch {
	case blok.Has("id") && blok.Node("id").Soort != strict.Scalar,
		blok.Has("naam") && blok.Node("naam").Soort != strict.Scalar:
		l.Meld(pad) // that it is no text has been said
	case w.ID == "" && w.Naam == "":
		l.Fout(pad, blok.Begin(), `deze waarde heeft geen "id" en geen "naam"; geef een id uit de catalogus, of een naam bij een eigen waarde`)
	case w.ID == "":
	case inCatalogus && w.Naam != "" && w.Naam != gegeven.Naam:
		l.Opmerkingen.Add(blok.Plaats("naam"), "waarde %s heet in de catalogus %s, en die naam geldt. Voor een eigen naam is een eigen id nodig",
			strict.Aanhaling(w.ID), strict.Aanhaling(gegeven.Naam))
	case inCatalogus:
	case w.Naam == "":
		l.onbekendeWaarde(pad, blok.Plaats("id"), w.ID, "staat niet in de catalogus", "geef een eigen waarde een naam")
	case !reflectie.IsID(w.ID):
		l.Fout(pad, blok.Plaats("id"), `%s is geen geldige id; gebruik kleine letters, cijfers en streepjes, of laat "id" weg`, strict.Aanhaling(w.ID))
	}
}

// nieuweIDs gives an id to each waarde that has only a naam: that of the
// catalogue where the naam stands there, or else a new one.
func (l *lezer) nieuweIDs() {
	opNaam := map[string]string{}
	for _, w := range l.def.Waarden {
		opNaam[strings.ToLower(w.Naam)] = w.ID
	}
	nieuw := map[string]bool{}
	for i, w := range l.eigen {
		if w.ID != "" || w.Naam == "" {
			continue
		}
		naam := strings.ToLower(w.Naam)
		if nieuw[naam] {
			pad := vorm.RijPad("waarden", i)
			l.Fout(pad+".id", l.Plaats(pad+".naam"), "een waarde met deze naam staat er twee keer; houd er één")
		}
		if opNaam[naam] == "" {
			opNaam[naam] = reflectie.NieuweID(w.Naam, l.kent)
			nieuw[naam] = true
		}
		l.eigen[i].ID = opNaam[naam]
	}
}

// verwijzingen checks that each waarde that is named elsewhere is known.
func (l *lezer) verwijzingen(r reflectie.Reflectie) {
	for i, s := range r.Standpunten {
		l.verwijzing(vorm.RijPad("standpunten", i)+".waarde", s.Waarde)
	}
	for i, v := range r.Verbanden {
		l.paar(vorm.RijPad("verbanden", i)+".tussen", v.Tussen)
	}
	for i, w := range r.Weging {
		l.paar(vorm.RijPad("weging", i)+".tussen", w.Tussen)
	}
}

func (l *lezer) paar(pad string, p reflectie.Paar) {
	if l.IsGemeld(pad) {
		return
	}
	for i, id := range p {
		if !l.verwijzing(vorm.RijPad(pad, i), id) {
			l.Meld(pad)
		}
	}
}

// verwijzing reports whether a waarde that is named at pad is known, or "".
func (l *lezer) verwijzing(pad, id string) bool {
	if id == "" || l.kent(id) {
		return true
	}
	l.onbekendeWaarde(pad, l.Plaats(pad), id, "staat niet onder waarden en ook niet in de catalogus", "zet die met een naam onder waarden")
	return false
}

// onbekendeWaarde adds the finding that no waarde has this id. More than one
// word is no slip of the pen but somebody's own words, and those are not shown.
func (l *lezer) onbekendeWaarde(pad string, p strict.Plaats, id, wat, raad string) {
	eigen := casus.Elk(l.eigen, func(w reflectie.Waarde) string { return w.ID })
	ids := append(eigen, waardeIDs(l.def.Waarden)...)
	lijkt := reflectie.Slug(id)
	if !slices.Contains(ids, lijkt) {
		lijkt = l.lijkt(id, ids)
	}
	naam := "waarde " + strict.Aanhaling(id)
	if len(strings.Fields(id)) > 1 {
		naam = "deze waarde"
	}
	if lijkt != "" {
		raad = "bedoelt u " + strict.Aanhaling(lijkt) + "?"
	}
	l.Fout(pad, p, "%s %s; %s", naam, wat, raad)
}

func waardeIDs(waarden []casus.Waarde) []string {
	return casus.Elk(waarden, func(w casus.Waarde) string { return w.ID })
}
