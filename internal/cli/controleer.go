package cli

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/keuring"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

// A controleur looks at the files of a team, or at others.
type controleur struct {
	w         Wereld
	plek      plek
	boekerij  boekerij
	plank     plank
	schrijver schrijver
}

func newControleer(uit uitgifte, c controleur) *cobra.Command {
	var regels, herstel, toch bool
	u := uitvoer{formaten: []string{formaatTekst, formaatJSON, formaatSARIF}}
	cmd := &cobra.Command{
		Use:   "controleer [BESTAND of MAP...]",
		Short: "Kijk na of uw bestanden kloppen",
		Long: `Kijkt casussen, werkvormen, waarden, reflecties en bladen na. Ook gegevens van mensen vindt Weeg:
een telefoonnummer, een burgerservicenummer en meer. Elke melding heeft een plek en een code.
Zonder BESTAND kijkt Weeg naar de map van uw team, of naar de map reflecties.

Een fout moet u herstellen, en dan eindigt de opdracht met 1. Een waarschuwing is meestal niet wat
u bedoelt. Een tip mag u laten. Met --regels ziet u wat elke code betekent.

Past een regel niet bij uw team? Zet dan in .weeg.yaml: uit: [R017]

Past een regel op één plek niet? Zet dan een van deze twee erboven. De eerste is voor een casus,
boven een veld. De tweede is voor een reflectie, boven een citaat.
- # controleer uit: R017
- <!-- controleer uit: R017 -->`,
		Example: "  weeg controleer\n  weeg controleer casussen/ reflecties/2026-11-21-koken-k3x9.md\n  weeg controleer --naar weeg.sarif",
		Args:    argumenten(0, maxBestanden, "bestanden of mappen"),
		RunE: func(_ *cobra.Command, args []string) error {
			formaat, err := u.kies()
			switch {
			case err != nil:
				return err
			case regels && (herstel || len(args) > 0 || formaat != formaatTekst || u.naar != ""):
				return gebruik("--regels toont alleen de regels; laat de rest weg")
			case regels:
				return c.w.druk(false, nil, (*bladzij).regels)
			}
			if toch && !herstel {
				return gebruik("--toch hoort bij --herstel")
			}
			return uit.metBestand(u.naar, func(w Wereld) error {
				c.w = w
				return c.kijkNa(args, formaat, herstel, markdown.Opties{Toch: toch})
			})
		},
	}
	cmd.Flags().BoolVar(&regels, "regels", false, "toon elke regel, met een voorbeeld")
	cmd.Flags().BoolVar(&herstel, "herstel", false, "maak opnieuw wat Weeg zelf schreef en wat ouder is dan de gegevens; verder niets")
	tochVlag(cmd, &toch)
	u.vlaggen(cmd)
	return cmd
}

// kijkNa looks at all files, and tells what it finds as it goes.
func (c controleur) kijkNa(paden []string, formaat string, herstel bool, o markdown.Opties) error {
	van := c.boekerij.opSlot()
	k, err := c.keuring(van)
	if err != nil {
		return err
	}
	bestanden, fouten, err := c.bestanden(paden)
	if err != nil {
		return err
	}
	uitslag := c.uitslag(formaat)
	if c.w.Zuinig != nil {
		defer c.w.Zuinig()()
	}
	telling := keurtelling{fouten: len(fouten), uit: k.Uit()}
	voortgang := c.w.voortgang(len(bestanden), true)
	for b, g := range archief.Tegelijk(bestanden, func(b bestand) gekeurd { return c.keur(k, b) }) {
		voortgang.stap()
		if herstel && keuring.Herstelbaar(g.bevindingen) {
			voortgang.klaar()
			if g, err = c.herstel(k, b, van, o); err != nil {
				c.w.melding("%s: dit is niet hersteld. %s", b.pad, c.w.foutmelding(err))
				telling.mislukt++
			}
		}
		switch {
		case g.err != nil:
			fouten = append(fouten, g.err)
			telling.fouten++
		case g.isVan:
			telling.neem(g.bevindingen)
		case !b.inMap:
			voortgang.klaar()
			c.w.melding("%s: dit is geen bestand dat Weeg kan nakijken; het is overgeslagen.", b.pad)
		default:
			telling.anders++
		}
		for _, b := range g.bevindingen {
			if err := uitslag.Meld(b); err != nil {
				return err
			}
		}
	}
	voortgang.klaar()
	if err := uitslag.Sluit(); err != nil {
		return err
	}
	c.w.meldElk(fouten)
	return c.einde(telling)
}

