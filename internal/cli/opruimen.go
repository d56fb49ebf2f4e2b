package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/gesprek"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
	"ambt.example/weeg/internal/zetwerk"
)

// An opruimer shows what weeg keeps outside the folder of a team, and removes of it
// what the person says.
type opruimer struct {
	ontvangst
	plek plek
}

// alles is all kinds at once.
const alles = "alles"

func newOpruimen(o opruimer) *cobra.Command {
	var weg []string
	var ja, json, toegankelijk bool
	cmd := &cobra.Command{
		Use:   "opruimen",
		Short: "Toon wat Weeg van u bewaart, en gooi weg wat u wilt",
		Long: `Toont alles wat Weeg van u bewaart buiten de map van uw team. U ziet waar het staat, hoeveel het
is en hoe oud. In een terminal kiest u daarna wat weg mag. Uw eigen reflecties gaan pas weg als u dat
twee keer zegt: niets brengt ze terug.

Zonder terminal kiest u met --weg en --ja. Met "alles" gaan uw eigen reflecties alleen mee als u
"reflecties" er ook bij zet. Wat in de map van een team staat, blijft altijd staan. Wat in een ander
venster open is ook.`,
		Example: "  weeg opruimen\n  weeg opruimen --weg concepten --ja\n  weeg opruimen --weg alles,reflecties --ja",
		Args:    argumenten(0, 0, ""), PreRunE: eigenMap(o.kast),
		RunE: func(cmd *cobra.Command, _ []string) error {
			keus, err := leesWeg(weg)
			switch {
			case err != nil:
				return err
			case json && len(weg) > 0:
				return gebruik("--json toont alleen wat er is; laat --weg weg")
			case ja && len(weg) == 0:
				return gebruik("zeg bij --ja ook wat weg mag, met --weg %s", casus.Opsomming(wegkeuzes()))
			}
			bewaard, fouten := o.kast.Bewaard()
			o.w.meldElk(fouten)
			switch {
			case json:
				err = o.w.druk(true, bewaardeSoorten(bewaard), nil)
			case len(weg) > 0:
				err = o.gooiWeg(cmd.Context(), keus, bewaard, ja, toegankelijk)
			case o.kanVragen(toegankelijk) && len(teVerwijderen(bewaard, archief.Bewaarsoorten())) > 0:
				err = o.ontvang(cmd.Context(), toegankelijk, o.vraag)
			case len(bewaard) > 0 || len(fouten) == 0:
				err = o.w.druk(false, nil, func(b *bladzij) { b.bewaard(bewaard) })
			}
			if err == nil && len(fouten) > 0 {
				err = errors.New("niet alles was te lezen; daar kan nog iets van u staan")
			}
			return err
		},
	}
	cmd.Flags().StringSliceVar(&weg, "weg", nil, "gooi deze `soort` weg, of meer met een komma ertussen: "+casus.Opsomming(wegkeuzes()))
	vulVlag(cmd, "weg", wegkeuzes)
	jaVlag(cmd, &ja)
	toegankelijkVlag(cmd, &toegankelijk)
	return jsonVlag(cmd, &json)
}

// kanVragen reports whether the person can say what may go, after they saw what there is.
func (o opruimer) kanVragen(toegankelijk bool) bool {
	return (toegankelijk || o.w.Terminal != nil && o.w.UitTerminal) && !o.kast.IsEigenMap(o.plek.werkmap)
}

// wegkeuzes are the words that --weg takes.
func wegkeuzes() []string {
	return append(casus.Elk(archief.Bewaarsoorten(), func(s archief.Bewaarsoort) string { return string(s) }), alles)
}

// A wegkeus is what somebody said that may go.
type wegkeus struct {
	soorten []archief.Bewaarsoort
	noemt   bool // the own reflecties by their name
}

