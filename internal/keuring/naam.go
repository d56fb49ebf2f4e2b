package keuring

import (
	"slices"
	"strings"
	"unicode"

	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
)

func volledigeNaam() controle {
	return controle{zoek: zoekNaam, Regel: Regel{
		Code: "R016", Ernst: Tip, Naam: "een naam waar een rol hoort",
		Uitleg: "Een casus en een reflectie gaan over rollen, niet over wie er werkt. Schrijf: de wijkverpleegkundige.",
		Niet:   "- {id: melder, naam: Karin de Vries}",
		Wel:    "- {id: melder, naam: Ambtenaar bij de Raad van State}",
	}}
}

func zoekNaam(b *bestand, meld meld) {
	zeg := func(p strict.Plaats, tekst string) {
		if heeftVolledigeNaam(tekst) {
			meld(p, "hier staat een naam, en hier hoort een rol; schrijf wat iemand doet: de wijkverpleegkundige")
		}
	}
	if b.soort == casusSoort {
		for _, rol := range (tak{b.node}).veld("rollen").items() {
			for _, veld := range []string{"naam", "zin"} {
				if t := (tak{rol}).veld(veld); t.Node != nil {
					zeg(t.Plaats, t.Tekst)
				}
			}
		}
	}
	if b.doc == nil {
		return
	}
	for _, d := range reflectie.Delen() {
		for i, rij := range b.doc.Reflectie.Rijen(d) {
			for _, v := range d.Velden {
				if v.Aard == reflectie.EenRol {
					zeg(b.doc.Plaats(pad(d, i, v.Naam)), rij.Antwoord(v).Tekst())
				}
			}
		}
	}
}

// pad is the path of a field of a row, from 0.
func pad(d reflectie.Deel, rij int, veld string) string {
	if d.Rijen == reflectie.Enkel {
		return reflectie.Sleutel(d.Naam, veld)
	}
	return reflectie.RijSleutel(d.Naam, rij, veld)
}

// heeftVolledigeNaam reports whether a first name or initial and a surname stand in a text,
// and not only the name of an institution, or a role: "Ouder van Pien" is one.
func heeftVolledigeNaam(tekst string) bool {
	return slices.ContainsFunc(privacy.Namen([]string{tekst}, ""), func(naam string) bool {
		hoofdletters := 0
		for i, woord := range strings.Fields(naam) {
			if isInstelling(woord) || i == 0 && isFunctie(woord) {
				return false
			}
			if unicode.IsUpper([]rune(woord)[0]) && !isWie(woord) && !isLidwoord(woord) {
				hoofdletters++
			}
		}
		return hoofdletters > 1
	})
}

// isInstelling reports whether a word begins the name of something that is no person.
func isInstelling(woord string) bool {
	return slices.Contains([]string{"raad", "hoge", "eerste", "tweede", "autoriteit", "inspectie", "dienst", "college", "ministerie", "kamer",
		"rijk", "rijkswaterstaat", "nationale", "gemeente", "provincie", "waterschap", "stichting", "bureau", "hof", "rechtbank", "koninklijke",
		"centraal", "openbaar", "politie", "team", "afdeling", "huis", "school", "buurt", "wijk", "platform", "vereniging"}, zonderTekens(woord))
}

// isFunctie reports whether a word begins the name of a function or a service, of which the
// other words have a capital too: "Teamleider Sociaal Domein".
func isFunctie(woord string) bool {
	return slices.ContainsFunc([]string{"leider", "adviseur", "hoofd", "directeur", "manager", "coördinator", "regio", "dienst", "bescherming", "zorg", "centrum",
		"medewerker", "ambtenaar", "inspecteur", "toezichthouder", "sint"}, func(einde string) bool { return strings.HasSuffix(zonderTekens(woord), einde) })
}

// isWie reports whether a word says who somebody is to others, and not what they are called.
func isWie(woord string) bool {
	woord = zonderTekens(woord)
	if slices.Contains([]string{"ouder", "ouders", "vader", "moeder", "zoon", "dochter", "broer", "zus", "opa", "oma", "oom", "tante", "kind", "kleinkind",
		"naaste", "vriend", "vriendin", "man", "vrouw", "buur", "buurman", "buurvrouw", "collega", "leraar", "arts", "agent", "rechter", "voogd",
		"directeur", "melder", "beller", "jurist", "notaris", "boer"}, woord) {
		return true
	}
	return slices.ContainsFunc([]string{"houder", "bewoner", "woner", "meester", "leider", "leidster", "naar", "werker", "werkster", "adviseur", "adviseuse",
		"handhaver", "begeleider", "beheerder", "ondernemer", "consulent", "voorzitter", "secretaris", "coach", "verpleegkundige", "eigenaar",
		"vrager", "nemer", "partner", "moeder", "vader", "ouder", "regisseur", "manager", "inspecteur", "minister", "lid", "bestuurder"},
		func(einde string) bool { return strings.HasSuffix(woord, einde) })
}

func isLidwoord(woord string) bool {
	return slices.Contains([]string{"de", "het", "den", "van", "ten", "ter"}, zonderTekens(woord))
}

func zonderTekens(woord string) string { return strings.ToLower(strings.Trim(woord, ".,;:()")) }
