//go:build !slow

package page

func (p *Page) Row(i int) { p.text = append(p.text, cells(i)...) }
func (p *Page) Len() int  { return len(p.text) }
