package kompas

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/reflectie"
)

// A Beeld is what a kompas shows, with the names that people know. Its order is that
// of the alphabet: it says nothing.
type Beeld struct {
	Weinig bool // there are too few reflecties for more than questions
	Samen  bool // it is of more teams

	Spanningen []Spanning // that come back
	Open       []Spanning // other ones that somebody left open
	Oneens     []Bij      // what teams did not agree on
	Regels     []Knelt
	Punten     []Letten // of each kind, in the order of a reflectie
	Waarden    []Betekent
	Netwerk    netwerk.Netwerk
	Rollen     []Rollen // that nobody looked from
	Stemmen    []Bij
	Afspraken  []Afspraak
	Dag        reflectie.Datum // on which it is made
}

// A Bij is what people wrote about one casus, each sentence once. Casus is its title,
// and "" of situations of people's own.
type Bij struct {
	Casus  string
	Zinnen []string
}

// A Spanning is two waarden: who let the one go first and who the other, by casus,
// and who left it open.
type Spanning struct {
	Tussen  [2]string
	Kanten  [2][]Bij
	OpenBij []Bij
}

// A Knelt is a rule, why it is there, and the rollen that decide on it.
type Knelt struct {
	Regel, Bedoeling string
	Bij              []Bij
	Lagen            []string
}

// A Letten is a kind of aandachtspunten.
type Letten struct {
	Soort  string
	Punten []Aandachtspunt
	Leeg   bool // nobody wrote one; words may have stayed behind all the same
}

// An Aandachtspunt is one with the day on which somebody wrote it last.
type Aandachtspunt struct {
	Tekst, Casus string
	Datum        reflectie.Datum
	Oud          bool // older than a year
	Blad         bool // a team wrote it
}

// A Betekent is what a waarde means to people.
type Betekent struct {
	Waarde string
	Bij    []Bij
}

// Rollen are some of a casus, as they stand in a sentence.
type Rollen struct {
	Casus  string
	Rollen []string
}

// Beeld is what k shows on a day.
func (k Kompas) Beeld(bronnen Bronnen, dag reflectie.Datum) Beeld {
	reflecties := 0
	for _, bij := range k.Reflecties {
		if !bij.Blad {
			reflecties++
		}
	}
	b := Beeld{Weinig: reflecties < minstens, Samen: k.samen, Dag: dag}
	if b.Weinig {
		return b
	}
	m := maker{k, bronnen, k.namen(bronnen.Waarden)}
	b.Spanningen, b.Open = m.spanningen()
	b.Regels = m.regels()
	for _, soort := range []string{Kennis, Acties, Macht} {
		b.Punten = append(b.Punten, m.letten(soort, dag))
	}
	b.Waarden = m.waarden()
	b.Netwerk = m.netwerk()
	b.Rollen = m.rollen()
	stemmen, oneens := bundel{}, bundel{}
	for _, bij := range k.Reflecties {
		for _, stem := range bij.Stemmen {
			stemmen.add(m.titel(bij.Casus), stem)
		}
		for _, zin := range bij.Oneens {
			oneens.add(m.titel(bij.Casus), zin)
		}
		b.Afspraken = append(b.Afspraken, bij.Afspraken...)
	}
	b.Oneens = oneens.lijst()
	b.Stemmen = stemmen.lijst()
	slices.SortStableFunc(b.Afspraken, func(x, y Afspraak) int {
		return cmp.Or(strings.Compare(x.Wat, y.Wat), strings.Compare(x.Gekomen, y.Gekomen))
	})
	b.Afspraken = slices.Compact(b.Afspraken)
	return b
}

// A maker makes a Beeld.
type maker struct {
	k       Kompas
	bronnen Bronnen
	namen   map[string]string // of waarden, by what they are called in a Bijdrage
}

// namen are those of the catalogue, and of people's own waarden.
func (k Kompas) namen(catalogus []casus.Waarde) map[string]string {
	namen := map[string]string{}
	for _, bij := range k.Reflecties {
		for _, w := range bij.Waarden {
			if namen[w.ID] == "" || w.Naam != "" && w.Naam < namen[w.ID] {
				namen[w.ID] = w.Naam
			}
		}
	}
	for _, w := range catalogus {
		namen[w.ID] = w.Naam
	}
	return namen
}

func (m maker) naam(id string) string { return cmp.Or(m.namen[id], id) }

// titel is how a casus is called; "" for a situation of one's own, of which the title
// would tell which file it is.
func (m maker) titel(id string) string {
	if id == reflectie.Eigen {
		return ""
	}
	return cmp.Or(m.bronnen.Casus(id).Titel, id)
}

