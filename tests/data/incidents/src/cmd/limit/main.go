package main

import (
	"depot.example/depot/internal/limit"
	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
)

func main() {
	var w limit.Window
	for scrape := 1; scrape <= 12; scrape++ {
		record.CPU(record.Number("cpu", scrape), func() {
			for i := 0; i < 14000; i++ {
				load.Request(i)
				if i%3 == 0 {
					w.Allow(i % 50)
				}
			}
		})
	}
}
