package main

import (
	"fmt"
	"time"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/mail"
	"depot.example/depot/internal/record"
)

func main() {
	load.Workers(120)
	var out mail.Outbox
	for scrape := 1; scrape <= 8; scrape++ {
		for i := 0; i < 60; i++ {
			out.Send(i%6 == 0)
		}
		time.Sleep(30 * time.Millisecond)
		record.Write("goroutine", record.Number("goroutine", scrape), 0)
		if scrape == 2 || scrape == 8 {
			record.Write("goroutine", fmt.Sprintf("goroutine.debug2.%d.txt", (scrape+4)/6), 2)
		}
	}
}
