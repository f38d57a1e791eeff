package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p30/repo"
	"services/set9/p30/roster"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	students := repo.New[roster.Student](cio.IdentifyCtx)
	var list []roster.Student
	if err := json.NewDecoder(os.Stdin).Decode(&list); err != nil {
		log.Fatal(err)
	}
	for _, s := range list {
		if err := students.Save(context.Background(), s); err != nil {
			log.Println(err)
		}
	}
}
