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
	if d.Gehavend {
		return nil, &GehavendFout{plaats(d.bestand, 0)}
	}
	h := newHerschrijver(d, newStuk(def, d.Meta, d.Reflectie, d.Vervallen, d), newStuk(def, m, r, vervallen, d))
	h.toch = o.Toch
	if err := h.herschrijf(); err != nil {
		return nil, err
	}
	nieuw := h.bytes()
	if bytes.Equal(nieuw, d.data) && h.wordt.staatIn(d) {
		return bytes.Clone(d.data), nil
	}
	terug, err := Parse(d.bestand, nieuw)
	if err != nil || !h.wordt.staatIn(terug) {
		return nil, ErrNietAanTeVullen
	}
	return nieuw, nil
}

// Vers returns the document as a rewrite of the same would leave it, with what is
// derived made anew from the data by what def says now, and tells which parts of
// it were older. It is for who shows it: the data are neither read nor checked again.
func (d *Document) Vers(def casus.Definitie) (*Document, strict.Bevindingen) {
	if d.Gehavend {
		return d, nil
	}
	nu := newStuk(def, d.Meta, d.Reflectie, d.Vervallen, d)
	h := newHerschrijver(d, nu, nu)
	h.toch = true
	oud := h.verouderd()
	if err := h.herschrijf(); err != nil {
		return d, oud
	}
	nieuw := h.bytes()
	if bytes.Equal(nieuw, d.data) {
		return d, oud
	}
	vers, f := *d, strict.Fouten{}
	vers.data = nieuw
	if vers.lijf = leesLijf(&f, d.bestand, splits(nieuw, len(nieuw)-len(bytes.TrimPrefix(nieuw, []byte("\ufeff")))), d.lijf.begin); f.Len() > 0 {
		return d, oud
	}
	return &vers, oud
}

