package markdown

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// Opties say how to rewrite a file.
type Opties struct {
	Toch bool // also where a person wrote in a derived part: that moves below it
}

// Rewrite returns the file with another reflectie in it. It changes only what
// the tool owns, and of that only what differs. An error is a *Beschreven, a
// *GehavendFout or ErrNietAanTeVullen.
func (d *Document) Rewrite(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden, o Opties) ([]byte, error) {
	if err := d.Heel(); err != nil {
		return nil, err
	}
	wordt := newStuk(def, m, r.Normaal(), vervallen, d)
	nieuw, err := newHerschrijver(d, d.stuk(def), wordt, MetaVan(m.ID, def), o.Toch).herschrijf()
	if err != nil {
		return nil, err
	}
	terug := d
	if !bytes.Equal(nieuw, d.data) {
		terug, err = Parse(d.bestand, nieuw)
	}
	if err != nil || !wordt.staatIn(terug) {
		return nil, ErrNietAanTeVullen
	}
	return nieuw, nil
}

// Vers returns the document as a rewrite of the same would leave it, with what is
// derived made anew from the data by what def says now, and tells which parts of
// it were older; van is the MetaVan of def. It is for who shows it: the data are
// neither read nor checked again.
func (d *Document) Vers(def casus.Definitie, van Meta) (*Document, strict.Bevindingen) {
	if d.Gehavend {
		return d, nil
	}
	nu := d.stuk(def)
	h := newHerschrijver(d, nu, nu, van, true)
	oud := h.verouderd()
	nieuw, err := h.herschrijf()
	if err != nil || bytes.Equal(nieuw, d.data) {
		return d, oud
	}
	vers, f := *d, strict.Fouten{}
	vers.data = nieuw
	if vers.lijf = leesLijf(&f, d.bestand, splits(nieuw), d.lijf.begin); f.Len() > 0 {
		return d, oud
	}
	return &vers, oud
}

// Verouderd tells which derived parts Vers would make anew, without making the rest. Nothing
// derived tells of follow-ups: a werkvorm without them gives the same sooner.
func (d *Document) Verouderd(def casus.Definitie, van Meta) strict.Bevindingen {
	if d.Gehavend {
		return nil
	}
	nu := d.kaalStuk(def)
	nu.afgeleiden()
	return newHerschrijver(d, nu, nu, van, true).verouderd()
}

// verouderd tells which derived parts are older than the data.
func (h *herschrijver) verouderd() strict.Bevindingen {
	var oud strict.Bevindingen
	for _, e := range h.d.lijf.elementen {
		// What was written last time says by its hash alone whether it would be so again.
		if e.soort == isAfgeleid && e.hash != vingerafdruk(h.wordt.perID[e.id()].inhoud) && !h.d.lijf.isBeschreven(e) && !h.moetBlijven(e) {
			oud = append(oud, strict.Bevinding{Plaats: plaats(h.d.bestand, e.lijn), Tekst: "dit stuk is ouder dan de gegevens; vult u de reflectie aan met weeg verder, dan maakt Weeg het opnieuw"})
		}
	}
	return oud
}

// staatIn reports whether a file that was read holds what a stuk was made of.
func (s *stuk) staatIn(terug *Document) bool {
	return terug.Meta == s.meta && maps.EqualFunc(terug.plat, s.plat, reflectie.Antwoord.Equal) && s.zelfdeRijen(terug.Reflectie)
}

// zelfdeRijen compares what keys do not say: which rows there are, in their
// order, and what names them.
func (s *stuk) zelfdeRijen(r reflectie.Reflectie) bool {
	for _, d := range reflectie.Delen() {
		hier, daar := s.r.Rijen(d), r.Rijen(d)
		if len(hier) != len(daar) {
			return false
		}
		for i := range hier {
			for _, v := range d.Velden {
				if !hier[i].Antwoord(v).Equal(daar[i].Antwoord(v)) {
					return false
				}
			}
		}
	}
	return true
}

// A wijziging puts a text in the place of the bytes from van to tot.
type wijziging struct {
	van, tot int
	tekst    string
}

