package cli

import (
	"cmp"
	"fmt"
	"slices"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// An aanvang makes the Stand with which a conversation begins.
type aanvang struct {
	w        Wereld
	plek     plek
	kast     archief.Archief
	boekerij boekerij
	plank    plank
}

// nieuw begins a reflectie.
func (a aanvang) nieuw(def casus.Definitie, door string) (sessie.Stand, error) {
	id, err := a.kast.NieuwID(def.Casus.ID, a.w.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.NewStand(id, def)
	stand.Begonnen, stand.Werkmap = a.w.Nu(), a.plek.werkmap
	stand.Eerdere = a.plank.eerdere(door)
	return stand, nil
}

// vanBestand opens a finished reflectie at its first open question. Where it was
// opened before and not finished, that goes on. What the person should know of it is told
// by meld.
func (a aanvang) vanBestand(meld func(string), naam string, toch bool) (sessie.Stand, error) {
	pad := a.plek.echt(naam)
	_, doc, err := leesReflectie(naam)
	if err != nil && !bestaatNiet(err) {
		return sessie.Stand{}, err
	}
	c, ok := vindConcept(a.kast, func(c sessie.Stand) bool { return c.Bestand == pad && !c.IsTerugblik() })
	if err != nil && !ok {
		return sessie.Stand{}, err
	}
	if ok {
		c.Toch = c.Toch || toch
		if err != nil { // the file is gone; what came to it is not
			return c, nil
		}
		return c, a.schrijfbaar(naam, doc, c.Toch)
	}
	r := doc.Reflectie
	def, err := a.boekerij.laad(r.Casus, r.Werkvorm)
	if err == nil && def.MaaktCasus() {
		err = gebruik("%s gaat over geen casus; begin met weeg casus nieuw", naam)
	}
	if err != nil {
		return sessie.Stand{}, err
	}
	if err := a.schrijfbaar(naam, doc, toch); err != nil {
		return sessie.Stand{}, err
	}
	if doc.Casushash != "" && markdown.MetaVan(doc.ID, def) != doc.Meta {
		meld("De casus of de werkvorm is veranderd sinds deze reflectie. U krijgt de vragen van nu; wat u schreef, blijft staan.")
	}
	prive, err := priveVan(a.kast, doc.ID)
	if err != nil {
		return sessie.Stand{}, err
	}
	eigen, err := markdown.ParsePrive(doc.ID, prive, def)
	if err != nil {
		return sessie.Stand{}, err
	}
	id, err := a.kast.NieuwID(r.Casus, a.w.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.StandVan(id, def, r, doc.Vervallen, eigen)
	stand.Begonnen, stand.Bestand, stand.Toch = a.w.Nu(), pad, toch
	stand.GelezenPrive = eigen
	stand.Naast = a.plank.naast(doc.ID, r).delen
	stand.Gelezen = sessie.StandVan("", def, r, doc.Vervallen, nil).Antwoorden // without what is private
	return stand, nil
}

// schrijfbaar reports, before a conversation and not after it, why a file cannot
// be rewritten.
func (a aanvang) schrijfbaar(naam string, doc *markdown.Document, toch bool) error {
	if err := a.kast.BlijftInTeam(naam); err != nil {
		return invoer(err)
	}
	r := doc.Reflectie
	def := a.boekerij.metTerugblik(a.boekerij.geschreven(r), r.Teruggeblikt)
	_, err := doc.Rewrite(def, doc.Meta, r, doc.Vervallen, markdown.Opties{Toch: toch})
	return invoer(err)
}

// terugblik begins to look back at a reflectie. Where that was begun before by
// the same werkvorm, that goes on. What the person should know is told by meld.
func (a aanvang) terugblik(meld func(string), naam, werkvorm string, toch bool) (sessie.Stand, error) {
	_, doc, err := leesReflectie(naam)
	if err != nil {
		return sessie.Stand{}, err
	}
	if err := a.schrijfbaar(naam, doc, toch); err != nil {
		return sessie.Stand{}, err
	}
	pad, werkvorm := a.plek.echt(naam), alsID(werkvorm)
	if c, ok := vindConcept(a.kast, func(c sessie.Stand) bool {
		return c.IsTerugblik() && c.Bestand == pad && (werkvorm == "" || werkvorm == c.Definitie.Werkvorm.ID)
	}); ok {
		c.Toch = c.Toch || toch
		return c, nil
	}
	w, waarden, err := a.boekerij.vorm(cmp.Or(werkvorm, gewoneTerugblik))
	if err != nil {
		return sessie.Stand{}, err
	}
	def, err := casus.NewTerugblik(a.toenmalig(doc, meld), w, waarden)
	if err != nil {
		return sessie.Stand{}, invoer(err)
	}
	id, err := a.kast.NieuwID("terugblik-"+doc.Reflectie.Casus, a.w.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.NewTerugblik(id, def, doc.Reflectie)
	stand.Begonnen, stand.Bestand, stand.Toch = a.w.Nu(), pad, toch
	return stand, nil
}

// toenmalig is what a reflectie is about. A casus that is gone or damaged since
// leaves what the file itself tells.
func (a aanvang) toenmalig(doc *markdown.Document, meld func(string)) casus.Casus {
	r := doc.Reflectie
	if r.Casus == reflectie.Eigen {
		if r.Eigen == nil {
			r.Eigen = &reflectie.Situatie{}
		}
		return casus.Verteld(*r.Eigen)
	}
	c, err := a.boekerij.casus(r.Casus)
	if err != nil {
		meld("De casus is niet meer te lezen. U kijkt terug met wat er in de reflectie staat.")
		return casus.Casus{Weeg: casus.Versie, ID: r.Casus, Versie: r.Casusversie, Titel: cmp.Or(doc.Titel(), r.Casus), Moment: doc.Moment()}
	}
	if r.Casusversie != 0 && r.Casusversie != c.Versie {
		meld("De casus is veranderd sinds deze reflectie. U leest het verhaal van nu.")
	}
	return c
}

// keuzeVerder is the choice to go on with a conversation that was begun before.
const keuzeVerder = "verder"

// alBegonnen asks what to do with a conversation that was begun before.
func alBegonnen(stand sessie.Stand) gesprek.Keuze {
	return gesprek.Keuze{
		Titel:  stand.Titel(),
		Vraag:  fmt.Sprintf("U begon hier al aan, op %s (%s, %s). Wat wilt u?", tijdstip(stand.Bewaard), stand.Definitie.Werkvorm.Naam, kort(stand)),
		Opties: []sessie.Optie{{ID: keuzeVerder, Naam: "Verdergaan waar ik was"}, {ID: "opnieuw", Naam: "Opnieuw beginnen", Uitleg: "wat u schreef, blijft bewaard"}},
	}
}

// kiesWerkvorm asks how to weigh. What the casus suggests comes first, and for who
// made no reflectie yet a short one; then what takes the least time, as for a situation of
// one's own.
func (a aanvang) kiesWerkvorm(bieb casus.Bibliotheek, c casus.Casus) gesprek.Keuze {
	alle, _ := bieb.Werkvormen() // one that is not right is told by weeg werkvorm lijst
	bij, eerst := casus.BijCasus, cmp.Or(c.Werkvorm, gewoneWerkvorm)
	if c.ID == reflectie.Eigen {
		bij, eerst = casus.BijEigen, ""
	}
	if a.plank.isLeeg() {
		eerst = eersteWerkvorm
	}
	werkvormen := slices.DeleteFunc(alle, func(w casus.Werkvorm) bool { return len(w.Bij) > 0 && !slices.Contains(w.Bij, bij) })
	werkvormen = casus.Gesorteerd(werkvormen, func(v, w *casus.Werkvorm) int {
		if v.ID == eerst || w.ID == eerst {
			return map[bool]int{true: -1, false: 1}[v.ID == eerst]
		}
		return cmp.Compare(v.Duur, w.Duur)
	})
	opties := casus.Elk(werkvormen, func(w casus.Werkvorm) sessie.Optie {
		uitleg := w.Voor
		if w.ID == c.Werkvorm {
			uitleg = "Deze past het best bij de casus. " + uitleg
		}
		return sessie.Optie{ID: w.ID, Naam: duur(w), Uitleg: uitleg}
	})
	return gesprek.Keuze{Titel: c.Titel, Vraag: "Hoe wilt u wegen?", Opties: opties}
}