func leesWeg(woorden []string) (wegkeus, error) {
	var k wegkeus
	for _, woord := range woorden {
		woord = strings.ToLower(strings.TrimSpace(woord))
		switch {
		case !slices.Contains(wegkeuzes(), woord):
			return k, gebruik("weeg kent %s hier niet; %s", strict.Aanhaling(woord),
				strict.Bedoelt(woord, wegkeuzes(), "kies "+casus.Opsomming(wegkeuzes())))
		case woord == alles:
			k.soorten = archief.Bewaarsoorten()
		default:
			k.noemt = k.noemt || woord == string(archief.EigenReflecties)
			k.soorten = append(k.soorten, archief.Bewaarsoort(woord))
		}
	}
	return k, nil
}

// gooiWeg removes what somebody said on the command line.
func (o opruimer) gooiWeg(ctx context.Context, keus wegkeus, bewaard []archief.Bewaard, ja, toegankelijk bool) error {
	weg := teVerwijderen(bewaard, keus.soorten)
	isReflectie := func(b archief.Bewaard) bool { return b.Soort == archief.EigenReflecties }
	switch {
	case o.kast.IsEigenMap(o.plek.werkmap):
		return gebruik("u staat nu in een map die Weeg zou opruimen; ga eerst naar een andere map")
	case len(weg) == 0:
		o.w.melding("Daarvan is er niets om weg te gooien.")
		return nil
	case !ja && o.w.Terminal == nil && !toegankelijk:
		return gebruik("%s weggooien kan niet ongedaan worden gemaakt; geef --ja als u het zeker weet", tel(weg))
	case ja && !keus.noemt && slices.ContainsFunc(weg, isReflectie):
		return gebruik("uw eigen reflecties zijn nergens anders, en niets brengt ze terug; mogen ze ook weg? Geef dan: --weg alles,reflecties")
	}
	if ja {
		return o.verwijder(weg, func(tekst string) { o.w.melding("%s", tekst) })
	}
	return o.ontvang(ctx, toegankelijk, func(ctx context.Context, kant gastheer) error {
		weg, err := o.zekerVan(ctx, kant, weg)
		kant.sluit()
		switch {
		case errors.Is(err, errGenoeg) || err == nil && len(weg) == 0:
			o.w.melding("Er is niets weggegooid.")
			return nil
		case err != nil:
			return err
		}
		return o.verwijder(weg, func(tekst string) { o.w.melding("%s", tekst) })
	})
}

// vraag shows what there is, and asks what may go, until the person is done.
func (o opruimer) vraag(ctx context.Context, kant gastheer) error {
	var gezegd []string
	meld := func(tekst string) {
		gezegd = append(gezegd, tekst)
		kant.Meld(tekst)
	}
	var fout error
	for eerste := true; ; eerste = false {
		bewaard, _ := o.kast.Bewaard() // of what cannot be read it was told
		if len(teVerwijderen(bewaard, archief.Bewaarsoorten())) == 0 {
			break
		}
		k := opruimkeuze(bewaard)
		if kant.regels && !eerste {
			k.Toont = nil // it was said, and stands there
		}
		id, err := kant.kies(ctx, k)
		if errors.Is(err, errGenoeg) || err == nil && id == klaarMetOpruimen {
			break
		}
		var weg []archief.Bewaard
		if err == nil {
			keus, _ := leesWeg([]string{id}) // it is one of them
			weg, err = o.zekerVan(ctx, kant, teVerwijderen(bewaard, keus.soorten))
		}
		switch {
		case errors.Is(err, errGenoeg):
		case err != nil:
			fout = err
		case len(weg) == 0:
			kant.Meld("Er is niets weggegooid.")
			continue
		default:
			fout = errors.Join(fout, o.verwijder(weg, meld))
			continue
		}
		break
	}
	kant.sluit()
	if !kant.regels { // else it was said, and stands there
		for _, tekst := range gezegd {
			o.w.melding("%s", tekst)
		}
	}
	if errors.Is(fout, errNietAlles) {
		return errNietAlles // once is enough
	}
	return fout
}

// klaarMetOpruimen is the optie of who wants to remove no more.
const klaarMetOpruimen = "klaar"

