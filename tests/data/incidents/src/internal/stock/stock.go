// Package stock has shelves and the desk where orders are noted.
package stock

import (
	"sync"
	"time"
)

type Shelf struct {
	mu   sync.Mutex
	desk *Desk
	n    int
}

type Desk struct {
	mu    sync.Mutex
	shelf *Shelf
	notes []int
}

func New() (*Shelf, *Desk) {
	s, d := &Shelf{n: 100}, &Desk{}
	s.desk, d.shelf = d, s
	return s, d
}

// Take locks the shelf, then the desk.
func (s *Shelf) Take(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.n -= n
	time.Sleep(time.Millisecond)
	s.desk.Note(n)
}

// Left reads the shelf.
func (s *Shelf) Left() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.n
}

// Note locks the desk.
func (d *Desk) Note(n int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.notes = append(d.notes, n)
}

// Audit locks the desk, then the shelf.
func (d *Desk) Audit() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	time.Sleep(time.Millisecond)
	return len(d.notes) + d.shelf.Left()
}