// A herschrijver gathers what must change in a file.
type herschrijver struct {
	d          *Document
	was, wordt *stuk
	toch       bool
	nl         string // line end of the file

	kentCasus, kentWerkvorm bool // what wordt is made from is at hand

	waar    map[string]int   // the element that holds a block, of those that stay
	na      map[string]int   // the offset after a block that stays or is put in
	weg     map[int]bool     // elements that are taken out
	vervang []wijziging      // none overlapping
	erbij   map[int][]string // by offset, what is put in there, in order
}

func newHerschrijver(d *Document, was, wordt *stuk, van Meta, toch bool) *herschrijver {
	h := &herschrijver{d: d, was: was, wordt: wordt, toch: toch, nl: "\n", kentCasus: wordt.kentCasus(van), kentWerkvorm: wordt.kentWerkvorm(van),
		waar: map[string]int{}, na: map[string]int{}, weg: map[int]bool{}, erbij: map[int][]string{}}
	if i := bytes.IndexByte(d.data, '\n'); i > 0 && d.data[i-1] == '\r' {
		h.nl = "\r\n"
	}
	for i, e := range d.lijf.elementen {
		if e.soort == isVraag || e.soort == isAfgeleid {
			h.waar[e.id()], h.na[e.id()] = i, h.begin(h.volgende(i))
		}
	}
	return h
}

func (e element) id() string { return blokID(e.naam, e.soort == isAfgeleid) }

// schrijf puts lines in the place of the bytes from van to tot.
func (h *herschrijver) schrijf(van, tot int, tekst string) {
	h.vervang = append(h.vervang, wijziging{van, tot, strings.ReplaceAll(tekst, "\n", h.nl)})
}

// begin returns the offset where line i begins; that of the end of the file when
// there is no such line.
func (h *herschrijver) begin(i int) int {
	if i < len(h.d.lijf.lijnen) {
		return h.d.lijf.lijnen[i].van
	}
	return len(h.d.data)
}

// zetLijn gives a line another text.
func (h *herschrijver) zetLijn(i int, tekst string) {
	h.schrijf(h.d.lijf.lijnen[i].van, h.d.lijf.lijnen[i].eind, tekst)
}

// herschrijf returns the file with all changes.
func (h *herschrijver) herschrijf() ([]byte, error) {
	h.voorwerk()
	for i, e := range h.d.lijf.elementen {
		switch e.soort {
		case isVraag:
			h.vraag(i, e)
		case isAfgeleid:
			if err := h.afgeleid(i, e); err != nil {
				return nil, err
			}
		case isGegevens:
			h.gegevens(e)
		}
	}
	h.koppen()
	for i, b := range h.wordt.blokken {
		if h.ontbreekt(b) {
			h.voegIn(i, b)
		}
	}
	return h.bytes(), nil
}

// gegevens writes the data whole, where they differ.
func (h *herschrijver) gegevens(e element) {
	nieuw := h.wordt.gegevens()
	_, na, _ := strings.Cut(h.d.lijf.teksten[e.merk], "-->")
	if oud := strings.Join(h.d.lijf.teksten[e.lijn:e.merk], "\n") + "\n-->"; oud != nieuw || strings.TrimLeft(h.d.lijf.teksten[e.merk], " ") != "-->" {
		if !isLeeg(na) {
			nieuw += "\n\n" + strings.TrimSpace(na)
		}
		h.schrijf(h.begin(e.lijn), h.d.lijf.lijnen[e.merk].eind, nieuw)
	}
}

// voorwerk brings the front matter up to date, field by field.
func (h *herschrijver) voorwerk() {
	if h.d.voorwerk == nil {
		return
	}
	was, wordt := h.was.voorwerk(), h.wordt.voorwerk()
	na := 1 // the line after the field before
	for _, w := range voorwerkvelden() {
		naam := w.veld.Naam
		hier, staatEr := h.d.voorwerk[naam]
		if !staatEr {
			hier = bereik{na, na}
		}
		if wordt[naam] != was[naam] {
			h.voorwerkveld(hier, wordt[naam])
		}
		na = hier.tot
	}
}

// voorwerkveld puts a field in the place of lines, and keeps the comments in them.
func (h *herschrijver) voorwerkveld(hier bereik, veld string) {
	opmerkingen := ""
	quote := byte(0)
	for i := hier.van; i < hier.tot; i++ {
		s := h.d.lijf.teksten[i]
		var plek int
		if plek, quote = commentaar(s, quote); plek < 0 {
			continue
		}
		if i == hier.van && veld != "" {
			veld += s[len(strings.TrimRight(s[:plek], " \t")):]
		} else {
			opmerkingen += s[plek:] + "\n"
		}
	}
	if veld != "" {
		veld += "\n"
	}
	h.schrijf(h.begin(hier.van), h.begin(hier.tot), opmerkingen+veld)
}

