package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	"services/set4/p37/marketing"
	"services/set4/p37/member"
)

func main() {
	tool := marketing.Open(marketing.Config{
		SiteID: os.Getenv("CIO_SITE_ID"),
		APIKey: os.Getenv("CIO_API_KEY"),
		HTTP:   &http.Client{Timeout: 5 * time.Second},
	})
	reg := member.NewRegistry(tool)
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var e member.Event
		if err := dec.Decode(&e); err != nil {
			log.Fatal(err)
		}
		if err := reg.Dispatch(context.Background(), e); err != nil {
			log.Print(err)
		}
	}
}
