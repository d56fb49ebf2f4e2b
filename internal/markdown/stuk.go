package markdown

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A vraag is a question with the key of its answer in the file.
type vraag struct {
	sessie.Vraag
	sleutel string
}

// A stuk is one reflectie, ready to be written.
type stuk struct {
	def        casus.Definitie
	meta       Meta
	r          reflectie.Reflectie
	namen      reflectie.Rijnamen
	plat       reflectie.Antwoorden // every answer by its key in the file, private ones left out
	sleutels   []string             // of them, in the order for people
	inLijf     map[string]bool      // which of them stand in the body
	casustitel string
	titel      string // the heading of the page, ready to be written
	blokken    []blok
	perID      map[string]blok // the same

	vragen    []vraag // that apply
	vervallen []vraag
	terug     [][]vraag // per time that the person looked back
}

// newStuk takes a reflectie in normal form apart. For one that replaces what d holds, rows and
// answers keep the names and places that they have there.
func newStuk(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden, d *Document) *stuk {
	if d == nil {
		d = &Document{}
	}
	namen := r.Rijnamen(d.Reflectie, d.namen)
	s := d.maakStuk(def, m, r, vervallen, namen, plat(r, vervallen, namen))
	s.pagina()
	return s
}

// stuk is newStuk of the reflectie that d holds.
func (d *Document) stuk(def casus.Definitie) *stuk {
	s := d.kaalStuk(def)
	s.pagina()
	return s
}

// kaalStuk is stuk without its page.
func (d *Document) kaalStuk(def casus.Definitie) *stuk {
	return d.maakStuk(def, d.Meta, d.Reflectie, d.Vervallen, d.namen, maps.Clone(d.plat))
}

func (d *Document) maakStuk(def casus.Definitie, m Meta, r reflectie.Reflectie, vervallen reflectie.Antwoorden, namen reflectie.Rijnamen, plat reflectie.Antwoorden) *stuk {
	s := &stuk{def: def, meta: m, r: r, namen: namen, plat: plat, inLijf: map[string]bool{}, perID: map[string]blok{}, casustitel: cmp.Or(def.Casus.Titel, r.Casus)}
	if d.titel != "" && (def.Casus.Titel == "" || m.Casushash == d.Casushash) {
		s.casustitel = d.titel // as it was, or as somebody called it
	}
	s.verberg(d)
	s.gesprek(vervallen)
	s.sleutels = slices.SortedFunc(maps.Keys(s.plat), reflectie.VergelijkSleutels)
	s.terugblikken()
	s.ongevraagd()
	s.plaats(d)
	return s
}

// gesprek finds the questions of the conversation that the reflectie came from.
func (s *stuk) gesprek(vervallen reflectie.Antwoorden) {
	over := maps.Clone(vervallen)
	if len(over) > 0 {
		staat := reflectie.Flatten(s.r)
		maps.DeleteFunc(over, func(sleutel string, a reflectie.Antwoord) bool {
			_, staatEr := staat[sleutel]
			return staatEr || a.IsZero()
		})
	}
	vragen, oude := sessie.StandVan("", s.def, s.r, over, nil).Expand()
	s.vragen, s.vervallen = s.metSleutels(vragen), s.metSleutels(oude)
}

// verberg takes out the answers to private questions, but for those that the
// file holds already.
func (s *stuk) verberg(d *Document) {
	for _, stap := range s.def.Stappen() {
		for _, v := range stap.Vragen {
			for _, sleutel := range []string{reflectie.Sleutel(stap.ID, v.ID), reflectie.Sleutel(vervallenDeel, stap.ID, v.ID)} {
				if _, staatEr := d.plat[sleutel]; v.Prive && !staatEr {
					delete(s.plat, sleutel)
				}
			}
		}
	}
}

// metSleutels gives each question the key of its answer in the file. A
// conversation numbers the rows that a file calls by what names them; one that
// is still to be filled in gets a name that no row has.
func (s *stuk) metSleutels(vragen []sessie.Vraag) []vraag {
	alle := make([]vraag, len(vragen))
	for i, v := range vragen {
		sleutel := reflectie.Hernoem(v.Sleutel, func(deel, rij string) string {
			d, _ := reflectie.DeelVan(deel)
			if !d.HeeftNummers() {
				return rij
			}
			namen := s.namen[deel]
			if n, _ := strconv.Atoi(rij); 0 < n && n <= len(namen) {
				return namen[n-1]
			}
			return "0" + rij
		})
		if _, ok := s.plat[sleutel]; !ok && !v.Antwoord.IsZero() && !s.plat[vervallenDeel+"."+v.Sleutel].IsZero() {
			sleutel = vervallenDeel + "." + v.Sleutel
		}
		if p, _ := reflectie.Ontleed(sleutel); v.Stap == "" {
			v.Kop = cmp.Or(v.Kop, woorden(sleutel, p))
			v.Zin = cmp.Or(v.Zin, s.zinVanSoort(p, v.Antwoord))
		}
		alle[i] = vraag{v, sleutel}
	}
	return alle
}

// ongevraagd adds a question for each answer that none of them asks for.
func (s *stuk) ongevraagd() {
	gevraagd := map[string]bool{}
	for v := range s.gesteld() {
		gevraagd[v.sleutel] = true
	}
	for _, sleutel := range s.sleutels {
		if !gevraagd[sleutel] {
			p, _ := reflectie.Ontleed(sleutel)
			v := sessie.Vraag{Kop: cmp.Or(woorden(sleutel, p), strings.ReplaceAll(sleutel, ".", " ")), Soort: casus.Tekst, Antwoord: s.plat[sleutel], Status: sessie.Vervallen}
			v.Zin = s.zinVanSoort(p, v.Antwoord)
			s.vervallen = append(s.vervallen, vraag{v, sleutel})
		}
	}
}

