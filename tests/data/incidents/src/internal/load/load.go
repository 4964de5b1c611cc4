// Package load is the innocent part: what every request does, and workers that wait for work.
package load

import (
	"encoding/json"
	"hash/crc32"
	"sort"
	"strings"
	"sync"
)

type Item struct {
	Name string
	Tags []string
	Size int
}

// Request does what a request does: it decodes, sorts and sums.
//
//go:noinline
func Request(n int) uint32 {
	items := make([]Item, 0, 8)
	for i := 0; i < 8; i++ {
		items = append(items, Item{Name: strings.Repeat("ab", i+n%5), Tags: []string{"x", "y"}, Size: (i * 7919) % 97})
	}
	return Sum(items) + Encode(items)
}

//go:noinline
func Sum(items []Item) uint32 {
	sort.Slice(items, func(i, j int) bool { return items[i].Size < items[j].Size })
	var sum uint32
	for _, item := range items {
		for i := 0; i < 12; i++ {
			sum += crc32.ChecksumIEEE([]byte(item.Name))
		}
	}
	return sum
}

//go:noinline
func Encode(items []Item) uint32 {
	b, err := json.Marshal(items)
	if err != nil {
		panic(err)
	}
	return crc32.ChecksumIEEE(b)
}

// Workers start n goroutines that wait for work that is rare.
func Workers(n int) chan<- int {
	jobs := make(chan int)
	var ready sync.WaitGroup
	for i := 0; i < n; i++ {
		ready.Add(1)
		go work(jobs, &ready)
	}
	ready.Wait()
	return jobs
}

func work(jobs <-chan int, ready *sync.WaitGroup) {
	ready.Done()
	for n := range jobs {
		Request(n)
	}
}

// Preload is memory that stays and does not grow.
//
//go:noinline
func Preload(megabytes int) [][]byte {
	all := make([][]byte, 0, megabytes)
	for i := 0; i < megabytes; i++ {
		all = append(all, make([]byte, 1<<20))
	}
	return all
}
