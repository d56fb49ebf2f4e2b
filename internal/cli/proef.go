package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/verloop"
)

// gewoneCasus is what a werkvorm is tried with when nobody says with which: it has
// rollen that are layers, rules of more than one kind, and two questions of its own.
const gewoneCasus = "koken-in-het-schoolgebouw"

// A proef walks through a casus or a werkvorm for who writes one. It keeps nothing.
type proef struct {
	uitgifte
	boekerij boekerij
}

// proefOpties are the options of `weeg casus proef`.
type proefOpties struct {
	wat          string // id or path, of a casus or a werkvorm
	werkvorm     string // of a casus
	casus        string // of a werkvorm
	eigen        bool   // in its place
	vanaf        string // id of the step to begin at
	toegankelijk bool
	beeld        bool    // it is drawn, and nobody is asked anything
	uitvoer      uitvoer // of the drawing
}

// kloppen refuses options that do not go together.
func (o proefOpties) kloppen() error {
	switch {
	case o.eigen && o.casus != "":
		return gebruik("kies --casus of --eigen, niet allebei")
	case o.beeld && o.vanaf != "":
		return gebruik("kies --beeld of --vanaf, niet allebei")
	case !o.beeld && (o.uitvoer.naar != "" || o.uitvoer.formaat != ""):
		return gebruik("--naar en --formaat gaan over de tekening; geef er --beeld bij")
	}
	return nil
}