// A bundel is sentences by the title of what they are about. A title may have none.
type bundel map[string]map[string]bool

func (b bundel) add(titel, zin string) {
	if b[titel] == nil {
		b[titel] = map[string]bool{}
	}
	if zin != "" {
		b[titel][zin] = true
	}
}

// add adds a sentence to the bundel of wat.
func add[K comparable](alle map[K]bundel, wat K, titel, zin string) {
	if alle[wat] == nil {
		alle[wat] = bundel{}
	}
	alle[wat].add(titel, zin)
}

func (b bundel) lijst() (lijst []Bij) {
	for _, titel := range slices.Sorted(maps.Keys(b)) {
		lijst = append(lijst, Bij{titel, slices.Sorted(maps.Keys(b[titel]))})
	}
	return lijst
}

// opSleutel calls doe for each of a map in the order of its keys.
func opSleutel[K ~[2]string, V any](m map[K]V, doe func(K, V)) {
	for _, sleutel := range slices.SortedStableFunc(maps.Keys(m), func(a, b K) int { return slices.Compare(a[:], b[:]) }) {
		doe(sleutel, m[sleutel])
	}
}

// A gewogen is where two waarden were weighed, and how.
type gewogen struct {
	casussen map[string]bool    // each situation of one's own is one
	kanten   map[string]bundel  // by voorrang, what people wrote
	zo       map[[2]string]bool // by casus and voorrang
}

// komtTerug reports whether paar was weighed in more than one casus, or both ways in one.
func (g *gewogen) komtTerug(paar reflectie.Paar) bool {
	for waar := range g.casussen {
		if g.zo[[2]string{waar, paar[0]}] && g.zo[[2]string{waar, paar[1]}] {
			return true
		}
	}
	return len(g.casussen) > 1
}

// spanningen are those that come back, and of the others those that were left open.
func (m maker) spanningen() (terug, open []Spanning) {
	alle := map[reflectie.Paar]*gewogen{}
	for _, bij := range m.k.Reflecties {
		for _, w := range bij.Weging {
			paar := opVolgorde(w.Tussen)
			g := alle[paar]
			if g == nil {
				g = &gewogen{map[string]bool{}, map[string]bundel{}, map[[2]string]bool{}}
				alle[paar] = g
			}
			waar := bij.Casus
			if waar == reflectie.Eigen {
				waar += bij.ID
			}
			g.casussen[waar], g.zo[[2]string{waar, w.Voorrang}] = true, true
			add(g.kanten, w.Voorrang, m.titel(bij.Casus), w.Omdat)
		}
	}
	opSleutel(alle, func(paar reflectie.Paar, g *gewogen) {
		s := Spanning{Tussen: [2]string{m.naam(paar[0]), m.naam(paar[1])}, OpenBij: g.kanten[reflectie.OpenVoorrang].lijst()}
		switch {
		case g.komtTerug(paar):
			s.Kanten = [2][]Bij{g.kanten[paar[0]].lijst(), g.kanten[paar[1]].lijst()}
			terug = append(terug, s)
		case len(s.OpenBij) > 0:
			open = append(open, s)
		}
	})
	return terug, open
}

// regels are those that pinched: one of a casus by itself, and one's own by its words.
func (m maker) regels() (lijst []Knelt) {
	alle := map[[2]string]bundel{}
	for _, bij := range m.k.Reflecties {
		for _, r := range bij.Regels {
			sleutel := [2]string{bij.Casus, r.ID}
			if r.ID == "" {
				sleutel = [2]string{"", r.Regel}
			}
			add(alle, sleutel, m.titel(bij.Casus), r.Beschermt)
		}
	}
	opSleutel(alle, func(wat [2]string, bij bundel) {
		k := Knelt{Regel: wat[1], Bij: bij.lijst()}
		if wat[0] != "" {
			over := m.bronnen.Casus(wat[0])
			if r, ok := over.Regel(wat[1]); ok {
				k.Regel, k.Bedoeling = r.Regel, r.Bedoeling
			}
			for _, rol := range over.Rollen {
				if rol.Laag {
					k.Lagen = append(k.Lagen, rol.InZin())
				}
			}
		}
		lijst = append(lijst, k)
	})
	return lijst
}

