package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/casussen"
	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/privacy"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

func newCasusNieuw(n nieuw) *cobra.Command {
	var uit, antwoorden, naar string
	var toegankelijk bool
	cmd := &cobra.Command{
		Use:   "nieuw",
		Short: "Schrijf een casus die u kunt delen",
		Long: `Maakt van iets wat u meemaakte een casus die anderen kunnen wegen. Weeg vraagt naar het
moment, de rollen, de redenen van elke kant, de waarden en de regel. Elk antwoord is meteen
bewaard. Later gaat u verder met: weeg verder

Met --uit begint u bij uw eigen reflectie op een eigen situatie. Niets wat privé is gaat mee,
en ook niet van wie de reflectie is.

De casus is een bestand dat u in een editor kunt afmaken. Hij komt in de map met casussen van
uw team, of in de map waar u bent.`,
		Example: `  weeg casus nieuw
  weeg casus nieuw --uit reflecties/2026-11-21-een-brief-k3x9.md
  weeg antwoordblad nieuwe-casus --naar antwoorden.yaml
  weeg casus nieuw --antwoorden antwoorden.yaml`,
		Args: argumenten(0, 0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if uit != "" && antwoorden != "" {
				return gebruik("kies --uit of --antwoorden, niet allebei")
			}
			if err := vrijVoorCasus(naar); err != nil {
				return err
			}
			if antwoorden != "" {
				return n.vanBlad(nieuwOpties{casus: casus.Nieuw, antwoorden: antwoorden, naar: naar})
			}
			return n.casusgesprek(cmd.Context(), toegankelijk, uit, naar)
		},
	}
	f := cmd.Flags()
	f.StringVar(&uit, "uit", "", "begin bij deze `reflectie` op een eigen situatie: een bestand of een naam")
	f.StringVar(&antwoorden, "antwoorden", "", "lees de antwoorden uit dit `bestand`, of met \"-\" van een ander programma")
	f.StringVar(&naar, "naar", "", "schrijf de casus naar dit `bestand`")
	toegankelijkVlag(cmd, &toegankelijk)
	vulVlagOfBestand(cmd, "uit", func() []string {
		return casus.Elk(n.plank.eigen(n.plank.paden()), func(pad string) string { return strings.TrimSuffix(filepath.Base(pad), ".md") })
	})
	return cmd
}

// casusgesprek asks of what a casus is made. What is in a reflectie already, stands at
// its question, to be looked at.
func (n nieuw) casusgesprek(ctx context.Context, toegankelijk bool, uit, naar string) error {
	if n.w.Terminal == nil && !toegankelijk {
		return gebruik(`er is hier geen terminal om vragen te stellen. Kies wat u wilt:
  weeg casus nieuw --toegankelijk         het gesprek in gewone regels, ook uit een bestand
  weeg casus nieuw --antwoorden BESTAND   een ingevuld antwoordblad`)
	}
	def, err := n.boekerij.schrijven()
	if err != nil {
		return err
	}
	r := reflectie.Reflectie{}
	if uit != "" {
		if r, err = n.teVertellen(uit); err != nil {
			return err
		}
	}
	id, err := n.kast.NieuwID(casus.Nieuw, n.w.Random)
	if err != nil {
		return err
	}
	stand := sessie.StandVan(id, def, r, nil, nil)
	stand.Begonnen, stand.Werkmap, stand.Plaats = n.w.Nu(), n.plek.werkmap, stand.Vragen()[0].Sleutel
	if naar != "" {
		stand.Naar = n.plek.pad(naar)
	}
	return n.leider.ontvang(ctx, toegankelijk, func(ctx context.Context, kant gastheer) error {
		if uit != "" {
			kant.Meld("Wat u in uw reflectie schreef, staat er al. Maak het onherkenbaar voor u het deelt. Niets wat privé is ging mee.")
		}
		return n.leider.voer(ctx, stand, kant)
	})
}

// teVertellen is what can be told of the reflectie that is called naam: one of a
// situation of one's own, because any other has its casus already.
func (n nieuw) teVertellen(naam string) (reflectie.Reflectie, error) {
	pad, err := n.plank.vind(naam)
	if err != nil {
		return reflectie.Reflectie{}, err
	}
	_, doc, err := leesHeel(pad)
	if err != nil {
		return reflectie.Reflectie{}, err
	}
	if n.plek.isGedeeld(pad) && !n.kast.Geschreven()[doc.ID] {
		return reflectie.Reflectie{}, gebruik("%s is van een collega; kies bij --uit een reflectie van uzelf", strict.HeleAanhaling(naam))
	}
	if doc.Reflectie.Casus != reflectie.Eigen {
		return reflectie.Reflectie{}, gebruik("%s gaat over een casus die er al is: %s; kies bij --uit een reflectie op een eigen situatie",
			strict.HeleAanhaling(naam), strict.Aanhaling(doc.Reflectie.Casus))
	}
	return casus.VanReflectie(doc.Reflectie, n.boekerij.geschreven(doc.Reflectie)), nil
}