// opruimkeuze shows what there is by kind, and offers to remove it.
func opruimkeuze(bewaard []archief.Bewaard) gesprek.Keuze {
	k := gesprek.Keuze{Titel: "Opruimen", Vraag: "Wat wilt u weggooien?", Hier: klaarMetOpruimen}
	kan := 0
	for _, s := range archief.Bewaarsoorten() {
		if van := vanSoort(bewaard, s); len(van) > 0 {
			k.Toont = append(k.Toont, sessie.Getoond{Kop: soortkop(s), Tekst: strings.Join(slices.Concat(
				samenvatting(van), casus.Elk(mappenVan(van), func(dir string) string { return "Plek: " + dir }), bijzonderheden(van)), "\n")})
		}
		if weg := teVerwijderen(bewaard, []archief.Bewaarsoort{s}); len(weg) > 0 {
			k.Opties = append(k.Opties, sessie.Optie{ID: string(s), Naam: soortkop(s), Uitleg: tel(weg)})
			kan++
		}
	}
	if kan > 1 {
		k.Opties = append(k.Opties, sessie.Optie{ID: alles, Naam: "Alles hierboven"})
	}
	k.Opties = append(k.Opties, sessie.Optie{ID: klaarMetOpruimen, Naam: "Klaar"})
	return k
}

// zekerVan asks whether the person is sure, and of their own reflecties once more; it
// returns what may go.
func (o opruimer) zekerVan(ctx context.Context, kant gastheer, weg []archief.Bewaard) ([]archief.Bewaard, error) {
	vraag := func(titel, vraag, wel, niet string) (bool, error) {
		id, err := kant.kies(ctx, zeker(titel, vraag, wel, niet))
		return id == keuzeJa, err
	}
	eigen := vanSoort(weg, archief.EigenReflecties)
	blijft := ""
	if len(eigen) == 0 {
		blijft = " Uw reflecties blijven."
	}
	if ok, err := vraag("Opruimen", "Wilt u dit voorgoed weggooien: "+tel(weg)+"?"+blijft, "Ja, gooi weg", "Nee"); !ok {
		return nil, err
	}
	if len(eigen) == 0 {
		return weg, nil
	}
	ok, err := vraag("Uw eigen reflecties", "Niets brengt uw eigen reflecties terug. Weet u het zeker? Het gaat om "+tel(eigen)+".",
		"Ja, ook mijn reflecties", "Nee, mijn reflecties blijven")
	if !ok {
		weg = slices.DeleteFunc(weg, func(b archief.Bewaard) bool { return b.Soort == archief.EigenReflecties })
	}
	return weg, err
}

// errNietAlles says that something stays, which was told.
var errNietAlles = errors.New("niet alles is weg; typ weeg opruimen om te zien wat er nog staat")

// verwijder removes, and tells what went and what stays.
func (o opruimer) verwijder(weg []archief.Bewaard, meld func(string)) error {
	op := o.kast.Verwijder(weg)
	if len(op.Weg) > 0 {
		meld("Weg: " + tel(op.Weg) + ".")
	}
	for _, b := range op.Bezet {
		meld(b.Pad + ": dit blijft staan, want het is open in een ander venster.")
	}
	for _, err := range op.Fouten {
		meld(o.w.foutmelding(err))
	}
	if over, fouten := o.kast.Bewaard(); len(over) == 0 && len(fouten) == 0 {
		meld(nietsBewaard)
	}
	if len(op.Bezet)+len(op.Fouten) > 0 {
		return errNietAlles
	}
	return nil
}

const nietsBewaard = "Weeg bewaart nu niets van u buiten de map van uw team."

func vanSoort(bewaard []archief.Bewaard, soort archief.Bewaarsoort) []archief.Bewaard {
	return casus.Houd(bewaard, func(b archief.Bewaard) bool { return b.Soort == soort })
}