// letten are the aandachtspunten of a kind, those that were written last on top. What
// nobody wrote for two years is gone.
func (m maker) letten(soort string, dag reflectie.Datum) Letten {
	l := Letten{Soort: soort, Leeg: true}
	laatst := map[string]Aandachtspunt{} // by what it says, in whatever letters
	voor := func(jaren int) string {
		return reflectie.Datum{Jaar: dag.Jaar - jaren, Maand: dag.Maand, Dag: dag.Dag}.String()
	}
	for _, bij := range m.k.Reflecties {
		datum := bij.Datum.String()
		for _, p := range bij.Punten {
			if p.Soort != soort || datum != "" && datum < voor(2) {
				continue
			}
			l.Leeg = false
			if p.Tekst == "" {
				continue
			}
			nu := Aandachtspunt{p.Tekst, m.titel(bij.Casus), bij.Datum, datum != "" && datum < voor(1), bij.Blad}
			wat := strings.Join(strings.Fields(reflectie.Zoekvorm(strings.TrimRight(p.Tekst, "."))), " ")
			if ander, ok := laatst[wat]; !ok || nu.vergelijk(ander) < 0 {
				laatst[wat] = nu
			}
		}
	}
	l.Punten = slices.SortedStableFunc(maps.Values(laatst), Aandachtspunt.vergelijk)
	return l
}

// vergelijk puts what was written last before the rest.
func (p Aandachtspunt) vergelijk(q Aandachtspunt) int {
	a, b := p.Datum, q.Datum
	return cmp.Or(b.Jaar-a.Jaar, int(b.Maand-a.Maand), b.Dag-a.Dag, strings.Compare(p.Tekst, q.Tekst), strings.Compare(p.Casus, q.Casus))
}

// waarden are those of which somebody said what it means.
func (m maker) waarden() (lijst []Betekent) {
	alle := map[string]bundel{}
	for _, bij := range m.k.Reflecties {
		for _, w := range bij.Waarden {
			if w.Betekenis != "" {
				add(alle, m.naam(w.ID), m.titel(bij.Casus), w.Betekenis)
			}
		}
	}
	for _, naam := range slices.Sorted(maps.Keys(alle)) {
		lijst = append(lijst, Betekent{naam, alle[naam].lijst()})
	}
	return lijst
}

// netwerk is that of all, without who saw what in it, in the order of the alphabet.
func (m maker) netwerk() netwerk.Netwerk {
	waarden, verbanden := map[string]bool{}, map[reflectie.Paar]map[string]bool{}
	for _, bij := range m.k.Reflecties {
		for _, w := range bij.Waarden {
			waarden[w.ID] = true
		}
		for _, v := range bij.Verbanden {
			paar := opVolgorde(v.Tussen)
			if verbanden[paar] == nil {
				verbanden[paar] = map[string]bool{}
			}
			verbanden[paar][v.Soort] = true
		}
	}
	b := netwerk.NewBouwer(m.bronnen.Waarden)
	add := func(ids []string, verbanden ...reflectie.Verband) {
		r := reflectie.Reflectie{Verbanden: verbanden}
		for _, id := range ids {
			r.Waarden = append(r.Waarden, reflectie.Waarde{ID: id, Naam: m.naam(id)})
		}
		b.Add(netwerk.Bijdrage{Reflectie: r})
	}
	add(slices.Sorted(maps.Keys(waarden)))
	opSleutel(verbanden, func(paar reflectie.Paar, soorten map[string]bool) {
		for soort := range soorten {
			add(paar[:], reflectie.Verband{Tussen: paar, Soort: soort})
		}
	})
	return b.Naamloos()
}

// rollen are those of the casussen from which nobody looked.
func (m maker) rollen() (lijst []Rollen) {
	gekeken := map[string]map[string]bool{}
	for _, bij := range m.k.Reflecties {
		if bij.Blad {
			continue
		}
		if gekeken[bij.Casus] == nil {
			gekeken[bij.Casus] = map[string]bool{}
		}
		gekeken[bij.Casus][bij.Rol] = true
	}
	ids := slices.SortedStableFunc(maps.Keys(gekeken), func(a, b string) int {
		return cmp.Or(strings.Compare(m.titel(a), m.titel(b)), strings.Compare(a, b))
	})
	for _, id := range ids {
		over := m.bronnen.Casus(id)
		niet := Rollen{Casus: m.titel(id)}
		for _, rol := range over.Rollen {
			if !gekeken[id][rol.ID] {
				niet.Rollen = append(niet.Rollen, rol.InZin())
			}
		}
		if len(niet.Rollen) > 0 {
			lijst = append(lijst, niet)
		}
	}
	return lijst
}
