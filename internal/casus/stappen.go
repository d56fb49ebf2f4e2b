package casus

import (
	"cmp"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// stappenMap is the folder, beside the werkvormen, with the words of what kinds
// of step ask by themselves: <soort>.yaml.
const stappenMap = "stappen"

// Files of that folder that are of no kind of step.
const (
	soortEigen      = "eigen"      // asks for a situation of one's own
	soortGesprek    = "gesprek"    // the words of the conversation that belong to no step
	soortDoorvragen = "doorvragen" // follow-ups that questions share

	// What can be asked when the reflectie is finished: of somebody else's, and of
	// how the same two waarden were weighed elsewhere.
	soortLezing = StapLezing
	soortEerder = StapEerder
)

// A woordenboek holds the words of all kinds of step.
type woordenboek struct {
	soorten map[string]Stap
	lijsten map[string][]Doorvraag
}

// vulAan adds the words of the conversation that the newest bron does not have.
func (w woordenboek) vulAan(eerder []Vraag) {
	s := w.soorten[soortGesprek]
	for _, v := range eerder {
		if !slices.ContainsFunc(s.Velden, func(nu Vraag) bool { return nu.ID == v.ID }) {
			s.Velden = append(s.Velden, v)
		}
	}
	w.soorten[soortGesprek] = s
}

func (w woordenboek) van(soort string) Stap { return w.soorten[soort] }

// Questions that a kind of step asks besides fields of the data.
const (
	VeldRol     = "rol"     // rol: from which rol one looks
	VeldIk      = "ik"      // standpunten: the waarde under one's own reaction
	VeldWaarden = "waarden" // waarden: which count here
	VeldSpiegel = "spiegel" // spiegel: which to take in of those that the writer saw
	VeldBotst   = "botst"   // verbanden: which two clash most
	VeldHelpt   = "helpt"   // verbanden: which two help each other
	VeldWanneer = "wanneer" // verbanden: where nothing clashes, what would make it
	VeldOneens  = "waarde"  // realisatie: which waarde people dispute
	VeldLaag    = "laag"    // ruimte: the room of another layer
)

// vanSoort says which questions a kind of step can ask: ids of its own, and the
// fields of these parts of the data.
func vanSoort(soort string) (eigen, delen []string) {
	switch Stapsoort(soort) {
	case StapRol:
		return []string{VeldRol}, nil
	case StapStandpunten:
		return []string{VeldIk}, []string{soort}
	case StapWaarden:
		return []string{VeldWaarden}, []string{soort}
	case StapSpiegel:
		return []string{VeldSpiegel}, nil
	case StapVerbanden:
		return []string{VeldBotst, VeldHelpt, VeldWanneer}, []string{soort, reflectie.SleutelWaarden}
	case soortLezing:
		return []string{"ziet", "anders"}, nil
	case soortEerder:
		return []string{"anders"}, nil
	case StapRealisatie:
		return []string{VeldOneens}, []string{reflectie.SleutelWaarden}
	case StapRuimte:
		return []string{VeldLaag}, []string{soort}
	case StapWeging, StapUitkomst, StapAandachtspunten, StapAfspraken, soortEigen:
		return nil, []string{soort}
	}
	return nil, nil
}

// Veldsleutel is the key by which a condition names what a kind of step asks:
// "uitkomst.keuze", whichever the row.
func Veldsleutel(soort Stapsoort, id string) string {
	if v, deel, ok := Dataveld(soort, id); ok {
		return deel + "." + v.Naam
	}
	if id == VeldRol && soort == StapRol || id == VeldWaarden || id == VeldSpiegel {
		return id
	}
	return string(soort) + "." + id
}

// Dataveld returns the field of the data that a kind of step asks under this id,
// and the part that it is of.
func Dataveld(soort Stapsoort, id string) (_ reflectie.Veld, deel string, ok bool) {
	eigen, delen := vanSoort(string(soort))
	if slices.Contains(eigen, id) {
		return reflectie.Veld{}, "", false
	}
	for _, deel := range delen {
		d, _ := reflectie.DeelVan(deel)
		if v, ok := d.Veld(id); ok && (!v.IsNaam || d.Rijen == reflectie.PerRol) {
			return v, deel, true
		}
	}
	return reflectie.Veld{}, "", false
}

// veldIDs lists what a kind of step can ask.
func veldIDs(soort string) []string {
	ids, delen := vanSoort(soort)
	for _, deel := range delen {
		d, _ := reflectie.DeelVan(deel)
		for _, v := range d.Velden {
			if _, _, ok := Dataveld(Stapsoort(soort), v.Naam); ok && v.Aard != reflectie.EenTeken && !slices.Contains(ids, v.Naam) {
				ids = append(ids, v.Naam)
			}
		}
	}
	return ids
}

// loadWoorden reads the words of all kinds of step. A later bron goes over an
// earlier one, by kind.
func (b Bibliotheek) loadWoorden() (woordenboek, error) {
	w := woordenboek{soorten: map[string]Stap{}, lijsten: map[string][]Doorvraag{}}
	var f strict.Fouten
	bestanden := b.woordenbestanden()
	for _, b := range bestanden {
		if b.o != nil && b.soort == soortDoorvragen {
			b.lijsten(b.o, w.lijsten)
		}
	}
	for _, b := range bestanden {
		if b.woorden = w; b.o != nil && b.soort != soortDoorvragen {
			eerder := w.soorten[b.soort].Velden
			w.soorten[b.soort] = b.leesSoort(b.o, b.soort)
			if b.soort == soortGesprek { // a team rewords some; the conversation needs them all
				w.vulAan(eerder)
			}
		}
		f.AddErr(b.f.Err())
	}
	return w, f.Err()
}

// CheckWoorden tells what is wrong in a file with words that is called as its kind of step,
// and tries its sentences with follow-ups; also of a file of the library itself.
func (b Bibliotheek) CheckWoorden(data []byte, weergave, soort string) error {
	woorden, err := b.woorden()
	if err != nil {
		return err
	}
	l := lezer{woorden: woorden}
	o := l.open(data, weergave)
	switch {
	case o == nil:
	case soort == soortDoorvragen:
		l.lijsten(o, map[string][]Doorvraag{})
	default:
		l.leesSoort(o, soort)
	}
	return l.f.Err()
}

// A woordenbestand is one file with words, of which the fields can be read.
type woordenbestand struct {
	lezer
	soort string
	o     *strict.Object // nil where the file cannot be read
}

// woordenbestanden opens each file with words that there is, all at once: they
// are many, and every conversation waits for them.
func (b Bibliotheek) woordenbestanden() []*woordenbestand {
	var bestanden []*woordenbestand
	var klaar sync.WaitGroup
	for _, bron := range b.bronnen {
		if bron.Werkvormen == "" {
			continue
		}
		for _, soort := range append(woorden(Stapsoorten()), soortEigen, soortGesprek, soortDoorvragen, soortLezing, soortEerder) {
			pad := path.Join(bron.Werkvormen, stappenMap, soort+".yaml")
			data, err := strict.ReadFile(bron.FS, pad, bron.weergave(pad), maxBytes)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			bestand := &woordenbestand{soort: soort, lezer: lezer{beproefd: bron.Beproefd}}
			bestanden = append(bestanden, bestand)
			if err != nil {
				bestand.f.AddErr(err)
				continue
			}
			klaar.Go(func() { bestand.o = bestand.open(data, bron.weergave(pad)) })
		}
	}
	klaar.Wait()
	return bestanden
}

// lijsten reads the follow-ups that questions share.
func (l *lezer) lijsten(o *strict.Object, lijsten map[string][]Doorvraag) {
	l.groepen = map[string][]string{}
	for _, o := range o.Objects("groepen") {
		naam := l.id(o, "id")
		l.groepen[naam] = l.uitdrukkingen(o, "woorden")
		o.Done()
	}
	for _, o := range o.Objects("lijsten") {
		naam := l.id(o, "id")
		lijsten[naam] = Elk(o.Objects("doorvragen"), l.doorvraag)
		o.Done()
	}
	o.Done()
}

// leesSoort reads the words of one kind of step.
func (l *lezer) leesSoort(o *strict.Object, soort string) Stap {
	if woord := l.required(o, "soort"); woord != "" && woord != soort {
		l.f.AddAls(strict.FoutNaam, o.Plaats("soort"), "hier hoort %s, zoals het bestand heet", strict.Aanhaling(soort))
	}
	s := Stap{Titel: l.text(o, "titel"), Uitleg: l.text(o, "uitleg"), Kop: l.text(o, "kop")}
	s.Velden = metID(l, o.Objects("velden"), func(o *strict.Object, id string) Vraag {
		if soort != soortGesprek && id != "" {
			strict.Check(&l.f, o.Plaats("id"), id, veldIDs(soort))
			l.required(o, "vraag")
		}
		v := gelezenVraag{Vraag: Vraag{ID: id}}
		l.veldVan(o, soort, &v)
		l.vorm(v.Als)
		for _, a := range v.Anders {
			l.vorm(a.Als)
		}
		return v.Vraag
	})
	o.Done()
	return s
}

// veldVan reads over v what a block says of a question of a kind of step.
func (l *lezer) veldVan(o *strict.Object, soort string, v *gelezenVraag) {
	l.woordenVan(o, v, "")
	if o.Has("opties") {
		v.Opties = l.leesOpties(o)
	}
	l.keuzes(o, soort, v.Vraag)
}

// vorm checks that a condition in the words of a kind looks at something that
// may be asked; which werkvorm asks it, is not known here.
func (l *lezer) vorm(als *Als) {
	if als == nil || als.Vraag == "" {
		return
	}
	als.jaNee()
	switch {
	case als.Vraag == AlsAantal, als.Vraag == AlsRegelSoort, als.Vraag == AlsRegelHerkomst:
	case isDataveld(als.Vraag):
		if mag := magZijn(als.Vraag, Vraag{}); len(mag) > 0 {
			l.checkIs(als, mag)
		}
	default:
		isSleutel(&l.f, l.plaatsen[als].vraag, als.Vraag)
	}
}

// keuzes checks that each choice of the data has words.
func (l *lezer) keuzes(o *strict.Object, soort string, v Vraag) {
	veld, _, _ := Dataveld(Stapsoort(soort), v.ID)
	var mag []string
	switch {
	case veld.Aard == reflectie.EenKeuze:
		mag = slices.Clone(veld.Keuzes)
	case veld.Aard == reflectie.Voorrang:
		mag = []string{reflectie.OpenVoorrang}
	case veld.Aard == reflectie.EenJaNee && len(v.Opties) > 0:
		mag = []string{"ja", "nee"}
	default:
		return
	}
	ids := Elk(v.Opties, func(o Optie) string { return o.ID })
	slices.Sort(ids)
	if slices.Sort(mag); !slices.Equal(ids, mag) {
		l.f.Add(o.Begin(), `bij %s horen precies deze "opties": %s`, strict.Aanhaling(v.ID), strings.Join(mag, ", "))
	}
}

// velden gives a step the questions of its kind: all, or those that it names, in
// that order and with what it changes.
func (l *lezer) velden(o *strict.Object, s *gelezenStap) {
	basis := l.woorden.van(string(s.Soort))
	s.Kop = cmp.Or(s.Kop, basis.Kop)
	blok := o.Object("velden")
	if blok == nil {
		s.Velden, s.velden = basis.Velden, zonderPlaats(basis.Velden)
		return
	}
	ids := Elk(basis.Velden, func(v Vraag) string { return v.ID })
	for _, veld := range blok.VeldenUit(ids) {
		v := gelezenVraag{Vraag: basis.Velden[slices.Index(ids, veld.Naam)], toont: veld.Waarde.Plaats}
		if o := veld.Waarde.Object(&l.f); o != nil {
			l.veldVan(o, string(s.Soort), &v)
			o.Done()
		}
		s.Velden, s.velden = append(s.Velden, v.Vraag), append(s.velden, v)
	}
}
