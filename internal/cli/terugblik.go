package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// gewoneTerugblik is the werkvorm to look back by when nobody says which.
const gewoneTerugblik = "terugblik"

func newTerugblik(a *app) *cobra.Command {
	var werkvorm string
	var toegankelijk, json bool
	cmd := &cobra.Command{
		Use:   "terugblik [BESTAND]",
		Short: "Kijk terug op een eerdere reflectie",
		Long: `Kijkt terug op een eerdere reflectie. U krijgt het moment nog eens. Daarna ziet u wat u toen
schreef. Uw antwoorden komen onderaan in het bestand. Wat er al stond, blijft staan.

Zonder bestand ziet u welke reflecties op u wachten: de dag om terug te kijken is er dan.`,
		Example:           "  weeg terugblik\n  weeg terugblik reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md",
		Args:              argumenten(0, 1, "het bestand van één reflectie"),
		ValidArgsFunction: a.terugblikPaden,
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case json && len(args) > 0:
				return gebruik("--json laat zien welke reflecties wachten; noem daarbij geen bestand")
			case len(args) == 0 && (json || a.Terminal == nil):
				return a.terugblikLijst(json)
			}
			kant, err := a.voorkant(toegankelijk)
			if err != nil {
				return err
			}
			defer kant.sluit()
			ctx, stop := a.totSignaal(cmd.Context())
			defer stop()
			if len(args) > 0 {
				return a.kijkTerug(ctx, kant, args[0], werkvorm)
			}
			pad, err := a.kiesTerugblik(ctx, kant)
			if err != nil || pad == "" {
				return err
			}
			return a.kijkTerug(ctx, kant, pad, werkvorm)
		},
	}
	cmd.Flags().StringVar(&werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	cmd.Flags().BoolVar(&toegankelijk, "toegankelijk", false, "het gesprek in gewone regels, voor een schermlezer of een pipe")
	if err := cmd.RegisterFlagCompletionFunc("werkvorm", a.terugblikIDs); err != nil {
		panic("cli: " + err.Error()) // the option does not exist: a slip in this file
	}
	return jsonVlag(cmd, &json)
}

// terugblikIDs completes the werkvormen to look back by.
func (a *app) terugblikIDs(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
	var ids []string
	for _, w := range a.terugblikvormen() {
		ids = append(ids, w.ID)
	}
	return metBegin(ids, begin), cobra.ShellCompDirectiveNoFileComp
}

// terugblikPaden completes the reflecties that wait; a shell adds the other files.
func (a *app) terugblikPaden(_ *cobra.Command, args []string, begin string) ([]string, cobra.ShellCompDirective) {
	wachten, err := a.teDoen()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveDefault
	}
	var paden []string
	for _, e := range wachten {
		paden = append(paden, a.toonPad(e.pad))
	}
	return metBegin(paden, begin), cobra.ShellCompDirectiveDefault
}

// terugblikvormen are the werkvormen to look back by. One that cannot be read is
// told by weeg werkvorm lijst.
func (a *app) terugblikvormen() []casus.Werkvorm {
	bieb, err := a.bibliotheek()
	if err != nil {
		return nil
	}
	alle, _ := bieb.Werkvormen()
	return slices.DeleteFunc(alle, func(w casus.Werkvorm) bool { return !slices.Contains(w.Bij, casus.BijReflectie) })
}

// metTerugblik lets def name the questions of the times that somebody looked
// back, where there are any. Those of the werkvormen in eerst count before others.
func (a *app) metTerugblik(def casus.Definitie, terug []reflectie.Teruggeblikt, eerst ...casus.Werkvorm) casus.Definitie {
	if len(terug) > 0 {
		def.Terugblik = append(eerst, a.terugblikvormen()...)
	}
	return def
}

// An eerdereReflectie is one to look back at.
type eerdereReflectie struct {
	pad, casus, titel string
	datum, terugblik  reflectie.Datum
	wie               string // the rol and door, where it tells
}

func (e eerdereReflectie) String() string {
	if e.datum.IsZero() {
		return e.titel
	}
	return e.titel + ", " + e.datum.Voluit()
}

