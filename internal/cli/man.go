package cli

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/roff"
	"ambt.example/weeg/internal/strict"
)

// In which section of the manual a page stands.
const (
	deelOpdracht  = 1
	deelOnderwerp = 7
)

// A manblad is a page for man.
type manblad struct {
	*roff.Blad
	naam string
	deel int
}

// newManblad begins the page of a name, with what it is about.
func newManblad(naam string, deel int, kort string) manblad {
	m := manblad{roff.New(naam, deel, versiedag, "weeg "+versie, "Handleiding van Weeg"), naam, deel}
	m.Kop("NAAM")
	m.Naam(naam, casus.InZin(kort))
	return m
}

// verwijzing is how another page names this one.
func (m manblad) verwijzing() string { return fmt.Sprintf("`%s`(%d)", m.naam, m.deel) }

// manbladen are the pages for man, by the names of their files: of weeg, of each
// command, with those below it, and of each subject.
func manbladen(h hulp, onderwerpen []uitlegblad) map[string][]byte {
	alle := []manblad{manVanWeeg(h)}
	for _, o := range h.opdrachten {
		alle = append(alle, manVanOpdracht(o))
	}
	for _, o := range onderwerpen {
		alle = append(alle, manVanOnderwerp(o))
	}
	bestanden := map[string][]byte{}
	for i, m := range alle {
		ook := alle[:1] // weeg itself leads to all others, and they to it
		if i == 0 {
			ook = alle[1:]
		}
		m.Kop("ZIE OOK")
		m.Alinea(strings.Join(casus.Elk(ook, manblad.verwijzing), ", "))
		bestanden[fmt.Sprintf("%s.%d", m.naam, m.deel)] = m.Bytes()
	}
	return bestanden
}

func manVanWeeg(h hulp) manblad {
	m := newManblad(h.naam, deelOpdracht, h.kort)
	m.gebruik(h)
	m.Kop("BESCHRIJVING")
	m.stukken(stukken(h.uitleg))
	m.Kop("OPDRACHTEN")
	for _, o := range h.opdrachten {
		m.Begrip(o.naam, o.kort+".")
		for _, onder := range o.opdrachten {
			m.Begrip(onder.naam, onder.kort+".")
		}
	}
	m.opties(h.opties)
	m.begrippen("AFLOOP", aflopen())
	m.begrippen("OMGEVING", omgeving())
	m.begrippen("BESTANDEN", bestandsplekken())
	return m
}

func manVanOpdracht(h hulp) manblad {
	m := newManblad(strings.ReplaceAll(h.naam, " ", "-"), deelOpdracht, h.kort)
	m.gebruik(h)
	if len(h.opdrachten) == 0 {
		m.Kop("BESCHRIJVING")
		m.stukken(stukken(h.uitleg))
		m.opties(h.opties)
		if h.voorbeelden != "" {
			m.Kop("VOORBEELDEN")
			m.stukken(stukken(h.voorbeelden))
		}
		return m
	}
	m.Kop("OPDRACHTEN")
	for _, o := range h.opdrachten {
		m.Tussenkop(o.gebruik[0])
		m.stukken(stukken(o.uitleg))
		for _, o := range o.opties {
			m.optie(o)
		}
		if o.voorbeelden != "" {
			m.Alinea("Voorbeelden:")
			m.stukken(stukken(o.voorbeelden))
		}
	}
	return m
}

func manVanOnderwerp(blad uitlegblad) manblad {
	m := newManblad("weeg-"+blad.onderwerp, deelOnderwerp, blad.titel())
	m.Kop("BESCHRIJVING")
	m.stukken(stukken(blad.tekst))
	return m
}

// gebruik writes how a command is typed, and those below it.
func (m manblad) gebruik(h hulp) {
	m.Kop("GEBRUIK")
	lijnen := h.gebruik
	if len(h.opdrachten) > 0 && m.naam != h.naam { // all of them stand on this page
		lijnen = nil
		for _, o := range h.opdrachten {
			lijnen = append(lijnen, o.gebruik...)
		}
	}
	m.Letterlijk(strings.Join(lijnen, "\n"))
}

func (m manblad) opties(opties []optie) {
	m.Kop("OPTIES")
	for _, o := range opties {
		m.optie(o)
	}
}

func (m manblad) optie(o optie) { m.Begrip(o.String(), casus.MetHoofdletter(o.uitleg)+".") }

// stukken writes the parts of a page, but for its title, which is its name.
func (m manblad) stukken(alle []stuk) {
	for _, s := range alle {
		switch s.soort {
		case stukTitel:
		case stukKop:
			m.Kop(s.tekst)
		case stukPunt:
			m.Punt(s.tekst)
		case stukLetterlijk:
			m.Letterlijk(s.tekst)
		default:
			m.Alinea(s.tekst)
		}
	}
}

