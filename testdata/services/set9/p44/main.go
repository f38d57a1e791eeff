package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p44/order"
	"services/set9/p44/render"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	app := customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))
	var orders []order.Order
	if err := json.NewDecoder(os.Stdin).Decode(&orders); err != nil {
		log.Fatal(err)
	}
	for _, o := range orders {
		body, err := render.HTML(o.Receipt())
		if err != nil {
			log.Fatal(err)
		}
		req := &customerio.SendEmailRequest{To: o.Email, From: "shop@market.example", Subject: "Your order", Body: body}
		req.Identifiers = map[string]string{"id": o.BuyerID}
		if _, err := app.SendEmail(context.Background(), req); err != nil {
			log.Println(o.Number, err)
		}
	}
}
