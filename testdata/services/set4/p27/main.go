package main

import (
	"log"
	"net/http"
	"os"

	"services/set4/p27/hooks"
)

type printer struct{ *log.Logger }

func (p printer) Update(id, metric string) error { p.Println(id, metric); return nil }

func main() {
	http.Handle("/hooks/customerio", &hooks.Hook{
		Secret:     os.Getenv("CIO_WEBHOOK_SECRET"),
		Deliveries: printer{log.Default()},
	})
	log.Fatal(http.ListenAndServe(":8081", nil))
}
