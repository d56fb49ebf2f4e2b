package main

import (
	"fmt"
	"regexp"
	"strings"
)

// weg stands where code stood: it is no word, and a sentence may begin with it.
const weg = "§"

var (
	commentaar = regexp.MustCompile(`(?s)<!--.*?-->`)
	regelcode  = regexp.MustCompile("`[^`]*`")
	koppeling  = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	hek        = regexp.MustCompile("^`{3,}")
	scheiding  = regexp.MustCompile(`^\|[-| :]+\|$`)
	opsomming  = regexp.MustCompile(`^([-*]|\d+\.) `)
)

// vanMarkdown takes the Dutch prose out of a Markdown text whose first line is
// line nummer. Of what is fenced it reads only a Markdown example.
func vanMarkdown(naam, md string, nummer int) []tekst {
	md = commentaar.ReplaceAllStringFunc(md, func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	m := markdownlezer{naam: naam}
	regels := strings.Split(md, "\n")
	for i := 0; i < len(regels); i++ {
		r := strings.TrimSpace(regels[i])
		open := hek.FindString(r)
		if open == "" && (r != "---" || i > 0) {
			m.regel(nummer+i, r)
			continue
		}
		m.klaar()
		sluit, info := open, strings.TrimPrefix(r, open)
		if open == "" {
			sluit = "---" // front matter
		}
		begin := i + 1
		for i++; i < len(regels) && strings.TrimSpace(regels[i]) != sluit; i++ {
		}
		if info == "markdown" {
			m.teksten = append(m.teksten, vanMarkdown(naam, strings.Join(regels[begin:min(i, len(regels))], "\n"), nummer+begin)...)
		}
	}
	m.klaar()
	return m.teksten
}

// A markdownlezer gathers lines until a paragraph, an item or an answer ends.
type markdownlezer struct {
	naam    string
	teksten []tekst

	begin  int
	soort  tekstsoort
	alinea []string
}

func (m *markdownlezer) regel(n int, r string) {
	soort, nieuw := proza, len(m.alinea) == 0
	switch {
	case r == "" || scheiding.MatchString(r):
		m.klaar()
		return
	case strings.HasPrefix(r, "|"):
		for cel := range strings.SplitSeq(strings.Trim(r, "|"), "|") {
			m.klaar()
			m.begin, m.soort, m.alinea = n, label, []string{cel}
		}
		m.klaar()
		return
	case strings.HasPrefix(r, "#"):
		soort, nieuw, r = label, true, strings.TrimLeft(r, "# ")
	case strings.HasPrefix(r, ">"):
		soort, r = citaat, strings.TrimLeft(r, "> ")
	case opsomming.MatchString(r):
		nieuw, r = true, opsomming.ReplaceAllString(r, "")
	}
	if nieuw || soort != m.soort {
		m.klaar()
		m.begin, m.soort = n, soort
	}
	m.alinea = append(m.alinea, r)
}

func (m *markdownlezer) klaar() {
	s := strings.Join(m.alinea, " ")
	m.alinea = nil
	if strings.HasPrefix(s, "*In English") {
		return
	}
	s = regelcode.ReplaceAllString(s, weg)
	s = strings.ReplaceAll(koppeling.ReplaceAllString(s, "$1"), "*", "")
	if telWoorden(s) > 0 {
		m.teksten = append(m.teksten, tekst{fmt.Sprintf("%s:%d", m.naam, m.begin), m.soort, s})
	}
}
