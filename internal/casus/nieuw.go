package casus

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"ambt.example/weeg/internal/reflectie"
)

// The keys of the questions of which a casus is made. The conversation that asks
// them is data: casussen/schrijven/casus.yaml.
const (
	SleutelTitel    = "delen.titel"
	SleutelOngezegd = "delen.ongezegd" // private: what nobody may be recognised by

	sleutelHeetst = "moment.heetst"
	sleutelVooraf = "moment.vooraf"
	sleutelRollen = "mensen.rollen"
	sleutelEne    = "mensen.ene"
	sleutelAndere = "mensen.andere"
	sleutelUitweg = "knoop.uitweg"
	sleutelVraag  = "knoop.vraag"
	sleutelRegel  = "regel.regel"
	sleutelWaarom = "regel.waarom"
)

// How many words a story has, how many rollen and waarden a casus has at least, and
// how many words its question has at most.
const (
	minVerhaal   = 100
	maxVerhaal   = 360
	minRollen    = 2
	minWaarden   = 2
	maxVraag     = 15
	eneRegel     = "regel" // the id of the only rule that is asked
	naamZonder   = "Casus zonder titel"
	leegVerhaal  = "Dit verhaal is nog niet geschreven."
	leegMoment   = "Deze vraag is nog niet geschreven."
	zonderNaamID = "casus"
)

// An Ontwerp is a casus in the making: what somebody answered, as far as that goes.
type Ontwerp struct {
	Casus Casus

	// Eigen are the waarden, and EigenVerbanden the relations, that the catalogue does
	// not have, so that no casus can name them.
	Eigen          []reflectie.Waarde
	EigenVerbanden []reflectie.Verband

	Mist []Gemis  // in the order of the conversation
	Los  []string // texts that were written at questions which no longer fit
}

// A Gemis is something that a casus still lacks, in Dutch, and the key of the question
// that asks for it.
type Gemis struct{ Sleutel, Tekst string }

// NewOntwerp makes a casus of what somebody answered who wrote one; waarden is the
// catalogue. Nothing private is in r. The id is what the title proposes: whoever knows
// which are taken gives another.
func NewOntwerp(r reflectie.Reflectie, waarden []Waarde) Ontwerp {
	tekst := func(sleutel string) string { return reflectie.Normaal(r.Antwoorden[sleutel].Tekst()) }
	c := Ontwerp{Casus: Casus{
		Weeg:     Versie,
		Versie:   1,
		Titel:    tekst(SleutelTitel),
		Situatie: verhaalVan(tekst(sleutelHeetst), tekst(sleutelVooraf), tekst(sleutelEne), tekst(sleutelAndere), tekst(sleutelUitweg)),
		Moment:   losseRegels(tekst(sleutelVraag)),
		Rollen:   rollenVan(tekst(sleutelRollen)),
	}}
	c.Casus.ID = idVanTitel(c.Casus.Titel)
	if regel := tekst(sleutelRegel); regel != "" {
		c.Casus.Regels = []Regel{{ID: eneRegel, Regel: regel, Bedoeling: tekst(sleutelWaarom)}}
	}
	c.waarden(r, waarden)
	c.watMist(tekst(sleutelWaarom))
	return c
}

// idVanTitel proposes the id of a casus.
func idVanTitel(titel string) string {
	id := reflectie.Slug(titel)
	if id == "" || id == reflectie.Eigen || id == Nieuw || !reflectie.IsBestandsnaam(id) {
		return zonderNaamID
	}
	return id
}

// verhaalVan makes a story of the parts of it that were told.
func verhaalVan(delen ...string) string {
	var verteld []string
	for _, deel := range delen {
		lijnen := strings.Split(losseRegels(deel), "\n")
		for i, lijn := range lijnen {
			lijnen[i] = strings.TrimRightFunc(lijn, unicode.IsSpace)
		}
		if deel = reflectie.Normaal(strings.Join(lijnen, "\n")); deel != "" {
			verteld = append(verteld, deel)
		}
	}
	return strings.Join(verteld, "\n\n")
}

