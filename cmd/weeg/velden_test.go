package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
)

// A veldproef is a reflectie that has one field, and as little more as it needs.
type veldproef struct {
	veld  string // such as "weging.omdat"
	keuze string // which of its choices, or "" where there is one to try
	tekst string // that lees must show; "" where the definition words it
	r     reflectie.Reflectie
}

func (p veldproef) String() string { return strings.TrimSuffix(p.veld+" "+p.keuze, " ") }

// veldproeven has each field that the structs declare, and of a choice each.
func veldproeven(werkvormen []casus.Werkvorm) []veldproef {
	var alle []veldproef
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			keuzes := v.Keuzes
			switch v.Aard {
			case reflectie.Voorrang:
				keuzes = []string{"betrokkenheid", "veiligheid", reflectie.OpenVoorrang}
			case reflectie.EenJaNee:
				keuzes = []string{"ja", "nee"}
			case reflectie.EenKeuze:
			default:
				keuzes = []string{""}
			}
			for _, keuze := range keuzes {
				p := metVeld(d, v, keuze)
				for _, w := range werkvormen { // one that has words for it
					if slices.Contains(w.Bij, casus.BijCasus) && vraagtNaar(w, p.veld) {
						p.r.Werkvorm = w.ID
					}
				}
				alle = append(alle, p)
			}
		}
		if d.HeeftVragen() {
			sleutel := map[string]string{"": "bedoeling.bereiken", reflectie.SleutelTeruggeblikt: "nu.moment"}[d.Naam]
			p := veldproef{veld: strings.Trim(d.Naam+".antwoorden", "."), tekst: "Een antwoord op een open vraag.", r: minimaal()}
			rijVan(&p.r, d).ZetVraag(d, sleutel, reflectie.Tekst(p.tekst))
			alle = append(alle, p)
		}
	}
	return alle
}

// vraagtNaar reports whether a werkvorm asks a field.
func vraagtNaar(w casus.Werkvorm, veld string) bool {
	return slices.ContainsFunc(w.Stappen, func(stap casus.Stap) bool {
		return slices.ContainsFunc(stap.Velden, func(v casus.Vraag) bool { return casus.Veldsleutel(stap.Soort, v.ID) == veld })
	})
}

func minimaal() reflectie.Reflectie {
	return reflectie.Reflectie{Weeg: 1, Casus: "koken-in-het-schoolgebouw", Werkvorm: "waardenweging", Datum: reflectie.Datum{Jaar: 2026, Maand: 11, Dag: 21}}
}

// rijVan returns a row of a part, called as its rows are.
func rijVan(r *reflectie.Reflectie, d reflectie.Deel) reflectie.Rij {
	if d.Naam == "" {
		return r.Rijen(d)[0]
	}
	rij := r.Erbij(d)
	if naam, ok := d.Naamveld(); ok {
		rij.Zet(naam, reflectie.Tekst(map[reflectie.Rijsoort]string{reflectie.PerRol: "handhaver", reflectie.PerWaarde: "veiligheid",
			reflectie.PerPaar: "betrokkenheid+veiligheid", reflectie.PerDatum: "2027-02-21"}[d.Rijen]))
	}
	return rij
}

