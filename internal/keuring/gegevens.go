package keuring

import (
	"sort"
	"strings"
	"unicode/utf8"

	"ambt.example/weeg/internal/privacy"
)

// gegevens are the rules on what tells which person it is about, one for each kind.
func gegevens() []controle {
	const (
		schade = "Wie dit leest, weet over wie het gaat, en kan er misbruik van maken. Ook git onthoudt het."
		spoor  = "Wie dit leest, kan weten over wie het gaat. Ook git onthoudt het."
	)
	return []controle{
		gegeven(privacy.BSN, Regel{Code: "R031", Ernst: Fout, Uitleg: schade, Niet: "Haar nummer is 123456782.", Wel: "Haar nummer is bij ons bekend."}),
		gegeven(privacy.IBAN, Regel{Code: "R032", Ernst: Fout, Uitleg: schade, Niet: "Betaal op BE68 5390 0754 7034.", Wel: "Het geld is overgemaakt."}),
		gegeven(privacy.Email, Regel{Code: "R033", Ernst: Waarschuwing, Uitleg: spoor, Niet: "Mail naar k.devries@voorbeeld.nl.", Wel: "Mail naar de balie."}),
		gegeven(privacy.Telefoon, Regel{Code: "R034", Ernst: Waarschuwing, Uitleg: spoor, Niet: "Bel 06-12345678.", Wel: "Bel de wijkagent."}),
		gegeven(privacy.Adres, Regel{Code: "R035", Ernst: Waarschuwing, Uitleg: spoor, Niet: "Zij woont op 1234 AB 12.", Wel: "Zij woont twee straten verder."}),
		gegeven(privacy.Kenteken, Regel{Code: "R036", Ernst: Waarschuwing, Uitleg: spoor, Niet: "De auto met XX-99-XX stond er.", Wel: "Er stond een grijze auto."}),
		gegeven(privacy.Geboortedatum, Regel{Code: "R037", Ernst: Waarschuwing, Uitleg: spoor, Niet: "Hij is geboren op 12-03-1958.", Wel: "Hij is bijna zeventig."}),
		gegeven(privacy.Paspoort, Regel{Code: "R038", Ernst: Fout, Uitleg: schade, Niet: "Haar paspoort heeft nummer SPECI2014.", Wel: "Zij liet zien wie ze is."}),
		gegeven(privacy.Rijbewijs, Regel{Code: "R039", Ernst: Fout, Uitleg: schade, Niet: "Zijn rijbewijs heeft nummer 5123456789.", Wel: "Hij mag autorijden."}),
	}
}

// gegeven is the rule on one kind.
func gegeven(soort privacy.Soort, r Regel) controle {
	r.Naam = "een " + string(soort)
	return controle{Regel: r, gemaskeerd: true, zoek: func(b *bestand, meld meld) {
		for _, g := range b.gegevens {
			if g.Soort == soort {
				meld(b.plaats(g.regel, g.kolom), "hier staat een %s (%s); haal het weg, of schrijf in het algemeen wat u bedoelt", soort, g.masker)
			}
		}
	}}
}

// A gevonden is what was found of somebody, and where.
type gevonden struct {
	privacy.Soort
	regel, kolom int
	masker       string
}

// zoekGegevens finds what stands in the file of people: not in what is derived, where it
// would be found twice.
func (b *bestand) zoekGegevens() {
	var tekst strings.Builder
	var stukken []stuk
	voeg := func(regel int, lijn, voor string) {
		kaal := strings.TrimPrefix(lijn, voor)
		stukken = append(stukken, stuk{tekst.Len(), regel, len(lijn) - len(kaal)})
		tekst.WriteString(kaal + "\n")
	}
	if b.doc != nil {
		for regel, lijn := range b.doc.Eigen() {
			voeg(regel, strings.TrimSuffix(lijn, `\`), "> ") // an address may go on in the next line
		}
	} else {
		for i, lijn := range b.lijnen() {
			voeg(i+1, lijn, "")
		}
	}
	for _, v := range privacy.Zoek(tekst.String()) {
		s := stukken[sort.Search(len(stukken), func(i int) bool { return stukken[i].begin > v.Begin })-1]
		voor := tekst.String()[s.begin:v.Begin]
		b.gegevens = append(b.gegevens, gevonden{v.Soort, s.regel, s.voor + utf8.RuneCountInString(voor) + 1, v.Masker(tekst.String())})
	}
}

// A stuk is a line of the text that is looked through.
type stuk struct {
	begin int // in that text, in bytes
	regel int // in the file, from 1
	voor  int // how many characters stand before it there
}
