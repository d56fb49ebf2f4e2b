package markdown

import (
	"bytes"
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// ErrNietAanTeVullen means that a file was changed so much by hand that no
// rewrite is sure to keep both what a person wrote and the answers.
var ErrNietAanTeVullen = errors.New("dit bestand is zo gewijzigd dat weeg het niet veilig kan aanvullen; " +
	"er is niets geschreven; maak een nieuw bestand: weeg lees BESTAND --json > antwoorden.json en daarna weeg nieuw --antwoorden antwoorden.json")

// Rewrite returns the file with another reflectie in it. It changes only what
// the tool owns, and of that only what differs: fields of the front matter,
// answers, derived blocks, and headings that nobody edited. All other bytes
// stay, and so does their order; what a person wrote inside a derived block
// that changes comes to stand below it. Where m keeps a Casushash that is not
// that of def, the file stays one of another definition, which may be gone: what
// is derived then says what it said. The error is ErrNietAanTeVullen.
func (d *Document) Rewrite(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden) ([]byte, error) {
	was := newStuk(def, d.Meta, d.Reflectie, d.Vervallen, d)
	wordt := newStuk(def, m, r, vervallen, d)
	for _, hoe := range []kopwijze{perRij, perVeld, alleVelden} {
		h := newHerschrijver(d, was, wordt)
		h.kop(hoe)
		h.lijf()
		nieuw := h.bytes()
		if d.houdt(nieuw, wordt) {
			return nieuw, nil
		}
	}
	if d.houdt(d.data, wordt) {
		return bytes.Clone(d.data), nil
	}
	return nil, ErrNietAanTeVullen
}

// A kopwijze is a way to bring the front matter up to date: the next does more,
// for when the one before it did not do.
type kopwijze int

const (
	perRij     kopwijze = iota // what changed, row by row
	perVeld                    // what changed, field by field
	alleVelden                 // also the fields that seem the same
)

// houdt reports whether data reads back as what it was written from.
func (d *Document) houdt(data []byte, s *stuk) bool {
	terug, err := Parse(d.bestand, data)
	if err != nil || terug.Meta != s.meta {
		return false
	}
	r, rest := reflectie.Collect(s.kop, s.alle)
	r = r.Normaal()
	return maps.EqualFunc(reflectie.Flatten(terug.Reflectie), reflectie.Flatten(r), reflectie.Antwoord.Equal) &&
		maps.EqualFunc(terug.Vervallen, rest, reflectie.Antwoord.Equal) && gelijkeKop(terug.Reflectie, r)
}

// gelijkeKop compares what no answer holds.
func gelijkeKop(a, b reflectie.Reflectie) bool {
	return a.Casus == b.Casus && a.Casusversie == b.Casusversie && a.Werkvorm == b.Werkvorm &&
		a.Werkvormversie == b.Werkvormversie && a.Datum == b.Datum && a.Door == b.Door && a.Besproken == b.Besproken &&
		slices.EqualFunc(a.Teruggeblikt, b.Teruggeblikt, func(x, y reflectie.Teruggeblikt) bool {
			return x.Datum == y.Datum && maps.EqualFunc(x.Antwoorden, y.Antwoorden, reflectie.Antwoord.Equal)
		})
}

// A wijziging puts a text in the place of the bytes from van to tot.
type wijziging struct {
	van, tot int
	tekst    string
}

// An herschrijver gathers what must change in a file.
type herschrijver struct {
	d          *Document
	was, wordt *stuk
	nl         string // line end of the file
	vanToen    bool   // the file stays one of another definition

	oud, nieuw   pagina
	oudeBlokken  map[string]blok
	nieuweBlok   map[string]blok
	waar         map[string]int   // index of the element that holds a block
	weg          map[int]bool     // elements that are taken out
	vervang      []wijziging      // by offset, none overlapping
	erbij        map[int][]string // by offset, what is put in there, in order
	erbijPlaats  map[string]int   // by block, where it was put in
	sectiePlaats map[int]int      // by group, where its last new block was put in
}

// id tells blocks apart: a question and a derived block may have one name.
func (b blok) id() string {
	if b.afgeleid {
		return "afgeleid " + b.naam
	}
	return "vraag " + b.naam
}

func (e element) id() string { return blok{naam: e.naam, afgeleid: e.soort == isAfleide}.id() }

func newHerschrijver(d *Document, was, wordt *stuk) *herschrijver {
	h := &herschrijver{d: d, was: was, wordt: wordt, nl: "\n", oud: was.pagina(), nieuw: wordt.pagina(),
		oudeBlokken: map[string]blok{}, nieuweBlok: map[string]blok{}, waar: map[string]int{}, weg: map[int]bool{},
		erbij: map[int][]string{}, erbijPlaats: map[string]int{}, sectiePlaats: map[int]int{}}
	h.vanToen = d.Casushash != wordt.def.Hash() && wordt.meta.Casushash == d.Casushash
	if i := bytes.IndexByte(d.data, '\n'); i > 0 && d.data[i-1] == '\r' {
		h.nl = "\r\n"
	}
	for _, b := range h.oud.blokken {
		h.oudeBlokken[b.id()] = b
	}
	for _, b := range h.nieuw.blokken {
		h.nieuweBlok[b.id()] = b
	}
	for i, e := range d.lijf.elementen {
		if _, dubbel := h.waar[e.id()]; e.soort != isKop && !dubbel {
			h.waar[e.id()] = i
		}
	}
	return h
}

// schrijf puts lines in the place of the bytes from van to tot.
func (h *herschrijver) schrijf(van, tot int, tekst string) {
	h.vervang = append(h.vervang, wijziging{van, tot, strings.ReplaceAll(tekst, "\n", h.nl)})
}

// kop brings the fields of the front matter up to date.
func (h *herschrijver) kop(hoe kopwijze) {
	oud, nieuw := perNaam(h.was.kopvelden()), perNaam(h.wordt.kopvelden())
	gelijk := func(a, b kopveld) bool { return a.tekst == b.tekst }
	alles := hoe == alleVelden
	if maps.EqualFunc(oud, nieuw, gelijk) && !alles {
		return
	}
	if h.d.kop.vloei {
		h.heleKop(h.wordt.kopvelden())
		return
	}
	staatEr := map[string]kopstuk{}
	for _, k := range h.d.kop.velden {
		staatEr[k.naam] = k
	}
	eind := h.d.kop.van // after the field before
	for _, naam := range kopnamen() {
		k, ok := staatEr[naam]
		switch {
		case !alles && gelijk(oud[naam], nieuw[naam]):
		case ok:
			h.werkVeldBij(k, oud[naam], nieuw[naam], hoe == perRij)
		case nieuw[naam].tekst != "":
			h.schrijf(eind, eind, nieuw[naam].tekst+"\n")
		}
		if ok {
			eind = k.tot
		}
	}
}

func perNaam(velden []kopveld) map[string]kopveld {
	m := make(map[string]kopveld, len(velden))
	for _, v := range velden {
		m[v.naam] = v
	}
	return m
}

// heleKop writes the front matter anew, with the fields that the tool does not
// know; comments come first.
func (h *herschrijver) heleKop(velden []kopveld) {
	var b strings.Builder
	regels := h.d.lijf.regels[1 : h.d.lijf.begin-1]
	for i, plaats := range h.opmerkingen(1, h.d.lijf.begin-1) {
		if plaats >= 0 {
			b.WriteString(regels[i].tekst[plaats:] + "\n")
		}
	}
	for _, v := range velden {
		b.WriteString(v.tekst + "\n")
	}
	for _, k := range h.d.kop.velden {
		if !slices.Contains(kopnamen(), k.naam) {
			b.WriteString(yamlSleutel(k.naam) + ": " + vloeiwaarde(k.waarde) + "\n")
		}
	}
	h.schrijf(h.d.kop.van, h.d.kop.tot, b.String())
}

// lijf brings the body up to date.
func (h *herschrijver) lijf() {
	h.titel()
	for i, e := range h.d.lijf.elementen {
		if e.soort != isKop {
			h.element(i, e)
		}
	}
	for i, b := range h.nieuw.blokken {
		if h.moetErbij(b) {
			h.voegIn(i, b)
		}
	}
	h.koppen()
}

// titel changes the heading of the page when nobody else did.
func (h *herschrijver) titel() {
	if h.oud.titel == h.nieuw.titel {
		return
	}
	for _, e := range h.d.lijf.elementen {
		if e.soort == isKop && h.regel(e.regel) == h.oud.titel {
			h.vervangRegel(e.regel, h.nieuw.titel)
			return
		}
	}
}

func (h *herschrijver) regel(i int) string { return h.d.lijf.regels[i].tekst }

func (h *herschrijver) vervangRegel(i int, tekst string) {
	r := h.d.lijf.regels[i]
	h.schrijf(r.van, r.eind, tekst)
}

// begin returns the offset where line i begins; that of the end of the file
// when there is no such line.
func (h *herschrijver) begin(i int) int {
	if i < len(h.d.lijf.regels) {
		return h.d.lijf.regels[i].van
	}
	return len(h.d.data)
}

// element brings one question or derived block up to date.
func (h *herschrijver) element(i int, e element) {
	was, stond := h.oudeBlokken[e.id()]
	wordt, staat := h.nieuweBlok[e.id()]
	verhuist := stond && staat && was.vervallen != wordt.vervallen
	if stond && (!staat && h.isLeeg(e) || verhuist) && h.ongewijzigd(e, was) && h.kanWeg(e) {
		h.neemWeg(i, e)
		return
	}
	if stond && staat && was.kop != wordt.kop && wordt.kop != "" && e.kop >= 0 {
		if k := h.d.lijf.elementen[e.kop]; h.regel(k.regel) == was.kop {
			h.vervangRegel(k.regel, wordt.kop)
		}
	}
	if ander, ok := h.wisselt(e, staat); ok {
		h.schrijfAnder(e, ander)
		h.erbijPlaats[ander.id()] = -1
		h.waar[ander.id()] = i
		return
	}
	if e.soort == isVraag {
		h.antwoord(e)
		return
	}
	switch inhoud := h.inhoud(e); {
	case staat && inhoud != wordt.inhoud && !(h.vanToen && was.inhoud == wordt.inhoud):
		h.schrijfAfgeleid(e, wordt.inhoud)
	case stond && !staat && inhoud != nietIngevuld:
		h.schrijfAfgeleid(e, nietIngevuld)
	}
}

// wisselt returns the block that e becomes, when its question now has an answer
// of the other kind: a choice where prose stood, or the other way round.
func (h *herschrijver) wisselt(e element, staat bool) (blok, bool) {
	b, ok := h.nieuweBlok[blok{naam: e.naam, afgeleid: e.soort != isAfleide}.id()]
	_, elders := h.waar[b.id()]
	if !ok || elders || staat || e.soort == isVraag && e.tekst != "" || h.oudeBlokken[b.id()] == b {
		return blok{}, false
	}
	return b, true
}

// nieuwAntwoord is the text that the quote at a key must hold.
func (h *herschrijver) nieuwAntwoord(sleutel string) string {
	if n, vraag, ok := splitsTerugblik(sleutel); ok {
		if v := h.wordt.terugblikvraag(n, vraag); h.wordt.terugblikPlek(n, v) == inLijf {
			return v.Antwoord.Tekst()
		}
		return ""
	}
	if a := h.wordt.alle[sleutel]; h.wordt.plek.van(sleutel, a) == inLijf {
		return a.Tekst()
	}
	return ""
}

// isLeeg reports whether nothing will stand at an element any more.
func (h *herschrijver) isLeeg(e element) bool {
	return e.soort == isAfleide || h.nieuwAntwoord(e.naam) == ""
}

// antwoord brings the quote under a question up to date.
func (h *herschrijver) antwoord(e element) {
	tekst := h.nieuwAntwoord(e.naam)
	if tekst == e.tekst {
		return
	}
	inhoud := nietIngevuld
	if tekst != "" {
		inhoud = citaat(tekst)
	}
	begin, eind := h.begin(e.van), h.begin(e.tot)
	regels := h.d.lijf.regels
	if e.van == e.tot { // nothing stood there
		inhoud = "\n" + inhoud
		if e.tot < len(regels) && !regels[e.tot].leeg() {
			inhoud += "\n"
		}
	}
	if tekst == "" && h.nogEenCitaat(e) {
		inhoud += "\n\n<!-- -->\n" // so that the next quote is not taken for the answer
	}
	if eind == len(h.d.data) && begin == eind && !bytes.HasSuffix(h.d.data, []byte("\n")) {
		inhoud = "\n" + inhoud
	}
	h.schrijf(begin, eind, inhoud+"\n")
}

func (h *herschrijver) nogEenCitaat(e element) bool {
	i := h.naLeeg(e.tot)
	return i < len(h.d.lijf.regels) && isCitaat(h.regel(i))
}

// naLeeg returns the first line from i that is not empty.
func (h *herschrijver) naLeeg(i int) int {
	for i < len(h.d.lijf.regels) && h.d.lijf.regels[i].leeg() {
		i++
	}
	return i
}

// inhoud is what stands inside a derived block now.
func (h *herschrijver) inhoud(e element) string {
	var regels []string
	for i := e.regel + 1; i < e.tot-1; i++ {
		regels = append(regels, h.regel(i))
	}
	return strings.Trim(strings.Join(regels, "\n"), "\n")
}

// eersteRegel is where an element begins: at its own heading, if it has one.
func (h *herschrijver) eersteRegel(e element) int {
	if e.kop >= 0 && !h.isSectiekop(h.d.lijf.elementen[e.kop]) {
		return h.d.lijf.elementen[e.kop].regel
	}
	return e.regel
}

func (h *herschrijver) isSectiekop(e element) bool { return e.soort == isKop && e.niveau <= 2 }

// ongewijzigd reports whether an element is exactly what the tool wrote.
func (h *herschrijver) ongewijzigd(e element, was blok) bool {
	var regels []string
	for i := h.eersteRegel(e); i < e.tot; i++ {
		regels = append(regels, h.regel(i))
	}
	return strings.Join(regels, "\n")+"\n" == was.String()
}

// kanWeg reports whether nothing that a person wrote follows an element:
// without it, that would come to stand under another question.
func (h *herschrijver) kanWeg(e element) bool {
	i := h.naLeeg(e.tot)
	return i == len(h.d.lijf.regels) || isGrensVan(h.regel(i))
}

func (h *herschrijver) neemWeg(i int, e element) {
	h.weg[i] = true
	if e.kop >= 0 {
		h.weg[e.kop] = h.eersteRegel(e) != e.regel
	}
	h.schrijf(h.begin(h.eersteRegel(e)), h.begin(h.naLeeg(e.tot)), "")
	delete(h.waar, e.id())
}

// moetErbij reports whether a block is not in the file and says something new.
// What a person took out and did not change stays out.
func (h *herschrijver) moetErbij(b blok) bool {
	if _, ok := h.waar[b.id()]; ok {
		return false
	}
	was, stond := h.oudeBlokken[b.id()]
	return !stond || was.inhoud != b.inhoud || was.vervallen != b.vervallen
}

// voegIn puts block i of the new page in after the block that precedes it.
func (h *herschrijver) voegIn(i int, b blok) {
	plaats, metKop := h.plek(i, b)
	tekst := b.String()
	if metKop {
		tekst = b.sectie + "\n\n" + tekst
	}
	h.erbij[plaats] = append(h.erbij[plaats], tekst)
	h.erbijPlaats[b.id()] = plaats
	h.sectiePlaats[b.groep] = plaats
}

// plek finds where block i of the new page goes, and whether the heading of its
// section must come with it.
func (h *herschrijver) plek(i int, b blok) (plaats int, metKop bool) {
	blokken := h.nieuw.blokken
	for j := i - 1; j >= 0 && blokken[j].groep == b.groep; j-- {
		if p, ok := h.na(blokken[j]); ok {
			return p, false
		}
	}
	for j := i + 1; j < len(blokken) && blokken[j].groep == b.groep; j++ {
		if k, ok := h.waar[blokken[j].id()]; ok {
			return h.begin(h.eersteRegel(h.d.lijf.elementen[k])), false
		}
	}
	if k, ok := h.laatste(); ok && b.terugblik {
		return h.eindVan(k), true
	}
	for k, e := range h.d.lijf.elementen {
		if b.sectie != "" && e.soort == isKop && h.regel(e.regel) == b.sectie {
			return h.eindVan(k), false
		}
	}
	metKop = b.sectie != ""
	for j := i - 1; j >= 0; j-- {
		if p, ok := h.na(blokken[j]); ok {
			return p, metKop
		}
	}
	for k, e := range h.d.lijf.elementen {
		if e.soort == isKop && e.niveau == 1 {
			return h.eindVan(k), metKop
		}
	}
	return h.begin(h.d.lijf.begin), metKop
}

// laatste returns the index of the last block in the file, but for the vervallen
// answers. There, after all that was said before, the person looks back: also
// when they did so earlier that day, under a heading that says the same.
func (h *herschrijver) laatste() (i int, ok bool) {
	for k, e := range h.d.lijf.elementen {
		if h.isSectiekop(e) && h.regel(e.regel) == "## "+sectieVervallen {
			break
		}
		if e.soort != isKop {
			i, ok = k, true
		}
	}
	return i, ok
}

// na returns the offset after a block that is in the file or was put in.
func (h *herschrijver) na(b blok) (plaats int, ok bool) {
	if k, ok := h.waar[b.id()]; ok {
		return h.eindVan(k), true
	}
	plaats, ok = h.erbijPlaats[b.id()]
	return plaats, ok && plaats >= 0
}

// eindVan returns the offset of what follows element i and all that a person
// wrote under it.
func (h *herschrijver) eindVan(i int) int {
	elementen := h.d.lijf.elementen
	for j := i + 1; j < len(elementen); j++ {
		e := elementen[j]
		if e.soort != isKop {
			return h.begin(h.eersteRegel(e))
		}
		if e.niveau <= 3 || j+1 < len(elementen) && elementen[j+1].kop == j {
			return h.begin(e.regel)
		}
	}
	return len(h.d.data)
}

// koppen brings the headings of sections up to date, and takes out those under
// which nothing is left.
func (h *herschrijver) koppen() {
	secties := map[string]bool{}
	for _, b := range h.nieuw.blokken {
		secties[b.sectie] = true
	}
	stonden := map[string]bool{}
	for _, b := range h.oud.blokken {
		stonden[b.sectie] = true
	}
	for i, e := range h.d.lijf.elementen {
		if e.soort != isKop || e.niveau != 2 || !stonden[h.regel(e.regel)] {
			continue
		}
		switch nieuw := h.sectieVan(i); {
		case nieuw != "" && nieuw != h.regel(e.regel):
			h.vervangRegel(e.regel, nieuw)
		case nieuw == "" && !secties[h.regel(e.regel)] && h.isKaal(i):
			h.schrijf(h.begin(e.regel), h.begin(h.naLeeg(e.tot)), "")
		}
	}
}

// sectieVan returns the heading that belongs above the first block under the
// heading at element i, if that block stood under this one and stays; or "".
func (h *herschrijver) sectieVan(i int) string {
	elementen := h.d.lijf.elementen
	for j := i + 1; j < len(elementen) && !h.isSectiekop(elementen[j]); j++ {
		e := elementen[j]
		was, stond := h.oudeBlokken[e.id()]
		wordt, staat := h.nieuweBlok[e.id()]
		if e.soort != isKop && !h.weg[j] && stond && staat && was.vervallen == wordt.vervallen && was.sectie == h.regel(elementen[i].regel) {
			return wordt.sectie
		}
	}
	return ""
}

// isKaal reports whether all that stood under the heading at element i is taken out.
func (h *herschrijver) isKaal(i int) bool {
	elementen := h.d.lijf.elementen
	regel := h.naLeeg(elementen[i].tot)
	j := i + 1
	for ; j < len(elementen) && !h.isSectiekop(elementen[j]); j++ {
		if !h.weg[j] {
			return false
		}
		if elementen[j].regel > regel {
			return false // a note before it
		}
		regel = h.naLeeg(elementen[j].tot)
	}
	if j < len(elementen) {
		return elementen[j].regel <= regel
	}
	return regel == len(h.d.lijf.regels)
}

// bytes makes the new file.
func (h *herschrijver) bytes() []byte {
	for plaats, teksten := range h.erbij {
		h.schrijf(plaats, plaats, h.omgeven(plaats, strings.Join(teksten, "\n")))
	}
	if len(h.vervang) == 0 {
		return bytes.Clone(h.d.data)
	}
	slices.SortStableFunc(h.vervang, func(a, b wijziging) int {
		return cmp.Or(cmp.Compare(a.van, b.van), cmp.Compare(a.tot, b.tot))
	})
	var b []byte
	klaar := 0
	for _, w := range h.vervang {
		b = append(b, h.d.data[klaar:w.van]...)
		b = append(b, w.tekst...)
		klaar = w.tot
	}
	if klaar == len(h.d.data) { // what ended the file may be gone
		b = append(bytes.TrimRight(b, "\r\n"), h.nl...)
	}
	return append(b, h.d.data[klaar:]...)
}

// omgeven puts empty lines around what is put in at an offset.
func (h *herschrijver) omgeven(plaats int, tekst string) string {
	voor := h.d.data[:plaats]
	aanEind := plaats == len(h.d.data)
	if aanEind && h.d.lijf.hek != "" { // inside a block of code nothing would be read
		tekst = h.d.lijf.hek + "\n\n" + tekst
	}
	vorige := bytes.TrimRight(voor, "\r\n")
	if n := bytes.Count(voor[len(vorige):], []byte("\n")); n < 2 {
		tekst = strings.Repeat("\n", 2-n) + tekst
	}
	if !aanEind {
		tekst += "\n"
	}
	return tekst
}
