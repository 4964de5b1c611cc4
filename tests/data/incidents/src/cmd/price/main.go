package main

import (
	"depot.example/depot/internal/load"
	"depot.example/depot/internal/price"
	"depot.example/depot/internal/record"
)

func main() {
	var e price.Engine
	for scrape := 1; scrape <= 12; scrape++ {
		e.Signed = scrape >= 8
		record.CPU(record.Number("cpu", scrape), func() {
			for i := 0; i < 14000; i++ {
				load.Request(i)
				if i%2 == 0 {
					e.Quote(i)
				}
			}
		})
	}
}
