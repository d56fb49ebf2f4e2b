package markdown

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// EncodePrive writes the answers to private questions as a file of its own, or
// returns nil when there are none. A choice stands in it by its id.
func EncodePrive(stand sessie.Stand) []byte {
	deel := privedeel(stand, "", "")
	if deel == "" {
		return nil
	}
	return []byte(privekop(stand) + deel)
}

func privekop(stand sessie.Stand) string {
	return "# Privé bij " + citaat.Plat(stand.Titel()) + "\n\nDit staat in uw eigen map. Het komt niet in het bestand dat u kunt delen.\n"
}

// privedeel writes the answers to private questions, under the titles of their
// steps or under the one given, with what their keys begin with.
func privedeel(stand sessie.Stand, titel, begin string) string {
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
		if kop := cmp.Or(titel, v.Titel); kop != boven {
			boven = kop
			b.WriteString("\n## " + citaat.Plat(kop) + "\n")
		}
		blok := blok{kop: "### " + citaat.Plat(v.Vraag), naam: begin + v.Sleutel,
			inhoud: citaat.Schrijf(strings.Join(v.Antwoord.Woorden(), "\n"))}
		b.WriteString(opLijn(blok.tekst(false)))
	}
	return b.String()
}

// VulPriveAan adds to oud, the private part of a reflectie or nil, the private
// answers of a terugblik on a day. What stands there stays as it is, and what was
// added before is not added again. It returns oud when there are none.
func VulPriveAan(oud []byte, stand sessie.Stand, datum reflectie.Datum) []byte {
	titel, rij := "Terugblik op "+datum.Voluit(), datum.String()
	begin := func() string { return reflectie.Sleutel(reflectie.SleutelTeruggeblikt, rij) + "." }
	deel := privedeel(stand, titel, begin())
	for n := 1; bytes.Contains(oud, []byte("<!-- weeg:"+begin())); n++ { // another time on that day
		if bytes.Contains(oud, []byte(deel)) {
			return oud
		}
		rij = rijnummer(n)
		deel = privedeel(stand, titel, begin())
	}
	if deel == "" {
		return oud
	}
	if len(oud) == 0 {
		oud = []byte(privekop(stand))
	}
	oud = bytes.Clone(oud)
	if !bytes.HasSuffix(oud, []byte("\n")) {
		oud = append(oud, '\n')
	}
	return append(oud, deel...)
}

// isTerugblik reports whether a key is of a time that the person looked back.
func isTerugblik(sleutel string) bool {
	return strings.HasPrefix(sleutel, reflectie.SleutelTeruggeblikt+".")
}

// HoudTerugblikken returns nieuw, what EncodePrive made to stand in the place of
// oud, with what oud says of looking back.
func HoudTerugblikken(nieuw, oud []byte) []byte {
	var f strict.Fouten // what is wrong with it was told when it was read
	l := leesLijf(&f, "", splits(oud), 0)
	i := slices.IndexFunc(l.elementen, func(e element) bool { return e.soort == isVraag && isTerugblik(e.naam) })
	if i < 0 {
		return nieuw
	}
	for i > 0 && l.elementen[i-1].soort == isKop && l.elementen[i-1].niveau > 1 {
		i--
	}
	if nieuw == nil { // but for those there are no private answers any more
		eerste := slices.IndexFunc(l.elementen, func(e element) bool { return e.soort != isKop || e.niveau > 1 })
		nieuw = append(bytes.TrimRight(bytes.Clone(oud[:l.lijnen[l.elementen[eerste].lijn].van]), "\r\n"), '\n')
	}
	return slices.Concat(nieuw, []byte("\n"), oud[l.lijnen[l.elementen[i].lijn].van:])
}

// ParsePrive reads what EncodePrive writes; def says of each question which
// shape its answer has. What was said when looking back is not among them. An
// error is strict.Bevindingen.
func ParsePrive(bestand string, data []byte, def casus.Definitie) (reflectie.Antwoorden, error) {
	var f strict.Fouten
	l := leesLijf(&f, bestand, splits(data), 0)
	if err := f.Err(); err != nil {
		return nil, err
	}
	soorten := map[string]casus.Vraagsoort{}
	for _, stap := range def.Stappen() {
		for _, v := range stap.Vragen {
			soorten[reflectie.Sleutel(stap.ID, v.ID)] = v.Soort
		}
	}
	antwoorden := reflectie.Antwoorden{}
	for _, e := range l.elementen {
		if !e.heeftAntwoord() || isTerugblik(e.naam) {
			continue
		}
		tekst := citaat.Lees(l.antwoord(e))
		a := reflectie.Tekst(tekst)
		switch soorten[e.naam] {
		case casus.JaNee:
			a = reflectie.JaNee(tekst == "ja")
		case casus.Meerkeuze:
			a = reflectie.Lijst(strings.Split(tekst, "\n")...)
		}
		if !a.IsZero() {
			antwoorden[e.naam] = a
		}
	}
	return antwoorden, nil
}
