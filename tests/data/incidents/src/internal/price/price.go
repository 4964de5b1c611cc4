// Package price makes offers.
package price

import "crypto/sha256"

type Engine struct{ Signed bool }

// Quote makes an offer, since some day a signed one.
func (e *Engine) Quote(n int) byte {
	if !e.Signed {
		return byte(n)
	}
	return sign(n)
}

//go:noinline
func sign(n int) byte {
	block := make([]byte, 512)
	block[0] = byte(n)
	sum := sha256.Sum256(block)
	for i := 0; i < 12; i++ {
		sum = sha256.Sum256(append(sum[:], block...))
	}
	return sum[0]
}
