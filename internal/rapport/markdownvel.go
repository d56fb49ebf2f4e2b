package rapport

import (
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/citaat"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/zetwerk"
)

// A markdownvel is a page in Markdown.
type markdownvel struct{ strings.Builder }

// blok writes a block, with a blank line before it.
func (m *markdownvel) blok(tekst string) {
	if m.Len() > 0 {
		m.WriteByte('\n')
	}
	m.WriteString(tekst + "\n")
}

func (m *markdownvel) kop(niveau int, tekst string) {
	m.blok(strings.Repeat("#", niveau) + " " + citaat.Plat(tekst))
}

func (m *markdownvel) nieuwBlad(kop string) { m.kop(2, kop) }

// ruimte marks what is written there, so that it can be read back.
func (m *markdownvel) ruimte(niveau int, velden ...veld) {
	for _, v := range velden {
		m.blok(strings.Repeat("#", niveau) + " " + citaat.Plat(v.kop) + " <!-- weeg:" + v.merk + " -->\n\n>")
	}
}

// voet has a heading, so that it is in no answer above it.
func (m *markdownvel) voet(tekst string) {
	m.kop(2, "Tot slot")
	m.zin(tekst)
}

func (m *markdownvel) streep() { m.blok("---") }

func (m *markdownvel) zin(tekst string) { m.blok(citaat.Plat(tekst)) }

func (m *markdownvel) naast(een, ander func()) {
	een()
	ander()
}

func (m *markdownvel) punten(zinnen []string) {
	m.blok(strings.Join(casus.Elk(zinnen, func(zin string) string { return "- " + citaat.Plat(zin) }), "\n"))
}

// woorden writes what people wrote as quotes. It is made safe before it is quoted: what
// becomes the end of a line then cannot end the quote.
func (m *markdownvel) woorden(teksten []string) {
	teksten = casus.Elk(teksten, zetwerk.Veilig)
	if len(teksten) == 1 {
		m.blok(citaat.Schrijf(teksten[0]))
	} else {
		m.blok(citaat.SchrijfLijst(teksten))
	}
}

// netwerk draws it where that is not too large, and says the same in sentences.
func (m *markdownvel) netwerk(n netwerk.Netwerk, _ string) {
	if tekening := n.Mermaid(); tekening != "" {
		m.blok("```mermaid\n" + tekening + "```")
	}
	if zinnen := n.Zinnen(); len(zinnen) > 0 {
		m.punten(zinnen)
	}
}
