package cli

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ambt.example/weeg/internal/archief"
	"ambt.example/weeg/internal/casus"
	"ambt.example/weeg/internal/markdown"
	"ambt.example/weeg/internal/reflectie"
	"ambt.example/weeg/internal/sessie"
	"ambt.example/weeg/internal/strict"
)

// A schrijver writes what was answered: the private part in the archief, and
// the reflectie where it belongs.
type schrijver struct {
	w        Wereld
	plek     plek
	kast     archief.Archief
	boekerij boekerij
}

// An afloop is a conversation of which the reflectie was just written.
type afloop struct {
	stand   sessie.Stand
	pad, id string
	gezegd  []string // what the person should know of the writing
	fout    error    // why the day to look back is not in the file

	anders bool   // the file that was there has other words now
	pagina string // the web page that was made of it after it was written; may be empty
}

// rondAf writes the private part and the reflectie. Where the file that was to be
// completed is gone, it makes another of all that was in it and came to it.
func (s schrijver) rondAf(stand sessie.Stand) (afloop, error) {
	stand = s.volg(stand)
	if pad := s.gemaakt(stand); pad != "" { // something stopped what comes after that
		stand.Bestand, stand.Gelezen, stand.GelezenPrive = pad, stand.Wordt.Inhoud, stand.Wordt.Prive
	}
	switch err := s.weg(stand); {
	case err != nil && (stand.Naar == "" || stand.IsTerugblik()):
		return afloop{stand: stand}, err
	case stand.IsTerugblik():
		return s.blikTerug(stand)
	case stand.Bestand != "" && err == nil:
		return s.vulAan(stand)
	case stand.Bestand == "" || stand.Kop.Datum.IsZero():
		stand.Kop.Datum = s.w.vandaag()
	}
	return s.nieuw(stand)
}

// gemaakt is where the new reflectie that stand was to become stands already: where
// it was going to be, or in the folder of reflecties as it is called now. It is ""
// where it stands nowhere.
func (s schrijver) gemaakt(stand sessie.Stand) string {
	if stand.Wordt == nil || stand.Wordt.Pad == stand.Bestand || stand.IsTerugblik() {
		return ""
	}
	paden := []string{stand.Wordt.Pad}
	mappen, _ := s.plek.mappen()
	for _, dir := range mappen {
		paden = append(paden, filepath.Join(dir, filepath.Base(stand.Wordt.Pad)))
	}
	for _, pad := range paden {
		if _, doc, err := leesReflectie(pad); err == nil && doc.ID == stand.Wordt.ID {
			return pad
		}
	}
	return ""
}

// wordt makes the id of a reflectie without one, or returns the one of an earlier try.
func (s schrijver) wordt(stand sessie.Stand, datum reflectie.Datum, over string) (string, error) {
	if stand.Wordt != nil {
		return stand.Wordt.ID, nil
	}
	return archief.NieuweNaam(datum, over, s.w.Random)
}

// legVast keeps in the concept what is going to be written, so that a second try
// makes no second one. Where that cannot be kept, the writing goes on: the
// reflectie matters more.
func (s schrijver) legVast(stand *sessie.Stand, w sessie.Wording) {
	stand.Wordt = &w
	if stand.ID != vanBlad && !stand.Bewaard.IsZero() {
		_ = s.kast.Bewaar(*stand)
	}
}

// volg finds the file that stand is about where it was shared since.
func (s schrijver) volg(stand sessie.Stand) sessie.Stand {
	if _, err := os.Stat(stand.Bestand); stand.Bestand == "" || !bestaatNiet(err) {
		return stand
	}
	mappen, _ := s.plek.mappen()
	for _, dir := range mappen {
		pad := filepath.Join(dir, filepath.Base(stand.Bestand))
		if _, err := os.Stat(pad); err == nil {
			stand.Bestand = pad
		}
	}
	return stand
}

