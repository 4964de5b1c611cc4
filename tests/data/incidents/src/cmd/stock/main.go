package main

import (
	"time"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
	"depot.example/depot/internal/stock"
)

func clerk(s *stock.Shelf) {
	for {
		s.Take(1)
		time.Sleep(3 * time.Millisecond)
	}
}

func auditor(d *stock.Desk) {
	for {
		d.Audit()
		time.Sleep(5 * time.Millisecond)
	}
}

func visitor(s *stock.Shelf) {
	for {
		s.Left()
		time.Sleep(time.Millisecond)
	}
}

func main() {
	load.Workers(60)
	s, d := stock.New()
	go auditor(d)
	go clerk(s)
	for i := 0; i < 20; i++ {
		go visitor(s)
	}
	time.Sleep(2 * time.Second)
	record.Write("goroutine", "goroutine.debug2.1.txt", 2)
	time.Sleep(500 * time.Millisecond)
	record.Write("goroutine", "goroutine.debug2.2.txt", 2)
	record.Write("goroutine", "goroutine.pb.gz", 0)
}
