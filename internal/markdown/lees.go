package markdown

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/vorm"
)

// vervallenDeel begins the keys in a file of answers with no place in a
// Reflectie, and is the block in the data for those that are no texts.
const vervallenDeel = "vervallen"

// Parse reads the file of a reflectie; bestand is its name, for findings. An
// error is strict.Bevindingen, each with its place. How large data may be is
// for the caller to say.
func Parse(bestand string, data []byte) (*Document, error) {
	p := newLezer(bestand, data)
	p.lees()
	if err := p.f.Err(); err != nil {
		return nil, err
	}
	return p.Document, nil
}

// Opmerkingen tells what a person may have meant otherwise than weeg reads it,
// and what is wrong that stops nothing.
func (d *Document) Opmerkingen() []strict.Bevinding {
	alle := strict.Fouten{}
	alle.AddErr(d.lezer.Opmerkingen.Err())
	alle.AddErr(d.lijf.opmerkingen.Err())
	lijst, _ := alle.Err().(strict.Bevindingen)
	return lijst
}

// Plaats is where an answer stands, or what it is part of, by its path: "uitkomst.keuze",
// "antwoorden.bedoeling.bereiken", "standpunten.0.van".
func (d *Document) Plaats(pad string) strict.Plaats {
	return cmp.Or(d.lezer.Plaats(pad), plaats(d.bestand, 0))
}

// Eigen yields the lines of the file that people can have written, each with its number
// from 1: not those that are derived, unless somebody wrote in them.
func (d *Document) Eigen() iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		gemaakt := slices.DeleteFunc(slices.Clone(d.lijf.elementen), func(e element) bool { return e.soort != isAfgeleid || d.lijf.isBeschreven(e) })
		for i, lijn := range d.lijf.teksten {
			for len(gemaakt) > 0 && gemaakt[0].tot <= i {
				gemaakt = gemaakt[1:]
			}
			isDeel := len(gemaakt) > 0 && gemaakt[0].lijn <= i
			if !isDeel && !yield(i+1, lijn) {
				return
			}
		}
	}
}

// inData reports whether a field stands in the data: not in the body, and not in
// the front matter.
func inData(v reflectie.Veld) bool { return !v.InLijf() && v.Voorwerk == 0 }

// A lezer reads one file.
type lezer struct {
	*Document
	f *strict.Fouten
	r reflectie.Reflectie // as it is read
}

func newLezer(bestand string, data []byte) *lezer {
	d := &Document{bestand: bestand, data: data, Vervallen: reflectie.Antwoorden{}, inGegevens: map[string]bool{},
		lezer: &vorm.Lezer{Genummerd: true, Mag: inData, Namen: reflectie.Rijnamen{}}}
	return &lezer{Document: d, f: &d.lezer.Fouten, r: reflectie.Reflectie{Weeg: reflectie.Versie}}
}

func (p *lezer) plaats(i int) strict.Plaats { return plaats(p.bestand, i) }

func (p *lezer) lees() {
	lijnen, begin, ok := p.leesBegin()
	if !ok {
		return
	}
	p.lijf = leesLijf(p.f, p.bestand, lijnen, begin)
	p.leesGegevens()
	if p.f.Len() > 0 {
		return // else each answer in a row would miss it
	}
	p.leesAntwoorden()
	if p.f.Len() == 0 {
		p.rond()
	}
}

// leesBegin reads the front matter. It returns the lines of the file and which of
// them is the first of the body; ok is false where there is no reading on.
func (p *lezer) leesBegin() (lijnen []lijn, begin int, ok bool) {
	if lijnen, ok = p.lijnen(); !ok {
		return nil, 0, false
	}
	begin = slices.IndexFunc(lijnen[1:], isGrens) + 2
	return lijnen, begin, p.leesVoorwerk(lijnen[:begin])
}