func (m manblad) begrippen(kop string, alle []begrip) {
	m.Kop(kop)
	for _, b := range alle {
		m.Begrip(b.term, b.uitleg)
	}
}

// A begrip is a term with what there is to say of it.
type begrip struct{ term, uitleg string }

// aflopen says what each exit code means.
func aflopen() []begrip {
	var alle []begrip
	for _, a := range []struct {
		code   int
		uitleg string
	}{
		{exitKlaar, "Alles is klaar."},
		{exitGevonden, "`weeg controleer` vond fouten."},
		{exitGebruik, "De opdracht of de invoer klopt niet."},
		{exitMislukt, "Er is iets mislukt."},
		{exitGestopt, "U bent gestopt, en het concept is bewaard."},
		{exitOnderbroken, "Het is onderbroken waar niets te bewaren was."},
	} {
		alle = append(alle, begrip{strconv.Itoa(a.code), a.uitleg})
	}
	return alle
}

// omgeving says which variables of the environment weeg looks at.
func omgeving() []begrip {
	return []begrip{
		{"EDITOR", "De editor voor ctrl+e. Noemt u er geen, dan neemt Weeg nano, en op Windows Kladblok."},
		{"VISUAL", "Noemt u hier een editor, dan gaat die voor."},
		{"PAGER", "Het programma om mee te bladeren. Uw privé-antwoorden komen daarna. Noemt u er geen, dan bladert u in Weeg."},
		{"LESS", "Opties voor het programma dat bladert. Staat hier niets, dan kiest Weeg ze."},
		{"ACCESSIBLE", "Staat hier iets? Dan gaat een gesprek op een terminal in gewone regels."},
		{"TERM", `Staat hier "dumb"? Dan gaat een gesprek ook in gewone regels.`},
		{"NO_COLOR", "Staat hier iets? Dan gebruikt Weeg geen kleuren."},
		{"DISPLAY", "Staat hier iets? Dan kan Weeg een webpagina openen in uw browser."},
		{"WAYLAND_DISPLAY", "Met een ander soort venster geldt hetzelfde."},
		{"SSH_CONNECTION", "Staat hier iets, op een Mac of op Windows? Dan opent Weeg geen webpagina."},
		{"XDG_STATE_HOME", "De map waarin Weeg uw concepten bewaart, als volledig pad."},
		{"XDG_DATA_HOME", "De map waarin Weeg uw privé-antwoorden en uw eigen reflecties bewaart, als volledig pad."},
		{"HOME", "Uw thuismap. Daarin bewaart Weeg wat van u alleen is, tenzij u een andere plek koos."},
		{"LOCALAPPDATA", "De map waarin Weeg dat op Windows bewaart."},
		{"USERPROFILE", "Uw thuismap op Windows."},
	}
}

// bestandsplekken says where things are kept.
func bestandsplekken() []begrip {
	return []begrip{
		{"reflecties/", "Uw reflecties, in de map waar u begon."},
		{"~/.local/state/weeg/concepten/", "Gesprekken die nog niet af zijn."},
		{"~/.local/share/weeg/prive/", "Uw privé-antwoorden."},
		{"~/.local/share/weeg/reflecties/", "Reflecties in de map van een team, tot u ze deelt."},
		{archief.TeamBestand, "De instellingen van een team, in de map van het team. Zie `weeg uitleg team`."},
	}
}

// schrijfMan writes all pages for man into a folder. A page that is there stays as it
// is, and then none is written.
func (u uitgifte) schrijfMan(naam string, h hulp) error {
	dir := u.plek.pad(naam)
	bladen := manbladen(h, uitlegbladen())
	namen := slices.Sorted(maps.Keys(bladen))
	for _, blad := range namen {
		if _, err := os.Lstat(filepath.Join(dir, blad)); err == nil {
			return gebruik("in %s staat %s al; kies een lege map, of een naam die er nog niet is", strict.HeleAanhaling(u.plek.toon(dir)), blad)
		}
	}
	if !isMap(dir) {
		if err := archief.MaakMap(filepath.Dir(dir), dir); err != nil {
			return err
		}
	}
	for _, blad := range namen {
		if err := u.kast.SchrijfNieuw(filepath.Join(dir, blad), bladen[blad]); err != nil {
			return err
		}
	}
	if err := u.w.schrijfPad(u.plek.toon(dir)); err != nil {
		return err
	}
	u.w.melding("Daar staan nu %d bladzijden. Lees de eerste met:", len(namen))
	eerste := u.plek.toon(filepath.Join(dir, "weeg.1"))
	if filepath.Base(eerste) == eerste {
		eerste = "." + string(filepath.Separator) + eerste // else man looks for a page of that name
	}
	u.w.opdracht("man " + u.plek.schelp(eerste))
	return nil
}