// rollenVan makes a rol of each line: what it is called, and after a colon the question
// that it stands for. "De handhaver" is called "Handhaver", and "de handhaver" in a sentence.
func rollenVan(tekst string) []Rol {
	var rollen []Rol
	bezet, gelijk := map[string]bool{reflectie.Ik: true}, map[string]int{}
	for lijn := range strings.SplitSeq(tekst, "\n") {
		lijn = strings.TrimSpace(lijn)
		lijn = strings.TrimSpace(strings.TrimPrefix(lijn, Lijstteken(lijn)))
		naam, moment, _ := strings.Cut(lijn, ":")
		rol := Rol{Naam: strings.TrimSpace(naam), Moment: strings.TrimSpace(moment)}
		if rol.Naam == "" {
			rol.Naam, rol.Moment = rol.Moment, ""
		}
		if rol.Naam == "" {
			continue
		}
		lidwoord, rest, _ := strings.Cut(rol.Naam, " ")
		if rest = strings.TrimSpace(rest); rest != "" && slices.Contains([]string{"de", "het", "een"}, strings.ToLower(lidwoord)) {
			rol.Naam, rol.Zin = MetHoofdletter(rest), strings.ToLower(lidwoord)+" "+rest
		}
		id := cmp.Or(reflectie.Slug(rol.Naam), "rol")
		for rol.ID = id; bezet[rol.ID]; { // counting on from the last of that name
			gelijk[id]++
			rol.ID = fmt.Sprintf("%s-%d", id, gelijk[id]+1)
		}
		bezet[rol.ID] = true
		rollen = append(rollen, rol)
	}
	return rollen
}

// waarden puts the chosen waarden and their relations in the casus, as far as the
// catalogue has them: by their id, or by a name or a synonym that is theirs.
func (c *Ontwerp) waarden(r reflectie.Reflectie, catalogus []Waarde) {
	bekend := map[string]string{} // the id by which a waarde was answered, and that in the catalogue
	for _, w := range r.Waarden {
		if w.Genoemd {
			continue
		}
		id := inCatalogus(catalogus, w)
		if id == "" {
			c.Eigen = append(c.Eigen, w)
			continue
		}
		bekend[w.ID] = id
		i := slices.IndexFunc(c.Casus.Waarden, func(g Gezien) bool { return g.ID == id })
		if i < 0 {
			c.Casus.Waarden = append(c.Casus.Waarden, Gezien{ID: id, Hier: reflectie.Normaal(w.Betekenis)})
			continue
		}
		g := &c.Casus.Waarden[i] // two names of one waarde
		g.Hier = reflectie.Normaal(g.Hier + "\n" + w.Betekenis)
	}
	for _, v := range r.Verbanden {
		p := reflectie.Paar{bekend[v.Tussen[0]], bekend[v.Tussen[1]]}
		eerder := slices.ContainsFunc(c.Casus.Verbanden, func(w Verband) bool { return w.Tussen.Sleutel() == p.Sleutel() })
		switch {
		case v.Soort == "":
		case p[0] == "" || p[1] == "":
			c.EigenVerbanden = append(c.EigenVerbanden, v)
		case p[0] != p[1] && !eerder:
			c.Casus.Verbanden = append(c.Casus.Verbanden, Verband{Tussen: p, Soort: v.Soort, Uitleg: reflectie.Normaal(v.Waarom)})
		}
	}
}

// inCatalogus returns the id of a waarde in the catalogue, or "".
func inCatalogus(catalogus []Waarde, w reflectie.Waarde) string {
	heet := func(naam string) bool {
		return w.Naam != "" && reflectie.Zoekvorm(naam) == reflectie.Zoekvorm(w.Naam)
	}
	for _, is := range []func(Waarde) bool{
		func(v Waarde) bool { return v.ID == w.ID },
		func(v Waarde) bool { return heet(v.Naam) },
		func(v Waarde) bool { return slices.ContainsFunc(v.Ook, heet) },
	} {
		if v, ok := Zoek(catalogus, is); ok {
			return v.ID
		}
	}
	return ""
}

