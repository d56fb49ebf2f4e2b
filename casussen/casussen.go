// Package casussen holds the library that weeg carries with it: the casussen,
// the werkvormen and the catalogue of waarden, as YAML. It never reads them;
// package casus does.
package casussen

import "embed"

// FS holds the casussen at its root, and the folders werkvormen, werkvormen/stappen and waarden.
//
//go:embed *.yaml werkvormen/*.yaml werkvormen/stappen/*.yaml waarden/*.yaml
var FS embed.FS
