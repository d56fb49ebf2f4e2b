package cli

import (
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
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
	var lezen, toegankelijk bool
	cmd := &cobra.Command{
		Use:   "delen BESTAND...",
		Short: "Deel een reflectie met uw team",
		Long: `Zet een reflectie van uzelf in de map van uw team. Eerst ziet u wat u deelt.
U kiest of uw team de reflectie alleen leest. Of dat uw zinnen, zonder naam, ook op een blad
voor een gesprek en in het kompas kunnen komen.`,
		Example: "  weeg delen 2026-11-21-koken-in-het-schoolgebouw-k3x9",
		Args:    argumenten(1, maxBestanden, "het bestand van een reflectie"),
		ValidArgsFunction: vul(func() []string {
			return casus.Elk(d.plank.nietGedeeld(), func(pad string) string { return strings.TrimSuffix(filepath.Base(pad), ".md") })
		}, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := d.plek.vanTeam(); err != nil {
				return err
			}
			if lezen || d.w.Terminal == nil {
				return d.deelElk(args, lezen)
			}
			return d.ontvang(cmd.Context(), toegankelijk, func(ctx context.Context, kant gastheer) error { return d.vraagElk(ctx, kant, args) })
		},
	}
	cmd.Flags().BoolVar(&lezen, "alleen-lezen", false, "niet voor een blad of het kompas; vraag niets")
	toegankelijkVlag(cmd, &toegankelijk)
	return cmd
}

// deelElk shares without asking, and says of each what is in it.
func (d deler) deelElk(paden []string, lezen bool) error {
	keus := deelAlles
	if lezen {
		keus = deelLezen
	}
	for _, pad := range paden {
		pad = d.plank.vind(pad)
		_, doc, err := d.teDelen(pad)
		if err != nil {
			return err
		}
		for _, t := range watErin(doc, d.schrijver.boekerij.geschreven(doc.Reflectie)) {
			d.w.melding("%s %s", t.Kop, t.Tekst)
		}
		naar, err := d.deel(pad, keus)
		if err != nil {
			return err
		}
		if err := d.w.schrijf([]byte(d.plek.toon(naar) + "\n")); err != nil {
			return err
		}
	}
	return nil
}

// vraagElk asks of each how it is shared, and does that.
func (d deler) vraagElk(ctx context.Context, kant gastheer, paden []string) error {
	var gedeeld []string
	for _, pad := range paden {
		pad = d.plank.vind(pad)
		_, doc, err := d.teDelen(pad)
		if err != nil {
			return err
		}
		keus, err := kant.kies(ctx, d.keuze(doc))
		if errors.Is(err, errGenoeg) || keus == deelNiet {
			continue
		}
		if err != nil {
			return err
		}
		naar, err := d.deel(pad, keus)
		if err != nil {
			return err
		}
		gedeeld = append(gedeeld, naar)
	}
	kant.sluit()
	for _, pad := range gedeeld {
		d.vertel(pad)
		if err := d.w.schrijf([]byte(d.plek.toon(pad) + "\n")); err != nil {
			return err
		}
	}
	return nil
}

// vertel says how git takes a shared reflectie to the others.
func (d deler) vertel(pad string) {
	_, doc, err := leesReflectie(pad)
	if err != nil {
		return
	}
	d.w.vertelGit(d.plek.git(pad, doc.Reflectie.Casus))
}

// teDelen reads a reflectie that can be shared.
func (d deler) teDelen(pad string) ([]byte, *markdown.Document, error) {
	if d.plek.isGedeeld(pad) {
		return nil, nil, gebruik("%s staat al in de map van uw team", strict.Aanhaling(pad))
	}
	data, doc, err := leesReflectie(pad)
	if err == nil {
		err = invoer(doc.Heel())
	}
	return data, doc, err
}

// The ways to share.
const (
	deelNiet  = "niet"
	deelLezen = "lezen"
	deelAlles = "alles"
)

