package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// errPaniek stands for a panic of the library, of which the text helps nobody.
var errPaniek = errors.New("panic")

// decode reads the next document. It never panics.
func decode(dec *yaml.Decoder) (doc yaml.Node, err error) {
	defer func() {
		if recover() != nil {
			err = errPaniek
		}
	}()
	err = dec.Decode(&doc)
	return doc, err
}

// parseYAML makes a node of data, which is UTF-8 without forbidden characters.
// It returns nil when there is nothing, or comments alone.
func parseYAML(f *Fouten, bestand string, data []byte) *Node {
	leesbaar, vraagteken := maskeer(data)
	b := yamlBouwer{
		f: f, bestand: bestand, vraagteken: vraagteken,
		lijnen: regels(data), regels: telRegels(data), einde: plaatsVan(bestand, data, len(data)),
	}
	dec := yaml.NewDecoder(bytes.NewReader(leesbaar))
	doc, err := decode(dec)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		f.lijst = append(f.lijst, syntaxFout(bestand, data, leesbaar, err))
		return nil
	}
	n := b.node(&doc, "", 0)
	tweede, err := decode(dec)
	switch {
	case err == nil:
		f.Add(b.plaats(&tweede), `hier begint na "---" een tweede deel; maak daar een eigen bestand van, of haal de regel met "---" weg`)
	case !errors.Is(err, io.EOF):
		f.lijst = append(f.lijst, syntaxFout(bestand, data, leesbaar, err))
	}
	return n
}

// maskeer puts a character that data does not use in the place of each question
// mark in a text. The library ends a text between [ ] or { } at a question mark,
// where YAML does not, and {vraag: Wie kookt?} is just what our files hold. The
// character is "" when nothing had to change. All columns stay the same.
func maskeer(data []byte) (leesbaar []byte, teken string) {
	if bytes.IndexByte(data, '?') < 0 || !bytes.ContainsAny(data, "[{") {
		return data, ""
	}
	teken = ongebruikt(data)
	if teken == "" {
		return data, ""
	}
	leesbaar = make([]byte, 0, len(data)+len(data)/50)
	for i, c := range data {
		if c == '?' && !isSleutelteken(data, i) {
			leesbaar = append(leesbaar, teken...)
			continue
		}
		leesbaar = append(leesbaar, c)
	}
	return leesbaar, teken
}

// ongebruikt returns a private character of Unicode that is not in data, or "".
func ongebruikt(data []byte) string {
	for r := '\ue000'; r <= '\uf8ff'; r++ {
		if !bytes.ContainsRune(data, r) {
			return string(r)
		}
	}
	return ""
}

// isSleutelteken reports whether the question mark at i stands alone, and so
// may be the sign of a complex key.
func isSleutelteken(data []byte, i int) bool {
	voor := i == 0 || bytes.IndexByte([]byte(" \t\r\n[{,"), data[i-1]) >= 0
	na := i+1 == len(data) || bytes.IndexByte([]byte(" \t\r\n"), data[i+1]) >= 0
	return voor && na
}

// A yamlBouwer makes our nodes of the library's, and adds a finding for all
// that YAML can do and our formats do not.
type yamlBouwer struct {
	f       *Fouten
	bestand string
	lijnen  []string
	regels  regelTabel
	einde   Plaats // the library places a value that is absent beyond the end

	vraagteken string // stands for a question mark, if not ""
}

func (b *yamlBouwer) tekst(s string) string {
	if b.vraagteken == "" {
		return s
	}
	return strings.ReplaceAll(s, b.vraagteken, "?")
}

func (b *yamlBouwer) plaats(n *yaml.Node) Plaats {
	regel, kolom := b.regels.plaats(n.Line, n.Column)
	p := Plaats{b.bestand, regel, kolom}
	if p.Compare(b.einde) > 0 {
		return b.einde
	}
	return p
}

func (b *yamlBouwer) node(y *yaml.Node, naam string, diepte int) *Node {
	if y.Kind == yaml.DocumentNode {
		if len(y.Content) == 0 {
			return nil
		}
		return b.node(y.Content[0], naam, diepte+1)
	}
	n := &Node{Plaats: b.plaats(y), naam: naam}
	b.checkVreemd(y, n.Plaats)
	switch {
	case y.Kind == yaml.AliasNode:
	case y.Kind == yaml.ScalarNode:
		b.scalar(n, y)
	case diepte > maxDiepte:
		b.f.Add(n.Plaats, "%s", teDiep())
	case y.Kind == yaml.SequenceNode:
		n.Soort, n.Items = Lijst, make([]*Node, len(y.Content))
		for i, item := range y.Content {
			n.Items[i] = b.node(item, naam, diepte+1)
			b.checkGeslikt(y, item, n.Plaats.Kolom)
		}
	default:
		b.blok(n, y, diepte)
	}
	return n
}