// vraag brings one answer up to date.
func (h *herschrijver) vraag(i int, e element) {
	was, wordt := h.was.perID[e.id()], h.wordt.perID[e.id()]
	verhuist := was.naam != "" && wordt.naam != "" && was.isVervallen() != wordt.isVervallen()
	isOnzeKop := e.kop == was.kop
	if wordt.naam != "" && isOnzeKop && wordt.kop != was.kop && e.lijn == e.merk && !verhuist {
		h.zetLijn(e.merk, wordt.kop+" <!-- weeg:"+e.naam+" -->")
	}
	oud, nieuw := h.was.plat[e.naam], reflectie.Antwoord{}
	if h.wordt.inLijf[e.naam] {
		nieuw = h.wordt.plat[e.naam]
	}
	switch {
	case verhuist && isOnzeKop && e.niveau > 0 && h.d.lijf.isLeeg(e.tot, h.volgende(i)), !h.heeftRij(e.naam):
		h.neemWeg(i, e)
	case nieuw.Equal(oud) && (wordt.naam != "" || was.naam == ""):
	case wordt.naam != "":
		h.antwoord(e, wordt.inhoud)
	default:
		h.neemWeg(i, e)
	}
}

// antwoord writes what stands under a marker. A line right below it must not
// become part of it.
func (h *herschrijver) antwoord(e element, tekst string) {
	van, tot := h.begin(e.van), h.d.lijf.lijnen[e.tot-1].eind
	if e.van == e.tot {
		van, tekst = tot, "\n\n"+tekst
	}
	if e.tot < len(h.d.lijf.lijnen) && !h.d.lijf.lijnen[e.tot].leeg() {
		tekst += "\n"
	}
	h.schrijf(van, tot, tekst)
}

// heeftRij reports whether the row that a key speaks of, if any, is there.
func (h *herschrijver) heeftRij(sleutel string) bool {
	p, ok := reflectie.Ontleed(sleutel)
	return !ok || p.Rij == "" || slices.Contains(h.wordt.namen[p.Deel.Naam], p.Rij)
}

// volgende is the line where the element after element i begins.
func (h *herschrijver) volgende(i int) int {
	if i+1 < len(h.d.lijf.elementen) {
		return h.d.lijf.elementen[i+1].lijn
	}
	return len(h.d.lijf.lijnen)
}

// neemWeg takes an element out; where a person wrote under it, no more than its
// marker and what stands there of ours.
func (h *herschrijver) neemWeg(i int, e element) {
	if h.d.lijf.isLeeg(e.tot, h.volgende(i)) {
		h.weg[i] = true
		delete(h.waar, e.id())
		delete(h.na, e.id())
		h.schrijf(h.begin(e.lijn), h.begin(h.volgende(i)), "")
		return
	}
	if e.soort == isAfgeleid {
		h.schrijf(h.begin(e.lijn), h.begin(e.tot), "")
		return
	}
	if e.lijn == e.merk {
		h.zetLijn(e.merk, e.kop)
	} else {
		h.schrijf(h.begin(e.merk), h.begin(e.merk+1), "")
	}
	if e.van < e.tot {
		na := e.tot
		for h.d.lijf.lijnen[na].leeg() {
			na++
		}
		h.schrijf(h.begin(e.van), h.begin(na), "")
	}
}

// wordtVanPersoon reports whether a derived part in which somebody wrote is
// theirs from then on. It tells of the casus alone; the others tell of the data.
func wordtVanPersoon(naam string) bool { return naam == deelMoment || naam == deelVerhaal }

// moetBlijven reports whether a derived part is left as it is, whatever the tool
// would make of it: it is a person's, or what it was made from is not at hand.
func (h *herschrijver) moetBlijven(e element) bool {
	if wordtVanPersoon(e.naam) {
		return h.d.lijf.isBeschreven(e) || !h.kentCasus
	}
	was := h.was.perID[e.id()].inhoud
	zegtHetzelfde := was != "" && was == h.wordt.perID[e.id()].inhoud
	return zegtHetzelfde && !h.kentWerkvorm
}

