package main

import (
	"runtime"
	"time"

	"depot.example/depot/internal/audit"
	"depot.example/depot/internal/load"
	"depot.example/depot/internal/record"
)

func user(t *audit.Trail, n int) {
	for {
		load.Request(n)
		t.Append("did something")
		time.Sleep(4 * time.Millisecond)
	}
}

func main() {
	runtime.SetBlockProfileRate(1)
	runtime.SetMutexProfileFraction(1)
	load.Workers(30)
	var t audit.Trail
	for i := 0; i < 8; i++ {
		go user(&t, i)
	}
	for i := 0; i < 15; i++ {
		time.Sleep(50 * time.Millisecond)
		t.Ship()
	}
	record.Write("block", "block.pb.gz", 0)
	record.Write("mutex", "mutex.pb.gz", 0)
}
