package archief

import (
	"path"
	"strings"
)

// programma is the folder of weeg within the places that a platform has for programs.
const programma = "weeg"

// Plekken are the folders that weeg keeps for one person, outside every
// repository: Staat holds the concepts, Data the private parts.
type Plekken struct{ Staat, Data string }

// NewPlekken returns the folders for an operating system, as runtime.GOOS calls
// it, and an environment. XDG_STATE_HOME and XDG_DATA_HOME count on every
// system when they are absolute, as the XDG Base Directory Specification has
// it; else the system's own place. It makes no folders.
func NewPlekken(goos string, getenv func(string) string) (Plekken, error) {
	plekken, err := eigenPlekken(goos, getenv)
	if xdg := getenv("XDG_STATE_HOME"); isAbsoluut(goos, xdg) {
		plekken.Staat = voeg(goos, xdg, programma)
	}
	if xdg := getenv("XDG_DATA_HOME"); isAbsoluut(goos, xdg) {
		plekken.Data = voeg(goos, xdg, programma)
	}
	if plekken.Staat == "" || plekken.Data == "" {
		return Plekken{}, err
	}
	return plekken, nil
}

// eigenPlekken are the folders that the system itself has for this.
func eigenPlekken(goos string, getenv func(string) string) (Plekken, error) {
	variabele := "HOME"
	if goos == "windows" {
		variabele = "LOCALAPPDATA"
	}
	thuis := getenv(variabele)
	if !isAbsoluut(goos, thuis) {
		return Plekken{}, fout("", "weeg weet niet waar uw thuismap is, en kan daarom niets bewaren",
			"geef "+variabele+" het volledige pad van uw thuismap, of geef XDG_STATE_HOME en XDG_DATA_HOME een pad")
	}
	switch goos {
	case "windows":
		thuis = voeg(goos, thuis, programma)
		return Plekken{thuis, thuis}, nil
	case "darwin", "ios":
		thuis = voeg(goos, thuis, "Library", "Application Support", programma)
		return Plekken{thuis, thuis}, nil
	}
	return Plekken{voeg(goos, thuis, ".local", "state", programma), voeg(goos, thuis, ".local", "share", programma)}, nil
}

// isAbsoluut reports whether p is a full path on goos, which need not be the
// system that this runs on.
func isAbsoluut(goos, p string) bool {
	if goos != "windows" {
		return path.IsAbs(p)
	}
	if strings.HasPrefix(p, `\\`) {
		return len(p) > 2
	}
	return len(p) >= 3 && p[1] == ':' && (p[2] == '\\' || p[2] == '/')
}

func voeg(goos string, delen ...string) string {
	if goos == "windows" {
		delen[0] = strings.TrimRight(delen[0], `\/`)
		return strings.Join(delen, `\`)
	}
	return path.Join(delen...)
}