// keuring knows the library and the rules that the team put off.
func (c controleur) keuring(van func(reflectie.Reflectie) keuring.Definitie) (*keuring.Keuring, error) {
	team, err := c.plek.team()
	if err != nil {
		return nil, err
	}
	bieb, err := c.boekerij.bieb()
	if err != nil {
		return nil, err
	}
	var uit []string
	var f strict.Fouten
	codes := casus.Elk(keuring.Regels(), func(r keuring.Regel) string { return r.Code })
	for _, w := range team.Uit {
		w.Plaats.Bestand = c.plek.toon(w.Plaats.Bestand)
		switch {
		case !slices.Contains(codes, w.Tekst):
			f.Add(w.Plaats, "%s is geen code van een regel; typ weeg controleer --regels", strict.Aanhaling(w.Tekst))
		case !keuring.KanUit(w.Tekst):
			f.Add(w.Plaats, "%s kan niet uit: zonder die regel is een bestand niet te lezen", w.Tekst)
		}
		uit = append(uit, w.Tekst)
	}
	return keuring.New(bieb, van, uit), invoer(f.Err())
}

// opSlot finds by what a reflectie was made, each once, for many at the same time.
func (b boekerij) opSlot() func(reflectie.Reflectie) keuring.Definitie {
	var slot sync.Mutex
	bekend := map[[2]string]keuring.Definitie{}
	return func(r reflectie.Reflectie) keuring.Definitie {
		slot.Lock()
		defer slot.Unlock()
		sleutel := [2]string{r.Casus, r.Werkvorm}
		def, al := bekend[sleutel]
		if !al {
			def = keuring.NewDefinitie(b.geschreven(r), b.kentNiet(r.Casus))
			bekend[sleutel] = def
		}
		def.Definitie = b.metTerugblik(def.Definitie, r.Teruggeblikt)
		return def
	}
}

// kentNiet reports whether the library has no such casus; one that is not right is there.
func (b boekerij) kentNiet(casusID string) bool {
	bieb, err := b.bieb()
	if err != nil || casusID == reflectie.Eigen {
		return false
	}
	_, err = bieb.Casus(casusID)
	_, weg := errors.AsType[*casus.Onbekend](err)
	return weg
}

