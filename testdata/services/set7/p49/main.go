// Command p49 syncs members.
package main

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"os"
	"time"

	"services/set7/p49/profile"
	"services/set7/p49/track"
)

func main() {
	c := &track.Client{Site: os.Getenv("CUSTOMERIO_SITE_ID"), Key: os.Getenv("CUSTOMERIO_API_KEY")}
	dec := json.NewDecoder(os.Stdin)
	now := time.Now()
	for {
		var p profile.Profile
		err := dec.Decode(&p)
		if err == io.EOF {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		if err := c.Identify(context.Background(), p.UID, p.Public(now)); err != nil {
			log.Print(err)
		}
	}
}
