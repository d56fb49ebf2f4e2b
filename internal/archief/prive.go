package archief

// maxPrive is the largest private part that is read, in bytes.
const maxPrive = 16 << 20

const privePlek = "prive"

func (a Archief) prive() vak {
	return vak{plek: a.plekken.Data, naam: privePlek, einde: ".md", wat: "privédeel", opdracht: "prive", max: maxPrive, err: a.err}
}

// PadPrive returns where the private part of a reflectie stands, there or not.
func (a Archief) PadPrive(id string) (string, error) { return a.prive().pad(id) }

// BewaarPrive writes the private part of the reflectie with this id, over the
// one that was there.
func (a Archief) BewaarPrive(id string, data []byte) error {
	p, err := a.PadPrive(id)
	if err != nil {
		return err
	}
	return writeEigen(p, data)
}

// Prive reads the private part of the reflectie with this id. When there is
// none the error is fs.ErrNotExist.
func (a Archief) Prive(id string) ([]byte, error) { return a.prive().lees(id) }

// PriveLijst returns the ids that have a private part, in alphabetical order.
func (a Archief) PriveLijst() ([]string, error) { return a.prive().ids() }

// VerwijderPrive removes the private part of the reflectie with this id.
func (a Archief) VerwijderPrive(id string) error { return a.prive().verwijder(id) }
