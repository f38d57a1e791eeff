package main

import (
	"context"
	"os"

	"services/set4/p06/events"
	"services/set4/p06/messaging"
	"services/set4/p06/verification"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	topic := &events.Topic[events.VerificationDone]{}
	topic.Subscribe(messaging.Profile{CustomerIO: customerio.NewTrackClient(os.Getenv("SITE"), os.Getenv("KEY"))})
	v := verification.Verifier{Done: topic}
	if err := v.Verify(context.Background(), os.Args[1], nil); err != nil {
		os.Exit(1)
	}
}