// vrijVoorCasus is vrij for the file of a casus, of which the name is its id.
func vrijVoorCasus(naar string) error {
	if err := vrij(naar); err != nil || naar == "" {
		return err
	}
	_, err := idVanBestand(naar)
	return err
}

// idVanBestand is the id of the casus that a file is to hold.
func idVanBestand(naar string) (string, error) {
	kan := func(id string) bool {
		return reflectie.IsBestandsnaam(id) && id != reflectie.Eigen && id != casus.Nieuw
	}
	naam, isYAML := strings.CutSuffix(filepath.Base(naar), ".yaml")
	switch voorstel := reflectie.Slug(strings.TrimSuffix(naam, filepath.Ext(naam))); {
	case isYAML && kan(naam):
		return naam, nil
	case kan(voorstel):
		return "", gebruik("%s kan geen casus heten; kies bij --naar bijvoorbeeld %s", strict.HeleAanhaling(filepath.Base(naar)), strict.Aanhaling(voorstel+".yaml"))
	}
	return "", gebruik("%s kan geen casus heten; kies bij --naar een naam van kleine letters, cijfers en streepjes, met \".yaml\" erachter", strict.HeleAanhaling(filepath.Base(naar)))
}

// casussen is where a casus goes that somebody writes: to the folder of the team for
// them that goes over its others, or else here.
func (p plek) casussen() (vak, error) {
	team, err := p.team()
	wortel, dir := p.werkmap, p.werkmap
	if n := len(team.Casussen); n > 0 {
		wortel, dir = team.Wortel, filepath.Join(team.Wortel, filepath.FromSlash(team.Casussen[n-1]))
	}
	return vak{dir, func() error { return maakMap(team, wortel, dir) }}, err
}

// ontwerp is the casus that a conversation gives so far.
func (s schrijver) ontwerp(stand sessie.Stand) casus.Ontwerp {
	r, _ := stand.Reflectie()
	o := casus.NewOntwerp(r, s.boekerij.waarden())
	for _, v := range stand.Vervallen() {
		if v.Soort == casus.Tekst && !v.Prive {
			o.Los = append(o.Los, v.Antwoord.Tekst())
		}
	}
	return o
}

// casus writes the casus that a conversation gives, where the person wants it or under a
// name that no casus has, also none of the library. It is read back before it is
// written; one that was written before, is not written twice.
func (s schrijver) casus(stand sessie.Stand, plek plek) (afloop, error) {
	af := afloop{stand: stand}
	o := s.ontwerp(stand)
	if o.IsLeeg() {
		return af, gebruik("er is nog geen antwoord waar een casus van te maken is")
	}
	vak, err := plek.casussen()
	if err != nil {
		return af, err
	}
	bieb, err := s.boekerij.bieb()
	if err != nil {
		return af, err
	}
	bezet, err := bieb.CasusIDs()
	if err != nil {
		return af, invoer(err)
	}
	voorstel := o.Casus.ID
	for n := 1; n <= pogingen; n++ {
		af.id = voorstel
		if n > 1 {
			af.id = fmt.Sprintf("%s-%d", voorstel, n)
		}
		af.pad = filepath.Join(vak.dir, af.id+".yaml")
		if stand.Naar != "" {
			af.pad = stand.Naar
			if af.id, err = idVanBestand(af.pad); err != nil {
				return af, err
			}
		}
		o.Casus.ID = af.id
		af.stand.Wordt = &sessie.Wording{ID: af.id, Pad: af.pad}
		data := append(schemawijzer(af.pad), o.Schrijf()...)
		if daar, err := archief.LeesBestand(af.pad, len(data)); err == nil && bytes.Equal(daar, data) {
			return af, nil // an earlier try got as far as this
		}
		switch inMap := filepath.Dir(af.pad) == vak.dir; {
		case stand.Naar == "" && slices.Contains(bezet, af.id):
			continue
		case inMap && slices.Contains(bezet, af.id):
			return af, gebruik("er is al een casus die %s heet; kies een andere naam bij --naar", strict.Aanhaling(af.id))
		}
		if _, err := bieb.ParseCasus(data, s.plek.toon(af.pad), af.id); err != nil {
			return af, invoer(err)
		}
		err = s.zetNieuw(stand, vak, af.pad, data)
		if stand.Naar != "" || !errors.Is(err, archief.ErrBestaat) || !isMap(vak.dir) {
			return af, err
		}
	}
	return af, fmt.Errorf("er is geen vrije naam gevonden in %s; kies er zelf een met --naar", s.plek.toon(vak.dir))
}

// schemawijzer is the line by which an editor finds the schema of a casus, where that
// stands beside it.
func schemawijzer(pad string) []byte {
	schema := casussen.Schema(schemaCasus)
	if _, err := os.Stat(filepath.Join(filepath.Dir(pad), filepath.FromSlash(schema))); err != nil {
		return nil
	}
	return []byte("# yaml-language-server: $schema=" + schema + "\n")
}

