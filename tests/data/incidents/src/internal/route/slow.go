//go:build slow

package route

import "regexp"

func (t *Table) pattern(i int) *regexp.Regexp { return regexp.MustCompile(t.patterns[i]) }