// keuze asks how a reflectie is shared, and says what is in it.
func (d deler) keuze(doc *markdown.Document) gesprek.Keuze {
	return gesprek.Keuze{
		Titel: cmp.Or(doc.Titel(), d.plank.boekerij.waarover(doc.Reflectie)),
		Toont: watErin(doc, d.schrijver.boekerij.geschreven(doc.Reflectie)),
		Vraag: "Voor wie is deze reflectie?",
		Opties: []sessie.Optie{
			{ID: deelNiet, Naam: "Voor mijzelf"},
			{ID: deelLezen, Naam: "Voor mijn team, alleen om te lezen"},
			{ID: deelAlles, Naam: "Voor mijn team, ook voor blad en kompas"},
		},
	}
}

// deel moves the reflectie at pad to the folder of the team, and returns where it is.
func (d deler) deel(pad, keus string) (naar string, err error) {
	oud, doc, err := d.teDelen(pad)
	if err != nil {
		return "", err
	}
	nieuw := oud
	if overleg := doc.Reflectie.Overleg; (overleg == nil || *overleg) != (keus == deelAlles) {
		nieuw, err = d.schrijver.wijzig(pad, doc, d.schrijver.boekerij.geschreven(doc.Reflectie), func(r *reflectie.Reflectie) {
			if r.Overleg = nil; keus == deelLezen {
				r.Overleg = new(bool)
			}
		})
		if err != nil {
			return "", err
		}
	}
	vak, err := d.plek.vak(true)
	if err == nil {
		err = vak.maak()
	}
	if err != nil {
		return "", err
	}
	pad = d.plek.pad(pad)
	naar = filepath.Join(vak.dir, filepath.Base(pad))
	if err := d.kast.Deel(pad, naar, oud, nieuw); err != nil {
		return "", err
	}
	_ = d.kast.OnthoudID(strings.TrimSuffix(filepath.Base(pad), ".md")) // else the person names the file themselves
	return naar, nil
}

// watErin says what somebody shares with a reflectie.
func watErin(doc *markdown.Document, def casus.Definitie) []sessie.Getoond {
	toont := []sessie.Getoond{{Kop: "Als u deelt:", Tekst: "Uw zinnen kunnen zonder naam op een teamblad of in het kompas komen. " +
		"Git onthoudt ook wat u later weghaalt. Ook wat u niet deelt, kan onder de Woo vallen."}}
	if namen := eigennamen(doc.Reflectie, def); len(namen) > 0 {
		toont = append(toont, sessie.Getoond{Kop: "Zijn dit namen van mensen?", Tekst: strings.Join(namen, ", ") + ". Maak er dan eerst een rol van."})
	}
	return toont
}

// reNaam matches a word within a sentence, with what stands before it.
var reNaam = regexp.MustCompile(`[\p{L}\d,;)’'"”]\s+["“‘'(]?(\p{Lu}[\p{L}'’-]+)`)

// eigennamen are the words with a capital that stand within a sentence of an answer,
// each once, by the alphabet: most are names. What the casus calls so itself, and what is
// all capitals, is none.
func eigennamen(r reflectie.Reflectie, def casus.Definitie) []string {
	c := def.Casus
	bekend := strings.Join(append([]string{c.Titel, c.Situatie, c.Moment},
		append(casus.Elk(c.Rollen, func(r casus.Rol) string { return r.Naam }), casus.Elk(def.Waarden, func(w casus.Waarde) string { return w.Naam })...)...), " ")
	var namen []string
	for _, a := range reflectie.Flatten(r) {
		for _, tekst := range a.Woorden() {
			for _, m := range reNaam.FindAllStringSubmatch(tekst, -1) {
				isAfkorting := !strings.ContainsFunc(m[1][1:], unicode.IsLower)
				if !isAfkorting && !strings.Contains(bekend, m[1]) {
					namen = append(namen, m[1])
				}
			}
		}
	}
	slices.Sort(namen)
	return slices.Compact(namen)
}