func metVeld(d reflectie.Deel, v reflectie.Veld, keuze string) veldproef {
	p := veldproef{veld: strings.Trim(d.Naam+"."+v.Naam, "."), keuze: keuze, r: minimaal()}
	rij := rijVan(&p.r, d)
	zin := "Wat er staat bij " + v.Naam + " van " + d.Naam + "."
	switch {
	case v.IsNaam: // with something to name, for a row may not be its name alone
		for _, w := range d.Velden {
			if !w.IsNaam && w.Aard == reflectie.Proza && !w.PerWaarde {
				rij.Zet(w, reflectie.Tekst(zin))
				break
			}
		}
	case v.Aard == reflectie.EenTeken: // of a value that was only named, under a standpunt
		naam, _ := d.Naamveld()
		woord, _ := d.Veld("naam")
		rij.Zet(naam, reflectie.Tekst("bij-horen"))
		rij.Zet(woord, reflectie.Tekst("Erbij horen"))
		rij.Zet(v, reflectie.JaNee(true))
		p.r.Standpunten = []reflectie.Standpunt{{Van: "handhaver", Waarde: "bij-horen"}}
		p.tekst = "Erbij horen"
	case v.Aard == reflectie.EenLijn && d.Rijen == reflectie.PerWaarde: // what the catalogue calls a value, it is called
		naam, _ := d.Naamveld()
		p.tekst = "Naam van een eigen waarde"
		rij.Zet(naam, reflectie.Tekst("eigen-waarde"))
		rij.Zet(v, reflectie.Tekst(p.tekst))
	case v.PerWaarde:
		p.tekst = zin
		rij.ZetVoor(v, "veiligheid", reflectie.Tekst(zin))
	case v.InLijf() || v.Aard == reflectie.EenLijn:
		p.tekst = zin
		if v.Aard == reflectie.Punten {
			rij.Zet(v, reflectie.Lijst(zin, "En nog een punt."))
		} else {
			rij.Zet(v, reflectie.Tekst(zin))
		}
	case v.Aard == reflectie.EenRol:
		p.tekst = "gemeentelijk handhaver"
		rij.Zet(v, reflectie.Tekst("handhaver"))
	case v.Aard == reflectie.EenWaarde:
		p.tekst = "duurzaamheid"
		rij.Zet(v, reflectie.Tekst("duurzaamheid"))
	case v.Aard == reflectie.EenDatum:
		p.tekst = "21 december 2026"
		rij.Zet(v, reflectie.Tekst("2026-12-21"))
	case v.Aard == reflectie.EenJaNee:
		rij.Zet(v, reflectie.JaNee(keuze == "ja"))
	case v.Aard == reflectie.Versienummer:
		rij.Zet(v, reflectie.Tekst("1"))
	case keuze != "":
		rij.Zet(v, reflectie.Tekst(keuze))
	}
	return p
}

// yamlVan writes the JSON form as the YAML that a person would type.
func yamlVan(v any, inspringing string) string {
	var b strings.Builder
	switch v := v.(type) {
	case map[string]any:
		for _, sleutel := range slices.Sorted(maps.Keys(v)) {
			b.WriteString("\n" + inspringing + sleutel + ":" + yamlVan(v[sleutel], inspringing+"  "))
		}
	case []any:
		for _, item := range v {
			b.WriteString("\n" + inspringing + "-" + yamlVan(item, inspringing+"  "))
		}
	case string:
		return " " + strconv.Quote(v)
	default:
		return fmt.Sprint(" ", v)
	}
	return b.String()
}

// geenOpgave are fields of which no page says anything, and why.
var geenOpgave = map[string]string{
	"weeg": "the version of the format", "casusversie": "who asks, finds it in the data", "werkvormversie": "likewise",
	"werkvorm":        "the page is laid out by it",
	"overleg":         "it is for who lists reflecties, not for who reads one",
	"terugblik":       "likewise: the day on which to ask again",
	"waarden.genoemd": "it says that a value is there for its name",
	"waarden.id":      "its name shows",
}

// Every field of the data goes the whole way: answer file, file, --json, answer
// file again; it survives a rewrite; and a reader sees it.
func TestEveryFieldGoesThroughTheWholeProgram(t *testing.T) {
	t.Parallel()
	naElkaar(t)
	werkvormen, err := casus.NewBibliotheek(casus.Bron{FS: casussen.FS, Casussen: ".", Werkvormen: "werkvormen", Waarden: "waarden"}).Werkvormen()
	if err != nil {
		t.Fatal(err)
	}
	proeven := veldproeven(werkvormen)
	if !heel() {
		proeven = steekproefVan(proeven)
	}
	paginas := make([]string, len(proeven))
	t.Run("veld", func(t *testing.T) {
		for i, p := range proeven {
			t.Run(p.String(), func(t *testing.T) {
				t.Parallel()
				paginas[i] = p.heenEnTerug(t)
			})
		}
	})
	eerder := map[string]string{}
	for i, p := range proeven {
		if p.keuze == "" || geenOpgave[p.veld] != "" {
			continue
		}
		if ander, dubbel := eerder[p.veld+paginas[i]]; dubbel {
			t.Errorf("%s: a reader sees the same as of %s", p, ander)
		}
		eerder[p.veld+paginas[i]] = p.String()
		woorden := woordenVan(werkvormen, p)
		if !slices.ContainsFunc(woorden, func(w *regexp.Regexp) bool { return w.MatchString(paginas[i]) }) {
			t.Errorf("%s: a reader sees none of the words %v of that choice:\n%s", p, woorden, paginas[i])
		}
	}
}

// steekproefVan keeps of each field one proef, and of one in eenOp that are choices all.
func steekproefVan(proeven []veldproef) (steekproef []veldproef) {
	velden := map[string]int{}
	for _, p := range proeven {
		nr, gezien := velden[p.veld]
		if !gezien {
			nr = len(velden)
			velden[p.veld] = nr
		}
		if !gezien || p.keuze != "" && nr%eenOp == 0 {
			steekproef = append(steekproef, p)
		}
	}
	return steekproef
}

