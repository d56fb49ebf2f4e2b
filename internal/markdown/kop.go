package markdown

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

// A kopveld is one top-level field of the front matter, as it is written: its
// lines with new lines between them. One with rows has those by their keys too.
type kopveld struct {
	naam, tekst string
	rijen       []koprij
}

// A koprij is one row of a field: an item of a list, or a field of a block.
type koprij struct{ sleutel, tekst string }

// kopnamen lists the fields that the tool owns, in their order.
func kopnamen() []string {
	return []string{"weeg", "id", "casus", "eigen", "casusversie", "casushash", "werkvorm", "werkvormversie",
		"datum", "terugblik", "rol", "door", "antwoorden", "standpunten", "waarden", "verbanden", "ruimte",
		"weging", "uitkomst", "aandachtspunten", "besproken", terugblikken, "vervallen"}
}

// An extra holds fields that the tool does not know inside blocks that it does,
// ready to be written again: per row or block, "naam: waarde".
type extra map[string][]string

// A kopschrijver writes the front matter. What it has written is no longer in rest.
type kopschrijver struct {
	*stuk
	rest  reflectie.Antwoorden
	uit   []kopveld
	rijen map[string][]int
}

// kopvelden returns the fields of the front matter in their order; what is absent is not there.
func (s *stuk) kopvelden() []kopveld {
	k := &kopschrijver{stuk: s, rest: reflectie.Antwoorden{}}
	for sleutel, antwoord := range s.alle {
		if s.plek.van(sleutel, antwoord) == inKop {
			k.rest[sleutel] = antwoord
		}
	}
	k.rijen = nummering(s.alle)
	k.waarde("weeg", strconv.Itoa(reflectie.Versie))
	k.tekst("id", s.meta.ID)
	k.tekst("casus", s.kop.Casus)
	k.blok("eigen", "titel", "situatie", "moment")
	k.getal("casusversie", s.kop.Casusversie)
	k.tekst("casushash", s.meta.Casushash)
	k.tekst("werkvorm", s.kop.Werkvorm)
	k.getal("werkvormversie", s.kop.Werkvormversie)
	k.waarde("datum", s.kop.Datum.String())
	if d, err := reflectie.ParseDatum(k.rest[reflectie.SleutelTerugblik].Tekst()); err == nil {
		k.waarde("terugblik", d.String())
		delete(k.rest, reflectie.SleutelTerugblik)
	}
	k.waarde("rol", k.neem(reflectie.SleutelRol))
	k.tekst("door", s.kop.Door)
	k.antwoorden()
	k.lijst("standpunten", "van", "standpunt", "waarde")
	k.waarden()
	k.paren("verbanden", "soort", "waarom")
	k.lijst("ruimte", "wie", "ruimte", "aanspreekbaar")
	k.paren("weging", "voorrang", "omdat", "ondanks", "verlies", "verzachting")
	k.blok("uitkomst", "doen", "eigen", "keuze", "waarvan", "omdat")
	k.aandachtspunten()
	k.waarde("besproken", s.kop.Besproken.String())
	k.teruggeblikt()
	k.vervallen()
	volgorde := kopnamen()
	slices.SortStableFunc(k.uit, func(a, b kopveld) int {
		return slices.Index(volgorde, a.naam) - slices.Index(volgorde, b.naam)
	})
	return k.uit
}

func (k *kopschrijver) waarde(naam, yaml string) {
	if yaml != "" {
		k.uit = append(k.uit, kopveld{naam: naam, tekst: naam + ": " + yaml})
	}
}

func (k *kopschrijver) tekst(naam, tekst string) {
	if tekst != "" {
		k.waarde(naam, strict.Quote(tekst))
	}
}

func (k *kopschrijver) getal(naam string, n int) {
	if n != 0 {
		k.waarde(naam, strconv.Itoa(n))
	}
}

