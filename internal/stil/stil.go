// Package stil keeps the terminal libraries quiet while the program starts.
//
// The init of bubbletea v1 asks the terminal for its background colour and its
// cursor position (ESC]11;? and ESC[6n), for every command and also when
// nothing is drawn. A terminal that does not answer then costs five seconds.
// The library asks nothing when TERM is "dumb", so this package sets that in
// its own init, and Herstel puts the old value back on the first line of main.
//
// Go initialises the packages that are ready in the order of their import
// paths. So this package imports only os, and its path has to sort before
// github.com/charmbracelet. It is the only room with an init and with state of
// its own; it never reads or writes the terminal.
package stil

import "os"

const variable = "TERM"

// What TERM was before init, and whether it was set at all.
var (
	oud     string
	stondEr bool
)

func init() {
	oud, stondEr = os.LookupEnv(variable)
	// An error leaves TERM as it is: the start is slower then, and nothing else.
	_ = os.Setenv(variable, "dumb")
}

// Herstel puts TERM back as the person has it. Call it on the first line of main.
func Herstel() {
	if !stondEr {
		_ = os.Unsetenv(variable)
		return
	}
	_ = os.Setenv(variable, oud)
}