// teDoen returns the reflecties of which the day to look back is here, and
// nobody did yet: those that wait longest first. Files that cannot be read are
// left out.
func (a *app) teDoen() ([]eerdereReflectie, error) {
	wachten, _, _, err := a.zoekTerugblikken()
	return wachten, err
}

// zoekTerugblikken finds the reflecties that wait, and those of which the day is
// still to come, each by that day. fouten tells which files may be among them
// and cannot be read.
func (a *app) zoekTerugblikken() (wachten, later []eerdereReflectie, fouten []error, err error) {
	dir, err := a.reflecties()
	if err != nil {
		return nil, nil, nil, err
	}
	bestanden, err := os.ReadDir(dir)
	if bestaatNiet(err) {
		return nil, nil, nil, nil
	}
	if err != nil {
		return nil, nil, nil, fmt.Errorf("de map %s is niet te lezen; kijk na of u erbij mag", a.toonPad(dir))
	}
	for _, b := range bestanden {
		if !strings.HasSuffix(b.Name(), ".md") || strings.HasPrefix(b.Name(), ".") || b.IsDir() {
			continue
		}
		pad := filepath.Join(dir, b.Name())
		u, err := a.uittreksel(pad)
		if err != nil {
			fouten = append(fouten, err)
		}
		e := eerdereReflectie{pad: pad, casus: u.Casus, titel: cmp.Or(u.Titel, u.Casus), datum: u.Datum, terugblik: u.Terugblik}
		switch {
		case u.Wacht(a.vandaag()):
			wachten = append(wachten, e)
		case u.Terugblik.String() > a.vandaag().String():
			later = append(later, e)
		}
	}
	opDag := func(a, b eerdereReflectie) int {
		return cmp.Or(cmp.Compare(a.terugblik.String(), b.terugblik.String()), cmp.Compare(a.pad, b.pad))
	}
	slices.SortFunc(wachten, opDag)
	slices.SortFunc(later, opDag)
	return wachten, later, fouten, nil
}

// uittreksel reads when to look back at a reflectie. A file that says nothing of
// that at its top is not looked into: it need not be a reflectie.
func (a *app) uittreksel(pad string) (markdown.Uittreksel, error) {
	data, err := archief.LeesBestand(pad, maxReflectie)
	kop, _, _ := bytes.Cut(data, []byte("\n---"))
	if err != nil || !bytes.HasPrefix(bytes.TrimPrefix(kop, []byte("\ufeff")), []byte("---")) || !bytes.Contains(kop, []byte("terugblik")) {
		return markdown.Uittreksel{}, err
	}
	return markdown.LeesUittreksel(a.toonPad(pad), data)
}

// terugblikLijst writes which reflecties wait, a line each.
func (a *app) terugblikLijst(json bool) error {
	wachten, later, fouten, err := a.zoekTerugblikken()
	if err != nil {
		return err
	}
	a.meldFouten(fouten)
	if json {
		type regel struct {
			Bestand   string          `json:"bestand"`
			Casus     string          `json:"casus"`
			Titel     string          `json:"titel"`
			Datum     reflectie.Datum `json:"datum,omitzero"`
			Terugblik reflectie.Datum `json:"terugblik"`
		}
		regels := []regel{}
		for _, e := range wachten {
			regels = append(regels, regel{a.toonPad(e.pad), e.casus, e.titel, e.datum, e.terugblik})
		}
		return a.druk(true, regels, nil)
	}
	for _, e := range wachten {
		if _, err := fmt.Fprintf(a.Uit, "%s\t%s\n", zetwerk.VeiligRegel(a.toonPad(e.pad)), zetwerk.VeiligRegel(e.String())); err != nil {
			return err
		}
	}
	if len(wachten) == 0 {
		a.meldNiets(later)
	}
	return nil
}

func (a *app) meldFouten(fouten []error) {
	for _, err := range fouten {
		a.melding("%s", foutmelding(err))
	}
}