// watMist notes what the casus lacks of what was asked; waarom is why its rule is there.
func (c *Ontwerp) watMist(waarom string) {
	mist := func(ja bool, sleutel, tekst string) {
		if ja {
			c.Mist = append(c.Mist, Gemis{sleutel, tekst})
		}
	}
	woorden := len(strings.Fields(c.Casus.Situatie))
	mist(woorden == 0, sleutelHeetst, "Er is nog geen verhaal.")
	mist(woorden > 0 && woorden < minVerhaal, sleutelHeetst, fmt.Sprintf("Het verhaal telt %d woorden. Een lezer heeft er minstens %d nodig.", woorden, minVerhaal))
	mist(woorden > maxVerhaal, sleutelHeetst, fmt.Sprintf("Het verhaal telt %d woorden. Met hoogstens %d leest een team het samen.", woorden, maxVerhaal))
	mist(len(c.Casus.Rollen) < minRollen, sleutelRollen, "Een casus heeft minstens twee rollen.")
	zonderVraag := slices.ContainsFunc(c.Casus.Rollen, func(rol Rol) bool { return rol.Moment == "" })
	mist(zonderVraag, sleutelRollen, "Bij een rol hoort een vraag. Zet die achter een dubbele punt.")
	mist(c.Casus.Moment == "", sleutelVraag, "Er is nog geen vraag waar het om draait.")
	vraag := len(strings.Fields(c.Casus.Moment))
	mist(vraag > maxVraag, sleutelVraag, fmt.Sprintf("De vraag telt %d woorden. Met hoogstens %d blijft hij scherp.", vraag, maxVraag))
	mist(len(c.Casus.Waarden)+len(c.Eigen) < minWaarden, reflectie.SleutelWaarden, "Een casus heeft minstens twee waarden.")
	mist(len(c.Casus.Regels) == 0, sleutelRegel, "Er is nog geen regel. Vaak speelt er een gewoonte mee.")
	mist(len(c.Casus.Regels) > 0 && waarom == "", sleutelWaarom, "Van de regel staat er nog niet waarom hij er is.")
	mist(c.Casus.Titel == "", SleutelTitel, "De casus heeft nog geen titel.")
}

// Ongezegd returns which of the words by which somebody can be recognised stand somewhere
// in the casus. Words are a line each, or stand between commas; of a whole sentence those
// count that have a capital within it, or a digit.
func (c Ontwerp) Ongezegd(woorden string) []string {
	alles := reflectie.Zoekvorm(strings.Join(c.Teksten(), "\n"))
	var gevonden []string
	for deel := range strings.FieldsFuncSeq(woorden, func(r rune) bool { return strings.ContainsRune("\n,;", r) }) {
		for _, zoek := range herkenbaar(deel) {
			if heeftWoorden(alles, reflectie.Zoekvorm(zoek)) && !slices.Contains(gevonden, zoek) {
				gevonden = append(gevonden, zoek)
			}
		}
	}
	return gevonden
}

// herkenbaar returns what to look for of something that was noted.
func herkenbaar(deel string) []string {
	const zinVanaf = 4 // words
	deel = strings.TrimSpace(deel)
	kaal := func(s string) string { return strings.TrimFunc(s, geenWoord) }
	deel = kaal(strings.TrimPrefix(deel, Lijstteken(deel)))
	var zoek []string
	if deel != "" {
		zoek = append(zoek, deel)
	}
	losse := strings.Fields(deel)
	if len(losse) < zinVanaf {
		return zoek
	}
	for i, woord := range losse {
		eerste, _ := utf8.DecodeRuneInString(kaal(woord))
		if i > 0 && unicode.IsUpper(eerste) || strings.ContainsFunc(woord, unicode.IsDigit) {
			zoek = append(zoek, kaal(woord))
		}
	}
	return zoek
}

