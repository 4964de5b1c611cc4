// Package mail sends and waits for receipts.
package mail

type Outbox struct{ sent int }

// Send waits for the receipt in the background. Of letters that bounce none ever comes.
func (o *Outbox) Send(bounces bool) {
	o.sent++
	receipt := make(chan string)
	go o.await(receipt)
	if !bounces {
		receipt <- "delivered"
	}
}

func (o *Outbox) await(receipt <-chan string) string { return <-receipt }
