// Command kiosk runs the terminal at the entrance.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"

	customerio "github.com/customerio/go-customerio/v3"
)

type checkin struct {
	Phone  string `json:"phone"`
	Desk   int    `json:"desk"`
	Reason string `json:"reason"`
}

var reasons = map[string]string{"d": "delivery", "i": "interview", "m": "meeting"}

type kiosk struct {
	names *pseudonyms
	track *customerio.CustomerIO
}

func (k *kiosk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var c checkin
	if err := json.NewDecoder(r.Body).Decode(&c); err != nil || c.Phone == "" {
		http.Error(w, "phone, please", http.StatusBadRequest)
		return
	}
	reason, ok := reasons[c.Reason]
	if !ok {
		reason = "other"
	}
	err := k.track.TrackAnonymousCtx(r.Context(), k.names.of(c.Phone), "checked_in", map[string]any{
		"desk":   c.Desk,
		"reason": reason,
	})
	if err != nil {
		log.Print(err)
	}
	w.WriteHeader(http.StatusAccepted)
}

func main() {
	names, err := loadPseudonyms()
	if err != nil {
		log.Fatal(err)
	}
	http.Handle("POST /checkins", &kiosk{names, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