// checkVreemd adds findings for references and tags. An alias is not followed,
// so that a small file cannot grow into a large one.
func (b *yamlBouwer) checkVreemd(y *yaml.Node, p Plaats) {
	if y.Kind == yaml.AliasNode {
		b.f.Add(p, "%s", verwijzing("*"+y.Value))
	}
	if y.Anchor != "" {
		b.f.Add(p, "weeg leest geen namen om naar te verwijzen (%s); haal de naam weg, of zet de tekst tussen aanhalingstekens", Aanhaling("&"+y.Anchor))
	}
	if y.Style&yaml.TaggedStyle != 0 {
		b.f.Add(p, "weeg leest geen soortaanduiding (%s); haal die weg, of zet de tekst tussen aanhalingstekens", Aanhaling(b.tekst(y.Tag)))
	}
}

func verwijzing(s string) string {
	return fmt.Sprintf("weeg leest geen verwijzing (%s); schrijf de tekst hier uit, of zet een tekst met een * vooraan tussen aanhalingstekens", Aanhaling(s))
}

func (b *yamlBouwer) scalar(n *Node, y *yaml.Node) {
	const vast = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle
	n.Vast = y.Style&vast != 0
	n.Hekje = !n.Vast && y.LineComment != ""
	if !n.Vast && y.Tag == "!!null" {
		return
	}
	n.Soort, n.Tekst = Scalar, b.tekst(y.Value)
}

func (b *yamlBouwer) blok(n *Node, y *yaml.Node, diepte int) {
	n.Soort, n.Velden = Blok, make([]Veld, 0, len(y.Content)/2)
	gezien := make(map[string]int, len(y.Content)/2)
	for i := 0; i+1 < len(y.Content); i += 2 {
		naam, ok := b.sleutel(y.Content[i])
		waarde := b.node(y.Content[i+1], naam, diepte+1)
		plaats := b.plaats(y.Content[i])
		b.checkGeslikt(y, y.Content[i+1], plaats.Kolom)
		waarde.Hekje = waarde.Hekje || waarde.Soort == Leeg && y.Content[i].LineComment != ""
		if ok && !dubbel(b.f, gezien, naam, plaats) {
			n.Velden = append(n.Velden, Veld{naam, plaats, waarde})
		}
	}
}

// checkGeslikt adds a finding for a text that begins with an apostrophe, which here
// begins a quotation: up to the next one, with whatever stands between.
func (b *yamlBouwer) checkGeslikt(ouder, y *yaml.Node, kolom int) {
	enkel := y.Style&yaml.SingleQuotedStyle != 0
	if !enkel && y.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	p := b.plaats(y)
	if ouder.Style&yaml.FlowStyle == 0 {
		if regel := b.geslikt(p, kolom); regel > 0 {
			b.f.Add(p, "deze tekst begint met een aanhalingsteken en loopt door over regel %d, waar iets nieuws begint; zet de hele tekst tussen dubbele aanhalingstekens", regel)
			return
		}
	}
	if enkel && reApostrof().MatchString(y.Value) {
		b.f.Add(p, "deze tekst begint met een apostrof, die hier als aanhalingsteken telt; zet de hele tekst tussen dubbele aanhalingstekens, met de apostrof erbij")
	}
}

// geslikt returns the first line over which the text between quotation marks at p
// runs on and on which something new begins, no further in than kolom, where its
// field or its list stands; 0 where there is none.
func (b *yamlBouwer) geslikt(p Plaats, kolom int) int {
	lijn := []rune(b.lijnen[p.Regel-1])
	rest := string(lijn[min(p.Kolom-1, len(lijn)):])
	if rest == "" || !strings.ContainsRune(`"'`, rune(rest[0])) {
		return 0 // a tag; that has been said
	}
	teken := rest[:1]
	rest = rest[1:]
	for regel := p.Regel; ; regel++ {
		if teken == `"` {
			rest = reOntsnapt().ReplaceAllString(rest, "")
		} else {
			rest = strings.ReplaceAll(rest, "''", "")
		}
		if strings.Contains(rest, teken) || regel == len(b.lijnen) {
			return 0
		}
		rest = b.lijnen[regel]
		kaal := strings.TrimLeft(rest, " ")
		if len(rest)-len(kaal) < kolom && reBegint().MatchString(kaal) {
			return regel + 1
		}
	}
}

var (
	reOntsnapt = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\\.`) })
	// reApostrof matches the begin of a text that lost the apostrophe of 't, 's or the like.
	reApostrof = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:[tskmnr]|ie) `) })
	// reBegint matches the begin of an item or of a field.
	reBegint = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:- |["']?[\pL\pN][\pL\pN_.+-]*["']?:(?:\s|$))`) })
)

// sleutel returns the name that a key is; ok is false when it is none.
func (b *yamlBouwer) sleutel(y *yaml.Node) (naam string, ok bool) {
	p := b.plaats(y)
	b.checkVreemd(y, p)
	switch {
	case y.Kind == yaml.AliasNode:
		return "", false
	case y.Kind != yaml.ScalarNode:
		b.f.Add(p, "de naam van een veld is hier een lijst of een blok; schrijf één woord en een dubbele punt")
		return "", false
	case y.Tag == "!!merge":
		b.f.Add(p, `weeg voegt geen blokken samen ("<<"); schrijf de velden hier uit`)
		return "", false
	case y.Value == "":
		b.f.Add(p, "hier ontbreekt de naam van een veld; schrijf een woord voor de dubbele punt")
		return "", false
	}
	return b.tekst(y.Value), true
}
