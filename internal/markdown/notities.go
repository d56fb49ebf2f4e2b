package markdown

import (
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A kenner knows what the tool itself may have written in a derived block, for
// this reflectie or an older one.
type kenner struct {
	regels []string // ready to be written
	vrij   bool     // it may have been other words too: a name, or of an older casus
	lijst  bool     // a list of items
}

// kenVraag is for the answer to a question.
func kenVraag(v sessie.Vraag) kenner {
	k := kenner{regels: []string{"Ja", "Nee"}, lijst: v.Antwoord.Vorm() == reflectie.VormLijst ||
		v.Soort == sessie.Meerkeuze || v.Soort == sessie.Waardenkeuze || v.Soort == sessie.Parenkeuze}
	for _, o := range v.Opties {
		k.regels = append(k.regels, plat(o.Naam), "- "+plat(o.Naam))
	}
	k.vrij = v.Vrij || v.Soort == sessie.Parenkeuze || v.Soort == sessie.Waardenkeuze || len(v.Opties) == 0 && v.Soort != sessie.JaNee
	return k
}

// momentregels is all that the block of the moment may say, whatever the role.
func momentregels(c casus.Casus) (vast, perRol []string) {
	vast = strings.Split(kernzin(c)+"\n"+alineas(c.Moment), "\n")
	for _, rol := range c.Rollen {
		perRol = append(perRol, strings.Split(plat(rol.Naam)+": "+alineas(rol.Moment), "\n")...)
	}
	return vast, perRol
}

// notities returns what a person wrote inside a derived block of which the
// content is going to change: the lines that the tool did not write and is not
// going to. It stands outside the markers of the block from then on.
func (h *herschrijver) notities(e element) string {
	oud := strings.Split(h.oudeBlokken[e.id()].inhoud, "\n")
	bekend := slices.Concat(oud, strings.Split(h.nieuweBlok[e.id()].inhoud, "\n"), []string{nietIngevuld})
	regels := strings.Split(h.inhoud(e), "\n")
	var mag func(i int) bool // whether the tool may have written line i
	switch e.naam {
	case blokKop:
		mag = func(i int) bool { return isKopregel(regels[i]) }
	case blokNetwerk:
		mag = netwerkregels(regels)
		bekend = slices.DeleteFunc(bekend, func(s string) bool { return s == "```" }) // a person's may look so
	case blokMoment:
		mag = h.momentregel(regels)
	default:
		mag = h.vraagregel(e, regels, bekend)
	}
	var b strings.Builder
	var hekje string // fence that is open in what is kept
	leeg, weg := 0, false
	for i, regel := range regels {
		if strings.Trim(regel, " \t") == "" {
			leeg++
			continue
		}
		if hekje == "" && (slices.Contains(bekend, regel) || mag(i)) {
			weg = true
			continue
		}
		if b.Len() > 0 && weg {
			leeg = 1
		}
		if b.Len() > 0 {
			b.WriteString(strings.Repeat("\n", leeg))
		}
		leeg, weg = 0, false
		b.WriteString(regel + "\n")
		switch {
		case hekje == "":
			hekje = Hek(regel)
		case SluitHek(regel, hekje):
			hekje = ""
		}
	}
	if hekje != "" { // what follows must not become code
		b.WriteString(hekje + "\n")
	}
	return b.String()
}

// isKopregel reports whether a line begins as one of the summary does.
func isKopregel(regel string) bool {
	for _, kop := range []string{"Casus", "Rol", "Door", "Werkvorm", "Datum", "Terugkijken", "Afwijken van welke soort regel",
		"Afwijken omdat", "Besproken in het team"} {
		if strings.HasPrefix(regel, "- "+kop+": ") {
			return true
		}
	}
	return regel == "- **Nog niet in het team besproken**"
}

// netwerkregels knows the drawing and the sentences, whatever they are about.
func netwerkregels(regels []string) func(i int) bool {
	tekening := map[int]bool{}
	if begin := slices.Index(regels, "```mermaid"); begin >= 0 {
		for i := begin; i < len(regels); i++ {
			kaal := strings.TrimLeft(regels[i], " ")
			tekening[i] = i == begin || kaal == "graph LR" || isKnoop(kaal) || kaal == "```"
			if kaal == "```" {
				break
			}
		}
	}
	zinnen := []string{" versterken elkaar hier.", " werken elkaar hier tegen.", " versterken elkaar hier, en werken elkaar ook tegen.",
		" raken elkaar hier niet.", " elkaar hier raken, staat er nog niet.",
		" is nog niet gezegd hoe ze elkaar raken."} // the last one of an earlier version
	return func(i int) bool {
		return tekening[i] || regels[i] == "Er staan nog geen verbanden." || strings.HasPrefix(regels[i], "- ") &&
			slices.ContainsFunc(zinnen, func(zin string) bool { return strings.HasSuffix(regels[i], zin) })
	}
}

// isKnoop reports whether a line of the drawing is one of a waarde or verband.
func isKnoop(s string) bool {
	rest := strings.TrimLeft(strings.TrimPrefix(s, "w"), "0123456789")
	return strings.HasPrefix(s, "w") && len(rest) < len(s)-1 && (strings.HasPrefix(rest, "[") || strings.HasPrefix(rest, " -"))
}

// momentregel knows the words of the casus. Of another version of it they can
// only be told from what a person wrote where that is no plain text.
func (h *herschrijver) momentregel(regels []string) func(i int) bool {
	vast, perRol := momentregels(h.wordt.def.Casus)
	kent := !h.anderDef()
	if !kent {
		kent = !slices.ContainsFunc(vast, func(s string) bool { return !slices.Contains(regels, s) && s != "" })
	}
	return func(i int) bool {
		return slices.Contains(vast, regels[i]) || slices.Contains(perRol, regels[i]) || !kent && isPlat(regels[i])
	}
}

// anderDef reports whether the file was written with another definition.
func (h *herschrijver) anderDef() bool {
	return h.d.Casushash != "" && h.d.Casushash != h.wordt.def.Hash()
}

// vraagregel knows the answers that a question may have had.
func (h *herschrijver) vraagregel(e element, regels, bekend []string) func(i int) bool {
	a, stond := h.oud.kenners[e.naam]
	b, staat := h.nieuw.kenners[e.naam]
	kan := slices.Concat(a.regels, b.regels)
	kent := func(i int) bool { return slices.Contains(kan, regels[i]) }
	if !a.vrij && !b.vrij && (stond || staat) && !h.anderDef() {
		return kent
	}
	if a.lijst || b.lijst { // its items stand first
		items := 0
		for items < len(regels) && strings.HasPrefix(regels[items], "- ") && isPlat(regels[items][len("- "):]) {
			items++
		}
		return func(i int) bool { return i < items || kent(i) }
	}
	// One line: if none is known, the first that could be it is.
	oude := slices.IndexFunc(regels, isPlat)
	for i, regel := range regels {
		if regel != "" && (slices.Contains(bekend, regel) || kent(i)) {
			oude = -1
		}
	}
	return func(i int) bool { return i == oude || kent(i) }
}

// isPlat reports whether a line could be what plat makes of some text.
func isPlat(regel string) bool { return regel != "" && plat(ontplat(regel)) == regel }

// omNotities puts a text that a person wrote below a block, with empty lines around it.
func (h *herschrijver) omNotities(blok, notities string, na int) string {
	if notities == "" {
		return blok + "\n"
	}
	tekst := blok + "\n\n" + notities
	if na < len(h.d.lijf.regels) && !h.d.lijf.regels[na].leeg() {
		tekst += "\n"
	}
	return tekst
}

// schrijfAfgeleid gives a derived block other content, and what a person wrote
// inside it a place below it.
func (h *herschrijver) schrijfAfgeleid(e element, inhoud string) {
	notities := h.notities(e)
	if notities == "" {
		h.schrijf(h.begin(e.regel+1), h.begin(e.tot-1), "\n"+inhoud+"\n\n")
		return
	}
	h.schrijf(h.begin(e.regel+1), h.begin(e.tot), h.omNotities("\n"+inhoud+"\n\n"+h.regel(e.tot-1), notities, e.tot))
}

// schrijfAnder puts another kind of block in the place of e.
func (h *herschrijver) schrijfAnder(e element, ander blok) {
	notities := ""
	if e.soort == isAfleide {
		notities = h.notities(e)
	}
	if isCitaat(notities) && ander.inhoud == nietIngevuld {
		notities = "<!-- -->\n\n" + notities // or it would be taken for the answer
	}
	h.schrijf(h.begin(e.regel), h.begin(e.tot), h.omNotities(ander.merk(), notities, e.tot))
}
