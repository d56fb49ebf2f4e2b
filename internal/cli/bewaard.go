package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// A conceptregel is a concept as a list shows it.
type conceptregel struct {
	ID        string    `json:"id"`
	Casus     string    `json:"casus"`
	Titel     string    `json:"titel"`
	Werkvorm  string    `json:"werkvorm"`
	Begonnen  time.Time `json:"begonnen,omitzero"`
	Bewaard   time.Time `json:"bewaard,omitzero"`
	Stap      int       `json:"stap"`
	Stappen   int       `json:"stappen"`
	Bestand   string    `json:"bestand,omitempty"`
	Terugblik bool      `json:"terugblik,omitempty"` // it looks back at the reflectie in Bestand
}

// tijdstip writes a moment as people say it.
func tijdstip(t time.Time) string {
	return reflectie.DatumVan(t).Voluit() + " om " + t.Format("15.04")
}

func newConceptregel(s sessie.Stand) conceptregel {
	stap, van := sessie.New(s).Voortgang()
	return conceptregel{ID: s.ID, Casus: s.Kop.Casus, Titel: s.Titel(), Werkvorm: s.Definitie.Werkvorm.ID,
		Begonnen: s.Begonnen, Bewaard: s.Bewaard, Stap: stap, Stappen: van, Bestand: s.Bestand, Terugblik: s.IsTerugblik()}
}

func newConcept(a *app) *cobra.Command {
	var json, ja bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon de concepten", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.conceptLijst(json) },
	}, &json)
	toon := jsonVlag(&cobra.Command{
		Use: "toon CONCEPT", Short: "Toon wat er in een concept staat", Args: argumenten(1, 1, "een concept"),
		ValidArgsFunction: a.conceptIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.conceptToon(args[0], json) },
	}, &json)
	weg := &cobra.Command{
		Use: "verwijder CONCEPT", Short: "Gooi een concept weg", Args: argumenten(1, 1, "een concept"),
		ValidArgsFunction: a.conceptIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.conceptVerwijder(args[0], ja) },
	}
	weg.Flags().BoolVar(&ja, "ja", false, "zonder te vragen of u het zeker weet")
	return groep("concept", "De gesprekken die nog niet af zijn", lijst, toon, weg)
}

func (a *app) conceptLijst(json bool) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	concepten, fouten := kast.Concepten()
	regels := []conceptregel{}
	for _, c := range concepten {
		regels = append(regels, newConceptregel(c))
	}
	err = a.druk(json, regels, func(b *bladzij) {
		for _, r := range regels {
			b.alinea("", r.ID)
			b.alinea("  ", r.Titel)
			if r.Terugblik {
				b.alinea("  ", "terugblik op "+a.toonPad(r.Bestand))
			}
			b.alinea("  ", fmt.Sprintf("werkvorm %s, bewaard op %s, stap %d van %d", r.Werkvorm, tijdstip(r.Bewaard), r.Stap, r.Stappen))
		}
		if len(regels) == 0 {
			b.alinea("", "Er zijn geen concepten.")
		}
	})
	return errors.Join(append(fouten, err)...)
}

func (a *app) conceptToon(id string, json bool) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	stand, err := a.concept(kast, id)
	if err != nil {
		return err
	}
	regel := newConceptregel(stand)
	inhoud := struct {
		conceptregel
		Reflectie    *reflectie.Reflectie    `json:"reflectie,omitempty"`
		Teruggeblikt *reflectie.Teruggeblikt `json:"teruggeblikt,omitempty"`
	}{conceptregel: regel}
	if stand.IsTerugblik() {
		t, _ := stand.Teruggeblikt(reflectie.Datum{})
		inhoud.Teruggeblikt = &t
	} else {
		r, _ := stand.Reflectie()
		inhoud.Reflectie = &r
	}
	return a.druk(json, inhoud, func(b *bladzij) {
		b.kop(regel.Titel)
		b.alinea("", fmt.Sprintf("Bewaard op %s, stap %d van %d.", tijdstip(regel.Bewaard), regel.Stap, regel.Stappen))
		b.antwoorden(stand.Vragen(), a.UitTerminal)
		if vervallen := stand.Vervallen(); len(vervallen) > 0 {
			b.wit()
			b.alinea("", "Vervallen antwoorden")
			b.antwoorden(vervallen, a.UitTerminal)
		}
	})
}

// antwoorden shows what was answered; private answers only where the person alone looks.
func (b *bladzij) antwoorden(vragen []sessie.Vraag, prive bool) {
	for _, v := range vragen {
		if v.Antwoord.IsZero() {
			continue
		}
		b.wit()
		b.alinea("", v.Vraag)
		if v.Prive && !prive {
			b.alinea("  ", "(privé; alleen op een terminal te zien)")
			continue
		}
		b.alinea("  ", v.Weergave())
	}
}

// errNietZeker says that the person thought better of it.
var errNietZeker = errors.New("niet zeker")