// lijnen gives the lines of the file, where it is one of ours that can be read.
func (p *lezer) lijnen() ([]lijn, bool) {
	lijnen := splits(p.data)
	if i := strict.Ongeldig(p.data); i >= 0 {
		j := slices.IndexFunc(lijnen, func(l lijn) bool { return i < l.volgende })
		p.f.AddAls(strict.FoutOpmaak, strict.Plaats{Bestand: p.bestand, Regel: j + 1, Kolom: utf8.RuneCount(p.data[lijnen[j].van:i]) + 1}, "hier staat een teken dat niet te lezen is; bewaar het bestand als UTF-8")
		return nil, false
	}
	for i, l := range lijnen {
		if strict.IsConflict(l.tekst) {
			p.f.AddAls(strict.FoutConflict, p.plaats(i), "%s", strict.Conflict)
		}
	}
	if p.f.Len() > 0 {
		return nil, false
	}
	switch {
	case len(lijnen) == 0 || !isGrens(lijnen[0]):
		p.f.AddAls(strict.FoutOpmaak, p.plaats(0), `dit is geen reflectie van weeg: het begint niet met een regel "---"; kies een ander bestand`)
	case !slices.ContainsFunc(lijnen[1:], isGrens):
		p.f.AddAls(strict.FoutOpmaak, p.plaats(0), `het deel bovenaan heeft geen einde; zet onder het laatste veld een regel met "---"`)
	}
	return lijnen, p.f.Len() == 0
}

func isGrens(l lijn) bool { return strings.TrimRight(l.tekst, " \t") == grens }

// leesGegevens reads the data at the end.
func (p *lezer) leesGegevens() {
	i := slices.IndexFunc(p.lijf.elementen, func(e element) bool { return e.soort == isGegevens })
	heeft := func(s soort) bool {
		return slices.ContainsFunc(p.lijf.elementen, func(e element) bool { return e.soort == s })
	}
	// Where a derived part is left, a heading as high as a step's may be a person's own.
	anders := !heeft(isVraag) && (len(p.lijf.kaleVragen) > 0 || p.lijf.kaal > 0 && !heeft(isAfgeleid))
	if p.Gehavend = i < 0 || anders; p.Gehavend {
		p.lijf.opmerkingen.Add(p.plaats(0), "%s", zegGehavend)
	} else {
		for _, i := range p.lijf.kaleVragen {
			p.lijf.opmerkingen.Add(p.plaats(i), "Weeg leest dit niet als antwoord: in de kop erboven staat geen merk. Hoort het bij een vraag, zet het merk dan terug uit een eerdere versie.")
		}
	}
	if i < 0 {
		return
	}
	e := p.lijf.elementen[i]
	lijnen := slices.Clone(p.lijf.teksten[e.lijn+1 : e.merk+1])
	if n := len(lijnen); n > 0 {
		lijnen[n-1], _, _ = strings.Cut(lijnen[n-1], "-->")
	}
	quote := byte(0)
	for j, s := range lijnen {
		var plek int
		if plek, quote = commentaar(s, quote); plek >= 0 {
			p.f.Add(strict.Plaats{Bestand: p.bestand, Regel: e.lijn + 2 + j, Kolom: utf8.RuneCountInString(s[:plek]) + 1},
				`hier staat een opmerking in de gegevens, en Weeg schrijft die over; zet haar erbuiten`)
		}
	}
	tekst := strings.Join(lijnen, "\n")
	if strings.TrimSpace(tekst) == "" || p.f.Len() > 0 {
		return
	}
	// Empty lines in the place of those before it keep the numbers of the file.
	n, err := strict.Parse(p.bestand, []byte(strings.Repeat("\n", e.lijn+1)+tekst), 0)
	p.f.AddErr(err)
	if o := n.Object(p.f); o != nil {
		p.gegevens(o)
		o.Done()
	}
}

