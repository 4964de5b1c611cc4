package main

import (
	"os"
	"strconv"

	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
	"depot.example/depot/internal/route"
)

func main() {
	t := route.New()
	n, _ := strconv.Atoi(os.Args[2])
	record.CPU("cpu.pb.gz", func() {
		for i := 0; i < n; i++ {
			t.Match("/doc/abc/" + strconv.Itoa(i))
			for j := 0; j < 3; j++ {
				load.Request(i + j)
			}
		}
	})
}
