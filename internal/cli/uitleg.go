package cli

import (
	"embed"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/strict"
)

// The pages of weeg uitleg: <onderwerp>.md, of which the heading is the title.
//
//go:embed uitleg
var uitlegmap embed.FS

func newUitleg(u uitgifte) *cobra.Command {
	var man string
	cmd := &cobra.Command{
		Use:   "uitleg [ONDERWERP]",
		Short: "Lees meer over een onderwerp",
		Long: `Toont een bladzij uitleg over een onderwerp. Zonder onderwerp ziet u welke er zijn.

Met --man krijgt u alle bladzijden voor het programma man, in een map. Daar is er ook een over
elke opdracht. U leest er een zo:
  man MAP/weeg.1`,
		Example: "  weeg uitleg\n  weeg uitleg team\n  weeg uitleg --man handleiding",
		Args:    argumenten(0, 1, "één onderwerp, met streepjes in de naam"),
		ValidArgsFunction: vulEerste(func() []string {
			return casus.Elk(uitlegbladen(), func(b uitlegblad) string { return metUitleg(b.onderwerp, b.titel()) })
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case cmd.Flags().Changed("man") && (man == "" || len(args) > 0):
				return gebruik("noem bij --man een map, en geen onderwerp: alle onderwerpen komen erin")
			case man != "":
				return u.schrijfMan(man, hulpVan(cmd.Root()))
			case len(args) == 0:
				return u.w.drukLang(false, nil, func(b *bladzij) { b.onderwerpen(uitlegbladen()) })
			}
			blad, err := uitlegOver(args[0])
			if err != nil && slices.Contains(onder(cmd.Root()), args[0]) {
				return gebruik("over een opdracht leest u met: weeg %s --help", args[0])
			}
			if err != nil {
				return err
			}
			return u.w.drukLang(false, nil, func(b *bladzij) { b.stukken(stukken(blad.tekst)) })
		},
	}
	cmd.Flags().StringVar(&man, "man", "", "schrijf alle bladzijden voor man in deze `map`")
	zetAanvulling(cmd, "man", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveFilterDirs
	})
	return cmd
}

// An uitlegblad is a page on a subject, as Markdown.
type uitlegblad struct{ onderwerp, tekst string }

// titel is its heading.
func (b uitlegblad) titel() string {
	eerste, _, _ := strings.Cut(b.tekst, "\n")
	return strings.TrimPrefix(eerste, "# ")
}

// uitlegbladen are all of them, by subject.
func uitlegbladen() (bladen []uitlegblad) {
	bestanden, _ := uitlegmap.ReadDir("uitleg") // it is in the program
	for _, b := range bestanden {
		data, _ := uitlegmap.ReadFile(path.Join("uitleg", b.Name()))
		bladen = append(bladen, uitlegblad{strings.TrimSuffix(b.Name(), ".md"), string(data)})
	}
	return bladen
}

// uitlegOver finds the page on a subject.
func uitlegOver(onderwerp string) (uitlegblad, error) {
	bladen := uitlegbladen()
	onderwerpen := casus.Elk(bladen, func(b uitlegblad) string { return b.onderwerp })
	if i := slices.Index(onderwerpen, alsID(onderwerp)); i >= 0 {
		return bladen[i], nil
	}
	return uitlegblad{}, gebruik("over %s is er geen uitleg; %s", strict.Aanhaling(onderwerp),
		strict.Bedoelt(alsID(onderwerp), onderwerpen, "kies "+casus.Opsomming(onderwerpen)))
}

func (b *bladzij) onderwerpen(bladen []uitlegblad) {
	for _, blad := range bladen {
		b.punt(blad.onderwerp+": ", blad.titel())
	}
	b.wit()
	b.raad("", "Lees er een met: weeg uitleg ONDERWERP. Over een opdracht leest u met: weeg nieuw --help.")
}

// A stuk is a part of a page of ours, as Markdown has it.
type stuk struct {
	soort stuksoort
	tekst string // on one line, with code between backticks; of what can be copied its lines
}

type stuksoort int

const (
	stukAlinea stuksoort = iota
	stukTitel
	stukKop
	stukPunt       // of a list
	stukLetterlijk // to be copied
)

// stukken takes a page apart, or what a command tells of itself. It knows the Markdown
// that our own pages use: headings, paragraphs, lists of one level, and what can be
// copied, in a fence or with room before it.
func stukken(md string) (alle []stuk) {
	inHek, loopt := false, false // inside a fence; the stuk before goes on
	for lijn := range strings.Lines(md) {
		lijn = strings.TrimSuffix(lijn, "\n")
		nieuw := stukVan(lijn)
		vorige := &stuk{}
		if len(alle) > 0 {
			vorige = &alle[len(alle)-1]
		}
		switch {
		case strings.HasPrefix(lijn, "```"):
			inHek, loopt = !inHek, false
			if inHek {
				alle = append(alle, stuk{soort: stukLetterlijk})
			}
		case inHek:
			vorige.tekst += lijn + "\n"
		case lijn == "":
			loopt = false
		case loopt && nieuw.soort == stukLetterlijk && vorige.soort == stukLetterlijk:
			vorige.tekst += nieuw.tekst
		case loopt && vorige.soort != stukLetterlijk && (nieuw.soort == stukAlinea || nieuw.soort == stukLetterlijk && vorige.soort == stukPunt):
			vorige.tekst += " " + strings.TrimSpace(lijn)
		default:
			alle = append(alle, nieuw)
			loopt = nieuw.soort != stukTitel && nieuw.soort != stukKop
		}
	}
	return alle
}

// stukVan is what a line outside a fence begins.
func stukVan(lijn string) stuk {
	if tekst, ok := strings.CutPrefix(lijn, "  "); ok {
		return stuk{stukLetterlijk, tekst + "\n"}
	}
	for begin, soort := range map[string]stuksoort{"# ": stukTitel, "## ": stukKop, "- ": stukPunt} {
		if tekst, ok := strings.CutPrefix(lijn, begin); ok {
			return stuk{soort, tekst}
		}
	}
	return stuk{stukAlinea, lijn}
}

// stukken writes a page of our own: what can be copied as it is, code in a sentence
// between quotation marks, and room between all but the items of a list.
func (b *bladzij) stukken(alle []stuk) {
	for i, s := range alle {
		if i > 0 && (s.soort != stukPunt || alle[i-1].soort != stukPunt) {
			b.wit()
		}
		zin := b.aan.zo(strings.ReplaceAll(s.tekst, "`", `"`))
		switch s.soort {
		case stukTitel:
			b.kop(zin)
		case stukKop:
			b.metStreep(zin, "-")
		case stukPunt:
			b.punt("- ", zin)
		case stukLetterlijk:
			tekst := s.tekst
			if !strings.Contains(tekst, "cd ") { // elsewhere ./weeg is another file
				tekst = b.aan.zo(tekst)
			}
			for lijn := range strings.Lines(tekst) {
				b.WriteString(strings.TrimRight("  "+lijn, " \n") + "\n")
			}
		default:
			b.alinea("", zin)
		}
	}
}
