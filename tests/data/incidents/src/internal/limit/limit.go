// Package limit allows so many requests of a customer.
package limit

type Window struct{ seen []int }

// Allow counts earlier requests of the customer; what is old is never dropped.
func (w *Window) Allow(customer int) bool {
	w.seen = append(w.seen, customer)
	return w.count(customer) < 1000000
}

//go:noinline
func (w *Window) count(customer int) int {
	n := 0
	for _, c := range w.seen {
		if c == customer {
			n++
		}
	}
	return n
}
