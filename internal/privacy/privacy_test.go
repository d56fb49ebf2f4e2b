package privacy

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/reflectie/reflectietest"
)

// A gever makes up numbers of people, and what only looks like them.
type gever struct{ *rand.Rand }

func (g gever) een(uit ...string) string { return uit[g.IntN(len(uit))] }

func (g gever) uit(letters string, n int) string {
	var b strings.Builder
	for range n {
		b.WriteByte(letters[g.IntN(len(letters))])
	}
	return b.String()
}

func (g gever) cijfers(n int) string { return g.uit("0123456789", n) }

// zin puts something in a sentence, as people do.
func (g gever) zin(wat string) string {
	return fmt.Sprintf(g.een("Ik schreef %s op.", "Het staat op de lijst: %s.", "%s", "Zij noemde %s en hing op.", "Volgens het systeem (%s) klopt het.", "Er lag een briefje met “%s”.", "Eerst dit:\n%s\nEn toen niets.", "Dat was %s, of niet?"), wat)
}

func (g gever) bsn() string {
	for {
		if n := g.cijfers(9); elfproef(n) && n[0] != '0' {
			return n
		}
	}
}

// iban makes one, with a check that is off by so much.
func (g gever) iban(naast int) string {
	rest, land := g.een("ABNA", "INGB", "RABO", "TRIO")+g.cijfers(10), "NL"
	if g.IntN(4) == 0 {
		rest, land = g.cijfers(12), "BE"
	}
	mod := 0
	for _, c := range rest + land + "00" {
		if c >= 'A' {
			mod = (mod*100 + int(c-'A') + 10) % 97
			continue
		}
		mod = (mod*10 + int(c-'0')) % 97
	}
	return fmt.Sprintf("%s%02d%s", land, 2+(98-mod+naast-2)%97, rest)
}

func vieren(s string) string {
	var delen []string
	for blok := range slices.Chunk([]byte(s), 4) {
		delen = append(delen, string(blok))
	}
	return strings.Join(delen, " ")
}

func (g gever) datum() string {
	d, m, j := 1+g.IntN(28), 1+g.IntN(12), 1930+g.IntN(80)
	maand := []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}[m-1]
	return g.een(fmt.Sprintf("%d-%d-%d", d, m, j), fmt.Sprintf("%02d/%02d/%d", d, m, j), fmt.Sprintf("%d %s %d", d, maand, j), fmt.Sprintf("%d-%02d-%02d", j, m, d), fmt.Sprintf("%02d.%02d.%02d", d, m, j%100))
}

func (g gever) straat() string {
	return g.een("Dorpsstraat ", "Lange Poten ", "Laan van Meerdervoort ", "'t Zand ", "Kerkweg ") + fmt.Sprint(1+g.IntN(400)) + g.een("", "", "a", "-2", " bis")
}

func (g gever) postcode() string {
	letters := "BCDEFGHJKLMNPRTVWXZ"
	return fmt.Sprint(1+g.IntN(9)) + g.cijfers(3) + g.een("", " ") + g.uit(letters, 2)
}

// medeklinkers are the letters on plates.
const medeklinkers = "BDFGHJKLMNPRSTVXZ"

func (g gever) plaat() string {
	vorm := g.een("LL-99-99", "99-99-LL", "99-LL-99", "LL-99-LL", "LL-LL-99", "99-LL-LL", "99-LLL-9", "9-LLL-99", "LL-999-L", "L-999-LL", "LLL-99-L", "L-99-LLL", "9-LL-999", "999-LL-9")
	return strings.Map(func(r rune) rune {
		switch r {
		case 'L':
			return rune(medeklinkers[g.IntN(len(medeklinkers))])
		case '9':
			return rune('0' + g.IntN(10))
		}
		return r
	}, vorm)
}

func (g gever) mobiel() string {
	n := g.een("1", "2", "3", "4", "5", "8") + g.cijfers(7)
	return g.een("06"+n, "06-"+n, "06 "+n, "+31 6 "+n, "+316"+n, "0031 6 "+n[:4]+" "+n[4:], "06 - "+n, "06 "+n[:2]+" "+n[2:4]+" "+n[4:6]+" "+n[6:], "+31 (0)6 "+n)
}

