package archief

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
)

// A Bewaarsoort is what somebody wants to keep or to lose as one.
type Bewaarsoort string

// The kinds, in the order in which they are shown.
const (
	Concepten        Bewaarsoort = "concepten" // with their kladden
	Privedelen       Bewaarsoort = "prive"
	EigenReflecties  Bewaarsoort = "reflecties"
	GeschrevenLijst  Bewaarsoort = "geschreven" // the ids of what the person wrote
	OverigeBestanden Bewaarsoort = "rest"       // locks, and what weeg does not know
)

// Bewaarsoorten are all of them.
func Bewaarsoorten() []Bewaarsoort {
	return []Bewaarsoort{Concepten, Privedelen, EigenReflecties, GeschrevenLijst, OverigeBestanden}
}

// What a thing in the person's own folders is.
const (
	WatConcept     = "concept"
	WatKlad        = "klad"
	WatPrivedeel   = "privedeel"
	WatReflectie   = "reflectie"
	WatLijst       = "lijst"
	WatTijdelijk   = "tijdelijk"   // what a killed process left of a save: it may hold the same answers
	WatHulpbestand = "hulpbestand" // what an editor, or we, put beside a file under its name
	WatSlot        = "slot"
	WatVerwijzing  = "verwijzing" // it leads elsewhere; what is there is not ours
	WatOnbekend    = "onbekend"
	WatMap         = "map" // that weeg does not know; it never looks into one
)

// A Bewaard is one thing that stands in the person's own folders.
type Bewaard struct {
	Pad       string      `json:"pad"`
	Soort     Bewaarsoort `json:"-"`
	Wat       string      `json:"wat"`
	Grootte   int64       `json:"grootte"` // in bytes
	Gewijzigd time.Time   `json:"gewijzigd,omitzero"`
	Doel      string      `json:"doel,omitempty"` // where a link leads
	Team      string      `json:"team,omitempty"` // the folder of a team that it stands in; it is never removed

	id string // under which weeg keeps it, or ""
}

// IsVast reports whether it is never removed: in the folder of a team, or a folder that
// weeg does not know.
func (b Bewaard) IsVast() bool { return b.Team != "" || b.Wat == WatMap }

// A bewaarvak is one of the folders, with the kind of what stands there.
type bewaarvak struct {
	dir, einde, wat string
	soort           Bewaarsoort
}

// bewaarvakken are the folders in which weeg keeps files.
func (a Archief) bewaarvakken() []bewaarvak {
	staat, data := a.plekken.Staat, a.plekken.Data
	return []bewaarvak{
		{filepath.Join(staat, conceptPlek), ".json", WatConcept, Concepten},
		{filepath.Join(staat, kladPlek), ".md", WatKlad, Concepten},
		{filepath.Join(data, privePlek), ".md", WatPrivedeel, Privedelen},
		{filepath.Join(data, GewoneReflecties), ".md", WatReflectie, EigenReflecties},
	}
}

// bewaarplekken are the folders of weeg that hold those, each once: on some systems, and by
// a link, they are one.
func (a Archief) bewaarplekken() []string {
	staat, data := a.plekken.Staat, a.plekken.Data
	daar, err := os.Stat(data)
	if hier, errHier := os.Stat(staat); errHier == nil && err == nil && os.SameFile(hier, daar) {
		return []string{staat}
	}
	return []string{staat, data}
}

// Bewaard lists all that stands in the person's own folders, by kind and then by name, and
// an error for each folder that cannot be read. No link is followed, except that the
// folders of weeg themselves may be one.
func (a Archief) Bewaard() ([]Bewaard, []error) {
	if a.err != nil {
		return nil, []error{a.err}
	}
	var alle []Bewaard
	var fouten []error
	neem := func(dir string, herken func(naam string, soort fs.FileMode) (Bewaard, bool)) {
		namen, err := os.ReadDir(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			fouten = append(fouten, leesFout(dir, err))
		}
		team := teamVan(dir)
		for _, d := range namen {
			b, ok := herken(d.Name(), d.Type())
			info, err := d.Info()
			if !ok || err != nil { // it is gone since
				continue
			}
			b.Pad, b.Team, b.Gewijzigd = filepath.Join(dir, d.Name()), team, info.ModTime()
			switch b.Wat {
			case WatVerwijzing:
				b.Doel, _ = os.Readlink(b.Pad) // "" where the system does not say
			case WatMap:
			default:
				b.Grootte = info.Size()
			}
			alle = append(alle, b)
		}
	}
	for _, plek := range a.bewaarplekken() {
		neem(plek, a.herkenPlek(plek))
	}
	for _, v := range a.bewaarvakken() {
		if info, err := os.Lstat(v.dir); err == nil && info.IsDir() {
			neem(v.dir, v.herken)
		}
	}
	volgorde := Bewaarsoorten()
	slices.SortStableFunc(alle, func(b, c Bewaard) int {
		return cmp.Or(slices.Index(volgorde, b.Soort)-slices.Index(volgorde, c.Soort), strings.Compare(b.Pad, c.Pad))
	})
	return alle, fouten
}

