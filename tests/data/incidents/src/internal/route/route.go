// Package route finds the handler of a path.
package route

import "regexp"

type Table struct {
	patterns []string
	compiled []*regexp.Regexp
}

func New() *Table {
	t := &Table{patterns: []string{`^/item/\d+$`, `^/list/[a-z]+$`, `^/doc/(\w+)/(\d+)$`}}
	for _, p := range t.patterns {
		t.compiled = append(t.compiled, regexp.MustCompile(p))
	}
	return t
}

// Match finds the first pattern that fits.
func (t *Table) Match(path string) int {
	for i := range t.patterns {
		if t.pattern(i).MatchString(path) {
			return i
		}
	}
	return -1
}
