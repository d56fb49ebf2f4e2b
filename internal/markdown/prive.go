package markdown

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// EncodePrive writes the answers to private questions as a file of its own, or
// returns nil when there are none. A choice stands in it by its id.
func EncodePrive(stand sessie.Stand) []byte {
	deel := privedeel(stand, func(v sessie.Vraag) (titel, merk string) { return v.Titel, v.Sleutel })
	if deel == "" {
		return nil
	}
	return []byte(privekop(stand) + deel)
}

func privekop(stand sessie.Stand) string {
	return "# Privé bij " + plat(stand.Titel()) + "\n\nDit staat alleen op deze computer.\n"
}

// privedeel writes the answers to private questions; waar says under which title
// each stands, and what its marker is.
func privedeel(stand sessie.Stand, waar func(v sessie.Vraag) (titel, merk string)) string {
	if len(stand.Prive()) == 0 {
		return ""
	}
	var b strings.Builder
	boven := ""
	vragen, vervallen := stand.Expand()
	for _, v := range append(vragen, vervallen...) {
		if !v.Prive || v.Antwoord.IsZero() {
			continue
		}
		titel, merk := waar(v)
		if titel != boven {
			boven = titel
			b.WriteString("\n## " + plat(titel) + "\n")
		}
		deel := blok{kop: kopregel(v.Vraag, v.Sleutel), naam: merk,
			inhoud: citaat(strings.Join(v.Antwoord.Woorden(), "\n"))}
		b.WriteString("\n" + deel.String())
	}
	return b.String()
}

// VulPriveAan adds to oud, the private part of a reflectie or nil, the private
// answers of its n-th terugblik. What stands there stays as it is, and what was
// added before is not added again. It returns oud when there are none.
func VulPriveAan(oud []byte, stand sessie.Stand, n int, datum reflectie.Datum) []byte {
	maak := func() string {
		return privedeel(stand, func(v sessie.Vraag) (titel, merk string) {
			return terugblikTitel(datum), terugblikSleutel(n, v.Sleutel)
		})
	}
	deel := maak()
	if deel == "" || bytes.Contains(oud, []byte(deel)) {
		return oud
	}
	// Somebody may have taken a terugblik out of the reflectie: a number is used once.
	for bytes.Contains(oud, []byte("<!-- weeg:"+terugblikSleutel(n, ""))) {
		n++
	}
	if len(oud) == 0 {
		oud = []byte(privekop(stand))
	}
	oud = bytes.Clone(oud)
	if !bytes.HasSuffix(oud, []byte("\n")) {
		oud = append(oud, '\n')
	}
	return append(oud, maak()...)
}

// HoudTerugblikken returns nieuw, what EncodePrive made to stand in the place of
// oud, with what oud says of looking back.
func HoudTerugblikken(nieuw, oud []byte) []byte {
	var f strict.Fouten // what is wrong with it was told when it was read
	lijf := leesLijf(&f, "", splits(oud, 0), 0)
	i := slices.IndexFunc(lijf.elementen, func(e element) bool { return e.soort == isVraag && isTerugblikSleutel(e.naam) })
	if i < 0 {
		return nieuw
	}
	begin := lijf.elementen[i].regel
	for j := i - 1; j >= 0 && lijf.elementen[j].soort == isKop && lijf.elementen[j].niveau > 1; j-- {
		begin = lijf.elementen[j].regel
	}
	van := lijf.regels[begin].van
	if nieuw == nil { // but for those there are no private answers any more
		eerste := slices.IndexFunc(lijf.elementen, func(e element) bool { return e.soort != isKop || e.niveau > 1 })
		nieuw = bytes.TrimRight(oud[:lijf.regels[lijf.elementen[eerste].regel].van], "\r\n")
		nieuw = append(bytes.Clone(nieuw), '\n')
	}
	return slices.Concat(nieuw, []byte("\n"), oud[van:])
}

// ParsePrive reads what EncodePrive writes; def says of each question which
// shape its answer has. What was said when looking back is not among them. An
// error is strict.Bevindingen.
func ParsePrive(bestand string, data []byte, def casus.Definitie) (reflectie.Antwoorden, error) {
	var f strict.Fouten
	lijf := leesLijf(&f, bestand, splits(data, 0), 0)
	if err := f.Err(); err != nil {
		return nil, err
	}
	soorten := newPlaatsing(def).soorten
	for sleutel, a := range lijf.antwoorden {
		switch soorten[sleutel] {
		case casus.JaNee:
			lijf.antwoorden[sleutel] = reflectie.JaNee(a.Tekst() == "ja")
		case casus.Meerkeuze:
			lijf.antwoorden[sleutel] = reflectie.Lijst(strings.Split(a.Tekst(), "\n")...)
		}
	}
	maps.DeleteFunc(lijf.antwoorden, func(sleutel string, _ reflectie.Antwoord) bool { return isTerugblikSleutel(sleutel) })
	return lijf.antwoorden, nil
}