// teVerwijderen is what can go of these kinds.
func teVerwijderen(bewaard []archief.Bewaard, soorten []archief.Bewaarsoort) []archief.Bewaard {
	return casus.Houd(bewaard, func(b archief.Bewaard) bool { return slices.Contains(soorten, b.Soort) && !b.IsVast() })
}

// A bewaardeSoort is a kind as JSON.
type bewaardeSoort struct {
	Soort     archief.Bewaarsoort `json:"soort"`
	Grootte   int64               `json:"grootte"`
	Sinds     time.Time           `json:"sinds,omitzero"`
	Bestanden []archief.Bewaard   `json:"bestanden"`
}

func bewaardeSoorten(bewaard []archief.Bewaard) []bewaardeSoort {
	soorten := []bewaardeSoort{}
	for _, s := range archief.Bewaarsoorten() {
		if van := vanSoort(bewaard, s); len(van) > 0 {
			grootte, sinds := maatVan(van)
			soorten = append(soorten, bewaardeSoort{s, grootte, sinds, van})
		}
	}
	return soorten
}

// maatVan is how large things are together, and of when the oldest is.
func maatVan(van []archief.Bewaard) (grootte int64, sinds time.Time) {
	for _, b := range van {
		grootte += b.Grootte
		if sinds.IsZero() || b.Gewijzigd.Before(sinds) {
			sinds = b.Gewijzigd
		}
	}
	return grootte, sinds
}

// bewaard shows what there is by kind, and how it goes away.
func (b *bladzij) bewaard(bewaard []archief.Bewaard) {
	if len(bewaard) == 0 {
		b.alinea("", nietsBewaard)
		return
	}
	b.kop("Wat Weeg van u bewaart")
	var namen []string
	for _, s := range archief.Bewaarsoorten() {
		van := vanSoort(bewaard, s)
		b.tussenkop(soortkop(s), len(van))
		for _, regel := range samenvatting(van) {
			b.alinea("", regel)
		}
		for _, dir := range mappenVan(van) { // in one piece, to be copied
			b.WriteString("Plek: " + zetwerk.VeiligRegel(dir) + "\n")
		}
		for _, regel := range bijzonderheden(van) {
			b.alinea("", regel)
		}
		if len(teVerwijderen(van, []archief.Bewaarsoort{s})) > 0 {
			namen = append(namen, string(s))
		}
	}
	b.wit()
	b.alinea("", "Schreef u een reflectie in een andere map? Die gooit u daar zelf weg.")
	if len(namen) > 0 {
		b.alinea("", "Weggooien doet u per soort, of met een komma ertussen:")
		b.raad("  ", "weeg opruimen --weg %s --ja", namen[0])
		b.alinea("", "Kies uit: "+strings.Join(append(namen, alles), ", ")+".")
	}
}

// soortkop is the heading of a kind.
func soortkop(s archief.Bewaarsoort) string {
	switch s {
	case archief.Concepten:
		return "Concepten"
	case archief.Privedelen:
		return "Privé-antwoorden"
	case archief.EigenReflecties:
		return "Uw eigen reflecties"
	case archief.GeschrevenLijst:
		return "De lijst van wat u schreef"
	}
	return "De rest"
}

// soortuitleg says what a kind is for.
func soortuitleg(s archief.Bewaarsoort) string {
	switch s {
	case archief.Concepten:
		return "Gesprekken die nog niet af zijn, met wat u in een editor typte."
	case archief.Privedelen:
		return "Antwoorden die alleen voor u zijn, bij reflecties die af zijn."
	case archief.EigenReflecties:
		return "Reflecties die u niet deelde. Weeg bewaart ze nergens anders."
	case archief.GeschrevenLijst:
		return "Hiermee weet Weeg welke reflecties van u zijn. Er staat alleen in hoe ze heten en waar u ze neerzette."
	}
	return "Wat Weeg niet kent, en sloten: lege bestanden die een gesprek voor één venster houden."
}

// maxGenoemd is how many things are called by their name.
const maxGenoemd = 20

