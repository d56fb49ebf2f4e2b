package cli

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionSaysFromWhatAndForWhatItWasMade(t *testing.T) {
	t.Parallel()
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "abc1234def5678"}
	dag := debug.BuildSetting{Key: "vcs.time", Value: "2026-11-29T01:58:00Z"}
	for want, bouw := range map[string]*debug.BuildInfo{
		"weeg 0.1.0 (linux/amd64)":                                   nil,
		"weeg 0.1.0 (29 november 2026, linux/amd64)":                 {Settings: []debug.BuildSetting{dag}},
		"weeg 0.1.0 (commit abc1234, 29 november 2026, linux/amd64)": {Settings: []debug.BuildSetting{commit, dag, {Key: "vcs.modified", Value: "false"}}},
		"weeg 0.1.0 (commit abc1234 met wijzigingen, linux/amd64)":   {Settings: []debug.BuildSetting{commit, {Key: "vcs.modified", Value: "true"}, {Key: "vcs.time", Value: "gisteren"}}},
	} {
		if got := overWeeg(bouw, "linux", "amd64"); got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
}
