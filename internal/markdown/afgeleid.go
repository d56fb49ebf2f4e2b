package markdown

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// moment tells by whom and when, and what it is about.
func (s *stuk) moment() string {
	van, c := "_"+s.herkomst()+"_", s.def.Casus
	if s.r.Casus == reflectie.Eigen || s.r.Casus != c.ID {
		return van
	}
	rol, _ := c.Rol(s.r.Rol)
	return samen("\n\n", van, metPunt(citaat.Plat(c.Kern)), alineas(c.Moment), alineas(rol.Moment))
}

// herkomst is one line: who, as what, when, and of what kind.
func (s *stuk) herkomst() string {
	wie, als := citaat.Plat(s.r.Door), ""
	if rol, ok := s.def.Casus.Rol(s.r.Rol); ok {
		als = "als " + citaat.Plat(casus.InZin(rol.Naam))
	} else if s.r.Rol != "" {
		als = "als " + citaat.Plat(s.r.Rol)
	}
	if wie == "" && als != "" {
		als = "A" + als[1:]
	}
	zin := samen(", ", wie, als, s.r.Datum.Voluit())
	if zin != "" {
		zin += ". "
	}
	if s.r.Casus == reflectie.Eigen {
		return zin + "Een eigen situatie."
	}
	return zin + "Een verzonnen casus."
}

// metPunt makes a sentence of a line for lists, which has no full stop.
func metPunt(s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}

// alineas writes prose of a casus: a line a paragraph, and a line each item of a list.
func alineas(s string) string {
	var delen []string
	inLijst := false
	for lijn := range strings.SplitSeq(casus.Alineas(s), "\n") {
		teken := casus.Lijstteken(lijn)
		item := strings.Replace(teken, "*", "-", 1) + citaat.Plat(lijn[len(teken):])
		switch laatste := len(delen) - 1; {
		case inLijst && teken != "":
			delen[laatste] += "\n" + item
		case inLijst && strings.HasPrefix(lijn, " "): // it goes on
			delen[laatste] += " " + item
		default:
			delen = append(delen, item)
			inLijst = teken != ""
		}
	}
	return samen("\n\n", delen...)
}

// samen joins what there is.
func samen(tussen string, delen ...string) string {
	return strings.Join(slices.DeleteFunc(delen, func(s string) bool { return s == "" }), tussen)
}

// verhaal is the whole story, folded.
func (s *stuk) verhaal() string {
	if s.r.Casus == reflectie.Eigen || s.def.Casus.ID != s.r.Casus || s.def.Casus.Situatie == "" {
		return ""
	}
	return "<details>\n<summary>Het hele verhaal</summary>\n\n" + alineas(s.def.Casus.Situatie) + "\n\n</details>"
}

// keuzes says in sentences what goes first and what follows from it.
func (s *stuk) keuzes() string {
	var vet, uitkomst []string
	for v := range s.alleVragen() {
		p, ok := reflectie.Ontleed(v.sleutel)
		switch {
		case !ok || v.Antwoord.IsZero() || s.plat[v.sleutel].IsZero():
		case s.isTeruggenomen(v, p): // said further on: it is no conclusion any more
		case p.Veld.Aard == reflectie.Voorrang:
			vet = append(vet, "**"+zin(v)+"**")
		case isUitkomst(p):
			uitkomst = append(uitkomst, zin(v))
		}
	}
	slices.Reverse(uitkomst) // what one does with the rule, then whose decision it is
	var lijnen []string
	for i, a := range s.r.Afspraken {
		if zin := s.afspraak(i, a); zin != "" {
			lijnen = append(lijnen, "- Afspraak "+s.namen[reflectie.SleutelAfspraken][i]+": "+zin)
		}
	}
	zinnen := append(append(vet, uitkomst...), s.besproken())
	return samen("\n\n", samen(" ", zinnen...), strings.Join(lijnen, "\n"))
}

// isTeruggenomen reports whether v says what goes first of a pair of which the person has
// not chosen both since.
func (s *stuk) isTeruggenomen(v vraag, p reflectie.Plek) bool {
	if p.Veld.Aard != reflectie.Voorrang || v.Geldt() {
		return false
	}
	// As the data has them: among the answers the one that was left out still is.
	paar, ok := reflectie.ParsePaar(p.Rij)
	return ok && !s.r.Telt(paar)
}

