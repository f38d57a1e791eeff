package main

import (
	"log"
	"net/http"
	"os"
	"strconv"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p41/giving"
	"services/set6/p41/supporters"
)

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	drive := giving.NewDrive(
		giving.WithAudience(&supporters.Supporters{CIO: cio}),
		giving.WithHistory(&supporters.Events{CIO: cio}),
	)
	http.HandleFunc("POST /pledges", func(w http.ResponseWriter, r *http.Request) {
		monthly, err := strconv.ParseFloat(r.FormValue("monthly"), 64)
		if err != nil {
			http.Error(w, "monthly", http.StatusBadRequest)
			return
		}
		d := giving.Donor{ID: r.FormValue("id"), Email: r.FormValue("email"), Phone: r.FormValue("phone"), IBAN: r.FormValue("iban"), Newsletter: r.FormValue("news") == "on"}
		if err := drive.Pledge(d, monthly); err != nil {
			log.Println(err)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
