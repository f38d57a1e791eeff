// Command p02 is the wallet service.
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p02/emit"
	"services/set7/p02/wallet"
)

func main() {
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"), customerio.WithRegion(customerio.RegionEU))
	svc := &wallet.Service{
		Out:     emit.Cleaned(emit.NewDirect(track)),
		Balance: map[string]int64{},
	}
	http.HandleFunc("POST /topups", func(w http.ResponseWriter, r *http.Request) {
		var t wallet.TopUp
		if err := json.NewDecoder(r.Body).Decode(&t); err != nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		t.At = time.Now()
		if err := svc.Book(context.WithoutCancel(r.Context()), t); err != nil {
			log.Print(err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