// isLetter reports whether a name goes on with this: "Ede-Zuid" and "Ria's" have one.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// heeftWoorden reports whether words stand in a text as whole words, both as they are searched.
func heeftWoorden(tekst, woorden string) bool {
	for van := 0; ; {
		i := strings.Index(tekst[van:], woorden)
		if i < 0 {
			return false
		}
		voor, _ := utf8.DecodeLastRuneInString(tekst[:van+i])
		na, _ := utf8.DecodeRuneInString(tekst[van+i+len(woorden):])
		if !isLetter(voor) && !isLetter(na) {
			return true
		}
		_, n := utf8.DecodeRuneInString(tekst[van+i:])
		van += i + n
	}
}

// Teksten returns every text of the casus that a person wrote.
func (c Ontwerp) Teksten() []string {
	teksten := []string{c.Casus.Titel, c.Casus.Situatie, c.Casus.Moment}
	for _, r := range c.Casus.Rollen {
		teksten = append(teksten, cmp.Or(r.Zin, r.Naam), r.Moment)
	}
	for _, w := range c.Casus.Waarden {
		teksten = append(teksten, w.Hier)
	}
	for _, w := range c.Eigen {
		teksten = append(teksten, w.Naam, w.Betekenis)
	}
	for _, v := range c.Casus.Verbanden {
		teksten = append(teksten, v.Uitleg)
	}
	for _, v := range c.EigenVerbanden {
		teksten = append(teksten, v.Waarom)
	}
	for _, r := range c.Casus.Regels {
		teksten = append(teksten, r.Regel, r.Bedoeling)
	}
	return slices.DeleteFunc(teksten, func(t string) bool { return t == "" })
}

// IsLeeg reports whether nothing was answered of which a casus can be made.
func (c Ontwerp) IsLeeg() bool { return len(c.Teksten())+len(c.Casus.Waarden) == 0 }

// VanReflectie returns what somebody who writes a casus can begin from: the answers of
// their own reflectie of a situation of their own, which def defines, under the
// questions that ask for the same. It takes what a casus tells and nothing else: by
// whom it is, what was decided and whatever is private stay behind.
func VanReflectie(r reflectie.Reflectie, def Definitie) reflectie.Reflectie {
	van := reflectie.Reflectie{Weeg: reflectie.Versie, Casus: Nieuw, Antwoorden: map[string]reflectie.Antwoord{}}
	zet := func(sleutel, tekst string) {
		if tekst = reflectie.Normaal(tekst); tekst != "" {
			van.Antwoorden[sleutel] = reflectie.Tekst(tekst)
		}
	}
	if r.Eigen != nil {
		zet(SleutelTitel, r.Eigen.Titel)
		zet(sleutelHeetst, r.Eigen.Situatie)
		zet(sleutelVraag, strings.ReplaceAll(r.Eigen.Moment, "\n", " "))
	}
	var rollen []string
	rol := func(naam string) {
		if naam = MetHoofdletter(strings.TrimSpace(naam)); naam != "" && !slices.Contains(rollen, naam) {
			rollen = append(rollen, naam)
		}
	}
	rol(r.Rol)
	for _, s := range r.Standpunten {
		if s.Van == reflectie.Ik {
			continue
		}
		rol(s.Van)
		if _, heeft := van.Antwoorden[sleutelAndere]; !heeft {
			zet(sleutelAndere, s.Standpunt)
		}
	}
	zet(sleutelRollen, strings.Join(rollen, "\n"))
	for _, w := range r.Waarden {
		if !w.Genoemd {
			van.Waarden = append(van.Waarden, reflectie.Waarde{ID: w.ID, Naam: w.Naam, Betekenis: w.Betekenis})
		}
	}
	for _, v := range r.Verbanden {
		van.Verbanden = append(van.Verbanden, reflectie.Verband{Tussen: v.Tussen, Soort: v.Soort, Waarom: v.Waarom})
	}
	for _, stap := range def.Stappen() {
		for _, v := range stap.Vragen {
			a := r.Antwoorden[reflectie.Sleutel(stap.ID, v.ID)]
			switch {
			case v.Prive: // somebody may have written it in the file by hand
			case v.Functie == FunctieRegel:
				zet(sleutelRegel, strings.ReplaceAll(a.Tekst(), "\n", " "))
			case v.Functie == FunctieBescherming:
				zet(sleutelWaarom, a.Tekst())
			}
		}
	}
	return van
}
