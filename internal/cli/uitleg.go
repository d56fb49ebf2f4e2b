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

func newUitleg(w Wereld) *cobra.Command {
	return &cobra.Command{
		Use:     "uitleg [ONDERWERP]",
		Short:   "Lees meer over een onderwerp",
		Long:    "Toont een bladzij uitleg over een onderwerp. Zonder onderwerp ziet u welke er zijn.",
		Example: "  weeg uitleg\n  weeg uitleg team",
		Args:    argumenten(0, 1, "één onderwerp"),
		ValidArgsFunction: vulEerste(func() []string {
			return casus.Elk(uitlegbladen(), func(b uitlegblad) string { return metUitleg(b.onderwerp, b.titel()) })
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return w.druk(false, nil, func(b *bladzij) { b.onderwerpen(uitlegbladen()) })
			}
			blad, err := uitlegOver(args[0])
			if err != nil {
				return err
			}
			return w.druk(false, nil, func(b *bladzij) { b.stukken(stukken(blad.tekst)) })
		},
	}
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
	if lijkt := strict.Lijkt(alsID(onderwerp), onderwerpen); lijkt != "" {
		return uitlegblad{}, gebruik("over %s is er geen uitleg; bedoelt u %q?", strict.Aanhaling(onderwerp), lijkt)
	}
	return uitlegblad{}, gebruik("over %s is er geen uitleg; kies %s", strict.Aanhaling(onderwerp), casus.Opsomming(onderwerpen))
}

func (b *bladzij) onderwerpen(bladen []uitlegblad) {
	for _, blad := range bladen {
		b.punt(blad.onderwerp+": ", blad.titel())
	}
	b.wit()
	b.alinea("", "Lees er een met: weeg uitleg ONDERWERP. Over een opdracht leest u met: weeg nieuw --help.")
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

// stukken takes a page apart. It knows the Markdown that our own pages use: headings,
// paragraphs, lists of one level, and fences.
func stukken(md string) (alle []stuk) {
	letterlijk, loopt := false, false // inside a fence; the stuk before goes on
	for lijn := range strings.Lines(md) {
		lijn = strings.TrimSuffix(lijn, "\n")
		soort, tekst := stukVan(lijn)
		switch {
		case strings.HasPrefix(lijn, "```"):
			letterlijk, loopt = !letterlijk, false
			if letterlijk {
				alle = append(alle, stuk{soort: stukLetterlijk})
			}
		case letterlijk:
			alle[len(alle)-1].tekst += lijn + "\n"
		case tekst == "":
			loopt = false
		case loopt && soort == stukAlinea:
			alle[len(alle)-1].tekst += " " + tekst
		default:
			alle = append(alle, stuk{soort, tekst})
			loopt = soort == stukAlinea || soort == stukPunt
		}
	}
	return alle
}

// stukVan tells what begins on a line, and its text.
func stukVan(lijn string) (stuksoort, string) {
	for begin, soort := range map[string]stuksoort{"# ": stukTitel, "## ": stukKop, "- ": stukPunt} {
		if tekst, ok := strings.CutPrefix(lijn, begin); ok {
			return soort, tekst
		}
	}
	return stukAlinea, strings.TrimSpace(lijn)
}

// stukken writes a page of our own: what can be copied as it is, code in a sentence
// between quotation marks, and room between all but the items of a list.
func (b *bladzij) stukken(alle []stuk) {
	for i, s := range alle {
		if i > 0 && (s.soort != stukPunt || alle[i-1].soort != stukPunt) {
			b.wit()
		}
		zin := strings.ReplaceAll(s.tekst, "`", `"`)
		switch s.soort {
		case stukTitel:
			b.kop(zin)
		case stukKop:
			b.metStreep(zin, "-")
		case stukPunt:
			b.punt("- ", zin)
		case stukLetterlijk:
			for lijn := range strings.Lines(s.tekst) {
				b.WriteString(strings.TrimRight("  "+lijn, " \n") + "\n")
			}
		default:
			b.alinea("", zin)
		}
	}
}