// weg tells that the file which stand is about is not there any more, and how its
// answers come in one all the same.
func (s schrijver) weg(stand sessie.Stand) error {
	if _, err := os.Stat(stand.Bestand); stand.Bestand == "" || !bestaatNiet(err) {
		return nil
	}
	tekst := "dit bestand is er niet meer; zet het terug op deze plek, en ga dan verder met: weeg verder " + stand.ID
	if !stand.IsTerugblik() {
		tekst = "dit bestand is er niet meer; zet het terug op deze plek, of maak een nieuw bestand met: weeg verder " + stand.ID + " --naar BESTAND"
	}
	return invoer(strict.Bevindingen{{Plaats: strict.Plaats{Bestand: s.plek.toon(stand.Bestand)}, Tekst: tekst}})
}

// pogingen is how often a new name is tried; two people on one day never collide.
const pogingen = 20

// nieuw writes a new reflectie, where the person wants it or under a name of its own.
func (s schrijver) nieuw(stand sessie.Stand) (afloop, error) {
	plek := s.plek
	if isMap(stand.Werkmap) { // a conversation belongs where it was begun
		plek = plek.in(stand.Werkmap)
	}
	if stand.Definitie.MaaktCasus() {
		return s.casus(stand, plek)
	}
	af := afloop{stand: stand}
	team, _ := plek.team()
	vak, err := plek.vak(stand.Delen != "" && stand.Delen == team.Wortel)
	if err != nil && stand.Naar == "" {
		return af, err
	}
	concept := stand // it stays about the file that it was about
	stand.Bestand = ""
	af.stand = stand
	r, vervallen := stand.Reflectie()
	def := s.boekerij.metTerugblik(stand.Definitie, r.Teruggeblikt)
	inhoud := sessie.StandVan("", stand.Definitie, r, vervallen, nil).Antwoorden
	for range pogingen {
		if af.id, err = s.wordt(concept, stand.Kop.Datum, onderwerp(stand)); err != nil {
			return af, err
		}
		af.pad = cmp.Or(stand.Naar, filepath.Join(vak.dir, af.id+".md"))
		s.legVast(&concept, sessie.Wording{ID: af.id, Pad: af.pad, Inhoud: inhoud, Prive: stand.Prive()})
		af.stand.Wordt = concept.Wordt
		meta := markdown.MetaVan(af.id, stand.Definitie)
		err = s.metPrive(stand, af.id, func() error {
			return s.zetNieuw(stand, vak, af.pad, markdown.Encode(def, meta, r, vervallen))
		})
		if err == nil {
			_ = s.kast.OnthoudID(af.id, s.plek.pad(af.pad)) // else the person names the file themselves
		}
		if stand.Naar != "" || !errors.Is(err, archief.ErrBestaat) || !isMap(vak.dir) { // else the name is taken, and not the place
			return af, err
		}
		concept.Wordt = nil // somebody else has that name
	}
	return af, fmt.Errorf("er is geen vrije naam gevonden in %s; kies er zelf een met --naar", s.plek.toon(vak.dir))
}

// A plekfout says why a new reflectie could not be written where it should go, and
// how it gets another place.
type plekfout struct {
	err error
	hoe string
}

func (p *plekfout) Error() string { return p.err.Error() + "\nGeef een andere plek met: " + p.hoe }
func (p *plekfout) Unwrap() error { return p.err }

// zetNieuw writes a new reflectie at pad, and makes the folder for it where the
// person chose none.
func (s schrijver) zetNieuw(stand sessie.Stand, vak vak, pad string, data []byte) error {
	var err error
	if stand.Naar == "" {
		err = vak.maak()
	}
	if err == nil {
		err = s.kast.SchrijfNieuw(pad, data)
	}
	if err == nil {
		return nil
	}
	hoe := "--naar BESTAND"
	if stand.ID != vanBlad {
		hoe = "weeg verder " + stand.ID + " " + hoe
	}
	err = &plekfout{err, hoe}
	if errors.Is(err, archief.ErrBestaat) {
		return invoer(err)
	}
	return err
}