// isActueel reports whether a derived part says what the tool would make of it.
func (h *herschrijver) isActueel(e element) bool {
	wordt, ok := h.wordt.perID[e.id()]
	return ok && vingerafdruk(h.d.lijf.tussen(e)) == vingerafdruk(wordt.inhoud)
}

// kentCasus reports whether the casus that a stuk is made from is at hand; van is
// the Meta of its definitions, which takes long to find.
func (s *stuk) kentCasus(van Meta) bool {
	c, hash := s.def.Casus, s.meta.Casushash
	return c.ID != "" && c.ID == s.r.Casus && (c.ID == reflectie.Eigen || hash == "" || hash == van.Casushash)
}

// kentWerkvorm reports the same of the questions.
func (s *stuk) kentWerkvorm(van Meta) bool {
	hash := s.meta.Werkvormhash
	return s.kentCasus(van) && s.def.Werkvorm.ID != "" && (hash == "" || hash == van.Werkvormhash)
}

// afgeleid makes one derived part anew, where its words change.
func (h *herschrijver) afgeleid(i int, e element) error {
	wordt, staat := h.wordt.perID[e.id()]
	isActueel, beschreven := h.isActueel(e), h.d.lijf.isBeschreven(e)
	if h.moetBlijven(e) || isActueel && !beschreven {
		return nil
	}
	hier := h.d.lijf.tussen(e)
	beschreven = beschreven && !isActueel && hier != ""
	if beschreven && !h.toch {
		return &Beschreven{e.naam, plaats(h.d.bestand, e.lijn)}
	}
	if !staat && !beschreven {
		h.neemWeg(i, e)
		return nil
	}
	tekst := ""
	if staat {
		tekst = wordt.tekst(strings.Contains(h.d.lijf.teksten[e.lijn], ": ")) + "\n"
	}
	if beschreven {
		tekst += "\n" + hier + "\n"
		if h.volgende(i) == e.tot || !h.d.lijf.lijnen[e.tot].leeg() {
			tekst += "\n"
		}
	}
	h.schrijf(h.begin(e.lijn), h.begin(e.tot), tekst)
	return nil
}

// koppen brings the headings up to date that nobody but the tool wrote, and
// takes out those of a section in which nothing is left.
func (h *herschrijver) koppen() {
	volgen := map[string]string{} // what an old heading over others is called now
	for _, was := range h.was.blokken {
		wordt := h.wordt.perID[was.id()]
		volgen[was.sectie] = cmp.Or(volgen[was.sectie], wordt.sectie)
		volgen[was.boven] = cmp.Or(volgen[was.boven], wordt.boven)
	}
	for _, b := range h.wordt.blokken {
		volgen[b.sectie], volgen[b.boven] = b.sectie, b.boven
	}
	volgen[h.was.titel] = h.wordt.titel
	for i := len(h.d.lijf.elementen) - 1; i >= 0; i-- {
		e := h.d.lijf.elementen[i]
		nieuw, isOns := volgen[e.kop]
		switch {
		case e.soort != isKop || !isOns || e.kop == "":
		case h.isLeeggehaald(i, e):
			h.weg[i] = true
			h.schrijf(h.begin(e.lijn), h.begin(h.volgende(i)), "")
		case nieuw != e.kop && nieuw != "":
			h.zetLijn(e.lijn, nieuw)
		}
	}
}

// isLeeggehaald reports whether all that stood under a heading is taken out.
func (h *herschrijver) isLeeggehaald(i int, e element) bool {
	if !h.d.lijf.isLeeg(e.tot, h.volgende(i)) || i+1 == len(h.d.lijf.elementen) || !h.weg[i+1] {
		return false
	}
	for j := i + 1; j < len(h.d.lijf.elementen); j++ {
		onder := h.d.lijf.elementen[j]
		if isVolgende := onder.niveau > 0 && onder.niveau <= e.niveau; isVolgende || !h.weg[j] {
			return isVolgende || onder.soort == isGegevens
		}
	}
	return true
}

// ontbreekt reports whether a block must be put in. What a person took out and
// holds no answer stays out.
func (h *herschrijver) ontbreekt(b blok) bool {
	if _, staatEr := h.waar[b.id()]; staatEr {
		return false
	}
	isNieuw := h.was.perID[b.id()].naam == ""
	if b.afgeleid && wordtVanPersoon(b.naam) {
		return isNieuw && h.kentCasus
	}
	return isNieuw || b.inhoud != niets
}

