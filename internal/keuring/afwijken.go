package keuring

import "ambt.example/weeg/internal/reflectie"

func afwijkenZonderReden() controle {
	return controle{zoek: zoekAfwijken, Regel: Regel{
		Code: "R024", Ernst: Waarschuwing, Naam: "afwijken zonder reden",
		Uitleg: "Wie afwijkt van een regel, zegt waarom. Anders kan niemand er met het team over praten.",
		Niet:   "uitkomst: { keuze: afwijken }",
		Wel:    "> Het water staat al op de drempel.",
	}}
}

func zoekAfwijken(b *bestand, meld meld) {
	if b.doc == nil || b.doc.Gehavend {
		return
	}
	u := b.doc.Reflectie.Uitkomst
	if u.Keuze == reflectie.Afwijken && u.Omdat == "" {
		meld(b.doc.Plaats(reflectie.Sleutel(reflectie.SleutelUitkomst, "keuze")), "hier staat dat iemand afwijkt van de regel, en nergens waarom; vul het aan met weeg verder")
	}
}