// woordenVan are the words by which a choice may show: those of its option, as a
// name or as a sentence, wherever it is asked.
func woordenVan(werkvormen []casus.Werkvorm, p veldproef) []*regexp.Regexp {
	var woorden []*regexp.Regexp
	add := func(s string) {
		s = regexp.QuoteMeta(strings.TrimRight(strings.Join(strings.Fields(s), " "), "."))
		if s = regexp.MustCompile(`\\\{[a-z]+\\\}`).ReplaceAllString(s, ".+"); s != "" {
			woorden = append(woorden, regexp.MustCompile("(?i)"+s))
		}
	}
	for _, w := range werkvormen {
		for _, stap := range append(slices.Clone(w.Stappen), w.Eigen) {
			for _, v := range stap.Velden {
				if casus.Veldsleutel(stap.Soort, v.ID) != p.veld {
					continue
				}
				for _, o := range v.Opties {
					if o.ID == p.keuze {
						add(o.Naam)
						add(o.Zin)
					}
				}
				add(strings.ReplaceAll(v.Zin, "{waarde}", p.keuze))
			}
		}
	}
	if p.veld == reflectie.SleutelVerbanden+".soort" { // worded by the room that draws them
		add(map[string]string{"versterkt": "versterken elkaar hier", "tegen": "werken elkaar hier tegen",
			"beide": "versterken elkaar hier, en werken elkaar ook tegen", "geen": "raken elkaar hier niet"}[p.keuze])
	}
	return woorden
}

