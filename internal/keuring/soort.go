package keuring

import (
	"path/filepath"
	"regexp"
	"strings"

	"ambt.example/weeg/internal/markdown"
)

// A soort is a kind of file.
type soort int

const (
	anders soort = iota // no file of weeg's that can be looked at
	casusSoort
	vormSoort    // a werkvorm
	waardenSoort // a part of the catalogue
	woordenSoort // what a kind of step asks by itself
	reflectieSoort
	bladSoort // the sheet of a team's talk
)

// IsNaam reports whether a file that is called so may be one of weeg's.
func IsNaam(naam string) bool {
	return isYAML(naam) || strings.EqualFold(filepath.Ext(naam), ".md")
}

func isYAML(naam string) bool {
	einde := strings.ToLower(filepath.Ext(naam))
	return einde == ".yaml" || einde == ".yml"
}

// soortVan says what a file is, by what stands in it; also where it is damaged.
func soortVan(naam string, data []byte) soort {
	if !isYAML(naam) {
		switch {
		case markdown.IsTeamblad(data):
			return bladSoort
		case markdown.IsReflectie(data):
			return reflectieSoort
		}
		return anders
	}
	velden := map[string]bool{}
	for _, m := range reVeld.FindAllSubmatch(data, -1) {
		velden[string(m[1])] = true
	}
	switch {
	case !velden["weeg"] && !reLijst.Match(data), velden["casus"]: // of another program; or an answer file
		return anders
	case velden["stappen"]:
		return vormSoort
	case velden["velden"], velden["lijsten"]:
		return woordenSoort
	case velden["situatie"], velden["moment"], velden["titel"], velden["rollen"]:
		return casusSoort
	case velden["waarden"] || !velden["weeg"]:
		return waardenSoort
	}
	return anders
}

var (
	reVeld  = regexp.MustCompile(`(?m)^["']?([a-z]+)["']?[ \t]*:`)
	reLijst = regexp.MustCompile(`(?m)^- *(?:\{ *)?id:.*(?:\n[^-].*)*omschrijving:`) // a catalogue may be a list alone
)
