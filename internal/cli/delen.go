package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// A deler puts a reflectie of one's own in the folder of the team. To share is an
// act: it says what is in the file before.
type deler struct {
	ontvangst
	plek      plek
	plank     plank
	schrijver schrijver
}

func newDelen(d deler) *cobra.Command {
	var lezen, kompas, toch, toegankelijk bool
	cmd := &cobra.Command{
		Use:   "delen BESTAND...",
		Short: "Deel een reflectie met uw team",
		Long: `Zet een reflectie van uzelf in de map van uw team. Eerst ziet u wat u deelt.
U kiest of uw team de reflectie alleen leest. Of dat uw zinnen, zonder naam, ook op een blad
voor een gesprek en in het kompas kunnen komen. Is er geen terminal om dat te vragen? Dan leest
uw team haar alleen, tenzij u --ook-kompas typt. En staat er dan een telefoonnummer of een
burgerservicenummer in, of zoiets, dan deelt Weeg niet. Was zij al gedeeld, dan kunt u anders kiezen.`,
		Example: "  weeg delen 2026-11-21-koken-in-het-schoolgebouw-k3x9",
		Args:    argumenten(1, maxBestanden, "het bestand van een reflectie"),
		ValidArgsFunction: vul(func() []string {
			return casus.Elk(d.plank.nietGedeeld(), func(pad string) string { return strings.TrimSuffix(filepath.Base(pad), ".md") })
		}, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := d.plek.vanTeam(); err != nil {
				return err
			}
			if lezen && kompas {
				return gebruik("kies --alleen-lezen of --ook-kompas, niet allebei")
			}
			if lezen || kompas || d.w.Terminal == nil && !toegankelijk {
				return d.deelElk(args, func(stof teDelen) (string, error) {
					if d.plek.isGedeeld(stof.pad) && !lezen && !kompas {
						return deelNiet, gebruik("%s: dit staat al in de map van uw team; kies met --alleen-lezen of --ook-kompas hoe u het deelt", d.plek.toon(stof.pad))
					}
					if len(stof.gegevens) > 0 && !toch {
						return deelNiet, gebruik("%s: hier staan gegevens van mensen in: %s; haal ze weg, of deel met --toch", d.plek.toon(stof.pad), strings.Join(stof.gegevens, ", "))
					}
					for _, t := range d.watErin(stof) {
						d.w.melding("%s %s", t.Kop, t.Tekst)
					}
					if kompas {
						return deelAlles, nil
					}
					return deelLezen, nil // what nobody asked for, stays out of the kompas
				})
			}
			return d.ontvang(cmd.Context(), toegankelijk, func(ctx context.Context, kant gastheer) error {
				return d.deelElk(args, func(stof teDelen) (string, error) { return kant.kies(ctx, d.keuze(stof)) }, kant.sluit)
			})
		},
	}
	cmd.Flags().BoolVar(&lezen, "alleen-lezen", false, "niet voor een blad of het kompas; vraag niets")
	cmd.Flags().BoolVar(&kompas, "ook-kompas", false, "ook voor een blad en het kompas; vraag niets")
	cmd.Flags().BoolVar(&toch, "toch", false, "deel, als er niets te vragen is, ook als er gegevens van mensen in staan")
	toegankelijkVlag(cmd, &toegankelijk)
	return cmd
}

// A teDelen is a reflectie that can be shared, as it was when that was asked.
type teDelen struct {
	pad      string
	data     []byte
	doc      *markdown.Document
	gegevens []string // what of people stands in it
}

// deelElk shares each as kies says, until somebody stops or something fails; then it
// tells, after sluit, what was shared.
func (d deler) deelElk(paden []string, kies func(teDelen) (string, error), sluit ...func()) error {
	var gedeeld []string
	var err error
	for _, pad := range paden {
		var stof teDelen
		var keus, naar string
		if stof, err = d.teDelen(pad); err == nil {
			keus, err = kies(stof)
		}
		if err == nil && keus != deelNiet {
			naar, err = d.deel(stof, keus)
		}
		if err != nil {
			break
		}
		if naar != "" {
			gedeeld = append(gedeeld, naar)
		}
	}
	for _, sluit := range sluit {
		sluit()
	}
	for _, pad := range gedeeld {
		if _, doc, err := leesReflectie(pad); err == nil {
			d.w.vertelGit(d.plek.git(pad, doc.Reflectie.Casus))
		}
		err = cmp.Or(err, d.w.schrijfPad(d.plek.toon(pad)))
	}
	if errors.Is(err, errGenoeg) {
		return nil
	}
	return err
}

// teDelen reads a reflectie of which the person gave the name.
func (d deler) teDelen(naam string) (teDelen, error) {
	pad, err := d.plank.vind(naam)
	if err != nil {
		return teDelen{}, err
	}
	data, doc, err := leesHeel(pad)
	if err == nil {
		err = invoer(d.kast.BlijftInTeam(pad))
	}
	if err == nil && d.plek.isGedeeld(pad) && !d.kast.Geschreven()[doc.ID] {
		err = gebruik("%s: dit staat al in de map van uw team, en u schreef het niet hier", naam)
	}
	return teDelen{d.plek.echt(pad), data, doc, persoonsgegevens(string(data))}, err
}

// magVerder refuses to share for all what its maker, who is somebody else, made to read only.
func (d deler) magVerder(stof teDelen) error {
	if stof.doc.Reflectie.AlleenLezen() && !d.kast.Geschreven()[stof.doc.ID] {
		return gebruik(`%s: hier staat "overleg: nee", en u schreef het niet hier; haal die regel zelf weg als het van u is`, d.plek.toon(stof.pad))
	}
	return nil
}

