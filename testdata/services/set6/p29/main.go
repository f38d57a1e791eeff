package main

import (
	"bufio"
	"context"
	"log"
	"os"
	"strings"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p29/queue"
	"services/set6/p29/support"
	"services/set6/p29/timeline"
)

func main() {
	tl := timeline.New(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")))
	var mux queue.Mux
	mux.Handle("call.ended", support.NewCalls(tl).Ended)
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		kind, body, _ := strings.Cut(sc.Text(), " ")
		if err := mux.Dispatch(context.Background(), queue.Message{Kind: kind, Body: []byte(body)}); err != nil {
			log.Println(err)
		}
	}
}
