package main

import (
	"log"
	"net/http"
	"os"

	"services/set4/p30/gateway"
)

type memory map[string][]any

func (m memory) Publish(topic string, payload any) error {
	m[topic] = append(m[topic], payload)
	return nil
}

func main() {
	mux := http.NewServeMux()
	gateway.New(memory{}, os.Getenv("CRM_TOKEN")).Register(mux)
	log.Fatal(http.ListenAndServe(":8080", mux))
}
