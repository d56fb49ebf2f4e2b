package archief

import (
	"iter"
	"runtime"
)

// Tegelijk does the same with each of a list, such as reading a file, on all processors
// at once, and yields what comes of it in the order of the list. Each processor is at
// most two ahead of who takes that: what is held does not grow with the list.
func Tegelijk[V, T any](lijst []V, doe func(V) T) iter.Seq2[V, T] {
	return func(yield func(V, T) bool) {
		klaar := make(chan struct{})
		defer close(klaar)
		banen := make([]chan T, min(runtime.GOMAXPROCS(0), len(lijst)))
		for b := range banen {
			banen[b] = make(chan T, 1)
			go func() {
				for i := b; i < len(lijst); i += len(banen) {
					select {
					case banen[b] <- doe(lijst[i]):
					case <-klaar:
						return
					}
				}
			}()
		}
		for i, v := range lijst {
			if !yield(v, <-banen[i%len(banen)]) {
				return
			}
		}
	}
}