// onderwerp is what the name of a file says that it is about: the casus, or the
// title of a situation of one's own, or how that begins.
func onderwerp(stand sessie.Stand) string {
	if stand.Definitie.IsEigen() {
		return cmp.Or(reflectie.BeginSlug(stand.Antwoorden["eigen.titel"].Tekst()), stand.Definitie.Casus.ID)
	}
	return stand.Definitie.Casus.ID
}

// geweigerd says why the file at pad cannot be rewritten. What keeps it from that
// was done to the file, so it is wrong input.
func (s schrijver) geweigerd(pad string, err error) error {
	if errors.Is(err, markdown.ErrNietAanTeVullen) { // the other errors have their place
		err = fmt.Errorf("%s: %w", s.plek.toon(pad), err)
	}
	return invoer(err)
}

// vulAan writes what was changed here over what stands in the file now. What
// was changed there meanwhile stays.
func (s schrijver) vulAan(stand sessie.Stand) (afloop, error) {
	af := afloop{stand: stand, pad: stand.Bestand}
	oud, doc, err := leesReflectie(stand.Bestand)
	if err != nil {
		return af, err
	}
	if err := s.neemPrive(&stand, doc.ID, &af); err != nil {
		return af, err
	}
	daar := sessie.StandVan("", stand.Definitie, doc.Reflectie, doc.Vervallen, nil)
	for _, sleutel := range stand.Samenvoegen(daar.Antwoorden) {
		zin := "Het antwoord bij %s is intussen ook in het bestand veranderd. Kijk daar of het klopt."
		if stand.IsPrive(sleutel) {
			zin = "In het bestand stond iets bij de privévraag %s. Dat staat er niet meer in. Kijk bij uw privé-antwoorden of het klopt."
		}
		af.gezegd = append(af.gezegd, fmt.Sprintf(zin, sleutel))
	}
	stand.Kop = daar.Kop // nobody is asked for what stands there
	af.stand = stand
	r, vervallen := stand.Reflectie()
	meta := markdown.MetaVan(doc.ID, stand.Definitie)
	if meta.ID == "" {
		if meta.ID, err = s.wordt(stand, s.w.vandaag(), onderwerp(stand)); err != nil {
			return af, err
		}
		s.legVast(&stand, sessie.Wording{ID: meta.ID, Pad: af.pad})
		af.stand.Wordt = stand.Wordt
	}
	af.id = meta.ID
	def := s.boekerij.metTerugblik(stand.Definitie, r.Teruggeblikt)
	nieuw, err := doc.Rewrite(def, meta, r, vervallen, markdown.Opties{Toch: stand.Toch})
	if err != nil {
		return af, s.geweigerd(af.pad, err)
	}
	af.anders = !bytes.Equal(oud, nieuw)
	return af, s.metPrive(stand, af.id, func() error { return s.kast.Vervang(af.pad, oud, nieuw) })
}

// neemPrive takes in what another window wrote in the private part of the reflectie
// called id since this one read it.
func (s schrijver) neemPrive(stand *sessie.Stand, id string, af *afloop) error {
	data, err := priveVan(s.kast, id)
	if err != nil {
		return err
	}
	daar, err := markdown.ParsePrive(id, data, stand.Definitie)
	if err != nil {
		return invoer(err)
	}
	for _, sleutel := range stand.SamenvoegenPrive(daar) {
		af.gezegd = append(af.gezegd, fmt.Sprintf("Wat u privé antwoordde bij %s, is intussen ook op een andere plek veranderd. Kijk bij uw privé-antwoorden of het klopt.", sleutel))
	}
	return nil
}

