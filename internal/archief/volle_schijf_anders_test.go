//go:build !linux

package archief

func speelVolleSchijf(string) {}