// gegevens reads the fields of the data.
func (p *lezer) gegevens(o *strict.Object) {
	if n := o.Node("id"); n != nil {
		if p.ID = n.Text(p.f); !reflectie.IsBestandsnaam(p.ID) && p.ID != "" {
			p.f.Add(n.Plaats, "%s kan geen naam van een bestand zijn; schrijf de naam van dit bestand, zonder \".md\"", strict.Aanhaling(p.ID))
		}
	}
	p.Casushash, p.Werkvormhash = o.Text(hashveld("casusversie")), o.Text(hashveld("werkvormversie"))
	heel := reflectie.Delen()[0]
	for _, v := range heel.Velden {
		if inData(v) {
			p.r.Rijen(heel)[0].Zet(v, p.lezer.Veld(o, v, ""))
		}
	}
	p.lezer.Delen(o, &p.r)
	for _, veld := range o.Object("antwoorden").Velden() {
		p.lezer.Onthoud(vorm.Pad("antwoorden", veld.Naam), veld.Plaats)
		p.r.Rijen(heel)[0].ZetVraag(heel, veld.Naam, p.lezer.OpVorm(veld.Waarde))
		p.inGegevens[veld.Naam] = true
	}
	for _, veld := range o.Object(vervallenDeel).Velden() {
		if a := p.lezer.OpVorm(veld.Waarde); !a.IsZero() {
			p.Vervallen[veld.Naam] = a
		}
	}
	for _, d := range reflectie.Delen()[1:] {
		for i, rij := range p.r.Rijen(d) {
			for vraag := range rij.Vragen(d) {
				p.inGegevens[reflectie.Sleutel(d.Naam, p.lezer.Namen[d.Naam][i], vraag)] = true
			}
		}
	}
}

// hashveld is the field that says what was read of a definition, by the field
// with its version.
func hashveld(versie string) string { return strings.TrimSuffix(versie, "versie") + "hash" }

// leesAntwoorden puts each answer of the body in its place.
func (p *lezer) leesAntwoorden() {
	for _, e := range p.lijf.elementen {
		switch {
		case e.soort == isVraag:
			p.antwoord(e)
		case e.soort == isAfgeleid && !wordtVanPersoon(e.naam) && p.lijf.isBeschreven(e):
			p.lijf.opmerkingen.AddAls(strict.FoutBeschreven, p.plaats(e.lijn), "Dit stuk maakt Weeg zelf, en iemand schreef erin. Zet die woorden erbuiten.")
		}
	}
}

// antwoord reads one answer.
func (p *lezer) antwoord(e element) {
	if sleutel, ok := strings.CutPrefix(e.naam, vervallenDeel+"."); ok {
		if a := p.tekst(e); !a.IsZero() && !p.dubbel(e, !p.Vervallen[sleutel].IsZero()) {
			p.Vervallen[sleutel] = a
		}
		return
	}
	plek, isVeld := reflectie.Ontleed(e.naam)
	switch {
	case isVeld:
		p.veld(e, plek)
	case !reflectie.IsOpen(e.naam):
		p.f.AddAls(strict.FoutMerk, p.plaats(e.merk), "%s is geen vraag; schrijf stap.vraag", strict.Aanhaling(e.naam))
	default:
		p.lezer.Onthoud("antwoorden."+e.naam, p.plaats(e.merk))
		heel := reflectie.Delen()[0]
		p.open(e, p.r.Rijen(heel)[0], heel, e.naam)
	}
}

// tekst is what stands under a marker.
func (p *lezer) tekst(e element) reflectie.Antwoord {
	if !e.heeftAntwoord() {
		return reflectie.Antwoord{}
	}
	return reflectie.Tekst(citaat.Lees(p.lijf.antwoord(e)))
}

// open reads the answer to an open question of a row.
func (p *lezer) open(e element, rij reflectie.Rij, d reflectie.Deel, vraag string) {
	if a := p.tekst(e); !a.IsZero() && !p.dubbel(e, p.inGegevens[e.naam]) {
		rij.ZetVraag(d, vraag, a)
	}
}

// dubbel reports whether an answer stands in the data as well.
func (p *lezer) dubbel(e element, stondEr bool) bool {
	if stondEr {
		p.f.AddAls(strict.FoutDubbel, p.plaats(e.merk), "%s staat er twee keer: hier, en in de gegevens onderaan. Houd er één", strict.Aanhaling(e.naam))
	}
	return stondEr
}

