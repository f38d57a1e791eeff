// Command p38 sends digests.
package main

import (
	"bufio"
	"context"
	"log"
	"net/http"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p38/digest"
	"services/set7/p38/plays"
)

func main() {
	links := make(chan plays.Link)
	go func() {
		defer close(links)
		sc := bufio.NewScanner(os.Stdin)
		for sc.Scan() {
			if id, token, ok := strings.Cut(sc.Text(), " "); ok {
				links <- plays.Link{UserID: id, AccessToken: token}
			}
		}
	}()
	d := &digest.Weekly{
		Plays: &plays.Client{Base: "https://api.plays.example", HTTP: http.DefaultClient},
		CIO:   customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY")),
		Goal:  70,
	}
	n, err := d.Send(context.Background(), links)
	log.Println(n, "sent", err)
}
