// Package metrics counts and flushes.
package metrics

import "sync"

type Sink struct {
	mu    sync.Mutex
	count map[string]int
	full  chan string
}

func New() *Sink { return &Sink{count: map[string]int{}, full: make(chan string, 4)} }

// Add tells the flusher of names that are full, with the lock held.
func (s *Sink) Add(name string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count[name]++
	if s.count[name]%3 == 0 {
		s.full <- name
	}
}

// Get reads one count.
func (s *Sink) Get(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count[name]
}

// Flush empties what is full.
func (s *Sink) Flush() {
	for name := range s.full {
		s.reset(name)
	}
}

func (s *Sink) reset(name string) {
	s.mu.Lock()
	s.count[name] = 0
	s.mu.Unlock()
}
