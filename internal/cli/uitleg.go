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
			return w.druk(false, nil, func(b *bladzij) { b.markdown(blad.tekst) })
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

// markdown writes a page of our own: headings, paragraphs, and what can be copied, as it
// is, with room before it.
func (b *bladzij) markdown(tekst string) {
	var alinea []string
	uit := func() {
		b.alinea("", strings.ReplaceAll(strings.Join(alinea, " "), "`", ""))
		alinea = nil
	}
	letterlijk := false
	for lijn := range strings.Lines(tekst) {
		lijn = strings.TrimSuffix(lijn, "\n")
		kop, isKop := strings.CutPrefix(lijn, "# ")
		tussenkop, isTussenkop := strings.CutPrefix(lijn, "## ")
		switch {
		case strings.HasPrefix(lijn, "```"):
			letterlijk = !letterlijk
		case letterlijk:
			b.WriteString(strings.TrimRight("  "+lijn, " ") + "\n")
		case lijn == "":
			uit()
			b.wit()
		case isKop:
			b.kop(kop)
		case isTussenkop:
			b.metStreep(tussenkop, "-")
		default:
			alinea = append(alinea, lijn)
		}
	}
	uit()
}