// teruggenomen says those choices.
func (s *stuk) teruggenomen() string {
	var zinnen []string
	for v := range s.alleVragen() {
		if p, ok := reflectie.Ontleed(v.sleutel); ok && !s.plat[v.sleutel].IsZero() && s.isTeruggenomen(v, p) {
			zinnen = append(zinnen, "Vervallen: "+zin(v))
		}
	}
	return strings.Join(zinnen, " ")
}

// isUitkomst reports whether a choice of the uitkomst stands in keuzes.
func isUitkomst(p reflectie.Plek) bool {
	return p.VanVeld(reflectie.SleutelUitkomst, "keuze") || p.VanVeld(reflectie.SleutelUitkomst, "eigen")
}

// besproken says when the team talked about it, and of a deviation of one's own
// also that it did not.
func (s *stuk) besproken() string {
	switch {
	case !s.r.Besproken.IsZero():
		return "Besproken in het team op " + s.r.Besproken.Voluit() + "."
	case s.r.Casus == reflectie.Eigen && s.r.Uitkomst.Keuze == reflectie.Afwijken:
		return "_Nog niet in het team besproken._"
	}
	return ""
}

// afspraak says how, with whom and when.
func (s *stuk) afspraak(i int, a reflectie.Afspraak) string {
	hoe := a.Hoe
	for _, v := range s.vragen {
		if v.sleutel == reflectie.Sleutel(reflectie.SleutelAfspraken, s.namen[reflectie.SleutelAfspraken][i], "hoe") && !v.Antwoord.IsZero() {
			hoe = strings.TrimSuffix(cmp.Or(v.Zin, casus.InZin(v.Weergave())), ".")
		}
	}
	bij, uiterlijk := "", ""
	if a.Bij != "" {
		bij = "bij " + citaat.Plat(a.Bij)
	}
	if !a.Wanneer.IsZero() {
		uiterlijk = "uiterlijk " + a.Wanneer.Voluit()
	}
	return samen(", ", samen(" ", citaat.Plat(hoe), bij), uiterlijk)
}

// netwerk draws the waardenetwerk, says the same in words, and after it every
// other choice, and what was skipped.
func (s *stuk) netwerk() string {
	n := netwerk.New(s.def.Waarden, netwerk.Bijdrage{Reflectie: s.r})
	tekening := ""
	if len(n.Waarden) > 0 {
		tekening = n.Mermaid()
	}
	if tekening != "" {
		tekening = "```mermaid\n" + tekening + "```"
	}
	var lijnen []string
	for _, zin := range n.Zinnen() {
		lijnen = append(lijnen, "- "+citaat.Plat(zin))
	}
	return samen("\n\n", tekening, strings.Join(lijnen, "\n"), s.zinnenVan(s.alleVragen()), s.teruggenomen(), s.nietIngevuld(s.vragen))
}

// zinnenVan says the choices that stand in no other sentence, in the order of
// the conversation.
func (s *stuk) zinnenVan(vragen iter.Seq[vraag]) string {
	var zinnen []string
	for v := range vragen {
		isGezegd := v.Aanbod || v.Functie == casus.FunctieRegel && s.r.Uitkomst.Keuze != "" // what one does with the rule names it
		if s.plat[v.sleutel].IsZero() || s.inLijf[v.sleutel] || isGezegd || !s.wilZin(v.sleutel) {
			continue
		}
		zinnen = append(zinnen, zin(v))
	}
	return strings.Join(zinnen, " ")
}