// nogTeDoen says what the casus still lacks, and what of it should have stayed unsaid.
// It returns the key of the question to which the person goes back for that, "" where
// they want the casus as it is. Where nobody is there to choose, it is that.
func (l leider) nogTeDoen(ctx context.Context, kant gastheer, stand sessie.Stand) (string, error) {
	o := l.schrijver.ontwerp(stand)
	ongezegd := o.Ongezegd(stand.Antwoorden[casus.SleutelOngezegd].Tekst())
	switch {
	case o.IsLeeg():
		return "", gesprek.ErrGestopt
	case l.w.Terminal == nil, len(o.Mist)+len(ongezegd) == 0:
		return "", nil
	}
	terug := ""
	k := gesprek.Keuze{Titel: stand.Titel(), Vraag: "Wat wilt u?", Opties: []sessie.Optie{
		{ID: "aanvullen", Naam: "Eerst verder schrijven"},
		{ID: "maken", Naam: "De casus zo maken", Uitleg: "wat ontbreekt, staat in het bestand bij nog te doen"},
	}}
	if len(o.Mist) > 0 {
		terug = o.Mist[0].Sleutel
		k.Toont = append(k.Toont, sessie.Getoond{Kop: "Dit ontbreekt nog",
			Tekst: strings.Join(casus.Elk(o.Mist, func(g casus.Gemis) string { return g.Tekst }), "\n")})
	}
	if len(ongezegd) > 0 {
		terug = waarStaat(stand, func(a reflectie.Antwoord) bool { return reflectie.HeeftWoorden(a.Tekst(), strings.Fields(ongezegd[0])) })
		k.Toont = append(k.Toont, sessie.Getoond{Kop: "Dit moest ongezegd blijven, en staat er nog in", Tekst: strings.Join(ongezegd, "\n"), Prive: true})
	}
	keus, err := kant.Kies(ctx, k)
	if err != nil || keus == "maken" {
		return "", err
	}
	return terug, nil
}

// waarStaat is the key of the first question with such an answer that others will read,
// or else of the first question.
func waarStaat(stand sessie.Stand, is func(reflectie.Antwoord) bool) string {
	vragen := stand.Vragen()
	v, ok := casus.Zoek(vragen, func(v sessie.Vraag) bool { return !v.Prive && is(v.Antwoord) })
	if !ok {
		return vragen[0].Sleutel
	}
	return v.Sleutel
}

// vertelCasus says where a casus is, what to look at in it, and what can be done with
// it; on standard output it writes the path alone.
func (l leider) vertelCasus(af afloop) error {
	o, naam := l.schrijver.ontwerp(af.stand), l.plek.toon(af.pad)
	err := l.vertelPad("Uw casus staat in", af, "")
	if len(o.Mist) > 0 {
		l.w.melding("Nog te doen, in uw editor:")
		for _, g := range o.Mist {
			l.w.melding("- %s", g.Tekst)
		}
	}
	for _, w := range o.Eigen {
		l.w.melding("- De waarde %s staat niet in de catalogus. In het bestand staat wat u kunt doen.", strict.Aanhaling(w.Naam))
	}
	for _, tekst := range o.Teksten() {
		for _, v := range privacy.Zoek(tekst) {
			l.w.melding("Er staat een %s in: %s. Haal het weg voordat u de casus deelt.", v.Soort, v.Masker(tekst))
		}
	}
	if namen := privacy.Namen(o.Teksten(), l.catalogus()); len(namen) > 0 {
		l.w.melding("Deze namen staan erin: %s. Zijn ze verzonnen?", strings.Join(namen, ", "))
	}
	switch ongezegd := o.Ongezegd(af.stand.Antwoorden[casus.SleutelOngezegd].Tekst()); {
	case len(ongezegd) > 0 && l.w.Terminal != nil:
		l.w.melding("Dit moest ongezegd blijven, en staat er nog in: %s.", strings.Join(ongezegd, ", "))
	case len(ongezegd) > 0: // what is private is for the person alone
		l.w.melding("Wat ongezegd moest blijven, staat er nog in: %s.", telling(len(ongezegd), "woord", "woorden"))
	}
	l.w.melding("Loop uw casus na, of weeg hem zelf, met:")
	for _, opdracht := range []string{"weeg casus proef ", "weeg nieuw "} {
		l.w.opdracht(opdracht + l.plek.schelp(naam))
	}
	if l.plek.isTeam() {
		l.w.vertelGit(l.plek.gitMet(af.pad, "Casus "+af.id))
	}
	return err
}

// catalogus is how the waarden are called, which is no name of a person.
func (l leider) catalogus() string {
	return strings.Join(casus.Elk(l.schrijver.boekerij.waarden(), func(w casus.Waarde) string { return w.Naam }), " ")
}