// zeker asks whether the person is sure. Without a terminal it wants --ja.
func (a *app) zeker(wat string, ja bool) error {
	if ja {
		return nil
	}
	if a.Terminal == nil {
		return gebruik("%s weggooien kan niet ongedaan worden gemaakt; geef --ja als u het zeker weet", wat)
	}
	a.melding("Wilt u %s weggooien? Typ ja of nee.", wat)
	antwoord, err := bufio.NewReader(a.In).ReadString('\n')
	if err != nil && err != io.EOF {
		return err
	}
	if strings.ToLower(strings.TrimSpace(antwoord)) != "ja" {
		a.melding("Er is niets weggegooid.")
		return errNietZeker
	}
	return nil
}

// nietGedaan makes of a change of mind no failure.
func nietGedaan(err error) error {
	if errors.Is(err, errNietZeker) {
		return nil
	}
	return err
}

func (a *app) conceptVerwijder(id string, ja bool) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	pad, err := kast.Pad(id)
	if err != nil {
		return invoer(err)
	}
	if _, err := a.concept(kast, id); err != nil {
		var g *gebruiksfout
		if errors.As(err, &g) {
			return err // it does not exist; a damaged one may go
		}
	}
	if err := a.zeker(fmt.Sprintf("concept \"%s\"", id), ja); err != nil {
		return nietGedaan(err)
	}
	ontgrendel, err := kast.Vergrendel(id)
	if err != nil {
		return err
	}
	defer ontgrendel()
	if err := kast.VerwijderConcept(id); err != nil {
		return err
	}
	a.melding("Concept %s is weg. Het stond in %s.", id, pad)
	return nil
}

func newPrive(a *app) *cobra.Command {
	var json, ja bool
	lijst := jsonVlag(&cobra.Command{
		Use: "lijst", Short: "Toon bij welke reflecties u privé-antwoorden hebt", Args: argumenten(0, 0, ""),
		RunE: func(*cobra.Command, []string) error { return a.priveLijst(json) },
	}, &json)
	toon := &cobra.Command{
		Use: "toon REFLECTIE", Short: "Toon uw privé-antwoorden bij een reflectie", Args: argumenten(1, 1, "een reflectie"),
		ValidArgsFunction: a.priveIDs,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.priveToon(cmd.Context(), args[0]) },
	}
	weg := &cobra.Command{
		Use: "verwijder REFLECTIE", Short: "Gooi uw privé-antwoorden bij een reflectie weg", Args: argumenten(1, 1, "een reflectie"),
		ValidArgsFunction: a.priveIDs,
		RunE:              func(_ *cobra.Command, args []string) error { return a.priveVerwijder(args[0], ja) },
	}
	weg.Flags().BoolVar(&ja, "ja", false, "zonder te vragen of u het zeker weet")
	return groep("prive", "Uw privé-antwoorden, alleen op deze computer", lijst, toon, weg)
}

func (a *app) priveIDs(_ *cobra.Command, _ []string, begin string) ([]string, cobra.ShellCompDirective) {
	kast, err := a.archief()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	ids, _ := kast.PriveLijst()
	return metBegin(ids, begin), cobra.ShellCompDirectiveNoFileComp
}

func (a *app) priveLijst(json bool) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	ids, err := kast.PriveLijst()
	if err != nil {
		return err
	}
	if ids == nil {
		ids = []string{}
	}
	return a.druk(json, ids, func(b *bladzij) {
		for _, id := range ids {
			b.alinea("", id)
		}
		if len(ids) == 0 {
			b.alinea("", "Er zijn geen privé-antwoorden.")
		}
	})
}

// geenPrive turns "there is none" into words.
func (a *app) geenPrive(id string, err error) error {
	if !bestaatNiet(err) {
		return invoer(err)
	}
	return gebruik("bij %s zijn er geen privé-antwoorden; typ weeg prive lijst", strict.Aanhaling(id))
}

func (a *app) priveToon(ctx context.Context, id string) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	data, err := kast.Prive(id)
	if err != nil {
		return a.geenPrive(id, err)
	}
	if !a.UitTerminal {
		pad, _ := kast.PadPrive(id) // it was just read
		return gebruik("privé-antwoorden laat weeg alleen op een terminal zien; het bestand is %s", pad)
	}
	delen := markdown.LeesPrivedelen(id, data)
	lees := func(v rapport.Vorm) []string { return rapport.PriveRegels(delen, v) }
	return a.toon(ctx, leesstof{titel: rapport.PriveTitel, prive: delen, alles: lees})
}

func (a *app) priveVerwijder(id string, ja bool) error {
	kast, err := a.archief()
	if err != nil {
		return err
	}
	if _, err := kast.Prive(id); err != nil {
		return a.geenPrive(id, err)
	}
	if err := a.zeker(fmt.Sprintf("de privé-antwoorden bij \"%s\"", id), ja); err != nil {
		return nietGedaan(err)
	}
	if err := kast.VerwijderPrive(id); err != nil {
		return err
	}
	a.melding("De privé-antwoorden bij %s zijn weg.", id)
	return nil
}