// herkenPlek says what stands in one of the folders of weeg itself. The folders that it
// keeps files in are looked into by themselves.
func (a Archief) herkenPlek(plek string) func(naam string, mode fs.FileMode) (Bewaard, bool) {
	return func(naam string, mode fs.FileMode) (Bewaard, bool) {
		soort := OverigeBestanden
		pad := filepath.Join(plek, naam)
		for _, v := range a.bewaarvakken() {
			if isZelfde(pad, v.dir) {
				soort = v.soort
			}
		}
		if isZelfde(pad, a.geschreven()) {
			soort = GeschrevenLijst
		}
		isOns := soort != OverigeBestanden || pad == a.plekken.Staat || pad == a.plekken.Data
		switch {
		case isVerwijzing(mode):
			return Bewaard{Soort: soort, Wat: WatVerwijzing}, true
		case mode.IsDir():
			return Bewaard{Soort: OverigeBestanden, Wat: WatMap}, !isOns
		case soort == GeschrevenLijst && mode.IsRegular():
			return Bewaard{Soort: soort, Wat: WatLijst}, true
		}
		return Bewaard{Soort: OverigeBestanden, Wat: WatOnbekend}, true
	}
}

// isZelfde reports whether two paths name one entry of one folder.
func isZelfde(pad, ander string) bool {
	if pad == ander {
		return true
	}
	if filepath.Base(pad) != filepath.Base(ander) {
		return false
	}
	hier, err := os.Stat(filepath.Dir(pad))
	daar, errDaar := os.Stat(filepath.Dir(ander))
	return err == nil && errDaar == nil && os.SameFile(hier, daar)
}

// isVerwijzing reports whether something leads elsewhere. On Windows a folder can also do
// that as a junction, which is no link by name.
func isVerwijzing(mode fs.FileMode) bool { return mode&(fs.ModeSymlink|fs.ModeIrregular) != 0 }

// reTijdelijk finds the process in the name that tijdelijkeNaam gives.
var reTijdelijk = regexp.MustCompile(`\.([0-9]+)-[0-9]+\.tmp$`)

// herken says what something in this folder is.
func (v bewaarvak) herken(naam string, mode fs.FileMode) (Bewaard, bool) {
	id, isZelf, isBij := v.deel(naam)
	b := Bewaard{Soort: v.soort, Wat: WatOnbekend, id: id}
	isVerborgen := strings.HasPrefix(naam, ".")
	switch {
	case isVerwijzing(mode):
		b.Wat = WatVerwijzing
	case mode.IsDir():
		b.Wat = WatMap
	case !mode.IsRegular():
	case isZelf:
		b.Wat = v.wat
	case isBij && isVerborgen && strings.HasSuffix(naam, ".lock"):
		b.Wat = WatSlot
	case isBij && isVerborgen && reTijdelijk.MatchString(naam):
		b.Wat = WatTijdelijk
	case isBij:
		b.Wat = WatHulpbestand
	}
	if v.soort == EigenReflecties && b.Wat == WatOnbekend {
		return b, true // a page of a reflectie, or a note beside it: nothing brings that back either
	}
	if !isZelf && !isBij || b.Wat == WatOnbekend || b.Wat == WatMap || b.Wat == WatSlot {
		b.Soort = OverigeBestanden
	}
	return b, true
}

// deel takes a name apart: the id in it, and whether it is the file of that id or one
// beside it, as editors and we make them: ".x.md.swp", "x.md~", "#x.md#".
func (v bewaarvak) deel(naam string) (id string, isZelf, isBij bool) {
	kaal := strings.TrimLeft(naam, ".#")
	id, rest, ok := strings.Cut(kaal, v.einde)
	if v.soort == EigenReflecties {
		if IsReflectienaam(naam) { // a person may call it otherwise
			return strings.TrimSuffix(naam, v.einde), true, false
		}
		ok = ok && id != ""
	} else {
		ok = ok && checkID(id) == nil
	}
	if !ok || strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) == 0 {
		return "", false, false
	}
	isZelf = naam == id+v.einde && v.soort != EigenReflecties
	return id, isZelf, !isZelf && (naam != kaal || rest != "")
}

// teamVan is the folder of a team in which dir stands when all links are followed; "" where
// there is none. What its .weeg.yaml says, or leads to, does not count: that it is there is
// enough.
func teamVan(dir string) string {
	echt, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return ""
	}
	return teamwortel(echt, os.Lstat)
}

// IsEigenMap reports whether dir is one of the person's own folders, or lies in one.
func (a Archief) IsEigenMap(dir string) bool {
	if a.err != nil {
		return false
	}
	return slices.ContainsFunc(a.bewaarplekken(), func(plek string) bool {
		_, err := os.Stat(plek)
		return err == nil && ligtIn(dir, plek)
	})
}
