package main

import (
	"os"
	"strconv"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/page"
	"depot.example/depot/internal/record"
)

func main() {
	n, _ := strconv.Atoi(os.Args[2])
	record.CPU("cpu.pb.gz", func() {
		for i := 0; i < n; i++ {
			page.Table(60)
			for j := 0; j < 8; j++ {
				load.Request(i + j)
			}
		}
	})
}
