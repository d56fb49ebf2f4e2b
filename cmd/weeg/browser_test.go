package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A browser shows pages as somebody sees them.
type browser struct {
	t   testing.TB
	ctx context.Context
}

// errGeenBrowser is why a test with a browser is skipped.
var errGeenBrowser = errors.New("there is no browser here: a page can be judged in chromium alone")

// A chromium is the one browser of all tests: to start one takes longer than what
// most of them do with it.
type chromium struct {
	start func() (context.Context, error)
	stop  func()
}

func newChromium() *chromium {
	c := &chromium{stop: func() {}}
	c.start = sync.OnceValues(c.eerste)
	return c
}

// eerste starts Debian's chromium.
func (c *chromium) eerste() (context.Context, error) {
	pad := ""
	for _, naam := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(naam); err == nil {
			pad = p
			break
		}
	}
	if pad == "" {
		return nil, errGeenBrowser
	}
	opties := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(pad), chromedp.NoSandbox,
		chromedp.DisableGPU, chromedp.Flag("disable-quic", true), chromedp.WSURLReadTimeout(time.Minute))
	los, sluitLos := chromedp.NewExecAllocator(context.Background(), opties...)
	ctx, sluit := chromedp.NewContext(los)
	c.stop = func() { sluit(); sluitLos() }
	return ctx, chromedp.Do(ctx, chromedp.Navigate("about:blank"))
}

var deChromium = newChromium()

// newBrowser opens a browser that shares nothing with those of other tests.
// Where there is none, the test is skipped.
func newBrowser(t testing.TB) *browser {
	t.Helper()
	naElkaar(t)
	alle, err := deChromium.start()
	if errors.Is(err, errGeenBrowser) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	ctx, sluit := chromedp.NewContext(alle, chromedp.WithNewBrowserContext())
	t.Cleanup(sluit)
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return &browser{t, ctx}
}

// open goes to an address.
func (b *browser) open(adres string) {
	b.t.Helper()
	ctx, klaar := context.WithTimeout(b.ctx, time.Minute)
	defer klaar()
	if err := chromedp.Do(ctx, chromedp.Navigate(adres)); err != nil {
		b.t.Fatal(err)
	}
}

// toon shows a page, or a picture.
func (b *browser) toon(naam string, data []byte) {
	b.t.Helper()
	pad := filepath.Join(b.t.TempDir(), naam)
	if err := os.WriteFile(pad, data, 0o600); err != nil {
		b.t.Fatal(err)
	}
	b.open("file://" + filepath.ToSlash(pad))
}

// opScherm shows it on a screen so wide, of a person who likes it light or dark.
func (b *browser) opScherm(breed int64, schema, medium string) {
	b.t.Helper()
	if err := chromedp.Do(b.ctx, chromedp.EmulateViewport(breed, 900)); err != nil {
		b.t.Fatal(err)
	}
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: medium,
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: schema}}})
	if err != nil {
		b.t.Fatal(err)
	}
}

// bereken evaluates a script, which may be a promise, and returns what it gives.
func bereken[T any](b *browser, script string) T {
	b.t.Helper()
	ctx, klaar := context.WithTimeout(b.ctx, 2*time.Minute)
	defer klaar()
	uit, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%v in:\n%.500s", err, script)
	}
	return uit
}

// laad runs a program of npm in the page, whatever the page itself allows.
func (b *browser) laad(pad string) {
	b.t.Helper()
	bron, err := os.ReadFile(pad)
	if err != nil {
		b.t.Fatal(err)
	}
	bereken[int](b, string(bron)+"\n;0")
}

// npm finds files of a package of npm, in the folder that WEEG_NPM names. That
// has a folder per package and version: axe-core-4.14.1.
func npm(t testing.TB, patroon string) []string {
	t.Helper()
	map_ := os.Getenv("WEEG_NPM")
	if map_ == "" {
		t.Skip("WEEG_NPM names no folder with axe-core and mermaid; .ci/run fetches them from npm")
	}
	paden, err := filepath.Glob(filepath.Join(map_, patroon))
	if err != nil || len(paden) == 0 {
		t.Fatalf("in WEEG_NPM there is no %s: %v", patroon, err)
	}
	return paden
}

// js writes a value as JavaScript.
func js(t testing.TB, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// bladen counts the pages of A4 that the page takes when it is printed.
func (b *browser) bladen() int {
	b.t.Helper()
	pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize()))
	if err != nil {
		b.t.Fatal(err)
	}
	return bytes.Count(pdf, []byte("/Type /Page\n"))
}
