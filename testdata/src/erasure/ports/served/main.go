// Mode: never.

// Package main serves handlers that delete people through ports that they are given: who comes first is known where both are wired.
package main

import (
	"log"
	"net/http"

	"erasure/ports/adapter"
	"erasure/ports/handlers"
)

func main() {
	c := &adapter.Client{}
	wrong := &handlers.Wrong{People: c} // want `without being suppressed.*in handlers.\(\*Wrong\).Gone`
	right := &handlers.Right{People: c}
	http.HandleFunc("/wrong", wrong.Gone)
	http.HandleFunc("/right", right.Gone)
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
