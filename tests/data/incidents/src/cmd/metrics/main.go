package main

import (
	"time"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/metrics"
	"depot.example/depot/internal/record"
)

func writer(s *metrics.Sink, names []string) {
	for {
		for _, name := range names {
			s.Add(name)
		}
	}
}

func reader(s *metrics.Sink, name string) {
	for {
		s.Get(name)
		time.Sleep(time.Millisecond)
	}
}

func main() {
	load.Workers(50)
	s := metrics.New()
	go s.Flush()
	go writer(s, []string{"a", "b", "c", "d", "e", "f", "g", "h"})
	for i := 0; i < 25; i++ {
		go reader(s, "a")
	}
	time.Sleep(2 * time.Second)
	record.Write("goroutine", "goroutine.debug2.txt", 2)
	record.Write("goroutine", "goroutine.pb.gz", 0)
}
