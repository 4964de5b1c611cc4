// Package page writes tables.
package page

import "strconv"

type Page struct {
	text []byte
	all  string
}

// Table writes n rows.
func Table(n int) int {
	var p Page
	for i := 0; i < n; i++ {
		p.Row(i)
	}
	return p.Len()
}

func cells(i int) string { return "<td>" + strconv.Itoa(i) + "</td>" }