// veld reads the answer at a field, or to an open question in a row.
func (p *lezer) veld(e element, plek reflectie.Plek) {
	v := plek.Veld
	if plek.Vraag == "" && !v.InLijf() {
		if e.heeftAntwoord() {
			p.f.AddAls(strict.FoutMerk, p.plaats(e.merk), "%s hoort bovenaan of in de gegevens onderaan; haal het citaat hier weg", strict.Aanhaling(e.naam))
		}
		return
	}
	rij, pad, ok := p.rij(e, plek)
	if !ok {
		return
	}
	if plek.Vraag != "" {
		p.open(e, rij, plek.Deel, plek.Vraag)
		return
	}
	pad = vorm.Pad(pad, v.Naam)
	if v.PerWaarde {
		pad = vorm.Pad(pad, plek.Waarde)
	}
	p.lezer.Onthoud(pad, p.plaats(e.merk))
	switch {
	case v.PerWaarde:
		rij.ZetVoor(v, plek.Waarde, p.tekst(e))
	case v.Aard == reflectie.Punten && e.heeftAntwoord():
		rij.Zet(v, reflectie.Lijst(citaat.LeesLijst(p.lijf.antwoord(e))...))
	default:
		rij.Zet(v, p.tekst(e))
	}
}

// rij finds the row that an answer belongs to. Where the data are gone, the key
// says what it was.
func (p *lezer) rij(e element, plek reflectie.Plek) (_ reflectie.Rij, pad string, ok bool) {
	d := plek.Deel
	switch {
	case d.Naam == "":
		return p.r.Rijen(d)[0], "", true
	case d.Rijen == reflectie.Enkel:
		return p.r.Erbij(d), d.Naam, true
	}
	namen := p.lezer.Namen[d.Naam]
	i := slices.Index(namen, plek.Rij)
	switch {
	case i >= 0:
	case !p.Gehavend:
		p.f.AddAls(strict.FoutMerk, p.plaats(e.merk), "%s hoort bij een rij die niet in de gegevens onderaan staat; zet daar bij %s een rij bij, of haal dit merk weg",
			strict.Aanhaling(e.naam), strict.Aanhaling(d.Naam))
		return reflectie.Rij{}, "", false
	case len(namen) >= vorm.MaxRijen:
		return reflectie.Rij{}, "", false
	default:
		i = len(namen)
		p.lezer.Namen[d.Naam] = append(namen, plek.Rij)
		rij := p.r.Erbij(d)
		if v, ok := d.Naamveld(); ok && plek.Nummer() == 0 {
			rij.Zet(v, reflectie.Tekst(plek.Rij))
		}
	}
	return p.r.Rij(d, i), vorm.RijPad(d.Naam, i), true
}

// rond checks what was read, and brings it into normal form.
func (p *lezer) rond() {
	// A follow-up on a row is called as the rows of a reflectie are.
	p.r.Antwoorden = hernoem(p.r.Antwoorden, p.lezer.Namen, p.r.Rijnamen(reflectie.Reflectie{}, nil))
	p.lezer.Check(p.r, func(string) bool { return true })
	p.Reflectie = p.r.Normaal()
	p.namen = p.Reflectie.Rijnamen(p.r, p.lezer.Namen)
	p.plat = plat(p.Reflectie, p.Vervallen, p.namen)
}

// plat gives every answer the key that it has in a file whose rows are called so.
func plat(r reflectie.Reflectie, vervallen reflectie.Antwoorden, namen reflectie.Rijnamen) reflectie.Antwoorden {
	alle := metRijnamen(r, namen).Plat(namen)
	for sleutel, a := range vervallen {
		if !a.IsZero() {
			alle[vervallenDeel+"."+sleutel] = a
		}
	}
	return alle
}

// metRijnamen is a reflectie whose follow-ups call the rows as a file does.
func metRijnamen(r reflectie.Reflectie, namen reflectie.Rijnamen) reflectie.Reflectie {
	r.Antwoorden = hernoem(r.Antwoorden, r.Rijnamen(reflectie.Reflectie{}, nil), namen)
	return r
}

