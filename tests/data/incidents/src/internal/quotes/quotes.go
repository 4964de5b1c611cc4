// Package quotes renders quotes and keeps them for the next time.
package quotes

import "fmt"

type Cache struct{ pages map[string][]byte }

func New() *Cache { return &Cache{pages: map[string][]byte{}} }

// Page is kept under a key that has the request's number in it, so it is never found again.
func (c *Cache) Page(customer, request int) []byte {
	key := fmt.Sprintf("%d/%d", customer, request)
	if page, ok := c.pages[key]; ok {
		return page
	}
	page := render(customer)
	c.pages[key] = page
	return page
}

//go:noinline
func render(customer int) []byte {
	page := make([]byte, 6000)
	for i := range page {
		page[i] = byte(customer + i)
	}
	return page
}
