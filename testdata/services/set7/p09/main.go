// Command p09 is the loyalty service.
package main

import (
	"log"
	"net/http"
	"strconv"

	"services/set7/p09/config"
	"services/set7/p09/points"
)

func main() {
	s, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	ledger := points.NewLedger(s)
	http.HandleFunc("POST /members/{id}/points", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.FormValue("n"))
		if err != nil {
			http.Error(w, "n", http.StatusBadRequest)
			return
		}
		if err := ledger.Add(r.PathValue("id"), n); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(s.Listen, nil))
}
