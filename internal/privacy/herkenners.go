package privacy

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// A herkenner knows one kind by how it is written, and by a check of what is written so.
type herkenner struct {
	soort Soort
	kan   func(l lijn) bool // whether a line can have one: most have none, and a form takes long
	vorm  *regexp.Regexp    // its first group that is there is what was meant; or all of it
	// klopt returns from where to where it stands, when what is found from begin to eind is
	// one; else an end of 0.
	klopt func(tekst string, begin, eind int) (van, tot int)
}

// deel is where the piece stands that is meant.
func (h herkenner) deel(m []int) (begin, eind int) {
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return m[i], m[i+1]
		}
	}
	return m[0], m[1]
}

const datum = `\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}e? (?:jan|feb|m(?:aa)?rt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? ['’]?\d{2,4}`

// tot is what may stand between the word that says what a date is and the date.
const tot = `\.?(?:[^\n\d.]|d\.d\.|\b(?:dd|dat|dhr|mw|mevr|st)\.){0,40}?`

// herkenners are made when first needed, and so is every form below: most commands look
// for nobody. Of two that find the same, the first counts.
var herkenners = sync.OnceValue(func() []herkenner {
	return []herkenner{
		{IBAN, cijfersVan(6), regexp.MustCompile(`(?i)\b[a-z]{2} ?\d{2}`), isIBAN},
		{Email, func(l lijn) bool { return strings.Contains(l.tekst, "@") }, regexp.MustCompile(`(?i)[\p{L}\d._%+\-]+@(?:[\p{L}\d](?:[\p{L}\d\-]*[\p{L}\d])?\.)+\p{L}{2,}`), altijd},
		{Geboortedatum, func(l lijn) bool { return l.cijfers >= 3 && reGeboorte().MatchString(l.tekst) }, regexp.MustCompile(`(?i)\b(?:geboren|geboortedat|geboortedag|datum (?:van )?geboorte|geb\b)` + tot + `\b(` + datum + `)|\b(` + datum + `)[^\n\d.]{0,20}?\b(?:geboren\b|geboortedatum)`), isDatum},
		{Rijbewijs, cijfersVan(10), regexp.MustCompile(`\b\d{10}\b|\b\d{4}[ .]\d{3}[ .]\d{3}\b|\b\d{5}[ .]\d{5}\b`), naast("rijbewijs")},
		{Paspoort, cijfersVan(1), regexp.MustCompile(`(?i)\b[a-np-z]{2}[a-np-z\d]{6}\d\b`), naast("paspoort", "identiteits", "id-kaart", "id-bewijs", "reisdocument", "documentnummer")},
		{Telefoon, cijfersVan(10), regexp.MustCompile(strings.ReplaceAll(`(?:\(?\+31\)?|0031)(?:[ .\-–/]?\(0\))?N{9}|\(0\d\)N{8}|\(0\d\d\)N{7}|\(0\d{3}\)N{6}|0\dN{8}`, "N", `(?:[ .\-–/]{0,3}\d)`)), isTelefoon},
		{BSN, cijfersVan(8), regexp.MustCompile(`\b\d{4}[ .]\d{2}[ .]\d{3}\b|\b\d{3}[ .\-]\d{3}[ .\-]\d{3}\b|\b\d{8,9}\b`), isBSN},
		{Adres, cijfersVan(4), regexp.MustCompile(`\b[1-9]\d{3} ?(?:[A-Z]{2}|[a-z]{2})\b`), isAdres},
		{Kenteken, func(l lijn) bool { return l.cijfers >= 2 && strings.Contains(l.tekst, "-") }, regexp.MustCompile(`(?i)\b[a-z\d]{1,3}-[a-z\d]{2,3}-[a-z\d]{1,3}\b`), isKenteken},
	}
})

// A lijn is a line of a text, and how many digits it has.
type lijn struct {
	tekst   string
	cijfers int
}

// cijfersVan returns whether a line has so many digits.
func cijfersVan(n int) func(lijn) bool { return func(l lijn) bool { return l.cijfers >= n } }

