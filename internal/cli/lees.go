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

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/rapport"
)

func newLees(l lezer, start start) *cobra.Command {
	u := uitvoer{formaten: []string{formaatTekst, formaatHTML, formaatJSON}}
	var zonderPrive bool
	cmd := &cobra.Command{
		Aliases: []string{"lezen"},
		Use:     "lees [BESTAND]", Short: "Lees een reflectie",
		Long: `Toont een reflectie om te lezen. Is de tekst langer dan het scherm? Dan bladert u erdoor.
Zonder bestand kiest u eerst welke reflectie.

In een terminal staan uw privé-antwoorden onderaan. Nergens anders: ze gaan nooit mee naar
een bestand of een ander programma.`,
		Example: `  weeg lees reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md
  weeg lees reflectie.md --naar reflectie.html
  weeg lees reflectie.md --naar antwoorden.json`,
		Args: argumenten(0, 1, "het bestand van één reflectie"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return l.lees(cmd.Context(), args[0], u, zonderPrive)
			}
			if err := l.ietsTeKiezen(u); err != nil {
				return err
			}
			return start.lees(cmd.Context(), zonderPrive)
		},
	}
	u.vlaggen(cmd)
	cmd.Flags().BoolVar(&zonderPrive, "zonder-prive", false, "laat uw privé-antwoorden weg")
	return cmd
}

// ietsTeKiezen reports why nobody can choose here which reflectie to read.
func (l lezer) ietsTeKiezen(u uitvoer) error {
	switch {
	case l.w.Terminal == nil || !l.w.UitTerminal || u.json || u.formaat != "" || u.naar != "":
		return gebruik("geef het bestand van een reflectie, zoals reflecties/2026-11-21-koken-in-het-schoolgebouw-k3x9.md; typ weeg lees --help")
	case len(l.plank.teLezen(l.plank.onbevangen(l.plank.alle()))) == 0:
		return gebruik("er is hier nog geen reflectie om te lezen; weeg eerst zelf, met weeg nieuw")
	}
	return nil
}

// lees gives the reflectie at pad, or that of this id, in the form that is wanted.
func (l lezer) lees(ctx context.Context, pad string, u uitvoer, zonderPrive bool) error {
	formaat, err := u.kies()
	if err != nil {
		return err
	}
	if pad, err = l.plank.vindEen(pad); err != nil {
		return err
	}
	_, doc, err := leesReflectie(pad)
	if err != nil {
		return err
	}
	if formaat == formaatJSON { // another program cannot tell what is missing
		if err := doc.Heel(); err != nil {
			return invoer(err)
		}
	}
	for _, opmerking := range doc.Opmerkingen() {
		l.w.melding("%s", opmerking)
	}
	var uit []byte
	switch {
	case formaat == formaatJSON:
		uit, err = encodeJSON(doc.Reflectie)
	case formaat == formaatHTML:
		uit, err = l.pagina(pad, doc, l.meld)
	case u.naar != "":
		uit = metRegeleinden(rapport.Regels(l.bladzij(pad, l.vers(doc, l.meld)), nil, rapport.Vorm{Breedte: gewoneBreedte}))
	default:
		return l.toon(ctx, pad, doc, zonderPrive)
	}
	if err != nil {
		return err
	}
	return l.uitgifte.lever(u.naar, uit)
}

// pagina makes a web page of the reflectie at pad.
func (l lezer) pagina(pad string, doc *markdown.Document, meld func(string)) ([]byte, error) {
	var b bytes.Buffer
	err := rapport.HTML(&b, l.bladzij(pad, l.vers(doc, meld)))
	return b.Bytes(), err
}

// paginapaden are where a web page of the reflectie at pad comes, in turn: beside it, under
// its name. One that would be of another reflectie by its name is not among them.
func (l lezer) paginapaden(pad string) []string {
	stam := strings.TrimSuffix(pad, ".md")
	namen := []string{stam}
	for n := 2; n <= maxPaginas; n++ {
		naam := fmt.Sprintf("%s-%d", stam, n)
		if _, err := os.Lstat(naam + ".md"); err != nil {
			namen = append(namen, naam)
		}
	}
	dir := l.paginamap(pad)
	return casus.Elk(namen, func(naam string) string { return filepath.Join(dir, filepath.Base(naam)+".html") })
}

// maxPaginas is how many web pages of one reflectie weeg makes beside each other.
const maxPaginas = 20

// paginas are the web pages of the reflectie at pad that are there.
func (l lezer) paginas(pad string) []string {
	return slices.DeleteFunc(l.paginapaden(pad), func(pagina string) bool {
		info, err := os.Lstat(pagina)
		return err != nil || !info.Mode().IsRegular()
	})
}

// paginamap is the folder of the reflectie at pad. Nobody would look in the person's own
// one, which is hidden: of a reflectie there the pages come where they are, or in their home
// where that is a team's folder, which git would take them along from.
func (l lezer) paginamap(pad string) string {
	if !l.plek.isEigen(pad) {
		return filepath.Dir(pad)
	}
	dir := l.plek.werkmap
	if thuis := l.w.thuis(); l.plek.isTeam() && thuis != "" {
		dir = thuis
	}
	if l.plek.in(dir).isTeam() { // all of the home is
		dir = filepath.Dir(pad)
	}
	return dir
}

// maakPagina makes a web page of the reflectie at pad, and returns its path, which no file
// had; or that of the page which is there, where it would be the same.
func (l lezer) maakPagina(pad string, meld func(string)) (string, error) {
	data, err := l.leesPagina(pad, meld)
	if err != nil {
		return "", err
	}
	if er := welke(l.paginas(pad), data); er != "" {
		return er, nil
	}
	for _, pagina := range l.paginapaden(pad) {
		if err := l.kast.SchrijfNieuw(pagina, data); !errors.Is(err, archief.ErrBestaat) {
			return pagina, err
		}
	}
	return "", errors.New("er staan al te veel webpagina's van deze reflectie; haal er een weg, en maak dan een nieuwe")
}

// leesPagina is the web page of the reflectie at pad, as that stands there now.
func (l lezer) leesPagina(pad string, meld func(string)) ([]byte, error) {
	_, doc, err := leesReflectie(pad)
	if err != nil {
		return nil, err
	}
	return l.pagina(pad, doc, meld)
}

// isPagina reports whether the file pagina is the web page of the reflectie at pad, as that
// stands there now.
func (l lezer) isPagina(pagina, pad string) bool {
	data, err := l.leesPagina(pad, func(string) {})
	return err == nil && welke([]string{pagina}, data) != ""
}

// welke returns the first of these files that holds data; "" where none does.
func welke(paden []string, data []byte) string {
	for _, pad := range paden {
		if er, err := archief.LeesBestand(pad, len(data)); err == nil && bytes.Equal(er, data) {
			return pad
		}
	}
	return ""
}