// bestanden are the files to look at: those at paden and in folders there, each once. What
// is not there comes with its error.
func (c controleur) bestanden(paden []string) (bestanden []bestand, fouten []error, _ error) {
	if len(paden) == 0 {
		mappen, err := c.gewoon()
		if err != nil {
			return nil, nil, err
		}
		paden = mappen
	}
	gezien := map[string]bool{}
	neem := func(pad string, inMap bool) {
		if vol := filepath.Clean(c.plek.pad(pad)); !gezien[vol] {
			gezien[vol] = true
			bestanden = append(bestanden, bestand{pad, inMap})
		}
	}
	for _, pad := range paden {
		if pad == "" || !isMap(c.plek.pad(pad)) {
			pad, err := c.plank.vind(pad)
			if err != nil {
				fouten = append(fouten, err)
				continue
			}
			neem(pad, false)
			continue
		}
		wortel := c.plek.echt(pad) // a folder that a link leads to is looked into
		err := filepath.WalkDir(wortel, func(hier string, d fs.DirEntry, err error) error {
			naam := filepath.Join(pad, strings.TrimPrefix(hier, wortel))
			switch {
			case err != nil:
				fouten = append(fouten, gebruik("%s: deze map is niet te lezen; kijk na of u erbij mag", naam))
				return fs.SkipDir
			case d.IsDir() && hier != wortel && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
				return fs.SkipDir
			case !d.IsDir() && keuring.IsNaam(hier) && !strings.HasPrefix(d.Name(), "."):
				neem(naam, true)
			}
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return bestanden, fouten, nil
}

// gewoon are the folders to look in when nobody says which.
func (c controleur) gewoon() ([]string, error) {
	team, err := c.plek.team()
	if err != nil {
		return nil, err
	}
	if team.Wortel == "" {
		dir := filepath.Join(c.plek.werkmap, archief.GewoneReflecties)
		if !isMap(dir) {
			return nil, gebruik("noem een bestand of een map om na te kijken; hier is geen map %s", strict.Aanhaling(archief.GewoneReflecties))
		}
		return []string{c.plek.toon(dir)}, nil
	}
	var mappen []string
	for _, naam := range slices.Concat(team.Casussen, team.Werkvormen, team.Waarden, []string{team.Reflecties, team.Overleg}) {
		if dir := filepath.Join(team.Wortel, filepath.FromSlash(naam)); isMap(dir) {
			mappen = append(mappen, c.plek.toon(dir))
		}
	}
	return mappen, nil
}

// A gekeurd is what was found in a file.
type gekeurd struct {
	bevindingen []keuring.Bevinding
	isVan       bool
	err         error
}

func (c controleur) keur(k *keuring.Keuring, b bestand) gekeurd {
	data, err := archief.LeesBestand(b.pad, maxReflectie)
	if err != nil {
		return gekeurd{err: invoer(err)}
	}
	bevindingen, isVan := k.Keur(b.pad, data)
	return gekeurd{bevindingen: bevindingen, isVan: isVan}
}

// herstel makes anew what weeg wrote in a reflectie, and looks at it again. An error says why
// it could not.
func (c controleur) herstel(k *keuring.Keuring, b bestand, van func(reflectie.Reflectie) keuring.Definitie, o markdown.Opties) (gekeurd, error) {
	oud, doc, err := leesHeel(b.pad)
	if err != nil {
		return c.keur(k, b), err // it changed since
	}
	nieuw, err := c.schrijver.wijzig(b.pad, doc, van(doc.Reflectie).Definitie, o, func(*reflectie.Reflectie) {})
	if err == nil {
		err = c.schrijver.kast.Vervang(b.pad, oud, nieuw)
	}
	if err == nil {
		c.w.melding("%s: opnieuw gemaakt wat ouder was dan de gegevens.", b.pad)
	}
	return c.keur(k, b), err
}

// uitslag writes findings to standard output.
func (c controleur) uitslag(formaat string) keuring.Uitslag {
	switch formaat {
	case formaatJSON:
		return keuring.NewJSON(zichtbaar{c.w.Uit})
	case formaatSARIF:
		return keuring.NewSARIF(zichtbaar{c.w.Uit}, versie)
	}
	return tekstuitslag{c.w}
}

// A tekstuitslag writes a line for each finding; on a terminal wrapped.
type tekstuitslag struct{ w Wereld }

func (u tekstuitslag) Meld(b keuring.Bevinding) error {
	if !u.w.UitTerminal {
		return u.w.schrijf([]byte(zetwerk.VeiligRegel(b.String()) + "\n"))
	}
	breed, _ := u.w.maat()
	return u.w.schrijf(metRegeleinden(zetwerk.Alinea(b.String(), min(breed, maxBreedte), "", "  ")))
}

func (tekstuitslag) Sluit() error { return nil }

// A keurtelling counts what was found.
type keurtelling struct {
	bestanden int      // that could be looked at
	fouten    int      // that could not be read
	met       int      // in which something was found
	anders    int      // in a folder, that are none of weeg's
	mislukt   int      // that could not be mended
	uit       []string // rules that are put off
	van       map[keuring.Ernst]int
}

func (t *keurtelling) neem(bevindingen []keuring.Bevinding) {
	t.bestanden++
	if len(bevindingen) > 0 {
		t.met++
	}
	for _, b := range bevindingen {
		if t.van == nil {
			t.van = map[keuring.Ernst]int{}
		}
		t.van[b.Regel.Ernst]++
	}
}

// errGevonden says that there are faults, which were told already.
var errGevonden = errors.New("er zijn fouten gevonden")

// einde tells how it was, and says how the command ends.
func (c controleur) einde(t keurtelling) error {
	gekeken := "Weeg keek " + telling(t.bestanden, "bestand", "bestanden") + " na."
	if t.anders > 0 {
		gekeken += " Overgeslagen: " + telling(t.anders, "bestand dat niet van Weeg is.", "bestanden die niet van Weeg zijn.")
	}
	switch {
	case t.bestanden == 0 && t.fouten > 0:
		return gebruik("er was niets na te kijken")
	case t.bestanden == 0:
		c.w.melding("Hier is nog niets om na te kijken.")
	case t.met > 0:
		c.w.melding("%s %s. Wat een code betekent: weeg controleer --regels", gekeken, t)
	case t.fouten > 0:
		c.w.melding("%s Die kloppen.", gekeken)
	default:
		c.w.melding("Alles klopt. %s", gekeken)
	}
	if len(t.uit) > 0 {
		c.w.melding("Deze regels staan uit in .weeg.yaml: %s.", strings.Join(t.uit, ", "))
	}
	if t.fouten > 0 || t.mislukt > 0 || t.van[keuring.Fout] > 0 {
		return errGevonden
	}
	return nil
}

// String says how much was found, the worst first.
func (t keurtelling) String() string {
	var delen []string
	for _, e := range []struct {
		ernst    keuring.Ernst
		meervoud string
	}{{keuring.Fout, "fouten"}, {keuring.Waarschuwing, "waarschuwingen"}, {keuring.Tip, "tips"}} {
		if n := t.van[e.ernst]; n > 0 {
			delen = append(delen, telling(n, string(e.ernst), e.meervoud))
		}
	}
	return casus.MetHoofdletter(strings.Join(delen, ", ")) + ", in " + telling(t.met, "bestand", "bestanden")
}

// regels explains every rule.
func (b *bladzij) regels() {
	b.kop("Wat Weeg nakijkt")
	for _, r := range keuring.Regels() {
		b.wit()
		b.alinea("", r.Code+", "+string(r.Ernst)+": "+r.Naam)
		b.alinea("  ", r.Uitleg)
		b.voorbeeld("  Zo niet:  ", r.Niet)
		b.voorbeeld("  Zo wel:   ", r.Wel)
	}
}

// voorbeeld shows lines of a file as they stand there, the first after voor.
func (b *bladzij) voorbeeld(voor, lijnen string) {
	for lijn := range strings.SplitSeq(lijnen, "\n") {
		b.WriteString(voor + lijn + "\n")
		voor = strings.Repeat(" ", len(voor))
	}
}
