// Command p41 counts opens and clicks of a newsroom's emails.
package main

import (
	"encoding/json"
	"expvar"
	"log"
	"net/http"
	"os"

	"services/set7/p41/hookmw"
)

var metrics = expvar.NewMap("newsletter")

func count(w http.ResponseWriter, r *http.Request) {
	var ev struct {
		Metric     string `json:"metric"`
		ObjectType string `json:"object_type"`
	}
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	switch ev.Metric {
	case "opened", "clicked", "converted":
		metrics.Add(ev.ObjectType+"_"+ev.Metric, 1)
	}
}

func main() {
	h, err := hookmw.Signed(os.Getenv("CIO_SIGNING_KEY"), http.HandlerFunc(count))
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /in/newsletter", h)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