func (k *kopschrijver) regels(naam string, rijen []koprij) {
	if len(rijen) == 0 {
		return
	}
	tekst := naam + ":"
	for _, r := range rijen {
		tekst += "\n  " + r.tekst
	}
	k.uit = append(k.uit, kopveld{naam, tekst, rijen})
}

// neem takes an answer out of rest and returns it as YAML, or "".
func (k *kopschrijver) neem(delen ...string) string {
	sleutel := reflectie.Sleutel(delen...)
	a := k.rest[sleutel]
	delete(k.rest, sleutel)
	return yaml(a)
}

// yaml writes an answer on one line; "" when there is none.
func yaml(a reflectie.Antwoord) string {
	switch a.Vorm() {
	case reflectie.VormTekst:
		return strict.Quote(a.Tekst())
	case reflectie.VormJaNee:
		return strconv.FormatBool(a.Ja())
	case reflectie.VormLijst:
		var items []string
		for _, item := range a.Lijst() {
			items = append(items, strict.Quote(item))
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	return ""
}

// velden takes the fields below prefix out of rest, as "naam: waarde".
func (k *kopschrijver) velden(prefix string, namen ...string) []string {
	var velden []string
	for _, naam := range namen {
		if w := k.neem(prefix, naam); w != "" {
			velden = append(velden, naam+": "+w)
		}
	}
	return velden
}

func vloei(velden []string) string { return "{" + strings.Join(velden, ", ") + "}" }

func (k *kopschrijver) blok(naam string, namen ...string) {
	velden := k.velden(naam, namen...)
	if len(velden)+len(k.over[naam]) == 0 {
		return
	}
	var rijen []koprij
	for _, v := range velden {
		sleutel, _, _ := strings.Cut(v, ":")
		rijen = append(rijen, koprij{sleutel, v})
	}
	k.uit = append(k.uit, kopveld{naam, naam + ": " + vloei(append(velden, k.over[naam]...)), rijen})
}

// lijst writes numbered rows. A row of which all answers stand in the body is
// an empty block, so that the next rows keep their numbers.
func (k *kopschrijver) lijst(naam string, namen ...string) {
	nummers := k.rijen[naam]
	if len(nummers) == 0 {
		return
	}
	var regels []koprij
	for n := 1; n <= nummers[len(nummers)-1]; n++ {
		rij := reflectie.Sleutel(naam, strconv.Itoa(n))
		regels = append(regels, koprij{strconv.Itoa(n), "- " + vloei(append(k.velden(rij, namen...), k.over[rij]...))})
	}
	k.regels(naam, regels)
}

func (k *kopschrijver) waarden() {
	var regels []koprij
	genoemd := k.alle.Genoemd()
	for _, id := range append(k.alle[reflectie.SleutelWaarden].Lijst(), genoemd...) {
		prefix := reflectie.Sleutel(reflectie.SleutelWaarden, id)
		velden := append([]string{"id: " + strict.Quote(id)}, k.velden(prefix, "naam", "betekenis")...)
		if anders := k.anders(reflectie.Sleutel(prefix, "anders")); len(anders) > 0 {
			velden = append(velden, "anders: ["+strings.Join(anders, ", ")+"]")
		}
		velden = append(velden, k.velden(prefix, "bepaalt", "organiseert", "controleert", "gemeenschap")...)
		if slices.Contains(genoemd, id) {
			velden = append(velden, "genoemd: true")
		}
		regels = append(regels, koprij{id, "- " + vloei(append(velden, k.over[prefix]...))})
	}
	delete(k.rest, reflectie.SleutelWaarden)
	k.regels("waarden", regels)
}

func (k *kopschrijver) anders(prefix string) []string {
	nummers := k.rijen[prefix]
	if len(nummers) == 0 {
		return nil
	}
	var rijen []string
	for n := 1; n <= nummers[len(nummers)-1]; n++ {
		rij := reflectie.Sleutel(prefix, strconv.Itoa(n))
		rijen = append(rijen, vloei(append(k.velden(rij, "wie", "betekenis"), k.over[rij]...)))
	}
	return rijen
}

func (k *kopschrijver) paren(naam string, namen ...string) {
	var regels []koprij
	for _, p := range k.alle.Paren(naam) {
		prefix := reflectie.Sleutel(naam, p.Sleutel())
		velden := []string{"tussen: [" + strict.Quote(p[0]) + ", " + strict.Quote(p[1]) + "]"}
		velden = append(velden, k.velden(prefix, namen...)...)
		regels = append(regels, koprij{p.Sleutel(), "- " + vloei(append(velden, k.over[prefix]...))})
	}
	delete(k.rest, naam)
	k.regels(naam, regels)
}

// antwoorden writes the open questions of which the answer is no prose.
func (k *kopschrijver) antwoorden() {
	k.regels("antwoorden", k.perSleutel(reflectie.IsOpen))
}

// vervallen writes whatever is left, so that nothing is lost.
func (k *kopschrijver) vervallen() {
	k.regels("vervallen", k.perSleutel(func(string) bool { return true }))
}

func (k *kopschrijver) perSleutel(hoort func(sleutel string) bool) []koprij {
	var regels []koprij
	for _, sleutel := range slices.SortedFunc(maps.Keys(k.rest), reflectie.VergelijkSleutels) {
		if !hoort(sleutel) {
			continue
		}
		naam := yamlSleutel(sleutel)
		if len(naam) > maxSleutel {
			naam = "? " + naam + "\n  "
		}
		regels = append(regels, koprij{sleutel, naam + ": " + k.neem(sleutel)})
	}
	return regels
}

// maxSleutel is how long a key may be in YAML without a question mark before
// it, with some room.
const maxSleutel = 1000

// yamlSleutel writes a key without quotes where that is sure to be read as it is.
func yamlSleutel(sleutel string) string {
	if sleutel == "" || sleutel[0] < 'a' || sleutel[0] > 'z' || !isMerk(sleutel) {
		return strict.Quote(sleutel)
	}
	return sleutel
}

// aandachtspunten stand in the body; only those that a person put here stay here.
func (k *kopschrijver) aandachtspunten() {
	var velden []string
	for _, soort := range []string{"kennis", "acties", "macht"} {
		prefix := reflectie.Sleutel(reflectie.SleutelAandachtspunten, soort)
		var punten []string
		for _, n := range k.rijen[prefix] {
			w := k.neem(prefix, strconv.Itoa(n))
			if w == "" {
				continue
			}
			for len(punten) < n-1 {
				punten = append(punten, "null")
			}
			punten = append(punten, w)
		}
		if len(punten) > 0 {
			velden = append(velden, soort+": ["+strings.Join(punten, ", ")+"]")
		}
	}
	if len(velden)+len(k.over["aandachtspunten"]) > 0 {
		k.waarde("aandachtspunten", vloei(append(velden, k.over["aandachtspunten"]...)))
	}
}

func (k *kopschrijver) teruggeblikt() {
	var regels []koprij
	for i, t := range k.kop.Teruggeblikt {
		rij := reflectie.Sleutel(terugblikken, strconv.Itoa(i+1))
		var velden, antwoorden []string
		if !t.Datum.IsZero() {
			velden = append(velden, "datum: "+t.Datum.String())
		}
		for _, sleutel := range slices.SortedFunc(maps.Keys(t.Antwoorden), reflectie.VergelijkSleutels) {
			if k.terugblikPlek(i+1, k.terugblikvraag(i+1, sleutel)) == inKop {
				naam := yamlSleutel(sleutel)
				if len(naam) > maxSleutel {
					naam = "? " + naam + " "
				}
				antwoorden = append(antwoorden, naam+": "+yaml(t.Antwoorden[sleutel]))
			}
		}
		if len(antwoorden) > 0 {
			velden = append(velden, "antwoorden: "+vloei(antwoorden))
		}
		regels = append(regels, koprij{strconv.Itoa(i + 1), "- " + vloei(append(velden, k.over[rij]...))})
	}
	k.regels(terugblikken, regels)
}
