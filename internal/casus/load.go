package casus

import (
	"io/fs"
	"slices"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// kennis is what a casus may refer to.
type kennis struct {
	waarden    []string
	werkvormen []string
	werkvorm   func(id string) (Werkvorm, error)
	woorden    woordenboek
}

// A lezer reads one file, and collects what is wrong in it.
type lezer struct {
	f       strict.Fouten
	woorden woordenboek
	kent    *kennis // of a casus

	beproefd bool                // it need not try the sentences with follow-ups
	groepen  map[string][]string // words that follow-ups of this file share, by the name of the group

	plaatsen map[*Als]alsPlaats // of the conditions in this file: others were checked in theirs
}

// An alsPlaats says where the words of a condition stand.
type alsPlaats struct {
	vraag strict.Plaats
	is    []strict.Plaats
}

// open returns the fields of a file, or nil when they cannot be read at all, or
// not be understood.
func (l *lezer) open(data []byte, weergave string) *strict.Object {
	n, err := strict.Parse(weergave, data, maxBytes)
	if err != nil {
		l.f.AddErr(err)
		return nil
	}
	return l.weeg(n)
}

func parseCasus(data []byte, weergave, id string, kent *kennis) (Casus, error) {
	l := lezer{kent: kent, woorden: kent.woorden}
	o := l.open(data, weergave)
	if o == nil {
		return Casus{}, l.f.Err()
	}
	c := l.leesCasus(o, id)
	return c, l.f.Err()
}

// leesCasus reads the fields of a casus.
func (l *lezer) leesCasus(o *strict.Object, id string) Casus {
	c := Casus{
		Weeg:        Versie,
		ID:          l.bestandsID(o, id),
		Versie:      l.versie(o),
		Titel:       l.required(o, "titel"),
		Kern:        l.text(o, "kern"),
		Bron:        l.text(o, "bron"),
		Sector:      l.text(o, "sector"),
		Trefwoorden: l.texts(o, "trefwoorden"),
		Werkvorm:    l.werkvorm(o),
		Situatie:    l.required(o, "situatie"),
		Moment:      l.required(o, "moment"),
		Rollen:      metID(l, o.Objects("rollen"), l.rol),
		Waarden:     metID(l, o.Objects("waarden"), l.gezien),
		Verbanden:   l.verbanden(o),
		Regels:      metID(l, o.Objects("regels"), l.regel),
	}
	switch c.ID {
	case reflectie.Eigen:
		l.f.AddAls(strict.FoutNaam, o.Plaats("id"), `"eigen" is de naam voor een eigen situatie; kies een andere id`)
	case Nieuw:
		l.f.AddAls(strict.FoutNaam, o.Plaats("id"), "%s is de naam voor een casus die nog geschreven wordt; kies een andere id", strict.Aanhaling(Nieuw))
	}
	c.Vragen = l.extras(o, c.Werkvorm)
	o.Done()
	return c
}

// weeg checks the version of the format, and returns the fields. It returns nil
// when the rest of the file cannot be understood, so that one finding is enough.
func (l *lezer) weeg(n *strict.Node) *strict.Object {
	o := n.Object(&l.f)
	o.Require("weeg")
	o.Meer("weeg", func(v *strict.Vorm) { v.Minst, v.Meest = Versie, Versie })
	versie := o.Int("weeg")
	switch {
	case versie > Versie:
		l.f.Add(o.Plaats("weeg"), "dit bestand is gemaakt met een nieuwere versie van weeg; installeer die versie")
		return nil
	case o.Has("weeg") && versie < Versie && l.f.Len() == 0:
		l.f.Add(o.Plaats("weeg"), `de versie van het bestand klopt niet; schrijf "weeg: %d"`, Versie)
	}
	return o
}

// versie reads the version of a definition, from 1.
func (l *lezer) versie(o *strict.Object) int {
	o.Require("versie")
	return l.minstens1(o, "versie")
}

func (l *lezer) minstens1(o *strict.Object, key string) int {
	if !o.Has(key) {
		return 0
	}
	o.Meer(key, func(v *strict.Vorm) { v.Minst = 1 })
	vooraf := l.f.Len()
	n := o.Int(key)
	if n < 1 && l.f.Len() == vooraf {
		l.f.Add(o.Plaats(key), "bij %s hoort een getal van 1 of hoger", strict.Aanhaling(key))
	}
	return n
}

// bestandsID reads the id of a file, which must be the file's name.
func (l *lezer) bestandsID(o *strict.Object, bestand string) string {
	id := l.id(o, "id")
	if id != "" && id != bestand {
		l.f.AddAls(strict.FoutNaam, o.Plaats("id"), "de id is %s en het bestand heet %s; maak ze gelijk",
			strict.Aanhaling(id), strict.Aanhaling(bestand+".yaml"))
	}
	return id
}

// id reads a required id; "" when it is none.
func (l *lezer) id(o *strict.Object, key string) string {
	o.Meer(key, func(v *strict.Vorm) { v.Patroon = reflectie.IDPatroon })
	id := o.Required(key)
	if strings.TrimSpace(id) == "" || !l.isID(o.Plaats(key), id) {
		return ""
	}
	return id
}

func (l *lezer) isID(p strict.Plaats, id string) bool {
	if reflectie.IsID(id) {
		return true
	}
	raad := "gebruik kleine letters, cijfers en streepjes"
	if slug := reflectie.Slug(id); slug != "" {
		raad = "schrijf bijvoorbeeld " + strict.Aanhaling(slug)
	}
	l.f.AddAls(strict.FoutNaam, p, "%s is geen geldige id; %s", strict.Aanhaling(id), raad)
	return false
}

func (l *lezer) text(o *strict.Object, key string) string { return reflectie.Normaal(o.Text(key)) }

func (l *lezer) required(o *strict.Object, key string) string {
	return reflectie.Normaal(o.Required(key))
}

func (l *lezer) texts(o *strict.Object, key string) []string {
	var teksten []string
	for _, w := range o.Strings(key) {
		if tekst := reflectie.Normaal(w.Tekst); tekst != "" {
			teksten = append(teksten, tekst)
		}
	}
	return teksten
}

// choice reads a required word that must be one of mag.
func (l *lezer) choice(o *strict.Object, key string, mag []string) string {
	if strings.TrimSpace(o.Required(key)) == "" {
		return ""
	}
	return o.Choice(key, mag)
}

// uniek remembers on which line each word stood first.
type uniek map[string]int

// check adds a finding when woord stood in the list already. "" is no word.
func (u uniek) check(f *strict.Fouten, p strict.Plaats, woord string) {
	if woord == "" {
		return
	}
	eerst, ok := u[woord]
	if !ok {
		u[woord] = p.Regel
		return
	}
	f.AddAls(strict.FoutDubbel, p, "%s staat er twee keer; de eerste staat op regel %d. Houd er één, of geef deze een andere naam",
		strict.Aanhaling(woord), eerst)
}

// metID reads a list of blocks that have an id each, and no two the same.
func metID[T any](l *lezer, objecten []*strict.Object, lees func(o *strict.Object, id string) T) []T {
	var gelezen []T
	ids := uniek{}
	for _, o := range objecten {
		id := l.id(o, "id")
		ids.check(&l.f, o.Plaats("id"), id)
		gelezen = append(gelezen, lees(o, id))
		o.Done()
	}
	return gelezen
}

// werkvorm reads which werkvorm a casus suggests, by which it can be weighed.
func (l *lezer) werkvorm(o *strict.Object) string {
	id := l.text(o, "werkvorm")
	if id == "" || !l.isID(o.Plaats("werkvorm"), id) {
		return ""
	}
	if !l.bestaat(o.Plaats("werkvorm"), watWerkvorm, id, l.kent.werkvormen) {
		return id
	}
	w, err := l.kent.werkvorm(id)
	if err != nil {
		return id // the werkvorm's own faults are told where that is loaded
	}
	if err := w.kanBij(BijCasus); err != nil {
		l.f.AddAls(strict.FoutVerwijzing, o.Plaats("werkvorm"), "%s; kies een andere", err)
	}
	return id
}

func (l *lezer) bestaat(p strict.Plaats, wat, id string, kent []string) bool {
	if slices.Contains(kent, id) {
		return true
	}
	l.f.AddAls(strict.FoutVerwijzing, p, "%s", &Onbekend{Wat: wat, ID: id, Kent: kent})
	return false
}

// waarde checks that an id is of the catalogue.
func (l *lezer) waarde(p strict.Plaats, id string) {
	if id != "" {
		l.bestaat(p, watWaarde, id, l.kent.waarden)
	}
}

func (l *lezer) rol(o *strict.Object, id string) Rol {
	r := Rol{ID: id, Naam: l.required(o, "naam"), Zin: l.text(o, "zin"), Moment: l.text(o, "moment")}
	r.Laag, _ = o.Bool("laag")
	if id == reflectie.Ik {
		l.f.AddAls(strict.FoutNaam, o.Plaats("id"), `"ik" is de naam voor wie het gesprek voert; kies een andere id`)
	}
	return r
}

func (l *lezer) gezien(o *strict.Object, id string) Gezien {
	l.waarde(o.Plaats("id"), id)
	return Gezien{ID: id, Hier: l.text(o, "hier")}
}

func (l *lezer) verbanden(o *strict.Object) []Verband {
	paren := map[string]strict.Plaats{}
	return Elk(o.Objects("verbanden"), func(o *strict.Object) Verband {
		v := Verband{Tussen: l.paar(o, paren), Soort: l.choice(o, "soort", reflectie.KeuzesVan(reflectie.SleutelVerbanden, "soort")), Uitleg: l.text(o, "uitleg")}
		o.Done()
		return v
	})
}

// paar reads two waarden that are not the same, and not in gezien already.
func (l *lezer) paar(o *strict.Object, gezien map[string]strict.Plaats) reflectie.Paar {
	if !o.Require("tussen") {
		return reflectie.Paar{}
	}
	vooraf := l.f.Len()
	woorden := o.Strings("tussen")
	o.Meer("tussen", func(v *strict.Vorm) { v.Lang, v.Items[0].Patroon = 2, reflectie.IDPatroon })
	if l.f.Len() > vooraf {
		return reflectie.Paar{}
	}
	if len(woorden) != 2 {
		l.f.Add(o.Plaats("tussen"), `bij "tussen" horen twee waarden; schrijf bijvoorbeeld [openheid, privacy]`)
		return reflectie.Paar{}
	}
	for _, w := range woorden {
		if l.isID(w.Plaats, w.Tekst) {
			l.waarde(w.Plaats, w.Tekst)
		}
	}
	p := reflectie.Paar{woorden[0].Tekst, woorden[1].Tekst}
	if p[0] == p[1] {
		l.f.Add(woorden[1].Plaats, "hier staat twee keer %s; een verband heeft twee verschillende waarden", strict.Aanhaling(p[0]))
		return p
	}
	if eerst, ok := gezien[p.Sleutel()]; ok {
		l.f.AddAls(strict.FoutDubbel, o.Plaats("tussen"), "het verband tussen %s en %s staat er twee keer; de eerste staat op regel %d. Houd er één",
			strict.Aanhaling(p[0]), strict.Aanhaling(p[1]), eerst.Regel)
		return p
	}
	gezien[p.Sleutel()] = o.Plaats("tussen")
	return p
}

func (l *lezer) regel(o *strict.Object, id string) Regel {
	return Regel{ID: id, Regel: l.required(o, "regel"), Bedoeling: l.text(o, "bedoeling"),
		Soort: o.Choice("soort", reflectie.KeuzesVan(reflectie.SleutelUitkomst, "waarvan"))}
}

// LoadWaarden reads the part of a catalogue that is in one file.
func LoadWaarden(fsys fs.FS, naam, weergave string) ([]Waarde, error) {
	data, err := strict.ReadFile(fsys, naam, weergave, maxBytes)
	if err != nil {
		return nil, err
	}
	return ParseWaarden(data, weergave)
}

// ParseWaarden reads the part of a catalogue that these bytes hold.
func ParseWaarden(data []byte, weergave string) ([]Waarde, error) {
	n, err := strict.Parse(weergave, data, maxBytes)
	if err != nil {
		return nil, err
	}
	var l lezer
	waarden := l.leesWaarden(n)
	return waarden, l.f.Err()
}

// leesWaarden reads the fields of a part of the catalogue.
func (l *lezer) leesWaarden(n *strict.Node) []Waarde {
	var objecten []*strict.Object
	if n.Soort == strict.Lijst { // a list alone is clear enough
		objecten = n.Objects(&l.f)
	} else {
		o := l.weeg(n)
		if o == nil {
			return nil
		}
		objecten = o.Objects("waarden")
		o.Done()
	}
	var (
		synoniem  []strict.Woord
		namen     = uniek{}
		schrijven = map[string]string{} // a name in lower case, as it is written
	)
	waarden := metID(l, objecten, func(o *strict.Object, id string) Waarde {
		w := Waarde{
			ID:           id,
			Naam:         l.required(o, "naam"),
			Ook:          l.texts(o, "ook"),
			Groep:        l.text(o, "groep"),
			Omschrijving: l.text(o, "omschrijving"),
			Keerzijde:    l.text(o, "keerzijde"),
			Vraag:        l.text(o, "vraag"),
			Bron:         l.text(o, "bron"),
		}
		namen.check(&l.f, o.Plaats("naam"), strings.ToLower(w.Naam))
		schrijven[strings.ToLower(w.Naam)] = w.Naam
		synoniem = append(synoniem, o.Strings("ook")...)
		return w
	})
	for _, s := range synoniem {
		if naam, ok := schrijven[strings.ToLower(reflectie.Normaal(s.Tekst))]; ok {
			l.f.AddAls(strict.FoutDubbel, s.Plaats, "%s is al de naam van een waarde; haal het hier weg", strict.Aanhaling(naam))
		}
	}
	return waarden
}
