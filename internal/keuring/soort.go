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
	case velden["casus"]: // an answer file
		return anders
	case !velden["weeg"] && !reLijst.Match(data): // of another program, unless it stands among ours
		return inMap(naam)
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

// inMap is what all files are in the folder that this one stands in, where it is called as
// a team's folders mostly are.
func inMap(naam string) soort {
	delen := strings.Split(strings.ReplaceAll(naam, `\`, "/"), "/")
	if len(delen) < 2 {
		return anders
	}
	switch delen[len(delen)-2] {
	case "casussen":
		return casusSoort
	case "werkvormen":
		return vormSoort
	case "stappen":
		return woordenSoort
	case "waarden":
		return waardenSoort
	}
	return anders
}

var (
	reVeld  = regexp.MustCompile(`(?m)^["']?([a-z]+)["']?[ \t]*:`)
	reLijst = regexp.MustCompile(`(?m)^- *(?:\{ *)?id:.*(?:\n[^-].*)*omschrijving:`) // a catalogue may be a list alone
)
