package cli

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/zetwerk"
)

// A bladzij is text for standard output, made safe and wrapped.
type bladzij struct {
	strings.Builder
	breedte int
}

func (a *app) bladzij() *bladzij { return &bladzij{breedte: a.breedte()} }

// alinea writes a text with a prefix before each line; no text writes nothing.
func (b *bladzij) alinea(voor, tekst string) {
	if tekst == "" {
		return
	}
	for _, regel := range zetwerk.Alinea(tekst, b.breedte, voor, voor) {
		fmt.Fprintln(b, regel)
	}
}

// punt writes a text with a prefix before its first line, and as much room
// before the others.
func (b *bladzij) punt(voor, tekst string) {
	for _, regel := range zetwerk.Alinea(tekst, b.breedte, voor, strings.Repeat(" ", zetwerk.Breedte(voor))) {
		fmt.Fprintln(b, regel)
	}
}

// tekst writes a story in paragraphs.
func (b *bladzij) tekst(tekst string) { b.alinea("", zetwerk.Alineas(tekst)) }

func (b *bladzij) wit() { b.WriteByte('\n') }

// kop writes a heading with a line under it.
func (b *bladzij) kop(tekst string) {
	tekst = zetwerk.VeiligRegel(tekst)
	b.alinea("", tekst)
	b.alinea("", strings.Repeat("=", min(zetwerk.Breedte(tekst), b.breedte)))
}

// tussenkop writes the heading of a part, with room above it.
func (b *bladzij) tussenkop(tekst string) {
	b.wit()
	tekst = zetwerk.VeiligRegel(tekst)
	b.alinea("", tekst)
	b.alinea("", strings.Repeat("-", min(zetwerk.Breedte(tekst), b.breedte)))
}

// druk writes v as JSON, or else the page that lees makes.
func (a *app) druk(json bool, v any, lees func(b *bladzij)) error {
	if json {
		data, err := reflectie.EncodeJSON(v)
		if err != nil {
			return err
		}
		_, err = a.Uit.Write(zichtbaar(data))
		return err
	}
	b := a.bladzij()
	lees(b)
	_, err := fmt.Fprint(a.Uit, b.String())
	return err
}

// zichtbaar writes, in JSON, the characters that could command a terminal or
// turn its reading direction by their number. It stays the same JSON.
func zichtbaar(json []byte) []byte {
	var b bytes.Buffer
	for _, r := range string(json) {
		if r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			fmt.Fprintf(&b, "\\u%04x", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.Bytes()
}

// groep makes a command that only holds others.
func groep(naam, kort string, onder ...*cobra.Command) *cobra.Command {
	cmd := &cobra.Command{Use: naam, Short: kort}
	cmd.AddCommand(onder...)
	return cmd
}

// jsonVlag adds --json.
func jsonVlag(cmd *cobra.Command, json *bool) *cobra.Command {
	cmd.Flags().BoolVar(json, "json", false, "schrijf JSON, voor andere programma's")
	return cmd
}
