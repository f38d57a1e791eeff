package main

import (
	"expvar"
	"log"
	"net/http"
	"os"

	"services/set5/p11/receiver"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type counter struct{ m *expvar.Map }

func (c counter) Inc(metric string) { c.m.Add(metric, 1) }

func main() {
	v, err := webhook.NewVerifier(os.Getenv("SIGNING_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":8080", receiver.New(v, counter{expvar.NewMap("cio")})))
}