// reGeboorte matches what each word for a birth has.
var reGeboorte = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)geb`) })

func altijd(_ string, begin, eind int) (van, tot int) { return begin, eind }

// What says what a number is the number of, in small letters.
var (
	reVanIets = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:^|[ (“"'‘])(?:zaak|kenmerk|dossier|artikel|art\.|factu|order|bestelling|bestelnummer|kvk|versie|serie|project|referentie|melding|ticket|btw|rsin|subsidie|besluit|raads|motie|amendement|agendapunt|nota\b|verordening|formulier|brief|bijlage|€|eur)`)
	})
	reVanMens = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|[ (“"'‘])(?:bsn|burgerservicenummer|sofi)`) })
	reBedrag  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:procent|eur|miljoen|keer|stuks|%)`) })
)

// zicht is how far is looked around a place, in bytes.
const zicht = 120

// voor is what stands before a place, as far as is looked.
func voor(tekst string, plek int) string {
	return tekst[max(0, plek-zicht):plek]
}

// ervoor are the last n words before a place, in small letters, of the same line.
func ervoor(tekst string, plek, n int) string {
	hier := voor(tekst, plek)
	woorden := strings.Fields(strings.ToLower(hier[strings.LastIndexByte(hier, '\n')+1:]))
	return strings.Join(woorden[max(0, len(woorden)-n):], " ")
}

// erna are the first n words after a place, in small letters, of the same line.
func erna(tekst string, plek, n int) string {
	hier, _, _ := strings.Cut(tekst[plek:min(len(tekst), plek+zicht)], "\n")
	woorden := strings.Fields(strings.ToLower(hier))
	return strings.Join(woorden[:min(n, len(woorden))], " ")
}

// als is from begin to eind where it holds.
func als(geldt bool, begin, eind int) (van, tot int) {
	if geldt {
		return begin, eind
	}
	return 0, 0
}

// Marks that tie what comes after, or before, to a number: it is a part of something longer.
// A slash ties a year, or a part of a date.
var (
	reVastNa = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:[\p{L}\d]|[.,_-]\d|-\p{L}|/\d{1,4}(?:[\s,;.)/]|$))`)
	})
	reVastVoor = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:[\p{L}\d]|[_-]|\d[.]|(?:^|\D)\d{1,4}/)$`) })
)

// staatLos reports whether a place is no part of something longer.
func staatLos(tekst string, begin, eind int) bool {
	return begintLos(tekst, begin) && !reVastNa().MatchString(tekst[eind:min(len(tekst), eind+zicht)])
}

func begintLos(tekst string, begin int) bool {
	return !reVastVoor().MatchString(tekst[max(0, begin-8):begin])
}

// naast returns a check that one of these stands near, in the same line.
func naast(wat ...string) func(string, int, int) (int, int) {
	return func(tekst string, begin, eind int) (van, tot int) {
		rondom := ervoor(tekst, begin, 10) + " " + erna(tekst, eind, 10)
		return als(staatLos(tekst, begin, eind) && slices.ContainsFunc(wat, func(w string) bool { return strings.Contains(rondom, w) }), begin, eind)
	}
}

// cijfers are the digits of a text.
func cijfers(tekst string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, tekst)
}

// isBSN does the elfproef. One of eight digits has lost its first 0.
func isBSN(tekst string, begin, eind int) (van, tot int) {
	nummer := cijfers(tekst[begin:eind])
	genoemd := reVanMens().MatchString(ervoor(tekst, begin, 4))
	switch {
	case !staatLos(tekst, begin, eind):
		return 0, 0
	case genoemd:
	case len(nummer) == 8, strings.HasSuffix(nummer, "000"), reVanIets().MatchString(ervoor(tekst, begin, 2)), reBedrag().MatchString(erna(tekst, eind, 1)):
		return 0, 0
	}
	return als(elfproef("0"[:9-len(nummer)]+nummer), begin, eind)
}

// elfproef reports whether nine digits can be a burgerservicenummer.
func elfproef(nummer string) bool {
	som := -int(nummer[8] - '0')
	for i, c := range []byte(nummer[:8]) {
		som += (9 - i) * int(c-'0')
	}
	return som%11 == 0 && nummer != "000000000"
}

// ibanLengte is how long an IBAN of a country is; 0 of one that we do not know.
func ibanLengte(land string) int {
	switch land {
	case "NO":
		return 15
	case "BE":
		return 16
	case "NL", "DK", "FI":
		return 18
	case "SI":
		return 19
	case "AT", "EE", "LT", "LU":
		return 20
	case "CH", "HR", "LV":
		return 21
	case "BG", "DE", "GB", "IE":
		return 22
	case "CZ", "ES", "RO", "SE", "SK":
		return 24
	case "PT":
		return 25
	case "TR":
		return 26
	case "FR", "GR", "IT":
		return 27
	case "CY", "HU", "MA", "PL":
		return 28
	case "MT":
		return 31
	}
	return 0
}

// isIBAN does the check of ISO 13616: the number, its first four last and letters as
// numbers from 10, is 1 modulo 97.
func isIBAN(tekst string, begin, _ int) (van, tot int) {
	lengte := ibanLengte(strings.ToUpper(tekst[begin : begin+2]))
	var nummer []byte
	eind := begin
	for ; eind < len(tekst) && len(nummer) < lengte; eind++ {
		if c := tekst[eind]; !strings.ContainsRune(" .-", rune(c)) {
			nummer = append(nummer, c)
		}
	}
	if lengte == 0 || len(nummer) < lengte || !staatLos(tekst, begin, eind) {
		return 0, 0
	}
	rest := 0
	for _, c := range strings.ToUpper(string(nummer[4:]) + string(nummer[:4])) {
		n, err := strconv.ParseInt(string(c), 36, 0)
		if err != nil {
			return 0, 0
		}
		if n > 9 { // it has two digits
			rest *= 10
		}
		rest = (rest*10 + int(n)) % 97
	}
	return als(rest == 1, begin, eind)
}

// reAndereDag matches what says that a date is that of something else after all.
var reAndereDag = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(?:geboren (?:uit|en)|besluit|brief|sinds|dienst|zie)\b[^\n\d]*$`)
})

