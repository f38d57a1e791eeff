package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"time"

	"services/set5/p48/render"

	customerio "github.com/customerio/go-customerio/v3"
)

type customer struct {
	ID, Email, FirstName, Plan string
	CardNumber, Phone          string
	Cents                      int64
	RenewsAt                   time.Time
}

type view struct {
	FirstName, Plan, RenewsOn, Price string
}

func viewOf(c customer) view {
	return view{
		FirstName: c.FirstName,
		Plan:      c.Plan,
		RenewsOn:  c.RenewsAt.Format("January 2"),
		Price:     fmt.Sprintf("$%d.%02d", c.Cents/100, c.Cents%100),
	}
}

func main() {
	r, err := render.New()
	if err != nil {
		log.Fatal(err)
	}
	api := customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var c customer
		if err := dec.Decode(&c); err != nil {
			log.Fatal(err)
		}
		subject, body, err := r.Mail(viewOf(c))
		if err != nil {
			log.Fatal(err)
		}
		_, err = api.SendEmail(context.Background(), &customerio.SendEmailRequest{
			Identifiers: map[string]string{"id": c.ID},
			From:        "billing@example.com",
			To:          c.Email,
			Subject:     subject,
			Body:        body,
		})
		if err != nil {
			log.Println(c.ID, err)
		}
	}
}
