package archief

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
)

// maxConcept is the largest concept that is read, in bytes.
const maxConcept = 64 << 20

const conceptPlek = "concepten"

// pogingen is how many names are tried. There are 1.7 million for one casus, so
// more than a few in use means that random is not random.
const pogingen = 20

func (a Archief) concepten() vak {
	return vak{plek: a.plekken.Staat, naam: conceptPlek, einde: ".json", wat: "concept", opdracht: "concept", max: maxConcept, err: a.err}
}

// NieuwID returns an id that no concept has: "koken-in-het-schoolgebouw-k3x9".
func (a Archief) NieuwID(casus string, random io.Reader) (string, error) {
	for poging := 1; ; poging++ {
		staart, err := willekeurig(random)
		if err != nil {
			return "", err
		}
		id := casus + "-" + staart
		p, err := a.Pad(id)
		if err != nil {
			return "", err
		}
		_, err = os.Lstat(p)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return id, nil
		case err != nil:
			return "", leesFout(p, err)
		case poging == pogingen:
			return "", schrijfFout(p, fs.ErrExist)
		}
	}
}

// Pad returns where the concept with this id stands, there or not.
func (a Archief) Pad(id string) (string, error) { return a.concepten().pad(id) }

// Bewaar writes a concept, over what it held before. When it returns nil the
// concept is on the disk; a failure leaves what was there.
func (a Archief) Bewaar(stand sessie.Stand) error {
	p, err := a.Pad(stand.ID)
	if err != nil {
		return err
	}
	stand.Formaat = sessie.Formaat
	data, err := reflectie.EncodeJSON(stand)
	if err != nil {
		return fout(p, "dit concept is niet te bewaren", "meld dit bij de makers van weeg", err)
	}
	return writeEigen(p, data)
}

// Concept reads the concept with this id. When there is none the error is
// fs.ErrNotExist; one that cannot be read stays where it is, and is
// ErrBeschadigd, or ErrNieuwer when a newer weeg wrote it.
func (a Archief) Concept(id string) (sessie.Stand, error) {
	data, err := a.concepten().lees(id)
	if err != nil {
		return sessie.Stand{}, err
	}
	p, _ := a.Pad(id) // it was just read
	return decode(p, id, data)
}

// decode reads the bytes of the concept with this id. What the JSON reader says
// of them could quote an answer, so it is not passed on.
func decode(pad, id string, data []byte) (sessie.Stand, error) {
	beschadigd := fout(pad, "dit concept is beschadigd en niet te lezen",
		"het bestand blijft staan; open het met een teksteditor om uw antwoorden eruit te halen", ErrBeschadigd)
	var kop struct {
		Formaat int `json:"formaat"`
	}
	if json.Unmarshal(data, &kop) != nil || kop.Formaat < 1 {
		return sessie.Stand{}, beschadigd
	}
	if kop.Formaat > sessie.Formaat {
		return sessie.Stand{}, fout(pad, "dit concept is gemaakt met een nieuwere versie van weeg",
			"gebruik die versie om verder te gaan; het bestand blijft staan", ErrNieuwer)
	}
	var stand sessie.Stand
	if json.Unmarshal(data, &stand) != nil {
		return sessie.Stand{}, beschadigd
	}
	if stand.ID != id {
		return sessie.Stand{}, fout(pad, "de naam van dit concept past niet bij wat erin staat", "geef het bestand zijn oude naam terug", ErrBeschadigd)
	}
	return stand, nil
}

// Concepten returns the concepts, the one that was saved last first, and an
// error for each that cannot be read.
func (a Archief) Concepten() ([]sessie.Stand, []error) {
	lijst, err := a.concepten().ids()
	if err != nil {
		return nil, []error{err}
	}
	var gevonden []*sessie.Stand // to be sorted, which moves each of them often
	var fouten []error
	for _, id := range lijst {
		stand, err := a.Concept(id)
		switch {
		case err == nil:
			gevonden = append(gevonden, &stand)
		case !errors.Is(err, fs.ErrNotExist): // else it was removed since the folder was read
			fouten = append(fouten, err)
		}
	}
	slices.SortStableFunc(gevonden, func(a, b *sessie.Stand) int {
		return cmp.Or(b.Bewaard.Compare(a.Bewaard), cmp.Compare(a.ID, b.ID))
	})
	var standen []sessie.Stand
	for _, stand := range gevonden {
		standen = append(standen, *stand)
	}
	return standen, fouten
}

// ConceptIDs lists the ids of the concepts, without opening any.
func (a Archief) ConceptIDs() ([]string, error) { return a.concepten().ids() }

// ConceptTitel is what a concept is about: the name of its casus, or what somebody
// called their own situation. It takes that from the begin of the file alone: to read
// all of it takes a hundred times as long, and who completes a name waits for every
// concept. Where it does not stand there it is "".
func (a Archief) ConceptTitel(id string) string {
	begin := a.concepten().begin(id)
	_, eigen, isEigen := bytes.Cut(begin, []byte(`"eigen.titel":`))
	_, definitie, _ := bytes.Cut(begin, []byte(`"definitie":`)) // no answer holds this mark: there a quotation mark has a backslash before it
	_, rest, _ := bytes.Cut(definitie, []byte(`"titel":`))
	if isEigen {
		rest = eigen
	}
	var titel string
	_ = json.NewDecoder(bytes.NewReader(rest)).Decode(&titel) // none yet
	return titel
}

// VerwijderConcept removes the concept with this id. Who does that holds its
// lock, or knows that nobody does.
func (a Archief) VerwijderConcept(id string) error { return a.concepten().verwijder(id) }

// Vergrendel takes the lock of a concept, so that no other process goes on with
// it, until ontgrendel is called or the process ends. While another holds it
// the error is ErrBezet. The concept need not be there yet.
func (a Archief) Vergrendel(id string) (ontgrendel func(), err error) {
	p, err := a.Pad(id)
	if err != nil {
		return nil, err
	}
	if err := maakMap(filepath.Dir(p), modeEigenMap); err != nil {
		return nil, err
	}
	ontgrendel, err = vergrendel(p)
	if errors.Is(err, ErrBezet) {
		return nil, fout("", "u werkt al aan dit gesprek, in een ander venster",
			"ga daar verder, of sluit dat venster eerst", err)
	}
	if err != nil {
		return nil, schrijfFout(p, err)
	}
	return ontgrendel, nil
}