// hernoem calls the rows in the keys of follow-ups otherwise.
func hernoem(antwoorden map[string]reflectie.Antwoord, van, naar reflectie.Rijnamen) map[string]reflectie.Antwoord {
	nieuw := make(map[string]reflectie.Antwoord, len(antwoorden))
	for sleutel, a := range antwoorden {
		nieuw[reflectie.Hernoem(sleutel, func(deel, rij string) string {
			if i := slices.Index(van[deel], rij); i >= 0 && i < len(naar[deel]) {
				return naar[deel][i]
			}
			return rij
		})] = a
	}
	return nieuw
}

// A bereik is some lines of a file, from van up to tot.
type bereik struct{ van, tot int }

// voorwerkvelden returns the fields of the front matter in their order, with their parts.
func voorwerkvelden() (lijst []*voorwerkplek) {
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			if v.Voorwerk > 0 {
				lijst = append(lijst, &voorwerkplek{d, v})
			}
		}
	}
	slices.SortStableFunc(lijst, func(a, b *voorwerkplek) int { return a.veld.Voorwerk - b.veld.Voorwerk })
	return lijst
}

type voorwerkplek struct {
	deel reflectie.Deel
	veld reflectie.Veld
}

// leesVoorwerk reads the front matter, of which lijnen are all lines. It reports
// whether to read on: where a field alone is wrong, the rest may be too.
func (p *lezer) leesVoorwerk(lijnen []lijn) bool {
	eind := len(lijnen) - 1
	// An empty line in the place of the first keeps the line numbers of the file.
	n, err := strict.Parse(p.bestand, append([]byte("\n"), p.data[lijnen[0].volgende:lijnen[eind].van]...), 0)
	if n == nil && !IsVan(p.data) || n != nil && (n.Soort != strict.Blok || !slices.ContainsFunc(n.Velden, func(v strict.Veld) bool { return v.Naam == "weeg" })) {
		p.f.AddAls(strict.FoutOpmaak, p.plaats(0), `dit is geen reflectie van weeg: bovenaan staat geen veld "weeg"; kies een ander bestand`)
		return false
	}
	if err != nil {
		p.f.AddErr(err)
		return false
	}
	o := n.Object(p.f)
	for _, w := range voorwerkvelden() {
		if w.veld.Aard == reflectie.EenJaNee {
			p.bijnaGezegd(n, w.veld.Naam)
		}
		if w.deel.Naam == "" {
			p.r.Rijen(w.deel)[0].Zet(w.veld, p.lezer.Veld(o, w.veld, ""))
		}
	}
	if p.r.Weeg > reflectie.Versie {
		p.f.Add(o.Plaats("weeg"), "deze reflectie is gemaakt met een nieuwere versie van weeg; gebruik die")
		return false
	}
	for _, veld := range []string{"weeg", "casus", "werkvorm"} {
		if !o.Require(veld) {
			p.lezer.Meld(veld)
		}
	}
	for _, w := range voorwerkvelden() {
		if w.deel.Naam == "" {
			continue
		}
		a := p.lezer.Veld(o, w.veld, w.deel.Naam)
		p.titel = a.Tekst() // the one that there is; of a casus it is only shown
		if p.r.Casus == reflectie.Eigen {
			p.r.Erbij(w.deel).Zet(w.veld, a)
		}
	}
	p.voorwerk = leesVoorwerk(n, lijnen)
	return true
}

// bijnaGezegd tells where somebody meant to say yes or no and it would not be read: who
// wrote that others may only read it, must not find it elsewhere.
func (p *lezer) bijnaGezegd(n *strict.Node, veld string) {
	for _, v := range n.Velden {
		switch {
		case v.Naam != veld && strings.EqualFold(v.Naam, veld):
			p.f.Add(v.Plaats, "schrijf dit veld met kleine letters: %s", veld)
		case v.Naam == veld && v.Waarde.Soort == strict.Leeg:
			p.f.Add(v.Plaats, "bij %s hoort ja of nee; vul het in, of haal de regel weg", strict.Aanhaling(veld))
		}
	}
}