// verouderd tells which derived parts are older than the data.
func (h *herschrijver) verouderd() strict.Bevindingen {
	var oud strict.Bevindingen
	for _, e := range h.d.lijf.elementen {
		b, staat := h.nieuweBlok[blokID(e.naam, true)]
		if e.soort != isAfgeleid || h.blijftStaan(e, b, staat) || h.d.lijf.isBeschreven(e) || staat && vingerafdruk(b.inhoud) == e.hash {
			continue
		}
		oud = append(oud, strict.Bevinding{Plaats: plaats(h.d.bestand, e.lijn), Tekst: "dit stuk is ouder dan de gegevens; vult u de reflectie aan met weeg verder, dan maakt Weeg het opnieuw"})
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

	oudeBlok, nieuweBlok map[string]blok
	waar                 map[string]int   // the element that holds a block
	weg                  map[int]bool     // elements that are taken out
	vervang              []wijziging      // none overlapping
	erbij                map[int][]string // by offset, what is put in there, in order
}

func newHerschrijver(d *Document, was, wordt *stuk) *herschrijver {
	h := &herschrijver{d: d, was: was, wordt: wordt, nl: "\n", kentCasus: wordt.kentCasus(), kentWerkvorm: wordt.kentWerkvorm(), oudeBlok: map[string]blok{}, nieuweBlok: map[string]blok{},
		waar: map[string]int{}, weg: map[int]bool{}, erbij: map[int][]string{}}
	if i := bytes.IndexByte(d.data, '\n'); i > 0 && d.data[i-1] == '\r' {
		h.nl = "\r\n"
	}
	for _, b := range was.blokken {
		h.oudeBlok[b.id()] = b
	}
	for _, b := range wordt.blokken {
		h.nieuweBlok[b.id()] = b
	}
	for i, e := range d.lijf.elementen {
		if e.soort == isVraag || e.soort == isAfgeleid {
			h.waar[e.id()] = i
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

func (h *herschrijver) herschrijf() error {
	h.voorwerk()
	for i, e := range h.d.lijf.elementen {
		switch e.soort {
		case isVraag:
			h.vraag(i, e)
		case isAfgeleid:
			if err := h.afgeleid(i, e); err != nil {
				return err
			}
		case isGegevens:
			h.gegevens(e)
		}
	}
	h.koppen()
	for i, b := range h.wordt.blokken {
		if h.moetErbij(b) {
			h.voegIn(i, b)
		}
	}
	return nil
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
	was, wordt, staatEr := perNaam(h.was.voorwerk()), perNaam(h.wordt.voorwerk()), perNaam(h.d.voorwerk.velden)
	na := 1 // the line after the field before
	for _, w := range voorwerkvelden() {
		naam := w.veld.Naam
		hier, ok := staatEr[naam]
		switch {
		case h.d.voorwerk.vloei || wordt[naam].waarde == was[naam].waarde:
		case ok:
			h.voorwerkveld(hier, wordt[naam])
		case wordt[naam].waarde != "":
			h.schrijf(h.begin(na), h.begin(na), wordt[naam].lijn()+"\n")
		}
		if ok {
			na = hier.tot
		}
	}
}

func perNaam(velden []voorwerkveld) map[string]voorwerkveld {
	m := map[string]voorwerkveld{}
	for _, v := range velden {
		m[v.naam] = v
	}
	return m
}

// voorwerkveld writes one field anew, and keeps the comments in it.
func (h *herschrijver) voorwerkveld(hier, wordt voorwerkveld) {
	var opmerkingen []string
	quote := byte(0)
	eerste := ""
	for i := hier.lijn_; i < hier.tot; i++ {
		s := h.d.lijf.teksten[i]
		var plek int
		if plek, quote = commentaar(s, quote); plek < 0 {
			continue
		}
		if i == hier.lijn_ && wordt.waarde != "" {
			eerste = s[len(strings.TrimRight(s[:plek], " \t")):]
		} else {
			opmerkingen = append(opmerkingen, s[plek:]+"\n")
		}
	}
	tekst := strings.Join(opmerkingen, "")
	if wordt.waarde != "" {
		tekst += wordt.lijn() + eerste + "\n"
	}
	h.schrijf(h.begin(hier.lijn_), h.begin(hier.tot), tekst)
}

// vraag brings one answer up to date.
func (h *herschrijver) vraag(i int, e element) {
	was, wordt := h.oudeBlok[e.naam], h.nieuweBlok[e.naam]
	if wordt.naam != "" && was.kop != wordt.kop && e.kop == was.kop && e.lijn == e.merk && !h.verhuist(was, wordt) {
		h.zetLijn(e.merk, wordt.kop+" <!-- weeg:"+e.naam+" -->")
	}
	oud, nieuw := h.was.plat[e.naam], reflectie.Antwoord{}
	if h.wordt.inLijf[e.naam] {
		nieuw = h.wordt.plat[e.naam]
	}
	switch {
	case h.verhuist(was, wordt) && e.kop == was.kop && e.niveau > 0 && h.d.lijf.isLeeg(e.tot, h.volgende(i)):
		h.neemWeg(i, e)
		delete(h.waar, e.naam)
	case nieuw.IsZero() && !h.heeftRij(e.naam):
		h.neemWeg(i, e)
	case nieuw.Equal(oud) && !(nieuw.IsZero() && was.naam != "" && wordt.naam == ""):
	case !nieuw.IsZero():
		h.antwoord(e, citeer(nieuw))
	case wordt.naam != "" && e.van < e.tot:
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

// verhuist reports whether an answer became vervallen, or is so no longer.
func (h *herschrijver) verhuist(was, wordt blok) bool {
	vervallen := "## " + kopVervallen
	return was.naam != "" && wordt.naam != "" && (was.groep == vervallen) != (wordt.groep == vervallen)
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

// vanPersoon reports whether a derived part in which somebody wrote is theirs
// from then on.
func vanPersoon(naam string) bool { return naam == deelMoment || naam == deelVerhaal }

// blijftStaan reports whether a derived part is left as it is, whatever the tool
// would make of it: what it was made from is not at hand, or it is a person's.
func (h *herschrijver) blijftStaan(e element, wordt blok, staat bool) bool {
	if vanPersoon(e.naam) {
		return h.d.lijf.isBeschreven(e) || !h.kentCasus
	}
	was, stond := h.oudeBlok[e.id()]
	return !h.kentWerkvorm && stond && staat && was.inhoud == wordt.inhoud
}

// kentCasus reports whether the casus that a stuk is made from is at hand.
func (s *stuk) kentCasus() bool {
	c := s.def.Casus
	if c.ID == "" || c.ID != s.r.Casus {
		return false
	}
	hash := s.meta.Casushash
	return c.ID == reflectie.Eigen || hash == "" || hash == c.Hash()
}

// kentWerkvorm reports the same of the questions.
func (s *stuk) kentWerkvorm() bool {
	hash := s.meta.Werkvormhash
	return s.kentCasus() && s.def.Werkvorm.ID != "" && (hash == "" || hash == s.def.Werkvorm.Hash())
}

// afgeleid makes one derived part anew, where its words change.
func (h *herschrijver) afgeleid(i int, e element) error {
	wordt, staat := h.nieuweBlok[e.id()]
	hier := h.d.lijf.tussen(e)
	if h.blijftStaan(e, wordt, staat) || staat && vingerafdruk(hier) == vingerafdruk(wordt.inhoud) && e.hash == vingerafdruk(hier) {
		return nil
	}
	beschreven := h.d.lijf.isBeschreven(e) && !(staat && vingerafdruk(hier) == vingerafdruk(wordt.inhoud)) && hier != ""
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
		if h.volgende(i) > e.tot && !h.d.lijf.lijnen[e.tot].leeg() || h.volgende(i) == e.tot {
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
		wordt := h.nieuweBlok[was.id()]
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
		if !h.weg[j] {
			return onder.niveau > 0 && onder.niveau <= e.niveau || onder.soort == isGegevens
		}
		if onder.niveau > 0 && onder.niveau <= e.niveau {
			return true
		}
	}
	return true
}

// moetErbij reports whether a block lacks in the file. What a person took out
// and holds no answer stays out.
func (h *herschrijver) moetErbij(b blok) bool {
	if _, staatEr := h.waar[b.id()]; staatEr {
		return false
	}
	_, stond := h.oudeBlok[b.id()]
	if b.afgeleid && vanPersoon(b.naam) {
		return !stond && h.kentCasus
	}
	return b.inhoud != niets || !stond
}

// voegIn puts a new block in its place: after the block before it in its section,
// or before the one after it there; in a section of its own otherwise.
func (h *herschrijver) voegIn(i int, b blok) {
	plek, sectie, boven := h.plek(i, b)
	tekst := b.tekst(false) + "\n"
	if boven && b.boven != "" {
		tekst = b.boven + "\n\n" + tekst
	}
	if sectie && b.sectie != "" {
		tekst = b.sectie + "\n\n" + tekst
	}
	h.erbij[plek] = append(h.erbij[plek], tekst)
	h.waar[b.id()] = -1 - plek // placed, but in no element
}

// plek returns the offset for block i, and whether the headings over it must
// come along.
func (h *herschrijver) plek(i int, b blok) (plek int, sectie, boven bool) {
	blokken := h.wordt.blokken
	staat := func(j int) (int, bool) { n, ok := h.waar[blokken[j].id()]; return n, ok && (n < 0 || !h.weg[n]) }
	for j := i - 1; j >= 0 && blokken[j].groep == b.groep; j-- {
		if n, ok := staat(j); ok {
			return h.na(n), false, blokken[j].boven != b.boven
		}
	}
	for j := i + 1; j < len(blokken) && blokken[j].groep == b.groep; j++ {
		if n, ok := staat(j); ok && n >= 0 {
			return h.voor(n, blokken[j], b), false, blokken[j].boven != b.boven
		}
	}
	// Two times that somebody looked back on one day stand under headings that read the same.
	vanAnder := slices.ContainsFunc(blokken[:i], func(a blok) bool { _, ok := h.waar[a.id()]; return ok && a.sectie == b.sectie && a.groep != b.groep })
	if n := slices.IndexFunc(h.d.lijf.elementen, func(e element) bool { return e.soort == isKop && e.kop == b.sectie && b.sectie != "" }); n >= 0 && !h.weg[n] && !vanAnder {
		return h.begin(h.volgende(n)), false, true
	}
	for j := i - 1; j >= 0; j-- {
		if n, ok := staat(j); ok {
			return h.na(n), true, true
		}
	}
	for j := i + 1; j < len(blokken); j++ {
		if n, ok := staat(j); ok && n >= 0 {
			return h.voor(n, blokken[j], b), true, true
		}
	}
	n := slices.IndexFunc(h.d.lijf.elementen, func(e element) bool { return e.soort == isGegevens })
	return h.begin(h.d.lijf.elementen[max(n, 0)].lijn), true, true
}

// na is the offset after an element and what a person wrote under it; of what is
// put in itself, where that was.
func (h *herschrijver) na(n int) int {
	if n < 0 {
		return -1 - n
	}
	return h.begin(h.volgende(n))
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
