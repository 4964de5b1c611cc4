//go:build slow

package page

//go:noinline
func (p *Page) Row(i int) { p.all += cells(i) }
func (p *Page) Len() int  { return len(p.all) }
