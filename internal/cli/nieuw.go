package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/blad"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// nieuwOpties are the options of `weeg nieuw`.
type nieuwOpties struct {
	casus        string // id or path; "" where the answer file may say
	eigen        bool
	werkvorm     string
	rol          string
	door         string
	naar         string
	antwoorden   string
	toegankelijk bool
	opnieuw      bool
}

func newNieuw(a *app) *cobra.Command {
	var o nieuwOpties
	cmd := &cobra.Command{
		Use:   "nieuw [CASUS]",
		Short: "Begin een nieuwe reflectie",
		Long: `Begint een nieuwe reflectie. U leest de casus en krijgt de vragen één voor één.
Elk antwoord is meteen bewaard. U kunt altijd stoppen en later verdergaan met: weeg verder

CASUS is een naam uit weeg casus lijst, of een bestand.`,
		Example: `  weeg nieuw koken-in-het-schoolgebouw
  weeg nieuw --eigen --werkvorm kort
  weeg nieuw koken-in-het-schoolgebouw --antwoorden antwoorden.yaml`,
		Args:              argumenten(0, 1, "één casus"),
		ValidArgsFunction: a.casusIDs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.casus = args[0]
			}
			if o.eigen && o.casus != "" {
				return gebruik("kies een casus of --eigen, niet allebei")
			}
			if o.eigen {
				o.casus = reflectie.Eigen
			}
			if o.antwoorden != "" {
				return a.nieuwVanBlad(o)
			}
			return a.nieuwGesprek(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.eigen, "eigen", false, "weeg een situatie van uzelf")
	f.StringVar(&o.werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	f.StringVar(&o.rol, "rol", "", "de `rol` van waaruit u kijkt")
	f.StringVar(&o.door, "door", "", "van `wie` de reflectie is; een team is genoeg")
	f.StringVar(&o.naar, "naar", "", "schrijf de reflectie naar dit `bestand`")
	f.StringVar(&o.antwoorden, "antwoorden", "", "lees de antwoorden uit dit `bestand`; - is de standaardinvoer")
	f.BoolVar(&o.toegankelijk, "toegankelijk", false, "het gesprek in gewone regels, voor een schermlezer of een pipe")
	f.BoolVar(&o.opnieuw, "opnieuw", false, "begin opnieuw, ook als er een concept is; het concept blijft")
	if err := cmd.RegisterFlagCompletionFunc("werkvorm", a.werkvormIDs); err != nil {
		panic("cli: " + err.Error()) // the option does not exist: a slip in this file
	}
	return cmd
}

// laad finds the casus and the werkvorm that were asked for.
func (a *app) laad(naam, werkvorm string) (casus.Definitie, error) {
	if naam == reflectie.Eigen {
		return a.definitie(casus.EigenCasus(), werkvorm)
	}
	c, err := a.casus(naam)
	if err != nil {
		return casus.Definitie{}, err
	}
	return a.definitie(c, werkvorm)
}

// nieuwGesprek asks the questions.
func (a *app) nieuwGesprek(ctx context.Context, o nieuwOpties) error {
	if o.casus == "" {
		return gebruik("zeg welke casus u wilt wegen, of kies --eigen voor een situatie van uzelf; typ weeg casus lijst")
	}
	def, err := a.laad(o.casus, o.werkvorm)
	if err != nil {
		return err
	}
	if err := a.vrij(o.naar); err != nil {
		return err
	}
	kant, err := a.voorkant(o.toegankelijk)
	if err != nil {
		return err
	}
	defer kant.sluit()
	ctx, stop := a.totSignaal(ctx)
	defer stop()
	kast, err := a.archief()
	if err != nil {
		return err
	}
	if !o.opnieuw {
		stand, verder, err := a.bestaandConcept(ctx, kast, def, kant)
		if err != nil {
			return err
		}
		if verder {
			a.vul(&stand, o)
			return a.voer(ctx, stand, kant)
		}
	}
	stand, err := a.nieuweStand(kast, def, o.door)
	if err != nil {
		return err
	}
	a.vul(&stand, o)
	return a.voer(ctx, stand, kant)
}

// nieuweStand begins a conversation.
func (a *app) nieuweStand(kast archief.Archief, def casus.Definitie, door string) (sessie.Stand, error) {
	id, err := kast.NieuwID(def.Casus.ID, a.Random)
	if err != nil {
		return sessie.Stand{}, err
	}
	stand := sessie.NewStand(id, def)
	stand.Begonnen = a.Nu()
	stand.Eerdere = a.eerdere(door)
	return stand, nil
}

// vul puts what the options say in the stand.
func (a *app) vul(stand *sessie.Stand, o nieuwOpties) {
	if o.rol != "" {
		stand.Antwoorden[reflectie.SleutelRol] = reflectie.Tekst(o.rol)
		stand.Plaats = cmp.Or(stand.Plaats, eersteOpen(*stand))
	}
	if o.door != "" {
		stand.Kop.Door = reflectie.Normaal(o.door)
	}
	if o.naar != "" {
		stand.Naar = a.pad(o.naar)
	}
}

// vrij reports, before a conversation and not after it, that a file cannot be
// put where the person wants it.
func (a *app) vrij(naar string) error {
	if naar == "" {
		return nil
	}
	if isMap(naar) {
		return gebruik("%s is een map; zet er de naam van een bestand achter", strict.Aanhaling(naar))
	}
	if _, err := os.Lstat(naar); err == nil {
		return gebruik("%s bestaat al; kies een andere naam bij --naar", strict.Aanhaling(naar))
	}
	if strings.HasSuffix(naar, "/") || strings.HasSuffix(naar, string(filepath.Separator)) {
		return gebruik("%s is een map; zet er de naam van een bestand achter", strict.Aanhaling(naar))
	}
	if dir := filepath.Dir(naar); !isMap(dir) {
		return gebruik("de map %s bestaat niet; maak die eerst, of kies een andere plek bij --naar", strict.Aanhaling(dir))
	}
	return nil
}

// bestaandConcept asks what to do when a conversation on this casus was begun
// before. Without a terminal it only says so.
func (a *app) bestaandConcept(ctx context.Context, kast archief.Archief, def casus.Definitie, kant gastheer) (_ sessie.Stand, verder bool, _ error) {
	stand, ok := a.conceptVan(kast, def)
	if !ok {
		return stand, false, nil
	}
	if a.Terminal == nil {
		return stand, false, gebruik(`er is al een concept van deze casus: %s (%s).
Ga verder met:     weeg verder %s
Of begin opnieuw:  weeg nieuw %s --opnieuw`, stand.ID, kort(stand), stand.ID, def.Casus.ID)
	}
	keuze, err := kant.Kies(ctx, alBegonnen(stand))
	if err != nil {
		return stand, false, gesprek.Gestopt(err)
	}
	return stand, keuze == keuzeVerder, nil
}

// keuzeVerder is the choice to go on with a conversation that was begun before.
const keuzeVerder = "verder"

// alBegonnen asks what to do with a conversation that was begun before.
func alBegonnen(stand sessie.Stand) gesprek.Keuze {
	return gesprek.Keuze{
		Titel:  stand.Titel(),
		Vraag:  fmt.Sprintf("U begon hier al aan, op %s (%s, %s). Wat wilt u?", tijdstip(stand.Bewaard), stand.Definitie.Werkvorm.Naam, kort(stand)),
		Opties: []sessie.Optie{{ID: keuzeVerder, Naam: "Verdergaan waar ik was"}, {ID: "opnieuw", Naam: "Opnieuw beginnen"}},
	}
}

// conceptVan returns the concept on the same casus that was saved last, by
// whichever werkvorm, and in which anything was said.
func (a *app) conceptVan(kast archief.Archief, def casus.Definitie) (sessie.Stand, bool) {
	concepten, _ := kast.Concepten() // a damaged one is told by weeg concept lijst
	for _, stand := range concepten {
		begonnen := len(stand.Antwoorden) > 0 || len(stand.Overgeslagen) > 0
		if stand.Definitie.Casus.ID == def.Casus.ID && stand.Bestand == "" && begonnen && def.Casus.ID != reflectie.Eigen {
			return stand, true
		}
	}
	return sessie.Stand{}, false
}

// nieuwVanBlad makes a reflectie of an answer file, without a question asked.
func (a *app) nieuwVanBlad(o nieuwOpties) error {
	naam, data, err := a.leesAntwoorden(o.antwoorden)
	if err != nil {
		return err
	}
	kop, err := blad.ParseKop(naam, data)
	if err != nil {
		return invoer(err)
	}
	if err := kop.Err(); err != nil {
		return invoer(err)
	}
	if o.casus == "" {
		o.casus = kop.Casus
	}
	if o.casus == "" {
		return gebruik("%s noemt geen casus; schrijf \"casus: …\" in het bestand, of noem de casus achter weeg nieuw", naam)
	}
	if o.werkvorm == "" {
		o.werkvorm = kop.Werkvorm
	}
	def, err := a.laad(o.casus, o.werkvorm)
	if err != nil {
		return metPlaats(err, kop)
	}
	var terugblik []casus.Werkvorm
	if kop.Teruggeblikt() {
		terugblik = a.terugblikvormen()
	}
	b, err := kop.Parse(def, terugblik...)
	if err != nil {
		return invoer(err)
	}
	if err := a.vrij(o.naar); err != nil {
		return err
	}
	for _, opmerking := range b.Opmerkingen {
		a.melding("%s", opmerking)
	}
	if len(b.Antwoorden()) == 0 {
		a.melding("Dit blad heeft nog geen antwoorden. In de reflectie staat alles als niet ingevuld.")
	}
	stand := sessie.StandVan("blad", def, b.Reflectie, nil, b.Prive)
	a.vul(&stand, o)
	if stand.Kop.Datum.IsZero() {
		stand.Kop.Datum = a.vandaag()
	}
	kast, err := a.archief()
	if err != nil && len(stand.Prive()) > 0 {
		return err // without private answers nothing needs a place of its own
	}
	pad, id, err := a.schrijfNieuw(kast, stand)
	if err != nil {
		return err
	}
	return a.vertel(stand, pad, id)
}

// metPlaats puts the place before an error that an answer file names a casus or
// werkvorm which does not exist.
func metPlaats(err error, kop *blad.Kop) error {
	var onbekend *casus.Onbekend
	if !errors.As(err, &onbekend) {
		return err
	}
	for veld, naam := range map[string]string{"casus": kop.Casus, "werkvorm": kop.Werkvorm} {
		if naam == onbekend.ID {
			return invoer(strict.Bevindingen{{Plaats: kop.Plaats(veld), Tekst: onbekend.Error()}})
		}
	}
	return err
}

// leesAntwoorden reads an answer file, or standard input for "-".
func (a *app) leesAntwoorden(pad string) (naam string, data []byte, err error) {
	if pad != "-" {
		data, err = archief.LeesBestand(pad, blad.MaxBytes)
		return pad, data, invoer(err)
	}
	data, err = io.ReadAll(io.LimitReader(a.In, blad.MaxBytes+1)) // one more: then the blad sees that it is too much
	return "standaardinvoer", data, err
}
