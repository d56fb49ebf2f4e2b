package cli

import (
	"context"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/overleg"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// maxNaast is how many reflecties are opened for what stands beside one: those with
// the last names, which begin with the day. More would keep the end waiting.
const maxNaast = 500

// A leestafel is what somebody can read beside a reflectie that they finished.
type leestafel struct {
	lezing *gelezen       // of somebody else on the same casus, or nil
	delen  []sessie.Naast // nil where nobody looked for any
}

// heeft reports whether there is something that this step asks about.
func (n leestafel) heeft(stap string) bool {
	return slices.ContainsFunc(n.delen, func(d sessie.Naast) bool { return d.Stap == stap })
}

// naast finds what can be read beside the finished reflectie r: in a team's folder the
// one on the same casus that differs most, and how a pair that r weighed was weighed
// elsewhere, either way the last by the person and the last by another. There is nothing
// before the person chose themself.
func (p plank) naast(id string, r reflectie.Reflectie) (n leestafel) {
	if r.Uitkomst.Doen == "" { // who did not choose yet, chooses by themself
		return n
	}
	var (
		paden      = p.paden()
		geschreven = p.plek.kast.Geschreven()
		isTeam     = p.plek.isTeam()
		tegen      = overleg.NewTegenlezer(r, loting(id))
		gezien     = map[string]bool{}
	)
	n.delen = []sessie.Naast{} // none is not the same as not looked for
	p.w.Terminal = nil         // a screen stands there, which a bar would spoil
	slices.Reverse(paden)
	for g := range p.elk(paden[:min(len(paden), maxNaast)], false) {
		if g.err != nil || g.doc.ID == id {
			continue // what is wrong with it, others tell
		}
		ander := g.doc.Reflectie
		eigen := geschreven[g.doc.ID] || isTeam && !p.plek.isGedeeld(g.pad)
		opDeCasus := ander.Casus == r.Casus && r.Casus != reflectie.Eigen
		switch {
		case !eigen && !isTeam: // somebody else's, who did not share it
		case !eigen && ander.AlleenLezen(): // a leader's, perhaps: who goes and reads it, knows that
		case opDeCasus && !eigen && tegen.Verst(ander):
			n.lezing = &g
		case !opDeCasus:
			n.delen = append(n.delen, p.elders(r, ander, eigen, gezien)...)
		}
	}
	if n.lezing != nil {
		ander := n.lezing.doc.Reflectie
		n.delen = append(n.delen, sessie.NewNaast(casus.StapLezing, "", false, ander, ander.Weging[:min(1, len(ander.Weging))]...))
	}
	return n
}

// elders are the wegingen of ander of which r has the pair too, unless one like it was
// gezien.
func (p plank) elders(r, ander reflectie.Reflectie, eigen bool, gezien map[string]bool) (delen []sessie.Naast) {
	titel := p.boekerij.waarover(ander)
	switch {
	case eigen:
		titel += ", " + ander.Datum.Voluit()
	case ander.Casus == reflectie.Eigen: // its title is the maker's own
		titel = "een eigen situatie"
	}
	for _, w := range ander.Weging {
		paar := w.Tussen.Sleutel()
		zo := regel(paar, w.Voorrang, map[bool]string{true: "eigen"}[eigen])
		if gezien[zo] || !slices.ContainsFunc(r.Weging, func(w reflectie.Weging) bool { return w.Tussen.Sleutel() == paar }) {
			continue
		}
		gezien[zo] = true
		delen = append(delen, sessie.NewNaast(casus.StapEerder, titel, eigen, ander, w))
	}
	return delen
}

// gevraagdNaar reports whether a reflectie has answers of a step.
func gevraagdNaar(r reflectie.Reflectie, stap string) bool {
	for sleutel := range r.Antwoorden {
		if strings.HasPrefix(sleutel, stap+".") {
			return true
		}
	}
	return false
}

// naderhand begins what comes once the reflectie at pad is finished: the step about
// what was read beside it. Of somebody else's reflectie the whole is shown first,
// without who made it.
func (l leider) naderhand(ctx context.Context, kant gastheer, pad, stap string, n leestafel) (sessie.Stand, error) {
	if stap == casus.StapLezing {
		if err := l.lezer.toonAnder(ctx, kant, n.lezing.doc); err != nil {
			return sessie.Stand{}, err
		}
	}
	stand, err := l.aanvang.vanBestand(kant.Meld, pad, false)
	if err != nil {
		return stand, err
	}
	stand.Naast, stand.Naderhand = n.delen, true
	vragen := stand.Vragen()
	i := slices.IndexFunc(vragen, func(v sessie.Vraag) bool { return v.Stap == stap })
	stand.Plaats = vragen[max(i, 0)].Sleutel
	return stand, nil
}

// toonAnder shows what somebody else wrote, without who that is.
func (l lezer) toonAnder(ctx context.Context, kant gastheer, doc *markdown.Document) error {
	r := doc.Reflectie
	r.Door = ""
	zonder, err := markdown.Parse("", markdown.Encode(l.boekerij.geschreven(r), doc.Meta, r, doc.Vervallen))
	if err != nil {
		return err
	}
	stof := l.stof("", zonder, false, kant.Meld)
	stof.titel = "Een collega bij: " + l.boekerij.waarover(r)
	if kant.regels {
		_, err = l.w.Fout.Write(metRegeleinden(stof.alles(l.w.vorm())))
		return err
	}
	return stof.opScherm(ctx, kant, l.w.vorm())
}
