package keuring

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/strict"
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
	velden := veldnamen(naam, data)
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
	if soort := inMap(naam); soort != anders {
		return soort
	}
	switch { // by what is left of it
	case velden["naam"]:
		return vormSoort
	case velden["id"]:
		return casusSoort
	}
	return anders
}

// veldnamen are the fields of a YAML file, also where the rest of it cannot be read.
func veldnamen(naam string, data []byte) map[string]bool {
	velden := map[string]bool{}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	for _, m := range reVeld.FindAllSubmatch(data, -1) {
		velden[string(m[1])] = true
	}
	if n, err := strict.Parse(naam, data, 0); !velden["weeg"] && err == nil { // with its fields between { and }
		for _, v := range n.Velden {
			velden[v.Naam] = true
		}
	}
	return velden
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
