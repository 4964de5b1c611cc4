package main

import (
	"runtime"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/quotes"
	"depot.example/depot/internal/record"
)

func main() {
	runtime.MemProfileRate = 64 << 10
	stay := load.Preload(24)
	cache := quotes.New()
	for scrape := 1; scrape <= 8; scrape++ {
		for i := 0; i < 200; i++ {
			load.Request(i)
			cache.Page(i%20, scrape*1000+i)
		}
		record.Write("heap", record.Number("heap", scrape), 0)
	}
	runtime.KeepAlive(stay)
	runtime.KeepAlive(cache)
}
