package main

import (
	"log"
	"net/http"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p33/channels"
	"services/set6/p33/readers"
)

func main() {
	welcome := readers.NewWelcome(map[string]readers.Channel{
		"email":   channels.Email{API: customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), Template: "welcome"},
		"console": channels.Console{W: os.Stderr},
	})
	http.HandleFunc("POST /register", func(w http.ResponseWriter, r *http.Request) {
		reg := readers.Registration{
			ReaderID: r.FormValue("reader"),
			Email:    r.FormValue("email"),
			Password: r.FormValue("password"),
			Paper:    r.FormValue("paper"),
		}
		if err := welcome.Greet(r.Context(), reg); err != nil {
			log.Println(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