// plaats says of every answer whether it stands in the body. A field says so by
// itself; an open answer is a text there, unless its question is one of choice,
// or a person put it elsewhere.
func (s *stuk) plaats(d *Document) {
	isTekst := map[string]bool{}
	for v := range s.gesteld() {
		isTekst[v.sleutel] = v.Soort == casus.Tekst || v.Soort == casus.Regeltekst || v.Soort == casus.Lijst
	}
	for sleutel, a := range s.plat {
		kaal, isVervallen := strings.CutPrefix(sleutel, vervallenDeel+".")
		plek, isVeld := reflectie.Ontleed(kaal)
		switch {
		case !reNaam.MatchString(sleutel):
		case isVeld && plek.Vraag == "":
			s.inLijf[sleutel] = plek.Veld.InLijf() && (!isVervallen || a.Vorm() == reflectie.VormTekst)
		case a.Vorm() != reflectie.VormTekst:
		case !isVervallen && d.plat[sleutel].Vorm() == reflectie.VormTekst:
			s.inLijf[sleutel] = !d.inGegevens[sleutel]
		default:
			s.inLijf[sleutel] = isTekst[sleutel]
		}
	}
}

// gesteld is all questions that are asked in the file.
func (s *stuk) gesteld() iter.Seq[vraag] {
	return elke(append(slices.Clip(s.terug), s.vragen, s.vervallen)...)
}

// alleVragen is all questions of the conversation that it came from.
func (s *stuk) alleVragen() iter.Seq[vraag] { return elke(s.vragen, s.vervallen) }

// elke goes by the questions of more lists. They are large, and are gone by often.
func elke(lijsten ...[]vraag) iter.Seq[vraag] {
	return func(yield func(vraag) bool) {
		for _, vragen := range lijsten {
			for _, v := range vragen {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// terugblikken finds the questions of each time that the person looked back.
func (s *stuk) terugblikken() {
	if len(s.r.Teruggeblikt) == 0 {
		return
	}
	toen := reflectie.Flatten(s.r)
	for i, t := range s.r.Teruggeblikt {
		begin := reflectie.Sleutel(reflectie.SleutelTeruggeblikt, s.namen[reflectie.SleutelTeruggeblikt][i]) + "."
		var vragen []vraag
		for _, v := range s.terugblikvragen(toen, t) {
			vragen = append(vragen, vraag{v, begin + v.Sleutel})
		}
		s.terug = append(s.terug, vragen)
	}
}

// terugblikvragen finds the questions of one terugblik: those of the werkvorm
// that knows the most of its answers, then the others by their keys. Which
// werkvorm was followed stands nowhere, and it may be gone.
func (s *stuk) terugblikvragen(toen reflectie.Antwoorden, t reflectie.Teruggeblikt) []sessie.Vraag {
	var bekend []sessie.Vraag
	meeste := 0
	for _, w := range s.def.Terugblik {
		stand := sessie.NewStand("", casus.Definitie{Casus: casus.Casus{Rollen: s.def.Casus.Rollen}, Werkvorm: w, Waarden: s.def.Waarden})
		stand.Kop.Casus = s.r.Casus
		stand.Eerder, stand.Antwoorden = toen, t.Antwoorden
		vragen, vervallen := stand.Expand()
		gevonden := slices.DeleteFunc(append(vragen, vervallen...), func(v sessie.Vraag) bool {
			return v.Stap == "" || v.Prive // nobody asked it, or nobody may read that
		})
		n := 0
		for _, v := range gevonden {
			if !v.Antwoord.IsZero() {
				n++
			}
		}
		if n > meeste {
			bekend, meeste = gevonden, n
		}
	}
	rest := maps.Clone(t.Antwoorden)
	for _, v := range bekend {
		delete(rest, v.Sleutel)
	}
	for _, sleutel := range slices.SortedFunc(maps.Keys(rest), reflectie.VergelijkSleutels) {
		bekend = append(bekend, sessie.Vraag{Sleutel: sleutel, Vraag: strings.ReplaceAll(sleutel, ".", ": "), Soort: casus.Tekst, Antwoord: rest[sleutel]})
	}
	return bekend
}

// A blok is one part of the body: an answer, or something derived.
type blok struct {
	groep  string // which section it is of
	sectie string // the heading of that, ready to be written, or ""
	boven  string // a heading over this one and its like, or ""
	kop    string // heading of its own, or ""
	naam   string // the key, or the name of a derived part
	inhoud string // ready to be written

	afgeleid bool
}

func (b blok) isVervallen() bool { return b.groep == "## "+kopVervallen }

// id tells blocks apart: an answer and a derived part may have one name.
func (b blok) id() string { return blokID(b.naam, b.afgeleid) }

func blokID(naam string, afgeleid bool) string {
	if afgeleid {
		return "begin " + naam
	}
	return naam
}

// tekst is the block with its heading and its marker; the first derived part of
// a file says what it is.
func (b blok) tekst(eerste bool) string {
	if !b.afgeleid {
		return b.kop + " <!-- weeg:" + b.naam + " -->\n\n" + b.inhoud
	}
	uitleg := ""
	if eerste {
		uitleg = ": dit stuk maakt Weeg zelf; schrijf erbuiten"
	}
	return "<!-- weeg:begin " + b.naam + " " + vingerafdruk(b.inhoud) + uitleg + " -->\n\n" + b.inhoud + "\n\n<!-- weeg:eind " + b.naam + " -->"
}

// citeer writes an answer as a quote.
func citeer(a reflectie.Antwoord) string {
	if a.Vorm() == reflectie.VormLijst {
		return citaat.SchrijfLijst(a.Lijst())
	}
	return citaat.Schrijf(a.Tekst())
}
