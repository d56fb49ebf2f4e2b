package cli

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/rapport"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/zetwerk"
)

// A bladzij is text for standard output, made safe and wrapped.
type bladzij struct {
	strings.Builder
	breedte int
	aan     *Terminal // whose person reads it; nil for another program
}

func (w Wereld) bladzij() *bladzij {
	b := &bladzij{breedte: w.breedte()}
	if w.UitTerminal {
		b.aan = w.Terminal
	}
	return b
}

// alinea writes a text with a prefix before each line; no text writes nothing.
func (b *bladzij) alinea(voor, tekst string) {
	if tekst == "" {
		return
	}
	for _, regel := range zetwerk.Alinea(tekst, b.breedte, voor, voor) {
		fmt.Fprintln(b, regel)
	}
}

// raad writes a text of ours that tells what to type.
func (b *bladzij) raad(voor, format string, args ...any) {
	b.alinea(voor, fmt.Sprintf(b.aan.zo(format), args...))
}

// punt writes a text with a prefix before its first line, and as much room
// before the others.
func (b *bladzij) punt(voor, tekst string) {
	for _, regel := range zetwerk.Alinea(tekst, b.breedte, voor, strings.Repeat(" ", zetwerk.Breedte(voor))) {
		fmt.Fprintln(b, regel)
	}
}

// tekst writes a story in paragraphs.
func (b *bladzij) tekst(tekst string) { b.alinea("", casus.Alineas(tekst)) }

func (b *bladzij) wit() { b.WriteByte('\n') }

// kop writes a heading with a line under it.
func (b *bladzij) kop(tekst string) { b.metStreep(tekst, "=") }

// tussenkop writes the heading of a part that holds n things, with room above it.
// A part that holds nothing has none.
func (b *bladzij) tussenkop(tekst string, n int) {
	if n > 0 {
		b.wit()
		b.metStreep(tekst, "-")
	}
}

func (b *bladzij) metStreep(tekst, streep string) {
	tekst = zetwerk.VeiligRegel(tekst)
	b.alinea("", tekst)
	b.alinea("", strings.Repeat(streep, min(zetwerk.Breedte(tekst), b.breedte)))
}

// weegmerk is what another program looks for on a page, and a person need not see.
var weegmerk = regexp.MustCompile(` *<!-- weeg:[a-z0-9.-]+ -->`)

// ontsnapt is a character that Markdown takes as it is.
var ontsnapt = regexp.MustCompile(`\\([[:punct:]])`)

// markdown writes line by line a page of which rapport makes Markdown, as text to read,
// without its drawings. The words of people are in it, so that it tells nobody what to type.
func (b *bladzij) markdown(md string) {
	inHek, leesbaar := false, strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&")
	for lijn := range strings.Lines(weegmerk.ReplaceAllString(md, "")) {
		if isHek := strings.HasPrefix(lijn, "```"); isHek || inHek {
			inHek = inHek != isHek
			continue
		}
		lijn = strings.TrimSuffix(strings.TrimRight(lijn, "\n"), `\`)
		lijn = leesbaar.Replace(ontsnapt.ReplaceAllString(lijn, "$1"))
		kop := strings.TrimLeft(lijn, "#")
		punt, isPunt := strings.CutPrefix(lijn, "- ")
		citaat, isCitaat := strings.CutPrefix(lijn, "> ")
		switch {
		case lijn == "":
			b.wit()
		case strings.HasPrefix(lijn, "# "):
			b.kop(kop[1:])
		case kop != lijn && strings.HasPrefix(kop, " "):
			b.metStreep(kop[1:], "-")
		case isPunt:
			b.punt("- ", punt)
		case isCitaat:
			b.alinea("> ", citaat)
		default:
			b.alinea("", lijn)
		}
	}
}

// antwoorden shows what was answered; private answers only where the person alone looks.
func (b *bladzij) antwoorden(vragen []sessie.Vraag, prive bool) {
	for _, v := range vragen {
		if v.Antwoord.IsZero() {
			continue
		}
		b.wit()
		vraag, antwoord := v.Vraag, v.Weergave()
		switch {
		case v.Prive && prive:
			vraag += " (privé)"
		case v.Prive:
			antwoord = "(privé; alleen op een terminal te zien)"
		}
		b.alinea("", vraag)
		b.alinea("  ", antwoord)
	}
}

// druk writes v as JSON, or else the page that lees makes.
func (w Wereld) druk(json bool, v any, lees func(b *bladzij)) error {
	if json {
		data, err := encodeJSON(v)
		if err != nil {
			return err
		}
		return w.schrijf(data)
	}
	b := w.bladzij()
	lees(b)
	return w.schrijf([]byte(b.String()))
}

// drukLang is druk for a page with nothing private that may be longer than the screen. It
// stays in the window, for who wants to type what they just read there.
func (w Wereld) drukLang(json bool, v any, lees func(b *bladzij)) error {
	aan := w.Terminal
	if json || aan == nil || aan.blader == nil {
		return w.druk(json, v, lees)
	}
	regels := func(v rapport.Vorm) (regels []string) {
		b := &bladzij{breedte: v.Breedte, aan: aan}
		lees(b)
		for regel := range strings.Lines(b.String()) {
			regels = append(regels, zetwerk.Vouw(strings.TrimSuffix(regel, "\n"), v.Breedte)...) // what can be copied may be long
		}
		return regels
	}
	return aan.blader(leesstof{titel: "Weeg", blijft: true, regels: regels, alles: regels})
}

// encodeJSON writes v as JSON that a terminal can show: what could command it is
// written by its number.
func encodeJSON(v any) ([]byte, error) {
	data, err := reflectie.EncodeJSON(v)
	return opNummer(data), err
}

// opNummer writes what a terminal would obey, or not show, by its number.
func opNummer(data []byte) []byte {
	return reOnzichtbaar.ReplaceAllFunc(data, func(teken []byte) []byte {
		return fmt.Appendf(nil, "\\u%04x", []rune(string(teken))[0])
	})
}

// A zichtbaar writes JSON as encodeJSON does, for who writes it in pieces.
type zichtbaar struct{ naar io.Writer }

func (z zichtbaar) Write(p []byte) (int, error) {
	_, err := z.naar.Write(opNummer(p))
	return len(p), err
}

// reOnzichtbaar finds the characters that could command a terminal, or turn its
// reading direction.
var reOnzichtbaar = regexp.MustCompile(`[\x7f-\x{9f}\x{202a}-\x{202e}\x{2066}-\x{2069}]`)