// meldNiets says that nothing waits, and what will.
func (a *app) meldNiets(later []eerdereReflectie) {
	if len(later) == 0 {
		a.melding("Er is geen reflectie die op u wacht. Terugkijken kan altijd: weeg terugblik BESTAND")
		return
	}
	a.melding("Er is nu geen reflectie die op u wacht. De volgende is \"%s\", op %s. Eerder terugkijken kan ook: weeg terugblik %s",
		later[0].titel, later[0].terugblik.Voluit(), a.schelp(a.toonPad(later[0].pad)))
}

// kiesTerugblik asks which of the reflecties that wait; none gives "".
func (a *app) kiesTerugblik(ctx context.Context, kant gastheer) (pad string, err error) {
	wachten, later, fouten, err := a.zoekTerugblikken()
	if err != nil {
		return "", err
	}
	if len(wachten) == 0 {
		a.meldFouten(fouten)
		a.meldNiets(later)
		return "", nil
	}
	if len(fouten) > 0 {
		kant.Meld("Niet elk bestand is te lezen. Met weeg terugblik --json ziet u welk.")
	}
	k := gesprek.Keuze{Titel: "Terugkijken", Vraag: "Op welke reflectie kijkt u terug?", Zoek: len(wachten) >= zoekVanaf}
	for _, e := range wachten {
		k.Opties = append(k.Opties, sessie.Optie{ID: e.pad, Naam: e.String(), Uitleg: "wacht sinds " + e.terugblik.Voluit()})
	}
	pad, err = kant.Kies(ctx, k)
	switch {
	case err == nil:
		return pad, nil
	case kant.regels && errors.Is(err, gesprek.ErrGestopt):
		return "", nil // they typed that they want to stop
	case errors.Is(gesprek.Gestopt(err), gesprek.ErrGestopt):
		return "", errOnderbroken
	}
	return "", err
}

// kijkTerug holds the conversation that looks back at the reflectie in a file.
func (a *app) kijkTerug(ctx context.Context, kant gastheer, naam, werkvorm string) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	stand, err := a.terugblikStand(kast, kant, naam, werkvorm)
	if err != nil {
		return err
	}
	return a.voer(ctx, stand, kant)
}

