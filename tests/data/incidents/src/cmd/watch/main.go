package main

import (
	"fmt"
	"time"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
	"depot.example/depot/internal/watch"
)

func main() {
	load.Workers(150)
	w := watch.New()
	for scrape := 1; scrape <= 8; scrape++ {
		for i := 0; i < 9; i++ {
			w.Follow(nil)
		}
		watch.Once((scrape * 37) % 90)
		record.Write("goroutine", record.Number("goroutine", scrape), 0)
		if scrape == 1 || scrape == 8 {
			record.Write("goroutine", fmt.Sprintf("goroutine.debug2.%d.txt", scrape/8+1), 2)
		}
		time.Sleep(60 * time.Millisecond)
	}
}
