package main

import (
	"runtime"

	"depot.example/depot/internal/feed"
	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
)

func serve(h *feed.Hub, r *feed.Ring, n int) {
	s := h.Subscribe()
	load.Request(n)
	r.Put(n)
	h.Leave(s)
}

func main() {
	runtime.MemProfileRate = 64 << 10
	stay := load.Preload(40)
	var hub feed.Hub
	var ring feed.Ring
	for scrape := 1; scrape <= 8; scrape++ {
		for i := 0; i < 170; i++ {
			serve(&hub, &ring, i)
		}
		record.Write("heap", record.Number("heap", scrape), 0)
	}
	runtime.KeepAlive(stay)
	runtime.KeepAlive(&hub)
}