// voegIn puts a new block in its place.
func (h *herschrijver) voegIn(i int, b blok) {
	plek, sectie, boven := h.plekVoor(i, b)
	tekst := b.tekst(false) + "\n"
	if boven && b.boven != "" {
		tekst = b.boven + "\n\n" + tekst
	}
	if sectie && b.sectie != "" {
		tekst = b.sectie + "\n\n" + tekst
	}
	h.erbij[plek] = append(h.erbij[plek], tekst)
	h.na[b.id()] = plek
}

// plekVoor returns the offset for block i, and whether the headings over it must
// come along: after the block before it in its section, or before the one after
// it there; else right under the heading of that; else by the blocks of others.
func (h *herschrijver) plekVoor(i int, b blok) (plek int, sectie, boven bool) {
	blokken := h.wordt.blokken
	for _, anders := range []bool{false, true} {
		if anders {
			if n := h.sectiekop(i, b); n >= 0 {
				return h.begin(h.volgende(n)), false, true
			}
		}
		for j := i - 1; j >= 0 && (anders || blokken[j].groep == b.groep); j-- {
			if na, ok := h.na[blokken[j].id()]; ok {
				return na, anders, anders || blokken[j].boven != b.boven
			}
		}
		for j := i + 1; j < len(blokken) && (anders || blokken[j].groep == b.groep); j++ {
			if n, ok := h.waar[blokken[j].id()]; ok {
				return h.voor(n, blokken[j], b), anders, anders || blokken[j].boven != b.boven
			}
		}
	}
	n := slices.IndexFunc(h.d.lijf.elementen, func(e element) bool { return e.soort == isGegevens })
	return h.begin(h.d.lijf.elementen[n].lijn), true, true
}

// sectiekop returns the element that is the heading of the section of block i,
// or -1. Two times that somebody looked back on one day stand under headings that
// read the same.
func (h *herschrijver) sectiekop(i int, b blok) int {
	n := slices.IndexFunc(h.d.lijf.elementen, func(e element) bool { return e.soort == isKop && e.kop == b.sectie && b.sectie != "" })
	vanAnder := slices.ContainsFunc(h.wordt.blokken[:i], func(a blok) bool {
		_, staatEr := h.na[a.id()]
		return staatEr && a.sectie == b.sectie && a.groep != b.groep
	})
	if n < 0 || h.weg[n] || vanAnder {
		return -1
	}
	return n
}

// voor is the offset before an element, and before the headings over it that b
// does not stand under.
func (h *herschrijver) voor(n int, hier, b blok) int {
	e := h.d.lijf.elementen[n]
	plek := h.begin(e.lijn)
	for j := n - 1; j >= 0; j-- {
		k := h.d.lijf.elementen[j]
		if k.soort != isKop || !(k.kop == hier.boven && hier.boven != b.boven || k.kop == hier.sectie && hier.groep != b.groep) {
			break
		}
		plek = h.begin(k.lijn)
	}
	return plek
}

// bytes is the file with all changes.
func (h *herschrijver) bytes() []byte {
	for plek, teksten := range h.erbij {
		tekst := strings.Join(teksten, "\n")
		switch i := slices.IndexFunc(h.d.lijf.lijnen, func(l lijn) bool { return l.van == plek }); {
		case i > 0 && !h.d.lijf.lijnen[i-1].leeg():
			tekst = "\n" + tekst + "\n"
		case i < 0 && bytes.HasSuffix(h.d.data, []byte("\n")):
			tekst = "\n" + tekst
		case i < 0:
			tekst = "\n\n" + tekst
		default:
			tekst += "\n"
		}
		h.schrijf(plek, plek, tekst)
	}
	slices.SortStableFunc(h.vervang, func(a, b wijziging) int { return cmp.Or(cmp.Compare(a.van, b.van), cmp.Compare(a.tot, b.tot)) })
	var b bytes.Buffer
	hier := 0
	for _, w := range h.vervang {
		b.Write(h.d.data[hier:w.van])
		b.WriteString(w.tekst)
		hier = w.tot
	}
	b.Write(h.d.data[hier:])
	return b.Bytes()
}
