// Package catalog finds articles.
package catalog

import (
	"sort"
	"sync"
)

type Index struct {
	mu    sync.RWMutex
	words []string
	hits  int
}

// Rebuild sorts all with the lock held.
func (x *Index) Rebuild(words []string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.words = append([]string(nil), words...)
	sort.Strings(x.words)
}

// Find looks a word up.
func (x *Index) Find(word string) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	i := sort.SearchStrings(x.words, word)
	return i < len(x.words) && x.words[i] == word
}

// Count is called with every answer.
func (x *Index) Count() {
	x.mu.Lock()
	x.hits++
	x.mu.Unlock()
}
