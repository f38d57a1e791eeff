// Command p45 is a shelter.
package main

import (
	"log"
	"net/http"

	"services/set7/p45/env"
	"services/set7/p45/shelter"
)

func main() {
	stage, err := env.Current()
	if err != nil {
		log.Fatal(err)
	}
	s, err := shelter.New(stage)
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("/cio", s.Handler())
	log.Println("at", stage.BaseURL)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
