package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/overleg"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
)

// An overlegmaker makes the sheet for a team's talk.
type overlegmaker struct {
	uitgifte
	boekerij boekerij
	plank    plank
}

func newOverleg(o overlegmaker) *cobra.Command {
	u := uitvoer{formaten: []string{formaatMarkdown, formaatHTML}}
	var nieuw bool
	cmd := &cobra.Command{
		Use: "overleg CASUS|BESTAND", Short: "Maak een blad voor een gesprek met uw team",
		Long: `Maakt een blad van twee kantjes voor een gesprek van 45 minuten over een casus.
Op blad 2 staat wat collega's zouden doen, in hun eigen woorden en zonder naam. Daarvoor
moeten er drie reflecties over die casus in de map van uw team staan. Een reflectie met "overleg: nee" doet
niet mee. Met het bestand van een eigen situatie gaat het blad daarover, zonder blad 2.

Met --nieuw komt het blad in de map overleg. Vul het daar na het gesprek in, onder de koppen
waar een merk achter staat. Het volgende blad vraagt wat er van uw vraag kwam.`,
		Example: `  weeg overleg koken-in-het-schoolgebouw --naar blad.html
  weeg overleg koken-in-het-schoolgebouw --nieuw
  weeg overleg 2026-11-21-een-lastig-gesprek-k3x9 --naar blad.html`,
		Args:              argumenten(1, 1, "één casus, met streepjes in de naam, of het bestand van een eigen situatie"),
		ValidArgsFunction: vulEerste(o.boekerij.casusIDs),
		RunE: func(_ *cobra.Command, args []string) error {
			if nieuw && u.formaat+u.naar != "" {
				return gebruik("--nieuw kiest zelf een naam en een formaat; laat --naar en --formaat weg")
			}
			return o.toon(args[0], u, nieuw)
		},
	}
	u.vlaggen(cmd)
	cmd.Flags().BoolVar(&nieuw, "nieuw", false, "zet het blad in de map overleg, om in te vullen")
	return cmd
}

func (o overlegmaker) toon(naam string, u uitvoer, nieuw bool) error {
	formaat, err := u.kies()
	if err != nil {
		return err
	}
	over, blad, err := o.blad(naam)
	if err != nil {
		return err
	}
	if formaat == formaatHTML {
		var html bytes.Buffer
		if err := rapport.OverlegHTML(&html, blad); err != nil {
			return err
		}
		return o.lever(u.naar, html.Bytes())
	}
	vandaag := o.w.vandaag()
	id, err := archief.NieuweNaam(vandaag, over, o.w.Random)
	if err != nil {
		return err
	}
	voorwerk := markdown.Teamblad{ID: id, Casus: over, Datum: vandaag}.Voorwerk()
	md := rapport.OverlegMarkdown(blad)
	if !nieuw {
		err := o.leverBlad(u, voorwerk, md)
		if err == nil && o.bladert(u) {
			o.w.melding("Om te printen: weeg overleg %s --naar blad.html", o.uitgifte.plek.schelp(naam))
		}
		return err
	}
	vak, err := o.uitgifte.plek.overleg()
	if err != nil {
		return err
	}
	if err := vak.maak(); err != nil {
		return err
	}
	pad := filepath.Join(vak.dir, vandaag.String()+"-"+over+".md")
	err = o.zet(pad, []byte(voorwerk+md))
	if errors.Is(err, archief.ErrBestaat) {
		return gebruik("het blad van vandaag is er al: %s; vul dat in, of print het", o.uitgifte.plek.toon(pad))
	}
	if err != nil {
		return err
	}
	if blad.Eigen() {
		o.w.melding("Uw verhaal en uw vraag staan nu in de map van uw team.")
	}
	o.w.melding("Vul dit blad na het gesprek in, zonder namen. Het kan met de Woo worden opgevraagd.")
	return nil
}

// blad makes the sheet about what is called naam, and tells the id of that casus.
func (o overlegmaker) blad(naam string) (over string, blad overleg.Blad, err error) {
	pad, err := o.plank.vind(naam)
	if strings.HasSuffix(pad, ".md") {
		over = reflectie.Eigen
		if err == nil {
			blad, err = o.vanEigen(pad)
		}
	} else {
		var c casus.Casus
		if c, err = o.boekerij.casus(naam); err == nil {
			over = c.ID
			blad, err = o.vanCasus(c)
		}
	}
	if err != nil {
		return "", blad, err
	}
	bladen, fouten, err := o.plank.teambladen()
	o.w.meldElk(fouten)
	blad.Meegegaan = overleg.Meegegaan(casus.Elk(bladen, func(b markdown.Teamblad) map[string][]string { return b.Velden }))
	return over, blad, err
}

func (o overlegmaker) vanEigen(pad string) (overleg.Blad, error) {
	_, doc, err := leesHeel(pad)
	if err != nil {
		return overleg.Blad{}, err
	}
	r := doc.Reflectie
	switch {
	case r.Casus != reflectie.Eigen || r.Eigen == nil:
		return overleg.Blad{}, gebruik("deze reflectie gaat over een casus; maak een blad daarover met: weeg overleg %s", r.Casus)
	case r.AlleenLezen():
		return overleg.Blad{}, gebruik(`in deze reflectie staat "overleg: nee", dus zij is alleen om te lezen; haal die regel weg als u er toch over wilt praten`)
	}
	return overleg.VanEigen(*r.Eigen), nil
}

func (o overlegmaker) vanCasus(c casus.Casus) (overleg.Blad, error) {
	b := overleg.NewBouwer(c)
	fouten, err := o.plank.gedeeld(b.Add)
	if err != nil {
		return overleg.Blad{}, err
	}
	o.w.meldElk(fouten)
	return b.Blad(loting(c.ID + o.w.vandaag().String())), nil // what is printed today is what is filled in
}

// loting draws lots below n that favour nobody, and are the same for the same zaad.
func loting(zaad string) func(n int) int {
	beurt := 0
	return func(n int) int {
		beurt++
		som := sha256.Sum256(fmt.Appendf(nil, "%s %d", zaad, beurt))
		return int(binary.BigEndian.Uint32(som[:]) % uint32(n))
	}
}
