package main

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/hinshun/vt10x"
)

// beeldpad is where the picture in the README is.
const beeldpad = "../../.beeld/gesprek.svg"

// The picture is of a real conversation: WEEG_BIJWERKEN=1 makes it anew.
func TestThePictureInTheReadmeIsOfARealConversation(t *testing.T) {
	t.Parallel()
	def, b := koken(t)
	stappen := loop(t, def, b.Antwoorden())
	z := newTerminal(t, weeg(t, t.TempDir(), "nieuw", "koken-in-het-schoolgebouw"), 108, 26)
	z.doorVerhaal()
	z.typ(enter)
	for i, s := range stappen {
		if s.vraag.Sleutel == "verbanden.gezien-worden+zorg-voor-elkaar.waarom" {
			z.ziet(s.vraag.Vraag)
			z.typ("Wie aardappelen schilt, wordt aangesproken bij zijn naam.")
			z.ziet("bij zijn naam.")
			z.ziet("bewaard") // the same each time
			break
		}
		z.antwoord(s, volgendeVraag(stappen, i), b.Antwoorden())
	}
	beeld := z.svg("Een gesprek met weeg in een terminal: links de vraag, rechts het waardenetwerk")
	z.typ(ctrlC)
	if code := z.klaar(); code != 4 {
		t.Fatalf("ends with %d", code)
	}
	gouden(t, "../"+beeldpad, beeld)
	if !strings.Contains(readme(t), "(.beeld/gesprek.svg)") {
		t.Error("the README does not show the picture")
	}
}

// What a cell of the terminal in the picture takes, in pixels.
const (
	celBreed = 8.4
	celHoog  = 18
	celRand  = 14
)

// The bits of a vt10x.Glyph's Mode, which that package keeps to itself.
const (
	modusOmgekeerd = 1 << 0
	modusVet       = 1 << 2
)

// svg draws the screen: a row of text for each run of cells that look alike.
func (z *terminal) svg(titel string) string {
	z.mu.Lock()
	defer z.mu.Unlock()
	breed, hoog := z.vt.Size()
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" role="img" aria-label="%[3]s" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14">`+"\n",
		celBreed*float64(breed)+2*celRand, celHoog*hoog+2*celRand, html.EscapeString(titel))
	fmt.Fprintf(&b, "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#1c1c22\"/>\n", html.EscapeString(titel))
	for y := range hoog {
		for x := 0; x < breed; {
			cel := z.vt.Cell(x, y)
			van, tekst := x, ""
			for ; x < breed && zelfde(cel, z.vt.Cell(x, y)); x++ {
				tekst += teken(z.vt.Cell(x, y).Char)
			}
			b.WriteString(loopSVG(van, y, tekst, cel))
		}
	}
	return b.String() + "</svg>\n"
}

func zelfde(a, b vt10x.Glyph) bool { return a.FG == b.FG && a.BG == b.BG && a.Mode == b.Mode }

func teken(r rune) string {
	if r == 0 {
		return " "
	}
	return string(r)
}

// loopSVG draws a run of cells; nothing of a run of spaces.
func loopSVG(x, y int, tekst string, cel vt10x.Glyph) string {
	vlak, kleur := "", "#d8d8de"
	if cel.FG == vt10x.LightMagenta {
		kleur = "#d787d7"
	}
	links, boven := celRand+celBreed*float64(x), celRand+celHoog*y
	breed := celBreed * float64(len([]rune(tekst)))
	if cel.Mode&modusOmgekeerd != 0 {
		vlak = fmt.Sprintf("<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", links, boven, breed, celHoog, kleur)
		kleur = "#1c1c22"
	}
	if strings.TrimSpace(tekst) == "" {
		return vlak
	}
	vet := ""
	if cel.Mode&modusVet != 0 {
		vet = ` font-weight="bold"`
	}
	return vlak + fmt.Sprintf("<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" fill=\"%s\"%s xml:space=\"preserve\">%s</text>\n",
		links, boven+celHoog-5, breed, kleur, vet, html.EscapeString(tekst))
}

// netwerkpad is where the picture of a waardenetwerk in the README is.
const netwerkpad = "../../.beeld/waardenetwerk.svg"

// The waardenetwerk in the README is what weeg makes of a reflectie:
// WEEG_BIJWERKEN=1 makes it anew.
func TestTheWaardenetwerkInTheReadmeIsMadeByWeeg(t *testing.T) {
	t.Parallel()
	thuis := t.TempDir()
	schrijfReflectie(t, thuis, "koken.yaml", "r.md")
	beeld, fout, code := draaiLos(t, thuis, "", "netwerk", "r.md", "--formaat", "svg")
	if code != 0 {
		t.Fatal(fout)
	}
	gouden(t, "../"+netwerkpad, beeld)
	if !strings.Contains(readme(t), "(.beeld/waardenetwerk.svg)") {
		t.Error("the README does not show the waardenetwerk")
	}
}