// isDatum reports whether there is such a day, and it is one of birth.
func isDatum(tekst string, begin, eind int) (van, tot int) {
	if reAndereDag().MatchString(ervoor(tekst, begin, 8)) {
		return 0, 0
	}
	delen := strings.FieldsFunc(tekst[begin:eind], func(r rune) bool { return !unicode.IsDigit(r) })
	dag, _ := strconv.Atoi(delen[0])
	if len(delen) == 3 {
		maand, _ := strconv.Atoi(delen[1])
		if len(delen[0]) == 4 {
			dag, _ = strconv.Atoi(delen[2])
		}
		if maand < 1 || maand > 12 {
			return 0, 0
		}
	}
	return als(dag >= 1 && dag <= 31 && staatLos(tekst, begin, eind), begin, eind)
}

// reNet matches how the numbers begin with which one reaches a person in the Netherlands:
// mobile, by place, and by internet. Those of services are left out.
var reNet = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^0(?:6[1-58]|8[58]|91|10|1[35]|2[0346]|3[03568]|4[0356]|5[0358]|7\d|` +
		`11[134578]|16[124-8]|17[24]|18[0-467]|22[2346-9]|25[125]|29[479]|31[3-8]|32[01]|34[1-8]|41[12368]|47[58]|48[15-8]|49[23579]|` +
		`51[1-9]|52[1-5789]|54[13-8]|56[126]|57[0-3578]|59[1-9])`)
})

// reDag matches a day with something after it.
var reDag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d\d[-/. ]\d\d[-/. ](?:19|20)\d\d\D`) })

