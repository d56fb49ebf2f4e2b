package verloop

import (
	"fmt"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// zoekNooit answers in many ways, and returns the questions that were never asked:
// first in the usual way, then for each that is left in such a way that it would be.
func (v Verloop) zoekNooit() []Nooit {
	var wegen []weg
	for _, begin := range v.begin() {
		gezien := map[string]bool{sessie.SleutelSoort: true} // asked of a pair that a file names without it
		wegen = append(wegen, weg{begin, sessie.Papier(begin.Definitie), gezien})
	}
	for _, w := range wegen {
		w.loop(nil)
	}
	var nooit []Nooit
	for _, stap := range v.vel {
		for _, vraag := range stap.Vragen {
			sleutel := sessie.OpPapier(vraag.Sleutel)
			al := slices.ContainsFunc(nooit, func(n Nooit) bool { return n.Sleutel == sleutel })
			if vraag.Doorvraag || al || komtBij(wegen, sleutel, stap.Stap.Als, vraag.Als) {
				continue
			}
			nooit = append(nooit, Nooit{sleutel, vraag.Vraag.Vraag, v.waarom(stap, vraag)})
		}
	}
	return append(nooit, v.zonderPlaats()...)
}

// A weg is a conversation that can be held, again and again.
type weg struct {
	begin  sessie.Stand
	vel    []sessie.Papierstap
	gezien map[string]bool // keys that were asked, as on paper
}

// loop answers to the end, so that the eisen are met where they can.
func (w weg) loop(eisen []casus.Als) {
	vb := sessie.Voorbeeld{Woorden: "voorbeeld", Dag: dag(), Eisen: eisen}
	stand := w.begin
	if stand.IsTerugblik() {
		stand.Eerder = eerder(stand, eisen)
	}
	s := sessie.New(stand)
	s.Vul(vb, "")
	for _, vraag := range s.Vragen() {
		w.gezien[sessie.OpPapier(vraag.Sleutel)] = true
	}
}

// dag is a day on which something can be due that was to be done then.
func dag() reflectie.Datum { return reflectie.Datum{Jaar: 2026, Maand: 1, Dag: 5} }

// komtBij reports whether some answers lead to a question with these conditions. It
// tries those that meet them, and with them what else may matter.
func komtBij(wegen []weg, sleutel string, als ...*casus.Als) bool {
	isGezien := func(w weg) bool { return w.gezien[sleutel] }
	if slices.ContainsFunc(wegen, isGezien) {
		return true
	}
	for n := range anders(casus.Casus{}) {
		for _, w := range wegen {
			w.loop(slices.Concat(sessie.Eisen(w.begin.Definitie, w.vel, als...), anders(w.begin.Definitie.Casus)[n]))
			if isGezien(w) {
				return true
			}
		}
	}
	return false
}

// anders has what can matter besides conditions, each with its own answers: how many
// waarden one chooses and whether they clash, by which rule, and who one is.
func anders(c casus.Casus) [][]casus.Als {
	anderen := []casus.Als{{Vraag: reflectie.SleutelRol, Niet: true}}
	if len(c.Rollen) > 1 {
		anderen = []casus.Als{{Vraag: reflectie.SleutelRol, Is: []string{c.Rollen[0].ID}, Niet: true}}
	}
	return [][]casus.Als{
		nil,
		{{Vraag: casus.AlsAantal, Is: []string{"2"}}},
		{{Vraag: casus.AlsAantal, Is: []string{"1"}}},
		{{Vraag: sessie.SleutelBotst, Is: []string{sessie.BotstNiets}}},
		{{Vraag: casus.AlsRegelHerkomst, Is: []string{casus.BijEigen}}},
		anderen,
	}
}

// begin returns how a conversation by the definition can begin: about what it is
// about, or else about all that the werkvorm can be about.
func (v Verloop) begin() []sessie.Stand {
	w := v.def.Werkvorm.ZonderDoorvragen()
	casussen := []casus.Casus{v.def.Casus}
	if v.def.Casus.ID == "" {
		casussen = []casus.Casus{vol(v.def), casus.EigenCasus()}
	}
	var alle []sessie.Stand
	for _, c := range casussen {
		bij := casus.BijCasus
		if c.ID == reflectie.Eigen {
			bij = casus.BijEigen
		}
		def := v.def
		def.Casus, def.Werkvorm = c, w
		if w.KanBij(bij) {
			alle = append(alle, sessie.NewStand("", def))
		}
		if w.KanBij(casus.BijReflectie) {
			toen := reflectie.Reflectie{Casus: c.ID}
			if c.ID == reflectie.Eigen {
				def.Casus = casus.Verteld(reflectie.Situatie{})
			}
			alle = append(alle, sessie.NewTerugblik("", def, toen))
		}
	}
	return alle
}

// vol is a casus that has all that a werkvorm can ask about: rollen that are layers,
// waarden, rules of each kind, and a question of its own.
func vol(def casus.Definitie) casus.Casus {
	c := casus.Casus{ID: "casus", Titel: "Een casus", Vragen: []casus.Extra{{Vraag: casus.Vraag{ID: "casus", Vraag: "Een vraag van de casus?"}}}}
	for _, id := range []string{"een", "twee", "drie"} {
		c.Rollen = append(c.Rollen, casus.Rol{ID: id, Naam: id, Laag: true})
	}
	for _, w := range def.Waarden[:min(4, len(def.Waarden))] {
		c.Waarden = append(c.Waarden, casus.Gezien{ID: w.ID})
	}
	for _, soort := range reflectie.KeuzesVan(reflectie.SleutelUitkomst, "waarvan") {
		c.Regels = append(c.Regels, casus.Regel{ID: soort, Regel: soort, Soort: soort})
	}
	return c
}

// eerder is what somebody can have answered in the reflectie that is looked back at:
// all that the werkvorm shows of it, and what the eisen want of it.
func eerder(stand sessie.Stand, eisen []casus.Als) reflectie.Antwoorden {
	toen := reflectie.Antwoorden{}
	zet := func(sleutel, woord string) {
		p, isVeld := reflectie.Ontleed(sleutel)
		switch {
		case isVeld && p.Veld.Aard == reflectie.EenJaNee, woord == "ja", woord == "nee":
			toen[sleutel] = reflectie.JaNee(woord != "nee")
		case isVeld && p.Veld.Aard == reflectie.Punten:
			toen[sleutel] = reflectie.Lijst(woord)
		default:
			toen[sleutel] = reflectie.Tekst(woord)
		}
	}
	for _, stap := range stand.Definitie.Stappen() {
		for _, vraag := range stap.Vragen {
			if vraag.Toont != "" && vraag.Toont != reflectie.SleutelWaarden && vraag.Toont != reflectie.SleutelAandachtspunten {
				zet(vraag.Toont, "voorbeeld")
			}
		}
	}
	for _, v := range stand.Definitie.Werkvorm.Punten {
		zet(reflectie.Sleutel(reflectie.SleutelAandachtspunten, v.ID), "voorbeeld")
	}
	if w := stand.Definitie.Waarden; len(w) > 1 {
		toen[reflectie.SleutelWaarden] = reflectie.Lijst(w[0].ID, w[1].ID)
	}
	toen[reflectie.RijSleutel(reflectie.SleutelAfspraken, 1, "wat")] = reflectie.Tekst("voorbeeld")
	for _, a := range eisen {
		deel, veld, _ := strings.Cut(a.Vraag, ".")
		d, isDeel := reflectie.DeelVan(deel)
		_, isVeld := d.Veld(veld)
		sleutel := a.Vraag
		if isDeel && isVeld && d.Rijen != reflectie.Enkel { // of whichever row
			sleutel = reflectie.Sleutel(deel, rijVan(d, stand.Definitie), veld)
		}
		switch {
		case a.Niet:
			delete(toen, sleutel)
		case len(a.Is) > 0:
			zet(sleutel, a.Is[0])
		default:
			zet(sleutel, "voorbeeld")
		}
	}
	return toen
}

// rijVan is the name of a row that a part can have.
func rijVan(d reflectie.Deel, def casus.Definitie) string {
	switch {
	case d.HeeftNummers() || len(def.Waarden) < 2:
		return "1"
	case d.Rijen == reflectie.PerWaarde:
		return def.Waarden[0].ID
	}
	return reflectie.Paar{def.Waarden[0].ID, def.Waarden[1].ID}.Sleutel()
}

// waarom says when a question would be asked to which no conversation comes.
func (v Verloop) waarom(stap sessie.Papierstap, vraag sessie.Papiervraag) string {
	zinnen := slices.DeleteFunc([]string{stap.Alleen, vraag.Alleen}, func(zin string) bool { return zin == "" })
	for _, bij := range []string{stap.Stap.Bij, vraag.Bij} {
		if zin := alleenBij(bij); zin != "" && !slices.Contains(zinnen, zin) {
			zinnen = append(zinnen, zin)
		}
	}
	if len(zinnen) == 0 {
		return "Geen antwoord leidt hierheen."
	}
	return strings.Join(zinnen, " ")
}

func alleenBij(bij string) string {
	return map[string]string{casus.BijEigen: "Alleen bij een eigen situatie.", casus.BijCasus: "Alleen bij een casus."}[bij]
}

// zonderPlaats returns the questions of the casus that stand nowhere in the werkvorm.
func (v Verloop) zonderPlaats() []Nooit {
	var nooit []Nooit
	for _, extra := range v.def.Casus.Vragen {
		stap, er := casus.Zoek(v.def.Stappen(), func(s casus.Stap) bool {
			return slices.ContainsFunc(s.Vragen, func(w casus.Vraag) bool { return w.ID == extra.ID && w.Vraag == extra.Vraag.Vraag })
		})
		sleutel := reflectie.Sleutel(extra.Stap, extra.ID)
		switch {
		case !er:
			nooit = append(nooit, Nooit{sleutel, extra.Vraag.Vraag, fmt.Sprintf("De werkvorm %q heeft geen stap %q.", v.def.Werkvorm.ID, extra.Stap)})
		case !v.opPapier(reflectie.Sleutel(stap.ID, extra.ID)):
			nooit = append(nooit, Nooit{reflectie.Sleutel(stap.ID, extra.ID), extra.Vraag.Vraag, "Alleen bij een eigen situatie."})
		}
	}
	return nooit
}

// opPapier reports whether the paper of the definition has the question at a key.
func (v Verloop) opPapier(sleutel string) bool {
	return slices.ContainsFunc(v.vel, func(stap sessie.Papierstap) bool {
		return slices.ContainsFunc(stap.Vragen, func(vraag sessie.Papiervraag) bool { return vraag.Sleutel == sleutel })
	})
}