// blikTerug adds a terugblik to the reflectie as it stands in its file now, and
// to the private part.
func (s schrijver) blikTerug(stand sessie.Stand) (afloop, error) {
	af := afloop{stand: stand, pad: stand.Bestand}
	data, doc, err := leesReflectie(stand.Bestand)
	if err != nil {
		return af, err
	}
	vandaag := s.w.vandaag()
	r, meta := stand.BlikTerug(doc.Reflectie, vandaag), doc.Meta
	if meta.ID == "" && len(stand.Prive()) > 0 { // the private part is found by it
		if meta.ID, err = s.wordt(stand, vandaag, r.Casus); err != nil {
			return af, err
		}
		s.legVast(&stand, sessie.Wording{ID: meta.ID, Pad: af.pad})
		af.stand.Wordt = stand.Wordt
	}
	af.id = meta.ID
	def := s.boekerij.metTerugblik(s.boekerij.geschreven(r), r.Teruggeblikt, stand.Definitie.Werkvorm)
	nieuw, err := doc.Rewrite(def, meta, r, doc.Vervallen, markdown.Opties{Toch: stand.Toch})
	if err != nil {
		return af, s.geweigerd(af.pad, err)
	}
	af.anders = true
	vervang := func() error { return s.kast.Vervang(af.pad, data, nieuw) }
	if len(stand.Prive()) == 0 {
		return af, vervang()
	}
	return af, s.zetPrive(af.id, func(oud []byte) []byte { return markdown.VulPriveAan(oud, stand, vandaag) }, vervang)
}

// zetTerugblik writes in the file of a reflectie when to look back.
func (s schrijver) zetTerugblik(af afloop, datum reflectie.Datum) error {
	oud, doc, err := leesReflectie(af.pad)
	if err != nil {
		return err
	}
	def := af.stand.Definitie
	if af.stand.IsTerugblik() { // it asks other questions than those that stand there
		def = s.boekerij.geschreven(doc.Reflectie)
	}
	nieuw, err := s.wijzig(af.pad, doc, def, markdown.Opties{}, func(r *reflectie.Reflectie) { r.Terugblik = datum })
	if err != nil {
		return err
	}
	return s.kast.Vervang(af.pad, oud, nieuw)
}

// wijzig is the file at pad with one thing in it changed.
func (s schrijver) wijzig(pad string, doc *markdown.Document, def casus.Definitie, o markdown.Opties, doe func(*reflectie.Reflectie)) ([]byte, error) {
	r := doc.Reflectie
	doe(&r)
	nieuw, err := doc.Rewrite(s.boekerij.metTerugblik(def, r.Teruggeblikt), doc.Meta, r, doc.Vervallen, o)
	if err != nil {
		return nil, s.geweigerd(pad, err)
	}
	return nieuw, nil
}

// metPrive keeps the private part with what was answered in private.
func (s schrijver) metPrive(stand sessie.Stand, id string, reflectie func() error) error {
	prive := markdown.EncodePrive(stand)
	if prive == nil && stand.ID == vanBlad {
		return reflectie()
	}
	return s.zetPrive(id, func(oud []byte) []byte { return markdown.HoudTerugblikken(prive, oud) }, reflectie)
}

// zetPrive keeps the private part that nieuw makes of the one there is, nil for
// none, before it writes the reflectie, so that that never stands alone; when the
// reflectie fails, the private part is again what it was.
func (s schrijver) zetPrive(id string, nieuw func(oud []byte) []byte, reflectie func() error) error {
	zet := func(data []byte) error {
		if data != nil {
			return s.kast.BewaarPrive(id, data)
		}
		if err := s.kast.VerwijderPrive(id); !bestaatNiet(err) {
			return err
		}
		return nil
	}
	oud, err := priveVan(s.kast, id)
	if err != nil {
		return err
	}
	if err := zet(nieuw(oud)); err != nil {
		return err
	}
	if err := reflectie(); err != nil {
		return errors.Join(err, zet(oud))
	}
	return nil
}