// terugblikStand begins to look back. Where that was begun before by the same
// werkvorm, that goes on.
func (a *app) terugblikStand(kast archief.Archief, kant gastheer, naam, werkvorm string) (sessie.Stand, error) {
	_, doc, err := a.leesReflectie(naam)
	if err != nil {
		return sessie.Stand{}, err
	}
	pad := echt(a.pad(naam))
	concepten, _ := kast.Concepten() // a damaged one is told by weeg concept lijst
	for _, c := range concepten {
		if c.IsTerugblik() && c.Bestand == pad && (werkvorm == "" || werkvorm == c.Definitie.Werkvorm.ID) {
			return c, nil
		}
	}
	bieb, err := a.bibliotheek()
	if err != nil {
		return sessie.Stand{}, err
	}
	w, err := bieb.Werkvorm(cmp.Or(werkvorm, gewoneTerugblik))
	if err != nil {
		return sessie.Stand{}, invoer(err)
	}
	waarden, err := bieb.Waarden()
	if err != nil {
		return sessie.Stand{}, invoer(err)
	}
	def, err := casus.NewTerugblik(a.toenmalig(kant, doc), w, waarden)
	if err != nil {
		return sessie.Stand{}, invoer(err)
	}
	id, err := kast.NieuwID("terugblik-"+doc.Reflectie.Casus, a.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.NewTerugblik(id, def, doc.Reflectie)
	stand.Begonnen, stand.Bestand = a.Nu(), pad
	return stand, nil
}

// toenmalig is what a reflectie is about. A casus that is gone or damaged since
// leaves what the file itself tells.
func (a *app) toenmalig(kant gastheer, doc *markdown.Document) casus.Casus {
	r := doc.Reflectie
	if r.Casus == reflectie.Eigen {
		if r.Eigen == nil {
			r.Eigen = &reflectie.Situatie{}
		}
		return casus.Verteld(*r.Eigen)
	}
	c, err := a.casus(r.Casus)
	if err != nil {
		kant.Meld("De casus is niet meer te lezen. U kijkt terug met wat er in de reflectie staat.")
		return vanBestand(doc)
	}
	if r.Casusversie != 0 && r.Casusversie != c.Versie {
		kant.Meld("De casus is veranderd sinds deze reflectie. U leest het verhaal van nu.")
	}
	return c
}

// vanBestand is the casus of a reflectie, as far as the file tells it.
func vanBestand(doc *markdown.Document) casus.Casus {
	return casus.Casus{Weeg: casus.Versie, ID: doc.Reflectie.Casus, Versie: doc.Reflectie.Casusversie,
		Titel: cmp.Or(doc.Titel(), doc.Reflectie.Casus), Moment: doc.Moment()}
}

// geschrevenMet finds the definitions of the reflectie in a file, or as much of
// them as is left.
func (a *app) geschrevenMet(doc *markdown.Document) casus.Definitie {
	def, err := a.herstelDefinitie(doc.Reflectie)
	if err == nil {
		return def
	}
	def = casus.Definitie{Casus: vanBestand(doc), Werkvorm: casus.Werkvorm{Weeg: casus.Versie, ID: doc.Reflectie.Werkvorm}}
	bieb, err := a.bibliotheek()
	if err != nil {
		return def
	}
	if w, err := bieb.Werkvorm(doc.Reflectie.Werkvorm); err == nil {
		def.Werkvorm = w
	}
	def.Waarden, _ = bieb.Waarden() // without it, the names in the file do
	return def
}

// blikTerug adds a terugblik to the reflectie as it stands in its file now, and
// to the private part.
func (a *app) blikTerug(kast archief.Archief, stand sessie.Stand) (pad, id string, err error) {
	data, doc, err := a.leesReflectie(stand.Bestand)
	if err != nil {
		return "", "", err
	}
	r, meta := doc.Reflectie, doc.Meta
	t, volgende := stand.Teruggeblikt(a.vandaag())
	n := slices.IndexFunc(r.Teruggeblikt, func(eerder reflectie.Teruggeblikt) bool {
		return eerder.Datum == t.Datum && maps.EqualFunc(eerder.Antwoorden, t.Antwoorden, reflectie.Antwoord.Equal)
	})
	if n < 0 { // else it was written, and something stopped what comes after that
		n = len(r.Teruggeblikt)
		r.Teruggeblikt = append(slices.Clip(r.Teruggeblikt), t)
	}
	if !volgende.IsZero() {
		r.Terugblik = volgende
	}
	if meta.ID == "" && len(stand.Prive()) > 0 { // the private part is found by it
		if meta.ID, err = archief.NieuweNaam(a.vandaag(), r.Casus, a.Random); err != nil {
			return "", "", err
		}
	}
	def := a.metTerugblik(a.geschrevenMet(doc), r.Teruggeblikt, stand.Definitie.Werkvorm)
	nieuw, err := doc.Rewrite(def, meta, r, doc.Vervallen)
	if err != nil {
		return "", "", fmt.Errorf("%s: %w", a.toonPad(stand.Bestand), err)
	}
	vervang := func() error { return kast.Vervang(stand.Bestand, data, nieuw) }
	if len(stand.Prive()) == 0 {
		return stand.Bestand, meta.ID, vervang()
	}
	oud, err := kast.Prive(meta.ID)
	if err != nil && !bestaatNiet(err) {
		return "", "", err
	}
	err = zetPrive(kast, meta.ID, oud, markdown.VulPriveAan(oud, stand, n+1, t.Datum), vervang)
	return stand.Bestand, meta.ID, err
}

// vertelTerugblik says where the terugblik is, and what is shared when that file is.
func (a *app) vertelTerugblik(stand sessie.Stand, pad, id string) error {
	a.melding("Uw terugblik staat onderaan in %s. Deelt u dat bestand, dan deelt u ook uw terugblik.", a.toonPad(pad))
	if len(stand.Prive()) > 0 {
		a.melding("Uw privé-antwoorden staan er niet in. Die staan alleen op deze computer: weeg prive toon %s", id)
	}
	_, err := fmt.Fprintln(a.Uit, a.toonPad(pad))
	return err
}
