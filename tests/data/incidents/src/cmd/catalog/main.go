package main

import (
	"fmt"
	"runtime"
	"time"

	"depot.example/depot/internal/catalog"
	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
)

func visitor(x *catalog.Index, n int) {
	for {
		x.Find(fmt.Sprint(n))
		x.Count()
		time.Sleep(2 * time.Millisecond)
	}
}

func main() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	load.Workers(40)
	words := make([]string, 60000)
	for i := range words {
		words[i] = fmt.Sprint(i * 7919 % 100003)
	}
	var x catalog.Index
	for i := 0; i < 12; i++ {
		go visitor(&x, i)
	}
	for i := 0; i < 12; i++ {
		x.Rebuild(words)
		time.Sleep(30 * time.Millisecond)
	}
	record.Write("block", "block.pb.gz", 0)
	record.Write("mutex", "mutex.pb.gz", 0)
}