func newProef(p proef) *cobra.Command {
	o := proefOpties{uitvoer: uitvoer{formaten: []string{formaatMarkdown, formaatMermaid}}}
	cmd := &cobra.Command{
		Use:   "proef BESTAND",
		Short: "Probeer een casus of een werkvorm die u schrijft",
		Long: `Voert een gesprek om een casus of een werkvorm te proberen. Weeg bewaart er niets van.
Verandert u het bestand in uw editor? Dan is de volgende vraag al nieuw. Staat er
dan een fout in, dan ziet u waar. U gaat verder met wat er eerst stond.

Met --vanaf begint u bij een stap. Voor de stappen ervoor vult Weeg een voorbeeld in.

Met --beeld krijgt u geen gesprek maar een tekening van alle vragen, met erbij
wanneer ze komen. Zet die met --naar in een bestand: veel websites tonen haar dan.
Eronder staan de vragen die in geen gesprek voorkomen.

BESTAND mag ook de naam zijn van een casus of een werkvorm die er al is.`,
		Example: `  weeg casus proef ./mijn-casus.yaml
  weeg casus proef ./mijn-casus.yaml --werkvorm kort --vanaf weging
  weeg casus proef ./mijn-werkvorm.yaml --casus signaal-van-de-balie
  weeg casus proef ./mijn-werkvorm.yaml --beeld --naar verloop.md`,
		Args: argumenten(1, 1, "één casus of werkvorm, met streepjes in de naam"),
		ValidArgsFunction: vulEerste(func() []string {
			return slices.Concat(p.boekerij.casusIDs(), p.boekerij.werkvormIDs())
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.wat = args[0]
			if err := o.kloppen(); err != nil {
				return err
			}
			if o.beeld {
				return p.teken(o)
			}
			return p.voer(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.werkvorm, "werkvorm", "", "probeer de casus met deze `werkvorm`, een naam of een bestand")
	f.StringVar(&o.casus, "casus", "", "probeer de werkvorm met deze `casus`, een naam of een bestand")
	f.BoolVar(&o.eigen, "eigen", false, "probeer de werkvorm met een situatie van uzelf")
	f.StringVar(&o.vanaf, "vanaf", "", "begin bij deze `stap`")
	f.BoolVar(&o.beeld, "beeld", false, "teken de vragen en wanneer ze komen")
	o.uitvoer.vlaggen(cmd)
	toegankelijkVlag(cmd, &o.toegankelijk)
	vulVlag(cmd, "werkvorm", p.boekerij.werkvormIDs)
	vulVlag(cmd, "casus", p.boekerij.casusIDs)
	vulVlag(cmd, "vanaf", func() []string {
		if cmd.Flags().NArg() == 0 {
			return nil
		}
		o.wat = cmd.Flags().Arg(0)
		stof, _ := p.laad(p.boekerij, o) // of what cannot be read there are no steps
		return casus.Elk(stof.Werkvorm.Stappen, func(s casus.Stap) string { return metUitleg(s.ID, s.Titel) })
	})
	return cmd
}

// A proefstof is what is tried.
type proefstof struct {
	casus.Definitie
	isVorm bool             // it is the werkvorm that somebody writes
	toen   *casus.Definitie // by what the reflectie was made that is looked back at; nil where none is
}

// laad reads what is tried, and what goes with it.
func (p proef) laad(b boekerij, o proefOpties) (proefstof, error) {
	isVorm, err := b.isWerkvorm(o.wat)
	switch {
	case err != nil:
		return proefstof{}, err
	case isVorm && o.werkvorm != "":
		return proefstof{}, gebruik("%s is zelf een werkvorm; laat --werkvorm weg, of kies met --casus waarmee u de werkvorm probeert", strict.HeleAanhaling(o.wat))
	case isVorm:
		return p.laadVorm(b, o)
	case o.casus != "" || o.eigen:
		return proefstof{}, gebruik("%s is zelf een casus; laat --casus en --eigen weg", strict.HeleAanhaling(o.wat))
	}
	c, err := b.casus(o.wat)
	if err != nil {
		return proefstof{}, err
	}
	w, err := b.werkvorm(cmp.Or(o.werkvorm, c.Werkvorm, gewoneWerkvorm))
	if err != nil {
		return proefstof{}, err
	}
	def, err := b.samen(c, w)
	return proefstof{Definitie: def}, err
}

// laadVorm reads a werkvorm, and what it is tried with: what is asked for, or else
// the first that it can be about.
func (p proef) laadVorm(b boekerij, o proefOpties) (proefstof, error) {
	w, err := b.werkvorm(o.wat)
	if err != nil {
		return proefstof{}, err
	}
	met := cmp.Or(o.casus, gewoneCasus)
	if o.eigen || o.casus == "" && !w.KanBij(casus.BijCasus) && w.KanBij(casus.BijEigen) {
		met = reflectie.Eigen
	}
	toen, err := b.laad(met, "")
	if err != nil {
		return proefstof{}, err
	}
	if w.KanBij(casus.BijCasus) || w.KanBij(casus.BijEigen) {
		def, err := b.samen(toen.Casus, w)
		return proefstof{Definitie: def, isVorm: true}, err
	}
	def, err := casus.NewTerugblik(toen.Casus, w, toen.Waarden)
	return proefstof{Definitie: def, isVorm: true, toen: &toen}, invoer(err)
}

// begin is where the conversation begins.
func (p proef) begin(stof proefstof, vanaf string) *sessie.Sessie {
	vb := sessie.Voorbeeld{Woorden: "(voorbeeld)", Dag: p.w.vandaag()}
	stand := sessie.NewStand("proef", stof.Definitie)
	if stof.toen != nil {
		stand = terugblikStand(stof, vb)
	}
	stand.Begonnen, stand.Vandaag = p.w.Nu(), p.w.vandaag()
	if vanaf == "" {
		return sessie.New(stand)
	}
	stand.Bewaard = p.w.Nu() // it goes on halfway, where nobody wants the story first
	s := sessie.New(stand)
	s.Vul(vb, vanaf)
	return s
}

// terugblikStand looks back at a reflectie that is made up.
func terugblikStand(stof proefstof, vb sessie.Voorbeeld) sessie.Stand {
	s := sessie.New(sessie.NewStand("toen", *stof.toen))
	s.Vul(vb, "")
	r, _ := s.Stand().Reflectie()
	def := stof.Definitie
	if r.Eigen != nil {
		def.Casus = casus.Verteld(*r.Eigen)
	}
	return sessie.NewTerugblik("proef", def, r)
}

// teken draws it, and tells whether there are questions to which no conversation
// comes. A werkvorm is drawn by itself, unless the person says what it is about.
func (p proef) teken(o proefOpties) error {
	formaat, err := o.uitvoer.kies()
	if err != nil {
		return err
	}
	stof, err := p.laad(p.boekerij, o)
	if err != nil {
		return err
	}
	def := stof.Definitie
	if stof.isVorm && o.casus == "" && !o.eigen {
		def.Casus = casus.Casus{}
	}
	v := verloop.New(def)
	uit := v.Markdown()
	if formaat == formaatMermaid {
		uit = v.Mermaid()
	}
	if uit == nil {
		return gebruik("deze werkvorm is te groot om te tekenen; lees alle vragen met weeg werkvorm toon")
	}
	if err := p.zet(o.uitvoer.naar, uit); err != nil {
		return err
	}
	if n := len(v.Nooit()); n > 0 {
		p.w.melding("%s in geen gesprek voor.", telling(n, "vraag komt", "vragen komen"))
		return nil
	}
	p.w.melding("Elke vraag kan in een gesprek voorkomen.")
	return nil
}

// voer walks the person through it, again as often as they want.
func (p proef) voer(ctx context.Context, o proefOpties) error {
	l := &proeflezer{proef: p, opties: o}
	stof, err := l.lees()
	if err != nil {
		return err
	}
	p.ontvangst.proef = true
	err = p.ontvang(ctx, o.toegankelijk, func(ctx context.Context, kant gastheer) error {
		l.kant = kant
		l.zegWat(stof)
		for {
			s := p.begin(l.stof, o.vanaf)
			l.over = s.Stand().Definitie.Casus
			if stap := s.Vraag().Stap; o.vanaf != "" && stap != o.vanaf {
				kant.Meld(fmt.Sprintf("Stap %s vraagt hier niets. U bent bij wat erna komt.", strict.Aanhaling(o.vanaf)))
			}
			err := gesprek.Proef(ctx, s, kant, l.herlees)
			if err != nil || s.Klaar() != proefOpnieuw {
				return onderbroken(err)
			}
		}
	})
	if err == nil || errors.Is(err, errOnderbroken) {
		p.w.melding("Dit was een proef. Er is niets bewaard.")
	}
	return err
}

// heeftStap refuses a step that the werkvorm has not.
func heeftStap(w casus.Werkvorm, id string) error {
	ids := casus.Elk(w.Stappen, func(s casus.Stap) string { return s.ID })
	if id == "" || slices.Contains(ids, id) {
		return nil
	}
	return gebruik("werkvorm %s heeft geen stap %s; %s", strict.Aanhaling(w.ID), strict.Aanhaling(id),
		strict.Bedoelt(id, ids, "kies "+casus.Opsomming(ids)))
}

// What the person can choose at the end of a proef.
const (
	proefOpnieuw = "opnieuw"
	proefKlaar   = "klaar"
)

// A proeflezer reads what is tried, and reads it again when it has changed.
type proeflezer struct {
	proef
	opties  proefOpties
	kant    gastheer
	wachter *wachter
	stof    proefstof   // as it was when it was last right
	over    casus.Casus // what the conversation is about
}

// lees reads it all.
func (l *proeflezer) lees() (proefstof, error) {
	l.wachter = newWachter()
	stof, err := l.laad(newBoekerijDoor(l.plek, l.wachter.open), l.opties)
	if err == nil {
		err = heeftStap(stof.Werkvorm, l.opties.vanaf)
	}
	if err != nil {
		return stof, err
	}
	stof.Werkvorm.Gesprek = metEinde(stof.Werkvorm.Gesprek, l.opties.vanaf)
	l.stof = stof
	return stof, nil
}

// metEinde has words for the end of a proef in place of those of a conversation.
func metEinde(gesprek []casus.Vraag, vanaf string) []casus.Vraag {
	begin := "het begin"
	if vanaf != "" {
		begin = "stap " + vanaf
	}
	gesprek = slices.Clone(gesprek)
	for i, v := range gesprek {
		if v.ID == "afronden" || v.ID == "afronden-terugblik" {
			gesprek[i] = casus.Vraag{ID: v.ID, Kop: "Einde van de proef", Vraag: "Wat wilt u nu?", Toelichting: "Er is niets bewaard.",
				Opties: []casus.Optie{{ID: proefOpnieuw, Naam: "Nog eens vanaf " + begin}, {ID: proefKlaar, Naam: "Stoppen"}}}
		}
	}
	return gesprek
}

// herlees gives what is tried anew where a file of it has changed. Where that is not
// right, it says what is wrong, once each time that it is saved.
func (l *proeflezer) herlees() (casus.Definitie, bool) {
	veranderd := l.wachter.veranderd()
	if len(veranderd) == 0 {
		return casus.Definitie{}, false
	}
	stof, err := l.lees()
	if err != nil {
		l.kant.Meld("Wat u bewaarde, is nog niet goed. U gaat verder met wat er eerst stond.\n" + l.fouten(err))
		return casus.Definitie{}, false
	}
	l.kant.Meld(fmt.Sprintf("%s is opnieuw gelezen.", strict.HeleAanhaling(l.plek.toon(veranderd[0]))))
	if stof.toen != nil {
		stof.Casus = l.over // what one looks back at stays what it was
	}
	return stof.Definitie, true
}

// opEenScherm is how many faults a person can read beside a question.
const opEenScherm = 3

// fouten writes what is wrong, a line each; on a screen the first of many.
func (l *proeflezer) fouten(err error) string {
	var b strict.Bevindingen
	if l.kant.regels || !errors.As(err, &b) || len(b) <= opEenScherm {
		return foutmelding(err)
	}
	return fmt.Sprintf("%s\nEn nog %s.", b.Sorted()[:opEenScherm].Error(), telling(len(b)-opEenScherm, "fout", "fouten"))
}

// zegWat says what is tried, before the first question.
func (l *proeflezer) zegWat(stof proefstof) {
	tekst := "Dit is een proef. Er wordt niets bewaard."
	if isPad(l.opties.wat) {
		tekst += fmt.Sprintf(" Verandert u %s? Dan is de volgende vraag al nieuw.", strict.HeleAanhaling(l.opties.wat))
	}
	l.kant.Meld(tekst)
	switch {
	case stof.toen != nil:
		l.kant.Meld(fmt.Sprintf("U kijkt terug op een verzonnen reflectie over %s.", casus.Aanhaling(stof.Casus.Titel)))
	case stof.isVorm:
		l.kant.Meld(fmt.Sprintf("U probeert de werkvorm met %s. Met --casus kiest u een andere casus.", casus.Aanhaling(stof.Casus.Titel)))
	}
}
