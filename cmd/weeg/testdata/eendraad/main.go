// Command eendraad is weeg with all that it does with files on one thread, so that
// for who follows that thread the same call is the n-th each time.
package main

import (
	"os"
	"runtime"

	"ambt.example/weeg/internal/cli"
)

func init() { runtime.LockOSThread() } // on the thread that the process began with

func main() { os.Exit(cli.Main()) }