// The ways to share.
const (
	deelNiet  = "niet"
	deelLezen = "lezen"
	deelAlles = "alles"
)

// keuze asks how a reflectie is shared, and says what is in it.
func (d deler) keuze(stof teDelen) gesprek.Keuze {
	return gesprek.Keuze{
		Titel: cmp.Or(stof.doc.Titel(), d.plank.boekerij.waarover(stof.doc.Reflectie)),
		Toont: append([]sessie.Getoond{{Kop: "Uw reflectie", Tekst: filepath.Base(stof.pad)}}, d.watErin(stof)...),
		Vraag: "Voor wie is deze reflectie?",
		Opties: []sessie.Optie{
			{ID: deelNiet, Naam: map[bool]string{false: "Voor mijzelf", true: "Laten zoals het is"}[d.plek.isGedeeld(stof.pad)]},
			{ID: deelLezen, Naam: "Voor mijn team, alleen om te lezen"},
			{ID: deelAlles, Naam: "Voor mijn team, ook voor blad en kompas"},
		},
	}
}

// deel moves a reflectie to the folder of the team, and returns where it is.
func (d deler) deel(stof teDelen, keus string) (naar string, err error) {
	if keus == deelAlles {
		if err := d.magVerder(stof); err != nil {
			return "", err
		}
	}
	nieuw := stof.data
	if stof.doc.Reflectie.AlleenLezen() != (keus == deelLezen) {
		nieuw, err = d.schrijver.wijzig(stof.pad, stof.doc, d.schrijver.boekerij.geschreven(stof.doc.Reflectie), markdown.Opties{}, func(r *reflectie.Reflectie) {
			if r.Overleg = nil; keus == deelLezen {
				r.Overleg = new(bool)
			}
		})
	}
	if err != nil {
		return "", err
	}
	if d.plek.isGedeeld(stof.pad) { // it is there, and is shared otherwise now
		return stof.pad, d.kast.Vervang(stof.pad, stof.data, nieuw)
	}
	vak, err := d.plek.vak(true)
	if err == nil {
		err = vak.maak()
	}
	if err != nil {
		return "", err
	}
	naam := filepath.Base(stof.pad)
	if !archief.IsReflectienaam(naam) || nietOveral(naam) != "" { // nobody would find it, or have it
		naam = stof.doc.ID + ".md"
	}
	naar = filepath.Join(vak.dir, naam)
	err = d.kast.Deel(stof.pad, naar, stof.data, nieuw)
	if errors.Is(err, archief.ErrBestaat) {
		err = d.nogmaals(stof, naar, nieuw, err)
	}
	if err != nil {
		return "", err
	}
	id := strings.TrimSuffix(naam, ".md")
	_ = d.kast.OnthoudID(id, naar) // else the person names the file themselves
	if stof.doc.ID != id && stof.doc.ID != "" {
		_ = d.kast.OnthoudID(stof.doc.ID, naar)
	}
	return naar, nil
}

// nogmaals shares what was shared before, but for the last step of it, and is shared
// otherwise now. Any other file that is there stays, with the error that was.
func (d deler) nogmaals(stof teDelen, naar string, nieuw []byte, bestaat error) error {
	daar, doc, err := leesReflectie(naar)
	if err != nil || doc.ID == "" || doc.ID != stof.doc.ID || d.plek.echt(naar) == stof.pad {
		return invoer(fmt.Errorf("%s: in de map van uw team staat al een ander bestand met deze naam; geef uw bestand eerst een andere naam: %w", d.plek.toon(naar), bestaat))
	}
	if err := d.kast.Vervang(naar, daar, nieuw); err != nil {
		return err
	}
	return d.kast.Deel(stof.pad, naar, stof.data, nieuw)
}

// watErin says what somebody shares with a reflectie.
func (d deler) watErin(stof teDelen) []sessie.Getoond {
	var toont []sessie.Getoond
	if len(stof.gegevens) > 0 {
		toont = append(toont, sessie.Getoond{Kop: kopGegevens, Tekst: strings.Join(stof.gegevens, ", ") + ". Haal ze eerst weg."})
	}
	if namen := eigennamen(stof.doc.Reflectie, d.schrijver.boekerij.geschreven(stof.doc.Reflectie)); len(namen) > 0 {
		toont = append(toont, sessie.Getoond{Kop: "Zijn dit namen van mensen?", Tekst: strings.Join(namen, ", ") + ". Maak er dan eerst een rol van."})
	}
	return append(toont, sessie.Getoond{Kop: "Als u deelt:", Tekst: "Uw zinnen kunnen zonder naam op een teamblad of in het kompas komen. " +
		"Git laat zien wie een bestand deelde, en onthoudt ook wat u later weghaalt. Ook wat u niet deelt, kan onder de Woo vallen."})
}

// eigennamen are what looks like names in the answers of a reflectie, and who it is by:
// words with a capital within a sentence, with those beside them. What the casus has
// too, and what is all capitals, is none. Each stands once, by the alphabet.
func eigennamen(r reflectie.Reflectie, def casus.Definitie) []string {
	c := def.Casus
	verhaal := strings.Join([]string{c.Titel, c.Situatie, c.Moment}, " ")
	for _, rol := range c.Rollen {
		verhaal += " " + rol.Naam
	}
	for _, w := range def.Waarden {
		verhaal += " " + w.Naam
	}
	var teksten []string
	for sleutel, a := range reflectie.Flatten(r) {
		if sleutel != reflectie.SleutelRol {
			teksten = append(teksten, a.Woorden()...)
		}
	}
	namen := privacy.Namen(teksten, verhaal)
	if r.Door != "" {
		namen = append(namen, r.Door)
	}
	slices.Sort(namen)
	return slices.Compact(namen)
}
