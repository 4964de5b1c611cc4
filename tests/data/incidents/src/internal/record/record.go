// Package record writes profiles of the program it is in.
package record

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Write writes the profile of this name to a file of the folder that is the first argument.
func Write(profile, name string, debug int) {
	if profile == "heap" {
		runtime.GC()
	}
	var b bytes.Buffer
	must(pprof.Lookup(profile).WriteTo(&b, debug))
	must(os.WriteFile(filepath.Join(os.Args[1], name), b.Bytes(), 0o644))
}

// CPU runs the work and writes what it cost.
func CPU(name string, work func()) {
	path := filepath.Join(os.Args[1], name)
	must(os.MkdirAll(filepath.Dir(path), 0o755))
	f, err := os.Create(path)
	must(err)
	must(pprof.StartCPUProfile(f))
	work()
	pprof.StopCPUProfile()
	must(f.Close())
}

// Number is a name of a series: "heap.03.pb.gz".
func Number(kind string, i int) string { return fmt.Sprintf("%s.%02d.pb.gz", kind, i) }