// wilZin reports whether the choice at a key is said as a sentence here. What
// names a row is said by what else the row holds.
func (s *stuk) wilZin(sleutel string) bool {
	kaal, isVervallen := strings.CutPrefix(sleutel, vervallenDeel+".")
	p, ok := reflectie.Ontleed(kaal)
	switch {
	case !ok || p.Vraag != "":
		return true
	case isVervallen && p.VanVeld(reflectie.SleutelWaarden, "naam"): // an own waarde that was left out
		return false
	case p.Veld.Voorwerk > 0, p.Veld.IsKop, p.Veld.Aard == reflectie.Voorrang, isUitkomst(p),
		p.Deel.Naam == reflectie.SleutelAfspraken, p.Deel.Naam == reflectie.SleutelVerbanden,
		p.Deel.Rijen == reflectie.PerWaarde && p.Veld.Aard == reflectie.EenLijn:
		return false
	case p.Veld.IsNaam:
		begin := reflectie.Sleutel(p.Deel.Naam, p.Rij) + "."
		for _, v := range p.Deel.Velden {
			if !v.IsNaam && !s.plat[begin+v.Naam].IsZero() {
				return false
			}
		}
	}
	return true
}

// zinVanSoort is the sentence of a choice of a field that nobody asks here, in
// the words of the step that can; "" where those want something filled in.
func (s *stuk) zinVanSoort(p reflectie.Plek, a reflectie.Antwoord) string {
	sleutel := reflectie.Sleutel(p.Deel.Naam, p.Veld.Naam)
	for _, stap := range s.def.Werkvorm.Stappen {
		for _, v := range stap.Velden {
			if len(v.Opties) == 0 || casus.Veldsleutel(stap.Soort, v.ID) != sleutel {
				continue
			}
			for _, o := range v.Opties {
				zin := strings.ReplaceAll(o.Zin, "{waarde}", s.waardeInZin(p))
				if o.ID == a.Tekst() && !strings.Contains(zin, "{") {
					return zin
				}
			}
		}
	}
	return ""
}

// waardeInZin is how the waarde of a row is called inside a sentence; of other
// rows what a question has in its place.
func (s *stuk) waardeInZin(p reflectie.Plek) string {
	if p.Deel.Rijen != reflectie.PerWaarde {
		return "{waarde}"
	}
	for _, w := range s.r.Waarden {
		if w.ID == p.Rij && w.Naam != "" {
			return casus.WaardeInZin(w.Naam)
		}
	}
	w, _ := s.def.Waarde(p.Rij)
	return casus.WaardeInZin(cmp.Or(w.Naam, p.Rij))
}

// zin says a choice as a sentence.
func zin(v vraag) string {
	begin := ""
	if strings.HasPrefix(v.sleutel, vervallenDeel+".") {
		begin = "Vervallen: "
	}
	if v.Zin != "" {
		return begin + citaat.Plat(v.Zin)
	}
	vraag := strings.TrimRight(cmp.Or(v.Kop, v.Vraag.Vraag), "?.: ")
	return begin + citaat.Plat(vraag+": "+strings.ReplaceAll(v.Weergave(), "\n", ", ")+".")
}

// nietIngevuld names what was asked and skipped: no private question, no
// follow-up, and of rows that one may add only what was begun.
func (s *stuk) nietIngevuld(vragen []vraag) string {
	var open []string
	gezien := map[string]bool{}
	for _, v := range vragen {
		if v.Antwoord.IsZero() && v.Geldt() && s.telt(v, gezien) {
			open = append(open, citaat.Plat(cmp.Or(v.Vraag.Vraag, v.Kop)))
		}
		if p, ok := reflectie.Ontleed(v.sleutel); ok {
			gezien[p.Deel.Naam+"."+p.Veld.Naam] = true
		}
	}
	if len(open) == 0 {
		return ""
	}
	return "Niet ingevuld: " + strings.Join(open, " · ")
}

// telt reports whether a question that was skipped is said to be.
func (s *stuk) telt(v vraag, gezien map[string]bool) bool {
	p, isVeld := reflectie.Ontleed(v.sleutel)
	switch {
	case v.Prive || v.Doorvraag || v.Aanbod || v.sleutel == reflectie.SleutelSpiegel:
		return false
	case !isVeld:
		return true
	case p.Veld.Voorwerk > 0, p.Veld.Aard == reflectie.Punten && s.heeftPunten():
		return false
	case p.Deel.HeeftNummers():
		return slices.Contains(s.namen[p.Deel.Naam], p.Rij) || !gezien[p.Deel.Naam+"."+p.Veld.Naam]
	}
	return true
}
