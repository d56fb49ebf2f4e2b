package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// eigenMap refuses what cannot do without a folder of the person's own.
func eigenMap(kast archief.Archief) func(*cobra.Command, []string) error {
	return func(*cobra.Command, []string) error { return kast.Err() }
}

// bestaatNiet reports whether err says that a file is not there.
func bestaatNiet(err error) bool { return errors.Is(err, fs.ErrNotExist) }

// concept finds a concept by its id.
func concept(kast archief.Archief, id string) (sessie.Stand, error) {
	if _, err := kast.Pad(id); err != nil {
		return sessie.Stand{}, invoer(err)
	}
	stand, err := kast.Concept(id)
	if !bestaatNiet(err) {
		return stand, err
	}
	if lijkt := strict.Lijkt(id, conceptIDs(kast)); lijkt != "" {
		return stand, gebruik("er is geen concept %s; bedoelt u \"%s\"?", strict.Aanhaling(id), lijkt)
	}
	return stand, gebruik("er is geen concept %s; typ weeg concept lijst", strict.Aanhaling(id))
}

// conceptVan returns the concept on the same casus that was saved last, by
// whichever werkvorm, and in which anything was said.
func conceptVan(kast archief.Archief, casusID string) (sessie.Stand, bool) {
	return vindConcept(kast, func(s sessie.Stand) bool {
		begonnen := len(s.Antwoorden) > 0 || len(s.Overgeslagen) > 0
		return s.Definitie.Casus.ID == casusID && s.Bestand == "" && begonnen && casusID != reflectie.Eigen
	})
}

// vindConcept returns the concept that was saved last of those that are meant.
func vindConcept(kast archief.Archief, bedoeld func(sessie.Stand) bool) (sessie.Stand, bool) {
	concepten, _ := kast.Concepten() // a damaged one is told by weeg concept lijst
	if i := slices.IndexFunc(concepten, bedoeld); i >= 0 {
		return concepten[i], true
	}
	return sessie.Stand{}, false
}

func conceptIDs(kast archief.Archief) []string {
	concepten, _ := kast.Concepten() // a damaged one is told by weeg concept lijst
	return elk(concepten, func(s sessie.Stand) string { return s.ID })
}

// kort writes how far a conversation is: "stap 3 van 10".
func kort(stand sessie.Stand) string {
	stap, van := sessie.New(stand).Voortgang()
	return fmt.Sprintf("stap %d van %d", stap, van)
}

// tijdstip writes a moment as people say it.
func tijdstip(t time.Time) string {
	return reflectie.DatumVan(t).Voluit() + " om " + t.Format("15.04")
}

// priveVan reads the private part of the reflectie called id; nil where there is
// none, as of a reflectie without an id.
func priveVan(kast archief.Archief, id string) ([]byte, error) {
	if id == "" {
		return nil, nil
	}
	data, err := kast.Prive(id)
	if bestaatNiet(err) {
		return nil, nil
	}
	return data, err
}

// priveAntwoorden reads the private answers that go with the reflectie called id.
func priveAntwoorden(kast archief.Archief, id string, def casus.Definitie) (reflectie.Antwoorden, error) {
	data, err := priveVan(kast, id)
	if data == nil || err != nil {
		return nil, err
	}
	return markdown.ParsePrive(id, data, def)
}
