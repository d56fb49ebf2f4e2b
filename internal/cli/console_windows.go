package cli

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// metCodes has the console of f, where it is one, take what a program says to a terminal,
// until terug is called. ok is false where it cannot.
func metCodes(f *os.File) (terug func(), ok bool) {
	terug = func() {}
	if !term.IsTerminal(int(f.Fd())) {
		return terug, true
	}
	h := windows.Handle(f.Fd())
	var was uint32
	if windows.GetConsoleMode(h, &was) != nil || windows.SetConsoleMode(h, was|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) != nil {
		return terug, false
	}
	return func() { _ = windows.SetConsoleMode(h, was) }, true // the next program sets what it needs
}

// sluitMee reports whether the window of f closes with this process, and something stands
// in it to read: it is for this process alone, and the cursor left the place where it began.
func sluitMee(f *os.File) bool {
	var processen [2]uint32
	// The wrapper that x/sys would have is not there.
	aantal, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList").
		Call(uintptr(unsafe.Pointer(&processen[0])), uintptr(len(processen)))
	var info windows.ConsoleScreenBufferInfo
	err := windows.GetConsoleScreenBufferInfo(windows.Handle(f.Fd()), &info)
	return aantal == 1 && (err != nil || info.CursorPosition != windows.Coord{})
}