// leesVoorwerk finds the lines of each field; nil where they are not written a
// field a line.
func leesVoorwerk(n *strict.Node, lijnen []lijn) map[string]bereik {
	velden, eind := map[string]bereik{}, len(lijnen)-1
	for i, v := range n.Velden {
		if v.Plaats.Kolom != 1 || i > 0 && v.Plaats.Regel == n.Velden[i-1].Plaats.Regel || v.Plaats.Regel > eind {
			return nil
		}
		hier := bereik{v.Plaats.Regel - 1, eind}
		if i+1 < len(n.Velden) {
			hier.tot = n.Velden[i+1].Plaats.Regel - 1
		}
		if hier.tot > eind { // YAML ends a line where nobody else does
			return nil
		}
		for hier.tot > hier.van+1 && (lijnen[hier.tot-1].leeg() || strings.HasPrefix(lijnen[hier.tot-1].tekst, "#")) {
			hier.tot--
		}
		velden[v.Naam] = hier
	}
	return velden
}

// voorwerk returns the lines of the front matter of the file to be, by their field.
func (s *stuk) voorwerk() map[string]string {
	lijnen := map[string]string{}
	for _, w := range voorwerkvelden() {
		a := reflectie.Tekst(s.naam()) // the one that is not of the whole
		if w.deel.Naam == "" {
			a = s.r.Rijen(w.deel)[0].Antwoord(w.veld)
		}
		if !a.IsZero() {
			lijnen[w.veld.Naam] = w.veld.Naam + ": " + voorwerkwaarde(w.veld, a)
		}
	}
	return lijnen
}

func voorwerkwaarde(v reflectie.Veld, a reflectie.Antwoord) string {
	if v.Aard == reflectie.EenLijn || v.Aard == reflectie.EenRol {
		return vorm.Kaal(a.Tekst())
	}
	if a.Vorm() == reflectie.VormJaNee {
		return a.Woorden()[0]
	}
	return vorm.Waarde(v, a)
}

// gegevens writes the data as a comment.
func (s *stuk) gegevens() string {
	var b strings.Builder
	b.WriteString("<!-- weeg:gegevens (keuzes wijzigt u hier, teksten hierboven)\n")
	zet := func(naam, waarde string) {
		if reflectie.IsID(waarde) && waarde[0] <= '9' { // it is read as it is written
			b.WriteString(naam + ": " + waarde + "\n")
		} else if waarde != "" {
			b.WriteString(naam + ": " + vorm.Antwoord(reflectie.Tekst(waarde)) + "\n")
		}
	}
	zet("id", s.meta.ID)
	heel := reflectie.Delen()[0]
	hashes := map[string]string{hashveld("casusversie"): s.meta.Casushash, hashveld("werkvormversie"): s.meta.Werkvormhash}
	for _, v := range heel.Velden {
		if a := s.r.Rijen(heel)[0].Antwoord(v); inData(v) {
			if !a.IsZero() {
				b.WriteString(v.Naam + ": " + vorm.Waarde(v, a) + "\n")
			}
			zet(hashveld(v.Naam), hashes[hashveld(v.Naam)])
		}
	}
	b.WriteString(vorm.Schrijf(metRijnamen(s.r, s.namen), s.namen, inData, func(sleutel string) bool { return !s.plat[sleutel].IsZero() && !s.inLijf[sleutel] }))
	var velden []string
	for _, sleutel := range s.sleutels {
		if kaal, ok := strings.CutPrefix(sleutel, vervallenDeel+"."); ok && !s.inLijf[sleutel] {
			velden = append(velden, vorm.Sleutel(kaal)+": "+vorm.Antwoord(s.plat[sleutel]))
		}
	}
	b.WriteString(vorm.Antwoorden(vervallenDeel, velden))
	b.WriteString("-->")
	return b.String()
}

// rijnummer is the number of a row in the keys of a conversation, as a text.
func rijnummer(i int) string { return strconv.Itoa(i + 1) }
