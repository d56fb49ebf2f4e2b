package keuring

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
)

// A uitzetting puts rules off on some lines.
type uitzetting struct {
	codes    []string
	van, tot int // lines from 1, tot is the last
}

type uitzettingen []uitzetting

// staatUit reports whether a rule is put off on a line.
func (u uitzettingen) staatUit(code string, regel int) bool {
	return slices.ContainsFunc(u, func(x uitzetting) bool {
		return x.van <= regel && regel <= x.tot && slices.Contains(x.codes, code)
	})
}

// UitMet is what puts rules off, in a comment: at the end of a line for that line, or on
// a line of its own for what stands below it.
const UitMet = "controleer uit:"

// What begins a comment in YAML, and in Markdown.
var (
	reUitYAML     = regexp.MustCompile(`#\s*` + UitMet + codes)
	reUitMarkdown = regexp.MustCompile(`<!--\s*` + UitMet + codes)
)

const codes = `\s*(R\d{3}(?:\s*,\s*R\d{3})*)`

// uitgezet finds which rules are put off where.
func (b *bestand) uitgezet() uitzettingen {
	if !bytes.Contains(b.data, []byte(UitMet)) {
		return nil
	}
	var uit uitzettingen
	reUit := reUitMarkdown
	if isYAML(b.naam) {
		reUit = reUitYAML
	}
	for i, lijn := range b.lijnen() {
		m := reUit.FindStringSubmatchIndex(lijn)
		if m == nil {
			continue
		}
		codes := strings.FieldsFunc(lijn[m[2]:m[3]], func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
		hier := uitzetting{codes, i + 1, i + 1}
		if strings.TrimSpace(lijn[:m[0]]) == "" {
			hier.tot = b.stuk(i + 1)
		}
		uit = append(uit, hier)
	}
	return uit
}

// stuk is the last line, from 1, of what begins at a line, from 0: with YAML all that is
// indented below it, else up to the next blank line.
func (b *bestand) stuk(begin int) int {
	isLeeg := func(i int) bool { return strings.TrimSpace(b.lijnen()[i]) == "" }
	isUit := func(i int) bool { return strings.Contains(b.lijnen()[i], UitMet) }
	for begin < len(b.lijnen()) && (isLeeg(begin) || isUit(begin)) {
		begin++
	}
	tot := begin + 1
	for i := tot; i < len(b.lijnen()); i++ {
		switch leeg := isLeeg(i); {
		case !isYAML(b.naam) && leeg, isYAML(b.naam) && !leeg && inspringing(b.lijnen()[i]) <= inspringing(b.lijnen()[begin]):
			return tot
		case !leeg:
			tot = i + 1
		}
	}
	return tot
}

// inspringing is how many spaces a line begins with.
func inspringing(lijn string) int { return len(lijn) - len(strings.TrimLeft(lijn, " ")) }