// reIBANbegin matches what stands before the last part of an IBAN.
var reIBANbegin = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\b[a-z]{2}\d{2} ?[a-z]{4} ?$`) })

func isTelefoon(tekst string, begin, eind int) (van, tot int) {
	nummer := cijfers(strings.Replace(tekst[begin:eind], "(0)", "", 1))
	switch {
	case strings.Contains(tekst[begin:eind], "+31"):
		nummer = "0" + nummer[2:]
	case strings.HasPrefix(nummer, "0031"):
		nummer = "0" + nummer[4:]
	}
	anders := reVanIets().MatchString(ervoor(tekst, begin, 2)) || reIBANbegin().MatchString(voor(tekst, begin)) || reDag().MatchString(tekst[begin:eind])
	return als(len(nummer) == 10 && reNet().MatchString(nummer) && !anders && staatLos(tekst, begin, eind), begin, eind)
}

// The number of a house: after a postcode, also with the place and the street between
// them; or before it, with the street and perhaps the place.
const huis = `\d{1,4} ?(?:[a-z]|bis|hs|rood|zwart|i{1,3})?(?:[-/ ]{1,3}[\da-z]{1,3})?`

var (
	reNummerNa = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:,? ?(?:nr\.?|nummer|huisnummer|huisnr\.?),? ?|[ ,/(\-]{1,3})\d{1,4} ?(?:[a-z]|bis)?(?:-\d+)?\b`)
	})
	reStraatNa = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^,? \p{Lu}[^,\n\d]{1,40}, (?:['’][a-z] )?(?:\d+e )?\p{Lu}[^,\n\d]{2,40} \d{1,4}`)
	})
	reNummerVoor = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)(?:^|[\s(\[:“"‘])(\p{L}[\p{L}'’.\-]+ (?:\d{4} )?` + huis + `[,;]?\s+(?:[-–] )?(?:(?:te|in) )?(?:['’]?\p{L}[\p{L}'’\- ]{1,30} )?\(?)$`)
	})
	reBus = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)(?:postbus|antwoordnummer) \d+[,;]?\s*$`) })
)

// reGeenLetters matches what are no letters of a postcode: those that the post does not
// use, and the words of two letters that come after a year or a number.
var reGeenLetters = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:S[ADS]|al|bv|cm|de|el|en|er|ex|ga|ha|he|ik|in|is|ja|je|kg|km|la|me|ml|mm|na|nr|nu|of|om|op|te|tl|tm|uw|we|ze|zo)$`)
})

// isAdres reports whether a postcode stands with the number of a house: one alone is of
// some twenty houses.
func isAdres(tekst string, begin, eind int) (van, tot int) {
	if reGeenLetters().MatchString(tekst[eind-2:eind]) || reVanIets().MatchString(ervoor(tekst, begin, 2)) || !begintLos(tekst, begin) || reBus().MatchString(voor(tekst, begin)) {
		return 0, 0
	}
	if m := reNummerNa().FindStringIndex(tekst[eind:]); m != nil {
		return als(!reBedrag().MatchString(erna(tekst, eind+m[1], 1)), begin, eind+m[1])
	}
	if m := reStraatNa().FindStringIndex(tekst[eind:]); m != nil {
		return begin, eind + m[1]
	}
	hier := voor(tekst, begin)
	m := reNummerVoor().FindStringSubmatchIndex(hier)
	if m == nil {
		return 0, 0
	}
	return begin - len(hier) + m[2], eind // with the street: that and a number is where somebody lives
}

// medeklinker is a letter of a plate that must not read as a word.
const medeklinker = `[BDFGHJKLMNPRSTVWXZ]`

// reKenteken matches the plates of cars, in the fourteen orders that the RDW gives out.
var reKenteken = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(strings.ReplaceAll(`^(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|`+
		`L{2}-\d\d-L{2}|L{2}-L{2}-\d\d|\d\d-L{2}-L{2}|\d\d-L{3}-\d|\d-L{3}-\d\d|L{2}-\d{3}-L|L-\d{3}-L{2}|L{3}-\d\d-L|L-\d\d-L{3}|`+
		`\d-L{2}-\d{3}|\d{3}-L{2}-\d)$`, "L", medeklinker))
})

func isKenteken(tekst string, begin, eind int) (van, tot int) {
	plaat := strings.ToUpper(tekst[begin:eind])
	anders := strings.Contains(plaat, "-MRT-") || reVanIets().MatchString(ervoor(tekst, begin, 2))
	return als(reKenteken().MatchString(plaat) && !anders && staatLos(tekst, begin, eind), begin, eind)
}
