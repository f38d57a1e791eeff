package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"services/set8/p46/rawcio"
)

type household struct {
	WasteTariff string `json:"waste_tariff"`
	Phone       string `json:"phone"`
	TaxNumber   string `json:"tax_number"`
	Bins        int    `json:"bins"`
}

func main() {
	c := rawcio.New(http.DefaultClient, os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	h := household{WasteTariff: "b", Phone: os.Getenv("PHONE"), TaxNumber: os.Getenv("TAX"), Bins: 2}
	if err := rawcio.Put(context.Background(), c, os.Args[1], h); err != nil {
		log.Fatal(err)
	}
}