// heenEnTerug sends a reflectie through the program, and returns what lees shows.
func (p veldproef) heenEnTerug(t *testing.T) string {
	t.Helper()
	thuis := t.TempDir()
	pad := func(naam string) string { return filepath.Join(thuis, naam) }
	r, eerste := p.r, ""
	for _, naam := range []string{p.r.Casus, reflectie.Eigen} { // some fields only a situation of one's own has
		r.Casus = naam
		data, err := reflectie.EncodeJSON(r)
		if err != nil {
			t.Fatal(err)
		}
		var vorm any
		if err := json.Unmarshal(data, &vorm); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(pad("antwoorden.yaml"), []byte(strings.TrimPrefix(yamlVan(vorm, ""), "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, fout, code := draai(t, thuis, "", "nieuw", "--antwoorden", pad("antwoorden.yaml"), "--naar", pad("r.md"))
		if code == 0 {
			break
		}
		if naam == reflectie.Eigen {
			t.Fatalf("%s: the answer file is refused, of a casus:\n%sand of an own situation:\n%s", p, eerste, fout)
		}
		eerste = fout
	}
	uit, fout, code := draai(t, thuis, "", "lees", pad("r.md"), "--json")
	var terug reflectie.Reflectie
	if err := json.Unmarshal([]byte(uit), &terug); code != 0 || err != nil {
		t.Fatalf("%s: lees --json gives %d, %v: %s", p, code, err, fout)
	}
	want := r
	if terug.Casusversie > 0 && want.Casusversie == 0 { // the program fills in which it was made with
		want.Casusversie = terug.Casusversie
	}
	if terug.Werkvormversie > 0 && want.Werkvormversie == 0 {
		want.Werkvormversie = terug.Werkvormversie
	}
	gelijk := cmp.Options{cmpopts.EquateEmpty(), cmp.Comparer(reflectie.Antwoord.Equal)}
	if diff := cmp.Diff(want, terug, gelijk); diff != "" {
		t.Fatalf("%s: another reflectie came back (-want +got):\n%s", p, diff)
	}
	if err := os.WriteFile(pad("antwoorden.json"), []byte(uit), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, fout, code := draai(t, thuis, "", "nieuw", "--antwoorden", pad("antwoorden.json"), "--naar", pad("r2.md")); code != 0 {
		t.Fatalf("%s: what lees --json gave is refused as an answer file: %s", p, fout)
	}
	if nog, fout, _ := draai(t, thuis, "", "lees", pad("r2.md"), "--json"); nog != uit {
		t.Errorf("%s: the second time --json is (-was +is):\n%s%s", p, cmp.Diff(uit, nog), fout)
	}
	p.herschrijf(t, pad("r.md"), terug)
	pagina, fout, code := draai(t, thuis, "", "lees", pad("r.md"))
	pagina = strings.Join(strings.Fields(pagina), " ")
	if code != 0 || !strings.Contains(strings.ToLower(pagina), strings.ToLower(p.tekst)) && geenOpgave[p.veld] == "" {
		t.Errorf("%s: lees (%d) does not show %q:\n%s%s", p, code, p.tekst, pagina, fout)
	}
	return pagina
}

// herschrijf changes something else in the file, and looks whether the field is
// still there.
func (p veldproef) herschrijf(t *testing.T, pad string, r reflectie.Reflectie) {
	t.Helper()
	data, err := os.ReadFile(pad)
	if err != nil {
		t.Fatal(err)
	}
	d, err := markdown.Parse(pad, data)
	if err != nil {
		t.Fatalf("%s: %v", p, err)
	}
	ja := true
	r.Door, r.Bracht, r.Overleg = "Iemand anders", "Iets nieuws.", &ja
	data, err = d.Rewrite(casus.Definitie{}, d.Meta, r, d.Vervallen, markdown.Opties{})
	if err != nil {
		t.Fatalf("%s: a rewrite is refused: %v", p, err)
	}
	if d, err = markdown.Parse(pad, data); err != nil {
		t.Fatalf("%s: after a rewrite: %v", p, err)
	}
	if diff := cmp.Diff(r, d.Reflectie, cmpopts.EquateEmpty(), cmp.Comparer(reflectie.Antwoord.Equal)); diff != "" {
		t.Errorf("%s: after a rewrite it is another reflectie (-want +got):\n%s", p, diff)
	}
}

// Paper asks every field: a werkvorm of a team with every kind of step, and the
// words that the kinds have by themselves.
func TestTheAnswerSheetAsksEveryField(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	if err := os.Mkdir(filepath.Join(thuis, "werkvormen"), 0o700); err != nil {
		t.Fatal(err)
	}
	werkvorm := "weeg: 1\nid: alles\nversie: 1\nnaam: Alles\nduur: 60\nbij: [casus, eigen]\nstappen:\n"
	for _, soort := range casus.Stapsoorten() {
		if soort != casus.StapVragen && soort != casus.StapTerugblik && soort != casus.StapCasusvraag { // those ask no fields
			werkvorm += fmt.Sprintf("  - { id: s-%s, titel: Stap, soort: %[1]s }\n", soort)
		}
	}
	werkvorm = strings.ReplaceAll(werkvorm, "soort: afspraken }", "soort: afspraken, bij: eigen }")
	for naam, tekst := range map[string]string{archiefTeam: "weeg: 1\nwerkvormen: werkvormen\n", "werkvormen/alles.yaml": werkvorm} {
		if err := os.WriteFile(filepath.Join(thuis, filepath.FromSlash(naam)), []byte(tekst), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	gevraagd := map[string]bool{}
	for _, van := range []string{"koken-in-het-schoolgebouw", "--eigen"} {
		blad, fout, code := draai(t, thuis, "", "antwoordblad", van, "--werkvorm", "alles")
		if code != 0 {
			t.Fatal(fout)
		}
		maps.Copy(gevraagd, veldenOp(blad))
	}
	for _, d := range reflectie.Delen() {
		for _, v := range d.Velden {
			isNaam := v.IsNaam && d.Rijen != reflectie.PerRol // it stands there as the name of its row
			if naam := strings.Trim(d.Naam+"."+v.Naam, "."); !v.IsKop && !isNaam && v.Aard != reflectie.EenTeken && !gevraagd[naam] && geenVraag[naam] == "" {
				t.Errorf("the answer sheet does not ask %s", naam)
			}
		}
	}
}

// archiefTeam is the file that makes a folder that of a team.
const archiefTeam = ".weeg.yaml"

// geenVraag are fields that no sheet asks, and why.
var geenVraag = map[string]string{
	"terugblik":    "a conversation offers it when it ends",
	"waarden.naam": "who writes one of their own, is told how at the head of the values",
}

var reVeldlijn = regexp.MustCompile(`^[# ]*(?:- +)?([a-z]+):(?:$| )`)

// veldenOp finds the fields of an answer sheet, also those in a remark.
func veldenOp(blad string) map[string]bool {
	velden := map[string]bool{}
	deel := ""
	for lijn := range strings.Lines(blad) {
		m := reVeldlijn.FindStringSubmatch(strings.TrimRight(lijn, "\n"))
		switch {
		case m == nil:
		case strings.HasPrefix(lijn, m[1]):
			deel = m[1]
			velden[deel] = true
		default:
			velden[deel+"."+m[1]] = true
		}
	}
	return velden
}
