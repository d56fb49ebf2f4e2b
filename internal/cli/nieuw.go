package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
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
	delen        bool
	antwoorden   string
	toegankelijk bool
	opnieuw      bool
}

// A nieuw begins a reflectie, with a conversation or with an answer file.
type nieuw struct {
	aanvang
	leider leider
}

func newNieuw(n nieuw, start start) *cobra.Command {
	var o nieuwOpties
	cmd := &cobra.Command{
		Use:   "nieuw [CASUS]",
		Short: "Begin een nieuwe reflectie",
		Long: `Begint een nieuwe reflectie. U leest de casus en krijgt de vragen één voor één.
Elk antwoord is meteen bewaard. U kunt altijd stoppen. Later gaat u verder met:

  weeg verder

CASUS is een naam uit weeg casus lijst, of een bestand. Zonder CASUS
en zonder opties kiest u er een.`,
		Example: `  weeg nieuw koken-in-het-schoolgebouw
  weeg nieuw --eigen --werkvorm kort
  weeg nieuw koken-in-het-schoolgebouw --antwoorden antwoorden.yaml`,
		Args:              argumenten(0, 1, "één casus, met streepjes in de naam"),
		ValidArgsFunction: vulEerste(n.boekerij.casusIDs),
		RunE: func(cmd *cobra.Command, args []string) error {
			if n.w.Terminal != nil && n.w.UitTerminal && len(args) == 0 && o == (nieuwOpties{toegankelijk: o.toegankelijk}) {
				return start.kies(cmd.Context(), o.toegankelijk)
			}
			if len(args) > 0 {
				o.casus = args[0]
			}
			if o.eigen && o.casus != "" {
				return gebruik("kies een casus of --eigen, niet allebei")
			}
			if err := n.kanDelen(o); err != nil {
				return err
			}
			if o.eigen {
				o.casus = reflectie.Eigen
			}
			if o.antwoorden != "" {
				return n.vanBlad(o)
			}
			return n.gesprek(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.eigen, "eigen", false, "weeg een situatie van uzelf")
	f.StringVar(&o.werkvorm, "werkvorm", "", "de `werkvorm`; zie weeg werkvorm lijst")
	f.StringVar(&o.rol, "rol", "", "de `rol` van waaruit u kijkt")
	f.StringVar(&o.door, "door", "", "van `wie` de reflectie is; een team is genoeg")
	f.StringVar(&o.naar, "naar", "", "schrijf de reflectie naar dit `bestand`")
	f.StringVar(&o.antwoorden, "antwoorden", "", "lees de antwoorden uit dit `bestand`, of met \"-\" van een ander programma")
	f.BoolVar(&o.delen, "delen", false, "zet de reflectie meteen in de map van uw team")
	toegankelijkVlag(cmd, &o.toegankelijk)
	f.BoolVar(&o.opnieuw, "opnieuw", false, "begin opnieuw, ook als er een concept is; het concept blijft")
	vulVlag(cmd, "werkvorm", n.boekerij.werkvormIDs)
	vulVlag(cmd, "rol", func() []string {
		if cmd.Flags().NArg() == 0 {
			return nil
		}
		return n.boekerij.rolIDs(cmd.Flags().Arg(0))
	})
	return cmd
}

// kanDelen refuses to share where no team is, or elsewhere.
func (n nieuw) kanDelen(o nieuwOpties) error {
	if !o.delen {
		return nil
	}
	if o.naar != "" {
		return gebruik("kies --delen of --naar, niet allebei")
	}
	_, err := n.plek.vanTeam()
	return err
}

// gesprek asks the questions.
func (n nieuw) gesprek(ctx context.Context, o nieuwOpties) error {
	if o.casus == "" {
		return gebruik("zeg welke casus u wilt wegen, of kies --eigen voor een situatie van uzelf; typ weeg casus lijst")
	}
	def, err := n.boekerij.laad(o.casus, o.werkvorm)
	if err != nil {
		return err
	}
	if err := vrij(o.naar); err != nil {
		return err
	}
	return n.leider.ontvang(ctx, o.toegankelijk, func(ctx context.Context, kant gastheer) error {
		stand, err := n.stand(ctx, kant, def, o)
		if err != nil {
			return err
		}
		n.vul(&stand, o, kant.Meld)
		return n.leider.voer(ctx, stand, kant)
	})
}

// vul puts what the options say in the stand, and tells by meld of a rol that may be
// another one.
func (n nieuw) vul(stand *sessie.Stand, o nieuwOpties, meld func(string)) {
	if o.rol != "" {
		rol := o.rol
		if r, ok := casus.Zoek(stand.Definitie.Casus.Rollen, func(r casus.Rol) bool { return r.ID == alsID(rol) || strings.EqualFold(r.Naam, rol) }); ok {
			rol = r.ID
		} else if bedoeld := blad.BedoeldeRol(stand.Definitie.Casus, rol); bedoeld != "" {
			meld("De casus kent de rol " + strict.HeleAanhaling(bedoeld) + "; bedoelt u die? Eigen woorden mogen ook.")
		}
		stand.Antwoorden[reflectie.SleutelRol] = reflectie.Tekst(rol)
	}
	if o.door != "" {
		stand.Kop.Door = reflectie.Normaal(o.door)
	}
	if team, _ := n.plek.team(); o.delen {
		stand.Delen = team.Wortel
	}
	if o.naar != "" {
		stand.Naar = n.plek.pad(o.naar)
	}
}

// stand is where the conversation begins. Where one on this casus was begun
// before, the person says what to do; without a terminal nobody can.
func (n nieuw) stand(ctx context.Context, kant gastheer, def casus.Definitie, o nieuwOpties) (sessie.Stand, error) {
	eerder, begonnen := conceptVan(n.kast, def.Casus.ID)
	if o.opnieuw || !begonnen {
		return n.begin(ctx, kant, def, o)
	}
	if n.w.Terminal == nil {
		return eerder, gebruik(`er is al een concept van deze casus: %s (%s).
Ga verder met:     weeg verder %s
Of begin opnieuw:  weeg nieuw %s --opnieuw`, eerder.ID, kort(eerder), eerder.ID, def.Casus.ID)
	}
	keuze, err := kant.Kies(ctx, alBegonnen(eerder))
	switch {
	case err != nil:
		return eerder, gesprek.Gestopt(err)
	case keuze == keuzeVerder:
		return eerder, nil
	}
	return n.begin(ctx, kant, def, o)
}

// begin begins anew. By which werkvorm a situation of one's own is weighed, no
// casus says: the person does, where there is one.
func (n nieuw) begin(ctx context.Context, kant gastheer, def casus.Definitie, o nieuwOpties) (sessie.Stand, error) {
	if o.werkvorm == "" && def.IsEigen() && n.w.Terminal != nil {
		bieb, err := n.boekerij.bieb()
		if err != nil {
			return sessie.Stand{}, err
		}
		id, err := kant.Kies(ctx, n.aanvang.kiesWerkvorm(bieb, def.Casus))
		if err != nil {
			return sessie.Stand{}, gesprek.Gestopt(err)
		}
		if def, err = n.boekerij.definitie(def.Casus, id); err != nil {
			return sessie.Stand{}, err
		}
	}
	return n.aanvang.nieuw(def, o.door)
}

// vanBlad makes a reflectie of an answer file, without a question asked.
func (n nieuw) vanBlad(o nieuwOpties) error {
	naam, data, err := leesAntwoorden(o.antwoorden, n.w.In)
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
	if o.casus = cmp.Or(o.casus, kop.Casus); o.casus == "" {
		return gebruik("%s noemt geen casus; schrijf \"casus: …\" in het bestand, of noem de casus achter weeg nieuw", naam)
	}
	def, err := n.boekerij.laad(o.casus, cmp.Or(o.werkvorm, kop.Werkvorm))
	if err != nil {
		return metPlaats(err, kop)
	}
	var terugblik []casus.Werkvorm
	if kop.Teruggeblikt() {
		terugblik = n.boekerij.terugblikvormen()
	}
	b, err := kop.Parse(def, terugblik...)
	if err != nil {
		return invoer(err)
	}
	if err := vrij(o.naar); err != nil {
		return err
	}
	for _, opmerking := range b.Opmerkingen {
		n.w.melding("%s", opmerking)
	}
	if len(b.Antwoorden()) == 0 && !def.MaaktCasus() {
		n.w.melding("Dit blad heeft nog geen antwoorden. In de reflectie staat alles als niet ingevuld.")
	}
	stand := sessie.StandVan(vanBlad, def, b.Reflectie, nil, b.Prive)
	n.vul(&stand, o, n.leider.lezer.meld)
	if stand.Kop.Datum.IsZero() {
		stand.Kop.Datum = n.w.vandaag()
	}
	return n.leider.schrijf(stand)
}

// vanBlad is the id of a conversation that an answer file holds. No concept waits
// under it.
const vanBlad = "blad"

// metPlaats puts the place before an error that an answer file names a casus or
// werkvorm which does not exist.
func metPlaats(err error, kop *blad.Kop) error {
	var onbekend *casus.Onbekend
	genoemd := map[string]string{"casus": kop.Casus, "werkvorm": kop.Werkvorm}
	if !errors.As(err, &onbekend) || genoemd[onbekend.Wat] != onbekend.ID {
		return err
	}
	return invoer(strict.Bevindingen{{Plaats: kop.Plaats(onbekend.Wat), Tekst: onbekend.Error()}})
}

// leesAntwoorden reads an answer file, or standard input for "-".
func leesAntwoorden(pad string, in io.Reader) (naam string, data []byte, err error) {
	if pad != "-" {
		data, err = archief.LeesBestand(pad, blad.MaxBytes)
		return pad, data, invoer(err)
	}
	data, err = io.ReadAll(io.LimitReader(in, blad.MaxBytes+1)) // one more: then the blad sees that it is too much
	return "standaardinvoer", data, err
}
