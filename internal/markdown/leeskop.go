package markdown

import (
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A kopdeel is the front matter of a file as it was read.
type kopdeel struct {
	van, tot int       // offsets of its first line and of the line that ends it
	velden   []kopstuk // top-level fields, in the order of the file
	vloei    bool      // it is not a field on every line, so it can only be written anew as a whole
	over     extra

	meta      Meta
	ruw       reflectie.Reflectie  // as it stands there: rows may be empty
	vervallen reflectie.Antwoorden // what has no place in a reflectie
	plaatsen  map[string]strict.Plaats
}

// A kopstuk is one top-level field: its lines, as offsets in the file, and its value.
type kopstuk struct {
	naam     string
	van, tot int
	waarde   *strict.Node

	regel, totRegel int // the same, as indices of lines
}

// A koplezer reads the fields of the front matter and collects what is wrong.
type koplezer struct {
	f *strict.Fouten
	k *kopdeel
}

// leesKop reads the checked front matter.
func leesKop(f *strict.Fouten, n *strict.Node) kopdeel {
	k := kopdeel{over: extra{}, vervallen: reflectie.Antwoorden{}, plaatsen: map[string]strict.Plaats{}}
	l := koplezer{f, &k}
	o := n.Object(f)
	if o == nil {
		return k
	}
	l.noteer("", n)
	if !o.Require("weeg") {
		return k
	}
	if v := o.Int("weeg"); v != reflectie.Versie {
		if v > reflectie.Versie {
			f.Add(o.Plaats("weeg"), "deze reflectie is gemaakt met een nieuwere versie van weeg; gebruik die")
		} else {
			f.Add(o.Plaats("weeg"), `bij "weeg" hoort %d`, reflectie.Versie)
		}
		return k
	}
	k.meta = Meta{ID: l.id(o), Casushash: o.Text("casushash")}
	r := &k.ruw
	r.Weeg = reflectie.Versie
	r.Casus, r.Werkvorm = o.Required("casus"), o.Required("werkvorm")
	r.Casusversie, r.Werkvormversie = o.Int("casusversie"), o.Int("werkvormversie")
	r.Datum, r.Terugblik, r.Besproken = l.datum(o, "datum"), l.datum(o, "terugblik"), l.datum(o, "besproken")
	r.Rol, r.Door = o.Text("rol"), o.Text("door")
	if e := o.Object("eigen"); e != nil {
		r.Eigen = &reflectie.Situatie{Titel: e.Text("titel"), Situatie: e.Text("situatie"), Moment: e.Text("moment")}
		l.over("eigen", o.Node("eigen"), "titel", "situatie", "moment")
	}
	r.Antwoorden = l.antwoorden(o.Node("antwoorden"))
	l.standpunten(o.Node("standpunten"))
	l.waarden(o.Node("waarden"))
	l.verbanden(o.Node("verbanden"))
	l.ruimte(o.Node("ruimte"))
	l.weging(o.Node("weging"))
	l.uitkomst(o)
	l.aandachtspunten(o)
	l.teruggeblikt(o.Node(terugblikken))
	for sleutel, antwoord := range l.antwoorden(o.Node("vervallen")) {
		k.vervallen[sleutel] = antwoord
	}
	if f.Len() == 0 {
		l.check()
	}
	return k
}

// id reads the name of the reflectie. It becomes the name of a file, so it can
// not be just anything.
func (l koplezer) id(o *strict.Object) string {
	id := o.Text("id")
	if id != "" && !isBestandsnaam(id) {
		l.f.Add(o.Plaats("id"), "%s is geen geldige id; haal deze regel weg, dan maakt weeg een nieuwe", strict.Aanhaling(id))
	}
	return id
}

// check applies the rules of the data, but the one that needs a catalogue.
func (l koplezer) check() {
	for _, fout := range l.k.ruw.Check(func(string) bool { return true }) {
		if fout.Tekst != "" {
			l.f.Add(l.k.plaats(fout.Pad), "%s", fout.Tekst)
		}
	}
}

// noteer remembers the place of every value below pad.
func (l koplezer) noteer(pad string, n *strict.Node) {
	if n == nil {
		return
	}
	if _, ok := l.k.plaatsen[pad]; !ok {
		l.k.plaatsen[pad] = n.Plaats
	}
	onder := func(naam string) string { return strings.TrimPrefix(pad+"."+naam, ".") }
	for i, item := range n.Items {
		l.noteer(onder(strconv.Itoa(i)), item)
	}
	for _, v := range n.Velden {
		l.noteer(onder(v.Naam), v.Waarde)
	}
}

// plaats returns where the value at pad stands, or the nearest that holds it.
func (k *kopdeel) plaats(pad string) strict.Plaats {
	for {
		if p, ok := k.plaatsen[pad]; ok {
			return p
		}
		i := strings.LastIndexByte(pad, '.')
		if i < 0 {
			return k.plaatsen[""]
		}
		pad = pad[:i]
	}
}

func (l koplezer) datum(o *strict.Object, naam string) reflectie.Datum {
	tekst := o.Text(naam)
	if tekst == "" {
		return reflectie.Datum{}
	}
	d, err := reflectie.ParseDatum(tekst)
	if err != nil {
		l.f.Add(o.Plaats(naam), "%s is geen datum; schrijf jaar-maand-dag, zoals 2026-11-21", strict.Aanhaling(tekst))
	}
	return d
}

// antwoorden reads answers by key: texts, lists, and true or false.
func (l koplezer) antwoorden(n *strict.Node) map[string]reflectie.Antwoord {
	o := n.Object(l.f)
	var antwoorden map[string]reflectie.Antwoord
	for _, v := range o.Velden() {
		if a := l.antwoord(v.Waarde); !a.IsZero() {
			if antwoorden == nil {
				antwoorden = map[string]reflectie.Antwoord{}
			}
			antwoorden[v.Naam] = a
		}
	}
	return antwoorden
}

func (l koplezer) antwoord(n *strict.Node) reflectie.Antwoord {
	switch n.Soort {
	case strict.Lijst:
		var items []string
		for _, w := range n.Strings(l.f) {
			items = append(items, w.Tekst)
		}
		return reflectie.Lijst(items...)
	case strict.Scalar:
		var geen strict.Fouten
		if ja, ok := n.Bool(&geen); ok {
			return reflectie.JaNee(ja)
		}
		return reflectie.Tekst(n.Tekst)
	case strict.Blok:
		n.Text(l.f)
	}
	return reflectie.Antwoord{}
}

// rijen returns the rows of a list. One that is null is an empty row: the
// answers in the body count on the numbers.
func (l koplezer) rijen(n *strict.Node) []*strict.Node {
	if n == nil {
		return nil
	}
	if n.Soort != strict.Lijst {
		n.List(l.f)
		return nil
	}
	return n.Items
}

// over keeps the fields of a block or row that are not among bekend.
func (l koplezer) over(sleutel string, n *strict.Node, bekend ...string) {
	if n == nil {
		return
	}
	for _, v := range n.Velden {
		if !slices.Contains(bekend, v.Naam) {
			l.k.over[sleutel] = append(l.k.over[sleutel], vloeiveld(v))
		}
	}
}

// vloeiveld writes a field that the tool does not know on one line.
func vloeiveld(v strict.Veld) string {
	naam := yamlSleutel(v.Naam)
	if len(naam) > maxSleutel {
		naam = "? " + naam + " "
	}
	return naam + ": " + vloeiwaarde(v.Waarde)
}

func vloeiwaarde(n *strict.Node) string {
	switch n.Soort {
	case strict.Scalar:
		if n.Vast || !gewoon(n.Tekst) {
			return strict.Quote(n.Tekst)
		}
		return n.Tekst
	case strict.Lijst:
		var items []string
		for _, item := range n.Items {
			items = append(items, vloeiwaarde(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case strict.Blok:
		var velden []string
		for _, v := range n.Velden {
			velden = append(velden, vloeiveld(v))
		}
		return vloei(velden)
	}
	return "null"
}

// gewoon reports whether a plain scalar, such as a number or a date, stays what
// it is inside braces.
func gewoon(s string) bool {
	return s != "" && s[0] != '-' && strings.IndexFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune(".-_", r)
	}) < 0
}

func (l koplezer) standpunten(n *strict.Node) {
	for i, rij := range l.rijen(n) {
		o := rij.Object(l.f)
		l.k.ruw.Standpunten = append(l.k.ruw.Standpunten,
			reflectie.Standpunt{Van: o.Text("van"), Standpunt: o.Text("standpunt"), Waarde: o.Text("waarde")})
		l.over(reflectie.Sleutel(reflectie.SleutelStandpunten, strconv.Itoa(i+1)), rij, "van", "standpunt", "waarde")
	}
}

func (l koplezer) ruimte(n *strict.Node) {
	for i, rij := range l.rijen(n) {
		o := rij.Object(l.f)
		l.k.ruw.Ruimte = append(l.k.ruw.Ruimte,
			reflectie.Ruimte{Wie: o.Text("wie"), Ruimte: o.Text("ruimte"), Aanspreekbaar: o.Text("aanspreekbaar")})
		l.over(reflectie.Sleutel(reflectie.SleutelRuimte, strconv.Itoa(i+1)), rij, "wie", "ruimte", "aanspreekbaar")
	}
}

func (l koplezer) waarden(n *strict.Node) {
	for _, o := range n.Objects(l.f) {
		w := reflectie.Waarde{ID: o.Required("id"), Naam: o.Text("naam"), Betekenis: o.Text("betekenis"),
			Bepaalt: o.Text("bepaalt"), Organiseert: o.Text("organiseert"), Controleert: o.Text("controleert"),
			Gemeenschap: o.Text("gemeenschap")}
		w.Genoemd, _ = o.Bool("genoemd")
		prefix := reflectie.Sleutel(reflectie.SleutelWaarden, w.ID)
		for i, rij := range l.rijen(o.Node("anders")) {
			a := rij.Object(l.f)
			w.Anders = append(w.Anders, reflectie.Anders{Wie: a.Text("wie"), Betekenis: a.Text("betekenis")})
			l.over(reflectie.Sleutel(prefix, "anders", strconv.Itoa(i+1)), rij, "wie", "betekenis")
		}
		l.overObject(prefix, o, "id", "naam", "betekenis", "bepaalt", "organiseert", "controleert", "gemeenschap", "anders", "genoemd")
		l.k.ruw.Waarden = append(l.k.ruw.Waarden, w)
	}
}

// overObject is over for a row that is read as an Object already.
func (l koplezer) overObject(sleutel string, o *strict.Object, bekend ...string) {
	for _, v := range o.Velden() {
		if !slices.Contains(bekend, v.Naam) {
			l.k.over[sleutel] = append(l.k.over[sleutel], vloeiveld(v))
		}
	}
}

func (l koplezer) verbanden(n *strict.Node) {
	for _, o := range n.Objects(l.f) {
		v := reflectie.Verband{Tussen: l.paar(o), Soort: o.Text("soort"), Waarom: o.Text("waarom")}
		l.overObject(reflectie.Sleutel(reflectie.SleutelVerbanden, v.Tussen.Sleutel()), o, "tussen", "soort", "waarom")
		l.k.ruw.Verbanden = append(l.k.ruw.Verbanden, v)
	}
}

func (l koplezer) weging(n *strict.Node) {
	for _, o := range n.Objects(l.f) {
		w := reflectie.Weging{Tussen: l.paar(o), Voorrang: o.Text("voorrang"), Omdat: o.Text("omdat"),
			Ondanks: o.Text("ondanks"), Verlies: o.Text("verlies"), Verzachting: o.Text("verzachting")}
		l.overObject(reflectie.Sleutel(reflectie.SleutelWeging, w.Tussen.Sleutel()), o,
			"tussen", "voorrang", "omdat", "ondanks", "verlies", "verzachting")
		l.k.ruw.Weging = append(l.k.ruw.Weging, w)
	}
}

func (l koplezer) paar(o *strict.Object) reflectie.Paar {
	if !o.Require("tussen") {
		return reflectie.Paar{}
	}
	woorden := o.Strings("tussen")
	if len(woorden) != 2 {
		l.f.Add(o.Plaats("tussen"), `bij "tussen" horen twee waarden, zoals [openheid, privacy]`)
		return reflectie.Paar{}
	}
	for _, w := range woorden {
		if !reflectie.IsID(w.Tekst) {
			l.f.Add(w.Plaats, "%s is geen geldige id; gebruik kleine letters, cijfers en streepjes", strict.Aanhaling(w.Tekst))
		}
	}
	return reflectie.Paar{woorden[0].Tekst, woorden[1].Tekst}
}

func (l koplezer) uitkomst(o *strict.Object) {
	u := o.Object("uitkomst")
	if u == nil {
		return
	}
	l.k.ruw.Uitkomst = reflectie.Uitkomst{Doen: u.Text("doen"), Keuze: u.Text("keuze"), Waarvan: u.Text("waarvan"), Omdat: u.Text("omdat")}
	if ja, ok := u.Bool("eigen"); ok {
		l.k.ruw.Uitkomst.Eigen = &ja
	}
	l.over("uitkomst", o.Node("uitkomst"), "doen", "eigen", "keuze", "waarvan", "omdat")
}

func (l koplezer) aandachtspunten(o *strict.Object) {
	a := o.Object("aandachtspunten")
	punten := func(soort string) []string {
		var punten []string
		for _, punt := range l.rijen(a.Node(soort)) {
			punten = append(punten, punt.Text(l.f))
		}
		return punten
	}
	l.k.ruw.Aandachtspunten = reflectie.Aandachtspunten{Kennis: punten("kennis"), Acties: punten("acties"), Macht: punten("macht")}
	l.over("aandachtspunten", o.Node("aandachtspunten"), "kennis", "acties", "macht")
}

func (l koplezer) teruggeblikt(n *strict.Node) {
	for i, rij := range l.rijen(n) {
		o := rij.Object(l.f)
		t := reflectie.Teruggeblikt{Datum: l.datum(o, "datum"), Antwoorden: l.antwoorden(o.Node("antwoorden"))}
		l.k.ruw.Teruggeblikt = append(l.k.ruw.Teruggeblikt, t)
		l.over(reflectie.Sleutel(terugblikken, strconv.Itoa(i+1)), rij, "datum", "antwoorden")
	}
}
