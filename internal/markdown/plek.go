package markdown

import (
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
)

// A plek is where an answer stands in the file.
type plek int

const (
	inLijf plek = iota // as a block quote under its question
	inKop              // in the front matter
)

// A plaatsing says where every answer stands.
type plaatsing struct {
	soorten map[string]casus.Vraagsoort // of the open questions, by key
	prive   map[string]bool
	elders  map[string]plek // what a person put elsewhere stays there
}

func newPlaatsing(def casus.Definitie) plaatsing {
	p := plaatsing{soorten: map[string]casus.Vraagsoort{}, prive: map[string]bool{}}
	add := func(stap string, v casus.Vraag) {
		sleutel := reflectie.Sleutel(stap, v.ID)
		p.soorten[sleutel] = v.Soort
		if v.Prive {
			p.prive[sleutel] = true
		}
	}
	for _, stap := range def.Werkvorm.Stappen {
		for _, v := range stap.Vragen {
			add(stap.ID, v)
		}
		if stap.Soort == casus.StapRealisatie {
			p.soorten["realisatie.waarde"] = casus.Keuze
		}
	}
	for _, extra := range def.Casus.Vragen {
		add(extra.Stap, extra.Vraag)
	}
	return p
}

// van returns where an answer stands; of a question without one, where its
// answer would.
func (p plaatsing) van(sleutel string, a reflectie.Antwoord) plek {
	if a.Vorm() == reflectie.VormLijst || a.Vorm() == reflectie.VormJaNee {
		return inKop
	}
	if plek, ok := p.elders[sleutel]; ok {
		return plek
	}
	if isKopveld(sleutel) || !isMerk(sleutel) || isTerugblikSleutel(sleutel) {
		return inKop
	}
	switch p.soorten[sleutel] {
	case "", casus.Tekst, casus.Regeltje:
		return inLijf
	}
	return inKop
}

// isKopveld reports whether a key is of a field that is a short choice or name.
func isKopveld(sleutel string) bool {
	delen := strings.Split(sleutel, ".")
	veld := delen[len(delen)-1]
	isVeld := func(lengte int, velden ...string) bool {
		return len(delen) == lengte && slices.Contains(velden, veld)
	}
	if len(delen) == 1 {
		return !isMerk(sleutel) || sleutel == reflectie.SleutelRol || sleutel == reflectie.SleutelTerugblik
	}
	switch delen[0] {
	case reflectie.SleutelEigen:
		return isVeld(2, "titel")
	case reflectie.SleutelUitkomst:
		return isVeld(2, "eigen", "keuze", "waarvan")
	case reflectie.SleutelStandpunten:
		return isVeld(3, "van", "waarde")
	case reflectie.SleutelRuimte:
		return isVeld(3, "wie")
	case reflectie.SleutelWaarden:
		return isVeld(3, "naam", "bepaalt", "organiseert", "controleert") || isVeld(5, "wie") && delen[2] == "anders"
	case reflectie.SleutelVerbanden:
		return isVeld(3, "soort")
	case reflectie.SleutelWeging:
		return isVeld(3, "voorrang")
	}
	return false
}

// terugblikken is the front-matter key of the times that the person looked
// back, and the prefix of their markers.
const terugblikken = "teruggeblikt"

// terugblikSleutel is the marker of an answer of the n-th terugblik, from 1.
func terugblikSleutel(n int, sleutel string) string {
	return reflectie.Rij(terugblikken, n, sleutel)
}

// isTerugblikSleutel reports whether a marker with this key would be one of a
// terugblik. An open question that happens to be called so stands in the front matter.
func isTerugblikSleutel(sleutel string) bool {
	_, _, ok := splitsTerugblik(sleutel)
	return ok
}

func splitsTerugblik(sleutel string) (n int, vraag string, ok bool) {
	rest, ok := strings.CutPrefix(sleutel, terugblikken+".")
	if !ok {
		return 0, "", false
	}
	nummer, vraag, _ := strings.Cut(rest, ".")
	n, err := strconv.Atoi(nummer)
	return n, vraag, err == nil
}

// rijprefix splits the key of a field in a numbered row: "ruimte.2.wie" into
// "ruimte", 2 and ".wie". It knows the fields of a Reflectie alone.
func rijprefix(sleutel string) (prefix string, n int, veld string, ok bool) {
	delen := strings.Split(sleutel, ".")
	plaats := 1
	var velden []string
	switch delen[0] {
	case reflectie.SleutelStandpunten:
		velden = []string{"van", "standpunt", "waarde"}
	case reflectie.SleutelRuimte:
		velden = []string{"wie", "ruimte", "aanspreekbaar"}
	case reflectie.SleutelWaarden:
		if len(delen) != 5 || delen[2] != "anders" {
			return "", 0, "", false
		}
		plaats, velden = 3, []string{"wie", "betekenis"}
	case reflectie.SleutelAandachtspunten:
		if len(delen) != 3 || !slices.Contains([]string{"kennis", "acties", "macht"}, delen[1]) {
			return "", 0, "", false
		}
		plaats = 2
	default:
		return "", 0, "", false
	}
	if len(delen) <= plaats {
		return "", 0, "", false
	}
	n, err := strconv.Atoi(delen[plaats])
	if err != nil || n < 1 || strconv.Itoa(n) != delen[plaats] {
		return "", 0, "", false
	}
	if velden != nil {
		if len(delen) != plaats+2 || !slices.Contains(velden, delen[plaats+1]) {
			return "", 0, "", false
		}
		veld = "." + delen[plaats+1]
	}
	return strings.Join(delen[:plaats], "."), n, veld, true
}

// nummering returns, per list, the row numbers that hold an answer, in order.
func nummering(a reflectie.Antwoorden) map[string][]int {
	rijen := map[string][]int{}
	for sleutel := range a {
		if prefix, n, _, ok := rijprefix(sleutel); ok && !slices.Contains(rijen[prefix], n) {
			rijen[prefix] = append(rijen[prefix], n)
		}
	}
	for _, nummers := range rijen {
		slices.Sort(nummers)
	}
	return rijen
}

// hernummer gives rows 1, 2 and on the numbers that they have in the file, where
// rows may be missing, and more rows the numbers after those.
func hernummer(a reflectie.Antwoorden, rijen map[string][]int) reflectie.Antwoorden {
	nieuw := make(reflectie.Antwoorden, len(a))
	for sleutel, antwoord := range a {
		if prefix, n, veld, ok := rijprefix(sleutel); ok {
			sleutel = prefix + "." + strconv.Itoa(nummerVan(rijen[prefix], n)) + veld
		}
		nieuw[sleutel] = antwoord
	}
	return nieuw
}

func nummerVan(nummers []int, n int) int {
	if n <= len(nummers) {
		return nummers[n-1]
	}
	if len(nummers) == 0 {
		return n
	}
	return nummers[len(nummers)-1] + n - len(nummers)
}