// samenvatting says of the things of one kind what they are for, how many and how large.
func samenvatting(van []archief.Bewaard) []string {
	if len(van) == 0 {
		return nil
	}
	grootte, sinds := maatVan(van)
	dag := "Het oudste is van"
	if len(van) == 1 {
		dag = "Van"
	}
	return []string{soortuitleg(van[0].Soort), fmt.Sprintf("%s, %s. %s %s.",
		casus.MetHoofdletter(tel(van)), omvang(grootte), dag, reflectie.DatumVan(sinds).Voluit())}
}

// mappenVan are the folders in which things stand.
func mappenVan(van []archief.Bewaard) []string {
	var mappen []string
	for _, b := range van {
		if dir := filepath.Dir(b.Pad); !slices.Contains(mappen, dir) {
			mappen = append(mappen, dir)
		}
	}
	return mappen
}

// bijzonderheden tells by name of what somebody would not expect.
func bijzonderheden(van []archief.Bewaard) []string {
	var regels []string
	for _, b := range van {
		if zin := bijzonder(b); zin != "" {
			regels = append(regels, zin)
		}
	}
	if n := len(regels) - maxGenoemd; n > 0 {
		regels = append(regels[:maxGenoemd], fmt.Sprintf("En nog %d. Die toont weeg opruimen --json.", n))
	}
	return regels
}

// bijzonder says of a thing what somebody would not expect; "" where there is nothing.
func bijzonder(b archief.Bewaard) string {
	naam := filepath.Base(b.Pad) + ": "
	switch {
	case b.Wat == archief.WatMap:
		return naam + "een map die Weeg niet kent. Weeg kijkt er niet in en laat die staan."
	case b.Team != "":
		return naam + "dit staat in de map van een team, " + b.Team + ". Weeg laat het staan."
	case b.Wat == archief.WatVerwijzing && b.Doel != "":
		return naam + "een verwijzing naar " + b.Doel + ". Alleen de verwijzing kan weg."
	case b.Wat == archief.WatVerwijzing:
		return naam + "een verwijzing. Alleen de verwijzing kan weg."
	case b.Wat == archief.WatOnbekend:
		return naam + "een bestand dat Weeg niet kent."
	case b.Wat == archief.WatTijdelijk:
		return naam + "dit bleef over toen Weeg onverwacht stopte."
	}
	return ""
}

// tel says how many there are of each: "2 concepten en 1 klad".
func tel(van []archief.Bewaard) string {
	var delen []string
	for _, w := range []struct{ wat, een, meer string }{
		{archief.WatConcept, "concept", "concepten"},
		{archief.WatKlad, "klad", "kladden"},
		{archief.WatPrivedeel, "bestand met privé-antwoorden", "bestanden met privé-antwoorden"},
		{archief.WatReflectie, "eigen reflectie", "eigen reflecties"},
		{archief.WatLijst, "lijst", "lijsten"},
		{archief.WatHulpbestand, "hulpbestand", "hulpbestanden"},
		{archief.WatTijdelijk, "tijdelijk bestand", "tijdelijke bestanden"},
		{archief.WatSlot, "slot", "sloten"},
		{archief.WatVerwijzing, "verwijzing", "verwijzingen"},
		{archief.WatOnbekend, "onbekend bestand", "onbekende bestanden"},
		{archief.WatMap, "onbekende map", "onbekende mappen"},
	} {
		if n := len(casus.Houd(van, func(b archief.Bewaard) bool { return b.Wat == w.wat })); n > 0 {
			delen = append(delen, telling(n, w.een, w.meer))
		}
	}
	return casus.Samen(delen)
}

// omvang writes a number of bytes as people say it.
func omvang(bytes int64) string {
	const kilo = 1000
	switch {
	case bytes < kilo:
		return telling(int(bytes), "byte", "bytes")
	case bytes < kilo*kilo:
		return fmt.Sprintf("%d kB", bytes/kilo)
	}
	return strings.Replace(fmt.Sprintf("%.1f MB", float64(bytes)/kilo/kilo), ".", ",", 1)
}
