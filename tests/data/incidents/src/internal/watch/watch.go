// Package watch follows prices.
package watch

import "time"

type Watcher struct{ prices chan int }

func New() *Watcher { return &Watcher{prices: make(chan int)} }

// Follow waits for a price in the background and never ends, whatever becomes of who asked.
func (w *Watcher) Follow(stop <-chan struct{}) {
	go func() {
		for {
			select {
			case <-w.prices:
			case <-stop:
				return
			}
		}
	}()
}

// Once begins goroutines that end by themselves.
func Once(n int) {
	for i := 0; i < n; i++ {
		go nap()
	}
}

func nap() { time.Sleep(40 * time.Millisecond) }
