package cli

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// A wachter remembers how the files and folders were that were read by way of it,
// also those that were looked for and are not there. It tells when one has changed.
// It looks only when it is asked: nothing runs beside the program.
type wachter struct {
	mu     sync.Mutex // a library reads several files at once
	gezien map[string]toestand
}

// A toestand is how a file or a folder is, as far as somebody who saves it changes
// that; zero where there is none.
type toestand struct {
	tijd  time.Time
	bytes int64
	namen string // of a folder: the files in it that can be definitions
}

func newWachter() *wachter { return &wachter{gezien: map[string]toestand{}} }

// open opens a folder, of which what is read is remembered.
func (w *wachter) open(dir string) fs.FS { return bewaakt{os.DirFS(dir), dir, w} }

// zie remembers how something is just before it is read: what changes after that,
// has changed.
func (w *wachter) zie(pad string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, al := w.gezien[pad]; !al {
		w.gezien[pad] = hoeIs(pad)
	}
}

// veranderd returns the files and folders that are otherwise than when they were
// read, files first.
func (w *wachter) veranderd() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	var bestanden, mappen []string
	for _, pad := range slices.Sorted(maps.Keys(w.gezien)) {
		switch was, nu := w.gezien[pad], hoeIs(pad); {
		case was.namen != nu.namen:
			mappen = append(mappen, pad)
		case !was.tijd.Equal(nu.tijd) || was.bytes != nu.bytes:
			bestanden = append(bestanden, pad)
		}
	}
	return append(bestanden, mappen...)
}

func hoeIs(pad string) toestand {
	info, err := os.Stat(pad)
	switch {
	case err != nil:
		return toestand{}
	case !info.IsDir():
		return toestand{tijd: info.ModTime(), bytes: info.Size()}
	}
	bestanden, _ := os.ReadDir(pad) // none, where it cannot be listed
	var namen []string
	for _, bestand := range bestanden {
		if strings.HasSuffix(bestand.Name(), ".yaml") { // an editor puts others beside it
			namen = append(namen, bestand.Name())
		}
	}
	return toestand{namen: strings.Join(namen, "/")}
}

// A bewaakt is a folder of which a wachter sees what is read.
type bewaakt struct {
	fs.FS
	dir string
	w   *wachter
}

func (b bewaakt) zie(naam string) { b.w.zie(filepath.Join(b.dir, filepath.FromSlash(naam))) }

func (b bewaakt) Open(naam string) (fs.File, error) {
	b.zie(naam)
	return b.FS.Open(naam)
}

// Stat looks without opening: to open a named pipe would wait.
func (b bewaakt) Stat(naam string) (fs.FileInfo, error) {
	b.zie(naam)
	return fs.Stat(b.FS, naam)
}
