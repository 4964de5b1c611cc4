// Package audit writes down who did what.
package audit

import (
	"sync"
	"time"
)

type Trail struct {
	mu    sync.Mutex
	lines []string
}

func (t *Trail) lock()   { t.mu.Lock() }
func (t *Trail) unlock() { t.mu.Unlock() }

// Append only adds a line.
func (t *Trail) Append(line string) {
	t.lock()
	t.lines = append(t.lines, line)
	t.unlock()
}

// Ship sends the lines away and holds the lock until they have arrived.
func (t *Trail) Ship() {
	t.lock()
	defer t.unlock()
	time.Sleep(25 * time.Millisecond)
	t.lines = t.lines[:0]
}
