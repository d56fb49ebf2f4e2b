package cli

import (
	"context"
	"io"

	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/netwerk"
	"ambt.example/weeg/internal/rapport"
)

// A lezer makes of a reflectie, and of the private answers that go with it,
// something to read.
type lezer struct {
	uitgifte
	boekerij boekerij
	plank    plank
}

// toon shows the reflectie at pad on standard output.
func (l lezer) toon(ctx context.Context, pad string, doc *markdown.Document, zonderPrive bool) error {
	return l.uitgifte.toon(ctx, l.stof(pad, doc, l.w.UitTerminal && !zonderPrive, l.meld))
}

// toonAan shows the reflectie at pad to a person who is there already.
func (l lezer) toonAan(ctx context.Context, kant gastheer, pad string, zonderPrive bool) error {
	_, doc, err := leesReflectie(pad)
	switch {
	case err != nil:
		return err
	case kant.regels:
		return l.toon(ctx, pad, doc, zonderPrive)
	}
	return l.stof(pad, doc, !zonderPrive, kant.Meld).opScherm(ctx, kant, l.w.vorm())
}

// toonOp writes the reflectie at pad for the person alone, beside what they are asked.
func (l lezer) toonOp(uit io.Writer, pad string) error {
	_, doc, err := leesReflectie(pad)
	if err != nil {
		return err
	}
	_, err = uit.Write(metRegeleinden(l.stof(pad, doc, true, l.meld).alles(l.w.vorm())))
	return err
}

func (l lezer) meld(bericht string) { l.w.melding("%s", bericht) }

// stof is the reflectie at pad to read; metPrive with the private answers that
// go with it. What there is to say of it is told by meld.
func (l lezer) stof(pad string, doc *markdown.Document, metPrive bool, meld func(string)) leesstof {
	var prive []markdown.Deel
	if metPrive {
		data, err := priveVan(l.kast, doc.ID)
		if err != nil {
			meld(l.w.foutmelding(err))
		}
		prive = markdown.LeesPrivedelen(doc.ID, data) // of none there are none
	}
	b, titel := l.bladzij(pad, l.vers(doc, meld)), pad
	if len(prive) > 0 { // said on every page, since somebody may look on
		titel = "Onderaan staan uw privé-antwoorden · " + pad
	}
	return leesstof{titel: titel, prive: prive,
		regels: func(v rapport.Vorm) []string { return rapport.Regels(b, nil, v) },
		alles:  func(v rapport.Vorm) []string { return rapport.Regels(b, prive, v) },
	}
}

// vers is doc with its derived parts as they follow from its data, which of them
// were older told by meld; only as long as the definition is the one that it was
// written with. Else it is as the file has it.
func (l lezer) vers(doc *markdown.Document, meld func(string)) *markdown.Document {
	r := doc.Reflectie
	def, err := l.boekerij.laad(r.Casus, r.Werkvorm)
	if err != nil {
		return doc
	}
	van := markdown.MetaVan(doc.ID, def)
	if van != doc.Meta {
		return doc
	}
	doc, oud := doc.Vers(l.boekerij.metTerugblik(def, r.Teruggeblikt), van)
	for _, b := range oud {
		meld(b.String())
	}
	return doc
}

// bladzij is the page of the reflectie at pad.
func (l lezer) bladzij(pad string, doc *markdown.Document) rapport.Bladzij {
	return rapport.Bladzij{Bron: l.plank.bron(pad, doc), Delen: doc.Delen(), Netwerk: netwerk.New(l.boekerij.waarden(), netwerk.Bijdrage{Reflectie: doc.Reflectie})}
}