func (g gever) vast() string {
	kort, lang := g.een("010", "013", "020", "030", "040", "050", "070", "076", "088"), g.een("0113", "0297", "0344", "0475", "0512", "0592", "0182")
	return g.een(kort+"-"+g.cijfers(7), "("+kort+") "+g.cijfers(3)+" "+g.cijfers(2)+" "+g.cijfers(2), lang+"-"+g.cijfers(6), lang+" "+g.cijfers(6), kort+g.cijfers(7))
}

// echt makes one of a kind, as it stands in a sentence.
func (g gever) echt(soort Soort) string {
	switch soort {
	case BSN:
		n := g.bsn()
		return g.een(n, n, "BSN "+n, n[:4]+"."+n[4:6]+"."+n[6:], n[:3]+" "+n[3:6]+" "+n[6:], "burgerservicenummer: "+n)
	case IBAN:
		n := g.iban(0)
		return g.een(n, vieren(n), strings.ToLower(n), "rekening "+vieren(n))
	case Email:
		return g.een("jan", "j.de.vries", "fatma-yildiz", "x_1990", "info+zorg") + "@" + g.een("voorbeeld.nl", "mail.gemeente.example", "xs4all.nl", "kpn-mail.com")
	case Telefoon:
		return g.een(g.mobiel(), g.mobiel(), g.vast())
	case Adres:
		p, nr := g.postcode(), fmt.Sprint(1+g.IntN(300))
		return g.een(p+" "+nr, p+", "+nr+"b", p+" nr. "+nr, p+"-"+nr, g.straat()+", "+p+" Utrecht", g.straat()+" "+p, g.straat()+",\n"+p)
	case Kenteken:
		p := g.plaat()
		return g.een(p, p, "de auto met "+p, "kenteken "+strings.ToLower(p))
	case Geboortedatum:
		d := g.datum()
		return g.een("geboren op "+d, "geb. "+d, "geboortedatum: "+d, "geboren te 's-Hertogenbosch op "+d, "Geboortedatum "+d, "op "+d+" geboren", "geb.datum "+d)
	case Paspoort:
		n := g.uit("ABCDEFGHJKLMNPRSTUVWXYZ", 2) + g.uit("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 6) + g.cijfers(1)
		return g.een("paspoort "+n, "paspoortnummer: "+n, "identiteitskaart met nummer "+n, n+" (paspoort)", "ID-kaart "+n)
	}
	n := g.cijfers(10)
	return g.een("rijbewijs "+n, "rijbewijsnummer: "+n, "haar rijbewijs met nummer "+n, n+" van zijn rijbewijs")
}

// bijna makes what only looks like one.
func (g gever) bijna(soort Soort) string {
	n := 1 + g.IntN(28)
	switch soort {
	case BSN:
		echt := g.bsn()
		naast := []byte(echt)
		naast[8] = '0' + (naast[8]-'0'+1)%10 // which the elfproef always sees
		return g.een(string(naast), "zaaknummer "+echt, "dossier "+echt, "kenmerk "+echt+"/2026", "€ "+echt, g.cijfers(7), g.cijfers(11), "2026-"+echt, echt[:3]+" "+echt[3:6]+" "+echt[6:]+" euro", "versie 1."+echt)
	case IBAN:
		echt := g.iban(0)
		return g.een(g.iban(1+g.IntN(95)), vieren(g.iban(1+g.IntN(95))), echt[:len(echt)-1], "XX"+echt[2:], "NL26 gemeenten en 12 waterschappen")
	case Email:
		return g.een("@buurtwacht", "weeg@1.2.3", "jan @ kantoor", "3 appels @ 2 euro", "artikel 3@4", "jan@kantoor", "www.voorbeeld.nl")
	case Telefoon:
		return g.een("0900-1234", "0800 0113", "14 030", "112", "01-02-2026", "0"+g.cijfers(7), "zaak 06"+"1"+g.cijfers(7), "1"+g.cijfers(9), "06-"+g.cijfers(6), "artikel 0.6.12", "€ 0612345678", "2026-0612345678", "0.61.23.45.67.8")
	case Adres:
		p := g.postcode()
		return g.een(p, p+" Utrecht", "postcode "+p, "artikel "+p[:4]+" BW 3", "in 2026 kwamen er 12", "1200 euro", g.straat(), "1234 SS 12", p[:4]+" inwoners")
	case Kenteken:
		return g.een(fmt.Sprintf("%02d-%02d-26", n, 1+g.IntN(12)), "12-MEI-2026", "AA-BB-CC", "COVID-19-EU", "A-12-EUR", "1-2-3", "EU-27-EA", "zaak BD-12-34", "2026-12-BB", "XYZ-123-99", "MJOP-24-B", "B-5-AB")
	case Geboortedatum:
		return g.een("op "+g.datum(), "een besluit van "+g.datum(), "geboren in Utrecht", "een geboren verteller", "ik ben geboren in de kelder. Op "+g.datum()+" sloot die", "de geboorte was zwaar", "geboren op 45-13-1980", "in 1980 geboren")
	case Paspoort:
		return g.een("kenmerk AB12CD34"+fmt.Sprint(n%10), "paspoort kwijt", "het paspoort van de directeur", "ordernummer XK9F2P7Q1", "paspoort AB123", "identiteitskaart 2026", "versie RC20260101")
	}
	return g.een("rijbewijs B", "rijbewijs gehaald in 2026", "ordernummer 1234567890", "rijbewijs 12345", "rijbewijs sinds 12-03-2001", "zijn rijbewijs kostte 2.500 euro", "3"+g.cijfers(9))
}

// Of what tells which person it is about, at most one in a hundred is missed, and at
// most one in a hundred of what only looks like it is taken for it.
func TestWhatTellsWhichPersonItIsIsFound(t *testing.T) {
	const keer = 1000
	t.Logf("%-24s %6s %6s %6s", "", "gemist", "vals", "van")
	for _, h := range herkenners() {
		g := gever{rand.New(rand.NewPCG(7, uint64(len(h.soort))))}
		gemist, vals := 0, 0
		for range keer {
			echt := g.zin(g.echt(h.soort))
			if !slices.ContainsFunc(Zoek(echt), func(v Vondst) bool { return v.Soort == h.soort }) {
				if gemist++; gemist <= 3 {
					t.Logf("missed in %q: %v", echt, Zoek(echt))
				}
			}
			bijna := g.zin(g.bijna(h.soort))
			if gevonden := Zoek(bijna); len(gevonden) > 0 {
				if vals++; vals <= 3 {
					t.Logf("found in %q: %v", bijna, gevonden)
				}
			}
		}
		t.Logf("%-24s %6d %6d %6d", h.soort, gemist, vals, keer)
		if gemist > keer/100 || vals > keer/100 {
			t.Errorf("of %s it misses %d of %d, and finds %d in %d that are none", h.soort, gemist, keer, vals, keer)
		}
	}
}

// So it is over sentences that somebody wrote who did not know how it looks. In each of
// testdata/KIND-echt.txt is one of the kind, in KIND-bijna.txt is nothing.
func TestInSentencesOfOthersItIsFoundToo(t *testing.T) {
	for naam, soort := range map[string]Soort{"adres": Adres, "bsn": BSN, "email": Email, "geboortedatum": Geboortedatum, "iban": IBAN,
		"kenteken": Kenteken, "paspoort": Paspoort, "rijbewijs": Rijbewijs, "telefoon": Telefoon} {
		gemist, vals := 0, 0
		echt, bijna := zinnen(t, naam+"-echt.txt"), zinnen(t, naam+"-bijna.txt")
		for _, zin := range echt {
			if !slices.ContainsFunc(Zoek(zin), func(v Vondst) bool { return v.Soort == soort }) {
				gemist++
				t.Logf("missed in %q: %v", zin, Zoek(zin))
			}
		}
		for _, zin := range bijna {
			if gevonden := Zoek(zin); len(gevonden) > 0 {
				vals++
				t.Logf("found in %q: %v", zin, gevonden)
			}
		}
		if gemist > len(echt)/100 || vals > len(bijna)/100 {
			t.Errorf("of %s it misses %d of %d, and finds %d in %d that are none", soort, gemist, len(echt), vals, len(bijna))
		}
	}
}

// zinnen are the lines of a file in testdata.
func zinnen(t *testing.T, naam string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + naam)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// In the library, and in reflecties of nobody, nobody is found.
func TestNobodyIsFoundWhereNobodyIs(t *testing.T) {
	bestanden, err := casussen.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bestanden {
		if b.IsDir() {
			continue
		}
		data, err := casussen.FS.ReadFile(b.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range Zoek(string(data)) {
			t.Errorf("%s: %s in %q", b.Name(), v.Soort, string(data)[v.Begin:v.Eind])
		}
	}
	r := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		for sleutel, a := range reflectie.Flatten(reflectietest.Willekeurig(r)) {
			for _, w := range a.Woorden() {
				for _, v := range Zoek(w) {
					t.Errorf("%s: %s in %q", sleutel, v.Soort, w)
				}
			}
		}
	}
}

func TestWhatIsFoundIsNeverShownWhole(t *testing.T) {
	for tekst, wil := range map[string]string{
		"bel 06-12345678 maar":            "06-••••••••",
		"mail jan.de.vries@voorbeeld.nl":  "ja•.••.•••••@•••••••••.••",
		"rekening NL91 ABNA 0417 1643 00": "NL•• •••• •••• •••• ••",
		"Zij is geboren op 3 mei 1980":    "3 m•• ••••",
		"Kerkweg 14, 3511 AB Utrecht":     "Ke••••• ••, •••• ••",
	} {
		v := Zoek(tekst)
		if len(v) != 1 || v[0].Masker(tekst) != wil {
			t.Errorf("in %q it finds %v; want one, shown as %q", tekst, v, wil)
			if len(v) > 0 {
				t.Log(v[0].Masker(tekst))
			}
		}
	}
}

// Of many in a row each is found, also right after a number that is none.
func TestEachInARowIsFound(t *testing.T) {
	for tekst, want := range map[string]int{
		"0612345678 0687654321 06-11223344":            3,
		"kamer 010 0612345678":                         1,
		"06-12345678 3 keer, 070-1234567 2e keer":      2,
		"06-12345678/06-87654321, tel.06-12345678":     3,
		"jan@voorbeeld.nl/06-12345678":                 2,
		"op 01-03-2026 10 uur, 03-06-2026 15 uur":      0,
		"een budget van 105.000.000":                   0,
		"raadsstuk RV-12-34, nota BW-22-01":            0,
		"NL91ABNA0417164300 NL91 ABNA 0417 1643 00":    2,
		"111222333, 123456782 en 987654321":            2, // the last fails the elfproef
		"zaak 202612345, van 111222333":                1,
		"12-BD-FG 34-HJ-KL":                            2,
		"a@b.nl;c@d.nl":                                2,
		"geboren op 3-5-1980 en geboren op 4 mei 1990": 2,
	} {
		if got := Zoek(tekst); len(got) != want {
			t.Errorf("in %q it finds %v; want %d", tekst, got, want)
		}
	}
}

func TestWhatIsHiddenIsFoundNoMore(t *testing.T) {
	for _, h := range herkenners() {
		g := gever{rand.New(rand.NewPCG(5, uint64(len(h.soort))))}
		for range 200 {
			tekst := g.zin(g.echt(h.soort)) + " " + g.zin(g.echt(h.soort))
			if over := Zoek(Verberg(tekst)); len(over) > 0 {
				t.Fatalf("%q hides as %q, and there is still %v", tekst, Verberg(tekst), over)
			}
		}
	}
	if got := Verberg("De buurman kookt."); got != "De buurman kookt." {
		t.Errorf("what tells of nobody becomes %q", got)
	}
}

// A text of a megabyte takes no longer a letter than one of a tenth.
func BenchmarkZoek(b *testing.B) {
	g := gever{rand.New(rand.NewPCG(4, 4))}
	for _, n := range []int{1_000, 10_000} {
		var tekst strings.Builder
		for i := range n {
			tekst.WriteString(g.zin(g.echt(herkenners()[i%len(herkenners())].soort)) + " ")
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(tekst.Len()))
			for b.Loop() {
				Zoek(tekst.String())
			}
		})
	}
}

// Whatever stands there, what is found lies within the text, in its order, apart.
func FuzzZoek(f *testing.F) {
	g := gever{rand.New(rand.NewPCG(3, 3))}
	for _, h := range herkenners() {
		f.Add(g.zin(g.echt(h.soort)) + g.zin(g.bijna(h.soort)))
	}
	for _, tekst := range reflectietest.Lastig() {
		f.Add(tekst)
	}
	f.Fuzz(func(t *testing.T, tekst string) {
		tot := 0
		for _, v := range Zoek(tekst) {
			if v.Begin < tot || v.Eind <= v.Begin || v.Eind > len(tekst) {
				t.Fatalf("in %q it finds %v", tekst, Zoek(tekst))
			}
			if gemaskeerd := v.Masker(tekst); gemaskeerd == tekst[v.Begin:v.Eind] {
				t.Errorf("%q is shown whole", gemaskeerd)
			}
			tot = v.Eind
		}
	})
}
